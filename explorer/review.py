"""Review: doubtful identities with both evidences side by side, and what was not understood; every answer
is kept."""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import Any

import streamlit as st

from explorer import ask, reading
from explorer.access import visitor, writing_page
from explorer.add import progress
from explorer.address import Place, place
from explorer.correct import now
from explorer.show import Column, facts, failed, heading, note, table, text, title
from explorer.words import day as iso
from explorer.words import reason, say, term
from graph.judged import resolve_judged, user_word
from graph.ledger import Ledger
from graph.resolve.judgements import Judgement, append
from graph.resolve.report import Doubt, Evidence
from graph.resolve.rules import WORDS
from ingest.errors import Problem

BLANK_LINES = re.compile(r"\n\s*\n")
NEAR = 600  # code points round a fact within which its other names stand
TYPES = {"person": "Person", "unit": "Organisation", "group": "Group"}


def page() -> None:
    """One doubtful pair at a time, dearest first; then the remainder."""
    title(say("核对", "Review"))
    if not writing_page():
        return
    with st.spinner(say("正在找拿不准的名称…", "Looking for doubtful names…")):
        doubts = _doubts(*_state())
    skipped = st.session_state.setdefault("review-skipped", set())
    ahead = [doubt for doubt in doubts if (doubt.left.anchor, doubt.right.anchor) not in skipped]
    if ahead:
        note(
            say(
                f"有 {len(ahead)} 对名称拿不准是不是同一个。你的判断记入 judgements.csv，重新读入后仍然有效。",
                f"{len(ahead)} pairs of names may or may not be one. Your word is kept in judgements.csv and survives every"
                " rebuild.",
            )
        )
        _pair(ahead[0])
    else:
        note(say("没有拿不准的名称。", "No name is in doubt."))
    _apply()
    if len(ahead) > 1:
        _waiting(ahead[1:])
    _remainder()


def _state() -> tuple[str, str]:
    """What the doubts depend on: the sources and the user's two files, by size and time."""
    keep = ask.store().target.keep
    files = [*sorted((keep / "sources").glob("*.gz")), user_word().judgements, user_word().corrections]
    stamps = [f"{path.name}:{path.stat().st_mtime_ns}:{path.stat().st_size}" for path in files if path.exists()]
    return str(keep), "|".join(stamps)


@st.cache_data(show_spinner=False, max_entries=4)
def _doubts(keep: str, stamps: str) -> list[Doubt]:
    return resolve_judged(Ledger(Path(keep)).rows(), user_word()).resolution.doubts


def _rule(doubt: Doubt) -> str:
    return say(*WORDS.get(doubt.rule, (doubt.rule, doubt.rule)))


def _pair(doubt: Doubt) -> None:
    heading("是同一个吗？", "Are these one?")
    joined = say("现在视为同一个", "now taken as one") if doubt.joined else say("现在分作两个", "now kept apart")
    note(
        f"{term(TYPES.get(doubt.type, doubt.type))} · {_rule(doubt)} · {joined} ·"
        f" {say(f'涉及 {doubt.weight} 处', f'{doubt.weight} mentions at stake')}"
    )
    for side, evidence, key in zip(st.columns(2, gap="medium"), (doubt.left, doubt.right), ("left", "right"), strict=True):
        with side:
            facts(
                key,
                [
                    (say("印作", "Printed as"), evidence.text),
                    (say("职务", "Post"), evidence.post),
                    (say("文件", "Document"), text(evidence.doc_no or evidence.source, _where(evidence))),
                    (say("日期", "Date"), iso(evidence.date)),
                ],
            )
            _passage(evidence)
    why = st.text_input(say("理由（可不填）", "Why (optional)"), key="review-why")
    with st.container(horizontal=True, key="review-answers"):
        for verdict, words, shortcut in (
            ("same", say("同一个", "The same"), "1"),
            ("different", say("不同", "Different"), "2"),
            ("unsure", say("说不准", "Unsure"), "3"),
        ):
            if st.button(words, key=f"review-{verdict}", shortcut=shortcut):
                append(
                    user_word().judgements,
                    Judgement(doubt.left.anchor, doubt.right.anchor, verdict, visitor(), now(), why.strip()),
                )
                st.session_state["review-skipped"].add((doubt.left.anchor, doubt.right.anchor))
                st.rerun()


def _where(evidence: Evidence) -> Place:
    return place("evidence", source=evidence.source, start=evidence.start, end=evidence.end)


def _passage(evidence: Evidence) -> None:
    """The lines round a mention, the mention marked."""
    words = Ledger(ask.store().target.keep).text(evidence.source)
    if words is None:
        return
    start, end = _mentioned(words, evidence)
    first = words.rfind("\n", 0, max(start - 60, 0)) + 1
    last = words.find("\n", min(end + 60, len(words)))
    last = len(words) if last < 0 else last
    before, here, after = (
        BLANK_LINES.sub('<span class="gb-gap"></span>', html.escape(part))
        for part in (words[first:start], words[start:end], words[end:last])
    )
    st.html(f'<div class="gb-text" lang="zh">{before}<mark class="gb-here">{here}</mark>{after}</div>')


def _mentioned(words: str, evidence: Evidence) -> tuple[int, int]:
    """Where the name itself stands nearest to the fact: a roster's group is named in the heading above, a line's
    unit before the person, and a line's end may cut either.

        关于成立防汛抗旱 指挥部的通知 … 组长：林远山   →  防汛抗旱 指挥部
    """
    name = re.compile(r"\s*".join(map(re.escape, "".join(evidence.text.split()))))
    first = max(evidence.start - NEAR, 0)
    found = [(first + at.start(), first + at.end()) for at in name.finditer(words[first : evidence.end + NEAR])]
    return min(found, key=lambda span: abs(span[0] - evidence.start), default=(evidence.start, evidence.end))


def _apply() -> None:
    """Judgements and corrections take effect at the next build, or at once."""
    if not st.button(say("把判断与更正应用到图", "Apply judgements and corrections to the graph"), key="review-apply"):
        return
    bar, tell = progress()
    try:
        updated = reading.apply(tell)
    except Problem as problem:
        failed(problem)
        return
    finally:
        bar.empty()
    st.success(
        say(
            f"已应用：写入 {updated.loaded.written} 项，删除 {updated.loaded.deleted} 项。",
            f"Applied: {updated.loaded.written} written, {updated.loaded.deleted} deleted.",
        )
    )


def _waiting(doubts: list[Doubt]) -> None:
    def cell(evidence: Evidence) -> Any:
        return text(f"{evidence.text}{f'（{evidence.post}）' if evidence.post else ''}", _where(evidence))

    table(
        "doubts",
        (
            Column("类型", "Type", size="short"),
            Column("一处", "One place", size="wide"),
            Column("另一处", "The other", size="wide"),
            Column("缘由", "Reason"),
            Column("涉及", "Mentions", "right"),
        ),
        ((term(TYPES.get(d.type, d.type)), cell(d.left), cell(d.right), _rule(d), d.weight) for d in doubts),
        title=say("接下来", "Next"),
        limit=20,
    )


def _remainder() -> None:
    rest = list(Ledger(ask.store().target.keep).remainder())
    if rest:
        table(
            "remainder",
            (Column("文字", "Text", size="wide"), Column("原因", "Reason"), Column("文件名", "File")),
            (
                (
                    text(
                        str(row["text"])[:120],
                        place("evidence", source=row["source"], start=row["start"], end=row["end"]),
                    ),
                    reason(row["reason"]),
                    row["source"],
                )
                for row in rest
            ),
            title=say("未理解的文字", "Text not understood"),
            limit=20,
        )
