"""The graph, reached in one way: Cypher over Bolt, whichever of the two stores answers."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Self, cast

from graph import bolt
from graph.arcade import ADMIN, DATABASE, READER
from graph.ddl import neo4j_ddl
from graph.embedded import Endpoint, Server, serve_or_attach
from graph.schema import schema
from graph.target import Target, find_target
from ingest.errors import Problem

if TYPE_CHECKING:
    import neo4j

READ_SECONDS = 30.0
LOAD_SECONDS = 300.0
BATCH = 5_000  # rows of an upsert

Params = Mapping[str, Any]


class Result(list[dict[str, Any]]):
    """An answer: a list of rows, each a dict by column, and the `columns` in order.

    Values are plain: dates, lists, `bolt.Node`, `bolt.Relation`, `bolt.Path`. On the embedded graph an empty
    answer has no columns.
    """

    def __init__(self, columns: Sequence[str], rows: Sequence[dict[str, Any]]) -> None:
        super().__init__(rows)
        self.columns = list(columns)

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The rows."""
        return list(self)


class Store:
    """A graph that is open. Thread-safe; close it when done, or use it as a context manager."""

    def __init__(self, target: Target) -> None:
        self.target = target
        self._drivers: dict[str, neo4j.Driver] = {}
        self._lock = threading.RLock()

    def read(self, cypher: str, params: Params | None = None, *, timeout: float = READ_SECONDS) -> Result:
        """The answer to a query that only reads: a write is refused by the store itself.

        Raises bolt.QueryFailed (TimedOut after `timeout` seconds, ReadOnly for a write), bolt.Unreachable,
        bolt.WrongCredentials.
        """

        def work(tx: neo4j.ManagedTransaction) -> Result:
            answer = tx.run(cypher, dict(params or {}))
            columns = answer.keys()
            values = [[bolt.plain(value) for value in record.values()] for record in answer]
            return Result(columns, [dict(zip(columns, row, strict=True)) for row in values])

        return cast(Result, self._run(work, READER, timeout))

    def stream(
        self, cypher: str, params: Params | None = None, *, timeout: float = READ_SECONDS
    ) -> Iterator[dict[str, Any]]:
        """The rows of a reading query one by one, for answers that should not stand in memory."""
        query = bolt.driver_module().Query(cypher, timeout=timeout)
        with self._told_plainly(), self._session(READER) as session:
            for record in session.run(query, dict(params or {})):
                yield {key: bolt.plain(record[key]) for key in record.keys()}  # noqa: SIM118

    def write(self, cypher: str, params: Params | None = None, *, timeout: float = LOAD_SECONDS) -> None:
        """Runs a query that writes, in one transaction, repeated when the store asks for it."""

        self.write_all([cypher], params, timeout=timeout)

    def write_all(
        self, statements: Sequence[str], params: Params | None = None, *, timeout: float = LOAD_SECONDS
    ) -> None:
        """Runs queries that write, all in one transaction."""

        def work(tx: neo4j.ManagedTransaction) -> None:
            for cypher in statements:
                tx.run(cypher, dict(params or {})).consume()

        self._run(work, ADMIN, timeout)

    def write_rows(self, cypher: str, rows: Sequence[Any]) -> None:
        """Runs `cypher` on `$rows`, a batch of them a transaction."""
        for start in range(0, len(rows), BATCH):
            self.write(cypher, {"rows": rows[start : start + BATCH]})

    @property
    def blank(self) -> bool:
        """Whether the graph does not exist at all yet."""
        return False

    def prepare(self) -> None:
        """Makes constraints and indexes where they are missing."""

    def foreign(self) -> int:
        """How many nodes are not ours: of labels the schema lacks, or without what all our nodes have."""
        return 0

    def version(self) -> str:
        """Name and version of the store."""
        raise NotImplementedError

    def close(self) -> None:
        """Closes the connections."""
        for driver in self._drivers.values():
            driver.close()
        self._drivers.clear()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _run(self, work: Any, user: str, timeout: float) -> Any:
        neo4j = bolt.driver_module()
        timed = neo4j.unit_of_work(timeout=timeout)(work)
        with self._told_plainly(), self._session(user) as session:
            return session.execute_read(timed) if user == READER else session.execute_write(timed)

    @contextmanager
    def _session(self, user: str) -> Iterator[neo4j.Session]:
        neo4j = bolt.driver_module()
        mode = neo4j.READ_ACCESS if user == READER else neo4j.WRITE_ACCESS
        with self._driver(user).session(database=self._database, default_access_mode=mode) as session:
            yield session

    @property
    def _database(self) -> str | None:
        return self.target.database

    def _driver(self, user: str) -> neo4j.Driver:
        raise NotImplementedError

    def _told_plainly(self) -> Any:
        return bolt.told_plainly(self.target.zh, self.target.en)


class Neo4jStore(Store):
    """A Neo4j server. Read mode is enforced by the server."""

    def _driver(self, user: str) -> neo4j.Driver:
        with self._lock:
            if "" not in self._drivers:
                target = self.target
                self._drivers[""] = bolt.connect(str(target.uri), target.user, target.password)
            return self._drivers[""]

    def prepare(self) -> None:
        held = {row["name"] for row in self.read("SHOW INDEXES YIELD name")}
        if missing := [statement for name, statement in neo4j_ddl().items() if name not in held]:
            self.write_all(missing)
            self.read("CALL db.awaitIndexes(60)", timeout=LOAD_SECONDS)

    def foreign(self) -> int:
        ours = " OR ".join(f"n:{label}" for label in schema().nodes)
        found = self.read(
            f"MATCH (n) WHERE NOT ({ours}) OR n.id IS NULL OR n.search IS NULL RETURN count(n) AS count"
        )
        return int(found[0]["count"])

    def version(self) -> str:
        found = self.read("CALL dbms.components() YIELD name, versions RETURN name, versions")
        return f"{found[0]['name']} {found[0]['versions'][0]}"


class EmbeddedStore(Store):
    """The embedded graph, served by this process or by another. Read mode is a user who may only read."""

    def __init__(self, target: Target, *, port: int | None = None) -> None:
        super().__init__(target)
        self._port = port
        self._host: Server | Endpoint = serve_or_attach(target.keep)

    @property
    def server(self) -> Server | None:
        """The server, when it is this process that serves the graph."""
        return self._host if isinstance(self._host, Server) else None

    @property
    def blank(self) -> bool:
        return isinstance(self._host, Server) and self._host.blank

    @property
    def endpoint(self) -> Endpoint:
        """Where the graph is served; starts serving it if this process is to."""
        return self._host.endpoint(self._port) if isinstance(self._host, Server) else self._host

    def version(self) -> str:
        from importlib.metadata import version

        return f"ArcadeDB {version('arcadedb')}"

    def close(self) -> None:
        super().close()
        if isinstance(self._host, Server):
            self._host.close()

    def stream(
        self, cypher: str, params: Params | None = None, *, timeout: float = READ_SECONDS
    ) -> Iterator[dict[str, Any]]:
        begun, host = False, self._host
        try:
            for row in super().stream(cypher, params, timeout=timeout):
                begun = True
                yield row
        except (bolt.Unreachable, bolt.WrongCredentials):
            if begun or not self.reattach(host):
                raise
            yield from super().stream(cypher, params, timeout=timeout)

    @property
    def host(self) -> Server | Endpoint:
        """Who serves the graph now."""
        return self._host

    def reattach(self, failed: Server | Endpoint) -> bool:
        """After `failed` failed: whether to try again, for the process that served the graph has ended."""
        with self._lock:
            if self._host is failed:
                if isinstance(failed, Server):
                    return False
                Store.close(self)
                self._host = serve_or_attach(self.target.keep)
            return True

    def _run(self, work: Any, user: str, timeout: float) -> Any:
        host = self._host
        try:
            return super()._run(work, user, timeout)
        except (bolt.Unreachable, bolt.WrongCredentials):
            if not self.reattach(host):
                raise
            return super()._run(work, user, timeout)

    @property
    def _database(self) -> str | None:
        return DATABASE

    def _driver(self, user: str) -> neo4j.Driver:
        with self._lock:
            if user not in self._drivers:
                endpoint = self.endpoint
                password = endpoint.reader_password if user == READER else endpoint.password
                self._drivers[user] = bolt.connect(endpoint.uri, user, password, retry_seconds=0)
            return self._drivers[user]


def open_store(
    graph: str | Target | None = None, *, write: bool = False, into_existing: bool = False
) -> Store:
    """The graph that `graph` means (see `graph.target`), open.

    With `write`, its constraints and indexes are made, and a database that holds nodes which are not ours is
    refused unless `into_existing`. Raises Problem, one of `graph.bolt`'s for what the store says.
    """
    target = graph if isinstance(graph, Target) else find_target(graph)
    store = EmbeddedStore(target) if target.embedded else Neo4jStore(target)
    if write:
        try:
            if not into_existing and (strangers := store.foreign()):
                raise Problem(
                    f"{target.zh} 里有 {strangers} 个别处的节点，未写入：确要写入请加 --into-existing",
                    f"{target.en} holds {strangers} nodes that are not Gongbao's, nothing was written: "
                    "to write all the same add --into-existing",
                )
            store.prepare()
        except BaseException:
            store.close()
            raise
    return store
