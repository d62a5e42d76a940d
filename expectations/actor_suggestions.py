"""What must be true of `core.actor_suggestions`."""

import polars as pl

from expectations.expectation import rows

_first, _second = pl.min_horizontal("actor_id", "other_actor_id"), pl.max_horizontal("actor_id", "other_actor_id")

EXPECTATIONS = (
    rows("actors_are_two", "An actor is not suggested to be itself.", pl.col("actor_id") != pl.col("other_actor_id")),
    rows(
        "pair_is_suggested_once",
        "Two actors are suggested in one order only.",
        pl.struct(_first.alias("first"), _second.alias("second")).is_unique(),
        "actor_id",
        "other_actor_id",
        severity="warning",
    ),
)
