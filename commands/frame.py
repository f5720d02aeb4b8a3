"""What all commands share: two languages, the graph they mean, errors as one line, progress on long work."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

import click

from ingest.errors import Problem

if TYPE_CHECKING:
    from graph.store import Store
    from graph.target import Target

LANGUAGES = ("zh", "en")
arguments: list[str] = []  # of the call in progress
F = TypeVar("F", bound=Callable[..., Any])


def language() -> str:
    """`zh` or `en`: by `--lang`, else by the locale."""
    ctx = click.get_current_context(silent=True)
    chosen = ctx.find_root().params.get("lang") if ctx else None
    if chosen:
        return str(chosen)
    for option_, value in pairwise(arguments):  # outside a command, and before its options are read
        if option_ == "--lang" or option_.startswith("--lang="):
            return "zh" if (option_ + value).removeprefix("--lang").lstrip("=").startswith("zh") else "en"
    named = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "zh" if named.lower().startswith("zh") else "en"


def say(zh: str, en: str) -> str:
    """The wording in the language in force."""
    return zh if language() == "zh" else en


def tell(zh: str, en: str) -> None:
    """A line on standard error."""
    click.echo(say(zh, en), err=True)


class Worded:
    """Help in both languages, chosen when it is shown."""

    zh = en = ""

    def choose(self) -> str:
        """The help in the language in force."""
        return say(self.zh, self.en)


class Formatter(click.HelpFormatter):
    """click's own headings, which it has in English only."""

    _HEADINGS: ClassVar = {"Options": "选项", "Commands": "命令"}

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, say("用法：", "Usage: "))

    def write_heading(self, heading: str) -> None:
        super().write_heading(say(self._HEADINGS.get(heading, heading), heading))


click.Context.formatter_class = Formatter


class Option(click.Option, Worded):
    """An option with help in both languages."""

    def __init__(self, *args: Any, zh: str, en: str, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "help": en})
        self.zh, self.en = zh, en

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        self.help = self.choose()
        return super().get_help_record(ctx)


class Helped(Worded, click.Command):
    """A command, or the group of them, with help in both languages."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        found = super().get_help_option(ctx)
        if found:
            found.help = say("显示帮助。", "Show this message and exit.")
        return found

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        self.help = self.choose()
        super().format_help_text(ctx, formatter)


def command(name: str, *, zh: str, en: str) -> Callable[[Callable[..., Any]], click.Command]:
    """Makes a function a command; `zh` and `en` are its help."""

    def made(function: Callable[..., Any]) -> click.Command:
        result = click.command(name, cls=Helped, help=en)(function)
        result.zh, result.en = zh, en
        return result

    return made


def option(*names: str, zh: str, en: str, **kwargs: Any) -> Callable[[F], F]:
    """An option; `zh` and `en` are its help."""
    return click.option(*names, cls=Option, zh=zh, en=en, **kwargs)


def out_option() -> Callable[[F], F]:
    """`--out FILE`."""
    return option(
        "--out", metavar="FILE", zh="写到此文件；不给则写到标准输出", en="write here, not to standard output"
    )


def into_existing_option() -> Callable[[F], F]:
    """`--into-existing`."""
    return option(
        "--into-existing",
        is_flag=True,
        zh="即使数据库里有别处的节点也写入",
        en="write even to a database that holds nodes of others",
    )


def target() -> Target:
    """The graph that the call means; says so on the first line of standard error."""
    from graph.target import find_target

    ctx = click.get_current_context()
    found = find_target(ctx.find_root().params.get("graph"))
    tell(f"图：{found.zh}", f"graph: {found.en}")
    return found


@contextmanager
def reading() -> Iterator[Store]:
    """The graph that the call means, open for reading. Raises Problem where none has been built."""
    from graph.store import open_store

    found = target()
    if not found.exists:
        raise Problem(
            f"{found.keep} 里还没有图：请先运行 gongbao build，或用 --graph 指定别的图",
            f"there is no graph in {found.keep} yet: run gongbao build first, or name another by --graph",
        )
    with open_store(found) as store:
        yield store


class Progress:
    """A line on standard error that counts long work: on a terminal, or every few seconds elsewhere."""

    def __init__(self, zh: str, en: str) -> None:
        self._words = zh, en
        self._terminal = sys.stderr.isatty()
        self._last = time.monotonic()
        self._shown = False

    def __call__(self, done: int, total: int, name: str = "") -> None:
        now = time.monotonic()
        if now - self._last < (0.1 if self._terminal else 5.0):
            return
        self._last = now
        line = f"{say(*self._words)} {done}/{total} {name}"
        if self._terminal:
            click.echo(f"\r\033[K{line}", err=True, nl=False)
            self._shown = True
        else:
            click.echo(line, err=True)

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        if self._shown:
            click.echo("\r\033[K", err=True, nl=False)


def report(problem: Problem) -> None:
    """One line on standard error, in the language in force."""
    words = say(problem.zh, problem.en)
    click.echo(say("错误：", "error: ") + " ".join(words.split()), err=True)
