"""Evidence: the gazette's text round a fact, the fact marked, its neighbours underlined; "this is wrong"."""

from __future__ import annotations

from typing import Any

import streamlit as st

from explorer import ask, correct
from explorer.address import asked, place
from explorer.ask import Row
from explorer.show import Column, facts, note, table, text, title
from explorer.theme import SIGNS
from explorer.words import code, say
from explorer.words import day as iso
from graph.annotate import digest
from graph.ledger import Entry, Ledger

READ = (Column("类别", "Kind", size="short"), Column("读作", "Read as", size="wide"))
WHOLE = 30_000  # code points of a document shown whole
# What a fact of each kind is called, the type whose colour it takes, and the fields that tell it.
KINDS: dict[str, tuple[str, str, str, tuple[str, ...]]] = {
    "membership": ("成员", "membership", "Person", ("role", "member", "post", "group")),
    "group_office": ("办公室", "office", "Group", ("host", "group")),
    "group_change": ("机构变动", "change of a group", "Group", ("action", "group", "member", "new_name")),
    "permit": (
        "执法登记",
        "permit",
        "Permit",
        ("unit", "holder", "number", "holders", "legal_rep", "category"),
    ),
    "task": ("任务责任", "task", "Task", ("role", "name", "task")),
    "deadline": ("时限", "deadline", "Task", ("value", "task")),
    "oversight": ("分工", "portfolio", "Field", ("person", "relation", "target")),
    "backup": ("AB岗", "stand-in", "Person", ("person", "backup")),
    "duty": ("职责", "duty", "Organisation", ("unit", "full_text")),
    "appointment": ("任免", "appointment", "Post", ("action", "person", "post")),
    "document": ("文件", "document", "Document", ("title", "doc_no")),
    "issue": ("公报", "issue", "Issue", ("title", "number")),
}


def page() -> None:
    """The evidence at the address's `source`, `start` and `end`."""
    name = asked("source")
    start, end = (int(asked(key)) if asked(key).isdigit() else 0 for key in ("start", "end"))
    ledger = Ledger(ask.store().target.keep)
    entry, words = ledger.entry(name), ledger.text(name)
    if entry is None or words is None:
        title(say("没有这份原文", "The text is not at hand"))
        note(
            say(
                f"没有保存 {name or '该文件'} 的原文：请在本机用 gongbao build 重新读入这份公报。",
                f"The text of {name or 'this file'} was not kept: read the gazette again with gongbao build on this machine.",
            )
        )
        return
    stated = ledger.of(name)
    here = [fact for fact in stated if fact["start"] < max(end, start + 1) and fact["end"] > start]
    document = _document(stated, here, start)
    title(document["title"] if document else name)
    _about(entry, document, name, start)
    first, last = _range(words, stated, document, start, end)
    _text(words, stated, first, last, start, end)
    _more(name, start, end)
    _here(here, name)
    _around(stated, here, first, last, name)


def kind_of(fact: Row) -> str:
    """What a fact of its kind is called."""
    return say(*KINDS[fact["kind"]][:2])


def _document(stated: list[Row], here: list[Row], start: int) -> Row | None:
    """The document fact that the place stands in."""
    at = next((fact["document"] for fact in here if fact.get("document") is not None), start)
    return next((fact for fact in stated if fact["kind"] == "document" and fact["start"] == at), None)


def _about(entry: Entry, document: Row | None, name: str, start: int) -> None:
    from ingest.source import Source

    facts(
        "evidence",
        [
            (
                say("文号", "Number"),
                document
                and text(
                    document.get("doc_no") or say("打开文件", "Open the document"),
                    place("document", id=digest("document", name, document["start"])),
                ),
            ),
            (say("日期", "Date"), document and iso(document.get("date"))),
            (say("文件名", "File"), name),
            (say("页", "Page"), Source(name, "", entry.pages).page(start)),
        ],
    )


def _range(words: str, stated: list[Row], document: Row | None, start: int, end: int) -> tuple[int, int]:
    """The lines round the place or, when asked for, the whole document up to where the next one begins."""
    from ingest.evidence import passage

    first, last = passage(words, start, end)
    if document is None:
        return first, last
    head = words.rfind("\n", 0, document["start"]) + 1
    ahead = (fact["start"] for fact in stated if fact["kind"] == "document" and fact["start"] > document["start"])
    foot = max(min(ahead, default=len(words)), end)
    if asked("whole") == "1":
        return head, min(foot, head + WHOLE)
    return max(first, min(head, start)), min(last, foot)


def _text(words: str, stated: list[Row], first: int, last: int, start: int, end: int) -> None:
    from ingest.evidence import Mark, highlighted, read_marks

    marks = [
        Mark(fact["start"] - first, fact["end"] - first, kind_of(fact))
        for fact in stated
        if fact["kind"] in KINDS and fact["kind"] not in ("document", "issue") and first <= fact["start"] and fact["end"] <= last
    ]
    if first <= start < end <= last:
        words_here = [fact for fact in stated if fact["start"] == start and fact["kind"] in KINDS]
        label = kind_of(words_here[0]) if words_here else ""
        marks.append(Mark(start - first, end - first, label, here=True))
    colours = {say(zh, en): SIGNS[sign].colour for zh, en, sign, _ in KINDS.values()}
    drawn = highlighted(read_marks(words[first:last], marks), colours)
    st.html(f'<div class="gb-text" lang="zh" tabindex="0">{drawn}</div>')


def _more(name: str, start: int, end: int) -> None:
    if asked("whole") == "1":
        link = text(say("只看附近", "Only the lines around"), place("evidence", source=name, start=start, end=end))
    else:
        link = text(
            say("看整份文件", "The whole document"),
            place("evidence", source=name, start=start, end=end, whole=1),
        )
    facts("more", [(say("原文", "Text"), link)])


def told(fact: Row) -> str:
    """A fact in one line: the words of its own fields."""
    values = [code("action", str(fact[key])) if key == "action" else fact.get(key) for key in KINDS[fact["kind"]][3]]
    return " · ".join(str(value) for value in values if value not in (None, ""))


def _here(here: list[Row], name: str) -> None:
    """What is read at this place, each with a way to say that it is wrong."""
    known = [fact for fact in here if fact["kind"] in KINDS]
    if not known:
        return
    table(
        "here",
        READ,
        ((kind_of(fact), told(fact)) for fact in known),
        title=say("此处读出", "Read here"),
    )
    correct.form(
        known,
        name,
        {index: f"{say(*KINDS[fact['kind']][:2])}：{told(fact)}" for index, fact in enumerate(known)},
    )


def _around(stated: list[Row], here: list[Row], first: int, last: int, name: str) -> None:
    near = [fact for fact in stated if first <= fact["start"] < last and fact not in here and fact["kind"] in KINDS]
    rows: list[list[Any]] = [
        [
            kind_of(fact),
            text(told(fact), place("evidence", source=name, start=fact["start"], end=fact["end"])),
        ]
        for fact in near
    ]
    table(
        "around",
        READ,
        rows,
        title=say("附近读出", "Read nearby"),
        limit=30,
    )
