// topic: tasks
// title: {zh: 某单位的任务, en: Tasks of a unit}
// about:
//   zh: 一个单位牵头、负责、落实和配合的任务及时限。
//   en: The tasks that a unit leads, answers for, carries out or supports, with their deadlines.
// params:
//   unit: {type: Organisation, zh: 单位, en: unit}
//   limit: {type: integer, zh: 行数上限, en: rows at most, default: 2000}
// defaults:
//   unit: |
//     MATCH (o:Organisation) WHERE o.tasks_count > 0
//     RETURN o.id AS value ORDER BY o.tasks_count DESC, o.id LIMIT 1
// columns:
//   relation: {type: relation, zh: 关系, en: relation}
//   label: {type: text, zh: 标签, en: label}
//   task: {type: text, zh: 任务, en: task}
//   deadline: {type: text, zh: 时限, en: deadline}
//   due: {type: date, zh: 到期日, en: due}
//   task_id: {type: Task, zh: 任务编号, en: task id}
// evidence: true
MATCH (:Organisation {id: $unit})-[r:LEADS_TASK|ANSWERS_FOR|IMPLEMENTS_TASK|SUPPORTS_TASK]->(t:Task)
RETURN type(r) AS relation, r.label AS label, t.text AS task, t.deadline AS deadline, t.due AS due, t.id AS task_id,
       r.doc_no AS doc_no, r.date AS date, r.source AS source, r.start AS start, r.end AS end
ORDER BY CASE type(r) WHEN 'LEADS_TASK' THEN 1 WHEN 'ANSWERS_FOR' THEN 2 WHEN 'IMPLEMENTS_TASK' THEN 3 ELSE 4 END,
         date, source, start, task_id, r.id
LIMIT $limit
