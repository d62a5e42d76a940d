"""What only the whole text settles: parts, bombers, who was shot, stabbed or taken to hospital.

Belongs here: who is counted already elsewhere in the text, in other words. Does not belong here: what tells no harm at all (`literal`),
and what the figures of a text come to (`toll`).
"""

import re
from bisect import bisect_left, bisect_right
from operator import attrgetter

from transforms.text.casualties.sentence import Found
from transforms.text.closed import POSSESSIVES
from transforms.text.quantities.classes import GEN, SELF, SETS
from transforms.text.reading import Reading

_SURVIVED = re.compile(r"\b(?:surviv|escap|unhurt|unharmed|condition|hospital|treated|recover|serious|missed|stable)")
_RECOVERS = re.compile(r"\b(?:surviv|condition|hospital|treated|recover|serious|stable)")
_ANOTHER = re.compile(r"\b(?:same (?:day|night|evening|morning)|separate(?:ly)?|elsewhere|hours later)\b")
_IN_SENTENCE = attrgetter("sentence")
_STATES = frozenset(("condition", "limb"))  # how those are who were counted before
_NEAR = 12  # words between a whole and its part
_FEWEST = 2
_MANY = 1_000_000
_LOOKED_BACK = 8  # counts
_LIVED = frozenset(("injured", "abducted", "held_captive"))
_LATER = frozenset(("later", "since", "subsequently", "hospital", "wounds", "injuries", "succumbed", "overnight"))
_ONCE = frozenset(("killed", "bodies_recovered"))
_BESIDE = 2  # sentences before and behind


def settle(reading: Reading, found: list[Found]) -> list[Found]:
    """Those of `found` that are counted, with what is a part of what."""
    if any(item.group.partitive or item.kind in _STATES for item in found):
        _settle_partitives(found)
    _settle_some(found)
    found = _once(found)
    freed = {id(item.group) for item in found if item.measure == "released"}
    if freed:  # "freed five captured soldiers": when they were captured is not told
        found = [item for item in found if item.rule != "adjective" or item.measure != "abducted" or id(item.group) not in freed]
    kinds = {item.kind for item in found}
    died = {id(item.group) for item in found if item.measure == "killed"}
    if died:  # "a journalist wounded last week has died"
        found = [item for item in found if not _is_of_who_died(item, died)]
    if "sustain" in kinds:
        dead = {item.group.first for item in found if item.measure in {"killed", "bodies_recovered"}}
        found = [item for item in found if item.kind != "sustain" or item.group.first not in dead]  # "found with gunshot wounds"
        found = _settle_wounds(found)
    found = _settle_again(found)
    if any(_is_self(item) for item in found):
        found = _settle_selves(found)
    if "shot" in kinds:
        found = _settle_shots(reading, found)
    if "stab" in kinds:
        found = _settle_stabs(found)
    if any(item.measure == "killed_or_injured" for item in found):
        _settle_parts(found)
    if "care" in kinds:
        found = _settle_care(found)
    return found


def _is_of_who_died(item: Found, died: set[int]) -> bool:
    """Whether it only describes who is told to have died."""
    return item.measure == "injured" and id(item.group) in died and item.event is not None and not item.event.be


def _once(found: list[Found]) -> list[Found]:
    """Take away what counts the same phrase as dead twice: "buried the five bodies"."""
    told: set[int] = set()
    kept: list[Found] = []
    for item in found:
        if item.measure in _ONCE and item.group.number is not None:
            if id(item.group) in told:
                continue
            told.add(id(item.group))
        kept.append(item)
    return kept


def _settle_again(found: list[Found]) -> list[Found]:
    """Take away who is told once more by the same noun: "an envoy was killed ... the envoy, Ivo Torr, died of his wounds"."""
    if len(found) < _FEWEST:
        return found
    told: set[tuple[str, str]] = set()
    kept: list[Found] = []
    for item in found:
        group = item.group
        if group.best == 1 and group.number is None and group.head >= 0 and item.measure in _ONCE:
            key = (item.measure, item.parse.lows[group.head])
            definite = (
                item.parse.lows[group.first] == "the" or item.parse.tags[group.first] in GEN or item.parse.tags[group.first - 1] in GEN
            )
            if key in told and definite:
                continue
            told.add(key)
        kept.append(item)
    return kept


def _settle_wounds(found: list[Found]) -> list[Found]:
    """Take who "had burns" away where the sentence counts them as hurt before: "70 people were injured, many with burns"."""
    hurt = [item for item in found if item.kind != "sustain" and item.measure == "injured"]
    told, sentences = {id(item.group) for item in hurt}, {item.sentence for item in hurt}
    kept: list[Found] = []
    for item in found:
        again = item.group.number is not None and item.group.number.form == "both" and bool(kept)
        if item.kind != "sustain":
            pass
        elif again and (kept[-1].sentence, kept[-1].measure, kept[-1].group.best) == (item.sentence, "injured", item.group.best):
            continue  # "two survived, both with injuries"
        elif id(item.group) in told or (item.group.best is None and item.group.head < 0 and item.sentence in sentences):
            continue
        elif item.group.head < 0 and item.sentence in sentences:
            lead = item.parse.lows[item.group.first - 1]
            hurt_here = [other.group.best or 0 for other in hurt if other.sentence == item.sentence]
            if (item.group.best or 0) > max(hurt_here, default=0):
                kept.append(item)  # "five were beaten, 13 suffered gas inhalation": nobody told before
                continue
            listed = lead == "and" and bool(kept) and kept[-1].kind == "sustain" and kept[-1].subset
            item.subset = item.subset or lead == "," or listed  # "ten people were injured, two with burns and one with a broken leg"
        kept.append(item)
    return kept


def _settle_care(found: list[Found]) -> list[Found]:
    """Take who "were taken to hospital" away where anybody is counted as hurt, or nobody by number: those are the same people."""
    others = [item for item in found if item.kind != "care"]
    hurt = (item for item in others if item.measure in {"injured", "killed_or_injured"} and item.group.best != 0)
    told = [item.group.best for item in hurt if not (item.subset or item.group.is_weak)]
    if told:  # fewer than those: they are others
        most = max((best if best is not None else _MANY for best in told), default=_MANY)
        return [item for item in found if item.kind != "care" or (item.group.number is not None and (item.group.best or 0) > most)]
    dead = {item.group.best for item in others if item.measure in {"killed", "bodies_recovered"}}
    return [
        item
        for item in found
        if item.kind != "care"
        or (item.group.number is not None and (item.group.best not in dead or item.group.number.form in {"ordinal", "other"}))
        or (item.group.best and item.parse.lows[item.group.first] in POSSESSIVES)  # "a man was killed and his wife taken to hospital"
    ]


def _is_self(item: Found) -> bool:
    """Whether it is somebody who killed himself: "blew himself up", "killing himself and one officer"."""
    return item.kind == "self" or (item.group.number is None and item.group.head < 0 and item.parse.tags[item.group.first] in SELF)


def _settle_selves(found: list[Found]) -> list[Found]:
    """Take bombers who "blew themselves up" away where anybody else is counted: texts count them apart."""
    told_with = {item.span for item in found if item.group.other}  # "killed himself and six others": seven
    others = [item for item in found if not _is_self(item) or item.span in told_with]
    return others if any(item.measure in {"killed", "bodies_recovered"} and item.group.best != 0 for item in others) else found


def _settle_shots(reading: Reading, found: list[Found]) -> list[Found]:
    """Take "was shot" away where it is not enough: alone is read as killed only where nobody is said to live or die."""
    sentences = {item.sentence for item in found if item.kind != "shot" and item.measure in _ONCE and not item.group.is_weak}
    for item in found:
        if item.kind != "shot":
            continue
        massacred = item.sentence not in sentences and not SETS["slaughter"].isdisjoint(item.parse.vocabulary)
        if massacred or item.rule == "elided" or (item.group.partitive and item.group.measure == "killed"):
            item.kind = "verb"  # "nineteen of the dead were shot on Monday", "a massacre in which 180 villagers were shot"
    dead = [item for item in found if item.kind != "shot" and item.measure in {"killed", "bodies_recovered"}]
    killed_in = {item.sentence for item in dead}
    parts = _parts(dead)
    also = {item.sentence for item in dead if item.event is not None and "also" in item.parse.lows[item.event.first - 1 : item.event.start]}
    text = reading.folded.lower()
    for shot in [item for item in found if item.kind == "shot"] if dead else ():
        if not also.isdisjoint((shot.sentence, shot.sentence + 1)) or _is_told_apart(reading, text, shot, dead):
            shot.kind = "verb"
    _hurt_beside([item for item in found if item.kind == "shot"], dead)
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


def _hurt_beside(struck: list[Found], dead: list[Found]) -> None:
    """Count who was shot or stabbed as injured where others are told to be dead: "one was killed and three others were stabbed"."""
    for item in struck:
        if item.group.number is None or item.group.partitive or item.group.subset:
            continue
        before = next((other for other in dead if other.sentence == item.sentence and other.group.stop < item.group.first), None)
        if before is None or before.event is None or before.group.partitive or before.event.start > item.group.first:
            continue
        if item.parse.lows[item.group.first - 1] in SETS["joins"]:
            both = (before.group.best or 0) + (item.group.best or 0)
            told = any(other.sentence < item.sentence and other.group.best == both for other in dead)
            item.kind = "verb"  # "six were killed. Four died when a mine went off; two were shot": as killed
            item.measure = item.measure if told else "injured"


def _is_told_apart(reading: Reading, text: str, shot: Found, dead: list[Found]) -> bool:
    """Whether nobody beside those who were shot is said to live or die, but for so many that they are some of them."""
    first, last = max(0, shot.sentence - _BESIDE), min(len(reading.sentences), shot.sentence + _BESIDE + 1) - 1
    if shot.rule != "pronoun_them":
        for item in dead[bisect_left(dead, first, key=_IN_SENTENCE) : bisect_right(dead, last, key=_IN_SENTENCE)]:
            between = sorted((item.span, shot.span))
            if item.sentence != shot.sentence and _ANOTHER.search(text, reading.ends[between[0][1] - 1], reading.starts[between[1][0]]):
                continue
            some = item.sentence != shot.sentence and (item.group.best or 0) >= (shot.group.best or 0) > 1
            if not some and not item.group.is_weak:
                return False
    return _SURVIVED.search(text, reading.starts[reading.sentences[first][0]], reading.ends[reading.sentences[last][1] - 1]) is None


def _parts(dead: list[Found]) -> list[Found]:
    """Those of the dead who are told as some of others."""
    return [item for item in dead if item.rule == "fatally" or item.group.partitive or _are_bare(item)]


def _are_bare(item: Found) -> bool:
    """Whether it is only told how many died: "five officers were shot. Two died."."""
    group = item.group
    bare = group.number is not None and group.head < 0 and not group.other and group.first == item.parse.first
    return bare and item.event is not None and item.event.form == "die"


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
    _hurt_beside(
        [item for item in found if item.kind == "stab"], [item for item in found if item.measure == "killed" and item.kind != "stab"]
    )
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


def _is_of_uncounted(item: Found, counted: set[int]) -> bool:
    """Whether those of whom some are counted stand in the sentence, and nothing is told to have been done to them."""
    whole = next((group for group in reversed(item.parse.groups) if group.stop <= item.group.first and group.number is not None), None)
    enough = whole is not None and (whole.best or 0) > (item.group.best or 0)
    return whole is not None and enough and id(whole) not in counted and not whole.measure and item.group.first - whole.stop <= _NEAR


def _is_of_those_who(item: Found) -> bool:
    """Whether they are some of those to whom the same was done: "three of those who died were nurses"."""
    return item.event is not None and item.event.relative and item.parse.lows[item.group.stop - 1] == "those"


def _settle_some(found: list[Found]) -> None:
    """Settle that "four of the soldiers were beheaded" is a part where so many soldiers were counted right before."""
    for index, item in enumerate(found):
        group = item.group
        if item.subset or group.number is None or group.head < 0 or not group.best or item.measure not in _ONCE:
            continue
        words = item.parse.lows[group.number.stop - 1 : group.head]
        if "of" not in words or words[-1] == "of" or "more" in words or (group.among is not None and group.among.best):
            continue
        noun = item.parse.lows[group.head]
        item.subset = any(
            other.measure == item.measure
            and not other.subset
            and other.group.head >= 0
            and other.parse.lows[other.group.head] == noun
            and (other.group.best or 0) > (group.best or 0)
            and 0 < item.sentence - other.sentence <= _BESIDE
            for other in found[max(0, index - _LOOKED_BACK) : index]
        )


def _died_of_it(item: Found, before: Found, killed_in: set[int]) -> bool:
    """Whether some of those told right before died of what was done to them, and are none of the dead told before."""
    if item.measure != "killed" or before.measure not in _LIVED or before.sentence != item.sentence - 1:
        return False
    return before.sentence not in killed_in or not _LATER.isdisjoint(item.parse.vocabulary)


def _settle_partitives(found: list[Found]) -> None:
    """Settle that "four of them" is a part where they have been counted in that measure before, and a count of its own otherwise."""
    counted: set[str] = set()
    counted_groups = {id(item.group) for item in found}
    killed_in = {item.sentence for item in found if item.measure == "killed"}
    before: Found | None = None
    for item in sorted(found, key=lambda item: item.group.among.first if item.group.among else item.group.first):
        of_them = item.group.partitive and item.group.measure is None and item.rule == "subject" and item.kind not in _STATES
        of_them = of_them and not _is_of_those_who(item)
        if item.group.measure == "injured" and item.group.partitive and item.measure == "killed":
            item.subset = False  # "four of the wounded died"
        elif of_them and _is_of_uncounted(item, counted_groups):
            item.subset = False  # "264 were evacuated, 53 of them wounded"
        elif of_them and before is not None and before.sentence == item.sentence and before.measure != item.measure:
            item.subset = False  # "wounded 11 people, two of whom died"
        elif of_them and before is not None and _died_of_it(item, before, killed_in):
            item.subset = False  # "wounded 11 people. Two of them died later."
        elif (item.group.partitive or item.kind in _STATES) and not item.subset:
            bare = item.group.partitive or item.kind != "limb" or item.group.head < 0
            item.subset = bare and item.measure in counted  # "four were hurt; two are in serious condition", "one lost a finger"
            counted.update((item.measure,) if item.kind in _STATES else ())
        elif not item.subset and (item.group.best is not None or item.group.number is not None):
            counted.add(item.measure)
        before = item
