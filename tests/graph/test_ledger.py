"""What was read is kept whole, and finds its way back."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.ledger import Ledger
from graph.target import find_target
from ingest.errors import Problem
from tests.graph import county

TEXT = "公报\r\n第一期\u2028组长：林远山\n𠮷\x85"
FACTS = [{"kind": "issue", "source": "a.txt", "start": 0, "end": 2, "title": "公\u2028报"}]


def test_a_source_comes_back_as_it_was(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    rest = [{"source": "a.txt", "start": 4, "end": 7, "text": "第一期", "reason": "x"}]
    ledger.put("a.txt", TEXT, FACTS, remainder=rest, pages=(0, 4), raw="r")
    assert ledger.text("a.txt") == TEXT
    assert list(ledger.rows()) == FACTS
    assert list(ledger.remainder()) == rest
    entry = ledger.entry("a.txt")
    assert entry is not None and (entry.pages, entry.raw, entry.facts) == ((0, 4), "r", 1)
    assert ledger.entry("b.txt") is None and ledger.text("b.txt") is None


def test_the_same_source_is_the_same_bytes(tmp_path: Path) -> None:
    written = []
    for name in ("one", "two"):
        Ledger(tmp_path / name).put("a.txt", TEXT, FACTS)
        (path,) = (tmp_path / name / "sources").glob("*.gz")
        written.append(path.read_bytes())
    assert written[0] == written[1]


def test_resolved_rows_bring_the_entities_they_name(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    assert ledger.put_resolved(county.rows()) == [county.FIRST, county.SECOND]
    first = [row["id"] for row in ledger._lines(ledger.entries()[0], 2, 999) if row["kind"] == "entity"]
    assert "p2" in first and "p3" not in first and "j1" in first
    assert list(ledger.rows()) == []
    assert {row["id"] for row in ledger.rows(resolved=True) if row["kind"] == "entity"} >= {"p1", "p2", "p3"}


def test_a_place_that_can_not_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "sources").touch()
    with pytest.raises(Problem) as caught:
        Ledger(tmp_path).put("a.txt", TEXT, FACTS)
    assert str(tmp_path) in caught.value.en and str(tmp_path) in caught.value.zh


def test_the_graph_meant_is_the_nearest_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert find_target().keep == tmp_path / "home" / "graph"
    (tmp_path / ".env").write_text("NEO4J_URI='neo4j+s://a.example'\nNEO4J_PASSWORD=\"p w\"\nPATH=x\n")
    found = find_target()
    assert (found.uri, found.user, found.password) == ("neo4j+s://a.example", "neo4j", "p w")
    monkeypatch.setenv("NEO4J_URI", "bolt://b.example:7688")
    monkeypatch.setenv("NEO4J_DATABASE", "county")
    assert find_target().address == "bolt://b.example:7688/county"
    assert find_target(str(tmp_path / "g")).embedded


def test_passwords_are_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    found = find_target("bolt://li:secret@c.example")
    assert (found.user, found.password, found.uri) == ("li", "secret", "bolt://c.example")
    assert "secret" not in found.zh + found.en + found.address
    with pytest.raises(Problem) as caught:
        find_target("mysql://li:secret@c.example")
    assert "secret" not in caught.value.en + caught.value.zh
