"""What must be true of `core.actor_aliases`."""

import polars as pl

from expectations import words
from expectations.expectation import matches, none_of, one_of, rows, share, where

EXPECTATIONS = (
    none_of("alias_is_no_pronoun", "No pronoun is a name form.", "alias", words.PRONOUNS),
    matches("alias_has_letters", "There are letters in the name form.", "alias", r"[^\W\d_]"),
    rows(
        "acronym_is_short",
        "An acronym has at most 12 characters and no blank.",
        where(pl.col("alias_kind") == "acronym", pl.col("alias").str.contains(r"^\S{1,12}$")),
        severity="warning",
    ),
    one_of("language_exists", "`language` is a code of ISO 639-1.", "language", words.languages()),
    share(
        "full_names_are_of_one_actor",
        "At least 95 % of the full names are of one actor only.",
        0.95,
        where(pl.col("alias_kind") == "name", pl.struct("alias", "alias_kind").is_unique()),
    ),
)
