"""`gongbao build`: gazettes to the graph, in one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands.frame import Progress, command, into_existing_option, target, tell
from commands.reading import Batch, files_of, workers_option
from commands.resolving import Rows, as_printed_option, judgement_options, resolver
from ingest.errors import BadInput

if TYPE_CHECKING:
    from graph.ledger import Ledger
    from graph.target import Target
    from ingest.pipeline import Reading


@command(
    "build",
    zh="读公报、归并名称、写入图。再次运行或加入新文件时更新同一个图；次序不影响结果。",
    en="Reads gazettes, resolves names and loads the graph. Again, or with more files, it updates the graph; "
    "their order makes no difference.",
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@workers_option()
@judgement_options
@as_printed_option()
@into_existing_option()
def build_command(
    paths: tuple[str, ...],
    workers: int,
    judgements: str | None,
    corrections: str | None,
    as_printed: str | None,
    into_existing: bool,
) -> None:
    """Files that are unchanged since they were read are not read again."""
    batch = Batch(workers)
    resolve = resolver(judgements, corrections, as_printed)
    build(paths, target(), batch, resolve, into_existing=into_existing)
    batch.tell()
    batch.end()


def build(
    paths: Iterable[str],
    graph: Target,
    batch: Batch,
    resolve: Callable[[Rows], Rows],
    *,
    into_existing: bool = False,
) -> None:
    """Brings `paths` into the graph. On a Problem what was read stays kept, and the next build goes on."""
    from graph.update import opened_for_writing, update, writing

    with writing(graph) as ledger:
        if not graph.embedded:  # fail before the long work when the server can't be written to
            opened_for_writing(graph, ledger, into_existing=into_existing).close()
        read_into(ledger, files_of(paths), batch)
        if not batch.files and batch.problems and not ledger.entries():
            return
        with (
            opened_for_writing(graph, ledger, into_existing=into_existing) as store,
            Progress("写入", "loading") as progress,
        ):
            updated = update(store, ledger, resolve, progress)
    nodes, edges = updated.graph.node_count, updated.graph.edge_count
    tell(
        f"图：节点 {nodes}，边 {edges}；写入 {updated.loaded.written}，删除 {updated.loaded.deleted}",
        f"graph: nodes {nodes}, edges {edges}; "
        f"written {updated.loaded.written}, deleted {updated.loaded.deleted}",
    )
    if updated.graph.dangling:
        count = len(updated.graph.dangling)
        tell(f"有 {count} 条边两端不全，未写入", f"{count} edges lack an end and were left out")


def read_into(ledger: Ledger, files: list[Path], batch: Batch) -> None:
    """Reads what is new or changed, and what an older version of the reading rules read, into the ledger."""
    from graph.ledger import reading_version
    from ingest.pipeline import extract

    files, raws = _distinct(files, batch)
    version = reading_version()
    held = {entry.name: entry for entry in ledger.entries()}
    wanted = [
        path
        for path in files
        if not raws[path.name]
        or path.name not in held
        or held[path.name].resolved
        or (held[path.name].raw, held[path.name].version) != (raws[path.name], version)
    ]
    if unchanged := len(files) - len(wanted):
        tell(f"{unchanged} 个文件没有变化，不再重读", f"{unchanged} files are unchanged and not read again")
    for reading in batch.read(wanted):
        keep(ledger, reading, raws.get(reading.source.name, ""))
    named = {path.name for path in wanted}
    for entry in held.values():
        text = ledger.text(entry.name) if entry.version != version and not entry.resolved else None
        if text is not None and entry.name not in named:
            from ingest.source import Source

            keep(ledger, extract(Source(entry.name, text, entry.pages)), entry.raw)


def keep(ledger: Ledger, reading: Reading, raw: str = "") -> None:
    """Puts what was read of one source into the ledger."""
    source = reading.source
    ledger.put(
        source.name,
        source.text,
        [fact.to_json() for fact in reading.facts],
        remainder=[asdict(rest) for rest in reading.remainder],
        pages=source.pages,
        raw=raw,
    )


def _distinct(files: list[Path], batch: Batch) -> tuple[list[Path], dict[str, str]]:
    """One file a name, for facts name their source by it; two different files of one name are a problem."""
    from graph.ledger import raw_hash

    first: dict[str, Path] = {}
    raws: dict[str, str] = {}
    for path in files:
        raw = raw_hash(path)
        if path.name not in first:
            first[path.name], raws[path.name] = path, raw
        elif raw != raws[path.name]:
            other = first[path.name]
            batch.refuse(
                BadInput(
                    str(path),
                    f"与 {other} 同名而内容不同：请改名后再读",
                    f"has the name of {other} and another content: rename one of them",
                )
            )
    return list(first.values()), raws
