// topic: units
// title: {zh: 某单位的职责, en: Duties of a unit}
// about:
//   zh: 各文件“成员单位职责”中写给一个单位的职责。
//   en: What the lists of member units' duties ask of a unit, by document.
// params:
//   unit: {type: Organisation, zh: 单位, en: unit}
// defaults:
//   unit: |
//     MATCH (o:Organisation)-[r:HAS_DUTY]->(:Document)
//     WITH o, count(r) AS duties
//     RETURN o.id AS value ORDER BY duties DESC, o.id LIMIT 1
// columns:
//   duty: {type: text, zh: 职责, en: duty}
//   title: {type: text, zh: 文件, en: document}
//   document_id: {type: Document, zh: 文件编号, en: document id}
// evidence: true
MATCH (:Organisation {id: $unit})-[r:HAS_DUTY]->(d:Document)
RETURN r.text AS duty, d.title AS title, d.id AS document_id,
       r.doc_no AS doc_no, r.date AS date, r.source AS source, r.start AS start, r.end AS end
ORDER BY date, source, start, r.id
