"""What was done to whom: from a text to what it counts, sentence by sentence.

Belongs here: the order in which a sentence is read, and what only the whole text settles (parts, bombers, who was shot or taken to
hospital). Does not belong here: each of the steps (`sentence` names them), the fields of a figure (`casualty`), and what the figures of
a text come to (`toll`).
"""

import re
from bisect import bisect_left, bisect_right
from operator import attrgetter

from transforms.text.chain import JOIN, adjacent_left, chain_of, is_among
from transforms.text.classes import ALPHABET, AND, DET, FATAL, INCLUDE, MODIFIER, NUMBERS, PRON1, SETS
from transforms.text.count import (
    add_alternatives,
    add_breakdown,
    add_counted_nouns,
    add_details,
    add_fatal,
    add_logged,
    join_measures,
    take_toll,
)
from transforms.text.event import harms_of, told_apart, words_of_harm
from transforms.text.literal import literal
from transforms.text.object import take_object
from transforms.text.reading import Reading
from transforms.text.sentence import Found, Harm, Sentence
from transforms.text.subject import take_subject
from transforms.text.taken import add, take
from transforms.text.victim import lone
from transforms.text.voice import object_follows

_GATE = ALPHABET.compile(
    "{MEASURE|broken|fractures|lacerations|bruises|concussion|inhalation|ransom|fighting|fell|wiped|wiping|picked|passed|breathed|torn|ripped|struck|riddled|remains|victims|STRIKE|FATAL|fallen|intensive|hospital|hospitals|clinic|clinics|treatment|regain|regained|regains|throat|throats|martyrdom|sacrifice|price|done|deceased|identified|named|away|off|HELDPP|LOSE|condition|treated|captivity|homes|losses|flee|killers|murderers|assassins|fate|victim|numbered|custody|arrest|coma|placed|let|hands|power|finish|finished|finishing|holding|machinegunned|machine-gunned}|{:}{NUMBER}"
    "|{returned|returning|return}{back|home|to}|{handed|handing|turned|turning}{over}|{with}{them}|{number|figure}{AUX|HAVE|ADV|at|rose|rises|climbed|increased|grew|jumped}"
)
# Who those were that were counted before: "Of these, four were nurses".
_PARTS = ALPHABET.compile("{NUMBER}(?:{of}{PLURALREF|those|whom})?{was|were}|{of}{PLURALREF|those|whom}{COMMA}?{NUMBER}")
_SURVIVED = re.compile(r"\b(?:surviv|escap|unhurt|unharmed|condition|hospital|treated|recover|serious|missed|stable)")
_RECOVERS = re.compile(r"\b(?:surviv|condition|hospital|treated|recover|serious|stable)")
_PRON_ONE = ALPHABET.having("himself", "herself")
_LISTED = ALPHABET.compile(
    r"{INCLUDE|was|were|are}|{there}{was|were|are|is}|{in|by|during}(?:{^STOP|COMMA|NUMBER|BE|MEASURE}){1,6}{was|were|are}"
)
_BEGINS_LIST = INCLUDE | ALPHABET.having("was", "were", "are", "there", "in", "by", "during")
_COUNTED_NOUN = ALPHABET.compile("{M_COUNT|M_BODY|M_CAPTIVES|M_LIVES}|{ONE}{ADJ|reported|confirmed}?{death}|{FATAL}{COMMA|STOP|PREP|AND}")
# A day's log: the place with a colon, and counts with what killed.
_LOG = ALPHABET.compile("{NAME}{1,3}(?:{COMMA}{NAME}{1,3})?{:}")
_IN_SENTENCE = attrgetter("sentence")
_BESIDE = 2  # sentences before and behind
_GIVES = SETS["gives"]
_HELD_CUES = SETS["held_cues"]
_CAPTIVES = SETS["captives"]


def harms(reading: Reading) -> list[Found]:
    """What `reading` counts, in the order of its sentences."""
    words = reading.words
    tags = ALPHABET.tags(words)
    if not _GATE.search(tags):
        return []
    found: list[Found] = []
    for index, (first, stop) in enumerate(reading.sentences):
        if _GATE.search(tags, first, stop) or (found and _PARTS.search(tags, first, stop)):
            _parse(Sentence(reading, words, tags, first, stop, index, found))
    found = literal(reading, found)
    if any(item.group.partitive or item.kind == "condition" for item in found):
        _settle_partitives(found)
    kinds = {item.kind for item in found}
    if "self" in kinds:
        found = _settle_selves(found)
    if "shot" in kinds:
        found = _settle_shots(reading, found)
    if "stab" in kinds:
        found = _settle_stabs(found)
    if any(item.measure == "killed_or_injured" for item in found):
        _settle_parts(found)
    if "care" in kinds:
        found = _settle_care(found)
    return [item for item in found if not item.group.is_weak]


def _settle_care(found: list[Found]) -> list[Found]:
    """Take who "were taken to hospital" away where anybody is counted as hurt, or nobody by number: those are the same people."""
    others = [item for item in found if item.kind != "care"]
    if any(item.measure in {"injured", "killed_or_injured"} and not item.group.is_weak for item in others):
        return others
    dead = {item.group.best for item in others if item.measure in {"killed", "bodies_recovered"}}
    return [
        item
        for item in found
        if item.kind != "care"
        or (item.group.number is not None and (item.group.best not in dead or item.group.number.form in {"ordinal", "other"}))
    ]


def _settle_selves(found: list[Found]) -> list[Found]:
    """Take bombers who "blew themselves up" away where anybody else is counted: texts count them apart."""
    others = [item for item in found if item.kind != "self"]
    return others if any(item.measure in {"killed", "bodies_recovered"} and item.group.best != 0 for item in others) else found


def _settle_shots(reading: Reading, found: list[Found]) -> list[Found]:
    """Take "was shot" away where it is not enough: alone is read as killed only where nobody is said to live or die."""
    dead = [item for item in found if item.kind != "shot" and item.measure in {"killed", "bodies_recovered"}]
    killed_in = {item.sentence for item in dead}
    parts = _parts(dead)
    text = reading.folded.lower()
    for shot in [item for item in found if item.kind == "shot"] if dead else ():
        if _is_told_apart(reading, text, shot, dead):
            shot.kind = "verb"
    others = [item for item in found if item.kind != "shot"]
    if not dead and not _SURVIVED.search(text):
        return found
    if any(item.measure in {"injured", "killed_or_injured"} and not item.group.is_weak for item in others):
        return others
    recovers = not dead and _RECOVERS.search(text) is not None
    for shot in [item for item in found if item.kind == "shot"]:
        here = " ".join(reading.lows[shot.parse.first : shot.parse.stop])
        if recovers or (_RECOVERS.search(here) and shot.sentence not in killed_in):
            shot.measure, shot.kind = "injured", "verb"
            recovers = False
        elif _killed_some(shot, parts):
            break
    return [item for item in found if item.kind != "shot"]


def _is_told_apart(reading: Reading, text: str, shot: Found, dead: list[Found]) -> bool:
    """Whether nobody beside those who were shot is said to live or die, but for so many that they are some of them."""
    first, last = max(0, shot.sentence - _BESIDE), min(len(reading.sentences), shot.sentence + _BESIDE + 1) - 1
    if shot.rule != "pronoun_them":
        for item in dead[bisect_left(dead, first, key=_IN_SENTENCE) : bisect_right(dead, last, key=_IN_SENTENCE)]:
            some = item.sentence != shot.sentence and (item.group.best or 0) >= (shot.group.best or 0) > 1
            if not some and not item.group.is_weak:
                return False
    return _SURVIVED.search(text, reading.starts[reading.sentences[first][0]], reading.ends[reading.sentences[last][1] - 1]) is None


def _parts(dead: list[Found]) -> list[Found]:
    """Those of the dead who are told as some of others."""
    return [item for item in dead if item.rule == "fatally" or item.group.partitive]


def _killed_some(struck: Found, parts: list[Found]) -> bool:
    """Count who was struck as killed or injured where some of them died: "eight people were shot, three of them fatally"."""
    if not parts or struck.group.number is None:
        return False
    struck.measure, struck.kind = "killed_or_injured", "verb"
    for item in parts:
        item.subset = False
    return True


def _settle_stabs(found: list[Found]) -> list[Found]:
    """Take who "was stabbed" away where anybody is said to be hurt or to have died: those are the same people."""
    others = [item for item in found if item.kind != "stab"]
    told = [item for item in others if item.measure in {"killed", "bodies_recovered", "injured", "killed_or_injured"}]
    if all(item.group.best == 0 for item in told):
        return found
    if all(item.measure == "killed" for item in told):
        parts = _parts(told)
        any(_killed_some(item, parts) for item in found if item.kind == "stab")
    return [item for item in found if item.kind != "stab"]


def _settle_parts(found: list[Found]) -> None:
    """Settle that parts of people who were killed or hurt count on their own: "30 casualties, including 12 deaths"."""
    both = {item.sentence for item in found if item.measure == "killed_or_injured"}
    counted = {item.measure for item in found if not item.subset}
    for item in found:
        if item.subset and item.sentence in both and item.measure not in counted:
            item.subset = False


def _settle_partitives(found: list[Found]) -> None:
    """Settle that "four of them" is a part where they have been counted in that measure before, and a count of its own otherwise."""
    counted: set[str] = set()
    before: Found | None = None
    for item in sorted(found, key=lambda item: item.group.first):
        of_them = item.group.partitive and item.group.measure is None and item.rule == "subject" and item.kind != "condition"
        if item.group.measure == "injured" and item.group.partitive and item.measure == "killed":
            item.subset = False  # "four of the wounded died"
        elif of_them and before is not None and before.sentence == item.sentence and before.measure != item.measure:
            item.subset = False  # "wounded 11 people, two of whom died"
        elif (item.group.partitive or item.kind == "condition") and not item.subset:
            item.subset = item.measure in counted  # "four were hurt; two are in serious condition"
        elif not item.subset and (item.group.best is not None or item.group.number is not None):
            counted.add(item.measure)
        before = item


def _follows_thing(parse: Sentence, event: Harm) -> bool:
    """Whether things are counted right behind the verb: "the director shot two films", and not "a man shot five times"."""
    at = event.stop
    return event.kind == "shot" and at + 1 < parse.stop and parse.tags[at] in NUMBERS and parse.lows[at + 1] not in {"times", "at", "in"}


def _read(parse: Sentence, event: Harm, position: int) -> None:
    form = event.form
    if form in {"pp", "dead", "participle"} and not event.passive:
        listed = event.stop < parse.stop and parse.tags[event.stop] in _BEGINS_LIST
        match = _LISTED.match(parse.tags, event.stop, parse.stop) if listed else None
        left = adjacent_left(parse, event) if match is not None else None
        among = left is not None and left.subset and left.number is None and parse.lows[left.first - 1] == "among"
        if match is not None and (left is None or among):
            index = next((index for index, group in enumerate(parse.groups) if group.first >= event.stop), -1)
            if index >= 0 and parse.groups[index].first == match.end():
                chain = chain_of(parse, index, event)
                if among or parse.tags[event.stop] in INCLUDE or parse.lows[max(parse.first, event.start - 1)] in {"the", "those", "among"}:
                    is_part = among or parse.tags[event.stop] in INCLUDE or is_among(parse, event)
                    for group in chain:
                        group.subset = is_part
                        group.partitive = True  # "the dead are ...": all of them, where nobody was counted before
                take(parse, chain, event, "listed")
                return
    if event.kind in {"strike", "captive", "expel", "taken", "todeath", "arrested"} and event.stop - event.start > 2:
        inside = [
            group
            for group in parse.groups
            if event.start < group.first
            and group.stop <= event.stop
            and not group.prep
            and (group.number or event.kind == "strike" or group.best)
            and (parse.lows[group.head] not in _CAPTIVES or (group.number and group.stop == event.stop))
        ]
        if inside:
            take(parse, inside, event, "object_inside")
            return
        if any(tag in PRON1 for tag in parse.tags[event.start : event.stop]):
            take(parse, [lone(event.start, event.stop)], event, "pronoun")
            return
        if event.kind == "taken":
            return
    if form == "possessed":
        owners = [group for group in parse.groups if group.stop == event.start - 1 and group.number and group.head >= 0]
        if owners:
            take(parse, owners, event, "possessor")  # "the six monks' slaying"
    elif form == "self":
        if parse.tags[event.stop - 1] in _PRON_ONE:
            add(parse, [lone(event.stop - 1, event.stop)], event, event.measure, "self")
    elif form == "corpse":
        first = event.start
        while first > parse.first and (parse.tags[first - 1] in MODIFIER or parse.lows[first - 1] == "-"):
            first -= 1
        before = parse.tags[first - 1] if first > parse.first else ""
        if before not in NUMBERS:  # "his body was found": somebody who is told already
            told = before in DET and parse.lows[first - 1] != "a"
            add(parse, [lone(event.start, event.start + 1)], event, event.measure, "pronoun" if told else "corpse")
    elif form == "named":
        end, names = parse.names(event.stop)
        index = next((index for index, group in enumerate(parse.groups) if event.stop <= group.first <= event.stop + 2 and group.best), -1)
        if index >= 0:
            chain = chain_of(parse, index, event)
            for group in chain:
                group.partitive = True
            take(parse, chain, event, "listed")
        elif names:
            group = lone(event.stop, end)
            group.low = group.best = group.high = names
            chain = [group]
            index = next((index for index, other in enumerate(parse.groups) if other.first >= end), -1)
            joint = JOIN.fullmatch(parse.tags, end, parse.groups[index].first) if index >= 0 else None
            if joint is not None and joint["j"][0] in AND:
                chain += chain_of(parse, index, event)
            for other in chain:
                other.partitive = True  # all of them, where nobody was counted before
            take(parse, chain, event, "name")
    elif form == "toll":
        take_toll(parse, event)
    elif form in {"ing", "base", "of", "past"}:
        take_object(parse, event)
    elif form in {"die", "dying", "dead"} or event.passive or form == "adjective":
        take_subject(parse, event, position)
    elif object_follows(parse, event):
        take_object(parse, event)
    elif not _follows_thing(parse, event):
        take_subject(parse, event, position)


def _parse(parse: Sentence) -> None:
    matches = words_of_harm(parse)
    is_log = ":" in parse.vocabulary and _LOG.match(parse.tags, parse.first, parse.stop) is not None
    if (
        not matches
        and not is_log
        and not _PARTS.search(parse.tags, parse.first, parse.stop)
        and not _COUNTED_NOUN.search(parse.tags, parse.first, parse.stop)
    ):
        return
    parse.groups = parse.read_phrases()
    parse.events = harms_of(parse, matches)
    found = len(parse.found)
    add_counted_nouns(parse)
    if len(parse.events) > 1:
        parse.events = told_apart(parse)
    for position, event in enumerate(parse.events):
        _read(parse, event, position)
    if is_log:
        add_logged(parse, found)
    if not _HELD_CUES.isdisjoint(parse.vocabulary):
        for group in parse.groups:
            if not group.taken and group.measure == "held_captive":
                add(parse, [group], None, "held_captive", "counted_noun")
    if not FATAL.isdisjoint(parse.present):
        add_fatal(parse, found)
    add_details(parse, found)
    if not _GIVES.isdisjoint(parse.vocabulary):
        add_alternatives(parse, found)
    if parse.found:
        add_breakdown(parse)
    join_measures(parse, found)
    parse.found = []  # what was found refers to this sentence: no circle is left behind for the collector
