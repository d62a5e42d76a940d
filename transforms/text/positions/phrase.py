"""Phrases: what a range of words is that a stance may be on: its head, the kinds of issue it names, whether it is a clause.

Belongs here: what can be told of a phrase or clause without knowing the stance. Does not belong here: which of them a stance word takes
(`complement`), whom they stand for (`side`), word order in general (`clause`).
"""

from transforms.text.clause import Clauses
from transforms.text.positions.word import ISSUES, NONE, uses

Range = tuple[int, int]  # tokens

_PARTIAL = uses("partial")
_HEADED = frozenset("dpJNSXnLsRb\"EGzt*'$QPOC")


def head_of(clauses: Clauses, start: int, stop: int) -> str:
    """The head noun of the phrase, in lower case; "" if there is none."""
    tags, lows = clauses.tags, clauses.lows
    for _ in range(3):
        at = start
        head = ""
        while at < stop and (tags[at] in _HEADED or (tags[at] == "V" and lows[at] in ISSUES)):
            if head and (tags[at] in "Cdp" or lows[at].endswith(("self", "selves"))):
                break  # the dam itself; the decision all the same
            if head in ISSUES and (tags[at] == "Q" or (tags[at] == "G" and tags[at - 1] == "S")):
                break  # reports that a convoy left; agreements allowing exports
            if tags[at] in "NSXzbOPV" or (tags[at] in "JGE" and (at + 1 == stop or tags[at + 1] in "TFo")) or lows[at] in ISSUES:
                if tags[at] == "E" and head and lows[at] not in ISSUES:
                    break
                head = lows[at]
            at += 1
            if not head and tags[at : at + 1] == "," and tags[at - 1] == "J":
                at += 1  # a second, longer truce
        if head in _PARTIAL and at < stop and tags[at] == "o":
            start = at + 1
            continue
        return head
    return ""


def kinds_of(clauses: Clauses, issue: Range) -> frozenset[str]:
    """The kinds of issue that the head of the phrase names."""
    return ISSUES.get(head_of(clauses, *issue), NONE)


def kinds_before(clauses: Clauses, at: int, needs: frozenset[str] = NONE) -> frozenset[str]:
    """The kinds of the first issue told shortly before the token `at`: what "it" may mean."""
    earlier = (ISSUES.get(low, NONE) for low in clauses.lows[max(0, at - 24) : at])
    return next((held for held in earlier if held and (not needs or "issue" in needs or held & needs)), NONE)


def thing_of_two(clauses: Clauses, start: int, stop: int) -> Range:
    """The thing of two objects: offered the group / a truce; accepted the ruling / all the same."""
    for at in range(start + 1, stop):
        if clauses.tags[at] in "dp" and clauses.tags[at - 1] in "NSXzb":
            if head_of(clauses, start, at) in ISSUES or head_of(clauses, at, stop) not in ISSUES:
                return (start, at) if head_of(clauses, start, at) in ISSUES else (start, stop)
            return (at, stop)
        if clauses.tags[at] not in "NSXJsdpbzn":
            break
    return (start, stop)


def thing_before(clauses: Clauses, end: int, low: int) -> Range | None:
    tags = clauses.tags
    at = end
    while at > low and end - at < 14 and tags[at - 1] in 'NSXLnpdsJtzbo"RF$':
        if at < end and tags[at - 1] in "Rb" and tags[at] in "dp":
            break  # put forward a plan
        at -= 1
    while at < end and tags[at] in 'RF"o':
        at += 1
    return (at, end) if at < end else None


def is_clause(clauses: Clauses, start: int, high: int) -> bool:
    """Whether a subject with its verb stands here: "denied it had shelled"."""
    tags = clauses.tags
    at = start
    while at < high and at - start < 24 and (tags[at] in "dpJNSXnLsRPtFoOCbzB" or (tags[at] == "G" and tags[at - 1] in "dpJ")):
        if at > start and ((tags[at] in "zbB" and tags[at - 1] in "PSX") or (tags[at] == "B" and tags[at - 1] == "z")):
            return True
        at += 1
    return at > start and at < high and tags[at] in "VMIHKE"


def is_noun_phrase(clauses: Clauses, start: int) -> bool:
    return clauses.tags[start] == "b" and clauses.tags[start + 1 : start + 2] in ("o", ".", ",", "F", "U", "")


def is_person(clauses: Clauses, start: int, stop: int) -> bool:
    """Whether a name is all that stands here: "backed Smith" is about a person, not about an issue."""
    held = clauses.tags[start:stop]
    return "X" in held and not held.strip("XLdtn")


def is_asked(clauses: Clauses, start: int, stop: int) -> bool:
    """Whether a bare "be" asks that something be done."""
    return any(clauses.lows[at] == "be" and clauses.tags[at - 1] in "NSXP" for at in range(start + 1, stop))
