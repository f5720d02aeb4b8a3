"""Members of groups, listed under their roles.

    组　长：丁　炜  县委副书记、县长
    副组长：马俊文  副县长                  →  Membership(role="副组长", member="马俊文", post="副县长")
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.extractors.base import Found, unread
from ingest.extractors.group_context import groups
from ingest.facts import Membership
from ingest.layout.blocks import Block, DocumentText, GroupInForce
from ingest.layout.lines import Paragraph
from ingest.lexicon.dates import DATE
from ingest.lexicon.groups import heading_group, is_generic
from ingest.lexicon.labels import POST_LIKE, ROLE, compact
from ingest.lexicon.members import Member, read_members
from ingest.lexicon.posts import is_post, is_unit

HAN = "\u4e00-\u9fff"
_GATE = re.compile(r"组长|召集人|指挥|主任|委员|成员|组员|队[ ]*[员长]|政[ ]*委|秘书|顾[ ]*问|联络员|编辑|主[ ]*编|编委|组[ ]+长|成[ ]+员|主[ ]+任|委[ ]+员|组[ ]+员|会[ ]*长|[总副]\S{0,3}长|负责|策划|校对|统筹|监督|协调|参谋|观察|信息员|工作人员|牵头单位|理事|团长|班长|主席|审")
_LABEL = re.compile(rf"(?P<prefix>(?:[{HAN}]{{1,16}}?(?:组|部|会议|委员会|专班|办公室)))?(?P<role>{ROLE})[ \t]*(?:（[^（）]{{1,16}}）)?[ \t]*(?P<mark>：)")
_ALONE = re.compile(rf"[ ]*(?P<prefix>)(?P<role>{ROLE})[ \t]*(?:（[^（）]{{1,24}}）)?[ \t]*：?[ \t]*$")
_GAPPED = re.compile(rf"[ ]*(?P<prefix>)(?P<role>{ROLE})(?P<mark>[ \t]+)(?=\S)")
_OTHER_LABEL = re.compile(rf"(?:^|(?<=[ \t。；，）]))[{HAN}]{{2,10}}[ ]*：")
_DOES = re.compile(r"^[ ]*(?:负责|主持|统筹|组织|领导|全面|承担|协助|指导|贯彻|研究|协调|督促|按照|落实|根据|具体)")
_NO_MEMBER = re.compile(r"负责|设在|职责|研究|按照|要求|附件|如下|以上|上述|电话|同时|此前|原[\u4e00-\u9fff]{2,20}(?:文件|通知)|自行|不再|接替|联系人|任期|实行|其他成员|更替|递补")
_ROW_DUTY = re.compile(r"[^，。]{0,30}[。]")
_BY_POST = re.compile(r"(?:自然|自动|自行|依次)(?:递补|替补|更替|接替|调整|替换|履职)|因(?:工作|职务|人事)变动[^。]{0,30}(?:接任|继任|替补|递补|接替)|不再另行(?:发文|通知)|相应岗位人员")


@dataclass(slots=True)
class _Segment:
    """What stands under one role label: stretches of paragraphs."""

    role: str
    group: GroupInForce | None
    bodies: list[tuple[Paragraph, int, int]]
    label: tuple[Paragraph, int, int]


def rosters(document: DocumentText) -> Iterator[Found]:
    """Memberships from role labels, their values on the same line or on the lines below."""
    by_post = any(_BY_POST.search(block.text) for block in document.blocks if len(block.text) > 10)
    segments = list(_segments(document))
    for index, segment in enumerate(segments):
        if _credible(segments, index):
            yield from _members(segment, by_post)


def _segments(document: DocumentText) -> Iterator[_Segment]:
    in_force = groups(document)
    number, count = 0, len(document.blocks)
    while number < count:
        block = document.blocks[number]
        paragraph = block.paragraph
        labels = _labels(block.text, block.body) if paragraph and _GATE.search(block.text) else []
        if not paragraph or not labels:
            number += 1
            continue
        last: _Segment | None = None
        for k, match in enumerate(labels):
            end = labels[k + 1].start() if k + 1 < len(labels) else len(block.text)
            stop = _value_end(block.text, match.end(), end)
            last = _Segment(compact(match["role"]), _group(match, in_force[number]), [], (paragraph, match.start(), match.end()))
            if block.text[match.end():stop].strip():
                last.bodies.append((paragraph, match.end(), stop))
            if k + 1 < len(labels):
                yield last
        number += 1
        if last and stop >= len(block.text.rstrip()):
            number = _follow(document, number, last)
        if last:
            yield last


def _labels(text: str, body: int) -> list[re.Match[str]]:
    if len(text) <= 24 and (alone := _ALONE.match(text, body) or _ALONE.match(text)):
        return [alone]
    found = [m for m in _LABEL.finditer(text) if not _DOES.match(text[m.end():m.end() + 6])] if "：" in text else []
    if not found and len(text) < 80 and (gapped := _GAPPED.match(text, body)) and _names_follow(text, gapped):
        return [gapped]
    return found


def _names_follow(text: str, match: re.Match[str]) -> bool:
    members, understood = read_members(text, match.end())
    return understood and members[0].kind == "person"


def _value_end(text: str, start: int, end: int) -> int:
    """Where a label's value ends: at a sentence's end, or at a label that is no role."""
    stop = text.find("。", start, end)
    if stop >= 0:
        end = stop
    other = _OTHER_LABEL.search(text, start, end)
    return other.start() if other and other.start() > start else end


def _group(match: re.Match[str], group: GroupInForce | None) -> GroupInForce | None:
    prefix = compact(match["prefix"] or "")
    if prefix and not is_generic(prefix) and not prefix.endswith("办公室") and len(prefix) > 2:
        return GroupInForce(prefix, group.name if group else None)
    return group


def _follow(document: DocumentText, number: int, segment: _Segment) -> int:
    """Take the paragraphs below a label that list its members; gives the first one that does not."""
    people = False
    while number < len(document.blocks):
        block = document.blocks[number]
        if block.paragraph is None:
            break
        if _subheading(document.blocks, number) and not segment.bodies:
            number += 1
            continue
        if not _lists(document.blocks, number, people, bool(segment.bodies)):
            if segment.bodies and _subheading(document.blocks, number) and people:
                number += 1
                continue
            break
        start = block.body
        stop = len(block.text)
        segment.bodies.append((block.paragraph, start, stop))
        people = people or any(m.kind == "person" for m in read_members(block.text, start)[0])
        number += 1
    return number


def _lists(blocks: Sequence[Block], number: int, people: bool, begun: bool) -> bool:
    """Does this paragraph list members (and not begin something else)?"""
    block = blocks[number]
    text = block.text.strip()
    if not text or len(text) > 300 or _NO_MEMBER.search(text) or DATE.search(text) or heading_group(text[block.body:]) and not read_members(text)[0]:
        return False
    if "。" in text.rstrip("。") or _LABEL.search(text) or _OTHER_LABEL.match(text) or _ALONE.match(text):
        return False
    if block.level and block.level <= 3:
        return False
    members, understood = read_members(block.text, block.body)
    if not members or not understood:
        return False
    if any(m.kind == "person" for m in members):
        return True
    signed = any(DATE.search(b.text) and len(b.text) < 30 for b in blocks[number + 1:number + 3])
    if signed or len(text) > 40 and "、" not in text:
        return False
    return not people or not begun or text.startswith(("各", "有关", "相关")) or members[0].kind == "post"


def _subheading(blocks: Sequence[Block], number: int) -> bool:
    """A line between a label and its names, such as "（二）专家委员（按姓氏笔划为序）"."""
    text = blocks[number].text.strip()
    if len(text) > 30 or not blocks[number].level or number + 1 >= len(blocks) or _LABEL.search(text):
        return False
    if not re.search(r"(?:委员|成员|单位|人员|代表|专家|领导|部门)(?:（[^（）]*）)?：?$", text):
        return False
    return _lists(blocks, number + 1, False, False) and any(m.kind == "person" for m in read_members(blocks[number + 1].text)[0])


def _credible(segments: Sequence[_Segment], index: int) -> bool:
    """A role that is also a post, or stands alone, is one only where a group or its other roles are near."""
    segment = segments[index]
    if segment.group:
        return True
    near = {s.role for s in segments[max(0, index - 3):index + 4]} - {segment.role}
    return bool(near) if segment.role in POST_LIKE or segment.role in ("成员", "联络员", "顾问", "工作人员") else True


def _members(segment: _Segment, by_post: bool) -> Iterator[Found]:
    if not segment.bodies:
        return
    for paragraph, start, end in segment.bodies:
        members, understood = read_members(paragraph.text, start, end)
        if not understood:
            again, understood = read_members(paragraph.text, start, end, lenient=True)
            members = again if understood else members
        if not understood:
            yield unread(paragraph, start, end, f"{segment.role}：名单未全读懂 · members not all understood")
        for member in members:
            yield membership(paragraph, member, segment.role, segment.group, by_post)


def membership(paragraph: Paragraph, member: Member, role: str, group: GroupInForce | None, by_post: bool = False) -> Membership:
    """The Membership fact of one member read from a paragraph."""
    start, end = paragraph.span(*member.at)
    return Membership(
        start=start, end=end, group=group.name if group else None, parent=group.parent if group else None, role=role,
        member_kind=member.kind, member=paragraph.printed(*member.at),
        post=paragraph.printed(*member.post) if member.post else None, by_post=by_post,
    )


def is_body(word: str) -> bool:
    """Could `word` be a member that is no person?"""
    return is_unit(word) or is_post(word)
