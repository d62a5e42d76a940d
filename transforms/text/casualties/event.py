"""The harms of a sentence: which of its words tell harm.

Belongs here: finding the frames of the lexicon, and which of them tell none beside another. Does not belong here: what a kind says was done
(`kind`), active and passive (`voice`), what is told as earlier or is denied (`occasion`), and whom it counts (`object`, `subject`).
"""

from itertools import groupby, islice
from operator import itemgetter
from typing import TYPE_CHECKING

from transforms.lexicon import rows
from transforms.text.casualties.kind import harm_of
from transforms.text.casualties.occasion import is_past
from transforms.text.casualties.sentence import Harm, Sentence
from transforms.text.casualties.voice import object_follows, set_voice
from transforms.text.quantities.classes import ALPHABET, SETS

if TYPE_CHECKING:
    import re

_having = ALPHABET.having
_HURTS = frozenset(("killed", "injured", "abducted", "released"))
_HOLDS = frozenset(("abducted", "held_captive"))
FRAME_PARTS = {
    "wounds": (
        "{injuries|injury|burns|wounds|wound|fractures|lacerations|bruises|concussion|inhalation}"
        "|{broken|fractured|shattered|dislocated}{LIMB}"
    ),
    "ward": (
        "{hospital|hospitals|clinic|clinics|infirmary}|{medical|trauma}{center|centre|facility|centers|centres|facilities}"
        "|{emergency}{room|rooms|department|ward}|{NAME|PLACE}{general|memorial}"
    ),
}
# The kind is told by an empty group behind its frames: one that begins with a class is left at once where the class does not fit.
_EVENT = ALPHABET.compile(
    "|".join(
        f"(?:{'|'.join(frame for _, frame, _ in frames)})(?P<{kind}>)" for kind, frames in groupby(rows("harm_frames"), key=itemgetter(0))
    ),
    **FRAME_PARTS,
)
_WANTED = frozenset(("detained", "abducted", "released"))
# The cheap question before the dear one: whether a sentence has any word of an earlier event.
_PAST_CUE = ALPHABET.compile(
    "{followed}|{A|the}{DIGITS}{UNIT|WORD|ASSAULT}|{MOTIVE|EARLIER|after|last|ago}|{CAUSE}{by}|{in|since|of}{MONTH}?{DIGITS}"
    "|{had}(?:{ADV|EARLIER}){0,2}{put|given}|{years|decades|months|year|decade}{since}"
)
_OF_PAST = _having("MOTIVE", "CAUSE", "EARLIER", "after", "last", "ago", "since", "followed", "DIGITS", "put", "given")
_MOST_EVENTS = 30  # of a sentence: no writer tells more, and each is weighed against every phrase


def words_of_harm(parse: Sentence) -> "list[re.Match[str]]":
    """The words of the sentence that tell harm, as matches of which the group says the kind."""
    return list(islice(_EVENT.finditer(parse.tags, parse.first, parse.stop), _MOST_EVENTS))


def harms_of(parse: Sentence, matches: "list[re.Match[str]]") -> list[Harm]:
    """The harms that the words tell, each with its voice, and whether it is told as past, unreal or wanted."""
    events = parse.events = []
    may_be_past = not _OF_PAST.isdisjoint(parse.present) and _PAST_CUE.search(parse.tags, parse.first, parse.stop) is not None
    for match in matches:
        start, stop = match.span()
        if events and start < events[-1].stop and events[-1].measure == "killed_or_injured":
            continue  # "dead or wounded": both are told by one
        event = harm_of(parse, match.lastgroup or "", start, stop)
        if event is None:
            continue
        set_voice(parse, event)
        if event.kind == "heldby" and parse.lows[event.first - 1] == "which":
            continue  # "the port, which is held by rebels"
        event.past = may_be_past and is_past(parse, event)
        event.unreal = event.unreal or parse.is_unreal(event.start) or _is_without(parse, event)
        event.unreal = event.unreal or (event.kind == "noun" and _is_wanted(parse, event))
        events.append(event)
    if any(event.kind == "exchange" for event in events):
        freed = any(event.measure == "released" and event.kind != "exchange" and not event.unreal for event in events)
        events = [event for event in events if freed or event.kind != "exchange"]
    return events


def _is_without(parse: Sentence, event: Harm) -> bool:
    """Whether it is what was not done: "without killing anybody", "no talks without the release of 120 rebels"."""
    before = parse.lows[max(parse.first, event.first - 2) : event.first]
    return (event.form == "ing" and before[-1:] == ["without"]) or (event.kind == "noun" and "without" in before)


def _is_wanted(parse: Sentence, event: Harm) -> bool:
    """Whether somebody wants it done: "warrants for the arrest of eight policemen"."""
    if event.measure not in _WANTED:
        return False
    before = parse.lows[max(parse.first, event.start - 4) : event.start]
    return before[-2:] == ["for", "the"] or not SETS["wants"].isdisjoint(before)


def told_apart(parse: Sentence) -> list[Harm]:
    """The harms of the sentence without those words that tell none beside another: "shot and wounded", "was stabbed and died"."""
    events = parse.events
    kinds = {event.kind for event in events}
    if "stab" in kinds and any(event.kind != "stab" and event.measure in _HURTS for event in events):
        events = [event for event in events if event.kind != "stab" or _is_of_others(parse, event)]
    if "shot" in kinds and sum(event.measure not in _HOLDS and not _is_only_named(parse, event) for event in events) > 1:
        events = [
            event
            for event in events
            if event.kind != "shot" or _is_other_manner(parse, event) or _is_of_others(parse, event) or _some_died(parse, event)
        ]
    return events


def _some_died(parse: Sentence, shot: Harm) -> bool:
    """Whether so many were shot, of whom some are told to have died: "six were shot; one of the victims did not survive"."""
    struck = any(group.number is not None and group.stop == shot.first for group in parse.groups)
    return struck and shot.be and any(group.partitive and group.number is not None and group.first >= shot.stop for group in parse.groups)


def _is_only_named(parse: Sentence, event: Harm) -> bool:
    """Whether a noun names what was done to people whom it does not count: "a mass killing of civilians in which 180 were shot"."""
    if event.kind != "noun":
        return False
    group = next((group for group in parse.groups if group.first >= event.stop), None)
    return group is not None and group.first <= event.stop + 1 and group.is_weak


def _is_of_others(parse: Sentence, struck: Harm) -> bool:
    """Whether others are told to be dead before those who were struck: "one was killed and three others were stabbed"."""
    group = next((group for group in parse.groups if group.number is not None and group.stop == struck.first), None)
    if group is None or group.partitive or parse.lows[group.first - 1] not in SETS["joins"]:
        return False
    return any(event.measure == "killed" and event.stop <= group.first and event.kind not in {"shot", "stab"} for event in parse.events)


def _is_other_manner(parse: Sentence, shot: Harm) -> bool:
    """Whether people are told to have died in another way beside it: "11 drowned and seven were shot"; if so, it killed as well."""
    if all(parse.lows[event.start] not in SETS["manners"] for event in parse.events):
        return False
    if not any(group.number is not None and group.stop == shot.first for group in parse.groups) and not object_follows(parse, shot):
        return False
    shot.kind = "manner"
    return True
