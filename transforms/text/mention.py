"""Mentions: who is named, described or referred to, and which actor of the text each mention means.

Belongs here: the cast of one text, from the names that `name` finds, the phrases that `phrase` cuts and the statements. Does not
belong here: what a name is (`name`), what a phrase looks like (`phrase`), and identity across texts, which is the reference's.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from transforms import lexicon
from transforms.text.name import GIVEN, HEADS, NOUNS, ORGANS, TITLES, PREFIXES, Name, Noun, gender_of, names
from transforms.text.phrase import COUNTS, DOCUMENTS, PRONOUNS, Part, parts, units
from transforms.text.reading import Reading
from transforms.text.reference import EMPTY, Reference
from transforms.text.statement import Span, Statement
from transforms.text.tag import tags


class Actor(NamedTuple):
    """Somebody or something of one text that speaks, acts or is counted."""

    name: str  # canonical name, or the description of an unnamed source: "two Egyptian security sources"
    kind: str  # person, state, government, armed_group, organization, media, igo, role, unnamed_source, group, place ...
    is_named: bool
    reference_id: str | None  # id in the reference file, where the name is known there
    country: str | None  # ISO 3166-1 alpha-3
    sectors: tuple[str, ...]  # PLOVER
    aliases: tuple[tuple[str, str], ...]  # (name form, kind of form: name, surname, acronym, transliteration, metonym)


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
    mentions: list[Mention]
    affiliations: list[Affiliation]
    speakers: list[Speaker]  # one or more a statement
    voices: list[Voice]  # one a statement, in order


def cast(reading: Reading, statements: Sequence[Statement], reference: Reference = EMPTY) -> Cast:
    """Everybody of `reading`, and who makes each of `statements`; `reference` holds who is known before the text is read."""
    if not reading.words:
        return Cast([], [], [], [], [])
    return _Stage(reading, statements, reference).cast()


@dataclass(slots=True, eq=False)
class _Player:
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
    ties: list["_Player"] = field(default_factory=list)  # organisations it belongs to
    described: bool = False  # its role has been looked for
    index: int = -1


@dataclass(slots=True, eq=False)
class _Seen:
    """A mention while the text is being read."""

    first: int
    stop: int
    kind: str
    player: _Player | None
    method: str
    rule: str
    index: int = -1


class _Trace(NamedTuple):
    """That somebody was spoken of at a token; `spoke`: as the source of a statement."""

    sentence: int
    token: int
    player: _Player
    spoke: bool


_ANONYMOUS = re.compile(
    r"on (?:the )?condition of (?:strict )?anonymity|(?:not|declin\w+) to be (?:named|identified)|request\w* anonymity|(?:speaking|spoke) anonymously"
    r"|who (?:was|were|is|are) not (?:authori[sz]ed|allowed|permitted) to (?:speak|comment|discuss|talk|brief)|withheld (?:his|her|their) names?"
)
_REASON = re.compile(r"[^.;\"\n]{0,200}")
_DEFINITE = re.compile(r"d[JNEGXnS]{0,4}[NSzbV]")
_THE = frozenset(("the", "this", "these", "those", "that", "both"))
_PEOPLE_KINDS = frozenset(("person", "role", "unnamed_source", "unknown"))
_BODY_KINDS = frozenset(
    "state government armed_group military igo ngo party media company court organization unknown document people".split()
)
_PLACE_BEFORE = frozenset(
    "in at near from to of around outside inside into through visited visiting for toward towards via across over within off north south east"
    " west leaving reaching".split()
)
_WHERE = frozenset(("in", "at", "near", "outside", "inside", "across", "around", "based"))
_NARRATED = frozenset("propose accept reject set_condition demand support promise order threaten announce condemn appeal".split())
# Nouns that take up any organisation of their group; others (commission, court, ministry) only one that has them in its name.
_GENERAL = frozenset(
    "group groups faction movement militia rebels insurgents militants guerrillas separatists jihadists fighters army military troops forces police"
    " agency body organisation organization charity watchdog ngo company firm country nation state kingdom emirate government administration authorities"
    " party media newspaper paper daily network channel broadcaster outlet station agency newswire bloc alliance coalition association regime junta navy"
    " parliament gang cartel paramilitaries extremists islamists gunmen terrorists resistance force mission".split()
)
_BACK = 8  # sentences that a pronoun may look back
_TRACES = 120  # mentions that a description may look back
_PLAIN = frozenset("the this that these those both same two three four five six seven eight nine ten other unnamed anonymous".split())
_COMMON = lexicon.words("pos")
_MANY = frozenset(
    noun
    for noun, organ in ORGANS.items()
    if organ.kind in {"armed_group", "organization", "company", "state", "party"} and noun.endswith("s")
) | {"ministries", "governments", "courts", "embassies"}
_ONE = frozenset(("one", "another", "other", "second", "first"))
_ARTICLE = frozenset(("a", "an", "another"))


class _Stage:
    """One text while its cast is being made out."""

    def __init__(self, reading: Reading, statements: Sequence[Statement], reference: Reference) -> None:
        self.reading = reading
        self.statements = statements
        self.reference = reference
        self.names = names(reading, reference)
        self.at = {name.first if name.title is None else name.title[0]: number for number, name in enumerate(self.names)}
        self.players: list[_Player] = []
        self.seen: list[_Seen] = []
        self.by_entry: dict[int, _Player] = {}
        self.by_text: dict[str, _Player] = {}
        self.by_organ: dict[tuple[int, str], _Player] = {}
        self.surnames: dict[str, list[_Player]] = {}
        self.given: dict[str, list[_Player]] = {}
        self.who: list[_Player | None] = [None] * len(self.names)
        self.how: list[str] = [""] * len(self.names)
        self.shown: list[_Seen | None] = [None] * len(self.names)
        self.affiliations: list[tuple[_Player, _Player | None, str, str, int, int, str]] = []
        self.traces: list[_Trace] = []
        self.heard: dict[int, tuple[int, str]] = {}  # first token of a source -> a statement of it, and what it reads as
        self.told: set[int] = set()  # names that stand as addressees
        self.sentence = 0
        self.sources = [None if statement.source is None else self._tokens(statement.source) for statement in statements]
        self.spoken: list[list[tuple[_Player | None, _Seen | None, str]]] = [[] for _ in statements]
        self.voices: list[tuple[str, int | None]] = [("unknown", None)] * len(statements)

    def _tokens(self, span: Span) -> tuple[int, int] | None:
        """The tokens of a span of characters; None where it holds none."""
        first = self.reading.token_at(span[0])
        stop = min(self.reading.token_at(span[1] - 1) + 1, len(self.reading))
        return (first, stop) if first < stop and self.reading.starts[first] < span[1] else None

    def cast(self) -> Cast:
        """The whole cast."""
        self._name_players()
        self._walk()
        self._anonymity()
        return self._result()

    # -- names ---------------------------------------------------------------------------------------------------------------------

    def _name_players(self) -> None:
        """Give every name of the text its actor, where it has one."""
        speaking: set[int] = set()
        leading: set[int] = set()  # names that a source begins with: Kyiv, not the official in Kyiv
        for bounds in self.sources:
            if bounds is not None:
                leading.update(self.at[token] for token in (bounds[0], bounds[0] + 1) if token in self.at and token < bounds[1])
                speaking.update(self.at[token] for token in range(bounds[0], min(bounds[1], bounds[0] + 60)) if token in self.at)
        for statement in self.statements:
            if statement.addressee is not None:
                token = self.reading.token_at(statement.addressee[0])
                self.told.update(self.at[one] for one in (token, token + 1) if one in self.at)
        speaking |= self.told
        headlines = self._headlines()
        later: list[int] = []
        undecided: dict[str, int] = {}  # last word -> a name of several words of which nothing shows what it is
        for number, name in enumerate(self.names):
            kind = name.kind
            single = name.stop - name.first == 1
            if kind == "known":
                entry = self.reference.entries[name.entry]
                if name.method == "surname_reference":
                    later.append(number)
                elif name.method == "demonym" or (
                    (name.method == "metonym" or entry.kind == "place") and number not in leading and not self._is_metonym(name)
                ):
                    continue
                else:
                    self._set(number, self._known(name.entry), name.method)
                    self._acronym(number)
                    if entry.kind == "person" and not single:
                        self._family(name.text, self._known(name.entry))
            elif kind == "organ":
                self._set(number, self._organ(name.entry, " ".join(self.reading.lows[name.first + 1 : name.stop])), "state_and_organ")
            elif kind == "title":
                continue
            elif single or (kind == "maybe" and any(name.first < at < name.stop for at in headlines)):
                later.append(number)
            elif kind in {"maybe", "organization"} and name.first in headlines and number not in speaking:
                later.append(number)
            else:
                self._settle(number, name, speaking)
                if self.who[number] is None and kind == "maybe":
                    undecided.setdefault(name.text.rpartition(" ")[2], number)
        for number in later:
            name = self.names[number]
            if number in speaking and name.kind == "maybe" and name.text not in self.surnames and name.text in undecided:
                self._person(undecided[name.text], self.names[undecided[name.text]], "surname_speaks")
            self._resolve_short(number, self.names[number], number in speaking, headlines)

    def _headlines(self) -> set[int]:
        """The tokens that stand in a headline: a line in capitals without a stop, where a capital shows no name."""
        classes, words = tags(self.reading), self.reading.words
        found: set[int] = set()
        for first, stop in self.reading.paragraphs:
            if (
                stop - first < 40
                and words[stop - 1] not in ".!?\"'"
                and classes.count("X", first, stop) * 5 > (stop - first) * 3
                and stop - first > 3
            ):
                found.update(range(first, stop))
        return found

    def _is_metonym(self, name: Name) -> bool:
        """Whether a capital stands for its government here: the subject of a verb, or one of two sides."""
        lows, classes = self.reading.lows, tags(self.reading)
        before = lows[name.first - 1] if name.first else ""
        after = classes[name.stop] if name.stop < len(lows) else "."
        if before in _PLACE_BEFORE:
            return False
        if before in {"between", "with", "by", "against"}:
            return True
        return after in "VIHMKE" and lows[name.stop] != "based"

    def _set(self, number: int, player: _Player, method: str) -> None:
        self.who[number] = player
        self.how[number] = method

    def _known(self, entry: int) -> _Player:
        player = self.by_entry.get(entry)
        if player is None:
            row = self.reference.entries[entry]
            player = _Player(row.name, row.kind, entry=entry, country=row.country, sectors=row.sectors)
            player.voice = {"person": "named_person", "media": "media_report"}.get(row.kind, "named_org")
            words = row.name.split()
            if row.kind == "person":
                player.gender = gender_of(words, [])
                player.nouns = _role_nouns(row.role)
            else:
                player.organs = _organ_groups(row.kind, words)
            self.by_entry[entry] = player
            self.players.append(player)
        return player

    def _new(self, name: str, kind: str, voice: str, **features: object) -> _Player:
        player = _Player(name, kind, voice=voice, **features)  # type: ignore[arg-type]
        self.players.append(player)
        return player

    def _organ(self, state: int, words: str) -> _Player:
        """The organ of a state: "Egypt's foreign ministry", however it is spelled."""
        words = words.replace("defense", "defence").removeprefix("'s ")
        last = words.rpartition(" ")[2]
        organ = ORGANS.get(words) or ORGANS.get(last)
        if words.startswith("ministry of "):
            field_ = (
                words.removeprefix("ministry of ")
                .removeprefix("the ")
                .replace("foreign affairs", "foreign")
                .replace("national defence", "defence")
            )
            words, organ = f"{field_} ministry", ORGANS["ministry"]
        group = organ.group if organ is not None else words
        if group in {"army", "navy", "police", "government", "parliament"}:
            key = group if group != "navy" else words
        else:
            key = words
        player = self.by_organ.get((state, key))
        if player is None:
            row = self.reference.entries[state]
            noun = {"army": "military"}.get(key, key)
            adjective = next((form for form, kind in row.aliases if kind == "demonym"), row.name)
            name = f"{adjective} {noun}"
            held = self.reference.organisations.get(
                name.casefold(), self.reference.organisations.get(f"{row.name}'s {noun}".casefold(), -1)
            )
            if held >= 0:
                player = self._known(held)
            else:
                player = self._new(
                    name, organ.kind if organ is not None else "government", "media_report" if organ is not None and organ.kind == "media" else "named_org",
                    country=row.country, sectors=organ.sectors if organ is not None else ("GOV",),
                )  # fmt: skip
                player.aliases[f"{row.name}'s {noun}"] = "name"
            player.organs.add(group)
            self.by_organ[state, key] = player
        return player

    def _settle(self, number: int, name: Name, speaking: set[int]) -> None:
        """The actor of a name of several words that the reference does not have, where the text shows that it is one."""
        text = self.reading.surface(name.first, name.stop)
        held = self.by_text.get(name.text)
        if held is not None:
            self._set(number, held, "exact_name")
            return
        family = self.surnames.get(name.text)
        if family is not None and len(family) == 1:
            self._set(number, family[0], "surname")  # Abu Hilal
            return
        kind, why = ("person", name.method) if name.kind == "person" else ("", "")
        if name.kind == "organization":
            kind, why = self._head_kind(name), "head_noun"
        if not kind:
            kind, why = self._context(number, name)
        if not kind and number in speaking:
            plain = any(word.lower() in _COMMON for word in name.text.split(" "))
            kind, why = "unknown" if plain or name.stop - name.first > 4 else "person", "speaks"
        if not kind:
            return
        if kind == "organization" and number in self.told:
            kind = "media"
        if kind == "person":
            self._person(number, name, why)
            return
        words = name.text.split(" ")
        player = self._new(text, kind, "media_report" if kind == "media" else "named_org", organs=_organ_groups(kind, words))
        player.sectors = next((found[1] for found in map(HEADS.get, reversed(words)) if found), ())
        self.by_text[name.text] = player
        self._set(number, player, why)
        self._acronym(number)

    def _person(self, number: int, name: Name, why: str) -> None:
        """The person of a full name: a new one, or one whose name was printed in another form before."""
        words = name.text.split(" ")
        text = self.reading.surface(name.first, name.stop)
        for one in self.surnames.get(words[-1], ()):
            if one.name.split(" ")[0] == words[0] or (one.name == words[-1] and one.entry < 0):
                if one.name == words[-1]:
                    one.name = text
                self.by_text[name.text] = one
                self._set(number, one, "name_variant")
                return
        player = self._new(text, "person", "named_person", gender=gender_of(words, self._title_words(name)))
        self._family(name.text, player)
        self.by_text[name.text] = player
        self._set(number, player, why)

    def _head_kind(self, name: Name) -> str:
        words = self.reading.words[name.first : name.stop]
        if "of" in words and words[0] in HEADS:
            return HEADS[words[0]][0]
        for word in reversed(words):
            found = HEADS.get(word)
            if found is not None:
                return found[0]
        return "organization"

    def _title_words(self, name: Name) -> list[str]:
        if name.title is not None:
            return self.reading.words[name.title[0] : name.title[1]]
        before = self.reading.lows[name.first - 1] if name.first else ""
        return [before] if before in NOUNS else []

    def _family(self, text: str, player: _Player) -> None:
        words = text.split(" ")
        for last in dict.fromkeys((words[-1], " ".join(words[-2:]) if len(words) > 2 else words[-1])):
            held = self.surnames.setdefault(last, [])
            if player not in held:
                held.append(player)
        held = self.given.setdefault(words[0], [])
        if player not in held:
            held.append(player)

    def _acronym(self, number: int) -> None:
        """`X (ABC)`: from here on ABC is X."""
        name, words = self.names[number], self.reading.words
        if name.stop + 2 < len(words) and words[name.stop] == "(" and words[name.stop + 2] == ")":
            short = words[name.stop + 1]
            player = self.who[number]
            if player is not None and 1 < len(short) <= 8 and sum(map(str.isupper, short)) * 2 > len(short):
                player.aliases.setdefault(short, "acronym")
                self.by_text.setdefault(short, player)

    def _context(self, number: int, name: Name) -> tuple[str, str]:
        """What the words around a name show it to be."""
        lows, words = self.reading.lows, self.reading.words
        before = lows[name.first - 1] if name.first else ""
        noun = NOUNS.get(before)
        if noun is not None and not (name.first > 1 and words[name.first - 2] == "'s" and noun.role == "people"):
            return "person", "role_before_name"
        organ = ORGANS.get(before)
        if organ is not None and organ.group in {"group", "party", "newspaper", "media", "organisation", "company", "agency"}:
            return organ.kind, "noun_before_name"
        if name.stop + 2 < len(words):
            after = words[name.stop]
            if after == "(" and words[name.stop + 2] == ")" and words[name.stop + 1].isupper() and len(words[name.stop + 1]) > 1:
                return "organization", "acronym_behind_name"
            if after == ",":
                if words[name.stop + 1].isdigit() and 10 < int(words[name.stop + 1][:4]) < 110 and words[name.stop + 2] == ",":
                    return "person", "age"
                if lows[name.stop + 1] in {"a", "an", "the", "who", "whose"} or lows[name.stop + 1] in NOUNS or name.stop + 1 in self.at:
                    kind = ""
                    for at in range(name.stop + 1, min(name.stop + 9, len(words))):
                        low = lows[at]
                        if low in NOUNS or low == "who" or words[at] in TITLES:
                            kind = "person"
                        elif low in ORGANS:
                            kind = ORGANS[low].kind
                        if words[at] in {",", ".", "of", "in", "for", "at", "who", "that", "which"}:
                            break
                    if kind:
                        return kind, "apposition"
            if (
                lows[name.stop] in ORGANS
                and name.stop - name.first == 1
                and ORGANS[lows[name.stop]].group in {"group", "party", "organisation", "media", "company"}
            ):
                return ORGANS[lows[name.stop]].kind, "noun_behind_name"
        if self.reading.words[name.stop - 1].startswith(PREFIXES) and name.stop - name.first > 1 and before not in _PLACE_BEFORE | {"the"}:
            return "person", "arabic_surname"
        if before == "," and name.stop < len(words) and words[name.stop] in {",", "."} and self._noun_before(name.first - 1) >= 0:
            return "person", "role_before_name"
        return "", ""

    def _noun_before(self, comma: int) -> int:
        """The token of the person noun in the phrase that ends at `comma`: "the governor of Borno state,"; -1 where there is none."""
        lows, classes = self.reading.lows, tags(self.reading)
        hung = True
        for at in range(comma - 1, max(-1, comma - 9), -1):
            noun = NOUNS.get(lows[at])
            if noun is not None:
                return at if not noun.plural and (hung or at == comma - 1) else -1
            if classes[at] in "oF":
                hung = True
            elif classes[at] not in "NJXLSdbzs":
                return -1
            else:
                hung = classes[at] in "oF"
        return -1

    def _resolve_short(self, number: int, name: Name, speaks: bool, headlines: set[int]) -> None:
        """The actor of a name of one word: a surname, an acronym, a given name."""
        text = name.text
        held = self.by_text.get(text)
        if held is not None:
            self._set(number, held, "acronym" if text in held.aliases else "exact_name")
            return
        family = self.surnames.get(text) or (self.surnames.get(text.partition("-")[2]) if text.startswith(("al-", "Al-")) else None)
        if family:
            title = [TITLES[word].gender for word in self._title_words(name) if word in TITLES and TITLES[word].gender != "-"]
            if len(family) > 1 and title:
                family = [one for one in family if one.gender == title[0]] or [one for one in family if one.gender == "-"]
            if name.entry >= 0 and len(family) > 1:
                family = [one for one in family if one.entry == name.entry] or family
            if len(family) == 1:
                self._set(number, family[0], "surname")
                family[0].aliases.setdefault(text, "surname")
                if title and family[0].gender == "-":
                    family[0].gender = title[0]
            else:
                self.how[number] = "ambiguous_surname"
            return
        if name.entry >= 0:
            self._set(number, self._known(name.entry), "surname_reference")
            return
        if name.kind == "person":
            player = self._new(
                self.reading.surface(name.first, name.stop), "person", "named_person", gender=gender_of([text], self._title_words(name))
            )
            self._set(number, player, "title_and_name")
            self.by_text[text] = player
            self._family(text, player)
            return
        if name.first in headlines:
            return
        same = self.given.get(text)
        if same is not None and len(same) == 1 and text in GIVEN:
            self._set(number, same[0], "given_name")
            return
        if name.stop - name.first > 1:
            return
        kind, why = self._context(number, name)
        if not speaks and why not in {"role_before_name", "noun_before_name", "noun_behind_name"}:
            return
        low = text.lower()
        if (low in _COMMON and (text.isupper() or self._opens(name.first))) or low in NOUNS or low in ORGANS or low in DOCUMENTS:
            return  # a common word in capitals
        family = self.surnames.get(text.capitalize()) if text.isupper() and len(text) > 3 else None
        if family is not None and len(family) == 1:
            self._set(number, family[0], "surname")  # TAPPER: in a transcript
            return
        if not kind:
            kind, why = ("organization" if text.isupper() and len(text) < 6 else "unknown"), "speaks"
        if kind:
            voice = "named_person" if kind in {"person", "unknown"} else "media_report" if kind == "media" else "named_org"
            player = self._new(self.reading.surface(name.first, name.stop), kind, voice, gender=GIVEN.get(text, "-"))
            if kind not in {"person", "unknown"}:
                player.organs = _organ_groups(kind, [text])
            self.by_text[text] = player
            self._set(number, player, why)

    def _opens(self, token: int) -> bool:
        """Whether a capital is owed to the beginning of a sentence, a quotation or a heading."""
        return token == 0 or tags(self.reading)[token - 1] in '.:"(-' or self.reading.sentences[self.reading.sentence_of(token)][0] == token

    # -- the walk through the text -------------------------------------------------------------------------------------------------

    def _walk(self) -> None:
        """Go through the text in order: names, descriptions, and the sources of statements."""
        events: list[tuple[int, int, int]] = [(bounds[0], 1, number) for number, bounds in enumerate(self.sources) if bounds is not None]
        events.extend((self._unsourced_at(number), 2, number) for number, bounds in enumerate(self.sources) if bounds is None)
        inside = {token for bounds in self.sources if bounds is not None for token in range(bounds[0], min(bounds[1], bounds[0] + 60))}
        lows = self.reading.lows
        for match in _DEFINITE.finditer(tags(self.reading)):
            first, stop = match.span()
            if lows[first] in _THE and first not in inside:
                low = lows[stop - 1]
                if low in ORGANS or low in NOUNS:
                    events.append((first, 0, stop))
        events.sort()
        position = 0
        for token, kind, number in events:
            while position < len(self.names) and self.names[position].first < token:
                self._pass_name(position, inside)
                position += 1
            self._move(token)
            if kind == 0:
                self._nominal(token, number)
            elif kind == 1:
                bounds = self.sources[number]
                assert bounds is not None
                while position < len(self.names) and self.names[position].first < bounds[1]:
                    self._pass_name(position, inside)
                    position += 1
                self._speak(number, bounds)
            else:
                self._continue(number)
        while position < len(self.names):
            self._pass_name(position, inside)
            position += 1

    def _unsourced_at(self, number: int) -> int:
        statement = self.statements[number]
        spans = [*statement.content, *([statement.cue] if statement.cue is not None else [])]
        return self.reading.token_at(min(spans)[0]) if spans else 0

    def _move(self, token: int) -> None:
        sentences = self.reading.sentences
        while self.sentence + 1 < len(sentences) and sentences[self.sentence][1] <= token:
            self.sentence += 1
        while self.sentence > 0 and sentences[self.sentence][0] > token:
            self.sentence -= 1

    def _trace(self, token: int, player: _Player, *, spoke: bool) -> None:
        self.traces.append(_Trace(self.sentence, token, player, spoke))

    def _pass_name(self, number: int, inside: set[int]) -> None:
        """Put the name `number` on record, with what stands beside it."""
        name = self.names[number]
        player = self.who[number]
        if player is None:
            if self.how[number]:
                self._see(name.first, name.stop, "name", None, self.how[number], "name")
            elif name.method == "demonym" and name.first not in inside:
                self._demonym(name)
            return
        self._move(name.first)
        self.shown[number] = self._see(
            name.first, name.stop, "metonym" if self.how[number] == "metonym" else "name", player, self.how[number], "name"
        )
        self._trace(name.first, player, spoke=False)
        if player.kind == "person" and not player.described and (name.stop - name.first > 1 or name.title is not None):
            player.described = True
            self._roles(number, name, player)
        elif player.kind == "state" and name.stop + 1 < len(self.reading) and self.reading.words[name.stop] == "'s":
            stop = self._organ_behind(name.stop + 1)
            if stop and name.first not in inside:
                organ = self._organ(player.entry, " ".join(self.reading.lows[name.stop + 1 : stop])) if player.entry >= 0 else None
                if organ is not None:
                    self._see(name.first, stop, "nominal", organ, "state_and_organ", "possessive")
                    self._trace(name.first, organ, spoke=False)

    def _organ_behind(self, first: int) -> int:
        """The end of "foreign ministry" at `first`; 0 where there is none."""
        lows, classes = self.reading.lows, tags(self.reading)
        for at in range(first, min(first + 3, len(lows))):
            organ = ORGANS.get(lows[at])
            if (
                organ is not None
                and organ.kind not in {"state", "armed_group", "organization", "company"}
                and self.reading.words[at].islower()
            ):
                if at + 1 < len(lows) and (lows[at + 1] in NOUNS or lows[at + 1] in ORGANS) and lows[at + 1] not in DOCUMENTS:
                    if lows[at + 1] in ORGANS:
                        continue
                    return 0
                return at + 1
            if classes[at] not in "JN":
                return 0
        return 0

    def _demonym(self, name: Name) -> None:
        """`Qatari mediators` speak for Qatar, `the Egyptian army` is Egypt's."""
        stop = self._organ_behind(name.stop)
        lows = self.reading.lows
        self._move(name.first)
        if stop:
            player = self._organ(name.entry, " ".join(lows[name.stop : stop]))
            self._see(name.first, stop, "nominal", player, "state_and_organ", "demonym_and_noun")
            self._trace(name.first, player, spoke=False)
            return
        classes = tags(self.reading)
        for at in range(name.stop, min(name.stop + 3, len(lows))):
            noun = NOUNS.get(lows[at])
            if (
                noun is not None
                and noun.plural
                and noun.role in {"source", "role", "office"}
                and noun.relation != "employee"
                or lows[at] == "side"
            ):
                player = self._known(name.entry)
                self._see(name.first, at + 1, "nominal", player, "demonym", "demonym_and_noun")
                self._trace(name.first, player, spoke=False)
                return
            if classes[at] not in "JNX":
                return

    def _see(self, first: int, stop: int, kind: str, player: _Player | None, method: str, rule: str) -> _Seen:
        seen = _Seen(first, stop, kind, player, method, rule)
        self.seen.append(seen)
        return seen

    def _nominal(self, first: int, stop: int) -> None:
        """A description that does not speak: the group, the Islamist group, the minister."""
        phrase = units(self.reading, first, stop, self.names, self.at, self.reference)
        found = parts(phrase, self.reading.lows)
        if len(found) != 1 or found[0].kind not in {"nominal", "organ"}:
            return
        player, method = self._definite(found[0])
        if player is None and found[0].kind == "organ":
            organ = self._organ_of(found[0])
            if organ is not None:
                player, method = organ
        if player is None:
            self._see(first, stop, "nominal", None, method, "definite_description")
            return
        self._see(first, stop, "nominal", player, method, "definite_description")
        self._trace(first, player, spoke=False)

    # -- roles ---------------------------------------------------------------------------------------------------------------------

    def _roles(self, number: int, name: Name, player: _Player) -> None:
        """What the words beside a person's name say of the person."""
        lows, words = self.reading.lows, self.reading.words
        begin = name.first
        title_words: list[str] = []
        if name.title is not None:
            begin = name.title[0]
            title_words = words[name.title[0] : name.title[1]]
            noun = next((noun for noun in map(_title_noun, reversed(title_words)) if noun), "")
            if noun:
                _add_noun(player, noun.rpartition(" ")[2])
                holder = self.who[name.holder] if name.holder >= 0 else None
                if name.holder >= 0 and holder is None and self.names[name.holder].method == "demonym":
                    holder = self._known(self.names[name.holder].entry)
                owner = self._owner_before(begin) if holder is None else None
                relation = NOUNS[noun.rpartition(" ")[2]].relation if noun.rpartition(" ")[2] in NOUNS else "affiliate"
                self._tie(player, holder or owner, relation, self.reading.surface(*name.title), begin, name.stop, "title")
        if player.gender == "-":
            player.gender = gender_of([player.name.split(" ")[0], "x"], title_words)
        # a role in front: Hamas leader X; Israeli army spokesperson Rear Admiral X; the UN's humanitarian chief, X,
        back = begin - 1
        comma = back >= 1 and words[back] == "," and name.stop < len(words) and words[name.stop] in {",", "."}
        if comma:
            back = self._noun_before(back)
        if back >= 0 and lows[back] in NOUNS and not NOUNS[lows[back]].plural:
            first = self._phrase_start(back)
            found = parts(units(self.reading, first, begin - 1 if comma else back + 1, self.names, self.at, self.reference), lows)
            if (
                found
                and found[-1].kind in {"nominal", "name"}
                and found[-1].head == back
                and (not comma or found[-1].lead in {"the", "a", "an"} or found[-1].owner >= 0)
            ):
                self._describe(player, found[-1], first, name.stop, "role_before_name")
        # a role behind: X, a member of Hamas' political bureau,
        at = name.stop
        if at + 1 < len(words) and words[at] == ",":
            stop = at + 1
            clause = False
            while (
                stop < len(words)
                and stop < at + 24
                and words[stop] not in {".", ";", ":", '"', "("}
                and lows[stop] not in {"who", "which", "whose", "said"}
            ):
                if words[stop] == ",":
                    clause = True
                    break
                stop += 1
            if clause or (stop < len(words) and words[stop] in ".;:(") or stop < len(words) and lows[stop] in {"who", "said"}:
                found = parts(units(self.reading, at + 1, stop, self.names, self.at, self.reference), lows)
                if found and found[0].kind == "nominal" and not found[0].plural and found[0].first <= at + 2:
                    self._describe(player, found[0], at + 1, stop, "apposition")

    def _phrase_start(self, head: int) -> int:
        """Where the noun phrase that ends at `head` begins."""
        classes = tags(self.reading)
        first = head
        floor = max(0, head - 10, self.reading.sentences[self.reading.sentence_of(head)][0])
        while first > floor and classes[first - 1] in "dJNXLsnp-" and self.reading.words[first - 1] not in {"--", "—", "–"}:
            first -= 1
            if classes[first] in "d" and classes[first - 1] != "s":
                break
        return first

    def _owner_before(self, token: int) -> _Player | None:
        """Whose title it is, when the title stands at `token`: Ukraine's President X; the Kyiv government's Minister X."""
        words = self.reading.words
        if token >= 2 and words[token - 1] in {"'s", "'"}:
            number = self.at.get(token - 2, -1)
            if number < 0 and token >= 3:
                number = self.at.get(token - 3, -1)
            return self.who[number] if number >= 0 else None
        return None

    def _describe(self, player: _Player, part: Part, first: int, stop: int, rule: str) -> None:
        """Take the description `part` as a role of `player`."""
        noun = NOUNS.get(self.reading.lows[part.head])
        title = TITLES.get(self.reading.words[part.head])
        lemma = noun.lemma if noun is not None else title.noun if title is not None else ""
        if not lemma:
            return
        _add_noun(player, lemma)
        if noun is not None and player.gender == "-" and noun.gender != "-":
            player.gender = noun.gender
        relation = noun.relation if noun is not None else "affiliate"
        role = self.reading.surface(part.core[0], part.stop if rule == "apposition" else part.core[1])
        lead = role.split(" ", 1)
        if lead[0].lower() in {"a", "an", "the"} and len(lead) > 1:
            role = lead[1]
        if role.lower().startswith(("former ", "ex-")):
            relation = "former"
        ties: list[_Player | None] = [*self._organisations(part)]
        for organisation in ties or [None]:
            self._tie(player, organisation, relation, role, first, stop, rule)

    def _tie(self, player: _Player, organisation: _Player | None, relation: str, role: str, first: int, stop: int, rule: str) -> None:
        if organisation is player:
            return
        if organisation is not None and organisation not in player.ties:
            player.ties.append(organisation)
        if player.country is None and organisation is not None:
            player.country = organisation.country
        self.affiliations.append((player, organisation, relation, role, first, stop, rule))

    def _organisations(self, part: Part) -> list[_Player]:
        """The organisations that a description names."""
        lows = self.reading.lows
        found: list[_Player] = []

        def add(player: _Player | None) -> None:
            if player is not None and player not in found:
                found.append(player)

        def body(number: int, stop: int) -> _Player | None:
            name = self.names[number]
            if name.kind == "known" and self.reference.entries[name.entry].kind == "state":
                first = name.stop + (name.stop < stop and self.reading.words[name.stop] in {"'s", "'"})
                end = first
                for at in range(first, stop):
                    if (
                        lows[at] in ORGANS
                        and lows[at] != "intelligence"
                        and ORGANS[lows[at]].kind not in {"state", "organization", "armed_group", "company"}
                    ):
                        end = at + 1
                if end > first:
                    return self._organ(name.entry, " ".join(lows[first:end]))
                return self._known(name.entry)
            player = self.who[number]
            return player if player is not None and player.kind != "person" else None

        if part.owner >= 0:
            add(body(part.owner, part.head))
        elif part.owner_head >= 0 and lows[part.owner_head] in ORGANS:
            add(self._latest_body(ORGANS[lows[part.owner_head]].group))
        for number in part.inside:
            add(body(number, part.head))
        for number in part.behind:
            before = self.names[number].first - 1
            if lows[before - 1 if lows[before] == "the" else before] in _WHERE:
                continue  # an official in Beirut is not Lebanon's
            add(body(number, min(part.stop, self.names[number].stop + 4)))
        if not found and part.behind_head >= 0 and lows[part.behind_head] in ORGANS:
            add(self._latest_body(ORGANS[lows[part.behind_head]].group))
        if not found and part.lead in {"its", "their"}:
            add(next((trace.player for trace in reversed(self.traces[-20:]) if trace.player.kind in _BODY_KINDS), None))
        return found

    def _latest_body(self, group: str) -> _Player | None:
        return next((trace.player for trace in reversed(self.traces[-_TRACES:]) if group in trace.player.organs), None)

    # -- who speaks ----------------------------------------------------------------------------------------------------------------

    def _speak(self, number: int, bounds: tuple[int, int]) -> None:
        """Resolve the source of the statement `number`."""
        spoken = self.spoken[number]
        same = self.heard.get(bounds[0])
        if same is not None:
            # two acts of one source: declined to comment and said ...
            spoken.extend(self.spoken[same[0]])
            self.voices[number] = (self._voice(number, same[1], spoken[0][0]), self.voices[same[0]][1])
            return
        found = self._parts(bounds)
        kinds: list[str] = []
        count: int | None = None
        for part in found:
            resolved, voice = self._resolve(part, number)
            kinds.append(voice)
            for player, seen, method in resolved:
                if player is not None and any(one is player for one, _, _ in spoken):
                    continue
                spoken.append((player, seen, method))
            first = resolved[0][0]
            size = part.size if part.kind in {"nominal", "number"} else None
            if size is None and first is not None:
                size = first.count if not first.named else 1 if first.kind == "person" else None
            count = size if len(found) == 1 else (count or 0) + (size or 1)
        if not spoken:
            spoken.append((None, None, "no_noun_phrase"))
            kinds.append("unknown")
        if len(found) == 1 and len(spoken) > 1:
            count = sum(player.count or 1 for player, _, _ in spoken if player is not None)
        for player, seen, _ in spoken:
            if player is not None:
                self._trace(seen.first if seen is not None else bounds[0], player, spoke=True)
        self.voices[number] = (self._voice(number, kinds[0], spoken[0][0]), count)
        self.heard[bounds[0]] = (number, kinds[0])

    def _parts(self, bounds: tuple[int, int]) -> list[Part]:
        """Those who speak together in a source."""
        first, stop = bounds
        number = self.at.get(first, -1)
        if number >= 0 and self.names[number].stop == stop and self.who[number] is not None:
            return [Part(first, stop, "name", first, number, "", None, False, (), -1, -1, (), -1, -1, bounds)]
        if stop - first == 1 and (agrees := PRONOUNS.get(self.reading.lows[first])):
            return [Part(first, stop, "pronoun", first, -1, "", None, agrees == "they", (), -1, -1, (), -1, -1, bounds)]
        return parts(units(self.reading, first, stop, self.names, self.at, self.reference), self.reading.lows)

    def _voice(self, number: int, kind: str, player: _Player | None) -> str:
        """The attribution type of a statement whose source reads as `kind`."""
        statement = self.statements[number]
        if player is not None and kind == "named_org" and statement.speech_act in _NARRATED and self._is_narrated(statement):
            return "narrator"
        if kind == "named_org" and self._in_statement(number):
            return "official_statement"
        return kind

    def _is_narrated(self, statement: Statement) -> bool:
        """Whether the act is told, not what was said: Egypt proposed a "vision"."""
        if statement.quotation_type == "narrated_act":
            return True
        return statement.quotation_type == "mixed" and self.reading.folded[
            statement.content[0][0] : statement.content[0][0] + 4
        ].lower().startswith(("a ", "an ", "the "))

    def _in_statement(self, number: int) -> bool:
        """`said in a statement`: in the cue or right behind it."""
        cue = self.statements[number].cue
        if cue is None:
            return False
        folded = self.reading.folded
        window = folded[cue[0] : cue[1] + 60].lower()
        at = window.find("statement")
        if at < 0:
            at = window.find("communiqu")
        return at >= 0 and not any(sign in window[max(0, cue[1] - cue[0] - 2) : at] for sign in '.;"')

    def _resolve(self, part: Part, number: int) -> tuple[list[tuple[_Player | None, _Seen | None, str]], str]:
        """Whom `part` means, and what kind of source it is."""
        lows = self.reading.lows
        kind = part.kind
        if kind == "pronoun":
            players, method = self._pronoun(part, number)
            seen = self._see(part.head, part.head + 1, "pronoun", players[0] if players else None, method, "pronoun")
            if not players:
                return [(None, seen, method)], "narrator" if method == "first_person" else "unknown"
            return [(player, seen, method) for player in players], players[0].voice
        if kind == "name":
            player = self.who[part.name]
            if player is not None:
                if part.core[1] - part.core[0] > 0 and player.kind == "person" and part.head > part.core[0] and not player.described:
                    player.described = True
                    self._roles(part.name, self.names[part.name], player)
                return [(player, self.shown[part.name], self.how[part.name])], player.voice
            method = self.how[part.name] or "not_an_actor"
            return [(None, self.shown[part.name], method)], "unknown"
        if part.apposed >= 0 and self.who[part.apposed] is not None:
            player = self.who[part.apposed]
            assert player is not None
            return [(player, self.shown[part.apposed], "apposition")], player.voice
        if kind == "nominal":
            return self._someone(part)
        if kind == "organ" and lows[part.head] in {"sides", "parties"} and (part.size == 2 or part.lead == "both"):
            seen = self._see(part.first, part.core[1], "nominal", None, "both_sides", "organisation_noun")
            return [(None, seen, "both_sides")], "named_org"
        if part.lead == "whose":
            return [(None, None, "relative_pronoun")], "unknown"
        if kind in {"organ", "media"}:
            player, method = self._body(part)
            seen = self._see(part.first, part.core[1], "nominal", player, method, "organisation_noun")
            return [(player, seen, method)], "media_report" if kind == "media" else player.voice if player is not None else "unknown"
        if kind in {"statement", "document"}:
            return self._author(part)
        if kind == "people":
            name = self.names[self.at[part.head]]
            player = self._known(name.entry)
            seen = self._see(part.first, name.stop, "name", player, "demonym", "demonym")
            return [(player, seen, "demonym")], "anonymous_collective" if part.lead not in {"the", "both"} else player.voice
        if (
            kind == "number"
            and (lows[part.head].isalpha() or lows[part.head].isdigit())
            and (
                part.plural
                or part.lead
                or lows[part.head] in COUNTS
                or lows[part.head] in {"some", "others", "many", "several", "few", "most"}
            )
        ):
            low = lows[part.head]
            if low == "both" or (
                part.lead in {"the", "all"} and part.head > part.first and low not in {"other", "others", "first", "second", "one"}
            ):
                players = self._last_several()
                seen = self._see(
                    part.first,
                    part.head + 1,
                    "pronoun",
                    players[0] if players else None,
                    "last_plural" if players else "no_antecedent",
                    "number",
                )
                if players:
                    return [(one, seen, "last_plural") for one in players], players[0].voice
                return [(None, seen, "no_antecedent")], "unknown"
            voice = "anonymous_described" if low in _ONE else "anonymous_collective"
            if not part.behind and part.behind_head < 0:
                several = self._last_several()
                if len(several) != 1 or several[0].named:
                    seen = self._see(part.first, part.head + 1, "pronoun", None, "indefinite_pronoun", "number")
                    return [(None, seen, "indefinite_pronoun")], voice
                player = self._one_of(part, several[0], voice)
            else:
                player = self._unnamed(part, plural=low not in _ONE, voice=voice)
            if low in _ONE:
                player.count = 1
            seen = self._see(part.first, part.head + 1, "nominal", player, "own_description", "number")
            return [(player, seen, "own_description")], player.voice
        return [(None, None, "not_a_speaker")], "unknown"

    def _someone(self, part: Part) -> tuple[list[tuple[_Player | None, _Seen | None, str]], str]:
        """Somebody by a common noun: described once, or taken up again."""
        low = self.reading.lows[part.head]
        noun = NOUNS.get(low)
        title = TITLES.get(self.reading.words[part.head])
        definite = (
            part.lead in _THE
            or part.lead in {"his", "her", "their", "its"}
            and False
            or (part.lead == "" and noun is None and title is not None)
        )
        if definite or (part.lead == "" and part.plural and not part.inside and not part.behind and part.owner < 0):
            player, method = self._definite(part)
            if player is not None:
                seen = self._see(part.first, part.core[1], "nominal", player, method, "definite_description")
                players = self._last_several() if method == "last_two" else [player]
                return [(one, seen, method) for one in players], player.voice
        if part.lead not in _ARTICLE and part.size is None or part.lead in _THE or part.owner >= 0:
            same = self._same_description(part)
            if same is not None:
                seen = self._see(part.first, part.core[1], "nominal", same, "same_description", "description")
                return [(same, seen, "same_description")], same.voice
        role = noun.role if noun is not None else "office"
        several = len(part.behind) > 1
        if role == "role" or (
            role in {"office", "member"} and not part.plural and (part.lead in {"the", "his", "her", "its", "their", ""} or part.owner >= 0)
        ):
            voice, kind = "role_only", "role"
        elif part.plural and (
            several or ((part.behind or part.behind_head >= 0 or part.size is None) and (noun is None or noun.group != "source"))
        ):
            voice, kind = "anonymous_collective", "unnamed_source"
        else:
            voice, kind = "anonymous_described", "unnamed_source"
        player = self._unnamed(part, plural=part.plural, voice=voice, kind=kind)
        seen = self._see(part.first, part.core[1], "nominal", player, "own_description", "description")
        return [(player, seen, "own_description")], player.voice

    def _unnamed(self, part: Part, *, plural: bool, voice: str, kind: str = "unnamed_source") -> _Player:
        """A new actor who has no name but a description of their own."""
        reading = self.reading
        stop = part.core[1]
        if part.behind:
            stop = max(stop, self.names[part.behind[-1]].stop)
            for at in range(stop, min(part.stop, stop + 5)):
                if reading.lows[at] in ORGANS:
                    stop = at + 1
        elif part.core[1] - part.core[0] - (part.lead != "") < 2 and part.owner < 0 and part.owner_head < 0 and part.behind_head < 0:
            while stop < min(part.stop, part.core[1] + 12) and reading.words[stop] != ",":
                stop += 1  # three people briefed on the talks: the words behind are all that describes them
        elif part.behind_head >= 0:
            stop = max(stop, part.behind_head + 1)
            while stop < part.stop and tags(reading)[stop] in "NSJX":
                stop += 1  # the minister of cabinet affairs
        name = self._named_after(part, _lower_first(reading, part.first, min(stop, part.stop), self.at)).rstrip(" ,")
        if name in self.by_text:
            name = _lower_first(reading, part.first, part.stop, self.at).rstrip(" ,")
        number = 2
        base = name
        while name in self.by_text:
            name = f"{base} ({number})"
            number += 1
        noun = NOUNS.get(reading.lows[part.head])
        player = self._new(
            name, kind, voice, named=False, plural=plural, count=part.size if part.size is not None else None if plural else 1
        )
        self.by_text[name] = player
        if noun is not None:
            player.gender = noun.gender
            _add_noun(player, noun.lemma)
        else:
            title = TITLES.get(reading.words[part.head])
            if title is not None and title.noun:
                _add_noun(player, title.noun.rpartition(" ")[2])
        role = reading.surface(*part.core)
        for organisation in self._organisations(part):
            self._tie(player, organisation, noun.relation if noun is not None else "affiliate", role, part.first, part.stop, "description")
        player.sectors = tuple(dict.fromkeys(sector for tie in player.ties for sector in tie.sectors))
        return player

    def _one_of(self, part: Part, several: _Player, voice: str) -> _Player:
        """`One said`, `others said` behind a plural: some of those who spoke."""
        base = name = f"{_lower_first(self.reading, part.first, part.head + 1, self.at)} of {several.name}"
        number = 2
        while name in self.by_text:
            name = f"{base} ({number})"
            number += 1
        player = self._new(name, "unnamed_source", voice, named=False, plural=voice == "anonymous_collective", country=several.country)
        player.sectors, player.nouns, player.ties, player.anonymity = (
            several.sectors,
            set(several.nouns),
            list(several.ties),
            several.anonymity,
        )
        self.by_text[name] = player
        return player

    def _possessor(self, part: Part) -> _Player | None:
        """Whose `his office`, `its ambassador` is."""
        agrees = {"his": "he", "her": "she", "its": "it", "their": "they"}.get(part.lead, "")
        if not agrees:
            return None
        for trace in reversed(self.traces[-30:]):
            if trace.sentence < self.sentence - 2:
                break
            player = trace.player
            people = player.kind in {"person", "unknown"} and not player.plural
            if agrees in {"he", "she"} and people and player.gender in {"-", "m" if agrees == "he" else "f"}:
                return player
            if agrees == "it" and player.kind in _BODY_KINDS and player.kind not in {"unknown", "document"}:
                return player
            if agrees == "they" and (player.plural or player.kind in {"armed_group", "organization"}):
                return player
        return None

    def _named_after(self, part: Part, name: str) -> str:
        """`name` with the possessor's name in the place of a pronoun, or without the pronoun where that is not certain."""
        if part.lead not in {"his", "her", "its", "their", "our", "my", "your"}:
            return name
        owner = self._possessor(part)
        words = re.split(rf"\b{part.lead}\b ?", name, maxsplit=1, flags=re.IGNORECASE)
        return (f"{owner.name}'s " if owner is not None else "").join(words) if len(words) == 2 else name

    def _same_description(self, part: Part) -> _Player | None:
        """Somebody described before in the same words."""
        noun = NOUNS.get(self.reading.lows[part.head])
        if noun is None:
            return None
        wanted = self._organisations(part)
        for trace in reversed(self.traces[-_TRACES:]):
            player = trace.player
            if not player.named and noun.group in player.nouns and player.plural == part.plural and player.ties == wanted and wanted:
                return player
        return None

    def _definite(self, part: Part) -> tuple[_Player | None, str]:
        """Whom `the official`, `the sources`, `the Islamist group` takes up."""
        low = self.reading.lows[part.head]
        if part.kind == "organ":
            organ = ORGANS.get(low)
            if organ is None:
                return None, "not_an_actor"
            wanted = self._organisations(part) if part.inside else []
            for trace in reversed(self.traces[-_TRACES:]):
                player = trace.player
                if (
                    organ.group in player.organs
                    and player.kind not in _PEOPLE_KINDS
                    and self._may_be(player, low)
                    and (not wanted or player in wanted or player.country in {one.country for one in wanted})
                ):
                    return player, "definite_description"
            return None, "no_antecedent"
        noun = NOUNS.get(low)
        if noun is None:
            title = TITLES.get(self.reading.words[part.head])
            noun = NOUNS.get(title.noun.rpartition(" ")[2]) if title is not None else None
            if noun is None:
                return None, "no_antecedent"
        wanted = self._organisations(part)
        general = noun.lemma in {"man", "woman", "person", "politician"}
        said = (
            [word for word in self.reading.lows[part.core[0] : part.head] if word.isalpha() and word not in _PLAIN]
            if not part.inside
            else []
        )
        for trace in reversed(self.traces[-_TRACES:]):
            player = trace.player
            if player.kind not in _PEOPLE_KINDS or player.plural != part.plural:
                continue
            if said and not player.named and not all(word in player.name for word in said):
                continue
            if noun.group not in player.nouns and not (general and (player.kind == "person" or not player.named)):
                continue
            if noun.gender != "-" and player.gender not in {"-", noun.gender}:
                continue
            if wanted and not (
                any(one in player.ties for one in wanted) or (player.country and player.country in {one.country for one in wanted})
            ):
                continue
            if part.size is not None and part.plural and player.count not in {None, part.size}:
                continue
            return player, "definite_description"
        if part.lead in _THE and (described := self._described_before(part)) is not None:
            return described, "described_before"
        if not part.plural and not wanted and part.lead != "":
            return self._last_speaker(noun)
        if part.plural and part.size == 2 or noun.lemma in {"couple", "pair"}:
            several = [player for player in self._last_several() if player.kind in _PEOPLE_KINDS]
            if len(several) == 2:
                return several[0], "last_two"
        return None, "no_antecedent"

    def _described_before(self, part: Part) -> _Player | None:
        """`The diplomats said` behind `learned from two diplomats in Bamako`: the description that did not speak where it stood."""
        lows, classes = self.reading.lows, tags(self.reading)
        low = lows[part.head]
        for at in range(part.first - 1, max(-1, part.first - 90), -1):
            if lows[at] != low:
                continue
            first = self._phrase_start(at)
            stop = at + 1
            while (
                stop < part.first
                and stop < at + 8
                and classes[stop] in "FoXNJdSs"
                and lows[stop] not in {"on", "after", "before", "during"}
            ):
                stop += 1
            found = parts(units(self.reading, first, stop, self.names, self.at, self.reference), lows)
            if not found or found[0].kind != "nominal" or found[0].head != at or found[0].lead in _THE:
                return None
            if found[0].plural and found[0].size is None and not (found[0].inside or found[0].behind):
                return None
            player = self._unnamed(found[0], plural=found[0].plural, voice="anonymous_described")
            self._see(found[0].first, found[0].core[1], "nominal", player, "own_description", "description")
            return player
        return None

    def _last_speaker(self, noun: Noun) -> tuple[_Player | None, str]:
        """`the widow`, `the minister` said of nobody before: the one who has just spoken, where nothing speaks against it."""
        for trace in reversed(self.traces[-_TRACES:]):
            if trace.sentence < self.sentence - 2:
                break
            player = trace.player
            if not trace.spoke:
                continue
            if player.plural or player.kind != "person" or (noun.gender != "-" and player.gender not in {"-", noun.gender}):
                break
            if noun.role in {"office", "role", "source"} and player.nouns:
                break
            return player, "definite_last_speaker"
        return None, "no_antecedent"

    def _may_be(self, player: _Player, noun: str) -> bool:
        """Whether `noun` may take up `player`: a noun for any organisation of its kind may, a special one only where the name has it."""
        return noun in _GENERAL or noun in player.name.lower() or any(noun in alias.lower() for alias in player.aliases)

    def _organ_of(self, part: Part) -> tuple[_Player, str] | None:
        """`the Egyptian army`, `Egypt's foreign ministry` as the organ of the state named with it; `the Hamas leadership` as Hamas."""
        lows = self.reading.lows
        organ = ORGANS.get(lows[part.head])
        for number in (part.owner, *part.inside):
            if number < 0:
                continue
            name = self.names[number]
            if name.kind == "known" and self.reference.entries[name.entry].kind == "state":
                first = name.stop
                if first < part.core[1] and self.reading.words[first] in {"'s", "'"}:
                    first += 1
                return self._organ(name.entry, " ".join(lows[first : part.core[1]])), "state_and_organ"
            player = self.who[number]
            if (
                player is not None
                and player.kind in {"armed_group", "party"}
                and organ is not None
                and organ.group in {"government", "group", "party"}
            ):
                return player, "organ_of_group"
        return None

    def _body(self, part: Part) -> tuple[_Player, str]:
        """The organisation that a common noun means: the army, Egypt's foreign ministry, the rebel group."""
        reading = self.reading
        low = reading.lows[part.head]
        found = self._organ_of(part)
        if found is not None:
            return found
        if part.lead in _THE or (part.lead == "" and part.owner < 0 and not part.inside):
            known, method = self._definite(part._replace(kind="organ"))
            if known is not None:
                return known, method
        organ = ORGANS[low] if low in ORGANS else ORGANS["organisation"]
        owner = self.who[part.owner] if part.owner >= 0 else self.who[part.inside[0]] if part.inside else None
        first = part.core[0] if part.owner < 0 and part.owner_head < 0 else part.first
        if part.lead in {"his", "her", "its", "their"}:
            first = part.first
        name = self._named_after(part, _lower_first(reading, first, part.core[1], self.at))
        if owner is not None and name.startswith(("the ", "a ", "an ")):
            name = name.partition(" ")[2]
        player = self.by_text.get(name)
        if player is None:
            player = self._new(
                name, organ.kind, "media_report" if organ.kind == "media" else "named_org", named=owner is not None, sectors=organ.sectors
            )
            player.organs.add(organ.group)
            if owner is not None:
                player.country = owner.country
            self.by_text[name] = player
            return player, "own_description"
        return player, "same_description"

    def _author(self, part: Part) -> tuple[list[tuple[_Player | None, _Seen | None, str]], str]:
        """Whose statement or report it is that speaks."""
        reading = self.reading
        statement = part.kind == "statement"
        voice = "official_statement" if statement else "document"
        author: _Player | None = None
        method = "author_of_document"
        numbers = [number for number in (part.owner, *part.behind, *part.inside) if number >= 0]
        for number in numbers:
            name = self.names[number]
            if name.kind == "known" and self.reference.entries[name.entry].kind == "state":
                author = (self._organisations(part) or [self._known(name.entry)])[0]
            else:
                author = self.who[number]
            if author is not None:
                break
        if author is None and part.behind_head >= 0 and reading.lows[part.behind_head] in ORGANS:
            author = self._latest_body(ORGANS[reading.lows[part.behind_head]].group)
        if author is None and part.owner_head >= 0 and reading.lows[part.owner_head] in ORGANS:
            author = self._latest_body(ORGANS[reading.lows[part.owner_head]].group)
        if author is None and part.lead == "the" and reading.lows[part.head] in {"report", "article", "story"}:
            last = next((trace.player for trace in reversed(self.traces[-_TRACES:]) if trace.spoke), None)
            if last is not None and last.kind == "media":
                author, method = last, "last_speaker"
        if author is None and (part.lead in {"the", "its", "their", "his", "her"} and statement):
            last = next((trace.player for trace in reversed(self.traces[-_TRACES:]) if trace.spoke), None)
            if last is not None:
                author, method = last, "last_speaker"
        if author is None:
            key = reading.lows[part.head]
            author = self.by_text.get(f"the {key}")
            method = "same_description"
            if author is None:
                words = _lower_first(reading, part.first, part.core[1], self.at)
                author = self.by_text.get(words) or self._new(words, "document", voice, named=False)
                self.by_text[words] = author
                self.by_text[f"the {key}"] = author
                method = "own_description"
        seen = self._see(part.first, part.core[1], "nominal", author, method, "document")
        return [(author, seen, method)], voice

    def _last_several(self) -> list[_Player]:
        """Those who last spoke together, or the last plural."""
        for at in range(len(self.traces) - 1, max(-1, len(self.traces) - _TRACES), -1):
            trace = self.traces[at]
            if trace.spoke and trace.player.plural:
                return [trace.player]
            if (
                trace.spoke
                and at
                and self.traces[at - 1].spoke
                and self.traces[at - 1].sentence == trace.sentence
                and self.traces[at - 1].player is not trace.player
            ):
                return [self.traces[at - 1].player, trace.player]
        return []

    def _pronoun(self, part: Part, number: int) -> tuple[list[_Player], str]:
        """Whom a pronoun means, and by what reason; nobody where that is not certain."""
        low = self.reading.lows[part.head]
        agrees = PRONOUNS.get(low, {"his": "he", "her": "she", "their": "they", "its": "it"}.get(low, ""))
        if agrees in {"first", "second"}:
            return [], f"{agrees}_person"
        if low in {"who", "whom", "that", "which", "whose"}:
            return self._antecedent(part.head, people=low not in {"which"})
        if agrees == "they":
            return self._plural(part.head)
        people = agrees in {"he", "she"}
        wrong = {"he": "f", "she": "m"}.get(agrees, "")
        direct = self._direct()
        floor = self.sentence - (_BACK if people else 4)
        found: list[_Trace] = []
        for trace in reversed(self.traces[-_TRACES:]):
            if trace.sentence < floor or (found and trace.sentence < found[0].sentence):
                break  # the nearest sentence that has a candidate decides
            player = trace.player
            if trace.token >= part.head or player.plural:
                continue
            if people:
                if player.kind not in _PEOPLE_KINDS or player.gender == wrong:
                    continue
            elif player.kind not in _BODY_KINDS or (player.kind == "unknown" and player.gender != "-"):
                continue
            if self._is_said(trace.token, number) or (direct and self._is_quoted(trace.token, direct)):
                continue
            found.append(trace)
        if found:
            sentence = found[0].sentence
            found.reverse()
            players = list(dict.fromkeys(trace.player for trace in found))
            method = "pronoun_only_candidate"
            if len(players) > 1:
                spoke = list(dict.fromkeys(trace.player for trace in found if trace.spoke))
                sure = [player for player in players if people and player.gender != "-"]
                if len(spoke) == 1:
                    players, method = spoke, "pronoun_last_speaker"
                elif len(sure) == 1 and len(players) == 2:
                    players, method = sure, "pronoun_gender"
                elif spoke:
                    players, method = spoke[-1:] if sentence < self.sentence else spoke[:1], "pronoun_last_speaker"
                elif people and sentence < self.sentence and not self._subject(found[0]):
                    return [], "pronoun_ambiguous"
                else:
                    players, method = players[:1], "pronoun_last_subject"
            elif found[0].spoke or any(trace.spoke for trace in found):
                method = "pronoun_last_speaker"
            player = players[0]
            if people and player.kind == "unknown":
                player.kind = "person"
            if people and player.gender == "-":
                player.gender = "m" if agrees == "he" else "f"
            return [player], method
        return [], "no_antecedent"

    def _subject(self, trace: _Trace) -> bool:
        """Whether the mention stands where a subject does: early in its sentence, not behind a preposition."""
        before = self.reading.lows[trace.token - 1] if trace.token else ""
        return (
            trace.token - self.reading.sentences[trace.sentence][0] < 14
            and before not in _PLACE_BEFORE
            and before not in {"with", "by", "about", "against", "between"}
        )

    def _antecedent(self, token: int, *, people: bool) -> tuple[list[_Player], str]:
        for trace in reversed(self.traces[-20:]):
            if trace.sentence != self.sentence or trace.token < token - 25:
                break
            if trace.token < token and (trace.player.kind in _PEOPLE_KINDS if people else trace.player.kind in _BODY_KINDS):
                return [trace.player], "relative_pronoun"
        first = self._phrase_start(token - 1)
        found = parts(units(self.reading, first, token, self.names, self.at, self.reference), self.reading.lows) if first < token else []
        if people and found and found[-1].kind == "nominal":
            resolved, _ = self._someone(found[-1])
            return [player for player, _, _ in resolved if player is not None], "relative_pronoun"
        return [], "no_antecedent"

    def _plural(self, token: int) -> tuple[list[_Player], str]:
        direct = self._direct()
        for at in range(len(self.traces) - 1, max(-1, len(self.traces) - _TRACES), -1):
            trace = self.traces[at]
            if trace.sentence < self.sentence - 4:
                break
            if trace.token >= token or (direct and self._is_quoted(trace.token, direct)):
                continue
            if (
                trace.spoke
                and at
                and self.traces[at - 1].spoke
                and self.traces[at - 1].sentence == trace.sentence
                and self.traces[at - 1].player is not trace.player
            ):
                return [self.traces[at - 1].player, trace.player], "pronoun_joint_speakers"
            if trace.player.plural or (
                trace.spoke and trace.player.kind in {"armed_group", "organization", "government", "party", "military"}
            ):
                return [trace.player], "pronoun_last_plural"
        return [], "no_antecedent"

    def _is_said(self, token: int, number: int) -> bool:
        """Whether the token stands in what the statement `number` says."""
        start = self.reading.starts[token]
        return any(first <= start < stop for first, stop in self.statements[number].content)

    def _direct(self) -> list[Span]:
        spans = getattr(self, "_spans", None)
        if spans is None:
            spans = sorted(
                span
                for s in self.statements
                if s.quotation_type in {"direct", "mixed"}
                for span in s.content
                if self.reading.folded[span[0]] == '"'
            )
            self._spans: list[Span] = spans
        return spans

    def _is_quoted(self, token: int, direct: list[Span]) -> bool:
        start = self.reading.starts[token]
        at = bisect_right(direct, (start, len(self.reading.text) + 1)) - 1
        return at >= 0 and direct[at][0] <= start < direct[at][1]

    def _continue(self, number: int) -> None:
        """A statement without a source: a quotation that goes on, or one that nobody is named for."""
        statement = self.statements[number]
        if statement.quotation_type == "direct" and statement.cue is None:
            for trace in reversed(self.traces[-_TRACES:]):
                if trace.spoke:
                    if self.sentence - trace.sentence > 6:
                        break
                    self.spoken[number].append((trace.player, None, "continued_quotation"))
                    self.voices[number] = (
                        trace.player.voice,
                        trace.player.count if not trace.player.named else 1 if trace.player.kind == "person" else None,
                    )
                    return
            self.spoken[number].append((None, None, "no_antecedent"))
            return
        self.spoken[number].append((None, None, "no_source"))

    # -- afterwards ----------------------------------------------------------------------------------------------------------------

    def _anonymity(self) -> None:
        """`on condition of anonymity because ...`: whose it is, and the reason as printed."""
        folded = self.reading.folded
        if not any(
            sign in folded for sign in ("anonym", "to be named", "to be identified", "uthori", "not allowed", "not permitted", "withheld")
        ):
            return
        spoken: dict[int, list[_Trace]] = {}
        for trace in self.traces:
            if trace.spoke and not trace.player.named:
                spoken.setdefault(trace.sentence, []).append(trace)
        for match in _ANONYMOUS.finditer(folded):
            sentence = self.reading.sentence_of(self.reading.token_at(match.start()))
            tail = _REASON.match(folded, match.end())
            stop = match.end()
            if tail is not None and tail[0].lstrip().startswith(
                ("because", "as ", "since", "due to", "for fear", "citing", "given", "to discuss", "owing")
            ):
                stop = tail.end()
            reason = " ".join(self.reading.text[match.start() : stop].split()).rstrip(" ,")
            here = spoken.get(sentence) or (spoken.get(sentence - 1) or spoken.get(sentence - 2) or [])[-1:]
            if here:
                token = self.reading.token_at(match.start())
                player = min(here, key=lambda trace: abs(trace.token - token)).player
                if player.anonymity is None:
                    player.anonymity = reason
                player.voice = "anonymous_explicit"

    def _result(self) -> Cast:
        starts, ends = self.reading.starts, self.reading.ends
        self.seen.sort(key=lambda seen: (seen.first, seen.stop))
        used: dict[_Player, int] = {}
        for number, seen in enumerate(self.seen):
            seen.index = number
            if seen.player is not None:
                used.setdefault(seen.player, len(used))
        for player in self.players:
            used.setdefault(player, len(used))
        actors = []
        for player in used:
            known = self.reference.entries[player.entry] if player.entry >= 0 else None
            aliases = () if known is None else known.aliases
            if player.aliases:
                aliases = tuple(sorted({**dict(aliases), **player.aliases}.items()))
            identifier = None if known is None else known.id
            actors.append(Actor(player.name, player.kind, player.named, identifier, player.country, player.sectors, aliases))
        mentions = [
            Mention(
                (starts[seen.first], ends[seen.stop - 1]),
                seen.kind,
                None if seen.player is None else used[seen.player],
                seen.method,
                seen.rule,
            )
            for seen in self.seen
        ]
        speakers = [
            Speaker(number, None if player is None else used[player], None if seen is None else seen.index, method)
            for number, spoken in enumerate(self.spoken)
            for player, seen, method in spoken
        ]
        voices = []
        for number, (kind, count) in enumerate(self.voices):
            speaker = self.spoken[number][0][0] if self.spoken[number] else None
            reason = None
            if speaker is not None and speaker.voice == "anonymous_explicit" and kind.startswith("anonymous"):
                kind, reason = speaker.voice, speaker.anonymity
            voices.append(Voice(kind, count, reason, self._addressee(self.statements[number], used)))
        affiliations = [
            Affiliation(used[player], None if body is None else used[body], relation, role, (starts[first], ends[stop - 1]), rule)
            for player, body, relation, role, first, stop, rule in self.affiliations
        ]
        return Cast(actors, mentions, affiliations, speakers, voices)

    def _addressee(self, statement: Statement, used: dict[_Player, int]) -> int | None:
        if statement.addressee is None:
            return None
        first = self.reading.token_at(statement.addressee[0])
        stop = self.reading.token_at(statement.addressee[1] - 1) + 1
        for token in range(first, min(stop, first + 12)):
            number = self.at.get(token, -1)
            player = self.who[number] if number >= 0 else None
            if player is not None:
                return used[player]
        return None


def _title_noun(word: str) -> str:
    title = TITLES.get(word)
    if title is not None:
        return title.noun
    noun = NOUNS.get(word.lower())
    return "" if noun is None else noun.lemma


def _add_noun(player: _Player, lemma: str) -> None:
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


def _organ_groups(kind: str, words: list[str]) -> set[str]:
    """The groups of organisation nouns that may take up a name of this kind and these words."""
    found = set(_GROUPS_OF_KIND.get(kind, ()))
    if kind in {"government", "military", "court", "igo", "organization", "ngo"}:
        for word in words:
            organ = ORGANS.get(word.lower())
            if organ is not None and organ.kind not in {"armed_group", "state"}:
                found.add(organ.group)
    return found


def _lower_first(reading: Reading, first: int, stop: int, at: Mapping[int, int]) -> str:
    """Tokens as printed on one line; a sentence's capital on a common first word is made small. `at`: where names begin."""
    text = " ".join(reading.surface(first, stop).split())
    word = reading.words[first]
    low = reading.lows[first]
    if first not in at and word[0].isupper() and (low in COUNTS or low in NOUNS or low in ORGANS or tags(reading)[first] not in "XL"):
        text = text[0].lower() + text[1:]
    return text
