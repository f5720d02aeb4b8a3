"""Which rare spellings are misprints of another name: one office, one character, and it sounds or looks
alike.

    钱志伟 区公安分局副局长 once, 钱志为 区公安分局副局长 in five lists of the same months
Edit distance alone decides nothing: 李建华 and 李建军 are two men.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from graph.resolve.bare import LEADERS_ROLE
from graph.resolve.mentions import Mention
from graph.resolve.misprints import confusable, differing, masks
from graph.resolve.persons import Person
from graph.resolve.stints import Stint, held_by_one

# Days by which a misprint may lie before or after the time in which the right spelling is printed.
MOST_DAYS_OFF = 200
# Mentions without any post of which a misprint has no more.
MOST_BARE = 3
# Names that differ in one place from so many others say nothing.
MOST_ALIKE = 40


def misprints(mentions: Sequence[Mention], people: Sequence[Person]) -> Iterator[tuple[int, int]]:
    """Pairs (right spelling, misprint) of people by number, the most printed first.

    People without mentions, who have been joined to others, are passed over: `people` may change while the
    pairs are taken.
    """
    for pair in _alike(people):
        main, rare = sorted(pair, key=lambda n: (-len(people[n].mentions), people[n].name))
        if _misprinted(mentions, people[main], people[rare]):
            yield main, rare


def _alike(people: Sequence[Person]) -> list[tuple[int, int]]:
    at_mask: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, person in enumerate(people):
        for mask in masks(person.name) if len(person.name) > 1 else ():
            at_mask[person.place, mask].append(number)
    pairs = {
        (a, b)
        for close in at_mask.values()
        if 1 < len(close) <= MOST_ALIKE
        for at, a in enumerate(close)
        for b in close[at + 1 :]
        if people[a].name != people[b].name
    }
    return sorted(
        pairs,
        key=lambda pair: (
            -max(len(people[n].mentions) for n in pair),
            sorted(people[n].name for n in pair),
            pair,
        ),
    )


def _misprinted(mentions: Sequence[Mention], main: Person, rare: Person) -> bool:
    apart = differing(main.name, rare.name) if main.mentions and rare.mentions else None
    if apart is None:
        return False
    here, there = ([mentions[n] for n in person.mentions] for person in (main, rare))
    if not confusable(*apart) and not _between(here, there):
        return False
    return not _together(here, there) and _one_office(main, rare, here, there)


def _together(main: list[Mention], rare: list[Mention]) -> bool:
    """Whether one list names both in one role, or in different offices."""
    lists = {m.listed: m for m in rare if m.listed}
    for mention in main:
        other = lists.get(mention.listed) if mention.listed else None
        alike = other and bool(mention.seats) == bool(other.seats)
        if other and alike and (mention.role == other.role or not mention.seats & other.seats):
            return True
    return False


def _one_office(main: Person, rare: Person, here: list[Mention], there: list[Mention]) -> bool:
    """Whether the rare spelling's offices are the main one's at about that time.

    Without any office, whether its one mention stands in a document that has the main one, or all of its few
    are those of a leader (责任领导：…) and the main one leads the county.
    """
    held = {seat[1:] for s in main.stints for seat in s.seats}
    rarely = {seat[1:] for s in rare.stints for seat in s.seats}
    if not rarely:
        if len(there) == 1 and any(m.document == there[0].document for m in here):
            return True
        leading = [s for s in main.stints if s.leads and s.dated]
        return len(there) <= MOST_BARE and all(
            LEADERS_ROLE.search(m.role) and m.day is not None and any(_about(m.day, m.day, s) for s in leading)
            for m in there
        )
    bodies = {unit for s in main.stints for unit in s.units}
    if not rarely & held or any(not s.units <= bodies for s in rare.stints):
        return False
    stint = next(s for s in main.stints if {seat[1:] for seat in s.seats} & rarely)
    return all(_about(s.first, s.last, stint) for s in rare.stints if s.dated)


def _about(first: int, last: int, stint: Stint) -> bool:
    """Whether the days lie in the stint, or not far before or after it."""
    return first >= stint.first - MOST_DAYS_OFF and last <= stint.last + MOST_DAYS_OFF


def _between(main: list[Mention], rare: list[Mention]) -> bool:
    """Whether the rare spelling is printed once, in an office held by one, between two of the main one there."""
    if len(rare) != 1 or rare[0].day is None:
        return False
    for seat in rare[0].seats:
        days = [m.day for m in main if seat in m.seats and m.day is not None]
        if held_by_one(seat[2]) and days and min(days) < rare[0].day < max(days):
            return True
    return False
