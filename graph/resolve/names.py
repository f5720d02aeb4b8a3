"""One spelling for everything that only layout tells apart, and the brackets behind a name.

区农业农村局（扶贫办）   区农业农村局<扶贫办>   區農業農村局 (扶贫办)
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

import opencc

_simplify = opencc.OpenCC("t2s").convert
_BRACKETS = str.maketrans(
    {
        **dict.fromkeys("〔[【{〈<‹(", "（"),
        **dict.fromkeys("〕]】}〉>›)", "）"),
        **dict.fromkeys("“‘「『\"'", "“"),
        **dict.fromkeys("”’」』", "”"),
        **dict.fromkeys("—–－~～", "-"),
        "，": "、",
        ",": "、",
        "；": "、",
        ";": "、",
        "•": "·",
        "・": "·",
    }
)
_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_NOISE = re.compile(r"<br\s*/?>|</?p>|[\s*#|`_\\《》]")
_PLATES = re.compile(r"（([^（）]*)）")


@lru_cache(maxsize=200_000)
def fold(name: str) -> str:
    """`name` in simplified characters and one style of marks, without blanks or Markdown."""
    plain = unicodedata.normalize("NFKC", _NOISE.sub("", name))
    simple: str = _simplify(plain.translate(_BRACKETS)).strip("。.、:：")
    return simple


def plates(name: str) -> tuple[str, tuple[str, ...]]:
    """The folded `name` without its brackets, and what they hold, item by item.

    农业农村局（扶贫办、粮食局）  →  农业农村局, (扶贫办, 粮食局)
    """
    inner = [item for part in _PLATES.findall(name) for item in part.split("、") if item]
    return _PLATES.sub("", name), tuple(inner)


def arabic(name: str) -> str:
    """The name with Chinese digits that are read one by one as Arabic ones: 一四三团 → 143团; not 十二团."""
    return name.translate(_DIGITS)


def stable_id(prefix: str, *parts: object) -> str:
    """An opaque id: the same for the same parts in every run, readable by nobody."""
    text = "\x1f".join("" if part is None else str(part) for part in parts)
    return f"{prefix}{hashlib.blake2b(text.encode(), digest_size=9).hexdigest()}"


def most_printed(counts: Iterable[tuple[str, int]]) -> str:
    """The spelling printed most often; the longer, then the smaller one where two are level."""
    return min(counts, key=lambda item: (-item[1], -len(item[0]), item[0]))[0]
