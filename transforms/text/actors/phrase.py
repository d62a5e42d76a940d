"""Noun phrases for people and organisations: what stands in the phrase that speaks, without asking whom it means.

Belongs here: cutting a phrase into the parts that speak together, and each part into owner, head, names and what hangs on behind.
Does not belong here: the rest of the text, and resolving (`mention`).
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from transforms import lexicon
from transforms.text.actors.name import Name
from transforms.text.actors.nouns import NOUNS, ORGANS, words_of
from transforms.text.actors.reference import Reference
from transforms.text.closed import POSSESSIVES
from transforms.text.reading import Reading
from transforms.text.tag import tags

# One character a unit. Names: N person, O organisation, G state, M outlet, U not known, d demonym, T bare title. Words: D determiner,
# h possessive pronoun, Q number, t person, p people, g organisation noun, m media noun, S statement, C document, P pronoun, o of,
# f from, b preposition, w what opens a relative clause, & and, s possessive, z anything else.
_CLASSES = {"determiner": "D", "number": "Q", "of": "o", "from": "f", "preposition": "b", "relative": "w", "clause": "w", "and": "&"}
PRONOUNS: dict[str, str] = {row[0]: row[1] for row in lexicon.rows("pronouns")}
DOCUMENTS: dict[str, str] = {row[0]: row[1] for row in lexicon.rows("document_nouns")}
_POSSESSIVE = POSSESSIVES | {"our", "my", "your", "whose"}
_NUMERALS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
COUNTS = {word: number for number, word in enumerate(_NUMERALS, 1)} | {"both": 2}


def _word_classes() -> dict[str, str]:
    found: dict[str, str] = {}
    for noun, kind in DOCUMENTS.items():
        found[noun] = "S" if kind == "statement" else "C"
    for noun, organ in ORGANS.items():
        found[noun] = "m" if organ.kind == "media" else "g"
    for noun, person in NOUNS.items():
        if noun not in found:
            found[noun] = "p" if person.plural else "t"
    for word, kind in lexicon.rows("closed_words"):
        if kind in _CLASSES:
            found[word] = _CLASSES[kind]
    for word in _POSSESSIVE:
        found[word] = "h"
    for word in PRONOUNS:
        if found.get(word) not in {"h", "D", "w", "Q"}:
            found[word] = "P"
    found["+"] = '"'  # OPEC+
    found["nor"] = "&"
    found["who"] = "P"
    found["which"] = "P"
    return found | {
        ",": ",",
        "(": "(",
        ")": ")",
        "'s": "s",
        "'": "'",
        '"': '"',
        "-": "-",
        "--": "-",
        "—": "-",
        "–": "-",
        ":": "-",
        ";": "-",
        ".": ".",
    }


WORDS = _word_classes()
# Nouns of two words whose second does not say what they are: air force, coast guard, fire brigade.
_PAIRS = frozenset(
    noun
    for noun, organ in ORGANS.items()
    if noun.count(" ") == 1 and ((last := ORGANS.get(noun.rpartition(" ")[2])) is None or last.group != organ.group)
)
SECONDS = frozenset(noun.rpartition(" ")[2] for noun in _PAIRS)


def noun_at(lows: list[str], at: int) -> str:
    """The noun at `at`, with the word before it where the two are one: air force, coast guard."""
    low = lows[at]
    if low in SECONDS and at and (pair := f"{lows[at - 1]} {low}") in _PAIRS:
        return pair
    return low


_KINDS = {"person": "N", "known": "O", "organ": "O", "organization": "O", "maybe": "U", "title": "T"}
_KNOWN_KINDS = {"person": "N", "state": "G", "media": "M"}
_AGED = frozenset(("year-old", "years-old"))


class Phrase(NamedTuple):
    """A phrase as names and words, in order: what each is (one character), its tokens, and the name (-1 for a word)."""

    shape: str
    firsts: list[int]
    stops: list[int]
    names: list[int]


class Part(NamedTuple):
    """One of those who speak together. All positions are token indices; names are indices into the names of the text."""

    first: int
    stop: int
    kind: str  # pronoun, name, nominal, organ, media, statement, document, people, number, other
    head: int  # the token of the head noun or pronoun, or the first token of the name
    name: int  # the name that is its head; -1
    lead: str  # the determiner, number or possessive pronoun that it begins with, in lower case; ""
    size: int | None  # 2 in `two officials`
    plural: bool
    inside: tuple[int, ...]  # names before the head that modify it
    owner: int  # the name before the possessive: Hamas' bureau; -1
    owner_head: int  # or the token of a common noun before it: the group's leader; -1
    behind: tuple[int, ...]  # names behind the head, up to the first clause: officials from X and Y
    behind_head: int  # or the token of a common noun there: a spokesman for the ministry; -1
    apposed: int  # a person's name in apposition: a spokesman, X,; -1
    core: tuple[int, int]  # tokens of the head noun with its modifiers


_LIST = re.compile(r"Q?D?d?z*[NOGUM](?:(?:,D?d?z*[NOGUM])*,?&D?d?z*[NOGUM]|(?:,D?[NOGUM])+,?&[Qz]+[gp])(?=$|[,wb(])")
# Kinshasa and Western governments; the Front and other groups
_AND_MORE = re.compile(r"D?[GOU](,?&)[Qz]+[gp](?=$|[,wbof(])")
_OTHERS = frozenset(("other", "several", "some", "many", "most", "various"))
_TRAILING = words_of("trailing")
_KIND_OF_HEAD = {
    **dict.fromkeys("NUOGM", "name"), **dict.fromkeys("tTp", "nominal"), "g": "organ", "m": "media", "S": "statement", "C": "document",
    **dict.fromkeys("Ph", "pronoun"), "d": "people", "Q": "number",
}  # fmt: skip
_PARTITIVE = re.compile(r"oD?[dzOGUQ]*p")
_HEAD = re.compile(r"[NOGUMtpgmSCT]")
_APPOSED = re.compile(r",(?:[wz]b|w)?[DdTtz]*[NU](?=,|$|[wb\"-])")
_JOINED = re.compile(
    r"D?Q?[dzOGsTtph]*(?=[NUOG])|z*t?(?=p$)|D[dzOGs]*(?=[tpg])|Q[dzOGs]*(?=[pg])|h?z*(?=[NU])|hz*(?=[tp])|[dzOGs]*(?=p)|[dzO]+(?=g(?:$|[ofbw,(]))"
)
_TITLED = re.compile(r"o[zptgm]{1,3}[NU](?=$|[,w(])")
_OF_PEOPLE = frozenset(("chief", "former", "veteran", "retired"))
_TIMES = frozenset(("then", "now", "once"))
_RELATIVES = frozenset(("who", "which", "that"))
_QUANTITIES = frozenset(("Q", "DQ", "Dz", "DQz"))
_OF_THOSE = frozenset(("the", "its", "their", "those", "these"))
_NOT_ONE = frozenset(("no", "any", "each", "every"))
_NAMED = frozenset(("known", "named", "called", "identified"))
_CORE = re.compile(r'[^ofbw,("\-.]*')  # up to what hangs on


def units(reading: Reading, first: int, stop: int, names: Sequence[Name], at: Mapping[int, int], reference: Reference) -> Phrase:
    """Tokens `first` up to `stop` as a phrase; `at` leads from a token to the name that begins there."""
    lows, classes = reading.lows, tags(reading)
    shape = ""
    firsts: list[int] = []
    stops: list[int] = []
    held: list[int] = []
    index = first
    while index < stop:
        begin = index
        number = at.get(index, -1)
        if number >= 0 and (end := names[number].stop) <= stop:
            if end + 1 < stop and lows[end] == "-" and reading.starts[end] == reading.ends[end - 1] and classes[end + 1] in "EGJN":
                char = "z"  # the U.N.-recognised government
                number = -1
                index = end + 2
            else:
                char = _name_class(names[number], reference)
                index = end
        else:
            number = -1
            aged = _aged(lows, index, stop) if lows[index].isdigit() else None
            if aged is None:
                char = _word_class(lows, classes, index, first, shape)
                index += 1
            else:
                char = aged
                begin = index + 2 if lows[index + 2] in _AGED else index
                index += 3
        shape += char
        firsts.append(begin)
        stops.append(index)
        held.append(number)
    return Phrase(shape, firsts, stops, held)


def _name_class(name: Name, reference: Reference) -> str:
    """What a name is in a phrase."""
    if name.entry < 0 or name.kind != "known":
        return _KINDS[name.kind]
    return "d" if name.method == "demonym" else _KNOWN_KINDS.get(reference.entries[name.entry].kind, "O")


def _aged(lows: list[str], index: int, stop: int) -> str | None:
    """What the three words at `index` are together: the 61-year-old widow; the 50-year-old; the 236-page report."""
    if index + 2 >= stop:
        return None
    if lows[index + 2] in _AGED:
        return "t" if index + 3 >= stop or WORDS.get(lows[index + 3]) != "t" else "z"
    return "z" if index + 3 < stop and lows[index + 1] == "-" and lows[index + 2].isalpha() else None


def _word_class(lows: list[str], classes: str, index: int, first: int, shape: str) -> str:
    """What the word at `index` is in a phrase that begins at `first`, behind the units of the shape `shape`."""
    low = lows[index]
    char = WORDS.get(noun_at(lows, index) if low in SECONDS and index > first else low, "")
    if not char:
        kind = classes[index]
        if kind in "EGV" and shape and shape[-1] in "tpgNOUMSC":
            return "w"
        if "-" in low and WORDS.get(last := low.rpartition("-")[2], "z") in "tpgm":
            return WORDS[last]
        return "Q" if kind == "n" else "z"
    if char == "g" and low in NOUNS and index > first and lows[index - 1] in _OF_PEOPLE:
        return "t"  # the chief executive, the former publisher; but: the executive
    if low in _TIMES and shape.endswith(("h", "D", "s")):
        return "z"  # his then adviser
    if char == "'":
        return "s" if classes[index] == "s" else '"'
    if low in _RELATIVES and shape and (low != "that" or shape[-1] in "tpgNOUMSCz"):
        return "w"
    return char


def parts(phrase: Phrase, lows: list[str]) -> list[Part]:
    """Those who speak together in `phrase`, in order; empty where no head is found."""
    return [part for one, two in _told_apart(phrase, lows) if (part := _part(phrase, phrase.shape, one, two, lows)) is not None]


def _told_apart(phrase: Phrase, lows: list[str]) -> list[tuple[int, int]]:
    """Where those stand who speak together, a state or body apart from the many beside it; but: U.S. and Western officials."""
    pieces = _pieces(phrase.shape)
    if len(pieces) == 1:
        first, stop = pieces[0]
        more = _AND_MORE.match(phrase.shape, first, stop)
        if more is not None:
            name = lows[phrase.firsts[more.start(1) - 1]]
            behind = lows[phrase.firsts[more.end(1)] : phrase.stops[stop - 1]][:2]
            if not _OTHERS.isdisjoint(behind) or (phrase.shape[more.start(1) - 1] == "G" and len(name) > 3 and "." not in name):
                return [(first, more.start(1)), (more.end(1), stop)]
    return pieces


@lru_cache(maxsize=4096)
def _pieces(shape: str) -> list[tuple[int, int]]:
    """Where those stand who speak together in a phrase of the shape `shape`."""
    begin, end = 0, len(shape)
    while begin < end and shape[begin] in ',"&-(.':
        begin += 1
    while begin < end and (shape[end - 1] in ',"-.' or (shape[end - 1] in "QD" and shape[end - 2] in "NOGU" and "&" in shape)):
        end -= 1  # the EU and the US both
    if begin >= end:
        return []
    match = _LIST.match(shape, begin, end)
    if match is None:
        return _cut(shape, begin, end)
    cuts = [begin, *(at + 1 for at in range(begin, match.end()) if shape[at] in ",&"), match.end()]
    bounds = [(one, two - 1) for one, two in pairwise(cuts)]
    bounds[-1] = (bounds[-1][0], end)
    return [(one, two) for one, two in bounds if two > one]


def _cut(shape: str, begin: int, end: int) -> list[tuple[int, int]]:
    """Where `and` joins two who speak, not two nouns of one description."""
    pieces: list[tuple[int, int]] = []
    start = begin
    hung = False
    for at in range(begin, end):
        char = shape[at]
        if char in "ofbw(" or (char == "," and at + 1 < end and shape[at + 1] != "&"):
            hung = True
        if char != "&" or at == start or at + 1 >= end:
            continue
        left, right = shape[start:at].rstrip(","), shape[at + 1 : end]
        if not left:
            continue
        left_named = any(kind in left for kind in "NU") if hung else left[-1] in "NOGUMgP"
        ahead = _JOINED.match(right)
        both_people = left[-1] in "tp" and not hung
        if ahead is None:
            continue
        target = right[ahead.end()]
        if hung:
            split = left_named and target == "N"
        elif both_people:
            split = right[0] in "DQh" or (target == "N" and shape[start] in "DQ" and "N" in left)
        else:
            split = (left_named and (target in "NOGU" or right[0] == "D")) or left == "P"
            split = split or (target == "g" and left[-1] == "g" and left[0] == "D")
            # the army and local residents; police and residents; but: army and police officials
            split = split or (target == "p" and left[-1] == "g" and (left[0] == "D" if right[0] != "p" else len(left) == 1))
        if split:
            pieces.append((start, at - (shape[at - 1] == ",")))
            start = at + 1
            hung = False
    pieces.append((start, end))
    return pieces


def _core_end(shape: str, begin: int, end: int) -> int:
    """Where a noun phrase that goes on at `begin` ends, without what hangs on it."""
    match = _CORE.match(shape, begin, end)
    return match.end() if match is not None else begin


def _part(phrase: Phrase, shape: str, begin: int, end: int, lows: list[str]) -> Part | None:
    """One of those who speak together, in the units `begin` up to `end`."""
    while begin < end and shape[begin] in ',"&-':
        begin += 1
    lead_at, begin, stop = _behind_quantity(phrase, shape, begin, end, lows)
    own = shape.rfind("h", begin + 1, stop)
    if own > begin and shape[own - 1] in "zptgSC" and lows[phrase.firsts[own]] != "whose" and own + 1 < stop:
        begin = lead_at = own  # in some ways his campaign
    while begin + 1 < stop and shape[begin] == "z" and "D" in shape[begin + 1 : stop] and shape[begin + 1] in "zD":
        begin = lead_at = begin + 1  # releasing a statement, yesterday the army
    if stop < end and stop > begin and shape[stop - 1] == "t" and (titled := _TITLED.match(shape, stop, end)) is not None:
        stop = titled.end()  # military chief of staff Ann Smith
    owner = owner_head = -1
    core = begin
    marks = shape.rfind("s", begin, stop)
    if begin < marks < stop - 1:
        owner = phrase.names[marks - 1]
        owner_head = phrase.firsts[marks - 1] if owner < 0 and shape[marks - 1] in "tpgmz" else -1
        core = marks + 1
    elif marks > begin:
        stop = marks
    if core >= stop:
        return None
    head = _head(phrase, shape, core, stop, lows)
    char = shape[head]
    token = phrase.stops[head] - 1 if char == "T" else phrase.firsts[head]  # the Prime Minister
    kind = _KIND_OF_HEAD.get(char, "other")
    lead = lows[phrase.firsts[lead_at]] if shape[lead_at] in "DQh" else ""
    behind, behind_head, apposed = _hanging(phrase, shape, head + 1 if head + 1 > stop - 1 else stop, end, lows)
    size = _size(lows[phrase.firsts[counted]]) if (counted := shape.find("Q", lead_at, head)) >= 0 else None
    plural = char == "p" or (char == "P" and PRONOUNS.get(lows[token]) == "they")
    if kind == "number":
        size = COUNTS.get(lows[token], size)
        plural = size is not None and size > 1
    elif kind == "nominal" and size is None and not plural and lead not in _NOT_ONE:
        size = 1
    return Part(
        phrase.firsts[lead_at],
        phrase.stops[end - 1],
        kind,
        token,
        phrase.names[head] if kind == "name" else -1,
        lead,
        size,
        plural,
        tuple([name for name in phrase.names[core:head] if name >= 0]),
        owner,
        owner_head,
        tuple(behind),
        behind_head,
        apposed if kind in {"nominal", "organ", "other"} else -1,
        (phrase.firsts[core], phrase.stops[head]),
    )


def _behind_quantity(phrase: Phrase, shape: str, begin: int, end: int, lows: list[str]) -> tuple[int, int, int]:
    """Where a phrase begins, and where its core begins and stops.

    In `one of the sources`, `some in the party` the head stands before `of`; in `a number of officials`, `dozens of witnesses` behind.
    """
    stop = _core_end(shape, begin + 1, end) if begin < end else begin
    if stop < end and shape[stop] == "o" and _PARTITIVE.match(shape, stop, end) is not None:
        before = shape[begin:stop]
        is_quantity = before in _QUANTITIES or (before == "Dg" and lows[phrase.firsts[stop - 1]] == "group")
        if is_quantity and lows[phrase.firsts[stop + 1]] not in _OF_THOSE:
            return begin, stop + 1, _core_end(shape, stop + 1, end)
    return begin, begin, stop


def _head(phrase: Phrase, shape: str, core: int, stop: int, lows: list[str]) -> int:
    """The head of a core: a trailing adverb or adjective is none (the minister himself)."""
    head = stop - 1
    while (
        head > core
        and shape[head] in "zQPw"
        and _HEAD.search(shape, core, head)
        and (shape[head] != "z" or shape[head - 1] == "N" or lows[phrase.firsts[head]] in _TRAILING)
    ):
        head -= 1
    return head


def _size(word: str) -> int | None:
    """The number that a word or its digits tell: 2 in `two officials`."""
    return COUNTS.get(word, int(word) if word.isdigit() and len(word) < 5 and word.isascii() else None)


def _hanging(phrase: Phrase, shape: str, index: int, end: int, lows: list[str]) -> tuple[list[int], int, int]:
    """What hangs on a head: the names behind it, or the token of a common noun there, and the person's name in apposition; -1 for none."""
    behind: list[int] = []
    behind_head = -1
    while index < end:
        here = shape[index]
        if here in 'w"-.P':
            break
        if here == ",":
            return behind, behind_head, _apposed(phrase, shape, index, end, lows)
        if phrase.names[index] >= 0 and here in "OGNUMd":
            behind.append(phrase.names[index])
        elif here in "gtpm" and behind_head < 0 and not behind:
            behind_head = phrase.firsts[index]
        index += 1
    return behind, behind_head, -1


def _apposed(phrase: Phrase, shape: str, comma: int, end: int, lows: list[str]) -> int:
    """The person's name in apposition behind `comma`: a spokesman, X, said; of a relative clause only where it says the name; -1."""
    rest = _APPOSED.match(shape, comma, end)
    if rest is None:
        return -1
    is_clause = shape[comma + 1] == "w" or shape[comma + 1 : comma + 3] == "zb"
    if is_clause and lows[phrase.firsts[comma + 1]] not in _NAMED:
        return -1
    return phrase.names[rest.end() - 1]
