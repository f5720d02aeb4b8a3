"""Tables copied cell by cell: every cell a line of its own, the headings first.

序号 / 工作任务 / 牵头单位 / 完成时限 / 1 / 改造公路60公里 / 县交通运输局 / 10月底前 / 2 / 新建幼儿园 / …
"""

from __future__ import annotations

import re

from ingest.layout.cells import Table, cell_at
from ingest.layout.flat import Span, align
from ingest.layout.lines import Page, Paragraph
from ingest.lexicon.columns import column_kind, heading_count
from ingest.lexicon.dates import DATE

_MOST_COLUMNS = 10
_PRINTED = re.compile(r"[^\s].*?(?=\s*(?:\n|\Z))")
_PAGE = re.compile(r"[—\-]+ *\d+ *[—\-]+")
_BELOW = re.compile(r"(?:备[ ]*注|注|说[ ]*明|附[ ]?件|附)[ ]*：")


def stacked_table(page: Page, number: int) -> tuple[int, Table] | None:
    """The table whose headings begin with line `number`, with the number of the line after it; None if none does.

    The running numbers tell where its rows begin; a row with more or fewer lines than columns is put
    under the headings by the form of its words.
    """
    width = _width(page, number)
    if width is None:
        return None
    kinds = [column_kind(_text(page, k)) for k in range(number, number + width)]
    table = Table([[_cell(page, k) for k in range(number, number + width)]])
    at = number + width
    while found := _row_number(page, at, len(table.rows)):
        span, first = found
        end = _row_end(page, first, len(table.rows) + 1, width)
        words = _words(page, first, end, width, len(table.rows) + 1)
        cells = align(page.folded, words, kinds[1:])
        table.rows.append([cell_at(page, *span), *(cell_at(page, *cell) if cell else None for cell in cells)])
        at = end
    return (at, table) if len(table.rows) > 2 else None


def _text(page: Page, number: int) -> str:
    return page.folded[page.lines[number].start:page.lines[number].end]


def _cell(page: Page, number: int) -> Paragraph | None:
    return cell_at(page, page.lines[number].start, page.lines[number].end)


def _width(page: Page, number: int) -> int | None:
    """How many lines of headings there are up to the row with the number 1, None if these are no headings."""
    for end in range(number + 1, min(number + _MOST_COLUMNS + 1, len(page.lines))):
        if end - number >= 3 and _row_number(page, end, 1):
            words = [_text(page, k) for k in range(number, end)]
            return end - number if heading_count(words) * 4 >= len(words) * 3 else None
        if len(_text(page, end)) > 12:
            return None
    return None


def _row_number(page: Page, line: int, number: int) -> tuple[Span, int] | None:
    """Where the running number stands that line `line` is or has before it, and the line of the next cell.

    A figure alone on its line looks like a page's number, so that it is none of the page's lines.
    """
    if not 0 < line < len(page.lines):
        return None
    if _text(page, line).rstrip(".、．") == str(number):
        return (page.lines[line].start, page.lines[line].end), line + 1
    start = page.lines[line - 1].end
    for found in _PRINTED.finditer(page.folded, start, page.lines[line].start):
        if found[0].rstrip(".、．") == str(number):
            return found.span(), line
    return None


def _words(page: Page, first: int, end: int, width: int, following: int) -> list[Span]:
    """The cells of a row, a line each; figures and dashes alone, no lines of the page, where only they fill the row."""
    words = [(page.lines[k].start, page.lines[k].end) for k in range(first, end)]
    if len(words) >= width - 1 or not words:
        return words
    stop = page.lines[end].start if end < len(page.lines) else len(page.folded)
    number = _row_number(page, end, following) if end < len(page.lines) else None
    found = _PRINTED.finditer(page.folded, words[0][0], number[0][0] if number else stop)
    printed = [m.span() for m in found if not _PAGE.fullmatch(m[0])]
    return printed if len(printed) == width - 1 else words


def _row_end(page: Page, first: int, following: int, width: int) -> int:
    """The line after the row's last: that of the next number, else as many lines as there are columns."""
    ends = [k for k in range(first + 1, min(first + 2 * width + 1, len(page.lines))) if _row_number(page, k, following)]
    if ends:
        return next((k for k in ends if len(_words(page, first, k, width, following)) == width - 1), ends[0])
    end = min(first + width - 1, len(page.lines))
    end = next((k for k in range(first + 1, end) if len(_words(page, first, k, width, following)) == width - 1), end)
    return next((k for k in range(first + 1, end) if _BELOW.match(_text(page, k)) or DATE.fullmatch(_text(page, k))), end)
