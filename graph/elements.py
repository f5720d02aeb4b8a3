"""Resolved rows to the nodes and edges of the graph, as the schema says. Pure: same rows, same elements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from graph.annotate import annotate, digest, fold
from graph.schema import Count, EdgeType, NodeType, Property, Rule, schema

Row = Mapping[str, Any]
Properties = dict[str, Any]


@dataclass(slots=True)
class Edge:
    """One edge: its ends by id and label, and its properties, `id` among them."""

    source: str
    source_label: str
    target: str
    target_label: str
    properties: Properties


@dataclass(slots=True)
class Elements:
    """A whole graph. `nodes`: label → id → properties; `edges`: type → id → edge.

    `dangling` holds (type, source id, target id) of the edges left out because an end is described by no row
    or is of a label that the type does not take.
    """

    nodes: dict[str, dict[str, Properties]] = field(default_factory=dict)
    edges: dict[str, dict[str, Edge]] = field(default_factory=dict)
    dangling: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def node_count(self) -> int:
        """How many nodes of all labels."""
        return sum(map(len, self.nodes.values()))

    @property
    def edge_count(self) -> int:
        """How many edges of all types."""
        return sum(map(len, self.edges.values()))


def elements(rows: Iterable[Row]) -> Elements:
    """The graph that `rows` of `resolve` state, facts and entities; their order makes no difference.

        组长：王大明  县委副书记、县长  →  (Person)-[MEMBER_OF {role: 组长}]->(Group)
                                           (Person)-[HOLDS_POST]->(Post)
    """
    by_kind: dict[str, list[Properties]] = defaultdict(list)
    for row in annotate(rows):
        by_kind[row["kind"]].append(row)
    graph = Elements()
    label_of: dict[str, str] = {}
    for node_type in schema().nodes.values():
        made = _nodes(node_type, by_kind)
        graph.nodes[node_type.label] = made
        label_of.update(dict.fromkeys(made, node_type.label))
    for edge_type in schema().edges.values():
        graph.edges[edge_type.name] = _edges(edge_type, by_kind, label_of, graph.dangling)
    for node_type in schema().nodes.values():
        for name, count in node_type.counts.items():
            _count(graph, node_type.label, name, count)
    return graph


def _rows(rule: Rule, by_kind: Mapping[str, list[Properties]]) -> Iterator[Properties]:
    for kind in rule.kinds:
        yield from (row for row in by_kind.get(kind, ()) if rule.holds(row))


def _nodes(node_type: NodeType, by_kind: Mapping[str, list[Properties]]) -> dict[str, Properties]:
    made: dict[str, Properties] = {}
    for rule in node_type.rules:
        for row in _rows(rule, by_kind):
            if key := row.get(rule.id):
                _keep_first(made.setdefault(key, {}), rule, row, node_type.properties)
    for key, properties in made.items():
        for name, declared in node_type.properties.items():
            properties.setdefault(name, _blank(declared))
        properties["id"] = key
        properties["name"] = properties["name"] or key
        properties["search"] = _searched(node_type, properties)
        for name in node_type.counts:
            properties[name] = 0
    return made


def _keep_first(properties: Properties, rule: Rule, row: Row, declared: Mapping[str, Property]) -> None:
    for name, source in rule.set.items():
        if properties.get(name) in (None, []):
            properties[name] = _typed(row.get(source), declared[name])


def _edges(
    edge_type: EdgeType,
    by_kind: Mapping[str, list[Properties]],
    label_of: Mapping[str, str],
    dangling: list[tuple[str, str, str]],
) -> dict[str, Edge]:
    made: dict[str, Edge] = {}
    rows = [(row, rule) for rule in edge_type.rules for row in _rows(rule, by_kind)]
    if len(edge_type.rules) > 1:
        rows.sort(key=lambda pair: pair[0]["order"])
    for row, rule in rows:
        for source, target in _ends(rule, row):
            if label_of.get(source) not in edge_type.sources or label_of.get(target) not in edge_type.targets:
                dangling.append((edge_type.name, source, target))
            elif source != target:
                _add_edge(made, edge_type, rule, row, source, target, label_of)
    return made


def _ends(rule: Rule, row: Row) -> Iterator[tuple[str, str]]:
    for item in row.get(rule.each) or () if rule.each else (None,):
        source = item if rule.source == "each" else row.get(rule.source)
        target = item if rule.target == "each" else row.get(rule.target)
        if source and target:
            yield source, target


def _add_edge(
    made: dict[str, Edge],
    edge_type: EdgeType,
    rule: Rule,
    row: Row,
    source: str,
    target: str,
    label_of: Mapping[str, str],
) -> None:
    own = {
        name: _typed(row.get(rule.set.get(name, _EVIDENCE.get(name, ""))), declared)
        for name, declared in edge_type.properties.items()
    }
    key = digest("edge", edge_type.name, source, target, *(str(own[name]) for name in edge_type.distinct))
    edge = made.get(key)
    if edge is None:
        edge = made[key] = Edge(
            source, label_of[source], target, label_of[target], {**own, "id": key, "mentions": 0}
        )
    else:
        edge.properties.update((name, own[name]) for name in edge_type.latest if own[name] is not None)
    if row.get("source") and (place := _place(row)) not in edge.properties["evidence"]:
        edge.properties["evidence"].append(place)
        edge.properties["mentions"] += 1


_EVIDENCE = {
    "doc_no": "doc_no",
    "document": "document_id",
    "date": "date",
    "source": "source",
    "start": "start",
    "end": "end",
    "page": "page",
}


def _place(row: Row) -> str:
    return f"{row['source']}#{row['start']}-{row['end']}"


def _count(graph: Elements, label: str, name: str, count: Count) -> None:
    others: dict[str, set[str]] = defaultdict(set)
    for edge in (e for edge_type in count.edges for e in graph.edges[edge_type].values()):
        if count.takes(edge.properties):
            here, there = (edge.source, edge.target) if count.outgoing else (edge.target, edge.source)
            others[here].add(there)
    nodes = graph.nodes[label]
    for key, ends in others.items():
        if key in nodes:
            nodes[key][name] = len(ends)


def _searched(node_type: NodeType, properties: Properties) -> str:
    words: dict[str, None] = {}
    for name in node_type.searched:
        value = properties[name]
        words.update(dict.fromkeys(value if isinstance(value, list) else [value] if value else []))
    return fold(" ".join(words))


def _blank(declared: Property) -> Any:
    return [] if declared.type == "strings" else None


def _typed(value: Any, declared: Property) -> Any:
    """`value` as the declared type; null where it does not fit, for the stores would keep it as it comes."""
    if declared.type == "strings":
        return [str(item) for item in value or () if item]
    if value is None or value == "":
        return None
    try:
        match declared.type:
            case "date":
                return value if isinstance(value, date) else date.fromisoformat(value)
            case "integer":
                return int(value)
            case "float":
                return float(value)
            case "boolean":
                return bool(value)
            case _:
                return str(value)
    except (TypeError, ValueError):
        return None
