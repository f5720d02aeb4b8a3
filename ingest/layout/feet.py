"""Who issued a document and when: its signature and date, or what its title says of them.

    （此页无正文）
                    槐川县人民政府      issuer
                    2020年7月13日       date
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.layout.blocks import Item, ordinal
from ingest.layout.heads import Head
from ingest.layout.lines import Paragraph
from ingest.layout.titles import HAN
from ingest.lexicon.dates import DATE, ISO, iso
from ingest.lexicon.posts import is_unit

# A signature in the same line as the last sentence: 特此通知。槐川县人民政府 2020年7月13日
_SIGNED = re.compile(
    rf"(?:。|^)[ ]*([{HAN}（）]{{4,30}}?)[ ]*({DATE.pattern})[ ]*(?:（[^（）]{{2,16}}）)?[ ]*$"
)
_PRINTED = re.compile(rf"{DATE.pattern}[ ]*印发")
_COMPOSED = [re.compile(rf"成文(?:日期|时间)：[ ]*{day.pattern}") for day in (DATE, ISO)]
_NAMES = re.compile(r"[^ \t\n、（]+(?:（[^）]*）[^ \t\n、]*)*")
# Whose seal stands there: 县林长制办公室（县林业局代章）, in a line of its own too.
_SEAL = re.compile(r"[（(](?:[^（）]{0,24}章|代|印)[）)]$")
_SAID = re.compile(
    "关于|(?:决定)?(?:任免|任命|免职|任职)|(?:常务|专题|党组|党委|(?:[省市州区县局院校所]长)?办公)会?(?:会议|议)?纪要"
)
# What the head of a paper says of its issuer; 县政府文件 is but a rubric.
_RED_HEAD = re.compile(
    r"[ ]*(?P<who>(?![省县区州旗盟部委]|市(?![中南北]区)|[镇乡](?:人民)?(?:政府|党))[^，。：；《》>]{5,40}?)[ ]*文[ ]*件[ ]*$"
)
_BARE_KIND = re.compile("(?:令|公告|通告|命令|纪要|通报)[ ]*(?:（[^（）]*）)?[ ]*$")


def date_and_issuers(head: Head, paragraphs: Sequence[Paragraph]) -> tuple[str | None, list[str]]:
    """The date (ISO) and the issuers, as printed, of the document with this head and these paragraphs.

    They stand at the foot, else in brackets under the title; an issuer also stands before 关于 in the title.

        槐川县人民政府 / 2020年7月13日                      at the foot
        （2020年7月13日槐川县人民政府第8次常务会议通过）    under the title
    """
    for k, paragraph in enumerate(paragraphs):
        text = paragraph.text.strip()
        if k and len(text) <= 60 and (match := DATE.search(text)) and _only_date(text, match):
            before = _SEAL.sub("", text[:match.start()].strip())
            names = _split_issuers(paragraph, 0, match.start()) if before else []
            if not names:
                names = _signature(paragraphs[max(0, k - 6):k])
            titled = _title_issuers(head) if k <= len(head.title) + 2 else []
            if names and not titled and (also := _signs_too(paragraphs[k + 1:k + 3])):
                return also[0], [*names, *also[1]]
            return iso(match), titled or names or _title_issuers(head) or _closing(paragraphs)
    last = paragraphs[-1] if paragraphs else None
    if last is not None and (match := _SIGNED.search(last.text)):
        return iso(next(DATE.finditer(last.text, match.start(2)))), [last.printed(match.start(1), match.end(1))]
    names = _title_issuers(head)
    if match := next((m for p in paragraphs[:len(head.title) + 4] for day in _COMPOSED if (m := day.search(p.text))), None):
        return iso(match), names or _closing(paragraphs)
    top = paragraphs[:len(head.title) + 4]
    for paragraph in sorted(top, key=lambda p: not p.text.lstrip().startswith("（")):
        text = paragraph.text.strip()
        match = DATE.search(text) or ISO.search(text)
        if match and len(text) <= 80 and (paragraph is head.number_at or _dates_document(text, match)):
            return iso(match), names or _closing(paragraphs)
    for paragraph in paragraphs[-4:]:
        if match := _PRINTED.search(paragraph.text):
            return iso(match), names
    return None, names or _signature(paragraphs[-1:])


def letterhead(above: Sequence[Item]) -> list[str]:
    """The organisation whose letterhead stands right above a document's number, [] if none does.

        青岚县人民医院文件          →  [青岚县人民医院]
        县政府文件                  →  [], a rubric of the issue
    """
    last = next((item for item in reversed(above) if not isinstance(item, Paragraph) or item.text.strip()), None)
    head = _RED_HEAD.match(last.text) if isinstance(last, Paragraph) else None
    return _split_issuers(last, *head.span("who")) if isinstance(last, Paragraph) and head else []


def _signs_too(paragraphs: Sequence[Paragraph]) -> tuple[str | None, list[str]] | None:
    """Date and issuers of a second signature with a date of its own below the first."""
    if len(paragraphs) < 2 or not (match := DATE.fullmatch(paragraphs[1].text.strip())):
        return None
    names = _signature(paragraphs[:1])
    return (iso(match), names) if names else None


def _dates_document(text: str, match: re.Match[str]) -> bool:
    """Does the date stand in brackets or behind a web page's label?"""
    return text.startswith("（") or "）" in text[match.end():] or bool(re.match("发布|日期|成文|时[ ]*间|来源", text))


def _closing(paragraphs: Sequence[Paragraph]) -> list[str]:
    """The organisations that sign at the end, above its date where it has one."""
    last = [p for p in paragraphs[-4:] if not DATE.fullmatch(p.text.strip())]
    return _signature(last[-2:]) if len(paragraphs) > 6 else []


def _only_date(text: str, match: re.Match[str]) -> bool:
    """Does the line hold but the date, and before it at most the organisations that sign?"""
    if text[match.end():].strip("） "):
        return False
    before = _SEAL.sub("", text[:match.start()].strip()).strip("（ ")
    if len(before) > 44 or re.search("[，。：；]|于$|至$|[起从在]$", before):
        return False
    return all(is_unit(part) for part in before.split())


def _signature(paragraphs: Sequence[Paragraph]) -> list[str]:
    """The organisations that the last of these lines consist of, in order."""
    names: list[str] = []
    for paragraph in reversed(paragraphs):
        text = paragraph.text.strip()
        if _SEAL.fullmatch(text):
            continue
        if not text or len(text) > 64 or re.search("[，。：；]|^附|^（此", text) or ordinal(text)[0]:
            break
        parts = _split_issuers(paragraph, 0, len(paragraph.text))
        if not parts:
            break
        names = parts + names
    return names


def _split_issuers(paragraph: Paragraph, start: int, end: int) -> list[str]:
    """The organisations printed there, [] unless all of it is organisations."""
    spans = [(start + m.start(), start + m.end()) for m in _NAMES.finditer(paragraph.text[start:end].rstrip("（"))]
    spaced = [a for a, b in spans if b - a == 1]
    if spaced and len(spaced) * 2 >= len(spans):
        spans = [(spans[0][0], spans[-1][1])]
    words = ["".join(paragraph.text[a:b].split()) for a, b in spans]
    fit = bool(words) and all(is_unit(word) or word.startswith("中共") for word in words)
    return [_SEAL.sub("", paragraph.printed(a, b)) for a, b in spans] if fit else []


def _title_issuers(head: Head) -> list[str]:
    """The organisations that the title names before 关于, 任免, the meeting or its kind."""
    names: list[str] = []
    for part in head.title:
        text = part.text
        said = _SAID.search(text)
        at = said.start() if said else -1
        kind = _BARE_KIND.search(text)
        found = _split_issuers(part, 0, at if at >= 0 else kind.start() if kind else len(text)) if at != 0 else []
        names += found
        if at >= 0 or not found:
            break
    return names
