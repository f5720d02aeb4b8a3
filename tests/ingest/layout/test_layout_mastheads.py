"""Heads that print their number, date or issuer another way, and lists that are documents of their own."""

from __future__ import annotations

import pytest

from ingest.layout.blocks import items
from ingest.layout.cells import Table
from ingest.layout.documents import split
from ingest.layout.lines import Page, Paragraph

WEB = """梅溪市人民政府关于石岚等同志任职的通知
{data}
各县区人民政府：经研究决定，任命石岚为市水利局局长。
"""


def heads(text: str) -> list[tuple[str, str | None, str | None, list[str]]]:
    found = split(items(Page(text)))[1]
    return [(one.title, one.number, one.date, one.issuers) for one in found]


@pytest.mark.parametrize("number", ["（第十八届）第7号", "〔六届〕第7号"])
def test_a_congress_counts_its_announcements_by_term(number: str) -> None:
    text = f"槐川县人大常委会公告\n\n{number}\n槐川县人大常委会第五次会议决定任命石岚为副县长。\n2023年8月30日\n"
    assert heads(text) == [("槐川县人大常委会公告", "第7号", "2023-08-30", ["槐川县人大常委会"])]


@pytest.mark.parametrize("data", [
    "发布日期：2020-11-05  来源：市政府办\n"
    "索引号：0025/2020-81  文号：梅政干〔2020〕12号  发文机关：梅溪市人民政府  成文日期：2020-11-03",
    "文号：梅政干〔2020〕12号  发文机关：梅溪市人民政府  成文日期：2020年11月3日",
])
def test_a_web_page_prints_number_issuer_and_date_in_one_line(data: str) -> None:
    assert heads(WEB.format(data=data)) == [
        ("梅溪市人民政府关于石岚等同志任职的通知", "梅政干〔2020〕12号", "2020-11-03", ["梅溪市人民政府"])]


def test_a_card_of_labels_stands_above_the_title() -> None:
    card = ("索 引 号：X1/2020-1\n发文机关：梅溪市人民政府\n成文日期：2020年11月03日\n"
            "标　　题：梅溪市人民政府关于石岚任职的通知\n发文字号：梅政干〔2020〕12号\n发布日期：2020年11月05日\n\n")
    text = card + "梅溪市人民政府关于石岚任职的通知\n各县区人民政府：\n任命石岚为市水利局局长。\n梅溪市人民政府\n2020年11月3日\n"
    assert heads(text) == [("梅溪市人民政府关于石岚任职的通知", "梅政干〔2020〕12号", "2020-11-03", ["梅溪市人民政府"])]


def test_the_date_may_stand_beside_the_number() -> None:
    text = "梅溪市人民政府关于表彰先进的决定\n梅政发〔2022〕第003号  2022年5月6日\n各部门：\n决定表彰石岚等10名同志。\n"
    assert heads(text) == [("梅溪市人民政府关于表彰先进的决定", "梅政发〔2022〕第003号", "2022-05-06", ["梅溪市人民政府"])]


def test_minutes_have_a_number_without_a_word() -> None:
    first = "关于成立校园规划委员会的通知\n梅院〔2020〕12号\n各部门：\n决定成立校园规划委员会。\n梅溪学院\n2020年4月9日\n\n"
    text = first + "梅溪学院会议纪要\n〔2020〕5号\n2020年4月10日，校长主持召开办公会。会议议定如下事项。\n"
    assert [found[:2] for found in heads(text)] == [
        ("关于成立校园规划委员会的通知", "梅院〔2020〕12号"), ("梅溪学院会议纪要", "〔2020〕5号")]


@pytest.mark.parametrize("kind", ["任命名单", "任免名单", "决定任命名单"])
def test_a_list_that_a_congress_adopts_is_a_document(kind: str) -> None:
    text = f"江城县人民代表大会常务委员会{kind}\n(2018年6月29日通过)\n石岚　为县人大常委会教科文卫工委主任\n"
    text += "李雪　为县人民法院副院长\n免职名单\n周洁　县人民法院副院长\n"
    assert heads(text) == [(f"江城县人民代表大会常务委员会{kind}", None, "2018-06-29", ["江城县人民代表大会常务委员会"])]


def test_a_list_adopted_follows_a_decision() -> None:
    text = ("江城县人大常委会关于接受武岚辞职请求的决定\n（2021年3月5日江城县人大常委会第三十次会议通过）\n"
            "会议决定：接受武岚辞去副县长职务的请求。\n\n"
            "江城县人大常委会决定任命名单\n（2021年3月5日通过）\n决定任命石岚为江城县人民政府代理县长。\n")
    assert [found[0] for found in heads(text)] == ["江城县人大常委会关于接受武岚辞职请求的决定", "江城县人大常委会决定任命名单"]


def test_minutes_name_whose_meeting_it_was() -> None:
    text = "槐川县人民医院院长办公会议纪要\n〔2023〕第8次\n时    间：2023年6月19日下午\n会议决定，石岚任内科主任。\n"
    assert heads(text) == [("槐川县人民医院院长办公会议纪要", "〔2023〕第8次", "2023-06-19", ["槐川县人民医院"])]


def test_a_title_above_a_table_is_a_document() -> None:
    text = ("槐川县应急救援指挥部名单\n\n| 姓名 | 职务 | 指挥部任职 |\n|---|---|---|\n| 石岚 | 县长 | 总指挥 |\n\n"
            "槐川县人民政府办公室\n2022年6月1日\n")
    assert heads(text) == [("槐川县应急救援指挥部名单", None, "2022-06-01", ["槐川县人民政府办公室"])]


@pytest.mark.parametrize("title", ["远通集团安全生产问题整改台账", "槐川县行政监管事项目录"])
def test_registers_and_catalogues_are_titled_so(title: str) -> None:
    assert heads(f"{title}\n槐安〔2023〕8号\n\n一、抓好春耕。（县林业局牵头）\n")[0][:2] == (title, "槐安〔2023〕8号")


def test_a_letter_of_appointment_is_titled_so() -> None:
    text = "江城县人大常委会\n任  命  书\n江人任〔2022〕3号\n任命石岚为县水利局局长。\n2022年5月1日\n"
    assert heads(text) == [("江城县人大常委会任命书", "江人任〔2022〕3号", "2022-05-01", ["江城县人大常委会"])]


@pytest.mark.parametrize("below", [
    "1号建议《关于甲的建议》\n主办单位：市公安局", "县安委会成员单位职责\n县教育局：负责学校安全", "牵头领导：石岚"])
def test_one_number_below_a_title_needs_no_sentence_after_it(below: str) -> None:
    text = f"梅溪市建议交办的通知\n梅政办〔2023〕29号\n\n{below}\n\n梅溪市人民政府\n2023年5月1日\n"
    assert heads(text) == [("梅溪市建议交办的通知", "梅政办〔2023〕29号", "2023-05-01", ["梅溪市人民政府"])]
    assert all("29号1号" not in item.text for item in items(Page(text)) if isinstance(item, Paragraph))


def test_a_tabbed_heading_is_parted_at_its_tabs_alone() -> None:
    text = "下列人员任免：\n姓 名\t任  职\t免  职\n石 岚\t县第一中学校长\t县第二中学副校长\n"
    table = next(item for item in items(Page(text)) if isinstance(item, Table))
    assert [len(row) for row in table.rows] == [3, 3]
