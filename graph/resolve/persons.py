"""What finding people gives: persons, and the ties between mentions that made them."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.resolve.stints import Stint


@dataclass(slots=True)
class Person:
    """One person: numbers of the mentions, the stints, and the spellings joined as misprints."""

    mentions: list[int]
    stints: list[Stint]
    name: str
    place: str
    spellings: dict[str, list[int]] = field(default_factory=dict)
    id: str = ""


@dataclass(frozen=True, slots=True)
class Tie:
    """Two mentions held for one person's (`joined`) or left apart, and the rule that did it.

    `sure` is False where the user may know better; `weight` counts the mentions at stake.
    """

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
        """Whom the mention with this number names."""
        return self.of[mention]
