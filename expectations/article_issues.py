"""What must be true of `core.article_issues`."""

import polars as pl

from expectations.expectation import between, matches, rows, unique

EXPECTATIONS = (
    between("number_begins_at_one", "Issues are numbered from 1.", "issue_no", 1, None),
    unique("number_is_unique_in_text", "No two issues of a text have the same number.", "version_id", "issue_no"),
    matches("label_has_letters", "There are letters in the label.", "label", r"[^\W\d_]"),
    rows(
        "words_are_sorted",
        "The words are sorted, none twice.",
        pl.col("words").list.join("\n") == pl.col("words").list.unique().list.sort().list.join("\n"),
        "words",
    ),
    rows("issue_has_words", "An issue has words of its own.", pl.col("words").list.len() > 0, severity="warning"),
)
