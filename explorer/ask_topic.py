"""Who is responsible for a topic: portfolios, groups, tasks and duties whose words hold the topic's.

防汛 → 分管水务、防汛抗旱工作 · 防汛抗旱指挥部 · 做好汛前检查（责任单位：县水务局） · 负责防汛物资储备
"""

from __future__ import annotations

from datetime import date

from explorer.ask import Row, evidence, holds, on_day, read
from explorer.ask_entity import TASK_EDGES

LIMIT = 200  # rows of each part


def officials(words: str, day: date | None) -> list[Row]:
    """Officials whose portfolio names the topic, or a unit whose name holds it."""
    condition, values = holds("x.search", words, every=False)
    return read(
        f"MATCH (p:Person)-[r:OVERSEES]->(x) WHERE {condition} AND {on_day('r')}"
        " OPTIONAL MATCH (p)-[:HOLDS_POST]->(post:Post)"
        " WITH p, r, x, post ORDER BY post.name"
        " WITH p, r, x, collect(DISTINCT post.name)[0] AS post"
        " RETURN p.id AS person_id, p.name AS person, post, r.mode AS mode, labels(x)[0] AS label,"
        f" x.id AS target_id, x.name AS target, {evidence('r')}"
        " ORDER BY r.date DESC, r.source, r.start, r.id LIMIT $limit",
        day=day,
        limit=LIMIT,
        **values,
    )


def groups(words: str, day: date | None) -> list[Row]:
    """Groups formed for the topic, largest first."""
    condition, values = holds("g.search", words, every=False)
    return read(
        f"MATCH (g:Group) WHERE {condition} AND ($day IS NULL OR ((g.since IS NULL OR g.since <= $day)"
        " AND (g.until IS NULL OR g.until > $day)))"
        " RETURN g.id AS group_id, g.name AS group, g.members AS members"
        " ORDER BY g.members DESC, size(g.name), g.id LIMIT $limit",
        day=day,
        limit=LIMIT,
        **values,
    )


def heads(group_ids: list[str], day: date | None) -> dict[str, list[Row]]:
    """Who leads each of the groups, by the group's id."""
    led: dict[str, list[Row]] = {}
    for row in read(
        "MATCH (m)-[r:MEMBER_OF {leads: true}]->(g:Group)"
        f" WHERE g.id IN $ids AND {on_day('r')}"
        " RETURN g.id AS group_id, labels(m)[0] AS label, m.id AS member_id, m.name AS member, r.role AS role,"
        f" {evidence('r')} ORDER BY g.id, r.role_rank, r.since DESC, m.id, r.id",
        ids=group_ids,
        day=day,
    ):
        led.setdefault(row["group_id"], []).append(row)
    return led


def hosts(group_ids: list[str]) -> dict[str, list[Row]]:
    """Where the office of each group sits."""
    seat: dict[str, list[Row]] = {}
    for row in read(
        "MATCH (u)-[r:HOSTS_OFFICE_OF]->(g:Group) WHERE g.id IN $ids"
        " RETURN g.id AS group_id, labels(u)[0] AS label, u.id AS unit_id, u.name AS unit"
        " ORDER BY g.id, u.name, u.id",
        ids=group_ids,
    ):
        seat.setdefault(row["group_id"], []).append(row)
    return seat


def tasks(words: str, day: date | None) -> list[Row]:
    """One row for each unit or person named for a task on the topic, the next deadline first."""
    condition, values = holds("t.search", words, every=False)
    return read(
        f"MATCH (n)-[r:{TASK_EDGES}]->(t:Task) WHERE {condition} AND ($day IS NULL OR t.date IS NULL OR"
        " t.date <= $day)"
        " RETURN t.id AS task_id, t.name AS task, t.text AS text, t.deadline AS deadline, type(r) AS tie,"
        f" labels(n)[0] AS label, n.id AS who_id, n.name AS who, {evidence('r')}"
        " ORDER BY t.due IS NULL, t.due, t.id, r.start, r.id LIMIT $limit",
        day=day,
        limit=4 * LIMIT,
        **values,
    )


def duties(words: str, day: date | None) -> list[Row]:
    """Duties that name the topic."""
    condition, values = holds("r.text", words, every=False)
    return read(
        f"MATCH (n)-[r:HAS_DUTY]->(d:Document) WHERE {condition} AND {on_day('r')}"
        " RETURN labels(n)[0] AS label, n.id AS unit_id, n.name AS unit, r.text AS text,"
        f" {evidence('r')} ORDER BY r.date DESC, r.source, r.start, r.id LIMIT $limit",
        day=day,
        limit=LIMIT,
        **values,
    )
