"""The questions' files: whole, read-only, level with the ontology; what a wrong call is told."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from graph.schema import schema
from ingest.errors import Problem
from queries.catalogue import EVIDENCE, VALUE_TYPES, Question, find, load, parse, words
from queries.measures import MEASURES
from queries.params import bind, named, nearest

QUESTIONS = list(load().values())
ASKED_FOR = {
    "roster", "groups-of-person", "top-leaders", "sits-with", "shortest-path", "interlocks", "unit-tasks",
    "tasks-due", "tasks-without-deadline", "shared-tasks", "permits-by-unit", "units-without-holders",
    "legal-representatives", "portfolio", "stand-ins", "offices-hosted", "subgroups", "duties",
    "documents-by-issuer", "evidence", "ex-officio", "adjusted-groups", "township-memberships", "brokers",
    "responsible", "group-changes",
}  # fmt: skip
WRITES = re.compile(r"\b(CREATE|MERGE|SET|DELETE|DETACH|REMOVE|DROP|LOAD|FOREACH)\b", re.IGNORECASE)
UNEQUAL = re.compile(r"\b(XOR|SHORTEST|shortestPath|elementId|LET|FILTER)\b|\b(apoc\.|id\(|date(time)?\()")
NAMED = re.compile(r"[:|]([A-Z][A-Za-z_]+)")
each_question = pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)


class Shelf:
    """A reader that gives the same rows to every query and remembers what it was asked."""

    def __init__(self, *rows: dict[str, Any]) -> None:
        self.rows = list(rows)
        self.asked: list[tuple[str, Mapping[str, Any]]] = []

    def read(self, cypher: str, params: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        self.asked.append((cypher, params or {}))
        return self.rows


def without_text(cypher: str) -> str:
    """`cypher` without comments and quoted text."""
    return re.sub(r"'[^']*'|//.*", "", cypher)


def all_cypher(question: Question) -> list[str]:
    return [question.cypher, *(p.default_query for p in question.params if p.default_query)]


def test_what_was_asked_for_is_there() -> None:
    assert set(load()) >= ASKED_FOR


@each_question
def test_says_everything_in_both_languages(question: Question) -> None:
    labelled = (*question.columns, *question.params)
    for text in (question.title, question.about, *(item.label for item in labelled)):
        assert re.search("[一-鿿]", text.zh), text
        assert re.search("[A-Za-z]", text.en), text
        assert not re.search("[一-鿿]", re.sub(r"AB岗|[(（].*?[)）]", "", text.en)), text
    assert question.topic in words()["topic"]


@each_question
def test_only_reads_and_keeps_to_what_both_stores_answer_alike(question: Question) -> None:
    for cypher in map(without_text, all_cypher(question)):
        assert not WRITES.search(cypher)
        assert not UNEQUAL.search(cypher)
        for part in re.findall(r"\bcollect\(", cypher, re.IGNORECASE):
            assert "ORDER BY" in cypher, part


@each_question
def test_names_only_what_the_ontology_has(question: Question) -> None:
    known = schema().nodes.keys() | schema().edges.keys()
    used = {name for cypher in all_cypher(question) for name in NAMED.findall(without_text(cypher))}
    assert used <= known
    types = {*(c.type for c in question.columns), *(p.type for p in question.params)}
    assert types <= VALUE_TYPES | schema().nodes.keys() | {"node"}


@each_question
def test_uses_its_parameters_and_no_others(question: Question) -> None:
    given = set(re.findall(r"\$(\w+)", question.cypher))
    declared = {param.name for param in question.params}
    if question.measure:
        assert question.measure in MEASURES
        assert given - {"frontier"} <= declared
    else:
        assert given == declared
    seen: set[str] = set()
    for param in question.params:
        assert set(re.findall(r"\$(\w+)", param.default_query or "")) <= seen
        seen.add(param.name)


@each_question
def test_orders_totally_by_an_id_at_the_end(question: Question) -> None:
    order = without_text(question.cypher).rpartition("ORDER BY")[2].partition("LIMIT")[0]
    last = order.rpartition(",")[2].strip()
    assert re.search(r"(\bid|_id|\.id|year|document)( DESC)?$", last), last


@each_question
def test_lists_of_members_take_a_day(question: Question) -> None:
    if "r.since IS NULL" in question.cypher and question.name != "group-changes":
        day = next(param for param in question.params if param.name == "as_of")
        assert day.optional and day.default == date(9999, 12, 31)


def test_reads_a_header() -> None:
    question = parse(
        "heads",
        "// topic: groups\n// title: {zh: 组长, en: heads}\n// about:\n//   zh: 谁\n//   en: who\n"
        "// params:\n//   group: {type: Group, zh: 组, en: group}\n"
        "// defaults:\n//   group: |\n//     MATCH (g:Group)\n//     RETURN g.id AS value\n"
        "// columns:\n//   role: {type: text, zh: 角色, en: role}\n// evidence: true\n"
        "MATCH (m)\nRETURN m.role AS role\n",
    )
    assert question.cypher == "MATCH (m)\nRETURN m.role AS role"
    assert question.params[0].default_query == "MATCH (g:Group)\nRETURN g.id AS value\n"
    assert [column.name for column in question.columns] == ["role", *EVIDENCE]


def test_an_unknown_question_is_told_the_nearest() -> None:
    with pytest.raises(Problem, match="roster") as caught:
        find("rooster")
    assert "roster" in caught.value.zh


@pytest.mark.parametrize(
    ("name", "given", "remedy"),
    [
        ("roster", {"grp": "x"}, "group, as_of"),
        ("roster", {"as_of": "2021-02-30"}, "YYYY-MM-DD"),
        ("tasks-due", {"limit": "many"}, "whole number"),
        ("tasks-due", {"limit": "0"}, "whole number"),
        ("stand-ins", {"person": "x"}, "none at all"),
    ],
)
def test_a_wrong_parameter_is_named_with_the_remedy(name: str, given: dict[str, str], remedy: str) -> None:
    with pytest.raises(Problem, match=remedy):
        bind(Shelf({"id": "g1", "name": "防汛指挥部", "value": "g1"}), find(name), given)


def test_a_name_that_nobody_bears() -> None:
    with pytest.raises(Problem, match="holds no group"):
        bind(Shelf(), find("roster"), {"group": "防汛指挥部"})


@pytest.mark.parametrize(
    ("value", "expected"),
    [("防汛领导小组", ["县防汛指挥部"]), ("钱志伟", ["钱志为"]), ("完全无关", [])],
)
def test_the_nearest_names(value: str, expected: list[str]) -> None:
    assert nearest(value, ["县防汛指挥部", "钱志为", "李小山"]) == expected


def test_a_name_that_several_bear_asks_for_an_id() -> None:
    shelf = Shelf({"id": "p1", "name": "张伟"}, {"id": "p2", "name": "张伟"})
    with pytest.raises(Problem, match=r"p1.*p2"):
        bind(shelf, find("groups-of-person"), {"person": "张伟"})


def test_an_empty_graph_says_what_to_do() -> None:
    with pytest.raises(Problem, match="gongbao build") as caught:
        bind(Shelf(), find("roster"), {})
    assert "gongbao build" in caught.value.zh


def test_defaults_and_given_values_take_their_types() -> None:
    shelf = Shelf({"id": "g1", "name": "防汛指挥部", "value": "g1"})
    bound = bind(shelf, find("interlocks"), {"as_of": "2021-06-30", "limit": "7"})
    assert bound == {"group": "g1", "as_of": date(2021, 6, 30), "limit": 7}
    said = {"group": "防汛指挥部", "as_of": "2021-06-30", "limit": "7"}
    assert named(shelf, find("interlocks"), bound) == said
    assert named(shelf, find("interlocks"), bind(shelf, find("interlocks"), {})) == {"group": "防汛指挥部"}


def test_words_are_folded_to_what_the_graph_holds() -> None:
    bound = bind(Shelf(), find("responsible"), {"words": "防汛　抗旱 防汛 環境"})
    assert bound["words"] == ["防汛", "抗旱", "环境"]


def test_text_reaches_the_store_as_a_parameter_only() -> None:
    hostile = "x'}) DETACH DELETE (n) //"
    shelf = Shelf()
    with pytest.raises(Problem):
        bind(shelf, find("roster"), {"group": hostile})
    assert shelf.asked
    assert all(hostile not in cypher for cypher, _ in shelf.asked)
