"""Facts to facts with ids: places, groups, units, people and terms in their order.

Nothing depends on the order of the rows: they are worked on sorted, and given back as they came.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph.resolve.context import Row, Setting, document_of, placed, settings
from graph.resolve.entities import Findings, entity_rows
from graph.resolve.groups import GROUP_FIELDS, Groups, Named, naming_group
from graph.resolve.judgements import Judgement
from graph.resolve.judging import Verdicts
from graph.resolve.mentions import Mention, MentionReader
from graph.resolve.names import fold
from graph.resolve.naming import Naming
from graph.resolve.people import find_people
from graph.resolve.persons import People
from graph.resolve.places import Places
from graph.resolve.report import Doubt, Join, doubts, joins, printed_only
from graph.resolve.successors import successors
from graph.resolve.terms import Change, Listing, terms


@dataclass(slots=True)
class Resolution:
    """What `resolve` gives.

    The rows with ids, and after them the entities; every join beyond equal spelling; the doubtful pairs,
    dearest first; the units that could only be taken as printed; the judgements that fit nothing.
    """

    rows: list[Row]
    joins: list[Join]
    doubts: list[Doubt]
    printed_only: list[dict[str, Any]]
    stale: list[Judgement] = field(default_factory=list)


def resolve(rows: Iterable[Row], judgements: Iterable[Judgement] = ()) -> Resolution:
    """Give every person, unit and group that the facts `rows` name its id, in every file alike.

    Rows are JSON facts as `gongbao extract` writes them; entity rows among them are left out and made anew.
    They come back in the same order with fields added, and the entities after them.
    """
    facts = placed([row for row in rows if row["kind"] != "entity"])
    order = sorted(range(len(facts)), key=lambda n: _sort_key(facts[n]))
    places = Places()
    setting_of = settings([facts[n] for n in order], places)
    around = [setting_of[document_of(row)] for row in facts]
    verdicts = Verdicts(list(judgements), facts)
    groups = _find_groups(facts, order, around, places, verdicts)
    naming = Naming(facts, order, around, places)
    naming.read(verdicts)
    naming.set_ids()
    mentions, people = _find_people(facts, order, around, naming, verdicts)
    _set_terms(facts, order, around, groups)
    found = Findings(facts, around, places, naming.organisations, groups, mentions, people, setting_of)
    return Resolution(
        [*facts, *entity_rows(found)],
        joins(found),
        doubts(found, verdicts.settled()),
        printed_only(found),
        verdicts.stale,
    )


def _sort_key(row: Row) -> tuple[Any, ...]:
    own = json.dumps(row, sort_keys=True, ensure_ascii=False)
    return row["source"], row["start"], row["end"], row["kind"], own


def _find_groups(
    rows: list[Row], order: Sequence[int], around: Sequence[Setting], places: Places, verdicts: Verdicts
) -> Groups:
    """The groups, with `group_id`, `group_name` and `parent_id` written into the rows."""
    of_groups = [n for n in order if rows[n]["kind"] in ("membership", "group_office", "group_change")]
    named = [(rows[n], around[n]) for n in of_groups]
    groups = Groups(places)
    groups.read(named)

    def meant(spot: tuple[int, str]) -> Named:
        return naming_group(rows[spot[0]], spot[1]), around[spot[0]]

    same, different = verdicts.pairs(
        lambda: {
            Groups.id(groups.key_of(rows[n], around[n])): (n, "group")
            for n in reversed(of_groups)
            if rows[n].get("group")
        },
        lambda n, where: (n, where) if where in GROUP_FIELDS else None,
    )
    if different:
        apart = [(meant(left), meant(right)) for left, right in different]
        again = Groups(places, apart)
        for left, right in apart:
            if groups.key_of(*left) == groups.key_of(*right):
                again.split(left, right)
        groups = again
        groups.read(named)
    groups.settle((groups.key_of(*meant(left)), groups.key_of(*meant(right))) for left, right in same)
    for row, setting in named:
        for which in ("group", "parent"):
            if row.get(which):
                key = groups.key_of(naming_group(row, which), setting)
                row[f"{which}_id"] = Groups.id(key)
                if which == "group":
                    row["group_name"] = groups.nodes[key].name
            elif which in row:
                row[f"{which}_id"] = None
        if row.get("parent_id") == row.get("group_id"):
            row["parent_id"] = None
    return groups


def _find_people(
    rows: list[Row], order: Sequence[int], around: Sequence[Setting], naming: Naming, verdicts: Verdicts
) -> tuple[list[Mention], People]:
    """The people, with their ids written into the rows, and likely successors where a list goes by post."""
    reader = MentionReader(naming.clue)
    mentions = [m for n in order for m in reader.mentions(n, rows[n], around[n], rows[n].get("group_id"))]
    number = {(m.at, m.where): n for n, m in enumerate(mentions)}
    together, apart = verdicts.pairs(
        lambda: {p.id: p.mentions[0] for p in find_people(mentions).people},
        lambda n, where: number.get((n, where)),
    )
    people = find_people(mentions, together, apart)
    for n, mention in enumerate(mentions):
        rows[mention.at][f"{mention.where}_id"] = people.person(n).id
    by_post = {mention.at for mention in mentions if rows[mention.at].get("by_post")}
    for at, person in successors(mentions, people, by_post):
        rows[at]["likely_id"], rows[at]["likely_name"] = person.id, person.name
    return mentions, people


def _set_terms(rows: list[Row], order: Sequence[int], around: Sequence[Setting], groups: Groups) -> None:
    """`since` and `until` on every membership."""
    parents = {Groups.id(key): Groups.id(node.parent) for key, node in groups.nodes.items() if node.parent}
    found = terms(_listings(rows, order, around), _changes(rows, order, around), parents)
    for n, row in enumerate(rows):
        if row["kind"] == "membership":
            row["since"], row["until"] = found.get(n, (None, None))


def _listings(rows: list[Row], order: Sequence[int], around: Sequence[Setting]) -> Iterator[Listing]:
    for n in order:
        row = rows[n]
        if row["kind"] == "membership" and row.get("group_id"):
            yield Listing(n, row["group_id"], _member(row), fold(row["role"]), around[n])


def _changes(rows: list[Row], order: Sequence[int], around: Sequence[Setting]) -> Iterator[Change]:
    for n in order:
        row = rows[n]
        if row["kind"] == "group_change":
            member = _member(row) if row.get("member") else None
            role = fold(row["role"]) if row.get("role") else None
            yield Change(row["group_id"], row["action"], around[n], member, role)


def _member(row: Row) -> tuple[str, ...]:
    """Who is meant: a person's or a unit's id; a post's unit and the rest of its text."""
    if row.get("member_id"):
        return (row["member_id"],)
    printed = fold(row.get("post_unit") or "")
    return row.get("post_unit_id") or "", fold(row["member"]).removeprefix(printed)
