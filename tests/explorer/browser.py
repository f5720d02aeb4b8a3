"""The explorer as `gongbao app` serves it, in the system's own Chromium; for the tests and the pictures
of the docs."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, expect, sync_playwright

GROUP = "槐川县乡村振兴示范创建工作领导小组"  # the samples' largest
SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# cytoscape's instance, which lives in the part's shadow root
FIND = """(() => {
  const find = (root) => {
    for (const node of root.querySelectorAll("*")) {
      if (node.gongbaoCy) return node.gongbaoCy;
      const inner = node.shadowRoot && find(node.shadowRoot);
      if (inner) return inner;
    }
  };
  window.drawn = find(document);
  return window.drawn ? window.drawn.nodes().length : 0;
})()"""


def chromium() -> str | None:
    """The system's Chromium: CHROMIUM, or the first on the path."""
    named = os.environ.get("CHROMIUM")
    return named or next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@contextmanager
def browser() -> Iterator[Browser]:
    """A Chromium of one's own."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium(), args=SWITCHES)
        yield opened
        opened.close()


@contextmanager
def served(graph: Path, home: Path) -> Iterator[str]:
    """`gongbao app` on a free port; its address."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {**os.environ, "GONGBAO_GRAPH": str(graph), "GONGBAO_HOME": str(home)}
    server = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "from commands.main import main; main()",
            "app",
            "--no-browser",
            "--port",
            str(port),
        ],
        cwd=home,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(port, server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(20)


def _wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        with closing(socket.socket()) as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        assert server.poll() is None, "gongbao app ended at once"
        time.sleep(0.1)
    raise TimeoutError("gongbao app does not answer")


def settled(page: Page) -> None:
    """Wait until the page's script has run and its parts stand."""
    page.locator(".gb-title").first.wait_for()
    page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for()
    page.wait_for_timeout(150)


# Two looks, one after the other, that see every node at one place.
AT_REST = """() => {
  const places = JSON.stringify(drawn.nodes().map((node) => node.renderedPosition()));
  const rests = places === window.placesBefore;
  window.placesBefore = places;
  return rests;
}"""


def network(page: Page) -> int:
    """Wait for the drawing, which `drawn` names in the page from then on; how many nodes it has."""
    page.wait_for_function(f"{FIND} > 0 && drawn.width() > 0")
    settled(page)
    page.wait_for_function(AT_REST, polling=300)
    return int(page.evaluate(FIND))


def spot(page: Page, name: str) -> tuple[float, float]:
    """Where the node called `name` stands on the screen, the drawing scrolled into sight."""
    found: Any = page.evaluate(
        """(name) => {
          const node = drawn.nodes().filter((n) => n.data("name") === name)[0];
          drawn.container().scrollIntoView({ block: "center" });
          const box = drawn.container().getBoundingClientRect();
          const at = node.renderedPosition();
          return [box.x + at.x, box.y + at.y];
        }""",
        name,
    )
    return found[0], found[1]


def open_page(page: Page, url: str) -> None:
    page.goto(url)
    settled(page)


def open_group(page: Page, address: str) -> None:
    open_page(page, address)
    page.get_by_role("table", name="成员最多的机构").get_by_role("link", name=GROUP).click()
    page.wait_for_url("**/group?*")
    expect(page.locator(".gb-title")).to_contain_text(GROUP)
    network(page)


def open_network(page: Page, address: str) -> int:
    open_group(page, address)
    page.get_by_role("link", name="在关系网中打开").click()
    expect(page.locator(".gb-title")).to_have_text("关系网")
    expect(page.get_by_role("button", name="保存视图")).to_be_visible()
    return network(page)
