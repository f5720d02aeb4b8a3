"""Lines that begin a paragraph by their own form, rows of rosters among them."""

from __future__ import annotations

import pytest

from ingest.layout.starts import ORDINAL, is_row, is_start


@pytest.mark.parametrize("text", [
    "一、总体要求", "（一）加强领导。", "1.抓好落实", "5.2.1总体安排", "①核实人数", "第一章 总则", "附件：1.成员名单",
    "1.2021年3月底前完成摸底", "组  长：丁 磊", "副组长：", "责任单位：县水务局", "【整改时限】：立行立改", "完成时限  年底前",
    "县水务局：负责供水设施管护", "丁 磊  县财政局局长", "丁磊同志（副县长）：分管水利", "领导小组下设办公室", "抄送：县委各部门",
    "2020年6月11日", "二〇二〇年六月十一日", "槐政办发〔2020〕31号", "问题3：管网老化", "特此通知", "丁磊\t局长",
])
def test_begins_a_paragraph(text: str) -> None:
    assert is_start(text)


@pytest.mark.parametrize("text", [
    "实保障群众用水，依照《槐川县农村", "实保障群众饮水安全，经县人民政府", "员单位：县水务局", "3.5万元，用于管网改造",
    "2020年6月11日前完成",
    "县水务局要认真履行职责，会同县财政局等部门，在经费、人员和设备上给予保障，并在每季度末月二十日之前书面报告",
])
def test_goes_on(text: str) -> None:
    assert not is_start(text)


@pytest.mark.parametrize(("text", "found"), [
    ("（三）丁磊", "（三）"), ("12、丁磊", "12、"), ("5.2 总体要求", "5.2 "), ("1.2021年", "1."), ("附件1：名单", "附件1："),
    ("3.5万元", None),
])
def test_ordinals(text: str, found: str | None) -> None:
    match = ORDINAL.match(text)
    assert (match[0] if match else None) == found


@pytest.mark.parametrize("text", ["丁 磊  县财政局局长", "丁磊", "欧阳 川  县水务局局长", "乔木（女） 副县长", "丁磊\t局长"])
def test_rows_of_a_roster(text: str) -> None:
    assert is_row(text)


@pytest.mark.parametrize("text", ["丁 磊 负责财政工作。", "县财政局", "丁磊同志任县长", "加强 组织领导", "组长 丁磊"])
def test_no_rows(text: str) -> None:
    assert not is_row(text)
