"""Responsibility said by verbs, not labels: in brackets, and behind a label for lead and support alike.

（县林业局牵头，县气象局、县应急局配合）
（县公安局、县水务局负责，排在第一位的为牵头单位）
责任单位：县城管局牵头，县公安局、县供电公司按职责分工负责
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.extractors.task_names import Name, read_names
from ingest.layout.lines import Paragraph
from ingest.lexicon.posts import is_unit

_ROLES = (
    ("牵头", "牵头单位"),
    ("主责", "牵头单位"),
    ("主办", "主办单位"),
    ("承办", "承办单位"),
    ("会办", "会办单位"),
    ("协办", "协办单位"),
    ("配合", "配合单位"),
    ("参加", "参加单位"),
    ("参与", "参与单位"),
    ("协助", "协助单位"),
    ("协同", "协同单位"),
    ("督导", "督导单位"),
    ("督办", "督办单位"),
    ("支持", "支持单位"),
    ("落实", "落实单位"),
    ("实施", "实施单位"),
    ("负责", "责任单位"),
    ("推进", "责任单位"),
    ("完成", "责任单位"),
)
_HOW = (
    r"(?:共同|分别|具体|联合|各自|密切|积极|抓好|做好|予以|依?按(?:照)?(?:各自)?(?:职责|职能|任务)(?:分工)?|"
    r"根据(?:各自)?职责(?:分工)?|各负其责|组织|一起|会同)"
)
_VERB = re.compile(
    rf"(?:等(?:有关|相关|各)?(?:部门|单位|企业)?(?:（[^（）]*）)?)?{_HOW}{{0,3}}(?:牵头负责|牵头组织|"
    rf"牵头落实|牵头抓总|牵头|负责牵头|负责落实|负责推进|负责督导|负责实施|负责配合|负责|主办|承办|会办|"
    rf"协办|配合落实|配合|"
    r"参加|参与|协助|协同|督导|督办|支持|落实|实施|推进|完成|按(?:照)?(?:各自)?职责(?:分工)?)$"
)
# 县交通运输局（牵头）
_MARKED = re.compile("（(牵头|主责|主办|配合|协办|负责)(?:单位|部门)?）$")
_FIRST = re.compile(
    r"(?:(?:排|列|位列|排列|排名)(?:在|于)?(?:第一|首位|首|前)(?:位|名|的)*|第一个|首个|"
    r"首位)(?:的|者)?(?:部门|单位)?(?:的)?(?:为|是|任)?(?:牵头|主要责任|第一责任|总牵头|"
    r"主责|责任)(?:部门|单位)?$"
)
_TIME = re.compile(
    r"(?:.*(?:前|底|内|末|季度|长期|持续|全年|即知即改|立行立改)(?:完成|到位|推进|坚持|落实|"
    r"见效|实施|建成)?|(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?(?:完成)?)$"
)
_LIMIT_LABEL = re.compile(r"[ 	]*(?:(?:完成|整改|办结|办理|落实)?(?:时限|时间|期限)(?:为|是)?)?")
_GATE = re.compile(r"负责|牵头|配合|参加|参与|主办|承办|协办|落实|按职责|协助|协同|实施")
_BRACKET = re.compile("[（【〔](?:[^（）【】〔〕]|（[^（）]*）)*[）】〕]")
_SPLIT = re.compile("[，；,;。]|(?<=）)、")


@dataclass(slots=True)
class Said:
    """What a string of clauses says: units by role, time limits, and whether all of it was understood."""

    roles: list[tuple[str, Name]] = field(default_factory=list)
    limits: list[tuple[int, int]] = field(default_factory=list)
    whole: bool = True


def has_verb(text: str, start: int, end: int) -> bool:
    """Could the stretch say responsibility by a verb?"""
    return bool(_GATE.search(text, start, end))


def said(paragraph: Paragraph, start: int, end: int, default: str | None = None) -> Said:
    """What the clauses between two positions say.

    Names that no verb follows get the role `default`; without one they make the reading not `whole`.
    """
    result = Said()
    text = paragraph.text
    waiting: list[Name] = []
    for a, b in _clauses(text, start, end):
        word = "".join(text[a:b].split())
        if not word:
            continue
        if default and waiting and text[a - 1] == "；":
            result.roles += [(default, name) for name in waiting]
            waiting = []
        if _FIRST.search(word):
            _rank(result, waiting)
            waiting = []
        elif _TIME.match(word) and not is_unit(word):
            result.limits.append((_LIMIT_LABEL.match(text, a, b).end(), b))  # type: ignore[union-attr]
        elif mark := _MARKED.search(word):
            names, whole = _named(paragraph, a, a + _printed_length(text, a, b, mark.start()))
            result.whole = result.whole and whole
            result.roles += [(default or "责任单位", name) for name in waiting]
            result.roles += [(_role(mark[1], default), name) for name in names]
            waiting = []
        elif verb := _VERB.search(word):
            names, whole = _named(paragraph, a, a + _printed_length(text, a, b, verb.start()))
            role = _role(verb[0], default)
            result.whole = result.whole and whole
            result.roles += [(default or role, name) for name in waiting]
            result.roles += [(role, name) for name in names]
            waiting = []
        else:
            names, whole = _named(paragraph, a, b)
            waiting += names
            result.whole = result.whole and whole
    if waiting:
        result.whole = result.whole and default is not None
        if default:
            result.roles += [(default, name) for name in waiting]
    return result


def _role(verb: str, default: str | None) -> str:
    verb = "负责" if verb.startswith("负责落实") else verb
    role = next((role for word, role in _ROLES if word in verb), "责任单位")
    return default if default and role == "责任单位" and default[:2] != "牵头" else role


def _rank(result: Said, waiting: list[Name]) -> None:
    """排在第一位的为牵头单位: the first unit named leads, the others answer."""
    result.roles += [("责任单位", name) for name in waiting]
    if result.roles:
        result.roles[0] = ("牵头单位", result.roles[0][1])


def _printed_length(text: str, start: int, end: int, count: int) -> int:
    """The length of the stretch that holds `count` characters other than blanks."""
    seen = 0
    for at in range(start, end):
        if seen == count:
            return at - start
        seen += not text[at].isspace()
    return end - start


def _named(paragraph: Paragraph, start: int, end: int) -> tuple[list[Name], bool]:
    at = start + len(paragraph.text[start:end]) - len(paragraph.text[start:end].lstrip("并且由经 "))
    names, rest = read_names(paragraph, at, end)
    return names, not rest and all(name.sure for name in names)


def _clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    depth, begin = 0, start
    for at in range(start, end):
        char = text[at]
        if char in "（《“":
            depth += 1
        elif char in "）》”":
            depth = max(0, depth - 1)
        elif depth == 0 and _SPLIT.match(text, at):
            yield begin, at
            begin = at + 1
    yield begin, end


def brackets(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The outermost brackets there: where each opens and closes (position of the closing mark)."""
    for bracket in _BRACKET.finditer(text, start, end):
        yield bracket.start(), bracket.end() - 1
