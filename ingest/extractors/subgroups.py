"""The subgroups that a paragraph speaks of, each with the stretch in which it does.

    下设抢险组（组长：王强，成员：县水务局）、宣传组（组长：田甜）      抢险组 and 宣传组, each inside its brackets
    抢险组由副县长王强任组长，县水务局为成员单位。                      抢险组, to the end of the sentence
    抢险组：组长王强。成员单位县水务局。                                抢险组, to the end of the paragraph
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.layout.blocks import GroupInForce
from ingest.lexicon.groups import is_generic
from ingest.lexicon.labels import ROLE, ROLES, compact

_BODY = r"(?:组|专班|(?:前线|前方|前沿|现场)指挥部|(?:突击|抢险|应急|服务|巡护|巡逻|预备)队)"
_NAME = rf"(?P<name>(?:[\u4e00-\u9fffA-Za-z0-9]|“[^”]{{1,12}}”){{1,14}}{_BODY}(?:（[^（）：]{{2,12}}）)?)"
_BEGINS = r"(?:^|(?<=[，；。：、）.．\s])|(?<=下设)|(?<=设立)|(?<=成立)|(?<=）和)|(?<=）及))"
_ORDER = r"[ ]*(?:（?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[）.、．][ ]*)?(?:[和及])?"
_BRACKETED = re.compile(
    rf"{_BEGINS}{_ORDER}{_NAME}(?P<open>（)[ ]*(?:由[^（）：。；]{{2,20}}任)?"
    rf"(?P<role>{ROLE})[ ]*(?:[：由为是]|(?=[\u4e00-\u9fff]))"
)
_OPENS = re.compile(
    rf"{_BEGINS}{_ORDER}{_NAME}(?P<mark>：|，|的)?(?=[ ]*(?:由|{ROLE}|负责人))"
)
# 下设专家咨询委员会，王强任主任: one body set up in passing, to the end of the sentence.
_PASSING = re.compile(
    r"下设(?:了|有)?(?P<name>[\u4e00-\u9fff]{2,16}(?:委员会|组|专班|(?<![大支总中])队))，"
    r"(?=[^，。；：]{2,24}任" + ROLE + "(?:[，。；]|$))"
)
_NO_NAME = re.compile(
    r"(?:^|.*?)(?:党组|领导小组|领导组|工作小组|协调小组|全组|本组|各组|每组|[以上下各该两三四五六七八九十\d]个?(?:小|工作|专项)*组|编组|分组|纪检(?:监察)?组|巡察组|教研组|备课组|年级组|村民小组)$"
    r"|^(?:由|任|为|兼|担任|增补|决定|同意|按照|根据|以)|[由任为]|副?组长"
)
# What a bracket with these says is a task's, unless the text tells that groups are set up below another.
_OF_TASKS = frozenset(("牵头单位", "召集单位", "成员单位"))
_SET_UP = re.compile("下设|分设|分为|分成")
_SAME_KIND = re.compile("专班$|工作组$|小组$")
_VERB = re.compile(r"^.*(?:下设|设立|成立|组建|设)(?:了|有)?")
# What those need at the least, found faster than by their whole patterns.
_HAS_BRACKETED = re.compile("[组班队部）]（")
_HAS_OPENING = re.compile(f"[组班队部）][：，的]?[ ]*[由负{''.join(sorted({role[0] for role in ROLES}))}]")
# 下设综合、抢险、宣传三个工作组, each word of which names one.
_LISTED = re.compile(
    r"(?:下设|分设|设立|设|分为)(?:了)?(?P<names>[\u4e00-\u9fff、]{2,80}?)(?:等)?"
    r"(?:[ ]?[两二三四五六七八九十\d]{1,2}[ ]?[个支])?(?P<kind>(?:工作|专项)?(?:小?组|专班))?(?=[，；：。])"
)


@dataclass(frozen=True, slots=True)
class Subgroup:
    """A subgroup and the stretch of the paragraph's text that speaks of it."""

    group: GroupInForce
    start: int
    end: int


def subgroups(text: str, group: GroupInForce | None, start: int = 0) -> list[Subgroup]:
    """The subgroups named in `text[start:]` (folded), of which `group` is in force there; in order."""
    found = list(_bracketed(text, group, start)) if _HAS_BRACKETED.search(text, start) else []
    found = found or (list(_opening(text, group, start)) if _HAS_OPENING.search(text, start) else [])
    return found or (list(_passing(text, group, start)) if "下设" in text else [])


def group_at(found: Sequence[Subgroup], at: int, group: GroupInForce | None) -> GroupInForce | None:
    """The subgroup spoken of at a position, else `group`."""
    return next((s.group for s in reversed(found) if s.start <= at < s.end), group)


def listed(text: str, start: int, end: int, group: GroupInForce | None) -> list[GroupInForce]:
    """The subgroups that a sentence sets up in a list, [] if it sets up none.

        领导小组下设综合、抢险两个组，组长分别由王强、李静担任      →  综合组, 抢险组
    """
    match = _LISTED.search(text, start, end)
    if match is None:
        return []
    kind = (match["kind"] or "").removeprefix("工作").removeprefix("专项")
    words = re.split(r"[、和及]", match["names"])
    found = [_own(word if re.search(rf"{_BODY}$", word) else word + kind, group) for word in words if word]
    return [own for own in found if own]


def _bracketed(text: str, group: GroupInForce | None, start: int) -> Iterator[Subgroup]:
    for match in _BRACKETED.finditer(text, start):
        own = _own(match["name"], group)
        heads = group is not None and match.start() == start and own is not None and own.name == match["name"]
        if compact(match["role"]) in _OF_TASKS and not heads and not _SET_UP.search(text, 0, match.start("open")):
            continue
        if own:
            yield Subgroup(own, match.start("name"), _close(text, match.start("open")) + 1)


def _opening(text: str, group: GroupInForce | None, start: int) -> Iterator[Subgroup]:
    found = [(m, own) for m in _OPENS.finditer(text, start) if (own := _own(m["name"], group))]
    for (match, own), after in zip(found, [*found[1:], None], strict=False):
        end = after[0].start("name") if after else len(text)
        stop = text.find("。", match.end(), end) if match["mark"] != "：" else -1
        yield Subgroup(own, match.start("name"), stop if stop >= 0 else end)


def _passing(text: str, group: GroupInForce | None, start: int) -> Iterator[Subgroup]:
    for match in _PASSING.finditer(text, start):
        stop = text.find("。", match.end())
        if own := _own(match["name"], group):
            yield Subgroup(own, match.start("name"), stop if stop >= 0 else len(text))


def _own(name: str, group: GroupInForce | None) -> GroupInForce | None:
    """The subgroup of this name; None where it is no name, or names the group in force itself."""
    name = _VERB.sub("", name)
    if len(name) < 3 or is_generic(name) or _NO_NAME.search(name):
        return None
    kind = _SAME_KIND.search(name)
    if group and (name in group.name or (kind and not group.parent and group.name.endswith(kind[0]))):
        return None
    return GroupInForce(name, group.name if group else None)


def _close(text: str, opened: int) -> int:
    """Where the bracket that opens there closes, or the text's end."""
    depth = 0
    for at in range(opened, len(text)):
        depth += (text[at] == "（") - (text[at] == "）")
        if not depth:
            return at
    return len(text) - 1
