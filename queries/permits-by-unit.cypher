// topic: permits
// title: {zh: 各单位的执法登记, en: Enforcement permits by unit}
// about:
//   zh: 执法主体名录和执法证名单中各单位的持证人数、证件数和类别，逐份文件。
//   en: Permit holders, named permits and categories of each unit as the registers list them, by document.
// params:
//   limit: {type: integer, zh: 行数上限, en: rows at most, default: 500}
// columns:
//   unit: {type: text, zh: 单位, en: unit}
//   holders: {type: integer, zh: 持证人数, en: permit holders}
//   named: {type: integer, zh: 列名证件, en: permits listed by name}
//   categories: {type: list, zh: 类别, en: categories}
//   legal_reps: {type: list, zh: 法定代表人, en: legal representatives}
//   unit_id: {type: Organisation, zh: 单位编号, en: unit id}
//   doc_no: {type: text, zh: 文号, en: document number}
//   date: {type: date, zh: 日期, en: date}
//   source: {type: text, zh: 来源, en: source file}
//   start: {type: integer, zh: 起, en: start}
MATCH (o:Organisation)-[:HOLDS_PERMIT]->(p:Permit)
WITH o, p ORDER BY p.category, p.legal_rep, p.id
WITH o, p.document AS document, p.doc_no AS doc_no, p.date AS date, p.source AS source,
     sum(p.holders) AS holders, count(p.holder) AS named, collect(DISTINCT p.category) AS categories,
     collect(DISTINCT p.legal_rep) AS legal_reps, min(p.start) AS start
RETURN o.name AS unit, holders, named, categories, legal_reps, o.id AS unit_id, doc_no, date, source, start
ORDER BY holders DESC, named DESC, unit, unit_id, date, source, document
LIMIT $limit
