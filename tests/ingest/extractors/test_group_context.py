"""Which group each stretch of a document speaks of."""

from __future__ import annotations

import pytest

from ingest.extractors.group_context import groups
from ingest.layout.blocks import DocumentText, blocks, items
from ingest.layout.lines import Page

GROUP = "县河长制工作领导小组"
TITLE = f"槐川县人民政府办公室关于成立{GROUP}的通知"


def read(body: str, title: str | None = TITLE) -> list[tuple[str, str | None, str | None]]:
    """Each paragraph with its group and the group above that."""
    document = DocumentText(blocks=list(blocks(items(Page(body)))), title=title, start=0, end=1)
    found = groups(document)
    assert len(found) == len(document.blocks)
    return [
        (block.text.strip(), group.name if group else None, group.parent if group else None)
        for block, group in zip(document.blocks, found, strict=True)
    ]


def of(body: str, title: str | None = TITLE) -> list[tuple[str | None, str | None]]:
    return [(group, parent) for text, group, parent in read(body, title) if "王大川" in text]


@pytest.mark.parametrize(
    ("title", "group"),
    [
        (TITLE, GROUP),
        (f"关于调整{GROUP}成员的通知", GROUP),
        ("槐川县防汛抗旱指挥部组成人员名单", "槐川县防汛抗旱指挥部"),
        ("关于印发2022年工作要点的通知", None),
        ("关于成立各专项领导小组的通知", None),
        (None, None),
    ],
)
def test_the_titles_group(title: str | None, group: str | None) -> None:
    assert of("组长：王大川", title) == [(group, None)]


@pytest.mark.parametrize(
    "body",
    [
        "一、领导小组\n组长：王大川",
        "一、组成人员\n组长：王大川",
        "一、组织领导\n（一）领导小组组成人员\n组长：王大川",
        "一、工作要求\n二、领导小组\n组长：王大川",
        f"成立{GROUP}，组成人员如下：\n组长：王大川",
    ],
)
def test_generic_headings_mean_the_titles_group(body: str) -> None:
    assert of(body) == [(GROUP, None)]


@pytest.mark.parametrize(
    "body",
    [
        "一、综合协调组\n组长：王大川",
        "二、专项组\n（一）综合协调组\n组长：王大川",
        "二、工作组\n1.综合协调组\n组长：王大川",
        "（一）综合协调组。组长：王大川",
        "一、宣传报道组\n组长：李小山\n二、综合协调组\n组长：王大川",
        "领导小组下设综合协调组\n组长：王大川",
    ],
)
def test_parts_of_the_titles_group(body: str) -> None:
    assert of(body) == [("综合协调组", GROUP)]


@pytest.mark.parametrize(
    "body",
    [
        "一、县防汛抗旱指挥部\n组长：王大川",
        "一、县森林防灭火指挥部\n组长：李小山\n二、县防汛抗旱指挥部\n组长：王大川",
        "决定成立县防汛抗旱指挥部，组成人员如下：\n组长：王大川",
        "一、县防汛抗旱指挥部组成人员名单\n组长：王大川",
    ],
)
def test_groups_of_a_document_about_none(body: str) -> None:
    assert of(body, "关于调整部分议事协调机构的通知") == [("县防汛抗旱指挥部", None)]


def test_a_higher_heading_ends_a_part() -> None:
    body = "一、工作组\n（一）综合协调组\n组长：李小山\n二、工作要求\n由王大川负责落实。"
    assert of(body) == [(GROUP, None)]


def test_parts_of_several_groups() -> None:
    body = (
        "一、县防汛抗旱指挥部\n指挥长：李小山\n（一）抢险组\n组长：王大川\n"
        "二、县双拥工作领导小组\n组长：李小山\n（一）宣传组\n组长：王大川"
    )
    assert of(body, "关于调整部分议事协调机构的通知") == [
        ("抢险组", "县防汛抗旱指挥部"),
        ("宣传组", "县双拥工作领导小组"),
    ]


def test_before_and_behind_a_sentence_that_founds() -> None:
    found = read("为加强工作，特通知如下。\n决定成立县招商工作专班。\n组长：王大川", "关于做好招商工作的通知")
    assert [group for _, group, _ in found] == [None, "县招商工作专班", "县招商工作专班"]


def test_walked_once() -> None:
    document = DocumentText(blocks=list(blocks(items(Page("组长：王大川")))), title=TITLE, start=0, end=1)
    assert groups(document) is groups(document)
    assert groups(DocumentText()) == []


@pytest.mark.parametrize(
    "title",
    ["关于调整学校各类领导小组的通知", "槐川一中各类工作领导小组名单"],
)
def test_of_several_groups_none_is_above_the_others(title: str) -> None:
    body = "一、各类工作领导小组名单\n（一）安全工作领导小组\n组长：李小山\n（二）德育工作小组\n组长：王大川"
    assert of(body, title) == [("德育工作小组", None)]


def test_a_leading_group_stands_beside_the_working_group_before_it() -> None:
    body = "一、招标评审工作小组\n组长：李小山\n（一）住校生工作领导小组\n组长：王大川"
    assert of(body, None) == [("住校生工作领导小组", None)]


def test_a_labels_value_heads_nothing() -> None:
    body = "一、责任单位：县审计局、县扶贫领导小组成员单位\n（一）清收工作组\n组长：王大川"
    assert of(body) == [("清收工作组", GROUP)]


def test_who_sets_a_group_up_is_no_part_of_its_name() -> None:
    assert of("一、县人民政府设立槐川县抗震救灾指挥部。\n组长：王大川", None) == [("槐川县抗震救灾指挥部", None)]
