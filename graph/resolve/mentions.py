"""Every place where a fact names a person, with the offices that the text gives them there.

成员：马学东  区民政局局长      Mention(name=马学东, seats={(区民政局, 局长)}, listed=this list, …)
办公室主任由马学东同志兼任      Mention(name=马学东, seats={}, …)
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from graph.resolve.bodies import is_body, is_field
from graph.resolve.context import Setting
from graph.resolve.forms import COLLECTIVE, OFFICIALS, kind_of
from graph.resolve.names import fold, plates
from graph.resolve.place import Place
from graph.resolve.posts import heads_government, offices
from ingest.lexicon.people import is_name

Row = dict[str, Any]
Seat = tuple[str, str, str]  # (unit at the top, unit itself, title)
LEGAL_REPRESENTATIVE = "法定代表人"
_LEADER = re.compile("常委|书记$|[县区市旗州省盟]长$|主任$|主席$")
_PEOPLE_ROLE = re.compile(r"领导|责任人|负责人|联系人|[组队]长|主任|书记|河长|林长|田长|人员|干部|员$|人$")
# A rare surname under such a label: two or three characters that are no unit, field or office.
_SHORT_NAME = re.compile("[\u3400-\u9fff]{2,3}")


class Clue(NamedTuple):
    """What a unit tells of who works in it: the body at the top, the unit itself, the kind of body, its place,
    and whether it is one that leads its county: committee, government, congress, consultative conference."""

    top: str
    unit: str
    kind: str
    home: str
    leading: bool


def is_person(name: str, role: str, known: Container[str]) -> bool:
    """Whether a task's `name` is a person: named as one elsewhere, or by its form under a label for people
    (责任领导：丁一).

    `known` are the folded names of people that other facts of the same place state.
    """
    bare = person_name(name)
    if is_body(bare):
        return False
    if not _PEOPLE_ROLE.search(role):
        return is_name(bare) and bare in known
    rare = _SHORT_NAME.fullmatch(bare) and kind_of(bare) == "unknown" and not offices(bare) and not is_field(bare)
    return is_name(bare) or (bool(rare) and not COLLECTIVE.search(bare) and not OFFICIALS.search(bare))


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
    homes: frozenset[str] = frozenset()
    leads: bool = False


SeatOf = Callable[[str, Setting], Clue | None]


class MentionReader:
    """Makes mentions out of facts. `seat_of` gives the clue that a printed unit is."""

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
                title = LEGAL_REPRESENTATIVE
                yield self._mention(at, "legal_rep", row, setting, None, title, None, row["unit"], title)
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
        held = self._held(post, setting)
        if unit and (found := self._seat_of(unit, setting)):
            held = [(found, title)]
        return Mention(
            at,
            where,
            person_name(row[where]),
            namespace(setting.place).key,
            _ordinal(setting.date),
            setting.document,
            (*setting.order, row["start"], where),
            (setting.document, group) if group else None,
            fold(role),
            frozenset((clue.top, clue.unit, office) for clue, office in held),
            group,
            row["action"] if row["kind"] == "appointment" else None,
            frozenset(clue.kind for clue, _ in held),
            frozenset(clue.home for clue, _ in held),
            any(clue.leading and _LEADER.search(office) for clue, office in held),
        )

    def _held(self, post: str | None, setting: Setting) -> list[tuple[Clue, str]]:
        """The offices that a printed position gives: the clue of each body, and the title."""
        held = []
        for office in offices(post) if post else ():
            government = "人民政府" if heads_government(office.title) else None
            printed = office.unit or government
            if printed and (found := self._seat_of(printed, setting)):
                held.append((found._replace(kind="government") if not office.unit else found, office.title))
        return held


def namespace(place: Place) -> Place:
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
