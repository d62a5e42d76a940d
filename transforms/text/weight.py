"""Tables of weights: what speaks for and against a choice, as data.

Belongs here: reading the tables and adding up. Does not belong here: the keys, which each module makes for its own choice.
"""

from collections.abc import Iterable
from functools import cache
from itertools import repeat

from transforms import lexicon

_NOTHING = repeat(0.0)


@cache
def table(name: str) -> dict[str, float]:
    """The weights of the lexicon file `name`."""
    return {row[0]: float(row[1]) for row in lexicon.rows(name)}


def total(weights: dict[str, float], keys: Iterable[str]) -> float:
    """The sum of the weights of `keys`; a key without a weight says nothing."""
    return sum(map(weights.get, keys, _NOTHING))
