// topic: people
// title: {zh: 某人的历任职务, en: Posts of an official over time}
// about:
//   zh: 名单、分工和任免文件中见到的一个人的职务，按日期排列。
//   en: A person's posts as lists, divisions of work and appointments show them, by date.
// params:
//   person: {type: Person, zh: 人员, en: official}
// defaults:
//   person: |
//     MATCH (p:Person) WHERE p.posts_count > 0
//     RETURN p.id AS value ORDER BY p.posts_count DESC, p.groups_count DESC, p.id LIMIT 1
// columns:
//   relation: {type: relation, zh: 关系, en: relation}
//   post: {type: text, zh: 职务, en: post}
//   unit: {type: text, zh: 单位, en: unit}
//   first_seen: {type: date, zh: 最早见于, en: first seen}
//   last_seen: {type: date, zh: 最近见于, en: last seen}
//   post_id: {type: Post, zh: 职务编号, en: post id}
//   unit_id: {type: node, zh: 单位编号, en: unit id}
// evidence: true
MATCH (:Person {id: $person})-[r:HOLDS_POST|APPOINTED_TO|REMOVED_FROM]->(post:Post)
OPTIONAL MATCH (post)-[:AT]->(o)
RETURN type(r) AS relation, coalesce(r.post_text, post.name) AS post, o.name AS unit,
       coalesce(r.as_of, r.date) AS first_seen, coalesce(r.last_seen, r.date) AS last_seen,
       post.id AS post_id, o.id AS unit_id,
       r.doc_no AS doc_no, r.date AS date, r.source AS source, r.start AS start, r.end AS end
ORDER BY first_seen, source, start, relation, post_id, unit_id, r.id
