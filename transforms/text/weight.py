"""Tables of weights: what speaks for and against a choice, as data.

A choice is described by facets. A facet is one key of the table, or a function and the few values that it turns into keys,
`(function, *values)`. What such a facet weighs is worked out when it is first met and looked up after that: so it should bring together
a few values, out of small sets, that often meet; what is rare is a key of its own. A new feature is one more key, in either place.

Belongs here: reading the tables, those of statements among them, and adding up. Does not belong here: the facets, which each module makes
for its own choice.
"""

from collections.abc import Iterable, Mapping
from itertools import repeat
from typing import Any

from transforms import lexicon

Facet = str | tuple[Any, ...]

_MOST = 50_000  # keys and facets whose weights are remembered
_LONGEST = 40  # letters of a key that is
_NOTHING = repeat(0.0)


def keys(facets: Iterable[Facet]) -> list[str]:
    """The keys of the table that `facets` stand for."""
    found: list[str] = []
    for facet in facets:
        if isinstance(facet, str):
            found.append(facet)
        else:
            found.extend(facet[0](*facet[1:]))
    return found


class Weights(dict[Facet, float]):
    """The weight of each facet: the sum over its keys; a key that the table does not know says nothing."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.table: dict[str, float] = {}
        self.use()

    def use(self, fitted: Mapping[str, float] | None = None) -> None:
        """Take the weights of the lexicon, or those that were `fitted`, with what `by_hand.tsv` adds for the language of conflict."""
        self.clear()
        table = dict(fitted) if fitted is not None else {row[0]: float(row[1]) for row in lexicon.rows(self.name)}
        for _, key, added in (row for row in lexicon.rows("by_hand") if row[0] == self.name):
            table[key] = table.get(key, 0.0) + float(added)
        # In whole parts of 128, whose sums are exact in any order.
        self.table = {key: round(weight * 128) / 128 for key, weight in table.items()}
        self.update(self.table)

    def __missing__(self, facet: Facet) -> float:
        found = 0.0 if isinstance(facet, str) else sum(map(self.table.get, facet[0](*facet[1:]), _NOTHING))
        if len(facet) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
                self.update(self.table)
            self[facet] = found
        return found

    def total(self, facets: Iterable[Facet]) -> float:
        """What speaks for (above zero) or against a choice with these facets."""
        return sum(map(self.__getitem__, facets))


CUES = Weights("cue_weights")  # which drafts attribute
SOURCES = Weights("source_weights")  # which phrase before a verb is its source
SHARED = Weights("shared_weights")  # whose subject a verb without one shares
ENDS = Weights("end_weights")  # where open content ends
