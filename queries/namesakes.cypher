// topic: people
// title: {zh: 同名的人, en: People who share a name}
// about:
//   zh: 同名而判为不同的人，及各自的职务，供复核。
//   en: People of one name that are held to be different, with their posts, for review.
// params:
//   limit: {type: integer, zh: 姓名数上限, en: names at most, default: 200}
// columns:
//   person_name: {type: text, zh: 姓名, en: name}
//   posts: {type: list, zh: 职务, en: posts}
//   groups: {type: integer, zh: 任职机构数, en: groups}
//   jurisdiction: {type: text, zh: 行政区, en: jurisdiction}
//   person_id: {type: Person, zh: 人员编号, en: person id}
MATCH (n:Person)
WITH n.name AS shared_name, collect(n) AS bearers
WHERE size(bearers) > 1
WITH shared_name, bearers ORDER BY shared_name LIMIT $limit
UNWIND bearers AS p
RETURN p.name AS person_name,
       COLLECT {
         MATCH (p)-[:HOLDS_POST|APPOINTED_TO|REMOVED_FROM]->(post:Post)
         WITH DISTINCT post.name AS post_name ORDER BY post_name
         RETURN post_name
       } AS posts,
       p.groups_count AS groups, p.jurisdiction AS jurisdiction, p.id AS person_id
ORDER BY person_name, person_id
