// topic: groups
// title: {zh: 经调整的机构, en: Groups that an adjustment changed}
// about:
//   zh: 被文件调整、增补、更名或撤销的机构，及文件当日加入、退出的成员。
//   en: Groups that a document adjusts, amends, renames or ends, and who joined and left on its day.
// params:
//   from: {type: date, zh: 自, en: from, optional: true}
//   to: {type: date, zh: 至, en: to, optional: true, default: 9999-12-31}
// columns:
//   group_name: {type: text, zh: 机构, en: group}
//   action: {type: text, zh: 动作, en: action, words: action}
//   title: {type: text, zh: 文件, en: document}
//   joined: {type: list, zh: 加入, en: joined}
//   left: {type: list, zh: 退出, en: left}
//   group_id: {type: Group, zh: 机构编号, en: group id}
//   document_id: {type: Document, zh: 文件编号, en: document id}
// evidence: true
MATCH (d:Document)-[r:ADJUSTS]->(g:Group)
WHERE ($from IS NULL OR d.date >= $from) AND d.date <= $to
RETURN g.name AS group_name, r.action AS action, d.title AS title,
       COLLECT {
         MATCH (m)-[j:MEMBER_OF]->(g) WHERE j.since = d.date
         WITH DISTINCT m.name AS joiner, m.id AS joiner_id ORDER BY joiner, joiner_id
         RETURN joiner
       } AS joined,
       COLLECT {
         MATCH (m)-[l:MEMBER_OF]->(g) WHERE l.until = d.date
         WITH DISTINCT m.name AS leaver, m.id AS leaver_id ORDER BY leaver, leaver_id
         RETURN leaver
       } AS left,
       g.id AS group_id, d.id AS document_id,
       r.doc_no AS doc_no, r.date AS date, r.source AS source, r.start AS start, r.end AS end
ORDER BY date DESC, source, start, r.id
