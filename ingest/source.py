"""One text as it was read: the ground that every offset points into."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Source:
    """A file's untouched text.

    `name` is the file's base name. `pages` holds the offset at which each page starts, empty for formats
    without pages.
    """

    name: str
    text: str
    pages: tuple[int, ...] = field(default=())

    def page(self, offset: int) -> int | None:
        """The 1-based page on which the code point `offset` stands, None without pages."""
        return bisect_right(self.pages, offset) or None if self.pages else None
