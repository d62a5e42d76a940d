"""Naming: which of a text's names are somebody, and who.

Belongs here: full names, acronyms, short forms. Does not belong here: whom a surname means (`surname`), what the words around a name show
it to be (`evidence`), or what can be told of a name by itself (`name`).
"""

import re

from transforms import lexicon
from transforms.text.actors.credit import signed
from transforms.text.actors.evidence import (
    VERB_TAGS,
    context_of,
    headline_tokens,
    is_cut,
    is_introduced,
    is_meant,
    is_no_outlet,
    is_said_of,
    is_shown_outside,
    speaking_heads,
    stands_beside,
)
from transforms.text.actors.likeness import sounds_alike
from transforms.text.actors.name import Name, is_quoted_title
from transforms.text.actors.nouns import GIVEN, HEADS, NEVER, NOUNS, ORGANS, PLACES, TITLES, gender_of, words_of
from transforms.text.actors.phrase import DOCUMENTS
from transforms.text.actors.player import Player, organ_groups
from transforms.text.actors.stage import PLACE_BEFORE, Stage
from transforms.text.actors.surname import introduced, is_known_as, is_surname, note_family, partner_of, posts_of, title_gender

_ADJECTIVAL = ("s", "ive", "al", "ous", "ic", "able", "less", "ful")
_EPITHETS = (*_ADJECTIVAL[1:], "ed", "ing", "ant", "ent")
_ABSTRACT = ("tion", "sion", "ness", "ism", "ity", "ions", "ments")
_COMMON = lexicon.words("pos")
_SYLLABLES = re.compile(r" [A-Z][a-z]+-[a-z]+$")  # given names that stand behind the family's: Kim In-gyu
_MOST_ALIKE = 20  # bearers of one surname that a new one is compared with
_SOCIETIES = frozenset(("Red Cross", "Red Crescent"))
_SHOWN = frozenset(("role_before_name", "noun_before_name", "noun_behind_name", "has_officers", "issues"))
_LOCAL = words_of("local")
_PARTIES = words_of("party_name")
_SAINTS = frozenset(("Saint", "St.", "St", "San", "Santa", "Santo"))
_MANY = frozenset(("many", "some", "most", "few", "several", "all", "these", "those"))


def name_players(stage: Stage) -> None:
    """Give every name of the text its actor, where it has one."""
    speaking, leading = _speaking(stage)
    stage.headlines = headline_tokens(stage)
    written = signed(stage.reading)
    has_saints = not _SAINTS.isdisjoint(stage.reading.words)
    later: list[int] = []
    for number, name in enumerate(stage.names):
        if name.first in written or (has_saints and _is_saint(stage, name)):
            continue  # who wrote it is nobody of whom it tells; nor is a place
        if _waits(stage, name):
            later.append(number)
        elif name.kind == "known":
            if name.method != "demonym" and (number in leading or name.first in stage.heads or is_meant(stage, name)):
                _name_known(stage, number, name)
        elif name.kind == "organ":
            stage.set_player(number, stage.organ(name.entry, " ".join(stage.reading.lows[name.first + 1 : name.stop])), "state_and_organ")
        elif name.kind != "title":
            _settle(stage, number, name, speaking)
            if stage.who[number] is None and name.kind == "maybe":
                stage.undecided.setdefault(name.text.rpartition(" ")[2], number)
    short = _short_forms(stage)
    for number in later:
        name = stage.names[number]
        if name.kind == "title":
            _name_title(stage, number, name)
        elif name.stop - name.first == 1:
            _name_short(stage, number, name, short, speaks=number in speaking)
        elif not _unslug(stage, number, name) and is_shown_outside(stage, name):
            _settle(stage, number, name, speaking)


def _speaking(stage: Stage) -> tuple[set[int], set[int]]:
    """The names that speak or are spoken to, and those that a source begins with: Kyiv, not the official in Kyiv."""
    speaking: set[int] = set()
    leading: set[int] = set()
    for bounds in stage.sources:
        if bounds is None:
            continue
        begin, end = bounds
        number = stage.at.get(begin, -1)
        if number >= 0:
            leading.add(number)
            if stage.names[number].stop == end:
                speaking.add(number)
                continue
        if end - begin > 1:
            if begin + 1 in stage.at:
                leading.add(stage.at[begin + 1])
            speaking.update(speaking_heads(stage, bounds))
    for statement in stage.statements:
        if statement.addressee is not None:
            token = stage.reading.token_at(statement.addressee[0])
            stage.told.update(stage.at[one] for one in (token, token + 1) if one in stage.at)
    stage.heads = {stage.names[number].first for number in speaking}
    return speaking | stage.told, leading


def _waits(stage: Stage, name: Name) -> bool:
    """Whether all longer names must be known first: surnames and other single words, and what stands in headlines."""
    if name.kind == "known":
        return name.method == "surname_reference"
    single = name.stop - name.first == 1
    if name.kind == "title":
        return single and name.title is None
    return name.kind != "organ" and (single or name.first in stage.headlines)


def _name_known(stage: Stage, number: int, name: Name) -> None:
    player = _society(stage, name) or stage.known(name.entry)
    stage.set_player(number, player, name.method if player.entry >= 0 else "short_name")
    _acronym(stage, number)
    if player.kind == "person" and name.stop - name.first > 1:
        note_family(stage, name.text, player)


def _society(stage: Stage, name: Name) -> Player | None:
    """Which society "the Red Cross" is: the one that the text names in full, or else nobody knows which; None for the international one."""
    if name.text not in _SOCIETIES or len(stage.forms_of[name.entry]) > 1:
        return None
    held = stage.by_text.get(name.text)
    if held is None:
        full = (one for one in stage.by_text.values() if one.kind != "person" and one.name.endswith(f" {name.text}"))
        held = next(full, None) or stage.new(name.text, "ngo", "named_org", organs=organ_groups("ngo", []))
        stage.by_text[name.text] = held
    return held


def _name_title(stage: Stage, number: int, name: Name) -> None:
    """A title that is somebody's surname: King said, behind Steve King."""
    family = stage.surnames.get(name.text) or [
        one for one in stage.given.get(name.text, ()) if _is_family_first(stage, one, speaks=name.first in stage.heads)
    ]
    if len(family) == 1:
        name.kind = "maybe"
        stage.set_player(number, family[0], "surname")


def _name_short(stage: Stage, number: int, name: Name, short: dict[str, Player], *, speaks: bool) -> None:
    """A name of one word, as the last of several of which nothing else showed what they are, or as a body's short form."""
    if name.kind == "maybe":
        if speaks and name.text not in stage.surnames and name.text in stage.undecided:
            _person(stage, stage.undecided[name.text], stage.names[stage.undecided[name.text]], "surname_speaks")
        body = short.get(name.text)
        if body is not None:
            body.aliases.setdefault(name.text, "name")
            stage.set_player(number, body, "short_name")
            return
    _resolve_short(stage, number, name, speaks=speaks)


def _unslug(stage: Stage, number: int, name: Name) -> bool:
    """A name of a headline as the person whom the text names elsewhere: SARA HADDAD QUITS, Sara Haddad Quits."""
    words = name.text.title().split(" ") if name.text.isupper() else name.text.split(" ")
    for stop in range(len(words), 1, -1):
        held = stage.by_text.get(" ".join(words[:stop]))
        if held is not None and held.kind == "person":
            stage.set_player(number, held, "headline")
            return True
    return False


def _short_forms(stage: Stage) -> dict[str, Player]:
    """First words of the names of organisations that may stand for them: Acme, behind Acme Pharmaceuticals; one bearer only."""
    found: dict[str, Player | None] = {}
    for number, name in enumerate(stage.names):
        player = stage.who[number] if name.kind == "organization" else None
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
    classes = stage.tags
    acting = {
        name.text
        for number, name in enumerate(stage.names)
        if name.kind == "maybe" and (name.first in stage.heads or classes[name.stop : name.stop + 1] in VERB_TAGS)
    }
    return {word: player for word, player in found.items() if player is not None and word in acting and _is_name_alone(stage, word)}


def _is_name_alone(stage: Stage, word: str) -> bool:
    """Whether a word is a name by itself: no common word, no place, nobody's given name, and never printed in small letters here."""
    low = word.lower()
    return (
        len(word) > 3
        and word[0].isupper()
        and not word.isupper()
        and not (word in GIVEN or word in PLACES or word in NEVER or word in HEADS or word in TITLES or word in stage.reference.longest)
        and not (low in _COMMON or low in NOUNS or low in ORGANS or low in DOCUMENTS)
        and not low.endswith((*_ADJECTIVAL, *_ABSTRACT, "an", "ish", "ese", "ern"))
        and word not in stage.surnames
        and low not in stage.outside
    )


def _settle(stage: Stage, number: int, name: Name, speaking: set[int]) -> None:
    """The actor of a name of several words that the reference does not have, where the text shows that it is one."""
    if is_known_as(stage, number, name):
        return
    family = stage.surnames.get(name.text)
    if family is not None and len(family) == 1:
        stage.set_player(number, family[0], "surname")  # Abu Hilal
        return
    if is_cut(stage, name):
        return
    if name.kind == "maybe" and stage.opens(name.first) and (bearer := _behind_epithet(stage, name)) is not None:
        stage.set_player(number, bearer, "surname")
        return
    kind, why = _kind(stage, number, name, speaking)
    if kind == "person":
        _person(stage, number, name, why)
    elif kind:
        _name_body(stage, number, name, kind, why)


def _kind(stage: Stage, number: int, name: Name, speaking: set[int]) -> tuple[str, str]:
    """What a name of several words shows itself to be, or the words around it, and by what; empty where nothing does."""
    kind, why = ("person", name.method) if name.kind == "person" else ("", "")
    if name.kind == "organization":
        kind, why = _head_kind(stage, name), "head_noun"
        if kind == "media" and number not in speaking and (is_quoted_title(stage.reading.words, name) or is_no_outlet(stage, name)):
            return "", ""
    if not kind:
        kind, why = context_of(stage, name)
    if not kind and number in speaking:
        kind, why = _kind_of_speaker(stage, name), "speaks"
    if kind == "organization" and number in stage.told and not any(word in HEADS for word in name.text.split(" ")):
        kind = "media"
    return kind, why


def _kind_of_speaker(stage: Stage, name: Name) -> str:
    """What a name of several words is of which nothing is known but that it speaks."""
    if _SYLLABLES.search(name.text):
        return "person"  # Moon Jae-min
    plain = any(word.lower() in _COMMON for word in name.text.split(" "))
    last = stage.reading.lows[name.stop - 1]
    if plain and (last in _COMMON or last.removesuffix("s") in _COMMON):
        return ""  # Speech Transcripts: words of a heading
    if plain or name.stop - name.first > 4:
        return "unknown"
    # Lotus Alo reported that ...: persons seldom do, unknown newspapers do
    return "media" if name.title is None and name.stop in stage.reporting else "person"


def _name_body(stage: Stage, number: int, name: Name, kind: str, why: str) -> None:
    """A body that the reference does not have."""
    words = name.text.split(" ")
    text = stage.reading.surface(name.first, name.stop)
    player = stage.new(text, kind, "media_report" if kind == "media" else "named_org", organs=organ_groups(kind, words))
    player.sectors = head[1] if (head := _head(words)) is not None else ()
    stage.by_text[name.text] = player
    letters = "".join(word[0] for word in name.text.replace("-", " ").split(" ") if word[:1].isupper())
    stage.initials.setdefault(letters, []).append(player)
    stage.set_player(number, player, why)
    _acronym(stage, number)


def _is_saint(stage: Stage, name: Name) -> bool:
    """Whether a saint's name stands where a place does: prime minister of Saint Vincent."""
    first = name.first if name.title is None else name.title[0]
    return stage.reading.words[first] in _SAINTS and first > 0 and stage.reading.lows[first - 1] in PLACE_BEFORE


def _behind_epithet(stage: Stage, name: Name) -> Player | None:
    """The person whose surname stands behind a word that only headlines and tabloids put before one: Embattled Haddad said."""
    first, _, rest = name.text.partition(" ")
    if first in GIVEN or not (first.lower() in _COMMON or first.lower().endswith(_EPITHETS)):
        return None
    family = stage.surnames.get(rest)
    if family is not None:
        return family[0] if len(family) == 1 else None
    form = stage.reference.forms.get(rest)
    if form is not None and form.kind == "surname":
        return stage.known(form.entry)
    number = stage.undecided.get(rest)
    if number is not None and rest.lower() not in _COMMON:
        _person(stage, number, stage.names[number], "surname_speaks")
        return stage.who[number]
    return None


def _person(stage: Stage, number: int, name: Name, why: str) -> None:
    """The person of a full name: a new one, or one whose name was printed in another form before."""
    words = name.text.split(" ")
    text = stage.reading.surface(name.first, name.stop)
    _name_person(stage, number, name, why, words, text)
    player = stage.who[number]
    if player is not None and (posts := posts_of(stage, name)):
        stage.posts.setdefault(player, set()).update(posts)


def _name_person(stage: Stage, number: int, name: Name, why: str, words: list[str], text: str) -> None:
    for one in stage.surnames.get(words[-1], [])[-_MOST_ALIKE:]:
        given = one.name.partition(" ")[0]
        if given == words[0] or (len(words) > 1 and sounds_alike(given, words[0])) or (one.name == words[-1] and one.entry < 0):
            if one.name == words[-1]:
                one.name = text
            stage.by_text[name.text] = one
            stage.set_player(number, one, "name_variant")
            return
    player = stage.new(text, "person", "named_person", gender=gender_of(words, stage.title_words(name)))
    note_family(stage, name.text, player)
    stage.by_text[name.text] = player
    stage.set_player(number, player, why)


def _head_kind(stage: Stage, name: Name) -> str:
    words = stage.reading.words[name.first : name.stop]
    if "of" in words and words[0] in HEADS:
        return HEADS[words[0]][0]
    found = _head(words)
    return found[0] if found is not None else "organization"


def _head(words: list[str]) -> tuple[str, tuple[str, ...]] | None:
    """What the last head in a body's name tells of it, its kind and sectors; two words may be one head: Fire Brigade."""
    for at in range(len(words) - 1, -1, -1):
        word = words[at]
        found = HEADS.get(f"{words[at - 1]} {word}") if at else None
        found = found or HEADS.get(word) or HEADS.get(word.rpartition("-")[2])
        if found is not None:
            return found
    return None


def _acronym(stage: Stage, number: int) -> None:
    """`X (ABC)`: from here on ABC is X."""
    name, words = stage.names[number], stage.reading.words
    if words[name.stop : name.stop + 1] == ["("] and words[name.stop + 2 : name.stop + 3] == [")"]:
        short = words[name.stop + 1]
        player = stage.who[number]
        if player is not None and 1 < len(short) <= 8 and sum(map(str.isupper, short)) * 2 > len(short):
            player.aliases.setdefault(short, "acronym")
            stage.by_text.setdefault(short, player)


def _is_family_first(stage: Stage, player: Player, *, speaks: bool) -> bool:
    """Whether the first word of a person's name may be the family's: Luo said, behind Luo Jian, whom nobody calls Jian."""
    first, _, last = player.name.rpartition(" ")
    return speaks and player.entry < 0 and len(first) > 1 and " " not in first and last not in stage.inside


def _spelt_out(stage: Stage, letters: str) -> Player | None:
    """The one organisation of the text whose words begin with `letters`: NFR, behind the National Front for Renewal."""
    found = stage.initials.get(letters, [])
    return found[0] if len(found) == 1 else None


def _resolve_short(stage: Stage, number: int, name: Name, *, speaks: bool) -> None:
    """The actor of a name of one word: a surname, an acronym, a given name."""
    if is_known_as(stage, number, name) or is_surname(stage, number, name):
        return
    if name.entry >= 0:
        stage.set_player(number, stage.known(name.entry), "surname_reference")
    elif is_cut(stage, name):
        pass
    elif (partner := partner_of(stage, name)) is not None:
        stage.set_player(number, partner, "shared_surname")
    elif name.kind == "person":
        if name.first not in stage.headlines or is_shown_outside(stage, name):  # but: Minister Quits
            _name_titled(stage, number, name)
    elif name.first not in stage.headlines and not _is_part(stage, number, name, speaks=speaks):
        kind, why = _kind_of_word(stage, number, name, speaks=speaks)
        if kind:
            _name_word(stage, number, name, kind, why)


def _name_titled(stage: Stage, number: int, name: Name) -> None:
    """Somebody of whom no more is told than a title and one word; behind Lee Kang, Mr Lee is whose name comes first."""
    same = stage.given.get(name.text, [])
    gender = title_gender(stage, name)
    is_so_titled = len(same) == 1 and posts_of(stage, name) <= stage.posts.get(same[0], set())  # Sheikh Khalid, of Sheikh Khalid bin Saad
    if is_so_titled and gender != "-" and same[0].gender in {"-", gender}:
        stage.set_player(number, same[0], "family_name")
        return
    text = stage.reading.surface(name.first, name.stop)
    player = stage.new(text, "person", "named_person", gender=gender_of([name.text], stage.title_words(name)))
    stage.set_player(number, player, "title_and_name")
    stage.by_text[name.text] = player
    note_family(stage, name.text, player)
    if posts := posts_of(stage, name):
        stage.posts.setdefault(player, set()).update(posts)


def _is_part(stage: Stage, number: int, name: Name, *, speaks: bool) -> bool:
    """Give the initials of a body, or one word of a person's name, their bearer, and tell whether there is one."""
    text = name.text
    if text.isupper() and 2 < len(text) < 7 and (body := _spelt_out(stage, text)) is not None:
        body.aliases.setdefault(text, "acronym")
        stage.by_text[text] = body
        stage.set_player(number, body, "initials")
        return True
    same = stage.given.get(text)
    if speaks and same is not None and len(same) > 1 and all(_SYLLABLES.search(one.name) for one in same):
        near = introduced(stage, number, same)
        if near is None:
            stage.how[number] = "ambiguous_surname"
        else:
            stage.set_player(number, near, "family_name")  # Kim said, behind Kim In-gyu and Kim Yu-bae
        return True
    if same is not None and len(same) == 1 and (text in GIVEN or _is_family_first(stage, same[0], speaks=speaks)):
        stage.set_player(number, same[0], "given_name" if text in GIVEN else "family_name")
        return True
    return False


def _kind_of_word(stage: Stage, number: int, name: Name, *, speaks: bool) -> tuple[str, str]:
    """What a single word that nobody has borne before is shown to be, and by what; empty where nothing shows that it is anybody."""
    text = name.text
    if (name.first and stage.reading.lows[name.first - 1] in _MANY) or not (speaks or stands_beside(stage, name)):
        return "", ""
    kind, why = context_of(stage, name)
    if not speaks and why not in _SHOWN and not (why == "apposition" and is_introduced(stage, name, kind)):
        return "", ""
    if speaks and text in _PARTIES and (stage.reading.lows[name.first - 1] == "the" or not stage.opens(name.first)):
        kind, why = "party", "speaks"
    elif _is_common(stage, name, kind, why, speaks=speaks):
        return "", ""
    family = stage.surnames.get(text.capitalize()) if text.isupper() and len(text) > 3 else None
    if family is not None and len(family) == 1:
        stage.set_player(number, family[0], "surname")  # TAPPER: in a transcript
        return "", ""
    if kind:
        return kind, why
    if text.isupper() and 1 < len(text) < 6:
        return "organization", "speaks"
    if is_said_of(stage, number, name):
        return "unknown", "speaks"
    stage.how[number] = "capital_only"
    return "", ""


def _is_common(stage: Stage, name: Name, kind: str, why: str, *, speaks: bool) -> bool:
    """Whether a word in capitals is only a common word."""
    text = name.text
    low = text.lower()
    if why == "noun_before_name" and text.isupper() and speaks:
        return False  # the monitoring group SITE
    if low in NOUNS or low in ORGANS or low in DOCUMENTS:
        return True
    if text in GIVEN or (why == "apposition" and kind not in {"person", ""} and speaks):
        return False  # Total, the French energy company, said
    if why in {"apposition", "age"} and speaks:
        return low in _COMMON  # Salas, the governor, said
    return low in _COMMON or low.endswith(_ABSTRACT) or (low.endswith(_ADJECTIVAL) and stage.opens(name.first))


def _name_word(stage: Stage, number: int, name: Name, kind: str, why: str) -> None:
    """Somebody of whom no more is told than one word."""
    is_body = kind not in {"person", "unknown"}
    voice = "media_report" if kind == "media" else "named_org" if is_body else "named_person"
    player = stage.new(stage.reading.surface(name.first, name.stop), kind, voice, gender=GIVEN.get(name.text, "-"))
    if is_body:
        player.organs = organ_groups(kind, [name.text])
    stage.by_text[name.text] = player
    stage.set_player(number, player, why)
