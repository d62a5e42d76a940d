"""Sources: who publishes, and whom they credit."""

import polars as pl

from transforms import lexicon
from transforms.tables import TABLES

SOURCES = TABLES["core.sources"]
_UNJUDGED = "F6"


def sources(versions: pl.DataFrame) -> pl.DataFrame:
    """`core.sources`, from all rows of `core.article_versions`: every name that publishes or is credited."""
    wires = {form: (name, country) for name, country, aliases in lexicon.rows("wires") for form in (name, *aliases.split(";")) if form}
    named = {name for column in ("publisher", "credited_source") for name in versions[column].drop_nulls().to_list()}
    held: dict[str, set[str]] = {}
    for name in named:
        canonical = wires[name][0] if name in wires else name
        held.setdefault(canonical, set()).update({name} - {canonical})
    return SOURCES.frame(
        {
            "source_id": SOURCES.identify(name),
            "name": name,
            "kind": "wire" if name in wires else "outlet",
            "country": wires[name][1] if name in wires else None,
            "is_wire": name in wires,
            "aliases": sorted(aliases),
            "reliability": _UNJUDGED,
        }
        for name, aliases in held.items()
    )
