"""Tasks and time limits in tables: every make of table, head and merged cell."""

from __future__ import annotations

import pytest
from stated import NOTICE, roles, stated

EXPECTED = [
    ("牵头部门", "县水务局"),
    ("协同部门", "县财政局"),
    ("协同部门", "各乡镇"),
    ("牵头部门", "县林业局"),
]


@pytest.mark.parametrize(
    "table",
    [
        "| 编号 | 任务内容 | 牵头部门 | 协同部门 | 完成时间 |\n|---|---|---|---|---|\n"
        "| 1 | 整修渠道 | 县水务局 | 县财政局<br>各乡镇 | 6月底 |\n| 2 | 栽植林带 | 县林业局 | — | 年内 |\n",
        "编号\t任务内容\t牵头部门\t协同部门\t完成时间\n1\t整修渠道\t县水务局\t县财政局 各乡镇\t6月底\n"
        "编号\t任务内容\t牵头部门\t协同部门\t完成时间\n2\t栽植林带\t县林业局\t——\t年内\n",
        "<table><tr><th>编号</th><th>任务内容</th><th>牵头部门</th><th>协同部门</th><th>完成时间</th></tr>\n"
        "<tr><td>1</td><td>整修渠道</td><td>县水务局</td><td>县财政局<br/>各乡镇</td><td>6月底</td></tr>\n"
        "<tr><td>2</td><td>栽植林带</td><td>县林业局</td><td></td><td>年内</td></tr></table>\n",
        "编号  任务内容        牵头部门    协同部门            完成时间\n"
        " 1    整修渠道        县水务局    县财政局、各乡镇    6月底\n"
        " 2    栽植林带        县林业局    ——                  年内\n",
        "编号 任务内容 牵头部门 协同部门 完成时间\n1 整修渠道 县水务局 县财政局、各乡镇 6月底\n"
        "2 栽植林带 县林业局 — 年内\n",
        "编号 任务内容 牵头部门 协同部门 完成时间 1 整修渠道 县水务局 县财政局、各乡镇 6月底 "
        "2 栽植林带 县林业局 — 年内\n",
    ],
    ids=["pipes", "tabs, head repeated", "HTML", "columns", "one blank", "one line"],
)
def test_makes_of_table(table: str) -> None:
    text = f"云岭县重点任务分解表\n（2021年3月5日印发）\n\n{table}"
    assert roles(text) == EXPECTED
    assert stated(text, "deadline", "label", "value", "date", "task") == [
        ("完成时间", "6月底", "2021-06-30", "整修渠道"),
        ("完成时间", "年内", "2021-12-31", "栽植林带"),
    ]


def test_a_head_of_two_rows() -> None:
    text = (
        NOTICE + "| 工程名称 | 责任分工 | | 进度要求 |\n|---|---|---|---|\n"
        "| | 责任领导 | 责任单位 | 完成时限 |\n"
        "| 泵站拆建 | 高 原 | 县水务局 | 5月底 |\n"
    )
    assert roles(text) == [("责任领导", "高原"), ("责任单位", "县水务局")]
    assert stated(text, "deadline", "value", "task") == [("5月底", "泵站拆建")]


def test_the_most_specific_column_is_the_task() -> None:
    text = NOTICE + (
        "| 反馈问题 | 整改措施 | 整改目标 | 责任单位 |\n|---|---|---|---|\n"
        "| 锅炉未淘汰 | 拆除锅炉26台 | 清零 | 县住建局 |\n"
    )
    assert stated(text, "task", "task") == ["拆除锅炉26台"]


def test_merged_cells_count_for_every_row() -> None:
    text = (
        NOTICE + "| 序号 | 任务 | 措施 | 牵头领导 | 责任单位 | 配合单位 |\n|---|---|---|---|---|---|\n"
        "| 1 | 除险 | 加固水库 | 高原 | 县水务局 | 县财政局 |\n| | | 清淤沟道 | | 县农业局 | |\n"
        "| 2 | 修路 | 硬化道路 | 李强 | 县交通局 | |\n"
    )
    assert stated(text, "task", "task", "role", "name") == [
        ("加固水库", "牵头领导", "高原"),
        ("清淤沟道", "牵头领导", "高原"),
        ("加固水库", "责任单位", "县水务局"),
        ("加固水库", "配合单位", "县财政局"),
        ("清淤沟道", "责任单位", "县农业局"),
        ("硬化道路", "牵头领导", "李强"),
        ("硬化道路", "责任单位", "县交通局"),
    ]


def test_rows_of_a_merged_block_share_all_their_units() -> None:
    text = (
        NOTICE + "| 序号 | 措施 | 牵头单位 | 配合单位 |\n|---|---|---|---|\n"
        "| 1 | 甲事 | 县水务局 | 县财政局 |\n| | 乙事 | | |\n"
    )
    assert stated(text, "task", "role", "name").count(("配合单位", "县财政局")) == 2


def test_spanned_cells_of_html() -> None:
    text = (
        "<p>任务表</p>\n<table><tr><th>任务</th><th>牵头单位</th><th>协同单位</th></tr><tr><td>改厕</td>"
        "<td rowspan=2>县农业局</td><td>县财政局</td></tr><tr><td>治污</td><td></td></tr></table>\n"
    )
    assert sorted(stated(text, "task", "task", "name")) == [
        ("改厕", "县农业局"),
        ("改厕", "县财政局"),
        ("治污", "县农业局"),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "| 事项一 | 整修渠道 |\n|---|---|\n| 责任领导 | 高 原 |\n| 责任单位 | 县水务局、各乡镇 |\n"
        "| 完成时限 | 供暖季前 |\n",
        "| 任务名称 | 整修渠道 | 责任领导 | 高 原 |\n|---|---|---|---|\n"
        "| 责任单位 | 县水务局、各乡镇 | 完成时限 | 供暖季前 |\n",
        "整修渠道\n责任领导\t高 原\n责任单位\t县水务局、各乡镇\n完成时限\t供暖季前\n",
    ],
)
def test_labels_and_values_side_by_side(table: str) -> None:
    text = NOTICE + table
    assert roles(text) == [("责任领导", "高原"), ("责任单位", "县水务局"), ("责任单位", "各乡镇")]
    assert stated(text, "deadline", "value") == ["供暖季前"]
    assert set(stated(text, "task", "task")) == {"整修渠道"}


def test_proposals() -> None:
    text = (
        "云岭县政协提案交办表\n编号\t提案人\t案由\t主办单位\t会办单位\t办结时限\n"
        "12\t高原\t关于加强校车管理的建议\t县教体局\t县公安局、县交通局\t7月底前\n"
    )
    assert roles(text) == [("主办单位", "县教体局"), ("会办单位", "县公安局"), ("会办单位", "县交通局")]
    assert stated(text, "task", "task")[0] == "关于加强校车管理的建议"


def test_a_table_goes_on_over_a_page() -> None:
    text = (
        NOTICE + "| 序号 | 任务 | 责任单位 |\n|---|---|---|\n| 1 | 甲事 | 县水务局 |\n\n- 2 -\n\n"
        "| 2 | 乙事 | 县财政局 |\n"
    )
    assert stated(text, "task", "task", "name") == [("甲事", "县水务局"), ("乙事", "县财政局")]


@pytest.mark.parametrize(
    "table",
    [
        "| 单位 | 责任单位 | 排名 | 得分 |\n|---|---|---|---|\n| 青山镇 | 3 | 1 | 90 |\n",
        "| 项目名称 | | 责任单位 | |\n|---|---|---|---|\n| 负责人 | | 完成时限 | |\n",
        "| 序号 | 获奖成果 | 完成单位 | 主要负责人 |\n|---|---|---|---|\n"
        "| 1 | 高产技术 | 县农技站 | 高原 |\n",
        "| 项目名称 | 主管部门 | 金额（万元） |\n|---|---|---|\n| 老年大学搬迁 | 县委老干部局 | 42.5 |\n",
        "序号\t单位名称\t考核得分\t等次\t责任领导\n1\t县财政局\t95.2\t优秀\t高原\n",
        "时间\t活动内容\t地点\t主办单位\t承办单位\n5月1日\t开幕式\t广场\t县文旅局\t县文化馆\n",
    ],
    ids=["statistics", "form", "prizes", "budget", "results", "events"],
)
def test_tables_that_give_no_task(table: str) -> None:
    assert roles(NOTICE + table) == []


@pytest.mark.parametrize(
    "table",
    [
        "序号\t项目名称\t包点领导\t责任单位\n一、交通项目\n1\t白沙公路\t高原\t县交通局\n"
        "二、水利项目\n2\t青石水库\t李强\t县水务局\n",
        "| 序号 | 项目名称 | 包点领导 | 责任单位 |\n|---|---|---|---|\n| 一、交通项目 | | | |\n"
        "| 1 | 白沙公路 | 高原 | 县交通局 |\n| 二、水利项目 | | | |\n| 2 | 青石水库 | 李强 | 县水务局 |\n",
        "序号  项目名称    包点领导    责任单位\n一、交通项目\n1     白沙公路    高  原      县交通局\n"
        "二、水利项目\n2     青石水库    李　强      县水务局\n",
    ],
    ids=["tabs", "pipes", "columns"],
)
def test_headings_of_sections_between_the_rows(table: str) -> None:
    assert stated(NOTICE + table, "task", "role", "name", "task") == [
        ("包点领导", "高原", "白沙公路"),
        ("责任单位", "县交通局", "白沙公路"),
        ("包点领导", "李强", "青石水库"),
        ("责任单位", "县水务局", "青石水库"),
    ]


def test_a_second_table_below_a_heading_of_its_own() -> None:
    text = NOTICE + (
        "一、水库\n序号\t水库名称\t行政责任人\t巡查责任人\n1\t青石水库\t高原\t——\n"
        "二、隐患点\n编号\t隐患点位置\t威胁人数\t包点领导\t监测人\n01\t后山滑坡\t26\t李强\t欧阳娜\n"
    )
    assert stated(text, "task", "role", "name", "task") == [
        ("行政责任人", "高原", "青石水库"),
        ("包点领导", "李强", "后山滑坡"),
        ("监测人", "欧阳娜", "后山滑坡"),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "序号\t河流名称\t县级河长\t\t村级河长\t联系单位\n\t\t姓名\t职务\t\t\n"
        "1\t青石河\t高原\t县长\t李强、欧阳娜\t县水务局\n",
        "<table><tr><td rowspan=2>序号</td><td rowspan=2>河流名称</td><td colspan=2>县级河长</td>"
        "<td rowspan=2>村级河长</td><td rowspan=2>联系单位</td></tr><tr><td>姓名</td><td>职务</td></tr>"
        "<tr><td>1</td><td>青石河</td><td>高原</td><td>县长</td><td>李强<br>欧阳娜</td><td>县水务局</td></tr></table>",
    ],
    ids=["tabs", "HTML"],
)
def test_a_role_over_a_column_of_names(table: str) -> None:
    assert roles(NOTICE + table) == [
        ("县级河长", "高原"),
        ("村级河长", "李强"),
        ("村级河长", "欧阳娜"),
        ("联系单位", "县水务局"),
    ]


def test_a_cell_with_labels_of_its_own() -> None:
    text = NOTICE + (
        "| 序号 | 整改措施 | 责任单位 |\n|---|---|---|\n"
        "| 1 | 整修渠道 | 牵头：县水务局<br>配合：县财政局、各乡镇 |\n"
    )
    assert roles(text) == [("牵头单位", "县水务局"), ("配合单位", "县财政局"), ("配合单位", "各乡镇")]


def test_cells_of_several_lines_between_tabs() -> None:
    text = NOTICE + (
        "序号\t反馈问题\t整改措施\t责任单位\t责任人\t整改时限\n"
        "1\t渠道失修\t1.开展排查。\n2.整修渠道。\n3.逐段验收。\t县水务局\n县财政局\t高原\n李强\t9月底\n"
        "2\t管网老旧\t更换管网\t县住建局\n（欧阳娜）\t高原\t年底\n"
    )
    assert stated(text, "task", "role", "name", "task") == [
        ("责任单位", "县水务局", "1.开展排查。2.整修渠道。3.逐段验收。"),
        ("责任单位", "县财政局", "1.开展排查。2.整修渠道。3.逐段验收。"),
        ("责任人", "高原", "1.开展排查。2.整修渠道。3.逐段验收。"),
        ("责任人", "李强", "1.开展排查。2.整修渠道。3.逐段验收。"),
        ("责任单位", "县住建局（欧阳娜）", "更换管网"),
        ("责任人", "高原", "更换管网"),
    ]
    assert stated(text, "deadline", "value") == ["9月底", "年底"]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_table_copied_cell_by_cell(gap: str) -> None:
    cells = (
        "序号 工作任务 牵头单位 配合单位 完成时限 1 整修渠道60公里 县水务局 县财政局、各乡镇 6月底 "
        "2 栽植林带 县林业局 年内 3 改造管网 县住建局 县城投公司 9月底"
    )
    text = NOTICE + gap.join(cells.split()) + gap + "备注：各单位按月报送进展。\n"
    assert roles(text) == [
        ("牵头单位", "县水务局"),
        ("配合单位", "县财政局"),
        ("配合单位", "各乡镇"),
        ("牵头单位", "县林业局"),
        ("牵头单位", "县住建局"),
        ("配合单位", "县城投公司"),
    ]
    assert stated(text, "deadline", "value", "task") == [
        ("6月底", "整修渠道60公里"),
        ("年内", "栽植林带"),
        ("9月底", "改造管网"),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "                            牵头      配合        完成\n"
        "序号    工作任务            单位      单位        时限\n"
        "1       建设高标准农田      县农业    县财政局    12月\n"
        "        5万亩               农村局\n"
        "2       改造管网            县水务局  各乡镇      10月\n",
        "工作任务            牵头单位  配合单位    完成时限\n"
        "建设高标准农田5万   县农业    县财政局    12月\n"
        "亩                  农村局\n"
        "改造管网            县水务局  各乡镇      10月\n",
    ],
    ids=["headings on two lines", "first column wrapped"],
)
def test_columns_with_wrapped_words(table: str) -> None:
    assert stated(NOTICE + "\n" + table, "task", "role", "name", "task") == [
        ("牵头单位", "县农业农村局", "建设高标准农田5万亩"),
        ("配合单位", "县财政局", "建设高标准农田5万亩"),
        ("牵头单位", "县水务局", "改造管网"),
        ("配合单位", "各乡镇", "改造管网"),
    ]


def test_roles_that_span_columns_kept_by_blanks() -> None:
    text = NOTICE + (
        "\n序号  水库名称      行政责任人              技术责任人\n"
        "                    姓名      职务          姓名      职务\n"
        "1     青石水库      高  原    副县长        李  强    县水务局副局长\n"
        "2     白沙水库      欧阳娜    人大副主任    赵  敏    县水务局总工\n"
    )
    assert stated(text, "task", "role", "name", "task") == [
        ("行政责任人", "高原", "青石水库"),
        ("技术责任人", "李强", "青石水库"),
        ("行政责任人", "欧阳娜", "白沙水库"),
        ("技术责任人", "赵敏", "白沙水库"),
    ]
