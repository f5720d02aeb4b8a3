"""Facts to facts with ids: places, groups, units, people and terms in their order.

Nothing depends on the order of the rows: they are worked on sorted, and given back as they came.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from graph.resolve.context import Row, Setting, document_of, settings
from graph.resolve.entities import Findings, entity_rows, group_name
from graph.resolve.groups import Groups
from graph.resolve.judging import Verdicts
from graph.resolve.judgements import Judgement
from graph.resolve.mentions import Clue, Mention, MentionReader, is_person, person_name
from graph.resolve.names import fold
from graph.resolve.organisations import Organisations
from graph.resolve.people import People, find_people
from graph.resolve.places import Place, Places
from graph.resolve.posts import offices, post_unit
from graph.resolve.report import Doubt, Join, doubts, joins, printed_only
from graph.resolve.terms import Change, Listing, terms
from graph.resolve.units import LOCAL, Unit, UnitReader

# The fields that name units, by kind of fact; 协调市水务局、农业农村局 is why oversight is read apart.
_UNIT_FIELDS = {"group_office": "host", "permit": "unit", "duty": "unit", "task": "name"}
_POSTED = ("membership", "oversight", "appointment")


@dataclass(slots=True)
class Resolution:
    """What `resolve` gives: the rows with ids and the entities; every join beyond equal spelling; the doubtful pairs,
    dearest first; the units that could only be taken as printed; the judgements that apply to nothing any more."""

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
    return _Resolver([dict(row) for row in rows if row["kind"] != "entity"], list(judgements)).resolution()


class _Resolver:
    def __init__(self, rows: list[Row], judgements: list[Judgement]) -> None:
        self.rows = rows
        self.order = sorted(range(len(rows)), key=lambda n: _sort_key(rows[n]))
        self.places = Places()
        self.setting_of = settings([rows[n] for n in self.order], self.places)
        self.setting = [self.setting_of[document_of(row)] for row in rows]
        self.reader = UnitReader(self.places)
        self.organisations = Organisations()
        self.groups = Groups(self.places)
        self.verdicts = Verdicts(judgements, rows)
        self.units: dict[tuple[int, str], Unit] = {}

    def resolution(self) -> Resolution:
        self._read_groups()
        self._read_units()
        mentions, people = self._find_people()
        self._set_unit_ids()
        self._set_person_ids(mentions, people)
        self._set_terms()
        found = Findings(
            self.rows,
            self.setting,
            self.places,
            self.organisations,
            self.groups,
            mentions,
            people,
            self.setting_of,
        )
        return Resolution(
            [*self.rows, *entity_rows(found)],
            joins(found),
            doubts(found, self.verdicts.settled()),
            printed_only(found),
            self.verdicts.stale,
        )

    # Groups

    def _read_groups(self) -> None:
        named = [
            (self.rows[n], self.setting[n])
            for n in self.order
            if self.rows[n]["kind"] in ("membership", "group_office", "group_change")
        ]
        self.groups.read(named)
        same, _ = self.verdicts.pairs(
            lambda: {Groups.id(key): key for key in self.groups.nodes}, self._group_at
        )
        self.groups.settle(same)
        for row, setting in named:
            for which in ("group", "parent"):
                if row.get(which):
                    key = self.groups.key(
                        row if which == "group" else row | {"parent": None}, setting, row[which]
                    )
                    row[f"{which}_id"] = Groups.id(key)
                    if which == "group":
                        row["group_name"] = group_name(self.groups.nodes[key])
                elif which in row:
                    row[f"{which}_id"] = None

    def _group_at(self, n: int, where: str) -> tuple[str, str] | None:
        row = self.rows[n]
        return self.groups.key(row, self.setting[n], row["group"]) if where == "group" else None

    # Units

    def _read_units(self) -> None:
        known = self._known_people()
        carried: dict[tuple[Any, ...], Place | None] = {}
        for n in self.order:
            row, setting = self.rows[n], self.setting[n]
            kind = row["kind"]
            if kind == "task":
                row["name_kind"] = (
                    "person" if is_person(row["name"], row["role"], known[setting.place.key]) else "unit"
                )
            if (where := _UNIT_FIELDS.get(kind)) and row.get("name_kind") != "person":
                self._take(n, where, row.get(where))
            elif kind in ("membership", "group_change") and row.get("member_kind") == "unit":
                self._take(n, "member", row["member"])
            elif kind == "oversight":
                self._take_target(n, carried)
            elif kind == "document":
                for at, issuer in enumerate(row.get("issuers") or ()):
                    self._take(n, f"issuers.{at}", issuer)
            if kind in _POSTED:
                self._take_post(n)
        same, different = self.verdicts.pairs(
            lambda: {o.id: o.key for o in self.organisations.by_key.values()},
            lambda n, where: u.key if (u := self.units.get((n, where))) else None,
        )
        self.organisations.keep_apart(different)
        self.organisations.join(same)

    def _known_people(self) -> dict[str, set[str]]:
        known: dict[str, set[str]] = defaultdict(set)
        for n, row in enumerate(self.rows):
            name = (
                row.get("person")
                or row.get("legal_rep")
                or (row.get("member") if row.get("member_kind") == "person" else None)
            )
            if name:
                known[self.setting[n].place.key].add(person_name(name))
        return known

    def _take(
        self,
        n: int,
        where: str,
        printed: str | None,
        inherited: Place | None = None,
        unit: Unit | None = None,
    ) -> None:
        row, setting = self.rows[n], self.setting[n]
        unit = unit or (self.reader.read(printed, setting.place, inherited) if printed else None)
        if unit is None:
            return
        if unit.key[1].startswith(LOCAL):
            unit = replace(unit, key=(unit.key[0], unit.key[1], setting.document))
        self.units[n, where] = unit
        self.organisations.take(unit, fold(printed or ""), row, where, _list_of(row, setting, where))

    def _take_target(self, n: int, carried: dict[tuple[Any, ...], Place | None]) -> None:
        """The first of a list may name a place for those that follow: 协调市水务局、农业农村局."""
        row, setting = self.rows[n], self.setting[n]
        listed = (row["source"], row.get("document"), row["person"], row["relation"])
        unit = self.reader.target(row["target"], row["relation"], setting.place, carried.get(listed))
        if listed not in carried:
            above = (
                unit is not None
                and not unit.site
                and unit.place in setting.place.chain()
                and unit.place is not setting.place
                and fold(row["target"]).startswith(("市", "自治区", "省"))
            )
            carried[listed] = unit.place if above and unit else None
        if unit:
            self._take(n, "target", row["target"], unit=unit)

    def _take_post(self, n: int) -> None:
        row = self.rows[n]
        post = row.get("post") or (row["member"] if row.get("member_kind") == "post" else None)
        printed = post_unit(post)
        row["post_unit"] = printed
        row["post_unit_id"] = None
        for office in offices(post) if post else ():
            if office.unit:
                self._take(n, "post_unit" if office.unit == printed else f"post.{office.unit}", office.unit)

    def _set_unit_ids(self) -> None:
        for (n, where), unit in self.units.items():
            if where.startswith(("issuers.", "post.")):
                continue
            self.rows[n][f"{where}_id"] = self.organisations.of(unit.key).id
        for n, row in enumerate(self.rows):
            kind = row["kind"]
            if kind == "document":
                row["issuer_ids"] = [
                    self.organisations.of(u.key).id if (u := self.units.get((n, f"issuers.{at}"))) else None
                    for at in range(len(row.get("issuers") or ()))
                ]
            elif kind == "oversight":
                row.setdefault("target_id", None)
            elif kind == "membership":
                row.setdefault("member_id", None)

    # People

    def _find_people(self) -> tuple[list[Mention], People]:
        reader = MentionReader(self._clue, lambda setting: self._government(setting))
        mentions = [
            mention
            for n in self.order
            for mention in reader.mentions(n, self.rows[n], self.setting[n], self.rows[n].get("group_id"))
        ]
        number = {(m.at, m.field): n for n, m in enumerate(mentions)}
        together, apart = self.verdicts.pairs(
            lambda: {p.id: p.mentions[0] for p in find_people(mentions).people},
            lambda n, where: number.get((n, where)),
        )
        return mentions, find_people(mentions, together, apart)

    def _clue(self, printed: str, setting: Setting) -> Clue | None:
        unit = self.reader.read(printed, setting.place)
        if unit is None:
            return None
        if unit.key[1].startswith(LOCAL):
            unit = replace(unit, key=(unit.key[0], unit.key[1], setting.document))
        found = self.organisations.by_key.get(unit.key) or self.organisations.of(unit.key)
        top = found.unit
        while top.parent and not top.site:
            top = top.parent
        return (
            self.organisations.of(top.key).id,
            found.id,
            "township" if top.place.level == "township" else top.kind,
        )

    def _government(self, setting: Setting) -> str:
        clue = self._clue("人民政府", setting)
        return clue[0] if clue else setting.place.key

    def _set_person_ids(self, mentions: Sequence[Mention], people: People) -> None:
        for number, mention in enumerate(mentions):
            self.rows[mention.at][f"{mention.field}_id"] = people.person(number).id

    # Terms

    def _set_terms(self) -> None:
        found = terms(
            self._listings(),
            self._changes(),
            {
                Groups.id(key): Groups.id(node.parent)
                for key, node in self.groups.nodes.items()
                if node.parent
            },
        )
        for n, row in enumerate(self.rows):
            if row["kind"] == "membership":
                row["since"], row["until"] = found.get(n, (None, None))

    def _listings(self) -> Iterator[Listing]:
        for n in self.order:
            row = self.rows[n]
            if row["kind"] == "membership" and row.get("group_id"):
                yield Listing(n, row["group_id"], self._member(row), fold(row["role"]), self.setting[n])

    def _changes(self) -> Iterator[Change]:
        for n in self.order:
            row = self.rows[n]
            if row["kind"] == "group_change":
                member = self._member(row) if row.get("member") else None
                yield Change(
                    row["group_id"],
                    row["action"],
                    self.setting[n],
                    member,
                    fold(row["role"]) if row.get("role") else None,
                )

    @staticmethod
    def _member(row: Row) -> tuple[str, ...]:
        """Who is meant: a person's or a unit's id; a post's unit and the rest of its text."""
        if row.get("member_id"):
            return (row["member_id"],)
        text = fold(row["member"])
        printed = fold(row.get("post_unit") or "")
        return (row.get("post_unit_id") or "", text.removeprefix(printed))


def _list_of(row: Row, setting: Setting, where: str) -> tuple[object, ...] | None:
    """The list in which a unit stands; two names in one list are two units."""
    kind = row["kind"]
    if where not in ("member", "name", "unit", "target"):
        return None
    if kind == "task":
        at = row.get("task_start")
        return (row["source"], "task", at, row["role"]) if at is not None else None
    if kind == "oversight":
        return row["source"], row.get("document"), row["person"], row["relation"]
    return row["source"], row.get("document"), kind, row.get("group_id")


def _sort_key(row: Row) -> tuple[Any, ...]:
    return (
        row["source"],
        row["start"],
        row["end"],
        row["kind"],
        json.dumps(row, sort_keys=True, ensure_ascii=False),
    )
