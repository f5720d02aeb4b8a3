"""The numbers that Word prints before paragraphs and does not store with them.

    w:numFmt chineseCountingThousand, w:lvlText （%1）, third paragraph of its list  →  （三）
"""

from __future__ import annotations

from dataclasses import dataclass

from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"


@dataclass(frozen=True, slots=True)
class _Level:
    style: str
    text: str
    start: int


class Numbering:
    """A document's lists; counts as paragraphs are asked for in their order."""

    def __init__(self, document: Document) -> None:
        self._levels: dict[tuple[str, int], _Level] = {}
        self._list_of: dict[str, str] = {}
        self._counts: dict[str, list[int]] = {}
        self._started: dict[tuple[str, int], int] = {}
        self._styles = {style.style_id: style.element for style in document.styles}
        part = next(
            (
                rel.target_part
                for rel in document.part.rels.values()
                if rel.reltype.endswith("/numbering")
            ),
            None,
        )
        if part is not None:
            self._read(
                etree.fromstring(
                    part.blob, etree.XMLParser(resolve_entities=False, no_network=True)
                )
            )

    def label(self, paragraph: etree._Element) -> str:
        """The number printed before `paragraph`, empty for none or for a bullet."""
        number, depth = self._place(paragraph)
        level = self._levels.get((number, depth))
        if level is None:
            return ""
        counts = self._counts.setdefault(self._list_of[number], [])
        if (number, depth) in self._started:
            del counts[depth:]
            counts.extend([0] * (depth - len(counts)) + [self._started.pop((number, depth))])
        else:
            del counts[depth + 1 :]
            for missing in range(len(counts), depth + 1):
                above = self._levels.get((number, missing))
                counts.append((above.start if above else 1) - (missing == depth))
            counts[depth] += 1
        return self._print(number, depth, counts)

    def _print(self, number: str, depth: int, counts: list[int]) -> str:
        level = self._levels[number, depth]
        if level.style in ("bullet", "none"):
            return ""
        text = level.text
        for index, count in enumerate(counts):
            other = self._levels.get((number, index))
            text = text.replace(
                f"%{index + 1}", in_style(count, other.style if other else "decimal")
            )
        return text

    def _place(self, paragraph: etree._Element) -> tuple[str, int]:
        """The paragraph's list and level, its style's where it has none of its own; ("", 0) for no list."""
        properties = paragraph.find(qn("w:pPr"))
        seen: set[str] = set()
        number, depth = "", None
        while properties is not None:
            if (found := properties.find(qn("w:numPr"))) is not None:
                number = number or _attribute(found, "w:numId")
                depth = depth if depth is not None else _attribute(found, "w:ilvl") or None
            if number:
                break
            style = self._styles.get(
                _attribute(properties, "w:pStyle") or _attribute(properties, "w:basedOn")
            )
            if style is None or style.get(qn("w:styleId")) in seen:
                break
            seen.add(style.get(qn("w:styleId")))
            properties = _style_properties(style)
        return number, int(depth or 0)

    def _read(self, root: etree._Element) -> None:
        abstract = {e.get(qn("w:abstractNumId")): e for e in root.iter(qn("w:abstractNum"))}
        for num in root.iter(qn("w:num")):
            number = num.get(qn("w:numId")) or ""
            base = _attribute(num, "w:abstractNumId")
            self._list_of[number] = base
            for level in abstract[base].iter(qn("w:lvl")) if base in abstract else ():
                self._add(number, level)
            for override in num.iter(qn("w:lvlOverride")):
                depth = int(override.get(qn("w:ilvl")) or 0)
                for level in override.iter(qn("w:lvl")):
                    self._add(number, level)
                if start := _attribute(override, "w:startOverride"):
                    self._started[number, depth] = int(start)

    def _add(self, number: str, level: etree._Element) -> None:
        depth = int(level.get(qn("w:ilvl")) or 0)
        self._levels[number, depth] = _Level(
            _attribute(level, "w:numFmt") or "decimal",
            _attribute(level, "w:lvlText"),
            int(_attribute(level, "w:start") or 1),
        )


def _style_properties(style: etree._Element) -> etree._Element | None:
    """A style's paragraph properties with the style it builds on where `_place` looks for it."""
    properties = style.find(qn("w:pPr"))
    based = style.find(qn("w:basedOn"))
    if properties is None and based is None:
        return None
    joined = etree.Element(qn("w:pPr"))
    for child in (
        *(properties if properties is not None else ()),
        *((based,) if based is not None else ()),
    ):
        joined.append(etree.fromstring(etree.tostring(child)))
    return joined


def _attribute(element: etree._Element, name: str) -> str:
    found = element.find(qn(name))
    return (found.get(qn("w:val")) or "") if found is not None else ""


def in_style(count: int, style: str) -> str:
    """A number as Word's format `style` prints it: 12 is 十二, 12, XII, ⑫, l.

    Formats that no official document uses come out in figures.
    """
    match style:
        case (
            "chineseCounting"
            | "chineseCountingThousand"
            | "taiwaneseCountingThousand"
            | "japaneseCounting"
        ):
            return chinese(count)
        case "ideographDigital" | "taiwaneseCounting" | "taiwaneseDigital":
            return (
                "".join(_DIGITS[int(digit)] for digit in str(count))
                if count >= 10
                else chinese(count)
            )
        case "chineseLegalSimplified" | "ideographLegalTraditional":
            return chinese(count).translate(str.maketrans(_DIGITS + "十百", _LEGAL + "拾佰"))
        case "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" if 1 <= count <= 20:
            return chr(0x2460 + count - 1)
        case "ideographTraditional" if 1 <= count <= 10:
            return _STEMS[count - 1]
        case "lowerLetter" | "upperLetter" if 1 <= count <= 26:
            return chr((97 if style == "lowerLetter" else 65) + count - 1)
        case "lowerRoman" | "upperRoman":
            return _roman(count).lower() if style == "lowerRoman" else _roman(count)
        case "decimalFullWidth":
            return "".join(chr(0xFF10 + int(digit)) for digit in str(count))
        case "decimalZero":
            return f"{count:02d}"
    return str(count)


def chinese(count: int) -> str:
    """12 as 十二, 20 as 二十, 105 as 一百零五; figures from 1,000 on."""
    if not 0 < count < 1000:
        return "〇" if count == 0 else str(count)
    hundreds, rest = divmod(count, 100)
    tens, ones = divmod(rest, 10)
    text = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else _DIGITS[tens]) + "十"
    elif hundreds and ones:
        text += "零"
    return text + (_DIGITS[ones] if ones else "")


def _roman(count: int) -> str:
    text = ""
    for value, sign in (
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ):
        text += sign * (count // value)
        count %= value
    return text
