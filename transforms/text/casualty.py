"""Casualty figures: what was counted, how many, of whom, by whom, where and when, with spans into the text."""

import datetime
import re
from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise
from typing import NamedTuple

from transforms.lexicon import rows
from transforms.text.date import Date, dates
from transforms.text.number import ALPHABET, Number, numbers
from transforms.text.reading import Reading
from transforms.text.statement import Span, Statement


class Figure(NamedTuple):
    """One number x one measure x one group of victims. Spans are character offsets into the text read, end exclusive."""

    measure: str  # DOMAIN vocabulary: killed, injured, killed_or_injured, missing, bodies_recovered, abducted, held_captive, ...
    measure_kind: str  # event_total, cumulative, period_new, stock, subset
    number: Span  # the number expression, with its bound: "more than 20,000"; for an implicit one the victim phrase
    evidence: Span  # from the first to the last character that the figure was read from (number, victims, measure word ...)
    value_reported: str  # as printed
    value_low: int | None  # None = open
    value_best: int | None  # None = vague
    value_high: int | None
    quantifier: str  # DOMAIN vocabulary: exact, about, nearly, at_least, more_than, ...
    victim: Span | None
    victim_group: str | None  # "Palestinians", "hostages": the victims' own words as printed, without number and adjectives
    victim_status: str  # civilian, combatant, mixed, unspecified
    victim_subgroup: str | None  # children, women, journalists, aid workers, ...
    perpetrator: Span | None
    place: Span | None
    period: Span | None  # the words of the date or period
    event_date: str | None  # ISO day, resolved against the publication date
    period_start: str | None
    period_end: str | None
    date_precision: int | None  # UCDP: 1 day, 2 a few days, 3 week, 4 month, 5 year
    count_basis: str  # reported, identified, confirmed, verified, claimed, estimated, believed, projected, unknown
    hedge: str | None
    statement: int | None  # index of the statement whose content holds it; None = the narrator
    subset_of: int | None  # index of the figure that includes this one
    supersedes: int | None  # index of the figure of the same text that this one revises
    background: bool  # not the day's event
    rule: str  # which rule found it


class Total(NamedTuple):
    """The document's own count of the day's event for one measure, and the figures it was added up from."""

    low: int | None
    best: int | None
    high: int | None
    parts: tuple[int, ...]  # indices of figures


# --- the alphabet's classes -------------------------------------------------------------------------------------------------------

_having = ALPHABET.having
_VICTIM, _UNIT, _PLURAL, _SINGULAR = _having("VICTIM"), _having("UNIT"), _having("PLURAL"), _having("SINGULAR")
_ATTACKER, _COLLECTIVE, _DEMONYM = _having("ATTACKER"), _having("COLLECTIVE"), _having("DEMONYM")
_ADV, _BE, _HAVE, _AUX, _REPORT, _NOT = (_having(name) for name in ("ADV", "BE", "HAVE", "AUX", "REPORT", "NOT"))
_PREP, _DET, _AND, _COMMA, _MONTH, _SAY = (_having(name) for name in ("PREP", "DET", "AND", "COMMA", "MONTH", "SAY"))
_NAME, _INCLUDE, _REL, _SUB, _STOP, _OPEN = (_having(name) for name in ("NAME", "INCLUDE", "REL", "SUB", "STOP", "OPEN"))
_DASH, _GEN, _TITLE, _BES = _having("DASH"), _having("GEN"), _having("TITLE"), _having("BES")
_PRON1, _ORDINAL, _VAGUE = _having("PRON1"), _having("ORDINAL"), _having("VAGUE")
_COUNT = _having("M_COUNT", "M_BODY", "M_CAPTIVES", "M_LIVES")
_EVENTISH = _having("M_PP", "M_PARTICIPLE", "M_DEAD", "M_DIE", "M_PAST")
_DESCRIBES = _having("DEMONYM", "ADJ", "ATTACKER", "FAMILY", "POLICE")
_MODIFIER = _having("WORD", "NAME", "ADJ", "ED", "ING", "VICTIM", "UNIT", "TITLE", "LY", "LINKADJ")
_OLD = _having("ADJ")

_GATE = ALPHABET.compile("{MEASURE|STRIKE|HELDPP}")
_RUN = ALPHABET.compile(
    r"(?:{WORD|NAME|ADJ|ED|ING|VICTIM|UNIT|TITLE|LY|LINKADJ|M_COUNT|M_BODY|M_CAPTIVES|M_LIVES|more|other|others|additional|further|extra}"
    r"|{DIGITS|CARDINAL}{-}{WORD|ADJ|UNIT}|{DIGITS|CARDINAL}{years|year}{old}|{GEN}(?={NAME|WORD|ADJ|VICTIM})"
    r"|{reported|confirmed|known}(?={M_COUNT|M_BODY})"
    r"|{M_PP|M_PARTICIPLE|M_ADJECTIVE|M_DEAD}(?={WORD|NAME|ADJ|LY}{0,2}{VICTIM|M_BODY})){0,9}"
)
_OF = ALPHABET.compile(r"{of}{DET|PLURALREF|them|us}|{of}")

_WOUNDS = "(?:{injuries|injury|burns|wounds|wound})"
# Most words begin no event: the first look is at one class of them.
_EVENT = ALPHABET.compile(
    r"""
    (?={MEASURE|LOSE|SUCCUMB|SUSTAIN|with|STRIKE|ED|BE|TAKE|HOLD|CLAIM|number|tally|count|toll|death|harm})(?:
    (?P<lostlives>{LOSE}(?:{POSS|the})?{own}?{M_LIVES})
    |(?P<succumb>{SUCCUMB}{to}(?:{^STOP|SUB|NUMBER}{0,4}?<wounds>)?)
    |(?P<diewound>{M_DIE}(?:{later}|{ADV})?{of|from}(?:{POSS|DET|ADJ|WORD|COMMA}){0,3}<wounds>)
    |(?P<sustain>{SUSTAIN}(?:{^STOP|SUB|BE|MEASURE}){0,6}?<wounds>|{with}(?:{WORD|ADJ|LY|ED}){0,3}<wounds>)
    |(?P<strikedown>{STRIKE}{down}|{BE}{blown}{up})
    |(?P<strike>{STRIKE|ED}(?:{^STOP|SUB|BE|MEASURE|STRIKE|PREP}|{of}|{in}){0,9}?(?:{to}{death})|{STRIKE}(?:{^STOP|SUB|BE|MEASURE|STRIKE|PREP}|{of}){0,9}?{dead})
    |(?P<captive>{TAKE|HOLD}(?:{^STOP|SUB|BE|MEASURE}){0,8}?(?:{as}?{M_CAPTIVE|M_CAPTIVES}))
    |(?P<dead>{M_DEAD})
    |(?P<lives>{CLAIM}{the}?{M_LIVES}{of})
    |(?P<toll>{death}?{toll}|{number|tally|count}{of}(?:{^STOP|SUB|BE|PREP}){0,4}?{MEASURE})
    |(?P<noun>{M_EVENT|M_COUNT|M_BODY|M_ING|M_CAPTIVE|M_BASE}{of}|{injuries|injury|wounds|burns|harm}{to})
    |(?P<verb>{M_PP|M_PAST|M_PARTICIPLE|M_ING|M_BASE|M_DIE|M_DYING|M_ADJECTIVE})
    |(?P<shot>{shot}))
    """.replace("<wounds>", _WOUNDS)
)
_SETS = {name: frozenset(words.split()) for name, words in rows("figure_sets")}
_MEASURES = {word: measure for word, measure, _ in rows("measures")}
_FORMS = {word: form for word, _, form in rows("measures")}
_VICTIMS = {word: row for row in rows("victims") for word in row[:2] if word != "-"}
_STRIKE_BASE = _SETS["strike_base"]

_BEFORE_OBJECT = ALPHABET.compile(
    r"(?:{ADV|LY}|{themselves}{and}?|{:}|{QUOTE}|{the}{following}|{on}?{WEEKDAY|yesterday|today|overnight}|{both}(?={DET|NAME}))*"
)
_AGED = ALPHABET.compile(r"(?:{DIGITS}{-}|{DIGITS}{year|years}{-}?)?{old|AGED}")
_JOIN = ALPHABET.compile(
    r"{NAME}{0,5}(?:{OPEN}(?:{^CLOSE|STOP|MEASURE}){0,12}{CLOSE})?"
    r"(?:{PREP|who|ED}(?:{^STOP|MEASURE|BE|AND|COMMA}){1,10})?(?:{COMMA}{NAME}{1,5})?"
    r"(?:{COMMA}{DIGITS})?(?:{COMMA}(?:{INCLUDE|among})(?:{^STOP|MEASURE|BE|AND}){1,8})?"
    r"(?P<j>{COMMA}?{AND}|{COMMA}|{COMMA}?(?:{as}{well}{as}|{along}{with}|{together}{with}|{plus}|{alongside}|{besides}))(?:{also|then|later|possibly|at|least})?"
)
_GENERIC = _SETS["generic"]
_KINDS = _SETS["kinds"]
_PARTITIVES = _SETS["partitives"]
_COUNTED = _SETS["counted"]


class _Group:
    """A phrase that may be what is counted."""

    __slots__ = (
        "adjective",
        "attacker",
        "best",
        "definite",
        "first",
        "head",
        "high",
        "low",
        "measure",
        "number",
        "other",
        "partitive",
        "prep",
        "quantifier",
        "speaker",
        "stop",
        "subset",
        "taken",
    )  # fmt: skip

    def __init__(self, first: int, stop: int, head: int, number: Number | None) -> None:
        self.first = first
        self.stop = stop
        self.head = head  # the noun, -1 where there is none or it is unknown
        self.number = number
        self.low: int | None = None
        self.best: int | None = None
        self.high: int | None = None
        self.quantifier = "exact"
        if number is not None:
            self.low, self.best, self.high, self.quantifier = number.low, number.best, number.high, number.quantifier
        self.subset = False
        self.partitive = False  # "two of them": a subset where they were counted before
        self.prep = False
        self.attacker = False
        self.measure: str | None = None
        self.other = False
        self.taken = False
        self.speaker = False
        self.definite = False
        self.adjective: str | None = None

    @property
    def is_weak(self) -> bool:
        return self.number is None and self.best is None


class _Event:
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


class _Found:
    """A figure as tokens."""

    __slots__ = ("event", "group", "measure", "parse", "rule", "sentence", "span", "subset")

    def __init__(
        self, group: _Group, measure: str, parse: "_Sentence", span: tuple[int, int], subset: bool, rule: str, event: "_Event | None"
    ) -> None:
        self.group = group
        self.measure = measure
        self.parse = parse
        sentence = parse.index
        self.sentence = sentence
        self.span = span
        self.subset = subset
        self.rule = rule
        self.event = event


def figures(reading: Reading, statements: Sequence[Statement] = ()) -> list[Figure]:
    """The casualty figures of `reading`, in text order."""
    shouted = reading.text.isupper() or sum(map(str.isupper, reading.words)) * 2 > len(reading.words)
    tags = ALPHABET.tags(reading.lows if shouted else reading.words)
    if not _GATE.search(tags):
        return []
    found: list[_Found] = []
    for index, (first, stop) in enumerate(reading.sentences):
        if _GATE.search(tags, first, stop):
            _Sentence(reading, tags, first, stop, index, found).parse()
    _settle_partitives(found)
    found = _settle_shots(reading, found)
    found = [item for item in found if not item.group.is_weak]
    return _Figures(reading, found, statements).build() if found else []


_SURVIVED = re.compile(r"\b(?:surviv|escap|unhurt|unharmed|condition|hospital|treated|recover|serious|missed|stable)")


def _settle_shots(reading: Reading, found: list[_Found]) -> list[_Found]:
    """ "Was shot" alone is read as killed only where the text says nothing else of what became of anybody."""
    if not any(item.event is not None and item.event.kind == "shot" for item in found):
        return found
    others = [item for item in found if item.event is None or item.event.kind != "shot"]
    if any(item.measure in {"killed", "bodies_recovered"} for item in others) or _SURVIVED.search(reading.folded.lower()):
        return others
    return found


def _settle_partitives(found: list[_Found]) -> None:
    """ "Four of them" is a part where they have been counted in that measure before, and a count of its own otherwise."""
    counted: set[str] = set()
    for item in found:
        if item.group.partitive and not item.subset:
            item.subset = item.measure in counted
        elif (not item.subset and item.group.best is not None) or (not item.subset and item.group.number is not None):
            counted.add(item.measure)


class _Sentence:
    """The parse of one sentence."""

    __slots__ = (
        "_dates",
        "_may_be_past",
        "_places",
        "events",
        "first",
        "found",
        "groups",
        "index",
        "lows",
        "reading",
        "stop",
        "tags",
        "words",
    )  # fmt: skip

    def __init__(self, reading: Reading, tags: str, first: int, stop: int, index: int, found: list[_Found]) -> None:
        self.reading = reading
        self.words = reading.words
        self.lows = reading.lows
        self.tags = tags
        self.first = first
        self.stop = stop
        self.index = index
        self.found = found
        self._may_be_past: bool | None = None
        self._dates: list[Date] | None = None
        self._places: list[tuple[int, int]] | None = None

    @property
    def dates(self) -> list[Date]:
        if self._dates is None:
            found = dates(self.lows, self.tags, self.first, self.stop, self.reading.published)
            self._dates = [date for date in found if not self._is_of_speaking(date)]
        return self._dates

    def _is_of_speaking(self, date: Date) -> bool:
        """ "the governor said on Tuesday"; the day in a dateline."""
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
                first, stop = match.span("place")
                while stop > first and self.tags[stop - 1] not in _PLACE_ENDS:
                    stop -= 1
                if stop < self.stop and stop == match.end() and self.tags[stop] in _THINGS:
                    continue  # "in the Army attack": no place
                if any(tag in _NAME or tag in _DEMONYM for tag in self.tags[first:stop]):
                    self._places.append((first, stop))
        return self._places

    def parse(self) -> None:
        matches = list(_EVENT.finditer(self.tags, self.first, self.stop))
        if not matches and not _COUNTED_NOUN.search(self.tags, self.first, self.stop):
            return
        self.groups = self._groups()
        self.events = self._events(matches)
        self._counted_nouns()
        if len(self.events) > 1:
            self.events = [event for event in self.events if event.kind != "shot"]
        for position, event in enumerate(self.events):
            self._read(event, position)
        for group in self.groups:
            if not group.taken and group.measure == "held_captive" and not _HELD_CUES.isdisjoint(self.lows[self.first : self.stop]):
                self._add([group], None, "held_captive", "counted_noun")

    # --- groups ---------------------------------------------------------------------------------------------------------------

    def _groups(self) -> list[_Group]:
        tags, lows = self.tags, self.lows
        groups: list[_Group] = []
        covered = self.first
        for number in numbers(lows, tags, self.first, self.stop):
            if number.first < covered:
                continue
            group = self._numbered(number, covered)
            if group is not None:
                groups += self._bare(covered, group.first)
                groups.append(group)
                covered = group.stop
        groups += self._bare(covered, self.stop)
        previous: _Group | None = None
        for group in groups:
            self._mark(group, previous)
            previous = group
        self._details(groups)
        if not _SPEECH.search(tags, self.first, self.stop):
            return groups
        following: _Group | None = None
        for group in reversed(groups):
            if not group.prep and _SPEAKS.match(tags, group.stop, self.stop):
                group.speaker = True
            elif following is not None and following.speaker and group.number is None:
                gap = tags[group.stop : following.first]
                group.speaker = len(gap) == 1 and gap in _AND
            following = group
        return groups

    def _details(self, groups: list[_Group]) -> None:
        """What stands in brackets, or after a colon and comes to the number before it, tells that number in detail."""
        tags, lows = self.tags, self.lows
        if len(groups) < 2 or not _BRACKETS.search(tags, self.first, self.stop):
            return
        for index, group in enumerate(groups):
            if index == 0:
                continue
            before = groups[index - 1]
            if (
                before.number is not None
                and before.best
                and lows[group.first - 1] in {":", "-", "–", "—", "--"}
                and group.first - before.stop <= 12
            ):
                total = 0
                for stop in range(index, min(len(groups), index + 6)):
                    total += groups[stop].best or 0
                    if total >= before.best:
                        break
                if total == before.best:
                    for detail in groups[index : stop + 1]:
                        detail.subset = True
            for at in range(group.first - 1, max(self.first, group.first - 15) - 1, -1):
                if tags[at] in _CLOSE or tags[at] in _EVENTISH:
                    break
                if tags[at] in _OPEN:
                    close = next(
                        (to for to in range(group.stop, min(self.stop, group.stop + 20)) if tags[to] in _CLOSE or tags[to] in _EVENTISH), -1
                    )
                    if close >= 0 and tags[close] in _CLOSE:
                        group.subset = True
                    break

    def _numbered(self, number: Number, floor: int) -> _Group | None:
        tags, lows, words = self.tags, self.lows, self.words
        starts, ends = self.reading.starts, self.reading.ends
        first, core, stop = number.first, number.core, number.stop
        after = stop if stop < self.stop else -1
        before = first - 1 if first > self.first else -1
        digits = lows[core][0].isdigit()
        if before >= 0 and digits:
            low = lows[before]
            if (
                words[before] in {"$", "£", "€", "#", "."}
                or (tags[before] in _MONTH and low != "may" and not self._people_follow(stop))
                or low in {"aged", "age", "no.", "number", "highway", "route"}
            ):
                return None
            if low == "may" and words[before] == "May" and not self._people_follow(stop):
                return None
            if (
                tags[before] in _NAME
                and core == first
                and before > self.first
                and not self._people_follow(stop)
                and not (after >= 0 and (tags[after] in _EVENTISH or tags[after] in _BE))
            ):
                return None
            if low in {",", "("} and after >= 0 and lows[after] in {",", ")", "."} and before > self.first and tags[before - 1] in _NAME:
                return None  # an age: "Ahmed Ali, 35, ..."
            if low == ":" and before > self.first and lows[before - 1][0].isdigit():
                return None
        if (
            digits
            and len(lows[core]) == 4
            and lows[core].isdigit()
            and "1900" <= lows[core] <= "2099"
            and not self._people_follow(stop)
            and number.quantifier == "exact"
        ):
            return None
        if after >= 0:
            mark = lows[after]
            if tags[after] in _MONTH or mark in {"%", "p.m.", "a.m.", "pm", "am", "percent"}:
                return None
            if mark in {":", ".", "/"} and after + 1 < self.stop and lows[after + 1][0].isdigit() and starts[after + 1] == ends[after]:
                return None
            if (
                mark == "-"
                and after + 1 < self.stop
                and starts[after + 1] == ends[after]
                and ends[stop - 1] == starts[after]
                and not lows[after + 1][0].isdigit()
            ):
                return None
            if digits and mark in {"year", "years"} and after + 1 < self.stop and lows[after + 1] == "old":
                return None
        if number.form == "ordinal" and lows[first] != "a":
            return None
        start = stop
        partitive = False
        if number.form == "both" and start < self.stop and tags[start] in _DET:
            start += 1
        if lows[stop - 1] == "couple":
            return None  # "a couple were found": people
        if lows[stop - 1] == "of":
            if start < self.stop and tags[start] in _DET:
                start += 1
        else:
            match = _OF.match(tags, start, self.stop)
            if match is not None:
                start = match.end()
                partitive = lows[start - 1] in _PARTITIVES
        run = _RUN.match(tags, start, self.stop)
        end = run.end() if run else start
        head = self._head(start, end)
        if head == -2:
            return None
        counted = start > stop and start < self.stop and lows[start - 1] == "the" and lows[start] in _COUNTED
        if counted and lows[start] not in _MEASURES:
            counted = start + 1 < self.stop and tags[start + 1] in _BE and bool(self.found)  # "six of the victims were women"
        if counted and not (start + 1 < self.stop and tags[start + 1] in _NOUNISH):
            group = _Group(first, start + 1, -1, number)  # "three of the dead"
            group.measure = _MEASURES.get(lows[start]) or self.found[-1].measure
            group.partitive = True
            return group
        if head >= 0:
            group = _Group(first, head + 1, head, number)
            if tags[head] in _COUNT:
                group.measure = _MEASURES[lows[head]]
        elif end > start and not partitive:
            if number.form == "ordinal" or (start > stop and lows[start - 1] == "of"):
                return None
            # an unknown noun: it ends before what looks like a verb
            end = next((at for at in range(start + 1, end) if tags[at] in _ED_ING), end)
            group = _Group(first, end, -1, number)
        else:
            group = _Group(first, max(stop, start) if partitive else stop, -1, number)
            if number.form == "none" and lows[stop - 1] == "no":
                return None
            if (
                group.head < 0
                and group.stop + 1 < self.stop
                and tags[group.stop] in _LY
                and tags[group.stop + 1] not in _EVENTISH
                and not partitive
            ):
                group.subset = True  # "eight others, two critically"
        group.partitive = partitive or (head >= 0 and start > stop and lows[head] in _COUNTED)
        while group.first - 1 >= floor and (tags[group.first - 1] in _DET or lows[group.first - 1] in {"other", "first", "all"}):
            group.first -= 1
            group.definite = True
        if group.first - 2 >= floor and lows[group.first - 1] == "of" and lows[group.first - 2] in {"all", "both"}:
            group.first -= 2
        if (
            group.first - 2 >= floor
            and lows[group.first - 1] == "of"
            and lows[group.first - 2] in {"family", "group", "crew", "team", "total"}
        ):
            if lows[group.first - 2] in {"group", "team"} and head < 0:
                return None
            group.first -= 2
            while group.first - 1 >= floor and (tags[group.first - 1] in _DET or lows[group.first - 1] in {"entire", "whole"}):
                group.first -= 1
        for at in range(start, head):
            if tags[at] in _EVENTISH and lows[at] in _MEASURES:
                group.adjective = _MEASURES[lows[at]]
        return group

    def _people_follow(self, start: int) -> bool:
        end = start
        while end < min(self.stop, start + 4):
            tag = self.tags[end]
            if tag in _VICTIM or tag in _COUNT:
                return True
            if tag not in _MODIFIER:
                return False
            end += 1
        return False

    def _head(self, start: int, end: int) -> int:
        """The head noun of the run of tokens: its index, -1 where unknown, -2 where it names no people."""
        tags = self.tags
        head = -1
        position = start
        while position < end:
            tag = tags[position]
            if head >= 0 and self.lows[position] in _HELD:
                break  # "11 sailors captive"
            if (
                head >= 0
                and tag in _UNIT
                and tag not in _VICTIM
                and tags[head] in _PLURAL
                and tags[head] not in _DESCRIBES
                and head == position - 1
            ):
                break  # "militants attack": a plural begins no compound
            if tag in _VICTIM or tag in _UNIT or tag in _COUNT:
                if not (position + 1 < end and tags[position + 1] in _GEN):
                    head = position
            elif (
                head >= 0 and not (tags[head] in _DESCRIBES or (tags[head] in _UNIT and tag not in _ED_ING) or (tag in _NAME and False))
            ) or (tag in _ED_ING and head >= 0):
                break
            position += 1
        if head >= 0 and head < end - 1 and tags[head] in _DEMONYM and tags[head] not in _PLURAL and tags[head + 1] not in _ED_ING:
            return -1  # "a British film maker"
        if head >= 0 and tags[head] in _UNIT and tags[head] not in _VICTIM and tags[head] not in _COUNT:
            return -2
        return head

    def _bare(self, start: int, end: int) -> list[_Group]:
        """Phrases without a number whose head is a person: "a policeman", "his wife", "soldiers"."""
        tags, lows = self.tags, self.lows
        groups = []
        position = start
        while position < end:
            match = _PERSON.search(tags, position, end)
            if match is None:
                break
            position = match.start()
            stop = position + 1
            while stop < end and stop < position + 6 and tags[stop] in _NOUNISH:
                stop += 1
            head = self._head(position, stop)
            if head < 0:
                position = stop
                continue
            after = head + 1
            if (
                tags[head] in _COUNT
                or (tags[head] in _DEMONYM and tags[head] in _SINGULAR and after < self.stop and tags[after] in _NOUNISH)
                or (
                    after < self.stop
                    and (
                        tags[after] in _COUNT
                        or tags[after] in _GEN
                        or (
                            tags[after] in _DASH
                            and after + 1 < self.stop
                            and self.reading.starts[after] == self.reading.ends[head]
                            and self.reading.starts[after + 1] == self.reading.ends[after]
                        )
                    )
                )
            ):
                position = head + 1
                continue
            first = position
            while first > start and first > position - 7:
                if tags[first - 1] in _MODIFIER and not (tags[first - 1] in _ED_ING and first - 2 >= start and tags[first - 2] in _NOUNS):
                    first -= 1
                elif first - 3 >= start and tags[first - 1] in _OLD and lows[first - 2] in {"-", "year"} and lows[first - 3][0].isdigit():
                    first -= 3
                elif first - 2 >= start and lows[first - 1] == "-" and lows[first - 2][0].isdigit():
                    first -= 2
                else:
                    break
            if first - 1 > start and tags[first - 1] in _ORDINAL and lows[first - 2] == "the":
                position = head + 1
                continue  # "the second member killed in a week"
            determiner = lows[first - 1] if first > start and (tags[first - 1] in _DET or tags[first - 1] in _GEN) else ""
            stop = head + 1
            if not determiner and tags[head] in _SINGULAR:
                while stop < end and stop < head + 5 and (tags[stop] in _NAME or tags[stop] in _TITLE):
                    stop += 1  # "Judge Amina Torr"
            group = _Group(first - 1 if determiner else first, stop, head, None)
            if tags[head] in _COLLECTIVE:
                count = 2 if lows[head] == "couple" else None
            elif tags[head] in _SINGULAR and tags[head] not in _PLURAL:
                count = 1
            else:
                count = None
            group.low = group.best = group.high = count
            group.quantifier = "exact" if count else "unknown_number"
            group.definite = determiner in {"the", "his", "her", "their", "that", "this"}
            groups.append(group)
            position = head + 1
        return groups

    def _mark(self, group: _Group, previous: _Group | None) -> None:
        tags, lows = self.tags, self.lows
        before = group.first - 1
        group.attacker = group.head >= 0 and tags[group.head] in _ATTACKER
        group.other = _FURTHER.search(tags, group.first, group.stop + 1) is not None
        while before > self.first and (
            lows[before] in {"at", "least", "also", "many", "mostly", "notably", "all", "-"}
            or tags[before] in _ADV
            or (tags[before] in _COMMA and lows[before - 1] == "them")
        ):
            before -= 1
        if before >= self.first:
            low, tag = lows[before], tags[before]
            if low == "with" and lows[before - 1] in {"along", "together"}:
                pass
            elif low == "among" and tags[before - 1] in _BE and previous is not None and previous.stop >= before - 2:
                previous.subset = True  # "three children were among 15 people killed"
            elif (
                tag in _INCLUDE
                or low == "among"
                or (low in {"them", "whom", "which"} and before > self.first and lows[before - 1] in {"among", "of"})
                or (low == "as" and lows[before - 1] == "such")
            ):
                group.subset = True
            elif tags[group.first] in _GEN and self._possessor_is_object(group.first - 1):
                group.prep = True  # "two members of the judge's escort"
            elif tag in _PREP:
                group.prep = low not in {"alongside", "after", "before", "since", "until", "as"}
            elif tag in _OPEN and previous is not None and previous.stop >= before - 1:
                group.subset = True
        if lows[group.stop : group.stop + 2] == ["among", "them"]:
            group.subset = True
        if previous is not None and (previous.subset or previous.partitive) and not group.subset and not group.prep:
            gap = tags[previous.stop : group.first]
            claimed = group.stop < self.stop and group.head < 0 and (tags[group.stop] in _EVENTISH or tags[group.stop] in _BE)
            if (
                0 < len(gap) <= 2
                and all(tag in _AND or tag in _COMMA for tag in gap)
                and not claimed
                and not (group.other and not previous.other)
            ):
                group.subset = previous.subset or not group.other

    def _possessor_is_object(self, at: int) -> bool:
        """Whether the phrase that ends with the token `at` stands after a preposition."""
        while at > self.first and (self.tags[at] in _NOUNISH or self.tags[at] in _DET):
            at -= 1
        return self.tags[at] in _PREP

    # --- events ---------------------------------------------------------------------------------------------------------------

    def _events(self, matches: "list[re.Match[str]]") -> list[_Event]:
        lows, tags = self.lows, self.tags
        events = []
        # an adjective within a phrase is no event: "five wounded soldiers"
        within = {at for group in self.groups for at in range(group.first, group.stop if group.measure else group.stop - 1)}
        for match in matches:
            kind = match.lastgroup or ""
            start, stop = match.span()
            word = lows[start]
            if kind == "verb":
                if start in within:
                    continue
                event = _Event(start, stop, _MEASURES[word], _FORMS[word], kind)
            elif kind in {"lostlives", "succumb", "diewound"}:
                event = _Event(start, stop, "killed", "die", kind)
            elif kind == "sustain":
                event = _Event(start, stop, "injured", "die", kind)
            elif kind in {"strike", "strikedown"}:
                form = "ing" if word.endswith("ing") else "base" if word in _STRIKE_BASE else "pp"
                event = _Event(start + (self.tags[start] in _BE), stop, "killed", form, kind)
            elif kind == "shot":
                if stop < self.stop and (tags[stop] in _AND or lows[stop] in {"at", "down", "himself", "herself", "into", "up"}):
                    continue
                event = _Event(start, stop, "killed", "pp", kind)
            elif kind == "captive":
                form = "ing" if word.endswith("ing") else "pp" if word in {"taken", "held", "seized"} else "past"
                event = _Event(start, stop, "held_captive" if word.startswith("h") else "abducted", form, kind)
            elif kind == "dead":
                if start in within:
                    continue
                event = _Event(start, stop, "killed", "dead", kind)
            elif kind == "lives":
                event = _Event(start, stop, "killed", "of", kind)
            elif kind == "toll":
                if word in {"number", "tally", "count"} and (start == self.first or lows[start - 1] not in {"the", "total", "their"}):
                    continue
                event = _Event(start, stop, _MEASURES.get(lows[stop - 1], "killed"), "toll", kind)
            else:
                event = _Event(start, stop, _MEASURES.get(word, "injured"), "of", kind)
            self._voice(event)
            event.past = self._is_past(event)
            events.append(event)
        return events

    def _is_past(self, event: _Event) -> bool:
        """Whether the event is told as the reason or the occasion of the day's: "to avenge the killing of", "days after a similar attack"."""
        tags, lows = self.tags, self.lows
        if self._may_be_past is None:
            self._may_be_past = _PAST_CUE.search(tags, self.first, self.stop) is not None
        if not self._may_be_past:
            return False
        if event.form == "toll":
            return False
        before = tags[max(self.first, event.start - 7) : event.start]
        if event.form in {"of", "base", "ing"} and any(tag in _MOTIVE for tag in before):
            return True
        for at in range(event.start - 1, max(self.first, event.start - 14) - 1, -1):
            if tags[at] in _COMMA or tags[at] in _AND or tags[at] in _STOP or tags[at] in _MORE:
                break
            if (
                lows[at] == "after"
                and at > self.first
                and lows[at - 1] in {"day", "days", "week", "weeks", "month", "months", "year", "years", "soon"}
                and lows[at - 2] not in {"soon"}
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
        published = self.reading.published
        spans = [range(event.stop, min(self.stop, event.stop + 12))]
        if lows[self.first] in {"in", "since", "back"}:
            spans.append(range(self.first + 1, min(event.start, self.first + 4)))
        for span in spans:
            for at in span:
                word = lows[at]
                if tags[at] in _STOP or tags[at] in _EVENTISH:
                    break
                if (
                    len(word) == 4
                    and word.isdigit()
                    and "1900" <= word <= "2099"
                    and (lows[at - 1] in {"in", "since"} or (tags[at - 1] in _MONTH and lows[at - 2] in {"in", "since"}))
                ):
                    return int(word) != published.year if published else self.index > 0
        return False

    def _voice(self, event: _Event) -> None:
        tags = self.tags
        position = event.start - 1
        nearest = ""
        while position >= self.first:
            tag = tags[position]
            if tag in _BE:
                nearest = nearest or "be"
                event.be = True
            elif tag in _HAVE:
                nearest = nearest or "have"
            elif tag in _REPORT and event.form != "die":
                nearest = nearest or "report"
            elif tag in _EVENTISH and position > self.first and tags[position - 1] in _BE:
                pass
            elif not (tag in _ADV or tag in _AUX or tag in _NOT):
                break
            position -= 1
        aux = self.lows[position + 1 : event.start]
        if event.form in {"base", "pp"} and (
            not _UNREAL.isdisjoint(aux)
            or ("to" in aux and any(tag in _IRREALIS for tag in tags[max(self.first, position - 5) : position + 1]))
        ):
            event.unreal = True
        event.first = position + 1
        event.relative = position >= self.first and tags[position] in _REL
        event.passive = nearest in {"be", "report"} and event.form in {"pp", "participle", "adjective"}
        if nearest == "have" and event.form == "pp":
            event.form = "past"
        if (
            not nearest
            and event.form in {"pp", "participle", "die"}
            and position > self.first
            and tags[position] in _AND
            and not self._object_follows(event)
        ):
            for at in range(position - 1, max(self.first, position - 12) - 1, -1):
                if tags[at] in _BE:
                    while at > self.first and (
                        tags[at - 1] in _BE or tags[at - 1] in _HAVE or tags[at - 1] in _ADV or tags[at - 1] in _AUX
                    ):
                        at -= 1
                    event.first = at
                    event.be = event.shared = True
                    event.passive = event.form != "die"
                    break
                if tags[at] in _SUB or tags[at] in _STOP or any(group.first == at and group.number for group in self.groups):
                    break

    # --- who was it -------------------------------------------------------------------------------------------------------------

    def _counted_nouns(self) -> None:
        for group in self.groups:
            if group.adjective in {"injured", "abducted", "missing"} or (
                group.adjective == "killed" and group.number and not group.measure
            ):
                self._add([group], None, group.adjective, "adjective")
            if group.measure is None or group.measure == "held_captive":
                continue
            if group.prep and self._claimed(group):
                continue
            if group.partitive and any(event.first == group.stop for event in self.events):
                continue
            self._add([group], None, group.measure, "counted_noun")

    def _claimed(self, group: _Group) -> bool:
        return any(event.stop <= group.first <= event.stop + 2 and event.form == "toll" for event in self.events)

    def _add(self, chain: list[_Group], event: _Event | None, measure: str, rule: str) -> None:
        low = min(group.first for group in chain)
        high = max(group.stop for group in chain)
        if event is not None:
            low, high = min(low, event.start), max(high, event.stop)
        if event is not None and event.unreal:
            for group in chain:
                group.taken = True
            return
        for group in chain:
            group.taken = event is None or not event.relative
            described = "object" if rule == "name" and group.head >= 0 else rule
            self.found.append(_Found(group, measure, self, (low, high), group.subset, described, event))

    def _read(self, event: _Event, position: int) -> None:
        form = event.form
        if form in {"pp", "dead", "participle"} and not event.passive and self._adjacent_left(event) is None:
            match = _LISTED.match(self.tags, event.stop, self.stop)
            if match is not None:
                index = next((index for index, group in enumerate(self.groups) if group.first >= event.stop), -1)
                if index >= 0 and self.groups[index].first == match.end():
                    chain = self._chain(index, event)
                    if self.tags[event.stop] in _INCLUDE or self.lows[max(self.first, event.start - 1)] in {"the", "those", "among"}:
                        for group in chain:
                            group.subset = True
                    self._take(chain, event, "listed")
                    return
        if event.kind in {"strike", "captive"} and event.stop - event.start > 2:
            inside = [
                group
                for group in self.groups
                if event.start < group.first
                and group.stop <= event.stop
                and not group.prep
                and (group.number or event.kind == "strike" or group.best)
                and self.lows[group.head] not in _CAPTIVES
            ]
            if inside:
                self._take(inside, event, "object_inside")
                return
            if any(tag in _PRON1 for tag in self.tags[event.start : event.stop]):
                self._take([self._single(event.start, event.stop)], event, "pronoun")
                return
        if form == "toll":
            self._toll(event)
        elif form in {"ing", "base", "of", "past"}:
            self._right(event)
        elif form in {"die", "dying", "dead"} or event.passive or form in {"participle", "adjective"}:
            self._left(event, position)
        elif self._object_follows(event):
            self._right(event)
        else:
            self._left(event, position)

    def _object(self, event: _Event) -> int:
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
        if at == start and start + 1 < self.stop and tags[start] in _ARTICLE and event.measure in {"killed", "injured", "abducted"}:
            run = _RUN.match(tags, start + 1, self.stop)
            end = run.end() if run else start + 1
            if end > start + 1 and self._head(start + 1, end) == -1 and not any(word[-1] == "s" for word in self.lows[start + 1 : end]):
                group = self._single(start, end)
                group.definite = False
                self.groups.insert(index, group)
                return index
        if at > start or (start < self.stop and tags[start] in _PRON1 and (start + 1 == self.stop or tags[start + 1] not in _MODIFIER)):
            group = self._single(start, max(at, start + 1))
            self.groups.insert(index, group)
            return index
        return -1

    def _object_follows(self, event: _Event) -> bool:
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
            or tags[start] in _DET
            or tags[start] in _PRON1
            or tags[start] in _TITLE
        )

    def _adjacent_left(self, event: _Event) -> _Group | None:
        return next((group for group in self.groups if group.stop == event.first and not group.prep), None)

    def _claimed_later(self, group: _Group, event: _Event) -> bool:
        """Whether the group is the subject of an event that follows it directly."""
        for later in self.events:
            if later is event or later.start < group.stop:
                continue
            return later.first == group.stop and later.form in {"pp", "participle", "dead", "die", "adjective", "dying"}
        return False

    def _right(self, event: _Event) -> None:
        index = self._object(event)
        if index < 0 and event.stop < self.stop and self.lows[event.stop] in {"them", "all"}:
            last = next(
                (item for item in reversed(self.found) if item.sentence >= self.index - 1 and item.measure in {"abducted", "held_captive"}),
                None,
            )
            if last is not None and event.measure != last.measure:
                self._add([last.group], event, event.measure, "pronoun_them")
            return
        if index < 0 or (self._claimed_later(self.groups[index], event) and self.groups[index].number is None):
            return
        if self.groups[index].prep and event.form != "of":
            return
        if self.groups[index].taken and self.groups[index].measure is None and self.tags[event.start - 1] not in _AND:
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

    def _chain(self, index: int, event: _Event) -> list[_Group]:
        chain = [self.groups[index]]
        while index + 1 < len(self.groups):
            following = self.groups[index + 1]
            gap = following.first - chain[-1].stop
            if following.subset:
                # "five people, including a child, ..." stays in the chain and out of the sum
                if gap > 10 or following.speaker:
                    break
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

    def _left(self, event: _Event, position: int) -> None:
        floor = self.first
        for earlier in self.events[:position]:
            if earlier.stop <= event.first and earlier.form != "of" and not earlier.relative:
                floor = max(floor, earlier.stop)
        stop = event.first
        before = stop - 1
        while before > self.first and (self.tags[before] in _COMMA or self.tags[before] in _REL):
            before -= 1
        elided = before >= floor and self.tags[before] in _AND
        best = None
        weak = None
        for index in reversed(range(len(self.groups))):
            group = self.groups[index]
            if group.stop > stop or (group.taken and not event.shared):
                continue
            if group.first < floor:
                break
            if group.partitive and self._part_of_earlier(index, floor):
                continue
            if (
                group.subset
                or (group.measure and not group.partitive)
                or (group.prep and not (group.stop == stop and not event.be))
                or group.speaker
            ):
                continue
            if group.is_weak:
                weak = index if weak is None or elided else weak
                if elided or (group.stop == stop and self.lows[group.first - 1] in _CLAUSE):
                    if best is None and not elided:
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
            match = _TOGETHER.match(self.tags, event.stop, self.stop)
            index = next((index for index, group in enumerate(self.groups) if match and group.first == match.end()), -1)
            if index >= 0 and not self._claimed_later(self.groups[index], event):
                self._take(self._chain(index, event), event, "together")
            if event.kind != "strikedown":
                self._named(event, floor)
            return
        chain = [self.groups[best]]
        index = best
        while index > 0 and self.groups[index - 1].first >= floor:
            before_group = self.groups[index - 1]
            if (before_group.taken and not event.shared) or before_group.measure or before_group.speaker:
                break
            if before_group.subset:
                if chain[0].first - before_group.stop > 12:
                    break
            else:
                # details in between belong to the phrase before them: "six priests (five men of one order and ...) and two women"
                joined = next(group for group in chain if not group.subset)
                gap = joined.first - before_group.stop
                if (
                    before_group.prep
                    or gap > 30
                    or (joined.other and not before_group.other and gap == 1 and self.tags[joined.first - 1] in _COMMA)
                    or not _JOIN.fullmatch(self.tags, before_group.stop, joined.first)
                ):
                    break
            chain.insert(0, before_group)
            index -= 1
        for group in self.groups[best + 1 :]:
            if group.stop > stop:
                break
            if group.subset or (group.partitive and not group.taken):
                chain.append(group)
        if chain[0].first > self.first and self.lows[chain[0].first - 1] == "after" and event.be:
            event.past = True  # "... after two protesters were shot dead"
        if "among" in self.lows[max(self.first, event.start - 3) : event.start]:
            for group in chain:
                group.subset = True  # "a paramedic was among the dead"
        if "was" in self.lows[event.first : event.start] and not any(group.number for group in chain):
            one = [group for group in chain if not group.subset]
            if len(one) > 1 and all(group.best == 1 and self.lows[group.first] not in _POSSESSIVES for group in one):
                for group in one[1:]:
                    group.subset = True  # "a journalist, a father of two, was killed"
        self._names_before(chain, floor)
        match = _TOGETHER.match(self.tags, event.stop, self.stop)
        if match is not None:
            index = next((index for index, group in enumerate(self.groups) if group.first >= event.stop), -1)
            if index >= 0 and self.groups[index].first == match.end() and not self._claimed_later(self.groups[index], event):
                chain += self._chain(index, event)
        if chain[-1].first < event.start:
            chain += self._parts_after(event) or self._places_after(event)
        self._take(chain, event, "subject")

    def _part_of_earlier(self, index: int, floor: int) -> bool:
        """ "Six children, three of them from one family, were killed"."""
        if index == 0:
            return False
        before, group = self.groups[index - 1], self.groups[index]
        if before.first < floor or before.subset or (before.number is None and before.best is not None) or group.first - before.stop > 3:
            return False
        return all(tag in _COMMA or tag in _DASH or tag in _OPEN for tag in self.tags[before.stop : group.first])

    def _parts_after(self, event: _Event) -> list[_Group]:
        """ "... were killed, including two children", "... were wounded, two of them critically"."""
        parts: list[_Group] = []
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

    def _places_after(self, event: _Event) -> list[_Group]:
        """ "Five people were killed in Homs, three in Hama and two in Idlib"."""
        found: list[_Group] = []
        at = event.stop
        for group in self.groups:
            if group.first < event.stop:
                continue
            ends = (
                group.number is not None
                and group.head < 0
                and group.stop < self.stop
                and self.lows[group.stop] in {"in", "at", "near", "on"}
            )
            if not ends or group.first - at > 12 or not _TO_NEXT_PLACE.fullmatch(self.tags, at, group.first):
                break
            found.append(group)
            at = group.stop
        return found

    def _names_before(self, chain: list[_Group], floor: int) -> None:
        """A name that is joined to the first of the chain: "Ahmed Ali and his wife"."""
        tags = self.tags
        first = chain[0].first
        at = first - 1
        while at > floor and self.lows[at] in {",", "with", "along", "together", "alongside", "as", "well"}:
            at -= 1
        if (at == first - 1 and tags[at] in _AND) or (at < first - 1 and self.lows[first - 1] in {"with", "alongside"}):
            if tags[at] in _AND:
                at -= 1
            if at >= floor and tags[at] in _NAME:
                start = at
                while start > floor and (tags[start - 1] in _NAME or tags[start - 1] in _TITLE):
                    start -= 1
                if start == self.first or tags[start - 1] not in _PREP:
                    chain.insert(0, self._single(start, at + 1))

    def _named(self, event: _Event, floor: int) -> None:
        """Nobody is described, but somebody may be named: "Ahmed Ali was shot dead"."""
        tags = self.tags
        if not (event.form == "die" or (event.passive and event.be)):
            return
        stop = event.first
        start = max(floor, stop - 30)
        for at in range(stop - 1, start - 1, -1):
            if tags[at] in _STOP or (tags[at] in _SUB and self.lows[at] != "as"):
                start = at + 1
                break
        single = event.form == "die" or any(tag in _BES for tag in tags[event.first : event.start]) or self.lows[event.first] in {"has"}
        if single and not event.relative:
            for at in range(start, stop):
                if tags[at] in _ARTICLE and (at == self.first or tags[at - 1] not in _PREP):
                    run = _RUN.match(tags, at + 1, stop)
                    end = run.end() if run else at + 1
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
                last = at
                names = 1
                while last + 1 < stop and (
                    tags[last + 1] in _NAME
                    or ((tags[last + 1] in _AND or tags[last + 1] in _COMMA) and last + 2 < stop and tags[last + 2] in _NAME)
                ):
                    if tags[last + 1] not in _NAME:
                        names += 1
                    last += 1
                group = self._single(at, last + 1)
                if not single:
                    if names < 2:
                        return
                    group.low = group.best = group.high = names
                self._take([group], event, "name")
                return

    def _single(self, first: int, stop: int) -> _Group:
        group = _Group(first, stop, -1, None)
        group.low = group.best = group.high = 1
        group.definite = True
        return group

    def _take(self, chain: list[_Group], event: _Event, rule: str) -> None:
        self._appositions(chain)
        self._add(chain, event, event.measure, rule)

    def _appositions(self, chain: list[_Group]) -> None:
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
        ):
            total = sum(value for value in rest if value)
            generic = head.head >= 0 and lows[head.head] in _GENERIC
            described = all(group.head >= 0 and (tags[group.head] in _DEMONYM or lows[group.head] in _KINDS) for group in main[1:])
            if (total == head.best and (generic or described)) or (total <= head.best and generic and not main[1].number):
                for group in main[1:]:
                    group.subset = True
                return
        for before, group in zip(main, main[1:], strict=False):
            if before.subset or before.best != 1 or group.best != 1 or group.number or group.other:
                continue
            joint = tags[before.stop : group.first]
            if joint and joint[-1] in _COMMA and (joint[0] in _NAME or before.head < 0):
                group.subset = True
                continue
            if before.number:
                continue
            bare = tags[group.first] not in _DET and tags[group.first] not in _GEN
            if bare and before.subset and len(joint) == 1 and joint in _AND:
                group.subset = True
            elif bare and lows[before.first] in _POSSESSIVES:
                pass  # "his driver and bodyguard"
            elif (bare and lows[group.head] not in _KIN and lows[before.head] not in _KIN) or (
                len(joint) == 1 and joint in _COMMA and group is main[-1] and lows[group.first] in {"a", "an", "the"}
            ):
                group.subset = True

    def _toll(self, event: _Event) -> None:
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
            if group.first - event.stop > 14 or any(tag in _SUB for tag in self.tags[event.stop : group.first]):
                break
            if group.number.quantifier == "range" and self.lows[group.number.first] == "from":
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
                group = following
            self._add([group], event, event.measure, "toll")
            return


_ED_ING = _having("ED", "ING")
_LY = _having("LY") | _having("critically", "seriously")
_CLOSE = _having("CLOSE")
_SELF = _having("himself", "herself", "itself")
_POSSESSIVES = frozenset(("his", "her", "their"))
_UNREAL = _SETS["unreal"]
_IRREALIS = _having("IRREALIS")
_LISTED = ALPHABET.compile(r"{INCLUDE|was|were|are}")
_COUNTED_NOUN = ALPHABET.compile("{M_COUNT|M_BODY|M_CAPTIVES|M_LIVES}")
_SPEAKS = ALPHABET.compile(
    r"{NAME|TITLE}{0,5}(?:{PREP}(?:{^STOP|COMMA|MEASURE|SAY|SUB|NUMBER}){1,8})?{COMMA}?(?:{ADV|HAVE}){0,2}(?!{report|reports}){SAY}(?!{to|dead|M_PP})"
)
_SPEECH = ALPHABET.compile("{SAY}")
_PERSON = ALPHABET.compile("{VICTIM}")
_FURTHER = ALPHABET.compile("{other|others|another|additional|further|more|extra}")
_BRACKETS = ALPHABET.compile("{OPEN|:|DASH}")
# The cheap question before the dear one: whether a sentence has any word of an earlier event.
_PAST_CUE = ALPHABET.compile("{MOTIVE|EARLIER|after|last}|{in|since}{MONTH}?{DIGITS}")
_TO_NEXT_PLACE = ALPHABET.compile(r"{in|at|near|on}(?:{^STOP|MEASURE|BE|NUMBER|COMMA|AND}){1,8}(?:{COMMA}{AND}?|{AND})")
_TOGETHER = ALPHABET.compile(r"{COMMA}?(?:{alongside}|{along}{with}|{together}{with})")
_ARTICLE = _having("A", "the", "POSS")
_MORE = _having("more", "another", "other", "others")
_MOTIVE = _having("MOTIVE")
_NOUNS = _having("VICTIM", "UNIT", "NAME", "WORD")
_NOUNISH = _having("VICTIM", "UNIT", "NAME", "ADJ", "WORD")
_HELD_CUES = _SETS["held_cues"]
_HELD = frozenset(("hostage", "captive"))
_CAPTIVES = _SETS["captives"]
_CLAUSE = _SETS["clause"]
_KIN = _SETS["kin"]


_PLACE = ALPHABET.compile(
    r"(?:{in|at|near|into|inside|outside|across|around|throughout|within}|{on}(?={DET}?{PLACE}{1,2}{of}))"
    r"(?P<place>{DET}?(?:{PLACE|GEN|of|the|NAME|DEMONYM|TITLE|-}){1,9}(?:{COMMA}(?:{NAME|PLACE|GEN|of|the}){1,6})*)"
)
_THINGS = _having("UNIT", "VICTIM") - _having("PLACE")
_PLACE_ENDS = _having("NAME", "PLACE")
_AGENTS = _having("ATTACKER", "AGENT")
_FORCE = ALPHABET.compile(r"(?:{DET})?(?:{WORD|NAME|ADJ|ED|ING|VICTIM|UNIT|TITLE|LY|GEN|AGENT|PLACE|DIGITS|CARDINAL|ONE|VAGUE|-}){1,8}")
_BY = _having("by")
_BASES = {word: name.removeprefix("basis_") for name, words in _SETS.items() if name.startswith("basis_") for word in words}
_HEDGES = _SETS["hedges"]
_STOCK = frozenset(("held_captive", "missing", "displaced"))
_REVISES = _SETS["revises"]


def day_of(date: Date | None) -> "datetime.date | None":
    """The day that a date expression names."""
    return date.start if date is not None and date.kind == "day" else None


class _Figures:
    """From what was found to figures: what each says besides the number."""

    def __init__(self, reading: Reading, found: list[_Found], statements: Sequence[Statement]) -> None:
        self.reading = reading
        self.found = sorted(found, key=lambda item: (item.group.first, item.measure))
        self.main_day: datetime.date | None = None  # the day of the first event that the text tells
        self.sentences = {item.parse.index: item.parse for item in found}
        self.contents = sorted((span[0], span[1], index) for index, statement in enumerate(statements) for span in statement.content)

    def build(self) -> list[Figure]:
        built: list[Figure] = []
        for item in self.found:
            built.append(self._figure(item, built))
        for index, figure in enumerate(built):
            if figure.measure_kind == "subset" and figure.subset_of is None and index + 1 < len(built):
                following = built[index + 1]  # "three children were among 15 people killed"
                if following.measure == figure.measure and following.measure_kind != "subset" and following.evidence == figure.evidence:
                    built[index] = figure._replace(subset_of=index + 1)
        return built

    def _span(self, first: int, stop: int) -> Span:
        return self.reading.starts[first], self.reading.ends[stop - 1]

    def _figure(self, item: _Found, built: list[Figure]) -> Figure:
        reading, group, parse = self.reading, item.group, item.parse
        lows, tags = reading.lows, parse.tags
        counted = group
        first, stop = (group.number.first, group.number.stop) if group.number else (group.first, group.stop)
        if group.number and lows[stop - 1] == "of":
            stop -= 1
        victim_first = group.first
        if group.number is not None:
            victim_first = group.number.stop
            while victim_first < group.stop and (
                lows[victim_first] in {"of", "more", "other", "them", "whom", "which"} or tags[victim_first] in _DET
            ):
                victim_first += 1
        victim = (
            self._span(victim_first, group.stop)
            if victim_first < group.stop
            and not (group.partitive and group.measure)
            and item.rule not in {"pronoun", "name", "pronoun_them"}
            else None
        )
        noun = lows[group.head] if group.head >= 0 else ""
        if noun in _MEASURES and noun not in _VICTIMS:
            victim, noun = None, ""  # "nine deaths": the noun is the measure
        if item.event is not None and item.event.form == "toll" and not noun:
            for other in item.parse.groups:  # "the number of villagers killed has risen to 12"
                if item.event.start <= other.first and other.stop <= item.event.stop and other.head >= 0 and other.number is None:
                    group, noun, victim = other, lows[other.head], self._span(other.first, other.stop)
        row = _VICTIMS.get(noun)
        status = row[2] if row is not None else "unspecified"
        if status == "unspecified" and "civilian" in lows[group.first : group.stop]:
            status = "civilian"
        subgroup = row[3] if row is not None and row[3] != "-" else None
        date = self._date(item)
        place = self._place(item)
        whole = self._whole(item, built) if item.subset else None
        runs_on = item.event is not None and parse.index > 0 and self._runs_on(item)
        if whole is None and item.measure not in _STOCK and not runs_on and not (item.event is not None and item.event.past):
            ahead = self._ahead(item)
            if ahead is not None:
                date = date or next((day for day in ahead.dates if day.kind == "day"), None)
                place = place or (ahead.places[0] if len(ahead.places) == 1 else None)
        kind = (
            "subset"
            if item.subset
            else "stock"
            if item.measure in _STOCK and (item.event is None or item.event.passive or item.event.form != "past")
            else "event_total"
        )
        past = item.event is not None and item.event.past
        if date is not None and not item.subset:
            if date.kind == "since":
                recent = reading.published is not None and date.start is not None and (reading.published - date.start).days <= 14
                kind, past = ("stock" if kind == "stock" else "cumulative"), past or not recent
            elif date.kind == "within":
                kind = "period_new" if date.precision is not None and date.precision <= 2 else "cumulative"
        if kind == "event_total" and runs_on:
            kind, past = "cumulative", True
        event_day = day_of(date)
        if event_day is not None:
            if self.main_day is None and not past:
                self.main_day = event_day
            elif self.main_day is not None and (self.main_day - event_day).days > 6:
                past = True
        published = reading.published
        if (
            date is not None
            and date.end is not None
            and date.kind != "since"
            and published is not None
            and (published - date.end).days > 21
            and item.parse.index > 0
        ):
            past = True
        words = self._around(item)
        basis = next((_BASES[word] for word in words if word in _BASES), "unknown")
        hedge = next((word for word in words if word in _HEDGES), None)
        number = self._span(first, stop)
        supersedes = None
        if item.rule == "toll" and item.event is not None and not _REVISES.isdisjoint(lows[item.span[0] : item.span[1] + 4]):
            supersedes = next(
                (
                    index
                    for index in range(len(built) - 1, -1, -1)
                    if built[index].measure == item.measure and built[index].measure_kind != "subset" and not built[index].background
                ),
                None,
            )
        day = date.start if date is not None and date.kind == "day" else None
        is_period = date is not None and date.kind != "day"
        if whole is not None:  # a part is where and when the whole is
            return built[whole]._replace(
                measure_kind="subset",
                number=number,
                evidence=self._span(*item.span),
                value_reported=reading.text[number[0] : number[1]],
                value_low=group.low,
                value_best=group.best,
                value_high=group.high,
                quantifier=group.quantifier,
                victim=victim,
                victim_group=self._noun(item, group, noun, victim),
                victim_status=status,
                victim_subgroup=subgroup,
                statement=self._statement(number[0]),
                subset_of=whole,
                supersedes=None,
                background=built[whole].background or past,
                rule=item.rule,
            )
        return Figure(
            measure=item.measure,
            measure_kind=kind,
            number=number,
            evidence=self._span(*item.span),
            value_reported=reading.text[number[0] : number[1]],
            value_low=counted.low,
            value_best=counted.best,
            value_high=counted.high,
            quantifier=counted.quantifier,
            victim=victim,
            victim_group=self._noun(item, group, noun, victim),
            victim_status=status,
            victim_subgroup=subgroup,
            perpetrator=self._perpetrator(item),
            place=self._span(*place) if place is not None else None,
            period=self._span(date.first, date.stop) if date is not None else None,
            event_date=day.isoformat() if day is not None else None,
            period_start=date.start.isoformat() if date is not None and is_period and date.start is not None else None,
            period_end=date.end.isoformat() if date is not None and is_period and date.end is not None else None,
            date_precision=date.precision if date is not None else None,
            count_basis=basis,
            hedge=hedge,
            statement=self._statement(number[0]),
            subset_of=whole,
            supersedes=supersedes,
            background=past,
            rule=item.rule,
        )

    def _runs_on(self, item: _Found) -> bool:
        """Whether the count is one of a conflict or of every year: "the insurgency has killed thousands", "are murdered each year"."""
        parse = item.parse
        assert item.event is not None
        words = parse.lows[item.span[1] : min(parse.stop, item.span[1] + 8)]
        if any(before in {"each", "every", "per", "a"} and word in {"year", "month", "week", "day"} for before, word in pairwise(words)):
            return True
        perfect = not {"has", "have"}.isdisjoint(parse.lows[item.event.first : item.event.start])
        return perfect and not _SETS["conflicts"].isdisjoint(parse.lows[parse.first : parse.stop])

    def _noun(self, item: _Found, group: _Group, noun: str, victim: Span | None) -> str | None:
        if noun:
            return self.reading.text[self.reading.starts[group.head] : self.reading.ends[group.head]]
        if victim is None or item.rule == "name" or group.partitive:
            return None
        return self.reading.text[self.reading.starts[group.stop - 1] : self.reading.ends[group.stop - 1]]

    def _ahead(self, item: _Found) -> _Sentence | None:
        """The sentence before, where the text tells when and where: it holds for what follows at once."""
        index = item.parse.index - 1
        if index < 0:
            return None
        if index not in self.sentences:
            self.sentences[index] = _Sentence(self.reading, item.parse.tags, *self.reading.sentences[index], index, [])
        return self.sentences[index]

    def _date(self, item: _Found) -> Date | None:
        """The date of the sentence that stands nearest, one behind the figure before one ahead of it; else the sentence before's."""
        parse, event, group = item.parse, item.event, item.group
        first, stop = item.span
        begin = group.stop if event is None or group.first > event.start else event.stop
        dates = parse.dates
        if dates:
            # a clause of its own has its own day: "killed 8, days after four were killed on Monday"
            barrier = parse.stop
            for other in parse.events:
                if other.start >= stop and any(tag in _SUB or tag in _REL for tag in parse.tags[stop : other.start]):
                    barrier = other.start
                    break
            near = [date for date in dates if begin <= date.first <= barrier]
            if near:
                return near[0]
            before = [date for date in dates if date.stop <= max(first, begin)]
            if before:
                return before[-1]
            return next((date for date in dates if date.first >= begin), None)
        return None

    def _place(self, item: _Found) -> tuple[int, int] | None:
        event, group = item.event, item.group
        places = item.parse.places
        if not places:
            return None
        if event is not None and event.form == "toll":
            inside = [place for place in places if event.start <= place[0] < group.first]
            if inside:
                return inside[0]
        begin = group.stop if event is None or group.first > event.start else event.stop
        after = [place for place in places if place[0] >= begin]
        if after and after[0][0] - begin <= 12:
            return after[0]
        if event is not None and event.past:
            return None
        before = [place for place in places if place[1] <= max(group.first, begin)]
        return before[-1] if before else after[0] if after else None

    def _around(self, item: _Found) -> Sequence[str]:
        """The words of the verb group, and those that stand between number and verb."""
        lows = self.reading.lows
        event, group = item.event, item.group
        if event is None:
            before = lows[max(item.parse.first, group.first - 2) : group.first]
            after = group.stop
            while after < min(item.parse.stop, group.stop + 6) and item.parse.tags[after] not in _COMMA and item.parse.tags[after] not in _AND:
                after += 1
            return [*before, *lows[group.stop : after]]
        first = min(event.first, event.start)
        while first > item.parse.first and (
            item.parse.tags[first - 1] in _ADV or item.parse.tags[first - 1] in _REPORT or lows[first - 1] == "to"
        ):
            first -= 1
        return [
            *lows[max(item.parse.first, group.first - 1) : group.stop],
            *lows[first : event.start],
            *lows[event.start : event.start + 1],
            *lows[event.stop : event.stop + 1],
        ]

    def _statement(self, offset: int) -> int | None:
        return next((index for start, end, index in self.contents if start <= offset < end), None)

    def _whole(self, item: _Found, built: list[Figure]) -> int | None:
        """The figure that a part belongs to: of the same measure, not itself a part, the nearest before that is large enough."""
        for index in range(len(built) - 1, max(-1, len(built) - 12), -1):
            figure = built[index]
            if figure.measure == item.measure and figure.measure_kind != "subset":
                if figure.value_best is None or item.group.best is None or figure.value_best >= item.group.best:
                    return index
        return None

    def _perpetrator(self, item: _Found) -> Span | None:
        event, parse = item.event, item.parse
        if event is None or event.form == "toll" or event.kind in {"dead", "sustain", "succumb", "diewound", "lostlives"}:
            return None
        tags = parse.tags
        end = (_BY_OR_COMMA if item.rule == "subject" else _BY_OR_END).search(tags, event.stop, min(parse.stop, event.stop + 14))
        if end is not None and tags[end.start()] in _BY:
            found = self._force(parse, end.end())
            return self._span(*found) if found is not None else None
        if item.rule not in _OBJECTS or event.form == "of" or item.group.stop <= event.start:
            return None
        chosen: _Group | None = None
        for group in parse.groups:
            if group.stop > event.first:
                break
            if group.subset or group.speaker or group.measure or group.taken:
                continue
            if group.attacker or (
                chosen is None
                and not group.prep
                and group.head >= 0
                and (group.first == parse.first or tags[group.first - 1] in _CLAUSE_START)
            ):
                chosen = group
        if event.form in {"pp", "past", "base"}:
            beside = (
                group for group in parse.groups if group.stop == event.first and group.head >= 0 and not group.prep and not group.speaker
            )
            chosen = next(beside, chosen)
        if chosen is not None:
            first, stop = chosen.first, chosen.stop
            while first > parse.first and tags[first - 1] in _NAME:
                first -= 1
            if tags[first] in _PREP:
                first += 1
            return self._span(first, stop)
        if (
            event.form in {"pp", "past", "base"}
            and event.first > parse.first
            and (tags[event.first - 1] in _NAME or tags[event.first - 1] in _FORCES)
        ):
            first = event.first - 1
            while first > parse.first and (
                tags[first - 1] in _NAME or tags[first - 1] in _FORCES or tags[first - 1] in _DEMONYM or tags[first - 1] in _ADJECTIVES
            ):
                first -= 1
            if first == parse.first or tags[first - 1] not in _PREP:
                return self._span(first, event.first)
        return None

    def _force(self, parse: _Sentence, first: int) -> tuple[int, int] | None:
        """Somebody after "by": people, forces or a name, and no weapon."""
        tags = parse.tags
        match = _FORCE.match(tags, first, parse.stop)
        if match is None:
            return None
        stop = match.end()
        last = -1
        for at in range(first, stop):
            if tags[at] in _AGENTS or (tags[at] in _VICTIM and tags[at] not in _DEMONYM):
                last = at
            elif tags[at] in _UNIT and tags[at] not in _AGENTS:
                return None
            elif tags[at] in _NAME and (last < 0 or tags[last] in _NAME):
                last = at
            elif tags[at] in _ED_ING and last >= 0:
                break
        return (first, last + 1) if last >= 0 else None


_OBJECTS = frozenset(("object", "object_inside", "name", "unknown_noun", "pronoun", "pronoun_them"))
_BY_OR_END = ALPHABET.compile("{by|STOP|M_PP|M_PARTICIPLE|M_DEAD|M_DIE|M_PAST|SUB}")
_BY_OR_COMMA = ALPHABET.compile("{by|STOP|M_PP|M_PARTICIPLE|M_DEAD|M_DIE|M_PAST|SUB|COMMA}")
_CLAUSE_START = _having("COMMA", "SUB", "STOP", "QUOTE", "AND", "that")
_FORCES = _having("AGENT")
_ADJECTIVES = _having("ADJ")


def totals(reading: Reading, figures: Sequence[Figure]) -> dict[str, Total]:
    """The document's own count of the day's event, by measure, where it can be told."""
    result: dict[str, Total] = {}
    for measure in dict.fromkeys("killed" if figure.measure == "bodies_recovered" else figure.measure for figure in figures):
        total = _total(reading, figures, measure)
        if total is not None:
            result[measure] = total
    return result


class _Count:
    """One count of the text: the figures of one chain, and what they come to."""

    __slots__ = ("best", "end", "high", "low", "parts", "sentence", "start")

    def __init__(self, parts: list[int], figures: Sequence[Figure], sentence: int) -> None:
        self.parts = parts
        values = [figures[index] for index in parts]
        self.best = sum(figure.value_best or 0 for figure in values)
        self.low: int | None = sum(figure.value_low or 0 for figure in values)
        highs = [figure.value_high for figure in values]
        self.high = None if None in highs else sum(high for high in highs if high is not None)
        self.sentence = sentence
        self.start, self.end = values[0].evidence


def _total(reading: Reading, figures: Sequence[Figure], measure: str) -> Total | None:
    wanted = {measure} | ({"bodies_recovered"} if measure == "killed" else set())
    mine = [
        index
        for index, figure in enumerate(figures)
        if figure.measure in wanted and figure.measure_kind != "subset" and figure.value_best is not None
    ]
    mine = [index for index in mine if figures[index].value_best] or mine
    if measure == "killed" and any(figures[index].measure == "killed" for index in mine):
        mine = [index for index in mine if figures[index].measure == "killed"]
    current = [index for index in mine if not figures[index].background and not _is_dated_long_ago(reading, figures[index])]
    if not current and len({figures[index].evidence for index in mine}) == 1 and not _is_dated_long_ago(reading, figures[mine[0]]):
        current = mine  # the only count of the text: an occasion of its own
    if len(current) == 1:
        only = figures[current[0]]
        return Total(only.value_low or 0, only.value_best, only.value_high, (current[0],))
    chains: dict[Span, list[int]] = {}
    for index in current:
        chains.setdefault(figures[index].evidence, []).append(index)
    # Attackers who died count where the text counts them in one breath with others, and where nobody else did.
    attackers = {span for span, parts in chains.items() if all(_is_attacker(figures[index]) for index in parts)}
    if len(attackers) == len(chains):
        attackers = set()
    counts = [_Count(parts, figures, reading.sentence_of(reading.token_at(figures[parts[0]].number[0]))) for parts in chains.values()]
    if not counts:
        return None
    apart = [count for count in counts if (count.start, count.end) in attackers]
    if apart and counts[0] in apart:
        counts.sort(key=lambda count: count in apart)
    total = counts[0]
    parts = list(total.parts)
    low, best, high = total.low, total.best, total.high
    anchor = (low, best, high, parts)
    since: list[int] = []
    seen = [total.best]
    for before, count in zip(counts, counts[1:], strict=False):
        since.append(count.best)
        relation = "same" if count in apart else _relation(reading, figures, before, count, best, seen)
        if relation == "add":
            best += count.best
            low = (low or 0) + (count.low or 0)
            high = None if high is None or count.high is None else high + count.high
            parts = parts + count.parts
        elif relation == "conflict":
            ends = [best, count.best, *(end for end in (low, high, count.low, count.high) if end)]
            low, high = min(ends), max(ends)
        elif relation == "replace":
            low, best, high, parts = count.low, count.best, count.high, list(count.parts)
            anchor = (low, best, high, parts)
            since = []
        seen.append(count.best)
        if len(since) > 1 and anchor[1] in {sum(since), sum(since[-2:]), sum(since[-3:])}:
            low, best, high, parts = anchor  # what followed told the same count in detail
    return Total(low, best, high, tuple(parts))


def _is_attacker(figure: Figure) -> bool:
    row = _VICTIMS.get((figure.victim_group or "").lower())
    return row is not None and row[4] == "attacker"


def _is_dated_long_ago(reading: Reading, figure: Figure) -> bool:
    day = figure.event_date or figure.period_start
    return day is not None and reading.published is not None and day < (reading.published - timedelta(days=400)).isoformat()


_APART = re.compile(
    r"\b(?:another|(?:a|the) (?:second|third|fourth|fifth|separate|different|further|similar)|(?:two|three|four|several|many|various|some)? ?(?:more|other|separate|smaller)|first) (?:[\w'-]+ ){0,3}?"
    r"(?:attack|bomb|bombing|blast|explosion|explosive|incident|device|suicide|raid|ambush|clash|shooting|strike|airstrike|ied|mine|assault|case|grenade|event|episode|operation)(?:s|es)?\b"
    r"|\b(?:hours?|minutes|days?|weeks?|shortly|soon) (?:later|after)\b|\b(?:the|on the) (?:next|following|same) (?:day|morning|night|evening)\b"
    r"|\b(?:elsewhere|moreover|additionally|furthermore|separately|simultaneously|nightfall|in addition)\b"
    r"|\b(?:while|and) another\b|\bin another\b|\banother (?:in|at|near|on|was|were|killed|died)\b"
)
_WEAKLY_APART = re.compile(r"\b(?:meanwhile|subsequently|afterwards|thereafter|later|also|then)\b")
_DISAGREE = re.compile(
    r"\b(?:some|other|others|another|several|many|local|initial|different|conflicting|various|later|earlier)\b (?:\w+ ){0,2}?(?:reports?|sources?|outlets?|accounts?|estimates?|media|figures?)\b"
    r"|\bwhile (?:others|some)\b|\b(?:others|some) (?:said|say|put|reported|reporting|claimed|suggest)|\bas high as\b|\bas many as\b|\b(?:while|but|although|though|however)\b[^.]{0,60}\bput\b"
)
_THEIRS = re.compile(r"(?:one|two|three|four|five|\d+) of (?:his|her|their)\b")
_SUMMED = re.compile(r"\b(?:in total|in all|a total of|overall|altogether|bringing|totall?ing|total)\b")


def _relation(reading: Reading, figures: Sequence[Figure], before: _Count, count: _Count, best: int, seen: list[int]) -> str:
    first = figures[count.parts[0]]
    if first.rule == "pronoun":
        return "same"
    if before.end <= count.start:
        between = reading.folded[max(before.end, count.start - 400) : count.start].lower()
    else:
        between = ""
    end = reading.ends[reading.sentences[count.sentence][1] - 1]
    inside = reading.folded[count.start : max(count.end, min(end, count.end + 80))].lower()
    own = reading.folded[count.start : count.end].lower()
    leader = reading.folded[first.number[0] : max(first.number[1], first.victim[1] if first.victim else 0)].lower()
    apart = _APART.search(between) is not None or _APART.search(inside) is not None
    other = _OTHER.search(leader) is not None or _THEIRS.match(own) is not None
    if _SUMMED.search(between) or _SUMMED.search(own):
        return "replace" if count.best >= seen[0] else "same"
    if (
        _DISAGREE.search(between[-160:])
        or _DISAGREE.search(own)
        or (first.quantifier == "up_to" and first.value_best and first.value_best > best)
    ):
        return "conflict"
    if first.rule == "toll":
        return "replace" if count.best >= best else "same"
    if other:
        return "add"
    if count.best in seen or count.best == best:
        return "add" if apart and count.sentence != before.sentence else "same"
    if count.best > 5 * best and count.sentence > before.sentence and not apart:
        return "same"  # a count of another order: of a war, of a year
    if apart or _WEAKLY_APART.search(between) or _WEAKLY_APART.search(own):
        return "add"
    if count.sentence == before.sentence:
        return "add"
    if count.best > best:
        heads = [(figures[index].victim_group or "").lower() for index in (*before.parts, *count.parts)]
        return "replace" if heads[-1] in _GENERIC and heads[0] not in _GENERIC and not heads[0] == "" else "add"
    return "same"


_OTHER = re.compile(r"\b(?:others?|another|additional|further|more)\b(?! than)")
