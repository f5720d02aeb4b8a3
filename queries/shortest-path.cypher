// topic: network
// title: {zh: 两人之间的最短路径, en: Shortest path between two officials}
// about:
//   zh: 经共同机构、职务、单位、分管和AB岗，从一人到另一人的最短路径。从两端逐层查找，日期以外的关系不算。
//   en: The shortest way from one official to another by groups, posts, units, oversight and stand-ins. Searched from both ends, a level a query; relations not in force on the day do not count.
// measure: shortest_path
// params:
//   from: {type: Person, zh: 起点, en: from}
//   to: {type: Person, zh: 终点, en: to}
//   as_of: {type: date, zh: 截至日期, en: as of, optional: true, default: 9999-12-31}
//   steps: {type: integer, zh: 步数上限, en: steps at most, default: 8}
// defaults:
//   from: |
//     MATCH (p:Person) WHERE p.groups_now > 0
//     WITH p ORDER BY p.groups_now DESC, p.id LIMIT 100
//     MATCH (p)-[r:MEMBER_OF]->(g:Group) WHERE r.until IS NULL AND g.people_now > 1
//     RETURN p.id AS value ORDER BY p.groups_now DESC, p.id LIMIT 1
//   to: |
//     MATCH (:Person {id: $from})-[r:MEMBER_OF]->(g:Group)<-[s:MEMBER_OF]-(q:Person)
//     WHERE q.id <> $from AND r.until IS NULL AND s.until IS NULL
//     WITH q, collect(DISTINCT g.id) AS own
//     WITH q, q.groups_now - size(own) AS elsewhere
//     ORDER BY elsewhere = 0, elsewhere, q.id LIMIT 5
//     OPTIONAL MATCH (q)-[u:MEMBER_OF]->(:Group)<-[v:MEMBER_OF]-(z:Person)
//     WHERE z.id <> $from AND u.until IS NULL AND v.until IS NULL
//     WITH DISTINCT coalesce(z, q) AS other
//     OPTIONAL MATCH (:Person {id: $from})-[:MEMBER_OF]->(shared:Group)<-[:MEMBER_OF]-(other)
//     WITH other, count(shared) AS near
//     RETURN other.id AS value ORDER BY near, other.groups_now DESC, value LIMIT 1
// columns:
//   step: {type: integer, zh: 步, en: step}
//   start_name: {type: text, zh: 自, en: from}
//   relation: {type: relation, zh: 关系, en: relation}
//   detail: {type: text, zh: 角色或职务, en: role or post}
//   end_name: {type: text, zh: 至, en: to}
//   start_id: {type: node, zh: 起点编号, en: from id}
//   end_id: {type: node, zh: 终点编号, en: to id}
// evidence: true
// # One level of the search: every relation in force of the nodes in $frontier.
UNWIND $frontier AS place
CALL (place) {
  MATCH (n:Person {id: place}) RETURN n
  UNION ALL MATCH (n:Group {id: place}) RETURN n
  UNION ALL MATCH (n:Post {id: place}) RETURN n
  UNION ALL MATCH (n:Organisation {id: place}) RETURN n
}
MATCH (n)-[r:MEMBER_OF|HOLDS_POST|AT|OVERSEES|STANDS_IN_FOR|LEGAL_REPRESENTATIVE_OF]-(m)
WHERE (r.since IS NULL OR r.since <= $as_of) AND (r.until IS NULL OR r.until > $as_of)
  AND (r.since IS NOT NULL OR r.date IS NULL OR r.date <= $as_of)
RETURN n.name AS start_name, type(r) AS relation, coalesce(r.role, r.mode, r.post_text) AS detail,
       m.name AS end_name, n.id AS start_id, m.id AS end_id,
       r.doc_no AS doc_no, r.date AS date, r.source AS source, r.start AS start, r.end AS end
ORDER BY start_id, end_id, relation, detail, date, source, start, r.id
