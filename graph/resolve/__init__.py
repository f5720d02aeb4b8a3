"""Which names are one real person, unit or group, in which place, and from when to when. Pure: knows only
facts.

resolve(rows, judgements) -> Resolution(rows, joins, doubts, printed_only, stale)
apply_corrections(rows, corrections) -> (rows, stale)
"""

from graph.resolve.judgements import apply_corrections, read_corrections, read_judgements
from graph.resolve.resolution import Resolution, resolve

__all__ = ["Resolution", "apply_corrections", "read_corrections", "read_judgements", "resolve"]
