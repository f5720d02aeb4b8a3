"""Resolving as the commands use it: with the user's judgements and corrections, stale ones reported."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from commands.frame import F, option, tell

if TYPE_CHECKING:
    from graph.judged import UserWord
    from graph.resolve import Resolution

Rows = list[dict[str, Any]]


def judgement_options(function: F) -> F:
    """`--judgements FILE` and `--corrections FILE`."""
    for name, zh, en in (
        ("corrections", "对事实的更正（CSV）", "corrections of facts (CSV)"),
        ("judgements", "对同一与否的判断（CSV）", "judgements of identity (CSV)"),
    ):
        zh, en = f"{zh}，默认 GONGBAO_HOME 下的 {name}.csv", f"{en}, by default {name}.csv under GONGBAO_HOME"
        function = option(f"--{name}", metavar="FILE", zh=zh, en=en)(function)
    return function


def resolver(judgements: str | None = None, corrections: str | None = None) -> Callable[[Rows], Rows]:
    """Facts to rows with ids. Raises Problem at once when a named file does not exist."""
    from graph.judged import user_word

    word = user_word(judgements, corrections)
    return lambda rows: resolved(rows, word).rows


def resolved(rows: Iterable[dict[str, Any]], word: UserWord) -> Resolution:
    """Resolves all rows together; the user's lines that no longer apply are told on standard error."""
    from graph.judged import resolve_judged

    judged = resolve_judged(rows, word)
    for stale in judged.stale:
        place = f"{stale.source}:{stale.start}-{stale.end} {stale.kind} {stale.change}"
        tell(f"更正已对不上任何事实：{place}", f"a correction fits no fact any more: {place}")
    for judgement in judged.resolution.stale:
        pair = f"{judgement.left} / {judgement.right} {judgement.judgement}"
        tell(f"判断已对不上任何名称：{pair}", f"a judgement fits no mention any more: {pair}")
    return judged.resolution
