"""Resolved rows to elements: order, counts, evidence, times, what can't be drawn."""

from __future__ import annotations

import random
from datetime import date

import pytest

from graph.elements import elements
from graph.roles import role_rank
from graph.schema import schema
from tests.graph import county


def test_order_of_rows_makes_no_difference() -> None:
    rows = county.rows()
    expected = elements(rows)
    for seed in range(5):
        random.Random(seed).shuffle(rows)
        found = elements(rows)
        assert found.nodes == expected.nodes
        assert found.edges == expected.edges


def test_every_declared_type_is_made_by_some_fact() -> None:
    graph = elements(county.rows())
    assert [label for label, nodes in graph.nodes.items() if not nodes] == []
    assert [name for name, edges in graph.edges.items() if not edges] == ["IMPLEMENTS_TASK"]


def test_nodes_and_edges_have_what_the_schema_declares() -> None:
    graph = elements(county.rows())
    for label, nodes in graph.nodes.items():
        for node in nodes.values():
            assert node.keys() == {"id", *schema().nodes[label].properties}
            assert node["name"] and node["search"]
    for name, edges in graph.edges.items():
        for edge in edges.values():
            assert edge.properties.keys() == {"id", *schema().edges[name].properties}


def test_edges_carry_their_evidence() -> None:
    graph = elements(county.rows())
    (chief,) = (e for e in graph.edges["MEMBER_OF"].values() if e.properties["role"] == "总指挥")
    assert chief.properties["doc_no"] == county.NO_1
    assert chief.properties["evidence"] == [f"{county.FIRST}#50-53"]
    assert (chief.properties["date"], chief.properties["leads"]) == (date(2021, 1, 8), True)
    (inner,) = (e for e in graph.edges["PART_OF"].values() if e.source == "g2" and e.target == "g1")
    assert inner.properties["source"] == county.FIRST


def test_counts_are_of_distinct_ends() -> None:
    graph = elements(county.rows())
    finance, flood = graph.nodes["Organisation"]["u1"], graph.nodes["Group"]["g1"]
    assert (finance["tasks_count"], finance["tasks_support"], finance["tasks_answer"]) == (2, 1, 1)
    assert (flood["members"], flood["people"], flood["subgroups"]) == (4, 2, 1)
    assert graph.nodes["Person"]["p1"]["leads_count"] == 1


def test_one_post_however_its_unit_is_printed() -> None:
    row = next(r for r in county.facts() if r["kind"] == "membership" and r.get("post") == "县财政局局长")
    shorter = {**row, "start": 500, "end": 503, "post": "财政局局长", "post_unit": "财政局", "role": "成员"}
    posts = elements([*county.rows(), shorter]).nodes["Post"]
    assert len(posts) == len(elements(county.rows()).nodes["Post"])


def test_facts_that_agree_are_one_edge() -> None:
    row = next(r for r in county.facts() if r["kind"] == "membership" and r["role"] == "总指挥")
    again = {**row, "start": 700, "end": 703}
    graph = elements([*county.rows(), again])
    (edge,) = (e for e in graph.edges["MEMBER_OF"].values() if e.properties["role"] == "总指挥")
    assert edge.properties["mentions"] == 2
    assert edge.properties["start"] == 50


def test_an_end_that_no_row_describes_is_reported() -> None:
    rows = [row for row in county.rows() if row.get("id") != "u2"]
    graph = elements(rows)
    assert {end for _, *ends in graph.dangling for end in ends} >= {"u2"}
    assert all(e.source != "u2" for edges in graph.edges.values() for e in edges.values())


def test_a_date_that_is_none_is_null() -> None:
    rows = [{**r, "date": "2021年13月"} if r["kind"] == "document" else r for r in county.rows()]
    assert {node["date"] for node in elements(rows).nodes["Document"].values()} == {None}


@pytest.mark.parametrize(
    ("roles", "rank"),
    [
        (("组长", "总指挥", "总召集人", "主任", "组长单位", "牵头单位"), 1),
        (("常务副组长", "第一副组长", "执行副总指挥"), 2),
        (("副组长", "副指挥长", "副召集人", "专职副主任"), 3),
        (("秘书长",), 4),
        (("办公室主任", "办公室副主任", "联络员"), 5),
        (("成员", "组员", "委员", "责任单位", "成员单位", "责任编辑"), 6),
        (("其他",), 7),
    ],
)
def test_roles_rank_as_a_roster_prints_them(roles: tuple[str, ...], rank: int) -> None:
    assert {role: role_rank(role) for role in roles} == dict.fromkeys(roles, rank)
