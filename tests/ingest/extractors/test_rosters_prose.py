"""Members of groups, told in sentences."""

from __future__ import annotations

import pytest
from stated import stated

TITLE = "槐川县人民政府办公室关于成立县河长制工作领导小组的通知"
HEAD = "槐政办发〔2022〕7号\n各乡镇人民政府：\n"
FOOT = "\n\n槐川县人民政府办公室\n2022年3月4日\n"
GROUP = "县河长制工作领导小组"

WANG, LI, HE = ("组长", "王大川"), ("副组长", "李小山"), ("副组长", "何力")
OFFICE, DEPUTY = ("办公室主任", "李小山"), ("办公室副主任", "孙玉")
UNITS = [("成员", "县财政局"), ("成员", "县教育局")]


def read(body: str) -> list[tuple[str, str]]:
    """Role and member of every membership; all are of the title's group."""
    rows = stated(f"{TITLE}\n{HEAD}{body}{FOOT}", "membership", "group", "parent", "role", "member")
    assert {row[:2] for row in rows} <= {(GROUP, None)}
    return [row[2:] for row in rows]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("领导小组由王大川任组长，李小山任副组长。", [WANG, LI]),
        ("由王大川同志担任组长，李小山、何力同志担任副组长。", [WANG, LI, HE]),
        ("王大川任组长，李小山任副组长，孙玉、周明远为成员。", [WANG, LI, ("成员", "孙玉"), ("成员", "周明远")]),
        ("领导小组组长由王大川担任，副组长由李小山、何力担任。", [WANG, LI, HE]),
        ("组长由副县长王大川担任，成员由县财政局、县教育局组成。", [WANG, *UNITS]),
        ("组长王大川，副组长李小山。", [WANG, LI]),
        ("领导小组由县财政局、县教育局组成。", UNITS),
        ("办公室主任由李小山同志兼任，孙玉任副主任。", [OFFICE, DEPUTY]),
        ("领导小组办公室设在县水务局，由李小山兼任办公室主任，孙玉任副主任。", [OFFICE, DEPUTY]),
    ],
)
def test_sentences(body: str, told: list[tuple[str, str]]) -> None:
    assert read(body) == told


@pytest.mark.parametrize(
    ("body", "post"),
    [
        ("由副县长王大川任组长。", "副县长"),
        ("王大川副县长任组长。", "副县长"),
        ("组长由县委常委、副县长王大川担任。", "县委常委、副县长"),
        ("组长由王大川（副县长）担任。", "副县长"),
    ],
)
def test_posts(body: str, post: str) -> None:
    found = stated(f"{TITLE}\n{HEAD}{body}{FOOT}", "membership", "role", "member", "member_kind", "post")
    assert found == [("组长", "王大川", "person", post)]


def test_posts_as_members() -> None:
    body = "领导小组由副县长任组长，县财政局局长任副组长。"
    found = stated(f"{TITLE}\n{HEAD}{body}{FOOT}", "membership", "role", "member", "member_kind")
    assert found == [("组长", "副县长", "post"), ("副组长", "县财政局局长", "post")]


def test_a_group_founded_in_a_plan() -> None:
    text = (
        f"槐川县人民政府办公室关于印发秸秆禁烧工作方案的通知\n{HEAD}"
        "一、加强领导。成立由副县长王大川任组长，县财政局、县教育局为成员单位的县秸秆禁烧工作领导小组。"
        f"{FOOT}"
    )
    group = "县秸秆禁烧工作领导小组"
    assert stated(text, "membership", "group", "role", "member") == [
        (group, "组长", "王大川"),
        (group, "成员单位", "县财政局"),
        (group, "成员单位", "县教育局"),
    ]


def test_a_part_that_the_role_names() -> None:
    body = "综合协调组组长由李小山担任，宣传报道组组长由郑小兰担任。"
    rows = stated(f"{TITLE}\n{HEAD}{body}{FOOT}", "membership", "group", "parent", "role", "member")
    assert rows == [("综合协调组", GROUP, "组长", "李小山"), ("宣传报道组", GROUP, "组长", "郑小兰")]


@pytest.mark.parametrize(
    "body",
    [
        "各乡镇要成立领导小组，由主要负责人任组长。",
        "各乡镇要成立工作专班，组长由乡镇长担任。",
        "领导小组要加强统筹，各成员单位要各负其责。",
        "李小山任县水务局局长。",
    ],
)
def test_what_tells_of_no_member(body: str) -> None:
    assert read(body) == []


def test_appointments_are_no_memberships() -> None:
    text = f"槐川县人民政府关于李小山等任职的通知\n{HEAD}李小山任县防汛抗旱指挥部办公室主任。{FOOT}"
    assert stated(text, "membership", "role", "member") == []


def test_places() -> None:
    text = f"{TITLE}\n{HEAD}由副县长王大川任组长，李小山、县财政局局长任副组长。{FOOT}"
    places = stated(text, "membership", "start", "end")
    assert [text[a:b] for a, b in places] == ["王大川", "李小山", "县财政局局长"]
