"""What one name does over time: a stint is its time in one body, and stints follow each other or overlap.

马学军 区民政局局长 2019-06 … 2019-07   and   马学军 板桥乡乡长 2019-07   overlap: two people
李文 县水务局副局长 until 2020-03, then 县林草局局长, with a successor at the first   one man who moved
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graph.resolve.mentions import Mention, Seat
from graph.resolve.unions import Unions

_SINGLE = re.compile(
    r"^(?!.*副)(?!.*(?:成员|委员|常委|代表|干事|科员|干部|负责|人员|组员|教师|医师|工程师|员$)).*(?:长|主任|书记|主席|政委|经理|教导员|行长)$"
)
_LEADER = re.compile(r"常委|^(?:常务)?副?(?:县长|区长|市长|旗长)$|副书记$")


def held_by_one(title: str) -> bool:
    """Whether one holds the office at a time: 局长, 主任; not 副局长, 干事."""
    return bool(_SINGLE.match(title))


@dataclass(slots=True)
class Stint:
    """A name's mentions in bodies that are one or were printed together. Days are ordinals; `first` > `last` if undated."""

    mentions: list[int] = field(default_factory=list)
    units: set[str] = field(default_factory=set)
    seats: set[Seat] = field(default_factory=set)
    lists: set[tuple[str, str]] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    first: int = 10**7
    last: int = 0

    def take(self, at: int, mention: Mention) -> None:
        self.mentions.append(at)
        self.places.add(mention.place)
        self.kinds.update(mention.kinds)
        self.seats.update(mention.seats)
        self.units.update(seat[0] for seat in mention.seats)
        if mention.list:
            self.lists.add(mention.list)
        if mention.day is not None:
            self.first, self.last = min(self.first, mention.day), max(self.last, mention.day)

    @property
    def dated(self) -> bool:
        return self.first <= self.last

    def overlaps(self, other: Stint) -> bool:
        return self.dated and other.dated and self.first <= other.last and other.first <= self.last

    @property
    def leads(self) -> bool:
        """Whether it holds a county leader's office, which goes together with others."""
        return any(_LEADER.search(title) for _, _, title in self.seats)

    @property
    def rank(self) -> int:
        """3 county leader or head of a body, 2 deputy, 1 head of an inner office, 0 staff."""
        best = 0
        for top, unit, title in self.seats:
            if _LEADER.search(title):
                best = max(best, 4)
            elif _SINGLE.match(title):
                best = max(best, 3 if top == unit else 1)
            elif "副" in title:
                best = max(best, 2 if top == unit else 1)
        return best


class Seats:
    """Who is printed in which office when: what tells a post handed over from two people of one name."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._holders: dict[tuple[str, ...], list[tuple[int, str]]] = defaultdict(list)
        for mention in mentions:
            if mention.day is None or mention.appointed == "免去":
                continue
            for key in _keys(mention):
                self._holders[key].append((mention.day, mention.name))
        for held in self._holders.values():
            held.sort()

    def held_after(self, mention: Mention, day: int) -> bool:
        """Whether another name is printed in one of the mention's offices after `day`."""
        return any(name != mention.name for key in _keys(mention) for _, name in self._from(key, day))

    def held_before(self, mention: Mention, day: int) -> bool:
        """Whether another name is printed in one of the mention's offices before `day`."""
        return any(name != mention.name for key in _keys(mention) for _, name in self._until(key, day))

    def _from(self, key: tuple[str, ...], day: int) -> list[tuple[int, str]]:
        held = self._holders.get(key, [])
        at = bisect_right(held, (day, "\U0010ffff"))
        return held[at : at + 8]

    def _until(self, key: tuple[str, ...], day: int) -> list[tuple[int, str]]:
        held = self._holders.get(key, [])
        at = bisect_left(held, (day, ""))
        return held[max(0, at - 8) : at]


def _keys(mention: Mention) -> Iterable[tuple[str, ...]]:
    """A head's office is held by one; a deputy's only within one group, where the successor takes the place."""
    for _, unit, title in mention.seats:
        if _SINGLE.match(title):
            yield unit, title
        if mention.group:
            yield unit, title, mention.group


def stints(
    mentions: Sequence[Mention], numbers: Sequence[int], apart: Iterable[tuple[int, int]] = ()
) -> list[Stint]:
    """The stints of one name, whose mentions have the given numbers, in the order of time; mentions without any
    office are left out. `apart` are pairs of mentions that a judgement keeps apart."""
    joined: Unions[int] = Unions()
    at_unit: dict[str, int] = {}
    seated = [n for n in numbers if mentions[n].seats]
    clashing = _clashes(mentions, seated) | {
        unit for a, b in apart for unit in _tops(mentions[a]) & _tops(mentions[b])
    }
    for number in seated:
        for top, unit, title in mentions[number].seats:
            # Two of one name in one body, told apart by their titles.
            place = f"{unit}\x1f{title}" if top in clashing else top
            joined.join(at_unit.setdefault(place, number), number)
    found: dict[int, Stint] = {}
    for number in seated:
        found.setdefault(joined.root(number), Stint()).take(number, mentions[number])
    return sorted(found.values(), key=lambda s: (s.first, s.last, mentions[s.mentions[0]].order))


def _tops(mention: Mention) -> set[str]:
    return {seat[0] for seat in mention.seats}


def _clashes(mentions: Sequence[Mention], numbers: Sequence[int]) -> set[str]:
    """Bodies in which one list names the name twice with different titles."""
    seen: dict[tuple[str, tuple[str, str], str], set[str]] = defaultdict(set)
    for number in numbers:
        mention = mentions[number]
        if mention.list:
            for top, unit, title in mention.seats:
                seen[top, mention.list, mention.role].add(f"{unit}\x1f{title}")
    # One mention with two titles in one body is one person.
    single = {
        (top, m.list, m.role): {f"{u}\x1f{t}" for tp, u, t in m.seats if tp == top}
        for m in (mentions[n] for n in numbers)
        if m.list
        for top in _tops(m)
    }
    return {
        top
        for (top, place, role), titles in seen.items()
        if len(titles) > 1 and titles != single.get((top, place, role))
    }


@dataclass(frozen=True, slots=True)
class Link:
    """Why two stints of one name are held for one person's: a `rule`, and how sure it is."""

    rule: str
    score: int


def link(mentions: Sequence[Mention], seats: Seats, earlier: Stint, later: Stint) -> Link | None:
    """Whether `later` can be the same person's as `earlier`; None where it can't."""
    if not earlier.places & later.places or earlier.lists & later.lists:
        return None
    if earlier.overlaps(later):
        both = earlier.leads != later.leads and max(earlier.rank, later.rank) >= 3
        return Link("offices of one leader", 1) if both and min(earlier.rank, later.rank) >= 3 else None
    if not earlier.dated or not later.dated:
        return Link("same name", 0)
    left, entered = mentions[earlier.mentions[-1]], mentions[later.mentions[0]]
    vacated = any(seats.held_after(mentions[n], earlier.last) for n in earlier.mentions[-3:])
    taken = any(seats.held_before(mentions[n], later.first) for n in later.mentions[:3])
    score = 2 * vacated + 2 * taken
    if left.document == entered.document and left.appointed and entered.appointed:
        score += 3
    drop = earlier.rank - later.rank
    if drop > 1 or drop < -2:
        score -= 2
    rule = "post handed over" if vacated or taken else "same name, one post after the other"
    return Link(rule, score)
