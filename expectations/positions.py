"""What must be true of `core.positions`."""

from collections.abc import Iterator

import polars as pl

from expectations import words
from expectations.expectation import Slice, rows, share, stands_in_body, where, within_evidence

_basis = pl.col("assertion_basis")


def _contested_by_statements_of_the_text(loaded: Slice) -> Iterator[bool | None]:
    said = set(loaded.beside["core.statements"].select("version_id", "statement_id").iter_rows())
    for version, contesting in loaded.rows("version_id", "contested_by"):
        yield all((version, statement) in said for statement in contesting) if contesting else None


def _holder_speaks(loaded: Slice) -> Iterator[bool | None]:
    speakers = set(loaded.beside["core.statement_speakers"].select("statement_id", "actor_id").iter_rows())
    for basis, statement, holder in loaded.rows("assertion_basis", "statement_id", "holder_actor_id"):
        yield (statement, holder) in speakers if basis == "self" and statement and holder else None


EXPECTATIONS = (
    rows(
        "narrator_asserts_without_statement",
        "The narrator asserts without a statement, everybody else by one; what the narrator infers may rest on one.",
        where(_basis != "narrator_inference", (_basis == "narrator") == pl.col("statement_id").is_null()),
    ),
    rows(
        "contested_by_statements_of_the_text",
        "A position is contested by statements of its text.",
        _contested_by_statements_of_the_text,
        "contested_by",
    ),
    rows(
        "not_contested_by_itself",
        "The statement that asserts a position does not contest it.",
        ~pl.col("contested_by").list.contains(pl.col("statement_id")),
    ),
    rows("held_before_published", "It was held on the publication day or before.", pl.col("as_of_date") <= pl.col("published_date")),
    rows(
        "issue_lies_in_evidence",
        "The words of the issue lie in the evidence.",
        within_evidence("issue_start", "issue_end"),
        severity="warning",
    ),
    rows(
        "issue_is_no_pronoun", "The issue is said in more than a pronoun.", ~pl.col("issue_text").is_in(words.PRONOUNS), severity="warning"
    ),
    rows(
        "condition_is_printed", "The condition stands in the body.", stands_in_body("condition_text"), "condition_text", severity="warning"
    ),
    rows(
        "condition_is_told",
        "Who sets a condition is told with the condition.",
        where(pl.col("stance") == "conditions", pl.col("condition_text").is_not_null()),
        severity="warning",
    ),
    rows(
        "holder_of_own_words_speaks",
        "Who holds a position by own words speaks the statement that asserts it.",
        _holder_speaks,
        "holder_actor_id",
        "statement_id",
        severity="warning",
    ),
    share("holders_are_known", "Who holds it is known for at least 60 % of the positions.", 0.6, pl.col("holder_actor_id").is_not_null()),
)
