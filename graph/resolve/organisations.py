"""The organisations of one call: readings of names gathered, and joined where a place knows one body by two.

    文广局, 文化旅游体育广电局         one bureau of a place that has no other with these fields of work
    区公安局, 市公安局利通分局          a district's bureau that is a branch of its city's
    区城乡环境卫生管里中心              misprinted for …管理中心
Two that stand in one list are two.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.resolve.context import Row
from graph.resolve.names import stable_id
from graph.resolve.unit import Unit

Key = tuple[str, str, str]
_MIN_MISPRINT = 6  # characters of a name from which on one wrong character does not make another body


@dataclass(slots=True)
class Organisation:
    """One organisation: the reading that stands for it, its printed names with counts, and where each
    stands first."""

    unit: Unit
    names: Counter[str] = field(default_factory=Counter)
    forms: Counter[str] = field(default_factory=Counter)
    plates: set[str] = field(default_factory=set)
    lists: set[int] = field(default_factory=set)
    rules: dict[str, str] = field(default_factory=dict)
    evidence: dict[str, tuple[Row, str]] = field(default_factory=dict)

    @property
    def key(self) -> Key:
        return self.unit.key

    @property
    def id(self) -> str:
        return stable_id("u_", *self.unit.key)


class Organisations:
    """Gathers readings, then joins them; `of(key)` is the organisation that a reading's key ended up in."""

    def __init__(self) -> None:
        self.by_key: dict[Key, Organisation] = {}
        self._same: dict[Key, Key] = {}
        self._lists: dict[tuple[object, ...], int] = {}
        self._apart: list[tuple[Key, Key]] = []

    def take(self, unit: Unit, printed: str, row: Row, where: str, listed: tuple[object, ...] | None) -> None:
        """One mention of `unit`, printed so in the field `where` of `row`, in the list `listed`."""
        found = self._known(unit)
        found.names[printed] += 1
        found.forms[unit.form] += 1
        found.plates.update(unit.others)
        found.rules.setdefault(printed, unit.rule)
        found.evidence.setdefault(printed, (row, where))
        if listed is not None:
            found.lists.add(self._lists.setdefault(listed, len(self._lists)))

    def _known(self, unit: Unit) -> Organisation:
        found = self.by_key.get(unit.key)
        if found is None:
            found = self.by_key[unit.key] = Organisation(unit)
            if unit.parent:
                self._known(unit.parent)
        return found

    def of(self, key: Key) -> Organisation:
        return self.by_key[self._root(key)]

    def find(self, unit: Unit) -> Organisation:
        """The organisation of a reading, a fresh one where no fact names it."""
        return self.by_key.get(self._root(unit.key)) or Organisation(unit)

    def _root(self, key: Key) -> Key:
        while key in self._same:
            key = self._same[key]
        return key

    def keep_apart(self, pairs: Iterable[tuple[Key, Key]]) -> None:
        """Pairs that a judgement calls different: no rule joins them."""
        self._apart.extend(pairs)

    def join(self, together: Iterable[tuple[Key, Key]] = ()) -> None:
        """Join what is one body in its place, and what a judgement calls the same."""
        by_place: dict[str, list[Organisation]] = defaultdict(list)
        for found in self.by_key.values():
            by_place[found.unit.site.key if found.unit.site else found.unit.place.key].append(found)
        for place in sorted(by_place):
            local = sorted(by_place[place], key=lambda o: o.key)
            self._join_branches(local)
            self._join_composed(local)
            self._join_misprints(local)
        self._join_townships()
        for left, right in together:
            self._merge(right, left, "judged the same")

    def _join_branches(self, local: list[Organisation]) -> None:
        """公安局 in a district whose bureau is the city's branch is that branch."""
        branches = {o.unit.body.key: o for o in local if o.unit.site and o.unit.body}
        for found in local:
            if not found.unit.site and found.unit.body and (branch := branches.get(found.unit.body.key)):
                self._merge(found.key, branch.key, "branch of the city's bureau")

    def _join_composed(self, local: list[Organisation]) -> None:
        """文广局 is the one bureau of the place whose fields of work include both."""
        bureaus = [
            (o, o.unit.body)
            for o in local
            if o.unit.body and o.unit.body.functions and not o.unit.site and o.names
        ]
        for found, body in bureaus:
            wider = [(o, b) for o, b in bureaus if body.functions < b.functions]
            widest = [(o, b) for o, b in wider if not any(b.functions < w.functions for _, w in wider)]
            # A bureau that reforms ended is a body of its own, though a later one took its work.
            if len(widest) != 1 or body.ended:
                continue
            whole, fields = widest[0][0], widest[0][1].functions
            rivals = [o for o, b in bureaus if o is not found and b.functions < fields]
            if not any(found.lists & other.lists for other in (whole, *rivals)):
                self._merge(found.key, whole.key, "fields of work of one bureau")

    def _join_misprints(self, local: list[Organisation]) -> None:
        """A name that only its form explains, one character off a standard body's in the same place, is
        that body's."""
        known: dict[str, Key] = {}
        for found in local:
            if found.unit.body:
                for form in found.forms:
                    for mask in _masks(form):
                        known.setdefault(mask, found.key)
        for found in local:
            if found.unit.body or found.unit.kind in (
                "collective",
                "officials",
                "inner",
                "group",
                "zone",
                "village",
            ):
                continue
            for form in found.forms:
                near = next((known[mask] for mask in _masks(form) if mask in known), None)
                if near and not found.lists & self.of(near).lists:
                    self._merge(found.key, near, "probable misprint")
                    break

    def _join_townships(self) -> None:
        """河口派出所, 河口中心卫生院 and 河口办事处 are those of the county's 河口镇 or 河口街道, where printed."""
        of_town: dict[Key, list[Key]] = defaultdict(list)
        for found in self.by_key.values():
            town, county = found.unit.place, found.unit.place.parent
            if town.level == "township" and county:
                itself = found.unit.kind == "township"
                for form in ("办事处",) if itself else (found.unit.form, f"中心{found.unit.form}"):
                    of_town[county.key, town.short + form, ""].append(found.key)
        for key in sorted(of_town.keys() & self.by_key.keys()):
            town_key, more = of_town[key][0], of_town[key][1:]
            if not more and not self.by_key[key].lists & self.by_key[town_key].lists:
                self._merge(key, town_key, "township's short name")

    def _merge(self, gone: Key, kept: Key, rule: str) -> None:
        gone, kept = self._root(gone), self._root(kept)
        if gone == kept or any({self._root(a), self._root(b)} == {gone, kept} for a, b in self._apart):
            return
        old, new = self.by_key.pop(gone), self.by_key[kept]
        self._same[gone] = kept
        for printed in old.names:
            new.rules.setdefault(printed, rule)
            new.evidence.setdefault(printed, old.evidence[printed])
        new.names.update(old.names)
        new.forms.update(old.forms)
        new.plates |= old.plates
        new.lists |= old.lists


def _masks(form: str) -> Iterable[str]:
    return (
        (f"{form[:at]}?{form[at + 1 :]}" for at in range(len(form) - 1)) if len(form) >= _MIN_MISPRINT else ()
    )
