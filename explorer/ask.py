"""What the pages ask of the graph: the store, held open for the whole process, and the questions all
pages share.

Every value from a visitor or a gazette is a parameter. Dates go in as dates and come out as ISO strings.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from datetime import date
from typing import Any

import streamlit as st

from graph.schema import schema
from graph.store import Store, open_store
from queries.params import simplified

Row = dict[str, Any]
LABELS = tuple(schema().nodes)
LONGEST = 200  # characters of a search that count
# What the search box finds, in the order in which equals are listed.
FOUND = ("Person", "Organisation", "Group", "Document", "Task", "Field", "Post")


@st.cache_resource(show_spinner=False)
def _opened(target: str | None) -> Store:
    return open_store(target)


def store() -> Store:
    """The graph that `gongbao app` was started with. Raises Problem when it can't be reached."""
    return _opened(os.environ.get("GONGBAO_GRAPH") or None)


def read(cypher: str, **params: Any) -> list[Row]:
    """The rows of a read-only query, dates as ISO strings. Raises Problem, one of `graph.bolt`'s."""
    return [{key: _plain(value) for key, value in row.items()} for row in store().read(cypher, params)]


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return value.isoformat() if isinstance(value, date) else value


def as_date(text: str | None) -> date | None:
    """An ISO date of the address, None for anything else."""
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None


# What a relation must be to hold on a day; $day null asks for all of them. A membership has its own term, a
# post is known from a day on, everything else counts from its document's date.
def on_day(edge: str) -> str:
    """The Cypher condition that `edge` had begun by $day and had not ended on it."""
    return (
        f"($day IS NULL OR ((coalesce({edge}.since, {edge}.date) IS NULL OR coalesce({edge}.since,"
        f" {edge}.date) <= $day)"
        f" AND ({edge}.until IS NULL OR {edge}.until > $day)))"
    )


def evidence(edge: str) -> str:
    """The columns that lead to an edge's evidence."""
    return ", ".join(f"{edge}.{name} AS {name}" for name in ("doc_no", "date", "source", "start", "end", "page", "evidence"))


# --- the whole graph ------------------------------------------------------------------------------------


def counts() -> dict[str, int]:
    """How many nodes of each type."""
    return {label: read(f"MATCH (n:{label}) RETURN count(n) AS n")[0]["n"] for label in LABELS}


def counties() -> list[Row]:
    """For each jurisdiction how many people, units, groups and documents, largest first.

    Documents print it in full or in traditional characters: 吴忠市利通区 counts for 利通区.
    """
    places = read("MATCH (j:Jurisdiction) RETURN j.name AS name, j.aliases AS aliases ORDER BY j.name")
    known = {alias: row["name"] for row in places for alias in (*row["aliases"], row["name"])}
    table: dict[str, Row] = {}
    for label in ("Person", "Organisation", "Group", "Document"):
        for row in read(f"MATCH (n:{label}) RETURN n.jurisdiction AS county, count(n) AS n ORDER BY county"):
            printed = row["county"] or ""
            county = known.get(printed) or known.get(simplified(printed)) or _ending(printed, known) or printed
            counted = table.setdefault(county, {"county": county})
            counted[label] = counted.get(label, 0) + row["n"]
    return sorted(table.values(), key=lambda row: (-row.get("Document", 0), -row.get("Person", 0), row["county"]))


def _ending(printed: str, known: dict[str, str]) -> str | None:
    """The place whose name `printed` ends with, after those it lies in."""
    return next((name for alias, name in known.items() if len(alias) > 2 and printed.endswith(alias)), None)


def documents_by_year() -> list[Row]:
    """`year`, `n`, oldest first; undated documents last."""
    return read("MATCH (d:Document) RETURN d.year AS year, count(d) AS n ORDER BY year IS NULL, year")


def largest_groups(limit: int = 12) -> list[Row]:
    """The groups with most members."""
    return read(
        "MATCH (g:Group) WHERE g.members > 0 RETURN g.id AS id, g.name AS name, g.members AS members"
        " ORDER BY g.members DESC, g.people DESC, g.id LIMIT $limit",
        limit=limit,
    )


def busiest_people(limit: int = 12) -> list[Row]:
    """The people in most groups."""
    return read(
        "MATCH (p:Person) WHERE p.groups_count > 0 RETURN p.id AS id, p.name AS name, p.groups_count AS"
        " groups,"
        " p.leads_count AS leads ORDER BY p.groups_count DESC, p.leads_count DESC, p.id LIMIT $limit",
        limit=limit,
    )


def busiest_units(limit: int = 12) -> list[Row]:
    """The units named for most tasks."""
    return read(
        "MATCH (u:Organisation) WHERE u.tasks_count > 0 RETURN u.id AS id, u.name AS name, u.tasks_count AS"
        " tasks"
        " ORDER BY u.tasks_count DESC, u.id LIMIT $limit",
        limit=limit,
    )


def days() -> list[str]:
    """The dates on which a document changed something, oldest first."""
    return [row["day"] for row in read("MATCH (d:Document) WHERE d.date IS NOT NULL RETURN DISTINCT d.date AS day ORDER BY day")]


# --- finding --------------------------------------------------------------------------------------------


def search(words: str, limit: int = 8, labels: tuple[str, ...] = FOUND) -> dict[str, list[Row]]:
    """For each type the nodes whose names, other names or text hold all of `words`, best first.

    財政 finds 县财政局. When nothing holds the words as they stand, names that hold their characters in
    order do:
    乡村振兴小组 finds 乡村振兴示范创建工作领导小组.
    """
    if not words.strip():
        return {}
    found = {label: _holding(label, words, limit) for label in labels}
    if not any(found.values()):
        signs = [re.escape(sign) for sign in simplified(words[:LONGEST]) if not sign.isspace()]
        pattern = "".join(f"[^{sign}]*{sign}" for sign in signs) + ".*"  # one way to match only: a long one is soon done
        found = {label: _by_pattern(label, pattern, limit) for label in labels if label != "Task"}
    posts = posts_of([row["id"] for row in found.get("Person", ())])
    for row in found.get("Person", ()):
        row["note"] = posts.get(row["id"]) or row["note"]
    return {label: rows for label, rows in found.items() if rows}


def all_of(label: str, limit: int = 1000) -> list[Row]:
    """The nodes of a type, weightiest first."""
    return read(
        f"MATCH (n:{label}) RETURN n.id AS id, n.name AS name, {_HIT.get(label, _PLAIN)}"
        " ORDER BY weight DESC, n.name, n.id LIMIT $limit",
        limit=limit,
    )


def names(limit: int = 5000) -> dict[str, str]:
    """Name of the weightiest groups, people and units by id, for a list to pick from; people who share a name
    with their post."""
    rows = [row for label in ("Group", "Person", "Organisation") for row in all_of(label, limit)]
    shared = {name for name, times in Counter(row["name"] for row in rows).items() if times > 1}
    posts = posts_of([row["id"] for row in rows if row["name"] in shared])
    return {row["id"]: row["name"] + (f"（{posts[row['id']]}）" if row["id"] in posts else "") for row in rows}


def posts_of(people: list[str]) -> dict[str, str]:
    """The latest post that each of these people holds, by the person's id: it tells namesakes apart."""
    found: dict[str, str] = {}
    for row in read(
        "UNWIND $ids AS key MATCH (p:Person {id: key})-[r:HOLDS_POST]->(post:Post)"
        " RETURN key, coalesce(r.post_text, post.name) AS post ORDER BY key, r.last_seen DESC, post",
        ids=people,
    ):
        found.setdefault(row["key"], row["post"])
    return found


def holds(expression: str, words: str, every: bool = True) -> tuple[str, Row]:
    """The condition that a text holds all (or any) of the words, as typed or in simplified characters;
    its values."""
    join = " AND " if every else " OR "
    values: Row = {}
    ways = []
    for i, spelling in enumerate(dict.fromkeys((words.lower()[:LONGEST], simplified(words.lower()[:LONGEST])))):
        named = {f"w{i}_{j}": word for j, word in enumerate(spelling.split())}
        values |= named
        ways.append("(" + join.join(f"toLower({expression}) CONTAINS ${name}" for name in named) + ")")
    return "(" + " OR ".join(ways) + ")", values


_PLAIN = "0 AS weight, '' AS note"
_HIT = {
    "Person": "n.groups_count + n.posts_count AS weight, n.jurisdiction AS note",
    "Organisation": "n.groups_count + n.tasks_count AS weight, n.jurisdiction AS note",
    "Group": "n.members AS weight, n.jurisdiction AS note",
    "Document": "0 AS weight, n.doc_no AS note",
    "Task": "n.units_count AS weight, n.doc_no AS note, n.text AS text",
    "Post": "n.holders_count AS weight, '' AS note",
}


def _holding(label: str, words: str, limit: int) -> list[Row]:
    """Exact names first, then names that begin with the words, then the weightiest."""
    condition, values = holds("n.search", words)
    return read(
        f"MATCH (n:{label}) WHERE {condition} RETURN n.id AS id, n.name AS name, {_HIT.get(label, _PLAIN)},"
        " CASE WHEN n.name = $whole THEN 0 WHEN n.name STARTS WITH $whole THEN 1"
        " WHEN n.name CONTAINS $whole THEN 2 ELSE 3 END AS far"
        " ORDER BY far, weight DESC, size(n.name), n.id LIMIT $limit",
        whole=simplified(words.strip()),
        limit=limit,
        **values,
    )


def _by_pattern(label: str, pattern: str, limit: int) -> list[Row]:
    return read(
        f"MATCH (n:{label}) WHERE n.name =~ $pattern RETURN n.id AS id, n.name AS name,"
        f" {_HIT.get(label, _PLAIN)}"
        " ORDER BY size(n.name), weight DESC, n.id LIMIT $limit",
        pattern=pattern,
        limit=limit,
    )


# --- one node -------------------------------------------------------------------------------------------


def node(label: str, node_id: str) -> Row | None:
    """A node's properties, None where there is no such node."""
    if label not in LABELS:
        return None
    found = read(f"MATCH (n:{label} {{id: $id}}) RETURN properties(n) AS n", id=node_id)
    return whole(label, found[0]["n"]) if found else None


def whole(label: str, properties: Row) -> Row:
    """The properties with None for those the store doesn't keep, and the type."""
    return {**dict.fromkeys(schema().nodes[label].properties), **properties, "label": label}


def nodes(ids: list[str]) -> dict[str, Row]:
    """The nodes of any type that have these ids, by id, with their `label`."""
    found: dict[str, Row] = {}
    for label in LABELS:
        if len(found) < len(ids):
            for row in read(f"MATCH (n:{label}) WHERE n.id IN $ids RETURN properties(n) AS n ORDER BY n.id", ids=ids):
                found[row["n"]["id"]] = whole(label, row["n"])
    return found
