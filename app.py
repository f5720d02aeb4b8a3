"""The explorer's navigation: which pages there are, and the line on top of them. Started by `gongbao app`."""

from __future__ import annotations

from explorer.frame import run

run()
