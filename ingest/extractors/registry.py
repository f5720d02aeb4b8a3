"""The extractors, in the order in which they run; a new kind of fact is one file and one line here."""

from __future__ import annotations

from ingest.extractors.base import Extractor
from ingest.extractors.documents import documents

EXTRACTORS: tuple[Extractor, ...] = (
    documents,
)
