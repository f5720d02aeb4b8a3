"""One reading of a unit's name."""

from __future__ import annotations

from dataclasses import dataclass

from graph.resolve.bodies import Body
from graph.resolve.place import Place


@dataclass(frozen=True, slots=True)
class Unit:
    """One reading of a unit name. `key` tells real units apart; `rule` says how the name led there.

    `place` is where the unit belongs, `site` the place a branch serves, `parent` the unit it is part of,
    `others` the second name plates that its brackets give.
    """

    key: tuple[str, str, str]
    place: Place
    form: str
    kind: str
    rule: str
    body: Body | None = None
    site: Place | None = None
    parent: Unit | None = None
    others: tuple[str, ...] = ()
