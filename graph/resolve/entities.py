"""One row for each person, unit, group and jurisdiction that the facts name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.resolve.bodies import named_body
from graph.resolve.canonical import canonical_name
from graph.resolve.context import Row, Setting, document_of
from graph.resolve.groups import Groups
from graph.resolve.mentions import Mention
from graph.resolve.organisations import Organisation, Organisations
from graph.resolve.persons import People
from graph.resolve.place import NOWHERE, Place
from graph.resolve.places import Places

_ALL_TOWNSHIPS = re.compile("all:(?:全[县区市旗])?各(?:乡镇|镇|苏木镇|镇街|乡镇街道|街镇|团场|团镇|团场镇)(?:（.*）)?$")
_GROUP_KINDS = (
    ("leading_group", "领导小组"),
    ("conference", "联席会议"),
    ("command", "指挥部"),
    ("committee", "委员会"),
    ("task_force", "专班"),
    ("subgroup", "组$"),
)


@dataclass(frozen=True, slots=True)
class Findings:
    """All that one call found, for entities and reports."""

    rows: Sequence[Row]
    settings: Sequence[Setting]
    places: Places
    organisations: Organisations
    groups: Groups
    mentions: Sequence[Mention]
    people: People
    setting_of: Mapping[tuple[str, int | None], Setting]

    def date_of(self, row: Row) -> str | None:
        """The date (ISO) of the document that a row stands in."""
        return self.setting_of[document_of(row)].date


def entity_rows(found: Findings) -> list[dict[str, Any]]:
    """The entities, sorted by type and id: `name` is the canonical one, `aliases` the other printed ones."""
    rows = [*_units(found), *_groups(found), *_people(found)]
    used = (
        {s.place.key for s in found.settings}
        | {o.unit.place.key for o in found.organisations.by_key.values()}
        | {o.unit.site.key for o in found.organisations.by_key.values() if o.unit.site}
    )
    rows.extend(_jurisdictions(found.places, used))
    return sorted(rows, key=lambda row: (row["type"], row["id"]))


def _units(found: Findings) -> Iterator[dict[str, Any]]:
    townships: dict[str, list[str]] = defaultdict(list)
    for organisation in found.organisations.by_key.values():
        if organisation.unit.kind == "township" and organisation.unit.place.parent:
            townships[organisation.unit.place.parent.key].append(organisation.id)
    for organisation in found.organisations.by_key.values():
        unit = organisation.unit
        name = canonical_name(organisation)
        parent = found.organisations.of(unit.parent.key) if unit.parent else None
        yield {
            "kind": "entity",
            "type": "unit",
            "id": organisation.id,
            "name": name,
            "aliases": sorted(set(organisation.names) - {name}),
            "jurisdiction": _place_id(unit.place),
            "unit_kind": unit.kind,
            "part_of": parent.id if parent and parent is not organisation else None,
            "plates": sorted(organisation.plates),
            **_reform(organisation),
            **_covered(organisation, townships.get(unit.place.key, ())),
        }


def _covered(organisation: Organisation, townships: Sequence[str]) -> dict[str, Any]:
    """The townships that the facts name, on a collective name for all of them: 各乡镇, 各乡镇（开发区）."""
    everywhere = organisation.unit.kind == "collective" and _ALL_TOWNSHIPS.match(organisation.unit.key[1])
    return {"covers_ids": sorted(townships)} if everywhere else {}


def _reform(organisation: Organisation) -> dict[str, Any]:
    """Years in which the standard body was formed and ended, and the name of what followed it."""
    body = organisation.unit.body
    if body is None or not (body.formed or body.ended):
        return {}
    after = named_body(body.successor)
    return {"formed": body.formed, "ended": body.ended, "successor": after.name if after else None}


def _groups(found: Findings) -> Iterator[dict[str, Any]]:
    founded, ended = _group_days(found)
    for key, node in found.groups.nodes.items():
        yield {
            "kind": "entity",
            "type": "group",
            "id": Groups.id(key),
            "name": node.name,
            "aliases": sorted(set(node.names) - {node.name}),
            "jurisdiction": _place_id(node.place),
            "group_kind": next((kind for kind, shown in _GROUP_KINDS if re.search(shown, node.name)), "group"),
            "part_of": Groups.id(node.parent) if node.parent else None,
            "since": founded.get(Groups.id(key)),
            "until": ended.get(Groups.id(key)),
        }


def _group_days(found: Findings) -> tuple[dict[str, str], dict[str, str]]:
    """The day of the first document that founds or lists each group, and the last on which one ends it."""
    founded: dict[str, str] = {}
    ended: dict[str, str] = {}
    for row, setting in zip(found.rows, found.settings, strict=True):
        group, day = row.get("group_id"), setting.date
        if group and day:
            if row["kind"] == "group_change" and row["action"] == "ends":
                ended[group] = max(day, ended.get(group, day))
            elif row["kind"] == "membership" or row.get("action") == "establishes":
                founded[group] = min(day, founded.get(group, day))
    return founded, {group: day for group, day in ended.items() if founded.get(group, day) <= day}


def _people(found: Findings) -> Iterator[dict[str, Any]]:
    for person in found.people.people:
        place = found.places.by_key.get(person.place)
        days = [m.day for n in person.mentions if (m := found.mentions[n]).day is not None]
        yield {
            "kind": "entity",
            "type": "person",
            "id": person.id,
            "name": person.name,
            "aliases": sorted(set(person.spellings) - {person.name}),
            "jurisdiction": _place_id(place) if place else None,
            "first": date.fromordinal(min(days)).isoformat() if days else None,
            "last": date.fromordinal(max(days)).isoformat() if days else None,
        }


def _jurisdictions(places: Places, used: Iterable[str]) -> Iterator[dict[str, Any]]:
    done: set[str] = set()
    for key in sorted(used):
        for place in (places.by_key.get(key) or NOWHERE).chain():
            if not place.real or place.key in done:
                continue
            done.add(place.key)
            yield {
                "kind": "entity",
                "type": "jurisdiction",
                "id": place.id,
                "name": place.name,
                "aliases": [place.short] if place.short != place.name else [],
                "level": place.level,
                "code": place.code,
                "part_of": _place_id(place.parent) if place.parent else None,
            }


def _place_id(place: Place) -> str | None:
    return place.id if place.real else None
