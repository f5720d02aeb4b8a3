"""Reading a batch of files for a command: progress, bad files named and passed over, a summary at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands.frame import F, Progress, option, report, say, tell
from ingest.errors import BadInput, Problem

if TYPE_CHECKING:
    from ingest.pipeline import Reading


class Batch:
    """What a command reads, in one pass; `problems` are the files that could not be read."""

    def __init__(self, workers: int) -> None:
        self.problems: list[Problem] = []
        self.facts: Counter[str] = Counter()
        self.files = 0
        self.remainder = 0
        self._workers = workers

    def read(self, files: Sequence[Path]) -> Iterator[Reading]:
        """The readings of `files` in their order; what can't be read is reported and passed over."""
        from ingest.pipeline import extract_paths

        with Progress("读取", "reading") as progress:
            for done, result in enumerate(extract_paths([str(f) for f in files], self._workers), 1):
                if isinstance(result, BadInput):
                    self.refuse(result)
                    continue
                progress(done, len(files), result.source.name)
                self.files += 1
                self.facts.update(fact.kind for fact in result.facts)
                self.remainder += len(result.remainder)
                yield result

    def refuse(self, problem: Problem) -> None:
        """Names a file that can't be read; the rest of the batch goes on."""
        report(problem)
        self.problems.append(problem)

    def tell(self) -> None:
        """The summary on standard error: files, documents, facts by kind, remainder."""
        bad = len(self.problems)
        documents = self.facts["document"]
        total = sum(self.facts.values())
        tell(
            f"文件 {self.files}" + (f"（另有 {bad} 个无法读取）" if bad else "")
            + f"，公文 {documents}，事实 {total}，未能理解 {self.remainder} 处",
            f"files {self.files}" + (f" ({bad} more could not be read)" if bad else "")
            + f", documents {documents}, facts {total}, remainder {self.remainder}",
        )
        if self.facts:
            click.echo("  " + ", ".join(f"{kind} {n}" for kind, n in sorted(self.facts.items())), err=True)

    def end(self) -> None:
        """Ends the command with status 1 when a file could not be read."""
        if self.problems:
            raise click.exceptions.Exit(1)


def workers_option() -> Callable[[F], F]:
    """`--workers N`."""
    return option(
        "--workers",
        type=click.IntRange(min=1),
        default=1,
        show_default=True,
        metavar="N",
        zh="同时读取的进程数",
        en="processes that read at the same time",
    )


def files_of(paths: Iterable[str]) -> list[Path]:
    """The files that the user's paths name; files of unknown formats inside folders are counted aloud."""
    from ingest.readers import select

    selection = select(paths)
    if selection.skipped:
        names = "、".join(path.name for path in selection.skipped[:3])
        more = say(" 等", " …") if len(selection.skipped) > 3 else ""
        tell(
            f"略过 {len(selection.skipped)} 个不是公报的文件：{names}{more}",
            f"passed over {len(selection.skipped)} files that are no gazettes: {names}{more}",
        )
    return selection.files
