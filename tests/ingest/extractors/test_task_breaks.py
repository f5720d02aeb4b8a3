"""Where a task, a time limit or a duty ends, when typesetting or a merged cell hides it: invented examples."""

from __future__ import annotations

import pytest
from stated import NOTICE, roles, stated

FOOT = "\n云岭县人民政府办公室\n2021年5月1日\n"


@pytest.mark.parametrize(
    ("printed", "value", "date"),
    [
        ("2021年7\n月31日前", "2021年7月31日前", "2021-07-31"),
        ("2021年12月\n31日前", "2021年12月31日前", "2021-12-31"),
        ("2021\n年6月底", "2021年6月底", "2021-06-30"),
        ("即日起至2021年\n12月31日", "即日起至2021年12月31日", "2021-12-31"),
        ("6月底前\n", "6月底前", "2021-06-30"),
    ],
)
def test_a_date_that_the_line_end_cut(printed: str, value: str, date: str) -> None:
    text = f"{NOTICE}1.整修渠道42公里。\n责任单位：县财政局\n完成时限：{printed}\n{FOOT}"
    assert stated(text, "deadline", "value", "date") == [(value, date)]


@pytest.mark.parametrize("name", ["王刚", "李明、王刚"])
def test_the_last_person_does_not_take_the_signature_along(name: str) -> None:
    text = f"{NOTICE}1.整修渠道42公里。\n责任领导：{name}\n{FOOT}"
    assert [found for _, found in roles(text)] == name.split("、")


@pytest.mark.parametrize("label", ["牵头司局", "参加司局", "分管院领导", "分管局领导", "分管院长", "分管副局长"])
def test_labels_of_ministries_and_institutes(label: str) -> None:
    name = "种植业司" if "司局" in label else "王刚"
    assert roles(f"{NOTICE}1.整修渠道42公里。\n{label}：{name}\n2.栽植林带860亩。\n") == [(label, name)]


@pytest.mark.parametrize(
    ("text", "task"),
    [
        ("各乡镇：为做好春耕，现将事项通知如下：一、整修渠道。清淤沟道。（县财政局牵头）\n", "一、整修渠道。清淤沟道。"),
        ("（二）清淤沟道。\n问题二：渠道失修。\n责任单位：县财政局\n", "问题二：渠道失修。"),
        ("1.清淤沟道。\n问题2：渠道失修。\n责任单位：县财政局\n", "问题2：渠道失修。"),
        ("一、整修渠道\n（一）目标任务：整修渠道9公里。\n（二）责任分工\n责任单位：县财政局\n", "整修渠道9公里。"),
        ("一、整修渠道\n（一）职责分工\n责任单位：县财政局\n（二）时限要求\n完成时限：5月底前\n", "整修渠道"),
    ],
)
def test_where_a_task_begins(text: str, task: str) -> None:
    text = NOTICE + text + FOOT
    assert {*stated(text, "task", "task"), *stated(text, "deadline", "task")} == {task}


@pytest.mark.parametrize(
    ("first", "merged", "tasks"),
    [
        ("1    ", "     ", 2),
        ("农业  ", "      ", 2),
    ],
)
def test_a_row_below_a_merged_first_cell(first: str, merged: str, tasks: int) -> None:
    head = "序号" if first[0] == "1" else "类别"
    text = (
        f"云岭县重点任务分解表\n云政办发〔2021〕12号\n\n{head}    任务内容    责任单位    协同单位    完成时限\n"
        f"{first}整修县道二十公里    县财政局    县水务局    2021-06\n"
        f"{merged}栽植林带    县林业局    县审计局    9月底前\n"
    )
    assert len(set(stated(text, "deadline", "task"))) == tasks
    assert roles(text) == [
        ("责任单位", "县财政局"), ("协同单位", "县水务局"), ("责任单位", "县林业局"), ("协同单位", "县审计局"),
    ]
    assert stated(text, "deadline", "value") == ["2021-06", "9月底前"]


@pytest.mark.parametrize(
    "head",
    ["附件：云岭县防汛部门职责清单", "附件1：部门职责清单", "附件1\n云岭县防汛部门职责清单",
     "部门责任清单", "附件：云岭县部门责任清单"]
)
@pytest.mark.parametrize("mark", ["\n", "："])
def test_heads_of_lists_of_duties(head: str, mark: str) -> None:
    items = f"一、县教育局{mark}负责避险教育。\n二、县公安局{mark}负责维护秩序。\n"
    text = f"{NOTICE}\n{head}\n\n{items}{FOOT}"
    assert stated(text, "duty", "unit", "full_text") == [("县教育局", "负责避险教育。"), ("县公安局", "负责维护秩序。")]


def test_another_attachment_ends_the_list_of_duties() -> None:
    text = f"{NOTICE}\n附件：部门职责清单\n一、县教育局：负责避险教育。\n附件2：联络表\n县公安局：负责维护秩序。\n"
    assert stated(text, "duty", "unit") == ["县教育局"]
