"""The nightly schedule and the sensor of new days, evaluated against a real instance."""

import dagster as dg

from orchestration import partitions
from orchestration.definitions import defs
from orchestration.resources import Warehouse
from orchestration.schedule import WITHOUT_DAYS, new_publication_days, nightly
from tests.orchestration.house import BRIDGE, FERRY, FRIDAY, MARKET, MONDAY, TUESDAY, WEDNESDAY
from warehouse.staleness import standing


def a_night(house):
    """What the schedule asks for on one night."""
    with dg.build_schedule_context(instance=house.instance) as context:
        return nightly(context, warehouse=Warehouse())


def a_look(house, cursor=None):
    """What the sensor says, and where it stands afterwards."""
    with dg.build_sensor_context(instance=house.instance, cursor=cursor, resources={"warehouse": Warehouse()}) as context:
        tick = new_publication_days.evaluate_tick(context)
        return tick.skip_message, tick.cursor


def run_as_asked(house, request):
    """Run what the schedule asked for."""
    selection = list(request.asset_selection) if request.asset_selection else None
    return defs.resolve_job_def("load").execute_in_process(
        {"loggers": {"progress": {}}}, instance=house.instance, tags=request.tags, asset_selection=selection, raise_on_error=False
    )


def test_a_night_with_nothing_new_is_skipped_with_its_reason(loaded):
    (reason,) = [a_night(loaded)]
    assert isinstance(reason, dg.SkipReason)
    assert reason.skip_message == "Nothing is new: 3 files of 2 days are loaded and published."


def test_a_new_file_makes_exactly_the_run_of_its_day(loaded):
    loaded.write("market.txt", FRIDAY, MARKET)
    (request,) = a_night(loaded)
    assert request.tags == {"dagster/partition": "2024-03-08"}
    assert request.asset_selection is None
    assert run_as_asked(loaded, request).success
    assert isinstance(a_night(loaded), dg.SkipReason)
    assert loaded.published("SELECT published_date FROM core.article_versions WHERE path = 'market.txt'") == [(FRIDAY,)]


def test_a_changed_file_makes_exactly_the_run_of_its_day(loaded):
    loaded.write("bridge.txt", TUESDAY, BRIDGE + " Work begins in May.")
    (request,) = a_night(loaded)
    assert request.tags == {"dagster/partition": "2024-03-05"}


def test_neighbouring_days_are_one_run_and_others_are_runs_of_their_own(house):
    for day in (MONDAY, TUESDAY, FRIDAY):
        house.write(f"{day}.txt", day, BRIDGE)
    (request,) = a_night(house)
    assert request.tags == {"dagster/asset_partition_range_start": "2024-03-04", "dagster/asset_partition_range_end": "2024-03-08"}
    house.write("late.txt", WEDNESDAY, BRIDGE)
    # A day between others that has come late stands last in the order of partitions.
    (request,) = a_night(house)
    assert partitions.ranges(house.instance, [MONDAY, FRIDAY]) == [("2024-03-04", "2024-03-04"), ("2024-03-08", "2024-03-08")]
    assert partitions.ranges(house.instance, [FRIDAY, WEDNESDAY]) == [("2024-03-08", "2024-03-06")]
    assert partitions.ranges(house.instance, [MONDAY, TUESDAY, FRIDAY], longest=2) == [
        ("2024-03-04", "2024-03-05"),
        ("2024-03-08", "2024-03-08"),
    ]


def test_a_file_that_cannot_be_read_alone_makes_a_run_without_days(loaded):
    loaded.write("other.txt", None, "No day is told.")
    (request,) = a_night(loaded)
    assert request.tags == {}
    assert set(request.asset_selection) == {key for assets in WITHOUT_DAYS for key in assets.keys}
    result = run_as_asked(loaded, request)
    assert result.success
    assert loaded.published("SELECT row_key FROM ops.quarantine WHERE resolved_at IS NULL ORDER BY 1") == [("other.txt",), ("undated.txt",)]
    assert isinstance(a_night(loaded), dg.SkipReason)


def test_a_file_that_could_not_be_read_and_is_gone_is_resolved(loaded):
    (loaded.where.articles / "undated.txt").unlink()
    (request,) = a_night(loaded)
    assert run_as_asked(loaded, request).success
    assert loaded.published("SELECT row_key, resolved_at IS NOT NULL FROM ops.quarantine") == [("undated.txt", True)]


def test_a_publication_that_was_cut_off_is_made_up_for(loaded):
    loaded.where.published.unlink()
    (request,) = a_night(loaded)
    assert request.asset_selection
    assert run_as_asked(loaded, request).success
    assert loaded.where.published.exists()
    assert standing(loaded.where).is_current


def test_the_first_night_of_all_registers_its_days(house):
    house.write("ferry.txt", MONDAY, FERRY)
    (request,) = a_night(house)
    assert request.tags == {"dagster/partition": "2024-03-04"}
    assert house.instance.get_dynamic_partitions("publication_days") == ["2024-03-04"]


def test_the_sensor_makes_a_partition_of_each_day_that_has_articles(house):
    house.write("ferry.txt", MONDAY, FERRY)
    house.write("market.txt", FRIDAY, MARKET)
    house.write("undated.txt", None, MARKET)
    said, cursor = a_look(house)
    assert said == "2 new publication days: 2024-03-04, 2024-03-08"
    assert house.instance.get_dynamic_partitions("publication_days") == ["2024-03-04", "2024-03-08"]
    assert a_look(house, cursor) == ("The articles folder is as it was.", cursor)
    house.write("bridge.txt", MONDAY, BRIDGE)
    said, later = a_look(house, cursor)
    assert said == "No publication day is new."
    assert later != cursor


def test_the_sensor_bears_a_folder_that_is_not_there(house):
    house.where.articles.rmdir()
    assert a_look(house)[0] == "No publication day is new."
    assert house.instance.get_dynamic_partitions("publication_days") == []


def test_the_schedule_is_found_by_name_with_its_cron_string():
    schedule = defs.resolve_schedule_def("nightly")
    assert (schedule.cron_schedule, schedule.execution_timezone, schedule.job_name) == ("0 2 * * *", "UTC", "load")
