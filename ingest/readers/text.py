"""Plain text and Markdown: bytes to characters, nothing else touched.

    C9 EA C7 EB 3A …  (GB18030)  →  申请:…
"""

from __future__ import annotations

import codecs
from pathlib import Path

from ingest.errors import BadInput
from ingest.source import Source

MAX_BYTES = 512 << 20
_SAMPLE = 1 << 16
# What running Chinese text is full of, in both scripts: a wrong decoding hardly ever hits these.
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国以要时来用生到作地于出就分对成会可主发年动同工能下过面而方后多定行学法所民得经"
    "部关进等务各责任县区市镇乡长组员局政府委办室位制度管理建设安全第名通知文件月日二三四五六七八九十"
    "這為個國時來於對會發動過後經學關進務責縣區鎮鄉長組員辦設門書記"
    "，。、：；（）《》〔〕“”　"
)
_CONTROLS = [chr(code) for code in range(32) if code not in b"\t\n\v\f\r\x1a"]


def read_text(path: Path) -> Source:
    """The file's text as decoded: line ends, blanks and a BOM of UTF-8 stay where they are.

    Raises BadInput for an empty, oversized, binary or undecodable file.
    """
    if path.stat().st_size > MAX_BYTES:
        raise BadInput(
            str(path),
            f"文件超过 {MAX_BYTES >> 20} MB，请拆分后再读",
            f"larger than {MAX_BYTES >> 20} MB: split it first",
        )
    return Source(path.name, decode(path.read_bytes(), str(path)))


def decode(data: bytes, path: str) -> str:
    """`data` as text: UTF-8, UTF-16 with or without BOM, GB18030 or Big5.

    `path` names the file in the message of BadInput.
    """
    if not data.strip():
        raise BadInput(
            path, "文件是空的，请换一个有内容的文件", "the file is empty: give one that has text"
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = _decode_other(data, path)
    if _is_binary(text[:_SAMPLE]) or _is_binary(text[-_SAMPLE:]):
        wide = _utf16_without_bom(data)
        if wide is None:
            raise BadInput(
                path,
                "不是文本文件（内容是二进制），请改用相应格式的扩展名或另存为 UTF-8 文本",
                "not a text file (its content is binary): use its own suffix or save it as UTF-8 text",
            )
        text = wide
    if not text.strip().strip("\ufeff"):
        raise BadInput(
            path,
            "文件里只有空白，请换一个有内容的文件",
            "the file holds only blanks: give one that has text",
        )
    return text


def _decode_other(data: bytes, path: str) -> str:
    for bom, encoding in (
        (codecs.BOM_UTF32_LE, "utf-32"),
        (codecs.BOM_UTF32_BE, "utf-32"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(bom):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                break
    else:
        if text := _utf16_without_bom(data) or _double_byte(data):
            return text
    raise BadInput(
        path,
        "认不出文字编码（试过 UTF-8、UTF-16、GB18030、Big5），请另存为 UTF-8",
        "unknown text encoding (tried UTF-8, UTF-16, GB18030, Big5): save it as UTF-8",
    )


def _utf16_without_bom(data: bytes) -> str | None:
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            sample = data[:_SAMPLE].decode(encoding, "replace")
            if _familiar(sample) > 0.2 and not _is_binary(sample):
                return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _double_byte(data: bytes) -> str | None:
    """GB18030 or Big5, whichever makes the likelier Chinese: most files decode as both."""
    best: tuple[float, str] = (0.1, "")
    for encoding in ("gb18030", "big5hkscs"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        best = max(best, (_familiar(text[:_SAMPLE]), text))
    return best[1] or None


def _familiar(text: str) -> float:
    """The share of everyday Chinese characters among those beyond ASCII."""
    wide = [char for char in text if char > "\x7f"]
    return sum(char in _COMMON for char in wide) / len(wide) if wide else 0.0


def _is_binary(sample: str) -> bool:
    return "\0" in sample or sum(map(sample.count, _CONTROLS)) * 50 > len(sample)
