"""Names: which words of a text name somebody, and what the name itself tells of them.

Belongs here: what can be told of a run of capitals by its words, the lexicon and the reference. Does not belong here: what the rest
of the text tells of it, and whom a description or a pronoun means (`mention`).
"""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from transforms import lexicon
from transforms.text.actors.reference import Reference
from transforms.text.reading import Reading
from transforms.text.tag import tags


class Noun(NamedTuple):
    """A common noun for a person."""

    lemma: str
    role: str  # source, role, office, member, people, kin
    gender: str  # m, f, -
    relation: str
    group: str  # nouns of one group take one another up
    plural: bool


class Organ(NamedTuple):
    """A common noun for an organisation."""

    kind: str
    sectors: tuple[str, ...]
    group: str  # nouns of one group refer back to one another


class Title(NamedTuple):
    """A word in capitals before a name."""

    role: str  # title, modifier
    gender: str
    noun: str


def _sectors(cell: str) -> tuple[str, ...]:
    return () if cell == "-" else tuple(cell.split(";"))


def words_of(kind: str) -> frozenset[str]:
    """The words of one class of the lexicon file `cast_words`."""
    return frozenset(word for word, found in lexicon.rows("cast_words") if found == kind)


_GROUPS = {row[0]: row[1] for row in lexicon.rows("noun_groups")}
NOUNS: dict[str, Noun] = {}
for _one, _many, _role, _gender, _relation in lexicon.rows("person_nouns"):
    _group = _GROUPS.get(_one, _one)
    NOUNS.setdefault(_one, Noun(_one, _role, _gender, _relation, _group, plural=False))
    NOUNS.setdefault(_many, Noun(_one, _role, _gender, _relation, _group, plural=True))
NOUNS["year-old"] = NOUNS["years-old"] = Noun("year-old", "people", "-", "affiliate", "year-old", plural=False)
NOUNS["people"] = Noun("person", "people", "-", "affiliate", "source", plural=True)
NOUNS["spokespersons"] = NOUNS["spokespeople"] = Noun("spokesperson", "role", "-", "spokesperson", "spokesperson", plural=True)
ORGANS = {row[0]: Organ(row[1], _sectors(row[2]), row[3]) for row in lexicon.rows("organisation_nouns")}
HEADS = {row[0]: (row[1], _sectors(row[2])) for row in lexicon.rows("organisation_heads")}
TITLES = {row[0]: Title(row[1], row[2], "" if row[3] == "-" else row[3]) for row in lexicon.rows("titles")}
GIVEN: dict[str, str] = {row[0]: row[1] for row in lexicon.rows("first_names")}
NEVER = lexicon.words("never_names")
PLACES = lexicon.words("places")
PORTFOLIOS = words_of("portfolio")
_SAINTS = frozenset(("Saint", "St.", "St", "Sainte"))
_TRADES = words_of("trade")
_FIELDS = PORTFOLIOS | words_of("field")
_PARTICLES = words_of("particle")
_GOES_ON = _PARTICLES | {".", "for", "on", "&"}
_CALENDAR = frozenset(word for word, kind in lexicon.rows("closed_words") if kind in {"weekday", "month", "season"})

# What a run of names may look like: capitals and short titles, with `of` or a possessive between them.
_RUN = re.compile(r"[XL]+(?:(?:od?|s)[XL]+)*")
_LONGEST_RUN = 40
_BEFORE_END = 6  # tokens before the end of a run at which a form that goes on behind it may begin
_REMEMBERED = 20_000
_POSSESSIVES = frozenset(("'s", "'"))
_TAILS = words_of("tail")
_MONTH_NAMES = words_of("month_name")
_BRANCHED = frozenset(row[0] for row in lexicon.rows("cast_words") if row[1] == "branched")
_PRIVATE = frozenset(("organization", "company"))  # kinds of bodies that bear a state's name without being the state's
_LEADING = words_of("leading")
# Endings of adjectives of creeds and camps, and two that end otherwise: never a name alone, but part of the names of organisations.
_CREEDS = ("ist", "ists", "ian", "ians", "ish", "ic", "icals", "ican", "icans", "cratic", "crats", "Muslim", "Arab")
_THINGS = words_of("thing")
_INITIALS = re.compile(r"(?:[A-Z]\.)+")
_HYPHENED = re.compile(r"[A-Z][a-z]+-[a-z]+")
_GLUED = re.compile(r"[a-z][A-Z]{3}|[A-Z]{4}[a-z]{2}")  # BushASSOCIATED: two lines without a space between them
_AGAINST = ("pro-", "anti-", "Pro-", "Anti-", "non-", "Non-", "ex-", "Ex-", "pre-", "post-", "mid-", "Mid-")
_ACROSS = ("Inter-", "Pan-", "Trans-")  # the Inter-American Commission
SUFFIXES = frozenset(("Jr.", "Sr.", "Jr", "Sr", "II", "III", "IV"))
PREFIXES = ("al-", "Al-", "el-", "El-", "ibn-", "bin-")


class Piece(NamedTuple):
    """A stretch of a run of capitals, as token offsets into the run."""

    first: int
    stop: int
    kind: str  # known, person, organ, organization, maybe, title
    entry: int  # index into the reference's entries; for an organ, its state; else -1
    method: str
    title: tuple[int, int] | None  # tokens of the title
    holder: int  # index of the piece whose title it is (Egypt in "Egyptian President X"); -1
    text: str = ""  # its tokens joined by one blank


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
            pieces = memo.get(key)
            if pieces is None:
                pieces = _remembered(memo, key, words[begin:end], reference)
            base = len(found)
            for one, two, kind, entry, method, title, holder, text in pieces:
                span = None if title is None else (begin + title[0], begin + title[1])
                found.append(Name(begin + one, begin + two, kind, entry, method, span, -1 if holder < 0 else base + holder, text))
    return found


def _joined(reading: Reading, classes: str, first: int, stop: int) -> int:
    """The end of one body whose name has `and` in it: the Emergency Medicine and Support Centre; but: the Pentagon and State Department."""
    words = reading.words
    end = stop + 1
    while end < len(words) and classes[end] == "X":
        end += 1
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
    pieces = tuple(piece._replace(text=" ".join(run[piece.first : piece.stop])) for piece in _pieces(run, reference))
    if len(memo) >= _REMEMBERED:
        memo.clear()
    if len(key) < 200:
        memo[key] = pieces
    return pieces


def _continued(reading: Reading, classes: str, first: int, stop: int) -> int:
    """The end of a run that goes on behind a small word: Mohammed bin Salman, John F. Kerry, Centre for Human Rights."""
    words, starts, ends = reading.words, reading.starts, reading.ends
    if words[stop - 1] == "Channel" and words[stop].isdigit():
        return stop + 1
    if stop + 2 < len(words) and classes[stop + 2] == "X" and words[stop] in _PARTICLES and words[stop + 1] in _PARTICLES:
        stop += 1  # Carlos de la Cruz
    while stop + 1 < len(words) and classes[stop + 1] == "X":
        initial = words[stop] == "." and len(words[stop - 1]) == 1 and starts[stop] == ends[stop - 1]
        if not (
            words[stop] in _PARTICLES
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
    inner: set[str] | None = None
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
                    or word in GIVEN
                    or (words[opening + 1 : opening + 2] == [","] and _is_apposed_body(reading, classes, opening))
                )
                and word not in NEVER
            ):
                changed.append(opening)
            elif "A" <= word[0] <= "Z" and classes[opening] in "NEJVBbG" and classes[opening + 1 : opening + 2] in tuple("VEMIHK,"):
                if inner is None:
                    inner = {words[at] for at, char in enumerate(classes) if char == "X" and at and classes[at - 1] == "X"}
                if word in inner:
                    changed.append(opening)  # Born, who had said: of Elisabeth Born
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


_METHODS = {
    "name": "exact_name",
    "acronym": "acronym",
    "transliteration": "alias",
    "surname": "surname_reference",
    "metonym": "metonym",
    "demonym": "demonym",
    "local": "local_form",
}
# Shapes: K known organisation or state, P known person, y known surname, M metonym, Y demonym, T title, F modifier of a title,
# H head of an organisation's name, R head that comes first (Radio), D web address, w a thing (Street, Act), I initial, A capitals,
# C other name, V never a name alone, v never part of one, o `of`, N number.
_SHAPES = re.compile(
    r"""(?P<thing>[CAFYKMyIV]+w)
    |(?P<named_after>T[CIA]+H+)
    |(?P<person>(?P<title>F*T(?:F*T)*(?:ot?[FHK]+)?(?:F*T)*)(?P<name>P|y|[CIAK]*[CI]y?|A(?=$)))
    |(?P<organ>[KYMC]s?F*H(?![CAHFoN])|[KY]s?Hot?[FHC]+)
    |(?P<ministry>Hot?[FHC]+(?:oY)?)
    |(?P<firm>[CA]+&[CA]+H*|D|R[CA]+H*)
    |(?P<organization>[CAFYKMyPIVH]*[CAFYKMyPI]H+(?:o[CFHKYMA]+)?|HN|H+ot?[CFHKYMAP]+(?:o[CA]+)?|[CA]+F*H+[CA]*)
    |(?P<bare>F*T(?:F*T)*(?:ot?[FHK]+)?|F+H+)
    |(?P<maybe>[CI][CIA]*y|[CI]+(?:A(?=$))?|A)
    |(?P<known>[KPyMY])
    |.""",
    re.VERBOSE,
)


def _is_plain_ministry(words: list[str]) -> bool:
    """Whether capitals are all that a ministry has of a name: the Health Ministry, which is the health ministry."""
    return words[-1] == "Ministry" and len(words) > 1 and all(word.lower() in PORTFOLIOS for word in words[:-1])


def _pieces(run: list[str], reference: Reference) -> tuple[Piece, ...]:
    shapes: list[str] = []
    spans: list[tuple[int, int]] = []
    entries: list[tuple[int, str]] = []
    forms, longest = reference.forms, reference.longest
    index = 0
    while index < len(run):
        word = run[index]
        entry, method, stop = -1, "", index + 1
        shape = ""
        for size in range(min(longest.get(word, 0), len(run) - index), 0, -1):
            form = forms.get(word if size == 1 else " ".join(run[index : index + size]))
            if form is not None and form.kind == "local" and (owner := _owner(shapes, entries)) is not None:
                # Kenya's Supreme Court, the Indian Congress
                country = reference.entries[owner].country
                own = next((rival for rival in (form.entry, *form.rivals) if reference.entries[rival].country == country), -1)
                form = form._replace(entry=own, kind="name") if own >= 0 else None
            if form is not None and form.kind == "local" and (shapes or run[index + size : index + size + 1] == ["of"]):
                form = None  # the Supreme Court of Kenya, a State Supreme Court
            if form is not None:
                entry, method, stop = form.entry, _METHODS[form.kind], index + size
                shape = {"surname": "y", "metonym": "M", "demonym": "Y"}.get(
                    form.kind, "P" if reference.entries[form.entry].kind == "person" else "K"
                )
                # Israel Katz, Jordan Smith: a state's name that people bear too
                if size == 1 and shape in "KM" and word in GIVEN and stop < len(run) and _shape(run[stop]) in "CI":
                    entry, method, shape = -1, "", "C"
                elif size == 1 and shape == "K" and not shapes and word.lower() in NOUNS and len(run) > 2 and run[1] not in HEADS:
                    entry, method, shape = -1, "", "T"  # Economist Ann Smith
                break
        if not shape and len(word) > 3 and _INITIALS.fullmatch(word) and (form := forms.get(word.replace(".", ""))) is not None:
            entry, method, shape = form.entry, "acronym", "K"  # F.B.I.
        if word in _SAINTS and shapes[-1:] == ["C"]:
            shape = "C"  # Fritz Saint Fort
        if shape == "M" and stop == index + 1 and shapes[-1:] == ["C"] and run[index - 1] in GIVEN:
            entry, method, shape = -1, "", "C"  # Juan Santiago
        if shape == "K" and stop == index + 1 and shapes[-1:] == ["C"] and (run[index - 1] in GIVEN or shapes[-2:-1] == ["T"]):
            bearer = reference.entries[entry]
            if bearer.kind == "state" or (bearer.kind in {"media", "company"} and bearer.name != word):
                entry, method, shape = -1, "", "C"  # Anna Fox
        if shape == "K" and stop == index + 1 and word in HEADS and run[stop : stop + 1] == ["of"]:
            entry, method, shape = -1, "", "H"  # the Brotherhood of Dockers
        if shape == "K" and shapes and " ".join(run[index:stop]) in _BRANCHED and shapes[-1] in "KMYsCA":
            entry, method, shape = -1, "", "H"  # the Kenya Red Cross is not the international one
        if not shape and "-" in word and not word.startswith(_ACROSS) and _is_joined(word, reference):
            shape = "V"
        if not shape:
            for size in (3, 2):
                if index + size <= len(run) and " ".join(run[index : index + size]) in PLACES:
                    shape, stop = "V", index + size
                    break
        if not shape and index + 1 < len(run) and word not in TITLES and word not in GIVEN:
            noun = NOUNS.get(word.lower())
            if (
                noun is not None
                and not noun.plural
                and (run[index + 1] in GIVEN or (_is_full_name(run[index + 1 :]) and (not shapes or shapes[-1] in "yPKMYs")))
            ):
                shape = "T"  # Lawmaker Ruth Adoma
        if not shape and index + 2 < len(run) and run[index + 1] == "." and run[index + 2].islower() and word[0] != "@":
            shape, stop = "D", index + 3
        if (
            not shape
            and word.isupper()
            and len(word) > 2
            and word.title() in GIVEN
            and run[index + 1 : index + 2]
            and run[index + 1].isupper()
        ):
            shape = "C"  # ANN SMITH: in a transcript
        elif not shape and shapes and word.isupper() and len(word) > 2 and shapes[-1] == "C" and run[index - 1].isupper():
            shape = "C"
        shapes.append(shape or _shape(word))
        spans.append((index, stop))
        entries.append((entry, method))
        index = stop
    if len(shapes) > 1 and shapes[-1] == "T" and shapes[-2] == "C" and (len(shapes) > 2 or run[spans[-2][0]] in GIVEN):
        shapes[-1] = "C"  # Billie Jean King
    if shapes[-3:] == ["T", "T", "C"] and run[spans[-2][0]] in GIVEN:
        shapes[-2] = "C"  # Sheikh Sultan Aradi
    if (
        shapes[1:3] == ["o", "t"]
        and (body := ORGANS.get(run[0].lower())) is not None
        and body.kind == "armed_group"
        and run[0].endswith("s")
    ):
        shapes[0] = "V"  # Rebels of the Northern Front
    for at in range(2, len(shapes)):
        if shapes[at] == "V" and shapes[at - 2 : at] == ["H", "o"] and run[spans[at][0]].lower() in NOUNS:
            shapes[at] = "C"  # the Greek Council for Refugees
    for at in range(len(shapes) - 1):
        if shapes[at] == "T" and shapes[at + 1] == "H" and run[spans[at][0]].endswith("s"):
            shapes[at] = "C"  # the Governors Association
    for at in range(1, len(shapes)):
        named = run[spans[at - 1][0]] in GIVEN or (at > 1 and shapes[at - 2] == "T")
        if shapes[at] == "V" and shapes[at - 1] == "C" and named and run[spans[at][0]] in _MONTH_NAMES:
            shapes[at] = "C"  # Theresa May, Commander Ariful Islam
        elif (
            shapes[at] == "C"
            and shapes[at - 1] == "V"
            and run[spans[at - 1][0]] in GIVEN
            and run[spans[at - 1][0]].lower() not in _CALENDAR
        ):
            shapes[at - 1] = "C"  # Hope Haddad, Bill Okoro
        elif (
            at + 1 == len(shapes)
            and shapes[at - 1] == "C"
            and run[spans[at - 1][0]] in GIVEN
            and (shapes[at] == "Y" or (shapes[at] == "V" and shapes[max(0, at - 2)] == "T" and run[spans[at][0]].lower() not in _CALENDAR))
        ):
            shapes[at], entries[at] = "C", (-1, "")  # Rick German, Gov. Nora Fee
    for at in range(len(shapes) - 1):
        if shapes[at] == "y" and shapes[at + 1] == "C" and run[spans[at + 1][0]].lower() in NOUNS and at + 2 == len(shapes):
            shapes[at + 1] = "V"  # Trump Aide
        elif shapes[at] == "y" and shapes[at + 1] in "CIy":
            shapes[at], entries[at] = "C", (-1, "")  # a family name that is a given name here
        elif shapes[at] == "P" and shapes[at + 1] == "C" and run[spans[at + 1][0]].lower() in _PARTICLES and at + 2 < len(shapes):
            spans[at] = (spans[at][0], spans[at + 2][1])  # Mohammed bin Abdulrahman Al Thani
            shapes[at + 1] = shapes[at + 2] = "_"
    if "I" in shapes and (held := _without_initials(shapes, spans, run, reference)) is not None:
        first, stop, entry = held
        shapes[first:stop] = ["P", *"_" * (stop - first - 1)]
        spans[first] = (spans[first][0], spans[stop - 1][1])
        entries[first] = (entry, "name_variant")
    for at, shape in enumerate(shapes):
        if shape == "H" and at == 0 and shapes[1:2] and shapes[1] in "CA" and run[spans[0][0]] in _LEADING:
            shapes[at] = "R"
        elif shape == "F" and run[spans[at][0]] in HEADS and (at + 1 == len(shapes) or shapes[at + 1] not in "TF"):
            shapes[at] = "H"  # Farmers Union, but Union Minister
    found: list[Piece] = []
    for match in _SHAPES.finditer("".join(shapes)):
        kind = match.lastgroup or ""
        if kind in {"name", "title"}:
            kind = "person"
        if not kind or kind == "thing":
            continue
        first, stop = match.span()
        token, last = spans[first][0], spans[stop - 1][1]
        if kind == "organization" and _is_plain_ministry(run[token:last]):
            continue
        if kind == "person":
            one, two = match.span("title")
            name_first, name_stop = match.span("name")
            holder = (
                len(found) - 1
                if found
                and spans[one][0] - found[-1].stop <= (run[found[-1].stop] in _POSSESSIVES)
                and found[-1].kind in {"known", "organ", "organization"}
                else -1
            )
            known = name_stop - name_first == 1 and shapes[name_first] in "Py"
            found.append(
                Piece(
                    spans[name_first][0],
                    last,
                    "known" if known else "person",
                    entries[name_first][0] if known else -1,
                    entries[name_first][1] if known else "title_and_name",
                    (spans[one][0], spans[two - 1][1]),
                    holder,
                )
            )
        elif kind == "organ":
            entry, _ = entries[first]
            is_state = (
                entry >= 0
                and reference.entries[entry].kind == "state"
                and ("of" in run[token:last] or ((body := ORGANS.get(run[last - 1].lower())) is not None and body.kind not in _PRIVATE))
            )
            found.append(
                Piece(
                    token,
                    last,
                    "organ" if is_state else "organization",
                    entry if is_state else -1,
                    "state_and_organ" if is_state else "head_noun",
                    None,
                    -1,
                )
            )
        elif kind in {"ministry", "organization", "firm", "named_after"}:
            found.append(Piece(token, last, "organization", -1, "head_noun", None, -1))
        elif kind == "bare":
            holder = len(found) - 1 if found and token - found[-1].stop <= (run[found[-1].stop] in _POSSESSIVES) else -1
            found.append(Piece(token, last, "organization" if shapes[stop - 1] == "H" else "title", -1, "head_noun", None, holder))
        elif kind == "maybe":
            if run[token] == ".":
                continue
            text = " ".join(run[token:last])
            if text in PLACES:
                continue
            found.append(Piece(token, last, "person" if _is_person(run[token:last]) else "maybe", -1, "given_name", None, -1))
        elif kind == "known":
            found.append(Piece(token, last, "known", entries[first][0], entries[first][1], None, -1))
    return tuple(found)


_INITIALLED = re.compile(r"C(?:II?)+[Cy]")


def _without_initials(shapes: list[str], spans: list[tuple[int, int]], run: list[str], reference: Reference) -> tuple[int, int, int] | None:
    """The known person whom a name means that is printed with initials: John F. Kerrigan for John Kerrigan; shapes from and to, entry."""
    match = _INITIALLED.search("".join(shapes))
    if match is None:
        return None
    first, stop = match.span()
    form = reference.forms.get(f"{run[spans[first][0]]} {run[spans[stop - 1][0]]}")
    if form is None or form.kind != "name" or reference.entries[form.entry].name.count(" ") != 1:
        return None
    if stop < len(shapes) and run[spans[stop][0]] in SUFFIXES:
        stop += 1
    return first, stop, form.entry


def _owner(shapes: list[str], entries: list[tuple[int, str]]) -> int | None:
    """The entry of the country named right before, with or without the possessive."""
    at = len(shapes) - 1 - (shapes[-1:] == ["s"])
    return entries[at][0] if at >= 0 and shapes[at] in "KMY" and entries[at][0] >= 0 else None


def _is_joined(word: str, reference: Reference) -> bool:
    """Whether a hyphen joins two names into what is none: Syrian-American, the NBC-Journal poll."""
    left, _, right = word.rpartition("-")
    one, other = reference.forms.get(left), reference.forms.get(right)
    if other is not None and other.kind == "demonym":
        return True
    return one is not None and one.kind in {"name", "acronym"} and reference.entries[one.entry].kind != "person"


def _shape(word: str) -> str:
    if word == "&":
        return "&"
    title = TITLES.get(word)
    if title is not None:
        return "T" if title.role == "title" else "F"
    if word in HEADS:
        return "H"
    if word in {"of", "for", "on"}:
        return "o"
    if word == "and":
        return "C"
    if word == "the":
        return "t"
    if word in _POSSESSIVES:
        return "s"
    if word.isdigit():
        return "N"
    if word in _PARTICLES:
        return "C"
    if word == ".":
        return "I"
    if word in _THINGS:
        return "w"
    tail = word.rpartition("-")[2]
    if tail != word and (tail.endswith("ed") or tail in _TAILS or word.startswith(_AGAINST)):
        return "v"  # Iranian-backed, Kyiv-based
    if tail != word and tail in TITLES:
        return "T"  # Secretary-Treasurer
    if tail != word and tail in HEADS:
        return "H"  # Sun-Times
    if word[1:2] == "-" and word[0] in "RDI":
        return "V"  # R-Utah
    if len(word) == 1 and word.isalpha():
        return "I"
    if word[-1] == "s" and len(word) > 2 and word[:-1].isupper():
        return "V"  # NGOs, MPs
    if word in NEVER and word.endswith(_CREEDS):
        return "F"  # the Zionist Organization, the Association of Evangelicals
    if word[0].isupper() and word.lower() in _TRADES:
        return "v"
    if word in NEVER or word.lower() in _CALENDAR or word[0] in "@#" or word[0].isdigit() or len(word) > 20 or _GLUED.search(word):
        return "V"
    if len(word) == 1 or _INITIALS.fullmatch(word):
        return "I"
    if word.isupper():
        return "A" if len(word) > 1 and word[0].isalpha() else "V"
    return "C"


_ARTICLES = frozenset(("Al", "El"))  # given names, and the article of Arabic and Spanish names of places


def _is_person(run: list[str]) -> bool:
    """Whether the words themselves show a person: a given name before another name, an initial inside."""
    if not 2 <= len(run) <= 6 or " ".join(run[:2]) in PLACES:
        return False
    if run[0] in GIVEN and run[0] not in PLACES and not (run[0] in _ARTICLES and len(run) == 2):
        return True
    return any(word == "." or _INITIALS.fullmatch(word) for word in run[:-1])


def _is_full_name(run: list[str]) -> bool:
    """Whether two or more words in capitals may be the name of a person, by their shapes alone."""
    return len(run) > 1 and all(_shape(word) in "CI" for word in run)


def gender_of(words: list[str], title: list[str]) -> str:
    """`m`, `f` or `-`, by the title, else by the given name."""
    for word in title:
        known = TITLES.get(word)
        if known is not None and known.gender != "-":
            return known.gender
        noun = NOUNS.get(word.lower())
        if noun is not None and noun.gender != "-":
            return noun.gender
    if len(words) == 2 and _HYPHENED.fullmatch(words[1]):
        return "-"  # Lai Mei-hua: the family name stands first
    if len(words) > 1 or not title:
        return GIVEN.get(words[0], "-")
    return "-"
