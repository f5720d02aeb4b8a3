"""What a web site prints round its articles, and that belongs to none of them.

    首页 > 政务公开 > 公报    【字体：大 中 小】    打印本页    上一篇：…    ICP备12345678号
"""

from __future__ import annotations

import re

from lxml import etree

# fmt: off
_DROPPED = frozenset((
    "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "canvas", "video", "audio",
    "form", "button", "select", "input", "textarea", "nav", "aside", "footer", "dialog", "menu", "head",
    "title", "link", "meta",
))
# fmt: on
_NAMED = re.compile(
    r"(?:^|[-_ ])(?:nav\w*|menu\w*|bread\w*|crumbs?|share\w*|bdshare\w*|print\w*|footer|foot|copyright|"
    r"sidebar|side|toolbar|pagination|pager|related|search\w*|login|qrcode|ewm|fontsize|"
    r"weizhi|dqwz|location|position|prevnext|dibu|gotop|banner|logo)(?:$|[-_ ])",
    re.I,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_SITE = re.compile(r"ICP备|网站标识码|公网安备|版权所有|网站地图|Copyright", re.I)
_LINE = re.compile(
    r"您?(?:的|所在的|当前|现在的)?位置[：:是]|首页\s*[>＞»›/|]|.{0,12}[>＞»›].{0,20}[>＞»›]|分享到?[：:]|"
    r"【?(?:打印|关闭)(?:本页|窗口|此页|】|$)|[上下]一[篇条页]|【?字[体号][：:]|扫一扫|相关(?:链接|文档|阅读|新闻)|"
    r"浏览(?:次数|量)|点击(?:数|量)|返回(?:顶部|首页|列表)|(?:信息|文章)?来源[：:]|发布(?:时间|日期)[：:]|"
    r"(?:无障碍|长者模式|登录|注册|English|微信|微博|收藏|分享|首页)$"
)
_COUNTERS = re.compile(r"浏览|点击|访问|阅读|【?字[体号]|【?打印|分享")
_DATED = re.compile(r"(?:19|20)\d\d[-年./]\d")
_INDEX_LABELS = re.compile(
    r"索\s*引\s*号|信息分类|公开(?:方式|时限|形式|范围)|发布机构|生成日期|主题分类|体裁分类|有\s*效\s*性"
)
_NUMBER = re.compile(
    r"(?:文\s*号|发文字号)[：:\s]*([\u4e00-\u9fff]{1,14}[〔\[（(]\d{4}[〕\]）)]\s*\d{1,4}\s*号)"
)


def prune(body: etree._Element) -> None:
    """Takes out of `body` what is not the article: scripts, hidden parts, navigation, footers, index cards.

    A document number that only the index card tells stays, as a line of its own.
    """
    total = _length(body)
    for element in list(body.iter(etree.Element)):
        if (
            element is not body
            and element.getparent() is not None
            and _is_furniture(element, total)
        ):
            _remove(element)
    for element in list(body.iter("table", "div", "ul")):
        if _length(element) < 900 and len(_INDEX_LABELS.findall(_text(element))) > 2:
            _replace_card(element, body)


def article_line(line: str) -> str:
    """A printed line without what is the site's: nothing is left of way marks, sharing, fonts, neighbours.

    来源：县政府办 发布时间：2022-05-06 浏览次数：12  →  来源：县政府办 发布时间：2022-05-06
    """
    if len(line) > 120 or line.startswith("|") or not _LINE.match(line.strip()):
        return line
    return _COUNTERS.split(line)[0].rstrip() if _DATED.search(line) else ""


def _is_furniture(element: etree._Element, total: int) -> bool:
    if (
        element.tag in _DROPPED
        or _HIDDEN.search(element.get("style") or "")
        or element.get("hidden") is not None
    ):
        return element.tag != "form" or _length(element) * 2 < total
    length = _length(element)
    if length * 3 > total:
        return False
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    if names.strip() and _NAMED.search(names):
        return True
    if element.tag in ("div", "p", "ul", "table", "section", "td", "center"):
        if length < 400 and _SITE.search(_text(element)):
            return True
        return _is_link_list(element, length)
    return False


def _is_link_list(element: etree._Element, length: int) -> bool:
    """A block that is nothing but links to elsewhere."""
    links = element.findall(".//a")
    return len(links) > 2 and sum(_length(link) for link in links) * 10 > length * 8


def _replace_card(card: etree._Element, body: etree._Element) -> None:
    """The index card gives way to the document number it holds, unless the article prints that itself."""
    number = _NUMBER.search(" ".join(map(str, card.itertext())))
    parent = card.getparent()
    if parent is None:
        return
    if number and _text(body).count(_squeezed(number[1])) < 2:
        line = etree.Element("p")
        line.text = number[1]
        parent.insert(parent.index(card), line)
    _remove(card)


def _remove(element: etree._Element) -> None:
    """Takes the element out, the text behind it stays."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    tail = element.tail or ""
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)


def _text(element: etree._Element) -> str:
    return _squeezed("".join(map(str, element.itertext())))


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _length(element: etree._Element) -> int:
    return len(_text(element))
