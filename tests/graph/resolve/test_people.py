"""One person under one name, two people under one name, one person under two spellings."""

from __future__ import annotations

from graph.resolve import resolve
from tests.graph.resolve.rows import Gazette, entity

GROUP = "云溪县防汛抗旱指挥部"


def ids(gazettes: list[Gazette], *rows: dict[str, object]) -> list[str]:
    """The person ids of these rows after resolving all gazettes."""
    resolved = resolve([row for gazette in gazettes for row in gazette.rows]).rows
    at = {(row["source"], row["start"]): row for row in resolved if row["kind"] != "entity"}
    found = (at[row["source"], row["start"]] for row in rows)
    return [row.get("member_id") or row.get("person_id") or row["name_id"] for row in found]


def test_two_rows_of_one_list_are_two_people() -> None:
    g = Gazette("a.txt")
    g.document("2021-03-01")
    first = g.member(GROUP, "马学东", "县民政局局长")
    second = g.member(GROUP, "马学东", "河口乡乡长")
    a, b = ids([g], first, second)
    assert a != b


def test_one_man_printed_twice_with_one_post_is_one() -> None:
    g = Gazette("a.txt")
    g.document("2021-03-01")
    a, b = ids(
        [g], g.member(GROUP, "赵江河", "县财政局局长"), g.member(GROUP, "赵江河", "财政局局长", role="副组长")
    )
    assert a == b


def test_a_man_who_is_promoted_stays_himself() -> None:
    g = Gazette("a.txt")
    g.document("2020-03-01")
    deputy = g.member(GROUP, "李春生", "县水务局副局长")
    g.document("2021-03-01")
    a, b = ids([g], deputy, g.member(GROUP, "李春生", "县水务局局长"))
    assert a == b


def test_a_post_handed_over_makes_one_person() -> None:
    g = Gazette("a.txt")
    g.document("2020-03-01")
    before = g.member(GROUP, "李春生", "县水务局局长")
    g.member(GROUP, "王玉兰", "县林业局局长")
    g.document("2020-05-01")
    g.member(GROUP, "赵青山", "县水务局局长")
    after = g.member(GROUP, "李春生", "县林业局局长")
    a, b = ids([g], before, after)
    assert a == b


def test_two_bodies_at_one_time_are_two_people() -> None:
    g = Gazette("a.txt")
    rows = []
    for month in (1, 2, 3):
        g.document(f"2020-0{month}-01")
        rows.append(g.member("云溪县禁毒委员会", "张伟", "县教育局副局长"))
        g.document(f"2020-0{month}-15")
        rows.append(g.member("云溪县防火指挥部", "张伟", "河口镇副镇长"))
    found = ids([g], *rows)
    assert len(set(found[::2])) == len(set(found[1::2])) == 1
    assert found[0] != found[1]


def test_a_rare_spelling_that_sounds_alike_is_a_misprint_of_the_same_officer() -> None:
    g = Gazette("a.txt")
    rows = []
    for month, name in enumerate(("钱志为", "钱志伟", "钱志为", "钱志为"), 1):
        g.document(f"2020-0{month}-01")
        rows.append(g.member(GROUP, name, "县公安局副局长"))
    assert len(set(ids([g], *rows))) == 1
    resolution = resolve(g.rows)
    person = entity(resolution, resolution.rows[2]["member_id"])
    assert (person["name"], person["aliases"]) == ("钱志为", ["钱志伟"])
    assert [join.rule for join in resolution.joins if join.type == "person"] == ["probable misprint"]
    assert resolution.doubts[0].joined


def test_a_successor_with_a_like_name_is_another_man() -> None:
    g = Gazette("a.txt")
    g.document("2020-03-01")
    a = g.member(GROUP, "李建华", "县水务局局长")
    g.document("2021-03-01")
    b = g.member(GROUP, "李建军", "县水务局局长")
    first, second = ids([g], a, b)
    assert first != second


def test_two_like_names_in_one_list_are_two_people() -> None:
    g = Gazette("a.txt")
    g.document("2020-03-01")
    a, b = ids([g], g.member(GROUP, "钱志伟", "县公安局副局长"), g.member(GROUP, "钱志为", "县公安局副局长"))
    assert a != b


def test_a_mention_without_a_post_goes_to_the_one_whom_its_company_fits() -> None:
    g = Gazette("a.txt")
    g.document("2020-03-01")
    head = g.member(GROUP, "杨林", "县教育局局长")
    town = g.member(GROUP, "杨林", "河口乡武装部部长")
    g.member(GROUP, "李志", "县公安局政委")
    g.member(GROUP, "杨晓", "县卫生健康局局长")
    g.member(GROUP, "李志", role="办公室副主任")
    bare = g.member(GROUP, "杨林", role="办公室副主任")
    g.member(GROUP, "杨晓", role="办公室副主任")
    a, b, c = ids([g], head, town, bare)
    assert c == a != b


def test_a_task_leader_is_the_county_leader_of_that_name() -> None:
    g = Gazette("a.txt")
    g.document("2020-03-01")
    leader = g.member(GROUP, "康辉山", "县人民政府副县长", role="组长")
    other = g.member(GROUP, "康辉山", "河口镇副镇长")
    g.document("2020-04-01")
    a, b, c = ids([g], leader, other, g.task("康辉山", "责任领导"))
    assert c == a != b


def test_a_deputy_secretary_of_an_inner_committee_leads_no_county() -> None:
    g = Gazette("a.txt")
    g.document("2020-03-01")
    leader = g.member(GROUP, "赵梅", "县委常委、政府常务副县长", role="组长")
    other = g.member(GROUP, "赵梅", "县委政法委副书记")
    g.document("2020-04-01")
    a, b, c = ids([g], leader, other, g.task("赵梅", "责任领导"))
    assert c == a != b


def test_a_clerk_of_that_name_is_no_leader_of_a_task() -> None:
    g = Gazette("a.txt")
    g.document("2020-03-01")
    clerk, head = g.member(GROUP, "林梅国", "河口镇武装部部长"), g.member(GROUP, "石磊", "县财政局局长")
    g.document("2020-04-01")
    tasks = [g.task(name, "责任领导") for name in ("林梅国", "石磊")]
    a, b, c, d = ids([g], clerk, head, *tasks)
    assert a != c
    assert b == d


def test_a_tasks_name_under_a_label_for_people_is_a_persons() -> None:
    g = Gazette("a.txt")
    g.document("2020-04-01")
    tasks = [
        g.task(name, role)
        for name, role in (
            ("闭海", "责任领导"),
            ("周小琴", "网格员"),
            ("财政", "责任人"),
            ("县领导", "责任领导"),
            ("水务局", "责任领导"),
            ("闭海", "责任单位"),
        )
    ]
    kinds = {r["start"]: r["name_kind"] for r in resolve(g.rows).rows if r["kind"] == "task"}
    assert [kinds[task["start"]] for task in tasks] == ["person", "person", "unit", "unit", "unit", "unit"]


def test_leaders_of_one_name_of_whom_nothing_tells_which_are_one_unknown() -> None:
    g = Gazette("a.txt")
    g.document("2020-03-01")
    known = [g.member(GROUP, "赵梅", f"县{unit}局副局长") for unit in ("财政", "水务")]
    tasks = []
    for month in (4, 5, 6):
        g.document(f"2020-0{month}-01")
        tasks.append(g.task("赵梅", "责任领导"))
    found = ids([g], *known, *tasks)
    assert len(set(found[2:])) == 1
    assert len(set(found)) == 3


def test_a_leaders_name_misprinted_where_no_post_stands_is_his() -> None:
    g = Gazette("a.txt")
    rows = []
    for month in (1, 2):
        g.document(f"2020-0{month}-01")
        rows.append(g.member(GROUP, "朱红", "县委副书记、政府县长", role="组长"))
    g.document("2020-03-01")
    rows.append(g.task("朱洪", "责任领导"))
    assert len(set(ids([g], *rows))) == 1


def test_who_is_removed_long_after_the_other_came_into_office_is_another() -> None:
    g = Gazette("a.txt")
    g.document("2020-01-01")
    before = g.member(GROUP, "张涵", "县水务局副局长")
    g.document("2020-03-01")
    after = g.member(GROUP, "张涵", "县人民法院副院长")
    g.document("2020-08-01")
    removed = g.appointment("免去", "张涵", "县水务局副局长")
    a, b, c = ids([g], before, after, removed)
    assert a == c != b


def test_who_is_listed_in_the_new_office_before_the_notice_stays_himself() -> None:
    g = Gazette("a.txt")
    g.document("2021-03-08")
    before = g.member(GROUP, "杨树青", "县扶贫开发办公室主任")
    g.document("2022-01-10")
    after = g.member(GROUP, "杨树青", "县农业农村局局长")
    g.document("2022-01-28")
    g.appointment("任命", "杨树青", "县农业农村局局长")
    g.appointment("免去", "杨树青", "县扶贫开发办公室主任")
    a, b = ids([g], before, after)
    assert a == b


def test_one_name_in_two_counties_is_two_people_unless_one_holds_a_post_in_the_other() -> None:
    here, there, city = Gazette("a.txt"), Gazette("b.txt", "怀川县"), Gazette("c.txt", "云州市")
    here.document("2020-03-01")
    there.document("2020-03-01", issuer="云州市怀川县人民政府")
    a = here.member(GROUP, "石磊", "县财政局局长")
    b = there.member("怀川县防汛抗旱指挥部", "石磊", "县财政局局长")
    city.document("2020-02-01", issuer="云州市人民政府")
    c = city.appointment("任命", "石磊", "怀川县财政局局长")
    first, second, third = ids([here, there, city], a, b, c)
    assert first != second
    assert third == second


def test_offices_of_one_county_leader_are_one_mans_and_two_counties_leaders_are_two() -> None:
    g, city = Gazette("a.txt"), Gazette("c.txt", "云州市")
    rows = []
    for month, post in ((1, "副县长"), (2, "云溪县委副书记"), (3, "县人民政府副县长")):
        g.document(f"2020-0{month}-01")
        rows.append(g.member(f"云溪县第{month}防火指挥部", "赵青山", post, role="组长"))
    city.document("2020-02-15", issuer="云州市人民政府")
    there = city.member("云州市防火指挥部", "赵青山", "怀川县副县长")
    *here, other = ids([g, city], *rows, there)
    assert len(set(here)) == 1
    assert other not in here


def test_whom_a_city_appoints_to_a_school_is_the_one_in_its_documents() -> None:
    city, school = Gazette("c.txt", "绍兴市"), Gazette("s.txt", None)
    city.document("2019-12-30", issuer="绍兴市教育局")
    a = city.appointment("任命", "石磊", "绍兴市第一中学校长")
    school.document("2020-08-22", issuer="绍兴一中党委")
    b, c = ids([city, school], a, school.member("德育工作领导小组", "石磊", role="组长"))
    assert b == c


def test_a_head_who_represents_a_branch_in_one_register_is_one_man() -> None:
    g = Gazette("a.txt")
    g.document("2020-03-01")
    rows = [g.permit(unit, "江海涛") for unit in ("县水务局", "县水政监察大队")]
    resolved = {r["start"]: r for r in resolve(g.rows).rows if r["kind"] == "permit"}
    assert len({resolved[row["start"]]["legal_rep_id"] for row in rows}) == 1


def test_a_list_by_post_offers_the_likely_successor() -> None:
    g = Gazette("a.txt")
    g.document("2020-03-01")
    g.member(GROUP, "李春生", "县水务局局长", by_post=True)
    g.document("2021-03-01")
    g.member("云溪县禁毒委员会", "赵青山", "县水务局局长")
    row = next(r for r in resolve(g.rows).rows if r["kind"] == "membership" and r["member"] == "李春生")
    assert row["likely_name"] == "赵青山"
    assert row["until"] is None
