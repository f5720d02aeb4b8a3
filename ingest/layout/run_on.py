"""A document that lost all its line ends: where its lines began.

    关于成立护林指挥部的通知 各科室： 为做好护林工作，现成立护林指挥部： 指挥长：苏 明 主任 （一）巡查组 组长：马骏
    →  关于成立护林指挥部的通知 / 各科室： / 为做好护林工作，现成立护林指挥部： / 指挥长： / 苏 明 主任 / （一）巡查组 / …
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.layout.flat import words
from ingest.layout.starts import is_start
from ingest.lexicon.dates import DATE

_SHORTEST, _HEAD = 100, 160
_AHEAD = 40  # code points that show what begins there
_TITLE = re.compile(r"(?:^|(?<= ))(?P<title>[^ 。，；：]*关于[^ 。；：]*的(?:通知|决定|通报|公告|通告|意见|批复|函))(?= )")
_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,10}〔\d{4}〕\d{1,4}号$")
_META = re.compile(r"(?:发布(?:时间|日期)|浏览(?:次数|量)|来源|作者|字号|索引号|成文日期)：")
_ENDS = re.compile(r"[。；：]$|[^，、]的(?:通知|决定|通报|公告|通告|意见|批复)$")
_BODY = re.compile("[：；。] .*[：；。]")
_TABLE = ("序号", "编号")


def run_on(text: str) -> list[int]:
    """Where in a printed line (folded) further lines begin: [] unless a whole document stands on it, title first.

    What follows the head of a run-in table (序号 …) stays as it is; see `flat.rows`.
    """
    if len(text) < _SHORTEST or "\t" in text or "|" in text:
        return []
    title = _TITLE.search(text, 0, _HEAD)
    if title and len(text) < _HEAD and not _BODY.search(text, title.end()):
        return []
    return list(_begins(text, title.start())) if title else []


def _begins(text: str, first: int) -> Iterator[int]:
    after = False
    for start, end in words(text):
        word = text[start:end]
        if word in _TABLE:
            return
        alone = bool(_NUMBER.match(word) or _META.match(word) or DATE.fullmatch(word))
        if start and (after or alone or start == first or is_start(text[start:start + _AHEAD])):
            yield start
        after = alone or bool(_ENDS.search(word))
