// topic: groups
// title: {zh: 机构全貌（含下设小组）, en: A group with its subgroups}
// about:
//   zh: 机构及其各级下设小组、办公室的成员，逐组列出。
//   en: The members of a group and of its subgroups and offices at every level, group by group.
// params:
//   group: {type: Group, zh: 议事协调机构, en: group}
//   as_of: {type: date, zh: 截至日期, en: as of, optional: true, default: 9999-12-31}
// defaults:
//   group: |
//     MATCH (g:Group) WHERE g.members_now > 0
//     RETURN g.id AS value ORDER BY g.subgroups DESC, g.people_now DESC, g.id LIMIT 1
// columns:
//   depth: {type: integer, zh: 层级, en: level}
//   group_name: {type: text, zh: 机构, en: group}
//   role: {type: text, zh: 角色, en: role}
//   member: {type: text, zh: 成员, en: member}
//   post: {type: text, zh: 职务, en: post}
//   group_id: {type: Group, zh: 机构编号, en: group id}
//   member_id: {type: node, zh: 成员编号, en: member id}
// evidence: true
MATCH path = (g:Group)-[:PART_OF*0..4]->(:Group {id: $group})
WITH g, min(length(path)) AS depth
MATCH (m)-[r:MEMBER_OF]->(g)
WHERE (r.since IS NULL OR r.since <= $as_of) AND (r.until IS NULL OR r.until > $as_of)
RETURN depth, g.name AS group_name, r.role AS role, m.name AS member, r.post_text AS post,
       g.id AS group_id, m.id AS member_id,
       r.doc_no AS doc_no, r.date AS date, r.source AS source, r.start AS start, r.end AS end
ORDER BY depth, g.name, g.id, r.role_rank, r.date, r.source, r.start, m.id, r.id
