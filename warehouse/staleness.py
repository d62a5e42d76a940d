"""Which publication days must be loaded: those whose files or rules are not what they were when the day was loaded."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

import duckdb
import polars as pl

from transforms.articles import Problem
from transforms.tables import TABLES
from warehouse import build, files
from warehouse.locations import Locations
from warehouse.publish import is_published
from warehouse.rules import rules_version


@dataclass(frozen=True, slots=True)
class Standing:
    """What lies in the articles folder now, against what is loaded and published."""

    source_files: pl.DataFrame
    problems: Sequence[Problem]
    digests: Mapping[date, str]  # of every day that has files, or had them
    stale_days: Sequence[date]
    files_changed: bool  # whether `raw.source_files` is not what the warehouse knows
    unpublished: bool  # whether the build file holds what readers do not see yet

    @property
    def is_current(self) -> bool:
        """Whether there is nothing to do."""
        return not (self.stale_days or self.files_changed or self.unpublished)


def input_digests(source_files: pl.DataFrame, rules: str, days: Iterable[date] = ()) -> dict[date, str]:
    """The digest of the files and the rules of each publication day: every day that `source_files` tell of, and `days`."""
    held: dict[date, list[str]] = {day: [] for day in days}
    for path, digest, published in source_files.select("path", "sha256", "published_dates").iter_rows():
        for day in published:
            held.setdefault(day, []).append(f"{path}\0{digest}")
    return {day: sha256("\n".join([rules, *sorted(found)]).encode()).hexdigest()[:20] for day, found in sorted(held.items())}


def require_folder(where: Locations, known_files: pl.DataFrame) -> None:
    """Refuse to go on where the articles folder is gone.

    Raises:
        FileNotFoundError: it is, and the warehouse knows files of it (`known_files`): they would all count as removed.
    """
    if known_files.height and not where.articles.is_dir():
        raise FileNotFoundError(
            f"{where.articles} is not there, and {known_files.height} files of it are loaded: nothing is done, for all would count"
            " as removed. Bring the folder back, set ONRECORD_ARTICLES to where it is now, or make an empty folder if that is meant"
        )


def standing(where: Locations) -> Standing:
    """Read the articles folder and compare it with the build file, or the published file where there is no build file.

    Raises:
        FileNotFoundError: the articles folder is gone, and the warehouse knows files of it: they would all count as removed.
    """
    found, problems = files.source_files(where.articles)
    rules = rules_version(where.reference)
    known_files = TABLES["raw.source_files"].frame()
    loaded: dict[date, str] = {}
    texts: list[tuple[date]] = []
    if where.build.exists() or where.published.exists():
        with build.writing(where) as connection:
            known_files = build.table(connection, TABLES["raw.source_files"])
            loaded = dict(connection.execute("SELECT published_date, input_digest FROM ops.days").fetchall())
            texts = connection.execute("SELECT DISTINCT published_date FROM core.article_versions").fetchall()
    require_folder(where, known_files)
    digests = input_digests(found, rules, [*loaded, *(day for (day,) in texts)])
    return Standing(
        found,
        problems,
        digests,
        sorted(day for day, digest in digests.items() if loaded.get(day) != digest),
        not known_files.equals(found),
        not is_published(where),
    )


def published_connection(where: Locations) -> duckdb.DuckDBPyConnection:
    """A read-only connection to the published file.

    Raises:
        FileNotFoundError: nothing has been published yet.
    """
    if not where.published.exists():
        raise FileNotFoundError(f"{where.published} is not there yet: run `onrecord load` (or `make run`) first")
    return duckdb.connect(str(where.published), read_only=True)
