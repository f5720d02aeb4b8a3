// topic: tasks
// title: {zh: 任务最多的单位, en: Units with most tasks}
// about:
//   zh: 按任务数排列的单位，分牵头、负责和配合。
//   en: Units by the number of their tasks - led, answered for, supported.
// params:
//   limit: {type: integer, zh: 行数上限, en: rows at most, default: 50}
// columns:
//   unit: {type: text, zh: 单位, en: unit}
//   tasks: {type: integer, zh: 任务数, en: tasks}
//   leads: {type: integer, zh: 牵头, en: leads}
//   answers: {type: integer, zh: 负责或落实, en: answers for or carries out}
//   supports: {type: integer, zh: 配合, en: supports}
//   unit_id: {type: Organisation, zh: 单位编号, en: unit id}
MATCH (o:Organisation) WHERE o.tasks_count > 0
RETURN o.name AS unit, o.tasks_count AS tasks, o.tasks_lead AS leads, o.tasks_answer AS answers,
       o.tasks_support AS supports, o.id AS unit_id
ORDER BY tasks DESC, leads DESC, unit, unit_id
LIMIT $limit
