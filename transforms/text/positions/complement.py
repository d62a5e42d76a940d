"""What a stance is on: the phrase or clause behind a stance word, what it goes by, and the words of stances.

Belongs here: the lexicon of stances, and their complements ("rejected *the plan*", "agreed *to talk*"). Does not belong here: who holds the
stance and whether it is held (`stance`), word order in general (`clause`).
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from transforms import lexicon
from transforms.text.actors.cast import Cast
from transforms.text.clause import OBLIGED, Clauses
from transforms.text.positions.side import Sides
from transforms.text.reading import Reading
from transforms.text.statements.statement import Statement


class Word(NamedTuple):
    """One form of a stance word, as `stance_words.tsv` has it."""

    lemma: str
    kind: str  # verb, adj, noun
    form: str  # base, s, past, ing; "" for adjectives and nouns
    lead: tuple[str, ...]
    after: tuple[str, ...]
    stance: str
    negated: str
    complements: str
    needs: frozenset[str]


def uses(use: str) -> frozenset[str]:
    """The words that `stance_helpers.tsv` has for `use`."""
    return frozenset(word for word, role in lexicon.rows("stance_helpers") if role == use)


def _triggers() -> dict[str, tuple[Word, ...]]:
    found: dict[str, list[Word]] = {}
    for kind, forms, after, stance, negated, complements, needs in lexicon.rows("stance_words"):
        behind = () if after == "-" else tuple(after.split())
        for number, form in enumerate(forms.split()):
            *lead, word = form.split("_")
            shape = "" if kind != "verb" else "ing" if word.endswith("ing") else ("base", "s")[number] if number < 2 else "past"
            found.setdefault(word, []).append(
                Word(forms.split()[0], kind, shape, tuple(lead), behind, stance, negated, complements, frozenset(needs.split(",")))
            )
    return {word: tuple(sorted(words, key=lambda entry: -len(entry.after) - len(entry.lead))) for word, words in found.items()}


TRIGGERS = _triggers()
_PARTIAL, NEVER, _DENIABLE = map(uses, ("partial", "never", "deniable"))
REFUTES = frozenset(word for word, use in lexicon.rows("claim_words") if use == "void") | {"unacceptable"}
ISSUES: dict[str, frozenset[str]] = {noun: frozenset(kinds.split()) for noun, kinds, _ in lexicon.rows("issue_nouns")}
NONE: frozenset[str] = frozenset()
COOPERATES, INVOLUNTARY, READIES, _MONEY = map(uses, ("cooperates", "involuntary", "readies", "money"))
_READY = frozenset(("ready", "prepared"))
_COMMENTS, _REBUTS, QUIET = map(uses, ("comments", "rebuts", "quiet"))
_ASKED_FOR = frozenset(("ask", "asked", "asks", "asking", "press", "pressed", "presses", "pressing"))
_SHIFTED = re.compile(r"Ad[JN]{0,2}[NS](?=[dpX])")
_HEADED = frozenset("dpJNSXnLsRb\"EGzt*'$QPOC")
DECIDES = (
    COOPERATES
    | {low for low, words in TRIGGERS.items() if any(len(word.after) < 2 for word in words)}
    | {"decide", "commit", "reply", "answer", "ratify", "say", "set", "name", "appoint", "agree"}
)
BODIES = lexicon.words("organisation_nouns")


class Complements(Sides):
    """What stances are on, in one text."""

    def __init__(self, reading: Reading, statements: Sequence[Statement], cast: Cast) -> None:
        super().__init__(reading, statements, cast)
        self.clauses = Clauses(reading)
        self.tags = self.clauses.tags

    def _with_negation(self, at: int, issue: tuple[int, int]) -> tuple[int, int]:
        """The issue with the "not" in front of it: agreed not to attack is no consent to an attack."""
        for token in range(at + 1, min(issue[0], at + 20)):
            if self.lows[token] in ("not", "never"):
                return (token, issue[1])
        return issue

    def _behind(self, at: int, word: Word, high: int) -> int | None:
        """Where the complement begins, if the words that belong to the stance word stand behind it."""
        if not word.after:
            return at
        stop = at + len(word.after)
        if stop <= high and tuple(self.lows[at:stop]) == word.after:
            return stop
        if len(word.after) == 2 and self.lows[at] == word.after[0]:
            rest = self.clauses.after(at + 1, high)  # backed away on Monday from its demand
            return rest + 1 if rest < high and rest > at + 1 and self.lows[rest] == word.after[1] else None
        at = self.clauses.after(at, high)
        if self.tags[at : at + 1] == '"':
            at += 1  # "fully agreed" to a truce
        stop = at + len(word.after)
        return stop if stop <= high and tuple(self.lows[at:stop]) == word.after else None

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

    def _complement(self, start: int, word: Word, high: int) -> tuple[tuple[int, int], str] | None:
        """The issue behind a stance word, and the stance that it makes."""
        clauses, tags, lows = self.clauses, self.tags, self.lows
        kinds_wanted = word.complements
        if "T" not in kinds_wanted:
            start = clauses.after(start, high)
        if word.lemma in _REBUTS and tags[start : start + 1] == "A" and lows[start + 1 : start + 2] and lows[start + 1] in REFUTES:
            start += 2  # dismissed as false a report that
        elif word.lemma in _REBUTS and tags[start : start + 2] == 'A"' and 0 < (closing := tags.find('"', start + 2, start + 7)) < high:
            start = closing + 1  # rejected as "fake news" reports that
        elif word.lemma in _REBUTS and (shifted := _SHIFTED.match(tags, start, high)):
            start = shifted.end()  # dismissed as a fairy tale the account that
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
            if word.lemma == "insist" and OBLIGED.isdisjoint(lows[start:stop]) and not self._is_asked(start, stop):
                return None
            return (start, stop), word.stance
        if word.after[-1:] == ("to",) and "t" in kinds_wanted and tag in "BbV" and not self._is_noun_phrase(start):
            return self._doing(start, word, high)
        if (tag == "G" or lows[start] == "having") and "g" in kinds_wanted:
            return (start, clauses.stop(start, high, clause=True)), word.stance
        if tag == "W" and word.stance == "denies_report" and lows[start] == "what":
            return (start, clauses.stop(start, high, clause=True)), word.stance
        if "q" in kinds_wanted and word.stance == "denies_report" and tag in "PpdXNS" and self._is_clause(start, high):
            return (start, clauses.stop(start, high, clause=True)), word.stance
        if "n" not in kinds_wanted or (tag not in 'dpJNSXnOPEGbzLQ$"sR' and not (tag == "V" and lows[start] in ISSUES)):
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
        kinds = ISSUES.get(head, NONE)
        if not kinds and tags[stop - 1] == "J" and not tags[start:stop].strip("JR"):
            return None  # would no longer accept foreign loans
        own = (
            word.lemma in ("stand", "stick")
            and tags[start] == "p"
            and tags[start + 1 : start + 2] in ("N", "S")
            and tags[start + 2 : start + 3] != "s"
        )  # stood by its report
        if word.stance in ("proposes", "supports") and kinds == {"report"} and not own:
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
                return None if kinds == NONE else ((start, stop), "rejects") if "issue" in word.needs else None
        elif (
            head in NEVER
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

    def _is_asked(self, start: int, stop: int) -> bool:
        """Whether a bare "be" asks that something be done."""
        return any(self.lows[at] == "be" and self.tags[at - 1] in "NSXP" for at in range(start + 1, stop))

    def _object(self, start: int, stop: int) -> tuple[int, int]:
        """The thing of two objects: offered the group / a truce; accepted the ruling / all the same."""
        for at in range(start + 1, stop):
            if self.tags[at] in "dp" and self.tags[at - 1] in "NSXzb":
                if self._head(start, at) in ISSUES or self._head(at, stop) not in ISSUES:
                    return (start, at) if self._head(start, at) in ISSUES else (start, stop)
                return (at, stop)
            if self.tags[at] not in "NSXJsdpbzn":
                break
        return (start, stop)

    def _before(self, at: int, needs: frozenset[str] = NONE) -> frozenset[str]:
        """The kinds of the first issue told shortly before the token `at`: what "it" may mean."""
        earlier = (ISSUES.get(low, NONE) for low in self.lows[max(0, at - 24) : at])
        return next((held for held in earlier if held and (not needs or "issue" in needs or held & needs)), NONE)

    def _is_open(self, start: int, high: int) -> bool:
        """Whether nothing stands where the complement is due, so that it may stand in front."""
        return start >= high or self.tags[start] in ".,C;"

    def _taken_before(self, subject: tuple[int, int] | None, word: Word, low: int) -> tuple[tuple[int, int], str] | None:
        """The issue in front: "a claim that Yerevan rejected", "an offer which Egypt has accepted"."""
        if subject is None or "n" not in word.complements:
            return None
        relative = subject[0] - 1
        if relative <= low or self.lows[relative] not in ("that", "which"):
            return None
        end = relative - 1 if self.tags[relative - 1] == "," else relative
        issue = self._thing_before(end, low)
        if issue is None:
            return None
        head = self._head(*issue)
        kinds = ISSUES.get(head, NONE)
        answers = word.needs & ({"any", "issue"} | kinds) and (word.stance != "denies_report" or "report" in kinds)
        return (issue, self._severed(word, kinds)) if kinds and answers else None

    def _is_noun_phrase(self, start: int) -> bool:
        return self.tags[start] == "b" and self.tags[start + 1 : start + 2] in ("o", ".", ",", "F", "U", "")

    def _is_clause(self, start: int, high: int) -> bool:
        """Whether a subject with its verb stands here: "denied it had shelled"."""
        tags = self.tags
        at = start
        while at < high and at - start < 24 and (tags[at] in "dpJNSXnLsRPtFoOCbzB" or (tags[at] == "G" and tags[at - 1] in "dpJ")):
            if at > start and ((tags[at] in "zbB" and tags[at - 1] in "PSX") or (tags[at] == "B" and tags[at - 1] == "z")):
                return True
            at += 1
        return at > start and at < high and tags[at] in "VMIHKE"

    def _is_person(self, start: int, stop: int) -> bool:
        """Whether a name is all that stands here: "backed Smith" is about a person, not about an issue."""
        held = self.tags[start:stop]
        return "X" in held and not held.strip("XLdtn")

    def _severed(self, word: Word, kinds: frozenset[str]) -> str:
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

    def _doing(self, start: int, word: Word, high: int) -> tuple[tuple[int, int], str] | None:
        at = start
        while at < high and self.tags[at] == "R":
            at += 1
        if at >= high or self.tags[at] not in "BbVIHKN":
            return None
        if word.stance == "rejects" and self.lows[at] in QUIET and word.kind != "noun":
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
        if word.lemma in _READY and self.lows[at] not in READIES and self.lows[at] not in DECIDES:
            return None
        if (
            stance == "rejects"
            and word.kind == "verb"
            and any(
                inner.kind == "verb" and inner.stance == "rejects" and tuple(self.lows[at + 1 : at + 1 + len(inner.after)]) == inner.after
                for inner in TRIGGERS.get(self.lows[at], ())
            )
        ):
            stance = "undecided"  # refused to rule out
        return ((start, stop), stance) if stop > start else None

    def _asked(self, start: int, word: Word, high: int) -> tuple[tuple[int, int], str] | None:
        """As in "Urged both sides to return to the table"."""
        tags = self.tags
        at = start
        if self.lows[at] in ("it", "them", "him", "her") and tags[at + 1 : at + 2] == "T" and word.lemma != "want":
            return (at + 1, self.clauses.stop(at + 1, high, clause=True)), word.stance
        while at < high and at - start < 16 and tags[at] in "dpJNSXnLsoOCbzRt,FEP'":
            if tags[at] == "C" and tags[at + 1 : at + 2] in ("E", "V"):
                break  # urged restraint and offered to mediate
            if at > start and self.lows[at] == "for" and self.lows[start - 1] in _ASKED_FOR:
                break  # pressed both sides for a guarantee
            if tags[at] in ",F" and tags[at + 1 : at + 2] not in ("X", "d") and self.lows[at] not in ("in", "from", "of"):
                break
            at += 1
        if at == start or at + 1 >= high:
            return None
        asks = word.lemma in ("ask", "want")
        if asks and (("X" not in tags[start:at] and BODIES.isdisjoint(self.lows[start:at])) or self.lows[start - 1] == "asking"):
            return None
        if tags[at] == "T" and (tags[at + 1] in "BbIHKR" or (tags[at + 1] in "NJ" and tags[at + 2 : at + 3] in ("d", "p", "O"))):
            return (at, self.clauses.stop(at, high, clause=True)), word.stance
        if self.lows[at] == "for" and self.lows[start - 1] in _ASKED_FOR:
            stop = self.clauses.stop(at + 1, high, clause=False)
            return ((at + 1, stop), word.stance) if stop > at + 1 else None
        return None

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
