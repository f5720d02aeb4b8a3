"""What can be a post and what a unit, by how official names end.

    县委副书记、县长    县财政局局长    各乡镇主要负责人        posts
    县财政局    各乡镇（开发区）    国网同心县供电公司           units
"""

from __future__ import annotations

import re
from functools import lru_cache

# The word a post ends with; longer ones first where one ends in another.
TITLE = (
    r"(?:国务委员|总理|党工委书记|党委书记|党组书记|纪委书记|书记|支书|村主任|委员长|常委|委员|主席团成员|主席|政治委员|政委|司令员|参谋长|参谋|助理员|"
    r"(?:第一|常务|代|副)?(?:[乡镇村县市区]（[^（）]{1,8}）|县|区|市|省|州|旗|盟|镇|乡|局|部|厅|署|司|处|科|股|所|站|关|院|校|园|行|社|队|大队|支队|总队|中队|团|师|连|营|班|组|台|馆|"
    r"会|场|厂|店|矿|庭|室|段|村|屯|河|湖|林|田|路|街|库|总|理事|董事|秘书|检察|教务|护士|审判|教导|司务|船|舰|站务|首席|年级|学区|点|片|楼|网格|岗|专班|指挥|监事|行政|组织|宣传|统战|民政|财政)长|"
    r"主任委员|主任科员|主任|经理|总监|董事|监事|理事|顾问|总编辑|总编|编辑|主编|编委|秘书|干事|专员|巡视员|调研员|科员|职员|办事员|管理员|联络员|协理员|督导员|督学|总督学|督察专员|监察专员|督察员|"
    r"(?:高级|主任|总|副总|助理)?(?:工程师|经济师|会计师|畜牧师|畜牧兽医师|农艺师|兽医师|农经师|统计师|规划师|建筑师|设计师|审计师|药师|医师|医生|护师)|高工|总工|总师|"
    r"教授|研究员|编审|院士|教师|老师|讲师|律师|法官|检察官|审判员|检察员|陪审员|仲裁员|书记员|辅导员|班主任|主管|助理|负责人|负责同志|主要领导|分管领导|领导|"
    r"领队|站务员|嘎查达|苏木达|代表|会长|秘书长|总裁|总经理|总会计师|首席|指导员|教导员|主办|专干|文书|会计|出纳|干部|职工|工作人员|同志|专家|校医|村医|乡医|厂医|调度员|第一责任人|特派员|工作者|网格员|协管员|护林员|巡护员|安全员|监督员|宣传员|统计员|志愿者|专职副书记|指挥|指挥员|总指挥|召集人|掌门人|法人|庭审员|警员|警长|所长|人员|成员|班子)"
)
# Documents say the same words again and again: so many are remembered.
WORDS = 1 << 14
# Neither the end of a post nor that of a unit is longer than this, brackets and all.
_LONGEST_END = 40
_AFTER = r"(?:（(?:[^（）]|（[^（）]{1,12}）){1,24}）|\([^()]{1,24}\))?"
_POST_END = re.compile(rf"{TITLE}{_AFTER}$")
_UNIT_END = re.compile(
    r"(?:部门|单位|公司|集团|企业|局|委|办|厅|署|司|处|科|股|室|部|院|所|站|中心|政府|乡|镇|街道|社区|村|屯|苏木|嘎查|队|组|会|校|小学|中学|大学|学院|园|银行|支行|分行|信用社|"
    r"联社|社|馆|场|厂|矿|区|县|市|州|旗|盟|省|团|师|连|班子|小组|指挥部|专班|台|段|处室|科室|年级|年段|学科|法院|检察院|党委|党组|纪委|监委|人大|政协|"
    r"妇联|团委|科协|工会|残联|侨联|工商联|文联|社科联|红十字会|机关|园区|开发区|委员会|办公室|镇办|各镇办|街镇|乡镇|协会|商会|学会|基金会|联合会|合作社|口岸|海关|税务|消防|武警|供电|烟草|电信|移动|联通|邮政|"
    r"铁塔|石油|石化|保险|联席会议|事务所|服务区|港|机场|火车站|医院|卫生院|诊所|药店|超市|基地|林场|农场|牧场|水库|灌区|管委会|管理处|支部|党支部|总支|门市|商场|酒店|景区|市场|窗口|庭|所属|支公司|分公司|部队|民兵|家庭|党派|团体|组织|机构|科研院所|学校|高校|院校|车站|码头|船队)"
    rf"{_AFTER}$"
)
_UNIT_HEAD = re.compile(
    r"(?:各|有关|相关|其他|县|区|市|省|州|旗|盟|师|团|镇|乡|街道|国家|中共|中央|自治区|全[县市区省]|驻|本|校|院|局|集团|公司|总|分管|政府|人民政府|党委|党工委|人大|政协|纪委|监委|人武部|武装部|公安|法院|检察院|"
    r"教育|财政|民政|司法|人力|自然|生态|住房|住建|交通|水务|水利|农业|农牧|商务|文化|文旅|卫生|卫健|应急|审计|市场|市监|统计|医保|医疗|信访|林业|林草|扶贫|乡村|宣传|组织|统战|政法|团委|妇联|工会|科技|工信|发展|发改|"
    r"国土|环保|安监|质监|工商|税务|国税|地税|气象|地震|供电|电力|电信|移动|联通|邮政|消防|武警|交警|派出所|海事|港航|机关|办公室|党政|副|常务|原|第|主持|工会)"
)

# Fields that end like units, and units of two characters.
_FIELD = re.compile("(?:农村|乡村|城乡|社会|城市|社区|机关)$")
_SHORT_UNIT = re.compile("[县市区旗州省团纪监]委|[残妇侨文青科][联协]|工会|法院|海关|人大|政协")


@lru_cache(maxsize=WORDS)
def is_post(word: str) -> bool:
    """Does `word` (folded, without blanks) end as a post does?"""
    return bool(_POST_END.search(word, max(0, len(word) - _LONGEST_END)))


@lru_cache(maxsize=WORDS)
def is_unit(word: str) -> bool:
    """Does `word` (folded, without blanks) end as a unit's name does?"""
    return bool(_UNIT_END.search(word, max(0, len(word) - _LONGEST_END)))


@lru_cache(maxsize=WORDS)
def is_whole_unit(word: str) -> bool:
    """Is `word` a unit by itself, so that what 和 joins to it is another: 残联, 县妇联, but not 农业农村?"""
    return is_unit(word) and not _FIELD.search(word) and (len(word) > 2 or bool(_SHORT_UNIT.match(word)))


def opens_post(word: str) -> bool:
    """Does `word` begin as a post or unit does (县…, 区委…, 财政局…, 副…)?"""
    return bool(_UNIT_HEAD.match(word))
