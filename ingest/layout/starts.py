"""What only ever stands at the beginning of a paragraph, whatever the line before it looks like.

    （一）加强领导。    组  长：    马文清  县财政局局长    责任单位：    附件：
"""

from __future__ import annotations

import re

from ingest.lexicon.labels import ROLE, ROLE_SET, is_responsibility, is_time_limit
from ingest.lexicon.list_words import list_words
from ingest.lexicon.people import COMPOUND, HAN, SINGLE, is_name, may_be_name
from ingest.lexicon.posts import is_post

NUMERAL = "一二三四五六七八九十百"
ORDINAL = re.compile(
    rf"(?:第[{NUMERAL}\d]+[章节条编部分]{{1,2}}|[{NUMERAL}]+[ ]?[、.．]|[（〔][ ]?[{NUMERAL}\d]{{1,3}}[ ]?[）〕]|"
    # 1. 1.2、 but not 3.5万元; 5.2 总体要求, 5.2.1总体要求; 1.2021年 is the item "1." that begins with a year.
    r"\d{1,2}(?:\.\d{1,2})*[ ]?[、.．](?!\d)|\d{1,2}(?:\.\d{1,2})+[ ]+(?=[\u4e00-\u9fff])|"
    r"\d{1,2}(?:\.\d{1,2}){2,}(?=[\u4e00-\u9fff])|\d{1,2}\.(?=\d{4}年)|\d{1,2}[ ]?）|"
    r"[①-⑳⑴-⒇⒈-⒛㈠-㈩]|附[ ]?件[ ]?\d{0,2}(?:[：:\d]|$)|附[：:])"
)
# What ordinals and the other starts begin with: one look rules most lines out.
_ENCLOSED = "".join(map(chr, (*range(0x2460, 0x249C), *range(0x3220, 0x322A))))  # ① to ⒛, ㈠ to ㈩
ORDINAL_BEGINS = frozenset(f"第附（〔0123456789{NUMERAL}{_ENCLOSED}")
_BEGINS = ORDINAL_BEGINS | frozenset("问任措事整议领联指委专下办抄注主签特此·—版网打【分上协")
_NUMBERED = re.compile(
    rf"(?:19|20)\d\d[ ]?年[ ]?第[ ]?\d{{1,4}}[ ]?号$|"
    rf"[{HAN}]{{2,10}}〔?[〔（]\d{{4}}[〕）][ ]?第?[ ]?\d+[ ]?号[ ]?$"
)
_LABEL = re.compile(
    rf"[【〔]?[{HAN} /、]{{0,8}}(?:单位|部门|领导|责任人|负责人|时限|时间|期限|节点|科室|处室|措施|目标|任务|问题|进展|"
    r"情况|标准|成效|依据|备注|联系人|电话|内容|事项|案由|职责)[】〕]?[ ]{0,2}[：】]|"
    rf"(?:[{HAN}]{{0,8}})?{ROLE}[ ]{{0,2}}[：]"
)
_LONGEST_HEAD = 10
_LONGEST_SPACED = 30
_ROLE_ENDS = frozenset(role[-1] for role in ROLE_SET)
_ROLE_ALONE = re.compile(rf"{ROLE}[ ]*$")
# The end of a label that the line's end cut: 成 / 员单位：, 责任 / 单位：
_CUT_LABEL = re.compile("(?:[员任头合]?单位|[员任头合]?部门|[任头]领导|任人|[限间]|成时[限间]|改时限)[ ]*：")
_UNIT_LABEL = re.compile(rf"[{HAN}、（）]{{2,26}}(?:[局委办部院会室队司府镇乡所站]|街道|中心|公司)：")
_ROW = re.compile(
    rf"(?P<name>(?:{'|'.join(COMPOUND)})[ ]{{0,2}}[{HAN}]{{1,2}}|[{SINGLE}][ ]{{0,4}}[{HAN}]|[{SINGLE}][{HAN}]{{2}}|"
    rf"[{HAN}·]{{2,10}})(?:（[^（）]{{1,8}}）)?(?:[ ]{{1,}}|\t|$)"
)
_GAPPED_LABEL = re.compile(rf"{ROLE}[ ]+")
_MEMBERS = re.compile("(?:副[ ]*)?组[ ]*长|成[ ]*员(?:单位)?|组[ ]*员")
_POST_ROW = re.compile(
    rf"(?P<post>[{HAN}、]{{2,24}})[ ]{{1,8}}(?P<name>[{HAN}](?:[ ]{{0,4}}[{HAN}]){{1,5}})(?:（[^（）]{{1,8}}）)?$"
)
_PERSON = re.compile(rf"(?P<name>[{HAN}]{{2,4}}?)(?:同志)?(?:（[^（）]{{2,30}}）)?：")
_OTHER = re.compile(
    rf"(?:(?:问题|任务|措施|事项|整改|议题)[ ]?[{NUMERAL}\d]{{1,3}}[ ]?[：、.]|"
    r"(?:领导小组|联席会议|指挥部|委员会|专班)(?:下设|办公室)|下设|办公室(?:设|主任由)|抄送|抄报|"
    rf"第[{NUMERAL}\d]+(?:小组|专班|组)(?:（[^（）]{{2,20}}）)?：|"
    rf"(?:协助)?(?:分管|联系|协管|主管|协调)[{HAN}]{{0,6}}[ ]*——|"
    r"版权所有|网站标识码|打印本页|【打印|分享到|上一篇：|下一篇：|"
    r"注[ ]?：|主题词|签发人|特此|此件|（此[件页]|·|—{1,2}[^—])|"
    rf"(?:\d{{4}}|二[{NUMERAL}〇零○OoＯ0]{{3}})[ ]?年[ ]?[\d{NUMERAL}]{{1,2}}[ ]?月[ ]?[\d{NUMERAL}]{{1,3}}[ ]?日$"
)


def is_start(text: str) -> bool:
    """Does the line `text` (folded, without outer blanks) begin a paragraph by its own form?

        （一）加强领导。    责任单位：县水务局    马文清  县财政局局长    begin one
        实保障群众用水，依照《槐川县农村                                  does not
    """
    if text[0] in _BEGINS and (ORDINAL.match(text) or _OTHER.match(text)):
        return True
    if "\t" in text[:12] or (text[-1] == "号" and _NUMBERED.match(text)):
        return True
    colon = "：" in text[:30]
    if len(text) >= 60 and not colon:
        return False
    if text[0] == "各" and len(text) <= 16 and is_post(text) and "、" not in text:
        return True
    if text[-1] in _ROLE_ENDS and _ROLE_ALONE.match(text):
        return True
    label = _LABEL.match(text) if colon or "】" in text else None
    if label and not _CUT_LABEL.match(label[0]):
        return True
    if colon and (_UNIT_LABEL.match(text) or _opens_person(text)):
        return True
    gap = " " in text
    if not gap and not colon and len(text) > _LONGEST_HEAD and "\t" not in text:
        return False
    return is_row(text) or _opens_label(text) or (gap and (_is_labelled_row(text) or _is_post_row(text)))


def _opens_person(text: str) -> bool:
    """王大川同志（副县长）：… opens what is said of one person."""
    person = _PERSON.match(text)
    return person is not None and is_name(person["name"])


def _opens_label(text: str) -> bool:
    """Does the line open with, or consist of, a label of responsibility or time, blanks inside it or not?"""
    head = text[:24].partition("：")[0] if "：" in text[:24] else text[:12].partition(" ")[0].partition("\t")[0]
    head = "".join(head.split())
    return 4 <= len(head) <= _LONGEST_HEAD and (is_time_limit(head) or is_responsibility(head))


# One character behind a post is the first of a verb: 雷振山 副县长 协 / 助县长分管公安.
_DOES = re.compile("分管|负责|协助|主持|联系|。|[长任记员] [\u4e00-\u9fff]$")


def is_row(text: str) -> bool:
    """Does the line begin with a name and a gap, as the rows of a roster do, or is it a name alone?

        马文清  县财政局局长    丁 磊    are rows
        丁 磊 负责财政工作。    is a sentence
    """
    row = _ROW.match(text) if len(text) <= 10 or " " in text[:20] or "\t" in text[:20] else None
    if not row or not is_name(row["name"].replace(" ", "")):
        return False
    return (row.end() < len(text) or len(text) <= 5) and not _DOES.search(text)


def _is_labelled_row(text: str) -> bool:
    """副组长  王 刚  县水务局局长: a role without colon before a row."""
    label = _GAPPED_LABEL.match(text)
    return label is not None and (bool(_MEMBERS.match(label[0])) or is_row(text[label.end():]))


def _is_post_row(text: str) -> bool:
    """县财政局局长  王 伟, 副 校 长  庞  博: a post and whose it is, and nothing else."""
    if text[1] == " " and len(text) <= _LONGEST_SPACED:
        words = ["".join(text[a:b].partition("（")[0].split()) for a, b in list_words(text, 0, len(text))]
        return len(words) == 2 and is_post(words[0]) and is_name(words[1])
    row = _POST_ROW.match(text)
    return row is not None and is_post(row["post"]) and may_be_name(row["name"].replace(" ", ""))
