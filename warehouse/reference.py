"""The reference files that users edit, read and compiled."""

import csv
from functools import cache
from pathlib import Path

from transforms.text.actors.reference import Reference, compile_reference
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
        lines = [line for line in path.read_text(encoding="utf-8-sig").splitlines() if line and not line.startswith("#")]
        table = csv.DictReader(lines, strict=True)
        return compile_reference([_row(row, number) for number, row in enumerate(table, 1)])
    except (OSError, ValueError, csv.Error) as error:
        raise ReferenceFileError(f"{path}: {error}") from error


def _row(row: dict[str | None, str | list[str] | None], number: int) -> dict[str, str]:
    absent = {"id", "name"} - row.keys()
    if absent:
        raise ValueError(f"the first row names the columns, and these are not among them: {', '.join(sorted(absent))}")
    beyond = row.pop(None, None)
    if beyond:
        raise ValueError(
            f"reference row {number} ({row.get('id')}): {beyond} stands behind the last column: put cells with commas in quotes"
        )
    return {str(name): str(cell or "") for name, cell in row.items()}
