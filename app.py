"""The script that Streamlit runs at every visit; what it shows stands in explorer/. Started by `gongbao app`."""

from __future__ import annotations

from explorer.frame import run

run()
