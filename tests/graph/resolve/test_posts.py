"""Positions taken apart."""

from __future__ import annotations

import pytest

from graph.resolve.posts import offices, post_unit


@pytest.mark.parametrize(
    ("post", "expected"),
    [
        ("县财政局局长", [("县财政局", "局长")]),
        ("县委副书记、政府县长", [("县委", "副书记"), ("政府", "县长")]),
        ("副县长", [(None, "副县长")]),
        ("县纪委副书记、监察局局长", [("县纪委", "副书记"), ("监察局", "局长")]),
        ("区农业农村局长", [("区农业农村局", "局长")]),
        ("河口镇镇长", [("河口镇", "镇长")]),
        ("高闸镇党委副书记", [("高闸镇党委", "副书记")]),
        ("教育局党组书记、局长", [("教育局", "党组书记"), ("教育局", "局长")]),
        ("县综合执法局办公室主任", [("县综合执法局办公室", "主任")]),
        ("县财政局局长（正科级）", [("县财政局", "局长")]),
        ("县财政局局长兼国资局局长", [("县财政局", "局长"), ("国资局", "局长")]),
        ("县统战部副部长（民族宗教事务局局长）", [("县统战部", "副部长")]),
        ("县人民法院院长", [("县人民法院", "院长")]),
        ("各乡镇主要负责人", [("各乡镇", "主要负责人")]),
        ("县直各部门主要负责同志", [("县直各部门", "主要负责同志")]),
        ("分管水利的副县长", [(None, "副县长")]),
        ("县政府办公室联系水利工作的副主任", [("县政府办公室", "副主任")]),
        ("市农业局总畜牧兽医师", [("市农业局", "总畜牧兽医师")]),
        ("县自然资源局业务人员", [("县自然资源局", "业务人员")]),
        ("县公安局交警大队长", [("县公安局交警大队", "大队长")]),
    ],
)
def test_a_position_names_bodies_and_offices(post: str, expected: list[tuple[str | None, str]]) -> None:
    assert [(office.unit, office.title) for office in offices(post)] == expected


def test_the_unit_of_a_post_is_as_printed() -> None:
    assert post_unit("县财政局局长") == "县财政局"
    assert post_unit("副局长") is None
    assert post_unit(None) is None
