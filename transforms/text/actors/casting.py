"""Casting: the walk through a text in which everybody is met, and the speakers of its statements are told.

Belongs here: the order of the walk, and what it meets beside statements. Does not belong here: who speaks in a source (`speaking`), whom
words mean (`meaning`), and the records that come out (`record`).
"""

import re
from bisect import bisect_left, insort

from transforms.text.actors.body import FIRST_TOLD, body_of, organ_behind, organ_of
from transforms.text.actors.cast import Cast
from transforms.text.actors.evidence import VERB_TAGS
from transforms.text.actors.meaning import (
    definite,
    same_description,
    unnamed,
)
from transforms.text.actors.name import Name
from transforms.text.actors.naming import name_players
from transforms.text.actors.nouns import INDEFINITE, NOUNS, ORGANS, THE, gender_of, words_of
from transforms.text.actors.phrase import SECONDS, Part, noun_at
from transforms.text.actors.player import Player, Seen, Trace
from transforms.text.actors.record import records, tell_anonymity
from transforms.text.actors.roles import named_later, read_called, read_demonym, read_roles
from transforms.text.actors.speaking import speak
from transforms.text.actors.stage import LONGEST_DATELINE, Stage

# Nouns that take somebody up where they do not speak: people and kin do not.
_TAKEN_UP = ORGANS.keys() | {noun for noun, person in NOUNS.items() if person.role not in {"people", "kin"}}
_PLATFORMS = words_of("platform")
_WRITES_ON = frozenset(("on", "via", "through", "over", "his", "her", "its", "their"))
_WRITTEN = frozenset(("account", "channel", "feed", "group", "message", "page", "post", "posts", "video"))
_DASHES = frozenset(("-", "--", "–", "—"))
_PLACE = re.compile(r"R?F[^VEIHMKWQ,]*")
_LONGEST_PLACE = 10  # tokens
_DEFINITE = re.compile(r"d[JNEGXnS]{0,4}[NSzbV]")


def cast(stage: Stage) -> Cast:
    """The whole cast."""
    name_players(stage)
    _walk(stage)
    tell_anonymity(stage)
    return records(stage)


def _walk(stage: Stage) -> None:
    """Go through the text in order: names, descriptions, and the sources of statements."""
    events: list[tuple[int, int, int]] = [(bounds[0], 1, number) for number, bounds in enumerate(stage.sources) if bounds is not None]
    events.extend((_unsourced_at(stage, number), 2, number) for number, bounds in enumerate(stage.sources) if bounds is None)
    inside: set[int] = set()
    for bounds in stage.sources:
        if bounds is not None:
            inside.update(range(bounds[0], min(bounds[1], bounds[0] + 60)))
    lows = stage.reading.lows
    for match in _DEFINITE.finditer(stage.tags):
        first, stop = match.span()
        if lows[first] in INDEFINITE and first not in inside and (noun := NOUNS.get(lows[stop - 1])) is not None and not noun.plural:
            if _is_subject(stage, first, stop):
                insort(stage.doubtful, (first, noun.gender))
        elif lows[first] in THE and first not in inside:
            low = lows[stop - 1]
            if low in _TAKEN_UP or (low in SECONDS and noun_at(lows, stop - 1) in ORGANS):
                events.append((first, 0, stop))
    events.sort()
    for token, kind, number in events:
        _pass_names(stage, token, inside)
        stage.move(token)
        if kind == 0:
            _nominal(stage, token, number)
        elif kind == 1:
            bounds = stage.sources[number] or (token, token + 1)
            _pass_names(stage, bounds[1], inside)
            speak(stage, number, bounds)
        else:
            stage.spoken[number].append((None, None, "no_source"))
    _pass_names(stage, len(lows), inside)


def _is_subject(stage: Stage, first: int, stop: int) -> bool:
    """Whether a phrase is what its sentence tells of: In Wau, a grandmother who had lost her house swept the yard."""
    classes = stage.tags
    if classes[stop : stop + 1] not in tuple("VEIHMKWR"):
        return False
    if stage.opens(first):
        return True
    begin = stage.begin_of(stage.reading.sentence_of(first))
    return classes[first - 1] == "," and first - begin < _LONGEST_PLACE and _PLACE.fullmatch(classes, begin, first - 1) is not None


def _unsourced_at(stage: Stage, number: int) -> int:
    statement = stage.statements[number]
    spans = [*statement.content, *([statement.cue] if statement.cue is not None else [])]
    return stage.reading.token_at(min(spans)[0]) if spans else 0


def _pass_names(stage: Stage, token: int, inside: set[int]) -> None:
    """Put the names that begin before `token`, and have not been passed yet, on record, with what stands beside them."""
    words = stage.reading.words
    begin, stage.passed = stage.passed, bisect_left(stage.firsts, token, stage.passed)
    for number in range(begin, stage.passed):
        name, player, how = stage.names[number], stage.who[number], stage.how[number]
        first, stop = name.first, name.stop
        if player is None:
            if how:
                stage.see(first, stop, "name", None, how, "name")
                if how == "ambiguous_surname":
                    insort(stage.doubtful, (first, gender_of([name.text], stage.title_words(name))))
            elif name.kind == "maybe" and stop - first > 1 and stage.opens(first) and stage.tags[stop : stop + 1] in VERB_TAGS:
                insort(stage.doubtful, (first, "-"))  # of whom nothing shows who it is
            elif name.method == "demonym" and first not in inside:
                read_demonym(stage, name)
            if words[stop : stop + 1] == ["'s"]:
                _office_held(stage, name, inside)
            continue
        stage.move(first)
        seen = stage.shown[number] = Seen(first, stop, "metonym" if how == "metonym" else "name", player, how, "name")
        stage.seen.append(seen)
        if not _is_passing(stage, name, player):
            stage.traces.append(Trace(stage.sentence, first, player, spoke=False))
        if player.kind == "person":
            if not player.described and (stop - first > 1 or name.title is not None):
                player.described = True
                read_roles(stage, name, player)
                named_later(stage, name, player)
        elif stop + 1 >= len(words):
            pass
        elif player.organs and words[stop] == "," and stop + 2 < len(words):
            read_called(stage, name, player)
        elif player.kind == "state" and words[stop] == "'s":
            _possessed(stage, name, player, inside)


def _is_passing(stage: Stage, name: Name, player: Player) -> bool:
    """Whether somebody is named whom no later word takes up: the agency of a dateline, a platform on which somebody wrote."""
    first = stage.reading.sentences[stage.sentence][0]
    if name.first - first < LONGEST_DATELINE and name.first < stage.begin_of(stage.sentence):
        words, stop = stage.reading.words, name.stop
        closing = stop < len(words) and words[stop] == ")" and words[name.first - 1] == "("
        is_last = "".join(words[stop + closing : stop + closing + 1]) in _DASHES
        return is_last if player.kind == "media" else words[first].isupper() and len(words[first]) > 2
    if player.kind != "company" or name.text not in _PLATFORMS:
        return False
    lows = stage.reading.lows
    return lows[name.first - 1] in _WRITES_ON or "".join(lows[name.stop : name.stop + 1]) in _WRITTEN


def _possessed(stage: Stage, name: Name, state: Player, inside: set[int]) -> None:
    """`Egypt's foreign ministry` names an organ of the state."""
    stop = organ_behind(stage, name.stop + 1)
    if stop and name.first not in inside and state.entry >= 0:
        organ = stage.organ(state.entry, " ".join(stage.reading.lows[name.stop + 1 : stop]))
        stage.see(name.first, stop, "nominal", organ, "state_and_organ", "possessive")
        stage.trace(name.first, organ, spoke=False)
    elif not stop:
        _office_held(stage, name, inside)


def _office_held(stage: Stage, name: Name, inside: set[int]) -> None:
    """`Egypt's prime minister` is told as the subject of a sentence: who holds the office is on record."""
    if name.first not in inside and (stop := _office_behind(stage, name.stop + 1)):
        found = stage.parts_of(name.first, stop)
        if len(found) == 1 and found[0].kind == "nominal" and found[0].head == stop - 1:
            holder = same_description(stage, found[0]) or definite(stage, found[0], speaks=False)[0]
            if holder is None:
                holder = unnamed(stage, found[0], plural=False, voice="role_only", kind="role")
            stage.see(name.first, stop, "nominal", holder, "own_description", "possessive")
            stage.trace(name.first, holder, spoke=False)


def _office_behind(stage: Stage, first: int) -> int:
    """The end of "prime minister" at `first` where a verb follows; else 0."""
    lows, classes = stage.reading.lows, stage.tags
    for at in range(first, min(first + 4, len(lows) - 1)):
        noun = NOUNS.get(lows[at])
        if noun is not None and not noun.plural and noun.role == "office" and classes[at + 1] in "VEIHMK":
            return at + 1
        if classes[at] not in "JN":
            return 0
    return 0


def _nominal(stage: Stage, first: int, stop: int) -> None:
    """A description that does not speak: the group, the Islamist group, the minister."""
    if stop - first == 2:
        if _is_named_behind(stage, stop):
            return
        low = stage.reading.lows[stop - 1]
        noun = NOUNS.get(low)
        plural = noun is not None and noun.plural
        kind = "organ" if noun is None else "nominal"
        found = [Part(first, stop, kind, stop - 1, -1, stage.reading.lows[first], None, plural, (), -1, -1, (), -1, -1, (stop - 1, stop))]
    else:
        found = stage.parts_of(first, stop)
        if len(found) != 1 or found[0].kind not in {"nominal", "organ"} or _is_named_behind(stage, stop):
            return
    player, method = definite(stage, found[0], speaks=False)
    if player is None and found[0].kind == "organ":
        organ = organ_of(stage, found[0])
        if organ is not None:
            player, method = organ
    if player is None and _is_first_told(stage, found[0]):
        if found[0].kind == "organ":
            player, method = body_of(stage, found[0])
        else:
            player, method = unnamed(stage, found[0], plural=False, voice="role_only", kind="role"), "own_description"
    if player is None:
        stage.see(first, stop, "nominal", None, method, "definite_description")
        return
    stage.see(first, stop, "nominal", player, method, "definite_description")
    stage.trace(first, player, spoke=False)


def _is_named_behind(stage: Stage, stop: int) -> bool:
    """Whether a description is of the person whose name follows it: the captain, Ann Smith."""
    if stage.reading.words[stop : stop + 1] != [","] or (number := stage.at.get(stop + 1, -1)) < 0:
        return False
    player = stage.who[number]
    return player is not None and player.kind == "person"


def _is_first_told(stage: Stage, part: Part) -> bool:
    """Whether the holder of an office, or a body of the state, of whom nobody has told yet is the subject of a sentence.

    The health minister resigned. "I failed," he said. The foreign office lodged a protest, it said.
    """
    lows = stage.reading.lows
    if lows[part.first] != "the" or not stage.opens(part.first) or stage.tags[part.stop : part.stop + 1] not in VERB_TAGS:
        return False
    if part.kind == "organ":
        low = noun_at(lows, part.head)
        return low == "foreign office" or (low in ORGANS and ORGANS[low].group in FIRST_TOLD)
    noun = NOUNS.get(lows[part.head])
    return noun is not None and noun.role == "office" and not noun.plural and not part.plural
