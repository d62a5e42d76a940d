"""What a phrase is that may name who is counted, and the passage of tokens that it stands in.

Belongs here: the two records. Does not belong here: finding phrases (`victim`), and what those around say of one (`parts`).
"""

from transforms.text.quantities.number import Number
from transforms.text.reading import Reading


class Passage:
    """The tokens `first` up to `stop` of a reading, of which `tags` are the characters."""

    __slots__ = ("first", "lows", "present", "reading", "stop", "tags", "vocabulary", "words")

    def __init__(self, reading: Reading, words: list[str], tags: str, first: int, stop: int) -> None:
        self.reading = reading
        self.words = words  # as printed, or as other print would have them
        self.lows = reading.lows
        self.tags = tags
        self.first = first
        self.stop = stop
        # What is not among its characters or words need not be looked for.
        self.present = frozenset(tags[first:stop])
        self.vocabulary = frozenset(reading.lows[first:stop])


class Phrase:
    """A phrase that may be what is counted."""

    __slots__ = (
        "adjective",
        "among",
        "attacker",
        "best",
        "definite",
        "first",
        "head",
        "high",
        "low",
        "measure",
        "number",
        "other",
        "partitive",
        "prep",
        "quantifier",
        "speaker",
        "stop",
        "subset",
        "taken",
        "whole",
    )  # fmt: skip

    def __init__(self, first: int, stop: int, head: int, number: Number | None) -> None:
        self.first = first
        self.stop = stop
        self.head = head  # the noun, -1 where there is none or it is unknown
        self.number = number
        self.low: int | None = None
        self.best: int | None = None
        self.high: int | None = None
        self.quantifier = "exact"
        if number is not None:
            self.low, self.best, self.high, self.quantifier = number.low, number.best, number.high, number.quantifier
        self.subset = False
        self.among: Number | None = None  # of how many it is a part: "two of the six priests"
        self.whole: Phrase | None = None  # the phrase that it tells in detail
        self.partitive = False  # "two of them": a subset where they were counted before
        self.prep = False
        self.attacker = False
        self.measure: str | None = None
        self.other = False
        self.taken = False
        self.speaker = False
        self.definite = False
        self.adjective: str | None = None

    @property
    def is_weak(self) -> bool:
        return self.number is None and self.best is None


def lone(first: int, stop: int) -> Phrase:
    """One person whom no phrase describes: a name, a pronoun, a word that is not known."""
    group = Phrase(first, stop, -1, None)
    group.low = group.best = group.high = 1
    group.definite = True
    return group
