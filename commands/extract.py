"""`gongbao extract`: gazettes to facts, as JSON Lines."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import asdict

import click

from commands.frame import command, option, out_option
from commands.output import check_writable, write_json_lines, writing_to
from commands.reading import Batch, files_of, workers_option


@command(
    "extract",
    zh="从公报中抽取事实，每行一条 JSON。PATH 是文件、文件夹或通配符。",
    en="Reads facts out of gazettes, one JSON object a line. PATH is a file, a folder or a glob.",
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@out_option()
@option("--remainder", metavar="FILE", zh="未能理解的文字写到此文件", en="write what no rule understood here")
@workers_option()
def extract_command(paths: tuple[str, ...], out: str | None, remainder: str | None, workers: int) -> None:
    """Facts to `out`, a summary to standard error; bad files are named and the rest is read."""
    check_writable(out)
    check_writable(remainder)
    batch = Batch(workers)
    with ExitStack() as stack:
        facts_file = stack.enter_context(writing_to(out))
        rest_file = stack.enter_context(writing_to(remainder)) if remainder else None
        for reading in batch.read(files_of(paths)):
            write_json_lines(facts_file, (fact.to_json() for fact in reading.facts))
            if rest_file:
                write_json_lines(rest_file, map(asdict, reading.remainder))
    batch.tell()
    batch.end()
