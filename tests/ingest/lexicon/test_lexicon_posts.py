"""What can be a post and what a unit."""

from __future__ import annotations

import pytest

from ingest.lexicon.posts import is_post, is_unit, opens_post

POSTS = (
    "县委副书记 副县长 县财政局局长 县财政局局长（兼） 各乡镇主要负责人 主任 一级调研员 总工程师 河长 县委常委 "
    "县人大常委会副主任 县委办公室主任 县人民法院审判员 县医院护士长 高级工程师 党组书记 县武警中队指导员 东山镇镇长 "
    "总会计师 教导员"
)
UNITS = (
    "县财政局 各乡镇（开发区） 国网槐川县供电公司 槐川小学 县医院 县委 县人大 槐川县 武警中队 县人民政府办公室 "
    "东山镇 县总工会 槐川县农村信用社 县融媒体中心 县森林防灭火指挥部 有关部门 东山派出所 县政协 西河村"
)
NEITHER = "王大川 工作方案 党员 省道 明确 河水 第一 方针 三项 2022年"


@pytest.mark.parametrize("word", POSTS.split())
def test_posts(word: str) -> None:
    assert is_post(word) is True


@pytest.mark.parametrize("word", UNITS.split())
def test_units(word: str) -> None:
    assert (is_unit(word), is_post(word)) == (True, False)


@pytest.mark.parametrize("word", NEITHER.split())
def test_neither(word: str) -> None:
    assert (is_unit(word), is_post(word)) == (False, False)


@pytest.mark.parametrize(
    ("word", "opens"),
    [
        ("县财政局", True),
        ("副县长", True),
        ("各乡镇", True),
        ("教育局", True),
        ("第一中学", True),
        ("原县长", True),
        ("常务副县长", True),
        ("党委书记", True),
        ("王大川", False),
        ("李小山副县长", False),
        ("", False),
    ],
)
def test_openings(word: str, opens: bool) -> None:
    assert opens_post(word) is opens


@pytest.mark.parametrize("rank", ["", "副", "第一", "常务", "代"])
@pytest.mark.parametrize("place", ["县", "区", "市", "镇", "乡", "局", "院", "校"])
def test_every_rank_of_every_place(rank: str, place: str) -> None:
    assert is_post(f"槐川{rank}{place}长") is True
