"""What must be true of `core.claim_links`, and of the links between texts."""

import polars as pl

from expectations.expectation import Slice, rows, unique

DENYING = ("deny", "reject", "accuse", "correct", "echo")

LINK = (
    rows("nothing_relates_to_itself", "A link joins two statements.", pl.col("from_statement_id") != pl.col("to_statement_id")),
    unique(
        "relation_is_told_once", "No two statements stand twice in the same relation.", "from_statement_id", "to_statement_id", "relation"
    ),
)


def _who_denies_does_so(loaded: Slice) -> pl.Series:
    act = loaded.looked_up("core.statements", {"statement_id": "from_statement_id"}, "speech_act").cast(pl.String)
    return pl.select(pl.when(loaded.frame["relation"] == "denies").then(act.is_in(DENYING))).to_series()


def _not_both(loaded: Slice) -> pl.Series:
    against = pl.col("relation").is_in(["denies", "contradicts"])
    agreeing = pl.col("relation").is_in(["confirms", "echoes", "same_claim"])
    pair = ("from_statement_id", "to_statement_id")
    return loaded.frame.select(~(against.any().over(pair) & agreeing.any().over(pair))).to_series()


EXPECTATIONS = (
    *LINK,
    rows(
        "who_denies_does_so",
        "A statement that denies another denies, rejects or corrects something.",
        _who_denies_does_so,
        "relation",
        "from_statement_id",
        severity="warning",
    ),
    rows(
        "nobody_denies_and_confirms",
        "No statement both denies and confirms another.",
        _not_both,
        "relation",
        "from_statement_id",
        "to_statement_id",
        severity="warning",
    ),
)
