"""The heads of the documents that an issue holds, in order: title and number.

    槐川县人民政府关于调整征兵工作领导小组的通知      title
    槐政发〔2020〕57号                                number
    各乡镇人民政府：                                  here the text begins
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.layout.blocks import Item
from ingest.layout.chars import fold
from ingest.layout.lines import Paragraph
from ingest.layout.titles import (
    NUMBER,
    TABLE,
    addresses,
    ends_notice,
    ends_title,
    free_title,
    is_adopted,
    is_body,
    is_page_data,
    number_line,
    title_above,
    title_below,
)
from ingest.lexicon.dates import DATE

_PRINTED = re.compile(r"\d日印发$")


_BESIDE = re.compile("签发人")
_ISSUED = re.compile(rf"（(?:{DATE.pattern})?[ ，]*{NUMBER.pattern}(?:文)?(?:印发|发布|公布)）")
_CONGRESS = "人民代表大会常务委员会"


@dataclass(slots=True)
class Head:
    """A document's head: item numbers of its first line and of the first line behind it."""

    first: int
    body: int
    title: list[Paragraph]
    number: str | None = None
    number_at: Paragraph | None = None


def find_heads(found: Sequence[Item]) -> list[Head]:
    """The heads among an issue's paragraphs and tables, in order, lines of contents left out.

        关于成立县志编纂委员会的通知…………（12）      no head
        关于成立县志编纂委员会的通知                  a head, if a number or a text follows
    """
    texts = [item.text.strip().rstrip("，, ") if isinstance(item, Paragraph) else TABLE for item in found]
    numbered = _numbered(found, texts)
    heads = sorted(numbered + _unnumbered(found, texts, numbered), key=lambda head: head.first)
    return [head for head, after in zip(heads, [*heads[1:], None], strict=False) if not (after and _announces(head, after))]


def _announces(head: Head, after: Head) -> bool:
    """Is `head` but the web page's title above the document `after` that bears it again?"""
    words = [fold("".join(part.printed() for part in h.title)).replace(_CONGRESS, "人大常委会") for h in (head, after)]
    return head.number is None and after.first - head.body <= 4 and bool(words[0]) and words[1].endswith(words[0])


def _numbered(found: Sequence[Item], texts: Sequence[str]) -> list[Head]:
    """The heads that print a number: a text follows soon, as in no table of contents, or no other number does."""
    heads: list[Head] = []
    lines = {k: text for k, text in enumerate(texts) if len(text) < 120 and ("号" in text or "〕" in text)}
    matches = {k: match for k, text in lines.items() if (match := number_line(text))}
    for k, following in itertools.pairwise([*matches, len(texts)]):
        item = found[k]
        if not isinstance(item, Paragraph):
            continue
        first = title_above(texts, k, heads[-1].body if heads else 0)
        alone = len(matches) == 1 and first < k < 12 and "〔" in item.text and any(texts[k + 1:k + 4])
        if not alone and not any(map(is_body, texts[k + 1:min(following, k + 9)])):
            continue
        if above := _title_parts(found, first, k):
            head = Head(first, k + 1, above)
        else:
            body = title_below(texts, k + 1)
            head = Head(k, body, _title_parts(found, k + 1, body))
        head.number_at = item
        number = matches[k]["number"]
        start = item.text.index(number)
        head.number = item.printed(start, start + len(number))
        heads.append(head)
    return heads


def _issued(found: Sequence[Item], head: Head) -> Head:
    """The head of a plan with the number under which it was issued: 应急预案 / （槐政发〔2020〕3号印发）."""
    below = found[head.body] if head.body < len(found) else None
    if isinstance(below, Paragraph) and (issued := _ISSUED.fullmatch(below.text.strip())):
        start = below.text.index(issued["number"])
        head.number, head.number_at = below.printed(start, start + len(issued["number"])), below
        head.body += 1
    return head


def _title_parts(found: Sequence[Item], first: int, end: int) -> list[Paragraph]:
    parts = [item for item in found[first:end] if isinstance(item, Paragraph)]
    return [item for item in parts if not any(tells(item.text.strip()) for tells in (_BESIDE.match, is_page_data, addresses))]


def _unnumbered(found: Sequence[Item], texts: Sequence[str], heads: Sequence[Head]) -> list[Head]:
    """Documents whose number is not printed: by their title, at the start or behind a date."""
    taken = [(head.first, head.body) for head in heads]
    within = {k: end for first, end in reversed(taken) for k in range(first, end)}
    ends = {end for _, end in taken}
    titled = [ends_title(text) for text in texts]
    result: list[Head] = []
    ended, plans = True, False
    k = 0
    while k < len(texts):
        text = texts[k]
        if inside := within.get(k):
            k, ended = inside, False
            continue
        if text.endswith(("日", "日印发")) and (DATE.fullmatch(text) or _PRINTED.search(text)):
            ended = True
        elif text:
            later = bool(result) or (bool(taken) and taken[0][0] <= k)
            listed = text.endswith("名单") and k not in ends
            adopted = is_adopted(texts[k + 1:k + 4]) and k not in ends and not (result and result[-1].body == k)
            may = ended or plans or listed or (not later and k < 12) or adopted
            end = free_title(texts, k, later, ended, plans) if may and any(titled[k:k + 4]) else None
            if end and not any(n in within for n in range(k, end)):
                result.append(_issued(found, Head(k, end, _title_parts(found, k, end))))
                plans = not taken and not ends_notice("".join(texts[k:end]))
                k, ended = end, False
                continue
        k += 1
    return result
