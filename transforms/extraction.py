"""One pass over one text: it is read once, and statements, cast, positions, figures and links all come out of that reading."""

from dataclasses import dataclass
from datetime import date

from transforms.text.actors import mention
from transforms.text.actors.cast import Cast
from transforms.text.actors.reference import Reference
from transforms.text.casualties import casualty, toll
from transforms.text.links import claim
from transforms.text.links.web import Link
from transforms.text.positions import issue, position
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
    figures: list[casualty.Figure]
    totals: dict[str, toll.Total]
    links: list[Link]


NOBODY = Reference()


def extract(text: str, published: date | None = None, reference: Reference = NOBODY) -> Extraction:
    """Read `text`, published on the day `published`, once; `reference` holds the actors that are known."""
    reading = read(text, published)
    statements = statement.statements(reading)
    cast = mention.cast(reading, statements, reference)
    figures = casualty.figures(reading, statements)
    links = claim.links(reading, statements, cast)
    positions = position.positions(reading, statements, cast, links)
    return Extraction(
        reading,
        statements,
        cast,
        positions,
        issue.issues(reading, positions, cast),
        figures,
        toll.totals(reading, figures),
        links,
    )
