"""Issues: which positions are about the same proposal, demand or question, in one text and across texts.

Belongs here: what an issue is called, whose it is, and when two of them are one, by what the texts say. Does not belong here: stances
(`position`), links between claims (`claim`), and any guess from likeness alone: issues that only may be one stay apart.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from transforms import lexicon
from transforms.text.actors.cast import Cast, mentions_in
from transforms.text.links.stem import stems
from transforms.text.links.web import DENYING, Link
from transforms.text.positions.position import Position
from transforms.text.reading import Reading
from transforms.text.statements.statement import Span, Statement

_KINDS: dict[str, frozenset[str]] = {noun: frozenset(kinds.split()) for noun, kinds, _ in lexicon.rows("issue_nouns")}
_PARTIAL = frozenset(word for word, use in lexicon.rows("stance_helpers") if use == "partial")
# One proposal is called "the Egyptian proposal", "the plan" and "Cairo's initiative" in turn: they are one family.
_FAMILIES: dict[str, str] = {noun: family for noun, _, family in lexicon.rows("issue_nouns") if family != "-"}
_SHARED = frozenset(_FAMILIES.values())
_TAKEN_UP = frozenset(("the", "this", "that", "such", "it", "its", "their"))
_ANY = frozenset(("any", "every", "no", "some"))
_PRONOUNS = frozenset(("it", "this", "that", "them", "anything"))
_WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")
_EMPTY = frozenset(("other", "further", "mor", "ani", "such", "possibl", "new", "offer", "mak", "accept", "giv"))
_PARTICLES = frozenset(("over", "out", "off", "up", "down", "back", "away"))
_BEHIND_HEADS = (
    _PARTICLES | {word for word, tag in lexicon.rows("pos") if tag in ("F", "o", "T", "Q", "W")} | {"that", "which", "who", "to", "of"}
)
_LOOK_BACK = 60  # issues of a text that a phrase may take up
_NOTHING: Mapping[Span, Span] = MappingProxyType({})
_LONGEST_CLAIM = 800  # characters of a claim that are looked at
_APART = 30  # days after which the same words are taken for something new


class Issue(NamedTuple):
    """What one or more positions of a text are about."""

    family: str  # proposal, truce, deal, or the head noun
    owner: int | None  # index into the cast's actors: whose proposal it is
    words: frozenset[str]  # content words of all its phrases
    positions: tuple[int, ...]  # indices into the positions of the text
    told: Span | None = None  # the claim that it is, where its positions have a pronoun for it


class Topic(NamedTuple):
    """An issue of one text as other texts see it."""

    article: str
    published: str  # ISO day, or "" where it is not known
    number: int  # which issue of its text
    family: str
    owner: str | None  # id of the owner, that means the same in every text
    words: tuple[str, ...]  # sorted


class SameIssue(NamedTuple):
    """An issue of one text, and the first issue of all texts that it is one with."""

    article: str
    number: int
    first_article: str
    first_number: int
    evidence: str


def issues(reading: Reading, positions: Sequence[Position], cast: Cast, pointed: Mapping[Span, Span] = _NOTHING) -> list[Issue]:
    """The issues of one text, in the order in which positions on them appear; each position belongs to exactly one.

    `pointed` has the claims that pronouns stand for: of "denied this", what is denied.
    """
    if not positions:
        return []
    owners = _Owners(cast)
    found: list[tuple[str, int | None, set[str], list[int]]] = []
    claims: dict[int, Span] = {}
    proposed: int | None = None  # the issue that was proposed last
    order = sorted(range(len(positions)), key=lambda index: (positions[index].issue, index))
    begins = [positions[index].issue[0] for index in order]
    group_of: dict[int, int] = {}
    reports: set[int] = set()  # issues that are only denied
    for index in order:
        position = positions[index]
        words = _WORD.findall(reading.folded[slice(*position.issue)].lower())
        claim = pointed.get(position.issue) if len(words) == 1 and words[0] in _PRONOUNS else None
        if claim is not None:
            inside = order[bisect_left(begins, claim[0]) : bisect_left(begins, min(claim[1], claim[0] + _LONGEST_CLAIM))]
            # Who rejects a denial does not reject what it denies.
            denies = any(positions[one].stance == "denies_report" for one in inside)
            group = None if denies else next((group_of[one] for one in inside if one in group_of), None)
            if group is not None:
                found[group][3].append(index)
            else:
                claims[len(found)] = claim
                words = _WORD.findall(reading.folded[claim[0] : min(claim[1], claim[0] + _LONGEST_CLAIM)].lower())
                found.append((_family(head_noun(words)), None, set(stems(" ".join(words))) - _EMPTY, [index]))
            continue
        head = head_noun(words)
        family = head if words and words[0] in _ANY else _family(head)  # any idea is not the idea
        owner = owners.within(position.issue, words)
        if owner is None and position.stance == "proposes" and family == "proposal":
            owner = position.holder
        content = set(stems(" ".join(words))) - _EMPTY
        group = _taken_up(found, words, family, owner, content, reports if position.stance != "denies_report" else set())
        if group is None and position.stance == "denies_report":
            reports.add(len(found))
        if proposed is not None and family == "proposal" and owner is None and words[:1] == ["the"] and len(words) == 2:
            # Proposed a joint committee: who accepts the proposal accepts that, if no other was told since.
            group = max((proposed, group), key=lambda number: -1 if number is None else found[number][3][-1])
        if position.stance == "proposes":
            proposed = len(found) if group is None else group
        group_of[index] = len(found) if group is None else group
        if group is None:
            found.append((family, owner, content, [index]))
            continue
        family_held, owner_held, content_held, members = found[group]
        content_held |= content
        members.append(index)
        found[group] = (family_held, owner_held if owner_held is not None else owner, content_held, members)
    return [
        Issue(family, owner, frozenset(content), tuple(sorted(members)), claims.get(number))
        for number, (family, owner, content, members) in enumerate(found)
    ]


def pointed_claims(statements: Sequence[Statement], links: Sequence[Link]) -> dict[Span, Span]:
    """The claims that the contents of statements stand for, where a link says which: of "denied this", what is denied."""
    found: dict[Span, Span] = {}
    for link in links:
        content = statements[link.source].content
        if link.relation in DENYING and len(content) == 1:
            found.setdefault(content[0], statements[link.target].content[0])
    return found


def _family(head: str) -> str:
    return _FAMILIES.get(head, head)


def head_noun(words: Sequence[str]) -> str:
    """The noun that an issue goes by: "a new round of negotiations" is negotiations, "pull its men out of the valley" is men."""
    for word in words:
        low = word.removesuffix("'s")
        if low in _KINDS and low not in _PARTIAL and not word.endswith("'s"):
            return low
    begin = 1 if words[:1] in (["to"], ["that"]) else 0
    end = next((number for number in range(begin + 1, len(words)) if words[number] in _BEHIND_HEADS), len(words))
    if end == begin + 1 and words[end : end + 1] and words[end] in _PARTICLES:  # hand over its positions in advance
        end = next((number for number in range(end + 1, len(words)) if words[number] in _BEHIND_HEADS), len(words))
    return words[end - 1] if words else ""


def _taken_up(
    found: Sequence[tuple[str, int | None, set[str], list[int]]],
    words: Sequence[str],
    family: str,
    owner: int | None,
    content: set[str],
    reports: set[int],
) -> int | None:
    """Which of the issues before is meant again; nobody accepts one of the `reports`, which are denied."""
    latest = len(found) - 1
    if len(words) == 1 and words[0] in _PRONOUNS:
        near = range(latest, max(-1, latest - _LOOK_BACK), -1)
        return next(
            (number for number in near if found[number][0] in _SHARED), next((number for number in near if number not in reports), None)
        )
    for number in range(latest, max(-1, latest - _LOOK_BACK), -1):
        held_family, held_owner, held_content, _ = found[number]
        if held_family != family:
            continue
        if owner is not None and held_owner is not None:
            if owner == held_owner and (family in _SHARED or content <= held_content or held_content <= content):
                return number
            continue
        if content <= held_content or held_content <= content:
            return number
        if family == "proposal" and words[0] in _TAKEN_UP and len(content) <= 2 and (owner is None or held_owner is None):
            return number
    return None


class _Owners:
    """Whose proposal a phrase says that it is."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast

    @cached_property
    def _demonyms(self) -> dict[str, int]:
        return {
            form.lower(): index
            for index, actor in enumerate(self._cast.actors)
            for form, kind in actor.aliases
            if kind in ("demonym", "metonym")
        }

    def within(self, issue: Span, words: Sequence[str]) -> int | None:
        """The actor named in front of the head: "an Egyptian proposal", "Cairo's plan"; of several the first."""
        first = next(mentions_in(self._cast, issue[0], min(issue[1], issue[0] + 24)), None)
        if first is not None and first[0][1] < issue[1]:
            return first[1]
        return next((self._demonyms[word] for word in (word.removesuffix("'s") for word in words[:3]) if word in self._demonyms), None)


def same_issues(topics: Iterable[Topic]) -> list[SameIssue]:
    """Which issues of different texts are one: the same owner's, or in the same words; the same rows whatever the order of `topics`."""
    rows = sorted(set(topics), key=lambda topic: (topic.published or "9999-12-31", topic))
    groups: dict[tuple[str, str | None], list[tuple[Topic, frozenset[str]]]] = {}
    found = []
    for topic in rows:
        words = frozenset(topic.words)
        keys = [(topic.family, topic.owner)] if topic.owner is not None else [(topic.family, None)]
        first, evidence = topic, ""
        for key in keys:
            for held, held_words in reversed(groups.get(key, [])[-50:]):
                if held.article == topic.article or not _is_near(held, topic):
                    continue
                shared = words & held_words
                if topic.owner is not None and len(shared) >= 2 and topic.family in _SHARED:
                    first, evidence = held, "same owner and words: " + " ".join(sorted(shared))
                elif len(shared) >= 3 and (words <= held_words or held_words <= words):
                    first, evidence = held, "same words: " + " ".join(sorted(shared))
                else:
                    continue
                break
            groups.setdefault(key, []).append((topic, words))
        found.append((topic, first, evidence))
    heads: dict[tuple[str, int], tuple[str, int]] = {}
    same = []
    for topic, first, evidence in found:
        head = heads.get((first.article, first.number), (first.article, first.number))
        heads[topic.article, topic.number] = head
        same.append(SameIssue(topic.article, topic.number, head[0], head[1], evidence))
    return sorted(same)


def _is_near(one: Topic, other: Topic) -> bool:
    if not one.published or not other.published:
        return False
    return abs(date.fromisoformat(other.published[:10]).toordinal() - date.fromisoformat(one.published[:10]).toordinal()) <= _APART


def topics(found: Sequence[Issue], cast: Cast, article: str, published: str) -> list[Topic]:
    """The issues of one text as other texts see them."""
    rows = []
    for number, issue in enumerate(found):
        actor = cast.actors[issue.owner] if issue.owner is not None else None
        owner = (actor.reference_id or actor.name) if actor is not None and actor.is_named else None
        rows.append(Topic(article, published, number, issue.family, owner, tuple(sorted(issue.words))))
    return rows
