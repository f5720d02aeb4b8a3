"""Two real gazettes: who and what is one, as read by hand (identity/: line, field, name, entity)."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from graph.resolve import resolve
from tests.graph.resolve.measure import pairs

SHARED = Path(__file__).resolve().parents[4] / "shared"
IDENTITY = Path(__file__).parent / "identity"
PERSON, GROUP = ("person", "backup", "legal_rep"), ("group",)

pytestmark = pytest.mark.skipif(
    not (SHARED / "gold").is_dir(), reason="the gold facts in ../shared are absent"
)


def facts(number: str) -> list[dict[str, Any]]:
    """The gold facts of a gazette, each at an offset on or after its line, as extracting would place it."""
    path = next((SHARED / "gold").glob(f"{number}_*.jsonl"))
    source = path.with_suffix(".txt").name
    text = (SHARED / "corpus" / source).read_bytes().decode()
    lines = [0, *(at + 1 for at, c in enumerate(text) if c == "\n")]
    rows = [row for line in path.open(encoding="utf-8") if not (row := json.loads(line)).get("optional")]
    starts = [lines[row["line"] - 1] for row in rows if row["kind"] == "document"]
    last = 0
    for row in rows:
        begin = lines[row["line"] - 1]
        name = next((row[f] for f in ("member", "name", "unit", "target", "host", "value") if row.get(f)), "")
        at = begin if row["kind"] == "document" else text.find(name, begin, begin + 2500)
        row["start"] = last = at if at >= 0 else last + 1
        row["end"] = row["start"] + len(name)
        inside = [start for start in starts if start <= begin]
        row["document"] = inside[-1] if inside and row["doc_no"] and row["kind"] != "document" else None
    issue = {
        "kind": "issue",
        "source": source,
        "start": 0,
        "end": 1,
        "document": None,
        "doc_no": None,
        "title": None,
        "number": None,
        "date": None,
        "jurisdiction": None,
    }
    return [issue, *rows]


def labels(number: str) -> dict[str, list[tuple[str, str]]]:
    """(true entity, found id) of each mention, by kind."""
    with (IDENTITY / f"{number}.tsv").open(encoding="utf-8") as lines:
        true = {
            (int(r["line"]), r["field"], r["name"]): r["entity"]
            for r in csv.DictReader(lines, delimiter="\t")
        }
    found: dict[str, list[tuple[str, str]]] = {"person": [], "unit": [], "group": []}
    for row in resolve(facts(number)).rows:
        if row["kind"] == "entity":
            continue
        for field in {f for _, f, _ in true}:
            key = (row["line"], field, row.get(field)) if "line" in row else None
            if key in true and row.get(f"{field}_id"):
                person = (
                    field in PERSON
                    or (field == "member" and row["member_kind"] == "person")
                    or row.get("name_kind") == "person"
                )
                kind = "group" if field in GROUP else "person" if person else "unit"
                found[kind].append((true[key], row[f"{field}_id"]))
    return found


@pytest.mark.parametrize("number", ["000", "001"])
def test_identities_are_as_read_by_hand(number: str) -> None:
    for kind, precision, recall in (("person", 0.998, 0.985), ("unit", 0.995, 0.97), ("group", 0.999, 0.985)):
        p, r = pairs(labels(number)[kind])
        assert (kind, p >= precision, r >= recall) == (kind, True, True)
