"""Wordings and layouts, each with the facts that it states, and no others.

`wordings/*.txt` holds the cases, a file for a kind of construct. A case is a line `=== name`, a text, a line
`---`, and a fact a line, its fields parted by bars; an empty or missing last field is null:

    m|group|role|p, u or post|member|post    o|group|host      t|role|name    d|value    v|person|relation|target
    b|person|backup    u|unit|text           a|action|person|post             D|number|title|issuers|date
    p|unit|holders|legal_rep|category|holder|number            g|group|action|member|role
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.facts import Fact
from ingest.pipeline import extract
from ingest.source import Source

HERE = Path(__file__).parent / "wordings"
FIELDS = {
    "m": ("membership", "group", "role", "member_kind", "member", "post"),
    "o": ("group_office", "group", "host"),
    "t": ("task", "role", "name"),
    "d": ("deadline", "value"),
    "v": ("oversight", "person", "relation", "target"),
    "b": ("backup", "person", "backup"),
    "u": ("duty", "unit", "text"),
    "a": ("appointment", "action", "person", "post"),
    "p": ("permit", "unit", "holders", "legal_rep", "category", "holder", "number"),
    "D": ("document", "doc_no", "title", "issuers", "date"),
    "g": ("group_change", "group", "action", "member", "role"),
}
LETTERS = {kind: letter for letter, (kind, *_) in FIELDS.items()}
# Facts of these kinds are only looked at where the case names one.
IF_NAMED = {"D", "g"}
SHORT = {"p": "person", "u": "unit"}


def cases() -> Iterator[tuple[str, str, list[tuple[str, ...]]]]:
    """Name, text and facts of every case."""
    for path in sorted(HERE.glob("*.txt")):
        for case in path.read_text(encoding="utf-8").split("=== ")[1:]:
            name, _, rest = case.partition("\n")
            text, _, facts = rest.partition("\n---")
            yield f"{path.stem}: {name}", text, [read(line) for line in facts.splitlines() if line.strip()]


def read(line: str) -> tuple[str, ...]:
    """A fact's line as its letter and fields."""
    letter, *fields = line.split("|")
    if letter == "m":
        fields[2] = SHORT.get(fields[2], fields[2])
    return letter, *fields, *[""] * (len(FIELDS[letter]) - 1 - len(fields))


def told(fact: Fact) -> tuple[str, ...]:
    """A fact in the same form."""
    row = fact.to_json()
    letter = LETTERS[row["kind"]]
    values = [row[field] for field in FIELDS[letter][1:]]
    return letter, *["+".join(v) if isinstance(v, list) else "" if v is None else str(v) for v in values]


CASES = list(cases())


@pytest.mark.parametrize(("text", "facts"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_wording(text: str, facts: list[tuple[str, ...]]) -> None:
    letters = {fact[0] for fact in facts}
    found = [told(fact) for fact in extract(Source("wording.txt", text)).facts if fact.kind in LETTERS]
    assert sorted(f for f in found if f[0] in letters or f[0] not in IF_NAMED) == sorted(facts)


def test_names_of_cases_differ() -> None:
    assert len({name for name, *_ in CASES}) == len(CASES)
