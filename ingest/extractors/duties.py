"""What each unit has to do, in lists of duties.

三、成员单位职责                          五、职责分工
县文旅局：组织景区落实森林防火措施。        （一）县公安局、县司法局。负责…… / （二）县民政局负责……
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.extractors.base import Found
from ingest.extractors.roster_tables import lists_groups
from ingest.extractors.task_labels import is_responsibility_label
from ingest.extractors.task_names import Name, read_names
from ingest.extractors.tasks import signatures
from ingest.facts import Duty
from ingest.layout.blocks import Block, DocumentText, ordinal
from ingest.layout.cells import Table, cell_text
from ingest.layout.lines import Paragraph
from ingest.lexicon.columns import column_kind
from ingest.lexicon.dates import DATE
from ingest.lexicon.labels import is_role
from ingest.lexicon.people import is_name
from ingest.lexicon.posts import is_post, is_unit

HAN = "\u4e00-\u9fff"
_SECTION = re.compile(
    r"(?:职责|职能)(?:和|及|与|、)?(?:任务|工作|具体)?(?:分工|划分|任务|清单|要求)?(?:（[^（）]*）)?$|"
    r"(?:任务|责任|部门|单位|职能|工作职责)分工(?:（[^（）]*）)?$|职责(?:明确|分工)?如下$|"
    r"(?:任务|责任|职责)分工(?:明确)?如下$|(?:部门|单位)责任清单$"
)
_MAY_HEAD = re.compile("职|分工|责任清单")
_NO_SECTION = re.compile(
    r"组成|机构|领导(?:小组)?(?:的|主要|工作)*职责|办公室(?:的|主要|工作)*职责|"
    r"(?:指挥部|委员会|联席会议|专家组|工作组|专班)(?:的|主要|工作)*职责|领导(?:同志|"
    r"班子)?分工|岗位职责|人员职责|主任职责|组长职责|^(?:主要|工作|具体)*职责$"
)
_UNITS = re.compile(
    rf"[ \t]*(?P<units>(?:[{HAN}A-Za-z0-9·、，“”\-—/]|"
    rf"（[^（）]{{1,30}}）)(?:[{HAN}A-Za-z0-9·、， \t“”\-—/]|（[^（）]{{1,30}}）){{1,90}}?)"
)
_NEXT = re.compile(
    rf"[。；][ ]*(?:（[一二三四五六七八九十\d]{{1,2}}）|\d{{1,2}}[.、])?[ ]*(?P<units>[{HAN}A-Z0-9·、（）“”]{{2,60}})：(?=[^ ])"
)
# What a duty may begin with that blanks part from its unit.
_DOES = (
    "牵头|会同|配合|加强|开展|制定|抓好|及时|严格|参与|参加|提供|履行|执行|维护|宣传|查处|监督|监管|对|按|依法|做好|"
    "负责|承担|组织|指导|协调|督促|落实|统筹|保障"
)
_MARK = re.compile(
    rf"{_UNITS.pattern}(?:的?(?:主要|工作|部门|具体)*职责)?"
    rf"(?:[ \t]*(?:[：。]|——)(?=[ \t]*[^ \t])|[ \t]+(?={_DOES}))"
)
_VERB = re.compile(
    r"(?:主要|具体|牵头|统一|全面|共同|分别|要)*(负责|承担|组织|指导|协调|做好|督促|落实|"
    r"统筹|保障|按照?职责|依法)(?![\u4e00-\u9fff]?[局办部])"
)
_GROUP = re.compile("(?:指挥部|组|专班|办公室|指挥长|会议|(?:指挥|领导|组织|办事|协调|议事|工作)机构)$")
_COMPANY = re.compile("(?:县|市|区|旗|州|省|镇|乡|街道|局|院|府|委|党政|综合|管委会|[部处科])办公室$|农办|扶贫办")
_NOBODY_IN_PARTICULAR = frozenset(("成员单位", "部门", "单位", "职能部门", "主管部门", "责任部门", "各部门职责"))
_PLACED = re.compile("设在|下设|挂靠|兼任")
_OTHER_HEAD = re.compile(rf"[ \t]*[{HAN}（）、]{{2,20}}：")
_OTHER_SECTION = re.compile("(?:要求|保障|措施|机制|纪律|事项|附则|制度|规则|安排|步骤|目标|原则|领导|办公室)$")
_END = re.compile(r"[ \t]*(?:[一二三四五六七八九十]+是|\d{1,2}[.、．]|（\d{1,2}）|[①-⑳])")
# 2.2 成员单位职责: in a text numbered so, brackets and 一、 only count items.
_DOTTED = re.compile(r"[ \t]*\d{1,2}(?:\.\d{1,2})+(?!\d)")
_PLAIN_NUMBER = re.compile(r"[ \t]*(?:\d{1,2}[ \t]+|第[一二三四五六七八九十]+[章编部])")
_FIRST = re.compile("[^、，；（]*")
_INNER = re.compile("[和及与由 \t]")
_OPENS_DUTY = re.compile("负责|承担|做好|督促|落实|履行|按照?职责|依法")
_LENGTH = 12


@dataclass(slots=True)
class _Section:
    """A section of duties: the level of its heading, and whether that is numbered like 2.2."""

    level: int
    dotted: bool = False


@dataclass(slots=True)
class _Units:
    """The units at an item's head, and where their duty begins."""

    names: list[Name]
    duty: int


def duties(document: DocumentText) -> Iterator[Found]:
    """The Duty facts of a document: from lists under a heading of duties, and from tables."""
    pending: tuple[Paragraph, list[Name], int] | None = None
    held: list[Duty] = []
    signed = signatures(document.blocks)
    inside = _Section(0) if document.title and _is_section(document.titled) else None
    for block in document.blocks:
        if block.table:
            yield from held
            held, pending = [], None
            yield from _table(block.table)
            continue
        paragraph = block.paragraph
        if paragraph is None:
            continue
        section = _section(block)
        if section is not None and not (inside is not None and _one_unit(block, paragraph)):
            yield from held
            held, pending, inside = [], None, section
            continue
        if inside is None:
            continue
        if _leaves(block, inside):
            yield from held
            held, pending, inside = [], None, None
            continue
        units = _units(block, paragraph, below_units=pending is not None)
        if units and units.duty < len(paragraph.text):
            yield from held
            *told, (part, first) = _run_in(paragraph, units)
            for whole, of_units in told:
                yield from _facts(whole, of_units, whole)
            held, pending = list(_facts(part, first, part)), None
        elif units:
            yield from held
            held, pending = [], (paragraph, units.names, block.level)
        elif pending:
            start = ordinal(paragraph.text)[1]
            held, pending = list(_facts(pending[0], _Units(pending[1], start), paragraph)), None
        elif (
            held
            and not _OTHER_HEAD.match(paragraph.text)
            and (not block.level or block.level > 3 or _END.match(paragraph.text))
            and not DATE.search(paragraph.text)
            and not (paragraph.at(0) in signed and is_unit(paragraph.text.strip()))
        ):
            _extend(held, paragraph)
        else:
            yield from held
            held = []
    yield from held


def _section(block: Block) -> _Section | None:
    """The section which this paragraph opens, None if it opens none."""
    words = block.text[block.body :].lstrip("0123456789： ")
    if len(block.text) > 90 or not _MAY_HEAD.search(block.text) or not _is_section(words):
        return None
    if block.body and block.text.startswith("附"):
        return _Section(1)
    if block.body:
        return _Section(block.level, bool(_DOTTED.match(block.text)))
    return _Section(block.level - 1 if block.level else block.headings[-1].level if block.headings else 0)


def _is_section(words: str) -> bool:
    """Do the words head a list of duties (成员单位职责, 各部门职责分工如下)?"""
    text = words.strip().strip("：。 ")
    if (
        len(text) > 70
        or not _SECTION.search(text)
        or (re.search("[，。；：]", text) and not text.endswith("如下"))
    ):
        return False
    bare = "".join(text.split())
    return not _NO_SECTION.search(bare) or "成员单位" in bare or "部门" in bare


def _leaves(block: Block, inside: _Section) -> bool:
    """Does the paragraph stand outside the section?"""
    words = block.text[block.body :].strip()
    ends = block.level <= inside.level or block.text.startswith("附")
    if inside.dotted and not _DOTTED.match(block.text):
        ends = bool(_PLAIN_NUMBER.match(block.text))
    if block.body and (ends or (len(words) <= 20 and _OTHER_SECTION.search(words))):
        return True
    return bool(DATE.match(words))


def _one_unit(block: Block, paragraph: Paragraph) -> bool:
    """Is the line a unit's own heading (县审计局职责) rather than one of a class of units (乡镇职责)?"""
    names = _named(paragraph, block.body, len(paragraph.text))
    words = ["".join(paragraph.text[name.start : name.end].split()) for name in names]
    return bool(words) and not any(word.endswith(("部门", "单位", "乡镇", "街道", "机构")) for word in words)


def _units(block: Block, paragraph: Paragraph, *, below_units: bool) -> _Units | None:
    """The units that the paragraph opens with, None if it opens with none.

    What begins with a verb is a duty where units stand alone above it, or where it has no ordinal.
    """
    text, at = paragraph.text, block.body
    bare = text[at:].strip().rstrip("：。 ")
    if len(bare) <= 60 and (names := _named(paragraph, at, at + len(text[at:].rstrip().rstrip("：。 ")))):
        return _Units(names, len(text))
    if (mark := _MARK.match(text, at)) and (names := _named(paragraph, *mark.span("units"))):
        return _Units(names, mark.end())
    if (below_units or not block.level) and _VERB.match(text, at):
        return None
    for verb in sorted(_VERB.finditer(text, at, at + 90), key=lambda m: m[1] != "负责"):
        if names := _named(paragraph, at, verb.start()):
            return _Units(names, verb.start())
    return None


def _run_in(paragraph: Paragraph, units: _Units) -> list[tuple[Paragraph, _Units]]:
    """The duties that a paragraph tells one behind the other, each with its units.

        县财政局：落实应急资金。县卫健局：做好医疗救护。    →  县财政局：落实应急资金。 / 县卫健局：做好医疗救护。
    """
    text = paragraph.text
    begins, heads = [0], [units]
    if text[units.duty - 1] == "：" and "：" in text[units.duty :]:
        for match in _NEXT.finditer(text, units.duty):
            if names := _named(paragraph, *match.span("units")):
                at = match.start() + 1
                begins.append(at)
                heads.append(_Units([Name(n.start - at, n.end - at, n.sure) for n in names], match.end() - at))
    return [(paragraph.part(a, b), head) for a, b, head in zip(begins, [*begins[1:], len(text)], heads, strict=True)]


def _named(paragraph: Paragraph, start: int, end: int) -> list[Name]:
    """The units between two positions; [] unless all there is are units that are no working group."""
    words = re.sub(r"(?:的?(?:主要|工作|部门|具体)*职责|[：，, ])+$", "", paragraph.text[start:end])
    if not _may_be_units(words):
        return []
    names, rest = read_names(paragraph, start, start + len(words))
    if rest or not names:
        return []
    for name in names:
        word = "".join(paragraph.text[name.start : name.end].split())
        if (
            not name.sure
            or _PLACED.search(word)
            or _OPENS_DUTY.match(word)
            or word in _NOBODY_IN_PARTICULAR
            or is_responsibility_label(word)
            or is_role(word)
            or not (is_unit(word) or (word.startswith(("各", "有关", "相关")) and len(word) <= 8))
            or ((is_name(word) or is_post(word)) and not is_unit(word))
        ):
            return []
        if _GROUP.search(word) and not _COMPANY.search(word):
            return []
    return names


def _may_be_units(words: str) -> bool:
    """A cheap look at the first word, which rules out most sentences before they are read for names."""
    first = _FIRST.match(words)
    word = first[0].strip() if first else ""
    return bool(_INNER.search(word)) or is_unit(word) or word.startswith(("各", "有关", "相关"))


def _facts(head: Paragraph, units: _Units, body: Paragraph) -> Iterator[Duty]:
    start = units.duty + len(body.text[units.duty :]) - len(body.text[units.duty :].lstrip("：。， \t"))
    start = max(start, ordinal(body.text[start:])[1] + start) if _END.match(body.text, start) else start
    text = body.printed(start)
    for name in units.names:
        a, b = head.span(name.start, name.end)
        yield Duty(
            start=a, end=b, unit=head.printed(name.start, name.end), text=text[:_LENGTH], full_text=text
        )


def _extend(held: list[Duty], paragraph: Paragraph) -> None:
    for duty in held:
        duty.full_text = (duty.full_text or "") + paragraph.printed()
        duty.text = duty.full_text[:_LENGTH]


def _table(table: Table) -> Iterator[Found]:
    """Tables with a column of units and one of duties."""
    if lists_groups(table):
        return
    for number, row in enumerate(table.rows[:3]):
        kinds = [column_kind(cell_text(cell)) for cell in row]
        units = [
            k for k, kind in enumerate(kinds)
            if kind == "unit" or (kind in ("role_column", "responsibility") and cell_text(row[k]).endswith(("单位", "部门")))
        ]
        if "duty" in kinds and "task" not in kinds and "name" not in kinds and len(units) == 1:
            yield from _rows(table, number + 1, units[0], kinds.index("duty"), row)
            return


def _rows(table: Table, first: int, unit: int, duty: int, head: list[Paragraph | None]) -> Iterator[Duty]:
    above: Paragraph | None = None
    for row in table.rows[first:]:
        if len(row) <= max(unit, duty) or cell_text(row[duty]) == cell_text(head[duty]):
            continue
        cell, body = row[unit] or (None if table.spans else above), row[duty]
        if cell is None or body is None:
            continue
        above = cell
        names, _ = read_names(cell, 0, len(cell.text), cell=True)
        yield from _facts(cell, _Units([n for n in names if n.sure], 0), body)
