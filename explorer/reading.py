"""Gazettes into the graph from within the explorer: read, look at, store; and the user's word applied."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Protocol

from explorer import ask
from explorer.ask import Row
from graph.ledger import Ledger, raw_hash
from graph.store import Store, open_store
from graph.update import Updated, update, writing
from ingest.errors import BadInput

# How many of how many are done, the file at work, and the stage: read, understand, keep, resolve, write.
Tell = Callable[[int, int, str, str], object]


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

    def skip(self, name: str, zh: str, en: str) -> None:
        """Name a file that is not read, with the reason."""
        self.problems.append((f"{name}：{zh}", f"{name}: {en}"))


def read_uploads(uploads: Sequence[Upload], tell: Tell) -> Batch:
    """Read what was handed over. Files lie in a folder of their own, for as long as they are read.

    Only the last part of a name counts, so that ../../x.txt lies in that folder as well.
    """
    batch = Batch()
    with TemporaryDirectory(prefix="gongbao-") as folder:
        paths: list[Path] = []
        for upload in uploads:
            path = Path(folder) / (PurePosixPath(upload.name.replace("\\", "/")).name or "-")
            if path in paths:
                batch.skip(path.name, "同名文件交了两次，只读第一份", "handed over twice: the first one is read")
                continue
            try:
                path.write_bytes(upload.getbuffer())
            except (OSError, ValueError):
                batch.skip(upload.name, "文件名不可用，请改名", "its name can't be used: give it another one")
            else:
                paths.append(path)
        return _read(paths, Path(folder), batch, tell)


def read_folder(folder: Path, tell: Tell) -> Batch:
    """Read every gazette in a folder."""
    return _read([folder], folder, Batch(), tell)


def _read(paths: Sequence[Path], folder: Path, batch: Batch, tell: Tell) -> Batch:
    """Read and understand the files of `paths`, which lie in `folder`; one that can't be read is named."""
    from ingest.pipeline import extract
    from ingest.readers import read_file, select

    chosen = select(paths)
    for path in chosen.skipped if folder not in paths else ():  # of an archive that was handed over
        batch.skip(str(path.relative_to(folder)), "不像公报，已跳过", "does not look like a gazette: skipped")
    for done, path in enumerate(chosen.files):
        tell(done, len(chosen.files), path.name, "read")
        try:
            source = read_file(path)
        except BadInput as bad:
            batch.problems.append((_local(bad.zh, folder), _local(bad.en, folder)))
            continue
        tell(done, len(chosen.files), path.name, "understand")
        found = extract(source)
        batch.found.append(
            Found(
                source.name,
                source.text,
                tuple(source.pages),
                [fact.to_json() for fact in found.facts],
                [asdict(rest) for rest in found.remainder],
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
        for done, file in enumerate(found):
            tell(done, len(found), file.name, "keep")
            ledger.put(file.name, file.text, file.facts, remainder=file.remainder, pages=file.pages, raw=file.raw)
        return _update(ledger, tell)


def apply(tell: Tell) -> Updated:
    """Resolve everything anew with the user's judgements and corrections, and make the graph hold it."""
    with writing(ask.store().target) as ledger:
        return _update(ledger, tell)


def _update(ledger: Ledger, tell: Tell) -> Updated:
    def resolve(rows: list[Row]) -> list[Row]:
        tell(0, 1, "", "resolve")
        return resolved(rows)

    def written(done: int, total: int) -> None:
        tell(done, total, "", "write")

    with _writable() as opened:
        return update(opened, ledger, resolve, written)


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
