"""The graph's facts as tables: columns, their headings, and the query behind each."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TextIO

import yaml

from graph.store import Store

_YAML = Path(__file__).with_name("tables.yaml")
_FORMULA = re.compile(r"^[\s]*[=+\-@＝＋－＠]|^[\t\r\n]")  # what a spreadsheet would run


@dataclass(frozen=True, slots=True)
class Table:
    """One table. `columns`: name → heading in Chinese; the names are the English headings."""

    name: str
    columns: Mapping[str, str]
    cypher: str

    def headings(self, labels: str) -> list[str]:
        """The column heads, `labels` being `zh` or `en`."""
        return list(self.columns.values()) if labels == "zh" else list(self.columns)


def tables() -> dict[str, Table]:
    """All tables that can be exported, by name."""
    raw = yaml.safe_load(_YAML.read_text(encoding="utf-8"))
    return {name: Table(name, entry["columns"], entry["cypher"]) for name, entry in raw.items()}


def rows_of(table: Table, store: Store) -> Iterator[list[Any]]:
    """The table's rows, in a total order, values plain (dates, numbers, text, None)."""
    for row in store.stream(table.cypher):
        yield [row[name] for name in table.columns]


def write_csv(file: TextIO, headings: Iterable[str], rows: Iterable[Iterable[Any]]) -> None:
    """CSV that a spreadsheet opens right, given a file in `utf-8-sig` without newline translation."""
    writer = csv.writer(file)
    writer.writerow(map(cell, headings))
    writer.writerows(map(cell, row) for row in rows)


def cell(value: Any) -> Any:
    """A value as it goes into a cell: ISO dates, lists joined by 、, and text that can't become a formula."""
    if isinstance(value, list):
        return cell("、".join(map(str, value)))
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str) and _FORMULA.search(value):
        return f"'{value}"
    return value
