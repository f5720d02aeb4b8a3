"""Scans and photographs: what rapidocr recognises, put in reading order like the characters of a PDF.

    a box "张大明县委副书记" at (90, 400)  →  eight characters side by side
"""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium

from ingest.errors import BadInput
from ingest.readers.columns import Char, in_reading_order
from ingest.readers.pages import as_source
from ingest.source import Source

_DOTS_PER_POINT = 200 / 72
_MAX_SIDE = 6000


def is_installed() -> bool:
    """Whether the OCR extra is there."""
    return find_spec("rapidocr") is not None and find_spec("onnxruntime") is not None


def read_image(path: Path) -> Source:
    """The text on a picture of a page. Raises BadInput without the OCR extra and for what is no picture."""
    _require(path)
    from PIL import Image

    with Image.open(path) as picture:
        if max(picture.size) > _MAX_SIDE * 3:
            raise BadInput(
                str(path), "图片太大，请缩小后再读", "the picture is too large: scale it down"
            )
        rgb = picture.convert("RGB")
    rgb.thumbnail((_MAX_SIDE, _MAX_SIDE))
    return as_source(path.name, [in_reading_order(_boxes(rgb))])


def recognise(page: pdfium.PdfPage, path: Path) -> list[Char]:
    """The characters on a scanned page of the PDF `path`. Raises BadInput without the OCR extra."""
    _require(path)
    scale = min(_DOTS_PER_POINT, _MAX_SIDE / max(page.get_size()))
    return _boxes(page.render(scale=scale).to_pil().convert("RGB"))


def _require(path: Path) -> None:
    if not is_installed():
        raise BadInput(
            str(path),
            "这是扫描件，识别文字要用 OCR：请运行 pip install 'gongbao[ocr]'",
            "a scan: reading it needs the OCR extra, pip install 'gongbao[ocr]'",
        )


@lru_cache(maxsize=1)
def _engine() -> Any:
    import logging

    from rapidocr import RapidOCR

    logging.getLogger("RapidOCR").setLevel(logging.ERROR)
    return RapidOCR(params={"Global.log_level": "error"})


def _boxes(picture: Any) -> list[Char]:
    """The recognised characters of a picture; a box's width is shared out among its characters."""
    import numpy

    result = _engine()(numpy.asarray(picture)[:, :, ::-1])
    if result.boxes is None:
        return []
    chars: list[Char] = []
    for corners, text in zip(result.boxes, result.txts, strict=True):
        x0, x1 = float(corners[:, 0].min()), float(corners[:, 0].max())
        top, bottom = float(corners[:, 1].min()), float(corners[:, 1].max())
        chars += _spread(str(text), x0, x1, top, bottom)
    return chars


def _spread(text: str, x0: float, x1: float, top: float, bottom: float) -> list[Char]:
    """The text's characters over the width of its box, figures and letters half as wide as Chinese ones."""
    widths = [1.0 if char >= "\u2e80" else 0.5 for char in text]
    unit = (x1 - x0) / (sum(widths) or 1.0)
    chars, at = [], x0
    for char, width in zip(text, widths, strict=True):
        if not char.isspace():
            chars.append(Char(char, at, at + width * unit, top, bottom))
        at += width * unit
    return chars
