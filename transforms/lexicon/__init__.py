"""The words: data files, and the one module that compiles them.

Each file is tab-separated text in UTF-8. Lines that begin with `#` are its header: what it is, where it is from, and the
columns. Belongs here: words and what is known of them. Does not belong here: rules, which say what follows from the words.
"""

from functools import cache
from importlib.resources import files
from sys import intern


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of the lexicon file `name` (without `.tsv`), in file order, each a tuple of its cells.

    Raises:
        FileNotFoundError: there is no such file.
        ValueError: a row has fewer or more cells than the first.
    """
    lines = files(__name__).joinpath(f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    found = tuple(tuple(map(intern, line.split("\t"))) for line in lines if line and not line.startswith("#"))
    for number, row in enumerate(found, 1):
        if len(row) != len(found[0]):
            raise ValueError(f"lexicon {name}.tsv, row {number} ({row[0]!r}): {len(row)} cells where the first row has {len(found[0])}")
    return found


@cache
def words(name: str) -> frozenset[str]:
    """The first column of the lexicon file `name`."""
    return frozenset(row[0] for row in rows(name))


@cache
def sets(name: str) -> dict[str, frozenset[str]]:
    """The sets of the lexicon file `name`: a set's name in the first column, its words in the second."""
    return {row[0]: frozenset(map(intern, row[1].split())) for row in rows(name)}
