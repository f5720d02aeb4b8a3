"""`gongbao resolve`: facts get the ids of real people, units and groups."""

from __future__ import annotations

import click

from commands.frame import command, option, out_option
from commands.output import check_writable, read_json_lines, write_json_lines, writing_to
from commands.resolving import judgements_option


@command(
    "resolve",
    zh="给事实里的人、机构和小组加上编号；- 为标准输入。",
    en="Adds to facts the ids of the people, units and groups they name; - is standard input.",
)
@click.argument("files", nargs=-1, required=True, metavar="FACTS.jsonl...")
@out_option()
@judgements_option()
@option("--joins", metavar="FILE", zh="归并及其理由写到此文件", en="write every join and its reason here")
def resolve_command(
    files: tuple[str, ...], out: str | None, judgements: str | None, joins: str | None
) -> None:
    """All files are resolved together."""
    from graph.resolve import resolve

    check_writable(out)
    check_writable(joins)
    resolution = resolve(list(read_json_lines(files)))
    with writing_to(out) as file:
        write_json_lines(file, resolution.rows)
