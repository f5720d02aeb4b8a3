"""Tasks and time limits in label lines and brackets: one invented example for every way of printing them."""

from __future__ import annotations

import pytest
from stated import NOTICE, roles, stated, unread

ANSWERS = [("责任单位", "县财政局"), ("责任单位", "各乡镇（开发区）"), ("配合单位", "县水务局")]


@pytest.mark.parametrize(
    "labels",
    [
        "责任单位：县财政局、各乡镇（开发区）\n配合单位：县水务局\n",
        "责任单位：县财政局，各乡镇（开发区）    配合单位：县水务局\n",
        "责任单位：县财政局；各乡镇（开发区）；配合单位：县水务局。\n",
        "【责任单位】县财政局、各乡镇（开发区）\n【配合单位】县水务局\n",
        "责 任 单 位：县财政局、各乡镇（开发区）\n配 合 单 位：县水务局\n",
        "**责任单位：**县财政局、各乡镇（开发区）\n\n**配合单位**：县水务局\n",
        "- 责任单位:县财政局、各乡镇(开发区)\n- 配合单位:县水务局\n",
        "责任单位：\n县财政局、各乡镇（开发区）\n配合单位：\n县水务局\n",
        "责任单位\n县财政局、各乡镇（开发区）\n配合单位\n县水务局\n",
        "责任单位  县财政局、各乡镇（开发区）  配合单位  县水务局\n",
        "责任单位：县财政局\n          各乡镇（开发区）\n配合单位：县水务局\n",
        "（责任单位：县财政局、各乡镇（开发区）；配合单位：县水务局）\n",
        "（责任单位：县财政局、各乡镇（开发区），配合单位：县水务局等部门）\n",
    ],
)
def test_labels_however_printed(labels: str) -> None:
    text = NOTICE + "1.整修渠道42公里，清淤沟道28条。\n" + labels + "2.栽植林带860亩。\n"
    assert [(role, name.replace("(", "（").replace(")", "）")) for role, name in roles(text)] == ANSWERS
    assert set(stated(text, "task", "task")) == {"整修渠道42公里，清淤沟道28条。"}


@pytest.mark.parametrize(
    "tail",
    [
        "责任单位：县财政局；完成时限：6月底前。",
        "（责任单位：县财政局；完成时限：6月底前）",
        "（责任单位：县财政局，完成时限：6月底前）。",
        "责任单位：县财政局。完成时限：6月底前。",
        "责任单位：县财政局 完成时限：6月底前",
        "责任单位：县财政局完成时限：6月底前",
        "（县财政局负责，6月底前）",
    ],
)
def test_labels_behind_their_task(tail: str) -> None:
    text = f"{NOTICE}1.整修渠道42公里。{tail}\n2.栽植林带860亩。\n"
    assert roles(text) == [("责任单位", "县财政局")]
    assert stated(text, "deadline", "value", "date", "task") == [
        ("6月底前", "2021-06-30", "整修渠道42公里。")
    ]


@pytest.mark.parametrize(
    ("bracket", "expected"),
    [
        ("（县公安局负责）", [("责任单位", "县公安局")]),
        (
            "（由县公安局牵头，县司法局、县法院等部门配合）",
            [("牵头单位", "县公安局"), ("配合单位", "县司法局"), ("配合单位", "县法院")],
        ),
        ("（县公安局牵头，县司法局参加）", [("牵头单位", "县公安局"), ("参加单位", "县司法局")]),
        ("（县公安局、县司法局按职责分工负责）", [("责任单位", "县公安局"), ("责任单位", "县司法局")]),
        (
            "（县公安局、县司法局负责，排在第一位的为牵头部门）",
            [("牵头单位", "县公安局"), ("责任单位", "县司法局")],
        ),
        (
            "（责任单位：县公安局、县司法局，列第一位的为牵头单位，下同）",
            [("牵头单位", "县公安局"), ("责任单位", "县司法局")],
        ),
        ("（县公安局会同县司法局负责）", [("责任单位", "县公安局"), ("责任单位", "县司法局")]),
        ("（责任单位：县公安局；县司法局配合）", [("责任单位", "县公安局"), ("配合单位", "县司法局")]),
        ("（牵头：县公安局；配合：各乡镇）", [("牵头", "县公安局"), ("配合", "各乡镇")]),
        ("【县信访局牵头；县直各部门参与】", [("牵头单位", "县信访局"), ("参与单位", "县直各部门")]),
    ],
)
def test_brackets(bracket: str, expected: list[tuple[str, str]]) -> None:
    text = f"{NOTICE}（一）严格执法。从严查处非法采砂。{bracket}\n（二）做好宣传。\n"
    assert roles(text) == expected
    assert set(stated(text, "task", "task")) == {"严格执法。从严查处非法采砂。"}


def test_lead_and_support_under_one_label() -> None:
    text = f"{NOTICE}1.整修渠道。\n责任单位：县水务局牵头，县财政局、各乡镇按职责分工负责\n"
    assert roles(text) == [("牵头单位", "县水务局"), ("责任单位", "县财政局"), ("责任单位", "各乡镇")]


def test_every_bracket_has_the_sentences_before_it() -> None:
    text = f"{NOTICE}（一）做好宣传（县委宣传部负责）。抓好培训（责任单位：县教育局）。\n"
    assert stated(text, "task", "name", "task") == [("县委宣传部", "做好宣传"), ("县教育局", "抓好培训")]


def test_a_bracket_has_its_paragraph_not_the_heading_above() -> None:
    text = (
        f"{NOTICE}一、推进产业发展\n新增企业10家。（责任单位：县财政局）\n"
        "二、改善民生\n新建公厕3座。（县水务局，完成时限：8月底前）\n（一）绿化\n植树5万株。（县林草局负责）\n"
    )
    assert stated(text, "task", "name", "task") == [
        ("县财政局", "新增企业10家。"),
        ("县水务局", "新建公厕3座。"),
        ("县林草局", "植树5万株。"),
    ]


def test_leaders_without_their_posts() -> None:
    text = (
        f"{NOTICE}1.整修渠道。\n牵头领导：高  原（副县长）\n责任人：李  强、各乡镇长\n"
        "包抓领导：副县长赵敏\n督导单位：县委督查室\n"
    )
    assert roles(text) == [
        ("牵头领导", "高原"),
        ("责任人", "李强"),
        ("责任人", "各乡镇长"),
        ("包抓领导", "赵敏"),
        ("督导单位", "县委督查室"),
    ]


def test_names_cut_by_lines_and_pages() -> None:
    text = (
        f"{NOTICE}1.整修渠道。\n责任单位：县工业信息化和商\n\n- 3 -\n\n务局、县财政局、\n县农业农\n村局\n"
        "完成时限：2021年6月底前\n"
    )
    assert [name for _, name in roles(text)] == ["县工业信息化和商务局", "县财政局", "县农业农村局"]
    assert stated(text, "deadline", "task") == ["整修渠道。"]


@pytest.mark.parametrize(
    ("printed", "date"),
    [
        ("2020年8月底前", "2020-08-31"),
        ("立行立改并长期坚持", None),
        ("每年6月底前", None),
        ("第三季度", "2021-09-30"),
        ("9月底前", "2021-09-30"),
        ("全国两会召开前", None),
        ("11月31日前", None),
        ("2021 年 6 月 30 日", "2021-06-30"),
        ("二〇二一年九月三十日前", "2021-09-30"),
        ("年底前", "2021-12-31"),
        ("3月底前完成方案，6月底前全部完成", "2021-06-30"),
    ],
)
def test_time_limits(printed: str, date: str | None) -> None:
    text = f"{NOTICE}1.整修渠道。\n责任单位：县水务局\n整改时限：{printed}\n"
    assert stated(text, "deadline", "label", "value", "date") == [
        ("整改时限", printed.replace(" ", ""), date)
    ]


def test_measures_have_their_own_labels() -> None:
    text = (
        f"{NOTICE}（一）责任落实不到位。\n整改措施：\n一是压实责任。签订责任书。\n责任领导：李强\n"
        "整改时限：立行立改\n"
        "二是强化督查。\n责任领导：高原\n整改时限：长期坚持\n（二）资金不足。\n"
        "整改措施：加大投入。\n责任领导：赵敏\n"
    )
    assert stated(text, "task", "name", "task") == [
        ("李强", "一是压实责任。签订责任书。"),
        ("高原", "二是强化督查。"),
        ("赵敏", "加大投入。"),
    ]


def test_a_heading_is_the_task_where_nothing_else_is() -> None:
    text = f"{NOTICE}一、青龙水库\n行政责任人：高原\n技术责任人：李强\n运管责任人：赵敏\n"
    assert stated(text, "task", "task", "name") == [
        ("青龙水库", "高原"),
        ("青龙水库", "李强"),
        ("青龙水库", "赵敏"),
    ]


def test_an_item_begins_with_its_lead_phrase() -> None:
    text = f"{NOTICE}1. **规范流转。**严格落实审查制度。\n\n牵头单位：县农业农村局\n"
    ((words, start, end),) = stated(text, "task", "task", "task_start", "task_end")
    assert words == "规范流转。严格落实审查制度。"
    assert text[start:end] == "规范流转。**严格落实审查制度。"


def test_offsets_point_at_the_name() -> None:
    text = f"{NOTICE}1.整修渠道。\n责任领导：丁　炜\n"
    ((start, end, name),) = stated(text, "task", "start", "end", "name")
    assert (text[start:end], name) == ("丁　炜", "丁炜")


def test_a_document_on_one_line() -> None:
    text = (
        NOTICE.replace("\n", "") + "一、主要任务（一）改造厕所。完成改厕6200户，健全管护机制，"
        "确保建一个成一个。责任单位：县农业农村局。"
        "完成时限：6月底前。（二）硬化道路。新建公路30公里。责任单位：县交通运输局、各乡镇。"
        "完成时限：9月底前。\n"
    )
    assert [name for _, name in roles(text)] == ["县农业农村局", "县交通运输局", "各乡镇"]
    assert stated(text, "deadline", "task")[1].endswith("硬化道路。新建公路30公里。")


def test_traditional_characters() -> None:
    text = (
        "雲嶺縣人民政府辦公室\n關於印發重點任務的通知\n雲政辦發〔2021〕12號\n一、改造廁所6200戶。\n"
        "責任單位：縣農業局、縣財政局\n完成時限：6月底前\n"
    )
    assert [name for _, name in roles(text)] == ["縣農業局", "縣財政局"]
    assert stated(text, "deadline", "value") == ["6月底前"]


def test_labels_of_a_working_group_name_its_members() -> None:
    text = (
        f"{NOTICE}（一）综合协调组\n牵头单位：县财政局\n成员单位：县水务局\n"
        "（二）督查组。牵头单位：县委督查室；责任单位：县审计局。\n"
    )
    assert roles(text) == []


@pytest.mark.parametrize(
    "trap",
    [
        "本办法所称责任单位，是指承担任务的部门。",
        "责任单位：是指承担任务的部门。",
        "各责任单位：要高度重视，配合单位要主动作为。",
        "由县水务局牵头抓好落实，各乡镇配合。",
        "项目名称：          责任单位：          填表人：",
        "主办单位：县委宣传部\n承办单位：县文化馆、青山镇人民政府",
        "整改责任人：（空缺，由单位主要负责人担任）",
        "办理时限：20个工作日",
        "工作时间：每周一至周五",
        "会议由县长主持。出席：高原、李强。列席：县财政局 赵敏。",
        "严格落实主体责任、监管责任、领导责任：对工作不力的严肃问责。",
    ],
)
def test_traps(trap: str) -> None:
    text = f"{NOTICE}一、总体要求\n{trap}\n二、工作要求\n各乡镇要抓好落实。\n"
    assert stated(text, "task", "role", "name") == []
    assert stated(text, "deadline", "value") == []


def test_what_no_rule_understands_is_reported() -> None:
    text = (
        f"{NOTICE}1.整修渠道。\n责任单位：按照有关规定另行确定的\n2.加强宣传。（县委宣传部、县融媒体中心）\n"
    )
    assert roles(text) == []
    assert unread(text) == ["按照有关规定另行确定的", "（县委宣传部、县融媒体中心）"]


def test_contacts_and_remarks_are_no_tasks() -> None:
    text = (
        f"{NOTICE}1.整修渠道。\n责任单位：县农业农村局（局长：李强）\n联系人：高原\n责任人：王小明  李 娜\n"
        "整改进展：已完成。\n"
    )
    assert roles(text) == [("责任单位", "县农业农村局"), ("责任人", "王小明"), ("责任人", "李娜")]
    assert set(stated(text, "task", "task")) == {"整修渠道。"}


def test_an_endless_name_is_reported_at_once() -> None:
    text = f"{NOTICE}1.整修渠道。\n责任单位：{'县财政局和' * 4000}\n"
    assert roles(text) == []
    assert unread(text)


@pytest.mark.parametrize(
    "labels",
    [
        "责任领导：高 原  责任人：李强  完成时限：9月底",
        "责 任 领 导：高 原  责 任 人：李 强  完 成 时 限：9月底",
        "（责任领导：高原、责任人：李强、完成时限：9月底）",
    ],
)
def test_labels_behind_names_on_one_line(labels: str) -> None:
    text = f"{NOTICE}1.整修渠道。{labels}\n"
    assert roles(text) == [("责任领导", "高原"), ("责任人", "李强")]
    assert stated(text, "deadline", "value") == ["9月底"]


def test_units_on_lines_of_their_own() -> None:
    text = (
        f"{NOTICE}1.整修渠道。\n责任单位：县水务局\n县财政局\n县审计局\n完成时限：9月底\n"
        "2.栽植林带。\n责任单位：县林业局\n县农业农村局\n（一）摸清底数。\n"
    )
    assert roles(text) == [
        ("责任单位", "县水务局"),
        ("责任单位", "县财政局"),
        ("责任单位", "县审计局"),
        ("责任单位", "县林业局"),
    ]


def test_posts_behind_a_leader_are_no_names() -> None:
    text = f"{NOTICE}1.整修渠道。\n牵头领导：高原 县委常委、组织部部长、统战部部长\n责任单位：县水务局\n"
    assert roles(text) == [("牵头领导", "高原"), ("责任单位", "县水务局")]
