// topic: documents
// title: {zh: 关系的出处, en: Evidence of a relation}
// about:
//   zh: 两个节点之间的全部关系，及每条关系在公报中的出处。
//   en: All relations between two nodes, and where in the gazettes each stands.
// params:
//   from: {type: node, zh: 一端, en: one end}
//   to: {type: node, zh: 另一端, en: other end}
// defaults:
//   from: |
//     MATCH (p:Person) WHERE p.groups_count > 0
//     RETURN p.id AS value ORDER BY p.groups_count DESC, p.id LIMIT 1
//   to: |
//     MATCH (:Person {id: $from})-[r:MEMBER_OF]->(g:Group)
//     RETURN g.id AS value ORDER BY r.mentions DESC, g.people DESC, g.id LIMIT 1
// columns:
//   start_name: {type: text, zh: 自, en: from}
//   relation: {type: relation, zh: 关系, en: relation}
//   detail: {type: text, zh: 角色、职务或标签, en: 'role, post or label'}
//   end_name: {type: text, zh: 至, en: to}
//   since: {type: date, zh: 自, en: since}
//   until: {type: date, zh: 至, en: until}
//   title: {type: text, zh: 文件, en: document}
//   mentions: {type: integer, zh: 提及次数, en: facts that state it}
//   places: {type: list, zh: 全部出处, en: all places}
//   start_id: {type: node, zh: 起点编号, en: from id}
//   end_id: {type: node, zh: 终点编号, en: to id}
//   document_id: {type: Document, zh: 文件编号, en: document id}
// evidence: true
CALL {
  MATCH (n:Person {id: $from}) RETURN n
  UNION ALL MATCH (n:Organisation {id: $from}) RETURN n
  UNION ALL MATCH (n:Group {id: $from}) RETURN n
  UNION ALL MATCH (n:Post {id: $from}) RETURN n
  UNION ALL MATCH (n:Task {id: $from}) RETURN n
  UNION ALL MATCH (n:Field {id: $from}) RETURN n
  UNION ALL MATCH (n:Permit {id: $from}) RETURN n
  UNION ALL MATCH (n:Document {id: $from}) RETURN n
  UNION ALL MATCH (n:Issue {id: $from}) RETURN n
  UNION ALL MATCH (n:Jurisdiction {id: $from}) RETURN n
}
MATCH (n)-[r]-(m)
WHERE m.id = $to
WITH startNode(r) AS a, r, endNode(r) AS b
OPTIONAL MATCH (d:Document {id: r.document})
RETURN a.name AS start_name, type(r) AS relation,
       coalesce(r.role, r.mode, r.label, r.post_text, r.action, r.text) AS detail, b.name AS end_name,
       r.since AS since, r.until AS until, d.title AS title, r.mentions AS mentions, r.evidence AS places,
       a.id AS start_id, b.id AS end_id, d.id AS document_id,
       r.doc_no AS doc_no, r.date AS date, r.source AS source, r.start AS start, r.end AS end
ORDER BY date, source, start, relation, detail, r.id
