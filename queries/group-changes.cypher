// topic: groups
// title: {zh: 两个日期之间的成员变动, en: 'Who joined, left or changed role'}
// about:
//   zh: 比较一个机构在两个日期的成员：加入、退出、角色改变。
//   en: A group's members on two days compared - who joined, who left, who changed role.
// params:
//   group: {type: Group, zh: 议事协调机构, en: group}
//   from: {type: date, zh: 自, en: from}
//   to: {type: date, zh: 至, en: to}
// defaults:
//   group: |
//     MATCH (:Document)-[:ADJUSTS]->(g:Group)
//     WITH DISTINCT g
//     MATCH (g)<-[r:MEMBER_OF]-() WHERE r.until IS NOT NULL
//     WITH g, count(r) AS ended
//     RETURN g.id AS value ORDER BY ended DESC, g.people DESC, g.id LIMIT 1
//   from: |
//     MATCH ()-[r:MEMBER_OF]->(:Group {id: $group})
//     RETURN min(r.since) AS value
//   to: |
//     MATCH ()-[r:MEMBER_OF]->(:Group {id: $group})
//     UNWIND [r.since, r.until] AS day
//     RETURN max(day) AS value
// columns:
//   change: {type: text, zh: 变动, en: change, words: change}
//   member: {type: text, zh: 成员, en: member}
//   before: {type: list, zh: 原角色, en: role before}
//   after: {type: list, zh: 现角色, en: role after}
//   member_id: {type: node, zh: 成员编号, en: member id}
MATCH (m)-[r:MEMBER_OF]->(:Group {id: $group})
WITH m, r.role_rank AS rank, r.role AS role,
     (r.since IS NULL OR r.since <= $from) AND (r.until IS NULL OR r.until > $from) AS was,
     (r.since IS NULL OR r.since <= $to) AND (r.until IS NULL OR r.until > $to) AS remains
ORDER BY rank, role
WITH m, min(rank) AS rank,
     collect(DISTINCT CASE WHEN was THEN role END) AS before,
     collect(DISTINCT CASE WHEN remains THEN role END) AS after
WHERE before <> after
RETURN CASE WHEN size(before) = 0 THEN 'joined' WHEN size(after) = 0 THEN 'left' ELSE 'changed' END AS change,
       m.name AS member, before, after, m.id AS member_id
ORDER BY change, rank, member, member_id
