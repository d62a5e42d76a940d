"""Set phrases that attribute in a way of their own: could not be reached for comment; in a survey, half said; put the toll at 12.

Belongs here: what is found by a word and has its source and content in places of its own, *according to* among it. Does not belong
here: what the frame of a verb or a noun tells (`drafting`), or the colon (`colon`).
"""

import re
from collections.abc import Callable

from transforms import lexicon
from transforms.text.statements import sharing
from transforms.text.statements import source as sources
from transforms.text.statements.cue import Candidate
from transforms.text.statements.cue_word import WORDS, Word
from transforms.text.statements.draft import Draft
from transforms.text.statements.scan import CLAUSE, PEOPLE, Range, Scan

_SETS = lexicon.sets("word_sets")
_ANSWER = _SETS["answer"]
_QUESTIONS = _SETS["questions"]
_ASKED = re.compile(r"[dpJEGNSXns]*[NSbz]")
_REPLYING = frozenset(("respond", "responded", "reply", "replied"))
_FURTHER = frozenset(("further", "publicly", "directly", "immediately", "beyond"))
_BY_PHONE = frozenset(("by", "via", "through", "on"))
_WILL = frozenset(("will", "would", "refused", "wo", "won't", "wouldn't"))
_DRAWN = frozenset(("on", "into", "about", ".", ",", ";"))  # would not be drawn on a date
_SILENT = _ANSWER | {"reached", "contacted", "available", "drawn", "comment", "commented", "elaborate"}
_NOT = frozenset(("not", "cannot", "yet", "no"))
_POLLS = frozenset(("poll", "survey", "tally"))
_POLLING = re.compile(r"[^MIHKVPWQ.;:]*")
# put the number of dead at about 20
_TOLL = re.compile(r"(?:[PO]|[dpJNSXLbzsEG]+)(?:[oF][dpJNSXLbzsEGt]+){0,4}F[dRFTJ]*(?:[n$]|d(?=[.,;]))(?:C?[dnJNST])*")
# lowered its count of the dead from 15 to 12
_MOVED = re.compile(r"[dp][dpJNSXLbzsEG]*(?:[oF][dpJNSXLbzsEG]+){0,2}(?:F[dR]*n)?T[dR]*n(?:F[dR]*n)?")
# at 98, of whom 71 were civilians; at 98, including 12 children; at 98, most of them women
_OF_THEM = re.compile(r",(?:o[WO][^,.;:]*|G[dnJ]*n[^,.;:MIHKV]*|[dnJS]{1,3}oO[^,.;:MIHKV]*)(?=[,.;]|$)")
_GIVEN = re.compile(r"dR?[JN]{1,4}o[dRJ]*n")  # gave a lower toll of 19
_GIVING = frozenset(("gave", "gives", "give"))
_MOVING = _SETS["moving tolls"]
_DEAD = frozenset(("dead", "killed", "deaths", "victims", "casualties", "fatalities", "wounded", "injured", "missing", "hostages"))
_TOLLS = frozenset(("toll", "count", "figure", "figures", "tally", "estimate", "number", "total"))
_NAMED = re.compile(r",[LX]{1,5}(?=[.;]|$)")
_APPOSED = re.compile(r",[dp][JNXSLo]{1,8},")
REACHED = Word("v", "reach", "say", "no_comment", speech=True, prior=5, known=0)
_PUT = Word("v", "put", "say", "assert", speech=True, prior=5, known=0)


def silent(scan: Scan, at: int, sentence: Range) -> Draft | None:
    """Could not be reached for comment, was not available to comment, made no comment on it, has yet to answer calls."""
    marks, lows = scan.marks, scan.lows
    first, stop = sentence
    low, following = lows[at], lows[at + 1] if at + 1 < stop else "."
    begin = at
    if marks[begin - 1] == "T" and lows[begin - 2] == "yet":
        begin -= 1
    else:
        while marks[begin - 1] == "J":
            begin -= 1
        begin = begin - 2 if lows[begin - 1] == "no" and marks[begin - 2] in "VEHI" else at  # had no immediate comment
    while begin > first and marks[begin - 1] in "RIMHK":
        begin -= 1
    if begin < first or not (_is_negated(scan, begin, at) or "neither" in lows[max(first, begin - 12) : begin]):
        return None
    end = starts = at + 1
    if low == "available":
        if following not in ("to", "for") or lows[at + 2 : at + 3] != ["comment"]:
            return None
    elif low == "elaborate":
        if at + 1 < stop and marks[at + 1] not in ".,;C":
            return None
        end = starts = at
    elif low in ("comment", "commented") and following not in ("on", "about"):
        if at + 1 < stop and marks[at + 1] not in ".,;C-)t" and following not in _FURTHER and following != "from":
            return None
        end = starts = at
    elif lows[at] in _REPLYING and (at + 1 == stop or marks[at + 1] in ".,;C"):
        end = starts = at  # has yet to respond
    elif low in _ANSWER:
        end = starts = at + 2 if following == "to" else at + 1
        asked = _ASKED.match(marks, starts, stop)
        if not asked or lows[asked.end() - 1] not in _QUESTIONS:
            return None
    elif low == "drawn":
        if lows[at - 1] != "be" or _WILL.isdisjoint(lows[begin:at]) or (at + 1 < stop and following not in _DRAWN):
            return None
        end = starts = at if at + 1 == stop or marks[at + 1] in ".,;" else at + 1
    elif following == "for" and low == "reached":
        end = starts = at + 2
    else:
        # the mayor could not be reached; but: no deal could be reached, the town could not be reached
        asked_for = low == "contacted" or following in _BY_PHONE or lows[begin + 2 : begin + 3] == ["immediately"]
        if lows[at - 1] not in ("be", "been") or not (asked_for or _is_person(scan, begin, first)):
            return None
        end = starts = at
    draft = Draft(Candidate(at, begin, end if begin < end else at + 1, REACHED, "prep", starts, "a", None), sentence)
    if following == "from":
        if lows[begin - 1 : begin] != ["there"]:
            return None
        # there was no immediate comment from the army on the raid
        about = lows.index("on", at, stop) if "on" in lows[at:stop] else stop
        draft.source = sources.phrase(marks, at + 2, about)
    elif lows[begin - 1 : begin] == ["there"]:
        return None
    else:
        draft.source = sources.subject(marks, scan.lows, begin, first) or sharing.coordinate(scan, draft)
    if low == "available" or end == at:
        draft.pieces = [(starts, at + 3 if low == "available" else at + 1)]  # neither commented: one word is cue and content
    else:
        draft.starts = starts
    draft.score = 3.0
    return draft


def _is_person(scan: Scan, begin: int, first: int) -> bool:
    """Whether the subject before `begin` is somebody who might have answered: a person by name or office."""
    found = sources.subject(scan.marks, scan.lows, begin, first)
    return found is not None and not PEOPLE.isdisjoint(scan.lows[slice(*found)])


def polled(scan: Scan, at: int, sentence: Range) -> Draft | None:
    """In a survey of voters, half said ...: it is the survey that says it."""
    marks = scan.marks
    first, stop = sentence
    comma = marks.find(",", at, min(stop - 1, at + 10))
    if comma >= 0 and (colon := marks.rfind(":", first, at)) > 0 and colon + 1 < at:
        first = colon + 1
    if comma < 0 or scan.lows[first] not in ("in", "by") or not _POLLING.fullmatch(marks, first + 1, comma):
        return None
    draft = Draft(Candidate(first, first, first + 1, WORDS["according"], "acc0", comma + 1, "a", None), sentence)
    draft.source = (first + 1, comma)
    draft.starts = comma + 1
    draft.score = 3.0
    return draft


def tolled(scan: Scan, at: int, sentence: Range) -> Draft | None:
    """Put the toll at 12; lowered its count of the dead from 15 to 12."""
    marks = scan.marks
    first, stop = sentence
    begin = at
    while begin > first and marks[begin - 1] in "RIMHK":
        begin -= 1
    if scan.lows[at] in _GIVING:
        told = _GIVEN.match(marks, at + 1, min(stop, at + 10))
        if not told or "toll" not in scan.lows[at + 1 : told.end()]:
            return None
    elif scan.lows[at] in _MOVING:
        told = _MOVED.match(marks, at + 1, min(stop, at + 24))
        words = scan.lows[at + 1 : told.end()] if told else []
        if not told or not ("toll" in words or not (_TOLLS.isdisjoint(words) or _DEAD.isdisjoint(scan.lows[first:stop]))):
            return None
    else:
        told = _TOLL.match(marks, at + 1, min(stop, at + 24))
        if not told or "at" not in scan.lows[at + 2 : told.end()]:
            return None
    if marks[at] not in "VEBbzN":
        return None
    draft = Draft(Candidate(at, begin, at + 1, _PUT, "0", at + 1, "a", None), sentence)
    lead = begin - 3 if marks[begin - 3 : begin] == ",R," else begin  # police, however, gave a toll of 19
    draft.source = sources.subject(marks, scan.lows, lead, first)
    if draft.source is None:
        draft.source = sharing.coordinate(scan, draft)
    if draft.source is None:
        return None
    parted = _OF_THEM.match(marks, told.end(), stop)
    draft.pieces = [(at + 1, parted.end() if parted else told.end())]
    draft.score = 2.0
    return draft


def _is_negated(scan: Scan, first: int, stop: int) -> bool:
    """Whether one of the words says not, or not yet."""
    return any(low in _NOT or low.endswith("n't") for low in scan.lows[first:stop])


def according(scan: Scan, at: int, first: int, stop: int, word: Word) -> Draft:
    """According to X: the source follows; content stands before, or after the comma when the words open the sentence."""
    marks, lows = scan.marks, scan.lows
    end = at + 1
    if lows[at] == "according" and end < stop and lows[end] == "to":
        end += 1
    draft = Draft(Candidate(at, at, end, word, "acc", -1, "a", None), (first, stop))
    draft.source = sources.phrase(marks, end, stop)
    if draft.source:
        after = draft.source[1]
        named = _NAMED.match(marks, after, stop) if not scan.inside[after - 1] else None
        if named and marks[draft.source[0] : after].strip("XLo"):
            after = named.end()  # according to the head of the board, Ann Smith.
            draft.source = (draft.source[0], after)
        if at - first > 2:
            edge = at - 1 if marks[at - 1] in ",-" else at
            draft.pieces = [(first, edge)]
            draft.frame = "acc"
            if marks[edge - 1] == ">":
                quote = scan.closing.get(edge - 1)
                if quote and quote.first < first:
                    draft.pieces = [(quote.first, edge)]
            elif marks[at - 1] == marks[after : after + 1] == "," and after + 2 < stop and not CLAUSE.search(marks, first, edge):
                apposed = _APPOSED.match(marks, after, stop)
                if apposed:  # according to Ann Smith, a doctor, ...
                    after = apposed.end() - 1
                    draft.source = (draft.source[0], after)
                draft.pieces.append((after + 1, stop - (marks[stop - 1] == ".")))  # The talks, according to the envoy, have failed.
        else:
            comma = marks.find(",", after, stop)
            if comma == after and (apposed := _APPOSED.match(marks, comma, stop)) is not None and apposed.end() < stop:
                comma = apposed.end() - 1  # according to the Star, a weekly, ...
            if comma >= 0 and comma + 1 < stop:
                draft.source = (draft.source[0], comma) if comma - after < 12 else draft.source
                draft.starts = comma + 1
                draft.frame = "acc0"
    return draft


# The words behind which a set phrase may stand.
FORMULAS: dict[str, Callable[[Scan, int, Range], Draft | None]] = {
    **dict.fromkeys(_SILENT, silent),
    **dict.fromkeys(_POLLS, polled),
    **dict.fromkeys(("put", "puts", "placed", "places", *_GIVING, *_MOVING), tolled),
}
