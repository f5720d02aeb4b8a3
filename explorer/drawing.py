"""Rows of the graph as a drawing: what each node and edge looks like, and the component's data.

Over FEW nodes the layout is a draft, over MANY nothing is drawn and the visitor is asked to narrow the
question.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import Any

import streamlit as st

from explorer import parts
from explorer.address import PAGE_OF, common, go
from explorer.ask import Row
from explorer.show import Column, Line, note, source, table
from explorer.show import node as node_cell
from explorer.theme import SIGNS
from explorer.words import day as iso
from explorer.words import say, term

FEW, MANY = 500, 3000
TOLD = ("role", "since", "until", "doc_no", "date", "source")  # of an edge, to other tools
NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
LABEL = {"Task": 14, "Post": 16, "Permit": 16}  # characters under a node; other types have 26


def drawn_as(edges: Mapping[str, Row]) -> dict[str, str]:
    """For each edge the one that stands for it in the drawing: the latest of those that say the same of
    the same two."""
    latest: dict[tuple[Any, ...], str] = {}
    for key, edge in edges.items():
        latest[edge["from"], edge["to"], edge["tie"], edge_word(edge)] = key
    return {key: latest[edge["from"], edge["to"], edge["tie"], edge_word(edge)] for key, edge in edges.items()}


def edge_word(edge: Mapping[str, Any]) -> str:
    """What stands on an edge: the printed role, label or mode, else the type's own word."""
    return str(edge.get("role") or edge.get("label") or edge.get("mode") or term(str(edge["tie"])))


def draw(
    key: str,
    nodes: Mapping[str, Row],
    edges: Mapping[str, Row],
    *,
    focus: Iterable[str] = (),
    explore: bool = False,
    positions: Mapping[str, Any] | None = None,
    view: str = "",
    height: int = 520,
) -> Any:
    """The drawing; its events (`expand`, `centre`, `remove`, `keep`) come back, links are followed. None
    when too large."""
    if len(nodes) > MANY:
        note(
            say(
                f"共 {len(nodes):,} 个节点，超过 {MANY:,} 个就看不清了。请缩小范围：限定类型、角色、日期，或减少展开的层数。",
                f"{len(nodes):,} nodes: above {MANY:,} nothing can be made out. Narrow it by type, role, date or depth.",
            )
        )
        return None
    focused, drawn = set(focus), drawn_as(edges)
    counted = Counter(found["label"] for found in nodes.values())
    data: dict[str, Any] = {
        "nodes": [_node_data(found, found["id"] in focused) for found in nodes.values()],
        "edges": [
            _edge_data(edge) for key, edge in edges.items() if drawn[key] == key and edge["from"] in nodes and edge["to"] in nodes
        ],
        "legend": [
            {
                "glyph": SIGNS[label].glyph,
                "colour": SIGNS[label].colour,
                "text": term(label),
                "count": counted[label],
            }
            for label in SIGNS
            if counted[label]
        ],
        "positions": positions or {},
        "view": view,
        "common": common(),
        "page_of": PAGE_OF,
        "explore": explore,
        "file": f"gongbao-{key}",
        "words": _words(),
    }
    data["version"] = hashlib.blake2b(json.dumps(data, sort_keys=True).encode(), digest_size=8).hexdigest()
    st.html(f"<style>:root {{ --gb-canvas: {height}px; }}</style>")
    happened = parts.network(data, key=f"network-{key}")
    go(happened.go)
    return happened


def _node_data(found: Row, focus: bool) -> Row:
    sign = SIGNS[found["label"]]
    name = str(found["name"])
    return {
        "id": found["id"],
        "name": name,
        "label": _short(name, LABEL.get(found["label"], 26)),
        "kind": term(found["label"]),
        "shape": sign.shape,
        "colour": sign.colour,
        "width": sign.width,
        "height": sign.height,
        "glyph": sign.glyph,
        "focus": focus,
        "type": found["label"],
        "note": found.get("doc_no") or found.get("deadline") or "",
    }


def _short(name: str, most: int) -> str:
    return name if len(name) <= most else name[: most - 1] + "…"


def _edge_data(edge: Row) -> Row:
    term_of = " – ".join(filter(None, (iso(edge.get("since")), iso(edge.get("until")))))
    return {
        "id": edge["id"],
        "source": edge["from"],
        "target": edge["to"],
        "label": edge_word(edge),
        "kind": term(edge["tie"]),
        "near": bool(edge.get("leads")) or edge["tie"] == "LEADS_TASK",
        "past": edge.get("until") is not None,
        "note": " · ".join(filter(None, (edge.get("doc_no"), term_of or iso(edge.get("date"))))),
        "at": [edge["source"], edge["start"], edge["end"]] if edge.get("start") is not None else None,
    }


def _words() -> dict[str, str]:
    pairs = {
        "expand": ("展开", "Expand"),
        "expand_help": (
            "加入所选节点的邻居（双击或回车）",
            "Add what the chosen node is tied to (double click or Enter)",
        ),
        "centre": ("以此为中心", "Centre"),
        "centre_help": ("只看所选节点及其周围", "Show the chosen node and its surroundings only"),
        "remove": ("移除", "Remove"),
        "remove_help": ("从图中移除所选节点（Delete）", "Take the chosen node out of the drawing (Delete)"),
        "pin": ("固定", "Pin"),
        "pin_help": (
            "固定所选节点的位置，再按一次松开",
            "Keep the chosen node in its place; again to free it",
        ),
        "relay": ("重排", "Arrange"),
        "fit": ("全图", "Fit"),
        "bigger": ("放大", "Zoom in"),
        "smaller": ("缩小", "Zoom out"),
        "png": ("PNG ↓", "PNG ↓"),
        "svg": ("SVG ↓", "SVG ↓"),
        "keep": ("保存视图", "Save view"),
        "hint": (
            "点选查看；双击展开；方向键逐个走",
            "Click to choose, double click to expand, arrow keys to walk",
        ),
        "ties": ("{n} 条关系", "{n} relations"),
        "evidence": ("查看原文", "Evidence"),
        "past": ("虚线：已结束", "dashed: ended"),
        "canvas": (
            "关系图：{n} 个节点，{m} 条关系；下表列出同样的内容",
            "Network of {n} nodes and {m} relations; the table below lists the same",
        ),
    }
    return {name: say(zh, en) for name, (zh, en) in pairs.items()}


def edge_table(key: str, nodes: Mapping[str, Row], edges: Mapping[str, Row]) -> None:
    """The drawing as a table: a click on a row marks the relation in the drawing and the other way round."""
    drawn = drawn_as(edges)
    rows = [
        Line(
            (
                _end(nodes[e["from"]]),
                edge_word(e),
                _end(nodes[e["to"]]),
                iso(e.get("since") or e.get("date")),
                iso(e.get("until")),
                source(e),
            ),
            id=drawn[e["id"]],
            past=e.get("until") is not None,
        )
        for e in edges.values()
        if e["from"] in nodes and e["to"] in nodes
    ]
    table(
        key,
        (
            Column("自", "From"),
            Column("关系", "Relation"),
            Column("至", "To"),
            Column("起", "Since", size="short"),
            Column("止", "Until", size="short"),
            Column("出处", "Source"),
        ),
        rows,
        title=say("图中的关系", "Relations drawn"),
        limit=40,
    )


def _end(found: Row) -> Any:
    return node_cell(found["label"], found["id"], found["name"], signed=True)


def as_file(kind: str, nodes: Mapping[str, Row], edges: Mapping[str, Row], words: Mapping[str, str]) -> bytes:
    """The drawing for Gephi and its like: `graphml` or `gexf`; `words` is what stands on each edge, by
    its id.

    Runs outside the page, so that it can't ask for the visitor's language.
    """
    import networkx as nx

    graph: Any = nx.MultiDiGraph()
    for key, found in nodes.items():
        graph.add_node(key, label=_for_xml(found["name"]), type=found["label"])
    for key, edge in edges.items():
        if edge["from"] in nodes and edge["to"] in nodes:
            told = {name: _for_xml(edge[name]) for name in TOLD if edge.get(name)}
            graph.add_edge(edge["from"], edge["to"], key=key, type=edge["tie"], label=_for_xml(words[key]), **told)
    out = BytesIO()
    (nx.write_graphml if kind == "graphml" else nx.write_gexf)(graph, out)
    return out.getvalue()


def _for_xml(value: Any) -> str:
    """A value as text without the control characters that XML can't hold, form feeds of a PDF among them."""
    return NO_XML.sub(" ", str(value))
