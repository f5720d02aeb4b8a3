"""Tables of any format as rows of pipes: merged cells expanded, heads of two rows made one.

    ┌────┬──────────────┐
    │任务│   责任单位    │          | 任务 | 牵头单位 | 配合单位 |
    │    ├──────┬───────┤    →     | --- | --- | --- |
    │    │ 牵头 │ 配合   │          | 修路 | 县交通局 | 县财政局<br>县审计局 |
    └────┴──────┴───────┘
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_MAX_CELLS = 200_000
_ITEM_START = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,3}[、.．)）是](?!\d)|[①-⑳⒈-⒛⑴-⒇●·*-]")
_ENDED = re.compile(r"[。；;：:！？]$")
_OPEN = re.compile(r"[、，,（(《“\-—及和与的]$")
_UNIT_END = re.compile(
    r"(?:局|办|办公室|委|委员会|部|院|会|厅|中心|公司|镇|乡|政府|队|大队|站|所|处|社|行|室|联|校|学校|馆|台|街道|区|县|村|群团|集团|企业"
    r"|单位|部门)(?:[（(][^（）()]*[）)])?$"
)
_UNIT_BEGIN = re.compile(
    r"各?[\u4e00-\u9fff]{1,14}?(?:[局办委部院会厅联镇乡]|中心|公司|政府|大队|支行|街道|[（(])"
)
_SEPARATOR = re.compile(r"[ \u3000、，；,;]|<br>")
_PROSE = re.compile(r"[，。；：]")
_PLACE_END = re.compile(r"[县区市镇乡村]$|社会$|银行$")
_BARE = re.compile(
    r"(?:.?局|.?委|.?办|办公室|中心|.{0,2}公司|委员会|政府|单位|部门|分局|大队|.{0,2}保障局)$"
)
_NAME = re.compile(r"[\u4e00-\u9fff·]{2,4}$|[\u4e00-\u9fff][ \u3000\u00a0\u2003]+[\u4e00-\u9fff]$")
_BLANKS = re.compile(r"[ \t\n\r\f\v]+")


@dataclass(slots=True)
class Cell:
    """A cell as printed: its lines, and how many rows and columns it covers.

    `filled` tells of each line whether the text runs up to the cell's edge, None where the format can't say.
    """

    lines: list[str]
    rows: int = 1
    columns: int = 1
    filled: list[bool] | None = None


Grid = list[list[str]]


def render(rows: Sequence[Sequence[Cell]], heads: int = 0) -> list[str]:
    """The table as lines of pipes, with a line for each title above its columns; none for an empty table.

    `rows` holds each cell where it begins; `heads` is the number of head rows where the format tells.
    """
    return [line for _, line in render_rows(rows, heads)]


def render_rows(rows: Sequence[Sequence[Cell]], heads: int = 0) -> list[tuple[int, str]]:
    """The lines of `render`, each with the number of the row that it prints."""
    grid, owners = expand(rows)
    lines: list[tuple[int, str]] = []
    first = 0
    while _is_title(grid[first:], owners[first:]):
        lines += [(first, line) for line in grid[first][0].split("<br>")]
        first += 1
    if _is_roster(grid[first:]):
        return lines + [
            (n, line) for n in range(first, len(grid)) for line in _roster_lines(grid[n])
        ]
    if grid and len(grid[0]) == 1:
        return lines + [
            (n, line)
            for n, row in enumerate(grid)
            if n >= first
            for line in row[0].split("<br>")
            if line
        ]
    depth = _head_depth(owners[first:], heads)
    if depth > 1:
        grid[first + depth - 1] = _one_head(
            grid[first : first + depth], owners[first : first + depth]
        )
        first += depth - 1
    for number in range(first, len(grid)):
        if any(grid[number]):
            lines.append(
                (number, f"| {' | '.join(cell.replace('|', '｜') for cell in grid[number])} |")
            )
            if number == first:
                lines.append((number, "|" + " --- |" * len(grid[number])))
    return lines


def expand(rows: Sequence[Sequence[Cell]]) -> tuple[Grid, list[list[int]]]:
    """Every row with a text for every column, and for each place the number of the cell it shows.

    A merged cell's text stands in each row that it covers, but in the first of its columns only.
    """
    placed: dict[tuple[int, int], tuple[int, str]] = {}
    number = 0
    for r, row in enumerate(rows):
        c = 0
        for cell in row:
            while (r, c) in placed:
                c += 1
            number += 1
            text = join_lines(cell.lines, cell.filled)
            for down in range(min(cell.rows, len(rows) - r)):
                for right in range(min(cell.columns, 100)):
                    placed.setdefault((r + down, c + right), (number, "" if right else text))
            c += min(cell.columns, 100)
        if len(placed) > _MAX_CELLS:
            break
    width = max((c for _, c in placed), default=-1) + 1
    places = [[placed.get((r, c), (0, "")) for c in range(width)] for r in range(len(rows))]
    return [[text for _, text in row] for row in places], [
        [owner for owner, _ in row] for row in places
    ]


def _is_roster(grid: Grid) -> bool:
    """A table without rules that only sets a roster in columns: its first row holds labels, not headings."""
    return bool(grid) and any(re.match(r"[^，。；]{1,12}[：:]", cell) for cell in grid[0])


def _roster_lines(row: Sequence[str]) -> list[str]:
    """A row of a roster as lines: one for each name where names and posts are stacked in their cells.

    组长： | 周平<br>吴小燕 | 副县长<br>县水务局局长  →  组长：　　周平　　副县长 / 吴小燕　　县水务局局长
    """
    cells = [cell.split("<br>") for cell in row if cell]
    depth = max(map(len, cells), default=0)
    if (
        all(len(cell) in (1, depth) for cell in cells)
        and sum(len(cell) == depth for cell in cells) > 1
    ):
        return [
            "\u3000\u3000".join(cell[n] for cell in cells if n < len(cell)) for n in range(depth)
        ]
    return ["\u3000\u3000".join(" ".join(cell) for cell in cells)] if cells else []


def _is_title(grid: Grid, owners: list[list[int]]) -> bool:
    """What is printed across all columns above the head is the table's title, not its head."""
    return (
        len(grid) > 1
        and len(grid[0]) > 1
        and sum(map(bool, grid[0])) == 1
        and len(set(owners[0])) == 1
    )


def _head_depth(owners: list[list[int]], heads: int) -> int:
    """How many rows the head takes, 1 where it is not split."""
    return max(2, min(heads, 3, len(owners) - 1)) if _is_split(owners) else 1


def _one_head(grid: Grid, owners: list[list[int]]) -> list[str]:
    """The labels of the columns, from all the rows of the head."""
    head = []
    for column in range(len(grid[0])):
        label, seen = "", set[int]()
        for texts, places in zip(grid, owners, strict=True):
            if (owner := places[column]) not in seen:
                label = _under(label, texts[places.index(owner)].replace("<br>", ""))
                seen.add(owner)
        head.append(label)
    return head


def _is_split(owners: list[list[int]]) -> bool:
    """Does one cell of the first row cover several of the second, beside one that reaches down?"""
    if len(owners) < 3:
        return False
    first, second = owners[0], owners[1]
    down = any(a == b for a, b in zip(first, second, strict=True))
    split = any(
        first[c] == first[c + 1] and second[c] != second[c + 1] for c in range(len(first) - 1)
    )
    return down and split


def _under(above: str, label: str) -> str:
    """A column's label by the words in both rows: 责任单位 over 牵头 is 牵头单位."""
    if not above or not label:
        return above or label
    return label if len(label) > 2 else label + above[-2:]


def join_lines(lines: Sequence[str], filled: Sequence[bool] | None = None) -> str:
    """A cell's lines as one text: what was wrapped is joined, what stands for itself is set apart by `<br>`.

    县发展和改革 / 局 / 县财政局  →  县发展和改革局<br>县财政局
    """
    full = list(filled) if filled is not None else [None] * len(lines)
    kept = [
        (line, end)
        for raw, end in zip(lines, full, strict=True)
        if (line := " ".join(_BLANKS.split(raw)).strip(" "))
    ]
    words = [line for line, _ in kept]
    items = _are_items(words)
    text = words[0] if words else ""
    for index in range(1, len(kept)):
        wrapped = _wrapped(text, words[index:], kept[index - 1][1], words, items)
        text += ("" if wrapped else "<br>") + words[index]
    return text


def _wrapped(
    before: str, after: Sequence[str], full: bool | None, lines: Sequence[str], items: bool
) -> bool:
    """Do the lines `after` go on with what `before` ended with?

    `full` tells whether their first word would not have fitted behind it, None where that is not known.
    """
    if _OPEN.search(before) or after[0][0] in "、，。；：）)》”":
        return True
    if full is False or _ITEM_START.match(after[0]) or before.endswith(("。", "；")):
        return False
    if full:
        last = _SEPARATOR.split(before)[-1]
        prose = any(_PROSE.search(line) for line in lines)
        return prose or not (items or (_is_whole_unit(last) and _begins_unit("".join(after))))
    line = lines[-len(after) - 1]
    if _ENDED.search(before) or (_stands_alone(line) and _stands_alone(after[0])):
        return False
    widths = [len(line) for line in lines[:-1]]
    return max(widths) >= 5 and len(line) >= max(widths) - 1


def _are_items(lines: Sequence[str]) -> bool:
    """Are all lines of a cell townships or short names, though each is as wide as the cell?"""
    names = len(lines) > 2 and all(
        _NAME.match(line) and len("".join(line.split())) < 4 for line in lines
    )
    places = all(_PLACE_END.search(line) and len(line) < 5 for line in lines)
    return places or (names and not _UNIT_END.search("".join(lines)))


def _is_whole_unit(words: str) -> bool:
    return bool(_UNIT_END.search(words)) and not _BARE.match(words) and not _PLACE_END.search(words)


def _begins_unit(words: str) -> bool:
    """Does a unit's name stand at the beginning, more than the generic word that ends the one before?"""
    unit = _UNIT_BEGIN.match(words)
    return bool(unit) and not _BARE.match(unit[0])  # type: ignore[index]


def _stands_alone(line: str) -> bool:
    return bool(_UNIT_END.search(line) or _NAME.match(line)) and not _BARE.match(line)
