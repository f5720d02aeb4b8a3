// topic: groups
// title: {zh: 机构沿革, en: History of a group}
// about:
//   zh: 成立、调整、更名、撤销一个机构的文件，及每份文件当日加入和退出的成员数。
//   en: The documents that set up, adjust, rename or end a group, and how many joined and left on each one's day.
// params:
//   group: {type: Group, zh: 议事协调机构, en: group}
// defaults:
//   group: |
//     MATCH (:Document)-[r:ESTABLISHES|ADJUSTS]->(g:Group)
//     WITH g, count(r) AS acts
//     RETURN g.id AS value ORDER BY acts DESC, g.people DESC, g.id LIMIT 1
// columns:
//   action: {type: text, zh: 动作, en: action, words: action}
//   title: {type: text, zh: 文件, en: document}
//   joined: {type: integer, zh: 加入, en: joined}
//   left: {type: integer, zh: 退出, en: left}
//   document_id: {type: Document, zh: 文件编号, en: document id}
// evidence: true
MATCH (d:Document)-[r:ESTABLISHES|ADJUSTS]->(g:Group {id: $group})
RETURN CASE type(r) WHEN 'ESTABLISHES' THEN 'establishes' ELSE r.action END AS action, d.title AS title,
       COUNT { (g)<-[j:MEMBER_OF]-() WHERE j.since = d.date } AS joined,
       COUNT { (g)<-[l:MEMBER_OF]-() WHERE l.until = d.date } AS left,
       d.id AS document_id,
       r.doc_no AS doc_no, r.date AS date, r.source AS source, r.start AS start, r.end AS end
ORDER BY date, source, start, r.id
