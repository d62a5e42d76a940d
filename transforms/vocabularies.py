"""The vocabularies as rows."""

import polars as pl

from transforms import lexicon
from transforms.tables import TABLES


def vocabulary() -> pl.DataFrame:
    """`core.vocabulary`: every code that a column may hold."""
    table = TABLES["core.vocabulary"]
    names = table.frame_schema.names()
    return table.frame({name: cell or None for name, cell in zip(names, row, strict=True)} for row in lexicon.rows("vocabulary"))
