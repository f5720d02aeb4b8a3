# ruff: noqa: E501 (XML as Word writes it)
"""Word files: numbers that Word prints itself, breaks, cut runs, merged cells, and what is not the body left out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from ingest.errors import BadInput
from ingest.readers.docx import read_docx
from ingest.readers.numbering import chinese, in_style


@pytest.fixture
def document() -> Any:
    return docx.Document()


def lines(document: Any, tmp_path: Path) -> list[str]:
    path = tmp_path / "公报.docx"
    document.save(str(path))
    return read_docx(path).text.splitlines()


def test_a_title_over_lines_is_one_and_cut_runs_are_joined(document: Any, tmp_path: Path) -> None:
    title = document.add_paragraph("松山县人民政府办公室")
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.add_run().add_break()
    title.add_run("关于成立防汛抗旱")
    title.add_run().add_break()
    title.add_run("指挥部的通知")
    number = document.add_paragraph("松政办发〔")
    for piece in ("2022", "〕", "8", "号"):
        number.add_run(piece)
    roster = document.add_paragraph("指挥长：周\u2003平\t副县长")
    roster.add_run().add_break()
    roster.add_run("成\xa0\xa0员：吴小燕")
    roster.add_run().add_break(WD_BREAK.PAGE)
    assert lines(document, tmp_path) == [
        "松山县人民政府办公室关于成立防汛抗旱指挥部的通知",
        "松政办发〔2022〕8号",
        "指挥长：周\u2003平\u3000\u3000副县长",
        "成\xa0\xa0员：吴小燕",
    ]


def test_heads_feet_fields_deletions_and_contents_are_left_out(
    document: Any, tmp_path: Path
) -> None:
    document.sections[0].header.paragraphs[0].text = "松山县人民政府公报"
    document.sections[0].footer.paragraphs[0].text = "— 1 —"
    contents = document.add_paragraph("关于成立指挥部的通知\t1")
    contents.style = document.styles.add_style("toc 1", 1)
    body = document.add_paragraph("现通知如下")
    for xml in (
        "<w:del {0}><w:r><w:delText>旧</w:delText></w:r></w:del>",
        "<w:ins {0}><w:r><w:t>：</w:t></w:r></w:ins>",
        "<w:r {0}><w:instrText> PAGE </w:instrText></w:r>",
        "<w:r {0}><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>",
    ):
        body._p.append(parse_xml(xml.format(nsdecls("w"))))
    assert lines(document, tmp_path) == ["现通知如下："]


def test_merged_cells_and_paragraphs_in_cells(document: Any, tmp_path: Path) -> None:
    table = document.add_table(rows=4, cols=4)
    for row, words in zip(
        table.rows,
        (
            ["序号", "任务", "责任单位", ""],
            ["", "", "牵头", "配合单位"],
            ["1", "修渠", "县水务局", "县财政局"],
            ["2", "", "柳河镇", "县审计局"],
        ),
        strict=True,
    ):
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word
    for a, b in (((0, 0), (1, 0)), ((0, 1), (1, 1)), ((0, 2), (0, 3)), ((2, 1), (3, 1))):
        table.cell(*a).merge(table.cell(*b))
    table.cell(2, 3).add_paragraph("县审计局")
    assert lines(document, tmp_path) == [
        "| 序号 | 任务 | 牵头单位 | 配合单位 |",
        "| --- | --- | --- | --- |",
        "| 1 | 修渠 | 县水务局 | 县财政局<br>县审计局 |",
        "| 2 | 修渠 | 柳河镇 | 县审计局 |",
    ]


LEVELS = [
    ("chineseCountingThousand", "%1、"),
    ("chineseCountingThousand", "（%2）"),
    ("decimal", "%3."),
    ("decimal", "%1.%3-%4"),
]


def numbered(document: Any, depths: list[int], start: int = 1) -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{k}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for k, (style, text) in enumerate(LEVELS)
    )
    root = document.part.numbering_part.element
    root.insert(
        0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{levels}</w:abstractNum>')
    )
    root.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>')
    )
    for depth in depths:
        properties = document.add_paragraph("甲")._p.get_or_add_pPr()
        properties.append(
            parse_xml(
                f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="77"/></w:numPr>'
            )
        )


def test_automatic_numbers_are_printed(document: Any, tmp_path: Path) -> None:
    numbered(document, [0, 1, 1, 2, 0, 1, 2, 2])
    assert lines(document, tmp_path) == [
        "一、甲",
        "（一）甲",
        "（二）甲",
        "1.甲",
        "二、甲",
        "（一）甲",
        "1.甲",
        "2.甲",
    ]


def test_a_level_may_be_left_out_and_start_elsewhere(document: Any, tmp_path: Path) -> None:
    numbered(document, [2, 3, 0], start=3)
    assert lines(document, tmp_path) == ["3.甲", "三.3-3甲", "四、甲"]


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (99, "九十九"),
        (100, "一百"),
        (105, "一百零五"),
        (112, "一百一十二"),
    ],
)
def test_chinese_numbers(count: int, words: str) -> None:
    assert chinese(count) == words


def test_styles_of_numbers() -> None:
    assert [
        in_style(4, style)
        for style in (
            "decimalEnclosedCircle",
            "chineseLegalSimplified",
            "ideographTraditional",
            "upperRoman",
            "lowerLetter",
            "other",
        )
    ] == ["④", "肆", "丁", "IV", "d", "4"]


def test_text_boxes_come_once(document: Any, tmp_path: Path) -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>松政发〔2022〕1号</w:t></w:r></w:p></w:txbxContent>"
    space = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    document.add_paragraph("正文")._p.append(
        parse_xml(
            f"<w:r {nsdecls('w')} {space}><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
        )
    )
    assert lines(document, tmp_path) == ["正文", "松政发〔2022〕1号"]


def test_no_word_file(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"\xd0\xcf\x11\xe0 old word")
    with pytest.raises(BadInput, match="damaged"):
        read_docx(path)
