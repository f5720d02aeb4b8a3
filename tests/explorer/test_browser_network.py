"""The network in real Chromium: drawing, clicks, keys, pictures, saved views."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.explorer import browser as chrome

pytestmark = [
    pytest.mark.xdist_group("browser"),
    pytest.mark.skipif(chrome.chromium() is None, reason="no browser: Debian's chromium is not installed"),
]
# How long the edges with this word are.
LENGTHS = """(word) => drawn.edges().filter((edge) => edge.data("label") === word).map((edge) => {
  const a = edge.source().position(), b = edge.target().position();
  return Math.hypot(a.x - b.x, a.y - b.y);
})"""


def test_double_click_expands_and_nothing_moves(page: Page, address: str):
    before = chrome.open_network(page, address)
    places = page.evaluate("Object.fromEntries(drawn.nodes().map((n) => [n.id(), n.position()]))")
    page.mouse.dblclick(*chrome.spot(page, "沈致远"))
    page.wait_for_function(f"drawn.nodes().length > {before}")
    after = page.evaluate("Object.fromEntries(drawn.nodes().map((n) => [n.id(), n.position()]))")
    assert {key: after[key] for key in places} == places
    page.wait_for_url("**open=*")
    again = page.context.new_page()
    chrome.open_page(again, page.url)
    assert chrome.network(again) == len(after)


def test_a_click_marks_the_drawing_and_the_table_alike(page: Page, address: str):
    chrome.open_network(page, address)
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
    before = chrome.open_network(page, address)
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
    chrome.open_network(page, address)
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

    nodes = chrome.open_network(page, address)
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


def test_a_view_is_saved_and_opened_again(page: Page, address: str):
    chrome.open_network(page, address)
    page.get_by_role("button", name="保存视图").click()
    page.get_by_label("视图名称").fill("我的视图")
    page.get_by_role("button", name="保存", exact=True).click()
    page.wait_for_url("**view=*")
    expect(page.get_by_role("link", name="我的视图")).to_be_visible()


def test_no_node_covers_another_and_leaders_stand_near(page: Page, address: str):
    chrome.open_network(page, address)
    covering = page.evaluate(
        """drawn.nodes().toArray().flatMap((one, i, all) => all.slice(i + 1).filter((other) => {
          const a = one.boundingBox({ includeLabels: false }), b = other.boundingBox({ includeLabels: false });
          return a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2;
        })).length"""
    )
    leaders, members = (page.evaluate(LENGTHS, role) for role in ("组长", "成员"))
    assert covering == 0
    assert sum(leaders) / len(leaders) < sum(members) / len(members)
