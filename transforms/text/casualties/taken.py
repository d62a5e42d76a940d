"""What becomes of a chain of phrases beside a harm: figures, or nothing.

Belongs here: things and escapes, which are no harm to people, and numbers that the text told before ("the hostages", "the assailants").
Does not belong here: who stands beside the harm (`object`, `subject`), and the fields of a figure (`casualty`).
"""

from itertools import pairwise

from transforms.text.casualties.chain import between_ends, is_among, mark_appositions
from transforms.text.casualties.phrase import Phrase
from transforms.text.casualties.sentence import Found, Harm, Sentence
from transforms.text.quantities.classes import ALPHABET, GENERIC, MEASURES, MODIFIER, NAME, SETS, VICTIMS
from transforms.text.quantities.number import numbers

_OF_ALL = frozenset(("killed", "injured", "abducted", "released", "bodies_recovered"))
_NOT_OF_PEOPLE = SETS["loose"] | (SETS["freeing"] - {"free"})  # verbs that are not said of people alone
_ONLY_OF_PEOPLE = ("execut", "neutrali", "liquidat")  # where a bare number follows
_OF_PEOPLE = frozenset(("displaced", "arrested", "detained", "evacuated", "fled", "uprooted"))
_LOOSE_MEASURES = frozenset(("released", "displaced", "detained"))
_ESCAPES = SETS["vanishes"] | {"fled", "evacuated"}
_TWICE_THE_NUMBER = frozenset(
    (("twice", "that", "number"), ("double", "that", "number"), ("twice", "the", "number"), ("double", "the", "number"))
)
SAME_NUMBER = _TWICE_THE_NUMBER | {("an", "equal", "number"), ("the", "same", "number"), ("a", "similar", "number")}
_HOLDERS = NAME | ALPHABET.having("ATTACKER", "AGENT", "COUNTRY")
_HEART = frozenset(("attack", "failure", "disease", "problems", "condition"))
_RECALLED = 250  # words of the text before in which a number is looked for


def add(parse: Sentence, chain: list[Phrase], event: Harm | None, measure: str, rule: str) -> None:
    if event.unreal if event is not None else parse.unreal and parse.is_unreal(chain[0].first):
        for group in chain:
            group.taken = True
        return
    low, high = (chain[0].first, chain[0].stop) if event is None else (event.start, event.stop)
    for group in chain:
        low, high = min(low, group.first), max(high, group.stop)
    span = (low, high)
    for group in chain:
        group.taken = event is None or not event.relative
        described = "object" if rule == "name" and group.head >= 0 else rule
        parse.found.append(Found(group, measure, parse, span, described, event))


def take(parse: Sentence, chain: list[Phrase], event: Harm, rule: str) -> None:
    group = chain[0]
    if len(chain) == 1 and group.definite and group.is_weak:
        _refer(parse, group, event)
        _recall(parse, group, event)
    elif "many" in parse.vocabulary or "number" in parse.vocabulary:
        for before, told in pairwise([None, *chain]):
            if told is not None:
                _repeat(parse, told, before)
    if len(chain) > 1:
        chain = between_ends(chain)
    if (
        (
            (parse.lows[event.start] in _NOT_OF_PEOPLE or event.measure in _LOOSE_MEASURES or event.kind == "held")
            and _is_of_things(parse, group, event)
        )
        or (parse.lows[event.start] in _ESCAPES and _is_escape(parse, group, event))
        or (event.form == "die" and group.number is None and _is_natural(parse, event))
        or (event.kind == "fell" and group.head < 0)  # "snow has fallen"
        or (event.kind == "interred" and group.number is None)  # "the president was buried at the cemetery"
    ):
        return
    if len(chain) > 1:
        several = rule == "subject" and not {"were", "are", "have"}.isdisjoint(parse.lows[event.first : event.start])
        if not (several and len(chain) == 2 and chain[0].best == chain[1].best == 1):  # "journalist A and driver B were killed"
            mark_appositions(parse, chain)
    add(parse, chain, event, event.measure, rule)


def _refer(parse: Sentence, group: Phrase, event: Harm) -> None:
    """Give "the hostages were released" the number of those who were abducted, and "the men had been seized" that of those freed."""
    if (
        event.measure not in {"released", "killed", "abducted"}
        or (event.measure == "killed" and parse.lows[group.head] not in SETS["hostages"])
        or is_among(parse, event)
    ):
        return
    told = {"released"} if event.measure == "abducted" else {"abducted", "held_captive"}
    if event.measure == "abducted" and parse.lows[group.head] in SETS["captives"]:
        told = {"released", "killed"}  # "the captives had been kidnapped in May"
    last = next((item for item in parse.recent() if item.measure in told and not item.subset), None)
    if last is not None:
        group.low, group.best, group.high = last.group.low, last.group.best, last.group.high
        group.quantifier = last.group.quantifier


def _recall(parse: Sentence, group: Phrase, event: Harm) -> None:
    """Give "the assailants were killed" the number of the "two assailants" of whom the text told before."""
    if not group.is_weak or group.head < 0:
        return
    if event.measure not in _OF_ALL or is_among(parse, event):
        return
    if group.first < event.start and not (event.be or event.form in {"die", "dead"}):
        return
    lows, tags = parse.lows, parse.tags
    noun = lows[group.head]
    for at in range(group.first - 1, max(0, group.first - _RECALLED) - 1, -1):
        if lows[at] != noun:
            continue
        number = next((number for number in numbers(lows, tags, max(0, at - 4), at) if number.best and number.best > 1), None)
        if number is None or any(tag not in MODIFIER for tag in tags[number.stop : at]):
            continue
        if not any(item.measure == event.measure and item.group.best == number.best for item in parse.recent()):
            group.low, group.best, group.high, group.quantifier = number.low, number.best, number.high, number.quantifier
        return


def _repeat(parse: Sentence, group: Phrase, before: Phrase | None) -> None:
    """Give "and wounded as many", "an equal number", "two officers and as many guards" the number that was counted before it."""
    number, lows = group.number, parse.lows
    begin = tuple(lows[group.first : group.first + 3])
    same, times = begin in SAME_NUMBER, 2 if begin in _TWICE_THE_NUMBER else 1
    if number is not None and number.best is None and lows[number.core] == "many" and lows[number.core - 1] == "as":
        same = lows[number.stop : number.stop + 1] != ["as"]
        times = 2 if lows[number.core - 2] == "twice" else 1
    if not same:
        return
    last = next((item for item in parse.recent() if item.group.best and not item.subset and item.group.stop <= group.first), None)
    if before is None and last is not None and last.sentence == parse.index:
        before = last.group
    if before is not None and before.best:
        group.low = group.best = group.high = before.best * times


def _is_of_things(parse: Sentence, phrase: Phrase, event: Harm) -> bool:
    """Whether a verb that is not said of people alone has an object that is not known for people: "released five albums"."""
    if event.kind == "held" and phrase.head < 0 and not phrase.partitive:
        return True
    if event.kind == "held" and parse.lows[event.start] != "held" and phrase.head >= 0 and parse.lows[phrase.head] == "people":
        return not _holds_captive(parse, event)  # "a stadium that is estimated to hold 5,000 people"
    if parse.lows[event.start] in SETS["freeing"] and parse.lows[event.start] != "free":
        return phrase.adjective != "abducted" and SETS["hostages"].isdisjoint(parse.lows[phrase.first : phrase.stop])
    if event.measure not in _LOOSE_MEASURES and parse.lows[event.start] not in SETS["loose"]:
        return False
    if phrase.number is None or phrase.head >= 0 or phrase.partitive or parse.lows[phrase.number.first - 2] == "family":
        return False
    if phrase.stop > phrase.number.stop and not phrase.other and parse.lows[phrase.stop - 1] != "own":
        return parse.tags[phrase.stop - 1] not in NAME
    if parse.lows[event.start].startswith(_ONLY_OF_PEOPLE):
        return False  # "executed 18", and no "captured 18"
    if event.kind == "verb" and parse.lows[event.start] in _OF_PEOPLE:
        return False
    return not any(
        item.measure in SETS["holding"] or item.measure == event.measure or item.sentence == parse.index or item.group.best == phrase.best
        for item in parse.recent()
    )


def _holds_captive(parse: Sentence, event: Harm) -> bool:
    """Whether who holds them is told as somebody: "it still holds 150 people", "the rebels hold 12 people"."""
    before = event.first - 1 - (parse.lows[event.first - 1] == "still")
    if before < parse.first or "still" not in parse.lows[before : event.stop]:
        return False
    return parse.lows[before] in {"it", "they", "he"} or parse.tags[before] in _HOLDERS


def _is_escape(parse: Sentence, phrase: Phrase, event: Harm) -> bool:
    """Whether "fled" tells of a few who ran off, and not of people who left their homes."""
    if parse.lows[event.start] == "evacuated":
        if not SETS["rescue_craft"].isdisjoint(parse.lows[event.stop : event.stop + 4]):
            return True  # "were evacuated by helicopter"
        if phrase.stop < parse.stop and MEASURES.get(parse.lows[phrase.stop]) == "injured":
            return True  # "evacuated 51 wounded"
        if phrase.measure == "injured":
            return True  # "eight of the wounded were evacuated"
        row = VICTIMS.get(parse.lows[phrase.head]) if phrase.head >= 0 else None
        return row is not None and row[2] == "combatant"
    if parse.lows[event.start] in SETS["vanishes"]:
        return phrase.attacker or (event.stop < parse.stop and parse.lows[event.stop] in SETS["away_into"])
    if phrase.number is None or phrase.attacker:
        return True
    many = phrase.best is None or phrase.best >= 100 or (phrase.head >= 0 and parse.lows[phrase.head] in {"families", "households"})
    return not many and not (phrase.head >= 0 and parse.lows[phrase.head] in GENERIC and (phrase.best or 0) >= 10)


def _is_natural(parse: Sentence, event: Harm) -> bool:
    """Whether somebody died of illness or age: "died at 91", "died after a long illness"."""
    if not SETS["illness"].isdisjoint(parse.lows[parse.first : parse.stop]):
        return True
    ahead = parse.lows[event.stop : min(parse.stop, event.stop + 5)]
    if "heart" in ahead and not _HEART.isdisjoint(ahead):
        return True  # "died of a heart attack"
    return any(word in {"at", "aged", "age"} and number.isdigit() and len(number) < 4 for word, number in pairwise(ahead))
