// topic: permits
// title: {zh: 某单位的持证人, en: Permit holders of a unit}
// about:
//   zh: 执法证名单中一个单位的持证人、证号和类别。
//   en: The people of a unit on the lists of enforcement permits, with number and category.
// params:
//   unit: {type: Organisation, zh: 单位, en: unit}
// defaults:
//   unit: |
//     MATCH (o:Organisation)-[:HOLDS_PERMIT]->(p:Permit) WHERE p.holder IS NOT NULL
//     WITH o, count(p) AS permits
//     RETURN o.id AS value ORDER BY permits DESC, o.id LIMIT 1
// columns:
//   holder: {type: text, zh: 持证人, en: holder}
//   number: {type: text, zh: 证号, en: number}
//   category: {type: text, zh: 类别, en: category}
//   holder_id: {type: Person, zh: 人员编号, en: person id}
//   permit_id: {type: Permit, zh: 登记编号, en: permit id}
// evidence: true
MATCH (:Organisation {id: $unit})-[:HOLDS_PERMIT]->(p:Permit)
WHERE p.holder IS NOT NULL
OPTIONAL MATCH (h:Person)-[:HOLDS_PERMIT]->(p)
RETURN p.holder AS holder, p.number AS number, p.category AS category, h.id AS holder_id, p.id AS permit_id,
       p.doc_no AS doc_no, p.date AS date, p.source AS source, p.start AS start, p.end AS end
ORDER BY date, source, start, permit_id, holder_id
