"""Which place a document speaks for: its issuer's, its file's, or what the names in it let guess.

中共同心县委办公室 → 同心县        绍兴市第一中学 → the school itself, in 绍兴市        教育部 → the nation
No issuer, but 县财政局, 县水务局… all over → a county that nothing names
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from graph.resolve.bodies import is_body
from graph.resolve.forms import FRONT, kind_of
from graph.resolve.names import fold
from graph.resolve.place import NATION, NOWHERE, Place
from graph.resolve.places import Places

_NATIONAL = re.compile(
    r"^(?:国务院|中共中央|中央|全国人大|全国人民代表|最高人民|国家)|^[\u4e00-\u9fff]{2,8}部$|总局$|总署$"
)
_INSTITUTIONS = ("school", "hospital", "enterprise", "bank")
_LEVEL_WORD = re.compile("^([县区市旗])(?=[委政人纪发教公民财水农林审司统应卫住交自文市医总妇残])")
_SCHOOL = re.compile(
    "^[\u4e00-\u9fff]{2,6}?(?:[一二三四五六七八九十]中|第[一二三四五六七八九十]中学|中学|小学|学院|大学|医院)"
)
_NAMED = ("group", "member", "name", "unit", "host", "target", "post")
# How many names must begin alike before a guess is made of it.
ENOUGH = 3


def issuers_and_places(rows: Iterable[Mapping[str, Any]]) -> Iterable[str]:
    """The names from which places can be learned: what documents and issues say of issuer and
    jurisdiction."""
    for row in rows:
        if row["kind"] in ("document", "issue"):
            if row.get("jurisdiction"):
                yield fold(row["jurisdiction"])
            for issuer in row.get("issuers") or ():
                yield FRONT.sub("", fold(issuer))


def document_place(row: Mapping[str, Any], places: Places) -> Place | None:
    """The place of a document by its issuers, its stated jurisdiction or its title; None where none tells."""
    issuers = [FRONT.sub("", fold(issuer)) for issuer in row.get("issuers") or ()]
    for issuer in issuers:
        if institution := _institution(issuer, places):
            return institution
    if place := places.jurisdiction(row.get("jurisdiction")):
        return place
    for issuer in issuers:
        if place := places.jurisdiction(issuer):
            return place
    if place := places.take(fold(row.get("title") or ""), NOWHERE)[0]:
        return place
    national = any(_NATIONAL.search(issuer) and not is_body(issuer) for issuer in issuers)
    return NATION if national else None


def _institution(issuer: str, places: Places) -> Place | None:
    """The school, hospital or company that issues: 绍兴市第一中学 and 中共绍兴一中委员会 are one."""
    place, rest = places.take(issuer, NOWHERE)
    if place is None and (near := places.short(issuer, NOWHERE)):
        place, rest = near[0], issuer[near[1] :]
    name = re.sub("(?:委员会|党委|办公室)$", "", rest)
    if kind_of(name) not in _INSTITUTIONS or is_body(name):
        return None
    return places.institution(_called(name), place, f"{issuer[: len(issuer) - len(rest)]}{name}")


def institution_at(place: Place, name: str, places: Places) -> Place | None:
    """The school, hospital or company of this name at `place` that issues documents of its own; None if none
    does."""
    return places.by_key.get(f"?{place.key}/{_called(name)}")


def _called(name: str) -> str:
    """第一中学, 一中 → 一中: how an institution is told from others."""
    return re.sub("(?<=[一二三四五六七八九十][中小])学$", "", name.removeprefix("第"))


def own_part(name: str, institution: Place) -> str | None:
    """What follows a school's or company's own name, empty for the very name; None where it does not begin so.

    绍兴一中德育处, 绍兴市第一中学德育处, 校德育处 → 德育处
    """
    above = institution.parent
    front = f"(?:{above.name}|{above.short})?" if above else ""
    own = rf"{front}第?{re.escape(institution.short)}学?|(?:本|我)?(?:学校|校(?![长区友园])|集团|公司)"
    return name[m.end() :] if (m := re.match(own, name)) else None


def source_places(
    rows: Sequence[Mapping[str, Any]], issues: Mapping[str, Mapping[str, Any]], places: Places
) -> dict[str, Place]:
    """The place a whole file belongs to: what its issue says, else where most of its documents come from."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        if row["kind"] == "document" and (place := document_place(row, places)):
            votes[row["source"]][place.key] += 1
    found = {source: places.by_key[min(c, key=lambda key: (-c[key], key))] for source, c in votes.items()}
    for source, issue in issues.items():
        title = None if source in found else places.jurisdiction(issue.get("title"))
        if place := places.jurisdiction(issue.get("jurisdiction")) or title:
            found[source] = place
    unplaced: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        if row["source"] not in found:
            unplaced[row["source"]].extend(fold(row[f]) for f in _NAMED if row.get(f))
    return found | {source: _guess(source, names, places) for source, names in unplaced.items()}


def _guess(source: str, names: Sequence[str], places: Places) -> Place:
    """The place that the names in a file speak of, or one for the file alone."""
    spoken = Counter(place.key for name in names if (place := places.begins_with(name)))
    if spoken and (most := min(spoken.items(), key=lambda item: (-item[1], item[0])))[1] >= ENOUGH:
        return places.by_key[most[0]]
    schools = Counter(m[0] for name in names if (m := _SCHOOL.match(name)))
    school = min(schools, key=lambda name: (-schools[name], name), default="")
    if schools[school] >= ENOUGH and (institution := _institution(school, places)):
        return institution
    words = Counter(m[1] for name in names if (m := _LEVEL_WORD.match(name)))
    if words and (most := min(words.items(), key=lambda item: (-item[1], item[0])))[1] >= ENOUGH:
        return places.unnamed(most[0], source)
    return places.institution(source, None, "")
