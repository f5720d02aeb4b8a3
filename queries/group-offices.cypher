// topic: groups
// title: {zh: 各机构的办公室, en: Where the offices of groups sit}
// about:
//   zh: 每个机构的办公室设在哪个单位，由谁任办公室主任。
//   en: Which unit hosts each group's office, and who directs it.
// params:
//   as_of: {type: date, zh: 截至日期, en: as of, optional: true, default: 9999-12-31}
// columns:
//   group_name: {type: text, zh: 机构, en: group}
//   host: {type: text, zh: 承办单位, en: host}
//   directors: {type: list, zh: 办公室主任, en: office directors}
//   group_id: {type: Group, zh: 机构编号, en: group id}
//   host_id: {type: node, zh: 单位编号, en: host id}
// evidence: true
MATCH (h)-[r:HOSTS_OFFICE_OF]->(g:Group)
RETURN g.name AS group_name, h.name AS host,
       COLLECT {
         MATCH (m)-[o:MEMBER_OF]->(g)
         WHERE o.role = '办公室主任'
           AND (o.since IS NULL OR o.since <= $as_of) AND (o.until IS NULL OR o.until > $as_of)
         WITH DISTINCT m.name AS director, m.id AS director_id ORDER BY director, director_id
         RETURN director
       } AS directors,
       g.id AS group_id, h.id AS host_id,
       r.doc_no AS doc_no, r.date AS date, r.source AS source, r.start AS start, r.end AS end
ORDER BY group_name, group_id, date, source, start, r.id
