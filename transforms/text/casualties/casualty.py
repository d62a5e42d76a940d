"""Casualty figures: what was counted, how many, of whom, by whom, where and when, with spans into the text.

The way of a figure: `number` reads the number, `victim` the phrase that holds it, `harm` what happened to them; here each figure gets its
fields (whom: `counted`, where and when: `scene`), and `toll` tells what the figures of a text come to. A phrase without a number is a
figure where it names one person ("a policeman was shot dead" is 1); plurals without a number are none. Bounds are read as `number` says.

Fields are filled where the text states them and stay empty otherwise. A date or place that the sentence does not name is that of the
sentence before, if it names one; a part is where and when its whole is. A figure is background where it is told as an earlier event, runs
on since some day, or is dated more than a week before the event that the text tells first (three weeks before publication).
"""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date as day
from itertools import accumulate, pairwise
from operator import itemgetter

from transforms.text.casualties.basis import basis_of, is_of_others
from transforms.text.casualties.counted import all_of_them, beside, described, noun_printed, victims
from transforms.text.casualties.figure import Figure, part_of, span
from transforms.text.casualties.harm import harms
from transforms.text.casualties.occasion import DAYS
from transforms.text.casualties.perpetrator import perpetrator, perpetrator_ahead
from transforms.text.casualties.scene import Scene, described_part, has_been, one_place
from transforms.text.casualties.sentence import Found, Sentence
from transforms.text.casualties.stretch import are_acknowledged, claims_lives, has_so_far, in_what, is_rate, lasts, runs_on, stays
from transforms.text.quantities.classes import (
    ALPHABET,
    AND,
    EVENTISH,
    GENERIC,
    SAY,
    SETS,
    VICTIMS,
    WEEKDAY,
)
from transforms.text.quantities.date import Date, day_told_on
from transforms.text.reading import Reading
from transforms.text.statements.statement import Span, Statement

_EARLIER = frozenset(("earlier", "last", "previous", "before"))
_WARS = SETS["wars"]
_LONG_COUNTS = frozenset(("losses", "total", "tally", "figure"))
_PLACES = frozenset(("places", "areas", "parts", "towns", "cities", "villages", "districts", "provinces", "regions", "neighbourhoods"))
_KEPT = frozenset(("held", "heldby", "arrested"))
_STOCK = frozenset(("held_captive", "missing", "displaced"))
_ANOTHER = frozenset(("neighbouring", "neighboring", "nearby", "adjacent", "another"))
_REVISES = SETS["revises"]
_APART = SETS["apart"]
_DETAILS_WITHIN = 40  # words
_THEM_WITHIN = 4  # sentences over which "one of them" is of those that were counted
_FEW = 6  # a number up to it is met by chance where others are added up
_INCIDENTS = 12  # figures in which those of single incidents follow their total
_LOOKED_BACK = 40  # figures that one is compared with
_BEFORE_NOW = frozenset(("earlier", "previous", "initial", "preliminary", "provisional"))
_OF_WOUNDS = frozenset(("diewound", "succumb"))
_GIVEN_BACK = frozenset(("returned", "repatriated", "repatriating", "exchanged", "swapped"))
_GIVEN_OVER = frozenset(
    (verb, particle)
    for verb in ("handed", "handing", "turned", "turning", "gave", "given", "sent", "brought")
    for particle in (("over",) if verb[0] in "ht" else ("back",))
)
_COME_UPON = frozenset(("found", "discovered", "recovered", "saw"))
_MORE = frozenset(("more", "another", "additional", "further", "others"))
_SAID_WITHIN = 12  # words
_LONG_AGO = frozenset(("months", "years", "decades"))
_HURT = frozenset(("wounded", "injured"))
_OF_WHOM = frozenset(("whom", "which", "them"))
_STRIKES = ALPHABET.having("ASSAULT", "ASSAILS", "WEAPON", "by")
_CAUSES = frozenset(("when", "after", "in", "during", "while"))
_FIGHTS = frozenset(("attacker", "attackers", "assailant", "assailants", "suspect", "suspects", "bomber", "gunman", "shooter"))
_INCIDENTS_OF = SETS["incidents"]
_HAPPENINGS = SETS["happenings"]
_FEW_SENTENCES = 2
_FIGURES = 6  # over which the last day that was told is looked for
_SWAPPED = frozenset(("returned", "freed"))
_WEEKS = 21  # days
_ALIKE = 8  # times
_YEAR = 5  # the precision of a count of years, which holds for itself alone
_PARTS_WITHIN = 8  # figures


# The fields of a figure from the perpetrator to the hedge.
Circumstances = tuple[Span | None, Span | None, Span | None, str | None, str | None, str | None, int | None, str, str | None]


def figures(reading: Reading, statements: Sequence[Statement] = ()) -> list[Figure]:
    """The casualty figures of `reading`, in text order."""
    found = harms(reading)
    return _Figures(reading, found, statements).build() if found else []


def _are_returned(item: Found) -> bool:
    """Whether they are the bodies of those who died before, and are given back: "Russia had returned 909 bodies"."""
    if item.measure != "bodies_recovered":
        return False
    parse, group = item.parse, item.group
    words = parse.lows[max(parse.first, group.first - 3) : min(parse.stop, group.stop + 4)]
    given = not _GIVEN_BACK.isdisjoint(words) or any(
        pair in _GIVEN_OVER for pair in pairwise(parse.lows[max(parse.first, group.first - 6) : group.first])
    )
    return given and _COME_UPON.isdisjoint(words)  # "those who returned found 12 bodies"


def _is_of_the_strike(parse: Sentence) -> bool:
    """Whether it is told as of the strike that the text has told of: "340 people were wounded in the blast"."""
    lows = parse.lows
    return any(
        lows[at] in {"in", "by"} and lows[at + 1] in {"the", "that", "this"} and lows[at + 2] in _INCIDENTS_OF
        for at in range(parse.first, parse.stop - 2)
    )


def _is_exchange(item: Found) -> bool:
    """Whether it counts those whom both sides let go: "the two sides exchanged 400 prisoners"."""
    return item.event is not None and item.parse.lows[item.event.start].startswith(("exchang", "swap"))


def _are_attackers(figure: Figure) -> bool:
    row = VICTIMS.get((figure.victim_group or "").lower())
    return row is not None and row[4] == "attacker"


def _is_of_war(item: Found) -> bool:
    """Whether it is told of a war or a siege, and not of fighting, unrest or violence."""
    return not _WARS.isdisjoint([*item.parse.lows[item.parse.first : item.span[0]], *in_what(item)])


def _is_of_one_strike(item: Found) -> bool:
    """Whether its sentence begins by telling of one of several strikes: "One shell hit a bus, killing 22", "In one attack, ..."."""
    parse = item.parse
    at = parse.first + (parse.lows[parse.first] == "in")
    if at + 1 >= parse.stop or parse.lows[at] != "one" or item.group.first <= at + 1:
        return False
    return parse.lows[at + 1] in _INCIDENTS_OF or parse.lows[at + 1] in _HAPPENINGS


def _day_before(item: Found, date: Date) -> day | None:
    """The day that the sentence names before "the same day", "two days later"."""
    if date.kind != "same":
        return None
    return next((day.start for day in reversed(item.parse.dates) if day.kind == "day" and day.stop <= date.first), None)


class _Figures:
    """From what was found to figures: what each says besides the number."""

    def __init__(self, reading: Reading, found: list[Found], statements: Sequence[Statement]) -> None:
        self.reading = reading
        self.found = sorted(found, key=lambda item: (item.group.first, item.event is not None and item.event.relative, item.measure))
        self.heads: set[int] = set()  # parts that have parts: "in Oulo alone 27 died, four of them children"
        self.news: tuple[day, day] | None = None  # the days that the first sentence is about
        self.main_day: day | None = None  # the day of the first event that the text tells
        # The dates and places that the figures of each sentence have of their own: those of what it tells, whatever else it names.
        self.dated: dict[int, Date] = {}
        # The sentences that tell of earlier events alone.
        self.earlier = {item.sentence for item in found if item.event is not None and item.event.past and not item.event.relative}
        if self.earlier:
            self.earlier -= {item.sentence for item in found if item.event is None or not item.event.past}
        self.placed: dict[int, set[tuple[int, int]]] = {}
        self.sentences = {item.parse.index: item.parse for item in found}
        # Who claims responsibility claims the deed, and not the count that somebody else has told of it.
        tells = [index for index, statement in enumerate(statements) if statement.speech_act != "claim_responsibility"]
        self.contents = sorted([(span[0], span[1], index) for index in tells for span in statements[index].content])
        sources = sorted([statement.source for statement in statements if statement.source is not None])
        self.scene = Scene(reading, sources, {item.sentence: item.group.stop for item in found if item.rule == "toll"})
        self.cues = [reading.folded[slice(*told.cue)].lower().split() if told.cue else [] for told in statements]
        self.furthest = list(accumulate(map(itemgetter(1), self.contents), max))

    def build(self) -> list[Figure]:
        built: list[Figure] = []
        for item in self.found:
            built.append(self._figure(item, built))
        self._join_evidence(built)
        for index, figure in enumerate(built):
            if figure.measure_kind == "subset" and figure.subset_of is None:
                for at, following in enumerate(built[index + 1 : index + 9], index + 1):  # "three children were among 15 people killed"
                    whole, among = self.found[at].group.number, self.found[index].group.among
                    told = following.evidence == figure.evidence or (among is not None and whole is not None and among.first == whole.first)
                    if following.measure == figure.measure and following.measure_kind != "subset" and told:
                        built[index] = figure._replace(subset_of=at)
                        break
        self._mark_details(built)
        self._mark_incidents(built)
        self._mark_revised(built)
        return built

    def _join_evidence(self, built: list[Figure]) -> None:
        """What is told in one breath has one evidence, to the end of its last noun: "a policeman and a member of the guard"."""
        widest: dict[tuple[tuple[int, int], str], Span] = {}
        for item, figure in zip(self.found, built, strict=True):
            start, end = widest.setdefault((item.span, figure.measure), figure.evidence)
            widest[item.span, figure.measure] = min(start, figure.evidence[0]), max(end, figure.evidence[1])
        for index, item in enumerate(self.found):
            evidence = widest[item.span, item.measure]
            if built[index].evidence != evidence:
                built[index] = built[index]._replace(evidence=evidence)

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
                    built[index] = part_of(built[index], built[whole], whole)
                    self._hand_down(built, index)
            elif len(parts) == 1:
                wholes.setdefault((measure, total), parts[0])

    def _mark_incidents(self, built: list[Figure]) -> None:
        """Counts of the same people that come to one before them: "Nine soldiers died in two attacks. In the first, five soldiers ..."."""
        for index, whole in enumerate(built):
            if whole.measure_kind != "event_total" or whole.background or whole.victim_group is None or (whole.value_best or 0) <= _FEW:
                continue
            parts, left = [], whole.value_best or 0
            for at in range(index + 1, min(len(built), index + _INCIDENTS)):
                figure = built[at]
                same = figure.victim_group == whole.victim_group or (figure.victim_group or "people") in GENERIC
                if same and figure.measure == whole.measure and figure.measure_kind != "subset":
                    parts.append(at)
                    left -= figure.value_best or left + 1
                    if left <= 0:
                        break
            days = {built[at].event_date for at in parts} - {None, whole.event_date}
            is_told = left == 0 and len(parts) > 1 and (whole.event_date is None or not days)
            if is_told and self._sentence_of(built[parts[0]]) > self._sentence_of(whole):
                for at in parts:
                    built[at] = part_of(built[at], whole, index)
                    self._hand_down(built, at)

    def _hand_down(self, built: list[Figure], index: int) -> None:
        """Give the parts of a part what it has taken over from its whole."""
        for at in range(index + 1, min(len(built), index + _PARTS_WITHIN)):
            if built[at].subset_of == index:
                built[at] = part_of(built[at], built[index], index)

    def _told_before(self, parts: list[int], built: list[Figure], total: int) -> int | None:
        """The count in the sentence before of which bare numbers with places tell some: "114 died. 29 died in Oulo and 24 in Tensi."."""
        index, first = parts[0] - 1, built[parts[0]]
        while index > max(0, parts[0] - _LOOKED_BACK) and built[index].subset_of is not None:
            index -= 1
        whole = built[index]
        bare = all(built[part].victim is None and built[part].place not in {None, whole.place} for part in parts)
        if index < 0 or not bare or whole.measure != first.measure or whole.subset_of is not None or total >= (whole.value_best or 0):
            return None
        return index if self._sentence_of(first) - self._sentence_of(whole) == 1 else None

    def _figure(self, item: Found, built: list[Figure]) -> Figure:
        reading, counted = self.reading, item.group
        first, stop = (counted.number.first, counted.number.stop) if counted.number else (counted.first, counted.stop)
        if counted.number and reading.lows[stop - 1] == "of":
            stop -= 1
        start, end = reading.starts[first], reading.ends[stop - 1]
        group, noun, victim = victims(item)
        status, subgroup = described(noun, reading.lows[group.first : group.stop])
        if status == "unspecified" and (all_of := all_of_them(item, group)) is not None:
            status, told = described(reading.lows[all_of.head], reading.lows[all_of.first : all_of.stop])
            subgroup = subgroup or told
        printed = noun_printed(item, group, noun, victim)
        others = beside(item, group) if victim is not None else []
        for other in others:  # "ten soldiers and civilians"
            also, among = described(reading.lows[other.head], reading.lows[other.first : other.stop])
            status = status if status == also else "unspecified" if "unspecified" in (status, also) else "mixed"
            subgroup = subgroup if subgroup == among else None
            if victim is not None:
                victim = victim[0], reading.ends[other.stop - 1]
                printed = " ".join(reading.text[slice(*victim)].split())
        if counted.number is None and victim is not None:
            start, end = victim
        evidence = span(reading, *item.span)
        whole = self._whole(item, built) if item.subset or (built and self._is_part(item, built)) else None
        if whole is not None:  # a part is where and when the whole is
            kind, circumstances = "subset", self._as_of_whole(item, built[whole])
            if not item.subset:
                self.heads.add(len(built))
            background = self._kind(item, self.scene.date(item), built)[2] or built[whole].background
        else:
            if item.event is not None and self._are_of_captives(item, built):
                item.event.past = True
            kind, circumstances, background = self._circumstances(item, built)
        background = background or _are_returned(item)
        return Figure(
            item.measure,
            kind,
            (start, end),
            (min(start, evidence[0]), max(end, evidence[1])),  # "the mayor's son was killed"
            reading.text[start:end],
            counted.low,
            counted.best,
            counted.high,
            counted.quantifier,
            victim,
            printed,
            status,
            subgroup,
            *circumstances,
            self._claimed(item, start) if self.contents else None,
            whole,
            self._revised(item, built, kind) if whole is None and item.rule == "toll" else None,
            background,
            item.rule,
        )

    def _are_of_captives(self, item: Found, built: list[Figure]) -> bool:
        """Whether it is known of captives that they are dead, whenever they died: "130 are still held, at least 29 of them dead"."""
        held = bool(built) and built[-1].measure == "held_captive" and item.measure == "killed"
        return held and item.group.partitive and self._sentence_of(built[-1]) == item.sentence

    def _is_part(self, item: Found, built: list[Figure]) -> bool:
        """Whether the words say that more were counted: "in Oulo alone 27 people", "305 of the deaths"."""
        lows, group = item.parse.lows, item.group
        if _is_of_one_strike(item):
            last = built[-1]
            near = last.measure_kind == "event_total" and not last.background and self._sentence_of(last) >= item.sentence - _FEW_SENTENCES
            return near and any(whole.measure == item.measure and whole.measure_kind == "event_total" for whole in built)
        if item.measure == "released" and item.event is not None and item.event.kind in _SWAPPED:
            return any(whole.measure == "released" and _is_exchange(self.found[at]) for at, whole in enumerate(built))
        if item.rule == "counted_noun" and group.number is not None and lows[group.number.stop - 1 : group.number.stop + 2].count("of"):
            return True
        return "alone" in item.parse.vocabulary and "alone" in lows[max(item.parse.first, item.span[0] - 5) : item.span[1] + 6]

    def _as_of_whole(self, item: Found, whole: Figure) -> Circumstances:
        """What is told of the whole, but for what the part's own sentence tells otherwise: "32 of them died on Thursday"."""
        by, where, period, day, start, end, precision, basis, hedge = whole[13:22]
        parse, group = item.parse, item.group
        if item.event is None and (known := basis_of(item, ()))[0] != "unknown":
            basis, hedge = known  # "of whom 20 are believed to be alive"
        if whole.evidence[0] >= self.reading.starts[parse.first]:
            told = group.stop < parse.stop and parse.tags[group.stop] in EVENTISH and parse.lows[group.first - 1] in _OF_WHOM
            told = told or described_part(parse, group.first - 1) == group.stop
            if not told and ":" not in parse.lows[max(parse.first, group.first - _DETAILS_WITHIN) : group.first]:
                there = (place for place in parse.places if place[0] == group.stop + 1 and group.head < 0)  # "including 12 in Oulo"
                where = next((span(self.reading, *place) for place in there), where)
                return by, where, period, day, start, end, precision, basis, hedge
            # each has a place and day of their own: "two have died: a man in Oulo on Monday and ..."
            behind = min((other.first for other in parse.groups if other.subset and other.first >= group.stop), default=parse.stop)
            place = next((span(self.reading, *place) for place in parse.places if group.stop <= place[0] < behind), where)
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

    def _is_former(self, index: int) -> bool:
        """Whether the figure of that index is told as the toll that was: "an earlier toll of 326"."""
        item = self.found[index]
        words = self.reading.lows[max(item.parse.first, item.span[0] - 2) : item.group.first]
        return item.rule == "toll" and (not _BEFORE_NOW.isdisjoint(words) or (item.event is not None and item.event.past))

    def _mark_revised(self, built: list[Figure]) -> None:
        """An earlier toll told beside the new one is what that revises: "killed 404 people, raising an earlier toll of 326"."""
        for index, item in enumerate(self.found):
            earlier = built[index]
            if not earlier.background or index == 0 or not self._is_former(index):
                continue
            near = (at for at in range(index - 1, max(-1, index - 6), -1) if built[at].measure == earlier.measure)
            new = next((at for at in near if built[at].measure_kind != "subset"), -1)
            if new < 0 or built[new].background or built[new].supersedes is not None:
                continue
            if self.found[new].parse is item.parse:
                built[new] = built[new]._replace(supersedes=index)
                if earlier.place is None:
                    built[index] = earlier._replace(place=built[new].place)

    def _circumstances(self, item: Found, built: list[Figure]) -> tuple[str, Circumstances, bool]:
        """The kind of measure, by whom, where, when and how known, and whether it is background."""
        event = item.event
        date = self.scene.date(item)
        place = self.scene.place(item)
        if item.rule == "toll" and date is not None and date.kind == "since" and place is not None and place[0] < item.span[0]:
            place = None  # "14 were shot dead in Oulo, bringing the total killed since the coup to 230"
        lasting = claims_lives(item) if event is None else runs_on(item, event)
        if item.sentence == 0 and not is_rate(item) and not _is_of_war(item):
            lasting = False  # fighting, unrest and violence are the event that a text tells first, a war or siege is not
        if date is not None and place is None and self._is_told_later(item, date):
            date = None  # "On Friday the police chief said a girl had died of her wounds"
        ahead, attacked, own_day = None, True, date is not None and date.kind == "same"  # "the same day": of something else
        if date is not None and (known := self._day_told(item, date, built)) is not None:
            date = self._after_the_first(date, known)
        elif date is not None and built and date.kind == "day" and self.reading.lows[date.stop - 1] == "earlier":
            date = date._replace(start=None, end=None, precision=None)  # than what was told, of which no day is known
        if event is None or not event.past:
            if date is not None and date.kind in {"day", "period"}:
                self.dated.setdefault(item.sentence, date)
            if place is not None and not self.scene.is_of_speaker(place[0]):
                self.placed.setdefault(item.sentence, set()).add(place)
        is_kept = item.measure == "detained" and event is not None and event.kind in _KEPT and stays(item, event.stop)
        if item.measure not in _STOCK and not is_kept and not lasting and not (event is not None and event.past):
            ahead = self._ahead(item)
            if ahead is not None:
                told = self.dated.get(ahead.index)
                if told is None and ahead.dates and ahead.index not in self.scene.tolls:  # no day that a toll was told on
                    told = next((day for day in ahead.dates if day.kind in {"day", "period"} and not ahead.is_of_name(day)), None)
                if told is not None and place is not None and self._is_long_ago(told):
                    ahead, told = None, None  # the text comes back to its day
                if ahead is None or self._is_apart(item.parse) or ahead.index in self.earlier:
                    ahead = None  # "in separate raids", "elsewhere": somewhere else, some time
                elif date is None:
                    date = None if has_been(item) or (told is not None and told.precision == _YEAR) else told
                elif date.kind == "by":
                    pass
                elif date.kind != "day" or (told is not None and told.start and date.start and date.start < told.start):
                    ahead = None  # a stretch or an earlier day is of something else
            attacked = place is None or (_ANOTHER.isdisjoint(item.parse.lows[place[0] : place[1]]) and not own_day)
            if ahead is not None:
                there = self.placed.get(ahead.index)
                if place is None and there is not None:
                    place = next(iter(there)) if len(there) == 1 else None
                place = place or one_place([place for place in ahead.places if not self.scene.is_of_speaker(place[0])])
        kind, date, past = self._kind(item, date, built, lasting=lasting)
        number = item.group.number.first if item.group.number is not None else item.group.first
        claim = self._statement(self.reading.starts[number]) if self.contents else None
        basis, hedge = basis_of(item, self.cues[claim] if claim is not None else ())
        first = item.group.first
        if basis == "unknown" and built and event is None and item.parse.tags[first - 1] in AND:
            joined = built[-1].evidence[1] == self.reading.ends[first - 2]
            basis = built[-1].count_basis if joined else basis  # "reported 14 deaths and 45 injuries"
        by = self._by(item, ahead if attacked else None, built)
        where = span(self.reading, *place) if place is not None else None
        when = (None, None, None, None, None) if date is None else self._told(date)
        return kind, (by, where, *when, basis, hedge), past

    def _by(self, item: Found, ahead: Sentence | None, built: list[Figure]) -> Span | None:
        """Who did it: as the sentence tells, or the one ahead of it."""
        done_by = perpetrator(item)
        if done_by is None and ahead is not None:
            done_by = perpetrator_ahead(ahead, item)
        if done_by is not None:
            return span(self.reading, *done_by)
        return self._by_before(item, built[-1]) if ahead is not None and built else None

    def _by_before(self, item: Found, before: Figure) -> Span | None:
        """Who is told in the sentence before to have struck others: "Soldiers killed nine villagers. Twenty people were wounded."."""
        event, group, parse = item.event, item.group, item.parse
        if (
            event is None
            or not event.be
            or event.form != "pp"
            or before.perpetrator is None
            or self._sentence_of(before) != parse.index - 1
        ):
            return None
        anybody = group.head < 0 or parse.lows[group.head] in GENERIC or parse.lows[group.head] == "others"
        other = not _STRIKES.isdisjoint(parse.present) or not _CAUSES.isdisjoint(parse.vocabulary)
        told = bool(parse.places or parse.dates) or (other and not _is_of_the_strike(parse))
        told = told or any(other.attacker for other in parse.groups)  # "five died, including the attacker"
        fights = before.victim_status == "combatant" or (before.victim_group or "").lower() in _FIGHTS
        return before.perpetrator if anybody and not told and not fights else None

    def _is_told_later(self, item: Found, date: Date) -> bool:
        """Whether the day opens a sentence that tells on it of what happened before: the event's day is told already."""
        if date.kind != "day" or self.main_day is None or date.start is None or date.start <= self.main_day:
            return False
        lows, parse = self.reading.lows, item.parse
        if date.first > parse.first + 1 or "had" not in parse.vocabulary:
            return False
        said = range(date.stop, min(item.span[0], date.stop + _SAID_WITHIN))
        return (
            any(parse.tags[at] in SAY for at in said)
            and "had" in lows[date.stop : item.group.number.stop if item.group.number else parse.stop]
        )

    def _told(self, date: Date) -> tuple[Span, str | None, str | None, str | None, int | None]:
        """The fields of a date: its words, the day or the two ends of the period, and the precision."""
        start = date.start.isoformat() if date.start is not None else None
        period = span(self.reading, date.first, date.stop)
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

    def _is_long(self, date: Date) -> bool:
        """Whether the stretch is one of months at least: "in the past few years"."""
        return (date.precision or 0) > 3 or not _LONG_AGO.isdisjoint(self.reading.lows[date.first : date.stop])

    def _kind(self, item: Found, date: Date | None, built: list[Figure], *, lasting: bool = False) -> tuple[str, Date | None, bool]:
        """The kind of measure, the date that is left to the figure, and whether it is background."""
        event = item.event
        past = event is not None and event.past
        if item.subset:
            kind = "subset"
        elif item.measure in _STOCK and (item.measure != "displaced" or stays(item)):
            kind = "stock"
        else:
            kind = "period_new" if self._died_since(item) else "event_total"
        if item.measure == "detained" and event is not None and event.kind in _KEPT and stays(item, event.stop):
            kind = "stock"  # "11,700 are in detention"
            if date is not None and date.kind == "since" and date.stop <= item.group.first:
                date = None
        published = self.reading.published
        if date is not None and not item.subset:
            if date.kind == "since":
                recent = published is not None and date.start is not None and (published - date.start).days <= 14
                words = self.reading.lows[date.first : date.stop]
                recent = recent or any(tag in WEEKDAY for tag in item.parse.tags[date.first : date.stop])
                recent = recent or (words[0] != "since" and not DAYS.isdisjoint(words))  # "in three days of fighting"
                recent = recent or (self._is_lately(date) and item.rule != "toll")  # "since dawn"
                kind, past = ("stock" if kind == "stock" else "cumulative"), past or not recent
            elif date.kind == "by" and kind == "event_total" and item.rule != "toll":
                kind = "cumulative"  # "2,086 people had been killed by August 10"
                past = past or (published is not None and date.end is not None and (published - date.end).days > 6)
            elif date.kind == "within":
                kind = "period_new"
                past = past or (self._is_long(date) and bool(built) and built[0].evidence[1] < self.reading.starts[item.parse.first])
            elif date.kind == "period" and "this" in self.reading.lows[date.first : date.stop] and has_so_far(item):
                kind = "cumulative"  # "have been killed this year"
                past = past or (date.precision or 0) > 3
        if item.rule == "toll" and event is not None:
            words = self.reading.lows[event.start : event.stop]
            if lasts(item, event):
                kind, past = "cumulative", True  # "bringing to 404 the number of deaths since May"
            elif len(words) > 1 and words[-1] in _LONG_COUNTS and kind in {"event_total", "period_new"}:
                kind = "cumulative"  # "bringing its losses to 404"
                past = past or any(other.measure == item.measure for other in built[-8:])
            if date is not None and date.stop <= event.start and (date.kind == "within" or self._is_lately(date)):
                kind, date = "cumulative", None  # "127 died in the past day, raising the toll to 21,110"
                past = past or any(other.measure == item.measure for other in built[-8:])
        if lasting and kind == "event_total":
            kind = "cumulative"
            news = bool(built) and built[0].measure_kind == "cumulative" and not built[0].background and not _is_of_war(item)
            past = past or (event is not None and event.relative) or is_rate(item) or (item.sentence > (self.main_day is None) and not news)
        if (
            date is None
            and kind == "event_total"
            and (item.rule == "toll" or has_been(item) or are_acknowledged(item))
            and self._goes_on(item, built)
        ):
            kind, past = "cumulative", past or built[-1].background
        if date is None:
            return kind, None, past
        if not past and built and date.end is not None and not _EARLIER.isdisjoint(self.reading.lows[date.first : date.stop]):
            past = date.kind in {"day", "period"} and self._is_earlier(date, built)
        if date.kind == "day" and date.start is not None:
            if self.main_day is None and not past:
                self.main_day = date.start
            elif self.main_day is not None and (
                (self.main_day - date.start).days > 6 or ("similar" in item.parse.vocabulary and date.start < self.main_day)
            ):
                past = True
        past = past or self._is_old(date, past=past)
        if date.kind == "period" and event is not None and event.relative and self.reading.lows[date.first] == "last":
            past = True  # "an attack that killed 26 people last month"
        return kind, date, past

    def _is_lately(self, date: Date) -> bool:
        """Whether it is told by what was not long ago: "since dawn"."""
        return self.reading.lows[date.stop - 1] in SETS["lately"]

    def _is_old(self, date: Date, *, past: bool) -> bool:
        """Whether the date is weeks before publication, and none of the days that the text begins with, which are its own."""
        published = self.reading.published
        opens = date.first < self.reading.sentences[0][1]
        if opens and self.news is None and not past and date.start is not None and date.end is not None:
            self.news = date.start, date.end
        if opens or date.end is None or published is None or date.kind in {"since", "within"} or (published - date.end).days <= _WEEKS:
            return False
        return self.news is None or not self.news[0] <= date.end <= self.news[1]

    def _goes_on(self, item: Found, built: list[Figure]) -> bool:
        """Whether a count that runs on stands right before: "40 have been killed since May. In Tarn, at least six have died."."""
        if not built or built[-1].measure_kind != "cumulative":
            return False
        one, other = item.group.best or 0, built[-1].value_best or 0
        if item.rule == "toll" and one and other and max(one, other) > _ALIKE * min(one, other):
            return False  # nobody tells the same count so differently
        return item.sentence - self._sentence_of(built[-1]) <= 1

    def _died_since(self, item: Found) -> bool:
        """Whether they add to the dead told before: "two more victims died of their wounds", "seven of the wounded died overnight"."""
        event = item.event
        toll = self.scene.tolls.get(item.sentence)
        if toll is not None and item.rule != "toll" and "after" in item.parse.lows[toll : item.group.first]:
            return True  # "rose to 35 after a child died in hospital"
        if event is None or item.measure != "killed" or event.form != "die":
            return False
        words = self.reading.lows[item.span[0] : event.start]
        if event.kind in _OF_WOUNDS and toll is None and self.scene.first_toll < item.sentence:
            return True  # "the toll rose to 19. Five people died of their wounds overnight."
        return (event.kind in _OF_WOUNDS and not _MORE.isdisjoint(words)) or ("of" in words and not _HURT.isdisjoint(words))

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

    def _is_long_ago(self, date: Date) -> bool:
        """Whether the date is of another event than the day's."""
        now = self.main_day or self.reading.published
        return now is not None and date.end is not None and (now - date.end).days > 21

    def _day_told(self, item: Found, date: Date, built: list[Figure]) -> day | None:
        """The day that the text tells others by: "the same day" as the last that it told, "two days earlier" than its first."""
        if date.kind == "same":
            last = next((figure.event_date for figure in built[: -_FIGURES - 1 : -1] if figure.event_date and not figure.background), None)
            here = _day_before(item, date)
            return here or (day.fromisoformat(last) if last is not None else self.main_day)
        return self.main_day or _day_before(item, date)

    def _after_the_first(self, date: Date, main_day: day) -> Date:
        """The date where it is told by the day of the event before: "the same day", "two days earlier", "a week later"."""
        published, words = self.reading.published, self.reading.lows[date.first : date.stop]
        if date.kind == "same":
            day, span = day_told_on(main_day, words)
            return date._replace(kind="day", start=day, end=day, precision=span if day is not None else None)
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

    def _ahead(self, item: Found) -> Sentence | None:
        """The sentence before, where the text tells when and where: it holds for what follows at once."""
        index = item.parse.index - 1
        if index < 0:
            return None
        if index not in self.sentences:
            self.sentences[index] = Sentence(self.reading, item.parse.words, item.parse.tags, *self.reading.sentences[index], index, [])
        return self.sentences[index]

    def _claimed(self, item: Found, offset: int) -> int | None:
        """The statement that claims a count: none where who speaks has it from others and does not vouch for it."""
        words = self.reading.lows[item.parse.first : item.group.first]
        return None if is_of_others(words) else self._statement(offset)

    def _statement(self, offset: int) -> int | None:
        """The first of the statements whose content holds the character."""
        first = bisect_right(self.furthest, offset)  # all contents before it end before the character
        for number in range(first, len(self.contents)):
            begin, end, index = self.contents[number]
            if begin > offset:
                break
            if offset < end:
                return index
        return None

    def _whole(self, item: Found, built: list[Figure]) -> int | None:
        """The figure that a part belongs to: of the same measure, not itself a part, the nearest before that is large enough.

        Who was "among the dead" was one of all of them, where other counts stand in between.
        """
        large_enough: list[int] = []
        for index in range(len(built) - 1, max(-1, len(built) - 12), -1):
            figure = built[index]
            if item.group.partitive and item.sentence - self._sentence_of(figure) > _THEM_WITHIN and "them" in item.parse.vocabulary:
                break
            large = figure.value_best is None or item.group.best is None or figure.value_best >= item.group.best
            here = item.group.partitive or self._sentence_of(figure) == item.sentence
            whole = figure.measure_kind != "subset" or (index in self.heads and here)
            if large and whole and figure.measure == item.measure:
                large_enough.append(index)
        large_enough = [index for index in large_enough if not self._is_former(index)] or large_enough
        if len(large_enough) < 2 or "among" not in item.parse.vocabulary or self._sentence_of(built[large_enough[0]]) >= item.sentence - 1:
            return large_enough[0] if large_enough else None
        return max(
            large_enough,
            key=lambda index: (not built[index].background, not _are_attackers(built[index]), built[index].value_best or 0, -index),
        )

    def _sentence_of(self, figure: Figure) -> int:
        return self.reading.sentence_of(bisect_right(self.reading.starts, figure.evidence[0]) - 1)
