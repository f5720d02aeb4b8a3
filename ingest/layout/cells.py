"""The cells of tables, whatever way the table is printed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.layout.lines import Line, Page, Paragraph

_BR = re.compile(r"<br\s*/?>|</?p>|\\n", re.I)
_TAG = re.compile(r"<[^>]+>")


@dataclass(slots=True)
class Table:
    """Rows of cells; a cell is a Paragraph (line breaks inside it are newlines in its text) or None.

    `spans` tells that merged cells were expanded already, so that an empty cell is an empty cell.
    """

    rows: list[list[Paragraph | None]] = field(default_factory=list)
    spans: bool = False

    @property
    def start(self) -> int:
        """Source offset of the first cell."""
        return next(cell.at(0) for row in self.rows for cell in row if cell)


def cell_text(cell: Paragraph | None) -> str:
    """A cell's words without blanks, empty for None."""
    return "".join(cell.text.split()) if cell else ""


def cell_at(page: Page, start: int, end: int) -> Paragraph | None:
    """The cell printed at this source range: marks dropped, `<br>` a newline."""
    text = page.folded[start:end]
    stripped = text.strip()
    if not stripped:
        return None
    start += text.index(stripped[0])
    end = start + len(stripped)
    paragraph = page.paragraph([Line(start, end, stripped, 0, 0, 0)])
    if "<" in stripped or "\\n" in stripped or "\n" in stripped:
        _mark_breaks(paragraph)
    return paragraph if paragraph.text.strip() else None


def _mark_breaks(paragraph: Paragraph) -> None:
    """`<br>` and other tags become newlines and blanks of the same length, so that offsets stay."""
    def blank(match: re.Match[str]) -> str:
        return "\n".ljust(len(match[0])) if _BR.match(match[0]) else " " * len(match[0])

    text = _TAG.sub(blank, _BR.sub(blank, paragraph.text))
    paragraph.raw = "".join(r if t == o else " " for t, o, r in zip(text, paragraph.text, paragraph.raw, strict=True))
    paragraph.text = text


def join(first: Paragraph, second: Paragraph) -> Paragraph:
    """Two pieces of a cell as one."""
    shift = len(first.text)
    return Paragraph(first.text + second.text, first.raw + second.raw,
                     first.starts + [s + shift for s in second.starts], first.offsets + second.offsets,
                     [*first.breaks, shift, *[b + shift for b in second.breaks]], first.indent, first.gap)
