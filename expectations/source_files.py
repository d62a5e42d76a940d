"""What must be true of `raw.source_files`."""

import polars as pl

from expectations.expectation import between, matches, native, rows, where

_OUTSIDE = {"column": "path", "regex": r"^/|^[A-Za-z]:|\\|(?:^|/)\.\.(?:/|$)"}

EXPECTATIONS = (
    native(
        "path_is_below_the_folder",
        "`path` leads neither up nor to the root, and has forward slashes.",
        "ExpectColumnValuesToNotMatchRegex",
        _OUTSIDE,
        "path",
    ),
    matches("sha256_is_one", "`sha256` is 64 hexadecimal digits.", "sha256", "^[0-9a-f]{64}$"),
    between("size_is_not_negative", "A size is not negative.", "size_bytes", 0, None),
    between("article_count_is_not_negative", "A number of articles is not negative.", "article_count", 0, None),
    rows(
        "file_without_articles_has_a_problem",
        "A file that holds no article has a problem.",
        where(pl.col("article_count") == 0, pl.col("problem").is_not_null()),
    ),
    rows(
        "articles_have_days",
        "A file that holds articles has publication days, and no more of them than articles.",
        (pl.col("published_dates").list.len() <= pl.col("article_count"))
        & ((pl.col("published_dates").list.len() > 0) == (pl.col("article_count") > 0)),
    ),
)
