"""Measures on networks small enough to see through."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from queries.catalogue import find
from queries.measures import brokers, shortest_path

DAY = date(2021, 6, 30)


class Town:
    """Answers the queries of the measures from a list of links (person, group)."""

    def __init__(self, *links: tuple[str, str]) -> None:
        self.links = links
        self.levels = 0

    def read(self, cypher: str, params: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        params = params or {}
        if "frontier" not in params:
            return [{"person_name": p, "person_id": p, "group_id": g} for p, g in sorted(self.links)]
        self.levels += 1
        both = sorted([*self.links, *((g, p) for p, g in self.links)])
        return [
            {"start_name": a, "start_id": a, "relation": "MEMBER_OF", "end_name": b, "end_id": b}
            for a, b in both
            if a in params["frontier"]
        ]


def path(town: Town, start: str, goal: str, steps: int = 8) -> list[str]:
    params = {"from": start, "to": goal, "as_of": DAY, "steps": steps}
    rows = shortest_path(town, find("shortest-path"), params)
    assert [row["step"] for row in rows] == list(range(1, len(rows) + 1))
    assert all(one["end_id"] == two["start_id"] for one, two in pairwise(rows))
    return [rows[0]["start_id"], *(row["end_id"] for row in rows)] if rows else []


TOWN = [("甲", "一"), ("乙", "一"), ("乙", "二"), ("丙", "二"), ("丙", "三"), ("丁", "三"), ("戊", "四")]


@pytest.mark.parametrize(
    ("start", "goal", "expected"),
    [
        ("甲", "乙", ["甲", "一", "乙"]),
        ("甲", "丁", ["甲", "一", "乙", "二", "丙", "三", "丁"]),
        ("丁", "甲", ["丁", "三", "丙", "二", "乙", "一", "甲"]),
        ("甲", "戊", []),
        ("甲", "甲", []),
    ],
)
def test_the_shortest_path(start: str, goal: str, expected: list[str]) -> None:
    assert path(Town(*TOWN), start, goal) == expected


def test_a_path_longer_than_allowed_is_none() -> None:
    assert path(Town(*TOWN), "甲", "丁", steps=5) == []
    assert path(Town(*TOWN), "甲", "丁", steps=6)


def test_one_query_a_level() -> None:
    town = Town(*TOWN)
    path(town, "甲", "丁")
    assert town.levels == 6


def test_who_joins_two_circles_is_the_broker() -> None:
    circles = [(p, g) for g, people in {"一": "甲乙丙", "二": "丙丁戊"}.items() for p in people]
    rows = brokers(Town(*circles), find("brokers"), {"limit": 2, "pool": 10, "as_of": DAY})
    assert [row["person_name"] for row in rows] == ["丙", "丁"]
    assert rows[0]["groups"] == 2
    assert rows[0]["betweenness"] > rows[1]["betweenness"] == 0
