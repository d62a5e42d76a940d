"""A house of its own for a test: articles, a warehouse and a Dagster instance, all real, in one temporary folder."""

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import dagster as dg
import duckdb

from orchestration import partitions
from orchestration.definitions import defs
from warehouse import build
from warehouse.locations import Locations, locations
from warehouse.staleness import published_connection

MONDAY, TUESDAY, WEDNESDAY, FRIDAY = (date(2024, 3, day) for day in (4, 5, 6, 8))
FERRY = (
    "The Coastal Front has rejected a plan for the port, two Valdorian security officials told Harbour Wire on Monday.\n\n"
    "“There will be no talks before the siege ends,” Mira Solano, a spokeswoman for the Front, said.\n\n"
    "At least 12 people, including three children, were killed in shelling on Sunday, the health ministry said."
)
BRIDGE = "The governor of Elsa province, Jon Arkady, said the bridge would be rebuilt. He declined to comment on the talks."
MARKET = "Five people were killed and 14 wounded in an explosion at a market, police said. Nobody claimed responsibility."


@dataclass
class House:
    """Its places, its instance, and what can be done there."""

    folder: Path
    where: Locations
    instance: dg.DagsterInstance

    def write(self, name: str, day: date | None, text: str) -> Path:
        """Put an article into the folder."""
        path = self.where.articles / name
        path.write_text(f" date {day} [Source: Harbour Wire]\n\n{text}" if day else text, encoding="utf-8")
        return path

    def run(self, *days: date, **tags: str) -> dg.ExecuteInProcessResult:
        """Run the load of `days`, which are neighbours."""
        partitions.register(self.instance, days)
        ((first, last),) = partitions.ranges(self.instance, days)
        return defs.resolve_job_def("load").execute_in_process(
            {"loggers": {"progress": {}}}, instance=self.instance, tags=partitions.run_tags(first, last) | tags, raise_on_error=False
        )

    def published(self, sql: str, *parameters: Any) -> list[tuple[Any, ...]]:
        """What the published file answers."""
        with published_connection(self.where) as connection:
            return connection.execute(sql, list(parameters)).fetchall()

    def built(self, sql: str, *parameters: Any) -> list[tuple[Any, ...]]:
        """What the build file answers."""
        with build.writing(self.where) as connection:
            return connection.execute(sql, list(parameters)).fetchall()

    def digest(self) -> str:
        """The published file, byte for byte."""
        return hashlib.sha256(self.where.published.read_bytes()).hexdigest()


def evaluations(result: dg.ExecuteInProcessResult) -> dict[str, dg.AssetCheckEvaluation]:
    """The check evaluations of a run, by `schema.table`."""
    return {".".join(found.asset_key.path): found for found in result.get_asset_check_evaluations()}


def facts(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table of `core` in a database file, sorted."""
    with duckdb.connect(str(path), read_only=True) as connection:
        names = connection.execute("SELECT table_name FROM duckdb_tables() WHERE schema_name = 'core' ORDER BY 1").fetchall()
        return {name: sorted(connection.execute(f'FROM core."{name}"').fetchall(), key=repr) for (name,) in names}


def make(folder: Path, reference: Path | None = None) -> House:
    """A house below `folder`; its instance must be closed."""
    where = locations(folder / "articles", reference or folder / "reference", folder / "warehouse")
    for path in (where.articles, folder / "dagster"):
        path.mkdir(parents=True)
    (folder / "dagster" / "dagster.yaml").write_text("telemetry:\n  enabled: false\n")
    return House(folder, where, dg.DagsterInstance.from_config(str(folder / "dagster")))
