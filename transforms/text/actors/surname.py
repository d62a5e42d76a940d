"""Whom a surname, or a name that others bear too, means: namesakes, relatives, those who are known by it.

Belongs here: what tells bearers of one name apart. Does not belong here: what a name is (`name`), and which actor each name is (`naming`).
"""

from bisect import bisect_left
from collections.abc import Sequence

from transforms.text.actors.name import Name
from transforms.text.actors.nouns import GIVEN, NOUNS, SUFFIXES, TITLES
from transforms.text.actors.player import Player, title_noun
from transforms.text.actors.stage import Stage

_NEAR = 2  # sentences behind a full name in which the surname alone is its bearer's, though others have it
_GENERATIONS = frozenset(("elder", "older", "younger", "eldest", "oldest", "youngest", "late"))
_APPOSED_WITHIN = 10  # tokens
_OWNERS = frozenset(("his", "her", "their", "'s", "'"))
_MOST_ALIKE = 20  # bearers of one surname that a new one is compared with


def note_family(stage: Stage, text: str, player: Player) -> None:
    """Take up the names under which the person of that name may be told of again."""
    if (text, player) in stage.families:
        return
    stage.families.add((text, player))
    words = text.split(" ")
    while len(words) > 2 and words[-1] in SUFFIXES:
        words.pop()
    bare = words[-1][3:] if words[-1].startswith(("al-", "Al-", "el-", "El-")) else words[-1]  # Hamid al-Wazir: Wazir
    forms = [words[-1], bare, " ".join(words[-2:]) if len(words) > 2 else words[-1]]
    if len(words) > 3 and words[-2].islower():
        forms.append(" ".join(words[1:]))  # Jorge Moreira da Silva: Moreira da Silva
    for last in dict.fromkeys(forms):
        if (last, player) not in stage.kin:
            stage.kin.add((last, player))
            stage.surnames.setdefault(last, []).append(player)
    if (f"{words[0]} ", player) not in stage.kin:
        stage.kin.add((f"{words[0]} ", player))
        stage.given.setdefault(words[0], []).append(player)


def posts_of(stage: Stage, name: Name) -> set[str]:
    """The groups of the posts in the title before a name."""
    return {NOUNS[noun].group for word in stage.title_words(name) if (noun := title_noun(word).rpartition(" ")[2]) in NOUNS}


def _known_as(stage: Stage, number: int, name: Name) -> Player | None:
    """The person of whom the name is another one: Commander Ramiro, behind `Eliecer Rojas, known as`."""
    first = name.first if name.title is None else name.title[0]
    lows = stage.reading.lows
    if number == 0 or first < 3 or not (lows[first - 1] == "alias" or (lows[first - 1] == "as" and lows[first - 2] == "known")):
        return None
    comma = stage.names[number - 1].stop
    bearer = stage.who[number - 1]
    if bearer is None or bearer.kind != "person" or not comma < first <= comma + 5 or lows[comma] not in {",", "("}:
        return None
    bearer.aliases.setdefault(name.text, "name")
    stage.by_text[name.text] = bearer
    return bearer


def partner_of(stage: Stage, name: Name) -> Player | None:
    """Amir in `his parents, Amir and Sara Haddad`: the given name alone, and the surname that it shares with the name behind `and`."""
    lows, words = stage.reading.lows, stage.reading.words
    other = stage.at.get(name.stop + 1, -1)
    if other < 0 or lows[name.stop] != "and" or stage.names[other].stop - stage.names[other].first != 2:
        return None
    player = stage.who[other]
    if player is None or player.kind != "person" or words[name.first - 1] == ",":
        return None
    full = f"{name.text} {words[stage.names[other].stop - 1]}"
    held = stage.by_text.get(full)
    if held is not None:
        return held
    before = NOUNS.get(lows[name.first - 1]) if name.first else None
    if name.text not in GIVEN or before is None or not before.plural:
        return None
    player = stage.new(full, "person", "named_person", gender=GIVEN[name.text])
    stage.by_text[full] = stage.by_text[name.text] = player
    note_family(stage, full, player)
    return player


def _meant_of(stage: Stage, family: list[Player], name: Name) -> list[Player]:
    """Those of the bearers of one surname whom the words before it leave: Minister Haddad, Mrs. Haddad."""
    if posts := posts_of(stage, name):
        family = [one for one in family if not posts.isdisjoint(stage.posts.get(one, ()))] or family
    if len(family) > 1 and (gender := title_gender(stage, name)) != "-":
        family = [one for one in family if one.gender == gender] or [one for one in family if one.gender == "-"]
    if len(family) > 1 and name.entry >= 0:
        family = [one for one in family if one.entry == name.entry] or family
    return family


def title_gender(stage: Stage, name: Name) -> str:
    return next((title.gender for word in stage.title_words(name) if (title := TITLES.get(word)) and title.gender != "-"), "-")


def is_known_as(stage: Stage, number: int, name: Name) -> bool:
    """Give a name the actor that has borne it before, and tell whether there is one."""
    held = stage.by_text.get(name.text)
    if held is not None and held.kind == "person" and name.stop - name.first == 1 and _is_another(stage, held, name):
        return False
    if held is not None and name.stop - name.first == 1 and _may_be_another(stage, held, name):
        return False
    if held is not None:
        stage.set_player(number, held, "acronym" if held.aliases.get(name.text) == "acronym" else "exact_name")
        return True
    if (bearer := _known_as(stage, number, name)) is not None:
        stage.set_player(number, bearer, "alias")
        return True
    return False


def is_surname(stage: Stage, number: int, name: Name) -> bool:
    """Give a surname the one who bears it, and tell whether anybody does: of several, nobody is meant for certain."""
    text = name.text
    family = stage.surnames.get(text)
    if family is None and text.startswith(("al-", "Al-")):
        family = stage.surnames.get(text[3:])
    if not family:
        return False
    if 1 < len(family) <= _MOST_ALIKE:
        family = _meant_of(stage, family, name)
    is_told_apart = stage.reading.lows[name.first - 1] in _GENERATIONS  # the elder Haddad
    if len(family) > 1 and not is_told_apart and (near := introduced(stage, number, family)) is not None:
        family = [near]
    if len(family) == 1:
        player = family[0]
        if _is_another(stage, player, name):
            _name_namesake(stage, number, name)
            return True
        if _may_be_another(stage, player, name):
            stage.how[number] = "ambiguous_surname"
            return True
        stage.set_player(number, player, "surname")
        player.aliases.setdefault(text, "surname")
        if player.gender == "-":
            player.gender = title_gender(stage, name)
    else:
        stage.how[number] = "ambiguous_surname"
    return True


def _is_another(stage: Stage, player: Player, name: Name) -> bool:
    """Whether the title before a surname shows that it is not this bearer's: Mrs. Haddad, behind Omar Haddad."""
    gender = title_gender(stage, name)
    if gender == "-":
        return False
    return player.gender not in {"-", gender}


def _may_be_another(stage: Stage, player: Player, name: Name) -> bool:
    """Whether it is open whose a surname behind Mrs. or Mr. is, whose bearer has been told by an office alone: Councillor Haddad."""
    if " " in player.name or player.gender != "-" or not stage.posts.get(player) or posts_of(stage, name):
        return False
    return title_gender(stage, name) != "-"


def _name_namesake(stage: Stage, number: int, name: Name) -> None:
    """Somebody of whom no more is told than a title and the surname of another."""
    title = name.title if name.title is not None else (name.first, name.first)
    text = stage.reading.surface(title[0], name.stop)
    player = stage.by_text.get(text)
    if player is None:
        player = stage.new(text, "person", "named_person", gender=title_gender(stage, name))
        stage.by_text[text] = player
        stage.by_text.pop(name.text, None)
        stage.surnames.setdefault(name.text, []).append(player)
    stage.set_player(number, player, "title_and_name")


def introduced(stage: Stage, number: int, family: list[Player]) -> Player | None:
    """Whom of several bearers a surname means: the only one named in full so far, else the last, who has just spoken."""
    named = stage.introductions
    before = [(at, player) for player in family if (at := _last_before(named.get(player, ()), number)) >= 0]
    if len(before) == 1:
        return before[0][1]
    if not before:
        return None
    (second, first_told), (last, player) = sorted(before, key=lambda one: one[0])[-2:]
    if _is_kin(stage, last):
        name, paragraph = stage.names[number], stage.reading.paragraph_of
        speaks = name.first in stage.heads
        if name.title is not None and paragraph(name.first) != paragraph(stage.names[last].first):
            return first_told  # Ms. Haddad, behind Sara Haddad and her daughter, Rima Haddad
        if name.title is not None or not speaks:
            return None if speaks else first_told
    here, there, other = (stage.names[one].first for one in (number, last, second))
    of = stage.reading.sentence_of
    is_near = there in stage.heads and of(here) - of(there) <= _NEAR
    return player if is_near and stage.reading.paragraph_of(other) < stage.reading.paragraph_of(there) else None


def _is_kin(stage: Stage, number: int) -> bool:
    """Whether somebody is told of as a relative: her daughter, the violinist Ann Smith; Smith's brother, Tom Smith."""
    lows, first = stage.reading.lows, stage.names[number].first
    for at in range(first - 1, max(0, first - _APPOSED_WITHIN), -1):
        if stage.tags[at] in "VEIHMK.;:":
            return False
        noun = NOUNS.get(lows[at])
        if noun is not None and noun.role == "kin" and not noun.plural:
            return any(low in _OWNERS for low in lows[max(0, at - 3) : at])
    return False


def _last_before(numbers: Sequence[int], number: int) -> int:
    """The last of the sorted `numbers` before `number`; -1."""
    at = bisect_left(numbers, number)
    return numbers[at - 1] if at else -1
