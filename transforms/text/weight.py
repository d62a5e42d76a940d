"""Tables of weights: what speaks for and against a choice, as data.

Belongs here: reading the tables and adding up. Does not belong here: the keys, which each module makes for its own choice.
"""

from collections.abc import Iterable, Mapping
from itertools import repeat

from transforms import lexicon

_NOTHING = repeat(0.0)


def table(name: str) -> dict[str, float]:
    """The weights of the lexicon file `name`, with what `by_hand.tsv` adds for the language of conflict."""
    return with_by_hand(name, {row[0]: float(row[1]) for row in lexicon.rows(name)})


def with_by_hand(name: str, fitted: Mapping[str, float]) -> dict[str, float]:
    """The fitted weights with what `by_hand.tsv` adds to them."""
    found = dict(fitted)
    for _, key, added in (row for row in lexicon.rows("by_hand") if row[0] == name):
        found[key] = found.get(key, 0.0) + float(added)
    return found


def total(weights: dict[str, float], keys: Iterable[str]) -> float:
    """The sum of the weights of `keys`; a key without a weight says nothing."""
    return sum(map(weights.get, keys, _NOTHING))
