"""Which fields of the facts name units, and which organisation each of them means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.resolve.context import Row, Setting
from graph.resolve.forms import LOCAL
from graph.resolve.issuing import institution_at
from graph.resolve.judging import Verdicts
from graph.resolve.mentions import Clue, is_person, namespace, person_name
from graph.resolve.names import fold
from graph.resolve.organisations import Organisation, Organisations
from graph.resolve.place import Place
from graph.resolve.places import Places
from graph.resolve.posts import offices, post_unit
from graph.resolve.unit import Unit
from graph.resolve.units import UnitReader
from ingest.lexicon.people import is_name

# The bodies whose heads and deputies lead a county.
LEADING = ("委员会", "人民政府", "人民代表大会常务委员会", "政治协商会议委员会")
_UNIT_FIELDS = {"group_office": "host", "permit": "unit", "duty": "unit", "task": "name"}
_POSTED = ("membership", "oversight", "appointment")
Spot = tuple[int, str]  # a row's number and its field; post.X and issuers.N for one of several


class Naming:
    """The units that `rows` name, worked on in `order`. `read` first, then `set_ids`."""

    def __init__(
        self, rows: list[Row], order: Sequence[int], settings: Sequence[Setting], places: Places
    ) -> None:
        self._rows = rows
        self._order = order
        self._settings = settings
        self._places = places
        self._reader = UnitReader(places)
        self._known = self._people_by_place()
        self._carried: dict[tuple[object, ...], Place | None] = {}
        self._units: dict[Spot, tuple[Unit, str]] = {}
        self.organisations = Organisations()

    def read(self, verdicts: Verdicts) -> None:
        """Read every unit name, and join what is one organisation, by rules and by the user's judgements."""
        for n in self._order:
            self._tell_people(self._rows[n], self._settings[n].place)
            for where, printed, unit in self._named(n):
                if unit := unit or self._reader.read(printed, self._settings[n].place):
                    self._units[n, where] = self._localised(unit, self._settings[n]), printed
        same, different = verdicts.pairs(self._by_id, lambda n, f: (n, f) if (n, f) in self._units else None)
        for left, right in different:
            if self._key(left) == self._key(right):
                self._split(left, right)
        for (n, where), (unit, printed) in self._units.items():
            listed = _list_of(self._rows[n], where)
            self.organisations.take(unit, fold(printed), self._rows[n], where, listed)
        self.organisations.keep_apart((self._key(a), self._key(b)) for a, b in different)
        self.organisations.join((self._key(a), self._key(b)) for a, b in same)

    def set_ids(self) -> None:
        """Write the ids beside the names."""
        for n, row in enumerate(self._rows):
            if row["kind"] in _POSTED:
                row["post_unit_id"] = None
            if row["kind"] == "oversight":
                row["target_id"] = None
            elif row["kind"] == "membership":
                row["member_id"] = None
            elif row["kind"] == "document":
                spots = [(n, f"issuers.{at}") for at in range(len(row.get("issuers") or ()))]
                row["issuer_ids"] = [self._id(spot) if spot in self._units else None for spot in spots]
        for spot in self._units:
            if "." not in spot[1]:
                self._rows[spot[0]][f"{spot[1]}_id"] = self._id(spot)

    def clue(self, printed: str, setting: Setting) -> Clue | None:
        """What a unit in a post tells of its holder."""
        unit = self._reader.read(printed, setting.place)
        if unit is None:
            return None
        found = self.organisations.find(self._localised(unit, setting))
        top = found.unit
        while top.parent and not top.site:
            top = top.parent
        home = institution_at(top.place, top.form, self._places) or namespace(top.site or top.place)
        town = top.place.level == "township"
        body = top.body.name if top.body and top is found.unit else ""
        leading = body in LEADING and not town and home.level != "institution"
        kind = "township" if town else top.kind
        return Clue(self.organisations.find(top).id, found.id, kind, home.key, leading)

    def _people_by_place(self) -> dict[str, set[str]]:
        known: dict[str, set[str]] = defaultdict(set)
        for row, setting in zip(self._rows, self._settings, strict=True):
            named = row.get("member") if row.get("member_kind") == "person" else None
            if name := named or row.get("person") or row.get("legal_rep"):
                known[setting.place.key].add(person_name(name))
        return known

    def _tell_people(self, row: Row, place: Place) -> None:
        """A task's name and whom a change names can be a person's or a unit's."""
        known = self._known[place.key]
        if row["kind"] == "task":
            row["name_kind"] = "person" if is_person(row["name"], row["role"], known) else "unit"
        elif row["kind"] == "group_change" and row.get("member"):
            name = person_name(row["member"])
            row["member_kind"] = "person" if name in known or is_name(name) else "unit"

    def _named(self, n: int) -> Iterator[tuple[str, str, Unit | None]]:
        """Field, printed name and, where only the list tells it, the unit of each unit name in a row."""
        row = self._rows[n]
        kind = row["kind"]
        where = _UNIT_FIELDS.get(kind, "")
        if row.get(where) and row.get("name_kind") != "person":
            yield where, row[where], None
        elif kind in ("membership", "group_change") and row.get("member_kind") == "unit":
            yield "member", row["member"], None
        elif kind == "oversight" and (unit := self._target(n)):
            yield "target", row["target"], unit
        elif kind == "document":
            for at, issuer in enumerate(row.get("issuers") or ()):
                yield f"issuers.{at}", issuer, None
        if kind in _POSTED:
            post = row.get("post") or (row["member"] if row.get("member_kind") == "post" else None)
            row["post_unit"] = printed = post_unit(post)
            for office in offices(post) if post else ():
                if office.unit:
                    yield "post_unit" if office.unit == printed else f"post.{office.unit}", office.unit, None

    def _target(self, n: int) -> Unit | None:
        """What an official oversees. The first of a list may name a place for those that follow:
        协调市水务局、农业农村局."""
        row, place = self._rows[n], self._settings[n].place
        listed = (row["source"], row.get("document"), row["person"], row["relation"])
        unit = self._reader.target(row["target"], row["relation"], place, self._carried.get(listed))
        if listed not in self._carried:
            above = (
                unit is not None and unit.rule == "level word" and not unit.site and unit.place is not place
            )
            self._carried[listed] = unit.place if unit and above else None
        return unit

    @staticmethod
    def _localised(unit: Unit, setting: Setting) -> Unit:
        """办公室 is each document's own, but for a school's, which has one."""
        if unit.key[1].startswith(LOCAL) and unit.place.level != "institution":
            return replace(unit, key=(unit.key[0], unit.key[1], setting.document))
        return unit

    def _split(self, left: Spot, right: Spot) -> None:
        """Take the right mention for a unit of its own, with its like in the same document unless the left one
        stands there, too."""
        key, document = self._key(right), self._settings[right[0]].document
        with_its_like = self._settings[left[0]].document != document
        mark = document if with_its_like else f"{document}:{self._rows[right[0]]['start']}"
        for spot, (unit, printed) in self._units.items():
            like = with_its_like and unit.key == key and self._settings[spot[0]].document == document
            if spot == right or like:
                own = (key[0], key[1], f"{key[2]}~{mark}")
                self._units[spot] = replace(unit, key=own, body=None), printed

    def _by_id(self) -> dict[str, Spot]:
        found: dict[str, Spot] = {}
        for spot, (unit, _) in self._units.items():
            found.setdefault(Organisation(unit).id, spot)
        return found

    def _key(self, spot: Spot) -> tuple[str, str, str]:
        return self._units[spot][0].key

    def _id(self, spot: Spot) -> str:
        return self.organisations.of(self._key(spot)).id


def _list_of(row: Row, where: str) -> tuple[object, ...] | None:
    """The list in which a unit stands: two names in one list are two units."""
    if where not in ("member", "name", "unit", "target"):
        return None
    if row["kind"] == "task":
        at = row.get("task_start")
        return (row["source"], "task", at, row["role"]) if at is not None else None
    if row["kind"] == "oversight":
        return row["source"], row.get("document"), row["person"], row["relation"]
    return row["source"], row.get("document"), row["kind"], row.get("group_id")
