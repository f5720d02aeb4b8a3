"""What a short text states, in the few fields that a test looks at."""

from __future__ import annotations

from typing import Any

from ingest.pipeline import extract
from ingest.source import Source

NOTICE = (
    "云岭县人民政府办公室\n关于印发重点任务分解的通知\n云政办发〔2021〕12号\n各乡镇人民政府：\n"
    "现将任务分解如下：\n"
)


def stated(text: str, kind: str, *fields: str) -> list[Any]:
    """The facts of one kind, each as a tuple of the fields (or as the field, if there is one)."""
    source = Source("a.txt", text)
    rows = [fact.to_json() for fact in extract(source).facts if fact.kind == kind]
    for row in rows:
        assert 0 <= row["start"] < row["end"] <= len(text)
    return [row[fields[0]] if len(fields) == 1 else tuple(row[field] for field in fields) for row in rows]


def roles(text: str) -> list[tuple[str, str]]:
    """Role and name of every task."""
    return stated(text, "task", "role", "name")


def unread(text: str) -> list[str]:
    """What no rule understood."""
    return [item.text for item in extract(Source("a.txt", text)).remainder]
