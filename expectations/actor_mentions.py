"""What must be true of `core.actor_mentions`."""

import polars as pl

from expectations import words
from expectations.expectation import rows, share, unique, where

_LONGEST = 300
_kind = pl.col("mention_kind")

EXPECTATIONS = (
    rows("surface_is_the_evidence", "The mention is its own evidence.", pl.col("surface") == pl.col("evidence")),
    rows(
        "name_is_no_pronoun",
        "A pronoun is not mentioned as a name.",
        where(_kind.is_in(["name", "metonym"]), ~pl.col("surface").is_in(words.PRONOUNS)),
    ),
    rows(
        "name_is_no_day_or_month",
        "A weekday or month is not mentioned as a name.",
        where(_kind.is_in(["name", "metonym"]), ~pl.col("surface").is_in(words.TIMES)),
    ),
    rows(
        "pronoun_is_one_word",
        "A pronoun is one word.",
        where(_kind == "pronoun", pl.col("surface").str.contains(r"^[\p{L}'’]+$")),
        severity="warning",
    ),
    rows(
        "mention_is_short",
        f"A mention has at most {_LONGEST} characters.",
        pl.col("surface").str.len_chars() <= _LONGEST,
        severity="warning",
    ),
    unique(
        "place_is_mentioned_once",
        "No two mentions of a kind stand at the same place.",
        "version_id",
        "start_char",
        "end_char",
        "mention_kind",
        severity="warning",
    ),
    share("names_are_resolved", "At least 70 % of the names are resolved.", 0.7, where(_kind == "name", pl.col("actor_id").is_not_null())),
    share(
        "pronouns_are_resolved",
        "At least 30 % of the pronouns are resolved.",
        0.3,
        where(_kind == "pronoun", pl.col("actor_id").is_not_null()),
    ),
)
