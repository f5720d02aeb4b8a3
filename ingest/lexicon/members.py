"""A list of people, posts and units, read apart.

    丁　炜  县委副书记、县长            →  person 丁炜 with a post
    县财政局局长李四、各乡镇             →  person 李四 with a post; unit 各乡镇
    高　原（县水务局局长，正科级）       →  person 高原 with a post
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.lexicon.people import COMPOUND, HAN, NAME, NOT_NAMES, PLACES, is_name, may_be_name, surname_first
from ingest.lexicon.posts import TITLE, is_post, is_unit, opens_post

Span = tuple[int, int]


@dataclass(slots=True)
class Member:
    """One member: `kind` person, post or unit; positions of its name and of its post."""

    kind: str
    at: Span
    post: Span | None = None


@dataclass(slots=True)
class _Atom:
    """A piece that is a name ("N"), a post or unit ("P") or neither ("X")."""

    kind: str
    start: int
    end: int
    chunk: int
    before: str


_ABOUT = re.compile(
    r"(?:[男女汉]|[\u4e00-\u9fff]{1,5}族|兼|中共党员|党员|正?副?[厅处科县]级|[^（）]{0,4}退休|挂职|援[\u4e00-\u9fff]|正高级|[^（）]{1,4}人|\d+|"
    r"试用期[^（）]*|兼任|排名第[^（）]*|排名不分先后|列席|常务|主持工作|按姓氏笔[画划][^（）]*|牵头|代|轮值|协助|负责[^（）]*)$"
)
_OF_PERSON = re.compile(r"(?:(?:[男女]|[\u4e00-\u9fff]{1,4}族)[，,、])+")
_ORDER = re.compile(r"\s*(?:\d{1,3}[.、)）]?(?=[\u4e00-\u9fff ])(?![名人个家位])|[（(]\d{1,2}[)）]|[①-⑳])\s*")
_TAIL = re.compile(r"(?:(?:等|共|共计|等共)(?:[\d一二三四五六七八九十]+(?:个|家|名|位))?(?:有关|相关|相应|各)?(?:部门和单位|部门（单位）|成员单位|部门|单位|领导|同志|人员|负责人)?(?:主要|分管|有关)?(?:负责同志|负责人|领导)?(?:（[^（）]*）)?(?:组成|为成员)?|组成|同志)$")
_CONTACT = re.compile(r"[，,、；]?(?:联系)?(?:电话|手机|方式|号码)?：?[\d\- ]{6,20}$")
_PHONE = re.compile(r"(?:（?(?:电话|手机|联系电话)：?)?\d[\d\- ]{5,14}\d）?")
_POST_NAME = re.compile(rf"(?P<post>.*{TITLE}(?:（[^（）]{{1,24}}）)?)(?P<name>{NAME})(?P<about>（[^（）]*）)?$")
_HONOURED = re.compile(rf"(?P<name>{NAME})(?:教授|研究员|先生|女士|老师|院士|博士|医生|律师)$")
_POST_THEN = re.compile(rf"(?P<post>.{{1,40}}{TITLE})(?P<name>[{HAN}·]{{2,8}})$")
_NAME_BRACKET = re.compile(rf"(?P<name>[{HAN}·][{HAN}· ]{{0,9}}[{HAN}])（(?P<about>(?:[^（）]|（[^（）]*）)*)）(?P<rest>.*)$")
_GLUED_REST = re.compile("[县区市省州旗](?:委|政府|人大|政协|纪委|[^派]{2,})|副|党[委组]|局长|主任|书记|教授|院长|校长|总经理|经理|董事|工程师")
_PLACE_ENDS = "省市县区州旗盟镇乡村"
_DEPARTMENTS_AND = re.compile(r"(?P<left>[^（）]+?)等(?:有关|相关)?(?:部门|单位)(?:以及|和|及|与)(?=.)")
_DEPARTMENTS = re.compile(r"(?:等|共)(?:\d+个|[一二三四五六七八九十]+个)?(?:有关|相关)?(?:部门|单位)")
_NOBODY = re.compile(r"(?:各?(?:有关|相关)?(?:单位|部门))?(?:主要|分管)?(?:负责同志|负责人|领导)?")
_LEADING_AND = re.compile("以及|及(?=各|其)|和(?=各)")
_COUNTED = re.compile(r"\d+[名人位个家]")
_PADDED_AND = re.compile(rf"(?P<name>{NAME})(?:以及|及|和)(?=(?:相关|有关|各|其他|全体))")
_AND = re.compile("以及|及其|及|和|与|暨")
_DIVIDERS = "、，；。\n;,"


def read_members(
    text: str, start: int = 0, end: int | None = None, lenient: bool = False, glued: bool = False,
) -> tuple[list[Member], bool]:
    """The members listed in `text[start:end]` (folded) in order, and whether all of it was understood.

    `lenient` takes unknown words of two to six characters for names, as in a column of names; `glued` knows
    that names stand right in front of their posts (张三县财政局局长), see `names_glued`.
    """
    end = len(text) if end is None else end
    glued = glued or names_glued([text[start:end]])
    atoms = list(_atoms(text, start, end, glued))
    if _DEPARTMENTS.search(text, start, end):
        _to_departments(atoms)
    else:
        _promote(text, atoms, lenient)
    members = list(_assemble(text, atoms))
    return members, bool(members) and all(atom.kind != "X" for atom in atoms)


_GLUED = re.compile(rf"(?P<name>[{HAN}]{{2,4}})(?=[县区市旗州](?:委|政府|人大|政协|纪委|[{HAN}]{{1,14}}?[局办委院会部社中心站所队]))")


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


def _chunks(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Stretches between dividers that stand outside brackets, each with the divider before it."""
    depth, begin, before = 0, start, ""
    for at in range(start, end):
        char = text[at]
        if char in "（《“〔":
            depth += 1
        elif char in "）》”〕":
            depth = max(0, depth - 1)
        elif char in _DIVIDERS and (depth == 0 or char in "。\n"):
            yield begin, at, before
            begin, before, depth = at + 1, char, 0
    yield begin, end, before


def _words(text: str, start: int, end: int) -> Iterator[Span]:
    """Words between blanks outside brackets; characters set apart to fill a name's width come together."""
    depth, spans, begin = 0, [], start
    for at in range(start, end + 1):
        char = text[at] if at < end else " "
        depth += (char == "（") - (char == "）")
        if char in " \t" and (depth <= 0 or at == end):
            if at > begin:
                spans.append((begin, at))
            begin = at + 1
    k = 0
    while k < len(spans):
        a, b = spans[k]
        taken = _run_of_singles(text, spans, k) or _padded(text, spans, k)
        if not taken and (cut := _padded_glued(text, spans, k)):
            yield a, cut
            spans[k + 1] = (cut, spans[k + 1][1])
            k += 1
            continue
        if taken:
            b = spans[k + taken][1]
            k += taken
        yield a, b
        k += 1


def _run_of_singles(text: str, spans: Sequence[Span], k: int) -> int:
    """How many single characters behind word `k` fill up one name with it: 严 复 初 is one, 丁 力 王 旦 are two.

    Wider gaps part the names; where all gaps are equal, an odd run of three is one name.
    """
    end = k
    while end < len(spans) and spans[end][1] - spans[end][0] == 1 and "\u3400" <= text[spans[end][0]] <= "\u9fff":
        end += 1
    count = end - k
    bounded = count == 3 and end < len(spans)
    if count < 3 or not (surname_first(text[spans[k][0]]) or bounded):
        return 0
    gaps = [spans[n + 1][0] - spans[n][1] for n in range(k, end - 1)]
    if count == 3:
        return 2 if gaps[1] <= gaps[0] else 1
    if min(gaps) < max(gaps):
        first = next(n for n, gap in enumerate(gaps) if gap > min(gaps)) if gaps[0] == min(gaps) else 0
        return first if first in (1, 2) else 0
    return 2 if count % 3 == 0 and count % 2 and all(surname_first(text[spans[n][0]]) for n in range(k, end, 3)) else 0


def _padded_glued(text: str, spans: Sequence[Span], k: int) -> int:
    """"操 劲县政府办公室副主任": where the name ends that a blank pads and its post follows at once, 0 if none."""
    if k + 1 >= len(spans) or spans[k][1] - spans[k][0] != 1 or not surname_first(text[spans[k][0]]):
        return 0
    a, b = spans[k + 1]
    rest = text[a + 1:b]
    return a + 1 if b - a > 4 and rest[0] in "县区市省旗州镇乡党政" and is_post(rest) and opens_post(rest) else 0


def _padded(text: str, spans: Sequence[Span], k: int) -> int:
    """How many of the words after word `k` belong to one padded name with it."""
    words = [text[a:b] for a, b in spans[k:k + 4]]
    bare = [w.partition("（")[0] for w in words]
    if len(words) < 2 or not re.match(rf"[{HAN}]{{1,2}}$", words[0]):
        return 0
    if len(words[0]) == 1 and surname_first(words[0]) and re.match(rf"[{HAN}](?:以及|及|和)(?=.)", bare[1]):
        return 1
    if len(words[0]) == 1 and surname_first(words[0]) and len(bare[1]) <= 2:
        if len(bare[1]) == 1:
            third = len(bare) > 2 and len(bare[2]) == 1 and "（" not in words[1]
            return 2 if third and not (len(bare) > 3 and len(bare[3]) == 1) and not surname_first(bare[2]) else 1
        return 1 if len(bare[1]) == 2 and is_name(words[0] + bare[1]) and not is_post(bare[1]) and not is_unit(bare[1]) else 0
    if len(words[0]) == 1 and len(bare) > 2 and re.match(rf"[{HAN}]{{2}}$", bare[1]) and not is_post(bare[1]) and not is_unit(bare[1]) and is_post(words[2]):
        return 1
    if words[0] in COMPOUND and len(bare[1]) in (1, 2) and is_name(words[0] + bare[1]):
        return 1
    return 1 if len(words[0]) == 1 and len(bare[1]) == 1 else 0


def _atoms(text: str, start: int, end: int, glued: bool) -> Iterator[_Atom]:
    named = -1
    for number, (a, b, before) in enumerate(_chunks(text, start, end)):
        if order := _ORDER.match(text, a, b):
            a = order.end()
        for c, d in _words(text, a, b):
            if named == number and (is_post(word := _bare(text, c, d)) or is_unit(word)):
                yield _Atom("P", c, d, number, " ")
            elif glued and (m := _GLUED.match(text[c:d])) and is_post(_bare(text, c, d)):
                yield _Atom("N", c, c + m.end("name"), number, before)
                yield _Atom("P", c + m.end("name"), d, number, "")
            else:
                for atom in _read(text, c, d, number, before):
                    named = number if atom.kind == "N" else named
                    yield atom
            before = " "


def _bare(text: str, start: int, end: int) -> str:
    return text[start:end].replace(" ", "")


def _read(text: str, start: int, end: int, chunk: int, before: str) -> Iterator[_Atom]:
    """The atoms of one word."""
    if (lead := _LEADING_AND.match(text, start, end)) and lead.end() < end:
        start = lead.end()
    word = _bare(text, start, end)
    if tail := _TAIL.search(text, start, end):
        if tail.start() == start:
            return
        if tail[0] != "同志" or is_name(_bare(text, start, tail.start())):
            end = tail.start()
            word = _bare(text, start, end)
    if (m := _DEPARTMENTS_AND.match(text, start, end)) and m.end("left") > start:
        yield from _read(text, start, m.end("left"), chunk, before)
        if not _NOBODY.fullmatch(_bare(text, m.end(), end)):
            yield from _read(text, m.end(), end, chunk, "、")
        return
    if not word or _COUNTED.match(word) or _PHONE.fullmatch(word) or word in ("等", "—", "——", "-", "无", "空缺", "暂缺", "暂空") or word.isdigit():
        return
    if word.startswith("（") and word.endswith("）"):
        inner = word[1:-1]
        if not _ABOUT.match(inner) and (is_post(inner) or is_unit(inner) or "、" in inner):
            yield _Atom("P", start + 1, end - 1, chunk, " ")
        return
    if is_name(word):
        yield _Atom("N", start, end, chunk, before)
        return
    bracket = _NAME_BRACKET.match(text[start:end])
    if bracket and is_name(_bare(bracket["name"], 0, len(bracket["name"]))):
        yield from _name_bracket(text, bracket, start, chunk, before)
        return
    if (m := _POST_NAME.match(text[start:end])) and is_name(m["name"].replace(" ", "")) and not is_post(word) and len(m["post"]) > 1:
        yield from _glued(text, m, start, chunk, before)
        return
    if (m := _HONOURED.match(text[start:end])) and is_name(_bare(m["name"], 0, len(m["name"]))):
        yield _Atom("N", start, start + m.end("name"), chunk, before)
        return
    plain = text[start:end].partition("（")[0]
    if not is_post(word) and not is_unit(word) and (m := _POST_THEN.match(plain)) and may_be_name(m["name"]) and len(m["name"]) != 4:
        yield _Atom("P", start, start + m.end("post"), chunk, before)
        yield _Atom("N", start + m.start("name"), start + m.end("name"), chunk, "")
        return
    if bracket and _bracketed(bracket):
        yield from _name_bracket(text, bracket, start, chunk, before)
        return
    if not is_post(word) and not is_unit(word) and (cut := _joined(text, start, end)):
        yield from _read(text, start, cut[0], chunk, before)
        yield from _read(text, cut[1], end, chunk, "、")
        return
    if (m := _PADDED_AND.match(text[start:end])) and is_name(_bare(m["name"], 0, len(m["name"]))):
        yield _Atom("N", start, start + m.end("name"), chunk, before)
        yield from _read(text, start + m.end(), end, chunk, "、")
        return
    if cut_at := _name_glued_to_post(word):
        yield _Atom("N", start, start + cut_at, chunk, before)
        yield _Atom("P", start + cut_at, end, chunk, "")
        return
    if cut := _joined(text, start, end):
        yield from _read(text, start, cut[0], chunk, before)
        yield from _read(text, cut[1], end, chunk, "、")
        return
    yield _Atom("P" if is_post(word) or is_unit(word) or word in NOT_NAMES else "X", start, end, chunk, before)


def _bracketed(match: re.Match[str]) -> bool:
    name, about = match["name"].replace(" ", ""), match["about"]
    if is_name(name) or (len(name) == 2 and surname_first(name) and is_post(about) and len(about) > 3):
        return True
    return may_be_name(name) and len(name) <= 6 and not is_post(name) and (bool(_ABOUT.match(_OF_PERSON.sub("", about))) or is_post(about))


def _name_bracket(text: str, match: re.Match[str], start: int, chunk: int, before: str) -> Iterator[_Atom]:
    yield _Atom("N", start, start + match.end("name"), chunk, before)
    about = _CONTACT.sub("", match["about"])
    of_person = _OF_PERSON.match(about)
    skipped = of_person.end() if of_person else 0
    told = about[skipped:]
    if not _ABOUT.match(told) and (is_post(told) or is_unit(told) or (not of_person and len(told) >= 4)):
        yield _Atom("P", start + match.start("about") + skipped, start + match.start("about") + len(about), chunk, "（")
    if match["rest"].strip():
        yield from _read(text, start + match.start("rest"), start + match.end("rest"), chunk, "")


def _glued(text: str, match: re.Match[str], start: int, chunk: int, before: str) -> Iterator[_Atom]:
    """"县财政局局长李四": a post with a name right behind it; the post may hold further such pairs."""
    name_at = start + match.start("name")
    yield _Atom("P", start, start + match.end("post"), chunk, before)
    yield _Atom("N", name_at, start + match.end("name"), chunk, "")
    about = (match["about"] or "")[1:-1]
    if about and not _ABOUT.match(about) and is_post(about):
        yield _Atom("P", start + match.start("about") + 1, start + match.end("about") - 1, chunk, "（")


def _joined(text: str, start: int, end: int) -> Span | None:
    """Where 及, 和 or 以及 joins two members, both of which stand as one."""
    for m in _AND.finditer(text, start + 1, max(start + 2, end - 1)):
        left, right = _bare(text, start, m.start()), _bare(text, m.end(), end)
        if text.count("（", start, m.start()) != text.count("）", start, m.start()):
            continue
        if (is_name(left) or is_unit(left) or is_post(left)) and len(left) > 1 and len(right) > 1 and (is_name(right) or is_unit(right) or is_post(right)):
            if is_unit(left) and len(left) <= 2 and left not in ("县委", "市委", "区委", "省委"):
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


def _to_departments(atoms: list[_Atom]) -> None:
    """In a list that ends in 等部门 the short words are departments: 发改、扶贫、住建."""
    for index, atom in enumerate(atoms):
        beside = [a for a in atoms[max(0, index - 1):index + 2] if a is not atom and a.chunk == atom.chunk]
        if atom.kind == "X" or (atom.kind == "N" and not any(a.kind == "P" for a in beside)):
            atom.kind = "P"


def _promote(text: str, atoms: list[_Atom], lenient: bool) -> None:
    """Unknown words beside names are names, too: 哈斯额尔敦, 那日苏."""
    named = lenient or any(atom.kind == "N" for atom in atoms)
    for index, atom in enumerate(atoms):
        word = _bare(text, atom.start, atom.end)
        following = atoms[index + 1] if index + 1 < len(atoms) else None
        if atom.kind == "X" and may_be_name(word) and len(word) <= (8 if lenient else 6) and word not in NOT_NAMES:
            behind = atoms[index - 1] if index else None
            if behind is not None and behind.kind == "P" and behind.chunk == atom.chunk and atom.before == " " and following is None and is_post(_bare(text, behind.start, behind.end)):
                atom.kind = "N"
                continue
            beside = following is not None and following.chunk == atom.chunk
            if (beside and following is not None and following.kind == "P" and following.before == " ") or (named and (not beside or (following is not None and (following.kind in "PN" or len(word) <= 3)))):
                atom.kind = "N"


def _assemble(text: str, atoms: Sequence[_Atom]) -> Iterator[Member]:
    name_first = _name_first(atoms)
    row = len(atoms) > 1 and [a.kind for a in atoms].count("N") == 1 and atoms[0].kind == "N" and atoms[1].chunk == atoms[0].chunk and atoms[1].before == " " and is_post(_bare(text, atoms[1].start, atoms[1].end))
    single = [a.kind for a in atoms].count("N") == 1
    person: Member | None = None
    bracketed = False
    pending: list[_Atom] = []
    for atom in atoms:
        if atom.kind == "N":
            bracketed = False
            if name_first:
                yield from _loose(text, pending)
                if person:
                    yield person
                person = Member("person", (atom.start, atom.end))
            else:
                held = _held(text, pending, atom)
                yield from _loose(text, pending[:len(pending) - len(held)])
                if person:
                    yield person
                shared = person.post if person and not held and not pending and atom.before == "、" else None
                person = Member("person", (atom.start, atom.end), (held[0].start, held[-1].end) if held else shared)
            pending = []
        elif atom.kind == "P":
            if person and (row or (not (bracketed and atom.before != "（") and _belongs(text, person, atom, name_first, single))):
                bracketed = atom.before == "（"
                person.post = (person.post[0] if person.post else atom.start, atom.end)
                continue
            pending.append(atom)
            if person and name_first:
                yield person
                person = None
        else:
            if person:
                yield person
                person = None
            yield from _loose(text, pending)
            pending = []
    if person:
        yield person
    yield from _loose(text, pending)


def _name_first(atoms: Sequence[_Atom]) -> bool:
    before = after = 0
    for one, two in itertools.pairwise(atoms):
        if one.chunk == two.chunk:
            after += one.kind == "N" and two.kind == "P"
            before += one.kind == "P" and two.kind == "N"
    if after == before == 0:
        return True
    if after == before and atoms:
        return atoms[0].kind == "N"
    return after >= before


def _belongs(text: str, person: Member, atom: _Atom, name_first: bool, single: bool) -> bool:
    """Does a post or unit behind a person state that person's post?"""
    if atom.before == "（":
        return True
    if not name_first:
        return False
    word = _bare(text, atom.start, atom.end)
    if atom.before in ("", " "):
        return True
    if person.post and atom.before in "、，,":
        return is_post(word) and not word.startswith("各")
    return single and atom.before in "，," and is_post(word) and not word.startswith("各")


def _held(text: str, pending: Sequence[_Atom], name: _Atom) -> list[_Atom]:
    """The posts in front of a name that are its own: the last, and those joined to it by 、."""
    held: list[_Atom] = []
    for atom in reversed(pending):
        if held and held[0].before not in "、 ":
            break
        word = _bare(text, atom.start, atom.end)
        if not held and (atom.chunk != name.chunk) and name.before not in " ":
            break
        if held and not is_post(word):
            break
        held.insert(0, atom)
    return held


_RANK = re.compile("(?:常委|党组成员|党委委员|党工委委员)$")


def _loose(text: str, pending: Sequence[_Atom]) -> Iterator[Member]:
    """Members that are no persons; a rank such as 常委 and the post behind it are one man's."""
    joined: list[_Atom] = []
    for atom in pending:
        if joined and atom.before == "、" and _RANK.search(_bare(text, joined[-1].start, joined[-1].end)) and is_post(_bare(text, atom.start, atom.end)):
            joined[-1] = _Atom("P", joined[-1].start, atom.end, atom.chunk, joined[-1].before)
        else:
            joined.append(atom)
    for atom in joined:
        word = _bare(text, atom.start, atom.end)
        yield Member("post" if is_post(word) and not _unit_like(word) else "unit", (atom.start, atom.end))


def _unit_like(word: str) -> bool:
    return is_unit(word) and not re.search(rf"(?:{TITLE})(?:（[^（）]*）)?$", word)
