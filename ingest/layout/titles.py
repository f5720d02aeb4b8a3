"""Which lines are a document's title, above its number, below it or without one.

    槐川县人民政府办公室关于
    印发《槐川县防汛抗旱应急预案》的通知      ends with a kind of document
    槐政办发〔2020〕31号                      number
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from ingest.layout.blocks import ordinal
from ingest.lexicon.dates import DATE, ISO
from ingest.lexicon.posts import is_unit

TABLE = "|。"  # stands for a table among texts: no part of a title
HAN = "\u4e00-\u9fff"
NUMBER = re.compile(
    rf"(?P<number>[{HAN}A-Za-z]{{1,14}}[ ]?[〔（【〈][ ]?(?:19|2[0OoО〇])[\dOoО〇]{{2}}[ ]?[〕）】〉][ ]?第?[ ]?\d{{1,4}}[ ]?号|"
    rf"〔(?:19|20)\d\d〕[ ]?第?[ ]?\d{{1,4}}[ ]?[号次]|(?:19|20)\d\d[ ]?年[ ]?第[ ]?\d{{1,4}}[ ]?号|"
    rf"第[ ]?[\d一二三四五六七八九十百〇零]{{1,5}}[ ]?号|"
    rf"[{HAN}]{{2,8}}(?:19|20)\d\d[ ]?[-—][ ]?\d{{1,4}}[ ]?号)"
)
_KINDS = (
    "通知|通知书|意见|决定|决定书|决议|公告|通告|公报|通报|报告|请示|批复|批覆|函|纪要|命令|令|方案|办法|规定|细则|规则|制度|预案|"
    "计划|规划|要点|章程|条例|清单|名单|台账|目录|任命书|任务|表|标准|指南|总结|建议|公示|补充通知|职责|设置|分工"
)
_KIND = rf"(?:{_KINDS}|任免[^，。：]{{0,12}}人员|任职[^，。：]{{0,6}}人员)"
_ENDS = frozenset(kind[-1] for kind in _KINDS.split("|")) | frozenset("员）〕")
_LONGEST_END = 60
_MENU_WORD, _MENU_LINES = 6, 4
_TITLE_END = re.compile(rf"{_KIND}(?:（[^（）]{{1,30}}）|〔[^〕]{{1,20}}〕)?[ ]*$")
_NOTICE = re.compile(
    r"(?:通知|意见|决定|决议|公告|通告|通报|批[复覆]|函|令|命令|纪要|公示|请示|报告|清单)(?:（[^（）]{1,24}）)?[ ]*$"
)
# What no line of a title holds: a sentence, a label, the imprint.
_DRY = re.compile(
    r"[。；？！]|：$|^\d{4}年\d|^（?此[件页]|^签发人|^主题词|^抄送|^目[ ]*录|^附[ ]?件|"
    r"^主[ ]?编|电[ ]?话|^网[ ]?址|^刊[ ]?号|^印[ ]?刷|^邮"
)
# What a web page prints between title and number.
_META = re.compile(
    r"^(?:(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)|发布(?:者|日期|时间|单位|机构)?|来源|信息来源|作者|浏览|点击|"
    r"字[ ]?号|索[ ]*引[ ]*号|标[ ]*题：|文号|发文|成文|时间|日期|公开|阅读|打印)[^。]{0,80}$"
)
# What may stand before a number on its line.
_BEFORE = re.compile(
    r"(?:\d{4}年|第?[\d一二三四五六七八九十]{1,3}届[）〕]|(?:编号|文号|发文字号)：|(?!.*关于)[^，。：；]+(?:文件|公告|通告))$"
)
# Further pairs of a web page's table behind the number: 有 效 性：有效
_MORE_DATA = re.compile(rf"(?:[{HAN}][{HAN} ]{{1,8}}：[^。：]{{0,40}})+$")
_IN_FORCE = re.compile("(?:现行|全文|继续)?(?:有效|废止|失效)$")
_LETTERHEAD = re.compile(r">|\|.*\||当前位置|文[ ]*件$|^【[^】]*】$|^\d{4}年(?:[ ]*(?:$|[总第])|.*公报$)|第[ ]?\d+[ ]?期")
_LABELLED = re.compile(rf"[{HAN} ]{{2,8}}：")
# A line of contents, which ends in its page.
_LEADER = re.compile(r"(?:…|\.{3,}|·{3,})|[（( \t-][ ]?\d{1,3}[ ]?[)） -]*$|^\d{1,2}\.[^。]*〕\d+号")
_ROSTER = re.compile(r"(?:组[ ]*长|总?[ ]*指[ ]*挥[ ]*长?|召[ ]*集[ ]*人)[ ]*：[ ]*\S")
_BODY = re.compile("[。；]|：$")
_ADOPTED = re.compile("（[^（）]*(?:通过|批准)[^（）]{0,4}）$")
_BALLOT = re.compile("(?:任[免命职]|免职)[^。]{0,4}名单$")
# Titles whose whole text may be a table.
_TABLED = ("名单", "组成方案", "分工表", "分解表", "责任清单", "责任表", "名册", "名录")
_SALUTED = re.compile("各[^。；]{1,60}：$")
_QUOTES = re.compile("[《》〈〉<>]")
_PROMULGATES = re.compile("》(?:已|业)?[经由于]?.*(?:公布|发布|施行)")
_PLAN = re.compile(r"(?:方案|办法|制度|细则|规则|规定|预案)(?:（[^（）]{1,12}）)?$")
_RANGE = re.compile(r"^(?:为|根据|按照|依据|经|现将|第一[章条])")


def number_line(text: str) -> re.Match[str] | None:
    """The match of the number, where `text` is a line that holds a document's number and no sentence.

        槐政办发〔2020〕31号  签发人：丁磊       槐政办发〔2020〕31号
        索引号：8  文号：槐政发〔2020〕3号       槐政发〔2020〕3号
        根据槐政办发〔2020〕31号文件要求，      None
    """
    match = NUMBER.search(text)
    if not match or _LEADER.search(ISO.sub("", text[match.end():])) or "……" in text or "...." in text:
        return None
    before, after = "".join(text[:match.start()].split()).strip("（〔("), text[match.end():].strip("）〕) \t")
    if match["number"].startswith("第") and (len(text) > 16 or re.search("期|会议|[章条]", text)):
        return None
    after = _IN_FORCE.sub("", DATE.sub("", after)).strip("， ")
    if before:
        led = _BEFORE.search(before)
        if not led or (led.start() and not is_page_data(before[:led.start()])):
            return None
    return match if not after or after.startswith("签发人") or _MORE_DATA.match(after) else None


def is_page_data(text: str) -> bool:
    """Is the line what a web page prints between title and number?

        发布时间：2020-06-11 浏览：35次    is
        槐川县人民政府办公室文件           is not
    """
    return bool(_META.match(text))


def addresses(text: str) -> bool:
    """Does the line name those to whom the letter goes?

        各乡镇（街道）、县级各成员单位：    does
    """
    return bool(_SALUTED.match(text))


def title_above(texts: Sequence[str], k: int, floor: int) -> int:
    """The first of the `texts` that make up the title right above line `k`, not before `floor`; `k` if there is none.

        2   槐川县人民政府办公室关于
        3   印发《槐川县防汛抗旱应急预案》的通知      →  2, for the number on line 4
    """
    first, seen = k, ""
    while first > floor and first > k - 6:
        text = texts[first - 1]
        if first == k and _META.search(text):
            first, k = first - 1, k - 1
            continue
        if not text or len(text) > 120 or _DRY.search(text) or _LETTERHEAD.search(text):
            break
        if _LEADER.search(text) and "关于" not in text:
            break
        if DATE.fullmatch(text) or ordinal(text)[0] == 2:
            break
        cut = texts[first - 2] if not seen and len(text) <= 6 and first - 2 >= floor else ""
        if not seen and not ends_title(cut + text):
            break
        if "关于" in seen and not _is_issuer(text):
            break
        seen = text + seen
        first -= 1
        if re.match(rf"[{HAN}].*关于", text) and not text.startswith("关于"):
            break
    return first


def title_below(texts: Sequence[str], k: int) -> int:
    """The line behind the title that begins at line `k`; `k` itself if none does.

        槐政发〔2020〕3号                       above line k
        关于印发《槐川县供水管理办法》的通知    →  k + 1; one more where those addressed are printed above it
    """
    begin = next((n for n in range(k, min(k + 5, len(texts))) if not is_page_data(texts[n])), k)
    if begin + 1 < len(texts) and addresses(texts[begin]) and "关于" in texts[begin + 1]:
        begin += 1
    for end in range(begin + 1, min(begin + 5, len(texts)) + 1):
        text = texts[end - 1]
        if not text or (_DRY.search(text) and not text.startswith("签发人")):
            return k
        if ends_title(text):
            return end
    return k


def free_title(texts: Sequence[str], k: int, later: bool, ended: bool, plans: bool) -> int | None:
    """The line behind a title that begins at line `k` and needs no number, None if none does.

    `later`: a document came before; `ended`: its date did, too; `plans`: plans and rules may follow it undated.

        关于调整槐川县河长制工作领导小组的通知     at the source's start or behind a date,
        各乡镇人民政府，县直各部门：               with a text below it
    """
    for end in range(k + 1, min(k + 4, len(texts)) + 1):
        text = texts[end - 1]
        if _bars_title(text):
            return None
        if not ends_title(text):
            continue
        whole = "".join("".join(texts[k:end]).split())
        following = [t for t in texts[end:end + 4] if t]
        if following and (re.match(r"[…·.]{2,}", following[0]) or (NUMBER.search(following[0]) and _LEADER.search(following[0]))):
            return None
        if len(whole) < 5 or not following or _is_menu(texts, k, end):
            return None
        adopted = bool(_ADOPTED.match(following[0]))
        listed = whole.endswith(_TABLED) and TABLE in following and not (k and texts[k - 1].startswith("附"))
        body = adopted or listed or any(line != TABLE and (is_body(line) or _ROSTER.match(line)) for line in following)
        if adopted and (_BALLOT.search(whole) or (later and _NOTICE.search(whole) and not _promulgated(texts[:k], whole))):
            return end
        if not later:
            return end if k < 12 and (body or "关于" in whole) else None
        if plans and len(whole) >= 8 and _PLAN.search(whole) and _RANGE.match(following[0]):
            return end
        titled = ended and body and "关于" in whole and _NOTICE.search(whole)
        return end if titled and not _promulgated(texts[:k], whole) else None
    return None


def _is_menu(texts: Sequence[str], first: int, end: int) -> bool:
    """Do these lines belong to a web page's menu, one short word a line (学校简介 / 现任领导 / 机构设置)?"""
    above = takewhile(lambda text: len(text) <= _MENU_WORD, reversed(texts[:end]))
    return len(texts[end - 1]) <= _MENU_WORD and len(list(above)) >= max(_MENU_LINES, end - first)


def is_adopted(texts: Sequence[str]) -> bool:
    """Is one of the lines the note that a meeting adopted what stands above it: （2019年8月29日…会议通过）?"""
    return any(text.startswith("（") and _ADOPTED.match(text) for text in texts)


def _promulgated(texts: Sequence[str], title: str) -> bool:
    """Does a text before promulgate what bears this title: 《关于修改〈…办法〉的决定》已经…通过，现予公布?"""
    words = _QUOTES.sub("", title)[-12:]
    return any(_PROMULGATES.search(text) and words in _QUOTES.sub("", "".join(text.split())) for text in texts)


def _bars_title(text: str) -> bool:
    """Can the line be no part of a title that has no number below it?"""
    if not text or len(text) > 100 or ordinal(text)[0] or DATE.fullmatch(text):
        return True
    return any(pattern.search(text) for pattern in (_DRY, _LEADER, _LETTERHEAD)) or bool(_LABELLED.match(text))


def is_body(text: str) -> bool:
    """Is the line a sentence or a salutation, and none of a table of contents?

        各乡镇人民政府：                                   is
        关于成立县志编纂委员会的通知；…………（12）          is not
    """
    return bool(_BODY.search(text)) and not _LEADER.search(text)


def ends_title(text: str) -> bool:
    """Does `text` end with a kind of document, as a title does?

        关于印发《槐川县防汛抗旱应急预案》的通 知    does
        槐川县人民政府办公室                         does not
    """
    return text.rstrip()[-1:] in _ENDS and bool(_TITLE_END.search("".join(text[-_LONGEST_END:].split())))


def ends_notice(text: str) -> bool:
    """Is a title that of a notice, decision or the like, which plans and rules do not follow undated?

        关于调整县河长制工作领导小组的通知    槐川县人民政府令（第12号）    are
        槐川县2020年防汛工作方案                                            is not
    """
    return bool(_NOTICE.search(text))


def _is_issuer(text: str) -> bool:
    return len(text) <= 60 and all(is_unit(part) or part.startswith("中共") for part in text.split())
