// topic: network
// title: {zh: 与某机构人员交叉的机构, en: Groups that share people with a group}
// about:
//   zh: 与所选机构有共同人员的其他机构，按共同人数排列。
//   en: Other groups with people of the chosen one, by how many they share.
// params:
//   group: {type: Group, zh: 议事协调机构, en: group}
//   as_of: {type: date, zh: 截至日期, en: as of, optional: true, default: 9999-12-31}
//   limit: {type: integer, zh: 行数上限, en: rows at most, default: 100}
// defaults:
//   group: |
//     MATCH (g:Group) WHERE g.people_now > 0
//     WITH g ORDER BY g.people_now DESC, g.id LIMIT 100
//     MATCH (g)<-[r:MEMBER_OF]-(p:Person) WHERE r.until IS NULL AND p.groups_now > 1
//     RETURN g.id AS value ORDER BY g.people_now DESC, g.id LIMIT 1
// columns:
//   group_name: {type: text, zh: 机构, en: group}
//   shared: {type: integer, zh: 共同人员, en: people shared}
//   people: {type: list, zh: 姓名, en: who}
//   group_id: {type: Group, zh: 机构编号, en: group id}
MATCH (:Group {id: $group})<-[r:MEMBER_OF]-(p:Person)-[s:MEMBER_OF]->(h:Group)
WHERE h.id <> $group
  AND (r.since IS NULL OR r.since <= $as_of) AND (r.until IS NULL OR r.until > $as_of)
  AND (s.since IS NULL OR s.since <= $as_of) AND (s.until IS NULL OR s.until > $as_of)
WITH DISTINCT h, p ORDER BY p.name, p.id
WITH h, count(p) AS shared, collect(p.name) AS people
RETURN h.name AS group_name, shared, people, h.id AS group_id
ORDER BY shared DESC, group_name, group_id
LIMIT $limit
