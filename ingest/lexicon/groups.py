"""Names of leading groups, joint conferences, commands, committees and their working groups.

    决定成立同心县征兵工作领导小组，组成人员如下      →  同心县征兵工作领导小组
    附件：槐川县防汛抗旱指挥部成员名单                →  槐川县防汛抗旱指挥部
"""

from __future__ import annotations

import re
from functools import lru_cache

HAN = "\u4e00-\u9fff"
_WORD = r"(?:领导小组|协调小组|工作小组|推进小组|攻坚小组|评审小组|监督小组|专家组|联席会议|指挥部|指挥中心|委员会|工作专班|专班|工作组|专项组|协调组|保障组|编辑部|编委会|编辑委员会|筹备组|筹委会|组委会|理事会|小组|领导机构|工作站|突击队|服务队|应急队|抢险队|巡护队|评审组|督导组|指导组|综合组|督查组|组)"
_BODY = re.compile(_WORD)
# A character of each of those words: one look rules most lines out.
_BODY_LIKE = re.compile("[组部班构站队心议会]")
_ROSTER_TAIL = re.compile(
    r"(?:（[^（）]*(?:（[^（）]*）[^（）]*)*）)?(?:[ ]*(?:主要)?(?:组成人员|人员组成|组成成员|成员|领导成员|人员|组织机构|组织架构|机构|机构组成)?(?:及其|及|和)?(?:办公室)?(?:成员单位|成员|人员|专项组|专项工作组|工作组)?(?:职责分工|主要职责|工作职责|职责|分工)?(?:名单|组成|构成|名册|通讯录|设置|情况|安排)?(?:如下|公布如下)?)?[：。]?$"
)
_VERB = re.compile(
    r"^(?:.*?(?:决定|研究|同意|批准|要求|为此|现将|按照|根据[^，]*精神)[，,]?)?(?:在[^，]{0,20})?(?:特|决定|拟|现)?(?:成立|组建|调整|设立|建立|设置|充实|明确|公布|更新|增补|撤销|改组|重新组建|下设|设|健全|完善|关于|对|将|由|以|各|即)+(?:了|由)?"
)
# 县人民政府设立…指挥部: who sets it up is no part of the name.
_FOUNDER = re.compile("^.{1,16}?(?:政府|[省市县区旗州镇乡党工]委|党组|公司|学校|医院)(?:决定|特|拟)?(?:成立|设立|组建|建立)(?=.{3})")
_GENERIC = re.compile(
    r"^(?:[县市区省校院局]|集团|公司|工作|整改|各|本|该|上述)?(?:工作)?(?:领导小组|领导机构|指挥部|联席会议|委员会|小组|专班|工作专班|工作组|专项组|组织机构|组织领导|工作机构)$"
)


def clean(name: str) -> str:
    """The name without the verb in front and the words for "list of members" behind it."""
    name = re.sub(r"^(?:附件?\d*[：:、.]?|[关于]*)", "", "".join(name.split()))
    name = re.sub("^.*(?:更名为|(?:以下|下列)(?:同志|人员|单位)为)", "", name)
    name = _FOUNDER.sub("", _VERB.sub("", name) or name)
    name = re.sub("^(?:后)?的", "", name.strip("，、：。《 "))
    return f"《{name}" if "》" in name and "《" not in name else name


# Several groups together are none.
SEVERAL = re.compile("各[类种项]|有关|相关|若干|多个|下列|以下|上述")
_ASIDE = re.compile(r"（(?:与|以下|简称|含)[^（）]*(?:（[^（）]*）[^（）]*)*）$")


@lru_cache(maxsize=2048)
def heading_group(text: str) -> str | None:
    """The group that a heading names (ordinal taken off), None if it names none.

        领导小组组成人员名单 → 领导小组        征地拆迁协调组 → 征地拆迁协调组
        工作要求, 责任单位：县领导小组成员单位, 各类领导小组名单 → None
    """
    if not _BODY_LIKE.search(text):
        return None
    bare = _ASIDE.sub("", "".join(text.split())).strip("：。")
    if len(bare) > 64 or "，" in bare or "。" in bare or "；" in bare:
        return None
    label, value, _ = bare.partition("：")
    if (value and not label.startswith("附")) or SEVERAL.search(bare):
        return None
    best = next((bare[:m.end()] for m in _BODY.finditer(bare) if _ROSTER_TAIL.fullmatch(bare, m.end())), None)
    if best is None:
        return None
    best = clean(best)
    if best.endswith("分组") or re.search("下设|[一二三四五六七八九十两几\\d]个", best) or _ORGAN.search(best) or ("、" in best and not re.search("小组|专班|指挥部|联席会议|领导组", best)):
        return None
    return None if best in ("办公室", "组", "") or (re.match(r"(?:设立|明确|加强|完善|健全|强化)", best) and len(best) < 4) else best


# Committees that are organs of government, party or village, not groups formed for a task.
_ORGAN = re.compile(
    r"(?:发展和?改革|卫生健康|卫生和计划生育|国有资产监督管理|经济和信息化|住房和城乡建设|农业|民族|民族事务|城乡建设|规划|建设|监察|"
    r"(?:区|园区|新区|景区|事务|监督)管理|常务|村民|居民|纪律检查|计划生育|体育运动|市民|代表大会常务|[县市区省])委员会$|党组$|^中共|^中国共产党"
)


def is_generic(name: str) -> bool:
    """Does the name say only what kind of body it is (领导小组, 整改工作领导小组)?"""
    return bool(_GENERIC.match(name))


_FOUND = re.compile(
    rf"(?:成立|组建|设立|建立|调整|充实|重新组建|增设)(?:了|由[^，。]{{0,60}}?(?:组成|参加|为成员|参与|牵头|负责)的|[^，。；]{{0,40}}?(?:任|为|担任)[^，。；]{{0,12}}的)?(?P<name>(?:[{HAN}A-Za-z0-9、\-—]|“[^”]{{1,20}}”|《[^》]{{1,24}}》|（[^（）]{{1,20}}）){{2,50}}?(?:领导小组|领导组|协调小组|工作小组|小组|联席会议|指挥部|委员会|工作专班|专班|工作组|工作领导机构))(?!办公室|组(?!成))"
)
_TITLE = re.compile(
    r"关于(?:印发[《<])?(?:同意)?(?:成立|调整|建立|设立|组建|公布|明确|充实|更新|健全|撤销|重新组建|恢复|增补|补充|和(?=调整|增补|充实))+(?P<name>.{2,60}?(?:领导小组|领导组|协调小组|工作小组|小组|联席会议|指挥部|委员会|专班|工作组|专家组|评审组|筹备组|组委会|编委会|理事会|突击队|服务队|领导机构|机制))"
)


_ADJUSTING = (
    rf"(?P<name>(?:[{HAN}A-Za-z0-9、\-—]|“[^”]{{1,20}}”|（[^（）]{{1,20}}）){{2,50}}?(?:领导小组|领导组|协调小组|小组|联席会议|指挥部|委员会|专班))(?:的)?(?:部分)?(?:成员|组成人员|人员|领导)*(?:名单)?(?:作|做|进行|予以|适当|如下|作如下|相应)*(?:增补|调整|充实|更新|公布)"
)
_ADJUSTED = re.compile("[对将]" + _ADJUSTING)
_IS_ADJUSTED = re.compile("(?:^|，)" + _ADJUSTING)


_WITH_MEMBERS = re.compile(
    rf"(?:为成员(?:单位)?|组成|参加|任副?组长|任(?:总|副总)?召集人|任(?:副?总)?指挥长?)的(?P<name>(?:[{HAN}A-Za-z0-9、\-—]|“[^”]{{1,20}}”|（[^（）]{{1,20}}）){{2,40}}?(?:领导小组|领导组|协调小组|工作小组|小组|联席会议|指挥部|委员会|工作专班|专班|工作组))"
)


def founded_group(text: str) -> str | None:
    """The group that a sentence founds or adjusts (决定成立…领导小组), the first one; None if none."""
    match = _WITH_MEMBERS.search(text) or _FOUND.search(text) or _ADJUSTED.search(text) or _IS_ADJUSTED.search(text)
    if not match:
        return None
    name = clean(match["name"])
    if re.match("有关|相关|各|部分|上述|以上|以?下|原", name):
        return None
    tail = re.split(r"的(?=[^的]*$)", name)[-1] if re.search(r"任.*组长|为成员|组成的", name) else name
    return tail or name


_ENDS_BODY = re.compile(rf"{_WORD}(?:办公室)?$")
_TITLED = re.compile(r"(?:印发[《<])?(?P<name>[^《》<>]{2,40}?(?:领导小组|联席会议|指挥部|工作专班|安全生产委员会))(?:及[^《》]{0,12})?(?:制度|工作制度|工作规则|议事规则|成员|组成|名单|职责|工作方案|组成人员|办公室设置)[^《》]{0,10}(?:[》>]的通知)?$")


# Whatever else a title says is formed of people: 村民议事会, 法律顾问团, 志愿服务队.
_OTHER_BODY = re.compile(
    r"关于(?:成立|组建|设立|调整)(?P<name>(?!.*(?:公司|协会|学会|商会|工会|支部|党总支|部队)的)[^，。《》]{2,30}?(?:会|团|队|组|专家库)(?<![大中支总]队)(?<!集团)(?<!红十字会)(?<!总会)(?<!基金会)(?<![村居]委会))"
    r"(?:组成)?(?:成员|人员)*(?:名单)?的(?:通知|决定)$"
)


_LISTED = re.compile(r"(?P<name>[^，。《》（）]{2,36}(?:委员会|理事会|专家组|评审组))(?:组成方案|(?:组成人员|组成|委员|成员|人员)?名单)(?:（[^（）]*）)?$")


def title_group(title: str) -> str | None:
    """The group that a document's title is about (关于成立…领导小组的通知), None if it is about none."""
    words = "".join(title.split())
    match = _TITLE.search(words) or _TITLED.search(words) or _OTHER_BODY.search(words) or _LISTED.match(words)
    if match and match.re is _LISTED and _ORGAN.search(match["name"]):
        return None
    if not match:
        return None
    name = match["name"].strip("《》")
    if "关于" in name:
        issuer, _, rest = name.partition("关于")
        name = issuer if is_generic(clean(rest)) and _ENDS_BODY.search(issuer) else clean(rest)
    if re.search("以下|下列|如下|各|部分|有关|相关|若干|多个", name):
        return None
    return name if not name.endswith("机制") else None
