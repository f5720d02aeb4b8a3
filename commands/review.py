"""`gongbao review`: doubtful pairs and the remainder in the terminal; a key appends the user's word."""

from __future__ import annotations

import getpass
import json
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from commands.frame import command, option, say, target, tell
from commands.resolving import judgement_options

if TYPE_CHECKING:
    from graph.ledger import Ledger
    from graph.resolve.report import Doubt, Evidence

AROUND = 30  # characters of text shown on either side of a mention
QUIT, SKIP = "q", "\r\n \x1b"
VERDICTS = {"s": "same", "d": "different", "u": "unsure"}


@command(
    "review",
    zh="逐对显示存疑的人、机构和小组（牵涉最多的在先），再显示未能理解的文字；"
    "按键即记下判断或更正，下次 build 生效。",
    en="Shows doubtful people, units and groups, those with most at stake first, then the text that no rule "
    "understood; a key records a judgement or a correction, which the next build obeys.",
)
@judgement_options
@option(
    "--list", "listing", is_flag=True, zh="只列出，不询问（JSON Lines）", en="only list them, as JSON Lines"
)
@option("--why", default="", metavar="TEXT", zh="写进每条记录的理由", en="the reason written into each line")
def review_command(judgements: str | None, corrections: str | None, listing: bool, why: str) -> None:
    """Resolves the sources that were read, as a build does, and asks pair by pair."""
    from graph.judged import UserWord, resolve_judged, user_word
    from graph.ledger import Ledger

    at_home = user_word()
    word = UserWord(
        Path(judgements).expanduser() if judgements else at_home.judgements,
        Path(corrections).expanduser() if corrections else at_home.corrections,
    )
    ledger = Ledger(target().keep)
    doubts = resolve_judged(ledger.rows(), word).resolution.doubts
    rest = list(ledger.remainder())
    if listing:
        for row in [
            *({"kind": "doubt", **d.to_json()} for d in doubts),
            *({"kind": "remainder", **r} for r in rest),
        ]:
            click.echo(json.dumps(row, ensure_ascii=False))
        return
    told = _Teller(word.judgements, word.corrections, why)
    if _review_pairs(doubts, ledger, told):
        _review_remainder(rest, told)
    tell(
        f"记下 {told.count} 条；运行 gongbao build 使其生效",
        f"{told.count} recorded; gongbao build applies them",
    )


class _Teller:
    """Appends what the user says, with who and when."""

    def __init__(self, judgements: Path, corrections: Path, why: str) -> None:
        self._judgements = judgements
        self._corrections = corrections
        self._why = why
        self.count = 0

    def judge(self, doubt: Doubt, verdict: str) -> None:
        from graph.resolve.judgements import Judgement, append

        append(self._judgements, Judgement(doubt.left.anchor, doubt.right.anchor, verdict, *self._signed()))
        self.count += 1

    def correct(self, source: str, start: int, end: int, kind: str, change: str) -> None:
        from graph.resolve.judgements import Correction, append

        append(self._corrections, Correction(source, start, end, kind, change, *self._signed()))
        self.count += 1

    def _signed(self) -> tuple[str, str, str]:
        return getpass.getuser(), datetime.now(UTC).isoformat(timespec="seconds"), self._why


def _review_pairs(doubts: Sequence[Doubt], ledger: Ledger, told: _Teller) -> bool:
    """Asks about each pair; whether the user went through all of them."""
    for number, doubt in enumerate(doubts, 1):
        _show_pair(doubt, ledger, f"[{number}/{len(doubts)}]")
        key = _ask(
            "s 同一个  d 不同  u 说不准  1/2 左/右边读错了  回车 跳过  q 结束",
            "s same  d different  u unsure  1/2 left/right was misread  Enter skip  q quit",
            "sdu12",
        )
        if key == QUIT:
            return False
        if key in VERDICTS:
            told.judge(doubt, VERDICTS[key])
        elif key in ("1", "2"):
            wrong = doubt.left if key == "1" else doubt.right
            for kind in sorted(
                {r["kind"] for r in ledger.of(wrong.source) if _spot(r) == (wrong.start, wrong.end)}
            ):
                told.correct(wrong.source, wrong.start, wrong.end, kind, "reject")
    return True


def _spot(row: dict[str, Any]) -> tuple[int, int]:
    return row["start"], row["end"]


def _show_pair(doubt: Doubt, ledger: Ledger, head: str) -> None:
    from graph.resolve.rules import WORDS

    rule = say(*WORDS.get(doubt.rule, (doubt.rule, doubt.rule)))
    state = say("现视为同一个", "now taken as one") if doubt.joined else say("现分作两个", "now kept apart")
    stake = say(f"牵涉 {doubt.weight} 处", f"{doubt.weight} mentions at stake")
    click.echo(f"\n{head} {rule} · {state} · {stake}")
    for mark, evidence in (("1", doubt.left), ("2", doubt.right)):
        facts = filter(None, (evidence.text, evidence.post, evidence.doc_no, evidence.date, evidence.source))
        click.echo(f"  {mark}  {'  '.join(facts)}\n     {_passage(evidence, ledger)}")


def _passage(evidence: Evidence, ledger: Ledger) -> str:
    """The text around a mention on one line, the mention in 【】; empty where the source came without
    text."""
    text = ledger.text(evidence.source) or ""
    start, end = evidence.start, evidence.end
    parts = text[max(0, start - AROUND) : start], text[start:end], text[end : end + AROUND]
    before, here, after = (" ".join(part.split()) for part in parts)
    return _plain(f"…{before}【{here}】{after}…") if text else ""


def _plain(text: str) -> str:
    """Text of a document without control characters that a terminal would obey."""
    return "".join(c for c in text if c.isprintable())


def _review_remainder(rest: Sequence[dict[str, Any]], told: _Teller) -> None:
    """Shows each text that no rule understood, and takes facts that the user states for it."""
    for number, row in enumerate(rest, 1):
        text = _plain(" ".join(str(row["text"]).split()))
        click.echo(
            f"\n[{number}/{len(rest)}] {row['source']}:{row['start']}-{row['end']}  {row['reason']}\n  {text}"
        )
        key = _ask("a 补一条事实  回车 跳过  q 结束", "a add a fact  Enter skip  q quit", "a")
        if key == QUIT:
            return
        if key == "a":
            _add_fact(row, told)


def _add_fact(row: dict[str, Any], told: _Teller) -> None:
    from ingest.facts import KINDS

    kind = click.prompt(say("种类", "kind"), type=click.Choice([*KINDS]), show_choices=True)
    stated: dict[str, str] = {}
    words = say("字段=值，空行结束", "field=value, an empty line ends")
    while line := click.prompt(words, default="", show_default=False):
        name, sign, value = line.partition("=")
        if sign:
            stated[name.strip()] = value.strip()
    if stated:
        told.correct(
            row["source"], row["start"], row["end"], kind, f"add {json.dumps(stated, ensure_ascii=False)}"
        )


def _ask(zh: str, en: str, keys: str) -> str:
    """One of `keys`, `q`, or a blank for skipping; a key at a terminal, a character of the input
    elsewhere."""
    click.echo(f"  {say(zh, en)}  ", nl=False)
    while True:
        key = click.getchar().lower() if sys.stdin.isatty() else sys.stdin.read(1).lower() or QUIT
        if key in SKIP or key in keys or key == QUIT:
            click.echo(key if key.strip() else "")
            return key
