"""The whole graph as sorted JSON Lines: the same bytes from either store, for the same elements."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from graph.load import held_edges, held_nodes
from graph.schema import schema
from graph.store import Store


def graph_lines(store: Store) -> Iterator[str]:
    """Nodes by label and id, then edges by type and id, one JSON object a line, without line ends.

    {"label": "Person", "id": …, "properties": {…}}
    {"type": "MEMBER_OF", "id": …, "from": …, "to": …, "properties": {…}}
    """
    for label in sorted(schema().nodes):
        nodes = sorted(held_nodes(store, schema().nodes[label]), key=lambda node: str(node["id"]))
        for node in nodes:
            key = node.pop("id")
            yield _line({"label": label, "id": key, "properties": node})
    for name in sorted(schema().edges):
        edges = sorted(held_edges(store, schema().edges[name]), key=lambda edge: str(edge.properties["id"]))
        for edge in edges:
            key = edge.properties.pop("id")
            ends = {"from": edge.source, "to": edge.target}
            yield _line({"type": name, "id": key, **ends, "properties": edge.properties})


def _line(element: dict[str, Any]) -> str:
    properties = dict(sorted(element.pop("properties").items()))
    return json.dumps({**element, "properties": properties}, ensure_ascii=False, default=_date)


def _date(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"not a property: {value!r}")
