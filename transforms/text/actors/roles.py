"""Roles: what a text says that somebody is, and for whom.

Belongs here: titles, roles in front of a name and in apposition, and the organisations that a description names. Does not belong here:
whom a description means (`meaning`).
"""

from transforms.text.actors.name import Name
from transforms.text.actors.naming import Naming
from transforms.text.actors.nouns import NOUNS, ORGANS, TITLES, gender_of
from transforms.text.actors.phrase import DOCUMENTS, Part, noun_at
from transforms.text.actors.player import BODY_KINDS, Player, add_noun, title_noun
from transforms.text.actors.stage import TRACES

# What somebody is who does it: X, who heads the mission.
_DOES = {
    "heads": "head", "headed": "head", "leads": "leader", "led": "leader", "chairs": "chairman", "chaired": "chairman", "runs": "head",
    "commands": "commander", "commanded": "commander", "speaks": "spokesman", "directs": "director", "edits": "editor",
}  # fmt: skip
_WHERE = frozenset(("in", "at", "near", "outside", "inside", "across", "around", "based"))


class Roles(Naming):
    """Roles of players, and the organisations they are tied to."""

    def _roles(self, name: Name, player: Player) -> None:
        """What the words beside a person's name say of the person."""
        lows, words = self.reading.lows, self.reading.words
        begin = name.first
        title_words: list[str] = []
        if name.title is not None:
            begin = name.title[0]
            title_words = words[name.title[0] : name.title[1]]
            noun = next((noun for noun in map(title_noun, reversed(title_words)) if noun), "")
            if noun:
                add_noun(player, noun.rpartition(" ")[2])
                holder = self.who[name.holder] if name.holder >= 0 else None
                if name.holder >= 0 and holder is None and self.names[name.holder].method == "demonym":
                    holder = self._known(self.names[name.holder].entry)
                owner = self._owner_before(begin) if holder is None else None
                relation = NOUNS[noun.rpartition(" ")[2]].relation if noun.rpartition(" ")[2] in NOUNS else "affiliate"
                self._tie(player, holder or owner, relation, self.reading.surface(*name.title), begin, name.stop, "title")
        if player.gender == "-":
            player.gender = gender_of(player.name.split(" ") if " " in player.name else [player.name, "x"], title_words)
        # a role in front: Hamas leader X; Israeli army spokesperson Rear Admiral X; the UN's humanitarian chief, X,
        back = begin - 1
        comma = back >= 1 and words[back] == "," and name.stop < len(words) and words[name.stop] in {",", "."}
        if comma:
            back = self._noun_before(back)
        if (
            not comma
            and back >= 3
            and "of" in lows[back - 2 : back]
            and (office := self._noun_before(begin)) >= 0
            and lows[office + 1] == "of"
        ):
            first = self._phrase_start(office)
            found = self._parts_of(first, office + 1)
            if found and found[-1].kind == "nominal":
                self._describe(player, found[-1]._replace(core=(found[-1].core[0], begin)), first, name.stop, "role_before_name")
        elif back >= 0 and lows[back] in NOUNS and not NOUNS[lows[back]].plural:
            first = self._phrase_start(back)
            found = self._parts_of(first, begin - 1 if comma else back + 1)
            if (
                found
                and found[-1].kind in {"nominal", "name"}
                and found[-1].head == back
                and (not comma or found[-1].lead in {"the", "a", "an"} or found[-1].owner >= 0)
            ):
                self._describe(player, found[-1], first, name.stop, "role_before_name")
        # a role behind: X, a member of Hamas' political bureau,
        at = name.stop
        if at + 3 < len(words) and words[at] == words[at + 2] == "," and words[at + 1].isdigit():
            at += 2  # Ann Smith, 45, a nurse,
        if at + 3 < len(words) and words[at] == "," and lows[at + 1] == "who" and (does := _DOES.get(lows[at + 2])) is not None:
            self._who_does(player, does, at + 3)
        elif at + 1 < len(words) and words[at] == "," and at + 1 not in self.openings:
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
            is_closed = clause or (stop < len(words) and (words[stop] in ".;:(" or lows[stop] in {"who", "said"}))
            if is_closed and any(lows[one] in NOUNS or words[one] in TITLES or "-" in lows[one] for one in range(at + 1, stop)):
                found = self._parts_of(at + 1, stop)
                if found and found[0].kind == "nominal" and not found[0].plural and found[0].first <= at + 2:
                    self._describe(player, found[0], at + 1, stop, "apposition")

    def _who_does(self, player: Player, lemma: str, first: int) -> None:
        """`X, who heads the mission,` is its head."""
        words = self.reading.words
        stop = first
        while (
            stop < len(words) and stop < first + 12 and words[stop] not in {",", ".", ";", ":", '"', "("} and self.tags[stop] not in "VEIHK"
        ):
            stop += 1
        if self.reading.lows[first] == "for":
            first += 1  # who speaks for
        if stop <= first:
            return
        add_noun(player, lemma)
        body = next((self.who[self.at[at]] for at in range(first, stop) if at in self.at), None)
        if body is None:
            body = next(
                (held for at in range(first, stop) if (held := self._latest_body(noun_at(self.reading.lows, at))) is not None), None
            )
        role = f"{lemma} of {self.reading.surface(first, stop)}"
        relation = NOUNS[lemma].relation
        self._tie(player, body if body is None or body.kind != "person" else None, relation, role, first, stop, "relative_clause")

    def _called(self, name: Name, player: Player) -> None:
        """`X, a rival movement,`: what the text calls an organisation may take it up again."""
        lows = self.reading.lows
        if lows[name.stop + 1] not in {"a", "an", "the", "another"}:
            return
        for at in range(name.stop + 2, min(name.stop + 9, len(lows))):
            if lows[at] in {",", ".", "of", "in", "for", "that", "which"}:
                self._is_body(player, noun_at(lows, at - 1))
                return

    def _is_body(self, player: Player, noun: str) -> None:
        """Take up `player` with `noun` from here on: a movement, a mission."""
        for word in (noun, noun.rpartition(" ")[2]):
            organ = ORGANS.get(word)
            if organ is not None and organ.kind != "state" and player.kind != "person":
                player.organs.add(organ.group)
                player.nouns.add(word)
                if player.kind == "unknown":
                    player.kind = organ.kind if organ.kind != "armed_group" else "organization"

    def _owner_before(self, token: int) -> Player | None:
        """Whose title it is, when the title stands at `token`: Ukraine's President X; the Kyiv government's Minister X."""
        words = self.reading.words
        if token >= 2 and words[token - 1] in {"'s", "'"}:
            number = self.at.get(token - 2, -1)
            if number < 0 and token >= 3:
                number = self.at.get(token - 3, -1)
            return self.who[number] if number >= 0 else None
        return None

    def _describe(self, player: Player, part: Part, first: int, stop: int, rule: str) -> None:
        """Take the description `part` as a role of `player`."""
        noun = NOUNS.get(self.reading.lows[part.head])
        title = TITLES.get(self.reading.words[part.head])
        lemma = noun.lemma if noun is not None else title.noun if title is not None else ""
        if not lemma:
            return
        add_noun(player, lemma)
        if noun is not None and player.gender == "-" and noun.gender != "-":
            player.gender = noun.gender
        relation = noun.relation if noun is not None else "affiliate"
        role = self.reading.surface(part.core[0], part.stop if rule == "apposition" else part.core[1])
        lead = role.split(" ", 1)
        if lead[0].lower() in {"a", "an", "the"} and len(lead) > 1:
            role = lead[1]
        if role.lower().startswith(("former ", "ex-")):
            relation = "former"
        ties: list[Player | None] = [*self._organisations(part)]
        for organisation in ties or [None]:
            self._tie(player, organisation, relation, role, first, stop, rule)

    def _organisations(self, part: Part) -> list[Player]:
        """The organisations that a description names."""
        lows = self.reading.lows
        found: list[Player] = []

        def add(player: Player | None) -> None:
            if player is not None and player not in found:
                found.append(player)

        def body(number: int, stop: int) -> Player | None:
            name = self.names[number]
            if name.kind == "known" and self.reference.entries[name.entry].kind == "state":
                first = name.stop + (name.stop < stop and self.reading.words[name.stop] in {"'s", "'"})
                end = first
                for at in range(first, stop):
                    if lows[at] == "intelligence":
                        end = first  # a military intelligence chief is not the military's
                    elif lows[at] in ORGANS and ORGANS[lows[at]].kind not in {"state", "organization", "armed_group", "company"}:
                        end = at + 1
                if end > first:
                    return self._organ(name.entry, " ".join(lows[first:end]))
                return self._known(name.entry)
            player = self.who[number]
            return player if player is not None and player.kind != "person" else None

        if part.owner >= 0:
            add(body(part.owner, part.head))
        elif part.owner_head >= 0:
            add(self._latest_body(lows[part.owner_head]))
        for number in part.inside:
            add(body(number, part.head))
        for number in part.behind:
            before = self.names[number].first - 1
            if lows[before - 1 if lows[before] == "the" else before] in _WHERE:
                continue  # an official in Beirut is not Lebanon's
            add(body(number, min(part.stop, self.names[number].stop + 4)))
        if not found and part.behind_head >= 0:
            add(self._latest_body(lows[part.behind_head]))
        if not found and part.owner < 0:
            whose = self._its() if part.lead in {"its", "their"} else None
            for at in range(part.core[0], part.head):
                held = self._latest_body(noun_at(lows, at))  # the ministry spokesman
                if held is None or whose is None or whose.country in (None, held.country):
                    add(held)  # Chad agreed, its ministry's spokesman said: not of the ministry of another state
        if not found and part.lead in {"its", "their"}:
            add(self._its())
        return found

    def _its(self) -> Player | None:
        """Whose `its` is: of who opens the sentence (Chad had agreed with Mali, its minister said), else of the last."""
        bodies = [trace for trace in self.traces[-20:] if trace.player.kind in BODY_KINDS]
        first = self.reading.sentences[self.sentence][0]
        opening = next((trace.player for trace in bodies if first <= trace.token <= first + 2), None)
        return opening if opening is not None else bodies[-1].player if bodies else None

    def _latest_body(self, noun: str) -> Player | None:
        """The organisation met last that the common noun may take up; one only."""
        organ = ORGANS.get(noun)
        if organ is None or (noun.endswith("s") and organ.kind != "government"):
            return None
        return next((trace.player for trace in reversed(self.traces[-TRACES:]) if organ.group in trace.player.organs), None)

    def _organ_behind(self, first: int) -> int:
        """The end of "foreign ministry" at `first`; 0 where there is none."""
        lows, classes = self.reading.lows, self.tags
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
        classes = self.tags
        for at in range(name.stop, min(name.stop + 3, len(lows))):
            noun = NOUNS.get(lows[at])
            if (noun is not None and noun.plural and noun.role in {"source", "role", "office"} and noun.relation != "employee") or lows[
                at
            ] == "side":
                player = self._known(name.entry)
                self._see(name.first, at + 1, "nominal", player, "demonym", "demonym_and_noun")
                self._trace(name.first, player, spoke=False)
                return
            if classes[at] not in "JNX":
                return
