"""What the user's judgements mean for the facts at hand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from graph.resolve.context import Row
from graph.resolve.judgements import Judgement, anchor
from graph.resolve.unions import Unions

T = TypeVar("T", bound=Hashable)
# What a mention names where its #field is left out, the first that the fact has.
_FIELDS = ("member", "person", "name", "host", "unit", "holder", "target")


class Verdicts:
    """The judgements on these facts, asked kind by kind.

    Those that never meet two of a kind, and those that others contradict, are `stale`.
    """

    def __init__(self, judgements: Sequence[Judgement], rows: Sequence[Row]) -> None:
        # The last word on a pair counts, by time and then by the order of lines.
        in_time = sorted(judgements, key=lambda j: j.when)
        self._judgements = list({frozenset((j.left, j.right)): j for j in in_time}.values())
        self._rows = rows
        self._used: set[int] = set()
        self._at: dict[tuple[str, int, int], list[int]] = defaultdict(list)
        if self._judgements:
            for number, row in enumerate(rows):
                self._at[row["source"], row["start"], row["end"]].append(number)

    @property
    def stale(self) -> list[Judgement]:
        """The judgements whose mentions or entities are no longer there, or that others contradict."""
        return [j for n, j in enumerate(self._judgements) if n not in self._used]

    def settled(self) -> set[frozenset[str]]:
        """The pairs that the user has judged, as written."""
        return {frozenset((j.left, j.right)) for j in self._judgements}

    def pairs(
        self, by_id: Callable[[], Mapping[str, T]], at: Callable[[int, str], T | None]
    ) -> tuple[list[tuple[T, T]], list[tuple[T, T]]]:
        """The pairs judged the same and those judged different, of one kind of thing.

        `by_id` gives the things that judgements may name by id; `at` the thing that a row's field names, by
        the row's number. What is the same as one of two that differ, differs from the other as well.
        """
        same: list[tuple[T, T]] = []
        parted: list[tuple[int, T, T]] = []
        ids: Mapping[str, T] = (
            by_id() if any(not anchor(side) for j in self._judgements for side in (j.left, j.right)) else {}
        )
        for number, judgement in enumerate(self._judgements):
            left, right = (self._meant(side, ids, at) for side in (judgement.left, judgement.right))
            if left is None or right is None:
                continue
            self._used.add(number)
            if judgement.judgement == "same":
                same.append((left, right))
            elif judgement.judgement == "different":
                parted.append((number, left, right))
        return same, list(self._spread(same, parted))

    def _spread(
        self, same: Sequence[tuple[T, T]], parted: Iterable[tuple[int, T, T]]
    ) -> Iterator[tuple[T, T]]:
        """The pairs that differ, those first that are judged so themselves."""
        joined: Unions[T] = Unions()
        for left, right in same:
            joined.join(left, right)
        like: dict[T, list[T]] = defaultdict(list)
        for thing in dict.fromkeys(thing for pair in same for thing in pair):
            like[joined.root(thing)].append(thing)
        for number, left, right in parted:
            if joined.root(left) == joined.root(right):
                self._used.discard(number)
                continue
            yield left, right
            for a in like[joined.root(left)] or [left]:
                yield from ((a, b) for b in like[joined.root(right)] or [right])

    def _meant(self, side: str, ids: Mapping[str, T], at: Callable[[int, str], T | None]) -> T | None:
        spot = anchor(side)
        if spot is None:
            return ids.get(side)
        fields: Iterable[str] = (spot.field,) if spot.field else _FIELDS
        for number in self._at.get((spot.source, spot.start, spot.end), ()):
            for field in fields:
                if self._rows[number].get(field):
                    thing = at(number, field)
                    if thing is not None or not spot.field:
                        return thing
        return None
