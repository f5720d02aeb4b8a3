"""Clauses of a division of work: a verb and the units or fields it governs.

协助县长分管财政、统计等工作。分管县财政局（国资委）；联系县税务局和人行支行。
→  协助分管 [财政, 统计]    分管 [县财政局（国资委）]    联系 [县税务局, 人行支行]
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import takewhile

from ingest.extractors.division_people import Person
from ingest.lexicon.posts import is_unit

Span = tuple[int, int]

_LABEL = r"(?:[\u4e00-\u9fff（）]{1,8}(?=[ ]*(?:：|—))|的?(?:工作|部门|单位|处室|科室|股室|领域|范围)(?=[ ]*$))?"
_DUTY = re.compile(
    rf"(?P<help>协助)(?P<whom>[^，。；：、]{{0,16}}?)(?P<helped>分管|主管|负责|协管|联系|协调|主持|处理|抓好?|做好|完成|开展|管理)"
    rf"{_LABEL}[ ]*(?:：|—{{1,2}})?"
    rf"|(?:具体|直接|协调(?=联系)|挂[点钩]|[包结][点对]|受[^，。；：]{{0,8}}委托，?)?(?P<own>分管|协管|主管(?!部门|单位|领导)|联系(?!人(?![大社武防民行力才])|电话|方式|实际|群众|地址|邮箱|点)|协调(?!解决|推进|推动|处理|机制|小组|配合|指导|督促))"
    rf"{_LABEL}[ ]*(?:：|—{{1,2}}|为)?"
    r"|(?:全面|具体)?(?P<main>负责|主持)(?!人)"
    r"|(?P<other>领导(?=[^、，。；]{0,12}(?:全面)?工作)|协助|统筹|统一|配合|参与|参加|受[^，。；]{0,8}委托|完成|指导|牵头|承担|履行|处理|兼管|代管|做好|抓好|落实|代表|兼任|挂点|包联|组织)"
)
_NOT_LEADERS = re.compile(r"(?:副?[县市区镇乡局州旗校院省]长(?!办|室|助)|领导|负责|同志|人员|的|副|机制|制度|工作职责|职责)")
_WORK = re.compile(r"(?P<many>等)?(?P<area>方面|领域)?的?(?:相关|有关|具体|各项)?的?(?P<work>工作)$")
_MANY = re.compile(r"等(?:(?:有关|相关)?(?:单位|部门|处室|科室|领域|企业|机构))?(?:（[^（）]*）)?$")
_AND = re.compile("以及|及|和")
_BRACKET = re.compile("（[^（）]*（[^（）]*）[^（）]*）|（[^（）]*）")
_WHOLE = re.compile(
    r"发展和改革|住房和城乡|城乡和住房|工业和信息|信息和工业|人力资源和社会|文化和旅游|林业和草原|粮食和物资|规划和自然|自然资源和规划|教育和体育|卫生和计划|农业和农村|民族和宗教|国防和军|军民和|收入和"
)
_NO_ITEM = re.compile(
    r"(?:要|确保|有工作|有安排|协助|做好|完成|负责|落实|指导|配合|参与|统筹|承担|处理|主持|抓|其他|其它|有关|相关|全面|日常|分管|党委交办|领导交办)|.*(?:交办|其它|其他)"
)
_OWN_HEAD = re.compile(r"^(?:工作|职责|具体)?(?:分[ ]*工|职[ ]*责|分管工作)[：，。 ]*$")
_FIELDS = frozenset(("社会", "市场", "企业", "机关", "学校", "家庭", "团体", "组织", "社区", "城市", "农村"))
_NO_LONGER = re.compile("不再?(?:具体|继续)?$")
_EDGES = " \t：，。；—"
_CLAUSE_ENDS = "。；，： \t\n）"


Who = Callable[[int, int], Person | None]


@dataclass(slots=True)
class Clause:
    """One verb, `relation` ("" for duties without units or fields), with the places of what it governs.

    `person` is whom the words before the verb name; `foreign` tells that they name something else.
    """

    relation: str
    items: list[Span]
    person: Person | None = None
    foreign: bool = False


def clauses(text: str, start: int, end: int, who: Who) -> Iterator[Clause]:
    """The clauses of one sentence `text[start:end]` (folded) that have a duty verb, in order.

    `who` reads the words between two places as a person.
    """
    kept: list[tuple[re.Match[str], int, Clause]] = []
    for m in _DUTY.finditer(text, start, end):
        if _about_leaders(text, m):
            continue
        if kept and m.start() == kept[-1][0].end():
            # 分管工作：协助局长分管…: the label only announces what follows.
            if not (m["help"] and kept[-1][0][0].endswith(("：", "—"))):
                continue
            kept.pop()
        begin = max(text.rfind("，", start, m.start()) + 1, kept[-1][0].end() if kept else start)
        free = m.start() == start or text[m.start() - 1] in _CLAUSE_ENDS or text.endswith(("并", "同时"), start, m.start())
        if not free and m.start() - begin > 30:
            continue
        over = _NO_LONGER.search(text, begin, m.start())
        until = over.start() if over else m.start()
        head = _OWN_HEAD.sub("", text[begin:until].strip(_EDGES))
        person = who(begin, until) if head and head not in ("并", "同时") else None
        if m["other"] and not free and person is None:
            continue
        if not kept and begin > start:
            whole = who(start, until)
            person, head = (whole, "") if whole else (person, head or text[start:begin])
        if person or free or over:
            kept.append(
                (
                    m,
                    begin,
                    Clause("", [], person, bool(head) and person is None and head not in ("并", "同时")),
                )
            )
    for number, (m, _, clause) in enumerate(kept):
        after, begin, _ = kept[number + 1] if number + 1 < len(kept) else (None, end, None)
        stop = (begin if begin > m.end() else after.start()) if after else end
        if not _NO_LONGER.search(text, start, m.start()):
            clause.relation, clause.items = _governed(text, m, m.end(), max(stop, m.end()))
        yield clause


def _about_leaders(text: str, match: re.Match[str]) -> bool:
    """分管领导, 分管副县长, 联系的…: no division of work."""
    return bool(match["own"]) and bool(_NOT_LEADERS.match(text, match.end("own"))) and not match[0].endswith(("：", "—"))


def _governed(text: str, match: re.Match[str], start: int, end: int) -> tuple[str, list[Span]]:
    """The relation and the items behind a verb."""
    stop = text.find("。", start, end)
    end = stop if stop >= 0 else end
    while end > start and text[end - 1] in "，；、 并：\n":
        end -= 1
    work = _WORK.search(text, start, end)
    if match["help"]:
        relation = "协助分管" if match["helped"] == "分管" else match["helped"]
        if relation not in ("协助分管", "主管", "联系", "协调", "负责"):
            return "", []
        if relation == "负责" and not (work and work["area"]):
            return "", []
    elif match["own"]:
        relation = match["own"]
    elif match["main"] == "负责" and work and work["area"]:
        relation = "负责"
    else:
        return "", []
    items = read_items(text, start, end)
    if relation == "协调":
        items = list(takewhile(lambda item: is_body(_bare(text, *item)), items))
    return relation, items


def read_items(text: str, start: int, end: int, blanks: bool = False) -> list[Span]:
    """The units or fields listed there, one by one; "等方面的工作" and the like are left off."""
    tail = _WORK.search(text, start, end) or _MANY.search(text, start, end)
    if tail and tail.start() > start:
        end = tail.start()
    spans = list(_split(text, start, end, blanks))
    if spans:
        spans[-1:] = _last(text, *spans[-1], fields=bool(tail and tail.re is _WORK))
    return [span for span in (_trim(text, *s) for s in spans) if _is_item(_bare(text, *span))]


def _split(text: str, start: int, end: int, blanks: bool) -> Iterator[Span]:
    """Stretches between dividers outside brackets; two blanks or a tab divide, too."""
    depth, begin = 0, start
    for at in range(start, end):
        char = text[at]
        depth += (char in "（“《") - (char in "）”》")
        if depth <= 0 and (char in "、，；\n\t" or text.startswith("  ", at) or (blanks and char == " ")):
            if text[begin:at].strip():
                yield begin, at
            begin = at + 1
    if text[begin:end].strip():
        yield begin, end


def _last(text: str, start: int, end: int, fields: bool) -> list[Span]:
    """The last item, in two where 和 or 及 joins two of them."""
    word = text[start:end]
    if _NO_ITEM.match(word):
        return []
    for m in _AND.finditer(text, start, end):
        left, right = _bare(text, start, m.start()), _bare(text, m.end(), end)
        if word.count("（", 0, m.start() - start) != word.count("）", 0, m.start() - start) or not left:
            continue
        joined = any(w.start() + start < m.start() < w.end() + start for w in _WHOLE.finditer(word))
        if (is_body(left) and is_body(right) and left not in _FIELDS) or (
            fields and not joined and len(left) > 1 and len(right) > 1
        ):
            return [(start, m.start()), (m.end(), end)]
    return [(start, end)]


def is_body(word: str) -> bool:
    """Is the word (without blanks) a unit, whatever its bracket lists?"""
    return is_unit(_BRACKET.sub("", word))


def _trim(text: str, start: int, end: int) -> Span:
    if lead := re.compile(r"[ \n]*(?:以及|及|和|\d{1,2}[.、])?[ \n]*").match(text, start, end):
        start = lead.end()
    while end > start and text[end - 1] in " 。，；\n":
        end -= 1
    return start, end


def _is_item(word: str) -> bool:
    return 2 <= len(word) <= 48 and word[0] not in "—-/" and not _NO_ITEM.match(word) and not re.search("[。：！？]", word)


def _bare(text: str, start: int, end: int) -> str:
    return "".join(text[start:end].split())
