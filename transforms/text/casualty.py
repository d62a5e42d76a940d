"""Casualty figures: what was counted, how many, of whom, by whom, where and when, with spans into the text."""

from collections.abc import Sequence
from typing import NamedTuple

from transforms.text.reading import Reading
from transforms.text.statement import Span, Statement


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


class Total(NamedTuple):
    """The document's own count of the day's event for one measure, and the figures it was added up from."""

    low: int | None
    best: int | None
    high: int | None
    parts: tuple[int, ...]  # indices of figures


def figures(reading: Reading, statements: Sequence[Statement] = ()) -> list[Figure]:
    """The casualty figures of `reading`, in text order."""
    return []


def totals(reading: Reading, figures: Sequence[Figure]) -> dict[str, Total]:
    """The document's own count of the day's event, by measure, where it can be told."""
    return {}
