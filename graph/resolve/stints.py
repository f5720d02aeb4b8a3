"""What one name does over time: a stint is its time in one body.

马学东 区民政局局长 2019-06 … 2019-07   and   马学东 河口乡乡长 2019-07   two stints
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graph.resolve.mentions import Mention, Seat
from graph.resolve.unions import Unions

_MANY = "成员|委员|常委|代表(?!人)|干事|科员|干部|负责|人员|组员|教师|医师|工程师|员$"
_SINGLE = re.compile(rf"^(?!.*副)(?!.*(?:{_MANY})).*(?:长|主任|书记|主席|政委|经理|教导员|行长|法定代表人)$")


def held_by_one(title: str) -> bool:
    """Whether one holds the office at a time: 局长, 主任; not 副局长, 干事."""
    return bool(_SINGLE.match(title))


# Ranks of offices; 0 is staff.
INNER, DEPUTY, HEAD, LEADER = 1, 2, 3, 4


@dataclass(slots=True)
class Stint:
    """A name's mentions in bodies that are one or were printed together.

    Days are ordinals; `first` > `last` if undated.
    """

    mentions: list[int] = field(default_factory=list)
    units: set[str] = field(default_factory=set)
    seats: set[Seat] = field(default_factory=set)
    lists: set[tuple[str, str]] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    homes: set[str] = field(default_factory=set)
    first: int = 10**7
    last: int = 0
    appointed: int | None = None
    removed: int | None = None
    leads: bool = False  # a county leader's office, which goes together with others

    def take(self, at: int, mention: Mention) -> None:
        self.mentions.append(at)
        self.places.add(mention.place)
        self.kinds.update(mention.kinds)
        self.homes.update(mention.homes)
        self.leads |= mention.leads
        # Whom a city appoints to a school is the one of that name in the school's own documents.
        self.places.update(home for home in mention.homes if home.startswith("?"))
        self.seats.update(mention.seats)
        self.units.update(seat[0] for seat in mention.seats)
        if mention.listed:
            self.lists.add(mention.listed)
        if mention.day is None:
            return
        if mention.appointed == "免去":
            self.removed = max(self.removed or 0, mention.day)
        else:
            self.first, self.last = min(self.first, mention.day), max(self.last, mention.day)
            if mention.appointed == "任命":
                self.appointed = min(self.appointed or mention.day, mention.day)

    def close(self) -> None:
        """Settle the days of a stint of which only the end is printed (免去…)."""
        if self.removed is not None and not self.dated:
            self.first = self.last = self.removed - 1

    @property
    def dated(self) -> bool:
        return self.first <= self.last

    def overlaps(self, other: Stint) -> bool:
        return self.dated and other.dated and self.first <= other.last and other.first <= self.last

    @property
    def rank(self) -> int:
        """LEADER of the county, HEAD of a body, DEPUTY there, INNER for an inner office's, 0 for staff."""
        best = LEADER if self.leads else 0
        for top, unit, title in self.seats:
            if _SINGLE.match(title):
                best = max(best, HEAD if top == unit else INNER)
            elif "副" in title:
                best = max(best, DEPUTY if top == unit else INNER)
        return best


class Seats:
    """Who is printed in which office when: what tells a post handed over from two people of one name."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._holders: dict[tuple[str, ...], list[tuple[int, str]]] = defaultdict(list)
        self._moves: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for mention in mentions:
            if mention.appointed:
                self._moves[mention.document][mention.name].add(mention.appointed)
            if mention.day is None or mention.appointed == "免去":
                continue
            for key in _keys(mention):
                self._holders[key].append((mention.day, mention.name))
        for held in self._holders.values():
            held.sort()

    def alone(self, mention: Mention) -> bool:
        """Whether a document that prints others' old and new offices together prints only one of this
        person's."""
        moves = self._moves.get(mention.document, {}) if mention.appointed else {}
        return len(moves.get(mention.name, "12")) == 1 and any(len(both) == 2 for both in moves.values())

    def succeeded(self, mention: Mention, day: int) -> int | None:
        """The first day after `day` on which a new name is printed in one of the mention's offices."""
        return min(
            (found for key in _keys(mention) if (found := self._new(key, mention.name, day)) is not None),
            default=None,
        )

    def preceded(self, mention: Mention, day: int) -> int | None:
        """The last day before `day` on which a name that goes is printed in one of the mention's offices."""
        return max(
            (found for key in _keys(mention) if (found := self._gone(key, mention.name, day)) is not None),
            default=None,
        )

    def _new(self, key: tuple[str, ...], name: str, day: int) -> int | None:
        before = {held for _, held in self._until(key, day + 1)}
        return next((when for when, held in self._from(key, day) if held != name and held not in before), None)

    def _gone(self, key: tuple[str, ...], name: str, day: int) -> int | None:
        after = {held for _, held in self._from(key, day - 1)}
        return next(
            (when for when, held in reversed(self._until(key, day)) if held != name and held not in after),
            None,
        )

    def _from(self, key: tuple[str, ...], day: int) -> list[tuple[int, str]]:
        held = self._holders.get(key, [])
        at = bisect_right(held, (day, "\U0010ffff"))
        return held[at : at + 8]

    def _until(self, key: tuple[str, ...], day: int) -> list[tuple[int, str]]:
        held = self._holders.get(key, [])
        at = bisect_left(held, (day, ""))
        return held[max(0, at - 8) : at]


def _keys(mention: Mention) -> Iterable[tuple[str, ...]]:
    """A head's office is held by one; a deputy's only within one group, where the successor takes the
    place."""
    for _, unit, title in mention.seats:
        if _SINGLE.match(title):
            yield unit, title
        if mention.group:
            yield unit, title, mention.group


def stints(mentions: Sequence[Mention], numbers: Sequence[int], apart: Iterable[tuple[int, int]] = ()) -> list[Stint]:
    """The stints of one name, whose mentions have the given numbers, in the order of time.

    Mentions without any office are left out. `apart` are pairs of mentions that a judgement keeps apart.
    """
    joined: Unions[int] = Unions()
    at_unit: dict[str, int] = {}
    seated = [n for n in numbers if mentions[n].seats]
    apart = list(apart)
    clashing = _clashes(mentions, seated) | {unit for a, b in apart for unit in _tops(mentions[a]) & _tops(mentions[b])}
    alone = _set_apart(mentions, seated, apart)
    for number in seated:
        for top, unit, title in mentions[number].seats:
            # Two of one name in one body, told apart by their titles.
            place = f"{unit}\x1f{title}" if top in clashing else top
            place = f"{place}\x1f{alone[number]}" if number in alone else place
            joined.join(at_unit.setdefault(place, number), number)
    found: dict[int, Stint] = {}
    for number in seated:
        found.setdefault(joined.root(number), Stint()).take(number, mentions[number])
    for stint in found.values():
        stint.close()
    return sorted(found.values(), key=lambda s: (s.first, s.last, mentions[s.mentions[0]].order))


def _set_apart(mentions: Sequence[Mention], seated: Sequence[int], apart: Iterable[tuple[int, int]]) -> dict[int, int]:
    """The mentions judged different from others in one office, and their like in the same document: each with
    the number of the one that stands for them."""
    alone: dict[int, int] = {}
    for a, b in apart:
        left, right = mentions[a], mentions[b]
        if left.seats & right.seats and b not in alone:
            near = [n for n in seated if mentions[n].document == right.document != left.document]
            alone.update({n: b for n in (near or [b]) if n not in alone})
    return alone


def _tops(mention: Mention) -> set[str]:
    return {seat[0] for seat in mention.seats}


def _clashes(mentions: Sequence[Mention], numbers: Sequence[int]) -> set[str]:
    """Bodies in which the name is two people's.

    One list has it twice with different titles, or it is the head's and a deputy's by turns.
    """
    titles: dict[str, dict[str, list[Mention]]] = defaultdict(lambda: defaultdict(list))
    for number in numbers:
        for top, unit, title in mentions[number].seats:
            titles[top][f"{unit}\x1f{title}"].append(mentions[number])
    return {
        top
        for top, held in titles.items()
        if len(held) > 1 and any(_two(held[a], a, held[b], b) for a in held for b in held if a < b)
    }


def _two(left: list[Mention], one: str, right: list[Mention], other: str) -> bool:
    if {id(m) for m in left} & {id(m) for m in right}:
        return False
    lists = {(m.listed, m.role) for m in left if m.listed}
    if any((m.listed, m.role) in lists for m in right):
        return True
    if held_by_one(one) == held_by_one(other) or ("副" in one) == ("副" in other):
        return False
    a, b = ([m.day for m in same if m.day is not None and m.appointed != "免去"] for same in (left, right))
    return bool(a and b) and max(min(a), min(b)) < min(max(a), max(b))
