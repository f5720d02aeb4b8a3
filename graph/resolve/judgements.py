"""The user's word: which mentions are the same, and which facts are wrong. Both files only grow.

judgements.csv   left,right,judgement,who,when,why              judgement: same, different or unsure
corrections.csv  source,start,end,kind,change,who,when,why      change: reject, add {…} or field=value

`left` and `right` are entity ids, or mentions written SOURCE:START-END, with #field where a fact names
several.
A mention outlives every rebuild; an id is good as long as its entity is built without any judgement.
"""

from __future__ import annotations

import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import MISSING, asdict, dataclass, fields
from pathlib import Path
from typing import Any

from ingest.errors import Problem
from ingest.facts import KINDS

Row = dict[str, Any]
_MENTION = re.compile(r"^(?P<source>.+):(?P<start>\d+)-(?P<end>\d+)(?:#(?P<field>\w+))?$")
VERDICTS = ("same", "different", "unsure")


@dataclass(frozen=True, slots=True)
class Judgement:
    """One line of judgements.csv."""

    left: str
    right: str
    judgement: str
    who: str = ""
    when: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """One line of corrections.csv. `start` and `end` are code points in the source's text."""

    source: str
    start: int
    end: int
    kind: str
    change: str
    who: str = ""
    when: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Anchor:
    """One mention in a source: what a judgement points to."""

    source: str
    start: int
    end: int
    field: str | None = None


def anchor(text: str) -> Anchor | None:
    """The mention that `left` or `right` writes, None where it is an entity id."""
    m = _MENTION.match(text)
    return Anchor(m["source"], int(m["start"]), int(m["end"]), m["field"]) if m else None


def read_judgements(path: Path) -> list[Judgement]:
    """The judgements in a CSV file, none where it does not exist; raises Problem for a line that is no
    judgement."""
    found = []
    for number, row in _lines(path, Judgement):
        if row["judgement"] not in VERDICTS:
            given = row["judgement"]
            raise Problem(
                f"{path} 第{number}行：judgement 应为 same、different 或 unsure，而不是“{given}”。",
                f"{path} line {number}: judgement must be same, different or unsure, not '{given}'.",
            )
        found.append(Judgement(**row))
    return found


def read_corrections(path: Path) -> list[Correction]:
    """The corrections in a CSV file, none where it does not exist; raises Problem for a line that is no
    correction."""
    found = []
    for number, row in _lines(path, Correction):
        try:
            at = {"start": int(row["start"]), "end": int(row["end"])}
            _change(row["change"])
        except ValueError:
            raise Problem(
                f"{path} 第{number}行：start、end 应为数字，change 应为 reject、add {{…}} 或 字段=值。",
                f"{path} line {number}: start and end must be numbers, "
                "change must be reject, add {{…}} or field=value.",
            ) from None
        if row["kind"] not in KINDS:
            raise Problem(
                f"{path} 第{number}行：没有“{row['kind']}”这种事实；可用：{'、'.join(KINDS)}。",
                f"{path} line {number}: no kind of fact '{row['kind']}'; there are {', '.join(KINDS)}.",
            )
        found.append(Correction(**{**row, **at}))
    return found


def append(path: Path, line: Judgement | Correction) -> None:
    """Add one line at the end of the CSV file, with the header first where the file is new.

    Raises Problem where the file can't be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        new = not path.exists() or path.stat().st_size == 0
        with path.open("a", encoding="utf-8", newline="") as out:
            writer = csv.DictWriter(out, [f.name for f in fields(line)], lineterminator="\n")
            if new:
                writer.writeheader()
            writer.writerow(asdict(line))
    except OSError as error:
        raise Problem(
            f"无法写入 {path}（{error.strerror}）；请检查权限或用 --judgements / --corrections 指定别处。",
            f"Cannot write {path} ({error.strerror}); check its permissions or name another place "
            "by --judgements / --corrections.",
        ) from error


def _lines(path: Path, line: type[Judgement] | type[Correction]) -> Iterable[tuple[int, dict[str, Any]]]:
    if not path.exists():
        return
    names = [f.name for f in fields(line)]
    try:
        with path.open(encoding="utf-8-sig", newline="") as text:
            reader = csv.DictReader(text)
            needed = [f.name for f in fields(line) if f.default is MISSING]
            if missing := [name for name in needed if name not in (reader.fieldnames or ())]:
                raise Problem(
                    f"{path}：缺少列 {'、'.join(missing)}；首行应为 {','.join(names)}。",
                    f"{path}: no column {', '.join(missing)}; the first line must be {','.join(names)}.",
                )
            for number, row in enumerate(reader, 2):
                yield number, {name: (row.get(name) or "").strip() for name in names}
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise Problem(
            f"无法读取 {path}：{error}；请存为 UTF-8 的 CSV。",
            f"Cannot read {path}: {error}; save it as CSV in UTF-8.",
        ) from error


def _change(text: str) -> tuple[str, Any]:
    """reject → (reject, None); add {…} → (add, fields); post=县财政局局长 → (post, value)."""
    if text == "reject":
        return "reject", None
    if text == "add" or text.startswith(("add {", "add{")):
        stated = json.loads(text[3:].strip() or "{}")
        if not isinstance(stated, dict):
            raise ValueError(text)
        return "add", stated
    name, sign, value = text.partition("=")
    if not sign or not name.strip().isidentifier():
        raise ValueError(text)
    return name.strip(), _value(value.strip())


def _value(text: str) -> Any:
    """A number, a list or null where the text is one in JSON; the text itself otherwise."""
    if text in ("", "null"):
        return None
    if text[0] in "[{" or text.lstrip("-").isdigit() or text in ("true", "false"):
        return json.loads(text)
    return text


def apply_corrections(
    rows: Iterable[Row], corrections: Sequence[Correction]
) -> tuple[list[Row], list[Correction]]:
    """The facts as the corrections leave them, and the corrections that no longer apply to any fact or
    source.

    Lines count in their order in time (`when`, then their order in the file); the last word on a field wins.
    """
    facts = [dict(row) for row in rows]
    if not corrections:
        return facts, []
    sources = {row["source"] for row in facts if "source" in row}
    at: dict[tuple[str, int, int, str], list[Row]] = defaultdict(list)
    for row in facts:
        if "start" in row:
            at[row["source"], row["start"], row["end"], row["kind"]].append(row)
    stale: list[Correction] = []
    rejected: set[int] = set()
    for correction in sorted(corrections, key=lambda c: c.when):
        place = (correction.source, correction.start, correction.end, correction.kind)
        what, value = _change(correction.change)
        if what == "add" and correction.source in sources:
            added = _added(correction, value, facts)
            if added is None:
                stale.append(correction)
            else:
                at[place].append(added)
                facts.append(added)
        elif what == "add" or not at[place]:
            stale.append(correction)
        elif what == "reject":
            rejected.update(map(id, at[place]))
        elif what not in {f.name for f in fields(KINDS[correction.kind])}:
            stale.append(correction)
        else:
            for row in at[place]:
                row[what] = value
    return [row for row in facts if id(row) not in rejected], stale


def _added(correction: Correction, stated: Mapping[str, Any], facts: Sequence[Row]) -> Row | None:
    """The fact that an added line states, in the document that stands around its place; None if fields are
    missing."""
    around = max(
        (
            r
            for r in facts
            if r["kind"] == "document" and r["source"] == correction.source and r["start"] <= correction.start
        ),
        key=lambda r: r["start"],
        default=None,
    )
    given: Row = {
        "document": around["start"] if around else None,
        "doc_no": around.get("doc_no") if around else None,
        **stated,
        "source": correction.source,
        "start": correction.start,
        "end": correction.end,
    }
    try:
        known = {f.name for f in fields(KINDS[correction.kind])}
        return KINDS[correction.kind](**{k: v for k, v in given.items() if k in known}).to_json()
    except TypeError:
        return None
