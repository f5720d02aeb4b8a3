// topic: network
// title: {zh: 交叉最多的机构, en: Groups that interlock most}
// about:
//   zh: 在人数最多的若干机构中，共同人员最多的机构对。
//   en: Among the largest groups, the pairs that share most people.
// params:
//   as_of: {type: date, zh: 截至日期, en: as of, optional: true, default: 9999-12-31}
//   pool: {type: integer, zh: 比较的机构数, en: groups compared, default: 100}
//   limit: {type: integer, zh: 行数上限, en: rows at most, default: 50}
// columns:
//   group_name: {type: text, zh: 机构甲, en: one group}
//   other: {type: text, zh: 机构乙, en: other group}
//   shared: {type: integer, zh: 共同人员, en: people shared}
//   group_id: {type: Group, zh: 机构甲编号, en: one group id}
//   other_id: {type: Group, zh: 机构乙编号, en: other group id}
MATCH (g:Group) WHERE g.people > 0
WITH g ORDER BY g.people DESC, g.id LIMIT $pool
MATCH (g)<-[r:MEMBER_OF]-(p:Person)
WHERE (r.since IS NULL OR r.since <= $as_of) AND (r.until IS NULL OR r.until > $as_of)
WITH DISTINCT p, g ORDER BY g.id
WITH p, collect(g) AS groups
UNWIND range(0, size(groups) - 2) AS i
UNWIND range(i + 1, size(groups) - 1) AS j
WITH groups[i] AS g, groups[j] AS h, count(p) AS shared
RETURN g.name AS group_name, h.name AS other, shared, g.id AS group_id, h.id AS other_id
ORDER BY shared DESC, group_name, other, group_id, other_id
LIMIT $limit
