"""Values that stand apart from their label: on the next line, on indented lines below, or without a colon.

责任单位：                责任单位：县农业农村局          牵头单位  县财政局    责任单位  各乡镇
县财政局、县审计局                  县财政局
"""

from __future__ import annotations

import re

from ingest.extractors.task_labels import Kind, Labelled, is_responsibility_label, kind_of
from ingest.extractors.task_names import Name, read_names
from ingest.extractors.task_reader import FIRM_LIMIT, STRONG, TaskReader, deadline_fact, task_fact
from ingest.facts import Deadline, Task
from ingest.layout.blocks import Block
from ingest.layout.lines import Paragraph
from ingest.lexicon.dates import DATE
from ingest.lexicon.people import is_name
from ingest.lexicon.posts import is_unit

_LABEL_ALONE = re.compile(
    r"(?:^|(?<=[ \t]))[ \t]*(?P<label>[\u4e00-\u9fff]{4,8})(?:[ \t]+(?=[^ \t])|"
    r"[ \t]*$)"
)

# Labels with which no unit answers.
_OF_PEOPLE = ("责任人", "领导", "负责人", "联系人")


def _only_names(paragraph: Paragraph, start: int, end: int, *, cell: bool = False) -> list[Name]:
    """The names between two positions, [] unless all that stands there is units, people and posts."""
    names, rest = read_names(paragraph, start, end, cell=cell)
    return names if not rest and all(name.sure for name in names) else []


def takes_value(block: Block, paragraph: Paragraph, reader: TaskReader) -> bool:
    """Reads the paragraph as the value of the label that stood alone before it, if it is one."""
    if _goes_on(block, paragraph, reader):
        return True
    label, text = reader.open, paragraph.text
    if label is None or block.level or "：" in text or (DATE.search(text) and label.kind is Kind.ROLE):
        return False
    reader.open = None
    if is_responsibility_label("".join(text.split())):
        return False
    if label.kind is Kind.LIMIT:
        if len(text) > 40:
            return False
        reader.limit(paragraph, label.label, 0, len(text))
        return True
    if not (names := _only_names(paragraph, 0, len(text))):
        return False
    for name in names:
        reader.name(paragraph, label.label, name)
    reader.tail = (label.label, paragraph.indent - 4)
    return True


def _goes_on(block: Block, paragraph: Paragraph, reader: TaskReader) -> bool:
    """Reads a line of names below a label's line, indented or followed by a label, as more of its value."""
    tail, reader.tail = reader.tail, None
    if tail is None or block.body or (paragraph.indent < tail[1] + 4 and paragraph.at(0) not in reader.more):
        return False
    if (
        "：" in paragraph.text
        or paragraph.at(0) in reader.signed
        or is_responsibility_label("".join(paragraph.text.split()))
    ):
        return False
    if not (names := _only_names(paragraph, 0, len(paragraph.text), cell=True)):
        return False
    if tail[0].endswith(_OF_PEOPLE) and all(_is_unit(paragraph, name) for name in names):
        return False
    for name in names:
        reader.name(paragraph, tail[0], name)
    reader.tail = tail
    return True


def _is_unit(paragraph: Paragraph, name: Name) -> bool:
    word = "".join(paragraph.text[name.start : name.end].split())
    return is_unit(word) and not is_name(word)


def opening_value(paragraph: Paragraph, end: int, reader: TaskReader) -> int:
    """Reads the names that a line of labels opens with as the value of the label above; where they end."""
    if reader.open is None or reader.open.kind is not Kind.ROLE:
        return 0
    names = _only_names(paragraph, 0, end)
    for name in names:
        reader.name(paragraph, reader.open.label, name)
    return end if names else 0


def bare_label(paragraph: Paragraph, reader: TaskReader) -> bool:
    """Labels without colon at a paragraph's head: alone, or with blanks before and behind their values."""
    text = paragraph.text
    match = _LABEL_ALONE.match(text) if len(text) < 200 else None
    if not match or not _is_bare(match["label"]):
        return False
    marks = [m for m in _LABEL_ALONE.finditer(text) if _is_bare(m["label"])]
    if match.end() >= len(text):
        reader.open = Labelled(kind_of(match["label"]) or Kind.ROLE, match["label"], 0, len(text), len(text))
        return True
    found: list[Task | Deadline] = []
    for mark, after in zip(marks, [*marks[1:], None], strict=False):
        end = after.start() if after else len(text)
        if kind_of(mark["label"]) is Kind.LIMIT:
            found.append(deadline_fact(paragraph, mark["label"], mark.end(), end, reader.year))
        elif names := _only_names(paragraph, mark.end(), end):
            found += [task_fact(paragraph, mark["label"], name) for name in names]
        else:
            return False
    for fact in found:
        reader.give(fact)
    return True


def _is_bare(word: str) -> bool:
    """May the word be a label without a colon behind it?"""
    kind = kind_of(word)
    return (
        bool(STRONG.search(word))
        if kind is Kind.ROLE
        else kind is Kind.LIMIT and bool(FIRM_LIMIT.match(word))
    )
