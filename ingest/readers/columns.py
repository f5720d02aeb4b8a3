"""From characters with places on a page to printed lines in reading order.

    左栏第一行 │ 右栏第一行          左栏第一行
    左栏第二行 │ 右栏第二行    →     左栏第二行
                                    右栏第一行 …

Used for the characters of a PDF and of recognised images alike. Lengths are points, y grows downwards.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

_CROSSING = (
    0.02,
    0.08,
    0.2,
)  # the share of a page's lines that may run across both columns, tried in this order

Gutter = tuple[float, float]


@dataclass(slots=True)
class Char:
    """A printed character and its box: the full advance, not only the ink."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(slots=True)
class Line:
    """A printed line.

    `column` is 0 where the page has one column and for what runs across two, 1 and 2 in the left and
    the right one; `left` and `right` are the column's edges, as far as they are known.
    """

    chars: list[Char]
    x0: float
    x1: float
    top: float
    bottom: float
    column: int = 0
    left: float = 0.0
    right: float = 0.0

    @property
    def em(self) -> float:
        """The width of a Chinese character on this line."""
        wide = [char.x1 - char.x0 for char in self.chars if char.text >= "\u2e80"]
        return median(wide) if wide else (self.bottom - self.top) * 0.8


@dataclass(slots=True)
class Block:
    """Something that is no text line but has a place among them (a table)."""

    content: object
    x0: float
    x1: float
    top: float
    bottom: float


Printed = Line | Block


def in_reading_order(
    chars: Sequence[Char], blocks: Sequence[Block] = (), gutter: Gutter | None = None
) -> list[Printed]:
    """The page's lines and blocks as they are read: column by column, headings across first.

    `gutter` is that of the document's other pages, for a page too short to show its own.
    """
    gutter = find_gutter(chars) or gutter
    if gutter is None:
        return _column(rows(chars), blocks)
    left, right, across = _parted(rows(chars), blocks, gutter)
    ordered: list[Printed] = []
    for low, high in _bands(across):
        for column, side in enumerate((left, right), 1):
            part = [item for item in side if low <= (item.top + item.bottom) / 2 < high]
            lines = [replace(item, column=column) for item in part if isinstance(item, Line)]
            ordered += _column(lines, [item for item in part if isinstance(item, Block)])
        ordered += [item for item in across if item.top == high]
    return ordered


def rows(chars: Iterable[Char]) -> list[Line]:
    """The characters as lines from top to bottom, each from left to right."""
    lines: list[list[Char]] = []
    middle = 0.0
    for char in sorted(chars, key=lambda c: (c.middle, c.x0)):
        if lines and abs(char.middle - middle) < 0.45 * min(
            char.bottom - char.top, lines[-1][0].bottom - lines[-1][0].top
        ):
            lines[-1].append(char)
        else:
            lines.append([char])
        middle = (
            char.middle if len(lines[-1]) == 1 else middle + (char.middle - middle) / len(lines[-1])
        )
    return [_line(line) for line in lines]


def text_of(line: Line, justified: bool = False) -> str:
    """The line's characters with the blanks that its gaps stand for.

    Gaps that all characters share come from justification and are none; a narrow gap is one blank, one of a
    character's width or more becomes as many wide blanks. `justified` tells that the line was stretched to
    fill its cell, so that even two equal gaps are justification.
    """
    chars, em = line.chars, line.em or 1.0
    gaps = [(after.x0 - before.x1) / em for before, after in pairwise(chars)]
    common = _common_gap(gaps, 1 if justified else 5)
    text = chars[0].text
    for gap, char in zip(gaps, chars[1:], strict=True):
        wide = gap - common
        if wide > 0.75:
            text += "\u3000" * min(20, max(round(wide), 2 if wide > 1.35 else 1))
        elif wide > _blank_from(text[-1], char.text):
            text += " "
        text += char.text
    return text


def unbreakable(line: Line) -> float:
    """The width of what had to stand together at the beginning of the line: a word and its marks."""
    chars = line.chars
    end = 0
    while end < len(chars) - 1 and chars[end].text in "（《“〔([":
        end += 1
    while end < len(chars) - 1 and chars[end].text.isascii() and chars[end + 1].text.isascii():
        end += 1
    while end < len(chars) - 1 and chars[end + 1].text in "，。、；：）》”〕！？)]%":
        end += 1
    return chars[end].x1 - chars[0].x0


def _blank_from(before: str, after: str) -> float:
    """The gap, in characters, from which on a blank is meant: figures stand a quarter off by themselves."""
    if before < "\u2e80" and after < "\u2e80":
        return 0.15
    figures = (before.isascii() and before.isalnum()) or (after.isascii() and after.isalnum())
    return 0.45 if figures else 0.17


def _common_gap(gaps: Sequence[float], least: int) -> float:
    """The gap by which the whole line is spaced out, 0 for a line that is not."""
    if len(gaps) < least:
        return 0.0
    usual = median(gaps)
    if usual <= 0.05:
        return 0.0
    near = sum(1 for gap in gaps if abs(gap - usual) < max(0.12, usual * 0.25))
    return usual if near * 10 >= len(gaps) * 6 else 0.0


def _line(chars: list[Char]) -> Line:
    chars.sort(key=lambda char: char.x0)
    return Line(
        chars,
        chars[0].x0,
        max(c.x1 for c in chars),
        min(c.top for c in chars),
        max(c.bottom for c in chars),
    )


def _column(lines: list[Line], blocks: Sequence[Block]) -> list[Printed]:
    items: list[Printed] = [*lines, *blocks]
    return sorted(items, key=lambda item: (item.top, item.x0))


def find_gutter(chars: Sequence[Char]) -> Gutter | None:
    """The blank strip between two columns of running text, None where there is but one column."""
    lines = rows(chars)
    if len(chars) < 80 or len(lines) < 5:
        return None
    em = median(line.em for line in lines)
    x0, x1 = min(line.x0 for line in lines), max(line.x1 for line in lines)
    low, high = x0 + (x1 - x0) * 0.3, x0 + (x1 - x0) * 0.7
    cover = _cover(lines, low, high, em / 8)
    for crossing in _CROSSING:
        gutter = _widest_below(cover, low, em / 8, crossing * len(lines))
        if gutter and gutter[1] - gutter[0] >= 0.7 * em and _is_between_columns(lines, gutter, em):
            return gutter
    return None


def _cover(lines: Sequence[Line], low: float, high: float, step: float) -> list[int]:
    """How many characters stand over each strip of width `step` between `low` and `high`."""
    cover = [0] * (int((high - low) / step) + 1)
    for line in lines:
        for char in line.chars:
            first, last = int((char.x0 - low) / step), int((char.x1 - low) / step)
            for place in range(max(0, first), min(len(cover), last + 1)):
                cover[place] += 1
    return cover


def _widest_below(cover: Sequence[int], low: float, step: float, most: float) -> Gutter | None:
    """The widest stretch over which no more than `most` characters stand."""
    best, start = (0, 0), 0
    for place, count in enumerate([*cover, most + 1]):
        if count > most:
            best = max(best, (start, place), key=lambda run: run[1] - run[0])
            start = place + 1
    return (low + best[0] * step, low + best[1] * step) if best[1] > best[0] else None


def _is_between_columns(lines: Sequence[Line], gutter: Gutter, em: float) -> bool:
    """Are the columns beside the gutter of one width, with running text in both? A roster's are not."""
    left, right, _ = _parted(lines, (), gutter)
    lefts = [item for item in left if isinstance(item, Line)]
    rights = [item for item in right if isinstance(item, Line)]
    if len(lefts) < 4 or len(rights) < 3:
        return False
    left_edge, right_edge = min(line.x0 for line in lefts), max(line.x1 for line in rights)
    widths = gutter[0] - left_edge, right_edge - gutter[1]
    if min(widths) < 8 * em or min(widths) < max(widths) * 0.8:
        return False
    full = sum(
        1
        for line in lefts
        if line.x1 > gutter[0] - 1.6 * em and line.x1 - line.x0 > widths[0] * 0.8
    )
    begun = sum(1 for line in rights if line.x0 < gutter[1] + 3.2 * em)
    full_right = sum(1 for line in rights if line.x1 - line.x0 > widths[1] * 0.8)
    return full >= 3 and full_right >= 1 and begun >= len(rights) * 0.7


def _parted(
    lines: Sequence[Line], blocks: Sequence[Block], gutter: Gutter
) -> tuple[list[Printed], list[Printed], list[Printed]]:
    """What stands left of the gutter, right of it, and across it."""
    left: list[Printed] = []
    right: list[Printed] = []
    across: list[Printed] = []
    middle = (gutter[0] + gutter[1]) / 2
    for line in lines:
        cut = bisect_right([char.x0 for char in line.chars], middle)
        before, after = line.chars[:cut], line.chars[cut:]
        if not after or not before:
            (
                left
                if not after and before[-1].x1 <= gutter[1] + line.em
                else right
                if not before
                else across
            ).append(line)
        elif after[0].x0 - before[-1].x1 >= min((gutter[1] - gutter[0]) * 0.7, 2 * line.em):
            left.extend(rows(before))
            right.extend(rows(after))
        else:
            across.append(line)
    for block in blocks:
        (left if block.x1 <= gutter[1] else right if block.x0 >= gutter[0] else across).append(
            block
        )
    return left, right, across


def _bands(across: list[Printed]) -> list[tuple[float, float]]:
    """The stretches of the page between what runs across both columns, the rest of the page last."""
    across.sort(key=lambda item: item.top)
    tops = [float("-inf"), *dict.fromkeys(item.top for item in across), float("inf")]
    return list(pairwise(tops))
