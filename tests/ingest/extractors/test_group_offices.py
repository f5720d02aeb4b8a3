"""Where a group's office sits, and who directs it."""

from __future__ import annotations

import pytest
from stated import stated

HEAD = "槐政办发〔2022〕7号\n各乡镇人民政府：\n现将有关事项通知如下：\n"
FOOT = "\n\n槐川县人民政府办公室\n2022年3月4日\n"
GROUP = "县河长制工作领导小组"


def notice(body: str, about: str = f"成立{GROUP}") -> str:
    return f"槐川县人民政府办公室关于{about}的通知\n{HEAD}{body}{FOOT}"


def offices(body: str, about: str = f"成立{GROUP}") -> list[tuple[str | None, ...]]:
    return [tuple(row) for row in stated(notice(body, about), "group_office", "group", "parent", "host")]


@pytest.mark.parametrize(
    ("body", "host"),
    [
        ("领导小组办公室设在县水务局。", "县水务局"),
        ("领导小组下设办公室，办公室设在县水务局，负责日常工作。", "县水务局"),
        ("领导小组下设办公室在县水务局办公。", "县水务局"),
        ("领导小组办公室设在县水务局，办公室主任由李小山同志兼任。", "县水务局"),
        ("办公室设于县水务局内。", "县水务局"),
        ("领导小组办公室挂靠县水务局。", "县水务局"),
        ("领导小组办公室依托县水务局组建。", "县水务局"),
        ("领导小组办公室挂靠县水务局（河长制服务中心）。", "县水务局（河长制服务中心）"),
        ("领导小组办公室与县防汛办合署办公。", "县防汛办"),
        ("在县水务局设立领导小组办公室。", "县水务局"),
        ("领导小组下设办公室（设在县水务局）。", "县水务局"),
        ("领导小组办公室（以下简称河长办）设在县水务局。", "县水务局"),
        ("县河长制工作领导小组办公室设在县水务局。", "县水务局"),
        ("秘书处设在县水务局。", "县水务局"),
    ],
)
def test_hosts(body: str, host: str) -> None:
    assert offices(body) == [(GROUP, None, host)]


@pytest.mark.parametrize(
    "body",
    [
        "领导小组下设办公室。",
        "办公室地点设在县政府大楼3楼。",
        "领导小组办公室负责日常工作。",
        "县水务局办公室负责收发文件。",
        "各成员单位要在办公室的协调下开展工作。",
    ],
)
def test_no_hosts(body: str) -> None:
    assert offices(body) == []


def test_a_group_that_the_sentence_names() -> None:
    assert offices("县森林防灭火指挥部办公室设在县林业局。") == [("县森林防灭火指挥部", None, "县林业局")]


def test_groups_under_their_own_headings() -> None:
    body = "一、县防汛抗旱指挥部\n办公室设在县水务局。\n二、县森林防灭火指挥部\n办公室设在县林业局。"
    assert offices(body, "调整部分议事协调机构") == [
        ("县防汛抗旱指挥部", None, "县水务局"),
        ("县森林防灭火指挥部", None, "县林业局"),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "办公室设在县水务局，办公室主任由李小山同志兼任，孙玉任副主任。",
        "领导小组下设办公室，办公室设在县水务局，李小山兼任办公室主任，孙玉任副主任。",
        "办公室设在县水务局，办公室主任：李小山（兼），办公室副主任：孙玉。",
        "办公室设在县水务局，由李小山兼任办公室主任，孙玉担任办公室副主任。",
    ],
)
def test_heads(body: str) -> None:
    assert stated(notice(body), "membership", "group", "role", "member") == [
        (GROUP, "办公室主任", "李小山"),
        (GROUP, "办公室副主任", "孙玉"),
    ]
    assert offices(body) == [(GROUP, None, "县水务局")]


def test_an_office_behind_a_roster() -> None:
    body = "组长：王大川　副县长\n成员：孙玉　县财政局局长\n领导小组办公室设在县水务局，李小山兼任办公室主任。"
    assert offices(body) == [(GROUP, None, "县水务局")]
    roles = stated(notice(body), "membership", "role", "member")
    assert roles == [("组长", "王大川"), ("成员", "孙玉"), ("办公室主任", "李小山")]


def test_place() -> None:
    text = notice("领导小组办公室设在县水务局（河长制服务中心）。")
    [(start, end)] = stated(text, "group_office", "start", "end")
    assert text[start:end] == "县水务局（河长制服务中心）"
