"""Tables whose columns are kept by white space, as PDF and old text files print them.

    序号    重点任务                     牵头单位
     1      建成餐厨垃圾处理厂1座，日    市城市管理
            处理能力150吨                执法局
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.layout.cells import Table, cell_at, cell_text, join
from ingest.layout.column_heads import display, head_rows, pieces, printed_line, read_columns
from ingest.layout.lines import Page, Paragraph
from ingest.layout.starts import ORDINAL
from ingest.lexicon.columns import column_kind, heading_count
from ingest.lexicon.people import is_name
from ingest.lexicon.posts import is_unit

_BELOW = re.compile(r"(?:备[ ]*注|注|说[ ]*明|附[ ]*注)[ ]*：")
_PIECE = re.compile(r"\S+(?:[ ]\S+)*")
_LIMIT = re.compile(
    r"(?:\d{4}[年./-])?(?:\d{1,2}(?:月(?:份|\d{1,2}日|[底末]|[上中下]旬)?|(?<=[./-]\d)|(?<=[./-]\d\d))|年底|第?[一二三四]季度)(?:之?前)?(?:完成)?$|"
    r"(?:全年|长期|持续|长期坚持|持续推进|立行立改|立即整改)$"
)
_SUM = re.compile("合计|小计|总计|共计|总数")
_NUMBER = re.compile(r"\d{1,3}$")
Row = list[Paragraph | None]
Heads = list[tuple[int, int]]


def column_table(page: Page, number: int) -> tuple[int, Table] | None:
    """The table that the heading on line `number` heads, with the number of the line after it; None if no row follows.

    Every piece of a line belongs to the heading it stands under. Where blank lines part the rows, all lines
    between two of them are one row; elsewhere a line that leaves its first column empty goes on with the row above.
    """
    first, columns = read_columns(page, number)
    heads = [(column.start, column.end) for column in columns]
    end = _end(page, first, heads)
    above = head_rows(columns)
    rows = [above[-1], *(_row(page, k, heads) for k in range(first, end))]
    gaps = [0, *(line.gap for line in page.lines[first:end])]
    parted = [*above[:-1], *(_parted(rows, gaps) if _parts(rows, gaps) else _continued(rows))]
    return (end, Table(parted)) if len(parted) > len(above) else None


def _end(page: Page, number: int, heads: Heads) -> int:
    """The line after the table's last, whose rows begin with line `number`."""
    usual = page.lines[min(number, len(page.lines) - 1)].gap
    end = number
    while end < len(page.lines) and not _stands_below(page, end, heads, usual):
        end += 1
    return end


def _stands_below(page: Page, number: int, heads: Heads, usual: int) -> bool:
    """Is the line no more of the table: text below it, or the heading of what follows?"""
    line = page.lines[number]
    gap = 0 if line.page_break else line.gap
    if gap > 1 or _BELOW.match(page.folded, line.start):
        return True
    start, printed = printed_line(page, line)
    found = [m.span() for m in _PIECE.finditer(page.folded, start, line.end)]
    if len(found) > 1 or _is_section(page, number, heads):
        return False
    columns = display(printed)
    left, right = columns[found[0][0] - start], columns[found[0][1] - start]
    first = len(heads) > 2 and _slot(heads, left, right) == 0
    numbered = _NUMBER.match(line.text)
    headed = len(heads) > 1 and left < heads[1][0] and ORDINAL.match(line.text) is not None
    return right - left > 44 or ((first or headed) and not numbered) or gap > usual


def _is_section(page: Page, number: int, heads: Heads) -> bool:
    """Is a numbered line the heading of more rows (二、水利项目) in the middle of the table?"""
    line = page.lines[number]
    if number + 1 >= len(page.lines) or line.width > 60 or not ORDINAL.match(page.folded[line.start:line.end]):
        return False
    below = page.lines[number + 1]
    cells = [page.folded[below.start + a:below.start + b] for a, b in pieces(page.folded[below.start:below.end])]
    return len(cells) == len(heads) and heading_count(cells) * 2 < len(cells)


def _row(page: Page, number: int, heads: Heads) -> Row:
    """The pieces of one printed line, each under its heading; the heading of a section in the first column."""
    line = page.lines[number]
    if _is_section(page, number, heads):
        return [cell_at(page, line.start, line.end), *[None] * (len(heads) - 1)]
    start, printed = printed_line(page, line)
    columns = display(printed)
    found = pieces(page.folded[start:line.end].expandtabs(1))
    if len(found) < len(heads):
        split = [part for a, b in found for part in _split(printed, columns, heads, a, b)]
        apart = [m.span() for m in _PIECE.finditer(printed)]
        found = apart if len(split) < len(apart) == len(heads) else split
    row: Row = [None] * len(heads)
    # All cells are there, or all behind a first one that is merged with the one above.
    first = next((slot for slot in (0, 1) if len(found) == len(heads) - slot), None)
    if first == 1 and _slot(heads, columns[found[0][0]], columns[found[0][1]]) == 0:
        first = None
    for index, (a, b) in enumerate(found):
        slot = _slot(heads, columns[a], columns[b]) if first is None else first + index
        cell = cell_at(page, start + a, start + b)
        row[slot] = join(old, cell) if (old := row[slot]) and cell else cell
    return row


def _split(printed: str, columns: Sequence[int], heads: Heads, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A piece cut at the blank where the next column begins: 向　警予 渝东区文化局 stands in two."""
    begin = start
    for head, _ in heads:
        if not columns[begin] + 2 < head < columns[end]:
            continue
        blanks = [p for p in range(begin + 1, end - 1) if printed[p].isspace() and abs(columns[p + 1] - head) <= 2]
        if blanks:
            cut = min(blanks, key=lambda p: abs(columns[p + 1] - head))
            yield begin, cut
            begin = cut + 1
    yield begin, end


def _parts(rows: Sequence[Row], gaps: Sequence[int]) -> bool:
    """Do blank lines part the rows: is every stretch between them one numbered row, and some of several lines?"""
    numbers = [sum(1 for row in stretch if _NUMBER.match(cell_text(row[0]))) for stretch in _stretches(rows, gaps)]
    return len(numbers) > 1 and all(n == 1 for n in numbers) and len(numbers) < len(rows) - 1


def _stretches(rows: Sequence[Row], gaps: Sequence[int]) -> Iterator[list[Row]]:
    stretch: list[Row] = []
    for row, gap in zip(rows[1:], gaps[1:], strict=True):
        if gap and stretch:
            yield stretch
            stretch = []
        stretch.append(row)
    if stretch:
        yield stretch


def _parted(rows: Sequence[Row], gaps: Sequence[int]) -> Iterator[Row]:
    yield rows[0]
    for stretch in _stretches(rows, gaps):
        whole = stretch[0]
        for row in stretch[1:]:
            _add(whole, row)
        yield whole


def _continued(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, each with the lines that go on with it: those whose first cell is empty, or the end of a cut word.

    A line with a time limit of its own below one is a row, the first cell of which is merged with the one above.
    """
    limits = [k for k, cell in enumerate(rows[0]) if column_kind(cell_text(cell)) == "time_limit"]
    widths = [_cell_width(row) for row in rows]
    numbered = column_kind(cell_text(rows[0][0])) == "number"
    full = max(widths[1:], default=0) - 1
    whole: list[Row] = []
    for k, row in enumerate(rows):
        cut = not numbered and widths[k] < full <= widths[k - 1]
        rest = row[0] is None or (cut and row.count(None) * 2 >= len(row) and not _stands_alone(cell_text(row[0])))
        merged = row.count(None) == 1 and any(_are_limits(whole[-1][k], row[k]) for k in limits)
        if len(whole) > 1 and rest and any(cell is None for cell in row) and not merged:
            _add(whole[-1], row)
        else:
            whole.append(row)
    yield from whole


def _are_limits(above: Paragraph | None, below: Paragraph | None) -> bool:
    """Are both cells whole time limits (6月底前 above 9月底前), rather than one that the line's end cut?"""
    return all(_LIMIT.match(cell_text(cell)) for cell in (above, below))


def _stands_alone(word: str) -> bool:
    """Does the word begin a row, however short it is: a unit, a person, a sum?"""
    return is_unit(word) or is_name(word) or bool(_SUM.match(word))


def _cell_width(row: Row) -> int:
    """How wide the row's first cell is printed, in half-width columns."""
    return len(row[0].text.encode("gbk", "replace")) if row[0] else 0


def _add(row: Row, below: Row) -> None:
    for slot, cell in enumerate(below):
        if cell:
            row[slot] = join(old, cell) if (old := row[slot]) else cell


def _slot(heads: Heads, start: int, end: int) -> int:
    """The heading that a piece stands under: by overlap, else the nearest edge."""
    overlaps = [min(end, h_end) - max(start, h_start) for h_start, h_end in heads]
    best = max(range(len(heads)), key=overlaps.__getitem__)
    if overlaps[best] > 0:
        return best
    return min(range(len(heads)), key=lambda i: min(abs(heads[i][0] - start), abs(heads[i][1] - end)))
