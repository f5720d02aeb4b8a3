"""Every question on both stores: rows at once on the sample gazettes, and the same rows in the same order."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import pytest

from graph.elements import elements
from graph.load import load as load_graph
from graph.store import Store, open_store
from graph.target import find_target
from queries.catalogue import Answer, load, run
from tests.conftest import Neo4j, sample_rows

Both = tuple[Store, Store]
HOLDS = "samples"


@pytest.fixture
def both(
    neo4j: Neo4j, embedded_graphs: dict[str, Any], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Both]:
    """The sample gazettes in the embedded store and in Neo4j."""
    if HOLDS not in embedded_graphs:
        target = find_target(str(tmp_path_factory.mktemp(HOLDS) / "graph"))
        with open_store(target, write=True) as store:
            load_graph(store, elements(sample_rows()))
        embedded_graphs[HOLDS] = target
    server = neo4j.target()
    if neo4j.holds != HOLDS:
        neo4j.wipe()
        with open_store(server, write=True) as store:
            load_graph(store, elements(sample_rows()))
        neo4j.holds = HOLDS
    with ExitStack() as stack:
        yield stack.enter_context(open_store(embedded_graphs[HOLDS])), stack.enter_context(open_store(server))


def answers(both: Both, name: str, **params: Any) -> Answer:
    """The answer of both stores, which must be one."""
    first, second = (run(store, name, params) for store in both)
    assert first == second
    return first


def column(answer: Answer, name: str) -> list[Any]:
    return [row[name] for row in answer.rows]


@pytest.mark.neo4j
@pytest.mark.xdist_group("neo4j")
@pytest.mark.parametrize("name", load())
def test_shows_rows_at_once_and_the_same_on_both_stores(both: Both, name: str) -> None:
    answer = answers(both, name)
    assert answer.rows
    assert [c.name for c in answer.columns] == list(answer.rows[0])
