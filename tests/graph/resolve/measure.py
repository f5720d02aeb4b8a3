"""How well ids agree with the truth: precision and recall over pairs of mentions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable


def pairs(labels: Iterable[tuple[Hashable, Hashable]]) -> tuple[float, float]:
    """Precision and recall of the pairs that share an id, from (true, found) of each mention."""
    both: Counter[tuple[Hashable, Hashable]] = Counter(labels)
    true: Counter[Hashable] = Counter()
    found: Counter[Hashable] = Counter()
    for (a, b), count in both.items():
        true[a] += count
        found[b] += count
    right, wanted, given = (sum(n * (n - 1) // 2 for n in c.values()) for c in (both, true, found))
    return (right / given if given else 1.0), (right / wanted if wanted else 1.0)
