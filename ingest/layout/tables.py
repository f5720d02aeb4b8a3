"""Tables, however they are printed: with pipes, tabs, HTML, or columns by white space.

    | 序号 | 执法主体 | 持证人数 |          序号  执法主体          持证人数
    | 1 | 县公安局 | 12 |                  1     县公安局          12
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from ingest.layout.cells import Table, cell_at, cell_text, join
from ingest.layout.column_heads import pieces
from ingest.layout.column_tables import column_table
from ingest.layout.flat import align, fits, words
from ingest.layout.lines import Page, Paragraph
from ingest.layout.parted_tables import KEYS, parted_table
from ingest.layout.stacked_tables import stacked_table
from ingest.layout.starts import ORDINAL
from ingest.lexicon.columns import column_kind, heading_count

_RULE = re.compile(r"[\s|:：+\-—=]+$")
_ROW_NUMBER = re.compile(r"（?(?:\d{1,4}|[一二三四五六七八九十]{1,3})[）.、．]?")
_CELL_LINES = 12
_GOES_ON = ("（续）", "续表", "（续表）")
_TAG_ROW = re.compile(r"<tr\b[^>]*>(.*?)(?=</tr>|<tr\b|</table>|\Z)", re.S | re.I)
_TAG_CELL = re.compile(r"<t[dh]\b([^>]*)>(.*?)(?=</t[dh]>|<t[dh]\b|</tr>|<tr\b|</table>|\Z)", re.S | re.I)
_SPAN = re.compile(r"(row|col)span\s*=\s*[\"']?(\d+)", re.I)


def find_tables(page: Page) -> Iterator[tuple[int, int, Table]]:
    """Each table with the numbers of its first line and of the line after its last."""
    lines, number = page.lines, 0
    while number < len(lines):
        found = _table_at(page, number)
        if found:
            yield number, found[0], found[1]
            number = found[0]
        else:
            number += 1


def _table_at(page: Page, number: int) -> tuple[int, Table] | None:
    line = page.lines[number]
    text = line.text
    if text[0] == "|" or ("|" in text and _barred(page, number)):
        return _pipe_table(page, number)
    if text[0] == "<" and text[:6].lower() == "<table":
        return _html_table(page, number)
    if line.width <= 6 and column_kind(text) == "number":
        return stacked_table(page, number)
    if line.gap and line.width <= 12 and column_kind(text) in KEYS:
        return parted_table(page, number)
    if "。" in text or (" " not in text and "\t" not in text):
        return None
    if ("\t" in text or "  " in text) and len(text) < 200 and "：" not in text[:12]:
        cells = [c for c in text.split("\t") if c.strip()] if "\t" in text else [text[a:b] for a, b in pieces(text)]
        if len(cells) >= 2 and heading_count(cells) * 2 >= len(cells) and _is_head(cells):
            return _tab_table(page, number) if "\t" in text else column_table(page, number)
        if "\t" in text and heading_count(cells) >= 3 and _is_head(cells) and _same_tabs(page, number):
            return _tab_table(page, number)
    elif len(text) < 80 and "：" not in text:
        cells = text.split()
        known = heading_count(cells) if 3 <= len(cells) <= 10 and max(map(len, cells)) <= 12 else 0
        if known * 4 >= max(len(cells) * 3, 12) and _is_head(cells):
            return _spaced_table(page, number, cells)
    return None


def _same_tabs(page: Page, number: int) -> bool:
    """Has the next line as many tabs as this one?"""
    ahead = page.lines[number + 1:number + 2]
    line = page.lines[number]
    return bool(ahead) and page.folded.count("\t", ahead[0].start, ahead[0].end) == page.folded.count("\t", line.start, line.end)


def _spaced_table(page: Page, number: int, heads: Sequence[str]) -> tuple[int, Table] | None:
    """A table whose columns are one blank apart: the words of a row go where each fits best."""
    kinds = [column_kind(head) for head in heads]
    table = Table()
    begin = number
    while number < len(page.lines):
        line = page.lines[number]
        text = page.folded[line.start:line.end]
        spans = words(text)
        row = align(text, spans, kinds)
        if number > begin and not fits(text, spans, row, kinds):
            break
        table.rows.append([cell_at(page, line.start + cell[0], line.start + cell[1]) if cell else None for cell in row])
        number += 1
    return (number, table) if len(table.rows) > 1 else None


def _is_head(cells: Sequence[str]) -> bool:
    return len({"".join(cell.split()) for cell in cells if column_kind(cell)}) >= 2


def _barred(page: Page, number: int) -> bool:
    """Do the cells of a table's head stand between bars without one before the first: 序号 | 水库 | 责任人?"""
    line = page.lines[number]
    cells = page.folded[line.start:line.end].split("|")
    if not 3 <= len(cells) <= 20 or number + 1 >= len(page.lines) or heading_count(cells) * 2 < len(cells):
        return False
    below = page.lines[number + 1]
    bars = page.folded.count("|", below.start, below.end)
    return bars >= 2 and abs(bars + 1 - len(cells)) <= 1 and _is_head(cells)


def _pipe_table(page: Page, number: int) -> tuple[int, Table]:
    table = Table()
    outer = page.folded[page.lines[number].start] == "|"
    while number < len(page.lines):
        line = page.lines[number]
        text = page.folded[line.start:line.end]
        if (text[0] != "|") if outer else (text.count("|") < 2):
            break
        if not (_RULE.match(text) and "-" in text):
            cuts = [m.start() for m in re.finditer(r"(?<!\\)\|", text)]
            if not outer and text[0] != "|":
                cuts.insert(0, -1)
            if text[-1] != "|" or not outer:
                cuts.append(len(text))
            row = [cell_at(page, line.start + a + 1, line.start + b) for a, b in itertools.pairwise(cuts)]
            if len(table.rows) > 1 and _new_head(table.rows[0], [c.text if c else "" for c in row]):
                break
            if any(row):
                table.rows.append(row)
        number += 1
    return number, table


def _tab_table(page: Page, number: int) -> tuple[int, Table]:
    table, width, first = Table(), 0, number
    while number < len(page.lines):
        line = page.lines[number]
        row_start = page.folded.rfind("\n", 0, line.start) + 1
        row_end = page.folded.find("\n", line.end)
        text = page.folded[row_start:row_end if row_end >= 0 else len(page.folded)]
        if "\t" not in text:
            if not table.rows:
                break
            if _is_title_again(page, number, first):
                number += 1
                continue
            if _is_section(page, number, width):
                table.rows.append([cell_at(page, line.start, line.end), *[None] * (width - 1)])
            elif not _wrapped(page, number, table, width):
                break
            number += 1
            continue
        if len(table.rows) > 1 and _new_head(table.rows[0], text.split("\t")):
            break
        cuts = [-1, *[m.start() for m in re.finditer("\t", text)], len(text)]
        row = [cell_at(page, row_start + a + 1, row_start + b) for a, b in itertools.pairwise(cuts)]
        width = width or len(row)
        if table.rows and _broken(table, row, width):
            last = table.rows[-1]
            last[-1] = join(last[-1], row[0]) if last[-1] and row[0] else last[-1] or row[0]
            last.extend(row[1:])
        else:
            table.rows.append(row)
        number += 1
    return number, table


def _broken(table: Table, row: Sequence[Paragraph | None], width: int) -> bool:
    """Is `row` the rest of the row above, whose last cell a line break cut in two?"""
    last = table.rows[-1]
    if row[0] is None or last[-1] is None:
        return False
    return _may_end(table, len(row), width) and not _begins_row(table, cell_text(row[0]))


def _may_end(table: Table, cells: int, width: int) -> bool:
    """Has the last row room for so many cells, the first of them the rest of its last one?"""
    have = len(table.rows[-1])
    return have < width and have - 1 + cells <= width


def _begins_row(table: Table, first: str) -> bool:
    """May a row begin with this cell: with its number, where the table numbers its rows?"""
    if column_kind(cell_text(table.rows[0][0])) == "number":
        return bool(_ROW_NUMBER.fullmatch(first))
    return bool(re.match(r"\d|[一二三四五六七八九十]+[、.]|（[一二三四五六七八九十]", first))


def _new_head(first: Sequence[Paragraph | None], cells: Sequence[str]) -> bool:
    """Do these cells head another table than the one that `first` heads?"""
    words = ["".join(cell.split()) for cell in cells if cell.strip()]
    if len(words) < 3 or sum(1 for word in words if column_kind(word)) * 2 < len(words):
        return False
    return len({cell_text(cell) for cell in first} & set(words)) * 2 < len(words)


def _is_title_again(page: Page, number: int, first: int) -> bool:
    """Is the line the title of the table that begins with line `first`, printed again on a new page?"""
    text = page.lines[number].text
    return text.endswith(_GOES_ON) or (first > 0 and text == page.lines[first - 1].text)


def _is_section(page: Page, number: int, width: int) -> bool:
    """Is a numbered line without tabs the heading of more rows (二、水利项目), rather than the end of the table?"""
    line = page.lines[number]
    if number + 1 >= len(page.lines) or line.width > 60 or line.gap > 1 or not ORDINAL.match(page.folded[line.start:line.end]):
        return False
    below = page.lines[number + 1]
    cells = page.folded[below.start:below.end].split("\t")
    return width - 1 <= len(cells) <= width and heading_count(cells) * 2 < len(cells)


def _wrapped(page: Page, number: int, table: Table, width: int) -> bool:
    """A line without tabs inside a tab table goes on with the last cell, if the table goes on after it."""
    ahead = page.lines[number + 1] if number + 1 < len(page.lines) else None
    line = page.lines[number]
    if _is_cell_line(page, number, table, width):
        cell, extra = table.rows[-1][-1], cell_at(page, line.start, line.end)
        table.rows[-1][-1] = join(cell, extra) if cell and extra else cell or extra
        return True
    if ORDINAL.match(page.folded[line.start:line.end]):
        return False
    if not ahead or "\t" not in page.folded[ahead.start:ahead.end] or line.width > 60 or line.gap > 1:
        return False
    last = len(table.rows[-1]) - 1
    cell = table.rows[-1][last]
    extra = cell_at(page, line.start, line.end)
    if len(table.rows[-1]) > width or extra is None:
        return False
    table.rows[-1][last] = join(cell, extra) if cell else extra
    return True


def _is_cell_line(page: Page, number: int, table: Table, width: int) -> bool:
    """Is the line one of several in the cell that the last row, not yet full, ends with?"""
    for line in page.lines[number + 1:number + _CELL_LINES]:
        cells = page.folded[line.start:line.end].split("\t")
        if len(cells) > 1:
            return _may_end(table, len(cells), width) and not _begins_row(table, "".join(cells[0].split()))
    return False


def _html_table(page: Page, number: int) -> tuple[int, Table] | None:
    start = page.lines[number].start
    end = page.folded.lower().find("</table>", start)
    end = len(page.folded) if end < 0 else end + 8
    table = Table(spans=True)
    pending: dict[int, tuple[int, Paragraph | None]] = {}
    for tr in _TAG_ROW.finditer(page.folded, start, end):
        row: list[Paragraph | None] = []
        for td in _TAG_CELL.finditer(page.folded, tr.start(1), tr.end(1)):
            _fill_pending(row, pending)
            spans = {kind.lower(): int(n) for kind, n in _SPAN.findall(td[1].replace("：", ":"))}
            cell = cell_at(page, td.start(2), td.end(2))
            for _ in range(min(spans.get("col", 1), 40)):
                if spans.get("row", 1) > 1:
                    pending[len(row)] = (spans["row"] - 1, cell)
                row.append(cell)
        _fill_pending(row, pending)
        if any(row):
            table.rows.append(row)
    while number < len(page.lines) and page.lines[number].start < end:
        number += 1
    return (number, table) if table.rows else None


def _fill_pending(row: list[Paragraph | None], pending: dict[int, tuple[int, Paragraph | None]]) -> None:
    while len(row) in pending:
        left, cell = pending.pop(len(row))
        if left > 1:
            pending[len(row)] = (left - 1, cell)
        row.append(cell)
