"""What the lexicon knows of words for people and bodies: common nouns, titles, given names, and small sets by name.

Belongs here: the words, compiled once. Does not belong here: what words are in a run of capitals (`shape`), and texts.
"""

import re
from typing import NamedTuple

from transforms import lexicon


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
for _one in ("mother", "father", "mum", "mom", "dad", "grandmother", "grandfather"):
    _kin = NOUNS[_one]._replace(lemma="mother" if NOUNS[_one].gender == "f" else "father", role="people")
    for _many in ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"):
        NOUNS[f"{_one}-of-{_many}"] = _kin  # the mum-of-three said
for _many in words_of("of_several"):
    NOUNS[_many] = Noun(_many, "people", "-", "affiliate", _GROUPS.get(_many, _many), plural=True)
NOUNS["people"] = Noun("person", "people", "-", "affiliate", "source", plural=True)
NOUNS["spokespersons"] = NOUNS["spokespeople"] = Noun("spokesperson", "role", "-", "spokesperson", "spokesperson", plural=True)
ORGANS = {row[0]: Organ(row[1], _sectors(row[2]), row[3]) for row in lexicon.rows("organisation_nouns")}
HEADS = {row[0]: (row[1], _sectors(row[2])) for row in lexicon.rows("organisation_heads")}
TITLES = {row[0]: Title(row[1], row[2], "" if row[3] == "-" else row[3]) for row in lexicon.rows("titles")}
GIVEN: dict[str, str] = {row[0]: row[1] for row in lexicon.rows("first_names")}
NEVER = lexicon.words("never_names")
PLACES = lexicon.words("places")
PORTFOLIOS = words_of("portfolio")
PARTICLES = words_of("particle")
CALENDAR = frozenset(word for word, kind in lexicon.rows("closed_words") if kind in {"weekday", "month", "season"})
THE = frozenset(("the", "this", "these", "those", "that", "both"))
INDEFINITE = frozenset(("a", "an", "another"))
GENITIVES = frozenset(("'s", "'"))
# What stands behind names at the bar, in parliament, and by honours.
POST_NOMINALS = words_of("post_nominal")
SUFFIXES = frozenset(("Jr.", "Sr.", "Jr", "Sr", "II", "III", "IV", *POST_NOMINALS))
PREFIXES = ("al-", "Al-", "el-", "El-", "ibn-", "bin-")
_HYPHENED = re.compile(r"[A-Z][a-z]+-[a-z]+")


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
