"""Tables of weights: what speaks for and against a choice, as data.

A choice is described by keys: tuples of what kind of key it is and the words, classes or frames that it names. A new feature is one more
key. Tuples, because hot code makes a hundred thousand keys a second: a tuple costs a third of a formatted string.

Belongs here: reading the tables, those of statements among them, and adding up. Does not belong here: the keys, which each module makes
for its own choice.
"""

from collections.abc import Iterable, Mapping
from itertools import repeat
from sys import intern

from transforms import lexicon

Key = tuple[str, ...]

_NOTHING = repeat(0.0)


class Weights:
    """The weight of each key of one table; a key that the table does not know says nothing."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.table: dict[Key, float] = {}
        self._weight = self.table.get
        self.use()

    def use(self, fitted: Mapping[Key, float] | None = None) -> None:
        """Take the weights of the lexicon, or those that were `fitted`, with what `by_hand.tsv` adds for the language of conflict."""
        table = dict(fitted) if fitted is not None else {key_of(cell): float(weight) for cell, weight in lexicon.rows(self.name)}
        for _, cell, added in (row for row in lexicon.rows("by_hand") if row[0] == self.name):
            table[key_of(cell)] = table.get(key_of(cell), 0.0) + float(added)
        self.table.clear()
        # In whole parts of 128, whose sums are exact in any order.
        self.table.update((key, round(weight * 128) / 128) for key, weight in table.items())

    def total(self, keys: Iterable[Key]) -> float:
        """What speaks for (above zero) or against a choice with these keys."""
        return sum(map(self._weight, keys, _NOTHING))


def key_of(cell: str) -> Key:
    """The key that the cell of a table names: its parts stand between spaces, and any may be empty."""
    return tuple(map(intern, cell.split(" ")))


CUES = Weights("cue_weights")  # which drafts attribute
SOURCES = Weights("source_weights")  # which phrase before a verb is its source
SHARED = Weights("shared_weights")  # whose subject a verb without one shares
ENDS = Weights("end_weights")  # where open content ends
