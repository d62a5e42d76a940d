"""Shapes: what each word of a run of capitals is, one character a word or known name.

Belongs here: what the lexicon, the reference and the words beside it tell of a word. Does not belong here: which stretches of the
run name somebody (`piece`).
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from transforms.text.actors.nouns import (
    CALENDAR,
    GENITIVES,
    GIVEN,
    HEADS,
    NEVER,
    NOUNS,
    ORGANS,
    PARTICLES,
    PLACES,
    SUFFIXES,
    TITLES,
    words_of,
)
from transforms.text.actors.reference import Form, Reference

_SAINTS = frozenset(("Saint", "St.", "St", "Sainte"))
_TRADES = words_of("trade")
_TAILS = words_of("tail")
_MONTH_NAMES = words_of("month_name")
_BRANCHED = words_of("branched")
_AGENT = re.compile(r"[A-Z][a-z]{2,}(?:er|or|ist|ian|man|woman|eer|ior)")  # who does something: Playmaker
_LETTERS = re.compile(r"[A-Z]{2,3}")  # the Green MP
_BEARS_STATE = words_of("bears_state")
_DIRECTIONS = words_of("direction")
_LEADING = words_of("leading")
# Endings of adjectives of creeds and camps, and two that end otherwise: never a name alone, but part of the names of organisations.
_CREEDS = ("ist", "ists", "ian", "ians", "ish", "ic", "icals", "ican", "icans", "cratic", "crats", "Muslim", "Arab")
INITIALS = re.compile(r"(?:[A-Z]\.)+")
_INITIALLED = re.compile(r"C(?:II?)+[Cy]")
_GLUED = re.compile(r"[a-z][A-Z]{3}|[A-Z]{4}[a-z]{2}")  # BushASSOCIATED: two lines without a space between them
# What joins the words of a body's name where Persian is written: Tehreek-i-Taliban, Jamaat e Islami.
_LINKED = re.compile(r"[A-Z]\w+-(?:i|e|ye)-[A-Z]\w+|[ie]")
_AFTER_FAMILY = re.compile(r"[A-Z][a-z]+-[a-z]+")  # given names of two syllables, which stand behind the family's
_AGAINST = ("pro-", "anti-", "Pro-", "Anti-", "non-", "Non-", "ex-", "Ex-", "pre-", "post-", "mid-", "Mid-")
_ACROSS = ("Inter-", "Pan-", "Trans-")  # the Inter-American Commission

# K known organisation or state, P known person, y known surname, M metonym, Y demonym, T title, F modifier of a title, H head of an
# organisation's name, R head that comes first (Radio), D web address, w a thing (Street, Act), I initial, A capitals, C other name,
# V never a name alone, v never part of one, o `of`, t `the`, s possessive, N number, & itself, _ what a known name has taken in.
_FORM_SHAPES = {"surname": "y", "metonym": "M", "demonym": "Y"}
_METHODS = {
    "name": "exact_name",
    "acronym": "acronym",
    "transliteration": "alias",
    "surname": "surname_reference",
    "metonym": "metonym",
    "demonym": "demonym",
    "local": "local_form",
}
_WORD_SHAPES = {
    **dict.fromkeys(words_of("thing"), "w"),
    **dict.fromkeys(PARTICLES, "C"),
    **dict.fromkeys(GENITIVES, "s"),
    **dict.fromkeys(("of", "for", "on"), "o"),
    **dict.fromkeys(HEADS, "H"),
    **{word: "T" if title.role == "title" else "F" for word, title in TITLES.items()},
    ".": "I",
    "the": "t",
    "and": "C",
    "&": "&",
}


@dataclass(slots=True, eq=False)
class Unit:
    """A word of a run, or the words of one known name."""

    shape: str
    word: str  # its first
    first: int  # tokens, as offsets into the run
    stop: int
    entry: int = -1  # whom the reference knows by it: index into its entries
    method: str = ""


def units(run: list[str], reference: Reference) -> list[Unit]:
    """What the words of `run` are: each by itself and those before it, then mended by what stands behind."""
    found: list[Unit] = []
    shapes = ""
    index = 0
    while index < len(run):
        unit = _known(run, index, found, shapes, reference) or _other(run, index, shapes, reference)
        found.append(unit)
        shapes += unit.shape
        index = unit.stop
    if len(found) > 1:
        _mend_titles(found)
        _mend_bodies(found)
        _mend_given(found)
        _mend_known(found)
        _mend_branches(found)
        _take_in_initials(found, reference)
    _tell_heads(found)
    return found


def _known(run: list[str], index: int, before: list[Unit], shapes: str, reference: Reference) -> Unit | None:
    """The form of the reference that begins at `index`, as what it is behind the units `before` it, of the shapes `shapes`."""
    word = run[index]
    form, stop = _form(run, index, before, reference)
    if form is not None:
        shape = _FORM_SHAPES.get(form.kind) or ("P" if reference.entries[form.entry].kind == "person" else "K")
        unit = Unit(shape, word, index, stop, form.entry, _METHODS[form.kind])
    elif len(word) > 3 and INITIALS.fullmatch(word) and (form := reference.forms.get(word.replace(".", ""))) is not None:
        unit = Unit("K", word, index, index + 1, form.entry, "acronym")  # F.B.I.
    else:
        return None
    shape = _instead(unit, run, shapes, reference)
    return Unit(shape, word, index, unit.stop) if shape else unit


def _form(run: list[str], index: int, before: list[Unit], reference: Reference) -> tuple[Form | None, int]:
    """The longest form of the reference that begins at `index`, and where it ends."""
    forms, word = reference.forms, run[index]
    for size in range(min(reference.longest.get(word, 0), len(run) - index), 0, -1):
        form = forms.get(word if size == 1 else " ".join(run[index : index + size]))
        if form is not None and form.kind == "local":
            form = _localised(form, before, reference, is_followed=run[index + size : index + size + 1] == ["of"])
        if form is not None:
            return form, index + size
    return None, index


def _localised(form: Form, before: list[Unit], reference: Reference, *, is_followed: bool) -> Form | None:
    """A local form as the body of the country named right before it; None behind anything else, and before `of`."""
    possessive = bool(before) and before[-1].shape == "s"
    owner = before[-1 - possessive] if len(before) > possessive else None
    if owner is not None and owner.shape in "KMY" and owner.entry >= 0:  # Kenya's Supreme Court, the Indian Congress
        country = reference.entries[owner.entry].country
        own = next((rival for rival in (form.entry, *form.rivals) if reference.entries[rival].country == country), -1)
        return form._replace(entry=own, kind="name") if own >= 0 else None
    return None if before or is_followed else form  # the Supreme Court of Kenya, a State Supreme Court


def _instead(unit: Unit, run: list[str], shapes: str, reference: Reference) -> str:
    """What a known form is where the words beside it show that it does not mean whom the reference knows by it; else empty."""
    shape, word, first, stop = unit.shape, unit.word, unit.first, unit.stop
    if shape not in "KM":
        return ""
    if stop == first + 1:
        behind = run[stop] if stop < len(run) else ""
        if word in GIVEN and behind and shape_of(behind) in "CI":
            return "C"  # Israel Katz, Jordan Smith: a state's name that people bear too
        if shape == "K" and not shapes and word.lower() in NOUNS and len(run) > 2 and behind not in HEADS:
            return "T"  # Economist Ann Smith
        if shapes.endswith("C") and _is_surname(unit, run[first - 1], shapes, reference):
            return "C"  # Juan Santiago, Anna Fox
        if shape == "K" and word in HEADS and (behind == "of" or (shapes.endswith(("C", "F")) and not word.isupper())):
            return "H"  # the Brotherhood of Dockers, the Coastal Rights Observatory
    if shape == "K" and shapes and shapes[-1] in "KMYsCAF" and " ".join(run[first:stop]) in _BRANCHED:
        return "H"  # the Kenya Red Cross is not the international one, nor the National Security Council that of the UN
    return ""


def _is_surname(unit: Unit, before: str, shapes: str, reference: Reference) -> bool:
    """Whether a known word behind the name `before` is the surname of somebody else: of a place, a state, or an outlet called otherwise."""
    if unit.shape == "M":
        return before in GIVEN
    bearer = reference.entries[unit.entry]
    return (before in GIVEN or shapes[-2:-1] == "T") and (
        bearer.kind == "state" or (bearer.kind in {"media", "company"} and bearer.name != unit.word)
    )


def _other(run: list[str], index: int, shapes: str, reference: Reference) -> Unit:
    """What the word at `index` is, of which the reference knows nothing."""
    word = run[index]
    stop = index + 1
    if word in _SAINTS and shapes.endswith("C"):
        shape = "C"
    elif "-" in word and not word.startswith(_ACROSS) and _is_joined(word, reference):
        shape = "V"
    elif (end := _place_end(run, index)) > 0:
        shape, stop = "V", end
    elif _is_noun_as_title(run, index, shapes):
        shape = "T"  # Lawmaker Ruth Adoma
    elif index + 2 < len(run) and run[index + 1] == "." and run[index + 2].islower() and word[0] != "@":
        shape, stop = "D", index + 3
    elif len(word) > 2 and word.isupper() and _is_printed_large(run, index, shapes):
        shape = "C"  # ANN SMITH: in a transcript
    else:
        shape = shape_of(word)
    return Unit(shape, word, index, stop)


def _place_end(run: list[str], index: int) -> int:
    """Where a place of three or two words ends that begins at `index`; 0 where none does."""
    for size in (3, 2):
        if index + size <= len(run) and " ".join(run[index : index + size]) in PLACES:
            return index + size
    return 0


def _is_noun_as_title(run: list[str], index: int, shapes: str) -> bool:
    """Whether a common noun for a person stands before a person's name as a title does."""
    word = run[index]
    if index + 1 >= len(run) or word in TITLES or word in GIVEN:
        return False
    noun = NOUNS.get(word.lower())
    if (
        noun is None
        and index == 0
        and len(run) > 2
        and run[1] in GIVEN
        and _AGENT.fullmatch(word)
        and shape_of(word) == shape_of(run[2]) == "C"
    ):
        return True  # Playmaker Ann Smith
    if noun is None or noun.plural:
        return False
    return run[index + 1] in GIVEN or ((not shapes or shapes[-1] in "yPKMYs") and _is_full_name(run[index + 1 :]))


def _is_full_name(run: list[str]) -> bool:
    """Whether two or more words in capitals may be the name of a person, by their shapes alone."""
    return len(run) > 1 and all(shape_of(word) in "CI" for word in run)


def _is_printed_large(run: list[str], index: int, shapes: str) -> bool:
    """Whether a word in upper case is part of a person's name that is so printed."""
    if shapes.endswith("C") and run[index - 1].isupper():
        return True
    return run[index].title() in GIVEN and index + 1 < len(run) and run[index + 1].isupper()


def _is_joined(word: str, reference: Reference) -> bool:
    """Whether a hyphen joins two names into what is none: Syrian-American, the NBC-Journal poll."""
    left, _, right = word.rpartition("-")
    one, other = reference.forms.get(left), reference.forms.get(right)
    if other is not None and other.kind == "demonym":
        return True
    return one is not None and one.kind in {"name", "acronym"} and reference.entries[one.entry].kind != "person"


def shape_of(word: str) -> str:
    """What a word is by itself."""
    shape = _WORD_SHAPES.get(word)
    if shape is not None:
        return shape
    if word.isdigit():
        return "N"
    if "-" in word and (shape := _hyphened(word)):
        return shape
    if len(word) == 1 and word.isalpha():
        return "I"
    if word[-1] == "s" and len(word) > 2 and word[:-1].isupper():
        return "V"  # NGOs, MPs
    if word in NEVER and word.endswith(_CREEDS):
        return "F"  # the Zionist Organization, the Association of Evangelicals
    if word[0].isupper() and word.lower() in _TRADES:
        return "v"
    if word in NEVER or word.lower() in CALENDAR or word[0] in "@#" or word[0].isdigit() or len(word) > 20 or _GLUED.search(word):
        return "V"
    if len(word) == 1 or INITIALS.fullmatch(word):
        return "I"
    if word.isupper():
        return "A" if word[0].isalpha() else "V"
    return "C"


def _hyphened(word: str) -> str:
    """What a word is by what stands at its hyphens; empty where they tell nothing."""
    tail = word.rpartition("-")[2]
    if tail.endswith("ed") or tail in _TAILS or word.startswith(_AGAINST):
        return "v"  # Iranian-backed, Kyiv-based
    if tail in TITLES:
        return "T"  # Secretary-Treasurer
    if tail in HEADS:
        return "H"  # Sun-Times
    return "V" if word[1:2] == "-" and word[0] in "RDI" else ""  # R-Utah


def _mend_titles(units: list[Unit]) -> None:
    """Titles that are part of a person's name."""
    before, last = units[-2:]
    is_named = (
        (len(units) > 2 and not _LETTERS.fullmatch(last.word))
        or before.word in GIVEN
        or (last.word.istitle() and last.word.lower() not in NOUNS)
    )
    if last.shape == "T" and before.shape == "C" and is_named:
        last.shape = "C"  # Billie Jean King, Donata Maj
    if last.shape == "C" and before.shape == "T" and len(units) > 2 and units[-3].shape == "T" and before.word in GIVEN:
        before.shape = "C"  # Sheikh Sultan Aradi


def _mend_bodies(units: list[Unit]) -> None:
    """Nouns that describe a group rather than name it, and those that are part of a body's name."""
    opening = units[0]
    if len(units) > 2 and units[1].shape == "o" and units[2].shape == "t" and opening.word[-1] == "s":
        body = ORGANS.get(opening.word.lower())
        if body is not None and body.kind == "armed_group":
            opening.shape = "V"  # Rebels of the Northern Front
    for at, (before, unit) in enumerate(pairwise(units)):
        if before.shape == "T" and unit.shape == "H" and before.word[-1] == "s":
            before.shape = "C"  # the Governors Association
        elif before.shape == unit.shape == "H" and HEADS.get(before.word, ("",))[0] == "media":
            before.shape = "C"  # Citizen Watch
        elif before.shape == "V" and unit.shape == "H" and (before.word.lower() in NOUNS or before.word in _DIRECTIONS):
            before.shape = "C"  # Rebel Front, the Northern Council
        elif before.word in _DIRECTIONS and unit.shape == "C" and unit.word not in GIVEN and (at == 0 or units[at - 1].shape in "tC"):
            before.shape = "C"  # Western Ledger
        elif unit.shape == "V" and before.shape == "o" and at and units[at - 1].shape == "H" and unit.word.lower() in NOUNS:
            unit.shape = "C"  # the Greek Council for Refugees


def _mend_given(units: list[Unit]) -> None:
    """Common words and demonyms that a given name or a title beside them shows to be names."""
    is_titled = False  # whether a title stands before the one before
    for before, unit in pairwise(units):
        if unit.shape == "V" and before.shape == "C" and unit.word in _MONTH_NAMES and (is_titled or before.word in GIVEN):
            unit.shape = "C"  # Theresa May, Commander Ariful Islam
        elif unit.shape == "C" and before.word in GIVEN and (before.shape == "V" or (before.shape in "FH" and unit is units[-1])):
            before.shape = "C"  # Hope Haddad, Bill Okoro, May Lindal, Christian Boral, Marine Duval
        elif unit.shape == "C" and before.shape in "Vw" and _AFTER_FAMILY.fullmatch(unit.word):
            before.shape = "C"  # Park Min-seo
        is_titled = before.shape == "T"
    before, last = units[-2:]
    if before.shape == "C" and before.word in GIVEN:
        is_titled = len(units) > 2 and units[-3].shape == "T"
        if last.shape == "Y" or (last.shape in "VFw" and is_titled and last.word.lower() not in CALENDAR):
            _forget(last)  # Rick German, Gov. Nora Fee, Doctor Sam Field


def _mend_known(units: list[Unit]) -> None:
    """Known persons whose name goes on, and known surnames that are part of somebody else's name."""
    for at, (unit, behind) in enumerate(pairwise(units)):
        if unit.shape == "y":
            if behind.shape == "C" and at + 2 == len(units) and behind.word.lower() in NOUNS:
                behind.shape = "V"  # Trump Aide
            elif behind.shape in "CIy":
                _forget(unit)  # a family name that is a given name here
        elif unit.shape == "P" and behind.shape == "C" and at + 2 < len(units) and behind.word.lower() in PARTICLES:
            _take_in(units, at, at + 3)  # Mohammed bin Abdulrahman Al Thani


def _mend_branches(units: list[Unit]) -> None:
    """The state behind a body's name of linked words, which is part of the name: Jamaat-e-Islami Pakistan."""
    last = units[-1]
    if last.shape != "K" or last.stop != last.first + 1 or last.method != "exact_name":
        return
    if units[-2].word in _BEARS_STATE and units[-2].shape not in "KM":
        _forget(last)
        units[-2].shape = "R"  # Air Canada
        return
    at = len(units) - 1
    while at and units[at - 1].shape == "C":
        at -= 1
    if any(_LINKED.fullmatch(unit.word) for unit in units[at:-1]):
        _forget(last)
        units[at].shape = "R"


def _take_in_initials(units: list[Unit], reference: Reference) -> None:
    """Make one known person of a name that is printed with initials: John F. Kerrigan for John Kerrigan."""
    shapes = "".join([unit.shape for unit in units])
    match = _INITIALLED.search(shapes) if "I" in shapes else None
    if match is None:
        return
    first, stop = match.span()
    form = reference.forms.get(f"{units[first].word} {units[stop - 1].word}")
    if form is None or form.kind != "name" or reference.entries[form.entry].name.count(" ") != 1:
        return
    if stop < len(units) and units[stop].word in SUFFIXES:
        stop += 1
    _take_in(units, first, stop)
    known = units[first]
    known.shape, known.entry, known.method = "P", form.entry, "name_variant"


def _forget(unit: Unit) -> None:
    """Make a unit a name of nobody known."""
    unit.shape, unit.entry, unit.method = "C", -1, ""


def _take_in(units: list[Unit], first: int, stop: int) -> None:
    """Make those behind `first`, up to `stop`, part of it."""
    units[first].stop = units[stop - 1].stop
    for unit in units[first + 1 : stop]:
        unit.shape = "_"


def _tell_heads(units: list[Unit]) -> None:
    """The heads of organisations' names that come first, and those that modify a title elsewhere."""
    last = len(units) - 1
    for at, unit in enumerate(units):
        if unit.shape == "H":
            if at == 0 and last > 0 and units[1].shape in "CA" and unit.word in _LEADING:
                unit.shape = "R"
        elif unit.shape == "F" and unit.word in HEADS and (at == last or units[at + 1].shape not in "TF"):
            unit.shape = "H"  # Farmers Union, but Union Minister
