"""Publication days as partitions: only the days that have articles."""

from collections.abc import Iterable, Sequence
from datetime import date

import dagster as dg

publication_days = dg.DynamicPartitionsDefinition(name="publication_days")


def register(instance: dg.DagsterInstance, days: Iterable[date]) -> list[str]:
    """Make a partition of each of `days` that has none yet, and return the new ones in order."""
    known = set(instance.get_dynamic_partitions("publication_days"))
    new = sorted({day.isoformat() for day in days} - known)
    if new:
        instance.add_dynamic_partitions("publication_days", new)
    return new


def ranges(instance: dg.DagsterInstance, days: Iterable[date], longest: int = 100) -> list[tuple[str, str]]:
    """`days` as first and last partition of runs: Dagster takes several partitions in one run only where they are neighbours."""
    order = {key: place for place, key in enumerate(instance.get_dynamic_partitions("publication_days"))}
    wanted = sorted((day.isoformat() for day in days), key=order.__getitem__)
    found: list[list[str]] = []
    for key in wanted:
        if found and order[key] == order[found[-1][-1]] + 1 and len(found[-1]) < longest:
            found[-1].append(key)
        else:
            found.append([key])
    return [(group[0], group[-1]) for group in found]


def run_tags(first: str, last: str) -> dict[str, str]:
    """The tags that make a run take the partitions from `first` to `last`."""
    if first == last:
        return {"dagster/partition": first}
    return {"dagster/asset_partition_range_start": first, "dagster/asset_partition_range_end": last}


def days_of(keys: Sequence[str]) -> list[date]:
    """The publication days of partition keys."""
    return [date.fromisoformat(key) for key in keys]
