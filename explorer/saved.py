"""Saved views: a name, the view's address and where everything stood, one JSON object a line beside the
graph."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from explorer.ask import store


@dataclass(frozen=True, slots=True)
class View:
    """A view as it was saved. `places`: node id → {x, y} in the drawing's own units."""

    id: str
    name: str
    params: dict[str, str]
    places: dict[str, dict[str, float]]
    saved: str


def _file() -> Path:
    return store().target.keep / "views.jsonl"


def save(name: str, params: Mapping[str, str], places: Mapping[str, Any]) -> View:
    """Append a view; a later one of the same name takes its place in the list. Raises OSError."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    key = hashlib.blake2b(f"{name}\n{now}\n{params}".encode(), digest_size=6).hexdigest()
    view = View(
        key,
        name,
        dict(params),
        {node: {"x": float(p["x"]), "y": float(p["y"])} for node, p in places.items()},
        now,
    )
    _file().parent.mkdir(parents=True, exist_ok=True)
    with _file().open("a", encoding="utf-8") as out:
        out.write(json.dumps(asdict(view), ensure_ascii=False) + "\n")
    return view


def views() -> list[View]:
    """Every saved view, newest first, one of each name. A line that is no view is passed over."""
    try:
        lines = _file().read_text(encoding="utf-8").splitlines()
    except OSError:
        return []
    found: dict[str, View] = {}
    for line in lines:
        try:
            view = View(**json.loads(line))
        except (TypeError, ValueError):
            continue
        found.pop(view.name, None)
        found[view.name] = view
    return list(reversed(found.values()))


def view(key: str) -> View | None:
    """The saved view with this id."""
    return next((found for found in views() if found.id == key), None)
