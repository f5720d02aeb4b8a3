"""Banks: which branch of which bank a name means."""

from __future__ import annotations

from graph.resolve.forms import BANK, BANKS
from graph.resolve.place import Place
from graph.resolve.places import Places
from graph.resolve.unit import Unit


def bank_branch(text: str, context: Place, places: Places) -> Unit | None:
    """农业银行同心县支行, 农行, 人民银行吴忠中心支行: a bank's branch at a place."""
    if ("行" not in text and "信用" not in text) or not (m := BANK.match(text)):
        return None
    before, bank, after = m[1], BANKS[m[2]], m[3]
    # 宁夏银行吴忠分行: the place in front names the bank, only the one behind is where it stands.
    place, rest = (None, before) if bank == "银行" and after else _placed(before, context, places)
    if after:
        behind, more = _placed(after, context, places)
        place, rest = behind or place, rest + more
    at = place or context
    return Unit((at.key, f"{rest}{bank}", ""), at, text, "bank", "bank branch")


def _placed(text: str, context: Place, places: Places) -> tuple[Place | None, str]:
    place, rest = places.take(text, context)
    if place is None and text:
        if (level := places.by_level_word(text + "行", context)) and level[1] == "行":
            return level[0], ""
        if near := places.short(text, context):
            place, rest = near[0], text[near[1] :]
    return place, rest
