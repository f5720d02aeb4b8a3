"""The official driver: imported late, its values made plain, its errors said in two languages."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING, Any

from ingest.errors import Problem

if TYPE_CHECKING:
    import neo4j

CONNECT_SECONDS = 10.0
RETRY_SECONDS = 2.0


class Unreachable(Problem):
    """No graph answers at the address, or it stopped answering."""


class WrongCredentials(Problem):
    """The graph refuses user or password."""


class QueryFailed(Problem):
    """The store refuses a query: its own words are in both lines."""


class TimedOut(QueryFailed):
    """A query took longer than it may."""


class ReadOnly(QueryFailed):
    """A write where only reading is allowed."""


@dataclass(frozen=True, slots=True)
class Node:
    """A node in an answer."""

    label: str
    id: str
    properties: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Relation:
    """An edge in an answer; `source` and `target` are node ids, empty where the answer lacks the node."""

    type: str
    id: str
    source: str
    target: str
    properties: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Path:
    """A path in an answer."""

    nodes: tuple[Node, ...]
    relations: tuple[Relation, ...]


@cache
def driver_module() -> ModuleType:
    """The `neo4j` package, without the pandas and numpy that it would pull in where they are installed."""
    absent = [name for name in ("pandas", "numpy") if name not in sys.modules]
    sys.modules.update(dict.fromkeys(absent))  # type: ignore[arg-type]
    try:
        import neo4j
    finally:
        for name in absent:
            sys.modules.pop(name, None)
    logging.getLogger("neo4j").setLevel(logging.CRITICAL)  # what fails is raised, and told by us
    return neo4j


def connect(uri: str, user: str, password: str, retry_seconds: float = RETRY_SECONDS) -> neo4j.Driver:
    """A driver for `uri`, after a first greeting: what can't be reached is known at once, without retries."""
    driver: neo4j.Driver = driver_module().GraphDatabase.driver(
        uri,
        auth=(user, password),
        connection_timeout=CONNECT_SECONDS,
        connection_acquisition_timeout=2 * CONNECT_SECONDS,
        max_transaction_retry_time=retry_seconds,
        notifications_min_severity="OFF",
        telemetry_disabled=True,
    )
    try:
        driver.verify_connectivity()
    except BaseException:
        driver.close()
        raise
    return driver


def plain(value: Any) -> Any:
    """A value of the driver's as plain Python: dates, nodes, edges, paths, and lists and maps of them."""
    if value is None or isinstance(value, str | int | float):
        return value
    graph = driver_module().graph
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, graph.Node):
        properties = plain(dict(value))
        return Node(min(value.labels, default=""), str(properties.get("id", "")), properties)
    if isinstance(value, graph.Relationship):
        properties = plain(dict(value))
        ends = [str(end.get("id", "")) if end else "" for end in (value.start_node, value.end_node)]
        return Relation(value.type, str(properties.get("id", "")), ends[0], ends[1], properties)
    if isinstance(value, graph.Path):
        return Path(tuple(map(plain, value.nodes)), tuple(map(plain, value.relationships)))
    if hasattr(value, "to_native") and not isinstance(value, date):
        return value.to_native()
    return value


@contextmanager
def told_plainly(zh: str, en: str) -> Iterator[None]:
    """The driver's errors as Problems; `zh` and `en` name the graph."""
    errors = driver_module().exceptions
    try:
        yield
    except errors.AuthError as error:
        raise WrongCredentials(
            f"{zh} 拒绝了用户名或密码：请检查 NEO4J_USERNAME 和 NEO4J_PASSWORD",
            f"{en} refuses the user or password: check NEO4J_USERNAME and NEO4J_PASSWORD",
        ) from error
    except (errors.Forbidden, errors.Neo4jError) as error:
        raise _refused(error) from error
    except (errors.DriverError, OSError, ValueError) as error:
        raise Unreachable(
            f"{zh} 无法连接（{_one_line(error)}）：请确认它已启动、地址正确",
            f"{en} can't be reached ({_one_line(error)}): check that it runs and that the address is right",
        ) from error


def _refused(error: neo4j.exceptions.Neo4jError) -> QueryFailed:
    words, code = _one_line(error.message or error), (error.code or "").lower()
    if "timedout" in code or "timeout" in code or "timeout" in words.lower() or "timed out" in words.lower():
        return TimedOut(
            f"查询超时，已停止：请缩小范围（{words}）",
            f"the query took too long and was stopped: narrow it ({words})",
        )
    if "forbidden" in code or "accessmode" in code or "writing in read access mode" in words.lower():
        return ReadOnly(f"只读，拒绝写入：{words}", f"read-only, the write is refused: {words}")
    return QueryFailed(f"图数据库拒绝了查询：{words}", f"the graph refuses the query: {words}")


def _one_line(error: object) -> str:
    return " ".join(str(error).split())[:300]
