"""Positions: who holds which stance on which issue, and who says so.

Belongs here: which words of a text are asked for a stance, verdicts and silences, and stances as records with the basis on which they are
asserted. Does not belong here: how a stance is read (`stance`, `condition`), who a phrase means (`mention`), which positions are about the
same thing (`issue`).
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from transforms.text.actors.cast import Cast
from transforms.text.links.claim import denials
from transforms.text.links.web import Link
from transforms.text.positions.condition import CONNECTORS, Conditions, may_connect
from transforms.text.positions.holding import Found, is_near, with_holders
from transforms.text.positions.phrase import head_of
from transforms.text.positions.side import Sides
from transforms.text.positions.stance import is_taken_back, may_tell, refusals_at, resumed, stance_at
from transforms.text.positions.word import BRANDS, COOPERATES, ISSUES, NONE, REFUSES, REFUTES, TRIGGERS
from transforms.text.reading import Reading
from transforms.text.statements.statement import Span, Statement
from transforms.text.tag import tags
from transforms.text.word import TAKES_SIDES


class Position(NamedTuple):
    """One holder's stance on one issue, as one statement or the narrator asserts it."""

    holder: int | None  # index into the cast's actors
    holder_text: Span
    stance: str  # DOMAIN vocabulary
    issue: Span
    condition: Span | None
    assertion_basis: str  # self, own_side, third_party, adversary, narrator, narrator_inference
    statement: int | None  # index of the statement that asserts it; None = the narrator
    contested_by: tuple[int, ...]  # statements that deny or contradict it
    span: Span  # evidence
    rule: str


WORDS = frozenset(TRIGGERS) | COOPERATES | CONNECTORS | REFUSES | REFUTES
_NEGATIONS = frozenset(("not", "never", "won't", "wouldn't", "cannot", "no"))
_HIT_TAGS = frozenset("VEBbGzINSJXRFd")
# Denied having received such a request: what was asked or offered is denied, not what else the asker said.
_RECEIPT = re.compile(r"\b(?:receiv|get|got|seen|heard)\w*(?: \w+){0,3} (?:request|demand|appeal|offer|proposal|plan|invitation)s?\b")
_REACHES = frozenset(("demands", "proposes"))
_THINGS = frozenset(("it", "this", "that"))
_BARE_SILENCE = frozenset(("to", "comment", "commented", "commenting", "respond", "responded", "further"))


def positions(reading: Reading, statements: Sequence[Statement], cast: Cast, links: Sequence[Link] | None = None) -> list[Position]:
    """The positions of `reading`, in text order; `links` are its claim links, if they have been read already."""
    lows = reading.lows
    words = reading.marked(TAKES_SIDES)
    if not words and not any(row.speech_act == "no_comment" for row in statements):
        return []
    marks = tags(reading)
    hits, refusals, connectors, verdicts = [], [], [], []
    for at in words:
        low = lows[at]
        if low in TRIGGERS and marks[at] in _HIT_TAGS and may_tell(low, at, lows, marks):
            hits.append(at)
        if low in COOPERATES and marks[at] in "BbNJ" and not _NEGATIONS.isdisjoint(lows[max(0, at - 4) : at]):
            refusals.append(at)
        if low in CONNECTORS and may_connect(low, at, lows, marks):
            connectors.append(at)
        if low in REFUTES or low in REFUSES:
            verdicts.append(at)
    if not (hits or connectors or verdicts or refusals or any(row.speech_act == "no_comment" for row in statements)):
        return []
    sides = Sides(reading, statements, cast)
    found = [stance for at in hits if (stance := stance_at(sides, at)) is not None]
    told = {stance.at for stance in found}
    for at in refusals:
        if at not in told:
            found.extend(refusals_at(sides, at))
    found.sort(key=lambda stance: stance.at)
    conditions = Conditions(sides, found)
    for at in connectors:
        conditions.attach(at)
    for at in verdicts:
        found.extend(_verdicts(sides, at))
    found.extend(_silences(sides, found))
    if not found:
        return []
    conditions.attach_fronted()
    # What is denied is nobody's stance: dismissed a report that it had accepted the plan.
    found = resumed(sides, found)
    unsaid = (stance.issue for stance in found if stance.stance == "denies_report" or is_taken_back(sides, stance))
    denied = {at for first, stop in unsaid for at in range(first + 1, stop)}
    return _records(sides, [stance for stance in found if stance.at not in denied], links)


def _verdicts(sides: Sides, at: int) -> Iterator[Found]:
    """As in "The conditions are unacceptable", "the report is a lie", said by somebody; "called the report a lie"."""
    tags, lows = sides.tags, sides.lows
    low, _high = sides.bounds(at)
    first = at
    while first > low and tags[first - 1] in 'dJR"' and at - first < 4:
        first -= 1
    stance = "rejects" if lows[at] in REFUSES else "denies_report"
    verb = sides.clauses.verb(first, low)
    if verb.passive:
        if sides.statement_at(at) is None or verb.negated or verb.infinitive or verb.modal not in (None, "would"):
            return
        issue = sides.clauses.subject(verb.first, low)
        if issue is None or not ISSUES.get(head_of(sides.clauses, *issue)):
            issue = _clause_before(sides, verb.first, low)
        if issue is not None and _is_refutable(sides, issue, stance) and (holders := sides.speaking_side(at)):
            yield Found(at, verb, holders, stance, issue, None, "verdict")
        return
    low, _stop = sides.sentence(at)
    while first > low and tags[first - 1] == "A":
        first -= 1  # described the report as untrue
    quoted = sides.tags.rfind('"', low, first)
    if quoted >= 0 and sides.tags.count('"', quoted, at) % 2:
        first = quoted  # called the claim "false and
    brand = next((token for token in range(first - 2, max(low, first - 14), -1) if lows[token] in BRANDS), -1)
    if brand <= low or not _is_refutable(sides, (brand + 1, first), stance):
        return
    verb = sides.clauses.verb(brand, low)
    if not (verb.negated or verb.infinitive or verb.modal or verb.passive):
        found = with_holders(sides, at, verb, sides.clauses.subject(verb.first, low), stance, (brand + 1, first), low, "verdict")
        if found is not None:
            yield found


def _is_refutable(sides: Sides, issue: tuple[int, int], stance: str) -> bool:
    kinds = ISSUES.get(head_of(sides.clauses, *issue), NONE)
    return bool(kinds) and (stance == "rejects" or "report" in kinds)


def _clause_before(sides: Sides, end: int, low: int) -> tuple[int, int] | None:
    """The subject with its relative clause: "A truce that leaves the ports closed" is unacceptable."""
    for at in range(end - 2, max(low, end - 16), -1):
        if sides.tags[at] in "QW" and sides.tags[at - 1] in "NSz":
            first = at
            while first > low and sides.tags[first - 1] in "dpJNSXsn":
                first -= 1
            return (first, end)
    return None


def _silences(sides: Sides, found: list[Found]) -> Iterator[Found]:
    """Those who did not comment on something, where no stance word has told it; silence on nothing in particular is no position."""
    told = {sides.reading.sentence_of(stance.at) for stance in found if stance.stance == "no_comment"}
    ends = {stance.issue[1] for stance in found if stance.stance == "rejects"}  # declined to provide details: told as that
    for index, made in enumerate(sides.statements):
        if made.speech_act != "no_comment" or made.source is None or made.cue is None or not made.content:
            continue
        at = sides.reading.token_at(made.cue[0])
        if sides.reading.sentence_of(at) in told:
            continue
        first, stop = sides.reading.token_at(made.content[0][0]), sides.reading.token_at(made.content[0][1] - 1) + 1
        holders = [(actor, text, "") for actor, text, _ in sides.speakers(index)]
        stop = sides.clauses.stop(first, stop, clause=True)  # declined to comment / and the army said
        if sides.lows[first] in ("how", "when", "where", "who", "whose", "which", "what", "why"):
            continue  # declined to say how many: no more than a gap in what is known
        if holders and first < stop and stop not in ends and any(sides.lows[token] not in _BARE_SILENCE for token in range(first, stop)):
            yield Found(at, None, holders, "no_comment", (first, stop), None, "silence")


def _records(sides: Sides, found: list[Found], links: Sequence[Link] | None) -> list[Position]:
    """`found` as records, each once, in text order."""
    records: list[Position] = []
    contested: dict[int, tuple[int, ...]] | None = None
    denying: set[int] = set()
    seen: set[tuple[object, ...]] = set()
    starts, ends = sides.reading.starts, sides.reading.ends
    for told in sorted(found, key=lambda item: (item.at, item.issue)):
        statement, spoken = sides.asserted_by(told.at, told.stance)
        if statement is None:
            statement = _inserted(sides, told)
        may_deny = told.stance == "rejects" and told.issue[1] - told.issue[0] == 1 and sides.lows[told.issue[0]] in _THINGS
        if contested is None and (statement is not None or may_deny):
            contested = {}
            for denial in denials(sides.reading, sides.statements, sides.cast) if links is None else links:
                if denial.relation not in ("denies", "contradicts"):
                    continue
                contested[denial.target] = (*contested.get(denial.target, ()), denial.source)
                denying.add(denial.source)
        # Rejected that, where a claim was told: it denies it.
        stance = told._replace(stance="denies_report") if may_deny and sides.cue_at(told.at) in denying else told
        issue = sides.characters(stance.issue)
        condition = sides.characters(stance.condition) if stance.condition is not None else None
        for holder, text, how in stance.holders:
            if holder is None and how in ("I", "we"):
                continue
            key = (holder if holder is not None else text, stance.stance, issue, statement)
            if key in seen:
                continue
            seen.add(key)
            basis = "narrator_inference" if stance.inferred else sides.basis(statement, holder, text, how, spoken=spoken)
            first, last = min(issue[0], starts[stance.at]), max(issue[1], ends[stance.at], condition[1] if condition else 0)
            if is_near(sides, text, stance.at):
                first, last = min(first, text[0]), max(last, text[1])
            against = () if contested is None or statement is None else contested.get(statement, ())
            if against and stance.stance not in _REACHES:
                against = tuple(one for one in against if not _denies_receipt(sides, one))
                if holder is not None and basis == "self" and stance.stance == "conditions":
                    # Would stop if the siege was lifted: others deny that there is a siege, and not what they would do.
                    against = tuple(one for one in against if sides.speaks_for(one, holder))
            records.append(
                Position(
                    holder,
                    text,
                    stance.stance,
                    issue,
                    condition,
                    basis,
                    None if stance.inferred and not spoken else statement,
                    against,
                    (first, last),
                    stance.rule,
                )
            )
    return records


def _denies_receipt(sides: Sides, statement: int) -> bool:
    """Whether what is denied is only that a request or an offer has come."""
    content = sides.statements[statement].content
    return bool(content) and _RECEIPT.search(sides.reading.folded, content[0][0], min(content[0][1], content[0][0] + 120)) is not None


def _inserted(sides: Sides, stance: Found) -> int | None:
    """As in "Sudan opposes the filling, an official said, but backs the dam": who asserts the first asserts the second."""
    for _, text, _ in stance.holders[:1]:
        at = sides.reading.token_at(text[0])
        told = sides.statement_at(at)
        cue = sides.statements[told].cue if told is not None and sides.statements[told].quotation_type == "indirect" else None
        if cue is not None and text[1] <= cue[0] < sides.reading.starts[stance.at] and is_near(sides, text, stance.at):
            return told
    return None
