"""Every expectation bites: the clean load passes all of them, and for each there is a poison that it catches."""

import polars as pl
import pytest

from expectations import gx
from expectations.audit import suite
from expectations.expectation import Expectation, Slice
from tests.expectations import poisons
from tests.expectations.example import TODAY, frames
from transforms.tables import TABLES, Table

CLEAN = frames()
EXPECTED = [(table, expectation) for table in TABLES.values() for expectation in suite(table)]


def loaded(table: Table) -> Slice:
    frame = CLEAN[table.qualified_name]
    return Slice(table, frame, CLEAN, TODAY, frame.height)


def named(pair: tuple[Table, Expectation]) -> str:
    return f"{pair[0].qualified_name}-{pair[1].name}"


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.qualified_name)
def test_a_clean_load_passes_every_expectation(table: Table) -> None:
    assert [finding.expectation.name for finding in gx.validate(loaded(table), suite(table)) if not finding.success] == []


@pytest.mark.parametrize("pair", EXPECTED, ids=named)
def test_every_expectation_catches_its_poison(pair: tuple[Table, Expectation]) -> None:
    table, expectation = pair
    poison = poisons.poison_for(table.qualified_name, expectation.name)
    assert poison is not None, "add a poison for it to tests/expectations/poisons.py"
    (finding,) = gx.validate(poison(loaded(table)), [expectation])
    assert not finding.success
    if expectation.acts_on == "row":
        assert finding.rows


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.qualified_name)
def test_every_required_column_is_required(table: Table) -> None:
    required = [column.name for column in table.columns if not column.nullable]
    (row, *_) = CLEAN[table.qualified_name].to_dicts()
    holes = pl.DataFrame([{**row, column: None} for column in required], schema=table.frame_schema)
    (expectation,) = (each for each in suite(table) if each.name == "required_values_are_there")
    (finding,) = gx.validate(Slice(table, holes, CLEAN, TODAY, holes.height), [expectation])
    assert len(finding.rows) == len(required)


def test_no_poison_is_for_an_expectation_that_is_gone() -> None:
    declared = {(table.qualified_name, expectation.name) for table, expectation in EXPECTED}
    assert {(table, name) for table, named in poisons.DOMAIN.items() for name in named} <= declared


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.qualified_name)
def test_expectations_are_told_apart_by_name_and_say_what_they_mean(table: Table) -> None:
    expectations = suite(table)
    assert len({each.name for each in expectations}) == len(expectations)
    assert not {each.name for each in expectations} & table.frame_schema.keys()
    for each in expectations:
        assert each.description.endswith(".")
        assert set(each.columns) <= table.frame_schema.keys()
