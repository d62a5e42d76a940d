"""Words as characters: a token sequence becomes a string with one character a token, over which compiled patterns run.

Belongs here: how words with features become characters, and how a pattern written with features becomes a regular expression
over them. Does not belong here: which words there are (lexicon) and which patterns (the modules that read).

Each distinct set of features gets one character. In a pattern, `{NAME}` stands for any one token that has the feature `NAME`,
`{A|B}` for any that has one of several, `{^A|B}` for any that has none; a function word is its own feature: `{at}{least}`.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

_MIXED = re.compile("[A-Z][a-z]+[A-Z]")
_SLOT = re.compile(r"\{(\^?)([^{}\d][^{}]*)\}")
# A class, a sign that is quoted, what opens a group, a quantifier; anything else is one character.
_TOKEN = re.compile(r"\[(?:\\.|[^\]\\])*\]|\\.|\((?:\?(?:P<\w+>|<?[=!]|[:>]))?|(?:[?*+]|\{\d+(?:,\d*)?\})[?+]?|.", re.DOTALL)
_QUOTED = re.compile(r"\\(.)", re.DOTALL)
_REMEMBERED = 20_000


class Alphabet:
    """Tags for words, and patterns over tags."""

    def __init__(self, features: Mapping[str, Iterable[str]], shapes: Mapping[str, Iterable[str]], common: Iterable[str] = ()) -> None:
        """`features`: of each known word, in lower case. `shapes`: of unknown words, by what they look like (see `_shape`).

        `common` words and shapes get the characters below U+0100: those of a text are objects that Python keeps, all others are made anew
        each time that one is looked at.
        """
        found: dict[frozenset[str], str] = {}

        def character(names: Iterable[str]) -> str:
            return found.setdefault(frozenset(names), chr(0x21 + len(found)) if len(found) < 0x5E else chr(0xA1 - 0x5E + len(found)))

        self._shapes = {shape: character(names) for shape, names in shapes.items()}
        for word in filter(features.__contains__, common):
            character(features[word])
        tags = {word: character(names) for word, names in features.items()}
        self._by_feature: dict[str, list[str]] = defaultdict(list)
        for names, tag in found.items():
            for name in sorted(names):
                self._by_feature[name].append(tag)
        self._all = {*found.values(), *self._shapes.values()}
        people = {word: tags[word] for word, names in features.items() if "VICTIM" in names and "MEASURE" not in names}
        self._tags = _Tags(tags, people, self._shapes)

    def tags(self, words: Iterable[str]) -> str:
        """One character for each of `words` (as printed: an unknown word in capitals is taken for a name)."""
        return "".join(map(self._tags.__getitem__, words))

    def having(self, *features: str) -> frozenset[str]:
        """The characters of the words that have one of `features`.

        Raises:
            KeyError: no word has the feature.
        """
        return frozenset(tag for feature in features for tag in self._by_feature_or_raise(feature))

    def compile(self, template: str, **parts: str) -> re.Pattern[str]:
        """The pattern that `template` describes; `<part>` in it stands for the template given as `part`."""
        while "<" in (bare := re.sub(r"\(\?P?<", "", template)) and any(f"<{name}>" in bare for name in parts):
            for name, part in parts.items():
                template = re.sub(rf"(?<!\?P)<{name}>", lambda _match, part=part: f"(?:{part})", template)  # type: ignore[misc]
        pattern = "".join(_SLOT.sub(self._slot, template).split())
        begins = openings(pattern, self._all)
        return re.compile(f"(?={_any_of(begins)})(?:{pattern})" if begins and pattern[0] not in "[\\" else pattern)

    def _slot(self, match: re.Match[str]) -> str:
        tags = self.having(*match[2].split("|"))
        if not match[1] and len(tags) == 1:
            return re.escape(next(iter(tags)))
        return _any_of(tags, but="^" if match[1] else "")

    def _by_feature_or_raise(self, feature: str) -> list[str]:
        if feature not in self._by_feature:
            raise KeyError(f"no word has the feature {feature!r}")
        return self._by_feature[feature]


def _any_of(tags: Iterable[str], but: str = "") -> str:
    return f"[{but}{re.escape(''.join(sorted(tags)))}]"


def openings(pattern: str, every: set[str]) -> set[str]:
    """Which of `every` character a match of `pattern` may begin with; none where it may be empty."""
    found, may_be_empty = _openings(_TOKEN.findall(pattern)[::-1], every)
    return set() if may_be_empty else found


def _openings(ahead: list[str], every: set[str]) -> tuple[set[str], bool]:
    """What stands first in a group whose pieces are `ahead`, the next one last; and whether that may be nothing."""
    found: set[str] = set()
    may_be_empty, is_open = False, True  # is_open: all that was read of this alternative may be empty
    while ahead and (piece := ahead.pop()) != ")":
        if piece == "|":
            may_be_empty, is_open = may_be_empty or is_open, True
            continue
        first, may_lack = _openings(ahead, every) if piece[0] == "(" else (_characters(piece, every), piece in "^$")
        if piece[0] == "(" and piece[-1] in "=!":
            first, may_lack = set(), True  # it looks ahead or back
        if ahead and ahead[-1][0] in "?*+{":
            may_lack |= ahead.pop()[:2] in {"?", "??", "?+", "*", "*?", "*+", "{0"}
        if is_open:
            found |= first
            is_open = may_lack
    return found, may_be_empty or is_open


def _characters(piece: str, every: set[str]) -> set[str]:
    """The characters that one piece of a pattern stands for."""
    if piece[:2] == "[^":
        return every - _characters(f"[{piece[2:]}", every)
    if piece == ".":
        return every
    return set() if piece in "^$" else set(_QUOTED.sub(r"\1", piece[1:-1] if piece[0] == "[" else piece))


class _Tags(dict[str, str]):
    """Word as printed -> character, filled as words are met, up to a bound."""

    def __init__(self, known: dict[str, str], people: dict[str, str], shapes: dict[str, str]) -> None:
        super().__init__(known)
        self._known = known
        self._people = people  # of whom there may be former ones: ex-soldiers
        self._shapes = shapes

    def __missing__(self, word: str) -> str:
        low = word.lower()
        known = self._people.get(low[3:]) if low[:3] == "ex-" else self._known.get(low)
        if word in _BODIES or _MIXED.fullmatch(word):
            known = None  # an armed group: IS, LeT
        tag = known or self._shapes[_shape(word, low)]
        if len(self) < _REMEMBERED and len(word) < 30:
            self[word] = tag
        return tag


_BODIES = frozenset(("IS", "WHO"))
_NAME_ARTICLES = frozenset(("al-", "el-", "ad-", "an-", "ar-", "as-", "at-", "az-"))
_TENS = frozenset(["twenty", "thirty", "forty", "fourty", "fifty", "sixty", "seventy", "eighty", "ninety"])
_UNITS = frozenset(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"])


def _shape(word: str, low: str) -> str:
    """What an unknown word looks like: digits, decimal, ordinal, cardinal, aged, ly, ed, ing, name, mark or word."""
    first = low[0]
    if first.isdigit():
        if low.isdigit():
            return "digits"
        if low[-2:] in {"st", "nd", "rd", "th"}:
            return "ordinal"
        whole, *groups = low.split(",")
        if groups and whole.isdigit() and all(len(group) == 3 and group.isdigit() for group in groups):
            return "digits"
        return "decimal" if low.replace(".", "", 1).isdigit() else "word"
    if not first.isalpha():
        return "mark"
    if "-" in low:
        head, _, tail = low.partition("-")
        if head in _TENS and tail in _UNITS:
            return "cardinal"
        if low.endswith(("-old", "-olds")):
            return "aged"
    if word[0].isupper() or (low[:3] in _NAME_ARTICLES and word[3:4].isupper()):
        return "name"
    if low.endswith("ly"):
        return "ly"
    if low.endswith("ed"):
        return "ed"
    if low.endswith("ing"):
        return "ing"
    return "word"
