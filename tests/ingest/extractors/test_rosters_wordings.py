"""Wordings in which notices name members: each with the memberships that it states, and no others."""

from __future__ import annotations

import pytest

from ingest.facts import Membership
from ingest.pipeline import extract
from ingest.source import Source

NOTICE = (
    "槐川县人民政府办公室关于成立县防汛领导小组的通知\n槐政办发〔2022〕7号\n各乡镇人民政府：\n"
    "{}\n槐川县人民政府办公室\n2022年3月4日\n"
)
GROUP = "县防汛领导小组"
Row = tuple[str | None, str, str, str | None]


def rows(text: str) -> list[Row]:
    facts = extract(Source("notice.txt", NOTICE.format(text))).facts
    return [(fact.group, fact.role, fact.member, fact.post) for fact in facts if isinstance(fact, Membership)]


@pytest.mark.parametrize(("text", "expected"), [
    ("组长：丁伟 县长\n由副县长王勇、县水务局局长李静任副组长。",
     [("组长", "丁伟", "县长"), ("副组长", "王勇", "副县长"), ("副组长", "李静", "县水务局局长")]),
    ("组长：王大川，李小山任副组长。", [("组长", "王大川", None), ("副组长", "李小山", None)]),
    ("组长　王丽　副县长\n副组长　王刚　县水务局局长\n成员　王伟　县财政局局长",
     [("组长", "王丽", "副县长"), ("副组长", "王刚", "县水务局局长"), ("成员", "王伟", "县财政局局长")]),
    ("副组长 马 明 王 强\n成员 财政局、水务局、各乡镇",
     [("副组长", "马明", None), ("副组长", "王强", None), ("成员", "财政局", None), ("成员", "水务局", None),
      ("成员", "各乡镇", None)]),
    ("组长——王大川\n副组长——孙玉、何力", [("组长", "王大川", None), ("副组长", "孙玉", None), ("副组长", "何力", None)]),
    ("第一副总指挥：王强 副县长\n现场指挥：李静 局长", [("第一副总指挥", "王强", "副县长"), ("现场指挥", "李静", "局长")]),
    ("组长兼办公室主任：王大川　副县长", [("组长兼办公室主任", "王大川", "副县长")]),
    ("县水务局局长李静接替王强任领导小组副组长。", [("副组长", "李静", "县水务局局长")]),
    ("由县水务局局长李静同志接替王强任副组长。", [("副组长", "李静", "县水务局局长")]),
    ("副组长由县水务局局长李静同志接替。", [("副组长", "李静", "县水务局局长")]),
    ("增补林世荣同志（局党组成员、副局长）为领导小组副组长。", [("副组长", "林世荣", "局党组成员、副局长")]),
    ("王强同志不再担任领导小组副组长，由李静同志接任。", [("副组长", "李静", None)]),
    ("黄国栋不再担任领导小组成员。", []),
    ("成员如有变动，由所在单位相应岗位人员接替，不再另行发文。", []),
    ("成员为县财政局、各乡镇主要负责同志。", [("成员", "县财政局", None), ("成员", "各乡镇主要负责同志", None)]),
    ("秘书长由县水务局局长李静兼任。", [("秘书长", "李静", "县水务局局长")]),
    ("办公室设在县水务局，主任李静（兼），副主任周涛。", [("办公室主任", "李静", None), ("办公室副主任", "周涛", None)]),
    ("办公室设在县水务局（联系人：李静，电话：0000-1234567），县水务局局长王强任办公室主任。",
     [("办公室主任", "王强", "县水务局局长")]),
    ("理  事：向志明、石小兰", [("理事", "向志明", None), ("理事", "石小兰", None)]),
    ("成员：孙玉（县财政局局长）、郑小兰（女，县民政局局长）",
     [("成员", "孙玉", "县财政局局长"), ("成员", "郑小兰", "县民政局局长")]),
    ("副组长\t王强\t副县长\n\t李静\t县水务局局长", [("副组长", "王强", "副县长"), ("副组长", "李静", "县水务局局长")]),
])
def test_members_of_the_group(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert rows(text) == [(GROUP, *row) for row in expected]


def test_members_behind_the_leader_of_a_subgroup_are_its_own() -> None:
    assert rows("抢险组组长由王强担任，成员由县水务局、县公安局组成。") == [
        ("抢险组", "组长", "王强", None), ("抢险组", "成员", "县水务局", None), ("抢险组", "成员", "县公安局", None),
    ]
