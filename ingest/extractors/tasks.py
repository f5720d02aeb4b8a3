"""Who answers for a task, and until when.

    一是严格落实“四个不摘”要求。 / 责任领导：康健 / 完成时限：立行立改      →  Task(role="责任领导", name="康健", task="严格落实…")
    2．化解历史债务。……（责任单位：县财政局；配合单位：县审计局）
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ingest.extractors.base import Found, Unread, unread
from ingest.extractors.clauses import brackets, has_verb, said
from ingest.extractors.labelled import Kind, Labelled, find_labels, is_responsibility_label, kind_of
from ingest.extractors.names import Name, is_nobody, read_names
from ingest.extractors.task_tables import Head, task_table
from ingest.facts import Deadline, Task
from ingest.layout.blocks import Block, DocumentText
from ingest.layout.lines import Paragraph
from ingest.layout.tables import join
from ingest.lexicon.dates import DATE, last_day
from ingest.lexicon.groups import heading_group
from ingest.lexicon.posts import is_unit, opens_post

_ITEM = re.compile(r"[ \t]*(?:[一二三四五六七八九十]{1,3}是|第[一二三四五六七八九十]{1,2}[，、]|首先|其次|[（(]?\d{1,2}[)）.．、])")
_LABEL_ALONE = re.compile(r"(?:^|(?<=[ \t]))[ \t]*(?P<label>[\u4e00-\u9fff]{4,8})(?:[ \t]+(?=[^ \t])|[ \t]*$)")
_EMPTY = re.compile(r"[\s（）【】〔〕。；，：:、*·—\-]*$")
_FILLER = re.compile(r"[）】〕。；，、 \t]*")
_LAST_BRACKET = re.compile("(?<=。)（([^（）：]{5,200})）[。 ]*$")
_ENDED = re.compile(r"[。！？；：.][”’）》 ]*$")
_YEAR = re.compile(r"(?:19|20)\d\d(?=年)")
_LAST_ITEM = re.compile(r"[^、，；。：\s]+[ ]*$")
_FIRST_ITEM = re.compile(r"[^、，；。：\s]+")
_PROBLEM = re.compile(r"(?:问题|意见|建议|方面|情况|不足|如下|措施|任务)[。：”）]*$")
_DEFINES = re.compile(r"[ \t]*(?:是指|系指|指|是|即(?![日知改时刻])|为(?=承担|负责))")
_STRONG = re.compile(r"牵头|责任|配合|落实|督导|督办|包抓|包保|包联|挂点|挂包|帮扶|联系领导|会办|协同|参加|参与|承办|考核|整改|挂牌|分管|主责|协助|协办")
_FIRM_LIMIT = re.compile(r"完成|整改|化解|办结|销号|清零|落实|达标")
_LEADER = re.compile("领导|责任人|负责人|责任者")


@dataclass(slots=True)
class _Text:
    """A task's words, in one or more paragraphs."""

    pieces: list[tuple[Paragraph, int, int]] = field(default_factory=list)

    def words(self) -> str:
        return "".join(p.printed(a, b) for p, a, b in self.pieces).rstrip("（【；：、").lstrip("；：、，。")

    def span(self) -> tuple[int, int]:
        (first, a, _), (last, b, c) = self.pieces[0], self.pieces[-1]
        return first.at(a), last.span(b, c)[1]


@dataclass(slots=True)
class _Reader:
    """What is known when a paragraph is read: the task in force and the labels read for it so far."""

    year: int | None
    task: _Text | None = None
    fresh: bool = True
    open: Labelled | None = None
    tail: tuple[str, int] | None = None
    signed: frozenset[int] = frozenset()
    bracketed: bool = False
    roles: list[Task] = field(default_factory=list)
    limits: list[Deadline] = field(default_factory=list)

    def flush(self) -> Iterator[Found]:
        """The facts of the labels that stand together, if they are about a task."""
        labels = {fact.role for fact in self.roles}
        event = any(label.startswith("主办") for label in labels) and not self.limits and not self.bracketed and not any(
            re.match("会办|责任|牵头|配合|协同", label) for label in labels)
        if any(_STRONG.search(label) for label in labels) and not event or labels and self.limits:
            yield from self.roles
            yield from self.limits
        elif not labels:
            yield from (fact for fact in self.limits if _FIRM_LIMIT.match(fact.label or ""))
        elif not event:
            for fact in self.roles:
                yield Unread(fact.start, fact.end, f"“{fact.role}” alone doesn't tell a task from an event or a contact")
        self.roles, self.limits, self.bracketed = [], [], False

    def text(self, paragraph: Paragraph, start: int, end: int, *, new: bool) -> None:
        """Words that say what is to be done: a new task, or more of the one in force."""
        piece = (paragraph, start, end)
        if new or self.fresh or self.task is None:
            self.task = _Text([piece])
        else:
            self.task.pieces.append(piece)
        self.fresh = False

    def give(self, fact: Task | Deadline) -> None:
        if self.task:
            fact.task = self.task.words() or None
            fact.task_start, fact.task_end = self.task.span()
        if isinstance(fact, Task):
            self.roles.append(fact)
        else:
            self.limits.append(fact)
        self.fresh = True


def tasks(document: DocumentText) -> Iterator[Found]:
    """The Task and Deadline facts of a document, from label lines, brackets and tables."""
    reader = _Reader(_year(document), signed=_signatures(document.blocks))
    head: Head | None = None
    for block in _whole(document.blocks):
        if block.table:
            yield from reader.flush()
            head, found = task_table(block.table, reader.year, head)
            yield from found
            reader = _Reader(reader.year, signed=reader.signed)
        elif block.paragraph:
            if len(block.text) > 60:
                head = None
            yield from _paragraph(block, block.paragraph, reader)
    yield from reader.flush()


def _year(document: DocumentText) -> int | None:
    """The document's year, else the one that its title or its first lines print."""
    heads = [document.title or "", *(block.text for block in document.blocks[:3] if len(block.text) <= 60)]
    printed = next((m for m in map(_YEAR.search, heads) if m), None)
    return document.year or (int(printed[0]) if printed else None)


def _signatures(blocks: Sequence[Block]) -> frozenset[int]:
    """Where the paragraphs start that a date follows within three: those may sign."""
    at: set[int] = set()
    for k, block in enumerate(blocks):
        if len(block.text) <= 60 and block.text.strip() and DATE.match(block.text.strip()):
            at |= {before.paragraph.at(0) for before in blocks[max(0, k - 3):k] if before.paragraph}
    return frozenset(at)


def _whole(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, a label's value that a page or line break cut in two made whole.

        责任单位：县工业信息化和商 / 务局、县财政局
    """
    held: Block | None = None
    for block in blocks:
        if held and (joined := _rejoined(held, block)):
            held = joined
            continue
        if held:
            yield held
        held = block
    if held:
        yield held


def _rejoined(first: Block, second: Block) -> Block | None:
    """Both blocks as one, if the second begins with the rest of a unit's name; None if it doesn't."""
    one, two = first.paragraph, second.paragraph
    if one is None or two is None or second.body or "：" not in one.text or one.text.rstrip()[-1:] in "。；：）":
        return None
    labels = find_labels(one.text)
    if not labels or labels[-1].kind is not Kind.ROLE or labels[-1].end < len(one.text.rstrip()):
        return None
    tail, head = _LAST_ITEM.search(one.text, labels[-1].start), _FIRST_ITEM.match(two.text)
    if tail is None or head is None or DATE.search(two.text) or two.text[head.end():].lstrip().startswith("："):
        return None
    cut, rest = "".join(tail[0].split()), "".join(head[0].split())
    if not is_unit(cut + rest) or opens_post(rest) and is_unit(cut) or is_unit(cut) and len(rest) > 6:
        return None
    below = find_labels(two.text)
    _, odd = read_names(two, head.end(), below[0].at if below else len(two.text))
    return None if odd else replace(first, item=join(one, two))


def _paragraph(block: Block, paragraph: Paragraph, reader: _Reader) -> Iterator[Found]:
    text = paragraph.text
    if _takes_value(block, paragraph, reader):
        return
    labels = find_labels(text, block.body)
    if labels and _in_group(block, text, labels, reader):
        yield from reader.flush()
        reader.task, reader.fresh, reader.open = None, True, None
        return
    if not labels and _bare_label(paragraph, reader):
        return
    new = bool(block.level) or bool(_ITEM.match(text))
    at = block.body
    if reader.open and labels and not block.level:
        at = _opening_value(paragraph, labels[0].at, reader)
    reader.open = None
    for label in labels:
        if label.at > at:
            yield from _run(paragraph, at, label.at, reader, new)
            new = False
        yield from _value(paragraph, label, reader)
        at = max(at, label.end)
    yield from _run(paragraph, at, len(text), reader, new)


def _run(paragraph: Paragraph, start: int, end: int, reader: _Reader, new: bool) -> Iterator[Found]:
    """Text between labels: brackets that say responsibility by verbs, and tasks."""
    text = paragraph.text
    start = _FILLER.match(text, start, end).end()  # type: ignore[union-attr]
    if start >= end or _EMPTY.match(text, start, end):
        return
    yield from reader.flush()
    if ("（" in text or "【" in text) and has_verb(text, start, end):
        for opened, closed in brackets(text, start, end):
            if not has_verb(text, opened, closed) or closed - opened > 400:
                continue
            found = said(paragraph, opened + 1, closed)
            if not found.roles or not found.whole or not all(is_unit(_bare(text, n)) or _bare(text, n).startswith(("各", "有关", "相关")) for _, n in found.roles):
                continue
            if not _EMPTY.match(text, start, opened):
                reader.text(paragraph, start, opened, new=new or _ended(reader))
            for role, name in found.roles:
                reader.give(_task(paragraph, role, name))
            for a, b in found.limits:
                reader.give(_deadline(paragraph, None, a, b, reader.year))
            yield from reader.flush()
            new, start = True, closed + 1
    if (last := _LAST_BRACKET.search(text, start, end)) and not has_verb(text, *last.span()):
        names, rest = read_names(paragraph, *last.span(1))
        if len(names) > 1 and not rest and all(name.sure and is_unit(_bare(text, name)) for name in names):
            yield unread(paragraph, *last.span(), "units in brackets without a word that says what they do")
    start = _FILLER.match(text, start, end).end()  # type: ignore[union-attr]
    if not _EMPTY.match(text, start, end):
        reader.open = None
        reader.text(paragraph, start, end, new=new or _only_states(reader) or _ended(reader) and end < len(text))


def _ended(reader: _Reader) -> bool:
    """Is the text in force a finished sentence, so that what follows is no part of it?"""
    return reader.task is None or bool(_ENDED.search(reader.task.pieces[-1][0].text))


def _only_states(reader: _Reader) -> bool:
    """Does the text in force but state a problem or announce what follows (针对…的意见建议。整改措施：)?"""
    return reader.task is not None and bool(_PROBLEM.search(reader.task.pieces[-1][0].text))


def _value(paragraph: Paragraph, label: Labelled, reader: _Reader) -> Iterator[Found]:
    text = paragraph.text
    if label.kind is Kind.MEASURE:
        yield from reader.flush()
        if _EMPTY.match(text, label.start, label.end):
            reader.fresh = True
        else:
            reader.text(paragraph, label.start, label.end, new=True)
        return
    if label.kind is Kind.OTHER:
        return
    reader.open = None
    if not text[label.start:label.end].strip("。；，、 \t（）"):
        if label.end >= len(text.rstrip("。；，、 \t")):
            reader.open = label
        return
    reader.bracketed = reader.bracketed or label.bracketed
    if is_nobody(text[label.start:label.end]) or _DEFINES.match(text, label.start):
        return
    if label.kind is Kind.LIMIT:
        reader.give(_deadline(paragraph, label.label, label.start, label.end, reader.year))
    else:
        yield from _roles(paragraph, label, reader)


def _roles(paragraph: Paragraph, label: Labelled, reader: _Reader) -> Iterator[Found]:
    if has_verb(paragraph.text, label.start, label.end) or "位" in paragraph.text[label.start:label.end]:
        found = said(paragraph, label.start, label.end, label.label)
        if found.whole and found.roles:
            for role, name in found.roles:
                reader.give(_task(paragraph, role, name))
            for a, b in found.limits:
                reader.give(_deadline(paragraph, None, a, b, reader.year))
            return
    names, rest = read_names(paragraph, label.start, label.end)
    if label.end >= len(paragraph.text.rstrip()) and not label.bracketed:
        reader.tail = (label.label, paragraph.indent)
    if names and (any(name.sure for name in names) or not rest):
        for name in names:
            reader.give(_task(paragraph, label.label, name))
    else:
        rest = [(label.start, label.end)]
    for a, b in rest:
        yield unread(paragraph, a, b, f"no unit and no person under “{label.label}”")


def _takes_value(block: Block, paragraph: Paragraph, reader: _Reader) -> bool:
    """Reads the paragraph as the value of the label that stood alone before it, if it is one."""
    if _goes_on(block, paragraph, reader):
        return True
    label, text = reader.open, paragraph.text
    if label is None or block.level or "：" in text or DATE.search(text) and label.kind is Kind.ROLE:
        return False
    reader.open = None
    if is_responsibility_label("".join(text.split())):
        return False
    if label.kind is Kind.LIMIT:
        if len(text) > 40:
            return False
        reader.give(_deadline(paragraph, label.label, 0, len(text), reader.year))
        return True
    names, rest = read_names(paragraph, 0, len(text))
    if not names or rest or not all(name.sure for name in names):
        return False
    for name in names:
        reader.give(_task(paragraph, label.label, name))
    reader.open = label
    return True


def _goes_on(block: Block, paragraph: Paragraph, reader: _Reader) -> bool:
    """Reads an indented line of names below a label's line as more of its value."""
    tail, reader.tail = reader.tail, None
    if tail is None or block.body or paragraph.indent < tail[1] + 4 or "：" in paragraph.text or paragraph.at(0) in reader.signed:
        return False
    names, rest = read_names(paragraph, 0, len(paragraph.text), cell=True)
    if not names or rest or not all(name.sure for name in names):
        return False
    for name in names:
        reader.give(_task(paragraph, tail[0], name))
    reader.tail = tail
    return True


def _opening_value(paragraph: Paragraph, end: int, reader: _Reader) -> int:
    """Reads the names that a line of labels opens with as the value of the label above; where they end."""
    names, rest = read_names(paragraph, 0, end)
    if reader.open is None or reader.open.kind is not Kind.ROLE or not names or rest or not all(name.sure for name in names):
        return 0
    for name in names:
        reader.give(_task(paragraph, reader.open.label, name))
    return end


def _bare_label(paragraph: Paragraph, reader: _Reader) -> bool:
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
            found.append(_deadline(paragraph, mark["label"], mark.end(), end, reader.year))
            continue
        names, rest = read_names(paragraph, mark.end(), end)
        if not names or rest or not all(name.sure for name in names):
            return False
        found += [_task(paragraph, mark["label"], name) for name in names]
    for fact in found:
        reader.give(fact)
    return True


def _is_bare(word: str) -> bool:
    """May the word be a label without a colon behind it?"""
    kind = kind_of(word)
    return kind is Kind.ROLE and bool(_STRONG.search(word)) or kind is Kind.LIMIT and bool(_FIRM_LIMIT.match(word))


def _in_group(block: Block, text: str, labels: list[Labelled], reader: _Reader) -> bool:
    """Do the labels stand in the description of a working group, where they name its members?"""
    lead = text[block.body:labels[0].at]
    if block.level and lead.strip("（【 ") and not _EMPTY.match(lead):
        return _names_group(re.split("[。：；]", lead.strip())[0])
    if reader.task and len(reader.task.words()) <= 30 and _names_group(reader.task.words()):
        return True
    return bool(block.headings) and _names_group(block.headings[-1].text)


def _names_group(words: str) -> bool:
    return len(words) <= 30 and heading_group(words.strip("。：；， \t")) is not None


def _task(paragraph: Paragraph, role: str, name: Name) -> Task:
    start, end = paragraph.span(name.start, name.end)
    return Task(start=start, end=end, role=role, name=paragraph.printed(name.start, name.end))


def _deadline(paragraph: Paragraph, label: str | None, start: int, end: int, year: int | None) -> Deadline:
    words = paragraph.text[start:end]
    start += len(words) - len(words.lstrip("：；，。、 \t"))
    end -= len(words) - len(words.rstrip("：；，。、 \t"))
    value = paragraph.printed(start, end)
    a, b = paragraph.span(start, end)
    return Deadline(start=a, end=b, value=value, label=label, date=last_day("".join(paragraph.text[start:end].split()), year))


def _bare(text: str, name: Name) -> str:
    return "".join(text[name.start:name.end].split())
