"""The labels of a roster: which role the people behind it hold, and where what it says ends.

    副组长：丁  磊  县水务局局长        a role and a colon
    成  员  马文清  县财政局局长        a role and a gap, or a dash
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.extractors.subgroups import Subgroup
from ingest.layout.blocks import Block, GroupInForce
from ingest.lexicon.groups import heading_group, is_generic
from ingest.lexicon.labels import ROLE, compact
from ingest.lexicon.members import read_members

HAN = "\u4e00-\u9fff"
# Right before a role, these make it an officer's post: 村委会主任：
_OFFICER_OF = re.compile("(?:[村居]委会|党?支部|总支|支委会|监委会|妇联|团委|工会)$")
_ROLE_END = frozenset("长人任员委席问书编辑挥位部责对审策制务事")
LABEL = re.compile(
    rf"(?P<prefix>(?:[{HAN}]{{1,16}}?(?:组|部|会议|委员会|专班|长制|"
    rf"办公室)))??(?P<role>{ROLE}(?:[ \t]*兼[ \t]*{ROLE})?)[ \t]*(?:（[^（）]{{1,16}}）)?[ \t]*(?P<mark>：)"
)
_LABEL_ENDS = 44
_SUBGROUP = re.compile(
    r"(?P<prefix>)(?P<role>(?:牵头|责任|配合|协助|参与|参加|副组长|组长|成员)(?:单位|部门)|牵头领导|牵头人|负责人|"
    r"责任领导|责任人|主要负责人)[ \t]*(?P<mark>：)"
)
PLAIN_MEMBERS = ("成员", "组员", "成员单位")
DUTY_ROLES = frozenset(("牵头单位", "召集单位", "组长单位", "副组长单位"))
ALONE = re.compile(rf"[ ]*(?P<prefix>)(?P<role>{ROLE})[ \t]*(?:（[^（）]{{1,24}}）)?[ \t]*：?[ \t]*$")
GAPPED = re.compile(rf"[ ]*(?P<prefix>)(?P<role>{ROLE})(?P<mark>[ \t]+|[ ]*—{{1,2}}[ ]*)(?=[^ \t—])")
OTHER_LABEL = re.compile(rf"(?:^|(?<=[ \t。；，）]))[{HAN}]{{2,10}}[ ]*：")
# A clause that gives somebody a role ends what a label before it names: 组长：王大川，李小山任副组长。
_APPOINTS = re.compile(rf"[，；][^，；：]{{2,24}}(?:担任|任){ROLE}(?=[，；。]|$)")
_DOES = re.compile(r"^[ ]*(?:负责|主持|统筹|组织|领导|全面|承担|协助|指导|贯彻|研究|协调|督促|按照|落实|根据|具体)")
_LEAD_IN = re.compile("[^。：；]*")


def labels(block: Block, group: GroupInForce | None, below: Sequence[Subgroup] = ()) -> list[re.Match[str]]:
    """The role labels of a block, in order; `group` is the group in force there, `below` those it sets up.

        组长：丁炜  副组长：马知远          组长：, 副组长：
        成  员  马文清  县财政局局长        成  员
    """
    text, body = block.text, block.body
    if len(text) <= 24 and (alone := ALONE.match(text, body) or ALONE.match(text)):
        return [alone] if compact(alone["role"]) not in DUTY_ROLES or _describes(block, group) else []
    if "：" in text:
        subgroup = bool(below) or _describes(block, group)
        found = [m for m in _role_labels(text) if not _DOES.match(text[m.end():m.end() + 6])]
        if not subgroup:
            found = [m for m in found if compact(m["role"]) not in DUTY_ROLES]
        elif more := [m for m in _SUBGROUP.finditer(text) if not any(m.start() < f.end() and f.start() < m.end() for f in found)]:
            found = sorted(found + more, key=lambda m: m.start())
        if found:
            return found
    if len(text) < 80 and (gapped := GAPPED.match(text, body)) and names_follow(text, gapped):
        return [gapped]
    return []


def _role_labels(text: str) -> Iterator[re.Match[str]]:
    """The role labels of a text; only what stands before a colon is looked at."""
    done = 0
    colon = text.find("：")
    while colon >= 0:
        before = text[max(done, colon - 24):colon].rstrip(" \t")
        if before and (before[-1] in _ROLE_END or before[-1] == "）"):
            match = LABEL.search(text, max(done, colon - _LABEL_ENDS), colon + 1)
            while match and match.end() <= colon:
                match = LABEL.search(text, match.end(), colon + 1)
            if match and not _OFFICER_OF.search(text, max(0, match.start() - 6), match.start()):
                yield match
        done = colon + 1
        colon = text.find("：", done)


def _describes(block: Block, group: GroupInForce | None) -> bool:
    """Does the block stand in the description of a subgroup (its heading names it)?"""
    own = heading_group(_LEAD_IN.match(block.text, block.body)[0]) if block.level else None  # type: ignore[index]
    if own and group and own in group.name and not is_generic(own) and not re.search("领导小组|指挥部|联席会议", own):
        return True
    heading = block.headings[-1].text if block.headings else ""
    name = heading_group(heading)
    return bool(group and name and len(heading) - len(name) <= 12 and name in group.name and not is_generic(name))


def names_follow(text: str, match: re.Match[str]) -> bool:
    """Do members follow a role without colon? Of 主任 and its like only a person's name tells."""
    members, understood = read_members(text, match.end(), lenient=True)
    role = compact(match["role"])
    if not understood:
        return False
    listed = len(match["mark"]) > 1 or (role in PLAIN_MEMBERS and "、" in text)
    return members[0].kind == "person" or (role in (*PLAIN_MEMBERS, "组长", "副组长") and listed)


def value_end(text: str, start: int, end: int) -> int:
    """Where a label's value ends: at a sentence's end, or at a label that is no role."""
    stop = text.find("。", start, end)
    if stop >= 0:
        end = stop
    end = _closed(text, start, end)
    if sentence := _APPOINTS.search(text, start, end):
        end = sentence.start()
    for other in OTHER_LABEL.finditer(text, start, end):
        if other.start() > start and text.count("（", start, other.start()) == text.count("）", start, other.start()):
            return other.start()
    return end


def _closed(text: str, start: int, end: int) -> int:
    """Where a bracket closes that was opened before `start`, at most `end`."""
    depth = 0
    for at in range(start, end):
        depth += (text[at] == "（") - (text[at] == "）")
        if depth < 0:
            return at
    return end
