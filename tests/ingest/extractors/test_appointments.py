"""Appointments and removals in every form that notices print them."""

from __future__ import annotations

import pytest

from ingest.facts import Appointment
from ingest.pipeline import extract
from ingest.source import Source

HEAD = (
    "青溪县人民政府关于王大川等同志职务任免的通知\n青政任〔2021〕8号\n"
    "各乡镇人民政府，县政府各部门：\n经研究，决定：\n"
)
FOOT = "\n青溪县人民政府\n2021年3月4日\n"
IN, OUT = "任命", "免去"
FINANCE, WATER = "县财政局局长", "县水务局局长"

Told = tuple[str, str, str | None]


def read(text: str) -> list[Told]:
    facts = extract(Source("a.txt", text)).facts
    return [(f.action, f.person, f.post) for f in facts if isinstance(f, Appointment)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "任命王大川为县财政局局长，李小山为县水务局局长；",
            [(IN, "王大川", FINANCE), (IN, "李小山", WATER)],
        ),
        (
            "任命王大川为县财政局局长、李小山为县水务局局长。",
            [(IN, "王大川", FINANCE), (IN, "李小山", WATER)],
        ),
        (
            "任命王大川、李小山分别为县财政局局长、县水务局局长。",
            [(IN, "王大川", FINANCE), (IN, "李小山", WATER)],
        ),
        ("任命王大川县财政局局长；", [(IN, "王大川", FINANCE)]),
        ("任王大川为县财政局局长。", [(IN, "王大川", FINANCE)]),
        ("王大川同志任县财政局局长（兼），试用期一年；", [(IN, "王大川", "县财政局局长（兼）")]),
        (
            "王大川、李小山二同志任县水务局副局长（试用期一年）；",
            [(IN, "王大川", "县水务局副局长"), (IN, "李小山", "县水务局副局长")],
        ),
        ("县财政局局长王大川兼任县国资委主任。", [(IN, "王大川", "县国资委主任")]),
        ("王大川，任县财政局局长；", [(IN, "王大川", FINANCE)]),
        ("王大川　任　县财政局局长　免县水务局局长", [(IN, "王大川", FINANCE), (OUT, "王大川", WATER)]),
        ("经县人大常委会第九次会议通过，任命王大川为县财政局局长。", [(IN, "王大川", FINANCE)]),
        ("任命古丽仙·买买提为县民政局副局长。", [(IN, "古丽仙·买买提", "县民政局副局长")]),
        ("任命张任民为县财政局局长，任远为副局长。", [(IN, "张任民", FINANCE), (IN, "任远", "副局长")]),
        (
            "聘任王大川同志为县医院院长，聘期三年；解聘李小山同志县医院院长职务。",
            [(IN, "王大川", "县医院院长"), (OUT, "李小山", "县医院院长")],
        ),
        ("王大川同志挂任县工信局副局长（挂职）。", [(IN, "王大川", "县工信局副局长（挂职）")]),
        ("委派王大川为县城投公司董事长。", [(IN, "王大川", "县城投公司董事长")]),
        ("任命王大川为县财政局四级调研员（正科级）。", [(IN, "王大川", "县财政局四级调研员（正科级）")]),
        ("王大川同志挂职期满，正式任县财政局局长；", [(IN, "王大川", FINANCE)]),
        ("王大川同志挂职任县财政局局长。", [(IN, "王大川", FINANCE)]),
        (
            "王大川、李小山同志试用期满，考核合格，正式任命为县水务局局长。",
            [(IN, "王大川", WATER), (IN, "李小山", WATER)],
        ),
        ("王大川同志提前退休，免去其县财政局局长职务。", [(OUT, "王大川", FINANCE)]),
        ("同意王大川同志辞去县财政局局长职务。", [(OUT, "王大川", FINANCE)]),
        ("调王大川任县财政局局长。", [(IN, "王大川", FINANCE)]),
        ("县水务局局长王大川同志任县财政局局长。", [(IN, "王大川", FINANCE)]),
        ("任　命：王大川为县财政局局长。", [(IN, "王大川", FINANCE)]),
        ("王大川：任县财政局局长，免去县水务局局长职务。", [(IN, "王大川", FINANCE), (OUT, "王大川", WATER)]),
        ("解聘王大川的县水务局局长职务，聘其为县财政局局长。", [(OUT, "王大川", WATER), (IN, "王大川", FINANCE)]),
        ("派王大川同志到县财政局工作，任局长。", [(IN, "王大川", "局长")]),
        ("聘王大川为县财政局局长。", [(IN, "王大川", FINANCE)]),
        ("任命县水务局局长王大川为县财政局局长。", [(IN, "王大川", FINANCE)]),
        ("调王大川同志到县财政局工作，任局长。", [(IN, "王大川", "局长")]),
        ("任命王大川为县财政局局长（正职级）。", [(IN, "王大川", "县财政局局长（正职级）")]),
        ("任命  王大川  李  山  为县水务局局长。", [(IN, "王大川", WATER), (IN, "李山", WATER)]),
        ("任命王大川为三年级组组长。", [(IN, "王大川", "三年级组组长")]),
        ("另：聘任王大川为县财政局局长。", [(IN, "王大川", FINANCE)]),
        ("根据县长孙玉的提请：任命王大川为县财政局局长。", [(IN, "王大川", FINANCE)]),
        (
            "免去：\n王大川的县财政局局长职务。\n二、根据检察长会议的提请\n任命李小山为县水务局局长。",
            [(OUT, "王大川", FINANCE), (IN, "李小山", WATER)],
        ),
        (
            "聘请王大川、李小山等2人为县政府法律顾问。",
            [(IN, "王大川", "县政府法律顾问"), (IN, "李小山", "县政府法律顾问")],
        ),
    ],
)
def test_appointing(body: str, expected: list[Told]) -> None:
    assert read(HEAD + body + FOOT) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("免去王大川的县财政局局长职务。", [(OUT, "王大川", FINANCE)]),
        ("免去王大川同志县财政局局长职务，退休。", [(OUT, "王大川", FINANCE)]),
        ("免去王大川县财政局局长职务。", [(OUT, "王大川", FINANCE)]),
        ("免王大川县财政局局长。", [(OUT, "王大川", FINANCE)]),
        (
            "免去王大川、李小山县财政局副局长职务。",
            [(OUT, "王大川", "县财政局副局长"), (OUT, "李小山", "县财政局副局长")],
        ),
        (
            "免去王大川的县财政局局长、李小山的县水务局局长职务。",
            [(OUT, "王大川", FINANCE), (OUT, "李小山", WATER)],
        ),
        (
            "免去：王大川县财政局局长职务，李小山县水务局局长职务。",
            [(OUT, "王大川", FINANCE), (OUT, "李小山", WATER)],
        ),
        ("免去丁一县财政局局长职务。", [(OUT, "丁一", FINANCE)]),
        (
            "任命王大川为县财政局局长，试用期一年，免去其县水务局局长职务。",
            [(IN, "王大川", FINANCE), (OUT, "王大川", WATER)],
        ),
        (
            "免去王大川的县财政局局长职务；免去其兼任的县国资委主任职务。",
            [(OUT, "王大川", FINANCE), (OUT, "王大川", "县国资委主任")],
        ),
        ("王大川　退休，免去县财政局局长。", [(OUT, "王大川", FINANCE)]),
        (
            "王大川同志任县水务局局长，不再担任县财政局局长职务；",
            [(IN, "王大川", WATER), (OUT, "王大川", FINANCE)],
        ),
        ("王大川同志的县财政局局长职务自然免除。", [(OUT, "王大川", FINANCE)]),
        ("接受王大川辞去县财政局局长职务的请求。", [(OUT, "王大川", FINANCE)]),
    ],
)
def test_removing(body: str, expected: list[Told]) -> None:
    assert read(HEAD + body + FOOT) == expected


@pytest.mark.parametrize(
    "body",
    [
        "任命：\n王大川为县财政局局长；\n免去：\n李　山的县水务局局长职务。",
        "一、任命\n王大川　　县财政局局长\n二、免去\n李　山　　县水务局局长",
        "任 命\n王大川为县财政局局长\n免 去\n李　山县水务局局长职务",
        "任命：王大川为县财政局局长。免去：李　山县水务局局长职务。",
    ],
)
def test_a_verb_governs_the_lines_below_it(body: str) -> None:
    assert read(HEAD + body + FOOT) == [(IN, "王大川", FINANCE), (OUT, "李山", WATER)]


def test_one_post_for_the_names_below_it() -> None:
    body = "任命下列同志为县人民法院审判员：\n王大川、李小山"
    expected = [(IN, "王大川", "县人民法院审判员"), (IN, "李小山", "县人民法院审判员")]
    assert read(HEAD + body + FOOT) == expected


@pytest.mark.parametrize(
    ("printed", "post"),
    [
        ("县财政局副局长（列孙玉之后）", "县财政局副局长"),
        ("县财政局副局长（列孙玉之前，试用期一年）", "县财政局副局长"),
        ("县财政局四级调研员职级", "县财政局四级调研员"),
        ("县财政局局长（到龄退休）", FINANCE),
        ("县财政局局长（原任县水务局局长）", FINANCE),
        ("县委老干部局（退休干部服务中心）主任", "县委老干部局（退休干部服务中心）主任"),
    ],
)
def test_what_is_no_part_of_a_post(printed: str, post: str) -> None:
    assert read(f"{HEAD}任命王大川为{printed}。{FOOT}") == [(IN, "王大川", post)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("解聘王权物流集团公司经理职务。", [(OUT, "王权", "物流集团公司经理")]),
        ("免去王大川投资促进局局长职务。", [(OUT, "王大川", "投资促进局局长")]),
        ("免去王大川、李小山分别担任的县财政局局长、县水务局局长职务。", [(OUT, "王大川", FINANCE), (OUT, "李小山", WATER)]),
        (
            "免去王大川的县财政局二级主任科员职级、李小山的县水务局局长职务。",
            [(OUT, "王大川", "县财政局二级主任科员"), (OUT, "李小山", WATER)],
        ),
    ],
)
def test_removing_by_the_form_of_the_words(body: str, expected: list[Told]) -> None:
    assert read(HEAD + body + FOOT) == expected


def test_posts_as_labels_below_the_verb() -> None:
    body = "任命：\n主任：王大川\n副主任：李小山、孙玉"
    assert read(HEAD + body + FOOT) == [
        (IN, "王大川", "主任"),
        (IN, "李小山", "副主任"),
        (IN, "孙玉", "副主任"),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "| 姓名 | 任何职 | 免何职 |\n|---|---|---|\n"
        "| 王大川 | 县财政局局长 | 县水务局局长 |\n| 李小山 | —— | 县教育局局长 |",
        "| 姓名 | 任职 | 免职 |\n|---|---|---|\n"
        "| 王大川 | 任县财政局局长 | 免县水务局局长 |\n| 李小山 | | 免去县教育局局长职务 |",
        "| 姓名 | 任免职务 |\n|---|---|\n"
        "| 王大川 | 任县财政局局长，免去县水务局局长职务 |\n| 李小山 | 免去县教育局局长职务 |",
        "姓名\t任职\t免职\n王大川\t县财政局局长\t县水务局局长\n李小山\t\t县教育局局长",
    ],
)
def test_tables(table: str) -> None:
    expected = [(IN, "王大川", FINANCE), (OUT, "王大川", WATER), (OUT, "李小山", "县教育局局长")]
    assert sorted(read(HEAD + table + FOOT)) == sorted(expected)


def test_a_table_below_the_verb() -> None:
    table = "任命：\n\n| 序号 | 姓名 | 职务 |\n|---|---|---|\n| 1 | 王大川 | 县财政局局长 |"
    assert read(HEAD + table + FOOT) == [(IN, "王大川", FINANCE)]


@pytest.mark.parametrize(
    "body",
    [
        "其原任职务自然免除，不再另行发文。",
        "提名王大川同志为县总工会主席人选。",
        "推荐王大川同志任县供销社主任。",
        "以上同志的任职时间从2021年3月起计算。",
        "以上人员聘任职务，试用期均为一年。",
        "理事会有权免去王大川的秘书长职务。",
        "免去不胜任的科室负责人职务。",
        "由王大川同志任组长，李小山同志任副组长。",
        "王大川同志负责日常工作，同时担任联络员。",
        "王大川，男，1980年生，大学学历，现任县财政局局长。",
        "王大川同志勤勉敬业，任劳任怨。",
        "岗位聘任期限为三年，聘任类别为专业技术岗位。",
        "聘任后，原职务即为免除。",
        "聘任期间为学校服务，解聘后为普通教师。",
        "第四条  校长王大川任期内不得兼任其他学校校长。\n（一）任命王大川为秘书长；\n（二）免去李小山的秘书长职务。",
        "任免干部要严格程序，任何单位不得突击任命。",
    ],
)
def test_nobody_is_appointed(body: str) -> None:
    assert read(HEAD + body + FOOT) == []


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("对不再担任领导职务的尹小山同志，免去柳溪县财政局局长职务。", "免去尹小山柳溪县财政局局长"),
        ("任命孙玉为青溪县财政局局长，免去青溪县水务局局长职务。", "任命孙玉青溪县财政局局长 免去孙玉青溪县水务局局长"),
        ("孙玉同志挂职期满，免去柳溪县水务局局长职务。", "免去孙玉柳溪县水务局局长"),
        ("任命孙玉为县财政局局长，免去李山县水务局局长职务。", "任命孙玉县财政局局长 免去李山县水务局局长"),
        ("孙玉\t任青溪县财政局局长\t免去青溪县水务局局长职务", "任命孙玉青溪县财政局局长 免去孙玉青溪县水务局局长"),
        ("黎明同志挂职期满，不再担任县财政局局长职务。", "免去黎明县财政局局长"),
        ("试用期满正式任命：\n孙玉为县水务局局长；", "任命孙玉县水务局局长"),
        ("批准任命：\n孙玉为县人民检察院检察长。", "任命孙玉县人民检察院检察长"),
        ("下列同志任职：\n孙玉　县水务局局长\n下列同志免职：\n李山　县文旅局局长", "任命孙玉县水务局局长 免去李山县文旅局局长"),
        ("免去孙玉的县财政局局长职务，李山的县水务局局长职务。", "免去孙玉县财政局局长 免去李山县水务局局长"),
        ("任命县水务局副局长孙玉同志为县财政局局长。", "任命孙玉县财政局局长"),
        ("免去县水务局孙玉同志局长职务；", "免去孙玉局长"),
        ("县水务局孙玉同志任县财政局局长。", "任命孙玉县财政局局长"),
        ("派孙玉到县财政局挂职任副局长（时间一年）。", "任命孙玉县财政局副局长"),
        ("增补孙玉同志为县供销社理事会主任。", "任命孙玉县供销社理事会主任"),
        ("孙玉同志兼县财政局局长，不再兼任县水务局局长；", "任命孙玉县财政局局长 免去孙玉县水务局局长"),
        ("同意增补孙玉为县工商联副主席。", "任命孙玉县工商联副主席"),
        ("孙玉同志挂职任县财政局副局长期满，免去其副局长职务。", "免去孙玉副局长"),
        ("增补孙玉、李山为县招商工作领导小组成员。", ""),
        ("聘任下列同志职务：\n孙玉同志主持护理部工作；", ""),
        ("|类别|姓名|职务|\n|---|---|---|\n|免去|孙玉|副县长|\n||李山|县文旅局局长|", "免去孙玉副县长 免去李山县文旅局局长"),
        ("|姓名|原任职务|现任职务|\n|---|---|---|\n|孙玉|县水务局局长|县财政局局长|", "任命孙玉县财政局局长"),
    ],
)
def test_forms_that_notices_seldom_print(body: str, told: str) -> None:
    assert " ".join(f"{action}{person}{post}" for action, person, post in read(HEAD + body + FOOT)) == told


@pytest.mark.parametrize("title", ["关于王大川等同志拟任职的公示", "关于王大川等同志任前公示"])
def test_a_proposal_appoints_nobody(title: str) -> None:
    body = "王大川同志任县财政局局长，免去其县水务局局长职务。\n公示期：2021年3月4日至3月9日。"
    assert read(f"{title}\n{body}{FOOT}") == []


def test_a_group_is_no_appointment() -> None:
    text = (
        "青溪县人民政府办公室关于成立县招商工作领导小组的通知\n青政办发〔2021〕9号\n各乡镇：\n"
        "由王大川任组长，李小山任副组长。县商务局局长孙玉任办公室主任。" + FOOT
    )
    assert read(text) == []


def test_the_place_is_the_name() -> None:
    text = HEAD + "任命王　川为县财政局局长。" + FOOT
    fact = next(f for f in extract(Source("a.txt", text)).facts if isinstance(f, Appointment))
    assert text[fact.start : fact.end] == "王　川"
    assert fact.person == "王川"


def test_what_is_not_understood_is_told() -> None:
    reading = extract(Source("a.txt", HEAD + "任命另行公布的两名挂职人员为县财政局副局长。" + FOOT))
    assert [r.text for r in reading.remainder] == ["任命另行公布的两名挂职人员为县财政局副局长"]
