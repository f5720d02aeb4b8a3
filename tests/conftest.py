"""What tests of all rooms share: both stores, empty or loaded, and the samples as resolved rows."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from graph.elements import Elements, elements
from graph.load import load
from graph.store import Store, open_store
from graph.target import Target, find_target
from tests.graph import county
from tests.neo4j.server import Address, Neo4jServer, UnavailableError

pytest_plugins = ("tests.required",)  # --require neo4j,browser

STORES = ("embedded", "neo4j")
VARIABLES = ("GONGBAO_GRAPH", "NEO4J_URI", "NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE")
GIVEN = {name: os.environ[name] for name in VARIABLES if name in os.environ}
SAMPLES = Path(__file__).parents[1] / "data" / "samples"


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test sees the user's own graph or settings."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)  # where no .env is
    home = tmp_path / "home"
    monkeypatch.setenv("GONGBAO_HOME", str(home))
    return home


class Neo4j:
    """The Neo4j of this test process: started when first asked for, holding one graph at a time.

    A server named by NEO4J_URI is used instead, only with GONGBAO_TEST_ALLOW_WIPE=1, for it is emptied.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._server: Neo4jServer | None = None
        self._target: Target | None = None
        self.holds = ""

    def target(self) -> Target:
        """Where it answers. Skips the test, with the reason, where there can be none."""
        if self._target is None:
            address = self._given() or self._started()
            self._target = Target(self._folder / "keep", address.uri, address.user, address.password)
        return self._target

    @contextmanager
    def turn(self) -> Iterator[Target]:
        """The server for one test alone: a given one is shared with the other workers of the run."""
        target = self.target()
        if self._server:
            yield target
            return
        with FileLock(Path(tempfile.gettempdir()) / "gongbao-tests-given-neo4j.lock"):
            self.holds = ""
            yield target

    def wipe(self) -> None:
        """Empties it, whatever it holds."""
        with open_store(self.target()) as store:
            store.write("MATCH (n) DETACH DELETE n")
        shutil.rmtree(self.target().keep, ignore_errors=True)
        self.holds = ""

    def stop(self) -> None:
        """Ends the server, if it was started here."""
        if self._server:
            self._server.stop()

    def _given(self) -> Address | None:
        if "NEO4J_URI" not in GIVEN or os.environ.get("GONGBAO_TEST_ALLOW_WIPE") != "1":
            return None
        user, password = GIVEN.get("NEO4J_USERNAME", "neo4j"), GIVEN.get("NEO4J_PASSWORD", "")
        return Address(GIVEN["NEO4J_URI"], user, password)

    def _started(self) -> Address:
        try:
            self._server = Neo4jServer(self._folder)
        except UnavailableError as reason:
            pytest.skip(f"no Neo4j: {reason}")
        return self._server.address


@pytest.fixture(scope="session")
def neo4j(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4j]:
    """The Neo4j of this test process."""
    server = Neo4j(tmp_path_factory.mktemp("neo4j"))
    yield server
    server.stop()


@pytest.fixture(params=STORES)
def target(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Target]:
    """An empty graph of each store."""
    if request.param == "embedded":
        yield find_target(str(tmp_path / "graph"))
        return
    neo4j: Neo4j = request.getfixturevalue("neo4j")
    with neo4j.turn() as found:
        neo4j.wipe()
        yield found


@pytest.fixture
def store(target: Target) -> Iterator[Store]:
    """An empty graph of each store, open for writing."""
    with open_store(target, write=True) as opened:
        yield opened


@pytest.fixture(params=STORES)
def county_store(request: pytest.FixtureRequest) -> Iterator[Store]:
    """Each store with the invented county of tests/graph/county.py loaded. For reading only."""
    yield from _loaded(request, "county", elements(county.rows()))


@pytest.fixture(params=STORES)
def sample_store(request: pytest.FixtureRequest) -> Iterator[Store]:
    """Each store with the sample gazettes loaded. For reading only."""
    yield from _loaded(request, "samples", elements(sample_rows()))


@cache
def _sample_rows() -> tuple[dict[str, Any], ...]:
    from graph.resolve import resolve
    from ingest.pipeline import extract
    from ingest.readers import expand, read_file

    facts = [fact.to_json() for path in expand([SAMPLES]) for fact in extract(read_file(path)).facts]
    return tuple(resolve(facts).rows)


def sample_rows() -> list[dict[str, Any]]:
    """The sample gazettes as resolved rows."""
    return list(_sample_rows())


def _loaded(request: pytest.FixtureRequest, name: str, graph: Elements) -> Iterator[Store]:
    if request.param == "embedded":
        embedded: dict[str, Target] = request.getfixturevalue("embedded_graphs")
        if name not in embedded:
            folder = request.getfixturevalue("tmp_path_factory").mktemp(name)
            embedded[name] = find_target(str(folder / "graph"))
            with open_store(embedded[name], write=True) as opened:
                load(opened, graph)
        with open_store(embedded[name]) as opened:
            yield opened
        return
    neo4j: Neo4j = request.getfixturevalue("neo4j")
    with neo4j.turn() as found:
        if neo4j.holds != name:
            neo4j.wipe()
            with open_store(found, write=True) as opened:
                load(opened, graph)
            neo4j.holds = name
        with open_store(found) as opened:
            yield opened


@pytest.fixture(scope="session")
def embedded_graphs() -> dict[str, Target]:
    """The embedded graphs of this test process, by what they hold."""
    return {}
