"""What was done to whom: the verbs and nouns of a sentence that tell harm, and which phrases they count.

Belongs here: voice, subject and object, lists, appositions, what is told as earlier or as unreal. Does not belong here: the fields of a
figure (`casualty`), and what the figures of a text come to (`toll`).
"""

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from transforms.lexicon import rows
from transforms.text.date import Date, dates, is_record
from transforms.text.number import ALPHABET, numbers
from transforms.text.reading import Reading
from transforms.text.victim import Phrase, Phrases

_having = ALPHABET.having
_UNIT = _having("UNIT")
_DEMONYM = _having("DEMONYM")
_ADV = _having("ADV")
_BE = _having("BE")
_HAVE = _having("HAVE")
_AUX = _having("AUX")
_REPORT = _having("REPORT")
_NOT = _having("NOT")
_PREP = _having("PREP")
_ORDINAL = _having("ORDINAL")
_ING = _having("ING")
_DET = _having("DET")
_AND = _having("AND")
_COMMA = _having("COMMA")
_MONTH = _having("MONTH")
_SAY = _having("SAY")
_NAME = _having("NAME")
_INCLUDE = _having("INCLUDE")
_REL = _having("REL")
_SUB = _having("SUB")
_STOP = _having("STOP")
_OPEN = _having("OPEN")
_DASH = _having("DASH")
_GEN = _having("GEN")
_TITLE = _having("TITLE")
_BES = _having("BES")
_PRON1 = _having("PRON1")
_EVENTISH = _having("M_PP", "M_PARTICIPLE", "M_DEAD", "M_DIE", "M_PAST")
_MODIFIER = _having("WORD", "NAME", "ADJ", "ED", "ING", "VICTIM", "UNIT", "TITLE", "LY", "LINKADJ")
_GATE = ALPHABET.compile(
    "{MEASURE|fractures|lacerations|bruises|concussion|inhalation|ransom|fighting|fell|wiped|wiping|picked|passed|breathed|torn|ripped|struck|riddled|remains|victims|STRIKE|FATAL|fallen|intensive|hospital|hospitals|clinic|clinics|treatment|regain|regained|regains|throat|throats|martyrdom|sacrifice|price|done|deceased|identified|named|away|off|HELDPP|LOSE|condition|treated|captivity|homes|losses|flee|killers|murderers|assassins}|{:}{NUMBER}"
)
_RUN = ALPHABET.compile(
    r"(?:{WORD|NAME|ADJ|ED|ING|VICTIM|UNIT|TITLE|LY|LINKADJ|M_COUNT|M_BODY|M_CAPTIVES|M_LIVES|more|other|others|additional|further|extra}"
    r"|{DIGITS|CARDINAL}{-}{WORD|ADJ|UNIT}|{DIGITS|CARDINAL}{years|year}{old}|{GEN}(?={NAME|WORD|ADJ|VICTIM})"
    r"|{OPEN}(?:{NAME|WORD|-}){1,4}{CLOSE}(?=(?:{WORD|NAME|ADJ|UNIT}){0,2}{VICTIM})"
    r"|{reported|confirmed|known}(?={M_COUNT|M_BODY})"
    r"|{M_PP|M_PARTICIPLE|M_ADJECTIVE|M_DEAD}(?={WORD|NAME|ADJ|LY}{0,2}{VICTIM|M_BODY})){0,9}"
)
_WOUNDS = "(?:{injuries|injury|burns|wounds|wound|fractures|lacerations|bruises|concussion|inhalation})"
# Most words begin no event: the first look is at one class of them.
_EVENT = ALPHABET.compile(
    r"""
    (?={MEASURE|fallen|fell|put|wiped|wiping|picked|torn|ripped|struck|found|met|passed|breathed|cost|costs|costing|FATAL|GIVELIFE|set|sets|setting|regain|regained|regains|throat|throats|in|victims|deceased|named|identified|whisked|dragged|spirited|carried|riddled|done|slit|slitting|cut|LOSE|SUCCUMB|SUSTAIN|with|STRIKE|ED|BE|TAKE|HOLD|CLAIM|number|tally|count|toll|death|harm|it|this|that|which|remain|remains|remained|forced|forcing|driven|drove|driving|killers|murderers|assassins|M_COUNT|M_DEAD|killing|slaying|murder|deaths|M_EVENT|blew|blow|blows|blowing|detonated|detonating|bringing|taking|brings|brought|takes|took|raising|put|puts|putting})(?:
    (?P<lostlives>{LOSE}(?:{POSS|the})?{own}?{M_LIVES}|{GIVELIFE}{down}?{POSS}{M_LIVES}|{GIVELIFE}{the}{supreme|ultimate}{price|sacrifice}|{GIVELIFE}{martyrdom}|{GIVELIFE}{with}{POSS}{M_LIVES}|{met}{POSS}{death|deaths}|{passed}{away}|{breathed}{POSS}{last})
    |(?P<fatal>{FATAL}{M_PP|M_ING|M_BASE|STRIKE|shot|ED|HIT})
    |(?P<corpse>{body|corpse}(?:{BE|HAVE|ADV}){0,3}{found|recovered|discovered|retrieved|dumped|exhumed|pulled|unearthed})
    |(?P<fallen>{fallen|fell}{in}{DET}?{ADJ}?{battle|combat|action})
    |(?P<regain>{regain|regained|regains}{POSS}?{freedom|liberty})
    |(?P<throat>{throat|throats}{slit|cut|slashed})
    |(?P<throats>{slit|slitting|cut}{the}{throat|throats}{of})
    |(?P<hospital>{in}{DET}?{hospital|hospitals})
    |(?P<heldby>{HELDPP}(?:{by}|{for}{ransom}))
    |(?P<away>{taken|took|taking|whisked|dragged|spirited|carried}{away|off})
    |(?P<named>(?:{dead|victims|deceased|fatalities}|{M_PP|M_PARTICIPLE|M_DEAD}{VICTIM})(?:{were|are|have|been|later|ADV}){1,4}(?:{named|identified}{as}{:}?|{:})|{named|identified}{the}{dead|victims|deceased|fatalities}{as}|(?<={the}){victims}{were|are}(?={NUMBER}{ADJ|WORD|NAME|DEMONYM}{0,2}{VICTIM}))
    |(?P<succumb>{SUCCUMB}{to}(?:{^STOP|SUB|NUMBER}{0,4}?<wounds>)?)
    |(?P<diewound>{M_DIE}(?:{later}|{ADV})?{of|from}(?:{POSS|DET|ADJ|WORD|COMMA}){0,3}<wounds>)
    |(?P<sustain>{SUSTAIN}(?:{^STOP|SUB|BE|MEASURE}){0,6}?<wounds>|{with}(?:{WORD|ADJ|LY|ED|VICTIM|A|VAGUE|ING|of}){0,4}<wounds>)
    |(?P<self>{blew|blow|blows|blowing|detonated|detonating}{SELF})
    |(?P<strikedown>{STRIKE}(?:{down}|{alive}|{to}{pieces})|{riddled}{with}{bullets}|{BE}{blown}(?:{up}|{apart}|{to}{pieces|bits})|{torn|ripped}{apart}|{BE}{done}{to}{death}|{put}{to}{death}|{wiped|wiping}{out}|{picked}{off}|{struck}{down})
    |(?P<foundstruck>{found}{strangled|stabbed|bludgeoned|battered})
    |(?P<cost>{cost|costs|costing}(?={NUMBER}(?:{^STOP|COMMA|AND|POSS}){0,4}{POSS}{M_LIVES}))
    |(?P<strike>{STRIKE|ED}(?:{^STOP|SUB|BE|MEASURE|STRIKE|PREP}|{of}|{in}){0,9}?(?:{to}{death})|{STRIKE}(?:{^STOP|SUB|BE|MEASURE|STRIKE|PREP}|{of}){0,9}?{dead|alive})
    |(?P<captive>{TAKE|HOLD}(?:{^STOP|SUB|BE|MEASURE}){0,8}?(?:{as}?{M_CAPTIVE|M_CAPTIVES}|{prisoner}))
    |(?P<expel>{forced|forcing|driven|drove|driving}(?:{^STOP|SUB|BE|MEASURE}){0,7}?(?:{from}{POSS}?{homes}|{to}{flee|leave|evacuate}))
    |(?P<condition>{BE}(?:{in}(?:{a}?{critical|serious|stable|grave|critically}){condition}|{still}?{being}{treated}|{still}?{under}{treatment}))
    |(?P<care>{BE}(?:{ADV|LY}{0,2}{taken|rushed|admitted|evacuated|conveyed|brought|airlifted|transferred|flown|moved}{to}(?:{DET|ADJ|WORD|NAME|GEN|LY|PLACE}){0,5}?{hospital|hospitals|clinic|clinics}|{treated}{for|at|in})|{BE|remain|remains|remained}{in}{intensive}{care}|{BE}{recovering|receiving|undergoing}(?:{in}|{ADJ|WORD}){0,2}{hospital|treatment}|{BE}{fighting}{for}{POSS}{M_LIVES})
    |(?P<freed>{set|sets|setting}{free}(?={NUMBER|PREP|STOP}|$))
    |(?P<captivity>{BE|remain|remains|remained}{still}?{in}{captivity})
    |(?P<dead>(?<={NUMBER|VICTIM}){M_DEAD}|{M_DEAD}(?!{:}{NUMBER}))
    |(?P<lives>{CLAIM}{the}?{M_LIVES}{of})
    |(?P<toll>{death}?{toll}|{body}{count}|{number|tally|count}{of}(?:{^STOP|SUB|BE|PREP}){0,4}?{MEASURE|victims}|(?<={the}){number|figure|count|tally}(?={at}{NUMBER})|{bringing|taking|brings|brought|takes|took|raising}{POSS|the}(?:{^STOP|SUB|BE|COMMA|MEASURE}){0,2}?{total|losses|tally|number|figure}(?={to}|{since})|{put|puts|putting}{POSS|the}{own}?{losses|dead}(?={at}))
    |(?P<possessed>(?<={GEN})(?:{M_EVENT}|{killing|slaying|murder|death|deaths}))
    |(?P<noun>(?:{M_COUNT|M_DEAD}{:}(?={NUMBER}(?:{STOP|COMMA|OPEN|CLOSE}|$)))|{killers|murderers|assassins}{of}|{M_EVENT|M_COUNT|M_BODY|M_ING|M_CAPTIVE|M_BASE|remains}{of}|{injuries|injury|wounds|burns|harm}{to})
    |(?P<verb>{M_PP|M_PAST|M_PARTICIPLE|M_ING|M_BASE|M_DIE|M_DYING|M_ADJECTIVE})
    |(?P<lost>{LOSE}(?={NUMBER|POSS|at|some|about|around|more|nearly}))
    |(?P<rise>{it|this|that|which|toll|number|count}(?:{later|ADV|HAVE|since}){0,2}{rose|rises|risen|climbed|increased|grew|jumped}{to})
    |(?P<shot>{shot}))
    """.replace("<wounds>", _WOUNDS)
)
_SETS = {name: frozenset(words.split()) for name, words in rows("figure_sets")}
_MEASURES = {word: measure for word, measure, _ in rows("measures")}
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
}
_STRIKE_BASE = _SETS["strike_base"]
_BEFORE_OBJECT = ALPHABET.compile(
    r"(?:{ADV|LY}|{the}(?:{remaining}|{other})(?={NUMBER})|{themselves}{and}?|{:}(?={NUMBER|DET})|{QUOTE}|{the}{following}|{on}?{WEEKDAY|yesterday|today|overnight}|{both}(?={DET|NAME}))*"
)
_OWNER = ALPHABET.compile("{DET}(?:{WORD|ADJ|VICTIM|UNIT}){1,3}{GEN}")
_WHOSE = ALPHABET.compile("{GEN}(?:{DIGITS|MONTH|ORDINAL}){0,3}{ASSAULT}")
_ADDED = ALPHABET.compile("{in}{addition}{to}{DET}?|{besides|plus}{DET}?")
_AGED = ALPHABET.compile(r"(?:{DIGITS}{-}|{DIGITS}{year|years}{-}?)?{old|AGED}")
_JOIN = ALPHABET.compile(
    r"{NAME}{0,5}(?:{OPEN}(?:{^CLOSE|STOP|MEASURE}){0,12}{CLOSE}|{DASH}(?:{^DASH|STOP|MEASURE}){1,16}{DASH})?"
    r"(?:{PREP|who|ED}(?:{^STOP|MEASURE|BE|AND|COMMA}){1,10})?(?:{COMMA}{NAME}{1,5})?"
    r"(?:{COMMA}{DIGITS})?(?:{COMMA}(?:{INCLUDE|among|mostly|mainly|largely|predominantly|many|most})(?:{^STOP|MEASURE|BE|AND}){1,8})?"
    r"(?P<j>{COMMA}?{AND}(?:{COMMA}{PREP}(?:{^STOP|COMMA|MEASURE|NUMBER}){1,6}{COMMA})?|{COMMA}|{COMMA}?(?:{as}{well}{as}|{along}{with}|{together}{with}|{plus}|{alongside}|{besides}))(?:{also|then|later|possibly|at|least})?"
)
_OF_ALL = frozenset(("killed", "injured", "abducted", "released"))
_RECALLED = 250  # words of the text before in which a number is looked for
_LAW = _having("AGENT", "POLICE")
_LEAVE = _having("LEAVE")
_GENERIC = _SETS["generic"]
_KINDS = _SETS["kinds"]
_SURVIVED = re.compile(r"\b(?:surviv|escap|unhurt|unharmed|condition|hospital|treated|recover|serious|missed|stable)")
_KILLERS = frozenset(("killers", "murderers", "assassins"))
_ADDS = frozenset(("plus", "well", "along", "together", "alongside", "besides", "with"))
_STRUCK = _having("STRIKE", "ED", "HIT")
_VICTIMS = {word: row for row in rows("victims") for word in row[:2] if word != "-"}
_PRON_ONE = _having("himself", "herself")
_SELF = _having("himself", "herself", "itself")
_POSSESSIVES = frozenset(("his", "her", "their"))
_UNREAL = _SETS["unreal"]
_IRREALIS = _having("IRREALIS")
_LISTED = ALPHABET.compile(r"{INCLUDE|was|were|are}|{in|by|during}(?:{^STOP|COMMA|NUMBER|BE|MEASURE}){1,6}{was|were|are}")
_COUNTED_NOUN = ALPHABET.compile("{M_COUNT|M_BODY|M_CAPTIVES|M_LIVES}|{ONE}{ADJ|reported|confirmed}?{death}|{FATAL}{COMMA|STOP|PREP|AND}")
# The cheap question before the dear one: whether a sentence has any word of an earlier event.
_PAST_CUE = ALPHABET.compile("{MOTIVE|EARLIER|after|last}|{in|since}{MONTH}?{DIGITS}")
_TAKES_LIVES = _having("CLAIM", "LOSE")
_MOST_EVENTS = 30  # of a sentence: no writer tells more, and each is weighed against every phrase
_RECENT = 60  # figures that a sentence looks back over
_TO_NEXT_PLACE = ALPHABET.compile(r"{in|at|near|on}(?:{^STOP|MEASURE|BE|NUMBER|COMMA|AND}|{ONE|ORDINAL}){1,8}(?:{COMMA}{AND}?|{AND})")
_TO_NEXT = ALPHABET.compile("(?:{of}{^STOP|MEASURE|BE|COMMA|AND}{1,3})?(?:{COMMA}{AND}?|{AND})")
# A day's log: the place with a colon, and counts with what killed.
_LOG = ALPHABET.compile("{NAME}{1,3}(?:{COMMA}{NAME}{1,3})?{:}")
_LOGGED = ALPHABET.compile("{by|in}(?:{^STOP|COMMA|MEASURE|NUMBER}){0,4}?{ASSAULT|WEAPON|ATTACKER}")
_FATAL = _having("FATAL")
_ENDS = _having("COMMA", "STOP", "PREP", "AND")
_TIME_AGO = ALPHABET.compile("{DET}{ADJ|last|previous|same|next|past}{0,2}{hour|day|week|month|year|night|morning|evening|weekend}")
_TOGETHER = ALPHABET.compile(r"{COMMA}?(?:{alongside}|{along}{with}|{together}{with}|{as}{well}{as}|{in}{addition}{to})")
_ARTICLE = _having("A", "the", "POSS")
_NOUNISH = _having("VICTIM", "UNIT", "NAME", "ADJ", "WORD")
_PARTICIPLES = _having("M_PP", "M_PARTICIPLE", "M_ADJECTIVE")
_NUMBERS = _having("NUMBER")
_MORE = _having("more", "another", "other", "others")
_MOTIVE = _having("MOTIVE")
_WEEKDAY = _having("WEEKDAY")
# What may stand in a verb group before its verb: most words end the group at once.
_BEFORE_VERB = _BE | _HAVE | _REPORT | _EVENTISH | _WEEKDAY | _ADV | _AUX | _NOT | _having("since", "went", "gone")
_HELD_CUES = _SETS["held_cues"]
_CAPTIVES = _SETS["captives"]
_CLAUSE = _SETS["clause"]
_KIN = _SETS["kin"]
_PLACE = ALPHABET.compile(
    r"(?:{in|at|near|off|into|inside|outside|across|around|throughout|within}|{on}(?={DET}?{PLACE}{1,2}{of}|(?:{NAME}{1,3}{GEN})?{NAME}{1,4}{ROAD})|(?<={ASSAULT})(?:{on}|{of})(?={NAME})|{HIT}(?={NAME}))"
    r"(?P<place>{DET}?(?:{ADJ|ED|ING|WORD|LY}{1,2}(?={NAME|PLACE}))?(?:{PLACE|GEN|of|the|NAME|DEMONYM|TITLE|-}){1,9}(?:{COMMA}(?:{NAME|PLACE|GEN|of|the}){1,6})*(?:{and}(?:{PLACE}{NAME}{1,3}|{kashmir|herzegovina}))?)"
    r"|(?P<side>{DET}?{PLACE}{of}{NAME}{1,4})"
)
_THINGS = _having("UNIT", "VICTIM") - _having("PLACE")
_PARTITIVES = _SETS["partitives"]
_DENY = _having("DENY")
_PLACE_OR_PEOPLE = _having("NAME", "PLACE", "DEMONYM")
_PLACE_ENDS = _having("NAME", "PLACE")


class Harm:
    __slots__ = ("be", "first", "form", "kind", "measure", "passive", "past", "relative", "shared", "start", "stop", "unreal")

    def __init__(self, start: int, stop: int, measure: str, form: str, kind: str) -> None:
        self.start = start
        self.stop = stop
        self.measure = measure
        self.form = form
        self.kind = kind
        self.first = start  # first token of the verb group
        self.passive = False
        self.be = False
        self.shared = False  # "were abducted and killed": the subject is the first verb's
        self.relative = False  # "who had been displaced": the clause around it goes on about the same people
        self.unreal = False  # threatened, planned, or what would have been
        self.past = False  # told as the reason or the occasion of what is told


class Found:
    """A figure as tokens."""

    __slots__ = ("event", "group", "kind", "measure", "parse", "rule", "sentence", "span", "subset")

    def __init__(self, group: Phrase, measure: str, parse: "Sentence", span: tuple[int, int], rule: str, event: "Harm | None") -> None:
        self.group = group
        self.measure = measure
        self.parse = parse
        sentence = parse.index
        self.sentence = sentence
        self.span = span
        self.subset = group.subset
        self.rule = rule
        self.event = event
        self.kind = event.kind if event is not None else ""


def harms(reading: Reading) -> list[Found]:
    """What `reading` counts, in the order of its sentences."""
    sample = reading.words[:200]
    shouted = reading.text.isupper() or sum(map(str.isupper, sample)) * 2 > len(sample)
    tags = ALPHABET.tags(reading.lows if shouted else reading.words)
    if not _GATE.search(tags):
        return []
    found: list[Found] = []
    for index, (first, stop) in enumerate(reading.sentences):
        if _GATE.search(tags, first, stop):
            Sentence(reading, tags, first, stop, index, found).parse()
    _settle_partitives(found)
    kinds = {item.kind for item in found}
    if "self" in kinds:
        found = _settle_selves(found)
    if "shot" in kinds:
        found = _settle_shots(reading, found)
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
    others = [item for item in found if item.kind != "shot"]
    if any(item.measure in {"killed", "bodies_recovered"} for item in others) or _SURVIVED.search(reading.folded.lower()):
        return others
    return found


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


class Sentence(Phrases):
    """The parse of one sentence."""

    __slots__ = ("_dates", "_places", "events", "found", "groups", "index")

    def __init__(self, reading: Reading, tags: str, first: int, stop: int, index: int, found: list[Found]) -> None:
        super().__init__(reading, tags, first, stop)
        self.index = index
        self.found = found
        self.counted = found[-1].measure if found else None
        self.groups: list[Phrase] = []
        self.events: list[Harm] = []
        self._dates: list[Date] | None = None
        self._places: list[tuple[int, int]] | None = None

    @property
    def dates(self) -> list[Date]:
        if self._dates is None:
            found = dates(self.lows, self.tags, self.first, self.stop, self.reading.published)
            self._dates = [date for date in found if not self._is_of_speaking(date)]
        return self._dates

    def _is_of_speaking(self, date: Date) -> bool:
        """Whether it is the day of "the governor said on Tuesday", or of a dateline."""
        before = date.first - 1
        while before > self.first and self.lows[before] in {"on", "late", "early", "in", "a", "statement", "reporters", "telephone", "by"}:
            before -= 1
        if before >= self.first and self.tags[before] in _SAY and date.kind == "day":
            return True
        return self.index == 0 and date.first - self.first <= 6 and date.stop < self.stop and self.tags[date.stop] in _DASH

    @property
    def places(self) -> list[tuple[int, int]]:
        """The places that are named in the sentence, as token ranges."""
        if self._places is None:
            self._places = []
            for match in _PLACE.finditer(self.tags, self.first, self.stop):
                first, stop = match.span("place" if match["place"] is not None else "side")
                comma = next((at for at in range(stop - 1, first, -1) if self.tags[at] in _COMMA), -1)
                if comma > 0 and any(tag in _GEN for tag in self.tags[comma:stop]):
                    stop = comma  # "in Guayaquil, Ecuador's prison service said"
                held = stop == match.end() and stop < self.stop and self.tags[stop] in _NOUNISH
                while stop > first and self.tags[stop - 1] not in (_PLACE_ENDS if held else _PLACE_OR_PEOPLE):
                    stop -= 1
                while stop < self.stop and self.tags[stop] in _THINGS and stop == match.end() and self.words[stop][1:].islower():
                    if not self.words[stop][0].isupper():
                        break
                    stop += 1  # "the West Bank"
                if _WHOSE.match(self.tags, stop, self.stop):
                    continue  # "in Karim's 7 October attack": a party
                if stop < self.stop and stop == match.end() and self.tags[stop] in _THINGS:
                    continue  # "in the Army attack": no place
                if self.lows[first] in {"a", "an"} and stop < self.stop and self.tags[stop] in _NOUNISH:
                    continue  # "at a Newroz celebration"
                if self.lows[first] == "of":
                    first += 1  # "outside of Bara"
                capitals = sum(word[0].isupper() and word[1:].islower() for word in self.words[first:stop])
                if capitals > 1 or any(tag in _NAME or tag in _DEMONYM for tag in self.tags[first:stop]):
                    self._places.append((first, stop))
        return self._places

    def parse(self) -> None:
        matches = list(islice(_EVENT.finditer(self.tags, self.first, self.stop), _MOST_EVENTS))
        is_log = _LOG.match(self.tags, self.first, self.stop) is not None
        if not matches and not is_log and not _COUNTED_NOUN.search(self.tags, self.first, self.stop):
            return
        self.groups = self.read_phrases()
        self.events = self._events(matches)
        found = len(self.found)
        self._counted_nouns()
        if len(self.events) > 1:
            self.events = [event for event in self.events if event.kind != "shot" or self._is_other_manner(event)]
        for position, event in enumerate(self.events):
            self._read(event, position)
        if is_log:
            self._logged(found)
        for group in self.groups:
            if not group.taken and group.measure == "held_captive" and not _HELD_CUES.isdisjoint(self.lows[self.first : self.stop]):
                self._add([group], None, "held_captive", "counted_noun")
        if not _FATAL.isdisjoint(self.present):
            self._fatal(found)
        self._alternatives(found)
        self._join_measures(found)
        self.found = []  # what was found refers to this sentence: no circle is left behind for the collector

    def _recent(self) -> Iterator[Found]:
        """What was found last, the latest first: so many that work does not grow with the text."""
        return islice(reversed(self.found), _RECENT)

    def _alternatives(self, before: int) -> None:
        """Numbers that reports give for what the sentence counts: "some reporting three while others reported eight injuries"."""
        if len(self.found) == before:
            return
        for group in self.groups:
            if group.taken or group.number is None or group.head >= 0 or group.subset or group.first == self.first:
                continue
            if self.lows[group.first - 1] in _SETS["gives"] and group.stop == group.number.stop:
                self._add([group], None, self.found[-1].measure, "alternative")

    def _logged(self, before: int) -> None:
        """The counts of a day's log, which leaves the verb out: "Kut: 3 by roadside bomb, 2 bodies"."""
        for item in self.found[before:]:
            if item.measure in {"bodies_recovered", "killed"}:
                item.rule = "logged"
        for group in self.groups:
            if group.number is not None and not group.taken and not group.measure and _LOGGED.match(self.tags, group.stop, self.stop):
                self._add([group], None, "killed", "logged")

    def _fatal(self, before: int) -> None:
        """Those of the ones who were shot who died of it: "ten people were shot, four of them fatally"."""
        for group in self.groups:
            at = group.stop
            if group.number and at < self.stop and self.tags[at] in _FATAL and (at + 1 == self.stop or self.tags[at + 1] in _ENDS):
                group.subset = group.partitive = False
                self.found[before:] = [item for item in self.found[before:] if item.group is not group]
                self._add([group], None, "killed", "fatally")

    def _join_measures(self, before: int) -> None:
        """Count "30 were killed and wounded" as both together."""
        if len(self.found) < before + 2:
            return
        for killed in self.found[before:]:
            if killed.measure != "killed" or killed.group.number is None or killed.group.best in {0, 1} or killed.event is None:
                continue
            for hurt in self.found[before:]:
                both = hurt.measure == "injured" and hurt.group is killed.group and hurt.event is not None
                if both and hurt.event is not None and abs(hurt.event.start - killed.event.start) == 2:
                    killed.measure = "killed_or_injured"
                    self.found.remove(hurt)
                    break

    def _events(self, matches: "list[re.Match[str]]") -> list[Harm]:
        lows, tags = self.lows, self.tags
        events = []
        may_be_past = _PAST_CUE.search(tags, self.first, self.stop) is not None
        may_be_denied = not _DENY.isdisjoint(self.present)
        for match in matches:
            kind = match.lastgroup or ""
            start, stop = match.span()
            word = lows[start]
            if kind == "verb":
                if self._is_adjective(start) or self._is_noun(start, stop):
                    continue
                if word in {"free", "rescue"} and (stop == self.stop or tags[stop] not in _NUMBERS or lows[start - 1] == "to"):
                    continue  # an adjective, or what somebody wants
                event = Harm(start, stop, _MEASURES[word], _FORMS[word], kind)
            elif kind in _ALWAYS:
                event = Harm(start, stop, *_ALWAYS[kind], kind)
            elif kind == "fatal":
                event = Harm(start, stop, "killed", "ing" if lows[stop - 1].endswith("ing") else "pp", kind)
            elif kind == "heldby":
                law = tags[stop + (stop < self.stop and tags[stop] in _DET) : stop + 3]
                event = Harm(start, stop, "detained" if any(tag in _LAW for tag in law) else "held_captive", "pp", kind)
                event.stop = start + 1
            elif kind == "away":
                event = Harm(start, stop, "abducted", "ing" if word == "taking" else "past" if word == "took" else "pp", kind)
            elif kind == "hospital":
                left = next((group for group in self.groups if group.stop == start and group.number), None)
                if left is None or tags[left.first - 1] not in _LEAVE:
                    continue
                event = Harm(start, stop, "injured", "dead", "care")  # "left 27 in hospital"
            elif kind in {"strike", "strikedown"}:
                form = "ing" if word.endswith("ing") else "base" if word in _STRIKE_BASE else "pp"
                event = Harm(start + (self.tags[start] in _BE), stop, "killed", form, kind)
            elif kind == "expel":
                event = Harm(start, stop, "displaced", "ing" if word.endswith("ing") else "pp", kind)
            elif kind == "care":
                if word == "being":
                    continue  # "died after being taken to hospital"
                event = Harm(start, stop, "injured", "dead", kind)
            elif kind == "freed":
                event = Harm(start, stop, "released", "ing" if word == "setting" else "pp", kind)
            elif kind == "possessed":
                event = Harm(start, stop, _MEASURES.get(word, "killed"), "possessed", kind)
            elif kind == "noun" and lows[stop - 1] == "of" and word in _KILLERS:
                event = Harm(start, stop, "killed", "of", kind)
            elif kind == "rise":
                event = Harm(start, stop, self.counted or "killed", "toll", kind)
            elif kind == "shot":
                near = lows[stop : stop + 2] in (["at", "point"], ["at", "close"])  # "shot at close range"
                if (
                    stop < self.stop
                    and not near
                    and (tags[stop] in _AND or lows[stop] in {"at", "down", "himself", "herself", "into", "up"})
                ):
                    continue
                event = Harm(start, stop, "killed", *(("dead", "dead") if lows[start - 1] == "found" else ("pp", kind)))
            elif kind == "captive":
                form = "ing" if word.endswith("ing") else "pp" if word in {"taken", "held", "seized"} else "past"
                event = Harm(start, stop, "held_captive" if word.startswith("h") else "abducted", form, kind)
            elif kind == "dead":
                if self._is_adjective(start):
                    continue
                event = Harm(start, stop, "killed", "dead", kind)
            elif kind == "toll":
                if word in {"number", "tally", "count"} and (start == self.first or lows[start - 1] not in {"the", "total", "their"}):
                    continue
                event = Harm(start, stop, _MEASURES.get(lows[stop - 1]) or self.counted or "killed", "toll", kind)
            else:
                event = Harm(start, stop, "bodies_recovered" if word == "remains" else _MEASURES.get(word, "injured"), "of", kind)
            self._voice(event)
            event.past = may_be_past and self._is_past(event)
            event.unreal = event.unreal or (may_be_denied and self._is_denied(event))
            events.append(event)
        return events

    def _is_denied(self, event: Harm) -> bool:
        """Whether it is what somebody denies: "denied reports that 20 soldiers had been killed", "denied killing anybody"."""
        tags, lows = self.tags, self.lows
        for at in range(event.start - 1, max(self.first, event.start - 14) - 1, -1):
            if tags[at] in _DENY:
                return not _SETS["denied"].isdisjoint(lows[at + 1 : at + 5])
            if tags[at] in _COMMA or tags[at] in _STOP or (tags[at] in _REL and lows[at] != "that"):
                break
        return False

    def _is_adjective(self, at: int) -> bool:
        """Whether the word stands within a phrase, where it is no event: "five wounded soldiers"."""
        for group in self.groups:
            if group.first <= at < group.stop:
                return at < group.stop - 1 or group.measure is not None
        return False

    def _is_noun(self, start: int, stop: int) -> bool:
        """Whether the participle is a noun: "a camp for the internally displaced", "took the injured to hospital"."""
        tags = self.tags
        before = start - 1
        while before > self.first and tags[before] in _ADV:
            before -= 1
        if before < self.first or self.lows[before] != "the" or tags[start] not in _PARTICIPLES:
            return False
        return stop == self.stop or not (tags[stop] in _NOUNISH or tags[stop] in _INCLUDE or tags[stop] in _BE)

    def _is_past(self, event: Harm) -> bool:
        """Whether it is told as the reason or occasion of the day's event: "to avenge the killing of", "days after a similar attack"."""
        tags, lows = self.tags, self.lows
        if event.form == "toll":
            return lows[event.start - 1] in _SETS["former"]
        before = tags[max(self.first, event.start - 7) : event.start]
        if event.form in {"of", "base", "ing"} and any(tag in _MOTIVE for tag in before):
            return True
        for at in range(event.start - 1, max(self.first, event.start - 14) - 1, -1):
            joins = (tags[at] in _COMMA or tags[at] in _AND) and tags[at + 1] not in _NUMBERS
            if joins or tags[at] in _STOP or (tags[at] in _MORE and lows[at - 1] != "after"):
                break
            if (
                lows[at] == "after"
                and at > self.first
                and lows[at - 1] in {"day", "days", "week", "weeks", "month", "months", "year", "years", "soon"}
                and lows[at - 2] != "soon"
            ):
                return True
            if lows[at] in {"similar", "previous", "earlier", "prior"} and tags[at + 1] in _UNIT:
                return True
            if (
                lows[at] == "last"
                and lows[at + 1] in {"time", "week", "month", "year"}
                and any(tag in _REL for tag in tags[at : event.start])
            ):
                return True
            if lows[at] == "time" and lows[at - 1] == "last":
                return True
            if len(lows[at]) == 4 and "1900" <= lows[at] <= "2099" and tags[at + 1] in _UNIT and lows[at - 1] in {"a", "an", "the"}:
                return self.reading.published is None or lows[at] != str(self.reading.published.year)  # "a 2015 bombing that killed 14"
        published = self.reading.published
        for at in range(event.start - 1, max(self.first + 2, event.start - 14) - 1, -1):
            if lows[at] == "when" and lows[at - 1] == "," and len(lows[at - 2]) == 4 and "1900" <= lows[at - 2] <= "2099":
                return published is None or lows[at - 2] != str(published.year)  # "the worst since 2009, when 58 people died"
            if tags[at] in _STOP or tags[at] in _EVENTISH:
                break
        spans = [range(event.stop, min(self.stop, event.stop + 12))]
        if lows[self.first] in {"in", "since", "back"}:
            spans.append(range(self.first + 1, min(event.start, self.first + 4)))
        for span in spans:
            for at in span:
                word = lows[at]
                if tags[at] in _STOP or tags[at] in _EVENTISH:
                    break
                if word == "since" and is_record(lows[event.stop : at]):
                    break
                if (
                    len(word) == 4
                    and word.isdecimal()
                    and "1900" <= word <= "2099"
                    and (lows[at - 1] in {"in", "since"} or (tags[at - 1] in _MONTH and lows[at - 2] in {"in", "since"}))
                ):
                    return int(word) != published.year if published else self.index > 0
        return False

    def _voice(self, event: Harm) -> None:
        tags = self.tags
        position = event.start - 1
        nearest = ""
        while position >= self.first:
            tag = tags[position]
            if tag not in _BEFORE_VERB:
                break
            if tag in _BE:
                nearest = nearest or "be"
                event.be = True
            elif tag in _HAVE:
                nearest = nearest or "have"
            elif tag in _REPORT and event.form != "die":
                nearest = nearest or "report"
            elif (tag in _EVENTISH and position > self.first and tags[position - 1] in _BE) or (
                event.form == "adjective" and self.lows[position] in {"went", "gone"}
            ):
                pass
            elif tag in _WEEKDAY and position - 1 > self.first:
                before = position - 1
                while before > self.first and self.lows[before] in {"last", "on", "week", "this", "late", "early"}:
                    before -= 1
                if tags[before] not in _BE:
                    break
                position = before + 1  # "was last Thursday killed"
            elif not (tag in _ADV or tag in _AUX or tag in _NOT or (self.lows[position] == "since" and tags[position - 1] in _HAVE)):
                break
            position -= 1
        aux = self.lows[position + 1 : event.start]
        if event.form in {"base", "pp"} and (
            not _UNREAL.isdisjoint(aux)
            or ("to" in aux and any(tag in _IRREALIS for tag in tags[max(self.first, position - 5) : position + 1]))
        ):
            event.unreal = True
        event.first = position + 1
        event.relative = position >= self.first and (
            tags[position] in _REL
            or (not nearest and event.form == "pp" and tags[position] in _COMMA and event.stop < self.stop and tags[event.stop] in _PREP)
        )
        event.passive = nearest in {"be", "report"} and event.form in {"pp", "participle", "adjective"}
        if nearest == "have" and event.form == "pp":
            event.form = "past"
        if (
            (nearest == "report" if event.form == "dead" else not nearest and event.form in {"pp", "participle", "die"})
            and position > self.first
            and tags[position] in _AND
            and not self._object_follows(event)
        ):
            for at in range(position - 1, max(self.first, position - 12) - 1, -1):
                if tags[at] in _BE:
                    first = at
                    while first > self.first and (
                        tags[first - 1] in _BE or tags[first - 1] in _HAVE or tags[first - 1] in _ADV or tags[first - 1] in _AUX
                    ):
                        first -= 1
                    event.first = first
                    event.be = event.shared = True
                    event.passive = event.form not in {"die", "dead"}
                    break
                if tags[at] in _SUB or tags[at] in _STOP or any(group.first == at and group.number for group in self.groups):
                    break

    def _counted_nouns(self) -> None:
        for group in self.groups:
            if group.adjective in {"injured", "abducted", "missing"} or (
                group.adjective == "killed" and group.number and not group.measure
            ):
                if "of" not in self.lows[group.first : group.head] and (
                    group.number or not group.definite
                ):  # "12 of the kidnapped nurses": a part of them
                    self._add([group], None, group.adjective, "adjective")
                group.taken = False
            if group.measure is None or group.measure == "held_captive":
                continue
            if group.prep and (group.partitive or self._claimed(group)):
                continue
            if self.lows[group.head] in {"lives", "life"} and group.head >= 0:
                before = self.tags[max(self.first, group.first - 2) : group.first]
                if (
                    not any(tag in _TAKES_LIVES for tag in before)
                    and "loss" not in self.lows[group.first - 2 : group.first]
                    and _SETS["taken"].isdisjoint(self.lows[group.stop : group.stop + 4])
                ):
                    continue  # "saved 20 lives"
            if group.partitive and any(event.first == group.stop for event in self.events):
                continue
            self._add([group], None, group.measure, "counted_noun")

    def _claimed(self, group: Phrase) -> bool:
        return any(event.stop <= group.first <= event.stop + 2 and event.form == "toll" for event in self.events)

    def _add(self, chain: list[Phrase], event: Harm | None, measure: str, rule: str) -> None:
        if event is not None and event.unreal:
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
            self.found.append(Found(group, measure, self, span, described, event))

    def _read(self, event: Harm, position: int) -> None:
        form = event.form
        if form in {"pp", "dead", "participle"} and not event.passive:
            match = _LISTED.match(self.tags, event.stop, self.stop)
            if match is not None and self._adjacent_left(event) is None:
                index = next((index for index, group in enumerate(self.groups) if group.first >= event.stop), -1)
                if index >= 0 and self.groups[index].first == match.end():
                    chain = self._chain(index, event)
                    if self.tags[event.stop] in _INCLUDE or self.lows[max(self.first, event.start - 1)] in {"the", "those", "among"}:
                        is_part = self.tags[event.stop] in _INCLUDE or self._is_among(event)
                        for group in chain:
                            group.subset = is_part
                            group.partitive = True  # "the dead are ...": all of them, where nobody was counted before
                    self._take(chain, event, "listed")
                    return
        if event.kind in {"strike", "captive", "expel"} and event.stop - event.start > 2:
            inside = [
                group
                for group in self.groups
                if event.start < group.first
                and group.stop <= event.stop
                and not group.prep
                and (group.number or event.kind == "strike" or group.best)
                and (self.lows[group.head] not in _CAPTIVES or (group.number and group.stop == event.stop))
            ]
            if inside:
                self._take(inside, event, "object_inside")
                return
            if any(tag in _PRON1 for tag in self.tags[event.start : event.stop]):
                self._take([self._single(event.start, event.stop)], event, "pronoun")
                return
        if form == "possessed":
            owners = [group for group in self.groups if group.stop == event.start - 1 and group.number and group.head >= 0]
            if owners:
                self._take(owners, event, "possessor")  # "the six monks' slaying"
        elif form == "self":
            if self.tags[event.stop - 1] in _PRON_ONE:
                self._add([self._single(event.stop - 1, event.stop)], event, event.measure, "self")
        elif form == "corpse":
            first = event.start
            while first > self.first and (self.tags[first - 1] in _MODIFIER or self.lows[first - 1] == "-"):
                first -= 1
            before = self.tags[first - 1] if first > self.first else ""
            if before not in _NUMBERS:  # "his body was found": somebody who is told already
                told = before in _DET and self.lows[first - 1] != "a"
                self._add([self._single(event.start, event.start + 1)], event, event.measure, "pronoun" if told else "corpse")
        elif form == "named":
            end, names = self.names(event.stop)
            index = next((index for index, group in enumerate(self.groups) if group.first == event.stop and group.number), -1)
            if index >= 0:
                chain = self._chain(index, event)
                for group in chain:
                    group.partitive = True
                self._take(chain, event, "listed")
            elif names:
                group = self._single(event.stop, end)
                group.low = group.best = group.high = names
                group.partitive = True  # all of them, where nobody was counted before
                self._take([group], event, "name")
        elif form == "toll":
            self._toll(event)
        elif form in {"ing", "base", "of", "past"}:
            self._right(event)
        elif form in {"die", "dying", "dead"} or event.passive or form == "adjective":
            self._left(event, position)
        elif self._object_follows(event):
            self._right(event)
        else:
            self._left(event, position)

    def _object(self, event: Harm) -> int:
        """The index of the group that begins right after the event, -1 where there is none; a name in that place becomes a group."""
        tags = self.tags
        match = _BEFORE_OBJECT.match(tags, event.stop, self.stop)
        start = match.end() if match else event.stop
        if start + 1 < self.stop and (tags[start] in _AND or self.lows[start] in {"or", "/"}) and tags[start + 1] in _EVENTISH:
            start += 2  # "killed and wounded five"
        if start + 1 < self.stop and tags[start] in _SELF and (tags[start + 1] in _AND or tags[start + 1] in _PREP):
            group = self._single(start, start + 1)
            index = next((index for index, other in enumerate(self.groups) if other.first > start), len(self.groups))
            self.groups.insert(index, group)
            return index
        owner = _OWNER.match(tags, start, self.stop)
        if owner is not None:  # "killed the man's wife"
            index = next((index for index, group in enumerate(self.groups) if group.first >= owner.end() - 1), -1)
            if index >= 0 and self.groups[index].first <= owner.end():
                return index
        aged = _AGED.match(tags, start, self.stop)
        at = start = aged.end() if aged else start
        while at < self.stop and at < start + 6 and (tags[at] in _NAME or tags[at] in _TITLE or tags[at] in _GEN):
            at += 1
        for index, group in enumerate(self.groups):
            if group.first >= event.stop:
                if group.first <= start or group.first <= at:
                    return index
                break
        else:
            index = len(self.groups)
        if (
            at == start
            and start + 1 < self.stop
            and tags[start] in _ARTICLE
            and not self.lows[start + 1][0].isdigit()
            and event.measure in {"killed", "injured", "abducted"}
        ):
            run = _RUN.match(tags, start + 1, self.stop)
            end = run.end() if run else start + 1
            if end > start + 1 and self._head(start + 1, end) == -1 and not any(word[-1] == "s" for word in self.lows[start + 1 : end]):
                group = self._single(start, end)
                group.definite = False
                self.groups.insert(index, group)
                return index
        end, names = self.names(start)
        if names:
            group = self._single(start, end)
            group.low = group.best = group.high = names
            self.groups.insert(index, group)
            return index
        if at > start or (
            start < self.stop and self.lows[start] in {"him", "her"} and (start + 1 == self.stop or tags[start + 1] not in _MODIFIER)
        ):
            group = self._single(start, max(at, start + 1))
            self.groups.insert(index, group)
            return index
        return -1

    def _object_follows(self, event: Harm) -> bool:
        tags = self.tags
        match = _BEFORE_OBJECT.match(tags, event.stop, self.stop)
        start = match.end() if match else event.stop
        if start >= self.stop:
            return False
        if any(event.stop <= group.first <= start for group in self.groups):
            return True
        if start + 2 < self.stop and (tags[start] in _AND or self.lows[start] in {"or", "/"}) and tags[start + 1] in _EVENTISH:
            return any(group.first == start + 2 for group in self.groups)
        return (
            tags[start] in _NAME
            or self.lows[start] in {"them", "all"}
            or tags[start] in _SELF
            or _AGED.match(tags, start, self.stop) is not None
            or (tags[start] in _DET and not _TIME_AGO.match(tags, start, self.stop))
            or tags[start] in _PRON1
            or tags[start] in _TITLE
        )

    def _adjacent_left(self, event: Harm) -> Phrase | None:
        return next((group for group in self.groups if group.stop == event.first and (not group.prep or group.number)), None)

    def _claimed_later(self, group: Phrase, event: Harm) -> bool:
        """Whether the group is the subject of an event that follows it directly."""
        for later in self.events:
            if later is event or later.start < group.stop:
                continue
            return later.first == group.stop and later.form in {"pp", "participle", "dead", "die", "adjective", "dying"}
        return False

    def _right(self, event: Harm) -> None:
        index = self._object(event)
        if index < 0 and event.stop < self.stop and self.lows[event.stop] in {"them", "all"}:
            last = next(
                (item for item in self._recent() if item.sentence >= self.index - 1 and item.measure in {"abducted", "held_captive"}),
                None,
            )
            if last is not None and event.measure != last.measure:
                self._add([last.group], event, event.measure, "pronoun_them")
            return
        if index < 0 or (self._claimed_later(self.groups[index], event) and self.groups[index].number is None):
            return
        if self.lows[event.stop - 1] == "to" and self.lows[self.groups[index].head] == "head":
            return  # "wounds to the head"
        if self.groups[index].prep and event.form != "of" and self.groups[index].first != event.stop:
            return
        if event.kind == "lost" and (self.groups[index].number is None or self.lows[self.groups[index].head] not in _SETS["losable"]):
            return  # "lost 12 soldiers" and no "lost two sponsors"
        if (
            self.groups[index].taken
            and self.groups[index].measure is None
            and not (self.tags[event.start - 1] in _AND or self.lows[event.start - 1] in {"or", "/"})
        ):
            return
        group, tag = self.groups[index], self.tags[self.groups[index].first]
        rule = (
            "object"
            if group.head >= 0 or group.number
            else "name"
            if tag in _NAME or tag in _TITLE
            else "pronoun"
            if tag in _PRON1
            else "unknown_noun"
        )
        self._take(self._chain(index, event), event, rule)

    def _chain(self, index: int, event: Harm) -> list[Phrase]:
        chain = [self.groups[index]]
        while index + 1 < len(self.groups):
            following = self.groups[index + 1]
            gap = following.first - chain[-1].stop
            if following.subset:
                # "five people, including a child, ..." stays in the chain and out of the sum
                whom = self.lows[following.first - 1] in _PARTITIVES or following.partitive
                if gap > 10 or following.speaker or (whom and self._claimed_later(following, event)):
                    break
            elif following.prep and following.number is None and gap <= 8 and index + 2 < len(self.groups):
                index += 1  # "killed an elder of the eastern tribes and five others": of whom, not who
                continue
            elif (
                gap > 30
                or following.speaker
                or not _JOIN.fullmatch(self.tags, chain[-1].stop, following.first)
                or self._claimed_later(following, event)
            ):
                break
            chain.append(following)
            index += 1
        return chain

    def _left(self, event: Harm, position: int) -> None:
        floor = self.first
        if event.kind == "dead" and not event.be:
            left = next((at for at in range(event.first - 1, max(floor, event.first - 40) - 1, -1) if self.tags[at] in _LEAVE), -1)
            floor = max(floor, left + 1)
        reduced = False
        for earlier in self.events[:position]:
            if earlier.stop <= event.first and earlier.form != "of" and not earlier.relative:
                reduced = (event.be or event.form == "die") and self._is_reduced(earlier, event)
                if not reduced:
                    floor = max(floor, earlier.stop)
        stop = event.first
        before = stop - 1
        while before > self.first and (self.tags[before] in _COMMA or self.tags[before] in _REL):
            before -= 1
        elided = before >= floor and self.tags[before] in _AND
        if stop > floor and self.tags[stop - 1] in _DASH:  # "five members of a family - a man, his wife and ... - were killed"
            opens = next((at for at in range(stop - 2, max(floor, stop - 40), -1) if self.tags[at] in _DASH), stop)
            if any(opens - 5 <= group.stop <= opens and group.number is not None for group in self.groups):
                stop = opens
        best = None
        weak = None
        if event.be and event.first > self.first and self.lows[event.first - 1] in {"he", "she"}:
            others = self._together(event)
            one = self._single(event.first - 1, event.first)  # "stabbed two guards before he was shot dead"
            self._take([one, *others], event, "subject" if others else "pronoun")
            return
        gerund = self.lows[event.first] == "being" and event.first > self.first and self.lows[event.first - 1] in {"before", "after"}
        for index in reversed(range(len(self.groups))):
            group = self.groups[index]
            shared = event.shared or (event.relative and stop - group.stop <= 3) or reduced
            if group.stop > stop or (group.taken and not shared):
                continue
            if group.taken and any(item.group is group and item.measure == event.measure for item in self._recent()):
                continue  # counted already
            if group.first < floor:
                break
            if not event.be and group.number is None and self._is_ranked(group):
                continue
            if gerund and group.first > self.first and self.tags[group.first - 1] in _STRUCK:
                continue  # "a man stabbed two guards before being shot dead"
            beside = group.stop == stop and not event.be
            if event.relative and group.number is not None and group.stop == stop - 1 and "was" not in self.lows[event.first : event.start]:
                beside = True  # "articles on the six priests who were murdered"
            if group.partitive and not beside and self._part_of_earlier(index, floor):
                continue
            counted = group.measure and not group.partitive and not (group.measure in _SETS["holding"] and event.measure != group.measure)
            if (
                group.subset
                and beside
                and event.form == "die"
                and group.first > self.first
                and self.lows[group.first - 1] in {"whom", "which"}
            ):
                group.subset = group.partitive = False  # "wounded 12, of whom three died"
            if group.subset or counted or (group.prep and not beside) or group.speaker:
                continue
            inner = group.prep and index > 0 and self.groups[index - 1].number and self.groups[index - 1].stop == group.first - 1
            if inner and self.lows[group.first - 1] == "of":
                continue  # "four members of one family killed"
            if group.is_weak:
                weak = index if weak is None or elided else weak
                if not elided and best is None and group.stop == stop and self.lows[group.first - 1] in _CLAUSE:
                    break
                continue
            if elided and best is not None and self.groups[best].number is not None and group.number is None:
                continue
            best = index
            if not elided:
                break
        if best is None:
            best = weak
        if best is None:
            others = self._together(event)
            if others:
                self._take(others, event, "together")
            if event.first > self.first and self.lows[event.first - 1] in _SETS["captured"]:
                group = self._single(event.first - 1, event.first)
                group.low = group.best = group.high = None
                self._take([group], event, "pronoun_them")
                return
            if event.kind != "strikedown":
                self._named(event, floor)
            return
        chain = [self.groups[best]]
        index = best
        whole = self.groups[best].partitive and self.lows[self.groups[best].stop - 1] == "them"
        while not whole and index > 0 and self.groups[index - 1].first >= floor:
            before_group = self.groups[index - 1]
            held = before_group.measure in _SETS["holding"] and before_group.measure != event.measure
            if (before_group.taken and not event.shared) or (before_group.measure and not held) or before_group.speaker:
                break
            if before_group.subset:
                if chain[0].first - before_group.stop > 12:
                    break
            else:
                # details in between belong to the phrase before them: "six priests (five men of one order and ...) and two women"
                joined = next(group for group in chain if not group.subset)
                gap = joined.first - before_group.stop
                if (
                    (before_group.prep and not (before_group.number and (event.relative or self._is_with(before_group))))
                    or gap > 30
                    or (joined.other and not before_group.other and gap == 1 and self.tags[joined.first - 1] in _COMMA)
                    or not _JOIN.fullmatch(self.tags, before_group.stop, joined.first)
                ):
                    break
            chain.insert(0, before_group)
            index -= 1
        for group in self.groups[best + 1 :]:
            if group.stop > event.first:
                break
            if group.subset or (group.partitive and not group.taken):
                chain.append(group)
        if chain[0].first > self.first and self.lows[chain[0].first - 1] == "after" and event.be and not chain[0].other:
            event.past = True  # "... after two protesters were shot dead"
        if self._is_among(event):
            for group in chain:
                group.subset = True  # "a paramedic was among the dead"
        if "was" in self.lows[event.first : event.start] and not any(group.number for group in chain):
            told = [group for group in chain if not group.subset]
            if len(told) > 1 and all(group.best == 1 and self.lows[group.first] not in _POSSESSIVES for group in told):
                for group in told[1:]:
                    group.subset = True  # "a journalist, a father of two, was killed"
        self._names_before(chain, floor)
        if event is self.events[0]:
            self._added_before(chain, event)
        chain += self._together(event)
        if chain[-1].first < event.start:
            parts = self._parts_after(event)
            chain += parts + self._places_after(event, parts[-1].stop if parts else event.stop)
        self._take(chain, event, "subject")

    def _is_other_manner(self, shot: Harm) -> bool:
        """Whether people are told to have died in another way beside it: "11 drowned and seven were shot"; if so, it killed as well."""
        if all(self.lows[event.start] not in _SETS["manners"] for event in self.events):
            return False
        if not any(group.number is not None and group.stop == shot.first for group in self.groups) and not self._object_follows(shot):
            return False
        shot.kind = "manner"
        return True

    def _is_ranked(self, group: Phrase) -> bool:
        """Whether it only tells how many there were before: "the third of its envoys killed since May"."""
        return group.definite and any(tag in _ORDINAL for tag in self.tags[max(self.first, group.first - 1) : group.head])

    def _together(self, event: Harm) -> list[Phrase]:
        """Who is told with the subject behind the verb: "was killed along with two bodyguards"."""
        match = _TOGETHER.match(self.tags, event.stop, self.stop) if event.stop < self.stop else None
        if match is None:
            return []
        index = next((index for index, group in enumerate(self.groups) if group.first == match.end()), -1)
        return [] if index < 0 or self._claimed_later(self.groups[index], event) else self._chain(index, event)

    def _is_reduced(self, event: Harm, later: Harm) -> bool:
        """Whether it only describes the subject of a later verb: "three porters kidnapped a week ago were released"."""
        if event.form != "pp" or event.be or event.passive or self._adjacent_left(event) is None:
            return False
        return not any(tag in _AND or tag in _COMMA or tag in _SUB or tag in _STOP for tag in self.tags[event.stop : later.first])

    def _is_with(self, group: Phrase) -> bool:
        """Whether it begins what goes with the clause before: "..., with 12 hostages and two guards dead"."""
        return self.lows[group.first - 1] == "with" and self.tags[group.first - 2] in _COMMA

    def _is_among(self, event: Harm) -> bool:
        """Whether it is "among the dead" or "among those killed"."""
        at = event.start - 1
        if at > self.first and self.lows[at] in {"the", "those"}:
            at -= 1
        return at >= self.first and self.lows[at] == "among"

    def _part_of_earlier(self, index: int, floor: int) -> bool:
        """Whether it is as in "nine people, four of them nurses, were killed"."""
        if index == 0:
            return False
        before, group = self.groups[index - 1], self.groups[index]
        if before.first < floor or before.subset or (before.number is None and before.best is not None) or group.first - before.stop > 3:
            return False
        return all(tag in _COMMA or tag in _DASH or tag in _OPEN for tag in self.tags[before.stop : group.first])

    def _parts_after(self, event: Harm) -> list[Phrase]:
        """The parts in "... were killed, including two children" and "... were wounded, two of them critically"."""
        parts: list[Phrase] = []
        at = event.stop
        for index, group in enumerate(self.groups):
            if group.first < event.stop:
                continue
            if (
                group.first - at > 4
                or group.speaker
                or any(other.start < group.first for other in self.events if other.start >= event.stop)
                or self._claimed_later(group, event)
            ):
                break
            if not (group.subset or (group.partitive and index > 0 and self.tags[group.first - 1] in _COMMA)):
                break
            group.subset = True
            parts.append(group)
            at = group.stop
        return parts

    def _places_after(self, event: Harm, at: int) -> list[Phrase]:
        """The other places in "five people were killed in Homs, three in Hama and two in Idlib"."""
        lows = self.lows
        found: list[Phrase] = []
        after_parts = at > event.stop
        for group in self.groups:
            if group.first < at or group.number is None:
                continue
            ends = (
                (group.head < 0 or (group.other and lows[group.head] == "others"))
                and group.stop < self.stop
                and lows[group.stop] in {"in", "at", "near", "on"}
            )
            between = _TO_NEXT if after_parts and not found else _TO_NEXT_PLACE
            if not ends or group.first - at > 12 or not between.fullmatch(self.tags, at, group.first):
                break
            found.append(group)
            at = group.stop
        return found

    def _names_before(self, chain: list[Phrase], floor: int) -> None:
        """A name that is joined to the first of the chain: "Ahmed Ali and his wife"."""
        tags = self.tags
        first = chain[0].first
        at = first - 1
        while at > floor and (self.lows[at] in _ADDS or tags[at] in _COMMA or (self.lows[at].isdigit() and len(self.lows[at]) < 3)):
            at -= 1
        kin = at < first - 1 and self.lows[first] in _POSSESSIVES and self.lows[chain[0].head] in _KIN and tags[at] in _NAME
        if (at == first - 1 and tags[at] in _AND) or (at < first - 1 and self.lows[first - 1] in {"with", "alongside"}) or kin:
            if tags[at] in _AND:
                at -= 1
            if at >= floor and tags[at] in _NAME:
                start = at
                while start > floor and (tags[start - 1] in _NAME or tags[start - 1] in _TITLE):
                    start -= 1
                if start == self.first or tags[start - 1] not in _PREP:
                    chain.insert(0, self._single(start, at + 1))

    def _added_before(self, chain: list[Phrase], event: Harm) -> None:
        """Who is told with the first of the chain: "In addition to the bomber, four people were killed"."""
        match = _ADDED.search(self.tags, self.first, event.first)
        if match is None or chain[0].number is None:
            return
        start = match.end()
        group = next((group for group in self.groups if group.first in {start, start - 1} and group.stop < event.first), None)
        if group is not None and group.attacker and event.measure == "injured":
            self._add([group], None, "killed", "added")
            return
        if group is None and self.tags[start] in _NAME:
            stop = start
            while stop < chain[0].first and self.tags[stop] in _NAME:
                stop += 1
            group = self._single(start, stop)
        if group is not None and self.tags[group.stop] in _COMMA and group not in chain:
            chain.insert(0, group)

    def _named(self, event: Harm, floor: int) -> None:
        """Nobody is described, but somebody may be named: "Ahmed Ali was shot dead"."""
        tags = self.tags
        if event.form == "dead" and not event.be:
            for at in range(event.first - 1, max(self.first, event.first - 40) - 1, -1):
                if tags[at] in _LEAVE and tags[at + 1] in _NAME:  # "leaving Ali Torr, 35, and Omar Said dead"
                    end, names = self.names(at + 1)
                    if end >= event.first - 1:
                        group = self._single(at + 1, event.first)
                        group.low = group.best = group.high = names or 1
                        self._take([group], event, "name")
                    return
                if tags[at] in _STOP:
                    return
        if not (event.form == "die" or (event.passive and event.be) or (event.kind == "dead" and event.be)):
            return
        stop = event.first
        start = max(floor, stop - 30)
        for at in range(stop - 2, start - 1, -1):
            if tags[at] in _STOP or (tags[at] in _SUB and self.lows[at] != "as"):
                start = at + 1
                break
        single = event.form == "die" or any(tag in _BES for tag in tags[event.first : event.start]) or self.lows[event.first] == "has"
        if single and not event.relative:
            for at in range(start, stop):
                if tags[at] in _ARTICLE and (at == self.first or tags[at - 1] not in _PREP):
                    run = _RUN.match(tags, at + 1, stop)
                    end = run.end() if run else at + 1
                    end = next((to for to in range(at + 2, end) if tags[to] in _ING), end)  # "the traders going to market"
                    if (
                        end > at + 1
                        and self._head(at + 1, end) == -1
                        and self.lows[end - 1][-1] != "s"
                        and tags[at + 1] not in _UNIT
                        and event.measure in {"killed", "injured", "abducted"}
                        and tags[end - 1] not in _NAME
                    ):
                        group = self._single(at, end)
                        group.definite = False
                        self._take([group], event, "unknown_noun")
                        return
        for at in range(start, stop):
            if tags[at] in _PRON1:
                self._take([self._single(at, at + 1)], event, "pronoun")
                return
            if (
                tags[at] in _NAME
                and (at == self.first or tags[at - 1] not in _PREP)
                and not (at > self.first and self.lows[at - 1] in {"the", "an"})
            ):
                end, names = self.names(at)
                if not names:
                    end = at + 1
                    while end < stop and tags[end] in _NAME:
                        end += 1
                group = self._single(at, min(end, stop))
                if not single:
                    if names < 2:
                        return
                    group.low = group.best = group.high = names
                self._take([group], event, "name")
                return

    def _single(self, first: int, stop: int) -> Phrase:
        group = Phrase(first, stop, -1, None)
        group.low = group.best = group.high = 1
        group.definite = True
        return group

    def _refer(self, chain: list[Phrase], event: Harm) -> None:
        """Give "the hostages were released" the number of those who were abducted."""
        group = chain[0]
        if (
            len(chain) > 1
            or not (group.definite and group.is_weak)
            or event.measure not in {"released", "killed"}
            or (event.measure == "killed" and self.lows[group.head] not in _SETS["hostages"])
            or self._is_among(event)
        ):
            return
        last = next((item for item in self._recent() if item.measure in {"abducted", "held_captive"} and not item.subset), None)
        if last is not None:
            group.low, group.best, group.high = last.group.low, last.group.best, last.group.high
            group.quantifier = last.group.quantifier

    def _recall(self, chain: list[Phrase], event: Harm) -> None:
        """Give "the assailants were killed" the number of the "two assailants" of whom the text told before."""
        group = chain[0]
        if len(chain) > 1 or not (group.definite and group.is_weak) or group.head < 0:
            return
        if event.measure not in _OF_ALL or self._is_among(event):
            return
        if group.first < event.start and not (event.be or event.form in {"die", "dead"}):
            return
        lows, tags = self.lows, self.tags
        noun = lows[group.head]
        for at in range(group.first - 1, max(0, group.first - _RECALLED) - 1, -1):
            if lows[at] != noun:
                continue
            number = next((number for number in numbers(lows, tags, max(0, at - 4), at) if number.best and number.best > 1), None)
            if number is None or any(tag not in _MODIFIER for tag in tags[number.stop : at]):
                continue
            if not any(item.measure == event.measure and item.group.best == number.best for item in self._recent()):
                group.low, group.best, group.high, group.quantifier = number.low, number.best, number.high, number.quantifier
            return

    def _between_ends(self, chain: list[Phrase]) -> list[Phrase]:
        """Two numbers that are the ends of one: "at least four civilians and as many as seven"."""
        main = [group for group in chain if not group.subset]
        if len(main) != 2 or main[0] is not chain[0]:
            return chain
        low, high = main
        upper = high.number is not None and high.quantifier == "up_to" and not high.other and (high.head < 0 or low.head < 0)
        lower = low.number is not None and low.quantifier in {"exact", "at_least"}
        if not (upper and lower and low.best is not None and high.best is not None and low.best < high.best):
            return chain
        low.low, low.high, low.quantifier, high.taken = low.best, high.best, "range", True
        if low.head < 0:
            low.head, low.stop = high.head, high.stop
        return [group for group in chain if group is not high]

    def _take(self, chain: list[Phrase], event: Harm, rule: str) -> None:
        self._refer(chain, event)
        self._recall(chain, event)
        chain = self._between_ends(chain)
        if (
            self._is_of_things(chain[0], event)
            or self._is_escape(chain[0], event)
            or (event.form == "die" and chain[0].number is None and self._is_natural(event))
        ):
            return
        if len(chain) > 1:
            several = rule == "subject" and not {"were", "are", "have"}.isdisjoint(self.lows[event.first : event.start])
            if not (several and len(chain) == 2 and chain[0].best == chain[1].best == 1):  # "journalist A and driver B were killed"
                self._appositions(chain)
        self._add(chain, event, event.measure, rule)

    def _is_of_things(self, phrase: Phrase, event: Harm) -> bool:
        """Whether a verb that is not said of people alone has an object that is not known for people: "released five albums"."""
        if self.lows[event.start] in _SETS["freeing"] and self.lows[event.start] != "free":
            return phrase.adjective != "abducted" and _SETS["hostages"].isdisjoint(self.lows[phrase.first : phrase.stop])
        if event.measure not in {"released", "displaced", "detained"} and self.lows[event.start] not in _SETS["loose"]:
            return False
        if phrase.number is None or phrase.head >= 0 or phrase.partitive:
            return False
        if phrase.stop > phrase.number.stop:
            return self.tags[phrase.stop - 1] not in _NAME
        if event.measure == "displaced" and event.kind == "verb" and self.lows[event.start] == "displaced":
            return False
        return not any(item.measure in _SETS["holding"] or item.measure == event.measure for item in self._recent())

    def _is_escape(self, phrase: Phrase, event: Harm) -> bool:
        """Whether "fled" tells of a few who ran off, and not of people who left their homes."""
        if self.lows[event.start] == "evacuated":
            row = _VICTIMS.get(self.lows[phrase.head]) if phrase.head >= 0 else None
            return row is not None and row[2] == "combatant"
        if self.lows[event.start] != "fled":
            return False
        if phrase.number is None or phrase.attacker:
            return True
        many = phrase.best is None or phrase.best >= 100
        return not many and not (phrase.head >= 0 and self.lows[phrase.head] in _GENERIC and (phrase.best or 0) >= 10)

    def _is_natural(self, event: Harm) -> bool:
        """Whether somebody died of illness or age: "died at 91", "died after a long illness"."""
        if not _SETS["illness"].isdisjoint(self.lows[self.first : self.stop]):
            return True
        ahead = self.lows[event.stop : min(self.stop, event.stop + 5)]
        return any(word in {"at", "aged", "age"} and number.isdigit() and len(number) < 4 for word, number in pairwise(ahead))

    def _appositions(self, chain: list[Phrase]) -> None:
        """What only says again who was counted is part of it: "five people, two men and three women"; "a lawyer, member of ..."."""
        main = [group for group in chain if not group.subset]
        if len(main) < 2:
            return
        tags, lows = self.tags, self.lows
        head = main[0]
        rest = [group.best for group in main[1:]]
        gap = tags[head.stop : main[1].first]
        if (
            head.number is not None
            and head.best
            and None not in rest
            and len(gap) <= 14
            and not any(tag in _AND or tag in _EVENTISH for tag in gap)
            and _ADDS.isdisjoint(lows[head.stop : main[1].first])
        ):
            total = sum(value for value in rest if value)
            generic = head.head >= 0 and lows[head.head] in _GENERIC
            described = all(group.head >= 0 and (tags[group.head] in _DEMONYM or lows[group.head] in _KINDS) for group in main[1:])
            closed = head.best > 3 or lows[main[-1].stop : main[-1].stop + 1] in ([","], [")"], ["-"])
            if (total == head.best and (generic or (described and closed))) or (
                total <= head.best and generic and (described or not main[1].number)
            ):
                for group in main[1:]:
                    group.subset = True
                return
        same: list[Phrase] = []  # who is told once more is nobody else
        for before, group in pairwise(main):
            if before.best != 1 or group.best != 1 or group.number or group.other:
                continue
            joint = tags[before.stop : group.first]
            if len(joint) == 1 and joint in _COMMA and group.stop < self.stop and tags[group.stop] in _STRUCK:
                continue  # the headline "Candidate, guard shot dead"
            if lows[group.first] in _POSSESSIVES and lows[group.head] in _KIN:
                continue  # "his brother Yusuf, 14, and a cousin"
            if before.subset:
                # "Lena Orr, a surgeon and mother of two": goes on about the same person
                bare = tags[group.first] not in _DET and tags[group.first] not in _GEN
                if bare and len(joint) == 1 and joint in _AND:
                    group.subset = True
                    same.append(group)
                continue
            if joint and joint[-1] in _COMMA and (joint[0] in _NAME or before.head < 0):
                group.subset = True
                same.append(group)
                continue
            if before.number and before.number.form != "one":
                continue
            bare = tags[group.first] not in _DET and tags[group.first] not in _GEN
            if bare and lows[before.first] in _POSSESSIVES:
                pass  # "his driver and bodyguard"
            elif (bare and lows[group.head] not in _KIN and lows[before.head] not in _KIN) or (
                len(joint) == 1 and joint in _COMMA and group is main[-1] and lows[group.first] in {"a", "an", "the"}
            ):
                group.subset = True
                same.append(group)
        chain[:] = [group for group in chain if group not in same]

    def _toll(self, event: Harm) -> None:
        for index, group in enumerate(self.groups):
            if group.number is None or group.number.best is None:
                continue
            if group.stop <= event.start:
                if group.stop == event.start and self.lows[group.first - 1] == "to":
                    self._add([group], event, event.measure, "toll")
                    return
                continue
            if group.first < event.stop:
                continue
            if group.first - event.stop > 24 or any(tag in _SUB for tag in self.tags[event.stop : group.first]):
                break
            words = self.lows[event.stop : group.first]
            if not _SETS["formerly"].isdisjoint(words) and index + 1 < len(self.groups):
                continue  # "the toll, previously put at 12, was raised to 15"
            if not _SETS["passes"].isdisjoint(words[-1:]) and "not" in words:
                group.low, group.high, group.quantifier = None, group.best, "at_most"
            elif not _SETS["passes"].isdisjoint(words[-1:]) and group.quantifier == "exact":
                group.low, group.high, group.quantifier = group.best, None, "more_than"
            after = self.lows[group.stop] if group.stop < self.stop and self.tags[group.stop] in _EVENTISH else ""
            if event.measure == "killed_or_injured" and after in _MEASURES:
                event.measure = _MEASURES[after]  # "the number of casualties rose to 12 dead and 45 injured"
            varies = not _SETS["varies"].isdisjoint(self.lows[event.stop : group.first])
            if group.number.quantifier == "range" and self.lows[group.number.first] == "from" and not varies:
                group.low = group.best = group.high
                group.quantifier = "exact"
                to = next(at for at in range(group.number.core, group.number.stop) if self.lows[at] == "to") + 1
                group.number = group.number._replace(first=to, core=to)
            following = self.groups[index + 1] if index + 1 < len(self.groups) else None
            if (
                self.lows[group.first - 1] == "from"
                and following is not None
                and following.number is not None
                and self.lows[following.first - 1] == "to"
            ):
                self._add([following], event, event.measure, "toll")
            else:
                self._add([group], event, event.measure, "toll")
            return
