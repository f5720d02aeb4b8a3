"""`gongbao review` and `gongbao diff` as a user calls them."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from commands.main import run
from graph.ledger import Ledger
from graph.resolve import read_corrections, read_judgements, resolve
from graph.target import find_target
from tests.graph.resolve.rows import Gazette

GROUP = "云溪县防汛抗旱指挥部"


@pytest.fixture
def gazette(own_home: Path) -> Gazette:
    """A source in the ledger: a misprint (one doubt) and a text that nobody understood."""
    g = Gazette("a.txt")
    for month, name in enumerate(("钱志为", "钱志伟", "钱志为"), 1):
        g.document(f"2020-0{month}-01")
        g.member(GROUP, name, "县公安局副局长")
    rest = {
        "source": "a.txt",
        "start": 40,
        "end": 60,
        "text": "联络员：各部门\x1b[2J自定",
        "reason": "no name",
    }
    Ledger(find_target(None).keep).put("a.txt", "云溪县" * 400, g.rows, remainder=[rest])
    return g


def review(monkeypatch: pytest.MonkeyPatch, keys: str, *options: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(keys))
    assert run(["--lang", "zh", "review", *options]) == 0


def test_keys_append_judgements_that_the_next_resolving_obeys(
    gazette: Gazette, own_home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    review(monkeypatch, "d\n", "--why", "查过名册")
    shown = capsys.readouterr().out
    assert "很可能是误印" in shown
    assert "钱志为" in shown and "钱志伟" in shown and "县公安局副局长" in shown
    assert "\x1b" not in shown
    said = read_judgements(own_home / "judgements.csv")
    assert [(j.judgement, j.why) for j in said] == [("different", "查过名册")]
    rows = resolve(gazette.rows, said).rows
    assert len({r["member_id"] for r in rows if r["kind"] == "membership"}) == 2
    review(monkeypatch, "q")
    assert "钱志伟" not in capsys.readouterr().out


def test_a_misread_mention_is_rejected_by_a_correction(
    gazette: Gazette, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "team" / "corrections.csv"
    review(monkeypatch, "2q", "--corrections", str(own))
    misprint = gazette.rows[4]
    assert [(c.start, c.kind, c.change) for c in read_corrections(own)] == [
        (misprint["start"], "membership", "reject")
    ]


def test_a_fact_is_added_for_what_nobody_understood(
    gazette: Gazette, own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(["task", "role=责任单位", "name=县水务局", ""])
    monkeypatch.setattr("click.prompt", lambda *args, **kwargs: next(answers))
    review(monkeypatch, "\na")
    (added,) = read_corrections(own_home / "corrections.csv")
    assert (added.start, added.kind) == (40, "task")
    assert json.loads(added.change.removeprefix("add ")) == {"role": "责任单位", "name": "县水务局"}


def test_listing_asks_nothing(gazette: Gazette, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["review", "--list"]) == 0
    kinds = [json.loads(line)["kind"] for line in capsys.readouterr().out.splitlines()]
    assert kinds == ["doubt", "remainder"]


def test_a_broken_file_is_one_line(
    gazette: Gazette, own_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own_home.mkdir(exist_ok=True)
    (own_home / "judgements.csv").write_text("left,right,judgement\na,b,maybe\n", encoding="utf-8")
    assert run(["--lang", "en", "review", "--list"]) == 1
    assert "judgements.csv line 2" in capsys.readouterr().err


def test_diff_tells_who_joined_left_and_changed_role(
    own_home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    g = Gazette("a.txt")
    g.document("2020-03-01", f"关于成立{GROUP}的通知")
    g.member(GROUP, "赵青山", "副县长", role="总指挥")
    g.member(GROUP, "李春生", "县水务局局长")
    g.member(GROUP, "石磊", "县财政局局长")
    g.document("2021-03-01", f"关于调整{GROUP}成员的通知")
    g.change(GROUP, "adjusts")
    g.member(GROUP, "赵青山", "副县长", role="总指挥")
    g.member(GROUP, "李春生", "县水务局局长", role="副总指挥")
    g.member(GROUP, "王玉兰", "县林业局局长")
    path = tmp_path / "resolved.jsonl"
    rows = resolve(g.rows).rows
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    assert run(["load", str(path)]) == 0
    assert run(["diff", GROUP, "--from", "2020-06-01", "--to", "2021-06-01", "--format", "json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    changes = {(row["change"], row["member"]) for row in answer["rows"]}
    assert changes == {("joined", "王玉兰"), ("left", "石磊"), ("changed", "李春生")}
    assert run(["--lang", "en", "diff", "云溪县没有的小组"]) == 1
    assert GROUP in capsys.readouterr().err
