"""Registers of enforcement bodies and of permit holders.

| 序号 | 执法主体名称 | 持证人数 | 法定代表人 | 主体类别 |        | 姓名 | 工作单位 | 执法证号 | 执法类别 |
1．县公安局（法定代表人：贾正义；主体类别：法定行政机关；持证人数：186人）。
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Sequence

from ingest.extractors.base import Found, unread
from ingest.facts import Permit
from ingest.layout.blocks import Block, DocumentText
from ingest.layout.cells import Table, cell_text
from ingest.layout.lines import Paragraph
from ingest.lexicon.columns import column_kind
from ingest.lexicon.people import is_name
from ingest.lexicon.posts import is_unit

HAN = "\u4e00-\u9fff"
Row = Sequence[Paragraph | None]

_FIELD = re.compile(
    r"(?P<label>(?:执法)?(?:单位|主体|机构)(?:名称)?|(?:主体)?法定代表人(?:（[^（）]*）)?|法人代表|法人|"
    r"负责人|(?:执法)?主体(?:类别|性质|类型)|(?:主体)?(?:类别|性质|类型)|持证(?=\d)|"
    r"(?:行政)?(?:执法证)?(?:持证|持有|执法)(?:人员?|人员数量|人员数|人数|数量)(?:数量?)?)(?:：|为|是|"
    r"(?=\d)|(?<=代表人))[ \t]*"
    r"(?P<value>[^；，。、）（：]*(?:（[^（）]*）)?)"
)
_GATE = re.compile("法定代表人|法人代表|持证人|执法人员")
_NONE = re.compile(r"[—\-–/／无缺空暂待（）() 定]*$")
_PERSON = re.compile(rf"[{HAN}·]{{2,12}}$")
_REGISTER = re.compile("执法|证|法定|法人|主体")
_SUM = re.compile(r"(?:合计|小计|总计|共计|总数)")
_CATEGORY = re.compile(r"(?:法定)?行政机关|授权|委托|类$|组织$|事业单位")
_CERTIFICATE = re.compile(
    r"[A-Za-z]{0,4}[\u4e00-\u9fff]{0,6}(?:（[^（）]*）|〔[^〕]*〕)?(?:第|"
    r"字)*[\dA-Za-z\-—]{4,24}号?$"
)
_FIELD_OF_WORK = re.compile(r"(?:执法)?(?:领域|范围|区域|类别|种类|类型|专业|岗位)$")


def permits(document: DocumentText) -> Iterator[Found]:
    """The Permit facts of a document: rows of registers, and entries of registers in prose."""
    columns: dict[str, int] | None = None
    for block in document.blocks:
        if block.table:
            columns = yield from _table(block.table, columns, _category(block))
        elif block.paragraph and _GATE.search(block.text):
            yield from _entry(block, block.paragraph)


def _table(
    table: Table, before: dict[str, int] | None, category: str | None
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
        yield from _row(cells, category if "category" not in columns else None, "holder" in columns)
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
    if "unit" not in columns or not any(_REGISTER.search(cell_text(cell)) for cell in row):
        return None
    if "certificate" in columns and "holder" in columns:
        return columns
    if "holders" in columns or ("legal_rep" in columns and "category" in columns):
        columns.pop("holder", None)
        columns.pop("certificate", None)
        return (
            columns if "holders" in columns or re.search("法", cell_text(row[columns["legal_rep"]])) else None
        )
    return None


def _row(cells: dict[str, Paragraph | None], category: str | None, by_holder: bool) -> Iterator[Found]:
    unit = cells.get("unit")
    if unit is None or _SUM.match(cell_text(unit)) or not re.search(rf"[{HAN}]{{2}}", cell_text(unit)):
        return
    name = _printed(unit)
    given = _printed(cells.get("category"))
    if by_holder:
        holder, number = cells.get("holder"), cells.get("certificate")
        if holder is None or number is None:
            return
        start, end = holder.span(0, len(holder.text))
        yield Permit(
            start=start,
            end=end,
            unit=name or "",
            holder=_printed(holder),
            number=_printed(number),
            category=given or category,
        )
        return
    start, end = unit.span(0, len(unit.text))
    if not is_unit(cell_text(unit)):
        yield unread(unit, 0, len(unit.text), "no unit in the register's column of units")
        return
    yield Permit(
        start=start,
        end=end,
        unit=name or "",
        holders=_count(cell_text(cells.get("holders"))),
        legal_rep=_printed(cells.get("legal_rep")),
        category=given or category,
    )


def _printed(cell: Paragraph | None) -> str | None:
    """A cell's words, None for an empty cell or a dash."""
    return None if cell is None or _NONE.match(cell.text.strip()) else cell.printed()


def _count(text: str) -> int | None:
    match = re.match(r"(?:共)?(\d+)", text)
    return int(match[1]) if match else None


def _category(block: Block) -> str | None:
    """The category that the innermost heading gives (（一）法定行政机关), None if it gives none."""
    for heading in reversed(block.headings):
        if len(heading.text) <= 20 and _CATEGORY.search(heading.text) and not is_name(heading.text):
            return heading.text
    return None


def _entry(block: Block, paragraph: Paragraph) -> Iterator[Found]:
    """An entry of a register in prose: a unit, then its fields in brackets or behind commas."""
    text = paragraph.text
    at = block.body
    fields = list(_FIELD.finditer(text, at))
    while fields:
        first = fields[0]
        group = [f for f in fields if f.start() < _entry_end(text, first.start())]
        fields = fields[len(group) :]
        yield from _facts(paragraph, at, first.start(), group, _category(block))
        at = group[-1].end()


def _entry_end(text: str, start: int) -> int:
    """Where the entry whose fields begin at `start` ends: at the sentence's end."""
    end = text.find("。", start)
    return end + 1 if end >= 0 else len(text)


def _facts(
    paragraph: Paragraph, start: int, end: int, group: list[re.Match[str]], category: str | None
) -> Iterator[Found]:
    labels = {_field(f["label"]): f for f in group}
    if unit := labels.pop("unit", None):
        a, b = unit.span("value")
    elif head := re.search(
        rf"(?P<unit>[{HAN}A-Za-z·]{{2,30}}(?:（[^（）：]{{2,20}}）)?)[，,（ \t：:]*$",
        paragraph.text[start:end],
    ):
        a, b = start + head.start("unit"), start + head.end("unit")
    else:
        return
    if (
        not is_unit("".join(paragraph.text[a:b].split()))
        or not labels.keys() & {"legal_rep", "holders"}
        or len(labels) < 2
    ):
        return
    rep, kind, count = (labels.get(name) for name in ("legal_rep", "category", "holders"))
    representative = _value(paragraph, rep)
    if representative and (
        not _PERSON.match(representative) or (is_unit(representative) and len(representative) > 3)
    ):
        yield unread(paragraph, a, b, "the legal representative is no person")
        return
    first, last = paragraph.span(a, b)
    yield Permit(
        start=first,
        end=last,
        unit=paragraph.printed(a, b),
        holders=_count(_value(paragraph, count) or ""),
        legal_rep=representative,
        category=_value(paragraph, kind) or category,
    )


def _field(label: str) -> str:
    if re.search("代表|^法人|负责人", label):
        return "legal_rep"
    if re.match("(?:执法)?(?:单位|主体|机构)(?:名称)?$", label):
        return "unit"
    return "category" if re.search("类|性质", label) else "holders"


def _value(paragraph: Paragraph, match: re.Match[str] | None) -> str | None:
    if match is None:
        return None
    text = match["value"].strip("（） ")
    return (
        None
        if _NONE.match(text) or re.match("空缺|暂缺|暂空|待定", text)
        else paragraph.printed(*match.span("value"))
    )
