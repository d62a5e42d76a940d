"""Actors as rows: what each text shows of them, where they are mentioned, and who they are across all texts."""

import polars as pl

from transforms.facts import Row, Version
from transforms.tables import TABLES

ACTORS = TABLES["core.actors"]
ALIASES = TABLES["core.actor_aliases"]


def article_actors(version: Version) -> list[Row]:
    """Rows of `core.article_actors`."""
    rows: dict[str, Row] = {}
    for actor_id, actor in zip(version.actor_ids, version.found.cast.actors, strict=True):
        row = rows.setdefault(
            actor_id,
            {
                "version_id": version.version_id,
                "published_date": version.published,
                "actor_id": actor_id,
                "name": actor.name,
                "kind": actor.kind,
                "country": actor.country,
                "sectors": sorted(actor.sectors),
                "is_named": actor.is_named,
                "reference_id": actor.reference_id,
                "aliases": [],
            },
        )
        row["aliases"] += [{"alias": alias, "alias_kind": kind} for alias, kind in actor.aliases]
    return list(rows.values())


def actor_mentions(version: Version) -> list[Row]:
    """Rows of `core.actor_mentions`."""
    return [
        version.fact(mention.span, mention.rule)
        | {
            "mention_id": mention_id,
            "surface": version.body[slice(*mention.span)],
            "mention_kind": mention.kind,
            "actor_id": version.actor(mention.actor),
            "resolution": mention.method,
        }
        for mention_id, mention in zip(version.mention_ids, version.found.cast.mentions, strict=True)
    ]


def affiliations(version: Version) -> list[Row]:
    """Rows of `core.affiliations`."""
    table = TABLES["core.affiliations"]
    return [
        version.fact(tie.span, tie.rule)
        | {
            "affiliation_id": table.identify(version.version_id, tie.span, version.actor_ids[tie.actor], tie.relation, tie.role_title),
            "actor_id": version.actor_ids[tie.actor],
            "organisation_actor_id": version.actor(tie.organisation),
            "relation": tie.relation,
            "role_title": tie.role_title,
        }
        for tie in version.found.cast.affiliations
    ]


def actors(shown: pl.DataFrame) -> pl.DataFrame:
    """`core.actors`, from all rows of `core.article_actors`.

    Where texts show an actor differently, what most of them show stands; among equals, the first in the order of the alphabet.
    """
    traits = ("name", "kind", "country", "sectors", "is_named", "reference_id")
    comparable = shown.with_columns(pl.col("sectors").list.join(";"))
    found = comparable.group_by("actor_id").agg(
        *(pl.col(trait).drop_nulls().sort().mode(maintain_order=True).sort().first() for trait in traits),
        version_id=pl.when(~pl.col("is_named").first()).then(pl.col("version_id").min()).first(),
        version_count=pl.col("version_id").n_unique().cast(pl.Int64),
    )
    sectors = pl.col("sectors").fill_null("").str.split(";").list.eval(pl.element().filter(pl.element() != ""))
    complete = found.with_columns(sectors=sectors, wikidata_id=pl.lit(None, pl.String))
    return complete.select(ACTORS.frame_schema.names()).cast(dict(ACTORS.frame_schema)).sort(ACTORS.key)  # type: ignore[arg-type]


def actor_aliases(shown: pl.DataFrame) -> pl.DataFrame:
    """`core.actor_aliases`, from all rows of `core.article_actors`."""
    forms = shown.select("actor_id", "aliases").explode("aliases").drop_nulls("aliases").unnest("aliases")
    complete = forms.unique().with_columns(language=pl.lit("en"), origin=pl.lit("text"))
    return complete.select(ALIASES.frame_schema.names()).sort(ALIASES.key)
