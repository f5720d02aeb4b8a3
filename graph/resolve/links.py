"""Whether two stints of one name are one person's, and why.

马学东 区民政局局长 2019-06 … 2019-07   and   马学东 河口乡乡长 2019-07   overlap: two people
李文 县水务局副局长 until 2020-03, then 县林草局局长, with a successor at the first   one man who moved
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.resolve.mentions import LEGAL_REPRESENTATIVE, Mention
from graph.resolve.stints import HEAD, Seats, Stint

# Days between the end of one office and the beginning of the next above which a move is unlikely.
MOST_DAYS_BETWEEN = 75
# Days by which the removal from one office may be printed after the appointment to the next.
MOST_DAYS_LATE = 15


@dataclass(frozen=True, slots=True)
class Link:
    """Why two stints of one name are held for one person's: a `rule`, and how sure it is."""

    rule: str
    score: int


def link(mentions: Sequence[Mention], seats: Seats, earlier: Stint, later: Stint) -> Link | None:
    """Whether `later` can be the same person's as `earlier`; None where it can't."""
    if not earlier.places & later.places or earlier.lists & later.lists:
        return None
    if earlier.overlaps(later) and all(place.startswith("?") for place in later.places):
        return Link("offices in one institution", 4)
    if earlier.overlaps(later):
        if earlier.leads and later.leads and earlier.homes & later.homes:
            return Link("offices of one leader", 1)
        if _registered(mentions, earlier) & _registered(mentions, later):
            return Link("represents several bodies in one register", 1)
        one_leads = earlier.leads != later.leads and min(earlier.rank, later.rank) >= HEAD
        return Link("offices of one leader", 1) if one_leads else None
    if not earlier.dated or not later.dated:
        return Link("same name", 0)
    if _acts(mentions, earlier, "免去") & _acts(mentions, later, "任命"):
        return Link("removed and appointed in one document", 6)
    if earlier.removed is not None and (
        later.first < earlier.removed - MOST_DAYS_BETWEEN
        or (later.appointed is not None and later.appointed < earlier.removed - MOST_DAYS_LATE)
    ):
        return None  # the one was in office long after the other had come into his
    left, entered = mentions[earlier.mentions[-1]], mentions[later.mentions[0]]
    if earlier.units & later.units:
        return Link("same body", 4)
    vacated = _earliest(
        earlier.removed, *(seats.succeeded(mentions[n], earlier.last) for n in earlier.mentions[-3:])
    )
    free = _latest(later.appointed, *(seats.preceded(mentions[n], later.first) for n in later.mentions[:3]))
    score = 2 * (vacated is not None) + 2 * (free is not None)
    # Who moves is not without an office for long.
    idle = (free if free is not None else later.first) - (vacated if vacated is not None else earlier.last)
    if score and idle > MOST_DAYS_BETWEEN:
        score -= 3
    elif score and later.first - earlier.last <= MOST_DAYS_BETWEEN:
        score += 1
    score -= 2 * seats.alone(left) + 2 * seats.alone(entered)
    drop = earlier.rank - later.rank
    if drop > 2:
        score -= 5
    elif drop > 1 or drop < -2:
        score -= 2
    return Link("post handed over" if score > 0 else "same name, one post after the other", score)


def _registered(mentions: Sequence[Mention], stint: Stint) -> set[str]:
    """The registers that print the name as a body's legal representative; a head often is a branch's, too."""
    return {
        mentions[n].document
        for n in stint.mentions
        if any(title == LEGAL_REPRESENTATIVE for _, _, title in mentions[n].seats)
    }


def _acts(mentions: Sequence[Mention], stint: Stint, action: str) -> set[str]:
    """The documents that appoint the name to the stint's office (任命), or remove it (免去)."""
    return {mentions[n].document for n in stint.mentions if mentions[n].appointed == action}


def _earliest(*days: int | None) -> int | None:
    return min((day for day in days if day is not None), default=None)


def _latest(*days: int | None) -> int | None:
    return max((day for day in days if day is not None), default=None)
