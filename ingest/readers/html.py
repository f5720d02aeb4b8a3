"""Web pages: the article without the site around it.

    <div class="nav">首页 &gt; 政务公开</div><h1>关于成立…的通知</h1>   →   关于成立…的通知
    <p>组&nbsp;&nbsp;长：<span>王</span><span>大明</span></p>              组  长：王大明
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree, html

from ingest.errors import BadInput
from ingest.readers.furniture import article_line, prune
from ingest.readers.limits import LIMITS, empty
from ingest.readers.paragraphs import mended
from ingest.readers.table import Cell, render
from ingest.readers.text import decode
from ingest.source import Source

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,20})|<\?xml[^>]{0,100}encoding=[\"']([\w-]{2,20})",
    re.I,
)
# fmt: off
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
    "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre",
    "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
))
# fmt: on
_TITLES = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_COLLAPSIBLE = re.compile(r"[ \t\n\r\f\v]+")
_WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’…—\u3000]")
_BREAK = "\x01"  # a <br> until it is known whether it stands in a title, a paragraph or a cell


def read_html(path: Path) -> Source:
    """The page's article as text: a line a paragraph, tables as pipes.

    Raises BadInput for an empty, oversized or undecodable page.
    """
    if path.stat().st_size > LIMITS.unpacked:
        raise BadInput(str(path), "文件太大，请拆分", "too large: split it")
    data = path.read_bytes()
    parser = html.HTMLParser(remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(_markup(data, str(path)), parser)
    except etree.ParserError as error:
        raise empty(path) from error
    body = root.find("body")
    prune(body if body is not None else root)
    lines = filter(None, map(article_line, _lines(body if body is not None else root)))
    return Source(path.name, "\n".join(mended(lines)) + "\n")


def _markup(data: bytes, path: str) -> str:
    """The page's characters: by BOM or declared charset where that fits, else as plain text is decoded."""
    declared = _CHARSET.search(data[:4096])
    name = (declared[1] or declared[2]).decode("ascii").lower() if declared else ""
    name = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs"}.get(name, name)
    if name and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            text = data.decode(name)
        except (LookupError, UnicodeDecodeError):
            text = decode(data, path)
    else:
        text = decode(data, path)
    return re.sub(r"^\ufeff?\s*<\?xml[^>]*\?>", "", text.replace("\0", "")) or "<html/>"


def _lines(element: etree._Element) -> Iterator[str]:
    """The lines that a block prints: its own inline text, and its inner blocks in order."""
    run: list[str] = []
    for piece in _pieces(element):
        if isinstance(piece, str):
            run.append(piece)
            continue
        yield from _printed(run, element)
        run = []
        if piece.tag == "table" and _is_data(piece):
            yield from render(_rows(piece), _head_rows(piece))
        else:
            yield from _lines(piece)
    yield from _printed(run, element)


def _pieces(element: etree._Element) -> Iterator[str | etree._Element]:
    """Inline text and inner block elements, in order; inline elements dissolve."""
    yield element.text or ""
    for child in element:
        if child.tag == "br":
            yield _BREAK
        elif child.tag in _BLOCKS:
            yield child
        elif isinstance(child.tag, str):
            yield from _pieces(child)
        yield child.tail or ""


def _printed(run: list[str], element: etree._Element) -> Iterator[str]:
    text = "".join(run)
    parts = [text.replace("\n", _BREAK)] if element.tag == "pre" else [text]
    if element.tag in _TITLES or _is_centred(element):
        parts = [join_title(_collapse(part) for part in text.split(_BREAK))]
    for part in parts:
        for line in part.split(_BREAK):
            if (line := _collapse(line)).strip():
                yield _marker(element) + line


def _is_centred(element: etree._Element) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return (
        element.tag == "center"
        or "text-align:center" in style
        or (element.get("align") or "").lower() == "center"
    )


def join_title(parts: Iterator[str] | list[str]) -> str:
    """A title's lines as one; a blank stays between two organisations.

    白水县人民政府 / 关于成立防汛抗旱 / 指挥部的通知  →  白水县人民政府关于成立防汛抗旱指挥部的通知
    """
    title = ""
    for part in filter(None, (part.strip() for part in parts)):
        apart = (
            re.search(r"(?:委员会|政府|办公室|[局部院会厅])$", title)
            and "关于" not in title + part[:2]
        )
        title += (" " if apart else "") + part
    return title


def _collapse(text: str) -> str:
    """White space of the markup as a browser shows it; between Chinese characters a line break is nothing."""

    def blank(match: re.Match[str]) -> str:
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        if not before or not after:
            return ""
        return "" if "\n" in match[0] and (_WIDE.match(before) or _WIDE.match(after)) else " "

    return _COLLAPSIBLE.sub(blank, text)


def _marker(element: etree._Element) -> str:
    """The number that a browser prints before an item of an ordered list."""
    parent = element.getparent()
    if element.tag != "li" or parent is None or parent.tag != "ol" or element.get("_numbered"):
        return ""
    element.set("_numbered", "1")
    start = int(parent.get("start") or 1) if (parent.get("start") or "1").isdigit() else 1
    return f"{start + [child for child in parent if child.tag == 'li'].index(element)}. "


def _is_data(table: etree._Element) -> bool:
    """A table of data, not one that only lays out the page."""
    rows = _own(table, "tr")
    cells = [len(_own(row, "td", "th")) for row in rows]
    return table.find(".//table") is None and len(rows) > 1 and max(cells, default=0) > 1


def _own(element: etree._Element, *tags: str) -> list[etree._Element]:
    """Descendants with these tags that belong to this element and to no table inside it."""
    found = []
    for child in element:
        if child.tag in tags:
            found.append(child)
        elif isinstance(child.tag, str) and child.tag != "table":
            found.extend(_own(child, *tags))
    return found


def _rows(table: etree._Element) -> list[list[Cell]]:
    return [
        [
            Cell(
                list(_lines(td)),
                _span(td, "rowspan", len(_own(table, "tr"))),
                _span(td, "colspan", 100),
            )
            for td in _own(tr, "td", "th")
        ]
        for tr in _own(table, "tr")
    ]


def _span(cell: etree._Element, name: str, most: int) -> int:
    value = cell.get(name) or "1"
    count = int(value) if value.isdigit() and len(value) < 6 else 1
    return min(count or most, most)


def _head_rows(table: etree._Element) -> int:
    return sum(1 for head in _own(table, "thead") for _ in _own(head, "tr"))
