"""Files to sources: one reader a format, chosen by suffix.

    gazettes/            →  [gazettes/2021-02.txt, gazettes/2021-03.pdf, gazettes/old.zip/2019-01.docx]
    gazettes/2021-02.txt →  Source("2021-02.txt", "白水县人民政府公报\\n…")
"""

from __future__ import annotations

from pathlib import Path

from ingest.errors import BadInput
from ingest.readers.choose import READABLE, Selection, select
from ingest.readers.text import read_text
from ingest.source import Source

__all__ = ["READABLE", "Selection", "expand", "read_file", "select"]


def expand(paths: list[str] | list[Path]) -> list[Path]:
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
        return _read(path)
    except FileNotFoundError as error:
        raise BadInput(str(path), "找不到这个文件，请检查路径", "no such file: check the path") from error
    except PermissionError as error:
        raise BadInput(str(path), "没有读取权限，请修改文件权限", "not readable: change its permissions") from error
    except OSError as error:
        raise BadInput(str(path), f"读不出来（{error.strerror}），请检查文件", f"can't be read ({error.strerror}): check it") from error


def _read(path: Path) -> Source:
    if path.is_dir():
        raise BadInput(str(path), f"文件夹里没有可读的文件，请放入 {READABLE} 之一",
                       f"no readable file in this folder: put in one of {READABLE}")
    if not path.exists() and any(char in path.name for char in "*?["):
        raise BadInput(str(path), "没有文件与此匹配，请检查通配符", "no file matches: check the pattern")
    if path.suffix.lower() in (".txt", ".md", ".markdown", ".text"):
        return read_text(path)
    path.stat()
    raise BadInput(str(path), f"不认识的扩展名，请改用 {READABLE} 之一", f"unknown suffix: use one of {READABLE}")
