# ruff: noqa: E501 (HTML in one piece)
"""One text in every format, as people would make it: what the readers' tests read back.

    | 序号 | 执法主体 |      a table          组长：王大明      a paragraph
"""

from __future__ import annotations

import html
import subprocess
from pathlib import Path

import docx

Row = list[str]
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


def parts(text: str) -> list[str | list[Row]]:
    """The text's paragraphs, and its pipe and tab tables as rows of cells."""
    found: list[str | list[Row]] = []
    for line in text.splitlines():
        cells: Row | None = None
        if line.lstrip().startswith("|"):
            cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        elif "\t" in line:
            cells = [cell.strip() for cell in line.split("\t")]
        if cells is None:
            if line.strip():
                found.append(line.rstrip())
        elif not all(set(cell) <= set("-: ") and "-" in cell for cell in cells):
            if found and isinstance(found[-1], list):
                found[-1].append(cells)
            else:
                found.append([cells])
    return found


def as_html(text: str, columns: int = 1, style: str = "") -> str:
    """A page of paragraphs and tables, set in one column or more."""
    body = []
    for part in parts(text):
        if isinstance(part, str):
            body.append(f"<p>{_gaps(part)}</p>")
        else:
            rows = "".join(
                "<tr>" + "".join(f"<td>{_gaps(cell)}</td>" for cell in row) + "</tr>"
                for row in part
            )
            body.append(f"<table>{rows}</table>")
    css = (
        f"body{{font:12pt 'Noto Serif CJK SC';text-align:justify}} div{{columns:{columns};column-gap:2em}}"
        "p{margin:0.2em 0} table{border-collapse:collapse} td{border:1px solid black}"
    )
    if columns > 1:
        body = ["<div>", *body, "</div>"]
    return f'<!doctype html><html><head><meta charset="utf-8"><style>{css}{style}</style></head><body>{"".join(body)}</body></html>'


def _gaps(text: str) -> str:
    text = html.escape(text.replace("#", "").replace("**", "")).replace("&lt;br&gt;", "<br>")
    return text.replace("  ", "&nbsp; ").replace("&lt;p&gt;", "<p>").replace("&lt;/p&gt;", "</p>")


def as_docx(text: str, target: Path) -> Path:
    """A Word file of paragraphs and tables; a `<br>` in a cell begins a new paragraph."""
    document = docx.Document()
    for part in parts(text):
        if isinstance(part, str):
            document.add_paragraph(part.replace("#", "").replace("**", ""))
            continue
        table = document.add_table(rows=len(part), cols=max(map(len, part)), style="Table Grid")
        for row, cells in zip(table.rows, part, strict=True):
            for cell, words in zip(row.cells, cells, strict=False):
                pieces = (
                    words.replace("<p>", "")
                    .replace("</p>", "<br>")
                    .removesuffix("<br>")
                    .split("<br>")
                )
                cell.text = pieces[0]
                for piece in pieces[1:]:
                    cell.add_paragraph(piece)
    document.save(str(target))
    return target


def print_pdf(browser: str, page: Path, target: Path) -> Path:
    """The PDF that a browser prints of an HTML page."""
    subprocess.run(
        [
            browser,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            f"--user-data-dir={target.parent / 'browser'}",
            "--no-pdf-header-footer",
            f"--print-to-pdf={target}",
            page.resolve().as_uri(),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return target
