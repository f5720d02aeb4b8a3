"""The same gazette in another make states the same facts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import rewrites
from hypothesis import given, settings
from hypothesis import strategies as st
from scoring import KEYS, Units, fold

from ingest.facts import Membership
from ingest.layout.lines import Page
from ingest.pipeline import extract
from ingest.readers import read_file
from ingest.source import Source

SAMPLES = sorted(
    path for path in (Path(__file__).parents[2] / "data" / "samples").iterdir()
    if path.suffix in (".txt", ".md") and path.stem != "README"
)
HARD_WRAPPED = "huaichuan-2022-01"  # wrapping it again would leave lines of two lengths, which nobody prints
a_sample = pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
examples = settings(max_examples=12, deadline=None, derandomize=True)

SCRAPS = "组长：副成员\n\t |、，。（）一二12县局任命免去责任单位王 　*#\f"
Facts = Counter[tuple[Any, ...]]


def folded(source: Source, facts: Iterable[Any]) -> Facts:
    """Facts without what layout changes: place and spelling."""
    units = Units(source)
    rows = [fact.to_json() for fact in facts if fact.kind in KEYS]
    return Counter(
        (row["kind"], KEYS[row["kind"]](row, units), fold(row.get("group")), fold(row["doc_no"]))
        for row in rows
    )


def facts_of(text: str, name: str) -> Facts:
    source = Source(name, text)
    return folded(source, extract(source).facts)


@cache
def original(path: Path) -> tuple[str, Facts]:
    source = read_file(path)
    return source.text, facts_of(source.text, path.name)


def assert_same(path: Path, text: str, allowed: float = 0.0) -> None:
    """`text` states what the sample states; `allowed` is the share that may be lost or won."""
    _, expected = original(path)
    found = facts_of(text, path.name)
    lost, won = expected - found, found - expected
    assert lost.total() + won.total() <= 2 * allowed * expected.total(), (list(lost)[:12], list(won)[:12])


@pytest.mark.parametrize(
    "path", [path for path in SAMPLES if path.stem != HARD_WRAPPED], ids=lambda path: path.stem
)
@pytest.mark.parametrize("spaced", [False, True], ids=["close", "spaced"])
@given(width=st.integers(14, 60))
@examples
def test_hard_wrapped_at_any_width(path: Path, spaced: bool, width: int) -> None:
    assert_same(path, rewrites.wrapped(original(path)[0], width, spaced=spaced), allowed=0.015)


@a_sample
@given(lines=st.integers(9, 60), head=st.sampled_from(["", "槐川县人民政府公报", "2021年第2期"]))
@examples
def test_page_numbers_and_form_feeds_anywhere(path: Path, lines: int, head: str) -> None:
    assert_same(path, rewrites.paged(original(path)[0], lines, head), allowed=0.015)


@a_sample
@pytest.mark.parametrize("pad", ["", " ", "  ", "　", "　　", "\xa0"])
def test_padded_names(path: Path, pad: str) -> None:
    source = read_file(path)
    people = {
        fact.member for fact in extract(source).facts
        if isinstance(fact, Membership) and fact.member_kind == "person" and len(fact.member) == 2
    }
    assert_same(path, rewrites.padded(source.text, people, pad))


@a_sample
@pytest.mark.parametrize("blank", ["\xa0", "　", " ", "\u2003"])
def test_other_blanks(path: Path, blank: str) -> None:
    assert_same(path, rewrites.with_blanks(original(path)[0], blank))


@a_sample
def test_other_line_ends(path: Path) -> None:
    assert_same(path, original(path)[0].replace("\n", "\r\n"))


@a_sample
@pytest.mark.parametrize(
    "rewrite", [rewrites.full_width, rewrites.traditional, rewrites.spaced_out, rewrites.marked],
    ids=lambda rewrite: rewrite.__name__,
)
def test_other_characters_and_marks(path: Path, rewrite: Any) -> None:
    assert_same(path, rewrite(original(path)[0]))


@a_sample
@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_other_encodings(path: Path, encoding: str, tmp_path: Path) -> None:
    copy = tmp_path / path.name
    copy.write_bytes(original(path)[0].encode(encoding))
    assert_same(path, read_file(copy).text)


@a_sample
def test_traditional_in_big5(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / path.name
    copy.write_bytes(rewrites.taiwan(original(path)[0]).encode("big5hkscs", errors="ignore"))
    assert_same(path, read_file(copy).text, allowed=0.02)


@a_sample
def test_facts_point_into_the_text(path: Path) -> None:
    source = read_file(path)
    for fact in extract(source).facts:
        assert 0 <= fact.start < fact.end <= len(source.text)


@given(text=st.text(st.sampled_from(SCRAPS), max_size=400))
@settings(max_examples=150, deadline=None, derandomize=True)
def test_no_text_breaks_the_reading(text: str) -> None:
    for fact in extract(Source("any.txt", text)).facts:
        assert 0 <= fact.start <= fact.end <= len(text)


def notices() -> Iterator[str]:
    """The notices among the annotated documents whose lines are paragraphs or rows, without tables."""
    for path in sorted(Path(__file__).parent.glob("documents*/*.txt")):
        text = path.read_bytes().decode("utf-8", "replace")
        plain = not re.search(r"[|\t<]|[一-鿿] {4,}[一-鿿]", text) and not any(Page(text).modes)
        if plain and len(text) > 200 and re.search("关于.*的(?:通知|函|决定)$", text.partition("\n")[0]):
            yield text


@a_sample
def test_blanks_between_figures_and_han(path: Path) -> None:
    assert_same(path, rewrites.figures_apart(original(path)[0]), allowed=0.01)


def stated(text: str) -> Facts:
    """The facts by kind and fields alone: two names of one group, its place with it or not, are the same."""
    return Counter(row[:2] for row in facts_of(text, "notice.txt").elements())


def test_notices_on_one_line() -> None:
    total = differ = 0
    for text in notices():
        expected, found = stated(text), stated(rewrites.one_line(text))
        total += expected.total()
        differ += (expected - found).total() + (found - expected).total()
    assert total > 500
    assert differ <= 0.05 * total
