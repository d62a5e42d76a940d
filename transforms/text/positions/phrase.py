"""Phrases: what a range of words is that a stance may be on: its head, the kinds of issue it names, whether it is a clause.

Belongs here: what can be told of a phrase or clause without knowing the stance. Does not belong here: which of them a stance word takes
(`complement`), whom they stand for (`side`), word order in general (`clause`).
"""

from collections.abc import Sequence

from transforms.text.actors.cast import Cast
from transforms.text.clause import Clauses
from transforms.text.positions.side import Sides
from transforms.text.positions.word import ISSUES, NONE, uses
from transforms.text.reading import Reading
from transforms.text.statements.statement import Statement

Range = tuple[int, int]  # tokens

_PARTIAL = uses("partial")
_HEADED = frozenset("dpJNSXnLsRb\"EGzt*'$QPOC")


class Phrases(Sides):
    """The phrases of one text."""

    def __init__(self, reading: Reading, statements: Sequence[Statement], cast: Cast) -> None:
        super().__init__(reading, statements, cast)
        self.clauses = Clauses(reading)
        self.tags = self.clauses.tags

    def _head(self, start: int, stop: int) -> str:
        """The head noun of the phrase, in lower case; "" if there is none."""
        tags, lows = self.tags, self.lows
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

    def _kinds(self, issue: Range) -> frozenset[str]:
        """The kinds of issue that the head of the phrase names."""
        return ISSUES.get(self._head(*issue), NONE)

    def _before(self, at: int, needs: frozenset[str] = NONE) -> frozenset[str]:
        """The kinds of the first issue told shortly before the token `at`: what "it" may mean."""
        earlier = (ISSUES.get(low, NONE) for low in self.lows[max(0, at - 24) : at])
        return next((held for held in earlier if held and (not needs or "issue" in needs or held & needs)), NONE)

    def _object(self, start: int, stop: int) -> Range:
        """The thing of two objects: offered the group / a truce; accepted the ruling / all the same."""
        for at in range(start + 1, stop):
            if self.tags[at] in "dp" and self.tags[at - 1] in "NSXzb":
                if self._head(start, at) in ISSUES or self._head(at, stop) not in ISSUES:
                    return (start, at) if self._head(start, at) in ISSUES else (start, stop)
                return (at, stop)
            if self.tags[at] not in "NSXJsdpbzn":
                break
        return (start, stop)

    def _thing_before(self, end: int, low: int) -> Range | None:
        tags = self.tags
        at = end
        while at > low and end - at < 14 and tags[at - 1] in 'NSXLnpdsJtzbo"RF$':
            if at < end and tags[at - 1] in "Rb" and tags[at] in "dp":
                break  # put forward a plan
            at -= 1
        while at < end and tags[at] in 'RF"o':
            at += 1
        return (at, end) if at < end else None

    def _is_clause(self, start: int, high: int) -> bool:
        """Whether a subject with its verb stands here: "denied it had shelled"."""
        tags = self.tags
        at = start
        while at < high and at - start < 24 and (tags[at] in "dpJNSXnLsRPtFoOCbzB" or (tags[at] == "G" and tags[at - 1] in "dpJ")):
            if at > start and ((tags[at] in "zbB" and tags[at - 1] in "PSX") or (tags[at] == "B" and tags[at - 1] == "z")):
                return True
            at += 1
        return at > start and at < high and tags[at] in "VMIHKE"

    def _is_noun_phrase(self, start: int) -> bool:
        return self.tags[start] == "b" and self.tags[start + 1 : start + 2] in ("o", ".", ",", "F", "U", "")

    def _is_person(self, start: int, stop: int) -> bool:
        """Whether a name is all that stands here: "backed Smith" is about a person, not about an issue."""
        held = self.tags[start:stop]
        return "X" in held and not held.strip("XLdtn")

    def _is_asked(self, start: int, stop: int) -> bool:
        """Whether a bare "be" asks that something be done."""
        return any(self.lows[at] == "be" and self.tags[at - 1] in "NSXP" for at in range(start + 1, stop))
