"""Conditions: what a stance depends on ("only if", "unless", "any deal must"), and stances that are told by nothing else.

A connector must have the neighbours that it needs (`_MAY`); some begin before their word, or end behind it (`Conditions._OPENERS`). Belongs
here: connectors, and what stands before and behind them. Does not belong here: stance words (`stance`).
"""

from bisect import bisect_left, insort
from collections.abc import Callable
from typing import ClassVar, NamedTuple

from transforms.text.clause import OBLIGED, Verb
from transforms.text.positions.holding import EXCLUDED_SUBJECTS, Found
from transforms.text.positions.phrase import Range, head_of, is_clause, kinds_of
from transforms.text.positions.side import Holder, Sides
from transforms.text.positions.word import COOPERATES, DECIDES, INVOLUNTARY, ISSUES, QUIET, READIES, SETS, SIDE, uses

CONNECTORS = SETS["connectors"]
_CONDITIONAL_STANCES = frozenset(("accepts", "supports", "rejects", "conditions", "proposes", "withdraws"))
_INTENDS = SETS["intending"]
_VOWS, _BARGAINS, _PERSISTS = map(uses, ("vows", "bargains", "persists"))
_WARNS, _THREATENS, _READY, _WHEN, _INCLUDES = (SETS[name] for name in ("warning", "threatening", "ready", "when", "including"))
_FRONTING = SETS["fronting"]
_POSSIBLE = SETS["possible"]
# Before these, somebody is unnamed or speaks: spoke on condition that they not be named.
_UNNAMED = SETS["unnamed"]
_NEEDS_NO = frozenset(("without", "before"))  # would not leave without, before
_NEEDS_CLAUSE = frozenset(("if", "until", "before", "once", "long"))
_WITHOUT_MODAL = frozenset(("unless", "long", "until", "without", "only", "provided"))
_BEGINNING = frozenset(("without", "until", "unless"))  # connectors that may open a sentence


def _may_if(at: int, lows: list[str], marks: str) -> bool:
    before = slice(max(0, at - 24), at)
    return ("M" in marks[before] or not _READY.isdisjoint(lows[before])) and lows[at - 1] not in ("as", "even", "only", "what")


def _may_only(at: int, lows: list[str], marks: str) -> bool:
    return not _WHEN.isdisjoint(lows[at + 1 : at + 2]) or marks[at - 1 : at] == "M" or marks[at + 1 : at + 2] in ("F", "A")


def _may_long(at: int, lows: list[str], _marks: str) -> bool:
    return lows[at + 1 : at + 2] == ["as"]


def _may_must(at: int, _lows: list[str], marks: str) -> bool:
    return marks[at - 1 : at] not in ("P", "W")


def _may_condition(at: int, lows: list[str], marks: str) -> bool:
    return "on" in lows[max(0, at - 3) : at] and marks[at + 1 : at + 2] != "o"


def _may_before(at: int, lows: list[str], marks: str) -> bool:
    return "M" in marks[max(0, at - 24) : at] or "cannot" in lows[max(0, at - 24) : at]


_MAY: dict[str, Callable[[int, list[str], str], bool]] = {
    "if": _may_if,
    "only": _may_only,
    "long": _may_long,
    "must": _may_must,
    "condition": _may_condition,
    "before": _may_before,
    "once": _may_before,
}


def may_connect(low: str, at: int, lows: list[str], marks: str) -> bool:
    """Whether the words around a connector allow it to tell a condition."""
    may = _MAY.get(low)
    return may is None or may(at, lows, marks)


class _Connector(NamedTuple):
    """A connector in its place. Numbers are tokens."""

    word: str
    at: int
    begin: int  # where it begins: on condition that
    low: int  # where its sentence or its piece of content begins
    condition: Range


class Conditions:
    """What the stances `found` in one text depend on: a connector makes one of them conditional, or is told as another."""

    def __init__(self, sides: Sides, found: list[Found]) -> None:
        self.sides = sides
        self.found = found
        self.clauses = sides.clauses
        self.tags = sides.tags
        self.lows = sides.lows
        self._by_place: list[tuple[int, int]] = []  # the stances by their place, each with its number; `_latest` keeps it up to date

    def attach(self, at: int) -> None:
        """Read the connector `at` ("unless", "only if", "on condition that"): a condition on a stance read before, or a new one."""
        if self.sides.is_disowned(at):
            return
        low, high = self.sides.bounds(at)
        word = self.lows[at]
        if word == "must":
            self._must(at, low, high)
            return
        if word == "only" and self._is_limiting(at, low, high):
            self._only_so(at, low, high)
            return
        opener = self._OPENERS.get(word)
        opened = (at, at + 1) if opener is None else opener(self, at, low, high)
        if opened is None:
            return
        begin, start = opened
        if start < high and begin <= low + 1 and word in _BEGINNING:
            self._in_front(at, start, high)
        elif start < high and begin > low:
            stop = self.clauses.stop(start, high, clause=True)
            if stop > start and self._is_condition(word, start, stop):
                self._connect(_Connector(word, at, begin, low, (start, stop)))

    # Where connectors begin, and where what they connect.

    def _open_condition(self, at: int, low: int, _high: int) -> Range | None:
        """On (the) condition (that)."""
        lows = self.lows
        begin = at - 2 if lows[at - 1] in ("the", "one") else at - 1
        if begin <= low or lows[begin] != "on" or self.tags[at + 1 : at + 2] == "o":
            return None
        start = at + 2 if lows[at + 1 : at + 2] == ["that"] else at + 1
        if lows[start : start + 1] and (lows[start] in _UNNAMED or lows[begin - 1] in ("speaking", "spoke")):
            return None
        return begin, start

    def _is_limiting(self, at: int, low: int, high: int) -> bool:
        """Would meet only on neutral ground."""
        if at + 1 >= high or self.lows[at + 1] in _WHEN or (at > low and self.lows[at - 1] in _INTENDS):
            return False
        return self.tags[at + 1] in "FA"

    def _open_only(self, at: int, low: int, high: int) -> Range | None:
        """Only if; would only disarm if the army left."""
        if not _WHEN.isdisjoint(self.lows[at + 1 : at + 2]):
            return at, at + 2
        if at <= low or self.lows[at - 1] not in _INTENDS:
            return None
        begin = next((token for token in range(at + 2, min(high, at + 16)) if self.lows[token] in _WHEN), -1)
        return None if begin < 0 else (begin, begin + 1)

    def _open_long(self, at: int, _low: int, _high: int) -> Range | None:
        """As long as."""
        is_whole = self.lows[at - 1] in ("as", "so") and self.lows[at + 1 : at + 2] == ["as"]
        return (at - 1, at + 2) if is_whole else None

    def _open_provided(self, at: int, _low: int, high: int) -> Range | None:
        """Provided (that) they leave."""
        if self.tags[at - 1 : at] in ("I", "H", "d"):
            return None
        if self.lows[at + 1 : at + 2] == ["that"]:
            return at, at + 2
        return (at, at + 1) if is_clause(self.clauses, at + 1, high) else None

    _OPENERS: ClassVar[dict[str, Callable[["Conditions", int, int, int], Range | None]]] = {
        "condition": _open_condition,
        "only": _open_only,
        "long": _open_long,
        "provided": _open_provided,
    }

    def _is_condition(self, word: str, start: int, stop: int) -> bool:
        if word == "without":
            return self.tags[start] != "G"
        return word not in _NEEDS_CLAUSE or is_clause(self.clauses, start, stop)

    # What depends on the condition.

    def _connect(self, connector: _Connector) -> None:
        """The stance told before the connector depends on it, or else what its subject would do."""
        modal = self._modal_before(connector)
        number = self._latest(connector, modal)
        if number is not None:
            self.found[number] = self._conditional(connector, self.found[number])
        elif modal >= 0:
            if self._is_offer(connector, modal):
                self._offer(connector, modal)
        elif connector.word in _WITHOUT_MODAL:
            self._no_modal(connector)

    def _modal_before(self, connector: _Connector) -> int:
        """The nearest modal before the connector in its clause; -1 if there is none."""
        for at in range(connector.begin - 1, max(connector.low, connector.begin - 30) - 1, -1):
            if self.tags[at] == "M" or self.lows[at] == "cannot":
                return at
            if self.tags[at] in ";.:":
                break
        return -1

    def _latest(self, connector: _Connector, modal: int) -> int | None:
        """The number of the stance right before the connector that depends on it."""
        begin, word = connector.begin, connector.word
        for number in range(len(self._by_place), len(self.found)):
            insort(self._by_place, (self.found[number].at, number))
        first, stop = bisect_left(self._by_place, (connector.low, -1)), bisect_left(self._by_place, (begin, -1))
        latest = max((number for _, number in self._by_place[first:stop]), default=None)
        if latest is None or word in _NEEDS_NO or self.found[latest].stance not in _CONDITIONAL_STANCES:
            return None
        stance = self.found[latest]
        if begin - stance.issue[1] > 3 or stance.at <= modal or (modal >= 0 and stance.verb is not None and stance.verb.first > modal + 1):
            return None
        return latest if word != "until" or modal >= 0 or stance.stance == "rejects" else None

    def _conditional(self, connector: _Connector, stance: Found) -> Found:
        """The stance under its condition."""
        first, stop = stance.issue
        if first < connector.begin:
            stop = min(stop, connector.begin)
        if stance.stance == "withdraws":
            first = min(stance.at, first)  # would suspend the talks unless
        return stance._replace(stance="conditions", issue=(first, stop), condition=connector.condition, rule="condition")

    def _is_offer(self, connector: _Connector, modal: int) -> bool:
        """Whether the modal says what somebody would do: not what they must, nor what might happen if."""
        lows = self.lows
        if lows[modal] in OBLIGED or (connector.word in ("if", "once") and lows[modal] not in _INTENDS):
            return False
        return connector.word not in ("if", "once") or lows[modal + 1] in DECIDES or lows[modal + 1] in READIES

    def _offer(self, connector: _Connector, modal: int) -> None:
        """They would not leave unless; no talks would be held before; there can be no talks until."""
        tags, lows = self.tags, self.lows
        main = modal + 1
        while main < connector.begin and tags[main] in "RIHM":
            main += 1
        negated = any(low in ("not", "never", "cannot") or low.endswith("n't") for low in lows[modal:main])
        if modal > connector.low and lows[modal - 1] == "there":
            self._there_can_be(connector, modal, main, negated=negated)
            return
        verb = self.clauses.verb(max(modal, main - 1), connector.low).first if tags[modal - 1] == "R" else modal
        subject = self.clauses.subject(verb, connector.low)
        if subject is None or self.clauses.is_supposed(subject[0], connector.low):
            return
        is_none = lows[subject[0]] == "no"
        is_no = negated or is_none
        first, stop = main, min(connector.begin, self.sides.bounds(main)[1])
        if (connector.word in _NEEDS_NO and not is_no) or (first >= stop and not is_none):
            return
        while stop > first and tags[stop - 1] in ",C":
            stop -= 1
        head = head_of(self.clauses, *subject)
        if head in ISSUES and head not in SIDE:
            if is_no:
                self._add(connector, self.sides.speaking_side(connector.at), (subject[0], max(stop, subject[1])))
        elif first < stop and self._is_doing(connector, modal, first, is_no=is_no):
            holders = self.sides.holders(subject[0], subject[1], connector.at)
            if lows[subject[0]] not in EXCLUDED_SUBJECTS:
                self._add(connector, holders, (first, stop), rule="condition")

    def _is_doing(self, connector: _Connector, modal: int, first: int, *, is_no: bool) -> bool:
        """Whether the verb `first` is something that somebody decides to do."""
        low, tag = self.lows[first], self.tags[first]
        if low in INVOLUNTARY or not (tag in "BbVIEN" or (tag == "J" and low in COOPERATES)):
            return False
        if connector.word == "until" and not is_no and low in _PERSISTS:
            return False  # would press on until the siege was broken
        return self.lows[modal] in _INTENDS or low in COOPERATES or low in READIES

    def _there_can_be(self, connector: _Connector, modal: int, main: int, *, negated: bool) -> None:
        """There can be no talks until."""
        lows = self.lows
        if not negated and "no" not in lows[modal + 1 : modal + 3]:
            return
        issue = (main if lows[main - 1] != "no" else main - 1, connector.begin)
        if issue[0] < issue[1] and lows[issue[0]] != "no" and lows[issue[0] - 1] == "no":
            issue = (issue[0] - 1, issue[1])
        if kinds_of(self.clauses, issue):
            self._add(connector, self.sides.speaking_side(connector.at), issue)

    def _no_modal(self, connector: _Connector) -> None:
        """As in "Threatened to intervene unless"; "no dialogue is possible as long as"."""
        begin = connector.begin
        if self.lows[begin - 1] in _POSSIBLE and self.tags[begin - 2] == "I":
            subject = self.clauses.subject(begin - 2, connector.low)
            if subject is not None and self.lows[subject[0]] == "no" and kinds_of(self.clauses, subject):
                self._add(connector, self.sides.speaking_side(connector.at), subject)
            return
        warned = next((token for token in range(begin - 2, max(connector.low, begin - 16), -1) if self._threatens(token)), -1)
        if warned > connector.low and self.tags[warned] in "VEB":
            verb = self.clauses.verb(warned, connector.low)
            if not verb.passive:
                start = warned + 2 if self.lows[warned + 1] == "of" else warned + 1
                self._vow(connector, verb, (start, begin))
            return
        vows = (token for token in range(begin - 1, max(connector.low, begin - 16), -1) if self.tags[token] == "T")
        to = next((token for token in vows if self.lows[token - 1] in _VOWS), -1)
        if 0 <= to < begin - 1:
            stop = begin
            while stop > to + 1 and self.tags[stop - 1] in ",C":
                stop -= 1
            self._vow(connector, self.clauses.verb(to - 1, connector.low), (to + 1, stop))

    def _threatens(self, at: int) -> bool:
        """Warned of a boycott; threatened a boycott."""
        low = self.lows[at]
        return (low in _WARNS and self.lows[at + 1] == "of") or (low in _THREATENS and self.tags[at + 1] in "dJNSp")

    def _vow(self, connector: _Connector, verb: Verb, issue: Range) -> None:
        """What the subject of the verb has vowed or threatened."""
        subject = self.clauses.subject(verb.first, connector.low)
        if subject is not None and not verb.negated and verb.modal not in OBLIGED:
            self._add(connector, self.sides.holders(subject[0], subject[1], connector.at), issue, verb=verb, rule="condition")

    def _add(
        self,
        connector: _Connector,
        holders: list[Holder],
        issue: Range,
        *,
        verb: Verb | None = None,
        rule: str = "condition_impersonal",
    ) -> None:
        if holders and issue[0] < issue[1]:
            self.found.append(Found(connector.at, verb, holders, "conditions", issue, connector.condition, rule))

    # Conditions told otherwise.

    def _only_so(self, at: int, low: int, high: int) -> None:
        """As in "Would agree to a meeting only on neutral ground": under what circumstances alone."""
        for number in range(len(self.found) - 1, -1, -1):
            stance = self.found[number]
            if stance.at >= at:
                continue
            if stance.at < low:
                return
            told = stance.rule == "stance_adjective" or (stance.verb is not None and stance.verb.modal is not None)
            if stance.stance in ("accepts", "supports") and stance.issue[0] < at <= stance.issue[1] and told:
                condition = (at + 1, self.clauses.stop(at + 1, high, clause=True))
                self.found[number] = stance._replace(
                    stance="conditions", issue=(stance.issue[0], at), condition=condition, rule="condition"
                )
            return

    def attach_fronted(self) -> None:
        """As in "If sanctions are lifted, Iran is ready to talk": a condition in front of the stance."""
        for number, stance in enumerate(self.found):
            if stance.verb is None or stance.stance not in ("accepts", "supports", "rejects") or stance.condition is not None:
                continue
            low, high = self.sides.bounds(stance.at)
            while low < high and self.tags[low] in "\"'":
                low += 1
            if self.lows[low] not in _FRONTING:
                continue
            ready = stance.rule == "stance_adjective" and self.sides.statement_at(stance.at) is not None
            if not ready and stance.verb.modal not in ("will", "would", "'ll"):
                continue
            subject = self.clauses.subject(stance.verb.first, low)
            if subject is None or subject[0] <= low + 2:
                continue
            stop = subject[0]
            while stop > low and self.tags[stop - 1] in ",RC":
                stop -= 1
            if stop - low > 2 and is_clause(self.clauses, low + 1, stop):
                self.found[number] = stance._replace(stance="conditions", condition=(low + 1, stop), rule="condition_fronted")

    def _in_front(self, at: int, start: int, high: int) -> None:
        """As in "Without the sailors there will be no exchange"; "until they leave, there can be no talks"."""
        tags, lows = self.tags, self.lows
        for there in range(start + 1, min(high - 3, start + 30)):
            if lows[there] == "there" and tags[there + 1] == "M" and "no" in lows[there + 2 : there + 4]:
                first = lows.index("no", there + 2)
                stop = there - 1 if tags[there - 1] == "," else there
                issue = (first, self.clauses.stop(first, high, clause=False))
                if kinds_of(self.clauses, issue):
                    self._add(_Connector(lows[at], at, at, start, (start, stop)), self.sides.speaking_side(at), issue)
                return

    def _must(self, at: int, low: int, high: int) -> None:
        """As in "Any deal must include a withdrawal"; "Yerevan must withdraw its troops"."""
        tags, lows = self.tags, self.lows
        statement = self.sides.statement_at(at)
        if statement is None or at + 1 >= high:
            return
        subject = self.clauses.subject(at, low)
        if subject is None or self.clauses.is_supposed(subject[0], low):
            return
        verb_at = at + 1
        while verb_at < high and tags[verb_at] == "R":
            verb_at += 1
        if verb_at >= high or tags[verb_at] not in "BbV" or lows[verb_at] in QUIET:
            return
        stop = self.clauses.stop(verb_at, high, clause=True)
        if lows[subject[0]] in ("any", "every", "a") and head_of(self.clauses, *subject) in _BARGAINS:
            start = verb_at + 1 if lows[verb_at] in _INCLUDES else verb_at
            if start < stop:
                self._add(_Connector(lows[at], at, at, low, (start, stop)), self.sides.speaking_side(at), subject)
            return
        addressed = self.sides.holders(subject[0], subject[1], at)
        if len(addressed) != 1 or addressed[0][2] or addressed[0][0] is None or not self.sides.is_party(addressed[0][0]):
            return
        holders = self.sides.speaking_side(at)
        if holders and all(holder != addressed[0][0] for holder, _, _ in holders):
            self.found.append(Found(at, None, holders, "demands", (verb_at, stop), None, "obligation"))
