"""What of a printed group name tells the group from others of its place.

云溪县人民政府防汛抗旱指挥部, 防汛抗旱总指挥部, 防指            →  防汛抗旱指挥部
创城指挥部, 创建全国文明城市工作指挥部 in one document            the one is short for the other
"""

from __future__ import annotations

import re

from graph.resolve.forms import FRONT

_BEFORE = re.compile(r"^(?:关于|成立|调整|建立|设立|组建|印发|的|“|《)+")
# 县委 and 县人民政府 in front of a group's name; not 政府采购, 委托.
_BODY = re.compile("^(?:人民政府|政府(?=安全|食品|残疾|妇女|爱国|防汛|禁毒|国防)|委(?![员托派]))(?=..)")
_FORM = re.compile(
    r"(?:(?<=[^的]{2})专项(?:斗争)?|工作|行动|活动|总)*(领导小组|协调小组|推进小组|小组|联席会议|指挥部|委员会|专班|工作组|组)$"
)
# Names that tell nothing of what the group is for: each document means its own by them.
_EMPTY = re.compile(
    r"^(?:工作|整改|整治|治理|行动|督导|督查|检查|考核|考评|验收|宣传|协调|推进|评审|评议|评估|实施|综合|专项|专家|技术|保障|联络|监督|应急|"
    r"现场|调查|指导|处置|筹备|执行|材料|后勤|安全|第?[一二三四五六七八九十\d]+|[ABC])*$"
)
_SUBGROUP = re.compile(r"(?<!小)组$")
_YEAR = re.compile("[0-9〇零一二三四五六七八九]{4}年度?")
_VIRUS = re.compile("^(?:应对)?(?:新型冠状病毒(?:感染)?的?肺炎|新型冠状病毒感染|新冠病毒感染|新冠肺炎|新冠)")
_SHORT = {
    "安委会": "安全生产委员会",
    "食安委": "食品安全委员会",
    "食药安委": "食品药品安全委员会",
    "防指": "防汛抗旱指挥部",
    "禁毒委": "禁毒委员会",
    "爱卫会": "爱国卫生运动委员会",
    "深改委": "全面深化改革委员会",
    "编委": "机构编制委员会",
    "残工委": "残疾人工作委员会",
    "妇儿工委": "妇女儿童工作委员会",
    "规委会": "规划委员会",
}


def without_front(name: str) -> str:
    """A folded group name without 成立, 调整, 中共 and 制度 around it."""
    return FRONT.sub("", _BEFORE.sub("", name)).removesuffix("制度")


def core_of(name: str) -> str:
    """A group's name, its place already taken off, without 工作, 行动 and marks; abbreviations written out.

    社会信用体系建设工作领导小组 → 社会信用体系建设领导小组        委深改委 → 全面深化改革委员会
    """
    bare = _BODY.sub("", name)
    core = _FORM.sub(r"\1", _VIRUS.sub("新冠肺炎", _SHORT.get(bare, bare)))
    return re.sub(r"[的、（）“”]", "", core)


def purpose(core: str) -> str:
    """What the group is for: 防汛抗旱指挥部 → 防汛抗旱."""
    return _FORM.sub("", core)


def is_empty(core: str) -> bool:
    """Whether a group's name tells nothing of its purpose: 工作领导小组, 督导组."""
    return bool(_EMPTY.match(purpose(core)))


def is_subgroup(core: str) -> bool:
    """Whether the name is that of a group inside another: 宣传报道组."""
    return bool(_SUBGROUP.search(core))


def shortened(core: str, other: str) -> bool:
    """Whether in one document `core` may stand for the group `other`.

    The end of its name, all but one character, all but the year, or characters picked out of it.
    """
    short, full = (_YEAR.sub("", purpose(name)) for name in (core, other))
    if short == full and short:
        return True
    if len(short) < 2 or len(short) > len(full):
        return False
    same_form = _form(core) == _form(other)
    if len(short) >= 4 and full.endswith(short):
        return same_form
    if len(short) >= 8 and any(_one_apart(short, full[-n:]) for n in (len(short), len(short) + 1)):
        return True
    return same_form and short not in full and short[0] == full[0] and _picked(short, full)


def _form(core: str) -> str:
    """What kind of group it is; a 小组 may be printed for a 领导小组."""
    form = core[len(purpose(core)) :]
    return "小组" if form.endswith("小组") else form


def _picked(short: str, full: str) -> bool:
    """Whether all characters of `short` stand in `full`, in this order: 创城 in 创建全国文明城市."""
    rest = iter(full)
    return all(character in rest for character in short)


def _one_apart(short: str, end: str) -> bool:
    """Whether one character is another or one too many."""
    same = next((n for n, (a, b) in enumerate(zip(short, end, strict=False)) if a != b), len(short))
    if len(short) == len(end):
        return short[same + 1 :] == end[same + 1 :] and not any(
            c.isdigit() for c in (short + end)[same : same + 1]
        )
    return len(short) + 1 == len(end) and short[same:] == end[same + 1 :]
