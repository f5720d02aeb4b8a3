"""Invented gazette text for the layout's tests, wrapped as a page would print it."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st

# No deadline: the first traditional character loads the converter.
examples = settings(deadline=None, derandomize=True)

_CLAUSES = [
    "为加强农村饮水安全管理", "经县人民政府研究", "各乡镇人民政府要高度重视", "县水务局、县财政局密切配合",
    "确保群众喝上放心水", "切实提高思想认识", "由县河长制办公室负责督促检查", "结合本地实际认真抓好落实",
    "严格执行《槐川县城乡供水管理办法》", "层层压实工作责任", "建立健全长效机制", "定期通报工作进展情况",
]
CLOSING = "，。；：、”》）！？"

# A paragraph of prose, ended by a full stop.
prose = st.lists(st.sampled_from(_CLAUSES), min_size=1, max_size=9).map(lambda clauses: "，".join(clauses) + "。")


def wrap(paragraph: str, width: int) -> list[str]:
    """The paragraph's lines of `width` characters, indented by two, none beginning with a closing mark."""
    lines, rest = [], "\u3000\u3000" + paragraph
    while rest:
        end = width
        while rest[end:end + 1] and rest[end] in CLOSING:
            end += 1
        lines.append(rest[:end])
        rest = rest[end:]
    return lines


def without_blanks(text: str) -> str:
    """The text's characters but for white space."""
    return "".join(text.split())
