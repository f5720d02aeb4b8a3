"""Tasks in tables: a row for a task, or a label in one cell and its value in the next.

| 编号 | 任务内容 | 责任部门 | 协同部门 | 完成时间 |        | 责任领导 | 房乔、杜如晦 |
| 1 | 新增12个主题 | 区府办 | 区卫健委<br>区医保局 | 3月底 |        | 完成时限 | 供暖季前 |
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.extractors.base import Found, unread
from ingest.extractors.task_clauses import has_verb, said
from ingest.extractors.task_heads import Head, Row, read_head
from ingest.extractors.task_labels import Kind, find_labels, kind_of
from ingest.extractors.task_names import Name, is_nobody, read_names
from ingest.facts import Deadline, Task
from ingest.layout.blocks import ordinal
from ingest.layout.cells import Table, cell_text
from ingest.layout.lines import Paragraph
from ingest.lexicon.columns import column_kind
from ingest.lexicon.dates import last_day

_AFTERTHOUGHT = re.compile("(?<=.)（[^（）]*）$")
_SUM = re.compile(r"(?:合计|小计|总计|总分|共计)")
_SUPPORT = re.compile("配合|协|参|支持|会办|督|监")


def task_table(table: Table, year: int | None, before: Head | None = None) -> tuple[Head | None, list[Found]]:
    """The Task and Deadline facts of a table; `before` is the head of the table that it may go on with."""
    if _is_pairs(table):
        return None, list(_pairs(table, year))
    for number in range(min(4, len(table.rows))):
        if head := read_head(table.rows, number):
            return head, list(_rows(table, head, number + head.rows, year))
    if before and before.width == max(map(len, table.rows)):
        return before, list(_rows(table, before, 0, year))
    return None, []


def _rows(table: Table, head: Head, first: int, year: int | None) -> Iterator[Found]:
    above: dict[int, Paragraph] = {}
    task_above: Paragraph | None = None
    for number, row in enumerate(table.rows[first:], first):
        if _repeats_head(row, head) or len(row) < 2 or _is_banner(table.rows, number, head):
            continue
        if _is_number_head(row, head) and (anew := read_head(table.rows, number)):  # another table right below
            head, above, task_above = anew, {}, None
            continue
        filled = [k for k, cell in enumerate(row) if cell]
        if (
            not filled
            or _SUM.match(cell_text(row[filled[0]]))
            or (len(filled) > 1 and _SUM.match(cell_text(row[filled[1]])))
        ):
            above = {}
            continue
        held = [k for k in (*head.roles, *head.limits) if k < len(row) and row[k]]
        task = next((cell for k in head.tasks if k < len(row) and (cell := row[k])), None)
        if not held and not _is_merged(row, head, filled):
            above = {}
            continue
        task = task or task_above
        task_above = task
        merged = not any(k < len(row) and row[k] for k in head.roles)
        numbered = head.number is not None and head.number < len(row) and row[head.number] is not None
        for column in (*head.roles, *head.limits):
            cell = row[column] if column < len(row) else None
            if (
                cell is None
                and not table.spans
                and (merged or not _SUPPORT.search(head.roles.get(column, "")))
                and not (numbered and column in head.limits)
            ):
                cell = above.get(column)
            if cell is None:
                continue
            above[column] = cell
            yield from _cell(cell, head.roles.get(column), head.limits.get(column), task, year)


def _is_merged(row: Row, head: Head, filled: Sequence[int]) -> bool:
    """Does a row without any unit go on with the row above: a task, no number, no heading of a section?"""
    if head.number is None or row[head.number] is not None or not all(k in head.tasks for k in filled):
        return False
    return ordinal(cell_text(row[filled[0]]))[0] not in (1, 2, 3)


def _is_banner(rows: Sequence[Row], number: int, head: Head) -> bool:
    """Is a row's one cell the table's title, printed again above the head that a new page repeats?"""
    words = [word for cell in rows[number] if (word := cell_text(cell))]
    if len(set(words)) != 1:
        return False
    return words[0].endswith(("（续）", "续表", "（续表）")) or (number + 1 < len(rows) and _repeats_head(rows[number + 1], head))


def _is_number_head(row: Row, head: Head) -> bool:
    """Does the row print 序号 where the others have their number?"""
    return head.number is not None and head.number < len(row) and column_kind(cell_text(row[head.number])) == "number"


def _repeats_head(row: Row, head: Head) -> bool:
    labels = {**head.roles, **head.limits}
    same = sum(cell_text(row[k]).startswith(word) for k, word in labels.items() if k < len(row))
    return same * 2 > len(labels)


def _cell(
    cell: Paragraph, role: str | None, limit: str | None, task: Paragraph | None, year: int | None
) -> Iterator[Found]:
    """The facts of one cell under a role or a time limit."""
    text = cell.text
    if is_nobody(text):
        return
    words = _words(task)
    span = task.span(0, len(task.text)) if task else (None, None)
    if limit:
        start, end = _strip(text)
        a, b = cell.span(start, end)
        yield Deadline(
            start=a,
            end=b,
            value=cell.printed(start, end),
            label=limit,
            date=last_day("".join(text.split()), year),
            task=words,
            task_start=span[0],
            task_end=span[1],
        )
        return
    assert role is not None
    pairs = list(_labelled(cell))
    if not pairs and has_verb(text, 0, len(text)):
        found = said(cell, 0, len(text), role)
        pairs = found.roles if found.whole else []
    if not pairs:
        names, rest = read_names(cell, 0, len(text), cell=True)
        pairs = [(role, name) for name in names]
        for a, b in rest:
            yield unread(cell, a, b, f"{role}：栏里没有单位或人名 · no unit and no person in the column")
    for label, name in pairs:
        a, b = cell.span(name.start, name.end)
        yield Task(
            start=a,
            end=b,
            role=label,
            name=cell.printed(name.start, name.end),
            task=words,
            task_start=span[0],
            task_end=span[1],
        )


def _labelled(cell: Paragraph) -> Iterator[tuple[str, Name]]:
    """The names of a cell that prints labels of its own (牵头：县财政局<br>配合：县审计局)."""
    labels = find_labels(cell.text) if "：" in cell.text[:8] else []
    if all(label.kind is Kind.ROLE for label in labels):
        for label in labels:
            role = label.label + "单位" if len(label.label) == 2 else label.label
            for name in read_names(cell, label.start, label.end, cell=True)[0]:
                yield role, name


def _words(task: Paragraph | None) -> str | None:
    return task.printed().strip("|") or None if task else None


def _strip(text: str) -> tuple[int, int]:
    return len(text) - len(text.lstrip("。；， \t\n")), len(text.rstrip("。；， \t\n"))


def _is_pairs(table: Table) -> bool:
    """Do labels and values alternate in the rows, rather than stand under a head?"""
    labels = [_kind(cell) for row in table.rows for cell in row[::2] if cell]
    values = [_kind(cell) for row in table.rows for cell in row[1::2] if cell]
    known = sum(kind is not None for kind in labels)
    return Kind.ROLE in labels and known * 3 >= len(labels) * 2 and not any(values) and len(labels) > 1


def _kind(cell: Paragraph | None) -> Kind | None:
    word = _AFTERTHOUGHT.sub("", cell_text(cell))
    return kind_of(word) or (Kind.MEASURE if len(word) <= 8 and column_kind(word) == "task" else None)


def _pairs(table: Table, year: int | None) -> Iterator[Found]:
    """The facts of a table whose rows are labels, each with its value in the next cell."""
    task: Paragraph | None = None
    for row in table.rows:
        for label, value in zip(row[::2], row[1::2], strict=False):
            if label is None or value is None:
                continue
            kind = _kind(label)
            if kind is Kind.MEASURE:
                task = value
            elif kind is Kind.ROLE:
                yield from _cell(value, cell_text(label), None, task, year)
            elif kind is Kind.LIMIT:
                yield from _cell(value, None, cell_text(label), task, year)
