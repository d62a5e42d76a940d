"""Who did it: the words of a sentence that name the perpetrator of what a figure counts.

Belongs here: the agent after "by", the subject of an active verb, whose attack it was, who attacked, who said that they did it or was
blamed for it. Does not belong here: who is counted (`victim`, `harm`), and which actor is meant (`mention`).
"""

from collections.abc import Callable

from transforms.lexicon import rows
from transforms.text.casualties.occasion import is_of_somebody_told
from transforms.text.casualties.phrase import Phrase
from transforms.text.casualties.sentence import Found, Harm, Sentence
from transforms.text.casualties.voice import joined_to
from transforms.text.quantities.classes import (
    ADV,
    ALPHABET,
    AND,
    BE,
    COMMA,
    DASH,
    DEMONYM,
    DET,
    ED_ING,
    GEN,
    ING,
    NAME,
    PREP,
    REL,
    REPORT,
    SAY,
    SETS,
    STOP,
    SUB,
    UNIT,
    VICTIM,
    WARS,
    WEEKDAY,
)

Tokens = tuple[int, int]

_having = ALPHABET.having
_NOBODY = SETS["mishaps"]  # "Landslides killed six": a capital opens the sentence
_CLAIMS = _having("SAY", "CLAIM", "REPORT")
_BY = _having("by")
_LED = _having("LED")
_QUOTE = _having("QUOTE")
_ACCUSE = _having("accused", "accuse", "accuses", "accusing")
_ACCUSED = ALPHABET.compile("{accused|accuse|accuses|accusing}(?P<who>(?:{^STOP|COMMA|MEASURE|BE|PREP|SAY|SUB}){1,8}){of}")
_SUBORDINATE = _having("when", "because", "that", "after", "while", "if", "before")
_MEASURES = _having("MEASURE", "LEAVE", "CLAIM")
_NEW_CLAUSE = frozenset((":", ";"))
_JOINED_WITHIN = 16  # words
_ACTS = _having("ED", "ASSAILS", "STRIKE", "HIT", "WORD", "ADV", "TAKE", "HOLD")
_ACTED = _having("shot", "STRIKE", "HIT", "ED")
_CHARGED = frozenset(("accused", "convicted", "suspected", "guilty"))
_CHARGES = _ACCUSE | frozenset(ALPHABET.tags(sorted(_CHARGED)))
_FORCES = _having("AGENT")
_AGENTS = _having("ATTACKER", "AGENT")
_ATTACKERS = _having("ATTACKER")
_BODIES = frozenset(("guard", "guards", "rangers", "marines", "volunteers", "brigades", "martyrs"))
_WEAPONS = frozenset(("bomber", "sniper", "terrorist", "attacker", "attackers"))
_FLEES = frozenset(("fleeing", "escaping", "avoiding", "fighting", "battling", "chasing", "pursuing", "targeting", "hunting"))
_STATES = _FORCES | _having("DEMONYM", "COUNTRY")
_SUBJECT = _having("NAME", "AGENT", "DEMONYM", "ADJ", "GEN")
_FORCE_WORDS = _having("DET", "WORD", "NAME", "ADJ", "VICTIM", "UNIT", "TITLE", "AGENT", "GEN")
_BEFORE_SUBJECT = _having(
    "COMMA",
    "SUB",
    "STOP",
    "QUOTE",
    "SAY",
    "that",
    "after",
    "before",
    "day",
    "days",
    "night",
    "week",
    "month",
    "year",
    "weekend",
    "later",
    "earlier",
    "WEEKDAY",
)
_CLAUSE_START = _having("COMMA", "SUB", "STOP", "QUOTE", "AND", "SAY", "that")
_APART = _having("APART")
_CRAFT = SETS["war_craft"]
_LANDS = SETS["lands"]
_OBJECTS = frozenset(("object", "object_inside", "name", "unknown_noun", "pronoun", "pronoun_them"))
_PERIODS = frozenset(("day", "week", "month", "year", "night", "morning", "afternoon", "evening"))
_HOLDING = frozenset(("hold", "holds", "holding", "held"))
_OF_THEMSELVES = frozenset(("searched", "sustain", "succumb", "diewound", "lostlives", "lost", "regain"))
_COMBATANTS = frozenset(word for row in rows("victims") for word in row[:2] if row[2] == "combatant")
# Nobody kills their own: whom a force that attacked has lost were killed by somebody else.
_POLICE = frozenset(word for row in rows("victims") for word in row[:2] if row[3] == "police") | {"officer", "officers"}
_SOLDIERS = frozenset(("soldier", "soldiers", "serviceman", "servicemen", "troops", "conscript", "conscripts"))
_ARMIES = frozenset(("army", "military", "troops", "soldiers"))
_FORCE = ALPHABET.compile(
    r"(?:{DET|another})?(?:{WORD|NAME|ADJ|ED|ING|VICTIM|UNIT|TITLE|LY|GEN|AGENT|COUNTRY|DEMONYM|PLACE|DIGITS|CARDINAL|ONE|VAGUE|-}){1,8}"
)
_BY_OR_END = ALPHABET.compile("{by|after|before|STOP|M_PP|M_PARTICIPLE|M_DEAD|M_DIE|M_PAST|SUB}")
_BY_OR_COMMA = ALPHABET.compile("{by|after|before|STOP|M_PP|M_PARTICIPLE|M_DEAD|M_DIE|M_PAST|SUB|COMMA}")
_ATTACK_BY = ALPHABET.compile(
    "{ASSAULT|WEAPON}(?:(?:{BE}?(?!{blamed}){ED|LED|HIT|laid})(?:{out|from|off|WORD}){0,1}|{of|on|in|at|near}(?:{^STOP|COMMA|MEASURE|BE|SUB|SAY|by}){1,14}?)?{by}"
)
_STRUCK_BY = ALPHABET.compile("{M_PP|M_PARTICIPLE|STRIKE|HIT|STABPP|shot}(?:{^STOP|COMMA|MEASURE|BE|SUB|SAY}){0,6}?{by}")
_ATTACKS = frozenset(("attacked", "ambushed", "stormed", "raided"))
_BETWEEN = ALPHABET.compile("{of|from|on|in|with|ED|ING}(?:{^STOP|COMMA|MEASURE|BE|SUB|SAY|NUMBER|VICTIM|AGENT}){1,7}")
_NOUNS = _having("WORD", "UNIT", "VICTIM", "ADJ")
_OF_WHOM = ALPHABET.compile("{of|from}{the}?{NAME|AGENT|DEMONYM}{1,6}")
_LEAVES = frozenset(("leaving", "left", "leaves"))
_ASSAULTS = _having("ASSAULT")
_ASSAIL = _having("ASSAILS", "tried", "attempted")
_BLAME = _having("blamed", "blame", "blames", "blaming", "claimed", "CLAIM")
# Without any of these a sentence names nobody who did it, save as the subject of an active verb.
_NAMES_DOER = _BY | _ASSAULTS | _ASSAIL | _BLAME | _ACCUSE | frozenset(ALPHABET.tags(sorted(_LEAVES)))
_STRIKER = ALPHABET.compile(
    r"(?P<who>{NAME}{1,3}(?={GEN}(?:{DIGITS|MONTH|ADJ|ORDINAL}){0,3}{ASSAULT})|{islamic}{state}|{NAME|COUNTRY|DEMONYM}{0,2}{ATTACKER}(?={shelling|bombardment|artillery|mortar|rocket|rockets|raid|raids|offensive|assault|ambush|attack|attacks})|(?:{DEMONYM}{and}(?={DEMONYM}))?(?:{DEMONYM|COUNTRY|AGENT})(?:{AGENT}(?={AGENT|ADJ|LED|-|ASSAULT})){0,2})"
    r"(?:{GEN}(?:{DIGITS|MONTH|ADJ|ORDINAL}){0,3}|(?:{-}{LED})?(?:{ADJ|WORD|-|LED}){0,3})(?={ASSAULT}(?!{crashed|crash}))"
)
_BLAMED = ALPHABET.compile("{blamed|blame|blames|blaming}{on}?|{claimed}{by}")
_CLAIMED = ALPHABET.compile("{CLAIM}{ADJ}?{responsibility}")
_ASSAILS = ALPHABET.compile("{ASSAILS}|{tried|attempted}{to}{storm|infiltrate|overrun|attack|ambush|raid}")


def perpetrator(item: Found) -> Tokens | None:
    """The tokens that name who did what the figure counts, None where the sentence does not tell."""
    event, parse = item.event, item.parse
    is_stock = event is None and item.measure == "held_captive"
    if not is_stock and item.rule not in _OBJECTS and _NAMES_DOER.isdisjoint(parse.present):
        return None
    if event is not None and event.form == "named":
        return None
    if event is not None and event.relative and WARS.search(parse.tags, max(parse.first, event.first - 4), event.first):
        return None  # "a war that has killed 900": nobody in the clause around it has done so
    if event is not None and is_of_somebody_told(parse, event):
        return None
    group = item.group
    if is_stock:
        if parse.lows[group.stop : min(parse.stop, group.stop + 2)] == ["held", "by"]:
            return _force(parse, group.stop + 2)
        return _holder(parse, group.first - 1)  # who attacks may be who wants to free them
    for find, cues in _FINDERS if item.measure != "held_captive" else _TELL_HOLDERS:
        if cues is None or not cues.isdisjoint(parse.present):
            found = find(item)
            if found is not None and not (found[0] < group.stop and group.first < found[1]):  # those who are counted did not do it
                return None if _are_counted(parse, item, found) or parse.lows[found[1] - 1] in _NOBODY else found
    return None


def _holder(parse: Sentence, at: int) -> Tokens | None:
    """The subject of the verb of holding at the token `at`: "the group is still holding 18 captives"."""
    if at <= parse.first or parse.lows[at] not in _HOLDING:
        return None
    while at > parse.first and (parse.tags[at - 1] in BE or parse.tags[at - 1] in ADV or parse.lows[at - 1] == "still"):
        at -= 1
    group = next((group for group in parse.groups if group.stop == at and group.head >= 0 and not group.prep), None)
    return _subject(parse, group) if group is not None else _named_subject(parse, at)


def _are_counted(parse: Sentence, item: Found, found: Tokens) -> bool:
    """Whether those `found` are the ones of whom some are counted: "had hit a camp of rebels and killed 18 of them"."""
    stop = item.group.stop
    if item.event is None or ["of", "them"] not in (parse.lows[stop - 2 : stop], parse.lows[stop : stop + 2]):
        return False
    return parse.lows[item.event.first - 1] == "and" and item.event.first - 2 <= found[1] <= item.event.first - 1


def perpetrator_ahead(ahead: Sentence, item: Found) -> Tokens | None:
    """Who attacked in the sentence before, where what the figure counts is told as what came of it."""
    event, group, parse = item.event, item.group, item.parse
    if event is None or event.form == "toll" or event.kind in _OF_THEMSELVES or event.past or event.unreal:
        return None
    if item.rule in _OBJECTS and not (event.first > parse.first and "they" in {parse.lows[event.first - 1], parse.lows[parse.first]}):
        return None
    if _ASSAIL.isdisjoint(ahead.present) and _ASSAULTS.isdisjoint(ahead.present):
        return None
    if not ahead.groups:
        ahead.groups = ahead.read_phrases()
    found = _assails(ahead, ahead.first, ahead.stop) or _strikes(ahead)
    if found is None and not _BY.isdisjoint(ahead.present) and (by := _ATTACK_BY.search(ahead.tags, ahead.first, ahead.stop)) is not None:
        found = _force(ahead, by.end())
    if found is None or not _APART.isdisjoint(parse.present):
        return None
    if group.head < 0:
        return None if group.attacker else found
    if group.attacker and (parse.lows[group.head] not in _COMBATANTS or not _is_of_state(ahead.tags[found[0] : found[1]])):
        return None
    doers, noun = parse.lows[found[0] : found[1]], parse.lows[group.head]
    own = noun in doers or ("police" in doers and noun in _POLICE) or (noun in _SOLDIERS and not _ARMIES.isdisjoint(doers))
    return None if own else found


def _is_of_state(who: str) -> bool:
    """Whether the words name a force or a country's, and no fighters of some side: "the army", not "Kurdish militants"."""
    return not _FORCES.isdisjoint(who) or (not _STATES.isdisjoint(who) and _ATTACKERS.isdisjoint(who))


def _accused(item: Found) -> Tokens | None:
    """Who is accused of it: "accused the soldiers of killing nine people"."""
    event, parse = item.event, item.parse
    if event is None:
        return None
    for match in _ACCUSED.finditer(parse.tags, max(parse.first, event.first - 14), event.first):
        if match.end() == event.first:
            return match.span("who")
    return _charged(parse, event)


def _charged(parse: Sentence, event: Harm) -> Tokens | None:
    """Who is told behind their name to be charged with it: "the man accused of killing a priest", "two men convicted of the murder of"."""
    of = event.first - 1
    of -= parse.tags[of] in DET
    at = of - 1
    if at <= parse.first or parse.lows[of] != "of" or parse.lows[at] not in _CHARGED:
        return None
    while at > parse.first and (parse.tags[at - 1] in BE or parse.tags[at - 1] in ADV or parse.lows[at - 1] in {"found", "been"}):
        at -= 1
    group = next((group for group in parse.groups if group.stop == at and group.head >= 0), None)
    return _subject(parse, group) if group is not None else _named_subject(parse, at)


def _strikes(parse: Sentence) -> Tokens | None:
    match = None if _ASSAULTS.isdisjoint(parse.present) else _STRIKER.search(parse.tags, parse.first, parse.stop)
    return match.span("who") if match is not None else None


def _claimer(item: Found) -> Tokens | None:
    """Who says of themselves that they did it: "the brigade said it had killed 30 soldiers", "claims to have killed"."""
    event, parse = item.event, item.parse
    if event is None or item.rule not in _OBJECTS or event.first - 2 <= parse.first or event.kind in _OF_THEMSELVES:
        return None
    lows, tags = parse.lows, parse.tags
    said, joint = event.first - 2, None
    if lows[event.first] == "to":
        said += 1
        if tags[said] not in _CLAIMS:
            return None
    elif lows[event.first - 1] in {"it", "they"} or (joint := _had_done(parse, event)) is not None:
        said = said if joint is None else joint - 1
        said -= lows[said] == "that"
        said -= lows[said] in {"earlier", "later"}
        if lows[said] in _PERIODS or tags[said] in WEEKDAY:
            said -= 1 + (lows[said - 1] in {"on", "last", "this"})  # "said last week it", "said on Monday that it"
        if said <= parse.first or (tags[said] not in SAY and tags[said] not in _CLAIMS):
            return None
    else:
        return None
    said -= tags[said - 1] in ADV  # "the rebels also said they had killed 200"
    if tags[said - 1] in COMMA:  # "the brigade, which claimed the attack, said ..."
        said = next((at for at in range(said - 3, max(parse.first, said - 16), -1) if tags[at] in COMMA and tags[at + 1] in REL), said)
    first = said
    while first > max(parse.first, said - 8) and tags[first - 1] in _FORCE_WORDS:
        first -= 1
    if first < said and (first == parse.first or tags[first - 1] in _BEFORE_SUBJECT):
        return first, said
    return None


def _had_done(parse: Sentence, event: Harm) -> int | None:
    """Where "it" stands of which a deed is told before "and" and the harm: "said it had hit a camp and killed 12"."""
    if parse.tags[event.first - 1] not in AND:
        return None
    for at in range(event.first - 3, max(parse.first, event.first - _JOINED_WITHIN), -1):
        if parse.lows[at] in {"it", "they"}:
            return at if parse.lows[at + 1] in {"had", "has", "have"} else None
        if parse.tags[at] in SUB or parse.tags[at] in REL or parse.tags[at] in STOP or parse.tags[at] in SAY:
            return None
    return None


def _striker(item: Found) -> Tokens | None:
    """Whose attack it was: "in an Israeli air strike", "when Russian warplanes hit", "Turkish shelling killed"."""
    parse = item.parse
    first, stop = item.span
    begin, end = max(parse.first, first - 60), min(parse.stop, stop + 16)
    found, other = None, _other_strike(item)
    for match in _STRIKER.finditer(parse.tags, begin, end):
        if match.start() >= stop and found is not None:
            break
        if parse.lows[match.end("who") - 1] in _WEAPONS:
            continue  # "in a suicide bomber attack"
        if other is not None and match.end() <= other:
            continue  # "a Russian drone killed two and shelling wounded three"
        if match.end() <= first or match.start() >= stop or item.rule in _OBJECTS or item.rule == "toll":
            found = match
    return found.span("who") if found is not None else None


def _other_strike(item: Found) -> int | None:
    """Where a strike of nobody's begins a clause behind "and" that tells the harm: "and shelling wounded three"."""
    event, parse = item.event, item.parse
    if event is None or item.rule not in _OBJECTS:
        return None
    at = event.first - 1
    return at if parse.tags[at] in _ASSAULTS and parse.tags[at - 1] in AND else None


def _assailant(item: Found) -> Tokens | None:
    """Who attacked in the same sentence: "12 people were killed when gunmen opened fire"."""
    parse = item.parse
    first, stop = item.span
    begin = max(parse.first, first - 60)
    begin = max((at + 1 for at in range(begin, first) if parse.lows[at] in _NEW_CLAUSE), default=begin)
    return _assails(parse, begin, first) or _assails(parse, stop, min(parse.stop, stop + 30))


def _assails(parse: Sentence, first: int, stop: int) -> Tokens | None:
    """The subject of a verb of attacking among the tokens `first` up to `stop`."""
    if _ASSAIL.isdisjoint(parse.present):
        return None
    for match in _ASSAILS.finditer(parse.tags, first, stop):
        at = match.start()
        while at > parse.first and parse.tags[at - 1] in ADV:
            at -= 1  # "gunmen later attacked"
        if at == parse.first or parse.tags[at - 1] in BE or _is_named_attack(parse, at):
            continue
        for group in parse.groups:
            stop = group.stop
            if stop < at and (behind := _BETWEEN.match(parse.tags, stop, at)) is not None:
                stop = behind.end()  # "gunmen on motorcycles stormed"
            attacks = group.attacker or _fights(group, parse) or _is_body(group, parse) or (group.head >= 0 and parse.lows[at] in _ATTACKS)
            if stop == at and not group.taken and not group.prep and attacks:
                return _subject(parse, group)
            if group.stop > at:
                break
        found = _named_subject(parse, at) or _shared_subject(parse, at)
        if found is not None:
            return found
    return None


def _is_named_attack(parse: Sentence, at: int) -> bool:
    """Whether it is a noun that a verb follows: the headline "Bara attack kills 12"."""
    return parse.lows[at] in {"attack", "attacks"} and parse.tags[at + 1 : at + 2] != "" and parse.tags[at + 1] in _MEASURES


def _shared_subject(parse: Sentence, at: int) -> Tokens | None:
    """Of whom a verb behind "and" tells as well as the one before it: "The gunmen rounded up farmers and opened fire"."""
    if parse.tags[at - 1] not in AND:
        return None
    for group in reversed(parse.groups):
        begins = group.first == parse.first or parse.tags[group.first - 1] in _CLAUSE_START
        if group.stop < at - 1 and begins and not group.prep and not group.taken and not group.speaker:
            between = parse.tags[group.stop : at - 1]
            if not group.attacker or between[0] not in _ACTS or not _SUBORDINATE.isdisjoint(between) or not SAY.isdisjoint(between):
                return None
            return _subject(parse, group)
    return None


def _attack_by(item: Found) -> Tokens | None:
    """Whose attack it is told to be: "were killed and nine wounded in an attack by rebels"."""
    parse, (first, stop) = item.parse, item.span
    match = _ATTACK_BY.search(parse.tags, stop, min(parse.stop, stop + 30))
    if match is None and item.rule in _OBJECTS:  # "a raid by rebels killed nine"
        match = _ATTACK_BY.search(parse.tags, max(parse.first, first - 30), first)
    return _force(parse, match.end()) if match is not None else None


def _blamed(item: Found) -> Tokens | None:
    """Who was blamed for it or claimed it in the same sentence."""
    parse = item.parse
    match = _BLAMED.search(parse.tags, parse.first, parse.stop)
    if match is not None:
        return _force(parse, match.end())
    match = _CLAIMED.search(parse.tags, parse.first, parse.stop)
    if match is None:
        return None
    first = match.start()
    while first > max(parse.first, match.start() - 8) and parse.tags[first - 1] in _FORCE_WORDS:
        first -= 1
    if first < match.start() and (first == parse.first or parse.tags[first - 1] in _BEFORE_SUBJECT):
        return first, match.start()
    return None


def _doer(item: Found) -> Tokens | None:
    event, parse = item.event, item.parse
    left = event is not None and _is_left(item, event)
    if event is None or event.form == "toll" or (event.kind == "dead" and not left) or event.kind in _OF_THEMSELVES:
        return None
    tags = parse.tags
    acts = event.form != "of" or event.kind == "throats"
    to_object = left or (item.rule in _OBJECTS and acts and item.group.stop > event.start)
    if not _BY.isdisjoint(parse.present):
        end = (_BY_OR_COMMA if item.rule == "subject" else _BY_OR_END).search(tags, event.stop, min(parse.stop, event.stop + 14))
        if end is not None and tags[end.start()] in _BY:
            return _force(parse, end.end())
    if not to_object:
        return None
    lead = joined_to(parse, event).first
    if not left and lead - 1 > parse.first and tags[lead - 1] in REL:
        return _antecedent(parse, lead - 1)
    chosen: Phrase | None = None
    for group in parse.groups:
        if group.stop > (item.group.first if left else event.first):
            break
        if left and not (group.attacker or _fights(group, parse)):
            continue
        if group.subset or group.speaker or group.measure or group.taken or parse.lows[group.first] in _FLEES:
            continue
        if group.attacker or (
            chosen is None and not group.prep and group.head >= 0 and (group.first == parse.first or tags[group.first - 1] in _CLAUSE_START)
        ):
            chosen = group
    if chosen is not None and not (chosen.attacker or _fights(chosen, parse)) and not _SUBORDINATE.isdisjoint(tags[chosen.stop : lead]):
        chosen = None  # "the director spoke when it followed an officer in Oulo fatally shooting a boy"
    begin = lead
    if begin - 2 > parse.first and tags[begin - 1] in AND and tags[begin - 2] in _ACTED:
        begin -= 2  # "shot and wounded"
    if chosen is not None and ";" in parse.lows[chosen.stop : begin] and (named := _named_subject(parse, begin)) is not None:
        return named  # "protesters injured 12 officers; police shot and wounded four demonstrators"
    if event.form in {"pp", "past", "base"}:
        begins = {event.first, lead}  # "killed five soldiers and wounded five others"
        beside = (
            group
            for group in parse.groups
            if group.stop in begins
            and group.head >= 0
            and not group.prep
            and not group.speaker
            and parse.lows[max(parse.first, group.first - 1)] != "as"  # "armed men dressed as soldiers killed"
            and (group.first == parse.first or tags[group.first - 1] not in ING)  # "an attack on a bus carrying engineers killed"
        )
        chosen = next(beside, chosen)
    if chosen is not None:
        return _subject(parse, chosen)
    if event.form in {"pp", "past", "base"} or event.kind == "held" or (event.form == "ing" and event.be):
        return _named_subject(parse, event.first)
    return None


def _antecedent(parse: Sentence, at: int) -> Tokens | None:
    """Of whom the clause that the pronoun at `at` opens tells: "the rebels, who killed nine", not "the quake, which killed nine"."""
    is_person = parse.lows[at] == "who"
    at -= parse.tags[at - 1] in COMMA
    group = next((group for group in parse.groups if group.stop == at), None)
    if group is None:
        return _named_subject(parse, at)
    return _subject(parse, group) if is_person or group.attacker or _fights(group, parse) else None


def _wounder(item: Found) -> Tokens | None:
    """Who struck those who died of it: "a boy who was shot by police died on Friday"."""
    event, parse = item.event, item.parse
    if event is None or event.form != "die" or item.group.stop >= event.first:
        return None
    match = _STRUCK_BY.search(parse.tags, item.group.stop, event.first)
    return _force(parse, match.end()) if match is not None else None


def _subject(parse: Sentence, group: Phrase) -> Tokens:
    """The phrase with what stands around it: names before, those joined to it before, of whom behind."""
    tags = parse.tags
    first, stop = group.first, group.stop
    if parse.lows[first] == "that":
        first += 1
    else:
        while first > parse.first and (tags[first - 1] in NAME or (tags[first - 1] in GEN and first - 1 > parse.first)):
            first -= 1
    first += parse.lows[first] in _PERIODS  # "last month Ansar fighters killed ..."
    if tags[first] in PREP and (group.number is None or first < group.number.first):
        first += 1
    if first - 1 > parse.first and tags[first - 1] in AND:
        for other in parse.groups:
            if other.stop == first - 1 and not other.prep and not other.taken and (other.attacker or _fights(other, parse)):
                first = other.first
                while first > parse.first and tags[first - 1] in NAME:
                    first -= 1
    match = _OF_WHOM.match(tags, stop, parse.stop)
    if match is not None:
        stop = match.end()
        while stop < parse.stop and tags[stop] in _NOUNS and parse.words[stop][0].isupper():
            stop += 1  # the Liberation Front
    return first, stop


def _named_subject(parse: Sentence, at: int) -> Tokens | None:
    """The names and forces that end before the token `at`, where they begin a clause: "Myanmar's military", "Boko Haram"."""
    tags = parse.tags
    if at <= parse.first or not (tags[at - 1] in NAME or tags[at - 1] in _FORCES or parse.lows[at - 1] in _LANDS):
        return None
    first = at - 1
    while first > parse.first and (tags[first - 1] in _SUBJECT or (tags[first - 1] in _LED and tags[first - 2] in DASH)):
        first -= 1 if tags[first - 1] in _SUBJECT else 2  # "the U.S.-led coalition"
    if first > parse.first and tags[first - 1] in DET and parse.lows[first - 1] != "that":
        first -= 1
    if tags[first] in GEN:
        return None
    begins = first == parse.first or tags[first - 1] in _BEFORE_SUBJECT or parse.lows[first - 1] == "that"
    begins = begins or (parse.index == 0 and tags[first - 1] in DASH)  # behind a dateline
    begins = begins or (parse.lows[first - 1] in {"of", "from"} and parse.lows[first - 2] in _CRAFT)  # "helicopters of Tarn's army"
    return (first, at) if begins else None


def _is_body(group: Phrase, parse: Sentence) -> bool:
    """Whether its name tells that it is a body of armed men: "the Revolutionary Guards"."""
    head = group.head
    return head > group.first and group.number is None and parse.lows[head] in _BODIES and parse.words[head][0].isupper()


def _fights(group: Phrase, parse: Sentence) -> bool:
    return (group.head >= 0 and parse.lows[group.head] in _COMBATANTS) or any(
        tag in _FORCES for tag in parse.tags[group.first : group.stop]
    )


def _is_left(item: Found, event: Harm) -> bool:
    """Whether it is as in "soldiers opened fire, leaving 12 people dead and two wounded"."""
    parse = item.parse
    if _LEAVES.isdisjoint(parse.vocabulary) or event.be or event.form not in {"dead", "pp"} or item.group.stop > event.start:
        return False
    for at in range(item.group.first - 1, max(parse.first, item.group.first - 12) - 1, -1):
        if parse.lows[at] in _LEAVES:
            return parse.tags[at] in REPORT
        if parse.tags[at] in BE or parse.tags[at] in SUB or parse.tags[at] in STOP or parse.tags[at] in SAY:
            return False
    return False


def _force(parse: Sentence, first: int) -> Tokens | None:
    """Somebody after "by": people, forces or a name, and no weapon."""
    tags = parse.tags
    first += first < parse.stop and tags[first] in _QUOTE  # by "armed gangs"
    match = _FORCE.match(tags, first, parse.stop)
    if match is None:
        return None
    stop = match.end()
    last = -1
    for at in range(first, stop):
        if tags[at] in _AGENTS or (tags[at] in VICTIM and tags[at] not in DEMONYM) or parse.lows[at - 1 : at + 1] == ["air", "force"]:
            last = at
        elif at > first and last >= 0 and parse.words[at][0].isupper() and parse.words[at][1:].islower():
            last = at  # "India's Border Security Force"
        elif tags[at] in UNIT and tags[at] not in _AGENTS:
            first += tags[first] in DET
            last = first
            while last < parse.stop and parse.words[last][0].isupper():
                last += 1
            return (first, last) if last > first + 1 else None  # "an Islamic State bomb": the name of a party
        elif tags[at] in NAME and (last < 0 or tags[last] in NAME):
            last = at
        elif tags[at] in ED_ING and last >= 0:
            break
    return (first, last + 1) if last >= 0 else None


# What tells who did it, the surest first, each with the words of which a sentence must have one.
_Finder = tuple[Callable[[Found], Tokens | None], frozenset[str] | None]
_TELL_HOLDERS: tuple[_Finder, ...] = ((_accused, _CHARGES), (_doer, None), (_claimer, None))  # who holds somebody as well
_FINDERS: tuple[_Finder, ...] = (
    *_TELL_HOLDERS,
    (_striker, _ASSAULTS),
    (_assailant, _ASSAIL),
    (_attack_by, _BY),
    (_wounder, _BY),
    (_blamed, _BLAME),
)
