"""One sentence as figures are read: its phrases, its harms, its days and places, and what was found in it.

Belongs here: what every step on the way to a figure asks of a sentence or leaves in it. The way is one: `victim` reads the phrases, and
`event` the harms (`kind`: what was done; `voice`: the verb group; `occasion`: what is told as earlier; `unreal`: what did not happen);
`object`, `subject` and `single` find who stands beside a harm, `chain` who is told in one breath with them; `taken` settles whether they
are counted, `count` reads counts without a verb, `literal` takes away what tells no harm, and `harm` puts it all together. Does not
belong here: any of these.
"""

from collections.abc import Iterator
from itertools import islice

from transforms.lexicon import rows
from transforms.text.casualties.parts import SAYING
from transforms.text.casualties.phrase import Phrase
from transforms.text.casualties.victim import Phrases
from transforms.text.quantities.classes import (
    ALPHABET,
    BE,
    COMMA,
    DASH,
    DEMONYM,
    DET,
    EVENTISH,
    GEN,
    NAME,
    NOUNISH,
    NUMBERS,
    OPEN,
    REL,
    SAY,
    SETS,
    WEEKDAY,
)
from transforms.text.quantities.date import HOLY, Date, dates, may_date
from transforms.text.reading import Reading

_having = ALPHABET.having
_WHOSE = ALPHABET.compile("{GEN}(?:{DIGITS|MONTH|ORDINAL}){0,3}{ASSAULT}")
_ONE_NAME = 2  # a comma and a name
_RECENT = 60  # figures that a sentence looks back over
_PLACE = ALPHABET.compile(
    r"(?:{in|at|near|off|into|inside|outside|across|around|throughout|within}|{on|along}(?={DET}?(?:{PLACE|NAME|DEMONYM|ADJ|UNIT}{0,4}){PLACE}{1,2}{of}|(?:{NAME}{1,3}{GEN})?{NAME}{1,4}{ROAD})|(?<={ASSAULT|fire})(?:{on}|{of})(?={NAME}|{PLACE}{NAME}|{DET}{NAME}{1,3}{PLACE})|{on}(?={lake|mount|monte|mont|volcano|island}{NAME}|{^STOP|COMMA|NUMBER|NAME|DET}?{NAME}{1,3}{island})|{HIT}(?={NAME}))"
    r"(?P<place>{DET}?(?:{ADJ|ED|ING|WORD|LY|MOSTLY}{1,3}(?={NAME|PLACE|DEMONYM}))?(?:{PLACE|GEN|of|the|NAME|DEMONYM|TITLE|-}){1,9}(?:{COMMA}(?:{NAME|PLACE|GEN|of|the}){1,6})*(?:{and}(?:{PLACE}{NAME}{1,3}|{NAME}{1,3}{districts|provinces|regions|states|towns|villages|cities|counties}|{kashmir|herzegovina}))?)"
    r"|(?P<side>(?:{DET}(?:{ADJ|WORD|ED|LY|DEMONYM}{0,3}))?(?:{villages|towns|cities|districts|provinces|regions|states|neighbourhoods|neighborhoods}{of}{NAME}{1,3}(?:{COMMA}{NAME}{1,3})*{and}{NAME}{1,3}|{PLACE}{of}{PLACE}?{NAME}{1,4}))"
    r"|{on}(?P<flank>{the}{DEMONYM}{side})(?:{of}{the}{border|frontier})?"
    r"|{on}(?P<way>{DET}{ROAD}(?:{between|from|to|linking}{NAME}{1,3}(?:{and|to}{NAME}{1,3})?))"
)
_LEADS_TO_PLACE = _having(
    *("HIT", "PLACE", "in", "at", "near", "off", "into", "inside", "outside", "across", "around", "throughout", "within", "on", "of")
)
_SPOKEN_WITHIN = 12  # as far back as a day may stand from the verb of saying that rules it
_SPOKEN = ALPHABET.compile(
    r"(?:{told|tells}(?:{^STOP|COMMA|MEASURE|SUB|NUMBER|that|QUOTE}){1,8}?"
    r"|{SAY}(?:{in|on|by|at|to|from|via}(?:{^STOP|COMMA|MEASURE|SUB|NUMBER|ASSAULT|WEAPON|QUOTE}){1,6}){0,2}){on|late|early}{0,2}"
)
# Where somebody tells it: "told a news conference in Bara", "said in Bara".
_VENUE = ALPHABET.compile(
    r"(?:{told|tells}(?:{^STOP|COMMA|MEASURE|SUB|NUMBER|that|QUOTE|ASSAULT|WEAPON|ED|BE|HAVE|AUX|HIT}){1,8}?"
    r"|{SAY}(?:{in|on|by|at|to|from|via}(?:{^STOP|COMMA|MEASURE|SUB|NUMBER|ASSAULT|WEAPON|QUOTE|ED|BE|HAVE|AUX|HIT}){1,6}){0,2})"
)
_TOLD = _having("PRON", "that", "DET", "NUMBER")
_BREAKS = _having("STOP", "COMMA")
_MEASURE = _having("MEASURE")
_EARLY_OR_LATE = frozenset(("on", "late", "early"))
_NAMES_PLACE = NAME | DEMONYM
_ACTS = EVENTISH | _having("ED", "ASSAILS", "shot")
_THINGS = _having("UNIT", "VICTIM") - _having("PLACE")
_DIRECTION = _having("PLACE")
_PLACE_OR_PEOPLE = _having("NAME", "PLACE", "DEMONYM")
_SITES = SETS["sites"]
_SITES_AND_BUILDINGS = _SITES | SETS["buildings"]
_TOWNS = SETS["towns"]
_GOING = frozenset(("fled", "taken", "returned", "moved", "brought", "transferred", "sent", "flown", "drove", "travelled", "traveled"))
_CONNECTS = frozenset(("return", "response", "retaliation", "turn", "exchange", "addition", "all", "total", "revenge"))
_RULED = ("-run", "-ruled", "-led", "-backed", "-held", "-controlled")
_BEGINS = SETS["begins"]
# "On Wednesday it had put the dead at 187."
_TELLS_TOLL = ALPHABET.compile(
    "{COMMA}?(?:{^STOP|COMMA|M_PP|M_PAST|M_DIE}){1,7}?{put|gave|raised|lowered|revised}{DET|POSS}(?:{ADJ|WORD|NAME|GEN|death}){0,3}"
    "{toll|dead|number|figure|tally|count|losses|deaths}"
)
_LAST_LONG = SETS["conflicts"] | SETS["eras"]
_OF_TOWNS = SETS["of_towns"]
_AGREEMENTS = SETS["agreements"]
_AGREED = SETS["agreed"]
_NTH = ALPHABET.having("ORDINAL")
_NTH_WITHIN = 4  # words
_MULTIPLES = frozenset(("double", "twice", "triple"))  # "double the number in 2021"
_GIVEN = frozenset(row[0].lower() for row in rows("first_names")) - {"al", "el"}
_OWNED = frozenset(("bases", "base", "camps", "camp", "checkpoint", "positions", "embassy"))
_LANDS = SETS["lands"]
_BEFORE_SITE = _having("UNIT", "ADJ", "WORD") - _having("PLACE", "ASSAULT", "WEAPON")
_PEOPLE = (_having("VICTIM") & _having("PLURAL")) - _having("PLACE")
_BEGUN = SAY | NOUNISH | DASH  # behind a name behind a comma: another clause has begun
_SIDES = _having("COUNTRY", "AGENT", "DEMONYM", "VICTIM")
# What strikes is not named by who did it, as attacks and raids are.
_NAMED_BY_PLACE = (SETS["happenings"] | SETS["mishaps"] | {"blast", "blasts"}) - {
    *("airstrike", "airstrikes", "raid", "raids", "ambush", "abduction", "abductions", "kidnapping", "kidnappings", "bombing", "bombings"),
    *("siege", "war", "protest", "protests"),
}
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


class Sentence(Phrases):
    """The parse of one sentence."""

    __slots__ = ("_dates", "_places", "events", "found", "groups", "index", "unreal")

    def __init__(self, reading: Reading, words: list[str], tags: str, first: int, stop: int, index: int, found: list[Found]) -> None:
        super().__init__(reading, words, tags, first, stop)
        self.index = index
        self.found = found
        self.counted = found[-1].measure if found else None
        self.groups: list[Phrase] = []
        self.events: list[Harm] = []
        self.unreal: list[tuple[int, int]] = []  # words that tell what did not happen
        self._dates: list[Date] | None = None
        self._places: list[tuple[int, int]] | None = None

    @property
    def dates(self) -> list[Date]:
        if self._dates is None:
            found = dates(self.lows, self.tags, self.first, self.stop, self.reading.published) if may_date(self.present) else []
            self._dates = [date for date in found if not self._is_of_speaking(date)] if found else found
            if len(self._dates) < len(found):
                self._dates = [self._as_told(date, found) for date in self._dates]
        return self._dates

    def _is_of_speaking(self, date: Date) -> bool:
        """Whether it is the day of "the governor said on Tuesday", of a comparison, or of a dateline."""
        if date.kind == "day" and date.first > self.first and (self._is_spoken(date) or _TELLS_TOLL.match(self.tags, date.stop, self.stop)):
            return True
        if date.kind == "period" and date.first > self.first and self.tags[date.first - 1] in SAY:
            return self.tags[date.stop : date.stop + 1] in _TOLD  # "said last week it had killed ..."
        if date.kind in {"day", "period"} and (self._is_of_agreement(date) or self._is_of_beginning(date)):
            return True
        before = self.lows[max(self.first, date.first - 5) : date.first]
        than = before[-1:] == ["than"] or (
            before[-2:-1] == ["than"] and self.tags[date.first - 1] not in NUMBERS
        )  # not: "more than 300 in May"
        if than or "compared" in before or not _MULTIPLES.isdisjoint(before) or ("same" in before and "period" in before):
            return True  # "a tenth more than last year"
        if date.kind in {"period", "within"} and self._is_of_record(date.first):
            return True
        if self.index or date.first - self.first > 6 or date.stop >= self.stop:
            return False
        agency = self.tags[date.stop] in OPEN and not DASH.isdisjoint(self.tags[date.stop : date.stop + 5])  # "July 26 (Reuters) -"
        return agency or self.tags[date.stop] in DASH

    def is_of_name(self, date: Date) -> bool:
        """Whether the month only names something: "the February coup"."""
        return date.stop - date.first == 1 and date.kind == "period" and self.lows[date.first - 1] == "the"

    def _is_of_beginning(self, date: Date) -> bool:
        """Whether it is the day that a conflict began: "the revolt, which began last March", "since the siege began a month ago"."""
        if date.kind not in {"day", "period"} or _BEGINS.isdisjoint(self.vocabulary):
            return False
        at = date.first - 1
        at -= self.lows[at] in {"on", "in"}
        if self.lows[at] not in _BEGINS or at - 1 <= self.first:
            return False
        told = self.tags[at - 1] in REL or self.lows[at] == "begun" or "since" in self.lows[max(self.first, at - 5) : at]
        return told and not _LAST_LONG.isdisjoint(self.lows[max(self.first, at - 4) : at])

    def _is_of_agreement(self, date: Date) -> bool:
        """Whether it is the day of a truce, not of what was done: "under a ceasefire that took hold last weekend"."""
        if _AGREEMENTS.isdisjoint(self.vocabulary):
            return False
        before = self.lows[max(self.first, date.first - 9) : date.first]
        agreed = next((at for at in range(len(before) - 1, -1, -1) if before[at] in _AGREEMENTS), -1)
        return agreed >= 0 and not _AGREED.isdisjoint(before[agreed + 1 :]) and "," not in before[agreed + 1 :]

    def _as_told(self, date: Date, found: list[Date]) -> Date:
        """The night before the day that it is told on: "an overnight attack ..., the government said on Saturday"."""
        if self.lows[date.stop - 1] != "overnight" or date.kind != "day":
            return date
        told = next((day for day in found if day.kind == "day" and day.start and date.start and day.start < date.start), None)
        return date if told is None else date._replace(start=told.start, end=told.end)

    def _is_of_record(self, token: int) -> bool:
        """Whether the token stands where nothing was worse: "one of the deadliest attacks in Tarn this year"."""
        if not _NTH.isdisjoint(self.tags[max(self.first, token - _NTH_WITHIN) : token]):
            return True  # "the third attack this week"
        if SETS["records"].isdisjoint(self.vocabulary):
            return False
        for at in range(token - 1, max(self.first, token - 10) - 1, -1):
            if self.lows[at] in SETS["records"]:
                return self.lows[token - 1] != "since"
            if self.tags[at] in _BREAKS:
                break
        return False

    def _is_spoken(self, date: Date) -> bool:
        """Whether a verb of saying rules the day: "told a news conference on Sunday", "the ministry confirmed on Friday"."""
        tags, lows = self.tags, self.lows
        for at in range(date.first - 1, max(self.first, date.first - _SPOKEN_WITHIN) - 1, -1):
            if tags[at] in SAY and _SPOKEN.fullmatch(tags, at, date.first):
                return True
            if tags[at] in _BREAKS:
                break
        at = date.first - 1
        while at > self.first and lows[at] in _EARLY_OR_LATE:
            at -= 1
        if at == self.first or tags[at - 1] in BE or tags[at] in _MEASURE or lows[at][-1] == "e":
            return False
        return self.words[at] in SAYING and (date.stop == self.stop or tags[date.stop] in _BREAKS)

    @property
    def places(self) -> list[tuple[int, int]]:
        """The places that are named in the sentence, as token ranges."""
        if self._places is None:
            self._places = []
            if _LEADS_TO_PLACE.isdisjoint(self.present):
                return self._places
            for match in _PLACE.finditer(self.tags, self.first, self.stop):
                first, stop = match.span(match.lastgroup or 0)
                if match.lastgroup == "flank":
                    self._places.append((first, stop))
                    continue
                if match.lastgroup == "side" and (
                    self.lows[first - 1] == "from" or (self.lows[first - 1] == "to" and self.lows[first - 2] in _GOING)
                ):
                    continue  # "displaced from the town of Bara"
                stop = self._before_comma(first, stop)
                held = stop == match.end() and stop < self.stop and self.tags[stop] in NOUNISH
                while stop > first and self.tags[stop - 1] not in (_PLACE_ENDS if held else _PLACE_OR_PEOPLE):
                    stop -= 1
                if stop == match.end() or self.tags[stop] in GEN:
                    stop = self._whole_name(stop, sites=_SITES if self.lows[first] in {"a", "an"} else _SITES_AND_BUILDINGS)
                if self.lows[stop - 1] in _LANDS and self.lows[stop : stop + 1] == ["and"] and self.lows[stop + 1 : stop + 2]:
                    joined = self.lows[stop + 1] in _LANDS and self.tags[stop + 2 : stop + 3] not in GEN
                    stop += 2 * joined  # "in Iraq and Syria"
                if self.lows[stop - 1] in _OWNED and NAME.isdisjoint(self.tags[first:stop]):
                    continue  # "at Kurdish bases in northern Iraq"
                if self.tags[stop - 1] in _PEOPLE:
                    continue  # "attacks on Coptic Christians"
                if _WHOSE.match(self.tags, stop, self.stop):
                    continue  # "in Karim's 7 October attack": a party
                if self._is_no_place(first, stop):
                    continue
                if stop < self.stop and stop == match.end() and self.tags[stop] in _THINGS:
                    if self._strikes_there(first, stop):
                        first += self.tags[first] in DET
                    elif not self._opens_clause(first, stop):
                        continue  # "in the Army attack": no place
                if self.lows[first] in {"a", "an"} and stop < self.stop and self.tags[stop] in NOUNISH:
                    continue  # "at a Newroz celebration"
                if self.lows[first] == "of":
                    first += 1  # "outside of Bara"
                if self._places and self._places[-1][1] == first and self.lows[first] in _TOWNS:
                    first = self._places.pop()[0]  # "the West Bank city of Bara"
                named = not _NAMES_PLACE.isdisjoint(self.tags[first:stop])
                if named or sum(word[0].isupper() and word[1:].islower() for word in self.words[first:stop]) > 1:
                    self._places.append((first, stop))
            told = [place for place in self._places if not self._is_of_record(place[0])]
            self._places = told or self._places  # "... the town of Bara, in the worst attack in Tarn this year"
        return self._places

    def _before_comma(self, first: int, stop: int) -> int:
        """Where a place ends, before a comma behind which something else begins."""
        if COMMA.isdisjoint(self.tags[first + 1 : stop]):
            return stop
        comma = next(at for at in range(stop - 1, first, -1) if self.tags[at] in COMMA)
        if not GEN.isdisjoint(self.tags[comma:stop]) or self.tags[stop : stop + 1] in _BEGUN:
            stop = comma  # "in Guayaquil, Ecuador's prison service said"
        elif self.lows[comma + 1] == "the" and _DIRECTION.isdisjoint(self.tags[comma:stop]):
            stop = comma  # "in Bara, the Support Group said"
        elif self.lows[comma + 1] in _GIVEN and stop - comma > _ONE_NAME and _DIRECTION.isdisjoint(self.tags[comma:stop]):
            stop = comma  # "in Bara province, Omar Torr, said"
        elif self.tags[comma + 1] in _DIRECTION and self.lows[comma + 2 : comma + 3] == ["of"]:
            stop = comma  # "in Bara, north of Tarn"
        comma = max((at for at in range(first + 1, stop) if self.tags[at] in COMMA), default=stop)
        if self._is_person(comma, stop):
            stop = comma  # "in Bara, Omar Torr, the health officer, said"
        return stop

    def _opens_clause(self, first: int, stop: int) -> bool:
        """Whether the place opens a clause and who acts there follows: "in Bara police killed five"."""
        opens = first - 1 == self.first or self.tags[first - 2] in _BREAKS or self.lows[first - 2] == ":"
        return opens and self.tags[stop + 1 : stop + 2] in _ACTS

    def _strikes_there(self, first: int, stop: int) -> bool:
        """Whether what struck a place is named by it: "12 die in Bara blast", not "in Taliban attack"."""
        names = self.tags[first + (self.tags[first] in DET) : stop]
        return bool(names) and all(tag in NAME and tag not in _SIDES for tag in names) and self.lows[stop] in _NAMED_BY_PLACE

    def _is_person(self, comma: int, stop: int) -> bool:
        """Whether the names behind the comma are somebody's, of whom it is told who that is."""
        if stop - comma <= _ONE_NAME or any(tag not in NAME for tag in self.tags[comma + 1 : stop]):
            return False
        return self.tags[stop : stop + 1] in COMMA and self.tags[stop + 1 : stop + 2] in _TOLD and self.lows[stop + 1] != "that"

    def _is_no_place(self, first: int, stop: int) -> bool:
        """Whether the tokens are what a place is not: a people ("in Indian and Pakistani shelling"), who owns one, a feast, a venue."""
        tags = self.tags
        if all(tag in DEMONYM and tag not in NAME for tag in tags[first:stop]):
            return True
        if self.lows[first] in _CONNECTS or self.lows[stop - 1].endswith(_RULED):
            return True  # "In return Kyiv handed over ...", "in the Houthi-run government"
        if self.lows[first - 1] == "of" and self.lows[first - 2] in _OF_TOWNS:
            return True  # "the defence of the port of Bara"
        if self.lows[stop - 1] in HOLY and tags[stop : stop + 1] in WEEKDAY:
            return True  # "the strike on Palm Sunday"
        if tags[stop : stop + 1] in GEN and self.lows[stop + 1 : stop + 2] == ["in"]:
            return True  # "at St George's in Bara"
        for at in range(first - 2, max(self.first, first - _SPOKEN_WITHIN) - 1, -1):
            if tags[at] in SAY:
                return _VENUE.fullmatch(tags, at, first - 1) is not None
            if tags[at] in _BREAKS:
                break
        return False

    def _whole_name(self, stop: int, sites: frozenset[str]) -> int:
        """Where the name of a place ends of which capitals or a kind of site follow: "the West Bank", "Bara air base"."""
        begin = stop
        while stop < self.stop and self.words[stop][0].isupper() and self.words[stop][1:].islower():
            if not (self.tags[stop] in _THINGS or (stop > begin and self.tags[stop] in NAME)):
                break
            stop += 1
        owned = stop < self.stop and self.tags[stop] in GEN  # "Tarn's main city"
        for at in range(stop + owned, min(stop + owned + 3, self.stop)):
            if self.lows[at] in sites or (owned and self.lows[at] in _TOWNS):
                return at + 1
            if self.tags[at] not in _BEFORE_SITE:
                break
        return stop

    def is_unreal(self, at: int) -> bool:
        """Whether the token stands among words that tell what did not happen."""
        return any(first <= at < stop for first, stop in self.unreal)

    def recent(self) -> Iterator[Found]:
        """What was found last, the latest first: so many that work does not grow with the text."""
        return islice(reversed(self.found), _RECENT)
