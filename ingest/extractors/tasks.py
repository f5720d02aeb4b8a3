"""Who answers for a task, and until when.

一是严格落实要求。 / 责任领导：康健 / 完成时限：立行立改    →  Task(role="责任领导", …), Deadline(…)
2．化解历史债务。……（责任单位：县财政局；配合单位：县审计局）
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.extractors.base import Found, unread
from ingest.extractors.roster_tables import lists_groups
from ingest.extractors.subgroups import subgroups
from ingest.extractors.task_clauses import brackets, has_verb, said
from ingest.extractors.task_heads import Head
from ingest.extractors.task_labels import Kind, Labelled, find_labels
from ingest.extractors.task_loose_values import bare_label, opening_value, takes_value
from ingest.extractors.task_names import Name, is_nobody, read_names
from ingest.extractors.task_reader import TaskReader
from ingest.extractors.task_rejoin import whole
from ingest.extractors.task_tables import task_table
from ingest.layout.blocks import Block, DocumentText, ordinal
from ingest.layout.lines import Paragraph
from ingest.lexicon.dates import DATE
from ingest.lexicon.groups import heading_group
from ingest.lexicon.posts import is_unit

_ITEM = re.compile(
    r"[ \t]*(?:[一二三四五六七八九十]{1,3}是|第[一二三四五六七八九十]{1,2}[，、]|首先|其次|"
    r"[（(]?\d{1,2}[)）.．、]|(?:问题|任务|措施|事项)[一二三四五六七八九十\d]{1,3}：)"
)
_MARKS = " \t\n（）【】〔〕。；，：、:*·—-"
_FILLER = "）】〕。；，、 \t"
_LAST_BRACKET = re.compile("(?<=。)（([^（）：]{5,200})）[。 ]*$")
_ENDS = tuple("。！？；：.")
_CLOSED = re.compile("[：。；]")
_YEAR = re.compile(r"(?:19|20)\d\d(?=年)")
_PROBLEM = re.compile(r"(?:问题|意见|建议|方面|情况|不足|如下|措施|任务)[。：”）]*$")
_PROBLEM_WORD = 12
# Who answers where a bracket names units without a label: （县教育局，完成时限：8月底前）, （县教育局，8月底前）.
_UNLABELLED = "责任单位"
_TIME_ENDS = frozenset("前底内末月日成持实进效")
_SENTENCE = re.compile("[，。；：]")
_GOAL = re.compile("目标|要求|标准|原则")
# A heading that but announces labels: （二）责任分工, （三）时限要求.
_ANNOUNCES = re.compile(
    r"[ \t]*(?:(?:责任|职责|任务)(?:分工|落实|单位|主体)|"
    r"(?:完成|整改|办理|工作)?(?:时限|时间|期限)(?:要求|安排|节点)?)[。：]?[ \t]*$"
)
# What tells that a list follows, printed on the line of its first item.
_OPENING = re.compile(r".*如下：[ \t]*(?=(?:一、|（一）|1[.．、]))")
_DEFINES = re.compile(r"[ \t]*(?:是指|系指|指|是|即(?![日知改时刻])|为(?=承担|负责))")


def tasks(document: DocumentText) -> Iterator[Found]:
    """The Task and Deadline facts of a document, from label lines, brackets and tables."""
    signed, more = signatures(document.blocks), _more(document.blocks)
    reader = TaskReader(_year(document), signed=signed, more=more)
    head: Head | None = None
    for block in whole(document.blocks):
        if block.table:
            yield from reader.flush()
            head, found = (None, []) if lists_groups(block.table) else task_table(block.table, reader.year, head)
            yield from found
            reader = TaskReader(reader.year, signed=signed, more=more)
        elif block.paragraph:
            if len(block.text) > 60:
                head = None
            yield from _paragraph(block, block.paragraph, reader)
    yield from reader.flush()


def _year(document: DocumentText) -> int | None:
    """The document's year, else the one that its title or its first lines print."""
    heads = [document.titled, *(block.text for block in document.blocks[:3] if len(block.text) <= 60)]
    printed = next((m for m in map(_YEAR.search, heads) if m), None)
    return document.year or (int(printed[0]) if printed else None)


def signatures(blocks: Sequence[Block]) -> frozenset[int]:
    """Where the paragraphs start that a date follows within three: those may sign."""
    at: set[int] = set()
    for k, block in enumerate(blocks):
        if len(block.text) <= 60 and "日" in block.text and DATE.match(block.text.strip()):
            at |= {before.paragraph.at(0) for before in blocks[max(0, k - 3) : k] if before.paragraph}
    return frozenset(at)


def _more(blocks: Sequence[Block]) -> frozenset[int]:
    """Where short lines start that no blank line parts from the line above, up to a blank line or a label."""
    at: set[int] = set()
    ends = False
    for block in reversed(blocks):
        paragraph = block.paragraph
        short = paragraph is not None and not block.body and not _CLOSED.search(block.text) and len(block.text) <= 40
        if paragraph and short and not paragraph.gap and ends:
            at.add(paragraph.at(0))
        else:
            ends = paragraph is not None and (bool(paragraph.gap) or _opens_with_label(block.text))
    return frozenset(at)


def _opens_with_label(text: str) -> bool:
    labels = find_labels(text) if "：" in text[:14] else []
    return bool(labels) and not text[: labels[0].at].strip()


def _paragraph(block: Block, paragraph: Paragraph, reader: TaskReader) -> Iterator[Found]:
    text = paragraph.text
    if takes_value(block, paragraph, reader):
        return
    labels = find_labels(text, block.body)
    if labels and all(label.kind is Kind.OTHER for label in labels):
        if labels[0].at <= block.body and "（" not in text:
            return
        labels = []
    if labels and _in_group(block, text, labels, reader):
        yield from reader.flush()
        reader.task, reader.fresh, reader.open = None, True, None
        return
    if not labels and block.level > 2 and _ANNOUNCES.match(text, block.body):
        return
    if not labels and bare_label(paragraph, reader):
        return
    new = bool(block.level) or _ITEM.match(text) is not None
    at = block.body
    if reader.open and labels and not block.level:
        at = opening_value(paragraph, labels[0].at, reader)
    reader.open = None
    for label in labels:
        if label.at > at:
            yield from _run(paragraph, at, label.at, reader, new)
            new = False
        yield from _value(paragraph, label, reader)
        at = max(at, label.end)
    yield from _run(paragraph, at, len(text), reader, new)


def _run(paragraph: Paragraph, start: int, end: int, reader: TaskReader, new: bool) -> Iterator[Found]:
    """Text between labels: brackets that say responsibility by verbs, and tasks."""
    text = paragraph.text
    start = _words_begin(text, start, end)
    if start >= end or _is_empty(text, start, end):
        return
    yield from reader.flush()
    if "如下：" in text and (opening := _OPENING.match(text, start, end)):
        start, new = opening.end(), True
    if "（" in text or "【" in text or "〔" in text:
        for opened, closed in brackets(text, start, end):
            told = has_verb(text, opened, closed)
            if closed - opened > 400 or not (told or (text[closed - 1] in _TIME_ENDS and text[opened - 1] == "。")):
                continue
            found = said(paragraph, opened + 1, closed, None if told else _UNLABELLED)
            if not (
                found.roles and found.whole and all(_may_answer(_bare(text, name)) for _, name in found.roles)
            ) or not (told or found.limits):
                continue
            if not _is_empty(text, start, opened):
                reader.text(paragraph, start, opened, new=new or _ended(reader) or _under_heading(reader))
            reader.said(paragraph, found)
            yield from reader.flush()
            new, start = True, closed + 1
    closes = "）" in text[max(start, end - 3) : end]
    if closes and (last := _LAST_BRACKET.search(text, start, end)) and not has_verb(text, *last.span()):
        names, rest = read_names(paragraph, *last.span(1))
        if len(names) > 1 and not rest and all(name.sure and is_unit(_bare(text, name)) for name in names):
            yield unread(paragraph, *last.span(), "括号里的单位未说明做什么 · units in brackets, not what they do")
    start, label = _words_begin(text, start, end), end
    opened = text.rfind("（", start, end) if end < len(text) else -1
    if opened > start and text.find("）", opened, end) < 0:
        end = opened
    if not _is_empty(text, start, end):
        reader.open = None
        apart = _only_states(reader) or (end < len(text) and (_ended(reader) or (text[end] == "（" and _under_heading(reader))))
        reader.text(paragraph, start, end, new=new or apart)
    if end < label:
        names, rest = read_names(paragraph, end + 1, label)
        if not rest and all(name.sure and _may_answer(_bare(text, name)) for name in names):
            for name in names:
                reader.name(paragraph, _UNLABELLED, name)


def _words_begin(text: str, start: int, end: int) -> int:
    """Where the words begin behind the marks and blanks at `start`."""
    while start < end and text[start] in _FILLER:
        start += 1
    return start


def _is_empty(text: str, start: int, end: int) -> bool:
    """Does nothing but marks stand there?"""
    return (start >= end or text[start] in _MARKS) and not text[start:end].strip(_MARKS)


def _may_answer(word: str) -> bool:
    """May an unlabelled bracket name this word: a unit, or units together?"""
    return is_unit(word) or word.startswith(("各", "有关", "相关"))


def _ended(reader: TaskReader) -> bool:
    """Is the text in force a finished sentence, so that what follows is no part of it?"""
    return reader.task is None or reader.task.pieces[-1][0].text.rstrip("”’）》 ").endswith(_ENDS)


def _under_heading(reader: TaskReader) -> bool:
    """Is all that is in force the heading of a section, below which each paragraph ends in a bracket of its own?"""
    if reader.task is None or len(reader.task.pieces) > 1 or not reader.task.pieces[0][1]:
        return False
    paragraph, start, end = reader.task.pieces[0]
    return ordinal(paragraph.text)[0] in (1, 2, 3) and end - start <= 40 and not _SENTENCE.search(paragraph.text, start, end)


def _only_states(reader: TaskReader) -> bool:
    """Does the text in force but state a problem or announce what follows (针对…的意见建议。整改措施：)?"""
    return reader.task is not None and _PROBLEM.search(reader.task.pieces[-1][0].text[-_PROBLEM_WORD:]) is not None


def _value(paragraph: Paragraph, label: Labelled, reader: TaskReader) -> Iterator[Found]:
    text = paragraph.text
    if label.kind is Kind.MEASURE:
        yield from reader.flush()
        if _is_empty(text, label.start, label.end):
            reader.fresh = True
        else:
            reader.text(paragraph, label.start, label.end, new=True)
        return
    if label.kind is Kind.OTHER:
        if reader.fresh and _GOAL.search(label.label):
            reader.text(paragraph, label.start, label.end, new=True)
        return
    reader.open = None
    if not text[label.start : label.end].strip("。；，、 \t（）"):
        if label.end >= len(text.rstrip("。；，、 \t")):
            reader.open = label
        return
    reader.bracketed = reader.bracketed or label.bracketed
    if is_nobody(text[label.start : label.end]) or "_" in text[label.start : label.end] or _DEFINES.match(text, label.start):
        return
    if label.kind is Kind.LIMIT:
        reader.limit(paragraph, label.label, label.start, label.end)
    else:
        yield from _roles(paragraph, label, reader)


def _roles(paragraph: Paragraph, label: Labelled, reader: TaskReader) -> Iterator[Found]:
    if has_verb(paragraph.text, label.start, label.end) or "位" in paragraph.text[label.start : label.end]:
        found = said(paragraph, label.start, label.end, label.label)
        if found.whole and found.roles:
            reader.said(paragraph, found)
            return
    names, rest = read_names(paragraph, label.start, label.end)
    if label.end >= len(paragraph.text.rstrip()) and not label.bracketed:
        reader.tail = (label.label, paragraph.indent)
    if names and (any(name.sure for name in names) or not rest):
        for name in names:
            reader.name(paragraph, label.label, name)
    else:
        rest = [(label.start, label.end)]
    for a, b in rest:
        yield unread(paragraph, a, b, f"{label.label}：没有单位或人名 · no unit and no person under it")


def _in_group(block: Block, text: str, labels: list[Labelled], reader: TaskReader) -> bool:
    """Do the labels stand in the description of a working group, where they name its members?"""
    if any(below.start <= labels[0].at < below.end for below in subgroups(text, None, block.body)):
        return True
    lead = text[block.body : labels[0].at]
    if block.level and lead.strip("（【 ") and not _is_empty(lead, 0, len(lead)):
        return _names_group(re.split("[。：；]", lead.strip())[0])
    if reader.task and len(reader.task.words()) <= 30 and _names_group(reader.task.words()):
        return True
    return bool(block.headings) and _names_group(block.headings[-1].text)


def _names_group(words: str) -> bool:
    return len(words) <= 30 and heading_group(words.strip("。：；， \t")) is not None


def _bare(text: str, name: Name) -> str:
    return "".join(text[name.start : name.end].split())
