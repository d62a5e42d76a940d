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
    begin = at
    floor = max(first, at - 12)
    voice = "a"
    tag = marks[at]
    be = have = False
    while begin > floor:
        before = marks[begin - 1]
        if before == "I":
            be = True
        elif before == "H":
            have = True
        elif before == "T":
            begin -= 1
            k = begin
            while k > floor and marks[k - 1] == "R":
                k -= 1
            if k > floor and (lows[k - 1] in _CHAIN or marks[k - 1] in "HI"):
                begin = k - 1
                be = be or marks[begin] == "I"
                continue
            if tag in "Bb":
                voice = "t"
            break
        elif before == "A" and tag == "G" and begin - 3 > floor and lows[begin - 2] in ("quoted", "cited"):
            begin -= 2  # was quoted as saying
            continue
        elif before == "," and begin - 4 > floor and marks[begin - 2] == "R" and marks[begin - 3] == "," and marks[begin - 4] in "HIM":
            begin -= 3  # has, however, revealed
            continue
        elif before == "C" and lows[begin - 1] == "nor" and "neither" in lows[max(floor, begin - 4) : begin]:
            begin = lows.index("neither", max(floor, begin - 4))  # has neither accepted nor rejected
            continue
        elif before == "d" and lows[begin - 1] in ("both", "all", "each") and begin - 2 > floor and marks[begin - 2] in "HIM":
            pass
        elif before not in "RMK":
            break
        begin -= 1
    if tag == "E" and not be and marks[at + 1 : at + 2] == "Y" and word.lemma != "stand":
        voice = "p"  # a plan backed by mediators
    elif tag == "G" and not be:
        # groups backing him, with allies saying ...: the noun before it is the subject
        voice = "h" if begin > first and marks[begin - 1] in "NSXLO" else "g"
    elif (be and not have and (tag == "E" or lows[at] == "said")) or (tag == "E" and lows[at - 1] == "been"):
        voice = "p"
    elif tag == "E" and begin == at and (at == first or marks[at - 1] == "U") and word.lemma == "ask":
        voice = "p"  # Asked about ..., when asked whether ...
    elif tag == "E" and be and have:
        voice = "p" if "been" in lows[begin:at] else "a"
    behind = at + 1
    if word.lemma == "rule" and behind < stop and lows[behind] == "out":
        word = RULE_OUT
        behind += 1
    kind, start, end, addressee = frame(marks, lows, behind, stop, word)
    if start >= stop:
        kind, start = "end", -1
    if (
        kind == "to"
        and word.lemma in SILENT
        and start + 1 < stop
        and lows[start + 1] in _SILENT
        and marks[start + 2 : start + 3] not in ("", ".", ",", ";")
    ):
        following = frame(marks, lows, start + 2, stop, WORDS.get(lows[start + 1], word))
        if following[1] >= 0 and following[0] in ("prep", "np", "wh", "0e", "that", "0"):
            return Candidate(at, begin, following[2], word, following[0], following[1], voice, following[3])
    return Candidate(at, begin, end, word, kind, start, voice, addressee)


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
        ("f", word.kind, frame, voice),
        ("s", tag, voice),
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
