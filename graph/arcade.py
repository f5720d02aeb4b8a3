"""The files of an embedded graph: its database, its settings, its two users."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import secrets
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.ddl import arcadedb_ddl

if TYPE_CHECKING:
    from arcadedb import Database

DATABASE = "gongbao"
ADMIN, READER = "root", "reader"
COMMAND_MILLISECONDS = 30_000
HASH_ROUNDS = 1_000  # enough for a random password
SETTINGS = (
    "`arcadedb.txWalFlush` 1",  # on the disk at each commit
    f"`arcadedb.command.timeout` {COMMAND_MILLISECONDS}",  # it ignores the driver's time-outs
    "`arcadedb.opencypher.loadCsv.allowFileUrls` false",
    "`arcadedb.opencypher.loadCsv.allowRemoteUrls` false",
)


class NewDatabase:
    """A database made aside and put in place whole at the end: killed halfway, there is none."""

    def __init__(self, folder: Path) -> None:
        self._final = database_folder(folder)
        self._aside = self._final.with_name(f".new-{os.getpid()}")
        self._root = folder

    def __enter__(self) -> Database:
        arcadedb = arcadedb_module(self._root)
        shutil.rmtree(self._aside, ignore_errors=True)
        self._database: Database = arcadedb.create_database(str(self._aside))
        for setting in SETTINGS:
            self._database.command("sql", f"ALTER DATABASE {setting}")
        self._database.command("sqlscript", arcadedb_ddl())
        return self._database

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._database.close()
        if kind is None:
            self._aside.rename(self._final)
        else:
            shutil.rmtree(self._aside, ignore_errors=True)


def arcadedb_module(folder: Path) -> Any:
    """The `arcadedb` package, its log kept in the graph's folder."""
    os.environ.setdefault("ARCADEDB_LOG_DIR", str(folder / "log"))
    os.environ.setdefault("ARCADEDB_LOG_CONSOLE", "0")
    import arcadedb

    return arcadedb


def database_folder(folder: Path) -> Path:
    """Where the database lies in the graph's folder."""
    return folder / "databases" / DATABASE


def write_users(folder: Path, password: str, reader_password: str) -> None:
    """The server has one user who may do everything and one who may only read."""
    config = folder / "config"
    config.mkdir(exist_ok=True)
    rights = ["createRecord", "readRecord", "updateRecord", "deleteRecord"]
    groups = {
        "admin": _group(["updateSecurity", "updateSchema", "updateDatabaseSettings"], rights),
        "reader": _group([], ["readRecord"]),
        "*": _group([], []),
    }
    write_private(
        config / "server-groups.json", json.dumps({"version": 2, "databases": {"*": {"groups": groups}}})
    )
    users = [
        {"name": ADMIN, "password": _hashed(password), "databases": {"*": ["admin"]}},
        {"name": READER, "password": _hashed(reader_password), "databases": {DATABASE: ["reader"]}},
    ]
    write_private(config / "server-users.jsonl", "".join(json.dumps(user) + "\n" for user in users))


def _group(access: list[str], rights: list[str]) -> dict[str, Any]:
    return {"access": access, "resultSetLimit": -1, "readTimeout": -1, "types": {"*": {"access": rights}}}


def _hashed(password: str) -> str:
    salt = secrets.token_hex(16)
    key = hashlib.pbkdf2_hmac("sha256", password.encode(), salt.encode(), HASH_ROUNDS, 32)
    return f"PBKDF2WithHmacSHA256${HASH_ROUNDS}${salt}${base64.b64encode(key).decode()}"


def write_private(path: Path, text: str) -> None:
    """Atomically, for this user's eyes only."""
    aside = path.with_name(f".{path.name}-{os.getpid()}")
    descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
    aside.replace(path)


