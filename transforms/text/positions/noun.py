"""Nouns that tell a stance: "X's refusal to sign", "voiced support for the plan", "has the backing of X".

Belongs here: the frames of stance nouns. Does not belong here: verbs and adjectives (`stance`), what the stance is on (`complement`).
"""

from transforms.text.positions.complement import complement_at
from transforms.text.positions.holding import Found, is_hypothetical
from transforms.text.positions.phrase import Range, kinds_of
from transforms.text.positions.side import Holder, Sides
from transforms.text.positions.word import ISSUES, NONE, SETS, Word, uses

_INFERS, _VOICES, _ENJOYS, _ENDS = map(uses, ("infers", "voices", "enjoys", "ends"))
_HAVE = SETS["having"]
_FINITE = frozenset(("was", "were", "is", "are", "had", "has", "have", "did", "would", "will"))


def noun(sides: Sides, at: int, word: Word, low: int, high: int) -> Found | None:
    """X's refusal to, X voiced support for, Y has the backing of X."""
    tags, lows = sides.tags, sides.lows
    if tags[at] in "VE" and not (at > low and tags[at - 1] in "spdJ"):
        return None
    stop = at + 1 + len(word.after)
    left = at
    while left > low and at - left < 4 and tags[left - 1] in "JRnEG":
        left -= 1
    before = tags[left - 1] if left > low else ""
    if stop > high or tuple(lows[at + 1 : stop]) != word.after:
        return _hinted(sides, at, word, left, low) if before in ("s", "p") else _enjoyed(sides, at, word, left, low, high)
    if lows[at + 1] == "of" and _enjoys(sides, left, low):
        return _enjoyed(sides, at, word, left, low, high)
    holders: list[Holder] = []
    negated = False
    if before in ("s", "p"):
        possessor = _possessor(sides, left, before, low)
        opening = possessor[0] if possessor is not None else left - 1
        if opening > low and lows[opening - 1] in _ENDS:
            return None
        holders = sides.holders(possessor[0], possessor[1], at) if possessor is not None else []
    elif before == "X" and sides.demonym(left - 1) is not None:
        holders = sides.holders(left - 1, left, at, agent=True)
    if not holders and before != "s":
        holders, negated = _voicing(sides, at, word, left, before, low)
    if not holders:
        return None
    complement = complement_at(sides.clauses, stop - 1 if word.complements == "q" else stop, word, high)
    stance = word.negated if negated else word.stance
    subject = stop + (lows[stop : stop + 1] == ["that"])
    if stance == "demands" and lows[subject - 1] == "that" and not _FINITE.isdisjoint(lows[subject + 1 : subject + 3]):
        return None  # his insistence that he was there
    return None if complement is None or stance == "-" else Found(at, None, holders, stance, complement[0], None, "stance_noun")


def _possessor(sides: Sides, left: int, before: str, low: int) -> Range | None:
    """Whose it is: their, the group's; the nearest of several, as in the leader of the group's."""
    if before == "p":
        return left - 1, left
    phrase = sides.clauses.phrase(left - 1, low)
    if phrase is None:
        return None
    nearest = phrase[1]
    while nearest > phrase[0] and sides.tags[nearest - 1] not in "FoYCE,":
        nearest -= 1
    return nearest, phrase[1]


def _voicing(sides: Sides, at: int, word: Word, left: int, before: str, low: int) -> tuple[list[Holder], bool]:
    """Who voices it: voiced (his) opposition to, has no objection to; and whether that is negated."""
    lows = sides.lows
    verb_at = left - 1
    is_no = False
    if before == "p":
        verb_at = left - 2
    elif verb_at > low and before == "d":
        is_no = lows[verb_at] == "no"
        verb_at -= 1
    if verb_at < low or lows[verb_at] not in _VOICES:
        return [], False
    verb = sides.clauses.verb(verb_at, low)
    if verb.infinitive or verb.passive or is_hypothetical(sides, verb, verb, negated=verb.negated):
        return [], False
    if not is_no and lows[verb_at] in _HAVE and word.stance in ("proposes", "demands"):
        return [], False
    subject = sides.clauses.subject(verb.first, low)
    if subject is None or sides.clauses.is_supposed(subject[0], low):
        return [], False
    return sides.holders(subject[0], subject[1], at), is_no != verb.negated


def _enjoys(sides: Sides, left: int, low: int) -> bool:
    at = left - 1
    if at > low and sides.lows[at] == "the":
        at -= 1
    return at > low and sides.lows[at] in _ENJOYS


def _enjoyed(sides: Sides, at: int, word: Word, left: int, low: int, high: int) -> Found | None:
    """As in "The plan has the backing of the United Nations"."""
    if word.stance != "supports" or not _enjoys(sides, left, low) or at + 2 >= high or sides.lows[at + 1] not in ("of", "from"):
        return None
    verb_at = left - 2 if sides.lows[left - 1] == "the" else left - 1
    verb = sides.clauses.verb(verb_at, low)
    if verb.negated or verb.infinitive or verb.modal:
        return None
    issue = sides.clauses.subject(verb.first, low)
    if issue is None or not kinds_of(sides.clauses, issue):
        return None
    holders = sides.holders(at + 2, sides.clauses.stop(at + 2, high, clause=False), at, agent=True)
    return Found(at, verb, holders, word.stance, issue, None, "stance_enjoyed") if holders else None


def _hinted(sides: Sides, at: int, word: Word, left: int, low: int) -> Found | None:
    """As in "Declined to comment on the offer and indicated the group's rejection"."""
    possessor = sides.clauses.phrase(left - 1, low) if sides.tags[left - 1] == "s" else (left - 1, left)
    if possessor is None or possessor[0] <= low:
        return None
    verb_at = possessor[0] - 1
    if sides.lows[verb_at] == "at":
        verb_at -= 1
    if sides.lows[verb_at] not in _INFERS or word.stance not in ("rejects", "accepts", "supports"):
        return None
    for noun in range(verb_at - 1, max(low, verb_at - 40), -1):
        if "document" in ISSUES.get(sides.lows[noun], NONE) and sides.tags[noun] in "NSbz":
            first = noun
            while first > low and (sides.tags[first - 1] in "JNSXdpsn" or (sides.tags[first - 1] in "oR" and noun - first < 8)):
                first -= 1
            while first < noun and sides.tags[first] in "Ro":
                first += 1
            issue = (first, sides.clauses.stop(first, verb_at, clause=False))
            holders = sides.holders(possessor[0], possessor[1], at)
            return Found(at, None, holders, word.stance, issue, None, "stance_hinted", inferred=True) if holders else None
    return None
