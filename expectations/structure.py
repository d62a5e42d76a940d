"""The expectations that follow from a table's declaration, the same for every table.

Belongs here: columns, required values, keys, vocabularies, references, spans, dates, row counts. Does not belong here: what a column means
beyond its declaration.
"""

from collections.abc import Callable, Iterator, Mapping
from math import ceil
from typing import Any

import polars as pl

from expectations.expectation import Expectation, Slice, native, one_of, rows, text_at
from transforms.tables import TABLES, Column, Table, codes

MOST_SET_ASIDE = 0.10
"""Past this share of its rows, a table is taken to be broken rather than some of its rows."""
ALWAYS_MAY_FALL = 5
"""So many rows may be set aside, however few there are."""
FEWEST_CHARACTERS_A_ROW = 4
"""More rows than one in so many characters of text do not come from reading it."""

# What a text's rows refer to before the corpus table is made of it.
_STANDS_IN = {"core.actors": "core.article_actors"}
_NEVER_EMPTY = frozenset({"core.vocabulary", "core.article_versions"})
# A period may reach beyond today: "this year".
_MAY_LIE_AHEAD = frozenset({"period_end"})


def require(table: Table, frame: pl.DataFrame) -> None:
    """Check that `frame` has the columns of `table`, in order, with their dtypes: anything else is our bug.

    Raises:
        TypeError: it has not.
    """
    if frame.schema != table.frame_schema or frame.columns != table.frame_schema.names():
        wanted, found = table.frame_schema, frame.schema
        differing = [f"{name}: {found.get(name, 'missing')}, declared {wanted[name]}" for name in wanted if found.get(name) != wanted[name]]
        undeclared = [f"{name}: not declared" for name in found if name not in wanted]
        raise TypeError(f"{table.qualified_name}: " + ("; ".join(differing + undeclared) or f"columns in another order: {frame.columns}"))


def suite(table: Table) -> tuple[Expectation, ...]:
    """The structural suite of `table`, the most basic expectations first."""
    return tuple(_declared(table))


def _declared(table: Table) -> Iterator[Expectation]:
    if table.scope == "day" or table.qualified_name in _NEVER_EMPTY:
        yield native("row_count", _row_count_description(table), "ExpectTableRowCountToBeBetween", _row_count, acts_on="table")
    required = [column.name for column in table.columns if not column.nullable]
    yield rows(
        "required_values_are_there",
        f"Never missing: {', '.join(required)}.",
        pl.all_horizontal(pl.col(required).is_not_null()),
        *required,
    )
    yield rows(
        "key_is_unique",
        f"No two rows have the same {', '.join(table.key)}: of those that have, one stays.",
        _first_with_its_key,
        *table.key,
    )
    yield rows(
        "no_blank_text",
        "A text that is not missing is not blank.",
        pl.all_horizontal(pl.col(name).str.contains(r"\S") | pl.col(name).is_null() for name in _of_dtype(table, pl.String)),
    )
    for column in table.columns:
        yield from _of_column(table, column)
    if _is_fact(table):
        yield rows("span_lies_in_body", "0 <= start_char < end_char <= length of the body.", _span_lies_in_body, "start_char", "end_char")
        yield rows(
            "evidence_is_the_text",
            "The evidence is exactly body[start_char:end_char].",
            text_at("evidence", "start_char", "end_char"),
            "evidence",
            "start_char",
            "end_char",
        )
    names = table.frame_schema
    if {"version_id", "published_date"} <= names.keys() and table.qualified_name != "core.article_versions":
        yield rows(
            "published_date_is_the_texts",
            "The publication day is that of the text.",
            lambda loaded: (
                loaded.looked_up("core.article_versions", {"version_id": "version_id"}, "published_date") == loaded.frame["published_date"]
            ),
            "published_date",
        )
    if table.scope == "corpus" and _is_referred_to(table):
        yield native(
            "whatever_is_referred_to_is_here",
            "Every row that other tables refer to is here.",
            "ExpectColumnDistinctValuesToContainSet",
            _missed,
            *table.key,
            acts_on="table",
        )
    yield native(
        "few_rows_are_set_aside",
        f"At most {MOST_SET_ASIDE:.0%} of the rows, or {ALWAYS_MAY_FALL}, are set aside on their own account.",
        "ExpectTableRowCountToBeBetween",
        lambda loaded: {"min_value": loaded.arrived - max(ALWAYS_MAY_FALL, int(loaded.arrived * MOST_SET_ASIDE))},
        acts_on="table",
    )


def _is_fact(table: Table) -> bool:
    """Whether each row is tied to the characters that prove it."""
    return {"version_id", "start_char", "end_char", "evidence"} <= table.frame_schema.keys()


def _row_count_description(table: Table) -> str:
    if table.qualified_name in _NEVER_EMPTY:
        return "At least one row arrives."
    return f"There is at most one row in {FEWEST_CHARACTERS_A_ROW} characters of text."


def _row_count(loaded: Slice) -> Mapping[str, Any]:
    if loaded.table.qualified_name in _NEVER_EMPTY:
        return {"min_value": 0 if loaded.arrived else 1}  # a day whose one text is set aside is loaded without it
    return {"min_value": 0, "max_value": ceil(loaded.characters / FEWEST_CHARACTERS_A_ROW)}


def _of_dtype(table: Table, dtype: pl.datatypes.DataTypeClass) -> list[str]:
    return [column.name for column in table.columns if column.dtype == dtype]


def _of_column(table: Table, column: Column) -> Iterator[Expectation]:
    name = column.name
    if column.vocabulary:
        known = list(codes(column.vocabulary))
        description = f"`{name}` holds codes of the vocabulary {column.vocabulary}."
        if isinstance(column.dtype, pl.List):
            yield rows(f"{name}_is_a_code", description, pl.col(name).list.eval(pl.element().is_in(known)).list.all(), name)
        else:
            yield one_of(f"{name}_is_a_code", description, name, known)
    if column.references:
        yield rows(
            f"{name}_resolves",
            f"`{name}` is found in {column.references}, in the same text.",
            _resolves(column.name, column.references),
            name,
        )
    if column.dtype == pl.Date:
        yield rows(
            f"{name}_is_not_in_the_future",
            f"`{name}` is not after the day of the load.",
            _not_in_the_future(name),
            name,
            severity="warning" if name in _MAY_LIE_AHEAD else "critical",
        )
    if name.endswith("_text"):
        stem = name.removesuffix("_text")
        span = (name, f"{stem}_start", f"{stem}_end")
        if all(table.frame_schema.get(each) == dtype for each, dtype in zip(span, (pl.String, pl.Int64, pl.Int64), strict=True)):
            yield rows(f"{stem}_is_the_text", f"`{name}` is exactly body[{span[1]}:{span[2]}].", text_at(*span), *span)


def _first_with_its_key(loaded: Slice) -> list[bool]:
    """Of the rows with one key, the first by their values: the order that they came in may be another one next time."""
    key = list(loaded.table.key)
    holds = [True] * loaded.frame.height
    repeated = loaded.frame.with_row_index("row_no").filter(pl.struct(key).is_duplicated())
    first: dict[tuple[Any, ...], tuple[str, int]] = {}
    for row in repeated.iter_rows(named=True):
        number = row.pop("row_no")
        holds[number] = False
        its_key = tuple(row[name] for name in key)
        first[its_key] = min(first.get(its_key, (repr(row), number)), (repr(row), number))
    for _, number in first.values():
        holds[number] = True
    return holds


def _span_lies_in_body(loaded: Slice) -> Iterator[bool | None]:
    for version, start, end in loaded.rows("version_id", "start_char", "end_char"):
        yield None if start is None or end is None else 0 <= start < end <= len(loaded.bodies.get(version, ""))


def _not_in_the_future(column: str) -> Callable[[Slice], pl.Series]:
    return lambda loaded: loaded.frame[column] <= loaded.today


def _resolves(column: str, references: str) -> Callable[[Slice], pl.Series]:
    target, _, key = references.rpartition(".")

    def holds(loaded: Slice) -> pl.Series:
        own, has_text = loaded.table.qualified_name, "version_id" in loaded.frame.columns
        at_hand = {*loaded.beside, own}
        stand_in = _STANDS_IN.get(target, target)
        other = stand_in if has_text and stand_in in at_hand and stand_in != own and loaded.table.scope == "day" else target
        if other not in at_hand:
            return pl.Series([None] * loaded.frame.height, dtype=pl.Boolean)
        by = {key: column}
        parent = TABLES[other]
        if has_text and column != "version_id" and parent.scope == "day" and "version_id" in parent.frame_schema:
            by["version_id"] = "version_id"
        refers, found = loaded.frame[column].is_not_null(), loaded.looked_up(other, by, key).is_not_null()
        return pl.select(pl.when(refers).then(found)).to_series()

    return holds


def parents(table: Table) -> Iterator[tuple[str, str, str]]:
    """For each reference of `table`: the expectation that it resolves, the column, and a table that it may be looked up in."""
    for column in table.columns:
        if column.references:
            target = column.references.rpartition(".")[0]
            for name in dict.fromkeys((target, _STANDS_IN.get(target, target))):
                yield f"{column.name}_resolves", column.name, name


def _is_referred_to(table: Table) -> bool:
    keys = {f"{table.qualified_name}.{key}" for key in table.key}
    return any(column.references in keys for other in TABLES.values() for column in other.columns)


def _missed(loaded: Slice) -> Mapping[str, Any]:
    """What other tables refer to and is not here, as the set that the key must contain: the set of what is here would be endless."""
    (key,) = loaded.table.key
    target = f"{loaded.table.qualified_name}.{key}"
    here = set(loaded.frame[key])
    missed: set[str] = set()
    for name, frame in loaded.beside.items():
        for column in TABLES[name].columns:
            if column.references == target:
                missed.update(set(frame[column.name].drop_nulls()) - here)
    return {"column": key, "value_set": sorted(missed)}
