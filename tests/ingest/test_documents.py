"""The extractor on documents that were written and annotated without sight of its rules.

`documents/` and `documents_b/` to `documents_i/`, each by another author, hold short texts in the styles of many
places, kinds of issuer and years, traps without a fact among them; `samples/` annotates the sample gazettes.
Facts stand beside each text, a JSON object a line.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from scoring import (
    KEYS,
    Comparison,
    Row,
    annotated,
    compare,
    rows,
    same_doc_no,
    same_group,
    same_post,
    same_task,
)

from ingest.pipeline import extract
from ingest.readers import read_file

HERE = Path(__file__).parent
SAMPLES = HERE.parent.parent / "data" / "samples"
FOLDERS = ("documents", "documents_b", "documents_c", "documents_d", "documents_e", "documents_f", "documents_g",
           "documents_h", "documents_i")
DOCUMENTS = sorted(path for folder in FOLDERS for path in (HERE / folder).glob("*.jsonl"))
GAZETTES = sorted(path.stem for path in (HERE / "samples").glob("*.jsonl"))


@cache
def compared(texts: Path, gold: Path, stem: str) -> Comparison:
    """One text's facts against its annotation."""
    text = next(path for path in texts.glob(f"{stem}.*") if path.suffix in (".txt", ".md"))
    source = read_file(text)
    return compare(annotated(gold / f"{stem}.jsonl"), rows(source, extract(source).facts), source)


def document(gold: Path) -> Comparison:
    return compared(gold.parent, gold.parent, gold.stem)


def gazette(stem: str) -> Comparison:
    return compared(SAMPLES, HERE / "samples", stem)


def name(gold: Path) -> str:
    return gold.stem


@pytest.fixture(scope="module", params=FOLDERS)
def documents(request: pytest.FixtureRequest) -> Comparison:
    return sum((document(gold) for gold in DOCUMENTS if gold.parent.name == request.param), Comparison())


@pytest.mark.parametrize("gold", DOCUMENTS, ids=name)
def test_no_document_is_lost(gold: Path) -> None:
    result = document(gold)
    assert len(result.wrong) <= 1 or result.precision >= 0.85, result.report()
    if result.pairs or result.missed:
        assert result.f1 >= 0.7, result.report()


def test_documents_of_other_places(documents: Comparison) -> None:
    assert documents.precision >= 0.97, documents.report(60)
    assert documents.f1 >= 0.92, documents.report(60)


@pytest.mark.parametrize("kind", KEYS)
def test_every_kind_of_fact(documents: Comparison, kind: str) -> None:
    of_kind = documents.of(kind)
    if not (of_kind.pairs or of_kind.wrong or of_kind.missed):
        pytest.skip(f"no document of this folder holds a {kind}")
    assert of_kind.precision >= 0.93, of_kind.report(60)
    assert of_kind.f1 >= 0.85, of_kind.report(60)


@pytest.mark.parametrize(
    ("agrees", "least"),
    [(same_group, 0.95), (same_post, 0.95), (same_task, 0.95), (same_doc_no, 0.98)],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_found_facts_also_agree(
    documents: Comparison, agrees: Callable[[Row, Row], bool | None], least: float
) -> None:
    differ = [(gold, found) for gold, found in documents.pairs if agrees(gold, found) is False]
    assert documents.rate(agrees) >= least, differ[:20]


@pytest.mark.parametrize("stem", GAZETTES)
def test_sample_gazettes(stem: str) -> None:
    result = gazette(stem)
    assert result.f1 >= 0.98, result.report()
    assert result.rate(same_group) >= 0.95
    assert result.rate(same_task) >= 0.95
    assert result.rate(same_post) >= 0.98


@pytest.mark.parametrize("gold", [gold for gold in DOCUMENTS if "trap" in gold.stem], ids=name)
def test_traps_hold_no_fact(gold: Path) -> None:
    found = [row for row in document(gold).wrong if row["kind"] != "document"]
    assert not found
