"""Links between statements as rows: inside one text, and across texts."""

import polars as pl

from transforms.facts import Row, Version
from transforms.tables import TABLES


def claim_links(version: Version) -> list[Row]:
    """Rows of `core.claim_links`."""
    table = TABLES["core.claim_links"]
    return [
        version.fact(link.span, link.rule)
        | {
            "link_id": table.identify(link.relation, version.statement_ids[link.source], version.statement_ids[link.target]),
            "relation": link.relation,
            "from_statement_id": version.statement_ids[link.source],
            "to_statement_id": version.statement_ids[link.target],
        }
        for link in version.found.links
    ]


def cross_links(statements: pl.DataFrame) -> pl.DataFrame:
    """`core.cross_links`, from all rows of `core.statements`."""
    return TABLES["core.cross_links"].frame()
