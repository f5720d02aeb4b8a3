"""The issue or file itself: what it calls itself and whose it is.

    槐川县人民政府公报 / 2021年 / 第3期（总第9期）  →  Issue(title="槐川县人民政府公报", number="2021年第3期")
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ingest.extractors.documents import jurisdiction
from ingest.facts import Issue
from ingest.layout.blocks import DocumentText
from ingest.layout.lines import Page
from ingest.lexicon.dates import DATE, iso

_MASTHEAD = re.compile(r"(?P<title>[\u4e00-\u9fff]{2,16}?(?:人民)?政府公报)")
_NUMBER = re.compile(r"(?P<year>\d{4})[ ]*年?[ \n]*第[ ]*(?P<number>\d{1,3})[ ]*期")
_HEAD = 6000


def issue(page: Page, documents: Sequence[DocumentText]) -> Issue:
    """The Issue fact of a source: title and number from the masthead, jurisdiction from it or its documents."""
    head = page.folded[:_HEAD]
    title = _MASTHEAD.search(head)
    number = _NUMBER.search(head) if title else None
    printed = DATE.search(head, number.end()) if number else None
    places = Counter(place for d in documents if (place := jurisdiction(d.issuers or [d.title or ""])))
    place = jurisdiction([title["title"]]) if title else None
    start, end = title.span() if title else (0, min(1, len(page.folded)))
    return Issue(
        start=start, end=end, title=title["title"] if title else None,
        number=f"{number['year']}年第{number['number']}期" if number else None,
        date=iso(printed) if printed and number and printed.start() - number.end() < 120 else None,
        jurisdiction=place or (min(places.items(), key=lambda item: (-item[1], item[0]))[0] if places else None),
    )
