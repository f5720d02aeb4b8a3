"""What every extractor gets and gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ingest.facts import Fact
from ingest.layout.blocks import DocumentText
from ingest.layout.lines import Paragraph


@dataclass(slots=True)
class Unread:
    """A stretch under an in-scope label that no rule understood, and why."""

    start: int
    end: int
    reason: str


Found = Fact | Unread
Extractor = Callable[[DocumentText], Iterator[Found]]


def unread(paragraph: Paragraph, start: int, end: int, reason: str) -> Unread:
    """The stretch `text[start:end]` of a paragraph as unread."""
    return Unread(*paragraph.span(start, end), reason)
