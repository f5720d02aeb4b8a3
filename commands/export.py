"""`gongbao export`: the whole graph, or one of its tables."""

from __future__ import annotations

import click

from commands.frame import command, option, out_option, reading, tell
from commands.output import check_writable, writing_to

TABLES = ("memberships", "permits", "tasks", "oversight", "duties", "appointments", "documents")


@command(
    "export",
    zh="导出 WHAT：graph 为整图（排好序的 JSON Lines），其余为 CSV 表，可直接用 Excel 打开。",
    en="Writes WHAT: `graph`, all nodes and edges as sorted JSON Lines, or a table as CSV fit for Excel.",
)
@click.argument("what", type=click.Choice(("graph", *TABLES)), metavar="WHAT")
@out_option()
@option(
    "--labels",
    type=click.Choice(("zh", "en")),
    default="en",
    zh="表头的语言，默认英文列名",
    en="language of the headings, column names by default",
)
def export_command(what: str, out: str | None, labels: str) -> None:
    """The whole graph or a table, to a file or standard output."""
    check_writable(out)
    count = 0
    with reading() as store:
        if what == "graph":
            from graph.export.lines import graph_lines

            with writing_to(out) as file:
                for count, line in enumerate(graph_lines(store), 1):  # noqa: B007
                    file.write(line + "\n")
        else:
            from graph.export.tables import rows_of, tables, write_csv

            table = tables()[what]
            rows = list(rows_of(table, store))
            count = len(rows)
            with writing_to(out, bom=True) as file:
                write_csv(file, table.headings(labels), rows)
    tell(f"写出 {count} 行。", f"{count} rows written.")
