"""The cast of one text as records: its actors, where they are mentioned, what roles they are given, and who makes each statement.

Belongs here: what the cast tells its readers. Does not belong here: how it is made (`mention.cast`).
"""

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from transforms.text.statements.statement import Span


class Actor(NamedTuple):
    """Somebody or something of one text that speaks, acts or is counted."""

    name: str  # canonical name, or the description of an unnamed source: "two Egyptian security sources"
    kind: str  # person, state, government, armed_group, organization, media, igo, role, unnamed_source, group, place ...
    is_named: bool
    reference_id: str | None  # id in the reference file, where the name is known there
    country: str | None  # ISO 3166-1 alpha-3
    sectors: tuple[str, ...]  # PLOVER
    aliases: tuple[tuple[str, str], ...]  # (name form, kind of form: name, surname, acronym, transliteration, metonym)
    office: str | None = None  # for which organisation a known person speaks on the day of the text, as the reference names it


class Mention(NamedTuple):
    """One mention of an actor. Spans are character offsets into the text read, end exclusive."""

    span: Span
    kind: str  # name, nominal, pronoun, metonym, scare_quote
    actor: int | None  # index into the actors; None = not certain
    method: str  # how it was resolved: exact_name, surname, acronym, alias, pronoun_last_subject, definite_description ...; or why not
    rule: str


class Speaker(NamedTuple):
    """Who makes one statement."""

    statement: int  # index into the statements
    actor: int | None  # index into the actors; None = not certain
    mention: int | None  # index into the mentions
    method: str


class Voice(NamedTuple):
    """What kind of source makes one statement."""

    attribution_type: str  # DOMAIN vocabulary
    speaker_count: int | None  # 2 in "two officials"; None where the text does not say
    anonymity_reason: str | None  # "on condition of anonymity because he was not authorised to speak"
    addressee: int | None  # index into the actors


class Affiliation(NamedTuple):
    """A role that the text gives to somebody."""

    actor: int
    organisation: int | None
    relation: str  # member, spokesperson, leader, official, minister, ...
    role_title: str
    span: Span
    rule: str


class Cast(NamedTuple):
    """Everybody of one text: its actors, where they are mentioned, what roles they are given and who makes each statement."""

    actors: list[Actor]
    mentions: list[Mention]  # in text order
    affiliations: list[Affiliation]
    speakers: list[Speaker]  # one or more a statement
    voices: list[Voice]  # one a statement, in order


def mentions_in(cast: Cast, first: int, stop: int) -> Iterator[tuple[Span, int]]:
    """The mentions that begin from the character `first` on and before `stop`, each with the actor that it means."""
    mentions = cast.mentions
    for number in range(bisect_left(mentions, first, key=_begin), len(mentions)):
        span, _, actor, _, _ = mentions[number]
        if span[0] >= stop:
            return
        if actor is not None:
            yield span, actor


def _begin(mention: Mention) -> int:
    return mention.span[0]
