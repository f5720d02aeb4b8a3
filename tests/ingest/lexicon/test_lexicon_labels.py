"""The labels in front of names."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.lexicon.labels import LABEL, ROLE, ROLES, compact, is_responsibility, is_role, is_time_limit

ROLE_WORDS = (
    "组长 副组长 成员 组员 副总指挥 总指挥长 组长兼办公室主任 成员单位 召集人 副召集人 第一组长 常务副组长 主编 "
    "副主任委员 指挥长兼办公室主任 名誉副组长 联络员 政治委员 秘书长 执行副总指挥 总链长 办公室副主任"
)
NO_ROLES = "局长 书记 县长 组长兼 兼组长 组 长 副组 责任单位 完成时限 王大川"


@pytest.mark.parametrize("label", ROLE_WORDS.split())
def test_roles(label: str) -> None:
    assert is_role(label) is True


@pytest.mark.parametrize("label", [*NO_ROLES.split(), "副 组 长", ""])
def test_no_roles(label: str) -> None:
    assert is_role(label) is False


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("组  长：", "组  长"),
        ("副 组 长：", "副 组 长"),
        ("副组长：", "副组长"),
        ("副总指挥长", "副总指挥长"),
        ("指 挥 长", "指 挥 长"),
        ("总\t指\t挥", "总\t指\t挥"),
        ("成员单位：", "成员单位"),
        ("成  员 单 位", "成  员 单 位"),
        ("办公室主任", "办公室主任"),
        ("副组长单位", "副组长单位"),
    ],
)
def test_the_longest_role_with_its_blanks(text: str, role: str) -> None:
    match = re.match(ROLE, text)
    assert match is not None
    assert match[0] == role


@pytest.mark.parametrize("text", ["局长", "小组", "县长", "", "组织"])
def test_no_role_here(text: str) -> None:
    assert re.match(ROLE, text) is None


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.sampled_from(ROLES), st.lists(st.sampled_from(["", " ", "  ", "\t"]), min_size=16, max_size=16))
def test_every_role_however_spaced(role: str, gaps: list[str]) -> None:
    spaced = "".join(char + gap for char, gap in zip(role, gaps, strict=False)).rstrip()
    match = re.fullmatch(ROLE, spaced)
    assert match is not None
    assert compact(match[0]) == role


@pytest.mark.parametrize(
    "label",
    [
        "责任单位",
        "牵头领导",
        "督导单位",
        "牵头",
        "主办",
        "承办",
        "成员单位",
        "河长",
        "包抓领导",
        "配合单位",
        "主要负责人",
        "张家河责任人",
    ],
)
def test_responsibilities(label: str) -> None:
    assert is_responsibility(label) is True


@pytest.mark.parametrize(
    "label", ["工作单位", "联系单位", "分管部门", "组织机构", "姓名", "完成时限", "组长", "任务", "王大川", "的责任人"]
)
def test_no_responsibilities(label: str) -> None:
    assert is_responsibility(label) is False


@pytest.mark.parametrize(
    "label", ["完成时限", "整改时限", "时间节点", "办结时间", "期限", "完成时间要求", "限期", "进度安排", "报送时间", "销号时限"]
)
def test_time_limits(label: str) -> None:
    assert is_time_limit(label) is True


@pytest.mark.parametrize("label", ["时间", "开会时间", "责任单位", "组长", "任务", "出生日期"])
def test_no_time_limits(label: str) -> None:
    assert is_time_limit(label) is False


@pytest.mark.parametrize(
    ("text", "group", "label"),
    [
        ("责任单位：县水务局", "label", "责任单位"),
        ("【整改时限】3月底前", "boxed", "整改时限"),
        ("【责任单位】：县水务局", "label", "责任单位"),
        ("组 长：王大川", "label", "组 长"),
    ],
)
def test_any_label(text: str, group: str, label: str) -> None:
    match = LABEL.search(text)
    assert match is not None
    assert match[group] == label


def test_compact() -> None:
    assert [compact(label) for label in ("副 组 长", "组\t长", " 成  员 ", "")] == ["副组长", "组长", "成员", ""]
