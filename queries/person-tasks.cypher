// topic: tasks
// title: {zh: 某人负责的任务, en: Tasks of an official}
// about:
//   zh: 写明由一个人牵头、负责、落实或配合的任务及时限。
//   en: The tasks for which a person is named, in which capacity, with their deadlines.
// params:
//   person: {type: Person, zh: 人员, en: official}
// defaults:
//   person: |
//     MATCH (p:Person) WHERE p.tasks_count > 0
//     RETURN p.id AS value ORDER BY p.tasks_count DESC, p.id LIMIT 1
// columns:
//   relation: {type: relation, zh: 关系, en: relation}
//   label: {type: text, zh: 标签, en: label}
//   task: {type: text, zh: 任务, en: task}
//   deadline: {type: text, zh: 时限, en: deadline}
//   due: {type: date, zh: 到期日, en: due}
//   task_id: {type: Task, zh: 任务编号, en: task id}
// evidence: true
MATCH (:Person {id: $person})-[r:LEADS_TASK|ANSWERS_FOR|IMPLEMENTS_TASK|SUPPORTS_TASK]->(t:Task)
RETURN type(r) AS relation, r.label AS label, t.text AS task, t.deadline AS deadline, t.due AS due, t.id AS task_id,
       r.doc_no AS doc_no, r.date AS date, r.source AS source, r.start AS start, r.end AS end
ORDER BY relation, date, source, start, task_id, r.id
