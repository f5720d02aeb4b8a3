// topic: groups
// title: {zh: 可能的继任成员, en: Likely members by succession}
// about:
//   zh: 名单写明随职务更替、职务已由他人接任的成员：接任者可能就是现在的成员，文件并未写明。
//   en: Where a list says that members change with the post and somebody else has taken the post since - likely, not stated.
// params:
//   as_of: {type: date, zh: 截至日期, en: as of, optional: true, default: 9999-12-31}
// columns:
//   group_name: {type: text, zh: 机构, en: group}
//   role: {type: text, zh: 角色, en: role}
//   member: {type: text, zh: 名单所列, en: as listed}
//   post: {type: text, zh: 职务, en: post}
//   successor: {type: text, zh: 可能继任者, en: likely successor}
//   in_post_on: {type: date, zh: 任职见于, en: in the post on}
//   group_id: {type: Group, zh: 机构编号, en: group id}
//   member_id: {type: Person, zh: 成员编号, en: member id}
//   successor_id: {type: Person, zh: 继任者编号, en: successor id}
// evidence: true
MATCH (m:Person)-[r:MEMBER_OF]->(g:Group)
WHERE r.by_post AND (r.since IS NULL OR r.since <= $as_of) AND (r.until IS NULL OR r.until > $as_of)
MATCH (m)-[:HOLDS_POST]->(post:Post)<-[h:HOLDS_POST|APPOINTED_TO]-(s:Person)
WHERE post.name = r.post_text AND s.id <> m.id AND h.date > r.date AND h.date <= $as_of
  AND NOT EXISTS { MATCH (m)-[k:HOLDS_POST]->(post) WHERE k.last_seen >= h.date }
WITH g, r, m, s, min(h.date) AS in_post_on
RETURN g.name AS group_name, r.role AS role, m.name AS member, r.post_text AS post, s.name AS successor,
       in_post_on, g.id AS group_id, m.id AS member_id, s.id AS successor_id,
       r.doc_no AS doc_no, r.date AS date, r.source AS source, r.start AS start, r.end AS end
ORDER BY group_name, group_id, r.role_rank, member, member_id, in_post_on, successor_id, r.id
