"""The tables of divisions and standard bodies hold together."""

from __future__ import annotations

import csv
from importlib import resources

from graph.resolve.bodies import find_body, named_body
from graph.resolve.place import short_name
from graph.resolve.places import Places


def rows(name: str) -> list[dict[str, str]]:
    with (resources.files("data") / name).open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def test_every_division_has_its_own_code_and_a_known_one_above() -> None:
    divisions = rows("divisions.csv")
    codes = [row["code"] for row in divisions]
    assert len(set(codes)) == len(codes)
    assert codes == sorted(codes)
    known = set(codes)
    for row in divisions:
        assert len(row["code"]) == 6
        assert row["level"] in ("province", "prefecture", "county")
        assert row["code"][:2] + "0000" in known
        assert (row["level"] == "province") == row["code"].endswith("0000")


def test_ningxia_is_complete() -> None:
    counties = [
        row for row in rows("divisions.csv") if row["code"].startswith("64") and row["level"] == "county"
    ]
    assert len(counties) == 22


def test_no_short_name_means_two_bodies() -> None:
    seen: dict[str, str] = {}
    for row in rows("bodies.csv"):
        if row["kind"] == "function":
            continue
        for form in [row["name"], *filter(None, row["short"].split("|"))]:
            assert seen.setdefault(form, row["name"]) == row["name"], form


def test_reforms_name_a_body_that_the_table_has() -> None:
    for row in rows("bodies.csv"):
        if row["successor"]:
            assert named_body(row["successor"]), row["name"]
        if row["formed"] and row["ended"]:
            assert int(row["formed"]) < int(row["ended"])


def test_a_bureau_is_the_same_by_its_levels_suffix() -> None:
    assert find_body("财政厅") == find_body("财政局")
    assert find_body("教体局") is not None
    assert find_body("质量强县局") is None


def test_places_are_found_by_name_with_all_that_is_above() -> None:
    place = Places().jurisdiction("吴忠市利通区人民政府")
    assert place is not None
    assert [p.name for p in place.chain()][:3] == ["利通区", "吴忠市", "宁夏回族自治区"]
    assert place.code == "640302"


def test_a_name_of_several_districts_waits_for_its_city() -> None:
    places = Places()
    alone = places.jurisdiction("鼓楼区人民政府")
    assert alone is not None
    assert (alone.code, alone.parent) == (None, None)
    known = Places()
    known.learn(["鼓楼区人民政府", "福州市鼓楼区人民政府"])
    district = known.jurisdiction("鼓楼区人民政府")
    assert district is not None
    assert district.code == "350102"


def test_words_that_are_also_districts_stay_words() -> None:
    places = Places()
    county = places.jurisdiction("同心县")
    assert county is not None
    assert places.take("新城区建设指挥部", county)[0] is None
    assert places.take("城区环卫所", county)[0] is None
    other = places.take("河东区财政局", county)[0]
    assert other is not None and other.name == "河东区"


def test_short_names_leave_out_kind_and_peoples() -> None:
    names = (
        "宁夏回族自治区",
        "内蒙古自治区",
        "长白朝鲜族自治县",
        "融水苗族自治县",
        "吉县",
        "上海市",
        "同心县",
    )
    levels = ("province", "province", "county", "county", "county", "province", "county")
    shorts = [short_name(name, level) for name, level in zip(names, levels, strict=True)]
    assert shorts == ["宁夏", "内蒙古", "长白", "融水", "吉县", "上海", "同心"]
