"""What documents do to groups."""

from __future__ import annotations

import pytest

from ingest.facts import GroupChange
from ingest.pipeline import extract
from ingest.source import Source

FOOT = "\n青溪县人民政府办公室\n2021年3月4日\n"
GROUP = "县河长制工作领导小组"

Told = tuple[str, str, str | None, str | None, str | None]


def read(title: str, body: str) -> list[Told]:
    text = f"青溪县人民政府办公室关于{title}的通知\n青政办发〔2021〕8号\n各乡镇人民政府：\n{body}{FOOT}"
    facts = extract(Source("a.txt", text)).facts
    return [(f.action, f.group, f.member, f.role, f.new_name) for f in facts if isinstance(f, GroupChange)]


def told(action: str, group: str = GROUP, member: str | None = None, role: str | None = None) -> Told:
    return action, group, member, role, None


@pytest.mark.parametrize(
    ("title", "action"),
    [
        (f"成立{GROUP}", "establishes"),
        (f"调整{GROUP}成员", "adjusts"),
        (f"增补{GROUP}成员", "amends"),
        (f"增补和调整{GROUP}成员", "amends"),
        (f"撤销{GROUP}", "ends"),
    ],
)
def test_titles(title: str, action: str) -> None:
    assert read(title, "经研究，通知如下：\n组长：王大川　副县长\n成员：李小山　县水务局局长") == [
        told(action)
    ]


def test_the_others_stay() -> None:
    assert read(f"调整{GROUP}成员", "王大川任副组长。其他成员不变。") == [told("amends")]


def test_founded_in_a_plan() -> None:
    body = "一、加强领导。成立县秸秆禁烧工作领导小组，由副县长任组长。各乡镇要成立相应的领导小组。"
    assert read("印发秸秆禁烧工作方案", body) == [told("establishes", "县秸秆禁烧工作领导小组")]


def test_renamed() -> None:
    new = "县河湖长制工作领导小组"
    found = read("规范议事协调机构名称", f"将{GROUP}更名为{new}，组成人员不变。")
    assert found == [("renames", GROUP, None, None, new)]


@pytest.mark.parametrize(
    "sentence", ["由县水务局局长李静同志接替王强任副组长。", "李静接替王强同志担任领导小组副组长。"]
)
def test_who_is_replaced_leaves(sentence: str) -> None:
    assert told("leaves", member="王强", role="副组长") in read(f"增补{GROUP}成员", f"因工作需要，{sentence}")


def test_several_end() -> None:
    found = read("清理议事协调机构", f"撤销{GROUP}、县旅游发展指挥部。原县养老服务专班同时撤销。")
    assert found == [told("ends"), told("ends", "县旅游发展指挥部"), told("ends", "县养老服务专班")]


def test_what_is_yet_to_end() -> None:
    assert read("印发工作规则", f"{GROUP}完成任务后自行撤销。今后凡设立的县级指挥部到期一律撤销。") == []


@pytest.mark.parametrize(
    ("body", "leavers"),
    [
        ("王大川同志不再担任副组长。", [("王大川", "副组长")]),
        ("王大川、李小山不再担任领导小组成员。", [("王大川", "成员"), ("李小山", "成员")]),
        ("因工作变动，王大川不再担任领导小组相关职务。", [("王大川", None)]),
        (
            "原副组长王大川、原成员李小山因工作变动，不再担任领导小组相关职务。",
            [("王大川", "副组长"), ("李小山", "成员")],
        ),
        (f"免去王大川的{GROUP}副组长职务。", [("王大川", "副组长")]),
    ],
)
def test_leaving(body: str, leavers: list[tuple[str, str | None]]) -> None:
    found = [f for f in read(f"调整{GROUP}成员", body) if f[0] == "leaves"]
    assert found == [told("leaves", GROUP, member, role) for member, role in leavers]


def test_an_office_is_no_group() -> None:
    assert (
        read("王大川同志免职", "王大川同志不再担任县财政局局长职务；免去李小山的县监察委员会委员职务。") == []
    )
