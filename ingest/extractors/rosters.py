"""Members of groups, listed under their roles.

    组　长：丁　炜  县委副书记、县长
    副组长：马知远  副县长                  →  Membership(role="副组长", member="马知远", post="副县长")
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ingest.extractors.base import Found, unread
from ingest.extractors.group_context import groups
from ingest.extractors.roster_labels import ALONE, GAPPED, HAN, LABEL, OTHER_LABEL, PLAIN_MEMBERS, labels, names_follow, value_end
from ingest.extractors.roster_offices import Office
from ingest.extractors.subgroups import group_at, subgroups
from ingest.facts import Membership
from ingest.layout.blocks import Block, DocumentText, GroupInForce
from ingest.layout.cells import join
from ingest.layout.lines import Paragraph
from ingest.layout.starts import is_row
from ingest.lexicon.columns import is_keeper
from ingest.lexicon.dates import DATE
from ingest.lexicon.groups import heading_group, is_generic, title_group
from ingest.lexicon.labels import POST_LIKE, ROLE, ROLE_SET, compact
from ingest.lexicon.members import Member, names_glued, read_members
from ingest.lexicon.people import is_name
from ingest.lexicon.posts import is_post, is_unit

_IMPRINT = ("校对", "责任校对", "审稿", "策划", "监制", "总策划")
EDITORIAL = frozenset(role for role in ROLE_SET if ("编" in role and role != "编委") or role in _IMPRINT)
_OF_UNIT = re.compile(rf"[ ]*[{HAN}]{{2,12}}[ ]*：[ ]*")
# 一组：王大川、李小山 are no units of those above.
_SUBGROUP_OF_LIST = re.compile(r"[ ]*[^：]{0,12}[组队班][ ]*：")
_NO_MEMBER = re.compile(
    rf"^[ ]*由|任{ROLE}(?:[，。；]|$)|"
    r"^下设|^办公室[ ]*：|组成(?!员)|为牵头单位|负责人?任|设在|下设|办公室设|职责|经研究|研究决定|按照|要求|附件|如下|以上|上述|"
    r"电话|同时|此前|原[\u4e00-\u9fff]{2,20}(?:文件|通知)|"
    r"自行|不再|接替|联系人|任期|实行|其他成员|更替|递补"
)
_BELOW = re.compile("[ ]*(?:由)?(?:以下|下列)")
# What begins so is a member of its own, never a person's post.
_ALL = ("各", "有关", "相关", "全体", "其他")
# Below people a name, known or not, with its unit: 亓小红（县工商局）
_ROW_OF_UNIT = re.compile(rf"[ ]*[{HAN}]{{2,3}}（[{HAN}]{{3,20}}）[ ]*$")
_PRAISE = re.compile("表彰|表扬|奖励|评选|先进|获奖|授予|命名|通报批评")
_BY_POST = re.compile(
    r"(?:自然|自动|自行|依次)(?:递补|替补|更替|接替|调整|替换|履职)|因(?:工作|职务|人事)变动[^。]{0,30}(?:接任|"
    r"继任|替补|递补|接替)|不再另行(?:发文|通知)|相应岗位人员"
)


@dataclass(slots=True)
class _Segment:
    """What stands under one role label: stretches of paragraphs."""

    role: str
    group: GroupInForce | None
    bodies: list[tuple[Paragraph, int, int]]
    label: tuple[Paragraph, int, int]
    strange: list[Paragraph] = field(default_factory=list)


def rosters(document: DocumentText) -> Iterator[Found]:
    """Memberships from role labels, their values on the same line or on the lines below."""
    if _PRAISE.search(document.titled) and not title_group(document.titled):
        return
    segments = list(_segments(document))
    by_post = bool(segments) and any(_BY_POST.search(block.text) for block in document.blocks if len(block.text) > 10)
    for index, segment in enumerate(segments):
        if _credible(segments, index):
            yield from _members(segment, by_post)


def _segments(document: DocumentText) -> Iterator[_Segment]:
    in_force = groups(document)
    number, count = 0, len(document.blocks)
    office = Office()
    while number < count:
        block = document.blocks[number]
        paragraph = block.paragraph
        below = subgroups(block.text, in_force[number], block.body)
        found = labels(block, in_force[number], below) if paragraph else []
        if paragraph and not found and (told := _of_group(paragraph, block.body, in_force[number])):
            yield told
            number += 1
            continue
        if not paragraph or not found:
            office.read(block)
            number += 1
            continue
        last: _Segment | None = None
        for k, match in enumerate(found):
            end = found[k + 1].start() if k + 1 < len(found) else len(block.text)
            stop = value_end(block.text, match.end(), end)
            group = _group(match, group_at(below, match.start("role"), in_force[number]))
            role = office.role(compact(match["role"]), group, block.text[:match.start()])
            last = _Segment(role, group, [], (paragraph, match.start(), match.end()))
            if block.text[match.end():stop].strip() and not _BELOW.match(block.text, match.end()):
                last.bodies.append((paragraph, match.end(), stop))
            if k + 1 < len(found):
                yield last
        number += 1
        if last and stop >= len(block.text.rstrip()):
            number = _follow(document, number, last)
        if last:
            yield last


def _of_group(paragraph: Paragraph, start: int, group: GroupInForce | None) -> _Segment | None:
    """专家组：王大川（组长）、李小山、孙玉: a group and its people, one of whom the brackets make its leader."""
    text = paragraph.text
    colon = text.find("：", start, start + 24)
    name = "".join(text[start:colon].split()) if colon > 0 and "组长）" in text else ""
    if not name.endswith(("组", "专班")) or is_generic(name):
        return None
    members, understood = read_members(text, colon + 1)
    if not understood or not any(m.role for m in members) or any(m.kind != "person" for m in members):
        return None
    own = group if group and name in group.name else GroupInForce(name, group.name if group else None)
    return _Segment("成员", own, [(paragraph, colon + 1, len(text))], (paragraph, start, colon))


def _group(match: re.Match[str], group: GroupInForce | None) -> GroupInForce | None:
    prefix = compact(match["prefix"] or "")
    if group and prefix.endswith(group.name):
        return group
    if prefix and not is_generic(prefix) and not prefix.endswith("办公室") and len(prefix) > 2:
        return GroupInForce(prefix, group.name if group else None)
    return group


def _follow(document: DocumentText, number: int, segment: _Segment) -> int:
    """Take the paragraphs below a label that list its members; gives the first one that does not."""
    blocks = document.blocks
    while number < len(blocks) and (paragraph := blocks[number].paragraph):
        people = any(_people(p, a, b) for p, a, b in segment.bodies[-2:])
        if segment.bodies and not blocks[number].level and (whole := _completes(segment.bodies[-1], paragraph)):
            segment.bodies[-1] = whole
        elif (start := _lists(blocks, number, people, bool(segment.bodies))) is not None:
            segment.bodies.append((paragraph, start, len(paragraph.text)))
        elif row := _cut_row(blocks, number):
            segment.bodies.append((row, 0, len(row.text)))
            number += 1
        elif people and _strange(blocks, number):
            segment.strange.append(paragraph)
        elif not (_subheading(blocks, number) and (people or not segment.bodies)):
            break
        number += 1
    return number


def _strange(blocks: Sequence[Block], number: int) -> bool:
    """A row that no rule understands, with rows of people behind it: it is left out and reported, the list goes on."""
    text = blocks[number].text.strip()
    if len(text) > 40 or " " not in text or re.search("[。：；]", text) or blocks[number].level or number + 1 >= len(blocks):
        return False
    if GAPPED.match(text) or ALONE.match(text):
        return False
    return is_row(blocks[number + 1].text.strip()) and _lists(blocks, number + 1, True, True) is not None


def _cut_row(blocks: Sequence[Block], number: int) -> Paragraph | None:
    """A row and the line below it as one, where only both make a person with a post: 邵天远 区住建和交 / 通局局长."""
    row, below = blocks[number].paragraph, blocks[number + 1].paragraph if number + 1 < len(blocks) else None
    if row is None or below is None or "：" in row.text or len(row.text) > 40 or len(below.text) > 14:
        return None
    if re.search(r"[ ：。]", below.text.strip()):
        return None
    whole = join(row, below)
    members, understood = read_members(whole.text)
    return whole if understood and len(members) == 1 and members[0].kind == "person" and members[0].post else None


def _people(paragraph: Paragraph, start: int, end: int) -> bool:
    return any(m.kind == "person" for m in read_members(paragraph.text, start, end)[0])


def _completes(body: tuple[Paragraph, int, int], paragraph: Paragraph) -> tuple[Paragraph, int, int] | None:
    """The body with a post's cut-off end behind it: 毕 胜 市政府新闻 / 办公室主任."""
    before, start, end = body
    text = paragraph.text.strip()
    if end < len(before.text.rstrip()) or len(text) > 24 or re.search("[ ：。]", text):
        return None
    members, _ = read_members(before.text, start, end)
    last = re.split(r"[\s、，；]+", before.text[start:end].strip())[-1:]
    if not members or members[-1].kind != "person" or not last or is_post(last[0]) or not is_post(last[0] + text):
        return None
    if (is_unit(last[0]) and text.startswith(("各", "县", "市", "区"))) or (is_name(last[0]) and is_post(text)):
        return None
    whole = join(before, paragraph)
    return whole, start, len(whole.text)


def _lists(blocks: Sequence[Block], number: int, people: bool, begun: bool) -> int | None:
    """Where the members begin in this paragraph, None if it lists none (or begins something else)."""
    block = blocks[number]
    text, start = block.text, block.body
    if not text.strip() or len(text) > 300 or _NO_MEMBER.search(text) or DATE.search(text):
        return None
    if "。" in text.rstrip("。 ") or LABEL.search(text) or ALONE.match(text, start) or (block.level and block.level <= 3):
        return None
    if (gapped := GAPPED.match(text, start)) and names_follow(text, gapped):
        return None
    if OTHER_LABEL.match(text):
        unit = _OF_UNIT.match(text) if not _SUBGROUP_OF_LIST.match(text) else None
        members, understood = read_members(text, unit.end()) if unit else ([], False)
        return unit.end() if unit and understood and members and all(m.kind == "person" and not m.post for m in members) else None
    alike = people and _ROW_OF_UNIT.match(text, start) is not None
    members, understood = read_members(text, start, lenient=alike)
    if not members or not understood:
        return None
    heads = block.level and number + 1 < len(blocks) and LABEL.match(blocks[number + 1].text)
    if heads and any(m.kind != "person" for m in members):
        return None
    if any(m.kind == "person" for m in members):
        return start
    signed = any(DATE.search(b.text) and len(b.text) < 30 for b in blocks[number + 1:number + 3])
    if signed or heading_group(text[start:]) or (len(text) > 40 and "、" not in text):
        return None
    return start if not people or not begun or text.startswith(("各", "有关", "相关")) or members[0].kind == "post" else None


def _subheading(blocks: Sequence[Block], number: int) -> bool:
    """A line between a label and its names, such as "（二）技术专家（按姓氏笔画排列）"."""
    text = blocks[number].text.strip()
    if len(text) > 30 or not blocks[number].level or number + 1 >= len(blocks):
        return False
    if re.search("[，。；]", text) or "下设" in text or LABEL.search(text) or heading_group(text[blocks[number].body:]):
        return False
    if ALONE.match(blocks[number].text, blocks[number].body):
        return False
    following = blocks[number + 1].text
    return _lists(blocks, number + 1, False, False) is not None and any(m.kind == "person" for m in read_members(following)[0])


def _credible(segments: Sequence[_Segment], index: int) -> bool:
    """A role that is also a post, or stands alone, is one only where a group or its other roles are near."""
    segment = segments[index]
    if segment.group:
        return segment.role not in EDITORIAL or "编" in segment.group.name
    if segment.role in EDITORIAL or is_keeper(segment.role):
        return False
    near = {s.role for s in segments[max(0, index - 3):index + 4]} - {segment.role}
    return bool(near) if segment.role in POST_LIKE or segment.role in ("成员", "联络员", "顾问", "工作人员") else True


def _members(segment: _Segment, by_post: bool) -> Iterator[Found]:
    if not segment.bodies:
        return
    for row in segment.strange:
        yield unread(row, 0, len(row.text), f"{segment.role}：此行未读懂 · row not understood")
    if stacked := _stacked(segment.bodies):
        for (above, name), (below, post) in stacked:
            fact = membership(above, name, segment.role, segment.group, by_post)
            fact.post = below.printed(*post.at)
            yield fact
        return
    glued = names_glued([paragraph.text[start:end] for paragraph, start, end in segment.bodies])
    for paragraph, start, end in segment.bodies:
        members, understood = read_members(paragraph.text, start, end, glued=glued)
        if not understood:
            again, understood = read_members(paragraph.text, start, end, lenient=True)
            members = again if understood else members
        if not understood:
            yield unread(paragraph, start, end, f"{segment.role}：名单未全读懂 · members not all understood")
        for member in members:
            led = member.role if segment.role in PLAIN_MEMBERS else None
            yield membership(paragraph, member, paragraph.text[slice(*led)] if led else segment.role, segment.group, by_post)


_Line = tuple[Paragraph, Member]


def _stacked(bodies: Sequence[tuple[Paragraph, int, int]]) -> list[tuple[_Line, _Line]]:
    """Names and posts in turn, a line each (李静 / 县水务局局长), in pairs; [] where the lines are anything else."""
    lines: list[_Line] = []
    for paragraph, start, end in bodies:
        members, understood = read_members(paragraph.text, start, end)
        if not understood or len(members) != 1 or members[0].post:
            return []
        lines.append((paragraph, members[0]))
    if len(lines) % 2 or any(member.kind != "person" for _, member in lines[::2]):
        return []
    if any(member.kind != "post" or p.text.strip().startswith(_ALL) for p, member in lines[1::2]):
        return []
    return list(zip(lines[::2], lines[1::2], strict=True))


def membership(paragraph: Paragraph, member: Member, role: str, group: GroupInForce | None, by_post: bool = False) -> Membership:
    """The Membership fact of one member read from a paragraph."""
    start, end = paragraph.span(*member.at)
    return Membership(
        start=start, end=end, group=group.name if group else None, parent=group.parent if group else None, role=role,
        member_kind=member.kind, member=paragraph.printed(*member.at),
        post=paragraph.printed(*member.post) if member.post else None, by_post=by_post,
    )
