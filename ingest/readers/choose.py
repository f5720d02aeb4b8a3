"""Which files a user means by a file, a folder, a glob or a zip archive.

    gazettes/*.txt  →  gazettes/2021-02.txt, gazettes/2021-03.txt
"""

from __future__ import annotations

import glob
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ingest.readers.archive import is_archive, members

TEXTS = frozenset({".txt", ".md", ".markdown", ".text"})
WEB = frozenset({".html", ".htm", ".xhtml"})
OFFICE = frozenset({".doc", ".odt", ".rtf", ".wps", ".docm"})
IMAGES = frozenset({".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp"})
FORMATS = TEXTS | WEB | OFFICE | IMAGES | {".docx", ".pdf"}
READABLE = " ".join(sorted(FORMATS))


@dataclass(frozen=True, slots=True)
class Selection:
    """`files` to read and, from folders and archives, the files `skipped` for their suffix; both sorted."""

    files: list[Path]
    skipped: list[Path]


def select(paths: Iterable[str | Path]) -> Selection:
    """What `paths` name, each file once, in an order that does not depend on theirs.

    A file named on its own is always among `files`, whatever its suffix; one found in a folder only when
    it is of a known format, and a picture only among nothing but pictures. A README is about its folder
    and never a gazette; hidden files and the lock files of word processors are passed over without a word.
    """
    files: set[Path] = set()
    skipped: set[Path] = set()
    for path in paths:
        for found in _matches(path):
            if not found.is_dir() and not is_archive(found):
                files.add(found)
                continue
            inside = [file for file in _inside(found) if not is_archive(file)]
            texts = {file for file in inside if _is_gazette(file)}
            known = texts or {file for file in inside if file.suffix.lower() in IMAGES}
            files |= known or {found}
            skipped |= set(inside) - known
    return Selection(sorted(files, key=str), sorted(skipped - files, key=str))


def _matches(path: str | Path) -> list[Path]:
    """The path itself where it exists, else what it matches as a glob; itself again where that is nothing."""
    if Path(path).exists():
        return [Path(path)]
    return [Path(hit) for hit in glob.glob(str(path), recursive=True)] or [Path(path)]  # noqa: PTH207 (a pattern may be absolute)


def _inside(place: Path) -> Iterator[Path]:
    """All files in a folder or an archive, those of archives in the folder included."""
    if is_archive(place):
        for member in members(place):
            if not any(_is_hidden(part) for part in member.relative_to(place).parts):
                yield member
        return
    for entry in place.iterdir():
        if _is_hidden(entry.name):
            continue
        if is_archive(entry) or (entry.is_dir() and not entry.is_symlink()):
            yield from _inside(entry)
        elif entry.is_file():
            yield entry


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$", "__MACOSX"))


def _is_gazette(file: Path) -> bool:
    return file.suffix.lower() in FORMATS - IMAGES and file.stem.lower() != "readme"
