"""How pages show things: titles, notes and tables whose cells are words, links, bars or the way to the
evidence."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from explorer import parts
from explorer.address import Place, common, of_evidence, of_node, place
from explorer.theme import SIGNS
from explorer.words import say, term
from ingest.errors import Problem

Cell = Any  # str, number, None, one of the dicts made below, or a list of them
SHOWN = 60  # rows of a table before "all"
LONG = 60  # characters of a heading, above which it is set smaller
NAME = 16  # characters of a file's name where there is no document number


@dataclass(frozen=True, slots=True)
class Column:
    """A table's column: its head, `align` (right for numbers) and `size` (short: never wrapped; wide: at
    least 15 em)."""

    zh: str
    en: str
    align: str = ""
    size: str = ""


@dataclass(slots=True)
class Line:
    """A table's row. `id` is the node or edge of a drawing beside it; `past` rows stand in grey."""

    cells: Sequence[Cell]
    id: str | None = None
    past: bool = False


SOURCE = Column("出处", "Source", size="short")
DATE = Column("日期", "Date", size="short")
GROUP = Column("机构", "Group", size="wide")
ROLE = Column("角色", "Role", size="short")
SINCE, UNTIL = Column("起", "Since", size="short"), Column("止", "Until", size="short")


def text(words: str, to: Place | None = None) -> Cell:
    """Words, as a link where they lead somewhere."""
    return {"text": words, "to": to} if to else words


def node(label: str, node_id: str | None, name: str | None, signed: bool = False) -> Cell:
    """A node by its name, linked to its page, with its type's sign when `signed`."""
    if not node_id:
        return name or ""
    cell = {"text": name or node_id, "to": of_node(label, node_id)}
    return {**cell, "glyph": SIGNS[label].glyph, "colour": SIGNS[label].colour} if signed and label in SIGNS else cell


def bar(number: int, largest: int) -> Cell:
    """A number with a bar as long as its share of the largest."""
    return {"bar": number, "of": largest}


MARKDOWN = re.compile(r"[!-/:-@\[-`{-~]")  # every sign that Markdown may take for its own
PLACE = re.compile(r"(?P<source>.*)#(?P<start>\d+)-(?P<end>\d+)")


def source(edge: Mapping[str, Any]) -> Cell:
    """The document number, or else the file, linked to the gazette's text; ②③… for the further places
    that say so."""
    first = of_evidence(edge)
    label = edge.get("doc_no") or _short(edge.get("source") or "")
    if first is None:
        return label
    cells: list[Cell] = [text(label, first)]
    places = [found for entry in edge.get("evidence") or () if (found := PLACE.fullmatch(entry))]
    others = [p for p in places if (p["source"], int(p["start"])) != (edge["source"], edge["start"])]
    cells += [text("②③④⑤⑥"[i], place("evidence", **p.groupdict())) for i, p in enumerate(others[:5])]
    return [cells] if len(cells) > 1 else cells[0]  # within one another: no comma between them


def _short(file: str) -> str:
    return file if len(file) <= NAME else file[: NAME - 1] + "…"


def table(
    key: str,
    columns: Sequence[Column],
    rows: Iterable[Sequence[Cell] | Line],
    title: str = "",
    limit: int = SHOWN,
    files: bool = True,
) -> None:
    """A table with its count, filter and CSV; `key` names it on the page and in the file's name."""
    lines = [row if isinstance(row, Line) else Line(row) for row in rows]
    data = {
        "common": common(),
        "title": title,
        "limit": limit,
        "file": f"gongbao-{key}.csv" if files else "",
        "bare": not files,
        "small": len(columns) < 4 or (len(columns) < 6 and all(column.align for column in columns[1:])),
        "columns": [{"label": say(c.zh, c.en), "align": c.align, "size": c.size} for c in columns],
        "rows": [{"cells": list(line.cells), "id": line.id, "past": line.past} for line in lines],
        "words": {
            "more": say("显示全部 {n} 行", "Show all {n} rows"),
            "rows": say("{n} 行", "{n} rows") if len(lines) != 1 else say("1 行", "1 row"),
            "filter": say("筛选", "Filter"),
            "comma": say("、", ", "),
            "none": say("没有记录", "Nothing on record"),
            "csv": say("下载为 CSV，可用 Excel 打开", "Download as CSV, opens in Excel"),
        },
    }
    parts.table(data, key=f"table-{key}")


def facts(key: str, rows: Iterable[tuple[str, Cell]]) -> None:
    """Name and value side by side, without head or tools; empty values are left out."""
    data = {
        "common": common(),
        "plain": True,
        "limit": 99,
        "title": "",
        "file": "",
        "words": {"none": "", "more": "", "rows": "", "comma": say("、", ", ")},
        "columns": [{"label": "", "align": "", "size": ""}] * 2,
        "rows": [{"cells": [name, value], "id": None, "past": False} for name, value in rows if value not in (None, "", [])],
    }
    if data["rows"]:
        parts.table(data, key=f"facts-{key}")


def begin() -> None:
    """Of an empty graph: where gazettes are added."""
    facts("empty", [(say("开始", "Begin"), [text(say("添加公报", "Add gazettes"), place("add"))])])


def title(words: str, kind: str = "") -> None:
    """A page's heading; `kind` is a node type, told by its sign and word before the name."""
    sign = SIGNS.get(kind)
    before = ""
    if sign:
        glyph = f'<span style="color:{sign.colour}" aria-hidden="true">{sign.glyph}</span>'
        before = f'<span class="gb-type">{glyph} {html.escape(term(kind))}</span>'
    size = " gb-long" if len(words) > LONG else ""
    st.html(f'<h1 class="gb-title{size}">{before}{html.escape(words)}</h1>')


def note(words: str) -> None:
    """A quiet line of explanation."""
    st.html(f'<p class="gb-note">{html.escape(words)}</p>')


def literal(words: str) -> str:
    """Words for those of Streamlit's widgets that take Markdown, so that they stand as they are.

    A file called ![x](//there/x.png) asks nothing of `there`.
    """
    return MARKDOWN.sub(r"\\\g<0>", " ".join(words.split()))


def failed(problem: Problem) -> None:
    """What went wrong and how to mend it."""
    st.error(literal(say(problem.zh, problem.en)), icon=":material/error:")


def heading(zh: str, en: str) -> None:
    """A section's heading."""
    st.html(f"<h2>{html.escape(say(zh, en))}</h2>")


@dataclass(slots=True)
class Sections:
    """The sections of a page that have rows, and the names of those that have none, said in one line at
    the end."""

    empty: list[str] = field(default_factory=list)

    def add(self, key: str, zh: str, en: str, columns: Sequence[Column], rows: Iterable[Sequence[Cell] | Line]) -> None:
        """A heading and its table, or nothing but a note at the end."""
        lines = list(rows)
        if lines:
            table(key, columns, lines, title=say(zh, en))
        else:
            self.empty.append(say(zh, en))

    def close(self) -> None:
        """Say what the gazettes do not tell."""
        if self.empty:
            note(say("已读公报未载：", "Not in the gazettes read: ") + say("、", ", ").join(self.empty) + say("。", "."))
