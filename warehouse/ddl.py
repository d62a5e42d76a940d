"""Tables as DuckDB declares them, with their comments: derived from `transforms.tables`, nothing is said twice."""

import duckdb
import polars as pl

from transforms.tables import TABLES, Column, Dtype, Table

_TYPES: dict[Dtype, str] = {
    pl.String: "VARCHAR",
    pl.Int64: "BIGINT",
    pl.Float64: "DOUBLE",
    pl.Boolean: "BOOLEAN",
    pl.Date: "DATE",
}

# What stands in a column that may not be NULL in rows of a release that did not have it yet.
_EMPTY: dict[str, str] = {"VARCHAR": "''", "BIGINT": "0", "DOUBLE": "0", "BOOLEAN": "false"}


def sql_type(dtype: Dtype) -> str:
    """The DuckDB type of a Polars dtype.

    Raises:
        KeyError: no table declares a column of this dtype yet; add it here.
    """
    if isinstance(dtype, pl.List):
        return f"{sql_type(dtype.inner)}[]"
    if isinstance(dtype, pl.Struct):
        return "STRUCT({})".format(", ".join(f'"{part.name}" {sql_type(part.dtype)}' for part in dtype.fields))
    if isinstance(dtype, pl.Datetime):
        return "TIMESTAMP WITH TIME ZONE" if dtype.time_zone else "TIMESTAMP"
    return _TYPES[dtype]


def quoted(text: str) -> str:
    """`text` as an SQL string."""
    return "'" + text.replace("'", "''") + "'"


def _declaration(column: Column) -> str:
    return f'"{column.name}" {sql_type(column.dtype)}' + ("" if column.nullable else " NOT NULL")


def comment(column: Column) -> str:
    """What the database says of a column: its meaning, where its codes are defined, what it refers to."""
    parts = [column.description]
    if column.vocabulary:
        parts.append(f"Codes: core.vocabulary, vocabulary = '{column.vocabulary}'.")
    if column.references:
        parts.append(f"References {column.references}.")
    return " ".join(parts)


def statements(table: Table) -> list[str]:
    """The SQL that creates `table` with its comments."""
    columns = ", ".join(_declaration(column) for column in table.columns)
    described = f"{table.description} One row is {table.grain}. Key: {', '.join(table.key)}."
    return [
        f"CREATE SCHEMA IF NOT EXISTS {table.schema}",
        f"CREATE TABLE IF NOT EXISTS {table.qualified_name} ({columns})",
        f"COMMENT ON TABLE {table.qualified_name} IS {quoted(described)}",
        *(f'COMMENT ON COLUMN {table.qualified_name}."{column.name}" IS {quoted(comment(column))}' for column in table.columns),
    ]


def create(connection: duckdb.DuckDBPyConnection) -> None:
    """Create every table that is not there."""
    for table in TABLES.values():
        for statement in statements(table):
            connection.execute(statement)


def migrate(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Bring the tables of an older release to today's declarations, and return the names of those that changed.

    Tables that loads rebuild are emptied, and every day becomes stale; texts and records of loads keep all columns that are still declared,
    and a new column that may not be NULL is empty in them until their day is loaded again.

    Raises:
        KeyError: there is no empty value for a new column of such a table; let it be NULL.
    """
    changed = []
    for table in TABLES.values():
        found = connection.execute(
            "SELECT column_name, data_type FROM duckdb_columns() WHERE schema_name = ? AND table_name = ? ORDER BY column_index",
            [table.schema, table.name],
        ).fetchall()
        declared = [(column.name, sql_type(column.dtype)) for column in table.columns]
        if not found or [(name, kind.replace('"', "")) for name, kind in found] == [
            (name, kind.replace('"', "")) for name, kind in declared
        ]:
            continue
        changed.append(table.qualified_name)
        kept = table.scope == "operations" or table.qualified_name == "core.article_versions"
        if kept:
            old = dict(found)
            values = [f'"{name}"' for name, _ in declared if name in old]
            values += [f'{_EMPTY[kind]} AS "{name}"' for name, kind in declared if name not in old and not table[name].nullable]
            connection.execute(f"CREATE TEMP TABLE migrated AS SELECT {', '.join(values)} FROM {table.qualified_name}")  # noqa: S608 (declared names)
        connection.execute(f"DROP TABLE {table.qualified_name} CASCADE")
        for statement in statements(table):
            connection.execute(statement)
        if kept:
            connection.execute(f"INSERT INTO {table.qualified_name} BY NAME SELECT * FROM migrated")  # noqa: S608 (declared names)
            connection.execute("DROP TABLE migrated")
    if changed:
        connection.execute("DELETE FROM ops.days")
    return changed
