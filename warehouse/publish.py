"""Publishing: the marts are brought up to date, and the build file takes the place of the published one in one atomic rename."""

import filecmp
import os
import shutil
from graphlib import TopologicalSorter
from importlib.resources import files

import duckdb

from transforms.tables import TABLES
from warehouse import build, ddl
from warehouse.locations import Locations


def marts() -> dict[str, tuple[str, str]]:
    """The views people query, each after those that it reads: name to comment (the `--` lines that begin its file) and SQL."""
    found = {}
    for entry in sorted(files("warehouse").joinpath("marts").iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".sql"):
            lines = entry.read_text(encoding="utf-8").splitlines()
            head = [line.removeprefix("--").strip() for line in lines if line.startswith("--")]
            body = "\n".join(line for line in lines if not line.startswith("--")).strip().rstrip(";")
            found[entry.name.removesuffix(".sql")] = (" ".join(head), body)
    reads = {name: {other for other in found if f"marts.{other}" in sql} for name, (_, sql) in found.items()}
    return {name: found[name] for name in TopologicalSorter(reads).static_order()}


def create_marts(connection: duckdb.DuckDBPyConnection) -> bool:
    """Create the views of `marts`, where they are not as they should be; whether that was so."""
    connection.execute("CREATE SCHEMA IF NOT EXISTS marts")
    wanted = marts()
    declared = TABLES["ops.marts"]
    meant = sorted(column_meanings().items())
    record = declared.frame({"name": name, "definition_digest": declared.identify(*wanted[name], *meant)} for name in wanted)
    present = connection.execute("SELECT view_name FROM duckdb_views() WHERE schema_name = 'marts'").fetchall()
    if not build.replace_table(connection, declared, record) and {name for (name,) in present} == wanted.keys():
        return False
    for (name,) in present:
        connection.execute(f'DROP VIEW marts."{name}"')
    for name, (comment, sql) in wanted.items():
        connection.execute(f'CREATE VIEW marts."{name}" AS {sql}')
        connection.execute(f'COMMENT ON VIEW marts."{name}" IS {ddl.quoted(comment)}')
    meanings = column_meanings()
    columns = "SELECT table_name, column_name FROM duckdb_columns() WHERE schema_name = 'marts' ORDER BY table_name, column_index"
    for view, column in connection.execute(columns).fetchall():
        connection.execute(f'COMMENT ON COLUMN marts."{view}"."{column}" IS {ddl.quoted(meanings[column])}')
    return True


def column_meanings() -> dict[str, str]:
    """What the columns of views mean: as `marts/columns.tsv` says, or else the column of that name in a declared table."""
    declared = {column.name: ddl.comment(column) for table in reversed(list(TABLES.values())) for column in table.columns}
    lines = files("warehouse").joinpath("marts", "columns.tsv").read_text(encoding="utf-8").splitlines()
    return declared | dict(line.split("\t", 1) for line in lines if line and not line.startswith("#"))


def is_published(where: Locations) -> bool:
    """Whether readers see the build file as it is. Of equal size and time of change, as `publish` leaves them, the files are not read."""
    if not where.build.exists():
        return where.published.exists()
    return where.published.exists() and filecmp.cmp(where.build, where.published)


class NotReadyError(RuntimeError):
    """The build file holds days that wait to be loaded, so it is not published."""


def publish(where: Locations) -> bool:
    """Publish the build file; whether the published file changed.

    While another load has brought days that the tables of all days do not know yet, nothing is published: that load will.

    Raises:
        BuildFileError: the build file could not be written whole.
        NotReadyError: some days of the build file wait to be loaded again (after an upgrade): load them first.
    """
    with build.writing(where) as connection:
        waiting = connection.execute(
            "SELECT DISTINCT published_date FROM core.article_versions"
            " WHERE published_date NOT IN (SELECT published_date FROM ops.days) ORDER BY 1"
        ).fetchall()
        if waiting:
            raise NotReadyError(
                f"{len(waiting)} days wait to be loaded again, the first {waiting[0][0]}: load them (`onrecord load`), then publish"
            )
        create_marts(connection)
    with build.turn(where):
        with duckdb.connect(str(where.build)) as connection:
            if connection.execute("SELECT 1 FROM ops.days WHERE NOT is_derived LIMIT 1").fetchall():
                return False
        if where.build.with_name(f"{where.build.name}.wal").exists():
            raise build.BuildFileError(f"{where.build} could not be written to its end: make room on the disk, then load again")
        if is_published(where):
            return False
        partial = where.published.with_name(f".{where.published.name}.partial")
        try:
            shutil.copy2(where.build, partial)
            descriptor = os.open(partial, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
            partial.replace(where.published)
        finally:
            partial.unlink(missing_ok=True)  # where the disk is full
    return True
