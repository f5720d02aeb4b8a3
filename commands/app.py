"""`gongbao app`: the explorer."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from typing import NoReturn

import click

from commands.frame import F, command, language, option, target
from explorer.theme import flags
from ingest.errors import Problem


def app_options(function: F) -> F:
    """`--port`, `--host`, `--no-browser`."""
    for added in (
        option("--no-browser", is_flag=True, zh="不自动打开浏览器", en="do not open a browser"),
        option("--host", default="127.0.0.1", show_default=True, zh="监听的地址", en="address to listen on"),
        option("--port", type=click.IntRange(1, 65535), zh="端口，默认 8501 或下一个空闲的", en="port"),
    ):
        function = added(function)
    return function


@command("app", zh="打开浏览界面。", en="Opens the explorer.")
@app_options
def app_command(port: int | None, host: str, no_browser: bool) -> None:
    """Streamlit in this process's place, on this machine only unless told otherwise."""
    target()
    graph = click.get_current_context().find_root().params.get("graph")
    run_app(graph, port, host, no_browser)


def run_app(graph: str | None, port: int | None, host: str, no_browser: bool) -> NoReturn:
    """Runs the explorer on `graph` (None: what the variables name) until it ends."""
    spec = find_spec("app")
    if spec is None or spec.origin is None or find_spec("streamlit") is None:
        raise Problem(
            "浏览界面没有安装完整：请重新安装 gongbao",
            "the explorer is not installed completely: install gongbao again",
        )
    arguments = [
        # -P: a folder called `graph` or `data` where the user stands is not ours
        *(sys.executable, "-P", "-m", "explorer.serve", "run", spec.origin),
        *flags(),
        *("--server.address", host, "--server.headless", str(no_browser).lower()),
        *(("--server.port", str(port)) if port else ()),
    ]
    environment = {**os.environ, "GONGBAO_LANG": language(), **({"GONGBAO_GRAPH": graph} if graph else {})}
    sys.stderr.flush()
    if os.name == "nt":
        sys.exit(subprocess.call(arguments, env=environment))
    os.execve(sys.executable, arguments, environment)
