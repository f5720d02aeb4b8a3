"""The explorer's own parts, as Streamlit components (v2): their scripts and styles, registered once.

cytoscape.js and its layout are a part without data, so that a click never sends them again.
"""

from __future__ import annotations

from functools import cache
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
def _part(name: str, html: str, *scripts: str) -> ComponentRenderer:
    script = "\n".join(_text(file) for file in ("common.js", *scripts))
    return st.components.v2.component(f"gongbao.{name}", html=html, css=_text("common.css") + _text(f"{name}.css"), js=script)


@cache
def _library_part() -> ComponentRenderer:
    return st.components.v2.component("gongbao.cytoscape", js=_library())


def masthead(data: dict[str, Any], key: str) -> Any:
    """The line on top. Its result's `go`, `typed` and `language` are set for the one run after each
    happens."""
    part = _part("masthead", '<div class="part"></div>', "masthead.js")
    return part(data=data, key=key, on_go_change=_nothing, on_typed_change=_nothing, on_language_change=_nothing)


def table(data: dict[str, Any], key: str) -> Any:
    """A table; `go` holds the link that was followed."""
    return _part("table", '<div class="part"></div>', "table.js")(data=data, key=key, on_go_change=_nothing)


def chart(data: dict[str, Any], key: str) -> Any:
    """A group as an organisation chart; `go` holds the link that was followed."""
    return _part("chart", '<div class="part"></div>', "chart.js")(data=data, key=key, on_go_change=_nothing)


NETWORK = """
<div class="part" role="group">
  <div class="tools" role="toolbar"></div>
  <div class="canvas" tabindex="0" role="application"></div>
  <div class="chosen" aria-live="polite"></div>
  <div class="legend"></div>
</div>
"""


def network(data: dict[str, Any], key: str) -> Any:
    """A drawing. `go`, `expand`, `centre`, `remove`: the node meant; `keep`: where everything stands."""
    with st.container(key="gb-library"):
        _library_part()(key="cytoscape", height=1)
    part = _part("network", NETWORK, "network.js", "network_layout.js", "network_panel.js")
    return part(
        data=data,
        key=key,
        on_go_change=_nothing,
        on_expand_change=_nothing,
        on_centre_change=_nothing,
        on_remove_change=_nothing,
        on_keep_change=_nothing,
    )


def _nothing() -> None:
    """The components' values are read where they are mounted; Streamlit only wants a callback to know
    their names."""
