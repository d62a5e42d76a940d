"""Nouns and adjectives that attribute: his belief that, criticism of; is confident that.

Belongs here: whose the noun is, and what is said. Does not belong here: verbs (`verbal`), and content before a cue (`placing`).
"""

from dataclasses import replace

from transforms.text.statements import cue as cues
from transforms.text.statements import sharing
from transforms.text.statements import source as sources
from transforms.text.statements.cue_word import WORDS, Word
from transforms.text.statements.draft import Draft
from transforms.text.statements.placing import ANSWERS, CLAIMS, EXPLETIVE, taken_up
from transforms.text.statements.scan import Range, Scan
from transforms.text.statements.weighing import ANYTHING
from transforms.text.weight import CUES

_MAKE = frozenset(("made", "make", "makes", "making"))
_ANSWERED = frozenset(low for low, word in WORDS.items() if word.lemma in ANSWERS)


def readings(scan: Scan, at: int, sentence: Range, word: Word, alone: float, least: float) -> list[Draft]:
    """The reading of a noun or an adjective, if it weighs `least` or more."""
    marks, lows = scan.marks, scan.lows
    first, stop = sentence
    cand = cues.noun(marks, lows, at, first, stop, word)
    if cand.start < 0 and least > ANYTHING:
        return []
    draft = Draft(cand, sentence)
    draft.keys = cues.keys(cand, draft.frame, marks, lows, first, stop)
    draft.score = alone + CUES.total(draft.keys)
    if draft.score < least:
        return []
    if word.kind == "a":
        draft.starts = cand.start
        _place_adjective(scan, draft)
    elif not _is_answered(scan, draft):
        draft.starts = cand.start
        _place_noun(scan, draft)
    return [draft]


def _is_answered(scan: Scan, draft: Draft) -> bool:
    """A claim that Kigali denied: not what it claims."""
    marks, lows, cand = scan.marks, scan.lows, draft.cand
    first, stop = draft.sentence
    if cand.first == first or marks[cand.first - 1] not in ",-" or lows[cand.at] not in CLAIMS:
        return False
    answers = next((at for at in range(cand.stop, min(stop, cand.stop + 10)) if marks[at] in "VEz"), first)
    return answers > first and lows[answers] in _ANSWERED and taken_up(scan, answers, first) is not None


def _place_adjective(scan: Scan, draft: Draft) -> None:
    """Is confident that; has made (it) clear that."""
    marks, lows, cand = scan.marks, scan.lows, draft.cand
    first = draft.sentence[0]
    of_it = cand.first > first and marks[cand.first - 1] == "P" and lows[cand.first - 1] == "it"
    at = cand.first - 1 - of_it
    verb = cues.verb(marks, lows, at, first, draft.sentence[1], cand.word) if at > first else None
    if verb and lows[verb.at] in _MAKE:
        draft.source = _subject_of(scan, draft, verb)
        draft.cue = (verb.first, cand.stop)
    elif not of_it:
        source = sources.subject(marks, lows, cand.first, first)
        draft.source = source if source and lows[source[0]] not in EXPLETIVE else None


def _subject_of(scan: Scan, draft: Draft, verb: cues.Candidate) -> Range | None:
    if verb.voice == "a":
        return sources.subject(scan.marks, scan.lows, verb.first, draft.sentence[0])
    return sharing.coordinate(scan, draft)


def _place_noun(scan: Scan, draft: Draft) -> None:
    """His belief that, the group's claim of, voiced concern that, threw her support behind."""
    marks, lows, cand = scan.marks, scan.lows, draft.cand
    first, stop = draft.sentence
    before = marks[cand.first - 1] if cand.first > first else "^"
    if cand.first - 2 > first:
        verbal = marks[cand.first - 2]
        if (before == "F" and verbal in "VEz") or (before == "p" and verbal in "VEGBz" and lows[cand.at] == "support"):
            before = verbal
            draft.cand = cand = replace(cand, first=cand.first - 1)
    if before == "p":
        draft.source = (cand.first - 1, cand.first)
    elif before == "s":
        begin = cand.first - 1
        while begin > first and marks[begin - 1] in "dpJNSXLbn":
            begin -= 1
        draft.source = (begin, cand.first)
    elif before in "NSXLOPH" and cand.first > first and marks[cand.first] == "E" and cand.first < cand.at:
        # both sides traded blame: no blame that was traded
        verb = cues.verb(marks, lows, cand.first, first, stop, cand.word)
        draft.source = sources.subject(marks, lows, verb.first, first)
        draft.cue = (verb.first, cand.stop)
    elif before in "VEGBbzMIHK" and cand.first > first:
        verb = cues.verb(marks, lows, cand.first - 1, first, stop, cand.word)
        draft.source = _subject_of(scan, draft, verb)
        draft.cue = (verb.first, cand.stop)
    if draft.source and lows[draft.source[0]] == "there":
        draft.source = None
