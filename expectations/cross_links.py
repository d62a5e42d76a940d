"""What must be true of `core.cross_links`."""

import polars as pl

from expectations.claim_links import LINK
from expectations.expectation import Slice, rows


def _joins_two_texts(loaded: Slice) -> pl.Series:
    first, second = (
        loaded.looked_up("core.statements", {"statement_id": f"{end}_statement_id"}, "version_id").cast(pl.String) for end in ("from", "to")
    )
    return first != second


EXPECTATIONS = (
    *LINK,
    rows("joins_two_texts", "A link joins statements of two texts.", _joins_two_texts, "from_statement_id", "to_statement_id"),
)
