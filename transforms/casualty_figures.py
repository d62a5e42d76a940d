"""Casualty figures and the texts' own totals as rows."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from transforms.tables import TABLES
from transforms.text.casualties.figure import Figure
from transforms.text.casualties.setting import Setting, settings
from transforms.text.quantities.classes import SETS, VICTIMS
from transforms.version import Row, Version

FIGURES = TABLES["core.casualty_figures"]


def casualty_figures(version: Version) -> list[Row]:
    """Rows of `core.casualty_figures`."""
    claimants = _claimants(version)
    rows = []
    counted = series(version)
    for index, figure in enumerate(version.found.figures):
        claimed = figure.statement is not None
        victims, place = version.text(figure.victim), version.text(figure.place)
        rows.append(
            version.fact(figure.evidence, figure.rule)
            | {
                "figure_id": version.figure_ids[index],
                "measure": figure.measure,
                "measure_kind": figure.measure_kind,
                "value_reported": figure.value_reported,
                "value_low": figure.value_low,
                "value_best": figure.value_best,
                "value_high": figure.value_high,
                "quantifier": figure.quantifier,
                "number_start": figure.number[0],
                "number_end": figure.number[1],
                "victim_text": victims,
                "victim_group": figure.victim_group,
                "victim_status": figure.victim_status,
                "victim_subgroup": figure.victim_subgroup,
                "perpetrator_text": version.text(figure.perpetrator),
                "perpetrator_actor_id": _actor_at(version, figure.perpetrator),
                "place_text": place,
                "country": country_of(place, version.places),
                "period_text": version.text(figure.period),
                "event_date": _day(figure.event_date),
                "period_start": _day(figure.period_start),
                "period_end": _day(figure.period_end),
                "date_precision": figure.date_precision,
                "claimant_actor_id": version.actor(claimants.get(figure.statement)) if figure.statement is not None else None,
                "attribution_type": version.found.cast.voices[figure.statement].attribution_type
                if figure.statement is not None
                else "narrator",
                "statement_id": version.statement(figure.statement) if claimed else None,
                "count_basis": figure.count_basis,
                "hedge": figure.hedge,
                "subset_of": version.figure(figure.subset_of),
                "supersedes": version.figure(figure.supersedes),
                "is_background": figure.background,
                "series_key": counted[index].key,
                "series_place_key": counted[index].place_key,
                "series_date": _day(counted[index].day),
                "event_key": counted[index].event_key,
            }
        )
    return rows


def _claimants(version: Version) -> dict[int, int | None]:
    """The actor that speaks first in each statement."""
    claimants: dict[int, int | None] = {}
    for speaker in version.found.cast.speakers:
        claimants.setdefault(speaker.statement, speaker.actor)
    return claimants


class _Series(NamedTuple):
    """What figures that count the same thing share."""

    key: str
    place_key: str | None  # the key but for the day of an event at a place that is known
    day: str | None
    event_key: str | None  # the place and the day of an event, whoever is counted


def series(version: Version) -> list[_Series]:
    """The series of each figure of the text, in their order.

    They are told apart by group of victims and place, counts of an event by its day, those of a period by the period, too; a part has a
    series of its own. Where its sentence names no place or day, a figure is of the event that its text is about. What has neither place,
    day nor group belongs to its text alone: nothing says that another text counts the same.
    """
    figures = version.found.figures
    claimants = _claimants(version)
    told = [
        setting
        if setting.place is not None or figure.measure_kind != "cumulative"
        else setting._replace(place=_seat(version, figure, claimants))
        for setting, figure in zip(settings(version.found.reading, figures), figures, strict=True)
    ]
    groups = _groups(version, told)
    return [_series(version, figure, place, day, group) for figure, (place, day), group in zip(figures, told, groups, strict=True)]


def _series(version: Version, figure: Figure, place: str | None, day: str | None, group: str | None) -> _Series:
    kind = figure.measure_kind if figure.measure_kind in _OVER_TIME else None
    when = (figure.event_date, figure.period_start, figure.period_end) if kind == "period_new" else None if kind else day
    alone = None if any((place, when, group)) else version.version_id
    parts = (figure.measure, kind, _is_part(version, figure), place)
    return _Series(
        FIGURES.identify("series", *parts, when, group, alone).replace("fig-", "ser-"),
        FIGURES.identify("place", *parts, group).replace("fig-", "ser-") if place is not None and kind is None else None,
        day,
        FIGURES.identify("event", place, day).replace("fig-", "evt-") if place is not None and day is not None and kind is None else None,
    )


def _seat(version: Version, figure: Figure, claimants: Mapping[int, int | None]) -> str | None:
    """The land whose dead a health ministry counts: Gaza, of "Gaza's health ministry said 35,034 people had been killed"."""
    if figure.statement is None:
        return None
    claimant = claimants.get(figure.statement)
    source = version.found.statements[figure.statement].source
    named = version.found.cast.actors[claimant].name if claimant is not None else ""
    words = f"{named} {version.text(source) or ''}".casefold()
    if _COUNTS_ITS_DEAD.search(words) is None:
        return None
    codes = {code: word for word in _WORD.findall(words) if (code := version.places.get(word)) is not None}
    if len(codes) != 1:
        return None
    code, word = next(iter(codes.items()))
    return word if word in SETS["lands"] else next((land for land in sorted(SETS["lands"]) if version.places.get(land) == code), None)


def _is_part(version: Version, figure: Figure) -> bool:
    """Whether it counts some of those who are counted, in this text or not: "11 of the wounded are in critical condition"."""
    if figure.subset_of is not None or figure.measure_kind == "subset":
        return True
    return figure.measure_kind == "event_total" and _SOME.search(version.body, *figure.evidence) is not None


def _groups(version: Version, told: Sequence[Setting]) -> list[str | None]:
    """The group of victims that tells each figure apart.

    Of an event, one who counts shoppers counts the same as one who counts people, unless the text counts others there, too; civilians,
    soldiers and those who attacked are groups whoever counts them.
    """
    figures = version.found.figures
    groups: list[str | None] = []
    beside: dict[tuple[str, Setting], set[str]] = {}
    for figure, setting in zip(figures, told, strict=True):
        part = _is_part(version, figure)
        group = figure.victim_subgroup  # policemen, police officers and constables are police
        where = country_of(version.text(figure.place), version.places) or version.places.get(setting.place or "")
        groups.append(group or _group(figure.victim_group, where, version.places))
        if not part and (group := groups[-1]) is not None:
            beside.setdefault((figure.measure, setting), set()).add(group)
    return [
        None
        if group is not None
        and figure.measure_kind == "event_total"
        and figure.victim_status == "unspecified"
        and figure.victim_subgroup is None
        and setting.place is not None
        and not _is_part(version, figure)
        and len(beside[figure.measure, setting]) == 1
        and not _attacks(group)
        else group
        for figure, setting, group in zip(figures, told, groups, strict=True)
    ]


def _attacks(group: str) -> bool:
    row = VICTIMS.get(group.rpartition(" ")[2])
    return row is not None and row[4] == "attacker"


_NAME = re.compile(r"[^\W\d_a-z][\w'’-]*(?: (?:of |the ){0,2}[^\W\d_a-z][\w'’-]*)*")
_WORD = re.compile(r"[^\W\d_]+")
_COUNTS_ITS_DEAD = re.compile(r"\b(?:health|medical|emergency|rescue|civil defen[cs]e)\b")
_SOME = re.compile(r"\bof (?:the|those|its|their) (?:wounded|injured|dead|killed|victims|hostages|captives|missing)\b")
_OVER_TIME = frozenset(("cumulative", "period_new"))
# Words for victims that tell no group apart.
_ANYBODY = frozenset(("people", "person", "persons", "others", "other", "victims", "dead", "bodies", "deaths", "fatalities", "casualties"))


_TAIL = re.compile(r" (?:province|state|region|governorate|district|oblast|department|county)$")


def country_of(words: str | None, places: Mapping[str, str]) -> str | None:
    """The country of the place that `words` name, where `places` (names in lower case) tells of just one; Mali's Mopti is in Mali."""
    owner, owns, owned = (words or "").replace("’", "'").partition("'s ")
    if owns and owned and (home := country_of(owner, places)) is not None:
        return home
    names = (name.casefold().removeprefix("the ") for name in _NAME.findall(words or ""))
    found = {code for name in names for code in (places.get(name) or places.get(_TAIL.sub("", name)),) if code}
    return found.pop() if len(found) == 1 else None


def _group(words: str | None, country: str | None, places: Mapping[str, str]) -> str | None:
    """The group that `words` tell apart: nobody in particular does not, nor does a people in its own country (Palestinians in Gaza)."""
    group = (words or "").casefold()
    home = country_of(words, places) if words and words[0].isupper() else None
    return None if group in _ANYBODY or (home is not None and home == country) else group or None


def casualty_totals(version: Version) -> list[Row]:
    """Rows of `core.casualty_totals`."""
    return [
        {
            "version_id": version.version_id,
            "published_date": version.published,
            "measure": measure,
            "value_low": total.low,
            "value_best": total.best,
            "value_high": total.high,
            "parts": [version.figure_ids[index] for index in total.parts],
        }
        for measure, total in version.found.totals.items()
    ]


def _day(written: str | None) -> date | None:
    return None if written is None else date.fromisoformat(written)


def _actor_at(version: Version, span: tuple[int, int] | None) -> str | None:
    """The one actor that is mentioned within `span`, where there is just one."""
    if span is None:
        return None
    found = {
        mention.actor
        for mention in version.found.cast.mentions
        if mention.actor is not None and span[0] <= mention.span[0] and mention.span[1] <= span[1]
    }
    return version.actor(found.pop()) if len(found) == 1 else None
