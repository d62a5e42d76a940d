"""When loads happen: every night, for every stale day; and days become partitions as soon as they have files."""

import dagster as dg

from orchestration.assets import all_days, publish_warehouse, source_files
from orchestration.partitions import ranges, register, run_tags
from orchestration.resources import Warehouse
from warehouse.files import fingerprint
from warehouse.files import source_files as source_files_of
from warehouse.staleness import standing

load_job = dg.define_asset_job(
    "load",
    selection=dg.AssetSelection.all(),
    description="List the files, load publication days, derive what spans all days, publish.",
)

# What a run does when no day is stale.
WITHOUT_DAYS = (source_files, all_days, publish_warehouse)


@dg.schedule(cron_schedule="0 2 * * *", job=load_job, execution_timezone="UTC", default_status=dg.DefaultScheduleStatus.STOPPED)
def nightly(context: dg.ScheduleEvaluationContext, warehouse: Warehouse) -> dg.SkipReason | list[dg.RunRequest]:
    """Load every stale day: days with new or changed files, and all days after a change of rules or reference data."""
    found = standing(warehouse.where)
    if found.is_current:
        return dg.SkipReason(f"Nothing is new: {found.source_files.height} files of {len(found.digests)} days are loaded and published.")
    register(context.instance, found.digests)
    if not found.stale_days:
        # A file that cannot be read, or a publication that was cut off: there is no day to load.
        return [dg.RunRequest(asset_selection=[key for assets in WITHOUT_DAYS for key in assets.keys])]
    return [dg.RunRequest(tags=run_tags(first, last)) for first, last in ranges(context.instance, found.stale_days)]


@dg.sensor(minimum_interval_seconds=30, default_status=dg.DefaultSensorStatus.RUNNING)
def new_publication_days(context: dg.SensorEvaluationContext, warehouse: Warehouse) -> dg.SkipReason:
    """Make a partition of each day that has articles, so that it can be chosen; the folder is read only when its listing changed."""
    listing = fingerprint(warehouse.where.articles)
    if listing == context.cursor:
        return dg.SkipReason("The articles folder is as it was.")
    days = {day for held in source_files_of(warehouse.where.articles)[0]["published_dates"].to_list() for day in held}
    new = register(context.instance, days)
    context.update_cursor(listing)
    return dg.SkipReason(f"{len(new)} new publication days: {', '.join(new[:10])}" if new else "No publication day is new.")
