// topic: groups
// title: {zh: 规模最大的机构, en: Largest groups}
// about:
//   zh: 按某日的人员数排列的机构。
//   en: Groups by the number of people in them on a day.
// params:
//   as_of: {type: date, zh: 截至日期, en: as of, optional: true, default: 9999-12-31}
//   limit: {type: integer, zh: 行数上限, en: rows at most, default: 50}
// columns:
//   group_name: {type: text, zh: 机构, en: group}
//   people: {type: integer, zh: 人员, en: people}
//   units: {type: integer, zh: 成员单位, en: units}
//   leaders: {type: list, zh: 牵头, en: led by}
//   group_id: {type: Group, zh: 机构编号, en: group id}
MATCH (m)-[r:MEMBER_OF]->(g:Group)
WHERE (r.since IS NULL OR r.since <= $as_of) AND (r.until IS NULL OR r.until > $as_of)
WITH g, count(DISTINCT CASE r.member_kind WHEN 'person' THEN m.id END) AS people,
     count(DISTINCT CASE r.member_kind WHEN 'unit' THEN m.id END) AS units
ORDER BY people DESC, units DESC, g.name, g.id
LIMIT $limit
RETURN g.name AS group_name, people, units,
       COLLECT {
         MATCH (m)-[r:MEMBER_OF]->(g)
         WHERE r.leads AND (r.since IS NULL OR r.since <= $as_of) AND (r.until IS NULL OR r.until > $as_of)
         WITH DISTINCT m.name AS leader, m.id AS leader_id ORDER BY leader, leader_id
         RETURN leader
       } AS leaders, g.id AS group_id
ORDER BY people DESC, units DESC, group_name, group_id
