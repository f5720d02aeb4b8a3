"""AB岗 in sentences, lines and tables."""

from __future__ import annotations

import pytest

from ingest.facts import Backup
from ingest.pipeline import extract
from ingest.source import Source

HEAD = "青溪县人民政府办公室关于领导同志工作安排的通知\n青政办发〔2021〕8号\n各乡镇人民政府：\n经研究，通知如下。\n"
FOOT = "\n青溪县人民政府办公室\n2021年3月4日\n"
FIRST, BOTH = [("王大川", "李小山")], [("王大川", "李小山"), ("孙玉", "周明远")]


def read(body: str) -> list[tuple[str, str]]:
    facts = extract(Source("a.txt", HEAD + body + FOOT)).facts
    return [(f.person, f.backup) for f in facts if isinstance(f, Backup)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("王大川、李小山互为AB岗，孙玉、周明远互为AB岗。", BOTH),
        ("王大川和李小山同志互为ＡＢ角；孙玉、周明远同志互为ＡＢ角。", BOTH),
        ("王大川与李小山、孙玉与周明远互为AB岗。", BOTH),
        ("王大川、李小山，孙玉、周明远分别互为AB角。", BOTH),
        ("县领导AB岗安排如下：\n王大川——李小山\n孙玉——周明远", BOTH),
        ("县领导AB角安排如下：\n王大川　李小山\n孙　玉　周明远", BOTH),
        ("AB岗：王大川—李小山，孙玉—周明远。", BOTH),
        ("备注：1.县长外出时另定。2.A、B角：王大川—李小山；孙玉—周明远。", BOTH),
        ("外出期间，补位安排（A/B角）：王大川与李小山，孙玉和周明远。", BOTH),
        ("A/B岗：王大川与李小山", FIRST),
        ("AB角：王大川←→李小山，孙玉←→周明远", BOTH),
        ("A角：王大川，B角：李小山", FIRST),
        ("A角：王大川\nB角：李小山", FIRST),
        ("综合股：A角　王大川，B角　李小山", FIRST),
        ("王大川A角，李小山B角。", FIRST),
        ("王大川（B角：李小山）", FIRST),
        ("王大川的B角为李小山，李小山的B角为王大川。", FIRST),
        ("王大川的AB岗为李小山", FIRST),
        ("李小山副县长的A/B岗互补领导为王大川；", [("李小山", "王大川")]),
        ("AB岗人员如下：王大川、李小山；孙玉、周明远。", BOTH),
        ("王大川与李小山互为AB岗，孙玉的AB岗为周明远。", BOTH),
        ("市领导AB岗搭配为：王大川/李小山；孙玉/周明远。", BOTH),
        ("| 姓名 | 分管科室 | 互补（AB岗） |\n|---|---|---|\n| 局长王大川 | 财务科 | 李小山 |", FIRST),
        ("县长王大川和常务副县长李小山互为AB角。", FIRST),
        ("外出期间，王大川、李小山互为A/B岗。", FIRST),
        ("一、王大川，县长：主持全面工作。AB角：李小山。", FIRST),
        ("| A角 | B角 | 备注 |\n|---|---|---|\n| 王大川 | 李小山 | |\n| 孙玉 | 周明远 | 兼 |", BOTH),
        ("| A角姓名 | 电话 | B角姓名 |\n|---|---|---|\n| 王大川 | 1 | 李小山 |\n| 孙玉 | 2 | 周明远 |", BOTH),
        ("岗位\tA岗\tB岗\n一号窗口\t王大川\t李小山\n二号窗口\t孙玉\t周明远", BOTH),
        (
            "| 姓名 | 职务 | B角 |\n|---|---|---|\n| 王大川 | 局长 | 李小山 |\n| 李小山 | 副局长 | 王大川 |",
            FIRST,
        ),
    ],
)
def test_pairs(body: str, expected: list[tuple[str, str]]) -> None:
    assert read(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "王大川、李小山、孙玉互为AB岗。",
        "王大川、李小山、孙玉三名同志互为AB角。",
        "副县长王大川、李小山、孙玉三位同志互为A、B角。",
    ],
)
def test_every_pair_of_a_group(body: str) -> None:
    assert read(body) == [("王大川", "李小山"), ("王大川", "孙玉"), ("李小山", "孙玉")]


@pytest.mark.parametrize("stands_in", ["李小山、孙玉", "李小山和孙玉"])
def test_two_for_one(stands_in: str) -> None:
    assert read(f"一、王大川，县长：主持全面工作。AB角：{stands_in}。") == [
        ("王大川", "李小山"),
        ("王大川", "孙玉"),
    ]


@pytest.mark.parametrize("body", ["实行AB岗工作制，互为AB岗的领导不得同时外出。", "A、B角不得同时请假。"])
def test_rules_name_nobody(body: str) -> None:
    assert read(body) == []
