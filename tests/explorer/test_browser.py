"""The explorer in real Chromium: drawing, clicks, keys, downloads, upload, addresses, narrow screens, no
request out."""

from __future__ import annotations

import csv
import io
import re
import xml.etree.ElementTree as ElementTree
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import SAMPLES
from tests.explorer import browser as chrome
from tests.explorer.conftest import build

pytestmark = [
    pytest.mark.xdist_group("browser"),
    pytest.mark.skipif(chrome.chromium() is None, reason="no browser: Debian's chromium is not installed"),
]
# How long the edges with this word are.
LENGTHS = """(word) => drawn.edges().filter((edge) => edge.data("label") === word).map((edge) => {
  const a = edge.source().position(), b = edge.target().position();
  return Math.hypot(a.x - b.x, a.y - b.y);
})"""
GROUP = "槐川县乡村振兴示范创建工作领导小组"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """`gongbao app` on the sample gazettes, in a home of its own."""
    home = tmp_path_factory.mktemp("browser")
    target = build(home)
    with chrome.served(target.keep, home) as served:
        yield served


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with chrome.browser() as opened:
        yield opened


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A fresh visitor; the test fails if a page throws or asks anything of another machine."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="zh-CN", accept_downloads=True)
    opened = context.new_page()
    opened.set_default_timeout(40_000)
    outside: list[str] = []
    thrown: list[str] = []
    opened.on("request", lambda asked: None if _ours(asked.url) else outside.append(asked.url))
    opened.on("pageerror", lambda error: thrown.append(str(error)))
    yield opened
    context.close()
    assert outside == []
    assert thrown == []


def _ours(url: str) -> bool:
    return re.match(r"(https?|ws)://127\.0\.0\.1[:/]|data:|blob:|about:", url) is not None


def open_page(page: Page, url: str) -> None:
    page.goto(url)
    chrome.settled(page)


def test_the_first_page_and_nothing_from_outside(page: Page, address: str):
    open_page(page, address)
    expect(page.locator(".gb-title")).to_have_text("县级公报里的机构、人员与职责")
    expect(page.get_by_role("table", name="成员最多的机构").get_by_role("link", name=GROUP)).to_be_visible()
    assert not page.locator('[data-testid="stMainMenu"], [data-testid="stAppDeployButton"]').count()


def test_suggestions_while_typing_lead_on_by_keyboard(page: Page, address: str):
    open_page(page, address)
    box = page.get_by_role("combobox", name="查人员")
    box.click()
    box.press_sequentially("財政局", delay=20)
    expect(page.get_by_role("option").first).to_contain_text("槐川县财政局")
    box.press("ArrowDown")
    box.press("Enter")
    page.wait_for_url("**/unit?*")
    expect(page.locator(".gb-title")).to_contain_text("槐川县财政局")


def test_enter_opens_the_whole_search(page: Page, address: str):
    open_page(page, address)
    box = page.get_by_role("combobox", name="查人员")
    box.fill("养老")
    box.press("Enter")
    page.wait_for_url("**/search?*")
    expect(page.locator(".gb-title")).to_have_text("搜索：养老")


def test_the_language_is_one_click_and_stays(page: Page, address: str):
    open_page(page, address)
    page.get_by_role("button", name="English").click()
    expect(page.locator(".gb-title")).to_have_text("Organisations, officials and duties in county gazettes")
    page.get_by_role("link", name="Questions").click()
    expect(page.locator(".gb-title")).to_have_text("Questions")
    assert "lang=en" in page.url


def open_group(page: Page, address: str) -> None:
    open_page(page, address)
    page.get_by_role("table", name="成员最多的机构").get_by_role("link", name=GROUP).click()
    page.wait_for_url("**/group?*")
    expect(page.locator(".gb-title")).to_contain_text(GROUP)
    chrome.network(page)


def test_from_a_fact_to_its_text_in_one_click(page: Page, address: str):
    open_group(page, address)
    row = page.get_by_role("table", name="成员名单").get_by_role("row").filter(has_text="沈致远").first
    row.get_by_role("link", name="槐政发〔2021〕9号").click()
    page.wait_for_url("**/evidence?*")
    expect(page.locator("mark.gb-here")).to_contain_text("沈致远")


def open_network(page: Page, address: str) -> int:
    open_group(page, address)
    page.get_by_role("link", name="在关系网中打开").click()
    expect(page.locator(".gb-title")).to_have_text("关系网")
    expect(page.get_by_role("button", name="保存视图")).to_be_visible()
    return chrome.network(page)


def test_double_click_expands_and_nothing_moves(page: Page, address: str):
    before = open_network(page, address)
    places = page.evaluate("Object.fromEntries(drawn.nodes().map((n) => [n.id(), n.position()]))")
    page.mouse.dblclick(*chrome.spot(page, "沈致远"))
    page.wait_for_function(f"drawn.nodes().length > {before}")
    after = page.evaluate("Object.fromEntries(drawn.nodes().map((n) => [n.id(), n.position()]))")
    assert {key: after[key] for key in places} == places
    page.wait_for_url("**open=*")
    again = page.context.new_page()
    open_page(again, page.url)
    assert chrome.network(again) == len(after)


def test_a_click_marks_the_drawing_and_the_table_alike(page: Page, address: str):
    open_network(page, address)
    page.evaluate("drawn.edges().filter((e) => e.data('label') === '组长')[0].emit('tap')")
    expect(page.locator("tr.picked")).to_have_count(1)
    expect(page.locator("tr.picked")).to_contain_text("组长")
    expect(page.locator(".chosen").get_by_role("link", name="查看原文")).to_be_visible()
    page.get_by_role("table", name="图中的关系").get_by_role("row").filter(has_text="副组长").first.click(
        position={"x": 4, "y": 4}
    )
    assert page.evaluate("drawn.elements('.picked').data('label')") == "副组长"
    leader = page.get_by_role("table", name="图中的关系").get_by_role("row").filter(has_text="组长").first
    leader.focus()
    leader.press("Enter")
    assert page.evaluate("drawn.elements('.picked').data('label')") == "组长"


def test_the_keyboard_walks_and_takes_out(page: Page, address: str):
    before = open_network(page, address)
    canvas = page.locator(".canvas")
    canvas.focus()
    canvas.press("ArrowRight")
    first = page.evaluate("drawn.elements('.picked').id()")
    canvas.press("ArrowRight")
    second = page.evaluate("drawn.elements('.picked').id()")
    assert first and second and first != second
    canvas.press("Delete")
    page.wait_for_function(f"drawn.nodes().length < {before}")
    page.wait_for_url("**gone=*")


def test_tab_reaches_the_line_on_top_and_the_tools(page: Page, address: str):
    open_network(page, address)
    page.reload()  # so that the first Tab begins at the top
    chrome.network(page)
    reached = []
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.append(
            page.evaluate(
                "(() => { let at = document.activeElement; while (at.shadowRoot?.activeElement) at ="
                " at.shadowRoot.activeElement;"
                " return at.getAttribute('data-act') || at.className.split(' ')[0] || at.tagName; })()"
            )
        )
    assert "brand" in reached
    assert {"relay", "png", "canvas"} <= set(reached)


def test_pictures_and_files_for_other_tools(page: Page, address: str):
    import networkx

    nodes = open_network(page, address)
    files = {}
    for name in ("PNG ↓", "SVG ↓", "GraphML ↓", "GEXF ↓"):
        with page.expect_download() as caught:
            page.get_by_role("button", name=name).click()
        files[name] = Path(caught.value.path()).read_bytes()
    assert files["PNG ↓"].startswith(b"\x89PNG")
    drawing = ElementTree.fromstring(files["SVG ↓"])
    said = "".join(text.text or "" for text in drawing.iter("{http://www.w3.org/2000/svg}text"))
    assert "沈致远" in said
    assert len(networkx.read_graphml(io.BytesIO(files["GraphML ↓"]))) == nodes
    assert len(networkx.read_gexf(io.BytesIO(files["GEXF ↓"]))) == nodes


def test_a_table_downloads_as_excel_reads_it(page: Page, address: str):
    open_group(page, address)
    with page.expect_download() as caught:
        page.locator(".st-key-table-roster, [class*=roster]").get_by_role("button", name="CSV").first.click()
    raw = Path(caught.value.path()).read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"))))
    assert rows[0][:3] == ["角色", "成员", "职务"]
    assert rows[1][:2] == ["组长", "沈致远"]


def test_the_slider_sets_the_day_in_the_address(page: Page, address: str):
    open_group(page, address)
    slider = page.get_by_role("slider")
    slider.focus()
    slider.press("ArrowLeft")
    page.wait_for_url("**day=2022-*")
    slider.press("Home")
    page.wait_for_url("**day=2021-*")


def test_a_view_is_saved_and_opened_again(page: Page, address: str):
    open_network(page, address)
    page.get_by_role("button", name="保存视图").click()
    page.get_by_label("视图名称").fill("我的视图")
    page.get_by_role("button", name="保存", exact=True).click()
    page.wait_for_url("**view=*")
    expect(page.get_by_role("link", name="我的视图")).to_be_visible()


def test_gazettes_are_handed_over_looked_at_and_stored(page: Page, address: str):
    open_page(page, f"{address}/add")
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
    open_page(page, f"{address}/search?q=青禾县人民政府")
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
        open_page(page, f"{address}/{where or '?'}lang={lang}")
        wide = page.evaluate("[document.documentElement.scrollWidth, document.querySelector('.stMain').scrollWidth]")
        assert max(wide) <= 390, where


def test_the_way_back_leads_through_whole_addresses(page: Page, address: str):
    open_group(page, address)
    group = page.url
    page.get_by_role("table", name="成员名单").get_by_role("link", name="沈致远").first.click()
    expect(page.locator(".gb-title")).to_contain_text("沈致远")
    person = page.url
    page.go_back()
    expect(page.locator(".gb-title")).to_contain_text(GROUP)
    assert page.url == group
    page.go_back()
    expect(page.locator(".gb-title")).to_have_text("县级公报里的机构、人员与职责")
    page.go_forward()
    page.go_forward()
    expect(page.locator(".gb-title")).to_contain_text("沈致远")
    assert page.url == person


def test_filters_come_back_with_their_address(page: Page, address: str):
    open_network(page, address)
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


def test_no_node_covers_another_and_leaders_stand_near(page: Page, address: str):
    open_network(page, address)
    covering = page.evaluate(
        """drawn.nodes().toArray().flatMap((one, i, all) => all.slice(i + 1).filter((other) => {
          const a = one.boundingBox({ includeLabels: false }), b = other.boundingBox({ includeLabels: false });
          return a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2;
        })).length"""
    )
    leaders, members = (page.evaluate(LENGTHS, role) for role in ("组长", "成员"))
    assert covering == 0
    assert sum(leaders) / len(leaders) < sum(members) / len(members)
