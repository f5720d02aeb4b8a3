"""Whom a mention without a post means, where several people have its name.

成员：… 杨林 县教育局局长 … 杨林 马高庄乡武装部部长      办公室副主任由 马建、杨林、李志 担任
                                                           the one among bureau heads is the bureau's head
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence

from graph.resolve.mentions import Mention
from graph.resolve.persons import Person

# Labels under which county leaders stand.
LEADERS_ROLE = re.compile(r"领导|^分工$|包抓|河长|林长")
_LEADERS_KINDS = ("government", "party", "congress", "consultative")


class Chooser:
    """Chooses among namesakes. `of` tells each mention's person by number, -1 where it has none yet."""

    def __init__(self, mentions: Sequence[Mention], people: Sequence[Person], of: Sequence[int]) -> None:
        self._mentions = mentions
        self._people = people
        self._of = of
        self._lists: dict[tuple[str, str], list[int]] = defaultdict(list)
        for number, mention in enumerate(mentions):
            if mention.listed:
                self._lists[mention.listed].append(number)

    def chosen(self, number: int, fitting: list[int]) -> int | None:
        """The one of the people `fitting` whom the mention means, None where nothing tells."""
        mention = self._mentions[number]
        if len(fitting) > 1 and LEADERS_ROLE.search(mention.role):
            leaders = [p for p in fitting if any(s.leads for s in self._people[p].stints)]
            fitting = leaders or fitting
        for near in self._nearness(mention):
            if len(fitting) < 2:
                break
            fitting = [p for p in fitting if any(map(near, self._named(p)))] or fitting
        if len(fitting) < 2:
            return fitting[0] if fitting else None
        chosen = self._by_company(mention, fitting)
        return self._by_time(mention, fitting) if chosen is None else chosen

    @staticmethod
    def _nearness(mention: Mention) -> Iterator[Callable[[Mention], bool]]:
        """The same list says more than the same document, and that more than the same group."""
        if mention.listed:
            yield lambda other: other.listed == mention.listed
        yield lambda other: other.document == mention.document
        if mention.group:
            yield lambda other: other.group == mention.group

    def _named(self, person: int) -> Iterator[Mention]:
        return (self._mentions[n] for n in self._people[person].mentions)

    def _by_company(self, mention: Mention, fitting: list[int]) -> int | None:
        """The one whose kind of body the others in the list have: bureau heads among bureau heads."""
        company: Counter[str] = Counter(_LEADERS_KINDS if LEADERS_ROLE.search(mention.role) else ())
        for other in self._lists.get(mention.listed, ()) if mention.listed else ():
            if self._mentions[other].role == mention.role:
                company.update(self._mentions[other].kinds or self._kinds(self._of[other]))
        fits = {p: max((company[kind] for kind in self._kinds(p)), default=0) for p in fitting}
        best, second = sorted(fits.values(), reverse=True)[:2]
        return max(fitting, key=lambda p: fits[p]) if best > 0 and best >= 2 * second else None

    def _kinds(self, person: int) -> frozenset[str]:
        return (
            frozenset(k for s in self._people[person].stints for k in s.kinds) if person >= 0 else frozenset()
        )

    def _by_time(self, mention: Mention, fitting: list[int]) -> int | None:
        """The one whose time in office is nearest, None where two are."""
        if (day := mention.day) is None:
            return None
        away = {
            p: min(
                (max(s.first - day, day - s.last, 0) for s in self._people[p].stints if s.dated),
                default=10**6,
            )
            for p in fitting
        }
        nearest = [p for p in fitting if away[p] == min(away.values())]
        return nearest[0] if len(nearest) == 1 else None
