"""The place that organisations or a title name."""

from __future__ import annotations

import pytest

from ingest.extractors.documents import jurisdiction


@pytest.mark.parametrize(("name", "place"), [
    ("安陵市槐川县人民政府办公室", "安陵市槐川县"),
    ("柳塘镇人民政府关于成立防汛指挥部的通知", "柳塘镇"),
    ("槐川县推进乡镇一体化平台建设实施方案", "槐川县"),
    ("全面推进乡村振兴实施方案", None),
    ("加强农贸市场管理办法", None),
    ("关于调整河长制工作领导小组的通知", None),
])
def test_a_place_ends_where_no_longer_word_goes_on(name: str, place: str | None) -> None:
    assert jurisdiction([name]) == place
