"""Where and when a figure's event was, as its whole text tells it: what series of figures are told apart by.

Belongs here: the place and day that a figure shares with the event of its text where its own sentence names none. Does not belong here:
the place and day that stand beside a figure (`scene`), which are all that the figure itself carries, and the key of a series
(`casualty_figures`).
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from typing import NamedTuple

from transforms.text.casualties.figure import Figure
from transforms.text.casualties.sentence import Sentence
from transforms.text.closed import A_AN
from transforms.text.quantities.classes import ALPHABET, SETS
from transforms.text.reading import Reading
from transforms.text.word import FIGURE, WIDTH


class Setting(NamedTuple):
    """The place by its bare name in lower case, and the ISO day; None where the text does not tell."""

    place: str | None
    day: str | None


_NOWHERE = Setting(None, None)
_NAME = re.compile(r"[^\W\d_a-z][\w'’-]*(?: (?:of |the ){0,2}[^\W\d_a-z][\w'’-]*)*")
# Hamas-run Gaza is Gaza; northern Gaza is not.
_HELD = re.compile(r"^[\w'’-]+-(?:run|ruled|held|controlled|occupied|administered|governed) ", re.IGNORECASE)
_SIDE = re.compile(r"\b((?:north|south)?-?(?:north|south|east|west|central)(?:ern)?) $", re.IGNORECASE)
# What a place is in stands behind it: the village of Koira in northern Tarn; Koira, Tarn; Koira district of Tarn.
_WITHIN = re.compile(r",| in |(?<= district) of | (?<=province) of | (?<=region) of | (?<=state) of | (?<=governorate) of ")
_DATELINE = re.compile(r"([A-Z][A-Z' -]{1,29}[A-Z])(?:, [A-Za-z. ]{2,20})?(?:, [A-Z][a-z]+\.? \d{1,2})? ?(?:\([A-Za-z]+\) ?)?[-—–]")
_LANDS = SETS["lands"]
_APART = SETS["apart"]
_LOCAL = SETS["local_conflicts"]
_HAPPENINGS = SETS["happenings"]
_STRIKES = ALPHABET.having("ASSAULT", "WEAPON")
# "The blast", "Monday's car bombing", "this week's attack": of what the text has told, or takes to be known.
_DEFINITE = frozenset(("the", "this", "that", "'s"))
_FURTHEST = 14  # words from the event to its place or day
_BEFORE = 4  # words between what makes it definite and the event
_READ = 60  # sentences in which the event is looked for
_NEAR = 2  # days between an event and what came of it


def named_place(words: str | None) -> str | None:
    """The bare name of the place: `the Yemeni city of Taiz` and `Taiz` are one place, `southern Taiz` is another."""
    inner = (words or "").removeprefix("outskirts of ")
    cut = _WITHIN.search(inner)
    if cut is not None and _NAME.search(inner, 0, cut.start()) is not None:
        inner = inner[: cut.start()]
    *_, name = (None, *_NAME.finditer(inner))
    if name is None:
        return None
    side = _SIDE.search(name.string, 0, name.start())
    return (side[0] if side else "").casefold() + _HELD.sub("", name[0]).casefold().removeprefix("the ")


def settings(reading: Reading, figures: Sequence[Figure]) -> list[Setting]:
    """The setting of each of `figures`: its own, or that of the event that the text is about."""
    places = [named_place(reading.text[slice(*figure.place)] if figure.place else None) for figure in figures]
    main = _main(reading, figures, places)
    found = [_setting(reading, figure, place, main) for figure, place in zip(figures, places, strict=True)]
    before: str | None = None  # where a count that runs on is told to be: "108 have been killed. The ministry puts the toll at 140."
    for index, figure in enumerate(figures):
        if figure.measure_kind == "cumulative":
            near = index > 0 and figures[index - 1].measure_kind == "cumulative" and figures[index - 1].measure == figure.measure
            if found[index].place is None and near:
                found[index] = found[index]._replace(place=before)
            before = found[index].place
    return [found[figure.subset_of] if figure.subset_of is not None else setting for figure, setting in zip(figures, found, strict=True)]


def _setting(reading: Reading, figure: Figure, place: str | None, main: Setting) -> Setting:
    day = figure.event_date
    if figure.background and figure.measure_kind != "cumulative":
        return Setting(place, day)
    if figure.measure_kind == "cumulative":
        return Setting(place or (main.place if not _LOCAL.isdisjoint(_sentence(reading, figure)) else None), day)
    if place is None and not _is_apart(reading, figure) and (day is None or main.day is None or _days_between(day, main.day) <= _NEAR):
        place = main.place
    elif place is not None and main.place is not None and place != main.place and _is_wide(place):
        place = main.place if day in {None, main.day} else place
    if day is None and main.day is not None and place == main.place and place is not None and not _is_apart(reading, figure):
        within = figure.period_start is None or figure.period_start <= main.day <= (figure.period_end or main.day)
        day = main.day if within else None
    return Setting(place, day)


def _main(reading: Reading, figures: Sequence[Figure], places: Sequence[str | None]) -> Setting:
    """Where and when the event was that the text is about."""
    told = [index for index, figure in enumerate(figures) if figure.measure_kind == "event_total" and not figure.background]
    if not told:
        told = [index for index, figure in enumerate(figures) if figure.measure_kind == "cumulative"]
        return Setting(next((places[index] for index in told if places[index]), None), None) if told else _NOWHERE
    place = next((places[index] for index in told if places[index]), None)
    toll = figures[told[0]].rule == "toll"  # one that rose: whose day the text tells, if at all, with the event
    day = next(
        (
            figures[index].event_date
            for index in told
            if figures[index].event_date
            and places[index] in ({place} if toll else {None, place})
            and not (toll and _is_of_sentence_before(reading, figures[index]))
        ),
        None,
    )
    if place is not None and day is not None and not _is_wide(place):
        return Setting(place, day)
    # "a market bombing in Tarn": one event, of which the text names the town later
    is_open = place is None or (all(other is None or _is_wide(other) for other in places) and _is_of_one(reading, figures[told[0]]))
    for where, when in _events(reading):
        if where is not None and is_open and not _is_wide(where) and (day is None or when in {None, day}):
            place, is_open = where, False
        if when is not None and day is None and where in {None, place}:
            day = when
    if place is None:
        place = _dateline(reading)
    return Setting(place, day)


def _events(reading: Reading) -> Iterator[tuple[str | None, str | None]]:
    """The places and days of an event that the text takes to be known: "The blast ripped through a bar in Tarn on Monday"."""
    tags = reading.codes[FIGURE::WIDTH]
    for index, (first, stop) in enumerate(islice(reading.sentences, _READ)):
        at = next(
            (
                at
                for at in range(first, stop)
                if (tags[at] in _STRIKES or reading.lows[at] in _HAPPENINGS) and _is_definite(reading.lows, first, at)
            ),
            None,
        )
        if at is None:
            continue
        parse = Sentence(reading, reading.words, tags, first, stop, index, [])
        near = at + _FURTHEST
        place = next((place for place in parse.places if at < place[0] <= near), None)
        days = [day for day in parse.dates if at - _BEFORE <= day.first <= near]
        if any(day.kind != "day" for day in days):
            continue  # "the attack in 2015"
        words = reading.text[reading.starts[place[0]] : reading.ends[place[1] - 1]] if place is not None else None
        yield named_place(words), days[0].start.isoformat() if days and days[0].start is not None else None


def _is_definite(lows: Sequence[str], first: int, at: int) -> bool:
    for before in range(at - 1, max(first, at - _BEFORE) - 1, -1):
        if lows[before] in _DEFINITE:
            return True
        if lows[before] in A_AN or lows[before] == ",":
            return False
    return False


def _dateline(reading: Reading) -> str | None:
    """The place of the dateline, where the text names it again: it may be where who tells of it sits."""
    head = _DATELINE.match(reading.text)
    if head is None:
        return None
    name = head[1].casefold()
    body = reading.text.casefold()
    return name if re.search(rf"\b(?:in|through|near|at) {re.escape(name)}\b", body[head.end() :]) else None


def _is_of_sentence_before(reading: Reading, figure: Figure) -> bool:
    """Whether the figure's day is told in another sentence than the figure."""
    told = (reading.sentence_of(bisect_right(reading.starts, span[0]) - 1) for span in (figure.evidence, figure.period or figure.evidence))
    return len(set(told)) > 1


def _is_of_one(reading: Reading, figure: Figure) -> bool:
    """Whether its sentence tells of one event: "a bombing", not "strikes across Tarn"."""
    lows = _sentence(reading, figure)
    return "across" not in lows and not any(
        low[-1] == "s" and (low in _HAPPENINGS or tag in _STRIKES) for low, tag in zip(lows, ALPHABET.tags(lows), strict=True)
    )


def _sentence(reading: Reading, figure: Figure) -> list[str]:
    first, stop = reading.sentences[reading.sentence_of(bisect_right(reading.starts, figure.evidence[0]) - 1)]
    return reading.lows[first:stop]


def _is_apart(reading: Reading, figure: Figure) -> bool:
    """Whether its sentence begins by telling of somewhere or something else: "Separately, two soldiers were killed"."""
    return not _APART.isdisjoint(_sentence(reading, figure)[:8])


def _is_wide(place: str) -> bool:
    """Whether it is a country or a side of one, where many things happen on a day."""
    return place in _LANDS or place.rpartition(" ")[2] in _LANDS


def _days_between(one: str, other: str) -> int:
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)
