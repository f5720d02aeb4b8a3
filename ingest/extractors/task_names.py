"""The names under a label that says who answers for something, cut apart.

区卫健委<br>公安崇川分局、各街镇        →  区卫健委 | 公安崇川分局 | 各街镇
丁 炜、各乡镇分管负责人等               →  丁炜 | 各乡镇分管负责人
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ingest.extractors.task_labels import is_responsibility_label
from ingest.layout.lines import Paragraph
from ingest.lexicon.list_words import all_places
from ingest.lexicon.members import read_members
from ingest.lexicon.people import COMPOUND, is_name, may_be_name, surname_first
from ingest.lexicon.posts import is_post, is_unit, is_whole_unit, opens_post

Span = tuple[int, int]

_LONGEST = 120
_MARKS = re.compile(r"<br\s*/?>|[（《“〔）》”〕、，；,;。/\n]")
_TAIL = re.compile(
    r"等(?:有关|相关|相应|各|县直|市直|区直|成员|责任)*(?:部门|单位|领导|同志|人员|企业|"
    r"机构)?(?:（(?:单位|部门|企业|乡镇|街道)[^（）]*）)?[。；，]?$|[。；，：:]+$"
)
# Offices of a higher level, which bear the place's name: 云桥海关, 云桥银保监分局.
_BRANCH = re.compile("(?:分局|支局|海关|支行|分行|支队|公司)$")
_AND = re.compile("会同|以及|及其|[及和与]")
_ASIDES = frozenset(
    (
        "下同",
        "以下同",
        "排名不分先后",
        "按职责分工",
        "分工负责",
        "按职责分工负责",
        "按职责负责",
        "各负其责",
        "各司其职",
        "共同负责",
        "等",
    )
)
_HAN = re.compile(r"[\u3400-\u9fff]")
_PLAIN = re.compile(r"[^由及和与会等（）(\d\s。：:；，·]{2,24}$")
_BLANKS = re.compile(r"[^ \t]+")
_HEAD = re.compile(
    r"[ \t：:]*(?:\d{1,2}[.、．)）](?=[\u4e00-\u9fff])|[①-⑳]|（\d{1,2}）|"
    r"·)?[ \t]*(?:由(?=[\u4e00-\u9fff]{3}))?"
)
_NOBODY = re.compile(r"[—\-–/\\无空暂缺待定略 （）()]*$|（?(?:空缺|暂缺|暂空|待定)[，,].*$")
_PLAUSIBLE = re.compile(r"[\u3400-\u9fffA-Za-z0-9·—\-“”（）《》〈〉<>/、]{2,44}$")
_SENTENCE = re.compile(
    r"[的要应须将把被]|负责|确保|进行|严格|加强|完成|是指|进一步|按照|依法|按职责|"
    r"以下简称|分工|其中|不得|\d{4}年|月底"
)
_REMARK = re.compile("（[^（）]*：[^（）]*）$")
_CLAUSE = re.compile(
    "^(?:以上|上述)|[的须将把被不]|要(?!素)|应(?![对急用])|负责|确保|进行|是指|按照|落实好|作为|协调[，。]"
)
_COLLECTIVE = re.compile(r"(?:各|有关|相关|全体|全[县市区旗州省镇乡校院]|所有|沿[\u4e00-\u9fff]{0,3}各|其他)")
_PERSON_AND_MORE = re.compile(r"(?P<name>[\u3400-\u9fff·]{2,10})（[^（）]*(?:（[^（）]*）[^（）]*)*）$")


@dataclass(slots=True)
class Name:
    """One name's place; `sure` where it is a unit, a person or a post by its form."""

    start: int
    end: int
    sure: bool


def is_known(word: str) -> bool:
    """Is `word` (without blanks) a unit, a person, a post or a collective (各乡镇) by its form?"""
    return (
        is_unit(word)
        or is_name(word)
        or is_post(word)
        or (bool(_COLLECTIVE.match(word)) and not _SENTENCE.search(word))
    )


@lru_cache(maxsize=8192)
def _is_plain(word: str) -> bool:
    """Is `word` one name that needs no cutting?"""
    return (
        bool(_PLAIN.match(word))
        and is_known(word)
        and not _CLAUSE.search(word)
        and not is_responsibility_label(word)
    )


def is_nobody(text: str) -> bool:
    """Does the cell or value say that there is none (——, 无, 空缺)?"""
    return bool(_NOBODY.match(text.strip()))


def read_names(
    paragraph: Paragraph, start: int, end: int, *, cell: bool = False
) -> tuple[list[Name], list[Span]]:
    """The names between two positions, and the pieces that are none.

    In a table's `cell` white space and printed lines divide names, in running text only between whole names.
    """
    found: list[Name] = []
    rest: list[Span] = []
    text = paragraph.text
    posted = False
    for a, b in _chunks(text, start, end):
        words = list(_words(paragraph, a, b, cell))
        if posted and words and _only_post(_bare(text, *words[0])):
            words = words[1:]
            if not words:
                continue
        for word in words:
            _read(text, *word, found, rest)
        posted = bool(words) and _only_post(_bare(text, words[-1][1], b))
    return found, rest


def _only_post(word: str) -> bool:
    """Is the word a post and nothing else: what a person printed before it holds?"""
    return is_post(word) and not is_name(word) and not word.startswith("各")


def _read(text: str, start: int, end: int, found: list[Name], rest: list[Span]) -> None:
    """Add the word's names to `found`, or the word to `rest`."""
    if end - start > _LONGEST:
        rest.append((start, end))
        return
    if _is_plain(_bare(text, start, end)):
        found.append(Name(start, end, True))
        return
    if head := _HEAD.match(text, start, end):
        start = head.end()
    end = start + len(text[start:end].rstrip())
    if tail := _TAIL.search(text, start, end):
        end = tail.start()
    if (remark := _REMARK.search(text, start, end)) and remark.start() > start:
        end = remark.start()
    word = _bare(text, start, end)
    if (
        not word
        or is_nobody(word)
        or is_responsibility_label(word)
        or word in _ASIDES
        or not _HAN.search(word)
    ):
        return
    for cut in _AND.finditer(text, start + 2, max(start + 2, end - 1)):
        left, right = _bare(text, start, cut.start()), _bare(text, cut.end(), end)
        if _joins(left, right, cut[0]):
            _read(text, start, cut.start(), found, rest)
            _read(text, cut.end(), end, found, rest)
            return
    if (m := _PERSON_AND_MORE.match(word)) and (is_name(m["name"]) and not is_unit(m["name"])):
        end = start + text[start:end].index("（")
        word = m["name"]
    elif not is_unit(word) and not is_name(word) and len(word) > 4:
        members, whole = read_members(text, start, end)
        if whole and len(members) == 1 and members[0].kind == "person" and members[0].post:
            start, end = members[0].at
            word = _bare(text, start, end)
    sure = is_known(word) and not (len(word) > 8 and _CLAUSE.search(word))
    if (sure and len(word) <= 44 and _PLAUSIBLE.match(word)) or (
        not sure and len(word) <= 16 and _PLAUSIBLE.match(word) and not _SENTENCE.search(word)
    ):
        found.append(Name(start, end, sure))
    else:
        rest.append((start, end))


def _joins(left: str, right: str, word: str) -> bool:
    """Does 和, 及 or 以及 stand between two names rather than inside one?"""
    if left.count("（") != left.count("）") or len(right) < 2:
        return False
    if word in ("以及", "及其", "会同"):
        return is_known(left) and (is_known(right) or len(right) > 2)
    if is_name(left) and is_name(right):
        return True
    whole = is_whole_unit(left) if word != "及" else is_unit(left)
    begins = opens_post(right) or right.startswith("各") or (whole and _BRANCH.search(right))
    return (whole or (is_post(left) and len(left) > 2)) and bool(begins) and is_known(right) and len(right) > 2


def _chunks(text: str, start: int, end: int) -> Iterator[Span]:
    """Stretches between dividers that stand outside brackets."""
    depth, begin = 0, start
    for mark in _MARKS.finditer(text, start, end):
        char = mark[0]
        if char in "（《“〔":
            depth += 1
        elif char in "）》”〕":
            depth = max(0, depth - 1)
        elif depth == 0 and char == "、" and all_places(text, begin, mark.start(), end):
            continue
        elif depth == 0 or char[0] in "\n<":
            if char[0] in "\n<" and text[mark.end() :].lstrip()[:1] == "（":
                continue
            yield begin, mark.start()
            begin, depth = mark.end(), 0
    yield begin, end


def _words(paragraph: Paragraph, start: int, end: int, cell: bool) -> Iterator[Span]:
    """Words between blanks and, in a cell, between its printed lines; a padded name stays one."""
    text = paragraph.text
    lines = list(_at_breaks(paragraph, start, end)) if cell and paragraph.breaks else [(start, end)]
    spans = [m.span() for line in lines for m in _BLANKS.finditer(text, *line)]
    if cell and paragraph.breaks:
        spans = [piece for span in spans for piece in _at_breaks(paragraph, *span)]
    if len(spans) < 2:
        yield from spans
        return
    merged: list[Span] = []
    depth = 0
    for a, b in spans:
        last = _bare(text, *merged[-1]) if merged else ""
        if merged and (
            depth > 0
            or text[a] == "（"
            or _padded(last, text[a:b])
            or (_COLLECTIVE.match(last) and not is_unit(last) and not is_post(last))
        ):
            merged[-1] = (merged[-1][0], b)
        else:
            merged.append((a, b))
        depth = text.count("（", *merged[-1]) - text.count("）", *merged[-1])
    if len(merged) > 1 and not cell and not all(is_known(_bare(text, *span)) for span in merged):
        yield merged[0][0], merged[-1][1]
        return
    person = False
    for a, b in merged:
        word = _bare(text, a, b)
        if person and _only_post(word):
            continue
        person = is_name(word)
        yield a, b


def lines_apart(cell: Paragraph) -> list[Span]:
    """The printed lines of a cell where each holds a unit of its own, else all of it as one stretch."""
    bounds = [0, *cell.breaks, len(cell.text)] if cell.breaks and _a_line_each(cell) else [0, len(cell.text)]
    return list(itertools.pairwise(bounds))


def _a_line_each(cell: Paragraph) -> bool:
    """Is every line of a cell a unit, and none the rest of the one above, by their ends and lengths?

        关庙税务所 / 柳林税务所    are two units          县人民政府办公室 / 文秘股    may be one
    """
    bounds = [0, *cell.breaks, len(cell.text)]
    lines = [_bare(cell.text, a, b) for a, b in itertools.pairwise(bounds)]
    if not all(len(line) > 2 and is_unit(line) for line in lines) or _MARKS.search(cell.text):
        return False
    return len(lines[-1]) >= len(lines[0]) or any(one[-1] == two[-1] for one, two in itertools.pairwise(lines))


def _at_breaks(paragraph: Paragraph, start: int, end: int) -> Iterator[Span]:
    """A word cut where a cell's printed line ends with a whole unit and the next begins one."""
    apart = bool(paragraph.breaks) and _a_line_each(paragraph)
    for cut in paragraph.breaks:
        if start < cut < end:
            left, right = _bare(paragraph.text, start, cut), _bare(paragraph.text, cut, end)
            if apart or (is_name(left) and is_name(right)) or (
                is_unit(left)
                and (opens_post(right) or right.startswith("各"))
                and is_unit(right)
                and len(right) > 2
            ):
                yield start, cut
                start = cut
    yield start, end


def _padded(first: str, second: str) -> bool:
    """Are two words the parts of one padded name (邵　洁, 段 干木)?"""
    bare = second.partition("（")[0]
    if len(first) == 1 and len(bare) == 1:
        return True
    if len(first) == 1 and surname_first(first) and len(bare) == 2:
        return is_name(first + bare) and not is_post(bare) and not is_unit(bare)
    return (first in COMPOUND and len(bare) <= 2 and is_name(first + bare) and not is_post(bare)) or (
        len(first) == 2 and len(bare) == 1 and may_be_name(first + bare) and not is_unit(first)
    )


def _bare(text: str, start: int, end: int) -> str:
    return "".join(text[start:end].split())
