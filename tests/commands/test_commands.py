"""The commands as a user calls them, in this process; those that need one of their own: test_processes."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from commands.main import COMMANDS, run
from tests.conftest import SAMPLES
from tests.graph import county
from tests.graph.resolve.rows import Gazette


@pytest.fixture(scope="module")
def resolved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("rows") / "resolved.jsonl"
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in county.rows()), encoding="utf-8")
    return path


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize(("lang", "words"), [("zh", "用法："), ("en", "Usage: ")])
def test_every_command_has_help_in_both_languages(name: str, lang: str, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    if name not in ("review", "diff"):
        assert run(["--lang", lang, name, "--help"]) == 0
        shown = capsys.readouterr().out
        assert shown.startswith(words) and len(shown.splitlines()) > 4


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--lang", "zh", "--help"]) == 0
    shown = capsys.readouterr().out
    assert all(zh in shown for _, zh, _ in COMMANDS.values())


def test_load_then_status_and_tables(resolved: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["load", str(resolved)]) == 0
    assert run(["status", "--format", "json"]) == 0
    state = json.loads(capsys.readouterr().out)
    assert state["nodes"]["Task"] == 2 and state["edges"]["MEMBER_OF"] == 5
    assert [source["name"] for source in state["sources"]] == [county.FIRST, county.SECOND]
    for table in ("memberships", "permits", "tasks", "oversight", "duties", "appointments", "documents"):
        assert run(["export", table, "--out", str(tmp_path / f"{table}.csv")]) == 0
    with (tmp_path / "memberships.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert ",".join(rows[0]) == ("group,parent_group,role,member_kind,member,post,unit,doc_no,date,since,until,source,start,end")
    deputy = next(row for row in rows if row["role"] == "副总指挥")
    assert (deputy["unit"], deputy["since"], deputy["until"]) == ("青禾县财政局", "2021-01-08", "2022-02-09")
    assert [row["parent_group"] for row in rows if row["group"] == "宣传组"] == ["青禾县防汛抗旱指挥部"]


def test_csv_opens_right_in_a_spreadsheet(resolved: Path, tmp_path: Path) -> None:
    out = tmp_path / "appointments.csv"
    assert run(["load", str(resolved)]) == 0
    assert run(["export", "appointments", "--labels", "zh", "--out", str(out)]) == 0
    assert out.read_bytes().startswith("\ufeff动作,人员".encode())
    assert "'=韩冬青" in out.read_text(encoding="utf-8-sig")


def test_load_replaces_a_source_and_keeps_the_others(resolved: Path, tmp_path: Path) -> None:
    second = tmp_path / "second.jsonl"
    rows = [row for row in county.rows() if row["kind"] == "entity" or row["source"] == county.SECOND]
    fewer = [row for row in rows if row["kind"] != "oversight"]
    second.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in fewer), encoding="utf-8")
    assert run(["load", str(resolved)]) == 0
    assert run(["load", str(second)]) == 0
    assert run(["export", "oversight", "--out", str(tmp_path / "o.csv")]) == 0
    assert run(["export", "permits", "--out", str(tmp_path / "p.csv")]) == 0
    assert len((tmp_path / "o.csv").read_text(encoding="utf-8-sig").splitlines()) == 1
    assert len((tmp_path / "p.csv").read_text(encoding="utf-8-sig").splitlines()) == 2


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["extract", "missing.txt"], "missing.txt"),
        (["extract", "empty.txt"], "empty.txt"),
        (["extract", "noise.txt"], "noise.txt"),
        (["extract", "strange.abc"], "strange.abc"),
        (["extract", "nothing"], "nothing"),
        (["build", "missing.txt"], "missing.txt"),
        (["extract", "empty.txt", "--out", "no/such/folder.jsonl"], "folder.jsonl"),
        (["resolve", "missing.jsonl"], "missing.jsonl"),
        (["resolve", "broken.jsonl"], "broken.jsonl:2"),
        (["resolve", "other.jsonl"], "other.jsonl:1"),
        (["load", "broken.jsonl"], "broken.jsonl:2"),
        (["load", "facts.jsonl"], "facts.jsonl"),
        (["export", "tasks"], "gongbao build"),
        (["--graph", "http://example.org", "status"], "http://example.org"),
        (["--graph", "bolt://127.0.0.1:1", "status"], "127.0.0.1:1"),
        (["--graph", "bolt://127.0.0.1:1", "build", "empty.txt"], "127.0.0.1:1"),
        (["--graph", ".", "build", "empty.txt"], "broken.jsonl"),
        (["build", "empty.txt", "--judgements", "none.csv"], "none.csv"),
    ],
)
def test_bad_input_gets_one_line_and_a_status(
    arguments: list[str], named: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "noise.txt").write_bytes(bytes(range(256)) * 8)
    (tmp_path / "strange.abc").write_text("公报", encoding="utf-8")
    (tmp_path / "nothing").mkdir()
    fact = {"kind": "backup", "source": "a.txt", "start": 0, "end": 2, "person": "林远山", "backup": "苏晚晴"}
    (tmp_path / "facts.jsonl").write_text(json.dumps(fact) + "\n", encoding="utf-8")
    (tmp_path / "broken.jsonl").write_text(json.dumps(fact) + '\n{"kind": \n', encoding="utf-8")
    (tmp_path / "other.jsonl").write_text('{"kind": "weather"}\n', encoding="utf-8")
    for lang, mark in (("en", "error: "), ("zh", "错误：")):
        assert run(["--lang", lang, *arguments]) == 1
        told = [line for line in capfd.readouterr().err.splitlines() if line.startswith(mark)]
        assert told and named in told[0]


@pytest.mark.parametrize(
    "arguments",
    [
        ["frobnicate"],
        ["build"],
        ["build", "--sideways", "x"],
        ["export", "weather"],
        ["--lang", "fr", "status"],
    ],
)
def test_wrong_use_is_told_with_the_remedy(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 2
    assert "--help" in capsys.readouterr().err


def test_a_bad_file_does_not_stop_the_batch(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty.txt").touch()
    sample = str(SAMPLES / "huaichuan-2021-02.txt")
    assert run(["extract", "empty.txt", sample, "--out", "facts.jsonl"]) == 1
    kinds = {json.loads(line)["kind"] for line in (tmp_path / "facts.jsonl").read_text(encoding="utf-8").splitlines()}
    assert {"document", "membership", "issue"} <= kinds
    assert "files 1 (1 more could not be read)" in capsys.readouterr().err


def test_two_different_files_of_one_name_are_a_problem(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (SAMPLES / "huaichuan-2021-02.txt").read_text(encoding="utf-8")
    for folder, more in (("one", ""), ("same", ""), ("other", "\n附记。\n")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(text + more, encoding="utf-8")
    assert run(["build", "one", "same"]) == 0
    assert run(["build", "one", "other"]) == 1
    assert "rename" in capsys.readouterr().err


def test_the_three_steps_give_what_build_gives(tmp_path: Path) -> None:
    samples = str(SAMPLES)
    assert run(["extract", samples, "--out", "facts.jsonl"]) == 0
    assert run(["resolve", "facts.jsonl", "--out", "resolved.jsonl", "--joins", "joins.jsonl"]) == 0
    assert run(["--graph", "steps", "load", "resolved.jsonl"]) == 0
    assert run(["--graph", "built", "build", samples]) == 0
    assert run(["--graph", "steps", "export", "graph", "--out", "steps.jsonl"]) == 0
    assert run(["--graph", "built", "export", "graph", "--out", "built.jsonl"]) == 0
    assert (tmp_path / "steps.jsonl").read_bytes() == (tmp_path / "built.jsonl").read_bytes()


def test_units_taken_as_printed_are_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    g = Gazette("a.txt")
    g.document("2020-03-01")
    for name in ("县财政局", "青峰水利", "青峰水利"):
        g.task(name)
    facts = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in g.rows)
    (tmp_path / "facts.jsonl").write_text(facts, encoding="utf-8")
    assert run(["--lang", "zh", "resolve", "facts.jsonl", "--out", "r.jsonl", "--as-printed", "units.jsonl"]) == 0
    assert "只能照印的机构 1：青峰水利×2" in capsys.readouterr().err
    (unit,) = map(json.loads, (tmp_path / "units.jsonl").read_text(encoding="utf-8").splitlines())
    assert (unit["name"], unit["count"], unit["source"]) == ("青峰水利", 2, "a.txt")


def test_order_and_number_of_builds_make_no_difference(tmp_path: Path) -> None:
    files = sorted(str(path) for path in SAMPLES.glob("huaichuan*"))
    for name, calls in (
        ("once", [files]),
        ("turned", [[f] for f in reversed(files)]),
        ("twice", [files, files[:2]]),
    ):
        for call in calls:
            assert run(["--graph", name, "build", *call]) == 0
        assert run(["--graph", name, "export", "graph", "--out", f"{name}.jsonl"]) == 0
    lines = {(tmp_path / f"{name}.jsonl").read_bytes() for name in ("once", "turned", "twice")}
    assert len(lines) == 1


def test_an_edited_file_replaces_what_it_said(tmp_path: Path) -> None:
    text = (SAMPLES / "huaichuan-2021-02.txt").read_text(encoding="utf-8")
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert run(["build", "a.txt"]) == 0
    (tmp_path / "a.txt").write_text(text.replace("陆明轩", "陆明宣"), encoding="utf-8")
    assert run(["build", "a.txt"]) == 0
    assert run(["export", "graph", "--out", "graph.jsonl"]) == 0
    graph = (tmp_path / "graph.jsonl").read_text(encoding="utf-8")
    assert "陆明宣" in graph and "陆明轩" not in graph
