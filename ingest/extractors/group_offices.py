"""Where a group's office sits, and who directs it.

    领导小组办公室设在县财政局，办公室主任由王大明同志兼任。
    → GroupOffice(host="县财政局"), Membership(role="办公室主任", member="王大明")
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.extractors.base import Found
from ingest.extractors.group_context import groups
from ingest.facts import GroupOffice
from ingest.layout.blocks import DocumentText, GroupInForce
from ingest.layout.lines import Paragraph
from ingest.lexicon.groups import clean, is_generic
from ingest.lexicon.posts import is_unit

_GATE = re.compile(r"办公室暂?设|设在|设于|设立在|挂靠|依托|合署|设办公室|办公室于|地点设")
_HOST = r"(?P<host>[^，。；：、（）]{2,30}?(?:（(?!联系|电话|地址)[^（）]{1,24}）)?)"
_OFFICES = re.compile(
    rf"(?:办公室|秘书处|办事机构|办公机构|工作机构)(?:（以下简称[^）]*）|（简称[^）]*）)?(?P<between>[^。；：]{{0,24}}?)"
    rf"(?:暂)?(?:地点设|设在|设立在|设于|挂靠在|挂靠于|挂靠|依托|（设(?:在|于|(?![立置主副])))(?:在)?{_HOST}"
    rf"(?=[，。；（）、 ]|内|办公(?!室)|，|$|负责|具体|承担|并|组建|设立|建立)"
)
_TOGETHER = re.compile(rf"办公室(?P<between>[^。；：]{{0,6}}?)(?:与|和|同){_HOST}合署(?:办公)?")
_IN_HOST = re.compile(
    rf"(?P<between>)(?:^|[，。；])(?:并)?(?:领导小组|指挥部|联席会议|委员会)?在{_HOST}(?:设立|设|下设)(?:领导小组|"
    rf"指挥部|联席会议)?办公室"
)
_TO_HOST = re.compile(rf"办公室(?P<between>)(?:于|(?<=设办公室)在){_HOST}(?=[，。；）、 ]|$)")
_SET_HOST = re.compile(
    rf"办公室(?P<between>)(?:暂)?设(?:立)?(?![在于立置有主副常]|一名|[\u4e00-\u9fff]{{1,12}}组){_HOST}(?=[，。；]|$)"
)
_IN_BRACKET = re.compile(r"(?:下设|设立|设)办公室（(?P<between>)(?P<host>(?![设挂依联与以简地])[\u4e00-\u9fff]{2,20})）")
_AT_HOST = re.compile(rf"办公室(?P<between>)在{_HOST}办公")
_SETS = re.compile("(?:下设|设立|设)?(?:日常)?$")
_BEFORE = re.compile(r"[^，。；：]{0,50}$")
_PLACE = re.compile(r"地址|[一二三四五六七八九\d]+[楼层号]|大楼|路\d|\d室$")


def group_offices(document: DocumentText) -> Iterator[Found]:
    """GroupOffice facts: 设在, 挂靠, 依托, 与…合署办公, 在…办公."""
    in_force = groups(document)
    for number, block in enumerate(document.blocks):
        paragraph = block.paragraph
        if paragraph is None or ("办公室" not in block.text and "秘书处" not in block.text and "机构" not in block.text):
            continue
        if not _GATE.search(block.text) and "办公" not in block.text:
            continue
        for pattern in (_OFFICES, _TOGETHER, _IN_HOST, _AT_HOST, _TO_HOST, _SET_HOST, _IN_BRACKET):
            for match in pattern.finditer(block.text, block.body):
                if not _PLACE.search(match["between"] + match["host"][-6:]) and is_unit("".join(match["host"].split())):
                    yield _office(paragraph, match, block.body, in_force[number])


def _office(paragraph: Paragraph, match: re.Match[str], body: int, group: GroupInForce | None) -> GroupOffice:
    before = _BEFORE.search(paragraph.text, body, match.start())
    explicit = _SETS.sub("", clean(before[0])) if before else ""
    start, end = paragraph.span(*match.span("host"))
    named = bool(explicit) and not is_generic(explicit) and re.search(r"(?:小组|指挥部|联席会议|委员会|专班|组)$", explicit)
    name = explicit if named else group.name if group else explicit or None
    return GroupOffice(start=start, end=end, group=name, host=paragraph.printed(*match.span("host")),
                       parent=group.parent if group and not named else None)
