"""Names of groups in titles, headings and sentences."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.lexicon.groups import clean, founded_group, heading_group, is_generic, title_group

BODIES = ("领导小组", "协调小组", "指挥部", "联席会议", "工作专班", "工作小组")
MATTERS = ("征兵工作", "防汛抗旱", "河长制工作", "招商引资", "双拥工作", "养老服务", "秸秆禁烧", "森林防灭火")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("决定成立槐川县征兵工作领导小组", "槐川县征兵工作领导小组"),
        ("附件：槐川县防汛抗旱指挥部", "槐川县防汛抗旱指挥部"),
        ("附件1：县安全生产委员会", "县安全生产委员会"),
        ("关于调整槐川县河长制工作领导小组", "槐川县河长制工作领导小组"),
        ("特成立县秸秆禁烧工作领导小组", "县秸秆禁烧工作领导小组"),
        ("将县河长办更名为县河湖长制工作领导小组", "县河湖长制工作领导小组"),
        ("现将县征兵工作领导小组", "县征兵工作领导小组"),
        ("县 防汛 指挥部", "县防汛指挥部"),
        ("《县森林防灭火指挥部", "县森林防灭火指挥部"),
        ("下设综合协调组", "综合协调组"),
        ("组建县招商专班", "县招商专班"),
        ("领导小组", "领导小组"),
        ("", ""),
    ],
)
def test_clean(text: str, name: str) -> None:
    assert clean(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("领导小组组成人员名单", "领导小组"),
        ("征地拆迁协调组", "征地拆迁协调组"),
        ("宣 传 报 道 组", "宣传报道组"),
        ("宣传报道组。", "宣传报道组"),
        ("工作专班人员名单：", "工作专班"),
        ("槐川县防汛抗旱指挥部成员名单", "槐川县防汛抗旱指挥部"),
        ("槐川县双拥工作领导小组成员名单如下", "槐川县双拥工作领导小组"),
        ("县安全生产委员会组成人员", "县安全生产委员会"),
        ("县信访工作联席会议成员单位职责", "县信访工作联席会议"),
        ("县森林防灭火指挥部及其成员单位职责", "县森林防灭火指挥部"),
        ("综合协调组（与办公室合署）", "综合协调组"),
        ("成立领导小组", "领导小组"),
    ],
)
def test_headings(text: str, name: str) -> None:
    assert heading_group(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "",
        "工作要求",
        "办公室",
        "组",
        "第一分组",
        "县发展和改革委员会",
        "槐川县人民代表大会常务委员会",
        "中共槐川县委员会",
        "设三个工作组",
        "综合组、宣传组",
        "加强领导，成立领导小组",
        "县征兵工作领导小组要加强领导。",
        "县" * 70 + "领导小组",
    ],
)
def test_headings_of_something_else(text: str) -> None:
    assert heading_group(text) is None


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("关于成立槐川县征兵工作领导小组的通知", "槐川县征兵工作领导小组"),
        ("槐川县人民政府办公室关于调整县河长制工作领导小组成员的通知", "县河长制工作领导小组"),
        ("关于印发《槐川县防汛抗旱指挥部工作规则》的通知", "槐川县防汛抗旱指挥部"),
        ("关于撤销县旅游发展指挥部的通知", "县旅游发展指挥部"),
        ("关于建立县养老服务联席会议制度的通知", "县养老服务联席会议"),
        ("槐川县信访工作联席会议成员名单", "槐川县信访工作联席会议"),
        ("关于 成立 县招商 工作专班 的通知", "县招商工作专班"),
        ("关于成立各专项领导小组的通知", None),
        ("关于成立以下领导小组的通知", None),
        ("关于调整部分领导小组成员的通知", None),
        ("关于建立健全协调机制的通知", None),
        ("关于印发槐川县2024年工作要点的通知", None),
        ("槐川县人民政府关于李小山等任职的通知", None),
        ("关于同意成立槐川县商会的批复", None),
        ("", None),
    ],
)
def test_titles(title: str, name: str | None) -> None:
    assert title_group(title) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("经研究，决定成立槐川县征兵工作领导小组，组成人员如下：", "槐川县征兵工作领导小组"),
        ("决定对县河长制工作领导小组成员进行调整", "县河长制工作领导小组"),
        ("成立由副县长任组长、有关部门负责人为成员的县秸秆禁烧工作领导小组", "县秸秆禁烧工作领导小组"),
        ("由县长任组长，分管副县长任副组长的县乡村振兴领导小组", "县乡村振兴领导小组"),
        ("成立了县招商工作专班", "县招商工作专班"),
        ("县双拥工作领导小组作如下调整", "县双拥工作领导小组"),
        ("成立“清零”行动工作专班", "“清零”行动工作专班"),
        ("增设县电商工作组", "县电商工作组"),
        ("县防汛指挥部办公室设在县水务局", None),
        ("没有任何小组", None),
        ("", None),
    ],
)
def test_sentences_that_found(text: str, name: str | None) -> None:
    assert founded_group(text) == name


@pytest.mark.parametrize(
    ("name", "generic"),
    [
        ("领导小组", True),
        ("整改工作领导小组", True),
        ("县领导小组", True),
        ("工作专班", True),
        ("指挥部", True),
        ("专项组", True),
        ("该领导小组", True),
        ("县征兵工作领导小组", False),
        ("征兵领导小组", False),
        ("综合协调组", False),
        ("", False),
    ],
)
def test_generic(name: str, generic: bool) -> None:
    assert is_generic(name) is generic


@settings(max_examples=80, deadline=None, derandomize=True)
@given(st.sampled_from(["槐川县", "县", "东山镇"]), st.sampled_from(MATTERS), st.sampled_from(BODIES))
def test_every_body_wherever_it_is_named(place: str, matter: str, body: str) -> None:
    name = place + matter + body
    assert heading_group(name + "组成人员名单") == name
    assert title_group(f"关于成立{name}的通知") == name
    assert title_group(f"槐川县人民政府办公室关于调整{name}成员的通知") == name
    assert founded_group(f"经研究，决定成立{name}，组成人员如下：") == name
    assert clean(f"关于调整{name}") == name
    assert is_generic(name) is False
