"""PDF files: text by place, in reading order, page by page.

    第一页 …白水办发〔2021〕7号…  ─ 1 ─  第二页 …  →  Source(text="…白水办发〔2021〕7号…\\n…", pages=(0, 812))
"""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from ingest.errors import BadInput
from ingest.readers import ocr
from ingest.readers.columns import (
    Block,
    Char,
    Line,
    Printed,
    find_gutter,
    in_reading_order,
    text_of,
)
from ingest.readers.limits import LIMITS, damaged
from ingest.readers.pages import as_source
from ingest.readers.pdf_tables import PageTable, cut_out_tables, has_rulings
from ingest.source import Source

_PAGE_NUMBER = re.compile(
    r"[\s\-—–―·.~]*(?:第\s*)?\d{1,4}(?:\s*[/／]\s*\d{1,4})?\s*页?(?:\s*[,，]?\s*共\s*\d+\s*页)?[\s\-—–―·.~]*$"
)
_UNPRINTED = frozenset((0xA0, 0xFEFF, 0xFFFE, 0xFFFF))
_SENTENCE = re.compile("[，。：；]")
_FEW = 10  # a page with fewer characters than this is a picture

Content = tuple[list[Char], list[PageTable]]


def read_pdf(path: Path) -> Source:
    """The document's text with the offset at which each page starts; running heads and page numbers left out.

    Raises BadInput for a damaged or locked file, too many pages, and for scans without the OCR extra.
    """
    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise BadInput(
                str(path), "PDF 有密码，请先解除", "the PDF has a password: remove it first"
            ) from error
        raise damaged(path) from error
    if len(document) > LIMITS.pages:
        raise BadInput(
            str(path),
            f"超过 {LIMITS.pages} 页，请拆分",
            f"more than {LIMITS.pages} pages: split it",
        )
    pages = [_content(document[number], path, number) for number in range(len(document))]
    scans = [number for number, page in enumerate(pages) if page is None]
    if scans and (ocr.is_installed() or len(scans) * 2 > len(pages)):
        for number in scans:
            pages[number] = ocr.recognise(document[number], path), []
    return as_source(path.name, _without_furniture(_ordered([page or ([], []) for page in pages])))


def _content(page: pdfium.PdfPage, path: Path, number: int) -> Content | None:
    """The page's characters and ruled tables, None for a page that is a picture."""
    chars = list(_chars(page))
    if len(chars) < _FEW and any(True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE])):
        return None
    return cut_out_tables(path, number, chars) if has_rulings(page) else (chars, [])


def _ordered(pages: Sequence[Content]) -> list[list[Printed]]:
    """Each page's lines and tables in reading order; a page that shows no columns has those of the others."""
    gutters = sorted(filter(None, (find_gutter(chars) for chars, _ in pages)))
    usual = gutters[len(gutters) // 2] if len(gutters) * 2 > len(pages) else None
    return [
        in_reading_order(
            chars,
            [Block(table, x0, x1, y0, y1) for table in tables for x0, y0, x1, y1 in [table.box]],
            usual,
        )
        for chars, tables in pages
    ]


def _chars(page: pdfium.PdfPage) -> Iterator[Char]:
    """The page's printed characters, blanks left out: gaps tell more. y grows downwards from the page's top.

    Browsers embed fonts whose boxes are the bare ink, so that a Chinese character's place is taken from the
    pen's and its size from the font's.
    """
    text_page = page.get_textpage()
    left, _, _, top = page.get_mediabox()
    handle, box, matrix = text_page.raw, raw.FS_RECTF(), raw.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(raw.FPDFText_CountChars(handle)):
        code = raw.FPDFText_GetUnicode(handle, index)
        if code < 33 or code == 0x3000 or 0x2000 <= code <= 0x200F or code in _UNPRINTED:
            continue
        raw.FPDFText_GetCharOrigin(handle, index, x, y)
        raw.FPDFText_GetMatrix(handle, index, matrix)
        size = raw.FPDFText_GetFontSize(handle, index)
        x0, base, height = x.value - left, top - y.value, size * math.hypot(matrix.c, matrix.d)
        if code >= 0x2E80:
            x1 = x0 + size * math.hypot(matrix.a, matrix.b)
        else:
            raw.FPDFText_GetLooseCharBox(handle, index, box)
            x0, x1 = box.left - left, box.right - left
        yield Char(chr(code), x0, x1, base - 0.88 * height, base + 0.12 * height)


def _without_furniture(pages: list[list[Printed]]) -> list[list[Printed]]:
    """The pages without what repeats at their heads and feet, and without page numbers."""
    seen: Counter[tuple[int, str]] = Counter()
    for page in pages:
        seen.update({_pattern(line) for line in _edges(page)})
    often = {pattern for pattern, count in seen.items() if count >= 3 and count * 3 >= len(pages)}
    kept = []
    for page in pages:
        out = {
            id(line)
            for line in _edges(page)
            if _pattern(line) in often or _PAGE_NUMBER.match(text_of(line))
        }
        kept.append([item for item in page if id(item) not in out])
    return kept


def _edges(page: Sequence[Printed]) -> list[Line]:
    """The two highest and the two lowest lines of a page, sentences excepted: what may be a running head."""
    by_height = sorted(page, key=lambda item: item.top)
    outer = {id(item): item for item in (*by_height[:2], *by_height[-2:])}
    return [
        item
        for item in outer.values()
        if isinstance(item, Line) and not _SENTENCE.search(text_of(item))
    ]


def _pattern(line: Line) -> tuple[int, str]:
    """A running head's words and height, whatever the number in it."""
    return round(line.top / 4), re.sub(r"\d+", "#", text_of(line))
