// topic: units
// title: {zh: 某单位的任职人员, en: Officials of a unit}
// about:
//   zh: 名单、分工和任免文件中见到的一个单位的任职人员，最近的在前。
//   en: Who held which post in a unit as lists, divisions of work and appointments show it, latest first.
// params:
//   unit: {type: Organisation, zh: 单位, en: unit}
// defaults:
//   unit: |
//     MATCH (o:Organisation)<-[:AT]-(post:Post) WHERE post.holders_count > 0
//     WITH o, sum(post.holders_count) AS holders
//     RETURN o.id AS value ORDER BY holders DESC, o.id LIMIT 1
// columns:
//   person_name: {type: text, zh: 姓名, en: person}
//   post: {type: text, zh: 职务, en: post}
//   relation: {type: relation, zh: 关系, en: relation}
//   last_seen: {type: date, zh: 最近见于, en: last seen}
//   person_id: {type: Person, zh: 人员编号, en: person id}
//   post_id: {type: Post, zh: 职务编号, en: post id}
// evidence: true
MATCH (:Organisation {id: $unit})<-[:AT]-(post:Post)<-[r:HOLDS_POST|APPOINTED_TO|REMOVED_FROM]-(p:Person)
RETURN p.name AS person_name, coalesce(r.post_text, post.name) AS post, type(r) AS relation,
       coalesce(r.last_seen, r.date) AS last_seen, p.id AS person_id, post.id AS post_id,
       r.doc_no AS doc_no, r.date AS date, r.source AS source, r.start AS start, r.end AS end
ORDER BY last_seen DESC, post, person_name, person_id, relation, r.id
