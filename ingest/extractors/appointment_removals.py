"""Removals: whom a clause frees from what.

王大川的县财政局局长、李小山的县水务局局长职务      →  each with his own post
王大川县财政局局长职务                              →  王大川 | 县财政局局长
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from ingest.extractors.appointment_posts import (
    AND,
    OFFICE,
    REMOVE,
    Context,
    Found,
    bare_words,
    post_span,
    severally,
)
from ingest.lexicon.members import read_members
from ingest.lexicon.names import Span, glued_name, read_names
from ingest.lexicon.people import is_name
from ingest.lexicon.posts import is_post, is_unit, opens_post

_HIS = re.compile(r"(?:了)?(?:其|他|她|该同志|上述同志)(?:的|原?所?[兼担]?任的|原任)?")
_NEXT = re.compile("(?:职务|职级)[、和及]")
_NOT_SO = re.compile("[ ]*[不未非]")
# Words that open the name of a company or an office: a person's name ends before them, not inside.
_TRADES = re.compile(
    r"物[流业资]|商[贸业]|贸易|建[设筑]|投资|发展|开发|水[务利电]|城[投建]|交[投通]|旅游|文旅|农业|林业|电力|能源|矿业|"
    r"港口|码头|航运|园林|市政|环[卫保]|公交|客运|货运|粮油|食品|医药|化工|机械|钢铁|纺织|置业|房产|信息|科技|集团"
)
_OF = re.compile("同志|老师|的")
_LEVEL = re.compile("[省市县区州旗镇乡]")
_EACH = re.compile("(?:同志)?分别(?:[担兼]任)?的?")


def removed(text: str, start: int, end: int, context: Context) -> Iterator[Found]:
    """NAMES 的 POST 职务、NAME POST 职务: each of them; 其 POST 职务 with `his`."""
    cuts = [start, *[m.end() for m in _NEXT.finditer(text, start, end)], end]
    for a, b in itertools.pairwise(cuts):
        stop = OFFICE.search(text, a, b)
        b = stop.start() if stop else b
        if his := _HIS.match(text, a, b):
            if post := post_span(text, his.end(), b):
                yield Found(REMOVE, [], post, his=True)
        else:
            yield from one_post(text, a, b, context)


def one_post(text: str, start: int, end: int, context: Context) -> Iterator[Found]:
    """NAMES 的 POST, NAMES 同志 POST or NAMES POST, without 职务 behind it; further such pairs may follow."""
    if each := _EACH.search(text, start, end):
        yield from severally(text, read_names(text, start, each.start()), each.end(), end, REMOVE)
        return
    for m in () if _NOT_SO.match(text, start, end) else _OF.finditer(text, start, end):
        if names := read_names(text, start, m.start(), lenient=True):
            more = next((c for c in AND.finditer(text, m.end(), end) if _owner(text, c.end(), end)), None)
            if post := post_span(text, m.end(), more.start() if more else end):
                yield Found(REMOVE, names, post)
            if more:
                yield from one_post(text, more.end(), end, context)
            return
    before: list[Span] = []
    bounds = [start - 1, *[m.start() for m in AND.finditer(text, start, end)], end]
    for a, b in itertools.pairwise(bounds):
        a += 1
        if only := read_names(text, a, b):
            before += only
            continue
        stops = [b, *(stop for stop in bounds if stop > b and text.startswith("和", b))]  # 安然县发展和改革局局长
        cut = next((glued for stop in stops if (glued := _glued(text, a, stop, context))), None)
        if not cut or (context.named and not before and not opens_post(bare_words(text, cut[1], b))):
            break
        yield from _with_more(text, [*before, cut[0]], cut[1], end, context)
        return
    if not before and (found := list(_posts_first(text, start, end))):
        yield from found
        return
    if not before and context.subject and (post := post_span(text, start, end)):
        word = bare_words(text, *post)
        if is_post(word) and (context.named or opens_post(word) or _opens_place(word, context)):
            yield Found(REMOVE, [], post, his=True)


def _posts_first(text: str, start: int, end: int) -> Iterator[Found]:
    """原县政务中心主任王大川、副主任李小山: each behind the post he leaves; nothing unless all of it is such pairs."""
    start += text.startswith("原", start, end)
    members, understood = read_members(text, start, end)
    if understood and all(m.kind == "person" and m.post and m.post[0] < m.at[0] for m in members):
        for member in members:
            yield Found(REMOVE, [member.at], member.post)


def _opens_place(word: str, context: Context) -> bool:
    """Does `word` begin with a place: the document's own, or X县 where the sentence speaks of somebody already?"""
    if any(word[:length] in context.known for length in (4, 3, 2)):
        return False
    if context.place and word.startswith(context.place):
        return True
    spoken = context.named or (context.placed and not context.place.endswith(("县", "旗")))
    return spoken and bool(_LEVEL.match(word, 2) or _LEVEL.match(word, 3))


def behind_unit(text: str, start: int, end: int) -> Span:
    """县体育局耿直: the name without the unit before it."""
    return next(
        (
            (at, end)
            for at in (end - 3, end - 2)
            if at - start > 2 and is_name(text[at:end]) and is_unit(text[start:at])
        ),
        (start, end),
    )


def _owner(text: str, start: int, end: int) -> bool:
    """Does the stretch begin with NAME 的?"""
    at = text.find("的", start, end)
    return 0 <= at - start <= 12 and bool(read_names(text, start, at))


def _with_more(text: str, names: list[Span], start: int, end: int, context: Context) -> Iterator[Found]:
    """A post that runs to `end`, or to the next name with its own post (甲局局长、李四乙局局长)."""
    for m in AND.finditer(text, start, end):
        at = m.end()
        if m[0] == "和" and not is_post(bare_words(text, start, m.start())):
            continue
        stop = text.find("、", at, end)
        if (cut := _glued(text, at, stop if stop >= 0 else end, context)) and not is_post(text[at : cut[1]]):
            yield Found(REMOVE, names, post_span(text, start, at - 1))
            yield from _with_more(text, [cut[0]], cut[1], end, context)
            return
    if post := post_span(text, start, end):
        yield Found(REMOVE, names, post)


def _glued(text: str, start: int, end: int, context: Context) -> tuple[Span, int] | None:
    """The name that opens the stretch, and where its post begins."""
    bare = bare_words(text, start, end)
    if _opens_place(bare, context):
        return None
    length = glued_name(bare, context.known, context.place)
    if length == 3 and _TRADES.match(bare, 2) and is_name(bare[:2]) and not opens_post(bare[3:]):
        length = 2
    if not length and " " in text[start:end].strip():
        members, understood = read_members(text, start, end, lenient=True)
        if (
            understood
            and len(members) == 1
            and members[0].kind == "person"
            and (post := members[0].post)
            and post[0] > members[0].at[0]
        ):
            return members[0].at, post[0]
    at = start
    while length and at < end:
        length -= text[at] != " "
        at += 1
    if at == start or (not is_post(bare_words(text, at, end)) and "、" not in text[at:end]):
        return None
    begin = start + len(text[start:at]) - len(text[start:at].lstrip())
    return (begin, at), at
