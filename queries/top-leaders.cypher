// topic: people
// title: {zh: 牵头机构最多的人, en: Who leads the most groups}
// about:
//   zh: 任组长、主任、总指挥、召集人等最多的人员，及其牵头的机构。
//   en: Who heads most groups (组长, 主任, 总指挥, 召集人 …), and which.
// params:
//   as_of: {type: date, zh: 截至日期, en: as of, optional: true, default: 9999-12-31}
//   limit: {type: integer, zh: 行数上限, en: rows at most, default: 30}
// columns:
//   person_name: {type: text, zh: 姓名, en: person}
//   leads: {type: integer, zh: 牵头机构数, en: groups led}
//   groups: {type: list, zh: 机构, en: groups}
//   person_id: {type: Person, zh: 人员编号, en: person id}
MATCH (p:Person)-[r:MEMBER_OF]->(g:Group)
WHERE p.leads_count > 0 AND r.leads
  AND (r.since IS NULL OR r.since <= $as_of) AND (r.until IS NULL OR r.until > $as_of)
WITH DISTINCT p, g ORDER BY g.name, g.id
WITH p, count(g) AS leads, collect(g.name) AS groups
RETURN p.name AS person_name, leads, groups, p.id AS person_id
ORDER BY leads DESC, person_name, person_id
LIMIT $limit
