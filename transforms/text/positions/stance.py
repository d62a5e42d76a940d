"""What a stance word says, and whether it is held at all.

Belongs here: the frames of verbs and adjectives ("X rejected Y", "Y was backed by X", "ready to"). Does not belong here: nouns (`noun`),
who holds the stance (`holding`), what it is on (`complement`), what it depends on (`condition`), who asserts it (`position`).
"""

from collections.abc import Iterator

from transforms.text.clause import Verb
from transforms.text.positions.complement import behind_words, complement_at, is_open, severed, taken_before, with_negation
from transforms.text.positions.holding import Found, is_hypothetical, with_holders
from transforms.text.positions.noun import noun
from transforms.text.positions.phrase import Range, head_of, kinds_before, kinds_of, thing_before
from transforms.text.positions.side import Sides
from transforms.text.positions.word import BODIES, DECIDES, ISSUES, NEVER, NONE, SETS, SIDE, TRIGGERS, Word, uses

_GOVERNS, _INFERS = map(uses, ("governs", "infers"))
_REMAINS = SETS["remaining"]
_NO, _LIMITING = SETS["negative objects"], SETS["limiting"]
_DOING_SO = (["do"], ["do", "so"], ["do", "that"], ["do", "this"], ["do", "it"])
_JUDGING = frozenset(("accepts", "supports", "rejects"))


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
            else (_adjective(sides, at, word, low, high) if word.kind == "adj" else noun(sides, at, word, low, high))
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
    if is_hypothetical(sides, subject_verb, verb, negated=negated):
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


def _split(sides: Sides, at: int, word: Word, verb: Verb, low: int, high: int) -> Found | None:
    """As in "Turned the offer down"."""
    if len(word.after) != 1 or word.after[0] not in ("down", "out", "aside", "away", "off") or word.complements[0] != "n":
        return None
    for stop in range(at + 2, min(high, at + 9)):
        if sides.lows[stop] == word.after[0]:
            held = _held(sides, verb, low)
            if held is None or is_hypothetical(sides, held[0], verb, negated=held[1]):
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
    if is_hypothetical(sides, verb, verb, negated=verb.negated):
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
        if sides.tags[stance.issue[0]] in ("TBbQ" if stance.stance == "demands" else "TBb"):
            asked = stance
        kept.append(stance)
    return kept


def is_taken_back(sides: Sides, stance: Found) -> bool:
    """Whether a report is taken back."""
    return stance.stance == "withdraws" and "report" in ISSUES.get(head_of(sides.clauses, *stance.issue), NONE)
