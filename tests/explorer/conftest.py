"""The explorer on the sample gazettes: read, resolved and loaded once a test process, its pages run in
this process."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from streamlit.testing.v1 import AppTest

from graph.store import open_store
from graph.target import Target, find_target
from graph.update import opened_for_writing, update, writing
from ingest.errors import BadInput
from ingest.pipeline import extract_paths
from ingest.readers import expand
from tests.conftest import SAMPLES
from tests.explorer import browser as chrome

Row = dict[str, Any]


def build(folder: Path) -> Target:
    """The samples in a graph of their own, with their texts beside it."""
    from dataclasses import asdict

    from graph.resolve import resolve

    target = find_target(str(folder / "graph"))
    with writing(target) as ledger, opened_for_writing(target, ledger) as store:
        for reading in extract_paths([str(path) for path in expand([SAMPLES])], 1):
            assert not isinstance(reading, BadInput)
            ledger.put(
                reading.source.name,
                reading.source.text,
                [fact.to_json() for fact in reading.facts],
                remainder=[asdict(rest) for rest in reading.remainder],
            )
        update(store, ledger, lambda rows: list(resolve(rows).rows))
    return target


@pytest.fixture(scope="session")
def sample_graph(tmp_path_factory: pytest.TempPathFactory) -> Target:
    """The sample gazettes' graph. For reading only."""
    return build(tmp_path_factory.mktemp("explorer"))


@pytest.fixture
def ids(sample_graph: Target) -> Iterator[Callable[[str, str], str]]:
    """The id of a node of the samples by its label and name."""
    with open_store(sample_graph) as store:

        def find(label: str, name: str) -> str:
            rows = store.read(f"MATCH (n:{label}) WHERE n.name = $name RETURN n.id AS id ORDER BY n.id", {"name": name})
            assert rows, f"no {label} {name}"
            return str(rows[0]["id"])

        yield find


class Shown:
    """What a page showed: its parts by key, its HTML, its widgets."""

    def __init__(self, app: AppTest) -> None:
        assert not app.exception, app.exception
        self.app = app
        self.parts: dict[str, Row] = {}
        for element in _leaves(app._tree[0]):
            if element.type == "bidi_component":
                key = element.proto.id.split("-", 2)[2]
                self.parts[key] = json.loads(element.proto.bytes or "{}")
        self.html = "\n".join(element.proto.body for element in _leaves(app._tree[0]) if element.type == "html")

    def rows(self, key: str) -> list[list[str]]:
        """A table's cells as people read them."""
        return [[said(cell) for cell in row["cells"]] for row in self.parts[f"table-{key}"]["rows"]]

    def facts(self, key: str) -> dict[str, str]:
        """Names and values that stand side by side."""
        return {said(row["cells"][0]): said(row["cells"][1]) for row in self.parts[f"facts-{key}"]["rows"]}


def said(cell: Any) -> str:
    """A cell as people read it."""
    if isinstance(cell, list):
        return "、".join(map(said, cell))
    if isinstance(cell, dict):
        return str(cell.get("text", cell.get("bar")))
    return "" if cell is None else str(cell)


def _leaves(block: Any) -> Iterator[Any]:
    for child in block.children.values():
        if hasattr(child, "children"):
            yield from _leaves(child)
        else:
            yield child


@pytest.fixture
def show(sample_graph: Target, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Shown]:
    """Runs a page of the explorer on the samples with the given parameters in its address."""
    monkeypatch.setenv("GONGBAO_GRAPH", str(sample_graph.keep))
    return shown


def shown(page: str, **params: str) -> Shown:
    """The page as it shows for these parameters."""
    app = AppTest.from_string(f"import explorer.{page}\nexplorer.{page}.page()", default_timeout=60)
    for name, value in {"lang": "zh", **params}.items():
        app.query_params[name] = value
    return Shown(app.run())


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
