// topic: groups
// title: {zh: 机构成员名单, en: Members of a group}
// about:
//   zh: 一个领导小组、联席会议或指挥部在某日的成员，按角色和印发顺序排列。
//   en: Who sits in a leading group, joint conference or command on a day, in order of role and of print.
// params:
//   group: {type: Group, zh: 议事协调机构, en: group}
//   as_of: {type: date, zh: 截至日期, en: as of, optional: true, default: 9999-12-31}
// defaults:
//   group: |
//     MATCH (g:Group) WHERE g.members_now > 0
//     RETURN g.id AS value ORDER BY g.people_now DESC, g.members_now DESC, g.id LIMIT 1
// columns:
//   role: {type: text, zh: 角色, en: role}
//   member: {type: text, zh: 成员, en: member}
//   kind: {type: text, zh: 成员类型, en: kind of member, words: member_kind}
//   post: {type: text, zh: 职务, en: post}
//   by_post: {type: yesno, zh: 依职务更替, en: changes with the post}
//   since: {type: date, zh: 自, en: since}
//   until: {type: date, zh: 至, en: until}
//   member_id: {type: node, zh: 成员编号, en: member id}
// evidence: true
MATCH (m)-[r:MEMBER_OF]->(g:Group {id: $group})
WHERE (r.since IS NULL OR r.since <= $as_of) AND (r.until IS NULL OR r.until > $as_of)
RETURN r.role AS role, m.name AS member, r.member_kind AS kind, r.post_text AS post, r.by_post AS by_post,
       r.since AS since, r.until AS until, m.id AS member_id,
       r.doc_no AS doc_no, r.date AS date, r.source AS source, r.start AS start, r.end AS end
ORDER BY r.role_rank, r.date, r.source, r.start, m.id, r.id
