"""A box for one's own read-only Cypher: off unless GONGBAO_QUERY_BOX=1, bounded in time and rows.

The stores themselves refuse to write for a reader; the text is refused beforehand where Neo4j's Community
edition would let a reader do more than read the graph (files, other databases, settings, procedures).
"""

from __future__ import annotations

import os
import re
import time
from typing import Any

import streamlit as st

from explorer import ask
from explorer.show import Column, note, table
from explorer.words import say
from ingest.errors import Problem

ROWS, SECONDS = 500, 10.0
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
    names = list(rows[0]) if rows else []
    table(
        "cypher",
        [Column(name, name) for name in names],
        [[_said(row[name]) for name in names] for row in rows],
        title=say("答案", "Answer"),
    )


def _bounded(cypher: str) -> list[ask.Row]:
    """The first ROWS rows that come within SECONDS; the store is told the limit too, but one of the two
    ignores it."""
    until = time.monotonic() + SECONDS
    rows: list[ask.Row] = []
    for row in ask.store().stream(cypher, timeout=SECONDS):
        rows.append(row)
        if len(rows) == ROWS or time.monotonic() > until:
            break
    return rows


def _said(value: Any) -> Any:
    return value if value is None or isinstance(value, str | int | float) else str(value)
