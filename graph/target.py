"""Which graph is meant: a folder of ours, or a Neo4j address with its credentials.

`--graph` or GONGBAO_GRAPH, then the ecosystem's variables (NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD,
NEO4J_DATABASE, from the environment or a `.env` in the working folder), then `graph` under GONGBAO_HOME.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit, urlunsplit

from ingest.errors import Problem

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")


@dataclass(frozen=True, slots=True)
class Target:
    """A graph that can be opened. `keep` is the folder of what we hold beside it: sources, writer's lock."""

    keep: Path
    uri: str | None = None
    user: str = ""
    password: str = ""
    database: str | None = None

    @property
    def embedded(self) -> bool:
        """Whether the graph is the embedded one, in `keep` itself."""
        return self.uri is None

    @property
    def exists(self) -> bool:
        """Whether an embedded graph has been made; a Neo4j is taken to exist."""
        from graph.arcade import database_folder

        return not self.embedded or database_folder(self.keep).is_dir()

    @property
    def zh(self) -> str:
        """What a person is told about it, never with the password."""
        return f"内置图（{self.keep}）" if self.embedded else f"Neo4j {self.address}"

    @property
    def en(self) -> str:
        """The same in English."""
        return f"embedded graph ({self.keep})" if self.embedded else f"Neo4j {self.address}"

    @property
    def address(self) -> str:
        """URI and database."""
        return f"{self.uri}/{self.database}" if self.database else str(self.uri)


def home() -> Path:
    """Where Gongbao keeps everything: GONGBAO_HOME, or the platform's user data folder."""
    import platformdirs

    named = os.environ.get("GONGBAO_HOME")
    return Path(named).expanduser() if named else Path(platformdirs.user_data_dir("gongbao", appauthor=False))


def find_target(graph: str | None = None) -> Target:
    """The graph that `graph` (a URI, a folder, or None for the variables and the default) means.

    Raises Problem for an address of an unknown scheme.
    """
    env = {**_dotenv(), **os.environ}
    chosen = graph or env.get("GONGBAO_GRAPH") or env.get("NEO4J_URI") or ""
    if "://" in chosen:
        return _neo4j(chosen, env)
    folder = Path(chosen).expanduser() if chosen else home() / "graph"
    return Target(keep=folder.resolve())


def _neo4j(address: str, env: Mapping[str, str]) -> Target:
    parts = urlsplit(address)
    if parts.scheme not in SCHEMES or not parts.hostname:
        known = ", ".join(SCHEMES)
        raise Problem(
            f"图数据库地址 {_without_user(address)} 无法识别：请用 {known} 之一，或一个文件夹",
            f"graph address {_without_user(address)} is not understood: use one of {known}, or a folder",
        )
    uri = _without_user(address)
    database = env.get("NEO4J_DATABASE") or parts.path.strip("/") or None
    kept_as = hashlib.blake2b(f"{uri} {database}".encode(), digest_size=8).hexdigest()
    return Target(
        keep=home() / "neo4j" / kept_as,
        uri=uri,
        user=unquote(parts.username or "") or env.get("NEO4J_USERNAME") or env.get("NEO4J_USER") or "neo4j",
        password=unquote(parts.password or "") or env.get("NEO4J_PASSWORD") or "",
        database=database,
    )


def _without_user(address: str) -> str:
    parts = urlsplit(address)
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], "", "", ""))


def _dotenv() -> dict[str, str]:
    """The NEO4J_ lines of a `.env` in the working folder, as Aura hands them out."""
    try:
        lines = Path(".env").read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return {}
    pairs = (line.removeprefix("export ").partition("=") for line in map(str.strip, lines))
    return {
        name.strip(): value.strip().strip("'\"")
        for name, equals, value in pairs
        if equals and name.startswith("NEO4J_")
    }
