"""What must be true of `core.statement_speakers`, and what speakers must be true of `core.statements`."""

from collections.abc import Mapping
from typing import Any

import polars as pl

from expectations.expectation import Slice, between, native, rows, share


def _attribution(loaded: Slice) -> pl.Series:
    return loaded.looked_up("core.statements", {"statement_id": "statement_id"}, "attribution_type").cast(pl.String)


def _anonymous_is_not_named(loaded: Slice) -> pl.Series:
    named = loaded.looked_up("core.article_actors", {"actor_id": "actor_id", "version_id": "version_id"}, "is_named")
    alone = loaded.frame.select(~pl.col("statement_id").is_duplicated()).to_series()
    return pl.select(pl.when(_attribution(loaded).str.starts_with("anonymous_") & alone).then(~named.cast(pl.Boolean))).to_series()


def _named_is_resolved(loaded: Slice) -> pl.Series:
    return pl.select(pl.when(_attribution(loaded).str.starts_with("named_")).then(loaded.frame["actor_id"].is_not_null())).to_series()


def _mention_is_the_speakers(loaded: Slice) -> pl.Series:
    return loaded.looked_up("core.actor_mentions", {"mention_id": "mention_id"}, "actor_id").cast(pl.String) == loaded.frame["actor_id"]


def _every_statement(loaded: Slice) -> Mapping[str, Any]:
    return {"column": "statement_id", "min_value": loaded.beside["core.statements"].height}


EXPECTATIONS = (
    between("number_begins_at_one", "Speakers are numbered from 1.", "speaker_no", 1, None),
    rows(
        "anonymous_speaker_is_not_named",
        "Who speaks anonymously, and alone, is not an actor with a name.",
        _anonymous_is_not_named,
        "actor_id",
    ),
    rows("named_speaker_is_resolved", "Whom the text names is resolved.", _named_is_resolved, "actor_id", "resolution", severity="warning"),
    rows(
        "mention_is_the_speakers",
        "The mention that names the speaker means the speaker.",
        _mention_is_the_speakers,
        "mention_id",
        "actor_id",
        severity="warning",
    ),
    rows(
        "speaker_speaks_once",
        "Nobody is twice a speaker of one statement.",
        pl.when(pl.col("actor_id").is_not_null()).then(pl.struct("statement_id", "actor_id").is_unique()),
        severity="warning",
    ),
    native(
        "every_statement_has_a_row",
        "Every statement has a row, if only to say why its speaker is not certain.",
        "ExpectColumnUniqueValueCountToBeBetween",
        _every_statement,
        "statement_id",
        severity="warning",
        acts_on="table",
    ),
    share("speakers_are_known", "Who speaks is known for at least 60 % of the rows.", 0.6, pl.col("actor_id").is_not_null()),
)
