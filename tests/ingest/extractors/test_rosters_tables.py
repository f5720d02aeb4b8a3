"""Members of groups, listed in tables."""

from __future__ import annotations

import pytest
from stated import stated

TITLE = "槐川县人民政府办公室关于成立县河长制工作领导小组的通知"
HEAD = "槐政办发〔2022〕7号\n各乡镇人民政府：\n现将名单通知如下：\n"
FOOT = "\n\n槐川县人民政府办公室\n2022年3月4日\n"
GROUP = "县河长制工作领导小组"


def table(*rows: str) -> str:
    """A pipe table of rows whose cells are written with / between them."""
    first, *rest = (f"| {' | '.join(row.split('/'))} |" for row in rows)
    return "\n".join([first, "|" + "---|" * (rows[0].count("/") + 1), *rest])


def read(body: str, *fields: str) -> list[tuple[str | None, ...]]:
    return [tuple(row) for row in stated(f"{TITLE}\n{HEAD}{body}{FOOT}", "membership", *fields)]


TWO = [(GROUP, "组长", "王大川", "副县长"), (GROUP, "成员", "孙玉", "县财政局局长")]


@pytest.mark.parametrize(
    "body",
    [
        table("组内职务/姓名/单位及职务", "组长/王大川/副县长", "成员/孙玉/县财政局局长"),
        table("序号/姓名/单位及职务/组内职务", "1/王大川/副县长/组长", "2/孙玉/县财政局局长/成员"),
        table("姓名/职务/角色/备注", "王大川/副县长/组　长/", "孙玉/县财政局局长/成　员/"),
        "组内职务\t姓名\t单位及职务\n组长\t王大川\t副县长\n成员\t孙玉\t县财政局局长",
        "姓名　单位及职务　组内职务\n王大川　副县长　组长\n孙玉　县财政局局长　成员",
    ],
)
def test_a_column_of_roles(body: str) -> None:
    assert read(body, "group", "role", "member", "post") == TWO


def test_a_role_stands_for_the_rows_below_it() -> None:
    body = table("组内职务/姓名/职务", "组长/王大川/副县长", "成员/孙玉/县财政局局长", "/周明远/县教育局局长")
    assert read(body, "role", "member") == [("组长", "王大川"), ("成员", "孙玉"), ("成员", "周明远")]


def test_unit_and_post_in_two_columns() -> None:
    body = table("姓名/单位/职务/组内职务", "王大川/县政府/副县长/组长", "孙玉/县财政局/局长/成员")
    assert read(body, "member", "post") == [("王大川", "县政府副县长"), ("孙玉", "县财政局局长")]


def test_roles_under_another_heading() -> None:
    body = table("姓名/职务", "王大川/组长", "孙玉/成员")
    assert read(body, "role", "member", "post") == [("组长", "王大川", None), ("成员", "孙玉", None)]


def test_posts_that_are_no_roles() -> None:
    assert read(table("姓名/职务", "王大川/副县长", "孙玉/县财政局局长"), "member") == []


def test_names_of_every_form() -> None:
    body = table("姓名/职务/组内职务", "王　伟/副县长/组长", "古丽仙·买买提/县民宗局局长/成员", "哈斯巴特尔/县农牧局局长/成员")
    assert read(body, "member", "member_kind") == [
        ("王伟", "person"),
        ("古丽仙·买买提", "person"),
        ("哈斯巴特尔", "person"),
    ]


def test_a_column_for_each_role() -> None:
    body = table("乡镇/组长/副组长/成员", "东山镇/王大川/李小山/孙玉、周明远", "西河乡/何力//郑小兰")
    assert read(body, "group", "parent", "role", "member") == [
        ("东山镇", GROUP, "组长", "王大川"),
        ("东山镇", GROUP, "副组长", "李小山"),
        ("东山镇", GROUP, "成员", "孙玉"),
        ("东山镇", GROUP, "成员", "周明远"),
        ("西河乡", GROUP, "组长", "何力"),
        ("西河乡", GROUP, "成员", "郑小兰"),
    ]


def test_a_column_of_groups() -> None:
    body = table("工作组/组长/成员", "综合协调组/王大川/孙玉、周明远", "宣传报道组/李小山/郑小兰（县委宣传部副部长）")
    assert read(body, "group", "parent", "role", "member", "post") == [
        ("综合协调组", GROUP, "组长", "王大川", None),
        ("综合协调组", GROUP, "成员", "孙玉", None),
        ("综合协调组", GROUP, "成员", "周明远", None),
        ("宣传报道组", GROUP, "组长", "李小山", None),
        ("宣传报道组", GROUP, "成员", "郑小兰", "县委宣传部副部长"),
    ]


def test_places() -> None:
    body = table("组内职务/姓名/单位及职务", "组长/王　伟/副县长", "成员/孙玉/县财政局局长")
    text = f"{TITLE}\n{HEAD}{body}{FOOT}"
    places = stated(text, "membership", "start", "end")
    assert [text[a:b] for a, b in places] == ["王　伟", "孙玉"]
