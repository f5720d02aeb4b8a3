"""Dates as documents print them.

    2020年7月21日    二〇二〇年七月二十一日    2021-05-18    9月底前 (of the document's year)
"""

from __future__ import annotations

import calendar
import re
from datetime import date

_CN = {**{c: i for i, c in enumerate("〇一二三四五六七八九")}, **dict.fromkeys("零○oOО0Ｏ", 0), "两": 2}
_YEAR = r"(?:\d{4}|[一二][一二三四五六七八九〇零○oOО0]{3})"
_SMALL = r"(?:\d{1,2}|[一二三]?十?[一二三四五六七八九十])"
DATE = re.compile(rf"(?P<year>{_YEAR})[ ]{{0,3}}年[ ]{{0,3}}(?P<month>{_SMALL})[ ]{{0,3}}月[ ]{{0,3}}(?P<day>{_SMALL}|[一二三]?十)[ ]{{0,3}}日")
ISO = re.compile(r"(?P<year>(?:19|20)\d\d)[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)")
_YEAR_ONLY = re.compile(rf"({_YEAR})[ ]?年")
_QUARTER = {"一": 3, "二": 6, "三": 9, "四": 12, "1": 3, "2": 6, "3": 9, "4": 12}


def number(text: str) -> int | None:
    """The number that `text` writes in Arabic or Chinese figures (二十一, 二〇二〇), None if none."""
    text = text.strip()
    if text.isdigit():
        return int(text)
    if not text or any(c not in _CN and c != "十" for c in text):
        return None
    if "十" in text:
        tens, _, ones = text.partition("十")
        return (_CN[tens] if tens else 1) * 10 + (_CN[ones] if ones else 0)
    return int("".join(str(_CN[c]) for c in text))


def iso(match: re.Match[str]) -> str | None:
    """The match of DATE or ISO as YYYY-MM-DD, None for a day that does not exist."""
    parts = [number(match[name]) for name in ("year", "month", "day")]
    try:
        return date(*parts).isoformat()  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return None


def last_day(value: str, year: int | None) -> str | None:
    """The last day (ISO) that a printed time limit allows, None where it names none.

    `year` is the document's, for limits that print none: "9月底前", "第三季度", "年底前".
    """
    days = list(DATE.finditer(value)) + list(ISO.finditer(value))
    if days:
        return iso(days[-1])
    if printed := _YEAR_ONLY.findall(value):
        year = number(printed[-1])
    if year is None or "每" in value:
        return None
    if m := re.search(rf"({_SMALL})[ ]?月[ ]?(?:份)?[ ]?(?:({_SMALL})[ ]?日|(底|末|上旬|中旬|下旬))?(?!.*月)", value):
        return _month_end(year, number(m[1]), number(m[2]) if m[2] else {"上旬": 10, "中旬": 20}.get(m[3] or ""))
    if m := re.search(r"第?([一二三四1-4])季度", value):
        return _month_end(year, _QUARTER[m[1]], None)
    if re.search(r"(?<!下)半年", value):
        return f"{year}-06-30"
    return f"{year}-12-31" if re.search(r"年底|年末|年内|全年|年$|年前|下半年|本年度", value) else None


def _month_end(year: int, month: int | None, day: int | None) -> str | None:
    if not month or not 1 <= month <= 12:
        return None
    last = calendar.monthrange(year, month)[1]
    if day and day > last:
        return None
    return date(year, month, day or last).isoformat()
