"""What the phrases of a passage are to each other: parts of one told before, further ones, details in brackets, those who speak.

Belongs here: the marks that a phrase gets from the words and phrases before and behind it. Does not belong here: finding phrases
(`victim`).
"""

from itertools import islice

from transforms.lexicon import rows
from transforms.text.casualties.phrase import Passage, Phrase
from transforms.text.quantities.classes import (
    ADV,
    ALPHABET,
    AND,
    BE,
    COMMA,
    DEMONYM,
    DET,
    EVENTISH,
    GEN,
    INCLUDE,
    MODIFIER,
    NAME,
    NOUNISH,
    OPEN,
    PREP,
    SAY,
    SETS,
    TITLE,
)

_having = ALPHABET.having
_ATTACKER = _having("ATTACKER")
_CLOSE = _having("CLOSE")
_SPEAKS = ALPHABET.compile(
    r"{NAME|TITLE}{0,5}(?:{OPEN}(?:{^STOP|CLOSE|MEASURE|SAY|NUMBER}){1,6}{CLOSE})?(?:{PREP}(?:{^STOP|COMMA|MEASURE|SAY|SUB|NUMBER}){1,8})?{there|here}?(?:{COMMA}(?!{SAY}{NAME|TITLE|DET|DEMONYM}))?(?:{ADV|HAVE}){0,2}(?!{report|reports}){SAY}(?!{to|dead|M_PP})"
)
_NAMED = ALPHABET.compile("{NAME|TITLE}{0,5}{COMMA}?(?:{ADV|HAVE}){0,2}")
# Verbs of saying in the past or present, as statements know them.
SAYING = frozenset(row[0] for row in rows("cue") if row[1] == "v" and row[5] == "1" and row[0].endswith(("d", "s", "t", "e"))) - {
    *("attack", "attacked", "attacks", "blast", "blasted", "blasts")  # more often with arms than with words
}
_SPEAKER = NAME | TITLE | DET | DEMONYM
_UNHARMED = frozenset(("dead", "missing", "killed", "wounded", "injured", "to"))  # reported dead: not somebody who reports
_PASSED_WORDS = frozenset(("at", "least", "also", "many", "mostly", "notably", "all", "-"))
_PASSED = frozenset(ALPHABET.tags(sorted(_PASSED_WORDS))) | ADV | COMMA
# What may say before a phrase that it is a part or hangs on another.
_LEADS = frozenset(ALPHABET.tags(("with", "among", "them", "whom", "which", "as", "on", "off", "of"))) | INCLUDE | PREP | OPEN
_FURTHER = _having("other", "others", "another", "additional", "further", "more", "extra")
_PLACE = _having("PLACE", "DEMONYM")
_AGE = _having("DIGITS")
_WHERE = frozenset(("in", "at", "near"))
_OWNING = _having("POSS")
_BEGINS_PART = _having("NUMBER", "DET", "COMMA", "at")
_KILLED = _having("M_PP", "M_PARTICIPLE", "M_DEAD")
_MOSTLY = frozenset(("mostly", "mainly", "largely", "predominantly"))
_BEFORE_DETAILS = frozenset((":", ";", "-", "–", "—", "--"))


def mark_parts(passage: Passage, groups: list[Phrase]) -> None:
    """Mark each phrase by the words before it, and by the phrase before it: parts of another, further ones, objects of prepositions."""
    tags = passage.tags
    previous: Phrase | None = None
    further = not _FURTHER.isdisjoint(passage.present)
    for index, group in enumerate(groups):
        group.other = further and not _FURTHER.isdisjoint(tags[group.first : group.stop + 1])
        apart = previous is not None and not previous.subset
        _mark(passage, group, previous)
        if apart and previous is not None and previous.subset and passage.lows[group.stop : group.stop + 1] != ["among"]:
            _mark_list(passage, groups, index - 1)
        previous = group


def _mark(passage: Passage, group: Phrase, previous: Phrase | None) -> None:
    """Mark a phrase that is a part of what was told before it, or hangs on a preposition."""
    tags, lows = passage.tags, passage.lows
    before = group.first - 1
    group.attacker = group.head >= 0 and tags[group.head] in _ATTACKER
    if group.number is None and before > passage.first and (lows[before] in _MOSTLY or lows[group.first] in _MOSTLY):
        group.subset = True  # "40 people, mostly women"
    if before > passage.first and lows[before] == "of" and lows[before - 1] in {"those", "bodies"}:
        before -= 2  # "141 bodies, among them those of 36 children"
    while (
        before > passage.first
        and tags[before] in _PASSED
        and (lows[before] in _PASSED_WORDS or tags[before] in ADV or (tags[before] in COMMA and lows[before - 1] == "them"))
    ):
        before -= 1
    if lows[before] == "." and lows[before - 1] == "incl" and before - 1 > passage.first:
        before -= 1
    if before >= passage.first and (tags[before] in _LEADS or tags[group.first] in GEN):
        _mark_led(passage, group, previous, before)
    after = group.stop + 2
    if after <= passage.stop and lows[group.stop] == "among" and lows[after - 1] == "them":
        set_off = previous is not None and tags[before] in COMMA and tags[after : after + 1] in COMMA  # "11 rebels, two women among them,"
        group.subset = group.subset or set_off or after == passage.stop or tags[after] not in _BEGINS_PART
        if group.subset and previous is not None and previous.head >= 0 and group.first == previous.stop + 1 and tags[previous.stop] in AND:
            previous.subset = True  # "at least 43, seven women and three children among them"
    if previous is not None and (previous.subset or previous.partitive) and not group.subset and not group.prep:
        group.subset = _goes_on(passage, group, previous) and (previous.subset or not (group.other or tags[group.first] in _OWNING))


def _mark_led(passage: Passage, group: Phrase, previous: Phrase | None, before: int) -> None:
    """Mark a phrase by the word `before` it that leads it: including, among, of, with."""
    tags, lows = passage.tags, passage.lows
    low, tag = lows[before], tags[before]
    if low == "with" and lows[before - 1] in {"along", "together"}:
        return
    if low == "among" and tags[before - 1] in BE:
        if previous is not None and previous.stop >= before - 2:
            previous.subset = True  # "three children were among 15 people killed"
            return
        if group.number is not None and tags[group.stop : group.stop + 1] in _KILLED:
            return  # "he was among 12 people killed"
    if _begins_part(passage, before):
        group.subset = True
    elif tags[group.first] in GEN and _possessor_is_object(passage, group.first - 1):
        group.prep = True  # "two members of the judge's escort"
    elif (low in {"on", "off"} and lows[group.first] == "duty") or (low == "of" and _is_of_name(passage, group)):
        pass  # "an off duty officer"
    elif tag in PREP:
        group.prep = low not in {"alongside", "after", "before", "since", "until", "as"}
    elif low == "as" and lows[before - 1] in SETS["poses"]:
        group.prep = True  # "men dressed as policemen"
    elif tag in OPEN and previous is not None and previous.stop >= before - 1:
        group.subset = previous.measure != "killed_or_injured"


def _begins_part(passage: Passage, before: int) -> bool:
    """Whether the word `before` a phrase says that it is a part: including, among, among whom, such as."""
    low, above = passage.lows[before], passage.lows[before - 1]
    return (
        passage.tags[before] in INCLUDE
        or low == "among"
        or (low in {"them", "whom", "which"} and before > passage.first and above in {"among", "of"})
        or (low == "as" and above == "such")
    )


def _goes_on(passage: Passage, group: Phrase, previous: Phrase) -> bool:
    """Whether a list of parts goes on with the phrase: "including two nuns and a cook"."""
    tags, lows = passage.tags, passage.lows
    gap = tags[previous.stop + _told_of(passage, previous, group) : group.first]
    if not 0 < len(gap) <= 2 or any(tag not in AND and tag not in COMMA for tag in gap) or (group.other and not previous.other):
        return False
    if group.stop < passage.stop and group.head < 0 and (tags[group.stop] in EVENTISH or tags[group.stop] in BE):
        return False  # what was done to them is told of themselves
    bare = group.head < 0 and group.number is not None and previous.stop + len(gap) == group.first and previous.head >= 0
    if bare and group.stop < passage.stop and lows[group.stop] in _WHERE:
        return False  # "seven died in Oulo, including a baby, two in Tensi and one in Bara"
    if tags[passage.first] in INCLUDE and previous.first <= passage.first + 2:
        return False  # "Including the bomber, four people ..."
    if previous.partitive and previous.head > 0 and tags[previous.head - 1] in BE:
        return False  # "19 people, two of whom were children, and two guards"
    if previous.partitive and len(gap) > 1 and tags[previous.first - 1] in COMMA:
        return False  # "five people, two of them children, and a guard"
    return group.number is None or not (
        (len(gap) > 1 and _is_new_clause(passage, group, previous)) or _MOSTLY.intersection(lows[previous.first - 1 : previous.first + 1])
    )


def _told_of(passage: Passage, part: Phrase, group: Phrase) -> int:
    """How many words behind the part say of what it is: "among them the mayor of Tarn and four members ..."."""
    at = part.stop
    if group.first - at < 3 or passage.lows[at] not in {"of", "from", "in"}:
        return 0
    if passage.lows[at] == "of" and passage.tags[at + 1] in _AGE:
        return 2 if passage.tags[at + 2] in AND else 0  # "a boy of 15 and a brother of ..."
    whose = MODIFIER if passage.lows[at] == "of" else NAME  # "17 members of the mission and 32 employees"
    at += 1
    while at < group.first and (passage.tags[at] in whose or passage.tags[at] in DET or passage.tags[at] in _PLACE):
        at += 1
    return at - part.stop


def _is_new_clause(passage: Passage, group: Phrase, previous: Phrase) -> bool:
    """Whether another clause begins with it behind a part: "31 died, including nine children, and 70 people were injured"."""
    led = previous.first > passage.first and (passage.tags[previous.first - 1] in INCLUDE or passage.lows[previous.first - 1] == "them")
    return led and group.stop < passage.stop and passage.tags[group.stop] in BE


def _is_of_name(passage: Passage, group: Phrase) -> bool:
    """Whether "of" belongs to a name before the noun ("a Police Force of Upper Vale officer"): the phrase begins at its article."""
    if group.number is not None or group.best != 1 or passage.tags[group.first] in DET or group.stop - group.first < 2:
        return False
    at = group.first - 2
    while at > passage.first and at > group.first - 8 and (passage.tags[at] in NAME or passage.words[at][0].isupper()):
        at -= 1
    if at == group.first - 2 or passage.lows[at] not in {"a", "an"}:
        return False
    group.first = at
    return True


def _possessor_is_object(passage: Passage, at: int) -> bool:
    """Whether the phrase that ends with the token `at` stands after a preposition."""
    while at > passage.first and (passage.tags[at] in NOUNISH or passage.tags[at] in DET):
        at -= 1
    return passage.tags[at] in PREP


def _mark_list(passage: Passage, groups: list[Phrase], last: int) -> None:
    """Make those parts that are told in one list with the phrase of that index: "a monk, two nuns and a cook were among nine ..."."""
    while last > 0:
        gap = passage.tags[groups[last - 1].stop : groups[last].first]
        if not 0 < len(gap) <= 2 or any(tag not in AND and tag not in COMMA for tag in gap):
            return
        last -= 1
        if groups[last].subset:
            return
        groups[last].subset = True


def join_predicates(passage: Passage, groups: list[Phrase]) -> list[Phrase]:
    """The phrases, in which "two of whom were children" between commas is one, and a part."""
    tags = passage.tags
    kept = groups[:1]
    for group in groups[1:]:
        part = kept[-1]
        set_off = part.first > passage.first and tags[part.first - 1] in COMMA and group.stop < passage.stop and tags[group.stop] in COMMA
        if set_off and part.partitive and group.number is None and group.first == part.stop + 1 and tags[part.stop] in BE:
            part.subset, part.head, part.stop = True, group.head, group.stop
            continue
        kept.append(group)
    return kept


def mark_speakers(passage: Passage, groups: list[Phrase]) -> None:
    """Mark those who speak, and are not counted."""
    tags, lows = passage.tags, passage.lows
    for group in groups if "or" in passage.vocabulary and "according" in passage.vocabulary else ():
        if group.first > passage.first and lows[group.first - 1] == "or" and lows[group.stop : group.stop + 1] == ["according"]:
            group.speaker = True  # "three were killed, or five according to the mayor": who speaks tells of the same
    if SAY.isdisjoint(passage.present) and SAYING.isdisjoint(passage.vocabulary):
        return
    following: Phrase | None = None
    for group in reversed(groups):
        if not group.prep and (_SPEAKS.match(tags, group.stop, passage.stop) or (group.number is None and _says(passage, group.stop))):
            group.speaker = True
        elif following is not None and following.speaker:
            gap = tags[group.stop : following.first]
            opens = group.number is None or group.first == passage.first or tags[group.first - 1] in COMMA
            group.speaker = opens and len(gap) == 1 and gap in AND  # "two survivors and an aid worker told"
        following = group


def _says(passage: Passage, at: int) -> bool:
    """Whether a verb of saying stands at `at`, behind a name at most: governor Samuel Kato wrote."""
    behind = _NAMED.match(passage.tags, at, passage.stop)
    at = behind.end() if behind else at
    if at >= passage.stop or passage.lows[at] not in SAYING:
        return False
    if at + 1 == passage.stop:
        return True
    turned = passage.tags[at - 1] in COMMA and passage.tags[at + 1] in _SPEAKER  # "... and a nurse, said Omar Torr"
    return not turned and passage.lows[at + 1] not in _UNHARMED


def mark_details(passage: Passage, groups: list[Phrase]) -> None:
    """What stands in brackets, or after a colon and comes to the number before it, tells that number in detail."""
    tags, lows = passage.tags, passage.lows
    for index, group in enumerate(groups):
        if index == 0:
            continue
        before = next(
            (
                other
                for other in islice(reversed(groups), len(groups) - index, len(groups) - index + 40)
                if not other.prep and not other.subset
            ),
            groups[index - 1],
        )
        if before.measure == "killed_or_injured":
            continue  # "30 casualties: nine killed and 21 injured"
        if before.number is not None and before.best and lows[group.first - 1] in _BEFORE_DETAILS and group.first - before.stop <= 12:
            total = 0
            for stop in range(index, min(len(groups), index + 6)):
                total += (groups[stop].best or 0) if lows[groups[stop].first - 1] != "by" else 0
                if total >= before.best:
                    break
            details = [detail for detail in groups[index : stop + 1] if lows[detail.first - 1] != "by"]
            if total == before.best and not any(_is_told_of(passage, detail) for detail in details):
                for detail in details:
                    detail.subset, detail.whole = True, before
        for at in range(group.first - 1, max(passage.first, group.first - 15) - 1, -1):
            if tags[at] in _CLOSE or tags[at] in EVENTISH:
                break
            if tags[at] in OPEN:
                close = next(
                    (to for to in range(group.stop, min(passage.stop, group.stop + 20)) if tags[to] in _CLOSE or tags[to] in EVENTISH), -1
                )
                if close >= 0 and tags[close] in _CLOSE:
                    group.subset = True
                break


def _is_told_of(passage: Passage, group: Phrase) -> bool:
    """Whether the text goes on to say what the phrase says or what was done to it: "11 died and the other nine were injured"."""
    after = passage.tags[group.stop] if group.stop < passage.stop else ""
    return group.speaker or after in EVENTISH or after in BE or (passage.lows[group.first - 1] == ";" and after in AND)
