"""Mentions: who is named, described or referred to, and which actor of the text each mention means.

Belongs here: `cast`, which makes the cast of one text. Does not belong here: the records that come out (module `cast`), and how (`casting`
walks through the text, `naming`, `roles` and `meaning` tell who is who), and identity across texts, which is the reference's.
"""

from collections.abc import Sequence

from transforms.text.actors import casting
from transforms.text.actors.cast import Cast
from transforms.text.actors.reference import EMPTY, Reference
from transforms.text.actors.stage import Stage
from transforms.text.reading import Reading
from transforms.text.statements.statement import Statement


def cast(reading: Reading, statements: Sequence[Statement], reference: Reference = EMPTY) -> Cast:
    """Everybody of `reading`, and who makes each of `statements`; `reference` holds who is known before the text is read."""
    if not reading.words:
        return Cast([], [], [], [], [])
    return casting.cast(Stage(reading, statements, reference))
