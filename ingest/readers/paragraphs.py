"""Paragraphs that a page's end or a line's end cut in two, made whole.

    …县公安局、县文化和旅 / 游局、县体育局为成员。  →  …县公安局、县文化和旅游局、县体育局为成员。
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from ingest.readers.columns import Line, Printed, unbreakable

_LABELS = (
    r"[组队校院站所]\s*长|[成组队]\s*员|主\s*任|委\s*员|书\s*记|指\s*挥\s*长?|召\s*集\s*人|政\s*委|顾\s*问|秘\s*书\s*长|联\s*络\s*员|单位|部门|领导|"
    r"责任人|负责人|联系人|时限|时间|期限|措施|目标|任务|地\s*址|电\s*话|邮\s*编|传\s*真|抄\s*送"
)
_BEGINS = re.compile(
    r"[\s|]|[（(]?[一二三四五六七八九十\d]{1,3}[、.．)）](?!\d)|第[一二三四五六七八九十百\d]+[章条节]|[①-⑳⑴-⒇●·*\-—【#]|附件|"
    r"[\u4e00-\u9fff]{1,12}[〔［\[（(](?:19|20)\d\d[〕］\]）)]\s*第?\d+\s*号$|"
    rf"[^，。；：]{{0,8}}(?:{_LABELS})[）)】]?\s*[：:]|"
    r"[\u4e00-\u9fff·]{2,4}(?:[（(][^）)]{1,6}[）)])?[ \u3000\u00a0\u2003]|"
    r"[\u4e00-\u9fff][ \u3000\u00a0\u2003]+[\u4e00-\u9fff][ \u3000\u00a0\u2003]"
)
_STOPS = re.compile(r"[。！？；：:;…]['\"”’）)》]*$")
_CUT = re.compile(r"[\u4e00-\u9fff、，（《“]$")


def mended(lines: Iterable[str]) -> list[str]:
    """The lines of a flowing format, prose that stops in mid-sentence joined to the line that goes on."""
    whole: list[str] = []
    for line in lines:
        if whole and stops_short(whole[-1], line):
            whole[-1] += line
        else:
            whole.append(line)
    return whole


def stops_short(paragraph: str, following: str) -> bool:
    """Does `paragraph` break off in mid-sentence, and does `following` read like the rest of it?"""
    prose = (
        len(paragraph) >= 30 and "，" in paragraph and not re.match(r"\||.{0,10}[：:]", paragraph)
    )
    return (
        prose
        and bool(_CUT.search(paragraph))
        and not _BEGINS.match(following)
        and bool(re.search("[，。；、]", following))
    )


def set_edges(pages: Sequence[Sequence[Printed]]) -> None:
    """Gives each line the edges of its column, which all pages share: most are set on one form.

    The right edge is infinite where no text is set to full width.
    """
    for column in {line.column for page in pages for line in page if isinstance(line, Line)}:
        own = [
            [item for item in page if isinstance(item, Line) and item.column == column]
            for page in pages
        ]
        lefts, width = _left_edges(own), _width(own)
        for lines, left in zip(own, lefts, strict=True):
            for line in lines:
                line.left, line.right = left, left + width


def _left_edges(pages: Sequence[Sequence[Line]]) -> list[float]:
    """Each page's left edge: its own leftmost line, or the form's where that lies near."""
    own = [min((line.x0 for line in lines), default=0.0) for lines in pages]
    usual = Counter(round(left) for left, lines in zip(own, pages, strict=True) for _ in lines)
    edges = []
    for left, lines in zip(own, pages, strict=True):
        em = lines[0].em if lines else 1.0
        nearest = [
            edge
            for edge, count in usual.items()
            if 0 < left - edge < 2.6 * em and count > usual[round(left)]
        ]
        edges.append(float(min(nearest)) if nearest else left)
    return edges


def _width(pages: Sequence[Sequence[Line]]) -> float:
    """The width to which lines are set: most end there, hardly any goes further. Infinite without such."""
    widths = sorted(line.x1 - min(other.x0 for other in lines) for lines in pages for line in lines)
    em = median([line.em for lines in pages for line in lines] or [1.0])
    best = (2, float("inf"))
    for index, width in enumerate(widths):
        agreeing = index + 1 - bisect_left(widths, width - 0.5 * em)
        beyond = len(widths) - bisect_right(widths, width + 0.5 * em)
        if beyond * 25 <= agreeing and agreeing >= best[0]:
            best = agreeing, width
    return best[1] if best[0] > 2 else float("inf")


def are_indented(pages: Sequence[Sequence[Printed]]) -> bool:
    """Do paragraphs begin with an indent? Then a line at the edge goes on with the one above."""
    after_stop = [
        after
        for page in pages
        for before, after in pairwise(page)
        if isinstance(before, Line)
        and isinstance(after, Line)
        and not _is_full(before, after)
        and _reaches(after)
    ]
    indented = sum(1 for line in after_stop if 1.4 <= (line.x0 - line.left) / line.em <= 3)
    return len(after_stop) > 4 and indented * 10 >= len(after_stop) * 6


def goes_on(before: Line, text: str, after: Line, following: str, indented: bool) -> bool:
    """Does the paragraph of `before` go on with `after`? `text` and `following` are their words."""
    if not _is_full(before, after) or after.x0 - after.left > 0.8 * after.em:
        return False
    if _BEGINS.match(following) and text.rfind("（") <= text.rfind("）"):
        return False
    if abs(before.em - after.em) > 0.12 * after.em or before.x0 - before.left > 3.2 * before.em:
        return False
    return indented or not _STOPS.search(text)


def _is_full(before: Line, after: Line) -> bool:
    """Would the first word of `after` not have fitted behind `before`?"""
    return before.x1 + unbreakable(after) > before.right + 0.2 * before.em


def _reaches(line: Line) -> bool:
    return line.x1 > line.right - 1.5 * line.em
