"""A unit: leaders, permits, tasks as lead and as support with deadlines, groups it hosts and sits in,
duties."""

from __future__ import annotations

from explorer import ask_entity as asks
from explorer import entity
from explorer.show import DATE, GROUP, ROLE, SINCE, SOURCE, UNTIL, Column, Line, Sections, facts, node, source, title
from explorer.words import day as iso
from explorer.words import many, say, unit_kind


def page() -> None:
    """The page of the unit of the address."""
    unit = entity.found("Organisation")
    if unit is None:
        return
    title(unit["name"], "Organisation")
    left, right = entity.halves()
    with left:
        when = entity.moment("unit")
    key = unit["id"]
    kin = asks.kin_of("Organisation", key)
    with left:
        facts(
            "unit",
            [
                (say("行政区", "Jurisdiction"), unit["jurisdiction"]),
                (say("类别", "Kind"), unit_kind(unit["unit_kind"])),
                (say("别名", "Also as"), entity.others(unit)),
                (say("隶属", "Part of"), [node(r["label"], r["id"], r["name"]) for r in kin if r["up"]]),
                (
                    say("下设", "Has under it"),
                    [node(r["label"], r["id"], r["name"]) for r in kin if not r["up"]][:30],
                ),
                (
                    say("法定代表人", "Legal rep."),
                    [[node("Person", r["person_id"], r["person"]), source(r)] for r in asks.legal_head_of(key)],
                ),
                (
                    say("任务", "Tasks"),
                    say(
                        f"牵头 {unit['tasks_lead']}，负责 {unit['tasks_answer']}，配合 {unit['tasks_support']}",
                        f"leads {unit['tasks_lead']}, answers for {unit['tasks_answer']}, supports {unit['tasks_support']}",
                    ),
                ),
                (say("议事机构", "Groups"), many(unit["groups_count"], "个", "group")),
            ],
        )
        entity.tools("unit", unit)
    with right:
        entity.neighbourhood(unit, when)
    sections = Sections()
    sections.add(
        "leaders",
        "负责人",
        "Leaders and officers",
        (
            Column("人员", "Person", size="name"),
            Column("动作", "What", size="short"),
            Column("职务", "Post", size="wide"),
            DATE,
            SOURCE,
        ),
        (
            (
                node("Person", r["person_id"], r["person"]),
                say(*entity.POST_TIES[r["tie"]]),
                r["post"],
                iso(r["date"]),
                source(r),
            )
            for r in asks.leaders_of(key, when)
        ),
    )
    sections.add(
        "overseers",
        "分管领导",
        "Overseen by",
        (Column("领导", "Official", size="name"), Column("方式", "How", size="short"), DATE, SOURCE),
        (
            (node("Person", r["person_id"], r["person"]), r["mode"], iso(r["date"]), source(r))
            for r in asks.overseers_of(key, when)
        ),
    )
    entity.add_tasks(sections, "Organisation", key)
    sections.add(
        "hosts",
        "承办办公室",
        "Hosts the office of",
        (GROUP, Column("成员", "Members", "right"), SOURCE),
        ((node("Group", r["group_id"], r["group"]), r["members"], source(r)) for r in asks.hosted_by(key)),
    )
    sections.add(
        "groups",
        "参加的议事协调机构",
        "Sits in groups",
        (GROUP, ROLE, SINCE, UNTIL, SOURCE),
        (
            Line(
                (
                    node("Group", r["group_id"], r["group"]),
                    r["role"],
                    iso(r["since"]),
                    iso(r["until"]),
                    source(r),
                ),
                past=r["until"] is not None,
            )
            for r in asks.memberships_of("Organisation", key, when)
        ),
    )
    sections.add(
        "duties",
        "职责",
        "Duties",
        (Column("职责", "Duty", size="wide"), DATE, SOURCE),
        ((r["text"], iso(r["date"]), source(r)) for r in asks.duties_of(key)),
    )
    sections.add(
        "permits",
        "执法登记",
        "Enforcement register",
        (
            Column("类别", "Category"),
            Column("持证人数", "Permits", "right"),
            Column("法定代表人", "Legal rep."),
            Column("持证人", "Holder"),
            Column("证号", "Number"),
            SOURCE,
        ),
        ((r["category"], r["holders"], r["legal_rep"], r["holder"], r["number"], source(r)) for r in asks.permits_of(key)),
    )
    sections.add(
        "issued",
        "发文",
        "Documents issued",
        (DATE, Column("文号", "Number", size="short"), Column("标题", "Title", size="wide")),
        ((iso(r["day"]), r["number"], node("Document", r["document_id"], r["title"])) for r in asks.issued_by(key)),
    )
    sections.close()
