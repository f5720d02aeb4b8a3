// topic: units
// title: {zh: 某单位参加的机构, en: Groups in which a unit sits}
// about:
//   zh: 以单位名义，或由其负责人、职务参加的议事协调机构。
//   en: The groups in which a unit sits itself or through its officials and posts.
// params:
//   unit: {type: Organisation, zh: 单位, en: unit}
//   as_of: {type: date, zh: 截至日期, en: as of, optional: true, default: 9999-12-31}
// defaults:
//   unit: |
//     MATCH (o:Organisation) WHERE o.groups_count > 0
//     WITH o ORDER BY o.groups_count DESC, o.id LIMIT 100
//     MATCH (o)-[r:MEMBER_OF]->(:Group) WHERE r.until IS NULL
//     RETURN o.id AS value ORDER BY o.groups_count DESC, o.id LIMIT 1
// columns:
//   group_name: {type: text, zh: 机构, en: group}
//   role: {type: text, zh: 角色, en: role}
//   member: {type: text, zh: 由谁参加, en: through}
//   post: {type: text, zh: 职务, en: post}
//   group_id: {type: Group, zh: 机构编号, en: group id}
//   member_id: {type: node, zh: 成员编号, en: member id}
// evidence: true
CALL {
  MATCH (m:Organisation {id: $unit})-[r:MEMBER_OF]->(g:Group) RETURN m, r, g
  UNION
  MATCH (:Organisation {id: $unit})<-[:AT]-(m:Post)-[r:MEMBER_OF]->(g:Group) RETURN m, r, g
  UNION
  MATCH (:Organisation {id: $unit})<-[:AT]-(post:Post)<-[:HOLDS_POST]-(m:Person)-[r:MEMBER_OF]->(g:Group)
  WHERE r.post = post.id
  RETURN m, r, g
}
WITH m, r, g
WHERE (r.since IS NULL OR r.since <= $as_of) AND (r.until IS NULL OR r.until > $as_of)
RETURN g.name AS group_name, r.role AS role, m.name AS member, r.post_text AS post, g.id AS group_id,
       m.id AS member_id,
       r.doc_no AS doc_no, r.date AS date, r.source AS source, r.start AS start, r.end AS end
ORDER BY group_name, group_id, r.role_rank, member, member_id, r.id
