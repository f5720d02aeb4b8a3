"""Tables that lost their lines: words, rows and columns found again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.layout.flat import align, fits, one_name, rows, words
from tests.ingest.layout.gazettes import examples, without_blanks

RUN_IN = "附表 序号 政策措施 牵头单位 完成时限 1 缓缴保险费 县人社局 年底前 2 留抵退税 县税务局 6月30日前"
KINDS = ["number", None, "unit", "time_limit"]


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in words(text)]


def test_a_padded_name_is_one_word() -> None:
    assert split("1 靳 磊 县综合执法队 140000001") == ["1", "靳 磊", "县综合执法队", "140000001"]


def test_words_between_two_positions() -> None:
    text = "序号 姓名 单位"
    assert [text[a:b] for a, b in words(text, 2, 5)] == ["姓名"]


@examples
@given(st.lists(st.sampled_from(["靳", "磊", "欧阳", "川", "县水务局", "1", "男", "年底前", "局长"]), max_size=12))
def test_words_hold_every_character_in_order(parts: list[str]) -> None:
    text = "  ".join(parts)
    assert without_blanks("".join(split(text))) == without_blanks(text)


@pytest.mark.parametrize(("first", "second", "expected"), [
    ("靳", "磊", True), ("欧阳", "川", True), ("段", "干木", True),
    ("靳", "男", False), ("县", "长", False), ("靳磊", "川", False),
])
def test_parts_of_one_name(first: str, second: str, expected: bool) -> None:
    assert one_name(first, second) is expected


def test_rows_of_a_table_run_into_a_paragraph() -> None:
    found = rows(RUN_IN)
    assert found is not None
    start, table, end = found
    assert (start, end) == (RUN_IN.index("序号"), len(RUN_IN))
    assert [[RUN_IN[slice(*cell)] if cell else "" for cell in row] for row in table] == [
        ["序号", "政策措施", "牵头单位", "完成时限"],
        ["1", "缓缴保险费", "县人社局", "年底前"],
        ["2", "留抵退税", "县税务局", "6月30日前"],
    ]


@pytest.mark.parametrize("text", [
    "序号 姓名",
    "丁磊任县长，乔木任副县长，分管水利、农业农村工作，联系县水务局。",
    "序号 按 任务 排列 1 各项 任务 应当 如期 完成 并 报告 县政府 办公室",
    "序号 姓名 单位 职务 以上人员名单自发文之日起生效。",
])
def test_no_table_in_a_paragraph(text: str) -> None:
    assert rows(text) is None


def test_words_fall_under_the_columns_they_fit() -> None:
    text = "1 留抵退税 应退尽退 县税务局 6月30日前"
    row = align(text, words(text), KINDS)
    assert [text[slice(*cell)] if cell else "" for cell in row] == ["1", "留抵退税 应退尽退", "县税务局", "6月30日前"]


@examples
@given(st.lists(st.sampled_from(["1", "丁磊", "县水务局", "年底前", "管网改造", "—"]), min_size=1, max_size=9))
def test_aligned_cells_hold_every_word_in_order(parts: list[str]) -> None:
    text = " ".join(parts)
    row = align(text, words(text), KINDS)
    assert len(row) == len(KINDS)
    assert " ".join(text[slice(*cell)] for cell in row if cell) == text


@pytest.mark.parametrize(("text", "expected"), [
    ("2 靳磊 县综合执法队 140000002", True), ("县水务局 靳磊 甲 乙", False), ("丁磊", False),
    ("以上人员自发文之日起履行职责。", False),
])
def test_a_row_of_the_table(text: str, expected: bool) -> None:
    kinds = ["number", "name", "unit", "certificate"]
    spans = words(text)
    row = align(text, spans, kinds) if len(spans) >= len(kinds) - 1 else []
    assert fits(text, spans, row, kinds) is expected
