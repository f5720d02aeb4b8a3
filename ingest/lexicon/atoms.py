"""What each word of a list of members is: a name, a post or unit, or neither.

    县财政局局长李四、各乡镇    →  P 县财政局局长 | N 李四 | P 各乡镇
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.lexicon.list_words import Span, chunks, list_words
from ingest.lexicon.people import HAN, NAME, NOT_NAMES, PLACES, is_name, may_be_name, surname_first
from ingest.lexicon.posts import TITLE, is_post, is_unit, is_whole_unit, opens_post

_ABOUT = re.compile(
    r"(?:[男女汉]|[\u4e00-\u9fff]{1,5}族|兼|中共党员|党员|正?副?[厅处科县]级|[^（）]{0,4}退休|挂职|援[\u4e00-\u9fff]|正高级|[^（）]{1,4}人|\d+|"
    r"试用期[^（）]*|兼任|排名第[^（）]*|排名不分先后|列席|常务|主持工作|按姓氏笔[画划][^（）]*|牵头|代|轮值|协助|负责[^（）]*)$"
)
_ROLE = re.compile("(?:第一|执行|常务)?副?(?:组长|召集人|总?指挥长?|主任委员|专班长)")
_OF_PERSON = re.compile(r"(?:(?:[男女]|[\u4e00-\u9fff]{1,4}族)[，,、])+")
_ORDER = re.compile(r"\s*(?:\d{1,3}[.、)）]?(?=[\u4e00-\u9fff ])(?![名人个家位])|[（(]\d{1,2}[)）]|[①-⑳])\s*")
_TAIL = re.compile(r"(?:(?:等|共|共计|等共)(?:[\d一二三四五六七八九十]+(?:个|家|名|位))?(?:有关|相关|相应|各)?(?:部门和单位|部门（单位）|成员单位|部门|单位|科室|处室|股室|司局|乡镇|街道|领导|同志|人员|负责人)?(?:主要|分管|有关)?(?:负责同志|负责人|领导)?(?:（[^（）]*）)?(?:组成|为成员)?|组成|同志)$")
_CONTACT = re.compile(r"[，,、；]?(?:联系)?(?:电话|手机|方式|号码)?：?[\d\- ]{6,20}$")
_PHONE = re.compile(r"(?:（?(?:电话|手机|联系电话)：?)?\d[\d\- ]{5,14}\d）?")
_POST_NAME = re.compile(rf"(?P<post>.*{TITLE}(?:（[^（）]{{1,24}}）)?)(?P<name>{NAME})(?P<about>（[^（）]*）)?$")
_HONOURED = re.compile(rf"(?P<name>{NAME})(?:教授|研究员|先生|女士|老师|院士|博士|医生|律师)$")
_POST_THEN = re.compile(rf"(?P<post>.{{0,40}}{TITLE})(?P<name>[{HAN}·]{{2,8}})$")
_NAME_BRACKET = re.compile(rf"(?P<name>[{HAN}·][{HAN}· ]{{0,9}}?[{HAN}])(?:同志)?（(?P<about>(?:[^（）]|（[^（）]*）)*)）(?P<rest>.*)$")
_GLUED_REST = re.compile("[县区市省州旗](?:委|政府|人大|政协|纪委|[^派]{2,})|副|党[委组]|局长|主任|书记|教授|院长|校长|总经理|经理|董事|工程师")
_PLACE_ENDS = "省市县区州旗盟镇乡村"
_DASHED = re.compile(rf"(?P<name>[{HAN}](?:[ ]*[{HAN}]){{1,3}})[ ]*—{{1,2}}[ ]*(?P<post>[^—]{{2,40}})")
_VACANT = ("空缺", "暂缺", "暂空", "待定")
_DEPARTMENTS_AND = re.compile(r"(?P<left>[^（）]+?)等(?:有关|相关)?(?:部门|单位)(?:以及|和|及|与)(?=.)")
_NOBODY = re.compile(r"(?:各?(?:有关|相关)?(?:单位|部门))?(?:主要|分管)?(?:负责同志|负责人|领导)?")
_LEADING_AND = re.compile("以及|及(?=各|其)|和(?=各)")
_COUNTED = re.compile(r"\d+[名人位个家]|个(?![体人])")
_PADDED_AND = re.compile(rf"(?P<name>{NAME})(?:以及|及|和)(?=(?:相关|有关|各|其他|全体))")
_AND = re.compile("以及|及其|及|和|与|暨")
_GLUED = re.compile(rf"(?P<name>[{HAN}]{{2,4}})(?=[县区市旗州](?:委|政府|人大|政协|纪委|[{HAN}]{{1,14}}?[局办委院会部社中心站所队]))")


@dataclass(slots=True)
class Atom:
    """A piece that is a name ("N"), a post or unit ("P") or neither ("X"); `role`: one in brackets behind a name."""

    kind: str
    start: int
    end: int
    chunk: int
    before: str
    role: Span | None = None


def names_glued(texts: Sequence[str]) -> bool:
    """Do the posts of a list begin each with other characters before 县, 市 or 区, as only names do?"""
    prefixes = []
    for text in texts:
        for word in re.split(r"[\s、，；]+", text):
            if is_name(word):
                return False
            if 7 <= len(word) <= 30 and (m := _GLUED.match(word)) and is_post(word):
                prefixes.append(m["name"])
    return len(set(prefixes)) >= 2 and len(set(prefixes)) == len(prefixes) and any(map(is_name, prefixes))


def read_atoms(text: str, start: int, end: int, glued: bool) -> Iterator[Atom]:
    """The atoms of the list in `text[start:end]`; `glued`: names stand right in front of their posts.

        马文清  县财政局局长    →  N 马文清, P 县财政局局长
        张三县财政局局长        →  N 张三, P 县财政局局长
    """
    named = -1
    for number, (a, b, before) in enumerate(chunks(text, start, end)):
        if order := _ORDER.match(text, a, b):
            a = order.end()
        for c, d in list_words(text, a, b):
            if named == number and (is_post(word := bare(text, c, d)) or is_unit(word)):
                yield Atom("P", c, d, number, " ")
            elif glued and (m := _GLUED.match(text[c:d])) and is_post(bare(text, c, d)):
                yield Atom("N", c, c + m.end("name"), number, before)
                yield Atom("P", c + m.end("name"), d, number, "")
            else:
                for atom in _read(text, c, d, number, before):
                    named = number if atom.kind == "N" else named
                    yield atom
            before = " "


def bare(text: str, start: int, end: int) -> str:
    """What stands between two positions, without the blanks that pad it: 丁 炜 → 丁炜."""
    return text[start:end].replace(" ", "")


def _read(text: str, start: int, end: int, chunk: int, before: str) -> Iterator[Atom]:
    """The atoms of one word."""
    if (lead := _LEADING_AND.match(text, start, end)) and lead.end() < end:
        start = lead.end()
    word = bare(text, start, end)
    if tail := _TAIL.search(text, start, end):
        if tail.start() == start:
            return
        if tail[0] != "同志" or is_name(bare(text, start, tail.start())):
            end = tail.start()
            word = bare(text, start, end)
    if (m := _DEPARTMENTS_AND.match(text, start, end)) and m.end("left") > start:
        yield from _read(text, start, m.end("left"), chunk, before)
        if not _NOBODY.fullmatch(bare(text, m.end(), end)):
            yield from _read(text, m.end(), end, chunk, "、")
        return
    if "—" in word and (dashed := _DASHED.fullmatch(text, start, end)) and is_name(bare(text, *dashed.span("name"))):
        yield Atom("N", *dashed.span("name"), chunk, before)
        yield from _read(text, *dashed.span("post"), chunk, " ")
        return
    if not word or _COUNTED.match(word) or _PHONE.fullmatch(word) or word in ("等", "—", "——", "-", "无", *_VACANT) or word.isdigit():
        return
    if word.startswith("（") and word.endswith("）"):
        inner = word[1:-1]
        if inner in _VACANT:
            return
        if not _ABOUT.match(inner) and (is_post(inner) or is_unit(inner) or "、" in inner):
            yield Atom("P", start + 1, end - 1, chunk, " ")
        return
    if is_name(word):
        yield Atom("N", start, end, chunk, before)
        return
    bracket = _NAME_BRACKET.match(text[start:end])
    if bracket and is_name(bare(bracket["name"], 0, len(bracket["name"]))):
        yield from _name_bracket(text, bracket, start, chunk, before)
        return
    if (m := _POST_NAME.match(text[start:end])) and is_name(m["name"].replace(" ", "")) and not is_post(word) and len(m["post"]) > 1:
        yield from _glued(text, m, start, chunk, before)
        return
    if (m := _HONOURED.match(text[start:end])) and is_name(bare(m["name"], 0, len(m["name"]))):
        yield Atom("N", start, start + m.end("name"), chunk, before)
        return
    plain = text[start:end].partition("（")[0]
    if not is_post(word) and not is_unit(word) and (m := _POST_THEN.match(plain)) and may_be_name(m["name"]) and (len(m["name"]) != 4 or is_name(m["name"])):
        yield Atom("P", start, start + m.end("post"), chunk, before)
        yield Atom("N", start + m.start("name"), start + m.end("name"), chunk, "")
        return
    if bracket and _bracketed(bracket):
        yield from _name_bracket(text, bracket, start, chunk, before)
        return
    if not is_post(word) and not is_unit(word) and (cut := _joined(text, start, end)):
        yield from _read(text, start, cut[0], chunk, before)
        yield from _read(text, cut[1], end, chunk, "、")
        return
    if (m := _PADDED_AND.match(text[start:end])) and is_name(bare(m["name"], 0, len(m["name"]))):
        yield Atom("N", start, start + m.end("name"), chunk, before)
        yield from _read(text, start + m.end(), end, chunk, "、")
        return
    if cut_at := _name_glued_to_post(word):
        yield Atom("N", start, start + cut_at, chunk, before)
        yield Atom("P", start + cut_at, end, chunk, "")
        return
    if cut := _joined(text, start, end):
        yield from _read(text, start, cut[0], chunk, before)
        yield from _read(text, cut[1], end, chunk, "、")
        return
    if bracket and _of_unit(bracket) and not is_post(word) and not is_unit(word):
        yield Atom("X", start, start + bracket.end("name"), chunk, before)
        yield Atom("P", start + bracket.start("about"), start + bracket.end("about"), chunk, "（")
        return
    yield Atom("P" if is_post(word) or is_unit(word) or word in NOT_NAMES else "X", start, end, chunk, before)


def _bracketed(match: re.Match[str]) -> bool:
    name, about = match["name"].replace(" ", ""), match["about"]
    if is_name(name) or (len(name) == 2 and surname_first(name) and is_post(about) and len(about) > 3):
        return True
    return may_be_name(name) and len(name) <= 6 and not is_post(name) and (bool(_ABOUT.match(_OF_PERSON.sub("", about))) or is_post(about))


def _of_unit(match: re.Match[str]) -> bool:
    """Are there two or three characters and the unit of whoever they may name: 亓小红（县工商局）?"""
    name, about = match["name"].replace(" ", ""), match["about"]
    return len(name) <= 3 and may_be_name(name) and len(about) > 2 and is_unit(about) and not match["rest"].strip()


def _name_bracket(text: str, match: re.Match[str], start: int, chunk: int, before: str) -> Iterator[Atom]:
    about = _CONTACT.sub("", match["about"])
    if _ROLE.fullmatch(about):
        at = (start + match.start("about"), start + match.end("about"))
        yield Atom("N", start, start + match.end("name"), chunk, before, at)
        return
    yield Atom("N", start, start + match.end("name"), chunk, before)
    of_person = _OF_PERSON.match(about)
    skipped = of_person.end() if of_person else 0
    told = about[skipped:]
    if not _ABOUT.match(told) and (is_post(told) or is_unit(told) or (not of_person and len(told) >= 4)):
        yield Atom("P", start + match.start("about") + skipped, start + match.start("about") + len(about), chunk, "（")
    if match["rest"].strip():
        yield from _read(text, start + match.start("rest"), start + match.end("rest"), chunk, "")


def _glued(text: str, match: re.Match[str], start: int, chunk: int, before: str) -> Iterator[Atom]:
    """"县财政局局长李四": a post with a name right behind it; the post may hold further such pairs."""
    name_at = start + match.start("name")
    yield Atom("P", start, start + match.end("post"), chunk, before)
    yield Atom("N", name_at, start + match.end("name"), chunk, "")
    about = (match["about"] or "")[1:-1]
    if about and not _ABOUT.match(about) and is_post(about):
        yield Atom("P", start + match.start("about") + 1, start + match.end("about") - 1, chunk, "（")


def _joined(text: str, start: int, end: int) -> Span | None:
    """Where 及, 和 or 以及 joins two members, both of which stand as one."""
    for m in _AND.finditer(text, start + 1, max(start + 2, end - 1)):
        left, right = bare(text, start, m.start()), bare(text, m.end(), end)
        if text.count("（", start, m.start()) != text.count("）", start, m.start()):
            continue
        if (is_name(left) or is_unit(left) or is_post(left)) and len(left) > 1 and len(right) > 1 and (is_name(right) or is_unit(right) or is_post(right)):
            if is_unit(left) and not is_whole_unit(left):
                continue
            return m.span()
    return None


def _name_glued_to_post(word: str) -> int:
    """"张三县财政局局长": the length of the name in front, 0 if there is none."""
    if not (is_post(word) or is_unit(word)) or not surname_first(word) or opens_post(word):
        return 0
    for length in (3, 2, 4):
        name, rest = word[:length], word[length:]
        if (length == 2 and rest[:1] in _PLACE_ENDS) or name in PLACES:
            continue
        if len(rest) >= 2 and is_name(name) and _GLUED_REST.match(rest) and is_post(rest):
            return length
    return 0


def to_departments(atoms: list[Atom]) -> None:
    """In a list that ends in 等部门 the short words are departments: 发改、扶贫、住建."""
    for index, atom in enumerate(atoms):
        beside = [a for a in atoms[max(0, index - 1):index + 2] if a is not atom and a.chunk == atom.chunk]
        if atom.kind == "X" or (atom.kind == "N" and not any(a.kind == "P" for a in beside)):
            atom.kind = "P"


def promote(text: str, atoms: list[Atom], lenient: bool) -> None:
    """Unknown words beside names are names, too: 哈斯巴特尔, 那日苏."""
    named = lenient or any(atom.kind == "N" for atom in atoms)
    for index, atom in enumerate(atoms):
        word = bare(text, atom.start, atom.end)
        following = atoms[index + 1] if index + 1 < len(atoms) else None
        if atom.kind == "X" and may_be_name(word) and len(word) <= (8 if lenient else 6) and word not in NOT_NAMES:
            behind = atoms[index - 1] if index else None
            if behind is not None and behind.kind == "P" and behind.chunk == atom.chunk and atom.before == " " and following is None and is_post(bare(text, behind.start, behind.end)):
                atom.kind = "N"
                continue
            beside = following is not None and following.chunk == atom.chunk
            if (beside and following is not None and following.kind == "P" and following.before == " ") or (named and (not beside or (following is not None and (following.kind in "PN" or len(word) <= 3)))):
                atom.kind = "N"
