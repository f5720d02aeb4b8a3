"""`gongbao resolve`: facts get the ids of real people, units and groups."""

from __future__ import annotations

from contextlib import ExitStack

import click

from commands.frame import command, option, out_option, tell
from commands.output import check_writable, read_json_lines, write_json_lines, writing_to
from commands.resolving import as_printed_option, judgement_options, list_as_printed, resolved


@command(
    "resolve",
    zh="给事实里的人、机构和小组加上编号；- 为标准输入。所有文件一起归并。",
    en="Adds to facts the ids of the people, units and groups they name; - is standard input. "
    "All files are resolved together.",
)
@click.argument("files", nargs=-1, required=True, metavar="FACTS.jsonl...")
@out_option()
@judgement_options
@as_printed_option()
@option("--joins", metavar="FILE", zh="归并及其理由写到此文件", en="write every join and its reason here")
def resolve_command(
    files: tuple[str, ...],
    out: str | None,
    judgements: str | None,
    corrections: str | None,
    as_printed: str | None,
    joins: str | None,
) -> None:
    """Rows to `out`, joins beyond equal spelling to `joins`, a summary to standard error."""
    from graph.judged import user_word

    check_writable(out)
    check_writable(joins)
    check_writable(as_printed)
    resolution = resolved(read_json_lines(files), user_word(judgements, corrections))
    with ExitStack() as stack:
        write_json_lines(stack.enter_context(writing_to(out)), resolution.rows)
        if joins:
            rows = (join.to_json() for join in resolution.joins)
            write_json_lines(stack.enter_context(writing_to(joins)), rows)
    tell(
        f"归并 {len(resolution.joins)} 处，存疑 {len(resolution.doubts)} 对",
        f"joins {len(resolution.joins)}, doubtful pairs {len(resolution.doubts)}",
    )
    list_as_printed(resolution.printed_only, as_printed)
