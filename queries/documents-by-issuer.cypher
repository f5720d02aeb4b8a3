// topic: documents
// title: {zh: 各发文机关历年发文, en: Documents by issuer and year}
// about:
//   zh: 各发文机关每年的文件数，及其首末日期。
//   en: How many documents each issuer put out a year, and the first and last date.
// columns:
//   issuer: {type: text, zh: 发文机关, en: issuer}
//   year: {type: integer, zh: 年份, en: year}
//   documents: {type: integer, zh: 文件数, en: documents}
//   first: {type: date, zh: 最早, en: first}
//   last: {type: date, zh: 最近, en: last}
//   issuer_id: {type: node, zh: 机关编号, en: issuer id}
MATCH (o)-[:ISSUED]->(d:Document)
WITH o, d.year AS year, count(DISTINCT d.id) AS documents, min(d.date) AS first, max(d.date) AS last
RETURN o.name AS issuer, year, documents, first, last, o.id AS issuer_id
ORDER BY issuer, issuer_id, year
