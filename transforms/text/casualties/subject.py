"""Who stands before a harm: "12 people were killed", "two nurses died", "leaving five dead".

Belongs here: finding the phrase, past relative clauses, agents and other harms. Does not belong here: who stands behind a harm (`object`),
and who is told with the phrase (`chain`).
"""

from transforms.text.casualties.chain import (
    JOIN,
    add_unknown_last,
    adjacent_left,
    is_among,
    parts_after,
    places_after,
    put_names_before,
    together,
)
from transforms.text.casualties.phrase import Phrase, lone
from transforms.text.casualties.roll import roll_before
from transforms.text.casualties.sentence import Harm, Sentence
from transforms.text.casualties.single import take_single
from transforms.text.casualties.taken import SAME_NUMBER, add, take
from transforms.text.casualties.voice import object_follows
from transforms.text.closed import POSSESSIVES, RELATIVES
from transforms.text.quantities.classes import (
    ALPHABET,
    AND,
    BE,
    COMMA,
    DASH,
    EVENTISH,
    LEAVE,
    NAME,
    NUMBERS,
    OPEN,
    ORDINAL,
    PLURAL,
    PREP,
    REL,
    SETS,
    STOP,
    STRUCK,
    SUB,
    TITLE,
)

_ADDED = ALPHABET.compile("{in}{addition}{to}{DET}?|{besides|plus}{DET}?")
_DEED = ALPHABET.having("WORD", "ED")
_ADDS = ALPHABET.having("addition", "besides", "plus")
_BROUGHT = frozenset(("released", "displaced"))
_CLAUSE = SETS["clause"]
_OPENS = _CLAUSE | {"after", "before", "until", "that", "because", "although", "though", "if", "unless", "whether"}
_IN_NAMES = NAME | TITLE | COMMA | AND | ALPHABET.having("DIGITS")
_OF_WHOM = frozenset(("whom", "which"))
_ENDED = frozenset(("ended", "ends", "ending", "concluded"))
_OF_THEM = frozenset(("them", "whom", "which"))
_ONE_IS = frozenset(("was", "has"))
_DESCRIBED = 8  # words between a count and its part
_CLOSE = ALPHABET.having("CLOSE")
_NO_DESCRIPTION = AND | COMMA | STOP | SUB | REL | BE
_COUNTS_OF = frozenset(("number", "most", "all", "many", "several", "half", "dozens", "scores", "hundreds", "total", "none"))
_TELLERS = frozenset(("they", "it", "he", "she", "we"))


def take_subject(parse: Sentence, event: Harm, position: int) -> None:
    """Count who stands before the harm, which is the one at `position` of those of the sentence."""
    if event.be and event.first > parse.first and parse.lows[event.first - 1] in {"he", "she"}:
        others = together(parse, event)
        one = lone(event.first - 1, event.first)  # "stabbed two guards before he was shot dead"
        take(parse, [one, *others], event, "subject" if others else "pronoun")
        return
    if "number" in parse.vocabulary and tuple(parse.lows[event.first - 3 : event.first]) in SAME_NUMBER:
        take(parse, [lone(event.first - 3, event.first)], event, "subject")  # "five were killed and an equal number injured"
        return
    if _is_of_a_share(parse, event):
        return
    if _take_relative(parse, event):
        return
    those = event.first == event.start > parse.first and parse.lows[event.start - 1] == "those" and event.kind != "dead"
    if those and _has_verb_before(parse, event):
        return  # "the president mourned those killed": nobody else
    floor, reduced = _floor(parse, event, position)
    if ";" in parse.vocabulary and (listed := roll_before(parse, floor, event.first)):
        add(parse, listed, event, event.measure, "listed")
        return
    index = _subject(parse, event, floor, reduced=reduced)
    if index is None:
        _take_nobody_described(parse, event, floor)
        return
    if parse.groups[index].is_weak and (named := _names_before(parse, parse.groups[index], floor)) is not None:
        take(parse, [named], event, "name")
        return
    chain = _chain_up_to(parse, event, index, floor)
    if (
        chain[0].first > parse.first
        and parse.lows[chain[0].first - 1] == "after"
        and event.be
        and not chain[0].other
        and not _is_hours_after(parse, chain[0])
    ):
        # "... after two protesters were shot dead": the news, where a text begins with it and tells of no other dead before it
        event.past = parse.index > 0 or any(other.measure == event.measure and other.stop <= event.first for other in parse.events)
    if "among" in parse.vocabulary and is_among(parse, event):
        for group in chain:
            group.subset = True  # "a paramedic was among the dead"
    alone = event.form == "die" and AND.isdisjoint(parse.tags[chain[0].first : chain[-1].stop])
    if (alone or not _ONE_IS.isdisjoint(parse.lows[event.first : event.start])) and all(
        group.number is None or group.number.form == "ordinal" or (group.partitive and group.number.form == "one") for group in chain
    ):
        told = [group for group in chain if not group.subset or (chain[0].partitive and _is_set_off(parse, chain[0], group))]
        joined = not AND.isdisjoint(
            parse.tags[chain[0].first : event.first]
        )  # "a driver, his wife and ...", but "the driver, her husband, was"
        if len(told) > 1 and all(group.best == 1 and not (joined and parse.lows[group.first] in POSSESSIVES) for group in told):
            for group in told[1:]:
                group.taken = True
            chain = [group for group in chain if group not in told[1:]]  # "a journalist, a father of two, was killed": nobody else
    put_names_before(parse, chain, floor)
    if event is parse.events[0] and not _ADDS.isdisjoint(parse.present):
        _add_before(parse, chain, event)
    if event.be:
        add_unknown_last(parse, chain, event)
    chain += together(parse, event)
    if chain[-1].first < event.start and parse.groups[-1].first >= event.stop:
        parts = parts_after(parse, event)
        places = places_after(parse, parts[-1].stop if parts else event.stop, dying=event.form != "dead", after_parts=bool(parts))
        elsewhere = not places or not NAME.isdisjoint(parse.tags[event.stop : places[0].first])
        if (
            len(places) > 1
            and not elsewhere
            and sum(place.best or 0 for place in places) == sum(group.best or 0 for group in chain if not group.subset)
        ):
            for place in places:
                place.subset = True  # "twelve died in the attacks, seven in Oulo and five in Tensi"
        chain += parts + places
    take(parse, chain, event, "subject")


def _is_set_off(parse: Sentence, one: Phrase, group: Phrase) -> bool:
    """Whether it says between commas who one of several was: "one of them, a man of 62, died"."""
    return parse.tags[one.stop] in COMMA and group.first == one.stop + 1 and group.number is None


def _is_of_a_share(parse: Sentence, event: Harm) -> bool:
    """Whether it is told of a share of people, who are not counted: "90 hostages, a third of whom are believed dead"."""
    at = event.first - 2
    if not event.relative or at <= parse.first or parse.lows[at + 1] not in _OF_WHOM or parse.lows[at] != "of":
        return False
    return all(group.stop != event.first for group in parse.groups)


def _has_verb_before(parse: Sentence, event: Harm) -> bool:
    """Whether "those" whom it is told of are somebody's object, and no part of a count: not "seven of those killed"."""
    before = parse.tags[event.start - 2] if event.start - 2 >= parse.first else ""
    if parse.lows[event.start - 2] == "of":
        return parse.tags[event.start - 3] not in NUMBERS and parse.lows[event.start - 3] not in _COUNTS_OF
    return before in _DEED or before in PREP


def _is_hours_after(parse: Sentence, group: Phrase) -> bool:
    """Whether it is told as of the same day: "hours after a policeman was killed", "less than a day after four officers were killed"."""
    before = parse.lows[max(parse.first, group.first - 5) : group.first - 1]
    return before[-1:] in (["hours"], ["minutes"]) or before[-3:] in (["than", "a", "day"], ["than", "an", "hour"])


def take_told_by(parse: Sentence, event: Harm) -> bool:
    """Count those of whom it is told who did it: "the 22 policemen they captured", "four civilians whom they had taken hostage"."""
    at = event.first - 1
    if event.be or at <= parse.first or parse.lows[at] not in _TELLERS:
        return False
    at -= parse.tags[at - 1] in REL
    group = next((group for group in parse.groups if group.stop == at and group.number and group.head >= 0), None)
    if group is None or object_follows(parse, event):
        return False
    event.relative = True
    add(parse, [_whole(group)], event, event.measure, "object")
    return True


def _take_relative(parse: Sentence, event: Harm) -> bool:
    """Count who stands before a relative clause: all six in "two of the six priests killed were ..." and "two of the six whom ..."."""
    if not event.relative and (event.form not in {"pp", "participle"} or event.be):
        return False
    at = event.first - event.relative
    if event.measure == "killed" and (hurt := _hurt_before(parse, event)) is not None:
        add(parse, [hurt], event, event.measure, "subject")
        return True
    if event.relative and parse.tags[event.first - 1] in REL and _take_some_of_others(parse, event):
        return True
    group = next((group for group in parse.groups if group.among and group.stop == at), None)
    if group is None or not (event.relative or _goes_on(parse, event)):
        return False
    add(parse, [_whole(group)], event, event.measure, "subject")
    group.taken = False
    return True


def _hurt_before(parse: Sentence, event: Harm) -> Phrase | None:
    """Whom the clause before told to be hurt, of whom it is told: "a passer-by was critically wounded, who later succumbed"."""
    at = event.first - 2
    if not event.relative or parse.tags[at + 1] not in REL or parse.tags[at] not in COMMA:
        return None
    last = next(parse.recent(), None)
    told = last is not None and last.measure == "injured" and last.sentence == parse.index and last.event is not None
    return last.group if last is not None and told and last.event is not None and last.event.stop == at else None


def _take_some_of_others(parse: Sentence, event: Harm) -> bool:
    """Count those alone of whom a part is told what the whole is not: "a boat with 40 people, including 12 who drowned"."""
    group = next((group for group in parse.groups if group.subset and group.best and group.stop == event.first - 1), None)
    if group is None or any(other is not event and other.measure == event.measure for other in parse.events):
        return False
    group.subset = False
    add(parse, [group], event, event.measure, "subject")
    return True


def _names_before(parse: Sentence, group: Phrase, floor: int) -> Phrase | None:
    """Those whom the phrase behind their names describes: "Ivo Torr and Omar Sand, members of the guard, were killed"."""
    at = group.first - 1
    if at <= floor or parse.tags[at] not in COMMA or parse.tags[group.head] not in PLURAL:
        return None
    first = at
    while first > floor and first > at - 30 and parse.tags[first - 1] in _IN_NAMES:
        first -= 1
    while first < at and parse.tags[first] not in NAME and parse.tags[first] not in TITLE:
        first += 1
    end, names = parse.names(first)
    if end != at or names < 2 or (first > parse.first and parse.tags[first - 1] in PREP):
        return None
    named = lone(first, end)
    named.low = named.best = named.high = names
    return named


def _whole(group: Phrase) -> Phrase:
    """Those of whom the phrase is a part, where it says how many they are; the phrase itself otherwise."""
    return Phrase(group.among.first, group.stop, group.head, group.among) if group.among else group


def _goes_on(parse: Sentence, event: Harm) -> bool:
    """Whether a verb follows in the clause, so that the participle before it only describes."""
    if event.stop < parse.stop and parse.tags[event.stop] in COMMA:
        return False  # the headline "1,800 of the 2,427 passengers killed, most of them soldiers freed from camps"
    for at in range(event.stop, parse.stop):
        if parse.tags[at] in BE or any(later.start == at for later in parse.events):
            return True
        if parse.tags[at] in STOP or parse.tags[at] in SUB:
            return False
    return False


def _floor(parse: Sentence, event: Harm, position: int) -> tuple[int, bool]:
    """Where the subject begins at the earliest, and whether a harm before only describes it."""
    floor = parse.first
    if event.kind == "dead" and not event.be:
        left = next((at for at in range(event.first - 1, max(floor, event.first - 40) - 1, -1) if parse.tags[at] in LEAVE), -1)
        floor = max(floor, left + 1)
    if parse.tags[event.start - 1] in OPEN:  # "a man (killed), two boys (injured)"
        floor = next((at + 1 for at in range(event.start - 2, max(floor, event.start - 20), -1) if parse.tags[at] in _CLOSE), floor)
    reduced = False
    for earlier in parse.events[:position]:
        if earlier.measure in _BROUGHT and event.kind == "sustain" and parse.lows[event.start] == "with":
            continue  # "was rescued and admitted to hospital with injuries"
        if earlier.stop <= event.first and earlier.form != "of" and not earlier.relative:
            reduced = (event.be or event.form == "die") and _is_reduced(parse, earlier, event)
            if not reduced:
                floor = max(floor, earlier.stop)
    return floor, reduced


def _end(parse: Sentence, event: Harm, floor: int) -> int:
    """Where the subject ends: before "- a man and ... -" in "five members of a family - ... - were killed", before ", who ... ,"."""
    stop = event.first
    if stop > floor and parse.tags[stop - 1] in DASH:
        opens = next((at for at in range(stop - 2, max(floor, stop - 40), -1) if parse.tags[at] in DASH), stop)
        if any(opens - 5 <= group.stop <= opens and group.number is not None for group in parse.groups):
            return opens
    if stop > floor and parse.tags[stop - 1] in COMMA and event.be:  # "a man, who was the guard at gate 7, was killed"
        for at in range(stop - 3, max(floor, stop - 30), -1):
            if parse.tags[at] in COMMA and parse.lows[at + 1] in RELATIVES:
                return at
    return stop


def _subject(parse: Sentence, event: Harm, floor: int, *, reduced: bool) -> int | None:
    """The index of the phrase that is the subject: the nearest before the harm; past "and" the one with a number."""
    before = event.first - 1
    while before > parse.first and (parse.tags[before] in COMMA or parse.tags[before] in REL):
        before -= 1
    elided = before >= floor and parse.tags[before] in AND
    stop = _end(parse, event, floor)
    adjoins = _before_names(parse, stop, floor) if event.relative else stop
    gerund = parse.lows[event.first] == "being" and event.first > parse.first and parse.lows[event.first - 1] in {"before", "after"}
    best = None
    weak = None
    for index in reversed(range(len(parse.groups))):
        group = parse.groups[index]
        shared = event.shared or (event.relative and min(stop, adjoins) - group.stop <= 3) or reduced
        if group.stop > stop or (group.taken and not shared):
            continue
        if group.taken and any(item.group is group and item.measure == event.measure for item in parse.recent()):
            continue  # counted already
        if group.first < floor:
            break
        if gerund and group.first > parse.first and parse.tags[group.first - 1] in STRUCK:
            continue  # "a man stabbed two guards before being shot dead"
        beside = _is_beside(parse, group, event, stop) or (event.relative and group.number is not None and group.stop == adjoins)
        if not _may_be_subject(parse, event, index, floor, beside=beside):
            if _is_antecedent(parse, group, event):
                return None if event.form == "die" else index
            continue
        if group.is_weak:
            weak = index if weak is None or elided else weak
            opens = parse.lows[group.first - 1] in (_CLAUSE if event.relative else _OPENS) or parse.lows[group.first] == "that"
            if opens and not elided and best is None and group.stop == stop:
                break
            continue
        if elided and best is not None and parse.groups[best].number is not None and group.number is None:
            continue
        best = index
        if not elided:
            break
    return weak if best is None else best


def _is_antecedent(parse: Sentence, group: Phrase, event: Harm) -> bool:
    """Whether it is of one person, told of behind a preposition, that the clause tells: "paid tribute to his brother, who died"."""
    if not event.relative or group.best != 1 or group.number is not None or event.first - group.stop not in {1, 2}:
        return False
    lead = parse.lows[group.first - 1] if group.first > parse.first else ""
    return group.prep and lead not in {"of", "from"} and parse.tags[event.first - 1] in REL


def _before_names(parse: Sentence, stop: int, floor: int) -> int:
    """Where names that say who was told before a relative clause begin: "two students, Ivo Torr and Omar Sand, who were seized"."""
    at = stop
    while at > floor and at > stop - 20 and (parse.tags[at - 1] in _IN_NAMES or parse.tags[at - 1] in REL):
        at -= 1
    return at


def _is_beside(parse: Sentence, group: Phrase, event: Harm, stop: int) -> bool:
    """Whether nothing stands between the phrase and the harm that ends it at `stop`: "12 killed", "six priests who were murdered"."""
    if group.stop == stop and (not event.be or parse.lows[stop - 1] in _OF_WHOM):
        return not (event.form == "die" and group.prep and group.number is None)  # "six gunmen loyal to President Torr died"
    by_one = group.best == 1 and not group.definite and parse.lows[group.first - 1] == "by"
    if event.relative and event.form == "die" and group.stop == stop - 2 and parse.tags[group.stop] in COMMA:
        return by_one  # "stopped by a guard, who died at once"
    if not event.relative or group.stop != stop - 1:
        return False
    if "was" in parse.lows[event.first : event.start]:
        return by_one  # "stabbed by a man who was shot dead"
    return group.number is not None


def _may_be_subject(parse: Sentence, event: Harm, index: int, floor: int, *, beside: bool) -> bool:
    """Whether the phrase of that index may be ruled by the harm, and is no part, no object of a preposition and nobody who speaks."""
    group = parse.groups[index]
    if not event.be and group.number is None and _is_ranked(parse, group):
        return False
    if group.partitive and not beside and _is_part_of_earlier(parse, index, floor):
        return False
    lead = parse.lows[group.first - 1] if group.first > parse.first else ""
    counted = group.measure and not group.partitive and not (group.measure in SETS["holding"] and event.measure != group.measure)
    if group.subset and beside and event.form == "die" and lead in {"whom", "which"}:
        group.subset = group.partitive = False  # "wounded 12, of whom three died"
    if group.subset and event.be and lead in {"whom", "which"} and group.stop == event.first:
        same = any(item.measure == event.measure and item.sentence == parse.index for item in parse.recent())
        group.subset = group.partitive = same  # "were detained, of whom 300 have been released"
    if group.subset and beside and lead in {"include", "included", "includes"} and not any(other.number for other in parse.groups[:index]):
        group.subset = False  # "the casualties include four dead"
    if group.subset or counted or (group.prep and not beside) or group.speaker:
        return False
    inner = group.prep and index > 0 and parse.groups[index - 1].number and parse.groups[index - 1].stop == group.first - 1
    return not (inner and lead in {"of", "from"})  # "four members of one family killed"


def _take_nobody_described(parse: Sentence, event: Harm, floor: int) -> None:
    """Where no phrase is the subject: who is told with it, those who "were captured and killed", or a name."""
    others = together(parse, event)
    if others:
        take(parse, others, event, "together")
    if event.first > parse.first and parse.lows[event.first - 1] in SETS["captured"]:
        group = lone(event.first - 1, event.first)
        group.low = group.best = group.high = None
        take(parse, [group], event, "pronoun_them")
    elif event.kind != "strikedown":
        take_single(parse, event, floor)


def _chain_up_to(parse: Sentence, event: Harm, index: int, floor: int) -> list[Phrase]:
    """The phrase of that index, with those that are told in one breath before it, and its parts behind it."""
    best = index
    chain = [parse.groups[best]]
    of_them = chain[0].partitive and parse.lows[chain[0].stop - 1] in _OF_THEM
    while not of_them and index > 0 and parse.groups[index - 1].first >= floor:
        before = parse.groups[index - 1]
        if before.prep and before.number is None and index > 1 and parse.lows[before.first - 1] == "of" and _counts(parse, before, index):
            index -= 1  # "125 members of a militia and 148 others": of whom, not who
            continue
        held = before.measure in SETS["holding"] and before.measure != event.measure
        if (before.taken and not event.shared) or (before.measure and not held) or before.speaker:
            break
        if before.adjective == "killed" != event.measure:
            break  # "left three dead soldiers and two wounded"
        bare = EVENTISH.isdisjoint(parse.tags[before.stop : chain[0].first])
        if before.partitive and bare and not before.subset and _is_part_of_earlier(parse, index - 1, floor):
            before.subset = True  # "five nuns, four of them Irish, and a helper"
        if before.subset:
            whole = next((group for group in reversed(parse.groups[: index - 1]) if not group.subset), None)
            if chain[0].first - before.stop > 12 or (whole is not None and whole.measure == "bodies_recovered"):
                break  # "31 bodies arrived, including nine children, and 70 people were injured"
        else:
            # details in between belong to the phrase before them: "six priests (five men of one order and ...) and two women"
            joined = next(group for group in chain if not group.subset)
            gap = joined.first - before.stop
            if (
                _is_apposition(parse, before, joined)
                or (before.prep and not (before.number and (event.relative or _is_with(parse, before))))
                or gap > 30
                or (joined is chain[-1] and joined.other and not before.other and gap == 1 and parse.tags[joined.first - 1] in COMMA)
                or not JOIN.fullmatch(parse.tags, before.stop, joined.first)
            ):
                break
        chain.insert(0, before)
        index -= 1
    for group in parse.groups[best + 1 :]:
        if group.stop > event.first:
            break
        if group.subset or (group.partitive and not group.taken):
            chain.append(group)
    return chain


def _is_apposition(parse: Sentence, before: Phrase, joined: Phrase) -> bool:
    """Whether it only says who was named before it: "Dr. Omar Torr, director of the clinic, 14 of the injured"."""
    at = before.first - 1
    bare = before.best == 1 and before.number is None and not joined.other and AND.isdisjoint(parse.tags[before.stop : joined.first])
    return bare and at > parse.first and parse.tags[at] in COMMA and parse.tags[at - 1] in NAME and joined.number is not None


def _counts(parse: Sentence, group: Phrase, index: int) -> bool:
    """Whether the phrase before has a number, or is one person, and ends where "of" whom it counts, or whose it is, begins."""
    ahead = parse.groups[index - 2]
    return (ahead.number is not None or ahead.best == 1) and ahead.stop == group.first - 1


def _is_ranked(parse: Sentence, group: Phrase) -> bool:
    """Whether it only tells how many there were before: "the third of its envoys killed since May"."""
    return group.definite and any(tag in ORDINAL for tag in parse.tags[max(parse.first, group.first - 1) : group.head])


def _is_reduced(parse: Sentence, event: Harm, later: Harm) -> bool:
    """Whether it only describes the subject of a later verb: "three porters kidnapped a week ago were released"."""
    if event.form != "pp" or event.be or event.passive or adjacent_left(parse, event) is None:
        return False
    return not any(tag in AND or tag in COMMA or tag in SUB or tag in STOP for tag in parse.tags[event.stop : later.first])


def _is_with(parse: Sentence, group: Phrase) -> bool:
    """Whether it begins what goes with the clause before: "..., with 12 hostages and two guards dead"."""
    return parse.lows[group.first - 1] == "with" and (parse.tags[group.first - 2] in COMMA or parse.lows[group.first - 2] in _ENDED)


def _is_part_of_earlier(parse: Sentence, index: int, floor: int) -> bool:
    """Whether it is as in "nine people, four of them nurses, were killed"."""
    if index == 0:
        return False
    before, group = parse.groups[index - 1], parse.groups[index]
    if before.prep and before.number is None and index > 1 and parse.groups[index - 2].number is not None:
        before = parse.groups[index - 2]  # "five nuns of the order, four of them Irish"
    if before.first < floor or before.subset or (before.number is None and before.best is not None):
        return False
    gap = parse.tags[before.stop : group.first]
    if len(gap) > 3:
        return len(gap) <= _DESCRIBED and gap[0] in PREP and gap[-1] in COMMA and _NO_DESCRIPTION.isdisjoint(gap[:-1])
    return all(tag in COMMA or tag in DASH or tag in OPEN for tag in gap)


def _add_before(parse: Sentence, chain: list[Phrase], event: Harm) -> None:
    """Who is told with the first of the chain: "In addition to the bomber, four people were killed"."""
    match = _ADDED.search(parse.tags, parse.first, event.first)
    if match is None or chain[0].number is None:
        return
    start = match.end()
    group = next((group for group in parse.groups if group.first in {start, start - 1} and group.stop < event.first), None)
    if group is not None and group.attacker and event.measure == "injured":
        add(parse, [group], None, "killed", "added")
        return
    if group is None and parse.tags[start] in NAME:
        stop = start
        while stop < chain[0].first and parse.tags[stop] in NAME:
            stop += 1
        group = lone(start, stop)
    if group is not None and parse.tags[group.stop] in COMMA and group not in chain:
        chain.insert(0, group)
