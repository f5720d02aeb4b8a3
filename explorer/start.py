"""The first page: what the graph holds, and the ways into it. An empty graph offers the samples and the
upload."""

from __future__ import annotations

import streamlit as st

from explorer import ask
from explorer.address import go, place
from explorer.show import Column, bar, begin, node, note, table, text, title
from explorer.theme import SIGNS
from explorer.words import say, term


def page() -> None:
    """Counts by type, county and year, units by tasks, groups by size, people by groups; of an empty graph the ways to
    fill it."""
    counted = ask.counts()
    if not any(counted.values()):
        _empty()
        return
    first, last = _span()
    title(say("县级公报里的机构、人员与职责", "Organisations, officials and duties in county gazettes"))
    note(
        say(
            f"读自 {counted['Issue']} 期公报的 {counted['Document']} 份文件，{first} 至 {last}。每条关系都能看到原文。",
            f"Read from {counted['Document']} documents in {counted['Issue']} gazettes, {first} to {last}."
            " Every relation shows its text.",
        )
    )
    left, right = st.columns(2, gap="medium")
    with left:
        largest = max(counted.values())
        table(
            "types",
            (Column("类型", "Type", size="name"), Column("数量", "Number", size="wide")),
            (
                [
                    {
                        **text(term(label), place("search", type=label)),
                        "glyph": SIGNS[label].glyph,
                        "colour": SIGNS[label].colour,
                    },
                    bar(number, largest),
                ]
                for label, number in counted.items()
                if number
            ),
            title=say("图中所有", "What it holds"),
        )
        _counties()
        _years()
        _busiest_units()
    with right:
        groups = ask.largest_groups()
        table(
            "groups",
            (Column("议事协调机构", "Group"), Column("成员", "Members", size="wide")),
            ([node("Group", g["id"], g["name"]), bar(g["members"], groups[0]["members"])] for g in groups),
            title=say("成员最多的机构", "Largest groups"),
        )
        people = ask.busiest_people()
        table(
            "people",
            (
                Column("人员", "Person", size="name"),
                Column("参加机构", "Groups", size="wide"),
                Column("为首", "Leads", "right"),
            ),
            ([node("Person", p["id"], p["name"]), bar(p["groups"], people[0]["groups"]), p["leads"]] for p in people),
            title=say("参加机构最多的人", "People in most groups"),
        )


def _span() -> tuple[str, str]:
    days = ask.days()
    return (days[0], days[-1]) if days else ("—", "—")


def _counties() -> None:
    table(
        "counties",
        (
            Column("行政区", "County", size="name"),
            Column("文件", "Documents", "right"),
            Column("议事机构", "Groups", "right"),
            Column("机构", "Units", "right"),
            Column("人员", "People", "right"),
        ),
        (
            [
                row["county"] or say("未标明", "not stated"),
                row.get("Document", 0),
                row.get("Group", 0),
                row.get("Organisation", 0),
                row.get("Person", 0),
            ]
            for row in _told()
        ),
        title=say("按行政区", "By county"),
        limit=12,
    )


def _told() -> list[ask.Row]:
    """The jurisdictions that issued or employ; townships and cities that are only named stand aside."""
    counties = ask.counties()
    return [row for row in counties if row.get("Document") or row.get("Person")] or counties


def _years() -> None:
    years = ask.documents_by_year()
    most = max((row["n"] for row in years), default=1)
    table(
        "years",
        (Column("年份", "Year", size="short"), Column("文件", "Documents", size="wide")),
        ([str(row["year"] or say("无日期", "undated")), bar(row["n"], most)] for row in years),
        title=say("按年份", "By year"),
        limit=20,
    )


def _busiest_units() -> None:
    units = ask.busiest_units(8)
    most = max((row["tasks"] for row in units), default=1)
    table(
        "units",
        (Column("机构", "Unit"), Column("任务", "Tasks", size="wide")),
        ([node("Organisation", row["id"], row["name"]), bar(row["tasks"], most)] for row in units),
        title=say("任务最多的机构", "Units with most tasks"),
    )


def _empty() -> None:
    title(say("还没有公报", "No gazettes yet"))
    note(
        say(
            "公报 Gongbao 把县级政府公报读成机构、人员与职责的关系图。先看示例，或添加自己的文件（TXT、"
            "Markdown、HTML、DOCX、PDF）。",
            "Gongbao reads county gazettes into a graph of organisations, officials and duties. "
            "Look at the samples first, or add files of your own (TXT, Markdown, HTML, DOCX, PDF).",
        )
    )
    begin()
    if st.button(say("读入示例公报", "Read the sample gazettes"), type="primary"):
        go(place("add", samples=1))
