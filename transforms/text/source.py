"""Sources: the noun phrase that speaks, for a cue whose place is known.

Belongs here: the edges of the phrase, with title, apposition and relative clause, to the left of the cue, to its right when the order is
inverted, as a possessor, or after *by* and *according to*. Does not belong here: whom the phrase means (`mention`).
"""

import re

Range = tuple[int, int]

_CORE = r"(?:[PO]|[dpJNSXLbzn$tsREG<>]++(?<=[NSXLbnzt>G]))"
_HUNG = rf"(?:[FoTA]{_CORE}|C(?:{_CORE})|\([^().;]{{1,12}}\))"
_PHRASE = rf"{_CORE}{_HUNG}{{0,5}}"
_APPOSED = rf",(?![FURGCP]|Q?V)(?:{_PHRASE}|W[^.;:]{{1,30}}?|[^,.;:]{{1,25}}?)(?:,(?:{_PHRASE}|W[^.;:,]{{1,30}}?))?,"
_DASHED = r"-[^-.;:]{1,30}-"
_RELATIVE = r"[WQ][^,.;:]{1,20}"
SUBJECT = re.compile(rf"{_CORE}{_HUNG}{{0,5}}(?:{_APPOSED}|{_DASHED}|{_RELATIVE})?")
_WINDOW = 45
_EDGE = frozenset(",.;:-(<>UQC^")
_NOMINAL = frozenset("dpJNSXLbzn$tsEG<>")


def subject(marks: str, lows: list[str], stop: int, first: int) -> Range | None:
    """The subject that ends where the cue's words begin (`stop`), in a sentence that begins at `first`."""
    end = stop
    floor = max(first, stop - _WINDOW)
    while end > floor and marks[end - 1] in "R":
        end -= 1
    if end > floor and marks[end - 1] == "t" and (end - 2 < floor or marks[end - 2] in "NSXO>sP,"):
        while end > floor and marks[end - 1] == "t":
            end -= 1
    if end <= floor:
        return None
    last = marks[end - 1]
    if last in "PW" or (last == "Q" and end - 1 > floor):
        return (end - 1, end)
    if last not in "NSXLbznOEGd,)->tp":
        return None
    # Try each place where a clause may begin, from the left, and keep the first from which one phrase runs up to the cue.
    starts = [floor] if floor == first else []
    for k in range(floor, end - 1):
        if marks[k] in ",.;:-(<>UQCWF" and not (marks[k] in "C" and marks[k - 1 : k] in tuple("JN") and False):
            starts.append(k + 1)
    best: Range | None = None
    for start in starts:
        if marks[start] not in "dpJNSXLbznP$EGRO":
            continue
        if start > first and marks[start - 1] in "F":
            continue
        if start > first and marks[start - 1] == "C" and marks[start - 2 : start - 1] not in tuple(",.^"):
            continue
        if SUBJECT.fullmatch(marks, start, end):
            best = (start, end)
            break
    if best is None:
        start = end - 1
        while start > floor and marks[start - 1] in "dpJNSXLbzn$sO":
            start -= 1
        if marks[start:end].strip(",)-") == "":
            return None
        best = (start, end)
    start = best[0]
    while start < end - 1 and marks[start] in "Rt<":
        start += 1
    return (start, end)


_RIGHT = re.compile(rf"{_PHRASE}")


def inverted(marks: str, lows: list[str], start: int, stop: int) -> Range | None:
    """The subject that begins where the cue ends (`start`): said Ron Geffner, a lawyer for hedge funds."""
    found = _RIGHT.match(marks, start, min(stop, start + _WINDOW))
    if not found:
        return None
    end = found.end()
    k = end
    while k < stop and marks[k] == ",":
        if k + 1 >= stop or marks[k + 1] not in "dpNSXJWLn" or (marks[k + 1] == "J" and False):
            break
        nxt = k + 1
        while nxt < stop and marks[nxt] not in ",.;:-":
            if marks[nxt] in "G" and marks[nxt - 1] == ",":
                break
            nxt += 1
        end = k = nxt
    if k == end and k < stop and marks[k] in "W":
        while end < stop and marks[end] not in ",.;:-":
            end += 1
    return (start, end)


def phrase(marks: str, start: int, stop: int) -> Range | None:
    """The noun phrase that begins at `start`: after *by*, *according to*."""
    found = _RIGHT.match(marks, start, min(stop, start + _WINDOW))
    return (start, found.end()) if found else None


def clause_subject(marks: str, first: int, stop: int) -> Range | None:
    """The subject of the first clause of a sentence: whose *saying* stands behind the clause."""
    k = first
    while k < stop:
        tag = marks[k]
        if tag in "MIHKVE" or (tag == "z" and k > first):
            begin = k
            found = subject(marks, [], begin, first)
            if found:
                return found
        k += 1
    return None
