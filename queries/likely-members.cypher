// topic: groups
// title: {zh: 按职务推定的成员, en: Likely members by their post}
// about:
//   zh: 名单只写职务的，列出当日任该职务的人；名单写明随职务更替、职务已由他人接任的，列出接任者。副职常有几人，不作推定。只是可能，文件并未写明。
//   en: Whoever holds a post that a list names without a person, or has taken over the post of a member where the list says that members change with it. Not for deputies, of whom there are several. Likely, not stated.
// params:
//   group: {type: Group, zh: 议事协调机构, en: group, optional: true}
//   as_of: {type: date, zh: 截至日期, en: as of, optional: true, default: 9999-12-31}
// columns:
//   group_name: {type: text, zh: 机构, en: group}
//   role: {type: text, zh: 角色, en: role}
//   member: {type: text, zh: 名单所列, en: as listed}
//   post: {type: text, zh: 职务, en: post}
//   likely: {type: text, zh: 可能的成员, en: likely member}
//   in_post_on: {type: date, zh: 任职见于, en: in the post on}
//   group_id: {type: Group, zh: 机构编号, en: group id}
//   member_id: {type: node, zh: 成员编号, en: member id}
//   likely_id: {type: Person, zh: 可能成员编号, en: likely id}
// evidence: true
CALL {
  MATCH (m:Post)-[r:MEMBER_OF]->(g:Group)
  WHERE $group IS NULL OR g.id = $group
  RETURN m, r, g, m AS post
  UNION ALL
  MATCH (m:Person)-[r:MEMBER_OF]->(g:Group)
  WHERE r.by_post AND ($group IS NULL OR g.id = $group)
  MATCH (post:Post {id: r.post})
  RETURN m, r, g, post
}
WITH m, r, g, post
WHERE NOT post.name CONTAINS '副'
  AND (r.since IS NULL OR r.since <= $as_of) AND (r.until IS NULL OR r.until > $as_of)
MATCH (post)<-[h:HOLDS_POST|APPOINTED_TO]-(holder:Person)
WHERE h.date <= $as_of
WITH m, r, g, post, holder, max(CASE WHEN h.last_seen <= $as_of THEN h.last_seen ELSE h.date END) AS seen
ORDER BY seen DESC, holder.id
WITH m, r, g, post, collect(holder)[0] AS s, max(seen) AS in_post_on
WHERE s.id <> m.id AND (r.member_kind = 'post' OR in_post_on > r.date)
  AND NOT EXISTS {
    MATCH (s)-[gone:REMOVED_FROM]->(post) WHERE gone.date >= in_post_on AND gone.date <= $as_of }
RETURN g.name AS group_name, r.role AS role, m.name AS member, r.post_text AS post, s.name AS likely,
       in_post_on, g.id AS group_id, m.id AS member_id, s.id AS likely_id,
       r.doc_no AS doc_no, r.date AS date, r.source AS source, r.start AS start, r.end AS end
ORDER BY group_name, group_id, r.role_rank, member, member_id, in_post_on, likely_id, r.id
