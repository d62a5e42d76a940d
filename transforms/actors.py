"""Actors as rows: what each text shows of them, where they are mentioned, and who they are across all texts."""

import polars as pl

from transforms.extraction import NOBODY
from transforms.tables import TABLES
from transforms.text.actors.likeness import possible_duplicates
from transforms.text.actors.reference import Reference
from transforms.version import Row, Version

ACTORS = TABLES["core.actors"]
ALIASES = TABLES["core.actor_aliases"]
SUGGESTIONS = TABLES["core.actor_suggestions"]


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
            "affiliation_id": table.identify(
                version.version_id, tie.span, version.actor_ids[tie.actor], version.actor(tie.organisation), tie.relation, tie.role_title
            ),
            "actor_id": version.actor_ids[tie.actor],
            "organisation_actor_id": version.actor(tie.organisation),
            "relation": tie.relation,
            "role_title": tie.role_title,
        }
        for tie in version.found.cast.affiliations
    ]


def actors(shown: pl.DataFrame, reference: Reference = NOBODY) -> pl.DataFrame:
    """`core.actors`, from all rows of `core.article_actors` and what is known of actors.

    Where texts show an actor differently, what most of them show stands; among equals, the first in the order of the alphabet.
    """
    traits = ("name", "kind", "country", "sectors", "is_named", "reference_id")
    comparable = shown.with_columns(pl.col("sectors").list.join(";"))
    found = comparable.group_by("actor_id").agg(
        *(pl.col(trait).drop_nulls().sort().mode(maintain_order=True).sort().first() for trait in traits),
        version_id=pl.col("version_id").min(),
        version_count=pl.col("version_id").n_unique().cast(pl.Int64),
    )
    wikidata = {known.id: known.wikidata for known in reference.entries if known.wikidata}
    complete = found.with_columns(
        sectors=pl.col("sectors").fill_null("").str.split(";").list.eval(pl.element().filter(pl.element() != "")),
        version_id=pl.when(~pl.col("is_named")).then("version_id"),
        wikidata_id=pl.col("reference_id").replace_strict(wikidata, default=None, return_dtype=pl.String),
    )
    return complete.select(ACTORS.frame_schema.names()).cast(ACTORS.frame_schema).sort(ACTORS.key)


def actor_aliases(shown: pl.DataFrame, reference: Reference = NOBODY) -> pl.DataFrame:
    """`core.actor_aliases`: forms that texts use (all rows of `core.article_actors`), and forms that are known of the actors in them."""
    forms = shown.select("actor_id", "aliases").explode("aliases").drop_nulls("aliases").unnest("aliases")
    occurring = dict(shown.select("reference_id", "actor_id").drop_nulls().unique().iter_rows())
    known = [
        {"actor_id": occurring[entry.id], "alias": alias, "alias_kind": kind, "language": "en", "origin": "reference"}
        for entry in reference.entries
        if entry.id in occurring
        for alias, kind in entry.aliases
    ]
    used = forms.unique().with_columns(language=pl.lit("en"), origin=pl.lit("text")).select(ALIASES.frame_schema.names())
    return pl.concat([ALIASES.frame(known), used]).unique(ALIASES.key, keep="first", maintain_order=True).sort(ALIASES.key)


def actor_suggestions(everybody: pl.DataFrame) -> pl.DataFrame:
    """`core.actor_suggestions`, from all rows of `core.actors`: named actors whose names lie close together."""
    ids = {name: actor_id for actor_id, name in everybody.filter("is_named").select("actor_id", "name").sort("actor_id").iter_rows()}
    return SUGGESTIONS.frame(
        {"actor_id": ids[name], "other_actor_id": ids[other], "reason": reason} for name, other, reason in possible_duplicates(sorted(ids))
    )
