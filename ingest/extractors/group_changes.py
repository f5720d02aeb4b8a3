"""What a document does to a group: founds, adjusts, amends, renames or ends it; who leaves it.

关于调整县河长制工作领导小组成员的通知            →  GroupChange("县河长制工作领导小组", "adjusts")
撤销县养老服务专班。                              →  GroupChange("县养老服务专班", "ends")
赵大川同志不再担任副组长。                        →  GroupChange(…, "leaves", member="赵大川", role="副组长")
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.extractors.base import Found
from ingest.extractors.group_context import groups
from ingest.facts import GroupChange
from ingest.layout.blocks import DocumentText, GroupInForce
from ingest.layout.lines import Paragraph
from ingest.lexicon.groups import clean, founded_group, heading_group, is_generic, title_group
from ingest.lexicon.labels import ROLES
from ingest.lexicon.names import Span, read_names

_KIND = r"(?:领导小组|领导组|协调小组|工作小组|小组|联席会议(?:制度)?|指挥部|委员会|工作专班|专班|工作组)"
_NAME = rf"(?:[\u4e00-\u9fffA-Za-z0-9\-—]|“[^”]{{1,20}}”|（[^（）]{{1,20}}）){{2,40}}?{_KIND}"
_ACTIONS = (
    ("amends", re.compile("关于[^《》]{0,40}增补|关于(?:补充|增加)")),
    ("ends", re.compile("关于撤销")),
    ("adjusts", re.compile("关于(?:重新)?(?:调整|充实|更新|健全|公布|明确)|关于[^《》]{2,40}(?:调整|充实)")),
    ("establishes", re.compile("关于(?:同意)?(?:重新)?(?:成立|建立|设立|组建|恢复)")),
)
_TASK_GROUP = re.compile(
    "^(?!相应|各|相关|有关|[县市区]级).*(?:领导小组|领导组|协调小组|工作小组|联席会议|指挥部|委员会|专班|工作组)$"
)
_RENAMED = re.compile(
    rf"(?:将|把|，|^|关于)?(?:原)?(?P<old>{_NAME})(?:调整)?(?:更名|改名|改称)为(?P<new>{_NAME})"
)
_ENDED = re.compile(
    rf"(?:撤销|取消)(?P<names>{_NAME}(?:[、和及]{_NAME})*)|(?P<after>{_NAME})(?:予以|同时|即行|随之|相应)+(?:撤销|取消)"
)
_EACH = re.compile(_NAME)
_LATER = re.compile("自行|自动|自然|后[，]?(?:即|予以)?撤销|如需|今后|凡|不得|应当|须|可")
_FOUNDED = re.compile("(?:成立|组建|设立)(?!以来|后|时|之)")
_OTHERS = re.compile(
    r"各(?:乡镇|镇|乡|街道|部门|单位|地|学校|村|社区|县|市|区)[^，。；]{0,24}(?:成立|组建|建立|设立)|要(?:成立|建立)|应(?:当)?(?:成立|建立)|(?:也|相应|对应|参照|分别)[^，。；]{0,6}(?:成立|建立)|对应成立|曾|凡|名义|\d{4}年成立"
)
_UNCHANGED = re.compile(
    r"其(?:他|它|余)(?:组成)?(?:人员|成员|领导|同志)?(?:及职责|和职责|职务)?(?:均|都|保持)*不变|增补|补充"
)
_ROLE = re.compile("|".join(ROLES))
_LEAVES = re.compile(
    r"(?P<who>[^。；：]{2,60}?)(?:均|都)?不再(?:担任|兼任|作为|为|任)(?P<what>[^。；，]{0,60})"
)
_DISMISSED = re.compile(
    rf"免去(?P<who>[^。；：，的]{{2,30}}?)(?:同志的?|的)(?P<what>(?:{_NAME}(?<!委员会)[^。；，]{{0,4}}?)(?:{'|'.join(ROLES)}))"
)
_REPLACED = re.compile(r"接替(?P<who>[^，。；：、]{2,8}?)(?:同志)?(?:的)?(?:担任|任|为)(?P<what>[^。；，]{0,40})")
_PART = re.compile(rf"[ ]*(?:原)?(?P<role>{'|'.join(ROLES)})?[ ]*(?P<name>[^、，]+)")
_CAUSE_BEHIND = re.compile("，?(?:因|由于)[^，]*，?$")
_CAUSE_BEFORE = re.compile(".*(?:因|由于|根据)[^，]*，")


@dataclass(slots=True)
class _Told:
    """What a document was found to do, so that title and text tell it once."""

    seen: list[tuple[str, str]]

    def new(self, action: str, group: str) -> bool:
        """Is this the first telling, under this name, a longer or a shorter one?"""
        bare = "".join(group.split())
        if any(action == a and (bare in g or g in bare) for a, g in self.seen):
            return False
        self.seen.append((action, bare))
        return True


def group_changes(document: DocumentText) -> Iterator[Found]:
    """GroupChange facts from the document's title and sentences."""
    told = _Told([])
    main = title_group(document.titled)
    if document.title and document.start is not None and document.end is not None:
        for action, name in _titled(document):
            if told.new(action, name):
                yield GroupChange(start=document.start, end=document.end, group=name, action=action)
    ending = "撤销" in document.titled
    in_force: Sequence[GroupInForce | None] | None = None
    for number, block in enumerate(document.blocks):
        paragraph, text = block.paragraph, block.text
        if paragraph is None:
            continue
        listed = heading_group(text[block.body :]) if ending and block.body and len(text) <= 60 else None
        if listed and not is_generic(listed):
            if told.new("ends", listed):
                yield _change(paragraph, (block.body, len(text)), listed, "ends")
        elif "更名" in text or "改名" in text or "改称" in text or "撤销" in text or "取消" in text:
            yield from _renamed(paragraph, told)
            yield from _ended(paragraph, told)
        if "不再" in text or "免去" in text or "接替" in text:
            in_force = in_force if in_force is not None else groups(document)
            yield from _left(paragraph, in_force[number], main)
        if not main and ("成立" in text or "组建" in text or "设立" in text) and _FOUNDED.search(text):
            yield from _founded(paragraph, told)


def _titled(document: DocumentText) -> Iterator[tuple[str, str]]:
    """What the title says is done to the group it names."""
    title = document.titled
    if _RENAMED.search(title):
        return
    name = title_group(title)
    action = next((action for action, pattern in _ACTIONS if pattern.search(title)), None)
    if not name or not action:
        return
    if action == "adjusts" and any(_UNCHANGED.search(block.text) for block in document.blocks):
        action = "amends"
    yield action, name


def _change(paragraph: Paragraph, span: Span, group: str, action: str) -> GroupChange:
    start, end = paragraph.span(*span)
    return GroupChange(start=start, end=end, group=group, action=action)


def _renamed(paragraph: Paragraph, told: _Told) -> Iterator[GroupChange]:
    """将甲领导小组更名为乙领导小组."""
    for match in _RENAMED.finditer(paragraph.text):
        old = clean(re.sub("^[将把原]+", "", paragraph.printed(*match.span("old"))))
        if told.new("renames", old):
            at = max(paragraph.text.find(old, *match.span("old")), match.start("old"))
            change = _change(paragraph, (at, match.end("old")), old, "renames")
            change.new_name = paragraph.printed(*match.span("new"))
            yield change


def _ended(paragraph: Paragraph, told: _Told) -> Iterator[GroupChange]:
    """撤销甲领导小组、乙专班; not what is yet to end (任务完成后自行撤销)."""
    text = paragraph.text
    for match in _ENDED.finditer(text):
        sentence = max(text.rfind(mark, 0, match.start()) for mark in "。；") + 1
        if _LATER.search(text, sentence, match.end()):
            continue
        for name in _EACH.finditer(text, *match.span("names" if match["names"] else "after")):
            start = name.start() + (text[name.start()] in "、和及原同")
            group = paragraph.printed(start, name.end())
            if not is_generic(group) and told.new("ends", group):
                yield _change(paragraph, (start, name.end()), group, "ends")


def _founded(paragraph: Paragraph, told: _Told) -> Iterator[GroupChange]:
    """成立由县长任组长的甲领导小组, in a document whose title is about something else."""
    text, start = paragraph.text, 0
    for end in [*(m.start() for m in re.finditer("[。；]", text)), len(text)]:
        if _FOUNDED.search(text, start, end) and not _OTHERS.search(text, start, end):
            name = founded_group(text[start:end])
            if name and _TASK_GROUP.search(name) and not is_generic(name) and told.new("establishes", name):
                at = text.find(name, start, end)
                yield _change(
                    paragraph, (at, at + len(name)) if at >= 0 else (start, end), name, "establishes"
                )
        start = end + 1


def _left(paragraph: Paragraph, group: GroupInForce | None, main: str | None) -> Iterator[GroupChange]:
    """原副组长甲、原成员乙因工作变动，不再担任领导小组相关职务; 丙接替丁任副组长."""
    for pattern in (_LEAVES, _DISMISSED, _REPLACED):
        for match in pattern.finditer(paragraph.text):
            what = paragraph.printed(*match.span("what"))
            of_group = _EACH.match(what)
            named = clean(of_group[0]) if of_group and not is_generic(clean(of_group[0])) else None
            name = named or main or (group.name if group else None)
            held = _ROLE.search(what, of_group.end() if of_group else 0)
            if not name or (
                not of_group
                and not (held and held.end() >= len(what.removesuffix("职务").rstrip("的")))
                and "相关职务" not in what
            ):
                continue
            yield from _leavers(paragraph, match.span("who"), name, held[0] if held else None)


def _leavers(paragraph: Paragraph, who: Span, group: str, role: str | None) -> Iterator[GroupChange]:
    text, (start, end) = paragraph.text, who
    while start < end and text[start] in "， ":
        start += 1
    if tail := _CAUSE_BEHIND.search(text, start, end):
        end = tail.start()
    if lead := _CAUSE_BEFORE.match(text, start, end):
        start = lead.end()
    comma = text.rfind("，", start, end) + 1
    for begin in dict.fromkeys((start, comma)):
        if people := _held(text, begin, end):
            break
    else:
        return
    for span, own in people:
        a, b = paragraph.span(*span)
        yield GroupChange(
            start=a, end=b, group=group, action="leaves", member=paragraph.printed(*span), role=own or role
        )


def _held(text: str, start: int, end: int) -> list[tuple[Span, str | None]]:
    """The names of `text[start:end]` with the roles in front of them; [] unless all of it is such."""
    found: list[tuple[Span, str | None]] = []
    cuts = [
        start,
        *(place for m in re.compile("、|，|和").finditer(text, start, end) for place in m.span()),
        end,
    ]
    for a, b in zip(cuts[::2], cuts[1::2], strict=True):
        part = _PART.fullmatch(text, a, b)
        names = read_names(text, *part.span("name"), lenient=True) if part else []
        if part is None or not names:
            return []
        found.append((names[0], part["role"]))
    return found
