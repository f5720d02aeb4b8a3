// topic: documents
// title: {zh: 某文件写明的一切, en: Everything that a document states}
// about:
//   zh: 一份文件写明的全部关系，按原文顺序。
//   en: All relations that a document states, in order of print.
// params:
//   document: {type: Document, zh: 文件, en: document}
//   limit: {type: integer, zh: 行数上限, en: rows at most, default: 2000}
// defaults:
//   document: |
//     MATCH (d:Document) WHERE d.groups_count > 0 OR d.tasks_count > 0
//     RETURN d.id AS value ORDER BY d.groups_count DESC, d.tasks_count DESC, d.id LIMIT 1
// columns:
//   start_name: {type: text, zh: 自, en: from}
//   relation: {type: relation, zh: 关系, en: relation}
//   detail: {type: text, zh: 角色、职务或标签, en: 'role, post or label'}
//   end_name: {type: text, zh: 至, en: to}
//   start_id: {type: node, zh: 起点编号, en: from id}
//   end_id: {type: node, zh: 终点编号, en: to id}
// evidence: true
MATCH (a)-[r]->(b)
WHERE r.document = $document
RETURN a.name AS start_name, type(r) AS relation,
       coalesce(r.role, r.mode, r.label, r.post_text, r.action, r.text) AS detail, b.name AS end_name,
       a.id AS start_id, b.id AS end_id,
       r.doc_no AS doc_no, r.date AS date, r.source AS source, r.start AS start, r.end AS end
ORDER BY source, start, relation, start_id, end_id, r.id
LIMIT $limit
