"""`gongbao status`: which store, what it holds, what was read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from commands.frame import command, language, option, target, tell

if TYPE_CHECKING:
    from graph.store import Store


@command(
    "status",
    zh="图在哪里、是什么版本、各类有多少、读过哪些文件。",
    en="Where the graph is, its version, counts by type, files read.",
)
@option(
    "--format",
    "form",
    type=click.Choice(("table", "json")),
    default="table",
    show_default=True,
    zh="输出格式",
    en="form of the output",
)
def status_command(form: str) -> None:
    """Counts come from the store, the files from the ledger."""
    from graph.ledger import Ledger
    from graph.store import open_store

    graph = target()
    if not graph.exists:
        tell("还没有图：请运行 gongbao build", "no graph yet: run gongbao build")
        return
    with open_store(graph) as store:
        state = {
            "store": graph.en,
            "version": store.version(),
            **_counts(store),
            "sources": [
                {"name": entry.name, "facts": entry.facts, "remainder": entry.remainder}
                for entry in Ledger(graph.keep).entries()
            ],
        }
    if form == "json":
        click.echo(json.dumps(state, ensure_ascii=False, indent=2))
    else:
        _table(state)


def _counts(store: Store) -> dict[str, dict[str, int]]:
    from graph.schema import schema

    return {
        "nodes": {
            label: store.read(f"MATCH (n:{label}) RETURN count(n) AS count")[0]["count"]
            for label in schema().nodes
        },
        "edges": {
            name: store.read(f"MATCH ()-[r:{name}]->() RETURN count(r) AS count")[0]["count"]
            for name in schema().edges
        },
    }


def _table(state: dict[str, Any]) -> None:
    from graph.schema import schema

    chinese = language() == "zh"
    declared = schema()
    click.echo(("存储" if chinese else "store") + f": {state['version']}")
    for title, kinds, counts in (
        ("节点" if chinese else "nodes", declared.nodes, state["nodes"]),
        ("边" if chinese else "edges", declared.edges, state["edges"]),
    ):
        click.echo(f"{title}: {sum(counts.values())}")
        for name, count in counts.items():
            label = kinds[name].zh if chinese else kinds[name].en
            click.echo(f"  {count:>8}  {name}  {label}")
    sources = state["sources"]
    click.echo(("读过的文件" if chinese else "files read") + f": {len(sources)}")
    for source in sources:
        rest = f"，未能理解 {source['remainder']} 处" if chinese else f", remainder {source['remainder']}"
        click.echo(f"  {source['facts']:>8}  {source['name']}{rest if source['remainder'] else ''}")
