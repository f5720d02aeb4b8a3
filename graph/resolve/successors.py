"""Who likely sits in a group now, where a list says that its members change with their posts
(依职务自动更替)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.resolve.mentions import Mention, Seat
from graph.resolve.persons import People, Person
from graph.resolve.stints import held_by_one


def successors(
    mentions: Sequence[Mention], people: People, by_post: set[int]
) -> Iterator[tuple[int, Person]]:
    """For each membership by post, by its row's number: who is printed last in its office after the list's day.

    Only offices that one holds at a time count, and only another person.
    """
    if not by_post:
        return
    latest: dict[Seat, tuple[int, int]] = {}
    for number, mention in enumerate(mentions):
        if mention.day is not None and mention.appointed != "免去":
            for seat in mention.seats:
                if held_by_one(seat[2]):
                    latest[seat] = max(latest.get(seat, (0, 0)), (mention.day, number))
    for number, mention in enumerate(mentions):
        if mention.at not in by_post or mention.day is None:
            continue
        day, last = max((latest[seat] for seat in mention.seats if seat in latest), default=(0, 0))
        if day > mention.day and people.person(last) is not people.person(number):
            yield mention.at, people.person(last)
