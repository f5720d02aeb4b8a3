"""Tables that lost their lines: rows run into one paragraph, or columns kept apart by one blank.

序号 政策措施 牵头单位 完成时限 1 留抵退税应退尽退 县税务局 6月30日前 2 缓缴保险费 县人社局 年底前
姓名 单位 执法证号 / 靳 磊 县综合执法队 140000001
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence

from ingest.lexicon.columns import column_kind
from ingest.lexicon.people import COMPOUND, is_name, may_be_name, surname_first
from ingest.lexicon.posts import is_post, is_unit

Span = tuple[int, int]

_WORD = re.compile(r"\S+")
_FIRST = ("1", "1.", "1、", "一", "一、", "01", "001")
_NUMBER = re.compile(r"\d{1,3}[.、．]?$")
_LIMIT = re.compile(r".*(?:前|底|末|年|月|日|季度|长期|持续|全年|立行立改|坚持|内)$")
_CATEGORY = re.compile(r".*(?:机关|组织|单位|类|授权|委托)$")
_NONE = re.compile(r"[—\-–/无]+$")
_SINGLE = frozenset(("number", "holders", "certificate", "name", "legal_rep", "a_role", "b_role"))
_NEVER = -1000.0
_SAME = 1e-9


def words(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The words between blanks, from `start` to `end`, the characters of a padded name as one word.

        1 靳 磊 县综合执法队  →  1, 靳 磊, 县综合执法队
    """
    spans = [m.span() for m in _WORD.finditer(text, start, len(text) if end is None else end)]
    merged: list[Span] = []
    for a, b in spans:
        if merged and one_name(text[slice(*merged[-1])], text[a:b]):
            merged[-1] = (merged[-1][0], b)
        else:
            merged.append((a, b))
    return merged


def one_name(first: str, second: str) -> bool:
    """Are two words the parts of one padded name?

        靳, 磊; 欧阳, 修    are
        靳, 男              are a name's end and a sex
    """
    if not re.match(r"[\u3400-\u9fff]{1,2}$", first) or not re.match(r"[\u3400-\u9fff]{1,2}$", second):
        return False
    if len(first) == 1:
        return (
            surname_first(first) and is_name(first + second) and not (second in "男女" and len(second) == 1)
        )
    return first in COMPOUND and is_name(first + second)


def rows(text: str) -> tuple[int, list[list[Span | None]], int] | None:
    """Where a table run into `text` begins, its rows (head first), where it ends; None if there is none.

        附表 序号 政策措施 牵头单位 完成时限 1 缓缴保险费 县人社局 年底前 2 留抵退税 县税务局 6月30日前
        →  begins at 3, three rows of four cells, ends at the end
    """
    if not ("序号" in text or "编号" in text) or len(text) < 24:
        return None
    spans = words(text)
    found = [text[a:b] for a, b in spans]
    begin = next((k for k, word in enumerate(found) if word in ("序号", "编号")), None)
    if begin is None:
        return None
    first = next((k for k in range(begin + 3, min(begin + 13, len(found))) if found[k] in _FIRST), None)
    if first is None:
        return None
    kinds = [column_kind(word) for word in found[begin:first]]
    if sum(kind is not None for kind in kinds) * 3 < len(kinds) * 2:
        return None
    table: list[list[Span | None]] = [list(spans[begin:first])]
    end = first
    for start, stop in _cuts(found, first, len(kinds)):
        row = align(text, spans[start:stop], kinds)
        table.append(row)
        end = stop
    return (spans[begin][0], table, spans[end - 1][1]) if len(table) > 1 else None


def _cuts(found: Sequence[str], first: int, width: int) -> Iterator[Span]:
    """The rows, each from its number to the next."""
    start, number = first, 1
    while True:
        following = next(
            (k for k in range(start + width, len(found)) if _is_number(found[k], number + 1)), None
        )
        following = following or next(
            (k for k in range(start + 2, min(start + width, len(found))) if _is_number(found[k], number + 1)),
            None,
        )
        if following is None:
            yield start, min(start + width, len(found))
            return
        yield start, following
        start, number = following, number + 1


def _is_number(word: str, number: int) -> bool:
    return bool(_NUMBER.match(word)) and int(word.rstrip(".、．")) == number


def align(text: str, spans: Sequence[Span], kinds: Sequence[str | None]) -> list[Span | None]:
    """The words of a row under their columns: in order, where each fits best by its form, the first if several do.

        1 留抵退税 应退尽退 县税务局 6月30日前     under number, None, unit, time_limit
        →  1 | 留抵退税 应退尽退 | 县税务局 | 6月30日前
    """
    count, width = len(spans), len(kinds)
    if count == width:
        return list(spans)
    best = [[_NEVER] * (width + 1) for _ in range(count + 1)]
    taken = [[0] * (width + 1) for _ in range(count + 1)]
    best[0][0] = 0.0
    for column in range(1, width + 1):
        for done in range(count + 1):
            for begin in range(done, max(-1, done - 13), -1):
                score = best[begin][column - 1] + _fit(text, spans[begin:done], kinds[column - 1])
                if score > best[done][column] + _SAME:
                    best[done][column], taken[done][column] = score, begin
    row: list[Span | None] = []
    done = count
    for column in range(width, 0, -1):
        begin = taken[done][column]
        row.insert(0, (spans[begin][0], spans[done - 1][1]) if done > begin else None)
        done = begin
    return row


def fits(text: str, spans: Sequence[Span], row: Sequence[Span | None], kinds: Sequence[str | None]) -> bool:
    """Is the line a row of the table: no sentence, nearly as many words as columns, most of their kind?

        2 靳 磊 县综合执法队 140000002    under number, name, unit, certificate: is
        以上人员自发文之日起履行职责。    is not
    """
    if not len(kinds) - 1 <= len(spans) <= len(kinds) + 6 or re.search("[。：；]", text):
        return False
    scores = [
        _fits("".join(text[cell[0] : cell[1]].split()), kind)
        for cell, kind in zip(row, kinds, strict=True)
        if cell
    ]
    return sum(score > 0 for score in scores) * 4 >= len(kinds) * 3


def _fit(text: str, spans: Sequence[Span], kind: str | None) -> float:
    """How well the words fit a column of this kind."""
    if not spans:
        return -2.0
    if kind in _SINGLE and len(spans) > 1:
        return -6.0
    total = sum(_fits(text[a:b], kind) for a, b in spans)
    return total / math.sqrt(len(spans)) - 0.3 * (len(spans) - 1)


def _fits(word: str, kind: str | None) -> float:
    if _NONE.match(word):
        return 1.0
    if kind == "number":
        return 2.0 if _NUMBER.match(word) else -5.0
    if kind == "holders":
        return 3.0 if re.match(r"\d+", word) else -4.0
    if kind == "certificate":
        return 3.0 if re.search(r"\d{3}", word) else -4.0
    if kind == "time_limit":
        return 3.0 if _LIMIT.match(word) and not is_unit(word) else -2.0
    if kind in ("name", "legal_rep", "a_role", "b_role"):
        return 3.0 if is_name(word) else 1.0 if may_be_name(word) and len(word) <= 4 else -3.0
    if kind in ("unit", "responsibility"):
        return 2.0 if is_unit(word) or word.startswith("各") else 1.0 if is_name(word) else -1.0
    if kind in ("post", "appointed", "removed"):
        return 2.0 if is_post(word) else 0.0
    if kind == "category":
        return 1.5 if _CATEGORY.match(word) else 0.0
    return -0.5 if re.match(r"\d+$", word) or (is_unit(word) and len(word) < 16) else 0.8
