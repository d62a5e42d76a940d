"""Phrases that are told in one breath: lists, parts, appositions, names joined to phrases.

Belongs here: which phrases go with one, before and behind it, and which of them only say again who was told. Does not belong here: which
phrase a harm begins with (`object`, `subject`).
"""

from itertools import pairwise

from transforms.text.casualties.phrase import Phrase, lone
from transforms.text.casualties.sentence import Harm, Sentence
from transforms.text.casualties.victim import AGENT_ENDINGS
from transforms.text.casualties.voice import object_follows
from transforms.text.closed import POSSESSIVES
from transforms.text.quantities.classes import (
    ALPHABET,
    AND,
    COMMA,
    DEMONYM,
    DET,
    ED_ING,
    EVENTISH,
    GEN,
    GENERIC,
    INCLUDE,
    LEAVE,
    NAME,
    PARTITIVES,
    PREP,
    REL,
    SETS,
    STOP,
    STRUCK,
    SUB,
    TITLE,
)

JOIN = ALPHABET.compile(
    r"{general}?{NAME}{0,5}(?:{OPEN}(?:{^CLOSE|STOP|MEASURE}){0,12}{CLOSE}|{DASH}(?:{^DASH|STOP|MEASURE}){1,16}{DASH})?"
    r"(?:{PREP|who|ED}(?:{^STOP|MEASURE|BE|AND|COMMA}){1,10}|{who|whose}(?:{^STOP|MEASURE|AND|COMMA}){1,8}{COMMA})?(?:{COMMA}{TITLE|NAME}{0,2}{NAME}{1,5})?"
    r"(?:{COMMA}{DIGITS})?(?:{COMMA}?{aged}{DIGITS}(?:{COMMA|AND}{DIGITS}){0,3})?(?:{COMMA}(?:{INCLUDE|among|mostly|mainly|largely|predominantly|many|most})(?:{^STOP|MEASURE|BE|AND}){1,8})?"
    r"(?:{COMMA}(?:{at}{least})?{NUMBER}{of}{PLURALREF}{was|were|are}?(?:{^STOP|COMMA|MEASURE|BE|AND}){1,4})?"
    r"(?P<j>{COMMA}?{AND}(?:{COMMA}{PREP}(?:{^STOP|COMMA|MEASURE|NUMBER}){1,6}{COMMA})?|{COMMA}|{COMMA}?(?:{as}{well}{as}|{along}{with}|{together}{with}|{plus}|{alongside}|{besides}))(?:{also|then|later|possibly|at|least|of|as})?"
    r"(?:{DET}{WORD|ADJ|VICTIM|UNIT}{1,3})?"
)
_THERE_TOGETHER = ALPHABET.compile(
    r"{in|at|near|on}(?:{^STOP|COMMA|AND|MEASURE|NUMBER|BE|SUB|REL}|{A|ONE}){1,6}?{COMMA}?(?:{alongside}|{along}{with}|{together}{with}|{as}{well}{as})"
)
_UNKNOWN_ONE = ALPHABET.compile(
    "{COMMA}{DET}(?P<who>(?:{WORD|ADJ|NAME}{0,2}{WORD}))(?:{of}{the}?{WORD|NAME|PLACE|UNIT}{1,2})?(?P<apart>{COMMA})?{AND}"
)
_UNKNOWN_LAST = ALPHABET.compile("{AND}(?P<who>{A|POSS}(?:{WORD|NAME|ADJ}{0,3}{WORD|NAME}))(?={BE|HAVE|STOP|COMMA|PREP|M_PP|M_DIE}|$)")
_KINDS = SETS["kinds"]
_LONGEST = 40  # phrases of a list that is looked through
_ONE_SEX = frozenset(("men", "women", "boys", "girls"))
_ADDS = frozenset(("plus", "well", "along", "together", "alongside", "besides", "with"))
_TO_NEXT_PLACE = ALPHABET.compile(
    r"{COMMA}{followed}{by}|(?:{in}{DIGITS}|{on}(?:{DIGITS}{MONTH}|{MONTH}{DIGITS}){.}?|{inside|outside}(?={COMMA|AND})|{in|at|near|on|by|from|during|when|inside|outside}(?:{^STOP|MEASURE|BE|NUMBER|COMMA|AND}|{ONE|ORDINAL}){1,12})"
    r"(?:{COMMA}{in|at|near|on|outside}(?:{^STOP|MEASURE|BE|NUMBER|COMMA|AND}){1,6})?"
    r"(?:{COMMA}(?:{^STOP|COMMA|NUMBER|MEASURE}){0,3}{SAY}(?:{^STOP|COMMA|NUMBER|MEASURE}){0,4}(?={COMMA}))?"
    r"(?:{COMMA}(?:{AND}|{followed}{by})?|{AND}(?:{COMMA}(?:{^STOP|MEASURE|BE|NUMBER|COMMA|AND}){1,6}{COMMA})?)"
)
_ELIDED = ALPHABET.compile(
    "(?:{in|at|near|on}(?:{^STOP|MEASURE|BE|NUMBER|COMMA|AND}){1,8})?(?:{;}{AND}?|{COMMA}{AND}|{COMMA}|{AND})"
    "{in|at|near|on}(?:{^STOP|MEASURE|BE|NUMBER|COMMA|AND}){1,6}{COMMA}"
)
_ENDS_ELIDED = COMMA | STOP | ALPHABET.having(";")
_ONE_THERE = ALPHABET.compile("{in|at|near}(?:{NAME|PLACE|DET|of}){1,5}(?={COMMA|STOP|AND}|$)")  # "and a guard in Oulo."
_TO_NEXT_WITHIN = 16  # words
_TELLS_PLACE = frozenset(("in", "at", "near", "on", "by", "inside", "outside", "en"))
_TELLS_WHERE = _TELLS_PLACE | {"from", "during", "when"}  # "and two when ...": behind a comma it tells a part
_STATES = frozenset(("critical", "serious", "stable", "intensive", "custody", "hiding", "detention"))
_TO_NEXT = ALPHABET.compile("(?:{of}{^STOP|MEASURE|BE|COMMA|AND}{1,3})?(?:{COMMA}(?:{AND}|{followed}{by})?|{AND})")
_BEGINS_TOGETHER = COMMA | ALPHABET.having("alongside", "with", "along", "together", "as", "in", "at", "near", "on")
_TOGETHER = ALPHABET.compile(
    r"{COMMA}?(?:{alongside}|{along}{with}|{together}{with}|{as}{well}{as}|{in}{addition}{to})|{with}(?={NUMBER|POSS})"
)
_NAME_AGED = ALPHABET.compile(r"{NAME}(?:{COMMA}{aged}?{DIGITS}{COMMA}?|{OPEN}{aged}?{DIGITS}{CLOSE})$")
_SOMEBODY = ALPHABET.compile("{A}(?:{WORD|ADJ|DEMONYM|-}){1,4}$")
_BEFORE_SUBJECT = frozenset(("that", "when", "where", "which", "as", "after", "while"))
_ENDS_CLAUSE = AND | COMMA | STOP | SUB | REL
_PARTS_WITHIN = 10  # words
_KIN = SETS["kin"]
_TO_A_PLACE = PREP | ALPHABET.having("PLACE")


def is_among(parse: Sentence, event: Harm) -> bool:
    """Whether it is "among the dead" or "among those killed"."""
    at = event.start - 1
    if at > parse.first and parse.lows[at] in {"the", "those"}:
        at -= 1
    return at >= parse.first and parse.lows[at] == "among"


def claimed_later(parse: Sentence, group: Phrase, event: Harm) -> bool:
    """Whether the group is the subject of an event that follows it directly."""
    for later in parse.events:
        if later is event or later.start < group.stop or (later.kind == "sustain" and event.measure == "bodies_recovered"):
            continue  # "the body of a man with shrapnel wounds"
        return later.first == group.stop and later.form in {"pp", "participle", "dead", "die", "adjective", "dying"}
    return False


def _pass_unknown(parse: Sentence, chain: list[Phrase], following: Phrase) -> bool:
    """Whether somebody stands between whom no known noun names, who joins the chain: "the mayor, the sexton of the parish and two"."""
    match = _UNKNOWN_ONE.fullmatch(parse.tags, chain[-1].stop, following.first)
    if match is None or parse.lows[match.end("who") - 1][-1] == "s" or not following.best:
        return False
    if match["apart"] is None:  # "a farmer, the eldest of the brothers, and his wife": nobody else
        chain.append(lone(chain[-1].stop + 1, match.end("who")))
    return True


def _acts(parse: Sentence, group: Phrase) -> bool:
    """Whether "a second" or "another" is the bomb that the sentence tells of next: "..., a second one in Tensi killed two"."""
    if group.head >= 0 or group.number is None:
        return False
    if group.number.form not in {"ordinal", "other"} and parse.lows[group.first] != "another":
        return False
    for at in range(group.stop, min(parse.stop, group.stop + 12)):
        if at == group.stop and parse.tags[at] in REL:
            continue  # "a group that shot the monks and another that shot two cooks"
        if parse.tags[at] in _ENDS_CLAUSE:
            return False
        if parse.tags[at] in LEAVE or any(
            event.first == at and not event.passive and object_follows(parse, event) for event in parse.events
        ):
            return True
    return False


def adjacent_left(parse: Sentence, event: Harm) -> Phrase | None:
    return next((group for group in parse.groups if group.stop == event.first and (not group.prep or group.number)), None)


def chain_of(parse: Sentence, index: int, event: Harm) -> list[Phrase]:
    chain = [parse.groups[index]]
    stop = _clause_end(parse, index, event)
    while index + 1 < stop:
        following = parse.groups[index + 1]
        gap = following.first - chain[-1].stop
        if following.subset:
            # "five people, including a child, ..." stays in the chain and out of the sum
            whom = parse.lows[following.first - 1] in PARTITIVES or following.partitive
            if gap > 10 or following.speaker or (whom and claimed_later(parse, following, event)):
                break
        elif following.prep and (following.number is None or _is_a_place(following)) and gap <= 8 and index + 2 < len(parse.groups):
            index += 1  # "killed an elder of the eastern tribes and five others": of whom, not who
            continue
        elif (
            gap > 30
            or following.speaker
            or (following.adjective == "injured" and event.measure == "killed")  # "a killed guard and seven wounded people"
            or not (JOIN.fullmatch(parse.tags, chain[-1].stop, following.first) or _pass_unknown(parse, chain, following))
            or claimed_later(parse, following, event)
            or _acts(parse, following)
        ):
            break
        chain.append(following)
        index += 1
    add_unknown_last(parse, chain, event)
    return chain


def _is_a_place(group: Phrase) -> bool:
    """Whether "one" may be where something happened: "killed eight in one and five in the other"."""
    return group.number is not None and group.number.form == "one" and group.head < 0 and not group.partitive


def add_unknown_last(parse: Sentence, chain: list[Phrase], event: Harm) -> None:
    """Somebody whom no known noun names, at the end of a list: "killed two soldiers and a sexton"."""
    last = chain[-1]
    if not last.best or last.stop == parse.stop or parse.tags[last.stop] not in AND:
        return
    match = _UNKNOWN_LAST.match(parse.tags, last.stop, parse.stop)
    if match is None or parse.head_of(match.start("who") + 1, match.end("who")) != -1:
        return
    noun = parse.words[match.end("who") - 1]
    if match.end() == event.first or noun.endswith(AGENT_ENDINGS):
        chain.append(lone(match.start("who"), match.end("who")))
        chain[-1].subset = last.subset


def _clause_end(parse: Sentence, index: int, event: Harm) -> int:
    """The index of the phrase that opens the next clause: "killed two guards, and a woman and a child were injured"."""
    groups = parse.groups
    if parse.events[-1].start <= groups[index].stop:
        return len(groups)
    for last in range(index + 1, min(len(groups), index + _LONGEST)):
        if not JOIN.fullmatch(parse.tags, groups[last - 1].stop, groups[last].first):
            break
        if claimed_later(parse, groups[last], event):
            for at in range(last, index, -1):
                joint = parse.lows[groups[at - 1].stop : groups[at].first]
                if ";" in joint or joint[:2] == [",", "and"]:
                    return at
            break
    return len(groups)


def between_ends(chain: list[Phrase]) -> list[Phrase]:
    """Two numbers that are the ends of one: "at least four civilians and as many as seven"."""
    main = [group for group in chain if not group.subset]
    if len(main) != 2 or main[0] is not chain[0]:
        return chain
    low, high = main if main[0].quantifier != "up_to" else main[::-1]  # "up to 11 civilians, and at least eight"
    upper = high.number is not None and high.quantifier == "up_to" and not high.other and (high.head < 0 or low.head < 0)
    lower = low.number is not None and low.quantifier in {"exact", "at_least"}
    if not (upper and lower and low.best is not None and high.best is not None and low.best < high.best):
        return chain
    low.low, low.high, low.quantifier, high.taken = low.best, high.best, "range", True
    if low.head < 0:
        low.head, low.stop = high.head, high.stop
    if high is main[0]:
        low.first = high.first
    return [group for group in chain if group is not high]


def mark_appositions(parse: Sentence, chain: list[Phrase]) -> None:
    """What only says again who was counted is part of it: "five people, two men and three women"; "a lawyer, member of ..."."""
    main = [group for group in chain if not group.subset]
    if len(main) < 2:
        return
    tags, lows = parse.tags, parse.lows
    head = main[0]
    rest = [group.best for group in main[1:]]
    gap = tags[head.stop : main[1].first]
    if (
        head.number is not None
        and head.best
        and None not in rest
        and len(gap) <= 14
        and not any(tag in AND or tag in EVENTISH for tag in gap)
        and _ADDS.isdisjoint(lows[head.stop : main[1].first])
    ):
        total = sum(value for value in rest if value)
        generic = head.head >= 0 and lows[head.head] in GENERIC
        described = all(group.head >= 0 and (tags[group.head] in DEMONYM or lows[group.head] in _KINDS) for group in main[1:])
        closed = head.best > 3 or lows[main[-1].stop : main[-1].stop + 1] in ([","], [")"], ["-"])
        alike = head.head >= 0 and lows[head.head] in _KINDS and not _KINDS.isdisjoint(lows[group.head] for group in main[1:])
        if not (alike and lows[head.head] in _ONE_SEX) and (
            (total == head.best and (generic or (described and closed)))
            or (total <= head.best and generic and not alike and (described or not main[1].number))
        ):
            for group in main[1:]:
                group.subset = True
            return
    same: list[Phrase] = []  # who is told once more is nobody else
    for before, group in pairwise(main):
        if before.best != 1 or group.best != 1 or group.number or group.other:
            continue
        joint = tags[before.stop : group.first]
        if _is_named(parse, before) and _is_named(parse, group):
            continue  # "Sergeant Ivo Torr and Corporal Omar Sand"
        if len(joint) == 1 and joint in COMMA and group.stop < parse.stop and tags[group.stop] in STRUCK:
            continue  # the headline "Candidate, guard shot dead"
        if lows[group.first] in POSSESSIVES and lows[group.head] in _KIN:
            continue  # "his brother Yusuf, 14, and a cousin"
        if _is_named(parse, group) and len(joint) == 1 and joint in AND and before.head < 0:
            continue  # "Sgt. Ivo Torr and constable Omar Sand"
        if before.subset:
            # "Lena Orr, a surgeon and mother of two": goes on about the same person
            bare = tags[group.first] not in DET and tags[group.first] not in GEN
            if bare and len(joint) == 1 and joint in AND:
                group.subset = True
                same.append(group)
            continue
        if joint and joint[-1] in COMMA and (joint[0] in NAME or before.head < 0):
            group.subset = True
            same.append(group)
            continue
        if joint and joint[0] in COMMA and lows[group.first - 1] == "also":
            group.subset = True  # "the editor and her husband, also a journalist"
            same.append(group)
            continue
        if before.number and before.number.form != "one":
            continue
        bare = tags[group.first] not in DET and tags[group.first] not in GEN
        if bare and len(main) > 2 and not any(tags[each.first] in DET or each.number or _is_named(parse, each) for each in main):
            continue  # the headline "Bomb kills governor, bodyguard and driver"
        if bare and lows[before.first] in POSSESSIVES:
            pass  # "his driver and bodyguard"
        elif (bare and lows[group.head] not in _KIN and lows[before.head] not in _KIN) or (
            len(joint) == 1 and joint in COMMA and group is main[-1] and lows[group.first] in {"a", "an", "the"}
        ):
            group.subset = True
            same.append(group)
    chain[:] = [group for group in chain if group not in same]


def _is_named(parse: Sentence, group: Phrase) -> bool:
    return group.head >= 0 and any(tag in NAME for tag in parse.tags[group.head + 1 : group.stop])


def together(parse: Sentence, event: Harm) -> list[Phrase]:
    """Who is told with the subject behind the verb: "was killed along with two bodyguards"."""
    if event.stop == parse.stop or parse.tags[event.stop] not in _BEGINS_TOGETHER:
        return []
    match = _TOGETHER.match(parse.tags, event.stop, parse.stop) or _THERE_TOGETHER.match(parse.tags, event.stop, parse.stop)
    if match is None:
        return []
    index = next((index for index, group in enumerate(parse.groups) if group.first == match.end()), -1)
    if (
        index >= 0
        and parse.lows[match.end() - 1] == "with"
        and not ED_ING.isdisjoint(parse.tags[parse.groups[index].stop : parse.groups[index].stop + 1])
    ):
        return []  # "was stabbed with three pupils watching"
    if index < 0 or parse.groups[index].adjective not in {None, event.measure} or claimed_later(parse, parse.groups[index], event):
        return []  # "died, as well as seven wounded soldiers"
    return chain_of(parse, index, event)


def parts_after(parse: Sentence, event: Harm) -> list[Phrase]:
    """The parts in "... were killed, including two children" and "... were wounded, two of them critically"."""
    parts: list[Phrase] = []
    at = event.stop
    for index, group in enumerate(parse.groups):
        if group.first < event.stop:
            continue
        apart = (group.subset or group.partitive) and not COMMA.isdisjoint(parse.tags[max(at, group.first - 4) : group.first])
        if (
            group.first - at > (14 if apart else 4)  # "were killed in Oulo in May, five of them children"
            or group.speaker
            or any(other.start < group.first for other in parse.events if other.start >= event.stop)
            or claimed_later(parse, group, event)
        ):
            break
        if not (group.subset or (group.partitive and index > 0 and parse.tags[group.first - 1] in COMMA)):
            break
        group.subset = True
        parts.append(group)
        at = group.stop
    return parts


def places_after(parse: Sentence, at: int, *, dying: bool, after_parts: bool = False) -> list[Phrase]:
    """The other places in "five people were killed in Homs, three in Hama and two in Idlib"."""
    lows = parse.lows
    found: list[Phrase] = []
    for group in parse.groups:
        one = group.number is None and group.best == 1 and not (group.definite or group.speaker) and parse.tags[group.first - 1] in AND
        one = one and _ONE_THERE.match(parse.tags, group.stop, parse.stop) is not None
        if group.first < at or not (group.number or one) or (_is_a_place(group) and lows[group.first - 1] in _TELLS_PLACE):
            continue
        behind = _past_parts(parse, group.stop)
        ends = (
            (group.head < 0 or one or (group.other and lows[group.head] == "others"))
            and behind < parse.stop
            and lows[behind] in (_TELLS_WHERE if lows[group.first - 1] == "and" else _TELLS_PLACE)
        )
        state = parse.lows[behind + 1] if behind + 1 < parse.stop else ""
        ends = ends and state not in _STATES and (dying or state != "hospital")
        between = _TO_NEXT if after_parts and not found else _TO_NEXT_PLACE
        if not ends or group.first - at > _TO_NEXT_WITHIN or not between.fullmatch(parse.tags, at, group.first):
            break
        found.append(group)
        at = group.stop
    return found + elided_after(parse, at)


def _past_parts(parse: Sentence, at: int) -> int:
    """Behind the parts that are told of a count at once: "and five more, including a pregnant woman, on Tuesday"."""
    if at + 1 >= parse.stop or parse.tags[at] not in COMMA or parse.tags[at + 1] not in INCLUDE:
        return at
    for end in range(at + 2, min(parse.stop - 1, at + _PARTS_WITHIN)):
        if parse.tags[end] in COMMA:
            return end + 1
    return at


def elided_after(parse: Sentence, at: int) -> list[Phrase]:
    """The counts of which only the place is told: "killed eight in Oulo; at Tensi, four; and in Bara, two"."""
    found: list[Phrase] = []
    for group in parse.groups:
        if group.first < at or group.number is None:
            continue
        ends = group.head < 0 and (group.stop == parse.stop or parse.tags[group.stop] in _ENDS_ELIDED)
        if not ends or group.first - at > _TO_NEXT_WITHIN or not _ELIDED.fullmatch(parse.tags, at, group.first):
            break
        found.append(group)
        at = group.stop
    return found


def put_names_before(parse: Sentence, chain: list[Phrase], floor: int) -> None:
    """A name that is joined to the first of the chain: "Ahmed Ali and his wife"."""
    tags = parse.tags
    first = chain[0].first
    at = first - 1
    while at > floor and (parse.lows[at] in _ADDS or tags[at] in COMMA or (parse.lows[at].isdigit() and len(parse.lows[at]) < 3)):
        at -= 1
    kin = at < first - 1 and parse.lows[first] in POSSESSIVES and parse.lows[chain[0].head] in _KIN
    if kin and parse.lows[at] in {"he", "she"}:
        chain.insert(0, lone(at, at + 1))  # "he, his wife and their child were killed"
        return
    kin = kin and tags[at] in NAME
    joined = at == first - 1 and tags[at] in AND
    if joined or (at < first - 1 and parse.lows[first - 1] in {"with", "alongside"}) or kin:
        unknown = _SOMEBODY.search(tags, max(floor, at - 5), at) if joined else None
        if unknown is not None and parse.lows[at - 1][-1] != "s" and parse.head_of(unknown.start() + 1, at) == -1:
            start = unknown.start()
            before = tags[start - 1]
            if start == parse.first or before in COMMA or before in NAME or parse.lows[start - 1] in _BEFORE_SUBJECT:
                chain.insert(0, lone(start, at))  # "a bell-ringer and two others were killed"
            return
        if joined and at - 1 >= floor and parse.lows[at - 1] in {"he", "she"} and (at - 1 == parse.first or tags[at - 2] in _ENDS_CLAUSE):
            chain.insert(0, lone(at - 1, at))  # "she and two of the customers died"
            return
        aged = _NAME_AGED.search(tags, max(floor, at - 5), at) if joined else None
        at = aged.start() if aged else at - (tags[at] in AND)
        if at >= floor and tags[at] in NAME:
            start = at
            while start > floor and (tags[start - 1] in NAME or tags[start - 1] in TITLE):
                start -= 1
            if start == parse.first or tags[start - 1] not in _TO_A_PLACE:
                chain.insert(0, lone(start, at + 1))
