"""What a word is by itself, looked up once: its class, and which rules will look at it.

Belongs here: classing a word by lexicon and shape alone. Does not belong here: what its neighbours make of it (`tag`).
"""

import re
from sys import intern

from transforms import lexicon
from transforms.text.quantities.classes import ALPHABET

KNOWN: dict[str, str] = {row[0]: row[1] for row in lexicon.rows("pos")}
CLOSED = frozenset("POpdMIHKCTQWUAYoF")
_SIGNS: dict[str, str] = {
    **dict.fromkeys((".", "!", "?", "…", "..", "...", "....", "?!"), "."),
    ",": ",",
    ":": ":",
    ";": ";",
    **dict.fromkeys(("-", "–", "—", "--", "---"), "-"),
    **dict.fromkeys(('"', "''", "``"), '"'),
    "'": "'",
    "`": "'",
    **dict.fromkeys("([{", "("),
    **dict.fromkeys(")]}", ")"),
    **dict.fromkeys("$£€¥", "$"),
    "&": "C",
    "%": "N",
    "'s": "s",
    "'S": "s",
    "'re": "I",
    "'m": "I",
    "'ve": "H",
    "'ll": "M",
    "'d": "M",
    "I": "P",
}
GIVEN = frozenset(row[0].lower() for row in lexicon.rows("first_names"))
_SETS = lexicon.sets("word_sets")
_STANCE_SETS = lexicon.sets("stance_sets")
_TIMES = _SETS["times"]
_TITLES = _SETS["titles"]
_ADJECTIVE = re.compile(r".{2,}(?:al|ic|ive|ous|ful|less|able|ible|ary|ish)$")
ALSO_VERBS = _SETS["also verbs"]
ALSO_SOMEBODY = _SETS["also somebody"]
RULINGS = _SETS["rulings"]
ALSO_NAMES = frozenset(map(str.title, _SETS["also names"]))
_BESIDE = ALSO_VERBS | ALSO_SOMEBODY | RULINGS | ALSO_NAMES | {"her", "according", "According", "-", ".", "'", "than", "first"}
_CUES = lexicon.words("cue") | _SETS["set phrases"]
_RELATING = frozenset(word for word, use in lexicon.rows("claim_words") if use in _SETS["relating uses"] or use.startswith("pole:"))
_RELATES = _RELATING.union(_SETS["also relating"], *map(lexicon.sets("claim_sets").__getitem__, ("negative", "earlier", "real")))
_COOPERATES = frozenset(word for word, use in lexicon.rows("stance_helpers") if use == "cooperates")
_VOID = frozenset(word for word, use in lexicon.rows("claim_words") if use == "void")
_STANCES = frozenset(form.rpartition("_")[2] for row in lexicon.rows("stance_words") for form in row[1].split())
_TAKES_SIDES = _STANCES | _COOPERATES | _VOID | _STANCE_SETS["connectors"] | _STANCE_SETS["refusing"]
# The marks of each word that rules look at, in lower case: whether it may attribute, relate claims, take a side.
_MARKS = {
    low: "".join("x" if low in words else " " for words in (_CUES, _RELATES, _TAKES_SIDES)) for low in _CUES | _RELATES | _TAKES_SIDES
}
_MOST = 20_000
# The columns of a code: its class; `x` in those of the rules that look at it; its character in the alphabet of figures.
CLASS, BESIDE, CUE, RELATES, TAKES_SIDES, FIGURE = range(6)
WIDTH = 6


def _class(word: str) -> str:
    sign = _SIGNS.get(word)
    if sign is not None:
        return sign
    first = word[0]
    if first.isdigit():
        return "t" if len(word) == 4 and word.isdecimal() and 1900 <= int(word) <= 2099 else "n"
    low = word.lower()
    if first.isupper():
        if low in _TIMES:
            return "M" if word == "MAY" else "t"
        if low.rstrip(".") in _TITLES:
            return "L"
        known = KNOWN.get(low, "X")
        if low != word and len(word) > 1 and word.isupper() and low != "the":
            return "X"
        return known if known in CLOSED else "X"
    if not first.isalpha():
        return "-" if word.startswith(("--", "—")) else "." if word.startswith("..") else "X" if first in "@#" and len(word) > 1 else "*"
    known = KNOWN.get(low, "")
    if known:
        return known
    return _shape(word, low)


def _shape(word: str, low: str) -> str:
    if low.endswith("n't"):
        return "K" if low[:2] == "do" else "M"
    if "-" in low:
        if any(part[:1].isupper() for part in word.split("-")[1:]):
            return "X"  # al-Rishq
        tail = low.rsplit("-", 1)[1]
        return (
            "J"
            if tail.endswith(("ed", "ing")) or KNOWN.get(tail, "N") in "JEGn"
            else "S"
            if tail.endswith("s")
            else "J"
            if "-to-" in low
            else "N"
        )
    if low.endswith("ly"):
        return "R"
    if low.endswith("ed"):
        return "E"
    if low.endswith("ing") and len(low) > 5:
        return "G"
    if low.endswith("s") and not low.endswith(("ss", "us", "is", "ous")):
        return "S"
    if _ADJECTIVE.match(low):
        return "J"
    return "N"


class _Codes(dict[str, str]):
    """The code of each word: its class alone; whether neighbours may change that, whether it may attribute, relate claims or take a side.

    Words met before are kept, up to a bound.
    """

    def __missing__(self, word: str) -> str:
        marks = _MARKS.get(word.lower(), "   ")
        found = intern(f"{_class(word)}{'x' if word in _BESIDE else ' '}{marks}{ALPHABET.tags((word,))}")
        if len(word) < 40:
            if len(self) >= _MOST:
                self.clear()
            self[word] = found
        return found


CODES = _Codes()
