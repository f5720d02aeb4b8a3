"""The same gazette in every format states the same facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest

from ingest.facts import Fact
from ingest.pipeline import extract
from ingest.readers import expand, read_file
from ingest.readers.office import convert
from ingest.source import Source
from tests.ingest.readers.renderings import as_docx, as_html, print_pdf

SAMPLES = expand([Path(__file__).parents[3] / "data" / "samples"])
PLACES = {
    "source",
    "start",
    "end",
    "document",
    "page",
    "task",
    "task_start",
    "task_end",
    "full_text",
}
ids = [path.stem for path in SAMPLES]


def stated(facts: list[Fact]) -> Counter[str]:
    """What the facts say, whatever their places and blanks."""
    return Counter(
        "".join(str({k: v for k, v in fact.to_json().items() if k not in PLACES}).split())
        for fact in facts
    )


@cache
def plain(path: Path) -> Counter[str]:
    return stated(extract(read_file(path)).facts)


def likeness(path: Path, source: Source) -> float:
    """F1 of the source's facts against those of the plain text."""
    expected, found = plain(path), stated(extract(source).facts)
    return 2 * (expected & found).total() / (expected.total() + found.total())


def words(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", SAMPLES, ids=ids)
def test_web_page(path: Path, workshop: Path) -> None:
    page = workshop / f"{path.stem}.html"
    page.write_text(as_html(words(path)), encoding="gb18030")
    assert likeness(path, read_file(page)) >= 0.98


@pytest.mark.parametrize("path", SAMPLES, ids=ids)
def test_word(path: Path, workshop: Path) -> None:
    assert likeness(path, read_file(as_docx(words(path), workshop / f"{path.stem}.docx"))) >= 0.98


@pytest.mark.parametrize("columns", [1, 2])
@pytest.mark.parametrize("path", SAMPLES, ids=ids)
def test_browser_pdf(path: Path, columns: int, workshop: Path, chromium: str) -> None:
    page = workshop / f"{path.stem}-{columns}.html"
    page.write_text(as_html(words(path), columns), encoding="utf-8")
    source = read_file(print_pdf(chromium, page, page.with_suffix(".pdf")))
    assert likeness(path, source) >= (0.98 if columns == 1 else 0.97)
    assert len(source.pages) > 3 and list(source.pages) == sorted(source.pages)
    facts = extract(source).facts
    assert {fact.page for fact in facts} <= set(range(1, len(source.pages) + 1))
    assert all(0 <= fact.start <= fact.end <= len(source.text) for fact in facts)


@pytest.mark.parametrize("kind", ["doc", "odt", "rtf", "pdf"])
def test_office_formats(kind: str, workshop: Path, soffice: Callable[[], str]) -> None:
    path = SAMPLES[0]
    word = as_docx(words(path), workshop / "office.docx")
    folder = workshop / kind
    folder.mkdir(exist_ok=True)
    assert likeness(path, read_file(convert(word, kind, folder))) >= 0.98


@pytest.mark.skipif(
    not (find_spec("rapidocr") and find_spec("onnxruntime")),
    reason="the OCR extra is not installed",
)
def test_a_scan_in_two_columns(workshop: Path, chromium: str) -> None:
    import pypdfium2 as pdfium

    roster = "".join(
        f"<p>{post}：{name}　　县{unit}局局长</p>"
        for post, name, unit in (
            ("组　长", "周文平", "水务"),
            ("副组长", "吴小燕", "财政"),
            ("成　员", "郑国强", "教育"),
        )
    )
    prose = (
        "<p>为加强全县防汛抗旱工作，经县人民政府研究，决定成立县防汛抗旱工作领导小组，组成人员名单如下，请各单位认真抓好落实。</p>"
        * 3
    )
    page = workshop / "scan.html"
    page.write_text(
        as_html("", 2).replace("<div></div>", f"<div>{prose}{roster}{prose}</div>"),
        encoding="utf-8",
    )
    document = pdfium.PdfDocument(print_pdf(chromium, page, workshop / "scan-text.pdf"))
    picture = workshop / "scan.png"
    document[0].render(scale=200 / 72).to_pil().save(picture)
    text = "".join(read_file(picture).text.split())
    assert (
        text.index("组长：周文平")
        < text.index("副组长：吴小燕")
        < text.index("成员：郑国强县教育局局长")
    )
    assert text.count("为加强全县防汛抗旱工作") == 6
    assert text.count("决定成立县防汛抗旱工作领导小组，组成人员名单如下") >= 5
