"""From a text to its lines, and from lines that typesetting broke back to paragraphs.

    为深入贯彻落实中共中央办公厅、国      →  为深入贯彻落实中共中央办公厅、国务院办公厅《关于…
    务院办公厅《关于加强新时代关心

Page numbers, running heads and form feeds are left out; a paragraph knows for every character where it
stands in the source.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.layout.chars import fold, readable
from ingest.layout.starts import ORDINAL, is_row, is_start
from ingest.lexicon.people import is_name
from ingest.lexicon.posts import is_post, is_unit

_MARKS = re.compile(r"\*+|__|~~|`|\\(?=[_*#|.\-])")
_MARK = re.compile(r"[*_\\`~]")
_LEAD = re.compile(r"\s*(?:#{1,6}\s+|>\s*|[-+*·]\s+(?=\S))+")
_PAGE_NUMBER = re.compile(r"[\s\-—_·.~*#/]*(?:第\s*)?\d{1,4}\s*(?:页|/\s*\d{1,4})?[\s,，]*(?:共\s*\d+\s*页)?[\s\-—_·.~*#]*$")
_RUNNING_HEAD = re.compile(r"\s*[^。：；]{0,20}(?:公\s*报|GONGBAO)[》\s]*.{0,4}(?:\d{4}\s*年)?[^。：；]{0,6}第\s*\d+\s*期[^。：；]{0,14}$")
_LETTER_SPACED = re.compile(r"(?:[^\x00-\xff] ){7,}[^\x00-\xff]")
_NUMBERED = re.compile(r"〔[ ]?\d{4}[ ]?〕[ ]?第?[ ]?\d+[ ]?号[）〕]?$")
_MEASURE = re.compile("[一二三四五六七八九十]{1,2}是")
_LETTER = re.compile(r"\w")
_TITLE_END = re.compile(r"的(?:通知|意见|决定|通报|公告|通告|批复|函|报告|请示|决议)$")
_LEADERS = re.compile(r"(?:…|\.{3,}|·{3,})[ （(-]*\d{0,3}[ ）)-]*$")
_LISTING = re.compile("[，；。、]")
_PROSE = re.compile("[，；。]")
_SENTENCE_END = re.compile(r"[。！？：；.…][”’）》]?$")
_STEP = 16


@dataclass(slots=True)
class Line:
    """One physical line: source range of what is printed on it, width in half-width columns, blanks before."""

    start: int
    end: int
    width: int
    indent: int
    gap: int
    page_break: bool = False
    ended: bool = False


@dataclass(slots=True)
class Paragraph:
    """A stretch of text that reads as one, whatever lines it was printed on.

    `text` is folded, `raw` as printed, both of one length; `starts[k]` is where the piece begins that stands
    at `offsets[k]` in the source; `breaks` are the positions where a printed line began.
    """

    text: str
    raw: str
    starts: list[int]
    offsets: list[int]
    breaks: list[int]
    indent: int = 0
    gap: int = 0
    marked: bool = False

    def at(self, position: int) -> int:
        """The source offset of the character at `position`."""
        piece = bisect_right(self.starts, position) - 1
        return self.offsets[piece] + position - self.starts[piece]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The source range of `text[start:end]`."""
        return self.at(start), self.at(max(start, end - 1)) + 1

    def printed(self, start: int = 0, end: int | None = None) -> str:
        """The words between two positions as printed, without white space."""
        return "".join(self.raw[start:end].split())

    def part(self, start: int, end: int) -> Paragraph:
        """The paragraph's stretch from `start` to `end` as a paragraph of its own."""
        first = bisect_right(self.starts, start) - 1
        last = bisect_right(self.starts, max(start, end - 1)) - 1
        starts = [max(s - start, 0) for s in self.starts[first:last + 1]]
        offsets = list(self.offsets[first:last + 1])
        offsets[0] += start - self.starts[first]
        return Paragraph(self.text[start:end], self.raw[start:end], starts, offsets,
                         [b - start for b in self.breaks if start < b < end], self.indent, self.gap)


_TAG = re.compile(r"</?(?:p|div|span|html|head|body|strong|b|i|u|em|font|center|h[1-6]|ul|ol|li|section|article|a|br)\b[^<>]{0,200}>", re.I)


_ENTITY = re.compile(r"&(?:nbsp|ensp|emsp|thinsp|#160|#12288|#32|#x3000|#xa0)[;；]", re.I)


def _blank(tag: re.Match[str]) -> str:
    """A tag's room, so that offsets stay: the end of a block ends the line; the cells of a pipe table keep theirs."""
    if tag.string.startswith("|", tag.string.rfind("\n", 0, tag.start()) + 1):
        return tag[0]
    ends = (tag[0].startswith("</") and tag[0][2:3].lower() in "pdhlb" and not tag[0].lower().startswith("</b>")) or tag[0].lower().startswith("<br")
    return ("\n" if ends else " ").ljust(len(tag[0]))


class Page:
    """A source's text, folded, and its lines."""

    def __init__(self, text: str) -> None:
        self.raw = readable(text)
        self.folded = fold(text)
        if "</" in text and _TAG.search(self.folded):
            self.folded = _TAG.sub(_blank, self.folded)
            self.raw = _TAG.sub(_blank, self.raw)
        if "&" in text and _ENTITY.search(text):
            self.folded = _ENTITY.sub(lambda m: " " * len(m[0]), self.folded)
            self.raw = _ENTITY.sub(lambda m: " " * len(m[0]), self.raw)
        self.lines = list(_lines(self.folded))
        self.modes = _wrap_widths(self.lines)
        self.tight = _tight(self.lines)

    def paragraph(self, lines: Sequence[Line]) -> Paragraph:
        """One paragraph of the given lines, Markdown marks left out."""
        pieces: list[tuple[int, int]] = []
        heads: list[int] = []
        marked = False
        for line in lines:
            found = list(self._pieces(line))
            marked = marked or len(found) > 1 or (bool(found) and found[0][0] > line.start)
            heads.append(len(pieces))
            pieces.extend(found)
        starts, offsets, position = [], [], 0
        for start, end in pieces:
            starts.append(position)
            offsets.append(start)
            position += end - start
        text = "".join(self.folded[s:e] for s, e in pieces)
        raw = "".join(self.raw[s:e] for s, e in pieces)
        breaks = [starts[h] for h in heads[1:] if h < len(starts)]
        first = lines[0]
        if not starts:
            starts, offsets = [0], [first.start]
        return Paragraph(text, raw, starts, offsets, breaks, first.indent, first.gap, marked)

    def _pieces(self, line: Line) -> Iterator[tuple[int, int]]:
        text = self.folded[line.start:line.end]
        if text[0] not in "#>-+*· " and not _MARK.search(text) and not _LETTER_SPACED.search(text):
            yield line.start, line.end
            return
        at = lead.end() if (lead := _LEAD.match(text)) else 0
        cuts = [m.span() for m in _MARKS.finditer(text, at)] if "*" in text or "\\" in text or "_" in text or "`" in text else []
        if spaced := _LETTER_SPACED.search(text):
            cuts += [(spaced.start() + i, spaced.start() + i + 1) for i in range(1, spaced.end() - spaced.start(), 2)]
            cuts.sort()
        for start, end in cuts:
            if start > at:
                yield line.start + at, line.start + start
            at = max(at, end)
        if at < len(text):
            yield line.start + at, line.end


def _lines(folded: str) -> Iterator[Line]:
    """Printed lines without blank ones, page numbers and running heads."""
    heads = _running_heads(folded)
    offset, gap, page_break = 0, 0, False
    for text in folded.split("\n"):
        stripped = text.strip()
        if not stripped:
            gap += 1
        elif _is_furniture(stripped, heads):
            page_break = True
        else:
            start = offset + text.index(stripped[0])
            width = len(stripped.encode("gbk", "replace"))
            yield Line(start, start + len(stripped), width, _columns(text, start - offset), gap, page_break, stripped[-1] in "。；：！？”）")
            gap, page_break = 0, False
        offset += len(text) + 1


def _columns(text: str, end: int) -> int:
    return sum(4 if char == "\t" else 1 for char in text[:end])


def _is_furniture(stripped: str, heads: set[str]) -> bool:
    if stripped[0] not in "|+<" and not _LETTER.search(stripped):
        return True
    if len(stripped) > 40:
        return False
    return stripped in heads or bool(_PAGE_NUMBER.match(stripped)) or bool(_RUNNING_HEAD.match(stripped))


_PAPER = re.compile(r"(?:公报|政报|公告|简报)(?:[ ]*\d{4}.{0,12})?$")


def _running_heads(folded: str) -> set[str]:
    """Lines that stand beside a page number three times or more, or name the paper there."""
    around: Counter[str] = Counter()
    for m in re.finditer(r"\n[ \t]*[-—·]{1,2}[ \t]*\d{1,4}[ \t]*[-—·]{1,2}[ \t]*\n", folded):
        before = folded[max(0, m.start() - 120):m.start()].rstrip().rpartition("\n")[2].strip()
        after = folded[m.end() - 1:m.end() + 120].strip().partition("\n")[0].strip()
        around.update({line for line in (before, after) if 2 < len(line) <= 40 and not re.search("[：。；]", line)})
    return {line for line, count in around.items() if count >= 3 or (_PAPER.search(line) and "。" not in line)}


def _wrap_widths(lines: Sequence[Line]) -> list[int]:
    """For each line the width at which its surroundings are wrapped, 0 where they are not.

    Lines are wrapped where many of them, over a window, end within two characters of one width and few
    go beyond it.
    """
    modes = [0] * len(lines)
    for begin in range(0, len(lines), _STEP):
        top = _wrap_width(lines[max(0, begin - _STEP):begin + 2 * _STEP])
        if top:
            for number in range(begin, min(begin + _STEP, len(lines))):
                modes[number] = top if lines[number].width <= top + 5 else 0
    return modes


def _tight(lines: Sequence[Line]) -> list[bool]:
    """For each line whether those around it follow one another without blank lines, so that one parts paragraphs."""
    tight: list[bool] = []
    for begin in range(0, len(lines), _STEP):
        window = lines[max(0, begin - _STEP):begin + 2 * _STEP]
        loose = sum(1 for line in window if line.gap)
        tight += [loose * 3 <= len(window)] * len(lines[begin:begin + _STEP])
    return tight


def _wrap_width(window: Sequence[Line]) -> int:
    """The width at which a window of lines is wrapped, 0 if it is not: most lines there end in mid-sentence."""
    counts, cut = [0] * 114, [0] * 114
    for line in window:
        counts[min(line.width, 113)] += 1
        cut[min(line.width, 113)] += not line.ended
    best, most = 0, 0
    for top in range(24, 110):
        near = sum(cut[top - 4:top + 1])
        if near >= most:
            best, most = top, near
    all_near = sum(counts[best - 4:best + 1])
    best = max(range(max(best - 4, 0), best + 1), key=lambda width: (counts[width], width))
    beyond = sum(counts[best + 6:])
    return best if most >= 3 and most * 7 >= len(window) and most * 2 >= all_near and beyond * 4 <= len(window) else 0


def paragraphs(page: Page, lines: Sequence[int]) -> Iterator[Paragraph]:
    """The paragraphs that the lines with the given numbers (consecutive, none of a table) make up.

        提出如下实施意见。          ┐ two paragraphs
        一、总体要求               ┘
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
    before, line = page.lines[run[-1]], page.lines[number]
    text = page.folded[line.start:line.end]
    ending = page.folded[max(before.start, before.end - 3):before.end]
    if page.folded.startswith("#", line.start) or page.folded.startswith("#", before.start):
        return False
    if "*" in text:
        text = text.replace("**", "")
    ordinal = ORDINAL.match(text)
    if _LEADERS.search(page.folded, before.start, before.end):
        return False
    if text[-1] == "：" and _TITLE_END.search(page.folded, before.start, before.end):
        return False
    if _open_bracket(page, run) and not ((ordinal and ordinal[0][-1] not in "）〕") or text.startswith(("（一）", "（二）"))):
        return True
    if ending[-1] in "、，（《“〈" and not ORDINAL.match(text):
        return True
    if is_start(text) or _LEAD.match(text) or (len(run) == 1 and before.width < 50 and _NUMBERED.search(page.folded, before.start, before.end)):
        return False
    if len(run) == 1 and before.width < 70 and is_row(page.folded[before.start:before.end]) and not (
            line.width <= 40 and is_post(text) and not is_post(page.folded[before.start:before.end].split()[-1])):
        return False
    if _MEASURE.match(text) and "：" in page.folded[before.start:before.start + 8]:
        return False
    if line.gap and not line.page_break and page.tight[number]:
        return False
    width = page.modes[run[-1]]
    ended = bool(_SENTENCE_END.search(ending))
    hanging = page.lines[run[0]].indent >= 2 > line.indent and line.gap == 0
    if hanging and not ended and before.width >= 36 and _PROSE.search(page.folded, page.lines[run[0]].start, before.end):
        return True
    if len(run) > 1 and not ended and line.indent < 2 and line.gap and _LISTING.search(page.folded, page.lines[run[0]].start, before.end):
        if not width or before.width < width - 4:
            return not _labelled(page, run) or not _whole(page, before)
    if not width:
        broken = not ended and before.width >= (40 if line.gap or line.page_break else 36) and line.indent < 2
        listed = text[-1] == "。" and "、" in page.folded[before.start:before.end] and not _labelled(page, run)
        return broken and (line.width >= 16 or text[-1] in "。；") and (listed or bool(_PROSE.search(page.folded, before.start, before.end)))
    indented = line.indent >= before.indent + 2 or (line.indent >= 2 and before.indent < 2 and len(run) > 1)
    if ended:
        return before.width >= width - 3 and line.width >= width - 3 and not indented and ending[-1] not in "：；"
    if len(run) > 1 and line.width >= 4 and not indented and _PROSE.search(page.folded, page.lines[run[0]].start, before.end):
        return True
    short = 4 if len(run) > 1 else 8 if before.indent < 2 else 4
    indent = before.indent if len(run) == 1 and before.indent <= 8 else 0
    return before.width + indent >= width - short and not indented


def _labelled(page: Page, run: list[int]) -> bool:
    """Does the paragraph begin with a label, whose list of names needs no mark at its end?"""
    first = page.lines[run[0]]
    return "：" in page.folded[first.start:min(first.start + 14, first.end)]


def _whole(page: Page, line: Line) -> bool:
    """Is the last item of a list on this line a whole name, or was it cut (…、县)?"""
    tail = re.split("[、，：；]", page.folded[line.start:line.end])[-1].replace(" ", "")
    return len(tail) > 1 and (is_unit(tail) or is_post(tail) or is_name(tail))


def _open_bracket(page: Page, run: list[int]) -> bool:
    text = page.folded[page.lines[run[max(0, len(run) - 4)]].start:page.lines[run[-1]].end]
    opened = text.rfind("（")
    return opened >= 0 and text.rfind("）") < opened and len(text) - opened < 160
