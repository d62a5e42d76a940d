"""Who is counted by a figure: their phrase, what it says of them, and the words as printed.

Belongs here: victims as a figure tells them. Does not belong here: reading phrases (`victim`), and whether they are counted (`taken`).
"""

from collections.abc import Sequence

from transforms.lexicon import rows
from transforms.text.casualties.figure import span
from transforms.text.casualties.phrase import Phrase
from transforms.text.casualties.sentence import Found
from transforms.text.quantities.classes import (
    ALPHABET,
    AND,
    BE,
    COMMA,
    DET,
    GEN,
    MEASURES,
    NAME,
    NUMBERS,
    PLURAL,
    SETS,
    VICTIMS,
)
from transforms.text.statements.statement import Span

_having = ALPHABET.having
_OWNERS = _having("NAME", "WORD", "ADJ", "VICTIM", "UNIT", "PLACE", "AGENT")
_ED = ALPHABET.having("ED")
_NOT_VICTIM = DET | NUMBERS
_BEFORE_VICTIM = frozenset(("of", "more", "other", "them", "whom", "which", "these", "those", "was", "were", "own"))
_UNDESCRIBED = frozenset(("pronoun", "name", "pronoun_them", "self", "elided", "aboard"))
_DESCRIBING = {word: told for word, *told in rows("describing")}
_MEMBERS = frozenset(("member", "members"))
_WHOSE_MEMBERS = ALPHABET.compile(
    "{of}{DET}?(?:{ADJ|ED|ING|WORD|NAME|VICTIM|UNIT|AGENT|PLACE|FAMILY|LINKADJ|GEN|one|-}){0,5}{WORD|NAME|VICTIM|UNIT|AGENT|PLACE|FAMILY}"
)
_ALL_OF_THEM = ALPHABET.compile("{COMMA}{all}(?:{of}{them|whom}{BE}?)?")
_AGED = ALPHABET.having("AGED")
_GOES_ON = ALPHABET.having("BE", "HAVE")
_AFTER_VICTIMS = _GOES_ON | ALPHABET.having("STOP", "COMMA", "PREP", "SUB", "REL", "M_PP", "M_PARTICIPLE", "M_DEAD", "M_DIE")


def described(noun: str, words: Sequence[str]) -> tuple[str, str | None]:
    """What status and what subgroup the phrase `words` with that noun says that they have."""
    row = VICTIMS.get(noun)
    status = row[2] if row is not None else "unspecified"
    subgroup = row[3] if row is not None and row[3] != "-" else None
    for word in words:
        if word == noun:
            break
        told = _DESCRIBING.get(word)
        if told is None or (told[2] != "-" and noun not in SETS[told[2]]):
            continue
        if status == "unspecified":
            status = told[0]
        if subgroup is None and told[1] != "-":
            subgroup = told[1]
    return status, subgroup


def victims(item: Found) -> tuple[Phrase, str, Span | None]:
    """The phrase that tells who the victims are, its noun ("" where there is none), and their words without the number."""
    group, lows = item.group, item.parse.reading.lows
    first = group.first
    if group.number is not None:
        first = group.number.stop if group.among is None else group.among.stop
        while first < group.stop and (lows[first] in _BEFORE_VICTIM or item.parse.tags[first] in _NOT_VICTIM or lows[first] == '"'):
            first += 1
    noun = lows[group.head] if group.head >= 0 else ""
    if noun in MEASURES and noun not in VICTIMS:
        first, noun = group.stop, ""  # "nine deaths": the noun is the measure
    event = item.event
    if event is not None and event.form == "toll" and not noun:
        inside = [
            other
            for other in item.parse.groups
            if event.start <= other.first
            and (other.stop <= event.stop or _are_numbered(item, other))
            and other.head >= 0
            and other.number is None
        ]
        if inside:  # "the number of villagers killed has risen to 12"
            return inside[-1], lows[inside[-1].head], span(item.parse.reading, inside[-1].first, inside[-1].stop)
    if item.subset and group.head < 0 and (told := _who_they_were(item, group)) is not None:  # "98, of whom 71 were civilians"
        return told, lows[told.head], span(item.parse.reading, told.first, told.stop)
    apposed = group.best == 1 and item.parse.tags[group.stop : group.stop + 1] in COMMA
    at_once = event is not None and (event.start == group.stop or apposed)
    if group.partitive and (group.measure or (group.head < 0 and at_once)):
        told = _who_they_were(item, group)
        return (group, "", None) if told is None else (told, lows[told.head], span(item.parse.reading, told.first, told.stop))
    if first >= group.stop and group.number is not None and lows[group.number.first - 2 : group.number.first] == ["family", "of"]:
        return group, "family", span(item.parse.reading, group.number.first - 2, group.number.stop)
    nobody = group.number is None and group.head < 0 and lows[first : group.stop] in (["he"], ["she"])
    if (
        nobody
        or first >= group.stop
        or item.rule in _UNDESCRIBED
        or (item.rule == "toll" and not noun and item.parse.tags[group.stop - 1] in _ED)
    ):
        return group, noun, None  # also: "the toll of 45 given by the rebels"
    if item.parse.tags[first] in GEN:  # "the country's top prosecutor"
        while first > item.parse.first and item.parse.tags[first - 1] in _OWNERS:
            first -= 1
        first -= first > item.parse.first and item.parse.tags[first - 1] in DET
    stop = group.stop
    if noun in _MEMBERS and (whose := _WHOSE_MEMBERS.match(item.parse.tags, stop, item.parse.stop)) is not None:
        stop = whose.end()
    return group, noun, span(item.parse.reading, first, stop)


def _are_numbered(item: Found, other: Phrase) -> bool:
    """Whether a toll behind its number names them: "bringing to 53 the number of rebels killed"."""
    lows = item.parse.lows
    return other.first > item.group.stop and lows[other.first - 2 : other.first] in (["number", "of"], ["total", "of"])


def _who_they_were(item: Found, group: Phrase) -> Phrase | None:
    """What those were of whom it is told: "seven of the dead were conscripts"."""
    parse = item.parse
    at = group.stop  # "of whom 71 were civilians", "78 of those killed were children"
    if group.partitive and group.best == 1 and at + 1 < parse.stop and parse.tags[at] in COMMA:  # "one of them, a man of 62, died"
        return next((other for other in parse.groups if other.first == at + 1 and other.best == 1 and other.number is None), None)
    if item.event is not None and not group.measure and parse.tags[at : at + 1] not in BE:
        at = item.event.stop
    if at + 1 >= parse.stop or parse.tags[at] not in BE:
        return None
    return next((other for other in parse.groups if other.first == at + 1 and other.head >= 0 and other.number is None), None)


def beside(item: Found, group: Phrase) -> list[Phrase]:
    """Who is counted by the same number behind "and": "ten soldiers and civilians", "21 of the dead were women and children"."""
    parse, tags = item.parse, item.parse.tags
    at = group.stop
    counts = group.number is not None or group is not item.group
    if not counts or group.head < 0 or at + 1 >= parse.stop or tags[at] not in AND or tags[group.head] not in PLURAL:
        return []
    other = next((other for other in parse.groups if other.first == at + 1), None)
    if other is None or other.number is not None or other.definite or tags[other.head] not in PLURAL:
        return []
    behind = tags[other.stop] if other.stop < parse.stop else ""
    if behind in _GOES_ON and item.event is not None and item.event.stop <= group.first:
        return []  # "killed ten soldiers and civilians were taken away"
    return [other] if not behind or behind in _AFTER_VICTIMS else []


def all_of_them(item: Found, group: Phrase) -> Phrase | None:
    """What all of them are said behind the phrase to be: "12 people, all of them soldiers", "12 people, all soldiers"."""
    parse = item.parse
    if "all" not in parse.vocabulary or group.stop + 1 >= parse.stop or parse.tags[group.stop] not in COMMA:
        return None
    match = _ALL_OF_THEM.match(parse.tags, group.stop, parse.stop)
    return (
        None
        if match is None
        else next((other for other in parse.groups if match.end() in {other.first, other.first + 1} and other.head >= 0), None)
    )


def noun_printed(item: Found, group: Phrase, noun: str, victim: Span | None) -> str | None:
    if noun and group.head < 0:  # a family of five
        return noun
    if noun:
        first = group.head - (2 if item.parse.tags[group.head] in _AGED and group.head - group.first > 1 else 0)  # "14-year-old"
        return item.parse.reading.text[item.parse.reading.starts[first] : item.parse.reading.ends[group.head]]
    if (
        victim is None
        or item.rule == "name"
        or (group.partitive and item.rule != "listed")
        or (group.number is None and item.parse.tags[group.stop - 1] in NAME)
    ):
        return None
    return item.parse.reading.text[item.parse.reading.starts[group.stop - 1] : item.parse.reading.ends[group.stop - 1]]
