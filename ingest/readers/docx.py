"""Word documents: paragraphs with their automatic numbers, tables with merged cells.

    <w:t>白水办发〔2021〕</w:t></w:r><w:r><w:t>7</w:t></w:r><w:r><w:t>号</w:t>  →  白水办发〔2021〕7号
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

from ingest.readers.html import join_title
from ingest.readers.limits import check_archive
from ingest.readers.numbering import Numbering
from ingest.readers.paragraphs import mended
from ingest.readers.table import Cell, render
from ingest.source import Source

_BREAK = "\x01"
_GAP = "\u3000\u3000"  # a tab sets apart what stands on one line; a tab character would look like a table
_PLAIN = {
    qn("w:tab"): _GAP,
    qn("w:ptab"): _GAP,
    qn("w:br"): _BREAK,
    qn("w:cr"): _BREAK,
    qn("w:noBreakHyphen"): "-",
}
_UNPRINTED = frozenset(
    map(
        qn,
        (
            "w:del",
            "w:moveFrom",
            "w:instrText",
            "w:delText",
            "w:rPr",
            "w:pPr",
            "w:footnoteReference",
        ),
    )
)
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TEXT_BOX = qn("w:txbxContent")
_TITLE_STYLES = ("title", "heading", "标题")


def read_docx(path: Path) -> Source:
    """The document's body as text: a line a paragraph, tables as pipes; heads, feet and contents left out.

    Raises BadInput for a file that is no zip container or unpacks to too much.
    """
    check_archive(path)
    document = docx.Document(str(path))
    lines = _Body(document).lines(document.element.body)
    return Source(path.name, "\n".join(mended(lines)) + "\n")


class _Body:
    """A document's paragraphs and tables as lines; holds what paragraphs refer to, numbers and styles."""

    def __init__(self, document: Document) -> None:
        self.numbering = Numbering(document)
        self.styles = {style.style_id: style for style in document.styles}

    def lines(self, container: etree._Element) -> Iterator[str]:
        """The lines that the blocks of a body, cell or text box print."""
        for child in container:
            if child.tag == qn("w:p"):
                yield from self.paragraph(child)
            elif child.tag == qn("w:tbl"):
                yield from render(self.rows(child), _head_rows(child))
            elif child.tag == qn("w:sdt"):
                content = child.find(qn("w:sdtContent"))
                if content is not None and not _is_contents(child):
                    yield from self.lines(content)
            elif child.tag in (qn("w:ins"), qn("w:moveTo"), qn("w:customXml"), qn("w:smartTag")):
                yield from self.lines(child)

    def paragraph(self, paragraph: etree._Element) -> Iterator[str]:
        """The lines of one paragraph: breaks in a title join, elsewhere they part."""
        style = self._style(paragraph)
        if style.lower().startswith(("toc", "目录")):
            return
        text = "".join(_text(paragraph))
        parts = text.split(_BREAK)
        if len(parts) > 1 and (
            style.lower().startswith(_TITLE_STYLES) or self._is_centred(paragraph)
        ):
            parts = [join_title(parts)]
        if any(part.strip() for part in parts):
            parts[0] = self.numbering.label(paragraph) + parts[0]
        yield from (part for part in parts if part.strip())
        for box in _text_boxes(paragraph):
            yield from self.lines(box)

    def rows(self, table: etree._Element) -> list[list[Cell]]:
        """The table's cells, each where it begins, with the rows and columns it covers."""
        rows: list[list[Cell]] = []
        open_cells: dict[int, Cell] = {}
        for tr in _descend(table, "w:tr"):
            row: list[Cell] = []
            column = _grid_skip(tr, "w:gridBefore")
            if column:
                row.append(Cell([], columns=column))
            for tc in _descend(tr, "w:tc"):
                width = _count(_value(tc, "w:tcPr/w:gridSpan"), 1)
                merge = tc.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
                above = open_cells.get(column)
                if merge is not None and merge.get(qn("w:val")) != "restart" and above is not None:
                    above.rows += 1
                else:
                    cell = Cell(list(self.lines(tc)), columns=width)
                    row.append(cell)
                    open_cells[column] = cell
                    if merge is None:
                        del open_cells[column]
                column += width
            rows.append(row)
        return rows

    def _style(self, paragraph: etree._Element) -> str:
        style = self.styles.get(_value(paragraph, "w:pPr/w:pStyle") or "")
        return (style.name or "") if style is not None else ""

    def _is_centred(self, paragraph: etree._Element) -> bool:
        own = _value(paragraph, "w:pPr/w:jc")
        style = self.styles.get(_value(paragraph, "w:pPr/w:pStyle") or "")
        return (own or (style is not None and _value(style.element, "w:pPr/w:jc"))) == "center"


def _text(element: etree._Element) -> Iterator[str]:
    """The printed characters of a paragraph or run, without deletions, field codes and text boxes."""
    for child in element:
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag in _PLAIN:
            yield "" if child.get(qn("w:type")) in ("page", "column") else _PLAIN[child.tag]
        elif child.tag == qn("w:sym"):
            yield _symbol(child)
        elif child.tag == qn("w:r") and child.find(f"{qn('w:rPr')}/{qn('w:vanish')}") is not None:
            continue
        elif child.tag not in _UNPRINTED and child.tag not in (_FALLBACK, _TEXT_BOX):
            yield from _text(child)


def _symbol(symbol: etree._Element) -> str:
    code = symbol.get(qn("w:char")) or ""
    return chr(int(code, 16)) if re.fullmatch("[0-9A-Ea-e][0-9A-Fa-f]{3}", code) else ""


def _text_boxes(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The text boxes anchored in a paragraph, each once though older programs' copies stand beside them."""
    for box in paragraph.iter(_TEXT_BOX):
        ancestors = set()
        for ancestor in box.iterancestors():
            if ancestor is paragraph:
                break
            ancestors.add(ancestor.tag)
        if _FALLBACK not in ancestors and _TEXT_BOX not in ancestors:
            yield box


def _descend(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """Rows of a table or cells of a row, also inside content controls and tracked insertions."""
    for child in element:
        if child.tag == qn(name):
            yield child
        elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml")):
            yield from _descend(child, name)


def _head_rows(table: etree._Element) -> int:
    return sum(
        tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for tr in _descend(table, "w:tr")
    )


def _grid_skip(row: etree._Element, name: str) -> int:
    return _count(_value(row, f"w:trPr/{name}"), 0)


def _count(value: str | None, default: int) -> int:
    return min(int(value), 100) if value and value.isdecimal() else default


def _is_contents(control: etree._Element) -> bool:
    gallery = control.find(f".//{qn('w:docPartGallery')}")
    return gallery is not None and "Contents" in (gallery.get(qn("w:val")) or "")


def _value(element: etree._Element, path: str) -> str | None:
    """The `w:val` of the element at `path` below, None without one."""
    found = element.find("/".join(map(qn, path.split("/"))))
    value = found.get(qn("w:val")) if found is not None else None
    return None if value is None else str(value)
