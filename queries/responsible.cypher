// topic: tasks
// title: {zh: 谁负责这件事, en: Who is responsible for a topic}
// about:
//   zh: 提到所问事项的分管工作、议事协调机构、任务和职责，及其责任人和责任单位。多个词用空格隔开，须全部出现。
//   en: Portfolios, groups, tasks and duties that mention the words, and who answers for them. Several words, set apart by blanks, must all occur.
// params:
//   words: {type: words, zh: 事项, en: topic}
//   as_of: {type: date, zh: 截至日期, en: as of, optional: true, default: 9999-12-31}
//   limit: {type: integer, zh: 行数上限, en: rows at most, default: 500}
// defaults:
//   words: |
//     MATCH (f:Field) WITH f, COUNT { (f)<-[:OVERSEES]-() } AS people
//     RETURN f.name AS value ORDER BY people DESC, f.name, f.id LIMIT 1
// columns:
//   found: {type: text, zh: 见于, en: found in, words: found}
//   who: {type: text, zh: 责任人或单位, en: who}
//   role: {type: text, zh: 角色, en: role}
//   what: {type: text, zh: 内容, en: what}
//   due: {type: date, zh: 到期日, en: due}
//   who_id: {type: node, zh: 责任方编号, en: who id}
//   what_id: {type: node, zh: 内容编号, en: what id}
// evidence: true
CALL {
  MATCH (w:Person)-[r:OVERSEES]->(t)
  WHERE all(word IN $words WHERE t.search CONTAINS word)
  RETURN 1 AS part, 'portfolio' AS found, w, r, r.mode AS role, t.name AS what, t.id AS what_id, null AS due
  UNION ALL
  MATCH (w)-[r:MEMBER_OF]->(g:Group)
  WHERE all(word IN $words WHERE g.search CONTAINS word) AND r.role_rank <= 2
    AND (r.since IS NULL OR r.since <= $as_of) AND (r.until IS NULL OR r.until > $as_of)
  RETURN 2 AS part, 'group' AS found, w, r, r.role AS role, g.name AS what, g.id AS what_id, null AS due
  UNION ALL
  MATCH (t:Task)<-[r:LEADS_TASK|ANSWERS_FOR|IMPLEMENTS_TASK|SUPPORTS_TASK]-(w)
  WHERE all(word IN $words WHERE t.search CONTAINS word)
  RETURN 3 AS part, 'task' AS found, w, r, r.label AS role, t.text AS what, t.id AS what_id, t.due AS due
  UNION ALL
  MATCH (w)-[r:HAS_DUTY]->(d:Document)
  WHERE all(word IN $words WHERE r.text CONTAINS word)
  RETURN 4 AS part, 'duty' AS found, w, r, null AS role, r.text AS what, d.id AS what_id, null AS due
}
WITH part, found, w, r, role, what, what_id, due
WHERE r.date IS NULL OR r.date <= $as_of
RETURN found, w.name AS who, role, what, due, w.id AS who_id, what_id,
       r.doc_no AS doc_no, r.date AS date, r.source AS source, r.start AS start, r.end AS end
ORDER BY part, what, what_id, r.role_rank, date, source, start, who_id, r.id
LIMIT $limit
