// topic: people
// title: {zh: 法定代表人及其机构, en: Legal representatives and their groups}
// about:
//   zh: 名录所列的法定代表人，及其在某日任职的议事协调机构。
//   en: Legal representatives as the registers list them, and the groups they sit in on a day.
// params:
//   as_of: {type: date, zh: 截至日期, en: as of, optional: true, default: 9999-12-31}
//   limit: {type: integer, zh: 行数上限, en: rows at most, default: 500}
// columns:
//   person_name: {type: text, zh: 法定代表人, en: legal representative}
//   unit: {type: text, zh: 单位, en: unit}
//   groups: {type: list, zh: 任职机构, en: groups}
//   person_id: {type: Person, zh: 人员编号, en: person id}
//   unit_id: {type: node, zh: 单位编号, en: unit id}
// evidence: true
MATCH (p:Person)-[r:LEGAL_REPRESENTATIVE_OF]->(o)
WITH p, r, o,
     COLLECT {
       MATCH (p)-[s:MEMBER_OF]->(g:Group)
       WHERE (s.since IS NULL OR s.since <= $as_of) AND (s.until IS NULL OR s.until > $as_of)
       WITH DISTINCT g.name AS group_name, g.id AS group_id ORDER BY group_name, group_id
       RETURN group_name
     } AS groups
RETURN p.name AS person_name, o.name AS unit, groups, p.id AS person_id, o.id AS unit_id,
       r.doc_no AS doc_no, r.date AS date, r.source AS source, r.start AS start, r.end AS end
ORDER BY size(groups) DESC, person_name, person_id, unit_id, date, r.id
LIMIT $limit
