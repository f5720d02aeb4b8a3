"""What surrounds nodes in the graph, fetched once a node and kept, so that expanding asks for the new
nodes only."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from explorer import ask
from explorer.ask import Row

Graph = tuple[dict[str, Row], dict[str, Row]]
MOST = 20_000  # relations that one question brings
HUB = 400  # relations above which a node is not asked for its ties to others, but they for theirs to it
EDGE = ("role", "role_rank", "leads", "label", "mode", "action", "text", "since", "until",
        "doc_no", "date", "source", "start", "end", "evidence")  # fmt: skip

_TIES = (
    "UNWIND $ids AS key MATCH (n:{label} {{id: key}})-[r]-(m) WHERE {holds} RETURN key, type(r) AS tie,"
    " startNode(r).id = key AS out, labels(m)[0] AS other_label, m.id AS other, r.id AS id,"
    f" {', '.join(f'r.{name} AS {name}' for name in EDGE)}"
    " {order} LIMIT $limit"
)
# Sorting ten thousand rows takes the embedded store four times as long as finding them: it is asked to only
# where the limit is to keep the most telling.
_ORDER = "ORDER BY r.role_rank, r.date, r.id"
_NODES = "UNWIND $ids AS key MATCH (n:{label} {{id: key}}) RETURN properties(n) AS n"
_HUBS = (
    "MATCH (n:{label})-[r]->(m) WHERE n.id IN $ids AND m.id IN $ids AND {holds} RETURN n.id AS key, type(r)"
    " AS tie,"
    f" m.id AS other, r.id AS id, {', '.join(f'r.{name} AS {name}' for name in EDGE)} ORDER BY r.date, r.id"
)


class Surroundings:
    """Nodes and relations as of a day (None: of all times), as far as they were asked for."""

    def __init__(self, when: date | None) -> None:
        self.when = when
        self.nodes: dict[str, Row] = {}
        self._labels: dict[str, str] = {}
        self._ties: dict[str, dict[str, Row]] = {}

    def neighbours(self, ids: Iterable[str], limit: int = MOST) -> Graph:
        """The nodes one step from any of `ids`, these among them, and the relations of that step, each by
        id."""
        wanted = [key for key in ids if self._known(key)]
        self._fetch(wanted, limit)
        edges: dict[str, Row] = {}
        for key in wanted:
            edges |= self._ties.get(key, {})
        ends = dict.fromkeys([*wanted, *(edge[end] for edge in edges.values() for end in ("from", "to"))])
        return self._described(ends), edges

    def among(self, ids: Iterable[str]) -> Graph:
        """The nodes `ids` and every relation between two of them."""
        nodes = self._described([key for key in ids if self._known(key)])
        hubs = [key for key, found in nodes.items() if _degree(found) > HUB and key not in self._ties]
        self._fetch([key for key in nodes if key not in hubs], MOST)
        edges = {
            key: edge
            for node in nodes
            for key, edge in self._ties.get(node, {}).items()
            if edge["from"] in nodes and edge["to"] in nodes
        }
        if len(hubs) > 1:
            edges |= self._between(hubs)
        return nodes, edges

    def _known(self, key: str) -> bool:
        """Whether there is such a node; its label is found when it is not known yet."""
        if key not in self._labels:
            for found in ask.nodes([key]).values():
                self.nodes[key] = found
                self._labels[key] = found["label"]
        return key in self._labels

    def _by_label(self, ids: Iterable[str]) -> dict[str, list[str]]:
        grouped: dict[str, list[str]] = {}
        for key in ids:
            grouped.setdefault(self._labels[key], []).append(key)
        return grouped

    def _fetch(self, ids: Iterable[str], limit: int) -> None:
        for label, keys in self._by_label(key for key in ids if key not in self._ties).items():
            for key in keys:
                self._ties[key] = {}
            query = _TIES.format(label=label, holds=ask.on_day("r"), order=_ORDER if limit < MOST else "")
            rows = ask.read(query, ids=keys, day=self.when, limit=limit)
            for row in sorted((row for row in rows if row["other_label"] in ask.LABELS), key=_telling):
                self._labels.setdefault(row["other"], row["other_label"])
                ends = (row["key"], row["other"]) if row["out"] else (row["other"], row["key"])
                self._ties[row["key"]][row["id"]] = {**row, "from": ends[0], "to": ends[1]}

    def _between(self, hubs: list[str]) -> dict[str, Row]:
        return {
            row["id"]: {**row, "from": row["key"], "to": row["other"]}
            for label in self._by_label(hubs)
            for row in ask.read(_HUBS.format(label=label, holds=ask.on_day("r")), ids=hubs, day=self.when)
        }

    def _described(self, ids: Iterable[str]) -> dict[str, Row]:
        wanted = list(dict.fromkeys(ids))
        for label, keys in self._by_label(key for key in wanted if key not in self.nodes).items():
            for row in ask.read(_NODES.format(label=label), ids=keys):
                self.nodes[row["n"]["id"]] = ask.whole(label, row["n"])
        return {key: self.nodes[key] for key in wanted if key in self.nodes}


def _degree(node: Row) -> int:
    """About how many relations a node has, from the numbers stored with it."""
    return sum(value for key, value in node.items() if isinstance(value, int) and (key.endswith("_count") or key == "members"))


def _telling(edge: Row) -> tuple[int, str, str]:
    return (edge["role_rank"] or 99, edge["date"] or "9999", edge["id"])
