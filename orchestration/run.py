"""A load from the command line: the same job as the schedule's, on the same Dagster instance, in this process."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import dagster as dg

from orchestration import partitions
from orchestration.definitions import defs
from orchestration.schedule import WITHOUT_DAYS
from warehouse.locations import ROOT, Locations
from warehouse.staleness import Standing, standing

# No telemetry, and no greeting that asks for an address.
_SETTINGS = "telemetry:\n  enabled: false\nnux:\n  enabled: false\n"


def dagster_home() -> Path:
    """The folder of the Dagster instance: `DAGSTER_HOME`, or `.dagster` in the project; made with telemetry off where it is not there."""
    home = Path(os.environ.setdefault("DAGSTER_HOME", str(ROOT / ".dagster")))
    home.mkdir(parents=True, exist_ok=True)
    settings = home / "dagster.yaml"
    if not settings.exists():
        settings.write_text(_SETTINGS, encoding="utf-8")
    return home


def prepare(where: Locations) -> int:
    """Make the Dagster home and the partitions of all days that have articles; how many days there are."""
    dagster_home()
    found = standing(where)
    with dg.DagsterInstance.get() as instance:
        partitions.register(instance, found.digests)
    return len(found.digests)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a load."""

    standing: Standing
    days: Sequence[date]
    succeeded: bool
    failures: Sequence[str]


def load(where: Locations, say: Callable[[str], None], only: Callable[[str], bool] | None = None) -> Outcome:
    """Load every stale day and publish; with `only`, the days of the files whose path (below the articles folder) it takes."""
    dagster_home()
    found = standing(where)
    days = list(found.stale_days)
    if only is not None:
        chosen = {day for path, held in found.source_files.select("path", "published_dates").iter_rows() if only(path) for day in held}
        days = [day for day in days if day in chosen]
    if found.is_current or (only is not None and not days and not found.files_changed):
        return Outcome(found, [], succeeded=True, failures=[])
    failures: list[str] = []
    with dg.DagsterInstance.get() as instance:
        partitions.register(instance, found.digests)
        job = defs.resolve_job_def("load")
        quiet: dict[str, object] = {"loggers": {"progress": {}}}
        if not days:
            selection = [key for assets in WITHOUT_DAYS for key in assets.keys]
            failures += _failures(job.execute_in_process(quiet, instance=instance, asset_selection=selection, raise_on_error=False))
        for first, last in partitions.ranges(instance, days):
            say(f"loading {first}" if first == last else f"loading {first} to {last}")
            tags = partitions.run_tags(first, last)
            failures += _failures(job.execute_in_process(quiet, instance=instance, tags=tags, raise_on_error=False))
    return Outcome(found, days, not failures, failures)


def _failures(result: dg.ExecuteInProcessResult) -> list[str]:
    """What failed in a run, in words."""
    if result.success:
        return []
    said = [
        f"{evaluation.asset_key.to_user_string()}: {evaluation.check_name} failed"
        for evaluation in result.get_asset_check_evaluations()
        if not evaluation.passed and evaluation.severity == dg.AssetCheckSeverity.ERROR
    ]
    for event in result.all_events:
        if event.is_step_failure and event.step_failure_data.error is not None:
            error = event.step_failure_data.error
            while error.cause is not None:
                error = error.cause
            said.append(f"{event.step_key}: {error.message.strip()}")
    return said or ["the run failed: see it in the Dagster UI (make ui)"]
