"""A document that lost all its line ends: where its lines began.

    关于成立护林指挥部的通知 各科室： 为做好护林工作，现成立护林指挥部： 指挥长：苏 明 主任 （一）巡查组 组长：马骏
    →  关于成立护林指挥部的通知 / 各科室： / 为做好护林工作，现成立护林指挥部： / 指挥长： / 苏 明 主任 / （一）巡查组 / …
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.layout.flat import words
from ingest.layout.starts import ORDINAL, is_start
from ingest.lexicon.dates import DATE
from ingest.lexicon.people import is_name
from ingest.lexicon.posts import is_post, is_unit

_SHORTEST, _HEAD = 100, 160
_AHEAD = 40  # code points that show what begins there
_TITLE = re.compile(
    r"(?:^|(?<= ))(?P<title>[^ 。，；：]*关于[^。；：]{2,90}?的(?:通知|决定|通报|公告|通告|意见|批复|函))(?= )|"
    r"^(?P<plain>[^。，；：]{6,60}?(?:方案|意见|要点|办法|名单|分工|职责|预案|纪要|公告|决定|清单|台账))(?= )"
)
_NUMBER = re.compile(
    r"（?(?:[\u4e00-\u9fff]{1,14}[ ]?〔[ ]?\d{4}[ ]?〕[ ]?第?[ ]?\d{1,4}[ ]?号|(?:\d{4}年)?第[ ]?\d{1,4}[ ]?号)(?= |$)"
)
_META = re.compile(r"(?:发布(?:时间|日期)|浏览(?:次数|量)|来源|作者|字号|索引号|成文日期)：")
_ENDS = re.compile(r"[。；：]$|[^，、]的(?:通知|决定|通报|公告|通告|意见|批复)$")
_BODY = re.compile("[：；。] .*[：；。]")
_LABEL = re.compile(r"[\u4e00-\u9fff](?:[ ]{0,4}[\u4e00-\u9fff]){1,6}[ ]?：")
_STOPS = re.compile("[：，。；、（]")
_CLOSES = re.compile("(?:以上|上述|本通知|今后|此前)[^，。]{4,}[，。]")
_HALF_NAME = re.compile("[、：，][\u4e00-\u9fff]$")
_TABLE = ("序号", "编号")
_SENTENCE = 10  # code points that a sentence behind a row of a roster has at least


def run_on(text: str) -> list[int]:
    """Where in a printed line (folded) further lines begin: [] unless a whole document stands on it, title first.

    What follows the head of a run-in table (序号 …) stays as it is; see `flat.rows`.
    """
    if len(text) < _SHORTEST or "\t" in text or "|" in text:
        return []
    title = _TITLE.search(text, 0, _HEAD)
    if title and len(text) < _HEAD and not _BODY.search(text, title.end()):
        return []
    return list(_begins(text, *title.span())) if title else []


def _begins(text: str, first: int, covered: int) -> Iterator[int]:
    """The beginnings; the title's own words, from `first` to `covered`, stay together as a label's do."""
    after, before, posts_first = False, "", False
    for start, end in words(text):
        word = text[start:end]
        if len(word) == 1 and _HALF_NAME.search(before):
            continue
        if first <= start < covered:
            if start and start == first:
                yield start
            after, before = end == covered, "".join(text[first:end].split())
            continue
        if word in _TABLE:
            return
        if number := _NUMBER.match(text, start):
            yield start
            first, covered = start, number.end()
            after, before = end == covered, ""
            continue
        alone = bool(_META.match(word) or DATE.fullmatch(word.rstrip("）")))
        named = is_name("".join(word.split()))
        posts_first = posts_first or (named and "：" in before and is_post(before.rpartition("：")[2]))
        opens = is_start(_ahead(text, start))
        if posts_first:
            opens = (opens and not named) or (is_post(word) and is_name(before))
        told = after or alone or opens or _signs(text, word, end) or _CLOSES.match(word) is not None
        if start and (told or (len(word) >= _SENTENCE and _tells(word, before))):
            yield start
            if label := _LABEL.match(text, start):
                first, covered, posts_first = start, label.end(), False
                after, before = end == covered, word
                continue
        after, before = alone or bool(_ENDS.search(word)) or _heads(word, before), "".join(word.split())


def _ahead(text: str, start: int) -> str:
    """What stands there, no word cut where it ends."""
    ahead = text[start:start + _AHEAD]
    whole = ahead.rpartition(" ")[0] if start + _AHEAD < len(text) else ahead
    return whole if len(whole) * 2 > _AHEAD else ahead


def _signs(text: str, word: str, end: int) -> bool:
    """Is the word an organisation with nothing but a date behind it?"""
    return is_unit(word) and DATE.match(text, end + 1) is not None


def _heads(word: str, before: str) -> bool:
    """Is the word, with the figures before it, a heading: an ordinal and words that are no name and no sentence?"""
    word = f"{before} {word}" if before[-1:].isdigit() else word
    ordinal = ORDINAL.match(word)
    rest = word[ordinal.end():] if ordinal else ""
    return len(rest) > 3 and not _STOPS.search(rest) and not is_name("".join(rest.split()))


def _tells(word: str, before: str) -> bool:
    """Does a sentence begin with this word, behind the post that ends a row of a roster?"""
    return ("，" in word or word[-1] == "。") and is_post(before)
