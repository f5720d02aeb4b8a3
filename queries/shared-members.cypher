// topic: groups
// title: {zh: 两个机构的共同成员, en: Members that two groups share}
// about:
//   zh: 同时在两个机构任职的人员、职务和单位，及其在两处的角色。
//   en: People, posts and units that sit in both groups, and in which role.
// params:
//   group: {type: Group, zh: 机构甲, en: one group}
//   other: {type: Group, zh: 机构乙, en: other group}
//   as_of: {type: date, zh: 截至日期, en: as of, optional: true, default: 9999-12-31}
// defaults:
//   group: |
//     MATCH (g:Group) WHERE g.people_now > 0
//     WITH g ORDER BY g.people_now DESC, g.id LIMIT 100
//     MATCH (g)<-[r:MEMBER_OF]-(p:Person) WHERE r.until IS NULL AND p.groups_now > 1
//     RETURN g.id AS value ORDER BY g.people_now DESC, g.id LIMIT 1
//   other: |
//     MATCH (:Group {id: $group})<-[r:MEMBER_OF]-(m)-[s:MEMBER_OF]->(h:Group)
//     WHERE h.id <> $group AND r.until IS NULL AND s.until IS NULL
//     WITH h, count(DISTINCT m) AS shared
//     RETURN h.id AS value ORDER BY shared DESC, h.id LIMIT 1
// columns:
//   member: {type: text, zh: 成员, en: member}
//   roles: {type: list, zh: 在甲的角色, en: role in the one}
//   other_roles: {type: list, zh: 在乙的角色, en: role in the other}
//   member_id: {type: node, zh: 成员编号, en: member id}
MATCH (g:Group {id: $group})<-[r:MEMBER_OF]-(m)-[s:MEMBER_OF]->(h:Group {id: $other})
WHERE (r.since IS NULL OR r.since <= $as_of) AND (r.until IS NULL OR r.until > $as_of)
  AND (s.since IS NULL OR s.since <= $as_of) AND (s.until IS NULL OR s.until > $as_of)
WITH m, r, s ORDER BY r.role_rank, r.role, s.role_rank, s.role
RETURN m.name AS member, collect(DISTINCT r.role) AS roles, collect(DISTINCT s.role) AS other_roles,
       m.id AS member_id
ORDER BY member, member_id
