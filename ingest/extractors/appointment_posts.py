"""What a clause of an appointment is read as, and the post in it.

县财政局局长职务、（试用期一年）  →  县财政局局长
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.layout.chars import fold
from ingest.lexicon.names import Span

APPOINT, REMOVE = "任命", "免去"
_DROPPED = re.compile(
    r"[ ]*（[^（）]*(?:试用|聘期|任期|时间|期限|[一二两三四五六\d]年|[一二三四五六\d]+个月|[男女]|原任|"
    r"[列排](?:名|在|于)?[^（）]{2,12}之?[前后](?=[），]))[^（）]*）|"
    r"挂职任(?=.)|[ ]*（[已因]?(?:到龄|退休|到龄退休|另有任用)）"
)
# What stays of a bracket that tells a term, too: （副处级，试用期一年） → （副处级）
_GRADE = re.compile(r"[（，、](正?副?[厅局处县科乡股]级)(?=[，、）])")
AND = re.compile("、|和")
OFFICE = re.compile("职务|职级(?!）)")
_POST_TAIL = re.compile(r"(?:的)?(?:领导)?(?:职务|职级|一职|人选)?[ ]*$")
_TERM = re.compile(r"[一二两三四五六七八九十\d]+(?:年(?![级制度])|个月)")
_HELD = re.compile(r"[ 的]*(?:(?:原|所)?(?:所|兼|担)?任的?|担任的|兼任的)?[ 的]*(?!何)")


@dataclass(slots=True)
class Found:
    """One reading: action, places of the names, place of the post (None: the heading gives it)."""

    action: str
    names: list[Span]
    post: Span | None
    his: bool = False


@dataclass(slots=True)
class Context:
    """What stands before a clause: the heading's verb and its shared post, names seen so far.

    `appointing`: the document is about appointments; `place`: its county; `going`: the verb the sentence
    began with; `named`: a clause before spoke of somebody and gave him no post; `subject`: somebody stands before
    whom 其 may mean; `placed`: the sentence gave somebody a post that begins with its place (柳河县体育局局长).
    """

    appointing: bool
    verb: str | None = None
    post: str | None = None
    known: set[str] = field(default_factory=set)
    place: str = ""
    subject: bool = False
    going: str | None = None
    named: bool = False
    placed: bool = False


def post_span(text: str, start: int, end: int) -> Span | None:
    """The post printed there, without 职务 behind it; None if none is left or a time is told (一年, 期满)."""
    if held := _HELD.match(text, start, end):
        start = held.end()
    end = post_end(text, start, end)
    over = _TERM.match(text, start, end) or text.endswith("期满", start, end)
    return (start, end) if end - start >= 2 and not over else None


def severally(text: str, names: list[Span], start: int, end: int, action: str) -> Iterator[Found]:
    """A、B分别为甲、乙: one post each, where the counts agree."""
    cuts = [start, *[m.end() for m in AND.finditer(text, start, end)], end + 1]
    if len(cuts) == len(names) + 1:
        for name, a, b in zip(names, cuts, cuts[1:], strict=False):
            if post := post_span(text, a, b - 1):
                yield Found(action, [name], post)


def post_end(text: str, start: int, end: int) -> int:
    """Where a post printed there ends: before 职务, 职级, 一职 or 人选."""
    if stop := OFFICE.search(text, start + 1, end):
        end = stop.start()
    tail = _POST_TAIL.search(text, start, end)
    return tail.start() if tail else end


def post_words(printed: str) -> str:
    """The post's words without terms, sex, rank and leave in brackets: （试用期一年） goes, （兼） and a grade (副处级) stay."""
    kept, done = [], 0
    for aside in _DROPPED.finditer(fold(printed)):
        kept.append(printed[done:aside.start()])
        if grade := _GRADE.search(aside[0]):
            kept.append(f"（{grade[1]}）")
        done = aside.end()
    return "".join([*kept, printed[done:]])


def bare_words(text: str, start: int, end: int) -> str:
    """The words between two places without blanks."""
    return text[start:end].replace(" ", "")
