"""Printed lines, the paragraphs they make up, and where each character stands in the source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.layout.lines import Page, Paragraph
from ingest.layout.paragraphs import paragraphs
from tests.ingest.layout.gazettes import examples, prose, without_blanks, wrap

# Whatever a source may hold: tags, entities, Markdown, page numbers, tables.
_SCRAPS = [
    "槐川县", "人民政府", "丁磊", "\u3000", " ", "\t", "\n", "\n\n", "\r\n", "\x0c", "，", "。", "：", "…", "（", "）",
    "一、", "（一）", "**", "# ", "- ", "|", "\\*", "`", "<br>", "<p>", "</p>", "&nbsp;", "2020", "— 3 —",
    "县 长 丁 磊 县 长 丁 磊", "⻓", "縣長",
]
scraps = st.lists(st.sampled_from(_SCRAPS), max_size=60).map("".join)


def read(text: str) -> tuple[Page, list[Paragraph]]:
    page = Page(text)
    return page, list(paragraphs(page, range(len(page.lines))))


def texts(text: str) -> list[str]:
    return [paragraph.text for paragraph in read(text)[1]]


@examples
@given(scraps)
def test_page_is_as_long_as_its_source(text: str) -> None:
    page = Page(text)
    assert len(page.folded) == len(page.raw) == len(text)
    assert len(page.modes) == len(page.tight) == len(page.lines)


@examples
@given(scraps)
def test_lines_are_in_order_and_without_outer_blanks(text: str) -> None:
    page = Page(text)
    end = 0
    for line in page.lines:
        printed = page.folded[line.start:line.end]
        assert line.start >= end
        assert printed
        assert printed == printed.strip()
        assert "\n" not in printed
        end = line.end


@examples
@given(scraps)
def test_every_character_stands_where_its_offset_says(text: str) -> None:
    page, found = read(text)
    for paragraph in found:
        assert len(paragraph.text) == len(paragraph.raw)
        for position, (folded, raw) in enumerate(zip(paragraph.text, paragraph.raw, strict=True)):
            assert page.folded[paragraph.at(position)] == folded
            assert page.raw[paragraph.at(position)] == raw


@examples
@given(st.lists(prose, min_size=1, max_size=8), st.integers(12, 45))
def test_no_character_is_lost_between_lines(written: list[str], width: int) -> None:
    source = "\n".join(line for paragraph in written for line in wrap(paragraph, width))
    _, found = read(source)
    assert "".join(without_blanks(paragraph.text) for paragraph in found) == without_blanks(source)


@examples
@given(st.lists(prose, min_size=1, max_size=8), st.integers(12, 45), st.data())
def test_source_range_of_a_stretch_holds_its_words(written: list[str], width: int, data: st.DataObject) -> None:
    source = "\n".join(line for paragraph in written for line in wrap(paragraph, width))
    paragraph = data.draw(st.sampled_from(read(source)[1]))
    start = data.draw(st.integers(0, len(paragraph.text) - 1))
    end = data.draw(st.integers(start + 1, len(paragraph.text)))
    first, last = paragraph.span(start, end)
    assert without_blanks(source[first:last]) == paragraph.printed(start, end) == without_blanks(paragraph.text[start:end])


@examples
@given(st.lists(prose, min_size=1, max_size=8), st.integers(12, 45), st.data())
def test_a_part_keeps_its_offsets(written: list[str], width: int, data: st.DataObject) -> None:
    source = "\n".join(line for paragraph in written for line in wrap(paragraph, width))
    paragraph = data.draw(st.sampled_from(read(source)[1]))
    start = data.draw(st.integers(0, len(paragraph.text) - 1))
    end = data.draw(st.integers(start + 1, len(paragraph.text)))
    part = paragraph.part(start, end)
    assert part.text == paragraph.text[start:end]
    assert [part.at(k) for k in range(end - start)] == [paragraph.at(k) for k in range(start, end)]
    assert part.breaks == [at - start for at in paragraph.breaks if start < at < end]


@pytest.mark.parametrize("width", [18, 24, 31, 40])
def test_wrapped_prose_is_one_paragraph(width: int) -> None:
    written = [
        "为深入贯彻落实县委、县政府关于加强农村饮水安全管理的部署，切实保障群众饮水安全，经县人民政府第8次常务会议研究，决定成立县农村"
        "饮水安全工作领导小组，现将有关事项通知如下，请结合实际认真抓好贯彻落实，并于每季度末将进展情况报县水务局汇总。",
        "各乡镇人民政府要把农村饮水安全工作列入重要议事日程，主要负责人亲自抓，分管负责人具体抓，层层压实责任，明确专人管护供水设施，"
        "定期检测水质，发现问题及时处置，处置结果逐级报告，不得迟报、漏报、瞒报，确保群众喝上放心水。",
    ]
    assert texts("\n".join(line for paragraph in written for line in wrap(paragraph, width))) == written


@pytest.mark.parametrize(("source", "expected"), [
    ("一、总体要求\n二、主要任务", ["一、总体要求", "二、主要任务"]),
    ("组  长：丁 磊  县长\n副组长：乔 木  副县长", ["组  长：丁 磊  县长", "副组长：乔 木  副县长"]),
    ("成员由县政府办公室、\n县水务局负责人组成。", ["成员由县政府办公室、县水务局负责人组成。"]),
    ("丁 磊  县财政局局长\n乔 木  县水务局局长", ["丁 磊  县财政局局长", "乔 木  县水务局局长"]),
    ("槐政办发〔2020〕31号\n各乡镇人民政府：", ["槐政办发〔2020〕31号", "各乡镇人民政府："]),
    ("# 公报\n丁磊任县长", ["公报", "丁磊任县长"]),
    ("由县水务局（含水土保持站\n和河长制办公室）负责。", ["由县水务局（含水土保持站和河长制办公室）负责。"]),
])
def test_what_a_line_says_decides_whether_it_goes_on(source: str, expected: list[str]) -> None:
    assert texts(source) == expected


@pytest.mark.parametrize("furniture", ["— 12 —", "第 3 页 共 12 页", "3/12", "槐川县人民政府公报 2020年第3期", "———————", "\x0c"])
def test_page_furniture_is_left_out(furniture: str) -> None:
    assert texts(f"县水务局、\n{furniture}\n县财政局要密切配合。") == ["县水务局、县财政局要密切配合。"]


def test_running_head_beside_page_numbers_is_left_out() -> None:
    pages = [f"乡镇第{k}号水厂已完工。\n— {k} —\n槐川政务\n" for k in range(1, 5)]
    assert not [text for text in texts("".join(pages)) if "政务" in text]


def test_markdown_marks_are_left_out_and_offsets_stay() -> None:
    source = "**一、总体要求** 为进一步\n\n## 附 则"
    _, (first, second) = read(source)
    assert (first.text, first.marked) == ("一、总体要求 为进一步", True)
    assert (first.at(0), second.at(0)) == (source.index("一"), source.index("附"))


def test_letter_spaced_lines_are_closed_up() -> None:
    source = "槐 川 县 人 民 政 府 公 报"
    _, (paragraph,) = read(source)
    assert paragraph.text == "槐川县人民政府公报"
    assert paragraph.at(8) == source.index("报")


def test_html_tags_give_way_and_blocks_end_lines() -> None:
    source = "<p>经研究，任命丁磊为县水务局局长。&nbsp;</p><p>槐川县人民政府</p>"
    _, found = read(source)
    assert [paragraph.text for paragraph in found] == ["经研究，任命丁磊为县水务局局长。", "槐川县人民政府"]
    assert found[1].span(0, 7) == (source.index("槐"), source.index("槐") + 7)


def test_words_are_kept_as_printed() -> None:
    _, (paragraph,) = read("組　長：丁　磊（縣長）")
    assert paragraph.text == "组 长：丁 磊（县长）"
    assert paragraph.printed(4) == "丁磊（縣長）"
