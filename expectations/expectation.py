"""What an expectation is, and the ways to declare one.

Belongs here: the declaration, and readings of the loaded rows that several tables' declarations share. Does not belong here: any
table's own expectations.

| declare with | what it says | when it fails |
|---|---|---|
| `rows` | each row holds | the row is set aside; a warning only counts |
| `share` | at least a share of the rows hold | the table: a warning shows, a critical one stops the load |
| `one_of` `none_of` `matches` `between` `ordered` `unique` | each row holds, as Great Expectations tells it | the row is set aside |
| `native` | any expectation of Great Expectations, by its class name and arguments | as `acts_on` says |

`rows` and `share` take a Polars expression or a function, which gives true, false, or null where it does not apply. What it gives
becomes a column of its own, named as the expectation, that Great Expectations then checks to be true.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Literal

import polars as pl

from transforms.tables import Table

Severity = Literal["critical", "warning"]
ActsOn = Literal["row", "table"]

ENOUGH_ROWS = 20
"""A share of fewer rows says nothing."""


@dataclass(frozen=True)
class Slice:
    """The rows of one table that are being loaded, and what stands beside them.

    `beside` holds the other frames of the load by qualified name. `arrived` is how many rows there were before any was set aside.
    """

    table: Table
    frame: pl.DataFrame
    beside: Mapping[str, pl.DataFrame]
    today: date
    arrived: int

    @cached_property
    def bodies(self) -> Mapping[str, str]:
        """The text of each version."""
        versions = self.frame if self.table.qualified_name == "core.article_versions" else self.beside["core.article_versions"]
        return {version: body or "" for version, body in versions.select("version_id", "body").iter_rows()}

    @property
    def characters(self) -> int:
        """How long the texts are, all together."""
        return sum(map(len, self.bodies.values()))

    def rows(self, *columns: str) -> Iterator[tuple[Any, ...]]:
        """The values of `columns`, row by row."""
        return self.frame.select(columns).iter_rows()

    def looked_up(self, table: str, by: Mapping[str, str], value: str) -> pl.Series:
        """For each row the `value` of the row of `table` whose columns (the keys of `by`) equal this row's (the values of `by`).

        Null where there is none, and everywhere when `table` is not at hand.
        """
        other = self.frame if table == self.table.qualified_name else self.beside.get(table)
        if other is None:
            return pl.Series(value, [None] * self.frame.height)
        found = other.select(*by, pl.col(value).alias("_found")).unique(list(by), keep="first", maintain_order=True)
        mine = self.frame.select(pl.col(column).alias(key) for key, column in by.items())
        return mine.join(found, on=list(by), how="left", maintain_order="left")["_found"].alias(value)


Holds = pl.Expr | Callable[[Slice], Iterable[bool | None] | pl.Series]
Arguments = Mapping[str, Any] | Callable[[Slice], Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Expectation:
    """One thing that must be true, said in plain English, with what its failure does.

    `check` names the class of Great Expectations that decides and `arguments` are its arguments. With `holds`, a column named as the
    expectation is derived first, and that is what the check looks at. `columns` are those of the table that a reader of a failure
    wants to see.
    """

    name: str
    description: str
    severity: Severity
    acts_on: ActsOn
    check: str
    arguments: Arguments
    columns: tuple[str, ...] = ()
    holds: Holds | None = field(default=None, compare=False)

    def arguments_for(self, loaded: Slice) -> Mapping[str, Any]:
        """The arguments of the check, for the rows of `loaded`."""
        return self.arguments if isinstance(self.arguments, Mapping) else self.arguments(loaded)

    def derived(self, loaded: Slice) -> pl.Series:
        """The column that the check looks at: for each row whether it holds, null where the expectation does not apply."""
        if isinstance(self.holds, pl.Expr):
            found = loaded.frame.select(self.holds.alias(self.name))[self.name]
        elif self.holds is not None:
            values = self.holds(loaded)
            found = values if isinstance(values, pl.Series) else pl.Series(self.name, list(values), dtype=pl.Boolean)
        else:
            raise ValueError(f"{self.name} derives nothing")
        return found.cast(pl.Boolean).alias(self.name)


def rows(name: str, description: str, holds: Holds, *columns: str, severity: Severity = "critical") -> Expectation:
    """Each row holds. `columns` say what a function looks at; an expression says so itself."""
    return Expectation(
        name,
        description,
        severity,
        "row",
        "ExpectColumnValuesToBeInSet",
        {"column": name, "value_set": [True]},
        _seen(holds, columns),
        holds,
    )


def share(name: str, description: str, at_least: float, holds: Holds, *columns: str, severity: Severity = "warning") -> Expectation:
    """At least a share of the rows to which it applies hold, where there are enough rows to tell."""

    def arguments(loaded: Slice) -> Mapping[str, Any]:
        return {"column": name, "value_set": [True], "mostly": at_least if loaded.frame.height >= ENOUGH_ROWS else 0.0}

    said = f"{description.removesuffix('.')}, where there are {ENOUGH_ROWS} rows or more."
    return Expectation(name, said, severity, "table", "ExpectColumnValuesToBeInSet", arguments, _seen(holds, columns), holds)


def native(
    name: str,
    description: str,
    check: str,
    arguments: Arguments,
    *columns: str,
    severity: Severity = "critical",
    acts_on: ActsOn = "row",
) -> Expectation:
    """What the class `check` of Great Expectations says with `arguments`; `columns` are those of the table that it reads."""
    return Expectation(name, description, severity, acts_on, check, arguments, columns)


def one_of(name: str, description: str, column: str, values: Iterable[str], *, severity: Severity = "critical") -> Expectation:
    """`column` holds one of `values`."""
    return native(
        name, description, "ExpectColumnValuesToBeInSet", {"column": column, "value_set": sorted(values)}, column, severity=severity
    )


def none_of(name: str, description: str, column: str, values: Iterable[str], *, severity: Severity = "critical") -> Expectation:
    """`column` holds none of `values`."""
    arguments = {"column": column, "value_set": sorted(values)}
    return native(name, description, "ExpectColumnValuesToNotBeInSet", arguments, column, severity=severity)


def matches(name: str, description: str, column: str, pattern: str, *, severity: Severity = "critical") -> Expectation:
    """`pattern` is found in `column`."""
    return native(name, description, "ExpectColumnValuesToMatchRegex", {"column": column, "regex": pattern}, column, severity=severity)


def between(
    name: str, description: str, column: str, least: int | None, most: int | None, *, severity: Severity = "critical"
) -> Expectation:
    """`column` lies between two values, both included; None is open."""
    arguments = {"column": column, "min_value": least, "max_value": most}
    return native(name, description, "ExpectColumnValuesToBeBetween", arguments, column, severity=severity)


def ordered(lower: str, upper: str, *, severity: Severity = "critical") -> Expectation:
    """`lower` is not above `upper`, where both are known."""
    arguments = {"column_A": upper, "column_B": lower, "or_equal": True, "ignore_row_if": "either_value_is_missing"}
    name, check = f"{lower}_is_not_above_{upper}", "ExpectColumnPairValuesAToBeGreaterThanB"
    return native(name, f"{lower} <= {upper}.", check, arguments, lower, upper, severity=severity)


def unique(name: str, description: str, *columns: str, severity: Severity = "critical") -> Expectation:
    """No two rows have the same `columns`."""
    if len(columns) == 1:
        return native(name, description, "ExpectColumnValuesToBeUnique", {"column": columns[0]}, *columns, severity=severity)
    return native(name, description, "ExpectCompoundColumnsToBeUnique", {"column_list": list(columns)}, *columns, severity=severity)


def _seen(holds: Holds, columns: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(holds.meta.root_names())) if isinstance(holds, pl.Expr) and not columns else columns


def where(applies: pl.Expr, holds: pl.Expr) -> pl.Expr:
    """`holds` for the rows to which it `applies`, null for the others."""
    return pl.when(applies).then(holds)


def text_at(text: str, start: str, end: str) -> Callable[[Slice], Iterable[bool | None]]:
    """Whether `body[start:end]` is exactly `text`; all three are null where there is no such span."""

    def holds(loaded: Slice) -> Iterator[bool | None]:
        for version, printed, first, stop in loaded.rows("version_id", text, start, end):
            if printed is None and first is None and stop is None:
                yield None
            elif printed is None or first is None or stop is None:
                yield False
            else:
                yield first >= 0 and loaded.bodies.get(version, "")[first:stop] == printed

    return holds


def stands_in_body(text: str) -> Callable[[Slice], Iterable[bool | None]]:
    """Whether the printed `text` stands in the body."""

    def holds(loaded: Slice) -> Iterator[bool | None]:
        looked_for: dict[tuple[str, str], bool] = {}  # a long text may print the same words in a thousand rows
        for version, printed in loaded.rows("version_id", text):
            if printed is None:
                yield None
                continue
            if (version, printed) not in looked_for:
                looked_for[version, printed] = printed in loaded.bodies.get(version, "")
            yield looked_for[version, printed]

    return holds


def stands_in_evidence(text: str) -> pl.Expr:
    """Whether the printed `text` stands in the evidence."""
    return pl.col("evidence").str.contains(pl.col(text), literal=True)


def within_evidence(start: str, end: str) -> pl.Expr:
    """Whether the span lies in the evidence."""
    return (pl.col("start_char") <= pl.col(start)) & (pl.col(end) <= pl.col("end_char"))
