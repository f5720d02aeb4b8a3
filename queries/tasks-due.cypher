// topic: tasks
// title: {zh: 某日前到期的任务, en: Tasks due before a date}
// about:
//   zh: 时限不晚于所选日期的任务及责任单位，先到期的在前。
//   en: Tasks whose last day is on or before the chosen date, with those named for them, earliest first.
// params:
//   by: {type: date, zh: 不晚于, en: due by}
//   from: {type: date, zh: 不早于, en: not before, optional: true}
//   limit: {type: integer, zh: 行数上限, en: rows at most, default: 500}
// defaults:
//   by: MATCH (t:Task) WHERE t.due IS NOT NULL RETURN max(t.due) AS value
// columns:
//   due: {type: date, zh: 到期日, en: due}
//   deadline: {type: text, zh: 时限, en: deadline}
//   task: {type: text, zh: 任务, en: task}
//   leads: {type: list, zh: 牵头, en: led by}
//   others: {type: list, zh: 其他责任方, en: others named}
//   task_id: {type: Task, zh: 任务编号, en: task id}
// evidence: true
MATCH (t:Task)
WHERE t.due <= $by AND ($from IS NULL OR t.due >= $from)
WITH t ORDER BY t.due, t.date, t.source, t.start, t.id
LIMIT $limit
RETURN t.due AS due, t.deadline AS deadline, t.text AS task,
       COLLECT {
         MATCH (n)-[:LEADS_TASK]->(t)
         WITH DISTINCT n.name AS lead, n.id AS lead_id ORDER BY lead, lead_id
         RETURN lead
       } AS leads,
       COLLECT {
         MATCH (n)-[:ANSWERS_FOR|IMPLEMENTS_TASK|SUPPORTS_TASK]->(t)
         WITH DISTINCT n.name AS other, n.id AS other_id ORDER BY other, other_id
         RETURN other
       } AS others,
       t.id AS task_id,
       t.doc_no AS doc_no, t.date AS date, t.source AS source, t.start AS start, t.end AS end
ORDER BY due, date, source, start, task_id
