"""The harms of a sentence: which of its verbs and nouns tell harm, and in which voice.

Belongs here: the words that begin a harm, what they say was done, active or passive, told by whom they are ruled. Does not belong here:
whether it is told as earlier or as unreal (`occasion`), and whom it counts (`object`, `subject`).
"""

from itertools import islice
from typing import TYPE_CHECKING

from transforms.lexicon import rows
from transforms.text.classes import (
    ADV,
    ALPHABET,
    AND,
    BE,
    COMMA,
    DENY,
    DET,
    EVENTISH,
    INCLUDE,
    LEAVE,
    MEASURES,
    NAME,
    NOUNISH,
    NUMBERS,
    PREP,
    PRON1,
    REL,
    REPORT,
    SELF,
    SETS,
    STOP,
    SUB,
    TITLE,
    UNIT,
    VICTIM,
    WEEKDAY,
)
from transforms.text.occasion import is_denied, is_past
from transforms.text.sentence import Harm, Sentence

if TYPE_CHECKING:
    import re

_having = ALPHABET.having
_HAVE = _having("HAVE")
_AUX = _having("AUX")
_HURTS = frozenset(("killed", "injured", "abducted", "released"))
_HOLDS = frozenset(("abducted", "held_captive"))
_NOT = _having("NOT")
_WOUNDS = "(?:{injuries|injury|burns|wounds|wound|fractures|lacerations|bruises|concussion|inhalation}|{broken}{LIMB})"
# Most words begin no event: the first look is at one class of them. The kind is told by an empty group behind its words:
# an alternative that begins with a class is left at once where the class does not fit.
_EVENT = ALPHABET.compile(
    r"""
    (?={MEASURE|FALL|TAKEOFF|HIT|put|wiped|wiping|picked|torn|ripped|struck|found|met|passed|breathed|cost|costs|costing|FATAL|GIVELIFE|set|sets|setting|regain|regained|regains|throat|throats|in|victim|victims|deceased|named|identified|whisked|dragged|spirited|carried|riddled|done|slit|slitting|cut|LOSE|SUCCUMB|SUSTAIN|with|STRIKE|ED|BE|TAKE|HOLD|CLAIM|number|figure|tally|count|toll|returned|returning|return|handed|handing|turned|turning|death|harm|it|this|that|which|remain|remains|remained|forced|forcing|driven|drove|driving|killers|murderers|assassins|M_COUNT|M_DEAD|killing|slaying|murder|deaths|M_EVENT|blew|blow|blows|blowing|detonated|detonating|bringing|taking|brings|brought|takes|took|raising|raises|raised|increasing|increased|put|puts|putting|placed|let|whose|being|still|fall|falls|finish|finished|finishing})(?:
    (?:{LOSE}(?:{POSS|the})?{own}?{M_LIVES}|{GIVELIFE}{down}?{POSS}{M_LIVES}|{GIVELIFE}{the}{supreme|ultimate}{price|sacrifice}|{GIVELIFE}{martyrdom}|{GIVELIFE}{with}{POSS}{M_LIVES}|{met}{POSS}{death|deaths}|{passed}{away}|{breathed}{POSS}{last})(?P<lostlives>)
    |(?:{FATAL}{M_PP|M_ING|M_BASE|STRIKE|shot|ED|HIT})(?P<fatal>)
    |(?:{body|corpse}(?:{BE|HAVE|ADV}){0,3}{found|recovered|discovered|retrieved|dumped|exhumed|pulled|unearthed})(?P<corpse>)
    |(?:{fallen|fell}{in}{DET}?{ADJ}?{battle|combat|action|fighting|ambush|clash|clashes|firefight|line}|{fall|falls|fell|fallen}{victim|victims}{to})(?P<fallen>)
    |(?:{met|suffered}{DET|POSS}{same|similar}?{fate})(?P<fate>)
    |(?:{LOSE}{POSS|both|a|an|ONE}{1,2}{LIMB})(?P<limb>)
    |(?:{regain|regained|regains}{POSS}?{freedom|liberty})(?P<regain>)
    |(?:{throat|throats}{slit|cut|slashed})(?P<throat>)
    |(?:{slit|slitting|cut}{the}{throat|throats}{of})(?P<throats>)
    |(?:{whose}{WORD|ADJ|ED|M_PP|M_PARTICIPLE}{0,2}{M_BODY}(?:{BE|HAVE|ADV}){1,3}{found|recovered|discovered|retrieved|dumped|exhumed|pulled|unearthed})(?P<whose>)
    |(?:{in}{DET}?{hospital|hospitals})(?P<hospital>)
    |(?:{HELDPP}(?:{by}(?!{surprise|storm})|{for}{ransom}))(?P<heldby>)
    |(?:{TAKEOFF}(?:{away}(?!{from})|{off}(?!{DET})))(?P<away>)
    |(?:{TAKEOFF}{with}{them}(?={NUMBER|DET|NAME|TITLE}))(?P<withthem>)
    |(?:{TAKEOFF}(?:{^STOP|SUB|BE|MEASURE|COMMA}){1,7}?(?:{away}(?!{from})|{with}{them}))(?P<taken>)
    |(?:{FALL|TAKEOFF}(?:{^STOP|SUB|BE|MEASURE|COMMA}){0,9}?{to}{POSS}{death|deaths})(?P<todeath>)
    |(?:(?:{dead|victims|deceased|fatalities}|{M_PP|M_PARTICIPLE|M_DEAD}{VICTIM})(?:{were|are|have|been|later|ADV}){1,4}(?:{named|identified}{as}{:}?|{:})|{named|identified}{the}{dead|victims|deceased|fatalities}{as}|{victim}(?:{of}(?:{^STOP|COMMA|BE|MEASURE|NUMBER}){1,4})?{was|is}(?:{identified}{as})?(?={NAME|TITLE|A}|{VICTIM}{NAME})|(?<={the|fatal}){victims}{were|are}(?={NUMBER|A}{ADJ|WORD|NAME|DEMONYM|TIME}{0,2}{VICTIM})|(?<={the|fatal|GEN}){victims|dead}(?:{COMMA}|{DASH})(?={NUMBER}{ADJ|WORD|NAME|DEMONYM}{0,2}{VICTIM}))(?P<named>)
    |(?:{SUCCUMB}{to}(?:{^STOP|SUB|NUMBER}{0,4}?<wounds>)?)(?P<succumb>)
    |(?:{M_DIE}(?:{later}|{ADV})?{of|from}(?:{POSS|DET|ADJ|WORD|COMMA}){0,3}<wounds>)(?P<diewound>)
    |(?:{SUSTAIN}(?:{^STOP|SUB|BE|MEASURE}){0,6}?<wounds>|{with}(?:{WORD|ADJ|LY|ED|VICTIM|A|VAGUE|ING|of}){0,4}<wounds>)(?P<sustain>)
    |(?:{blew|blow|blows|blowing|detonated|detonating}{SELF})(?P<self>)
    |(?:{STRIKE}(?:{down}|{alive}|{to}{pieces})|{riddled}{with}{NUMBER}?{bullets}|{BE}{blown}(?:{up}|{apart}|{to}{pieces|bits})|{torn|ripped}{apart}|{BE}{done}{to}{death}|{put}{to}{death}|{wiped|wiping}{out}|{finish|finished|finishing}{off}|{picked}{off}|{struck}{down})(?P<strikedown>)
    |(?:{STRIKE|HIT|shot}{in}(?:{^STOP|COMMA|SUB|NAME|MEASURE}){0,2}{LIMB})(?P<inlimb>)
    |(?:{found}{strangled|stabbed|bludgeoned|battered})(?P<foundstruck>)
    |(?:{cost|costs|costing}(?={NUMBER}(?:{^STOP|COMMA|AND|POSS}){0,4}{POSS}{M_LIVES}))(?P<cost>)
    |(?:{STRIKE|ED}(?:{^STOP|SUB|BE|MEASURE|STRIKE|PREP}|{of}|{in}){0,9}?(?:{to}{death})|{STRIKE}(?:{^STOP|SUB|BE|MEASURE|STRIKE|PREP}|{of}){0,9}?{dead|alive})(?P<strike>)
    |(?:{TAKE|HOLD}(?:{^STOP|SUB|BE|MEASURE}){0,11}?(?:{as}?{M_CAPTIVE|M_CAPTIVES}|{prisoner}))(?P<captive>)
    |(?:{forced|forcing|driven|drove|driving}(?:{^STOP|SUB|BE|MEASURE}){0,7}?(?:{from}{POSS}?{homes}|{to}{flee|leave|evacuate}))(?P<expel>)
    |(?:{BE}?{in}{a}?{critical|serious|stable|grave|critically}{condition}|{BE}{in}{a}?{coma}|{BE}(?:{still}?{being}{treated}|{still}?{under}{treatment}))(?P<condition>)
    |(?:{BE}(?:{ADV|LY}{0,2}{taken|rushed|admitted|evacuated|conveyed|brought|airlifted|transferred|flown|moved}{to}(?:{DET|ADJ|WORD|NAME|GEN|LY|PLACE}){0,5}?{hospital|hospitals|clinic|clinics}|{treated}{for|at|in})|{BE|remain|remains|remained}{in}{intensive}{care}|{BE}{recovering|receiving|undergoing}(?:{in}|{ADJ|WORD}){0,2}{hospital|treatment}|{BE}{recovering}{from}(?:{POSS|DET|ADJ|WORD|ING}){0,3}<wounds>|{BE}{fighting}{for}{POSS}{M_LIVES})(?P<care>)
    |(?:{set|sets|setting}{free}(?={NUMBER|PREP|STOP|COMMA|AND|ADV|TIME|WEEKDAY|unharmed|unhurt|safe}|$)|{let}{go}(?={NUMBER|PREP|STOP|COMMA|AND|ADV|TIME|WEEKDAY|unharmed|unhurt|the|DEM}|$)|{handed|handing|turned|turning}{over}(?=(?:{^STOP|SUB|BE|MEASURE|COMMA|PREP}|{of|at}){0,5}{M_CAPTIVE|M_CAPTIVES|prisoner|prisoners|detainee|detainees}))(?P<freed>)
    |(?:{returned|returning|return}(?:{back}?{home}|{to}{POSS|the}(?:{WORD|ADJ|PLACE|ED}){0,2}{homes|villages|towns}))(?P<returned>)
    |(?:{BE|remain|remains|remained}{still}?{in}(?:{captivity}|{the}{hands|power}{of}))(?P<captivity>)
    |(?:(?:{placed|put})(?:{^STOP|SUB|BE|MEASURE}){0,7}?{under}{arrest}|{BE}{under}{arrest}|{TAKE}(?:{^STOP|SUB|BE|MEASURE}){0,9}?{into}{custody})(?P<arrested>)
    |(?:(?<={HAVE}){fallen}(?={STOP|PREP|AND|COMMA|SUB}|$))(?P<fell>)
    |(?:(?<={BE}){held}|{still}{holding}(?={NUMBER|A}))(?P<held>)
    |(?:{dead|wounded|injured|victims|M_COUNT}{numbered|totaled|totalled}(?={NUMBER|at|more|about|over|some|nearly}))(?P<numbered>)
    |(?:(?<={NUMBER|VICTIM}){M_DEAD}|{M_DEAD}(?!{:}{NUMBER}))(?P<dead>)
    |(?:(?<={the}){victims}(?={STOP|COMMA}|{there}?{was|were|is|are}{NUMBER|A|the|POSS}|$))(?P<victims>)
    |(?:{CLAIM}{the}?{M_LIVES}{of})(?P<lives>)
    |(?:{death}?{toll}|{body}{count}|{number|tally|count}{of}(?:{^STOP|SUB|BE|PREP}){0,4}?{MEASURE|victims}|(?<={the}){number|figure|count|tally}(?:(?={at}{NUMBER})|{as}{high|low}{as}(?={NUMBER}))|{bringing|taking|brings|brought|takes|took|raising}{POSS|the}(?:{^STOP|SUB|BE|COMMA|MEASURE}){0,2}?{total|losses|tally|number|figure}(?={to}|{since})|{put|puts|putting}{POSS|the}{own}?{losses|dead|wounded|injured}(?={at}))(?P<toll>)
    |(?:(?<={GEN})(?:{M_EVENT}|{killing|slaying|murder|death|deaths}))(?P<possessed>)
    |(?:{bringing|brings|brought|taking|takes|took|raising|raises|raised|increasing|increased}{to}(?=(?:{at}{least}|{more}{than}|{over|nearly|about|almost}|{NUMBER}){1,4}{the}{number|total|toll|count|tally}{of}))(?P<raised>)
    |(?:(?:{M_COUNT|M_DEAD}{:}(?={NUMBER}(?:{STOP|COMMA|OPEN|CLOSE}|$)))|{killers|murderers|assassins}{of}|{M_EVENT|M_COUNT|M_BODY|M_ING|M_CAPTIVE|M_BASE|remains}(?:{in}{NAME|WORD}{1,3}|{on}?{WEEKDAY}|{on}{DIGITS|ORDINAL|MONTH}{1,2}|{yesterday|today}|{last|this}{WORD|TIME|UNIT|WEEKDAY}|{QUOTE})?{of}|{injuries|injury|wounds|burns|harm}{to})(?P<noun>)
    |(?:{M_PP|M_PAST|M_PARTICIPLE|M_ING|M_BASE|M_DIE|M_DYING|M_ADJECTIVE})(?P<verb>)
    |(?:{LOSE}(?={NUMBER|POSS|A|at|some|about|around|more|nearly}))(?P<lost>)
    |(?:{it|this|that|which|toll|number|figure|count}(?:{later|ADV|HAVE|AUX|since}){0,2}{rose|rise|rises|risen|climb|climbed|increase|increased|grew|grow|jumped}{to})(?P<rise>)
    |(?:{shot|machinegunned|machine-gunned|strafed})(?P<shot>)
    |(?:{STABPP})(?P<stab>))
    """.replace("<wounds>", _WOUNDS)
)
_FORMS = {word: form for word, _, form in rows("measures")}
# What kinds of event always tell: measure and form.
_ALWAYS = {
    **dict.fromkeys(("lostlives", "succumb", "diewound", "throat", "fallen"), ("killed", "die")),
    **dict.fromkeys(("throats", "lives"), ("killed", "of")),
    "named": ("killed", "named"),
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
    "returned": ("returned", "die"),
}
_STRIKE_BASE = SETS["strike_base"]
BEFORE_OBJECT = ALPHABET.compile(
    r"(?:{ADV|LY}|{the}(?:{remaining}|{other})(?={NUMBER})|{themselves}{and}?|{:}(?={NUMBER|DET})|{QUOTE}|{the}{following}|{on}?{WEEKDAY|yesterday|today|overnight}|{both}(?={DET|NAME})|{twice}?{as}(?={many})|{COMMA}{at|in|on|during|after|before|without}(?:{^STOP|COMMA|NUMBER|MEASURE|BE|REL|SUB}){1,5}{COMMA}(?={DET|NUMBER|NAME|TITLE}))*"
)
AGED = ALPHABET.compile(r"(?:{DIGITS}{-}|{DIGITS}{year|years}{-}?)?{old|AGED}")
_LAW = _having("AGENT", "POLICE")
_NO_VICTIM = frozenset(("at", "back", "down", "himself", "herself", "into", "up"))  # behind "shot"
_KILLERS = frozenset(("killers", "murderers", "assassins"))
_UNREAL = SETS["unreal"]
_IRREALIS = _having("IRREALIS")
_OR_HURT = ALPHABET.compile("(?:{and|or}|{and}{/}{or}){M_injured}(?!{NUMBER|DET|NAME|TITLE|A|M_BODY|VICTIM|WORD|ADJ})")
_CAPTURES = frozenset(("captured", "seized"))  # towns and weapons as well
_THINGS = ALPHABET.compile("{NUMBER}{ADJ|WORD}{0,2}{UNIT}")
_WANTED = frozenset(("detained", "abducted", "released"))
_CONDITIONS = frozenset(("if", "unless"))
_BASE_DEATHS = frozenset(("die", "perish", "drown"))
_PARTICLES = frozenset(("out", "down", "off"))
# The cheap question before the dear one: whether a sentence has any word of an earlier event.
_PAST_CUE = ALPHABET.compile("{MOTIVE|EARLIER|after|last}|{in|since}{MONTH}?{DIGITS}")
_OF_PAST = _having("MOTIVE", "EARLIER", "after", "last", "DIGITS")
_MOST_EVENTS = 30  # of a sentence: no writer tells more, and each is weighed against every phrase
_TIME_AGO = ALPHABET.compile("{DET}{ADJ|last|previous|same|next|past}{0,2}{hour|day|week|month|year|night|morning|evening|weekend}")
_PARTICIPLES = _having("M_PP", "M_PARTICIPLE", "M_ADJECTIVE")
# What may stand in a verb group before its verb: most words end the group at once.
_BEFORE_VERB = BE | _HAVE | REPORT | EVENTISH | WEEKDAY | ADV | _AUX | _NOT | _having("since", "went", "gone")


def words_of_harm(parse: Sentence) -> "list[re.Match[str]]":
    """The words of the sentence that tell harm, as matches of which the group says the kind."""
    return list(islice(_EVENT.finditer(parse.tags, parse.first, parse.stop), _MOST_EVENTS))


def harms_of(parse: Sentence, matches: "list[re.Match[str]]") -> list[Harm]:
    lows, tags = parse.lows, parse.tags
    events: list[Harm] = []
    may_be_past = not _OF_PAST.isdisjoint(parse.present) and _PAST_CUE.search(tags, parse.first, parse.stop) is not None
    may_be_denied = not DENY.isdisjoint(parse.present)
    for match in matches:
        kind = match.lastgroup or ""
        start, stop = match.span()
        word = lows[start]
        if events and start < events[-1].stop and events[-1].measure == "killed_or_injured":
            continue
        if kind == "verb":
            if _is_adjective(parse, start) or (tags[start] in _PARTICIPLES and _is_noun(parse, start, stop)):
                continue
            if stop < parse.stop and lows[stop] in _PARTICLES and _FORMS[word] in {"die", "dying"}:
                continue  # "the crowd died down", "drowned out"
            if word in {"free", "rescue"} and (stop == parse.stop or tags[stop] not in NUMBERS or lows[start - 1] == "to"):
                continue  # an adjective, or what somebody wants
            event = Harm(start, stop, MEASURES[word], _FORMS[word], kind)
        elif kind in _ALWAYS:
            event = Harm(start, stop, *_ALWAYS[kind], kind)
        elif kind == "fatal":
            event = Harm(start, stop, "killed", "ing" if lows[stop - 1].endswith("ing") else "pp", kind)
        elif kind == "heldby":
            law = tags[stop + (stop < parse.stop and tags[stop] in DET) : stop + 3]
            event = Harm(start, stop, "detained" if any(tag in _LAW for tag in law) else "held_captive", "pp", kind)
            event.stop = start + 1
        elif kind == "away":
            event = Harm(start, stop, "abducted", "ing" if word == "taking" else "past" if word == "took" else "pp", kind)
        elif kind in {"taken", "todeath"}:
            form = "ing" if word.endswith("ing") else "die" if kind == "todeath" else "pp"
            event = Harm(start, stop, "abducted" if kind == "taken" else "killed", form, kind)
        elif kind in {"stab", "inlimb"}:
            event = Harm(start, start + 1, "injured", "pp", kind)
        elif kind == "hospital":
            left = next((group for group in parse.groups if group.stop == start and group.number), None)
            if left is None or tags[left.first - 1] not in LEAVE:
                continue
            event = Harm(start, stop, "injured", "dead", "care")  # "left 27 in hospital"
        elif kind in {"strike", "strikedown"}:
            form = "ing" if word.endswith("ing") else "base" if word in _STRIKE_BASE else "pp"
            event = Harm(start + (parse.tags[start] in BE), stop, "killed", form, kind)
        elif kind == "expel":
            event = Harm(start, stop, "displaced", "ing" if word.endswith("ing") else "pp", kind)
        elif kind == "care":
            if word == "being":
                continue  # "died after being taken to hospital"
            event = Harm(start, stop, "injured", "dead", kind)
        elif kind == "victims":
            if "among" not in lows[max(parse.first, start - 3) : start]:
                continue
            event = Harm(start, stop, parse.counted if parse.counted in {"injured", "abducted"} else "killed", "dead", kind)
        elif kind == "numbered":
            event = Harm(start, stop, MEASURES.get(word) or parse.counted or "killed", "toll", kind)
        elif kind == "fate":
            event = Harm(start, stop, "killed" if parse.counted == "injured" else parse.counted or "killed", "die", kind)
        elif kind == "raised":
            measure = next((MEASURES[low] for low in lows[stop : min(parse.stop, stop + 20)] if low in MEASURES), parse.counted or "killed")
            event = Harm(start, stop, measure, "toll", kind)
        elif kind == "arrested":
            event = Harm(start, stop, "detained", "pp", kind)
        elif kind == "held":
            holding = next((item.measure for item in parse.recent() if item.measure in SETS["holding"]), "")
            if not holding and "still" not in lows[max(parse.first, start - 2) : start + 1]:
                continue  # "elections were held"
            event = Harm(start, stop, "detained" if holding == "detained" else "held_captive", "ing" if word == "still" else "pp", kind)
        elif kind == "freed":
            if word == "let" and all(item.measure not in SETS["holding"] for item in parse.recent()):
                continue  # "300 workers were let go"
            event = Harm(start, stop, "released", "ing" if word.endswith("ing") else "pp", kind)
        elif kind == "possessed":
            event = Harm(start, stop, MEASURES.get(word, "killed"), "possessed", kind)
        elif kind == "noun" and lows[stop - 1] == "of" and word in _KILLERS:
            event = Harm(start, stop, "killed", "of", kind)
        elif kind == "rise":
            if word in {"number", "figure"} and parse.counted is None:
                continue
            dead = word in {"number", "figure"} and any(item.measure == "killed" for item in parse.recent())
            event = Harm(start, stop, "killed" if dead else parse.counted or "killed", "toll", kind)
        elif kind == "shot":
            outright = "back" in lows[stop : stop + 7] and not {"head", "neck"}.isdisjoint(lows[stop : min(parse.stop, stop + 10)])
            near = lows[stop : stop + 2] in (["at", "point"], ["at", "close"])  # "shot at close range", "were shot at a bar"
            near = near or (tags[start - 1] in BE and lows[stop : stop + 1] == ["at"] and not DET.isdisjoint(tags[stop + 1 : stop + 2]))
            if stop < parse.stop and not near and (tags[stop] in AND or lows[stop] in _NO_VICTIM):
                continue
            if tags[start - 1] in DET or lows[start - 1] == "long":
                continue  # "the shot missed", "a long shot"
            if outright:  # "shot in the back of the neck"
                event = Harm(start, stop, "killed", "pp", "verb")
            else:
                event = Harm(start, stop, "killed", *(("dead", "dead") if lows[start - 1] == "found" else ("pp", kind)))
        elif kind == "captive":
            form = "ing" if word.endswith("ing") else "pp" if word in {"taken", "held", "seized"} else "past"
            event = Harm(start, stop, "held_captive" if word.startswith("h") else "abducted", form, kind)
        elif kind == "dead":
            if _is_adjective(parse, start) or _is_of_thing(parse, stop) or (start > parse.first and lows[start - 1] in SETS["feigns"]):
                continue
            both = _OR_HURT.match(tags, stop, parse.stop)  # "100 dead or wounded"
            event = Harm(start, both.end() if both else stop, "killed_or_injured" if both else "killed", "dead", kind)
        elif kind == "toll":
            if word in {"number", "tally", "count"} and (start == parse.first or lows[start - 1] not in {"the", "total", "their"}):
                continue
            if word == "figure" and parse.counted is None:
                continue
            event = Harm(start, stop, MEASURES.get(lows[stop - 1]) or parse.counted or "killed", "toll", kind)
        else:
            event = Harm(start, stop, "bodies_recovered" if word == "remains" else MEASURES.get(word, "injured"), "of", kind)
        _voice(parse, event)
        event.past = may_be_past and is_past(parse, event)
        event.unreal = event.unreal or (may_be_denied and is_denied(parse, event)) or _is_wanted(parse, event)
        events.append(event)
    return events


def _is_wanted(parse: Sentence, event: Harm) -> bool:
    """Whether somebody wants it done: "warrants for the arrest of eight policemen"."""
    if event.kind != "noun" or event.measure not in _WANTED:
        return False
    before = parse.lows[max(parse.first, event.start - 4) : event.start]
    return before[-2:] == ["for", "the"] or not SETS["wants"].isdisjoint(before)


def _is_unreal(parse: Sentence, event: Harm) -> bool:
    """Whether the verb group tells it as denied, wished, planned or possible."""
    tags = parse.tags[event.first : event.start]
    words = parse.lows[event.first : event.start]
    if not _NOT.isdisjoint(tags) and "only" not in words:
        return True
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


def _is_adjective(parse: Sentence, at: int) -> bool:
    """Whether the word stands within a phrase, where it is no event: "five wounded soldiers"."""
    for group in parse.groups:
        if group.first <= at < group.stop:
            return at < group.stop - 1 or group.measure is not None
    return False


def _is_of_thing(parse: Sentence, stop: int) -> bool:
    """Whether a thing or an animal stands at `stop`: "dead elephants", "dead wood"; not "dead train passengers"."""
    return stop < parse.stop and parse.tags[stop] in UNIT and (stop + 1 == parse.stop or parse.tags[stop + 1] not in VICTIM)


def _is_noun(parse: Sentence, start: int, stop: int) -> bool:
    """Whether the participle is a noun: "a camp for the internally displaced", "took the injured to hospital"."""
    tags = parse.tags
    before = start - 1
    while before > parse.first and tags[before] in ADV:
        before -= 1
    if before < parse.first or parse.lows[before] != "the":
        return False
    return stop == parse.stop or not (tags[stop] in NOUNISH or tags[stop] in INCLUDE or tags[stop] in BE)


def _voice(parse: Sentence, event: Harm) -> None:
    tags = parse.tags
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
        elif (tag in EVENTISH and position > parse.first and tags[position - 1] in BE) or (
            event.form == "adjective" and parse.lows[position] in {"went", "gone"}
        ):
            pass
        elif tag in WEEKDAY and position - 1 > parse.first:
            before = position - 1
            while before > parse.first and parse.lows[before] in {"last", "on", "week", "this", "late", "early"}:
                before -= 1
            if tags[before] not in BE:
                break
            position = before + 1  # "was last Thursday killed"
        elif not (tag in ADV or tag in _AUX or tag in _NOT or (parse.lows[position] == "since" and tags[position - 1] in _HAVE)):
            break
        position -= 1
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
    if (
        (nearest == "report" if event.form == "dead" else not nearest and event.form in {"pp", "participle", "die"})
        and position > parse.first
        and tags[position] in AND
        and not object_follows(parse, event)
    ):
        for at in range(position - 1, max(parse.first, position - 12) - 1, -1):
            if tags[at] in BE:
                first = at
                while first > parse.first and (
                    tags[first - 1] in BE or tags[first - 1] in _HAVE or tags[first - 1] in ADV or tags[first - 1] in _AUX
                ):
                    first -= 1
                event.first = first
                event.be = event.shared = True
                event.passive = event.form not in {"die", "dead"}
                break
            if tags[at] in SUB or tags[at] in STOP or any(group.first == at and group.number for group in parse.groups):
                break


def told_apart(parse: Sentence) -> list[Harm]:
    """The harms of the sentence without those words that tell none beside another: "shot and wounded", "was stabbed and died"."""
    events = parse.events
    kinds = {event.kind for event in events}
    if "stab" in kinds and any(event.kind != "stab" and event.measure in _HURTS for event in events):
        events = [event for event in events if event.kind != "stab"]
    if "shot" in kinds and sum(event.measure not in _HOLDS for event in events) > 1:
        events = [event for event in events if event.kind != "shot" or _is_other_manner(parse, event)]
    return events


def object_follows(parse: Sentence, event: Harm) -> bool:
    tags = parse.tags
    match = BEFORE_OBJECT.match(tags, event.stop, parse.stop)
    start = match.end() if match else event.stop
    if start >= parse.stop:
        return False
    if any(event.stop <= group.first <= start for group in parse.groups):
        return True
    if start + 2 < parse.stop and (tags[start] in AND or parse.lows[start] in {"or", "/"}) and tags[start + 1] in EVENTISH:
        return any(group.first == start + 2 for group in parse.groups)
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


def _is_other_manner(parse: Sentence, shot: Harm) -> bool:
    """Whether people are told to have died in another way beside it: "11 drowned and seven were shot"; if so, it killed as well."""
    if all(parse.lows[event.start] not in SETS["manners"] for event in parse.events):
        return False
    if not any(group.number is not None and group.stop == shot.first for group in parse.groups) and not object_follows(parse, shot):
        return False
    shot.kind = "manner"
    return True
