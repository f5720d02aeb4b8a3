"""One clause of an appointment: who, to what or from what.

任命綦江、隋意为市教育局副局长          →  任命, [綦江, 隋意], 市教育局副局长
免去其县商务局局长职务                  →  免去, [whoever stands before], 县商务局局长
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.extractors.appointment_posts import (
    AND,
    APPOINT,
    REMOVE,
    Context,
    Found,
    bare_words,
    post_end,
    post_span,
    severally,
)
from ingest.extractors.appointment_removals import behind_unit, one_post, removed
from ingest.lexicon.members import read_members
from ingest.lexicon.names import Span, read_names
from ingest.lexicon.people import NAME, is_name
from ingest.lexicon.posts import is_post

_TOLD = r"(?!后[，为原的]|[时前][，]|期[间限满]|的|合同|制)"
_APPOINTS = re.compile(rf"(?:任命|聘任|续聘|聘请|聘用|委任|委派|选派|指派){_TOLD}")
_REMOVES = re.compile(rf"(?:免去|免除|解聘){_TOLD}|(?:^|(?<=[，。；：、 ]))免(?![职费疫税试征])")
_ELECTS = "(?:会议|同意|决定)*(?:增补|补选|选举)"
_BARE_APPOINTS = re.compile(rf"(?:任(?![期职何务满])|聘(?![任请用期书])|{_ELECTS})(?=[^，]{{1,20}}为)")
_NO_PERSON = re.compile("待遇|任命|聘任|解聘|免去|任职|期[间限满]")
_PROPOSES = re.compile(r"提名|提请|推荐|建议|拟(?:任|聘|提)")
_KEEPS = re.compile("(?:并|但|仍)?(?:保留|享受|按)[^，]*(?:待遇|职级|级别)")
_GROUND = re.compile(r"(?:根据|依据|按照)[^，。；：]*?(?:提名|提请|推荐|建议)")
_RULES = re.compile(r"(?:有权|可以|应当|不得|必须|方可|负责|[应可]予)(?:依法|随时|直接|决定|提前|以)?$")
IN_GROUP = re.compile(r"(?:常务|执行|第一)?副?(?:组长|总?指挥长?|召集人|专?班长)|组员|成员|联络员")
_TO = re.compile(r"为|继续担任|担任|兼任|出任|(?<![主责担委历信])任")
_HIM_TO = re.compile(rf"(?:其|他|她|该同志)?(?:{_TO.pattern})")
_TAKES = re.compile(
    r"(?:正式|被)*(?:任命|聘任|聘请|聘|委任)为|(?:挂职|兼职|正式)?(?:担任|出任)|继续(?:担任|任)|"
    r"(?<![主责担委历信现原曾所])(?:挂职?|兼职?|改|调|转|升|续|连|仍|就|拟|正式)?任(?!免|期|职|何|务|命|用|满)|"
    r"(?<=同志)兼(?![任职顾有备])"
)
_LEAVES = re.compile(r"不再(?:继续)?(?:担任|兼任|聘任为|聘为|保留|任)")
_RESIGNS = re.compile(
    r"(?:接受|同意|批准|准予)(?P<who>[^，。；]{2,20}?)(?:同志)?(?:的?辞去|请求辞去)(?:其)?(?:担任的)?"
    r"(?P<post>[^，。；]{3,60}?)(?:职务|的?(?:请求|申请))"
)
_LAPSES = re.compile(
    r"(?:的)?职务(?:自然|自行|同时|一并|予以|相应|即行)+(?:免除|免去|解除)|(?:的)?职务(?:免除|免去)$"
)
# What is to happen one day: 挂职期满后，其挂任职务自行免除
_ONE_DAY = re.compile("(?:[期届]满|到[期龄]|退休|离任|结束)之?[后时日][^。；]*$")
_LEAD = re.compile(
    r"(?:[^，：]*(?:决定|研究(?![院所员生室会中])|同意|通过|批准)[：，]?|现|同时|其中|并|抽?调(?![任整])|派|经[^，]{2,20}?)?"
    "(?:由(?=[^，]{2,12}任))?"
)
_SEAT = re.compile("(?:组长|总?指挥长?|组员|成员|联络员|召集人|代表|委员|监票人|计票人)$")
_OWNED = re.compile(rf"{NAME}(?:同志的?|的)[^，]+职务")
_AS = re.compile("(?<![行作])为")
_SENT = re.compile(rf"派?(?P<names>{NAME})(?:同志)?[到至赴往去](?P<post>[^，]+挂职任[^，（]+)(?:（[^，（）]*）)?")
# 邝野任…: two or three characters before the verb are a name, known or not, where the post is a post.
_BRIEF = re.compile(r"[\u4e00-\u9fff]{2,3}任[^，]{4,}")
_TOPIC = re.compile(r"(?:对[^，]*的)?(?P<names>[^，]{2,40}?)[ ]*同志(?!的)[^，]*")
_ABSENT = re.compile(
    rf"(?P<names>{NAME})(?!(?<=同)志)[ ]*(?:同志)?[ ]*(?:退休|因[^，]*|到龄[^，]*|调出|另有任用|[^，]{{0,4}}期满[^，]*)?"
)
_MOVED = re.compile(rf"(?:因[^，]*)?(?:抽?调|安排|[委选]?派)[ ]*(?P<names>{NAME})[ ]*(?:同志)?[ ]*[到至赴往去][^，]+")


def read_clause(text: str, start: int, end: int, context: Context) -> list[Found]:
    """What the clause `text[start:end]` (folded, no marks at its ends) appoints or removes; [] if nothing.

    A clause about 其 gives `his` and no names: the person of the clause before is meant. Names and post that are
    neither known by their form name nobody.
    """
    found = _read(text, start, end, context)
    for one in found:
        one.names = [behind_unit(text, *name) for name in one.names]
    return [one for one in found if _likely(text, one)]


def _likely(text: str, found: Found) -> bool:
    """Are the names names by their form, or is the post a post, or is something taken away from 其?"""
    if any(_NO_PERSON.search(bare_words(text, *name)) for name in found.names):
        return False
    return (
        not found.post
        or (found.his and found.action == REMOVE)
        or _named(text, found.names)
        or is_post(bare_words(text, *found.post))
    )


def _holds(text: str, found: Found) -> bool:
    """Does somebody take a post that is none in a group (组长, 联络员)?"""
    return not (found.post and IN_GROUP.fullmatch(bare_words(text, *found.post)))


def _seated(text: str, found: Found) -> bool:
    """Is one who was elected or added given an office, not a seat in a group or an assembly?"""
    return bool(found.post) and not _SEAT.search(bare_words(text, *(found.post or (0, 0))))


def _read(text: str, start: int, end: int, context: Context) -> list[Found]:
    if ground := _GROUND.match(text, start, end):
        start = ground.end()
        if not text[start:].strip():
            context.verb = context.post = None
    if _PROPOSES.search(text, start, end) or _KEEPS.match(text, start, end):
        return []
    if resigned := _RESIGNS.search(text, start, end):
        names = read_names(text, *resigned.span("who"), lenient=True)
        return [Found(REMOVE, names, resigned.span("post"))] if names else []
    verb = _APPOINTS.search(text, start, end) or _BARE_APPOINTS.match(text, start, end)
    if (done := verb or _REMOVES.search(text, start, end)) and _RULES.search(text[start : done.start()]):
        return []
    if verb:
        context.going = APPOINT
    if context.appointing and (sent := _SENT.fullmatch(text, verb.end() if verb else start, end)):
        return [Found(APPOINT, [sent.span("names")], sent.span("post"))]
    if verb:
        if (
            context.subject
            and (to := _HIM_TO.match(text, verb.end(), end))
            and (post := post_span(text, to.end(), end))
        ):
            return [Found(APPOINT, [], post, his=True)]
        if found := [*_appointed(text, verb.end(), end, _TO, True)] or _directly(
            text, verb.end(), end, context
        ):
            elected = re.fullmatch(_ELECTS, verb[0])
            return [one for one in found if not elected or (_named(text, one.names) and _seated(text, one))]
    elif (verb := _REMOVES.search(text, start, end)) and (
        found := list(removed(text, verb.end(), end, context))
    ):
        context.going = REMOVE
        return found
    lead = _LEAD.match(text, start, end)
    start = lead.end() if lead else start
    if context.appointing and (found := _name_first(text, start, end, context)):
        return [one for one in found if _holds(text, one)]
    if context.going == APPOINT and (found := list(_appointed(text, start, end, _AS, True))):
        return found
    if context.going == REMOVE and _OWNED.fullmatch(text, start, end):
        return list(removed(text, start, end, context))
    return list(_under_heading(text, start, end, context)) if context.verb and not verb else []


def spoken_of(text: str, start: int, end: int) -> list[Span]:
    """Those of whom a clause tells something else (蔡明月 退休, 綦江同志试用期满): the next may mean them."""
    for pattern in (_ABSENT, _MOVED, _TOPIC):
        if (match := pattern.fullmatch(text, start, end)) and (names := read_names(text, *match.span("names"))):
            return names
    return []


def _appointed(text: str, start: int, end: int, joint: re.Pattern[str], lenient: bool) -> Iterator[Found]:
    """NAMES 为 POST、NAMES 为 POST: each pair."""
    for m in joint.finditer(text, start, end):
        each = text.endswith("分别", start, m.start())
        if names := _names(text, start, m.start() - 2 * each, lenient):
            again = next(
                (
                    (c.start(), found)
                    for c in AND.finditer(text, m.end(), end)
                    if (found := list(_appointed(text, c.end(), end, joint, False)))
                ),
                None,
            )
            stop = again[0] if again else end
            if each and len(names) > 1:
                yield from severally(text, names, m.end(), stop, APPOINT)
            elif post := post_span(text, m.end(), stop):
                yield Found(APPOINT, names, post)
            if again:
                yield from again[1]
            return


def _directly(text: str, start: int, end: int, context: Context) -> list[Found]:
    """任命王大川县财政局局长: the post right behind the name."""
    found = [*one_post(text, start, end, context)]
    sure = not _AS.search(text, start, end) and all(
        one.post and is_post(bare_words(text, *one.post)) and _named(text, one.names) for one in found
    )
    return [Found(APPOINT, one.names, one.post) for one in found] if sure else []


def _names(text: str, start: int, end: int, lenient: bool) -> list[Span]:
    """Names between marks, set apart by blanks only (孔令辉  陶　静), or behind a present post."""
    if names := read_names(text, start, end, lenient):
        return names
    members, understood = read_members(text, start, end - 2 * text.endswith("同志", start, end))
    found = [m.at for m in members if m.kind == "person" and (not m.post or m.post[0] < m.at[0])]
    return found if understood and len(found) == len(members) and _named(text, found) else []


def _named(text: str, names: list[Span]) -> bool:
    """Are these names by their form, not only by their place?"""
    return bool(names) and all(is_name(bare_words(text, *name)) for name in names)


def _name_first(text: str, start: int, end: int, context: Context) -> list[Found]:
    """NAMES 同志任 POST; NAMES 不再担任 POST; NAMES 的 POST 职务自然免除."""
    for leave in _LEAVES.finditer(text, start, end):
        names = read_names(text, start, leave.start(), lenient=True)
        if (names or (leave.start() == start and context.subject)) and (
            post := post_span(text, leave.end(), end)
        ):
            return [Found(REMOVE, names, post, his=not names)]
    if lapse := _LAPSES.search(text, start, end):
        one_day = _ONE_DAY.search(text, max(0, start - 24), lapse.start())
        return [] if one_day else list(removed(text, start, lapse.start(), context))
    if context.named and (m := _TAKES.match(text, start, end)) and (post := post_span(text, m.end(), end)):
        return [Found(APPOINT, [], post, his=True)]
    if titled := list(_titled(text, start, end)):
        return titled
    lenient = "同志" in text[start:end] or bool(context.verb) or _BRIEF.match(text, start, end) is not None
    if found := list(_appointed(text, start, end, _TAKES, lenient)):
        return found
    # 高原任县水务局局长: 原任 begins no verb where a name of two characters ends with it.
    brief = _BRIEF.match(text, start, end)
    names = read_names(text, start, start + 2) if brief and text[start + 2] == "任" else []
    post = post_span(text, start + 3, end) if names else None
    return [Found(APPOINT, names, post)] if post else []


def _titled(text: str, start: int, end: int) -> Iterator[Found]:
    """县财政局局长王大川兼任县国资委主任: a name behind its present post."""
    for m in _TAKES.finditer(text, start, end):
        members, understood = read_members(text, start, m.start() - 2 * text.endswith("同志", start, m.start()))
        if understood and len(members) == 1 and members[0].kind == "person" and members[0].post:
            if members[0].post[0] < members[0].at[0] and (post := post_span(text, m.end(), end)):
                yield Found(APPOINT, [members[0].at], post)
            return


def _under_heading(text: str, start: int, end: int, context: Context) -> Iterator[Found]:
    """A line below 任命： or 免去：, with the verb left out."""
    if context.verb == APPOINT and (found := list(_appointed(text, start, end, _AS, lenient=True))):
        yield from found
        return
    if context.post and (names := read_names(text, start, end) or _in_columns(text, start, end)):
        yield Found(context.verb or APPOINT, names, None)
        return
    if context.verb == REMOVE and "  " in text[start:end] and (line := _set_apart(text, start, end)):
        yield Found(REMOVE, *line)
        return
    if context.verb == REMOVE and ("职务" in text[start:end] or "的" in text[start:end]):
        yield from removed(text, start, end, context)
        return
    if line := _set_apart(text, start, end):
        yield Found(context.verb or APPOINT, *line)
        return
    members, understood = read_members(text, start, post_end(text, start, end), lenient=True)
    if not understood or any(m.kind != "person" for m in members):
        return
    waiting: list[Span] = []
    for member in members:
        waiting.append(member.at)
        if member.post and "同志" not in (post := bare_words(text, *member.post)) and is_post(post):
            yield Found(context.verb or APPOINT, waiting, post_span(text, *member.post))
            waiting = []


def _in_columns(text: str, start: int, end: int) -> list[Span]:
    """Names with nothing but blanks between them (丁　莉　　　毛 建 国　　　石　磊)."""
    members, understood = read_members(text, start, end, lenient=True) if "  " in text[start:end] else ([], False)
    return [m.at for m in members] if understood and all(m.kind == "person" and not m.post for m in members) else []


def _set_apart(text: str, start: int, end: int) -> tuple[list[Span], Span] | None:
    """NAMES and POST with blanks between them (岑　天　　心内科主任), more than pad the name."""
    for gap in sorted(re.compile("[ ]+").finditer(text, start, end), key=lambda gap: -len(gap[0])):
        names = read_names(text, start, gap.start())
        if names and (post := post_span(text, gap.end(), end)) and is_post(bare_words(text, *post)):
            return names, post
    return None
