"""Names and text are data: escaped where shown, guarded in CSV, parameters in Cypher; the query box only
reads."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from explorer.querybox import refusal
from explorer.theme import OPTIONS
from graph.elements import elements
from graph.load import load
from graph.store import open_store
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
    assert "http" not in OPTIONS["theme.font"]


@pytest.mark.parametrize(
    ("cypher", "word"),
    [
        ("LOAD  CSV FROM 'file:///etc/passwd' AS x RETURN x", "LOAD CSV"),
        ("MATCH (n) DETACH DELETE n", "DELETE"),
        ("match (n) set n.a = 1", "SET"),
        ("SHOW USERS", "SHOW"),
        ("USE system MATCH (n) RETURN n", "USE"),
        ("CALL dbms.listConfig() YIELD name RETURN name", "CALL dbms.listConfig"),
        ("CALL /* x */ apoc.load.json('x')", "CALL apoc.load.json"),
        ("TERMINATE TRANSACTION 'x'", "TERMINATE"),
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
        "MATCH (g:Group) CALL (g) { MATCH (g)<-[:MEMBER_OF]-(p) RETURN count(p) AS n } RETURN g.name, n",
    ],
)
def test_the_query_box_takes_reading(cypher):
    assert refusal(cypher) is None


def test_the_query_box_is_off_until_switched_on(show, monkeypatch):
    assert not show("questions").app.text_area
    monkeypatch.setenv("GONGBAO_QUERY_BOX", "1")
    app = show("questions").app
    app.text_area[0].input("MATCH (g:Group) RETURN g.name AS name, g.members AS members ORDER BY members DESC LIMIT 3")
    page = type(show("start"))(app.button[0].click().run())
    assert len(page.rows("cypher")) == 3
    app.text_area[0].input("MATCH (n) SET n.x = 1 RETURN n")
    assert "SET" in type(page)(app.button[0].click().run()).html
