"""Holding: a stance as it was read, who holds it, and whether it is only supposed.

Belongs here: the subject of a stance word as its holder, or else who speaks by it. Does not belong here: which words tell a stance
(`stance`), whom the words for a holder mean (`side`).
"""

from typing import NamedTuple

from transforms.text.clause import OBLIGED, Verb
from transforms.text.positions.phrase import Range, head_of, kinds_of
from transforms.text.positions.side import JOINED, Holder, Sides
from transforms.text.positions.word import ISSUES, SETS, SIDE
from transforms.text.statements.statement import Span

EXCLUDED_SUBJECTS = SETS["nobody"]


class Found(NamedTuple):
    """A stance as it was read, in tokens."""

    at: int
    verb: Verb | None
    holders: list[Holder]  # actor, text, how: "" named or described, "we", "I", "speaker"
    stance: str
    issue: Range
    condition: Range | None
    rule: str
    inferred: bool = False


def with_holders(
    sides: Sides,
    at: int,
    verb: Verb | None,
    subject: Range | None,
    stance: str,
    issue: Range,
    low: int,
    rule: str,
    *,
    inferred: bool = False,
) -> Found | None:
    """The stance, if anybody in particular holds it: the subject, else who is said to say it."""
    holders: list[Holder] = []
    if subject is not None:
        if _is_nobody(sides, subject) or sides.clauses.is_supposed(subject[0], low):
            return None
        if subject[0] > low and sides.tags[subject[0] - 1] in "MKHI":
            return None  # inverted: "nor will Russia accept", "should Israel reject"
        is_thing = _is_thing(sides, subject)
        if is_thing and (verb is None or verb.first == 0 or sides.tags[verb.first - 1] != "C"):
            return None  # his plan calls for lower rates
        holders = _by_subject(sides, at, verb, subject, low, is_thing=is_thing)
    holders = holders or _by_cue(sides, at, verb, low)
    if not holders or issue[0] >= issue[1] or _is_question(sides, at):
        return None
    return Found(at, verb, holders, stance, issue, None, rule, inferred)


def _is_nobody(sides: Sides, subject: Range) -> bool:
    first = sides.lows[subject[0]]
    return first in EXCLUDED_SUBJECTS and (first != "one" or sides.lows[subject[0] + 1 : subject[0] + 2] != ["of"])


def _is_thing(sides: Sides, subject: Range) -> bool:
    """Whether the subject is itself an issue, which holds no stance; talks and sides may."""
    if sides.tags[subject[1] - 1] not in "NSbz" or sides.lows[subject[1] - 1] in SIDE:
        return False
    kinds = kinds_of(sides.clauses, subject)
    return bool(kinds) and "talks" not in kinds


def _by_subject(sides: Sides, at: int, verb: Verb | None, subject: Range, low: int, *, is_thing: bool) -> list[Holder]:
    """Who the subject is; else who is the part of it next to the verb."""
    tags, (first, stop) = sides.tags, _who_is_told_of(sides, subject)
    holders: list[Holder] = []
    if not is_thing:
        holders = sides.sources(at, first, stop) or sides.holders(first, stop, at)
        if verb is not None and _is_joined(sides, verb, low):
            holders = _joined(sides, at, holders)
    if not holders and "C" in tags[first:stop]:
        # Russia made an offer and Moscow stood by it: what stands before the "and" is an object.
        joint = first + tags[first:stop].rindex("C")
        if head_of(sides.clauses, first, joint) in ISSUES:
            holders = sides.holders(joint + 1, stop, at)
    if not holders and tags[stop : stop + 2].lstrip(",")[:1] == "W":
        # An offer from the generals, who insist: the nearest phrase if the whole is nobody.
        nearest = stop
        while nearest > first and tags[nearest - 1] not in "FoY":
            nearest -= 1
        holders = sides.holders(nearest, stop, at)
    return holders


def _who_is_told_of(sides: Sides, subject: Range) -> Range:
    """Of "said Ann Moss of Ivo Rask, who left" the one of whom she says it."""
    tags, (first, stop) = sides.tags, subject
    topic = first + tags[first:stop].rfind("o") + 1
    if topic <= first or sides.lows[topic - 1] != "of" or not first or tags[first - 1] != "V" or "W" not in tags[stop : stop + 2]:
        return subject
    return (topic, stop) if sides.is_person(topic, stop) and sides.is_person(first, topic - 1) else subject


def _by_cue(sides: Sides, at: int, verb: Verb | None, low: int) -> list[Holder]:
    """Who speaks, if the word is the cue, or a verb joined to it: "said the vote was fair and urged all sides"."""
    cue = sides.cue_at(at)
    if cue is not None:
        return sides.speakers(cue)
    told = sides.statement_at(at) if verb is not None and _is_joined(sides, verb, low) else None
    if told is None or sides.statements[told].quotation_type != "indirect":
        return []
    return [(actor, text, "it") for actor, text, _ in sides.speakers(told)]


def _is_joined(sides: Sides, verb: Verb, low: int) -> bool:
    return verb.first > low and sides.tags[verb.first - 1] == "C"


def _joined(sides: Sides, at: int, holders: list[Holder]) -> list[Holder]:
    """As in "Said her daughter was ill and demanded talks": who demands is who said, if the subject before "and" can demand nothing."""
    cue = sides.cue_at(at)
    if cue is None or sides.statements[cue].source is None or sides.lows[at] not in JOINED:
        return holders
    if any(actor is not None and sides.is_party(actor) for actor, _, _ in holders):
        return holders
    return sides.speakers(cue) or holders


def _is_question(sides: Sides, at: int) -> bool:
    first, stop = sides.sentence(at)
    return "?" in sides.lows[max(first, stop - 3) : stop]


def is_near(sides: Sides, text: Span, at: int) -> bool:
    first, stop = sides.sentence(at)
    return sides.reading.starts[first] <= text[0] and text[1] <= sides.reading.ends[stop - 1]


def is_hypothetical(sides: Sides, verb: Verb, inner: Verb, *, negated: bool) -> bool:
    modal = verb.modal or inner.modal
    if modal is None:
        return False
    if modal == "would" and not _is_backshifted(sides, verb):
        return True
    if modal in OBLIGED or (modal in ("could", "can") and not negated):
        return True
    return verb.perfect and modal in ("would", "could", "will")


def _is_backshifted(sides: Sides, verb: Verb) -> bool:
    """Whether "would" is the "will" of reported speech, or what the speakers say of themselves."""
    statement = sides.statement_at(verb.head)
    if statement is None:
        return False
    return sides.statements[statement].quotation_type != "direct" or sides.lows[max(0, verb.first - 1)] in ("i", "we")
