"""The reference files that users edit, read and compiled."""

import csv
from functools import cache
from pathlib import Path

from transforms.text.reference import Reference, compile_reference
from warehouse.locations import locations


class ReferenceFileError(ValueError):
    """A reference file cannot be used: the message says which row, and why."""


def actor_reference(folder: Path | None = None) -> Reference:
    """The known actors of `actors.csv` in `folder` (the project's own by default); without the file, nobody is known.

    Raises:
        ReferenceFileError: the file cannot be read, or a row of it is wrong.
    """
    path = (folder or locations().reference) / "actors.csv"
    return _compiled(path, path.stat().st_mtime_ns) if path.exists() else Reference()


@cache
def _compiled(path: Path, changed: int) -> Reference:
    del changed  # a changed file is compiled again
    try:
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
        return compile_reference([{key: value or "" for key, value in row.items()} for row in csv.DictReader(lines)])
    except (OSError, ValueError) as error:
        raise ReferenceFileError(f"{path}: {error}") from error
