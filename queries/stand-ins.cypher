// topic: people
// title: {zh: AB岗, en: Who stands in for whom}
// about:
//   zh: 互为AB岗的领导。
//   en: Officials who stand in for each other (AB岗).
// columns:
//   person_name: {type: text, zh: 甲, en: one}
//   other: {type: text, zh: 乙, en: other}
//   person_id: {type: Person, zh: 甲编号, en: one id}
//   other_id: {type: Person, zh: 乙编号, en: other id}
// evidence: true
MATCH (p:Person)-[r:STANDS_IN_FOR]->(q:Person)
RETURN p.name AS person_name, q.name AS other, p.id AS person_id, q.id AS other_id,
       r.doc_no AS doc_no, r.date AS date, r.source AS source, r.start AS start, r.end AS end
ORDER BY date, source, start, person_id, other_id, r.id
