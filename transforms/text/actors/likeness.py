"""Likeness of names: which may be spellings of one. Suggestions only; nothing here says that two names are one."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from transforms.text.actors.nouns import words_of

_SHORTEST = 6  # letters of a name that is compared: short ones are too often one edit apart
_SHORT_WORD = 5  # letters of a single word that is compared
_MOST = 50  # names of one likeness that are paired: more is a pattern, not a spelling
_WORD = re.compile(r"\w+")
_POSSESSIVE = re.compile(r"['’]s\b|(?<=s)['’](?= )|\.(?=\w\b)")
# Words that names of bodies are written with and without.
_FORMS = words_of("legal_form") | {"the", "of", "for", "in", "on", "and"}
_ARTICLE = re.compile(r"\b(?:al|el|ad|as|ash|at|an|ar|ul)[ -]")
# Sounds that are written in several ways when names are carried over into Latin letters.
_SOUNDS = tuple(
    (re.compile(written), sound)
    for written, sound in (
        (r"[’'`ʻ-]", ""),
        ("ou|oo", "u"), ("ee|ii|ie|y", "i"), ("kh|ch", "h"), ("gh", "g"), ("q|ck|c", "k"), ("dh|th", "d"), ("sch|sh", "s"),
        ("tz|ts|z", "s"), ("ph|v", "f"), ("dj|j", "g"), ("w", "u"), (r"(.)\1+", r"\1"), ("[aeo]", "a"), ("[iu]", "i"), ("h$|h(?= )", ""),
    )
)  # fmt: skip


def possible_duplicates(names: Sequence[str]) -> list[tuple[str, str, str]]:
    """Pairs of `names` that may mean one actor: (name, other, reason), each pair once, in the order of the alphabet."""
    plain = {name: _plain(name) for name in sorted(set(names))}
    found: dict[tuple[str, str], str] = {}
    for reason, keys in (("one name in other words", _core), ("one transliteration", _sound), ("one letter apart", _near)):
        groups: dict[str, list[str]] = {}
        for name, spelt in plain.items():
            if len(spelt) >= _SHORTEST:
                for key in sorted(set(keys(spelt))):
                    groups.setdefault(key, []).append(name)
        for group in groups.values():
            if 1 < len(group) <= _MOST:
                for one, other in _pairs(group):
                    if _TESTS.get(reason, _always)(plain[one], plain[other]):
                        found.setdefault((one, other), reason)
    return sorted((one, other, reason) for (one, other), reason in found.items())


def sounds_alike(one: str, other: str) -> bool:
    """Whether two words may be spellings of one, carried over into Latin letters: Mukhammad, Muhammad."""
    if one[0] != other[0] or min(len(one), len(other)) < _SHORT_WORD:
        return False
    return next(_sound(_plain(one))) == next(_sound(_plain(other)))


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _sound(spelt: str) -> Iterator[str]:
    heard = _ARTICLE.sub("", spelt)
    for written, sound in _SOUNDS:
        heard = written.sub(sound, heard)
    yield heard


def _near(spelt: str) -> Iterator[str]:
    """The name, and the name with each one letter left out: names one edit apart share at least one of them."""
    yield spelt
    for index in range(min(len(spelt), 60)):
        yield spelt[:index] + spelt[index + 1 :]


def _is_one_edit(one: str, other: str) -> bool:
    """Whether one letter added, left out, changed or swapped with its neighbour makes one of the other; figures count as they are."""
    if one == other or any(letter.isdigit() for letter in one + other):
        return one == other
    shared = 0
    while shared < min(len(one), len(other)) and one[shared] == other[shared]:
        shared += 1
    rest, other_rest = one[shared:], other[shared:]
    return (
        rest[1:] == other_rest[1:]
        or rest[1:] == other_rest
        or rest == other_rest[1:]
        or (rest[2:] == other_rest[2:] and rest[:2] == other_rest[1::-1])
    )


def _core(spelt: str) -> Iterator[str]:
    """The words that tell a body from others, in any order: gaza health ministry, of the Ministry of Health in Gaza."""
    if kept := [word for word in _WORD.findall(_POSSESSIVE.sub("", spelt)) if word not in _FORMS]:
        yield " ".join(sorted(kept))


def _has_other_words(one: str, other: str) -> bool:
    """Whether more than the order tells two names apart: Ali Hassan is not Hassan Ali."""
    return sorted(one.split()) != sorted(other.split())


def _always(_one: str, _other: str) -> bool:
    return True


_TESTS = {"one name in other words": _has_other_words, "one letter apart": _is_one_edit}


def _pairs(group: Iterable[str]) -> Iterator[tuple[str, str]]:
    held = sorted(group)
    for place, one in enumerate(held):
        for other in held[place + 1 :]:
            yield one, other
