"""The address of a view: which page, which thing, which day, read from and written to the query string.

/group?id=g-4f2a…&day=2021-05-20&lang=en
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypedDict

import streamlit as st
from streamlit.navigation.page import Page

from explorer.words import language

# Which page tells of a node of this type; all others share one.
PAGE_OF = {"Person": "person", "Organisation": "unit", "Group": "group", "Document": "document"}


class Place(TypedDict):
    """Where a link leads: the page and the parameters of its own; `common` comes with them."""

    page: str
    params: dict[str, str]


def common() -> dict[str, str]:
    """What every address carries: the language and, where one was chosen, the day."""
    day = st.query_params.get("day")
    return {"lang": language(), **({"day": day} if day else {})}


def place(page: str, **params: Any) -> Place:
    """The way to a page; empty parameters are left out."""
    return Place(page=page, params={key: str(value) for key, value in params.items() if value not in (None, "")})


def of_node(label: str, node_id: str) -> Place:
    """The page of a node: of a person, a unit, a group, a document, or of any other thing."""
    page = PAGE_OF.get(label)
    return place(page, id=node_id) if page else place("thing", id=node_id, type=label)


def of_evidence(edge: Mapping[str, Any]) -> Place | None:
    """Where the gazette says so; None for an edge that carries no place."""
    if edge.get("source") is None or edge.get("start") is None:
        return None
    return place("evidence", source=edge["source"], start=edge["start"], end=edge.get("end"))


def remember_pages(pages: Mapping[str, Page]) -> None:
    """What `go` may lead to; `frame.run` says it at every run."""
    st.session_state["pages"] = dict(pages)


def go(where: Mapping[str, Any] | None) -> None:
    """Go on to another page from Python; nothing for None or an unknown page."""
    pages: dict[str, Page] = st.session_state.get("pages", {})
    if not where or where.get("page") not in pages:
        return
    own = {str(key): str(value) for key, value in dict(where.get("params") or {}).items()}
    params = {**common(), **own}
    st.switch_page(pages[where["page"]], query_params=params)


def asked(name: str, default: str = "") -> str:
    """A parameter of the address."""
    return str(st.query_params.get(name, default))


def put(**params: Any) -> None:
    """Write parameters into the address; empty ones go."""
    for key, value in params.items():
        if value in (None, ""):
            st.query_params.pop(key, None)
        elif st.query_params.get(key) != str(value):
            st.query_params[key] = str(value)


def given(widget: str, name: str, value: Any) -> None:
    """Set a widget to `value`, what the address says by `name`, when it is new or the address was changed by
    other hands (a link, a saved view, the browser's way back); else what the visitor chose in it counts."""
    if widget not in st.session_state or st.session_state.get(f"{widget}-from") != asked(name):
        st.session_state[widget] = value


def taken(widget: str, name: str, value: Any) -> None:
    """Write what a widget says into the address."""
    put(**{name: value})
    st.session_state[f"{widget}-from"] = asked(name)
