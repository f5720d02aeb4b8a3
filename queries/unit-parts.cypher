// topic: units
// title: {zh: 某单位的内设和下属机构, en: Parts of a unit}
// about:
//   zh: 文件写明隶属于一个单位的股室、分局、所站和挂牌机构。
//   en: The sections, branches, stations and second name plates that the documents put under a unit.
// params:
//   unit: {type: Organisation, zh: 单位, en: unit}
// defaults:
//   unit: |
//     MATCH (:Organisation)-[r:PART_OF]->(o:Organisation)
//     WITH o, count(r) AS parts
//     RETURN o.id AS value ORDER BY parts DESC, o.id LIMIT 1
// columns:
//   part: {type: text, zh: 机构, en: part}
//   kind: {type: text, zh: 类别, en: kind}
//   aliases: {type: list, zh: 别名, en: other names}
//   part_id: {type: Organisation, zh: 机构编号, en: part id}
MATCH (p:Organisation)-[:PART_OF]->(:Organisation {id: $unit})
RETURN DISTINCT p.name AS part, p.unit_kind AS kind, p.aliases AS aliases, p.id AS part_id
ORDER BY part, part_id
