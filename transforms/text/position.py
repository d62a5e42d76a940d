"""Positions: who holds which stance on which issue, and who says so.

Belongs here: stance words and their frames ("X rejected Y", "Y was backed by X", "X's refusal to", "ready to", "will not ...
unless"), and on what basis a stance is asserted. Does not belong here: word order (`clause`), who a phrase means (`mention`),
which positions are about the same thing (`issue`).
"""

from collections.abc import Iterator, Sequence
from itertools import compress
from typing import NamedTuple

from transforms import lexicon
from transforms.text.cast import Cast
from transforms.text.claim import Link, denials
from transforms.text.clause import OBLIGED, Clauses, Verb
from transforms.text.reading import Reading
from transforms.text.side import JOINED, Holder, Sides
from transforms.text.statement import Span, Statement
from transforms.text.tag import tags


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


class _Word(NamedTuple):
    lemma: str
    kind: str  # verb, adj, noun
    form: str  # base, s, past, ing; "" for adjectives and nouns
    lead: tuple[str, ...]
    after: tuple[str, ...]
    stance: str
    negated: str
    complements: str
    needs: frozenset[str]


class _Found(NamedTuple):
    """A stance as it was read, in tokens."""

    at: int
    verb: Verb | None
    holders: list[tuple[int | None, Span, str]]  # actor, text, how: "" named or described, "we", "I", "speaker"
    stance: str
    issue: tuple[int, int]
    condition: tuple[int, int] | None
    rule: str
    inferred: bool = False


def _uses(use: str) -> frozenset[str]:
    return frozenset(word for word, role in lexicon.rows("stance_helpers") if role == use)


def _triggers() -> dict[str, tuple[_Word, ...]]:
    found: dict[str, list[_Word]] = {}
    for kind, forms, after, stance, negated, complements, needs in lexicon.rows("stance_words"):
        behind = () if after == "-" else tuple(after.split())
        for number, form in enumerate(forms.split()):
            *lead, word = form.split("_")
            shape = "" if kind != "verb" else "ing" if word.endswith("ing") else ("base", "s")[number] if number < 2 else "past"
            found.setdefault(word, []).append(
                _Word(forms.split()[0], kind, shape, tuple(lead), behind, stance, negated, complements, frozenset(needs.split(",")))
            )
    return {word: tuple(sorted(words, key=lambda entry: -len(entry.after) - len(entry.lead))) for word, words in found.items()}


_TRIGGERS = _triggers()
_GOVERNS, _INFERS, _VOICES, _ENJOYS, _ENDS = map(_uses, ("governs", "infers", "voices", "enjoys", "ends"))
_SIDES = _uses("side")
_PARTIAL, _NEVER, _DENIABLE = map(_uses, ("partial", "never", "deniable"))
_BRANDS = frozenset(word for word, use in lexicon.rows("claim_words") if use == "brands")
_REFUTES = frozenset(word for word, use in lexicon.rows("claim_words") if use == "void") | {"unacceptable"}
_ISSUES: dict[str, frozenset[str]] = {noun: frozenset(kinds.split()) for noun, kinds, _ in lexicon.rows("issue_nouns")}
_NONE: frozenset[str] = frozenset()
_COOPERATES, _INVOLUNTARY, _READIES, _MONEY = map(_uses, ("cooperates", "involuntary", "readies", "money"))
_READY = frozenset(("ready", "prepared"))
_REMAINS = frozenset(("remain", "remains", "remained", "stay", "stays", "stayed", "stand", "stands", "stood"))
_REBUTS = frozenset(("reject", "dismiss", "rebuff", "brush", "wave", "repudiate"))
_COMMENTS = _uses("comments")
_CONNECTORS = frozenset(("if", "unless", "until", "only", "provided", "condition", "without", "long", "before", "once", "must"))
_CONDITIONAL_STANCES = frozenset(("accepts", "supports", "rejects", "conditions", "proposes"))
_BARGAINS = frozenset(
    ("deal", "agreement", "truce", "ceasefire", "settlement", "talks", "negotiations", "accord", "solution", "withdrawal", "swap")
)
_QUIET = frozenset(
    (
        "comment",
        "discuss",
        "confirm",
        "say",
        "answer",
        "elaborate",
        "respond",
        "speculate",
        "disclose",
        "specify",
        "give",
        "be",
        "know",
        "speak",
        "talk",
        "identify",
        "name",
    )
)
_WORDS = frozenset(_TRIGGERS) | _COOPERATES | _CONNECTORS | _REFUTES
_NEGATIONS = frozenset(("not", "never", "won't", "wouldn't", "cannot", "no"))
_HIT_TAGS = frozenset("VEBbGzINSJXRFd")
_HEADED = frozenset("dpJNSXnLsRb\"EGzt*'$QPOC")
_DECIDES = (
    _COOPERATES
    | {low for low, words in _TRIGGERS.items() if any(len(word.after) < 2 for word in words)}
    | {"decide", "commit", "reply", "answer", "ratify", "say", "set", "name", "appoint", "agree"}
)
_INTENDS = frozenset(("will", "would", "'ll", "won't", "wouldn't", "shall"))
_VOWS = _uses("vows")
_BODIES = lexicon.words("organisation_nouns")
_BARE_SILENCE = frozenset(("to", "comment", "commented", "commenting", "respond", "responded", "further"))
_PERSISTS = frozenset(("press", "fight", "continue", "battle", "struggle", "go", "persist", "carry", "stand", "wait", "stay", "remain"))
_WARNS = frozenset(("warn", "warns", "warned"))
_THREATENS = frozenset(("threaten", "threatens", "threatened"))
_EXCLUDED_SUBJECTS = frozenset(("no", "nobody", "none", "nothing", "few", "nor", "who", "what", "which", "you", "one"))


def positions(reading: Reading, statements: Sequence[Statement], cast: Cast, links: Sequence[Link] | None = None) -> list[Position]:
    """The positions of `reading`, in text order; `links` are its claim links, if they have been read already."""
    lows = reading.lows
    words = list(compress(range(len(lows)), map(_WORDS.__contains__, lows)))
    if not words and not any(row.speech_act == "no_comment" for row in statements):
        return []
    marks = tags(reading)
    hits, refusals, connectors, verdicts = [], [], [], []
    for at in words:
        low = lows[at]
        if low in _TRIGGERS and marks[at] in _HIT_TAGS and _may_tell(low, at, lows, marks):
            hits.append(at)
        if low in _COOPERATES and marks[at] in "BbNJ" and not _NEGATIONS.isdisjoint(lows[max(0, at - 4) : at]):
            refusals.append(at)
        if low in _CONNECTORS and _may_connect(low, at, lows, marks):
            connectors.append(at)
        if low in _REFUTES:
            verdicts.append(at)
    if not (hits or connectors or verdicts or refusals or any(row.speech_act == "no_comment" for row in statements)):
        return []
    scene = _Scene(reading, statements, cast)
    found = [stance for at in hits for stance in scene.stances(at)]
    for at in refusals:
        found.extend(scene.refusal(at))
    found.sort(key=lambda stance: stance.at)
    for at in connectors:
        scene.attach(at, found)
    for at in verdicts:
        found.extend(scene.verdict(at))
    found.extend(scene.silences(found))
    if not found:
        return []
    scene.attach_fronted(found)
    # What is denied is nobody's stance: dismissed a report that it had accepted the plan.
    unsaid = (stance.issue for stance in found if stance.stance == "denies_report" or scene.is_taken_back(stance))
    denied = {at for first, stop in unsaid for at in range(first + 1, stop)}
    return scene.positions([stance for stance in found if stance.at not in denied], links)


def _may_tell(low: str, at: int, lows: list[str], marks: str) -> bool:
    """Whether the words next to a stance word allow it to tell a stance: what most of them do not survive costs little."""
    for word in _TRIGGERS[low]:
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
        elif (word.kind != "verb" or marks[at] not in "NSXJ" or marks[at - 1 : at] in ("", ".", "M", "K", "R", "T")) and (
            word.form != "base" or not at or marks[at - 1] in "TMKRPSWX,)CVbz"
        ):
            return True
    return False


def _may_connect(low: str, at: int, lows: list[str], marks: str) -> bool:
    if low == "if":
        return "M" in marks[max(0, at - 24) : at] and lows[at - 1] not in ("as", "even", "only", "what")
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


class _Scene(Sides):
    """One text while its positions are read."""

    def __init__(self, reading: Reading, statements: Sequence[Statement], cast: Cast) -> None:
        super().__init__(reading, statements, cast)
        self.clauses = Clauses(reading)
        self.tags = self.clauses.tags

    # -- what a stance word says

    def stances(self, at: int) -> Iterator[_Found]:
        """The stance that the word `at` tells, if it tells one."""
        if self.is_disowned(at):
            return
        for word in _TRIGGERS[self.lows[at]]:
            if word.lead and tuple(self.lows[max(0, at - len(word.lead)) : at]) != word.lead:
                continue
            if word.after and word.after[0] not in self.lows[at + 1 : at + 9] and word.kind != "noun":
                continue
            low, high = self.bounds(at)
            found = (
                self._verb(at, word, low, high)
                if word.kind == "verb"
                else (self._adjective(at, word, low, high) if word.kind == "adj" else self._noun(at, word, low, high))
            )
            if found is not None:
                yield found
                return

    def _verb(self, at: int, word: _Word, low: int, high: int) -> _Found | None:
        clauses, tags, lows = self.clauses, self.tags, self.lows
        tag = tags[at]
        verb = clauses.verb(at, low)
        if tag in "NSXJ" and not (tag == "X" and at == low) and not (tag == "N" and word.form == "base" and self._is_helped(verb)):
            return None
        past = word.form == "past"
        behind = clauses.after(at + 1, high)
        if past and (verb.passive or not verb.auxiliary) and behind < high and lows[behind] == "by" and word.after[:1] != ("by",):
            return self._passive(at, word, verb, behind, low, high)
        if past and verb.passive:
            return None
        if (
            past
            and verb.first == at
            and at > low
            and lows[at - 1] != "neither"
            and (tags[at - 1] in "dps" or (tags[at - 1] == "J" and tags[at + 1 : at + 2] in ("N", "S") and lows[at - 1] not in _BODIES))
        ):
            return None  # the proposed plan
        start = self._behind(at + 1, word, high)
        if start is None:
            return self._split(at, word, verb, low, high)
        if word.form == "ing" and not verb.passive:
            return self._participle(at, word, start, low, high)
        if word.form == "base" and not verb.auxiliary and not verb.infinitive and not self._may_be_present(verb, low):
            return None
        if word.form == "s" and tag in "zS" and (verb.first == low or tags[verb.first - 1] in "dpJs"):
            return None
        held = self._held(verb, low)
        if held is None or (verb.first > low and lows[verb.first - 1] == "nor"):
            return None
        subject_verb, negated, inferred = held
        between = verb.first > low and lows[verb.first - 1] == "neither"
        if between:  # has neither accepted nor rejected
            subject_verb = clauses.verb(verb.first - 1, low)
        if self._is_hypothetical(subject_verb, verb, negated=negated):
            return None
        subject = clauses.subject(subject_verb.first, low)
        if between and lows[behind : behind + 1] == ["nor"]:
            start = clauses.after(behind + 2, high)
        elif subject is not None and lows[subject[0]] == "neither" and subject[1] - subject[0] > 1:
            negated = not negated  # neither side had accepted
        if start < high and tags[start] == '"' and tags.count('"', low, start) % 2:
            start += 1  # "categorically denies" firing
        complement = self._complement(start, word, high) or self._taken_before(start, subject, word, low, high)
        if complement is None:
            return None
        issue, stance = complement
        issue = self._with_negation(at, issue)
        if lows[issue[0]] == "no" and word.negated != "-":
            negated = not negated  # accepts no conditions
        if (
            negated
            and subject_verb.perfect
            and word.negated == "rejects"
            and not _ISSUES.get(self._head(*issue))
            and tags[issue[0]] in "dpXSN"
        ):
            return None  # has not accepted any visitors
        if between:
            stance = "undecided" if word.stance in ("accepts", "rejects", "supports") else "-"
        elif negated:
            stance = (
                stance
                if stance == "no_comment"
                else word.negated
                if stance == word.stance and not (stance == "rejects" and subject_verb.perfect and word.negated == "accepts")
                else "-"
            )
        if stance == "-":
            return None
        found = self._found(at, verb, subject, stance, issue, low, "stance_verb", inferred=inferred)
        if found is not None:
            self._join(found, word, issue, high)
        return found

    def _is_helped(self, verb: Verb) -> bool:
        """Whether a modal, "do" or "to" shows that a word which the tags take for a noun is a verb: "would abide"."""
        before = next((tag for tag in reversed(self.tags[verb.first : verb.head]) if tag != "R"), "")
        return before in ("M", "K") or (not before and verb.infinitive)

    def _join(self, found: _Found, word: _Word, issue: tuple[int, int], high: int) -> None:
        """Those who hold the stance, too: signed a deal with X; denied any role, as did X."""
        lows, tags = self.lows, self.tags
        first = -1
        if word.lemma == "sign":
            for token in range(issue[0] + 1, min(high, issue[0] + 12)):
                if lows[token] == "with":
                    first = token + 1
                    break
        if first < 0:
            stop = self.sentence(found.at)[1]
            for token in range(issue[0], min(stop - 2, issue[1] + 4)):
                if (
                    tags[token] == ","
                    and lows[token + 1] in ("as", "so")
                    and lows[token + 2] in ("did", "does", "do", "has", "have", "had")
                ):
                    first, high = token + 3, stop
                    break
        if 0 < first < high:
            others = self.holders(first, self.clauses.stop(first, high, clause=False), found.at, agent=True)
            held = {holder for holder, _, _ in found.holders}
            found.holders.extend(one for one in others if one[0] is not None and one[0] not in held and self.is_party(one[0]))

    def _with_negation(self, at: int, issue: tuple[int, int]) -> tuple[int, int]:
        """The issue with the "not" in front of it: agreed not to attack is no consent to an attack."""
        for token in range(at + 1, min(issue[0], at + 20)):
            if self.lows[token] in ("not", "never"):
                return (token, issue[1])
        return issue

    def _may_be_present(self, verb: Verb, low: int) -> bool:
        """Whether a base form is a present tense: "Russia and China oppose", "we reject"."""
        before = self.tags[verb.first - 1] if verb.first > low else ""
        return bool(before) and before in "PSWX,)Cz" and self.lows[verb.first - 1] not in ("him", "her", "them")

    def _held(self, verb: Verb, low: int) -> tuple[Verb, bool, bool] | None:
        """The verb whose subject holds the stance, whether it is negated, and whether the narrator infers it."""
        if not verb.infinitive:
            return verb, verb.negated, False
        at = verb.first - 1
        negated = verb.negated
        if at > low and self.lows[at] == "not":
            negated = not negated
            at -= 1
        governor = self.lows[at] if at >= low else ""
        if governor in _GOVERNS or governor in _INFERS:
            above = self.clauses.verb(at, low)
            if not above.infinitive:
                return above, negated != above.negated, governor in _INFERS
        return None

    def _is_hypothetical(self, verb: Verb, inner: Verb, *, negated: bool) -> bool:
        modal = verb.modal or inner.modal
        if modal is None:
            return False
        if modal == "would" and not self._is_backshifted(verb):
            return True
        if modal in OBLIGED or (modal in ("could", "can") and not negated):
            return True
        return verb.perfect and modal in ("would", "could", "will")

    def _is_backshifted(self, verb: Verb) -> bool:
        """Whether "would" is the "will" of reported speech, or what the speakers say of themselves."""
        statement = self.statement_at(verb.head)
        if statement is None:
            return False
        return self.statements[statement].quotation_type != "direct" or self.lows[max(0, verb.first - 1)] in ("i", "we")

    def _behind(self, at: int, word: _Word, high: int) -> int | None:
        """Where the complement begins, if the words that belong to the stance word stand behind it."""
        if not word.after:
            return at
        stop = at + len(word.after)
        if stop <= high and tuple(self.lows[at:stop]) == word.after:
            return stop
        at = self.clauses.after(at, high)
        if self.tags[at : at + 1] == '"':
            at += 1  # "fully agreed" to a truce
        stop = at + len(word.after)
        return stop if stop <= high and tuple(self.lows[at:stop]) == word.after else None

    def _split(self, at: int, word: _Word, verb: Verb, low: int, high: int) -> _Found | None:
        """As in "Turned the offer down"."""
        if len(word.after) != 1 or word.after[0] not in ("down", "out", "aside", "away", "off") or word.complements[0] != "n":
            return None
        for stop in range(at + 2, min(high, at + 9)):
            if self.lows[stop] == word.after[0]:
                held = self._held(verb, low)
                if held is None or self._is_hypothetical(held[0], verb, negated=held[1]):
                    return None
                head = self._head(at + 1, stop)
                kinds = self._before(at) if head == "it" else _ISSUES.get(head, _NONE)
                if ("any" not in word.needs and not kinds) or (
                    self.tags[at + 1] not in "dpOX" and not (self.lows[at + 1] in ("it", "that", "this") and stop == at + 2)
                ):
                    return None
                if self.lows[at + 1].endswith(("self", "selves")):
                    return None  # ruled itself out
                stance = word.negated if held[1] else word.stance
                subject = self.clauses.subject(held[0].first, low)
                return (
                    None if stance == "-" else self._found(at, verb, subject, stance, (at + 1, stop), low, "stance_verb", inferred=held[2])
                )
            if self.tags[stop] in ".,;:VMIHK":
                return None
        return None

    def _participle(self, at: int, word: _Word, start: int, low: int, high: int) -> _Found | None:
        """As in "Hamas walked out, rejecting the plan"; "Rejecting the plan, Hamas said"."""
        if at == low or self.tags[at - 1] != ",":
            return None
        complement = self._complement(start, word, high)
        if complement is None or complement[1] not in ("rejects", "demands", "withdraws", "denies_report"):
            return None
        subject = self.clauses.main_subject(at, low)
        if subject is None:
            return None
        issue, stance = complement
        return self._found(at, None, subject, stance, issue, low, "stance_participle")

    def _passive(self, at: int, word: _Word, verb: Verb, by: int, low: int, high: int) -> _Found | None:
        """As in "The plan was backed by Qatar"; "a plan, also backed by Qatar"."""
        if verb.negated or verb.modal not in (None, "will", "would") or (verb.modal == "would" and verb.perfect) or verb.infinitive:
            return None
        if word.after or "n" not in word.complements:
            return None
        stop = self.clauses.stop(by + 1, high, clause=False)
        if verb.passive:
            issue = self.clauses.subject(verb.first, low)
        else:
            end = verb.first
            while end > low and self.tags[end - 1] in ",R":
                end -= 1
            # Backed by Poland and opposed by Hungary: the subject is that of the first.
            joined = end > low and self.tags[end - 1] == "C" and self.tags[end - 2] != ","
            issue = self.clauses.subject(end, low) if joined else self._thing_before(end, low)
        if issue is None:
            return None
        head = self._head(*issue)
        kinds = _ISSUES.get(head, _NONE)
        if not kinds and ("any" not in word.needs or not verb.passive or head in _NEVER):
            return None
        stance = self._severed(word, kinds)
        holders = self.holders(by + 1, self._agents(by + 1, stop, high), at, agent=True)
        if not holders:
            return None
        return _Found(at, verb, holders, stance, issue, None, "stance_passive")

    def _agents(self, first: int, stop: int, high: int) -> int:
        """The end of "the United States, Egypt and the United Nations" after "by"."""
        tags = self.tags
        while stop + 1 < high and tags[stop] == "," and tags[stop + 1] in "Xd" and stop - first < 12:
            further = self.clauses.stop(stop + 1, high, clause=False)
            if further - stop > 8 or further <= stop + 1:
                break
            if "C" not in tags[stop:further] and tags[further : further + 1] != ",":
                break
            stop = further
        return stop

    def _thing_before(self, end: int, low: int) -> tuple[int, int] | None:
        tags = self.tags
        at = end
        while at > low and end - at < 14 and tags[at - 1] in 'NSXLnpdsJtzbo"RF$':
            if at < end and tags[at - 1] in "Rb" and tags[at] in "dp":
                break  # put forward a plan
            at -= 1
        while at < end and tags[at] in 'RF"o':
            at += 1
        return (at, end) if at < end else None

    def _adjective(self, at: int, word: _Word, low: int, high: int) -> _Found | None:
        first = at - len(word.lead)
        start = self._behind(at + 1, word, high)
        if start is None:
            return None
        verb = self.clauses.verb(first, low)
        bare = verb.first
        copula = verb.passive or (verb.first > low and self.lows[verb.first - 1] in _REMAINS)
        if word.after[:1] == ("to",) and self.lows[at] == "yet":
            copula = "H" in self.tags[verb.first : at]
        if not copula or verb.infinitive:
            return None
        if not verb.passive and verb.first > low and self.lows[at] != "yet":
            outer = self.clauses.verb(verb.first - 1, low)
            verb, bare = outer, outer.first
        if self._is_hypothetical(verb, verb, negated=verb.negated):
            return None
        if self.lows[at] == "yet" and word.complements == "t" and self.lows[start : start + 1] and self.lows[start] not in _DECIDES:
            return None
        complement = self._complement(start, word, high)
        if complement is None or (self.lows[at] == "yet" and complement[0][1] - complement[0][0] < 2):
            return None
        issue, stance = complement
        if verb.negated:
            stance = word.negated if stance == word.stance else "-"
        if stance == "-":
            return None
        subject = self.clauses.subject(bare, low)
        return self._found(at, verb, subject, stance, issue, low, "stance_adjective")

    def _noun(self, at: int, word: _Word, low: int, high: int) -> _Found | None:
        tags, lows, clauses = self.tags, self.lows, self.clauses
        if tags[at] in "VE" and not (at > low and tags[at - 1] in "spdJ"):
            return None
        stop = at + 1 + len(word.after)
        follows = stop <= high and tuple(lows[at + 1 : stop]) == word.after
        left = at
        while left > low and at - left < 4 and tags[left - 1] in "JRnEG":
            left -= 1
        before = tags[left - 1] if left > low else ""
        negated = False
        if not follows:
            return self._hinted(at, word, left, low) if before and before in "sp" else self._enjoyed(at, word, left, low, high)
        if self._enjoys(left, low) and lows[at + 1] == "of":
            return self._enjoyed(at, word, left, low, high)
        holders: list[tuple[int | None, Span, str]] = []
        if before and before in "sp":
            opening = left - 1
            possessor = clauses.phrase(left - 1, low) if before == "s" else (left - 1, left)
            if possessor is not None:
                opening = possessor[0]
                if before == "s":
                    nearest = possessor[1]
                    while nearest > possessor[0] and tags[nearest - 1] not in "FoYCE,":
                        nearest -= 1
                    opening = nearest
                    possessor = (nearest, possessor[1])
                holders = self.holders(possessor[0], possessor[1], at)
            if opening > low and lows[opening - 1] in _ENDS:
                return None
        elif before and before == "X" and self.demonym(left - 1) is not None:
            holders = self.holders(left - 1, left, at, agent=True)
        if not holders:
            verb_at = left - 1
            if verb_at > low and tags[verb_at] == "d":
                negated = lows[verb_at] == "no"
                verb_at -= 1
            if before == "p":
                verb_at = left - 2  # voiced his opposition to
            if verb_at < low or lows[verb_at] not in _VOICES or before == "s":
                return None
            verb = clauses.verb(verb_at, low)
            if verb.infinitive or verb.passive or self._is_hypothetical(verb, verb, negated=verb.negated):
                return None
            if lows[verb_at] in ("have", "has", "had", "having") and word.stance in ("proposes", "demands") and not negated:
                return None
            negated = negated != verb.negated
            subject = clauses.subject(verb.first, low)
            if subject is None or clauses.is_supposed(subject[0], low):
                return None
            holders = self.holders(subject[0], subject[1], at)
        complement = self._complement(stop - 1 if word.complements == "q" else stop, word, high)
        if complement is None or not holders:
            return None
        issue, stance = complement
        stance = word.negated if negated else word.stance
        if stance == "-":
            return None
        return _Found(at, None, holders, stance, issue, None, "stance_noun")

    def _enjoys(self, left: int, low: int) -> bool:
        at = left - 1
        if at > low and self.lows[at] == "the":
            at -= 1
        return at > low and self.lows[at] in _ENJOYS

    def _enjoyed(self, at: int, word: _Word, left: int, low: int, high: int) -> _Found | None:
        """As in "The plan has the backing of the United Nations"."""
        if word.stance != "supports" or not self._enjoys(left, low) or at + 2 >= high or self.lows[at + 1] not in ("of", "from"):
            return None
        verb_at = left - 2 if self.lows[left - 1] == "the" else left - 1
        verb = self.clauses.verb(verb_at, low)
        if verb.negated or verb.infinitive or verb.modal:
            return None
        issue = self.clauses.subject(verb.first, low)
        if issue is None or not _ISSUES.get(self._head(*issue), _NONE):
            return None
        holders = self.holders(at + 2, self.clauses.stop(at + 2, high, clause=False), at, agent=True)
        return _Found(at, verb, holders, word.stance, issue, None, "stance_enjoyed") if holders else None

    def _hinted(self, at: int, word: _Word, left: int, low: int) -> _Found | None:
        """As in "Declined to comment on the offer and indicated the group's rejection"."""
        possessor = self.clauses.phrase(left - 1, low) if self.tags[left - 1] == "s" else (left - 1, left)
        if possessor is None or possessor[0] <= low:
            return None
        verb_at = possessor[0] - 1
        if self.lows[verb_at] == "at":
            verb_at -= 1
        if self.lows[verb_at] not in _INFERS or word.stance not in ("rejects", "accepts", "supports"):
            return None
        for noun in range(verb_at - 1, max(low, verb_at - 40), -1):
            if "document" in _ISSUES.get(self.lows[noun], _NONE) and self.tags[noun] in "NSbz":
                first = noun
                while first > low and (self.tags[first - 1] in "JNSXdpsn" or (self.tags[first - 1] in "oR" and noun - first < 8)):
                    first -= 1
                while first < noun and self.tags[first] in "Ro":
                    first += 1
                issue = (first, self.clauses.stop(first, verb_at, clause=False))
                holders = self.holders(possessor[0], possessor[1], at)
                return _Found(at, None, holders, word.stance, issue, None, "stance_hinted", inferred=True) if holders else None
        return None

    def _complement(self, start: int, word: _Word, high: int) -> tuple[tuple[int, int], str] | None:
        """The issue behind a stance word, and the stance that it makes."""
        clauses, tags, lows = self.clauses, self.tags, self.lows
        kinds_wanted = word.complements
        if "T" not in kinds_wanted:
            start = clauses.after(start, high)
        if word.lemma in _REBUTS and tags[start : start + 1] == "A" and lows[start + 1 : start + 2] and lows[start + 1] in _REFUTES:
            start += 2  # dismissed as false a report that
        if start >= high:
            return None
        if tags[start] == "," and "q" in kinds_wanted:
            # Proposed, in a letter to the council, that observers be sent.
            closing = next((at for at in range(start + 1, min(high - 1, start + 18)) if tags[at] == ","), -1)
            if closing < 0 or lows[closing + 1] != "that":
                return None
            start = closing + 1
        if kinds_wanted == "t" and word.after[-1:] == ("to",):
            return self._doing(start, word, high)
        tag = tags[start]
        if "p" in kinds_wanted:
            return self._asked(start, word, high)
        if tag == "T" and "t" in kinds_wanted:
            return self._doing(start + 1, word, high)
        if tag == "Q" and tags[start + 1 : start + 2] not in ("N", "X.") and "q" in kinds_wanted and self._is_clause(start + 1, high):
            stop = clauses.stop(start, high, clause=True)
            if word.lemma == "insist" and OBLIGED.isdisjoint(lows[start:stop]):
                return None
            return (start, stop), word.stance
        if word.after[-1:] == ("to",) and "t" in kinds_wanted and tag in "BbV" and not self._is_noun_phrase(start):
            return self._doing(start, word, high)
        if tag == "G" and "g" in kinds_wanted:
            return (start, clauses.stop(start, high, clause=True)), word.stance
        if tag == "W" and word.stance == "denies_report" and lows[start] == "what":
            return (start, clauses.stop(start, high, clause=True)), word.stance
        if "q" in kinds_wanted and word.stance == "denies_report" and tag in "PpdXNS" and self._is_clause(start, high):
            return (start, clauses.stop(start, high, clause=True)), word.stance
        if "n" not in kinds_wanted or (tag not in 'dpJNSXnOPEGbzLQ$"sR' and not (tag == "V" and lows[start] in _ISSUES)):
            return None
        if tag == "P" and lows[start] != "it":
            return None
        stop = clauses.stop(start, high, clause=False)
        if stop <= start:
            return None
        if word.lemma in ("suggest", "recommend") and tags[stop : stop + 1] in ("M", "I", "H"):
            return None  # polls suggest the deal will pass
        if lows[start] == "that" and "q" not in kinds_wanted and self._is_clause(start + 1, high):
            return None
        start, stop = self._object(start, stop)
        if word.stance in ("rejects", "denies_report"):
            # The claim as propaganda: what it is called is no part of it.
            stop = next((at for at in range(start + 1, stop) if tags[at] == "A"), stop)
        head = self._head(start, stop)
        kinds = _ISSUES.get(head, _NONE)
        if word.stance in ("proposes", "supports") and kinds == {"report"}:
            return None  # offered a different version; backed her account
        if head == "it" and "any" not in word.needs:
            # Had received the proposal and was reviewing it.
            kinds = self._before(start, word.needs)
        if "issue" in word.needs and not kinds:
            return None
        if not word.needs & {"any", "issue"} and not word.needs & kinds:
            return None
        if word.stance == "denies_report":
            if "report" not in kinds and head not in _DENIABLE and lows[start] not in ("any", "this"):
                return None if kinds == _NONE else ((start, stop), "rejects") if "issue" in word.needs else None
        elif (
            head in _NEVER
            or head in _MONEY
            or (head == "" and lows[start] not in ("it", "this", "that", "one"))
            or head in ("anything", "everything", "something", "nothing")
        ) or ("any" in word.needs and len(word.after) == 0 and not kinds and self._is_person(start, stop)):
            return None
        if word.lemma in ("decline", "refuse") and head == "comment":
            return (start, stop), "no_comment"
        if word.lemma in ("respond", "reply") and not _COMMENTS.isdisjoint(lows[start:stop]):
            return (start, stop), "no_comment"
        return (start, stop), self._severed(word, kinds)

    def _object(self, start: int, stop: int) -> tuple[int, int]:
        """The thing of two objects: offered the group / a truce; accepted the ruling / all the same."""
        for at in range(start + 1, stop):
            if self.tags[at] in "dp" and self.tags[at - 1] in "NSXzb":
                if self._head(start, at) in _ISSUES or self._head(at, stop) not in _ISSUES:
                    return (start, at) if self._head(start, at) in _ISSUES else (start, stop)
                return (at, stop)
            if self.tags[at] not in "NSXJsdpbzn":
                break
        return (start, stop)

    def _before(self, at: int, needs: frozenset[str] = _NONE) -> frozenset[str]:
        """The kinds of the first issue told shortly before the token `at`: what "it" may mean."""
        earlier = (_ISSUES.get(low, _NONE) for low in self.lows[max(0, at - 24) : at])
        return next((held for held in earlier if held and (not needs or "issue" in needs or held & needs)), _NONE)

    def _taken_before(
        self, start: int, subject: tuple[int, int] | None, word: _Word, low: int, high: int
    ) -> tuple[tuple[int, int], str] | None:
        """The issue in front: "a claim that Yerevan rejected", "an offer which Egypt has accepted"."""
        if subject is None or "n" not in word.complements or (start < high and self.tags[start] not in ".,C;"):
            return None
        relative = subject[0] - 1
        if relative <= low or self.lows[relative] not in ("that", "which"):
            return None
        end = relative - 1 if self.tags[relative - 1] == "," else relative
        issue = self._thing_before(end, low)
        if issue is None:
            return None
        head = self._head(*issue)
        kinds = _ISSUES.get(head, _NONE)
        answers = word.needs & ({"any", "issue"} | kinds) and (word.stance != "denies_report" or "report" in kinds)
        return (issue, self._severed(word, kinds)) if kinds and answers else None

    def _is_noun_phrase(self, start: int) -> bool:
        return self.tags[start] == "b" and self.tags[start + 1 : start + 2] in ("o", ".", ",", "F", "U", "")

    def _is_clause(self, start: int, high: int) -> bool:
        """Whether a subject with its verb stands here: "denied it had shelled"."""
        tags = self.tags
        at = start
        while at < high and at - start < 24 and tags[at] in "dpJNSXnLsRPtFoOCbzB":
            if at > start and ((tags[at] in "zbB" and tags[at - 1] in "PSX") or (tags[at] == "B" and tags[at - 1] == "z")):
                return True
            at += 1
        return at > start and at < high and tags[at] in "VMIHKE"

    def _is_person(self, start: int, stop: int) -> bool:
        """Whether a name is all that stands here: "backed Smith" is about a person, not about an issue."""
        held = self.tags[start:stop]
        return "X" in held and not held.strip("XLdtn")

    def _severed(self, word: _Word, kinds: frozenset[str]) -> str:
        """Whoever rejects a report denies it."""
        if (
            word.lemma in _REBUTS
            and "statement" not in kinds
            and kinds
            and "report" in kinds
            and not kinds & {"document", "measure", "demand"}
        ):
            return "denies_report"
        return word.stance

    def _doing(self, start: int, word: _Word, high: int) -> tuple[tuple[int, int], str] | None:
        at = start
        while at < high and self.tags[at] == "R":
            at += 1
        if at >= high or self.tags[at] not in "BbVIHKN":
            return None
        if word.stance == "rejects" and self.lows[at] in _QUIET and word.kind != "noun":
            if (
                self.lows[at] in ("say", "comment", "confirm")
                and self.lows[at + 1 : at + 2] in (["whether"], ["if"], ["that"])
                and at + 2 < high
            ):
                return (at + 2, self.clauses.stop(at + 2, high, clause=True)), "no_comment"
            if self.lows[at] in ("say", "give", "be", "respond", "answer", "specify"):
                return None if self.lows[at] != "be" else ((start, self.clauses.stop(start, high, clause=True)), word.stance)
            topic = self.clauses.after(at + 1, high)
            if topic < high and self.lows[topic] in ("on", "about", "further", "whether"):
                topic += 1
            stop = self.clauses.stop(topic, high, clause=False) if topic < high else topic
            if topic >= stop or self.tags[topic] not in "dpJNSXnWb":
                return None
            return (topic, stop), "no_comment"
        stop = self.clauses.stop(start, high, clause=word.kind != "noun")
        stance = word.stance
        if word.lemma in _READY and self.lows[at] not in _READIES and self.lows[at] not in _DECIDES:
            return None
        if (
            stance == "rejects"
            and word.kind == "verb"
            and any(
                inner.kind == "verb" and inner.stance == "rejects" and tuple(self.lows[at + 1 : at + 1 + len(inner.after)]) == inner.after
                for inner in _TRIGGERS.get(self.lows[at], ())
            )
        ):
            stance = "undecided"  # refused to rule out
        return ((start, stop), stance) if stop > start else None

    def _asked(self, start: int, word: _Word, high: int) -> tuple[tuple[int, int], str] | None:
        """As in "Urged both sides to return to the table"."""
        tags = self.tags
        at = start
        while at < high and at - start < 16 and tags[at] in "dpJNSXnLsoOCbzRt,FEP'":
            if tags[at] in ",F" and tags[at + 1 : at + 2] not in ("X", "d") and self.lows[at] not in ("in", "from", "of"):
                break
            at += 1
        if at == start or at + 1 >= high:
            return None
        asks = word.lemma in ("ask", "want")
        if asks and (("X" not in tags[start:at] and _BODIES.isdisjoint(self.lows[start:at])) or self.lows[start - 1] == "asking"):
            return None
        if tags[at] == "T" and tags[at + 1] in "BbIHKR":
            return (at, self.clauses.stop(at, high, clause=True)), word.stance
        if self.lows[at] == "for" and self.lows[start - 1] in ("ask", "asked", "asks", "asking", "pressed", "press"):
            stop = self.clauses.stop(at + 1, high, clause=False)
            return ((at + 1, stop), word.stance) if stop > at + 1 else None
        return None

    def _head(self, start: int, stop: int) -> str:
        """The head noun of the phrase, in lower case; "" if there is none."""
        tags, lows = self.tags, self.lows
        for _ in range(3):
            at = start
            head = ""
            while at < stop and (tags[at] in _HEADED or (tags[at] == "V" and lows[at] in _ISSUES)):
                if head and (tags[at] in "Cdp" or lows[at].endswith(("self", "selves"))):
                    break  # the dam itself; the decision all the same
                if head in _ISSUES and (tags[at] == "Q" or (tags[at] == "G" and tags[at - 1] == "S")):
                    break  # reports that a convoy left; agreements allowing exports
                if tags[at] in "NSXzbOPV" or (tags[at] in "JGE" and (at + 1 == stop or tags[at + 1] in "TFo")) or lows[at] in _ISSUES:
                    if tags[at] == "E" and head and lows[at] not in _ISSUES:
                        break
                    head = lows[at]
                at += 1
            if head in _PARTIAL and at < stop and tags[at] == "o":
                start = at + 1
                continue
            return head
        return ""

    # -- conditions

    def attach(self, at: int, found: list[_Found]) -> None:
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
            elif tags[at + 1] in "FA":
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

    def _only_so(self, at: int, low: int, high: int, found: list[_Found]) -> None:
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

    def attach_fronted(self, found: list[_Found]) -> None:
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

    def _in_front(self, at: int, start: int, high: int, found: list[_Found]) -> None:
        """As in "Without the sailors there will be no exchange"; "until they leave, there can be no talks"."""
        tags, lows = self.tags, self.lows
        for there in range(start + 1, min(high - 3, start + 30)):
            if lows[there] == "there" and tags[there + 1] == "M" and "no" in lows[there + 2 : there + 4]:
                first = lows.index("no", there + 2)
                stop = there - 1 if tags[there - 1] == "," else there
                issue = (first, self.clauses.stop(first, high, clause=False))
                if self._head(*issue) in _ISSUES:
                    self._add(found, at, self.speaking_side(at), issue, (start, stop))
                return

    def _conditions(
        self, at: int, begin: int, condition: tuple[int, int], found: list[_Found], low: int, *, needs_no: bool, word: str
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
                found[latest] = stance._replace(stance="conditions", issue=issue, condition=condition, rule="condition")
                return
        if modal < 0 and word in ("unless", "long", "until", "without", "only", "provided"):
            self._no_modal(at, begin, condition, found, low)
            return
        if (
            modal < 0
            or lows[modal] in OBLIGED
            or (word == "if" and lows[modal] not in _INTENDS)
            or (word in ("if", "once") and lows[modal + 1] not in _DECIDES | _READIES)
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
            if not _ISSUES.get(head):
                return
            self._add(found, at, self.speaking_side(at), issue, condition)
            return
        subject = self.clauses.subject(self.clauses.verb(max(modal, main - 1), low).first if tags[modal - 1] == "R" else modal, low)
        if subject is None or self.clauses.is_supposed(subject[0], low):
            return
        none = lows[subject[0]] == "no"
        if (needs_no or word == "unless") and not (negated or none) and word != "unless":
            return
        issue = (main, begin)
        if issue[0] >= issue[1] and not none:
            return
        while issue[1] > issue[0] and tags[issue[1] - 1] in ",C":
            issue = (issue[0], issue[1] - 1)
        head = self._head(*subject)
        if head in _ISSUES and head not in _SIDES:
            if negated or none:
                self._add(found, at, self.speaking_side(at), (subject[0], max(issue[1], subject[1])), condition)
            return
        if issue[0] >= issue[1] or lows[issue[0]] in _INVOLUNTARY:
            return
        if tags[issue[0]] not in "BbVIEN" and not (tags[issue[0]] == "J" and lows[issue[0]] in _COOPERATES):
            return
        if word == "until" and not (negated or none) and lows[issue[0]] in _PERSISTS:
            return  # would press on until the siege was broken
        if lows[modal] not in _INTENDS and lows[issue[0]] not in _COOPERATES and lows[issue[0]] not in _READIES:
            return
        holders = self.holders(subject[0], subject[1], at)
        if holders and lows[subject[0]] not in _EXCLUDED_SUBJECTS:
            found.append(_Found(at, None, holders, "conditions", issue, condition, "condition"))

    def _no_modal(self, at: int, begin: int, condition: tuple[int, int], found: list[_Found], low: int) -> None:
        """As in "Threatened to intervene unless"; "no dialogue is possible as long as"."""
        tags, lows, clauses = self.tags, self.lows, self.clauses
        if lows[begin - 1] in ("possible", "acceptable", "conceivable") and tags[begin - 2] == "I":
            subject = clauses.subject(begin - 2, low)
            if subject is not None and lows[subject[0]] == "no" and _ISSUES.get(self._head(*subject)):
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
                    found.append(_Found(at, verb, holders, "conditions", (start, begin), condition, "condition"))
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
            found.append(_Found(at, verb, holders, "conditions", (to + 1, stop), condition, "condition"))

    def _add(
        self, found: list[_Found], at: int, holders: list[tuple[int | None, Span, str]], issue: tuple[int, int], condition: tuple[int, int]
    ) -> None:
        if holders and issue[0] < issue[1]:
            found.append(_Found(at, None, holders, "conditions", issue, condition, "condition_impersonal"))

    def _must(self, at: int, low: int, high: int, found: list[_Found]) -> None:
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
        if verb_at >= high or tags[verb_at] not in "BbV" or lows[verb_at] in _QUIET:
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
            found.append(_Found(at, None, holders, "demands", (verb_at, stop), None, "obligation"))

    def refusal(self, at: int) -> Iterator[_Found]:
        """As in "Would never discuss the status of the region": what somebody will not do."""
        if self.is_disowned(at) or self.tags[at] not in "BbNJ":
            return
        low, high = self.bounds(at)
        verb = self.clauses.verb(at, low)
        if (
            verb.modal not in ("will", "would", "'ll", "won't", "wouldn't")
            or not verb.negated
            or verb.passive
            or verb.infinitive
            or verb.perfect
        ):
            return
        if self.lows[at] == "take" and self.lows[at + 1 : at + 2] != ["part"]:
            return
        issue = (at, self.clauses.stop(at, high, clause=True))
        if issue[1] - at < 2 or self.statement_at(at) is None:
            return
        subject = self.clauses.subject(verb.first, low)
        if subject is None or (self._head(*subject) in _ISSUES and self._head(*subject) not in _SIDES):
            return
        stance = self._found(at, verb, subject, "rejects", issue, low, "refusal")
        if stance is not None:
            yield stance

    def verdict(self, at: int) -> Iterator[_Found]:
        """As in "The conditions are unacceptable", "the report is a lie", said by somebody; "called the report a lie"."""
        tags, lows = self.tags, self.lows
        low, _high = self.bounds(at)
        first = at
        while first > low and tags[first - 1] in 'dJR"' and at - first < 4:
            first -= 1
        stance = "rejects" if lows[at] == "unacceptable" else "denies_report"
        verb = self.clauses.verb(first, low)
        if verb.passive:
            if self.statement_at(at) is None or verb.negated or verb.infinitive or verb.modal not in (None, "would"):
                return
            issue = self.clauses.subject(verb.first, low)
            if issue is None or not _ISSUES.get(self._head(*issue)):
                issue = self._clause_before(verb.first, low)
            if issue is not None and self._is_refutable(issue, stance) and (holders := self.speaking_side(at)):
                yield _Found(at, verb, holders, stance, issue, None, "verdict")
            return
        brand = next((token for token in range(first - 2, max(low, first - 14), -1) if lows[token] in _BRANDS), -1)
        if brand <= low or not self._is_refutable((brand + 1, first), stance):
            return
        verb = self.clauses.verb(brand, low)
        if not (verb.negated or verb.infinitive or verb.modal or verb.passive):
            found = self._found(at, verb, self.clauses.subject(verb.first, low), stance, (brand + 1, first), low, "verdict")
            if found is not None:
                yield found

    def _is_refutable(self, issue: tuple[int, int], stance: str) -> bool:
        kinds = _ISSUES.get(self._head(*issue), _NONE)
        return bool(kinds) and (stance == "rejects" or "report" in kinds)

    def _clause_before(self, end: int, low: int) -> tuple[int, int] | None:
        """The subject with its relative clause: "A truce that leaves the ports closed" is unacceptable."""
        for at in range(end - 2, max(low, end - 16), -1):
            if self.tags[at] in "QW" and self.tags[at - 1] in "NSz":
                first = at
                while first > low and self.tags[first - 1] in "dpJNSXsn":
                    first -= 1
                return (first, end)
        return None

    def silences(self, found: list[_Found]) -> Iterator[_Found]:
        """Those who did not comment on something, where no stance word has told it; silence on nothing in particular is no position."""
        told = {self.reading.sentence_of(stance.at) for stance in found if stance.stance == "no_comment"}
        for index, made in enumerate(self.statements):
            if made.speech_act != "no_comment" or made.source is None or made.cue is None or not made.content:
                continue
            at = self.reading.token_at(made.cue[0])
            if self.reading.sentence_of(at) in told:
                continue
            first, stop = self.reading.token_at(made.content[0][0]), self.reading.token_at(made.content[0][1] - 1) + 1
            holders = [(actor, text, "") for actor, text, _ in self.speakers(index)]
            if self.lows[first] in ("how", "when", "where", "who", "whose", "which", "what", "why"):
                continue  # declined to say how many: no more than a gap in what is known
            if holders and first < stop and any(self.lows[token] not in _BARE_SILENCE for token in range(first, stop)):
                yield _Found(at, None, holders, "no_comment", (first, stop), None, "silence")

    # -- records

    def _found(
        self,
        at: int,
        verb: Verb | None,
        subject: tuple[int, int] | None,
        stance: str,
        issue: tuple[int, int],
        low: int,
        rule: str,
        *,
        inferred: bool = False,
    ) -> _Found | None:
        holders: list[tuple[int | None, Span, str]] = []
        if subject is not None:
            if (
                self.lows[subject[0]] in _EXCLUDED_SUBJECTS and self.lows[subject[0] : subject[0] + 2] != ["one", "of"]
            ) or self.clauses.is_supposed(subject[0], low):
                return None
            kinds = _ISSUES.get(self._head(*subject), _NONE) if self.tags[subject[1] - 1] in "NSbz" else _NONE
            if kinds and "talks" not in kinds and self.lows[subject[1] - 1] not in _SIDES:
                if verb is None or verb.first == 0 or self.tags[verb.first - 1] != "C":
                    return None  # his plan calls for lower rates
            else:
                holders = self.holders(subject[0], subject[1], at)
                if verb is not None and verb.first > low and self.tags[verb.first - 1] == "C":
                    holders = self._joined(at, holders)
            if not holders and "C" in self.tags[subject[0] : subject[1]]:
                # Russia made an offer and Moscow stood by it: what stands before the "and" is an object.
                joint = subject[0] + self.tags[subject[0] : subject[1]].rindex("C")
                if self._head(subject[0], joint) in _ISSUES:
                    holders = self.holders(joint + 1, subject[1], at)
            if not holders and self.tags[subject[1] : subject[1] + 2].lstrip(",")[:1] == "W":
                # An offer from the generals, who insist: the nearest phrase if the whole is nobody.
                first = subject[1]
                while first > subject[0] and self.tags[first - 1] not in "FoY":
                    first -= 1
                holders = self.holders(first, subject[1], at)
        if not holders:
            cue = self.cue_at(at)
            if cue is not None:
                holders = self.speakers(cue)
            elif verb is not None and verb.first > low and self.tags[verb.first - 1] == "C":
                # "said the vote was fair and urged all sides": the verb is joined to the cue.
                joined = self.statement_at(at)
                if joined is not None and self.statements[joined].quotation_type == "indirect":
                    holders = [(actor, text, "it") for actor, text, _ in self.speakers(joined)]
        if not holders or issue[0] >= issue[1]:
            return None
        if self._is_question(at):
            return None
        if subject is not None and subject[0] > low and self.tags[subject[0] - 1] in "MKHI":
            return None  # inverted: "nor will Russia accept", "should Israel reject"
        return _Found(at, verb, holders, stance, issue, None, rule, inferred)

    def _joined(self, at: int, holders: list[Holder]) -> list[Holder]:
        """As in "Said her daughter was ill and demanded talks": who demands is who said, if the subject before "and" can demand nothing."""
        cue = self.cue_at(at)
        if cue is None or self.statements[cue].source is None or self.lows[at] not in JOINED:
            return holders
        if any(actor is not None and self.is_party(actor) for actor, _, _ in holders):
            return holders
        return self.speakers(cue) or holders

    def is_taken_back(self, stance: _Found) -> bool:
        """Whether a report is taken back."""
        return stance.stance == "withdraws" and "report" in _ISSUES.get(self._head(*stance.issue), _NONE)

    def _is_question(self, at: int) -> bool:
        first, stop = self.sentence(at)
        return "?" in self.lows[max(first, stop - 3) : stop]

    def positions(self, found: list[_Found], links: Sequence[Link] | None) -> list[Position]:
        """`found` as records, each once, in text order."""
        records: list[Position] = []
        contested: dict[int, tuple[int, ...]] | None = None
        seen: set[tuple[object, ...]] = set()
        starts, ends = self.reading.starts, self.reading.ends
        for stance in sorted(found, key=lambda item: (item.at, item.issue)):
            statement, spoken = self.asserted_by(stance.at, stance.stance)
            if statement is None:
                statement = self._inserted(stance)
            if statement is not None and contested is None:
                contested = {}
                for denial in denials(self.reading, self.statements, self.cast) if links is None else links:
                    if denial.relation not in ("denies", "contradicts"):
                        continue
                    contested[denial.target] = (*contested.get(denial.target, ()), denial.source)
            issue = self.characters(stance.issue)
            condition = self.characters(stance.condition) if stance.condition is not None else None
            for holder, text, how in stance.holders:
                if holder is None and how in ("I", "we"):
                    continue
                key = (holder if holder is not None else text, stance.stance, issue, statement)
                if key in seen:
                    continue
                seen.add(key)
                basis = "narrator_inference" if stance.inferred else self.basis(statement, holder, how, spoken=spoken)
                first, last = min(issue[0], starts[stance.at]), max(issue[1], ends[stance.at], condition[1] if condition else 0)
                if self._is_near(text, stance.at):
                    first, last = min(first, text[0]), max(last, text[1])
                against = () if contested is None or statement is None else contested.get(statement, ())
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

    def _inserted(self, stance: _Found) -> int | None:
        """As in "Sudan opposes the filling, an official said, but backs the dam": who asserts the first asserts the second."""
        for _, text, _ in stance.holders[:1]:
            at = self.reading.token_at(text[0])
            told = self.statement_at(at)
            cue = self.statements[told].cue if told is not None and self.statements[told].quotation_type == "indirect" else None
            if cue is not None and text[1] <= cue[0] < self.reading.starts[stance.at] and self._is_near(text, stance.at):
                return told
        return None

    def _is_near(self, text: Span, at: int) -> bool:
        first, stop = self.sentence(at)
        return self.reading.starts[first] <= text[0] and text[1] <= self.reading.ends[stop - 1]
