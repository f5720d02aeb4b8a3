"""What the pages of people, units, groups and documents share: finding the node, its neighbourhood,
printing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from explorer import ask, day, drawing
from explorer import ask_entity as asks
from explorer.address import asked, place
from explorer.ask import Row
from explorer.show import ROLE, SOURCE, Cell, Column, Sections, facts, node, note, source, text, title
from explorer.surroundings import Surroundings
from explorer.words import say

POST_TIES = {
    "HOLDS_POST": ("任", "in office"),
    "APPOINTED_TO": ("任命", "appointed"),
    "REMOVED_FROM": ("免去", "removed"),
}
NEAR = 36  # relations of a neighbourhood drawn on an entity's page; more are left to the network page


def found(label: str) -> Row | None:
    """The node of the address; tells the visitor when there is none."""
    key = asked("id")
    entry = ask.node(label, key) if key else None
    if entry is None:
        title(say("没有找到", "Not found"))
        note(
            say(
                "图中没有这一条目：地址有误，或公报已重新读入。请用上方搜索框查找。",
                "The graph holds no such entry: the address is wrong, or the gazettes were read anew. Use the search box above.",
            )
        )
    return entry


def printing() -> bool:
    """Whether the page is asked for as a printable one: no tools, no drawing."""
    return asked("print") == "1"


def moment(page: str) -> date | None:
    """The day that a page tells of: the slider's or, on a printable page, which has none, the address's."""
    return day.picked() if printing() else day.slider(page)


def halves() -> list[DeltaGenerator]:
    """Where the facts and the drawing stand: side by side or, on a printable page, one below the other."""
    return [st.container(), st.container()] if printing() else st.columns([1, 2], gap="medium")


def add_tasks(sections: Sections, label: str, key: str) -> None:
    """The tasks that someone is named for, on a person's or a unit's page."""
    sections.add(
        "tasks",
        "任务",
        "Tasks",
        (ROLE, Column("任务", "Task", size="wide"), Column("时限", "Deadline", size="mid"), SOURCE),
        (
            (r["role"], node("Task", r["task_id"], r["text"] or r["task"]), r["deadline"], source(r))
            for r in asks.tasks_of(label, key)
        ),
    )


def tools(page: str, entry: Row) -> None:
    """The ways on from an entity's page: its network, the printable page, back from it."""
    here: dict[str, Any] = {"id": entry["id"], "type": entry["label"] if page == "thing" else None}
    cells: list[Cell] = [text(say("在关系网中打开", "Open in the network"), place("network", ids=entry["id"]))]
    if page in ("person", "group", "unit"):
        cells.append(text(say("打印版", "Printable page"), place(page, **here, print=1)))
    with st.container(key="noprint"):
        if printing():
            cells = [text(say("返回", "Back"), place(page, **here))]
        facts("tools", [(say("查看", "View"), cells)])


def neighbourhood(entry: Row, when: date | None) -> None:
    """The node and what it is tied to, drawn; the largest neighbourhoods are cut to their first relations."""
    if printing():
        return
    around = Surroundings(when)
    nodes, edges = around.neighbours([entry["id"]], limit=NEAR)
    if len(nodes) < 2:
        return
    inner = around.among(key for key, found in nodes.items() if found["label"] != "Document")[1]
    drawing.draw(
        f"near-{entry['label'].lower()}", nodes, {**inner, **edges}, focus=[entry["id"]], beside=[entry["id"]], height=400
    )
    if len(edges) >= NEAR:
        note(
            say(
                f"关系较多，图中先画 {NEAR} 条；全部见下表和关系网。",
                f"Of many relations {NEAR} are drawn here; the tables and the network have all.",
            )
        )


def others(entry: Mapping[str, Any]) -> str:
    """The entry's other names, as one line."""
    return say("、", ", ").join(alias for alias in entry.get("aliases") or () if alias != entry["name"])
