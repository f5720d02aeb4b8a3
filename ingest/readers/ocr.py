"""Scans and photographs: what rapidocr recognises, put in reading order like the characters of a PDF.

    a box "张大明县委副书记" at (90, 400)  →  eight characters side by side
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from statistics import median
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
    """The recognised characters of a picture, each at its place."""
    import numpy

    pixels = numpy.asarray(picture)[:, :, ::-1]
    result = _engine()(pixels, return_word_box=True, return_single_char_box=True)
    if result.boxes is None:
        return []
    chars: list[Char] = []
    for corners, words in zip(result.boxes, result.word_results, strict=True):
        top, bottom = float(corners[:, 1].min()), float(corners[:, 1].max())
        places = [(str(text), sum(float(x) for x, _ in box) / 4) for text, _, box in words]
        chars += _set([(text, x) for text, x in places if text.strip()], top, bottom)
    return chars


def _set(places: Sequence[tuple[str, float]], top: float, bottom: float) -> list[Char]:
    """Characters by the middles that the engine tells to within a third of a character.

    Only gaps of half a character and more are believed; the engine drops the blanks themselves.
    """
    steps = [(b - a) / (_width(s) + _width(t)) * 2 for (s, a), (t, b) in pairwise(places)]
    em = median(steps) if steps else (bottom - top) * 0.8
    chars: list[Char] = []
    end = places[0][1] - em * _width(places[0][0]) / 2 if places else 0.0
    for text, middle in places:
        begin = middle - em * _width(text) / 2
        end = begin if begin - end > 0.5 * em else end
        chars.append(Char(text, end, end + em * _width(text), top, bottom))
        end += em * _width(text)
    return chars


def _width(text: str) -> float:
    """Figures and letters are half as wide as Chinese characters."""
    return sum(1.0 if char >= "\u2e80" else 0.5 for char in text)
