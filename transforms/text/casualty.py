"""Casualty figures: what was counted, how many, of whom, by whom, where and when, with spans into the text."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from transforms.lexicon import rows
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
_ATTACKER, _COLLECTIVE, _FAMILY = _having("ATTACKER"), _having("COLLECTIVE"), _having("FAMILY")
_ADV, _BE, _HAVE, _AUX, _REPORT, _NOT = (_having(name) for name in ("ADV", "BE", "HAVE", "AUX", "REPORT", "NOT"))
_PREP, _DET, _AND, _COMMA, _TIME, _MONTH = (_having(name) for name in ("PREP", "DET", "AND", "COMMA", "TIME", "MONTH"))
_NAME, _INCLUDE, _REL, _SUB, _STOP, _OPEN = (_having(name) for name in ("NAME", "INCLUDE", "REL", "SUB", "STOP", "OPEN"))
_DASH, _POSS, _GEN, _A, _TITLE, _CLOSE = (_having(name) for name in ("DASH", "POSS", "GEN", "A", "TITLE", "CLOSE"))
_COUNT = _having("M_COUNT", "M_BODY", "M_CAPTIVES", "M_LIVES")
_MODIFIER = _having("WORD", "NAME", "ADJ", "ED", "ING", "VICTIM", "UNIT", "TITLE", "TIME", "LY") - _having("MONTH", "WEEKDAY") - _having("yesterday", "today", "alone")
_NUMBERISH = _having("NUMBER")
_PRON1, _SELF, _BES = _having("PRON1"), _having("SELF"), _having("BES")

_GATE = ALPHABET.compile("{MEASURE|STRIKE|HELDPP}")

_WOUNDS = "(?:{injuries|injury|burns|wounds|wound})"
_EVENT = ALPHABET.compile(
    r"""
    (?P<lostlives>{LOSE}(?:{POSS|the})?{own}?{M_LIVES})
    |(?P<succumb>{SUCCUMB}{to}(?:{^STOP|SUB|NUMBER}{0,4}?<wounds>)?)
    |(?P<diewound>{M_DIE}(?:{later}|{ADV})?{of|from}(?:{POSS|DET|ADJ|WORD|COMMA}){0,3}<wounds>)
    |(?P<sustain>{SUSTAIN}(?:{^STOP|SUB|BE|MEASURE}){0,6}?<wounds>)
    |(?P<strikedown>(?P<sd>{STRIKE}){down})
    |(?P<strike>(?P<st>{STRIKE})(?P<mid>(?:{^STOP|SUB|BE|MEASURE|STRIKE}){0,9}?)(?:{dead}|{to}{death}|{and}{dead}))
    |(?P<captive>(?P<ct>{TAKE|HOLD})(?P<cmid>(?:{^STOP|SUB|BE|MEASURE}){0,8}?)(?:{as}{M_CAPTIVE|M_CAPTIVES}|{M_CAPTIVE|M_CAPTIVES}))
    |(?P<tookdie>(?:{LEAVE|REPORT})?{M_DEAD})
    |(?P<lives>{CLAIM}{the}?{M_LIVES}{of})
    |(?P<toll>(?:{DET})?{death}?{toll}|(?:{number|tally|count}){of}(?:{^STOP|SUB|BE|PREP}){0,4}?{MEASURE})
    |(?P<noun>{M_EVENT|M_COUNT|M_BODY|M_ING|M_CAPTIVE}{of}|{injuries|injury|wounds|burns|harm}{to})
    |(?P<verb>{M_PP|M_PAST|M_PARTICIPLE|M_ING|M_BASE|M_DIE|M_DYING|M_ADJECTIVE})
    """.replace("<wounds>", _WOUNDS)
)
_MEASURES = {word: measure for word, measure, _ in rows("measures")}
_FORMS = {word: form for word, _, form in rows("measures")}
_VICTIMS = {word: row for row in rows("victims") for word in row[:2] if word != "-"}
_STRIKE_ING = frozenset("shooting stabbing hacking beating burning crushing clubbing gunning mowing cutting blowing".split())
_STRIKE_BASE = frozenset("shoot shoots stab stabs hack burn gun blow blows".split())

_SKIP_BEFORE_OBJECT = ALPHABET.compile(r"(?:{ADV|LY}|{SELF}{and}?|{COLON}|{QUOTE}|{the}{following}|{on}?{WEEKDAY|yesterday|today|overnight})*".replace("{COLON}", "{:}").replace("{following}", "{following}"))
_JOIN = ALPHABET.compile(
    r"(?:{OPEN}(?:{^CLOSE|STOP|MEASURE}){0,12}{CLOSE})?"
    r"(?:{PREP|who}(?:{^STOP|MEASURE|BE|AND|COMMA}){1,10})?(?:{COMMA}?{NAME}{1,5})?"
    r"(?:{COMMA}{DIGITS})?(?:{COMMA}(?:{INCLUDE|among})(?:{^STOP|MEASURE|BE|AND}){1,8})?"
    r"(?P<j>{COMMA}?{AND}|{COMMA}|{COMMA}?(?:{as}{well}{as}|{along}{with}|{together}{with}|{plus}|{alongside}|{with}|{besides}))(?:{also|then|later|possibly})?"
)


class _Group:
    """A phrase that may be what is counted."""

    __slots__ = ("first", "stop", "head", "number", "low", "best", "high", "quantifier", "kind", "subset", "prep", "attacker", "measure", "other", "taken")

    def __init__(self, first: int, stop: int, head: int, number: Number | None, kind: str) -> None:
        self.first = first
        self.stop = stop
        self.head = head
        self.number = number
        self.kind = kind  # number, elliptic, unknown, bare, name
        self.low: int | None = None
        self.best: int | None = None
        self.high: int | None = None
        self.quantifier = "exact"
        if number is not None:
            self.low, self.best, self.high, self.quantifier = number.low, number.best, number.high, number.quantifier
        self.subset = False
        self.prep = False
        self.attacker = False
        self.measure: str | None = None
        self.other = False
        self.taken = False


class _Event:
    __slots__ = ("start", "stop", "measure", "form", "first", "passive", "kind")

    def __init__(self, start: int, stop: int, measure: str, form: str, kind: str) -> None:
        self.start = start
        self.stop = stop
        self.measure = measure
        self.form = form
        self.kind = kind
        self.first = start  # first token of the verb group
        self.passive = False


class _Found:
    """A figure as tokens."""

    __slots__ = ("group", "event", "measure", "sentence", "chain", "subset", "rule")

    def __init__(self, group: _Group, event: _Event | None, measure: str, sentence: int, chain: int, subset: bool, rule: str) -> None:
        self.group = group
        self.event = event
        self.measure = measure
        self.sentence = sentence
        self.chain = chain
        self.subset = subset
        self.rule = rule


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
    return [_figure(reading, item, statements) for item in found]


class _Sentence:
    """The parse of one sentence."""

    def __init__(self, reading: Reading, tags: str, first: int, stop: int, index: int, found: list[_Found]) -> None:
        self.reading = reading
        self.words = reading.words
        self.lows = reading.lows
        self.tags = tags
        self.first = first
        self.stop = stop
        self.index = index
        self.found = found

    def parse(self) -> None:
        self.events = self._events()
        if not self.events and not any(tag in _COUNT for tag in self.tags[self.first : self.stop]):
            return
        self.groups = self._groups()
        self._counted_nouns()
        for position, event in enumerate(self.events):
            self._read(event, position)

    # --- groups ---------------------------------------------------------------------------------------------------------------

    def _groups(self) -> list[_Group]:
        tags, lows = self.tags, self.lows
        groups: list[_Group] = []
        covered = self.first
        for number in numbers(lows, tags, self.first, self.stop):
            groups += self._bare(covered, number.first)
            group = self._numbered(number)
            if group is not None:
                groups.append(group)
                covered = group.stop
            else:
                covered = max(covered, number.stop)
        groups += self._bare(covered, self.stop)
        previous: _Group | None = None
        for group in groups:
            self._mark(group, previous)
            previous = group
        return groups

    def _numbered(self, number: Number) -> _Group | None:
        tags, lows, words = self.tags, self.lows, self.words
        first, core, stop = number.first, number.core, number.stop
        after = stop if stop < self.stop else -1
        before = core - 1 if core > self.first else -1
        if number.form == "none" and lows[core] == "no" and after >= 0 and lows[after] == "one":
            return None
        if before >= 0 and number.form == "number" and number.best is not None:
            if words[before] in {"$", "£", "€", "#"} or tags[before] in _MONTH or lows[before] in {"aged", "age", "no.", "number", "highway", "route"}:
                return None
            digits = lows[core][0].isdigit()
            if digits and len(lows[core]) == 4 and lows[core].isdigit() and "1900" <= lows[core] <= "2099" and not self._victim_follows(stop):
                return None
            if digits and tags[before] in _NAME and first == core and before > self.first and not self._victim_follows(stop) and not (after >= 0 and tags[after] in _EVENTISH):
                return None
            if digits and tags[before] in _COMMA and after >= 0 and (tags[after] in _COMMA or lows[after] in {")", "."}) and before - 1 >= self.first and tags[before - 1] in _NAME:
                return None  # an age: "Ahmed Ali, 35, ..."
            if lows[before] in {"(", ":"} and after >= 0 and lows[after] in {")", ":"}:
                return None
        if after >= 0:
            mark = lows[after]
            if tags[after] in _MONTH or mark in {"%", "p.m.", "a.m.", "pm", "am", "percent"}:
                return None
            if mark == ":" and after + 1 < self.stop and lows[after + 1][0].isdigit():
                return None
            if mark == "-" and after + 1 < self.stop and self.reading.starts[after + 1] == self.reading.ends[after] and self.reading.ends[stop - 1] == self.reading.starts[after]:
                return None
        if number.form == "ordinal" and lows[first] not in {"a"}:
            return None
        start = stop
        if start + 1 < self.stop and lows[start] == "of" and (lows[start + 1] in {"the", "his", "her", "their", "its", "those", "these", "them", "whom", "which", "us"}):
            start += 2
        elif lows[stop - 1] == "of" and start < self.stop and lows[start] in {"the", "his", "her", "their", "its", "those", "these"}:
            start += 1
        end = start
        limit = min(self.stop, start + 9)
        while end < limit and (tags[end] in _MODIFIER or tags[end] in _COUNT or (tags[end] in _ADJECTIVAL and end + 1 < limit and self._victim_follows(end + 1)) or (tags[end] in _GEN and end > start) or (tags[end] in _DASH and end + 1 < limit and tags[end + 1] in _MODIFIER and self.reading.starts[end] == self.reading.ends[end - 1])):
            end += 1
        head = self._head(start, end)
        if head == -2:
            return None
        if head >= 0:
            group = _Group(first, head + 1, head, number, "number")
            if tags[head] in _COUNT:
                group.measure = _MEASURES[lows[head]]
        elif end > stop:
            if number.form == "ordinal":
                return None
            group = _Group(first, end, -1, number, "unknown")
        else:
            group = _Group(first, stop, -1, number, "elliptic")
            if number.form in {"none"}:
                return None
        return group

    def _victim_follows(self, start: int) -> bool:
        end = start
        while end < min(self.stop, start + 4):
            tag = self.tags[end]
            if tag in _VICTIM:
                return True
            if tag not in _MODIFIER:
                return False
            end += 1
        return False

    def _head(self, start: int, end: int) -> int:
        """The head noun of the run of tokens: its index, -1 where unknown, -2 where it names no people."""
        tags = self.tags
        position = start
        while position < end:
            tag = tags[position]
            if tag in _VICTIM or tag in _UNIT or tag in _COUNT:
                while position + 1 < end and (tags[position + 1] in _VICTIM or tags[position + 1] in _UNIT or tags[position + 1] in _COUNT):
                    position += 1
                tag = tags[position]
                if tag in _VICTIM or tag in _COUNT:
                    return position
                # a thing, unless people follow: "two car factory night-shift workers"
                rest = self._head(position + 1, end)
                return rest if rest >= 0 else -2
            position += 1
        return -1

    def _bare(self, start: int, end: int) -> list[_Group]:
        """Phrases without a number whose head is a person: "a policeman", "his wife", "soldiers"."""
        tags, lows = self.tags, self.lows
        groups = []
        position = start
        while position < end:
            if tags[position] not in _VICTIM:
                position += 1
                continue
            head = position
            while head + 1 < end and (tags[head + 1] in _VICTIM or tags[head + 1] in _UNIT):
                head += 1
            if tags[head] in _VICTIM and not (head + 1 < self.stop and (tags[head + 1] in _COUNT or tags[head + 1] in _GEN or (tags[head + 1] in _DASH and self.reading.starts[head + 1] == self.reading.ends[head]))):
                first = position
                while first > start and first > position - 7 and tags[first - 1] in _MODIFIER:
                    first -= 1
                determiner = lows[first - 1] if first > start and (tags[first - 1] in _DET or tags[first - 1] in _GEN) else ""
                group = _Group(first - 1 if determiner else first, head + 1, head, None, "bare")
                low = lows[head]
                if tags[head] in _COLLECTIVE:
                    count = 2 if low == "couple" else None
                elif tags[head] in _SINGULAR:
                    count = 1
                else:
                    count = None
                group.low = group.best = group.high = count
                group.quantifier = "exact" if count else "unknown_number"
                groups.append(group)
            position = head + 1
        return groups

    def _mark(self, group: _Group, previous: _Group | None) -> None:
        tags, lows = self.tags, self.lows
        before = group.first - 1
        group.attacker = group.head >= 0 and tags[group.head] in _ATTACKER
        words = lows[group.first : group.stop]
        group.other = any(word in {"other", "others", "another", "additional", "further", "more"} for word in words)
        if before >= self.first:
            low = lows[before]
            while before > self.first and (low in {"at", "least", "also", "many", "mostly", "notably"} or tags[before] in _ADV):
                before -= 1
                low = lows[before]
            tag = tags[before]
            if tag in _INCLUDE or low == "among" or (low == "as" and lows[before - 1] == "such"):
                group.subset = True
            elif tag in _PREP:
                group.prep = True
            elif tag in _OPEN and previous is not None and previous.stop >= before - 1:
                group.subset = True
        if group.number is not None and group.number.stop + 1 < self.stop and lows[group.number.stop] == "of" and lows[group.number.stop + 1] in {"them", "whom", "which", "these", "those", "the"}:
            group.subset = True
        if previous is not None and previous.subset and not group.subset and not group.prep:
            gap = tags[previous.stop : group.first]
            if len(gap) <= 3 and gap and all(tag in _AND or tag in _COMMA for tag in gap) and not (gap[0] in _COMMA and len(gap) > 1 and False):
                group.subset = True

    # --- events ---------------------------------------------------------------------------------------------------------------

    def _events(self) -> list[_Event]:
        lows = self.lows
        events = []
        for match in _EVENT.finditer(self.tags, self.first, self.stop):
            kind = match.lastgroup
            start, stop = match.span()
            for name in ("lostlives", "succumb", "diewound", "sustain", "strikedown", "strike", "captive", "tookdie", "lives", "toll", "noun", "verb"):
                if match[name] is not None:
                    kind = name
                    break
            word = lows[start]
            if kind == "verb":
                events.append(_Event(start, stop, _MEASURES[word], _FORMS[word], kind))
            elif kind in {"lostlives", "succumb", "diewound"}:
                events.append(_Event(start, stop, "killed", "die", kind))
            elif kind == "sustain":
                events.append(_Event(start, stop, "injured", "die", kind))
            elif kind in {"strike", "strikedown"}:
                form = "ing" if word in _STRIKE_ING else "base" if word in _STRIKE_BASE else "pp"
                events.append(_Event(start, stop, "killed", form, kind))
            elif kind == "captive":
                form = "ing" if word.endswith("ing") else "pp" if word in {"taken", "held", "seized"} else "past"
                events.append(_Event(start, stop, "held_captive" if word.startswith("h") else "abducted", form, kind))
            elif kind == "tookdie":
                events.append(_Event(stop - 1, stop, "killed", "dead", kind))
            elif kind == "lives":
                events.append(_Event(start, stop, "killed", "of", kind))
            elif kind == "toll":
                last = lows[stop - 1]
                events.append(_Event(start, stop, _MEASURES.get(last, "killed"), "toll", kind))
            else:
                measure = _MEASURES.get(word, "injured")
                events.append(_Event(start, stop, "killed" if measure == "bodies_recovered" else measure, "of", kind))
        for event in events:
            self._voice(event)
        return events

    def _voice(self, event: _Event) -> None:
        tags = self.tags
        position = event.start - 1
        nearest = ""
        while position >= self.first:
            tag = tags[position]
            if tag in _BE:
                nearest = nearest or "be"
            elif tag in _HAVE:
                nearest = nearest or "have"
            elif tag in _REPORT and event.form != "die":
                nearest = nearest or "report"
            elif not (tag in _ADV or tag in _AUX or tag in _NOT):
                break
            position -= 1
        event.first = position + 1
        event.passive = nearest in {"be", "report"} and event.form in {"pp", "participle", "adjective"}
        if nearest == "have" and event.form == "pp":
            event.form = "past"

    # --- who was it -------------------------------------------------------------------------------------------------------------

    def _counted_nouns(self) -> None:
        for group in self.groups:
            if group.measure is None:
                continue
            group.taken = True
            measure = "killed" if group.measure == "bodies_recovered" else group.measure
            self._add(group, None, measure, "counted_noun")

    def _add(self, group: _Group, event: _Event | None, measure: str, rule: str, chain: int | None = None) -> None:
        self.found.append(_Found(group, event, measure, self.index, len(self.found) if chain is None else chain, group.subset, rule))

    def _read(self, event: _Event, position: int) -> None:
        form = event.form
        if event.kind in {"strike", "captive"} and event.stop - event.start > 2:
            inside = [group for group in self.groups if event.start < group.first and group.stop <= event.stop]
            if inside:
                self._take(inside, event, "object_inside")
                return
            if any(tag in _PRON1 for tag in self.tags[event.start : event.stop]):
                self._implicit(event, event.start, event.stop, "pronoun")
                return
        if form == "toll":
            self._toll(event)
        elif form in {"ing", "base", "of", "past"}:
            self._right(event, position)
        elif form in {"die", "dying", "dead"}:
            self._left(event, position)
        elif event.passive or form in {"participle", "adjective"}:
            self._left(event, position)
        else:
            left = self._adjacent_left(event)
            if left is not None and not self._object_follows(event):
                self._left(event, position)
            elif self._object_follows(event):
                self._right(event, position)
            else:
                self._left(event, position)

    def _object_follows(self, event: _Event) -> bool:
        match = _SKIP_BEFORE_OBJECT.match(self.tags, event.stop, self.stop)
        start = match.end() if match else event.stop
        if start >= self.stop:
            return False
        if any(group.first == start for group in self.groups):
            return True
        tag = self.tags[start]
        if tag in _AND and start + 1 < self.stop and self.tags[start + 1] in _EVENTISH:
            return any(group.first == start + 2 for group in self.groups)
        return tag in _NAME or tag in _DET or tag in _PRON1

    def _adjacent_left(self, event: _Event) -> "_Group | None":
        stop = event.first
        for group in reversed(self.groups):
            if group.stop <= stop:
                return group if group.stop == stop else None
        return None

    def _claimed_later(self, group: _Group, event: _Event) -> bool:
        """Whether the group is the subject of an event that follows it directly."""
        for later in self.events:
            if later is event or later.start < group.stop:
                continue
            if later.first == group.stop:
                if later.form in {"pp", "participle", "dead", "die", "adjective", "dying"}:
                    return True
            return False
        return False

    def _right(self, event: _Event, position: int) -> None:
        match = _SKIP_BEFORE_OBJECT.match(self.tags, event.stop, self.stop)
        start = match.end() if match else event.stop
        tags = self.tags
        if start < self.stop and tags[start] in _AND and start + 1 < self.stop and tags[start + 1] in _EVENTISH:
            start += 2  # "killed and wounded five"
        index = next((index for index, group in enumerate(self.groups) if group.stop > start), None)
        if index is None or self.groups[index].first != start:
            if start < self.stop and (tags[start] in _NAME or tags[start] in _PRON1 or tags[start] in _TITLE):
                self._implicit(event, start, start + 1, "name_object")
            return
        if self._claimed_later(self.groups[index], event):
            return
        self._take(self._chain(index, event), event, "object")

    def _chain(self, index: int, event: _Event) -> list[_Group]:
        chain = [self.groups[index]]
        while index + 1 < len(self.groups):
            following = self.groups[index + 1]
            match = _JOIN.fullmatch(self.tags, chain[-1].stop, following.first) if following.first - chain[-1].stop < 30 else None
            if following.subset:
                # "five people, including a child, ..." stays in the chain and out of the sum
                if following.first - chain[-1].stop > 6:
                    break
            elif match is None or self._claimed_later(following, event):
                break
            chain.append(following)
            index += 1
        return chain

    def _left(self, event: _Event, position: int) -> None:
        floor = self.first
        for earlier in self.events[:position]:
            if earlier.stop <= event.first and earlier.form not in {"of"}:
                floor = max(floor, earlier.stop)
        stop = event.first
        candidates = [index for index, group in enumerate(self.groups) if group.first >= floor and group.stop <= stop and not group.taken]
        best = None
        for index in reversed(candidates):
            group = self.groups[index]
            if group.subset or group.prep or group.measure:
                continue
            if any(tag in _STOP and self.lows[group.stop + offset] in {";", ":"} for offset, tag in enumerate(self.tags[group.stop : stop])):
                break
            best = index
            break
        if best is None:
            self._named(event, floor)
            return
        chain = [self.groups[best]]
        index = best
        while index > 0 and self.groups[index - 1].first >= floor:
            before = self.groups[index - 1]
            if before.taken or before.measure:
                break
            if not before.subset:
                if before.prep:
                    # the object of a preposition inside the phrase before: "two soldiers in the village of the chief and ..."
                    break
                if not _JOIN.fullmatch(self.tags, before.stop, chain[0].first) or chain[0].first - before.stop > 30:
                    break
            elif self.groups[index - 1].stop < chain[0].first - 12:
                break
            chain.insert(0, before)
            index -= 1
        for group in self.groups[best + 1 :]:
            if group.stop <= stop and group.subset:
                chain.append(group)
        self._take(chain, event, "subject")

    def _named(self, event: _Event, floor: int) -> None:
        tags = self.tags
        stop = event.first
        start = stop
        while start > floor and stop - start < 25 and tags[start - 1] not in _STOP and tags[start - 1] not in _SUB:
            start -= 1
        if event.form in {"pp", "participle", "dead", "die"} and (event.passive or event.form == "die"):
            if any(tag in _BES for tag in tags[event.first : event.start]) or event.form == "die":
                for at in range(start, stop):
                    if (tags[at] in _NAME and (at == self.first or tags[at - 1] not in _PREP)) or tags[at] in _PRON1:
                        self._implicit(event, at, at + 1, "name_subject")
                        return

    def _implicit(self, event: _Event, first: int, stop: int, rule: str) -> None:
        group = _Group(first, stop, stop - 1, None, "name")
        group.low = group.best = group.high = 1
        self._add(group, event, event.measure, rule)

    def _take(self, chain: list[_Group], event: _Event, rule: str) -> None:
        chain_id = len(self.found)
        main = [group for group in chain if not group.subset]
        if len(main) > 1:
            # apposition: "five people, two men and three women,"
            head = main[0]
            rest = [group.best for group in main[1:]]
            gap = self.tags[main[0].stop : main[1].first]
            if head.number is not None and head.best and None not in rest and gap and not any(tag in _AND for tag in gap):
                total = sum(value for value in rest if value)
                if total == head.best and (head.best > 2 or _is_generic(self.lows[head.head] if head.head >= 0 else "")) or (total <= head.best and head.head >= 0 and _is_generic(self.lows[head.head])):
                    for group in main[1:]:
                        group.subset = True
        for group in chain:
            if group.taken and not group.subset:
                pass
            group.taken = True
            self._add(group, event, event.measure, rule, chain_id)

    def _toll(self, event: _Event) -> None:
        for group in self.groups:
            if group.first < event.stop or group.number is None or group.number.best is None:
                continue
            if group.first - event.stop > 14:
                break
            if group.kind == "elliptic" or group.head >= 0:
                group.taken = True
                self._add(group, event, event.measure, "toll")
                return


_EVENTISH = _having("M_PP", "M_PARTICIPLE", "M_DEAD", "M_DIE", "M_PAST")
_ADJECTIVAL = _having("M_PP", "M_PARTICIPLE", "M_ADJECTIVE", "M_DEAD")
_GENERIC = frozenset("people persons civilians members others men victims individuals residents villagers passengers citizens locals nationals women children relatives worshippers foreigners workers employees".split())


def _is_generic(low: str) -> bool:
    return low in _GENERIC


def _figure(reading: Reading, item: _Found, statements: Sequence[Statement]) -> Figure:
    group = item.group
    first, stop = (group.number.first, group.number.stop) if group.number else (group.first, group.stop)
    number = (reading.starts[first], reading.ends[stop - 1])
    head = group.head
    return Figure(
        measure=item.measure,
        measure_kind="subset" if item.subset else "event_total",
        number=number,
        evidence=number,
        value_reported=reading.text[number[0] : number[1]],
        value_low=group.low,
        value_best=group.best,
        value_high=group.high,
        quantifier=group.quantifier,
        victim=(reading.starts[group.first], reading.ends[group.stop - 1]) if head >= 0 else None,
        victim_group=reading.text[reading.starts[head] : reading.ends[head]] if head >= 0 else None,
        victim_status="unspecified",
        victim_subgroup=None,
        perpetrator=None,
        place=None,
        period=None,
        event_date=None,
        period_start=None,
        period_end=None,
        date_precision=None,
        count_basis="unknown",
        hedge=None,
        statement=None,
        subset_of=None,
        supersedes=None,
        background=False,
        rule=f"{item.rule}:{item.chain}:{item.sentence}",
    )


def totals(reading: Reading, figures: Sequence[Figure]) -> dict[str, Total]:
    """The document's own count of the day's event, by measure, where it can be told."""
    result = {}
    for measure in dict.fromkeys(figure.measure for figure in figures):
        chains: dict[str, list[int]] = {}
        for index, figure in enumerate(figures):
            if figure.measure == measure and figure.measure_kind != "subset" and not figure.background and figure.value_best is not None:
                chains.setdefault(figure.rule.split(":", 1)[1], []).append(index)
        best: tuple[int, list[int]] | None = None
        for parts in chains.values():
            value = sum(figures[index].value_best or 0 for index in parts)
            if best is None or value > best[0]:
                best = (value, parts)
        if best is not None:
            parts = best[1]
            low = sum(figures[index].value_low or 0 for index in parts)
            highs = [figures[index].value_high for index in parts]
            result[measure] = Total(low, best[0], None if None in highs else sum(high for high in highs if high is not None), tuple(parts))
    return result
