"""Facts for tests, written short: rows as `gongbao extract` writes them."""

from __future__ import annotations

from typing import Any

from graph.resolve import Resolution

Row = dict[str, Any]


class Gazette:
    """One source. Facts follow the document added last; every one gets a place of its own."""

    def __init__(self, source: str, jurisdiction: str | None = "云溪县") -> None:
        self.source = source
        self.at = 0
        self.current: Row | None = None
        self.rows: list[Row] = []
        self._add("issue", title=None, number=None, date=None, jurisdiction=jurisdiction)

    def _add(self, kind: str, **fields: Any) -> Row:
        self.at += 100
        row = {
            "kind": kind,
            "source": self.source,
            "start": self.at,
            "end": self.at + 9,
            "document": None,
            "doc_no": None,
            **fields,
        }
        if self.current is not None and kind != "document":
            row |= {"document": self.current["start"], "doc_no": self.current["doc_no"]}
        self.rows.append(row)
        return row

    def document(
        self,
        date: str | None,
        title: str = "关于有关事项的通知",
        number: str | None = None,
        issuer: str = "云溪县人民政府",
    ) -> Row:
        self.current = self._add("document", title=title, issuers=[issuer], date=date, jurisdiction=None)
        self.current["doc_no"] = number
        return self.current

    def member(self, group: str, name: str, post: str | None = None, role: str = "成员", **more: Any) -> Row:
        fields = {
            "group": group,
            "role": role,
            "member_kind": "person",
            "member": name,
            "post": post,
            "parent": None,
            "by_post": False,
        }
        return self._add("membership", **{**fields, **more})

    def change(self, group: str, action: str, **more: Any) -> Row:
        return self._add(
            "group_change",
            **{"group": group, "action": action, "member": None, "role": None, "new_name": None, **more},
        )

    def task(self, name: str, role: str = "责任单位", start: int | None = None) -> Row:
        return self._add("task", role=role, name=name, task="推进工作", task_start=start, task_end=start)

    def oversight(self, person: str, relation: str, target: str) -> Row:
        return self._add("oversight", person=person, relation=relation, target=target, post=None)

    def permit(self, unit: str, legal_rep: str) -> Row:
        rest = {"holders": 3, "category": "法定行政机关", "holder": None, "number": None}
        return self._add("permit", unit=unit, legal_rep=legal_rep, **rest)

    def appointment(self, action: str, person: str, post: str) -> Row:
        return self._add("appointment", action=action, person=person, post=post)


def entity(resolution: Resolution, identity: str | None) -> Row:
    """The entity row with this id."""
    return next(row for row in resolution.rows if row["kind"] == "entity" and row["id"] == identity)


def spot(row: Row, field: str = "member") -> str:
    """How judgements.csv writes a mention."""
    return f"{row['source']}:{row['start']}-{row['end']}#{field}"
