// topic: groups
// title: {zh: 下设小组, en: Subgroups of a group}
// about:
//   zh: 机构直接下设的工作组、专班和办公室，及其牵头人和成员数。
//   en: The working groups and offices directly under a group, with who leads them and how many sit in them.
// params:
//   group: {type: Group, zh: 议事协调机构, en: group}
//   as_of: {type: date, zh: 截至日期, en: as of, optional: true, default: 9999-12-31}
// defaults:
//   group: |
//     MATCH (g:Group) WHERE g.subgroups > 0
//     RETURN g.id AS value ORDER BY g.subgroups DESC, g.people DESC, g.id LIMIT 1
// columns:
//   subgroup: {type: text, zh: 小组, en: subgroup}
//   leaders: {type: list, zh: 牵头, en: led by}
//   members: {type: integer, zh: 成员数, en: members}
//   subgroup_id: {type: Group, zh: 小组编号, en: subgroup id}
// evidence: true
MATCH (s:Group)-[p:PART_OF]->(:Group {id: $group})
RETURN s.name AS subgroup,
       COLLECT {
         MATCH (m)-[r:MEMBER_OF]->(s)
         WHERE r.leads AND (r.since IS NULL OR r.since <= $as_of) AND (r.until IS NULL OR r.until > $as_of)
         WITH DISTINCT m.name AS leader, m.id AS leader_id ORDER BY leader, leader_id
         RETURN leader
       } AS leaders,
       COUNT {
         MATCH (m)-[r:MEMBER_OF]->(s)
         WHERE (r.since IS NULL OR r.since <= $as_of) AND (r.until IS NULL OR r.until > $as_of)
         RETURN DISTINCT m
       } AS members,
       s.id AS subgroup_id,
       p.doc_no AS doc_no, p.date AS date, p.source AS source, p.start AS start, p.end AS end
ORDER BY p.date, p.source, p.start, s.id, p.id
