"""What the search box found, by type; without words, everything of one type."""

from __future__ import annotations

from explorer import ask
from explorer.address import asked, of_node
from explorer.show import Column, note, table, text, title
from explorer.words import say, term


def page() -> None:
    """The answer to the address's `q`, or the whole list of its `type`."""
    words, label = asked("q").strip(), asked("type")
    if label in ask.LABELS:
        title(term(label))
        _listed(label, ask.search(words, 1000, (label,)).get(label, []) if words else ask.all_of(label))
        return
    title(say(f"搜索：{words}", f"Search: {words}") if words else say("搜索", "Search"))
    found = ask.search(words, limit=100, labels=ask.LABELS)
    for kind, rows in found.items():
        _listed(kind, rows)
    if not found:
        note(
            say(
                "没有找到。可换一个简称、去掉行政区名，或只输一两个字。",
                "Nothing found. Try a shorter name, leave out the county, or type a character or two.",
            )
        )


def _listed(label: str, rows: list[ask.Row]) -> None:
    notes = any(row["note"] for row in rows)
    columns = (
        Column("名称", "Name", size="wide"),
        *([Column("说明", "About", size="short" if label in ("Task", "Document") else "name")] if notes else []),
    )
    table(
        f"found-{label.lower()}",
        columns,
        ([text(row.get("text") or row["name"], of_node(label, row["id"])), *([row["note"]] if notes else [])] for row in rows),
        title=term(label),
    )
