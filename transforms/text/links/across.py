"""Claims of different texts: which denies, updates, corrects or repeats which, by what the texts say.

Belongs here: links that the words of the later text state ("denied reports that", "up from nine") and the same words of the same speaker.
Does not belong here: links within one text (`claim`), and any guess from likeness alone.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from transforms.text.actors.cast import Cast
from transforms.text.links.stem import COUNTED, FUNCTION, NUMBER, numbers, stems
from transforms.text.reading import Reading, fold, lower
from transforms.text.statements.statement import Span, Statement


class Told(NamedTuple):
    """One statement, or one sentence of the narrator, as other texts see it."""

    article: str  # id of the text
    published: str  # ISO day; texts without one link to nothing
    publisher: str | None
    key: str  # id of the statement in its text
    start: int  # where it begins in its text: the order of claims of one text
    speakers: tuple[str, ...]  # ids of its named speakers, that mean the same in every text; () = unnamed or the narrator
    speech_act: str
    content: str
    sentence: str  # the sentences that hold its cue and content


class CrossLink(NamedTuple):
    """A relation from a statement of one text to a statement of another."""

    relation: str
    source: tuple[str, str]  # article, key
    target: tuple[str, str]
    evidence: str  # the words of the source that state it
    rule: str


_DAYS = 21  # how long before it was denied or updated a claim may have been published
# What the denier's own side is said to have done: denied that they had accepted.
_OWN_ACT = re.compile(
    r"(?:(?:\w+ ){0,3}that )?(?:(?:it|they|he|she|we) (?:(?:had|has|have|was|were|would|will) )?"
    r"|(?:its|their|his|her|our) (?:\w+ ){1,2}(?:had|has|have) )(\w+)"
)
# A name that an account opens with, whose act it tells: "the Front has", "Oria's army has".
_OPENING_NAME = re.compile(r"\W*(?:that )?(?:[Tt]he (?P<the>[A-Z]\w+)|(?P<bare>[A-Z]\w*(?:[^\Ws]|(?='s))))\b")
_NAME_WORD = re.compile(r"\b[A-Z]\w{2,}")
_DENYING = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|refut(?:e[sd]?|ing)|(?:reject|dismiss)(?:ed|es|ing)\b.{0,60}\b(?:report|claim|account|allegation|suggestion|version)s?)\b"
)
_CORRECTING = re.compile(
    r"\b(?:correct(?:s|ed|ing)|retract(?:s|ed|ing)?|withdr[ae]w (?:its|an?|the|their|his|her) (?:earlier |previous |initial )?"
    r"(?:report|story|statement|claim|allegation|account)|(?:wrongly|erroneously|incorrectly|mistakenly) (?:said|reported|stated|quoted))\b"
)
_MOVED = re.compile(
    r"\b(?:up from|down from|rais(?:ed|ing) (?:an? |the |its |their )?(?:earlier |previous )?(?:death )?(?:toll|count|tally|figure)|rose to"
    r"|(?:risen|climbed|jumped|grown|increased|swelled|rising|climbing) to|revis(?:ed|ing)|now (?:stands?|stood|numbers?|numbered|totals?)"
    r"|(?:earlier|previous|initial) (?:death )?(?:toll|count|tally|figure)|(?:have|has|had) now (?:died|been (?:killed|found|confirmed))"
    r"|put the (?:number|toll|count|figure)|more than (?:it|they|he|she) (?:had )?(?:previously )?(?:reported|announced|said))\b"
)
_REPEATING = re.compile(
    r"\b(?:(?:reiterat|repeat)(?:e|es|ed|ing)|again (?:insisted|said|denied|stressed|argued)|(?:insisted|stressed) again)\b"
)
_LOWERED = re.compile(r"\b(?:down from|lower(?:ed|ing)|correcting|revis(?:ed|ing) down)\b")


def cross_links(told: Iterable[Told]) -> list[CrossLink]:
    """The links between claims of different texts that their own words state; the same rows whatever the order of `told`."""
    claims = sorted(set(told), key=_order)
    postings: dict[str, list[int]] = {}
    words: list[frozenset[str]] = []
    for number, claim in enumerate(claims):
        # Who accuses is no part of what is said, and yet of the claim: accused China of ramming its boat.
        words.append(stems(fold(claim.content if claim.speech_act != "accuse" else claim.sentence)))
        for word in words[number]:
            postings.setdefault(word, []).append(number)
    found = [*_same_claims(claims, words)]
    stated: set[tuple[str, str, str, int]] = set()  # one sentence relates to one claim once, however many statements it makes
    for number, claim in sorted(enumerate(claims), key=lambda item: (item[1].article, item[1].start, item[0])):
        relation = _stated_relation(claim)
        if relation is None or not claim.published:
            continue
        target = _told_before(number, relation, claims, words, postings)
        if target is not None and (once := (relation, claim.article, claim.sentence, target)) not in stated:
            stated.add(once)
            found.append(
                CrossLink(
                    relation, (claim.article, claim.key), (claims[target].article, claims[target].key), claim.sentence, f"across_{relation}"
                )
            )
    return sorted(set(found))


def _order(claim: Told) -> tuple[str, str, str, str]:
    return claim.published, claim.article, claim.key, claim.content


def _stated_relation(claim: Told) -> str | None:
    sentence = lower(fold(claim.sentence))
    if _MOVED.search(sentence) and NUMBER.search(sentence):
        return "corrects" if _CORRECTING.search(sentence) else "supersedes" if _LOWERED.search(sentence) else "updates"
    if _CORRECTING.search(sentence):
        return "corrects"
    is_denied_once = claim.speech_act == "deny" and "again denied" not in sentence  # denied it, and repeated something else
    if claim.speech_act in ("echo", "assert", "deny") and not is_denied_once and _REPEATING.search(sentence):
        return "same_claim"
    if claim.speech_act == "deny" or (_DENYING.search(sentence) and claim.speech_act in ("reject", "deny")):
        return "denies"
    return None


class _Wanted:
    """A claim that speaks of an earlier one, and what the earlier one must have."""

    def __init__(self, claim: Told, relation: str, words: frozenset[str]) -> None:
        self.claim = claim
        self.relation = relation
        self.words = words | stems(fold(claim.sentence)) if relation in _MOVING else words
        subject = _OWN_ACT.match(fold(claim.content)) if relation == "denies" else None
        self.side = _names_of(claim) if subject is not None else frozenset()
        self.own_act = stems(subject[1]) if subject is not None and self.side else frozenset()  # denied that they had accepted
        self.numbers = numbers(fold(claim.sentence))

    @cached_property
    def matter(self) -> frozenset[str]:
        """Its words that are no names: sharing names is not sharing a matter."""
        return stems(_NAME_WORD.sub("", fold(self.claim.content)))

    def is_denied(self, earlier: Told, words: frozenset[str], count: int) -> bool:
        """Another voice said most of it, and denied nothing; of what the denier's side itself did, the act and what it was on."""
        if earlier.speech_act == "deny" or _is_one_voice(earlier, self.claim):
            return False
        if self.is_of_own_side(earlier):
            return count >= 2 and (self.own_act <= words or (count >= 3 and count * 2 >= len(self.words)))
        if (
            self.own_act
            and (opening := _OPENING_NAME.match(fold(earlier.content)))
            and lower(opening["the"] or opening["bare"]) not in FUNCTION
        ):
            return False  # what another side did
        return count >= 3 and count * 2 >= len(self.words) and len(self.matter & words) >= 2

    def is_of_own_side(self, earlier: Told) -> bool:
        """Whether the earlier claim speaks of whoever denies: the Front, of the Northern Front."""
        return bool(self.own_act) and any(
            lower(name).startswith(own[:5]) for name in _NAME_WORD.findall(fold(earlier.content)) for own in self.side
        )

    def is_repeated(self, earlier: Told, _words: frozenset[str], count: int) -> bool:
        """The same voice said most of it."""
        return count >= 2 and count * 10 >= 6 * len(self.words) and _is_one_voice(earlier, self.claim)

    def is_corrected(self, earlier: Told, words: frozenset[str], count: int) -> bool:
        """The same voice or publisher said it, or, where a number is corrected, told one."""
        if self.numbers:
            return self._is_counted(earlier, count)
        own = _is_one_voice(earlier, self.claim)
        if earlier.speech_act == "deny" or not (own or earlier.publisher == self.claim.publisher):
            return False
        return count >= (2 if own else 3) and count * 2 >= min(len(self.words), len(words))

    def is_moved(self, earlier: Told, words: frozenset[str], count: int) -> bool:
        """A count of the same was told before: up from 3,100 is no toll if nobody died, but of who told the 3,100 who crossed."""
        if earlier.published == self.claim.published:
            return False
        if COUNTED.isdisjoint(words & self.words):
            stated = self.numbers & numbers(fold(earlier.content))
            if not stated or count - len(stated) < 2 or not _is_one_voice(earlier, self.claim):
                return False
        return self._is_counted(earlier, count)

    def _is_counted(self, earlier: Told, count: int) -> bool:
        """The number stated now was told then, or one that has grown since, or the same voice told another."""
        told = numbers(fold(earlier.content))
        stated = self.numbers & told
        own = _is_one_voice(earlier, self.claim)
        grown = self.relation == "updates" and bool(self.numbers and told) and max(self.numbers) > max(told)
        if own and grown:
            return True  # who told the number of the missing before tells it again
        if count - len(stated) < 2:
            return False
        return bool(stated) or (own and bool(told) and count > 3) or (grown and earlier.publisher == self.claim.publisher)


_MOVING = frozenset(("updates", "supersedes", "corrects"))
_FITS: dict[str, Callable[[_Wanted, Told, frozenset[str], int], bool]] = {
    "denies": _Wanted.is_denied,
    "same_claim": _Wanted.is_repeated,
    "corrects": _Wanted.is_corrected,
    "updates": _Wanted.is_moved,
    "supersedes": _Wanted.is_moved,
}


def _told_before(
    number: int, relation: str, claims: Sequence[Told], words: Sequence[frozenset[str]], postings: dict[str, list[int]]
) -> int | None:
    """The claim of an earlier text that `number` speaks of; None if none shares enough of its words."""
    claim = claims[number]
    wanted, fits = _Wanted(claim, relation, words[number]), _FITS[relation]
    if len(wanted.words) < 2:
        return None
    best: tuple[bool, int, str, int, int] | None = None
    for other, count in _sharing(wanted, claims, postings).items():
        earlier = claims[other]
        if earlier.article == claim.article or not fits(wanted, earlier, words[other], count):
            continue
        # Of the counts told before, the latest is moved.
        rank = (
            wanted.is_of_own_side(earlier),
            count if relation != "updates" else min(count, 2),
            earlier.published,
            -earlier.start,
            -other,
        )
        if best is None or rank > best:
            best = rank
    return -best[4] if best is not None else None


def _sharing(wanted: _Wanted, claims: Sequence[Told], postings: dict[str, list[int]]) -> dict[int, int]:
    """The claims published lately that share its words, and how many."""
    shared: dict[int, int] = {}
    latest = wanted.claim.published
    earliest = _days_before(latest)
    for word in wanted.words:
        numbers_of = postings.get(word, [])
        first = bisect_left(numbers_of, earliest, key=lambda other: claims[other].published)
        for other in numbers_of[first:]:
            if claims[other].published > latest:
                break
            shared[other] = shared.get(other, 0) + 1
    return shared


def _is_one_voice(one: Told, other: Told) -> bool:
    """Whether somebody makes both claims, by the full name or by the family's name alone."""
    return any(
        mine == theirs or mine.endswith(f" {theirs}") or theirs.endswith(f" {mine}") for mine in one.speakers for theirs in other.speakers
    )


def _names_of(claim: Told) -> frozenset[str]:
    """The words of the names of those who deny, as they are known and as the sentence calls them."""
    sentence = fold(claim.sentence)
    denying = _DENYING.search(lower(sentence))
    called = _NAME_WORD.findall(sentence, 0, denying.start()) if denying is not None else []
    known = [word for name in claim.speakers for word in re.findall(r"\w{3,}", fold(name))]
    return frozenset(word for word in map(lower, [*called, *known]) if word not in FUNCTION and not word.endswith("day"))


def _days_before(iso: str) -> str:
    return (date.fromisoformat(iso[:10]) - timedelta(days=_DAYS)).isoformat()


def _same_claims(claims: Sequence[Told], words: Sequence[frozenset[str]]) -> list[CrossLink]:
    """The same words of the same speaker in two texts: a wire reprint, or a speech that several texts quote."""
    groups: dict[tuple[tuple[str, ...], frozenset[str]], list[int]] = {}
    for number, claim in enumerate(claims):
        if claim.speakers and len(words[number]) >= 4:
            groups.setdefault((claim.speakers, words[number]), []).append(number)
    found: list[CrossLink] = []
    for members in groups.values():
        members.sort(key=lambda number: (claims[number].published or "9999", number))
        first = members[0]
        found.extend(
            CrossLink(
                "same_claim",
                (claims[number].article, claims[number].key),
                (claims[first].article, claims[first].key),
                claims[number].content,
                "same_words",
            )
            for number in members[1:]
            if claims[number].article != claims[first].article
        )
    return found


def told(
    reading: Reading, statements: Sequence[Statement], cast: Cast, article: str, published: str, publisher: str | None
) -> list[tuple[Told, Span]]:
    """The statements of one text as other texts see them, each with where it stands."""
    speakers: dict[int, list[str]] = {}
    for speaker in cast.speakers:
        if speaker.actor is not None and cast.actors[speaker.actor].is_named:
            actor = cast.actors[speaker.actor]
            speakers.setdefault(speaker.statement, []).append(actor.reference_id or actor.name)
    rows = []
    for index, statement in enumerate(statements):
        spans = [*statement.content, *(span for span in (statement.cue, statement.source) if span is not None)]
        first, stop = min(span[0] for span in spans), max(span[1] for span in spans)
        begin = reading.sentences[reading.sentence_of(reading.token_at(first))][0]
        end = reading.sentences[reading.sentence_of(reading.token_at(max(first, stop - 1)))][1]
        rows.append(
            (
                Told(
                    article,
                    published,
                    publisher,
                    str(index),
                    first,
                    tuple(sorted(speakers.get(index, ()))),
                    statement.speech_act,
                    " ".join(reading.text[a:b] for a, b in statement.content),
                    reading.text[reading.starts[begin] : reading.ends[end - 1]],
                ),
                (first, stop),
            )
        )
    return rows
