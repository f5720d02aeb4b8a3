"""Where a command writes: a file that appears whole or not at all, or standard output."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import fields
from pathlib import Path
from typing import Any, TextIO

from ingest.errors import Problem
from ingest.facts import KINDS


@contextmanager
def writing_to(out: str | None, *, bom: bool = False) -> Iterator[TextIO]:
    """A text file for `out`, standard output for None or `-`; lines end as they are written.

    A file is written beside its place and put there at the end, so that a failure leaves what was there.
    With `bom` a file opens right in Excel. Raises Problem when it can't be written.
    """
    if out is None or out == "-":
        sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
        yield sys.stdout
        sys.stdout.flush()
        return
    path = Path(out)
    special = path.exists() and not path.is_file()  # /dev/stdout, a pipe
    aside = path if special else path.with_name(f".{path.name}-{os.getpid()}")
    try:
        if path.is_dir():
            raise IsADirectoryError(None, "is a folder")
        with aside.open("w", encoding="utf-8-sig" if bom else "utf-8", newline="") as file:
            yield file
        if not special:
            aside.replace(path)
    except OSError as error:
        raise unwritable(path, error) from error
    finally:
        if not special:
            with suppress(OSError):
                aside.unlink()


def unwritable(path: Path, error: OSError) -> Problem:
    """The Problem of an output that can't be written."""
    return Problem(
        f"无法写入 {path}（{error.strerror}）：请换一个可写的位置",
        f"can't write {path} ({error.strerror}): choose a place that can be written",
    )


def check_writable(out: str | None) -> None:
    """Raises Problem early, before long work, when `out` can't be written."""
    if out is None or out == "-":
        return
    path = Path(out)
    missing = not path.parent.is_dir()
    if missing or path.is_dir() or not os.access(path if path.exists() else path.parent, os.W_OK):
        reason = "no such folder" if missing else "is a folder" if path.is_dir() else "not permitted"
        raise unwritable(path, OSError(None, reason))


def write_json_lines(file: TextIO, rows: Iterable[Mapping[str, Any]]) -> None:
    """One JSON object a line."""
    for row in rows:
        file.write(json.dumps(row, ensure_ascii=False) + "\n")


def read_json_lines(paths: Iterable[str]) -> Iterator[dict[str, Any]]:
    """The rows of JSON Lines files, `-` being standard input.

    Raises Problem naming file and line for what is missing, no UTF-8, no JSON object, or without a `kind`.
    """
    for path in paths:
        try:
            with sys.stdin.buffer if path == "-" else Path(path).open("rb") as file:
                for number, line in enumerate(file, 1):
                    if line.strip():
                        yield _row(line, f"{path}:{number}")
        except OSError as error:
            raise Problem(
                f"无法读取 {path}（{error.strerror}）：请检查文件名",
                f"can't read {path} ({error.strerror}): check the name",
            ) from error


def _row(line: bytes, place: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except ValueError as error:  # JSONDecodeError and UnicodeDecodeError among them
        reason = str(error)
    else:
        reason = _fault(row)
        if not reason:
            checked: dict[str, Any] = row
            return checked
    raise Problem(
        f"{place} 不是一条事实（{reason}）：请给出 gongbao extract 或 resolve 写的文件",
        f"{place} is no fact ({reason}): give a file that gongbao extract or resolve wrote",
    )


_REQUIRED: dict[str, type] = {"str": str, "int": int}


def _fault(row: object) -> str:
    """What keeps a JSON value from being a row of `extract` or `resolve`; empty when nothing does."""
    if not isinstance(row, dict):
        return "no object"
    wanted: dict[str, type]
    if row.get("kind") == "entity":
        wanted = {"id": str, "type": str, "name": str}
    elif kind := KINDS.get(str(row.get("kind"))):
        wanted = {f.name: _REQUIRED[str(f.type)] for f in fields(kind) if str(f.type) in _REQUIRED}
    else:
        return f"unknown kind {row.get('kind')!r}"
    wrong = [name for name, type_ in wanted.items() if not isinstance(row.get(name), type_)]
    return f"{row['kind']} without a proper {wrong[0]}" if wrong else ""
