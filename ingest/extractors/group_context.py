"""Which group each stretch of a document speaks of.

    二、专项组                      → the leading group that the title names
    （一）征地拆迁协调组             → 征地拆迁协调组, part of it
    组　长：明　月                   → 征地拆迁协调组
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.layout.blocks import Block, DocumentText, GroupInForce
from ingest.layout.starts import is_row
from ingest.lexicon.groups import SEVERAL, clean, founded_group, heading_group, is_generic, title_group

_BELOW = re.compile(
    r"下设(?:了)?(?P<name>(?!.*(?:办公室|[一二三四五六七八九十两几\d]个|"
    r"[和、].*组))[\u4e00-\u9fff、“”（）]{2,30}(?:小组|专班|组|委员会))[：。]?$"
)
_EDITORS = re.compile(r"^(?:编辑委员会|编委会|编辑部|编辑出版委员会|编审委员会)$")
_MASTHEAD = re.compile(r"(?P<title>《?[\u4e00-\u9fff]{2,20}公报》?)$")
_TOP = re.compile(r"(?:领导小组|指挥部|联席会议|委员会|领导机构|编辑部|编委会)$")
_CALLED = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{3,40}(?:领导小组|指挥部|委员会|联席会议|专班|工作组))（(?:以下)?(?:统一)?简称：?[“《]?"
    r"(?P<short>[\u4e00-\u9fff]{2,12}?)[”》]?）"
)
_BEFORE_NAME = re.compile("^.*(?:设立|成立|组建|建立|调整|[将对])")
_LEAD = re.compile(r"[^。：]{1,160}")
_OFFICE = re.compile("(?P<body>领导小组|指挥部|联席会议|委员会|专班)?(?:下设|办公室设在|办公室)(?!主任|成员|职责)")
_BODIES = re.compile("(?:领导小组|指挥部|委员会|专班)(?=[、和及])|(?:领导小组|指挥部|委员会|专班)$")
_NO_NAME = re.compile("机构|组织领导")
_KEEPERS = re.compile("[河湖林田路链山]{1,2}长制")
_STAFFED = re.compile("[河湖林田路链山]长制(?:工作)?(?:办公室(?:设|主任)|成员单位)")
_CHIEF = re.compile("[ ]*(?:第一|副)?[ ]*总[ ]*[河湖林田路链山]{1,2}[ ]*长[ ]*：")


def groups(document: DocumentText) -> Sequence[GroupInForce | None]:
    """For each block of the document the group in force there, None where there is none yet."""
    if document.groups is None:
        document.groups = list(_walk(document))
    return document.groups


def _walk(document: DocumentText) -> list[GroupInForce | None]:
    title = document.titled
    main = title_group(title) or heading_group(title.rpartition("关于")[2])
    if main and ("各" in main or len(_BODIES.findall(main)) > 1):
        main = None
    several = main is None and SEVERAL.search(title) is not None
    contents = document.start is None
    called = _abbreviations(document)
    stack: list[tuple[int, GroupInForce]] = []
    found: list[GroupInForce | None] = []
    masthead = ""
    for block in document.blocks:
        if block.paragraph:
            text = block.text.strip()
            if paper := _MASTHEAD.search("".join(text.split())) if len(text) < 30 and text.endswith(("报", "》")) else None:
                masthead = paper["title"]
            if not (contents and "关于" in text):
                named = _read_block(block, text, main, stack, masthead)
                main = None if several else named  # a title of several groups makes none of them the others' parent
        in_force = stack[-1][1] if stack else GroupInForce(main) if main else None
        found.append(GroupInForce(called[in_force.name], in_force.parent) if in_force and in_force.name in called else in_force)
    keepers = _keepers(document) if None in found else None
    return [group or keepers for group in found]


def _keepers(document: DocumentText) -> GroupInForce | None:
    """The system of keepers (林长制) whose chiefs, office or members a document lists without a group's name.

    The chiefs that stand below an order sign it.
    """
    texts = [block.text for block in document.blocks if "长制" in block.text]
    if not texts or "令" in (document.title or "")[-8:] or any(block.text.startswith("此令") for block in document.blocks):
        return None
    if not (any(_CHIEF.match(block.text) for block in document.blocks) or any(map(_STAFFED.search, texts))):
        return None
    name = next((m[0] for m in map(_KEEPERS.search, texts) if m), None)
    return GroupInForce(name) if name else None


def _abbreviations(document: DocumentText) -> dict[str, str]:
    """What the document calls its groups for short: 设立县抗旱指挥部（以下简称县指挥部）."""
    called: dict[str, str] = {}
    for block in document.blocks:
        for match in _CALLED.finditer(block.text) if "简称" in block.text else ():
            called[match["short"]] = clean(_BEFORE_NAME.sub("", match["name"]))
    return called


def _read_block(block: Block, text: str, main: str | None, stack: list[tuple[int, GroupInForce]], masthead: str) -> str | None:
    """Bring the groups in force up to date with one paragraph; gives the document's main group."""
    level = block.level or (_depth(block) if len(text) <= 64 else 0)
    lead = _LEAD.match(text, block.body) if block.level else None
    words = lead[0] if lead else text
    name = heading_group(words) if level and len(words) <= 160 else None
    if name and not block.level and is_row(text):  # 李　静  县政府党组成员
        name = None
    if name is None and block.level and "，" in words:
        first = words.partition("，")[0]
        name = founded_group(words) if "成立" in first else heading_group(first)
    if level and (block.level or name):
        while stack and stack[-1][0] >= level:
            stack.pop()
    office = _OFFICE.match(text) if main and stack and stack[-1][1].parent else None
    if main and office and not stack[-1][1].name.endswith(office["body"] or "领导小组"):
        stack[:] = [(stack[0][0], GroupInForce(main))]
    if name:
        return _head(name, level, main, stack, masthead)
    if below := _BELOW.search(text) if "下设" in text and len(text) < 60 else None:
        stack.append((level or 6, GroupInForce(below["name"], stack[-1][1].name if stack else main)))
        return main
    if ("成立" in text or "组建" in text or "设立" in text or "调整" in text or "建立" in text) and len(text) > 12:
        return _founded(text, main, stack, _depth(block))
    return main


def _depth(block: Block) -> int:
    """The level of an unnumbered line: one below the heading above it."""
    return block.headings[-1].level + 1 if block.headings else 1


def _head(name: str, level: int, main: str | None, stack: list[tuple[int, GroupInForce]], masthead: str) -> str | None:
    if _EDITORS.match(name):
        stack.append((level, GroupInForce(masthead + name)))
        return main
    if is_generic(name):
        if main is None and _NO_NAME.search(name):
            return main
        if main is None:
            stack.append((level, GroupInForce(name)))
            return name
        stack.append((level, GroupInForce(main)))
        return main
    parent = stack[-1][1].name if stack else None
    if _TOP.search(name) and parent and not _TOP.search(parent):
        parent = None  # a leading group stands beside the working group before it, not below it
    elif not _TOP.search(name):
        parent = parent or main
    if parent == name or (main and "、" not in main and name in main and _TOP.search(name)):
        stack.append((level, GroupInForce(main if main and name in main else name)))
        return main
    stack.append((level, GroupInForce(name, parent)))
    return main or (name if _TOP.search(name) else None)


def _founded(text: str, main: str | None, stack: list[tuple[int, GroupInForce]], depth: int) -> str | None:
    name = founded_group(text)
    if name is None or re.search(r"各(?:乡镇|镇|乡|部门|单位|地|学校|村|社区)[^，。]{0,20}成立", text):
        return main
    if main is None:
        return name
    if name != main and (main in name or is_generic(main)):
        return name
    if name in main or is_generic(name):
        while stack and stack[-1][0] >= depth:
            stack.pop()
        return main
    while stack and stack[-1][0] >= depth:
        stack.pop()
    stack.append((depth, GroupInForce(name)))
    return main
