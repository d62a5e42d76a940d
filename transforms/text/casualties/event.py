"""The harms of a sentence: which of its words tell harm.

Belongs here: the words, each with its kind, and which of them tell none beside another. Does not belong here: what a kind says was done
(`kind`), active and passive (`voice`), what is told as earlier or is denied (`occasion`), and whom it counts (`object`, `subject`).
"""

from itertools import islice
from typing import TYPE_CHECKING

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
_WOUNDS = (
    "(?:{injuries|injury|burns|wounds|wound|fractures|lacerations|bruises|concussion|inhalation}"
    "|{broken|fractured|shattered|dislocated}{LIMB})"
)
_WARD = (
    "(?:{hospital|hospitals|clinic|clinics|infirmary}|{medical|trauma}{center|centre|facility|centers|centres|facilities}"
    "|{emergency}{room|rooms|department|ward}|{NAME|PLACE}{general|memorial})"
)
# The kind is told by an empty group behind its words: an alternative that begins with a class is left at once where the class does not fit.
_EVENT = ALPHABET.compile(
    r"""
    (?:{LOSE}(?:{POSS|the})?{own}?{M_LIVES}|{GIVELIFE}{down}?{POSS}{M_LIVES}|{GIVELIFE}{the}{supreme|ultimate}{price|sacrifice}|{GIVELIFE}{martyrdom}|{GIVELIFE}{with}{POSS}{M_LIVES}|{met}{POSS}{death|deaths}|{sent}{to}{hell}|{passed}{away}|{breathed}{POSS}{last})(?P<lostlives>)
    |(?:{FATAL}{M_PP|M_ING|M_BASE|STRIKE|shot|ED|HIT})(?P<fatal>)
    |(?:{body|corpse}(?:{COMMA}(?:{^STOP|COMMA|NUMBER}){1,8}{COMMA})?(?:(?:{BE|HAVE|ADV}){0,3}{found|recovered|discovered|retrieved|dumped|exhumed|pulled|unearthed}|{HAVE|later}?{turned|washed}{up|ashore}))(?P<corpse>)
    |(?:{fallen|fell}{in}{DET}?{ADJ}?{battle|combat|action|fighting|ambush|clash|clashes|firefight|exchange|gunfight|shootout|line}|{fall|falls|fell|fallen}{victim|victims}{to})(?P<fallen>)
    |(?:{met|suffered}{DET|POSS}{same|similar}?{fate})(?P<fate>)
    |(?:{LOSE}(?:{POSS|both|a|an|NUMBER}{1,2}{LIMB}|{limb|limbs|legs|eyesight}))(?P<limb>)
    |(?:{regain|regained|regains}{POSS}?{freedom|liberty})(?P<regain>)
    |(?:{throat|throats}(?:{BE|HAVE}){0,3}{slit|cut|slashed})(?P<throat>)
    |(?:{slit|slitting|cut}{the}{throat|throats}{of})(?P<throats>)
    |(?:{slit|slits|slitting|cut|cuts|cutting|slashed}{his|her}{throat})(?P<histhroat>)
    |(?:{whose}{WORD|ADJ|ED|M_PP|M_PARTICIPLE}{0,2}{M_BODY}(?:{BE|HAVE|ADV}){1,3}{found|recovered|discovered|retrieved|dumped|exhumed|pulled|unearthed})(?P<whose>)
    |(?:{in}{DET}?{hospital|hospitals})(?P<hospital>)
    |(?:{HELDPP}(?:{by}(?!{surprise|storm})|{for}{ransom}))(?P<heldby>)
    |(?:{TAKEOFF}(?:{away}(?!{from})|{off}(?!{DET})))(?P<away>)
    |(?:(?<={BE}){taken}{along}?{with}{him|her|them})(?P<takentoo>)
    |(?:{put|putting|leave|leaving|left}(?:{^STOP|SUB|BE|MEASURE}){0,8}?{out}{of}{action|combat})(?P<disabled>)
    |(?:{TAKEOFF}{with}{them}(?={NUMBER|DET|NAME|TITLE}))(?P<withthem>)
    |(?:{TAKEOFF}(?:{^STOP|SUB|BE|MEASURE|COMMA}){1,7}?(?:{away}(?!{from})|{with}{them}))(?P<taken>)
    |(?:(?:{FALL|TAKEOFF}(?:{^STOP|SUB|BE|MEASURE|COMMA}){0,9}?{to}{POSS}{death|deaths}|{bled|froze|choked}{to}{death}))(?P<todeath>)
    |(?:(?:{dead|victims|deceased|fatalities}|{M_PP|M_PARTICIPLE|M_DEAD}{VICTIM})(?:{were|are|have|been|later|ADV}){1,4}(?:{named|identified}{as}{:}?|{:})|{named|identified}{the}{dead|victims|deceased|fatalities}(?:{on}?{WEEKDAY|yesterday})?{as}|{victim}(?:{of}(?:{^STOP|COMMA|BE|MEASURE|NUMBER}){1,4})?{was|is}(?:{identified}{as})?(?={NAME|TITLE|A}|{VICTIM}{NAME})|{dead|victims|deceased|fatalities|M_PP}(?:{in|of|from|during}(?:{^STOP|COMMA|BE|MEASURE|NUMBER}){1,5})?{were|are}(?:{:}?(?={NAME}{1,5}(?:{COMMA}|{and}|{;}))|{:}(?={VICTIM|TITLE|ADJ|AND}{1,4}{NAME}{1,5}{COMMA}))|(?<={the|fatal}){victims}{were|are}(?={NUMBER|A}{ADJ|WORD|NAME|DEMONYM|TIME}{0,2}{VICTIM})|(?<={the|fatal|GEN}){victims|dead}(?:{of}{DET}?{^STOP|COMMA|BE|NUMBER}{1,3})?(?:{COMMA}|{DASH})(?={NUMBER}{ADJ|WORD|NAME|DEMONYM}{0,2}{VICTIM}))(?P<named>)
    |(?:{SUCCUMB}{to}(?:{^STOP|SUB|NUMBER}{0,4}?<wounds>)?)(?P<succumb>)
    |(?:{M_DIE}(?:{later}|{ADV})?{of|from}(?:{POSS|DET|ADJ|WORD|COMMA}){0,3}<wounds>)(?P<diewound>)
    |(?:{SUSTAIN}(?:{^STOP|SUB|BE|MEASURE}){0,6}?<wounds>|(?<={them|VICTIM}){has|have|had}(?:{WORD|ADJ|LY|A|ED}){0,3}<wounds>|{SUSTAIN}{^STOP|COMMA|WORD|NUMBER}?{cuts}(?={STOP|COMMA|AND}|{to}{DET})|{with}(?:{WORD|ADJ|LY|ED|VICTIM|A|VAGUE|ING|UNIT|LIMB|of|to|or|cuts}|{cuts}{and}){0,5}<wounds>)(?P<sustain>)
    |(?:{blew|blow|blows|blowing|detonated|detonating}{SELF})(?P<self>)
    |(?:{STRIKE}(?:{down}|{alive}|{to}{pieces})|{riddled}{with}{NUMBER}?{bullets}|{BE}{blown}(?:{up}|{apart}|{to}{pieces|bits})|{torn|ripped}{apart}|{BE}{done}{to}{death}|{put}{to}{death}|{wiped|wiping}{out}|{finish|finished|finishing}{off}|{picked}{off}|{struck}{down})(?P<strikedown>)
    |(?:{STRIKE|HIT|shot}{in}(?:{^STOP|COMMA|SUB|NAME|MEASURE}){0,2}{LIMB})(?P<inlimb>)
    |(?:(?<={BE}){hit|struck}(?={LY}?{by|with}(?:{^STOP|COMMA|NUMBER}){0,3}?{bullet|bullets|shrapnel|gunfire|fragments|splinters|crossfire|canister|canisters|stones|batons|VEHICLE})|(?<={COMMA}){hit|struck}(?={by}{^STOP|COMMA|NUMBER}{0,2}{bullet|bullets|shrapnel|gunfire|fragments|splinters}{COMMA})|(?<={bullet|bullets|shrapnel|splinters|gunfire}){hit|struck}(?={NUMBER|DET|POSS}{ADJ|WORD|NAME|DEMONYM}{0,2}{VICTIM})|(?<={BE}){beaten}{up}|(?<={BE}){overcome|overwhelmed}(?={by|with}{WORD|ADJ|A}{0,2}{fumes|smoke|gas}))(?P<hitby>)
    |(?:{found}{strangled|stabbed|bludgeoned|battered})(?P<foundstruck>)
    |(?:{cost|costs|costing}(?={NUMBER}(?:{^STOP|COMMA|AND|POSS}){0,4}{POSS}{M_LIVES}))(?P<cost>)
    |(?:{STRIKE|ED}(?:{^STOP|SUB|BE|MEASURE|STRIKE|PREP}|{of}|{in}|{PREP}(?={least|most|to|NUMBER})){0,9}?(?:{to}{death})|{STRIKE}(?:{^STOP|SUB|BE|MEASURE|STRIKE|PREP}|{of}|{PREP}(?={least|most|to|NUMBER})){0,9}?{dead|alive}|{riddled}(?:{^STOP|SUB|BE|MEASURE}){1,7}?{with}{NUMBER}?{bullets})(?P<strike>)
    |(?:{TAKE|HOLD}(?:{^STOP|SUB|BE|MEASURE}){0,11}?(?:{as}?{M_CAPTIVE|M_CAPTIVES}|{prisoner}))(?P<captive>)
    |(?:{forced|forcing|driven|drove|driving}(?:{^STOP|SUB|BE|MEASURE}){0,7}?(?:{from}{POSS}?{homes}|{to}{flee|leave|evacuate}))(?P<expel>)
    |(?:{BE}?{in}{a}?{critical|serious|stable|grave|critically}{condition}|{BE}{in}{a}?{coma}|{BE}(?:{still}?{being}{treated}|{still}?{under}{treatment}))(?P<condition>)
    |(?:{BE}(?:{ADV|LY}{0,2}{taken|rushed|admitted|shifted|ferried|transported|evacuated|conveyed|brought|airlifted|transferred|flown|moved}{to}(?:{DET|ADJ|WORD|NAME|GEN|LY|PLACE}){0,5}?<ward>|{treated}{for|at|in})|{BE|remain|remains|remained}{still}?{in}{intensive}{care}|{BE|remain|remains|remained}{still}?{in}{the|a}?{hospital|hospitals}|{remain|remains|remained}{under}{treatment}|{BE}{recovering|receiving|undergoing}(?:{in}|{ADJ|WORD}){0,2}{hospital|treatment}|{BE}{recovering}(?={STOP}|$)|{BE}{recovering}{from}(?:{POSS|DET|ADJ|WORD|ING}){0,3}<wounds>|{BE}{fighting}{for}{POSS}{M_LIVES}|{required|needed}{medical|hospital|emergency}?{attention|treatment|hospitalization|hospitalisation|stitches|surgery})(?P<care>)
    |(?:{set|sets|setting}{free}(?={NUMBER|PREP|STOP|COMMA|AND|ADV|TIME|WEEKDAY|unharmed|unhurt|safe}|$)|{let}{go}(?={NUMBER|PREP|STOP|COMMA|AND|ADV|TIME|WEEKDAY|unharmed|unhurt|the|DEM}|$)|{exchanged|exchange|exchanging|swapped|swap|swapping}(?={at|about|some|around|more|nearly|over}{0,1}{least|than}?{NUMBER}(?:{ADJ|WORD|DEMONYM|NAME}){0,3}{M_CAPTIVES|prisoner|prisoners|detainee|detainees})|{handed|handing|turned|turning}{over}(?=(?:{^STOP|SUB|BE|MEASURE|COMMA|PREP}|{of|at}){0,5}{M_CAPTIVE|M_CAPTIVES|prisoner|prisoners|detainee|detainees}|(?:{^STOP|SUB|BE|MEASURE|COMMA|PREP}|{of|at}){0,4}{M_abducted|M_detained}?{^STOP|SUB|BE|MEASURE|COMMA|PREP}{0,1}{VICTIM}))(?P<freed>)
    |(?:{in}{exchange|return}{for}(?=(?:{^STOP|SUB|BE|MEASURE|COMMA|PREP}|{of|at}){0,5}{M_CAPTIVES|VICTIM}))(?P<exchange>)
    |(?:{returned|returning|return}(?:{back}?{home}|{to}{POSS|the}(?:{WORD|ADJ|PLACE|ED}){0,2}{homes|villages|towns}))(?P<returned>)
    |(?:{BE|remain|remains|remained}{still}?{in}(?:{captivity}|{the}{hands|power}{of})|{remain|remains|remained}{M_CAPTIVE})(?P<captivity>)
    |(?:(?:{placed|put})(?:{^STOP|SUB|BE|MEASURE}){0,7}?{under}{arrest}|{BE}{under}{arrest}|{BE|remain|remains|remained}{still}?(?:{in}(?:{WORD|ADJ|VICTIM|ATTACKER})?{custody|detention|jail|jails|prison|prisons}|{behind}{bars})|{TAKE}(?:{^STOP|SUB|BE|MEASURE}){0,9}?{into}{custody})(?P<arrested>)
    |(?:(?<={HAVE}){fallen}(?={STOP|PREP|AND|COMMA|SUB}|$))(?P<fell>)
    |(?:(?<={BE}){held}|{held|hold|holds|holding}(?={NUMBER}{ADJ|WORD|NAME|DEMONYM|ED}{0,2}{VICTIM})|(?<={BE}){holding}(?={NUMBER}(?:{ADJ|WORD|NAME|DEMONYM|AGENT}){0,2}{VICTIM}(?!{GEN}))|(?:{still}{holding|holds|hold}|(?<={believed|thought|estimated|known|reported}{to}){hold}|(?<={believed|thought|estimated|known|reported}{to}{be}){holding})(?={NUMBER|A|TITLE|NAME|VICTIM|ADJ|WORD|at|more|about|some|nearly|around|over}))(?P<held>)
    |(?:{BE}{the}?{victim|victims}{of}(?={DET}?{ADJ|WORD}{0,2}{M_killed}))(?P<victimsof>)
    |(?:{acid}{on|at|over}(?={NUMBER|DET|POSS}{ADJ|WORD|DEMONYM}{0,2}{VICTIM}))(?P<acid>)
    |(?:{cut}(?={by}{flying|broken}?{glass|shrapnel|shards}))(?P<cutby>)
    |(?:{funeral|funerals|burial}{of|for}(?={DET}?{NUMBER}(?!{of})))(?P<funeral>)
    |(?:(?:(?<={we|they|PLURAL})|(?<={we|they|PLURAL}{HAVE|helped}))(?:{buried|burying}(?={at|over|about|around|some|more|nearly|the}{0,1}{least|than}?{NUMBER}))|(?<={VICTIM}{HAVE}){buried}(?={at|over|about|around|some|more|nearly}{0,1}{least|than}?{NUMBER}{ADJ|WORD|NAME|DEMONYM}{0,2}{VICTIM|M_BODY}))(?P<buries>)
    |(?:(?<={BE}){buried}(?={on}{WEEKDAY}|{yesterday|today}|{in|at}(?:{^STOP|COMMA}){0,4}{grave|graves|cemetery|graveyard}))(?P<interred>)
    |(?:{not}{survive})(?P<notsurvive>)
    |(?:{dead|wounded|injured|victims|M_COUNT}(?:{numbered|totaled|totalled}|{BE}{0,2}(?:{coded|recorded|listed}{as}|{estimated|put}{at}))(?={NUMBER|at|more|about|over|some|nearly}))(?P<numbered>)
    |(?:{treated}(?=(?:{^STOP|SUB|BE|MEASURE|COMMA|PREP}|{at|over}){1,6}{for}(?:{^STOP|COMMA|NUMBER}){0,3}?<wounds>))(?P<treats>)
    |(?:(?<={NUMBER|VICTIM}){M_DEAD}|{M_DEAD}(?!{:}{NUMBER}))(?P<dead>)
    |(?:{victims}(?={INCLUDE})|(?<={the}){victims}(?={STOP|COMMA}|{there}?{was|were|is|are}{NUMBER|A|the|POSS}|$))(?P<victims>)
    |(?:{CLAIM}{the}?{M_LIVES}{of})(?P<lives>)
    |(?:{claimed|claims|claiming}(?={NUMBER}(?:{STOP|COMMA|AND|PREP|in|at}|$)))(?P<claims>)
    |(?:{death}?{toll}|(?<={the}){number}{M_PP|M_DEAD}(?={there}?{so}?{far}?{at|to})|{body}{count}|{list|roll}{of}{the}{dead|victims}(?={HAVE|AUX|ADV}{0,2}(?:{rose|risen|grew|grown|climbed}{to}|{TOLLVERB}))|(?<={own}){count|tally}{of}(?={at|more|about|nearly|some|NUMBER})|{number|tally|count}{of}{^STOP|SUB|BE|PREP}{1,3}{being}?{held}|{number|tally|count}{of}(?:{^STOP|SUB|BE|PREP}){0,4}?{MEASURE|victims}(?!{coded|recorded|listed|estimated})|(?<={the}){number|figure|count|tally}(?:(?=(?:{at|as|was}|{stood|stands}{at})(?:{at}{least}|{more|fewer|less}{than}|{as}{many}{as}|{up}{to}|{over|about|around|nearly|some|between})?{NUMBER})|{as}{high|low}{as}(?={NUMBER}))|(?<={earlier|previous|initial|provisional|preliminary}){figure|count|tally|estimate}{of}(?={NUMBER})|{bring|bringing|take|taking|brings|brought|takes|took|raise|raising|raised|raises}{POSS|the}(?:{^STOP|SUB|BE|COMMA|MEASURE}){0,2}?{total|losses|tally|number|figure}(?:(?={to}|{since})|{M_PP|M_DEAD}(?={to}|{since|in}))|{put|puts|putting}(?:{POSS|the}{own}?)?{WORD|ADJ|VICTIM|NAME|GEN|AGENT}{0,3}{losses|dead|wounded|injured}(?={at})|{number}(?:{of}{^STOP|SUB|BE|PREP|COMMA}{1,3})?(?:{REPORT|ED|SAY}?{to}{have}{been}?|{who|REL}(?:{HAVE|BE|ADV}){0,3}|{REPORT})(?:{M_PP|M_DIE|M_DEAD}))(?P<toll>)
    |(?:(?<={BE}){lost}(?={when|as|with|in|after|overboard|STOP|COMMA}|{at}{^STOP|COMMA|NUMBER|DET})|(?<={;}{NUMBER}){lost}(?={COMMA|STOP}))(?P<atsea>)
    |(?:(?<={GEN})(?:{M_EVENT}|{killing|slaying|murder|death|deaths})(?!{of}))(?P<possessed>)
    |(?:{bring|bringing|brings|brought|take|taking|takes|took|raise|raising|raises|raised|increasing|increased}{to}(?=(?:{at}{least}|{more}{than}|{over|nearly|about|almost}|{NUMBER}){1,4}{the}{number|total|toll|count|tally}(?:{of}|{found|recovered|M_PP|M_DEAD})))(?P<raised>)
    |(?:(?:{injuries|injury|wounds|burns|harm|cuts}(?:{of}{^STOP|COMMA}{1,3})?{on|upon}(?={at|NUMBER|DET}{least}?(?:{other|further|NUMBER}|{DET}?{WORD|ADJ}{0,2}{VICTIM}))|{M_COUNT|M_DEAD}{:}(?={NUMBER}(?:{ADJ|WORD|DEMONYM}{0,2}{VICTIM})?(?:{STOP|COMMA|OPEN|CLOSE}|$)))|{killers|murderers|assassins|kidnappers|abductors|captors}{of}|{M_EVENT|M_COUNT|M_BODY|M_ING|M_CAPTIVE|M_BASE|remains}(?:{in}{NAME|WORD}{1,3}|{on}?{WEEKDAY}|{on}{DIGITS|ORDINAL|MONTH}{1,3}|{yesterday|today}|{last|this}{WORD|TIME|UNIT|WEEKDAY}|{QUOTE})?{of}|{injuries|injury|wounds|burns|harm|cuts}{to})(?P<noun>)
    |(?:{M_PP|M_PAST|M_PARTICIPLE|M_ING|M_BASE|M_DIE|M_DYING|M_ADJECTIVE})(?P<verb>)
    |(?:{loss|losses}{of}(?={NUMBER|at|some|about|around|more|nearly})|{LOSE}(?={NUMBER|POSS|A|at|some|about|around|more|nearly}))(?P<lost>)
    |(?:{it|this|that|which|toll|number|figure|count}(?:{later|ADV|HAVE|AUX|since}){0,2}{rose|rise|rises|risen|climb|climbed|increase|increased|grew|grow|jumped}{to}|{number|figure|count|tally}(?:{later|ADV|HAVE|since}){0,2}{reached|passed})(?P<rise>)
    |(?:{shot|machinegunned|machine-gunned|strafed})(?P<shot>)
    |(?:{STABPP})(?P<stab>)
    """.replace("<wounds>", _WOUNDS).replace("<ward>", _WARD)
)
_WANTED = frozenset(("detained", "abducted", "released"))
# The cheap question before the dear one: whether a sentence has any word of an earlier event.
_PAST_CUE = ALPHABET.compile(
    "{followed}|{A|the}{DIGITS}{UNIT|WORD|ASSAULT}|{MOTIVE|EARLIER|after|last|ago}|{CAUSE}{by}|{in|since|of}{MONTH}?{DIGITS}"
)
_OF_PAST = _having("MOTIVE", "CAUSE", "EARLIER", "after", "last", "ago", "followed", "DIGITS")
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
        event.unreal = event.unreal or parse.is_unreal(event.start) or (event.kind == "noun" and _is_wanted(parse, event))
        events.append(event)
    if any(event.kind == "exchange" for event in events):
        freed = any(event.measure == "released" and event.kind != "exchange" and not event.unreal for event in events)
        events = [event for event in events if freed or event.kind != "exchange"]
    return events


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
        events = [event for event in events if event.kind != "shot" or _is_other_manner(parse, event) or _is_of_others(parse, event)]
    return events


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
