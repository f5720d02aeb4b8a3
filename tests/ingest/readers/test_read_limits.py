"""A file that crashes, stalls or swells costs itself and nothing else."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from ingest.errors import BadInput
from ingest.readers import limits, office, read_file
from ingest.readers.limits import Limits, read_in_child


def test_a_slow_file_is_given_up(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<p>通知", encoding="utf-8")
    with pytest.raises(BadInput, match="not read within 0"):
        read_in_child("html", path, Limits(seconds=0))


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux")
def test_a_swelling_file_is_stopped(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<p>通知" * 400_000, encoding="utf-8")
    with pytest.raises(BadInput):
        read_in_child("html", path, Limits(memory=100 << 20))


def test_a_zip_that_unpacks_to_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import docx

    path = tmp_path / "a.docx"
    docx.Document().save(str(path))
    with pytest.raises(BadInput, match="unpacks to more"):
        limits.check_archive(path, Limits(unpacked=1000))


@pytest.mark.parametrize("suffix", [".html", ".docx", ".pdf"])
@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00\x01\x02" * 50,
        b"%PDF-1.7\n\x00%%EOF",
        b"PK\x03\x04" + b"\xff" * 60,
        b"<html></html>",
    ],
)
def test_damaged_files_are_told_in_one_line(tmp_path: Path, suffix: str, data: bytes) -> None:
    path = tmp_path / f"坏{suffix}"
    path.write_bytes(data)
    with pytest.raises(BadInput) as problem:
        read_file(path)
    for line in (problem.value.zh, problem.value.en):
        assert (
            line.startswith(str(path))
            and line.count(str(path)) == 1
            and "\n" not in line
            and "Traceback" not in line
        )


def test_without_libreoffice_the_remedy_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office.shutil, "which", lambda name: None)
    monkeypatch.setattr(office, "_PLACES", ())
    path = tmp_path / "a.doc"
    path.write_bytes(b"x")
    with pytest.raises(BadInput, match=r"\.doc files need LibreOffice"):
        office.read_office(path)


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything"
)
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("通知", encoding="utf-8")
    path.chmod(0)
    with pytest.raises(BadInput, match="permissions"):
        read_file(path)
