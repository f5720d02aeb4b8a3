"""Ways in which the same gazette is printed, typed or saved, none of which changes what it says.

Each rewrite takes a text and gives it back in another make; tables keep their rows, since a rewrite that
broke them would change what they say.
"""

from __future__ import annotations

import re

import opencc

TRADITIONAL = opencc.OpenCC("s2t")
TAIWAN = opencc.OpenCC("s2tw")  # its variants (為, not 爲) are those that Big5 holds
CLOSING = "，。、；：）》”】〕"
LABEL = re.compile(r"^((?:[一-鿿][ 　]*){2,6}[：:])")
HEADING = re.compile(r"^[一二三四五六七八九十]+、")
ROSTER_LINE = re.compile(r"^[一-鿿]{1,2}[  　]*[一-鿿]{1,3}[\t  　]+[一-鿿]")


def is_table(line: str) -> bool:
    return "|" in line or line.count("\t") > 1


def wrapped(text: str, width: int, *, spaced: bool = False) -> str:
    """Every line broken after `width` characters, never before a closing mark; `spaced`: blank lines between.

    为统筹推进养老服务体系建设，加强部门协作  →  为统筹推进养老服务 / 体系建设，加强部门 / 协作
    """
    lines: list[str] = []
    for line in text.split("\n"):
        while len(line) > width and not is_table(line):
            cut = width
            while cut < len(line) and line[cut] in CLOSING:
                cut += 1
            lines.append(line[:cut])
            line = line[cut:]
        lines.append(line)
    return "\n\n".join(filter(str.strip, lines)) if spaced else "\n".join(lines)


def one_line(text: str) -> str:
    """The whole text on one line, a blank for every line's end, as pages of the web lose them."""
    return " ".join(line.strip() for line in text.split("\n") if line.strip())


def padded(text: str, names: set[str], pad: str) -> str:
    """Two-character names with `pad` between surname and given name, as rosters align them: 马骏 → 马　骏."""
    for name in names:
        text = re.sub(rf"(?<![一-鿿]){name[0]}[ 　]*{name[1]}(?![一-鿿])", f"{name[0]}{pad}{name[1]}", text)
    return text


def spaced_out(text: str) -> str:
    """A blank line after every line outside tables."""
    lines = text.split("\n")
    return "\n".join(line if is_table(line) or not line.strip() else line + "\n" for line in lines)


def with_blanks(text: str, blank: str) -> str:
    """Runs of two or more blanks, and indents, set with another kind of blank."""
    return re.sub(r"[ 　]{2,}", lambda run: blank * len(run[0]), text)


def figures_apart(text: str) -> str:
    """A blank between figures and Han, as office programs set them: 〔2020〕57号 → 〔2020〕57 号."""
    lines = text.split("\n")
    apart = re.compile("(?<=[0-9])(?=[一-鿿])|(?<=[一-鿿])(?=[0-9])")
    return "\n".join(line if is_table(line) or "   " in line else apart.sub(" ", line) for line in lines)


def full_width(text: str) -> str:
    """Digits in full width: 2021年 → ２０２１年."""
    return text.translate({ord("0") + digit: ord("０") + digit for digit in range(10)})


def traditional(text: str) -> str:
    """The text in traditional characters: 县财政局 → 縣財政局."""
    return str(TRADITIONAL.convert(text))


def taiwan(text: str) -> str:
    """The text in the traditional characters of Taiwan: 为 → 為."""
    return str(TAIWAN.convert(text))


def marked(text: str) -> str:
    """Markdown as OCR sets it: labels in bold, headings with marks, roster lines as list items."""
    lines = []
    for line in text.split("\n"):
        if HEADING.match(line) and len(line) < 25:
            line = "## " + line
        elif LABEL.match(line):
            line = LABEL.sub(r"**\1**", line)
        elif ROSTER_LINE.match(line) and not is_table(line):
            line = "- " + line
        lines.append(line)
    return "\n".join(lines)


def paged(text: str, lines_a_page: int, head: str = "") -> str:
    """Page numbers, form feeds and a running head after every `lines_a_page` lines, wherever that falls."""
    out: list[str] = []
    for number, line in enumerate(text.split("\n"), 1):
        out.append(line)
        if number % lines_a_page == 0:
            out += ["", f"— {number // lines_a_page} —", "\f" + head, ""]
    return "\n".join(out)
