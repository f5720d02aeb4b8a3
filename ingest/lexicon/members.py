"""A list of people, posts and units, read apart.

    丁　炜  县委副书记、县长            →  person 丁炜 with a post
    县财政局局长李四、各乡镇             →  person 李四 with a post; unit 各乡镇
    高　原（县水务局局长，正科级）       →  person 高原 with a post
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from ingest.lexicon.atoms import Atom, bare, names_glued, promote, read_atoms, to_departments
from ingest.lexicon.list_words import Span
from ingest.lexicon.posts import TITLE, is_post, is_unit

__all__ = ["Member", "names_glued", "read_members"]


@dataclass(frozen=True, slots=True)
class Member:
    """One member: `kind` person, post or unit; positions of its name, its post and a role told in brackets."""

    kind: str
    at: Span
    post: Span | None = None
    role: Span | None = None


_DEPARTMENTS = re.compile(r"(?:等|共)(?:[ ]?\d+[ ]?个|[一二三四五六七八九十]+个)?(?:有关|相关|职能)?(?:部门|单位)")


def read_members(
    text: str, start: int = 0, end: int | None = None, lenient: bool = False, glued: bool = False,
) -> tuple[Sequence[Member], bool]:
    """The members listed in `text[start:end]` (folded) in order, and whether all of it was understood.

    `lenient` takes unknown words of two to six characters for names, as in a column of names; `glued` knows
    that names stand right in front of their posts (张三县财政局局长), see `names_glued`.
    """
    return _read_members(text, start, len(text) if end is None else end, lenient, glued)


@lru_cache(maxsize=256)
def _read_members(text: str, start: int, end: int, lenient: bool, glued: bool) -> tuple[tuple[Member, ...], bool]:
    """The same, remembered: a roster's line is read to see whether it lists members, and then for them."""
    glued = glued or names_glued([text[start:end]])
    atoms = list(read_atoms(text, start, end, glued))
    if _DEPARTMENTS.search(text, start, end):
        to_departments(atoms)
    else:
        promote(text, atoms, lenient)
    members = tuple(_assemble(text, atoms))
    return members, bool(members) and all(atom.kind != "X" for atom in atoms)


def _assemble(text: str, atoms: Sequence[Atom]) -> Iterator[Member]:
    """The members that the atoms make up: each name with the posts that are its own."""
    name_first = _name_first(atoms)
    single = [a.kind for a in atoms].count("N") == 1
    row = single and _is_row(text, atoms)
    single = single or any(a.kind == "N" and a.before == "；" for a in atoms)
    person: Member | None = None
    bracketed = False
    pending: list[Atom] = []
    for atom in atoms:
        if atom.kind == "N":
            bracketed = False
            if name_first:
                yield from _loose(text, pending)
                if person:
                    yield person
                person = Member("person", (atom.start, atom.end), role=atom.role)
            else:
                held = _held(text, pending, atom)
                yield from _loose(text, pending[:len(pending) - len(held)])
                if person:
                    yield person
                shared = person.post if person and not held and not pending and atom.before == "、" else None
                person = Member("person", (atom.start, atom.end), (held[0].start, held[-1].end) if held else shared, atom.role)
            pending = []
        elif atom.kind == "P":
            if person and (row or (not (bracketed and atom.before != "（") and _belongs(text, person, atom, name_first, single))):
                bracketed = atom.before == "（"
                person = replace(person, post=(person.post[0] if person.post else atom.start, atom.end))
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


def _is_row(text: str, atoms: Sequence[Atom]) -> bool:
    """A name and behind a gap the person's posts: 马文清  县财政局局长、县国资委主任."""
    if len(atoms) < 2 or atoms[0].kind != "N" or atoms[1].chunk != atoms[0].chunk or atoms[1].before != " ":
        return False
    return is_post(bare(text, atoms[1].start, atoms[1].end))


def _name_first(atoms: Sequence[Atom]) -> bool:
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


def _belongs(text: str, person: Member, atom: Atom, name_first: bool, single: bool) -> bool:
    """Does a post or unit behind a person state that person's post?"""
    if atom.before == "（":
        return True
    if not name_first:
        return False
    word = bare(text, atom.start, atom.end)
    if atom.before in ("", " "):
        return not word.startswith("各")
    if person.post and atom.before in "、，,":
        return is_post(word) and not word.startswith("各")
    return single and atom.before in "，," and is_post(word) and not word.startswith("各")


def _held(text: str, pending: Sequence[Atom], name: Atom) -> list[Atom]:
    """The posts in front of a name that are its own: the last, and those joined to it by 、."""
    held: list[Atom] = []
    for atom in reversed(pending):
        if held and held[0].before not in "、 ":
            break
        word = bare(text, atom.start, atom.end)
        if not held and (atom.chunk != name.chunk) and name.before not in " ":
            break
        if held and not is_post(word):
            break
        held.insert(0, atom)
    return held


_RANK = re.compile("(?:常委|党组成员|党委委员|党工委委员)$")
_DEPUTY_AND = re.compile("(?:副书记|党组书记)$")
_CHIEF = re.compile("(?:代)?[县区市镇乡旗州厅局]长$")


def _loose(text: str, pending: Sequence[Atom]) -> Iterator[Member]:
    """Members that are no persons; a rank such as 常委 and the post behind it are one man's."""
    joined: list[Atom] = []
    for atom in pending:
        if joined and atom.before == "、" and _one_man(bare(text, joined[-1].start, joined[-1].end), bare(text, atom.start, atom.end)):
            joined[-1] = Atom("P", joined[-1].start, atom.end, atom.chunk, joined[-1].before)
        else:
            joined.append(atom)
    for atom in joined:
        word = bare(text, atom.start, atom.end)
        yield Member("post" if is_post(word) and not _unit_like(word) else "unit", (atom.start, atom.end))


def _one_man(first: str, second: str) -> bool:
    """Are two posts in turn one man's: 县委常委、政法委书记; 县委副书记、县长?"""
    return is_post(second) and bool(_RANK.search(first) or (_DEPUTY_AND.search(first) and _CHIEF.match(second)))


def _unit_like(word: str) -> bool:
    return is_unit(word) and not re.search(rf"(?:{TITLE})(?:（[^（）]*）)?$", word)
