"""Meaning: whom a description or a pronoun means, and by what reason.

Belongs here: taking somebody up again, and describing somebody for the first time. Does not belong here: names (`naming`), and how a
phrase is cut (`phrase`). Where it is not certain whom words mean they mean nobody, and the reason is kept.
"""

import re
from bisect import bisect_right
from collections import Counter
from functools import cached_property

from transforms.text.actors.nouns import NOUNS, ORGANS, PORTFOLIOS, TITLES, Noun, Organ, words_of
from transforms.text.actors.phrase import COUNTS, PRONOUNS, WORDS, Part, noun_at
from transforms.text.actors.player import BODY_KINDS, PEOPLE_KINDS, Player, Seen, Trace, add_noun, lower_first
from transforms.text.actors.roles import Roles
from transforms.text.actors.stage import PLACE_BEFORE, TRACES
from transforms.text.statements.statement import Span

Meant = list[tuple[Player | None, Seen | None, str]]
"""Who is meant, each with the mention and the reason."""

THE = frozenset(("the", "this", "these", "those", "that", "both"))
# Nouns that take up any organisation of their group; others (commission, court, ministry) only one that has them in its name.
_GENERAL = words_of("general")
_PLAIN = words_of("plain")
_PASSING = frozenset(("new", "newly", "current", "incoming", "outgoing", "acting", "same", "late", "young", "old", "senior", "top"))
_RANKS = frozenset(("deputy", "vice", "assistant", "associate", "local"))  # the deputy governor is not the governor
_ARTICLE = frozenset(("a", "an", "another"))
FIRST_TOLD = frozenset(("ministry", "government", "army", "navy", "police"))
_BY = frozenset(("by", "from"))
_THEIRS = frozenset(("his", "her", "its", "their"))
_OFFICES = frozenset(noun.group for noun in NOUNS.values() if noun.role in {"office", "role"})
_TELLS_NOTHING = words_of("tells_nothing") | _PLAIN
_OFFICIAL = words_of("one_office")  # sources of whom there is only one, where they are the ones of somebody
_ARMED = words_of("armed")
_MARKS = frozenset(('"', "''", "``"))
_ORDINALS = frozenset(("second", "third", "fourth", "fifth", "other"))
_OWNED = re.compile(r"'s$|s'$")
_HEADS_OF = {"state": "president", "government": "premier"}
_RULERS = frozenset(("minister", "premier", "president", "governor", "general", "king"))
_ANYBODY = frozenset(("man", "woman", "person", "politician", "year-old", "native", "father", "mother"))
# What people are besides their office: the veteran diplomat, of a head of mission.
_CALLINGS = frozenset(
    ("diplomat", "politician", "lawyer", "veteran", "economist", "academic", "businessman", "cleric", "activist", "jurist")
)
_WHO = frozenset(("who", "whose", "whom"))
_RULING = frozenset(("president", "premier", "king", "queen", "chancellor", "governor", "mayor", "pope", "emperor", "sultan", "emir"))
_OF_OFFICIALS = frozenset(("diplomat", "politician", "veteran"))
_SPEAKING = frozenset(("spokesperson", "officer", "commander", "police", "official"))
_SEVERAL = frozenset(("organization", "party", "ngo", "company", "armed_group", "state", "media"))  # bodies of which several are told
_OF_STATES = frozenset(("government", "military", "court", "state"))
_BACK = 8  # sentences that a pronoun may look back


class Meaning(Roles):
    """Descriptions and pronouns, each with the player that it means."""

    def _definite(self, part: Part, *, speaks: bool = True) -> tuple[Player | None, str]:
        """Whom `the official`, `the sources`, `the Islamist group` takes up."""
        lows = self.reading.lows
        low = noun_at(lows, part.head)
        if part.kind == "organ":
            organ = ORGANS.get(low)
            if organ is None:
                return None, "not_an_actor"
            wanted = self._organisations(part) if part.inside else []
            telling = self._telling(part, organ)
            for trace in reversed(self.traces[-TRACES:]):
                player = trace.player
                if (
                    trace.token < part.core[1]
                    and organ.group in player.organs
                    and player.kind not in PEOPLE_KINDS
                    and self._may_be(player, low)
                    and (not telling or self._is_called(player, telling))
                    and (not wanted or player in wanted or player.country in {one.country for one in wanted})
                    and (wanted or not self._is_elsewhere(trace, part.first))
                ):
                    return player, "definite_description"
            return None, "no_antecedent"
        if low == "head" and lows[part.head + 1 : part.head + 2] == ["of"]:
            low = _HEADS_OF.get("".join(lows[part.head + 2 : part.head + 3]), low)
        noun = NOUNS.get(low)
        if noun is None:
            title = TITLES.get(self.reading.words[part.head])
            noun = NOUNS.get(title.noun.rpartition(" ")[2]) if title is not None else None
            if noun is None:
                return None, "no_antecedent"
        wanted = self._organisations(part)
        owner = lows[part.owner_head] if part.owner_head >= 0 and not wanted else ""
        if owner in ORGANS and ORGANS[owner].group in {"group", "party", "country", "organisation"}:
            owner = ""
        general = noun.lemma in {"man", "woman", "person", "politician"}
        said = (
            [word for word in self.reading.lows[part.core[0] : part.head] if word.isalpha() and word not in _PLAIN]
            if not part.inside
            else []
        )
        told = set(said) - _PASSING
        nearest: Player | None = None
        for trace in reversed(self.traces[-TRACES:]):
            player = trace.player
            if player.kind not in PEOPLE_KINDS or player.plural != part.plural or trace.token >= part.core[1]:
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
            if owner and not self._belongs(player, owner):
                continue  # the army's spokesman is not the government's
            if player.named:
                roles = self.roles.get(player, [])
                so_called = [role for role in roles if noun.lemma in role]
                if so_called and "former" not in lows[part.core[0] : part.head] and all("former" in role for role in so_called):
                    continue  # the new minister is not the former one
                if told and not any(told <= role for role in roles):
                    if told.isdisjoint(_RANKS) and not self._is_of_another(told, so_called):
                        nearest = nearest or player
                    continue
            return player, "definite_description"
        if nearest is not None:
            return nearest, "definite_description"
        if not speaks:
            return None, "no_antecedent"
        if part.lead in THE and part.owner < 0 and part.owner_head < 0 and (described := self._described_before(part)) is not None:
            return described, "described_before"
        of_states = all(one.kind == "state" for one in wanted)
        if (
            not part.plural
            and of_states
            and part.lead != ""
            and part.owner < 0
            and part.owner_head < 0
            and not self._is_new(part, noun, told)
        ):
            return self._last_speaker(noun, foreign=bool(wanted))
        if (part.plural and part.size == 2) or noun.lemma in {"couple", "pair"}:
            several = [player for player in self._last_several() if player.kind in PEOPLE_KINDS]
            if len(several) == 2:
                return several[0], "last_two"
        return None, "no_antecedent"

    def _is_new(self, part: Part, noun: Noun, told: set[str]) -> bool:
        """Whether a description tells of somebody not met before: the justice minister, the captain, who turned himself in,"""
        lows, stop = self.reading.lows, part.core[1]
        if "".join(lows[stop : stop + 1]) in _WHO or (lows[stop : stop + 1] == [","] and "".join(lows[stop + 1 : stop + 2]) in _WHO):
            return True
        return noun.role in {"office", "role"} and (bool(told) or noun.group in _RULING)

    def _is_of_another(self, told: set[str], roles: list[set[str]]) -> bool:
        """Whether the roles that somebody has been given are of other offices than the one that is told: interior, law."""
        own = told & PORTFOLIOS
        return bool(own) and bool(roles) and all(not role.isdisjoint(PORTFOLIOS) and role.isdisjoint(own) for role in roles)

    def _is_elsewhere(self, trace: Trace, token: int) -> bool:
        """Whether the text has turned to another country since a state's body was spoken of: In Khartoum ... The government said."""
        own = trace.player.country
        if own is None or trace.player.kind not in _OF_STATES:
            return False
        others: set[str] = set()
        turned = False
        entries, lows = self.reference.entries, self.reading.lows
        for number in range(bisect_right(self.firsts, trace.token + 1), bisect_right(self.firsts, token - 1)):  # behind "the French"
            name = self.names[number]
            country = entries[name.entry].country if name.entry >= 0 else None
            if country == own:
                return False
            if country is not None:
                others.add(country)
                turned = turned or (lows[name.first - 1] == "in" and self._opens(name.first - 1))
        spoken = self._countries
        return turned or any(spoken[other] > spoken[own] for other in others)

    @cached_property
    def _countries(self) -> Counter[str]:
        """How often the text names each country, and who is known to be of it."""
        entries = self.reference.entries
        return Counter(country for name in self.names if name.entry >= 0 and (country := entries[name.entry].country) is not None)

    def _described_before(self, part: Part) -> Player | None:
        """`The diplomats said` behind `learned from two diplomats in Bamako`: the description that did not speak where it stood."""
        lows, classes = self.reading.lows, self.tags
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
            found = self._parts_of(first, stop)
            if not found or found[0].kind != "nominal" or found[0].head != at or (found[0].lead in THE and not found[0].inside):
                return None
            if found[0].plural and found[0].size is None and not (found[0].inside or found[0].behind):
                return None
            player = self._unnamed(found[0], plural=found[0].plural, voice="anonymous_described")
            self._see(found[0].first, found[0].core[1], "nominal", player, "own_description", "description")
            return player
        return None

    def _several_before(self) -> Player | None:
        """Of whom `one said` tells, where they open the sentence before and do not speak there: Western diplomats were blunt. One said."""
        if self.sentence == 0:
            return None
        first, stop = self.reading.sentences[self.sentence - 1]
        for at in range(first, min(first + 6, stop)):
            noun = NOUNS.get(self.reading.lows[at])
            if noun is not None:
                found = self._parts_of(first, at + 1) if noun.plural else []
                if len(found) != 1 or found[0].kind != "nominal" or found[0].head != at or found[0].lead in THE:
                    return None
                return self._unnamed(found[0], plural=True, voice="anonymous_collective")
        return None

    def _last_speaker(self, noun: Noun, *, foreign: bool = False) -> tuple[Player | None, str]:
        """`the widow`, `the minister` said of nobody before: the one who has just spoken, where nothing speaks against it."""
        for trace in reversed(self.traces[-TRACES:]):
            if trace.sentence < self.sentence - 2:
                break
            player = trace.player
            if not trace.spoke:
                continue
            if player.plural or player.kind != "person" or (noun.gender != "-" and player.gender not in {"-", noun.gender}):
                break
            if foreign and (noun.lemma not in _CALLINGS or player.country is not None or trace.sentence < self.sentence - 1):
                break
            if noun.role == "people" and noun.lemma not in _ANYBODY | _CALLINGS and not _RULERS.isdisjoint(player.nouns):
                break  # the cleric is not the minister who has just spoken
            if noun.lemma in _CALLINGS - _OF_OFFICIALS and not _SPEAKING.isdisjoint(player.nouns):
                break  # the cleric is not the spokeswoman who has just spoken
            if noun.lemma not in _CALLINGS and noun.role in {"office", "role", "member"} and any(one in _OFFICES for one in player.nouns):
                break
            return player, "definite_last_speaker"
        return None, "no_antecedent"

    def _place_behind(self, part: Part) -> str:
        """Gaza in the health ministry in Gaza."""
        first = stop = part.core[1] + 1
        if first >= part.stop or self.reading.lows[first - 1] != "in":
            return ""
        classes = self.tags
        while stop < part.stop and classes[stop] == "X":
            stop += 1
        return " ".join(self.reading.words[first:stop])

    def _telling(self, part: Part, organ: Organ) -> list[str]:
        """The words of a description that its organisation must have in its name: health in the health ministry in Gaza, and Gaza."""
        lows = self.reading.lows
        head = noun_at(lows, part.head)
        found = []
        if organ.kind == "media" or head not in _GENERAL:
            found = [
                lows[at].replace("defense", "defence")
                for at in range(part.core[0], part.head)
                if lows[at].isalpha() and at not in self.at and lows[at] not in _TELLS_NOTHING
            ]
        if place := self._place_behind(part):
            found.append(place.lower())
        return found

    def _belongs(self, player: Player, body: str) -> bool:
        """Whether what the text says of a player names `body`: an army spokesman is the army's."""
        if not player.named:
            return body in player.name.lower()
        return any(one is player and body in role.lower() for one, _, _, role, _, _, _ in self.affiliations[-TRACES:])

    def _is_called(self, player: Player, telling: list[str]) -> bool:
        names = [name.lower().replace("defense", "defence") for name in (player.name, *player.aliases)]
        return all(any(word in name for name in names) for word in telling)

    def _may_be(self, player: Player, noun: str) -> bool:
        """Whether `noun` may take up `player`: a noun for any organisation of its kind may, a special one only where the name has it."""
        return (
            noun in _GENERAL
            or noun in player.nouns
            or noun in player.name.lower()
            or any(noun in alias.lower() for alias in player.aliases)
        )

    def _organ_of(self, part: Part) -> tuple[Player, str] | None:
        """`the Egyptian army`, `Egypt's foreign ministry` as the organ of the state named with it; `the Hamas leadership` as Hamas."""
        lows = self.reading.lows
        organ = ORGANS.get(noun_at(lows, part.head))
        owner = self.who[part.owner] if part.owner >= 0 else None
        if owner is not None and organ is not None and organ.group != "government":
            for number in part.inside:
                known = self.who[number]
                if (
                    known is not None
                    and known.entry >= 0
                    and known.country == owner.country
                    and known.kind in BODY_KINDS - {"state", "media"}
                ):
                    return known, "name_and_noun"  # Ukraine's SBU security service
        for number in (part.owner, *part.inside):
            if number < 0:
                continue
            name = self.names[number]
            if name.kind == "known" and self.reference.entries[name.entry].kind == "state" and lows[part.head] != "group":
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

    def _organisations(self, part: Part) -> list[Player]:
        """The organisations that a description names, or the body of a state that it is the first to tell of: a spokesman for the army."""
        found = super()._organisations(part)
        if found or part.owner >= 0 or part.owner_head >= 0 or part.inside or part.behind or part.lead in _THEIRS:
            return found
        lows = self.reading.lows
        head = part.behind_head
        if head < 0:
            head = next((at for at in range(part.head - 1, part.core[0] - 1, -1) if lows[at] in ORGANS), -1)
        organ = ORGANS.get(noun_at(lows, head)) if head >= 0 else None
        if organ is None or organ.group not in FIRST_TOLD:
            return found
        bodies = self._parts_of(max(part.core[0] if head < part.head else 0, self._phrase_start(head)), head + 1)
        if len(bodies) != 1 or bodies[0].kind != "organ":
            return found
        body = self._body(bodies[0])[0]
        self._trace(bodies[0].first, body, spoke=False)
        return [body]

    def _body(self, part: Part) -> tuple[Player, str]:
        """The organisation that a common noun means: the army, Egypt's foreign ministry, the rebel group."""
        reading = self.reading
        low = noun_at(reading.lows, part.head)
        found = self._organ_of(part)
        if found is not None:
            return found
        if part.lead in THE or (part.lead == "" and part.owner < 0 and not part.inside):
            known, method = self._definite(part._replace(kind="organ"))
            if known is not None:
                return known, method
        organ = ORGANS[low] if low in ORGANS else ORGANS["organisation"]
        owner = self.who[part.owner] if part.owner >= 0 else self.who[part.inside[0]] if part.inside else None
        first = part.core[0] if part.owner < 0 and part.owner_head < 0 else part.first
        if part.lead in _THEIRS:
            first = part.first
        name = self._named_after(part, lower_first(reading, first, part.core[1], self.at))
        if owner is not None and name.startswith(("the ", "a ", "an ")):
            name = name.partition(" ")[2]
        if part.inside and (one := self.who[part.inside[-1]]) is not None and one.kind == "media" and organ.group in {"agency", "media"}:
            return one, "name_and_noun"  # the state-run Anadolu agency
        place = self._place_behind(part)
        if place and owner is None:
            noun = " ".join(reading.lows[at] for at in range(*part.core) if reading.lows[at] not in THE)
            bare = place.rpartition(" ")[2]  # Gaza of Hamas-run Gaza
            forms = (f"{where}{mark} {noun}".casefold() for where in (place, bare) for mark in ("", "'s"))
            held = next((found for found in map(self.reference.organisations.get, forms) if found is not None), -1)
            if held >= 0:
                return self._known(held), "place_and_organ"
            name = f"{name} in {place}"
        if part.lead in _ARTICLE and part.core[1] < part.stop and self.tags[part.core[1]] == "G":
            stop = next((at for at in range(part.core[1], min(part.stop, part.core[1] + 6)) if reading.words[at] in {",", "("}), part.stop)
            name = lower_first(reading, first, min(stop, part.core[1] + 6), self.at)  # a group representing bondholders
        player = self.by_text.get(name)
        if player is None and owner is None and (held := self.reference.organisations.get(name.removeprefix("the ").casefold(), -1)) >= 0:
            country = self.reference.entries[held].country
            if country is None or country in self._countries:
                return self._known(held), "alias"
        if player is None:
            kind = organ.kind
            if kind == "armed_group" and low in {"group", "groups"} and _ARMED.isdisjoint(reading.lows[part.core[0] : part.head]):
                kind = "organization"
            if kind == "government" and part.inside and organ.group in {"service", "agency"} and low.endswith("service"):
                kind = "organization"  # the Red Star rescue service
            player = self._new(
                name,
                kind,
                "media_report" if organ.kind == "media" else "named_org",
                named=owner is not None,
                sectors=organ.sectors if kind == organ.kind else (),
                plural=low.endswith("s") and organ.kind in _SEVERAL,
            )
            player.organs.add(organ.group)
            if owner is not None:
                player.country = owner.country
            self.by_text[name] = player
            return player, "own_description"
        return player, "same_description"

    def _author(self, part: Part) -> tuple[Meant, str]:
        """Whose statement or report it is that speaks."""
        reading = self.reading
        statement = part.kind == "statement"
        voice = "official_statement" if statement else "document"
        author: Player | None = None
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
            author = self._issuing(part.behind_head) or self._latest_body(reading.lows[part.behind_head])
        if author is None and part.owner_head >= 0 and reading.lows[part.owner_head] in ORGANS:
            author = self._latest_body(reading.lows[part.owner_head])
        if author is None and part.lead == "the" and reading.lows[part.head] in {"report", "article", "story"}:
            last = next((trace.player for trace in reversed(self.traces[-TRACES:]) if trace.spoke), None)
            if last is not None and last.kind == "media":
                author, method = last, "last_speaker"
        if author is None and (part.lead in {"the", "its", "their", "his", "her"} and statement):
            last = next((trace.player for trace in reversed(self.traces[-TRACES:]) if trace.spoke), None)
            if last is not None:
                author, method = last, "last_speaker"
        if author is None:
            key = reading.lows[part.head]
            bare = all(reading.words[at].islower() or reading.lows[at] == part.lead for at in range(part.core[0], part.head))
            author = self.by_text.get(f"the {key}") if bare else None
            method = "same_description"
            if author is None:
                words = self._named_after(part, lower_first(reading, part.first, part.core[1], self.at))
                author = self.by_text.get(words) or self._new(words, "document", voice, named=False)
                self.by_text[words] = author
                self.by_text[f"the {key}"] = author
                method = "own_description"
        seen = self._see(part.first, part.core[1], "nominal", author, method, "document")
        return [(author, seen, method)], voice

    def _issuing(self, head: int) -> Player | None:
        """The body of the noun at `head` where a document is by it: a statement by its foreign ministry; but: a report on the army."""
        first = self._phrase_start(head)
        bodies = self._parts_of(first, head + 1) if self.reading.lows[first - 1] in _BY else []
        return self._body(bodies[0])[0] if len(bodies) == 1 and bodies[0].kind == "organ" else None

    def _unnamed(self, part: Part, *, plural: bool, voice: str, kind: str = "unnamed_source") -> Player:
        """A new actor who has no name but a description of their own."""
        reading = self.reading
        stop = part.core[1]
        if part.behind:
            stop = max(stop, self.names[part.behind[-1]].stop)
            if stop < part.stop and reading.words[stop] in {"'s", "'"}:
                stop = min(part.stop, stop + 5)  # many of X's supporters
            while stop < part.stop and self.tags[stop] == "X":
                stop += 1  # sources in Indian Kashmir
            for at in range(stop, min(part.stop, stop + 5)):
                if reading.lows[at] in ORGANS:
                    stop = at + 1
        elif self._is_bare(part):
            while stop < min(part.stop, part.core[1] + 12) and reading.words[stop] not in {",", "("}:
                stop += 1  # three people briefed on the talks: the words behind are all that describes them
        elif part.behind_head >= 0:
            stop = max(stop, part.behind_head + 1)
            while stop < part.stop and self.tags[stop] in "NSJXs":
                stop += 1  # the minister of cabinet affairs
        elif part.core[1] + 1 < part.stop and self.tags[part.core[1]] in "oF" and self.tags[part.core[1] + 1] == "X":
            stop = part.core[1] + 2  # residents of Arauca
            while stop < part.stop and self.tags[stop] == "X":
                stop += 1
        elif part.core[1] + 1 < part.stop and self.tags[part.core[1]] == "o" and self.tags[part.core[1] + 1] in "NSJ":
            stop = part.core[1] + 2  # chief of staff
            while stop < part.stop and self.tags[stop] in "NS":
                stop += 1
        name = self._named_after(part, lower_first(reading, part.first, min(stop, part.stop), self.at)).rstrip(" ,")
        if name.count("(") > name.count(")"):
            name = name.rpartition(" (")[0]
        if name in self.by_text:
            name = lower_first(reading, part.first, part.stop, self.at).rstrip(" ,")
        name = self._free(name)
        noun = NOUNS.get(reading.lows[part.head])
        player = self._new(
            name, kind, voice, named=False, plural=plural, count=part.size if part.size is not None else None if plural else 1
        )
        self.by_text[name] = player
        if noun is not None:
            player.gender = noun.gender
            add_noun(player, noun.lemma)
        else:
            title = TITLES.get(reading.words[part.head])
            if title is not None and title.noun:
                add_noun(player, title.noun.rpartition(" ")[2])
        role = _without_article(" ".join(reading.surface(*part.core).split()))
        relation = "former" if role.startswith("former ") else noun.relation if noun is not None else "affiliate"
        for organisation in self._organisations(part):
            self._tie(player, organisation, relation, role, part.first, part.stop, "description")
        player.sectors = tuple(dict.fromkeys(sector for tie in player.ties for sector in tie.sectors))
        if part.lead in {"his", "her"} and not player.ties and (owner := self._possessor(part)) is not None and owner.named:
            player.country, player.sectors = owner.country, owner.sectors  # his chief of staff speaks from where he stands
        return player

    def _same_description(self, part: Part) -> Player | None:
        """Somebody described before in the same words."""
        noun = NOUNS.get(self.reading.lows[part.head])
        if noun is None:
            return None
        wanted = self._organisations(part)
        for trace in reversed(self.traces[-TRACES:]):
            player = trace.player
            if not player.named and noun.group in player.nouns and player.plural == part.plural and player.ties == wanted and wanted:
                return player
        return None

    def _is_bare(self, part: Part) -> bool:
        """Whether the head says nothing of whom it means, and words behind it do: three people briefed on the talks."""
        if part.owner >= 0 or part.owner_head >= 0 or part.core[1] >= part.stop or part.core[1] - part.core[0] - (part.lead != "") > 1:
            return False
        return self.reading.lows[part.core[1]] in {"who", "whose", "familiar", "close"} or self.tags[part.core[1]] in "EGF"

    def _free(self, description: str) -> str:
        """`description`, with a number where somebody else is called so already: two officials (2)."""
        name, number = description, self.copies.get(description, 2)
        while name in self.by_text:
            name = f"{description} ({number})"
            number += 1
        self.copies[description] = number
        return name

    def _one_of(self, part: Part, several: Player, voice: str) -> Player:
        """`One said`, `others said` behind a plural: some of those who spoke."""
        tie = "besides" if self.reading.lows[part.head] in {"another", "third", "fourth", "fifth"} else "of"
        name = self._free(f"{lower_first(self.reading, part.first, part.head + 1, self.at)} {tie} {_whole(several.name)}")
        player = self._new(name, "unnamed_source", voice, named=False, plural=voice == "anonymous_collective", country=several.country)
        player.sectors, player.nouns, player.ties, player.anonymity = (
            several.sectors,
            set(several.nouns),
            list(several.ties),
            several.anonymity,
        )
        self.by_text[name] = player
        self.wholes[player] = several
        return player

    def _whole(self) -> Player | None:
        """Those of whom the last speaker is one: `another` is one more of them."""
        last = next((trace.player for trace in reversed(self.traces[-TRACES:]) if trace.spoke), None)
        return self.wholes.get(last) if last is not None else None

    def _possessor(self, part: Part) -> Player | None:
        """Whose `his office`, `its ambassador` is."""
        if part.lead == "whose":
            near = [trace for trace in self.traces[-8:] if trace.sentence == self.sentence and part.first - 8 < trace.token < part.first]
            return near[-1].player if near else None
        agrees = {"his": "he", "her": "she", "its": "it", "their": "they"}.get(part.lead, "")
        if not agrees:
            return None
        if agrees == "it":
            first = self.reading.sentences[self.sentence][0]
            for trace in self.traces[-20:]:
                if (
                    first <= trace.token <= first + 2
                    and trace.player.kind in BODY_KINDS - {"unknown", "document"}
                    and not self._owns(trace.token)
                ):
                    return trace.player  # Chad had agreed with Mali, its minister said
            if (opening := self._opening_body(part.first)) is not None:
                return opening
        recent = self.traces[-30:]
        # X said he would meet Y, and his deputy; of a sentence before in which nobody spoke, it is the subject
        recent.sort(key=lambda trace: (trace.sentence, trace.spoke, trace.token if trace.sentence == self.sentence else -trace.token))
        for trace in reversed(recent):
            if trace.sentence < self.sentence - 2:
                break
            player = trace.player
            people = player.kind in {"person", "unknown", "role"} and not player.plural
            if agrees in {"he", "she"} and people and player.gender in {"-", "m" if agrees == "he" else "f"}:
                return player
            if agrees == "it" and player.kind in BODY_KINDS and player.kind not in {"unknown", "document"}:
                return player
            if agrees == "they" and (player.plural or player.kind in {"armed_group", "organization"}):
                return player
        return None

    def _owns(self, token: int) -> bool:
        """Whether the name at `token` only says whose something is: France's main union, of which `its` tells."""
        number = self.at.get(token, -1)
        return number >= 0 and self.tags[self.names[number].stop : self.names[number].stop + 1] == "s"

    def _named_after(self, part: Part, name: str) -> str:
        """`name` with the possessor's name in the place of a pronoun, or without the pronoun where that is not certain."""
        if part.lead not in {"his", "her", "its", "their", "our", "my", "your", "whose"}:
            return name
        owner = self._possessor(part)
        words = re.split(rf"\b{part.lead}\b ?", name, maxsplit=1, flags=re.IGNORECASE)
        return (f"{owner.name}'s " if owner is not None else "").join(words) if len(words) == 2 else name

    def _spoke_together(self, at: int) -> list[Player]:
        """Whoever spoke at trace `at`, and who spoke right before in the same sentence; nobody where it was one speaker."""
        trace, before = self.traces[at], self.traces[at - 1]
        joint = at > 0 and trace.spoke and before.spoke and before.sentence == trace.sentence and before.player is not trace.player
        return [before.player, trace.player] if joint else []

    def _last_several(self) -> list[Player]:
        """Those who last spoke together, or the last plural."""
        for at in range(len(self.traces) - 1, max(-1, len(self.traces) - TRACES), -1):
            trace = self.traces[at]
            if trace.spoke and trace.player.plural:
                return [trace.player]
            if joint := self._spoke_together(at):
                return joint
        return []

    def _pronoun(self, part: Part, number: int) -> tuple[list[Player], str]:
        """Whom a pronoun means, and by what reason; nobody where that is not certain."""
        low = self.reading.lows[part.head]
        agrees = PRONOUNS.get(low, {"his": "he", "her": "she", "their": "they", "its": "it"}.get(low, ""))
        if agrees in {"first", "second"}:
            return [], f"{agrees}_person"
        if low in {"who", "whom", "that", "which", "whose"}:
            return self._antecedent(part.head, people=low != "which")
        if agrees == "they":
            return self._plural(part.head)
        people = agrees in {"he", "she"}
        wrong = {"he": "f", "she": "m"}.get(agrees, "")
        direct = self._direct()
        floor = self.sentence - (_BACK if people else 4)
        found: list[Trace] = []
        for trace in reversed(self.traces[-TRACES:]):
            if trace.sentence < floor or (found and trace.sentence < found[0].sentence):
                break  # the nearest sentence that has a candidate decides
            player = trace.player
            if trace.token >= part.head or player.plural:
                continue
            if people:
                if player.kind not in PEOPLE_KINDS or player.gender == wrong:
                    continue
            elif player.kind not in BODY_KINDS or (player.kind == "unknown" and player.gender != "-"):
                continue
            if self._is_said(trace.token, number) or (direct and self._is_quoted(trace.token, direct)):
                continue
            found.append(trace)
        if people and (met := self._one_before(wrong)) is not None:
            return [met], "pronoun_subject"
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

    def _one_before(self, wrong: str) -> Player | None:
        """Who opens the sentence before as somebody new, and speaks now: A senior officer laughed at the decree. "We stay," he said."""
        first = self.reading.sentences[self.sentence][0]
        at = max(0, self.sentence - 1)
        while at and self.reading.words[self.reading.sentences[at][0]] in _MARKS and at > self.sentence - 3:
            at -= 1  # the quotation is a sentence of its own
        begin, stop = self.reading.sentences[at]
        if begin >= first or self.reading.lows[begin] not in _ARTICLE:
            return None
        if any(trace.spoke and trace.sentence >= at for trace in self.traces[-8:]):
            return None
        head = next((one for one in range(begin + 1, min(begin + 7, stop)) if self.tags[one] not in "JNXn-"), begin)
        described = self._parts_of(begin, stop if head >= stop else min(stop, self._hanging(head)))
        if len(described) != 1 or described[0].kind != "nominal" or described[0].plural or described[0].apposed >= 0:
            return None
        if self.reading.words[described[0].stop : described[0].stop + 1] == [","] and described[0].stop + 1 in self.at:
            return None  # a deputy minister, Ann Smith,
        noun = NOUNS.get(self.reading.lows[described[0].head])
        if noun is None or noun.gender == wrong:
            return None
        voice = "role_only" if noun.role == "role" else "anonymous_described"
        player = self._same_description(described[0]) or self._unnamed(described[0], plural=False, voice=voice)
        self._see(begin, described[0].core[1], "nominal", player, "own_description", "description")
        return player

    def _hanging(self, token: int) -> int:
        """The end of what hangs on a noun that ends before `token`: in Radaa, of the third brigade."""
        classes = self.tags
        while token < len(classes) and classes[token] in "oFdJNXSs":
            token += 1
        return token

    def _subject(self, trace: Trace) -> bool:
        """Whether the mention stands where a subject does: early in its sentence, not behind a preposition."""
        before = self.reading.lows[trace.token - 1] if trace.token else ""
        return (
            trace.token - self.reading.sentences[trace.sentence][0] < 14
            and before not in PLACE_BEFORE
            and before not in {"with", "by", "about", "against", "between"}
        )

    def _antecedent(self, token: int, *, people: bool) -> tuple[list[Player], str]:
        for trace in reversed(self.traces[-20:]):
            if trace.sentence != self.sentence or trace.token < token - 25:
                break
            if trace.token < token and (trace.player.kind in PEOPLE_KINDS if people else trace.player.kind in BODY_KINDS):
                return [trace.player], "relative_pronoun"
        first = self._phrase_start(token - 1) if token else 0
        found = self._parts_of(first, token) if first < token else []
        if people and found and found[-1].kind == "nominal":
            resolved, _ = self._someone(found[-1])
            return [player for player, _, _ in resolved if player is not None], "relative_pronoun"
        return [], "no_antecedent"

    def _opening_body(self, token: int) -> Player | None:
        """The body of whom the sentence of `token` tells: Parliament's health committee will meet, its chairman said."""
        first = self.reading.sentences[self.sentence][0]
        verb = next((at for at in range(first + 1, min(first + 10, token)) if self.tags[at] in "VEMIHK"), 0)
        found = self._parts_of(first, verb) if verb else []
        if len(found) != 1 or found[0].kind != "organ" or found[0].head != verb - 1 or found[0].lead == "its":
            return None
        return self._body(found[0])[0]

    def _openers(self, token: int) -> list[Player]:
        """Those of whom the sentence of `token` tells, where nobody has spoken in it yet: Peru and Chile signed it, they said."""
        first = self.reading.sentences[self.sentence][0]
        classes = self.tags
        first = next((at + 1 for at in range(first, min(first + 12, token)) if classes[at] == "-"), first)  # behind the dateline
        if any(trace.spoke for trace in self.traces[-4:] if trace.sentence == self.sentence):
            return []
        verb = next((at for at in range(first + 1, min(first + 16, token)) if classes[at] in "VEMIHK"), 0)
        if not verb or "," not in self.reading.words[verb:token]:
            return []
        found = self._parts_of(first, verb)
        if len(found) > 1 and all(part.kind == "name" for part in found):
            players = [self.who[part.name] for part in found]
            return [player for player in players if player is not None] if None not in players else []
        if len(found) == 1 and found[0].plural and found[0].kind == "nominal" and found[0].lead not in THE:
            return [player for player, _, _ in self._someone(found[0])[0] if player is not None]
        return []

    def _plural(self, token: int) -> tuple[list[Player], str]:
        if openers := self._openers(token):
            return openers, "pronoun_subject"
        direct = self._direct()
        for at in range(len(self.traces) - 1, max(-1, len(self.traces) - TRACES), -1):
            trace = self.traces[at]
            if trace.sentence < self.sentence - 4:
                break
            if trace.token >= token or (direct and self._is_quoted(trace.token, direct)):
                continue
            if joint := self._spoke_together(at):
                return joint, "pronoun_joint_speakers"
            if trace.player.plural or (
                trace.spoke and trace.player.kind in {"armed_group", "organization", "government", "party", "military"}
            ):
                return [trace.player], "pronoun_last_plural"
        return [], "no_antecedent"

    def _someone(self, part: Part) -> tuple[Meant, str]:
        """Somebody by a common noun: described once, or taken up again."""
        low = self.reading.lows[part.head]
        noun = NOUNS.get(low)
        title = TITLES.get(self.reading.words[part.head])
        of_several = part.lead == "the" and not part.plural and not _ORDINALS.isdisjoint(self.reading.lows[part.core[0] : part.head])
        definite = (part.lead in THE and not of_several) or (part.lead == "" and noun is None and title is not None)
        if definite or (part.lead == "" and part.plural and not part.inside and not part.behind and part.owner < 0):
            player, method = self._definite(part)
            if player is not None:
                seen = self._see(part.first, part.core[1], "nominal", player, method, "definite_description")
                players = self._last_several() if method == "last_two" else [player]
                return [(one, seen, method) for one in players], player.voice
        if (part.lead not in _ARTICLE and part.size is None) or part.lead in THE or part.owner >= 0:
            same = self._same_description(part)
            if same is not None:
                seen = self._see(part.first, part.core[1], "nominal", same, "same_description", "description")
                return [(same, seen, "same_description")], same.voice
        if part.lead == "" and not part.plural and part.stop - part.first == 1:
            return [(None, None, "bare_noun")], "unknown"  # Pope urges, Minister:
        role = noun.role if noun is not None else "office"
        several = len(part.behind) > 1
        if role == "role" or (
            (role in {"office", "member"} or (noun is not None and noun.lemma in _OFFICIAL))
            and not part.plural
            and (part.lead in {"the", "his", "her", "its", "their", ""} or part.owner >= 0)
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

    def _is_said(self, token: int, number: int) -> bool:
        """Whether the token stands in what the statement `number` says."""
        start = self.reading.starts[token]
        return any(first <= start < stop for first, stop in self.statements[number].content)

    def _is_quoted(self, token: int, direct: list[Span]) -> bool:
        start = self.reading.starts[token]
        at = bisect_right(direct, (start, len(self.reading.text) + 1)) - 1
        return at >= 0 and direct[at][0] <= start < direct[at][1]


def _whole(description: str) -> str:
    """Several people as the whole of which a part speaks: `the aides` of several aides, of dozens of aides and of many of the aides."""
    words = description.split(" ")
    while len(words) > 1 and (words[0] == "of" or (words[0] not in COUNTS and WORDS.get(words[0]) == "Q" and words[0].isalpha())):
        del words[0]
    is_told = words[0] in COUNTS or words[0][0].isdigit() or WORDS.get(words[0], "") in {"D", "h"} or any(map(_OWNED.search, words))
    return " ".join(words if is_told else ("the", *words))


def _without_article(role: str) -> str:
    first, _, rest = role.partition(" ")
    return rest if rest and first.lower() in {"a", "an", "the"} else role
