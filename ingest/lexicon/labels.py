"""The labels that official documents print in front of names.

    组 长：    副指挥长：    责任单位：    【整改时限】    完成时限：
"""

from __future__ import annotations

import re
from functools import lru_cache


def _spaced(words: list[str]) -> str:
    """A pattern for any of the words, the longest first, with blanks allowed between the characters.

    Built as a tree, so that one look at a character rules out all words that do not begin with it.
    """
    tails: dict[str, list[str]] = {}
    for word in words:
        tails.setdefault(word[0], []).append(word[1:])
    branches = []
    for head, rest in tails.items():
        longer = [tail for tail in rest if tail]
        tail = rf"(?:[ \t]*{_spaced(longer)})" + ("?" if len(longer) < len(rest) else "") if longer else ""
        branches.append(re.escape(head) + tail)
    return f"(?:{'|'.join(branches)})" if len(branches) > 1 else branches[0]


_RANK = ["", "第一", "执行", "常务", "名誉", "总", "共同", "轮值", "联合", "专职", "兼职"]
_LEADERS = ["组长", "召集人", "指挥长", "指挥", "主任委员", "主任", "会长", "理事长", "主席", "团长", "队长", "班长", "主编", "总编", "所长", "院长", "校长", "局长"]
_HEADED = ["组长", "召集人", "指挥长", "指挥", "主任委员", "主任", "会长", "理事长", "主席", "团长", "队长", "班长", "主编", "总编"]
_OTHERS = [
    "成员", "成员单位", "组员", "委员", "队员", "政委", "政治委员", "副政委", "副政治委员", "秘书长", "副秘书长", "秘书", "顾问", "联络员", "责任编辑", "编辑", "编委", "理事",
    "常务理事", "组长单位", "副组长单位", "牵头单位", "召集单位", "总召集人", "副总召集人", "副总指挥", "常务副总指挥", "总指挥", "常务副总指挥长", "副总指挥长", "总指挥长",
    "执行总指挥", "执行副组长", "执行副指挥长", "执行副总指挥", "第一副组长", "第一副指挥长", "双组长", "办公室主任", "办公室副主任", "办公室成员", "常务副主任", "专职副主任", "参谋长", "执行主编",
    "常委", "常务委员", "特邀委员", "技术顾问", "工作人员", "副主任委员", "干事长", "纪检委员", "组织委员", "宣传委员", "观察员",
    "执行秘书", "链长", "副链长", "总链长", "指挥部成员", "执行副主任", "信息员", "名誉组长", "名誉主任", "总负责", "总负责人", "总协调", "总协调人", "总顾问", "常务副秘书长", "办公室联络员", "组长兼办公室主任", "副组长兼办公室主任",
    "执行副秘书长", "秘书处成员", "专班长", "副专班长", "第一总指挥", "第一副总指挥", "现场指挥", "现场总指挥", "前线指挥", "前线总指挥", "副总编辑", "总编辑", "美术编辑", "校对", "审稿", "编审", "责任校对", "执行编辑", "编写人员", "主审", "主笔", "特约编辑", "副编辑", "编务", "编辑部主任", "执行总编", "总策划", "策划", "监制",
    *(rank + keeper for keeper in ("总河长", "总林长", "总田长", "总路长") for rank in ("", "副", "第一", "常务副")), "新闻发言人", "新闻联络员",
]
ROLES = sorted(
    {rank + leader for rank in _RANK for leader in _HEADED}
    | {rank + "副" + leader for rank in _RANK for leader in _HEADED}
    | {"副" + leader for leader in _HEADED} | set(_OTHERS),
    key=lambda role: (-len(role), role),
)
ROLE_SET = frozenset(ROLES)
ROLE = rf"(?:{_spaced(ROLES)})"
# Roles that also are posts: a label only where a colon or the roster's form says so.
POST_LIKE = frozenset(role for role in ROLES if role.endswith(("主任", "主席", "会长", "团长", "队长", "秘书长", "秘书", "政委", "编辑", "委员", "政治委员")))

_WHOSE = (
    r"(?:牵头|责任|配合|落实|主办|会办|协办|协同|参与|参加|主责|实施|督导|督办|监管|监督|主管|承办|完成|整改|包抓|包保|包联|包点|包村|包片|包组|包户|包案|包干|领办|挂钩|挂联|挂点|挂村|联系|指导|第一|直接|"
    r"具体|主要|共同|成员|支持|协助|支撑|负责|考核|行政|技术|巡查|主体|主抓|分管|总|副|执行|推进|承接|承担|协作|协调|统筹|验收|审核|审批|挂牌|挂包|帮扶|"
    r"结对|组织|实施|工作|任务|项目|业务|经办|办理|分办|联办|协管|政治|县级|市级|区级|州级|旗级|镇级|乡级|省级|局级|校级|领衔|督查|督促|跟踪|属地|行业|监测|预警|转移|带班|现场|安全|质量|岗位|部门|单位|科室|整治|管护|管理|日常|和|及|、|/|（|）)"
)
_WHO = r"(?:单位|部门|领导同志|领导|(?<=挂钩)干部|(?<=[包挂][联村点片保])干部|负责人|责任人|责任领导|责任单位|科室|处室|股室|司局|机构|[省市县区旗校院局厅司处]领导|同志|主体|组织)"
RESPONSIBILITY = re.compile(rf"(?:{_WHOSE}[ ]*){{1,5}}{_WHO}(?:及责任人|及领导)?$|^[\u4e00-\u9fff]{{1,5}}(?<![的各及和与或])责任人$|^(?:责任人|负责人|责任者|牵头人|包抓人|包保人|主管部门|河长|林长|田长)$|(?:牵头|责任|配合)$|^(?:主|会|协|承)办$|^(?:分管|主管|包抓|包联)副?[院校局厅司处]长$")
# Where somebody works, whom a leader oversees, who belongs to a list: none of them answers for a task.
_NOT_OF_A_TASK = re.compile(
    r"(?:分管|联系|协管|协助分管|工作|组织|管理|任务|业务|项目|单位|部门|岗位|科室|政治|监督|协调|及|和|、|总|副|日常|安全)+"
    r"(?:(?<!监督)(?<!管理)单位|部门|处室|科室|股室|机构|同志|组织|(?<!分管)(?<!联系)(?<!协管)领导|主体|负责人|领导小组)$"
)
TIME_LIMIT = re.compile(
    r"(?:(?:完成|整改|办结|办理|落实|工作|推进|实施|任务|进度|达标|销号|计划|预计|拟|最后|整治|报送|办复|答复|建成|竣工|要求|目标|上报|开展|解决|化解|稳控|清零|见效|督办|治理|交付|回复|反馈)+"
    r"(?:完成)?(?:时限|时间|期限|时间节点|节点|日期|时间要求|时限要求|时间表|年限|时间安排)|时间节点|时限|时限要求|时间要求|期限|完成节点|进度安排|进度要求|时间进度|时间安排|时间限制|限期)$"
)
# Everything that a document prints as a label; what is none of ours ends one of ours.
LABEL = re.compile(
    r"(?P<open>[【〔《]?)(?P<label>[\u4e00-\u9fff、/（）][\u4e00-\u9fff、/（） \t]{0,22}?[\u4e00-\u9fff）])(?P<close>[】〕]?)[ \t]*：|"
    r"【(?P<boxed>[\u4e00-\u9fff、/（） \t]{2,14})】"
)


def compact(label: str) -> str:
    """The label without blanks."""
    return "".join(label.split())


@lru_cache(maxsize=4096)
def is_responsibility(label: str) -> bool:
    """Does the label (without blanks) name who answers for a task (责任单位, 牵头领导, 督导单位…)?"""
    return len(label) <= 14 and bool(RESPONSIBILITY.search(label)) and not _NOT_OF_A_TASK.match(label)


@lru_cache(maxsize=4096)
def is_time_limit(label: str) -> bool:
    """Does the label (without blanks) introduce a task's time limit (完成时限, 整改时限, 时间节点…)?"""
    return len(label) <= 10 and bool(TIME_LIMIT.match(label) or TIME_LIMIT.fullmatch(label))


def is_role(label: str) -> bool:
    """Is the label (without blanks) a role in a group (组长, 副总指挥, 成员…)?"""
    return all(part in ROLE_SET for part in label.split("兼"))
