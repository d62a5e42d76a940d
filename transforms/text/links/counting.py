"""Counting: counts of the dead told twice in a text: had earlier said that nine died; later put the number at twelve.

Belongs here: which of two counts of a text updates the other. Does not belong here: counts that contradict each other (`answering`), and
what the tolls of a text come to (`casualties.toll`).
"""

import re
from collections.abc import Callable

from transforms.text.links.stem import DEATHS, NUMBER, numbers
from transforms.text.links.web import Web
from transforms.text.links.word import SETS, used
from transforms.text.reading import lower

_PLACE = re.compile(r"(?:\b(?:in|at|near) (?:the )?(?:[a-z]+ )?)([A-Z]\w+)")


def is_count(web: Web, index: int) -> bool:
    """Whether the statement tells how many were killed or hurt."""
    return NUMBER.search(lower(web.content(index))) is not None and not DEATHS.isdisjoint(web.stems(index))


def _count_again(web: Web, at: int) -> None:
    """As in "Officials had earlier said nine people died": the figure told before it in the text updates theirs."""
    old = _counted(web, at)
    if old is None:
        return
    begin = web.reading.starts[at]
    newer = next((index for index in reversed(web.before(old)[-3:]) if web.extents[index][1] <= begin and is_count(web, index)), None)
    if newer is None or _are_apart(web.content(newer), web.content(old)):
        return
    if web.stems(newer) & web.stems(old) - DEATHS and numbers(web.content(newer)) != numbers(web.content(old)):
        web.add("updates", newer, old, at, "earlier_toll")


def _are_apart(one: str, other: str) -> bool:
    """Whether the places told are different ones: nine in one town, three in another."""
    places, others = set(_PLACE.findall(one)), set(_PLACE.findall(other))
    return bool(places) and bool(others) and places.isdisjoint(others)


def _count_on(web: Web, at: int) -> None:
    """As in "The ministry later put the number of dead at seven": the figure that it told before is updated."""
    newer = _counted(web, at)
    if newer is None:
        return
    for index in reversed(web.before(newer)[-4:]):
        if is_count(web, index) and web.is_one_side(index, newer):
            if numbers(web.content(index)) != numbers(web.content(newer)) and web.stems(index) & web.stems(newer) & DEATHS:
                web.add("updates", newer, index, at, "later_toll")
            return


def _counted(web: Web, at: int) -> int | None:
    """The statement with a count that the word at `at` belongs to: that of its cue, else the first of its sentence."""
    index = web.by_cue(at)
    if index is None:
        return next((index for index in web.in_sentence(at) if is_count(web, index)), None)
    return index if is_count(web, index) else None


READERS: dict[str, Callable[[Web, int], None]] = {
    **dict.fromkeys(used("moves"), _count_on),
    **dict.fromkeys(SETS["earlier"], _count_again),
}
