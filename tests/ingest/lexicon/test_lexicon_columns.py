"""What the headings of columns stand for."""

from __future__ import annotations

import pytest

from ingest.lexicon.columns import STRONG, column_kind, heading_count, is_keeper

KINDS = {
    "number": "序号 编号 项次",
    "name": "姓名 成员姓名 领导姓名 姓名（职务）",
    "post": "职务 单位及职务 工作单位及职务 现任职务",
    "role": "组内职务 拟任组内职务 角色",
    "role_column": "组长 副组长 成员 成员（3人） 副总指挥",
    "unit": "单位 单位名称 执法主体名称 工作单位",
    "responsibility": "责任单位 牵头单位 县级河长 监测人",
    "time_limit": "完成时限 整改时限 时间节点",
    "task": "任务内容 项目名称 工作任务 整改措施",
    "a_role": "A角 A岗",
    "b_role": "B角 B岗",
    "appointed": "任职职务 拟任职务 任命职务",
    "removed": "免去职务 原任职务",
    "oversight": "分管工作 联系单位 分管部门",
    "duty": "主要职责 工作职责",
    "legal_rep": "法定代表人 负责人",
    "holders": "持证人数 执法人员数",
    "certificate": "执法证号 证件号码",
    "category": "类别 执法类别 主体性质",
    "remark": "备注 联系电话 民族",
}
CASES = [(heading, kind) for kind, headings in KINDS.items() for heading in headings.split()]


@pytest.mark.parametrize(("heading", "kind"), CASES)
def test_kinds(heading: str, kind: str) -> None:
    assert column_kind(heading) == kind
    assert column_kind(" ".join(heading)) == kind
    assert kind in STRONG


@pytest.mark.parametrize("heading", ["", "  ", "随便", "王大川", "县财政局局长王大川在会上讲话", "组长" * 13])
def test_no_headings(heading: str) -> None:
    assert column_kind(heading) is None


@pytest.mark.parametrize(
    ("heading", "keeps"),
    [
        ("县级河长", True),
        ("监测人", True),
        ("林长", True),
        ("村级田长", True),
        ("总河长", True),
        ("巡护人员", True),
        ("组长", False),
        ("校长", False),
        ("县长", False),
        ("", False),
    ],
)
def test_keepers(heading: str, keeps: bool) -> None:
    assert is_keeper(heading) is keeps


def test_how_many_headings() -> None:
    assert heading_count(["序号", "姓 名", "王大川", "", "单位及职务"]) == 3
