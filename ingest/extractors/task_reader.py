"""The state in which a document's tasks are read: which task is in force, and what was said of it.

一是严格落实要求。        the task in force
责任领导：康健            two facts about it; what follows them is a new task
完成时限：立行立改
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.extractors.base import Found, Unread
from ingest.extractors.task_clauses import Said
from ingest.extractors.task_labels import Labelled
from ingest.extractors.task_names import Name
from ingest.facts import Deadline, Task
from ingest.layout.chars import fold
from ingest.layout.lines import Paragraph
from ingest.lexicon.dates import last_day

# Labels that only tasks have; the others need one of these, or a time limit, beside them.
STRONG = re.compile(
    "牵头|责任|配合|落实|督导|督办|包抓|包保|包联|挂点|挂包|帮扶|"
    "联系领导|会办|协同|参加|参与|承办|考核|整改|挂牌|分管|主责|协助|协办"
)
FIRM_LIMIT = re.compile("完成|整改|化解|办结|销号|清零|落实|达标")
_HOST = re.compile("主办")
_MOTION = re.compile("(?:建议|提案|议案)(?:》|$)")
_TASK = re.compile("会办|责任|牵头|配合|协同")


@dataclass(slots=True)
class TaskText:
    """A task's words, in one or more paragraphs: each with the positions between which they stand."""

    pieces: list[tuple[Paragraph, int, int]] = field(default_factory=list)
    _told: tuple[str, int, int] | None = None

    def add(self, piece: tuple[Paragraph, int, int]) -> None:
        """More of its words."""
        self.pieces.append(piece)
        self._told = None

    def told(self) -> tuple[str, int, int]:
        """Its words and their range in the source, worked out once for all facts about the task."""
        if self._told is None:
            self._told = (self.words(), *self.span())
        return self._told

    def words(self) -> str:
        """The words as printed, without blanks."""
        return "".join(p.printed(a, b) for p, a, b in self.pieces).rstrip("（【〔；：、—").lstrip("；：、，。")

    def span(self) -> tuple[int, int]:
        """Their range in the source."""
        (first, a, _), (last, b, c) = self.pieces[0], self.pieces[-1]
        return first.at(a), last.span(b, c)[1]


@dataclass(slots=True)
class TaskReader:
    """What is known when a paragraph is read: the task in force and the labels read for it so far.

    `open` is a label that still waits for its value, `tail` the label and indent of a value that may go on,
    `signed` holds where the paragraphs stand that may sign the document, `more` where lines stand that may
    go on with the value above them.
    """

    year: int | None
    task: TaskText | None = None
    fresh: bool = True
    open: Labelled | None = None
    tail: tuple[str, int] | None = None
    signed: frozenset[int] = frozenset()
    more: frozenset[int] = frozenset()
    bracketed: bool = False
    roles: list[Task] = field(default_factory=list)
    limits: list[Deadline] = field(default_factory=list)

    def flush(self) -> Iterator[Found]:
        """The facts of the labels that stand together, if they are about a task."""
        if not self.roles and not self.limits:
            self.bracketed = False
            return
        labels = {fact.role for fact in self.roles}
        hosted = any(map(_HOST.match, labels))
        event = hosted and not (self.limits or self.bracketed or any(map(_TASK.match, labels)))
        motion = hosted and self.task is not None and bool(_MOTION.search(fold(self.task.words())))
        if (any(map(STRONG.search, labels)) and not event) or (labels and self.limits) or motion:
            yield from self.roles
            yield from self.limits
        elif not labels:
            yield from (fact for fact in self.limits if FIRM_LIMIT.match(fact.label or ""))
        elif not event:
            for fact in self.roles:
                reason = f"{fact.role}：分不清是任务还是联系人 · alone it doesn't tell a task from a contact"
                yield Unread(fact.start, fact.end, reason)
        self.roles, self.limits, self.bracketed = [], [], False

    def text(self, paragraph: Paragraph, start: int, end: int, *, new: bool) -> None:
        """Words that say what is to be done: a new task, or more of the one in force."""
        piece = (paragraph, start, end)
        if new or self.fresh or self.task is None:
            self.task = TaskText([piece])
        else:
            self.task.add(piece)
        self.fresh = False

    def name(self, paragraph: Paragraph, role: str, name: Name) -> None:
        """Somebody named for the task in force."""
        self.give(task_fact(paragraph, role, name))

    def limit(self, paragraph: Paragraph, label: str | None, start: int, end: int) -> None:
        """A time limit, printed between two positions, of the task in force."""
        self.give(deadline_fact(paragraph, label, start, end, self.year))

    def said(self, paragraph: Paragraph, found: Said) -> None:
        """What clauses say of the task in force."""
        for role, name in found.roles:
            self.name(paragraph, role, name)
        for start, end in found.limits:
            self.limit(paragraph, None, start, end)

    def give(self, fact: Task | Deadline) -> None:
        """A fact about the task in force; what follows its labels is a new task."""
        if self.task:
            words, fact.task_start, fact.task_end = self.task.told()
            fact.task = words or None
        if isinstance(fact, Task):
            self.roles.append(fact)
        else:
            self.limits.append(fact)
        self.fresh = True


def task_fact(paragraph: Paragraph, role: str, name: Name) -> Task:
    """The Task fact of a name, without its task."""
    start, end = paragraph.span(name.start, name.end)
    return Task(start=start, end=end, role=role, name=paragraph.printed(name.start, name.end))


def deadline_fact(
    paragraph: Paragraph, label: str | None, start: int, end: int, year: int | None
) -> Deadline:
    """The Deadline fact of what is printed between two positions; `year` is the document's."""
    words = paragraph.text[start:end]
    start += len(words) - len(words.lstrip("：；，。、 \t"))
    end -= len(words) - len(words.rstrip("：；，。、 \t"))
    first, last = paragraph.span(start, end)
    date = last_day("".join(paragraph.text[start:end].split()), year)
    return Deadline(start=first, end=last, value=paragraph.printed(start, end), label=label, date=date)
