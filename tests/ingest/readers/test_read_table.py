"""Cells: what was wrapped is joined, what stands for itself is set apart, pipes stay pipes."""

from __future__ import annotations

import pytest

from ingest.readers.table import Cell, join_lines, render


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["县发展和改革局", "县财政局"], "县发展和改革局<br>县财政局"),
        (["县农业农村局、", "县水务局"], "县农业农村局、县水务局"),
        (["周平", "吴小燕"], "周平<br>吴小燕"),
        (["1.开展排查。", "2.建立台账。"], "1.开展排查。<br>2.建立台账。"),
        (["完成村庄规划编", "制，建立管护", "机制"], "完成村庄规划编制，建立管护机制"),
        (["2022年6月", "底前"], "2022年6月底前"),
        ([" ", ""], ""),
    ],
)
def test_lines_of_a_cell(lines: list[str], text: str) -> None:
    assert join_lines(lines) == text


@pytest.mark.parametrize(
    ("lines", "filled", "text"),
    [
        (["县发展和改革", "局"], [True, False], "县发展和改革局"),
        (["县财政局", "县审计局"], [True, True], "县财政局<br>县审计局"),
        (["县财政局", "县审计局"], [False, False], "县财政局<br>县审计局"),
        (["10", "0.00%"], [True, False], "100.00%"),
        (["2022年6月", "底前"], [True, False], "2022年6月底前"),
        (["周", "平"], [False, False], "周<br>平"),
    ],
)
def test_lines_of_a_cell_whose_width_is_known(
    lines: list[str], filled: list[bool], text: str
) -> None:
    assert join_lines(lines, filled) == text


def test_a_pipe_in_a_cell_cuts_no_row() -> None:
    assert render([[Cell(["甲|乙"]), Cell(["丙"])], [Cell(["1"]), Cell([])]]) == [
        "| 甲｜乙 | 丙 |",
        "| --- | --- |",
        "| 1 |  |",
    ]


def test_a_merged_cell_stands_in_every_row_but_one_column() -> None:
    rows = [
        [Cell(["部门"]), Cell(["任务"]), Cell(["时限"])],
        [Cell(["县水务局"], rows=2), Cell(["清淤"], columns=2)],
        [Cell(["巡查"]), Cell(["6月底"])],
    ]
    assert render(rows)[2:] == ["| 县水务局 | 清淤 |  |", "| 县水务局 | 巡查 | 6月底 |"]


def test_spans_beyond_the_table_end_with_it() -> None:
    assert render([[Cell(["甲"], rows=9, columns=10**9), Cell(["乙"])]])[0].startswith("| 甲 |")
    assert render([]) == [] and render([[]]) == []
