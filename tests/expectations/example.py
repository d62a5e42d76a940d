"""A small load that meets every expectation: two articles of our own wording and every row that they give."""

from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any

import polars as pl

from transforms import lexicon
from transforms.tables import TABLES

TODAY = date(2024, 5, 20)
DAY = date(2024, 5, 14)
MOMENT = datetime(2024, 5, 20, 3, 0, tzinfo=UTC)

BODIES = {
    "ver-1": (
        "The Coastal Front has turned down a plan that would hand the port to monitors, two Valdorian security sources told"
        " the Harbour Post.\n\n"
        "A Front spokesman later denied what the sources said.\n\n"
        "Mira Solano, a member of the Front’s council, added: “There will be no talks before the siege ends.”\n\n"
        "More than 300 villagers, among them 40 children, have been killed in Malta since March, Red Aid said. Valdoria backs the plan.\n\n"
    ),
    "ver-2": "The Coastal Front stands by its refusal, Mira Solano said on May 12. No talks were held.",
}


def at(text: str, version: str = "ver-1") -> tuple[int, int]:
    """Where `text` stands in a body."""
    start = BODIES[version].index(text)
    return start, start + len(text)


def span(name: str, text: str, version: str = "ver-1") -> dict[str, Any]:
    """The three columns of a span."""
    start, end = at(text, version)
    return {f"{name}_text": text, f"{name}_start": start, f"{name}_end": end}


def evidence(text: str, version: str = "ver-1") -> dict[str, Any]:
    """The columns of a row that was read from `text`."""
    start, end = at(text, version)
    return {
        "version_id": version,
        "published_date": DAY,
        "start_char": start,
        "end_char": end,
        "evidence": text,
        "rule": "example",
    }


def _version(version: str, path: str, number: int) -> dict[str, Any]:
    return {
        "version_id": version,
        "article_id": f"art-{number}",
        "path": path,
        "publisher": "Harbour Post",
        "published_date": DAY,
        "published_date_basis": "header",
        "dateline_date": DAY,
        "language": "en",
        "url": f"https://harbour.example/{number}",
        "body": BODIES[version],
        "body_offset": 12,
        "text_sha256": sha256(BODIES[version].encode()).hexdigest(),
        "pub_status": "current",
        "story_id": f"sto-{number}",
    }


_ACTORS: tuple[dict[str, Any], ...] = (
    {"actor_id": "act-front", "name": "Coastal Front", "kind": "armed_group", "sectors": ["REB"], "is_named": True},
    {"actor_id": "act-solano", "name": "Mira Solano", "kind": "person", "sectors": ["REB"], "is_named": True},
    {"actor_id": "act-aid", "name": "Red Aid", "kind": "ngo", "sectors": ["NGO"], "is_named": True},
    {"actor_id": "act-post", "name": "Harbour Post", "kind": "media", "sectors": ["MED"], "is_named": True, "country": "MLT"},
    {"actor_id": "act-valdoria", "name": "Valdoria", "kind": "state", "sectors": ["GOV"], "is_named": True},
    {"actor_id": "act-sources", "name": "two Valdorian security sources", "kind": "unnamed_source", "sectors": ["SPY"], "is_named": False},
    {"actor_id": "act-spokesman", "name": "A Front spokesman", "kind": "unnamed_source", "sectors": ["REB"], "is_named": False},
)
_IN_SECOND = {"act-front", "act-solano"}


def _in_text(actor: dict[str, Any], version: str) -> dict[str, Any]:
    aliases = [{"alias": "the Front", "alias_kind": "name"}] if actor["actor_id"] == "act-front" else []
    return {**actor, "version_id": version, "published_date": DAY, "aliases": aliases}


def _identity(actor: dict[str, Any]) -> dict[str, Any]:
    return {
        **actor,
        "version_id": None if actor["is_named"] else "ver-1",
        "version_count": 2 if actor["actor_id"] in _IN_SECOND else 1,
        "wikidata_id": "Q42" if actor["actor_id"] == "act-post" else None,
    }


def _mention(number: int, surface: str, kind: str, actor: str | None, version: str = "ver-1") -> dict[str, Any]:
    return {
        "mention_id": f"men-{number}",
        "surface": surface,
        "mention_kind": kind,
        "actor_id": actor,
        "resolution": "exact_name",
        **evidence(surface, version),
    }


def _statement(number: int, content: str, said: str, version: str = "ver-1", /, **columns: Any) -> dict[str, Any]:
    start, end = at(content, version)
    return {
        "statement_id": f"sta-{number}",
        "statement_no": number,
        "content_text": content,
        "content_spans": [{"start_char": start, "end_char": end}],
        "quotation_type": "indirect",
        "speech_act": "assert",
        "negated": False,
        "sentence_text": said,
        **evidence(said, version),
        **columns,
    }


def _speaker(number: int, actor: str, mention: str, version: str = "ver-1") -> dict[str, Any]:
    return {
        "statement_id": f"sta-{number}",
        "speaker_no": 1,
        "actor_id": actor,
        "mention_id": mention,
        "resolution": "source_noun_phrase",
        "version_id": version,
        "published_date": DAY,
    }


def _figure(number: int, said: str, **columns: Any) -> dict[str, Any]:
    return {
        "figure_id": f"fig-{number}",
        "measure": "killed",
        "victim_status": "unspecified",
        "count_basis": "reported",
        "claimant_actor_id": "act-aid",
        "attribution_type": "named_org",
        "statement_id": "sta-4",
        "is_background": False,
        "series_key": f"ser-{number}",
        "country": "MLT",
        "place_text": "Malta",
        "period_text": "since March",
        "period_start": date(2024, 3, 1),
        "period_end": DAY,
        "date_precision": 4,
        **evidence(said),
        **columns,
    }


_ROWS: dict[str, list[dict[str, Any]]] = {
    "raw.source_files": [
        {
            "path": "2024-05-14-harbour.txt",
            "sha256": "ab" * 32,
            "size_bytes": 700,
            "format": "txt",
            "published_dates": [DAY],
            "article_count": 1,
        },
        {
            "path": "notes/2024-05-14.doc",
            "sha256": "cd" * 32,
            "size_bytes": 9,
            "format": "other",
            "published_dates": [],
            "article_count": 0,
            "problem": "unknown_format",
        },
    ],
    "core.vocabulary": [
        dict(
            zip(
                ("vocabulary", "code", "definition", "plover_event", "plover_mode", "cameo_root"),
                (cell or None for cell in row),
                strict=True,
            )
        )
        for row in lexicon.rows("vocabulary")
    ],
    "core.sources": [
        {
            "source_id": "src-1",
            "name": "Harbour Post",
            "kind": "outlet",
            "country": "MLT",
            "is_wire": False,
            "aliases": ["The Post"],
            "reliability": "F6",
        },
        {"source_id": "src-2", "name": "Gull Wire", "kind": "wire", "is_wire": True, "aliases": [], "reliability": "F6"},
    ],
    "core.article_versions": [_version("ver-1", "2024-05-14-harbour.txt", 1), _version("ver-2", "2024-05-14-later.txt", 2)],
    "core.article_actors": [
        *(_in_text(actor, "ver-1") for actor in _ACTORS),
        *(_in_text(actor, "ver-2") for actor in _ACTORS if actor["actor_id"] in _IN_SECOND),
    ],
    "core.actors": [_identity(actor) for actor in _ACTORS],
    "core.actor_aliases": [
        {"actor_id": "act-front", "alias": "the Front", "alias_kind": "name", "language": "en", "origin": "text"},
        {"actor_id": "act-solano", "alias": "Solano", "alias_kind": "surname", "language": "en", "origin": "text"},
    ],
    "core.actor_mentions": [
        _mention(1, "two Valdorian security sources", "nominal", "act-sources"),
        _mention(2, "A Front spokesman", "nominal", "act-spokesman"),
        _mention(3, "Mira Solano", "name", "act-solano"),
        _mention(4, "Red Aid", "name", "act-aid"),
        _mention(5, "Coastal Front", "name", "act-front"),
        _mention(6, "its", "pronoun", "act-front", "ver-2"),
        _mention(7, "Mira Solano", "name", "act-solano", "ver-2"),
        _mention(8, "Harbour Post", "name", "act-post"),
        _mention(9, "Valdoria backs", "nominal", None) | evidence("Valdoria") | {"surface": "Valdoria", "mention_kind": "name"},
    ],
    "core.affiliations": [
        {
            "affiliation_id": "aff-1",
            "actor_id": "act-solano",
            "organisation_actor_id": "act-front",
            "relation": "member",
            "role_title": "member of the Front’s council",
            **evidence("Mira Solano, a member of the Front’s council"),
        }
    ],
    "core.statements": [
        _statement(
            1,
            "The Coastal Front has turned down a plan that would hand the port to monitors",
            BODIES["ver-1"][: at("Harbour Post")[1]],
            attribution_type="anonymous_described",
            speaker_count=2,
            addressee_text="the Harbour Post",
            addressee_actor_id="act-post",
            **span("source", "two Valdorian security sources"),
            **span("cue", "told"),
        ),
        _statement(
            2,
            "what the sources said",
            "A Front spokesman later denied what the sources said",
            speech_act="deny",
            attribution_type="anonymous_described",
            speaker_count=1,
            **span("source", "A Front spokesman"),
            **span("cue", "denied"),
        ),
        _statement(
            3,
            "There will be no talks before the siege ends.",
            "Mira Solano, a member of the Front’s council, added: “There will be no talks before the siege ends.",
            quotation_type="direct",
            attribution_type="named_person",
            **span("source", "Mira Solano, a member of the Front’s council,"),
            **span("cue", "added:"),
        ),
        _statement(
            4,
            "More than 300 villagers, among them 40 children, have been killed in Malta since March",
            "More than 300 villagers, among them 40 children, have been killed in Malta since March, Red Aid said",
            attribution_type="named_org",
            **span("source", "Red Aid"),
            cue_text="said",
            cue_start=at("Aid said")[0] + 4,
            cue_end=at("Aid said")[1],
        ),
        {
            **_statement(
                5,
                "The Coastal Front stands by its refusal",
                "The Coastal Front stands by its refusal, Mira Solano said on May 12",
                "ver-2",
                attribution_type="named_person",
                said_on=date(2024, 5, 12),
                said_on_precision=1,
                **span("source", "Mira Solano", "ver-2"),
                **span("cue", "said", "ver-2"),
            ),
            "statement_no": 1,
        },
    ],
    "core.statement_speakers": [
        _speaker(1, "act-sources", "men-1"),
        _speaker(2, "act-spokesman", "men-2"),
        _speaker(3, "act-solano", "men-3"),
        _speaker(4, "act-aid", "men-4"),
        _speaker(5, "act-solano", "men-7", "ver-2"),
    ],
    "core.article_issues": [
        {
            "article_issue_id": "ais-1",
            "version_id": "ver-1",
            "published_date": DAY,
            "issue_no": 1,
            "family": "plan",
            "label": "a plan that would hand the port to monitors",
            "words": ["monitor", "port"],
        },
        {
            "article_issue_id": "ais-2",
            "version_id": "ver-2",
            "published_date": DAY,
            "issue_no": 1,
            "family": "talks",
            "label": "talks",
            "words": ["talk"],
        },
    ],
    "core.issues": [
        {"article_issue_id": "ais-1", "issue_id": "iss-1", "label": "a plan that would hand the port to monitors"},
        {"article_issue_id": "ais-2", "issue_id": "iss-2", "label": "talks"},
    ],
    "core.actor_suggestions": [{"actor_id": "act-aid", "other_actor_id": "act-valdoria", "reason": "close"}],
    "core.positions": [
        {
            "position_id": "pos-1",
            "holder_actor_id": "act-front",
            **span("holder", "The Coastal Front"),
            "stance": "rejects",
            **span("issue", "a plan that would hand the port to monitors"),
            "article_issue_id": "ais-1",
            "assertion_basis": "third_party",
            "statement_id": "sta-1",
            "contested_by": ["sta-2"],
            "as_of_date": DAY,
            **evidence("The Coastal Front has turned down a plan that would hand the port to monitors"),
        },
        {
            "position_id": "pos-2",
            "holder_actor_id": "act-valdoria",
            "holder_text": "Valdoria",
            "holder_start": at("Valdoria backs")[0],
            "holder_end": at("Valdoria backs")[0] + len("Valdoria"),
            "stance": "supports",
            **span("issue", "the plan"),
            "article_issue_id": "ais-1",
            "assertion_basis": "narrator",
            "contested_by": [],
            "as_of_date": DAY,
            **evidence("Valdoria backs the plan"),
        },
    ],
    "core.casualty_figures": [
        _figure(
            1,
            "More than 300 villagers, among them 40 children, have been killed",
            measure_kind="cumulative",
            value_reported="More than 300",
            value_low=300,
            value_best=300,
            quantifier="more_than",
            number_start=at("More than 300")[0],
            number_end=at("More than 300")[1],
            victim_text="villagers",
            victim_group="villagers",
        ),
        _figure(
            2,
            "40 children, have been killed",
            measure_kind="subset",
            value_reported="40",
            value_low=40,
            value_best=40,
            value_high=40,
            quantifier="exact",
            number_start=at("40 children")[0],
            number_end=at("40")[1],
            victim_text="children",
            victim_group="children",
            victim_subgroup="children",
            subset_of="fig-1",
        ),
    ],
    "core.casualty_totals": [
        {
            "version_id": "ver-1",
            "published_date": DAY,
            "measure": "killed",
            "value_low": 300,
            "value_best": 300,
            "parts": ["fig-1"],
        }
    ],
    "core.claim_links": [
        {
            "link_id": "lin-1",
            "relation": "denies",
            "from_statement_id": "sta-2",
            "to_statement_id": "sta-1",
            **evidence("denied what the sources said"),
        }
    ],
    "core.cross_links": [
        {
            "link_id": "xln-1",
            "relation": "echoes",
            "from_statement_id": "sta-5",
            "to_statement_id": "sta-3",
            "basis": "its refusal",
            "rule": "example",
        }
    ],
    "ops.loads": [
        {
            "load_id": "load-1",
            "loaded_at": MOMENT,
            "days": [DAY],
            "files_seen": 2,
            "files_loaded": 1,
            "files_unchanged": 0,
            "files_quarantined": 1,
            "rules_version": "r1",
        }
    ],
    "ops.days": [{"published_date": DAY, "input_digest": "d1", "load_id": "load-1", "is_derived": True}],
    "ops.files": [{"load_id": "load-1", "path": "2024-05-14-harbour.txt", "sha256": "ab" * 32, "outcome": "loaded"}],
    "ops.quarantine": [
        {
            "quarantine_id": "qua-1",
            "load_id": "load-1",
            "table_name": "raw.source_files",
            "row_key": "notes/2024-05-14.doc",
            "reason": "unknown_format",
            "quarantined_at": MOMENT,
        }
    ],
    "ops.validation_results": [
        {
            "load_id": "load-1",
            "table_name": "core.statements",
            "expectation": "row_count",
            "description": "There is any number of rows.",
            "severity": "critical",
            "acts_on": "table",
            "success": True,
            "checked": 5,
            "unexpected": 0,
            "validated_at": MOMENT,
        }
    ],
    "ops.marts": [{"name": "who_said_what", "definition_digest": "d1"}],
    "ops.reviews": [
        {
            "review_id": "rev-1",
            "table_name": "core.statements",
            "row_id": "sta-1",
            "verdict": "right",
            "reviewer": "ed",
            "reviewed_at": MOMENT,
        }
    ],
}


def frames() -> dict[str, pl.DataFrame]:
    """The clean load, by qualified name, in the order of declaration."""
    return {name: TABLES[name].frame(_ROWS[name]) for name in TABLES}
