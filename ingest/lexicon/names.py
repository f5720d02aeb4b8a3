"""Lists that hold nothing but people's names, and names with a post glued behind them.

綦　江、隋意（女）和矫健同志       →  綦江, 隋意, 矫健
白志强县交通运输局局长             →  白志强 | 县交通运输局局长
"""

from __future__ import annotations

import re
from collections.abc import Collection

from ingest.lexicon.people import COMPOUND, HAN, NOT_NAMES, is_name, may_be_name
from ingest.lexicon.posts import is_post, opens_post

Span = tuple[int, int]

_TITLE = r"(?:同志|老师|先生|女士|教授|医生|医师|律师)"
_ABOUT = r"(?:[ ]*（[^（）]{1,16}）)?"
_COUNT = re.compile(
    r"(?:[ ]*等?[ ]*(?:\d{1,2}|[二两三四五六七八九十]{1,2})[ ]*(?:名|位|人)(?:同志|老师)?|"
    r"[ ]*等?[ ]*同志|[ ]*等)$"
)
_FIGURES = "二三四五六七八九十"
_PIECE = re.compile(
    rf"[ ]*(?P<name>[{HAN}·](?:[{HAN}·A-Za-z ]{{0,16}}[{HAN}·])?){_ABOUT}(?P<title>[ ]*{_TITLE})?{_ABOUT}[ ]*"
)
_TAIL = re.compile(rf"{_TITLE}$")
_JOINT = re.compile("以及|及|和|与|同|、|，")
_SHAPE = re.compile(rf"[{HAN}]{{2,4}}$")
_DOTTED_HEAD = re.compile(rf"[{HAN}]{{1,8}}(?:·[{HAN}]{{1,8}})*·(?P<last>[{HAN}]{{2,}})")
_NO_NAME = re.compile("[现将原各全该本其上下以有相拟由经对为因]|同志|干部|人员|[县市区省州旗镇乡][政府委直级人]")
_PLACE_ENDS = "省市县区州盟旗镇乡副常代"
_OPENS = re.compile(
    r"(?:党组|党总支|党支部|巡视|调研|总工|总会|总经|[一二三四]级|教务|政教|德育|总务|后勤|办公|财务|人事|年级|教研|实验|校长|副校|园长|院长|局长|主任|书记|经理|董事|监事|科长|处长|股长|所长|站长|国家|中国|[东西南北中]|一中|二中|高[一二三]|内科|外科|护理)"
)


def read_names(text: str, start: int = 0, end: int | None = None, lenient: bool = False) -> list[Span]:
    """The names listed in `text[start:end]` (folded); [] unless all of it is names.

    Sex and nationality in brackets, 同志, 老师 and "等3人" are passed over. `lenient` takes unknown words of
    two to eight characters for names, where the sentence leaves nothing else.
    """
    end = len(text) if end is None else end
    if count := _COUNT.search(text, start, end):
        end = count.start()
    numeral = _FIGURES.find(text[end - 1]) + 2 if end > start else 1
    if numeral > 1 and len(found := _all_names(text, start, end - 1, lenient)) == numeral:
        return found
    return _all_names(text, start, end, lenient)


def _all_names(text: str, start: int, end: int, lenient: bool) -> list[Span]:
    found: list[Span] = []
    for a, b in _pieces(text, start, end):
        piece = _name(text, a, b, lenient)
        if piece is None:
            return []
        found.extend(piece)
    return found


def _pieces(text: str, start: int, end: int) -> list[Span]:
    """Stretches between joints outside brackets; 和, 及 and 与 join only where names stand on both sides."""
    cuts, depth = [start], 0
    at = start
    while at < end:
        char = text[at]
        depth += (char == "（") - (char == "）")
        joint = _JOINT.match(text, at, end) if depth <= 0 else None
        if joint and (joint[0] in "、，" or _is_joint(text, cuts[-1], joint.start(), joint.end(), end)):
            cuts += [joint.start(), joint.end()]
            at = joint.end()
        else:
            at += 1
    cuts.append(end)
    return list(zip(cuts[::2], cuts[1::2], strict=True))


def _is_joint(text: str, start: int, at: int, after: int, end: int) -> bool:
    whole = re.split("[、，（]", text[start:end])[0].replace(" ", "")
    if len(whole) > at - start and is_name(_TAIL.sub("", whole)):
        return False
    following = re.split("[、，（]|以及|及|和|与", text[after:end])[0].replace(" ", "")
    left = _name(text, start, at, True)
    return bool(left) and bool(following) and (is_name(_TAIL.sub("", following)) or may_be_name(following))


def _name(text: str, start: int, end: int, lenient: bool) -> list[Span] | None:
    match = _PIECE.fullmatch(text, start, end)
    if not match:
        return None
    a, b = match.span("name")
    word = text[a:b].replace(" ", "")
    if not match["title"] and (tail := _TAIL.search(word)) and tail.start() >= 2:
        word, b = word[: tail.start()], b - len(tail[0])
        b = a + len(text[a:b].rstrip())
    if is_name(word) or (
        lenient
        and not is_post(word)
        and word not in NOT_NAMES
        and (len(word) <= 4 or " " not in text[a:b])
        and (may_be_name(word) or _shaped(word))
    ):
        return [(a, b)]
    words = [m.span() for m in re.finditer(r"\S+", text[a:b])]
    if len(words) > 1 and all(is_name(text[a + c : a + d]) for c, d in words):
        return [(a + c, a + d) for c, d in words]
    return None


def glued_name(word: str, known: Collection[str] = (), place: str = "") -> int:
    """Length of the name that opens `word` (without blanks) with a post right behind it, 0 if none does.

    Names that the document states elsewhere (`known`) and its own `place` settle where several would do.
    """
    for length in (4, 3, 2):
        if word[:length] in known:
            return length
    if dotted := _DOTTED_HEAD.match(word):
        last = dotted.start("last")
        return next(
            (n for n in range(last + 2, last + 7) if opens_post(word[n:]) or _OPENS.match(word[n:])), 0
        )
    best, most = 0, 2
    if _NO_NAME.match(word):
        return 0
    for length in (4, 3) if word.startswith(COMPOUND) else (3, 2):
        rest = word[length:]
        named = is_name(word[:length])
        if len(rest) < 2 or (not named and (opens_post(word) or not _shaped(word[:length]))):
            continue
        opens = opens_post(rest) or _OPENS.match(rest) or (place and rest.startswith(place))
        fit = 2 * bool(opens) + is_post(rest) + 2 * named
        if length == 3 and word[2] in _PLACE_ENDS and not word.startswith(COMPOUND):
            fit -= 2
        if fit > most:
            best, most = length, fit
    return best


def _shaped(word: str) -> bool:
    """Could the word be a name where the sentence leaves nothing else (任命杜工部为…)?"""
    return (
        bool(_SHAPE.match(word)) and not is_post(word) and word not in NOT_NAMES and not _NO_NAME.match(word)
    )
