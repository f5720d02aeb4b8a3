"""An invented county over three years: who holds which seat, which gazette prints what, and what is true.

400 people, 72 of whom share a name with another; 36 monthly gazettes. Each prints groups founded, adjusted,
amended, renamed and ended, appointments and tasks; seats are handed over, names misprinted, units abbreviated.
Every row carries `truth`: the person, unit or group behind each field, and the true term of a membership.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from tests.graph.resolve.county_tables import BUREAUS, COUNTY, PARTY, SOUNDS_ALIKE, TOWNS
from tests.graph.resolve.county_world import Group, Move, Seat, World, unit_in_post

Row = dict[str, Any]


class County(World):
    """`rows` of monthly gazettes (JSON facts with `truth`); `turnover`: fewest and most hand-overs a month."""

    def __init__(
        self,
        seed: int = 1,
        *,
        months: int = 36,
        people: int = 400,
        sharing: int = 72,
        groups: int = 36,
        misprints: float = 0.01,
        turnover: tuple[int, int] = (1, 4),
    ) -> None:
        super().__init__(seed, people, sharing, groups)
        self.misprints = misprints
        self.turnover = turnover
        self.terms: dict[tuple[int, str, str], tuple[str, list[Row]]] = {}
        self.rows: list[Row] = []
        self.number = 0
        for month in range(months):
            self._month(month)

    def _month(self, month: int) -> None:
        day = date(2019, 1, 15) + timedelta(days=30 * month)
        source = f"yunxi-{month:02}.txt"
        self.source, self.at = source, 0
        self.rows.append(
            self._row(
                "issue",
                title=f"{COUNTY}人民政府公报",
                number=None,
                date=day.isoformat(),
                jurisdiction=COUNTY,
                document=None,
                doc_no=None,
            )
        )
        moves = self.hand_over(self.random.randint(*self.turnover))
        self._appointments(day, moves)
        waiting = [g for g in self.groups if not g.founded]
        living = [g for g in self.groups if g.founded and g.alive]
        for group in self.random.sample(waiting, min(len(waiting), self.random.randint(1, 3))):
            group.founded = True
            self._list(day, group, "成立")
        for group in self.random.sample(living, min(len(living), 5)):
            change = self.random.choices(("调整", "增补", "更名", "撤销", "重列"), (10, 3, 1, 0.4, 1))[0]
            if change in ("调整", "重列"):
                self.reshape(group)
                self._list(day, group, change)
            elif change == "增补":
                self._amend(day, group)
            elif change == "更名":
                self._rename(day, group)
            else:
                self._end(day, group)
        self._tasks(day)

    def _row(self, kind: str, **fields: Any) -> Row:
        self.at += 40
        return {"kind": kind, "source": self.source, "start": self.at, "end": self.at + 3, **fields}

    def _document(self, day: date, title: str) -> Row:
        self.number += 1
        day -= timedelta(days=28 if title == "干部任免" else self.random.randint(1, 25))
        row = self._row(
            "document",
            title=f"{COUNTY}人民政府办公室关于{title}的通知",
            issuers=[f"{COUNTY}人民政府办公室"],
            date=day.isoformat(),
            jurisdiction=COUNTY,
            document=None,
            doc_no=f"云政办发〔{day.year}〕{self.number}号",
        )
        self.rows.append(row)
        return row

    def _fact(self, document: Row, kind: str, **fields: Any) -> Row:
        row = self._row(kind, document=document["start"], doc_no=document["doc_no"], **fields)
        self.rows.append(row)
        return row

    def _change(self, document: Row, group: Group, printed: str, action: str, **more: str) -> Row:
        fields = {"group": printed, "action": action, "member": None, "role": None, "new_name": None}
        return self._fact(document, "group_change", **{**fields, **more}, truth={"group": group.number})

    def _spell(self, unit: str) -> str:
        if unit in TOWNS:
            return self.random.choice(
                (f"{unit}人民政府", f"{unit}政府", unit, unit, f"{COUNTY}{unit}人民政府")
            )
        short = self.random.choice([unit, unit, *BUREAUS.get(unit, PARTY.get(unit, []))])
        if unit.startswith("委"):
            return f"县{short}" if short.startswith("委") else short
        return self.random.choice((f"县{short}", f"县{short}", f"{COUNTY}{unit}", short))

    def _post(self, seat: Seat) -> str:
        if seat.unit == "政府":
            return seat.title if self.random.random() < 0.6 else seat.title.replace("政府", "县政府")
        if seat.unit in TOWNS:
            where = (
                seat.unit
                if not seat.title.endswith(("镇长", "乡长"))
                else self.random.choice((seat.unit, f"{seat.unit}人民政府", f"{seat.unit}政府"))
            )
            return where + seat.title
        return (
            self._spell(seat.unit).removeprefix(COUNTY if self.random.random() < 0.5 else "") + seat.title
            if not seat.unit.startswith("委")
            else f"县{seat.unit}{seat.title}"
        )

    def _name(self, person: int) -> str:
        name = self.names[person]
        if self.random.random() < self.misprints:
            at = self.random.randrange(1, len(name))
            return name[:at] + SOUNDS_ALIKE.get(name[at], name[at]) + name[at + 1 :]
        return name

    def _group_name(self, group: Group) -> str:
        return self.random.choice((f"{COUNTY}{group.name}", f"县{group.name}", group.name))

    def _list(self, day: date, group: Group, change: str) -> None:
        title = f"{change}{COUNTY}{group.name}" + ("成员" if change == "调整" else "")
        document = self._document(day, title if change != "重列" else f"印发{COUNTY}{group.name[:4]}实施方案")
        printed = self._group_name(group)
        if change in ("调整", "成立"):
            self._change(document, group, printed, "adjusts" if change == "调整" else "establishes")
        listed = [self._member(document, printed, group, role, seat) for role, seat in group.seats]
        office = group.seats[1]
        self._fact(
            document,
            "group_office",
            group=printed,
            host=self._spell(office[1].unit),
            parent=None,
            truth={"group": group.number, "host": office[1].unit},
        )
        director = self._member(document, printed, group, "办公室主任", office[1])
        if self.random.random() < 0.7:
            director["post"] = director["truth"]["post_unit"] = None
        self._hold(group, [*listed, director], document["date"], full=True)

    def _member(self, document: Row, printed: str, group: Group, role: str, seat: Seat) -> Row:
        return self._fact(
            document,
            "membership",
            group=printed,
            role=role,
            member_kind="person",
            member=self._name(seat.holder),
            post=self._post(seat),
            parent=None,
            by_post=False,
            truth={"group": group.number, "member": seat.holder, "post_unit": unit_in_post(seat)},
        )

    def _hold(self, group: Group, rows: list[Row], day: str, *, full: bool) -> None:
        listed = {(group.number, r["truth"]["member"], r["role"]) for r in rows}
        if full:
            self._close([key for key in self.terms if key[0] == group.number and key not in listed], day)
        for row in rows:
            key = (group.number, row["truth"]["member"], row["role"])
            if not full:
                self._close(
                    [k for k in self.terms if k[:2] == key[:2] and k != key and k[2] != "办公室主任"], day
                )
            since, held = self.terms.setdefault(key, (day, []))
            held.append(row)
            row["truth"]["since"], row["truth"]["until"] = since, None

    def _close(self, keys: list[tuple[int, str, str]], day: str) -> None:
        for key in keys:
            for row in self.terms.pop(key)[1]:
                row["truth"]["until"] = day

    def _amend(self, day: date, group: Group) -> None:
        document = self._document(day, f"增补{COUNTY}{group.name}成员")
        printed = self._group_name(group)
        self._change(document, group, printed, "amends")
        member = group.seats[-1][0]
        current = {key[1] for key in self.terms if key[0] == group.number}
        rest = [
            s
            for s in self.seats
            if s.unit not in ("政府",)
            and s.holder not in current
            and all(s is not other for _, other in group.seats)
        ]
        new = [(member, s) for s in self.random.sample(rest, 2)]
        group.seats.extend(new)
        gone = [key for key in self.terms if key[0] == group.number and key[2] == member]
        if gone and self.random.random() < 0.7:
            key = self.random.choice(gone)
            left = self._change(document, group, printed, "leaves", member=self.names[key[1]], role=key[2])
            left["truth"]["member"] = key[1]
            self._close([key], document["date"])
            group.seats = [(r, s) for r, s in group.seats if s.holder != key[1] or r != key[2]]
        self._hold(
            group,
            [
                self._member(document, printed, group, role, seat)
                for role, seat in new
                if seat.holder not in current
            ],
            document["date"],
            full=False,
        )

    def _rename(self, day: date, group: Group) -> None:
        document = self._document(day, f"{COUNTY}{group.name}更名")
        old = group.name
        group.name = f"{old.removesuffix(group.style)}统筹推进{group.style}"
        self._change(document, group, f"{COUNTY}{old}", "renames", new_name=f"{COUNTY}{group.name}")

    def _end(self, day: date, group: Group) -> None:
        document = self._document(day, f"撤销{COUNTY}{group.name}")
        group.alive = False
        self._change(document, group, self._group_name(group), "ends")
        self._close([key for key in self.terms if key[0] == group.number], document["date"])

    def _appointments(self, day: date, moves: list[Move]) -> None:
        document = self._document(day, "干部任免")
        for person, left, entered in moves:
            if self.random.random() < 0.5:
                continue
            for action, seat in (("免去", left), ("任命", entered)):
                if seat is not None and seat.unit != "政府":
                    self._fact(
                        document,
                        "appointment",
                        action=action,
                        person=self._name(person),
                        post=self._post(seat),
                        truth={"person": person},
                    )

    def _tasks(self, day: date) -> None:
        document = self._document(day, "分解重点工作任务")
        units = [*BUREAUS, *PARTY, *TOWNS]
        for _ in range(12):
            start = self.at + 5
            listed = self.random.sample(units, 4)
            for n, unit in enumerate(listed):
                self._fact(
                    document,
                    "task",
                    role="牵头单位" if n == 0 else "配合单位",
                    name=self._spell(unit),
                    task="推进工作",
                    task_start=start,
                    task_end=start + 4,
                    truth={"name": unit},
                )
            leader = self.random.choice([s for s in self.seats if s.unit == "政府"])
            self._fact(
                document,
                "task",
                role="责任领导",
                name=self._name(leader.holder),
                task="推进工作",
                task_start=start,
                task_end=start + 4,
                truth={"name": leader.holder},
            )
