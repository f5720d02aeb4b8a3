"""Duties of units: every way of printing a list of them."""

from __future__ import annotations

import pytest
from stated import NOTICE, stated

EXPECTED = [
    ("县教育局", "指导学校开展避险教育。"),
    ("县公安局", "负责维护灾区秩序。"),
    ("县司法局", "负责维护灾区秩序。"),
]


@pytest.mark.parametrize(
    "items",
    [
        "县教育局：指导学校开展避险教育。\n县公安局、县司法局：负责维护灾区秩序。\n",
        "（一）县教育局。指导学校开展避险教育。\n（二）县公安局、县司法局。负责维护灾区秩序。\n",
        "1.县教育局职责：指导学校开展避险教育。\n2.县公安局、县司法局职责：负责维护灾区秩序。\n",
        "（一）县教育局\n指导学校开展避险教育。\n（二）县公安局、县司法局\n负责维护灾区秩序。\n",
        "县教育局\n指导学校开展避险教育。\n县公安局、县司法局\n负责维护灾区秩序。\n",
        "**(一)县教育局。**指导学校开展避险教育。\n\n**(二)县公安局、县司法局。**负责维护灾区秩序。\n",
        "\n| 成员单位 | 主要职责 |\n|---|---|\n| 县教育局 | 指导学校开展避险教育。 |\n"
        "| 县公安局<br>县司法局 | 负责维护灾区秩序。 |\n",
        "\n序号\t部门\t职责\n1\t县教育局\t指导学校开展避险教育。\n"
        "2\t县公安局、县司法局\t负责维护灾区秩序。\n",
    ],
)
def test_lists_of_duties(items: str) -> None:
    text = f"{NOTICE}三、成员单位职责\n{items}四、工作要求\n县财政局：要保障经费。\n"
    assert stated(text, "duty", "unit", "full_text") == EXPECTED


def test_units_without_a_mark_behind_them() -> None:
    text = (
        f"{NOTICE}四、成员单位职责\n（一）县人力资源和社会保障局负责劳动力培训。\n"
        "（二）县林业局、县水务局负责林地盘活利用。\n"
        "（三）各乡镇组织群众转移。\n"
    )
    assert stated(text, "duty", "unit", "text") == [
        ("县人力资源和社会保障局", "负责劳动力培训。"),
        ("县林业局", "负责林地盘活利用。"),
        ("县水务局", "负责林地盘活利用。"),
        ("各乡镇", "组织群众转移。"),
    ]


def test_a_duty_in_several_parts() -> None:
    text = (
        f"{NOTICE}二、职责分工\n1.县气象局\n（1）发布预警；\n（2）报送预报。\n2.县水务局：\n"
        "巡查堤防，\n抢护险情。\n"
    )
    assert stated(text, "duty", "unit", "text") == [
        ("县气象局", "发布预警；（2）报送预报"),
        ("县水务局", "巡查堤防，抢护险情。"),
    ]


def test_the_text_is_twelve_characters() -> None:
    text = f"{NOTICE}二、部门职责\n县财政局：负责统筹安排各级防汛抗旱补助资金。\n"
    assert stated(text, "duty", "text", "full_text") == [
        ("负责统筹安排各级防汛抗旱", "负责统筹安排各级防汛抗旱补助资金。")
    ]


def test_the_title_may_head_the_list() -> None:
    text = (
        "云岭县森林防火指挥部成员单位职责\n县公安局：负责火场警戒。\n县民政局：倡导文明祭扫。\n"
        "云岭县森林防火指挥部\n2021年3月5日\n"
    )
    assert stated(text, "duty", "unit") == ["县公安局", "县民政局"]


@pytest.mark.parametrize(
    "trap",
    [
        "三、成员单位职责\n领导小组：负责研究重大问题。\n领导小组办公室：负责日常工作。\n"
        "（二）办公室设在县财政局。负责协调。\n",
        "三、领导分工\n高原：负责全面工作。\n",
        "三、岗位职责\n主任：负责全面工作。\n",
        "三、工作安排\n县教育局：负责校园安全。\n",
        "三、责任分工\n（一）整修渠道。\n责任单位：县水务局\n",
    ],
)
def test_what_is_no_duty_of_a_unit(trap: str) -> None:
    assert stated(NOTICE + trap, "duty", "unit", "text") == []


@pytest.mark.parametrize(
    "items",
    [
        "（1）县教育局：指导学校开展避险教育。\n（2）县公安局、县司法局  负责维护灾区秩序。\n",
        "1.县教育局：指导学校开展避险教育。\n2.县公安局、县司法局。负责维护灾区秩序。\n",
        "（一）县教育局：指导学校开展避险教育。\n（二）县公安局、县司法局——负责维护灾区秩序。\n",
        "2.2.1 县教育局\n指导学校开展避险教育。\n2.2.2 县公安局、县司法局\n负责维护灾区秩序。\n",
    ],
)
def test_duties_in_a_plan_with_dotted_numbers(items: str) -> None:
    text = f"{NOTICE}2 组织体系\n2.2 成员单位职责\n{items}3 预警\n县气象局：发布预警信息。\n"
    assert stated(text, "duty", "unit", "full_text") == EXPECTED


def test_a_duty_that_names_other_bodies() -> None:
    text = NOTICE + (
        "二、成员单位职责\n（一）县民政局\n负责养老机构、社会组织领域的风险排查。\n"
        "（二）县城管局\n组织环卫公司、园林公司清扫，负责绿化补植。\n"
    )
    assert stated(text, "duty", "unit") == ["县民政局", "县城管局"]


def test_blanks_between_a_unit_and_its_duty() -> None:
    text = NOTICE + (
        "附件：各部门职责分工\n县教育局 指导学校开展避险教育。\n县市场监管局　牵头开展农贸市场整治。\n"
        "县公安局  维护灾区秩序。\n"
    )
    assert stated(text, "duty", "unit", "full_text") == [
        ("县教育局", "指导学校开展避险教育。"),
        ("县市场监管局", "牵头开展农贸市场整治。"),
        ("县公安局", "维护灾区秩序。"),
    ]
