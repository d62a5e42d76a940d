"""Naming: which of a text's names are somebody, and who.

Belongs here: full names, surnames, acronyms, short forms. Does not belong here: what the words around a name show it to be (`evidence`),
or what can be told of a name by itself (`name`).
"""

from transforms import lexicon
from transforms.text.actors.credit import signed
from transforms.text.actors.evidence import VERB_TAGS, Evidence
from transforms.text.actors.likeness import sounds_alike
from transforms.text.actors.name import Name
from transforms.text.actors.nouns import GIVEN, HEADS, NEVER, NOUNS, ORGANS, PLACES, SUFFIXES, TITLES, gender_of, words_of
from transforms.text.actors.phrase import DOCUMENTS
from transforms.text.actors.player import Player, organ_groups, title_noun
from transforms.text.actors.stage import PLACE_BEFORE

_ADJECTIVAL = ("s", "ive", "al", "ous", "ic", "able", "less", "ful")
_EPITHETS = (*_ADJECTIVAL[1:], "ed", "ing", "ant", "ent")
_ABSTRACT = ("tion", "sion", "ness", "ism", "ity", "ions", "ments")
_COMMON = lexicon.words("pos")
_MOST_ALIKE = 20  # bearers of one surname that a new one is compared with
_SHOWN = frozenset(("role_before_name", "noun_before_name", "noun_behind_name", "has_officers", "issues"))
_LOCAL = words_of("local")
_PARTIES = words_of("party_name")
_SAINTS = frozenset(("Saint", "St.", "St", "San", "Santa", "Santo"))
_MANY = frozenset(("many", "some", "most", "few", "several", "all", "these", "those"))


class Naming(Evidence):
    """Names, each with its player where it has one."""

    def _name_players(self) -> None:
        """Give every name of the text its actor, where it has one."""
        speaking: set[int] = set()
        leading: set[int] = set()  # names that a source begins with: Kyiv, not the official in Kyiv
        for bounds in self.sources:
            if bounds is not None:
                begin, end = bounds
                number = self.at.get(begin, -1)
                if number >= 0:
                    leading.add(number)
                    if self.names[number].stop == end:
                        speaking.add(number)
                        continue
                if end - begin > 1:
                    if begin + 1 in self.at:
                        leading.add(self.at[begin + 1])
                    speaking.update(self._heads(bounds))
        for statement in self.statements:
            if statement.addressee is not None:
                token = self.reading.token_at(statement.addressee[0])
                self.told.update(self.at[one] for one in (token, token + 1) if one in self.at)
        self.heads = {self.names[number].first for number in speaking}
        speaking |= self.told
        self.headlines = headlines = self._headlines()
        later: list[int] = []
        written = signed(self.reading)
        for number, name in enumerate(self.names):
            if name.first in written or self._is_saint(name):
                continue  # who wrote it is nobody of whom it tells; nor is a place
            kind = name.kind
            single = name.stop - name.first == 1
            if kind == "known":
                if name.method == "surname_reference":
                    later.append(number)
                elif name.method != "demonym" and (number in leading or name.first in self.heads or self._is_meant(name)):
                    player = self._known(name.entry)
                    self._set(number, player, name.method)
                    self._acronym(number)
                    if not single and player.kind == "person":
                        self._family(name.text, player)
            elif kind == "organ":
                self._set(number, self._organ(name.entry, " ".join(self.reading.lows[name.first + 1 : name.stop])), "state_and_organ")
            elif kind == "title":
                if single and name.title is None:
                    later.append(number)
            elif single or name.first in headlines:
                later.append(number)
            else:
                self._settle(number, name, speaking)
                if self.who[number] is None and kind == "maybe":
                    self.undecided.setdefault(name.text.rpartition(" ")[2], number)
        short = self._short_forms()
        for number in later:
            name = self.names[number]
            if name.kind == "title":
                family = self.surnames.get(name.text)
                if family is not None and len(family) == 1:  # King said, behind Steve King
                    name.kind = "maybe"
                    self._set(number, family[0], "surname")
                continue
            if name.stop - name.first > 1:
                if not self._unslug(number, name) and self._is_shown_outside(name):
                    self._settle(number, name, speaking)
                continue
            if number in speaking and name.kind == "maybe" and name.text not in self.surnames and name.text in self.undecided:
                self._person(self.undecided[name.text], self.names[self.undecided[name.text]], "surname_speaks")
            body = short.get(name.text)
            if body is not None and name.kind == "maybe":
                body.aliases.setdefault(name.text, "name")
                self._set(number, body, "short_name")
                continue
            self._resolve_short(number, self.names[number], headlines, speaks=number in speaking)

    def _unslug(self, number: int, name: Name) -> bool:
        """A name of a headline as the person whom the text names elsewhere: SARA HADDAD QUITS, Sara Haddad Quits."""
        words = name.text.title().split(" ") if name.text.isupper() else name.text.split(" ")
        for stop in range(len(words), 1, -1):
            held = self.by_text.get(" ".join(words[:stop]))
            if held is not None and held.kind == "person":
                self._set(number, held, "headline")
                return True
        return False

    def _short_forms(self) -> dict[str, Player]:
        """First words of the names of organisations that may stand for them: Acme, behind Acme Pharmaceuticals; one bearer only."""
        found: dict[str, Player | None] = {}
        for number, name in enumerate(self.names):
            player = self.who[number] if name.kind == "organization" else None
            if player is None or player.kind == "media" or name.stop - name.first < 2:
                continue
            if not _LOCAL.isdisjoint(name.text.split(" ")):
                continue
            word, _, rest = name.text.partition(" ")
            held = found.setdefault(word, player)
            if held is not None and held is not player and not held.name.startswith(f"{word} {rest[:4]}"):
                found[word] = None
        if not found:
            return {}
        classes = self.tags
        acting = {
            name.text
            for number, name in enumerate(self.names)
            if name.kind == "maybe" and (name.first in self.heads or classes[name.stop : name.stop + 1] in VERB_TAGS)
        }
        return {word: player for word, player in found.items() if player is not None and word in acting and self._is_name_alone(word)}

    def _is_name_alone(self, word: str) -> bool:
        """Whether a word is a name by itself: no common word, no place, nobody's given name, and never printed in small letters here."""
        low = word.lower()
        return (
            len(word) > 3
            and word[0].isupper()
            and not word.isupper()
            and not (word in GIVEN or word in PLACES or word in NEVER or word in HEADS or word in TITLES or word in self.reference.longest)
            and not (low in _COMMON or low in NOUNS or low in ORGANS or low in DOCUMENTS)
            and not low.endswith((*_ADJECTIVAL, *_ABSTRACT, "an", "ish", "ese", "ern"))
            and word not in self.surnames
            and low not in self._outside
        )

    def _settle(self, number: int, name: Name, speaking: set[int]) -> None:
        """The actor of a name of several words that the reference does not have, where the text shows that it is one."""
        held = self.by_text.get(name.text)
        if held is not None:
            self._set(number, held, "exact_name")
            return
        if (bearer := self._known_as(number, name)) is not None:
            self._set(number, bearer, "alias")
            return
        family = self.surnames.get(name.text)
        if family is not None and len(family) == 1:
            self._set(number, family[0], "surname")  # Abu Hilal
            return
        if self._is_cut(name):
            return
        if name.kind == "maybe" and self._opens(name.first) and (bearer := self._behind_epithet(name)) is not None:
            self._set(number, bearer, "surname")
            return
        kind, why = ("person", name.method) if name.kind == "person" else ("", "")
        if name.kind == "organization":
            kind, why = self._head_kind(name), "head_noun"
            if kind == "media" and number not in speaking and (self._is_quoted_title(name) or self._is_no_outlet(name)):
                return
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
        if kind == "organization" and number in self.told and not any(word in HEADS for word in name.text.split(" ")):
            kind = "media"
        if kind == "person":
            self._person(number, name, why)
            return
        words = name.text.split(" ")
        text = self.reading.surface(name.first, name.stop)
        player = self._new(text, kind, "media_report" if kind == "media" else "named_org", organs=organ_groups(kind, words))
        player.sectors = next((found[1] for found in map(HEADS.get, reversed(words)) if found), ())
        self.by_text[name.text] = player
        letters = "".join(word[0] for word in name.text.replace("-", " ").split(" ") if word[:1].isupper())
        self.initials.setdefault(letters, []).append(player)
        self._set(number, player, why)
        self._acronym(number)

    def _is_saint(self, name: Name) -> bool:
        """Whether a saint's name stands where a place does: prime minister of Saint Vincent."""
        first = name.first if name.title is None else name.title[0]
        return self.reading.words[first] in _SAINTS and first > 0 and self.reading.lows[first - 1] in PLACE_BEFORE

    def _behind_epithet(self, name: Name) -> Player | None:
        """The person whose surname stands behind a word that only headlines and tabloids put before one: Embattled Haddad said."""
        first, _, rest = name.text.partition(" ")
        if first in GIVEN or not (first.lower() in _COMMON or first.lower().endswith(_EPITHETS)):
            return None
        family = self.surnames.get(rest)
        if family is not None:
            return family[0] if len(family) == 1 else None
        form = self.reference.forms.get(rest)
        if form is not None and form.kind == "surname":
            return self._known(form.entry)
        number = self.undecided.get(rest)
        if number is not None and rest.lower() not in _COMMON:
            self._person(number, self.names[number], "surname_speaks")
            return self.who[number]
        return None

    def _person(self, number: int, name: Name, why: str) -> None:
        """The person of a full name: a new one, or one whose name was printed in another form before."""
        words = name.text.split(" ")
        text = self.reading.surface(name.first, name.stop)
        self._name_person(number, name, why, words, text)
        player = self.who[number]
        if player is not None and (posts := self._posts(name)):
            self.posts.setdefault(player, set()).update(posts)

    def _name_person(self, number: int, name: Name, why: str, words: list[str], text: str) -> None:
        for one in self.surnames.get(words[-1], [])[-_MOST_ALIKE:]:
            given = one.name.partition(" ")[0]
            if given == words[0] or (len(words) > 1 and sounds_alike(given, words[0])) or (one.name == words[-1] and one.entry < 0):
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
        if (text, player) in self.families:
            return
        self.families.add((text, player))
        words = text.split(" ")
        while len(words) > 2 and words[-1] in SUFFIXES:
            words.pop()
        bare = words[-1][3:] if words[-1].startswith(("al-", "Al-", "el-", "El-")) else words[-1]  # Hamid al-Wazir: Wazir
        forms = [words[-1], bare, " ".join(words[-2:]) if len(words) > 2 else words[-1]]
        if len(words) > 3 and words[-2].islower():
            forms.append(" ".join(words[1:]))  # Jorge Moreira da Silva: Moreira da Silva
        for last in dict.fromkeys(forms):
            if (last, player) not in self.kin:
                self.kin.add((last, player))
                self.surnames.setdefault(last, []).append(player)
        if (f"{words[0]} ", player) not in self.kin:
            self.kin.add((f"{words[0]} ", player))
            self.given.setdefault(words[0], []).append(player)

    def _acronym(self, number: int) -> None:
        """`X (ABC)`: from here on ABC is X."""
        name, words = self.names[number], self.reading.words
        if words[name.stop : name.stop + 1] == ["("] and words[name.stop + 2 : name.stop + 3] == [")"]:
            short = words[name.stop + 1]
            player = self.who[number]
            if player is not None and 1 < len(short) <= 8 and sum(map(str.isupper, short)) * 2 > len(short):
                player.aliases.setdefault(short, "acronym")
                self.by_text.setdefault(short, player)

    def _is_family_first(self, player: Player, *, speaks: bool) -> bool:
        """Whether the first word of a person's name may be the family's: Luo said, behind Luo Jian, whom nobody calls Jian."""
        first, _, last = player.name.rpartition(" ")
        return speaks and player.entry < 0 and len(first) > 1 and " " not in first and last not in self._inside

    def _spelt_out(self, letters: str) -> Player | None:
        """The one organisation of the text whose words begin with `letters`: NFR, behind the National Front for Renewal."""
        found = self.initials.get(letters, [])
        return found[0] if len(found) == 1 else None

    def _posts(self, name: Name) -> set[str]:
        """The groups of the posts in the title before a name."""
        return {NOUNS[noun].group for word in self._title_words(name) if (noun := title_noun(word).rpartition(" ")[2]) in NOUNS}

    def _known_as(self, number: int, name: Name) -> Player | None:
        """The person of whom the name is another one: Commander Ramiro, behind `Eliecer Rojas, known as`."""
        first = name.first if name.title is None else name.title[0]
        lows = self.reading.lows
        if number == 0 or first < 3 or not (lows[first - 1] == "alias" or (lows[first - 1] == "as" and lows[first - 2] == "known")):
            return None
        comma = self.names[number - 1].stop
        bearer = self.who[number - 1]
        if bearer is None or bearer.kind != "person" or not comma < first <= comma + 5 or lows[comma] not in {",", "("}:
            return None
        bearer.aliases.setdefault(name.text, "name")
        self.by_text[name.text] = bearer
        return bearer

    def _partner(self, name: Name) -> Player | None:
        """Amir in `his parents, Amir and Sara Haddad`: the given name alone, and the surname that it shares with the name behind `and`."""
        lows, words = self.reading.lows, self.reading.words
        other = self.at.get(name.stop + 1, -1)
        if other < 0 or lows[name.stop] != "and" or self.names[other].stop - self.names[other].first != 2:
            return None
        player = self.who[other]
        if player is None or player.kind != "person" or words[name.first - 1] == ",":
            return None
        full = f"{name.text} {words[self.names[other].stop - 1]}"
        held = self.by_text.get(full)
        if held is not None:
            return held
        before = NOUNS.get(lows[name.first - 1]) if name.first else None
        if name.text not in GIVEN or before is None or not before.plural:
            return None
        player = self._new(full, "person", "named_person", gender=GIVEN[name.text])
        self.by_text[full] = self.by_text[name.text] = player
        self._family(full, player)
        return player

    def _meant_of(self, family: list[Player], name: Name) -> list[Player]:
        """Those of the bearers of one surname whom the words before it leave: Minister Haddad, Mrs. Haddad."""
        if posts := self._posts(name):
            family = [one for one in family if not posts.isdisjoint(self.posts.get(one, ()))] or family
        if len(family) > 1 and (gender := self._title_gender(name)) != "-":
            family = [one for one in family if one.gender == gender] or [one for one in family if one.gender == "-"]
        if len(family) > 1 and name.entry >= 0:
            family = [one for one in family if one.entry == name.entry] or family
        return family

    def _title_gender(self, name: Name) -> str:
        return next((title.gender for word in self._title_words(name) if (title := TITLES.get(word)) and title.gender != "-"), "-")

    def _resolve_short(self, number: int, name: Name, headlines: set[int], *, speaks: bool) -> None:
        """The actor of a name of one word: a surname, an acronym, a given name."""
        text = name.text
        held = self.by_text.get(text)
        if held is not None:
            self._set(number, held, "acronym" if held.aliases.get(text) == "acronym" else "exact_name")
            return
        if (bearer := self._known_as(number, name)) is not None:
            self._set(number, bearer, "alias")
            return
        family = self.surnames.get(text)
        if family is None and text.startswith(("al-", "Al-")):
            family = self.surnames.get(text[3:])
        if family and len(family) > _MOST_ALIKE:
            self.how[number] = "ambiguous_surname"
            return
        if family:
            if len(family) > 1:
                family = self._meant_of(family, name)
            if len(family) == 1:
                player = family[0]
                self._set(number, player, "surname")
                player.aliases.setdefault(text, "surname")
                if player.gender == "-":
                    player.gender = self._title_gender(name)
            else:
                self.how[number] = "ambiguous_surname"
            return
        if name.entry >= 0:
            self._set(number, self._known(name.entry), "surname_reference")
            return
        if self._is_cut(name):
            return
        if (partner := self._partner(name)) is not None:
            self._set(number, partner, "shared_surname")
            return
        if name.kind == "person":
            if name.first in headlines and not self._is_shown_outside(name):
                return  # Minister Quits
            player = self._new(
                self.reading.surface(name.first, name.stop), "person", "named_person", gender=gender_of([text], self._title_words(name))
            )
            self._set(number, player, "title_and_name")
            self.by_text[text] = player
            self._family(text, player)
            return
        if name.first in headlines:
            return
        if text.isupper() and 2 < len(text) < 7 and (body := self._spelt_out(text)) is not None:
            body.aliases.setdefault(text, "acronym")
            self.by_text[text] = body
            self._set(number, body, "initials")
            return
        same = self.given.get(text)
        if same is not None and len(same) == 1 and (text in GIVEN or self._is_family_first(same[0], speaks=speaks)):
            self._set(number, same[0], "given_name" if text in GIVEN else "family_name")
            return
        if name.stop - name.first > 1 or (name.first and self.reading.lows[name.first - 1] in _MANY):
            return
        if not speaks and not self._stands_beside(name):
            return
        kind, why = self._context(name)
        if not speaks and why not in _SHOWN and not (why == "apposition" and self._is_introduced(name, kind)):
            return  # nothing shows that it is anybody
        low = text.lower()
        plain = low in _COMMON or low.endswith(_ABSTRACT) or (low.endswith(_ADJECTIVAL) and self._opens(name.first))
        if why == "apposition" and kind not in {"person", ""} and speaks:
            plain = False  # Total, the French energy company, said
        if text in _PARTIES and speaks and (self.reading.lows[name.first - 1] == "the" or not self._opens(name.first)):
            kind, why, plain = "party", "speaks", False
        elif why == "noun_before_name" and text.isupper() and speaks:
            pass  # the monitoring group SITE
        elif (plain and text not in GIVEN) or low in NOUNS or low in ORGANS or low in DOCUMENTS:
            return  # a common word in capitals
        family = self.surnames.get(text.capitalize()) if text.isupper() and len(text) > 3 else None
        if family is not None and len(family) == 1:
            self._set(number, family[0], "surname")  # TAPPER: in a transcript
            return
        if not kind:
            if text.isupper() and 1 < len(text) < 6:
                kind = "organization"
            elif not self._is_said_of(number, name):
                self.how[number] = "capital_only"
                return
            else:
                kind = "unknown"
            why = "speaks"
        if kind:
            voice = "named_person" if kind in {"person", "unknown"} else "media_report" if kind == "media" else "named_org"
            player = self._new(self.reading.surface(name.first, name.stop), kind, voice, gender=GIVEN.get(text, "-"))
            if kind not in {"person", "unknown"}:
                player.organs = organ_groups(kind, [text])
            self.by_text[text] = player
            self._set(number, player, why)
