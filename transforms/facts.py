"""The facts of some texts: each is read once, and the rows of every day table come out of that reading."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl

from transforms.extraction import NOBODY, Extraction, extract
from transforms.tables import TABLES
from transforms.text.reference import Reference
from transforms.text.statement import Span

Row = dict[str, Any]


@dataclass(slots=True)
class Version:
    """One text with what was read from it, and the ids that its rows refer to one another by."""

    version_id: str
    published: date
    body: str
    found: Extraction
    actor_ids: list[str]
    mention_ids: list[str]
    statement_ids: list[str]
    figure_ids: list[str]
    places: Mapping[str, str]  # country of each place that is known, by its name in lower case

    def fact(self, span: Span, rule: str) -> Row:
        """The columns that every fact row carries, for the evidence at `span`."""
        start, end = span
        return {
            "version_id": self.version_id,
            "published_date": self.published,
            "start_char": start,
            "end_char": end,
            "evidence": self.body[start:end],
            "rule": rule,
        }

    def printed(self, name: str, span: Span | None) -> Row:
        """The columns `name`_text, `name`_start and `name`_end for `span`."""
        if span is None:
            return {}
        return {f"{name}_text": self.body[slice(*span)], f"{name}_start": span[0], f"{name}_end": span[1]}

    def text(self, span: Span | None) -> str | None:
        """The text at `span`."""
        return None if span is None else self.body[slice(*span)]

    def actor(self, index: int | None) -> str | None:
        """The id of the actor at `index`."""
        return None if index is None else self.actor_ids[index]

    def statement(self, index: int | None) -> str | None:
        """The id of the statement at `index`."""
        return None if index is None else self.statement_ids[index]

    def figure(self, index: int | None) -> str | None:
        """The id of the figure at `index`."""
        return None if index is None else self.figure_ids[index]


def read_version(
    version_id: str, published: date, body: str, reference: Reference = NOBODY, places: Mapping[str, str] | None = None
) -> Version:
    """Read one text and give every record its id."""
    found = extract(body, published, reference)
    cast = found.cast
    first_mention: dict[int, int] = {}
    for mention in cast.mentions:
        if mention.actor is not None:
            first_mention.setdefault(mention.actor, mention.span[0])
    actors, mentions = TABLES["core.actors"], TABLES["core.actor_mentions"]
    statements, figures = TABLES["core.statements"], TABLES["core.casualty_figures"]
    return Version(
        version_id,
        published,
        body,
        found,
        [
            actors.identify("reference", actor.reference_id)
            if actor.reference_id
            else actors.identify("name", actor.name.casefold())
            if actor.is_named
            else actors.identify("unnamed", version_id, actor.name, first_mention.get(index, index))
            for index, actor in enumerate(cast.actors)
        ],
        [mentions.identify(version_id, *mention.span, mention.kind, mention.actor) for mention in cast.mentions],
        [
            statements.identify(version_id, statement.source, statement.cue, statement.content, statement.speech_act)
            for statement in found.statements
        ],
        [
            figures.identify(version_id, figure.measure, figure.measure_kind, figure.number, figure.victim, figure.evidence)
            for figure in found.figures
        ],
        places or {},
    )


Builder = Callable[[Version], list[Row]]


def facts(versions: pl.DataFrame, reference: Reference = NOBODY, places: Mapping[str, str] | None = None) -> dict[str, pl.DataFrame]:
    """Every day table but `core.article_versions`, by qualified name, for `versions` (rows of that table).

    `reference` holds the actors that are known, `places` the country of each place that is known, by its name in lower case.
    """
    from transforms import actors, casualty_figures, claim_links, positions, statements

    builders: Mapping[str, Builder] = {
        "core.article_actors": actors.article_actors,
        "core.actor_mentions": actors.actor_mentions,
        "core.affiliations": actors.affiliations,
        "core.statements": statements.statements,
        "core.statement_speakers": statements.statement_speakers,
        "core.article_issues": positions.article_issues,
        "core.positions": positions.positions,
        "core.casualty_figures": casualty_figures.casualty_figures,
        "core.casualty_totals": casualty_figures.casualty_totals,
        "core.claim_links": claim_links.claim_links,
    }
    rows: dict[str, list[Row]] = {name: [] for name in builders}
    for version_id, published, body in versions.select("version_id", "published_date", "body").iter_rows():
        version = read_version(version_id, published, body, reference, places)
        for name, builder in builders.items():
            rows[name] += builder(version)
    return {name: TABLES[name].frame(found) for name, found in rows.items()}


def together(parts: Sequence[Mapping[str, pl.DataFrame]]) -> dict[str, pl.DataFrame]:
    """The facts of several batches as one, in the order that a single batch would have given."""
    return {name: pl.concat([part[name] for part in parts]).sort(TABLES[name].key, nulls_last=True) for name in parts[0]}
