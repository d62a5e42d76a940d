"""What Dagster loads. Nothing is read from the articles folder or a database to define it."""

import dagster as dg

from orchestration import assets, schedule
from orchestration.progress import progress_logger
from orchestration.resources import Warehouse

defs = dg.Definitions(
    assets=[assets.source_files, assets.publication_day, assets.all_days, assets.publish_warehouse],
    jobs=[schedule.load_job],
    schedules=[schedule.nightly],
    sensors=[schedule.new_publication_days],
    loggers={"console": dg.colored_console_logger, "progress": progress_logger},
    resources={"warehouse": Warehouse()},
    # One process: a step of its own costs about four seconds, most of it imports.
    executor=dg.in_process_executor,
)
