"""Where things lie on disk. Nothing is read or written here."""

import os
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Locations:
    """The folders and files of one warehouse: all absolute."""

    articles: Path
    reference: Path
    published: Path
    build: Path
    data_docs: Path
    lock: Path


def locations() -> Locations:
    """Where this installation reads and writes.

    `ONRECORD_ARTICLES` and `ONRECORD_WAREHOUSE` (folders) take the place of `seeds/articles` and `warehouse` of the project.
    """
    warehouse = Path(os.environ.get("ONRECORD_WAREHOUSE") or ROOT / "warehouse").resolve()
    return Locations(
        articles=Path(os.environ.get("ONRECORD_ARTICLES") or ROOT / "seeds" / "articles").resolve(),
        reference=Path(os.environ.get("ONRECORD_REFERENCE") or ROOT / "seeds" / "reference").resolve(),
        published=warehouse / "onrecord.duckdb",
        build=warehouse / "build" / "build.duckdb",
        data_docs=warehouse / "data_docs",
        lock=warehouse / "build" / "writer.lock",
    )
