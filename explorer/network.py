"""The network: any nodes with what surrounds them, expanded, cut, filtered by type, role, document and day.

Everything but the places of the nodes stands in the address, so that a link opens the same view:
    /network?ids=a1…,b2…&depth=1&open=c3…&gone=d4…&hide=Document&roles=组长&docs=…&day=2021-05-20
"""

from __future__ import annotations

import time
from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from explorer import ask, day, drawing, saved
from explorer.access import may_write
from explorer.address import asked, given, place, put, taken
from explorer.ask import Row
from explorer.show import begin, facts, note, text, title
from explorer.surroundings import Graph, Surroundings
from explorer.words import say, term

STALE = 300.0  # seconds for which fetched surroundings are used again
KEPT = ("ids", "open", "gone", "depth", "hide", "roles", "docs", "day")


def page() -> None:
    """The network page."""
    title(say("关系网", "Network"))
    view = saved.view(asked("view")) if asked("view") else None
    if view and not asked("ids"):
        put(**view.params)
    _choose()
    _explore(view.places if view else {})


def _listed(name: str) -> list[str]:
    return [item for item in asked(name).split(",") if item]


def _choose() -> None:
    """What the drawing is about: names picked from the graph; the largest group when nothing is."""
    if not asked("ids"):
        largest = ask.largest_groups(1) or ask.busiest_people(1)
        put(ids=largest[0]["id"] if largest else None)
    names = ask.names()
    here = [key for key in _listed("ids") if key in names]
    given("network-focus", "ids", here)
    chosen = st.multiselect(
        say("以谁为中心（可输入名称查找）", "Whose network (type a name to find it)"),
        list(names),
        key="network-focus",
        format_func=lambda key: names.get(key, key),
        placeholder=say("人员、机构、议事协调机构", "People, units, groups"),
    )
    if chosen != here:
        put(open=None, gone=None, view=None)
        taken("network-focus", "ids", ",".join(chosen))
    else:
        taken("network-focus", "ids", asked("ids"))


@st.fragment
def _explore(places: dict[str, Any]) -> None:
    """The drawing with its filters and table; a click redraws these alone."""
    focus = _listed("ids")
    if not focus:
        note(say("还没有可画的内容：请在上面选择。", "Nothing to draw yet: choose people, units or groups above."))
        if not any(ask.counts().values()):
            begin()
        return
    left, right = st.columns([1, 3], gap="medium")
    with left:
        when = day.slider("network")
        depth = _depth()
    whole = _reached(focus, depth, when)
    with left:
        nodes, edges = _filtered(whole, focus)
    with right:
        drawing.draw(
            "network",
            nodes,
            edges,
            focus=focus,
            hear=_hear,
            positions=places,
            view=asked("view"),
            height=600,
        )
    drawing.edge_table("relations", nodes, edges)
    _files(nodes, edges)
    _saved_views()


def _depth() -> int:
    steps = {"1": say("1 层", "1 step"), "2": say("2 层", "2 steps"), "3": say("3 层", "3 steps")}
    given("network-depth", "depth", asked("depth") if asked("depth") in steps else "1")
    chosen = st.segmented_control(
        say("周围", "Depth"), list(steps), key="network-depth", format_func=lambda key: steps[key]
    )
    taken("network-depth", "depth", chosen if chosen and chosen != "1" else None)
    return int(chosen or 1)


def _reached(focus: list[str], depth: int, when: date | None) -> Graph:
    """What `depth` steps from the focus reach, and one step from every node that was expanded, without
    those removed."""
    hidden = set(_listed("hide"))
    around = _surroundings(when)
    nodes: dict[str, Row] = {}
    edges: dict[str, Row] = {}
    frontier = focus
    for _ in range(depth):
        more_nodes, more_edges = around.neighbours(frontier)
        frontier = [key for key, found in more_nodes.items() if key not in nodes and found["label"] not in hidden]
        nodes |= more_nodes
        edges |= more_edges
        if len(nodes) > drawing.MANY:
            break
    if opened := _listed("open"):
        more_nodes, more_edges = around.neighbours(opened)
        nodes, edges = nodes | more_nodes, edges | more_edges
    for key in _listed("gone"):
        nodes.pop(key, None)
    if len(nodes) <= drawing.MANY:
        edges |= around.among(nodes)[1]
    return nodes, edges


def _surroundings(when: date | None) -> Surroundings:
    """What this session has fetched for the day; fetched anew after a while, for the graph may have been
    rebuilt."""
    held = st.session_state.get("network-around")
    if held is None or held[0] != when or time.monotonic() - held[1] > STALE:
        held = (when, time.monotonic(), Surroundings(when))
        st.session_state["network-around"] = held
    kept: Surroundings = held[2]
    return kept


def _filtered(whole: Graph, focus: list[str]) -> Graph:
    """Types, roles and documents that the visitor wants to see; nodes that lose their last relation go
    with it."""
    nodes, edges = whole
    present = [label for label in ask.LABELS if any(found["label"] == label for found in nodes.values())]
    widget = f"network-types-{'-'.join(present)}"
    given(widget, "hide", [label for label in present if label not in _listed("hide")])
    kept = st.pills(say("类型", "Types"), present, selection_mode="multi", wrap=True, format_func=term, key=widget)
    away = [label for label in _listed("hide") if label in ask.LABELS and label not in present]
    taken(widget, "hide", ",".join([*(label for label in present if label not in kept), *away]))
    roles = _picked("roles", say("角色", "Roles"), sorted({drawing.edge_word(edge) for edge in edges.values()}))
    docs = _picked(
        "docs",
        say("文号", "Documents"),
        sorted({str(edge["doc_no"]) for edge in edges.values() if edge.get("doc_no")}),
    )
    shown = {key: found for key, found in nodes.items() if found["label"] in kept or key in focus}
    lines = {
        key: edge
        for key, edge in edges.items()
        if edge["from"] in shown
        and edge["to"] in shown
        and (not roles or drawing.edge_word(edge) in roles)
        and (not docs or edge.get("doc_no") in docs)
    }
    if roles or docs:
        tied = {edge[end] for edge in lines.values() for end in ("from", "to")} | set(focus)
        shown = {key: found for key, found in shown.items() if key in tied}
    return shown, lines


def _picked(name: str, label: str, options: list[str]) -> list[str]:
    widget = f"network-{name}"
    given(widget, name, [item for item in _listed(name) if item in options])
    chosen = st.multiselect(label, options, key=widget, placeholder=say("不限", "any"))
    taken(widget, name, ",".join(chosen))
    return chosen


def _hear(event: str, value: Any) -> None:
    """Expand, remove: written into the address before the page is drawn again. Keep: asks for a name."""
    if event == "expand":
        put(open=",".join(dict.fromkeys([*_listed("open"), str(value)])))
    elif event == "remove":
        put(
            gone=",".join(dict.fromkeys([*_listed("gone"), str(value)])),
            open=",".join(key for key in _listed("open") if key != value),
        )
    elif event == "keep":
        st.session_state["network-keep"] = value


def _files(nodes: dict[str, Row], edges: dict[str, Row]) -> None:
    words = {key: drawing.edge_word(edge) for key, edge in edges.items()}
    note(say("供 Gephi 等工具使用：", "For Gephi and other tools:"))
    with st.container(horizontal=True):
        for kind in ("graphml", "gexf"):
            st.download_button(
                f"{kind.upper() if kind == 'gexf' else 'GraphML'} ↓",
                partial(drawing.as_file, kind, nodes, edges, words),
                file_name=f"gongbao-network.{kind}",
                mime="application/xml",
                on_click="ignore",
                key=f"file-{kind}",
            )
        if asked("gone") and st.button(say("恢复移除的节点", "Bring back removed nodes"), key="network-back"):
            put(gone=None)
            st.rerun(scope="fragment")


def _saved_views() -> None:
    places = st.session_state.get("network-keep")
    if places and may_write():
        with st.form("network-keep-form", border=True):
            name = st.text_input(say("视图名称", "Name of the view"))
            if st.form_submit_button(say("保存", "Save")) and name.strip():
                kept = saved.save(name.strip(), {key: asked(key) for key in KEPT if asked(key)}, places)
                del st.session_state["network-keep"]
                put(view=kept.id)
                st.rerun(scope="fragment")
    if found := saved.views():
        facts(
            "views",
            [
                (
                    say("保存的视图", "Saved views"),
                    [text(v.name, place("network", view=v.id, **v.params)) for v in found],
                )
            ],
        )
