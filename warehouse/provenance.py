"""What stands behind a row: the characters that prove it, the rows that it rests on, and the rows that rest on it.

Belongs here: following the references that `transforms.tables` declares. Does not belong here: how that is shown.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import duckdb

from transforms.tables import TABLES, Table

Row = Mapping[str, Any]
# Ids of several rows that belong together: prefix to table and column.
_GROUPS = {
    "art": ("core.article_versions", "article_id"),
    "ser": ("core.casualty_figures", "series_key"),
    "sto": ("core.article_versions", "story_id"),
}
_MOST = 20  # rows of one group that are shown


class UnknownIdError(LookupError):
    """No table has ids of this form, or the table has no such row."""


class Proof(NamedTuple):
    """Characters of a text that prove a row."""

    why: str  # "the row itself", or the column that names this row
    table: str
    row_id: str
    path: str
    body: str
    start_char: int
    end_char: int
    rule: str


class Use(NamedTuple):
    """How many rows of a table rest on a row, by one of their columns."""

    table: str
    column: str
    rows: int


class Found(NamedTuple):
    """The rows of an id: the first of them, and how many there are."""

    table: Table
    rows: Sequence[Row]
    total: int


def rows(connection: duckdb.DuckDBPyConnection, row_id: str) -> Found:
    """The row of this id with its table; of an id that rows share (a series, an article, a story), the first of those rows.

    Raises:
        UnknownIdError: there is none.
    """
    prefix = row_id.partition("-")[0]
    name, key = _GROUPS.get(prefix) or next(
        ((name, table.key[0]) for name, table in TABLES.items() if prefix and table.id_prefix == prefix and len(table.key) == 1), ("", "")
    )
    if not name:
        known = [f"{table.id_prefix}-... ({name})" for name, table in TABLES.items() if table.id_prefix]
        known += [f"{group}-... ({table}.{column})" for group, (table, column) in _GROUPS.items()]
        raise UnknownIdError(f"no table has ids like {row_id!r}; ids begin: {', '.join(known)}")
    found = _where(connection, TABLES[name], key, row_id)
    if not found:
        raise UnknownIdError(f"{name} has no row {row_id!r}")
    total = len(found) if len(found) < _MOST else _count(connection, TABLES[name], key, row_id)
    return Found(TABLES[name], found, total)


def _where(connection: duckdb.DuckDBPyConnection, table: Table, column: str, value: str) -> Sequence[Row]:
    sql = f"SELECT * FROM {table.qualified_name} WHERE {column} = $value ORDER BY ALL LIMIT {_MOST}"  # noqa: S608 (declared names)
    return connection.sql(sql, params={"value": value}).pl().rows(named=True)


def _count(connection: duckdb.DuckDBPyConnection, table: Table, column: str, value: str) -> int:
    sql = f"SELECT count(*) FROM {table.qualified_name} WHERE {column} = ?"  # noqa: S608 (declared names)
    ((count,),) = connection.execute(sql, [value]).fetchall()
    return int(count)


def proofs(connection: duckdb.DuckDBPyConnection, table: Table, row: Row) -> Iterator[Proof]:
    """The evidence of `row`, then that of each row that it names."""
    if table.has_evidence:
        yield _proof(connection, "the row itself", table, row)
    for column in table.columns:
        name, _, key = (column.references or "").rpartition(".")
        if name and TABLES[name].has_evidence and row[column.name] is not None:
            for other in _where(connection, TABLES[name], key, row[column.name]):
                yield _proof(connection, column.name, TABLES[name], other)


def _proof(connection: duckdb.DuckDBPyConnection, why: str, table: Table, row: Row) -> Proof:
    (version,) = _where(connection, TABLES["core.article_versions"], "version_id", row["version_id"])
    place = (version["path"], version["body"], row["start_char"], row["end_char"])
    return Proof(why, table.qualified_name, row[table.key[0]], *place, row["rule"])


def uses(connection: duckdb.DuckDBPyConnection, table: Table, row: Row) -> list[Use]:
    """Where other rows name `row`."""
    named = f"{table.qualified_name}.{table.key[0]}"
    found: list[Use] = []
    for other in TABLES.values():
        for column in other.columns:
            if column.references == named:
                count = _count(connection, other, column.name, row[table.key[0]])
                if count:
                    found.append(Use(other.qualified_name, column.name, count))
    return found
