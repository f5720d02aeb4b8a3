"""Which files are meant: files, folders, globs and archives, in one order whatever theirs."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from ingest.errors import BadInput
from ingest.readers import expand, read_file, select

TEXT = "长宁县人民政府公报，二〇二一年第二期。"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (
        "b.txt",
        "a.md",
        "deep/c.html",
        "deep/d.csv",
        ".hidden.txt",
        "~$lock.docx",
        "README.md",
        "scan.png",
    ):
        path = tmp_path / "gazettes" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT, encoding="utf-8")
    return tmp_path / "gazettes"


def names(paths: list[Path], folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in paths]


def test_a_folder_gives_its_gazettes_and_tells_what_it_skips(folder: Path) -> None:
    selection = select([folder])
    assert names(selection.files, folder) == ["a.md", "b.txt", "deep/c.html"]
    assert names(selection.skipped, folder) == ["README.md", "deep/d.csv", "scan.png"]


def test_pictures_alone_are_scans(tmp_path: Path) -> None:
    (tmp_path / "1.png").write_bytes(b"x")
    assert expand([tmp_path]) == [tmp_path / "1.png"]


def test_order_and_repetition_make_no_difference(folder: Path) -> None:
    one = expand([folder / "b.txt", folder / "a.md"])
    assert one == expand([str(folder / "a.*"), str(folder / "b.txt"), str(folder / "b.*")])
    assert names(one, folder) == ["a.md", "b.txt"]


def test_a_file_of_unknown_kind_named_on_its_own_is_refused(folder: Path) -> None:
    assert expand([folder / "deep" / "d.csv"]) == [folder / "deep" / "d.csv"]
    with pytest.raises(BadInput, match="unknown suffix"):
        read_file(folder / "deep" / "d.csv")


@pytest.mark.parametrize(
    ("name", "reason"),
    [("none.txt", "no such file"), ("*.none", "no file matches"), ("empty", "no readable file")],
)
def test_what_is_not_there_is_told(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / "empty").mkdir()
    [path] = expand([tmp_path / name])
    with pytest.raises(BadInput, match=reason):
        read_file(path)


def archive(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in members.items():
            target.writestr(name, data)
    return path


def test_an_archive_is_read_like_a_folder(tmp_path: Path) -> None:
    path = archive(
        tmp_path / "公报.zip",
        {
            "2021/二.txt": TEXT.encode(),
            "2021/页.html": f"<p>{TEXT}".encode(),
            "__MACOSX/x.txt": b"x",
            "表.csv": b"1",
        },
    )
    files = expand([tmp_path])
    assert names(files, path) == ["2021/二.txt", "2021/页.html"]
    assert [read_file(file).text.strip() for file in files] == [TEXT, TEXT]
    assert read_file(files[0]).name == "二.txt"


def test_names_that_windows_wrote_in_gbk(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    _write_raw(path, "公报.txt".encode("gbk"), TEXT.encode())
    [file] = expand([path])
    assert (file.name, read_file(file).text) == ("公报.txt", TEXT)


def _write_raw(path: Path, name: bytes, data: bytes) -> None:
    """An archive of one member whose name is stored as the given bytes, without the flag of UTF-8."""
    placeholder = "x" * len(name)
    archive(path, {placeholder: data})
    path.write_bytes(path.read_bytes().replace(placeholder.encode(), name))


@pytest.mark.parametrize("members", [{}, {"a.csv": b"1"}])
def test_an_archive_without_gazettes(tmp_path: Path, members: dict[str, bytes]) -> None:
    path = archive(tmp_path / "a.zip", members)
    assert expand([path]) == [path]
    with pytest.raises(BadInput, match="no readable file"):
        read_file(path)


def test_a_damaged_member_and_a_bomb(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.zip", {"a.txt": TEXT.encode() * 50})
    data = bytearray(path.read_bytes())
    data[45] ^= 0xFF
    path.write_bytes(data)
    with pytest.raises(BadInput):
        read_file(path / "a.txt")
    bomb = archive(tmp_path / "b.zip", {"a.txt": b" " * (600 << 20)})
    with pytest.raises(BadInput, match="unpacks to more"):
        read_file(bomb / "a.txt")
