"""Who may write. On one's own machine, everyone who reaches the explorer; shared by `st.login`, the named
users only.

GONGBAO_WRITERS="li@example.org, wang@example.org"   with an [auth] section in .streamlit/secrets.toml
"""

from __future__ import annotations

import os

import streamlit as st

from explorer.show import note
from explorer.words import say


def writers() -> set[str]:
    """The e-mail addresses that may write; empty when nobody is named."""
    return {name.strip().lower() for name in os.environ.get("GONGBAO_WRITERS", "").split(",") if name.strip()}


def visitor() -> str:
    """The signed-in visitor's e-mail address, `local` for whoever did not sign in."""
    return str(st.user.email).lower() if _signed_in() and st.user.email else "local"


def _signed_in() -> bool:
    return bool(getattr(st.user, "is_logged_in", False))


def may_write() -> bool:
    """Whether this visitor may add gazettes, save views, correct and judge."""
    named = writers()
    return not named or visitor() in named


def writing_page() -> bool:
    """`may_write`, with the reason and the way to sign in for those who may not."""
    if may_write():
        return True
    note(say("这里只有列名的用户可以写入。", "Only named users may write here."))
    if not _signed_in() and st.button(say("登录", "Sign in")):
        st.login()
    return False
