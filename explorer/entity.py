"""What the pages of people, units, groups and documents share: finding the node, its neighbourhood,
printing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import streamlit as st

from explorer import ask, drawing
from explorer.address import asked, place
from explorer.ask import Row
from explorer.show import Cell, facts, note, text, title
from explorer.surroundings import Surroundings
from explorer.words import say

NEAR = 36  # relations of a neighbourhood drawn on an entity's page; more are left to the network page


def found(label: str) -> Row | None:
    """The node of the address; tells the visitor when there is none."""
    node_id = asked("id")
    node = ask.node(label, node_id) if node_id else None
    if node is None:
        title(say("没有找到", "Not found"))
        note(
            say(
                "图中没有这一条目：地址有误，或公报已重新读入。请用上方搜索框查找。",
                "The graph holds no such entry: the address is wrong, or the gazettes were read anew. Use the search box above.",
            )
        )
    return node


def printing() -> bool:
    """Whether the page is asked for as a printable one: no tools, no drawing."""
    return asked("print") == "1"


def tools(page: str, node: Row) -> None:
    """The ways on from an entity's page: its network, the printable page, back from it."""
    here: dict[str, Any] = {"id": node["id"], "type": node["label"] if page == "thing" else None}
    cells: list[Cell] = [text(say("在关系网中打开", "Open in the network"), place("network", ids=node["id"]))]
    if page in ("person", "group", "unit"):
        cells.append(text(say("打印版", "Printable page"), place(page, **here, print=1)))
    with st.container(key="noprint"):
        if printing():
            cells = [text(say("返回", "Back"), place(page, **here))]
        facts("tools", [(say("查看", "View"), cells)])


def neighbourhood(node: Row, when: date | None) -> None:
    """The node and what it is tied to, drawn; the largest neighbourhoods are cut to their first relations."""
    if printing():
        return
    around = Surroundings(when)
    nodes, edges = around.neighbours([node["id"]], limit=NEAR)
    if len(nodes) < 2:
        return
    inner = around.among(key for key, found in nodes.items() if found["label"] != "Document")[1]
    drawing.draw(
        f"near-{node['label'].lower()}", nodes, {**inner, **edges}, focus=[node["id"]], beside=[node["id"]], height=430
    )
    if len(edges) >= NEAR:
        note(
            say(
                f"关系较多，图中先画 {NEAR} 条；全部见下表和关系网。",
                f"Of many relations {NEAR} are drawn here; the tables and the network have all.",
            )
        )


def others(node: Mapping[str, Any]) -> str:
    """The node's other names, as one line."""
    return say("、", ", ").join(alias for alias in node.get("aliases") or () if alias != node["name"])
