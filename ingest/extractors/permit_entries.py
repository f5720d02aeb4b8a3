"""Entries of a register in prose: a unit and its fields, behind it or on the lines below it.

1．县公安局（法定代表人：路长青；主体类别：法定行政机关；持证人数：186人）。
县气象局 / 法定代表人：李晴 / 持证人数：4人
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from ingest.extractors.base import Found, unread
from ingest.facts import Permit
from ingest.layout.blocks import Block
from ingest.layout.lines import Paragraph
from ingest.lexicon.posts import is_unit

HAN = "\u4e00-\u9fff"
Field = tuple[Paragraph, re.Match[str]]

NONE = re.compile(r"[—\-–/／一无缺空暂待（）() 定]*$")  # 一一: a dash as a scan was read
_FIELD = re.compile(
    r"(?P<label>(?:执法)?(?:单位|主体|机构)(?:名称)?|(?:主体)?法定代表人(?:（[^（）]*）)?|法人代表|法人|"
    r"负责人|(?:执法)?主体(?:类别|性质|类型)|(?:主体)?(?:类别|性质|类型)|持证(?=\d)|"
    r"(?:行政)?(?:执法证)?(?:持证|持有|执法)(?:人员?|人员数量|人员数|人数|数量)(?:数量?)?)(?:：|为|是|"
    r"(?=[ ]?\d)|(?<=代表人))[ \t]*"
    r"(?P<value>(?:(?![ \t]+[\u4e00-\u9fff]{2,10}(?:：|$))[^；，。、）（：])*(?:（[^（）]*）)?)"
)
_PERSON = re.compile(rf"[{HAN}·]{{2,12}}$")
# What scans give for figures, beside one that was read right.
_COUNT = re.compile(r"(?:共)?((?=[OolI]*\d)[\dOolI]+)")
_MISREAD = str.maketrans("OolI", "0011")
_GATE = re.compile("法定代表人|法人代表|持证人|执法人员")
_HEAD = re.compile(rf"[ \t]*(?P<unit>[{HAN}A-Za-z·]{{2,30}}(?:（[^（）：]{{2,20}}）)?)[，,（ \t：:]")
_LAST = re.compile(rf"(?P<unit>[{HAN}A-Za-z·]{{2,30}}(?:（[^（）：]{{2,20}}）)?)[，,（ \t：:]*$")


def entries(blocks: Sequence[Block], category_of: Callable[[Block], str | None]) -> Iterator[Found]:
    """The Permit facts that paragraphs state; `category_of` tells what the headings above a block say.

        1．县公安局（法定代表人：路长青；持证人数：186人）。
        县气象局 / 法定代表人：李晴 / 持证人数：4人
    """
    if not any(_GATE.search(block.text) for block in blocks):
        return
    unit: tuple[Paragraph, int, int] | None = None
    fields: list[Field] = []
    above: str | None = None
    for block in blocks:
        paragraph, text = block.paragraph, block.text
        if unit and paragraph and _opens_with_field(text):
            fields += [(paragraph, m) for m in _FIELD.finditer(text)]
            continue
        if unit and fields:
            yield from _facts(*unit, fields, above)
        unit, fields = None, []
        if paragraph is None:
            continue
        if _GATE.search(text):
            yield from _sentences(paragraph, block.body, category_of(block))
        elif len(text) <= 40 and is_unit("".join(text[block.body:].split())):
            unit, above = (paragraph, block.body, len(text)), category_of(block)
    if unit and fields:
        yield from _facts(*unit, fields, above)


def _opens_with_field(text: str) -> bool:
    """Does the line begin with a field, its label and a colon?"""
    field = _FIELD.match(text, len(text) - len(text.lstrip()))
    return field is not None and "：" in field[0]


def _sentences(paragraph: Paragraph, at: int, category: str | None) -> Iterator[Found]:
    """The entries of a paragraph, a sentence for each."""
    text = paragraph.text
    fields = list(_FIELD.finditer(text, at))
    while fields:
        first = fields[0]
        group = [f for f in fields if f.start() < _entry_end(text, first.start())]
        fields = fields[len(group) :]
        if where := _unit(text, at, first.start()):
            yield from _facts(paragraph, *where, [(paragraph, f) for f in group], category)
        else:
            yield from _facts(paragraph, at, at, [(paragraph, f) for f in group], category)
        at = group[-1].end()


def _unit(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the entry's unit is printed: at its head, else right before its fields."""
    head = _HEAD.match(text, start, end)
    if not (head and is_unit("".join(head["unit"].split()))):
        head = _LAST.search(text, start, end)
    return head.span("unit") if head else None


def count(text: str) -> int | None:
    """The number that the words begin with (共12人, or 1O as a scan was read), None for none."""
    match = _COUNT.match(text)
    return int(match[1].translate(_MISREAD)) if match else None


def _entry_end(text: str, start: int) -> int:
    """Where the entry whose fields begin at `start` ends: at the sentence's end."""
    end = text.find("。", start)
    return end + 1 if end >= 0 else len(text)


def _facts(
    head: Paragraph, start: int, end: int, fields: Sequence[Field], category: str | None
) -> Iterator[Found]:
    labels = {_field(match["label"]): (paragraph, match) for paragraph, match in fields}
    if unit := labels.pop("unit", None):
        head, (start, end) = unit[0], unit[1].span("value")
    if (
        not is_unit("".join(head.text[start:end].split()))
        or not labels.keys() & {"legal_rep", "holders"}
        or len(labels) < 2
    ):
        return
    rep, kind, number = (labels.get(name) for name in ("legal_rep", "category", "holders"))
    representative = _value(rep)
    if representative and (
        not _PERSON.match(representative) or (is_unit(representative) and len(representative) > 3)
    ):
        yield unread(head, start, end, "法定代表人一栏不是人名 · the legal representative is no person")
        return
    first, last = head.span(start, end)
    yield Permit(
        start=first,
        end=last,
        unit=head.printed(start, end),
        holders=count(_value(number) or ""),
        legal_rep=representative,
        category=_value(kind) or category,
    )


def _field(label: str) -> str:
    if re.search("代表|^法人|负责人", label):
        return "legal_rep"
    if re.match("(?:执法)?(?:单位|主体|机构)(?:名称)?$", label):
        return "unit"
    return "category" if re.search("类|性质", label) else "holders"


def _value(field: Field | None) -> str | None:
    if field is None:
        return None
    paragraph, match = field
    text = match["value"].strip("（） ")
    return (
        None
        if NONE.match(text) or re.match("空缺|暂缺|暂空|待定", text)
        else paragraph.printed(*match.span("value"))
    )
