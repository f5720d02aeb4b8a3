"""How fast the explorer is in a real Chromium: the first page, and what a click takes at 300 and 2,000 nodes.

    python benchmarks/explorer.py     # on an invented graph; Chromium by CHROMIUM, default /usr/bin/chromium

Prints, in seconds: server start, first page cold and warm, and for each size the first layout, choosing a node,
expanding three one after the other, and removing one: from the click, to the server and back, until the canvas is
painted again.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

sys.path[0] = str(Path(__file__).parents[1])  # this file bears the name of the package it measures

from explorer.theme import flags  # noqa: E402
from graph.elements import elements  # noqa: E402
from graph.load import load  # noqa: E402
from graph.store import open_store  # noqa: E402
from graph.target import Target  # noqa: E402

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
]
FIND = """(() => { const find = (root) => { for (const node of root.querySelectorAll('*')) {
  if (node.gongbaoCy) return node.gongbaoCy;
  if (node.shadowRoot) { const inner = find(node.shadowRoot); if (inner) return inner; } } };
  window.drawn = find(document); return drawn ? drawn.nodes().length : 0; })()"""


def invented(people: int, groups: int) -> list[dict[str, Any]]:
    """Rows of a county that does not exist: every group draws on its part of the people; one group has
    them all."""
    place = {"kind": "entity", "type": "jurisdiction", "id": "j", "name": "云州县", "aliases": []}
    rows: list[dict[str, Any]] = [place]
    rows += [
        {
            "kind": "issue",
            "source": "invented.txt",
            "start": 0,
            "end": 1,
            "title": "云州县公报",
            "date": "2024-01-01",
        }
    ]
    for n in range(people):
        rows.append(
            {
                "kind": "entity",
                "type": "person",
                "id": f"p{n}",
                "name": f"人员{n}",
                "aliases": [],
                "jurisdiction": "j",
            }
        )
    for g in range(groups):
        rows.append(
            {
                "kind": "entity",
                "type": "group",
                "id": f"g{g}",
                "name": f"云州县第{g}工作领导小组",
                "aliases": [],
                "jurisdiction": "j",
            }
        )
        members = range(people) if g == 0 else range(g * 7 % people, min(g * 7 % people + 24, people))
        for at, n in enumerate(members):
            rows.append(
                {
                    "kind": "membership",
                    "source": "invented.txt",
                    "start": at,
                    "end": at + 1,
                    "group_id": f"g{g}",
                    "role": "组长" if at == 0 else "成员",
                    "member_kind": "person",
                    "member": f"人员{n}",
                    "member_id": f"p{n}",
                    "post": None,
                    "doc_no": None,
                    "document": None,
                    "since": None,
                    "until": None,
                }
            )
    return rows


def free_port() -> int:
    """A port that nobody listens on."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def timed(act: Callable[[], object]) -> float:
    """Seconds that `act` takes."""
    started = time.perf_counter()
    act()
    return time.perf_counter() - started


def measure(page: Page, address: str) -> dict[str, float]:
    """The network page at `address`: first drawing, then choosing, expanding and removing a node."""

    def opened() -> None:
        page.goto(address)
        page.wait_for_function(f"{FIND} > 10 && drawn.zoom() !== 1", timeout=120_000)

    figures = {"first drawing": timed(opened)}
    page.wait_for_timeout(2000)
    figures["nodes"] = page.evaluate("drawn.nodes().length")
    page.evaluate(WATCH)
    x, y = page.evaluate(
        "(() => { const p = drawn.getElementById('p3').renderedPosition();"
        " const r = drawn.container().getBoundingClientRect(); return [r.x + p.x, r.y + p.y]; })()"
    )
    page.mouse.click(x, y)
    figures["choose"] = _redrawn(page, "tap")
    for person in ("p3", "p40", "p77"):
        page.evaluate(f"started = performance.now(); drawn.getElementById('{person}').emit('dbltap'); null")
        figures[f"expand {person}"] = _redrawn(page, "add")
        page.wait_for_timeout(1500)
    figures["then nodes"] = page.evaluate("drawn.nodes().length")
    page.evaluate("drawn.getElementById('p40').emit('tap'); null")
    page.locator("[data-act=remove]").evaluate("(button) => { started = performance.now(); button.click(); }")
    figures["remove"] = _redrawn(page, "remove")
    return figures


# From an event of the drawing (`tap`, `add`, `remove`) to the second frame after it, when the canvas is painted.
WATCH = """
window.started = 0; window.painted = {};
drawn.container().addEventListener("pointerdown", () => { started = performance.now(); }, { capture: true });
for (const name of ["tap", "add", "remove"]) drawn.on(name, "node", () => {
  if (painted[name]) return;
  painted[name] = -1;
  requestAnimationFrame(() => requestAnimationFrame(() => { painted[name] = performance.now() - started; }));
});
"""


def _redrawn(page: Page, event: str) -> float:
    """Seconds from the last click to the drawing that shows what it did."""
    page.wait_for_function(f"painted.{event} > 0", polling=20, timeout=60_000)
    return float(page.evaluate(f"(() => {{ const took = painted.{event}; painted = {{}}; return took; }})()")) / 1000


def main() -> None:
    """Print the figures."""
    with TemporaryDirectory() as home, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        for people in (300, 2000):
            folder = Path(home) / str(people) / "graph"
            with open_store(Target(keep=folder), write=True) as store:
                load(store, elements(invented(people, people // 6)))
            figures = _on(folder, browser)
            print(
                f"{people} people: " + ", ".join(f"{name} {value:.2f}" for name, value in figures.items()),
                flush=True,
            )
        browser.close()


def _on(folder: Path, browser: Browser) -> dict[str, float]:
    """The figures of the graph in `folder`."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    environment = {**os.environ, "GONGBAO_GRAPH": str(folder), "GONGBAO_HOME": str(folder.parent)}
    command = [sys.executable, "-m", "explorer.serve", "run", "app.py", *flags(), "--server.port", str(port)]
    server = subprocess.Popen(
        command, cwd=Path(__file__).parents[1], env=environment, stdout=subprocess.DEVNULL
    )
    try:
        figures = {"server": timed(lambda: _answering(port))}
        page = browser.new_context(viewport={"width": 1280, "height": 900}, locale="zh-CN").new_page()
        for name in ("first page, cold", "first page, warm"):
            figures[name] = timed(lambda: (page.goto(address), page.locator(".part table").first.wait_for()))
        return figures | measure(page, f"{address}/network?ids=g0")
    finally:
        server.terminate()
        server.wait()


def _answering(port: int) -> None:
    while True:
        with closing(socket.socket()) as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)


if __name__ == "__main__":
    main()
