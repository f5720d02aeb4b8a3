"""`gongbao query` on the invented county: table, CSV, JSON, the list, and what a wrong call is told."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from commands.main import run
from graph.elements import elements
from graph.load import load as load_graph
from graph.store import open_store
from graph.target import find_target
from queries.catalogue import load
from tests.graph import county


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The folder of an embedded graph of the county."""
    target = find_target(str(tmp_path_factory.mktemp("county") / "graph"))
    with open_store(target, write=True) as store:
        load_graph(store, elements(county.rows()))
    return str(target.keep)


def call(*args: str, lang: str = "en") -> int:
    return run(["--lang", lang, *args])


def test_a_table_names_question_parameters_and_rows(graph: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("--graph", graph, "query", "roster", "--param", "group=县防指") == 0
    out, err = capsys.readouterr()
    lines = out.splitlines()
    assert lines[:2] == ["Members of a group", "group: 青禾县防汛抗旱指挥部"]
    assert lines[3].split()[:2] == ["role", "member"]
    assert lines[5].split()[:2] == ["总指挥", "林远山"]
    assert err.splitlines()[0].startswith("graph: embedded graph")
    assert err.splitlines()[-1] == "3 rows"


def test_as_of_a_day_before_she_left(graph: str, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ("--graph", graph, "query", "roster", "--param", "group=g1", "--format", "json")
    assert call(*arguments, "--param", "as_of=2021-12-31") == 0
    then = json.loads(capsys.readouterr().out)["rows"]
    assert call(*arguments) == 0
    now = json.loads(capsys.readouterr().out)["rows"]
    assert {row["member"] for row in then} - {row["member"] for row in now} == {"苏晚晴"}


def test_a_group_answers_to_a_part_of_a_former_name(graph: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--graph", graph, "query", "roster", "--param", "group=防指", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["params"]["group"] == "g1"


def test_csv_opens_in_a_spreadsheet_and_runs_nothing(graph: str, tmp_path: Path) -> None:
    file = tmp_path / "任免.csv"
    arguments = ("query", "appointments", "--format", "csv", "--out", str(file))
    assert call("--graph", graph, *arguments, lang="zh") == 0
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8-sig"))))
    assert {row["姓名"] for row in rows} == {"'=韩冬青", "苏晚晴"}
    assert {row["任免"] for row in rows} == {"任命", "免去"}


def test_the_list_holds_every_question(capsys: pytest.CaptureFixture[str]) -> None:
    assert call("query", "--list", "--format", "json") == 0
    listed = json.loads(capsys.readouterr().out)
    assert [question["name"] for question in listed] == list(load())
    assert call("query", lang="zh") == 0
    assert "机构成员名单" in capsys.readouterr().out


def test_cypher_is_shown_without_a_graph(capsys: pytest.CaptureFixture[str]) -> None:
    assert call("query", "roster", "--cypher") == 0
    assert capsys.readouterr().out.strip() == load()["roster"].cypher


@pytest.mark.parametrize(
    ("arguments", "remedy"),
    [
        (["rooster"], "roster"),
        (["roster", "--param", "as_of=soon"], "YYYY-MM-DD"),
        (["roster", "--param", "as_of"], "name=value"),
        (["roster", "--param", "group=防汛领导小组"], "青禾县防汛抗旱指挥部"),
        (["roster", "--out", "/no/such/folder/x.csv"], "can't write"),
    ],
)
def test_a_wrong_call_gets_one_line(
    graph: str, capsys: pytest.CaptureFixture[str], arguments: list[str], remedy: str
) -> None:
    assert call("--graph", graph, "query", *arguments) == 1
    out, err = capsys.readouterr()
    told = [line for line in err.splitlines() if not line.startswith("graph: ")]
    assert out == ""
    assert len(told) == 1
    assert remedy in told[0]
