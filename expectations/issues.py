"""What must be true of `core.issues`."""

from collections.abc import Mapping
from typing import Any

import polars as pl

from expectations.expectation import Slice, matches, native, rows


def _every_issue_of_a_text(loaded: Slice) -> Mapping[str, Any]:
    told = loaded.beside.get("core.article_issues")
    return {"column": "article_issue_id", "min_value": 0 if told is None else told.height}


EXPECTATIONS = (
    matches("label_has_letters", "There are letters in the label.", "label", r"[^\W\d_]"),
    rows(
        "issue_has_one_label", "The same issue has the same label.", pl.col("label").n_unique().over("issue_id") == 1, "issue_id", "label"
    ),
    rows(
        "joined_texts_say_why",
        "Of the texts that tell of an issue, one comes first; the others say why theirs is the same.",
        pl.col("evidence").is_null().sum().over("issue_id") == 1,
        "issue_id",
        "evidence",
        severity="warning",
    ),
    native(
        "every_issue_of_a_text_is_here",
        "Every issue of a text has a row.",
        "ExpectColumnUniqueValueCountToBeBetween",
        _every_issue_of_a_text,
        "article_issue_id",
        acts_on="table",
    ),
)
