// topic: tasks
// title: {zh: 某单位与谁共担任务, en: With whom a unit shares tasks}
// about:
//   zh: 与所选单位同列于任务的其他单位，及其中由所选单位牵头的任务数。
//   en: Other units named for the same tasks, and how many of these the chosen unit leads.
// params:
//   unit: {type: Organisation, zh: 单位, en: unit}
//   limit: {type: integer, zh: 行数上限, en: rows at most, default: 100}
// defaults:
//   unit: |
//     MATCH (o:Organisation)
//     WHERE o.tasks_count > 0 AND EXISTS {
//       (o)-[:LEADS_TASK|ANSWERS_FOR|IMPLEMENTS_TASK|SUPPORTS_TASK]->(:Task)<-[:LEADS_TASK|ANSWERS_FOR|IMPLEMENTS_TASK|SUPPORTS_TASK]-(p:Organisation)
//       WHERE p.id <> o.id }
//     RETURN o.id AS value ORDER BY o.tasks_count DESC, o.id LIMIT 1
// columns:
//   unit_name: {type: text, zh: 单位, en: unit}
//   shared: {type: integer, zh: 共同任务, en: tasks shared}
//   led: {type: integer, zh: 由所选单位牵头, en: led by the chosen unit}
//   unit_id: {type: Organisation, zh: 单位编号, en: unit id}
MATCH (:Organisation {id: $unit})-[r:LEADS_TASK|ANSWERS_FOR|IMPLEMENTS_TASK|SUPPORTS_TASK]->(t:Task)
MATCH (t)<-[:LEADS_TASK|ANSWERS_FOR|IMPLEMENTS_TASK|SUPPORTS_TASK]-(o:Organisation)
WHERE o.id <> $unit
WITH o, count(DISTINCT t.id) AS shared, count(DISTINCT CASE type(r) WHEN 'LEADS_TASK' THEN t.id END) AS led
RETURN o.name AS unit_name, shared, led, o.id AS unit_id
ORDER BY shared DESC, led DESC, unit_name, unit_id
LIMIT $limit
