"""The facts that a gazette states: one class per kind, one JSON object per fact.

    组长：王大明  县委副书记、县长      →  Membership(role="组长", member="王大明", post="县委副书记、县长", …)

`start` and `end` are code points in the untouched source text, half open. Beside the fields of its own kind
every fact carries `document`, the `start` of the Document fact that it stands in (None outside any document),
and `page` where the source has pages.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any, ClassVar


@dataclass(kw_only=True, slots=True)
class Fact:
    """What every fact has. Field names and meanings are public: they are the JSON keys."""

    kind: ClassVar[str] = ""

    source: str = ""
    start: int
    end: int
    doc_no: str | None = None
    document: int | None = None
    page: int | None = None

    def to_json(self) -> dict[str, Any]:
        """The fact as a JSON-ready dict, `kind` first; `page` only where there is one."""
        row = {"kind": self.kind, **asdict(self)}
        if self.page is None:
            del row["page"]
        return row


@dataclass(kw_only=True, slots=True)
class Issue(Fact):
    """The gazette issue or file itself: what it calls itself and whose it is. One a source."""

    kind: ClassVar[str] = "issue"
    title: str | None = None
    number: str | None = None
    date: str | None = None
    jurisdiction: str | None = None


@dataclass(kw_only=True, slots=True)
class Document(Fact):
    """One document body: number, title, issuers, date (ISO), and the jurisdiction its issuers belong to."""

    kind: ClassVar[str] = "document"
    title: str
    issuers: list[str] = field(default_factory=list)
    date: str | None = None
    jurisdiction: str | None = None


@dataclass(kw_only=True, slots=True)
class Membership(Fact):
    """One member of a leading group, joint conference, command, committee, office or subgroup.

    `by_post` marks lists whose members change with the post (依职务自动更替).
    """

    kind: ClassVar[str] = "membership"
    group: str | None
    role: str
    member_kind: str
    member: str
    post: str | None = None
    parent: str | None = None
    by_post: bool = False


@dataclass(kw_only=True, slots=True)
class GroupOffice(Fact):
    """领导小组办公室设在县财政局: where a group's office is placed."""

    kind: ClassVar[str] = "group_office"
    group: str | None
    host: str
    parent: str | None = None


@dataclass(kw_only=True, slots=True)
class GroupChange(Fact):
    """What a document does to a group that exists, beyond listing it.

    `action`: establishes (成立), adjusts (调整: a new full list), amends (增补: touches only whom it names),
    renames (更名为; `new_name`), ends (撤销), leaves (不再担任: `member`, `role`).
    """

    kind: ClassVar[str] = "group_change"
    group: str
    action: str
    member: str | None = None
    role: str | None = None
    new_name: str | None = None


@dataclass(kw_only=True, slots=True)
class Permit(Fact):
    """One row of a register of enforcement bodies (行政执法主体) or permit holders (执法证)."""

    kind: ClassVar[str] = "permit"
    unit: str
    holders: int | None = None
    legal_rep: str | None = None
    category: str | None = None
    holder: str | None = None
    number: str | None = None


@dataclass(kw_only=True, slots=True)
class Task(Fact):
    """One unit or leader named for one task (责任单位：县水务局)."""

    kind: ClassVar[str] = "task"
    role: str
    name: str
    task: str | None = None
    task_start: int | None = None
    task_end: int | None = None


@dataclass(kw_only=True, slots=True)
class Deadline(Fact):
    """One task's printed time limit (完成时限：2020年8月底前); `date` is its last day where it has one."""

    kind: ClassVar[str] = "deadline"
    value: str
    label: str | None = None
    date: str | None = None
    task: str | None = None
    task_start: int | None = None
    task_end: int | None = None


@dataclass(kw_only=True, slots=True)
class Oversight(Fact):
    """One unit or field in an official's division of work (分管县财政局)."""

    kind: ClassVar[str] = "oversight"
    person: str
    relation: str
    target: str
    post: str | None = None


@dataclass(kw_only=True, slots=True)
class Backup(Fact):
    """Two officials who stand in for each other (互为AB角)."""

    kind: ClassVar[str] = "backup"
    person: str
    backup: str


@dataclass(kw_only=True, slots=True)
class Duty(Fact):
    """One unit's duties in a list of duties; `text` is its first 12 characters, `full_text` all of it."""

    kind: ClassVar[str] = "duty"
    unit: str
    text: str
    full_text: str | None = None


@dataclass(kw_only=True, slots=True)
class Appointment(Fact):
    """One appointment (任命) or removal (免去)."""

    kind: ClassVar[str] = "appointment"
    action: str
    person: str
    post: str | None = None


@dataclass(slots=True)
class Remainder:
    """Text under an in-scope label that no rule understood: its place and the reason."""

    source: str
    start: int
    end: int
    text: str
    reason: str


KINDS: dict[str, type[Fact]] = {
    cls.kind: cls
    for cls in (Issue, Document, Membership, GroupOffice, GroupChange, Permit, Task, Deadline,
                Oversight, Backup, Duty, Appointment)
}


def from_json(row: Mapping[str, Any]) -> Fact:
    """The fact that `row` states; keys it does not know (ids added by resolving) are left out.

    Raises KeyError for an unknown kind and TypeError for a missing field.
    """
    cls = KINDS[row["kind"]]
    known = {f.name for f in fields(cls)}
    return cls(**{key: value for key, value in row.items() if key in known})
