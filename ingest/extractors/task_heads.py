"""The heads of task tables: which columns name who answers, which the time limit, which the task.

| 编号 | 任务内容 | 责任部门 | 协同部门 | 完成时间 |        | 河流 | 县级河长 | | 联系单位 |
                                                         | | 姓名 | 职务 | |
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ingest.extractors.task_labels import is_responsibility_label
from ingest.layout.cells import cell_text
from ingest.layout.lines import Paragraph
from ingest.lexicon.columns import column_kind, is_keeper
from ingest.lexicon.labels import is_time_limit

Row = Sequence[Paragraph | None]

_AFTERTHOUGHT = re.compile("(?<=.)（[^（）]*）$")
# What a task column is called, the most specific first.
_SPECIFIC = [
    re.compile(pattern)
    for pattern in (
        r"措施|举措|具体(?:任务|内容|工作)|任务内容|工作内容|整治内容|考核指标|主要内容|任务要求|工作要求",
        r"任务|内容|事项|案由|题目|标题|建议|重点工作|清单",
        r"问题|项目|工程|指标|要点|目标",
        r"名称|对象|部位|位置|地点|水库|河流|单位|区域|类别",
    )
]
_ASIDE = frozenset(("number", "remark", "holders", "certificate", "post", "legal_rep"))
# Units that a column names beside those who answer for the task.
_ALSO = re.compile("(?:联系|协调|服务|对口|帮扶|结对)(?:单位|部门)$")
_RESULT = re.compile("奖|得分|等次|排名|名次|成绩")


@dataclass(slots=True)
class Head:
    """A task table's columns: roles and time limits by column, the column of the task, that of the number."""

    roles: dict[int, str] = field(default_factory=dict)
    limits: dict[int, str] = field(default_factory=dict)
    tasks: list[int] = field(default_factory=list)
    number: int | None = None
    width: int = 0
    rows: int = 1


def read_head(rows: Sequence[Row], number: int) -> Head | None:
    """The head that begins with this row, None if it is none; a head may take two rows."""
    words = [cell_text(cell) for cell in rows[number]]
    if not any(words) or max(map(len, words)) > 20:
        return None
    kinds = [_column(word) for word in words]
    under = [cell_text(cell) for cell in rows[number + 1]] if number + 1 < len(rows) else []
    under += [""] * (len(words) - len(under))
    two = len(under) == len(words) and _is_second(words, under)
    if two:
        words = list(_merged(words, under))
        kinds = [_column(word) for word in words]
    if "role" in kinds:
        kinds = ["role" if _ALSO.match(word) else kind for word, kind in zip(words, kinds, strict=True)]
    if kinds.count("role") == 0 or sum(kind is not None for kind in kinds) < 2 or sum(map(bool, words)) < 2:
        return None
    head = Head(width=len(words), rows=2 if two else 1)
    for column, (word, kind) in enumerate(zip(words, kinds, strict=True)):
        if kind == "role":
            head.roles[column] = _AFTERTHOUGHT.sub("", word)
        elif kind == "limit":
            head.limits[column] = word
        elif kind == "number" and head.number is None:
            head.number = column
    head.tasks = _task_columns(words, kinds)
    if not head.limits and len(head.roles) == 1 and kinds.count("duty") and "task" not in kinds:
        return None
    if len(head.roles) + len(head.limits) + len(head.tasks) < 2 or not _is_about_tasks(head, words):
        return None
    return head


def _is_about_tasks(head: Head, words: Sequence[str]) -> bool:
    """Keeps out lists of events, projects and prizes, whose only label is weak."""
    labels = list(head.roles.values())
    if any(_RESULT.search(word) for word in words) or (not head.limits and _is_event(labels, words)):
        return False
    return any(
        re.search(
            "牵头|责任|配合|落实|督|包|会办|协同|参加|参与|承办|考核|整改|分管|主责|协助|协办|"
            "负责部门|负责单位",
            label,
        )
        or is_keeper(label)
        for label in labels
    ) and not (head.tasks == [] and not head.limits)


def _is_event(labels: Sequence[str], words: Sequence[str]) -> bool:
    """Do the columns tell who hosts events rather than who answers for a task?"""
    hosted = any(label.startswith("主办") for label in labels)
    answers = any(re.match("会办|责任|牵头|配合|协同", label) for label in labels)
    return hosted and not answers and any(re.match("承办|地点|活动|赛事|节目", word) for word in words)


def _column(word: str) -> str | None:
    bare = _AFTERTHOUGHT.sub("", word) or word
    if is_time_limit(bare):
        return "limit"
    if is_responsibility_label(bare) or is_keeper(bare):
        return "role"
    return column_kind(word)


def _is_second(words: Sequence[str], under: Sequence[str]) -> bool:
    """Is the second row a part of the head: headings under a merged one, nothing new under the others?"""
    pairs = list(zip(words, under, strict=True))
    lower = [below for above, below in pairs if below and below != above]
    return (
        len(lower) >= 2
        and all((len(word) <= 12 and _column(word)) or word.endswith(("时间", "时限")) for word in lower)
        and any(not below or below == above for above, below in pairs)
    )


def _merged(words: Sequence[str], under: Sequence[str]) -> Iterator[str]:
    """The headings of a head of two rows: the lower where there is one, but the role above a column of names."""
    above = ""
    for word, below in zip(words, under, strict=True):
        above = word or (above if below else "")
        names = column_kind(below) == ("unit" if above.endswith(("单位", "部门")) else "name")
        yield above if names and _column(above) == "role" else below or word


def _task_columns(words: Sequence[str], kinds: Sequence[str | None]) -> list[int]:
    """The columns that say what is to be done, the most specific first."""
    free = [
        k for k, kind in enumerate(kinds) if kind not in ("role", "limit") and kind not in _ASIDE and words[k]
    ]
    ranked: list[int] = []
    for pattern in _SPECIFIC:
        ranked += [k for k in free if pattern.search(words[k]) and k not in ranked]
    return ranked + [k for k in free if k not in ranked and kinds[k] != "name"]
