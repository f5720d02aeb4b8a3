"""What resolving did beyond equal spelling, what it doubts, and which units it could only take as printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from graph.resolve.context import Row
from graph.resolve.entities import Findings
from graph.resolve.groups import Groups
from graph.resolve.mentions import Mention
from graph.resolve.names import fold, most_printed

# The rules that join units or groups on what may be chance.
DOUBTFUL = ("probable misprint", "fields of work of one bureau", "short or misprinted in one document")


@dataclass(frozen=True, slots=True)
class Evidence:
    """One place in a source: what is printed there, with its post, document number and date where it has
    them."""

    source: str
    start: int
    end: int
    field: str
    text: str
    post: str | None
    doc_no: str | None
    date: str | None

    @property
    def anchor(self) -> str:
        """How judgements.csv writes this mention."""
        return f"{self.source}:{self.start}-{self.end}#{self.field}"


@dataclass(frozen=True, slots=True)
class Join:
    """Two mentions of one entity that are not spelled alike, or alike but joined by a rule."""

    type: str
    id: str
    name: str
    rule: str
    left: Evidence
    right: Evidence

    def to_json(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two mentions that may be wrongly joined (`joined`) or wrongly kept apart; `weight` counts the
    mentions at stake."""

    type: str
    left_id: str
    right_id: str
    joined: bool
    rule: str
    weight: int
    left: Evidence
    right: Evidence

    def to_json(self) -> dict[str, Any]:
        return asdict(self)


def joins(found: Findings) -> list[Join]:
    """Every join beyond equal spelling, with its rule and both evidences."""
    every = [*_unit_joins(found), *_group_joins(found), *_person_joins(found)]
    return sorted(every, key=lambda j: (j.type, j.name, j.id, j.right.text, j.right.source, j.right.start))


def _unit_joins(found: Findings) -> Iterator[Join]:
    for organisation in found.organisations.by_key.values():
        if len(organisation.names) < 2:
            continue
        main = most_printed(organisation.names.items())
        left = _evidence(found, *organisation.evidence[main])
        for name in sorted(set(organisation.names) - {main}):
            yield Join(
                "unit",
                organisation.id,
                main,
                organisation.rules[name],
                left,
                _evidence(found, *organisation.evidence[name]),
            )


def _group_joins(found: Findings) -> Iterator[Join]:
    for key, node in found.groups.nodes.items():
        main = node.name
        for name in sorted(set(node.names) - {main}):
            yield Join(
                "group",
                Groups.id(key),
                main,
                node.rule(name),
                _evidence(found, *node.evidence[main]),
                _evidence(found, *node.evidence[name]),
            )


def _person_joins(found: Findings) -> Iterator[Join]:
    for tie in found.people.ties:
        if tie.joined and found.people.of[tie.left] == found.people.of[tie.right]:
            person = found.people.person(tie.left)
            yield Join(
                "person",
                person.id,
                person.name,
                tie.rule,
                _mentioned(found, tie.left),
                _mentioned(found, tie.right),
            )


def doubts(found: Findings, settled: set[frozenset[str]]) -> list[Doubt]:
    """The pairs that no rule is sure of, those with most mentions at stake first; judged ones are left
    out."""
    every = []
    for tie in found.people.ties:
        if tie.sure:
            continue
        left, right = _mentioned(found, tie.left), _mentioned(found, tie.right)
        a, b = found.people.person(tie.left), found.people.person(tie.right)
        if settled & {frozenset((left.anchor, right.anchor)), frozenset((a.id, b.id))}:
            continue
        at_stake = tie.weight if a is b else min(len(a.mentions), len(b.mentions))
        every.append(Doubt("person", a.id, b.id, a is b, tie.rule, at_stake, left, right))
    names: dict[str, Mapping[str, int]] = {o.id: o.names for o in found.organisations.by_key.values()}
    names.update({Groups.id(key): node.names for key, node in found.groups.nodes.items()})
    for join in (*_unit_joins(found), *_group_joins(found)):
        pair = frozenset((join.left.anchor, join.right.anchor))
        if join.rule in DOUBTFUL and pair not in settled:
            count = names[join.id][fold(join.right.text)]
            every.append(Doubt(join.type, join.id, join.id, True, join.rule, count, join.left, join.right))
    return sorted(
        every, key=lambda d: (-d.weight, d.type, d.left.source, d.left.start, d.right.source, d.right.start)
    )


def printed_only(found: Findings) -> list[dict[str, Any]]:
    """The units that no table and no rule explains: name, how often it is printed, its first place."""
    rows = []
    for organisation in found.organisations.by_key.values():
        if organisation.unit.kind == "unknown" and organisation.names:
            name = most_printed(organisation.names.items())
            rows.append(
                {
                    "id": organisation.id,
                    "name": name,
                    "count": sum(organisation.names.values()),
                    **{k: organisation.evidence[name][0][k] for k in ("source", "start", "end")},
                }
            )
    return sorted(rows, key=lambda row: (-row["count"], row["name"], row["id"]))


def _mentioned(found: Findings, number: int) -> Evidence:
    mention: Mention = found.mentions[number]
    return _evidence(found, found.rows[mention.at], mention.where)


def _evidence(found: Findings, row: Row, where: str) -> Evidence:
    name, _, at = where.partition(".")
    text = row.get("issuers", [""])[int(at)] if name == "issuers" else at if name == "post" else row.get(name)
    return Evidence(
        row["source"],
        row["start"],
        row["end"],
        name,
        text or "",
        row.get("post"),
        row.get("doc_no"),
        found.date_of(row),
    )
