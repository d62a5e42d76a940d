"""What must be true of `core.affiliations`."""

import polars as pl

from expectations.expectation import matches, rows, stands_in_evidence

EXPECTATIONS = (
    rows("nobody_belongs_to_himself", "Who has the role and where are two actors.", pl.col("actor_id") != pl.col("organisation_actor_id")),
    matches("role_has_letters", "There are letters in the role.", "role_title", r"[^\W\d_]"),
    rows("role_is_printed", "The role stands in the evidence.", stands_in_evidence("role_title"), severity="warning"),
    rows("role_is_short", "The role has at most 200 characters.", pl.col("role_title").str.len_chars() <= 200, severity="warning"),
)
