"""Lists of nothing but names, and names with a post glued behind them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.lexicon.names import glued_name, read_names

SURNAMES, GIVEN = "王李张刘陈赵周吴徐孙", "伟芳敏静丽强磊洋勇艳杰娟涛超霞刚"


def names(text: str, lenient: bool = False) -> list[str]:
    return [text[a:b] for a, b in read_names(text, lenient=lenient)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("王大川", ["王大川"]),
        ("王大川、李小山", ["王大川", "李小山"]),
        ("王大川和李小山", ["王大川", "李小山"]),
        ("孙玉，王大川以及李小山", ["孙玉", "王大川", "李小山"]),
        ("王大川 李小山", ["王大川", "李小山"]),
        ("王 伟、李小山", ["王 伟", "李小山"]),
        ("王大川、李小山等3人", ["王大川", "李小山"]),
        ("王大川、李小山等同志", ["王大川", "李小山"]),
        ("王大川、李小山二同志", ["王大川", "李小山"]),
        ("王大川、李小山二", ["王大川", "李小山"]),
        ("王大川等2名同志", ["王大川"]),
        ("王大川同志", ["王大川"]),
        ("王大川老师、李小山教授", ["王大川", "李小山"]),
        ("古丽仙·买买提、王大川（回族）", ["古丽仙·买买提", "王大川"]),
        ("王大川（女）、李小山", ["王大川", "李小山"]),
        ("和平、王大川", ["和平", "王大川"]),
    ],
)
def test_names(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize("text", ["", " ", "王大川、县财政局", "王大川二", "县财政局局长", "图布新额尔", "王大川任组长", "、"])
def test_more_than_names(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize("text", ["图布新额尔", "杜工部", "哈斯巴特尔"])
def test_where_nothing_else_is_left(text: str) -> None:
    assert names(text, lenient=True) == [text]


@pytest.mark.parametrize("text", ["副县长", "公安", "主任", "县财政局局长"])
def test_not_even_where_nothing_else_is_left(text: str) -> None:
    assert names(text, lenient=True) == []


def test_between_two_places() -> None:
    text = "任命王大川、李小山为副局长"
    assert read_names(text, 2, 9) == [(2, 5), (6, 9)]
    assert read_names(text, 2, 10) == []


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    st.lists(st.builds(str.__add__, st.sampled_from(SURNAMES), st.text(GIVEN, min_size=1, max_size=2)), min_size=1, max_size=8),
    st.sampled_from("、，"),
    st.sampled_from(["", "同志", "等同志", "等3人"]),
)
def test_any_list_of_names(people: list[str], joint: str, tail: str) -> None:
    assert names(joint.join(people) + tail) == people


@pytest.mark.parametrize(
    ("word", "length"),
    [
        ("白志强县交通运输局局长", 3),
        ("王伟县财政局局长", 2),
        ("欧阳修县教育局局长", 3),
        ("诸葛明亮县长", 4),
        ("古丽仙·买买提副县长", 7),
        ("李小山副县长", 3),
        ("县财政局局长", 0),
        ("各乡镇镇长", 0),
        ("王大川", 0),
        ("王伟", 0),
        ("", 0),
    ],
)
def test_glued_names(word: str, length: int) -> None:
    assert glued_name(word) == length


def test_what_settles_glued_names() -> None:
    assert glued_name("尼玛次仁县委书记", known={"尼玛次仁"}) == 4
    assert glued_name("王小利槐川县教育局局长", place="槐川县") == 3
    assert glued_name("王小槐川县教育局局长", place="槐川县") == 2
