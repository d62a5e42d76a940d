"""The word class of each token, as one string with one character a token: string index = token index.

Belongs here: the alphabet, classing by lexicon, shape and neighbours, and noun phrases as patterns over the string. Does not belong
here: what a word does in a statement (`cue`), or who a phrase means (`mention`). Compiled patterns run over the string at C speed;
offsets of a match are token indices.

| class | words | class | words |
|---|---|---|---|
| `N` | noun; also the default | `S` | plural noun |
| `X` | capitalised name or title (not merely sentence-initial) | `L` | abbreviated title with its stop: Mr. Sen. Gen. |
| `n` | number, in digits or words | `P` | subject pronoun: he it they |
| `O` | object or reflexive pronoun: him themselves | `p` | possessive pronoun: his their |
| `d` | determiner, quantifier | `s` | possessive 's or ' |
| `J` | adjective | `R` | adverb, not, today; a weekday in capitals is `t` |
| `t` | weekday, month or year: On `t`, Jan. 5, 2016 | `V` | finite verb: says, went |
| `E` | -ed form: past tense or participle | `G` | -ing form |
| `B` | base form: (to) say | `b` | base form that may be a noun: plan, support |
| `z` | -s form that may be a plural noun: plans, calls | `M` | modal |
| `I` | form of be | `H` | form of have |
| `K` | form of do | `T` | to |
| `F` | preposition | `o` | of |
| `A` | as | `Y` | by |
| `C` | and, or, but | `Q` | that |
| `U` | subordinator: because, if, when | `W` | who, which, what, whether, how |
| `,` `.` `:` `;` `-` | comma, stop (. ! ? ...), colon, semicolon, dash | `"` | double quotation mark |
| `'` | single quotation mark | `(` `)` | brackets of any kind |
| `$` | currency sign | `*` | any other sign |
"""

import re
from collections.abc import Callable

from transforms import lexicon
from transforms.text.closed import A_AN
from transforms.text.reading import Reading
from transforms.text.word import ALSO_NAMES, ALSO_SOMEBODY, ALSO_VERBS, BESIDE, CLOSED, CODES, GIVEN, KNOWN, RULINGS, WIDTH

_SETS = lexicon.sets("word_sets")
_MORE = _SETS["comparing"]
_NO_NOUN = frozenset("QTPWFUAYoCVMIHKd.,:;")
_BEFORE_NAME = frozenset('.,"(<VEC')
_BEHIND_NAME = frozenset(",VEIHzs)")
_DOMAINS = _SETS["domains"]
_LEADING = frozenset("\"'(-*")
_HEADLINE_LOOKED_AT = 30  # words
_HEADLINE = frozenset("XLsFdpo:C")
_NO_NAME = frozenset("VEGzRpdMIHKCTQWUAYoF")

# A word that opens a sentence is in capitals in any case: its class is that of the word in lower case, unless it may be a name.
_OPENING = frozenset("GERJNSnVTtFIHMK") | CLOSED

_UNSURE = re.compile("[zbBs]")
_BEFORE_NOUN = frozenset("dpJsoG")
_BEFORE_BASE = frozenset("TMPK")
_SUBJECTS = frozenset("NXS)")
_OBJECT_NEXT = frozenset('dpQPOXTWJ"nt:')
_CLAUSE_NEXT = frozenset("QdpTW")
_VERB_NEXT = frozenset("EVMIHK,.")
_MANY_BEFORE = re.compile(r"(?:^|[.,:])[dJnX]*[SX][oF]d?[JNX]*[NX]$")
_PARTICLES = _SETS["particles"]
_MODIFIERS = _SETS["plural modifiers"]
_PAST_AS_BASE = _SETS["past as base"]
_SHOWING = _SETS["showing"]
_CLOSING = re.compile(r",d[^,;:MIHKVCG]*$")
_THAT = re.compile(r"Q(?<=[FoY]Q)(?=J?(?:N|S[^MIHKV]))")  # in that case, of that army
_INFINITIVE = re.compile(r"N(?<=[EVBGzb]TN)(?=[dpO])")  # vowed to retake the town: between "to" and an article no word is a noun


def tags(reading: Reading) -> str:
    """The class of every token of `reading`; computed once a reading."""
    if len(reading.tags) != len(reading.words):
        reading.tags = _tags(reading)
    return reading.tags


def _tags(reading: Reading) -> str:
    words, lows = reading.words, reading.lows
    plain = list(reading.codes[::WIDTH])
    for first, stop in reading.sentences:
        opening = first
        while plain[opening] in _LEADING and opening < stop - 1:
            opening += 1
        if plain[opening] == "X":
            if stop - first > 4 and plain[first + 1] in _HEADLINE and _is_headline(words, first, stop):
                _lower_headline(plain, words, lows, first, stop)
            if not words[opening].isupper():
                _lower_opening(plain, lows, opening, stop)
    for at in reading.marked(BESIDE):
        if at < len(words) - 1 and (at or words[at] in ALSO_NAMES):
            _RULES[words[at]](plain, reading, at)
    for found in _UNSURE.finditer("".join(plain)):
        at = found.start()
        tag = plain[at]
        if tag != "s" and at and plain[at - 1] in _BEFORE_NOUN:
            plain[at] = "S" if tag == "z" else "N"
        elif tag != "B":
            plain[at] = _beside(plain, lows, at)
    return _THAT.sub("d", _INFINITIVE.sub("B", "".join(plain)))


def _is_headline(words: list[str], first: int, stop: int) -> bool:
    """Whether nearly every longer word of a sentence is in capitals, as in headlines."""
    capitals = small = 0
    for word in words[first : min(stop, first + _HEADLINE_LOOKED_AT)]:
        if len(word) > 3 and word[0].isalpha():
            if word[0].isupper():
                capitals += 1
            else:
                small += 1
                if small * 5 > _HEADLINE_LOOKED_AT:
                    return False
    return capitals + small > 3 and capitals >= small * 4


def _lower_headline(plain: list[str], words: list[str], lows: list[str], first: int, stop: int) -> None:
    """Class the words of a headline as other print would have them, but for those that may be names."""
    for at in range(first, stop):
        if plain[at] == "X" and words[at][1:].islower():
            low = CODES[lows[at]][0]
            if low in _NO_NAME or (low in "Bb" and at > first and plain[at - 1] in "MTK"):
                plain[at] = low


def _lower_opening(plain: list[str], lows: list[str], at: int, stop: int) -> None:
    """Class the word that opens a sentence as if it stood inside, unless it may be a name."""
    low = CODES[lows[at]][0]
    if low not in _OPENING:
        return
    after = plain[at + 1] if at + 1 < stop else "."
    if after in "XL" and (low in "NJE" or (low == "V" and lows[at] in GIVEN)):
        return  # Rose Tatum said; but: Said Rose Tatum
    if lows[at] in KNOWN or (low == "R" and after == ",") or (low == "G" and after not in "VMIHKEsX,"):
        plain[at] = low


def _apostrophe(plain: list[str], reading: Reading, at: int) -> None:
    if (
        reading.lows[at - 1][-1] == "s" and reading.starts[at] == reading.ends[at - 1] and reading.folded[reading.ends[at]] == " "
    ):  # Hamas' bureau: it leans on a plural
        plain[at] = "s"


def _according(plain: list[str], reading: Reading, at: int) -> None:
    if reading.lows[at + 1] == "to":
        plain[at + 1] = "F"


def _her(plain: list[str], _reading: Reading, at: int) -> None:
    if plain[at + 1] in _NO_NOUN:
        plain[at] = "O"  # told her that


def _also_verb(plain: list[str], _reading: Reading, at: int) -> None:
    if plain[at - 1] in "TM":
        plain[at] = "B"  # to open routes


def _also_somebody(plain: list[str], _reading: Reading, at: int) -> None:
    if plain[at + 1] in "VEHIMKo,." and plain[at - 1] in "dpsNSXJ":
        plain[at] = "N"  # the police chief said
    elif plain[at - 1] == "b" and plain[at + 1] == "X":
        plain[at] = "N"  # said fire chief Askar Beke


def _may(plain: list[str], _reading: Reading, at: int) -> None:
    """May, Will, June as names: Mrs May, Theresa May said; Will Smith, who; but: Will Smith resign? in May Smith."""
    before, after = plain[at - 1] if at else ".", plain[at + 1]
    if before == "L" or (before == "X" and (after == "X" or (after in "VEHIMs" and plain[at] == "t"))):
        plain[at] = "X"
    elif after == "X" and before in _BEFORE_NAME:
        behind = at + 2
        while behind < min(at + 4, len(plain) - 1) and plain[behind] == "X":
            behind += 1
        if plain[behind] in _BEHIND_NAME:
            plain[at] = "X"


def _than(plain: list[str], reading: Reading, at: int) -> None:
    if reading.lows[at - 1] in _MORE and plain[at + 1] in "nd$":
        plain[at] = "d"  # more than 100 hostages: a quantifier


def _ruling(plain: list[str], _reading: Reading, at: int) -> None:
    if plain[at - 1] == "," and plain[at + 1] == "Q":
        plain[at] = "G"  # acquitted the four, ruling that


def _first(plain: list[str], _reading: Reading, at: int) -> None:
    if plain[at + 1] in "VE" and plain[at - 1] in ",NSXPW":
        plain[at] = "R"  # the mayor first told


def _hyphen(plain: list[str], reading: Reading, at: int) -> None:
    if _is_inside_word(reading, at):
        plain[at] = "J"  # 12-nation


def _stop(plain: list[str], reading: Reading, at: int) -> None:
    if _is_inside_word(reading, at):
        if reading.lows[at + 1] in _DOMAINS:
            plain[at] = plain[at + 1] = "X"  # politics.com
    elif len(reading.words[at - 1]) == 1 and plain[at - 1] in "XdP" and plain[at + 1] == "X":
        plain[at - 1] = plain[at] = "X"  # Donald J. Trump


def _is_inside_word(reading: Reading, at: int) -> bool:
    """Whether no space stands around a sign."""
    return reading.starts[at] == reading.ends[at - 1] and reading.starts[at + 1] == reading.ends[at]


# What its neighbours make of a word that is marked for it (`word`).
_RULES: dict[str, Callable[[list[str], Reading, int], None]] = {
    **dict.fromkeys(ALSO_SOMEBODY, _also_somebody),
    **dict.fromkeys(ALSO_VERBS, _also_verb),
    **dict.fromkeys(RULINGS, _ruling),
    "'": _apostrophe,
    "according": _according,
    "According": _according,
    "her": _her,
    "first": _first,
    **dict.fromkeys(ALSO_NAMES, _may),
    "than": _than,
    "-": _hyphen,
    ".": _stop,
}


def _beside(plain: list[str], lows: list[str], at: int) -> str:
    """The class of the token `at`, which alone might be noun or verb (or 's), beside its neighbours."""
    tag = plain[at]
    before = plain[at - 1] if at else "."
    after = plain[at + 1] if at + 1 < len(plain) else "."
    if tag == "s":
        beyond = plain[at + 2] if at + 2 < len(plain) else "."
        return "I" if before in "PWQ" or after in "dP" or (after == "R" and beyond in "GEJ") else "s"
    leading = plain[at - 2] if before == "R" and at > 1 else before
    if before == "R" and leading in "ps":
        return "S" if tag == "z" else "N"  # her earlier claim
    if leading == "H":
        return "E" if tag == "b" else tag
    return _base(plain, lows, at, leading) if tag == "b" else _plural(plain, lows, at, leading)


def _base(plain: list[str], lows: list[str], at: int, leading: str) -> str:
    """The class of a base form that may be a singular noun; `leading` is the class before it, but for an adverb."""
    before = plain[at - 1] if at else "."
    after = plain[at + 1] if at + 1 < len(plain) else "."
    if leading in _BEFORE_BASE:
        return "B"
    if after == "Q" and _MANY_BEFORE.search("".join(plain[max(0, at - 8) : at])):
        return "V"  # analysts at the bank estimate that
    if after == "o" or before in "FY":
        return "N"
    if lows[at] in _PAST_AS_BASE and before in "NXS" and (after in _OBJECT_NEXT or "".join(lows[at + 1 : at + 2]) in _PARTICLES):
        return "E"
    if lows[at] in _PAST_AS_BASE and before == "C" and after in "dp":
        return "E"  # confirmed the attack but put the toll at ten
    if lows[at - 1] in _MODIFIERS and after in ",.)VEIHMKo" and "d" in plain[max(0, at - 4) : at - 1]:
        return "N"  # the state police command, confirmed
    if before == "N" or (before == "X" and lows[at - 1][-1] != "s"):
        return "N"  # an army post: no base form follows a singular
    return "V" if leading == "W" and after not in "zV" else "b"


def _plural(plain: list[str], lows: list[str], at: int, leading: str) -> str:
    """The class of an -s form that may be a plural noun or a verb; `leading` is the class before it, but for an adverb."""
    before = plain[at - 1] if at else "."
    after = plain[at + 1] if at + 1 < len(plain) else "."
    if after == "o" or before in "FYT":
        return "S"  # appealed to rebels
    if leading in "PW" and after not in "zV":
        return "V"
    if before in _SUBJECTS:
        if before != "S" and after in _OBJECT_NEXT:
            return "V"
        k = at + 1
        while k < len(plain) and plain[k] == "R" and k < at + 4:
            k += 1
        if k < len(plain) and plain[k] in _CLAUSE_NEXT:
            return "V"
    if after == "." and before in "XN" and lows[at] in _SHOWING and _CLOSING.search("".join(plain[max(0, at - 12) : at])):
        return "V"  # ..., a report seen by the agency shows.
    if before == "X" and after in ",." and at > 3 and plain[at - 2] in "NS" and lows[at - 3] in A_AN and plain[at - 4] in ",-":
        return "V"  # ", a figure Pakistan disputes"
    if before in "NXJGndQUC.,":
        if after == "R" and at + 2 < len(plain):
            after = plain[at + 2]
        if after in _VERB_NEXT:
            return "S"
    return "z"
