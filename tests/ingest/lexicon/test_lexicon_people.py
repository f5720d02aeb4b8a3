"""What can be a person's name."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.lexicon.people import COMPOUND, NOT_NAMES, SINGLE, is_name, may_be_name, surname_first

NAMES = "王伟 王大川 欧阳修 欧阳修文 令狐远 司马光明 古丽仙·买买提 尼玛·次仁 买买提 白云山 綦江 钱学 周行 陈会"
WORDS = (
    "公安局 党政办 各乡镇 成员 全县 县委办 高院 李家村 常委 江苏 平安 副县长 陈主任 马乡 县长 组长 水利局 "
    "法院 农业 公司 任命 安全 相关 居委会 乡镇 通知"
)


@pytest.mark.parametrize("word", NAMES.split())
def test_names(word: str) -> None:
    assert is_name(word) is True
    assert may_be_name(word) is True


@pytest.mark.parametrize("word", WORDS.split())
def test_words_that_begin_like_names(word: str) -> None:
    assert is_name(word) is False


@pytest.mark.parametrize("word", ["", "王", "王大川山", "王 伟", "王大川，", "A王", "·", "王·", "12", "欧阳修文远"])
def test_what_has_no_names_form(word: str) -> None:
    assert is_name(word) is False


@pytest.mark.parametrize(
    ("word", "may"),
    [
        ("阿依古丽", True),
        ("哈斯巴特尔", True),
        ("那日苏", True),
        ("古丽仙·买买提·艾山", True),
        ("格", False),
        ("哈斯巴特尔图布新额", False),
        ("负责日常", False),
        ("县财政局", False),
        ("副县长", False),
        ("各乡镇", False),
        ("东山镇", False),
        ("Ab", False),
        ("全体社", False),
    ],
)
def test_what_may_stand_in_a_column_of_names(word: str, may: bool) -> None:
    assert may_be_name(word) is may


@pytest.mark.parametrize(
    ("word", "first"),
    [
        ("王大川", True),
        ("欧阳修", True),
        ("澹台明", True),
        ("县委", False),
        ("局长", False),
        ("·王", False),
    ],
)
def test_surname_first(word: str, first: bool) -> None:
    assert surname_first(word) is first


# 东方 is a direction, too: not asked for here.
@pytest.mark.parametrize("surname", ["王", "李", "綦", "逯", "洛", *sorted({*COMPOUND} - {"东方"})])
def test_any_surname_with_any_plain_given_name(surname: str) -> None:
    assert [is_name(surname + given) for given in ("志强", "小兰", "晓敏")] == [True, True, True]


def test_no_listed_word_is_a_name() -> None:
    assert [word for word in sorted(NOT_NAMES) if is_name(word)] == []


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.text(alphabet=SINGLE[:60] + "县局长的·（ A1", max_size=9))
def test_a_name_is_han_of_a_names_length(word: str) -> None:
    if is_name(word) and "·" not in word:
        assert 2 <= len(word) <= 4
        assert surname_first(word)
        assert not set(word) & set("（ A1")
