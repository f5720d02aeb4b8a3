"""From printed pages to one text: lines become paragraphs, tables go on over pages.

    page 1: 县水务局、县财 / page 2: 政局  →  县水务局、县财政局, page 2 starting before 政
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.readers.columns import Block, Line, Printed, text_of
from ingest.readers.paragraphs import are_indented, goes_on, set_edges, stops_short
from ingest.readers.pdf_tables import PageTable
from ingest.source import Source


def as_source(name: str, pages: Sequence[Sequence[Printed]]) -> Source:
    """The pages' paragraphs and tables as one text, with the offset at which each page starts."""
    set_edges(pages)
    indented = are_indented(pages)
    text = ""
    starts: list[int] = []
    before: Line | None = None
    for page, item in _items(pages):
        words = item if isinstance(item, str) else text_of(item)
        paragraph = text[text.rfind("\n") + 1 :]
        if (
            before is not None
            and isinstance(item, Line)
            and (goes_on(before, paragraph, item, words, indented) or stops_short(paragraph, words))
        ):
            joint = " " if text[-1].isascii() and words[0].isascii() and text[-1].isalpha() else ""
        else:
            joint = "\n" if text else ""
            words = _indent(item) + words if isinstance(item, Line) else words
        text += joint
        starts += [len(text)] * (page + 1 - len(starts))
        text += words
        before = item if isinstance(item, Line) else None
    starts += [len(text)] * (len(pages) - len(starts))
    return Source(name, text + "\n", tuple(starts))


def _items(pages: Sequence[Sequence[Printed]]) -> Iterator[tuple[int, Line | str]]:
    """Lines and rows of tables with the numbers of their pages; a table that goes on over pages is one."""
    table: PageTable | None = None
    for number, page in enumerate(pages):
        for item in page:
            content = item.content if isinstance(item, Block) else None
            if isinstance(content, PageTable) and table is not None and table.goes_on_with(content):
                table.append(content)
                continue
            if table is not None:
                yield from table.lines()
                table = None
            if isinstance(content, PageTable):
                table = content
            elif isinstance(item, Line):
                yield number, item
    if table is not None:
        yield from table.lines()


def _indent(line: Line) -> str:
    """A blank for each character by which the line begins right of its column's edge."""
    return "\u3000" * min(20, max(0, round((line.x0 - line.left) / (line.em or 1.0))))
