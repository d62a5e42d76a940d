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


def locations(articles: Path | None = None, reference: Path | None = None, warehouse: Path | None = None) -> Locations:
    """Where this installation reads and writes.

    What is not given is what `ONRECORD_ARTICLES`, `ONRECORD_REFERENCE` and `ONRECORD_WAREHOUSE` (folders) say, and else the project's
    `seeds/articles`, `seeds/reference` and `warehouse`.
    """
    home = warehouse or _folder("ONRECORD_WAREHOUSE", ROOT / "warehouse")
    return Locations(
        articles=(articles or _folder("ONRECORD_ARTICLES", ROOT / "seeds" / "articles")).resolve(),
        reference=(reference or _folder("ONRECORD_REFERENCE", ROOT / "seeds" / "reference")).resolve(),
        published=home.resolve() / "onrecord.duckdb",
        build=home.resolve() / "build" / "build.duckdb",
        data_docs=home.resolve() / "data_docs",
        lock=home.resolve() / "build" / "writer.lock",
    )


def _folder(variable: str, otherwise: Path) -> Path:
    return Path(os.environ.get(variable) or otherwise)
