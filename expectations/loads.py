"""What must be true of `ops.loads`."""

import polars as pl

from expectations.expectation import rows

_PARTS = ("files_loaded", "files_unchanged", "files_quarantined")

EXPECTATIONS = (
    rows(
        "every_file_is_accounted_for",
        "files_seen = files_loaded + files_unchanged + files_quarantined.",
        pl.col("files_seen") == pl.sum_horizontal(_PARTS),
        "files_seen",
        *_PARTS,
    ),
    rows(
        "counts_are_not_negative", "No number of files is negative.", pl.min_horizontal("files_seen", *_PARTS) >= 0, "files_seen", *_PARTS
    ),
    rows("load_has_days", "A load replaces at least one day.", pl.col("days").list.len() > 0, severity="warning"),
)
