"""What a stance word says: who holds it, and whether it is held at all.

Belongs here: the frames of verbs, adjectives and nouns ("X rejected Y", "Y was backed by X", "X's refusal to", "ready to"). Does not belong
here: what the stance is on (`complement`), what it depends on (`condition`), who asserts it (`position`).
"""

from collections.abc import Iterator
from typing import NamedTuple

from transforms.text.clause import OBLIGED, Verb
from transforms.text.positions.complement import behind_words, complement_at, is_open, severed, taken_before, with_negation
from transforms.text.positions.phrase import Range, head_of, kinds_before, kinds_of, thing_before
from transforms.text.positions.side import JOINED, Holder, Sides
from transforms.text.positions.word import BODIES, DECIDES, ISSUES, NEVER, NONE, SETS, SIDE, TRIGGERS, Word, uses
from transforms.text.statements.statement import Span


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


_GOVERNS, _INFERS, _VOICES, _ENJOYS, _ENDS = map(uses, ("governs", "infers", "voices", "enjoys", "ends"))
_REMAINS = SETS["remaining"]
_HAVE = SETS["having"]
_NO, _LIMITING = SETS["negative objects"], SETS["limiting"]
_FINITE = frozenset(("was", "were", "is", "are", "had", "has", "have", "did", "would", "will"))
_DOING_SO = (["do"], ["do", "so"], ["do", "that"], ["do", "this"], ["do", "it"])
_JUDGING = frozenset(("accepts", "supports", "rejects"))
EXCLUDED_SUBJECTS = SETS["nobody"]


def may_tell(low: str, at: int, lows: list[str], marks: str) -> bool:
    """Whether the words next to a stance word allow it to tell a stance: what most of them do not survive costs little."""
    for word in TRIGGERS[low]:
        if word.after and word.kind == "verb":
            if word.after[0] in lows[at + 1 : at + 9]:
                return True
        elif word.after:
            if (
                lows[at + 1 : at + 2] == [word.after[0]]
                or (word.kind == "noun" and at and marks[at - 1] in "spJ")
                or lows[at + 1 : at + 2] in (["from"], ["of"])
            ):
                return True
        elif (word.kind != "verb" or marks[at] not in "NSXJ" or _may_be_verb(at, marks)) and (
            word.form != "base" or not at or marks[at - 1] in "TMKRPSWX,)CVbz"
        ):
            return True
    return False


def _may_be_verb(at: int, marks: str) -> bool:
    """Whether what the tags take for a noun may be a verb: after a helping word, or two names (Japan and Italy support)."""
    return marks[at - 1 : at] in ("", ".", "M", "K", "R", "T") or marks[max(0, at - 3) : at] == "XCX"


def stance_at(sides: Sides, at: int) -> Found | None:
    """The stance that the word `at` tells, if it tells one."""
    if sides.is_disowned(at):
        return None
    low, high = sides.bounds(at)
    for word in TRIGGERS[sides.lows[at]]:
        if word.lead and tuple(sides.lows[max(0, at - len(word.lead)) : at]) != word.lead:
            continue
        if word.after and word.after[0] not in sides.lows[at + 1 : at + 9] and word.kind != "noun":
            continue
        found = (
            _verb(sides, at, word, low, high)
            if word.kind == "verb"
            else (_adjective(sides, at, word, low, high) if word.kind == "adj" else _noun(sides, at, word, low, high))
        )
        if found is not None:
            return found
    return None


def _verb(sides: Sides, at: int, word: Word, low: int, high: int) -> Found | None:
    """X rejected Y, has not rejected Y, refuses to reject Y; Y was rejected by X; rejecting Y, X left."""
    verb = sides.clauses.verb(at, low)
    if sides.tags[at] in "NSXJ" and not _is_verb(sides, at, word, verb, low):
        return None
    if word.form == "past":
        by = sides.clauses.after(at + 1, high)
        is_alone = verb.passive or not verb.auxiliary
        if is_alone and by < high and sides.lows[by] == "by" and word.after[:1] != ("by",):
            return _passive(sides, at, word, verb, by, low, high)
        if verb.passive or _is_attribute(sides, at, verb, low):
            return None
    start = behind_words(sides.clauses, at + 1, word, high)
    if start is None:
        return _split(sides, at, word, verb, low, high)
    if word.form == "ing" and not verb.passive:
        return _participle(sides, at, word, start, low, high)
    if word.form in ("base", "s") and not _is_finite(sides, at, word, verb, low):
        return None
    return _finite(sides, at, word, verb, start, low, high)


def _is_verb(sides: Sides, at: int, word: Word, verb: Verb, low: int) -> bool:
    """Whether the tagged name or noun is a verb: a name that opens a sentence may be one, and a noun with a helping word."""
    tag = sides.tags[at]
    if tag == "X" and at == low:
        return True
    return tag == "N" and word.form == "base" and _is_helped(sides, verb)


def _is_attribute(sides: Sides, at: int, verb: Verb, low: int) -> bool:
    """The proposed plan."""
    if at == low or sides.lows[at - 1] == "neither":
        return False
    before = sides.tags[at - 1]
    if before == "R" and at - 1 > low and sides.tags[at - 2] in "dp" and sides.tags[at + 1 : at + 2] in ("N", "S", "X", "b"):
        return True  # the internationally recognised government
    if verb.first != at:
        return False
    return before in "dps" or (before == "J" and sides.tags[at + 1 : at + 2] in ("N", "S") and sides.lows[at - 1] not in BODIES)


def _is_finite(sides: Sides, at: int, word: Word, verb: Verb, low: int) -> bool:
    """Whether the verb may have a subject, or what governs it may."""
    if word.form == "base":
        return verb.auxiliary or verb.infinitive or _may_be_present(sides, verb, low)
    return sides.tags[at] not in "zS" or (verb.first != low and sides.tags[verb.first - 1] not in "dpJs")


def _finite(sides: Sides, at: int, word: Word, verb: Verb, start: int, low: int, high: int) -> Found | None:
    """What a verb tells, if it is held: X has not rejected Y."""
    clauses, tags, lows = sides.clauses, sides.tags, sides.lows
    held = _held(sides, verb, low)
    before = lows[verb.first - 1] if verb.first > low else ""
    if held is None or before == "nor":
        return None
    subject_verb, negated, inferred = held
    is_between = before == "neither"  # has neither accepted nor rejected
    if is_between:
        subject_verb = clauses.verb(verb.first - 1, low)
    if _is_hypothetical(sides, subject_verb, verb, negated=negated):
        return None
    nor = clauses.after(at + 1, high)
    is_joined = is_between and lows[nor : nor + 1] == ["nor"]
    if is_joined:
        start = clauses.after(nor + 2, high)
    if start < high and tags[start] == '"' and tags.count('"', low, start) % 2:
        start += 1  # "categorically denies" firing
    complement = complement_at(sides.clauses, start, word, high)
    if complement is None and not is_open(sides.clauses, start, high):
        return None
    subject = clauses.subject(subject_verb.first, low)
    complement = complement or taken_before(sides.clauses, subject, word, low)
    if complement is None:
        return None
    issue, stance = complement
    issue = with_negation(sides.clauses, at, issue)
    if not is_joined and subject is not None and lows[subject[0]] == "neither" and subject[1] - subject[0] > 1:
        negated = not negated  # neither side had accepted
    no = _no_at(sides, at, issue)
    if no >= 0 and (lows[no] != "no" or word.negated != "-" or word.stance in _JUDGING):
        rest = _without_no(sides, no, issue)
        if rest is None:
            return None
        issue, negated = rest, not negated
    if is_between:
        stance = "undecided" if word.stance in ("accepts", "rejects", "supports") else "-"
    elif negated:
        stance = _not_held(sides, word, stance, issue, is_perfect=subject_verb.perfect)
    found = None if stance == "-" else with_holders(sides, at, verb, subject, stance, issue, low, "stance_verb", inferred=inferred)
    if found is not None:
        _join(sides, found, word, issue, high)
    return found


def _no_at(sides: Sides, at: int, issue: Range) -> int:
    """Where the object of the stance word `at` is negated: accepts no conditions, agreed to none of them; -1 if it is not."""
    return next((token for token in (issue[0], issue[0] - 1) if token != at and sides.lows[token] in _NO), -1)


def _without_no(sides: Sides, no: int, issue: Range) -> Range | None:
    """What a negated object is about: none of the proposals; None if it is not said (accepted none) or only limited (nothing but)."""
    if no + 1 >= issue[1] or sides.lows[no + 1] in _LIMITING:
        return None
    return (no + 2, issue[1]) if sides.lows[no + 1] == "of" and no + 2 < issue[1] else issue


def _not_held(sides: Sides, word: Word, stance: str, issue: Range, *, is_perfect: bool) -> str:
    """The stance of "has not <word>"; "-" where that tells none."""
    if is_perfect and word.negated == "rejects" and not kinds_of(sides.clauses, issue) and sides.tags[issue[0]] in "dpXSN":
        return "-"  # has not accepted any visitors
    if stance == "no_comment":
        return stance
    if stance != word.stance or (is_perfect and stance == "rejects" and word.negated == "accepts"):
        return "-"
    return word.negated


def _is_helped(sides: Sides, verb: Verb) -> bool:
    """Whether a modal, "do", "to" or two subjects show that a word which the tags take for a noun is a verb: "would abide"."""
    if sides.tags[max(0, verb.head - 3) : verb.head] == "XCX":
        return True
    before = next((tag for tag in reversed(sides.tags[verb.first : verb.head]) if tag != "R"), "")
    return before in ("M", "K") or (not before and verb.infinitive)


def _join(sides: Sides, found: Found, word: Word, issue: Range, high: int) -> None:
    """Those who hold the stance, too: signed a deal with X; denied any role, as did X."""
    lows, tags = sides.lows, sides.tags
    first = -1
    if word.lemma == "sign":
        for token in range(issue[0] + 1, min(high, issue[0] + 12)):
            if lows[token] == "with":
                first = token + 1
                break
    if first < 0:
        stop = sides.sentence(found.at)[1]
        comma = tags.find(",", issue[0], min(stop - 2, issue[1] + 4))
        while comma >= 0:
            if lows[comma + 1] in ("as", "so") and lows[comma + 2] in ("did", "does", "do", "has", "have", "had"):
                first, high = comma + 3, stop
                break
            comma = tags.find(",", comma + 1, min(stop - 2, issue[1] + 4))
    if 0 < first < high:
        others = sides.holders(first, sides.clauses.stop(first, high, clause=False), found.at, agent=True)
        held = {holder for holder, _, _ in found.holders}
        found.holders.extend(one for one in others if one[0] is not None and one[0] not in held and sides.is_party(one[0]))


def _may_be_present(sides: Sides, verb: Verb, low: int) -> bool:
    """Whether a base form is a present tense: "Russia and China oppose", "we reject"."""
    before = sides.tags[verb.first - 1] if verb.first > low else ""
    return bool(before) and before in "PSWX,)Cz" and sides.lows[verb.first - 1] not in ("him", "her", "them")


def _held(sides: Sides, verb: Verb, low: int) -> tuple[Verb, bool, bool] | None:
    """The verb whose subject holds the stance, whether it is negated, and whether the narrator infers it."""
    if not verb.infinitive:
        return verb, verb.negated, False
    at = verb.first - 1
    negated = verb.negated
    if at > low and sides.lows[at] == "not":
        negated = not negated
        at -= 1
    governor = sides.lows[at] if at >= low else ""
    if governor in _GOVERNS or governor in _INFERS:
        above = sides.clauses.verb(at, low)
        if not above.infinitive:
            return above, negated != above.negated, governor in _INFERS
    return None


def _is_hypothetical(sides: Sides, verb: Verb, inner: Verb, *, negated: bool) -> bool:
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


def _split(sides: Sides, at: int, word: Word, verb: Verb, low: int, high: int) -> Found | None:
    """As in "Turned the offer down"."""
    if len(word.after) != 1 or word.after[0] not in ("down", "out", "aside", "away", "off") or word.complements[0] != "n":
        return None
    for stop in range(at + 2, min(high, at + 9)):
        if sides.lows[stop] == word.after[0]:
            held = _held(sides, verb, low)
            if held is None or _is_hypothetical(sides, held[0], verb, negated=held[1]):
                return None
            head = head_of(sides.clauses, at + 1, stop)
            kinds = kinds_before(sides.clauses, at) if head == "it" else ISSUES.get(head, NONE)
            if ("any" not in word.needs and not kinds) or (
                sides.tags[at + 1] not in "dpOX" and not (sides.lows[at + 1] in ("it", "that", "this") and stop == at + 2)
            ):
                return None
            if sides.lows[at + 1].endswith(("self", "selves")):
                return None  # ruled itself out
            stance = word.negated if held[1] else word.stance
            subject = sides.clauses.subject(held[0].first, low)
            return (
                None
                if stance == "-"
                else with_holders(sides, at, verb, subject, stance, (at + 1, stop), low, "stance_verb", inferred=held[2])
            )
        if sides.tags[stop] in ".,;:VMIHK":
            return None
    return None


def _participle(sides: Sides, at: int, word: Word, start: int, low: int, high: int) -> Found | None:
    """As in "Hamas walked out, rejecting the plan"; "Rejecting the plan, Hamas said"."""
    if at == low or sides.tags[at - 1] != ",":
        return None
    complement = complement_at(sides.clauses, start, word, high)
    if complement is None or complement[1] not in ("rejects", "demands", "withdraws", "denies_report"):
        return None
    subject = sides.clauses.main_subject(at, low)
    if subject is None:
        return None
    issue, stance = complement
    if _no_at(sides, at, issue) >= 0 and (stance == "rejects" or sides.lows[issue[0]] != "no"):
        return None  # rejecting none of them
    return with_holders(sides, at, None, subject, stance, issue, low, "stance_participle")


def _passive(sides: Sides, at: int, word: Word, verb: Verb, by: int, low: int, high: int) -> Found | None:
    """As in "The plan was backed by Qatar"; "a plan, also backed by Qatar"."""
    if verb.negated or verb.modal not in (None, "will", "would") or (verb.modal == "would" and verb.perfect) or verb.infinitive:
        return None
    if word.after or "n" not in word.complements:
        return None
    stop = sides.clauses.stop(by + 1, high, clause=False)
    if verb.passive:
        issue = sides.clauses.subject(verb.first, low)
    else:
        end = verb.first
        while end > low and sides.tags[end - 1] in ",R":
            end -= 1
        # Backed by Poland and opposed by Hungary: the subject is that of the first.
        joined = end > low and sides.tags[end - 1] == "C" and sides.tags[end - 2] != ","
        issue = sides.clauses.subject(end, low) if joined else thing_before(sides.clauses, end, low)
    if issue is None:
        return None
    head = head_of(sides.clauses, *issue)
    kinds = ISSUES.get(head, NONE)
    if not kinds and ("any" not in word.needs or not verb.passive or head in NEVER):
        return None
    stance = severed(word, kinds)
    if (no := _no_at(sides, at, issue)) >= 0:  # none of the proposals was accepted by
        rest = _without_no(sides, no, issue)
        stance = "-" if rest is None else _not_held(sides, word, stance, rest, is_perfect=verb.perfect)
        if rest is None or stance == "-":
            return None
        issue = rest
    holders = sides.holders(by + 1, _agents(sides, by + 1, stop, high), at, agent=True)
    if not holders:
        return None
    return Found(at, verb, holders, stance, issue, None, "stance_passive")


def _agents(sides: Sides, first: int, stop: int, high: int) -> int:
    """The end of "the United States, Egypt and the United Nations" after "by"."""
    tags = sides.tags
    while stop + 1 < high and tags[stop] == "," and tags[stop + 1] in "Xd" and stop - first < 12:
        further = sides.clauses.stop(stop + 1, high, clause=False)
        if further - stop > 8 or further <= stop + 1:
            break
        if "C" not in tags[stop:further] and tags[further : further + 1] != ",":
            break
        stop = further
    return stop


def _adjective(sides: Sides, at: int, word: Word, low: int, high: int) -> Found | None:
    first = at - len(word.lead)
    start = behind_words(sides.clauses, at + 1, word, high)
    if start is None:
        return None
    verb = sides.clauses.verb(first, low)
    bare = verb.first
    copula = verb.passive or (verb.first > low and sides.lows[verb.first - 1] in _REMAINS)
    if word.after[:1] == ("to",) and sides.lows[at] == "yet":
        copula = "H" in sides.tags[verb.first : at]
    if not copula or verb.infinitive:
        return None
    if not verb.passive and verb.first > low and sides.lows[at] != "yet":
        outer = sides.clauses.verb(verb.first - 1, low)
        verb, bare = outer, outer.first
    if _is_hypothetical(sides, verb, verb, negated=verb.negated):
        return None
    if sides.lows[at] == "yet" and word.complements == "t" and sides.lows[start : start + 1] and sides.lows[start] not in DECIDES:
        return None
    complement = complement_at(sides.clauses, start, word, high)
    if complement is None or (sides.lows[at] == "yet" and complement[0][1] - complement[0][0] < 2):
        return None
    issue, stance = complement
    negated = verb.negated
    if (no := _no_at(sides, at, issue)) >= 0:  # open to none of them
        rest = _without_no(sides, no, issue)
        if rest is None:
            return None
        issue, negated = rest, not negated
    if negated:
        stance = word.negated if stance == word.stance else "-"
    if stance == "-":
        return None
    subject = sides.clauses.subject(bare, low)
    return with_holders(sides, at, verb, subject, stance, issue, low, "stance_adjective")


def _noun(sides: Sides, at: int, word: Word, low: int, high: int) -> Found | None:
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
    if verb.infinitive or verb.passive or _is_hypothetical(sides, verb, verb, negated=verb.negated):
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


def refusals_at(sides: Sides, at: int) -> Iterator[Found]:
    """As in "Would never discuss the status of the region": what somebody will not do."""
    if sides.is_disowned(at) or sides.tags[at] not in "BbNJ":
        return
    low, high = sides.bounds(at)
    verb = sides.clauses.verb(at, low)
    if (
        verb.modal not in ("will", "would", "'ll", "won't", "wouldn't")
        or not verb.negated
        or verb.passive
        or verb.infinitive
        or verb.perfect
    ):
        return
    if sides.lows[at] == "take" and sides.lows[at + 1 : at + 2] != ["part"]:
        return
    issue = (at, sides.clauses.stop(at, high, clause=True))
    if issue[1] - at < 2 or sides.statement_at(at) is None:
        return
    subject = sides.clauses.subject(verb.first, low)
    if subject is None or (head_of(sides.clauses, *subject) in ISSUES and head_of(sides.clauses, *subject) not in SIDE):
        return
    stance = with_holders(sides, at, verb, subject, "rejects", issue, low, "refusal")
    if stance is not None:
        yield stance


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


def resumed(sides: Sides, found: list[Found]) -> list[Found]:
    """`found`, where "refused to do so" is on what was asked right before; it tells nothing where that is not known."""
    kept: list[Found] = []
    asked: Found | None = None  # the last stance on something to be done
    for stance in sorted(found, key=lambda stance: (stance.at, stance.issue)):
        words = sides.lows[slice(*stance.issue)]
        if words and [word for word in words if word != "to"] in _DOING_SO:
            if asked is not None and sides.reading.sentence_of(stance.at) - sides.reading.sentence_of(asked.at) <= 1:
                kept.append(stance._replace(issue=asked.issue))
            continue
        if sides.tags[stance.issue[0]] in "TBb":
            asked = stance
        kept.append(stance)
    return kept


def is_taken_back(sides: Sides, stance: Found) -> bool:
    """Whether a report is taken back."""
    return stance.stance == "withdraws" and "report" in ISSUES.get(head_of(sides.clauses, *stance.issue), NONE)


def _is_question(sides: Sides, at: int) -> bool:
    first, stop = sides.sentence(at)
    return "?" in sides.lows[max(first, stop - 3) : stop]


def is_near(sides: Sides, text: Span, at: int) -> bool:
    first, stop = sides.sentence(at)
    return sides.reading.starts[first] <= text[0] and text[1] <= sides.reading.ends[stop - 1]
