"""Loads of made-up days that no rule has read: only texts, so that tests of the warehouse do not depend on what rules find."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import polars as pl

from transforms.articles import SourceArticle, article_versions, with_earlier_versions
from transforms.tables import TABLES, of_scope
from warehouse import build
from warehouse.locations import Locations, locations

MOMENT = datetime(2024, 3, 9, 2, 0, tzinfo=UTC)
DAY = date(2024, 3, 5)
NEXT = date(2024, 3, 6)


def places(folder: Path) -> Locations:
    """A warehouse of its own below `folder`."""
    return locations(folder / "articles", folder / "reference", folder / "warehouse")


def texts(day: date, bodies: Mapping[str, str]) -> pl.DataFrame:
    """Current versions of the `bodies`, by file name."""
    frame, problems = article_versions(SourceArticle(name, f" date {day} {body}") for name, body in bodies.items())
    assert not problems
    return frame


def a_load(
    number: int,
    versions: pl.DataFrame,
    days: Sequence[date],
    *,
    files: Sequence[tuple[str, str | None, str]] = (),
    set_aside: Sequence[Mapping[str, object]] = (),
    results: Sequence[Mapping[str, object]] = (),
    rules: str = "rules",
) -> build.Load:
    """Load `number` with whole `days`: their `versions`, and nothing read from them."""
    empty = {table.qualified_name: table.frame() for table in of_scope("day")}
    case = {
        name: dtype
        for name, dtype in TABLES["ops.quarantine"].frame_schema.items()
        if name not in {"quarantine_id", "load_id", "quarantined_at", "resolved_at"}
    }
    result = {
        name: dtype for name, dtype in TABLES["ops.validation_results"].frame_schema.items() if name not in {"load_id", "validated_at"}
    }
    return build.Load(
        load_id=f"load-{number}",
        loaded_at=MOMENT + timedelta(days=number),
        digests={day: f"{day}-{number}" for day in days},
        rules_version=rules,
        frames=empty | {"core.article_versions": versions},
        set_aside=pl.DataFrame(list(set_aside), schema=case),
        files=pl.DataFrame(list(files), schema={"path": pl.String, "sha256": pl.String, "outcome": pl.String}, orient="row"),
        results=pl.DataFrame(list(results), schema=result),
    )


def load(where: Locations, one: build.Load) -> None:
    """Load and commit, as if what spans all days had been derived as well."""
    with build.writing(where) as connection:
        build.load_days(connection, one)
        build.mark_derived(connection)


def held(where: Locations, sql: str, *parameters: object) -> list[tuple]:
    """What the build file answers."""
    with build.writing(where) as connection:
        return connection.execute(sql, list(parameters)).fetchall()


__all__ = ["DAY", "MOMENT", "NEXT", "a_load", "held", "load", "places", "texts", "with_earlier_versions"]
