"""What a stance is on: the phrase or clause behind a stance word.

A stance word takes some shapes of complement and no others, as letters in `stance_words.tsv`: a noun phrase, a that-clause, an infinitive,
a gerund, somebody to do something. The shapes have their readers (`_SHAPES`), of which the first whose shape stands there is asked. Belongs
here: complements ("rejected *the plan*", "agreed *to talk*"), and the stance that they make of the word. Does not belong here: who holds
the stance and whether it is held (`stance`), what a phrase is (`phrase`).
"""

import re
from collections.abc import Callable

from transforms.text.clause import OBLIGED, Clauses
from transforms.text.positions.phrase import (
    Range,
    head_of,
    is_asked,
    is_clause,
    is_noun_phrase,
    is_person,
    kinds_before,
    thing_before,
    thing_of_two,
)
from transforms.text.positions.word import (
    BODIES,
    DECIDES,
    ISSUES,
    NEVER,
    NONE,
    QUIET,
    READIES,
    REFUSES,
    REFUTES,
    SETS,
    TRIGGERS,
    Word,
    uses,
)

Complement = tuple[Range, str]  # the issue, and the stance on it

_Stands = Callable[[Clauses, int, Word, int], bool]
_Read = Callable[[Clauses, int, Word, int], Complement | None]

_DENIABLE, _COMMENTS, _REBUTS = map(uses, ("deniable", "comments", "rebuts"))
_ASKED_FOR = SETS["asked for"]
_UNJUDGED = NEVER | uses("money") | SETS["vague"]
_NAMELESS = SETS["namelessness"]
_SAID_NO_MORE = SETS["said no more"]
_FALSE = REFUTES | REFUSES
_SHIFTED = re.compile(r"Ad[JN]{0,2}[NS](?=[dpX])")
_READY = frozenset(("ready", "prepared"))
_PHRASE = frozenset('dpJNSXnOPEGbzLQ$"sR')  # classes of words by which a noun phrase begins


def with_negation(clauses: Clauses, at: int, issue: Range) -> Range:
    """The issue with the "not" in front of it: agreed not to attack is no consent to an attack."""
    for token in range(at + 1, min(issue[0], at + 20)):
        if clauses.lows[token] in ("not", "never"):
            return (token, issue[1])
    return issue


def behind_words(clauses: Clauses, at: int, word: Word, high: int) -> int | None:
    """Where the complement begins, if the words that belong to the stance word stand behind it."""
    if not word.after:
        return at
    stop = at + len(word.after)
    if stop <= high and tuple(clauses.lows[at:stop]) == word.after:
        return stop
    if len(word.after) == 2 and clauses.lows[at] == word.after[0]:
        rest = clauses.after(at + 1, high)  # backed away on Monday from its demand
        return rest + 1 if rest < high and rest > at + 1 and clauses.lows[rest] == word.after[1] else None
    at = clauses.after(at, high)
    if clauses.tags[at : at + 1] == '"':
        at += 1  # "fully agreed" to a truce
    stop = at + len(word.after)
    return stop if stop <= high and tuple(clauses.lows[at:stop]) == word.after else None


def complement_at(clauses: Clauses, start: int, word: Word, high: int) -> Complement | None:
    """The issue behind a stance word, and the stance that it makes."""
    start = _begin(clauses, start, word, high)
    if start < high and clauses.tags[start] == "," and "q" in word.complements:
        start = _behind_aside(clauses, start, high)
    if start >= high:
        return None
    for stands, read in _WAYS[word.complements]:
        if stands is None or stands(clauses, start, word, high):
            return read(clauses, start, word, high)
    return None


def _begin(clauses: Clauses, start: int, word: Word, high: int) -> int:
    """Where the complement begins: behind adverbs, and behind what it is called."""
    tags, lows = clauses.tags, clauses.lows
    start = clauses.after(start, high)
    if word.lemma not in _REBUTS:
        return start
    if tags[start : start + 1] == "A" and lows[start + 1 : start + 2] and lows[start + 1] in _FALSE:
        return start + 2  # dismissed as false a report that
    if tags[start : start + 2] == 'A"' and 0 < (closing := tags.find('"', start + 2, start + 7)) < high:
        return closing + 1  # rejected as "fake news" reports that
    shifted = _SHIFTED.match(tags, start, high)
    return shifted.end() if shifted else start  # dismissed as a fairy tale the account that


def _behind_aside(clauses: Clauses, start: int, high: int) -> int:
    """Proposed, in a letter to the council, that observers be sent: where the clause begins; the end if there is none."""
    closing = next((at for at in range(start + 1, min(high - 1, start + 18)) if clauses.tags[at] == ","), -1)
    return closing + 1 if closing >= 0 and clauses.lows[closing + 1] == "that" else high


# The shapes of complements, and what they make of the stance.


def _is_only_done(_clauses: Clauses, _start: int, word: Word, _high: int) -> bool:
    return word.complements == "t" and word.after[-1:] == ("to",)


def _is_infinitive(clauses: Clauses, start: int, _word: Word, _high: int) -> bool:
    return clauses.tags[start] == "T"


def _is_behind_to(clauses: Clauses, start: int, word: Word, _high: int) -> bool:
    return word.after[-1:] == ("to",) and clauses.tags[start] in "BbV" and not is_noun_phrase(clauses, start)


def _infinitive(clauses: Clauses, start: int, word: Word, high: int) -> Complement | None:
    return _doing(clauses, start + 1, word, high)


def _doing(clauses: Clauses, start: int, word: Word, high: int) -> Complement | None:
    """Agreed to talk; refused to say who had fired; ready to talk."""
    at = start
    while at < high and clauses.tags[at] == "R":
        at += 1
    if at >= high or clauses.tags[at] not in "BbVIHKN":
        return None
    if clauses.lows[at] == "be" and not _NAMELESS.isdisjoint(clauses.lows[at + 1 : at + 2]):
        return None  # declined to be named
    if word.stance == "rejects" and clauses.lows[at] in QUIET and word.kind != "noun":
        return _keeping_quiet(clauses, start, at, word, high)
    if word.lemma in _READY and clauses.lows[at] not in READIES and clauses.lows[at] not in DECIDES:
        return None
    stop = clauses.stop(start, high, clause=word.kind != "noun")
    stance = "undecided" if word.stance == "rejects" and word.kind == "verb" and _is_rejecting(clauses, at) else word.stance
    return ((start, stop), stance) if stop > start else None


def _is_rejecting(clauses: Clauses, at: int) -> bool:
    """Refused to rule out."""
    return any(
        inner.kind == "verb" and inner.stance == "rejects" and tuple(clauses.lows[at + 1 : at + 1 + len(inner.after)]) == inner.after
        for inner in TRIGGERS.get(clauses.lows[at], ())
    )


def _keeping_quiet(clauses: Clauses, start: int, at: int, word: Word, high: int) -> Complement | None:
    """Declined to discuss the offer, to say whether it would go: the topic."""
    low = clauses.lows[at]
    if low in ("say", "comment", "confirm") and clauses.lows[at + 1 : at + 2] in (["whether"], ["if"], ["that"]) and at + 2 < high:
        return (at + 2, clauses.stop(at + 2, high, clause=True)), "no_comment"
    if low == "be":
        return (start, clauses.stop(start, high, clause=True)), word.stance
    if low in _SAID_NO_MORE:
        return None
    topic = clauses.after(at + 1, high)
    if topic < high and clauses.lows[topic] in ("on", "about", "further", "whether"):
        topic += 1
    stop = clauses.stop(topic, high, clause=False) if topic < high else topic
    return ((topic, stop), "no_comment") if topic < stop and clauses.tags[topic] in "dpJNSXnWb" else None


def _asked(clauses: Clauses, start: int, word: Word, high: int) -> Complement | None:
    """As in "Urged both sides to return to the table"."""
    tags, lows = clauses.tags, clauses.lows
    if lows[start] in ("it", "them", "him", "her") and tags[start + 1 : start + 2] == "T" and word.lemma != "want":
        return (start + 1, clauses.stop(start + 1, high, clause=True)), word.stance
    at = _behind_asked(clauses, start, high)
    if at == start or at + 1 >= high:
        return None
    if word.lemma in ("ask", "want"):
        is_body = "X" in tags[start:at] or not BODIES.isdisjoint(lows[start:at])
        if not is_body or lows[start - 1] == "asking":
            return None
    if tags[at] == "T" and (tags[at + 1] in "BbIHKR" or (tags[at + 1] in "NJ" and tags[at + 2 : at + 3] in ("d", "p", "O"))):
        return (at, clauses.stop(at, high, clause=True)), word.stance
    if lows[at] == "for" and lows[start - 1] in _ASKED_FOR:
        stop = clauses.stop(at + 1, high, clause=False)
        return ((at + 1, stop), word.stance) if stop > at + 1 else None
    return None


def _behind_asked(clauses: Clauses, start: int, high: int) -> int:
    """Where those end who are asked."""
    tags, lows = clauses.tags, clauses.lows
    at = start
    while at < high and at - start < 16 and tags[at] in "dpJNSXnLsoOCbzRt,FEP'":
        if tags[at] == "C" and tags[at + 1 : at + 2] in ("E", "V"):
            break  # urged restraint and offered to mediate
        if at > start and lows[at] == "for" and lows[start - 1] in _ASKED_FOR:
            break  # pressed both sides for a guarantee
        if tags[at] in ",F" and tags[at + 1 : at + 2] not in ("X", "d") and lows[at] not in ("in", "from", "of"):
            break
        at += 1
    return at


def _is_that(clauses: Clauses, start: int, _word: Word, high: int) -> bool:
    return clauses.tags[start] == "Q" and clauses.tags[start + 1 : start + 2] != "N" and is_clause(clauses, start + 1, high)


def _that(clauses: Clauses, start: int, word: Word, high: int) -> Complement | None:
    """Demanded that they leave; but insisted that they had left."""
    stop = clauses.stop(start, high, clause=True)
    if word.lemma == "insist" and OBLIGED.isdisjoint(clauses.lows[start:stop]) and not is_asked(clauses, start, stop):
        return None
    return (start, stop), word.stance


def _is_gerund(clauses: Clauses, start: int, _word: Word, _high: int) -> bool:
    return clauses.tags[start] == "G" or clauses.lows[start] == "having"


def _is_what(clauses: Clauses, start: int, word: Word, _high: int) -> bool:
    return word.stance == "denies_report" and clauses.tags[start] == "W" and clauses.lows[start] == "what"


def _is_bare(clauses: Clauses, start: int, word: Word, high: int) -> bool:
    return word.stance == "denies_report" and clauses.tags[start] in "PpdXNS" and is_clause(clauses, start, high)


def _clause(clauses: Clauses, start: int, word: Word, high: int) -> Complement | None:
    """Denied shelling it, what they said, they had shelled it."""
    return (start, clauses.stop(start, high, clause=True)), word.stance


def _is_phrase(clauses: Clauses, start: int, _word: Word, _high: int) -> bool:
    tag, low = clauses.tags[start], clauses.lows[start]
    return low == "it" if tag == "P" else tag in _PHRASE or (tag == "V" and low in ISSUES)


def _phrase(clauses: Clauses, start: int, word: Word, high: int) -> Complement | None:
    """Rejected the plan."""
    issue = _thing_behind(clauses, start, word, high)
    if issue is None:
        return None
    head = head_of(clauses, *issue)
    kinds = ISSUES.get(head, NONE)
    if not _may_be_issue(clauses, issue, word, kinds):
        return None
    if head == "it" and "any" not in word.needs:
        kinds = kinds_before(clauses, issue[0], word.needs)  # had received the proposal and was reviewing it
    if not kinds and "issue" in word.needs:
        return None
    if word.needs.isdisjoint(("any", "issue")) and word.needs.isdisjoint(kinds):
        return None
    stance = _stance_on(clauses, issue, word, head, kinds)
    return (issue, stance) if stance else None


def _thing_behind(clauses: Clauses, start: int, word: Word, high: int) -> Range | None:
    """The noun phrase; None if it is the beginning of a clause."""
    tags = clauses.tags
    stop = clauses.stop(start, high, clause=False)
    if stop <= start:
        return None
    if word.lemma in ("suggest", "recommend") and tags[stop : stop + 1] in ("M", "I", "H"):
        return None  # polls suggest the deal will pass
    if clauses.lows[start] == "that" and "q" not in word.complements and is_clause(clauses, start + 1, high):
        return None
    start, stop = thing_of_two(clauses, start, stop)
    if word.stance in ("rejects", "denies_report"):
        # The claim as propaganda: what it is called is no part of it.
        stop = next((at for at in range(start + 1, stop) if tags[at] == "A"), stop)
    return start, stop


def _may_be_issue(clauses: Clauses, issue: Range, word: Word, kinds: frozenset[str]) -> bool:
    """Whether a stance can be on it: not on what is only an adjective, nor on an account that is offered or backed."""
    start, stop = issue
    tags = clauses.tags
    if not kinds and tags[stop - 1] == "J" and not tags[start:stop].strip("JR"):
        return False  # would no longer accept foreign loans
    if kinds != {"report"} or word.stance not in ("proposes", "supports"):
        return True  # but: offered a different version; backed her account
    is_own = tags[start] == "p" and tags[start + 1 : start + 2] in ("N", "S") and tags[start + 2 : start + 3] != "s"
    return word.lemma in ("stand", "stick") and is_own  # stood by its report


def _stance_on(clauses: Clauses, issue: Range, word: Word, head: str, kinds: frozenset[str]) -> str:
    """The stance on a noun phrase, empty if nobody takes one on it."""
    first = clauses.lows[issue[0]]
    if word.stance == "denies_report":
        if "report" not in kinds and head not in _DENIABLE and first not in ("any", "this") and not _is_all(clauses, issue):
            return "rejects" if kinds and "issue" in word.needs else ""
    elif head in _UNJUDGED or (head == "" and first not in ("it", "this", "that", "one")) or _is_backed(clauses, issue, word, kinds):
        return ""
    if word.lemma in ("decline", "refuse") and head == "comment":
        return "no_comment"
    if word.lemma in ("respond", "reply") and not _COMMENTS.isdisjoint(clauses.lows[slice(*issue)]):
        return "no_comment"
    return severed(word, kinds)


def _is_all(clauses: Clauses, issue: Range) -> bool:
    """All of it."""
    return clauses.lows[issue[0] : issue[0] + 2] == ["all", "of"] or clauses.lows[issue[0] : issue[1]] == ["everything"]


def _is_backed(clauses: Clauses, issue: Range, word: Word, kinds: frozenset[str]) -> bool:
    """Backed Smith: a stance on somebody is none on an issue."""
    return "any" in word.needs and not word.after and not kinds and is_person(clauses, *issue)


# Complements that stand in front, and what the kind of issue makes of the stance.


def is_open(clauses: Clauses, start: int, high: int) -> bool:
    """Whether nothing stands where the complement is due, so that it may stand in front."""
    return start >= high or clauses.tags[start] in ".,C;"


def taken_before(clauses: Clauses, subject: Range | None, word: Word, low: int) -> Complement | None:
    """The issue in front: "a claim that Yerevan rejected", "an offer which Egypt has accepted"."""
    if subject is None or "n" not in word.complements:
        return None
    relative = subject[0] - 1
    if relative <= low or clauses.lows[relative] not in ("that", "which"):
        return None
    end = relative - 1 if clauses.tags[relative - 1] == "," else relative
    issue = thing_before(clauses, end, low)
    if issue is None:
        return None
    head = head_of(clauses, *issue)
    kinds = ISSUES.get(head, NONE)
    answers = word.needs & ({"any", "issue"} | kinds) and (word.stance != "denies_report" or "report" in kinds)
    return (issue, severed(word, kinds)) if kinds and answers else None


def severed(word: Word, kinds: frozenset[str]) -> str:
    """Whoever rejects a report denies it."""
    if word.lemma in _REBUTS and "report" in kinds and kinds.isdisjoint(("statement", "document", "measure", "demand")):
        return "denies_report"
    return word.stance


_SHAPES: tuple[tuple[str, _Stands | None, _Read], ...] = (
    ("t", _is_only_done, _doing),
    ("p", None, _asked),
    ("t", _is_infinitive, _infinitive),
    ("q", _is_that, _that),
    ("t", _is_behind_to, _doing),
    ("g", _is_gerund, _clause),
    ("", _is_what, _clause),
    ("q", _is_bare, _clause),
    ("n", _is_phrase, _phrase),
)
# By the shapes that a stance word takes, the ways that are tried.
_WAYS = {
    word.complements: tuple((stands, read) for shape, stands, read in _SHAPES if shape in word.complements)
    for words in TRIGGERS.values()
    for word in words
}
