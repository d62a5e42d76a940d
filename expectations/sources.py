"""What must be true of `core.sources`."""

import polars as pl

from expectations import words
from expectations.expectation import matches, one_of, rows, unique

EXPECTATIONS = (
    matches("reliability_is_an_admiralty_code", "`reliability` is a letter A to F and a digit 1 to 6.", "reliability", "^[A-F][1-6]$"),
    one_of("country_exists", "`country` is a code of ISO 3166-1 alpha-3.", "country", words.countries()),
    unique("name_is_of_one_source", "No two sources have the same name.", "name"),
    rows(
        "wire_says_so",
        "A wire, and nothing else, is one that others reprint.",
        pl.col("is_wire") == (pl.col("kind") == "wire"),
        severity="warning",
    ),
    rows(
        "aliases_have_letters",
        "There are letters in each name form.",
        pl.col("aliases").list.eval(pl.element().str.contains(r"\p{L}")).list.all(),
    ),
)
