# ruff: noqa: E501 (XML as Word writes it)
"""Whatever comes in, a reader gives a text or one line of reason, in time."""

from __future__ import annotations

import contextlib
import random
import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.errors import BadInput
from ingest.readers import read_file
from ingest.readers.columns import Char, Line, in_reading_order, text_of
from ingest.readers.docx import read_docx
from ingest.readers.html import read_html
from ingest.readers.pages import as_source
from ingest.readers.table import Cell, render

WORDS = st.text(
    st.sampled_from("组长：王大明、县财政局（一）1.2022年6月底前|\u3000\xa0\t\n<&"), max_size=12
)
TAGS = [
    "p",
    "div",
    "br",
    "span",
    "table",
    "tr",
    "td",
    "th",
    "tbody",
    "h1",
    "ol",
    "li",
    "ul",
    "pre",
    "a",
    "center",
    "script",
    "nav",
    "form",
]
ATTRIBUTES = st.sampled_from(
    [
        "",
        ' rowspan="3"',
        ' colspan="0"',
        ' colspan="99999999"',
        ' rowspan="x"',
        ' class="nav share"',
        ' style="display:none"',
        ' start="-5"',
        ' align="center"',
    ]
)
MARKUP = st.lists(
    st.one_of(
        WORDS,
        st.builds("<{}{}>".format, st.sampled_from(TAGS), ATTRIBUTES),
        st.builds("</{}>".format, st.sampled_from(TAGS)),
    ),
    max_size=60,
).map("".join)
quick = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@quick
@given(markup=MARKUP)
def test_any_markup(markup: str, tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(markup, encoding="utf-8")
    with contextlib.suppress(BadInput):
        assert read_html(path).text.endswith("\n")


CELLS = st.lists(
    st.lists(
        st.builds(Cell, st.lists(WORDS, max_size=4), st.integers(1, 5), st.integers(1, 5)),
        max_size=5,
    ),
    max_size=6,
)


@quick
@given(rows=CELLS, heads=st.integers(0, 9))
def test_any_table_has_rows_of_one_width(rows: list[list[Cell]], heads: int) -> None:
    lines = [line for line in render(rows, heads) if line.startswith("| ")]
    assert len({line.count("|") for line in lines}) <= 1 or any("：" in line for line in lines)


CHARS = st.lists(
    st.builds(
        lambda text, x, y, size: Char(text, x, x + size, y, y + size),
        st.sampled_from("县财政局长1a，。"),
        st.floats(-50, 900),
        st.floats(-50, 900),
        st.floats(0.01, 60),
    ),
    max_size=150,
)


@quick
@given(pages=st.lists(CHARS, max_size=3))
def test_any_scatter_of_characters_is_read_once(pages: list[list[Char]]) -> None:
    printed = [in_reading_order(chars) for chars in pages]
    for chars, items in zip(pages, printed, strict=True):
        read = "".join(text_of(item) for item in items if isinstance(item, Line))
        assert sorted("".join(read.split())) == sorted(char.text for char in chars)
    source = as_source("a.pdf", printed)
    assert list(source.pages) == sorted(source.pages) and all(
        0 <= start <= len(source.text) for start in source.pages
    )


ELEMENTS = [
    "w:p",
    "w:r",
    "w:t",
    "w:tbl",
    "w:tr",
    "w:tc",
    "w:tcPr",
    "w:vMerge",
    "w:gridSpan",
    "w:pPr",
    "w:numPr",
    "w:sdt",
    "w:sdtContent",
    "w:br",
    "w:ins",
    "w:del",
]
TREES = st.recursive(
    st.builds(
        "<{0} w:val='{1}'>甲</{0}>".format,
        st.sampled_from(ELEMENTS),
        st.sampled_from(["1", "restart", "x", "-3"]),
    ),
    lambda inner: st.builds(
        lambda name, parts: f"<{name}>{''.join(parts)}</{name}>",
        st.sampled_from(ELEMENTS),
        st.lists(inner, max_size=4),
    ),
    max_leaves=25,
)


@settings(quick, max_examples=50)
@given(trees=st.lists(TREES, max_size=4))
def test_any_word_body(trees: list[str], tmp_path: Path) -> None:
    empty = BytesIO()
    docx.Document().save(empty)
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(empty) as model, zipfile.ZipFile(path, "w") as target:
        for name in model.namelist():
            data = model.read(name)
            if name == "word/document.xml":
                data = data.replace(b"<w:sectPr", "".join(trees).encode() + b"<w:sectPr", 1)
            target.writestr(name, data)
    with contextlib.suppress(BadInput):
        assert read_docx(path).text.endswith("\n")


def tiny_pdf() -> bytes:
    """A page with two lines of text and a ruled table of four cells."""
    rules = b"".join(
        b"%d 500 m %d 600 l S 50 %d m 250 %d l S\n"
        % (50 + 100 * k, 50 + 100 * k, 500 + 50 * k, 500 + 50 * k)
        for k in range(3)
    )
    words = b"".join(
        b"BT /F1 12 Tf %d %d Td (%s) Tj ET\n" % (x, y, text)
        for x, y, text in (
            (60, 700, b"Gazette No. 1"),
            (60, 680, b"Members: A, B"),
            (60, 570, b"No."),
            (160, 570, b"Unit"),
            (60, 520, b"1"),
            (160, 520, b"Finance"),
        )
    )
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(rules + words), rules + words),
    ]
    body, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(body))
        body += b"%d 0 obj%s endobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        body
        + b"xref\n0 5\n0000000000 65535 f \n%strailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (table, len(body))
    )


def test_a_pdf_with_a_ruled_table(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(tiny_pdf())
    source = read_file(path)
    assert source.text.splitlines() == [
        "Gazette No. 1",
        "Members: A, B",
        "| No. | Unit |",
        "| --- | --- |",
        "| 1 | Finance |",
    ]
    assert source.pages == (0,)


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("suffix", [".pdf", ".docx"])
def test_damaged_bytes(seed: int, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{suffix}"
    if suffix == ".pdf":
        path.write_bytes(tiny_pdf())
    else:
        document = docx.Document()
        document.add_paragraph("组长：周平")
        document.save(str(path))
    chance = random.Random(seed)
    data = bytearray(path.read_bytes())
    for _ in range(chance.randint(1, 30)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    path.write_bytes(data[: chance.randint(len(data) // 2, len(data))] if seed % 3 == 0 else data)
    with contextlib.suppress(BadInput):
        source = read_file(path)
        assert all(0 <= start <= len(source.text) for start in source.pages)
