"""How long a build takes and where the time goes: the share of each step, so that machines compare.

python benchmarks/build.py [PATH...]      the sample gazettes by default; any gazettes can be named
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from graph.elements import Edge, Elements, elements
from graph.ledger import Ledger
from graph.load import load
from graph.schema import schema
from graph.store import EmbeddedStore, open_store

NODES, EDGES = 3_000, 8_000
SAMPLES = Path(__file__).parents[1] / "data" / "samples"
T = TypeVar("T")


class Steps:
    """Seconds by step, of the clock and of the processor, printed as shares of the latter."""

    def __init__(self) -> None:
        self.seconds: dict[str, tuple[float, float]] = {}

    @contextmanager
    def timed(self, name: str) -> Iterator[None]:
        """Notes the time spent inside as the step `name`."""
        clock, spent = time.perf_counter(), time.process_time()
        yield
        self.seconds[name] = time.perf_counter() - clock, time.process_time() - spent

    def time(self, name: str, work: Callable[[], T]) -> T:
        """The result of `work`, timed."""
        with self.timed(name):
            return work()

    def print(self, title: str) -> None:
        """The steps, in their order, with their share of the sum."""
        clock = sum(seconds for seconds, _ in self.seconds.values())
        total = sum(spent for _, spent in self.seconds.values())
        print(f"{title}: {clock:.2f} s, {total:.2f} s of a core")
        for name, (seconds, spent) in self.seconds.items():
            print(f"  {name:<28} {seconds:6.2f} s {spent:6.2f} s  {spent / total:5.0%}")


def main() -> None:
    """Prints the steps of a build, the whole command, and the load of a graph of a given size."""
    paths = sys.argv[1:] or [str(SAMPLES)]
    with tempfile.TemporaryDirectory() as folder:
        _steps(paths, Path(folder) / "steps")
        _command(paths, Path(folder) / "command")
        _loads(Path(folder))


def _steps(paths: list[str], folder: Path) -> None:
    steps = Steps()
    with steps.timed("import"):
        from graph.resolve import resolve
        from ingest.pipeline import extract
        from ingest.readers import expand, read_file
    sources = steps.time("read", lambda: [read_file(path) for path in expand(paths)])
    readings = steps.time("extract", lambda: [extract(source) for source in sources])
    ledger = Ledger(folder)
    with steps.timed("keep"):
        for reading in readings:
            ledger.put(reading.source.name, reading.source.text, [fact.to_json() for fact in reading.facts])
    rows = steps.time("resolve", lambda: resolve(ledger.rows()).rows)
    graph = steps.time("elements", lambda: elements(rows))
    with steps.timed("load (empty, batch)"):
        store = open_store(str(folder))
        load(store, graph)
    steps.time("serve, first answer", lambda: store.read("MATCH (p:Person) RETURN count(p) AS people"))
    steps.time("load (again, no change)", lambda: load(store, graph))
    store.close()
    size = sum(len(source.text.encode()) for source in sources) / 1e6
    steps.print(
        f"steps of {len(sources)} gazettes, {size:.1f} MB, {graph.node_count} nodes, {graph.edge_count} edges"
    )


def _command(paths: list[str], home: Path) -> None:
    environment = {**os.environ, "GONGBAO_HOME": str(home)}
    script = "from commands.main import main; main()"
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", script, "build", *paths], env=environment, check=True, capture_output=True
    )
    seconds = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"gongbao build: {seconds:.2f} s, {spent:.2f} s of a core, {after.ru_maxrss / 1024:.0f} MB at most")


def _loads(folder: Path) -> None:
    graph = _graph(NODES, EDGES)
    seconds: dict[str, float] = {}
    for name, batch in (("batch, new folder", True), ("MERGE over Bolt", False)):
        started = time.perf_counter()
        with open_store(str(folder / name.split()[0])) as store:
            if not batch and isinstance(store, EmbeddedStore):
                store.read("RETURN 1 AS x")  # makes the empty database, so that the load upserts
            load(store, graph)
        seconds[name] = time.perf_counter() - started
    fastest = min(seconds.values())
    print(f"load of {NODES} nodes and {EDGES} edges into an empty embedded graph, start included")
    for name, spent in seconds.items():
        print(f"  {name:<28} {spent:6.2f} s  {spent / fastest:5.1f} x")


def _graph(nodes: int, edges: int) -> Elements:
    people, groups = nodes * 2 // 3, nodes // 3
    graph = Elements(
        nodes={
            "Person": {f"p{n}": _node("Person", f"p{n}", f"人员{n}") for n in range(people)},
            "Group": {f"g{n}": _node("Group", f"g{n}", f"县某项工作领导小组{n}") for n in range(groups)},
        }
    )
    blank = dict.fromkeys(schema().edges["MEMBER_OF"].properties)
    graph.edges["MEMBER_OF"] = {
        f"e{n}": Edge(
            f"p{n % people}",
            "Person",
            f"g{n * 7 % groups}",
            "Group",
            {
                **blank,
                "id": f"e{n}",
                "role": "成员",
                "source": "a.txt",
                "start": n,
                "end": n + 3,
                "evidence": ["x"],
            },
        )
        for n in range(edges)
    }
    return graph


def _node(label: str, key: str, name: str) -> dict[str, object]:
    blank = dict.fromkeys(schema().nodes[label].properties)
    return {**blank, "id": key, "name": name, "search": name, "aliases": []}


if __name__ == "__main__":
    main()
