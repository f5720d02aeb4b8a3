"""Writes the tables of README.md and README.zh.md that are read from the code; `--check` only compares."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path

from graph.schema import EdgeType, NodeType, schema
from queries.catalogue import Question, load, words

ROOT = Path(__file__).parents[1]
READMES = {"en": "README.md", "zh": "README.zh.md"}


def nodes(lang: str) -> str:
    """A row a node label: what it stands for, its properties."""
    rows = [[f"`{node.label}`", said(node, lang), properties(node)] for node in schema().nodes.values()]
    head = {"en": ["Node", "Is", "Properties"], "zh": ["节点", "含义", "属性"]}[lang]
    return grid(head, rows)


def edges(lang: str) -> str:
    """A row an edge type: what it says, between what, its own properties."""
    rows = [
        [f"`{edge.name}`", said(edge, lang), f"{ends(edge.sources)} → {ends(edge.targets)}", properties(edge)]
        for edge in schema().edges.values()
    ]
    head = {"en": ["Edge", "Says", "Between", "Properties"], "zh": ["边", "含义", "两端", "属性"]}[lang]
    return grid(head, rows)


def questions(lang: str) -> str:
    """A row a canned question, by topic."""
    topics = words()["topic"]
    rows = [[topics[q.topic].say(lang), f"`{q.name}`", q.title.say(lang), takes(q)] for q in load().values()]
    head = {"en": ["Topic", "Name", "Question", "Parameters"], "zh": ["主题", "名称", "问题", "参数"]}[lang]
    return grid(head, rows)


def said(kind: NodeType | EdgeType, lang: str) -> str:
    """What people call a node label or edge type."""
    return kind.zh if lang == "zh" else kind.en


def properties(kind: NodeType | EdgeType) -> str:
    """The declared properties, without the evidence that every edge has and what only searching needs."""
    hidden = {"name", "search", *(schema().evidence if isinstance(kind, EdgeType) else ())}
    return ", ".join(f"`{name}`" for name in kind.properties if name not in hidden)


def ends(labels: tuple[str, ...]) -> str:
    """The labels that may stand at one end."""
    return ", ".join(labels)


def takes(question: Question) -> str:
    """The parameters, optional ones in brackets."""
    return ", ".join(f"[`{p.name}`]" if p.optional else f"`{p.name}`" for p in question.params)


def grid(head: list[str], rows: list[list[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


TABLES: dict[str, Callable[[str], str]] = {"nodes": nodes, "edges": edges, "questions": questions}


def filled(text: str, lang: str) -> str:
    """`text` with each table between its `<!-- name -->` and `<!-- /name -->` as the code has it now."""
    for name, table in TABLES.items():
        start, end = f"<!-- {name} -->", f"<!-- /{name} -->"
        if start not in text or end not in text:
            raise ValueError(f"{READMES[lang]} lacks {start} … {end}")
        text = re.sub(f"{start}.*?{end}", f"{start}\n{table(lang)}\n{end}", text, flags=re.DOTALL)
    return text


def main(check: bool) -> int:
    """Fills both files, or says which one is out of date."""
    stale = []
    for lang, name in READMES.items():
        path = ROOT / name
        text = path.read_text(encoding="utf-8")
        if (now := filled(text, lang)) != text:
            stale.append(name)
            if not check:
                path.write_text(now, encoding="utf-8")
    if check and stale:
        print(f"{', '.join(stale)}: run `make docs`")
    return int(check and bool(stale))


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
