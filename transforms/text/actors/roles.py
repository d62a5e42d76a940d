"""Roles: what a text says that somebody is, and for whom.

Belongs here: titles, roles in front of a name and in apposition. Does not belong here: which organisations a description names (`body`),
whom it means (`meaning`).
"""

from transforms.text.actors.body import latest_body, organ_behind, organisations_of
from transforms.text.actors.name import Name
from transforms.text.actors.nouns import NOUNS, ORGANS, TITLES, gender_of
from transforms.text.actors.phrase import Part, noun_at
from transforms.text.actors.player import PEOPLE_KINDS, Player, add_noun, title_noun
from transforms.text.actors.stage import TRACES, Stage
from transforms.text.closed import RELATIVES, WHO

# What somebody is who does it: X, who heads the mission.
_DOES = {
    "heads": "head", "headed": "head", "leads": "leader", "led": "leader", "chairs": "chairman", "chaired": "chairman", "runs": "head",
    "commands": "commander", "commanded": "commander", "speaks": "spokesman", "directs": "director", "edits": "editor",
}  # fmt: skip
_CONTRARY = frozenset(("deny", "reject", "condemn", "accuse", "correct"))
_HEADS = frozenset(noun.group for noun in NOUNS.values() if noun.role == "office") | {"executive"}
_LEADS = frozenset(("envoy", "head", "chief", "leader", "spokesperson", "commander", "officer"))
_REACH = 3  # sentences, of which the first has the office without a name
_OF = frozenset(("of", "for", "in", "at", "on", "to", "from", "with"))
_POSTS = 6  # roles told last: those of the name that was just read
_NAMED_WITHIN = 12  # mentions
_RANKS = frozenset(("detective", "constable", "sergeant", "inspector", "superintendent"))
_HONOURS = frozenset(("", "sheikh", "prince", "princess", "doctor", "professor"))  # titles that tell of no office
_ENDS_APPOSITION = frozenset('.;:"(,')
_OPENS_CLAUSE = RELATIVES | {"said"}


def read_roles(stage: Stage, name: Name, player: Player) -> None:
    """What the words beside a person's name say of the person."""
    if name.title is not None:
        _read_title(stage, name, player)
    if player.gender == "-":
        title = stage.reading.words[slice(*name.title)] if name.title is not None else []
        player.gender = gender_of(player.name.split(" ") if " " in player.name else [player.name, "x"], title)
    _read_front(stage, name, player)
    _read_behind(stage, name, player)


def _read_title(stage: Stage, name: Name, player: Player) -> None:
    """A title, and whose it is: Egyptian President X."""
    if name.title is None:
        return
    first, stop = name.title
    noun = next((noun for noun in map(title_noun, reversed(stage.reading.words[first:stop])) if noun), "").rpartition(" ")[2]
    if not noun:
        return
    for word in stage.reading.words[first:stop]:
        if (rank := title_noun(word).rpartition(" ")[2]) in _RANKS:
            add_noun(player, rank)  # Detective Inspector Ann Smith: the detective
    add_noun(player, noun)
    holder = None
    if name.holder >= 0:
        holder = stage.who[name.holder]
        if holder is None and stage.names[name.holder].method == "demonym":
            holder = stage.known(stage.names[name.holder].entry)
    if holder is None:
        holder = _owner_before(stage, first)
    relation = NOUNS[noun].relation if noun in NOUNS else "affiliate"
    stage.tie(player, holder, relation, stage.reading.surface(first, stop), first, name.stop, "title")


def _read_front(stage: Stage, name: Name, player: Player) -> None:
    """A role in front: Hamas leader X; Israeli army spokesperson Rear Admiral X; the UN's humanitarian chief, X,"""
    lows, words = stage.reading.lows, stage.reading.words
    begin = name.first if name.title is None else name.title[0]
    back = begin - 1
    comma = back >= 1 and words[back] == "," and name.stop < len(words) and words[name.stop] in {",", "."}
    if comma:
        back = stage.noun_before(back)
    elif back >= 3 and "of" in lows[back - 2 : back] and (office := stage.noun_before(begin)) >= 0 and lows[office + 1] == "of":
        first = stage.phrase_start(office)
        found = stage.parts_of(first, office + 1)
        if found and found[-1].kind == "nominal":
            _describe(stage, player, found[-1]._replace(core=(found[-1].core[0], begin)), first, name.stop, "role_before_name")
        return
    if back < 0 or lows[back] not in NOUNS or NOUNS[lows[back]].plural:
        return
    first = stage.phrase_start(back)
    found = stage.parts_of(first, begin - 1 if comma else back + 1)
    if not found or found[-1].head != back or found[-1].kind not in {"nominal", "name"}:
        return
    if not comma or found[-1].lead in {"the", "a", "an", "its", "their", "his", "her"} or found[-1].owner >= 0:
        _describe(stage, player, found[-1], first, name.stop, "role_before_name")


def _read_behind(stage: Stage, name: Name, player: Player) -> None:
    """A role behind: X, a member of Hamas' political bureau,"""
    lows, words = stage.reading.lows, stage.reading.words
    at = name.stop
    if at + 3 < len(words) and words[at] == words[at + 2] == "," and words[at + 1].isdigit():
        at += 2  # Ann Smith, 45, a nurse,
    if at + 1 >= len(words) or words[at] != ",":
        return
    if at + 3 < len(words) and lows[at + 1] == "who" and (does := _DOES.get(lows[at + 2])) is not None:
        _who_does(stage, player, does, at + 3)
    elif at + 1 not in stage.openings and (stop := _apposition_end(stage, at + 1)) > 0:
        found = stage.parts_of(at + 1, stop)
        if found and found[0].kind == "nominal" and not found[0].plural and found[0].first <= at + 2:
            _describe(stage, player, found[0], at + 1, stop, "apposition")


def _apposition_end(stage: Stage, first: int) -> int:
    """Where an apposition ends that begins at `first` and may say what somebody is; 0 where there is none."""
    lows, words = stage.reading.lows, stage.reading.words
    stop = first
    while stop < min(len(words), first + 23) and words[stop] not in _ENDS_APPOSITION and lows[stop] not in _OPENS_CLAUSE:
        stop += 1
    if stop >= len(words) or not (words[stop] in ",.;:(" or lows[stop] in {"who", "said"}):
        return 0
    return stop if any(lows[at] in NOUNS or words[at] in TITLES or "-" in lows[at] for at in range(first, stop)) else 0


def _who_does(stage: Stage, player: Player, lemma: str, first: int) -> None:
    """`X, who heads the mission,` is its head."""
    words = stage.reading.words
    stop = first
    while stop < len(words) and stop < first + 12 and words[stop] not in {",", ".", ";", ":", '"', "("} and stage.tags[stop] not in "VEIHK":
        stop += 1
    if stage.reading.lows[first] == "for":
        first += 1  # who speaks for
    if stop <= first:
        return
    add_noun(player, lemma)
    body = next((stage.who[stage.at[at]] for at in range(first, stop) if at in stage.at), None)
    if body is None:
        body = next((held for at in range(first, stop) if (held := latest_body(stage, noun_at(stage.reading.lows, at))) is not None), None)
    role = f"{lemma} of {stage.reading.surface(first, stop)}"
    relation = NOUNS[lemma].relation
    stage.tie(player, body if body is None or body.kind != "person" else None, relation, role, first, stop, "relative_clause")


def read_called(stage: Stage, name: Name, player: Player) -> None:
    """`X, a rival movement,`: what the text calls an organisation may take it up again."""
    lows = stage.reading.lows
    if lows[name.stop + 1] not in {"a", "an", "the", "another"}:
        return
    for at in range(name.stop + 2, min(name.stop + 9, len(lows))):
        if lows[at] in {",", ".", "of", "in", "for", "that", "which"}:
            call_body(player, noun_at(lows, at - 1))
            return


def call_body(player: Player, noun: str) -> None:
    """Take up `player` with `noun` from here on: a movement, a mission."""
    for word in (noun, noun.rpartition(" ")[2]):
        organ = ORGANS.get(word)
        if organ is not None and organ.kind != "state" and player.kind != "person":
            player.organs.add(organ.group)
            player.nouns.add(word)
            if player.kind == "unknown":
                player.kind = organ.kind if organ.kind != "armed_group" else "organization"


def _owner_before(stage: Stage, token: int) -> Player | None:
    """Whose title it is, when the title stands at `token`: Ukraine's President X; the Kyiv government's Minister X."""
    words = stage.reading.words
    if token >= 2 and words[token - 1] in {"'s", "'"}:
        number = stage.at.get(token - 2, -1)
        if number < 0 and token >= 3:
            number = stage.at.get(token - 3, -1)
        return stage.who[number] if number >= 0 else None
    return None


def _describe(stage: Stage, player: Player, part: Part, first: int, stop: int, rule: str) -> None:
    """Take the description `part` as a role of `player`."""
    noun = NOUNS.get(stage.reading.lows[part.head])
    title = TITLES.get(stage.reading.words[part.head])
    lemma = noun.lemma if noun is not None else title.noun if title is not None else ""
    if not lemma:
        return
    add_noun(player, lemma)
    if noun is not None and player.gender == "-" and noun.gender != "-":
        player.gender = noun.gender
    relation = noun.relation if noun is not None else "affiliate"
    role = stage.reading.surface(part.core[0], part.stop if rule == "apposition" else part.core[1])
    lead = role.split(" ", 1)
    if lead[0].lower() in {"a", "an", "the"} and len(lead) > 1:
        role = lead[1]
    if role.lower().startswith(("former ", "ex-")):
        relation = "former"
    ties: list[Player | None] = [*organisations_of(stage, part)]
    for organisation in ties or [None]:
        stage.tie(player, organisation, relation, role, first, stop, rule)


def read_demonym(stage: Stage, name: Name) -> None:
    """`Qatari mediators` speak for Qatar, `the Egyptian army` is Egypt's."""
    stop = organ_behind(stage, name.stop)
    lows = stage.reading.lows
    stage.move(name.first)
    if stop:
        player = stage.organ(name.entry, " ".join(lows[name.stop : stop]))
        stage.see(name.first, stop, "nominal", player, "state_and_organ", "demonym_and_noun")
        stage.trace(name.first, player, spoke=False)
        return
    classes = stage.tags
    for at in range(name.stop, min(name.stop + 3, len(lows))):
        noun = NOUNS.get(lows[at])
        if (noun is not None and noun.plural and noun.role in {"source", "role", "office"} and noun.relation != "employee") or lows[
            at
        ] == "side":
            player = stage.known(name.entry)
            stage.see(name.first, at + 1, "nominal", player, "demonym", "demonym_and_noun")
            stage.trace(name.first, player, spoke=False)
            return
        if classes[at] not in "JNX":
            return


def named_later(stage: Stage, name: Name, player: Player) -> None:
    """Who was told by an office alone is named now: its foreign minister said; the minister, Ann Smith, said."""
    posts = [_post(role) for one, _, _, role, _, _, _ in stage.affiliations[-_POSTS:] if one is player]
    speaks = name.first in stage.heads
    begin = name.first if name.title is None else name.title[0]
    bare = (
        all(map(_HONOURS.issuperset, posts))
        and all(title_noun(word) in _HONOURS for word in stage.title_words(name))
        and speaks
        and (_opens_second(stage, name) or (begin in stage.openings and _follows_office(stage, name)))
    )
    is_officer = not bare and name.title is not None and "officer" in player.nouns
    ranked = is_officer and _follows_office(stage, name)
    posted = is_officer and begin in stage.openings and _follows_lead(stage)  # the chief negotiator said. ... Lieutenant General Smith told
    if not (posts or bare or ranked):
        return
    found: list[Player] = []
    for trace in reversed(stage.traces[-_NAMED_WITHIN:]):
        one = trace.player
        if not trace.spoke or one.kind != "role" or one.named or one in found or one in stage.same:
            continue
        if player.gender != "-" and one.gender not in {"-", player.gender}:
            continue
        words = set(one.name.lower().split())
        is_post = player.country in {None, one.country} and not one.nouns.isdisjoint(player.nouns)
        if bare or posted or (is_post and (ranked or any(map(words.issuperset, posts)))):
            found.append(one)
    if len(found) == 1:
        one = found[0]
        stage.same[one] = player
        player.nouns.update(one.nouns)
        stage.roles.setdefault(player, []).extend(stage.roles.get(one, ()))
        for trace in stage.traces[-TRACES:]:
            if trace.player is one:
                trace.player = player


def _opens_second(stage: Stage, name: Name) -> bool:
    """Whether a bare name speaks in the sentence behind the lead, which ended in who said so.

    By the rule of the trade nobody is named without an office who has not had one before: "..., the governor said. <next> Ann Smith
    told reporters".
    """
    reading = stage.reading
    if stage.sentence != 1 or len(reading.paragraphs) < 2 or reading.paragraphs[1][0] != reading.sentences[1][0]:
        return False
    closing = [one for one in stage.traces if one.spoke]
    after = reading.words[name.stop : name.stop + 1]
    return len(closing) == 1 and closing[0].token > reading.sentences[0][1] // 3 and after not in ([","], ["("])


def _follows_office(stage: Stage, name: Name) -> bool:
    """Whether a bare full name speaks right behind somebody known by an office alone: the policy chief said. ... Ann Smith told."""
    spoke = (one for one in reversed(stage.traces[-_NAMED_WITHIN:]) if one.spoke)
    last = next((one for one in spoke if not one.player.plural and one.player.kind in PEOPLE_KINDS), None)
    if last is None or last.player.kind != "role" or last.player.named or last.player.nouns.isdisjoint(_HEADS):
        return False
    if name.entry >= 0 and (last.player.country is None or stage.reference.entries[name.entry].country != last.player.country):
        return False
    after = stage.reading.words[name.stop : name.stop + 1]
    if (acts := stage.acts.get(name.first)) and acts <= _CONTRARY:
        return False  # the mayor said so. Ann Smith denied it
    is_described = after == ["("] or (after == [","] and (name.title is None or stage.reading.lows[name.stop + 1] not in WHO))
    return name.stop - name.first > 1 and 0 < stage.sentence - last.sentence < _REACH and not is_described


def _follows_lead(stage: Stage) -> bool:
    """Whether nobody has spoken yet but an envoy or a head, by that post alone, in the lead."""
    spoke = [one for one in stage.traces if one.spoke]
    one = spoke[0].player if spoke else None
    if one is None or one.named or one.kind != "role" or any(other.player is not one for other in spoke) or one.nouns.isdisjoint(_LEADS):
        return False
    return spoke[0].sentence == 0 and stage.sentence < _REACH


def _post(role: str) -> set[str]:
    """The words of a role that say what it is, not of what: foreign minister, secretary."""
    words = role.lower().split()
    return set(words[: next((at for at, word in enumerate(words) if word in _OF), len(words))])
