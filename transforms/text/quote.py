"""Quotation: the spans between quotation marks, nested, unbalanced or running over paragraphs.

Belongs here: which mark opens, which closes, and what stands between them. Does not belong here: whether it is
said at all, and by whom (`statement`).
"""

from typing import NamedTuple

from transforms.text.reading import Reading
from transforms.text.tag import tags


class Quote(NamedTuple):
    """One quotation, marks included, as a half-open range of tokens. It never runs over the end of a paragraph."""

    first: int
    stop: int
    opened: bool  # its opening mark stands in the text; else it carries on from the paragraph before
    closed: bool  # its closing mark stands in the text; else it runs to the end of its paragraph


_OPENERS = frozenset("“„«‘‚‹")
_CLOSERS = frozenset("”»’›")
_BEFORE_OPENING = frozenset("([{-–—―/:")
_AFTER_CLOSING = frozenset(".,;:!?)]}-–—―")


def quotes(reading: Reading) -> list[Quote]:
    """The outermost quotations of `reading`, in order and without overlap."""
    classes = tags(reading)
    if '"' not in classes and "'" not in classes:
        return []
    found: list[Quote] = []
    carried = False
    for first, stop in reading.paragraphs:
        mark = '"'
        at = classes.find(mark, first, stop)
        if at < 0:
            carried = False
            if classes.find("'", first, stop) >= 0:
                found.extend(_single(reading, classes, first, stop))
            continue
        carried = _double(reading, classes, first, stop, carried=carried, found=found)
    return found


def _role(reading: Reading, at: int, first: int, stop: int) -> str:
    """`<` the mark can only open, `>` it can only close, `?` either."""
    folded = reading.folded
    before = folded[reading.starts[at] - 1] if at > first else " "
    after = folded[reading.ends[at]] if reading.ends[at] < len(folded) and at + 1 < stop else " "
    opens = (before <= " " or before in _BEFORE_OPENING) and after > " " and after not in ".,;)"
    closes = before > " " and (after <= " " or after in _AFTER_CLOSING)
    glyph = reading.text[reading.starts[at]]
    if opens and not closes:
        return "<"
    if closes and not opens:
        # A curly mark that opens after a comma without a space is still an opening one: said,“There is ...
        return ">" if glyph not in _OPENERS else "?"
    if glyph in _OPENERS or glyph == "`":
        return "<"
    return ">" if glyph in _CLOSERS else "?"


def _double(reading: Reading, classes: str, first: int, stop: int, *, carried: bool, found: list[Quote]) -> bool:
    """The quotations in double marks of one paragraph; whether the last one is still open at its end."""
    opened = -1
    depth = 0
    at = classes.find('"', first, stop)
    lead = at == first  # the paragraph begins with a mark
    while at >= 0:
        role = _role(reading, at, first, stop)
        following = classes.find('"', at + 1, stop)
        if opened < 0:
            if role == ">" and carried and not lead and not found_here(found, first):
                found.append(Quote(first, at + 1, opened=False, closed=True))
                carried = False
            elif role != ">" or (following >= 0 and _role(reading, following, first, stop) == ">"):
                opened = at
        elif role == "<":
            if following >= 0 and depth == 0 and _role(reading, following, first, stop) == ">":
                later = classes.find('"', following + 1, stop)
                if later >= 0 and _role(reading, later, first, stop) == ">":
                    depth = 1
                else:
                    found.append(Quote(opened, at, opened=True, closed=False))
                    opened = at
            else:
                found.append(Quote(opened, at, opened=True, closed=False))
                opened = at
        elif depth:
            depth = 0
        else:
            found.append(Quote(opened, at + 1, opened=True, closed=True))
            opened = -1
        at = following
    if opened >= 0:
        found.append(Quote(opened, stop, opened=True, closed=False))
        return True
    return False


def found_here(found: list[Quote], first: int) -> bool:
    """Whether a quotation of the paragraph that begins at `first` is already known."""
    return bool(found) and found[-1].first >= first


def _single(reading: Reading, classes: str, first: int, stop: int) -> list[Quote]:
    """The quotations in single marks of a paragraph without double ones; apostrophes are none."""
    found: list[Quote] = []
    opened = -1
    at = classes.find("'", first, stop)
    while at >= 0:
        role = _role(reading, at, first, stop)
        if opened < 0:
            if role == "<":
                opened = at
        elif role == ">":
            found.append(Quote(opened, at + 1, opened=True, closed=True))
            opened = -1
        at = classes.find("'", at + 1, stop)
    return found
