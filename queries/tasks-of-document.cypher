// topic: tasks
// title: {zh: 某文件下达的任务, en: Tasks that a document sets}
// about:
//   zh: 一份文件的全部任务、时限和责任方，按原文顺序。
//   en: All tasks of a document with deadlines and those named for them, in order of print.
// params:
//   document: {type: Document, zh: 文件, en: document}
// defaults:
//   document: |
//     MATCH (d:Document) WHERE d.tasks_count > 0
//     RETURN d.id AS value ORDER BY d.tasks_count DESC, d.id LIMIT 1
// columns:
//   task: {type: text, zh: 任务, en: task}
//   deadline: {type: text, zh: 时限, en: deadline}
//   due: {type: date, zh: 到期日, en: due}
//   leads: {type: list, zh: 牵头, en: led by}
//   others: {type: list, zh: 其他责任方, en: others named}
//   task_id: {type: Task, zh: 任务编号, en: task id}
// evidence: true
MATCH (t:Task)-[:SET_BY]->(:Document {id: $document})
RETURN t.text AS task, t.deadline AS deadline, t.due AS due,
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
ORDER BY source, start, task_id
