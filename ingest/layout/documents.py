"""Where one document of an issue ends and the next begins, and what its head and foot say.

    槐川县人民政府关于调整护林工作领导小组的通知      title
    槐政发〔2021〕18号                                number
    …… 槐川县人民政府 / 2021年5月10日                 issuer, date
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.layout.blocks import DocumentText, Item, blocks
from ingest.layout.feet import date_and_issuers, letterhead
from ingest.layout.heads import Head, find_heads
from ingest.layout.lines import Paragraph
from ingest.layout.titles import ends_title
from ingest.lexicon.dates import DATE

_EDITORS = re.compile(r"《?[\u4e00-\u9fff]{2,20}(?:公报|政报)》?(?:编辑部|编辑委员会|编委会)$|主[ ]*编[ ]*：")
# A section of the issue that is no document: 人事任免, 2020年1-3月任免人员名单, 2022年1月大事记.
_SECTION = re.compile(
    r"(?:\d{4}年(?:\d|[一二三四上下第、至年月半季度-]){0,10})?(?:人事任免|人员任免|任免(?:人员|事项|情况)(?:名单)?|任免名单|"
    r"(?:政务)?大事记|政务要闻|领导活动)$"
)
_IMPRINT = re.compile("印发$|^抄[送报]：")
_ISSUED = re.compile(r"[《<](?P<what>.{4,80}?)[》>](?:已经|业经|已由|已|印发给|予以印发)")


def split(found: Sequence[Item]) -> tuple[list[Item], list[DocumentText]]:
    """The items before any document, and the documents.

    A line of contents is never a document; an attachment belongs to the document that it follows.

        槐川县人民政府公报 / 目录 / 关于…的通知……（3）                      before any document
        关于…的通知 / 槐政发〔2020〕3号 / …… / 附件：成员名单 / 组长：丁磊    one document
    """
    heads = find_heads(found)
    front = list(found[:heads[0].first]) if heads else list(found)
    documents = []
    for head, following in zip(heads, [*heads[1:], None], strict=False):
        last = end = following.first if following else len(found)
        if following is None:
            last = end = _editors(found, head.body, end)
            front += found[end:]
        end = _section(found, head.body, end)
        document = _document(head, found[head.first:end], found[head.body:end])
        document.issuers = document.issuers or letterhead(found[max(0, head.first - 3):head.first])
        documents.append(document)
        if end < last:
            documents.append(DocumentText(title=_text(found[end]), blocks=list(blocks(found[end + 1:last]))))
    return front, documents


def _editors(found: Sequence[Item], begin: int, end: int) -> int:
    """Where the issue's imprint begins behind its last document; `end` if it prints none there."""
    for number in range(max(begin, end - 12), end):
        item = found[number]
        if isinstance(item, Paragraph) and _EDITORS.match(item.text.strip()):
            return number
    return end


def _section(found: Sequence[Item], begin: int, end: int) -> int:
    """Where a section of the issue begins behind a document's date or imprint; `end` if none does there."""
    ended = False
    for number in range(begin, end):
        text = _text(found[number])
        if ended and _SECTION.match("".join(text.split())):
            return number
        ended = len(text) < 60 and bool((text[-1:] == "日" and DATE.fullmatch(text)) or _IMPRINT.search(text))
    return end


def _text(item: Item) -> str:
    return item.text.strip() if isinstance(item, Paragraph) else ""


def _document(head: Head, whole: Sequence[Item], body: Sequence[Item]) -> DocumentText:
    document = DocumentText(title=_title(head, body), number=head.number)
    if anchors := head.title or ([head.number_at] if head.number_at else []):
        document.start, document.end = anchors[0].at(0), anchors[-1].span(0, len(anchors[-1].text))[1]
    rest = list(body)
    while rest and isinstance(rest[0], Paragraph) and _repeats(rest[0], head):
        rest.pop(0)
    document.blocks = list(blocks(rest))
    document.date, document.issuers = date_and_issuers(head, [item for item in whole if isinstance(item, Paragraph)])
    return document


def _repeats(item: Paragraph, head: Head) -> bool:
    """Does a web page print the title once more below its head?"""
    text = item.printed()
    whole = "".join(part.printed() for part in head.title)
    return bool(text) and len(text) > 6 and (text == whole or (text.endswith(whole) and ends_title(text)))


def _title(head: Head, body: Sequence[Item]) -> str:
    """The printed title; where it is lost, the one that the first sentence implies."""
    if head.title:
        titles = "".join(part.printed() for part in head.title).rstrip("，,：:")
        again = next((item for item in body[:2] if isinstance(item, Paragraph)), None)
        if again is not None and _repeats(again, head):
            return again.printed()
        return titles
    for item in body[:4]:
        if isinstance(item, Paragraph) and (issued := _ISSUED.search(item.text)):
            return f"关于印发《{item.printed(*issued.span('what'))}》的通知"
    return ""
