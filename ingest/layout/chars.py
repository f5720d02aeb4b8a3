"""One spelling for what only typesetting tells apart, one character for one character.

    ２０２０年１０月，⻓山縣：  →  2020年10月，长山县：

Because no character is added or taken away, an offset in the folded text is an offset in the source.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache

# CJK radicals that PDF fonts map glyphs to and that NFKC leaves alone.
_RADICALS = dict(zip(
    "⺁⺄⺆⺇⺈⺊⺌⺍⺎⺐⺑⺒⺓⺔⺕⺗⺛⺜⺝⺞⺟⺠⺢⺧⺩⺪⺫⺬⺭⺮⺯⺰⺱⺲⺳⺴⺵⺶⺷⺸⺹⺺⺻⺼⺽⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳",
    "厂乙冂几刀卜小小兀尢尢巳幺彑彐心旡日月歹母民水牛王疋罒示礻竹糸纟罓罒罒罓罓羊羊羊老聿聿肉臼艹虎衤西西见角角讠贝足车辶辶辶阝钅長長长门阝阝雨青韦页风飞食食食饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龟龟龟",
    strict=True,
))
_CANONICAL = {
    **dict.fromkeys("\u00a0\u1680\u3000\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
                    "\u202f\u205f\u200b\u200c\u200d\u2060\ufeff\r", " "),
    **dict.fromkeys("\x0b\x0c\x85\u2028\u2029", "\n"),
    **dict.fromkeys("•‧・∙⋅●▪◆■", "·"),
    **dict.fromkeys("―─━", "—"), **dict.fromkeys("–‐‑‒", "-"),
    **dict.fromkeys("[﹝［﹙", "〔"), **dict.fromkeys("]﹞］﹚", "〕"),
    ":": "：", "︰": "：", "﹕": "：", ",": "，", "﹐": "，", ";": "；", "﹔": "；", "(": "（", ")": "）",
    "?": "？", "!": "！", "｡": "。", "､": "、", "﹑": "、",
    "於": "于",  # traditional (關於), though GB 2312 has it for the surname
}


@cache
def _to_simplified() -> Callable[[str], str]:
    """The converter, imported only for texts that hold characters outside GB 2312."""
    from opencc import OpenCC

    convert: Callable[[str], str] = OpenCC("t2s").convert
    return convert


def _fold_char(char: str) -> str:
    if char in _CANONICAL:
        return _CANONICAL[char]
    if char in _RADICALS:
        return _RADICALS[char]
    if "\uff01" <= char <= "\uff5e":
        half = chr(ord(char) - 0xFEE0)
        return _CANONICAL.get(half, half)
    if "\u2f00" <= char <= "\u2fdf" or "\uf900" <= char <= "\ufaff":
        char = unicodedata.normalize("NFKC", char)
    if char >= "\u3400":
        try:
            char.encode("gb2312")
        except UnicodeEncodeError:
            simple = _to_simplified()(char)
            return simple if len(simple) == 1 else char
    return char


class _Table(dict[int, str]):
    """A translation table that learns each character once; hits are what makes `translate` fast."""

    def __missing__(self, code: int) -> str:
        self[code] = _fold_char(chr(code))
        return self[code]


_TABLE = _Table()


# Recognition of scans takes 日 for 曰, which no figure precedes.
_MISREAD_DAY = re.compile("(?<=[0-9０-９一二三四五六七八九十])曰")


def fold(text: str) -> str:
    """`text` in one spelling, of the same length.

    Full-width letters and digits become half-width, punctuation one style, traditional characters
    simplified, radicals characters, all blanks " ", all line ends a newline (a CR before it a blank);
    a day that a scan gave as 曰 is 日.

        槐政發［２０２０］１２號  →  槐政发〔2020〕12号
        组　长:丁 磊(縣長)        →  组 长：丁 磊（县长）
    """
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    if "曰" in text:
        text = _MISREAD_DAY.sub("日", text)
    return text.translate(_TABLE)


_RADICAL = re.compile("[\u2e80-\u2fdf]")
_READABLE = {ord(radical): char for radical, char in _RADICALS.items()} | {
    code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)
}


def readable(text: str) -> str:
    """`text` as printed but for radicals, which no reader can search for; of the same length.

        ⻓：丁磊，⽔务局（２０２０）  →  长：丁磊，水务局（２０２０）
    """
    return text.translate(_READABLE) if _RADICAL.search(text) else text
