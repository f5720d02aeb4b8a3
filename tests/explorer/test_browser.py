"""The explorer in real Chromium: pages, search, downloads, upload, addresses, narrow screens, no request out."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import SAMPLES
from tests.explorer import browser as chrome

pytestmark = [
    pytest.mark.xdist_group("browser"),
    pytest.mark.skipif(chrome.chromium() is None, reason="no browser: Debian's chromium is not installed"),
]


def test_the_first_page_and_nothing_from_outside(page: Page, address: str):
    chrome.open_page(page, address)
    expect(page.locator(".gb-title")).to_have_text("县级公报里的机构、人员与职责")
    expect(page.get_by_role("table", name="成员最多的机构").get_by_role("link", name=chrome.GROUP)).to_be_visible()
    assert not page.locator('[data-testid="stMainMenu"], [data-testid="stAppDeployButton"]').count()


def test_suggestions_while_typing_lead_on_by_keyboard(page: Page, address: str):
    chrome.open_page(page, address)
    box = page.get_by_role("combobox", name="查人员")
    box.click()
    box.press_sequentially("財政局", delay=20)
    expect(page.get_by_role("option").first).to_contain_text("槐川县财政局")
    box.press("ArrowDown")
    box.press("Enter")
    page.wait_for_url("**/unit?*")
    expect(page.locator(".gb-title")).to_contain_text("槐川县财政局")


def test_enter_opens_the_whole_search(page: Page, address: str):
    chrome.open_page(page, address)
    box = page.get_by_role("combobox", name="查人员")
    box.fill("养老")
    box.press("Enter")
    page.wait_for_url("**/search?*")
    expect(page.locator(".gb-title")).to_have_text("搜索：养老")


def test_the_language_is_one_click_and_stays(page: Page, address: str):
    chrome.open_page(page, address)
    page.get_by_role("button", name="English").click()
    expect(page.locator(".gb-title")).to_have_text("Organisations, officials and duties in county gazettes")
    page.get_by_role("link", name="Questions").click()
    expect(page.locator(".gb-title")).to_have_text("Questions")
    assert "lang=en" in page.url


def test_from_a_fact_to_its_text_in_one_click(page: Page, address: str):
    chrome.open_group(page, address)
    row = page.get_by_role("table", name="成员名单").get_by_role("row").filter(has_text="沈致远").first
    row.get_by_role("link", name="槐政发〔2021〕9号").click()
    page.wait_for_url("**/evidence?*")
    expect(page.locator("mark.gb-here")).to_contain_text("沈致远")


def test_a_table_downloads_as_excel_reads_it(page: Page, address: str):
    chrome.open_group(page, address)
    with page.expect_download() as caught:
        page.locator(".st-key-table-roster, [class*=roster]").get_by_role("button", name="CSV").first.click()
    raw = Path(caught.value.path()).read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"))))
    assert rows[0][:3] == ["角色", "成员", "职务"]
    assert rows[1][:2] == ["组长", "沈致远"]


def test_the_slider_sets_the_day_in_the_address(page: Page, address: str):
    chrome.open_group(page, address)
    slider = page.get_by_role("slider")
    slider.focus()
    slider.press("ArrowLeft")
    page.wait_for_url("**day=2022-*")
    slider.press("Home")
    page.wait_for_url("**day=2021-*")


def test_gazettes_are_handed_over_looked_at_and_stored(page: Page, address: str):
    chrome.open_page(page, f"{address}/add")
    text = (SAMPLES / "huaichuan-2021-02.txt").read_text(encoding="utf-8").replace("槐川县", "青禾县")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("![x](http:/192.0.2.1/x.png).exe", "Markdown would fetch it")
        archive.writestr("空.txt", "")
    page.set_input_files(
        "input[type=file]",
        [
            {"name": "qinghe.txt", "mimeType": "text/plain", "buffer": text.encode()},
            {"name": "broken.docx", "mimeType": "application/octet-stream", "buffer": b"\0\1nonsense"},
            {"name": "more.zip", "mimeType": "application/zip", "buffer": packed.getvalue()},
        ],
    )
    page.get_by_role("button", name="读取", exact=True).click()
    expect(page.get_by_text("broken.docx：")).to_be_visible()
    expect(page.get_by_text("more.zip/![x](http:/192.0.2.1/x.png).exe：")).to_be_visible()
    expect(page.get_by_role("table", name="读到的内容")).to_contain_text("qinghe.txt")
    page.get_by_role("button", name="存入图中").click()
    expect(page.get_by_text("已存入")).to_be_visible()
    chrome.open_page(page, f"{address}/search?q=青禾县人民政府")
    expect(page.get_by_role("link", name="青禾县人民政府").first).to_be_visible()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_page_scrolls_sideways_on_a_narrow_screen(page: Page, address: str, lang: str):
    page.set_viewport_size({"width": 390, "height": 844})
    for where in (
        "",
        "responsible?topic=养老&",
        "network?",
        "questions?",
        "questions?q=roster&",
        "add?",
        "review?",
        "search?q=财政&",
    ):
        chrome.open_page(page, f"{address}/{where or '?'}lang={lang}")
        wide = page.evaluate("[document.documentElement.scrollWidth, document.querySelector('.stMain').scrollWidth]")
        assert max(wide) <= 390, where


def test_the_way_back_leads_through_whole_addresses(page: Page, address: str):
    chrome.open_group(page, address)
    group = page.url
    page.get_by_role("table", name="成员名单").get_by_role("link", name="沈致远").first.click()
    expect(page.locator(".gb-title")).to_contain_text("沈致远")
    person = page.url
    page.go_back()
    expect(page.locator(".gb-title")).to_contain_text(chrome.GROUP)
    assert page.url == group
    page.go_back()
    expect(page.locator(".gb-title")).to_have_text("县级公报里的机构、人员与职责")
    page.go_forward()
    page.go_forward()
    expect(page.locator(".gb-title")).to_contain_text("沈致远")
    assert page.url == person


def test_filters_come_back_with_their_address(page: Page, address: str):
    chrome.open_network(page, address)
    page.get_by_text("2 层").click()
    page.wait_for_url("**depth=2*")
    chrome.settled(page)
    page.get_by_text("3 层").click()
    page.wait_for_url("**depth=3*")
    chrome.settled(page)
    nodes = chrome.network(page)
    page.get_by_role("table", name="图中的关系").get_by_role("link", name="沈致远").first.click()
    expect(page.locator(".gb-title")).to_contain_text("沈致远")
    page.go_back()
    page.wait_for_url("**depth=3*")
    expect(page.locator(".gb-title")).to_have_text("关系网")
    assert chrome.network(page) == nodes
