"""Officials who stand in for each other.

赵大川、马远、邵小锋互为AB岗，卓然、杨帆互为AB岗。   →  every pair of a group
| A角 | B角 |
| 孔令安 | 颜小玉 |                                   →  Backup("孔令安", "颜小玉")
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import combinations, product

from ingest.extractors.base import Found, unread
from ingest.extractors.division_clauses import clauses
from ingest.extractors.division_people import Person, person_at, person_line
from ingest.facts import Backup
from ingest.layout.blocks import Block, DocumentText
from ingest.layout.cells import Table, cell_text
from ingest.layout.lines import Paragraph
from ingest.lexicon.columns import column_kind
from ingest.lexicon.members import read_members
from ingest.lexicon.names import Span, read_names

Reader = Callable[[str, int, int], list[Span]]

_AB = r"[“\"]?A[ ]*(?:[、/／\-—和与][ ]*)?B[”\"]?[ ]*(?:角|岗)[”\"]?"
_GATE = re.compile(rf"{_AB}|互为|[AB][ ]*[角岗]|（B）")
_MUTUAL = re.compile(
    r"(?P<who>[^。；：]{4,80}?)(?:等?(?:[两二三四五六七八]|\d)(?:名|位|人))?(?:同志)?[ ]*(?:之间)?(?:实行)?"
    rf"(?P<each>分别)?互为[ ]*(?:工作)?(?:{_AB}|[“\"]?备岗|补位)"
)
_EACH = re.compile(
    r"A[ ]*[角岗](?:[ ]*[：为是]|(?=[ ]))[ ]*(?P<a>[^，。；：AB]{2,30}?)[ ]*[，；、。]?[ ]*"
    r"B[ ]*[角岗](?:[ ]*[：为是]|(?=[ ]))[ ]*(?P<b>[^，。；：AB]{2,30})(?=[，。；A]|$)"
)
_IS = re.compile(
    r"(?P<a>[^，。；：（]{2,16}?)(?:同志)?(?:为|是|任|担任)?（?A[ ]*[角岗]）?[，；、 ]+"
    r"(?P<b>[^，。；：（]{2,16}?)(?:同志)?(?:为|是|任|担任)?（?B[ ]*[角岗]"
)
_OF = re.compile(
    r"(?P<a>[^，。；：（互]{2,16}?)(?:同志)?(?:（|的|，|：)?(?:其)?(?:A[、/]?)?B[ ]*[角岗](?:互补)?(?:领导|人员)?"
    r"[ ]*(?:为|是|由|：)[ ]*(?P<b>[^，。；：（）]{2,16}?)(?:同志)?(?:担任)?(?=[，。；）]|$)"
)
_MISSING = r"(?:同志)?(?:不在|外出|离岗|请假|缺位)[^，。；]{0,6}，[ ]*(?:即)?由?"
_NOW = r"(?!责任|人员|负责)(?P<{}>[\u4e00-\u9fff·（）]{{2,16}}?)"
_AWAY = re.compile(
    rf"A[ ]*[角岗]{_NOW.format('a')}{_MISSING}B[ ]*[角岗]{_NOW.format('b')}(?:同志)?(?=代|替|履|负责|接|顶|，|。|$)"
)
_TAGGED = re.compile(
    r"(?P<a>[^，。；：、（）—]{2,6})（A[角岗]?）[ ]*[—\-、，/与和]*[ ]*"
    r"(?P<b>[^，。；：、（）—]{2,6})（B[角岗]?）"
)
_JOINED = re.compile(r"(?P<a>[\u4e00-\u9fff·]{2,8})[ ]*—{1,2}[ ]*(?P<b>[\u4e00-\u9fff·]{2,8})")
_LABEL = re.compile(rf"{_AB}[^，。；：]{{0,12}}：(?P<pairs>[^。：]+)")
_HIS = re.compile(
    r"(?:^|(?<=[。；，（ ]))(?:其)?A?[、/]?B[ ]*[角岗][ ]*(?:为|是|：)[ ]*"
    r"(?P<b>[^，。；：（）]{2,20}?)(?:同志)?(?=[，。；）]|$)"
)
# Inside the duties of one who is not named again.
_WITH = re.compile(rf"(?:^|(?<=[。；，：（]))与[ ]*(?P<b>[^，。；：（）]{{2,20}}?)(?:同志)?[ ]*互为[ ]*(?:工作)?{_AB}")
_A_LINE = re.compile(r"[ ]*A[ ]*[角岗][ ]*：(?P<a>[^。；：]{2,30})[。；]?$")
_B_LINE = re.compile(r"[ ]*B[ ]*[角岗][ ]*：(?P<b>[^。；：]{2,30})[。；]?$")
_DASH = r"/|—{1,2}|-{1,2}|－|←→|↔|<->|～|~"
_HEADING = re.compile(rf"{_AB}[^。]{{0,12}}(?:如下|安排|名单|设置|分工|制度|人员|配对|对应)?[^。]{{0,6}}：?$")
_LINKS = re.compile(rf"[ ]*(?:{_DASH}|与|和|、|\t|[ ]{{2,}})[ ]*")
_DASHED = re.compile(rf"[ ]*(?:{_DASH})[ ]*")
_AB_COLUMN = re.compile(r"(?:互[为补])?（?A[、/]?B[角岗]）?(?:人员|领导|同志|安排)?|互为.{0,4}")
_BEGINS = re.compile("，|由|决定|明确|岗|角|：|实行")
_PAIR = re.compile(rf"[与和]|{_DASH}")
_TIED = re.compile(rf"与|{_DASH}")
_ORDINAL = re.compile(r"[ ]*(?:\d{1,2}[.、]|（[一二三四五六七八九十\d]{1,2}）|[一二三四五六七八九十]{1,2}、)?[ ]*")


def backups(document: DocumentText) -> Iterator[Found]:
    """Backup facts from sentences (互为AB岗), from pairs below such a heading, and from A角/B角 columns.

    A pair told both ways is one fact.
    """
    told: set[frozenset[str]] = set()
    for found in _all(document.blocks):
        if isinstance(found, Backup):
            pair = frozenset((found.person, found.backup))
            if pair in told or len(pair) < 2:
                continue
            told.add(pair)
        yield found


def _all(blocks: Sequence[Block]) -> Iterator[Found]:
    below = False
    for number, block in enumerate(blocks):
        if block.table:
            yield from _table(block.table)
            continue
        paragraph = block.paragraph
        if paragraph is None:
            continue
        text = block.text
        if below and (pair := _pair(text, block.body)):
            yield from _facts(paragraph, pair)
            continue
        below = False
        if ("B" not in text and "互为" not in text) or not _GATE.search(text):
            continue
        if "互为" in text:
            yield from _his(blocks, number, paragraph, _WITH) or _mutual(paragraph)
            yield from _labelled(paragraph, _OF)
        elif (line := _B_LINE.match(text, block.body)) and number:
            yield from _two_lines(blocks[number - 1], paragraph, line)
        else:
            yield from _paired(paragraph) or _labelled(paragraph) or _his(blocks, number, paragraph)
        below = len(text) < 80 and bool(_HEADING.search(text))


def _two_lines(before: Block, paragraph: Paragraph, line: re.Match[str]) -> Iterator[Backup]:
    """A角：甲, and B角：乙 on the line below it."""
    first = _A_LINE.match(before.text, before.body)
    if first is None or before.paragraph is None:
        return
    for a, b in product(_names(before.text, *first.span("a")), _names(paragraph.text, *line.span("b"))):
        start, end = paragraph.span(*b)
        yield Backup(start=start, end=end, person=before.paragraph.printed(*a), backup=paragraph.printed(*b))


def _paired(paragraph: Paragraph) -> list[Backup]:
    """AB岗：甲—乙，丙—丁; （A/B角）：甲与乙，丙与丁; AB岗：甲、乙；丙、丁: two to a pair.

    AB角：甲、乙 or 甲和乙 alone may as well name two who stand in for a third.
    """
    found = list[Backup]()
    for match in _LABEL.finditer(paragraph.text):
        groups = _apart(paragraph.text, *match.span("pairs")) or _groups(paragraph.text, *match.span("pairs"))
        if all(len(group) == 2 for group in groups) and (len(groups) > 1 or _TIED.search(match["pairs"])):
            found += (backup for group in groups for backup in _facts(paragraph, group))
    return found


def _his(blocks: Sequence[Block], number: int, paragraph: Paragraph, told: re.Pattern[str] = _HIS) -> list[Backup]:
    """AB角：乙, or 与乙互为AB角, inside the duties of 甲."""
    found = list[Backup]()
    for match in told.finditer(paragraph.text):
        person = _in_force(blocks, number)
        for name in _names(paragraph.text, *match.span("b")) if person else []:
            start, end = paragraph.span(*name)
            found.append(Backup(start=start, end=end, person=person.name if person else "", backup=paragraph.printed(*name)))
    return found


def _in_force(blocks: Sequence[Block], number: int) -> Person | None:
    """Whose duties the block `number` tells, by its own head or the nearest line above that names him."""
    for k in range(number, max(number - 8, -1), -1):
        paragraph = blocks[k].paragraph
        if paragraph is None:
            return None
        if person := person_line(blocks, k):
            return person
        said = clauses(paragraph.text, blocks[k].body, len(paragraph.text), partial(person_at, paragraph))
        if person := next((clause.person for clause in said if clause.person), None):
            return person
    return None


def _mutual(paragraph: Paragraph) -> Iterator[Found]:
    """A、B、C互为AB岗，D、E互为AB岗."""
    text = paragraph.text
    for match in _MUTUAL.finditer(text):
        start, end = match.span("who")
        joined = [[*read_names(text, *m.span("a")), *read_names(text, *m.span("b"))] for m in _JOINED.finditer(text, start, end)]
        groups = [group for group in joined if len(group) == 2]
        groups = groups or (_apart(text, start, end) if match["each"] else [])
        if groups := groups or _groups(text, start, end):
            for names in groups:
                yield from _facts(paragraph, names)
        elif re.search("[、和与]", match["who"]):
            yield unread(paragraph, *match.span(), "AB岗：未读懂互为何人 · people standing in not understood")


def _apart(text: str, start: int, end: int) -> list[list[Span]]:
    """甲、乙，丙、丁分别互为AB角: a group between commas."""
    groups = [_linked(text, a, b, _names) for a, b in _spans(text, start, end, "，|；") if text[a:b].strip()]
    return groups if len(groups) > 1 and all(len(group) > 1 for group in groups) else []


def _groups(text: str, start: int, end: int) -> list[list[Span]]:
    """The groups of people that stand in for one another, of `text[start:end]` or its last clause."""
    while start < end and (text[start] in "，。；、 " or text.startswith(("由", "其中"), start)):
        start += 2 if text.startswith("其中", start) else 1
    begins = sorted({start, *(m.end() for m in _BEGINS.finditer(text, start, end))})
    for reader in (read_names, _members, _any_names):
        for begin in begins:
            parts = _spans(text, begin, end, "、|，|；")
            pairs = [_linked(text, a, b, reader) for a, b in parts if _PAIR.search(text, a, b)]
            if len(pairs) == len(parts) > 1 and all(len(pair) > 1 for pair in pairs):
                return pairs
            if len(names := _linked(text, begin, end, reader)) > 1:
                return [names]
    halves = [_names(text, a, b) for a, b in _spans(text, start, end, "和|与")]
    return [[half[0] for half in halves]] if len(halves) == 2 and all(len(half) == 1 for half in halves) else []


def _linked(text: str, start: int, end: int, reader: Reader) -> list[Span]:
    """The names of the stretch, dashes between them or not."""
    found = [reader(text, a, b) for a, b in _spans(text, start, end, _DASH)]
    return [span for names in found for span in names] if all(found) else []


def _members(text: str, start: int, end: int) -> list[Span]:
    """The names of people with their posts."""
    members, understood = read_members(text, start, end)
    return [m.at for m in members] if understood and all(m.kind == "person" for m in members) else []


def _any_names(text: str, start: int, end: int) -> list[Span]:
    found = read_names(text, start, end, lenient=True)
    return found if all(b - a <= 6 for a, b in found) else []


def _names(text: str, start: int, end: int) -> list[Span]:
    return read_names(text, start, end) or _members(text, start, end) or _any_names(text, start, end)


def _spans(text: str, start: int, end: int, divider: str) -> list[Span]:
    cuts = [start, *(place for m in re.compile(divider).finditer(text, start, end) for place in m.span()), end]
    return list(zip(cuts[::2], cuts[1::2], strict=True))


def _labelled(paragraph: Paragraph, *patterns: re.Pattern[str]) -> list[Backup]:
    """A角：甲，B角：乙; 甲A角，乙B角; 甲（B角为乙）."""
    for pattern in patterns or (_AWAY, _TAGGED, _EACH, _IS, _OF):
        found = list[Backup]()
        for match in pattern.finditer(paragraph.text):
            a, b = _names(paragraph.text, *match.span("a")), _names(paragraph.text, *match.span("b"))
            if len(a) == 1:
                for other in b:
                    found += _facts(paragraph, [a[0], other])
        if found:
            return found
    return []


def _pair(text: str, start: int) -> list[Span]:
    """Two names or more, alone on a line below a heading about AB岗."""
    if lead := _ORDINAL.match(text, start):
        start = lead.end()
    end = len(text.rstrip(" 。；，"))
    if end - start > 40:
        return []
    links = [m.span() for m in (_DASHED if _DASHED.search(text, start, end) else _LINKS).finditer(text, start, end)]
    cuts = [start, *(place for link in links for place in link), end]
    parts = [read_names(text, a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=True)]
    if len(parts) > 1 and all(len(part) == 1 for part in parts):
        return [part[0] for part in parts]
    names = read_names(text, start, end) or _members(text, start, end)
    return names if len(names) > 1 else []


def _facts(paragraph: Paragraph, names: list[Span]) -> Iterator[Backup]:
    for one, two in combinations(names, 2):
        start, end = paragraph.span(*one)
        yield Backup(start=start, end=end, person=paragraph.printed(*one), backup=paragraph.printed(*two))


def _table(table: Table) -> Iterator[Backup]:
    """Rows with an A角 column (or one of names) and a B角 column."""
    at = next((k for k, row in enumerate(table.rows[:3]) if any(_is_b(cell_text(c)) for c in row)), None)
    if at is None:
        return
    heads = [cell_text(cell) for cell in table.rows[at]]
    kinds = [column_kind(head.removesuffix("姓名") or head) for head in heads]
    second = next(k for k, head in enumerate(heads) if _is_b(head))
    first = next((kinds.index(kind) for kind in ("a_role", "name") if kind in kinds), None)
    if first is None:
        return
    for row in table.rows[at + 1 :]:
        if max(first, second) >= len(row) or (one := row[first]) is None or (two := row[second]) is None:
            continue
        for a, b in product(_cell(one), _cell(two)):
            start, end = one.span(*a)
            yield Backup(start=start, end=end, person=one.printed(*a), backup=two.printed(*b))


def _is_b(head: str) -> bool:
    """Does a column with this heading hold who stands in (B角, AB岗)?"""
    return column_kind(head.removesuffix("姓名")) == "b_role" or bool(_AB_COLUMN.fullmatch(head))


def _cell(cell: Paragraph) -> list[Span]:
    text = cell.text.replace("\n", "、")
    members, understood = read_members(text)
    named = [m.at for m in members if m.kind == "person"]
    whole = read_names(text) or (named if understood and all(m.post for m in members) else [])
    return whole or read_names(text, lenient=True) or named
