"""What kind of body a name means, by the table of standard bodies and by what bureaus are composed of.

人社局 = 人力资源和社会保障局        住建和交通局 = 住房和城乡建设 + 交通运输
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

_BUREAU = re.compile(r"(.{2,}?)(局|委员会|委|厅|部门|部)$")
_JOINTS = re.compile(r"[和与及、]")


@dataclass(frozen=True, slots=True)
class Body:
    """A standard body. `functions` are the fields of work that a bureau unites, none for other bodies."""

    key: str
    name: str
    kind: str
    functions: frozenset[str] = frozenset()
    formed: int | None = None
    ended: int | None = None
    successor: str | None = None


class _Table:
    def __init__(self) -> None:
        self.forms: dict[str, Body] = {}
        self.functions: dict[str, tuple[str, ...]] = {}
        with (resources.files("data") / "bodies.csv").open(encoding="utf-8") as lines:
            for row in csv.DictReader(lines):
                self._take(row)
        self.longest = max(map(len, self.functions))

    def _take(self, row: dict[str, str]) -> None:
        forms = [row["name"], *filter(None, row["short"].split("|"))]
        bureau = _BUREAU.fullmatch(row["name"]) if row["kind"] == "department" else None
        named = tuple(filter(None, row["functions"].split("+")))
        functions = named or ((bureau[1],) if bureau else ())
        if row["kind"] == "function":
            self.functions.update(dict.fromkeys(forms, functions))
            return
        key = "+".join(sorted(functions)) or row["name"]
        body = Body(
            key,
            row["name"],
            row["kind"],
            frozenset(functions),
            _year(row["formed"]),
            _year(row["ended"]),
            row["successor"] or None,
        )
        for form in forms:
            self.forms.setdefault(form, body)
            if functions and (m := _BUREAU.fullmatch(form)):
                self.functions.setdefault(m[1], functions)


def _year(text: str) -> int | None:
    return int(text) if text else None


@lru_cache(maxsize=1)
def _table() -> _Table:
    return _Table()


@lru_cache(maxsize=50_000)
def find_body(stem: str) -> Body | None:
    """The body that `stem`, a folded name without its place, stands for; None where the table knows none.

    人社局 → 人力资源和社会保障局        财政厅 → the same body as 财政局, a province's
    """
    table = _table()
    if known := table.forms.get(stem):
        return known
    if not (bureau := _BUREAU.fullmatch(stem)) or not (functions := _composed(bureau[1])):
        return None
    if same := table.forms.get(f"{bureau[1]}局"):
        return same
    whole = "".join(functions) + bureau[2]
    return Body("+".join(sorted(set(functions))), whole, "department", frozenset(functions))


def _composed(stem: str) -> tuple[str, ...] | None:
    """The fields that `stem` is made of in their order, None unless they cover all of it.

    住建和交通 → 住房和城乡建设, 交通运输
    """
    table = _table()
    if not stem:
        return ()
    for length in range(min(len(stem), table.longest), 0, -1):
        if fields := table.functions.get(stem[:length]):
            rest = _JOINTS.sub("", stem[length:], count=1) if _JOINTS.match(stem, length) else stem[length:]
            if (others := _composed(rest)) is not None:
                return (*fields, *others)
    return None


def is_body(stem: str) -> bool:
    """Whether the table names `stem` itself."""
    return stem in _table().forms


def is_field(stem: str) -> bool:
    """Whether `stem` is a field of work that bureaus are named for: 财政, 农业农村."""
    return _composed(stem) is not None


def named_body(name: str | None) -> Body | None:
    """The body of the table with this very name."""
    return _table().forms.get(name or "")
