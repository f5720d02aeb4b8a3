"""A run that skipped what it was to test fails, with the reason."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TESTS = """
import pytest

@pytest.mark.parametrize("store", ["embedded", "neo4j"])
def test_load(store):
    if store in {skipped}:
        pytest.skip("no Maven on this machine")
"""


@pytest.mark.parametrize(
    ("workers", "skipped", "required", "status", "told"),
    [
        (2, "()", "neo4j", 0, "2 passed"),
        (2, "('neo4j',)", "neo4j", 1, "no Maven on this machine"),
        (0, "('embedded',)", "neo4j", 0, "1 skipped"),
        (0, "('neo4j',)", "", 0, "1 skipped"),
        (0, "()", "neo4j,browser", 1, "required browser: no test ran"),
    ],
)
def test_skips_fail_a_run_that_requires_them(
    tmp_path: Path, workers: int, skipped: str, required: str, status: int, told: str
) -> None:
    (tmp_path / "test_some.py").write_text(TESTS.format(skipped=skipped), encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "tests.required", "-n", str(workers), "--require", required,
         "--rootdir", str(tmp_path), "-c", "/dev/null", str(tmp_path)],
        cwd=ROOT, capture_output=True, text=True,
    )  # fmt: skip
    assert (ran.returncode, told in ran.stdout) == (status, True), ran.stdout
