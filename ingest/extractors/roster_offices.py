"""Whether a roster's 主任 heads the group itself or the group's office.

    二、领导小组办公室
    主  任：丁  磊（兼）        →  the role 办公室主任 of the leading group
"""

from __future__ import annotations

import re

from ingest.layout.blocks import Block, GroupInForce

_HEADING = re.compile(r"[^，。；：]{0,24}办公室(?:组成人员|成员|人员)?(?:名单)?[：。]?")
_TOLD = re.compile(r"(?:下设|设立)[^，。；]{0,8}办公室|办公室(?:设|挂靠)")
_OFFICERS = frozenset(("主任", "副主任", "常务副主任", "专职副主任"))
# Both a group and its office have them: what is spoken of stays.
_STAFF = frozenset(("成员", "组员", "工作人员", "联络员", "秘书"))


class Office:
    """What a walk through a document's blocks has said of offices, up to the label in hand."""

    def __init__(self) -> None:
        self._spoken_of = False
        self._led: set[str] = set()

    def read(self, block: Block) -> None:
        """Take in a block that lists no members.

            二、领导小组办公室                     the office is spoken of
            领导小组下设办公室，办公室设在县水务局    the office is spoken of
            三、工作要求                           no longer
        """
        text = block.text[block.body:].strip()
        if "办公室" in text and (_HEADING.fullmatch(text) or _TOLD.search(text)):
            self._spoken_of = True
        elif block.level:
            self._spoken_of = False

    def role(self, role: str, group: GroupInForce | None, before: str) -> str:
        """The role that the label `role` (without blanks) states; `before` is what its paragraph says in front of it.

            主任：丁  磊    →  主任, and 办公室主任 where the office is spoken of and its group's leader is named
        """
        if group is None:
            return role
        if role in _OFFICERS and group.name in self._led and (self._spoken_of or _TOLD.search(before)):
            self._spoken_of = True
            return "办公室" + role
        if role not in _STAFF:
            self._spoken_of = role.startswith("办公室")
        self._led.add(group.name)
        return role
