"""What the invented county has: its bodies and what else they are called, townships, topics of groups,
names."""

from __future__ import annotations

COUNTY = "云溪县"


def _called(table: str) -> dict[str, list[str]]:
    """Each line's first word, and the others."""
    return {words[0]: words[1:] for words in map(str.split, table.strip().splitlines())}


_BUREAUS = """
    发展和改革局 发改局
    教育体育局 教体局 教育和体育局
    科学技术局 科技局
    工业和信息化局 工信局
    民政局
    司法局
    财政局
    人力资源和社会保障局 人社局
    自然资源局
    住房和城乡建设局 住建局 住房城乡建设局
    交通运输局 交通局
    水务局
    农业农村局
    文化旅游广电局 文旅广电局 文化广电旅游局
    卫生健康局 卫健局
    退役军人事务局 退役军人局
    应急管理局 应急局
    审计局
    市场监督管理局 市场监管局 市监局
    统计局
    医疗保障局 医保局
    审批服务管理局 审批局
    综合执法局
    乡村振兴局
    信访局
    公安局
    林业和草原局 林草局
    商务局
"""
_PARTY = """
    委组织部 组织部
    委宣传部 宣传部
    委统战部 统战部
    委政法委 政法委
    总工会
    妇联 妇女联合会
    残联 残疾人联合会
    人民检察院 检察院
    人民法院 法院
"""
_TOWNS = """
    青石镇 柳林镇 马营镇 河口镇 北塬镇 沙沟乡 白杨乡 梨园乡 窑店乡 高寨乡 清泉乡
    石坝乡
"""
_TOPICS = """
    防汛抗旱 安全生产 乡村振兴 生态环境保护 禁毒 食品安全 森林草原防火 营商环境优化
    农村人居环境整治 就业创业 社会信用体系建设 义务教育均衡发展 全民健身 征兵 疫情防控
    招商引资 重点项目建设 防灾减灾 道路交通安全 农民工工资支付 耕地保护 水资源管理
    秸秆综合利用 节能减排 老龄 妇女儿童 残疾人事业 双拥 普法 民族团结进步创建
    质量强县 数字政府建设 养老服务 文物保护 粮食安全 医药卫生体制改革
"""
_ALIKE = """
    伟为 明名 军均 华花 志智 峰锋 红宏 琴芹 坤昆 炳秉 英瑛 强墙 燕艳 国帼 建健
    成城 杰洁 丽莉 芳方 文闻
"""
BUREAUS, PARTY = _called(_BUREAUS), _called(_PARTY)
TOWNS, TOPICS = _TOWNS.split(), _TOPICS.split()
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
GIVEN = (
    "建国志强海燕玉兰晓明文博春梅永福世杰丽华成军秀英俊峰雪琴学军红霞立新宝山桂芳凯旋伟嘉琪浩然子"
    "涵思远宏斌炳坤凤鸣长青卫东"
)
SOUNDS_ALIKE = dict(_ALIKE.split())  # pairs of characters
