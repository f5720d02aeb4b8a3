// topic: tasks
// title: {zh: 某乡镇的任务（含“各乡镇”）, en: 'Tasks of a township, those of all townships included'}
// about:
//   zh: 写明由一个乡镇、街道承担的任务，以及写给本县“各乡镇”等集体名称的任务。
//   en: The tasks that name a township or sub-district itself, and those given to the county's townships by a collective name.
// params:
//   unit: {type: Organisation, zh: 乡镇街道, en: township}
// defaults:
//   unit: |
//     MATCH (o:Organisation) WHERE o.unit_kind = 'township'
//     RETURN o.id AS value ORDER BY o.tasks_count DESC, o.id LIMIT 1
// columns:
//   named: {type: text, zh: 文件写作, en: named as}
//   relation: {type: relation, zh: 关系, en: relation}
//   label: {type: text, zh: 标签, en: label}
//   task: {type: text, zh: 任务, en: task}
//   deadline: {type: text, zh: 时限, en: deadline}
//   due: {type: date, zh: 到期日, en: due}
//   named_id: {type: Organisation, zh: 单位编号, en: unit id}
//   task_id: {type: Task, zh: 任务编号, en: task id}
// evidence: true
CALL {
  MATCH (o:Organisation {id: $unit})-[r:LEADS_TASK|ANSWERS_FOR|IMPLEMENTS_TASK|SUPPORTS_TASK]->(t:Task)
  RETURN o, r, t
  UNION ALL
  MATCH (township:Organisation {id: $unit})
  MATCH (j:Jurisdiction {name: township.jurisdiction})-[:PART_OF]->(county:Jurisdiction)
  MATCH (o:Organisation {jurisdiction: county.name})
        -[r:LEADS_TASK|ANSWERS_FOR|IMPLEMENTS_TASK|SUPPORTS_TASK]->(t:Task)
  WHERE o.unit_kind = 'collective' AND o.name CONTAINS '乡镇' AND j.level = 'township'
  RETURN o, r, t
}
WITH o, r, t
RETURN o.name AS named, type(r) AS relation, r.label AS label, t.text AS task, t.deadline AS deadline, t.due AS due,
       o.id AS named_id, t.id AS task_id,
       r.doc_no AS doc_no, r.date AS date, r.source AS source, r.start AS start, r.end AS end
ORDER BY date, source, start, task_id, named_id, r.id
