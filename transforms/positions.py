"""Positions as rows, and the issues that they are taken on."""

import polars as pl

from transforms.facts import Row, Version
from transforms.tables import TABLES

ISSUES = TABLES["core.issues"]


def positions(version: Version) -> list[Row]:
    """Rows of `core.positions`."""
    table = TABLES["core.positions"]
    return [
        version.fact(position.span, position.rule)
        | version.printed("holder", position.holder_text)
        | version.printed("issue", position.issue)
        | {
            "position_id": table.identify(
                version.version_id, position.holder_text, position.stance, position.issue, position.statement, position.holder
            ),
            "holder_actor_id": version.actor(position.holder),
            "stance": position.stance,
            "issue_id": ISSUES.identify(version.version_id, version.body[slice(*position.issue)].casefold()),
            "condition_text": version.text(position.condition),
            "assertion_basis": position.assertion_basis,
            "statement_id": version.statement(position.statement),
            "contested_by": [version.statement_ids[index] for index in position.contested_by],
            "as_of_date": version.published,
        }
        for position in version.found.positions
    ]


def issues(held: pl.DataFrame) -> pl.DataFrame:
    """`core.issues`, from all rows of `core.positions`."""
    longest = pl.col("issue_text").sort_by(pl.col("issue_text").str.len_chars(), "issue_text").last()
    found = held.group_by("issue_id").agg(label=longest, version_count=pl.col("version_id").n_unique().cast(pl.Int64))
    return found.with_columns(grouping=pl.lit("same words in one text")).select(ISSUES.frame_schema.names()).sort(ISSUES.key)
