"""Answers as people read them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from queries.catalogue import Answer, Column, Text, find
from queries.present import aligned, answer_json, cells, spoken, table, width

LABEL = Text("列", "column")


@pytest.mark.parametrize(
    ("kind", "words", "value", "zh", "en"),
    [
        ("text", None, None, "", ""),
        ("list", None, ["甲", "乙"], "甲；乙", "甲; 乙"),
        ("yesno", None, True, "是", "yes"),
        ("relation", None, "MEMBER_OF", "成员", "member of"),
        ("relation", None, "UNHEARD_OF", "UNHEARD_OF", "UNHEARD_OF"),
        ("text", "change", "joined", "加入", "joined"),
        ("text", "change", "other", "other", "other"),
        ("date", None, date(2021, 3, 8), "2021-03-08", "2021-03-08"),
        ("integer", None, 0, 0, 0),
    ],
)
def test_values_in_both_languages(kind: str, words: str | None, value: Any, zh: Any, en: Any) -> None:
    column = Column("c", kind, LABEL, words)
    assert spoken(column, value, "zh") == zh
    assert spoken(column, value, "en") == en


def test_a_table_counts_chinese_characters_twice_and_leaves_ids_out() -> None:
    columns = (Column("member", "text", Text("成员", "member")), Column("member_id", "node", LABEL))
    rows = [{"member": "王大明", "member_id": "p1"}, {"member": "x", "member_id": "p2"}]
    answer = Answer(columns, rows, {})
    lines = table(answer, "zh").splitlines()
    assert lines == ["成员", "──────", "王大明", "x"]
    assert width("王a") == 3


def test_long_cells_are_cut_and_line_breaks_closed() -> None:
    text = aligned(["h"], [["防" * 60], ["two\nlines"]])
    assert all(width(line) <= 44 for line in text.splitlines())
    assert text.splitlines()[-1] == "two lines"


def test_json_keeps_codes_and_iso_dates() -> None:
    question = find("stand-ins")
    row = dict.fromkeys((column.name for column in question.columns), None) | {"date": date(2021, 3, 8)}
    answer = answer_json(question, Answer(question.columns, [row], {"as_of": date(9999, 12, 31)}))
    assert answer["params"] == {"as_of": "9999-12-31"}
    assert answer["rows"][0]["date"] == "2021-03-08"


def test_an_empty_answer_has_its_columns() -> None:
    question = find("stand-ins")
    assert cells(Answer(question.columns, [], {}), question.columns, "en") == []
    assert table(Answer(question.columns, [], {}), "en").startswith("one")
