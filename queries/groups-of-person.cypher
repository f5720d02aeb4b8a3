// topic: people
// title: {zh: 某人任职的机构, en: Groups of an official}
// about:
//   zh: 一个人在某日任职的机构、角色和所列职务。
//   en: The groups in which a person sits on a day, the role and the post printed there.
// params:
//   person: {type: Person, zh: 人员, en: official}
//   as_of: {type: date, zh: 截至日期, en: as of, optional: true, default: 9999-12-31}
// defaults:
//   person: |
//     MATCH (p:Person) WHERE p.groups_now > 0
//     RETURN p.id AS value ORDER BY p.groups_now DESC, p.id LIMIT 1
// columns:
//   group_name: {type: text, zh: 机构, en: group}
//   role: {type: text, zh: 角色, en: role}
//   post: {type: text, zh: 职务, en: post}
//   since: {type: date, zh: 自, en: since}
//   until: {type: date, zh: 至, en: until}
//   group_id: {type: Group, zh: 机构编号, en: group id}
// evidence: true
MATCH (:Person {id: $person})-[r:MEMBER_OF]->(g:Group)
WHERE (r.since IS NULL OR r.since <= $as_of) AND (r.until IS NULL OR r.until > $as_of)
RETURN g.name AS group_name, r.role AS role, r.post_text AS post, r.since AS since, r.until AS until,
       g.id AS group_id,
       r.doc_no AS doc_no, r.date AS date, r.source AS source, r.start AS start, r.end AS end
ORDER BY r.role_rank, group_name, group_id, since, r.id
