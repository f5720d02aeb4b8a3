"""Which printed names are one organisation."""

from __future__ import annotations

import pytest

from graph.resolve import resolve
from graph.resolve.issuing import document_place
from graph.resolve.place import NOWHERE
from graph.resolve.places import Places
from graph.resolve.unit import Unit
from graph.resolve.units import UnitReader
from tests.graph.resolve.rows import Gazette, entity


def read(name: str, place: str, issuers: tuple[str, ...] = ()) -> Unit:
    places = Places()
    places.learn([place, *issuers])
    unit = UnitReader(places).read(name, places.jurisdiction(place) or NOWHERE)
    assert unit is not None
    return unit


@pytest.mark.parametrize(
    "names",
    [
        ["同心县人力资源和社会保障局", "县人力资源和社会保障局", "人社局", "县人社局", "人力资源社会保障局"],
        ["同心县住房和城乡建设局", "住建局", "县住房城乡建设局", "城乡住房和城乡建设局"],
        ["工业信息化和商务局", "县工业和信息化和商务局", "工信商务局"],
        ["文化旅游体育广电局", "县文化体育旅游广电局", "同心县文化旅游广电体育局"],
        ["市监局", "县市场监督管理局", "市场监管局"],
        [
            "吴忠市生态环境局同心分局",
            "市生态环境局同心分局",
            "生态环境分局",
            "生态环境局同心县分局",
            "生态环境同心分局",
            "同心生态环境分局",
        ],
        ["中共同心县委员会", "县委", "同心县委"],
        ["县委办", "县委办公室", "中共同心县委办公室"],
        ["同心县人民政府", "县政府", "县人民政府", "政府"],
        ["政府办", "县政府办公室", "同心县人民政府办公室"],
        ["团县委", "共青团同心县委", "共青团同心县委员会", "团委"],
        ["政协同心县委员会", "县政协", "政协"],
        ["县委组织部", "组织部", "同心县委组织部"],
        ["丁塘镇", "丁塘镇人民政府", "同心县丁塘镇人民政府", "丁塘镇政府"],
        ["石狮开发区管委会", "石狮管委会", "石狮开发区"],
        ["农业银行同心支行", "农行同心县支行", "中国农业银行同心支行", "县农行"],
        ["农业农村局（扶贫办）", "农业农村局<扶贫办>", "農業農村局", "县农业农村局"],
        ["各乡镇（开发区）", "各乡镇<开发区>", "各乡镇(管委会)"],
        ["各乡镇", "各乡镇人民政府", "各乡（镇）人民政府"],
        ["县人武部政工科", "县人民武装部政治工作科"],
        ["卫健", "卫生健康局"],
        ["国家税务总局同心县税务局", "县税务局", "税务局"],
        ["国网宁夏电力有限公司同心县供电公司", "国网同心县供电公司", "供电公司"],
        ["中国邮政集团公司同心县分公司", "县邮政公司", "邮政分公司"],
        ["县公安局豫海派出所", "公安局豫海派出所", "豫海派出所"],
        ["县公安局豫海镇派出所", "豫海镇派出所"],
        ["同心县第一中学", "同心一中", "县一中", "第一中学"],
        ["县人民政府教育督导室", "县政府教育督导室", "政府教育督导室"],
        ["工业园区", "县工业园区管委会", "同心工业园区", "同心县工业园区管理委员会"],
        ["县委组织部", "组织部门"],
        ["自治区教育厅", "教育厅", "宁夏回族自治区教育厅"],
        ["扶贫", "县扶贫办"],
    ],
)
def test_one_unit_under_several_names(names: list[str]) -> None:
    assert len({read(name, "同心县").key for name in names}) == 1


@pytest.mark.parametrize(
    "names",
    [
        ["县财政局", "市财政局", "自治区财政厅", "利通区财政局", "财政部"],
        ["县委", "县政府", "县人大常委会", "县政协", "县纪委监委"],
        ["县委督查室", "政府督查室"],
        ["丁塘镇人民政府", "丁塘镇党委", "丁塘镇武装部"],
        ["市公安局", "市公安局同心分局"],
        ["各乡镇", "各相关乡镇", "各部门", "县直各部门"],
        ["工业园区", "轻工产业园区", "经济开发区", "石狮开发区"],
        ["市经济和信息化局", "市工业和信息化局"],
        ["县民委", "县宗教局"],
        ["第一中学", "第一小学", "第二中学"],
        ["农业农村局", "扶贫办", "乡村振兴局"],
        ["人民医院", "中医院", "妇幼保健院"],
        ["人武部", "人武部军事科"],
        ["农业银行同心支行", "农业发展银行同心支行", "中国银行同心支行", "人民银行同心支行"],
        ["城乡环境卫生管理中心", "城市管理局"],
    ],
)
def test_units_that_are_not_one(names: list[str]) -> None:
    assert len({read(name, "同心县").key for name in names}) == len(names)


def test_the_same_words_mean_another_unit_elsewhere() -> None:
    assert read("财政局", "同心县").key != read("财政局", "吴忠市利通区").key
    assert read("同心县财政局", "吴忠市利通区").key == read("财政局", "同心县").key


def test_the_district_and_the_region_are_told_apart() -> None:
    assert read("区财政局", "吴忠市利通区").place.name == "利通区"
    assert read("区财政厅", "吴忠市利通区").place.name == "宁夏回族自治区"
    assert read("区纪委监委", "同心县").place.name == "宁夏回族自治区"
    assert read("市水务局", "吴忠市利通区").place.name == "吴忠市"
    assert read("市水务局", "灵武市").place.name == "灵武市"


def test_a_branch_belongs_to_the_city_and_sits_in_the_county() -> None:
    unit = read("市公安局利通区分局", "吴忠市利通区")
    assert unit.place.name == "吴忠市"
    assert unit.site is not None
    assert unit.site.name == "利通区"
    assert unit.parent is not None


def test_places_that_no_table_has_are_learned_from_issuers_only() -> None:
    assert read("怀川县教育局", "云州市怀川县人民政府").key == read("教育局", "云州市怀川县").key
    places = Places()
    assert places.jurisdiction("质量强县领导小组") is None
    assert places.take("市场监督管理局", NOWHERE)[0] is None


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("河口镇卫生院", "hospital"),
        ("城关派出所", "police"),
        ("第二中学", "school"),
        ("城投公司", "enterprise"),
        ("县总工会", "people"),
        ("法院", "court"),
        ("检察院", "procuratorate"),
        ("消防救援大队", "fire"),
        ("县直各部门", "collective"),
        ("包抓县领导", "officials"),
        ("县委", "party"),
        ("县人大常委会", "congress"),
        ("杨家湾村", "village"),
        ("县财政局", "department"),
        ("区建管委", "department"),
        ("县政法委", "party"),
        ("乡（镇）人民政府", "collective"),
        ("技术服务单位", "collective"),
    ],
)
def test_the_kind_of_body_follows_from_its_form(name: str, kind: str) -> None:
    assert read(name, "同心县").kind == kind


def test_what_no_rule_explains_is_taken_as_printed() -> None:
    unit = read("中源水利", "同心县")
    assert (unit.kind, unit.rule) == ("unknown", "printed")


@pytest.mark.parametrize(
    ("relation", "target", "unit"),
    [
        ("分管", "财政局", True),
        ("分管", "财政", False),
        ("分管", "外事", False),
        ("协助分管", "县财政局", False),
        ("联系", "气象局", True),
        ("负责", "金融工作", False),
    ],
)
def test_what_is_overseen_is_a_unit_or_a_field(relation: str, target: str, unit: bool) -> None:
    places = Places()
    place = places.jurisdiction("同心县")
    assert place is not None
    assert (UnitReader(places).target(target, relation, place, None) is not None) == unit


def test_divisions_and_farms_of_the_corps() -> None:
    division = "新疆生产建设兵团第八师石河子市"
    for names in (
        ["师财政局", "八师财政局", "第八师财政局", "第八师石河子市财政局", "师市财政局"],
        ["143团", "一四三团", "一四三团场", "第八师143团"],
        ["师发改委", "师市发展改革委"],
    ):
        assert len({read(name, division).key for name in names}) == 1
    apart = ["师财政局", "兵团财政局", "第七师财政局", "143团", "143团党委", "142团"]
    assert len({read(name, division).key for name in apart}) == len(apart)


def school(name: str, issuer: str = "绍兴市第一中学") -> Unit:
    places = Places()
    place = document_place({"kind": "document", "issuers": [issuer], "title": ""}, places)
    assert place is not None
    unit = UnitReader(places).read(name, place)
    assert unit is not None
    return unit


def test_a_school_is_a_world_of_its_own() -> None:
    names = ["德育处", "绍兴一中德育处", "绍兴市第一中学德育处", "校德育处"]
    assert len({school(name).key for name in names}) == 1
    assert school("德育处").key == school("德育处", "中共绍兴一中委员会").key
    assert school("德育处").key != school("德育处", "绍兴市第二中学").key
    assert school("市教育局").place.name == school("教育局").place.name == "绍兴市"


def test_a_schools_committee_and_the_school_itself_are_the_schools() -> None:
    assert school("中共绍兴市第一中学委员会").key == school("校党委").key
    outside = read("绍兴一中", "绍兴市")
    assert school("学校").key == school("绍兴市第一中学").key == outside.key


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        (["县发改委", "发改委"], "云溪县发展和改革委员会"),
        (["发改局"], "云溪县发展和改革局"),
        (["县教体局"], "云溪县教育体育局"),
        (["医疗保障部门", "医保局"], "云溪县医疗保障局"),
        (["组织部"], "云溪县委组织部"),
        (["县委办"], "中共云溪县委员会办公室"),
        (["农行云溪县支行"], "农行云溪县支行"),
        (["县农行"], "云溪县农业银行"),
        (["县纪委"], "云溪县纪律检查委员会"),
        (["县纪委监委", "县纪委"], "云溪县纪律检查委员会监察委员会"),
        (["中央组织部"], "中央组织部"),
        (["教育部", "科技部"], "教育部"),
    ],
)
def test_a_units_name_is_full_and_ends_as_it_is_printed(printed: list[str], name: str) -> None:
    g = Gazette("x.txt")
    g.document("2020-01-01")
    first, *_ = [g.task(each) for each in printed]
    resolution = resolve(g.rows)
    row = next(r for r in resolution.rows if r["start"] == first["start"])
    assert entity(resolution, row["name_id"])["name"] == name


def test_a_townships_station_is_one_with_and_without_its_kind() -> None:
    g = Gazette("x.txt")
    g.document("2020-01-01")
    for name in (
        "河口镇派出所",
        "河口派出所",
        "县公安局河口派出所",
        "河口镇卫生院",
        "河口中心卫生院",
        "白水派出所",
        "城北街道",
        "城北办事处",
        "城北街道办",
    ):
        g.task(name)
    ids = [r["name_id"] for r in resolve(g.rows).rows if r["kind"] == "task"]
    assert ids[0] == ids[1] == ids[2]
    assert ids[3] == ids[4]
    assert len(set(ids[6:])) == 1
    assert len(set(ids)) == 4


def test_a_ministrys_document_speaks_for_the_nation() -> None:
    assert school("财政部", "国务院办公厅").key == school("财政部", "教育部").key
    assert school("财政部", "教育部").place.level == "nation"


def test_a_file_that_never_names_its_county_still_has_one() -> None:
    g = Gazette("x.txt", None)
    tasks = [g.task(name) for name in ("县财政局", "财政局", "县水务局", "县民政局")]
    rows = [r for r in resolve(g.rows).rows if r["kind"] == "task"]
    assert len(tasks) == 4
    assert rows[0]["name_id"] == rows[1]["name_id"] != rows[2]["name_id"]
    other = Gazette("y.txt", None)
    other.task("县财政局")
    both = [r for r in resolve([*g.rows, *other.rows]).rows if r["kind"] == "task"]
    assert both[0]["name_id"] != both[-1]["name_id"]


def test_a_collective_name_covers_the_townships_that_are_known() -> None:
    g = Gazette("x.txt")
    g.document("2020-01-01")
    for name in ("河口镇人民政府", "青石镇", "各乡镇（开发区）", "各相关乡镇", "河口镇党委"):
        g.task(name)
    resolution = resolve(g.rows)
    ids = [r["name_id"] for r in resolution.rows if r["kind"] == "task"]
    assert entity(resolution, ids[2])["covers_ids"] == sorted(ids[:2])
    assert "covers_ids" not in entity(resolution, ids[3])
