"""Who is responsible for which units and fields in a division of work.

赵大川常务副县长　协助县长分管财政、统计等方面的工作。
分管县财政局、县统计局。      →  ("赵大川", "协助分管", "财政"), … ("赵大川", "分管", "县财政局"), …
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.extractors.base import Found
from ingest.extractors.division_clauses import clauses, is_body, read_items
from ingest.extractors.division_people import Person, person_at, person_line
from ingest.extractors.task_names import lines_apart
from ingest.facts import Oversight
from ingest.layout.blocks import Block, DocumentText
from ingest.layout.cells import Table, cell_text
from ingest.layout.lines import Paragraph
from ingest.lexicon.columns import column_kind
from ingest.lexicon.dates import DATE
from ingest.lexicon.names import Span, read_names
from ingest.lexicon.posts import is_post

_GATE = re.compile(
    r"(?<![责务能])分工(?!负责|协作|落实|合作|明确|抓)|分管(?:工作|部门|单位|处室|科室|[^，。]{0,4}：)|协助[^，。；：]{0,12}分管|分管[^，。；]{2,40}[、。][^。]*联系|领导联系(?!领导)|领导(?:之窗|简介|介绍|信息|班子|分工)|班子成员"
)
_OWN = ("分管", "协管", "主管", "联系", "协调", "方面")
_CLAUSE = re.compile(
    r"(?:分管|协管)(?!领导|负责|副?[县市区乡镇局院校]长(?!办)|的|同志|人员|副)|"
    r"(?:^|[。；，：\s）同])(?:(?:主管|联系|协调)(?!领导|人(?![大社武防民行力才])|电话|方式|机制)|(?:协助[^，。；]{0,16})?负责[^。；]{2,200}方面)|联系(?:[校县局院]|班子)*(?:领导|干部)[^，。]{0,4}$"
)
_VERBS = re.compile("分管|联系|协管|主管|协调|负责|主持|协助")
_POST_LABEL = re.compile(r"[ ]*(?:职[ ]*务|现任职务|任职)[ ]*：[ ]*")
_BARE_LABEL = re.compile(
    r"[ ]*(?:主要)?(?P<relation>分管|联系|协管|主管|协调)"
    r"(?:(?!领导|人|副|[校县局院班][^：]{0,3}(?:领导|干部))[\u4e00-\u9fff（）]{0,8}[ ]*[：—]+|"
    r"的?(?:工作|部门|单位|处室|科室|股室|领域)?)[ ]*$"
)
_PADDED = re.compile(r"[ ]*(?P<relation>分[ ]+管|联[ ]+系|协[ ]+管|主[ ]+管|协[ ]+调)[ ]*(?:工作|部门|单位)?[ ]*：[ ]*")
_REVERSE = re.compile(
    r"(?P<relation>联系|分管)(?:校|县|局|院|班子|班子成员|挂钩)*(?:领导|干部|人员|责任人|安排|情况)*(?:如下)?：?$"
)
_TURNED = re.compile(r"(?P<target>[^，。；：]{2,20})：(?P<who>[^：。；]{2,30})[。；]?$")
_STOPS = re.compile("[。；]")
_INTRODUCES = re.compile("(?:[^。；]{1,40}：)?[^。；：]{0,40}分工[^。；：]{0,10}如下：")
_CLOSES = re.compile("[ ]*(?:以上|上述|此前|本通知|本分工|原分工|特此|自印发)")
_PUBLISHER = re.compile("[ ]*主管[ ]*：")
_LEADERS = re.compile("[省市县区旗州镇乡校院局厅]级?领导(?:干部)?(?:姓名)?")
_COLUMN = re.compile(r"分管|联系|协管|主管|分工|包联")


def oversights(document: DocumentText) -> Iterator[Found]:
    """Oversight facts of every form of division of work: paragraphs, leaders' pages, lists and tables."""
    tables = [block.table for block in document.blocks if block.table]
    if not tables and not _is_divided(document):
        return
    told = [_tells(block.text) for block in document.blocks]
    if not any(told):
        for table in tables:
            yield from _table(table)
        return
    person: Person | None = None
    waiting: str | None = None
    reverse: str | None = None
    for number, block in enumerate(document.blocks):
        if block.table:
            yield from _table(block.table)
            continue
        if block.paragraph is None or not any(told[max(0, number - 12) : number + 11]):
            continue
        text = block.text
        if reverse and (turned := _TURNED.match(text, block.body)) and (names := read_names(text, *turned.span("who"))):
            for name in names:
                yield _fact(block.paragraph, Person(block.paragraph.printed(*name)), reverse, turned.span("target"))
            continue
        turn = _REVERSE.search(text) if len(text) < 24 and not _BARE_LABEL.match(text) else None
        reverse = turn["relation"] if turn else None
        if named := person_line(document.blocks, number):
            person, waiting = named, None
            continue
        if label := _PADDED.match(text, block.body):
            waiting = "".join(label["relation"].split())
            if person:
                items = read_items(text, label.end(), len(text.rstrip(" 。；")))
                yield from (_fact(block.paragraph, person, waiting, item) for item in items)
            continue
        if person is None and not _VERBS.search(text):
            continue
        if label := _BARE_LABEL.match(text, block.body):
            waiting = label["relation"]
            continue
        if person and not person.post and (post := _post(block)):
            person.post = post
            continue
        if waiting and any(DATE.search(after.text) for after in document.blocks[number + 1 : number + 2]):
            waiting = None
        if waiting and person and not _VERBS.match(text[block.body :].lstrip()) and (items := _units(text, block.body)):
            for item in items:
                yield _fact(block.paragraph, person, waiting, item)
            continue
        if _VERBS.search(text) and not _PUBLISHER.match(text):
            waiting = None
            person, found = _paragraph(block, block.paragraph, person)
            yield from found
        elif block.body:
            person = waiting = None


def _tells(text: str) -> bool:
    if any(word in text for word in _OWN):
        return bool(_CLAUSE.search(text))
    return text[:1] in "分联协主" and " " in text[:3] and bool(_PADDED.match(text))


def _is_divided(document: DocumentText) -> bool:
    """Does the document's title or its text speak of a division of work?"""
    title = document.titled
    return "分工" in title or bool(_GATE.search(title)) or any(
        ("分" in block.text or "领导" in block.text or "班子" in block.text) and _GATE.search(block.text)
        for block in document.blocks
    )


def _post(block: Block) -> str | None:
    """The post that stands on its own below a name."""
    assert block.paragraph is not None
    if label := _POST_LABEL.match(block.text):
        return block.paragraph.printed(label.end())
    if len(block.text) < 50 and is_post(_bare(block.text)) and "：" not in block.text:
        return block.paragraph.printed()
    return None


def _units(text: str, start: int) -> list[Span]:
    items = read_items(text, start, len(text.rstrip(" 。；")))
    return items if items and all(is_body(_bare(text[a:b])) for a, b in items) else []


def _paragraph(block: Block, paragraph: Paragraph, person: Person | None) -> tuple[Person | None, list[Oversight]]:
    """The facts of one paragraph, and the person it leaves in force.

    A line that closes the whole (以上分工…) is a sentence of its own, whatever mark the line before lacks.
    """
    text, found = block.text, list[Oversight]()
    lead = _INTRODUCES.match(text, block.body)
    first = start = lead.end() if lead else block.body
    relation = ""
    closing = (cut for cut in paragraph.breaks if _CLOSES.match(text, cut))
    for stop in sorted({*(m.start() for m in _STOPS.finditer(text)), *closing, len(text)}):
        said = list(clauses(text, start, stop, lambda a, b: person_at(paragraph, a, b)))
        if not said and relation and person and text[start - 1 : start] == "；":
            found += [_fact(paragraph, person, relation, item) for item in _units(text[:stop], start)]
        if not said and start == first and (named := person_at(paragraph, start, stop)) and named.post:
            person = named
        for clause in said:
            if clause.foreign:
                if start == first:
                    return None if block.body else person, found
                relation = ""
                break
            person = clause.person or person
            relation = clause.relation
            if person and relation:
                found += [_fact(paragraph, person, relation, item) for item in clause.items]
        start = stop + (stop not in paragraph.breaks)
    return person, found


def _fact(paragraph: Paragraph, person: Person, relation: str, target: Span) -> Oversight:
    start, end = paragraph.span(*target)
    return Oversight(
        start=start,
        end=end,
        person=person.name,
        relation=relation,
        target=paragraph.printed(*target),
        post=person.post,
    )


def _table(table: Table) -> Iterator[Oversight]:
    """Rows of 姓名 | 职务 | 分管科室 | 联系单位."""
    at = next((k for k, row in enumerate(table.rows[:3]) if "name" in _kinds(row)), None)
    if at is None:
        return
    heads, kinds = [cell_text(cell) for cell in table.rows[at]], _kinds(table.rows[at])
    columns = [
        k
        for k, head in enumerate(heads)
        if _COLUMN.search(head) and "电话" not in head and "联系人" not in head and "方式" not in head
    ]
    name, post = kinds.index("name"), kinds.index("post") if "post" in kinds else None
    person: Person | None = None
    for row in table.rows[at + 1 :] if columns else []:
        if name < len(row) and (cell := row[name]):
            person = _holder(cell)
            if person and post is not None and post < len(row) and (title := row[post]):
                person.post = title.printed()
        for k in columns:
            if person and k < len(row) and (value := row[k]):
                yield from _cell(value, person, heads[k])


def _kinds(row: Sequence[Paragraph | None]) -> list[str | None]:
    """What the columns hold, 县领导 beside 联系乡镇 whoever has contact."""
    heads = [cell_text(cell) for cell in row]
    kinds = [column_kind(head) for head in heads]
    if "name" not in kinds and any(head.startswith("联系") for head in heads):
        kinds = ["name" if _LEADERS.fullmatch(head) else kind for head, kind in zip(heads, kinds, strict=True)]
    return kinds


def _holder(cell: Paragraph) -> Person | None:
    """The one person of a cell: a name with or without a post, or else any word shaped like a name."""
    if person := person_at(cell, 0, len(cell.text)):
        return person
    names = read_names(cell.text.replace("\n", " "), lenient=True)
    return Person(cell.printed(*names[0])) if len(names) == 1 else None


def _cell(cell: Paragraph, person: Person, head: str) -> Iterator[Oversight]:
    text, start, said = cell.text, 0, False
    for stop in [*(m.start() for m in _STOPS.finditer(text)), len(text)]:
        for clause in clauses(text, start, stop, lambda a, b: None):
            said = said or not clause.foreign
            for item in clause.items if not clause.foreign else ():
                yield _fact(cell, person, clause.relation, item)
        start = stop + 1
    if said:
        return
    if head.endswith("分工") and "分管" not in head:
        return
    relation = (
        "协助分管"
        if "协助" in head
        else "协管"
        if "协管" in head
        else "联系"
        if "联系" in head and "分管" not in head
        else "包联"
        if "包联" in head and "分管" not in head
        else "分管"
    )
    for a, b in lines_apart(cell):
        for item in read_items(text, a, a + len(text[a:b].rstrip(" 。")), blanks=True):
            yield _fact(cell, person, relation, item)


def _bare(text: str) -> str:
    return "".join(text.split())
