"""Lists that semicolons part: "Ivo Torr, the mayor; Omar Sand, a teacher; and a driver", one person or more an entry.

Belongs here: where the entries begin, and who stands in each. Does not belong here: lists without semicolons (`victim`, `chain`).
"""

from transforms.text.casualties.phrase import Phrase, lone
from transforms.text.casualties.sentence import Sentence
from transforms.text.quantities.classes import ALPHABET, AND, COMMA, NAME, PREP, TITLE

_FEWEST = 2  # semicolons: one alone parts clauses
_MOST = 40  # entries
# The first entry of a list in front of a verb: a name behind a comma or at the beginning, and who it is.
_FIRST = ALPHABET.compile("{TITLE|NAME}{1,7}(?:{COMMA}|{OPEN})")


def roll(parse: Sentence, first: int, stop: int) -> list[Phrase]:
    """Who stands in the list among the tokens `first` up to `stop`; nobody where that is no list of persons."""
    parted = [at for at in range(first, stop) if parse.lows[at] == ";"][:_MOST]
    if len(parted) < _FEWEST:
        return []
    found: list[Phrase] = []
    for begin, end in zip([first, *(at + 1 for at in parted)], [*parted, stop], strict=True):
        entry = _entry(parse, begin, end)
        if not entry:
            return []
        found += entry
    return found


def roll_before(parse: Sentence, floor: int, stop: int) -> list[Phrase]:
    """The list that ends before the token `stop`, where a verb follows: "Ivo Torr, ...; Omar Sand, ...; and a driver were taken"."""
    parted = next((at for at in range(floor, stop) if parse.lows[at] == ";"), -1)
    if parted < 0:
        return []
    begins = [match.start() for match in _FIRST.finditer(parse.tags, max(floor, parted - 30), parted)]
    begins = [at for at in begins if at == parse.first or parse.tags[at - 1] in COMMA or at == floor]
    begins = [at for at in begins if at == parse.first or at < 2 or parse.tags[at - 2] not in COMMA]
    return roll(parse, begins[-1], stop) if begins else []


def _entry(parse: Sentence, begin: int, end: int) -> list[Phrase]:
    """Who stands in the entry: its name or phrase, and those joined to it behind: "and her daughter", "as well as Ana Gil"."""
    while begin < end and (parse.tags[begin] in AND or parse.tags[begin] in COMMA):
        begin += 1
    found: list[Phrase] = []
    for group in parse.groups:
        if begin <= group.first < end and group.best and parse.tags[group.first - 1] not in PREP:
            opens = group.first == begin
            if opens or (found and parse.tags[group.first - 1] in AND):
                found.append(group)
                if opens and group.number is None:
                    group.definite = False
    if found and found[0].first == begin:
        return found
    if begin < end and (parse.tags[begin] in NAME or parse.tags[begin] in TITLE):
        stop = begin + 1
        while stop < end and (parse.tags[stop] in NAME or parse.tags[stop] in TITLE):
            stop += 1
        return [lone(begin, stop), *found]
    return []
