"""Ordinals, headings in force, and tables among paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.layout.blocks import Block, DocumentText, blocks, items, ordinal
from ingest.layout.cells import cell_text
from ingest.layout.lines import Page, Paragraph
from tests.ingest.layout.gazettes import examples

_LINES = [
    "第一章 总则", "一、总体要求", "（一）加强领导。", "1.抓好落实。", "（1）核实人数。", "5.2.1总体安排",
    "丁磊任县长。", "成员单位职责", "经研究，决定如下。", "二、其他",
]


def read(text: str) -> list[Block]:
    return list(blocks(items(Page(text))))


@pytest.mark.parametrize(("text", "level", "words"), [
    ("第一章 总则", 1, " 总则"), ("一、总体要求", 2, "总体要求"), ("附：名单", 2, "名单"), ("  二、任务", 2, "任务"),
    ("（一）加强领导", 3, "加强领导"), ("㈠加强领导", 3, "加强领导"), ("1.抓好落实", 4, "抓好落实"),
    ("3 人员安排", 4, "人员安排"), ("（1）核实", 5, "核实"), ("①核实", 5, "核实"), ("5.2 总体", 5, "总体"),
    ("5.2.1总体", 6, "总体"),
])
def test_ordinal(text: str, level: int, words: str) -> None:
    found, body = ordinal(text)
    assert (found, text[body:]) == (level, words)


@pytest.mark.parametrize("text", ["", "丁磊任县长", "12 个乡镇", "2020年6月", "十里铺镇"])
def test_no_ordinal(text: str) -> None:
    assert ordinal(text) == (0, 0)


@examples
@given(st.text(st.sampled_from("一二十第章、.．（）〔〕12①附件： 年个人槐川县")))
def test_ordinal_lies_within_the_text(text: str) -> None:
    level, body = ordinal(text)
    assert 0 <= body <= len(text)
    assert (level == 0) == (body == 0)


def test_what_stands_below_a_heading_inherits_it() -> None:
    found = read("一、组织机构\n（一）征地拆迁协调组\n组　长：丁 磊\n（二）宣传组\n组　长：乔 木\n二、其他事项\n按规定执行。")
    assert [(block.level, [heading.text for heading in block.headings]) for block in found] == [
        (2, []), (3, ["组织机构"]), (0, ["组织机构", "征地拆迁协调组"]), (3, ["组织机构"]), (0, ["组织机构", "宣传组"]),
        (2, []), (0, ["其他事项"]),
    ]


def test_a_line_that_names_a_list_is_a_heading() -> None:
    *_, last = read("槐川县河长制工作领导小组成员名单\n组  长：丁 磊  县长")
    assert [heading.text for heading in last.headings] == ["槐川县河长制工作领导小组成员名单"]


@examples
@given(st.lists(st.sampled_from(_LINES), max_size=25))
def test_headings_are_in_order_above_their_block(lines: list[str]) -> None:
    for block in read("\n".join(lines)):
        levels = [heading.level for heading in block.headings]
        assert levels == sorted(set(levels))
        assert not block.level or all(level < block.level for level in levels)


def test_tables_stand_among_paragraphs_in_order() -> None:
    source = "一、责任分工\n| 序号 | 姓名 | 职务 |\n| --- | --- | --- |\n| 1 | 丁磊 | 县长 |\n| 2 | 乔木 | 副县长 |\n二、其他"
    before, table, after = read(source)
    assert (before.text, table.text, after.text) == ("一、责任分工", "", "二、其他")
    assert table.paragraph is None
    assert table.table is not None
    assert [[cell_text(cell) for cell in row] for row in table.table.rows][-1] == ["2", "乔木", "副县长"]
    assert [heading.text for heading in table.headings] == ["责任分工"]
    assert source[table.table.start:].startswith("序号")


def test_a_table_run_into_a_paragraph_is_a_table_again() -> None:
    source = "附表 序号 政策措施 牵头单位 完成时限 1 缓缴保险费 县人社局 年底前 2 留抵退税 县税务局 6月30日前"
    lead, table = items(Page(source))
    assert isinstance(lead, Paragraph)
    assert not isinstance(table, Paragraph)
    assert lead.text.strip() == "附表"
    cells = [cell for row in table.rows for cell in row if cell]
    assert len(cells) == 12
    assert all(source[slice(*cell.span(0, len(cell.text)))] == cell.text for cell in cells)


def test_a_document_in_one_line_is_cut_at_its_ordinals() -> None:
    source = (
        "经研究，决定成立农村饮水安全工作领导小组，现将有关事项通知如下。"
        "一、组成人员由县水务局、县财政局、县卫生健康局有关负责人担任，名单另行印发，人员变动时由接任者自然递补，不再另行发文。"
        "二、工作职责是统筹协调全县农村饮水安全工作，研究解决重大问题，督促各乡镇落实管护责任。"
    )
    found = items(Page(source))
    assert [item.text[:3] for item in found if isinstance(item, Paragraph)] == ["经研究", "一、组", "二、工"]
    assert "".join(item.text for item in found if isinstance(item, Paragraph)) == source


@pytest.mark.parametrize(("date", "number", "year"), [
    ("2020-06-11", None, 2020), (None, "槐政发〔２０１９〕3号", 2019),
    (None, "第12号", None), ("2021-01-04", "槐政发〔2020〕99号", 2021),
])
def test_year_of_a_document(date: str | None, number: str | None, year: int | None) -> None:
    assert DocumentText(date=date, number=number).year == year
