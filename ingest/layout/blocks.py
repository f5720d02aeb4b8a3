"""What a stretch of a document is, and what it inherits from around it.

    （一）征地拆迁协调组          a heading of level 2
    组　长：明　月                 a paragraph below it
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ingest.layout.cells import Table
from ingest.layout.chars import fold
from ingest.layout.flat import rows as flat_rows
from ingest.layout.lines import Page, Paragraph
from ingest.layout.paragraphs import paragraphs
from ingest.layout.starts import NUMERAL, ORDINAL_BEGINS, is_row
from ingest.layout.tables import find_tables

Item = Paragraph | Table

# What follows a number that counts, not one that orders: 12 个乡镇, 3 人, but 3 人员安排.
_MEASURED = "[万亿千百余个条名户家处座元亩吨届台辆套头只岁号日月]|年(?!度)|人(?![员才民事])|项(?!目)|公里|平方|米"
_LEVELS = [
    (re.compile(rf"第[{NUMERAL}\d]+[章编部]"), 1),
    (re.compile(rf"[{NUMERAL}]+[ ]?[、.．]|附[ ]?件|附[：:]"), 2),
    (re.compile(rf"[（〔][ ]?[{NUMERAL}]{{1,3}}[ ]?[）〕]|[㈠-㈩]"), 3),
    (re.compile(r"\d{1,2}[ ]?[、.．](?!\d)|\d{1,2}\.(?=\d{4}年)|[⒈-⒛]|"
                rf"\d{{1,2}}[ ]+(?!{_MEASURED})(?=[\u4e00-\u9fff])"), 4),
    (re.compile(r"[（〔][ ]?\d{1,3}[ ]?[）〕]|\d{1,2}[ ]?）|[①-⑳⑴-⒇]"), 5),
]
_DOTTED = re.compile(r"\d{1,2}((?:\.\d{1,2})+)(?![\d万亿元%％吨亩倍])[ .、]?")
_LEAD = re.compile(r"[^。：；]{1,60}?(?:。|：|$)")


@dataclass(slots=True)
class Heading:
    """A heading in force: its level (1 the highest), its words without the ordinal."""

    level: int
    text: str
    paragraph: Paragraph


@dataclass(slots=True)
class Block:
    """A paragraph or table with the headings above it, highest first.

    `level` is the level of the paragraph's own ordinal (0 for none) and `body` where its text begins behind it;
    `text` is the paragraph's folded text, empty for a table.
    """

    item: Item
    headings: tuple[Heading, ...]
    level: int = 0
    body: int = 0
    paragraph: Paragraph | None = field(init=False)
    table: Table | None = field(init=False)
    text: str = field(init=False)

    def __post_init__(self) -> None:
        if isinstance(self.item, Table):
            self.paragraph, self.table, self.text = None, self.item, ""
        else:
            self.paragraph, self.table, self.text = self.item, None, self.item.text


def items(page: Page) -> list[Item]:
    """The paragraphs and tables of a text, in order.

        一、责任分工                          a Paragraph
        | 序号 | 姓名 | / | 1 | 丁磊 |      a Table of two rows
    """
    found: list[Item] = []
    done = 0
    for start, end, table in find_tables(page):
        found.extend(_unfolded(_paragraphs(page, range(done, start))))
        found.append(table)
        done = end
    found.extend(_unfolded(_paragraphs(page, range(done, len(page.lines)))))
    return found


def _unfolded(found: Iterator[Paragraph]) -> Iterator[Item]:
    """The paragraphs, with the tables that were run into one made tables again."""
    for paragraph in found:
        flat = flat_rows(paragraph.text) if "号 " in paragraph.text else None
        if flat is None:
            yield paragraph
            continue
        start, rows, end = flat
        if paragraph.text[:start].strip():
            yield paragraph.part(0, start)
        yield Table([[paragraph.part(*cell) if cell else None for cell in row] for row in rows])
        if paragraph.text[end:].strip():
            yield paragraph.part(end, len(paragraph.text))


# Where a line that holds a whole document is cut: at ordinals, and between title, number and addressees.
_RUN_ON = re.compile(
    rf"(?<=[。；：])[ ]*(?=[{NUMERAL}]{{1,3}}、|（[{NUMERAL}]{{1,2}}）)|(?<=的通知)[，, ]+(?=各|[^，。；]{{2,30}}：)|"
    r"(?<=的通知)(?=[\u4e00-\u9fff]{2,12}〔\d{4}〕\d+号)|"
    r"(?<=〕\d号)(?=[^，。；]{2,40}：)|(?<=〕\d\d号)(?=[^，。；]{2,40}：)|(?<=〕\d\d\d号)(?=[^，。；]{2,40}：)"
)
_HEAD_BEGINS = frozenset(f"（{NUMERAL}")
_RUN_IN_MARKS = ("。二、", "；二、", "。三、", "。（二）", "；（二）")
_RUN_IN = re.compile(rf"(?:^|[。；：])[{NUMERAL}]{{1,3}}、[\u4e00-\u9fff“”、]{{2,16}}(（一）)")
# 二、成员单位职责 县财政局：… on one line: a blank is all that parts the heading from what it heads.
_HEAD_RUN_IN = re.compile(
    rf"(?:[{NUMERAL}]{{1,3}}、|（[{NUMERAL}]{{1,3}}）)[\u4e00-\u9fff、]{{2,16}}(?:职责|分工|名单|组成人员|组织机构)[ ]+(?=[^ ])"
)


def _paragraphs(page: Page, lines: range) -> Iterator[Paragraph]:
    """The paragraphs of these lines; what was run into one line is cut at its ordinals and behind its headings."""
    for whole in _cut(page, lines):
        text = whole.text
        may = len(text) > 40 and text[0] in _HEAD_BEGINS and " " in text[:24]
        if may and (head := _HEAD_RUN_IN.match(text)):
            yield whole.part(0, head.end())
            yield whole.part(head.end(), len(text))
        else:
            yield whole


def _cut(page: Page, lines: range) -> Iterator[Paragraph]:
    for paragraph in paragraphs(page, lines):
        text = paragraph.text
        if len(text) > 120 and any(mark in text for mark in _RUN_IN_MARKS):
            cuts = {m.end() for m in _RUN_ON.finditer(text)} | {m.start(1) for m in _RUN_IN.finditer(text)}
            bounds = itertools.pairwise([0, *sorted(cuts), len(text)])
            yield from (paragraph.part(a, b) for a, b in bounds if text[a:b].strip())
        else:
            yield paragraph


def ordinal(text: str) -> tuple[int, int]:
    """Level of the ordinal that `text` begins with and where the words begin behind it; (0, 0) for none.

    "一、" is 2, "（一）" 3, "1." 4, "（1）" 5; "5.2.1" counts its dots.

        一、总体要求      →  (2, 2)
        丁磊任县长        →  (0, 0)
    """
    bare = text.lstrip()
    if bare[:1] not in ORDINAL_BEGINS:
        return 0, 0
    at = len(text) - len(bare)
    head = bare[:12]
    if dotted := _DOTTED.match(head):
        return 4 + dotted[1].count("."), at + dotted.end()
    for pattern, level in _LEVELS:
        if m := pattern.match(head):
            return level, at + m.end()
    return 0, 0


def blocks(found: Sequence[Item]) -> Iterator[Block]:
    """Each item with the headings in force above it; a heading is a block, too.

        （一）征地拆迁协调组    level 3
        组　长：丁 磊           level 0, headings (征地拆迁协调组,)
    """
    stack: list[Heading] = []
    for item in found:
        if isinstance(item, Table):
            yield Block(item, tuple(stack))
            continue
        level, body = ordinal(item.text)
        if not level and _is_bare_heading(item):
            level = 2 if not stack else min(stack[-1].level + 1, 6) if item.marked else stack[0].level
        if level:
            while stack and stack[-1].level >= level:
                stack.pop()
        yield Block(item, tuple(stack), level, body)
        if level:
            lead = _LEAD.match(item.text, body)
            words = lead[0] if lead else item.text[body:body + 40]
            stack.append(Heading(level, "".join(words.split()).strip("。："), item))


_BARE = re.compile(
    r"[\u4e00-\u9fff“”《》（）、\d \-—]{2,48}"
    r"(?:名单|职责|分工|小组|指挥部|委员会|专班|组|人员|机构|联席会议|名录|任务|清单|安排|表|库|方案|措施|要求)(?:（[^（）]{1,30}）)?：?$"
)
# 各县（市、区）领导小组： are those to whom the letter goes.
_ADDRESSED = re.compile("各[^，。]*：$")
# The last characters of those words: one look rules most lines out.
_BARE_ENDS = frozenset("单责工组部会班员构议录务排表库案施求）：")


def _is_bare_heading(paragraph: Paragraph) -> bool:
    """A line without ordinal that heads what follows (领导小组成员名单, 成员单位职责)."""
    text = paragraph.text.strip()
    if len(text) > 50 or text[-1:] not in _BARE_ENDS or _ADDRESSED.match(text):
        return False
    return not re.search("[，。；]", text) and bool(_BARE.match(text)) and not is_row(text)


@dataclass(frozen=True, slots=True)
class GroupInForce:
    """The group that a stretch of text speaks of, and the group it is part of."""

    name: str
    parent: str | None = None


@dataclass(slots=True)
class DocumentText:
    """One document's blocks and what its head and foot say; offsets are of the title or number."""

    blocks: list[Block] = field(default_factory=list)
    title: str | None = None
    number: str | None = None
    issuers: list[str] = field(default_factory=list)
    date: str | None = None
    start: int | None = None
    end: int | None = None
    groups: list[GroupInForce | None] | None = None

    @property
    def titled(self) -> str:
        """The title in one spelling, without blanks, empty where there is none: 關於成立專班的通知 → 关于成立专班的通知."""
        return fold("".join((self.title or "").split()))

    @property
    def year(self) -> int | None:
        """The year of the document's date or number."""
        found = re.search(r"(?:19|20)\d\d", self.date or "") or re.search(r"(?:19|20)\d\d", _half(self.number or ""))
        return int(found[0]) if found else None


def _half(text: str) -> str:
    return text.translate({0xFF10 + d: str(d) for d in range(10)})
