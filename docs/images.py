"""Draws `docs/images/` from the sample gazettes: every page in both languages and two widths.

    python docs/images.py            # the pictures that README and docs show
    python docs/images.py FOLDER     # every page, language and width, to look at

Needs Chromium. The samples are read anew into a graph of their own, which is thrown away.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from graph.store import open_store  # noqa: E402
from tests.explorer import browser as chrome  # noqa: E402
from tests.explorer.conftest import build  # noqa: E402

WIDTHS = (1280, 390)
SHOWN = ("start", "network", "responsible", "group", "evidence")  # those that README and docs show


def addresses(graph: Path) -> dict[str, str]:
    """Address of each page, on what the samples hold."""
    with open_store(str(graph)) as store:

        def first(cypher: str) -> str:
            return str(store.read(cypher)[0]["value"])

        group = first("MATCH (g:Group) RETURN g.id AS value ORDER BY g.members DESC, g.id LIMIT 1")
        person = first("MATCH (p:Person) RETURN p.id AS value ORDER BY p.groups_count DESC, p.id LIMIT 1")
        unit = first("MATCH (u:Organisation) RETURN u.id AS value ORDER BY u.tasks_count DESC, u.id LIMIT 1")
        document = first("MATCH (d:Document) RETURN d.id AS value ORDER BY d.tasks_count DESC, d.id LIMIT 1")
        place = store.read(
            "MATCH (:Person)-[r:MEMBER_OF]->(g:Group {id: $id}) WHERE r.role = '副组长'"
            " RETURN r.source AS source, r.start AS start, r.end AS end ORDER BY r.date, start LIMIT 1",
            {"id": group},
        )[0]
    return {
        "start": "?",
        "responsible": "responsible?topic=养老",
        "network": f"network?ids={group}",
        "person": f"person?id={person}",
        "unit": f"unit?id={unit}",
        "group": f"group?id={group}",
        "document": f"document?id={document}",
        "evidence": f"evidence?source={place['source']}&start={place['start']}&end={place['end']}",
        "search": "search?q=财政",
        "questions": "questions?",
        "question": "questions?q=roster",
        "add": "add?samples=1",
        "review": "review?",
        "print": f"group?id={group}&print=1",
    }


def draw(browser: Browser, address: str, file: Path, width: int, tallest: int) -> None:
    """One page as one picture, as tall as it is but for what goes beyond `tallest`."""
    page = browser.new_context(viewport={"width": width, "height": 900}, locale="zh-CN").new_page()
    page.goto(address)
    chrome.settled(page)
    if page.locator(".canvas").count():
        chrome.network(page)
    page.wait_for_timeout(600)
    tall = page.evaluate("document.querySelector('.stMain').scrollHeight")
    page.set_viewport_size({"width": width, "height": min(max(tall, 600), tallest)})
    page.wait_for_timeout(400)
    page.screenshot(path=file)
    page.context.close()


def main() -> None:
    """The pictures of the docs or, with a folder, all of them."""
    everything = len(sys.argv) > 1
    folder = Path(sys.argv[1]) if everything else ROOT / "docs" / "images"
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as home:
        graph = build(Path(home)).keep
        pages = addresses(graph)
        with chrome.served(graph, Path(home)) as address, chrome.browser() as browser:
            for name in pages if everything else SHOWN:
                for lang in ("zh", "en"):
                    there = f"{address}/{pages[name]}&lang={lang}"
                    if not everything:
                        draw(browser, there, folder / f"{name}{'' if lang == 'en' else '.zh'}.png", 1280, 900)
                        continue
                    for width in WIDTHS:
                        draw(browser, there, folder / f"{name}.{lang}.{width}.png", width, 2600)


if __name__ == "__main__":
    main()
