"""One text with what was read from it, and the ids that its rows refer to one another by: what every table of facts is made from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from transforms.extraction import NOBODY, Extraction, extract
from transforms.tables import TABLES
from transforms.text.actors.reference import Reference
from transforms.text.statements.statement import Span

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
    return version_of(version_id, published, body, extract(body, published, reference), places)


def version_of(version_id: str, published: date, body: str, found: Extraction, places: Mapping[str, str] | None = None) -> Version:
    """Give every record of `found`, which was read from `body`, its id."""
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
