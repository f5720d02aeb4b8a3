"""Answers as people read them, in either language: cells, a table for the terminal, JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import chain
from typing import Any
from unicodedata import east_asian_width

from graph.schema import schema
from queries.catalogue import Answer, Column, Question, words

YES = {True: {"zh": "是", "en": "yes"}, False: {"zh": "否", "en": "no"}}
WIDEST = 44  # columns of the terminal that one cell may take
NOT_PRINTED = frozenset({"start", "end"})  # offsets, of no use to the eye


def spoken(column: Column, value: Any, lang: str) -> Any:
    """`value` of `column` for a reader of `lang`: codes as words, lists joined, dates ISO, numbers as such.

    An unknown code stays as it is; a missing value is the empty string.
    """
    if value is None:
        return ""
    if isinstance(value, list):
        return ("；" if lang == "zh" else "; ").join(map(str, value))
    if column.type == "yesno":
        return YES[bool(value)][lang]
    if column.type == "relation":
        edge = schema().edges.get(value)
        return (edge.zh if lang == "zh" else edge.en) if edge else value
    if column.words and value in words()[column.words]:
        return words()[column.words][value].say(lang)
    return value.isoformat() if isinstance(value, date) else value


def headings(columns: Iterable[Column], lang: str) -> list[str]:
    """What the columns are called in `lang`."""
    return [column.label.say(lang) for column in columns]


def cells(answer: Answer, columns: Sequence[Column], lang: str) -> list[list[Any]]:
    """The rows of `answer` under `columns`, as `spoken` says them."""
    return [[spoken(column, row[column.name], lang) for column in columns] for row in answer.rows]


def table(answer: Answer, lang: str) -> str:
    """`answer` for a terminal: aligned, long cells cut, without ids and offsets."""
    columns = [c for c in answer.columns if not c.holds_nodes and c.name not in NOT_PRINTED]
    return aligned(headings(columns, lang), cells(answer, columns, lang))


def aligned(head: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    """`head` and `rows` as lines of equally wide columns; Chinese characters are two columns wide."""
    lines = [[_cut(" ".join(str(cell).split())) for cell in row] for row in chain([head], rows)]
    widths = [max(map(width, column)) for column in zip(*lines, strict=True)]
    lines.insert(1, ["─" * size for size in widths])
    return "\n".join("  ".join(map(_padded, line, widths)).rstrip() for line in lines)


def width(text: str) -> int:
    """How many columns of a terminal `text` takes."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def _padded(text: str, size: int) -> str:
    return text + " " * (size - width(text))


def _cut(text: str) -> str:
    if width(text) <= WIDEST:
        return text
    while width(text) >= WIDEST:
        text = text[:-1]
    return f"{text}…"


def answer_json(question: Question, answer: Answer) -> dict[str, Any]:
    """`answer` as JSON-ready data: parameters, columns with both labels, rows."""
    return {
        "question": question.name,
        "params": {name: _plain(value) for name, value in answer.params.items()},
        "columns": [_column_json(column) for column in answer.columns],
        "rows": [{name: _plain(value) for name, value in row.items()} for row in answer.rows],
    }


def question_json(question: Question) -> dict[str, Any]:
    """`question` as JSON-ready data: names, wording, parameters, columns, its Cypher."""
    return {
        "name": question.name,
        "topic": question.topic,
        "title": _text_json(question.title),
        "about": _text_json(question.about),
        "params": [
            {
                "name": param.name,
                "type": param.type,
                "label": _text_json(param.label),
                "optional": param.optional,
                "default": _plain(param.default),
                "default_query": param.default_query,
            }
            for param in question.params
        ],
        "columns": [_column_json(column) for column in question.columns],
        "cypher": question.cypher,
    }


def _column_json(column: Column) -> dict[str, Any]:
    return {"name": column.name, "type": column.type, "label": _text_json(column.label)}


def _text_json(text: Any) -> dict[str, str]:
    return {"zh": text.zh, "en": text.en}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
