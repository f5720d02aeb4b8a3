// topic: permits
// title: {zh: 没有持证人的单位, en: Units with no permit holder}
// about:
//   zh: 执法主体名录中持证人数为零、也没有列名持证人的单位。
//   en: Units that a register lists with zero permit holders and that have none listed by name either.
// columns:
//   unit: {type: text, zh: 单位, en: unit}
//   category: {type: text, zh: 类别, en: category}
//   legal_rep: {type: text, zh: 法定代表人, en: legal representative}
//   unit_id: {type: Organisation, zh: 单位编号, en: unit id}
//   permit_id: {type: Permit, zh: 登记编号, en: permit id}
// evidence: true
MATCH (o:Organisation)-[:HOLDS_PERMIT]->(p:Permit)
WHERE p.holders = 0
  AND NOT EXISTS { MATCH (o)-[:HOLDS_PERMIT]->(q:Permit) WHERE q.holder IS NOT NULL }
RETURN o.name AS unit, p.category AS category, p.legal_rep AS legal_rep, o.id AS unit_id, p.id AS permit_id,
       p.doc_no AS doc_no, p.date AS date, p.source AS source, p.start AS start, p.end AS end
ORDER BY unit, unit_id, date, source, start, permit_id
