// topic: network
// title: {zh: 跨机构的中间人, en: Brokers between groups}
// about:
//   zh: 在人员与机构的网络中，最多“最短路”经过的人（中介中心性）；只看同时任职两个以上机构的人。
//   en: People on most shortest ways between groups (betweenness in the network of people and groups); only those in two groups or more.
// measure: brokers
// params:
//   as_of: {type: date, zh: 截至日期, en: as of, optional: true, default: 9999-12-31}
//   pool: {type: integer, zh: 比较的人数, en: people compared, default: 1000}
//   limit: {type: integer, zh: 行数上限, en: rows at most, default: 30}
// columns:
//   person_name: {type: text, zh: 姓名, en: person}
//   groups: {type: integer, zh: 任职机构数, en: groups}
//   betweenness: {type: number, zh: 中介中心性, en: betweenness}
//   person_id: {type: Person, zh: 人员编号, en: person id}
MATCH (p:Person) WHERE p.groups_count > 1
WITH p ORDER BY p.groups_count DESC, p.id LIMIT $pool
MATCH (p)-[r:MEMBER_OF]->(g:Group)
WHERE (r.since IS NULL OR r.since <= $as_of) AND (r.until IS NULL OR r.until > $as_of)
RETURN DISTINCT p.name AS person_name, p.id AS person_id, g.id AS group_id
ORDER BY person_id, group_id
