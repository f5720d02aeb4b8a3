"""The same invented people read the same from every layout of a roster."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stated import stated, unread

HEAD = (
    "槐川县人民政府办公室关于成立县河长制工作领导小组的通知\n槐政办发〔2022〕7号\n各乡镇人民政府：\n"
    "经研究，现将有关事项通知如下：\n"
)
FOOT = "\n\n槐川县人民政府办公室\n2022年3月4日\n"
SURNAMES, GIVEN = "王李张刘陈赵周吴徐孙", "伟芳敏静丽强磊洋勇艳杰娟涛超霞刚"
POSTS = [
    "副县长",
    "县财政局局长",
    "县水务局副局长",
    "县政府办公室主任",
    "东山镇镇长",
    "县委常委、副县长",
    "县医院院长",
    "县公安局政委",
    "县人武部部长",
    "西河乡党委书记",
    "县供电公司总经理",
]
ROLES = ("组长", "副组长", "成员")

Person = tuple[str, str]
Roster = dict[str, list[Person]]

NAME = st.builds(str.__add__, st.sampled_from(SURNAMES), st.text(GIVEN, min_size=1, max_size=2))
PEOPLE = st.lists(st.tuples(NAME, st.sampled_from(POSTS)), min_size=3, max_size=9, unique_by=lambda person: person[0])


def shared_out(people: list[Person]) -> Roster:
    """One leader, then deputies (a third of the rest, at least one), then members."""
    cut = 2 + (len(people) - 2) // 3
    cut = min(cut, len(people) - 1)
    return dict(zip(ROLES, (people[:1], people[1:cut], people[cut:]), strict=True))


def padded(name: str) -> str:
    return f"{name[0]}　{name[1]}" if len(name) == 2 else name


def spaced(role: str) -> str:
    return f"{role[0]}　{role[1]}" if len(role) == 2 else role


def rows(roster: Roster) -> str:
    lines = []
    for role, people in roster.items():
        label = f"{spaced(role)}："
        for name, post in people:
            lines.append(f"{label}{padded(name)}　{post}")
            label = "　　　　"
    return "\n".join(lines)


def below(roster: Roster) -> str:
    return "\n".join(
        line for role, people in roster.items() for line in (f"{role}：", *(f"{name}　{post}" for name, post in people))
    )


def inline(roster: Roster, between: str, one: Callable[[str, str], str]) -> str:
    return "\n".join(f"{role}：{between.join(one(*person) for person in people)}" for role, people in roster.items())


def table(roster: Roster) -> str:
    lines = [f"| {role} | {name} | {post} |" for role, people in roster.items() for name, post in people]
    return "\n".join(["| 组内职务 | 姓名 | 单位及职务 |", "|---|---|---|", *lines])


LAYOUTS: dict[str, Callable[[Roster], str]] = {
    "rows": rows,
    "labels alone": below,
    "bracketed": lambda roster: inline(roster, "、", lambda name, post: f"{name}（{post}）"),
    "name first": lambda roster: inline(roster, "；", lambda name, post: f"{name}　{post}"),
    "post first": lambda roster: inline(roster, "；", lambda name, post: f"{post}{name}"),
    "post in front of a gap": lambda roster: inline(roster, "；", lambda name, post: f"{post}　{name}"),
    "table": table,
}


@pytest.mark.parametrize("layout", LAYOUTS)
@settings(max_examples=30, deadline=None, derandomize=True)
@given(people=PEOPLE)
def test_any_people(layout: str, people: list[Person]) -> None:
    roster = shared_out(people)
    text = HEAD + LAYOUTS[layout](roster) + FOOT
    found = stated(text, "membership", "role", "member_kind", "member", "post")
    assert found == [(role, "person", name, post) for role, group in roster.items() for name, post in group]
    assert unread(text) == []


@pytest.mark.parametrize("layout", LAYOUTS)
@settings(max_examples=10, deadline=None, derandomize=True)
@given(people=PEOPLE)
def test_places(layout: str, people: list[Person]) -> None:
    text = HEAD + LAYOUTS[layout](shared_out(people)) + FOOT
    printed = [text[start:end] for start, end in stated(text, "membership", "start", "end")]
    assert [name.replace("　", "") for name in printed] == [name for name, _ in people]
