"""From the ledger to the graph: all sources resolved together, the store made to hold what follows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from graph.elements import Elements, elements
from graph.ledger import Ledger
from graph.load import Loaded, Progress, load
from graph.store import Store, open_store
from graph.target import Target
from ingest.errors import Problem

Rows = list[dict[str, Any]]
Resolver = Callable[[Rows], Rows]


@dataclass(frozen=True, slots=True)
class Updated:
    """What the graph holds after an update, and what it took."""

    graph: Elements
    loaded: Loaded


@contextmanager
def writing(target: Target) -> Iterator[Ledger]:
    """The ledger of `target`, for the one process that writes.

    Raises Problem while another process writes to the same graph.
    """
    from filelock import FileLock, Timeout

    if target.embedded:
        from graph.embedded import prepare

        prepare(target.keep)
    try:
        target.keep.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = FileLock(target.keep / "writer.lock", timeout=0, thread_local=False)
        lock.acquire()
    except Timeout as error:
        raise Problem(
            f"另一个 gongbao 进程正在写入{target.zh}：请等它完成后再试",
            f"another gongbao process is writing to the {target.en}: try again when it is done",
        ) from error
    except OSError as error:
        raise Problem(
            f"无法写入 {target.keep}（{error.strerror}）：请用 GONGBAO_HOME 指定可写的文件夹",
            f"can't write to {target.keep} ({error.strerror}): name a writable folder by GONGBAO_HOME",
        ) from error
    try:
        ledger = Ledger(target.keep)
        ledger.tidy()
        yield ledger
    finally:
        lock.release()


def opened_for_writing(target: Target, ledger: Ledger, *, into_existing: bool = False) -> Store:
    """The graph, open for writing. When someone has emptied a Neo4j since, the ledger starts anew as well."""
    store = open_store(target, write=True, into_existing=into_existing)
    if not target.embedded and ledger.loaded and not store.read("MATCH (n) RETURN n.id AS id LIMIT 1"):
        ledger.forget()
    return store


def update(
    store: Store, ledger: Ledger, resolve: Resolver, progress: Progress = lambda done, total: None
) -> Updated:
    """Resolves all that the ledger holds and makes the store, open for writing, hold it.

    Rows that came with ids are taken as they are. The same sources give the same graph, in whatever order and
    number of calls they came.
    """
    rows = [*resolve(list(ledger.rows())), *ledger.rows(resolved=True)]
    graph = elements(rows)
    loaded = load(store, graph, progress)
    if graph.node_count:
        ledger.mark_loaded()
    return Updated(graph, loaded)
