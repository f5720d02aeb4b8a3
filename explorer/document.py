"""A document: what it is, and everything it states, in the order of its text."""

from __future__ import annotations

from explorer import ask_entity as asks
from explorer import entity
from explorer.address import place
from explorer.show import SOURCE, Column, Line, facts, node, source, table, text, title
from explorer.words import day as iso
from explorer.words import say, term


def page() -> None:
    """The page of the document of the address."""
    document = entity.found("Document")
    if document is None:
        return
    title(document["name"], "Document")
    kin = asks.kin_of("Document", document["id"])
    left, right = entity.halves()
    with left:
        facts(
            "document",
            [
                (say("文号", "Number"), document["doc_no"]),
                (say("日期", "Date"), iso(document["date"])),
                (
                    say("发文机关", "Issued by"),
                    [
                        node("Organisation", r["other_id"], r["other"])
                        for r in asks.ties_of("Document", document["id"])
                        if r["tie"] == "ISSUED"
                    ]
                    or document["issuers"],
                ),
                (say("行政区", "Jurisdiction"), document["jurisdiction"]),
                (say("载于", "Printed in"), [node(r["label"], r["id"], r["name"]) for r in kin if r["up"]]),
                (say("文件名", "File"), document["source"]),
                (say("页", "Page"), document["page"]),
                (
                    say("原文", "Text"),
                    text(
                        say("从标题读起", "Read from its title"),
                        place(
                            "evidence",
                            source=document["source"],
                            start=document["start"],
                            end=document["end"],
                        ),
                    ),
                ),
            ],
        )
        entity.tools("document", document)
    with right:
        entity.neighbourhood(document, None)
    table(
        "stated",
        (
            Column("自", "From"),
            Column("关系", "Relation", size="short"),
            Column("内容", "Word", size="mid"),
            Column("至", "To", size="wide"),
            SOURCE,
        ),
        (
            Line(
                (
                    node(r["a_label"], r["a_id"], r["a_name"], signed=True),
                    term(r["tie"]),
                    r["word"],
                    node(r["b_label"], r["b_id"], r["b_name"], signed=True),
                    source(r),
                ),
                id=r["edge"],
            )
            for r in asks.stated_by(document["id"])
        ),
        title=say("本文件所载", "What it states"),
    )
