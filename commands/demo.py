"""`gongbao demo`: the sample gazettes, built and opened."""

from __future__ import annotations

from pathlib import Path

import click

from commands.app import app_options, run_app
from commands.build import build
from commands.frame import command, tell
from commands.reading import Batch
from commands.resolving import resolver


@command(
    "demo",
    zh="用样例公报（虚构的县）建一个单独的图，并打开浏览界面。",
    en="Builds the sample gazettes of an invented county into a graph of their own and opens the explorer.",
)
@app_options
def demo_command(port: int | None, host: str, no_browser: bool) -> None:
    """The samples' graph lies apart from the user's own, unless `--graph` names one."""
    import data
    from graph.target import find_target, home

    chosen = click.get_current_context().find_root().params.get("graph") or str(home() / "demo")
    graph = find_target(chosen)
    tell(f"图：{graph.zh}", f"graph: {graph.en}")
    batch = Batch(workers=1)
    build([str(Path(str(data.__file__)).parent / "samples")], graph, batch, resolver())
    batch.tell()
    batch.end()
    run_app(chosen, port, host, no_browser)
