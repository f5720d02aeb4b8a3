// topic: units
// title: {zh: 乡镇街道参加的机构, en: Townships in groups}
// about:
//   zh: 乡镇、街道以单位名义或由其负责人参加的议事协调机构。
//   en: The groups in which townships and sub-districts sit themselves or through their officials.
// params:
//   as_of: {type: date, zh: 截至日期, en: as of, optional: true, default: 9999-12-31}
//   limit: {type: integer, zh: 行数上限, en: rows at most, default: 1000}
// columns:
//   township: {type: text, zh: 乡镇街道, en: township}
//   group_name: {type: text, zh: 机构, en: group}
//   role: {type: text, zh: 角色, en: role}
//   member: {type: text, zh: 由谁参加, en: through}
//   post: {type: text, zh: 职务, en: post}
//   township_id: {type: Organisation, zh: 乡镇编号, en: township id}
//   group_id: {type: Group, zh: 机构编号, en: group id}
//   member_id: {type: node, zh: 成员编号, en: member id}
// evidence: true
MATCH (j:Jurisdiction) WHERE j.level = 'township'
WITH collect(DISTINCT j.name) AS townships
MATCH (o:Organisation) WHERE o.unit_kind = 'township' OR o.jurisdiction IN townships
CALL (o) {
  MATCH (o)-[r:MEMBER_OF]->(g:Group) RETURN o AS m, r, g
  UNION
  MATCH (o)<-[:AT]-(m:Post)-[r:MEMBER_OF]->(g:Group) RETURN m, r, g
  UNION
  MATCH (o)<-[:AT]-(post:Post)<-[:HOLDS_POST]-(m:Person)-[r:MEMBER_OF]->(g:Group)
  WHERE r.post = post.id
  RETURN m, r, g
}
WITH o, m, r, g
WHERE (r.since IS NULL OR r.since <= $as_of) AND (r.until IS NULL OR r.until > $as_of)
RETURN o.name AS township, g.name AS group_name, r.role AS role, m.name AS member, r.post_text AS post,
       o.id AS township_id, g.id AS group_id, m.id AS member_id,
       r.doc_no AS doc_no, r.date AS date, r.source AS source, r.start AS start, r.end AS end
ORDER BY township, township_id, group_name, group_id, r.role_rank, member, member_id, r.id
LIMIT $limit
