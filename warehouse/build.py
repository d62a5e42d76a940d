"""The private build file: one writer at a time, short transactions, whole days.

Belongs here: every write to a table. Does not belong here: how rows are made, whether they are good, or when to load.
"""

import fcntl
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import duckdb
import polars as pl

from transforms.tables import TABLES, Table, of_scope
from warehouse import ddl
from warehouse.locations import Locations

# The format of the file: the command-line client that analysts install is 1.5, and cannot open what a newer library writes by default.
_FORMAT: dict[str, str | bool | int | float | list[str]] = {"storage_compatibility_version": "v1.5.0"}


class BuildFileError(RuntimeError):
    """The build file cannot be opened: the message says what to do."""


@contextmanager
def turn(where: Locations) -> Iterator[None]:
    """The writer's turn: nobody else touches the build file meanwhile."""
    where.build.parent.mkdir(parents=True, exist_ok=True)
    with where.lock.open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def writing(where: Locations) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection to the build file inside one transaction, with the writer's turn: committed at the end, or rolled back.

    The first writer begins from the published file, so that a lost build folder loses nothing.
    """
    with turn(where):
        if not where.build.exists():
            where.build.with_name(f"{where.build.name}.wal").unlink(missing_ok=True)  # a log of the file that is lost
            if where.published.exists():
                _copy(where.published, where.build)
        with _opened(where) as connection:
            connection.execute("SET TimeZone = 'UTC'")
            connection.execute("BEGIN")
            try:
                if not _is_created(connection):
                    ddl.migrate(connection)
                    ddl.create(connection)
                yield connection
            except BaseException:
                connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")


def _opened(where: Locations) -> duckdb.DuckDBPyConnection:
    try:
        return duckdb.connect(str(where.build), config=_FORMAT)
    except duckdb.Error as error:
        raise BuildFileError(
            f"{where.build} cannot be opened. Close other programs that have it open; if there is none, the file is damaged: delete the"
            f" folder {where.build.parent} and load again, and the load begins from the published file. ({error})"
        ) from error


def _copy(source: Path, target: Path) -> None:
    partial = target.with_suffix(".partial")
    try:
        shutil.copyfile(source, partial)
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)


def _is_created(connection: duckdb.DuckDBPyConnection) -> bool:
    found = connection.execute(
        "SELECT schema_name || '.' || table_name, column_name, data_type FROM duckdb_columns() WHERE NOT internal"
    ).fetchall()
    plain = {(name, column, kind.replace('"', "")) for name, column, kind in found}
    return all(
        (table.qualified_name, column.name, ddl.sql_type(column.dtype).replace('"', "")) in plain
        for table in TABLES.values()
        for column in table.columns
    )


def table(connection: duckdb.DuckDBPyConnection, declared: Table, days: Sequence[date] | None = None) -> pl.DataFrame:
    """The rows of one table in the order of its key: all of them, or those of some publication days."""
    only = "" if days is None else "WHERE list_contains($days, published_date)"
    relation = connection.sql(
        f"SELECT * FROM {declared.qualified_name} {only} ORDER BY {', '.join(declared.key)}",  # noqa: S608 (declared names)
        params=None if days is None else {"days": list(days)},
    )
    return declared.frame().vstack(relation.pl().cast(declared.frame_schema))


def _append(connection: duckdb.DuckDBPyConnection, declared: Table, frame: pl.DataFrame) -> None:
    if frame.schema != declared.frame_schema:
        raise TypeError(f"{declared.qualified_name}: the frame's columns are {frame.schema}, declared are {declared.frame_schema}")
    connection.register("incoming", frame.to_arrow())
    connection.execute(f"INSERT INTO {declared.qualified_name} SELECT * FROM incoming")  # noqa: S608 (declared names)
    connection.unregister("incoming")


@dataclass(frozen=True, slots=True)
class Load:
    """What one load brings: whole days of every day table, and what is to be remembered of it."""

    load_id: str
    loaded_at: datetime
    digests: Mapping[date, str]  # of the files and rules of each day
    rules_version: str
    frames: Mapping[str, pl.DataFrame]  # every day table, by qualified name
    set_aside: pl.DataFrame  # table_name, published_date, row_key, reason, detail, row_json
    files: pl.DataFrame  # path, sha256, outcome
    results: pl.DataFrame  # ops.validation_results without load_id and validated_at


def load_days(connection: duckdb.DuckDBPyConnection, load: Load) -> None:
    """Replace the days of `load` in every day table, and record the load."""
    days = sorted(load.digests)
    for declared in of_scope("day"):
        connection.execute(f"DELETE FROM {declared.qualified_name} WHERE list_contains(?, published_date)", [days])  # noqa: S608
        _append(connection, declared, load.frames[declared.qualified_name])
    outcomes = load.files["outcome"].to_list()
    _append(
        connection,
        TABLES["ops.loads"],
        TABLES["ops.loads"].frame(
            [
                {
                    "load_id": load.load_id,
                    "loaded_at": load.loaded_at,
                    "days": days,
                    "files_seen": len(outcomes),
                    **{f"files_{outcome}": outcomes.count(outcome) for outcome in ("loaded", "unchanged", "quarantined")},
                    "rules_version": load.rules_version,
                }
            ]
        ),
    )
    _append(connection, TABLES["ops.files"], load.files.select(pl.lit(load.load_id).alias("load_id"), "path", "sha256", "outcome"))
    connection.execute("DELETE FROM ops.days WHERE list_contains(?, published_date)", [days])
    rows = [
        {"published_date": day, "input_digest": digest, "load_id": load.load_id, "is_derived": False}
        for day, digest in load.digests.items()
    ]
    _append(connection, TABLES["ops.days"], TABLES["ops.days"].frame(rows))
    set_aside(
        connection,
        load.set_aside.with_columns(load_id=pl.lit(load.load_id)),
        "table_name <> 'raw.source_files' AND list_contains($days, published_date)",
        load.loaded_at,
        days,
    )
    record_results(connection, load.load_id, load.loaded_at, load.results)


def replace_table(connection: duckdb.DuckDBPyConnection, declared: Table, frame: pl.DataFrame) -> bool:
    """Replace a whole table, where `frame` differs from what it holds; whether it did."""
    ordered = frame.sort(declared.key, nulls_last=True)
    if table(connection, declared).sort(declared.key, nulls_last=True).equals(ordered):
        return False
    connection.execute(f"DELETE FROM {declared.qualified_name}")  # noqa: S608 (declared names)
    _append(connection, declared, ordered)
    return True


def loads_of_days(connection: duckdb.DuckDBPyConnection) -> list[tuple[date, str]]:
    """Which load brought each day: it differs when a day was loaded meanwhile."""
    return connection.execute("SELECT published_date, load_id FROM ops.days ORDER BY published_date").fetchall()


def mark_derived(connection: duckdb.DuckDBPyConnection) -> None:
    """Record that the tables that span all days were derived from the days as they are now."""
    if connection.execute("SELECT 1 FROM ops.days WHERE NOT is_derived LIMIT 1").fetchall():
        connection.execute("UPDATE ops.days SET is_derived = true")


def record_results(connection: duckdb.DuckDBPyConnection, load_id: str, moment: datetime, results: pl.DataFrame) -> None:
    """Keep the validation `results` of a load, in place of earlier ones of the same load and table."""
    declared = TABLES["ops.validation_results"]
    names = sorted(set(results["table_name"].to_list()))
    connection.execute("DELETE FROM ops.validation_results WHERE load_id = ? AND list_contains(?, table_name)", [load_id, names])
    complete = results.with_columns(load_id=pl.lit(load_id), validated_at=pl.lit(moment, dtype=pl.Datetime("us", "UTC")))
    _append(connection, declared, complete.select(declared.frame_schema.names()).cast(declared.frame_schema))


def set_aside(
    connection: duckdb.DuckDBPyConnection, cases: pl.DataFrame, concerned: str, moment: datetime, days: Sequence[date] = ()
) -> None:
    """Bring `ops.quarantine` up to date: `cases` stand, and those among the `concerned` (SQL) that are not in `cases` are resolved.

    A case keeps its id, its first load and its first moment for as long as it lasts.
    """
    declared = TABLES["ops.quarantine"]
    rows = [
        row
        | {
            "quarantine_id": declared.identify(row["table_name"], row["row_key"], row["reason"]),
            "quarantined_at": moment,
            "resolved_at": None,
        }
        for row in cases.unique(["table_name", "row_key", "reason"], maintain_order=True).iter_rows(named=True)
    ]
    connection.register("cases", declared.frame(rows).to_arrow())
    parameters = {"days": list(days)} if "$days" in concerned else {}
    connection.execute(
        f"UPDATE ops.quarantine SET resolved_at = $moment WHERE resolved_at IS NULL AND ({concerned})"  # noqa: S608 (our own conditions)
        " AND quarantine_id NOT IN (SELECT quarantine_id FROM cases)",
        {"moment": moment, **parameters},
    )
    connection.execute(
        "UPDATE ops.quarantine SET resolved_at = NULL WHERE resolved_at IS NOT NULL AND quarantine_id IN (SELECT quarantine_id FROM cases)"
    )
    connection.execute(
        "INSERT INTO ops.quarantine SELECT * FROM cases WHERE quarantine_id NOT IN (SELECT quarantine_id FROM ops.quarantine)"
    )
    connection.unregister("cases")
