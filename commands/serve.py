"""`gongbao serve`: the embedded graph as a Bolt server for other tools."""

from __future__ import annotations

import time

import click

from commands.frame import command, option, say, target, tell
from ingest.errors import Problem


@command(
    "serve",
    zh="让 Neo4j Browser、cypher-shell 等工具经 Bolt 连接内置图；Ctrl-C 停止。",
    en="Serves the embedded graph over Bolt to Neo4j Browser, cypher-shell and the like, until Ctrl-C.",
)
@option("--port", type=click.IntRange(1, 65535), zh="端口，默认任选", en="port, a free one by default")
def serve_command(port: int | None) -> None:
    """Prints address and credentials on standard output, the reader's first."""
    from graph.arcade import ADMIN, DATABASE, READER
    from graph.store import EmbeddedStore

    graph = target()
    if not graph.embedded:
        raise Problem(
            f"{graph.zh} 本身就是服务器：请直接连接它",
            f"{graph.en} is a server itself: connect to it directly",
        )
    with EmbeddedStore(graph, port=port) as store:
        endpoint = store.endpoint
        for zh, en, user, password in (
            ("只读", "read only", READER, endpoint.reader_password),
            ("可写", "read and write", ADMIN, endpoint.password),
        ):
            click.echo(
                f"{say(zh, en)}: {endpoint.uri}  database={DATABASE}  user={user}  password={password}"
            )
        if store.server is None:
            tell(
                f"已由进程 {endpoint.pid} 提供服务，它结束时停止。",
                f"served by process {endpoint.pid} already, until that ends.",
            )
            return
        tell("正在提供服务，按 Ctrl-C 停止。", "serving, Ctrl-C stops.")
        while True:
            time.sleep(0.2)
