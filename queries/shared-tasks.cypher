// topic: tasks
// title: {zh: 共同任务最多的单位, en: Units that share most tasks}
// about:
//   zh: 在任务最多的若干单位中，共同承担任务最多的单位对。
//   en: Among the units with most tasks, the pairs that are named together most.
// params:
//   pool: {type: integer, zh: 比较的单位数, en: units compared, default: 100}
//   limit: {type: integer, zh: 行数上限, en: rows at most, default: 50}
// columns:
//   unit: {type: text, zh: 单位甲, en: one unit}
//   other: {type: text, zh: 单位乙, en: other unit}
//   shared: {type: integer, zh: 共同任务, en: tasks shared}
//   unit_id: {type: Organisation, zh: 单位甲编号, en: one unit id}
//   other_id: {type: Organisation, zh: 单位乙编号, en: other unit id}
MATCH (o:Organisation) WHERE o.tasks_count > 0
WITH o ORDER BY o.tasks_count DESC, o.id LIMIT $pool
MATCH (o)-[:LEADS_TASK|ANSWERS_FOR|IMPLEMENTS_TASK|SUPPORTS_TASK]->(t:Task)
WITH DISTINCT t, o ORDER BY o.id
WITH t, collect(o) AS units
UNWIND range(0, size(units) - 2) AS i
UNWIND range(i + 1, size(units) - 1) AS j
WITH units[i] AS a, units[j] AS b, count(t) AS shared
RETURN a.name AS unit, b.name AS other, shared, a.id AS unit_id, b.id AS other_id
ORDER BY shared DESC, unit, other, unit_id, other_id
LIMIT $limit
