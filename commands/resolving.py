"""Resolving as the commands use it: with the user's judgements, in both languages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from commands.frame import F, option

Rows = list[dict[str, Any]]


def judgements_option() -> Callable[[F], F]:
    """`--judgements FILE`."""
    return option(
        "--judgements",
        metavar="FILE",
        zh="用户对同名异名的判断（CSV）；默认 GONGBAO_HOME 下的 judgements.csv",
        en="the user's word on identities (CSV); by default judgements.csv under GONGBAO_HOME",
    )


def judged_resolver(judgements: str | None = None) -> Callable[[Rows], Rows]:
    """Facts to rows with ids."""

    def resolved(rows: Rows) -> Rows:
        from graph.resolve import resolve

        return list(resolve(rows).rows)

    return resolved
