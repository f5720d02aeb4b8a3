"""What surrounds every page: its address, the line on top with the search box, and the way a problem is
told."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

import streamlit as st

from explorer import ask, parts
from explorer.address import common, of_node, place, put, remember_pages
from explorer.show import failed
from explorer.theme import PAGE_CSS, SIGNS
from explorer.words import LANGUAGES, language, say, term
from ingest.errors import Problem

# Address of each page and its words; those of MENU stand on the line on top, in this order.
MENU = {
    "start": ("首页", "Start"),
    "responsible": ("谁负责", "Who is responsible?"),
    "network": ("关系网", "Network"),
    "questions": ("问题", "Questions"),
    "add": ("添加公报", "Add gazettes"),
    "review": ("核对", "Review"),
}
REST = {
    "search": ("搜索", "Search"),
    "person": ("人员", "Person"),
    "unit": ("机构", "Unit"),
    "group": ("议事协调机构", "Group"),
    "document": ("文件", "Document"),
    "thing": ("条目", "Entry"),
    "evidence": ("原文", "Evidence"),
}


def run() -> None:
    """One run of the explorer: the page of the address under the line on top."""
    st.set_page_config(page_title=say("公报 Gongbao", "Gongbao 公报"), layout="wide", initial_sidebar_state="collapsed")
    st.html(f"<style>{PAGE_CSS}</style>")
    pages = {
        name: st.Page(_page(name), title=say(*words), url_path=name, default=name == "start")
        for name, words in {**MENU, **REST}.items()
    }
    chosen = st.navigation(list(pages.values()), position="hidden")
    remember_pages(pages)
    st.session_state["typed"] = ""  # another page: what was typed is done with
    put(lang=language())
    here = chosen.url_path or "start"
    with st.container(key="masthead"):
        _masthead(here)
    try:
        chosen.run()
    except Problem as problem:
        failed(problem)


def _page(name: str) -> Callable[[], None]:
    """The page's module is loaded when the page is first opened, so that the first page waits for no
    other."""

    def show() -> None:
        import_module(f"explorer.{name}").page()

    show.__name__ = name
    return show


@st.fragment
def _masthead(here: str) -> None:
    typed = str(st.session_state.get("typed", ""))
    parts.masthead(
        {
            "common": common(),
            "home": place("start"),
            "nav": [{"text": say(*words), "to": place(name), "here": name == here} for name, words in MENU.items()],
            "languages": LANGUAGES,
            "language": language(),
            "asked": typed,
            "hits": _suggestions(typed),
            "words": {
                "brand": say("公报", "Gongbao 公报"),
                "pages": say("页面", "Pages"),
                "nothing": say("没有匹配，按回车再找", "No match; Enter searches on"),
                "search": say("查人员、机构、领导小组、文件、任务", "Find people, units, groups, documents, tasks"),
            },
        },
        "masthead-part",
        _hear,
    )


def _hear(event: str, value: Any) -> None:
    """Words typed into the search box."""
    st.session_state["typed"] = str(value).strip()


def _suggestions(typed: str) -> list[dict[str, Any]]:
    """The best three hits of each type that has any, five of each where one or two types have; none for nothing
    typed or a graph that doesn't answer."""
    if not typed:
        return []
    try:
        found = ask.search(typed, limit=6)
    except Problem:
        return []
    return [
        {
            "text": row["name"],
            "type": term(label),
            "note": row["note"],
            "glyph": SIGNS[label].glyph,
            "colour": SIGNS[label].colour,
            "to": of_node(label, row["id"]),
        }
        for label, rows in found.items()
        for row in rows[: 5 if len(found) < 3 else 3]
    ]
