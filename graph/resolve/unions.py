"""Joining what is the same, and keeping apart what must not be joined."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Unions(Generic[T]):
    """Sets that grow together. `root(x)` is the smallest member's stand-in of x's set, whatever the order
    of joins."""

    def __init__(self) -> None:
        self._above: dict[T, T] = {}

    def root(self, item: T) -> T:
        above = self._above
        top = item
        while (higher := above.get(top, top)) != top:
            top = higher
        while (higher := above.get(item, item)) != top:
            above[item], item = top, higher
        return top

    def join(self, left: T, right: T) -> None:
        """Make one of the two sets."""
        a, b = self.root(left), self.root(right)
        if a != b:
            low, high = (a, b) if a < b else (b, a)  # type: ignore[operator]
            self._above[high] = low
