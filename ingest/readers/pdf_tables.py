"""Ruled tables of PDF pages: cells by their rules, text by its place, rows whole again over page breaks.

    ┌────┬────────┐
    │序号│ 责任单位│   →   | 序号 | 责任单位 |
    │ 1  │县财政局│       | 1 | 县财政局 |
    └────┴────────┘
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pdfplumber
import pypdfium2 as pdfium
import pypdfium2.raw as raw

from ingest.readers.columns import Char, rows, text_of, unbreakable
from ingest.readers.table import Cell, render_rows

Box = tuple[float, float, float, float]

_NEAR = 3.0
_ENDED = re.compile(r"[。！？]$")


@dataclass(slots=True)
class PageTable:
    """A ruled table: cells row by row, each where it begins; the page of every row; edges of its columns.

    `is_open` where no rule closes it at the top: its first row began on another page.
    """

    box: Box
    rows: list[list[Cell]]
    pages: list[int]
    edges: list[float]
    is_open: bool

    def lines(self) -> Iterator[tuple[int, str]]:
        """The table's lines, each with the number of its page."""
        for row, line in render_rows(self.rows):
            yield self.pages[row], line

    def goes_on_with(self, other: PageTable) -> bool:
        """Is `other`, the next thing printed, on a new page or in a new column and of the same columns?"""
        shift = other.edges[0] - self.edges[0]
        moved = other.pages[0] != self.pages[-1] or other.box[1] < self.box[1]
        return (
            moved
            and len(self.edges) == len(other.edges)
            and all(
                abs(a + shift - b) < 2 * _NEAR for a, b in zip(self.edges, other.edges, strict=True)
            )
        )

    def append(self, other: PageTable) -> None:
        """Takes on the rows of `other`: without a repeated head, a row cut by the page made whole."""
        skip = _same_rows(self.rows, other.rows)
        fresh, pages = other.rows[skip:], other.pages[skip:]
        if fresh and _is_cut(self.rows[-1], fresh[0], other.is_open and not skip):
            for cell, rest in zip(self.rows[-1], fresh[0], strict=True):
                cell.filled = [*(cell.filled or []), *(rest.filled or [])]
                cell.lines += rest.lines
            fresh, pages = fresh[1:], pages[1:]
        self._carry_down(fresh)
        self.box = other.box
        self.rows += fresh
        self.pages += pages

    def _carry_down(self, fresh: list[list[Cell]]) -> None:
        """A merged cell that goes on over the page is printed once: its text is the next rows', too."""
        if not fresh or not fresh[0] or fresh[0][0].lines or len(fresh[0]) < 2:
            return
        above = next(
            (row[0] for row in reversed(self.rows) if len(row) == len(self.edges) - 1), None
        )
        if above is not None and any(cell.lines for cell in fresh[0][1:]):
            fresh[0][0].lines, fresh[0][0].filled = list(above.lines), above.filled


def has_rulings(page: pdfium.PdfPage) -> bool:
    """Does the page hold lines enough, in both directions, to frame two cells?"""
    flat = upright = 0
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=3):
        left, bottom, right, top = item.get_bounds()
        wide, high = right - left, top - bottom
        flat += wide > 20
        upright += high > 8
        if flat > 2 and upright > 2:
            return True
    return False


def cut_out_tables(
    path: Path, number: int, chars: Sequence[Char]
) -> tuple[list[Char], list[PageTable]]:
    """The page's characters outside its ruled tables, and the tables with the characters inside them.

    A frame of a single cell is decoration, not a table. A row cut by the page's end has no rule there in some
    programs' PDFs: the ends of the upright rules close it.
    """
    with pdfplumber.open(path, pages=[number + 1]) as document:
        page = document.pages[0]
        upright = [edge for edge in page.edges if edge["orientation"] == "v"]
        ends = (
            [min(edge["top"] for edge in upright), max(edge["bottom"] for edge in upright)]
            if upright
            else []
        )
        found = [
            table
            for table in page.find_tables({"explicit_horizontal_lines": ends})
            if len(table.cells) > 1
        ]
        boxes = [[_box(cell) for cell in table.cells] for table in found]
        flat = [edge for edge in page.edges if edge["orientation"] == "h"]
    outside = list(chars)
    tables = []
    for cells in boxes:
        frame = (
            min(c[0] for c in cells),
            min(c[1] for c in cells),
            max(c[2] for c in cells),
            max(c[3] for c in cells),
        )
        inside = [char for char in outside if _holds(frame, char)]
        if len(inside) * 2 < len(cells):
            continue
        outside = [char for char in outside if not _holds(frame, char)]
        is_open = not any(
            abs(edge["top"] - frame[1]) < _NEAR and edge["x0"] < frame[2] and edge["x1"] > frame[0]
            for edge in flat
        )
        tables.append(_table(frame, cells, inside, number, is_open))
    return outside, tables


def _table(frame: Box, cells: list[Box], chars: list[Char], page: int, is_open: bool) -> PageTable:
    columns = _edges([edge for cell in cells for edge in (cell[0], cell[2])])
    lines = _edges([edge for cell in cells for edge in (cell[1], cell[3])])
    grid: list[list[Cell]] = [[] for _ in lines[1:]]
    begins = {(_index(lines, cell[1]), _index(columns, cell[0])): cell for cell in cells}
    covered: set[tuple[int, int]] = set()
    for r in range(len(lines) - 1):
        for c in range(len(columns) - 1):
            if (r, c) in covered:
                continue
            box = begins.get((r, c))
            if box is None:
                grid[r].append(Cell([]))
                continue
            down, right = _index(lines, box[3]) - r, _index(columns, box[2]) - c
            covered |= {(r + i, c + j) for i in range(down) for j in range(right)}
            grid[r].append(
                _cell(
                    box, [char for char in chars if _holds(box, char)], max(down, 1), max(right, 1)
                )
            )
    return PageTable(frame, grid, [page] * len(grid), columns, is_open)


def _cell(box: Box, chars: list[Char], down: int, right: int) -> Cell:
    printed = rows(chars)
    if not printed:
        return Cell([], down, right, [])
    pad = max(0.0, min(min(line.x0 - box[0], box[2] - line.x1) for line in printed))
    room = box[2] - box[0] - 2 * pad
    heads = [*(unbreakable(line) for line in printed[1:]), 2.3 * printed[-1].em]
    filled = [
        line.x1 - line.x0 + head > room - 0.2 * line.em
        for line, head in zip(printed, heads, strict=True)
    ]
    stretched = [line.x1 - line.x0 > room - 0.3 * line.em for line in printed[:-1]] + [False]
    return Cell(
        [text_of(*pair) for pair in zip(printed, stretched, strict=True)], down, right, filled
    )


def _same_rows(before: Sequence[Sequence[Cell]], after: Sequence[Sequence[Cell]]) -> int:
    """How many rows at the beginning of `after` repeat the head of `before`."""
    count = 0
    for old, new in zip(before, after[:3], strict=False):
        if [cell.lines for cell in old] != [cell.lines for cell in new] or not any(
            cell.lines for cell in new
        ):
            break
        count += 1
    return count


def _is_cut(before: Sequence[Cell], after: Sequence[Cell], is_open: bool) -> bool:
    """Is `after` the rest of the row `before`, cut by the page's end?"""
    if len(before) != len(after) or any(cell.rows > 1 for cell in after):
        return False
    if is_open:
        return True
    pairs = [(old, new) for old, new in zip(before, after, strict=True) if new.lines]
    if not pairs or len(pairs) == len(after) or not all(old.lines for old, _ in pairs):
        return False
    return any(
        old.filled and old.filled[-1] and not _ENDED.search(old.lines[-1]) for old, _ in pairs
    )


def _edges(values: list[float]) -> list[float]:
    """The distinct ones among nearly equal positions."""
    distinct: list[float] = []
    for value in sorted(values):
        if not distinct or value - distinct[-1] > _NEAR:
            distinct.append(value)
    return distinct


def _index(edges: Sequence[float], value: float) -> int:
    return min(range(len(edges)), key=lambda k: abs(edges[k] - value))


def _box(cell: Sequence[float]) -> Box:
    return cell[0], cell[1], cell[2], cell[3]


def _holds(box: Box, char: Char) -> bool:
    return box[0] <= (char.x0 + char.x1) / 2 <= box[2] and box[1] <= char.middle <= box[3]
