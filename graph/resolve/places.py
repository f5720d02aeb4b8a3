"""Where a body belongs: nation, province, prefecture, county, township.

吴忠市利通区人民政府   →  利通区 (county) in 吴忠市 (prefecture) in 宁夏回族自治区
区财政局, 市财政局      →  read from a document of 利通区: of 利通区, of 吴忠市
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib import resources

from graph.resolve.bodies import find_body
from graph.resolve.names import arabic, fold
from graph.resolve.place import NATION, NOWHERE, Place, short_name

_HAN = r"[\u3400-\u9fff·]"
_NOT_A_PLACE = re.compile(
    r"^(?:[各本全我该其驻]|有关|相关|都市|新城|老城|主城)|(?:园|社|校|小|片|辖|灌|景|库|灾|开发|示范|工业|自治|保护|"
    r"合作|聚集|集聚|功能|高新|行政|产业|贫困|农贸|市|县|区)$"
)
_COUNTY = re.compile(
    rf"({_HAN}{{2,3}}?)(自治县|自治旗|县|区|市|旗)(?!域|划|委|政府|人民|直|属|纪|场|监管|容|政)"
    rf"|({_HAN}{{2,3}}?)(县|区|市|旗)(?=委|政府|人民|纪|直)"
)
_PREFECTURE = re.compile(rf"({_HAN}{{2,4}}?)(市|自治州|地区|盟)(?={_HAN}{{2,}})(?!场|容|监)")
_AFTER_TOWNSHIP = (
    r"(?:$|办$|人民政府|政府|党委|党工委|党政|纪委|纪工委|人大|武装|综治|综合|派出所|司法所|财政所|财经|卫生院|中心|办事处|"
    r"村|农业|民政|民生|社会|学区|水管|林业|畜牧|国土|自然资源|经济|应急|退役|文化|便民|团委|妇联|工会|扶贫|乡村|食品|市场|生态|"
    rf"计生|安监|社区|管委会|{_HAN}{{1,6}}(?:所|站|院|校|村|社区|学|园|办|办公室|中心|服务队|组)$)"
)
_TOWNSHIP = re.compile(rf"({_HAN}{{2,6}}?(?:镇|街道办事处|街道|乡|苏木))(?={_AFTER_TOWNSHIP})")
_NO_TOWNSHIP = re.compile(
    r"^(?:各|本|全|有关|相关|涉|镇|乡|其他|建制|重点|农村|城镇|新型城|小城)|(?:城乡|乡镇|家乡|水乡|全镇|各镇|建乡)$"
)
_TOWNSHIP_ISSUER = re.compile(r"(?:人民政府|政府|党委|委员会|党工委|办事处|人大|人民代表大会)")
_WORDS = ("城区", "郊区", "矿区", "东区", "西区")
_DIVISION = re.compile("(?:第?([一二三四五六七八九十]+))?师市?(?![范生资德])(?=.)")
_CORPS_FARM = re.compile(
    r"第?[一二三四五六七八九十百零〇\d]{2,7}团[场镇]?(?=$|党委|机关|综|农|社|中学|医院|连|财|经)"
)
_MUNICIPALITIES = ("北京市", "天津市", "上海市", "重庆市")


@lru_cache(maxsize=1)
def _table() -> list[dict[str, str]]:
    with (resources.files("data") / "divisions.csv").open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


class Places:
    """All places of one call: those of the table, and those that the facts print beside them."""

    def __init__(self) -> None:
        self.by_key: dict[str, Place] = {NATION.key: NATION}
        self._named: dict[str, list[Place]] = {}
        self._met: dict[str, Place] = {}
        by_code: dict[str, Place] = {}
        for row in _table():
            code = row["code"]
            above = by_code.get(code[:4] + "00") or by_code.get(code[:2] + "0000") or NATION
            by_code[code] = self._add(row["name"], row["level"], above, code)
            for name in filter(None, (row["also"] or "").split("|")):
                self._named.setdefault(name, []).append(by_code[code])
        self._by_short = {place.short: place for place in by_code.values() if place.level != "county"}

    def _add(self, name: str, level: str, parent: Place | None, code: str | None = None) -> Place:
        key = code or f"{parent.key if parent and level == 'township' else ''}/{name}"
        if key not in self.by_key:
            place = Place(name, level, key, short_name(name, level), parent, code)
            self.by_key[key] = place
            self._named.setdefault(name, []).append(place)
        return self.by_key[key]

    def learn(self, names: Iterable[str]) -> None:
        """Take in places that the table lacks, with the place printed before them (云州市怀川县人民政府).

        Sorted, so that the order of `names` has no say. A place printed both with and without the one above
        it is one place; its first parent in order of names counts.
        """
        for name in sorted(set(names), key=lambda text: (-len(text), text)):
            place, rest = self.take(name, NOWHERE)
            while found := self._unnamed_at(rest, place):
                place, rest = found

    def institution(self, called: str, place: Place | None, name: str) -> Place:
        """A school or company whose document is its own world, or a file of which nothing tells the place.

        `called` keys it within `place`, `name` is shown.
        """
        key = f"?{place.key if place else ''}/{called}"
        if key not in self.by_key:
            self.by_key[key] = Place(name, "institution", key, called, place)
        return self.by_key[key]

    def unnamed(self, word: str, source: str) -> Place:
        """The county, district or city that a file speaks of as 县, 区 or 市 without ever naming it."""
        key = f"{word}@{source}"
        return self.by_key.setdefault(key, Place(word, "county", key, ""))

    def begins_with(self, name: str) -> Place | None:
        """The county or higher place that a name begins with by its own name, known or not."""
        place, rest = self.take(name, NOWHERE)
        if place is None and (found := self._unnamed_at(name, None)):
            place, rest = found
        return place if rest else None

    def jurisdiction(self, text: str | None) -> Place | None:
        """The lowest place that the issuer or place name `text` begins with, a township only in its
        county."""
        place, rest = self.take(fold(text or ""), NOWHERE)
        if place and place.level == "county" and (town := self.township(rest, place)):
            return town[0] if not town[1] or _TOWNSHIP_ISSUER.match(town[1]) else place
        return place

    def take(self, text: str, context: Place) -> tuple[Place | None, str]:
        """The known place that the name `text` begins with, and the rest of the name.

        吴忠市利通区人民政府  →  利通区, 人民政府          财政局  →  None, 财政局
        """
        place: Place | None = None
        rest = text
        while found := self._named_at(rest, place, context):
            place, length = found
            rest = rest[length:]
        return place, rest

    def take_unknown(self, text: str) -> tuple[Place, str] | None:
        """A county that neither table nor issuers name, where a standard body's name follows it
        (河原县财政局)."""
        if (found := self._unnamed_at(text, None)) and find_body(found[1]):
            return found
        return None

    def _named_at(self, text: str, within: Place | None, context: Place) -> tuple[Place, int] | None:
        for length in range(min(len(text), 12), 1, -1):
            fitting = [
                p
                for p in self._named.get(text[:length], ())
                if p.level != "township" and (within is None or (within is not p and p.within(within)))
            ]
            if not fitting:
                continue
            if within is not None:
                self._met.setdefault(fitting[0].name, fitting[0])
                return fitting[0], length
            if near := [p for p in fitting if context.within(p) or (p.parent and context.within(p.parent))]:
                return near[0], length
            # 新城区建设 is no district's; elsewhere's counties are known by the body that follows.
            elsewhere = fitting[0].level == "county" and context is not NOWHERE
            if elsewhere and (text[:length] in _WORDS or not find_body(text[length:])):
                continue
            return self._which(fitting), length
        return None

    def _which(self, fitting: Sequence[Place]) -> Place:
        """The one of several places of one name (鼓楼区) that a text names with its city; else one apart
        from all."""
        name = fitting[0].name
        if len(fitting) == 1 or name in self._met:
            return self._met.get(name, fitting[0])
        key = f"/{name}"
        if key not in self.by_key:
            self.by_key[key] = Place(name, fitting[0].level, key, fitting[0].short)
        return self.by_key[key]

    def _unnamed_at(self, text: str, within: Place | None) -> tuple[Place, str] | None:
        level = within.level if within else ""
        if level in ("county", "township"):
            return None
        m = _PREFECTURE.match(text) if level != "prefecture" else None
        after = _COUNTY.match(text, m.end()) if m else None
        if m and after and not any(map(_NOT_A_PLACE.search, (m[1], after[1] or after[3]))):
            return self._add(m[0], "prefecture", within), text[m.end() :]
        m = _COUNTY.match(text)
        if m and not _NOT_A_PLACE.search(m[1] or m[3]):
            return self._add(m[0], "county", within), text[m.end() :]
        return None

    def township(self, text: str, county: Place) -> tuple[Place, str] | None:
        """The township of `county` that `text` begins with, and the rest.

        豫海镇武装部  →  豫海镇, 武装部          一四三团党委  →  143团, 党委 (in a division of the Corps)
        """
        if (m := _TOWNSHIP.match(text)) and not _NO_TOWNSHIP.search(m[1]):
            name = m[1].removesuffix("办事处") if m[1].endswith("街道办事处") else m[1]
            return self._add(name, "township", county), text[m.end() :]
        if county.name.endswith("师") and (m := _CORPS_FARM.match(text)):
            name = arabic(m[0].removeprefix("第").removesuffix("场").removesuffix("镇"))
            return self._add(name, "township", county), text[m.end() :]
        return None

    def by_level_word(self, text: str, context: Place) -> tuple[Place, str] | None:
        """The place that a leading 县, 区, 市, 省… means in a document of `context`, and the rest.

        区财政局 → the district itself in one, 自治区 in a county;   市财政局 → the city above a county
        """
        own = context.up("prefecture")
        if own and own.name.endswith("师") and (m := _DIVISION.match(text)):
            division = self._named.get(f"第{m[1]}师", [own])[0] if m[1] else own
            return division, text[m.end() :]
        word = next(
            (
                w
                for w in (
                    "自治区",
                    "自治州",
                    "街道",
                    "国家",
                    "中央",
                    "县",
                    "区",
                    "市",
                    "省",
                    "州",
                    "旗",
                    "盟",
                    "镇",
                    "乡",
                )
                if text.startswith(w)
            ),
            None,
        )
        if word is None or len(text) == len(word):
            return None
        rest = text[len(word) :]
        if rest[0] in "域级":
            return None
        if word == "市" and re.match(r"场|监|容|民(?!政|族|宗|武|革|建|进|盟)|政(?!府|协|法|务|研|数)", rest):
            return None
        place = self._meant(word, rest, context)
        return (place, rest) if place else None

    def _meant(self, word: str, rest: str, context: Place) -> Place | None:
        if word in ("国家", "中央"):
            return NATION
        county, township = context.up("county"), context.up("township")
        prefecture, province = context.up("prefecture"), context.up("province")
        if word in ("镇", "乡", "街道"):
            return township
        if word == "自治区" or (
            word == "区"
            and province
            and province.name.endswith("自治区")
            and (re.match(r"党委|.*厅$", rest) or not (county and county.name.endswith("区")))
        ):
            return province or self._above(context, "province", "自治区")
        if word == "省":
            return province or self._above(context, "province", "省")
        if county and county.name.endswith(word):
            return county
        if word in ("县", "区", "旗"):
            return county
        if word == "市" and province and province.name in _MUNICIPALITIES:
            return province
        if word in ("市", "州", "自治州", "盟"):
            return prefecture or (self._above(county, "prefecture", "市") if county else None)
        return None

    def _above(self, below: Place, level: str, word: str) -> Place:
        """A place above `below` that no text names: 市 in a county whose city is unknown."""
        key = f"{word}@{below.key}"
        if key not in self.by_key:
            self.by_key[key] = Place(word, level, key, word)
        return self.by_key[key]

    def short(self, text: str, context: Place) -> tuple[Place, int] | None:
        """The place of `context`'s own line, or a prefecture or province, whose short name begins `text`."""
        for place in context.chain():
            if place.short and text.startswith(place.short) and len(place.short) > 1:
                return place, len(place.short)
        for length in (4, 3, 2):
            if found := self._by_short.get(text[:length]):
                return found, length
        return None
