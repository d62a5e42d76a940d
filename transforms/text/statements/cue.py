"""Cues: the words that attribute, each with its auxiliaries, in its frame.

Belongs here: the extent of a cue's words, its voice, and what its likelihood depends on. Does not belong here: the words themselves
(`cue_word`), what follows them (`frame`), who speaks (`source`), how far content runs (`content`), and the choice among candidates
(`settling`).
"""

import re
from dataclasses import dataclass

from transforms import lexicon
from transforms.text.statements.cue_word import RULE_OUT, WORDS, Word
from transforms.text.statements.frame import frame
from transforms.text.weight import Key

_SETS = lexicon.sets("word_sets")
# Verbs before an infinitive that belong to the cue: went on to say, declined to say.
_CHAIN = _SETS["chain"]
# After *declined to*, *refused to*: to say nothing on something is one cue, and what it is about is content.
_SILENT = _SETS["silent"]
SILENT_WORDS = _SILENT - {"provide", "address", "explain"}
SILENT = frozenset(("decline", "refuse"))
_QUOTED = frozenset(("quoted", "cited"))
_BY_MEANS = frozenset(("stand", "reply", "respond", "react", "retaliate", "retort", "begin", "conclude"))  # replied by recalling its envoy
_WHICH, _SPANS = _SETS["which span"], _SETS["spans"]
_EACH = frozenset(("both", "all", "each"))
_TOPICS = frozenset(("prep", "np", "wh", "0e", "that", "0"))  # frames of what nothing is said on


@dataclass(slots=True)
class Candidate:
    """A word that may attribute, in its frame. Numbers are tokens."""

    at: int  # the word
    first: int  # first token of the cue's words: auxiliaries, adverbs
    stop: int  # after the last token of the cue's words
    word: Word
    frame: str  # what follows
    start: int  # where content to the right begins; -1: there is none
    voice: str  # a active, p passive, g bare -ing, h -ing behind its subject, t bare infinitive, n noun
    addressee: tuple[int, int] | None


def verb(marks: str, lows: list[str], at: int, first: int, stop: int, word: Word) -> Candidate:
    """The verb at `at`, in the sentence from `first` to `stop`, with its auxiliaries and its frame."""
    floor = max(first, at - 12)
    begin = at
    be = have = infinitive = False
    while begin > floor:
        before = marks[begin - 1]
        if before in "RMKIH":
            be = be or before == "I"
            have = have or before == "H"
            begin -= 1
        elif before == "T":
            begin -= 1
            chained = _chained(marks, lows, begin, floor)
            if chained < 0:
                infinitive = True
                break
            begin = chained
            be = be or marks[begin] == "I"
        else:
            inserted = _before_inserted(marks, lows, begin, floor, marks[at])
            if inserted < 0:
                break
            begin = inserted
    voice = "t" if infinitive and marks[at] in "Bb" else _voice(marks, lows, at, begin, first, word, be=be, have=have)
    behind = at + 1
    if word.lemma == "rule" and behind < stop and lows[behind] == "out":
        word = RULE_OUT
        behind += 1
    kind, start, end, addressee = frame(marks, lows, behind, stop, word)
    if start >= stop:
        kind, start = "end", -1
    if kind == "to" and word.lemma in SILENT and start + 1 < stop and lows[start + 1] in _SILENT:
        silent = frame(marks, lows, start + 2, stop, WORDS.get(lows[start + 1], word))
        if silent[1] >= 0 and silent[0] in _TOPICS and marks[start + 2 : start + 3] not in ("", ".", ",", ";"):
            kind, start, end, addressee = silent
    return Candidate(at, begin, end, word, kind, start, voice, addressee)


def _chained(marks: str, lows: list[str], to: int, floor: int) -> int:
    """Where the verb stands before `to` that belongs to the cue: went on to say, is to say; -1."""
    k = to
    while k > floor and marks[k - 1] == "R":
        k -= 1
    return k - 1 if k > floor and (lows[k - 1] in _CHAIN or marks[k - 1] in "HI") else -1


def _before_inserted(marks: str, lows: list[str], begin: int, floor: int, tag: str) -> int:
    """Where a verb group goes on to the left of what is inserted before `begin`; -1 where it does not."""
    before = marks[begin - 1]
    if before == "A":
        return begin - 2 if tag == "G" and begin - 3 > floor and lows[begin - 2] in _QUOTED else -1  # was quoted as saying
    if before in "tN" and begin - 2 > floor:
        # had last month charged, has on Monday told
        if before == "N" and lows[begin - 1] in _SPANS and lows[begin - 2] in _WHICH and marks[begin - 3] in "HIM":
            return begin - 2
        if before == "t" and marks[begin - 2] == "F" and marks[begin - 3] in "HIM":
            return begin - 2
        return -1
    if before == ",":  # has, however, revealed
        return begin - 3 if begin - 4 > floor and marks[begin - 2] == "R" and marks[begin - 3] == "," and marks[begin - 4] in "HIM" else -1
    if before == "C":  # has neither accepted nor rejected
        reach = max(floor, begin - 4)
        return lows.index("neither", reach) if lows[begin - 1] == "nor" and "neither" in lows[reach:begin] else -1
    if before == "d":  # have both said
        return begin - 1 if lows[begin - 1] in _EACH and begin - 2 > floor and marks[begin - 2] in "HIM" else -1
    return -1


def _voice(marks: str, lows: list[str], at: int, begin: int, first: int, word: Word, *, be: bool, have: bool) -> str:
    """The voice of a verb whose auxiliaries begin at `begin`."""
    tag = marks[at]
    if tag == "G":
        # groups backing him, with allies saying ...: the noun before it is the subject
        return "a" if be else "h" if begin > first and marks[begin - 1] in "NSXLO" else "g"
    if tag != "E":
        return "p" if be and not have and lows[at] == "said" else "a"
    if lows[at - 1] == "been":
        return "p"
    if be:
        return "p" if not have or "been" in lows[begin:at] else "a"
    if marks[at + 1 : at + 2] == "Y" and word.lemma not in _BY_MEANS:
        return "p"  # a plan backed by mediators
    # Asked about ..., when asked whether ...
    return "p" if begin == at and (at == first or marks[at - 1] == "U") and word.lemma == "ask" else "a"


def noun(marks: str, lows: list[str], at: int, first: int, stop: int, word: Word) -> Candidate:
    """The noun or adjective at `at`, with its modifiers and its frame."""
    begin = at
    floor = max(first, at - 6)
    left = "JRNEGn" if word.kind == "n" else "RIMHKJ"
    while begin > floor and marks[begin - 1] in left:
        begin -= 1
    if word.kind == "n" and begin > floor and marks[begin - 1] == "d":
        begin -= 1
    kind, start, end, addressee = frame(marks, lows, at + 1, stop, word)
    if start >= stop:
        kind, start = "end", -1
    return Candidate(at, begin, end, word, kind, start, "n", addressee)


_OBJECTS = frozenset(("np", "0e", "prep"))
# The last word of the phrase that follows, where it is a noun.
_THING = re.compile(r"(?:[^PO](?=[dpJNSXLbn$tsz]))*+[NSbz]")


def word_keys(low: str, word: Word) -> list[Key]:
    """What the word alone says of whether it attributes."""
    return [("bias",), ("p", word.rank), ("pk", word.rank, str(word.known)), ("k", word.kin_rank), ("w", low), ("l", word.lemma)]


def keys(candidate: Candidate, frame: str, marks: str, lows: list[str], first: int, stop: int) -> list[Key]:
    """What the likelihood that `candidate` attributes depends on, when its content is where `frame` says."""
    word, at, voice = candidate.word, candidate.at, candidate.voice
    tag = marks[at]
    before = marks[candidate.first - 1] if candidate.first > first else "^"
    behind = marks[at + 1] if at + 1 < stop else "$"
    found: list[Key] = [
        ("l", word.lemma, frame),
        ("p", word.rank, frame),
        ("k", word.kin_rank, frame),
        ("b", word.kind, before),
        ("g", word.group, tag, voice, before),
        ("sa", tag, voice, behind),
    ]
    if frame in _OBJECTS and candidate.start >= 0:
        # echoed the denial of: what follows is itself something said
        thing = _THING.match(marks, candidate.start, stop)
        if thing and lows[thing.end() - 1] in WORDS:
            found.append(("thing_said",))
    if frame[-4:] == "prep" and candidate.start > 0:
        found.append(("lp", word.lemma, lows[candidate.start - 1]))
    if behind in "FAoYUR":
        found.append(("n", lows[at + 1]))
    return found
