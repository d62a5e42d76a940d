"""The descent by which weights are fitted: against their slopes, in steps that get shorter the more a weight has moved.

Belongs here: the steps. Does not belong here: what is learnt from, and how steep it is (`fitting`, `tolls`).
"""

from collections.abc import Callable, Sequence
from math import sqrt


def descend(start: Sequence[float], slopes: Callable[[list[float]], list[float]], *, step: float, rounds: int) -> list[float]:
    """The weights that so many rounds lead to from `start`; `slopes` says how steep it is at given weights."""
    weights = list(start)
    squares = [1e-8] * len(weights)
    for _ in range(rounds):
        for at, slope in enumerate(slopes(weights)):
            squares[at] += slope * slope
            weights[at] -= step * slope / sqrt(squares[at])
    return weights
