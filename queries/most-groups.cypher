// topic: people
// title: {zh: 任职机构最多的人, en: Officials in most groups}
// about:
//   zh: 按某日任职的机构数排列的人员。
//   en: People by the number of groups they sit in on a day.
// params:
//   as_of: {type: date, zh: 截至日期, en: as of, optional: true, default: 9999-12-31}
//   limit: {type: integer, zh: 行数上限, en: rows at most, default: 50}
// columns:
//   person_name: {type: text, zh: 姓名, en: person}
//   groups: {type: integer, zh: 任职机构数, en: groups}
//   leads: {type: integer, zh: 其中为首, en: of these led}
//   person_id: {type: Person, zh: 人员编号, en: person id}
MATCH (p:Person)-[r:MEMBER_OF]->(g:Group)
WHERE p.groups_count > 0
  AND (r.since IS NULL OR r.since <= $as_of) AND (r.until IS NULL OR r.until > $as_of)
WITH p, count(DISTINCT g.id) AS groups, count(DISTINCT CASE WHEN r.leads THEN g.id END) AS leads
RETURN p.name AS person_name, groups, leads, p.id AS person_id
ORDER BY groups DESC, leads DESC, person_name, person_id
LIMIT $limit
