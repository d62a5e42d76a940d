"""The verb group of a harm: active or passive, whose clause it is in, and whether it is told as a fact.

Belongs here: the words before a verb of harm, and whether an object follows it. Does not belong here: what the verb says was done (`kind`),
and who the object is (`object`).
"""

from transforms.text.casualties.sentence import Harm, Sentence
from transforms.text.quantities.classes import (
    ADV,
    ALPHABET,
    AND,
    BE,
    COMMA,
    DET,
    EVENTISH,
    LEAVE,
    NAME,
    NUMBERS,
    PREP,
    PRON1,
    REL,
    REPORT,
    SELF,
    SETS,
    STOP,
    STRUCK,
    SUB,
    TITLE,
    WEEKDAY,
)

_having = ALPHABET.having
_HAVE = _having("HAVE")
_AUX = _having("AUX")
_NOT = _having("NOT")
_SAID = _having("said")
BEFORE_OBJECT = ALPHABET.compile(
    r"(?:{ADV|LY}|{the}(?:{remaining}|{other})(?={NUMBER})|{themselves}{and}?|{:}(?={NUMBER|DET})|{QUOTE}|{the}{following}|{on}?{WEEKDAY|yesterday|today|overnight}|{both}(?={DET|NAME})|{twice}?{as}(?={many})|{about|around|roughly|approximately|nearly|almost}(?={the}{same}|{as}{many}|{an}{^STOP}{number})|{with|by}{A}?{ADJ|WORD|UNIT|WEAPON}{1,3}(?={at}{least}{NUMBER}|{NUMBER})|{COMMA}{at|in|on|during|after|before|without|among}(?:{^STOP|COMMA|NUMBER|MEASURE|BE|REL|SUB}){1,5}{COMMA}(?={DET|NUMBER|NAME|TITLE}))*"
)
AGED = ALPHABET.compile(r"(?:{DIGITS}{-}|{DIGITS}{year|years}{-}?)?{old|AGED}")
_UNREAL = SETS["unreal"]
_IRREALIS = _having("IRREALIS")
_CONDITIONS = frozenset(("if", "unless"))
_CAPTURES = frozenset(("captured", "seized"))  # towns and weapons as well
_THINGS = ALPHABET.compile("{NUMBER}{ADJ|WORD}{0,2}{UNIT}")
_DONE_TO = frozenset(("drowned", "suffocated", "asphyxiated"))  # deaths that one may do to others
_NEAR_WEEKDAY = frozenset(("last", "on", "week", "this", "late", "early"))
_BASE_DEATHS = frozenset(("die", "perish", "drown"))
_TIME_AGO = ALPHABET.compile("{DET}{ADJ|last|previous|same|next|past}{0,2}{hour|day|week|month|year|night|morning|evening|weekend}")
# What may stand in a verb group before its verb: most words end the group at once.
_BEFORE_VERB = BE | _HAVE | REPORT | EVENTISH | WEEKDAY | ADV | _AUX | _NOT | _SAID | _having("since", "went", "gone")


def set_voice(parse: Sentence, event: Harm) -> None:
    """Tell the verb group of the harm: where it begins, active or passive, and whether it is told as a fact."""
    tags = parse.tags
    position, nearest = _before_group(parse, event)
    event.first = position + 1
    event.unreal = (event.first < event.start and _is_unreal(parse, event)) or (
        not _CONDITIONS.isdisjoint(parse.vocabulary) and _is_condition(parse, position)
    )
    event.relative = position >= parse.first and (
        tags[position] in REL
        or (not nearest and event.form == "pp" and tags[position] in COMMA and event.stop < parse.stop and tags[event.stop] in PREP)
    )
    event.passive = nearest in {"be", "report"} and event.form in {"pp", "participle", "adjective"}
    if nearest == "have" and event.form == "pp":
        event.form = "past"
    if event.form == "die" and parse.lows[event.start] in _DONE_TO and not nearest and _numbered_follows(parse, event):
        event.form = "past"  # "drowned three others"
    if event.form in {"dead", "pp"} and tags[event.start - 1] in LEAVE and _numbered_follows(parse, event):
        event.form, event.passive, event.first = "past", False, event.start  # "left dead at least five people"
    if (
        (
            nearest == "report"
            if event.form == "dead" or _is_found(parse, event)
            else not nearest and event.form in {"pp", "participle", "die"}
        )
        and position > parse.first
        and (tags[position] in AND or parse.lows[position] == "but")
        and not object_follows(parse, event)
    ):
        _share_auxiliaries(parse, event, position)


_STATES = frozenset(("condition", "care"))  # "ten of those who were wounded remained in critical condition": two verbs


def _is_found(parse: Sentence, event: Harm) -> bool:
    """Whether they are told to have been found so: "were kidnapped and later found hanged"."""
    return event.form == "pp" and not event.be and parse.lows[event.start - 1] == "found"


def _before_group(parse: Sentence, event: Harm) -> tuple[int, str]:
    """The token before the verb group of a harm, and which helping verb stands nearest: be, have, report."""
    tags, lows = parse.tags, parse.lows
    position = event.start - 1
    nearest = ""
    while position >= parse.first:
        tag = tags[position]
        if tag not in _BEFORE_VERB:
            break
        if tag in BE:
            nearest = nearest or "be"
            event.be = True
        elif tag in _HAVE:
            nearest = nearest or "have"
        elif tag in REPORT and event.form != "die":
            nearest = nearest or "report"
        elif (event.kind not in _STATES and tag in EVENTISH and position > parse.first and tags[position - 1] in BE) or (
            event.form == "adjective" and lows[position] in {"went", "gone"}
        ):
            pass
        elif tag in _SAID and lows[position + 1] == "to" and tags[position - 1] in BE:
            nearest = nearest or "report"  # "were said to be wounded"
        elif tag in WEEKDAY and position - 1 > parse.first:
            before = position - 1
            while before > parse.first and lows[before] in _NEAR_WEEKDAY:
                before -= 1
            if tags[before] not in BE:
                break
            position = before + 1  # "was last Thursday killed"
        elif not (tag in ADV or tag in _AUX or tag in _NOT or (lows[position] == "since" and tags[position - 1] in _HAVE)):
            break
        position -= 1
    return position, nearest


def _share_auxiliaries(parse: Sentence, event: Harm, joint: int) -> None:
    """Give a harm the helping verb of the one before the joint: "two were killed and five injured"."""
    tags = parse.tags
    for at in range(joint - 1, max(parse.first, joint - 12) - 1, -1):
        if tags[at] in BE:
            first = at
            while first > parse.first and (
                tags[first - 1] in BE or tags[first - 1] in _HAVE or tags[first - 1] in ADV or tags[first - 1] in _AUX
            ):
                first -= 1
            event.first = first
            event.be = event.shared = True
            event.passive = event.form not in {"die", "dead"}
            return
        if tags[at] in SUB or tags[at] in STOP or any(group.first == at and group.number for group in parse.groups):
            return


def _is_unreal(parse: Sentence, event: Harm) -> bool:
    """Whether the verb group tells it as denied, wished, planned or possible."""
    tags = parse.tags[event.first : event.start]
    words = parse.lows[event.first : event.start]
    if not _NOT.isdisjoint(tags) and "only" not in words:
        return True
    if len(words) > 2 and words[-2:] == ["to", "be"] and tags[-3] in BE:
        return True  # "26 captives are to be freed"
    if event.form in {"base", "pp"}:
        if not _UNREAL.isdisjoint(words):
            return True
        if "to" in words and not _IRREALIS.isdisjoint(parse.tags[max(parse.first, event.first - 6) : event.first]):
            return True
    if parse.lows[event.start] not in _BASE_DEATHS or "have" in words:
        return False
    return not (_IRREALIS.isdisjoint(tags) and _UNREAL.isdisjoint(words))  # "40,000 children could die"


def _is_condition(parse: Sentence, position: int) -> bool:
    """Whether the clause that goes on to the token `position` begins with "if" or "unless"."""
    for at in range(position, max(parse.first, position - 8) - 1, -1):
        if parse.tags[at] in STOP or parse.tags[at] in COMMA:
            return False
        if parse.lows[at] in _CONDITIONS:
            return parse.lows[at - 1] not in {"as", "even"}
    return False


def _numbered_follows(parse: Sentence, event: Harm) -> bool:
    """Whether so many people stand right behind the harm, or somebody new."""
    return any(group.first == event.stop and (group.number or (group.best and not group.definite)) for group in parse.groups)


def object_follows(parse: Sentence, event: Harm) -> bool:
    """Whether whom it was done to stands behind the harm."""
    tags = parse.tags
    match = BEFORE_OBJECT.match(tags, event.stop, parse.stop)
    start = match.end() if match else event.stop
    if start >= parse.stop:
        return False
    if any(event.stop <= group.first <= start for group in parse.groups):
        return True
    if start + 2 < parse.stop and (tags[start] in AND or parse.lows[start] in {"or", "/"}) and tags[start + 1] in EVENTISH:
        return any(group.first == start + 2 for group in parse.groups)
    if start + 2 < parse.stop and (tags[start] in AND or parse.lows[start] == "or") and tags[start + 1] in STRUCK:
        return any(group.first == start + 2 and group.number for group in parse.groups)
    return (
        tags[start] in NAME
        or parse.lows[start] in {"them", "all"}
        or tags[start] in SELF
        or AGED.match(tags, start, parse.stop) is not None
        or (tags[start] in DET and not _TIME_AGO.match(tags, start, parse.stop))
        or tags[start] in PRON1
        or tags[start] in TITLE
        or (tags[start] in NUMBERS and parse.lows[event.start] in _CAPTURES and _THINGS.match(tags, start, parse.stop) is not None)
    )


def joined_to(parse: Sentence, event: Harm) -> Harm:
    """The verb whose helpers a verb joined to it shares: "has killed 30 and injured 50"; else the verb itself."""
    if event.first == event.start > parse.first and parse.tags[event.start - 1] in AND and not event.be:
        before = next((other for other in reversed(parse.events) if other.stop < event.start), None)
        apart = before is not None and ";" in parse.lows[before.stop : event.start]
        if before is not None and not apart and not before.be and before.form != "toll":
            return before
    return event
