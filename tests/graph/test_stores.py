"""What both stores must do alike: constraints, loading, full text, limits, refusals."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from graph import bolt
from graph.elements import Elements, elements
from graph.export.lines import graph_lines
from graph.load import load
from graph.store import Store, open_store
from graph.target import Target
from ingest.errors import Problem
from tests.conftest import sample_rows
from tests.graph import county


def test_first_load_holds_exactly_the_elements(target: Target) -> None:
    graph = elements(county.rows())
    with open_store(target, write=True) as store:
        assert load(store, graph).written == graph.node_count + graph.edge_count
        assert len(list(graph_lines(store))) == graph.node_count + graph.edge_count


def test_loading_again_writes_nothing(store: Store) -> None:
    graph = elements(county.rows())
    load(store, graph)
    again = load(store, graph)
    assert (again.written, again.deleted) == (0, 0)


def test_load_follows_what_changed_and_what_went(store: Store) -> None:
    load(store, elements(county.rows()))
    fewer = [row for row in county.rows() if row.get("source") != county.SECOND]
    renamed = [{**row, "name": "青禾县财政和金融局"} if row.get("id") == "u1" else row for row in fewer]
    load(store, elements(renamed))
    with open_store(store.target) as other:
        found = other.read("MATCH (u:Organisation {id: 'u1'}) RETURN u.name AS name, u.tasks_count AS tasks")
        assert found == [{"name": "青禾县财政和金融局", "tasks": 0}]
        assert other.read("MATCH (t:Task) RETURN count(t) AS n") == [{"n": 0}]
    load(store, elements(county.rows()))
    assert list(graph_lines(store)) == _fresh_lines()


def test_an_id_that_changes_its_label_moves(store: Store) -> None:
    load(store, elements(county.rows()))
    moved = [{**row, "type": "group"} if row.get("id") == "u2" else row for row in county.rows()]
    load(store, elements(moved))
    found = store.read("MATCH (n {id: 'u2'}) RETURN labels(n) AS labels")
    assert found == [{"labels": ["Group"]}]
    offices = store.read("MATCH (:Group {id: 'u2'})-[r:HOSTS_OFFICE_OF]->() RETURN count(r) AS n")
    assert offices == [{"n": 1}]


def test_interrupted_load_is_completed_by_the_next(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    graph = elements(county.rows())
    write, calls = store.write_rows, iter(range(100))

    def stop_at_the_seventh(cypher: str, rows: Any) -> None:
        if next(calls) == 6:
            raise KeyboardInterrupt
        write(cypher, rows)

    load(store, elements([row for row in county.rows() if row.get("source") != county.SECOND]))
    monkeypatch.setattr(store, "write_rows", stop_at_the_seventh)
    load_stopped = False
    try:
        load(store, graph)
    except KeyboardInterrupt:
        load_stopped = True
    monkeypatch.undo()
    assert load_stopped
    load(store, graph)
    assert list(graph_lines(store)) == _fresh_lines()


def test_export_is_the_same_from_every_store(county_store: Store) -> None:
    assert list(graph_lines(county_store)) == _fresh_lines()


def test_samples_are_the_same_from_every_store(sample_store: Store) -> None:
    assert list(graph_lines(sample_store)) == _lines_of(elements(sample_rows()))


def test_ids_are_unique(store: Store) -> None:
    load(store, elements(county.rows()))
    with pytest.raises(bolt.QueryFailed):
        store.write("CREATE (:Person {id: 'p1', name: 'x', search: 'x'})")


def test_dates_are_dates(county_store: Store) -> None:
    query = "MATCH (d:Document) WHERE d.date > $day RETURN d.title AS title, d.date AS date ORDER BY d.date"
    assert county_store.read(query, {"day": date(2022, 1, 1)}) == [
        {"title": "关于印发防汛任务的通知", "date": date(2022, 2, 9)}
    ]


@pytest.mark.parametrize(
    ("label", "words", "names"),
    [
        ("Organisation", '"水务局"', {"青禾县水务局", "青禾县水务局办公室"}),
        ("Organisation", '"县财政局"', {"青禾县财政局"}),
        ("Task", '"堤防"', {"加固东河堤防三公里"}),
        ("Person", '"晚晴"', {"苏晚晴"}),
    ],
)
def test_full_text_finds_any_part(county_store: Store, label: str, words: str, names: set[str]) -> None:
    query = "CALL db.index.fulltext.queryNodes($index, $words) YIELD node RETURN node.name AS name"
    found = county_store.read(query, {"index": f"{label}[search]", "words": words})
    assert {row["name"] for row in found} == names


@pytest.mark.parametrize(
    "write",
    [
        "CREATE (:Person {id: 'x'})",
        "MATCH (p:Person) SET p.name = 'x'",
        "MATCH (p:Person) DETACH DELETE p",
        "MATCH (a:Person {id: 'p1'}), (b:Person {id: 'p2'}) CREATE (a)-[:KNOWS]->(b)",
        "CREATE INDEX x FOR (n:Person) ON (n.x)",
    ],
)
def test_reading_never_writes(county_store: Store, write: str) -> None:
    before = list(graph_lines(county_store))
    with pytest.raises(bolt.QueryFailed):
        county_store.read(write)
    assert list(graph_lines(county_store)) == before


def test_nodes_edges_and_paths_come_as_plain_values(county_store: Store) -> None:
    query = "MATCH path = (p:Person {id: 'p1'})-[r:MEMBER_OF]->(g) RETURN p, r, path, [g.name] AS names"
    (row,) = county_store.read(query)
    assert (row["p"].label, row["p"].id, row["p"].properties["groups_count"]) == ("Person", "p1", 1)
    assert (row["r"].type, row["r"].source, row["r"].target) == ("MEMBER_OF", "p1", "g1")
    assert row["r"].properties["since"] == date(2021, 1, 8)
    assert [node.id for node in row["path"].nodes] == ["p1", "g1"]
    assert row["names"] == ["青禾县防汛抗旱指挥部"]


def test_columns_keep_their_order(county_store: Store) -> None:
    assert county_store.read("RETURN 1 AS b, 2 AS a").columns == ["b", "a"]


def test_a_wrong_query_is_said_in_one_line(county_store: Store) -> None:
    with pytest.raises(bolt.QueryFailed) as caught:
        county_store.read("MATCH (n RETURN n")
    assert "\n" not in caught.value.en


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """The embedded graph's own limit, which stands in for the driver's, lowered to a second."""
    monkeypatch.setattr("graph.arcade.SETTINGS", ("`arcadedb.command.timeout` 1000",))


def test_a_long_query_is_stopped(hasty: None, store: Store) -> None:
    with pytest.raises(bolt.TimedOut):
        store.read(
            "UNWIND range(1, 200000) AS a UNWIND range(1, 200000) AS b "
            "WITH a, b WHERE a * b < 0 RETURN count(*)",
            timeout=1,
        )


def test_nodes_of_others_are_left_alone(store: Store) -> None:
    store.write("CREATE (:Film {title: 'x'}) CREATE (:Person {name: 'a stranger'})")
    if not store.target.embedded:  # the embedded graph's folder is ours alone
        with pytest.raises(Problem) as caught:
            open_store(store.target, write=True)
        assert "--into-existing" in caught.value.en and "2" in caught.value.en
    with open_store(store.target, write=True, into_existing=True) as opened:
        load(opened, elements(county.rows()))
        load(opened, elements([]))
        assert opened.read("MATCH (n) RETURN count(n) AS n") == [{"n": 2}]


def test_wrong_credentials_are_said(county_store: Store) -> None:
    endpoint = getattr(county_store, "endpoint", None)
    uri = endpoint.uri if endpoint else county_store.target.uri
    wrong = replace(county_store.target, uri=uri, user="neo4j", password="wrong")
    with pytest.raises(bolt.WrongCredentials) as caught, open_store(wrong) as opened:
        opened.read("RETURN 1 AS x")
    assert "NEO4J_PASSWORD" in caught.value.en and "wrong" not in caught.value.en


def test_nothing_at_the_address_is_said(county_store: Store) -> None:
    gone = replace(county_store.target, uri="bolt://127.0.0.1:1", password="x")
    with pytest.raises(bolt.Unreachable) as caught, open_store(gone) as opened:
        opened.read("RETURN 1 AS x")
    assert "127.0.0.1:1" in caught.value.en


def _fresh_lines() -> list[str]:
    return _lines_of(elements(county.rows()))


def _lines_of(graph: Elements) -> list[str]:
    """What `export graph` must print, from the elements alone."""
    lines = []
    for label in sorted(graph.nodes):
        for key, node in sorted(graph.nodes[label].items()):
            line = {"label": label, "id": key, "properties": _kept(node)}
            lines.append(json.dumps(line, ensure_ascii=False))
    for name in sorted(graph.edges):
        for key, edge in sorted(graph.edges[name].items()):
            ends = {"from": edge.source, "to": edge.target}
            line = {"type": name, "id": key, **ends, "properties": _kept(edge.properties)}
            lines.append(json.dumps(line, ensure_ascii=False))
    return lines


def _kept(properties: dict[str, Any]) -> dict[str, Any]:
    kept = {name: value for name, value in sorted(properties.items()) if value is not None and name != "id"}
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in kept.items()}
