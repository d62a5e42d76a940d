"""The facts of some texts: each is read once, and the rows of every day table come out of that reading."""

from collections.abc import Callable, Mapping, Sequence

import polars as pl

from transforms import actors, casualty_figures, claim_links, positions, statements
from transforms.extraction import NOBODY, extractions
from transforms.tables import TABLES
from transforms.text.actors.reference import Reference
from transforms.version import Row, Version, version_of

Builder = Callable[[Version], list[Row]]


def facts(versions: pl.DataFrame, reference: Reference = NOBODY, places: Mapping[str, str] | None = None) -> dict[str, pl.DataFrame]:
    """Every day table but `core.article_versions`, by qualified name, for `versions` (rows of that table).

    `reference` holds the actors that are known, `places` the country of each place that is known, by its name in lower case.
    """
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
    days, bodies = versions["published_date"].to_list(), versions["body"].to_list()
    read = extractions(zip(bodies, days, strict=True), reference)
    for version_id, published, body, found in zip(versions["version_id"].to_list(), days, bodies, read, strict=True):
        version = version_of(version_id, published, body, found, places)
        for name, builder in builders.items():
            rows[name] += builder(version)
    return {name: TABLES[name].frame(made) for name, made in rows.items()}


def together(parts: Sequence[Mapping[str, pl.DataFrame]]) -> dict[str, pl.DataFrame]:
    """The facts of several batches as one, in the order that a single batch would have given."""
    return {name: pl.concat([part[name] for part in parts]).sort(TABLES[name].key, nulls_last=True) for name in parts[0]}
