"""Whom a division of work speaks of.

一、翁大年党组书记、主任：主持全面工作。          翁大年, 党组书记、主任
常务副市长　陶行之（女）                          陶行之, 常务副市长
张晓亮，男，1971年生，县税务局党委书记、局长。      张晓亮, 县税务局党委书记、局长
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.layout.blocks import Block
from ingest.layout.lines import Paragraph
from ingest.lexicon.labels import is_role
from ingest.lexicon.members import read_members
from ingest.lexicon.names import Span, glued_name, read_names
from ingest.lexicon.people import is_name, may_be_name, surname_first
from ingest.lexicon.posts import is_post, opens_post

_EDGES = " \t：，。；—"
_RANKED = re.compile("执行|第一|主要|专职|兼职|联合|值班|轮值|名誉|技术|行政|具体|带班|现场|项目")
_NOW = re.compile("^(?:现任|曾任|任)")
_GAP = re.compile(r"[ （：，]|同志|$")
_BEHIND = re.compile(
    r"[ ]*(?:同志|老师)?[ ]*(?:（(?P<about>[^（）]*(?:（[^（）]*）[^（）]*)*)）)?[ ]*(?:同志|老师)?[ ：，]*"
    r"(?P<rest>.*)",
    re.S,
)
_VITA = re.compile(r"(?:[男女]|[^，]{1,5}族|[^，]*(?:\d{4}年|出生|学历|学位|党员|人|籍|岁|参加工作|职称|毕业)[^，]*)$")
_SEX = re.compile(r"^(?:[男女]|[^，、]{1,5}族|[，、 ])+$")
_NEXT = re.compile(r"[ ]*(?:民[ ]*族|性[ ]*别|出生|工作分工|分管|分工|主持|协助|负责|简历|联系|领导|全面)")
_POST_LABEL = re.compile(r"[ ]*(?:职[ ]*务|现任)")
_TITLES = re.compile("工作|分工|职责|简历|领导|分管|联系|协调|部门|单位|职务|姓名|民族|性别|学历|籍贯|邮箱|电话|地址")
_LABEL = re.compile("领导|分管|联系|协调|负责|责任")
_DUTY = re.compile("主持|负责|分管|协管|联系|协助|主管|协调|领导")
_MARKED = re.compile("[\u4e00-\u9fff· ]{2,10}[，：（]|[\u4e00-\u9fff]{2,4} ")
_CLAIM = re.compile(r"[ ]*(?:姓[ ]*名|领导姓名|(?:[县市区镇乡局校院州旗省]级?|包联|联系)?领导)[ ]*：")


@dataclass(slots=True)
class Person:
    """A person as printed, without blanks, and the post printed with the name."""

    name: str
    post: str | None = None


def person_at(paragraph: Paragraph, start: int, end: int) -> Person | None:
    """The one person, with or without a post, that all of this stretch is about, else None."""
    text = paragraph.text
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    if end - start < 2 or end - start > 160:
        return None
    if text.endswith("同志", start, end):
        end -= 2
    forms = (_led, _labelled, _glued, _listed)
    return next((person for form in forms if (person := form(paragraph, start, end))), None)


def _labelled(paragraph: Paragraph, start: int, end: int) -> Person | None:
    """POST：NAME, where the label is a post and neither a role in a group nor that of a line about duties."""
    colon = paragraph.text.find("：", start, end)
    post = "".join(paragraph.text[start:max(start, colon)].split())
    if not is_post(post) or is_role(post) or _RANKED.match(post) or _LABEL.search(post):
        return None
    names = read_names(paragraph.text, colon + 1, end)
    return Person(paragraph.printed(*names[0]), paragraph.printed(start, colon)) if len(names) == 1 else None


def _led(paragraph: Paragraph, start: int, end: int) -> Person | None:
    """NAME first: alone, with brackets, or before a mark and posts."""
    for gap in _GAP.finditer(paragraph.text, start, end):
        word = "".join(paragraph.text[start : gap.start()].split())
        if len(word) > 8 or not word:
            break
        known = is_name(word)
        apart = len(word) > 4 and "·" not in word and (len(word) > 5 or " " in paragraph.text[start : gap.start()])
        if _TITLES.match(word) or apart or (not known and not (may_be_name(word) and not is_post(word))):
            continue
        m = _BEHIND.match(paragraph.text, gap.start(), end)
        if m is None:
            continue
        about, rest = m["about"] or "", m["rest"].strip()
        if post := _posts(paragraph, m, rest, about):
            return Person(paragraph.printed(start, gap.start()), post)
        if known and not rest and (not about or _SEX.match(about)):
            return Person(paragraph.printed(start, gap.start()))
    return None


def _posts(paragraph: Paragraph, match: re.Match[str], rest: str, about: str) -> str | None:
    """The posts behind the name or in its brackets; what tells of age, sex or schooling is passed over."""
    if rest:
        at = match.start("rest")
        end = match.end("rest")
        for part in re.split("(?<=，)", rest):
            if not _VITA.match(part.strip("， ")):
                break
            at += len(part)
        word = "".join(paragraph.text[at:end].split()).strip("。，：")
        if word and is_post(word) and not re.search("[。；：]", word):
            return _NOW.sub("", paragraph.printed(at, end).strip("。，："))
        return None
    parts = [part for part in about.split("，") if not _SEX.match(part)]
    if parts and is_post(parts[-1].replace(" ", "")):
        at = match.start("about")
        return paragraph.printed(at, match.end("about"))
    return None


def _glued(paragraph: Paragraph, start: int, end: int) -> Person | None:
    """翁大年党组书记、主任."""
    word = "".join(paragraph.text[start:end].split())
    length = glued_name(word)
    if not length or opens_post(word) or not is_post(word[length:]) or re.search("[。；：]", word) or _RANKED.match(word):
        return None
    at, left = start, length
    while left:
        left -= paragraph.text[at] != " "
        at += 1
    return Person(paragraph.printed(start, at), paragraph.printed(at, end).strip("，"))


def _listed(paragraph: Paragraph, start: int, end: int) -> Person | None:
    """POST NAME, and whatever else the reader of members tells apart."""
    members, understood = read_members(paragraph.text, start, end)
    people = [m for m in members if m.kind == "person"]
    if (
        not understood
        or len(people) != 1
        or not _sure(paragraph, *people[0].at)
        or _TITLES.match("".join(paragraph.text[slice(*people[0].at)].split()))
        or any(m.kind == "unit" for m in members)
    ):
        return None
    posts = [people[0].post, *[m.at for m in members if m.kind == "post"]]
    spans: list[Span] = sorted(span for span in posts if span)
    return Person(
        paragraph.printed(*people[0].at),
        paragraph.printed(spans[0][0], spans[-1][1])
        if (spans and spans[-1][1] <= people[0].at[0]) or (spans and spans[0][0] >= people[0].at[1])
        else None,
    )


def _sure(paragraph: Paragraph, start: int, end: int) -> bool:
    word = "".join(paragraph.text[start:end].split())
    return is_name(word) or "·" in word or (len(word) <= 4 and may_be_name(word))


def person_line(blocks: Sequence[Block], number: int) -> Person | None:
    """The person whom a line of its own introduces, on a leaders' page or above the lines of his duties."""
    block = blocks[number]
    paragraph = block.paragraph
    text = block.text[block.body :].strip()
    if paragraph and (claim := _CLAIM.match(block.text, block.body)):
        return person_at(paragraph, claim.end(), len(block.text))
    if paragraph is None or len(text) < 2 or _DUTY.search(text) or len(text) > 120 or ("。" in text[:-1] and "，" not in text):
        return None
    word = "".join(text.split())
    following = next((b.text for b in blocks[number + 1 : number + 2] if b.paragraph), "")
    bare = re.sub(r"（[^（）]*）$", "", word)
    shaped = surname_first(bare) and 2 <= len(bare) <= 3 and " " in text
    if (may_be_name(bare) or shaped) and not is_post(bare) and not _TITLES.search(bare):
        posted = _POST_LABEL.match(following) or (is_post("".join(following.split())) and len(following) < 60)
        if posted or (is_name(bare) and _NEXT.match(following)):
            return Person(bare)
    ends = (bare[:2], bare[:3], bare[:4], bare[-2:], bare[-3:])
    if not any(is_name(end) for end in ends) and not _MARKED.match(text):
        return None
    return person_at(paragraph, block.body, len(block.text))
