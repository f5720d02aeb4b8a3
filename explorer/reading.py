"""Gazettes into the graph from within the explorer: read, look at, store; and the user's word applied."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol

from explorer import ask
from graph.ledger import raw_hash
from graph.store import Store, open_store
from graph.update import Updated, update, writing
from ingest.errors import BadInput

Row = dict[str, Any]
Tell = Callable[[int, int, str], object]  # how many of how many, and which


class Upload(Protocol):
    """A file that the visitor handed over."""

    name: str

    def getbuffer(self) -> memoryview: ...


@dataclass(slots=True)
class Found:
    """What was read of one file, before it is stored."""

    name: str
    text: str
    pages: tuple[int, ...]
    facts: list[Row]
    remainder: list[Row]
    raw: str

    def count(self, kind: str) -> int:
        """How many facts of a kind."""
        return Counter(fact["kind"] for fact in self.facts)[kind]


@dataclass(slots=True)
class Batch:
    """What a call read: the files, and one line in each language for each that could not be read."""

    found: list[Found] = field(default_factory=list)
    problems: list[tuple[str, str]] = field(default_factory=list)


def read_uploads(uploads: Sequence[Upload], tell: Tell) -> Batch:
    """Read what was handed over. Files lie in a folder of their own, for as long as they are read."""
    with TemporaryDirectory(prefix="gongbao-") as folder:
        for upload in uploads:
            (Path(folder) / Path(upload.name.replace("\\", "/")).name).write_bytes(upload.getbuffer())
        return read_folder(Path(folder), tell)


def read_folder(folder: Path, tell: Tell) -> Batch:
    """Read every gazette in a folder."""
    from ingest.pipeline import extract_paths
    from ingest.readers import expand

    files = expand([folder])
    batch = Batch()
    for done, result in enumerate(extract_paths([str(path) for path in files], 1), 1):
        if isinstance(result, BadInput):
            tell(done, len(files), Path(result.path).name)
            batch.problems.append((_local(result.zh, folder), _local(result.en, folder)))
            continue
        source = result.source
        tell(done, len(files), source.name)
        batch.found.append(
            Found(
                source.name,
                source.text,
                tuple(source.pages),
                [fact.to_json() for fact in result.facts],
                [asdict(rest) for rest in result.remainder],
                raw_hash(folder / source.name),
            )
        )
    return batch


def _local(message: str, folder: Path) -> str:
    """The message with the file's own name in place of where it lay for the moment."""
    return message.replace(f"{folder}/", "").replace(str(folder), "")


def store(found: Sequence[Found], tell: Tell) -> Updated:
    """Keep what was read and make the graph hold it. Raises Problem; the stored graph stays whole."""
    with writing(ask.store().target) as ledger:
        for done, file in enumerate(found, 1):
            tell(done, len(found), file.name)
            ledger.put(file.name, file.text, file.facts, remainder=file.remainder, pages=file.pages, raw=file.raw)
        with _writable() as opened:
            return update(opened, ledger, resolved, _steps(tell))


def apply(tell: Tell) -> Updated:
    """Resolve everything anew with the user's judgements and corrections, and make the graph hold it."""
    with writing(ask.store().target) as ledger, _writable() as opened:
        return update(opened, ledger, resolved, _steps(tell))


def _steps(tell: Tell) -> Callable[[int, int], None]:
    def step(done: int, total: int) -> None:
        tell(done, total, "")

    return step


@contextmanager
def _writable() -> Iterator[Store]:
    """The explorer's own store when it is the embedded one, a store opened for writing when it is a
    server."""
    if ask.store().target.embedded:
        yield ask.store()
        return
    with open_store(ask.store().target, write=True) as opened:
        yield opened


def resolved(rows: list[Row]) -> list[Row]:
    """Facts with ids, as the user's judgements and corrections have them."""
    from graph.judged import resolve_judged, user_word

    return list(resolve_judged(rows, user_word()).resolution.rows)
