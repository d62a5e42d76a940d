"""What must be true of `core.casualty_figures`."""

from collections.abc import Iterator

import polars as pl

from expectations import words
from expectations.expectation import Slice, between, one_of, ordered, rows, stands_in_body, unique, where

OPEN_ABOVE = ("at_least", "more_than")
OPEN_BELOW = ("fewer_than", "up_to", "at_most")
VAGUE = ("several", "dozens", "scores", "hundreds", "thousands", "tens_of_thousands", "unknown_number")
_MOST = 100_000_000
_LEAP = 10

_low, _best, _high, _quantifier = (pl.col(name) for name in ("value_low", "value_best", "value_high", "quantifier"))


VALUES = (
    ordered("value_low", "value_best"),
    ordered("value_best", "value_high"),
    ordered("value_low", "value_high"),
    *(
        between(f"{name}_is_a_count", f"`{name}` lies between 0 and {_MOST:,}.", name, 0, _MOST)
        for name in ("value_low", "value_best", "value_high")
    ),
)


def _number_is_printed(loaded: Slice) -> Iterator[bool]:
    for version, start, end, printed in loaded.rows("version_id", "number_start", "number_end", "value_reported"):
        yield start is not None and end is not None and 0 <= start < end and (printed or "") in loaded.bodies.get(version, "")[start:end]


def _is_no_amount(loaded: Slice) -> Iterator[bool | None]:
    """Percentages and money have their sign next to the number."""
    for version, start, end in loaded.rows("version_id", "number_start", "number_end"):
        if start is None or end is None:
            yield None
        else:
            body = loaded.bodies.get(version, "")
            yield body[end : end + 2].lstrip()[:1] not in set("%‰$€£") and body[max(0, start - 1) : start] not in set("$€£¥")


def _fits_its_superset(loaded: Slice) -> pl.Series:
    including = loaded.looked_up("core.casualty_figures", {"figure_id": "subset_of"}, "value_high").cast(pl.Int64)
    return loaded.frame.select(pl.coalesce(_low, _best) <= including).to_series()


def _same_measure_as_superset(loaded: Slice) -> pl.Series:
    return loaded.looked_up("core.casualty_figures", {"figure_id": "subset_of"}, "measure").cast(pl.String) == loaded.frame["measure"]


def _superset_is_no_subset_of_it(loaded: Slice) -> pl.Series:
    beyond = loaded.looked_up("core.casualty_figures", {"figure_id": "subset_of"}, "subset_of").cast(pl.String)
    return loaded.frame.select((pl.col("subset_of") != pl.col("figure_id")) & (beyond.fill_null("") != pl.col("figure_id"))).to_series()


_in_series = where(~pl.col("is_background") & (pl.col("measure_kind") != "subset"), _best)


def _follows(loaded: Slice) -> pl.DataFrame:
    """For each row its value, and the greatest of its series on the last day before that has one."""
    valued = loaded.frame.select("series_key", "published_date", value=_in_series)
    days = valued.drop_nulls().group_by("series_key", "published_date").agg(pl.col("value").max()).sort("series_key", "published_date")
    earlier = days.with_columns(earlier=pl.col("value").shift().over("series_key")).drop("value")
    return valued.join(earlier, on=["series_key", "published_date"], how="left", maintain_order="left")


def _does_not_leap(loaded: Slice) -> pl.Series:
    return _follows(loaded).select(pl.col("value") <= pl.col("earlier") * _LEAP).to_series()


def _does_not_fall(loaded: Slice) -> pl.Series:
    falls = _follows(loaded).select(pl.col("value") < pl.col("earlier")).to_series()
    return loaded.frame.select(where(pl.col("measure_kind") == "cumulative", ~falls | pl.col("supersedes").is_not_null())).to_series()


EXPECTATIONS = (
    *VALUES,
    rows(
        "number_is_printed",
        "The number as reported stands at the number's place in the body.",
        _number_is_printed,
        "value_reported",
        "number_start",
        "number_end",
    ),
    rows(
        "number_lies_in_evidence",
        "The number lies in the evidence.",
        (pl.col("start_char") <= pl.col("number_start")) & (pl.col("number_end") <= pl.col("end_char")),
    ),
    rows("number_is_no_amount", "The number is neither a percentage nor a sum of money.", _is_no_amount, "value_reported"),
    rows(
        "exact_is_one_value",
        "An exact number is low, best and high at once.",
        where(_quantifier == "exact", _low.eq_missing(_best) & _best.eq_missing(_high) & _best.is_not_null()),
        "quantifier",
        "value_low",
        "value_best",
        "value_high",
    ),
    rows(
        "open_above",
        f"{', '.join(OPEN_ABOVE)}: `value_low` is known and `value_high` open.",
        where(_quantifier.is_in(OPEN_ABOVE), _low.is_not_null() & _high.is_null()),
    ),
    rows(
        "open_below",
        f"{', '.join(OPEN_BELOW)}: `value_high` is known, and `value_low` open or 0.",
        where(_quantifier.is_in(OPEN_BELOW), _high.is_not_null() & (_low.fill_null(0) == 0)),
    ),
    rows("range_has_two_ends", "A range has two ends that differ.", where(_quantifier == "range", (_low < _high).fill_null(value=False))),
    rows("vague_word_has_no_best", "A vague word keeps no best value.", where(_quantifier.is_in(VAGUE), _best.is_null())),
    rows(
        "rounded_number_has_a_best",
        "A number that is about or nearly some value keeps that value.",
        where(_quantifier.is_in(["about", "nearly"]), _best.is_not_null()),
    ),
    rows("victim_is_printed", "The words for the victims stand in the body.", stands_in_body("victim_text"), "victim_text"),
    rows("perpetrator_is_printed", "The words for who did it stand in the body.", stands_in_body("perpetrator_text"), "perpetrator_text"),
    rows("place_is_printed", "The words for the place stand in the body.", stands_in_body("place_text"), "place_text"),
    rows("period_is_printed", "The words for the time stand in the body.", stands_in_body("period_text"), "period_text"),
    rows(
        "perpetrator_has_words",
        "An actor who did it has words in the text.",
        where(pl.col("perpetrator_actor_id").is_not_null(), pl.col("perpetrator_text").is_not_null()),
        severity="warning",
    ),
    one_of("country_exists", "`country` is a code of ISO 3166-1 alpha-3.", "country", words.countries()),
    rows("period_ends_after_it_begins", "A period does not end before it begins.", pl.col("period_start") <= pl.col("period_end")),
    rows(
        "happened_before_published",
        "The day lies on the publication day or before.",
        pl.col("event_date") <= pl.col("published_date"),
        severity="warning",
    ),
    between("date_precision_is_a_code", "`date_precision` is 1 to 5.", "date_precision", 1, 5),
    rows(
        "date_has_precision",
        "A day or period is given with its precision.",
        where(pl.any_horizontal(pl.col("event_date", "period_start", "period_end").is_not_null()), pl.col("date_precision").is_not_null()),
        "event_date",
        "period_start",
        "period_end",
        "date_precision",
        severity="warning",
    ),
    rows(
        "narrator_has_no_claimant",
        "What the narrator tells has no claimant.",
        where(pl.col("attribution_type") == "narrator", pl.col("claimant_actor_id").is_null()),
        "claimant_actor_id",
        severity="warning",
    ),
    rows(
        "claimant_has_a_statement",
        "Who claims a figure does so in a statement.",
        where(pl.col("claimant_actor_id").is_not_null(), pl.col("statement_id").is_not_null()),
    ),
    rows("figure_includes_not_itself", "No figure is a part of itself, or of a part of itself.", _superset_is_no_subset_of_it, "subset_of"),
    rows("figure_supersedes_another", "No figure supersedes itself.", pl.col("supersedes") != pl.col("figure_id")),
    rows(
        "subset_says_so",
        "A figure that another includes is of the kind subset.",
        where(pl.col("subset_of").is_not_null(), pl.col("measure_kind") == "subset"),
        severity="warning",
    ),
    rows(
        "subset_is_not_larger",
        "A part is not larger than the figure that includes it.",
        _fits_its_superset,
        "subset_of",
        "value_low",
        severity="warning",
    ),
    rows(
        "subset_has_the_same_measure",
        "A part counts the same as the figure that includes it.",
        _same_measure_as_superset,
        "subset_of",
        "measure",
        severity="warning",
    ),
    unique(
        "number_is_counted_once",
        "No number counts the same thing twice.",
        "version_id",
        "number_start",
        "number_end",
        "measure",
        severity="warning",
    ),
    rows(
        "number_is_no_year",
        "An exact number without victims does not look like a year.",
        where((_quantifier == "exact") & pl.col("victim_text").is_null(), ~pl.col("value_reported").str.contains("^(19|20)[0-9]{2}$")),
        severity="warning",
    ),
    rows(
        "toll_does_not_leap",
        f"A series grows at most {_LEAP} times from one day that has it to the next.",
        _does_not_leap,
        "series_key",
        "value_best",
        severity="warning",
    ),
    rows(
        "toll_does_not_fall",
        "A cumulative series falls only where a figure says what it supersedes.",
        _does_not_fall,
        "series_key",
        "value_best",
        severity="warning",
    ),
)
