"""The embedded graph: ArcadeDB inside this process as a Bolt server, found by other processes through a file.

Whoever opens the folder first serves it, holding `server.lock`, and writes address and random passwords to
`endpoint.json` (mode 0600); whoever comes later attaches as a Bolt client. When the serving process ends or
dies, the lock is free again and the next one that needs the graph serves it.
"""

from __future__ import annotations

import atexit
import json
import os
import secrets
import shutil
import socket
import threading
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.arcade import DATABASE, NewDatabase, arcadedb_module, database_folder, write_private, write_users
from ingest.errors import Problem

if TYPE_CHECKING:
    from arcadedb import ArcadeDBServer

WAIT_SECONDS = 30.0
MESSAGE_BYTES = 128 << 20
OURS = frozenset({"config", "databases", "log", "sources", "server.lock", "writer.lock", "endpoint.json"})


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where the graph is served and with which passwords."""

    host: str
    port: int
    password: str
    reader_password: str
    pid: int

    @property
    def uri(self) -> str:
        """The Bolt address."""
        return f"bolt://{self.host}:{self.port}"


class Server:
    """The graph of one folder, served by this process and shared by all its stores."""

    def __init__(self, folder: Path, lock: Any) -> None:
        self.folder = folder
        self.users = 1
        self._lock = lock
        self._server: ArcadeDBServer | None = None
        self._endpoint: Endpoint | None = None
        self._starting = threading.Lock()
        for leftover in (folder / "databases").glob(".new-*"):
            shutil.rmtree(leftover, ignore_errors=True)
        (folder / "endpoint.json").unlink(missing_ok=True)

    @property
    def blank(self) -> bool:
        """Whether no database has been made yet, so that a first load may put one in place whole."""
        return self._server is None and not database_folder(self.folder).exists()

    def endpoint(self, port: int | None = None) -> Endpoint:
        """Starts serving, on `port` or a free one, unless it does already."""
        with self._starting:
            if self._endpoint is None:
                self._endpoint = self._start(port)
            return self._endpoint

    def _start(self, port: int | None) -> Endpoint:
        arcadedb = arcadedb_module(self.folder)
        if self.blank:
            with NewDatabase(self.folder):
                pass
        passwords = secrets.token_urlsafe(24), secrets.token_urlsafe(24)
        endpoint = Endpoint("127.0.0.1", port or _free_port(), *passwords, os.getpid())
        write_users(self.folder, endpoint.password, endpoint.reader_password)
        server = arcadedb.create_server(
            root_path=str(self.folder),
            root_password=None,
            config={
                "host": endpoint.host,
                "http_port": _free_port(),
                "mode": "development",  # `production` hides the texts of errors; durable as well
                "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
                "bolt_port": endpoint.port,
                "bolt_maxMessageSize": MESSAGE_BYTES,
            },
        )
        try:
            server.start()
            server.get_database(DATABASE)
        except arcadedb.ArcadeDBError as error:
            server.stop()
            raise _damaged(self.folder, error) from error
        self._server = server
        write_private(self.folder / "endpoint.json", json.dumps(asdict(endpoint)))
        return endpoint

    def close(self) -> None:
        """One user fewer; the last one stops the server and frees the folder."""
        with _REGISTRY_LOCK:
            self.users -= 1
            if self.users == 0:
                self.stop()

    def stop(self) -> None:
        """Stops serving and frees the folder, whoever still uses it."""
        _SERVERS.pop(self.folder, None)
        (self.folder / "endpoint.json").unlink(missing_ok=True)
        if self._server is not None:
            self._server.stop()
            self._server = None
        self._lock.release()


def serve_or_attach(folder: Path) -> Server | Endpoint:
    """The graph in `folder`: a Server if it falls to this process to serve it, else the Endpoint of who does.

    Raises Problem when the folder can't be used, or when its server holds it and does not answer.
    """
    with _REGISTRY_LOCK:
        if server := _SERVERS.get(folder):
            server.users += 1
            return server
    prepare(folder)
    from filelock import FileLock, Timeout

    lock = FileLock(folder / "server.lock", thread_local=False)
    deadline = time.monotonic() + WAIT_SECONDS
    while True:
        try:
            lock.acquire(timeout=0)
        except Timeout:
            if endpoint := _answering(folder):
                return endpoint
        else:
            with _REGISTRY_LOCK:
                server = _SERVERS[folder] = Server(folder, lock)
            return server
        if time.monotonic() > deadline:
            raise Problem(
                f"图文件夹 {folder} 正被另一个 gongbao 进程占用：请等它完成后再试",
                f"the graph folder {folder} is in use by another gongbao process: try again when it is done",
            )
        time.sleep(0.05)


def prepare(folder: Path) -> None:
    """Makes the folder; raises Problem where it can't be ours."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        strangers = sorted(f.name for f in folder.iterdir() if f.name not in OURS)
        if ours := (folder / "databases").is_dir() or not strangers:
            (folder / "databases").mkdir(exist_ok=True)
    except OSError as error:
        raise Problem(
            f"图文件夹 {folder} 无法使用（{error.strerror}）：请用 --graph 或 GONGBAO_HOME 指定可写的文件夹",
            f"the graph folder {folder} can't be used ({error.strerror}): "
            "name a writable one by --graph or GONGBAO_HOME",
        ) from error
    if not ours:
        raise Problem(
            f"文件夹 {folder} 里有别的文件（如 {strangers[0]}）：请为图指定一个空文件夹",
            f"the folder {folder} holds other files (such as {strangers[0]}): name an empty one",
        )


_SERVERS: dict[Path, Server] = {}
_REGISTRY_LOCK = threading.RLock()


@atexit.register
def _stop_all() -> None:
    for server in list(_SERVERS.values()):
        server.stop()


def _answering(folder: Path) -> Endpoint | None:
    try:
        endpoint = Endpoint(**json.loads((folder / "endpoint.json").read_text(encoding="utf-8")))
        with socket.create_connection((endpoint.host, endpoint.port), timeout=1):
            return endpoint
    except (OSError, ValueError, TypeError):
        return None


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _damaged(folder: Path, error: Exception) -> Problem:
    words = " ".join(str(error).split())[:200]
    return Problem(
        f"内置图（{folder}）打不开（{words}）：请把 databases 文件夹移走，再运行 gongbao build",
        f"the embedded graph ({folder}) can't be opened ({words}): "
        "move its folder `databases` away and run gongbao build",
    )
