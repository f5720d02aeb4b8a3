"""Members of groups, told in sentences.

    成立领导小组，由县长任组长，分管副县长任副组长，县水务局局长为成员。
    组长由副县长方慧敏担任，办公室主任由县水务局局长兼任。
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.extractors.base import Found
from ingest.extractors.group_context import groups
from ingest.extractors.roster_labels import DUTY_ROLES
from ingest.extractors.rosters import membership
from ingest.extractors.subgroups import Subgroup, group_at, listed, subgroups
from ingest.facts import Membership
from ingest.layout.blocks import DocumentText, GroupInForce
from ingest.layout.lines import Paragraph
from ingest.lexicon.groups import founded_group, is_generic, title_group
from ingest.lexicon.labels import ROLE, compact
from ingest.lexicon.members import read_members

_GATE = re.compile(
    r"(?:任|为|兼)[^，。；]{0,30}?(?:组长|召集人|指挥|主任|成员|委员|组员|联络员|秘书长|政委|顾问|队长|总[河林田路]长)|(?:组长|"
    r"召集人|指挥长?|主任|成员|委员|组员|秘书长|政委|顾问|联络员|工作人员|总[河林田路]长|"
    r"成员单位)(?:分别)?(?:\d名|[一二三四]名)?，?(?:分别)?(?:由|包括|有|为(?!主))|组成(?:的)?|(?:^|[：，；。])(?:副?组长|"
    r"成员|组员|(?:办公室)?副?主任)(?![：由、])"
)
_ROLES = (
    "成员", "主任", "组成", "组长", "指挥", "委员", "召集人", "组员", "联络员", "秘书长", "政委", "顾问", "队长", "工作人员",
    "总河长", "总林长", "总田长", "总路长",
)
_AS = re.compile(
    rf"(?:(?<!负责)(?<!有关)(?<!领导)同志|[两二三四五六]位同志|等[\u4e00-\u9fff]{{0,4}}同志)?(?:共同|分别|"
    rf"一并)?(?:兼任|担任|(?<=同志)兼|兼(?=办公室)|任|"
    rf"为)(?P<whose>[^，。；：（）、由任为兼]{{0,30}}?)(?P<role>{ROLE})(?:兼(?P<also>{ROLE}))?(?P<end>$|"
    rf"(?=[，。；、的）]|及|和|并|负责))"
)
_BY = re.compile(
    rf"(?P<role>{ROLE})(?:[ ]?[一二三四五六七八九十\d]{{1,2}}[ ]?(?:名|人))?[，,]?(?:分别)?(?:由|"
    rf"为(?!(?:成员|组员|委员)的))(?P<who>[^。；]+?)(?:(?<!负责)(?<!有关)(?<!领导)同志|[两二三四]位同志)?(?:分别)?(?P<verb>兼任|接任|接替(?=[，。；]|$)|担任|出任|"
    rf"兼|组成|任(?=[，。；]|"
    rf"$))(?!任?的[，,])"
)
_MADE_OF = re.compile(
    r"(?:(?:成员单位|成员|专班|组|联席会议|会议|指挥部|委员会)(?:主要)?由(?P<who>[^。；]{4,400}?)(?:共同)?组成|(?:成立|建立|"
    r"组建)由(?P<those>[^。；]{4,400}?)(?:共同)?组成的)"
)
# The roles of those that a group is said to be made up of (组成).
_MADE_UP = ("成员", "成员单位", "委员", "组员", "工作人员")
# A sentence whose subject stands in the heading above it: 由总务科、设备科组成，…
_ALONE_MADE_OF = re.compile(r"[ ]*(?:主要)?由(?P<who>[^。；任]{4,400}?)(?:共同)?组成(?!的)")
_BODY = re.compile("领导小组|领导组|指挥部|联席会议|专班|委员会|工作组")
_VERB = re.compile(
    "以下|下列|牵头|组成的|参加的|为成员的|增加|视情|设在|下设|设立|挂靠|成立|负责(?!人|同志|领导|教学|工作)|承担|召开|组织(?!部|人事|科|处|委员)|开展|决定|根据|按照|要求|为成员|"
    "任组长"
)
_HEAD = re.compile(r"^(?:.*(?:由|成立以))?(?:.*?(?:成立了?|其中|明确|确定|设立|增补|增加|新增|组成，|：))?(?P<who>.*)$", re.S)
_AND_MEMBERS = re.compile("[，；][^。；]{2,200}?(?:为|是|任)(?:成员|副组长)单位")
_FOUNDED = re.compile(
    r"(?:为成员|组成|组长|参加)的(?P<name>[^，。；的]{2,40}?(?:领导小组|小组|指挥部|专班|联席会议|委员会|工作组))"
)
_LABELLED = re.compile(rf"{ROLE}[ ]*：[^，；]*[，；]")
_INCLUDES = re.compile(r"(?P<role>成员单位|成员)(?:主要)?(?:包括|为(?!主|成员的))：?(?P<who>[^。；]{3,400})")
_DIRECT = re.compile(
    rf"(?:^|(?<=[：，；。]))[ ]*(?P<role>{ROLE})(?P<who>(?!如|若|因|为|要|应|须|按|依|主要|包括|"
    rf"职务|科员|医师|药师|护师|技师)(?![ 长会：由一二三四五六七八九\d])[^：，；。]{{2,60}})"
)
_STAFF = re.compile("任免|任职|任命|免职|聘任|解聘|聘用|职务的")
_OTHERS = re.compile(
    r"各(?:乡镇|镇|乡|街道|部门|单位|地|学校|村|社区|嘎查|旗县|县区|企业|院系|年级|支部)[^，。；]{0,24}(?:成立|"
    r"组建|由|(?<!主)要|建立|设立)|要(?:成立|建立)|应(?:当)?(?:成立|"
    r"建立)|每个|实行|原则上|一般由|可由|推选|选举"
)


def roster_prose(document: DocumentText) -> Iterator[Found]:
    """Memberships from sentences: X任组长; 组长由X担任; 由…组成; X同志兼任办公室主任."""
    if _STAFF.search(document.titled) and not title_group(document.titled):
        return
    in_force = groups(document)
    for number, block in enumerate(document.blocks):
        paragraph = block.paragraph
        if paragraph is None or len(block.text) < 8 or not _names_role(block.text) or not _GATE.search(block.text):
            continue
        start = block.body
        office = False
        below = subgroups(block.text, in_force[number], block.body)
        for end in [*(m.start() for m in re.finditer("[。；]", block.text)), len(block.text)]:
            sentence = block.text[start:end]
            if _GATE.search(sentence):
                office = office or "办公室" in sentence
                yield from _sentence(paragraph, start, end, _named(sentence, in_force[number]), office, below)
            start = end + 1


def _names_role(text: str) -> bool:
    """Does the text hold a word that `_GATE` asks for? Told faster than by the pattern."""
    return any(role in text for role in _ROLES)


def _named(sentence: str, group: GroupInForce | None) -> GroupInForce | None:
    """The group that the sentence itself founds, else the one in force."""
    tail = _FOUNDED.search(sentence) if "不再" not in sentence else None
    name = tail["name"] if tail else None if group else founded_group(sentence)
    return GroupInForce(name, None) if name and not (group and name in group.name) else group


def _sentence(
    paragraph: Paragraph, start: int, end: int, main: GroupInForce | None, office: bool, below: Sequence[Subgroup],
) -> Iterator[Found]:
    text = paragraph.text
    taken: list[tuple[int, int]] = []
    for match in _BY.finditer(text, start, end):
        if _told_of_others(text, start, match) or _of_task(text, match):
            continue
        if match["verb"] == "组成" and not compact(match["role"]).endswith(_MADE_UP):
            continue
        role = _role(match, text, start, office)
        group = group_at(below, match.start("role"), main)
        found = list(_people(paragraph, match.start("who"), match.end("who"), role, _own(_whose(text, start, match), group)))
        yield from _spread(found, listed(text, start, match.start(), main) if "分别" in match[0] else ())
        taken.append(match.span())
    begin = start
    for match in _AS.finditer(text, start, end):
        if any(a <= match.start() < b for a, b in taken):
            continue
        if text.endswith("不再", start, match.start()):
            begin = match.end()
            continue
        if _told_of_others(text, start, match) or _of_task(text, match):
            begin = match.end()
            continue
        labels = (begin + label.end() for label in _LABELLED.finditer(text[begin:match.start()]))
        since = max([begin, *labels, *(b for _, b in taken if b <= match.start())])
        who = _HEAD.match(text[since:match.start()])
        if who and who["who"].strip("，、 "):
            at = since + who.start("who")
            replaces = text.find("接替", at, match.start())
            until = replaces if replaces > at else match.start()
            until -= 2 * (replaces > at and text.endswith("同志", at, until))
            group = group_at(below, match.start("role"), main)
            yield from _people(paragraph, at, until, _role(match, text, start, office), _own(match["whose"], group))
            if match["also"]:
                yield from _people(paragraph, at, until, compact(match["also"]), group)
        begin = match.end()
    alone = _ALONE_MADE_OF.match(text, start, end)
    for match in [*([alone] if alone else []), *_MADE_OF.finditer(text, start, end), *_INCLUDES.finditer(text, start, end)]:
        named = "who" if match["who"] else "those"
        group = group_at(below, match.start(), main)
        if group and not _told_of_others(text, start, match) and not any(a <= match.start(named) < b for a, b in taken):
            yield from _people(paragraph, match.start(named), match.end(named), match.groupdict().get("role") or "成员", group)
    for match in _DIRECT.finditer(text, start, end):
        group = group_at(below, match.start("role"), main)
        if not group or any(a <= match.start() < b for a, b in taken) or text[match.end():match.end() + 1] == "：":
            continue
        role = compact(match["role"])
        if role in ("主任", "副主任"):
            if "办公室" not in text[:match.start()]:
                continue
            role = "办公室" + role
        yield from _people(paragraph, match.start("who"), match.end("who"), role, group, named=role != "成员单位")


def _spread(found: Sequence[Found], groups: Sequence[GroupInForce]) -> Iterator[Found]:
    """Those who lead the groups named before them, one each: 下设综合组、抢险组，组长分别由王强、李静担任."""
    for number, fact in enumerate(found):
        if len(found) == len(groups) > 1 and isinstance(fact, Membership):
            fact.group, fact.parent = groups[number].name, groups[number].parent
        yield fact


def _told_of_others(text: str, start: int, match: re.Match[str]) -> bool:
    """Does the sentence tell others to form groups (各乡镇要成立…), rather than say who is in one?"""
    return bool(_OTHERS.search(text, max(start, match.start() - 60), match.end()))


def _of_task(text: str, match: re.Match[str]) -> bool:
    """Is the role a unit's in a task (…为牵头单位), rather than in a group whose members the text names beside it?"""
    if compact(match["role"]) not in DUTY_ROLES:
        return False
    return not _MADE_OF.search(text, 0, match.start()) and not _AND_MEMBERS.match(text, match.end())


def _whose(text: str, start: int, match: re.Match[str]) -> str:
    """What stands right before a role: "综合协调组" of "综合协调组组长由…"."""
    before = re.search("[^，。；：、由]{0,14}$", text[start:match.start()])
    return re.sub("^.*(?:不再|担任|兼任)", "", before[0]) if before else ""


def _role(match: re.Match[str], text: str, start: int, office: bool) -> str:
    """The role; a director or deputy in a sentence about the group's office is the office's."""
    role = compact(match["role"])
    if role not in ("主任", "副主任", "常务副主任", "专职副主任", "成员", "联络员"):
        return role
    told = office and "办公室" in text[:match.start()] and role.endswith("主任")
    return "办公室" + role if told or "办公室" in match.groupdict().get("whose", "") else role


def _own(whose: str, group: GroupInForce | None) -> GroupInForce | None:
    """"综合协调组组长由…担任": the subgroup that the role names, else the group in force."""
    name = compact(whose)
    if name.endswith(("组", "专班", "指挥部", "联席会议")) and len(name) > 2 and not is_generic(name):
        return group if group and name in group.name else GroupInForce(name, group.name if group else None)
    return group


def _people(
    paragraph: Paragraph, start: int, end: int, role: str, group: GroupInForce | None, named: bool = False,
) -> Iterator[Found]:
    """The members told between two positions; clauses in front that tell something else are left out."""
    if group is None:
        return
    text = paragraph.text
    closed = text.find("）", start, end)
    if closed >= 0 and "（" not in text[start:closed]:
        start = closed + 1
    while True:
        lone = not re.search("[、，；]", text[start:end]) and end - start <= 8
        members, understood = read_members(text, start, end, lenient=lone)
        founded = members and members[0].kind == "unit" and _BODY.search(text, *members[0].at)
        if understood and not founded and not _VERB.search(text, start, end):
            break
        comma = text.find("，", start, end)
        if comma < 0:
            return
        start = comma + 1
    if len(members) == 1 and members[0].kind == "unit" and text.startswith(("其他", "其余"), members[0].at[0]):
        return
    if len(members) <= 60 and (not named or all(m.kind == "person" for m in members)):
        for member in members:
            yield membership(paragraph, member, role, group)
