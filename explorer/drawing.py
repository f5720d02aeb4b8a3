"""Rows of the graph as a drawing: what each node and edge looks like, and the component's data.

Over MANY nodes nothing is drawn and the visitor is asked to narrow the question.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import Any

from explorer import parts
from explorer.address import PAGE_OF, common
from explorer.ask import Row
from explorer.show import Column, Line, note, source, table
from explorer.show import node as node_cell
from explorer.theme import SIGNS
from explorer.words import day as iso
from explorer.words import say, term

MANY = 3000
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
    beside: Iterable[str] = (),
    hear: parts.Hear | None = None,
    positions: Mapping[str, Any] | None = None,
    view: str = "",
    height: int = 520,
) -> None:
    """The drawing, or the wish to narrow the question. `hear` takes its events (`expand`, `remove`, `keep`);
    without it a double click leads on to the network of the node and of those `beside` it."""
    if len(nodes) > MANY:
        note(
            say(
                f"共 {len(nodes):,} 个节点，超过 {MANY:,} 个就看不清了。请缩小范围：限定类型、角色、日期，或减少展开的层数。",
                f"{len(nodes):,} nodes: above {MANY:,} nothing can be made out. Narrow it by type, role, date or depth.",
            )
        )
        return
    focused, drawn = set(focus), drawn_as(edges)
    counted = Counter(found["label"] for found in nodes.values())
    data = {
        "types": {label: _type_data(label, counted[label]) for label in SIGNS if counted[label]},
        "ties": {tie: term(tie) for tie in sorted({edge["tie"] for edge in edges.values()})},
        "nodes": [_node_data(found, found["id"] in focused) for found in nodes.values()],
        "edges": [
            _edge_data(edge) for key, edge in edges.items() if drawn[key] == key and edge["from"] in nodes and edge["to"] in nodes
        ],
        "positions": positions or {},
        "view": view,
        "common": common(),
        "page_of": PAGE_OF,
        "explore": hear is not None,
        "beside": list(beside),
        "file": f"gongbao-{key}",
        "height": height,
        "words": _words(),
    }
    parts.network(data, f"network-{key}", hear)


def _type_data(label: str, count: int) -> Row:
    """How nodes of a type look, and their entry in the legend."""
    return {**SIGNS[label]._asdict(), "kind": term(label), "room": LABEL.get(label, 26), "count": count}


def _node_data(found: Row, focus: bool) -> Row:
    data = {"id": found["id"], "name": str(found["name"]), "type": found["label"]}
    told = found.get("doc_no") or found.get("deadline")
    return {**data, **({"focus": True} if focus else {}), **({"note": told} if told else {})}


def _edge_data(edge: Row) -> Row:
    data = {"id": edge["id"], "source": edge["from"], "target": edge["to"], "tie": edge["tie"], "label": edge_word(edge)}
    if edge.get("leads") or edge["tie"] == "LEADS_TASK":
        data["near"] = True
    if edge.get("until") is not None:
        data["past"] = True
    term_of = " – ".join(filter(None, (iso(edge.get("since")), iso(edge.get("until")))))
    if told := " · ".join(filter(None, (edge.get("doc_no"), term_of or iso(edge.get("date"))))):
        data["note"] = told
    if edge.get("start") is not None:
        data["at"] = [edge["source"], edge["start"], edge["end"]]
    return data


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
