"""Which mentions are one person.

A name in one body is one person; so is a name whose posts follow each other. A name twice in one list, or in two
bodies at one time, is two people. A mention without a post goes to the one whom its list and its time fit.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graph.resolve.mentions import Mention, by_name
from graph.resolve.misprints import confusable, differing, masks
from graph.resolve.names import most_printed, stable_id
from graph.resolve.stints import Seats, Stint, held_by_one, link, stints

# From so many names proven to be two people's on, a county is held to be rich in namesakes.
RICH_IN_NAMESAKES = 8
# How much then speaks for one person before two stints are joined: see stints.link.
NEEDED_AMONG_NAMESAKES = 4
_LEADERS_ROLE = re.compile(r"领导|^分工$|包抓|河长|林长")


@dataclass(slots=True)
class Person:
    """One person: numbers of the mentions, the stints, and the spellings joined as misprints."""

    mentions: list[int]
    stints: list[Stint]
    name: str
    place: str
    spellings: dict[str, list[int]] = field(default_factory=dict)
    id: str = ""


@dataclass(slots=True)
class Tie:
    """Two mentions held for one person's (`joined`) or left apart, and the rule that did it."""

    left: int
    right: int
    rule: str
    joined: bool = True
    sure: bool = True
    weight: int = 1


@dataclass(slots=True)
class People:
    """The people of one call, each mention's person, and the ties beyond equal spelling."""

    people: list[Person]
    of: list[Person]
    ties: list[Tie]

    def person(self, mention: int) -> Person:
        return self.of[mention]


def find_people(
    mentions: Sequence[Mention],
    together: Iterable[tuple[int, int]] = (),
    apart: Iterable[tuple[int, int]] = (),
) -> People:
    """The people whom `mentions` name. `together` and `apart` are pairs of mentions that a judgement decides."""
    return _Finder(mentions, list(together), list(apart)).find()


class _Finder:
    def __init__(
        self, mentions: Sequence[Mention], together: list[tuple[int, int]], apart: list[tuple[int, int]]
    ) -> None:
        self.mentions = mentions
        self.together = together
        self.apart = apart
        self.seats = Seats(mentions)
        self.people: list[Person] = []
        self.of = [-1] * len(mentions)
        self.ties: list[Tie] = []
        self.lists: dict[tuple[str, str], list[int]] = defaultdict(list)
        for number, mention in enumerate(mentions):
            if mention.list:
                self.lists[mention.list].append(number)

    def find(self) -> People:
        numbers = {id(m): n for n, m in enumerate(self.mentions)}
        named = {
            name: [numbers[id(m)] for m in same]
            for name, same in sorted(by_name(list(self.mentions)).items())
        }
        found = {name: stints(self.mentions, same, self._apart_in(same)) for name, same in named.items()}
        rich = self._rich(found)
        own = {name: self._chain(name, found[name], rich) for name in named}
        for name, same in named.items():
            self._place_bare(name, [n for n in same if not self.mentions[n].seats], own[name])
        self._join_misprints()
        for left, right in self.together:
            self._merge(self.of[left], self.of[right], Tie(left, right, "judged the same"))
        self._name()
        return People([p for p in self.people if p.mentions], [self.people[n] for n in self.of], self.ties)

    def _apart_in(self, numbers: Sequence[int]) -> list[tuple[int, int]]:
        inside = set(numbers) if self.apart else set()
        return [pair for pair in self.apart if pair[0] in inside and pair[1] in inside]

    def _rich(self, found: dict[str, list[Stint]]) -> set[str]:
        """The places in which many names are proven to be two people's."""
        proven: Counter[str] = Counter()
        for several in found.values():
            for at, stint in enumerate(several):
                if any(s.overlaps(stint) and not s.leads and not stint.leads for s in several[:at]):
                    proven.update(stint.places)
                    break
        return {place for place, count in proven.items() if count >= RICH_IN_NAMESAKES}

    def _chain(self, name: str, several: list[Stint], rich: set[str]) -> list[int]:
        """Give each stint of a name to the person whose earlier stint it follows best, or to a new one; the people
        of the name."""
        own: list[int] = []
        for stint in several:
            best, tie = None, None
            for person in own:
                links = [
                    link(self.mentions, self.seats, earlier, stint) for earlier in self.people[person].stints
                ]
                if any(found is None for found in links) or self._judged_apart(person, stint):
                    continue
                last = self.people[person].stints[-1]
                found = links[-1]
                assert found is not None
                needed = NEEDED_AMONG_NAMESAKES if stint.places & rich else 0
                if found.score >= needed and (best is None or found.score > best[0]):
                    best = (found.score, person)
                    tie = Tie(
                        last.mentions[-1],
                        stint.mentions[0],
                        found.rule,
                        sure=found.score >= 2,
                        weight=min(len(last.mentions), len(stint.mentions)),
                    )
            if best is None:
                if own:
                    self.ties.append(
                        Tie(
                            self.people[own[-1]].stints[-1].mentions[-1],
                            stint.mentions[0],
                            "same name, different bodies",
                            joined=False,
                            sure=self.people[own[-1]].stints[-1].overlaps(stint),
                        )
                    )
                own.append(self._new(name, stint.mentions, [stint]))
            else:
                assert tie is not None
                self.ties.append(tie)
                self._add(best[1], stint.mentions)
                self.people[best[1]].stints.append(stint)
        return own

    def _judged_apart(self, person: int, stint: Stint) -> bool:
        here = set(stint.mentions)
        return any(
            (self.of[a] == person and b in here) or (self.of[b] == person and a in here)
            for a, b in self.apart
        )

    def _new(self, name: str, numbers: list[int], own: list[Stint]) -> int:
        self.people.append(Person([], own, name, self.mentions[numbers[0]].place))
        self._add(len(self.people) - 1, numbers)
        return len(self.people) - 1

    def _add(self, person: int, numbers: Iterable[int]) -> None:
        for number in numbers:
            self.people[person].mentions.append(number)
            self.of[number] = person

    def _place_bare(self, name: str, bare: list[int], own: list[int]) -> None:
        """Give the mentions that print no post to the one of that name whom they mean."""
        for number in bare:
            place = self.mentions[number].place
            fitting = [p for p in own if place in self._places(p) and not self._kept_apart(number, p)]
            chosen = self._chosen(number, fitting)
            if chosen is None:
                own = [*own, self._new(name, [number], [])]
                continue
            if len(fitting) > 1:
                self.ties.append(
                    Tie(self.people[chosen].mentions[0], number, "list and time fit", sure=False)
                )
            self._add(chosen, [number])

    def _places(self, person: int) -> set[str]:
        return {self.people[person].place}.union(*(s.places for s in self.people[person].stints))

    def _kept_apart(self, number: int, person: int) -> bool:
        return any(
            (a == number and self.of[b] == person) or (b == number and self.of[a] == person)
            for a, b in self.apart
        )

    def _chosen(self, number: int, fitting: list[int]) -> int | None:
        """The one of `fitting` whom a mention without a post means, None where nothing tells."""
        if len(fitting) < 2:
            return fitting[0] if fitting else None
        mention = self.mentions[number]
        if _LEADERS_ROLE.search(mention.role):
            leaders = [p for p in fitting if any(s.leads for s in self.people[p].stints)]
            fitting = leaders or fitting
            if len(fitting) == 1:
                return fitting[0]
        tests = (
            lambda p: (
                any(self.mentions[n].list == mention.list for n in self.people[p].mentions)
                if mention.list
                else False
            ),
            lambda p: any(self.mentions[n].document == mention.document for n in self.people[p].mentions),
            lambda p: (
                any(self.mentions[n].group == mention.group for n in self.people[p].mentions)
                if mention.group
                else False
            ),
        )
        for test in tests:
            left = [p for p in fitting if test(p)]
            if left:
                fitting = left
            if len(left) == 1:
                return left[0]
        chosen = self._by_company(mention, fitting)
        return self._by_time(mention, fitting) if chosen is None else chosen

    def _by_company(self, mention: Mention, fitting: list[int]) -> int | None:
        """The one whose kind of body the others in the list have: bureau heads among bureau heads."""
        company: Counter[str] = Counter()
        if mention.role in ("分工", "责任领导", "牵头领导"):
            company.update(("government", "party", "congress", "consultative"))
        for other in self.lists.get(mention.list, ()) if mention.list else ():
            kinds = self.mentions[other].kinds
            if self.mentions[other].role == mention.role and not kinds and self.of[other] >= 0:
                kinds = frozenset(k for s in self.people[self.of[other]].stints for k in s.kinds)
            if self.mentions[other].role == mention.role:
                company.update(kinds)
        fits = {
            p: max((company[k] for s in self.people[p].stints for k in s.kinds), default=0) for p in fitting
        }
        best = max(fits.values())
        first = [p for p in fitting if fits[p] == best]
        others = [count for count in fits.values() if count != best]
        return first[0] if len(first) == 1 and best >= 2 * max(others, default=0) and best > 0 else None

    def _by_time(self, mention: Mention, fitting: list[int]) -> int | None:
        """The one whose time in office is nearest, None where two are."""
        if mention.day is None:
            return None
        day = mention.day
        away = {p: min((max(s.first - day, day - s.last, 0) for s in self.people[p].stints if s.dated), default=10**6)
                for p in fitting}
        nearest = [p for p in fitting if away[p] == min(away.values())]
        return nearest[0] if len(nearest) == 1 else None

    def _join_misprints(self) -> None:
        """Join a rare spelling to the name it is a misprint of: one office, one character, and it sounds or looks alike."""
        at_mask: dict[tuple[str, str], list[int]] = defaultdict(list)
        for number, person in enumerate(self.people):
            if len(person.name) >= 2:
                for mask in masks(person.name):
                    at_mask[person.place, mask].append(number)
        pairs = {
            (a, b)
            for close in at_mask.values()
            if 1 < len(close) <= 40
            for i, a in enumerate(close)
            for b in close[i + 1 :]
        }
        ranked = sorted(
            pairs,
            key=lambda pair: (
                -max(len(self.people[n].mentions) for n in pair),
                sorted(self.people[n].name for n in pair),
                pair,
            ),
        )
        for a, b in ranked:
            self._try_misprint(a, b)

    def _try_misprint(self, a: int, b: int) -> None:
        a, b = sorted((a, b), key=lambda n: (-len(self.people[n].mentions), self.people[n].name))
        main, rare = self.people[a], self.people[b]
        apart = differing(main.name, rare.name) if main.mentions and rare.mentions else None
        if apart is None or any({self.of[x], self.of[y]} == {a, b} for x, y in self.apart):
            return
        together = self._seen_together(main, rare)
        alike = confusable(*apart)
        if together or not (alike or self._between(main, rare)) or not self._one_office(main, rare):
            return
        tie = Tie(
            main.mentions[0], rare.mentions[0], "probable misprint", sure=False, weight=len(rare.mentions)
        )
        if len(rare.mentions) < len(main.mentions) or alike:
            self._merge(a, b, tie)

    def _seen_together(self, main: Person, rare: Person) -> bool:
        """Whether one list names both, in one role or in different offices."""
        lists = {m.list: m for n in rare.mentions if (m := self.mentions[n]).list}
        for number in main.mentions:
            mention = self.mentions[number]
            other = lists.get(mention.list) if mention.list else None
            if other and bool(mention.seats) == bool(other.seats) and (
                mention.role == other.role or not mention.seats & other.seats
            ):
                return True
        return False

    def _one_office(self, main: Person, rare: Person) -> bool:
        """Whether all the rare spelling's offices are the main one's at about that time; without any, whether
        both stand in one document or group."""
        held = {(seat[1], seat[2]) for s in main.stints for seat in s.seats}
        rare_held = {(seat[1], seat[2]) for s in rare.stints for seat in s.seats}
        if rare_held:
            if not rare_held & held or not {u for s in rare.stints for u in s.units} <= {
                u for s in main.stints for u in s.units
            }:
                return False
            stint = next(s for s in main.stints if {(x[1], x[2]) for x in s.seats} & rare_held)
            slack = 200
            return all(
                s.first >= stint.first - slack and s.last <= stint.last + slack
                for s in rare.stints
                if s.dated
            )
        documents = {self.mentions[n].document for n in main.mentions}
        return len(rare.mentions) == 1 and self.mentions[rare.mentions[0]].document in documents

    def _between(self, main: Person, rare: Person) -> bool:
        """Whether the rare spelling is printed once, in an office that one holds at a time, between two printings of
        the main one in that office."""
        if (
            len(rare.mentions) != 1
            or not (mention := self.mentions[rare.mentions[0]]).seats
            or mention.day is None
        ):
            return False
        for seat in mention.seats:
            days = [
                m.day for n in main.mentions if seat in (m := self.mentions[n]).seats and m.day is not None
            ]
            if held_by_one(seat[2]) and days and min(days) < mention.day < max(days):
                return True
        return False

    def _merge(self, a: int, b: int, tie: Tie) -> None:
        if a == b:
            return
        kept, gone = self.people[a], self.people[b]
        self.ties.append(tie)
        kept.stints = sorted([*kept.stints, *gone.stints], key=lambda s: (s.first, s.last))
        numbers, gone.mentions = gone.mentions, []
        self._add(a, numbers)

    def _name(self) -> None:
        """Give every person the name printed most often and an id; the first of several namesakes keeps the plain one."""
        live = [p for p in self.people if p.mentions]
        same: dict[tuple[str, str], list[Person]] = defaultdict(list)
        for person in live:
            person.mentions.sort(key=lambda n: self.mentions[n].order)
            for number in person.mentions:
                person.spellings.setdefault(self.mentions[number].name, []).append(number)
            person.name = most_printed((name, len(at)) for name, at in person.spellings.items())
            person.place = self.mentions[person.mentions[0]].place
            same[person.name, person.place].append(person)
        for (name, place), several in same.items():
            several.sort(key=lambda p: self.mentions[p.mentions[0]].order)
            used: Counter[str] = Counter()
            for at, person in enumerate(several):
                unit = min(
                    (seat[0] for n in person.mentions[:1] for seat in self.mentions[n].seats), default=""
                )
                used[unit] += 1
                person.id = (
                    stable_id("p_", name, place)
                    if at == 0
                    else stable_id("p_", name, place, unit, used[unit])
                )
