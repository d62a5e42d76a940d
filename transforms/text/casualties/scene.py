"""Where and when something happened to those who are counted.

Belongs here: which day and place of its sentence a figure has, if any. Does not belong here: reading dates and places (`date`, `sentence`),
and what a figure takes over from others (`casualty`).
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TypeVar

from transforms.lexicon import sets
from transforms.text.casualties.occasion import DAYS, is_of_somebody_told
from transforms.text.casualties.sentence import Found, Harm, Sentence
from transforms.text.casualties.voice import joined_to
from transforms.text.closed import RELATIVES
from transforms.text.quantities.classes import (
    ALPHABET,
    AND,
    BE,
    COMMA,
    DET,
    EVENTISH,
    INCLUDE,
    ING,
    MEASURES,
    NOUNISH,
    REL,
    SAY,
    SETS,
    WARS,
)
from transforms.text.quantities.date import Date, days_before, the_day_of
from transforms.text.quantities.number import value_of
from transforms.text.reading import Reading
from transforms.text.statements.statement import Span

HAVE = frozenset(("has", "have"))
HAVE_HAD = HAVE | {"had"}  # "the office said that gangs had killed 2,680 people this year"
_RECENTLY = frozenset(("recently", "latest", "notably"))
_AFTER_WITHIN = 14  # words
_FEW = 14  # days
_OCCASION_WITHIN = 20  # words
_OPENING = frozenset(("in", "back"))  # "In 2018 a bomb on Jolo island killed 11"
_ABOUT = frozenset(("over", "with", "for", "of"))
_HOLDERS = ALPHABET.having("it", "they", "NAME", "AGENT", "ATTACKER")
_PARTS_OF = frozenset(("whom", "them", "including", "among"))
_DEEDS = ALPHABET.having("ASSAULT", "WEAPON", "WAR")
_DISASTERS = SETS["happenings"] | SETS["mishaps"] | SETS["incidents"]
_DEED_WITHIN = 8  # words
_INTO = frozenset(("into", "to"))
_HOME_WITHIN = 10  # words
_ASSAULT = ALPHABET.having("ASSAULT")
_OCCASIONS = frozenset(("after", "anniversary"))
_NEXT = 2  # words between a place and the one that it is in
_CLAUSE = ALPHABET.compile("{SUB|REL}")
_PARTICIPLE = ALPHABET.having("ED", "M_PP", "M_PARTICIPLE")
_ADDING = sets("word_sets")["adding"]
_OF_BEFORE = ALPHABET.compile("{REL}(?:{had}|{has|have})")  # "two conscripts who had joined in May": no day of theirs
_Told = TypeVar("_Told", Date, tuple[int, int])


def one_place(places: list[tuple[int, int]]) -> tuple[int, int] | None:
    """The place of a sentence, where it names one, or one within another: "the village of Koira in northern Burkina Faso"."""
    if len(places) < 2:
        return places[0] if places else None
    nested = all(after[0] - before[1] <= _NEXT for before, after in pairwise(places))
    return places[0] if nested else None


def _occasion(parse: Sentence, event: Harm) -> int:
    """Where the occasion begins: "..., the anniversary of a massacre in Bara that killed 134"; -1 where there is none."""
    within = range(event.first - 1, max(parse.first, event.first - _OCCASION_WITHIN), -1)
    return next((at for at in within if parse.lows[at] in _OCCASIONS), -1)


def _days_after(parse: Sentence, event: Harm) -> Date | None:
    """The day of what the news is days after: "rescuers searched the ruins on Sunday, two days after a missile killed 29 people"."""
    lows = parse.lows
    if "after" not in parse.vocabulary or DAYS.isdisjoint(parse.vocabulary):
        return None
    at = next((at for at in range(event.first - 1, max(parse.first + 1, event.first - _AFTER_WITHIN), -1) if lows[at] == "after"), -1)
    if at < 0 or lows[at - 1] not in DAYS or lows[at - 3] == "than":
        return None
    count = 1 if lows[at - 2] in {"a", "the", "one"} else value_of([lows[at - 2]])
    if count is None or not 0 < count <= _FEW:
        return None
    told = [date.start for date in parse.dates if date.kind == "day" and date.stop < at]
    day = days_before(told[-1] if told else parse.reading.published, count)
    return Date(at - 2, at, "day", day, day, 1 if day else None)


def _is_matter(parse: Sentence, event: Harm) -> bool:
    """Whether the harm is what something else was about: "charged on Tuesday with the murder of", "convicted on Friday of killing"."""
    at = event.first - 1
    if event.form == "of":
        at -= parse.tags[at] in DET
        return parse.lows[at] in _ABOUT
    return event.start == event.first and parse.lows[event.start].endswith("ing") and parse.lows[at] in {"of", "for"}


def _answers(parse: Sentence, event: Harm) -> bool:
    """Whether the day before is that of an answer to the deed: "claimed responsibility on Sunday for a blast that killed 12"."""
    event = joined_to(parse, event)
    if "after" in parse.vocabulary and _is_behind_after(parse, event):
        return True
    if not event.relative:
        return False
    deed = event.first - 2
    while deed > parse.first and parse.tags[deed] not in _DEEDS and event.first - deed < _DEED_WITHIN:
        deed -= 1
    at = next((at for at in range(deed - 1, max(parse.first, deed - 6), -1) if parse.tags[at] in DET), -1)
    if at < 0 or parse.tags[deed] not in _DEEDS:
        return False
    before = parse.lows[max(parse.first, at - 3) : at]
    return before[-1:] in (["over"], ["for"], ["about"], ["of"]) or not SETS["answers"].isdisjoint(before)


def _is_behind_after(parse: Sentence, event: Harm) -> bool:
    """Whether it was done in what something else followed: "signed a truce on Sunday after three days of fighting that left 82 dead"."""
    related = False
    for at in range(event.first - 1, max(parse.first, event.first - _AFTER_WITHIN), -1):
        if parse.tags[at] in COMMA:
            return False
        related = related or parse.tags[at] in REL
        if parse.lows[at] == "after":
            return related and parse.lows[at - 1] not in DAYS
    return False


def _fronted_end(parse: Sentence, first: int) -> int:
    """Where a phrase ends that tells of all whom the sentence divides up: "Of the 251 people seized, 105 were freed in May"."""
    if parse.lows[parse.first] != "of" or first > parse.first + 3:
        return parse.stop
    return next((at for at in range(first, parse.stop) if parse.tags[at] in COMMA), parse.stop)


def _is_of_holding(parse: Sentence, date: Date, begin: int) -> bool:
    """Whether it is the day since which somebody had them: "beheaded one of two sailors it had held since November"."""
    at = date.first - 2
    return begin <= at and parse.lows[at] in HAVE_HAD and parse.tags[at - 1] in _HOLDERS


def _is_of_another(parse: Sentence, date: Date, item: Found) -> bool:
    """Whether another harm is dated by it in a clause before: "105 were freed in May and 36 have been confirmed dead"."""
    return any(other.stop <= date.first and other is not item.event for other in parse.events if other.start > parse.first)


def _next_deed(parse: Sentence, begin: int) -> int:
    """Where another deed is told behind "and": "wounding 12 and badly damaging a clinic in Bara"."""
    if "and" in parse.vocabulary:
        for at in range(begin, min(parse.stop - 2, begin + 12)):
            if parse.tags[at] in AND:
                verb = at + 1 + (parse.lows[at + 1].endswith("ly"))
                if parse.tags[verb] in ING and parse.lows[verb] not in MEASURES:
                    return at
    return parse.stop


def _is_seat(parse: Sentence, place: tuple[int, int]) -> bool:
    """Whether it only says where somebody who tells of it sits: "the foreign ministry in Cairo said"."""
    before = parse.lows[max(parse.first, place[0] - 5) : place[0]]
    return not SETS["seated"].isdisjoint(before) and "health" not in before


def _details_from(parse: Sentence, begin: int) -> int:
    """Where it begins to be told, one by one, of whom a count is made: "two have died: a man in Oulo on Monday and ..."."""
    if ":" not in parse.vocabulary:
        return parse.stop
    colon = next((at for at in range(begin, parse.stop) if parse.lows[at] == ":"), parse.stop)
    told = next((group for group in parse.groups if group.first > colon), None)
    return colon if told is not None and told.subset else parse.stop


def _said_from(parse: Sentence, begin: int) -> int:
    """Where something else begins to be said: "put the toll at 23, saying more bodies had been found on Sunday"."""
    if _ADDING.isdisjoint(parse.vocabulary):
        return parse.stop
    return next((at for at in range(begin + 1, parse.stop) if parse.lows[at] in _ADDING and parse.tags[at - 1] in COMMA), parse.stop)


def _parts_from(parse: Sentence, begin: int) -> int:
    """Where parts begin of whom something of their own is told: "12 people, of whom four died on Monday"."""
    if _PARTS_OF.isdisjoint(parse.vocabulary):
        return parse.stop
    for group in parse.groups:
        told = group.first > begin and not EVENTISH.isdisjoint(parse.tags[group.stop : group.stop + 1])
        if told and not _PARTS_OF.isdisjoint(parse.lows[group.first - 1 : group.stop]):
            return group.first
    return parse.stop


def described_part(parse: Sentence, begin: int) -> int:
    """Where a clause begins of a part, that ends the sentence: "five people, including a nurse / who was hit on Monday in Bara"."""
    if INCLUDE.isdisjoint(parse.present) or REL.isdisjoint(parse.present):
        return parse.stop
    for group in parse.groups:
        at = group.stop
        if group.subset and group.first > begin and parse.tags[at : at + 1] in REL and COMMA.isdisjoint(parse.tags[at : parse.stop]):
            return at
    return parse.stop


def _taken_by(parse: Sentence, begin: int) -> int:
    """Where it is told what somebody else had done to those who are counted: "rescued six hostages / seized by pirates on Monday"."""
    if "by" not in parse.vocabulary:
        return parse.stop
    for group in parse.groups:
        at = group.stop
        if at >= begin and parse.tags[at : at + 1] in _PARTICIPLE and parse.lows[at + 1 : at + 2] == ["by"]:
            return at
    return parse.stop


def _past_speaker(parse: Sentence, begin: int) -> int:
    """Where a clause of its own begins behind who tells it: "four are missing, she said, and three bodies were found on Monday"."""
    if SAY.isdisjoint(parse.present):
        return parse.stop
    for group in parse.groups:
        at = group.first - 1
        own = group.first > begin + 2 and parse.tags[at] in AND and not BE.isdisjoint(parse.tags[group.stop : group.stop + 1])
        if own and parse.tags[at - 1] in COMMA and not SAY.isdisjoint(parse.tags[begin:at]):
            return at
    return parse.stop


def _clause_end(parse: Sentence, begin: int) -> int:
    """Where the clause ends: "killed 11 people; the deadliest strike hit a block of flats in Bara"."""
    return parse.lows.index(";", begin, parse.stop) if ";" in parse.lows[begin : parse.stop] else parse.stop


def _opens_with_year(parse: Sentence) -> bool:
    """Whether it is told as of a year that it begins with: "In 2018 a bomb on Jolo island killed 11", "A 2015 collapse at Bara ..."."""
    lows, first = parse.lows, parse.first
    return lows[first] in _OPENING or (lows[first] in {"a", "an", "the"} and lows[first + 1].isdigit())


def _opens_another(parse: Sentence, date: Date) -> bool:
    """Whether the date begins what another harm is told of: "killed 21 in Bara, and in June a gunman shot dead five"."""
    if parse.lows[date.first - 1] in _RECENTLY:
        return True  # "..., most recently in May"
    at = date.first - (parse.lows[date.first - 1] == "on")
    return parse.tags[at - 1] in AND and any(other.start >= date.stop for other in parse.events)


def _begins_another(parse: Sentence, place: tuple[int, int]) -> bool:
    """Whether the place begins what another harm is told of: "three were killed on Tuesday, and in Bara a shell killed a farmer"."""
    return parse.tags[place[0] - 2] in AND and any(other.start >= place[1] for other in parse.events)


def _of_this(parse: Sentence, begin: int, places: list[tuple[int, int]]) -> int:
    """How many of the places behind `begin` are not those of a count behind it: "63 deaths, followed by 12 in Bara and 11 in Oulo"."""
    other = next((group for group in parse.groups if group.first > begin and group.number is not None and group.head < 0), None)
    if other is None or any(begin <= event.start < other.first for event in parse.events):
        return len(places)  # "killed nine and wounded 13 in Bara"
    at = next((index for index, place in enumerate(places) if place[0] > other.first), len(places))
    return at if at < len(places) and places[at][0] == other.stop + 1 else len(places)


def _is_home(parse: Sentence, begin: int, place: tuple[int, int]) -> bool:
    """Whether it only says where somebody named behind the count is or was: "claimed by Ansar Dor, which is based in Bara"."""
    return any(
        parse.tags[at] in COMMA
        and parse.lows[at + 1] in RELATIVES
        and parse.lows[at - 1] not in _DISASTERS
        and EVENTISH.isdisjoint(parse.tags[at : place[0]])
        for at in range(max(begin, place[0] - _HOME_WITHIN), place[0] - 1)
    )


def _is_aside(parse: Sentence, date: Date, ahead: int) -> bool:
    """Whether the date stands in a clause that commas set off: "the war, which began in 2015, has killed ..."."""
    for at in range(date.first - 1, max(parse.first, date.first - 12), -1):
        if parse.tags[at] in COMMA:
            begins = parse.tags[at + 1] in REL and not SETS["begins"].isdisjoint(parse.lows[at : date.first])
            return begins and any(tag in COMMA for tag in parse.tags[date.stop : min(ahead, date.stop + 12)])
    return False


def _went_there(parse: Sentence, place: tuple[int, int]) -> bool:
    """Whether an aside says that something went on there as well: "the war, which has spilled into Tarn, has killed ..."."""
    at = place[0] - 1
    if parse.lows[at] not in _INTO:
        return False
    opens = next((back for back in range(at - 1, max(parse.first, at - 8), -1) if parse.tags[back] in COMMA), -1)
    return opens >= 0 and parse.tags[opens + 1] in REL and any(tag in COMMA for tag in parse.tags[place[1] : place[1] + 4])


def _clause_floor(item: Found) -> int:
    """Where the clause begins whose days and places hold for the figure: after a semicolon, or with a war's relative clause."""
    parse, event = item.parse, item.event
    floor = parse.first
    for at in range(item.span[0] - 1, max(parse.first, item.span[0] - 40) - 1, -1):
        if parse.lows[at] == ";":
            if any(other.start < at for other in parse.events):  # another count is told before it
                floor = at + 1
            break
    if event is not None and event.relative and WARS.search(parse.tags, max(parse.first, event.first - 4), event.first):
        floor = max(floor, event.first - 4)
    return floor


def has_been(item: Found, helpers: frozenset[str] = HAVE) -> bool:
    """Whether the verb is in the perfect: it counts up to the day that it is told."""
    if item.event is None:
        return False
    event = joined_to(item.parse, item.event)
    return not helpers.isdisjoint(item.parse.lows[event.first : event.start])


# Where, behind a count, something begins that has a place, or a day, of its own.
_PLACED_APART = (_details_from, _next_deed, _clause_end, described_part)
_DATED_APART = (_taken_by, _details_from, _said_from, _parts_from, described_part, _past_speaker)


class Scene:
    """Where and when of what a text counts, and not of who tells it."""

    def __init__(self, reading: Reading, sources: Sequence[Span], tolls: Mapping[int, int]) -> None:
        """`sources`: the phrases that speak, in order; `tolls`: where the toll of a sentence ends, by its number."""
        self.reading = reading
        self.sources = sources
        self.tolls = tolls
        self.first_toll = min(tolls, default=len(reading.sentences))

    def date(self, item: Found) -> Date | None:
        """The date of the sentence that stands nearest, one behind the figure before one ahead of it; else the sentence before's."""
        parse, event, group = item.parse, item.event, item.group
        if event is not None and not event.past and (after := _days_after(parse, event)) is not None:
            return after
        dates = parse.dates
        if dates and self.sources:
            dates = self._not_of_speakers(dates)
        if event is not None and event.form == "named":
            dates = [date for date in dates if not event.start <= date.first < event.stop]  # "identified the dead on Monday as"
        if event is not None and event.kind == "condition":
            dates = [date for date in dates if date.first < event.start]  # how they were on that day
        if dates:
            first, stop = item.span
            begin = group.stop if event is None or group.first > event.start else event.stop
            # a clause of its own has its own day: "killed 8, days after four were killed on Monday"
            ahead = parse.lows[stop : min(parse.stop, stop + 60)]
            barrier = stop + ahead.index(";") if ";" in ahead else parse.stop
            clause = _CLAUSE.search(parse.tags, stop, parse.stop)
            opens = clause.start() if clause is not None else parse.stop
            for other in parse.events:
                if other.measure == "displaced" and parse.tags[other.stop : other.stop + 1] in NOUNISH:
                    continue  # "hit a school sheltering displaced families on Monday"
                if stop <= other.start < barrier and (other.form == "toll" or other.kind == "condition" or opens < other.start):
                    barrier = other.start
                    break
            if event is not None and event.form == "toll":
                told = [date for date in dates if event.start <= date.first < group.first]
                if told:
                    return told[0]  # "the toll of Tuesday's fire rose to 12 on Friday"
                dates = [date for date in dates if date.kind != "day" or not begin <= date.first <= begin + 1]  # the day it was told
                dates = [date for date in dates if date.first < begin or "from" not in parse.lows[begin : date.first]]  # "up from 37 then"
            if event is not None and event.kind == "raised":
                barrier = parse.stop  # "taking to 39 the number of deaths since May"
            elif parse.index in self.tolls:  # nor is it that of a count beside it: "rose to 68 on Sunday, with 165 injured"
                dates = [date for date in dates if date.kind != "day" or not 0 <= date.first - self.tolls[parse.index] <= 1]
            earlier = _OF_BEFORE.search(parse.tags, begin, barrier) if not HAVE_HAD.isdisjoint(parse.vocabulary) else None
            if earlier is not None and not any(earlier.start() <= other.start < earlier.end() + 3 for other in parse.events):
                barrier = earlier.start()
            barrier = min(barrier, _fronted_end(parse, group.first), *(ends(parse, begin) for ends in _DATED_APART))
            near = [date for date in dates if begin <= date.first <= barrier and not _opens_another(parse, date)]
            near = [date for date in near if date.kind != "since" or not _is_of_holding(parse, date, begin)]
            if near:
                return near[0]
            floor = max(_clause_floor(item), _occasion(parse, event)) if event is not None and event.past else _clause_floor(item)
            before = [date for date in dates if floor <= date.first and date.stop <= max(first, begin)]
            if before and event is not None and (is_of_somebody_told(parse, event) or _is_matter(parse, event) or _answers(parse, event)):
                return None  # the day of what was done to them for it
            before = [date for date in before if date.kind != "since" or parse.lows[date.stop : date.stop + 2] != ["in", "which"]]
            if before and not REL.isdisjoint(parse.tags[parse.first : before[-1].first]):
                before = [date for date in before if date.kind == "since" or not _is_aside(parse, date, first)]
            if before and before[-1].kind in {"day", "period"} and has_been(item):
                before = [date for date in before if not _is_of_another(parse, date, item)]
            if before and item.event is not None and "still" in parse.lows[item.event.first : item.event.stop]:
                before = [
                    date for date in before if AND.isdisjoint(parse.tags[date.stop : first])
                ]  # "... on Friday, and 11 are still missing"
            if before:
                since = before[-1].kind == "since" and parse.lows[before[-1].stop : before[-1].stop + 2] == [",", "when"]
                return the_day_of(before[-1]) if since else before[-1]
            if floor > parse.first:
                return None
            return None
        return None

    def place(self, item: Found) -> tuple[int, int] | None:
        event, group = item.event, item.group
        places = item.parse.places
        if places and self.sources:
            places = self._not_of_speakers(places)
            places = [place for place in places if not self.is_of_speaker(place[0])] or [
                place for place in places if not _is_seat(item.parse, place)
            ]
        if not places:
            return None
        if event is not None and event.form == "toll":
            inside = [place for place in places if event.start <= place[0] < group.first]
            if inside:
                return inside[0]
        begin = group.stop if event is None or group.first > event.start else event.stop
        details = min(end(item.parse, begin) for end in _PLACED_APART)
        after = [place for place in places if begin <= place[0] < details and not _begins_another(item.parse, place)]
        if event is not None and event.form == "toll" and event.kind != "raised":  # "stands at 15, after five died in Oulo"
            after = [place for place in after if not any(begin <= other.start < place[0] for other in item.parse.events)]
        after = after[: _of_this(item.parse, begin, after)]
        after = [place for place in after if not _is_home(item.parse, begin, place)]
        if len(after) > 1 and after[1][0] - after[0][1] <= _NEXT and item.parse.lows[after[0][1] - 1] in SETS["buildings"]:
            after = after[1:]  # "the Tarn embassy in Bara"
        if after and after[0][0] - begin <= (18 if event is not None and event.past else 12):
            return after[0]
        places = [place for place in places if not _went_there(item.parse, place)]
        floor = _occasion(item.parse, event) if event is not None and event.past else -1
        if event is not None and event.past and floor < 0 and not _opens_with_year(item.parse):
            return next((place for place in places if item.parse.tags[place[0] - 2] in _ASSAULT and place[1] <= event.first), None)
        before = [place for place in places if floor <= place[0] and place[1] <= max(group.first, begin)]
        if floor >= 0:
            return before[-1] if before else None
        while len(before) > 1 and before[-1][0] - before[-2][1] <= _NEXT and item.parse.lows[before[-2][1] - 1] not in SETS["buildings"]:
            before.pop()  # "in Bara in northern Tarn"
        return before[-1] if before else after[0] if after else None

    def _not_of_speakers(self, told: list[_Told]) -> list[_Told]:
        """Those dates or places that do not describe who speaks: "said Ali Torr, a doctor in Bara"."""
        return [item for item in told if not self._describes_speaker(item[0])]

    def is_of_speaker(self, token: int) -> bool:
        char = self.reading.starts[token]
        at = bisect_right(self.sources, (char, len(self.reading.text))) - 1
        return at >= 0 and char < self.sources[at][1]

    def _describes_speaker(self, token: int) -> bool:
        char, text = self.reading.starts[token], self.reading.text
        at = bisect_right(self.sources, (char, len(text))) - 1
        return at >= 0 and char < self.sources[at][1] and (char == self.sources[at][0] or "," in text[self.sources[at][0] : char])
