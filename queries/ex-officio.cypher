// topic: groups
// title: {zh: 依职务任职的成员, en: Ex-officio members}
// about:
//   zh: 只写职务、不写姓名的成员，以及随职务自动更替的成员。
//   en: Members printed as a post without a name, and members that change with the post.
// params:
//   group: {type: Group, zh: 议事协调机构, en: group, optional: true}
//   as_of: {type: date, zh: 截至日期, en: as of, optional: true, default: 9999-12-31}
// columns:
//   group_name: {type: text, zh: 机构, en: group}
//   role: {type: text, zh: 角色, en: role}
//   member: {type: text, zh: 成员, en: member}
//   post: {type: text, zh: 职务, en: post}
//   kind: {type: text, zh: 成员类型, en: kind of member, words: member_kind}
//   group_id: {type: Group, zh: 机构编号, en: group id}
//   member_id: {type: node, zh: 成员编号, en: member id}
// evidence: true
MATCH (m)-[r:MEMBER_OF]->(g:Group)
WHERE (r.member_kind = 'post' OR r.by_post) AND ($group IS NULL OR g.id = $group)
  AND (r.since IS NULL OR r.since <= $as_of) AND (r.until IS NULL OR r.until > $as_of)
RETURN g.name AS group_name, r.role AS role, m.name AS member, r.post_text AS post, r.member_kind AS kind,
       g.id AS group_id, m.id AS member_id,
       r.doc_no AS doc_no, r.date AS date, r.source AS source, r.start AS start, r.end AS end
ORDER BY group_name, group_id, r.role_rank, date, source, start, member_id, r.id
