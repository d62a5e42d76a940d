"""Bodies: which organisation a common noun means, and which organisations a description names.

Belongs here: the army, Egypt's foreign ministry, the rebel group, his office. Does not belong here: people (`meaning`), roles (`roles`).
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from transforms.text.actors.nouns import GENITIVES, INDEFINITE, NOUNS, ORGANS, THE, Organ, words_of
from transforms.text.actors.phrase import DOCUMENTS, Part, noun_at
from transforms.text.actors.player import BODY_KINDS, PEOPLE_KINDS, STATE_KINDS, Player, Trace, lower_first
from transforms.text.actors.stage import TRACES, Stage
from transforms.text.closed import POSSESSIVES

_WHERE = frozenset(("in", "at", "near", "outside", "inside", "across", "around", "based"))
# Nouns that take up any organisation of their group; others (commission, court, ministry) only one that has them in its name.
GENERAL = words_of("general")
FIRST_TOLD = frozenset(("ministry", "government", "army", "navy", "police"))
_TELLS_NOTHING = words_of("tells_nothing") | words_of("plain")
_ARMED = words_of("armed")
_SETS_APART = words_of("sets_apart")
_RULED = re.compile("-(?:run|ruled|controlled|held)$")
_SEVERAL = frozenset(("organization", "party", "ngo", "company", "armed_group", "state", "media"))  # bodies of which several are told
_GOVERNMENTS = frozenset(("government", "administration"))
_OF_ONE_FIELD = re.compile(r"\b(?!the )[a-z]+ authorities$")
_ARMIES = frozenset(("army", "military", "navy"))
_NO_ARMIES = frozenset(("guard", "guards", "militia", "corps", "police", "front", "group", "movement", "fighters"))
_COUNSEL = frozenset(("lawyer", "attorney", "solicitor", "barrister"))
_TRYING = frozenset(("judge", "prosecutor", "magistrate", "coroner"))
_BROAD = frozenset(("organisation", "group", "party"))  # groups of nouns for bodies of many kinds: a hospital, a union, an opposition
_ITS = frozenset(("its", "their"))


def organisations_of(stage: Stage, part: Part) -> list[Player]:
    """The organisations that a description names, or the body of a state that it is the first to tell of: a spokesman for the army."""
    found = _organisations_told(stage, part)
    if found or part.owner >= 0 or part.owner_head >= 0 or part.inside or part.behind or part.lead in POSSESSIVES:
        return found
    lows = stage.reading.lows
    head = part.behind_head
    if head < 0:
        head = next((at for at in range(part.head - 1, part.core[0] - 1, -1) if lows[at] in ORGANS), -1)
    organ = ORGANS.get(noun_at(lows, head)) if head >= 0 else None
    if organ is None or organ.group not in FIRST_TOLD:
        return found
    bodies = stage.parts_of(max(part.core[0] if head < part.head else 0, stage.phrase_start(head)), head + 1)
    if len(bodies) != 1 or bodies[0].kind != "organ":
        return found
    body = body_of(stage, bodies[0])[0]
    stage.trace(bodies[0].first, body, spoke=False)
    return [body]


def _organisations_told(stage: Stage, part: Part) -> list[Player]:
    """The organisations that a description names."""
    found = [*_owners(stage, part), *(_body_named(stage, number, part.head) for number in part.inside), *_behind(stage, part)]
    if any(one is not None for one in found):
        pass
    elif part.behind_head >= 0 and (body := _body_at(stage, part.behind_head)) is not None:
        found = [body]
    elif part.owner < 0:
        found = _modifying(stage, part)
    if part.lead in _ITS and not any(one is not None for one in found):
        found = [_its(stage, part.first)]
    return list(dict.fromkeys(one for one in found if one is not None))


def _owners(stage: Stage, part: Part) -> list[Player | None]:
    """Who stands before a possessive: Hamas' bureau, the group's leader."""
    if part.owner >= 0:
        return [_body_named(stage, part.owner, part.head)]
    return [_body_at(stage, part.owner_head)] if part.owner_head >= 0 else []


def _behind(stage: Stage, part: Part) -> Iterator[Player | None]:
    """Who is named behind a description: officials from X and Y; but an official in Beirut is not Lebanon's."""
    lows = stage.reading.lows
    for number in part.behind:
        before = stage.names[number].first - 1
        if lows[before - 1 if lows[before] == "the" else before] not in _WHERE:
            yield _body_named(stage, number, min(part.stop, stage.names[number].stop + 4))


def _modifying(stage: Stage, part: Part) -> list[Player | None]:
    """Who is met before by the nouns of a description: the ministry spokesman. Its ministry's is not of the ministry of another state."""
    whose = _its(stage, part.first) if part.lead in _ITS else None
    bodies = (latest_body(stage, noun_at(stage.reading.lows, at)) for at in range(part.core[0], part.head))
    return [body for body in bodies if body is None or whose is None or whose.country in (None, body.country)]


def _body_named(stage: Stage, number: int, stop: int) -> Player | None:
    """The body that a name in a description means; a state with the nouns behind it, up to `stop`, as its organ."""
    name = stage.names[number]
    if name.kind != "known" or stage.reference.entries[name.entry].kind != "state":
        player = stage.who[number]
        return player if player is not None and player.kind != "person" else None
    lows = stage.reading.lows
    first = end = name.stop + (name.stop < stop and stage.reading.words[name.stop] in GENITIVES)
    for at in range(first, stop):
        if lows[at] == "intelligence":
            end = first  # a military intelligence chief is not the military's
        elif lows[at] in ORGANS and ORGANS[lows[at]].kind not in {"state", "organization", "armed_group", "company"}:
            end = at + 1
    return stage.organ(name.entry, " ".join(lows[first:end])) if end > first else stage.known(name.entry)


def _its(stage: Stage, token: int) -> Player | None:
    """Whose `its` is: of who opens the sentence (Chad had agreed with Mali, its minister said), else of the last."""
    bodies = [trace for trace in stage.traces[-20:] if trace.player.kind in BODY_KINDS]
    first = stage.begin_of(stage.sentence)
    opening = next((trace.player for trace in bodies if first <= trace.token <= first + 2), None)
    if opening is None:
        opening = opening_body(stage, token)
    return opening if opening is not None else bodies[-1].player if bodies else None


def _body_at(stage: Stage, token: int) -> Player | None:
    """The organisation that the noun at `token` takes up; with a capital only one that has it in its name: the Front's leader."""
    word = stage.reading.words[token]
    if word[0].isupper() and not word.isupper() and not stage.opens(token):
        return capital_body(stage, word) or (None if _is_the(stage, token) else latest_body(stage, word.lower()))
    return latest_body(stage, stage.reading.lows[token])


def _is_the(stage: Stage, token: int) -> bool:
    return token > 0 and stage.reading.lows[token - 1] == "the"


def capital_body(stage: Stage, word: str) -> Player | None:
    """The organisation met before whose name has the capital noun: the Fund, of the International Monetary Fund."""
    for trace in reversed(stage.traces[-TRACES:]):
        player = trace.player
        if player.kind == "state" and player.name == f"{word} Korea":
            return player  # the North said
        if player.kind in PEOPLE_KINDS or player.kind == "state" or not player.named:
            continue
        known = stage.reference.entries[player.entry].aliases if player.entry >= 0 else ()
        if any(word in form.split(" ")[1:] for form in (player.name, *player.aliases, *(form for form, _ in known))):
            return player
    return None


def latest_body(stage: Stage, noun: str) -> Player | None:
    """The organisation met last that the common noun may take up; one only."""
    organ = ORGANS.get(noun)
    if organ is None or (noun.endswith("s") and organ.kind != "government"):
        return None
    return next(
        (
            trace.player
            for trace in reversed(stage.traces[-TRACES:])
            if organ.group in trace.player.organs and (organ.group not in _BROAD or _may_be(trace.player, noun))
        ),
        None,
    )


def organ_behind(stage: Stage, first: int) -> int:
    """The end of "foreign ministry" at `first`; 0 where there is none."""
    lows, classes = stage.reading.lows, stage.tags
    for at in range(first, min(first + 3, len(lows))):
        organ = ORGANS.get(lows[at])
        if (
            organ is not None
            and organ.kind not in {"state", "armed_group", "organization", "company"}
            and stage.reading.words[at].islower()
        ):
            if at + 1 < len(lows) and (lows[at + 1] in NOUNS or lows[at + 1] in ORGANS) and lows[at + 1] not in DOCUMENTS:
                if lows[at + 1] in ORGANS:
                    continue
                return 0
            return at + 1
        if classes[at] not in "JN":
            return 0
    return 0


def body_of(stage: Stage, part: Part) -> tuple[Player, str]:
    """The organisation that a common noun means: the army, Egypt's foreign ministry, the rebel group."""
    if (found := organ_of(stage, part)) is not None:
        return found
    if part.lead in THE or (part.lead == "" and part.owner < 0 and not part.inside):
        met, method = body_before(stage, part)
        if met is not None:
            return met, method
    low = noun_at(stage.reading.lows, part.head)
    organ = ORGANS[low] if low in ORGANS else ORGANS["organisation"]
    if part.inside and (one := stage.who[part.inside[-1]]) is not None and one.kind == "media" and organ.group in {"agency", "media"}:
        return one, "name_and_noun"  # the state-run Anadolu agency
    owner = stage.who[part.owner] if part.owner >= 0 else stage.who[part.inside[0]] if part.inside else None
    name, known, method = _description(stage, part, owner)
    if known >= 0:
        return stage.known(known), method
    player = stage.by_text.get(name)
    if player is not None:
        return player, "same_description"
    if owner is None and (known := stage.reference.organisations.get(name.removeprefix("the ").casefold(), -1)) >= 0:
        country = stage.reference.entries[known].country
        if country is None or country in stage.countries:
            return stage.known(known), "alias"
    return _new_body(stage, part, name, organ, owner), "own_description"


def _description(stage: Stage, part: Part, owner: Player | None) -> tuple[str, int, str]:
    """The words by which a body is told apart; the entry of the body of a place that the reference has, else -1, and how it is known."""
    reading = stage.reading
    is_owned = part.owner >= 0 or part.owner_head >= 0 or part.lead in POSSESSIVES
    first = part.first if is_owned else part.core[0]
    stop = part.core[1]
    while reading.lows[part.head] == "chamber" and stop < part.stop and stage.tags[stop] in "oNSC":
        stop += 1  # the chamber of commerce
    name = named_after(stage, part, lower_first(reading, first, stop, stage.at))
    if owner is not None and name.startswith(("the ", "a ", "an ")):
        name = name.partition(" ")[2]
    place = _place_behind(stage, part) if owner is None else ""
    if place:
        noun = " ".join(reading.lows[at] for at in range(*part.core) if reading.lows[at] not in THE)
        bare = place.rpartition(" ")[2]  # Gaza of Hamas-run Gaza
        forms = (f"{where}{mark} {noun}".casefold() for where in (place, bare) for mark in ("", "'s"))
        held = next((found for found in map(stage.reference.organisations.get, forms) if found is not None), -1)
        if held >= 0:
            return "", held, "place_and_organ"
        if not _RULED.search(place):
            name = f"{name} in {place}"
    if part.lead in INDEFINITE and part.core[1] < part.stop and stage.tags[part.core[1]] == "G":
        end = min(part.stop, part.core[1] + 6)
        stop = next((at for at in range(part.core[1], end) if reading.words[at] in {",", "("}), end)
        name = lower_first(reading, first, stop, stage.at)  # a group representing bondholders
    return name, -1, ""


def _new_body(stage: Stage, part: Part, name: str, organ: Organ, owner: Player | None) -> Player:
    """A body that has no name but its description."""
    lows = stage.reading.lows
    low = noun_at(lows, part.head)
    kind = organ.kind
    if kind == "armed_group" and low in {"group", "groups"} and _ARMED.isdisjoint(lows[part.core[0] : part.head]):
        kind = "organization"
    elif kind == "government" and part.inside and organ.group in {"service", "agency"} and low.endswith("service"):
        kind = "organization"  # the Red Star rescue service
    player = stage.new(
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
    stage.by_text[name] = player
    return player


_OF_TOWNS = frozenset(("police", "court", "council"))


def organ_of(stage: Stage, part: Part) -> tuple[Player, str] | None:
    """`the Egyptian army`, `Egypt's foreign ministry` as the organ of the state named with it; `the Hamas leadership` as Hamas."""
    lows = stage.reading.lows
    organ = ORGANS.get(noun_at(lows, part.head))
    owner = stage.who[part.owner] if part.owner >= 0 else None
    if owner is not None and organ is not None and organ.group != "government":
        for number in part.inside:
            known = stage.who[number]
            if known is not None and known.entry >= 0 and known.country == owner.country and known.kind in BODY_KINDS - {"state", "media"}:
                return known, "name_and_noun"  # Ukraine's SBU security service
    for number in (part.owner, *part.inside):
        if number < 0:
            continue
        name = stage.names[number]
        if name.kind == "known" and stage.reference.entries[name.entry].kind == "state" and lows[part.head] != "group":
            if name.method == "metonym" and organ is not None and organ.group in _OF_TOWNS:
                continue  # Berlin police are the town's
            first = name.stop
            if first < part.core[1] and stage.reading.words[first] in {"'s", "'"}:
                first += 1
            return stage.organ(name.entry, " ".join(lows[first : part.core[1]])), "state_and_organ"
        player = stage.who[number]
        if (
            player is not None
            and player.kind in {"armed_group", "party"}
            and organ is not None
            and organ.group in {"government", "group", "party"}
        ):
            return player, "organ_of_group"
    return None


def body_before(stage: Stage, part: Part) -> tuple[Player | None, str]:
    """Which body met before a common noun takes up: the Islamist group."""
    low = noun_at(stage.reading.lows, part.head)
    organ = ORGANS.get(low)
    if organ is None:
        return None, "not_an_actor"
    if "".join(stage.reading.lows[part.core[1] : part.core[1] + 1]) in {"that", "who"}:
        return None, "no_antecedent"  # the coalition that held the city is told apart from any before
    wanted = organisations_of(stage, part) if part.inside else []
    telling = _telling(stage, part, organ)
    if part.owner_head >= 0 and stage.reading.lows[part.owner_head] in NOUNS:
        telling = [*telling, stage.reading.lows[part.owner_head]]  # the doctors' union is not any union
    for trace in reversed(stage.traces[-TRACES:]):
        player = trace.player
        if (
            trace.token < part.core[1]
            and organ.group in player.organs
            and player.kind not in PEOPLE_KINDS
            and _may_be(player, low)
            and not (player.plural and not player.named and low[-1] != "s")
            and (not telling or _is_called(player, telling))
            and (not wanted or player in wanted or player.country in {one.country for one in wanted})
            and (wanted or not _is_elsewhere(stage, trace, part.first))
        ):
            return player, "definite_description"
    return None, "no_antecedent"


def _telling(stage: Stage, part: Part, organ: Organ) -> list[str]:
    """The words of a description that its organisation must have in its name: health in the health ministry in Gaza, and Gaza."""
    lows = stage.reading.lows
    head = noun_at(lows, part.head)
    if organ.kind == "media" or head not in GENERAL:
        found = [
            lows[at].replace("defense", "defence")
            for at in range(part.core[0], part.head)
            if lows[at].isalpha() and at not in stage.at and lows[at] not in _TELLS_NOTHING
        ]
    else:
        found = [lows[at] for at in range(part.core[0], part.head) if lows[at] in _SETS_APART]  # the exile government
    if place := _place_behind(stage, part):
        found.append(place.lower())
    return found


def _place_behind(stage: Stage, part: Part) -> str:
    """Gaza in the health ministry in Gaza."""
    first = stop = part.core[1] + 1
    if first >= part.stop or stage.reading.lows[first - 1] != "in":
        return ""
    classes = stage.tags
    while stop < part.stop and classes[stop] == "X":
        stop += 1
    return " ".join(stage.reading.words[first:stop])


def _is_called(player: Player, telling: list[str]) -> bool:
    names = [name.lower().replace("defense", "defence") for name in (player.name, *player.aliases)]
    return all(any(word in name for name in names) for word in telling)


def _may_be(player: Player, noun: str) -> bool:
    """Whether `noun` may take up `player`: a noun for any organisation of its kind may, a special one only where the name has it."""
    if noun in _ARMIES and player.named and not _NO_ARMIES.isdisjoint(player.name.lower().split()):
        return False  # the army is not the Rapid Guard
    if noun in _GOVERNMENTS and _OF_ONE_FIELD.search(player.name):
        return False  # the government is not the health authorities
    if noun == "department" and player.kind == "government" and player.name.endswith(" Office"):
        return True  # the Home Office
    return noun in GENERAL or noun in player.nouns or noun in player.name.lower() or any(noun in alias.lower() for alias in player.aliases)


def _is_elsewhere(stage: Stage, trace: Trace, token: int) -> bool:
    """Whether the text has turned to another country since a state's body was spoken of: In Khartoum ... The government said."""
    own = trace.player.country
    if own is None or trace.player.kind not in STATE_KINDS:
        return False
    others: set[str] = set()
    turned = False
    entries, lows = stage.reference.entries, stage.reading.lows
    for number in range(bisect_right(stage.firsts, trace.token + 1), bisect_right(stage.firsts, token - 1)):  # behind "the French"
        name = stage.names[number]
        country = entries[name.entry].country if name.entry >= 0 else None
        if country == own:
            return False
        if country is not None:
            others.add(country)
            turned = turned or (lows[name.first - 1] == "in" and stage.opens(name.first - 1))
    spoken = stage.countries
    return turned or any(spoken[other] > spoken[own] for other in others)


def named_after(stage: Stage, part: Part, name: str) -> str:
    """`name` with the possessor's name in the place of a pronoun, or without the pronoun where that is not certain."""
    if part.lead not in {"his", "her", "its", "their", "our", "my", "your", "whose"}:
        return name
    owner = possessor(stage, part)
    words = re.split(rf"\b{part.lead}\b ?", name, maxsplit=1, flags=re.IGNORECASE)
    return (f"{owner.name}'s " if owner is not None else "").join(words) if len(words) == 2 else name


def possessor(stage: Stage, part: Part) -> Player | None:
    """Whose `his office`, `its ambassador` is."""
    if part.lead == "whose":
        near = [trace for trace in stage.traces[-8:] if trace.sentence == stage.sentence and part.first - 8 < trace.token < part.first]
        return near[-1].player if near else None
    agrees = {"his": "he", "her": "she", "its": "it", "their": "they"}.get(part.lead, "")
    if not agrees:
        return None
    if agrees == "it":
        first = stage.begin_of(stage.sentence)
        for trace in stage.traces[-20:]:
            if (
                first <= trace.token <= first + 2
                and trace.player.kind in BODY_KINDS - {"unknown", "document"}
                and not owns(stage, trace.token)
            ):
                return trace.player  # Chad had agreed with Mali, its minister said
        if (opening := opening_body(stage, part.first)) is not None:
            return opening
    noun = NOUNS.get(stage.reading.lows[part.head])
    counsel = noun is not None and noun.lemma in _COUNSEL
    recent = stage.traces[-30:]
    # X said he would meet Y, and his deputy; of a sentence before in which nobody spoke, it is the subject
    recent.sort(key=lambda trace: (trace.sentence, trace.spoke, trace.token if trace.sentence == stage.sentence else -trace.token))
    for trace in reversed(recent):
        if trace.sentence < stage.sentence - 2:
            break
        if trace.token > part.head:
            continue  # its governor, who is under investigation in Chad,
        player = trace.player
        people = player.kind in {"person", "unknown", "role"} and not player.plural
        if counsel and not _TRYING.isdisjoint(player.nouns):
            continue  # Judge Ann Smith refused. Her lawyers said
        if not player.named and any(one.player.kind == "person" and player.name.startswith(f"{one.player.name}'s ") for one in recent):
            continue  # her aide said so, and her lawyer agreed: not the aide's
        if agrees in {"he", "she"} and people and player.gender in {"-", "m" if agrees == "he" else "f"}:
            return player
        if agrees == "it" and player.kind in BODY_KINDS and player.kind not in {"unknown", "document"}:
            return player
        if agrees == "they" and (player.plural or player.kind in {"armed_group", "organization"}):
            return player
    return None


def owns(stage: Stage, token: int) -> bool:
    """Whether the name at `token` only says whose something is: France's main union, of which `its` tells."""
    number = stage.at.get(token, -1)
    return number >= 0 and stage.tags[stage.names[number].stop : stage.names[number].stop + 1] == "s"


def opening_body(stage: Stage, token: int, back: int = 0) -> Player | None:
    """The body of whom the sentence of `token` tells, or one `back` from it: Parliament's health committee will meet, its chairman said."""
    first = stage.begin_of(max(0, stage.sentence - back))
    verb = next((at for at in range(first + 1, min(first + 10, token)) if stage.tags[at] in "VEMIHK"), 0)
    found = stage.parts_of(first, verb) if verb else []
    if len(found) != 1 or found[0].kind != "organ" or found[0].head != verb - 1 or found[0].lead == "its":
        return None
    return body_of(stage, found[0])[0]
