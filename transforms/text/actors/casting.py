"""Casting: the walk through a text in which everybody is met, and the speakers of its statements are told.

Belongs here: the order of the walk, the kind of voice that speaks, and the records that come out. Does not belong here: whom words mean
(`meaning`).
"""

import re
from bisect import bisect_left
from operator import attrgetter

from transforms.text.actors.cast import Actor, Affiliation, Cast, Mention, Speaker, Voice
from transforms.text.actors.evidence import NAMED_BY, RUNS_BUSINESS, SELVES, VERB_TAGS
from transforms.text.actors.meaning import FIRST_TOLD, THE, Meaning, Meant
from transforms.text.actors.name import Name
from transforms.text.actors.nouns import NOUNS, ORGANS, words_of
from transforms.text.actors.phrase import COUNTS, PRONOUNS, SECONDS, Part, noun_at
from transforms.text.actors.player import PEOPLE_KINDS, Player, Seen, Trace
from transforms.text.actors.reference import Known
from transforms.text.actors.stage import TRACES
from transforms.text.statements.statement import Span, Statement

_ANONYMOUS = re.compile(
    r"on (?:the )?condition of (?:strict )?anonymity|(?:not|declin\w+) to be (?:named|identified)"
    r"|(?:request|plead|s[eo](?:ek|ught)|crav|prefer|demand|ask)\w*(?: for)? anonymity|insist\w* on anonymity"
    r"|(?:speaking|spoke|talk\w*) anonymously"
    r"|(?:wish|want|prefer|ask|choos|chose)\w* to (?:remain|stay) (?:anonymous|unnamed)|under (?:the )?condition of anonymity"
    r"|(?:refus|prefer|(?:did|does|do)(?: not|n't) (?:wish|want))\w*(?: not)? to be (?:named|identified|quoted by name)"
    r"|who (?:was|were|is|are) not (?:authori[sz]ed|allowed|permitted) to (?:speak|comment|discuss|talk|brief)"
    r"|withheld (?:his|her|their) names?"
    r"|on (?:the )?condition (?:that )?(?:his|her|their|its) (?:names?|identit(?:y|ies)) "
    r"|(?:asked|asking|requested|requesting) (?:that )?(?:his|her|their) (?:names?|identit(?:y|ies)) (?:not|be withheld)"
)
# One of these stands in every such phrase: only sentences that hold one are searched for it.
_ANONYMITY_SIGNS = frozenset(
    ("anonymity", "anonymously", "anonymous", "unnamed", "condition", "named", "identified", "name", "names", "identity", "identities",
     "withheld", "authorised", "authorized", "allowed", "permitted")
)  # fmt: skip
_ISSUED = re.compile(r"statement|communiqu")
# said on Friday in a joint statement
_IN_STATEMENT = re.compile(
    r"[:,]?(?: [\w,]+){0,4}? (?:in|via|through|by way of) (?:an?|the|its|their|his|her|another|one)(?: [\w-]+){0,3} (?:statement|communiqu)"
)
_CONTRARY = frozenset(("deny", "reject", "condemn", "accuse", "correct"))
_HEADS = frozenset(noun.group for noun in NOUNS.values() if noun.role == "office")
_REACH = 3  # sentences, of which the first has the speaker who stays anonymous
# Nouns that take somebody up where they do not speak: people and kin do not.
_TAKEN_UP = ORGANS.keys() | {noun for noun, person in NOUNS.items() if person.role not in {"people", "kin"}}
_REASON = re.compile(r"[^.;\"\n]{0,200}")
_DEFINITE = re.compile(r"d[JNEGXnS]{0,4}[NSzbV]")
_NARRATED = frozenset(("propose", "accept", "reject", "set_condition", "support", "promise", "order", "announce"))
_PLACE = attrgetter("first", "stop")
_OF = frozenset(("of", "for", "in", "at", "on", "to", "from", "with"))
_TOGETHER = words_of("together")
_BESIDES = frozenset(("another", "other", "second", "third", "others"))
_OF_ONE = ("an", "i")  # how the name of a people ends that one of them bears, too: the American, the Iraqi; not the French
_RECENT = 6  # sentences
_POSTS = 6  # roles told last: those of the name that was just read
_NAMED_WITHIN = 12  # mentions
_HEADING = frozenset(("representing", "leading", "heading", "commanding", "overseeing", "coordinating", "chairing"))
_HANGING = 12  # tokens that may hang on a description before the name behind its comma
_ONE = frozenset(("one", "another", "other", "first", "second", "third", "fourth", "fifth"))


class Casting(Meaning):
    """Everybody of one text."""

    def cast(self) -> Cast:
        """The whole cast."""
        self._name_players()
        self._walk()
        self._anonymity()
        return self._result()

    def _walk(self) -> None:
        """Go through the text in order: names, descriptions, and the sources of statements."""
        events: list[tuple[int, int, int]] = [(bounds[0], 1, number) for number, bounds in enumerate(self.sources) if bounds is not None]
        events.extend((self._unsourced_at(number), 2, number) for number, bounds in enumerate(self.sources) if bounds is None)
        inside: set[int] = set()
        for bounds in self.sources:
            if bounds is not None:
                inside.update(range(bounds[0], min(bounds[1], bounds[0] + 60)))
        lows = self.reading.lows
        for match in _DEFINITE.finditer(self.tags):
            first, stop = match.span()
            if lows[first] in THE and first not in inside:
                low = lows[stop - 1]
                if low in _TAKEN_UP or (low in SECONDS and noun_at(lows, stop - 1) in ORGANS):
                    events.append((first, 0, stop))
        events.sort()
        for token, kind, number in events:
            self._pass_names(token, inside)
            self._move(token)
            if kind == 0:
                self._nominal(token, number)
            elif kind == 1:
                bounds = self.sources[number] or (token, token + 1)
                self._pass_names(bounds[1], inside)
                self._speak(number, bounds)
            else:
                self._continue(number)
        self._pass_names(len(lows), inside)

    def _unsourced_at(self, number: int) -> int:
        statement = self.statements[number]
        spans = [*statement.content, *([statement.cue] if statement.cue is not None else [])]
        return self.reading.token_at(min(spans)[0]) if spans else 0

    def _pass_names(self, token: int, inside: set[int]) -> None:
        """Put the names that begin before `token`, and have not been passed yet, on record, with what stands beside them."""
        words = self.reading.words
        begin, self.passed = self.passed, bisect_left(self.firsts, token, self.passed)
        for number in range(begin, self.passed):
            name, player, how = self.names[number], self.who[number], self.how[number]
            first, stop = name.first, name.stop
            if player is None:
                if how:
                    self._see(first, stop, "name", None, how, "name")
                elif name.method == "demonym" and first not in inside:
                    self._demonym(name)
                continue
            self._move(first)
            seen = self.shown[number] = Seen(first, stop, "metonym" if how == "metonym" else "name", player, how, "name")
            self.seen.append(seen)
            self.traces.append(Trace(self.sentence, first, player, spoke=False))
            if player.kind == "person":
                if not player.described and (stop - first > 1 or name.title is not None):
                    player.described = True
                    self._roles(name, player)
                    self._named_later(name, player)
            elif stop + 1 >= len(words):
                pass
            elif player.organs and words[stop] == "," and stop + 2 < len(words):
                self._called(name, player)
            elif player.kind == "state" and words[stop] == "'s":
                self._possessed(name, player, inside)

    def _possessed(self, name: Name, state: Player, inside: set[int]) -> None:
        """`Egypt's foreign ministry` names an organ of the state."""
        stop = self._organ_behind(name.stop + 1)
        if stop and name.first not in inside and state.entry >= 0:
            organ = self._organ(state.entry, " ".join(self.reading.lows[name.stop + 1 : stop]))
            self._see(name.first, stop, "nominal", organ, "state_and_organ", "possessive")
            self._trace(name.first, organ, spoke=False)
        elif not stop and name.first not in inside and (stop := self._office_behind(name.stop + 1)):
            found = self._parts_of(name.first, stop)
            if len(found) == 1 and found[0].kind == "nominal" and found[0].head == stop - 1:
                holder = self._same_description(found[0]) or self._definite(found[0], speaks=False)[0]
                if holder is None:
                    holder = self._unnamed(found[0], plural=False, voice="role_only", kind="role")
                self._see(name.first, stop, "nominal", holder, "own_description", "possessive")
                self._trace(name.first, holder, spoke=False)

    def _office_behind(self, first: int) -> int:
        """The end of "prime minister" at `first` where a verb follows; else 0."""
        lows, classes = self.reading.lows, self.tags
        for at in range(first, min(first + 4, len(lows) - 1)):
            noun = NOUNS.get(lows[at])
            if noun is not None and not noun.plural and noun.role == "office" and classes[at + 1] in "VEIHMK":
                return at + 1
            if classes[at] not in "JN":
                return 0
        return 0

    def _named_later(self, name: Name, player: Player) -> None:
        """Who was told by an office alone is named now: its foreign minister said; the minister, Ann Smith, said."""
        posts = [_post(role) for one, _, _, role, _, _, _ in self.affiliations[-_POSTS:] if one is player]
        speaks = name.first in self.heads
        bare = (
            not posts
            and name.title is None
            and speaks
            and (self._opens_second(name) or (name.first in self.openings and self._follows_office(name)))
        )
        ranked = not bare and name.title is not None and "officer" in player.nouns and self._follows_office(name)
        if not (posts or bare or ranked):
            return
        found: list[Player] = []
        for trace in reversed(self.traces[-_NAMED_WITHIN:]):
            one = trace.player
            if not trace.spoke or one.kind != "role" or one.named or one in found or one in self.same:
                continue
            if player.gender != "-" and one.gender not in {"-", player.gender}:
                continue
            words = set(one.name.lower().split())
            is_post = player.country in {None, one.country} and not one.nouns.isdisjoint(player.nouns)
            if bare or (is_post and (ranked or any(map(words.issuperset, posts)))):
                found.append(one)
        if len(found) == 1:
            one = found[0]
            self.same[one] = player
            for trace in self.traces[-TRACES:]:
                if trace.player is one:
                    trace.player = player

    def _opens_second(self, name: Name) -> bool:
        """Whether a bare name speaks in the sentence behind the lead, which ended in who said so.

        By the rule of the trade nobody is named without an office who has not had one before: "..., the governor said. <next> Ann Smith
        told reporters".
        """
        reading = self.reading
        if self.sentence != 1 or len(reading.paragraphs) < 2 or reading.paragraphs[1][0] != reading.sentences[1][0]:
            return False
        closing = [one for one in self.traces if one.spoke]
        after = reading.words[name.stop : name.stop + 1]
        return len(closing) == 1 and closing[0].token > reading.sentences[0][1] // 3 and after not in ([","], ["("])

    def _follows_office(self, name: Name) -> bool:
        """Whether a bare full name speaks right behind somebody known by an office alone: the policy chief said. ... Ann Smith told."""
        last = next((one for one in reversed(self.traces[-_NAMED_WITHIN:]) if one.spoke), None)
        if last is None or last.player.kind != "role" or last.player.named or last.player.nouns.isdisjoint(_HEADS) or name.entry >= 0:
            return False
        after = self.reading.words[name.stop : name.stop + 1]
        if any(
            bounds is not None and bounds[0] == name.first and statement.speech_act in _CONTRARY
            for statement, bounds in zip(self.statements, self.sources, strict=True)
        ):
            return False  # the mayor said so. Ann Smith denied it
        return name.stop - name.first > 1 and 0 < self.sentence - last.sentence < _REACH and after not in ([","], ["("])

    def _nominal(self, first: int, stop: int) -> None:
        """A description that does not speak: the group, the Islamist group, the minister."""
        if stop - first == 2:
            low = self.reading.lows[stop - 1]
            noun = NOUNS.get(low)
            plural = noun is not None and noun.plural
            kind = "organ" if noun is None else "nominal"
            found = [
                Part(first, stop, kind, stop - 1, -1, self.reading.lows[first], None, plural, (), -1, -1, (), -1, -1, (stop - 1, stop))
            ]
        else:
            found = self._parts_of(first, stop)
            if len(found) != 1 or found[0].kind not in {"nominal", "organ"}:
                return
        player, method = self._definite(found[0], speaks=False)
        if player is None and found[0].kind == "organ":
            organ = self._organ_of(found[0])
            if organ is not None:
                player, method = organ
        if player is None and self._is_first_told(found[0]):
            if found[0].kind == "organ":
                player, method = self._body(found[0])
            else:
                player, method = self._unnamed(found[0], plural=False, voice="role_only", kind="role"), "own_description"
        if player is None:
            self._see(first, stop, "nominal", None, method, "definite_description")
            return
        self._see(first, stop, "nominal", player, method, "definite_description")
        self._trace(first, player, spoke=False)

    def _is_first_told(self, part: Part) -> bool:
        """Whether the holder of an office, or a body of the state, of whom nobody has told yet is the subject of a sentence.

        The health minister resigned. "I failed," he said. The foreign office lodged a protest, it said.
        """
        lows = self.reading.lows
        if lows[part.first] != "the" or not self._opens(part.first) or self.tags[part.stop : part.stop + 1] not in VERB_TAGS:
            return False
        if part.kind == "organ":
            low = noun_at(lows, part.head)
            return low == "foreign office" or (low in ORGANS and ORGANS[low].group in FIRST_TOLD)
        noun = NOUNS.get(lows[part.head])
        return noun is not None and noun.role == "office" and not noun.plural and not part.plural

    def _speak(self, number: int, bounds: tuple[int, int]) -> None:
        """Resolve the source of the statement `number`."""
        spoken = self.spoken[number]
        same = self.heard.get(bounds[0])
        if same is not None:
            # two acts of one source: declined to comment and said ...
            spoken.extend(self.spoken[same[0]])
            self.voices[number] = (self._voice(number, same[1], spoken[0][0]), self.voices[same[0]][1])
            return
        named = self.at.get(bounds[0], -1)
        if named >= 0 and self.names[named].stop == bounds[1] and (bearer := self.who[named]) is not None:
            self._speak_by_name(number, bounds[0], named, bearer)
            return
        found = self._parts(self._behind_slug(bounds) if bounds[0] in self.headlines else bounds)
        kinds: list[str] = []
        count: int | None = None
        for part in found:
            resolved, voice = self._resolve(part, number)
            kinds.append(voice)
            for player, seen, method in resolved:
                if player is not None and spoken and any(one is player for one, _, _ in spoken):
                    continue
                spoken.append((player, seen, method))
            first = resolved[0][0]
            size = part.size if part.kind in {"nominal", "number"} or (part.kind == "organ" and len(found) > 1) else None
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

    def _speak_by_name(self, number: int, first: int, named: int, player: Player) -> None:
        """A source that is nothing but the name `named`, and the title before it."""
        self.spoken[number].append((player, self.shown[named], self.how[named]))
        self._trace(self.names[named].first, player, spoke=True)
        count = player.count if not player.named else 1 if player.kind == "person" else None
        self.voices[number] = (self._voice(number, player.voice, player), count)
        self.heard[first] = (number, player.voice)

    def _behind_slug(self, bounds: tuple[int, int]) -> tuple[int, int]:
        """A source without the slug that stands before it on the same line."""
        first, stop = bounds
        if stop - 1 not in self.headlines:
            while first in self.headlines:
                first += 1
        return first, stop

    def _parts(self, bounds: tuple[int, int]) -> list[Part]:
        """Those who speak together in a source."""
        first, stop = bounds
        number = self.at.get(first, -1)
        if number >= 0 and self.names[number].stop == stop and self.who[number] is not None:
            return [_plain_part(bounds, "name", number)]
        if number >= 0 and (player := self.who[number]) is not None and player.kind == "person" and self._is_apposed(number, stop):
            return [_plain_part(bounds, "name", number)]
        number = self.at.get(first + 1, -1) if self.reading.lows[first] == "the" else -1
        if number >= 0 and self.names[number].stop == stop and (player := self.who[number]) is not None and player.kind != "person":
            return [_plain_part(bounds, "name", number)]
        if stop - first == 1 and (agrees := PRONOUNS.get(self.reading.lows[first])):
            return [_plain_part(bounds, "pronoun", -1, plural=agrees == "they")]
        return self._parts_of(first, stop)

    def _is_apposed(self, number: int, stop: int) -> bool:
        """Whether nothing but an apposition or a relative clause stands between the name and `stop`."""
        words, lows = self.reading.words, self.reading.lows
        first = self.names[number].stop
        if first >= stop:
            return False
        if words[first] != ",":
            return lows[first] == "who"
        return (
            first + 1 < stop
            and first + 1 not in self.at
            and not any(lows[at] in {"and", "&"} and (words[at - 1] == "," or at + 1 in self.at) for at in range(first + 1, stop))
        )

    def _apposed_behind(self, part: Part) -> int:
        """The person whose name follows the description and its comma: a pilgrim, Ann Smith, 45, who escaped; -1 where there is none."""
        words, lows, classes = self.reading.words, self.reading.lows, self.tags
        comma = part.core[1]
        while comma < min(part.core[1] + _HANGING, len(words) - 1) and (
            (
                classes[comma] in "oFOdpJNSXsR"
                and (lows[comma] not in NOUNS or NOUNS[lows[comma]].plural or part.lead in {"a", "an", "another"})
            )
            or lows[comma] in _HEADING
        ):
            comma += 1  # the mediator in the border dispute,
        if self._names_another(part, comma):
            return -1
        if comma < len(words) and lows[comma] == "who" and part.lead in {"the", "a", "an", "another"}:
            # the cleric who blessed the march, Ann Smith,
            comma = next((at for at in range(comma, min(comma + _HANGING, len(words) - 1)) if words[at] == ","), comma)
            number = self.at.get(comma + 1, -1)
            return number if number >= 0 and words[self.names[number].stop : self.names[number].stop + 1] == [","] else -1
        if comma + 1 >= len(words) or words[comma] != "," or (comma > part.core[1] and comma + 1 < part.stop < comma + 3):
            return -1
        first = comma + 1
        named = False
        for token in range(first, min(comma + _HANGING, len(words) - 1)):
            number = self.at.get(token, -1)
            player = self.who[number] if number >= 0 else None
            if player is not None and player.kind == "person" and (named or "F" not in classes[first:token]):
                break
            named = lows[token] in NAMED_BY or (named and lows[token] == "as")
            if not (named or classes[token] in "dJNXFoL"):
                return -1
        else:
            return -1
        stop = self.names[number].stop
        closed = words[stop] == "," or (named and words[stop] == ".") or first < stop < part.stop
        return number if closed and stop + 1 < len(words) and lows[stop + 1] not in {"and", "or"} else -1

    def _names_another(self, part: Part, stop: int) -> bool:
        """Whether it is somebody behind the description who is named: a lawyer for his opponent, Ann Smith, said."""
        if part.kind != "nominal" or part.lead not in {"a", "an", "another"}:
            return False
        lows = self.reading.lows
        for at in range(part.core[1], stop):
            if lows[at] == ",":
                return False
            noun = NOUNS.get(lows[at])
            if noun is not None and not noun.plural and lows[at - 1] in {"his", "her", "their"}:
                return True
        return False

    def _body_behind(self, part: Part) -> int:
        """The organisation's name that stands between commas behind its description: his party, the Northern Front, said; else -1."""
        words, comma = self.reading.words, part.core[1]
        while part.kind == "number" and comma < min(part.core[1] + 6, len(words) - 1) and self.tags[comma] in "odpJNS":
            comma += 1  # one of the firms, Dubai-based Acme,
        if "".join(self.reading.lows[comma + 1 : comma + 2]).endswith("-based"):
            return self._bearer(comma + 2, part)
        if words[comma : comma + 1] != [","]:
            return -1
        return self._bearer(comma + 1 + (words[comma + 1 : comma + 2] == ["the"]), part)

    def _bearer(self, first: int, part: Part) -> int:
        """The organisation whose name begins at `first` and ends where the apposition or the source does; else -1."""
        number = self.at.get(first, -1)
        player = self.who[number] if number >= 0 else None
        if player is None or player.kind in PEOPLE_KINDS:
            return -1
        stop = self.names[number].stop
        return number if stop >= part.stop or self.reading.words[stop] == "," else -1

    def _called_behind(self, part: Part) -> int:
        """The name that a description is said to bear: a group calling itself the Front, a teacher named Ann Smith; else -1."""
        lows = self.reading.lows
        for token in range(part.core[1], min(part.core[1] + _HANGING, part.stop + 3, len(lows) - 3)):
            if lows[token] in NAMED_BY or lows[token] == "calling":
                first = token + 1 + (lows[token + 1] == "as" or lows[token + 1] in SELVES)
                return self.at.get(first + (lows[first] == "the"), -1)
            if self.tags[token] not in "FOodpJNXs,":
                break
        return -1

    def _voice(self, number: int, kind: str, player: Player | None) -> str:
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
        return (
            len(statement.content) == 1
            and statement.quotation_type == "mixed"
            and self.reading.folded[statement.content[0][0] : statement.content[0][0] + 4].lower().startswith(("a ", "an ", "the "))
        )

    def _in_statement(self, number: int) -> bool:
        """`said in a statement`: in the cue or right behind it."""
        cue = self.statements[number].cue
        if cue is None:
            return False
        folded = self.reading.folded
        return _ISSUED.search(folded[slice(*cue)].lower()) is not None or _IN_STATEMENT.match(folded, cue[1], cue[1] + 80) is not None

    def _resolve(self, part: Part, number: int) -> tuple[Meant, str]:
        """Whom `part` means, and what kind of source it is."""
        lows = self.reading.lows
        kind = part.kind
        if part.lead == "the" and (body := self._capital_noun(part)) is not None:
            return [(body, self._see(part.first, part.core[1], "name", body, "short_name", "name"), "short_name")], body.voice
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
                    self._roles(self.names[part.name], player)
                    self._named_later(self.names[part.name], player)
                return [(player, self.shown[part.name], self.how[part.name])], player.voice
            if (noun := self._plain_noun(part)) is not None:
                return self._resolve(noun, number)
            method = self.how[part.name] or "not_an_actor"
            return [(None, self.shown[part.name], method)], "unknown"
        if part.lead == "no" or lows[part.first] == "neither":
            return [(None, None, "nobody")], "unknown"
        single = kind == "nominal" or (kind == "number" and lows[part.head] in _ONE)
        if single and not part.plural and part.apposed < 0 and (aged := self._apposed_behind(part)) >= 0:
            player = self.who[aged]
            if player is not None:
                self._has_gender(player, part)
                return [(player, self.shown[aged], "apposition")], player.voice
        if kind in {"nominal", "organ"} and (called := self._called_behind(part)) >= 0 and (player := self.who[called]) is not None:
            if kind == "organ":
                self._is_body(player, noun_at(lows, part.head))
            return [(player, self.shown[called], "apposition")], player.voice
        trades = kind == "nominal" and lows[part.head] in RUNS_BUSINESS  # its operator, Acme Corp.
        if (
            (kind == "organ" or trades or (single and kind == "number"))
            and (bearer := self._body_behind(part)) >= 0
            and (player := self.who[bearer]) is not None
        ):
            if kind == "organ":
                self._is_body(player, noun_at(lows, part.head))
            return [(player, self.shown[bearer], "apposition")], player.voice
        apposed = part.apposed if part.apposed >= 0 and not self._names_another(part, self.names[part.apposed].first) else -1
        if apposed >= 0 and (player := self.who[apposed]) is not None:
            self._has_gender(player, part)
            if kind == "organ":
                self._is_body(player, noun_at(lows, part.head))
            return [(player, self.shown[apposed], "apposition")], player.voice
        if kind == "nominal":
            return self._someone(part)
        if lows[part.head] in _TOGETHER and (part.size is not None or part.lead == "both") and (joint := self._together(part)):
            seen = self._see(part.first, part.core[1], "nominal", joint[0], "last_joint_speakers", "organisation_noun")
            return [(one, seen, "last_joint_speakers") for one in joint], "named_org"
        if kind == "organ" and lows[part.head] in {"sides", "parties"} and (part.size == 2 or part.lead == "both"):
            seen = self._see(part.first, part.core[1], "nominal", None, "both_sides", "organisation_noun")
            return [(None, seen, "both_sides")], "named_org"
        if part.lead == "whose" and self._possessor(part) is None:
            return [(None, None, "relative_pronoun")], "unknown"
        if kind == "organ" and (lows[part.head] in NOUNS and part.lead in {"a", "an", "another"}):
            return self._someone(part._replace(kind="nominal"))  # an executive
        if kind == "organ" and self._is_bare_noun(part):
            return [(None, None, "bare_noun")], "unknown"
        if kind in {"organ", "media"}:
            player, method = self._body(part)
            seen = self._see(part.first, part.core[1], "nominal", player, method, "organisation_noun")
            return [(player, seen, method)], "media_report" if kind == "media" else player.voice if player is not None else "unknown"
        if kind in {"statement", "document"}:
            return self._author(part)
        if kind == "people":
            name = self.names[self.at[part.head]]
            if part.lead == "the" and lows[part.head].endswith(_OF_ONE) and (one := self._compatriot(name)) is not None:
                seen = self._see(part.first, name.stop, "nominal", one, "demonym", "demonym")
                return [(one, seen, "demonym")], one.voice  # the American, of a U.S. official who has spoken
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
            if low == "both" or (part.lead in {"the", "all"} and part.head > part.first and low not in _ONE and low != "others"):
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
                if lows[part.head] in _BESIDES and (whole := self._whole()) is not None:
                    several = [whole]
                if (len(several) != 1 or several[0].named) and (met := self._several_before()) is not None:
                    several = [met]
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

    def _has_gender(self, player: Player, part: Part) -> None:
        """What a description says of somebody's gender is surer than a given name: a spokeswoman, Ann Smith."""
        noun = NOUNS.get(self.reading.lows[part.head])
        if noun is not None and noun.gender != "-" and player.kind == "person":
            player.gender = noun.gender

    def _capital_noun(self, part: Part) -> Player | None:
        """The organisation met before whose name has the capital noun: the Fund, of the International Monetary Fund."""
        word = self.reading.words[part.head]
        if part.head != part.first + 1 or not word[0].isupper() or word.isupper() or part.core[1] != part.head + 1:
            return None
        if part.name >= 0 and self.who[part.name] is not None:
            return None
        for trace in reversed(self.traces[-TRACES:]):
            player = trace.player
            if player.kind in PEOPLE_KINDS or player.kind == "state" or not player.named:
                continue
            known = self.reference.entries[player.entry].aliases if player.entry >= 0 else ()
            if any(word in form.split(" ")[1:] for form in (player.name, *player.aliases, *(form for form, _ in known))):
                return player
        return None

    def _together(self, part: Part) -> list[Player]:
        """Which states `both countries`, `the three capitals` are."""
        size = part.size or 2
        openers = self._openers(part.first)
        return openers if len(openers) == size else self._joint(size)

    def _joint(self, size: int) -> list[Player]:
        """The states and bodies, `size` of them, that spoke together last."""
        for at in range(len(self.traces) - 1, max(-1, len(self.traces) - TRACES), -1):
            trace = self.traces[at]
            if trace.spoke and trace.player.kind not in PEOPLE_KINDS:
                sentence = trace.sentence
                found = [one.player for one in self.traces[max(0, at - 12) : at + 1] if one.spoke and one.sentence == sentence]
                together = list(dict.fromkeys(player for player in found if player.kind not in PEOPLE_KINDS))
                if len(together) == size:
                    return together
        return []

    def _compatriot(self, name: Name) -> Player | None:
        """The one person of a country who has spoken: of several, nobody."""
        country = self.reference.entries[name.entry].country
        found = {trace.player for trace in self.traces[-TRACES:] if trace.spoke and trace.sentence >= self.sentence - _RECENT}
        of_there = [one for one in found if one.kind in PEOPLE_KINDS and not one.plural and one.country == country]
        described = [one for one in of_there if not one.named] or of_there
        return described[0] if len(described) == 1 else None

    def _plain_noun(self, part: Part) -> Part | None:
        """A name that is none, but a plural noun for people with a sentence's capital: Survivors said."""
        noun = NOUNS.get(self.reading.lows[part.head]) if part.core[1] - part.core[0] == 1 else None
        if noun is None or not noun.plural or not self._opens(part.first):
            return None
        return part._replace(kind="nominal", name=-1, plural=True, size=None)

    def _is_bare_noun(self, part: Part) -> bool:
        """Whether one countable noun stands alone, as only headlines have it: Campaign says."""
        low = self.reading.lows[part.head]
        return (
            part.lead == ""
            and part.core[1] - part.core[0] == 1
            and part.owner < 0
            and part.owner_head < 0
            and not low.endswith("s")
            and low in ORGANS
            and ORGANS[low].kind in {"organization", "state", "company"}
        )

    def _continue(self, number: int) -> None:
        """A statement without a source: a quotation that goes on, or one that nobody is named for."""
        statement = self.statements[number]
        if statement.quotation_type == "direct" and statement.cue is None:
            for trace in reversed(self.traces[-TRACES:]):
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

    def _anonymity(self) -> None:
        """`on condition of anonymity because ...`: whose it is, and the reason as printed."""
        spoken: dict[int, list[Trace]] = {}
        for trace in self.traces:
            if trace.spoke and not trace.player.named:
                spoken.setdefault(trace.sentence, []).append(trace)
        if not spoken:
            return
        folded, lows = self.reading.folded, self.reading.lows
        starts, ends, sentences = self.reading.starts, self.reading.ends, self.reading.sentences
        near = {at for sentence in spoken for at in range(sentence, min(sentence + _REACH, len(sentences)))}
        hits = (
            (one, match)
            for one in sorted(near)
            if not _ANONYMITY_SIGNS.isdisjoint(lows[slice(*sentences[one])])
            for match in _ANONYMOUS.finditer(folded, starts[sentences[one][0]], ends[sentences[one][1] - 1])
        )
        for sentence, match in hits:
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
        if self.same:
            self._unite()
        self.seen.sort(key=_PLACE)
        mentions = []
        used: list[Player] = []
        for number, (seen, player) in enumerate([(seen, seen.player) for seen in self.seen]):
            seen.index = number
            if player is not None and player.index < 0:
                player.index = len(used)
                used.append(player)
            span = (starts[seen.first], ends[seen.stop - 1])
            mentions.append(Mention(span, seen.kind, None if player is None else player.index, seen.method, seen.rule))
        for player in self.players:
            if player.index < 0:
                player.index = len(used)
                used.append(player)
        actors = []
        for player in used:
            known = self.reference.entries[player.entry] if player.entry >= 0 else None
            aliases = () if known is None else known.aliases
            if player.aliases:
                aliases = tuple({**dict(aliases), **player.aliases}.items())
            identifier = None if known is None else known.id
            office = None if known is None or known.organisation is None else self._in_office(known)
            actors.append(Actor(player.name, player.kind, player.named, identifier, player.country, player.sectors, aliases, office))
        speakers = [
            Speaker(number, None if player is None else player.index, None if seen is None else seen.index, method)
            for number, spoken in enumerate(self.spoken)
            for player, seen, method in spoken
        ]
        voices = []
        for number, (voice, count) in enumerate(self.voices):
            kind = voice
            speaker = self.spoken[number][0][0] if self.spoken[number] else None
            reason = None
            if speaker is not None and speaker.voice == "anonymous_explicit" and kind.startswith("anonymous"):
                kind, reason = speaker.voice, speaker.anonymity
            addressee = self.statements[number].addressee
            voices.append(Voice(kind, count, reason, None if addressee is None else self._addressee(addressee)))
        affiliations = [
            Affiliation(player.index, None if body is None else body.index, relation, role, (starts[first], ends[stop - 1]), rule)
            for player, body, relation, role, first, stop, rule in self.affiliations
        ]
        return Cast(actors, mentions, affiliations, speakers, voices)

    def _unite(self) -> None:
        """Put who was named only later in the place of the office that was told first."""
        same = self.same
        for seen in self.seen:
            if seen.player in same:
                seen.player, seen.method = same[seen.player], "named_later"
        for number, spoken in enumerate(self.spoken):
            if any(player in same for player, _, _ in spoken if player is not None):
                first = spoken[0][0]
                if first in same and self.voices[number][0] == "role_only":
                    self.voices[number] = (same[first].voice, self.voices[number][1])
                spoken[:] = [
                    (same[player], seen, "named_later") if player is not None and player in same else (player, seen, method)
                    for player, seen, method in spoken
                ]
        self.affiliations = [(same.get(player, player), *rest) for player, *rest in self.affiliations]  # type: ignore[misc]
        self.players = [player for player in self.players if player not in same]

    def _in_office(self, known: Known) -> str | None:
        """For which organisation a known person speaks on the day of the text; None where the office was not held then."""
        day = self.reading.published
        if day is None:
            return None if known.valid_to else known.organisation
        today = day.isoformat()
        if (known.valid_from or "") > today or (known.valid_to or "9999") < today:
            return None
        return known.organisation

    def _addressee(self, span: Span) -> int | None:
        first = self.reading.token_at(span[0])
        stop = self.reading.token_at(span[1] - 1) + 1
        for token in range(first, min(stop, first + 12)):
            number = self.at.get(token, -1)
            player = self.who[number] if number >= 0 else None
            if player is not None:
                return player.index
        return None


def _post(role: str) -> set[str]:
    """The words of a role that say what it is, not of what: foreign minister, secretary."""
    words = role.lower().split()
    return set(words[: next((at for at, word in enumerate(words) if word in _OF), len(words))])


def _plain_part(bounds: tuple[int, int], kind: str, name: int, *, plural: bool = False) -> Part:
    """A source of nothing but a name or a pronoun."""
    return Part(bounds[0], bounds[1], kind, bounds[0], name, "", None, plural, (), -1, -1, (), -1, -1, bounds)
