"""Names and text are data: escaped where shown, guarded in CSV, parameters in Cypher; the query box only
reads."""

from __future__ import annotations

import io
import re
import threading
from pathlib import Path

import networkx
import pytest

from explorer import ask, querybox
from explorer.drawing import as_file
from explorer.querybox import refusal
from explorer.show import literal
from explorer.theme import OPTIONS
from graph.elements import elements
from graph.load import load
from graph.store import open_store
from ingest.errors import Problem
from queries import catalogue
from tests.explorer.conftest import shown
from tests.graph import county

PARTS = Path(__file__).parents[2] / "explorer" / "parts"
NASTY = '<img src=x onerror="alert(1)">\'"; MATCH (n) DETACH DELETE n //'


@pytest.fixture
def nasty_graph(tmp_path, monkeypatch):
    """The invented county with a person whose name is an attack."""
    rows = [{**row, "name": NASTY} if row.get("id") == "p1" else row for row in county.rows()]
    folder = tmp_path / "nasty"
    monkeypatch.setenv("GONGBAO_GRAPH", str(folder))
    from graph.target import find_target

    with open_store(find_target(str(folder)), write=True) as store:
        load(store, elements(rows))


def test_a_nasty_name_is_text_everywhere(nasty_graph):
    page = shown("person", id="p1")
    assert "<img" not in page.html
    assert "&lt;img" in page.html
    assert NASTY in [row[1] for row in shown("group", id="g1").rows("roster")]


def test_a_nasty_search_is_a_parameter(nasty_graph):
    assert NASTY in [row[0] for row in shown("search", q="onerror").rows("found-person")]
    shown("search", q=NASTY)
    shown("search", q="') RETURN 1 //")
    shown("responsible", topic=NASTY)
    shown("person", id=NASTY)
    assert shown("search", q="onerror").rows("found-person")


@pytest.mark.parametrize("kind", [NASTY, "Post {id: $id}) DETACH DELETE n //", ""])
def test_a_nasty_type_in_the_address_is_no_cypher(nasty_graph, kind):
    task = ask.all_of("Task", 1)[0]["id"]
    assert shown("thing", id=task, type=kind).rows("relations")
    assert shown("search", type=kind, q="onerror").rows("found-person")


@pytest.mark.parametrize("file", ["![x](//example.org/x.png).txt", "<img src=x>", ":red[x] $x$ **x**", "a_b_c\n# x"])
def test_a_nasty_file_name_is_no_markdown(file):
    escaped = literal(file)
    assert not re.search(r"(?<!\\)[!\[\]()<>*_$:#]", escaped)
    assert escaped.replace("\\", "") == " ".join(file.split())


def test_control_characters_stay_out_of_files_for_other_tools():
    nodes = {"a": {"name": "林\x0c远山", "label": "Person"}, "b": {"name": "县\x00政府", "label": "Organisation"}}
    edges = {"e": {"from": "a", "to": "b", "tie": "AT", "role": "组\x0b长", "source": "a\x1f.txt"}}
    for kind, read in (("graphml", networkx.read_graphml), ("gexf", networkx.read_gexf)):
        graph = read(io.BytesIO(as_file(kind, nodes, edges, {"e": "组\x0b长"})))
        assert sorted(graph) == ["a", "b"]


@pytest.mark.parametrize("script", [path.name for path in PARTS.glob("*.js")])
def test_no_part_builds_markup_from_data(script):
    code = (PARTS / script).read_text(encoding="utf-8")
    assert not re.search(
        r"(inner|outer)HTML|insertAdjacentHTML|document\.write|ContextualFragment|\beval\(|new Function",
        code,
    )


@pytest.mark.parametrize("file", [path for path in PARTS.iterdir() if path.suffix in (".js", ".css")], ids=lambda path: path.name)
def test_no_part_asks_anything_of_the_internet(file):
    addresses = re.findall(r"(?:https?:)?//[\w.-]+\.\w+[\w/.]*", file.read_text(encoding="utf-8"))
    assert [address for address in addresses if "www.w3.org" not in address] == []


def test_every_vendored_file_has_its_licence():
    for script in (PARTS / "vendor").glob("*.js"):
        name = script.name.removesuffix(".js").removesuffix(".min")
        assert "MIT" in (PARTS / "vendor" / f"LICENSE.{name}.txt").read_text(
            encoding="utf-8"
        ) or "Permission is hereby granted" in (PARTS / "vendor" / f"LICENSE.{name}.txt").read_text(encoding="utf-8")


def test_the_server_listens_on_this_machine_only_and_phones_nowhere():
    assert OPTIONS["server.address"] == "127.0.0.1"
    assert OPTIONS["browser.gatherUsageStats"] == "false"
    assert OPTIONS["logger.hideWelcomeMessage"] == "true"
    assert "http" not in OPTIONS["theme.font"]


@pytest.mark.parametrize(
    ("cypher", "word"),
    [
        ("LOAD  CSV FROM 'file:///etc/passwd' AS x RETURN x", "LOAD"),
        ("MATCH (n) DETACH DELETE n", "DELETE"),
        ("match (n) set n.a = 1", "SET"),
        ("SHOW USERS", "SHOW"),
        ("USE system MATCH (n) RETURN n", "USE"),
        ("CALL dbms.listConfig() YIELD name RETURN name", "CALL dbms.listConfig"),
        ("CALL /* x */ apoc.load.json('x')", "CALL apoc.load.json"),
        ("TERMINATE TRANSACTION 'x'", "TERMINATE"),
        ("START DATABASE neo4j", "START"),
        ("STOP  DATABASE neo4j WAIT", "STOP"),
        ("ALTER USER x SET PASSWORD 'y'", "ALTER"),
        ("DROP INDEX x IF EXISTS", "DROP"),
        ("CREATE CONSTRAINT FOR (n:Person) REQUIRE n.id IS UNIQUE", "CREATE"),
        ("EXPLAIN MATCH (n) RETURN n", "EXPLAIN"),
        ("INSERT (:Person)", "INSERT"),
        ("MATCH (n) INSERT (:Person) RETURN n", "INSERT"),
        ("MATCH (n) FOREACH (x IN [1] | SET n.a = x)", "FOREACH"),
        ("MERGE (n:Person {id: 'x'}) RETURN n", "MERGE"),
        ("MATCH (n) REMOVE n.name", "REMOVE"),
        ("MATCH (n) RETURN n; MATCH (m) DETACH DELETE m", ";"),
        ("CALL { USE system MATCH (n) RETURN n } RETURN n", "USE"),
        ("CALL `apoc`.load.json('x') YIELD value RETURN value", "CALL _quoted_.load.json"),
        ("CALL\u00a0dbms.listConfig()", "CALL dbms.listConfig"),
        ("MATCH (n) \\u0053ET n.a = 1", "\\u"),
        ("MATCH (n) WHERE n.name = '\\U0027 SET n.a = 1 //' RETURN n", "\\u"),
        ("LOAD/**/CSV FROM 'file:///x' AS x RETURN x", "LOAD"),
        ("MATCH (n) LOAD /* x */ CSV FROM 'file:///x' AS x RETURN x", "LOAD CSV"),
    ],
)
def test_the_query_box_refuses(cypher, word):
    assert refusal(cypher) == word


@pytest.mark.parametrize(
    "cypher",
    [
        "MATCH (n:Person) WHERE n.name = 'SET' RETURN n.name // DELETE",
        "MATCH (n) RETURN n.`CREATE` /* LOAD CSV */",
        "CALL db.labels() YIELD label RETURN label",
        "MATCH ()-[r]->() RETURN r.start AS start, r.end AS end, r.set ORDER BY r.start;",
        "MATCH (g:Group) CALL (g) { MATCH (g)<-[:MEMBER_OF]-(p) RETURN count(p) AS n } RETURN g.name, n",
    ],
)
def test_the_query_box_takes_reading(cypher):
    assert refusal(cypher) is None


@pytest.mark.parametrize("question", catalogue.load().values(), ids=lambda question: question.name)
def test_the_query_box_takes_every_question_of_ours(question):
    assert refusal(question.cypher) is None


def test_the_query_box_is_off_until_switched_on(show, monkeypatch):
    assert not show("questions").app.text_area
    monkeypatch.setenv("GONGBAO_QUERY_BOX", "1")
    app = show("questions").app
    app.text_area[0].input("MATCH (g:Group) RETURN g.name AS name, g.members AS members ORDER BY members DESC LIMIT 3")
    page = type(show("start"))(app.button[0].click().run())
    assert len(page.rows("cypher")) == 3
    app.text_area[0].input("MATCH (n) SET n.x = 1 RETURN n")
    assert "SET" in type(page)(app.button[0].click().run()).html


class Slow:
    """A store that gives one row and then takes its time, or takes it before the first."""

    def __init__(self, before: int) -> None:
        self.before = before
        self.goes_on = threading.Event()

    def stream(self, cypher, timeout):
        for n in range(self.before):
            yield {"n": n}
        self.goes_on.wait(30)


def test_the_query_box_waits_for_no_slow_store(monkeypatch):
    monkeypatch.setattr(querybox, "SECONDS", 0.2)
    slow = [Slow(before=0), *(Slow(before=3) for _ in range(querybox.ASKED - 1))]
    stores = iter(slow)
    monkeypatch.setattr(ask, "store", lambda: next(stores))
    with pytest.raises(Problem, match=r"没有答案|no answer"):
        querybox._bounded("MATCH (a), (b), (c) RETURN a.id")
    for _ in slow[1:]:
        assert querybox._bounded("MATCH (a), (b), (c) RETURN a.id") == [{"n": 0}, {"n": 1}, {"n": 2}]
    assert querybox._bounded("RETURN 1") is None  # all of them still run
    for one in slow:
        one.goes_on.set()
