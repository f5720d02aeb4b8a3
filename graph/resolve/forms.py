"""What the printed form of a unit's name shows: collective names, banks, zones, inner offices, kinds of
body."""

from __future__ import annotations

import re

# What stands before the place in the full names of party committees and tax offices.
FRONT = re.compile(r"^(?:中国共产党|中共)(?!中央)|^国家税务总局(?=.+税务局)")
LEAGUE = re.compile(
    r"^(?:共青团|中国共产主义青年团|共产主义青年团)(.*?)(?:委员会|委)$|^团(.{0,4}[县区市省州旗镇乡])?(?:委员会|委)$"
)
CONFERENCE = re.compile(r"^(?:中国人民政治协商会议|政协)(.+?)(?:委员会)?$")
COLLECTIVE = re.compile(
    r"^(?:各|全[县区市]|[县区市省]直(?!机关|属机关)|驻|有关|相关|其[他它]|直属|涉|所属|所在)|各(?:有关|相关)?[乡镇部门单位级类行成]|"
    r"各(?:进驻)?(?:有关|相关)?(?:部门|单位)|(?:成员|责任|相关|有关|各|帮扶|实施|配合|牵头|服务)(?:单位|部门)$|"
    r"^(?:乡镇|镇乡|乡（镇）|镇街|街镇|部门|单位|和)+(?:人民政府|政府)?$|等(?:相关|有关)?(?:部门|单位)|有关人员$|所在地|属地"
)
OFFICIALS = re.compile(
    r"(?:领导|负责人|负责同志|书记|县长|区长|市长|镇长|乡长|乡镇长|局长|主任|责任人|网格员|干部|同志|院长|校长|常委)$"
)
BRANCH = re.compile(r"^(.*?)(局)?([^局]*?)(分局|直属局)$")
# Each bank, and how it is called; 银行 alone is one whose place names it (宁夏银行).
_BANKS_CALLED = """
    工商银行 工行 | 农业银行 农行 | 中国银行 中行 | 建设银行 建行 | 农业发展银行 农发行 | 邮政储蓄银行
    邮储银行 邮储行
    农村商业银行 农商银行 农商行 | 农村信用社 农村信用合作联社 信用联社 信用社 | 村镇银行 | 人民银行 人行 |
    交通银行 | 银行
""".strip().replace("\n", "|")
BANKS = {called: names[0] for names in map(str.split, _BANKS_CALLED.split("|")) for called in names}
BANK = re.compile(
    r"^(?:中国(?!银行))?(.*?)("
    + "|".join(sorted(BANKS, key=len, reverse=True))
    + r")(?:股份有限公司|有限责任公司|股份公司)?(.*?)(?:中心支行|支行|分行|营业部|分社)?$"
)
FIRM = re.compile(r"国网.{0,8}?电力(?:有限)?公司(?=.)|中国|国网|通信(?=集团)|集团(?:公司)?(?=.)|股份|有限责任公司|有限公司")
ZONE = re.compile(
    r"^(?P<own>.*?)(?P<kind>高新技术产业|高新技术|经济技术|经济|工业|产业)?(?:开发区|园区|工业园|产业园|示范区)?"
    r"(?:党工委|管理委员会|管委会|(?<=开发区)|(?<=园区))$"
)
INNER = re.compile(
    r"^.{0,12}?(?:稽查局|科|股|室|所|站|大队|中队|支队|中心|办公室|办|处|组|党组|党委|工会|团委|支部|基地|队)$"
)
GROUP_LIKE = re.compile(
    r"(?:领导小组|协调小组|工作小组|联席会议|指挥部|专班|工作组|小组|专项组|委员会|督导组|督查组|协调组|组)(?:办公室|办)?(?:各?成员单位)?$"
)
BARE = re.compile(
    r"(?:党政|综合|行政|秘书|人事|财务|政工|信息|业务|法规|督查|安全|后勤|教务|教学|德育|政教|总务|教研|教科|学生|组织|宣传|办事|纪检监察|"
    r"政治|经济发展|社会事务|民政|工程|技术|质量|党群|监察|审计|计划|规划|财经|党建|机关党|团委|工会)*"
    r"(?:科|股|室|处|办公室|办|部|组|中心|党委|党支部|小组)"
    r"|(?:工作)?(?:领导小组|联席会议|指挥部|专班|小组|工作组|[\u4e00-\u9fff]{2,4}组)(?:办公室|办)?"
)
LOCAL = "local:"
_NUMBERED = re.compile("^第?([一二三四五六七八九十]+)(?:(中)(?:学)?|(小)(?:学)?|(幼)(?:儿园)?)$")
# Kinds of unit that their printed form alone shows, most particular first.
KINDS = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("bank", r"银行|信用(?:合作)?(?:联)?社|(?:分|支)行$|[农工建中]行$"),
        ("insurance", r"保险|人寿|财险"),
        ("police", r"派出所$|公安|交警|(?<!消防救援)(?<!执法)(?<!监察)(?:大队|支队)$"),
        ("fire", r"消防"),
        ("justice", r"司法所$"),
        ("court", r"法院|法庭$"),
        ("procuratorate", r"检察"),
        (
            "school",
            r"(?:大学|学院|学校|中学|小学|幼儿园|一中|二中|三中|四中|[一二三四五六七八九]小|职校|党校|教学点|校区|学区)$",
        ),
        ("hospital", r"(?:医院|卫生院|卫生室|保健院|诊所|急救中心|血站)$"),
        ("enterprise", r"(?:公司|集团|厂|企业|电厂|水厂|农场|林场|合作社|酒店|超市|矿)$"),
        ("village", r"(?:村|社区|居委会|村委会|村民委员会|居民委员会|嘎查|连队?|村级组织)$"),
        ("military", r"军|武警|预备役|武装"),
        ("party", r"党委|党工委|党组|支部|组织部|宣传部|统战部|(?:政法|编|[县区市省旗州镇乡])委$|工委|纪工委"),
        ("congress", r"人大"),
        ("people", r"(?:协会|学会|联合会|商会|工会|联谊会|基金会|妇联)$"),
        ("group", GROUP_LIKE.pattern),
        ("institution", r"(?:中心|所|站|馆|院|台|处|司|庭|系|场|园|段|队|团|社|校|基地|室|科|股|库|会)$"),
        ("department", r"(?:局|厅|部|办|办公室|署|总局|委|委员会|政府|部门)$"),
    )
)


def kind_of(form: str) -> str:
    """The kind of body that a name without its place shows: 河口镇卫生院 → hospital; `unknown` where it
    shows none."""
    return next((kind for kind, shown in KINDS if shown.search(form)), "unknown")


def full_number(form: str) -> str:
    """One spelling of a numbered school: 一中, 第一中学 → 第一中学; other names as they are."""
    m = _NUMBERED.match(form)
    return f"第{m[1]}{'中学' if m[2] else '小学' if m[3] else '幼儿园'}" if m else form


def collective(name: str) -> str:
    """One spelling of a collective name: 各乡镇人民政府 → 各乡镇, 各有关部门（单位） → 各相关部门."""
    text = re.sub("（单位）|（部门）", "", name)
    text = re.sub("管委会|管理委员会", "开发区", text)
    text = re.sub("镇乡|乡（镇）", "乡镇", text)
    return re.sub("(?<=乡镇)(?:人民)?政府", "", text).replace("有关", "相关")
