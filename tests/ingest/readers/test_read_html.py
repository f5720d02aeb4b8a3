# ruff: noqa: E501 (web pages as sites write them)
"""Web pages: the article whole, the site left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.readers.html import read_html

PAGE = """<!doctype html><html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}">
<title>松山县人民政府</title><style>p{{}}</style></head><body>
<div class="header"><ul class="nav"><li><a href="/">首页</a></li><li><a href="/a">政务公开</a></li><li><a href="/b">办事</a></li></ul></div>
<div class="weizhi">您的位置：<a href="/">首页</a> &gt; <a href="/z">政府文件</a> &gt; 正文</div>
<table class="card"><tr><td>索 引 号：</td><td>SS-2022-11</td><td>主题分类：</td><td>水利</td></tr>
<tr><td>发布机构：</td><td>县政府办</td><td>文  号：</td><td>松政办发〔2022〕8号</td></tr></table>
<h1>松山县人民政府办公室<br>关于成立防汛抗旱指挥部的<br/>通知</h1>
<div class="info">来源：县政府办 发布时间：2022-05-06 浏览次数：12 【字体：大 中 小】 <a href="javascript:">打印</a></div>
<div id="zoom"><p>&nbsp;&nbsp;&nbsp;&nbsp;各乡镇人民政府，县直
各部门：</p>
<p>&emsp;&emsp;指挥长：<span>周</span><span style="color:red">&nbsp;平</span> 县委常委、副县长<br>成&nbsp;&nbsp;员：吴小燕 县水务局局长</p>
<p style="display:none">看不见</p><ol start="3"><li>责任单位：县水务局</li><li>配合单位：县财政局</li></ol>
<p style="text-align:center">松山县人民<br>政府办公室</p></div>
<div class="share">分享到：<a>微信</a></div><div>上一篇：<a href="/1">关于春耕的通知</a></div>
<div class="x">版权所有：松山县人民政府 主办单位：县政府办 ICP备00000000号</div><script>var a = "责任单位：";</script></body></html>"""
LINES = [
    "松政办发〔2022〕8号",
    "松山县人民政府办公室关于成立防汛抗旱指挥部的通知",
    "来源：县政府办 发布时间：2022-05-06",
    "\xa0\xa0\xa0\xa0各乡镇人民政府，县直各部门：",
    "\u2003\u2003指挥长：周\xa0平 县委常委、副县长",
    "成\xa0\xa0员：吴小燕 县水务局局长",
    "3. 责任单位：县水务局",
    "4. 配合单位：县财政局",
    "松山县人民政府办公室",
]


def read(tmp_path: Path, data: bytes) -> list[str]:
    path = tmp_path / "页.html"
    path.write_bytes(data)
    return read_html(path).text.splitlines()


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("gb2312", "gb18030"),
        ("utf-8", "gb18030"),
        ("none", "gb18030"),
        ("utf-16", "utf-16"),
    ],
)
def test_the_article_and_nothing_else(tmp_path: Path, charset: str, encoding: str) -> None:
    assert read(tmp_path, PAGE.format(charset=charset).encode(encoding)) == LINES


def test_merged_cells_and_a_head_of_two_rows(tmp_path: Path) -> None:
    page = """<table><tr><td colspan=4>任务分解表</td></tr>
    <tr><td rowspan="2">序号</td><td rowspan="2">工作任务</td><td colspan="2">责任单位</td></tr><tr><td>牵头</td><td>配合单位</td></tr>
    <tr><td>1</td><td rowspan="2">修<b>水</b>渠</td><td>县水务局</td><td><p>县财政局</p><p>县审计局</p></td></tr>
    <tr><td>2</td><td>柳河镇</td><td></td></tr></table>"""
    assert read(tmp_path, page.encode()) == [
        "任务分解表",
        "| 序号 | 工作任务 | 牵头单位 | 配合单位 |",
        "| --- | --- | --- | --- |",
        "| 1 | 修水渠 | 县水务局 | 县财政局<br>县审计局 |",
        "| 2 | 修水渠 | 柳河镇 |  |",
    ]


def test_a_table_that_lays_out_the_page_is_no_table(tmp_path: Path) -> None:
    page = "<table><tr><td>左</td><td><h1>通知</h1><p>成员：甲</p><table><tr><td>姓名</td><td>职务</td></tr><tr><td>周平</td><td>局长</td></tr></table></td></tr></table>"
    assert read(tmp_path, page.encode()) == [
        "左",
        "通知",
        "成员：甲",
        "| 姓名 | 职务 |",
        "| --- | --- |",
        "| 周平 | 局长 |",
    ]
