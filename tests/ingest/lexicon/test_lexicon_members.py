"""Lists of people, posts and units, read apart."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.lexicon.members import names_glued, read_members

Told = tuple[str, str, str | None]

SURNAMES, GIVEN = "王李张刘陈赵周吴徐孙", "伟芳敏静丽强磊洋勇艳杰娟涛超霞刚"
POSTS = [
    "县长",
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
UNITS = ["县财政局", "县水务局", "东山镇人民政府", "县公安局", "县医院", "县供电公司", "县总工会"]


def told(text: str, *, lenient: bool = False, glued: bool = False) -> tuple[list[Told], bool]:
    """The members as kind, name and post, and whether all was understood."""
    members, understood = read_members(text, lenient=lenient, glued=glued)
    found = [(m.kind, text[slice(*m.at)], text[slice(*m.post)] if m.post else None) for m in members]
    return found, understood


def person(name: str, post: str | None = None) -> Told:
    return "person", name, post


def post(name: str) -> Told:
    return "post", name, None


def unit(name: str) -> Told:
    return "unit", name, None


WANG, LI = person("王大川", "县委副书记、县长"), person("李小山", "县水务局局长")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("王大川  县委副书记、县长", [WANG]),
        ("王大川（县委副书记、县长）", [WANG]),
        ("王大川 （县委副书记、县长）", [WANG]),
        ("王大川，县委副书记、县长", [WANG]),
        ("县委副书记、县长王大川", [WANG]),
        ("县委副书记、县长  王大川", [WANG]),
        ("1.王大川 县委副书记、县长", [WANG]),
        ("（1）王大川 县委副书记、县长", [WANG]),
        ("王大川  县委副书记、县长 李小山 县水务局局长", [WANG, LI]),
        ("王大川 县委副书记、县长，李小山 县水务局局长", [WANG, LI]),
        ("王大川（县委副书记、县长）、李小山（县水务局局长）", [WANG, LI]),
        ("县委副书记、县长王大川、县水务局局长李小山", [WANG, LI]),
        ("王大川 县委副书记、县长\n李小山 县水务局局长", [WANG, LI]),
        ("县水务局局长李小山（兼）", [LI]),
        ("李小山 县水务局局长（兼）", [person("李小山", "县水务局局长（兼）")]),
        ("王大川县财政局局长 李小山县水务局局长", [person("王大川", "县财政局局长"), LI]),
        ("那日苏 副县长", [person("那日苏", "副县长")]),
        ("古丽仙·买买提  副县长", [person("古丽仙·买买提", "副县长")]),
        ("县委办主任 王大川、县水务局局长 李小山", [person("王大川", "县委办主任"), LI]),
    ],
)
def test_people_with_posts(text: str, expected: list[Told]) -> None:
    assert told(text) == (expected, True)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("王大川", ["王大川"]),
        ("王大川、李小山、孙玉", ["王大川", "李小山", "孙玉"]),
        ("王大川 李小山 孙玉", ["王大川", "李小山", "孙玉"]),
        ("王大川，李小山；孙玉。", ["王大川", "李小山", "孙玉"]),
        ("王大川和李小山", ["王大川", "李小山"]),
        ("王大川（女）、李小山（回族）", ["王大川", "李小山"]),
        ("王大川（女，回族）", ["王大川"]),
        ("王大川同志", ["王大川"]),
        ("王 伟", ["王 伟"]),
        ("王 伟、欧阳 修", ["王 伟", "欧阳 修"]),
        ("丁 力 王 旦", ["丁 力", "王 旦"]),
        ("严 复 初", ["严 复 初"]),
        ("图布新、李小山", ["图布新", "李小山"]),
        ("王大川 13800000000", ["王大川"]),
        ("王大川教授、李小山老师", ["王大川", "李小山"]),
    ],
)
def test_bare_names(text: str, names: list[str]) -> None:
    assert told(text) == ([person(name) for name in names], True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("县水务局、县财政局、各乡镇人民政府", [unit("县水务局"), unit("县财政局"), unit("各乡镇人民政府")]),
        ("县财政局及各乡镇", [unit("县财政局"), unit("各乡镇")]),
        ("县水务局 县财政局", [unit("县水务局"), unit("县财政局")]),
        ("县发改委、教育、住建等部门", [unit("县发改委"), unit("教育"), unit("住建")]),
        ("各乡镇（开发区）", [unit("各乡镇（开发区）")]),
        ("县武警中队", [unit("县武警中队")]),
        ("县水务局局长、县财政局局长", [post("县水务局局长"), post("县财政局局长")]),
        ("县委常委、副县长", [post("县委常委、副县长")]),
        ("各乡镇主要负责人", [post("各乡镇主要负责人")]),
        ("县财政局、县水务局分管负责人", [unit("县财政局"), post("县水务局分管负责人")]),
        ("王大川、县财政局、县水务局局长", [person("王大川"), unit("县财政局"), post("县水务局局长")]),
        ("东山镇镇长", [post("东山镇镇长")]),
    ],
)
def test_units_and_posts_as_members(text: str, expected: list[Told]) -> None:
    assert told(text) == (expected, True)


@pytest.mark.parametrize("text", ["", " ", "空缺", "无", "——", "3人", "随意写的话", "吾斯曼拜克", "何力王旦"])
def test_nobody_that_can_be_told(text: str) -> None:
    assert told(text) == ([], False)


def test_one_bad_piece_leaves_the_rest() -> None:
    assert told("李小山 县水务局局长、Q7") == ([LI], False)


def test_a_column_of_names() -> None:
    assert told("吾斯曼拜克", lenient=True) == ([person("吾斯曼拜克")], True)


def test_a_bracket_beside_a_post_is_read_as_the_post() -> None:
    assert told("李小山（正科级）县水务局局长") == ([LI], True)


@pytest.mark.parametrize(
    ("texts", "glued"),
    [
        (["王大川县财政局局长", "李小山县水务局局长"], True),
        (["王大川县财政局局长"], False),
        (["王大川 县财政局局长", "李小山 县水务局局长"], False),
        (["槐川县财政局局长", "槐川县水务局局长"], False),
        ([], False),
    ],
)
def test_names_right_in_front_of_posts(texts: list[str], glued: bool) -> None:
    assert names_glued(texts) is glued


def test_a_glued_list_is_read_with_what_is_known_of_it() -> None:
    assert told("哈斯朝鲁县农牧局局长", glued=True) == ([person("哈斯朝鲁", "县农牧局局长")], True)


def test_only_what_stands_between_two_places() -> None:
    text = "成员：王大川、李小山。职责：统筹"
    members, understood = read_members(text, 3, 10)
    assert [(m.kind, m.at, m.post) for m in members] == [("person", (3, 6), None), ("person", (7, 10), None)]
    assert understood is True


NAME = st.builds(str.__add__, st.sampled_from(SURNAMES), st.text(GIVEN, min_size=1, max_size=2))
PERSON = st.tuples(NAME, st.sampled_from(POSTS))
LAYOUTS: dict[str, Callable[[list[tuple[str, str]]], str]] = {
    "rows": lambda people: "\n".join(f"{name}  {post}" for name, post in people),
    "name-first": lambda people: "；".join(f"{name} {post}" for name, post in people),
    "bracketed": lambda people: "、".join(f"{name}（{post}）" for name, post in people),
    "post-first": lambda people: "；".join(f"{post}{name}" for name, post in people),
    "post-gap-name": lambda people: "\n".join(f"{post}  {name}" for name, post in people),
}


@pytest.mark.parametrize("layout", LAYOUTS)
@settings(max_examples=60, deadline=None, derandomize=True)
@given(people=st.lists(PERSON, min_size=1, max_size=6, unique_by=lambda pair: pair[0]))
def test_any_people_in_any_layout(layout: str, people: list[tuple[str, str]]) -> None:
    assert told(LAYOUTS[layout](people)) == ([person(*pair) for pair in people], True)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(NAME, min_size=1, max_size=8), st.sampled_from("、，；\n"))
def test_any_bare_names(names: list[str], divider: str) -> None:
    assert told(divider.join(names)) == ([person(name) for name in names], True)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(UNITS), min_size=1, max_size=6), st.sampled_from("、，；\n "))
def test_any_units(units: list[str], divider: str) -> None:
    assert told(divider.join(units)) == ([unit(name) for name in units], True)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.text("王大川李小山县财政局长副委、，。；（） 和及等\n1各镇", max_size=40))
def test_members_stand_in_order_and_apart(text: str) -> None:
    members, understood = read_members(text)
    assert understood <= bool(members)
    for member in members:
        assert 0 <= member.at[0] < member.at[1] <= len(text)
        assert text[slice(*member.at)].strip()
        assert member.post is None or 0 <= member.post[0] < member.post[1] <= len(text)
    assert all(one.at[1] <= two.at[0] for one, two in pairwise(members))
