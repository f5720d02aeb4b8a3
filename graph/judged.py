"""Resolving with the user's word: corrections of facts first, then judgements of identity. Both win."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.resolve import Resolution, apply_corrections, read_corrections, read_judgements, resolve
from graph.resolve.judgements import Correction
from graph.target import home
from ingest.errors import Problem


@dataclass(frozen=True, slots=True)
class UserWord:
    """Where `judgements.csv` and `corrections.csv` lie."""

    judgements: Path
    corrections: Path


@dataclass(frozen=True, slots=True)
class Judged:
    """Facts with ids, and the corrections that fit none any more; the resolution has stale judgements."""

    resolution: Resolution
    stale: list[Correction]


def user_word(judgements: str | None = None, corrections: str | None = None) -> UserWord:
    """The files named, else by GONGBAO_JUDGEMENTS and GONGBAO_CORRECTIONS, else under GONGBAO_HOME.

    Raises Problem for a file that is named and does not exist; those at home need not exist.
    """
    return UserWord(_file("judgements", judgements), _file("corrections", corrections))


def resolve_judged(rows: Iterable[dict[str, Any]], word: UserWord) -> Judged:
    """Facts to rows with ids and entities. Raises Problem for a line of the user's that can't be read."""
    corrected, stale = apply_corrections(rows, read_corrections(word.corrections))
    return Judged(resolve(corrected, read_judgements(word.judgements)), stale)


def _file(name: str, given: str | None) -> Path:
    named = given or os.environ.get(f"GONGBAO_{name.upper()}")
    if not named:
        return home() / f"{name}.csv"
    path = Path(named).expanduser()
    if given and not path.is_file():
        raise Problem(
            f"没有文件 {path}：请检查 --{name} 的路径", f"there is no file {path}: check the path of --{name}"
        )
    return path
