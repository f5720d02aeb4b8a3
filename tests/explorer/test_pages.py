"""Each page on the sample gazettes: what stands on it, in both languages, and what it says when there is
nothing."""

from __future__ import annotations

import pytest

GROUP = "槐川县乡村振兴示范创建工作领导小组"


def test_start_counts_what_the_graph_holds(show):
    page = show("start")
    counted = dict(page.rows("types"))
    assert int(counted["公报"]) == 4
    assert int(counted["文件"]) == 27
    assert int(counted["人员"]) > 50
    assert page.rows("counties")[0][0] == "槐川县"
    assert [year for year, _ in page.rows("years")] == ["2021", "2022"]
    assert GROUP in [row[0] for row in page.rows("groups")]


def test_start_of_an_empty_graph_offers_samples_and_upload(show, tmp_path, monkeypatch):
    monkeypatch.setenv("GONGBAO_GRAPH", str(tmp_path / "none"))
    page = show("start", lang="en")
    assert "No gazettes yet" in page.html
    assert [button.label for button in page.app.button] == ["Read the sample gazettes"]
    assert page.facts("empty") == {"Begin": "Add gazettes"}


def test_a_person_with_posts_groups_and_company(show, ids):
    page = show("person", id=ids("Person", "沈致远"))
    assert "沈致远" in page.html
    assert any("县长" in row[2] for row in page.rows("posts"))
    assert [GROUP, "组长"] in [row[:2] for row in page.rows("groups")]
    assert page.rows("company")
    assert page.parts["network-near-person"]["nodes"]


def test_every_relation_leads_to_its_evidence(show, ids):
    page = show("person", id=ids("Person", "沈致远"))
    for row in page.parts["table-groups"]["rows"]:
        source = row["cells"][-1]
        first = source[0][0] if isinstance(source, list) else source
        assert first["to"]["page"] == "evidence"
        assert first["to"]["params"]["source"].startswith("huaichuan-")


def test_a_group_as_chart_and_table(show, ids):
    page = show("group", id=ids("Group", GROUP))
    assert page.parts["chart"]["ranks"][0]["title"] == "组长"
    assert page.parts["chart"]["ranks"][0]["boxes"][0]["text"] == "沈致远"
    roles = [row[0] for row in page.rows("roster")]
    assert roles.index("组长") < roles.index("副组长") < roles.index("成员")


def test_the_day_ends_memberships(show, ids):
    key = ids("Group", GROUP)
    before, after = show("group", id=key, day="2021-06-01"), show("group", id=key, day="2022-06-01")
    members = [{row[1] for row in page.rows("roster")} for page in (before, after)]
    assert "陆明轩" in members[0]
    assert "陆明轩" not in members[1]
    assert "顾盼" in members[1] - members[0]


def test_a_unit_with_tasks_and_permits(show, ids):
    page = show("unit", id=ids("Organisation", "槐川县农业农村局"))
    assert page.rows("tasks")
    assert page.rows("leaders")
    assert page.rows("permits")
    assert page.facts("unit")["行政区"] == "槐川县"
    assert page.facts("unit")["类别"] == "政府部门"


def test_a_document_says_what_it_states(show, ids):
    page = show("document", id=ids("Document", "槐川县人民政府关于成立乡村振兴示范创建工作领导小组的通知"))
    assert page.facts("document")["文号"] == "槐政发〔2021〕9号"
    assert any("沈致远" in row for row in page.rows("stated"))


def test_a_task_is_an_entry_of_its_own(show, ids, sample_graph):
    from graph.store import open_store

    with open_store(sample_graph) as store:
        task = store.read("MATCH (t:Task) WHERE t.units_count > 1 RETURN t.id AS id ORDER BY t.id LIMIT 1")[0]["id"]
    page = show("thing", type="Task", id=task)
    assert len(page.rows("relations")) > 1


@pytest.mark.parametrize("page", ["person", "unit", "group", "document", "thing"])
def test_an_unknown_entry_is_told_plainly(show, page):
    assert "没有找到" in show(page, id="nobody", type="Post").html
    assert "Not found" in show(page, id="nobody", type="Post", lang="en").html


def test_who_is_responsible(show):
    page = show("responsible", topic="养老")
    assert any("养老服务工作联席会议" in row[0] for row in page.rows("groups"))
    assert page.rows("duties")
    assert page.parts["network-responsible"]["edges"]
    assert "提到“太空电梯”" in show("responsible", topic="太空电梯").html


def test_traditional_characters_and_short_names_are_found(show):
    assert "槐川县财政局" in [row[0] for row in show("search", q="財政").rows("found-organisation")]
    assert GROUP in [row[0] for row in show("search", q="乡村振兴小组").rows("found-group")]
    assert "没有找到" in show("search", q="太空电梯").html


def test_network_filters_stand_in_the_address(show, ids):
    key = ids("Group", GROUP)
    whole = show("network", ids=key).parts["network-network"]
    kinds = {node["type"] for node in whole["nodes"]}
    assert {"Group", "Person"} <= kinds
    alone = show("network", ids=key, hide="Person").parts["network-network"]
    assert "Person" not in {node["type"] for node in alone["nodes"]}
    leaders = show("network", ids=key, roles="组长").parts["network-network"]
    assert {edge["label"] for edge in leaders["edges"]} == {"组长"}
    removed = show("network", ids=key, gone=whole["nodes"][1]["id"]).parts["network-network"]
    assert whole["nodes"][1]["id"] not in {node["id"] for node in removed["nodes"]}


def test_expanding_adds_and_keeps(show, ids):
    key, person = ids("Group", GROUP), ids("Person", "沈致远")
    before = {node["id"] for node in show("network", ids=key).parts["network-network"]["nodes"]}
    after = {node["id"] for node in show("network", ids=key, open=person).parts["network-network"]["nodes"]}
    assert before < after


def test_depth_reaches_further(show, ids):
    key = ids("Group", GROUP)
    near, far = (show("network", ids=key, depth=str(depth)).parts["network-network"]["nodes"] for depth in (1, 2))
    assert len(far) > len(near)


def test_every_question_opens_with_an_answer(show):
    from queries import catalogue

    for name, question in catalogue.load().items():
        page = show("questions", q=name)
        answered = f"table-answer-{name}" in page.parts
        assert answered or "gongbao build" in page.html, (name, page.html)
        assert question.title.zh in page.html
        assert question.cypher in [code.value for code in page.app.code] or not answered


def test_the_list_of_questions(show):
    from queries import catalogue

    page = show("questions", lang="en")
    listed = [row[0] for key in page.parts if key.startswith("table-topic-") for row in page.rows(key[6:])]
    assert sorted(listed) == sorted(question.title.en for question in catalogue.load().values())


def test_english_pages_hold_no_chinese_of_ours(show, ids):
    import re

    for page, params in (
        ("start", {}),
        ("group", {"id": ids("Group", GROUP)}),
        ("questions", {}),
        ("review", {}),
        ("add", {}),
    ):
        shown = show(page, lang="en", **params)
        heads = [column["label"] for part in shown.parts.values() for column in part.get("columns", ())]
        titles = [part.get("title", "") for part in shown.parts.values()]
        assert not [word for word in heads + titles if re.search(r"[\u4e00-\u9fff]", word)], page


def test_a_printable_page_has_no_drawing_and_no_slider(show, ids):
    page = show("group", id=ids("Group", GROUP), print="1")
    assert not [key for key in page.parts if key.startswith("network")]
    assert not page.app.select_slider
    assert page.rows("roster")


def test_namesakes_are_told_apart_by_their_posts(show):
    posts = [row[1] for row in show("search", q="张伟").rows("found-person") if row[0] == "张伟"]
    assert len(posts) == len(set(posts)) == 2
    options = show("network").app.multiselect(key="network-focus").options
    assert len([name for name in options if name.startswith("张伟（")]) == 2
