"""The words of a printed list: what stands between dividers and blanks, padded names in one piece.

    严 复 初  县教育局局长、丁 力    →  严 复 初 | 县教育局局长 | 丁 力
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from ingest.lexicon.people import COMPOUND, HAN, is_name, surname_first
from ingest.lexicon.posts import is_post, is_unit, opens_post

Span = tuple[int, int]

_ORDER = re.compile(r"\d{1,2}[.．](?=[\u3400-\u9fff])")
_DIVIDERS = "、，；。\n;,"
_ALL = re.compile("[ ]*各[乡县市州](?:、[乡镇县区州旗])*$")
_ALSO = re.compile("、(?:[镇县区州旗]|自治[州县旗])(?:(?:人民)?政府|党委)?(?=[ ]*(?:[、，；。：（）]|$))")


def all_places(text: str, start: int, at: int, end: int) -> bool:
    """Does the mark at `at` stand inside one name of all places: 各乡、镇人民政府, 各市、县、区?"""
    return at - start < 12 and "各" in text[start:at] and bool(_ALL.match(text, start, at)) and bool(_ALSO.match(text, at, end))


def chunks(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Stretches between dividers that stand outside brackets, each with the divider before it."""
    depth, begin, before = 0, start, ""
    for at in range(start, end):
        char = text[at]
        if char in "（《“〔":
            depth += 1
        elif char in "）》”〕":
            depth = max(0, depth - 1)
        elif char in _DIVIDERS and (depth == 0 or char in "。\n") and not (char == "、" and all_places(text, begin, at, end)):
            yield begin, at, before
            begin, before, depth = at + 1, char, 0
    yield begin, end, before


def list_words(text: str, start: int, end: int) -> Iterator[Span]:
    """Words between blanks outside brackets; characters set apart to fill a name's width come together."""
    depth, spans, begin = 0, [], start
    for at in range(start, end + 1):
        char = text[at] if at < end else " "
        depth += (char == "（") - (char == "）")
        if char in " \t" and (depth <= 0 or at == end):
            if at > begin:
                order = _ORDER.match(text, begin, at)
                spans.append((order.end() if order else begin, at))
            begin = at + 1
    k = 0
    while k < len(spans):
        a, b = spans[k]
        taken = _spaced_post(text, spans, k) or _run_of_singles(text, spans, k) or _padded(text, spans, k)
        if not taken and (cut := _padded_glued(text, spans, k)):
            yield a, cut
            spans[k + 1] = (cut, spans[k + 1][1])
            k += 1
            continue
        if taken:
            b = spans[k + taken][1]
            k += taken
        yield a, b
        k += 1


def _spaced_post(text: str, spans: Sequence[Span], k: int) -> int:
    """How many single characters behind word `k` spell a post that a name follows: 副 校 长  庞 博.

    The widest gap parts them (总 会 计 师  王 丽 is no 总会计).
    """
    if k + 2 >= len(spans) or spans[k + 1][1] - spans[k][0] > 4 or spans[k][1] - spans[k][0] != 1:
        return 0
    widest, count = 0, 0
    for end in range(k + 1, min(k + 6, len(spans) - 1)):
        if spans[end][1] - spans[end][0] != 1:
            break
        if not is_post("".join(text[a:b] for a, b in spans[k:end + 1])):
            continue
        gaps = [spans[n + 1][0] - spans[n][1] for n in range(k, end + 1)]
        least = max(gaps[:-1]) + surname_first(text[spans[k][0]])
        behind = [text[a:b].partition("（")[0] for a, b in spans[end + 1:end + 4]]
        name = behind[0] if len(behind[0]) > 1 else "".join(takewhile(lambda word: len(word) == 1, behind))
        if gaps[-1] >= max(least, widest) and is_name(name):
            widest, count = gaps[-1], end - k
    return count


def _run_of_singles(text: str, spans: Sequence[Span], k: int) -> int:
    """How many single characters behind word `k` fill up one name with it: 严 复 初 is one, 丁 力 王 旦 are two.

    Wider gaps part the names; where all gaps are equal, an odd run of three is one name.
    """
    end = k
    while end < len(spans) and spans[end][1] - spans[end][0] == 1 and "\u3400" <= text[spans[end][0]] <= "\u9fff":
        end += 1
    count = end - k
    bounded = count == 3 and end < len(spans)
    if count < 3 or not (surname_first(text[spans[k][0]]) or bounded):
        return 0
    gaps = [spans[n + 1][0] - spans[n][1] for n in range(k, end - 1)]
    if count == 3:
        return 2 if gaps[1] <= gaps[0] else 1
    if min(gaps) < max(gaps):
        first = next(n for n, gap in enumerate(gaps) if gap > min(gaps)) if gaps[0] == min(gaps) else 0
        return first if first in (1, 2) else 0
    return 2 if count % 3 == 0 and count % 2 and all(surname_first(text[spans[n][0]]) for n in range(k, end, 3)) else 0


def _padded_glued(text: str, spans: Sequence[Span], k: int) -> int:
    """"操 劲县政府办公室副主任": where the name ends that a blank pads and its post follows at once, 0 if none."""
    if k + 1 >= len(spans) or spans[k][1] - spans[k][0] != 1 or not surname_first(text[spans[k][0]]):
        return 0
    a, b = spans[k + 1]
    rest = text[a + 1:b]
    return a + 1 if b - a > 4 and rest[0] in "县区市省旗州镇乡党政" and is_post(rest) and opens_post(rest) else 0


def _padded(text: str, spans: Sequence[Span], k: int) -> int:
    """How many of the words after word `k` belong to one padded name with it."""
    words = [text[a:b] for a, b in spans[k:k + 4]]
    bare = [w.partition("（")[0].removesuffix("同志") or w for w in words]
    if len(words) < 2 or not re.match(rf"[{HAN}]{{1,2}}$", words[0]):
        return 0
    if len(words[0]) == 1 and surname_first(words[0]) and re.match(rf"[{HAN}](?:以及|及|和)(?=.)", bare[1]):
        return 1
    if len(words[0]) == 1 and surname_first(words[0]) and len(bare[1]) <= 2:
        if len(bare[1]) == 1:
            third = len(bare) > 2 and len(bare[2]) == 1 and "（" not in words[1]
            alone = third and ("（" in words[2] or not surname_first(bare[2]))
            return 2 if alone and not (len(bare) > 3 and len(bare[3]) == 1) else 1
        return 1 if len(bare[1]) == 2 and is_name(words[0] + bare[1]) and not is_post(bare[1]) and not is_unit(bare[1]) else 0
    if len(words[0]) == 1 and len(bare) > 2 and re.match(rf"[{HAN}]{{2}}$", bare[1]) and not is_post(bare[1]) and not is_unit(bare[1]) and is_post(words[2]):
        return 1
    if words[0] in COMPOUND and len(bare[1]) in (1, 2) and is_name(words[0] + bare[1]):
        return 1
    return 1 if len(words[0]) == 1 and len(bare[1]) == 1 else 0
