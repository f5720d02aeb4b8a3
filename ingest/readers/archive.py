"""Zip archives of gazettes: their members are read as if they lay in a folder.

    公报.zip  →  公报.zip/2019/01.txt, 公报.zip/2019/02.docx
"""

from __future__ import annotations

import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

from ingest.errors import BadInput
from ingest.readers.limits import check_archive, damaged

_UTF8_NAME = 0x800
_ENCRYPTED = 0x1


def is_archive(path: Path) -> bool:
    """Whether `path` is a file that is named as a zip archive."""
    return path.suffix.lower() == ".zip" and path.is_file()


def members(path: Path) -> list[Path]:
    """The files in the archive `path` as paths below it; none when it is damaged."""
    try:
        with zipfile.ZipFile(path) as archive:
            return [path / _name(info) for info in archive.infolist() if not info.is_dir()]
    except (zipfile.BadZipFile, OSError):
        return []


def archive_of(path: Path) -> Path | None:
    """The archive in which `path` lies, None for a path of its own."""
    return next((parent for parent in path.parents if is_archive(parent)), None)


@contextmanager
def unpacked(path: Path, archive_path: Path) -> Iterator[Path]:
    """The member `path` of the archive as a file of the same name, for as long as the context lasts.

    Raises BadInput when the archive is damaged, too large, or protected by a password.
    """
    check_archive(archive_path)
    wanted = path.relative_to(archive_path)
    with (
        tempfile.TemporaryDirectory(prefix="gongbao-") as folder,
        zipfile.ZipFile(archive_path) as archive,
    ):
        info = next((i for i in archive.infolist() if Path(_name(i)) == wanted), None)
        if info is None:
            raise FileNotFoundError(str(path))
        if info.flag_bits & _ENCRYPTED:
            raise BadInput(
                str(path), "压缩包有密码，请先解压", "the archive has a password: unpack it first"
            )
        target = Path(folder) / path.name
        try:
            target.write_bytes(archive.read(info))
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError) as error:
            raise damaged(archive_path) from error
        yield target


def _name(info: zipfile.ZipInfo) -> str:
    """The member's name; Chinese Windows writes it in GBK, which the format's default misreads."""
    name = info.filename
    if not info.flag_bits & _UTF8_NAME:
        with suppress(UnicodeError):
            name = name.encode("cp437").decode("gb18030")
    return str(
        PurePosixPath(*(part for part in PurePosixPath(name).parts if part not in ("/", "..")))
    )
