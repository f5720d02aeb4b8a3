"""Makes a store hold exactly the given elements: writes what differs, deletes what no longer follows.

Every batch is one transaction and the difference is taken from what the store holds, so that a load killed
anywhere is completed by the next one. Nodes and edges that are not ours are left alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graph.arcade import NewDatabase
from graph.bolt import Unreachable
from graph.elements import Edge, Elements
from graph.schema import EdgeType, NodeType, schema
from graph.store import EmbeddedStore, Store

Progress = Callable[[int, int], None]  # how many of how many elements are written


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load did."""

    written: int
    deleted: int


def load(store: Store, graph: Elements, progress: Progress = lambda done, total: None) -> Loaded:
    """Synchronises `store`, opened for writing, with `graph`. Loading the same again writes nothing.

    Raises the errors of Store.write; what was written before one stays, and the next load completes it.
    """
    if isinstance(store, EmbeddedStore) and store.blank:
        _load_new(store, graph)
        progress(graph.node_count + graph.edge_count, graph.node_count + graph.edge_count)
        return Loaded(graph.node_count + graph.edge_count, 0)
    host = store.host if isinstance(store, EmbeddedStore) else None
    try:
        return _Difference(store, graph).write(progress)
    except Unreachable:
        if not (isinstance(store, EmbeddedStore) and host and store.reattach(host)):
            raise
        return _Difference(store, graph).write(progress)  # its server ended midway: now the rest differs


class _Difference:
    """What the store holds against what it should: new or changed elements to write, stale ids to delete."""

    def __init__(self, store: Store, graph: Elements) -> None:
        self.store = store
        self.stale_nodes: dict[str, list[str]] = {}
        self.stale_edges: dict[str, list[str]] = {}
        self.nodes: dict[str, list[dict[str, Any]]] = {}
        self.edges: dict[str, list[Edge]] = {}
        for node_type in schema().nodes.values():
            self._compare_nodes(node_type, graph.nodes.get(node_type.label, {}))
        for edge_type in schema().edges.values():
            self._compare_edges(edge_type, graph.edges.get(edge_type.name, {}))

    def _compare_nodes(self, node_type: NodeType, wanted: Mapping[str, dict[str, Any]]) -> None:
        same, stale = set(), []
        for held in held_nodes(self.store, node_type):
            key = held["id"]
            if key not in wanted:
                stale.append(key)
            elif held == without_nulls(wanted[key]):
                same.add(key)
        self.stale_nodes[node_type.label] = stale
        self.nodes[node_type.label] = [row for key, row in wanted.items() if key not in same]

    def _compare_edges(self, edge_type: EdgeType, wanted: Mapping[str, Edge]) -> None:
        same: set[str] = set()
        stale: list[str] = []
        for held in held_edges(self.store, edge_type):
            key = held.properties["id"]
            edge = wanted.get(key)
            if edge is None or key in same or _ends(edge) != _ends(held):
                stale.append(key)
                same.discard(key)
            elif held.properties == without_nulls(edge.properties):
                same.add(key)
        self.stale_edges[edge_type.name] = stale
        self.edges[edge_type.name] = [edge for key, edge in wanted.items() if key not in same]

    def write(self, progress: Progress) -> Loaded:
        """Deletes first, edges before nodes, so that an id that changed its label is free again."""
        deleted = 0
        for name, keys in self.stale_edges.items():
            self.store.write_rows(f"MATCH ()-[r:{name}]->() WHERE r.id IN $rows DELETE r", keys)
            deleted += len(keys)
        for label, keys in self.stale_nodes.items():
            self.store.write_rows(f"MATCH (n:{label}) WHERE n.id IN $rows DETACH DELETE n", keys)
            deleted += len(keys)
        total = sum(map(len, self.nodes.values())) + sum(map(len, self.edges.values()))
        written = 0
        for cypher, rows in (*self._node_batches(), *self._edge_batches()):
            self.store.write_rows(cypher, rows)
            written += len(rows)
            progress(written, total)
        return Loaded(written, deleted)

    def _node_batches(self) -> Iterator[tuple[str, list[dict[str, Any]]]]:
        for label, rows in self.nodes.items():
            if rows:
                yield f"UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) SET n += row", rows

    def _edge_batches(self) -> Iterator[tuple[str, list[dict[str, Any]]]]:
        for name, edges in self.edges.items():
            by_labels: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
            for edge in edges:
                row = {"source": edge.source, "target": edge.target, "own": edge.properties}
                by_labels[edge.source_label, edge.target_label].append(row)
            for (source, target), rows in by_labels.items():
                yield (
                    f"UNWIND $rows AS row MATCH (a:{source} {{id: row.source}}) "
                    f"MATCH (b:{target} {{id: row.target}}) "
                    f"MERGE (a)-[r:{name} {{id: row.own.id}}]->(b) SET r += row.own",
                    rows,
                )


def held_nodes(store: Store, node_type: NodeType) -> Iterator[dict[str, Any]]:
    """The properties of our nodes of one label, `id` among them; properties of others are left out."""
    cypher = (
        f"MATCH (n:{node_type.label}) WHERE n.id IS NOT NULL AND n.search IS NOT NULL "
        f"RETURN {_columns('n', ('id', *node_type.properties))}"
    )
    for row in store.stream(cypher):
        yield without_nulls(row)


def held_edges(store: Store, edge_type: EdgeType) -> Iterator[Edge]:
    """Our edges of one type."""
    cypher = (
        f"MATCH (a)-[r:{edge_type.name}]->(b) WHERE r.id IS NOT NULL AND r.evidence IS NOT NULL "
        "RETURN a.id AS from_id, labels(a) AS from_labels, b.id AS to_id, labels(b) AS to_labels, "
        f"{_columns('r', ('id', *edge_type.properties))}"
    )
    for row in store.stream(cypher):
        ends = row.pop("from_id"), row.pop("from_labels")[0], row.pop("to_id"), row.pop("to_labels")[0]
        yield Edge(*ends, without_nulls(row))


def without_nulls(properties: Mapping[str, Any]) -> dict[str, Any]:
    """What a store keeps of `properties`: a null is an absent property."""
    return {name: value for name, value in properties.items() if value is not None}


def _columns(variable: str, names: tuple[str, ...]) -> str:
    return ", ".join(f"{variable}.`{name}` AS `{name}`" for name in names)


def _ends(edge: Edge) -> tuple[str, str, str, str]:
    return edge.source, edge.source_label, edge.target, edge.target_label


def _load_new(store: EmbeddedStore, graph: Elements) -> None:
    """The first load of an embedded graph, through the store's batch interface, three times as fast."""
    with NewDatabase(store.target.keep) as database, database.graph_batch(
        expected_edge_count=graph.edge_count
    ) as batch:
        address: dict[str, str] = {}
        for label, nodes in graph.nodes.items():
            rows = [without_nulls(properties) for properties in nodes.values()]
            address.update(zip(nodes, batch.create_vertices(label, rows), strict=True))
        for name, edges in graph.edges.items():
            batch.new_edges(
                [address[edge.source] for edge in edges.values()],
                name,
                [address[edge.target] for edge in edges.values()],
                [without_nulls(edge.properties) for edge in edges.values()],
            )
