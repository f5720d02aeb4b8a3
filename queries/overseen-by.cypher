// topic: people
// title: {zh: 某单位由谁分管, en: Who oversees a unit}
// about:
//   zh: 分管、联系、协调一个单位的领导，最近的在前。
//   en: The officials who oversee, liaise with or coordinate a unit, latest first.
// params:
//   unit: {type: Organisation, zh: 单位, en: unit}
// defaults:
//   unit: |
//     MATCH (o:Organisation)<-[:OVERSEES]-(p:Person)
//     WITH o, count(DISTINCT p) AS people
//     RETURN o.id AS value ORDER BY people DESC, o.tasks_count DESC, o.id LIMIT 1
// columns:
//   person_name: {type: text, zh: 领导, en: official}
//   mode: {type: text, zh: 方式, en: how}
//   posts: {type: list, zh: 职务, en: posts}
//   person_id: {type: Person, zh: 人员编号, en: person id}
// evidence: true
MATCH (p:Person)-[r:OVERSEES]->(:Organisation {id: $unit})
RETURN p.name AS person_name, r.mode AS mode,
       COLLECT {
         MATCH (p)-[:HOLDS_POST]->(post:Post)
         WITH DISTINCT post.name AS post_name ORDER BY post_name
         RETURN post_name
       } AS posts,
       p.id AS person_id,
       r.doc_no AS doc_no, r.date AS date, r.source AS source, r.start AS start, r.end AS end
ORDER BY date DESC, source, start, person_id, r.id
