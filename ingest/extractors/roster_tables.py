"""Members of groups, listed in tables.

    | 组内职务 | 姓名 | 单位及职务 |          | 苏木镇 | 组长 | 副组长 | 成员 |
    | 组长 | 巴图 | 旗长 |                     | 查干苏木 | 何军 | 包长林 | 朝鲁 赵海 |
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ingest.extractors.base import Found
from ingest.extractors.group_context import groups
from ingest.extractors.rosters import membership
from ingest.facts import Membership
from ingest.layout.blocks import Block, DocumentText, GroupInForce
from ingest.layout.cells import Table, cell_text
from ingest.layout.chars import fold
from ingest.layout.lines import Paragraph
from ingest.lexicon.columns import column_kind, is_group_heading
from ingest.lexicon.groups import clean, heading_group
from ingest.lexicon.labels import is_role
from ingest.lexicon.members import Member, read_members
from ingest.lexicon.names import read_names
from ingest.lexicon.people import is_name, may_be_name
from ingest.lexicon.posts import is_post


def roster_tables(document: DocumentText) -> Iterator[Found]:
    """Memberships from tables with a role column, or with a column for each role."""
    in_force = groups(document)
    for number, block in enumerate(document.blocks):
        if block.table is None or len(block.table.rows) < 2:
            continue
        kinds = [column_kind(cell_text(cell)) for cell in block.table.rows[0]]
        if "name" in kinds and ("role" in kinds or _roles_in(block.table, kinds)):
            yield from _by_rows(block.table, kinds, in_force[number])
        elif "role_column" in kinds or lists_groups(block.table):
            yield from _by_columns(block, kinds, in_force[number])


def lists_groups(table: Table) -> bool:
    """Does the table list working groups, a row each, with those who lead and make them up?

        | 组别 | 牵头单位 | 成员单位 | 工作职责 |
    """
    heads = [cell_text(cell) for cell in table.rows[0]] if table.rows else []
    kinds = {column_kind(head) for head in heads}
    return any(map(is_group_heading, heads)) and bool(kinds & {"role_column", "responsibility"})


def _roles_in(table: Table, kinds: list[str | None]) -> bool:
    """Is there a column whose cells are roles, whatever its heading (职务: 组长, 成员)?"""
    return _role_column(table, kinds) is not None


def _role_column(table: Table, kinds: list[str | None]) -> int | None:
    if "role" in kinds:
        return kinds.index("role")
    for column in range(len(kinds)):
        words = [cell_text(row[column]) for row in table.rows[1:] if column < len(row) and row[column]]
        if words and all(is_role(word) for word in words):
            return column
    return None


def _by_rows(table: Table, kinds: list[str | None], group: GroupInForce | None) -> Iterator[Found]:
    roles, names = _role_column(table, kinds), kinds.index("name")
    of_unit = next((k for k, kind in enumerate(kinds) if kind == "unit" and k != roles), None)
    posts = next((k for k, kind in enumerate(kinds) if kind == "post" and k != roles), of_unit)
    units = of_unit if posts != of_unit else None
    role, own = "", group
    of_groups = next((k for k, cell in enumerate(table.rows[0]) if is_group_heading(cell_text(cell))), None)
    for row in table.rows[1:]:
        row = [*row, *[None] * (len(kinds) - len(row))]
        if of_groups is not None and (named := row[of_groups]):
            own = GroupInForce(clean(cell_text(named)), group.name if group else None)
        if roles is not None and row[roles]:
            role = cell_text(row[roles])
        name, word = row[names], cell_text(row[names])
        if not name or not role or not is_role(role):
            continue
        post = [cell for k in (units, posts) if k is not None and (cell := row[k])] if posts is not None else []
        if several := _line_by_line(name, _is_person):
            told = _line_by_line(post[0], is_post) if len(post) == 1 else []
            for number, line in enumerate(several):
                at = (*read_names(name.text.replace("\n", " "), *line), line)[0]
                fact = membership(name, Member("person", at), role, own)
                fact.post = post[0].printed(*told[number]) if len(told) == len(several) else None
                yield fact
            continue
        printed = "".join(cell.printed() for cell in post) or None
        if is_name(word) or (may_be_name(word) and ("\n" not in name.text or "·" in word)):
            start, end = name.span(0, len(name.text))
            yield Membership(start=start, end=end, group=own.name if own else None, parent=own.parent if own else None,
                             role=role, member_kind="person", member=name.printed(), post=printed)
        else:
            for member in read_members(name.text, lenient=True)[0]:
                yield membership(name, member, role, own)


def _is_person(word: str) -> bool:
    return len(read_names(word)) == 1


def _line_by_line(cell: Paragraph, is_whole: Callable[[str], bool]) -> list[tuple[int, int]]:
    """Where the several things stand that a cell holds, each on a line or two and whole by `is_whole`; else [].

        吴 婧<br>汪<br>洋    →  吴 婧, 汪洋
    """
    spans: list[tuple[int, int]] = []
    start = None
    for line in re.finditer("[^\n]*[^\\s]", cell.text) if "\n" in cell.text else ():
        start = line.start() if start is None else start
        if is_whole("".join(cell.text[start : line.end()].split())):
            spans.append((start, line.end()))
            start = None
    return spans if start is None and len(spans) > 1 else []


def _by_columns(block: Block, kinds: list[str | None], group: GroupInForce | None) -> Iterator[Found]:
    assert block.table is not None
    header = block.table.rows[0]
    of_groups = next((k for k, cell in enumerate(header) if is_group_heading(cell_text(cell))), None)
    column = of_groups
    if column is None:
        column = next((k for k, kind in enumerate(kinds) if kind not in ("role_column", "number", "remark")), None)
    for row in block.table.rows[1:]:
        row = [*row, *[None] * (len(kinds) - len(row))]
        own = _row_group(row[column] if column is not None else None, block, group)
        for k, kind in enumerate(kinds):
            cell = row[k]
            if cell and (kind == "role_column" or (kind == "responsibility" and of_groups is not None)):
                yield from _cell_members(cell, cell_text(header[k]), own)


def _row_group(cell: Paragraph | None, block: Block, group: GroupInForce | None) -> GroupInForce | None:
    """The group of a row: the cell that names it, with the heading's word for it where it is but a place."""
    if cell is None:
        return group
    name = clean("".join(cell.printed().split()))
    if heading_group(fold(name)) or not block.headings:
        return GroupInForce(name, group.name if group else None)
    heading = heading_group(block.headings[-1].text) or "工作组"
    parent = group.name if group and group.name != heading else group.parent if group else None
    return GroupInForce(name + heading, parent)


def _cell_members(cell: Paragraph, role: str, group: GroupInForce | None) -> Iterator[Found]:
    members, _ = read_members(cell.text, lenient=True)
    for member in members:
        yield membership(cell, Member(member.kind, member.at, member.post), role, group)
