"""A draft: one way to read one cue word, which may become a statement.

Belongs here: what is known of a draft. Does not belong here: what makes drafts (`drafting`, `formula`, `colon`), weighs them
(`weighing`) or chooses among them (`settling`).
"""

from typing import TYPE_CHECKING

from transforms.text.statements.cue import Candidate
from transforms.text.statements.scan import Range

if TYPE_CHECKING:
    from transforms.text.quote import Quote
    from transforms.text.weight import Key

SETTLED = frozenset(("pq", "wq", "iq", "ic"))


class Draft:
    """A candidate with its place in the sentence worked out."""

    __slots__ = ("cand", "cue", "extra", "frame", "keys", "pieces", "quote", "related", "score", "sentence", "shared", "source", "starts")

    def __init__(self, cand: Candidate, sentence: Range) -> None:
        self.cand = cand
        self.sentence = sentence
        self.cue: Range = (cand.first, cand.stop)
        self.frame = cand.frame
        self.source: Range | None = None
        self.pieces: list[Range] = []  # contents whose both ends are known
        self.starts = -1  # content to the right begins here, and its end is open
        self.quote: Quote | None = None
        self.score = 0.0
        self.related = False  # its source is a relative pronoun
        self.keys: list[Key] = []
        self.shared = False  # its subject is that of another verb of the sentence
        self.extra = ""  # more on how content stands before the cue


def is_settled(draft: Draft) -> bool:
    """Whether the source of `draft` is given by where its content stands."""
    return draft.frame in SETTLED
