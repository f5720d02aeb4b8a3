# ruff: noqa: E501 (a text in one line)
"""Plain text: every usual encoding, nothing touched, and what is no text refused."""

from __future__ import annotations

import contextlib
from pathlib import Path

import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.errors import BadInput
from ingest.readers import read_file
from ingest.readers.text import decode

TEXT = "松山县人民政府办公室关于成立防汛抗旱指挥部的通知\r\n松政办发〔2022〕8号\r\n指挥长：周　平  副县长\t（兼）\r\n成员：县水务局、县财政局\x0c"


def test_text_comes_through_untouched(tmp_path: Path) -> None:
    path = tmp_path / "公报.txt"
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    source = read_file(path)
    assert source.text == "\ufeff" + TEXT
    assert (source.name, source.pages) == ("公报.txt", ())


@pytest.mark.parametrize(
    "encoding", ["utf-8", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_encodings_of_simplified_text(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), "a.txt") == TEXT


def test_big5_is_told_from_gb18030() -> None:
    traditional = opencc.OpenCC("s2t").convert(TEXT.replace("〔", "（").replace("〕", "）"))
    assert decode(traditional.encode("big5hkscs"), "a.txt") == traditional
    assert decode(traditional.encode("gb18030"), "a.txt") == traditional


@given(
    st.text(
        st.sampled_from("关于成立县乡村振兴领导小组的通知，。：；、（）一二三各镇人民政府局长"),
        min_size=8,
    )
)
def test_any_official_words_survive_gb18030_and_utf16(text: str) -> None:
    for encoding in ("gb18030", "utf-16-le", "utf-16"):
        assert decode(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \r\n\t",
        b"\xef\xbb\xbf\n",
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9,
        b"\xff\xfe\xff\xdb\xff\xdb\xff",
        b"abc\x00\x01\x02\x03\x04\x05",
        b"\xb9\xab\xb1\xa8\xff\xff\xff",
    ],
)
def test_what_is_no_text_is_refused_in_one_line(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(BadInput) as problem:
        read_file(path)
    for line in (problem.value.zh, problem.value.en):
        assert line.startswith(str(path)) and "\n" not in line


@given(st.binary(max_size=300))
def test_any_bytes_decode_or_are_refused(data: bytes) -> None:
    with contextlib.suppress(BadInput):
        assert decode(data, "a.txt").strip()
