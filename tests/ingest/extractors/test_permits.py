"""Registers of enforcement bodies and permit holders: tables of every make, prose, flattened."""

from __future__ import annotations

import pytest
from stated import stated, unread

FIELDS = ("unit", "holders", "legal_rep", "category")
EXPECTED = [
    ("县公安局", 126, "高原", "法定行政机关"),
    ("县气象局", 2, "李强", "法律法规授权组织"),
    ("县林场", None, None, "受委托组织"),
]
HEAD = "云岭县司法局关于公布行政执法主体的公告\n云司公〔2021〕2号\n现将有关名录公告如下：\n\n"
FOOT = "\n云岭县司法局\n2021年3月5日\n"


@pytest.mark.parametrize(
    "register",
    [
        "| 序号 | 执法主体名称 | 持证人数 | 法定代表人 | 主体类别 |\n|---|---|---|---|---|\n"
        "| 1 | 县公安局 | 126 | 高 原 | 法定行政机关 |\n"
        "| 2 | 县气象局 | 2 | 李强 | 法律法规授权组织 |\n| 3 | 县林场 | —— | 暂缺 | 受委托组织 |\n"
        "| | 合计 | 128 | | |\n",
        "类别\t单位名称\t法人代表\t证件数量\n法定行政机关\t县公安局\t高 原\t126\n"
        "类别\t单位名称\t法人代表\t证件数量\n"
        "法律法规授权组织\t县气象局\t李强\t2\n受委托组织\t县林场\t—\t\n",
        "序号  执法主体    法定代表人  类别              持证人数（人）\n"
        " 1    县公安局    高  原      法定行政机关      126\n"
        " 2    县气象局    李  强      法律法规授权组织  2\n"
        " 3    县林场      ——          受委托组织        ——\n",
        "序号 执法主体名称 持证人数 法定代表人 主体类别\n1 县公安局 126 高 原 法定行政机关\n"
        "2 县气象局 2 李强 法律法规授权组织\n"
        "3 县林场 — — 受委托组织\n",
        "序号 执法主体名称 持证人数 法定代表人 主体类别 1 县公安局 126 高 原 法定行政机关 "
        "2 县气象局 2 李强 法律法规授权组织 "
        "3 县林场 — — 受委托组织\n",
        "1．县公安局（法定代表人：高原；主体类别：法定行政机关；持证人数：126人）。\n"
        "2．县气象局（法定代表人：李强；主体类别：法律法规授权组织；\n持证人数：2人）。\n"
        "3．县林场（法定代表人：——；主体类别：受委托组织；持证人数：）。\n",
        "（一）法定行政机关\n1.县公安局，法定代表人：高原，持证人员：126人。\n（二）法律法规授权组织\n"
        "2.县气象局，法定代表人：李强，"
        "持证人员：2人。\n（三）受委托组织\n3.县林场，法定代表人：（空缺），持证人员：暂缺。\n",
        "单位名称：县公安局；法定代表人：高原；执法人员：126人；类别：法定行政机关。\n"
        "单位名称：县气象局；法定代表人：李强；"
        "执法人员：2人；类别：法律法规授权组织。\n"
        "单位名称：县林场；法定代表人：空缺；执法人员：无；类别：受委托组织。\n",
    ],
    ids=["pipes", "other order", "columns", "one blank", "one line", "brackets", "commas", "labels"],
)
def test_registers(register: str) -> None:
    assert stated(HEAD + register + FOOT, "permit", *FIELDS) == EXPECTED


def test_a_category_printed_once() -> None:
    text = (
        HEAD
        + (
            "| 主体类别 | 单位名称 | 法定代表人 | 持证人数 |\n|---|---|---|---|\n"
            "| 法定行政机关 | 县公安局 | 高原 | 12 |\n"
            "| | 县水务局 | 尼玛·次仁 | 3 |\n"
        )
        + FOOT
    )
    assert stated(text, "permit", *FIELDS) == [
        ("县公安局", 12, "高原", "法定行政机关"),
        ("县水务局", 3, "尼玛·次仁", "法定行政机关"),
    ]


def test_a_category_on_a_row_of_its_own() -> None:
    text = (
        HEAD
        + (
            "| 序号 | 单位名称 | 法定代表人 | 持证人数 |\n|---|---|---|---|\n| 一、授权组织 | | | |\n"
            "| 1 | 县气象局 | 李强 | 3 |\n"
        )
        + FOOT
    )
    assert stated(text, "permit", *FIELDS) == [("县气象局", 3, "李强", "授权组织")]


@pytest.mark.parametrize(
    "register",
    [
        "姓名\t工作单位\t执法证号\t执法类别\n高  原\t县水务局\tYL0101\t水政监察\n"
        "欧阳娜\t县水务局\tYL0102\t水政监察\n",
        "| 持证单位 | 持证人 | 证件编号 | 执法种类 |\n|---|---|---|---|\n"
        "| 县水务局 | 高 原 | YL0101 | 水政监察 |\n| | 欧阳娜 | YL0102 | 水政监察 |\n",
        "姓名 性别 执法证号 单位 执法领域\n高 原 男 YL0101 县水务局 水政监察\n"
        "欧阳娜 女 YL0102 县水务局 水政监察\n",
    ],
)
def test_holders_of_permits(register: str) -> None:
    assert stated(
        HEAD + register + FOOT, "permit", "holder", "unit", "number", "category", "holders", "legal_rep"
    ) == [
        ("高原", "县水务局", "YL0101", "水政监察", None, None),
        ("欧阳娜", "县水务局", "YL0102", "水政监察", None, None),
    ]


@pytest.mark.parametrize(
    "trap",
    [
        "| 单位 | 人数 | 负责人 |\n|---|---|---|\n| 县公安局 | 12 | 高原 |\n",
        "| 序号 | 企业名称 | 法定代表人 | 类别 |\n|---|---|---|---|\n"
        "| 1 | 天天食品有限公司 | 高原 | 食品生产 |\n",
        "县水务局：高原、李强、欧阳娜等23人。\n执法人员执法时应当主动出示执法证。\n",
        "法定代表人变更的，自变更之日起15日内报县司法局备案。\n",
    ],
)
def test_what_is_no_register(trap: str) -> None:
    assert stated(HEAD + trap + FOOT, "permit", "unit") == []


def test_a_row_without_a_unit_is_reported() -> None:
    text = (
        HEAD
        + ("| 单位名称 | 法定代表人 | 持证人数 |\n|---|---|---|\n| 另行公布的其余主体的 | 高原 | 12 |\n")
        + FOOT
    )
    assert unread(text) == ["另行公布的其余主体的"]


def test_padded_names_that_touch_the_next_column() -> None:
    text = (
        HEAD
        + "序号   姓  名   所在单位              执法证号    执法类别\n"
        + "1      高　　原 县水务局执法大队      YL0101      水政\n"
        + "2      李　强爱 县水务局执法大队      YL0102      水政、\n"
        + "                                                  渔政\n"
        + FOOT
    )
    assert stated(text, "permit", "holder", "unit", "number", "category") == [
        ("高原", "县水务局执法大队", "YL0101", "水政"),
        ("李强爱", "县水务局执法大队", "YL0102", "水政、渔政"),
    ]


def test_entries_with_their_fields_on_lines_below() -> None:
    text = (
        HEAD
        + "一、法定行政执法机关（1个）\n1.县公安局\n法定代表人：高 原\n持证人数：126\n"
        + "二、受委托组织\n（一）县文化执法大队（委托机关：县文旅局，执法人员8人，负责人：李强）\n"
        + FOOT
    )
    assert stated(text, "permit", *FIELDS) == [
        ("县公安局", 126, "高原", "法定行政执法机关"),
        ("县文化执法大队", 8, "李强", "受委托组织"),
    ]


def test_the_heading_names_the_unit_of_its_table() -> None:
    text = (
        HEAD
        + "一、县司法局（1人）\n\n姓名\t执法证号\t执法类别\n高原\tYL0101\t司法行政\n"
        + "二、县财政局（1人）\n\n姓名\t执法证号\t执法类别\n李强\tYL0102\t财政\n"
        + FOOT
    )
    assert stated(text, "permit", "unit", "holder", "number") == [
        ("县司法局", "高原", "YL0101"),
        ("县财政局", "李强", "YL0102"),
    ]
