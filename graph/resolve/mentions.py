"""Every place where a fact names a person, with the offices that the text gives them there.

成员：马学东  区民政局局长      Mention(name=马学东, seats={(区民政局, 局长)}, listed=this list, …)
办公室主任由马学东同志兼任      Mention(name=马学东, seats={}, …)
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.resolve.bodies import is_body
from graph.resolve.context import Setting
from graph.resolve.names import fold, plates
from graph.resolve.place import Place
from graph.resolve.posts import heads_government, offices
from ingest.lexicon.people import is_name

Row = dict[str, Any]
Seat = tuple[str, str, str]  # (unit at the top, unit itself, title)
Clue = tuple[str, str, str]  # (unit at the top, unit itself, kind of unit)
_PEOPLE_ROLE = re.compile(r"领导|责任人|负责人|联系人|[组队]长|主任|书记|河长|林长|田长|人员")


def is_person(name: str, role: str, known: Container[str]) -> bool:
    """Whether a task's `name` is a person: named as one elsewhere, or by its form under a label for people
    (责任领导：丁一).

    `known` are the folded names of people that other facts of the same place state.
    """
    bare = person_name(name)
    return is_name(bare) and not is_body(bare) and (bare in known or bool(_PEOPLE_ROLE.search(role)))


@dataclass(slots=True)
class Mention:
    """One naming of a person.

    `at` is the row's number, `where` its field; `day` an ordinal or None; `listed` the group's list in its
    document.
    """

    at: int
    where: str
    name: str
    place: str
    day: int | None
    document: str
    order: tuple[Any, ...]
    listed: tuple[str, str] | None
    role: str
    seats: frozenset[Seat]
    group: str | None = None
    appointed: str | None = None
    kinds: frozenset[str] = frozenset()


SeatOf = Callable[[str, Setting], Clue | None]


class MentionReader:
    """Makes mentions out of facts. `seat_of` gives (unit at the top, unit, kind of unit) for a printed
    unit."""

    def __init__(self, seat_of: SeatOf) -> None:
        self._seat_of = seat_of

    def mentions(self, at: int, row: Row, setting: Setting, group: str | None) -> Iterator[Mention]:
        """The people that a fact names (a task's name only where the caller has called it a person)."""
        kind = row["kind"]
        if kind == "membership" and row["member_kind"] == "person":
            yield self._mention(at, "member", row, setting, group, row["role"], row.get("post"))
        elif kind == "group_change" and row.get("member_kind") == "person":
            yield self._mention(at, "member", row, setting, group, row.get("role") or "", None)
        elif kind == "permit":
            if row.get("legal_rep"):
                yield self._mention(
                    at, "legal_rep", row, setting, None, "法定代表人", None, row["unit"], "法定代表人"
                )
            if row.get("holder"):
                yield self._mention(at, "holder", row, setting, None, "持证人", None, row["unit"], "执法人员")
        elif kind == "task" and row.get("name_kind") == "person":
            yield self._mention(at, "name", row, setting, None, row["role"], None)
        elif kind == "oversight":
            yield self._mention(at, "person", row, setting, None, "分工", row.get("post"))
        elif kind == "backup":
            yield self._mention(at, "person", row, setting, None, "分工", None)
            yield self._mention(at, "backup", row, setting, None, "分工", None)
        elif kind == "appointment":
            yield self._mention(at, "person", row, setting, None, row["action"], row.get("post"))

    def _mention(
        self,
        at: int,
        where: str,
        row: Row,
        setting: Setting,
        group: str | None,
        role: str,
        post: str | None,
        unit: str | None = None,
        title: str = "",
    ) -> Mention:
        seats, kinds = self._seats(post, setting)
        if unit and (found := self._seat_of(unit, setting)):
            seats, kinds = {(found[0], found[1], title)}, {found[2]}
        return Mention(
            at,
            where,
            person_name(row[where]),
            _namespace(setting.place).key,
            _ordinal(setting.date),
            setting.document,
            (*setting.order, row["start"], where),
            (setting.document, group) if group else None,
            fold(role),
            frozenset(seats),
            group,
            row["action"] if row["kind"] == "appointment" else None,
            frozenset(kinds),
        )

    def _seats(self, post: str | None, setting: Setting) -> tuple[set[Seat], set[str]]:
        seats: set[Seat] = set()
        kinds: set[str] = set()
        for office in offices(post) if post else ():
            if office.unit and (found := self._seat_of(office.unit, setting)):
                seats.add((found[0], found[1], office.title))
                kinds.add(found[2])
            elif heads_government(office.title) and (found := self._seat_of("人民政府", setting)):
                seats.add((found[0], found[1], office.title))
                kinds.add("government")
        return seats, kinds


def _namespace(place: Place) -> Place:
    """The place in which a name is one person's unless told otherwise: the county, or the school itself."""
    return place if place.level == "institution" else place.up("county") or place


def person_name(name: str) -> str:
    """A person's name as it is compared: simplified, without blanks, sex or nationality in brackets."""
    return plates(fold(name))[0] or fold(name)


def _ordinal(day: str | None) -> int | None:
    try:
        return date.fromisoformat(day).toordinal() if day else None
    except ValueError:
        return None


def by_name(mentions: Sequence[Mention]) -> dict[str, list[int]]:
    """The numbers of each name's mentions in the order of time, by names in their order."""
    found: dict[str, list[int]] = {}
    for number, mention in enumerate(mentions):
        found.setdefault(mention.name, []).append(number)
    for same in found.values():
        same.sort(key=lambda n: (day if (day := mentions[n].day) is not None else 10**7, mentions[n].order))
    return dict(sorted(found.items()))
