"""Readers of intricate formats run in a child process: a bomb or a crash costs one file, not the batch."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ingest.errors import BadInput
from ingest.source import Source

_ROOT = str(Path(__file__).resolve().parents[2])


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost: wall seconds, bytes of memory, pages, bytes when unpacked."""

    seconds: int = 300
    memory: int = 3 << 30
    pages: int = 3000
    unpacked: int = 512 << 20


LIMITS = Limits()
# LibreOffice and the OCR engine reserve far more address space than they use.
ROOMY = Limits(seconds=1800, memory=16 << 30)


def read_in_child(kind: str, path: Path, limits: Limits = LIMITS) -> Source:
    """The source that the reader for `kind` (a key of `child.READERS`) makes of `path`.

    Raises BadInput when the reader does, when it crashes, and when it exceeds `limits`.
    """
    command = [sys.executable, "-m", "ingest.readers.child", kind, str(path), str(limits.memory)]
    paths = os.pathsep.join(filter(None, [_ROOT, os.environ.get("PYTHONPATH")]))
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": paths, "PYTHONIOENCODING": "utf-8"},
        start_new_session=True,
    ) as child:
        try:
            answer, _ = child.communicate(timeout=limits.seconds)
        except subprocess.TimeoutExpired as late:
            raise BadInput(
                str(path),
                f"{limits.seconds} 秒内没有读完，请拆分文件",
                f"not read within {limits.seconds} s: split the file",
            ) from late
        finally:
            _end(child)
    return _source(path, answer)


def _end(child: subprocess.Popen[bytes]) -> None:
    """Ends the child and whatever it started, also when the user stopped us."""
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(child.pid, signal.SIGKILL)
    else:
        child.kill()


def _source(path: Path, answer: bytes) -> Source:
    try:
        row = json.loads(answer)
    except ValueError as error:
        raise damaged(path) from error
    if "zh" in row:
        raise BadInput(str(path), row["zh"], row["en"])
    return Source(path.name, row["text"], tuple(row["pages"]))


def damaged(path: Path) -> BadInput:
    """The problem of a file that its reader can't make sense of."""
    return BadInput(
        str(path),
        "文件损坏，或内容与扩展名不符，请重新保存后再读",
        "the file is damaged or not what its suffix says: save it anew",
    )


def empty(path: Path) -> BadInput:
    """The problem of a file that holds no text."""
    return BadInput(
        str(path),
        "文件里没有文字，请换一个有内容的文件",
        "no text in the file: give one that has text",
    )


def check_archive(path: Path, limits: Limits = LIMITS) -> None:
    """Raises BadInput when `path` is no zip container or would unpack to more than it may."""
    try:
        with zipfile.ZipFile(path) as archive:
            size = sum(member.file_size for member in archive.infolist())
    except zipfile.BadZipFile as error:
        raise damaged(path) from error
    if size > limits.unpacked:
        raise BadInput(
            str(path),
            f"解压后超过 {limits.unpacked >> 20} MB，请拆分文件",
            f"unpacks to more than {limits.unpacked >> 20} MB: split the file",
        )


def limit_memory(size: int) -> None:
    """Caps this process's memory at `size` bytes, where the system can."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (size, size))


Reader = Callable[[Path], Source]
