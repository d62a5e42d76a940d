"""What must be true of `core.article_versions`."""

from collections.abc import Iterator
from hashlib import sha256

import polars as pl

from expectations import words
from expectations.expectation import Slice, between, matches, native, one_of, rows, where

_OUTSIDE = {"column": "path", "regex": r"^/|^[A-Za-z]:|\\|(?:^|/)\.\.(?:/|$)"}
_LONGEST = 1_000_000
_EARLIEST_YEAR = 1800


def _digest_is_the_bodys(loaded: Slice) -> Iterator[bool]:
    for body, digest in loaded.rows("body", "text_sha256"):
        yield sha256((body or "").encode()).hexdigest() == digest


EXPECTATIONS = (
    rows("digest_is_the_bodys", "`text_sha256` is the SHA-256 of the body.", _digest_is_the_bodys, "text_sha256"),
    between("offset_is_not_negative", "The body begins in its file, not before it.", "body_offset", 0, None),
    native(
        "path_is_below_the_folder",
        "`path` leads neither up nor to the root, and has forward slashes.",
        "ExpectColumnValuesToNotMatchRegex",
        _OUTSIDE,
        "path",
    ),
    one_of("language_exists", "`language` is a code of ISO 639-1.", "language", words.languages()),
    rows("day_is_plausible", f"The publication day is not before {_EARLIEST_YEAR}.", pl.col("published_date").dt.year() >= _EARLIEST_YEAR),
    rows(
        "dateline_is_near_the_day",
        "The dateline's day lies at most 31 days from the publication day.",
        (pl.col("dateline_date") - pl.col("published_date")).dt.total_days().abs() <= 31,
        severity="warning",
    ),
    rows("body_has_words", "There are letters in the body.", pl.col("body").str.contains(r"\p{L}"), "version_id"),
    rows(
        "body_is_readable",
        "The body holds no replacement or control characters: it was decoded as what it is.",
        ~pl.col("body").str.contains("[\\x00-\\x08\\x0e-\\x1f\ufffd]"),
        "version_id",
        severity="warning",
    ),
    rows(
        "body_is_of_an_article",
        f"The body is at most {_LONGEST:,} characters long.",
        pl.col("body").str.len_chars() <= _LONGEST,
        "version_id",
        severity="warning",
    ),
    matches("url_is_an_address", "`url` begins with http:// or https:// and has no blank.", "url", r"^https?://\S+$", severity="warning"),
    rows(
        "one_text_stands",
        "Of an article, one text stands today.",
        where(pl.col("pub_status") == "current", pl.struct("article_id", "pub_status").is_unique()),
        severity="warning",
    ),
)
