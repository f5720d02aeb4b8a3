"""Dates as documents print them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.lexicon.dates import DATE, ISO, iso, last_day, number

FIGURES = "〇一二三四五六七八九"


def read(text: str) -> str | None:
    match = DATE.search(text) or ISO.search(text)
    return iso(match) if match else None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024年3月5日", "2024-03-05"),
        ("2024 年 3 月 5 日", "2024-03-05"),
        ("二〇二四年三月五日", "2024-03-05"),
        ("二○二四年十二月三十一日", "2024-12-31"),
        ("二零二四年十月十日", "2024-10-10"),
        ("二O二一年二月二十八日", "2021-02-28"),
        ("一九九八年六月一日", "1998-06-01"),
        ("二〇二〇年二月二十九日", "2020-02-29"),
        ("2024-3-5", "2024-03-05"),
        ("2024.3.5", "2024-03-05"),
        ("2024/03/05", "2024-03-05"),
        ("印发日期2024年11月20日印发", "2024-11-20"),
        ("2024年2月30日", None),
        ("2024.13.5", None),
        ("2024.3.55", None),
        ("二〇二一年二月二十九日", None),
        ("2024年3月", None),
        ("三月五日", None),
        ("1.2.3", None),
        ("", None),
    ],
)
def test_days(text: str, day: str | None) -> None:
    assert read(text) == day


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("二十一", 21),
        ("十", 10),
        ("十二", 12),
        ("三十", 30),
        ("二〇二〇", 2020),
        ("21", 21),
        (" 7 ", 7),
        ("两", 2),
        ("〇", 0),
        ("零五", 5),
        ("二十一日", None),
        ("", None),
        ("百", None),
        ("A", None),
    ],
)
def test_numbers(text: str, value: int | None) -> None:
    assert number(text) == value


@pytest.mark.parametrize(
    ("limit", "year", "day"),
    [
        ("2024年3月底前", None, "2024-03-31"),
        ("3月底前", 2024, "2024-03-31"),
        ("2月", 2023, "2023-02-28"),
        ("2月", 2024, "2024-02-29"),
        ("九月底前", 2024, "2024-09-30"),
        ("十二月底", 2024, "2024-12-31"),
        ("3月15日前", 2024, "2024-03-15"),
        ("6月上旬", 2024, "2024-06-10"),
        ("6月中旬", 2024, "2024-06-20"),
        ("6月下旬", 2024, "2024-06-30"),
        ("3月至9月", 2024, "2024-09-30"),
        ("2024年3月5日至2024年6月1日", None, "2024-06-01"),
        ("第三季度", 2024, "2024-09-30"),
        ("三季度末", 2024, "2024-09-30"),
        ("4季度", 2024, "2024-12-31"),
        ("上半年", 2024, "2024-06-30"),
        ("年底前", 2024, "2024-12-31"),
        ("2025年底前", 2024, "2025-12-31"),
        ("2024年", None, "2024-12-31"),
        ("二〇二四年底", None, "2024-12-31"),
        ("2024.3.5", None, "2024-03-05"),
        ("2月30日", 2024, None),
        ("13月", 2024, None),
        ("2024.13.5", None, None),
        ("每月底", 2024, None),
        ("长期坚持", 2024, None),
        ("即时", 2024, None),
        ("全年", None, None),
        ("9月底前", None, None),
        ("", 2024, None),
    ],
)
def test_the_last_day_of_a_limit(limit: str, year: int | None, day: str | None) -> None:
    assert last_day(limit, year) == day


def chinese(value: int) -> str:
    tens, ones = divmod(value, 10)
    return ("" if tens == 0 else "十" if tens == 1 else FIGURES[tens] + "十") + (FIGURES[ones] if ones else "")


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.dates(date(1950, 1, 1), date(2059, 12, 31)))
def test_every_day_in_every_spelling(day: date) -> None:
    year = "".join(FIGURES[int(figure)] for figure in str(day.year))
    spellings = (
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year}年{day.month:02}月{day.day:02}日",
        f"{year}年{chinese(day.month)}月{chinese(day.day)}日",
        f"{day.year}-{day.month}-{day.day}",
        f"{day.year}.{day.month:02}.{day.day:02}",
    )
    assert [read(text) for text in spellings] == [day.isoformat()] * len(spellings)
    assert [last_day(text, None) for text in spellings] == [day.isoformat()] * len(spellings)
