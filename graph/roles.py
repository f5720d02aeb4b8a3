"""The order in which a group's roles rank, for rosters and for telling who leads.

    组长：王大明        → 1
    常务副组长：李小红  → 2
    办公室主任：张一    → 5
"""

from __future__ import annotations

import re

HEAD = 1
_RANKS = (
    (5, re.compile("^(联合|领导小组)?办公室(主任|副主任)|联络员")),
    (2, re.compile("(常务|执行|第一)副")),
    (3, re.compile("副")),
    (4, re.compile("秘书长|顾问")),
    (6, re.compile("成员|组员|委员|编辑|责任|参加|配合")),
    (1, re.compile("组长|主任|指挥|召集人|主席|会长|理事长|主编|[站队所林河湖]长|政委|牵头|负责")),
)
_REST = 7


def role_rank(role: str) -> int:
    """1 for whoever leads, 2 and 3 for deputies, 4 for 秘书长, 5 for the office, 6 and more for the rest."""
    return next((rank for rank, pattern in _RANKS if pattern.search(role)), _REST)
