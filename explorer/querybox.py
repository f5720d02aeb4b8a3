"""A box for one's own read-only Cypher: off unless GONGBAO_QUERY_BOX=1, bounded in time and rows.

The stores themselves refuse to write for a reader; the text is refused beforehand where Neo4j's Community
edition would let a reader do more than read the graph (files, other databases, settings, procedures).
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Generator
from contextlib import closing
from itertools import islice
from queue import Empty, Queue
from threading import BoundedSemaphore, Event, Thread
from typing import Any, cast

import streamlit as st

from explorer import ask
from explorer.show import Column, note, table
from explorer.words import say
from graph.store import Store
from ingest.errors import Problem

ROWS, SECONDS = 500, 10.0
ASKED = 4  # queries that run at a time
_free = BoundedSemaphore(ASKED)
_NOT_CODE = re.compile(r"//[^\n]*|/\*.*?\*/|'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"|(?P<name>`(?:``|[^`])*`)", re.S)
# What a reading query begins with; commands for a server (SHOW, START DATABASE, ALTER, EXPLAIN …) do not.
_BEGINS = frozenset({"MATCH", "OPTIONAL", "UNWIND", "WITH", "RETURN", "CALL"})
# Not where it names a property, as in r.set.
_REFUSED = re.compile(
    r"(?<![A-Za-z_]\.)\b(LOAD\s+CSV|SHOW|TERMINATE|USE|CREATE|INSERT|MERGE|SET|DELETE|REMOVE|DROP|FOREACH)\b",
    re.I,
)
_CALLS = re.compile(r"\bCALL\s+([A-Za-z_][\w.]*)", re.I)
_ALLOWED = re.compile(r"db\.(labels|relationshipTypes|propertyKeys|schema\.\w+|index\.fulltext\.query\w+)", re.I)


def refusal(cypher: str) -> str | None:
    """The word for which the box won't run `cypher`, None if it will.

    Strings, comments and quoted names are looked past: MATCH (n) WHERE n.name = 'SET' RETURN n runs. A quoted
    name still is one: CALL `apoc`.load.json() calls a procedure. Neo4j reads \\u0053ET as SET, wherever it
    stands, so that escapes are not taken at all.
    """
    if "\\u" in cypher.lower():
        return "\\u"
    code = _NOT_CODE.sub(lambda found: "_quoted_" if found["name"] else " ", cypher).strip().removesuffix(";")
    if ";" in code:
        return ";"
    first = re.match(r"\w*", code)
    if first and first[0].upper() not in _BEGINS:
        return first[0].upper()
    if found := _REFUSED.search(code):
        return " ".join(found[1].upper().split())
    called = [name for name in _CALLS.findall(code) if not _ALLOWED.fullmatch(name)]
    return f"CALL {called[0]}" if called else None


def box() -> None:
    """The box, where it is switched on."""
    if os.environ.get("GONGBAO_QUERY_BOX") != "1":
        return
    with st.form("cypher"):
        cypher = st.text_area(
            "Cypher",
            "MATCH (g:Group)\nRETURN g.name, g.members\nORDER BY g.members DESC LIMIT 20",
            height=120,
        )
        asked = st.form_submit_button(
            say(
                f"查询（只读，最多 {ROWS} 行、{SECONDS:.0f} 秒）",
                f"Ask (read-only, at most {ROWS} rows and {SECONDS:.0f} s)",
            )
        )
    if not asked:
        return
    if word := refusal(cypher):
        note(say(f"此处只读图，不接受 {word}。", f"The box only reads the graph and takes no {word}."))
        return
    try:
        rows = _bounded(cypher)
    except Problem as problem:
        note(say(problem.zh, problem.en))
        return
    if rows is None:
        note(say("先前的查询还在运行，请稍候再问。", "Earlier queries are still running: ask again in a while."))
        return
    names = list(rows[0]) if rows else []
    table(
        "cypher",
        [Column(name, name) for name in names],
        [[_said(row[name]) for name in names] for row in rows],
        title=say("答案", "Answer"),
    )


def _bounded(cypher: str) -> list[ask.Row] | None:
    """The first ROWS rows that come within SECONDS; None while ASKED queries whose time is over still run.

    The embedded store ignores the limit it is told, and lets go of an answer only when it has all of it: the rows
    are fetched aside, and who fetches them is not waited for.
    """
    if not _free.acquire(blocking=False):
        return None
    come: Queue[ask.Row | Problem | None] = Queue()
    over = Event()
    Thread(target=_fetch, args=(ask.store(), cypher, come, over), daemon=True).start()
    until, rows = time.monotonic() + SECONDS, list[ask.Row]()
    try:
        while (row := come.get(timeout=max(until - time.monotonic(), 0.01))) is not None:
            if isinstance(row, Problem):
                raise row
            rows.append(row)
    except Empty:
        over.set()
        if not rows:
            late = f"{SECONDS:.0f}"
            raise Problem(f"{late} 秒内没有答案：请缩小查询", f"no answer within {late} s: narrow the query") from None
    return rows


def _fetch(store: Store, cypher: str, come: Queue[ask.Row | Problem | None], over: Event) -> None:
    """Put rows into `come` until there are ROWS, the store has no more, or `over` is set; None ends them."""
    try:
        stream = cast("Generator[ask.Row, None, None]", store.stream(cypher, timeout=SECONDS))
        with closing(stream) as rows:
            for row in islice(rows, ROWS):
                if over.is_set():
                    break
                come.put(row)
            come.put(None)
    except Problem as problem:
        come.put(problem)
    finally:
        _free.release()


def _said(value: Any) -> Any:
    return value if value is None or isinstance(value, str | int | float) else str(value)
