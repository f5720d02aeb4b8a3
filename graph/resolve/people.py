"""Which mentions are one person.

A name in one body is one person; so is a name whose posts follow each other. A name twice in one list, or
in two bodies at one time, is two people. A mention without a post goes to the one whom its list and its time
fit.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from graph.resolve.bare import LEADERS_ROLE, Chooser
from graph.resolve.links import Link, link
from graph.resolve.mentions import Mention, by_name
from graph.resolve.names import most_printed, stable_id
from graph.resolve.persons import People, Person, Tie
from graph.resolve.stints import DEPUTY, HEAD, Seats, Stint, stints
from graph.resolve.variants import misprints

# From so many names proven to be two people's on, a county is held to be rich in namesakes.
RICH_IN_NAMESAKES = 8
# How much then speaks for one person before two stints are joined: see links.link.
NEEDED_AMONG_NAMESAKES = 4
# Elsewhere only a head who would have become a clerk is taken for another.
NEEDED_ELSEWHERE = -4
# From here on a join says what made it, and is no doubt.
SURE = 2
Pairs = list[tuple[int, int]]


def find_people(
    mentions: Sequence[Mention], together: Pairs | None = None, apart: Pairs | None = None
) -> People:
    """The people whom `mentions` name. `together` and `apart` are pairs of mentions that a judgement
    decides."""
    return _Finder(mentions, together or [], apart or []).find()


class _Finder:
    def __init__(self, mentions: Sequence[Mention], together: Pairs, apart: Pairs) -> None:
        self.mentions = mentions
        self.together = together
        self.apart = apart
        self.seats = Seats(mentions)
        self.people: list[Person] = []
        self.of = [-1] * len(mentions)
        self.ties: list[Tie] = []
        self.rich: set[str] = set()

    def find(self) -> People:
        named = by_name(self.mentions)
        found = {name: stints(self.mentions, same, self._apart_among(same)) for name, same in named.items()}
        self.rich = rich = _rich_in_namesakes(found.values())
        own = {name: self._chain(name, several, rich) for name, several in found.items()}
        chooser = Chooser(self.mentions, self.people, self.of)
        for name, same in named.items():
            self._place_bare(name, [n for n in same if not self.mentions[n].seats], own[name], chooser)
        for main, rare in misprints(self.mentions, self.people):
            if not self._judged_apart(main, self.people[rare].mentions):
                tie = (self.people[main].mentions[0], self.people[rare].mentions[0], "probable misprint")
                self._merge(main, rare, Tie(*tie, sure=False, weight=len(self.people[rare].mentions)))
        for left, right in self.together:
            self._merge(self.of[left], self.of[right], Tie(left, right, "judged the same"))
        self._name()
        return People([p for p in self.people if p.mentions], [self.people[n] for n in self.of], self.ties)

    def _apart_among(self, numbers: Sequence[int]) -> Pairs:
        inside = set(numbers) if self.apart else set()
        return [pair for pair in self.apart if pair[0] in inside and pair[1] in inside]

    def _chain(self, name: str, several: list[Stint], rich: set[str]) -> list[int]:
        """Give each stint of a name to the person whose earlier stint it follows best, or to a new one.

        Returns the people of the name.
        """
        own: list[int] = []
        for stint in several:
            needed = NEEDED_AMONG_NAMESAKES if stint.places & rich else NEEDED_ELSEWHERE
            links = [(found, p) for p in own if (found := self._linked(p, stint)) and found.score >= needed]
            if links:
                found, person = max(links, key=lambda pair: (pair[0].score, -pair[1]))
                last = self.people[person].stints[-1]
                at_stake = min(len(last.mentions), len(stint.mentions))
                self._tie(last, stint, found.rule, sure=found.score >= SURE, weight=at_stake)
                self._add(person, stint.mentions)
                self.people[person].stints.append(stint)
                continue
            if own:
                last = self.people[own[-1]].stints[-1]
                self._tie(last, stint, "same name, different bodies", joined=False, sure=last.overlaps(stint))
            own.append(self._new(name, stint.mentions, [stint]))
        return own

    def _tie(
        self, last: Stint, stint: Stint, rule: str, *, joined: bool = True, sure: bool, weight: int = 1
    ) -> None:
        self.ties.append(Tie(last.mentions[-1], stint.mentions[0], rule, joined, sure, weight))

    def _linked(self, person: int, stint: Stint) -> Link | None:
        """The link to the person's last stint, None where any stint or a judgement speaks against it."""
        if self._judged_apart(person, stint.mentions):
            return None
        links = [link(self.mentions, self.seats, earlier, stint) for earlier in self.people[person].stints]
        return links[-1] if all(links) else None

    def _judged_apart(self, person: int, numbers: Sequence[int]) -> bool:
        return any(
            (self.of[a] == person and b in numbers) or (self.of[b] == person and a in numbers)
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

    def _place_bare(self, name: str, bare: list[int], own: list[int], chooser: Chooser) -> None:
        """Give the mentions that print no post to the one of that name whom they mean.

        Where nothing tells who that is, they are somebody else's; all of a place that speak of a leader, one's.
        """
        unknown: dict[str, int] = {}
        for number in bare:
            place = self.mentions[number].place
            fitting = [p for p in own if place in self._places(p) and not self._judged_apart(p, [number])]
            if "领导" in self.mentions[number].role and not place.startswith("?"):
                fitting = [p for p in fitting if self._may_lead(p)]
            chosen = chooser.chosen(number, fitting)
            leader = bool(LEADERS_ROLE.search(self.mentions[number].role))
            if chosen is None and leader:
                chosen = unknown.get(place)
            if chosen is None:
                own = [*own, self._new(name, [number], [])]
                if leader:
                    unknown[place] = own[-1]
                continue
            if len(fitting) > 1:
                first = self.people[chosen].mentions[0]
                self.ties.append(Tie(first, number, "list and time fit", sure=False))
            self._add(chosen, [number])

    def _may_lead(self, person: int) -> bool:
        """Whether 责任领导 may be this person: no clerk or head of an inner office; among many namesakes, no
        deputy."""
        stints_ = self.people[person].stints
        needed = HEAD if any(s.places & self.rich for s in stints_) else DEPUTY
        return not stints_ or max(s.rank for s in stints_) >= needed

    def _places(self, person: int) -> set[str]:
        return {self.people[person].place}.union(*(s.places for s in self.people[person].stints))

    def _merge(self, kept: int, gone: int, tie: Tie) -> None:
        if kept == gone:
            return
        self.ties.append(tie)
        stints_ = [*self.people[kept].stints, *self.people[gone].stints]
        self.people[kept].stints = sorted(stints_, key=lambda s: (s.first, s.last))
        numbers, self.people[gone].mentions = self.people[gone].mentions, []
        self._add(kept, numbers)

    def _name(self) -> None:
        """Give every person the name printed most often and an id.

        The first of several namesakes keeps the plain one, so that later gazettes change no ids.
        """
        same: dict[tuple[str, str], list[Person]] = defaultdict(list)
        for person in self.people:
            if not person.mentions:
                continue
            person.mentions.sort(key=lambda n: self.mentions[n].order)
            for number in person.mentions:
                person.spellings.setdefault(self.mentions[number].name, []).append(number)
            person.name = most_printed((name, len(at)) for name, at in person.spellings.items())
            person.place = self.mentions[person.mentions[0]].place
            same[person.name, person.place].append(person)
        for (name, place), several in same.items():
            used: Counter[str] = Counter()
            several.sort(key=lambda p: self.mentions[p.mentions[0]].order)
            for at, person in enumerate(several):
                unit = min((seat[0] for seat in self.mentions[person.mentions[0]].seats), default="")
                used[unit] += 1
                person.id = stable_id("p_", name, place, *((unit, used[unit]) if at else ()))


def _rich_in_namesakes(found: Iterable[list[Stint]]) -> set[str]:
    """The places in which many names are proven to be two people's."""
    proven: Counter[str] = Counter()
    for several in found:
        for at, stint in enumerate(several):
            if any(s.overlaps(stint) and not s.leads and not stint.leads for s in several[:at]):
                proven.update(stint.places)
                break
    return {p for p, count in proven.items() if count >= RICH_IN_NAMESAKES and not p.startswith("?")}
