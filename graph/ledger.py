"""What was read: the text and the facts of every source, from which the whole graph follows.

One gzipped JSON Lines file a source, written whole or not at all: a line about the source, its text, its
facts, its remainder. It lies beside the graph, so that a build that was killed finds there what is done.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any, TextIO

from ingest.errors import Problem

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Entry:
    """One source as the ledger holds it.

    `raw`: hash of the file's bytes, empty when unknown. `version`: of the reading that made the facts.
    `resolved`: whether the rows came with ids (`gongbao load`), so that they are loaded as they are.
    """

    name: str
    raw: str
    version: str
    pages: tuple[int, ...]
    facts: int
    remainder: int
    resolved: bool = False


class Ledger:
    """The sources of one graph, in the folder `sources` beside it."""

    def __init__(self, keep: Path) -> None:
        self.folder = keep / "sources"

    def entries(self) -> list[Entry]:
        """All sources, by name."""
        found = []
        for path in self.folder.glob("*.gz"):
            with _opened(path) as file:
                found.append(_entry(file.readline()))
        return sorted(found, key=lambda entry: entry.name)

    def entry(self, name: str) -> Entry | None:
        """The source called `name`, None when it was not read."""
        path = self._path(name)
        if not path.exists():
            return None
        with _opened(path) as file:
            return _entry(file.readline())

    def text(self, name: str) -> str | None:
        """The untouched text of a source, for evidence; None when it was not read or came without text."""
        path = self._path(name)
        if not path.exists():
            return None
        with _opened(path) as file:
            file.readline()
            text: str | None = json.loads(file.readline())
            return text

    def of(self, name: str) -> list[dict[str, Any]]:
        """The rows of one source, none when it was not read."""
        entry = self.entry(name)
        return list(self._lines(entry, 2, entry.facts)) if entry else []

    def rows(self, *, resolved: bool = False) -> Iterator[dict[str, Any]]:
        """The facts of all sources that were extracted or, with `resolved`, the rows that came with ids."""
        for entry in self.entries():
            if entry.resolved == resolved:
                yield from self._lines(entry, 2, entry.facts)

    def remainder(self) -> Iterator[dict[str, Any]]:
        """Text in scope that no rule understood, of all sources."""
        for entry in self.entries():
            yield from self._lines(entry, 2 + entry.facts, entry.remainder)

    def put(
        self,
        name: str,
        text: str | None,
        facts: Sequence[Row],
        *,
        remainder: Sequence[Row] = (),
        pages: Sequence[int] = (),
        raw: str = "",
        resolved: bool = False,
    ) -> None:
        """Keeps a source, in place of an earlier one of its name. Raises Problem when the disk refuses."""
        entry = Entry(name, raw, reading_version(), tuple(pages), len(facts), len(remainder), resolved)
        lines = (asdict(entry), text, *facts, *remainder)
        path = self._path(name)
        aside = path.with_name(f".{path.name}-{os.getpid()}")
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            with aside.open("wb") as raw_file:
                with gzip.GzipFile("", "wb", compresslevel=3, fileobj=raw_file, mtime=0) as file:
                    file.writelines(map(_line, lines))
                raw_file.flush()
                os.fsync(raw_file.fileno())
            aside.replace(path)
        except OSError as error:
            with suppress(OSError):
                aside.unlink()
            raise _unwritable(self.folder, error) from error

    def put_resolved(self, rows: Iterable[Row]) -> list[str]:
        """Keeps rows that `resolve` wrote, by source, with the entities they name; returns the sources."""
        by_source: dict[str, list[Row]] = {}
        entities: dict[str, Row] = {}
        for row in rows:
            if row["kind"] == "entity":
                entities[row["id"]] = row
            else:
                by_source.setdefault(row["source"], []).append(row)
        for name, facts in by_source.items():
            named = _closure((value for row in facts for value in _ids(row)), entities)
            own = [*facts, *(entities[key] for key in sorted(named))]
            self.put(name, self.text(name), own, resolved=True)
        return sorted(by_source)

    def tidy(self) -> None:
        """Removes what a killed writer left half written; for the one process that writes."""
        for leftover in self.folder.glob(".*.gz-*"):
            leftover.unlink(missing_ok=True)

    @property
    def loaded(self) -> bool:
        """Whether a load of this graph has ever been completed."""
        return (self.folder / "loaded").exists()

    def mark_loaded(self) -> None:
        """Notes that the graph held all sources once."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        (self.folder / "loaded").touch()

    def forget(self) -> None:
        """Drops every source: the graph they were loaded into was emptied by someone else."""
        (self.folder / "loaded").unlink(missing_ok=True)
        for path in self.folder.glob("*.gz"):
            path.unlink()

    def _path(self, name: str) -> Path:
        encoded = name.encode("utf-8", "surrogatepass")
        return self.folder / f"{hashlib.blake2b(encoded, digest_size=12).hexdigest()}.gz"

    def _lines(self, entry: Entry, start: int, count: int) -> Iterator[dict[str, Any]]:
        if count:
            with _opened(self._path(entry.name)) as file:
                yield from map(json.loads, islice(file, start, start + count))


@cache
def reading_version() -> str:
    """Changes whenever the code or the tables that read gazettes do: facts read by others are read again."""
    import data
    import ingest

    digest = hashlib.blake2b(digest_size=8)
    for package, suffixes in ((ingest, {".py"}), (data, {".csv", ".tsv", ".yaml"})):
        root = Path(str(package.__file__)).parent
        for path in sorted(root.rglob("*")):
            if path.suffix in suffixes:
                digest.update(path.relative_to(root).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()


def raw_hash(path: Path) -> str:
    """The hash of a file's bytes, empty when it can't be read as a file (inside an archive, missing)."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _opened(path: Path) -> TextIO:
    return gzip.open(path, "rt", encoding="utf-8", errors="surrogatepass", newline="\n")


def _line(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n"


def _entry(line: str) -> Entry:
    raw = json.loads(line)
    return Entry(**{**raw, "pages": tuple(raw["pages"])})


def _ids(row: Row) -> Iterator[str]:
    for name, value in row.items():
        if name.endswith("_id") and value:
            yield value
        elif name.endswith("_ids"):
            yield from (item for item in value or () if item)
    for name in ("part_of", "jurisdiction"):  # of an entity
        if row["kind"] == "entity" and row.get(name):
            yield row[name]


def _closure(ids: Iterable[str], entities: Mapping[str, Row]) -> set[str]:
    found: set[str] = set()
    ahead = [key for key in ids if key in entities]
    while ahead:
        key = ahead.pop()
        if key not in found:
            found.add(key)
            ahead.extend(more for more in _ids(entities[key]) if more in entities)
    return found


def _unwritable(folder: Path, error: OSError) -> Problem:
    return Problem(
        f"无法写入 {folder}（{error.strerror}）：请检查权限和磁盘空间",
        f"can't write to {folder} ({error.strerror}): check permissions and free space",
    )
