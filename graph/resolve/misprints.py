"""Which two names may be one name misprinted: one character differs, and the two sound or look alike.

钱志伟 / 钱志为    高秉南 / 高炳南
"""

from __future__ import annotations

from functools import lru_cache

# Characters of names that look alike but do not sound alike; those that sound alike pypinyin knows.
_LOOK_ALIKE: str = """
    已己巳 末未 千干于 土士 日曰 人入八 大太犬丈 王玉主 天夭 刀力 戊戌戍成 贝见 祖租 晴睛情清
    田由甲申 木本术 白百自 目且 兵乒 乌鸟 令今 代伐 仓仑 冶治 刚钢 午牛 历厉 名各 因困 国圆
    坤珅绅伸 垒磊 埔浦 宁守 宗崇 宜宣 密蜜 庆床 延廷 建健 弘宏 微徽 怀坏 恒桓 悦说 惠慧 扬杨
    拨拔 斌赋 昊吴 昌冒 明朋 春舂 智者 林材 栋拣 桂佳 梅海 森淼 楠南 毛手 永水 汉汊 泽择
    洁浩 洋祥 涛淘 淑叔 清青 湘相 源原 炜伟玮纬 炳秉柄 焕换 爱受 玲铃 珍诊 琳淋 瑞端 盈盘
    秀季 秉乘 科料 立位 红江 纪记 维唯 绍昭 育肓 臣巨 艳绝 芬芳 荣宋 莉利 菊莉 萍苹 蕾雷
    贤坚 贵责 超起 辉挥 达边 金全 铭名 锋峰 锐悦 长氏 阳阴 陈阵 雪雷 霞露 飞气 鹏朋 龙尤
    李季 杜社 邓邱 郑邦 何河 万方 史吏 白自 亮亭 佳住 仁任 俊浚 凯恺 博搏 友反 吉古 向问
    启后 喜善 培陪 娟捐 婷停 学字 宇字 小少 尚向 川州 广厂 康唐 彦产 征正 志态 忠患 怡治
    旭旦 星皇 晓浇 曼漫 月用 有友 来米 柱往 根恨 波坡 浩洁 燕蒸
"""
_GROUPS: dict[str, list[int]] = {}
for _number, _alike in enumerate(_LOOK_ALIKE.split()):
    for _character in _alike:
        _GROUPS.setdefault(_character, []).append(_number)


def differing(left: str, right: str) -> tuple[str, str] | None:
    """The two characters in which names of one length differ, None unless there is just one such place."""
    if len(left) != len(right):
        return None
    apart = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
    return apart[0] if len(apart) == 1 else None


@lru_cache(maxsize=50_000)
def confusable(a: str, b: str) -> bool:
    """Whether two characters sound alike (any reading, tone apart) or look alike."""
    if set(_GROUPS.get(a, ())) & set(_GROUPS.get(b, ())):
        return True
    return bool(_sounds(a) & _sounds(b))


@lru_cache(maxsize=20_000)
def _sounds(character: str) -> frozenset[str]:
    from pypinyin import Style, pinyin  # loaded only where two names come close

    return frozenset(pinyin(character, style=Style.NORMAL, heteronym=True)[0])


def masks(name: str) -> list[str]:
    """The name with each of its characters left open in turn: names that share one differ in one
    character."""
    return [f"{name[:at]}?{name[at + 1 :]}" for at in range(len(name))]
