"""From when to when each membership holds, by the documents that list and change its group.

2020-03  成立…领导小组      组长 甲, 成员 乙, 丙     since 2020-03
2021-06  关于调整…领导小组  组长 甲, 成员 乙, 丁     丙 until 2021-06, 丁 since 2021-06
2021-09  增补戊为…成员                               戊 since 2021-09, the others untouched
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field

from graph.resolve.context import Setting

Member = Hashable
_OFFICE = re.compile(r"办公室|秘书|联络")
_HEAD = re.compile(r"(?<!副)(?:组长|总指挥|指挥长|召集人|主任|总队长|理事长|会长|主席)")
_PARTIAL_TITLE = re.compile(r"增补|充实|补充|增加|部分(?:成员|组成人员|领导|人员)|个别")
_FULL_TITLE = re.compile(r"成立|调整|组建|设立|建立|组成人员|组成成员|更新")


@dataclass(frozen=True, slots=True)
class Listing:
    """One membership as a document lists it; `at` is the caller's number for it."""

    at: int
    group: str
    member: Member
    role: str
    setting: Setting


@dataclass(frozen=True, slots=True)
class Change:
    """What a document does to a group: adjusts, amends, ends, leaves (`member`, and `role` or None for
    all)."""

    group: str
    action: str
    setting: Setting
    member: Member = None
    role: str | None = None


@dataclass(slots=True)
class _Event:
    setting: Setting
    listed: list[Listing] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)


Term = tuple[str | None, str | None]


def terms(listings: Iterable[Listing], changes: Iterable[Change], parents: dict[str, str]) -> dict[int, Term]:
    """`since` and `until` (ISO dates or None) of every listing, by its number.

    `parents` gives a subgroup's group: it ends when its group ends. A document without a date starts and
    ends nothing.
    """
    events: dict[str, dict[str, _Event]] = defaultdict(dict)

    def event(group: str, setting: Setting) -> _Event:
        return events[group].setdefault(setting.document, _Event(setting))

    for listing in listings:
        event(listing.group, listing.setting).listed.append(listing)
    endings: dict[str, list[Change]] = defaultdict(list)
    for change in changes:
        if change.action == "ends":
            endings[change.group].append(change)
        event(change.group, change.setting).changes.append(change)
    for group in list(events):
        above = parents.get(group)
        for change in endings.get(above, ()) if above else ():
            event(group, change.setting).changes.append(change)
    found: dict[int, Term] = {}
    for of_group in events.values():
        found.update(_group_terms(list(of_group.values())))
    return found


def _group_terms(events: list[_Event]) -> dict[int, Term]:
    found: dict[int, Term] = {}
    running: dict[tuple[Member, str], tuple[str, list[int]]] = {}

    def end(key: tuple[Member, str], day: str) -> None:
        since, numbers = running.pop(key)
        found.update(dict.fromkeys(numbers, (since, day)))

    for event in sorted(events, key=lambda e: (not e.setting.date, _turn(e))):
        day = event.setting.date
        if not day:
            found.update({listing.at: (None, None) for listing in event.listed})
            continue
        listed = {(listing.member, listing.role) for listing in event.listed}
        for key in list(running):
            if key not in listed and _ended(event, key, listed):
                end(key, day)
        for listing in event.listed:
            key = (listing.member, listing.role)
            running.setdefault(key, (day, []))[1].append(listing.at)
        if any(change.action == "ends" for change in event.changes):
            for key in list(running):
                end(key, day)
    for since, numbers in running.values():
        found.update(dict.fromkeys(numbers, (since, None)))
    return found


def _turn(event: _Event) -> tuple[str, int, tuple[str, str, int, str]]:
    """Events of one day in the order of their effect: founding, adjusting, amending, ending."""
    actions = {change.action for change in event.changes}
    rank = (
        3 if "ends" in actions else 2 if actions & {"amends", "leaves"} else 1 if "adjusts" in actions else 0
    )
    return event.setting.order[0], rank, event.setting.order


def _ended(event: _Event, running: tuple[Member, str], listed: set[tuple[Member, str]]) -> bool:
    """Whether the document ends a membership that it does not list."""
    member, role = running
    if any(c.action == "leaves" and c.member == member and c.role in (None, "", role) for c in event.changes):
        return True
    if _is_full(event):
        return True
    # A member named for another place in the group gives up the one held; the office's posts go with any.
    return not _OFFICE.search(role) and any(
        other == member and not _OFFICE.search(new) for other, new in listed
    )


def _is_full(event: _Event) -> bool:
    """Whether the document gives the group's whole list, so that whom it leaves out has left."""
    actions = {change.action for change in event.changes}
    if actions & {"amends", "leaves"} or not event.listed:
        return False
    if _PARTIAL_TITLE.search(event.setting.title) and "establishes" not in actions:
        return False
    if actions & {"adjusts", "establishes"}:
        return True
    roles = [listing.role for listing in event.listed if not _OFFICE.search(listing.role)]
    heads = sum(bool(_HEAD.search(role)) for role in roles)
    if _FULL_TITLE.search(event.setting.title) and heads:
        return True
    return bool(heads) and len(roles) >= 3
