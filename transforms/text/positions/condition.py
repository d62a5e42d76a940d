"""Conditions: what a stance depends on ("only if", "unless", "any deal must"), and stances that are told by nothing else.

Belongs here: connectors, and what stands before and behind them. Does not belong here: stance words (`stance`).
"""

from transforms.text.clause import OBLIGED
from transforms.text.positions.stance import EXCLUDED_SUBJECTS, Found, Stances
from transforms.text.positions.word import COOPERATES, DECIDES, INVOLUNTARY, ISSUES, QUIET, READIES, SIDE, uses
from transforms.text.statements.statement import Span

CONNECTORS = frozenset(("if", "unless", "until", "only", "provided", "condition", "without", "long", "before", "once", "must"))
_CONDITIONAL_STANCES = frozenset(("accepts", "supports", "rejects", "conditions", "proposes", "withdraws"))
_INTENDS = frozenset(("will", "would", "'ll", "won't", "wouldn't", "shall"))
_VOWS, _BARGAINS, _PERSISTS = map(uses, ("vows", "bargains", "persists"))
_WARNS = frozenset(("warn", "warns", "warned"))
_THREATENS = frozenset(("threaten", "threatens", "threatened"))


_READY = frozenset(("ready", "willing", "prepared"))


def may_connect(low: str, at: int, lows: list[str], marks: str) -> bool:
    """Whether the words around a connector allow it to tell a condition."""
    if low == "if":
        offered = "M" in marks[max(0, at - 24) : at] or not _READY.isdisjoint(lows[max(0, at - 24) : at])
        return offered and lows[at - 1] not in ("as", "even", "only", "what")
    if low == "only":
        return (
            lows[at + 1 : at + 2] in (["if"], ["when"], ["after"], ["once"])
            or marks[at - 1 : at] == "M"
            or marks[at + 1 : at + 2] in ("F", "A")
        )
    if low == "long":
        return lows[at + 1 : at + 2] == ["as"]
    if low == "must":
        return marks[at - 1 : at] not in ("P", "W")
    if low == "condition":
        return "on" in lows[max(0, at - 3) : at] and marks[at + 1 : at + 2] != "o"
    if low in ("before", "without", "once"):
        return "M" in marks[max(0, at - 24) : at] or low == "without" or "cannot" in lows[max(0, at - 24) : at]
    return True


class Conditions(Stances):
    """What the stances of one text depend on."""

    def attach(self, at: int, found: list[Found]) -> None:
        """Read the connector `at` ("unless", "only if", "on condition that"): a condition on a stance read before, or a new one."""
        tags, lows, clauses = self.tags, self.lows, self.clauses
        if self.is_disowned(at):
            return
        low, high = self.bounds(at)
        word = lows[at]
        if word == "must":
            self._must(at, low, high, found)
            return
        begin, start = at, at + 1
        needs_no = False
        if word == "condition":
            begin = at - 2 if lows[at - 1] in ("the", "one") else at - 1
            if begin <= low or lows[begin] != "on" or tags[at + 1 : at + 2] == "o":
                return
            start = at + 2 if lows[at + 1 : at + 2] == ["that"] else at + 1
            if lows[start : start + 1] and (
                lows[start] in ("he", "she", "they", "neither", "his", "her", "their") or lows[begin - 1] in ("speaking", "spoke")
            ):
                return
        elif word == "only":
            if lows[at + 1 : at + 2] in (["if"], ["when"], ["after"], ["once"]):
                start = at + 2
            elif at > low and lows[at - 1] in _INTENDS:
                # would only disarm if the army left
                begin = next((token for token in range(at + 2, min(high, at + 16)) if lows[token] in ("if", "when", "after", "once")), -1)
                if begin < 0:
                    return
                start = begin + 1
            elif at + 1 < high and tags[at + 1] in "FA":
                self._only_so(at, low, high, found)  # would meet only on neutral ground
                return
            else:
                return
        elif word == "long":
            if lows[at - 1] not in ("as", "so") or lows[at + 1 : at + 2] != ["as"]:
                return
            begin, start = at - 1, at + 2
        elif word == "provided":
            if tags[at - 1 : at] in ("I", "H", "d") or not (lows[at + 1 : at + 2] == ["that"] or self._is_clause(at + 1, high)):
                return
            start = at + 2 if lows[at + 1 : at + 2] == ["that"] else at + 1
        elif word in ("without", "before"):
            needs_no = True
        if start < high and begin <= low + 1 and word in ("without", "until", "unless"):
            self._in_front(at, start, high, found)
            return
        if start >= high or begin <= low:
            return
        stop = clauses.stop(start, high, clause=True)
        if stop <= start:
            return
        if word in ("if", "until", "before", "once", "long") and not self._is_clause(start, stop):
            return
        if word == "without" and tags[start] == "G":
            return
        self._conditions(at, begin, (start, stop), found, low, needs_no=needs_no, word=word)

    def _only_so(self, at: int, low: int, high: int, found: list[Found]) -> None:
        """As in "Would agree to a meeting only on neutral ground": under what circumstances alone."""
        for number in range(len(found) - 1, -1, -1):
            stance = found[number]
            if stance.at >= at:
                continue
            if stance.at < low:
                return
            told = stance.rule == "stance_adjective" or (stance.verb is not None and stance.verb.modal is not None)
            if stance.stance in ("accepts", "supports") and stance.issue[0] < at <= stance.issue[1] and told:
                condition = (at + 1, self.clauses.stop(at + 1, high, clause=True))
                found[number] = stance._replace(stance="conditions", issue=(stance.issue[0], at), condition=condition, rule="condition")
            return

    def attach_fronted(self, found: list[Found]) -> None:
        """As in "If sanctions are lifted, Iran is ready to talk": a condition in front of the stance."""
        for number, stance in enumerate(found):
            if stance.verb is None or stance.stance not in ("accepts", "supports", "rejects") or stance.condition is not None:
                continue
            low, high = self.bounds(stance.at)
            while low < high and self.tags[low] in "\"'":
                low += 1
            front = self.lows[low]
            if front not in ("if", "unless", "once", "after", "when", "until"):
                continue
            ready = stance.rule == "stance_adjective" and self.statement_at(stance.at) is not None
            if not ready and stance.verb.modal not in ("will", "would", "'ll"):
                continue
            subject = self.clauses.subject(stance.verb.first, low)
            if subject is None or subject[0] <= low + 2:
                continue
            stop = subject[0]
            while stop > low and self.tags[stop - 1] in ",RC":
                stop -= 1
            if stop - low > 2 and self._is_clause(low + 1, stop):
                found[number] = stance._replace(stance="conditions", condition=(low + 1, stop), rule="condition_fronted")

    def _in_front(self, at: int, start: int, high: int, found: list[Found]) -> None:
        """As in "Without the sailors there will be no exchange"; "until they leave, there can be no talks"."""
        tags, lows = self.tags, self.lows
        for there in range(start + 1, min(high - 3, start + 30)):
            if lows[there] == "there" and tags[there + 1] == "M" and "no" in lows[there + 2 : there + 4]:
                first = lows.index("no", there + 2)
                stop = there - 1 if tags[there - 1] == "," else there
                issue = (first, self.clauses.stop(first, high, clause=False))
                if self._head(*issue) in ISSUES:
                    self._add(found, at, self.speaking_side(at), issue, (start, stop))
                return

    def _conditions(
        self, at: int, begin: int, condition: tuple[int, int], found: list[Found], low: int, *, needs_no: bool, word: str
    ) -> None:
        tags, lows = self.tags, self.lows
        modal = begin - 1
        stop = max(low, begin - 30)
        while modal >= stop and tags[modal] != "M" and lows[modal] != "cannot":
            if tags[modal] in ";.:":
                modal = -1
                break
            modal -= 1
        if modal < stop:
            modal = -1
        latest = next((number for number in range(len(found) - 1, -1, -1) if low <= found[number].at < begin), None)
        if latest is not None and found[latest].stance in _CONDITIONAL_STANCES and not needs_no:
            stance = found[latest]
            if (
                begin - stance.issue[1] <= 3
                and stance.at > modal
                and (modal < 0 or stance.verb is None or stance.verb.first <= modal + 1)
                and word != "before"
            ) and (word != "until" or modal >= 0 or stance.stance == "rejects"):
                issue = (stance.issue[0], min(stance.issue[1], begin)) if stance.issue[0] < begin else stance.issue
                if stance.stance == "withdraws":
                    issue = (min(stance.at, issue[0]), issue[1])  # would suspend the talks unless
                found[latest] = stance._replace(stance="conditions", issue=issue, condition=condition, rule="condition")
                return
        if modal < 0 and word in ("unless", "long", "until", "without", "only", "provided"):
            self._no_modal(at, begin, condition, found, low)
            return
        if (
            modal < 0
            or lows[modal] in OBLIGED
            or (word == "if" and lows[modal] not in _INTENDS)
            or (word in ("if", "once") and lows[modal + 1] not in DECIDES | READIES)
        ):
            return
        verb_at = modal
        while verb_at + 1 < begin and tags[verb_at + 1] in "RIHM":
            verb_at += 1
        main = verb_at + 1
        negated = any(
            lows[token] in ("not", "never") or lows[token].endswith("n't") or lows[token] == "cannot" for token in range(modal, main)
        )
        if modal > low and lows[modal - 1] == "there":
            if lows[modal + 2 : modal + 3] != ["no"] and lows[modal + 1 : modal + 2] != ["no"] and not negated:
                return
            issue = (main if lows[main - 1] != "no" else main - 1, begin)
            if issue[0] < issue[1] and lows[issue[0]] != "no" and lows[issue[0] - 1] == "no":
                issue = (issue[0] - 1, issue[1])
            head = self._head(*issue)
            if not ISSUES.get(head):
                return
            self._add(found, at, self.speaking_side(at), issue, condition)
            return
        subject = self.clauses.subject(self.clauses.verb(max(modal, main - 1), low).first if tags[modal - 1] == "R" else modal, low)
        if subject is None or self.clauses.is_supposed(subject[0], low):
            return
        none = lows[subject[0]] == "no"
        if (needs_no or word == "unless") and not (negated or none) and word != "unless":
            return
        issue = (main, min(begin, self.bounds(main)[1]))
        if issue[0] >= issue[1] and not none:
            return
        while issue[1] > issue[0] and tags[issue[1] - 1] in ",C":
            issue = (issue[0], issue[1] - 1)
        head = self._head(*subject)
        if head in ISSUES and head not in SIDE:
            if negated or none:
                self._add(found, at, self.speaking_side(at), (subject[0], max(issue[1], subject[1])), condition)
            return
        if issue[0] >= issue[1] or lows[issue[0]] in INVOLUNTARY:
            return
        if tags[issue[0]] not in "BbVIEN" and not (tags[issue[0]] == "J" and lows[issue[0]] in COOPERATES):
            return
        if word == "until" and not (negated or none) and lows[issue[0]] in _PERSISTS:
            return  # would press on until the siege was broken
        if lows[modal] not in _INTENDS and lows[issue[0]] not in COOPERATES and lows[issue[0]] not in READIES:
            return
        holders = self.holders(subject[0], subject[1], at)
        if holders and lows[subject[0]] not in EXCLUDED_SUBJECTS:
            found.append(Found(at, None, holders, "conditions", issue, condition, "condition"))

    def _no_modal(self, at: int, begin: int, condition: tuple[int, int], found: list[Found], low: int) -> None:
        """As in "Threatened to intervene unless"; "no dialogue is possible as long as"."""
        tags, lows, clauses = self.tags, self.lows, self.clauses
        if lows[begin - 1] in ("possible", "acceptable", "conceivable") and tags[begin - 2] == "I":
            subject = clauses.subject(begin - 2, low)
            if subject is not None and lows[subject[0]] == "no" and ISSUES.get(self._head(*subject)):
                self._add(found, at, self.speaking_side(at), subject, condition)
            return
        warned = next(
            (
                token
                for token in range(begin - 2, max(low, begin - 16), -1)
                if (lows[token] in _WARNS and lows[token + 1] == "of") or (lows[token] in _THREATENS and tags[token + 1] in "dJNSp")
            ),
            -1,
        )
        if warned > low and tags[warned] in "VEB":
            verb = clauses.verb(warned, low)
            subject = clauses.subject(verb.first, low)
            start = warned + 2 if lows[warned + 1] == "of" else warned + 1
            if subject is not None and not verb.negated and verb.modal not in OBLIGED and not verb.passive:
                holders = self.holders(subject[0], subject[1], at)
                if holders and start < begin:
                    found.append(Found(at, verb, holders, "conditions", (start, begin), condition, "condition"))
            return
        to = next((token for token in range(begin - 1, max(low, begin - 16), -1) if tags[token] == "T" and lows[token - 1] in _VOWS), -1)
        if to < 0 or to + 1 >= begin:
            return
        verb = clauses.verb(to - 1, low)
        subject = clauses.subject(verb.first, low)
        if subject is None or verb.negated or verb.modal in OBLIGED:
            return
        stop = begin
        while stop > to + 1 and tags[stop - 1] in ",C":
            stop -= 1
        holders = self.holders(subject[0], subject[1], at)
        if holders:
            found.append(Found(at, verb, holders, "conditions", (to + 1, stop), condition, "condition"))

    def _add(
        self, found: list[Found], at: int, holders: list[tuple[int | None, Span, str]], issue: tuple[int, int], condition: tuple[int, int]
    ) -> None:
        if holders and issue[0] < issue[1]:
            found.append(Found(at, None, holders, "conditions", issue, condition, "condition_impersonal"))

    def _must(self, at: int, low: int, high: int, found: list[Found]) -> None:
        """As in "Any deal must include a withdrawal"; "Yerevan must withdraw its troops"."""
        tags, lows = self.tags, self.lows
        statement = self.statement_at(at)
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
        if lows[subject[0]] in ("any", "every", "a") and self._head(*subject) in _BARGAINS:
            start = verb_at + 1 if lows[verb_at] in ("include", "involve", "contain", "ensure", "guarantee") else verb_at
            if start < stop:
                self._add(found, at, self.speaking_side(at), subject, (start, stop))
            return
        addressed = self.holders(subject[0], subject[1], at)
        if len(addressed) != 1 or addressed[0][2] or addressed[0][0] is None or not self.is_party(addressed[0][0]):
            return
        holders = self.speaking_side(at)
        if holders and all(holder != addressed[0][0] for holder, _, _ in holders):
            found.append(Found(at, None, holders, "demands", (verb_at, stop), None, "obligation"))
