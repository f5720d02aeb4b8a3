// topic: network
// title: {zh: 同组最多的两人, en: Pairs of officials with most groups in common}
// about:
//   zh: 在任职机构最多的若干人中，共同机构最多的两人。
//   en: Among the officials in most groups, the pairs who sit together most.
// params:
//   as_of: {type: date, zh: 截至日期, en: as of, optional: true, default: 9999-12-31}
//   pool: {type: integer, zh: 比较的人数, en: people compared, default: 100}
//   limit: {type: integer, zh: 行数上限, en: rows at most, default: 50}
// columns:
//   person_name: {type: text, zh: 甲, en: one}
//   other: {type: text, zh: 乙, en: other}
//   shared: {type: integer, zh: 共同机构数, en: groups shared}
//   person_id: {type: Person, zh: 甲编号, en: one id}
//   other_id: {type: Person, zh: 乙编号, en: other id}
MATCH (p:Person) WHERE p.groups_count > 0
WITH p ORDER BY p.groups_count DESC, p.id LIMIT $pool
MATCH (p)-[r:MEMBER_OF]->(g:Group)
WHERE (r.since IS NULL OR r.since <= $as_of) AND (r.until IS NULL OR r.until > $as_of)
WITH DISTINCT g, p ORDER BY p.id
WITH g, collect(p) AS people
UNWIND range(0, size(people) - 2) AS i
UNWIND range(i + 1, size(people) - 1) AS j
WITH people[i] AS p, people[j] AS q, count(g) AS shared
RETURN p.name AS person_name, q.name AS other, shared, p.id AS person_id, q.id AS other_id
ORDER BY shared DESC, person_name, other, person_id, other_id
LIMIT $limit
