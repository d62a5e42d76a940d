"""The reference: who is known before a text is read, compiled from rows that users edit.

Belongs here: the rows as records, and the forms that lead to them. Does not belong here: reading the file (callers pass its
rows), and what a form means in one text (`name`, `mention`).
"""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, NamedTuple

from transforms.text.reading import read

# How far a kind of form is trusted: where two rows claim one form, the better kind wins, and a tie belongs to nobody. Local forms
# (Congress, Supreme Court) mean the row whose country a text speaks of: several rows may claim one.
_TRUST = {"name": 0, "acronym": 1, "transliteration": 1, "demonym": 2, "surname": 3, "metonym": 4, "local": 5}
FORM_KINDS = tuple(_TRUST)
_LONGEST = 12


class Known(NamedTuple):
    """One row of the reference."""

    id: str
    name: str
    kind: str
    country: str | None  # ISO 3166-1 alpha-3
    sectors: tuple[str, ...]
    aliases: tuple[tuple[str, str], ...]  # (form, kind of form), the name itself left out
    valid_from: str | None
    valid_to: str | None
    role: str | None
    organisation: str | None
    wikidata: str | None


class Form(NamedTuple):
    """What one form of words leads to."""

    entry: int  # index into the entries
    kind: str  # name, surname, acronym, transliteration, metonym, demonym, local
    rivals: tuple[int, ...] = ()  # the other entries that a local form may mean


@dataclass(frozen=True, slots=True)
class Reference:
    """Known actors and the forms that lead to them. Build it with `compile_reference`; never change it."""

    entries: tuple[Known, ...] = ()
    forms: Mapping[str, Form] = field(default_factory=dict)  # tokens joined by one blank, as folded
    longest: Mapping[str, int] = field(default_factory=dict)  # first token -> tokens of the longest form that begins with it
    states: Mapping[str, int] = field(default_factory=dict)  # alpha-3 -> entry of the state
    organisations: Mapping[str, int] = field(default_factory=dict)  # name in lower case -> entry, for what `organisation` says
    clashes: tuple[tuple[str, str, str], ...] = ()  # a form, and the ids of two rows that claim it alike: it leads to neither
    inner: Mapping[str, frozenset[str]] = field(default_factory=dict)  # token of a form -> the tokens that may stand before it there
    memo: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)  # runs of names read before, bounded by `name`


def compile_reference(rows: Sequence[Mapping[str, str]]) -> Reference:
    """The reference of `rows`, each with the columns of `seeds/reference/actors.csv`.

    Raises:
        ValueError: an id is missing or stands twice, a name is missing, or an alias has an unknown kind; the message tells which.
    """
    entries: list[Known] = []
    seen: set[str] = set()
    for number, row in enumerate(rows, 1):
        entry = _entry(row, number)
        if entry.id in seen:
            raise ValueError(f"reference row {number}: the id {entry.id!r} stands twice")
        seen.add(entry.id)
        entries.append(entry)
    forms: dict[str, Form] = {}
    rivals: dict[str, int] = {}
    for index, entry in enumerate(entries):
        for text, kind in ((entry.name, "name"), *entry.aliases):
            for key in _keys(text):
                held = forms.get(key)
                if held is None or _TRUST[kind] < _TRUST[held.kind]:
                    forms[key] = Form(index, kind)
                    rivals.pop(key, None)
                elif held.entry != index and kind == held.kind == "local":
                    forms[key] = held._replace(rivals=(*held.rivals, index))
                elif held.entry != index and _TRUST[kind] == _TRUST[held.kind]:
                    rivals[key] = index
    clashes = tuple((key, entries[forms[key].entry].id, entries[index].id) for key, index in rivals.items())
    for key in rivals:
        del forms[key]
    longest: dict[str, int] = {}
    inner: dict[str, set[str]] = {}
    for key in forms:
        tokens = key.split(" ")
        longest[tokens[0]] = max(longest.get(tokens[0], 0), len(tokens))
        for before, token in pairwise(tokens):
            inner.setdefault(token, set()).add(before)
    inside = {token: frozenset(before) for token, before in inner.items()}
    states = {entry.country: index for index, entry in enumerate(entries) if entry.kind == "state" and entry.country}
    organisations = {
        form.casefold(): index
        for index, entry in enumerate(entries)
        if entry.kind != "person"
        for form in (*(alias for alias, kind in entry.aliases if kind != "local"), entry.name)
    }
    return Reference(tuple(entries), forms, longest, states, organisations, clashes=clashes, inner=inside)


def _entry(row: Mapping[str, str], number: int) -> Known:
    cells = {key: (value or "").strip() for key, value in row.items()}
    identifier, name = cells.get("id", ""), cells.get("name", "")
    if not identifier or not name:
        raise ValueError(f"reference row {number}: an actor needs an id and a name, got {identifier!r} and {name!r}")
    aliases: list[tuple[str, str]] = []
    for part in filter(None, (piece.strip() for piece in cells.get("aliases", "").split(";"))):
        kind, colon, text = part.partition(":")
        if not colon:
            kind, text = "name", part
        if kind not in _TRUST:
            raise ValueError(
                f"reference row {number} ({identifier}): unknown kind of alias {kind!r} in {part!r}; kinds: {', '.join(FORM_KINDS)}"
            )
        aliases.append((text.strip(), kind))
    sectors = tuple(filter(None, (sector.strip() for sector in cells.get("sectors", "").split(";"))))

    def cell(key: str) -> str | None:
        return cells.get(key) or None

    return Known(
        identifier, name, cells.get("kind") or "unknown", cell("country"), sectors, tuple(aliases),
        cell("valid_from"), cell("valid_to"), cell("role"), cell("organisation"), cell("wikidata"),
    )  # fmt: skip


def _keys(text: str) -> list[str]:
    """The spellings under which `text` is found: as written, without accents, and with the Arabic article as headlines print it."""
    words = read(text).words[:_LONGEST]
    if not words:
        return []
    written = " ".join(words)
    found = [written]
    plain = "".join(part for part in unicodedata.normalize("NFKD", written) if not unicodedata.combining(part))
    if plain != written:
        found.append(plain)
    for key in list(found):
        if key.startswith(("al-", "el-")):
            found.append(key[0].upper() + key[1:])
        if key.startswith("The ") and key.count(" ") > 1:
            found.append(key[4:])
    return list(dict.fromkeys(found))


EMPTY = Reference()
