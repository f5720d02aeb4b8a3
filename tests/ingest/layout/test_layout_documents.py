"""Where documents begin and end in an issue, and what their heads and feet say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.layout.blocks import DocumentText, items
from ingest.layout.documents import split
from ingest.layout.lines import Page, Paragraph
from ingest.layout.titles import ends_title, free_title, is_body, is_page_data, number_line, title_above, title_below
from tests.ingest.layout.gazettes import examples

ISSUE = """槐川县人民政府公报
目录
关于成立县志编纂委员会的通知…………（12）
槐川县人民政府办公室关于
调整县河长制工作领导小组的通知
槐政办发〔2020〕31号
各乡镇人民政府，县直各部门：
因人事变动，经研究，决定调整县河长制工作领导小组。
附件：成员名单
槐川县人民政府办公室
2020年6月11日
槐川县人民政府关于丁磊任职的通知
槐政任〔2020〕3号
县直各部门：
经研究，任命丁磊为县水务局局长。
槐川县人民政府
二〇二〇年七月一日
《槐川县人民政府公报》编辑部
主编：乔木
"""


def read(text: str) -> list[DocumentText]:
    return split(items(Page(text)))[1]


def test_an_issue_is_split_into_its_documents() -> None:
    front, (first, second) = split(items(Page(ISSUE)))
    assert (first.title, first.number) == ("槐川县人民政府办公室关于调整县河长制工作领导小组的通知", "槐政办发〔2020〕31号")
    assert (first.issuers, first.date) == (["槐川县人民政府办公室"], "2020-06-11")
    assert [block.text for block in first.blocks] == ISSUE.splitlines()[6:11]
    assert (second.title, second.number) == ("槐川县人民政府关于丁磊任职的通知", "槐政任〔2020〕3号")
    assert (second.issuers, second.date) == (["槐川县人民政府"], "2020-07-01")
    assert [item.text for item in front if isinstance(item, Paragraph)] == [
        *ISSUE.splitlines()[:3], "《槐川县人民政府公报》编辑部", "主编：乔木"]


def test_offsets_are_those_of_the_title() -> None:
    first, second = read(ISSUE)
    assert ISSUE[first.start:first.end] == "槐川县人民政府办公室关于\n调整县河长制工作领导小组的通知"
    assert ISSUE[second.start:second.end] == second.title


@examples
@given(st.lists(st.tuples(
    st.sampled_from(["水务局", "财政局", "教育局", "民政局"]),
    st.sampled_from(["调整农村饮水安全工作领导小组", "做好防汛抗旱工作", "丁磊任职", "进一步加强校园安全管理"]),
    st.integers(1, 28),
), min_size=1, max_size=6))
def test_every_numbered_document_is_found(issued: list[tuple[str, str, int]]) -> None:
    source = "".join(
        f"槐川县{office}关于{matter}的通知\n槐{office[0]}发〔2020〕{k}号\n各乡镇人民政府：\n经研究，现通知如下，请遵照执行。\n"
        f"槐川县{office}\n2020年5月{day}日\n"
        for k, (office, matter, day) in enumerate(issued, 1)
    )
    found = read(source)
    assert [document.number for document in found] == [
        f"槐{office[0]}发〔2020〕{k}号" for k, (office, _, _) in enumerate(issued, 1)]
    for document, (office, matter, day) in zip(found, issued, strict=True):
        assert document.title == source[document.start:document.end] == f"槐川县{office}关于{matter}的通知"
        assert (document.issuers, document.date) == ([f"槐川县{office}"], f"2020-05-{day:02}")


def test_a_document_without_number() -> None:
    title = "关于调整县河长制工作领导小组的通知"
    (document,) = read(f"{title}\n各乡镇人民政府：\n经研究，决定调整领导小组。\n槐川县水务局\n2020年6月11日\n")
    assert (document.title, document.number, document.issuers) == (title, None, ["槐川县水务局"])


def test_number_above_its_title() -> None:
    (document,) = read("槐政发〔2020〕3号\n槐川县人民政府关于丁磊任职的通知\n县直各部门：\n任命丁磊为县水务局局长。\n")
    assert (document.number, document.title) == ("槐政发〔2020〕3号", "槐川县人民政府关于丁磊任职的通知")
    assert document.issuers == ["槐川县人民政府"]


def test_a_lost_title_is_told_by_what_the_document_issues() -> None:
    (document,) = read("槐政发〔2020〕3号\n各乡镇人民政府：\n《槐川县城乡供水管理办法》已经县人民政府研究同意，现印发给你们。\n")
    assert document.title == "关于印发《槐川县城乡供水管理办法》的通知"


@pytest.mark.parametrize("between", ["发布时间：2020-06-11 浏览：35次", "【字体：大 中 小】\n槐川县人民政府网站"])
def test_a_web_page_that_bears_its_title_twice_is_one_document(between: str) -> None:
    title = "槐川县人民政府关于丁磊任职的通知"
    text = "槐政任〔2020〕3号\n县直各部门：\n任命丁磊为县水务局局长。\n"
    (document,) = read(f"{title}\n{between}\n{title}\n{text}")
    assert (document.title, document.number) == (title, "槐政任〔2020〕3号")


@pytest.mark.parametrize(("foot", "date", "issuers"), [
    ("槐川县财政局　槐川县水务局\n2020年6月11日", "2020-06-11", ["槐川县财政局", "槐川县水务局"]),
    ("槐川县水务局 2020年6月11日", "2020-06-11", ["槐川县水务局"]),
    ("（此页无正文）\n槐 川 县 水 务 局\n二〇二〇年六月十一日", "2020-06-11", ["槐川县水务局"]),
    ("槐川县水务局办公室　2020年6月12日印发", "2020-06-12", []),
])
def test_feet(foot: str, date: str, issuers: list[str]) -> None:
    head = "关于做好防汛工作的通知\n槐水发〔2020〕8号\n各乡镇人民政府：\n"
    (document,) = read(f"{head}请于2020年5月1日前认真抓好落实，确保安全度汛。\n{foot}\n")
    assert (document.date, document.issuers) == (date, issuers)


def test_text_without_title_is_no_document() -> None:
    front, documents = split(items(Page("今日天气晴，丁磊到城关镇调研。\n乔木陪同。")))
    assert len(front) == 2
    assert documents == []
    assert split([]) == ([], [])


@pytest.mark.parametrize(("text", "number"), [
    ("槐政办发〔2020〕31号", "槐政办发〔2020〕31号"), ("（槐政发〔2020〕3号）", "槐政发〔2020〕3号"), ("第12号", "第12号"),
    ("槐政发〔2020〕3号  签发人：丁磊", "槐政发〔2020〕3号"), ("文号：槐水发【2019】第8号", "槐水发【2019】第8号"),
    ("根据槐政办发〔2020〕31号文件要求，", None), ("槐政发〔2020〕3号………12", None), ("2020年第3号公报第5期", None),
    ("丁磊任县长", None),
])
def test_line_of_a_number(text: str, number: str | None) -> None:
    match = number_line(text)
    assert (match["number"] if match else None) == number


def test_title_above_a_number_takes_all_its_lines() -> None:
    lines = ["……请认真执行。", "槐川县人民政府办公室关于", "印发《槐川县防汛预案》的通知", "槐政办发〔2020〕31号"]
    assert title_above(lines, 3, 0) == 1
    assert title_above(lines, 3, 2) == 2
    assert title_above(["各乡镇人民政府：", "槐政发〔2020〕3号"], 1, 0) == 1


def test_title_below_a_number() -> None:
    assert title_below(["槐政发〔2020〕3号", "关于印发《槐川县", "供水管理办法》的通知", "各乡镇："], 1) == 3
    assert title_below(["槐政发〔2020〕3号", "各乡镇人民政府："], 1) == 1


def test_title_without_number_needs_a_text_below() -> None:
    lines = ["关于做好防汛工作的通知", "各乡镇人民政府："]
    assert free_title(lines, 0, later=True, ended=True, plans=False) == 1
    assert free_title(lines, 0, later=True, ended=False, plans=False) is None
    assert free_title(lines[:1], 0, later=True, ended=True, plans=False) is None


def test_lines_about_titles() -> None:
    assert ends_title("关于印发《槐川县防汛抗旱应急预案》的通 知")
    assert not ends_title("槐川县人民政府办公室")
    assert is_body("各乡镇人民政府：")
    assert not is_body("关于成立县志编纂委员会的通知；…………（12）")
    assert is_page_data("发布时间：2020-06-11 浏览：35次")
    assert not is_page_data("槐川县人民政府办公室文件")
