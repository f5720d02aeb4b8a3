"""`gongbao query`: the canned questions, answered as table, CSV or JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from commands.frame import command, language, option, out_option, reading, say, tell
from commands.output import check_writable, writing_to
from ingest.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from queries.catalogue import Answer, Question

FORMATS = ("table", "csv", "json")


@command(
    "query",
    zh="回答预置的问题 NAME。\n\n不给参数时取图中最有代表性的（如人数最多的机构）；"
    "人、机构、小组可写名称或编号。",
    en="Answer the canned question NAME.\n\nParameters left out are taken from the graph (such as "
    "the largest group); people, units and groups go by name or id.",
)
@click.argument("name", required=False)
@option("--param", "params", multiple=True, metavar="KEY=VALUE", zh="参数，可多次", en="a value, repeatable")
@option("--format", "form", type=click.Choice(FORMATS), default="table", zh="输出格式", en="output format")
@option("--list", "listing", is_flag=True, zh="列出全部问题", en="list all questions")
@option("--cypher", is_flag=True, zh="只显示 Cypher，不查询", en="show the Cypher, ask nothing")
@out_option()
def query_command(
    name: str | None, params: tuple[str, ...], form: str, listing: bool, cypher: bool, out: str | None
) -> None:
    """Answers one question, or lists them."""
    from queries.catalogue import find, run
    from queries.params import named

    check_writable(out)
    if listing or not name:
        _write_catalogue(form, out)
        return
    question = find(name)
    if cypher:
        _write(question.cypher, out)
        return
    given = dict(map(_pair, params))
    with reading() as store:
        answer = run(store, question, given)
        names = named(store, question, answer.params)
    write_answer(question, answer, names, form, out)


def _pair(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not equals or not key.strip():
        raise Problem(
            f"参数“{text}”应写作 名称=值，如 --param as_of=2021-06-30",
            f'parameter "{text}" should read name=value, such as --param as_of=2021-06-30',
        )
    return key.strip(), value


def write_answer(
    question: Question, answer: Answer, names: Mapping[str, str], form: str, out: str | None
) -> None:
    from queries import present

    lang = language()
    if form == "json":
        _write(_json(present.answer_json(question, answer)), out)
    elif form == "csv":
        columns = answer.columns
        _write_csv(present.headings(columns, lang), present.cells(answer, columns, lang), out)
    else:
        labels = {param.name: param.label.say(lang) for param in question.params}
        chosen = [f"{labels[name]}: {value}" for name, value in names.items()]
        _write("\n".join([question.title.say(lang), *chosen, "", present.table(answer, lang)]), out)
        count = len(answer.rows)
        tell(f"{count} 行", f"{count} row{'' if count == 1 else 's'}")


def _write_catalogue(form: str, out: str | None) -> None:
    from queries import present
    from queries.catalogue import load, words

    lang, questions = language(), load().values()
    head = [say("名称", "name"), say("问题", "question"), say("参数", "parameters"), say("主题", "topic")]
    rows = [
        [q.name, q.title.say(lang), ", ".join(p.name for p in q.params), words()["topic"][q.topic].say(lang)]
        for q in questions
    ]
    if form == "json":
        _write(_json([present.question_json(question) for question in questions]), out)
    elif form == "csv":
        _write_csv(head, rows, out)
    else:
        _write(present.aligned(head, rows), out)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


def _write_csv(head: Sequence[str], rows: Sequence[Sequence[Any]], out: str | None) -> None:
    from graph.export.tables import write_csv

    with writing_to(out) as file:
        file.write("\ufeff")  # so that Excel takes it for UTF-8, saved from standard output too
        write_csv(file, head, rows)


def _write(text: str, out: str | None) -> None:
    with writing_to(out) as file:
        file.write(f"{text}\n")
