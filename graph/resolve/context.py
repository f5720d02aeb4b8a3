"""Where and when each fact stands: the place its document belongs to, the document, its day.

A document reprinted in a second gazette is the same document: its number and date name it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.resolve.issuing import document_place, issuers_and_places, source_places
from graph.resolve.names import fold, stable_id
from graph.resolve.place import Place
from graph.resolve.places import Places

Row = dict[str, Any]
_NUMBER = re.compile(r"(\d+)号?$")
_ISSUED_NUMBER = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Setting:
    """What a fact has around it: `place`, `document` (one name for all reprints), `date` (ISO), `order` among
    the documents of all files, and the `title`."""

    place: Place
    document: str
    date: str | None
    order: tuple[str, str, int, str]
    title: str


def document_of(row: Mapping[str, Any]) -> tuple[str, int | None]:
    """The source and the start of the document that a row is or stands in; None outside any."""
    return row["source"], row["start"] if row["kind"] == "document" else row.get("document")


def placed(rows: Sequence[Mapping[str, Any]]) -> list[Row]:
    """Copies of the rows that all say where they stand.

    Facts without `start` stand at their `line`, those without `document` in the last document of their number
    that begins before them.
    """
    facts = [dict(row) for row in rows]
    starts: dict[tuple[str, str | None], list[int]] = {}
    for row in facts:
        row.setdefault("start", row.get("line", 0))
        row.setdefault("end", row["start"])
        if row["kind"] == "document":
            starts.setdefault((row["source"], row.get("doc_no")), []).append(row["start"])
    for row in facts:
        if row["kind"] not in ("document", "issue") and "document" not in row and row.get("doc_no"):
            known = starts.get((row["source"], row["doc_no"]), ())
            before = [start for start in known if start <= row["start"]]
            row["document"] = max(before, default=min(known, default=None))
    return facts


def settings(rows: Sequence[Mapping[str, Any]], places: Places) -> dict[tuple[str, int | None], Setting]:
    """The setting of every (source, document start) that occurs in `rows`; the document start is None
    for what stands outside any document of its file."""
    documents = {document_of(r): r for r in rows if r["kind"] == "document"}
    issues = {r["source"]: r for r in rows if r["kind"] == "issue"}
    places.learn(issuers_and_places(rows))
    own = source_places(rows, issues, places)
    found: dict[tuple[str, int | None], Setting] = {}
    for row in rows:
        key = document_of(row)
        if key not in found:
            found[key] = _setting(key, documents.get(key), issues.get(key[0]), own[key[0]], places)
    return found


def _setting(
    key: tuple[str, int | None],
    document: Mapping[str, Any] | None,
    issue: Mapping[str, Any] | None,
    own: Place,
    places: Places,
) -> Setting:
    source, start = key
    date = (document or {}).get("date") or (issue or {}).get("date")
    number = fold((document or {}).get("doc_no") or "")
    place = (document_place(document, places) if document else None) or own
    name = (
        stable_id("d_", number, date, place.key)
        if _ISSUED_NUMBER.search(number) and date
        else stable_id("d_", source, start)
    )
    count = int(m[1]) if (m := _NUMBER.search(number)) else 0
    return Setting(
        place,
        name,
        date,
        (date or "", re.sub(r"\d+号?$", "", number), count, f"{source}:{start}"),
        (document or {}).get("title") or "",
    )
