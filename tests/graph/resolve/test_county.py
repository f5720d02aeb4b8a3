"""The generated county: pairs, terms and members on any day against the truth, and no say for the order."""

from __future__ import annotations

import json
import random
from functools import cache
from typing import Any

import pytest

from graph.resolve import Resolution, resolve
from tests.graph.resolve.county_gazettes import County
from tests.graph.resolve.measure import pairs

SEEDS = (1, 2, 3)
FIELDS = {"person": ("member", "person", "name"), "unit": ("name", "host", "post_unit"), "group": ("group",)}


@cache
def resolved(seed: int) -> Resolution:
    return resolve(County(seed).rows)


def true_rows(seed: int) -> list[dict[str, Any]]:
    return [row for row in resolved(seed).rows if "truth" in row]


def labels(seed: int, kind: str) -> list[tuple[Any, Any]]:
    found = []
    for row in true_rows(seed):
        for field in FIELDS[kind]:
            true = row["truth"].get(field)
            if true is not None and (kind == "group" or isinstance(true, int) == (kind == "person")):
                found.append((true, row[f"{field}_id"]))
    return found


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(
    ("kind", "precision", "recall"), [("person", 0.998, 0.97), ("unit", 0.99, 0.95), ("group", 0.995, 0.97)]
)
def test_mentions_of_one_thing_share_an_id(seed: int, kind: str, precision: float, recall: float) -> None:
    p, r = pairs(labels(seed, kind))
    assert p >= precision
    assert r >= recall


def holds(since: str | None, until: str | None, day: str) -> bool:
    return since is not None and since <= day and (until is None or day < until)


@pytest.mark.parametrize("seed", SEEDS)
def test_terms_and_the_members_on_any_day(seed: int) -> None:
    rows = [row for row in true_rows(seed) if "since" in row["truth"]]
    for end in ("since", "until"):
        assert sum(row[end] == row["truth"][end] for row in rows) >= 0.97 * len(rows)
    right = found = wanted = 0
    days = sorted({row["since"] for row in rows if row["since"]})
    for day in random.Random(seed).sample(days, 12):
        true = {
            (r["truth"]["group"], r["truth"]["member"])
            for r in rows
            if holds(r["truth"]["since"], r["truth"]["until"], day)
        }
        named = {
            (r["truth"]["group"], r["truth"]["member"]) for r in rows if holds(r["since"], r["until"], day)
        }
        right, found, wanted = right + len(true & named), found + len(named), wanted + len(true)
    assert 2 * right / (found + wanted) >= 0.98


def test_the_order_of_rows_has_no_say() -> None:
    rows = County(4, months=8).rows
    shuffled = random.Random(7).sample(rows, len(rows))

    def lines(given: list[dict[str, Any]]) -> list[str]:
        resolution = resolve(given)
        found = [
            *resolution.rows,
            *(j.to_json() for j in resolution.joins),
            *(d.to_json() for d in resolution.doubts),
        ]
        return sorted(json.dumps(row, ensure_ascii=False, sort_keys=True) for row in found)

    assert lines(rows) == lines(shuffled)


def test_rows_come_back_in_their_order_with_the_entities_after_them() -> None:
    rows = County(5, months=2).rows
    resolution = resolve(rows)
    assert [(r["kind"], r["source"], r["start"]) for r in resolution.rows[: len(rows)]] == [
        (r["kind"], r["source"], r["start"]) for r in rows
    ]
    assert {r["kind"] for r in resolution.rows[len(rows) :]} == {"entity"}
    again = resolve(resolution.rows)
    assert again.rows == resolution.rows


def test_ids_tell_no_names_and_every_id_has_an_entity() -> None:
    resolution = resolved(1)
    entities = {r["id"] for r in resolution.rows if r["kind"] == "entity"}
    for row in resolution.rows:
        for field, value in row.items():
            if field.endswith("_id") and value and row["kind"] != "entity":
                assert value in entities
    assert all(identity.isascii() for identity in entities)


def test_ids_stay_when_later_gazettes_come() -> None:
    rows = County(6, months=10).rows
    early = [r for r in rows if r["source"] < "yunxi-07"]
    before = {r["id"] for r in resolve(early).rows if r.get("type") in ("unit", "group")}
    after = {r["id"] for r in resolve(rows).rows if r.get("type") in ("unit", "group")}
    assert before <= after


def test_every_join_beyond_equal_spelling_has_a_rule_and_two_evidences() -> None:
    for join in resolved(1).joins:
        assert join.rule
        assert join.left.source
        assert join.right.text
