"""Players: the actors of one text while it is being read, and where they have been met.

Belongs here: what is kept of a player, and which common nouns may take it up. Does not belong here: finding players (`naming`) and
telling whom words mean (`meaning`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from transforms.text.actors.nouns import NOUNS, ORGANS, TITLES, gender_of, words_of
from transforms.text.actors.phrase import COUNTS
from transforms.text.reading import Reading
from transforms.text.tag import tags

PEOPLE_KINDS = frozenset(("person", "role", "unnamed_source", "unknown"))
STATE_KINDS = frozenset(("state", "government", "military", "court"))
BODY_KINDS = frozenset(
    (
        "state",
        "government",
        "armed_group",
        "military",
        "igo",
        "ngo",
        "party",
        "media",
        "company",
        "court",
        "organization",
        "unknown",
        "document",
        "people",
    )
)


@dataclass(slots=True, eq=False)
class Player:
    """An actor while the text is being read."""

    name: str
    kind: str
    named: bool = True
    entry: int = -1
    country: str | None = None
    sectors: tuple[str, ...] = ()
    aliases: dict[str, str] = field(default_factory=dict)
    gender: str = "-"
    plural: bool = False
    count: int | None = None
    nouns: set[str] = field(default_factory=set)  # groups of the common nouns that it is called by
    organs: set[str] = field(default_factory=set)  # groups of the organisation nouns that it is called by
    voice: str = "unknown"  # attribution type of what it says
    anonymity: str | None = None
    ties: list["Player"] = field(default_factory=list)  # organisations it belongs to
    described: bool = False  # its role has been looked for
    index: int = -1  # among the actors of the text, in the end


@dataclass(slots=True, eq=False)
class Seen:
    """A mention while the text is being read."""

    first: int
    stop: int
    kind: str
    player: Player | None
    method: str
    rule: str
    index: int = -1


@dataclass(slots=True, eq=False)
class Trace:
    """That somebody was spoken of at a token; `spoke`: as the source of a statement."""

    sentence: int
    token: int
    player: Player
    spoke: bool


@lru_cache(maxsize=4096)
def traits(name: str, kind: str, role: str | None) -> tuple[str, frozenset[str], frozenset[str]]:
    """What the reference tells of an actor: gender, groups of the common nouns for it, and of those for organisations."""
    words = name.split()
    if kind == "person":
        return gender_of(words, []), frozenset(_role_nouns(role)), frozenset()
    return "-", frozenset(), frozenset(organ_groups(kind, words))


def title_noun(word: str) -> str:
    title = TITLES.get(word)
    if title is not None:
        return title.noun if title.role == "title" else ""
    noun = NOUNS.get(word.lower())
    return "" if noun is None else noun.lemma


def add_noun(player: Player, lemma: str) -> None:
    noun = NOUNS.get(lemma)
    if noun is not None:
        player.nouns.add(noun.group)
    else:
        player.nouns.add(lemma)


def _role_nouns(role: str | None) -> set[str]:
    """The groups of the common nouns in a role as the reference writes it."""
    return {NOUNS[word].group for word in (role or "").lower().replace(",", " ").split() if word in NOUNS and not NOUNS[word].plural}


_GROUPS_OF_KIND = {
    "armed_group": ("group",),
    "state": ("country",),
    "media": ("media",),
    "igo": ("organisation", "agency", "body"),
    "ngo": ("organisation", "group"),
    "party": ("party", "group"),
    "company": ("company", "organisation"),
    "military": ("army",),
    "court": ("court",),
    "organization": ("organisation", "group", "party"),
}


def organ_groups(kind: str, words: list[str]) -> set[str]:
    """The groups of organisation nouns that may take up a name of this kind and these words."""
    found = set(_GROUPS_OF_KIND.get(kind, ()))
    if kind in {"government", "military", "court", "igo", "organization", "ngo"}:
        for at, word in enumerate(words):
            if word == "Campaign" and at + 1 < len(words):
                continue
            organ = ORGANS.get(word.lower())
            if organ is not None and organ.kind not in {"armed_group", "state"}:
                found.add(organ.group)
    return found


_PROPER = words_of("proper")  # nouns for people that English writes with a capital


def lower_first(reading: Reading, first: int, stop: int, at: Mapping[int, int]) -> str:
    """Tokens as printed on one line; a sentence's capital on a common first word is made small. `at`: where names begin."""
    text = " ".join(reading.surface(first, stop).split())
    word = reading.words[first]
    low = reading.lows[first]
    if (
        first not in at
        and low not in _PROPER
        and word[0].isupper()
        and (low in COUNTS or low in NOUNS or low in ORGANS or tags(reading)[first] not in "XL")
    ):
        text = text[0].lower() + text[1:]
    return text
