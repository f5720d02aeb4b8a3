"""`gongbao`: the commands, each loaded when it is called."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from importlib import import_module
from types import FrameType
from typing import Any

import click

from commands import frame
from commands.frame import LANGUAGES, Helped, option, report, say
from ingest.errors import Problem

# name → (module, help in Chinese, help in English): shown by --help without loading the module
COMMANDS = {
    "extract": ("commands.extract", "从公报中抽取事实", "read facts out of gazettes"),
    "resolve": ("commands.resolve", "把名称归到真实的人、机构和小组", "give facts the ids of real things"),
    "load": ("commands.load", "把带编号的事实写入图", "load resolved facts into the graph"),
    "build": ("commands.build", "抽取、归并、写入，一步完成", "extract, resolve and load in one"),
    "query": ("commands.query", "回答预置的问题", "answer a canned question"),
    "export": ("commands.export", "导出整图或表格", "write the graph or tables to files"),
    "diff": ("commands.diff", "一个小组在两日之间的变动", "what changed in a group between two days"),
    "review": ("commands.review", "逐条判断存疑的人和机构", "judge doubtful identities"),
    "app": ("commands.app", "打开浏览界面", "open the explorer"),
    "serve": ("commands.serve", "让其他工具经 Bolt 连接内置图", "serve the embedded graph to other tools"),
    "status": ("commands.status", "图里有什么、读过哪些文件", "what the graph holds, files read"),
    "demo": ("commands.demo", "用样例公报建图并打开浏览界面", "build the sample gazettes, open the explorer"),
}
INTERRUPTED = 130
GRACE_SECONDS = 0.8  # for tidy work after Ctrl-C; what is stored stays whole without it


class Group(Helped, click.Group):
    """The commands by name; a command's module is imported when it is called."""

    zh = "公报：把县级政府公报读成组织、官员和职责的图。"
    en = "Gongbao reads Chinese county gazettes into a graph of organisations, officials and duties."

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        named = vars(import_module(COMMANDS[cmd_name][0])).values()
        return next(found for found in named if isinstance(found, click.Command) and found.name == cmd_name)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, say(zh, en)) for name, (_, zh, en) in COMMANDS.items()])


@click.group("gongbao", cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@option("--lang", type=click.Choice(LANGUAGES), zh="语言，默认随系统", en="language, by default the locale's")
@option(
    "--graph",
    metavar="URI_OR_FOLDER",
    zh="用哪个图：Neo4j 地址或内置图的文件夹",
    en="which graph: a Neo4j address, or the folder of an embedded one",
)
@click.version_option(package_name="gongbao", message="gongbao %(version)s")
def gongbao(lang: str | None, graph: str | None) -> None:
    """The options stay in the context, where `commands.frame` finds them."""


def main(args: list[str] | None = None) -> None:
    """Runs the command line and exits: 0 done, 1 a problem or part of a batch, 2 wrong use, 130 Ctrl-C."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, _interrupted)
    sys.exit(run(args))


def run(args: list[str] | None = None) -> int:
    """Runs the command line and returns the exit status; what goes wrong is one line, never a traceback."""
    frame.arguments[:] = sys.argv[1:] if args is None else args
    try:
        status: Any = gongbao.main(args, prog_name="gongbao", standalone_mode=False)
    except Problem as problem:
        report(problem)
        return 1
    except click.UsageError as error:
        click.echo(_usage(error), err=True)
        return error.exit_code
    except click.ClickException as error:
        click.echo(say("错误：", "error: ") + error.format_message(), err=True)
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        click.echo(say("已中断。", "interrupted."), err=True)
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        named = f"{error.filename}：" if error.filename else ""
        report(Problem(f"{named}{error.strerror or error}", f"{named}{error.strerror or error}"))
        return 1
    except Exception as error:
        if os.environ.get("GONGBAO_DEBUG"):
            raise
        words = f"{type(error).__name__}: {error}"
        report(
            Problem(
                f"程序内部出错（{words}）：请报告；设 GONGBAO_DEBUG=1 再运行可看到详情",
                f"a fault inside gongbao ({words}): please report it; GONGBAO_DEBUG=1 shows the details",
            )
        )
        return 1
    return status if isinstance(status, int) else 0


def _interrupted(signum: int, frame: FrameType | None) -> None:
    """Ctrl-C: the tidy way first; after a moment the hard one, which leaves nothing half written either."""
    timer = threading.Timer(GRACE_SECONDS, _leave)
    timer.daemon = True
    timer.start()
    raise KeyboardInterrupt


def _leave() -> None:
    for child in multiprocessing.active_children():
        child.kill()
    os._exit(INTERRUPTED)


def _usage(error: click.UsageError) -> str:
    """Wrong use in one line with the remedy; click knows English only."""
    path = error.ctx.command_path if error.ctx else "gongbao"
    match error:
        case click.NoSuchOption():
            zh = f"没有选项 {error.option_name}"
        case click.MissingParameter():
            zh = f"缺少参数 {error.param.make_metavar(error.ctx) if error.param and error.ctx else ''}"
        case click.BadParameter():
            zh = f"参数值有误：{error.message}"
        case _:
            zh = error.format_message()
    return say(
        f"用法错误：{zh}；用法见 {path} --help",
        f"wrong use: {error.format_message().rstrip('.')}; see {path} --help",
    )

