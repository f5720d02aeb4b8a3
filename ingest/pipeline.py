"""From a file to its facts: read, lay out, extract, in this order and no other.

    extract(Source("a.txt", text)) → Reading(source, facts, remainder)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from ingest.errors import BadInput
from ingest.extractors.base import Unread
from ingest.extractors.issues import issue
from ingest.extractors.registry import EXTRACTORS
from ingest.facts import Fact, Remainder
from ingest.layout.blocks import DocumentText, blocks, items
from ingest.layout.documents import split
from ingest.layout.lines import Page
from ingest.readers import expand, read_file
from ingest.source import Source


@dataclass(slots=True)
class Reading:
    """What one source states, and what in it no rule understood."""

    source: Source
    facts: list[Fact]
    remainder: list[Remainder] = field(default_factory=list)


def extract(source: Source) -> Reading:
    """All facts of one source, in the order of their places; offsets point into `source.text`."""
    page = Page(source.text)
    front, documents = split(items(page))
    outside = DocumentText(blocks=list(blocks(front)))
    reading = Reading(source, [issue(page, documents)])
    for document in (outside, *documents):
        _read(document, reading)
    for fact in reading.facts:
        fact.source = source.name
        fact.page = source.page(fact.start)
    reading.facts = _once(sorted(reading.facts, key=lambda fact: (fact.start, fact.kind, fact.end)))
    return reading


def _once(facts: list[Fact]) -> list[Fact]:
    """The facts, each membership once though two extractors read it (a roster set by tabs).

    Of other kinds a cell that spans rows states one for each row.
    """
    once: list[Fact] = []
    for fact in facts:
        if fact.kind != "membership" or fact not in once[-8:]:
            once.append(fact)
    return once


def _read(document: DocumentText, reading: Reading) -> None:
    for extractor in EXTRACTORS:
        for found in extractor(document):
            if isinstance(found, Unread):
                text = reading.source.text[found.start:found.end]
                reading.remainder.append(Remainder(reading.source.name, found.start, found.end, text, found.reason))
            else:
                found.doc_no, found.document = document.number, document.start
                reading.facts.append(found)


def extract_paths(paths: Sequence[str], workers: int = 1) -> Iterator[Reading | BadInput]:
    """The readings of files, folders and globs, in order of their names; a bad file gives its BadInput.

    The result does not depend on the number of `workers` (processes).
    """
    files = expand(paths)
    if workers <= 1 or len(files) < 2:
        yield from map(_extract_file, files)
        return
    with ProcessPoolExecutor(min(workers, len(files))) as pool:
        yield from pool.map(_extract_file, files)


def _extract_file(path: Path) -> Reading | BadInput:
    try:
        return extract(read_file(path))
    except BadInput as problem:
        return problem
