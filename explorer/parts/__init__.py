"""The explorer's own parts, as Streamlit components (v2): their scripts and styles, registered once.

cytoscape.js and its layout are a part without data, so that a click never sends them again.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

HERE = Path(__file__).parent
# In the order in which each finds what it requires among those before it.
VENDORED = ("layout-base", "cose-base", "cytoscape-fcose")


def _text(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")


def _library() -> str:
    """cytoscape.js with fcose as one module: each vendored file, untouched, in a function of its own."""
    loads = "\n".join(
        f"load({name!r}, function (module, exports, require) {{\n{_text(f'vendor/{name}.js')}\n}});" for name in VENDORED
    )
    return f"""
const loaded = {{}};
function load(name, body) {{
  const module = {{ exports: {{}} }};
  body.call(globalThis, module, module.exports, (wanted) => loaded[wanted]);
  loaded[name] = module.exports;
}}
{loads}
load("cytoscape", function (module, exports) {{
{_text("vendor/cytoscape.min.js")}
}});
loaded.cytoscape.use(loaded["cytoscape-fcose"]);
export default function () {{
  window.gongbaoCytoscape = loaded.cytoscape;
  window.dispatchEvent(new Event("gongbao-cytoscape"));
}}
"""


@cache
def _part(name: str, *scripts: str, html: str = '<div class="part"></div>') -> ComponentRenderer:
    script = "\n".join(_text(file) for file in ("common.js", *scripts))
    return st.components.v2.component(f"gongbao.{name}", html=html, css=_text("common.css") + _text(f"{name}.css"), js=script)


@cache
def _library_part() -> ComponentRenderer:
    return st.components.v2.component("gongbao.cytoscape", js=_library())


Hear = Callable[[str, Any], None]  # an event's name and its value


def _mounted(
    part: ComponentRenderer, data: dict[str, Any], key: str, hear: Hear | None = None, events: tuple[str, ...] = ()
) -> None:
    """Show a part. Its events are told before the page runs anew, so that it runs once.

    The data goes over as bytes: of anything else Streamlit makes JSON several times at every run.
    """

    def told(event: str) -> None:
        value = st.session_state[key].get(event)
        if hear and value is not None:
            hear(event, value)

    listeners: dict[str, Any] = {f"on_{event}_change": partial(told, event) for event in events}
    part(data=json.dumps(data, ensure_ascii=False).encode(), key=key, **listeners)


def masthead(data: dict[str, Any], key: str, hear: Hear) -> None:
    """The line on top; hears `typed`, the words in the search box."""
    _mounted(_part("masthead", "masthead.js"), data, key, hear, ("typed",))


def table(data: dict[str, Any], key: str) -> None:
    """A table."""
    _mounted(_part("table", "table.js"), data, key)


def chart(data: dict[str, Any], key: str) -> None:
    """A group as an organisation chart."""
    _mounted(_part("chart", "chart.js"), data, key)


NETWORK = """
<div class="part" role="group">
  <div class="tools" role="toolbar"></div>
  <div class="canvas" tabindex="0" role="application"></div>
  <div class="chosen" aria-live="polite"></div>
  <div class="legend"></div>
</div>
"""


def network(data: dict[str, Any], key: str, hear: Hear | None) -> None:
    """A drawing. Where it can grow it hears `expand` and `remove`, the node meant, and `keep`, where everything
    stands."""
    with st.container(key="gb-library"):
        _library_part()(key="cytoscape", height=1)
    part = _part("network", "network.js", "network_layout.js", "network_panel.js", html=NETWORK)
    _mounted(part, data, key, hear, ("expand", "remove", "keep"))
