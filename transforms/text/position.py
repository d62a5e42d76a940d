"""Positions: who holds which stance on which issue, and who says so."""

from collections.abc import Sequence
from typing import NamedTuple

from transforms.text.mention import Cast
from transforms.text.reading import Reading
from transforms.text.statement import Span, Statement


class Position(NamedTuple):
    """One holder's stance on one issue, as one statement or the narrator asserts it."""

    holder: int | None  # index into the cast's actors
    holder_text: Span
    stance: str  # DOMAIN vocabulary
    issue: Span
    condition: Span | None
    assertion_basis: str  # self, own_side, third_party, adversary, narrator, narrator_inference
    statement: int | None  # index of the statement that asserts it; None = the narrator
    contested_by: tuple[int, ...]  # statements that deny or contradict it
    span: Span  # evidence
    rule: str


def positions(reading: Reading, statements: Sequence[Statement], cast: Cast) -> list[Position]:
    """The positions of `reading`, in text order."""
    return []
