// topic: tasks
// title: {zh: 没有时限的任务, en: Tasks without a deadline}
// about:
//   zh: 文件没有写明完成时限的任务及责任单位，最近的文件在前。
//   en: Tasks for which the document prints no time limit, with those named for them, latest document first.
// params:
//   limit: {type: integer, zh: 行数上限, en: rows at most, default: 500}
// columns:
//   task: {type: text, zh: 任务, en: task}
//   leads: {type: list, zh: 牵头, en: led by}
//   others: {type: list, zh: 其他责任方, en: others named}
//   task_id: {type: Task, zh: 任务编号, en: task id}
// evidence: true
MATCH (t:Task)
WHERE t.deadline IS NULL AND t.due IS NULL
WITH t ORDER BY t.date DESC, t.source, t.start, t.id
LIMIT $limit
RETURN t.text AS task,
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
ORDER BY date DESC, source, start, task_id
