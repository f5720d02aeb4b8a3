"""The as-of day: one slider over the dates on which documents changed something, kept in the address as
`day`."""

from __future__ import annotations

from datetime import date

import streamlit as st

from explorer import ask
from explorer.address import asked, given, taken
from explorer.words import say


def picked() -> date | None:
    """The day of the address; None asks for everything that was ever stated."""
    return ask.as_date(asked("day"))


def slider(key: str) -> date | None:
    """Let the visitor move along the documents' dates; the last stop is "all times". Returns the day or
    None."""
    days = ask.days()
    if len(days) < 2:
        return picked()
    everything = say("全部时间", "all times")
    here = asked("day")
    stops = [*days, everything]
    nearest = max((stop for stop in days if stop <= here), default=days[0]) if here else everything
    widget = f"day-{key}-{everything}"
    given(widget, "day", nearest)
    chosen = st.select_slider(say("截至", "As of"), stops, key=widget)
    taken(widget, "day", None if chosen == everything else chosen)
    return ask.as_date(chosen)
