"""A jurisdiction, and what is above it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.resolve.names import stable_id

_SUFFIX = {
    "province": "(?:特别行政区|自治区|省|市)",
    "prefecture": "(?:自治州|地区|盟|市)",
    "county": "(?:自治县|自治旗|新区|林区|特区|县|区|市|旗)",
    "township": "(?:街道办事处|街道|民族乡|镇|乡|苏木)",
}
_PEOPLES = """
    壮 回 藏 朝鲜 土家 苗 羌 彝 布依 侗 哈尼 傣 白 景颇 傈僳 满 土 畲 黎 水 瑶 仡佬 仫佬 毛南 佤 拉祜
    纳西 独龙 怒 普米 裕固 撒拉 保安 东乡 达斡尔 布朗 各 蒙古 维吾尔 哈萨克 柯尔克孜 塔吉克 锡伯
"""
_ETHNIC = re.compile(rf"(?:(?:{'|'.join(_PEOPLES.split())})族|维吾尔|蒙古|哈萨克|柯尔克孜|塔吉克|锡伯)+$")


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """A jurisdiction. `key` names it among all; `short` is the name without its kind (同心县 → 同心)."""

    name: str
    level: str
    key: str
    short: str
    parent: Place | None = None
    code: str | None = None

    @property
    def id(self) -> str:
        return stable_id("j_", self.code or self.key)

    @property
    def real(self) -> bool:
        """Whether it is a jurisdiction below the nation, not a school or what no text tells."""
        return self not in (NOWHERE, NATION) and self.level != "institution"

    def up(self, level: str) -> Place | None:
        """This place or the one above it that has `level`, None where that is not known."""
        place: Place | None = self
        while place is not None and place.level != level:
            place = place.parent
        return place

    def within(self, other: Place) -> bool:
        """Whether this place is `other` or lies in it."""
        return any(place is other for place in self.chain())

    def chain(self) -> Iterator[Place]:
        """This place and all above it, the nearest first."""
        place: Place | None = self
        while place is not None:
            yield place
            place = place.parent


NATION = Place("国家", "nation", "nation", "国家", None, "000000")
NOWHERE = Place("", "unknown", "?", "")


def short_name(name: str, level: str) -> str:
    """宁夏回族自治区 → 宁夏, 同心县 → 同心; a name of two characters keeps its kind (盐县)."""
    bare = re.sub(_SUFFIX.get(level, "$") + "$", "", name)
    shorter = _ETHNIC.sub("", bare) if "自治" in name else bare
    return next((short for short in (shorter, bare) if len(short) > 1), name)
