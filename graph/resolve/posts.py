"""A printed position taken apart: which body, which office in it.

县委副书记、政府县长            →  县委: 副书记;  政府: 县长
县林草局副局长、护林办主任      →  县林草局: 副局长;  护林办: 主任
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from graph.resolve.names import fold

_HEADS = (
    "总书记|总理|司长|关长|师长|护士长|参事|监事|法律顾问|全体人员|书记|省长|州长|盟长|旗长|市长|县长|区长|镇长|乡长|局长|厅长|部长|署长|主任|院长|检察长|主席|会长|理事长|秘书长|理事|政治委员|政委|"
    "教导员|指导员|大队长|支队长|中队长|总队长|队长|所长|站长|科长|股长|处长|室长|校长|园长|馆长|台长|社长|场长|段长|行长|总经理|经理|董事长|董事|监事长|"
    "级长|厂长|矿长|团长|司令员|司令|参谋长|参谋|干事|助理员|办事员|科员|专员|调研员|督学|负责人|负责同志|(?:工作|业务|财务|负责|有关|相关|专业技术|专业|管理)人员|干部|职工|常委|委员|组长|"
    "总工程师|总会计师|总经济师|总规划师|总审计师|总畜牧兽医师|总畜牧师|总信息师|总机械师|总农艺师|总兽医师|高级?工|工程师|农艺师|兽医师|教师|医师|研究员|班子成员|党组成员|党委成员|成员|代表|巡视员|组织员|检察官|"
    "法官|审判员|庭长|协理员|主任科员|秘书|顾问|院士|教授|村长|社区主任|连长|总编辑|主编|编辑|记者|总监|网格长|河长|林长|审计长|监察专员"
)
_TITLE = (
    r"(?:(?:原)?(?:党组|党委|党工委|党总支|党支部|机关党委|纪检组|支部|分党组)?"
    r"(?:主要|有关|相关|教授级|常务|第一|专职|兼职|挂职|代理|代|执行|名誉|分管|原|正高级|高级|[一二三四]级)*副?(?:"
    + _HEADS
    + r")(?:助理)?)"
)
_POST = re.compile(rf"(?P<unit>.*?)(?P<title>{_TITLE})$")
_TAIL = re.compile(r"（[^）]*）$|(?<!负责)同志$|（.*$")
# 分管水利的副县长, 县政府办公室联系水利工作的副主任: what the office is for, between the body and the title.
_FIELD = re.compile("(?:协助分管|分管|联系|负责|主管)[^局委办院]{1,16}?(?:的|工作)$|^(?:分管|主持)[^局委办院]{1,8}$|的$")
_SPLIT = re.compile(r"[、/](?![^（]*）)|(?<=[长记任席员])兼(?:任)?|(?<=[长记任席员])(?=兼)")
_GOVERNMENT_HEADS = re.compile(r"^(?:常务|代理?|分管)*副?(?:省长|州长|盟长|旗长|市长|县长|区长|镇长|乡长)$")
# 区农业农村局长: the office's first character closes the body's name, too.
_SHARED = re.compile(r"^(?:局|厅|部|院|所|站|科|股|处|校|镇|乡|县|区|市|组|级)长$|^(?:大队|支队|中队)长$")
_CLOSED = re.compile(
    r"(?:局|厅|部|院|委|办|室|学|幼儿园|会|所|站|科|股|处|校|府|社|中心|大队|队|公司|组|镇|乡|街道|县|区|市|镇人大|人大|政协|行|场|馆|园|段|台|团|联|村|社区|工会|关|集团|单位|）)$"
)
_BUREAU = re.compile("[局委会院处]$")
# What is told behind an office: 副院长，分管医疗.
_NO_OFFICE = re.compile("分管|主持|协助|联系|负责|得票")
# 组织委员, 政法书记: offices in a township's committee, not in bodies of that name.
_COMMITTEE_MEMBER = re.compile("(?:组织|宣传|统战|政法|纪检|武装|人武)+$")
_COMMITTEE = re.compile(r"^(党委|党工委)(.+)$")


@dataclass(frozen=True, slots=True)
class Office:
    """One office in a printed position: the body as printed (None if it names none) and the office's
    title."""

    unit: str | None
    title: str


@lru_cache(maxsize=100_000)
def offices(post: str) -> tuple[Office, ...]:
    """The offices that a printed position names, in its order.

        县纪委副书记、监察局局长  →  (县纪委, 副书记), (监察局, 局长)
    A part without a body of its own belongs to the one before it: 教育局党组书记、局长.
    """
    found: list[Office] = []
    last: str | None = None
    for part in _SPLIT.split(fold(post)):
        part = part.removeprefix("兼任").removeprefix("兼")
        office = _office(part, last)
        if office is None:
            continue
        if office.unit:
            last = office.unit
        found.append(office)
    return tuple(found)


def _office(part: str, last: str | None) -> Office | None:
    bare = part
    while (shorter := _TAIL.sub("", bare)) != bare and shorter:
        bare = shorter
    if not bare:
        return None
    if not (m := _POST.fullmatch(bare)):
        return Office(bare, "") if len(bare) > 2 and not _NO_OFFICE.match(bare) else None
    unit, title = _FIELD.sub("", m["unit"]), m["title"]
    if _COMMITTEE_MEMBER.match(unit) and title in ("委员", "书记", "干事"):
        return Office(last, unit + title)
    if unit and _SHARED.match(title) and not (_BUREAU if title == "局长" else _CLOSED).search(unit):
        unit += title[:-1]
    if (committee := _COMMITTEE.match(title)) and re.search("(?:镇|乡|街道|苏木)$", unit):
        unit, title = unit + committee[1], committee[2]
    if unit:
        return Office(unit, title)
    return Office(None if _GOVERNMENT_HEADS.match(title) else last, title)


def heads_government(title: str) -> bool:
    """Whether the title alone says that its body is the government: 副县长, 常务副区长."""
    return bool(_GOVERNMENT_HEADS.match(title))


def post_unit(post: str | None) -> str | None:
    """The first body that a printed position names: 县财政局局长 → 县财政局; None if it names none."""
    return next((office.unit for office in offices(post) if office.unit), None) if post else None
