"""What can be a person's name, by surname and form.

    丁　炜    马 金    欧阳修    尼玛·次仁    are names; 县委办    各乡镇    党政办    are none
"""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.lexicon.posts import TITLE, WORDS

SINGLE = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞"
    "任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴"
    "谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解"
    "应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬"
    "郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴鬱胥能苍双闻莘"
    "党翟谭贡劳逄姬申扶堵冉宰郦雍郤璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步"
    "耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠丰巢关蒯相查后荆红游竺权逯盖益桓公"
    "晋楚闫法汝鄢涂钦商牟佘佴伯赏墨哈谯笪年爱阳佟琴言福肖萧付代邸仝锁冶者摆拜虎达海洒撒买勉妥闪铁仉隋綦矫初亓官展战修苑栗"
    "原揭丛岳衣门兰帅缑亢况郈有琴归忻覃粟鹿凡冼佀候旷奉弋战卯舍丑靖苟宛呼延栋缐岐青苦阿德扎巴罗"
    "祢南雒蒯逯昝麴仉佴亓綦幺晁牟亢苌丘漆楼操臧厚咸闾么抗佀匙刑卜隋智鱼火英瓮衷巢滑笃信尧舜禹桀炎敬靖谌逯逄蹇缐晁庹殳漆盘旷檀揣佘农栗冼幕"
    "邝禤郄鄞酆邳邾芦茆贠妘眭隽俸侍迟辜轩沐骞甯蔄遆郅郯铎郇郐撖皋斛尉岩逄"
    "泮冮妫禚俎呙訚昃芈迮柘庹蔚肇"
    "图包额乌吉朝孟斡策哈萨旦尼洛索边洪扁仁完桑仓贡普刀"
)
COMPOUND = (
    "欧阳", "太史", "端木", "上官", "司马", "东方", "独孤", "南宫", "万俟", "闻人", "夏侯", "诸葛", "尉迟", "公羊", "赫连", "澹台",
    "皇甫", "宗政", "濮阳", "公冶", "太叔", "申屠", "公孙", "慕容", "仲孙", "钟离", "长孙", "宇文", "司徒", "鲜于", "司空", "令狐",
    "呼延", "拓跋", "第五", "百里", "东郭", "西门", "南门", "左丘", "梁丘", "东野", "亓官", "纳兰", "完颜", "哥舒", "公西",
)
# Clans of the Yi, which stand before a name of two characters: 沙马依呷, 吉克阿木.
CLANS = frozenset(
    "吉克 吉伍 吉尔 吉好 吉子 吉则 吉觉 吉布 吉黑 吉胡 吉俄 吉狄 吉木 吉日 沙马 沙玛 马黑 马海 马卡 曲比 曲木 曲莫 额尔 勒伍 勒格 的日 的莫 井古 井石 比布 俄木 俄底 俄尔 "
    "尔古 尔苦 尔布 尔日 海来 海乃 海日 乃古 惹几 罗洪 罗格 洛边 木帕 木乃 莫色 莫洛 恩扎 恩札 毛卡 麦吉 乌尼 牛日 说日 苏呷 日火 日木 热里 热柯 瓦其 瓦扎 瓦西 瓦库 "
    "贾巴 贾斯 加巴 加洛 博史 补约 布都 布约 布哈 切吉 且沙 石扎 土比 维色 翁古 乌撒 吴奇 依火 依伙 依萨 阿侯 阿苏 阿普 阿什 阿约 阿鲁 阿米 阿苦 阿尔 阿来 阿硕 阿库 "
    "阿子 阿西 阿牛 阿的 阿说 阿余 尼古 尼惹 倮伍 罗木 拉马 拉莫 立立 涅子 克其 克惹 甲巴 洛古 鲁子 列索 孜莫 杰觉 格吉 呷西 迪惹 苏那".split()
)
# What Tibetan and Mongolian names without a surname are made of, one or two of them: 尼玛扎西, 斯琴高娃.
GIVEN = frozenset(
    "扎西 尼玛 次仁 卓玛 央宗 索朗 达瓦 达娃 多吉 多杰 普布 旦增 丹增 单增 洛桑 罗桑 白玛 格桑 拉巴 米玛 边巴 巴桑 德吉 德庆 平措 顿珠 罗布 坚参 坚赞 加措 嘉措 仁青 仁增 曲珍 "
    "曲宗 曲扎 曲培 卓嘎 玉珍 白珍 措姆 旺堆 旺久 旺姆 旺杰 旺扎 旺加 嘎玛 尕玛 贡嘎 贡觉 强巴 土登 土旦 阿旺 云丹 云旦 益西 桑珠 桑布 桑旦 桑杰 次旺 次旦 次央 次珍 央金 央珍 央拉 拉姆 "
    "拉珍 拉毛 群培 欧珠 赤列 赤来 晋美 久美 朗杰 朗加 班觉 班旦 占堆 扎桑 扎堆 琼达 琼珍 普琼 普珍 仓决 江白 江央 加央 降央 降措 丹巴 旦巴 旦达 伦珠 贡布 格列 泽仁 泽旺 拥忠 翁姆 志玛 "
    "洛松 嘎松 四郎 西热 才让 才旦 才仁 索南 南杰 更藏 尕藏 华旦 旦正 当周 完玛 切羊 加羊 措毛 江措 多登 甲央 顿旦 维色 德西 德央 "
    "巴特尔 巴雅尔 其其格 其木格 格日勒 毕力格 特木尔 朝格图 乌日图 吉日嘎拉 斯琴 斯钦 高娃 图雅 托娅 宝音 那顺 乌云 娜仁 萨仁 塔娜 阿拉坦 额尔敦 额尔登 孟和 朝鲁 布和 巴图 "
    "巴特 巴根 呼格吉勒 苏日娜 白音 哈斯 青格勒 照日格图 包力道 格根 达来 花拉 敖日格勒 通拉嘎 牧仁 苏和 斯日古楞 阿依 古丽".split()
)
_LAST_SYLLABLES = frozenset("措姆珍吉宗央毛草加杰泰图")
# Written as one, these open words, not names, though their first character is a surname.
_WORDS = re.compile(
    r"(?:全[县市区省国体镇乡校院局]|党(?:委|组|政|建|校|群|员|支部|总支|工委|的)|公(?:安|司|共|路|务|开|益|众|示|布)|安(?:全|置|监)|"
    r"成(?:员|立|果|效)|有(?:关|限|效|序)|相(?:关|应)|和(?:谐|平)|主(?:任|要|席|管)|高(?:级|新|度|等|校|院|质|效|铁|速)|平(?:台|安|等|方)|农(?:业|村|牧|民|委|办|场|林|发)|"
    r"卫(?:生|健|计|星)|金融|文(?:化|旅|体|件|明|广|物|联|教)|水(?:利|务|文|电|保|产|库|资)|万(?:元|亩|人|吨|名)|经(?:济|信|贸|办|营|费|开|理)|"
    r"商(?:务|业|贸)|国(?:土|资|家|有|税|企|务|网|防|际|动)|林(?:业|草|场|局)|都(?:要|是)|计(?:划|生)|应(?:急|对|当|用)|时(?:间|限|任)|年(?:度|底|内|前)|"
    r"双(?:方|重)|明(?:确|显)|干部|武(?:装|警)|通(?:知|报|过|信|讯)|强(?:化|制)|严(?:格|禁|肃)|常(?:务|委|态|规|年)|乐观|连续|田间|花卉|燕麦|车辆|包括|"
    r"单位|管(?:理|委|护)|广(?:电|播|大|泛)|关(?:于|键)|海(?:事|关|洋)|阳光|言论|法(?:院|制|律|治|规|定)|代(?:表|理)|支(?:部|持|队|行|付)|项目|席位|温度|容量|利(?:用|益)|"
    r"由于|来(?:源|自)|达(?:到|标)|居(?:民|委)|乡镇|城市|房(?:屋|管|产)|石(?:油|化)|易地|边(?:防|境|界)|东(?:部|方)|家(?:庭|属)|封(?:面|山)|满(?:意|足)|景区|"
    r"任(?:务|免|何|命|职|组|副)|施(?:工|行)|游客|章程|段落|荣(?:誉|获)|祖国|方(?:案|面|式|向|法)|宣传|康复|路(?:面|段)|解决|程序|江河|梅雨|"
    r"保(?:障|险|护)|乡(?:村|镇)|山(?:区|洪)|古城|鱼塘|养(?:殖|老)|融(?:资|媒|合)|简(?:化|称|介|政)|越来|修复|统一|温馨|习近平总|沙(?:化|漠)|查(?:处|验|办)|余(?:额|热)|"
    r"贡献|权(?:力|益|责)|益|相互|红(?:旗|十)|游览|丰富|费用|廉(?:政|洁)|尚未|从(?:事|严)|充分|步骤|终(?:端|止)|慎重|初(?:步|中)|原(?:则|因|副|任|局)|展(?:开|示|览)|"
    r"普(?:通|法|查|及|惠|遍|高)|刀(?:具|片)|迟(?:到|报|缓|延|迟)|岩[土石溶层]|德(?:育)|次(?:数)|格(?:式)|多(?:次|种|个)|图(?:书|纸)|包(?:保|联|抓|村|片|户)|策(?:划)|朝阳|门(?:卫|诊|户)|岳父|布(?:置|局)|底(?:前|数)|占(?:比|地)|"
    r"青(?:年|少)|其(?:他|中|它)|扎实|索(?:引)|旅|仁)"
)
HAN = r"\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0002ffff"
# A name: compound surname with one or two more, surname with one or two more; a blank may pad it.
_COMPOUND = "|".join(COMPOUND)
NAME = rf"(?:(?:{_COMPOUND})[ ]{{0,2}}[{HAN}]{{1,2}}|[{SINGLE}][ ]{{0,4}}[{HAN}](?:[ ]?[{HAN}])?)"
_PLAIN = re.compile(rf"(?:(?:{_COMPOUND})[{HAN}]{{1,2}}|[{SINGLE}][{HAN}]{{1,3}})$")
_TITLE = re.compile(rf"{TITLE}$")
_DOTTED = re.compile(rf"[{HAN}]{{1,8}}(?:·[{HAN}]{{1,8}})+$")
_NAME_ENDS = "行学会社园场团"
# Words of grammar: none of them stands in a name.
_FUNCTION = re.compile("[的了在按及或等被将把各该应取抽若每您因均]|负责|担任|由")
_HAN_ONLY = re.compile(rf"[{HAN}]+$")
_UNIT_END = re.compile(
    r"(?:部门|单位|公司|局|委|办|厅|署|司|处|科|股|室|部|院|所|站|中心|政府|乡|镇|街道|社区|村|队|组|会|校|学|行|社|馆|场|园|区|县|市|团|"
    r"企业|班|班子|小组|领导|负责人|人员|书记|主任|局长|代表|成员|干部|教师|老师|主席|委员|校长|院长|镇长|乡长|县长|区长|市长|部长|司长|处长|科长|"
    r"所长|站长|队长|班主任|家长|学生|门卫|专家|若干|等)$"
)


@lru_cache(maxsize=WORDS)
def is_name(word: str) -> bool:
    """Is `word` (folded, without blanks) a name by its form: a known surname, two to four characters?

    Words of the trade that begin like one (公安局, 党政办, 成员) are none.
    """
    if _DOTTED.match(word):
        return True
    if _is_given(word):
        return True
    if not 2 <= len(word) <= 4:
        return False
    if len(word) == 4 and word[:2] in CLANS:
        return bool(_HAN_ONLY.match(word)) and not _TITLE.search(word) and not _UNIT_END.search(word)
    if not _PLAIN.match(word) or (len(word) == 4 and not word.startswith(COMPOUND)) or _TITLE.fullmatch(word):
        return False
    if (_WORDS.match(word) and len(word) > 2 and not word.startswith(COMPOUND)) or word in PLACES:
        return False
    ends = _UNIT_END.search(word)
    if ends and len(ends[0]) == 1 and ends[0] in _NAME_ENDS:
        ends = None
    return not (ends and (len(word) > 2 or word[-1] in "局委办厅部院所站乡镇村县市区")) and word not in NOT_NAMES


def _is_given(word: str) -> bool:
    """Is `word` a name without a surname: one or two of `GIVEN`, or one with a last syllable (白玛措)?"""
    ends = (n for n in (2, 3, 4) if word[:n] in GIVEN)
    return any(not word[n:] or word[n:] in GIVEN or word[n:] in _LAST_SYLLABLES for n in ends)


@lru_cache(maxsize=WORDS)
def may_be_name(word: str) -> bool:
    """Could `word` stand in a column of names: any Han of two to eight characters, dots allowed?"""
    if _DOTTED.match(word):
        return True
    if _TITLE.search(word):
        return False
    if 2 <= len(word) <= 3 and word[-1] in _NAME_ENDS and _HAN_ONLY.match(word):
        return not _FUNCTION.search(word) and not _WORDS.match(word)
    return 2 <= len(word) <= 8 and bool(_HAN_ONLY.match(word)) and not _UNIT_END.search(word) and not _FUNCTION.search(word)


NOT_NAMES = frozenset(
    "公安 司法 民政 水利 水务 农业 林业 金融 文旅 教育 商务 财政 审计 统计 安全 全体 全县 全市 全区 时间 地点 地址 电话 单位 部门 成员 "
    "和谐 平安 高院 党委 党组 政府 主任 委员 组长 常委 成立 有关 相关 施工 管理 责任 任务 项目 方案 章程 支部 支队 法院 公司 经理 "
    "安监 农办 国资 国土 经信 高校 于是 由于 关于 应急 海事 海关 卫生 卫健 文化 文明 文物 文联 任命 任免 任职 严格 明确 解决 强化 "
    "安排 程序 方法 方面 方向 房产 平台 广大 广播 边境 东部 南部 西部 北部 全文 备注 单价 金额 年度 年底 年内 年初 时限 牧民 农民 "
    "高级 华侨 计划 车辆 温度 连队 门卫 路线 项次 段长 井长 山长 田长 林长 河长 湖长 路长 德育 巡查 查处 包保 包联 包村 通知 通报".split()
)


# Places that read as names; with 市 or 省 behind them they open a post, not a person's entry.
PLACES = frozenset(
    "江苏 江西 安徽 云南 广东 广西 海南 贵州 甘肃 青海 宁夏 华中 华东 华南 华北 东北 东南 石家庄 马鞍山 连云港 张家口 张家界 秦皇岛 葫芦岛 牡丹江 景德镇 "
    "防城港 满洲里 双鸭山 平顶山 安阳 包头 通辽 吴忠 温州 金华 成都 常州 南京".split()
)


def surname_first(word: str) -> bool:
    """Does `word` begin with a surname?"""
    return (bool(word) and word[0] in SINGLE) or word.startswith(COMPOUND)
