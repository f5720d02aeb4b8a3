"""Several processes on one graph; processes that are killed or interrupted."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from commands.main import run
from graph.embedded import Endpoint
from graph.store import EmbeddedStore, open_store
from graph.target import find_target
from graph.update import writing
from tests.conftest import SAMPLES

PEOPLE = "MATCH (p:Person) RETURN count(p) AS people"


def gongbao(*arguments: str) -> subprocess.Popen[str]:
    """A command in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-c", "from commands.main import main; main()", "--lang", "en", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


HEAVY = {"spacy", "pandas", "numpy", "streamlit", "neo4j", "arcadedb", "lxml"}


def test_help_is_quick_and_loads_nothing_heavy() -> None:
    script = "import sys; from commands.main import run; run(['--help']); print(*sys.modules)"
    before = os.times()
    shown = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    after = os.times()
    assert HEAVY.isdisjoint(shown.splitlines()[-1].split())
    assert after.children_user + after.children_system - before.children_user - before.children_system < 0.5


@pytest.mark.parametrize("arguments", [["build", str(SAMPLES)], ["export", "tasks"], ["status"]])
def test_commands_load_no_more_than_they_use(arguments: list[str]) -> None:
    assert run(["build", str(SAMPLES / "huaichuan-2021-02.txt")]) == 0
    script = (
        "import sys; from commands.main import run; status = run(sys.argv[1:]); "
        "print(status, sorted(sys.modules.keys() & {'spacy', 'pandas', 'streamlit'}), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script, *arguments], capture_output=True, text=True)
    assert done.stderr.splitlines()[-1] == "0 []"


def test_build_and_reading_work_while_another_process_serves(own_home: Path) -> None:
    serving = gongbao("serve")
    try:
        assert serving.stdout is not None
        assert "bolt://127.0.0.1:" in serving.stdout.readline()
        assert run(["build", str(SAMPLES / "huaichuan-2021-02.txt")]) == 0
        with open_store() as store:
            assert isinstance(store, EmbeddedStore) and isinstance(store.host, Endpoint)
            people = store.read(PEOPLE)
            assert people[0]["people"] > 0
            serving.kill()
            serving.wait()
            assert store.read(PEOPLE) == people  # now served from here
            assert store.server is not None
        assert run(["status"]) == 0
    finally:
        serving.kill()
        serving.communicate()
    assert (own_home / "graph" / "config" / "server-users.jsonl").stat().st_mode & 0o077 == 0


def test_only_one_process_writes() -> None:
    with writing(find_target()):
        building = gongbao("build", str(SAMPLES))
        _, told = building.communicate(timeout=60)
    assert building.returncode == 1
    assert "try again when it is done" in told.splitlines()[-1]


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
@pytest.mark.parametrize("delay", [0.3, 0.9, 1.6])
def test_ctrl_c_stops_within_a_second_and_the_next_build_completes(delay: float, tmp_path: Path) -> None:
    _stopped_build(delay, signal.SIGINT)
    _completes(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
@pytest.mark.parametrize("delay", [0.7, 1.1, 1.5])
def test_a_killed_build_is_completed_by_the_next(delay: float, tmp_path: Path) -> None:
    _stopped_build(delay, signal.SIGKILL)
    _completes(tmp_path)


def _stopped_build(delay: float, how: signal.Signals) -> None:
    building = gongbao("build", str(SAMPLES))
    time.sleep(delay)
    building.send_signal(how)
    sent = time.monotonic()
    building.communicate(timeout=30)
    assert time.monotonic() - sent < 2  # a second, and some for a busy machine


def _completes(folder: Path) -> None:
    for name in ("stopped", "fresh"):
        graph = [] if name == "stopped" else ["--graph", name]
        assert run([*graph, "build", str(SAMPLES)]) == 0
        assert run([*graph, "export", "graph", "--out", f"{name}.jsonl"]) == 0
    assert (folder / "stopped.jsonl").read_bytes() == (folder / "fresh.jsonl").read_bytes()
