"""From lines that typesetting broke back to paragraphs.

    为统筹推进全县农村饮水安全工程，切    →  为统筹推进全县农村饮水安全工程，切实保障群众用水…
    实保障群众用水，依照《槐川县农村

A line's own words decide first (an ordinal begins a paragraph, an open bracket goes on), then where it stands
on the page: blank lines, indents, the width at which its surroundings are wrapped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.layout.lines import LEAD, Line, Page, Paragraph
from ingest.layout.starts import ORDINAL, ORDINAL_BEGINS, is_row, is_start
from ingest.lexicon.dates import DATE
from ingest.lexicon.people import is_name
from ingest.lexicon.posts import is_post, is_unit

_NUMBERED = re.compile(r"〔[ ]?\d{4}[ ]?〕[ ]?第?[ ]?\d+[ ]?号[）〕]?$")
_MEASURE = re.compile("[一二三四五六七八九十]{1,2}是")
_TITLE_END = re.compile(r"的(?:通知|意见|决定|通报|公告|通告|批复|函|报告|请示|决议)$")
_LEADERS = re.compile(r"(?:…|\.{3,}|·{3,})[ （(-]*\d{0,3}[ ）)-]*$")
# What speaks of a group that a list above it made up: 招生工作领导小组下设办公室，…
_OF_GROUP = re.compile(r"[^，。；：]{0,24}(?:小组|领导组|指挥部|联席会议|委员会|专班)(?:下设|办公室(?:设|主任))")
_LEADER_ENDS = frozenset("….· （(-）)0123456789")
_LISTING = re.compile("[，；。、]")
_PROSE = re.compile("[，；。]")
_FULL, _NEAR = 44, 16  # half-width columns that a wrapped line has at least; lines that show the width
_SENTENCE_END = re.compile(r"[。！？：；.…][”’）》]?$")


def paragraphs(page: Page, lines: Sequence[int]) -> Iterator[Paragraph]:
    """The paragraphs that the lines with the given numbers (consecutive, none of a table) make up.

        提出如下实施意见。    and    一、总体要求          are two paragraphs
        成员由县政府办公室、  and    县水务局组成。        are one
    """
    run: list[int] = []
    for number in lines:
        if run and not _continues(page, run, number):
            yield page.paragraph([page.lines[k] for k in run])
            run = []
        run.append(number)
    if run:
        yield page.paragraph([page.lines[k] for k in run])


def _continues(page: Page, run: list[int], number: int) -> bool:
    """Does line `number` go on with what the lines of `run` began?"""
    told = _told_by_words(page, run, number)
    return _told_by_place(page, run, number) if told is None else told


def _told_by_words(page: Page, run: list[int], number: int) -> bool | None:
    """Whether line `number` goes on, where its words or those of the line before tell; else None."""
    line, before = page.lines[number], page.lines[run[-1]]
    text, last = _words(line), before.text
    if line.text[0] == "#" or last[0] == "#":
        return False
    if last[-1] in _LEADER_ENDS and _LEADERS.search(last):
        return False
    if text[-1] == "：" and _TITLE_END.search(last):
        return False
    ordinal = ORDINAL.match(text) if text[0] in ORDINAL_BEGINS else None
    if _open_bracket(page, run) and not ((ordinal and ordinal[0][-1] not in "）〕") or text.startswith(("（一）", "（二）"))):
        return True
    if last[-1] in "、，（《“〈" and not ordinal:
        return True
    if len(text) == 1 and not line.gap:
        return True
    if ordinal or is_start(text) or (text[0] in "#>-+*·" and LEAD.match(text)) or _signs(page, number):
        return False
    if len(run) == 1:
        if before.width < 50 and "〔" in last and _NUMBERED.search(last):
            return False
        if before.width < 70 and is_row(last) and not _completes_post(last, text, line.width):
            return False
    if "：" in last[:8] and _MEASURE.match(text):
        return False
    if ("下设" in text or "办公室" in text) and _labelled(page, run) and _whole(before) and _OF_GROUP.match(text):
        return False
    return None


def _signs(page: Page, number: int) -> bool:
    """Is line `number` a signature: an organisation with nothing but a date below it?"""
    if number + 1 >= len(page.lines):
        return False
    below = page.lines[number + 1].text
    return below[-1] == "日" and DATE.fullmatch(below) is not None and is_unit(_words(page.lines[number]))


def _completes_post(row: str, text: str, width: int) -> bool:
    """Is `text` the post that the roster's row above it lacks?

        马文清  县应急管理局党组成员、
        副局长
    """
    return width <= 40 and is_post(text) and not is_post(row.split()[-1]) and not is_name("".join(row.split()))


def _told_by_place(page: Page, run: list[int], number: int) -> bool:
    """Does line `number` go on, by where it and the lines before it stand and end?"""
    first, before, line = page.lines[run[0]], page.lines[run[-1]], page.lines[number]
    if line.gap and not line.page_break and page.tight[number]:
        return False
    width = page.modes[run[-1]]
    ending = before.text[-3:]
    ended = bool(_SENTENCE_END.search(ending))
    hanging = first.indent >= 2 > line.indent and line.gap == 0
    if hanging and not ended and before.width >= 36 and _PROSE.search(page.folded, first.start, before.end):
        return True
    if hanging and not ended and "、" in before.text and _full(page, run[-1]):
        return True
    parted = len(run) > 1 and not ended and line.indent < 2 and line.gap > 0
    if parted and (not width or before.width < width - 4) and _LISTING.search(page.folded, first.start, before.end):
        return not _labelled(page, run) or not _whole(before)
    if not width:
        return not ended and _goes_on_unwrapped(page, run, line)
    indented = line.indent >= before.indent + 2 or (line.indent >= 2 and before.indent < 2 and len(run) > 1)
    if ended:
        return before.width >= width - 3 and line.width >= width - 3 and not indented and ending[-1] not in "：；"
    if len(run) > 1 and line.width >= 4 and not indented and _PROSE.search(page.folded, first.start, before.end):
        return True
    short = 4 if len(run) > 1 else 8 if before.indent < 2 else 4
    indent = before.indent if len(run) == 1 and before.indent <= 8 else 0
    return before.width + indent >= width - short and not indented


def _goes_on_unwrapped(page: Page, run: list[int], line: Line) -> bool:
    """Does `line` go on with an unfinished sentence, where lines are not wrapped at one width?"""
    before, text = page.lines[run[-1]], _words(line)
    if before.width < (40 if line.gap or line.page_break else 36) or line.indent >= 2:
        return False
    if line.width < 16 and text[-1] not in "。；" and not _full(page, run[-1]):
        return False
    listed = text[-1] == "。" and "、" in before.text and not _labelled(page, run)
    return listed or bool(_PROSE.search(before.text))


def _full(page: Page, number: int) -> bool:
    """Is line `number` as wide as any near it, so that a line's width may have cut it?"""
    width = page.lines[number].width + page.lines[number].indent
    near = page.lines[max(0, number - _NEAR):number + _NEAR]
    return width >= _FULL and all(line.width + line.indent <= width + 3 for line in near)


def _words(line: Line) -> str:
    """The line's folded text without the marks of bold print."""
    return line.text.replace("**", "") if "**" in line.text else line.text


def _labelled(page: Page, run: list[int]) -> bool:
    """Does the paragraph begin with a label, whose list of names needs no mark at its end?"""
    return "：" in page.lines[run[0]].text[:14]


def _whole(line: Line) -> bool:
    """Is the last item of a list on this line a whole name, or was it cut (…、县)?"""
    tail = re.split("[、，：；]", line.text)[-1].replace(" ", "")
    return len(tail) > 1 and (is_unit(tail) or is_post(tail) or is_name(tail))


def _open_bracket(page: Page, run: list[int]) -> bool:
    """Do the last lines open a bracket that they do not close, near enough for the next line to close it?"""
    start, end = page.lines[run[max(0, len(run) - 4)]].start, page.lines[run[-1]].end
    for mark, close in ("（）", "【】"):
        opened = page.folded.rfind(mark, max(start, end - 159), end)
        if opened >= 0 and page.folded.find(close, opened, end) < 0:
            return True
    return False
