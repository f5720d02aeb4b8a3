// topic: people
// title: {zh: 任免, en: Appointments and removals}
// about:
//   zh: 一段时间内任命和免去的职务，最近的在前。
//   en: Who was appointed to or removed from which post in a span of time, latest first.
// params:
//   from: {type: date, zh: 自, en: from, optional: true}
//   to: {type: date, zh: 至, en: to, optional: true, default: 9999-12-31}
//   limit: {type: integer, zh: 行数上限, en: rows at most, default: 500}
// columns:
//   relation: {type: relation, zh: 任免, en: action}
//   person_name: {type: text, zh: 姓名, en: person}
//   post: {type: text, zh: 职务, en: post}
//   person_id: {type: Person, zh: 人员编号, en: person id}
//   post_id: {type: Post, zh: 职务编号, en: post id}
// evidence: true
MATCH (p:Person)-[r:APPOINTED_TO|REMOVED_FROM]->(post:Post)
WHERE ($from IS NULL OR r.date >= $from) AND (r.date IS NULL OR r.date <= $to)
RETURN type(r) AS relation, p.name AS person_name, coalesce(r.post_text, post.name) AS post,
       p.id AS person_id, post.id AS post_id,
       r.doc_no AS doc_no, r.date AS date, r.source AS source, r.start AS start, r.end AS end
ORDER BY date DESC, source, start, relation, person_id, post_id, r.id
LIMIT $limit
