"""Which printed group names are one group: through its county's name, through adjusting and renaming.

槐川县河湖长制领导小组, 河湖长制工作领导小组                   one group of 槐川县
宣传报道组                                                     one in each parent group
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graph.resolve.context import Row, Setting
from graph.resolve.group_names import core_of, is_empty, is_subgroup, purpose, shortened, without_front
from graph.resolve.names import fold, stable_id
from graph.resolve.place import Place
from graph.resolve.places import Places

_HEAD = re.compile(r"^(?:第一|执行|总)*(?:组长|总指挥|指挥长|召集人|主任)$")
# Documents that name more groups than this speak of each by its own name.
MOST_GROUPS_NAMED = 4
GROUP_FIELDS = ("group", "parent", "new_name")
Key = tuple[str, str]
Named = tuple[Row, Setting]  # a fact that names a group, and where it stands


@dataclass(slots=True)
class GroupNode:
    """One group: its names with how often each is printed, its place, its parent's key.

    `keys` says which key each name was read as; `called` is the day on which the group was renamed last, and
    the key of the name given then.
    """

    key: Key
    place: Place
    parent: Key | None = None
    names: dict[str, int] = field(default_factory=dict)
    keys: dict[str, Key] = field(default_factory=dict)
    first: tuple[str, str] = ("", "")
    called: tuple[str, Key] | None = None
    rules: dict[str, str] = field(default_factory=dict)
    evidence: dict[str, tuple[Row, str]] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What the group is called: the fullest spelling of the name that it was given last, else of all."""
        given = [name for name in self.names if self.called and self.keys[name] == self.called[1]]
        return max(given or self.names, key=lambda name: (len(name), self.names[name], name))

    def rule(self, name: str) -> str:
        """What joins one of the group's other names to the one that it is called by."""
        if self.keys[name] == self.keys[self.name]:
            return "name without its place"
        return self.rules.get(name) or self.rules[self.name]


class Groups:
    """All groups of one call: `read`, then `settle`; `key` then tells the group that a fact names."""

    def __init__(self, places: Places, apart: Sequence[tuple[Named, Named]] = ()) -> None:
        """`apart` are pairs of facts whose groups a judgement calls different."""
        self._places = places
        self._apart = apart
        self._split: set[tuple[str, ...]] = set()
        self.nodes: dict[Key, GroupNode] = {}
        self._same: dict[Key, Key] = {}
        self._in_document: dict[tuple[str, str], dict[str, Key]] = defaultdict(dict)
        self._headed: set[tuple[str, str, str]] = set()
        self._vague: dict[str, set[Key]] = defaultdict(set)
        self._reading: dict[tuple[str, str], tuple[Place, str]] = {}

    def read(self, rows: Sequence[tuple[Row, Setting]]) -> None:
        """Take in every group that `rows` name, and join what documents rename."""
        for row, setting in rows:
            for name in filter(None, (row.get("parent"), row.get("group"), row.get("new_name"))):
                if not self._is_sub(row, name):
                    place, core = self.core(name, setting)
                    if not is_empty(core):
                        self._in_document[setting.place.key, setting.document][core] = (place.key, core)
                        if name == row.get("group") and _HEAD.search(row.get("role") or ""):
                            self._headed.add((setting.document, core, row["member_kind"]))
        for row, setting in rows:
            for which in GROUP_FIELDS:
                if row.get(which):
                    self._take(row, setting, row[which], which)
        for row, setting in rows:
            if row["kind"] == "group_change" and row["action"] == "renames" and row.get("new_name"):
                self._rename(row, setting)
        for (_, document), mains in sorted(self._in_document.items()):
            self._join_variants(document, mains)
            self._join_vague(document, mains)

    def _rename(self, row: Row, setting: Setting) -> None:
        """Make the group and the one under its new name one, which is called so from this document's day."""
        given = self._own_key(row, setting, row["new_name"])
        self._join(self.key(row, setting, row["group"]), self._root(given), "renamed")
        node = self.nodes[self._root(given)]
        node.called = max(node.called or ("", given), (setting.date or "", given))

    def _join_variants(self, document: str, mains: dict[str, Key]) -> None:
        """A document that speaks of one group names it shorter or misprints it: 土壤普查领导小组 for
        第三次全国土壤普查领导小组. Where both have a head told alike (by name, post or unit), they are two."""
        if len(mains) > MOST_GROUPS_NAMED:
            return
        for core in sorted(mains, key=lambda core: (-len(core), core)):
            fuller = {
                self._root(mains[other])
                for other in mains
                if other != core
                and not self._both_headed(document, core, other)
                and shortened(core, other)
            }
            if len(fuller) == 1:
                self._join(mains[core], fuller.pop(), "short or misprinted in one document")

    def _both_headed(self, document: str, left: str, right: str) -> bool:
        """Whether a document gives both groups a head in one way; it may list one group by posts and by names."""
        return any(
            {(document, left, kind), (document, right, kind)} <= self._headed for kind in ("person", "post", "unit")
        )

    def _join_vague(self, document: str, mains: dict[str, Key]) -> None:
        """专项整治领导小组 is the one group of the document whose name has 专项整治 in it."""
        for key in sorted(self._vague.get(document, ())):
            told = purpose(key[1])
            meant = {self._root(main) for core, main in mains.items() if told and told in core}
            if len(meant) == 1 and not any((document, key[1], kind) in self._headed for kind in ("person", "post")):
                self._join(key, meant.pop(), "short or misprinted in one document")

    def settle(self, pairs: Iterable[tuple[Key, Key]]) -> None:
        """Join the pairs of keys that a judgement makes one; every node's parent is final after that."""
        for left, right in pairs:
            self._join(left, right, "judged the same")
        self._join_subgroups()
        self._fold_nodes()

    def core(self, name: str, setting: Setting) -> tuple[Place, str]:
        """The place that a group belongs to, and its name without place, 工作 and marks."""
        cached = self._reading.get((name, setting.place.key))
        if cached is None:
            cached = self._reading[name, setting.place.key] = self._core(name, setting.place)
        return cached

    def _core(self, name: str, context: Place) -> tuple[Place, str]:
        text = without_front(fold(name))
        place, rest = self._places.take(text, context)
        if place is None and (word := self._places.by_level_word(text, context)):
            place, rest = word
        return place or context, core_of(rest or text)

    @staticmethod
    def _is_sub(row: Row, name: str) -> bool:
        parent = row.get("parent")
        return bool(parent) and name == row.get("group") and fold(name) != fold(parent)

    def key(self, row: Row, setting: Setting, name: str) -> Key:
        """The key of the group that `name` means in this fact, after all joins."""
        return self._root(self._own_key(row, setting, name))

    def key_of(self, row: Row, setting: Setting) -> Key:
        """The key of a fact's own group."""
        return self.key(row, setting, row["group"])

    def split(self, left: Named, right: Named) -> None:
        """Take the right fact's group for one of its own, with all that its document calls so unless the left
        fact stands there, too. Before `read`."""
        (one, here), (other, there) = left, right
        name = fold(other["group"])
        both = here.document == there.document and fold(one["group"]) == name
        self._split.add((other["source"], str(other["start"]), name) if both else (there.document, name))

    def _root(self, key: Key) -> Key:
        while key in self._same:
            key = self._same[key]
        return key

    def _own_key(self, row: Row, setting: Setting, name: str) -> Key:
        place, core = self.core(name, setting)
        if (setting.document, fold(name)) in self._split:
            return setting.document, core
        if (row["source"], str(row["start"]), fold(name)) in self._split:
            return setting.document, f"{core}~{row['start']}"
        if self._is_sub(row, name):
            above = self._own_key(naming_group(row, "parent"), setting, row["parent"])
            return stable_id("", *above), core
        mains = self._in_document[setting.place.key, setting.document]
        if is_empty(core):
            fuller = [key for other, key in mains.items() if other.endswith(core)]
            if len(fuller) == 1:
                return fuller[0]
            self._vague[setting.document].add((setting.document, core))
            return setting.document, core
        if is_subgroup(core) and row["kind"] != "group_change" and core not in fold(setting.title):
            return setting.document, core
        return place.key, core

    def _take(self, row: Row, setting: Setting, name: str, which: str) -> None:
        key = self._own_key(row, setting, name)
        node = self.nodes.get(key)
        if node is None:
            node = self.nodes[key] = GroupNode(key, self.core(name, setting)[0])
        if which == "group" and self._is_sub(row, name):
            node.parent = self._own_key(naming_group(row, "parent"), setting, row["parent"])
        spelled = fold(name)
        node.names[spelled] = node.names.get(spelled, 0) + 1
        node.keys.setdefault(spelled, key)
        node.evidence.setdefault(spelled, (row, which))
        when = (setting.order[0] or "9999", setting.order[3])
        if not node.first[0] or when < node.first:
            node.first = when

    def _join(self, left: Key, right: Key, rule: str) -> None:
        """Make the two one; the one that is printed first in time gives the key."""
        left, right = self._root(left), self._root(right)
        if left == right or left not in self.nodes or right not in self.nodes:
            return
        if any({self.key_of(*a), self.key_of(*b)} == {left, right} for a, b in self._apart):
            return
        kept, gone = sorted((self.nodes[left], self.nodes[right]), key=lambda node: (node.first, node.key))
        self._same[gone.key] = kept.key
        kept.rules.update({name: gone.rules.get(name, rule) for name in gone.names})
        kept.first = min(kept.first, gone.first)
        kept.called = max(filter(None, (kept.called, gone.called)), default=None)
        for name, count in gone.names.items():
            kept.names[name] = kept.names.get(name, 0) + count
            kept.keys.setdefault(name, gone.keys[name])
            kept.evidence.setdefault(name, gone.evidence[name])
        del self.nodes[gone.key]

    def _join_subgroups(self) -> None:
        """宣传组 of a group and 宣传组 of what turned out to be the same group are one."""
        first: dict[Key, Key] = {}
        for key in sorted(self.nodes):
            node = self.nodes.get(key)
            if node and node.parent:
                above = stable_id("", *self._root(node.parent))
                self._join(first.setdefault((above, key[1]), key), key, "subgroup of one group")

    def _fold_nodes(self) -> None:
        for node in self.nodes.values():
            if node.parent:
                parent = self._root(node.parent)
                node.parent = None if parent == node.key else parent

    @staticmethod
    def id(key: Key) -> str:
        return stable_id("g_", *key)


def naming_group(row: Row, where: str) -> Row:
    """The fact as one of the very group that its field `where` names: its parent, say, and not its own."""
    return row if where == "group" else row | {"group": row[where], "parent": None}
