"""The ontology as `graph/schema.yaml` declares it: labels, edge types, properties, the facts behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

PropertyType = Literal["string", "integer", "float", "boolean", "date", "strings"]
YAML = Path(__file__).with_name("schema.yaml")


@dataclass(frozen=True, slots=True)
class Property:
    """One property of a node or edge: its type and what people call it."""

    name: str
    type: PropertyType
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Rule:
    """Which rows make a node or edge, and which of their fields its properties come from.

    `where` / `unless` are searched in the row's fields as text, null being the empty string. For nodes `id`
    names the field of the id, for edges `source` and `target` those of the two ends; `each` names a list
    field of which every item makes an edge of its own, the end called `each` being the item.
    """

    kinds: tuple[str, ...]
    where: Mapping[str, re.Pattern[str]]
    unless: Mapping[str, re.Pattern[str]]
    set: Mapping[str, str]
    id: str = ""
    source: str = ""
    target: str = ""
    each: str = ""

    def holds(self, row: Mapping[str, Any]) -> bool:
        """Whether the rule's conditions hold for `row`, whose kind is one of the rule's."""
        return all(p.search(_text(row.get(f))) for f, p in self.where.items()) and not any(
            p.search(_text(row.get(f))) for f, p in self.unless.items()
        )


@dataclass(frozen=True, slots=True)
class Count:
    """A stored number: the distinct nodes at the other end of some edges."""

    edges: tuple[str, ...]
    outgoing: bool
    where: Mapping[str, re.Pattern[str]]

    def takes(self, properties: Mapping[str, Any]) -> bool:
        """Whether an edge with these properties counts."""
        return all(p.search(_text(properties.get(f))) for f, p in self.where.items())


@dataclass(frozen=True, slots=True)
class NodeType:
    """A node label. Its key is `id`, under a UNIQUE constraint."""

    label: str
    zh: str
    en: str
    properties: Mapping[str, Property]
    searched: tuple[str, ...]
    rules: tuple[Rule, ...]
    counts: Mapping[str, Count]

    @property
    def fulltext_index(self) -> str:
        """The name of its full-text index, the same in both stores, for `db.index.fulltext.queryNodes`."""
        return f"{self.label}[search]"


@dataclass(frozen=True, slots=True)
class EdgeType:
    """An edge type. Its properties include the evidence, which every edge carries."""

    name: str
    zh: str
    en: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    distinct: tuple[str, ...]
    latest: tuple[str, ...]
    properties: Mapping[str, Property]
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Schema:
    """The whole ontology, in the file's order."""

    nodes: Mapping[str, NodeType]
    edges: Mapping[str, EdgeType]
    evidence: Mapping[str, Property]


@cache
def schema() -> Schema:
    """The declared ontology. Raises ValueError where the file contradicts itself."""
    raw = yaml.load(YAML.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    evidence = _properties(raw["evidence"])
    nodes = {label: _node_type(label, entry) for label, entry in raw["nodes"].items()}
    edges = {name: _edge_type(name, entry, evidence) for name, entry in raw["edges"].items()}
    for complaint in _contradictions(nodes, edges):
        raise ValueError(f"schema.yaml: {complaint}")
    return Schema(nodes, edges, evidence)


def _node_type(label: str, entry: Mapping[str, Any]) -> NodeType:
    counts = {
        name: Count(tuple(c["edges"]), c["direction"] == "out", _patterns(c.get("where")))
        for name, c in entry.get("count", {}).items()
    }
    rules = tuple(map(_rule, entry["made_by"]))
    properties, searched = _properties(entry["properties"]), tuple(entry["searched"])
    return NodeType(label, entry["zh"], entry["en"], properties, searched, rules, counts)


def _edge_type(name: str, entry: Mapping[str, Any], evidence: Mapping[str, Property]) -> EdgeType:
    return EdgeType(
        name,
        entry["zh"],
        entry["en"],
        tuple(entry["from"]),
        tuple(entry["to"]),
        tuple(entry["distinct"]),
        tuple(entry.get("latest", ())),
        {**_properties(entry["properties"]), **evidence},
        tuple(map(_rule, entry["made_by"])),
    )


def _properties(entry: Mapping[str, Mapping[str, str]]) -> dict[str, Property]:
    return {name: Property(name, p["type"], p["zh"], p["en"]) for name, p in entry.items()}  # type: ignore[arg-type]


def _rule(entry: Mapping[str, Any]) -> Rule:
    return Rule(
        tuple(entry["kind"].split("|")),
        _patterns(entry.get("where")),
        _patterns(entry.get("unless")),
        dict(entry.get("set") or {}),
        id=entry.get("id", ""),
        source=entry.get("from", ""),
        target=entry.get("to", ""),
        each=entry.get("each", ""),
    )


def _patterns(entry: Mapping[str, str] | None) -> dict[str, re.Pattern[str]]:
    return {name: re.compile(pattern) for name, pattern in (entry or {}).items()}


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def _contradictions(nodes: Mapping[str, NodeType], edges: Mapping[str, EdgeType]) -> Iterator[str]:
    for label, node in nodes.items():
        if {"name", "search"} - node.properties.keys():
            yield f"{label} lacks name or search"
        if set(node.searched) - node.properties.keys():
            yield f"{label} searches undeclared properties"
        for rule in node.rules:
            if unknown := rule.set.keys() - node.properties.keys():
                yield f"{label} sets undeclared {sorted(unknown)}"
        for name, count in node.counts.items():
            if name not in node.properties or set(count.edges) - edges.keys():
                yield f"{label} counts {name} over unknown edges, or does not declare it"
    folded = {label.casefold() for label in nodes}
    for name, edge in edges.items():
        if name != name.upper() or name.casefold() in folded:
            yield f"{name} must be in capitals and no label's word"
        if (set(edge.sources) | set(edge.targets)) - nodes.keys():
            yield f"{name} stands between unknown labels"
        for rule in edge.rules:
            if unknown := (rule.set.keys() | set(edge.distinct)) - edge.properties.keys():
                yield f"{name} sets undeclared {sorted(unknown)}"
