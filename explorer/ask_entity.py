"""What the pages of people, units, groups, documents and other things ask of the graph.

Each function takes a node's id and, where relations have terms, the day they are asked for (None: all of
them), and returns rows that carry the columns of `ask.evidence`.
"""

from __future__ import annotations

from datetime import date

from explorer.ask import Row, evidence, on_day, read

TASK_EDGES = "LEADS_TASK|ANSWERS_FOR|IMPLEMENTS_TASK|SUPPORTS_TASK"


def memberships_of(label: str, node_id: str, day: date | None) -> list[Row]:
    """The groups that a person, unit or post sits in, leaders' seats first."""
    return read(
        f"MATCH (n:{label} {{id: $id}})-[r:MEMBER_OF]->(g:Group) WHERE {on_day('r')}"
        " RETURN g.id AS group_id, g.name AS group, r.role AS role, r.post_text AS post,"
        f" r.since AS since, r.until AS until, {evidence('r')}"
        " ORDER BY r.role_rank, g.members DESC, g.id, since, r.id",
        id=node_id,
        day=day,
    )


def tasks_of(label: str, node_id: str) -> list[Row]:
    """The tasks that a person, unit, group or post is named for, the next deadline first."""
    return read(
        f"MATCH (n:{label} {{id: $id}})-[r:{TASK_EDGES}]->(t:Task)"
        " RETURN r.label AS role, t.id AS task_id, t.name AS task, t.text AS text,"
        f" t.deadline AS deadline, {evidence('r')}"
        " ORDER BY t.due IS NULL, t.due, r.date, r.source, r.start, r.id",
        id=node_id,
    )


# --- a person -------------------------------------------------------------------------------------------


def posts_of(person: str, day: date | None) -> list[Row]:
    """Posts held, taken up and left, in time. `tie` says which of the three."""
    return read(
        "MATCH (p:Person {id: $id})-[r:HOLDS_POST|APPOINTED_TO|REMOVED_FROM]->(post:Post)"
        " WHERE $day IS NULL OR r.date IS NULL OR r.date <= $day"
        " OPTIONAL MATCH (post)-[:AT]->(u:Organisation)"
        " RETURN type(r) AS tie, coalesce(r.post_text, post.name) AS post, u.id AS unit_id, u.name AS unit,"
        f" {evidence('r')}"
        " ORDER BY date IS NULL, date, source, start, r.id, unit_id",
        id=person,
        day=day,
    )


def sits_with(person: str, day: date | None, limit: int = 40) -> list[Row]:
    """Who shares most groups with this person."""
    return read(
        "MATCH (p:Person {id: $id})-[r:MEMBER_OF]->(g:Group)<-[s:MEMBER_OF]-(q:Person)"
        f" WHERE q.id <> $id AND {on_day('r')} AND {on_day('s')}"
        " WITH q, g ORDER BY g.members DESC, g.id"
        " WITH q, collect(DISTINCT {id: g.id, name: g.name}) AS shared"
        " RETURN q.id AS person_id, q.name AS person, size(shared) AS n, shared[..3] AS shared"
        " ORDER BY n DESC, q.groups_count DESC, q.id LIMIT $limit",
        id=person,
        day=day,
        limit=limit,
    )


def portfolio_of(person: str, day: date | None) -> list[Row]:
    """What an official oversees."""
    return read(
        f"MATCH (p:Person {{id: $id}})-[r:OVERSEES]->(x) WHERE {on_day('r')}"
        " RETURN r.mode AS mode, labels(x)[0] AS label, x.id AS target_id, x.name AS target,"
        f" {evidence('r')} ORDER BY r.date, r.source, r.start, r.id",
        id=person,
        day=day,
    )


def stands_in(person: str) -> list[Row]:
    """Who stands in for this person."""
    return read(
        "MATCH (p:Person {id: $id})-[r:STANDS_IN_FOR]-(q:Person)"
        f" RETURN q.id AS person_id, q.name AS person, {evidence('r')} ORDER BY r.date, q.id, r.id",
        id=person,
    )


def legal_posts(person: str) -> list[Row]:
    """The units whose legal representative this person is."""
    return read(
        "MATCH (p:Person {id: $id})-[r:LEGAL_REPRESENTATIVE_OF]->(u)"
        " RETURN labels(u)[0] AS label, u.id AS unit_id, u.name AS unit,"
        f" {evidence('r')} ORDER BY u.name, u.id, r.id",
        id=person,
    )


# --- a unit ---------------------------------------------------------------------------------------------


def leaders_of(unit: str, day: date | None) -> list[Row]:
    """Who holds, took up or left a post at the unit."""
    return read(
        "MATCH (p:Person)-[r:HOLDS_POST|APPOINTED_TO|REMOVED_FROM]->(post:Post)-[:AT]->(:Organisation {id:"
        " $id})"
        " WHERE $day IS NULL OR r.date IS NULL OR r.date <= $day"
        " RETURN DISTINCT type(r) AS tie, p.id AS person_id, p.name AS person, coalesce(r.post_text,"
        " post.name) AS post,"
        f" {evidence('r')}, r.id AS edge ORDER BY date IS NULL, date DESC, source, start, edge",
        id=unit,
        day=day,
    )


def permits_of(unit: str) -> list[Row]:
    """The unit's rows in registers of enforcement bodies and permit holders."""
    return read(
        "MATCH (:Organisation {id: $id})-[r:HOLDS_PERMIT]->(p:Permit) RETURN p.category AS category,"
        " p.holders AS holders, p.legal_rep AS legal_rep, p.holder AS holder, p.number AS number,"
        f" {evidence('r')} ORDER BY p.date, p.source, p.start, p.id",
        id=unit,
    )


def overseers_of(unit: str, day: date | None) -> list[Row]:
    """The officials who oversee the unit."""
    return read(
        f"MATCH (p:Person)-[r:OVERSEES]->(:Organisation {{id: $id}}) WHERE {on_day('r')}"
        f" RETURN r.mode AS mode, p.id AS person_id, p.name AS person, {evidence('r')}"
        " ORDER BY r.date DESC, p.id, r.id",
        id=unit,
        day=day,
    )


def hosted_by(unit: str) -> list[Row]:
    """The groups whose office the unit hosts."""
    return read(
        "MATCH (:Organisation {id: $id})-[r:HOSTS_OFFICE_OF]->(g:Group)"
        f" RETURN g.id AS group_id, g.name AS group, g.members AS members, {evidence('r')}"
        " ORDER BY g.members DESC, g.id, r.id",
        id=unit,
    )


def duties_of(unit: str) -> list[Row]:
    """The duties that documents give the unit."""
    return read(
        "MATCH (:Organisation {id: $id})-[r:HAS_DUTY]->(:Document)"
        f" RETURN r.text AS text, {evidence('r')} ORDER BY r.date, r.source, r.start, r.id",
        id=unit,
    )


def legal_head_of(unit: str) -> list[Row]:
    """The unit's legal representatives."""
    return read(
        "MATCH (p:Person)-[r:LEGAL_REPRESENTATIVE_OF]->(:Organisation {id: $id})"
        f" RETURN p.id AS person_id, p.name AS person, {evidence('r')} ORDER BY r.date, p.id, r.id",
        id=unit,
    )


def issued_by(unit: str) -> list[Row]:
    """The documents the unit issued, newest first."""
    return read(
        "MATCH (:Organisation {id: $id})-[:ISSUED]->(d:Document) RETURN DISTINCT d.id AS document_id,"
        " d.name AS title,"
        " d.doc_no AS number, d.date AS day ORDER BY day DESC, document_id",
        id=unit,
    )


def kin_of(label: str, node_id: str) -> list[Row]:
    """What the node is part of (`up` true) and what is part of it."""
    return read(
        f"MATCH (n:{label} {{id: $id}})-[r:PART_OF]-(m)"
        f" RETURN startNode(r).id = $id AS up, labels(m)[0] AS label, m.id AS id, m.name AS name, {evidence('r')}"
        " ORDER BY up DESC, label, size(name), name, id",
        id=node_id,
    )


# --- a group --------------------------------------------------------------------------------------------


def roster_of(group: str, day: date | None) -> list[Row]:
    """The members, in order of role and then of print."""
    return read(
        f"MATCH (m)-[r:MEMBER_OF]->(:Group {{id: $id}}) WHERE {on_day('r')}"
        " RETURN labels(m)[0] AS label, m.id AS member_id, m.name AS member, r.role AS role, r.role_rank AS"
        " rank,"
        " r.leads AS leads, r.post_text AS post, r.by_post AS by_post, r.since AS since, r.until AS until,"
        " r.id AS edge,"
        f" {evidence('r')} ORDER BY rank, since, source, start, member_id, edge",
        id=group,
        day=day,
    )


def hosts_of(group: str) -> list[Row]:
    """Where the group's office sits."""
    return read(
        "MATCH (u)-[r:HOSTS_OFFICE_OF]->(:Group {id: $id}) RETURN labels(u)[0] AS label, u.id AS unit_id,"
        " u.name AS unit,"
        f" {evidence('r')} ORDER BY r.date, u.id, r.id",
        id=group,
    )


def subgroups_of(group: str) -> list[Row]:
    """The groups under this one."""
    return read(
        "MATCH (g:Group)-[r:PART_OF]->(:Group {id: $id}) RETURN g.id AS group_id, g.name AS group,"
        " g.members AS members,"
        f" {evidence('r')} ORDER BY r.source, r.start, g.id, r.id",
        id=group,
    )


def changes_of(group: str) -> list[Row]:
    """The documents that set the group up, adjusted, renamed or ended it, in time."""
    return read(
        "MATCH (d:Document)-[r:ESTABLISHES|ADJUSTS]->(:Group {id: $id})"
        " RETURN type(r) AS tie, r.action AS action, d.id AS document_id, d.name AS title,"
        f" {evidence('r')} ORDER BY r.date IS NULL, r.date, d.id, r.id",
        id=group,
    )


# --- a document, and any other thing --------------------------------------------------------------------


def stated_by(document: str) -> list[Row]:
    """Every relation whose first evidence stands in the document, in the order of its text."""
    return read(
        "MATCH (a)-[r {document: $id}]->(b)"
        " RETURN type(r) AS tie, coalesce(r.role, r.label, r.mode, r.action, r.text) AS word, labels(a)[0]"
        " AS a_label,"
        " a.id AS a_id, a.name AS a_name, labels(b)[0] AS b_label, b.id AS b_id, b.name AS b_name, r.id AS"
        " edge,"
        f" {evidence('r')} ORDER BY start, tie, a_name, edge",
        id=document,
    )


def ties_of(label: str, node_id: str, limit: int = 400) -> list[Row]:
    """Every relation of any node, with its other end. `out` tells the direction."""
    return read(
        f"MATCH (n:{label} {{id: $id}})-[r]-(m)"
        " RETURN type(r) AS tie, coalesce(r.role, r.label, r.mode, r.action, r.post_text, r.text) AS word,"
        " startNode(r).id = $id AS out, labels(m)[0] AS other_label, m.id AS other_id, m.name AS other,"
        " r.id AS edge,"
        f" {evidence('r')} ORDER BY tie, date, source, start, edge LIMIT $limit",
        id=node_id,
        limit=limit,
    )
