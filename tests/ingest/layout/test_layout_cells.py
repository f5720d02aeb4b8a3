"""Cells: where they stand, what they hold, how two become one."""

from __future__ import annotations

import pytest

from ingest.layout.cells import Table, cell_at, cell_text, join
from ingest.layout.lines import Page

ROW = "| 1 | **丁　磊** | 县水务局<br>局长 |   |"


def test_cell_without_blanks_and_marks() -> None:
    page = Page(ROW)
    cell = cell_at(page, ROW.index("**") - 1, ROW.index("| 县"))
    assert cell is not None
    assert (cell_text(cell), cell.at(0)) == ("丁磊", ROW.index("丁"))


def test_line_break_in_a_cell_keeps_offsets() -> None:
    page = Page(ROW)
    cell = cell_at(page, ROW.index("县"), ROW.index(" |   |"))
    assert cell is not None
    assert cell.text.split() == ["县水务局", "局长"]
    assert "\n" in cell.text
    assert cell.at(cell.text.rindex("局长")) == ROW.index("局长")
    assert cell.printed() == "县水务局局长"


@pytest.mark.parametrize("text", ["", "   ", "<br>", "\u3000"])
def test_empty_cell(text: str) -> None:
    assert cell_at(Page(f"|{text}|丁磊|"), 1, 1 + len(text)) is None
    assert cell_text(None) == ""


def test_joined_cells_keep_the_offsets_of_both() -> None:
    source = "|县水务局党组|丁磊|\n|书记、局长||"
    page = Page(source)
    first, second = cell_at(page, 1, 7), cell_at(page, source.index("书"), source.index("||"))
    assert first is not None
    assert second is not None
    whole = join(first, second)
    assert whole.text == "县水务局党组书记、局长"
    assert [source[whole.at(k)] for k in range(len(whole.text))] == list(whole.text)
    assert whole.breaks == [6]


def test_table_begins_at_its_first_cell_that_is_filled() -> None:
    source = "||丁磊|"
    assert Table([[None, cell_at(Page(source), 2, 4)]]).start == 2
