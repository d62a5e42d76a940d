"""Casualty figures and the texts' own totals as rows."""

from datetime import date

from transforms.facts import Row, Version
from transforms.tables import TABLES
from transforms.text.casualty import Figure

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
                "series_key": series_key(figure, victims=figure.victim_group, place=place),
            }
        )
    return rows


def series_key(figure: Figure, victims: str | None, place: str | None) -> str:
    """The same for figures that count the same thing as time goes on.

    Running counts are told apart by victims and place; counts of an event by its day, where it is known, and its place.
    """
    event = figure.event_date if figure.measure_kind != "cumulative" else None
    parts = (figure.measure, figure.measure_kind == "cumulative", event, _plain(place), None if event else _plain(victims))
    return FIGURES.identify("series", *parts).replace("fig-", "ser-")


def _plain(words: str | None) -> str | None:
    """`words` in lower case and without articles."""
    return None if words is None else " ".join(word for word in words.casefold().split() if word not in _ARTICLES)


_ARTICLES = frozenset(("the", "a", "an"))


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
