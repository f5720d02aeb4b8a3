// topic: network
// title: {zh: 某人与谁同在一组, en: Who sits in groups with an official}
// about:
//   zh: 与所选人员同在机构任职的人，按共同机构数排列。
//   en: People who sit in groups with the chosen official, by how many groups they share.
// params:
//   person: {type: Person, zh: 人员, en: official}
//   as_of: {type: date, zh: 截至日期, en: as of, optional: true, default: 9999-12-31}
//   limit: {type: integer, zh: 行数上限, en: rows at most, default: 100}
// defaults:
//   person: |
//     MATCH (p:Person) WHERE p.groups_now > 0
//     WITH p ORDER BY p.groups_now DESC, p.id LIMIT 100
//     MATCH (p)-[r:MEMBER_OF]->(g:Group) WHERE r.until IS NULL AND g.people_now > 1
//     RETURN p.id AS value ORDER BY p.groups_now DESC, p.id LIMIT 1
// columns:
//   person_name: {type: text, zh: 姓名, en: person}
//   shared: {type: integer, zh: 共同机构数, en: groups shared}
//   groups: {type: list, zh: 共同机构, en: which}
//   person_id: {type: Person, zh: 人员编号, en: person id}
MATCH (:Person {id: $person})-[r:MEMBER_OF]->(g:Group)<-[s:MEMBER_OF]-(q:Person)
WHERE q.id <> $person
  AND (r.since IS NULL OR r.since <= $as_of) AND (r.until IS NULL OR r.until > $as_of)
  AND (s.since IS NULL OR s.since <= $as_of) AND (s.until IS NULL OR s.until > $as_of)
WITH DISTINCT q, g ORDER BY g.name, g.id
WITH q, count(g) AS shared, collect(g.name) AS groups
RETURN q.name AS person_name, shared, groups, q.id AS person_id
ORDER BY shared DESC, person_name, person_id
LIMIT $limit
