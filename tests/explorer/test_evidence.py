"""The evidence: whole lines round a fact, the fact marked, everything from the gazette escaped."""

from __future__ import annotations

import csv

import pytest

from explorer.review import _mentioned
from graph.resolve.report import Evidence
from graph.store import open_store
from ingest.evidence import Mark, highlighted, passage, read_marks

TEXT = "青禾县人民政府\n\n组　长：林远山　县长\n副组长：苏晚晴　副县长\n\n各乡镇：\n" + "正文。\n" * 400


def test_a_passage_is_of_whole_lines():
    start = TEXT.index("苏晚晴")
    first, last = passage(TEXT, start, start + 3)
    assert first == 0
    assert TEXT[last - 1 : last + 1] == "。\n"
    assert TEXT[first:last].count("苏晚晴") == 1


@pytest.mark.parametrize(("start", "end"), [(-5, 3), (0, 0), (10**9, 10**9 + 5), (50, 20)])
def test_a_passage_stays_inside_the_text(start, end):
    first, last = passage(TEXT, start, end)
    assert 0 <= first <= last <= len(TEXT)


def test_marks_become_span_groups_of_the_doc():
    start = TEXT.index("林远山")
    doc = read_marks(TEXT[:40], [Mark(start, start + 3, "成员", here=True), Mark(0, 7, "机构"), Mark(5, 5), Mark(90, 95)])
    assert doc.text == TEXT[:40]
    assert [(span.text, span.label_) for span in doc.spans["here"]] == [("林远山", "成员")]
    assert [span.text for span in doc.spans["near"]] == ["青禾县人民政府"]


def test_text_is_escaped_and_overlaps_give_way_to_the_fact():
    text = '<script>alert("1")</script>\n林远山 & 苏晚晴'
    start = text.index("林远山")
    doc = read_marks(text, [Mark(start, start + 3, "成员", here=True), Mark(start, len(text), "职务")])
    drawn = highlighted(doc, {"成员": "#123456"})
    assert "<script" not in drawn
    assert "&lt;script&gt;" in drawn
    assert drawn.count("<mark") == 1
    assert "#123456" in drawn


def place(sample_graph):
    with open_store(sample_graph) as store:
        return store.read(
            "MATCH (p:Person {name: '孟庆云'})-[r:MEMBER_OF]->(:Group) WHERE r.role = '副组长'"
            " RETURN r.source AS source, r.start AS start, r.end AS end ORDER BY r.date LIMIT 1"
        )[0]


def test_the_page_marks_the_fact_and_lists_its_neighbours(show, sample_graph):
    found = place(sample_graph)
    page = show("evidence", source=found["source"], start=str(found["start"]), end=str(found["end"]))
    assert '<mark class="gb-here"' in page.html
    assert page.html.split("gb-here")[1].split(">")[1].startswith("孟庆云")
    assert page.facts("evidence")["文号"] == "槐政发〔2021〕9号"
    assert any("副组长" in row[1] and "孟庆云" in row[1] for row in page.rows("here"))
    assert any("沈致远" in row[1] for row in page.rows("around"))


def test_the_whole_document_ends_where_the_next_begins(show, sample_graph):
    found = place(sample_graph)
    page = show("evidence", source=found["source"], start=str(found["start"]), end=str(found["end"]), whole="1")
    assert "关于成立乡村振兴示范创建工作领导小组的通知" in page.html
    assert "关于县长、副县长工作分工的通知" not in page.html


def test_a_missing_text_is_told_plainly(show):
    assert "没有这份原文" in show("evidence", source="none.txt", start="1", end="2").html
    assert "没有这份原文" in show("evidence", source="../../etc/passwd", start="x", end="-4").html


def test_this_is_wrong_appends_a_correction(show, sample_graph, own_home):
    found = place(sample_graph)
    app = show("evidence", source=found["source"], start=str(found["start"]), end=str(found["end"])).app
    app.selectbox(key="wrong-what-membership").select("role")
    next(box for box in app.text_input if "应为" in box.label).input("组长")
    next(box for box in app.text_input if box.label == "理由").input("看原件")
    next(button for button in app.button if "更正" in button.label).click().run()
    with (own_home / "corrections.csv").open(encoding="utf-8", newline="") as lines:
        written = list(csv.DictReader(lines))
    assert [(row["kind"], row["change"], row["why"], row["who"]) for row in written] == [
        ("membership", "role=组长", "看原件", "local")
    ]
    assert int(written[0]["start"]) == found["start"]


@pytest.mark.parametrize(
    ("text", "fact", "marked"),
    [
        ("槐川县 领导\n小组名单\n组长：沈致远", "沈致远", "领导\n小组"),
        ("领导小组 …… 领导小组名单\n组长：沈致远", "沈致远", "领导小组名单"),
        ("组长：沈致远", "沈致远", "沈致远"),
    ],
)
def test_a_doubt_marks_the_name_in_question(text, fact, marked):
    start = text.index(fact)
    wanted = "领导小组名单" if marked.endswith("名单") else "领导小组"
    where = _mentioned(text, Evidence("a.txt", start, start + len(fact), "group", wanted, None, None, None))
    assert text[slice(*where)] == marked
