"""What each kind of word of harm says was done: the measure, and the form that tells where those who are counted stand.

Belongs here: a kind of word, and which of its uses are no harm ("free" as an adjective, "the crowd died down"). Does not belong here:
which words they are (`event`), active and passive (`voice`).
"""

from collections.abc import Callable

from transforms.lexicon import rows
from transforms.text.casualties.sentence import Harm, Sentence
from transforms.text.quantities.classes import (
    ADV,
    ALPHABET,
    AND,
    BE,
    DET,
    EVENTISH,
    INCLUDE,
    LEAVE,
    MEASURES,
    MODIFIER,
    NAME,
    NOUNISH,
    NUMBERS,
    SETS,
    UNIT,
    VICTIM,
    VICTIMS,
)

_having = ALPHABET.having
_WORST = frozenset(("worst", "most", "hardest", "badly", "severely", "least"))
_MANY = _having("PLURAL")
_NOUN_BEHIND = NOUNISH | _having("M_CAPTIVES")
_SHARES = frozenset(("all", "most", "half", "many", "some", "several", "few", "none", "dozens", "scores", "hundreds", "thousands"))
_NUMBERS = frozenset(("number", "figure", "count", "tally"))
_CAPTIVES = SETS["captives"] | {"prisoners"}
# What those who are handed over are, or to whom, where they are freed by it.
_FREED = _CAPTIVES | SETS["go_between"] | {"prisoner", "detainee", "detainees", "abductee", "abductees"}
_GIVEN_TO = 12  # words
_ENDS_CLAUSE = _having("COMMA", "STOP", "PREP", "AND", "SAY")
_COUNTS_OF = frozenset(("the", "total", "own", "its", "their", "our", "official", "overall", "combined", "confirmed"))
_ANY_TOTALS = frozenset(("total", "figure", "number"))
_NAMED = frozenset(("injured", "abducted", "released", "detained", "held_captive"))
_FORMS = {word: form for word, _, form in rows("measures")}
# What kinds of event always tell: measure and form.
ALWAYS = {
    **dict.fromkeys(("lostlives", "succumb", "diewound", "throat", "fallen"), ("killed", "die")),
    **dict.fromkeys(("throats", "lives"), ("killed", "of")),
    "histhroat": ("killed", "throat"),
    "corpse": ("bodies_recovered", "corpse"),
    "foundstruck": ("killed", "dead"),
    "cost": ("killed", "past"),
    "self": ("killed", "self"),
    "lost": ("killed", "past"),
    "sustain": ("injured", "die"),
    "condition": ("injured", "dead"),
    "regain": ("released", "die"),
    "captivity": ("held_captive", "dead"),
    "whose": ("bodies_recovered", "die"),
    "limb": ("injured", "die"),
    "withthem": ("abducted", "past"),
    "fell": ("killed", "die"),
    "cutby": ("injured", "pp"),
    "acid": ("injured", "past"),
    "funeral": ("killed", "of"),
    "buries": ("killed", "past"),
    "interred": ("killed", "pp"),
    "notsurvive": ("killed", "die"),
    "victimsof": ("killed", "die"),
    "exchange": ("released", "of"),
    "treats": ("injured", "past"),
}
_ENTRY_ENDS = frozenset((":", ".", ";"))
_ENDS_CLAUSE_AT = _having("STOP", "COMMA", "AND")
_HIT_ALONE = frozenset((".", ",", ";", "and", "when", "as", "while"))
_STRIKE_BASE = SETS["strike_base"]
_LAW = _having("AGENT", "POLICE")
_NO_VICTIM = frozenset(("at", "back", "down", "himself", "herself", "into", "up"))  # behind "shot"
_OR_HURT = ALPHABET.compile("(?:{and|or}|{and}{/}{or}){M_injured}(?!{NUMBER|DET|NAME|TITLE|A|M_BODY|VICTIM|WORD|ADJ})")
_DOERS = {  # "the killers of": what was done to whom they are told of
    **dict.fromkeys(("killers", "murderers", "assassins"), "killed"),
    **dict.fromkeys(("kidnappers", "abductors"), "abducted"),
    "captors": "held_captive",
}
_SPARED = frozenset(("survived", "survives", "survive", "escaped", "condition", "recovering", "wounded", "injured", "wounding", "injuring"))
_LED_AWAY = SETS["led_away"]  # "taken out of the mosque and shot"
_LED = 12  # words
_DEAD = frozenset(("died", "dies", "dead", "killed", "succumbed", "fatally", "death", "deaths"))
_BEFORE_BEING = frozenset(("after", "before", "while", "despite", "without", "upon", "on", "of", "from", "and"))
_DEADLY_PLACES = frozenset(("head", "heads", "neck", "necks", "face"))
_PARTICLES = frozenset(("out", "down", "off"))
_ENDS = _having("STOP", "COMMA", "AND")
_DONE_AFTER = frozenset(("thrown", "taken", "driven", "flung", "left", "put", "hung"))
_ED = _having("ED")
_THING = _having("WORD", "UNIT") - _having("ADV", "PREP", "TIME")
_PEOPLE_OR_WORD = VICTIM | _THING - UNIT
_HARMED = frozenset(("killed", "injured"))
_ATTACKER = _having("ATTACKER")
_VERBS = _having("M_DIE", "M_PP", "M_PAST")
_HAD = frozenset(("had", "have", "has", "were", "was"))
_SEARCHERS = 10  # words
_PARTICIPLES = _having("M_PP", "M_PARTICIPLE", "M_ADJECTIVE")


def harm_of(parse: Sentence, kind: str, start: int, stop: int) -> Harm | None:
    """The harm that the words from `start` to `stop` tell, None where they tell none."""
    always = ALWAYS.get(kind)
    return Harm(start, stop, *always, kind) if always is not None else KINDS[kind](parse, start, stop, kind)


def _off_somewhere(parse: Sentence, at: int) -> bool:
    """Whether it says off what coast: "died off Oulo", "drowned off the coast"."""
    return parse.lows[at] == "off" and at + 1 < parse.stop and (parse.tags[at + 1] in NAME or parse.tags[at + 1] in DET)


def _verb(parse: Sentence, start: int, stop: int, kind: str) -> Harm | None:
    tags, lows = parse.tags, parse.lows
    word = lows[start]
    if word == "hanging" and lows[start - 1] == "found" and any(group.head >= 0 and group.stop < start for group in parse.groups):
        return Harm(start, stop, "killed", "dead", "dead")
    among = lows[start - 1] if lows[max(0, start - 2) : start - 1] == ["among"] else ""
    if (among == "the" and MEASURES[word] == "injured" and _ends_clause(parse, stop)) or (among == "those" and MEASURES[word] in _HARMED):
        return Harm(start, stop, MEASURES[word], "dead", "dead")  # "57 policemen were among the injured", "were among those killed"
    if word == "affected" and lows[start - 1] in _WORST:
        return None  # "the province was worst affected, with 63 deaths"
    participle = tags[start] in _PARTICIPLES or lows[start - 1] == "the"
    if _is_adjective(parse, start) or (participle and _is_noun(parse, start, stop)):
        return None
    if stop < parse.stop and lows[stop] in _PARTICLES and _FORMS[word] in {"die", "dying"} and not _off_somewhere(parse, stop):
        return None  # "the crowd died down", "drowned out"
    if _FORMS[word] == "adjective" and _is_of_things(parse, stop):
        return None
    if lows[stop : stop + 1] == ["off"] and word.startswith("kill"):
        stop += 1  # "killed off the contest"
    if word in {"free", "rescue"} and (stop == parse.stop or tags[stop] not in NUMBERS or lows[start - 1] == "to"):
        return None  # an adjective, or what somebody wants
    return Harm(start, stop, MEASURES[word], _FORMS[word], kind)


def _ends_clause(parse: Sentence, at: int) -> bool:
    return at == parse.stop or parse.tags[at] in _ENDS_CLAUSE


def _fatal(parse: Sentence, start: int, stop: int, kind: str) -> Harm:
    return Harm(start, stop, "killed", "ing" if parse.lows[stop - 1].endswith("ing") else "pp", kind)


def _heldby(parse: Sentence, start: int, stop: int, kind: str) -> Harm:
    tags = parse.tags
    law = tags[stop + (stop < parse.stop and tags[stop] in DET) : stop + 3]
    return Harm(start, start + 1, "held_captive" if _LAW.isdisjoint(law) else "detained", "pp", kind)


def _away(parse: Sentence, start: int, stop: int, kind: str) -> Harm:
    word = parse.lows[start]
    return Harm(start, stop, "abducted", "ing" if word == "taking" else "past" if word == "took" else "pp", kind)


def _taken(parse: Sentence, start: int, stop: int, kind: str) -> Harm:
    return Harm(start, stop, "abducted", _ing_or(parse, start, "pp"), kind)


def _to_death(parse: Sentence, start: int, stop: int, kind: str) -> Harm:
    return Harm(start, stop, "killed", _ing_or(parse, start, "die"), kind)


def _stab(parse: Sentence, start: int, _stop: int, kind: str) -> Harm:
    if kind == "inlimb" and _is_of_found(parse, start):
        return Harm(start, start + 1, "killed", "pp", "verb")
    return Harm(start, start + 1, "injured", "pp", kind)


def _hospital(parse: Sentence, start: int, stop: int, _kind: str) -> Harm | None:
    left = next((group for group in parse.groups if group.stop == start and group.number), None)
    if left is None:
        return None
    listed = parse.tags[left.first - 1] in AND or parse.lows[left.first - 1] in {",", "with"}  # "56 deaths and 32 people in hospital"
    if parse.tags[left.first - 1] not in LEAVE and not (
        listed and left.head >= 0 and (stop == parse.stop or parse.tags[stop] in _ENDS_CLAUSE_AT)
    ):
        return None
    return Harm(start, stop, "injured", "dead", "care")  # "left 27 in hospital"


_FIGURES_OF_SPEECH = frozenset(("bored", "scared", "frightened", "worried", "tickled", "embarrassed", "loved", "talked", "taxed"))


def _strike(parse: Sentence, start: int, stop: int, kind: str) -> Harm | None:
    if parse.lows[start] in _FIGURES_OF_SPEECH:
        return None  # "bored to death"
    form = _ing_or(parse, start, "base" if parse.lows[start] in _STRIKE_BASE else "pp")
    return Harm(start + (parse.tags[start] in BE), stop, "killed", form, kind)


def _expel(parse: Sentence, start: int, stop: int, kind: str) -> Harm:
    return Harm(start, stop, "displaced", _ing_or(parse, start, "pp"), kind)


def _care(parse: Sentence, start: int, stop: int, kind: str) -> Harm | None:
    if parse.lows[start] == "being" and parse.lows[start - 1] in _BEFORE_BEING:
        return None  # "died after being taken to hospital"
    return Harm(start, stop, "injured", "dead", kind)


def _searched(parse: Sentence, start: int, stop: int, kind: str) -> Harm | None:
    """Who is searched for by those who save: "rescuers were searching for 14 miners", not "police are looking for three gunmen"."""
    if SETS["rescue_teams"].isdisjoint(parse.lows[max(parse.first, start - _SEARCHERS) : start]):
        return None
    sought = next((at for at in range(stop, min(parse.stop, stop + _SEARCHERS)) if parse.tags[at] in VICTIM), -1)
    if sought < 0 or parse.tags[sought] in _ATTACKER or not SETS["survivors"].isdisjoint(parse.lows[stop : sought + 1]):
        return None
    return Harm(start, stop, "missing", "past", kind)


def _victims(parse: Sentence, start: int, stop: int, kind: str) -> Harm | None:
    listed = stop < parse.stop and parse.tags[stop] in INCLUDE and parse.counted is not None
    if not listed and "among" not in parse.lows[max(parse.first, start - 3) : start]:
        return None
    dead = parse.counted not in {"injured", "abducted"} or any(item.measure in {"killed", "bodies_recovered"} for item in parse.recent())
    return Harm(start, stop, "killed" if dead or parse.counted is None else parse.counted, "dead", kind)


def _named(parse: Sentence, start: int, stop: int, kind: str) -> Harm | None:
    if parse.lows[stop - 1] == ":" and parse.lows[start] in MEASURES and start > parse.first and parse.lows[start - 1] not in _ENTRY_ENDS:
        return None  # "two people were killed: Torr"
    told = next((MEASURES[low] for low in parse.lows[start:stop] if low in MEASURES), "killed")
    return Harm(start, stop, told if told in _NAMED else "killed", "named", kind)


def _hit_by(parse: Sentence, start: int, stop: int, _kind: str) -> Harm | None:
    if not _DEAD.isdisjoint(parse.vocabulary) and parse.lows[start - 1] != ",":
        return None  # "a boy who was hit by a stray bullet died"
    bare = stop == parse.stop or parse.lows[stop] in _HIT_ALONE
    if (
        bare
        and SETS["gunfire"].isdisjoint(parse.vocabulary)
        and not any(group.number is not None and group.stop <= start and (group.head >= 0 or group.other) for group in parse.groups)
    ):
        return None  # "the farmers were hit"
    form = "pp" if parse.tags[start - 1] in BE or parse.tags[start - 1] in _ENDS else "past"  # "stray bullets hit a boy"
    return Harm(start, stop, "injured", form, "stab" if parse.lows[start - 1] == "being" else "verb")


def _at_sea(parse: Sentence, start: int, stop: int, kind: str) -> Harm | None:
    if SETS["vessels"].isdisjoint(parse.vocabulary) and SETS["wrecks"].isdisjoint(parse.vocabulary):
        return None  # "two matches were lost"
    return Harm(start, stop, "killed", "pp", kind)


def _claims(parse: Sentence, start: int, stop: int, kind: str) -> Harm | None:
    if "lives" not in parse.vocabulary:
        return None  # "the first bomb claimed six lives and the second claimed 10"
    return Harm(start, stop, "killed", _ing_or(parse, start, "past"), kind)


def _numbered(parse: Sentence, start: int, stop: int, kind: str) -> Harm:
    return Harm(start, stop, MEASURES.get(parse.lows[start]) or parse.counted or "killed", "toll", kind)


def _fate(parse: Sentence, start: int, stop: int, kind: str) -> Harm:
    return Harm(start, stop, "killed" if parse.counted == "injured" else parse.counted or "killed", "die", kind)


def _raised(parse: Sentence, start: int, stop: int, kind: str) -> Harm:
    ahead = [MEASURES[low] for low in parse.lows[stop : min(parse.stop, stop + 20)] if low in MEASURES]
    freed = ahead[:1] == ["held_captive"] and "released" in ahead[:2]  # "the number of captives freed"
    return Harm(start, stop, "released" if freed else ahead[0] if ahead else parse.counted or "killed", "toll", kind)


def _arrested(_parse: Sentence, start: int, stop: int, kind: str) -> Harm:
    return Harm(start, stop, "detained", "pp", kind)


def _disabled(_parse: Sentence, start: int, stop: int, kind: str) -> Harm:
    return Harm(start, stop, "killed_or_injured", "pp", kind)


def _taken_too(parse: Sentence, start: int, stop: int, kind: str) -> Harm | None:
    holding = next((item.measure for item in parse.recent() if item.measure in SETS["holding"]), "")
    return Harm(start, stop, holding, "pp", kind) if holding else None  # "two drivers were taken with him"


def _held(parse: Sentence, start: int, stop: int, kind: str) -> Harm | None:
    word = parse.lows[start]
    holding = next((item.measure for item in parse.recent() if item.measure in SETS["holding"]), "")
    before = parse.lows[max(parse.first, start - 3) : start + 1]
    if parse.tags[start - 1] not in BE and _are_captives(parse, stop):
        return Harm(start, stop, "held_captive", "ing" if word == "holding" else "past", kind)
    if not holding and (word != "holding" or parse.tags[start - 1] not in BE) and "still" not in before and "to" not in before:
        return None  # "elections were held"
    form = "pp" if word == "held" else "base" if word == "hold" else "ing"
    by_law = not holding and word == "holding" and not _LAW.isdisjoint(parse.tags[max(parse.first, start - 4) : start])
    return Harm(start, stop, "detained" if by_law or holding == "detained" else "held_captive", form, kind)


def _are_captives(parse: Sentence, at: int) -> bool:
    """Whether those who stand at `at` are held by somebody: "they hold 64 soldiers", and no "the hall holds 64 people"."""
    group = next((group for group in parse.groups if group.first == at and group.number is not None and group.head >= 0), None)
    row = VICTIMS.get(parse.lows[group.head]) if group is not None else None
    return row is not None and (row[2] == "combatant" or row[3] == "police")


def _freed(parse: Sentence, start: int, stop: int, kind: str) -> Harm | None:
    if parse.lows[start] == "let" and all(item.measure not in SETS["holding"] for item in parse.recent()):
        return None  # "300 workers were let go"
    if parse.tags[start - 1] in BE and parse.lows[stop - 1] == "over" and _are_swapped(parse):
        return Harm(start, stop, "released", "pp", kind)
    if parse.lows[stop - 1] == "over":
        ahead = parse.lows[stop : min(parse.stop, stop + _GIVEN_TO)]
        if _FREED.isdisjoint(ahead) and not any(MEASURES.get(low) in SETS["holding"] for low in ahead[:6]):
            return None  # "handed over five suspects to the police"
    return Harm(start, stop, "released", _ing_or(parse, start, "pp"), kind)


def _are_swapped(parse: Sentence) -> bool:
    """Whether the text has just told of captives who were let go."""
    return any(item.measure == "released" and item.sentence >= parse.index - 2 for item in parse.recent())


def _returned(parse: Sentence, start: int, stop: int, kind: str) -> Harm | None:
    if _are_swapped(parse):
        return Harm(start, stop, "released", "die", kind)  # "the two sides exchanged prisoners ... 230 Ukrainians had come home"
    return None if parse.lows[start] in {"come", "came"} else Harm(start, stop, "returned", "die", kind)


def _possessed(parse: Sentence, start: int, stop: int, kind: str) -> Harm:
    return Harm(start, stop, MEASURES.get(parse.lows[start], "killed"), "possessed", kind)


def _noun(parse: Sentence, start: int, stop: int, kind: str) -> Harm:
    word = parse.lows[start]
    if parse.lows[stop - 1] == "of" and word in _DOERS:
        return Harm(start, stop, _DOERS[word], "of", kind)
    return Harm(start, stop, "bodies_recovered" if word == "remains" else MEASURES.get(word, "injured"), "of", kind)


def _rise(parse: Sentence, start: int, stop: int, kind: str) -> Harm | None:
    measure = _meant(parse) if parse.lows[start] in _NUMBERS else parse.counted or "killed"
    return Harm(start, stop, measure, "toll", kind) if measure else None


def _meant(parse: Sentence) -> str | None:
    """What a bare number or figure counts: the dead where they were counted right before, or what was counted last."""
    told = [event.measure for event in reversed(parse.events) if not event.unreal and not event.past]
    told = told or [item.measure for item in parse.recent() if item.sentence >= parse.index - 1]
    return "killed" if "killed" in told else told[0] if told else parse.counted


def _is_of_found(parse: Sentence, start: int) -> bool:
    """Whether those who were shot were found so: "police found eight men shot in the head"."""
    if _DEADLY_PLACES.isdisjoint(parse.lows[start : start + 6]):
        return False  # "officers found five people shot"
    return any(group.stop == start and parse.lows[group.first - 1] == "found" for group in parse.groups if group.best)


def _then_other(parse: Sentence, at: int) -> bool:
    """Whether something else was done to those who were shot: "shot and thrown into a pit", and not "shot and wounded"."""
    while at < parse.stop and parse.tags[at] in ADV:
        at += 1
    return at < parse.stop and (parse.lows[at] in _DONE_AFTER or (parse.tags[at] in _ED and parse.tags[at] not in EVENTISH))


def _shot(parse: Sentence, start: int, stop: int, kind: str) -> Harm | None:
    tags, lows = parse.tags, parse.lows
    near = lows[stop : stop + 2] in (["at", "point"], ["at", "close"], ["at", "point-blank"])  # "shot at close range", "were shot at a bar"
    near = near or (tags[start - 1] in BE and lows[stop : stop + 1] == ["at"] and not DET.isdisjoint(tags[stop + 1 : stop + 2]))
    if stop < parse.stop and not near and (lows[stop] in _NO_VICTIM or (tags[stop] in AND and not _then_other(parse, stop + 1))):
        return None
    if tags[start - 1] in DET or lows[start - 1] in {"long", "single"}:
        return None  # "the shot missed", "a long shot"
    at_once = lows[stop : stop + 3] == ["on", "the", "spot"] or (
        near and {"close", "point", "point-blank"}.intersection(lows[stop : stop + 3]) and _SPARED.isdisjoint(parse.vocabulary)
    )
    led_away = tags[start - 1] in AND and not _LED_AWAY.isdisjoint(lows[max(parse.first, start - _LED) : start])
    if at_once or (led_away and _SPARED.isdisjoint(parse.vocabulary)) or _is_of_found(parse, start):
        return Harm(start, stop, "killed", "pp", "verb")
    if "back" in lows[stop : stop + 7] and not {"head", "neck"}.isdisjoint(lows[stop : min(parse.stop, stop + 10)]):
        return Harm(start, stop, "killed", "pp", "verb")  # "shot in the back of the neck"
    return Harm(start, stop, "killed", *(("dead", "dead") if lows[start - 1] == "found" else ("pp", kind)))


def _captive(parse: Sentence, start: int, stop: int, kind: str) -> Harm:
    word = parse.lows[start]
    form = _ing_or(parse, start, "pp" if word in {"taken", "held", "seized"} else "past")
    return Harm(start, stop, "held_captive" if word.startswith("h") else "abducted", form, kind)


def _dead(parse: Sentence, start: int, stop: int, kind: str) -> Harm | None:
    feigned = not SETS["feigns"].isdisjoint(parse.lows[max(parse.first, start - 3) : start])  # "playing dead", "pretended to be dead"
    of_one = stop < parse.stop and parse.tags[stop] in VICTIM and parse.tags[start - 1] in DET  # "the brothers of a dead miner"
    as_noun = (
        parse.lows[start - 1] == "the"
        and parse.lows[start - 2] not in {"among", "of"}
        and (stop == parse.stop or parse.tags[stop] in _ENDS)
    )
    if as_noun and start - 1 > parse.first:
        return None  # "the mayor counted the dead"
    if parse.lows[start - 2 : start] == ["of", "the"] and parse.tags[start - 3] not in NUMBERS and parse.lows[start - 3] not in _SHARES:
        return None  # "he met relatives of the dead"
    if parse.lows[start - 1] == "for" and parse.tags[start - 2] in LEAVE:
        return None  # "left for dead"
    if feigned or of_one or _is_adjective(parse, start) or _is_of_thing(parse, stop):
        return None
    both = _OR_HURT.match(parse.tags, stop, parse.stop)  # "100 dead or wounded"
    return Harm(start, both.end() if both else stop, "killed_or_injured" if both else "killed", "dead", kind)


def _toll(parse: Sentence, start: int, stop: int, kind: str) -> Harm | None:
    word = parse.lows[start]
    if word in {"number", "tally", "count"} and (start == parse.first or parse.lows[start - 1] not in _COUNTS_OF):
        is_verb = parse.tags[stop - 1] in _VERBS and not _HAD.isdisjoint(parse.lows[start:stop])
        return _verb(parse, stop - 1, stop, "verb") if is_verb else None  # "an unknown number of civilians had died"
    plain = word in {"number", "tally", "count"} and stop == start + 1 and parse.lows[stop] in {"was", "as"}  # "the number was four"
    last = parse.lows[stop - 1]
    meant = _meant(parse) if last in _NUMBERS or word in _NUMBERS else parse.counted
    if meant is None and (word == "figure" or plain or parse.lows[start - 1] == "own"):
        return None
    if last == "number" and not _CAPTIVES.isdisjoint(parse.vocabulary) and EVENTISH.isdisjoint(parse.present):
        return Harm(start, stop, "held_captive", "toll", kind)  # "is holding 41 prisoners; the other side puts the number at 44"
    if last in _ANY_TOTALS and word != last and MEASURES.keys().isdisjoint(parse.vocabulary):
        return None  # "... which brings the total to nearly 1,000"
    return Harm(start, stop, "held_captive" if last == "held" else MEASURES.get(last) or meant or "killed", "toll", kind)


KINDS: dict[str, Callable[[Sentence, int, int, str], Harm | None]] = {
    "verb": _verb,
    "fatal": _fatal,
    "heldby": _heldby,
    "away": _away,
    "taken": _taken,
    "todeath": _to_death,
    "stab": _stab,
    "inlimb": _stab,
    "hospital": _hospital,
    "strike": _strike,
    "strikedown": _strike,
    "expel": _expel,
    "care": _care,
    "searched": _searched,
    "returned": _returned,
    "victims": _victims,
    "named": _named,
    "atsea": _at_sea,
    "claims": _claims,
    "hitby": _hit_by,
    "numbered": _numbered,
    "fate": _fate,
    "raised": _raised,
    "arrested": _arrested,
    "disabled": _disabled,
    "takentoo": _taken_too,
    "held": _held,
    "freed": _freed,
    "possessed": _possessed,
    "noun": _noun,
    "rise": _rise,
    "shot": _shot,
    "captive": _captive,
    "dead": _dead,
    "toll": _toll,
}


def _ing_or(parse: Sentence, start: int, form: str) -> str:
    return "ing" if parse.lows[start].endswith("ing") else form


def _is_adjective(parse: Sentence, at: int) -> bool:
    """Whether the word stands within a phrase, where it is no event: "five wounded soldiers"."""
    for group in parse.groups:
        if group.first <= at < group.stop:
            return at < group.stop - 1 or group.measure is not None
    return False


def _is_of_thing(parse: Sentence, stop: int) -> bool:
    """Whether a thing or an animal stands at `stop`: "dead elephants", "dead wood"; not "dead train passengers"."""
    return stop < parse.stop and parse.tags[stop] in UNIT and (stop + 1 == parse.stop or parse.tags[stop + 1] not in VICTIM)


def _is_of_things(parse: Sentence, stop: int) -> bool:
    """Whether it is things that are missing, or somebody who misses others: "missing paintings", "will be missing two defenders"."""
    if stop < parse.stop and parse.tags[stop] in NUMBERS:
        return stop + 1 < parse.stop and parse.tags[stop + 1] in _PEOPLE_OR_WORD
    return stop < parse.stop and parse.tags[stop] in _THING and parse.tags[stop] not in VICTIM


def _is_one(parse: Sentence, at: int) -> bool:
    """Whether one person follows: "the slain minister", "the murdered Liberal candidate"."""
    while at < parse.stop and (parse.tags[at] in MODIFIER or parse.tags[at] in NAME) and parse.tags[at] not in VICTIM:
        at += 1
    return at < parse.stop and parse.tags[at] in VICTIM and parse.tags[at] not in _MANY


def _is_noun(parse: Sentence, start: int, stop: int) -> bool:
    """Whether the participle is a noun: "a camp for the internally displaced", "took the injured to hospital"."""
    tags = parse.tags
    before = start - 1
    if before > parse.first + 1 and tags[before] in AND and tags[before - 1] in EVENTISH:
        before -= 2  # "the families of the dead and injured"
    while before > parse.first and tags[before] in ADV:
        before -= 1
    if before < parse.first or parse.lows[before] != "the":
        return False
    if stop < parse.stop and tags[stop] in _NOUN_BEHIND:
        return not _is_one(parse, stop)  # "met the freed hostages", "the widow of the slain general"
    if stop < parse.stop and parse.lows[stop] == "there" and parse.lows[before - 1] == "among":
        return False  # "among the injured there are four children"
    return stop == parse.stop or not (tags[stop] in INCLUDE or tags[stop] in BE)
