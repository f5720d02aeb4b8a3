"""Registers of enforcement bodies and of permit holders.

| 序号 | 执法主体名称 | 持证人数 | 法定代表人 | 主体类别 |        | 姓名 | 工作单位 | 执法证号 | 执法类别 |
| 1 | 县公安局 | 186 | 路长青 | 法定行政机关 |          | 马 骏 | 县公安局 | 140000001 | 治安 |
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Sequence

from ingest.extractors.base import Found, unread
from ingest.extractors.permit_entries import NONE, count, entries
from ingest.facts import Permit
from ingest.layout.blocks import Block, DocumentText
from ingest.layout.cells import Table, cell_text
from ingest.layout.lines import Paragraph
from ingest.lexicon.columns import column_kind
from ingest.lexicon.people import is_name
from ingest.lexicon.posts import is_unit

HAN = "\u4e00-\u9fff"
Row = Sequence[Paragraph | None]

_HOLDERS = re.compile("执法|持证")
_REGISTER = re.compile("执法|证|法定|法人|主体")
_SUM = re.compile(r"(?:合计|小计|总计|共计|总数)")
_COUNTED = re.compile(r"（共?\d+[\u4e00-\u9fff]?）$")
_CATEGORY = re.compile(r"(?:法定)?行政(?:执法)?机关|授权|委托|类$|组织$|事业单位")
_FIELD_OF_WORK = re.compile(r"(?:执法)?(?:领域|范围|区域|类别|种类|类型|专业|岗位)$")


def permits(document: DocumentText) -> Iterator[Found]:
    """The Permit facts of a document: rows of registers, and entries of registers in prose."""
    columns: dict[str, int] | None = None
    for block in document.blocks:
        if block.table:
            columns = yield from _table(block.table, columns, _category(block), _unit(block))
    yield from entries(document.blocks, _category)


def _table(
    table: Table, before: dict[str, int] | None, category: str | None, unit: str | None
) -> Generator[Found, None, dict[str, int] | None]:
    """A register's rows; the columns by kind, which a table that goes on without a head inherits."""
    columns, first = before, 0
    for number, row in enumerate(table.rows[:4]):
        if found := _columns(row):
            columns, first = found, number + 1
            break
    else:
        if before is None or max(before.values()) >= max(map(len, table.rows)):
            return None
    assert columns is not None
    above: dict[str, Paragraph] = {}
    for row in table.rows[first:]:
        if _columns(row):
            continue
        cells = {kind: row[k] for kind, k in columns.items() if k < len(row)}
        if (
            len([c for c in row if c]) == 1
            and (only := next(c for c in row if c))
            and _CATEGORY.search(cell_text(only))
        ):
            category = re.sub(r"^[（(]?[一二三四五六七八九十\d]+[）)、.．]*", "", cell_text(only)).rstrip(
                "："
            )
            continue
        if not table.spans:
            cells = {
                kind: cell
                or (above.get(kind) if kind in ("category", "unit") and _goes_on(kind, cells) else None)
                for kind, cell in cells.items()
            }
        above |= {kind: cell for kind, cell in cells.items() if cell}
        given = category if "category" not in columns else None
        if "holder" in columns:
            yield from _holder(cells, given, unit if "unit" not in columns else None)
        else:
            yield from _body(cells, given)
    return columns


def _goes_on(kind: str, cells: dict[str, Paragraph | None]) -> bool:
    """May an empty cell of this kind stand for the one above it?"""
    return (kind == "category" and bool(cells.get("unit"))) or (kind == "unit" and bool(cells.get("holder")))


def _columns(row: Row) -> dict[str, int] | None:
    """The columns of a register by kind, None where the row is no head of one."""
    columns: dict[str, int] = {}
    for k, cell in enumerate(row):
        word = cell_text(cell)
        kind = column_kind(word)
        if kind in ("unit", "holders", "legal_rep", "category", "certificate") or kind == "name":
            columns.setdefault("holder" if kind == "name" else kind, k)
        elif _FIELD_OF_WORK.search(word):
            columns.setdefault("category", k)
    named = _REGISTER if "unit" in columns else _HOLDERS
    if not any(named.search(cell_text(cell)) for cell in row):
        return None
    if "certificate" in columns and "holder" in columns:
        return columns
    if "unit" not in columns:
        return None
    if "holders" in columns or ("legal_rep" in columns and "category" in columns):
        columns.pop("holder", None)
        columns.pop("certificate", None)
        return (
            columns if "holders" in columns or re.search("法", cell_text(row[columns["legal_rep"]])) else None
        )
    return None


def _holder(cells: dict[str, Paragraph | None], category: str | None, unit: str | None) -> Iterator[Found]:
    """A row for one person, whose `unit` the heading above the table may give."""
    holder, number = cells.get("holder"), cells.get("certificate")
    named = _printed(cells.get("unit")) or unit
    if holder is None or number is None or named is None or not re.search(rf"[{HAN}]{{2}}", named):
        return
    start, end = holder.span(0, len(holder.text))
    yield Permit(
        start=start,
        end=end,
        unit=named,
        holder=_printed(holder),
        number=_printed(number),
        category=_printed(cells.get("category")) or category,
    )


def _body(cells: dict[str, Paragraph | None], category: str | None) -> Iterator[Found]:
    """A row for one enforcement body."""
    unit = cells.get("unit")
    if unit is None or _SUM.match(cell_text(unit)) or not re.search(rf"[{HAN}]{{2}}", cell_text(unit)):
        return
    start, end = unit.span(0, len(unit.text))
    if not is_unit(cell_text(unit)):
        yield unread(unit, 0, len(unit.text), "单位栏里没有单位 · no unit in the register's column of units")
        return
    yield Permit(
        start=start,
        end=end,
        unit=_printed(unit) or "",
        holders=count(cell_text(cells.get("holders"))),
        legal_rep=_printed(cells.get("legal_rep")),
        category=_printed(cells.get("category")) or category,
    )


def _printed(cell: Paragraph | None) -> str | None:
    """A cell's words, None for an empty cell or a dash."""
    return None if cell is None or NONE.match(cell.text.strip()) else cell.printed()


def _unit(block: Block) -> str | None:
    """The unit that the innermost heading names (二、县财政局（3人）), None if it names none."""
    words = _COUNTED.sub("", block.headings[-1].text) if block.headings else ""
    return words if is_unit(words) and not _CATEGORY.search(words) else None


def _category(block: Block) -> str | None:
    """The category that the innermost heading gives (（一）法定行政机关), None if it gives none."""
    for heading in reversed(block.headings):
        words = _COUNTED.sub("", heading.text)
        if len(words) <= 20 and _CATEGORY.search(words) and not is_name(words):
            return words
    return None
