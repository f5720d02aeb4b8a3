"""Values of labels that a page or a line break cut in the middle of a name, made whole again.

责任单位：县工业信息化和商
务局、县财政局                 →  责任单位：县工业信息化和商务局、县财政局
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.extractors.task_labels import Kind, find_labels
from ingest.extractors.task_names import read_names
from ingest.layout.blocks import Block
from ingest.layout.cells import join
from ingest.lexicon.dates import DATE
from ingest.lexicon.people import is_name
from ingest.lexicon.posts import is_unit, opens_post

_PRINTED_DATE = re.compile(r"\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月\d{1,2}日")
_LAST_ITEM = re.compile(r"[^、，；。：\s]+[ ]*$")
_FIRST_ITEM = re.compile(r"[^、，；。：\s]+")


def whole(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, a label's value that a page or line break cut in two made whole."""
    held: Block | None = None
    for block in blocks:
        if held and (joined := _rejoined(held, block)):
            held = joined
            continue
        if held:
            yield held
        held = block
    if held:
        yield held


def _rejoined(first: Block, second: Block) -> Block | None:
    """Both blocks as one, if the second begins with the rest of a date or of a unit's name; None if it doesn't."""
    one, two = first.paragraph, second.paragraph
    if second.body or one is None or two is None or "：" not in one.text or one.text[-1:] in "。；：）":
        return None
    labels = find_labels(one.text.rstrip())
    if not labels or labels[-1].end < len(one.text.rstrip()):
        return None
    if labels[-1].kind is Kind.LIMIT and _cuts_date(one.text[labels[-1].start :], two.text):
        return replace(first, item=join(one, two))
    if labels[-1].kind is not Kind.ROLE:
        return None
    tail, head = _LAST_ITEM.search(one.text, labels[-1].start), _FIRST_ITEM.match(two.text)
    if (
        tail is None
        or head is None
        or DATE.search(two.text)
        or two.text[head.end() :].lstrip().startswith("：")
    ):
        return None
    cut, rest = "".join(tail[0].split()), "".join(head[0].split())
    if not is_unit(cut + rest) or (is_unit(cut) and (opens_post(rest) or len(rest) > 6)):
        return None
    if is_name(cut) and is_unit(rest):
        return None
    below = find_labels(two.text)
    _, odd = read_names(two, head.end(), below[0].at if below else len(two.text))
    return None if odd else replace(first, item=join(one, two))


def _cuts_date(value: str, below: str) -> bool:
    """Does a date begin at the end of the value and end in the text below it (2023年7 / 月31日前)?"""
    value = value.strip()
    joined = value + below.lstrip()
    return any(found.start() < len(value) < found.end() for found in _PRINTED_DATE.finditer(joined))
