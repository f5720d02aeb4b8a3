"""What the heading of a table's column stands for.

    序号 | 执法主体名称 | 持证人数 | 法定代表人      →  number, unit, holders, legal_rep
    编号 | 任务内容 | 责任部门 | 完成时间            →  number, task, responsibility, time_limit
"""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.lexicon.labels import is_responsibility, is_role, is_time_limit

_KINDS: list[tuple[str, re.Pattern[str]]] = [
    (kind, re.compile(rf"(?:{pattern})$")) for kind, pattern in (
        ("number", r"序号|编号|序|号|项次|No\.?|NO\.?|№"),
        ("certificate", r".{0,8}(?:证号|证件号码?|证书编号|证件编号|证编号|执法证号|编号\(证\)|证号码)"),
        ("holders", r".{0,14}(?:持证人数|持有人数|人员数量|持证人员数量?|证人数|执法人员数|执法人数|持证数量|持证数|(?:行政)?(?:执法|在岗|在编)?人员(?:总)?数量?|(?:执法)?证件?数量?|(?:持|执法)证数量?|人数(?:（人）)?|人员数)"),
        ("legal_rep", r"法定代表人(?:姓名)?|法人代表|单位法人|法人|主体法定代表人|法定代表人或负责人|法定代表人（负责人）|主要负责人|单位负责人|负责人(?:姓名)?"),
        ("category", r"(?:执法)?(?:主体)?(?:类别|类型|性质)|主体性质|执法类别|执法主体类别|主体资格类别|单位性质|类\s*别|执法种类|执法类型|执法(?:领域|范围|区域|专业|岗位)"),
        ("a_role", r"[AＡ](?:角|岗|角人员|岗人员|岗责任人|角责任人|岗位)|主办角"),
        ("b_role", r"(?:互为)?A[、/]?B(?:角|岗)(?:人员)?|[BＢ](?:角|岗|角人员|岗人员|岗责任人|角责任人|岗位)|协办角"),
        ("appointed", r"(?:拟)?任(?:命|何)?职务?|任何职务?|任命职务|新任职务|拟任职务|聘任职务|任职(?:情况|职务)"),
        ("removed", r"免(?:去|何)?职务?|免何职务?|免去职务|原任职务|解聘职务|免职(?:情况|职务)"),
        ("role", r".{0,8}(?:组内职务|小组职务|指挥部职务|机构职务|组中职务|委员会职务|领导小组职务|会内职务|担任职务|组内分工|组织职务|组成人员|角色|身份|拟任组内职务)"),
        ("name", r"姓\s*名|人员|人员姓名|人员名单|成员姓名|领导姓名|持证人|持证人姓名|执法人员(?:姓名)?|领导|姓名及职务"),
        ("post", r"(?:现任|所在|工作|行政|现|原)?(?:单位及|单位、|单位和)?(?:工作)?(?:单位|部门|科室|处室|院系)?(?:及|与|和|、|/)?(?:行政)?职\s*务(?:/职称)?|单位职务|单位及职务|工作单位及职务|单位与职务|职务（职称）|职务职级|现任职务"),
        ("unit", r"(?:行政)?(?:执法)?主体(?:名称)?|(?:执法)?单位(?:名称|全称)?|工作单位|所在单位|机构名称|持证单位|执法机关(?:名称)?|执法机构(?:名称)?|部门(?:名称)?|主体名称|名称|行政机关名称|所属单位|执法部门|成员单位|乡镇|科室"),
        ("duty", r"(?:主要|工作|部门|单位|具体|岗位)?(?:职责|职能)(?:分工|任务)?|职责分工|任务分工|工作职责|主要职责|职责内容|工作分工|分工"),
        ("oversight", r"分管(?:工作|部门|单位|领域|处室|科室|范围|和联系.*|部门（单位）)|联系(?:单位|部门|处室|科室|乡镇|镇|乡|村|社区|村（社区）|企业|学校)|协管.*|协助分管.*"),
        ("task", r".{0,8}(?:任务|工作内容|任务内容|整改措施|措施|事项|内容|重点工作|目标任务|工作任务|建议|案由|标题|考核指标|指标|要求|问题|项目|项目名称|工程|举措|要点|任务分解|工作目标|目标|考核内容|工作要求|提案题目|题目|整改任务|清单|任务名称)(?:及.*)?"),
        ("remark", r"备\s*注|分值|各项分值|得分|说明|联系电话|电话|联系方式|手机|性\s*别|民\s*族|年\s*龄|出生年月|籍\s*贯|学\s*历|文化程度|政治面貌"),
    )
]

# Who watches over a river, a slope, a reservoir: titles that only the headings of columns use as labels.
_KEEPER = re.compile(
    r"(?:[省市县区旗州盟师团连乡镇村屯组社/]|街道|办事处|苏木|嘎查|乡级镇|社区|自然村|行政村|村民小组|农场|林场|（[乡镇街道场区社居苏木嘎查、/]{1,6}）|总|副|责任)*级?(?:河湖|河|湖|林|田|山|路|街|巷|库|片|网格)长|网格员|"
    r"(?:监测|巡查|巡护|巡河|管护|看护|值守|防守|监护|防治|预警|转移|群测群防)(?:人|人员|员|责任人)"
)


@lru_cache(maxsize=4096)
def is_keeper(heading: str) -> bool:
    """Does the column (heading without blanks) name who watches over a place (县级河长, 监测人)?"""
    return bool(_KEEPER.fullmatch(heading))


_GROUPS = re.compile(r"组别|组名|(?:专项|专项工作|工作)(?:小?组|专班)(?:名称)?|专班(?:名称)?|小组名称|工作组别")


def is_group_heading(heading: str) -> bool:
    """Does the column (heading with or without blanks) name working groups, so that the others name their members?"""
    return bool(_GROUPS.fullmatch("".join(heading.split())))


@lru_cache(maxsize=4096)
def column_kind(heading: str) -> str | None:
    """What a column with this heading (blanks allowed) holds, None if it is no known heading."""
    word = "".join(heading.split())
    if not word or len(word) > 24:
        return None
    if is_time_limit(word):
        return "time_limit"
    if (word not in ("负责人", "主要负责人", "责任人姓名") and is_responsibility(word)) or is_keeper(word):
        return "responsibility"
    if is_role(word):
        return "role_column"
    for kind, pattern in _KINDS:
        if pattern.match(word):
            return kind
    bare = re.sub(r"（[^（）]{1,4}）$", "", word)
    return column_kind(bare) if bare != word else None


STRONG = frozenset(("number", "holders", "legal_rep", "certificate", "a_role", "b_role", "appointed", "removed", "responsibility", "time_limit", "name", "post", "role", "role_column", "unit", "task", "category", "duty", "oversight", "remark"))


def heading_count(cells: list[str]) -> int:
    """How many of the cells are known headings."""
    return sum(1 for cell in cells if column_kind(cell))
