"""Members of groups, listed under their roles."""

from __future__ import annotations

import pytest
from stated import stated, unread

HEAD = "槐政办发〔2022〕7号\n各乡镇人民政府：\n经研究，现将有关事项通知如下：\n"
FOOT = "\n\n槐川县人民政府办公室\n2022年3月4日\n"
GROUP = "县河长制工作领导小组"

Told = tuple[str | None, str, str | None]
WANG, LI = ("组长", "王大川", "副县长"), ("副组长", "李小山", "县水务局局长")
SUN, ZHOU = ("成员", "孙玉", "县财政局局长"), ("成员", "周明远", "县教育局局长")
FOUR = [WANG, LI, SUN, ZHOU]


def notice(body: str, about: str = f"成立{GROUP}") -> str:
    return f"槐川县人民政府办公室关于{about}的通知\n{HEAD}{body}{FOOT}"


def read(body: str) -> list[Told]:
    """Role, member and post of every membership; all are of the title's group."""
    rows = stated(notice(body), "membership", "group", "parent", "role", "member", "post")
    assert {row[:2] for row in rows} <= {(GROUP, None)}
    return [row[2:] for row in rows]


def members(body: str, about: str) -> list[tuple[str | None, ...]]:
    """Group, the group above it, role and member."""
    return [tuple(row) for row in stated(notice(body, about), "membership", "group", "parent", "role", "member")]


LAYOUTS = {
    "rows below the label's": (
        "组　长：王大川　副县长\n副组长：李小山　县水务局局长\n成　员：孙玉　县财政局局长\n　　　　周明远　县教育局局长"
    ),
    "gaps for colons": (
        "组　长　王大川　副县长\n副组长　李小山　县水务局局长\n成　员　孙玉　县财政局局长\n　　　　周明远　县教育局局长"
    ),
    "labels on their own lines": (
        "组长：\n王大川　副县长\n副组长：\n李小山　县水务局局长\n成员：\n孙玉　县财政局局长\n周明远　县教育局局长"
    ),
    "labels on their own lines without colons": (
        "组　长\n王大川　副县长\n副组长\n李小山　县水务局局长\n成　员\n孙玉　县财政局局长\n周明远　县教育局局长"
    ),
    "posts in brackets": (
        "组长：王大川（副县长）\n副组长：李小山（县水务局局长）\n成员：孙玉（县财政局局长）、周明远（县教育局局长）"
    ),
    "posts first": "组长：副县长王大川\n副组长：县水务局局长李小山\n成员：县财政局局长孙玉、县教育局局长周明远",
    "posts first in rows": (
        "组长：副县长　王大川\n副组长：县水务局局长　李小山\n成员：县财政局局长　孙玉\n　　　县教育局局长　周明远"
    ),
    "on one line": ("组长：王大川　副县长　副组长：李小山　县水务局局长　成员：孙玉　县财政局局长　周明远　县教育局局长"),
    "in a sentence": (
        "领导小组组成如下：组长：王大川（副县长）；副组长：李小山（县水务局局长）；"
        "成员：孙玉（县财政局局长）、周明远（县教育局局长）。领导小组下设办公室。"
    ),
    "half-width colons": "组长:王大川 副县长\n副组长:李小山 县水务局局长\n成员:孙玉 县财政局局长\n     周明远 县教育局局长",
    "spaced labels": "组 长：王大川 副县长\n副 组 长：李小山 县水务局局长\n成 员：孙玉 县财政局局长\n周明远 县教育局局长",
    "a blank line between": (
        "组长：王大川　副县长\n\n副组长：李小山　县水务局局长\n\n成员：孙玉　县财政局局长\n\n　　　周明远　县教育局局长"
    ),
}


@pytest.mark.parametrize("body", LAYOUTS.values(), ids=LAYOUTS)
def test_layouts(body: str) -> None:
    assert read(body) == FOUR
    assert unread(notice(body)) == []


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("王　伟　副县长", ("组长", "王伟", "副县长")),
        ("古丽仙·买买提　副县长", ("组长", "古丽仙·买买提", "副县长")),
        ("欧阳修　副县长", ("组长", "欧阳修", "副县长")),
        ("那日苏　副县长", ("组长", "那日苏", "副县长")),
        ("王大川　县委常委、副县长", ("组长", "王大川", "县委常委、副县长")),
        ("王大川　县委副书记、\n　　　　　　　县长", ("组长", "王大川", "县委副书记、县长")),
        ("王大川同志", ("组长", "王大川", None)),
        ("王大川（兼）", ("组长", "王大川", None)),
        ("县水务局局长", ("组长", "县水务局局长", None)),
    ],
)
def test_a_leader(row: str, told: Told) -> None:
    assert read(f"组长：{row}\n成员：孙玉　县财政局局长") == [told, SUN]


@pytest.mark.parametrize(
    "rows",
    [
        "周明远　县教育和体\n育局局长",
        "周明远　县教育和体育\n局局长",
        "周明远　县教育和\n体育局局长",
    ],
)
def test_rows_that_a_line_break_cut(rows: str) -> None:
    body = f"组　长：王大川　副县长\n成　员：孙玉　县财政局局长\n　　　　{rows}\n　　　　郑小兰　县民政局局长"
    expected = [WANG, SUN, ("成员", "周明远", "县教育和体育局局长"), ("成员", "郑小兰", "县民政局局长")]
    assert read(body) == expected


def test_a_posts_end_set_below_its_beginning() -> None:
    body = (
        "组长：王大川　副县长\n成员：孙玉　县财政局局长\n　　　周明远　县政府新闻\n　　　　　　　办公室主任\n"
        "　　　何力　县民政局局长"
    )
    expected = [WANG, SUN, ("成员", "周明远", "县政府新闻办公室主任"), ("成员", "何力", "县民政局局长")]
    assert read(body) == expected


@pytest.mark.parametrize("row", ["Q7 X9", "※※※　待核", "〇〇 ××"])
def test_a_row_not_understood_is_reported_and_the_list_goes_on(row: str) -> None:
    body = f"组　长：王大川　副县长\n成　员：孙玉　县财政局局长\n　　　　{row}\n　　　　周明远　县教育局局长"
    assert read(body) == [WANG, SUN, ZHOU]
    assert unread(notice(body)) == [row]


def test_every_kind_of_member() -> None:
    body = "组长：王大川\n副组长：县水务局局长\n成员单位：县财政局、各乡镇人民政府"
    assert stated(notice(body), "membership", "role", "member_kind", "member", "by_post") == [
        ("组长", "person", "王大川", False),
        ("副组长", "post", "县水务局局长", False),
        ("成员单位", "unit", "县财政局", False),
        ("成员单位", "unit", "各乡镇人民政府", False),
    ]


@pytest.mark.parametrize(
    "rule",
    [
        "以上人员因工作变动由相应岗位人员自然递补。",
        "成员因工作变动，由接任者自动替补。",
        "以上人员如有变动，由所在单位相应岗位人员接替，不再另行发文。",
    ],
)
def test_members_by_post(rule: str) -> None:
    body = f"组长：副县长\n成员：县财政局局长\n{rule}"
    assert stated(notice(body), "membership", "role", "member", "by_post") == [
        ("组长", "副县长", True),
        ("成员", "县财政局局长", True),
    ]


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("总指挥", "总指挥"),
        ("副总指挥长", "副总指挥长"),
        ("召集人", "召集人"),
        ("第一组长", "第一组长"),
        ("常务副组长", "常务副组长"),
        ("领导小组办公室主任", "办公室主任"),
        ("办公室主任", "办公室主任"),
        ("副 组 长", "副组长"),
        ("成员（按姓氏笔画排序）", "成员"),
        ("联络员", "联络员"),
    ],
)
def test_roles(label: str, role: str) -> None:
    assert read(f"{label}：王大川　副县长\n副主任委员：李小山　县水务局局长") == [
        (role, "王大川", "副县长"),
        ("副主任委员", "李小山", "县水务局局长"),
    ]


def test_several_groups_under_their_own_headings() -> None:
    body = (
        "一、县防汛抗旱指挥部\n指挥长：王大川　副县长\n成　员：孙玉　县财政局局长\n"
        "二、县森林防灭火指挥部\n指挥长：李小山　副县长\n成　员：周明远　县林业局局长\n"
        "三、县双拥工作领导小组\n组　长：何力　县人武部部长"
    )
    assert members(body, "调整部分议事协调机构") == [
        ("县防汛抗旱指挥部", None, "指挥长", "王大川"),
        ("县防汛抗旱指挥部", None, "成员", "孙玉"),
        ("县森林防灭火指挥部", None, "指挥长", "李小山"),
        ("县森林防灭火指挥部", None, "成员", "周明远"),
        ("县双拥工作领导小组", None, "组长", "何力"),
    ]


OF_GROUP = [(GROUP, None, "组长", "王大川"), (GROUP, None, "成员", "孙玉")]
OF_PARTS = [
    ("综合协调组", GROUP, "组长", "李小山"),
    ("综合协调组", GROUP, "成员", "何力"),
    ("宣传报道组", GROUP, "组长", "郑小兰"),
    ("宣传报道组", GROUP, "成员", "周明远"),
]


@pytest.mark.parametrize(
    "parts",
    [
        "二、工作组\n（一）综合协调组\n组长：李小山\n成员：何力\n（二）宣传报道组\n组长：郑小兰\n成员：周明远",
        "二、工作组\n1.综合协调组\n组长：李小山\n成员：何力\n2.宣传报道组\n组长：郑小兰\n成员：周明远",
        "（一）综合协调组。组长：李小山；成员：何力。职责：统筹协调。\n（二）宣传报道组。组长：郑小兰；成员：周明远。",
        "综合协调组组长：李小山\n综合协调组成员：何力\n宣传报道组组长：郑小兰\n宣传报道组成员：周明远",
    ],
)
def test_parts_of_a_group(parts: str) -> None:
    body = f"一、领导小组\n组长：王大川　副县长\n成员：孙玉　县财政局局长\n{parts}"
    assert members(body, f"成立{GROUP}") == OF_GROUP + OF_PARTS


def test_units_that_answer_for_a_part() -> None:
    body = "（一）综合协调组\n牵头单位：县水务局\n成员单位：县财政局、县教育局\n职责：统筹协调。"
    assert members(body, f"成立{GROUP}") == [
        ("综合协调组", GROUP, "牵头单位", "县水务局"),
        ("综合协调组", GROUP, "成员单位", "县财政局"),
        ("综合协调组", GROUP, "成员单位", "县教育局"),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "牵头单位：县水务局\n责任单位：县财政局",
        "组长：负责全面工作。\n副组长：协助组长工作。",
        "主编：王大川　责任编辑：孙玉　校对：周明远",
        "主　编：王大川\n责任编辑：孙玉\n校　对：周明远",
        "联系人：何力，电话：0000-1234567",
        "报送时间：3月底前",
    ],
)
def test_labels_of_something_else(body: str) -> None:
    assert read(body) == []


def test_a_list_ends_where_another_label_begins() -> None:
    body = "组长：王大川　副县长\n成员：孙玉　县财政局局长\n联系人：何力，电话：0000-1234567\n郑小兰　县民政局局长"
    assert read(body) == [WANG, SUN]


def test_a_list_ends_where_a_sentence_begins() -> None:
    body = "组长：王大川　副县长\n成员：孙玉　县财政局局长\n领导小组要定期研究工作。\n周明远　县教育局局长"
    assert read(body) == [WANG, SUN]


def test_praise_lists_no_members() -> None:
    assert members("组长：王大川　副县长\n成员：孙玉", "表彰2021年度先进集体") == []


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("主任：王大川", []),
        ("主任：王大川\n副主任：李小山", [("主任", "王大川"), ("副主任", "李小山")]),
        ("成员：王大川", []),
        ("组长：王大川", [("组长", "王大川")]),
    ],
)
def test_roles_of_no_named_group(body: str, told: list[tuple[str, str]]) -> None:
    assert members(body, "做好春季工作") == [(None, None, *pair) for pair in told]


def test_places() -> None:
    text = notice("组　长：王　伟　副县长\n成员：孙玉（县财政局局长）、县水务局局长、各乡镇")
    places = stated(text, "membership", "start", "end")
    assert [text[a:b] for a, b in places] == ["王　伟", "孙玉", "县水务局局长", "各乡镇"]
