"""The user's word on a fact: a form whose every use appends one line to corrections.csv."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import UTC, datetime

import streamlit as st

from explorer.access import may_write, visitor
from explorer.ask import Row
from explorer.words import say
from graph.judged import user_word
from graph.resolve.judgements import Correction, append
from ingest.facts import KINDS, Fact

FIXED = {f.name for f in fields(Fact)} | {"task_start", "task_end", "by_post", "issuers", "jurisdiction"}


def now() -> str:
    """The moment, as the two files write it."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def form(facts: Sequence[Row], source: str, told: Mapping[int, str]) -> None:
    """ "This is wrong": which of `facts`, rejected or one field changed, and why. `told` says each in one
    line."""
    if not may_write():
        return
    with st.expander(say("这里读错了", "This is wrong"), icon=":material/edit_note:"):
        chosen = st.selectbox(say("哪一条", "Which one"), list(told), format_func=lambda index: told[index], key="wrong-which")
        fact = facts[chosen or 0]
        whole = say("整条不成立", "all of it: no such fact")
        names = [whole, *(f.name for f in fields(KINDS[fact["kind"]]) if f.name not in FIXED)]
        with st.form("wrong", border=False):
            what = st.selectbox(say("错在", "What is wrong"), names, key=f"wrong-what-{fact['kind']}")
            value = st.text_input(say("应为（整条不成立时不填）", "Should be (leave empty when all of it is wrong)"))
            why = st.text_input(say("理由", "Why"))
            if st.form_submit_button(say("记下更正", "Record the correction")):
                change = "reject" if what == whole else f"{what}={value.strip()}"
                append(
                    user_word().corrections,
                    Correction(
                        source,
                        fact["start"],
                        fact["end"],
                        fact["kind"],
                        change,
                        visitor(),
                        now(),
                        why.strip(),
                    ),
                )
                st.success(
                    say(
                        "已记下。下次读入公报时生效，也可在“核对”页立即应用。",
                        "Recorded. It takes effect at the next build, or at once on the Review page.",
                    )
                )
