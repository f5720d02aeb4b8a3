"""What a resolved row leaves unsaid and the schema needs: ids of what only facts know, the document dates."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from itertools import groupby
from typing import Any

from graph.roles import HEAD, role_rank

Row = Mapping[str, Any]
Fields = dict[str, Any]
NAME_LENGTH = 30  # characters of a task's text that serve as its name


def digest(*parts: object) -> str:
    """A stable id without readable data, of whatever `parts` say."""
    return hashlib.blake2b("\x1f".join(map(str, parts)).encode(), digest_size=10).hexdigest()


def fold(text: str) -> str:
    """`text` as it is compared and searched: full-width letters as half-width, runs of blanks as one."""
    return " ".join(unicodedata.normalize("NFKC", text).split())


def annotate(rows: Iterable[Row]) -> list[Fields]:
    """The rows, oldest first, each with the derived fields that `schema.yaml` names."""
    rows = list(rows)
    documents = {(r["source"], r["start"]): r for r in rows if r["kind"] == "document"}
    issues = {r["source"]: r for r in rows if r["kind"] == "issue"}
    names = {r["id"]: r["name"] for r in rows if r["kind"] == "entity"}
    facts = in_order(
        (_fact(row, documents, issues, names) for row in rows if row["kind"] != "entity"), _chronology
    )
    first: dict[str, Fields] = {}
    for fact in facts:
        for name, value in fact.items():
            if name.endswith("_id") and value:
                first.setdefault(value, fact)
    entities = (
        {**_place_of(first.get(row["id"], {})), **row, "jurisdiction": names.get(place, place)}
        for row in rows
        if row["kind"] == "entity"
        for place in [row.get("jurisdiction")]
    )
    ordered = facts + in_order(entities, lambda row: row["id"])
    for number, row in enumerate(ordered):
        row["order"] = number
    return ordered


def in_order(rows: Iterable[Fields], key: Callable[[Row], Any]) -> list[Fields]:
    """The rows sorted by `key` and, where that is equal, by all they say: a total order of distinct rows."""
    ordered = []
    for _, alike in groupby(sorted(rows, key=key), key):
        group = list(alike)
        if len(group) > 1:
            group.sort(key=lambda row: json.dumps(row, ensure_ascii=False, sort_keys=True, default=str))
        ordered += group
    return ordered


def _chronology(row: Row) -> tuple[str, str, int, int, str]:
    """Oldest first, undated last."""
    return row["date"] or "9999", row["source"], row["start"], row["end"], row["kind"]


def _fact(
    row: Row,
    documents: Mapping[tuple[str, int], Row],
    issues: Mapping[str, Row],
    names: Mapping[str, str],
) -> Fields:
    unit = row.get("member_id") if row.get("member_kind") == "unit" else row.get("post_unit_id")
    placed = {
        **row,
        **_surroundings(row, documents, issues),
        "unit_name": names.get(unit or "", row.get("post_unit")),
    }
    return {**placed, **_OWN_FIELDS.get(row["kind"], _none)(placed)}


def _place_of(fact: Row) -> Fields:
    """The evidence of an entity: where it is first named."""
    names = ("source", "start", "end", "page", "doc_no", "document_id", "date")
    return {name: fact.get(name) for name in names}


def _surroundings(row: Row, documents: Mapping[tuple[str, int], Row], issues: Mapping[str, Row]) -> Fields:
    source = row["source"]
    document: Row = row if row["kind"] == "document" else documents.get((source, row.get("document", -1)), {})
    issue = issues.get(source, {})
    printed = row.get("date") if row["kind"] == "issue" else document.get("date")
    dated = _iso(printed)
    return {
        "document_id": digest("document", source, document["start"]) if document else None,
        "document_title": document.get("title"),
        "issue_id": digest("issue", source) if issue else None,
        "date": dated,
        "due": row.get("date") if row["kind"] == "deadline" else None,
        "year": int(dated[:4]) if dated else None,
        "jurisdiction": row.get("jurisdiction") or document.get("jurisdiction") or issue.get("jurisdiction"),
    }


def _iso(text: str | None) -> str | None:
    try:
        return date.fromisoformat(text).isoformat() if text else None
    except ValueError:
        return None


def _none(row: Row) -> Fields:
    return {}


def _post_id(row: Row, text: str | None) -> str | None:
    """One post a unit and title: 县财政局局长 and 财政局局长 of one county are the same post."""
    if not text:
        return None
    unit = row.get("post_unit_id")
    title = fold(text)
    printed = fold(row.get("post_unit") or "")
    if unit and printed and title.startswith(printed) and title != printed:
        title = title.removeprefix(printed)
    return digest("post", unit or row.get("jurisdiction"), title)


def _membership(row: Row) -> Fields:
    rank = role_rank(row["role"])
    by_post = row["member_kind"] == "post"
    return {
        "role_rank": rank,
        "leads": rank == HEAD,
        "post_id": None if by_post else _post_id(row, row.get("post")),
        "member_post_id": _post_id(row, row["member"]) if by_post else None,
    }


def _with_post(row: Row) -> Fields:
    return {"post_id": _post_id(row, row.get("post"))}


def _task(row: Row) -> Fields:
    text = fold(row.get("task") or "")
    start, end = row.get("task_start"), row.get("task_end")
    whole = start is not None and end is not None
    fields = {
        "task_id": digest("task", row["source"], start if whole else row["start"]),
        "task_text": text or None,
        "task_name": _short(text) or row["document_title"] or row["source"],
        "task_start": start if whole else row["start"],
        "task_end": end if whole else row["end"],
        "set_kind": "task",
    }
    if row["kind"] == "deadline":
        return fields
    if row.get("name_id"):
        return {**fields, "name_node_id": row["name_id"]}
    post = _post_id(row, row["name"])
    return {**fields, "name_kind": "post", "name_post_id": post, "name_node_id": post}


def _short(text: str) -> str:
    return text if len(text) <= NAME_LENGTH else text[: NAME_LENGTH - 1] + "…"


def _permit(row: Row) -> Fields:
    return {
        "permit_id": digest("permit", row["source"], row["start"], row["unit"], row.get("holder")),
        "permit_name": row.get("holder") or row["unit"],
        "set_kind": "permit",
    }


def _oversight(row: Row) -> Fields:
    target = row.get("target_id")
    field_id = None if target else digest("field", row.get("jurisdiction"), fold(row["target"]))
    return {**_with_post(row), "field_id": field_id, "oversight_target_id": target or field_id}


def _backup(row: Row) -> Fields:
    """Who stands in for whom has no direction: the pair is put in one order."""
    first, second = sorted((row.get("person_id") or "", row.get("backup_id") or ""))
    return {"person_id": first, "backup_id": second}


def _duty(row: Row) -> Fields:
    return {"duty_text": row.get("full_text") or row["text"]}


def _document(row: Row) -> Fields:
    return {"own_document_id": row["document_id"]}


def _issue(row: Row) -> Fields:
    return {"issue_name": row.get("title") or row["source"]}


_OWN_FIELDS: Mapping[str, Callable[[Row], Fields]] = {
    "membership": _membership,
    "appointment": _with_post,
    "task": _task,
    "deadline": _task,
    "permit": _permit,
    "oversight": _oversight,
    "backup": _backup,
    "duty": _duty,
    "document": _document,
    "issue": _issue,
}
