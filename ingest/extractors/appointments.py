"""Appointments and removals.

任命：                                              →  the verb of the lines below
綦江、隋意为市教育局副局长（试用期一年）；          →  Appointment("任命", "綦江", "市教育局副局长"), …
免去司空见的市综合执法局局长职务。                  →  Appointment("免去", "司空见", "市综合执法局局长")
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.extractors.appointment_clauses import IN_GROUP, read_clause, spoken_of
from ingest.extractors.appointment_posts import APPOINT, REMOVE, Context, post_words
from ingest.extractors.base import Found, unread
from ingest.extractors.documents import jurisdiction
from ingest.facts import Appointment
from ingest.layout.blocks import Block, DocumentText
from ingest.layout.cells import Table, cell_text
from ingest.layout.lines import Paragraph
from ingest.lexicon.columns import column_kind
from ingest.lexicon.dates import DATE
from ingest.lexicon.names import Span, read_names
from ingest.lexicon.posts import is_post

_GATE = re.compile(r"增补|选举|任|免|聘|不再|委派|选派|辞去")
_PROPOSED = re.compile(r"公示|拟任|任前")
# What tells of lives and years past appoints nobody.
_OF_LIVES = re.compile("简历|生平|讣告|大事记|[县市区省]志(?![愿办])|年鉴|事迹|传略")
_ARTICLE = re.compile(r"[ ]*第[一二三四五六七八九十百零\d]+条")
_ABOUT = re.compile(r"任免|任职|免职|任命|聘任|解聘|聘用|聘请|职务|任用|职级|挂职|人事|干部")
_WORD = re.compile("命|免|聘")
_STRONG = re.compile(
    r"任命[^，。；：]{2,40}为|免去[^，。；：]{2,60}职务|(?:任命|聘任|免去|解聘)(?:[下以]列[^：。]{0,12})?：|"
    r"^[ ]*(?:任[ ]*命|免[ ]*去|聘[ ]*任|解[ ]*聘)[ ]*$"
)
_HEADING = re.compile(
    r"(?:^|[，：、 ]|决定|同意|通过|现|会议|拟|正式|批准|[下以][列下](?:同志|人员))"
    r"(?P<verb>任命|聘任|续聘|聘请|委任|委派|任职|新任|免去|免职|解聘|免除)"
    r"(?:(?:[下以]列|以下)(?:人员|同志|人选|干部|教师|老师)的?(?:(?:为|担任|任)?(?P<post>[^，。；：]{2,40}?))?(?:职务)?|"
    r"(?:[下以]列|以下)?(?:人员|同志|人选|干部|名单|职务)?)(?:名单|如下|人员|情况)*$"
)
_ALL_TO = re.compile(r"(?:[下以]列|以下)(?:人员|同志|人选)(?:为|担任|任)(?P<post>[^，。；：（]{2,40})(?:（[^（）]*）)?$")
_OVER = re.compile(
    r"(?:以上|上述|特此|请|此[件页令复]|附|联系|抄送|现予|希|自.{0,12}起|因机构|提请人|签发|主持人|印发)"
)
_TERM = re.compile("，(?:聘|任|试用)期[^，。；：]{1,14}$")
_LEADS = re.compile("决定|同意|如下|通知|研究|任免|通过|批准|审议|^(?:另外?|此外|同时|其中|根据.*(?:提名|提请))$")
_STOPS = re.compile("[。；\n]")
_SPACED = re.compile(r"\s(?=免|不再)")
_ORDINAL = re.compile(
    r"[ ]*(?:\d{1,2}[.、．](?!\d)|（[一二三四五六七八九十\d]{1,3}）|[一二三四五六七八九十]{1,3}、|[①-⑳])?[ ]*"
)
_SAYS = re.compile("[ ]*(?:任(?!丘)|免去?|聘任?|解聘|不再|[兼转改]任)")
_BOTH = re.compile("任免(?:职务|情况|事项|内容)?")
_COUNTY = re.compile("[^省市州]+[县市区旗]$")
_TO_POST = re.compile("任免|任职|任命")
_KIND = re.compile("(?:任免)?(?:类别|类型|性质)|任免")
_DONE = dict.fromkeys(("任命", "任职", "聘任", "任"), APPOINT) | dict.fromkeys(("免去", "免职", "解聘", "免"), REMOVE)
_PLACED = re.compile("(?![省市县区州旗镇乡])[\u4e00-\u9fff]{2,3}[省市县区州旗镇乡]")
_TITLED = re.compile(r"关于(?P<name>[\u4e00-\u9fff·]{2,8}?)(?:等|同志|职务|任|免)")


@dataclass(slots=True)
class _Walk:
    """What is carried from line to line."""

    context: Context
    paragraph: Paragraph | None = None
    subject: list[tuple[str, tuple[int, int]]] = field(default_factory=list)


def appointments(document: DocumentText) -> Iterator[Found]:
    """Appointment facts from sentences, lists below a verb, and tables; none from proposals and articles of rules."""
    title = document.titled
    heads = [title, *(block.text for block in document.blocks[:1] if len(block.text) <= 24)]
    if _PROPOSED.search(title) or any(map(_OF_LIVES.search, heads)):
        return
    ruled = False
    appointing = bool(_ABOUT.search(title)) or any(
        _STRONG.search(block.text) for block in document.blocks if _WORD.search(block.text)
    )
    county = _COUNTY.search(jurisdiction([*document.issuers, title]) or "")
    walk = _Walk(Context(appointing, place=county[0] if county else ""))
    if named := _TITLED.search(title):
        walk.context.known.add(named["name"])
    for block in document.blocks:
        ruled = bool(_ARTICLE.match(block.text)) or (ruled and block.level > 0)
        if ruled:
            continue
        if block.table:
            yield from _table(block.table, walk.context, title)
        elif block.paragraph and (walk.context.verb or (appointing and _GATE.search(block.text))):
            yield from _paragraph(block, block.paragraph, walk)


def _paragraph(block: Block, paragraph: Paragraph, walk: _Walk) -> Iterator[Found]:
    text = block.text
    context = walk.context
    if _OVER.match(text[block.body :].lstrip()) or (DATE.search(text) and len(text) < 40):
        context.verb = context.post = None
    start = block.body
    for stop in [*(m.start() for m in _STOPS.finditer(text)), len(text)]:
        yield from _sentence(paragraph, start, stop, walk)
        start = stop + 1


def _sentence(paragraph: Paragraph, start: int, end: int, walk: _Walk) -> Iterator[Found]:
    """One stretch between full stops or semicolons: a heading's verb, then clauses."""
    text, context = paragraph.text, walk.context
    if not text.endswith("；", 0, start):  # 任命甲为某局局长；乙为某局局长
        context.going = None
    if lead := _ORDINAL.match(text, start, end):
        start = lead.end()
    colon = text.rfind("：", start, end)
    head = text[start : colon if colon >= 0 else end].rstrip()
    head = _TERM.sub("", "".join(head.split()) if len(head) <= 8 else head)
    context.named, context.placed = False, False
    if (colon >= 0 or len(head) <= 16) and (heading := _HEADING.search(head)):
        context.verb = REMOVE if heading["verb"][0] in "免解" else APPOINT
        post = (start + heading.start("post"), start + heading.end("post"))
        context.post = paragraph.printed(*post) if heading["post"] else None
    elif colon >= 0 and (to := _ALL_TO.match(head)) and is_post(to["post"]) and not IN_GROUP.fullmatch(to["post"]):
        context.verb = APPOINT
        context.post = paragraph.printed(start + to.start("post"), start + to.end("post"))
    elif colon >= 0 and context.verb and is_post("".join(head.split())):
        yield from _labelled(paragraph, (start, start + len(head)), colon + 1, end, walk)
        return
    elif colon >= 0 and (names := read_names(text, start, colon)):
        _speak_of(paragraph, names, walk)
    elif colon >= 0 and not _LEADS.search(head):
        return
    if colon >= 0:
        start = colon + 1
    elif _HEADING.search(head) and len(head) <= 16:
        return
    for a, b in _clauses(text, start, end):
        yield from _clause(paragraph, a, b, walk)


def _clauses(text: str, start: int, end: int) -> Iterator[Span]:
    """Stretches between commas outside brackets."""
    depth, begin = 0, start
    for at in range(start, end):
        depth += (text[at] == "（") - (text[at] == "）")
        if depth <= 0 and (text[at] == "，" or _SPACED.match(text, at)):
            yield begin, at
            begin = at + 1
    yield begin, end


def _labelled(paragraph: Paragraph, post: Span, start: int, end: int, walk: _Walk) -> Iterator[Found]:
    """局长：王大明 below 任命."""
    for name in read_names(paragraph.text, start, end, lenient=True):
        yield _fact(paragraph, walk.context.verb or APPOINT, name, paragraph.printed(*post))


def _clause(paragraph: Paragraph, start: int, end: int, walk: _Walk) -> Iterator[Found]:
    text, context = paragraph.text, walk.context
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start >= end:
        return
    context.subject = bool(walk.subject)
    found = read_clause(text, start, end, context)
    for one in found:
        post = post_words(paragraph.printed(*one.post)) if one.post else context.post
        if one.his:
            for name, span in walk.subject:
                at = span if walk.paragraph is paragraph else paragraph.span(start, end)
                yield Appointment(start=at[0], end=at[1], action=one.action, person=name, post=post)
            continue
        walk.paragraph = paragraph
        walk.subject = [(paragraph.printed(*name), paragraph.span(*name)) for name in one.names]
        context.known.update(name for name, _ in walk.subject)
        for name, span in walk.subject:
            yield Appointment(start=span[0], end=span[1], action=one.action, person=name, post=post)
    if found:
        context.named = False
        context.placed = any(
            one.action == APPOINT and one.post and _PLACED.match(text, one.post[0]) for one in found
        )
    elif people := spoken_of(text, start, end):
        _speak_of(paragraph, people, walk)
    elif re.match(r"(?:决定)?(?:任命|免去|聘任|解聘).{4,}(?:为|职务)", text[start:end]):
        yield unread(paragraph, start, end, "任免：未读懂谁任何职 · appointment not understood")


def _speak_of(paragraph: Paragraph, names: list[Span], walk: _Walk) -> None:
    """Let the next clause without a name mean these people."""
    walk.paragraph, walk.context.named = paragraph, True
    walk.subject = [(paragraph.printed(*name), paragraph.span(*name)) for name in names]


def _fact(paragraph: Paragraph, action: str, name: Span, post: str | None) -> Appointment:
    start, end = paragraph.span(*name)
    return Appointment(
        start=start,
        end=end,
        action=action,
        person=paragraph.printed(*name),
        post=post_words(post) if post else None,
    )


def _table(table: Table, context: Context, title: str) -> Iterator[Found]:
    """Rows of 姓名 | 任何职 | 免何职, of 姓名 | 任免职务, or of 姓名 | 职务 below a verb."""
    at = next(
        (k for k, row in enumerate(table.rows[:3]) if "name" in [column_kind(cell_text(c)) for c in row]),
        None,
    )
    if at is None:
        return
    heads = [cell_text(cell) for cell in table.rows[at]]
    kinds = [column_kind(head) for head in heads]
    columns = [
        (k, APPOINT if kind == "appointed" else REMOVE)
        for k, kind in enumerate(kinds)
        if (kind in ("appointed", "removed") or _BOTH.fullmatch(heads[k])) and not heads[k].startswith(("拟", "原"))
    ]
    verb = context.verb or _only_verb(title)
    if any(head.startswith("原") for head in heads) and not context.verb and _TO_POST.search(title):
        columns = columns or [(k, APPOINT) for k, head in enumerate(heads) if head == "现任职务"]
    kind_at = next((k for k, head in enumerate(heads) if _KIND.fullmatch(head)), None)
    posts = [k for k, kind in enumerate(kinds) if kind == "post"]
    if not columns and kind_at is not None and len(posts) == 1:
        yield from _by_kind(table.rows[at + 1 :], kind_at, kinds.index("name"), posts[0])
        return
    if not columns and verb and not {"role", "role_column"} & set(kinds):
        columns = [
            (k, verb)
            for k, kind in enumerate(kinds)
            if kind == "post" and not heads[k].startswith(("现", "原", "拟"))
        ][:1]
    name = kinds.index("name")
    people: list[tuple[Paragraph, Span]] = []
    for row in table.rows[at + 1 :] if columns else []:
        cell = row[name] if name < len(row) else None
        if cell:
            people = [(cell, span) for span in read_names(cell.text.replace("\n", "、"), lenient=True)]
        for k, action in columns:
            post = row[k] if k < len(row) else None
            if post and len(cell_text(post)) > 2:
                if _SAYS.match(post.text):
                    yield from _said(post, people)
                    continue
                for where, span in people:
                    yield _fact(where, action, span, post.printed())


def _by_kind(rows: list[list[Paragraph | None]], kind: int, name: int, post: int) -> Iterator[Appointment]:
    """任命 | 王大川 | 县财政局局长: rows whose first cell, or that of a row above, says what is done."""
    action = None
    for row in rows:
        said, who, what = (row[k] if k < len(row) else None for k in (kind, name, post))
        if said and (word := cell_text(said)):
            action = _DONE.get(word)
        if action and who and what and len(cell_text(what)) > 2:
            for span in read_names(who.text.replace("\n", "、"), lenient=True):
                yield _fact(who, action, span, what.printed())


def _said(cell: Paragraph, people: list[tuple[Paragraph, Span]]) -> Iterator[Appointment]:
    """任县财政局局长，免去县水务局局长职务 in a cell: clauses about the people of the row."""
    context = Context(appointing=True, subject=True)
    for a, b in _clauses(cell.text, 0, len(cell.text.rstrip(" 。；"))):
        context.named, context.going = True, None
        for one in read_clause(cell.text, a, b, context):
            if one.his and one.post:
                post = cell.printed(*one.post)
                yield from (_fact(where, one.action, span, post) for where, span in people)


def _only_verb(title: str) -> str | None:
    """The verb of a title that is about appointing alone or removing alone."""
    if "任免" in title or ("免" in title and re.search("任职|任命|聘任", title)):
        return None
    return (
        APPOINT
        if re.search("任职|任命|聘任|聘请", title)
        else REMOVE
        if re.search("免职|免去|解聘", title)
        else None
    )
