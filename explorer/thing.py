"""Any other entry — a task, post, field of work, permit, jurisdiction, gazette issue: its properties and
relations."""

from __future__ import annotations

from explorer import ask, entity
from explorer import ask_entity as asks
from explorer.address import PAGE_OF, asked, go, of_node, place
from explorer.show import DATE, SOURCE, Column, Line, facts, node, source, table, text, title
from explorer.words import day as iso
from explorer.words import say, term

HIDDEN = {"id", "name", "search", "label", "document", "start", "end", "source", "aliases"}
DIRECTION = {True: "→", False: "←"}


def page() -> None:
    """The page of the entry of the address."""
    label = asked("type")
    if label in PAGE_OF:
        go(of_node(label, asked("id")))
    entry = entity.found(label if label in ask.LABELS else "Task")
    if entry is None:
        return
    label = entry["label"]  # the address's own `type` may be anything
    title(entry.get("text") or entry["name"], label)
    left, right = entity.halves()
    with left:
        rows = [
            (term(f"{label}.{key}"), iso(value) if key in ("date", "due") else value)
            for key, value in entry.items()
            if key not in HIDDEN and value and not key.endswith("_count") and value != entry["name"] and key != "text"
        ]
        if entry.get("source") and entry.get("start") is not None:
            here = place("evidence", source=entry["source"], start=entry["start"], end=entry["end"])
            rows.append((say("原文", "Text"), text(entry.get("doc_no") or entry["source"], here)))
        facts("thing", rows)
        entity.tools("thing", entry)
    with right:
        entity.neighbourhood(entry, None)
    table(
        "relations",
        (
            Column("关系", "Relation", size="short"),
            Column("内容", "Word", size="mid"),
            Column("对方", "Other end", size="wide"),
            DATE,
            SOURCE,
        ),
        (
            Line(
                (
                    f"{DIRECTION[bool(r['out'])]} {term(r['tie'])}",
                    r["word"],
                    node(r["other_label"], r["other_id"], r["other"], signed=True),
                    iso(r["date"]),
                    source(r),
                ),
                id=r["edge"],
            )
            for r in asks.ties_of(label, entry["id"])
        ),
        title=say("关系", "Relations"),
    )
