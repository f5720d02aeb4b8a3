"""What a printed page carries beside its text: page numbers and running heads.

    —12—                                     槐川县人民政府公报  2020年第3期
"""

from __future__ import annotations

import re
from collections import Counter

_PAGE_NUMBER = re.compile(
    r"[\s\-—_·.~*#/]*(?:[^。：；，]{2,30}?\s+(?=第\s*\d{1,4}\s*页))?(?:第\s*)?\d{1,4}\s*(?:页|/\s*\d{1,4})?[\s,，]*(?:共\s*\d+\s*页)?[\s\-—_·.~*#]*$"
)
# The last characters of such a line: one look rules most lines out.
_PAGE_NUMBER_ENDS = frozenset("0123456789页-—_·.~*#,，")
_RUNNING_HEAD = re.compile(
    r"\s*[^。：；]{0,20}(?:公\s*报|GONGBAO)[》\s]*.{0,4}(?:\d{4}\s*年)?[^。：；]{0,6}第\s*\d+\s*期[^。：；]{0,14}$"
)
_GAP = "   "
_GAPS = re.compile(" {3,}")
_LETTER = re.compile(r"\w")
_PAPER = re.compile(r"(?:公报|政报|公告|简报)(?:[ ]*\d{4}.{0,12})?$")
_NUMBER_LINE = re.compile(r"\n[ \t]*[-—·]{1,2}[ \t]*\d{1,4}[ \t]*[-—·]{1,2}[ \t]*\n")


def is_furniture(stripped: str, heads: set[str]) -> bool:
    """Is the line (folded, without outer blanks) a page number, a running head or an ornament?

    `heads` are the running heads that the text itself shows, see `running_heads`.

        第 3 页 共 12 页    ——————    are
        | 3 |               is a table's row
    """
    first = stripped[0]
    if not first.isalnum() and first not in "|+<" and not _LETTER.search(stripped):
        return True
    stripped = _close(stripped)
    if len(stripped) > 40:
        return False
    if stripped in heads or (stripped[-1] in _PAGE_NUMBER_ENDS and _PAGE_NUMBER.match(stripped)):
        return True
    return "期" in stripped and _RUNNING_HEAD.match(stripped) is not None


def running_heads(folded: str) -> set[str]:
    """Lines that stand beside a page number three times or more and seldom elsewhere, or name the paper there.

        槐川县人民政府公报          县政府文件    or whatever stands
        — 12 —                                    above or below such a line; two parts apart tell at the second time
    """
    around: Counter[str] = Counter()
    for m in _NUMBER_LINE.finditer(folded):
        before = _close(folded[max(0, m.start() - 120):m.start()].rstrip().rpartition("\n")[2].strip())
        after = _close(folded[m.end() - 1:m.end() + 120].strip().partition("\n")[0].strip())
        around.update({line for line in (before, after) if 2 < len(line) <= 40 and not re.search("[：。；]", line)})
    lines = Counter(_close(line.strip()) for line in folded.split("\n")) if around else around
    return {
        line for line, count in around.items()
        if (count >= (2 if _GAP in line else 3) and 2 * count > lines[line]) or _names_paper(line)
    }


def _close(line: str) -> str:
    """A line too long for a running head, the gaps in it closed."""
    return _GAPS.sub(_GAP, line) if len(line) > 40 and _GAP in line else line


def _names_paper(line: str) -> bool:
    """Is the line, or its part before or behind a gap, the name of the paper?"""
    return "。" not in line and any(_PAPER.search(part) for part in re.split(" {2,}", line))
