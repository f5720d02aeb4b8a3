"""Tables copied cell by cell whose rows have no numbers: blank lines part them, the headings first.

姓名 / 职务 / 分管部门 / a blank line / 韦国庆 / 副乡长 / 乡财政所 / a blank line / 陆 康 / …
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.layout.cells import Table, cell_at
from ingest.layout.flat import Span, align
from ingest.layout.lines import Page
from ingest.lexicon.columns import column_kind, heading_count
from ingest.lexicon.people import may_be_name
from ingest.lexicon.posts import is_unit

_MOST_COLUMNS = 10
_PRINTED = re.compile(r"[^\s].*?(?=\s*(?:\n|\Z))")
# What the first column of such a table holds.
KEYS = frozenset(("name", "unit"))
_BLANK_LINE = re.compile(r"\n[ \t]*(?=\n)|\Z")
_UNFINISHED = "、，"


def parted_table(page: Page, number: int) -> tuple[int, Table] | None:
    """The table whose headings begin with line `number` and whose rows blank lines part, with the line after it.

    A row with more or fewer lines than columns is put under the headings by the form of its words.
    """
    heads = _printed_block(page, number)
    if not 3 <= len(heads) <= _MOST_COLUMNS:
        return None
    words = [page.folded[a:b] for a, b in heads]
    kinds = [column_kind(word) for word in words]
    if heading_count(words) * 4 < len(words) * 3:
        return None
    table = Table([[cell_at(page, *span) for span in heads]])
    at = _behind(page, number, heads)
    while at < len(page.lines) and page.lines[at].gap:
        spans = _printed_block(page, at)
        row = align(page.folded, spans, kinds)
        if len(spans) < len(heads) - 1 or not _keyed(page, row, kinds) or (len(spans) != len(heads) and None in row[:2]):
            break
        table.rows.append([cell_at(page, *span) if span else None for span in row])
        at = _behind(page, at, spans)
    return (at, table) if len(table.rows) > 2 else None


def _printed_block(page: Page, number: int) -> list[Span]:
    """The lines from line `number` to a blank one, dashes too; one that ends in 、 goes on with the next."""
    start = page.lines[number].start
    end = _BLANK_LINE.search(page.folded, start)
    spans: list[Span] = []
    for line in _PRINTED.finditer(page.folded, start, end.start() if end else len(page.folded)):
        if spans and page.folded[spans[-1][1] - 1] in _UNFINISHED:
            spans[-1] = (spans[-1][0], line.end())
        else:
            spans.append(line.span())
    return spans


def _behind(page: Page, number: int, spans: Sequence[Span]) -> int:
    """The first line, from `number`, behind these."""
    while number < len(page.lines) and page.lines[number].start < spans[-1][1]:
        number += 1
    return number


def _keyed(page: Page, row: Sequence[Span | None], kinds: Sequence[str | None]) -> bool:
    """Does the row's first cell hold what its heading says, a name or a unit?"""
    word = "".join(page.folded[slice(*row[0])].split()) if row[0] else ""
    return may_be_name(word) if kinds[0] == "name" else is_unit(word)
