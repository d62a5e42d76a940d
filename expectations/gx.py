"""Great Expectations itself: imported once, when first something is validated, and quiet.

Belongs here: everything that knows its classes and results. Does not belong here: what is expected.
"""

import os
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING, Any

import polars as pl

from expectations.expectation import Expectation, Slice

if TYPE_CHECKING:
    from great_expectations.core.batch_definition import BatchDefinition
    from great_expectations.core.expectation_validation_result import ExpectationValidationResult
    from great_expectations.data_context.data_context.ephemeral_data_context import EphemeralDataContext
    from great_expectations.datasource.fluent.interfaces import Batch

ROW = "row_no"
"""The column that numbers the rows that are validated, from 0."""
_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Finding:
    """What became of one expectation. `rows` are the numbers of the rows that break it."""

    expectation: Expectation
    success: bool
    checked: int
    unexpected: int
    observed: str
    rows: tuple[int, ...]
    validation: "ExpectationValidationResult"


@cache
def library() -> ModuleType:
    """The library, with analytics off and without its warnings about its own imports."""
    os.environ.setdefault("GX_ANALYTICS_ENABLED", "false")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        import great_expectations
        import great_expectations.expectations
    return great_expectations


def context() -> "EphemeralDataContext":
    """A context that lives in memory, without progress bars."""
    found: EphemeralDataContext = library().get_context(mode="ephemeral")
    found.variables.progress_bars = {"globally": False}  # type: ignore[assignment]  # a plain mapping is what it stores
    return found


@cache
def _batches() -> "BatchDefinition[Any]":
    return context().data_sources.add_pandas("load").add_dataframe_asset("table").add_batch_definition_whole_dataframe("slice")


def validate(loaded: Slice, expectations: Sequence[Expectation]) -> list[Finding]:
    """Validate the rows of `loaded`; the findings stand in the order of `expectations`.

    Raises:
        RuntimeError: an expectation could not be evaluated, which is our bug.
    """
    if not expectations:
        return []
    derived = [expectation.derived(loaded) for expectation in expectations if expectation.holds is not None]
    read = dict.fromkeys((*loaded.table.key, *(column for each in expectations if each.holds is None for column in each.columns)))
    frame = loaded.frame.select(*read, *derived).with_row_index(ROW).with_columns(pl.col(ROW).cast(pl.Int64))
    batch = _batches().get_batch({"dataframe": frame.to_pandas()})
    found = _results(batch, loaded, expectations, "BASIC")
    failed = [each for each in expectations if not found[each.name].success]
    if failed:  # which rows break them takes longer to tell
        found |= _results(batch, loaded, failed, "COMPLETE")
    return [_finding(loaded, expectation, found[expectation.name]) for expectation in expectations]


def _results(
    batch: "Batch", loaded: Slice, expectations: Sequence[Expectation], result_format: str
) -> dict[str, "ExpectationValidationResult"]:
    checks = [
        getattr(library().expectations, each.check)(
            **each.arguments_for(loaded),
            description=each.description,
            severity=each.severity,
            meta={"name": each.name, "acts_on": each.acts_on},
        )
        for each in expectations
    ]
    result = batch.validate(
        library().ExpectationSuite(name=loaded.table.qualified_name, expectations=checks),
        result_format={
            "result_format": result_format,
            "unexpected_index_column_names": [*loaded.table.key, ROW],
            "return_unexpected_index_query": False,
        },
    )
    return {
        each.expectation_config.meta["name"]: each for each in result.results if each.expectation_config and each.expectation_config.meta
    }


def _finding(loaded: Slice, expectation: Expectation, found: "ExpectationValidationResult") -> Finding:
    where = f"{loaded.table.qualified_name}: {expectation.name}"
    if found.exception_info.get("raised_exception", True):
        raise RuntimeError(f"{where} could not be evaluated: {found.exception_info}")
    result = found.result
    broken = result.get("unexpected_index_list") or []
    checked = result.get("element_count", loaded.frame.height)
    unexpected = result.get("unexpected_count", 0)
    if expectation.check != "ExpectColumnValuesToNotBeNull":
        checked -= result.get("missing_count", 0)
    if "observed_value" in result:
        observed = str(result["observed_value"])
    elif not checked and loaded.frame.height:
        observed = "applies to no row"
    elif expectation.acts_on == "table":
        observed = f"holds for {(checked - unexpected) / checked:.1%} of {checked}" if checked else "no rows"
    elif unexpected:
        keys = ["/".join(str(row[column]) for column in loaded.table.key) for row in broken[:3]]
        observed = f"{unexpected} of {checked} break it: {', '.join(keys)}{' ...' if unexpected > len(keys) else ''}"
    else:
        observed = f"holds for all {checked}" if checked else "no rows"
    for listed in ("unexpected_list", "unexpected_index_list"):
        if listed in result:
            result[listed] = result[listed][:_SHOWN]
    return Finding(
        expectation,
        bool(found.success),
        int(checked),
        int(unexpected),
        observed,
        tuple(int(row[ROW]) for row in broken),
        found,
    )
