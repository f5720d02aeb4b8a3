"""Values of an answer as people read them, in either language."""

from __future__ import annotations

from datetime import date
from typing import Any

from graph.schema import schema
from queries.catalogue import Column, words

YES = {True: {"zh": "是", "en": "yes"}, False: {"zh": "否", "en": "no"}}


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
