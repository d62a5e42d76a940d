"""Casualty figures: what was counted, how many, of whom, by whom, where and when, with spans into the text.

The way of a figure: `number` reads the number, `victim` the phrase that holds it, `harm` what happened to them; here each figure gets its
fields, and `toll` tells what the figures of a text come to. A phrase without a number is a figure where it names one person ("a policeman
was shot dead" is 1); plurals without a number are none. Bounds are read as `number` says.

Fields are filled where the text states them and stay empty otherwise. A date or place that the sentence does not name is that of the
sentence before, if it names one; a part is where and when its whole is. A figure is background where it is told as an earlier event, runs
on since some day, or is dated more than a week before the event that the text tells first (three weeks before publication).
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, islice, pairwise
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from transforms.lexicon import rows
from transforms.text.casualties.harm import harms
from transforms.text.casualties.perpetrator import perpetrator, perpetrator_ahead
from transforms.text.casualties.sentence import Found, Harm, Sentence
from transforms.text.casualties.victim import Phrase
from transforms.text.quantities.classes import (
    ADV,
    ALPHABET,
    AND,
    BE,
    COMMA,
    DET,
    GEN,
    ING,
    MEASURES,
    NAME,
    NOUNISH,
    PLURAL,
    REL,
    REPORT,
    SETS,
    VICTIMS,
    WARS,
    WEEKDAY,
)
from transforms.text.quantities.date import Date, the_day_of
from transforms.text.reading import Reading
from transforms.text.statements.statement import Span, Statement

if TYPE_CHECKING:
    from datetime import date

_having = ALPHABET.having
_CLAIM = _having("CLAIM")
_OWNERS = _having("NAME", "WORD", "ADJ", "VICTIM", "UNIT", "PLACE", "AGENT")
_BASES = {word: name.removeprefix("basis_") for name, words in SETS.items() if name.startswith("basis_") for word in words}
_HEDGES = SETS["hedges"]
_QUALIFIES = _HEDGES | frozenset(_BASES)
# Verbs of telling that say how a count is known, whatever is counted.
_CUED = {
    **dict.fromkeys(("estimates", "estimated", "estimate", "reckons", "reckoned"), "estimated"),
    **dict.fromkeys(("verified", "verifies"), "verified"),
    **dict.fromkeys(("confirmed", "confirms"), "confirmed"),
}
_PERIODS = frozenset(("year", "month", "week", "day"))
_HAVE = frozenset(("has", "have"))
_HAVE_HAD = _HAVE | {"had"}
_BEFORE_VICTIM = frozenset(("of", "more", "other", "them", "whom", "which", "these", "those", "was", "were"))
_ARE = frozenset(("are", "is", "remain", "remains", "still", "currently"))
_EARLIER = frozenset(("earlier", "last", "previous"))
_UNDESCRIBED = frozenset(("pronoun", "name", "pronoun_them", "self"))
_PROJECTS = frozenset(("could", "may", "might", "would"))
_LONG_COUNTS = frozenset(("losses", "total", "tally", "figure"))
_PLACES = frozenset(("places", "areas", "parts", "towns", "cities", "villages", "districts", "provinces", "regions", "neighbourhoods"))
_RECENTLY = frozenset(("recently", "latest", "notably"))
_FEW_DAYS = frozenset(("day", "days"))
_LASTING = frozenset(("since", "year", "month", "far"))
_STOCK = frozenset(("held_captive", "missing", "displaced"))
_ANOTHER = frozenset(("neighbouring", "neighboring", "nearby", "adjacent", "another"))
_REVISES = SETS["revises"]
_DESCRIBING = {word: told for word, *told in rows("describing")}
_MEMBERS = frozenset(("member", "members"))
_WHOSE_MEMBERS = ALPHABET.compile(
    "{of}{DET}?(?:{ADJ|ED|ING|WORD|NAME|VICTIM|UNIT|AGENT|PLACE|FAMILY|LINKADJ|GEN|one|-}){0,5}{WORD|NAME|VICTIM|UNIT|AGENT|PLACE|FAMILY}"
)
_AGED = ALPHABET.having("AGED")
_GOES_ON = ALPHABET.having("BE", "HAVE")
_AFTER_VICTIMS = _GOES_ON | ALPHABET.having("STOP", "COMMA", "PREP", "SUB", "REL", "M_PP", "M_PARTICIPLE", "M_DEAD", "M_DIE")
_APART = SETS["apart"]
_NEXT = 2  # words between a place and the one that it is in
_DETAILS_WITHIN = 40  # words
_LOOKED_BACK = 40  # figures that one is compared with
_CLAUSE = ALPHABET.compile("{SUB|REL}")
_OF_WOUNDS = frozenset(("diewound", "succumb"))
_MORE = frozenset(("more", "another", "additional", "further", "others"))
_HURT = frozenset(("wounded", "injured"))
_OF_BEFORE = ALPHABET.compile("{REL}(?:{had}|{has|have})")  # "two conscripts who had joined in May": no day of theirs


_Told = TypeVar("_Told", Date, tuple[int, int])


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


# The fields of a figure from the perpetrator to the hedge.
Circumstances = tuple[Span | None, Span | None, Span | None, str | None, str | None, str | None, int | None, str, str | None]


def _described(noun: str, words: Sequence[str]) -> tuple[str, str | None]:
    """What status and what subgroup the phrase `words` with that noun says that they have."""
    row = VICTIMS.get(noun)
    status = row[2] if row is not None else "unspecified"
    subgroup = row[3] if row is not None and row[3] != "-" else None
    for word in words:
        if word == noun:
            break
        told = _DESCRIBING.get(word)
        if told is None or (told[2] != "-" and noun not in SETS[told[2]]):
            continue
        if status == "unspecified":
            status = told[0]
        if subgroup is None and told[1] != "-":
            subgroup = told[1]
    return status, subgroup


def _part_of(part: Figure, whole: Figure, index: int) -> Figure:
    """The figure as a part of that whole: by whom and when the whole is told, where it does not tell otherwise."""
    part = part._replace(measure_kind="subset", subset_of=index, perpetrator=part.perpetrator or whole.perpetrator)
    if part.period is not None:
        return part
    return part._replace(
        period=whole.period,
        event_date=whole.event_date,
        period_start=whole.period_start,
        period_end=whole.period_end,
        date_precision=whole.date_precision,
    )


def figures(reading: Reading, statements: Sequence[Statement] = ()) -> list[Figure]:
    """The casualty figures of `reading`, in text order."""
    found = harms(reading)
    return _Figures(reading, found, statements).build() if found else []


def _one_place(places: list[tuple[int, int]]) -> tuple[int, int] | None:
    """The place of a sentence, where it names one, or one within another: "the village of Koira in northern Burkina Faso"."""
    if len(places) < 2:
        return places[0] if places else None
    nested = all(after[0] - before[1] <= _NEXT for before, after in pairwise(places))
    return places[0] if nested else None


class _Figures:
    """From what was found to figures: what each says besides the number."""

    def __init__(self, reading: Reading, found: list[Found], statements: Sequence[Statement]) -> None:
        self.reading = reading
        self.found = sorted(found, key=lambda item: (item.group.first, item.measure))
        self.tolls = {item.sentence: item.group.stop for item in found if item.rule == "toll"}  # where a sentence's toll ends
        self.heads: set[int] = set()  # parts that have parts: "in Oulo alone 27 died, four of them children"
        self.main_day: date | None = None  # the day of the first event that the text tells
        self.sentences = {item.parse.index: item.parse for item in found}
        self.contents = sorted([(span[0], span[1], index) for index, statement in enumerate(statements) for span in statement.content])
        self.sources = sorted([statement.source for statement in statements if statement.source is not None])
        self.cues = [reading.folded[slice(*told.cue)].lower().split() if told.cue else [] for told in statements]
        self.furthest = list(accumulate(map(itemgetter(1), self.contents), max))

    def build(self) -> list[Figure]:
        built: list[Figure] = []
        for item in self.found:
            built.append(self._figure(item, built))
        for index, figure in enumerate(built):
            if figure.measure_kind == "subset" and figure.subset_of is None:
                for at, following in enumerate(built[index + 1 : index + 9], index + 1):  # "three children were among 15 people killed"
                    if following.measure == figure.measure and following.measure_kind != "subset" and following.evidence == figure.evidence:
                        built[index] = figure._replace(subset_of=at)
                        break
        self._mark_details(built)
        return built

    def _mark_details(self, built: list[Figure]) -> None:
        """Figures that stand together and come to a count before them tell it in detail: "49 died. 41 died at one mosque and eight ..."."""
        if len(built) < 3 or len({(figure.measure, figure.evidence) for figure in built}) == len(built):
            return
        chains: dict[tuple[str, Span], list[int]] = {}
        for index, figure in enumerate(built):
            if figure.measure_kind != "subset" and figure.value_best:
                chains.setdefault((figure.measure, figure.evidence), []).append(index)
        if all(len(parts) == 1 for parts in chains.values()):
            return
        wholes: dict[tuple[str, int | None], int] = {}
        told = dict.fromkeys(range(len(built)), 0)  # what parts each figure has already
        for figure in built:
            if figure.subset_of is not None and built[figure.subset_of].measure_kind != "subset":
                told[figure.subset_of] += figure.value_best or 0
        for (measure, _), parts in chains.items():
            total = sum(built[index].value_best or 0 for index in parts)
            whole = wholes.get((measure, total))
            if whole is None and len(parts) > 1 and len(wholes) <= _LOOKED_BACK:
                whole = next((at for (kind, count), at in wholes.items() if kind == measure and count == total + told[at] != total), None)
            if whole is None and len(parts) > 1:
                whole = self._told_before(parts, built, total)
            if len(parts) > 1 and whole is not None and total > 4:
                for index in parts:
                    built[index] = _part_of(built[index], built[whole], whole)
            elif len(parts) == 1:
                wholes.setdefault((measure, total), parts[0])

    def _told_before(self, parts: list[int], built: list[Figure], total: int) -> int | None:
        """The count in the sentence before of which bare numbers with places tell some: "114 died. 29 died in Oulo and 24 in Tensi."."""
        index, first = parts[0] - 1, built[parts[0]]
        while index > max(0, parts[0] - _LOOKED_BACK) and built[index].subset_of is not None:
            index -= 1
        whole = built[index]
        bare = all(built[part].victim is None and built[part].place not in {None, whole.place} for part in parts)
        if index < 0 or not bare or whole.measure != first.measure or whole.subset_of is not None or total >= (whole.value_best or 0):
            return None
        between = self.reading.sentence_of(bisect_right(self.reading.starts, first.evidence[0]) - 1) - self.reading.sentence_of(
            bisect_right(self.reading.starts, whole.evidence[0]) - 1
        )
        return index if between == 1 else None

    def _span(self, first: int, stop: int) -> Span:
        return self.reading.starts[first], self.reading.ends[stop - 1]

    def _figure(self, item: Found, built: list[Figure]) -> Figure:
        reading, counted = self.reading, item.group
        first, stop = (counted.number.first, counted.number.stop) if counted.number else (counted.first, counted.stop)
        if counted.number and reading.lows[stop - 1] == "of":
            stop -= 1
        start, end = reading.starts[first], reading.ends[stop - 1]
        group, noun, victim = self._victims(item)
        status, subgroup = _described(noun, reading.lows[group.first : group.stop])
        noun_printed = self._noun(item, group, noun, victim)
        others = self._beside(item, group) if victim is not None else []
        for other in others:  # "ten soldiers and civilians"
            also, among = _described(reading.lows[other.head], reading.lows[other.first : other.stop])
            status = status if status == also else "unspecified" if "unspecified" in (status, also) else "mixed"
            subgroup = subgroup if subgroup == among else None
            if victim is not None:
                victim = victim[0], reading.ends[other.stop - 1]
                noun_printed = " ".join(reading.text[slice(*victim)].split())
        if counted.number is None and victim is not None:
            start, end = victim
        whole = self._whole(item, built) if item.subset or (built and self._is_part(item)) else None
        if whole is not None:  # a part is where and when the whole is
            kind, circumstances = "subset", self._as_of_whole(item, built[whole])
            if not item.subset:
                self.heads.add(len(built))
            background = self._kind(item, self._date(item), built)[2] or built[whole].background
        else:
            kind, circumstances, background = self._circumstances(item, built)
        return Figure(
            item.measure,
            kind,
            (start, end),
            self._span(*item.span),
            reading.text[start:end],
            counted.low,
            counted.best,
            counted.high,
            counted.quantifier,
            victim,
            noun_printed,
            status,
            subgroup,
            *circumstances,
            self._statement(start) if self.contents else None,
            whole,
            self._revised(item, built, kind) if whole is None and item.rule == "toll" else None,
            background,
            item.rule,
        )

    def _is_part(self, item: Found) -> bool:
        """Whether the words say that more were counted: "in Oulo alone 27 people", "305 of the deaths"."""
        lows, group = item.parse.lows, item.group
        if item.rule == "counted_noun" and group.number is not None and lows[group.number.stop - 1 : group.number.stop + 2].count("of"):
            return True
        return "alone" in item.parse.vocabulary and "alone" in lows[max(item.parse.first, item.span[0] - 5) : item.span[1] + 6]

    def _as_of_whole(self, item: Found, whole: Figure) -> Circumstances:
        """What is told of the whole, but for what the part's own sentence tells otherwise: "32 of them died on Thursday"."""
        by, where, period, day, start, end, precision, basis, hedge = whole[13:22]
        parse, group = item.parse, item.group
        if whole.evidence[0] >= self.reading.starts[parse.first]:
            if ":" not in parse.lows[max(parse.first, group.first - _DETAILS_WITHIN) : group.first]:
                return by, where, period, day, start, end, precision, basis, hedge
            # each has a place and day of their own: "two have died: a man in Oulo on Monday and ..."
            behind = min((other.first for other in parse.groups if other.subset and other.first >= group.stop), default=parse.stop)
            place = next((self._span(*place) for place in parse.places if group.stop <= place[0] < behind), where)
            date = next((date for date in parse.dates if group.stop <= date.first < behind), None)
            if date is None:
                return by, place, period, day, start, end, precision, basis, hedge
            return by, place, *self._told(date), basis, hedge
        own = self._circumstances(item, [])[1]
        if own[2] is not None and own[2][0] >= self.reading.starts[item.parse.first]:
            period, day, start, end, precision = own[2:7]
        if own[1] is not None and own[1][0] >= self.reading.starts[item.parse.first]:
            where = own[1]
        if own[0] is not None and own[0][0] >= self.reading.starts[item.parse.first]:
            by = own[0]
        return by, where, period, day, start, end, precision, basis, hedge

    def _circumstances(self, item: Found, built: list[Figure]) -> tuple[str, Circumstances, bool]:
        """The kind of measure, by whom, where, when and how known, and whether it is background."""
        event = item.event
        date = self._date(item)
        place = self._place(item)
        runs_on = item.sentence > 0 and (self._claims_lives(item) if event is None else self._runs_on(item, event))
        ahead, attacked = None, True
        if date is not None and self.main_day is not None:
            date = self._after_the_first(date, self.main_day)
        if item.measure not in _STOCK and not runs_on and not (event is not None and event.past):
            ahead = self._ahead(item)
            if ahead is not None:
                told = next((day for day in ahead.dates if day.kind in {"day", "period"}), None) if ahead.dates else None
                if self._is_apart(item.parse):
                    ahead = None  # "in separate raids", "elsewhere": somewhere else, some time
                elif date is None:
                    date = None if self._has_been(item) else told
                elif date.kind != "day" or (told is not None and told.start and date.start and date.start < told.start):
                    ahead = None  # a stretch or an earlier day is of something else
            attacked = place is None or _ANOTHER.isdisjoint(item.parse.lows[place[0] : place[1]])
            if ahead is not None:
                place = place or _one_place([place for place in ahead.places if not self._is_of_speaker(place[0])])
        kind, date, past = self._kind(item, date, built, runs_on=runs_on)
        number = item.group.number.first if item.group.number is not None else item.group.first
        basis, hedge = self._basis(item, self._statement(self.reading.starts[number]) if self.contents else None)
        done_by = perpetrator(item)
        if done_by is None and ahead is not None and attacked:
            done_by = perpetrator_ahead(ahead, item)
        by = self._span(*done_by) if done_by is not None else None
        where = self._span(*place) if place is not None else None
        when = (None, None, None, None, None) if date is None else self._told(date)
        return kind, (by, where, *when, basis, hedge), past

    def _told(self, date: Date) -> tuple[Span, str | None, str | None, str | None, int | None]:
        """The fields of a date: its words, the day or the two ends of the period, and the precision."""
        start = date.start.isoformat() if date.start is not None else None
        period = self._span(date.first, date.stop)
        if date.kind == "day":
            return period, start, None, None, date.precision
        return period, None, start, date.end.isoformat() if date.end is not None else None, date.precision

    def _is_apart(self, parse: Sentence) -> bool:
        """Whether the sentence begins by telling of somewhere or something else."""
        if not _APART.isdisjoint(parse.vocabulary) and not _APART.isdisjoint(parse.lows[parse.first : parse.first + 8]):
            return True
        lows = parse.lows
        return "other" in parse.vocabulary and any(
            lows[at] == "other" and lows[at + 1] in _PLACES for at in range(parse.first, min(parse.stop - 1, parse.first + 10))
        )  # "16 were killed in other places"

    def _victims(self, item: Found) -> tuple[Phrase, str, Span | None]:
        """The phrase that tells who the victims are, its noun ("" where there is none), and their words without the number."""
        group, lows = item.group, self.reading.lows
        first = group.first
        if group.number is not None:
            first = group.number.stop
            while first < group.stop and (lows[first] in _BEFORE_VICTIM or item.parse.tags[first] in DET or lows[first] == '"'):
                first += 1
        noun = lows[group.head] if group.head >= 0 else ""
        if noun in MEASURES and noun not in VICTIMS:
            first, noun = group.stop, ""  # "nine deaths": the noun is the measure
        event = item.event
        if event is not None and event.form == "toll" and not noun:
            inside = [
                other
                for other in item.parse.groups
                if event.start <= other.first
                and (other.stop <= event.stop or self._are_numbered(item, other))
                and other.head >= 0
                and other.number is None
            ]
            if inside:  # "the number of villagers killed has risen to 12"
                return inside[-1], lows[inside[-1].head], self._span(inside[-1].first, inside[-1].stop)
        if group.partitive and (group.measure or (group.head < 0 and event is not None and event.start == group.stop)):
            told = self._who_they_were(item, group)
            return (group, "", None) if told is None else (told, lows[told.head], self._span(told.first, told.stop))
        if first >= group.stop or item.rule in _UNDESCRIBED:
            return group, noun, None
        if item.parse.tags[first] in GEN:  # "the country's top prosecutor"
            while first > item.parse.first and item.parse.tags[first - 1] in _OWNERS:
                first -= 1
            first -= first > item.parse.first and item.parse.tags[first - 1] in DET
        stop = group.stop
        if noun in _MEMBERS and (whose := _WHOSE_MEMBERS.match(item.parse.tags, stop, item.parse.stop)) is not None:
            stop = whose.end()
        return group, noun, self._span(first, stop)

    def _are_numbered(self, item: Found, other: Phrase) -> bool:
        """Whether a toll behind its number names them: "bringing to 53 the number of rebels killed"."""
        lows = item.parse.lows
        return other.first > item.group.stop and lows[other.first - 2 : other.first] in (["number", "of"], ["total", "of"])

    def _who_they_were(self, item: Found, group: Phrase) -> Phrase | None:
        """What those were of whom it is told: "seven of the dead were conscripts"."""
        parse = item.parse
        at = group.stop if group.measure or item.event is None else item.event.stop  # "78 of those killed were children"
        if at + 1 >= parse.stop or parse.tags[at] not in BE:
            return None
        return next((other for other in parse.groups if other.first == at + 1 and other.head >= 0 and other.number is None), None)

    def _beside(self, item: Found, group: Phrase) -> list[Phrase]:
        """Who is counted by the same number behind "and": "ten soldiers and civilians"."""
        parse, tags = item.parse, item.parse.tags
        at = group.stop
        if group.number is None or group.head < 0 or at + 1 >= parse.stop or tags[at] not in AND or tags[group.head] not in PLURAL:
            return []
        other = next((other for other in parse.groups if other.first == at + 1), None)
        if other is None or other.number is not None or other.definite or tags[other.head] not in PLURAL:
            return []
        behind = tags[other.stop] if other.stop < parse.stop else ""
        if behind in _GOES_ON and item.event is not None and item.event.stop <= group.first:
            return []  # "killed ten soldiers and civilians were taken away"
        return [other] if not behind or behind in _AFTER_VICTIMS else []

    def _kind(self, item: Found, date: Date | None, built: list[Figure], *, runs_on: bool = False) -> tuple[str, Date | None, bool]:
        """The kind of measure, the date that is left to the figure, and whether it is background."""
        event = item.event
        past = event is not None and event.past
        if item.subset:
            kind = "subset"
        elif item.measure in _STOCK and (item.measure != "displaced" or self._stays(item)):
            kind = "stock"
        else:
            kind = "period_new" if self._died_since(item) else "event_total"
        published = self.reading.published
        if date is not None and not item.subset:
            if date.kind == "since":
                recent = published is not None and date.start is not None and (published - date.start).days <= 14
                words = self.reading.lows[date.first : date.stop]
                recent = recent or any(tag in WEEKDAY for tag in item.parse.tags[date.first : date.stop])
                recent = recent or (words[0] != "since" and not _FEW_DAYS.isdisjoint(words))  # "in three days of fighting"
                kind, past = ("stock" if kind == "stock" else "cumulative"), past or not recent
            elif date.kind == "within":
                kind = "period_new"
                past = past or ((date.precision or 0) > 3 and bool(built) and built[0].evidence[1] < self.reading.starts[item.parse.first])
            elif date.kind == "period" and "this" in self.reading.lows[date.first : date.stop] and self._has_been(item):
                kind = "cumulative"  # "have been killed this year"
                past = past or (date.precision or 0) > 3
        if item.rule == "toll" and event is not None:
            words = self.reading.lows[event.start : event.stop]
            lasts = event.kind == "raised" and not _LASTING.isdisjoint(self.reading.lows[event.stop : item.parse.stop])
            if lasts:
                kind, past = "cumulative", True  # "bringing to 404 the number of deaths since May"
            elif len(words) > 1 and words[-1] in _LONG_COUNTS and kind in {"event_total", "period_new"}:
                kind = "cumulative"  # "bringing its losses to 404"
                past = past or any(other.measure == item.measure for other in built[-8:])
            if date is not None and date.kind == "within" and date.stop <= event.start:
                kind, date = "cumulative", None  # "127 died in the past day, raising the toll to 21,110"
                past = past or any(other.measure == item.measure for other in built[-8:])
        if runs_on and kind == "event_total":
            kind = "cumulative"
            past = past or (event is not None and event.relative) or item.sentence > 1
        if date is None:
            return kind, None, past
        if not past and built and date.end is not None and not _EARLIER.isdisjoint(self.reading.lows[date.first : date.stop]):
            past = date.kind in {"day", "period"} and self._is_earlier(date, built)
        if date.kind == "day" and date.start is not None:
            if self.main_day is None and not past:
                self.main_day = date.start
            elif self.main_day is not None and (self.main_day - date.start).days > 6:
                past = True
        if (
            date.end is not None
            and date.kind not in {"since", "within"}
            and published is not None
            and (published - date.end).days > 21
            and date.first >= self.reading.sentences[0][1]  # the day that a text begins with is its own
        ):
            past = True
        if date.kind == "period" and event is not None and event.relative and self.reading.lows[date.first] == "last":
            past = True  # "an attack that killed 26 people last month"
        return kind, date, past

    def _died_since(self, item: Found) -> bool:
        """Whether they add to the dead told before: "two more victims died of their wounds", "seven of the wounded died overnight"."""
        event = item.event
        if event is None or item.measure != "killed" or event.form != "die":
            return False
        words = self.reading.lows[item.span[0] : event.start]
        return (event.kind in _OF_WOUNDS and not _MORE.isdisjoint(words)) or ("of" in words and not _HURT.isdisjoint(words))

    def _basis(self, item: Found, told: int | None) -> tuple[str, str | None]:
        """How the count is known, and how it is hedged."""
        basis, hedge = "unknown", None
        parse = item.parse
        if not _QUALIFIES.isdisjoint(parse.vocabulary):
            words = self._around(item)
            lives = item.event.kind == "lives" if item.event is not None else "lives" in item.parse.lows[item.group.first : item.group.stop]
            if not lives:  # "claimed the lives of"
                basis = next((_BASES[word] for word in words if word in _BASES), basis)
            hedge = next((word for word in words if word in _HEDGES), None)
        if basis == "unknown" and told is not None and told < len(self.cues):
            basis = next((_CUED[word] for word in self.cues[told] if word in _CUED), basis)
        event = item.event
        if item.rule == "toll" and event is not None:
            projects = next((word for word in self.reading.lows[event.start : item.group.first] if word in _PROJECTS), None)
            if projects is not None:
                basis, hedge = "projected", hedge or projects  # "the toll could reach 50"
        return basis, hedge

    def _revised(self, item: Found, built: list[Figure], kind: str) -> int | None:
        """The figure that a toll revises."""
        words = self.reading.lows[item.span[0] : item.span[1] + 4]
        before = self.reading.lows[max(item.parse.first, item.span[0] - 4) : item.span[0]]
        adds = not SETS["adds_up"].isdisjoint([*before, *words])
        if item.event is None or (not adds and _REVISES.isdisjoint([*before, *words])):
            return None
        begins = self.reading.starts[item.parse.first]
        for index in range(len(built) - 1, max(-1, len(built) - 40), -1):
            figure = built[index]
            if adds and (figure.measure_kind != kind or figure.evidence[0] >= begins):
                continue  # "a woman has died, raising the toll to 17": she is no toll
            if figure.measure == item.measure and figure.measure_kind != "subset" and not figure.background:
                return index
        return None

    def _after_the_first(self, date: Date, main_day: "date") -> Date:
        """The date where it is told by the day of the event before: "the same day", "two days earlier"."""
        published, words = self.reading.published, self.reading.lows[date.first : date.stop]
        if date.kind == "same":
            return date._replace(kind="day", start=main_day, end=main_day, precision=1)
        if date.kind != "day" or date.start is None or published is None or not (words[-1] == "earlier" or "previous" in words):
            return date
        day = main_day - (published - date.start)
        return date._replace(start=day, end=day)

    def _is_earlier(self, date: Date, built: list[Figure]) -> bool:
        """Whether the text has told of a later event: "a day earlier", "last week"."""
        if self.main_day is not None:
            return date.end is not None and date.end < self.main_day
        start = date.start.isoformat() if date.start is not None else None
        return built[0].evidence[1] < self.reading.starts[date.first] and start not in {built[0].period_start, built[0].event_date}

    def _stays(self, item: Found) -> bool:
        """Whether those who had to leave are counted as they are now: "are displaced", "1,200 displaced people", not "have fled"."""
        event = item.event
        return event is None or not _ARE.isdisjoint(item.parse.lows[event.first : event.start])

    def _has_been(self, item: Found) -> bool:
        """Whether the verb is in the perfect: it counts up to the day that it is told."""
        if item.event is None:
            return False
        event = self._joined_to(item.parse, item.event)
        return not _HAVE.isdisjoint(item.parse.lows[event.first : event.start])

    def _joined_to(self, parse: Sentence, event: Harm) -> Harm:
        """The verb whose helpers a verb joined to it shares: "has killed 30 and injured 50"; else the verb itself."""
        if event.first == event.start > parse.first and parse.tags[event.start - 1] in AND and not event.be:
            before = next((other for other in reversed(parse.events) if other.stop < event.start), None)
            if before is not None and not before.be and before.form != "toll":
                return before
        return event

    def _claims_lives(self, item: Found) -> bool:
        """Whether a conflict is told to have taken them so far: "the war has claimed more than 7,000 lives"."""
        group = item.group
        before = item.parse.lows[max(item.parse.first, group.first - 8) : group.first]
        taken = group.head >= 0 and item.parse.lows[group.head] == "lives" and not _HAVE.isdisjoint(before)
        return taken and not SETS["conflicts"].isdisjoint(before)

    def _runs_on(self, item: Found, event: Harm) -> bool:
        """Whether the count is one of a conflict or of every year: "the insurgency has killed thousands", "are murdered each year"."""
        parse = item.parse
        event = self._joined_to(parse, event)
        words = parse.lows[item.span[1] : min(parse.stop, item.span[1] + 8)]
        if not _PERIODS.isdisjoint(parse.vocabulary) and any(
            before in {"each", "every", "per", "a"} and word in _PERIODS for before, word in pairwise(words)
        ):
            return True
        if _HAVE.isdisjoint(parse.vocabulary) or _HAVE.isdisjoint(parse.lows[event.first : event.start]):
            return False
        # "the war has killed", "have been killed in weeks of unrest", and no "..., the worst day of the war"
        before = parse.lows[max(parse.first, event.first - 12) : event.first]
        return not SETS["conflicts"].isdisjoint([*before, *words[: words.index(",") if "," in words else len(words)]])

    def _noun(self, item: Found, group: Phrase, noun: str, victim: Span | None) -> str | None:
        if noun:
            first = group.head - (2 if item.parse.tags[group.head] in _AGED and group.head - group.first > 1 else 0)  # "14-year-old"
            return self.reading.text[self.reading.starts[first] : self.reading.ends[group.head]]
        if (
            victim is None
            or item.rule == "name"
            or (group.partitive and item.rule != "listed")
            or (group.number is None and item.parse.tags[group.stop - 1] in NAME)
        ):
            return None
        return self.reading.text[self.reading.starts[group.stop - 1] : self.reading.ends[group.stop - 1]]

    def _ahead(self, item: Found) -> Sentence | None:
        """The sentence before, where the text tells when and where: it holds for what follows at once."""
        index = item.parse.index - 1
        if index < 0:
            return None
        if index not in self.sentences:
            self.sentences[index] = Sentence(self.reading, item.parse.words, item.parse.tags, *self.reading.sentences[index], index, [])
        return self.sentences[index]

    def _date(self, item: Found) -> Date | None:
        """The date of the sentence that stands nearest, one behind the figure before one ahead of it; else the sentence before's."""
        parse, event, group = item.parse, item.event, item.group
        dates = parse.dates
        if dates and self.sources:
            dates = self._not_of_speakers(dates)
        if event is not None and event.form == "named":
            dates = [date for date in dates if not event.start <= date.first < event.stop]  # "identified the dead on Monday as"
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
                if stop <= other.start < barrier and (other.form == "toll" or opens < other.start):
                    barrier = other.start
                    break
            if event is not None and event.form == "toll":
                told = [date for date in dates if event.start <= date.first < group.first]
                if told:
                    return told[0]  # "the toll of Tuesday's fire rose to 12 on Friday"
                dates = [date for date in dates if date.kind != "day" or not begin <= date.first <= begin + 1]  # the day it was told
            if event is not None and event.kind == "raised":
                barrier = parse.stop  # "taking to 39 the number of deaths since May"
            elif parse.index in self.tolls:  # nor is it that of a count beside it: "rose to 68 on Sunday, with 165 injured"
                dates = [date for date in dates if date.kind != "day" or not 0 <= date.first - self.tolls[parse.index] <= 1]
            earlier = _OF_BEFORE.search(parse.tags, begin, barrier) if not _HAVE_HAD.isdisjoint(parse.vocabulary) else None
            if earlier is not None and not any(earlier.start() <= other.start < earlier.end() + 3 for other in parse.events):
                barrier = earlier.start()
            barrier = min(barrier, self._details_from(parse, begin))
            near = [date for date in dates if begin <= date.first <= barrier and not self._opens_another(parse, date)]
            if near:
                return near[0]
            floor = self._clause_floor(item)
            before = [date for date in dates if floor <= date.first and date.stop <= max(first, begin)]
            if before and not REL.isdisjoint(parse.tags[parse.first : before[-1].first]):
                before = [date for date in before if date.kind == "since" or not self._is_aside(parse, date, first)]
            if before:
                since = before[-1].kind == "since" and parse.lows[before[-1].stop : before[-1].stop + 2] == [",", "when"]
                return the_day_of(before[-1]) if since else before[-1]
            if floor > parse.first:
                return None
            return None
        return None

    def _next_deed(self, parse: Sentence, begin: int) -> int:
        """Where another deed is told behind "and": "wounding 12 and badly damaging a clinic in Bara"."""
        if "and" in parse.vocabulary:
            for at in range(begin, min(parse.stop - 2, begin + 12)):
                if parse.tags[at] in AND:
                    verb = at + 1 + (parse.lows[at + 1].endswith("ly"))
                    if parse.tags[verb] in ING and parse.lows[verb] not in MEASURES:
                        return at
        return parse.stop

    def _is_seat(self, parse: Sentence, place: tuple[int, int]) -> bool:
        """Whether it only says where somebody who tells of it sits: "the foreign ministry in Cairo said"."""
        before = parse.lows[max(parse.first, place[0] - 5) : place[0]]
        return not SETS["seated"].isdisjoint(before) and "health" not in before

    def _details_from(self, parse: Sentence, begin: int) -> int:
        """Where it begins to be told, one by one, of whom a count is made: "two have died: a man in Oulo on Monday and ..."."""
        if ":" not in parse.vocabulary:
            return parse.stop
        colon = next((at for at in range(begin, parse.stop) if parse.lows[at] == ":"), parse.stop)
        told = next((group for group in parse.groups if group.first > colon), None)
        return colon if told is not None and told.subset else parse.stop

    def _opens_another(self, parse: Sentence, date: Date) -> bool:
        """Whether the date begins what another harm is told of: "killed 21 in Bara, and in June a gunman shot dead five"."""
        if parse.lows[date.first - 1] in _RECENTLY:
            return True  # "..., most recently in May"
        at = date.first - (parse.lows[date.first - 1] == "on")
        return parse.tags[at - 1] in AND and any(other.start >= date.stop for other in parse.events)

    def _is_aside(self, parse: Sentence, date: Date, ahead: int) -> bool:
        """Whether the date stands in a clause that commas set off: "the war, which began in 2015, has killed ..."."""
        for at in range(date.first - 1, max(parse.first, date.first - 12), -1):
            if parse.tags[at] in COMMA:
                begins = parse.tags[at + 1] in REL and not SETS["begins"].isdisjoint(parse.lows[at : date.first])
                return begins and any(tag in COMMA for tag in parse.tags[date.stop : min(ahead, date.stop + 12)])
        return False

    def _not_of_speakers(self, told: list[_Told]) -> list[_Told]:
        """Those dates or places that do not describe who speaks: "said Ali Torr, a doctor in Bara"."""
        return [item for item in told if not self._describes_speaker(item[0])]

    def _is_of_speaker(self, token: int) -> bool:
        char = self.reading.starts[token]
        at = bisect_right(self.sources, (char, len(self.reading.text))) - 1
        return at >= 0 and char < self.sources[at][1]

    def _describes_speaker(self, token: int) -> bool:
        char, text = self.reading.starts[token], self.reading.text
        at = bisect_right(self.sources, (char, len(text))) - 1
        return at >= 0 and char < self.sources[at][1] and (char == self.sources[at][0] or "," in text[self.sources[at][0] : char])

    def _clause_floor(self, item: Found) -> int:
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

    def _place(self, item: Found) -> tuple[int, int] | None:
        event, group = item.event, item.group
        places = item.parse.places
        if places and self.sources:
            places = self._not_of_speakers(places)
            places = [place for place in places if not self._is_of_speaker(place[0])] or [
                place for place in places if not self._is_seat(item.parse, place)
            ]
        if not places:
            return None
        if event is not None and event.form == "toll":
            inside = [place for place in places if event.start <= place[0] < group.first]
            if inside:
                return inside[0]
        begin = group.stop if event is None or group.first > event.start else event.stop
        details = min(self._details_from(item.parse, begin), self._next_deed(item.parse, begin))
        after = [place for place in places if begin <= place[0] < details]
        if len(after) > 1 and after[1][0] - after[0][1] <= _NEXT and item.parse.lows[after[0][1] - 1] in SETS["buildings"]:
            after = after[1:]  # "the Tarn embassy in Bara"
        if after and after[0][0] - begin <= (18 if event is not None and event.past else 12):
            return after[0]
        if event is not None and event.past:
            return None
        before = [place for place in places if place[1] <= max(group.first, begin)]
        while len(before) > 1 and before[-1][0] - before[-2][1] <= _NEXT and item.parse.lows[before[-2][1] - 1] not in SETS["buildings"]:
            before.pop()  # "in Bara in northern Tarn"
        return before[-1] if before else after[0] if after else None

    def _around(self, item: Found) -> Sequence[str]:
        """The words of the verb group, and those that stand between number and verb."""
        lows = self.reading.lows
        event, group = item.event, item.group
        if event is None:
            before = lows[max(item.parse.first, group.first - 2) : group.first]
            after = group.stop
            while (
                after < min(item.parse.stop, group.stop + 6) and item.parse.tags[after] not in COMMA and item.parse.tags[after] not in AND
            ):
                after += 1
            return [*before, *lows[group.stop : after]]
        first = min(event.first, event.start)
        while first > item.parse.first and (
            item.parse.tags[first - 1] in ADV
            or item.parse.tags[first - 1] in REPORT
            or lows[first - 1] == "to"
            or (lows[first - 1] in {"it", "they"} and item.parse.tags[first - 2] in _CLAIM)
            or (lows[first] == "to" and item.parse.tags[first - 1] in _CLAIM)
        ):
            first -= 1
        if event.form == "of":
            first = max(item.parse.first, event.start - 3)  # "has verified the deaths of"
        return [
            *lows[max(item.parse.first, group.first - 1) : group.number.stop if group.number is not None else group.first],
            *lows[first : min(event.start, first + 3) if event.shared else event.start],  # "were abducted on 3 May and freed"
            *lows[event.start : event.start + 1],
            *lows[event.stop : event.stop + (3 if item.measure == "missing" else 1)],  # "missing and presumed dead"
        ]

    def _statement(self, offset: int) -> int | None:
        """The first of the statements whose content holds the character."""
        first = bisect_right(self.furthest, offset)  # all contents before it end before the character
        for begin, end, index in islice(self.contents, first, None):
            if begin > offset:
                break
            if offset < end:
                return index
        return None

    def _whole(self, item: Found, built: list[Figure]) -> int | None:
        """The figure that a part belongs to: of the same measure, not itself a part, the nearest before that is large enough."""
        for index in range(len(built) - 1, max(-1, len(built) - 12), -1):
            figure = built[index]
            large = figure.value_best is None or item.group.best is None or figure.value_best >= item.group.best
            whole = figure.measure_kind != "subset" or (index in self.heads and item.group.partitive)
            if large and whole and figure.measure == item.measure:
                return index
        return None
