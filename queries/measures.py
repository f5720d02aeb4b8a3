"""What finishes an answer where Cypher is not enough: measures of a network, paths as of a day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from queries.catalogue import Question, Reader

Row = dict[str, Any]
Measure = Callable[[Reader, Question, Mapping[str, Any]], list[Row]]
EXACT = 600  # nodes up to which betweenness is exact; in a larger network it is estimated
SAMPLE = 150  # from that many sources


def brokers(store: Reader, question: Question, params: Mapping[str, Any]) -> list[Row]:
    """People by their betweenness in the network of people and groups that the question's query returns."""
    import networkx as nx

    links = store.read(question.cypher, params)
    network: nx.Graph[str] = nx.Graph()
    names: dict[str, str] = {}
    for link in links:
        names[link["person_id"]] = link["person_name"]
        network.add_edge(link["person_id"], link["group_id"])
    sample = SAMPLE if len(network) > EXACT else None
    scores = nx.betweenness_centrality(network, k=sample, seed=0)
    rows: list[Row] = [
        {
            "person_name": name,
            "groups": network.degree[person],
            "betweenness": round(scores[person], 4),
            "person_id": person,
        }
        for person, name in names.items()
    ]
    rows.sort(key=lambda row: (-row["betweenness"], -row["groups"], row["person_name"], row["person_id"]))
    return rows[: params["limit"]]


def shortest_path(store: Reader, question: Question, params: Mapping[str, Any]) -> list[Row]:
    """The relations of one shortest path, in order; none where the two are too far apart.

    Searched from both ends, always on the smaller side, one query a level, so that only relations in force on
    the day are walked. Of several shortest paths it is the one that comes first in the query's order.
    """
    start, goal = params["from"], params["to"]
    if start == goal:
        return []
    # For each side: node → the row that reached it, None at the side's own end.
    reached: tuple[dict[str, Row | None], dict[str, Row | None]] = ({start: None}, {goal: None})
    frontiers: list[list[str]] = [[start], [goal]]
    for _ in range(params["steps"]):
        side = 0 if len(frontiers[0]) <= len(frontiers[1]) else 1
        if not frontiers[side]:
            return []
        links = store.read(question.cypher, {"frontier": frontiers[side], "as_of": params["as_of"]})
        frontiers[side] = _advance(links, reached[side])
        meetings = [node for node in frontiers[side] if node in reached[1 - side]]
        if meetings:
            return _joined(min(meetings), *reached)
    return []


def _advance(links: Iterable[Row], reached: dict[str, Row | None]) -> list[str]:
    level = []
    for link in links:
        if link["end_id"] not in reached:
            reached[link["end_id"]] = link
            level.append(link["end_id"])
    return sorted(level)


def _joined(meeting: str, ahead: Mapping[str, Row | None], behind: Mapping[str, Row | None]) -> list[Row]:
    first = list(_trace(meeting, ahead))[::-1]
    second = [_turned(link) for link in _trace(meeting, behind)]
    return [{**link, "step": step} for step, link in enumerate(first + second, 1)]


def _trace(node: str, reached: Mapping[str, Row | None]) -> Iterable[Row]:
    link = reached[node]
    while link is not None:
        yield link
        link = reached[link["start_id"]]


def _turned(link: Row) -> Row:
    return {
        **link,
        "start_name": link["end_name"],
        "end_name": link["start_name"],
        "start_id": link["end_id"],
        "end_id": link["start_id"],
    }


MEASURES: Mapping[str, Measure] = {"brokers": brokers, "shortest_path": shortest_path}
