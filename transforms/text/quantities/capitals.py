"""Text that is printed in capitals throughout, as other print would have it: names with a capital letter, the rest in lower case.

Belongs here: what tells a name where letters do not: a given name, a title before it, a Spanish or Portuguese particle, a family name
that the text has told before. Does not belong here: headlines and names in ordinary print (`name`), and what is done with the names.
"""

from collections.abc import Sequence
from itertools import compress

from transforms.lexicon import rows
from transforms.text.quantities.classes import ALPHABET

_GIVEN = frozenset(row[0].lower() for row in rows("first_names")) - frozenset(row[0] for row in rows("pos"))
_TITLES = frozenset(row[0].lower() for row in rows("titles") if row[1] == "title") | frozenset(
    word for word, names in rows("figure_words") if "TITLE" in names.split()
)
_PLACES = frozenset(row[0].lower() for row in rows("places") if " " not in row[0])
_PARTICLES = frozenset(("de", "del", "da", "dos", "la", "las", "los", "y", "von", "van", "al"))
_OF_PLACES = frozenset(("san", "santa", "santo", "el", "la", "las", "los", "puerto", "nueva", "rio", "villa"))
_LOOKED_AT = _GIVEN | _TITLES | _PLACES | _OF_PLACES
_PLAIN = ALPHABET.tags(("x",))  # what an unknown word is tagged as
_SAMPLE = 200  # words
_FEWEST = 6  # words in capitals that are no heading or initials
_LONGEST = 5  # words of a name


def is_shouted(words: Sequence[str]) -> bool:
    """Whether most of the first words are in capitals."""
    sample = words[:_SAMPLE]
    capitals = sum(map(str.isupper, sample))
    return capitals >= _FEWEST and capitals * 3 > 2 * sum(map(str.isalpha, sample))


def as_printed(lows: Sequence[str]) -> list[str]:
    """The words of a text in capitals, given in lower case, with a capital where a name is told."""
    tags = ALPHABET.tags(lows)
    words = list(lows)
    told: set[str] = set()  # family names
    done, count = 0, len(lows)
    for at in compress(range(count), map(_LOOKED_AT.__contains__, lows)):
        if at < done:
            continue
        given = lows[at] in _GIVEN
        place = lows[at] in _OF_PLACES
        if lows[at] in _PLACES and tags[at] == _PLAIN:
            words[at] = lows[at].capitalize()
        if not given and not place and not (lows[at] in _TITLES and at + 1 < count and _is_unknown(lows, tags, at + 1)):
            continue
        first = at if given or place else at + 1
        stop = first + 1
        while stop < count and stop < first + _LONGEST:
            if lows[stop] in _GIVEN or _is_unknown(lows, tags, stop):
                stop += 1
            elif lows[stop] in _PARTICLES and stop + 1 < count and _is_unknown(lows, tags, stop + 1):
                stop += 2
            else:
                break
        if place and stop == first + 1:
            continue
        if first > 0 and lows[first - 1] in _TITLES:
            words[first - 1] = lows[first - 1].capitalize()  # "GENERAL": a word like others where no name follows
        for index in range(first, stop):
            if lows[index] not in _PARTICLES or index == first:
                words[index] = lows[index].capitalize()
            if index > first and given and len(lows[index]) > 3 and lows[index] not in _GIVEN:
                told.add(lows[index])
        done = stop
    if told:
        for index, low in enumerate(lows):
            if low in told and words[index] == low:
                words[index] = low.capitalize()
    return words


def _is_unknown(lows: Sequence[str], tags: str, at: int) -> bool:
    """Whether the word is none that the lexicon knows: such as a family name is."""
    return tags[at] == _PLAIN and lows[at].isalpha() and len(lows[at]) > 1
