"""What must be true of `core.article_actors`; what is true of every identity holds for `core.actors` too."""

import polars as pl

from expectations import words
from expectations.expectation import matches, none_of, one_of, rows, where
from transforms.tables import codes

_LONGEST_NAME = 120

IDENTITY = (
    none_of("name_is_no_pronoun", "No pronoun is an actor's name.", "name", words.PRONOUNS),
    none_of("name_is_no_day_or_month", "No weekday or month is an actor's name.", "name", words.TIMES),
    rows(
        "name_is_no_title",
        "A title or office alone, or a word such as `sources`, names nobody.",
        where(
            pl.col("is_named") & (pl.col("kind") != "role"), ~pl.col("name").str.to_lowercase().str.strip_prefix("the ").is_in(words.TITLES)
        ),
    ),
    matches("name_has_letters", "There are letters in the name.", "name", r"[^\W\d_]"),
    rows(
        "name_is_a_name",
        f"A name stands on one line, between no quotation marks, and has at most {_LONGEST_NAME} characters.",
        where(pl.col("is_named"), (pl.col("name").str.len_chars() <= _LONGEST_NAME) & ~pl.col("name").str.contains('[\\n"“”„«»]')),
        severity="warning",
    ),
    rows(
        "name_has_a_capital",
        "A name has a capital letter, or is written in letters that have none.",
        where(pl.col("is_named"), pl.col("name").str.contains(r"[\p{Lu}\p{Lt}\p{Lo}]")),
        severity="warning",
    ),
    rows(
        "unnamed_source_is_not_named",
        "An unnamed source does not count as named.",
        where(pl.col("kind") == "unnamed_source", ~pl.col("is_named")),
    ),
    one_of("country_exists", "`country` is a code of ISO 3166-1 alpha-3.", "country", words.countries()),
    rows(
        "sectors_are_codes",
        "Sectors are codes of three capital letters, none twice.",
        pl.col("sectors").list.eval(pl.element().str.contains("^[A-Z]{3}$")).list.all()
        & (pl.col("sectors").list.n_unique() == pl.col("sectors").list.len()),
    ),
)

EXPECTATIONS = (
    *IDENTITY,
    rows(
        "alias_kinds_are_codes",
        "Each name form has a kind of the vocabulary alias_kind.",
        pl.col("aliases").list.eval(pl.element().struct.field("alias_kind").is_in(list(codes("alias_kind")))).list.all(),
    ),
    rows(
        "aliases_have_letters",
        "There are letters in each name form.",
        pl.col("aliases").list.eval(pl.element().struct.field("alias").str.contains(r"\p{L}")).list.all(),
    ),
    rows(
        "aliases_are_no_pronouns",
        "No pronoun is a name form.",
        ~pl.col("aliases").list.eval(pl.element().struct.field("alias").is_in(words.PRONOUNS)).list.any(),
    ),
)
