"""Who is responsible? A topic and a day; the officials, groups, units, tasks and duties that answer for
it."""

from __future__ import annotations

from datetime import date
from itertools import groupby

import streamlit as st

from explorer import ask, ask_topic, day, drawing
from explorer.address import asked, given, place, taken
from explorer.ask import Row
from explorer.show import DATE, SOURCE, Column, Sections, facts, node, note, source, text, title
from explorer.surroundings import Surroundings
from explorer.words import day as iso
from explorer.words import say

DRAWN = 16  # tasks of a topic's drawing; the table has them all
EXAMPLES = ("防汛", "乡村振兴", "食品安全", "养老", "安全生产", "扶贫", "环境保护", "教育")


def page() -> None:
    """The question people come with, and its answer."""
    title(say("谁负责？", "Who is responsible?"))
    left, right = st.columns([3, 2], gap="medium")
    with left:
        given("topic", "topic", asked("topic"))
        words = st.text_input(
            say("事项", "Topic"),
            key="topic",
            placeholder=say("例如：防汛、养老、食品安全", "e.g. 防汛, 养老, 食品安全"),
        ).strip()
        taken("topic", "topic", words)
    with right:
        when = day.slider("responsible")
    if not words:
        note(
            say(
                "输入一个事项，看谁分管、哪些机构为它设立、谁牵头、谁配合、何时完成。",
                "Type a topic to see who oversees it, which groups were formed for it, who leads, who supports, and by when.",
            )
        )
        known = [word for word in EXAMPLES if ask.search(word, 1, ("Task", "Group", "Field"))]
        facts(
            "examples",
            [(say("例如", "For example"), [text(word, place("responsible", topic=word)) for word in known])],
        )
        return
    _answer(words, when)


def _answer(words: str, when: date | None) -> None:
    officials = ask_topic.officials(words, when)
    groups = ask_topic.groups(words, when)
    heads = ask_topic.heads([g["group_id"] for g in groups], when)
    tasks = ask_topic.tasks(words, when)
    duties = ask_topic.duties(words, when)
    if not (officials or groups or tasks or duties):
        note(
            say(
                f"没有分工、机构、任务或职责提到“{words}”。可换一个更短的词。",
                f"No portfolio, group, task or duty mentions “{words}”. Try a shorter word.",
            )
        )
        return
    _drawing(officials, groups, heads, tasks, duties, when)
    sections = Sections()
    sections.add(
        "officials",
        "分管领导",
        "Officials whose portfolio covers it",
        (
            Column("领导", "Official", size="name"),
            Column("职务", "Post"),
            Column("方式", "How", size="short"),
            Column("单位或领域", "Unit or field", size="wide"),
            SOURCE,
        ),
        (
            (
                node("Person", r["person_id"], r["person"]),
                r["post"],
                r["mode"],
                node(r["label"], r["target_id"], r["target"]),
                source(r),
            )
            for r in officials
        ),
    )
    seats = ask_topic.hosts([g["group_id"] for g in groups])
    sections.add(
        "groups",
        "专设机构",
        "Groups formed for it",
        (
            Column("机构", "Group", size="wide"),
            Column("为首", "Leaders"),
            Column("办公室设在", "Office at"),
            Column("成员", "Members", "right"),
            SOURCE,
        ),
        (
            (
                node("Group", g["group_id"], g["group"]),
                [node(h["label"], h["member_id"], f"{h['member']}（{h['role']}）") for h in heads.get(g["group_id"], ())],
                [node(u["label"], u["unit_id"], u["unit"]) for u in seats.get(g["group_id"], ())],
                g["members"],
                source(heads[g["group_id"]][0]) if heads.get(g["group_id"]) else "",
            )
            for g in groups
        ),
    )
    sections.add(
        "tasks",
        "任务",
        "Tasks",
        (
            Column("任务", "Task", size="wide"),
            Column("牵头、负责", "Leads, answers"),
            Column("配合", "Supports"),
            Column("时限", "Deadline", size="mid"),
            SOURCE,
        ),
        _by_task(tasks),
    )
    sections.add(
        "duties",
        "职责",
        "Duties that mention it",
        (
            Column("单位", "Unit"),
            Column("职责", "Duty", size="wide"),
            DATE,
            SOURCE,
        ),
        ((node(r["label"], r["unit_id"], r["unit"]), r["text"], iso(r["date"]), source(r)) for r in duties),
    )
    sections.close()


def _by_task(rows: list[Row]) -> list[list[object]]:
    """One line a task: who leads or answers for it, who supports it, by when."""
    lines: list[list[object]] = []
    for _, group in groupby(rows, key=lambda row: row["task_id"]):
        named = list(group)
        first = named[0]
        ends = {
            tie: [node(r["label"], r["who_id"], r["who"]) for r in named if (r["tie"] == "SUPPORTS_TASK") == tie]
            for tie in (False, True)
        }
        lines.append(
            [
                node("Task", first["task_id"], first["text"] or first["task"]),
                ends[False],
                ends[True],
                first["deadline"],
                source(first),
            ]
        )
    return lines


def _drawing(
    officials: list[Row],
    groups: list[Row],
    heads: dict[str, list[Row]],
    tasks: list[Row],
    duties: list[Row],
    when: date | None,
) -> None:
    """The network among everyone and everything of the answer."""
    drawn = list(dict.fromkeys(r["task_id"] for r in tasks))[:DRAWN]
    ids = [key for r in officials for key in (r["person_id"], r["target_id"])]
    ids += [g["group_id"] for g in groups] + [h["member_id"] for rows in heads.values() for h in rows]
    ids += drawn + [r["who_id"] for r in tasks if r["task_id"] in drawn] + [r["unit_id"] for r in duties]
    nodes, edges = Surroundings(when).among(dict.fromkeys(ids))
    tied = {edge[end] for edge in edges.values() for end in ("from", "to")}
    focus = [g["group_id"] for g in groups[:1]]
    drawing.draw(
        "responsible",
        {key: found for key, found in nodes.items() if key in tied},
        edges,
        focus=focus,
        height=440,
    )
