"""Claim links: which claim denies, echoes, confirms ... which."""

from collections.abc import Sequence
from typing import NamedTuple

from transforms.text.mention import Cast
from transforms.text.reading import Reading
from transforms.text.statement import Span, Statement


class Link(NamedTuple):
    """A relation from one statement to another."""

    relation: str  # denies, contradicts, echoes, confirms, elaborates, same_claim, updates, supersedes, corrects
    source: int  # index of the statement that relates
    target: int  # index of the statement it relates to
    span: Span  # evidence
    rule: str


def links(reading: Reading, statements: Sequence[Statement], cast: Cast) -> list[Link]:
    """The links between the statements of `reading`."""
    return []
