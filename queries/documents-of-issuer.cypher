// topic: documents
// title: {zh: 某机关的文件, en: Documents of an issuer}
// about:
//   zh: 一个机关发出的文件，最近的在前，及其任务数和涉及的机构数。
//   en: The documents that a unit issued, latest first, with the tasks they set and the groups they establish or adjust.
// params:
//   unit: {type: Organisation, zh: 发文机关, en: issuer}
//   from: {type: date, zh: 自, en: from, optional: true}
//   to: {type: date, zh: 至, en: to, optional: true, default: 9999-12-31}
// defaults:
//   unit: |
//     MATCH (o:Organisation) WHERE o.documents_count > 0
//     RETURN o.id AS value ORDER BY o.documents_count DESC, o.id LIMIT 1
// columns:
//   doc_no: {type: text, zh: 文号, en: document number}
//   title: {type: text, zh: 标题, en: title}
//   date: {type: date, zh: 日期, en: date}
//   tasks: {type: integer, zh: 任务数, en: tasks}
//   groups: {type: integer, zh: 机构数, en: groups}
//   source: {type: text, zh: 来源, en: source file}
//   start: {type: integer, zh: 起, en: start}
//   end: {type: integer, zh: 止, en: end}
//   document_id: {type: Document, zh: 文件编号, en: document id}
MATCH (:Organisation {id: $unit})-[:ISSUED]->(d:Document)
WHERE ($from IS NULL OR d.date >= $from) AND (d.date IS NULL OR d.date <= $to)
RETURN DISTINCT d.doc_no AS doc_no, d.title AS title, d.date AS date, d.tasks_count AS tasks,
       d.groups_count AS groups, d.source AS source, d.start AS start, d.end AS end, d.id AS document_id
ORDER BY date DESC, source, start, document_id
