"""The document itself: number, title, issuers, date.

    槐川县人民政府关于调整河长制工作领导小组的通知
    槐政发〔2021〕18号    →  Document(title=…, issuers=["槐川县人民政府"], date="2021-05-10")
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.extractors.base import Found
from ingest.facts import Document
from ingest.layout.blocks import DocumentText

_HEAD = re.compile("中国共产党|中共|国家税务总局")
# 推进乡村振兴, 规范市场秩序: there 乡 and 市 belong to the next word.
_PLACE = re.compile(
    r"[\u4e00-\u9fff]{2,9}?(?:自治县|自治旗|自治州|自治区|新区|县(?![级域])|区(?![级域])|市(?![级场容民])|旗|省(?!级)|州|盟|(?<!乡)镇(?![级区])|"
    r"乡(?![级村镇]))(?=[\u4e00-\u9fff])"
)
_NO_PLACE = re.compile(r"关于|有限|公司|学校|医院|中学|[省市县区]直")


def documents(document: DocumentText) -> Iterator[Found]:
    """The Document fact of a document that has a title or a number."""
    if document.start is None or document.end is None or not (document.title or document.number):
        return
    yield Document(start=document.start, end=document.end, title=document.title or "",
                   issuers=document.issuers, date=document.date,
                   jurisdiction=jurisdiction([*document.issuers, document.title or ""]))


def jurisdiction(names: list[str]) -> str | None:
    """The county, city or province that organisations or a title name first; None if none.

        安陵市槐川县人民政府办公室 → 安陵市槐川县
    """
    for name in names:
        head = _HEAD.match(name)
        at = begin = head.end() if head else 0
        while (place := _PLACE.match(name, at)) and not _NO_PLACE.search(place[0]):
            at = place.end()
        if at > begin:
            return name[begin:at]
    return None
