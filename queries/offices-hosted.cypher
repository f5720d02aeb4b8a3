// topic: units
// title: {zh: 某单位承办的办公室, en: Offices hosted by a unit}
// about:
//   zh: 办公室设在一个单位的议事协调机构，及其牵头人。
//   en: The groups whose office sits in a unit, and who leads them.
// params:
//   unit: {type: Organisation, zh: 单位, en: unit}
//   as_of: {type: date, zh: 截至日期, en: as of, optional: true, default: 9999-12-31}
// defaults:
//   unit: |
//     MATCH (o:Organisation) WHERE o.hosts_count > 0
//     RETURN o.id AS value ORDER BY o.hosts_count DESC, o.id LIMIT 1
// columns:
//   group_name: {type: text, zh: 机构, en: group}
//   leaders: {type: list, zh: 牵头, en: led by}
//   group_id: {type: Group, zh: 机构编号, en: group id}
// evidence: true
MATCH (:Organisation {id: $unit})-[h:HOSTS_OFFICE_OF]->(g:Group)
RETURN g.name AS group_name,
       COLLECT {
         MATCH (m)-[r:MEMBER_OF]->(g)
         WHERE r.leads AND (r.since IS NULL OR r.since <= $as_of) AND (r.until IS NULL OR r.until > $as_of)
         WITH DISTINCT m.name AS leader, m.id AS leader_id ORDER BY leader, leader_id
         RETURN leader
       } AS leaders,
       g.id AS group_id,
       h.doc_no AS doc_no, h.date AS date, h.source AS source, h.start AS start, h.end AS end
ORDER BY date, source, start, group_id, h.id
