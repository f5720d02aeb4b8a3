"""A text's printed lines, and the paragraph that some of them make up.

    为统筹推进全县农村饮水安全工程，切      a Line: where it stands, how wide it is, how far indented,
    实保障群众用水，依照《槐川县农村        how many blank lines precede it

Page numbers, running heads and form feeds are left out; a paragraph knows for every character where it
stands in the source.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.layout.chars import fold, readable
from ingest.layout.furniture import is_furniture, running_heads
from ingest.layout.run_on import run_on

_MARKS = re.compile(r"\*+|__|~~|`|\\(?=[_*#|.\-])")
_MARK = re.compile(r"[*_\\`~]")
LEAD = re.compile(r"\s*(?:#{1,6}\s+|>\s*|[-+*·]\s+(?=\S))+")
_LETTERS = 7
_WIDE = 100  # no shorter line holds a document
_LETTER_SPACED = re.compile(rf"(?:[^\x00-\xff] ){{{_LETTERS},}}[^\x00-\xff]")
_STEP = 16


@dataclass(slots=True)
class Line:
    """One printed line: the source range of what is on it, its folded text, its width in half-width columns.

    `indent` counts the columns before it, `gap` the blank lines above; `page_break` tells that a page number
    or running head was left out there, `ended` that the line ends like a sentence or a label.
    """

    start: int
    end: int
    text: str
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


_TAG = re.compile(
    r"</?(?:p|div|span|html|head|body|strong|b|i|u|em|font|center|h[1-6]|ul|ol|li|section|article|a|br)\b[^<>]{0,200}>", re.I
)
_ENTITY = re.compile(r"&(?:nbsp|ensp|emsp|thinsp|#160|#12288|#32|#x3000|#xa0)[;；]", re.I)


def _blank(tag: re.Match[str]) -> str:
    """A tag's room, so that offsets stay: the end of a block ends the line; the cells of a pipe table keep theirs."""
    if tag.string.startswith("|", tag.string.rfind("\n", 0, tag.start()) + 1):
        return tag[0]
    name = tag[0].lower()
    ends = name.startswith(("<br", "</p", "</d", "</h", "</l", "</b")) and not name.startswith("</b>")
    return ("\n" if ends else " ").ljust(len(tag[0]))


class Page:
    """A source's text, folded, and its lines.

    `folded` and `raw` are as long as the source; `modes` holds for each line the width at which its
    surroundings are wrapped (0 where they are not), `tight` whether a blank line there parts paragraphs.
    `plain`: no mark of Markdown is in the text.
    """

    def __init__(self, text: str) -> None:
        self.raw = readable(text)
        self.folded = fold(text)
        if "</" in text and _TAG.search(self.folded):
            self.folded = _TAG.sub(_blank, self.folded)
            self.raw = _TAG.sub(_blank, self.raw)
        if "&" in text and _ENTITY.search(text):
            self.folded = _ENTITY.sub(lambda m: " " * len(m[0]), self.folded)
            self.raw = _ENTITY.sub(lambda m: " " * len(m[0]), self.raw)
        self.plain = not _MARK.search(self.folded)
        self.lines = list(_lines(self.folded))
        self.modes = _wrap_widths(self.lines)
        self.tight = _tight(self.lines)

    def paragraph(self, lines: Sequence[Line]) -> Paragraph:
        """One paragraph of the given lines, in order, Markdown marks left out.

            **一、总体要求** 为进一步    →  一、总体要求 为进一步加强农村饮水管理。
            加强农村饮水管理。
        """
        first = lines[0]
        if len(lines) == 1 and self._is_whole(first):
            raw = self.raw[first.start:first.end]
            return Paragraph(first.text, raw, [0], [first.start], [], first.indent, first.gap)
        starts: list[int] = []
        offsets: list[int] = []
        breaks: list[int] = []
        texts: list[str] = []
        raws: list[str] = []
        position, marked = 0, False
        for line in lines:
            begin = position
            for start, end in ((line.start, line.end),) if self._is_whole(line) else self._pieces(line):
                marked = marked or start > line.start
                starts.append(position)
                offsets.append(start)
                texts.append(self.folded[start:end])
                raws.append(self.raw[start:end])
                position += end - start
            if line is not first and position > begin:
                breaks.append(begin)
        if not starts:
            starts, offsets = [0], [first.start]
        return Paragraph("".join(texts), "".join(raws), starts, offsets, breaks, first.indent, first.gap, marked)

    def _is_whole(self, line: Line) -> bool:
        """Is there nothing on the line to leave out?"""
        text = line.text
        if text[0] in "#>-+*· " or not (self.plain or not _MARK.search(text)):
            return False
        return text.count(" ") < _LETTERS or not _LETTER_SPACED.search(text)

    def _pieces(self, line: Line) -> Iterator[tuple[int, int]]:
        text = line.text
        at = lead.end() if (lead := LEAD.match(text)) else 0
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
    heads = running_heads(folded)
    offset, gap, page_break = 0, 0, False
    for text in folded.split("\n"):
        stripped = text.strip()
        if not stripped:
            gap += 1
        elif is_furniture(stripped, heads):
            page_break = True
        else:
            indent = text.index(stripped[0])
            start = offset + indent
            indent += 3 * text.count("\t", 0, indent)
            begins = run_on(stripped) if len(stripped) > _WIDE else []
            for begin, end in itertools.pairwise([0, *begins, len(stripped)]) if begins else ((0, len(stripped)),):
                piece = stripped[begin:end].rstrip() if begins else stripped
                width = len(piece.encode("gbk", "replace"))
                ended = bool(begins) or piece[-1] in "。；：！？”）"
                yield Line(start + begin, start + begin + len(piece), piece, width, indent, gap, page_break, ended)
                gap, page_break = int(bool(begins)), False
            gap = 0
        offset += len(text) + 1


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
    if 7 * sum(not line.ended for line in window) < len(window):
        return 0
    counts, cut = [0] * 114, [0] * 114
    for line in window:
        counts[min(line.width, 113)] += 1
        cut[min(line.width, 113)] += not line.ended
    best, most, near = 0, 0, sum(cut[19:24])
    for top in range(24, 110):
        near += cut[top] - cut[top - 5]
        if near >= most:
            best, most = top, near
    all_near = sum(counts[best - 4:best + 1])
    best = max(range(max(best - 4, 0), best + 1), key=lambda width: (counts[width], width))
    beyond = sum(counts[best + 6:])
    return best if most >= 3 and most * 7 >= len(window) and most * 2 >= all_near and beyond * 4 <= len(window) else 0
