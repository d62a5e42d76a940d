"""Statements: who said what, by which words, with spans into the text."""

from typing import NamedTuple

from transforms.text.reading import Reading

Span = tuple[int, int]


class Statement(NamedTuple):
    """One attributed speech act. Spans are character offsets into the text read, end exclusive."""

    source: Span | None  # the noun phrase that speaks, as printed: "Izzat al-Rishq, a member of Hamas' political bureau,"
    cue: Span | None  # the words that attribute: "added:", "declined to comment on", "according to"
    content: tuple[Span, ...]  # what is said, in text order; one or more pieces
    quotation_type: str  # direct, indirect, mixed, narrated_act
    speech_act: str  # DOMAIN vocabulary
    negated: bool  # "did not say that ..."
    hedge: str | None  # the hedging word of the cue or content ("reportedly", "allegedly", "appeared to"), else None
    addressee: Span | None  # "Reuters" in "told Reuters"
    rule: str  # which rule found it


def statements(reading: Reading) -> list[Statement]:
    """The statements of `reading`, in the order of their first character of content."""
    return []
