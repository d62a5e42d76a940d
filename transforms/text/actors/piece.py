"""Pieces: which stretches of a run of capitals name somebody, and what kind of name each is.

Belongs here: the patterns of shapes that names have. Does not belong here: what each word is (`shape`), where the runs of a text are
(`name`).
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from transforms.text.actors.nouns import GENITIVES, GIVEN, ORGANS, PLACES, PORTFOLIOS, words_of
from transforms.text.actors.reference import Reference
from transforms.text.actors.shape import INITIALS, Unit, units

# In the characters of `shape`.
_PATTERNS = re.compile(
    r"""(?P<thing>[CAFYKMyIV]+w)
    |(?P<named_after>T[CIA]+H+)
    |(?P<person>(?P<title>F*T(?:F*T)*(?:ot?[FHK]+)?(?:F*T)*)(?P<name>P|y|[CIAK]*[CI]y?|A(?=$)))
    |(?P<organ>[KYMC]s?F*H(?![CAHFoN])|[KY]s?Hot?[FHC]+)
    |(?P<ministry>Hot?[FHC]+(?:oY)?)
    |(?P<firm>[CA]+&[CA]+H*|D|R[CA]+H*)
    |(?P<organization>[CAFYKMyPIVH]*[CAFYKMyPI]H+(?:o[CFHKYMA]+)?|HN|H+ot?[CFHKYMAPw]+(?:o[CA]+)?|[CA]+F*H+[CA]*)
    |(?P<bare>F*T(?:F*T)*(?:ot?[FHK]+)?|F+H+)
    |(?P<maybe>[CI][CIA]*y|[CI]+(?:A(?=$))?|A)
    |(?P<known>[KPyMY])
    |.""",
    re.VERBOSE,
)
_PRIVATE = frozenset(("organization", "company"))  # kinds of bodies that bear a state's name without being the state's
_HOLDERS = frozenset(("known", "organ", "organization"))
_FAMILIES = words_of("family_name")
_ARTICLES = frozenset(("Al", "El"))  # given names, and the article of Arabic and Spanish names of places


class Piece(NamedTuple):
    """A stretch of a run of capitals, as token offsets into the run."""

    first: int
    stop: int
    kind: str  # known, person, organ, organization, maybe, title
    entry: int  # index into the reference's entries; for an organ, its state; else -1
    method: str
    title: tuple[int, int] | None  # tokens of the title
    holder: int  # index of the piece whose title it is (Egypt in "Egyptian President X"); -1
    text: str  # its tokens joined by one blank


class _Run(NamedTuple):
    """A run of capitals, what its units are, and the pieces found in it so far."""

    words: list[str]
    units: list[Unit]
    reference: Reference
    found: list[Piece]

    def piece(
        self, first: int, stop: int, kind: str, method: str, *, entry: int = -1, title: tuple[int, int] | None = None, holder: int = -1
    ) -> Piece:
        """The piece of the words `first` up to `stop`."""
        return Piece(first, stop, kind, entry, method, title, holder, " ".join(self.words[first:stop]))

    def holder(self, token: int) -> int:
        """The piece that ends right before `token`, but for a possessive; -1."""
        if not self.found:
            return -1
        stop = self.found[-1].stop
        return len(self.found) - 1 if token - stop <= (self.words[stop] in GENITIVES) else -1


def pieces(run: list[str], reference: Reference) -> tuple[Piece, ...]:
    """The stretches of `run` that name somebody, in order."""
    told = units(run, reference)
    found: list[Piece] = []
    context = _Run(run, told, reference, found)
    if len(run) == 1 and run[0] in _FAMILIES:
        return (context.piece(0, 1, "title", "head_noun"),)  # Park said, behind Helen Park
    for match in _PATTERNS.finditer("".join([unit.shape for unit in told])):
        read = _READERS.get(match.lastgroup)
        if read is not None and (piece := read(context, match, told[match.start()].first, told[match.end() - 1].stop)) is not None:
            found.append(piece)
    return tuple(found)


def _person(run: _Run, match: re.Match[str], _first: int, stop: int) -> Piece:
    """A title and whom it is given to."""
    (title_first, title_stop), (name_first, name_stop) = match.span("title"), match.span("name")
    title = (run.units[title_first].first, run.units[title_stop - 1].stop)
    holder = run.holder(title[0])
    if holder >= 0 and run.found[holder].kind not in _HOLDERS:
        holder = -1
    unit = run.units[name_first]
    if name_stop - name_first == 1 and unit.shape in "Py":
        return run.piece(unit.first, stop, "known", unit.method, entry=unit.entry, title=title, holder=holder)
    return run.piece(unit.first, stop, "person", "title_and_name", title=title, holder=holder)


def _organ(run: _Run, match: re.Match[str], first: int, stop: int) -> Piece:
    """A body behind a name: a state's own, else one that bears its name."""
    entry = run.units[match.start()].entry
    if entry >= 0 and run.reference.entries[entry].kind == "state":
        body = ORGANS.get(run.words[stop - 1].lower())
        if "of" in run.words[first:stop] or (body is not None and body.kind not in _PRIVATE):
            return run.piece(first, stop, "organ", "state_and_organ", entry=entry)
    return run.piece(first, stop, "organization", "head_noun")


def _body(run: _Run, _match: re.Match[str], first: int, stop: int) -> Piece:
    """A body whose name shows what it is."""
    return run.piece(first, stop, "organization", "head_noun")


def _organization(run: _Run, match: re.Match[str], first: int, stop: int) -> Piece | None:
    """A body, unless capitals are all that it has of a name: the Health Ministry, which is the health ministry."""
    words = run.words
    if words[stop - 1] == "Ministry" and stop - first > 1 and all(word.lower() in PORTFOLIOS for word in words[first : stop - 1]):
        return None
    return _body(run, match, first, stop)


def _bare(run: _Run, match: re.Match[str], first: int, stop: int) -> Piece:
    """A title without a name, or a body of nothing but nouns."""
    kind = "organization" if run.units[match.end() - 1].shape == "H" else "title"
    return run.piece(first, stop, kind, "head_noun", holder=run.holder(first))


def _maybe(run: _Run, _match: re.Match[str], first: int, stop: int) -> Piece | None:
    """A name of which only the words themselves may show what it is."""
    words = run.words[first:stop]
    if words[0] == "." or " ".join(words) in PLACES:
        return None
    return run.piece(first, stop, "person" if _is_person(words) else "maybe", "given_name")


def _known(run: _Run, match: re.Match[str], first: int, stop: int) -> Piece:
    """A name that the reference knows."""
    unit = run.units[match.start()]
    return run.piece(first, stop, "known", unit.method, entry=unit.entry)


# Things (Main Street, the Patriot Act) and words that belong to no name are nobody.
_READERS: dict[str | None, Callable[[_Run, re.Match[str], int, int], Piece | None]] = {
    "person": _person,
    "organ": _organ,
    "organization": _organization,
    "ministry": _body,
    "firm": _body,
    "named_after": _body,
    "bare": _bare,
    "maybe": _maybe,
    "known": _known,
}


def _is_person(run: list[str]) -> bool:
    """Whether the words themselves show a person: a given name before another name, an initial inside."""
    if not 2 <= len(run) <= 6 or " ".join(run[:2]) in PLACES:
        return False
    if run[0] in GIVEN and run[0] not in PLACES and not (run[0] in _ARTICLES and len(run) == 2):
        return True
    return any(word == "." or INITIALS.fullmatch(word) for word in run[:-1])
