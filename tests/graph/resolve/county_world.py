"""The invented county itself: offices, who holds them and how they are handed over, groups and who sits in
them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.graph.resolve.county_tables import BUREAUS, GIVEN, PARTY, SURNAMES, TOPICS, TOWNS


@dataclass(slots=True)
class Seat:
    """One office: 县财政局 / 副局长 / second of them."""

    unit: str
    title: str
    number: int = 0
    holder: int = -1


@dataclass(slots=True)
class Group:
    name: str
    number: int
    style: str
    seats: list[tuple[str, Seat]] = field(default_factory=list)
    units: list[str] = field(default_factory=list)
    alive: bool = True
    founded: bool = False


Move = tuple[int, Seat | None, Seat | None]  # who, from where, to where


class World:
    """Offices and groups; `names[n]` is what person n is called."""

    def __init__(self, seed: int, people: int, sharing: int, groups: int) -> None:
        self.random = random.Random(seed)
        self.seats = list(self._make_seats())
        self.names = self._make_names(people, sharing)
        self.reserve = list(range(people))
        self.random.shuffle(self.reserve)
        for seat in self.seats:
            seat.holder = self._next(seat)
        self.groups = [self._make_group(n) for n in range(groups)]

    def _make_seats(self) -> Iterator[Seat]:
        for title, count in (
            ("县委书记", 1),
            ("县委副书记、政府县长", 1),
            ("县委常委、政府常务副县长", 1),
            ("政府副县长", 6),
        ):
            for n in range(count):
                yield Seat("政府", title, n)
        for unit in BUREAUS:
            yield Seat(unit, "局长")
            yield from (Seat(unit, "副局长", n) for n in range(3))
            yield Seat(unit, "办公室主任")
        for unit in PARTY:
            head = {"部": "部长", "委": "书记", "会": "主席", "联": "主席", "院": "院长"}[unit[-1]]
            yield Seat(unit, head)
            yield from (Seat(unit, f"副{head}", n) for n in range(2))
        for town in TOWNS:
            yield Seat(town, "党委书记")
            yield Seat(town, "镇长" if town.endswith("镇") else "乡长")
            yield from (Seat(town, "副镇长" if town.endswith("镇") else "副乡长", n) for n in range(3))
            yield Seat(town, "武装部部长")

    def _make_names(self, people: int, sharing: int) -> list[str]:
        distinct: list[str] = []
        seen: set[str] = set()
        while len(distinct) < people - sharing // 2:
            length = self.random.choice((1, 2, 2, 2))
            name = self.random.choice(SURNAMES) + "".join(self.random.choice(GIVEN) for _ in range(length))
            # A different man may well have a name that is one character off.
            if name not in seen:
                seen.add(name)
                distinct.append(name)
        names = distinct + distinct[: sharing // 2]
        self.random.shuffle(names)
        return names

    def _make_group(self, number: int) -> Group:
        style = self.random.choice(("领导小组", "工作领导小组", "工作领导小组", "联席会议", "指挥部"))
        group = Group(
            TOPICS[number % len(TOPICS)] + ("" if number < len(TOPICS) else "专项") + style, number, style
        )
        leaders = [s for s in self.seats if s.unit == "政府"]
        head, second, member = {
            "联席会议": ("总召集人", "召集人", "成员"),
            "指挥部": ("总指挥", "副总指挥", "成员"),
        }.get(style, ("组长", "副组长", "成员"))
        group.seats.append((head, self.random.choice(leaders)))
        heads = [s for s in self.seats if s.title in ("局长", "部长", "书记", "主席", "院长")]
        group.seats.extend((second, s) for s in self.random.sample(heads, 3))
        rest = [
            s
            for s in self.seats
            if s.unit != "政府"
            and s.title not in ("办公室主任", "党委书记")
            and all(s is not other for _, other in group.seats)
        ]
        group.seats.extend((member, s) for s in self.random.sample(rest, self.random.randint(12, 30)))
        return group

    def hand_over(self, count: int) -> list[Move]:
        """Chains of moves: one retires or leaves, another moves up from elsewhere, a new one comes in."""
        moves: list[Move] = []
        moved: set[int] = set()
        for _ in range(count):
            seat = self.random.choice([s for s in self.seats if s.holder not in moved])
            moved.add(seat.holder)
            moves.append((seat.holder, seat, None))
            for _ in range(self.random.randint(0, 2)):
                there = {self.names[s.holder] for s in self.seats if s.unit == seat.unit}
                other = self.random.choice(
                    [
                        s
                        for s in self.seats
                        if s.holder not in moved
                        and s.unit != "政府"
                        and ("副" in s.title) >= ("副" in seat.title)
                        and (s.unit == seat.unit or self.names[s.holder] not in there)
                    ]
                )
                moved.add(other.holder)
                moves.append((other.holder, other, seat))
                seat.holder, seat = other.holder, other
            seat.holder = self._next(seat)
            moved.add(seat.holder)
            moves.append((seat.holder, None, seat))
        return moves

    def _next(self, seat: Seat) -> int:
        """The next who comes in, not where a namesake sits in the same body: no reader could tell the two."""
        there = {self.names[s.holder] for s in self.seats if s.unit == seat.unit and s.holder >= 0}
        for at in range(len(self.reserve) - 1, -1, -1):
            if self.names[self.reserve[at]] not in there:
                return self.reserve.pop(at)
        return self._newcomer()

    def _newcomer(self) -> int:
        """People beyond the first 400 have names of their own."""
        while (
            name := self.random.choice(SURNAMES) + self.random.choice(GIVEN) + self.random.choice(GIVEN)
        ) in self.names:
            pass
        self.names.append(name)
        return len(self.names) - 1

    def reshape(self, group: Group) -> None:
        for _ in range(self.random.randint(0, 4)):
            if len(group.seats) > 10:
                group.seats.pop(self.random.randrange(4, len(group.seats)))
        rest = [s for s in self.seats if s.unit != "政府" and all(s is not other for _, other in group.seats)]
        group.seats.extend(
            (group.seats[-1][0], s) for s in self.random.sample(rest, self.random.randint(0, 4))
        )


def unit_in_post(seat: Seat) -> str | None:
    """An office or a party committee inside a body is a unit of its own."""
    if seat.unit == "政府":
        return None
    inner = {"办公室主任": "办公室", "党委书记": "党委", "武装部部长": "武装部"}.get(seat.title, "")
    return seat.unit + inner
