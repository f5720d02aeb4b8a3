// topic: people
// title: {zh: 分管工作, en: Portfolio of a vice head}
// about:
//   zh: 一位领导分管、联系、协调的单位和协助分管的工作。
//   en: The units and fields that an official oversees, liaises with or coordinates.
// params:
//   person: {type: Person, zh: 领导, en: official}
// defaults:
//   person: |
//     MATCH (p:Person) WHERE p.oversees_count > 0
//     RETURN p.id AS value ORDER BY p.oversees_count DESC, p.id LIMIT 1
// columns:
//   mode: {type: text, zh: 方式, en: how}
//   target: {type: text, zh: 单位或工作, en: unit or field}
//   target_id: {type: node, zh: 对象编号, en: target id}
// evidence: true
MATCH (:Person {id: $person})-[r:OVERSEES]->(t)
RETURN r.mode AS mode, t.name AS target, t.id AS target_id,
       r.doc_no AS doc_no, r.date AS date, r.source AS source, r.start AS start, r.end AS end
ORDER BY date DESC, source, start, target_id, r.id
