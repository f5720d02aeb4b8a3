"""A real Neo4j Community server for the tests, without Docker: jars from Maven, a process of its own."""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import subprocess
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import platformdirs
from filelock import FileLock

POM = Path(__file__).with_name("pom.xml")
VERSION = "5.26.30"
START_SECONDS = 90
OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
CONF = """\
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
server.memory.pagecache.size=64m
dbms.usage_report.enabled=false
dbms.security.allow_csv_import_from_file_urls=false
internal.dbms.cypher_ip_blocklist=0.0.0.0/0,::/0
internal.dbms.bolt.netty_server_shutdown_quiet_period=0
db.transaction.timeout=60s
"""


class UnavailableError(Exception):
    """Why there can be no Neo4j here; the tests are skipped with it."""


@dataclass(frozen=True, slots=True)
class Address:
    """A server that answers."""

    uri: str
    user: str
    password: str


class Neo4jServer:
    """A server in a folder of its own, on a free loopback port, with a random password."""

    def __init__(self, folder: Path) -> None:
        libraries = jars()
        self._folder = folder
        self.address = Address(f"bolt://127.0.0.1:{_free_port()}", "neo4j", secrets.token_hex(16))
        self._log = (folder / "out.log").open("wb")
        (folder / "conf").mkdir()
        port = self.address.uri.rpartition(":")[2]
        (folder / "conf" / "neo4j.conf").write_text(CONF.format(port=port), encoding="utf-8")
        environment = {**os.environ, "NEO4J_HOME": str(folder), "NEO4J_CONF": str(folder / "conf")}
        subprocess.run(
            _java(
                libraries, "org.neo4j.cli.AdminTool", "dbms", "set-initial-password", self.address.password
            ),
            env=environment,
            check=True,
            stdout=self._log,
            stderr=self._log,
        )
        self._process = subprocess.Popen(
            _java(
                libraries,
                "org.neo4j.server.CommunityEntryPoint",
                f"--home-dir={folder}",
                f"--config-dir={folder / 'conf'}",
            ),
            env=environment,
            stdout=self._log,
            stderr=self._log,
        )
        try:
            self._wait()
        except BaseException:
            self.stop()
            raise

    def _wait(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        host, port = self.address.uri.removeprefix("bolt://").split(":")
        while time.monotonic() < deadline:
            if self._process.poll() is not None:
                break
            try:
                with socket.create_connection((host, int(port)), timeout=1):
                    return
            except OSError:
                time.sleep(0.1)
        words = (self._folder / "out.log").read_text(encoding="utf-8", errors="replace")
        raise RuntimeError("Neo4j did not start:\n" + words[-3000:])

    def stop(self) -> None:
        """Ends the process."""
        self._process.terminate()
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._log.close()


@cache
def jars() -> Path:
    """The folder of the server's jars, fetched once into the user's cache.

    Raises UnavailableError with the reason.
    """
    java = shutil.which("java")
    if not java:
        raise UnavailableError("no Java (17 or later) on this machine")
    cache_folder = Path(platformdirs.user_cache_dir("gongbao", appauthor=False)) / f"neo4j-{VERSION}"
    complete = cache_folder / "complete"
    if not complete.exists():
        if not shutil.which("mvn"):
            raise UnavailableError("no Maven on this machine")
        cache_folder.mkdir(parents=True, exist_ok=True)
        with FileLock(cache_folder / "lock"):
            if not complete.exists():
                _fetch(cache_folder / "lib")
                complete.touch()
    return cache_folder / "lib"


def _fetch(folder: Path) -> None:
    done = subprocess.run(
        [
            *("mvn", "-q", "-B", "-f", str(POM), "dependency:copy-dependencies"),
            *("-DincludeScope=runtime", f"-DoutputDirectory={folder}"),
        ],
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise UnavailableError("Maven could not fetch Neo4j: " + (done.stdout + done.stderr)[-500:].strip())


def _java(libraries: Path, main: str, *arguments: str) -> list[str]:
    opens = [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in OPENED]
    quick = ["-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dlog4j2.disable.jmx=true"]
    return ["java", *quick, *opens, "-cp", f"{libraries}/*", main, *arguments]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
