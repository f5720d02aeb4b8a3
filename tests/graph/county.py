"""Resolved rows of an invented county, 青禾县: every kind of fact, as `resolve` writes them."""

from __future__ import annotations

from typing import Any

Row = dict[str, Any]
NO_1 = "青政发〔2021〕1号"
NO_2 = "青政办发〔2022〕8号"
FIRST, SECOND = "qinghe-2021-01.txt", "qinghe-2022-02.txt"


def entities() -> list[Row]:
    """Who and what the facts name."""
    return [
        _entity("jurisdiction", "j1", "青禾县", level="county"),
        _entity("unit", "u0", "青禾县人民政府", ["县政府"], unit_kind="government"),
        _entity("unit", "u1", "青禾县财政局", ["县财政局", "财政局"], unit_kind="government"),
        _entity("unit", "u2", "青禾县水务局", ["县水务局", "水务局"], unit_kind="government"),
        _entity("unit", "u3", "青禾县水务局办公室", unit_kind="government", part_of="u2"),
        _entity("group", "g1", "青禾县防汛抗旱指挥部", ["县防指"]),
        _entity("group", "g2", "宣传组"),
        _entity("person", "p1", "林远山"),
        _entity("person", "p2", "苏晚晴"),
        _entity("person", "p3", "=韩冬青"),
    ]


def facts() -> list[Row]:
    """Two issues with a document each."""
    return [
        _fact(
            "issue",
            FIRST,
            0,
            6,
            title="青禾县人民政府公报",
            number="2021年第1期",
            date="2021-01-31",
            jurisdiction="j1",
        ),
        _fact(
            "document",
            FIRST,
            10,
            30,
            NO_1,
            title="关于成立青禾县防汛抗旱指挥部的通知",
            issuers=["青禾县人民政府"],
            issuer_ids=["u0"],
            date="2021-01-08",
            jurisdiction="青禾县",
        ),
        _in_first("group_change", 40, group="青禾县防汛抗旱指挥部", group_id="g1", action="establishes"),
        _member(_in_first, 50, "总指挥", "person", "林远山", "p1", "县长", None, None),
        _member(
            _in_first,
            60,
            "副总指挥",
            "person",
            "苏晚晴",
            "p2",
            "县财政局局长",
            "县财政局",
            "u1",
            until="2022-02-09",
        ),
        _member(_in_first, 70, "成员", "unit", "县水务局", "u2"),
        _member(_in_first, 80, "成员", "post", "分管副县长", None),
        _in_first(
            "membership",
            84,
            group="宣传组",
            group_id="g2",
            parent="青禾县防汛抗旱指挥部",
            parent_id="g1",
            role="组长",
            member_kind="person",
            member="苏晚晴",
            member_id="p2",
            post=None,
            by_post=False,
            since="2021-01-08",
            until=None,
        ),
        _in_first(
            "group_office", 90, group="青禾县防汛抗旱指挥部", group_id="g1", host="县水务局", host_id="u2"
        ),
        _in_first(
            "duty",
            100,
            unit="县水务局",
            unit_id="u2",
            text="负责河道巡查，组织汛前检",
            full_text="负责河道巡查，组织汛前检查。",
        ),
        _in_first(
            "permit",
            110,
            unit="县水务局",
            unit_id="u2",
            holders=12,
            legal_rep="苏晚晴",
            legal_rep_id="p2",
            category="法定行政机关",
        ),
        _fact("issue", SECOND, 0, 6, title=None, number=None, date=None, jurisdiction="j1"),
        _fact(
            "document",
            SECOND,
            10,
            30,
            NO_2,
            title="关于印发防汛任务的通知",
            issuers=["青禾县人民政府"],
            issuer_ids=["u0"],
            date="2022-02-09",
            jurisdiction="青禾县",
        ),
        *_tasks(),
        _in_second(
            "oversight",
            200,
            person="林远山",
            person_id="p1",
            relation="分管",
            target="县财政局",
            target_id="u1",
            post="县长",
        ),
        _in_second(
            "oversight",
            210,
            person="林远山",
            person_id="p1",
            relation="协助分管",
            target="应急管理",
            target_id=None,
            post="县长",
        ),
        _in_second("backup", 220, person="苏晚晴", person_id="p2", backup="林远山", backup_id="p1"),
        _in_second(
            "appointment",
            230,
            action="任命",
            person="=韩冬青",
            person_id="p3",
            post="县财政局局长",
            post_unit="县财政局",
            post_unit_id="u1",
        ),
        _in_second(
            "appointment",
            240,
            action="免去",
            person="苏晚晴",
            person_id="p2",
            post="县财政局局长",
            post_unit="县财政局",
            post_unit_id="u1",
        ),
        _in_second("group_change", 250, group="青禾县防汛抗旱指挥部", group_id="g1", action="adjusts"),
    ]


def rows() -> list[Row]:
    """The whole county."""
    return facts() + entities()


def _tasks() -> list[Row]:
    task = {"task": "加固东河堤防三公里", "task_start": 40, "task_end": 49}
    return [
        _in_second("task", 60, role="牵头单位", name="县水务局", name_id="u2", name_kind="unit", **task),
        _in_second("task", 70, role="配合单位", name="县财政局", name_id="u1", name_kind="unit", **task),
        _in_second("task", 80, role="责任领导", name="林远山", name_id="p1", name_kind="person", **task),
        _in_second("task", 85, role="责任领导", name="分管副县长", name_id=None, name_kind=None, **task),
        _in_second("deadline", 90, value="2022年5月底前", label="完成时限", **task) | {"date": "2022-05-31"},
        _in_second(
            "task",
            120,
            role="责任单位",
            name="县财政局",
            name_id="u1",
            name_kind="unit",
            task="拨付防汛经费",
            task_start=100,
            task_end=106,
        ),
    ]


def _member(
    make: Any,
    start: int,
    role: str,
    kind: str,
    member: str,
    key: str | None,
    post: str | None = None,
    unit: str | None = None,
    unit_id: str | None = None,
    until: str | None = None,
) -> Row:
    row: Row = make(
        "membership",
        start,
        group="青禾县防汛抗旱指挥部",
        group_id="g1",
        role=role,
        member_kind=kind,
        member=member,
        member_id=key,
        post=post,
        post_unit=unit,
        post_unit_id=unit_id,
        parent=None,
        by_post=False,
        since="2021-01-08",
        until=until,
    )
    return row


def _in_first(kind: str, start: int, **fields: Any) -> Row:
    return _fact(kind, FIRST, start, start + 3, NO_1, document=10, **fields)


def _in_second(kind: str, start: int, **fields: Any) -> Row:
    return _fact(kind, SECOND, start, start + 3, NO_2, document=10, **fields)


def _fact(kind: str, source: str, start: int, end: int, doc_no: str | None = None, **fields: Any) -> Row:
    return {
        "kind": kind,
        "source": source,
        "start": start,
        "end": end,
        "doc_no": doc_no,
        "document": None,
        **fields,
    }


def _entity(kind: str, key: str, name: str, aliases: list[str] | None = None, **fields: Any) -> Row:
    place = None if kind == "jurisdiction" else "j1"
    return {
        "kind": "entity",
        "type": kind,
        "id": key,
        "name": name,
        "aliases": aliases or [],
        "jurisdiction": place,
        "part_of": None,
        **fields,
    }
