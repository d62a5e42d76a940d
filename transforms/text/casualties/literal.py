"""Whether words of harm tell harm: "hurt in the polls", "dead in the water", "a survey released on Friday" do not.

Belongs here: what is taken away again because the text around it tells of no harm, or because somebody else is its subject. Does not
belong here: finding who stands beside a harm, or what is told as planned, denied or past (`event`, `occasion`).
"""

from collections.abc import Sequence

from transforms.text.casualties.sentence import Found
from transforms.text.casualties.voice import object_follows
from transforms.text.closed import POSSESSIVES
from transforms.text.quantities.classes import ALPHABET, NAME, NUMBERS, SETS, VICTIM
from transforms.text.reading import Reading
from transforms.text.tag import tags

# Kinds of harm that one word tells, which may mean other things as well.
_ONE_WORD = frozenset(("verb", "noun", "dead", "possessed", "away", "shot", "strikedown", "freed"))
_LOOSE, _LOOSE_COUNTED, _LOOSE_ACTIVE, _SCENE = SETS["loose_harm"], SETS["loose_counted"], SETS["loose_active"], SETS["scene"]
_SCENE_OF_BODIES = _SCENE | {"found", "discovered", "pulled", "washed", "lay", "lying"}
_ANY_LOOSE = _LOOSE | _LOOSE_ACTIVE
_SURELY = SETS["surely"]  # "found dead", "among the dead"
_SUBJECTS = frozenset(("subject", "pronoun", "name", "unknown_noun"))  # rules that find who stands before the verb
_ATHLETES = SETS["athletes"]
_MUSCLES = SETS["muscles"]
_NOUN_WITHIN = 2  # "three other injured forwards"
_FEELS = frozenset(("deeply", "emotionally", "personally", "politically", "financially", "psychologically"))
_THING = ALPHABET.having("WORD", "POSS")
_BEFORE, _AFTER = 2, 1  # sentences around one in which its scene is told
_TIMES = frozenset(("night", "evening", "morning", "afternoon", "day", "week", "today", "yesterday", "dawn", "noon", "midnight"))
_SAID = frozenset(("said", "says", "told", "added"))
_OTHERS = frozenset(("i", "we", "you"))
_TELLERS = _OTHERS | {"they", "he", "she", "it"}
_OPENS = frozenset(("where", "when", "because", "whereas"))
_CLAUSE_WITHIN = 8  # words
_NEW_CLAUSE = frozenset(("being", "having"))


def literal(reading: Reading, found: Sequence[Found]) -> list[Found]:
    """Those of `found` that tell harm."""
    classes = ""
    kept: list[Found] = []
    is_deadly: bool | None = None
    tells_of_holding = any(item.measure in SETS["holding"] for item in found)
    for item in found:
        if item.measure == "released" and item.group.number is not None and tells_of_holding:
            kept.append(item)
            continue
        if _is_of_feelings(item):
            continue
        if _is_loose(item):
            if is_deadly is None:
                is_deadly = any(other.measure == "killed" and _ANY_LOOSE.isdisjoint(_words(other)) for other in found)
            if not (is_deadly and item.measure == "killed") and not _has_scene(reading, item):
                continue
        with_wounds = item.kind == "sustain" and item.event is not None and reading.lows[item.event.start] == "with"  # no verb
        if item.rule in _SUBJECTS and item.event is not None and item.event.first - item.group.stop > 2 and not with_wounds:
            classes = classes or tags(reading)
            if _is_spent(reading, classes, item):
                continue
        kept.append(item)
    return kept


def _words(item: Found) -> list[str]:
    """The words that tell the harm."""
    return [] if item.event is None else item.parse.lows[item.event.start : item.event.stop]


def _is_of_feelings(item: Found) -> bool:
    """Whether it hurts feelings, or a thing: "was deeply hurt", "the lines hurt support", "a woman affected by the grant"."""
    event, parse = item.event, item.parse
    if event is None or item.measure not in {"injured", "affected"}:
        return False
    if item.measure == "affected":
        return item.group.number is None
    if not _FEELS.isdisjoint(parse.lows[max(parse.first, event.start - 2) : event.start]):
        return True
    after = parse.tags[event.stop] if event.stop < parse.stop else ""
    return parse.lows[event.start] == "hurt" and item.rule in _SUBJECTS and not event.be and not event.passive and after in _THING


def _is_loose(item: Found) -> bool:
    """Whether the word alone does not say that people came to harm: "hurt", "dead", "released", "eliminated"."""
    event, group, parse = item.event, item.group, item.parse
    if item.measure in {"injured", "missing"} and not _ATHLETES.isdisjoint(parse.lows[group.first : group.stop + _NOUN_WITHIN]):
        return True
    if item.kind == "sustain" and event is not None and parse.lows[event.stop - 1] == "injury" and not _MUSCLES.isdisjoint(_words(item)):
        return True  # "pulled up with a hamstring injury"
    if event is None:
        loose = item.rule == "counted_noun" and item.measure == "bodies_recovered"  # "ten bodies oversee the trade"
        return loose and VICTIM.isdisjoint(parse.tags[slice(*item.span)]) and SETS["corpses"].isdisjoint(parse.vocabulary)
    if event.kind not in _ONE_WORD:
        return False
    words = _words(item)
    of_kin = event.kind == "shot" and parse.lows[group.head] in SETS["kin"] and parse.lows[group.first] in POSSESSIVES  # "shot his wife"
    told_people = (group.number is not None or of_kin) and group.head >= 0 and parse.tags[group.head] in VICTIM
    if not (told_people or _LOOSE_ACTIVE.isdisjoint(words) or event.be or event.passive) and object_follows(parse, event):
        return True  # "shot the couple", "missing a chance"
    if group.number is not None:
        return not _LOOSE_COUNTED.isdisjoint(words)
    if _LOOSE.isdisjoint(words) or not _SURELY.isdisjoint(parse.lows[max(parse.first, event.start - 2) : event.start]):
        return False
    named = not NAME.isdisjoint(parse.tags[group.first : group.stop + 1])
    return named or group.definite or group.head < 0 or parse.tags[group.head] not in VICTIM


def _has_scene(reading: Reading, item: Found) -> bool:
    """Whether anything violent, or an accident, is told where it stands."""
    lows, sentences = reading.lows, reading.sentences
    begin, end = item.span if item.event is None else (item.event.start, item.event.stop)
    first = sentences[max(0, item.sentence - _BEFORE)][0]
    stop = sentences[min(len(sentences), item.sentence + _AFTER + 1) - 1][1]
    words = _SCENE if item.event is not None else _SCENE_OF_BODIES
    return not (words.isdisjoint(lows[first:begin]) and words.isdisjoint(lows[end:stop]))


def _has_own_clause(tags: str, reading: Reading, at: int, stop: int) -> bool:
    """Whether a clause with a subject of its own opens behind: "31 violations at the slaughterhouse, where 900 pigs are killed"."""
    opens = next((to for to in range(stop - 1, max(at, stop - _CLAUSE_WITHIN) - 1, -1) if reading.lows[to] in _OPENS), -1)
    return opens >= 0 and stop - opens > 1 and tags[opens + 1] in NUMBERS


def _is_spent(reading: Reading, classes: str, item: Found) -> bool:
    """Whether another subject stands before the verb, and the one that was found has a verb of its own by then.

    "An envoy who was asking why people were killed": `who` opens a clause for the first verb, `why` for the second, and none is left.
    """
    if item.event is None:
        return False
    at, stop = item.group.stop, item.event.first
    while stop > at and classes[stop - 1] in "\"'":
        stop -= 1
    if reading.lows[stop - 1] in _OTHERS or (item.rule == "name" and reading.lows[stop - 2] in _SAID and stop - at < 4):
        return True  # "Tal said she died": somebody who is told already
    while stop > at and classes[stop - 1] in "WQ":
        stop -= 1
    if stop > at and stop < item.event.first and classes[stop - 1] == ",":
        stop -= 1  # "his brother, who died"
    if stop == at or classes[stop - 1] not in "NSX" or reading.lows[stop - 1] in _TIMES or "among" in reading.lows[at:stop]:
        return False
    opened = verbs = 0
    if _has_own_clause(item.parse.tags, reading, at, stop):
        return True
    while at < stop:
        theirs = reading.lows[at] in _TELLERS and classes[at - 1] in "NSX"  # "four civilians they had taken hostage died"
        if theirs or classes[at] in "WUQ" or reading.lows[at] == "whose":
            opened += 1
        elif (classes[at] in "VIHKM" or (classes[at] == "E" and classes[at - 1] in "WP")) and reading.lows[at] not in _NEW_CLAUSE:
            verbs += 1
            if verbs > opened:
                return True
            while at + 1 < stop and classes[at + 1] in "VIHKMERGB":
                at += 1
        at += 1
    return False
