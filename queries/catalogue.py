"""The canned questions: one `.cypher` file each, its header a YAML text in comment lines.

    // topic: groups
    // title: {zh: 机构成员名单, en: Members of a group}
    // about: {zh: …, en: …}
    // params:
    //   group: {type: Group, zh: 议事协调机构, en: group}
    //   as_of: {type: date, zh: 截至日期, en: as of, optional: true, default: 9999-12-31}
    // defaults:
    //   group: MATCH (g:Group) RETURN g.id AS value ORDER BY g.people DESC, g.id LIMIT 1
    // columns:
    //   role: {type: text, zh: 角色, en: role}
    // evidence: true
    MATCH (m)-[r:MEMBER_OF]->(:Group {id: $group}) …

A type is one of `VALUE_TYPES`, a label of the ontology or `node`; the last two stand for a node's id. A
default is a constant (`default`) or a query with one column `value` (`defaults`) that may use the parameters
before it. `evidence` adds the columns that say where a row is printed. `measure` names the function of
`queries.measures` that finishes the answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import Any, Protocol

import yaml

from ingest.errors import Problem

VALUE_TYPES = frozenset({"text", "words", "relation", "integer", "number", "date", "list", "yesno"})
EVIDENCE = {
    "doc_no": {"type": "text", "zh": "文号", "en": "document number"},
    "date": {"type": "date", "zh": "日期", "en": "date"},
    "source": {"type": "text", "zh": "来源", "en": "source file"},
    "start": {"type": "integer", "zh": "起", "en": "start"},
    "end": {"type": "integer", "zh": "止", "en": "end"},
}


class Reader(Protocol):
    """What a question needs of a store: rows of read-only Cypher with parameters."""

    def read(self, cypher: str, params: Mapping[str, Any] | None = None) -> list[dict[str, Any]]: ...


@dataclass(frozen=True, slots=True)
class Text:
    """One wording in both languages."""

    zh: str
    en: str

    def say(self, lang: str) -> str:
        """The wording in `lang`, `zh` or `en`."""
        return self.zh if lang == "zh" else self.en


@dataclass(frozen=True, slots=True)
class Column:
    """A column of an answer; `words` names the list in `words.yaml` that its coded values are of."""

    name: str
    type: str
    label: Text
    words: str | None = None

    @property
    def holds_nodes(self) -> bool:
        """Whether the values are ids of nodes, to be drawn or linked rather than read."""
        return self.type not in VALUE_TYPES


@dataclass(frozen=True, slots=True)
class Param:
    """A parameter. `default` is a constant, `default_query` Cypher; an optional one may be left out."""

    name: str
    type: str
    label: Text
    optional: bool = False
    default: Any = None
    default_query: str | None = None

    @property
    def names_node(self) -> bool:
        """Whether the value is a node, given by id or name."""
        return self.type not in VALUE_TYPES


@dataclass(frozen=True, slots=True)
class Question:
    """One canned question."""

    name: str
    topic: str
    title: Text
    about: Text
    cypher: str
    params: tuple[Param, ...]
    columns: tuple[Column, ...]
    measure: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows keyed by column name, and the parameters that gave them.

    The columns come from the question's header, so an empty answer has them too.
    """

    columns: tuple[Column, ...]
    rows: list[dict[str, Any]]
    params: Mapping[str, Any]


@cache
def load() -> dict[str, Question]:
    """Every question by name (the file's stem), in order of topic as `words.yaml` lists them and of name."""
    paths = [path for path in files("queries").iterdir() if path.name.endswith(".cypher")]
    questions = [parse(path.name.removesuffix(".cypher"), path.read_text("utf-8")) for path in paths]
    topics = list(words()["topic"])
    questions.sort(key=lambda question: (topics.index(question.topic), question.name))
    return {question.name: question for question in questions}


@cache
def words() -> dict[str, dict[str, Text]]:
    """What people call coded values, by list and code."""
    raw = _yaml((files("queries") / "words.yaml").read_text("utf-8"))
    return {name: {code: Text(**text) for code, text in codes.items()} for name, codes in raw.items()}


def find(name: str) -> Question:
    """The question called `name`. Raises Problem with the nearest names for an unknown one."""
    questions = load()
    if name in questions:
        return questions[name]
    near = get_close_matches(name, questions, n=3, cutoff=0.4)
    near += [other for other in questions if name and name.lower() in other and other not in near][:3]
    zh, en = ("、".join(near), ", ".join(near)) if near else ("（无相近名称）", "(no name is near)")
    raise Problem(
        f"没有名为“{name}”的查询。相近的有：{zh}；全部名称见 gongbao query --list",
        f'there is no question "{name}". Near it: {en}; gongbao query --list shows all',
    )


def parse(name: str, text: str) -> Question:
    """The question in one file's text. Raises KeyError, TypeError or YAMLError for a wrong header."""
    lines = text.splitlines()
    size = next((i for i, line in enumerate(lines) if not line.startswith("// ")), len(lines))
    head = _yaml("\n".join(line[3:] for line in lines[:size]))
    defaults = head.get("defaults") or {}
    columns = {**head["columns"], **(EVIDENCE if head.get("evidence") else {})}
    return Question(
        name=name,
        topic=head["topic"],
        title=Text(**head["title"]),
        about=Text(**{lang: said.strip() for lang, said in head["about"].items()}),
        cypher="\n".join(lines[size:]).strip(),
        params=tuple(_param(key, entry, defaults) for key, entry in (head.get("params") or {}).items()),
        columns=tuple(_column(key, entry) for key, entry in columns.items()),
        measure=head.get("measure"),
    )


def _yaml(text: str) -> Any:
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def _param(name: str, entry: Mapping[str, Any], defaults: Mapping[str, str]) -> Param:
    label = Text(entry["zh"], entry["en"])
    optional, default = entry.get("optional", False), entry.get("default")
    return Param(name, entry["type"], label, optional, default, defaults.get(name))


def _column(name: str, entry: Mapping[str, Any]) -> Column:
    return Column(name, entry["type"], Text(entry["zh"], entry["en"]), entry.get("words"))


def run(store: Reader, question: Question | str, params: Mapping[str, Any] | None = None) -> Answer:
    """The answer of `store` to `question` (or to the question of that name).

    `params` holds values by parameter name, as text or typed; what it lacks comes from the defaults.
    Raises Problem for an unknown question or parameter, a value of the wrong type, a name that the graph does
    not hold or that several nodes bear, and a default that this graph cannot give.
    """
    from queries.measures import MEASURES
    from queries.params import bind

    asked = find(question) if isinstance(question, str) else question
    bound = bind(store, asked, params or {})
    measure = MEASURES.get(asked.measure or "")
    rows = measure(store, asked, bound) if measure else store.read(asked.cypher, bound)
    names = [column.name for column in asked.columns]
    return Answer(asked.columns, [{name: row[name] for name in names} for row in rows], bound)
