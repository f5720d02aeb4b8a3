"""The headings of columns kept by white space, printed on one line or on several.

            牵头    完成          序号  水库名称    行政责任人
    任务    单位    时限                            姓名    职务
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.layout.cells import cell_at, cell_text, join
from ingest.layout.flat import one_name
from ingest.layout.lines import Line, Page, Paragraph
from ingest.lexicon.columns import column_kind

_WORD = re.compile(r"\S+")
_PADDING = 4
_MOST_LINES = 3
# What stands below a heading that spans several columns.
_BELOW_A_ROLE = ("name", "post", "unit", "remark", "legal_rep")


@dataclass(slots=True)
class Column:
    """A column's display range, its heading, and the heading above that it shares with its neighbours."""

    start: int
    end: int
    head: Paragraph | None
    above: Paragraph | None = None
    shared: bool = False


def read_columns(page: Page, number: int) -> tuple[int, list[Column]]:
    """The columns whose headings begin on line `number`, and the line after the headings."""
    columns = [Column(start, end, cell) for start, end, cell in _printed(page, number)]
    line = number + 1
    while line < min(number + _MOST_LINES, len(page.lines)) and (more := _with_line(columns, _printed(page, line))):
        columns, line = more, line + 1
    return line, columns


def head_rows(columns: list[Column]) -> list[list[Paragraph | None]]:
    """The row of headings, with a row above it where headings span several columns."""
    heads = [column.head for column in columns]
    if not any(column.shared for column in columns):
        return [heads]
    upper = [column.above if column.shared else column.head for column in columns]
    return [upper, [column.head if column.shared else None for column in columns]]


def _with_line(columns: list[Column], below: list[tuple[int, int, Paragraph]]) -> list[Column] | None:
    """The columns with one more line of headings; None if the line holds anything else."""
    under: list[list[tuple[int, int, Paragraph]]] = [[] for _ in columns]
    new: list[Column] = []
    last: int | None = None
    for start, end, cell in below:
        kind = column_kind(cell_text(cell))
        over = max(range(len(columns)), key=lambda k: min(end, columns[k].end) - max(start, columns[k].start))
        if min(end, columns[over].end) > max(start, columns[over].start):
            last = over
        elif last is None or kind not in _BELOW_A_ROLE:
            last = None
        if last is not None:
            under[last].append((start, end, cell))
        elif kind:
            new.append(Column(start, end, cell))
        else:
            return None
    for column, found in zip(columns, under, strict=True):
        if (more := _below(column, found)) is None:
            return None
        new += more
    return sorted(new, key=lambda column: column.start)


def _below(column: Column, found: list[tuple[int, int, Paragraph]]) -> list[Column] | None:
    """What becomes of a column with these words under its heading; None if they are no headings."""
    if not found:
        return [column]
    start, end, cell = found[0]
    if len(found) == 1 and column.head and (
        column_kind(cell_text(column.head) + cell_text(cell)) or cell_text(cell)[0] == "（"
    ):
        whole = join(column.head, cell)
        return [Column(min(start, column.start), max(end, column.end), whole, column.above, column.shared)]
    if not all(column_kind(cell_text(cell)) for _, _, cell in found) or column.shared:
        return None
    return [Column(start, end, cell, None if k else column.head, True) for k, (start, end, cell) in enumerate(found)]


def _printed(page: Page, number: int) -> list[tuple[int, int, Paragraph]]:
    """The stretches of a line, each with its display range."""
    start, text = printed_line(page, page.lines[number])
    columns = display(text)
    cells = [(a, b, cell_at(page, start + a, start + b)) for a, b in pieces(page.folded[start:start + len(text)].expandtabs(1))]
    return [(columns[a], columns[b], cell) for a, b, cell in cells if cell]


def pieces(text: str) -> list[tuple[int, int]]:
    """The stretches of a line that wider gaps part; a padded name or heading (田　　甜, 姓  名) is one."""
    found: list[tuple[int, int]] = []
    before = ""
    for m in _WORD.finditer(text):
        gap = m.start() - found[-1][1] if found else 0
        if found and (gap == 1 or (gap <= _PADDING and _padded(before, m[0]))):
            found[-1] = (found[-1][0], m.end())
        else:
            found.append(m.span())
        before = m[0]
    return found


def _padded(first: str, second: str) -> bool:
    """Are two words the parts of one padded word?"""
    return len(first) == len(second) == 1 and (one_name(first, second) or column_kind(first + second) is not None)


def printed_line(page: Page, line: Line) -> tuple[int, str]:
    """Where the printed line begins, and what is printed on it."""
    start = page.folded.rfind("\n", 0, line.start) + 1
    return start, page.raw[start:line.end]


def display(text: str) -> list[int]:
    """The display column of every character, and of the end."""
    columns, at = [], 0
    for char in text:
        columns.append(at)
        at += 2 if ord(char) > 0x2E7F or char in "“”‘’—…·" else 1
    columns.append(at)
    return columns
