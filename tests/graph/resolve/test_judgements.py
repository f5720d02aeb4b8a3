"""The user's word wins, survives every rebuild, and is reported where it fits nothing any more."""

from __future__ import annotations

import random
from itertools import permutations
from pathlib import Path

import pytest

from graph.resolve import apply_corrections, read_corrections, read_judgements, resolve
from graph.resolve.judgements import Correction, Judgement, append
from ingest.errors import Problem
from tests.graph.resolve.rows import Gazette, Row, spot

GROUP = "云溪县防汛抗旱指挥部"


def gazette() -> tuple[Gazette, list[Row]]:
    """Two posts that follow each other (one person by rule), and a third man of another name."""
    g = Gazette("a.txt")
    g.document("2020-03-01")
    rows = [g.member(GROUP, "李春生", "县水务局局长")]
    g.document("2021-03-01")
    rows.append(g.member(GROUP, "李春生", "县林业局局长"))
    rows.append(g.member(GROUP, "李春胜", "县交通运输局局长"))
    return g, rows


def members(g: Gazette, *judgements: Judgement) -> list[str]:
    return [r["member_id"] for r in resolve(g.rows, judgements).rows if r["kind"] == "membership"]


def test_same_joins_and_different_parts() -> None:
    g, (first, second, third) = gazette()
    a, b, c = members(g)
    assert a == b != c
    parted = members(g, Judgement(spot(first), spot(second), "different"))
    assert parted[0] != parted[1]
    joined = members(g, Judgement(spot(second), spot(third), "same"))
    assert len(set(joined)) == 1


def test_entities_can_be_named_by_id() -> None:
    g, _ = gazette()
    a, _, c = members(g)
    assert len(set(members(g, Judgement(a, c, "same")))) == 1


def test_the_last_word_on_a_pair_counts() -> None:
    g, (first, second, _) = gazette()
    said = [Judgement(spot(first), spot(second), "different"), Judgement(spot(second), spot(first), "same")]
    a, b, _ = members(g, *said)
    assert a == b


def test_a_judged_pair_is_no_doubt_any_more() -> None:
    g, _ = gazette()
    doubt = resolve(g.rows).doubts[0]
    said = Judgement(doubt.left.anchor, doubt.right.anchor, "unsure")
    assert all(d.left.anchor != doubt.left.anchor for d in resolve(g.rows, [said]).doubts)


def test_units_and_groups_can_be_judged() -> None:
    g = Gazette("a.txt")
    g.document("2020-03-01")
    water, canal = g.task("水利服务队"), g.task("灌区管理队")
    more = g.member("云溪县河长办专班", "石磊", "县水务局局长")
    other = g.member("云溪县河湖长制专班", "石磊", "县水务局局长")
    said = [
        Judgement(spot(water, "name"), spot(canal, "name"), "same"),
        Judgement(spot(more, "group"), spot(other, "group"), "same"),
    ]
    resolution = resolve(g.rows, said)
    assert len({r["name_id"] for r in resolution.rows if r["kind"] == "task"}) == 1
    assert len({r["group_id"] for r in resolution.rows if r["kind"] == "membership"}) == 1
    assert not resolution.stale
    g.document("2020-04-01")
    again = g.task("水利服务队")
    parted = resolve(g.rows, [Judgement(spot(water, "name"), spot(again, "name"), "different")]).rows
    first, _, second = [r["name_id"] for r in parted if r["kind"] == "task"]
    assert first != second


def test_two_of_one_name_in_one_office_can_be_judged_different() -> None:
    g = Gazette("a.txt")
    rows = []
    for month in (1, 2, 3):
        g.document(f"2020-0{month}-01")
        rows.append(g.member(GROUP, "李春生", "县水务局副局长"))
    a, b, c = members(g, Judgement(spot(rows[0]), spot(rows[1]), "different"))
    assert a == c != b


def test_what_stands_in_one_document_under_one_name_can_be_judged_different() -> None:
    g = Gazette("a.txt")
    g.document("2020-03-01")
    tasks = [g.task("服务队") for _ in range(3)]
    lists = [g.member("云溪县河长办专班", name, "县水务局副局长") for name in ("石磊", "李春生", "周文")]
    said = [
        Judgement(spot(tasks[0], "name"), spot(tasks[1], "name"), "different"),
        Judgement(spot(lists[0], "group"), spot(lists[1], "group"), "different"),
    ]
    resolution = resolve(g.rows, said)
    units = [r["name_id"] for r in resolution.rows if r["kind"] == "task"]
    groups = [r["group_id"] for r in resolution.rows if r["kind"] == "membership"]
    for first, second, third in (units, groups):
        assert first == third != second
    assert not resolution.stale


def test_what_is_the_same_as_one_differs_from_the_other_too() -> None:
    g, (first, second, third) = gazette()
    said = [Judgement(spot(first), spot(third), "same"), Judgement(spot(third), spot(second), "different")]
    a, b, c = members(g, *said)
    assert a == c != b


def test_judgements_that_contradict_each_other_are_reported() -> None:
    g, (first, second, third) = gazette()
    said = [
        Judgement(spot(first), spot(second), "same"),
        Judgement(spot(second), spot(third), "same"),
        Judgement(spot(first), spot(third), "different"),
    ]
    resolution = resolve(g.rows, said)
    assert len({r["member_id"] for r in resolution.rows if r["kind"] == "membership"}) == 1
    assert resolution.stale == said[2:]


def test_the_later_judgement_of_a_pair_wins_in_any_order_of_lines() -> None:
    g, (first, second, _) = gazette()
    later = Judgement(spot(first), spot(second), "different", when="2024-02-01")
    for said in permutations([later, Judgement(spot(first), spot(second), "same", when="2024-01-01")]):
        a, b, _ = members(g, *said)
        assert a != b


def test_what_fits_nothing_is_reported() -> None:
    g, (first, *_) = gazette()
    gone = Judgement(spot(first), "a.txt:999900-999910#member", "same")
    assert resolve(g.rows, [gone]).stale == [gone]


def test_judgements_hold_in_any_order_of_rows() -> None:
    g, (_, second, third) = gazette()
    said = [Judgement(spot(second), spot(third), "same")]
    ids = {(r["start"], r["member_id"]) for r in resolve(g.rows, said).rows if r["kind"] == "membership"}
    shuffled = random.Random(3).sample(g.rows, len(g.rows))
    assert ids == {
        (r["start"], r["member_id"]) for r in resolve(shuffled, said).rows if r["kind"] == "membership"
    }


def correction(row: Row, change: str, when: str = "") -> Correction:
    return Correction(row["source"], row["start"], row["end"], row["kind"], change, "我", when)


def test_corrections_reject_change_and_add() -> None:
    g, (first, second, third) = gazette()
    rows, stale = apply_corrections(
        g.rows,
        [
            correction(first, "reject"),
            correction(second, "post=县林业和草原局局长"),
            Correction(
                "a.txt",
                7,
                9,
                "membership",
                'add {"group": "防汛抗旱指挥部", "role": "成员", "member_kind": "person", "member": "石磊"}',
            ),
        ],
    )
    found = {r["member"]: r for r in rows if r["kind"] == "membership"}
    assert stale == []
    assert [r["start"] for r in rows if r.get("member") == "李春生"] == [second["start"]]
    assert found["李春生"]["post"] == "县林业和草原局局长"
    assert found["石磊"]["start"] == 7
    assert third in rows


def test_a_correction_whose_text_is_gone_is_reported() -> None:
    g, _ = gazette()
    gone = Correction("a.txt", 5, 6, "membership", "reject")
    other = Correction("gone.txt", 5, 6, "task", "add {}")
    assert apply_corrections(g.rows, [gone, other]) == (g.rows, [gone, other])


def test_the_later_correction_of_a_field_wins_in_any_order_of_lines() -> None:
    g, (first, *_) = gazette()
    said = [
        correction(first, "post=县财政局局长", "2024-02-01"),
        correction(first, "post=县民政局局长", "2024-01-01"),
    ]
    for lines in (said, said[::-1]):
        rows, _ = apply_corrections(g.rows, lines)
        assert next(r["post"] for r in rows if r["start"] == first["start"]) == "县财政局局长"


def test_the_files_only_grow(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "judgements.csv"
    lines = [
        Judgement("a.txt:1-3#member", "b.txt:4-6#member", "same", "我", "2024-01-01", "同一人，有据"),
        Judgement("p_1", "p_2", "unsure"),
    ]
    for line in lines:
        append(path, line)
    assert read_judgements(path) == lines
    other = tmp_path / "corrections.csv"
    append(other, Correction("a.txt", 1, 3, "task", "name=县财政局, 县税务局"))
    assert read_corrections(other)[0].change == "name=县财政局, 县税务局"
    assert read_judgements(tmp_path / "none.csv") == []


@pytest.mark.parametrize("text", ["left,right\na,b\n", "left,right,judgement\na,b,maybe\n"])
def test_a_file_that_is_wrong_is_named_with_its_line(tmp_path: Path, text: str) -> None:
    path = tmp_path / "judgements.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Problem, match=r"judgements\.csv"):
        read_judgements(path)


@pytest.mark.parametrize("change", ["remove", "add {", "1x=2"])
def test_a_change_that_says_nothing_is_refused(tmp_path: Path, change: str) -> None:
    path = tmp_path / "corrections.csv"
    append(path, Correction("a.txt", 1, 3, "task", change))
    with pytest.raises(Problem, match="line 2"):
        read_corrections(path)
