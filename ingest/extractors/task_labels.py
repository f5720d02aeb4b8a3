"""Labels of responsibility and time in a paragraph, each with its value.

责任领导：康 健   责任单位：县教育局、县市场监管局   整改时限：8月31日前
【责任单位】市水务局        （牵头单位：县林草局，配合单位：县审计局，各镇）
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from ingest.lexicon.labels import RESPONSIBILITY, is_responsibility, is_time_limit

HAN = "\u4e00-\u9fff"


class Kind(Enum):
    """What a label introduces."""

    ROLE = "who answers for the task"
    LIMIT = "the task's time limit"
    MEASURE = "the task itself"
    OTHER = "something else"


@dataclass(slots=True)
class Labelled:
    """A label (printed, without blanks) and the stretch of its value; `at`: where label or bracket opens."""

    kind: Kind
    label: str
    at: int
    start: int
    end: int
    bracketed: bool = False


GATE = re.compile(r"[位门导志人室局构体织头任合办限间点期排度求表者长措施务题标容项由法称][ \t）)]*[：】]")
_MARK = re.compile(r"：|【(?P<boxed>[^】：。]{2,16})】[ \t]*：?")
_BEFORE = re.compile(rf"[{HAN}/、（） \t]{{2,24}}$")
_MEASURE = re.compile(
    r"(?:(?:整改|工作|具体|主要|目标|重点|建设|年度|治理|整治|检查|排查|改革|落实|推进|反馈|存在|反馈的?|主要|突出)*(?:措施|"
    r"任务|内容|事项|举措|问题|目标任务|任务目标)|(?:实施|工作)?重点|(?:工作|具体)?(?:举措|做法)|(?:实施|"
    r"建设)内容|案由|建议名称|提案名称|工作任务及目标)(?:[一二三四五六七八九十]+|\d+)?$"
)
_ASIDE = re.compile(
    r"(?:整改|工作|预期|考核|评分|年度|总体|任务)?(?:目标|标准|依据|进展|情况|成效|要求|结果|原则)$|"
    r"(?:进展|整改|完成|落实|工作)情况$|联系(?:人|电话|方式)(?:及电话)?$|联络员$|备注$|电话$|地点$|"
    r"资金来源$|投资$|提案人$|代表$"
)
# Labels that also may be glued to the text before them.
_GLUED = re.compile(
    r"(?P<label>(?:牵头|责任|配合|落实|主办|会办|协办|协同|参与|参加|主责|督导|督办|承办|协助|整改责任|"
    r"共同责任|主要责任)(?:单位|部门|领导)|整改责任人|包抓领导|(?:完成|整改|办结|落实|化解)(?:时限|期限|"
    r"时间))$"
)
_PIECE = re.compile(r"[^ \t]+")
_AFTERTHOUGHT = re.compile("(?<=.)（[^（）]*）$")
_RUNNING = frozenset("各本该其及和与是为的由对等或有县市区直关在向按将给了所个")
OPENING, CLOSING = "（【〔", "）】〕"


def is_responsibility_label(word: str) -> bool:
    """Is all of `word` (without blanks) a label that names who answers for a task?"""
    match = RESPONSIBILITY.search(word) if is_responsibility(word) else None
    return match is not None and match.start() == 0


@lru_cache(maxsize=4096)
def kind_of(word: str) -> Kind | None:
    """What a label (without blanks) introduces, None for an unknown word."""
    if is_time_limit(word):
        return Kind.LIMIT
    if is_responsibility_label(word):
        return Kind.ROLE
    if _MEASURE.match(word):
        return Kind.MEASURE
    return Kind.OTHER if _ASIDE.match(word) else None


def find_labels(text: str, start: int = 0, end: int | None = None) -> list[Labelled]:
    """The labels in `text[start:end]` in order, each with its value; [] where none is ours.

    A value ends where the next label, a closing bracket or, for names, the sentence ends.
    """
    end = len(text) if end is None else end
    if not ("：" in text or "】" in text) or not GATE.search(text, start, end):
        return []
    found = list(_scan(text, start, end))
    for label, after in zip(found, [*found[1:], None], strict=False):
        label.end = _value_end(text, label, after.at if after else end)
    return found


def _scan(text: str, start: int, end: int) -> Iterator[Labelled]:
    floor = start
    for mark in _MARK.finditer(text, start, end):
        if mark["boxed"]:
            word = "".join(mark["boxed"].split())
            yield Labelled(kind_of(word) or Kind.OTHER, word, mark.start(), mark.end(), mark.end())
            floor = mark.end()
        elif found := _before(text, floor, mark.start(), labelled=floor > start):
            kind, at = found
            word = "".join(text[at : mark.start()].split())
            opened = at > floor and text[at - 1] in OPENING
            yield Labelled(kind, _AFTERTHOUGHT.sub("", word), at - opened, mark.end(), mark.end(), opened)
            floor = mark.end()


def _before(text: str, floor: int, colon: int, *, labelled: bool) -> tuple[Kind, int] | None:
    """Kind and beginning of the label that ends at a colon, None if the words there are no label.

    Where the text is `labelled` already, 、 may stand between a value and the next label.
    """
    match = _BEFORE.search(text, max(floor, colon - 24), colon)
    if not match:
        return None
    at = match.start()
    depth = 0
    for k in range(colon - 1, at - 1, -1):
        depth += (text[k] == "）") - (text[k] == "（")
        if depth < 0:
            at = k + 1
            break
    comma = text.rfind("、", at, colon) + 1 if labelled else 0
    if comma and kind_of("".join(text[comma:colon].split())) and not kind_of("".join(text[at:colon].split())):
        at = comma
    pieces = [m.start() - at for m in _PIECE.finditer(text, at, colon)]
    for piece, before in zip(reversed(pieces), [*reversed(pieces[:-1]), None], strict=False):
        if before is not None and _in_padded(text, at + before, at + piece, colon):
            continue
        word = _AFTERTHOUGHT.sub("", "".join(text[at + piece : colon].split()))
        if (kind := kind_of(word)) and (
            kind is not Kind.OTHER
            or piece
            or at == floor
            or not text[floor:at].strip("；，。 \t")
            or text[at - 1] in "；。，（"
        ):
            return kind, at + piece
    word = text[at:colon].rstrip()
    if (
        (glued := _GLUED.search(word))
        and glued.start()
        and word[glued.start() - 1] not in _RUNNING
        and word[glued.start() - 1] != "、"
    ):
        kind = Kind.LIMIT if re.search("时限|期限|时间", glued["label"]) else Kind.ROLE
        return kind, at + glued.start("label")
    last = at + pieces[-1] if pieces else at
    if (
        floor
        and last > floor
        and re.fullmatch(rf"[{HAN}]{{2,8}}", text[last:colon].rstrip())
        and text[last - 1] in "；。 \t"
    ):
        return Kind.OTHER, last
    return None


def _in_padded(text: str, before: int, piece: int, colon: int) -> bool:
    """Does the piece go on with the one character before it (责 任 单 位), or begin a label (钟 繇  责任科室)?"""
    if len(text[before:piece].strip()) > 1:
        return False
    label = "".join(text[piece:colon].split())
    if kind_of(label) is None:
        return True
    gap = len(text[:before]) - len(text[:before].rstrip())
    if 0 < gap < piece - before - 1:
        return False
    return len(label) < 4 or label not in text[piece:colon] or kind_of(text[before] + label) is not None


def _value_end(text: str, label: Labelled, limit: int) -> int:
    """Where the value ends: at its bracket's close, at the end of its sentence, at most at `limit`."""
    depth = 0
    for at in range(label.start, limit):
        char = text[at]
        if char in OPENING:
            depth += 1
        elif char in CLOSING:
            depth -= 1
            if depth < 0:
                return at
        elif char == "。" and depth == 0 and label.kind is not Kind.MEASURE:
            return at
    return limit
