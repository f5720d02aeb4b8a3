"""A question's parameters: values checked, names found in the graph, defaults asked of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from difflib import SequenceMatcher
from functools import cache
from itertools import pairwise
from typing import Any

from graph.annotate import fold
from graph.schema import schema
from ingest.errors import Problem
from queries.catalogue import Param, Question, Reader

LARGEST = 1_000_000
NEAR = 5


def bind(store: Reader, question: Question, given: Mapping[str, Any]) -> dict[str, Any]:
    """A value for every parameter of `question`: the given one as its type, else the default.

    Raises Problem for a parameter that the question lacks, a value that is none of its type, a name that no
    node or more than one bears, and a default that the graph cannot give.
    """
    names = [param.name for param in question.params]
    for name in given:
        if name not in names:
            raise _unknown(question, name, names)
    bound: dict[str, Any] = {}
    for param in question.params:
        value = given.get(param.name)
        blank = value is None or (isinstance(value, str) and not value.strip())
        bound[param.name] = default(store, question, param, bound) if blank else check(store, param, value)
    return bound


def default(store: Reader, question: Question, param: Param, bound: Mapping[str, Any]) -> Any:
    """The value of `param` when none is given, `bound` holding the parameters before it.

    Raises Problem where the graph holds nothing to choose.
    """
    if param.default_query is None:
        if param.default is None and not param.optional:
            raise _missing(question, param)
        return param.default
    rows = store.read(param.default_query, bound)
    if not rows or rows[0]["value"] is None:
        raise _missing(question, param)
    value = rows[0]["value"]
    return check(store, param, value) if param.type == "words" else value


def check(store: Reader, param: Param, value: Any) -> Any:
    """`value` as the type of `param`, a node's name as its id. Raises Problem where it can't be."""
    if param.names_node:
        return _node(store, param, str(value).strip())
    return _CHECKS[param.type](param, value)


def named(store: Reader, question: Question, bound: Mapping[str, Any]) -> dict[str, str]:
    """The parameters in force as people read them, nodes by name; without those left at a constant."""
    said: dict[str, str] = {}
    for param in question.params:
        value = bound[param.name]
        if value == param.default:
            continue
        if param.names_node:
            found = (_look_up(store, label, _MATCHES[0], value, 1) for label in _labels(param))
            said[param.name] = next((rows[0]["name"] for rows in found if rows), value)
        else:
            said[param.name] = " ".join(value) if isinstance(value, list) else str(value)
    return said


def _integer(param: Param, value: Any) -> int:
    try:
        number = int(str(value).strip())
    except ValueError:
        number = 0
    if not 1 <= number <= LARGEST:
        raise _mistyped(param, value, f"1 到 {LARGEST} 的整数", f"a whole number from 1 to {LARGEST}")
    return number


def _date(param: Param, value: Any) -> date:
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value).strip())
    except ValueError:
        raise _mistyped(param, value, "YYYY-MM-DD 的日期", "a date as YYYY-MM-DD") from None


def _text(param: Param, value: Any) -> str:
    return str(value).strip()


def _words(param: Param, value: Any) -> list[str]:
    said = " ".join(value) if isinstance(value, list) else str(value)
    return list(dict.fromkeys(simplified(fold(said)).split()))


_CHECKS: Mapping[str, Callable[[Param, Any], Any]] = {
    "integer": _integer,
    "date": _date,
    "text": _text,
    "words": _words,
}


def simplified(text: str) -> str:
    """`text` with traditional characters as simplified ones, the gazettes' own."""
    return text if text.isascii() else str(_converter().convert(text))


@cache
def _converter() -> Any:
    import opencc

    return opencc.OpenCC("t2s")


def _node(store: Reader, param: Param, value: str) -> str:
    """The id of the node that `value` names: by id, name, one of its other names, or a part of either."""
    labels = _labels(param)
    for matching in _MATCHES:
        found = [
            row
            for label in labels
            for row in _look_up(store, label, matching, value, NEAR + 1)
        ]
        if len(found) == 1:
            return str(found[0]["id"])
        if found:
            raise _ambiguous(param, value, found)
    raise _unfound(store, param, value, labels)


def _labels(param: Param) -> list[str]:
    return list(schema().nodes) if param.type == "node" else [param.type]


_MATCHES = (
    "n.id = $value",
    "n.name = $value",
    "$value IN n.aliases",
    "n.name CONTAINS $value",
    "any(alias IN n.aliases WHERE alias CONTAINS $value)",
)
_NEAR = "any(character IN $value WHERE n.name CONTAINS character)"


def _look_up(store: Reader, label: str, matching: str, value: Any, most: int) -> list[dict[str, Any]]:
    """Nodes of `label`, one of the schema's own words, that match `value`."""
    return store.read(
        f"MATCH (n:{label}) WHERE {matching} "
        "RETURN n.id AS id, n.name AS name ORDER BY n.name, n.id LIMIT $most",
        {"value": value, "most": most},
    )


def _kind(param: Param) -> tuple[str, str]:
    node = schema().nodes.get(param.type)
    return (node.zh, node.en) if node else ("节点", "node")


def _unfound(store: Reader, param: Param, value: str, labels: list[str]) -> Problem:
    names: set[str] = set()
    for label in labels:
        names.update(row["name"] for row in _look_up(store, label, _NEAR, sorted(set(value)), 2000))
    near = nearest(value, names)
    zh, en = _kind(param)
    zh_near = f"；相近的有：{'、'.join(near)}" if near else ""
    en_near = f"; near it: {', '.join(near)}" if near else ""
    return Problem(
        f"参数 {param.name}：图中没有名为“{value}”的{zh}{zh_near}",
        f'parameter {param.name}: the graph holds no {en} called "{value}"{en_near}',
    )


def nearest(value: str, names: Iterable[str]) -> list[str]:
    """The few `names` most like `value`: sharing pairs of characters with it, or most characters singly.

        防汛领导小组 → 青禾县防汛抗旱指挥部
        钱志伟 → 钱志为
    """
    pairs = set(pairwise(value))
    likeness = {
        name: (len(pairs & set(pairwise(name))), SequenceMatcher(None, value, name).ratio()) for name in names
    }
    alike = [name for name, (shared, ratio) in likeness.items() if shared or ratio >= 0.5]
    return sorted(alike, key=lambda name: (*(-part for part in likeness[name]), name))[:NEAR]


def _ambiguous(param: Param, value: str, found: list[dict[str, Any]]) -> Problem:
    shown = [f"{row['name']} ({row['id']})" for row in found[:NEAR]]
    more = len(found) > NEAR
    zh, en = _kind(param)
    return Problem(
        f"参数 {param.name}：“{value}”对应不止一个{zh}，请写编号：{'；'.join(shown)}{' 等' if more else ''}",
        f'parameter {param.name}: more than one {en} answers to "{value}", give an id: '
        f"{'; '.join(shown)}{' and more' if more else ''}",
    )


def _mistyped(param: Param, value: Any, zh: str, en: str) -> Problem:
    return Problem(
        f"参数 {param.name}：“{value}”不是{zh}",
        f'parameter {param.name}: "{value}" is not {en}',
    )


def _unknown(question: Question, name: str, names: list[str]) -> Problem:
    zh, en = ("、".join(names), ", ".join(names)) if names else ("（无参数）", "none at all")
    return Problem(
        f"查询 {question.name} 没有参数“{name}”，可用：{zh}",
        f'question {question.name} has no parameter "{name}", it has: {en}',
    )


def _missing(question: Question, param: Param) -> Problem:
    zh, en = question.title.zh, question.title.en
    return Problem(
        f"图中还没有可供“{zh}”查询的内容：请先用 gongbao build 读入公报，"
        f"或用 --param {param.name}=… 指定{param.label.zh}",
        f'the graph holds nothing yet that "{en}" could start from: read gazettes with gongbao build, '
        f"or give --param {param.name}=…",
    )
