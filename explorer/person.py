"""A person: posts over time, groups and roles, portfolio, tasks, who they sit with most."""

from __future__ import annotations

from explorer import ask_entity as asks
from explorer import entity
from explorer.show import DATE, GROUP, ROLE, SINCE, SOURCE, UNTIL, Column, Line, Sections, facts, node, source, title
from explorer.words import day as iso
from explorer.words import many, say


def page() -> None:
    """The page of the person of the address."""
    who = entity.found("Person")
    if who is None:
        return
    title(who["name"], "Person")
    left, right = entity.halves()
    with left:
        when = entity.moment("person")
    key = who["id"]
    posts = asks.posts_of(key, when)
    with left:
        latest = next((row for row in reversed(posts) if row["tie"] != "REMOVED_FROM"), None)
        facts(
            "person",
            [
                (say("现任职务", "Latest post"), latest and latest["post"]),
                (say("行政区", "Jurisdiction"), who["jurisdiction"]),
                (say("别名", "Also as"), entity.others(who)),
                (say("议事机构", "Groups"), many(who["groups_count"], "个", "group")),
                (say("其中为首", "Led"), many(who["leads_count"], "个", "group")),
                (
                    say("AB岗", "Stands in with"),
                    [[node("Person", r["person_id"], r["person"]), source(r)] for r in asks.stands_in(key)],
                ),
                (
                    say("法定代表人", "Legal rep. of"),
                    [[node(r["label"], r["unit_id"], r["unit"]), source(r)] for r in asks.legal_posts(key)],
                ),
            ],
        )
        entity.tools("person", who)
    with right:
        entity.neighbourhood(who, when)
    sections = Sections()
    sections.add(
        "posts",
        "职务",
        "Posts over time",
        (
            DATE,
            Column("动作", "What", size="short"),
            Column("职务", "Post", size="wide"),
            Column("机构", "Unit"),
            SOURCE,
        ),
        (
            (
                iso(r["date"]),
                say(*entity.POST_TIES[r["tie"]]),
                r["post"],
                node("Organisation", r["unit_id"], r["unit"]),
                source(r),
            )
            for r in posts
        ),
    )
    sections.add(
        "groups",
        "议事协调机构",
        "Groups and roles",
        (GROUP, ROLE, Column("当时职务", "Post then"), SINCE, UNTIL, SOURCE),
        (
            Line(
                (
                    node("Group", r["group_id"], r["group"]),
                    r["role"],
                    r["post"],
                    iso(r["since"]),
                    iso(r["until"]),
                    source(r),
                ),
                past=r["until"] is not None,
            )
            for r in asks.memberships_of("Person", key, when)
        ),
    )
    sections.add(
        "portfolio",
        "分工",
        "Portfolio",
        (
            Column("方式", "How", size="short"),
            Column("单位或领域", "Unit or field", size="wide"),
            DATE,
            SOURCE,
        ),
        (
            (r["mode"], node(r["label"], r["target_id"], r["target"]), iso(r["date"]), source(r))
            for r in asks.portfolio_of(key, when)
        ),
    )
    entity.add_tasks(sections, "Person", key)
    sections.add(
        "company",
        "常同列者",
        "Sits with most",
        (
            Column("人员", "Person", size="name"),
            Column("同在", "Groups", "right"),
            Column("其中", "Among them", size="wide"),
        ),
        (
            (
                node("Person", r["person_id"], r["person"]),
                r["n"],
                [node("Group", g["id"], g["name"]) for g in r["shared"]],
            )
            for r in asks.sits_with(key, when)
        ),
    )
    sections.close()

