"""A group: its roster as an organisation chart and as a table, its office, subgroups and the history of
its changes."""

from __future__ import annotations

from typing import Any

from explorer import ask_entity as asks
from explorer import entity, parts
from explorer.address import common, of_node, place
from explorer.ask import Row
from explorer.show import DATE, ROLE, SINCE, SOURCE, UNTIL, Column, Line, Sections, facts, node, source, table, text, title
from explorer.words import code, many, say
from explorer.words import day as iso


def page() -> None:
    """The page of the group of the address."""
    group = entity.found("Group")
    if group is None:
        return
    title(group["name"], "Group")
    left, right = entity.halves()
    with left:
        when = entity.moment("group")
    key = group["id"]
    roster = asks.roster_of(key, when)
    kin, subgroups = asks.kin_of("Group", key), asks.subgroups_of(key)
    with left:
        _about(group, key, kin)
        entity.tools("group", group)
    with right:
        entity.neighbourhood(group, when)
    if roster:
        _chart(roster, subgroups)
    table(
        "roster",
        (
            ROLE,
            Column("成员", "Member", size="name"),
            Column("职务", "Post", size="wide"),
            SINCE,
            UNTIL,
            SOURCE,
        ),
        (
            Line(
                (
                    r["role"],
                    node(r["label"], r["member_id"], r["member"], signed=r["label"] != "Person"),
                    (r["post"] or "") + (say("（依职务）", " (by post)") if r["by_post"] else ""),
                    iso(r["since"]),
                    iso(r["until"]),
                    source(r),
                ),
                id=r["edge"],
                past=r["until"] is not None,
            )
            for r in roster
        ),
        title=say("成员名单", "Roster"),
    )
    sections = Sections()
    sections.add(
        "subgroups",
        "下设小组",
        "Subgroups",
        (Column("小组", "Subgroup", size="wide"), Column("成员", "Members", "right"), SOURCE),
        ((node("Group", r["group_id"], r["group"]), r["members"], source(r)) for r in subgroups),
    )
    sections.add(
        "history",
        "沿革",
        "History",
        (
            DATE,
            Column("动作", "What", size="short"),
            Column("文件", "Document", size="wide"),
            Column("加入", "Joined"),
            Column("退出", "Left"),
            SOURCE,
        ),
        _history(key, roster if when is None else asks.roster_of(key, None)),
    )
    sections.close()


def _about(group: Row, key: str, kin: list[Row]) -> None:
    facts(
        "group",
        [
            (say("行政区", "Jurisdiction"), group["jurisdiction"]),
            (say("曾用名", "Also as"), entity.others(group)),
            (say("上级机构", "Under"), [[node(r["label"], r["id"], r["name"]), source(r)] for r in kin if r["up"]]),
            (
                say("办公室设在", "Office at"),
                [[node(r["label"], r["unit_id"], r["unit"]), source(r)] for r in asks.hosts_of(key)],
            ),
            (say("成立", "Since"), iso(group["since"])),
            (say("撤销", "Until"), iso(group["until"])),
            (
                say("历来成员", "Members ever"),
                say(
                    f"{many(group['members'], '个', 'member')}，其中 {many(group['people'], '人', 'person')}",
                    f"{group['members']}, {group['people']} of them people",
                ),
            ),
        ],
    )


def _chart(roster: list[Row], subgroups: list[Row]) -> None:
    """One row of boxes a role, in order of rank; those who left stand in the table only."""
    standing = [row for row in roster if row["until"] is None] or roster
    ranks: list[dict[str, Any]] = []
    by_role: dict[str, list[Row]] = {}
    for row in standing:
        by_role.setdefault(row["role"], []).append(row)
    for role, rows in by_role.items():
        boxes = [
            {
                "text": r["member"],
                "note": r["post"],
                "to": of_node(r["label"], r["member_id"]),
                "head": bool(r["leads"]),
            }
            for r in rows
        ]
        ranks.append({"title": role, "boxes": boxes})
    if subgroups:
        ranks.append(
            {
                "title": say("下设", "Under it"),
                "boxes": [
                    {
                        "text": r["group"],
                        "note": many(r["members"], "名成员", "member"),
                        "to": of_node("Group", r["group_id"]),
                    }
                    for r in subgroups
                ],
            }
        )
    parts.chart({"common": common(), "ranks": ranks}, key="chart")


def _history(key: str, everyone: list[Row]) -> list[tuple[Any, ...]]:
    """Each document that changed the group, with who of its members ever joined and left by it."""
    rows = []
    for change in asks.changes_of(key):
        when = change["date"]
        joined = [node(r["label"], r["member_id"], r["member"]) for r in everyone if when and r["since"] == when]
        gone = [node(r["label"], r["member_id"], r["member"]) for r in everyone if when and r["until"] == when]
        action = "establishes" if change["tie"] == "ESTABLISHES" else change["action"] or "adjusts"
        document = text(change["title"], place("document", id=change["document_id"]))
        rows.append((iso(when), code("action", action), document, _few(joined), _few(gone), source(change)))
    return rows


def _few(names: list[Any]) -> Any:
    return names if len(names) <= 8 else [*names[:8], say(f"等 {len(names)} 个", f"… {len(names)} in all")]
