"""Links between statements as rows: inside one text, and across texts."""

import polars as pl

from transforms.tables import TABLES
from transforms.text.links.across import Told
from transforms.text.links.across import cross_links as told_links
from transforms.version import Row, Version


def claim_links(version: Version) -> list[Row]:
    """Rows of `core.claim_links`."""
    table = TABLES["core.claim_links"]
    return [
        version.fact(link.span, link.rule)
        | {
            "link_id": table.identify(link.relation, version.statement_ids[link.source], version.statement_ids[link.target]),
            "relation": link.relation,
            "from_statement_id": version.statement_ids[link.source],
            "to_statement_id": version.statement_ids[link.target],
        }
        for link in version.found.links
    ]


def cross_links(
    statements: pl.DataFrame, statement_speakers: pl.DataFrame, versions: pl.DataFrame, everybody: pl.DataFrame
) -> pl.DataFrame:
    """`core.cross_links`, from all rows of `core.statements`, `core.statement_speakers`, `core.article_versions` and `core.actors`.

    Texts that were superseded take part in no link.
    """
    table = TABLES["core.cross_links"]
    named = everybody.filter("is_named").select("actor_id", identity=pl.coalesce("reference_id", "name"))
    who = statement_speakers.join(named, on="actor_id").group_by("statement_id").agg(pl.col("identity").unique().sort())
    standing = versions.filter(pl.col("pub_status") != "superseded").select(
        "version_id", publisher=pl.coalesce("publisher", "credited_source")
    )
    rows = (
        statements.join(standing, on="version_id")
        .join(who, on="statement_id", how="left")
        .select(
            "version_id",
            pl.col("published_date").dt.to_string("iso"),
            "publisher",
            "statement_id",
            "start_char",
            pl.col("identity").fill_null(pl.lit([], dtype=pl.List(pl.String))),
            "speech_act",
            "content_text",
            "sentence_text",
        )
    )
    told = [
        Told(article, published, publisher, key, start, tuple(speakers), speech_act, content, sentence)
        for article, published, publisher, key, start, speakers, speech_act, content, sentence in rows.iter_rows()
    ]
    return table.frame(
        {
            "link_id": table.identify(link.relation, link.source[1], link.target[1]),
            "relation": link.relation,
            "from_statement_id": link.source[1],
            "to_statement_id": link.target[1],
            "basis": link.evidence,
            "rule": link.rule,
        }
        for link in told_links(told)
    )
