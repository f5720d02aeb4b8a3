"""From a printed unit name to the one organisation that it means in its document.

同心县人力资源和社会保障局, 县人社局, 人社局          one bureau of 同心县, in documents of 同心县
市生态环境局同心分局, 生态环境分局                    one branch of 吴忠市's bureau, for 同心县
县人武部军事科                                        an inner office, part of 县人武部
"""

from __future__ import annotations

import re

from graph.resolve.banks import bank_branch
from graph.resolve.bodies import Body, find_body, is_body, is_field
from graph.resolve.forms import (
    BARE,
    BRANCH,
    COLLECTIVE,
    CONFERENCE,
    FIRM,
    FRONT,
    INNER,
    LEAGUE,
    LOCAL,
    OFFICIALS,
    ZONE,
    collective,
    full_number,
    kind_of,
)
from graph.resolve.issuing import own_part
from graph.resolve.names import fold, plates
from graph.resolve.place import NATION, NOWHERE, Place
from graph.resolve.places import Places
from graph.resolve.unit import Unit


class UnitReader:
    """Reads unit names in the light of the place whose document prints them."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self._read: dict[tuple[str, str, str], Unit | None] = {}

    def read(self, printed: str, context: Place, inherited: Place | None = None) -> Unit | None:
        """The unit that `printed` means in a document of `context`; None for an empty name.

        `inherited` is the place that a list's first item names for those that follow
        (协调市水务局、农业农村局).
        """
        cache = (printed, context.key, inherited.key if inherited else "")
        if cache not in self._read:
            self._read[cache] = self._unit(printed, context, inherited)
        return self._read[cache]

    def _unit(self, printed: str, context: Place, inherited: Place | None) -> Unit | None:
        name = fold(printed)
        if not name:
            return None
        if COLLECTIVE.search(name):
            return Unit(
                (context.key, f"all:{collective(name)}", ""), context, name, "collective", "collective"
            )
        bare, others = plates(name)
        bare = re.sub(r"（[^）]*$|等$", "", bare) or name
        if OFFICIALS.search(bare):
            return Unit((context.key, f"officials:{bare}", ""), context, bare, "officials", "printed")
        unit = self._single(bare, context, inherited)
        if others and unit:
            return Unit(
                unit.key,
                unit.place,
                unit.form,
                unit.kind,
                unit.rule,
                unit.body,
                unit.site,
                unit.parent,
                others,
            )
        return unit

    def _single(self, name: str, context: Place, inherited: Place | None) -> Unit:
        if context.level == "institution" and (own := own_part(FRONT.sub("", name), context)) is not None:
            if own:
                return self._within(own, context, context, "full name")
            name, context = context.name or name, context.parent or NOWHERE
        if league := self._people_front(name, context):
            return league
        text = FRONT.sub("", name)
        if is_body(text):
            return self._of_body(text, inherited or _home(context, text), "name" if text == name else "front")
        if unit := bank_branch(text, context, self.places) or self._branch(text, context):
            return unit
        place, rest = self.places.take(text, context)
        rule = "full name" if place else "name"
        if place is None and (leveled := self.places.by_level_word(text, context)):
            (place, rest), rule = leveled, "level word"
        if place is None and (other := self.places.take_unknown(text)):
            (place, rest), rule = other, "full name"
        if place is not None and not rest:
            return self._of_body("人民政府", place, "place for its government")
        owner = place or inherited or context
        if place is not None and place is not context and (unit := self._branch(rest, owner)):
            return unit
        return self._within(rest, owner, context, rule)

    def _within(self, rest: str, owner: Place, context: Place, rule: str) -> Unit:
        """The unit `rest` of the jurisdiction `owner`: a standard body, a township's, an inner office, or
        as printed."""
        if not is_body(rest):
            # 县公安局河口派出所 is 河口派出所, whether or not the bureau is printed before it.
            rest = re.sub("^人民政府(?=.)", "政府", re.sub("^公安局(?=.+派出所$)", "", rest))
        if body := find_body(rest):
            return self._of_body(rest, owner if rule == "full name" else _home(owner, rest), rule, body)
        if BARE.fullmatch(rest):  # 办公室, 综合科: inside the body or group of which the document speaks
            return Unit(
                (owner.key, f"{LOCAL}{rest.removesuffix('公室')}", ""), owner, rest, "inner", "printed"
            )
        county = owner.up("county") or owner
        if town := self.places.township(rest, county):
            return self._of_township(*town)
        if infixed := self._infixed(rest, context):
            return infixed
        if zone := ZONE.match(rest):
            own = re.sub(f"^{owner.short}[县区市旗]?", "", zone["own"]) if owner.short else zone["own"]
            return Unit((owner.key, f"zone:{own or zone['kind'] or ''}", ""), owner, rest, "zone", "zone")
        if is_field(rest) and find_body(f"{rest}局"):
            return self._of_body(f"{rest}局", owner, "field for its bureau")
        if len(rest) > 1 and is_body(f"{rest}办"):
            return self._of_body(f"{rest}办", owner, "field for its bureau")
        if inner := self._inner(rest, owner, rule):
            return inner
        kind = kind_of(rest)
        key = (owner.key, full_number(rest), "")
        return Unit(key, owner, rest, kind, rule if kind != "unknown" else "printed")

    def _of_body(self, form: str, place: Place, rule: str, body: Body | None = None) -> Unit:
        body = body or find_body(form)
        assert body is not None
        return Unit((place.key, body.key, ""), place, form, body.kind, rule, body)

    def _of_township(self, town: Place, rest: str) -> Unit:
        """豫海镇, 豫海镇人民政府 and 豫海镇政府 are one; 豫海镇党委 is another, 豫海镇武装部 a third."""
        form = rest or "人民政府"
        if form in ("党委", "党工委", "委员会"):
            form = "党委"
        elif form in ("政府", "办事处", "办", "人民政府"):
            form = "人民政府"
        body = find_body(form)
        kind = "township" if form == "人民政府" else body.kind if body else kind_of(form)
        parent = None if form in ("人民政府", "党委", "人大") else self._of_township(town, "")
        key = body.key if body else form
        return Unit((town.key, key, ""), town, form, kind, "township", body, parent=parent)

    def _people_front(self, name: str, context: Place) -> Unit | None:
        """团县委, 共青团同心县委, 政协同心县委员会: bodies whose place stands in the middle."""
        for pattern, form in ((LEAGUE, "团委"), (CONFERENCE, "政协")):
            if (m := pattern.match(name)) and not is_body(name):
                middle = next((part for part in m.groups() if part), "")
                middle = re.sub("委员会$|委$", "", middle)
                place, rest = self.places.take(middle, context)
                if place is None and middle and (level := self.places.by_level_word(middle + "委", context)):
                    place, rest = level[0], ""
                if not rest or place:
                    return self._of_body(form, place or context, "front")
        return None

    def _branch(self, text: str, context: Place) -> Unit | None:
        """市公安局利通分局, 生态环境分局, 区市场监管分局: a city's bureau in a county or district."""
        m = BRANCH.match(text)
        if not m or is_body(text):
            return None
        place, stem = self.places.take(m[1] if m[2] else m[1] + m[3], context)
        site_text = m[3] if m[2] else ""
        if place is None and (leveled := self.places.by_level_word(stem, context)):
            place, stem = leveled
        if place is None and not site_text and (near := self.places.short(stem, context)):
            site_text, stem = stem[: near[1]], stem[near[1] :]
        body, county = find_body(stem + "局"), context.up("county")
        if body is None:
            # 生态环境同心分局: the bureau's 局 is left out, and the place stands behind the field of work.
            for cut in range(2, len(stem)):
                if (body := find_body(stem[:cut] + "局")) and len(stem) - cut >= 2:
                    site_text, stem = stem[cut:], stem[:cut]
                    break
            else:
                return None
        site = self._site(site_text, county or context)
        if isinstance(site, Place) and place is not None and place.level == "county":
            place = None
        owner = place if place and place.level != "county" else (county.up("prefecture") if county else None)
        if owner is None and county is not None:
            found = self.places.by_level_word("市政府", county)
            owner = found[0] if found else county
        owner = owner or context
        site_key = site.key if isinstance(site, Place) else site
        return Unit(
            (owner.key, body.key, f"@{site_key}"),
            owner,
            text,
            body.kind,
            "branch",
            body,
            site if isinstance(site, Place) else None,
            self._of_body(stem + "局", owner, "branch", body),
        )

    def _site(self, text: str, context: Place) -> Place | str:
        if not text:
            return context
        bare = re.sub("[县区市旗]$", "", text)
        if bare in (context.short, context.name) or text in (context.short, context.name):
            return context
        place, rest = self.places.take(text, context)
        return place if place and not rest else text

    def _infixed(self, rest: str, context: Place) -> Unit | None:
        """吴忠军分区, 国家统计局吴忠调查队: a place's short name before or inside the body's."""
        for at in range(len(rest) - 2):
            if (found := self.places.short(rest[at:], context)) is None:
                continue
            place, length = found
            stem = rest[:at] + rest[at + length :].removeprefix(place.name.removeprefix(place.short))
            stem = re.sub("^[市县区]|(?<=[国局])[市县区]", "", stem)
            for form in (stem, _without_firm(stem, place)):
                if is_body(form):
                    return self._of_body(form, place, "place inside")
            own = context.within(place)
            if (
                at == 0
                and (kind := kind_of(stem)) != "unknown"
                and (own or kind not in ("school", "hospital"))
            ):
                return Unit((place.key, full_number(stem), ""), place, stem, kind, "place inside")
        form = _without_firm(rest, context)
        if form != rest and is_body(form):
            return self._of_body(form, context, "short name")
        return None

    def _inner(self, rest: str, owner: Place, rule: str) -> Unit | None:
        """县人武部军事科, 区综合执法局办公室: an office inside a body known by its own name."""
        for cut in range(len(rest) - 1, 1, -1):
            head, tail = rest[:cut], rest[cut:]
            if (
                (cut > 2 or head == "政府")
                and not tail.startswith("员会")
                and INNER.match(tail)
                and (is_body(head) or (head[-1] in "局院委厅" and find_body(head)))
            ):
                parent = self._of_body(head, _home(owner, head), rule, find_body(head))
                tail = re.sub("^政工", "政治工作", tail)
                key = (parent.key[0], f"{parent.key[1]}/{tail}", "")
                return Unit(key, parent.place, rest, "inner", "inner office", parent=parent)
        return None

    def target(self, printed: str, relation: str, context: Place, inherited: Place | None) -> Unit | None:
        """The unit that an oversight's target is; None where it is a field of work (协助分管财政工作)."""
        name = fold(printed)
        bare, _ = plates(name)
        if relation not in ("分管", "联系", "协调", "联系指导", "归口管理", "管理") or (
            not is_body(bare) and (is_field(bare) or is_body(f"{bare}办"))
        ):
            return None
        unit = self.read(printed, context, inherited)
        return None if unit is None or unit.kind == "unknown" else unit


def _without_firm(name: str, place: Place) -> str:
    """A company's name without its legal form and the places above: 国网宁夏电力有限公司供电公司 → 供电公司."""
    for above in place.chain():
        name = name.replace(above.short, "") if len(above.short) > 1 else name
    return FIRM.sub("", name)


def _home(place: Place, form: str) -> Place:
    """Where a body that prints no place belongs.

    教育部 to the nation, 教育厅 to the province, a 中级 court to the city; in a township or school a bureau to the
    county or city.
    """
    inside = place.level in ("township", "institution") and place.parent
    if inside and re.search("局$|(?<![团纪党工])委$|法院$|检察院$|^委", form):
        return place.up("county") or place.parent or place
    if re.search("[部厅]$", form) and is_field(form[:-1]):
        return NATION if form.endswith("部") else place.up("province") or place
    if form in ("中级人民法院", "中院", "中级法院"):
        return place.up("prefecture") or place
    return place
