"""What must be true of `core.actors`."""

import polars as pl

from expectations.article_actors import IDENTITY
from expectations.expectation import between, matches, rows, share, where

EXPECTATIONS = (
    *IDENTITY,
    rows(
        "unnamed_source_lives_in_one_text",
        "An unnamed source lives inside one text, and a named actor in no one text.",
        pl.col("is_named") == pl.col("version_id").is_null(),
    ),
    rows("unnamed_source_occurs_once", "An unnamed source occurs in one text.", where(~pl.col("is_named"), pl.col("version_count") == 1)),
    between("occurs_in_a_text", "Every actor occurs in at least one text.", "version_count", 1, None),
    matches("wikidata_id_is_one", "`wikidata_id` is Q and a number.", "wikidata_id", "^Q[1-9][0-9]*$"),
    rows(
        "reference_is_of_one_actor",
        "No two actors have the same row in the reference file.",
        where(pl.col("reference_id").is_not_null(), pl.col("reference_id").is_unique()),
    ),
    share(
        "named_actors_have_names_of_their_own",
        "At least 95 % of the named actors share their name with no other.",
        0.95,
        where(pl.col("is_named"), pl.struct("is_named", pl.col("name").str.to_lowercase()).is_unique()),
        "name",
    ),
)
