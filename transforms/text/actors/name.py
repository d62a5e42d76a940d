"""Names: which words of a text name somebody, and what the name itself tells of them.

Belongs here: where the runs of capitals of a text begin and end. Does not belong here: what a run names by its words (`piece`), what
the rest of the text tells of it, and whom a description or a pronoun means (`mention`).
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from transforms.text.actors.nouns import GIVEN, HEADS, NEVER, NOUNS, ORGANS, PARTICLES, PORTFOLIOS, TITLES, words_of
from transforms.text.actors.piece import Piece, pieces
from transforms.text.actors.reference import Reference
from transforms.text.closed import DOUBLE_QUOTES
from transforms.text.reading import Reading
from transforms.text.tag import tags

_FIELDS = PORTFOLIOS | words_of("field")
_OFFICES = frozenset(("Department", "Ministry", "Office", "Directorate", "Committee", "Commission", "Institute"))
_GOES_ON = PARTICLES | {".", "for", "on", "&"}

# What a run of names may look like: capitals and short titles, with `of` or a possessive between them.
_RUN = re.compile(r"[XL]+(?:(?:od?|s)[XL]+)*")
_LONGEST_RUN = 40
_BEFORE_END = 6  # tokens before the end of a run at which a form that goes on behind it may begin
_REMEMBERED = 20_000


@dataclass(slots=True, eq=False)
class Name:
    """A stretch of a text that may name somebody."""

    first: int
    stop: int
    kind: str
    entry: int
    method: str
    title: tuple[int, int] | None
    holder: int  # index into the names; -1
    text: str  # its tokens joined by one blank, as folded


def names(reading: Reading, reference: Reference) -> list[Name]:
    """The stretches of `reading` that may name somebody, in order and without overlap."""
    words, starts, ends, folded = reading.words, reading.starts, reading.ends, reading.folded
    classes = _with_openings(reading, reference)
    memo, inner = reference.memo, reference.inner
    found: list[Name] = []
    done = 0
    count = len(words)
    for match in _RUN.finditer(classes):
        first, stop = match.span()
        if first < done:
            continue
        if stop < count and ((behind := words[stop]) in inner or behind in _GOES_ON or words[stop - 1] == "Channel"):
            stop = _continued(reading, classes, first, stop)
            if stop < count and words[stop - 1] in inner.get(words[stop], ()):
                stop = _with_reference(words, first, stop, reference)
        if stop + 1 < count and words[stop] == "and" and classes[stop + 1] == "X":
            stop = _joined(reading, classes, first, stop)
        done = stop
        size = stop - first
        is_one = size == 1 or (
            folded.find("\n", starts[first], ends[stop - 1]) < 0
            and (size < 4 or (size <= _LONGEST_RUN and sum(map(str.isupper, words[first:stop])) < 3))
        )
        for begin, end in ((first, stop),) if is_one else _cut(reading, first, stop):
            key = words[begin] if end - begin == 1 else " ".join(words[begin:end])
            named = memo.get(key)
            if named is None:
                named = _remembered(memo, key, words[begin:end], reference)
            base = len(found)
            for one, two, kind, entry, method, title, holder, text in named:
                span = None if title is None else (begin + title[0], begin + title[1])
                named_so = Name(begin + one, begin + two, kind, entry, method, span, -1 if holder < 0 else base + holder, text)
                if kind == "title" or title is not None:
                    _read_as_given(reading, named_so)
                found.append(named_so)
    return found


def _read_as_given(reading: Reading, name: Name) -> None:
    """Take a title behind a common noun for a person as the given name that it also is: Greens leader Marine Duval, her husband Dean."""
    first = name.first if name.title is None else name.title[0]
    word = reading.words[first]
    if first == 0 or word not in GIVEN or word not in TITLES or (name.title is not None and name.title[1] - first > 1):
        return
    noun = NOUNS.get(reading.words[first - 1])
    if noun is not None and not noun.plural:
        name.first, name.title, name.kind = first, None, "person"
        name.text = " ".join(reading.words[first : name.stop])


def _joined(reading: Reading, classes: str, first: int, stop: int) -> int:
    """The end of one body whose name has `and` in it: the Emergency Medicine and Support Centre; but: the Pentagon and State Department."""
    words = reading.words
    end = stop + 1
    while end < len(words) and classes[end] == "X":
        end += 1
    if words[first] in _OFFICES and words[first + 1] in {"of", "for"} and end - first < 9:
        fields = (*words[first + 2 : stop], *words[stop + 1 : end])
        return end if fields and all(map(_FIELDS.__contains__, map(str.lower, fields))) else stop
    if first == 0 or words[first - 1] not in {"the", "The"} or words[end - 1] not in HEADS or end - first > 7:
        return stop
    plain = (*words[first:stop], *words[stop + 1 : end - 1])
    return end if all(map(_FIELDS.__contains__, map(str.lower, plain))) else stop


def _cut(reading: Reading, first: int, stop: int) -> list[tuple[int, int]]:
    """The names that stand in one run of capitals: it is cut behind a slug, where a line ends, and where it is a list or an attack."""
    words, starts, ends, folded = reading.words, reading.starts, reading.ends, reading.folded
    cuts = {first, stop, *_slug_ends(words, first, stop)}
    if "\n" in folded[starts[first] : ends[stop - 1]]:
        cuts.update(at for at in range(first + 1, stop) if "\n" in folded[ends[at - 1] : starts[at]])
    bounds = sorted(cuts)
    if stop - first > _LONGEST_RUN:
        bounds = [*(at for one, two in pairwise(bounds) for at in range(one, two, _LONGEST_RUN)), stop]
    return list(pairwise(bounds))


def _slug_ends(words: list[str], first: int, stop: int) -> list[int]:
    """Where three or more words in upper case give way to words that are not: a slug, and the text behind it."""
    cuts: list[int] = []
    upper = 0
    for at in range(first, stop):
        if len(words[at]) > 1 and words[at].isupper():
            upper += 1
        else:
            if upper > 2 and len(words[at]) > 1:
                cuts.append(at)
            upper = 0
    return cuts


def _remembered(memo: dict[str, tuple[Piece, ...]], key: str, run: list[str], reference: Reference) -> tuple[Piece, ...]:
    """The pieces of a run, kept for the next text: what a run of words is does not depend on the text."""
    named = pieces(run, reference)
    if len(memo) >= _REMEMBERED:
        memo.clear()
    if len(key) < 200:
        memo[key] = named
    return named


def _continued(reading: Reading, classes: str, first: int, stop: int) -> int:
    """The end of a run that goes on behind a small word: Mohammed bin Salman, John F. Kerry, Centre for Human Rights."""
    words, starts, ends = reading.words, reading.starts, reading.ends
    if words[stop - 1] == "Channel" and words[stop].isdigit():
        return stop + 1
    if stop + 2 < len(words) and classes[stop + 2] == "X" and words[stop] in PARTICLES and words[stop + 1] in PARTICLES:
        stop += 1  # Carlos de la Cruz
    while stop + 1 < len(words) and classes[stop + 1] == "X":
        initial = words[stop] == "." and len(words[stop - 1]) == 1 and starts[stop] == ends[stop - 1]
        if not (
            words[stop] in PARTICLES
            or words[stop] == "&"
            or initial
            or (words[stop] in {"for", "on"} and not HEADS.keys().isdisjoint(words[max(first, stop - 4) : stop]))
        ):
            break
        stop += 2
        while stop < len(words) and classes[stop] == "X":
            stop += 1
    return stop


def _with_reference(words: list[str], first: int, stop: int, reference: Reference) -> int:
    """The end of the run, moved on where a known form goes on behind it: Coalition of Patriots for Change."""
    for at in range(max(first, stop - _BEFORE_END), stop):
        for end in range(min(at + reference.longest.get(words[at], 0), len(words)), stop, -1):
            if " ".join(words[at:end]) in reference.forms:
                stop = end
                break
    return stop


def _with_openings(reading: Reading, reference: Reference) -> str:
    """The word classes, with a sentence's first word as a name where the reference or the lexicon knows it as one."""
    classes, words = tags(reading), reading.words
    known = reference.longest
    changed: list[int] = []
    for first, stop in reading.sentences:
        opening = first
        while opening < stop - 1 and classes[opening] in "\"'(-":
            opening += 1
        if classes[opening] not in "XL":
            word = words[opening]
            if (
                "A" <= word[0] <= "Z"
                and (
                    word in known
                    or word in TITLES
                    or (word in GIVEN and classes[opening] not in "Mt")
                    or (words[opening + 1 : opening + 2] == [","] and _is_apposed_body(reading, classes, opening))
                )
                and word not in NEVER
            ):
                changed.append(opening)
    if not changed:
        return classes
    marks = list(classes)
    for at in changed:
        marks[at] = "X"
    return "".join(marks)


def _is_apposed_body(reading: Reading, classes: str, token: int) -> bool:
    """Whether a common word is made a name by what stands in apposition: `Total, the French energy company, said`."""
    words, lows = reading.words, reading.lows
    if token + 3 >= len(words) or lows[token + 2] not in {"the", "a", "an"} or classes[token] not in "NJSBbz":
        return False
    stop = next((at for at in range(token + 3, min(token + 9, len(words))) if words[at] == ","), 0)
    return stop > 0 and lows[stop - 1] in ORGANS


def is_quoted_title(words: list[str], name: Name) -> bool:
    """Whether quotation marks hold the name and nothing else, but for an article: "The Long Road"."""
    before = name.first - 1
    if before >= 0 and words[before] in {"The", "the", "A", "An"}:
        before -= 1
    after = name.stop + (name.stop < len(words) and words[name.stop] in {",", "."})
    return before >= 0 and after < len(words) and words[before] in DOUBLE_QUOTES and words[after] in DOUBLE_QUOTES
