"""Constraints and indexes, from the schema: a key a label, full text, what questions rank and filter by."""

from __future__ import annotations

from collections.abc import Iterator

from graph.schema import NodeType, schema

CJK_ANALYZER = "org.apache.lucene.analysis.cjk.CJKAnalyzer"
_SQL_TYPES = {"integer": "LONG", "date": "DATE"}


def indexed(node_type: NodeType) -> list[str]:
    """The properties under a range index: dates and stored counts."""
    return [*(p.name for p in node_type.properties.values() if p.type == "date"), *node_type.counts]


def neo4j_ddl() -> dict[str, str]:
    """Cypher statements for Neo4j, by the name of the index that each makes."""
    made = {}
    for node in schema().nodes.values():
        prefix, pattern = f"gongbao_{node.label}", f"IF NOT EXISTS FOR (n:{node.label})"
        made[f"{prefix}_id"] = f"CREATE CONSTRAINT {prefix}_id {pattern} REQUIRE n.id IS UNIQUE"
        made[node.fulltext_index] = (
            f"CREATE FULLTEXT INDEX `{node.fulltext_index}` {pattern} ON EACH [n.search] "
            "OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}}"
        )
        for name in indexed(node):
            made[f"{prefix}_{name}"] = f"CREATE INDEX {prefix}_{name} {pattern} ON (n.{name})"
    return made


def arcadedb_ddl() -> str:
    """An SQL script for a new embedded database, as such ten times as fast as statement by statement."""
    return ";\n".join(_arcadedb_statements()) + ";"


def _arcadedb_statements() -> Iterator[str]:
    for node in schema().nodes.values():
        label = node.label
        yield f"CREATE VERTEX TYPE `{label}`"
        yield f"CREATE PROPERTY `{label}`.`id` STRING"
        yield f"CREATE INDEX ON `{label}` (`id`) UNIQUE"
        yield f"CREATE PROPERTY `{label}`.`search` STRING"
        yield f'CREATE INDEX ON `{label}` (`search`) FULL_TEXT METADATA {{"analyzer": "{CJK_ANALYZER}"}}'
        for name in indexed(node):
            yield f"CREATE PROPERTY `{label}`.`{name}` {_SQL_TYPES[node.properties[name].type]}"
            yield f"CREATE INDEX ON `{label}` (`{name}`) NOTUNIQUE"
    for edge in schema().edges.values():
        yield f"CREATE EDGE TYPE `{edge.name}`"
