"""`gongbao load`: resolved facts into the graph."""

from __future__ import annotations

import click

from commands.frame import Progress, command, into_existing_option, target, tell
from commands.output import read_json_lines
from commands.resolving import resolver
from ingest.errors import Problem


@command(
    "load",
    zh="把 gongbao resolve 写出的文件写入图；- 为标准输入。同名来源以新代旧。",
    en="Loads what gongbao resolve wrote into the graph; - is standard input. "
    "A source that the graph holds is replaced.",
)
@click.argument("files", nargs=-1, required=True, metavar="RESOLVED.jsonl...")
@into_existing_option()
def load_command(files: tuple[str, ...], into_existing: bool) -> None:
    """The rows go in with the ids they have, beside what was built."""
    from graph.update import opened_for_writing, update, writing

    graph = target()
    rows = list(read_json_lines(files))
    if not any(row["kind"] == "entity" for row in rows):
        named = "、".join(files)
        raise Problem(
            f"{named} 里没有归并结果：请先用 gongbao resolve 处理",
            f"{named} holds no resolved facts: run gongbao resolve on it first",
        )
    with (
        writing(graph) as ledger,
        opened_for_writing(graph, ledger, into_existing=into_existing) as store,
        Progress("写入", "loading") as progress,
    ):
        sources = ledger.put_resolved(rows)
        updated = update(store, ledger, resolver(), progress)
    nodes, edges = updated.graph.node_count, updated.graph.edge_count
    tell(
        f"来源 {len(sources)}；图：节点 {nodes}，边 {edges}",
        f"sources {len(sources)}; graph: nodes {nodes}, edges {edges}",
    )
