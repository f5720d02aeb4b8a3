"""How fast gazettes are read, what each pass takes, and whether time and memory grow with the text alone.

    python benchmarks/reading.py [PATH...] [--times 1,10,100] [--workers 2]    the samples by default

Machines differ and are busy: judge by the ratios to reading the same bytes and splitting them into lines.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from ingest.errors import BadInput
from ingest.extractors.registry import EXTRACTORS
from ingest.layout.blocks import items
from ingest.layout.documents import split
from ingest.layout.lines import Page
from ingest.pipeline import extract, extract_paths
from ingest.readers import expand, read_file
from ingest.source import Source

SAMPLES = Path(__file__).parents[1] / "data" / "samples"
LEAST = 4 << 20  # bytes to read before a speed is believed
MB = 1e6


class Passes:
    """Seconds spent in each pass."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)

    @contextmanager
    def __call__(self, name: str) -> Iterator[None]:
        start = time.perf_counter()
        yield
        self.seconds[name] += time.perf_counter() - start

    def print(self) -> None:
        whole = sum(self.seconds.values())
        for name, seconds in sorted(self.seconds.items(), key=lambda pair: -pair[1]):
            print(f"    {name:<18} {seconds:7.3f} s  {seconds / whole:6.1%}")


def baseline(files: Sequence[Path]) -> float:
    """Seconds to read, decode and split the files: what no reading can do without."""
    start = time.perf_counter()
    for file in files:
        file.read_bytes().decode("utf-8", "replace").split("\n")
    return time.perf_counter() - start


def passes(files: Sequence[Path]) -> Passes:
    """Each pass of reading, timed alone, one file after the other."""
    timed = Passes()
    for file in files:
        with timed("read"):
            source = read_file(file)
        with timed("fold, find lines"):
            page = Page(source.text)
        with timed("paragraphs, tables"):
            found = items(page)
        with timed("documents"):
            _, documents = split(found)
        for extractor in EXTRACTORS:
            with timed(extractor.__name__):
                for document in documents:
                    for _ in extractor(document):
                        pass
    return timed


def speed(files: Sequence[Path]) -> None:
    """Megabytes of UTF-8 a second on one core, and the ratio to the baseline."""
    size = sum(file.stat().st_size for file in files)
    rounds = max(1, LEAST // max(size, 1))
    for file in files:  # tables learn characters when they first meet them
        extract(read_file(file))
    start = time.process_time()
    for _ in range(rounds):
        for file in files:
            extract(read_file(file))
    seconds = (time.process_time() - start) / rounds
    ratio = seconds / min(baseline(files) for _ in range(5))
    print(f"  extract: {size / MB / seconds:.2f} MB/s of one core, {ratio:.0f} times read and split")


def grown(text: str, times: int) -> tuple[float, int]:
    """Seconds to extract one text `times` as long, and the peak of this process's memory in bytes."""
    source = Source("grown.txt", text * times)
    start = time.process_time()
    extract(source)
    unit = 1 if sys.platform == "darwin" else 1024
    return time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


def growth(files: Sequence[Path], times: Sequence[int]) -> None:
    """Time and memory of one file as long as the corpus 1, 10, 100 times."""
    text = "\n".join(read_file(file).text for file in files)
    size = len(text.encode())
    first = 0.0
    for factor in times:
        with ProcessPoolExecutor(1) as pool:
            seconds, memory = pool.submit(grown, text, factor).result()
        first = first or seconds / factor
        grows = seconds / factor / first
        print(f"  {factor:>4} times, {size * factor / MB:.1f} MB: {seconds:.2f} s, {grows:.2f} of the first a MB")
        print(f"        peak {memory / MB:6.0f} MB, {memory / (size * factor):5.1f} bytes a byte")


def parallel(files: Sequence[Path], workers: int) -> None:
    """The same files by one process and by several: equal facts, and the gain."""
    with tempfile.TemporaryDirectory() as folder:
        copies = max(1, LEAST // max(sum(file.stat().st_size for file in files), 1))
        for copy in range(copies):
            for file in files:
                shutil.copy(file, Path(folder) / f"{copy}-{file.name}")
        results, seconds = [], []
        for count in (1, workers):
            start = time.perf_counter()
            readings = list(extract_paths([folder], count))
            seconds.append(time.perf_counter() - start)
            results.append([[f.to_json() for f in r.facts] for r in readings if not isinstance(r, BadInput)])
    if results[0] != results[1]:
        sys.exit(f"{workers} workers found other facts than one")
    print(f"  {workers} workers: {seconds[0] / seconds[1]:.2f} times as fast as one, the same facts")


def main() -> None:
    """Prints speed, the share of each pass, growth and the gain of several workers."""
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=raw)
    parser.add_argument("paths", nargs="*", default=[str(SAMPLES)])
    parser.add_argument("--times", default="1,10")
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    files = expand(options.paths)
    print(f"{len(files)} files, {sum(file.stat().st_size for file in files) / MB:.2f} MB")
    speed(files)
    passes(files).print()
    growth(files, [int(factor) for factor in options.times.split(",")])
    parallel(files, options.workers)


if __name__ == "__main__":
    main()
