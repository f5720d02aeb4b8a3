"""Files to sources: one reader a format, chosen by suffix.

    gazettes/            →  [gazettes/2021-02.txt, gazettes/2021-03.pdf, gazettes/old.zip/2019-01.docx]
    gazettes/2021-02.txt →  Source("2021-02.txt", "白水县人民政府公报\\n…")
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ingest.errors import BadInput
from ingest.readers.archive import archive_of, is_archive, unpacked
from ingest.readers.choose import IMAGES, OFFICE, READABLE, TEXTS, WEB, Selection, select
from ingest.readers.limits import ROOMY, empty, read_in_child
from ingest.readers.text import read_text
from ingest.source import Source

__all__ = ["READABLE", "Selection", "expand", "read_file", "select"]


def expand(paths: Iterable[str | Path]) -> list[Path]:
    """The files that `paths` (files, folders, globs, zip archives) name, each once, sorted.

    Never raises: what can't be found stays in the list, so that `read_file` says why.
    """
    return select(paths).files


def read_file(path: str | Path) -> Source:
    """The source in `path`, which may lie inside a zip archive (`old.zip/2019-01.docx`).

    Raises BadInput for whatever can't be read, with the remedy.
    """
    path = Path(path)
    try:
        archive = archive_of(path)
        if archive is None:
            return _read(path)
        with unpacked(path, archive) as member:
            return _read(member)
    except BadInput as problem:
        raise _of(path, problem) from problem
    except FileNotFoundError as error:
        raise BadInput(
            str(path), "找不到这个文件，请检查路径", "no such file: check the path"
        ) from error
    except PermissionError as error:
        raise BadInput(
            str(path), "没有读取权限，请修改文件权限", "not readable: change its permissions"
        ) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise BadInput(
            str(path), f"读不出来（{reason}），请检查文件", f"can't be read ({reason}): check it"
        ) from error


def _of(path: Path, problem: BadInput) -> BadInput:
    """The same problem, told of the file as the user named it."""
    return BadInput(
        str(path),
        problem.zh.removeprefix(f"{problem.path}："),
        problem.en.removeprefix(f"{problem.path}: "),
    )


def _read(path: Path) -> Source:
    suffix = path.suffix.lower()
    _refuse_what_is_no_file(path)
    if suffix in TEXTS:
        return read_text(path)
    if path.stat().st_size == 0:
        raise empty(path)
    if suffix in WEB:
        return read_in_child("html", path)
    if suffix == ".docx":
        return read_in_child("docx", path)
    if suffix == ".pdf":
        return read_in_child("pdf", path, ROOMY)
    if suffix in OFFICE:
        return read_in_child("office", path, ROOMY)
    if suffix in IMAGES:
        return read_in_child("image", path, ROOMY)
    raise BadInput(
        str(path),
        f"不认识的扩展名，请改用 {READABLE} 之一",
        f"unknown suffix: use one of {READABLE}",
    )


def _refuse_what_is_no_file(path: Path) -> None:
    if path.is_dir() or is_archive(path):
        raise BadInput(
            str(path),
            f"里面没有可读的文件，请放入 {READABLE} 之一",
            f"no readable file inside: put in one of {READABLE}",
        )
    if not path.exists() and any(char in str(path) for char in "*?["):
        raise BadInput(
            str(path), "没有文件与此匹配，请检查通配符", "no file matches: check the pattern"
        )
