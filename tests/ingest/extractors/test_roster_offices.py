"""The 主任 of a group and the 主任 of its office."""

from __future__ import annotations

import pytest

from ingest.facts import Membership
from ingest.pipeline import extract
from ingest.source import Source

NOTICE = (
    "槐川县人民政府办公室关于成立县河长制工作领导小组的通知\n槐政办发〔2022〕7号\n各乡镇人民政府：\n"
    "{}\n\n槐川县人民政府办公室\n2022年3月4日\n"
)
GROUP = "县河长制工作领导小组"


def roles(text: str) -> list[tuple[str | None, str, str]]:
    facts = extract(Source("notice.txt", NOTICE.format(text))).facts
    return [(fact.group, fact.role, fact.member) for fact in facts if isinstance(fact, Membership)]


@pytest.mark.parametrize("office", [
    "二、办公室", "二、领导小组办公室", "领导小组办公室", "领导小组下设办公室，办公室设在县水务局。",
    "二、河长办公室\n领导小组下设河长办公室，挂靠县水务局。",
])
def test_officers_below_the_office_are_its_own(office: str) -> None:
    text = f"一、领导小组\n组长：王大川  县长\n{office}\n主  任：李小山  县水务局局长\n副主任：孙玉  县水务局副局长"
    assert roles(text) == [
        (GROUP, "组长", "王大川"), (GROUP, "办公室主任", "李小山"), (GROUP, "办公室副主任", "孙玉"),
    ]


def test_a_deputy_behind_the_offices_director_is_the_offices() -> None:
    text = "组长：王大川  县长\n办公室主任：李小山  县水务局局长\n副主任：孙玉  县水务局副局长"
    assert roles(text)[1:] == [(GROUP, "办公室主任", "李小山"), (GROUP, "办公室副主任", "孙玉")]


def test_the_next_group_has_its_own_director() -> None:
    text = (
        "一、县防汛委员会\n主任：王大川  县长\n办公室设在县水务局。\n主任：李小山  县水务局局长\n"
        "二、县消防安全委员会\n主任：孙玉  副县长\n副主任：何力  县公安局局长"
    )
    assert [(role, member) for _, role, member in roles(text)] == [
        ("主任", "王大川"), ("办公室主任", "李小山"), ("主任", "孙玉"), ("副主任", "何力"),
    ]
