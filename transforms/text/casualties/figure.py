"""Figures: the record of one count.

Belongs here: what a figure says. Does not belong here: how it is read (`casualty`).
"""

from typing import NamedTuple

from transforms.text.reading import Reading
from transforms.text.statements.statement import Span


class Figure(NamedTuple):
    """One number x one measure x one group of victims. Spans are character offsets into the text read, end exclusive."""

    measure: str  # DOMAIN vocabulary: killed, injured, killed_or_injured, missing, bodies_recovered, abducted, held_captive, ...
    measure_kind: str  # event_total, cumulative, period_new, stock, subset
    number: Span  # the number expression, with its bound: "more than 20,000"; for an implicit one the victim phrase
    evidence: Span  # from the first to the last character that the figure was read from (number, victims, measure word ...)
    value_reported: str  # as printed
    value_low: int | None  # None = open
    value_best: int | None  # None = vague
    value_high: int | None
    quantifier: str  # DOMAIN vocabulary: exact, about, nearly, at_least, more_than, ...
    victim: Span | None
    victim_group: str | None  # "Palestinians", "hostages": the victims' own words as printed, without number and adjectives
    victim_status: str  # civilian, combatant, mixed, unspecified
    victim_subgroup: str | None  # children, women, journalists, aid workers, ...
    perpetrator: Span | None
    place: Span | None
    period: Span | None  # the words of the date or period
    event_date: str | None  # ISO day, resolved against the publication date
    period_start: str | None
    period_end: str | None
    date_precision: int | None  # UCDP: 1 day, 2 a few days, 3 week, 4 month, 5 year
    count_basis: str  # reported, identified, confirmed, verified, claimed, estimated, believed, projected, unknown
    hedge: str | None
    statement: int | None  # index of the statement whose content holds it; None = the narrator
    subset_of: int | None  # index of the figure that includes this one
    supersedes: int | None  # index of the figure of the same text that this one revises
    background: bool  # not the day's event
    rule: str  # which rule found it


def part_of(part: Figure, whole: Figure, index: int) -> Figure:
    """The figure as a part of that whole: by whom and when the whole is told, where it does not tell otherwise."""
    part = part._replace(measure_kind="subset", subset_of=index, perpetrator=part.perpetrator or whole.perpetrator)
    if part.period is not None:
        return part
    return part._replace(
        period=whole.period,
        event_date=whole.event_date,
        period_start=whole.period_start,
        period_end=whole.period_end,
        date_precision=whole.date_precision,
    )


def span(reading: Reading, first: int, stop: int) -> Span:
    """The characters of the tokens `first` up to `stop`."""
    return reading.starts[first], reading.ends[stop - 1]
