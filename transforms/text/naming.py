"""Naming: which of a text's names are somebody, and who.

Belongs here: full names, surnames, acronyms, and what the words around a name show it to be. Does not belong here: what can be told of a
name by itself (`name`).
"""

from functools import cached_property

from transforms import lexicon
from transforms.text.name import GIVEN, HEADS, NOUNS, ORGANS, PREFIXES, TITLES, Name, gender_of, words_of
from transforms.text.phrase import DOCUMENTS
from transforms.text.player import Player, organ_groups
from transforms.text.stage import PLACE_BEFORE, Stage
from transforms.text.tag import tags

_ENDS_HEAD = frozenset((",", ".", "of", "in", "for", "at", "to", "with", "on", "from", "who", "that", "which"))
_FACING = words_of("facing")
_GOVERNMENTAL = words_of("governmental")
_SHARED = words_of("shared")
_RUNS_BUSINESS = words_of("runs_business")
_ADJECTIVAL = ("s", "ive", "al", "ous", "ic", "able", "less", "ful")
_ABSTRACT = ("tion", "sion", "ness", "ism", "ity", "ions", "ments")
_COMMON = lexicon.words("pos")


class Naming(Stage):
    """Names, each with its player where it has one."""

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
                elif name.method == "demonym" or (number not in leading and not self._is_meant(name, entry.kind)):
                    continue
                else:
                    self._set(number, self._known(name.entry), name.method)
                    self._acronym(number)
                    if entry.kind == "person" and not single:
                        self._family(name.text, self._known(name.entry))
            elif kind == "organ":
                self._set(number, self._organ(name.entry, " ".join(self.reading.lows[name.first + 1 : name.stop])), "state_and_organ")
            elif kind == "title":
                if single and name.title is None:
                    later.append(number)
            elif single or (kind in {"maybe", "organization"} and name.first in headlines and number not in speaking):
                later.append(number)
            else:
                self._settle(number, name, speaking)
                if self.who[number] is None and kind == "maybe":
                    undecided.setdefault(name.text.rpartition(" ")[2], number)
        for number in later:
            name = self.names[number]
            if name.kind == "title":
                family = self.surnames.get(name.text)
                if family is not None and len(family) == 1:  # King said, behind Steve King
                    self.names[number] = name._replace(kind="maybe")
                    self._set(number, family[0], "surname")
                continue
            if number in speaking and name.kind == "maybe" and name.text not in self.surnames and name.text in undecided:
                self._person(undecided[name.text], self.names[undecided[name.text]], "surname_speaks")
            self._resolve_short(number, self.names[number], headlines, speaks=number in speaking)

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
        if before in PLACE_BEFORE:
            return False
        if before in _FACING:
            return True
        if after == "s" and name.stop + 1 < len(lows):
            return lows[name.stop + 1] in _GOVERNMENTAL  # Washington's support
        return after in "VIHMKE" and lows[name.stop] != "based"

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
            kind, why = self._context(name)
        if not kind and number in speaking:
            plain = any(word.lower() in _COMMON for word in name.text.split(" "))
            last = self.reading.lows[name.stop - 1]
            if plain and (last in _COMMON or last.removesuffix("s") in _COMMON):
                return  # Speech Transcripts: words of a heading
            kind, why = "unknown" if plain or name.stop - name.first > 4 else "person", "speaks"
            if kind == "person" and name.title is None and name.stop in self._reporting:
                kind = "media"  # Lotus Alo reported that ...: persons seldom do, unknown newspapers do
        if not kind:
            return
        if kind == "organization" and number in self.told:
            kind = "media"
        if kind == "person":
            self._person(number, name, why)
            return
        words = name.text.split(" ")
        player = self._new(text, kind, "media_report" if kind == "media" else "named_org", organs=organ_groups(kind, words))
        player.sectors = next((found[1] for found in map(HEADS.get, reversed(words)) if found), ())
        self.by_text[name.text] = player
        self._set(number, player, why)
        self._acronym(number)

    @cached_property
    def _reporting(self) -> set[int]:
        """Where the sources end of which it is said that they reported something."""
        return {
            bounds[1]
            for statement, bounds in zip(self.statements, self.sources, strict=True)
            if bounds is not None
            and statement.cue is not None
            and self.reading.folded[slice(*statement.cue)].lower() in {"reported", "reports"}
        }

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
            found = HEADS.get(word) or HEADS.get(word.rpartition("-")[2])
            if found is not None:
                return found[0]
        return "organization"

    def _family(self, text: str, player: Player) -> None:
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

    def _context(self, name: Name) -> tuple[str, str]:
        """What the words around a name show it to be."""
        lows, words = self.reading.lows, self.reading.words
        before = lows[name.first - 1] if name.first else ""
        if before in _RUNS_BUSINESS and name.stop - name.first == 1 and name.text not in GIVEN:
            return "company", "noun_before_name"  # mine owner Lonmin
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
                        if words[at] in _ENDS_HEAD:
                            break
                    if kind:
                        return kind, "apposition"
            if (
                lows[name.stop] in ORGANS
                and name.stop - name.first == 1
                and ORGANS[lows[name.stop]].group in {"group", "party", "organisation", "media", "company"}
            ):
                return ORGANS[lows[name.stop]].kind, "noun_behind_name"
        if (
            self.reading.words[name.stop - 1].startswith(PREFIXES)
            and name.stop - name.first > 1
            and before not in PLACE_BEFORE | {"the"}
            and not self._modifies(name)
        ):
            return "person", "arabic_surname"
        if before == "," and name.stop < len(words) and words[name.stop] in {",", "."} and self._noun_before(name.first - 1) >= 0:
            return "person", "role_before_name"
        return "", ""

    def _is_meant(self, name: Name, kind: str) -> bool:
        """Whether a known name that does not speak means its actor, not a place or another bearer."""
        if name.method == "metonym" or kind == "place":
            return self._is_metonym(name)
        return name.text not in _SHARED or self._is_shown(name)

    def _is_shown(self, name: Name) -> bool:
        """Whether another form of the same actor stands in the text, for a name that others bear too: Georgia, where Tbilisi is named."""
        return any(other.entry == name.entry and other.text != name.text for other in self.names)

    def _opens(self, token: int) -> bool:
        """Whether a capital is owed to the beginning of a sentence, a quotation or a heading."""
        return token == 0 or tags(self.reading)[token - 1] in '.:"(-' or self.reading.sentences[self.reading.sentence_of(token)][0] == token

    def _modifies(self, name: Name) -> bool:
        """Whether the name stands before a common noun: the Ain al-Asad air base."""
        return name.stop < len(self.reading) and tags(self.reading)[name.stop] in "NS"

    def _resolve_short(self, number: int, name: Name, headlines: set[int], *, speaks: bool) -> None:
        """The actor of a name of one word: a surname, an acronym, a given name."""
        text = name.text
        held = self.by_text.get(text)
        if held is not None:
            self._set(number, held, "acronym" if text in held.aliases else "exact_name")
            return
        family = self.surnames.get(text)
        if family is None and text.startswith(("al-", "Al-")):
            family = self.surnames.get(text[3:])
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
        lows = self.reading.lows
        beside = (lows[name.first - 1] if name.first else "", lows[name.stop] if name.stop < len(lows) else "")
        if not speaks and beside[0] not in NOUNS and beside[0] not in ORGANS and beside[1] not in ORGANS:
            return  # nothing shows that it is anybody
        kind, why = self._context(name)
        if not speaks and why not in {"role_before_name", "noun_before_name", "noun_behind_name"}:
            return
        low = text.lower()
        plain = low in _COMMON or low.endswith(_ABSTRACT) or (low.endswith(_ADJECTIVAL) and self._opens(name.first))
        if (plain and text not in GIVEN) or low in NOUNS or low in ORGANS or low in DOCUMENTS:
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
                player.organs = organ_groups(kind, [text])
            self.by_text[text] = player
            self._set(number, player, why)
