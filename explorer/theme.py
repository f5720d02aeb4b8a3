"""How the explorer looks, in one place: typeface, spacing, colours, the signs of the graph's types,
Streamlit's options.

Every colour has one meaning: LINK leads somewhere, SEAL marks the one thing looked for, and each type of
node has its own, always together with a shape of its own, so that colour is never the only sign.
"""

from __future__ import annotations

from typing import NamedTuple

# The system's own Chinese typefaces, best first: nothing is fetched from anywhere.
FONT = (
    "'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC', 'PingFang SC', 'Hiragino Sans GB', "
    "'Microsoft YaHei', 'WenQuanYi Micro Hei', sans-serif"
)

PAPER = "#ffffff"
WASH = "#f6f5f1"
INK = "#1f2428"
QUIET = "#5d6670"
RULE = "#dcd9d0"
LINK = "#1c4f86"
SEAL = "#a3261f"
FOUND = "#fdf0c4"


class Sign(NamedTuple):
    """How a type of node is drawn: cytoscape's shape, its colour, width and height in pixels, and the
    glyph in text."""

    shape: str
    colour: str
    width: int
    height: int
    glyph: str


SIGNS: dict[str, Sign] = {
    "Person": Sign("ellipse", "#2f6494", 30, 30, "●"),
    "Organisation": Sign("round-rectangle", "#3d7a57", 34, 26, "■"),
    "Group": Sign("hexagon", "#a8452c", 44, 38, "⬢"),
    "Post": Sign("diamond", "#7a5c9e", 30, 30, "◆"),
    "Task": Sign("tag", "#98700f", 32, 24, "▶"),
    "Document": Sign("rhomboid", "#5f6b78", 40, 26, "▰"),
    "Permit": Sign("triangle", "#2f8087", 30, 28, "▲"),
    "Field": Sign("barrel", "#8a6d52", 32, 26, "◍"),
    "Jurisdiction": Sign("octagon", "#3b3f46", 36, 36, "★"),
    "Issue": Sign("bottom-round-rectangle", "#87909b", 30, 34, "▥"),
}

# Handed to `streamlit run` as flags (--theme.font …), so that the look needs no file beside the working
# folder.
OPTIONS: dict[str, str] = {
    "server.address": "127.0.0.1",
    "server.headless": "true",
    "server.showEmailPrompt": "false",  # a first start opens the explorer, not a question
    "logger.hideWelcomeMessage": "true",  # and with it offers to install Streamlit's own extras, shown on every page
    "server.fileWatcherType": "none",
    "server.maxUploadSize": "64",
    "browser.gatherUsageStats": "false",
    "client.toolbarMode": "minimal",
    "client.showErrorDetails": "none",
    "runner.magicEnabled": "false",
    "theme.base": "light",
    "theme.font": FONT,
    "theme.baseFontSize": "14",
    "theme.baseRadius": "small",
    "theme.primaryColor": LINK,
    "theme.backgroundColor": PAPER,
    "theme.secondaryBackgroundColor": WASH,
    "theme.textColor": INK,
    "theme.borderColor": RULE,
    "theme.linkColor": LINK,
}


def flags() -> list[str]:
    """`OPTIONS` as arguments for `streamlit run`."""
    return [f"--{name}={value}" for name, value in OPTIONS.items()]


# Read by the page and, through inheritance, by every component's shadow root.
VARIABLES = f"""
:root {{
  --gb-font: {FONT};
  --gb-paper: {PAPER}; --gb-wash: {WASH}; --gb-ink: {INK}; --gb-quiet: {QUIET}; --gb-rule: {RULE};
  --gb-link: {LINK}; --gb-seal: {SEAL}; --gb-found: {FOUND};
  --gb-1: 4px; --gb-2: 8px; --gb-3: 12px; --gb-4: 20px; --gb-5: 32px;
}}
"""

PAGE_CSS = (
    VARIABLES
    + """
html, body, .stApp, .stApp button, .stApp input, .stApp textarea { font-family: var(--gb-font); }
[data-testid="stHeader"], [data-testid="stDecoration"], [data-testid="stToolbar"] { display: none; }
.stMainBlockContainer { max-width: 1240px; padding: var(--gb-2) var(--gb-4) var(--gb-5); }
.stVerticalBlock { gap: var(--gb-3); }
.stApp [data-stale="true"] { opacity: 1; }
.stApp h1 { font-size: 1.55rem; font-weight: 600; padding: var(--gb-2) 0 0; letter-spacing: 0; }
.stApp h2 { font-size: 1.12rem; font-weight: 600; padding: var(--gb-3) 0 0; letter-spacing: 0;
            border-top: 1px solid var(--gb-rule); }
.stApp h3 { font-size: 1rem; font-weight: 600; padding: var(--gb-1) 0 0; }
.stApp h1 > span > a, .stApp h2 > span > a, .stApp h3 > span > a { display: none; }
.gb-title { margin: var(--gb-2) 0 0; font-size: 1.55rem; font-weight: 600; line-height: 1.3; }
.gb-title .gb-type { color: var(--gb-quiet); font-size: .9rem; font-weight: 400; margin-right: .6em;
                     white-space: nowrap; }
.gb-note { color: var(--gb-quiet); font-size: .93rem; line-height: 1.6; margin: 0; }
.gb-text { font-size: 1.04rem; line-height: 1.75; white-space: pre-wrap; overflow-wrap: anywhere;
           border-left: 3px solid var(--gb-rule); margin: 0;
           padding: var(--gb-2) var(--gb-4); background: var(--gb-wash); }
.gb-text .entities { line-height: inherit !important; }
.gb-text .gb-gap { display: block; height: .45em; }
.gb-text mark { color: inherit; background: none; padding: 0 0 1px; border-bottom: 2px solid; }
.gb-text mark.gb-here { background: var(--gb-found); font-weight: 600; border-bottom-width: 3px; }
.gb-text mark.gb-near .gb-kind { display: none; }
.gb-text .gb-kind { font-size: .72rem; color: var(--gb-quiet); font-weight: 400; margin-left: 3px;
                    white-space: nowrap; }
:focus-visible { outline: 2px solid var(--gb-link); outline-offset: 1px; }
@media (max-width: 640px) {
  .stMainBlockContainer { padding: var(--gb-2) var(--gb-3) var(--gb-4); }
  .gb-title { font-size: 1.25rem; }
  .gb-text { padding: var(--gb-2) var(--gb-3); line-height: 1.8; }
}
.gb-title.gb-long { font-size: 1.15rem; line-height: 1.5; }
[data-testid="stFileUploaderDropzoneInstructions"] { display: none; }
[data-testid="stFileUploaderDropzone"] [data-testid="stBaseButton-secondary"] > * { display: none; }
.stSlider { margin-bottom: -14px; }
.st-key-gb-library { position: absolute; width: 0; height: 0; overflow: hidden; }
@media print {
  [data-testid="stElementContainer"]:has(iframe), .st-key-masthead, .st-key-noprint { display: none; }
  .stMainBlockContainer { max-width: none; padding: 0; }
  .stApp { font-size: 11pt; }
}
"""
)
