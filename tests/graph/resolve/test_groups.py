"""Groups through their names, and memberships through time."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest

from graph.resolve import resolve
from tests.graph.resolve.rows import Gazette, entity

GROUP = "云溪县防汛抗旱指挥部"


def terms(g: Gazette) -> dict[tuple[str, str], tuple[str | None, str | None]]:
    """(member, role) → since and until, of the row printed last."""
    rows = (r for r in resolve(g.rows).rows if r["kind"] == "membership")
    return {(r["member"], r["role"]): (r["since"], r["until"]) for r in rows}


def group_ids(rows: list[dict[str, Any]]) -> list[str]:
    return [r["group_id"] for r in resolve(rows).rows if r["kind"] == "membership"]


def test_a_group_is_one_with_and_without_its_place_and_work() -> None:
    g = Gazette("a.txt")
    for name in (
        "云溪县社会信用体系建设领导小组",
        "县社会信用体系建设工作领导小组",
        "社会信用体系建设领导小组",
    ):
        g.document("2020-03-01")
        g.member(name, "石磊", "县财政局局长")
    assert len(set(group_ids(g.rows))) == 1


@pytest.mark.parametrize(
    "names",
    [
        ["云溪县人民政府防汛抗旱指挥部", "县防汛抗旱总指挥部", "防汛抗旱指挥部", "县防指"],
        ["中共云溪县委全面深化改革委员会", "县委深改委"],
        ["云溪县安全生产委员会", "县安委会"],
        ["县扫黑除恶专项斗争领导小组", "县扫黑除恶领导小组"],
        ["县农民工工资支付联席会议", "云溪县农民工工资支付工作联席会议制度"],
    ],
)
def test_one_group_under_several_names_in_several_documents(names: list[str]) -> None:
    g = Gazette("a.txt")
    for month, name in enumerate(names, 1):
        g.document(f"2020-0{month}-01")
        g.member(name, "石磊", "县财政局局长")
    assert len(set(group_ids(g.rows))) == 1


@pytest.mark.parametrize(
    ("names", "count"),
    [
        (["云溪县2021年征兵工作领导小组", "县征兵工作领导小组"], 1),
        (["云溪县创建全国文明城市工作指挥部", "创城指挥部"], 1),
        (["县教育扶贫领导小组", "县教育领导小组"], 2),
        (["县包保重点企业安全生产工作专班", "县安全生产委员会"], 2),
        (["县“双碳”工作领导小组", "专项工作组"], 2),
        (["县政府采购领导小组", "县采购领导小组"], 2),
    ],
)
def test_short_forms_within_one_document(names: list[str], count: int) -> None:
    g = Gazette("a.txt")
    g.document("2020-03-01")
    for name in names:
        g.member(name, "石磊", "县财政局局长")
    assert len(set(group_ids(g.rows))) == count


def test_groups_without_a_subject_are_each_documents_own() -> None:
    g = Gazette("a.txt")
    for day in ("2020-03-01", "2020-04-01"):
        g.document(day)
        g.member("工作领导小组", "石磊", "县财政局局长")
    assert len(set(group_ids(g.rows))) == 2


def test_a_subgroup_belongs_to_its_parent() -> None:
    g = Gazette("a.txt")
    for parent in (GROUP, "云溪县禁毒委员会"):
        g.document("2020-03-01")
        g.member(parent, "赵青山", "副县长", role="总指挥")
        g.member("宣传组", "石磊", "县财政局局长", parent=parent)
    resolution = resolve(g.rows)
    subgroups = {r["group_id"]: r["parent_id"] for r in resolution.rows if r.get("group") == "宣传组"}
    assert len(subgroups) == 2
    assert all(entity(resolution, key)["part_of"] == parent for key, parent in subgroups.items())


def test_subgroups_of_one_group_under_two_names_are_one() -> None:
    g = Gazette("a.txt")
    g.document("2020-03-01")
    g.member("云溪县第三次土壤普查领导小组", "赵青山", "副县长", role="组长")
    for parent in ("云溪县第三次土壤普查领导小组", "土壤普查领导小组"):
        g.member("宣传组", "石磊", "县财政局局长", parent=parent)
    resolution = resolve(g.rows)
    (subgroup,) = {r["group_id"] for r in resolution.rows if r.get("group") == "宣传组"}
    (parent_id,) = {r["parent_id"] for r in resolution.rows if r.get("group") == "宣传组"}
    assert entity(resolution, subgroup)["part_of"] == parent_id


def test_a_short_name_in_the_document_is_the_groups() -> None:
    g = Gazette("a.txt")
    g.document("2020-03-01")
    g.member("云溪县第三次土壤普查领导小组", "赵青山", "副县长", role="组长")
    g.member("土壤普查领导小组", "石磊", "县财政局局长", role="办公室主任")
    assert len(set(group_ids(g.rows))) == 1


def test_a_group_listed_once_by_posts_and_once_by_names_is_one() -> None:
    g = Gazette("a.txt")
    g.document("2021-06-01")
    by_post, by_name = "县河道采砂管理专项整治行动工作领导小组", "云溪县深入推进河道采沙管理专项整治行动领导小组"
    g.member(by_post, "分管副县长", role="组长", member_kind="post")
    g.member(by_post, "县水务局局长", member_kind="post")
    g.change("专项整治工作领导小组", "establishes")
    g.member(by_name, "赵青山", "副县长", role="组长")
    assert len({r["group_id"] for r in resolve(g.rows).rows if r.get("group")}) == 1
    g.member(by_post, "石磊", "县财政局局长", role="组长")
    assert len(set(group_ids(g.rows))) == 2


def test_a_group_named_as_its_own_parent_has_none() -> None:
    g = Gazette("a.txt")
    g.document("2020-03-01")
    g.member("县征兵领导小组", "石磊", parent="县征兵领导小组")
    resolution = resolve(g.rows)
    row = next(r for r in resolution.rows if r["kind"] == "membership")
    assert row["parent_id"] is None
    assert entity(resolution, row["group_id"])["part_of"] is None


def test_renaming_keeps_the_group() -> None:
    g = Gazette("a.txt")
    g.document("2020-03-01")
    g.member("云溪县扶贫开发领导小组", "石磊", "县财政局局长", role="组长")
    g.document("2021-03-01")
    g.change("云溪县扶贫开发领导小组", "renames", new_name="云溪县乡村振兴领导小组")
    g.document("2021-06-01")
    g.member("县乡村振兴领导小组", "石磊", "县财政局局长", role="组长")
    assert len(set(group_ids(g.rows))) == 1
    assert terms(g)["石磊", "组长"] == ("2020-03-01", None)


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_a_renamed_group_is_called_by_its_last_name_in_any_order_of_files(order: tuple[int, ...]) -> None:
    first, second, last = "云溪县农村人居环境综合整治工作领导小组", "云溪县人居环境领导小组", "云溪县美丽乡村专班"
    gazettes = [Gazette(f"{'cab'[n]}.txt") for n in range(3)]
    gazettes[0].document("2020-03-01")
    gazettes[0].member(first, "石磊", "县财政局局长", role="组长")
    for gazette, day, old, new in ((gazettes[1], "2021", first, second), (gazettes[2], "2022", second, last)):
        gazette.document(f"{day}-03-01")
        gazette.change(old, "renames", new_name=new)
        gazette.document(f"{day}-06-01")
        gazette.member(new.removeprefix("云溪"), "石磊", "县财政局局长", role="组长")
    resolution = resolve([row for n in order for row in gazettes[n].rows])
    (group,) = (r for r in resolution.rows if r.get("type") == "group")
    assert group["name"] == last
    assert {first, second} <= set(group["aliases"])
    assert {r["group_name"] for r in resolution.rows if r.get("group")} == {last}
    assert {j.rule for j in resolution.joins if j.right.text in (first, second)} == {"renamed"}


def test_a_group_that_takes_its_old_name_back_is_called_so() -> None:
    g = Gazette("a.txt")
    for day, old, new in (("2021", "县扶贫领导小组", "县乡村振兴领导小组"), ("2022", "县乡村振兴领导小组", "县扶贫领导小组")):
        g.document(f"{day}-03-01")
        g.change(old, "renames", new_name=new)
    assert [r["name"] for r in resolve(g.rows).rows if r.get("type") == "group"] == ["县扶贫领导小组"]


def founded() -> Gazette:
    g = Gazette("a.txt")
    g.document("2020-03-01", f"关于成立{GROUP}的通知")
    g.change(GROUP, "establishes")
    g.member(GROUP, "赵青山", "副县长", role="总指挥")
    g.member(GROUP, "李春生", "县水务局局长")
    g.member(GROUP, "石磊", "县财政局局长")
    return g


def test_an_adjustment_ends_what_it_does_not_repeat() -> None:
    g = founded()
    g.document("2021-03-01", f"关于调整{GROUP}成员的通知")
    g.change(GROUP, "adjusts")
    g.member(GROUP, "赵青山", "副县长", role="总指挥")
    g.member(GROUP, "李春生", "县水务局局长", role="副总指挥")
    g.member(GROUP, "王玉兰", "县林业局局长")
    assert terms(g) == {
        ("赵青山", "总指挥"): ("2020-03-01", None),
        ("李春生", "成员"): ("2020-03-01", "2021-03-01"),
        ("石磊", "成员"): ("2020-03-01", "2021-03-01"),
        ("李春生", "副总指挥"): ("2021-03-01", None),
        ("王玉兰", "成员"): ("2021-03-01", None),
    }


def test_partial_changes_touch_only_whom_they_name() -> None:
    g = founded()
    g.document("2020-09-01", f"关于增补{GROUP}成员的通知")
    g.change(GROUP, "amends")
    g.change(GROUP, "leaves", member="石磊", role="成员")
    g.member(GROUP, "王玉兰", "县林业局局长")
    found = terms(g)
    assert found["王玉兰", "成员"] == ("2020-09-01", None)
    assert found["石磊", "成员"] == ("2020-03-01", "2020-09-01")
    assert found["李春生", "成员"] == ("2020-03-01", None)


def test_dissolving_ends_the_group_and_its_subgroups() -> None:
    g = founded()
    g.member("宣传组", "石磊", "县财政局局长", parent=GROUP, role="组长")
    g.document("2022-01-01")
    g.change(GROUP, "ends")
    assert {until for _, until in terms(g).values()} == {"2022-01-01"}
    resolution = resolve(g.rows)
    group = next(r for r in resolution.rows if r["kind"] == "entity" and r["name"] == GROUP)
    assert (group["since"], group["until"]) == ("2020-03-01", "2022-01-01")


def test_who_comes_back_starts_anew() -> None:
    g = founded()
    for day, with_him in (("2021-03-01", False), ("2022-03-01", True)):
        g.document(day, f"关于调整{GROUP}成员的通知")
        g.change(GROUP, "adjusts")
        g.member(GROUP, "赵青山", "副县长", role="总指挥")
        if with_him:
            g.member(GROUP, "石磊", "县财政局局长")
    rows = [r for r in resolve(g.rows).rows if r.get("member") == "石磊" and r["kind"] == "membership"]
    assert [(r["since"], r["until"]) for r in rows] == [("2020-03-01", "2021-03-01"), ("2022-03-01", None)]


def test_a_reprint_changes_no_term() -> None:
    g, again = Gazette("a.txt"), Gazette("b.txt")
    for gazette in (g, again):
        gazette.document("2020-03-01", f"关于成立{GROUP}的通知", "云政发〔2020〕3号")
        gazette.member(GROUP, "赵青山", "副县长", role="总指挥")
    again.document("2021-03-01", f"关于调整{GROUP}成员的通知", "云政发〔2021〕3号")
    again.change(GROUP, "adjusts")
    again.member(GROUP, "石磊", "副县长", role="总指挥")
    rows = [r for r in resolve([*again.rows, *g.rows]).rows if r.get("member") == "赵青山"]
    assert {(r["since"], r["until"]) for r in rows} == {("2020-03-01", "2021-03-01")}


def test_a_document_without_a_day_starts_and_ends_nothing() -> None:
    g = founded()
    g.document(None, f"关于调整{GROUP}成员的通知")
    g.change(GROUP, "adjusts")
    g.member(GROUP, "王玉兰", "县林业局局长", role="总指挥")
    found = terms(g)
    assert found["王玉兰", "总指挥"] == (None, None)
    assert found["石磊", "成员"] == ("2020-03-01", None)


def test_a_title_alone_tells_a_partial_change_from_a_new_list() -> None:
    g = founded()
    g.document("2020-09-01", f"关于增补{GROUP}成员的通知")
    for name, role in (("王玉兰", "副总指挥"), ("周文", "成员"), ("吴明", "成员")):
        g.member(GROUP, name, "县林业局副局长", role=role)
    assert terms(g)["石磊", "成员"] == ("2020-03-01", None)
    g.document("2021-09-01", f"关于调整{GROUP}成员的通知")
    g.member(GROUP, "赵青山", "副县长", role="总指挥")
    assert terms(g)["石磊", "成员"] == ("2020-03-01", "2021-09-01")


def test_facts_that_say_no_document_stand_in_the_one_of_their_number() -> None:
    g = founded()
    bare = [{k: v for k, v in row.items() if k != "document" or row["kind"] == "document"} for row in g.rows]
    for row in bare:
        row["doc_no"] = "云政发〔2020〕3号" if row["kind"] != "issue" else None
    assert {r["since"] for r in resolve(bare).rows if r["kind"] == "membership"} == {"2020-03-01"}
