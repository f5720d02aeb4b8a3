"""What an organisation is called: its place and its full form.

县人社局, 人力资源和社会保障局   →  槐川县人力资源和社会保障局
县卫健委                         →  槐川县卫生健康委员会, by the table and by the ending that is printed
农行槐川支行                     →  as printed, for the place stands inside
"""

from __future__ import annotations

import re
from collections import Counter

from graph.resolve.names import most_printed
from graph.resolve.organisations import Organisation
from graph.resolve.place import NATION, Place
from graph.resolve.unit import Unit

_PARTY_NAMES = {
    "委员会": "中共{}委员会",
    "委员会办公室": "中共{}委员会办公室",
    "共青团委员会": "共青团{}委员会",
    "政治协商会议委员会": "政协{}委员会",
}
_SUPERVISION = "纪律检查委员会监察委员会"
_ENDING = re.compile("(?:委员会|委|局|厅|部|办公室|办)$")
_WHOLE = {"委": "委员会", "办": "办公室"}
# The least share of the full form's characters that a printed form which is not cut short has.
_LEAST_SHARE = 0.7


def canonical_name(found: Organisation) -> str:
    """What an organisation is called."""
    unit = found.unit
    unnamed = "@" in unit.place.key or unit.rule == "place inside"
    if unit.kind in ("collective", "officials") or (unnamed and not unit.body):
        return most_printed(found.names.items()) if found.names else unit.form
    place = _place_name(unit.place)
    if unit.kind == "bank":
        return _bank(found, place)
    if unit.body and unit.body.name in _PARTY_NAMES:
        return _PARTY_NAMES[unit.body.name].format(place)
    if unit.site and unit.body:
        return f"{place}{unit.body.name}{unit.site.short}分局"
    if unit.kind == "township" and unit.place.name.endswith("团"):
        return place
    form = _full_form(unit, found)
    return form if form.startswith(place) else place + form


def _place_name(place: Place) -> str:
    """槐川县; a township with its county; 县 or 市 for one that nothing names."""
    if place.level in ("nation", "unknown"):
        return ""
    return place.parent.name + place.name if place.level == "township" and place.parent else place.name


def _bank(found: Organisation, place: str) -> str:
    """The printed name that has the place in it, else the place before the bank."""
    short = found.unit.place.short
    local = [(name, count) for name, count in found.names.items() if short and short in name]
    return most_printed(local) if local else place + found.unit.key[1]


def _full_form(unit: Unit, found: Organisation) -> str:
    """The printed form that is not cut short; the table's, or what a composed bureau's fields give, where all
    are."""
    forms = Counter({form: n for form, n in found.forms.items() if not re.search("分局$|部门$", form)})
    if unit.body is None or unit.place.level == "institution":
        return most_printed(forms.items()) if forms and not unit.site else unit.form
    if unit.body.name.startswith("委"):
        return "中央" + unit.body.name[1:] if unit.place is NATION else unit.body.name
    if unit.body.name == _SUPERVISION and not any("监" in name for name in found.names):
        return "纪律检查委员会"
    longest = max(map(len, (unit.body.name, *forms)))
    full = {form: count for form, count in forms.items() if len(form) >= _LEAST_SHARE * longest}
    if full:
        return most_printed(full.items())
    return _with_ending(unit.body.name, most_printed(forms.items())) if forms else unit.body.name


def _with_ending(name: str, printed: str) -> str:
    """The full name with the ending that the short one prints: 发改委 → 发展和改革委员会."""
    ending, whole = _ENDING.search(printed), _ENDING.search(name)
    return name[: whole.start()] + _WHOLE.get(ending[0], ending[0]) if ending and whole else name
