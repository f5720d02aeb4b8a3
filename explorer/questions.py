"""The canned questions: parameters as widgets, the answer as a table and as a network, the Cypher to copy."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import Any

import streamlit as st

from explorer import ask, drawing, querybox
from explorer.address import asked, given, of_node, place, taken
from explorer.ask import Row
from explorer.show import SOURCE, Column, begin, facts, note, source, table, text, title
from explorer.surroundings import Surroundings
from explorer.words import language, say
from ingest.errors import Problem
from queries import catalogue, params, present

EARLIEST, LATEST = date(1949, 10, 1), date(2100, 1, 1)
NODES_DRAWN = 300
ROWS_SHOWN = 30


def page() -> None:
    """The list of questions or, with `q` in the address, one of them and its answer."""
    name = asked("q")
    if name not in catalogue.load():
        _contents()
        return
    question = catalogue.load()[name]
    title(question.title.say(language()))
    note(question.about.say(language()))
    facts("back", [(say("问题", "Questions"), text(say("返回列表", "Back to the list"), place("questions")))])
    try:
        said = _asked_values(question)
        answer = catalogue.run(ask.store(), question, {key: value for key, value in said.items() if value not in (None, "")})
    except Problem as problem:
        if any(ask.counts().values()):
            note(say(problem.zh, problem.en))
        else:
            note(say("图中还没有公报。", "The graph holds no gazettes yet."))
            begin()
        return
    _answer(question, answer)
    with st.expander(say("这个问题的 Cypher", "The Cypher of this question"), icon=":material/code:"):
        st.code(question.cypher, language="cypher")


def _contents() -> None:
    title(say("问题", "Questions"))
    questions = list(catalogue.load().values())
    note(
        say(
            f"{len(questions)} 个现成的问题，参数都有默认值，打开即有答案。",
            f"{len(questions)} ready questions; each opens with an answer, and its parameters can be changed.",
        )
    )
    topics = [(topic, list(group)) for topic, group in groupby(questions, key=lambda q: q.topic)]
    sides: tuple[list[Any], list[Any]] = ([], [])
    for entry in topics:
        min(sides, key=lambda side: sum(len(mine) + 2 for _, mine in side)).append(entry)
    for side, mine in zip(st.columns(2, gap="medium"), sides, strict=True):
        with side:
            for topic, group in mine:
                table(
                    f"topic-{topic}",
                    (Column("问题", "Question", size="wide"),),
                    ([text(q.title.say(language()), place("questions", q=q.name))] for q in group),
                    title=catalogue.words()["topic"][topic].say(language()),
                    files=False,
                )
    querybox.box()


# --- parameters -----------------------------------------------------------------------------------------


def _asked_values(question: catalogue.Question) -> dict[str, Any]:
    """What the widgets of the parameters say, side by side where there is room."""
    first = _first_values(question)
    said: dict[str, Any] = {}
    if question.params:
        places = st.columns(len(question.params), gap="small")
        for column, param in zip(places, question.params, strict=True):
            with column:
                said[param.name] = _asked_value(question, param, first.get(param.name, param.default))
    return said


def _first_values(question: catalogue.Question) -> dict[str, Any]:
    """The address's values and, for the rest, the defaults, of which a later one may depend on an earlier."""
    given = {param.name: asked(f"p_{param.name}") for param in question.params}
    try:
        return params.bind(ask.store(), question, given)
    except Problem:
        return {}


def _asked_value(question: catalogue.Question, param: catalogue.Param, first: Any) -> Any:
    """The widget of one parameter, and what it says; its value stands in the address as `p_NAME`."""
    name, label, widget = f"p_{param.name}", _capital(param.label.say(language())), f"{question.name}-{param.name}"
    if param.names_node:
        names = _names(param)
        given(widget, name, first if first in names else None)
        value: Any = st.selectbox(
            label,
            list(names),
            key=widget,
            format_func=lambda key: names.get(key, key),
            placeholder=say("输入名称查找", "type a name"),
        )
    elif param.type == "date":
        given(widget, name, ask.as_date(asked(name)))
        picked = st.date_input(label, key=widget, min_value=EARLIEST, max_value=LATEST, format="YYYY-MM-DD")
        value = picked.isoformat() if isinstance(picked, date) else ""
    elif param.type == "integer":
        given(widget, name, first)
        value = st.number_input(label, min_value=1, max_value=params.LARGEST, step=1, key=widget)
    else:
        given(widget, name, " ".join(first) if isinstance(first, list) else str(first or ""))
        value = st.text_input(label, key=widget).strip()
    taken(widget, name, value)
    return value or ""


def _names(param: catalogue.Param) -> dict[str, str]:
    """Names to pick from by id, the weightiest first; typing finds any of them."""
    kinds = list(ask.FOUND[:3]) if param.type == "node" else [param.type]
    return {row["id"]: row["name"] for kind in kinds for row in ask.all_of(kind, 3000)}


# --- the answer -----------------------------------------------------------------------------------------


def _answer(question: catalogue.Question, answer: catalogue.Answer) -> None:
    """Names linked where the answer holds their ids, document numbers linked to the text; ids and offsets
    not shown."""
    columns = [c for c in answer.columns if not c.holds_nodes and c.name not in present.NOT_PRINTED]
    ids = [c.name for c in answer.columns if c.holds_nodes]
    wanted = dict.fromkeys(key for row in answer.rows for name in ids for key in _keys(row[name]))
    nodes = ask.nodes(list(wanted)[:5000])
    places = {c.name for c in answer.columns} >= {"source", "start", "end"}
    shown = [c for c in columns if not (places and c.name == "source")]
    heads = [Column(_capital(c.label.zh), _capital(c.label.en), *_form(c)) for c in shown]
    if places and not any(c.name == "doc_no" for c in shown):
        heads.append(SOURCE)
    table(
        f"answer-{question.name}",
        heads,
        (_row(row, shown, ids, nodes, places) for row in answer.rows),
        title=say("答案", "Answer"),
        limit=ROWS_SHOWN,
    )
    _drawing(question, answer, list(nodes)[:NODES_DRAWN])


def _drawing(question: catalogue.Question, answer: catalogue.Answer, found: list[str]) -> None:
    """The nodes of the answer and those it was asked of, where there are relations between them."""
    asked_of = [str(answer.params[param.name]) for param in question.params if param.names_node]
    nodes, edges = Surroundings(None).among(dict.fromkeys([*asked_of, *found]))
    if not edges:
        return
    drawing.draw(f"question-{question.name}", nodes, edges, focus=asked_of, height=420)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _form(column: catalogue.Column) -> tuple[str, str]:
    """A column's alignment and size."""
    short = column.type == "date" or column.name == "doc_no"
    return "right" if column.type in ("integer", "number") else "", "short" if short else ""


def _keys(value: Any) -> list[str]:
    return [str(key) for key in value if key] if isinstance(value, list) else [str(value)] if value else []


def _row(row: Row, shown: list[Any], ids: list[str], nodes: dict[str, Row], places: bool) -> list[Any]:
    cells: list[Any] = []
    named = {nodes[key]["name"]: nodes[key] for name in ids for key in _keys(row[name]) if key in nodes}
    for column in shown:
        value = present.spoken(column, row[column.name], language())
        if places and column.name == "doc_no":
            cells.append(source({**row, "date": None}))
        elif isinstance(row[column.name], list):
            cells.append([_linked(str(item), named) for item in row[column.name]])
        else:
            cells.append(_linked(value, named) if isinstance(value, str) else value)
    if places and not any(column.name == "doc_no" for column in shown):
        cells.append(source(row))
    return cells


def _linked(value: str, named: dict[str, Row]) -> Any:
    found = named.get(value)
    return text(value, of_node(found["label"], found["id"])) if found else value
