"""Facts that were found against facts that were annotated, by the rules of the facts contract.

    {"kind": "task", "line": 12, "role": "责任单位", "name": "县水务局", …}   gold, with the line it begins on
    Task(role="责任单位", name="水务局", start=301, …)                        found: the same fact

A gold fact may give further right readings of a field as FIELD_alt, and may be `optional`: finding it is
neither demanded nor punished.
"""

from __future__ import annotations

import json
import re
import unicodedata
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import opencc

from ingest.source import Source

Row = dict[str, Any]

LINES_APART = 3
SIMPLIFIED = opencc.OpenCC("t2s")
MARKS = str.maketrans(
    dict.fromkeys("〔[【{〈", "(") | dict.fromkeys("〕]】}〉", ")") | dict.fromkeys("“”‘’「」『』\"'", '"')
    | dict.fromkeys("—–－~～", "-")
)
NOISE = re.compile(r"<br\s*/?>|</?p>|[\s*#|`_\\《》]")
OWN_COUNTY = re.compile(r"[一-鿿]{2}(?=[县区市旗](?:人民)?政府)")
GROUP_KIND = re.compile(
    r"(?:工作)?(?:领导小组|协调小组|小组|联席会议(?:制度)?|指挥部|委员会|办公室|专班|专项组|组)$"
)
LEVEL = r"(?:[县区旗]|市(?!场|政|容|民|监))(?=..)"


@lru_cache(maxsize=100_000)
def fold(text: str | None) -> str:
    """One spelling for whatever only layout tells apart: width, script, blanks, marks."""
    plain = unicodedata.normalize("NFKC", NOISE.sub("", text or ""))
    return NOISE.sub("", SIMPLIFIED.convert(plain).translate(MARKS)).strip("。.;,、:")


class Units:
    """Folds units' names as one source uses them: its own county in front says nothing."""

    def __init__(self, source: Source) -> None:
        counties = Counter(OWN_COUNTY.findall(fold(source.text)))
        own = [name for name, count in counties.most_common(1) if count >= 3]
        self._prefix = re.compile(f"^(?:{own[0] if own else ''})?{LEVEL}")

    def fold(self, name: str | None) -> str:
        return self._prefix.sub("", fold(name))


Key = tuple[Any, ...]
KEYS: dict[str, Callable[[Row, Units], Key]] = {
    "document": lambda f, u: (fold(f["title"]), *sorted(map(u.fold, f["issuers"] or ())), f["date"]),
    "membership": lambda f, u: (fold(f["role"]), u.fold(f["member"])),
    "group_office": lambda f, u: (u.fold(f["host"]),),
    "permit": lambda f, u: (
        u.fold(f["unit"]), f["holders"], fold(f["legal_rep"]), fold(f["category"]),
        fold(f.get("holder")), fold(f.get("number")),
    ),
    "task": lambda f, u: (fold(f["role"]), u.fold(f["name"])),
    "deadline": lambda f, u: (fold(f["value"]),),
    "oversight": lambda f, u: (fold(f["person"]), fold(f["relation"]), u.fold(f["target"])),
    "backup": lambda f, u: tuple(sorted((fold(f["person"]), fold(f["backup"])))),
    "duty": lambda f, u: (u.fold(f["unit"]), fold(f["text"])[:8]),
    "appointment": lambda f, u: (fold(f["action"]), fold(f["person"])),
}


def readings(gold: Row, units: Units) -> set[Key]:
    """Every key under which the gold fact may be found."""
    key = KEYS[gold["kind"]]
    found = {key(gold, units)}
    for name in gold:
        if not name.endswith("_alt") or name == "line_alt":
            continue
        values = gold[name]
        if not isinstance(values, list) or name == "issuers_alt":
            values = [values]
        found |= {key({**gold, name.removesuffix("_alt"): value}, units) for value in values}
    return found


@dataclass
class Comparison:
    """What became of the gold and the found facts of one or more sources."""

    pairs: list[tuple[Row, Row]] = field(default_factory=list)
    missed: list[Row] = field(default_factory=list)
    wrong: list[Row] = field(default_factory=list)

    def __add__(self, other: Comparison) -> Comparison:
        return Comparison(self.pairs + other.pairs, self.missed + other.missed, self.wrong + other.wrong)

    def of(self, kind: str) -> Comparison:
        """The part of the comparison about one kind of fact."""
        return Comparison(
            [pair for pair in self.pairs if pair[0]["kind"] == kind],
            [gold for gold in self.missed if gold["kind"] == kind],
            [found for found in self.wrong if found["kind"] == kind],
        )

    @property
    def _right(self) -> int:
        return sum(not gold.get("optional") for gold, _ in self.pairs)

    @property
    def precision(self) -> float:
        said = self._right + len(self.wrong)
        return self._right / said if said else 1.0

    @property
    def f1(self) -> float:
        all_facts = 2 * self._right + len(self.wrong) + len(self.missed)
        return 2 * self._right / all_facts if all_facts else 1.0

    def rate(self, agrees: Callable[[Row, Row], bool | None]) -> float:
        """The share of pairs that agree, of those about which `agrees` has something to say."""
        answers = [answer for pair in self.pairs if (answer := agrees(*pair)) is not None]
        return sum(answers) / len(answers) if answers else 1.0

    def report(self, most: int = 25) -> str:
        """The scores and the first faults, a line each, for a failed test."""
        counts = f"{len(self.missed)} missed, {len(self.wrong)} wrong"
        lines = [f"P {self.precision:.3f}, F1 {self.f1:.3f}: {counts}"]
        faults = [("missed", row) for row in self.missed] + [("wrong", row) for row in self.wrong]
        for what, row in sorted(faults, key=lambda fault: (fault[1]["source"], fault[1]["line"]))[:most]:
            told = {k: v for k, v in row.items() if v is not None and k not in UNTOLD}
            lines.append(f"{what} {row['source']}:{row['line']} {json.dumps(told, ensure_ascii=False)}")
        return "\n".join(lines)


UNTOLD = {"source", "line", "start", "end", "document", "task_heads", "task_start", "task_end", "full_text"}


def compare(gold: Iterable[Row], found: Iterable[Row], source: Source) -> Comparison:
    """Pair gold with found facts one to one: equal keys, at most three lines apart, the nearest first.

    Rows need `line`; see `rows`. Facts of kinds that the contract does not know are left out.
    """
    units = Units(source)
    gold = [row for row in gold if row["kind"] in KEYS]
    found = [row for row in found if row["kind"] in KEYS]
    by_key: dict[tuple[str, Key], list[int]] = defaultdict(list)
    for index, row in enumerate(found):
        by_key[row["kind"], KEYS[row["kind"]](row, units)].append(index)
    near = sorted(_candidates(gold, found, by_key, units))
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, g, f in near:
        if g not in partner and f not in taken:
            partner[g] = f
            taken.add(f)
    return Comparison(
        [(gold[g], found[f]) for g, f in partner.items()],
        [row for g, row in enumerate(gold) if g not in partner and not row.get("optional")],
        [row for f, row in enumerate(found) if f not in taken],
    )


def _candidates(
    gold: list[Row], found: list[Row], by_key: dict[tuple[str, Key], list[int]], units: Units
) -> Iterator[tuple[bool, int, int, int]]:
    for g, row in enumerate(gold):
        for key in readings(row, units):
            for f in by_key.get((row["kind"], key), ()):
                lines = [row["line"], row.get("line_alt", row["line"])]
                apart = min(abs(line - found[f]["line"]) for line in lines)
                if apart <= LINES_APART:
                    yield bool(row.get("optional")), apart, g, f


def same_group(gold: Row, found: Row) -> bool | None:
    """Whether a membership's or office's group is the annotated one: equal, or one holds the other's core."""
    if "group" not in gold:
        return None
    names = (gold["group"], *(gold.get("group_alt") or ()))
    return any(_one_group(fold(name), fold(found.get("group"))) for name in names)


def _one_group(a: str, b: str) -> bool:
    a, b = (re.sub(r"[\"()]", "", name) for name in (a, b))
    if not a or not b:
        return not a and not b
    core_a, core_b = (GROUP_KIND.sub("", name) or name for name in (a, b))
    return a == b or (len(core_a) > 1 and core_a in b) or (len(core_b) > 1 and core_b in a)


def same_post(gold: Row, found: Row) -> bool | None:
    """Whether a person's post reads as annotated; None where neither has one."""
    if gold["kind"] not in ("membership", "appointment") or not (gold["post"] or found["post"]):
        return None
    posts = [gold["post"], *(gold["post_alt"] or [None])] if "post_alt" in gold else [gold["post"]]
    return fold(found["post"]) in map(fold, posts)


ORDINAL = re.compile(
    r"^(?:[一二三四五六七八九十]+[、.是]|[(][一二三四五六七八九十\d]+[)]|\d+[.、)](?!\d+[^\d年月日]))"
)


def same_task(gold: Row, found: Row) -> bool | None:
    """Whether a task's text begins as one of the annotated heads, ordinals apart; None without heads."""
    if "task_heads" not in gold:
        return None
    bare = ORDINAL.sub("", fold(found.get("task")))
    return any(bare.startswith(fold(head)[:8]) or fold(found.get("task")).startswith(fold(head)[:8])
               for head in gold["task_heads"])


def same_doc_no(gold: Row, found: Row) -> bool:
    """Whether the fact stands in the document with the annotated number."""
    numbers = [gold["doc_no"], *gold.get("doc_no_alt", ())]
    return fold(found["doc_no"]) in map(fold, numbers)


def rows(source: Source, facts: Iterable[Any]) -> list[Row]:
    """Extracted facts as rows with the line that each begins on."""
    breaks = [match.start() for match in re.finditer("\n", source.text)]
    return [{**fact.to_json(), "line": bisect_right(breaks, fact.start - 1) + 1} for fact in facts]


def annotated(path: Path) -> list[Row]:
    """The gold facts of one file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
