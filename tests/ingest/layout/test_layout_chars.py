"""One spelling for what typesetting tells apart, and every character in its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.layout.chars import fold, readable
from tests.ingest.layout.gazettes import examples

# What documents, their fonts and their file formats put between the words.
_ODD = "\r\n\t\u3000\u00a0\ufeff\u200b\x0c\u2028⻓⼈⽔縣長關於〔［[（(：:，,０９Ａｚ•—–𠮷\ufffd"


@pytest.mark.parametrize(("printed", "folded"), [
    ("槐政發［２０２０］１２號", "槐政发〔2020〕12号"),
    ("组　长:丁 磊(縣長)", "组 长：丁 磊（县长）"),
    ("⻓山⽔库,⼈⼤", "长山水库，人大"),
    ("•责任单位︰县财政局;", "·责任单位：县财政局；"),
    ("第–3–页", "第-3-页"),
    ("一\r\n二\r三\x0c四", "一 \n二\n三\n四"),
    ("槐川县人民政府（丁磊）", "槐川县人民政府（丁磊）"),
])
def test_one_spelling(printed: str, folded: str) -> None:
    assert fold(printed) == folded


def test_rare_characters_of_names_stay() -> None:
    assert fold("丁喆、马堃、石𠮷") == "丁喆、马堃、石𠮷"


@examples
@given(st.text() | st.text(st.sampled_from(_ODD)))
def test_folding_keeps_length(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert len(readable(text)) == len(text)


@examples
@given(st.text(st.sampled_from(_ODD + "槐川县人民政府")), st.text(st.sampled_from("槐川縣，:（")))
def test_a_character_folds_alike_wherever_it_stands(before: str, text: str) -> None:
    assert fold(before + text) == fold(before) + fold(text)


def test_readable_changes_nothing_but_radicals() -> None:
    assert readable("⻓：丁磊，⽔務局（２０２０）") == "长：丁磊，水務局（２０２０）"
