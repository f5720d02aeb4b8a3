"""Divisions of work in every form."""

from __future__ import annotations

import pytest

from ingest.facts import Oversight
from ingest.pipeline import extract
from ingest.source import Source

HEAD = "青溪县人民政府关于县政府领导工作分工的通知\n青政发〔2021〕8号\n各乡镇人民政府：\n现将工作分工通知如下：\n"
FOOT = "\n青溪县人民政府\n2021年3月4日\n"

Told = dict[tuple[str, str], list[str]]
OFFICE, FINANCE = {("王大川", "分管"): ["办公室"]}, {("李小山", "分管"): ["办公室", "财务科"]}


def read(text: str) -> Told:
    told: Told = {}
    for fact in extract(Source("a.txt", text)).facts:
        if isinstance(fact, Oversight):
            told.setdefault((fact.person, fact.relation), []).append(fact.target)
    return told


SCHOOLS = {
    ("李小山", "协助分管"): ["教育", "文化旅游"],
    ("李小山", "分管"): ["县教育局（体育局）", "县文旅局"],
    ("李小山", "联系"): ["县妇联", "团县委"],
}
CLAUSES = "协助县长分管教育、文化旅游等方面的工作。分管县教育局（体育局）、县文旅局。联系县妇联和团县委。"


@pytest.mark.parametrize(
    "lead",
    [
        "李小山副县长　",
        "李小山副县长：",
        "副县长李小山　",
        "副县长李小山（女）：",
        "一、李小山，副县长：",
        "李小山（副县长），",
        "李小山：副县长\n",
        "（一）李小山同志\n",
        "李小山　县委常委、副县长\n",
        "李小山\n副县长\n工作分工\n",
        "姓名：李小山\n职务：县委常委、副县长\n工作分工：",
        "李小山，男，汉族，1975年8月生，中共党员，现任青溪县副县长。\n",
        "局长王大川主持全面工作。李小山副县长",
        "李小山，女，县委常委、副县长。",
        "县政府领导分工如下：李小山副县长：",
        "各科室：经研究，对领导分工调整如下：李小山副县长",
        "姓 名：李小山\n职 务：副县长\n分 工：",
    ],
)
def test_whoever_is_named_in_whatever_way(lead: str) -> None:
    assert read(HEAD + lead + CLAUSES + FOOT) == SCHOOLS


@pytest.mark.parametrize(
    "body",
    [
        "王大川同志主持全面工作，分管办公室。\n李小山同志协助局长工作，分管办公室、财务科。",
        "王大川同志分管办公室。\n李小山同志不再分管人事科，分管办公室、财务科。\n孙玉同志不再联系城关镇。",
        "一、王大川同志\n1.分管：办公室；\n二、李小山同志\n1.协助：王大川同志抓党建；\n2.分管：办公室、财务科。",
    ],
)
def test_who_helps_and_who_no_longer_does(body: str) -> None:
    assert read(HEAD + body + FOOT) == OFFICE | FINANCE


@pytest.mark.parametrize(
    "clauses",
    [
        "协助县长分管教育、文化旅游工作，分管县教育局（体育局）、县文旅局，联系县妇联、团县委。",
        "协助县长分管教育、文化旅游工作；分管县教育局（体育局）、县文旅局；联系县妇联、团县委；完成县长交办的其他工作。",
        "协助县长分管教育、文化旅游工作。\n分管：县教育局（体育局）；县文旅局。\n联系：县妇联、团县委。",
        "\n1.协助县长分管教育、文化旅游工作；\n2.分管县教育局（体育局）、县文旅局；\n3.联系县妇联、团县委。",
        "协助县长分管教育、文化旅游工作。\n分管部门：\n县教育局（体育局）\n县文旅局\n联系单位：\n县妇联\n团县委",
        "协助县长分管教育、文化旅游工作。\n分管县教育局（体育局）、县文旅局。\n联系处室——县妇联、团县委。",
        "协助分管：教育、文化旅游。分管：县教育局（体育局）、县文旅局。联系：县妇联、团县委。",
        "协助县长分管教育、文化旅游工作。受县长委托分管县教育局（体育局）、县文旅局，联系县妇联、团县委。",
        "协助县长分管教育、文化旅游工作。分管县教育局（体育局）、县文旅局。挂点联系县妇联、团县委。",
        "协助县长分管教育、文化旅游工作。分管县教育局（体育局）、县文旅局。协调联系县妇联、团县委\n"
        "以上分工自印发之日起执行，原有规定与本通知不一致的，以本通知为准。",
    ],
)
def test_clauses_however_they_are_set(clauses: str) -> None:
    assert read(HEAD + "李小山副县长　" + clauses + FOOT) == SCHOOLS


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "李小山副局长分管办公室、财务科。孙玉副局长分管执法大队。",
            FINANCE | {("孙玉", "分管"): ["执法大队"]},
        ),
        (
            "王大川主持全面工作；副局长孙玉分管办公室；总工程师周明远分管技术科。",
            {("孙玉", "分管"): ["办公室"], ("周明远", "分管"): ["技术科"]},
        ),
        ("李小山：分管办公室、财务科，孙玉：分管执法大队。", FINANCE | {("孙玉", "分管"): ["执法大队"]}),
        ("党委书记王大川主持党委工作，主管组织科、宣传科。", {("王大川", "主管"): ["组织科", "宣传科"]}),
        ("周明远（总工程师）：协管技术科。", {("周明远", "协管"): ["技术科"]}),
        ("李小山　副县长：负责教育、卫生等方面工作。", {("李小山", "负责"): ["教育", "卫生"]}),
        (
            "李小山副县长：协调市教育局、市卫健委，协调解决重大问题。",
            {("李小山", "协调"): ["市教育局", "市卫健委"]},
        ),
        ("李小山　副县长：分管教育、卫生、民政等工作。", {("李小山", "分管"): ["教育", "卫生", "民政"]}),
        (
            "王大川　县长\n分管办公室。\n普玉兰　副县长\n联系人大常委会农工委。",
            OFFICE | {("普玉兰", "联系"): ["人大常委会农工委"]},
        ),
        ("王大川　县长\n分管办公室。\n岩罕　副县长\n分管执法大队。", OFFICE | {("岩罕", "分管"): ["执法大队"]}),
        ("古丽仙·买买提副县长：分管县民宗局。", {("古丽仙·买买提", "分管"): ["县民宗局"]}),
        (
            "李小山副县长：分管住房和城乡建设、科技和信息化工作。",
            {("李小山", "分管"): ["住房和城乡建设", "科技", "信息化"]},
        ),
    ],
)
def test_verbs(body: str, expected: Told) -> None:
    assert read(HEAD + body + FOOT) == expected


@pytest.mark.parametrize(
    "body",
    [
        "| 姓名 | 职务 | 工作分工 |\n|---|---|---|\n| 王大川 | 局长 | 主持全面工作，分管办公室 |",
        "| 领导姓名 | 分管部门 | 备注 |\n|---|---|---|\n| 王大川 | 办公室 | |",
        "姓名\t职务\t分管科室\n王大川\t局长\t办公室",
        "| 领导 | 分管科室 |\n|---|---|\n| 局长王大川 | 办公室 |",
        "| 领导姓名 | 分管科室 |\n|---|---|\n| 王大川（局长） | 办公室 |",
    ],
)
def test_tables(body: str) -> None:
    assert read(HEAD + body + FOOT) == OFFICE


def test_two_columns_of_units() -> None:
    body = "| 姓名 | 分管科室 | 联系单位 |\n|---|---|---|\n| 李小山 | 办公室、财务科 | 东山镇 |"
    assert read(HEAD + body + FOOT) == FINANCE | {("李小山", "联系"): ["东山镇"]}


def test_units_first() -> None:
    body = "李小山：分管办公室、财务科。\n附：各年级联系校领导：\n高一年级：李小山\n高二年级：孙玉"
    expected = FINANCE | {("李小山", "联系"): ["高一年级"], ("孙玉", "联系"): ["高二年级"]}
    assert read(HEAD + body + FOOT) == expected


@pytest.mark.parametrize(
    "body",
    [
        "分管领导要切实负起责任，李小山副县长分管的部门要认真落实。",
        "联系人：李小山，联系电话：0000-1234567。",
        "县政府领导实行AB角制度，分管副县长外出时由联系领导代管。",
        "主管：青溪县人民政府　主办：青溪县人民政府办公室",
    ],
)
def test_traps(body: str) -> None:
    assert read(HEAD + body + FOOT) == {}


def test_post_and_place() -> None:
    text = HEAD + "李小山　县委常委、副县长：分管县教育局。" + FOOT
    fact = next(f for f in extract(Source("a.txt", text)).facts if isinstance(f, Oversight))
    assert fact.post == "县委常委、副县长"
    assert text[fact.start : fact.end] == fact.target == "县教育局"
