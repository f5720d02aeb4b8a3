"""Where one document of an issue ends and the next begins, and what its head and foot say.

    同心县人民政府关于调整征兵工作领导小组的通知      title
    同政发〔2020〕57号                                 number
    …… 同心县人民政府 / 2020年7月13日                  issuer, date
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.layout.blocks import DocumentText, Item, blocks, ordinal
from ingest.layout.lines import Paragraph
from ingest.lexicon.dates import DATE, ISO, iso
from ingest.lexicon.posts import is_unit

HAN = "\u4e00-\u9fff"
NUMBER = re.compile(
    rf"(?P<number>[{HAN}A-Za-z]{{1,14}}[ ]?[〔（【〈][ ]?(?:19|20)\d\d[ ]?[〕）】〉][ ]?第?[ ]?\d{{1,4}}[ ]?号|第[ ]?[\d一二三四五六七八九十百〇零]{{1,5}}[ ]?号|"
    rf"[{HAN}]{{2,8}}(?:19|20)\d\d[ ]?[-—][ ]?\d{{1,4}}[ ]?号)"
)
_KIND = r"(?:通知书?|意见|决定|决议|公告|通告|公报|通报|报告|请示|批复|函|纪要|命令|令|方案|办法|规定|细则|规则|制度|预案|计划|规划|要点|章程|条例|清单|名单|任务|表|标准|指南|总结|建议|公示|补充通知|职责|设置|分工|任免[^，。：]{0,12}人员|任职[^，。：]{0,6}人员)"
_TITLE_END = re.compile(rf"{_KIND}(?:（[^（）]{{1,30}}）|〔[^〕]{{1,20}}〕)?[ ]*$")
_NOTICE = re.compile(r"(?:通知|意见|决定|决议|公告|通告|通报|批复|函|令|命令|纪要|公示|请示|报告|清单)(?:（[^（）]{1,24}）)?[ ]*$")
_DRY = re.compile(r"[。；？！]|：$|^\d{4}年\d|^（?此[件页]|^签发人|^主题词|^抄送|^目[ ]*录|^附[ ]?件|^主[ ]?编|电[ ]?话|^网[ ]?址|^刊[ ]?号|^印[ ]?刷|^邮")
# What a web page prints between title and number.
_META = re.compile(r"^(?:(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)|发布(?:者|日期|时间|单位|机构)?|来源|信息来源|作者|浏览|点击|字[ ]?号|索引号|发文|成文|时间|日期|公开|阅读|打印)[^。]{0,80}$")
_LETTERHEAD = re.compile(r">|当前位置|文[ ]*件$|^【[^】]*】$|^\d{4}年|第[ ]?\d+[ ]?期")
_LABELLED = re.compile(rf"[{HAN} ]{{2,8}}：")
_LEADER = re.compile(r"(?:…|\.{3,}|·{3,})|[（( \t-][ ]?\d{1,3}[ ]?[)） -]*$|^\d{1,2}\.[^。]*〕\d+号")
_SALUTE = re.compile(r"^[^。]{2,200}：$")
_BODY = re.compile("[。；]|：$")
_PLAN = re.compile(r"(?:方案|办法|制度|细则|规则|规定|预案)(?:（[^（）]{1,12}）)?$")
_RANGE = re.compile(r"^(?:为|根据|按照|依据|经|现将|第一[章条])")


@dataclass(slots=True)
class _Head:
    """A document's head: item numbers of its first line and of the first line behind it."""

    first: int
    body: int
    title: list[Paragraph]
    number: str | None = None
    number_at: Paragraph | None = None


def split(found: Sequence[Item]) -> tuple[list[Item], list[DocumentText]]:
    """The items before any document, and the documents.

    A line of contents is never a document; an attachment belongs to the document that it follows.
    """
    texts = [item.text.strip().rstrip("，, ") if isinstance(item, Paragraph) else "" for item in found]
    heads = _numbered(found, texts)
    heads = sorted(heads + _unnumbered(found, texts, heads), key=lambda head: head.first)
    heads = [head for head, after in zip(heads, [*heads[1:], None], strict=False) if not (after and _announces(head, after))]
    front = list(found[:heads[0].first]) if heads else list(found)
    documents = []
    for head, following in zip(heads, [*heads[1:], None], strict=False):
        end = following.first if following else len(found)
        if following is None:
            end = _editors(found, head.body, end)
            front += found[end:]
        documents.append(_document(head, found[head.first:end], found[head.body:end]))
    return front, documents


_EDITORS = re.compile(r"《?[\u4e00-\u9fff]{2,20}(?:公报|政报)》?(?:编辑部|编辑委员会|编委会)$|主[ ]*编[ ]*：")


def _editors(found: Sequence[Item], begin: int, end: int) -> int:
    """Where the issue's imprint begins behind its last document; `end` if it prints none there."""
    for number in range(max(begin, end - 12), end):
        item = found[number]
        if isinstance(item, Paragraph) and _EDITORS.match(item.text.strip()):
            return number
    return end


def _announces(head: _Head, after: _Head) -> bool:
    """Is `head` but the web page's title above the document `after` that bears it again?"""
    words = ["".join(part.printed() for part in h.title) for h in (head, after)]
    return head.number is None and after.first - head.body <= 4 and bool(words[0]) and words[1].endswith(words[0])


def _numbered(found: Sequence[Item], texts: Sequence[str]) -> list[_Head]:
    heads: list[_Head] = []
    at = [k for k, text in enumerate(texts) if len(text) < 90 and "号" in text and _number_line(text)]
    for index, k in enumerate(at):
        following = at[index + 1] if index + 1 < len(at) else len(texts)
        if not any(_BODY.search(texts[n]) and not _LEADER.search(texts[n]) for n in range(k + 1, min(following, k + 9))) and not any(
                not isinstance(found[n], Paragraph) for n in range(k + 1, min(following, k + 5))):
            continue
        match = _number_line(texts[k])
        assert match is not None
        floor = heads[-1].body if heads else 0
        first = _title_above(found, texts, k, floor)
        if first < k:
            heads.append(_Head(first, k + 1, _parts(found, first, k)))
        else:
            body = _title_below(texts, k + 1)
            heads.append(_Head(k, max(body, k + 1), _parts(found, k + 1, body)))
        item = found[k]
        assert isinstance(item, Paragraph)
        heads[-1].number_at = item
        raw_start = item.text.index(match["number"]) if match["number"] in item.text else 0
        heads[-1].number = item.printed(raw_start, raw_start + len(match["number"]))
    return heads


def _number_line(text: str) -> re.Match[str] | None:
    """The number, where `text` is a line that holds a document's number and no sentence."""
    match = NUMBER.search(text)
    if not match or _LEADER.search(text[match.end():]) or "……" in text or "...." in text:
        return None
    before, after = text[:match.start()].strip("（〔( "), text[match.end():].strip("）〕) ")
    if match["number"].startswith("第") and (len(text) > 16 or re.search("期|会议|[章条]", text)):
        return None
    after = DATE.sub("", after).strip("， ")
    if before and not re.fullmatch(r"(?:\d{4}年|编号：|文号：|发文字号：)", before):
        return None
    return match if not after or re.match(r"签发人", after) else None


def _parts(found: Sequence[Item], first: int, end: int) -> list[Paragraph]:
    return [item for item in found[first:end] if isinstance(item, Paragraph) and not _META.match(item.text.strip())]


def _title_above(found: Sequence[Item], texts: Sequence[str], k: int, floor: int) -> int:
    """The first line of the title that ends right above line `k`; `k` itself if there is none."""
    first, seen = k, ""
    while first > floor and first > k - 6:
        text = texts[first - 1]
        if first == k and _META.search(text):
            first, k = first - 1, k - 1
            continue
        if not text or len(text) > 120 or _DRY.search(text) or _LETTERHEAD.search(text) or (_LEADER.search(text) and "关于" not in text):
            break
        if DATE.fullmatch(text) or ordinal(text)[0] == 2:
            break
        cut = texts[first - 2] if not seen and len(text) <= 6 and first - 2 >= floor else ""
        if not seen and not _ends_title(cut + text):
            break
        if "关于" in seen and not _is_issuer(text):
            break
        seen = text + seen
        first -= 1
        if re.match(rf"[{HAN}].*关于", text) and not text.startswith("关于"):
            break
    return first


def _title_below(texts: Sequence[str], k: int) -> int:
    """The line behind the title that begins at line `k`; `k` itself if none does."""
    for end in range(k + 1, min(k + 5, len(texts)) + 1):
        text = texts[end - 1]
        if not text or (_DRY.search(text) and not text.startswith("签发人")):
            return k
        if _ends_title(text):
            return end
    return k


def _ends_title(text: str) -> bool:
    return bool(_TITLE_END.search("".join(text.split())))


def _is_issuer(text: str) -> bool:
    return len(text) <= 60 and all(is_unit(part) or part.startswith("中共") for part in text.split())


def _unnumbered(found: Sequence[Item], texts: Sequence[str], heads: Sequence[_Head]) -> list[_Head]:
    """Documents whose number is not printed: by their title, at the start or behind a date."""
    taken = [(head.first, head.body) for head in heads]
    result: list[_Head] = []
    ended, plans = True, False
    k = 0
    while k < len(texts):
        text = texts[k]
        inside = next((end for first, end in taken if first <= k < end), None)
        if inside:
            k, ended = inside, False
            continue
        if DATE.fullmatch(text) or re.search(r"\d日印发$", text):
            ended = True
        elif text:
            numbered_before = any(first <= k for first, _ in taken)
            later = bool(result) or numbered_before
            end = _free_title(texts, k, later, ended, plans) if ended or plans or (not later and k < 12) else None
            if end and not any(first <= n < stop for first, stop in taken for n in range(k, end)):
                result.append(_Head(k, end, _parts(found, k, end)))
                plans = not taken and not _NOTICE.search("".join(texts[k:end]))
                k, ended = end, False
                continue
        k += 1
    return result


def _free_title(texts: Sequence[str], k: int, later: bool, ended: bool, plans: bool) -> int | None:
    """The line behind a title that begins at line `k` and needs no number, None if none does."""
    for end in range(k + 1, min(k + 4, len(texts)) + 1):
        text = texts[end - 1]
        if not text or len(text) > 100 or _DRY.search(text) or _LEADER.search(text) or _LETTERHEAD.search(text) or ordinal(text)[0] or DATE.fullmatch(text):
            return None
        if _LABELLED.match(text):
            return None
        if not _ends_title(text):
            continue
        whole = "".join("".join(texts[k:end]).split())
        following = [t for t in texts[end:end + 4] if t]
        if following and (re.match(r"[…·.]{2,}", following[0]) or (NUMBER.search(following[0]) and _LEADER.search(following[0]))):
            return None
        if len(whole) < 5 or not following:
            return None
        body = any(_BODY.search(t) and not _LEADER.search(t) for t in following)
        if not later:
            return end if k < 12 and (body or "关于" in whole) else None
        if plans and len(whole) >= 8 and _PLAN.search(whole) and _RANGE.match(following[0]):
            return end
        if not ended or not body:
            return None
        if "关于" in whole and _NOTICE.search(whole):
            return end
        return None
    return None


def _document(head: _Head, whole: Sequence[Item], body: Sequence[Item]) -> DocumentText:
    title = _title(head, body)
    document = DocumentText(title=title, number=head.number)
    anchor = head.title[0] if head.title else head.number_at
    if anchor:
        document.start, document.end = anchor.at(0), (head.title[-1] if head.title else anchor).span(0, len((head.title[-1] if head.title else anchor).text))[1]
    rest = list(body)
    while rest and isinstance(rest[0], Paragraph) and _repeats(rest[0], head):
        rest.pop(0)
    document.blocks = list(blocks(rest))
    document.date, document.issuers = _foot(head, [item for item in whole if isinstance(item, Paragraph)])
    return document


def _repeats(item: Paragraph, head: _Head) -> bool:
    text = item.printed()
    whole = "".join(part.printed() for part in head.title)
    return bool(text) and len(text) > 6 and (text == whole or (text.endswith(whole) and _TITLE_END.search(text) is not None))


_ISSUED = re.compile(r"[《<](?P<what>.{4,80}?)[》>](?:已经|业经|已由|已|印发给|予以印发)")


def _title(head: _Head, body: Sequence[Item]) -> str:
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


def _foot(head: _Head, paragraphs: Sequence[Paragraph]) -> tuple[str | None, list[str]]:
    """Date and issuers: signature and date, else what stands in brackets under the title or before 关于."""
    for k, paragraph in enumerate(paragraphs):
        text = paragraph.text.strip()
        if k and len(text) <= 60 and (match := DATE.search(text)) and _only_date(text, match):
            before = text[:match.start()].strip()
            names = _split_issuers(paragraph, 0, match.start()) if before else []
            if not names:
                names = _signature(paragraphs[max(0, k - 6):k])
            titled = _title_issuers(head) if k <= len(head.title) + 2 else []
            return iso(match), titled or names or _title_issuers(head) or _closing(paragraphs)
    last = paragraphs[-1] if paragraphs else None
    if last is not None and (match := re.search(rf"(?:。|^)[ ]*([{HAN}（）]{{4,30}}?)[ ]*({DATE.pattern})[ ]*(?:（[^（）]{{2,16}}）)?[ ]*$", last.text)):
        return iso(next(DATE.finditer(last.text, match.start(2)))), [last.printed(match.start(1), match.end(1))]
    names = _title_issuers(head)
    for paragraph in paragraphs[:len(head.title) + 4]:
        text = paragraph.text.strip()
        match = DATE.search(text) or ISO.search(text)
        if match and len(text) <= 80 and (text.startswith("（") or "）" in text[match.end():] or re.match("发布|日期|成文|时间|来源", text)):
            return iso(match), names or _closing(paragraphs)
    for paragraph in paragraphs[-4:]:
        if match := re.search(rf"{DATE.pattern}[ ]*印发", paragraph.text):
            return iso(match), names
    return None, names or _signature(paragraphs[-1:])


def _closing(paragraphs: Sequence[Paragraph]) -> list[str]:
    """The organisations that sign at the end, above its date where it has one."""
    last = [p for p in paragraphs[-4:] if not DATE.fullmatch(p.text.strip())]
    return _signature(last[-2:]) if len(paragraphs) > 6 else []


def _only_date(text: str, match: re.Match[str]) -> bool:
    if text[match.end():].strip("） "):
        return False
    before = text[:match.start()].strip("（ ")
    return not before or (len(before) <= 44 and not re.search("[，。：；]|于$|至$|[起从在]$", before) and all(is_unit(part) for part in before.split()))


def _signature(paragraphs: Sequence[Paragraph]) -> list[str]:
    names: list[str] = []
    for paragraph in reversed(paragraphs):
        text = paragraph.text.strip()
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
    return [paragraph.printed(a, b) for a, b in spans] if fit else []


_NAMES = re.compile(r"[^ \t\n、（]+(?:（[^）]*）[^ \t\n、]*)*")


_BARE_KIND = re.compile("(?:令|公告|通告|命令|纪要|通报)[ ]*(?:（[^（）]*）)?[ ]*$")


def _title_issuers(head: _Head) -> list[str]:
    names: list[str] = []
    for part in head.title:
        text = part.text
        at = min((k for k in (text.find("关于"), text.find("决定任免"), text.find("任免")) if k >= 0), default=-1)
        kind = _BARE_KIND.search(text)
        found = _split_issuers(part, 0, at if at >= 0 else kind.start() if kind else len(text)) if at != 0 else []
        names += found
        if at >= 0 or not found:
            break
    return names
