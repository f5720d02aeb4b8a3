"""An invented county over three years: who holds which seat, which gazette prints what, and what is true.

400 people, 72 of whom share a name with another; 36 monthly gazettes. Each prints groups founded, adjusted,
amended,
renamed and ended, appointments, tasks and a register; seats are handed over, names misprinted, units
abbreviated.
Every row carries `truth`: the person, unit or group behind each field, and the true term of a membership.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

Row = dict[str, Any]
COUNTY, CITY = "云溪县", "临川市"
BUREAUS = {  # full name → what else it is called
    "发展和改革局": ["发改局"],
    "教育体育局": ["教体局", "教育和体育局"],
    "科学技术局": ["科技局"],
    "工业和信息化局": ["工信局"],
    "民政局": [],
    "司法局": [],
    "财政局": [],
    "人力资源和社会保障局": ["人社局"],
    "自然资源局": [],
    "住房和城乡建设局": ["住建局", "住房城乡建设局"],
    "交通运输局": ["交通局"],
    "水务局": [],
    "农业农村局": [],
    "文化旅游广电局": ["文旅广电局", "文化广电旅游局"],
    "卫生健康局": ["卫健局"],
    "退役军人事务局": ["退役军人局"],
    "应急管理局": ["应急局"],
    "审计局": [],
    "市场监督管理局": ["市场监管局", "市监局"],
    "统计局": [],
    "医疗保障局": ["医保局"],
    "审批服务管理局": ["审批局"],
    "综合执法局": [],
    "乡村振兴局": [],
    "信访局": [],
    "公安局": [],
    "林业和草原局": ["林草局"],
    "商务局": [],
}
PARTY = {
    "委组织部": ["组织部"],
    "委宣传部": ["宣传部"],
    "委统战部": ["统战部"],
    "委政法委": ["政法委"],
    "总工会": [],
    "妇联": ["妇女联合会"],
    "残联": ["残疾人联合会"],
    "人民检察院": ["检察院"],
    "人民法院": ["法院"],
}
TOWNS = [
    "青石镇",
    "柳林镇",
    "马营镇",
    "河口镇",
    "北塬镇",
    "沙沟乡",
    "白杨乡",
    "梨园乡",
    "窑店乡",
    "高寨乡",
    "清泉乡",
    "石坝乡",
]
TOPICS = [
    "防汛抗旱",
    "安全生产",
    "乡村振兴",
    "生态环境保护",
    "禁毒",
    "食品安全",
    "森林草原防火",
    "营商环境优化",
    "农村人居环境整治",
    "就业创业",
    "社会信用体系建设",
    "义务教育均衡发展",
    "全民健身",
    "征兵",
    "疫情防控",
    "招商引资",
    "重点项目建设",
    "防灾减灾",
    "道路交通安全",
    "农民工工资支付",
    "耕地保护",
    "水资源管理",
    "秸秆综合利用",
    "节能减排",
    "老龄",
    "妇女儿童",
    "残疾人事业",
    "双拥",
    "普法",
    "民族团结进步创建",
    "质量强县",
    "数字政府建设",
    "养老服务",
    "文物保护",
    "粮食安全",
    "医药卫生体制改革",
]
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
GIVEN = "建国志强海燕玉兰晓明文博春梅永福世杰丽华成军秀英俊峰雪琴学军红霞立新宝山桂芳凯旋伟嘉琪浩然子涵思远宏斌炳坤凤鸣长青卫东"
SOUNDS_ALIKE = {
    "伟": "为",
    "明": "名",
    "军": "均",
    "华": "花",
    "志": "智",
    "峰": "锋",
    "红": "宏",
    "琴": "芹",
    "坤": "昆",
    "炳": "秉",
    "英": "瑛",
    "强": "墙",
    "燕": "艳",
    "国": "帼",
    "建": "健",
    "成": "城",
    "杰": "洁",
    "丽": "莉",
    "芳": "方",
    "文": "闻",
}


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


class County:
    """`rows` of 36 gazettes (JSON facts with `truth`)."""

    def __init__(
        self,
        seed: int = 1,
        months: int = 36,
        people: int = 400,
        sharing: int = 72,
        misprints: float = 0.01,
        turnover: tuple[int, int] = (1, 4),
        groups: int = 36,
    ) -> None:
        self.random = random.Random(seed)
        self.misprints = misprints
        self.turnover = turnover
        self.seats = list(self._make_seats())
        self.names = self._make_names(people, sharing)
        self.reserve = list(range(people))
        self.random.shuffle(self.reserve)
        for seat in self.seats:
            seat.holder = self._next(seat)
        self.groups = [self._make_group(n) for n in range(groups)]
        self.terms: dict[tuple[int, str, str], tuple[str, list[Row]]] = {}
        self.rows: list[Row] = []
        self.number = 0
        for month in range(months):
            self._month(month)

    # The county

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

    # Three years

    def _month(self, month: int) -> None:
        day = date(2019, 1, 15) + timedelta(days=30 * month)
        source = f"yunxi-{day:%Y-%m}.txt"
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
        moves = self._hand_over(self.random.randint(*self.turnover))
        self._appointments(day, moves)
        waiting = [g for g in self.groups if not g.founded]
        living = [g for g in self.groups if g.founded and g.alive]
        for group in self.random.sample(waiting, min(len(waiting), self.random.randint(1, 3))):
            group.founded = True
            self._list(day, group, "成立")
        for group in self.random.sample(living, min(len(living), 5)):
            change = self.random.choices(("调整", "增补", "更名", "撤销", "重列"), (10, 3, 1, 0.4, 1))[0]
            if change in ("调整", "重列"):
                self._reshape(group)
                self._list(day, group, change)
            elif change == "增补":
                self._amend(day, group)
            elif change == "更名":
                self._rename(day, group)
            else:
                self._end(day, group)
        self._tasks(day)

    def _hand_over(self, count: int) -> list[tuple[int, Seat | None, Seat | None]]:
        """Chains of moves: one retires or leaves, another moves up from elsewhere, a new one comes in."""
        moves: list[tuple[int, Seat | None, Seat | None]] = []
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

    def _reshape(self, group: Group) -> None:
        for _ in range(self.random.randint(0, 4)):
            if len(group.seats) > 10:
                group.seats.pop(self.random.randrange(4, len(group.seats)))
        rest = [s for s in self.seats if s.unit != "政府" and all(s is not other for _, other in group.seats)]
        group.seats.extend(
            (group.seats[-1][0], s) for s in self.random.sample(rest, self.random.randint(0, 4))
        )

    # What is printed

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
            self._fact(
                document,
                "group_change",
                group=printed,
                action="adjusts" if change == "调整" else "establishes",
                member=None,
                role=None,
                new_name=None,
                truth={"group": group.number},
            )
        listed = [self._member(document, printed, group, role, seat) for role, seat in group.seats]
        office = group.seats[1]
        row = self._fact(
            document,
            "group_office",
            group=printed,
            host=self._spell(office[1].unit),
            parent=None,
            truth={"group": group.number, "host": office[1].unit},
        )
        assert row
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
            truth={"group": group.number, "member": seat.holder, "post_unit": _unit_in_post(seat)},
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
        self._fact(
            document,
            "group_change",
            group=printed,
            action="amends",
            member=None,
            role=None,
            new_name=None,
            truth={"group": group.number},
        )
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
            self._fact(
                document,
                "group_change",
                group=printed,
                action="leaves",
                member=self.names[key[1]],
                role=key[2],
                new_name=None,
                truth={"group": group.number, "member": key[1]},
            )
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
        self._fact(
            document,
            "group_change",
            group=f"{COUNTY}{old}",
            action="renames",
            member=None,
            role=None,
            new_name=f"{COUNTY}{group.name}",
            truth={"group": group.number},
        )

    def _end(self, day: date, group: Group) -> None:
        document = self._document(day, f"撤销{COUNTY}{group.name}")
        group.alive = False
        self._fact(
            document,
            "group_change",
            group=self._group_name(group),
            action="ends",
            member=None,
            role=None,
            new_name=None,
            truth={"group": group.number},
        )
        self._close([key for key in self.terms if key[0] == group.number], document["date"])

    def _appointments(self, day: date, moves: list[tuple[int, Seat | None, Seat | None]]) -> None:
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


def _unit_in_post(seat: Seat) -> str | None:
    """An office or a party committee inside a body is a unit of its own."""
    if seat.unit == "政府":
        return None
    inner = {"办公室主任": "办公室", "党委书记": "党委", "武装部部长": "武装部"}.get(seat.title, "")
    return seat.unit + inner
