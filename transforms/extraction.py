"""One pass over each text: it is read once, and statements, cast, positions, figures and links all come out of that reading."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from transforms.text.actors import mention
from transforms.text.actors.cast import Cast
from transforms.text.actors.reference import Reference
from transforms.text.casualties import casualty, tally, toll
from transforms.text.casualties.figure import Figure
from transforms.text.links import claim
from transforms.text.links.web import Link
from transforms.text.positions import issue, position
from transforms.text.quantities.date import told_on
from transforms.text.reading import Reading, read
from transforms.text.statements import statement


@dataclass(slots=True)
class Extraction:
    """All that was read from one text, as text-level records that refer to one another by index."""

    reading: Reading
    statements: list[statement.Statement]
    cast: Cast
    positions: list[position.Position]
    issues: list[issue.Issue]
    figures: list[Figure]
    totals: dict[str, tally.Total]
    links: list[Link]


NOBODY = Reference()
_TOGETHER = 16  # texts that are read together
_LONG = 20_000  # characters of texts that are read together


def extract(text: str, published: date | None = None, reference: Reference = NOBODY) -> Extraction:
    """Read `text`, published on the day `published`, once; `reference` holds the actors that are known."""
    return _extract([(text, published)], reference)[0]


def extractions(texts: Iterable[tuple[str, date | None]], reference: Reference = NOBODY) -> Iterator[Extraction]:
    """What `extract` reads from each of `texts`, a text and the day it was published; short ones by a fifth faster."""
    some: list[tuple[str, date | None]] = []
    length = 0
    for text, published in texts:
        some.append((text, published))
        length += len(text)
        if len(some) == _TOGETHER or length > _LONG:
            yield from _extract(some, reference)
            some, length = [], 0
    yield from _extract(some, reference)


def _extract(texts: Sequence[tuple[str, date | None]], reference: Reference) -> list[Extraction]:
    """Each step over all `texts`, then the next: all steps together are more code and words than the caches of a processor hold."""
    readings = [read(text, published or told_on(text)) for text, published in texts]
    told = list(map(statement.statements, readings))
    casts = [mention.cast(reading, statements, reference) for reading, statements in zip(readings, told, strict=True)]
    counted = list(map(casualty.figures, readings, told))
    linked = list(map(claim.links, readings, told, casts))
    held = list(map(position.positions, readings, told, casts, linked))
    issues = list(map(issue.issues, readings, held, casts, map(issue.pointed_claims, told, linked)))
    totals = list(map(toll.totals, readings, counted))
    return list(map(Extraction, readings, told, casts, held, issues, counted, totals, linked))


# CPython keeps the frames of calls in chunks of 2,048 places, and gives a chunk back as soon as no frame is left in it: where the calls
# of a text happen to cross the end of one again and again, reading takes twice as long. A frame larger than what is left of any chunk gets
# a new one of twice that size, and all that it calls has room there.
_extract.__code__ = _extract.__code__.replace(co_stacksize=2_048)
