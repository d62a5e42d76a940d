"""Casualty figures and the texts' own totals as rows."""

import re
from collections.abc import Mapping
from datetime import date

from transforms.tables import TABLES
from transforms.text.casualties.figure import Figure
from transforms.version import Row, Version

FIGURES = TABLES["core.casualty_figures"]


def casualty_figures(version: Version) -> list[Row]:
    """Rows of `core.casualty_figures`."""
    claimants: dict[int, int | None] = {}
    for speaker in version.found.cast.speakers:
        claimants.setdefault(speaker.statement, speaker.actor)
    rows = []
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
                "series_key": series_key(version, figure, figure.victim_group, place),
            }
        )
    return rows


def series_key(version: Version, figure: Figure, victims: str | None, place: str | None) -> str:
    """The same for figures that count the same thing as time goes on.

    They are told apart by group of victims and place, counts of an event by its day, those of a period by the period, too; a part has a
    series of its own. What has neither place, day nor group belongs to its text alone: nothing says that another text counts the same.
    """
    kind = figure.measure_kind if figure.measure_kind in _OVER_TIME else None
    is_part = figure.subset_of is not None or figure.measure_kind == "subset"
    when = (figure.event_date, figure.period_start, figure.period_end) if kind == "period_new" else figure.event_date
    group = figure.victim_subgroup if is_part and figure.victim_subgroup else _group(victims, place, version.places)
    known = (_named_place(place), None if kind == "cumulative" else when, group)
    alone = None if any(known) else version.version_id
    return FIGURES.identify("series", figure.measure, kind, is_part, *known, alone).replace("fig-", "ser-")


_OVER_TIME = frozenset(("cumulative", "period_new"))
_NAME = re.compile(r"[^\W\d_a-z][\w'’-]*(?: (?:of |the ){0,2}[^\W\d_a-z][\w'’-]*)*")
# Hamas-run Gaza is Gaza; northern Gaza is not.
_HELD = re.compile(r"^[\w'’-]+-(?:run|ruled|held|controlled|occupied|administered|governed) ", re.IGNORECASE)
_SIDE = re.compile(r"\b((?:north|south)?-?(?:north|south|east|west|central)(?:ern)?) $", re.IGNORECASE)
# Words for victims that tell no group apart.
_ANYBODY = frozenset(("people", "person", "persons", "others", "other", "victims", "dead", "bodies", "deaths", "fatalities", "casualties"))


_TAIL = re.compile(r" (?:province|state|region|governorate|district|oblast|department|county)$")


def _named_place(words: str | None) -> str | None:
    """The last name in `words`: `the Yemeni city of Taiz` and `Taiz` are one place, `southern Taiz` is another."""
    *_, name = (None, *_NAME.finditer(words or ""))
    if name is None:
        return None
    side = _SIDE.search(name.string, 0, name.start())
    return (side[0] if side else "").casefold() + _HELD.sub("", name[0]).casefold().removeprefix("the ")


def country_of(words: str | None, places: Mapping[str, str]) -> str | None:
    """The country of the place that `words` name, where `places` (names in lower case) tells of just one."""
    names = (name.casefold().removeprefix("the ") for name in _NAME.findall(words or ""))
    found = {code for name in names for code in (places.get(name) or places.get(_TAIL.sub("", name)),) if code}
    return found.pop() if len(found) == 1 else None


def _group(words: str | None, place: str | None, places: Mapping[str, str]) -> str | None:
    """The group that `words` tell apart: nobody in particular does not, nor does a people in its own country (Palestinians in Gaza)."""
    group = (words or "").casefold()
    home = country_of(words, places) if words and words[0].isupper() else None
    return None if group in _ANYBODY or (home is not None and home == country_of(place, places)) else group or None


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
