"""Resolving as the commands use it: with the user's judgements and corrections, stale ones reported."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from commands.frame import F, option, tell
from commands.output import check_writable, write_json_lines, writing_to

if TYPE_CHECKING:
    from graph.judged import UserWord
    from graph.resolve import Resolution

Rows = list[dict[str, Any]]
MOST_LISTED = 20  # units taken as printed that are named on standard error


def judgement_options(function: F) -> F:
    """`--judgements FILE` and `--corrections FILE`."""
    for name, zh, en in (
        ("corrections", "对事实的更正（CSV）", "corrections of facts (CSV)"),
        ("judgements", "对同一与否的判断（CSV）", "judgements of identity (CSV)"),
    ):
        zh, en = f"{zh}，默认 GONGBAO_HOME 下的 {name}.csv", f"{en}, by default {name}.csv under GONGBAO_HOME"
        function = option(f"--{name}", metavar="FILE", zh=zh, en=en)(function)
    return function


def as_printed_option() -> Callable[[F], F]:
    """`--as-printed FILE`."""
    return option(
        "--as-printed",
        metavar="FILE",
        zh="只能照印的机构全部写到此文件（JSON Lines），连同次数和出处",
        en="write all units that could only be taken as printed here (JSON Lines), with counts and places",
    )


def resolver(
    judgements: str | None = None, corrections: str | None = None, as_printed: str | None = None
) -> Callable[[Rows], Rows]:
    """Facts to rows with ids; units taken as printed are listed. Raises Problem at once for a named file that
    does not exist or can't be written."""
    from graph.judged import user_word

    word = user_word(judgements, corrections)
    check_writable(as_printed)

    def resolve(rows: Rows) -> Rows:
        resolution = resolved(rows, word)
        list_as_printed(resolution.printed_only, as_printed)
        return resolution.rows

    return resolve


def list_as_printed(units: Rows, file: str | None) -> None:
    """The units that no table and no rule explains: all to `file`, the most printed to standard error."""
    if file:
        with writing_to(file) as out:
            write_json_lines(out, units)
    if not units:
        return
    shown = "、".join(f"{unit['name']}×{unit['count']}" for unit in units[:MOST_LISTED])
    more = len(units) - MOST_LISTED
    tell(
        f"只能照印的机构 {len(units)}：{shown}" + (f" 等（另 {more} 个见 --as-printed）" if more > 0 else ""),
        f"units taken as printed {len(units)}: {shown}" + (f" and {more} more, see --as-printed" if more > 0 else ""),
    )


def resolved(rows: Iterable[dict[str, Any]], word: UserWord) -> Resolution:
    """Resolves all rows together; the user's lines that no longer apply are told on standard error."""
    from graph.judged import resolve_judged

    judged = resolve_judged(rows, word)
    for stale in judged.stale:
        place = f"{stale.source}:{stale.start}-{stale.end} {stale.kind} {stale.change}"
        tell(f"更正已对不上任何事实：{place}", f"a correction fits no fact any more: {place}")
    for judgement in judged.resolution.stale:
        pair = f"{judgement.left} / {judgement.right} {judgement.judgement}"
        tell(f"判断已对不上任何名称，或与别的判断矛盾：{pair}",
            f"a judgement fits no mention any more, or others contradict it: {pair}",
        )
    return judged.resolution
