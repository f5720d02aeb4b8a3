"""What is installed from a wheel is all that runs: queries, schema, tables, samples, scripts."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("ingest", "graph", "queries", "commands", "explorer", "data")
RUN = {".py", ".cypher", ".yaml", ".csv", ".tsv", ".txt", ".md", ".js", ".css", ".html", ".json"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    folder = tmp_path_factory.mktemp("wheel")
    tree = folder / "tree"
    for name in ROOMS:
        shutil.copytree(ROOT / name, tree / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", "app.py"):
        shutil.copy(ROOT / name, tree)
    built = subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(tree)],
        capture_output=True,
        text=True,
    )
    if "No matching distribution" in built.stderr or "Connection" in built.stderr:
        pytest.skip("the build backend can't be fetched")
    assert built.returncode == 0, built.stderr
    with ZipFile(next(folder.glob("*.whl"))) as archive:
        return set(archive.namelist())


def test_holds_everything_that_runs(wheel: set[str]) -> None:
    wanted = {
        path.relative_to(ROOT).as_posix()
        for room in ROOMS
        for path in (ROOT / room).rglob("*")
        if path.suffix in RUN and "__pycache__" not in path.parts
    }
    assert {"queries/roster.cypher", "queries/words.yaml", "graph/schema.yaml"} <= wanted
    assert wanted | {"app.py"} <= wheel


def test_holds_no_tests(wheel: set[str]) -> None:
    assert not [name for name in wheel if name.startswith(("tests/", "docs/", "benchmarks/"))]
