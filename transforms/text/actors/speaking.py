"""Speaking: who speaks in the source of a statement, and in what kind of voice.

Belongs here: the parts of a source, each with whom it means. Does not belong here: whom a kind of words means (`meaning`, `body`,
`pronoun`), and the order in which statements are met (`casting`).
"""

from bisect import insort
from collections.abc import Callable

from transforms.text.actors.apposition import named_beside
from transforms.text.actors.body import body_of, capital_body, possessor
from transforms.text.actors.meaning import (
    Meant,
    author_of,
    definite,
    in_statement,
    last_several,
    one_of,
    several_before,
    someone,
    two_before,
    unnamed,
    whole_of_several,
)
from transforms.text.actors.name import Name
from transforms.text.actors.nouns import INDEFINITE, NOUNS, ORGANS, words_of
from transforms.text.actors.phrase import COUNTS, PRONOUNS, Part
from transforms.text.actors.player import PEOPLE_KINDS, Player, Seen
from transforms.text.actors.pronoun import openers_before, pronoun_of
from transforms.text.actors.roles import named_later, read_roles
from transforms.text.actors.stage import TRACES, Stage
from transforms.text.statements.statement import Statement

_NARRATED = frozenset(("propose", "accept", "reject", "set_condition", "support", "promise", "order", "announce"))
_TOGETHER = words_of("together")
_BESIDES = frozenset(("another", "other", "second", "third", "others"))
_OF_ONE = ("an", "i", "er")  # how the name of a people ends that one of them bears, too: the American, the Iraqi; not the French
_RECENT = 6  # sentences
_ONE = frozenset(("one", "another", "other", "first", "second", "third", "fourth", "fifth"))
_REST = frozenset(("other", "others", "remaining", "rest"))
_SIDES = frozenset(("sides", "parties"))
_SOME = frozenset(("some", "others", "many", "several", "few", "most"))

_UNTOLD = frozenset(("not_a_speaker", "capital_only", "ambiguous_surname", "not_an_actor"))
_OF_SOMEBODY = frozenset(("a", "an", "another", "his", "her"))

_Heard = tuple[Meant, str]  # whom a part means, and what kind of source it is


def speak(stage: Stage, number: int, bounds: tuple[int, int]) -> None:
    """Resolve the source of the statement `number`."""
    spoken = stage.spoken[number]
    same = stage.heard.get(bounds[0])
    if same is not None:
        # two acts of one source: declined to comment and said ...
        spoken.extend(stage.spoken[same[0]])
        stage.voices[number] = (_voice(stage, number, same[1], spoken[0][0]), stage.voices[same[0]][1])
        return
    named = stage.at.get(bounds[0], -1)
    if named >= 0 and stage.names[named].stop == bounds[1] and (bearer := stage.who[named]) is not None:
        _speak_by_name(stage, number, bounds[0], named, bearer)
        return
    found = _parts(stage, _behind_slug(stage, bounds) if bounds[0] in stage.headlines else bounds)
    kinds: list[str] = []
    count: int | None = None
    for part in found:
        resolved, voice = _resolve(stage, part, number)
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
    if len(found) == 1 and spoken[0][0] is None and spoken[0][2] in _UNTOLD and _may_be_person(stage, found[0]):
        insort(stage.doubtful, (bounds[0], "-"))
    for player, seen, _ in spoken:
        if player is not None:
            stage.trace(seen.first if seen is not None else bounds[0], player, spoke=True)
    stage.voices[number] = (_voice(stage, number, kinds[0], spoken[0][0]), count)
    stage.heard[bounds[0]] = (number, kinds[0])


def _may_be_person(stage: Stage, part: Part) -> bool:
    """Whether somebody may be meant by what nothing is known of: a noun that no list has, a name of which nothing shows whose it is."""
    if part.plural or part.kind == "pronoun":
        return False
    return part.kind == "name" or (part.lead in _OF_SOMEBODY and stage.reading.lows[part.head] not in ORGANS)


def _speak_by_name(stage: Stage, number: int, first: int, named: int, player: Player) -> None:
    """A source that is nothing but the name `named`, and the title before it."""
    stage.spoken[number].append((player, stage.shown[named], stage.how[named]))
    stage.trace(stage.names[named].first, player, spoke=True)
    count = player.count if not player.named else 1 if player.kind == "person" else None
    stage.voices[number] = (_voice(stage, number, player.voice, player), count)
    stage.heard[first] = (number, player.voice)


def _voice(stage: Stage, number: int, kind: str, player: Player | None) -> str:
    """The attribution type of a statement whose source reads as `kind`."""
    statement = stage.statements[number]
    if player is not None and kind == "named_org" and statement.speech_act in _NARRATED and _is_narrated(stage, statement):
        return "narrator"
    if kind == "named_org" and in_statement(stage, number):
        return "official_statement"
    return kind


def _is_narrated(stage: Stage, statement: Statement) -> bool:
    """Whether the act is told, not what was said: Egypt proposed a "vision"."""
    if statement.quotation_type == "narrated_act":
        return True
    return (
        len(statement.content) == 1
        and statement.quotation_type == "mixed"
        and stage.reading.folded[statement.content[0][0] : statement.content[0][0] + 4].lower().startswith(("a ", "an ", "the "))
    )


def _behind_slug(stage: Stage, bounds: tuple[int, int]) -> tuple[int, int]:
    """A source without the slug that stands before it on the same line."""
    first, stop = bounds
    if stop - 1 not in stage.headlines:
        while first in stage.headlines:
            first += 1
    return first, stop


def _parts(stage: Stage, bounds: tuple[int, int]) -> list[Part]:
    """Those who speak together in a source."""
    first, stop = bounds
    number = stage.at.get(first, -1)
    if number >= 0 and stage.names[number].stop == stop and stage.who[number] is not None:
        return [_plain_part(bounds, "name", number)]
    if number >= 0 and (player := stage.who[number]) is not None and player.kind == "person" and _is_apposed(stage, number, stop):
        return [_plain_part(bounds, "name", number)]
    number = stage.at.get(first + 1, -1) if stage.reading.lows[first] == "the" else -1
    if number >= 0 and stage.names[number].stop == stop and (player := stage.who[number]) is not None and player.kind != "person":
        return [_plain_part(bounds, "name", number)]
    if stop - first == 1 and (agrees := PRONOUNS.get(stage.reading.lows[first])):
        return [_plain_part(bounds, "pronoun", -1, plural=agrees == "they")]
    return stage.parts_of(first, stop)


def _is_apposed(stage: Stage, number: int, stop: int) -> bool:
    """Whether nothing but an apposition or a relative clause stands between the name and `stop`."""
    words, lows = stage.reading.words, stage.reading.lows
    first = stage.names[number].stop
    if first >= stop:
        return False
    if words[first] != ",":
        return lows[first] == "who"
    return (
        first + 1 < stop
        and first + 1 not in stage.at
        and not any(lows[at] in {"and", "&"} and (words[at - 1] == "," or at + 1 in stage.at) for at in range(first + 1, stop))
    )


def _plain_part(bounds: tuple[int, int], kind: str, name: int, *, plural: bool = False) -> Part:
    """A source of nothing but a name or a pronoun."""
    return Part(bounds[0], bounds[1], kind, bounds[0], name, "", None, plural, (), -1, -1, (), -1, -1, bounds)


def _resolve(stage: Stage, part: Part, number: int) -> _Heard:
    """Whom `part` means, and what kind of source it is."""
    if part.lead == "the" and (body := _capital_noun(stage, part)) is not None:
        return [(body, stage.see(part.first, part.core[1], "name", body, "short_name", "name"), "short_name")], body.voice
    if part.kind == "pronoun":
        return _pronoun(stage, part, number)
    if part.kind == "name":
        return _name(stage, part, number)
    low = stage.reading.lows[part.head]
    if part.lead == "no" or stage.reading.lows[part.first] == "neither":
        return _nobody("nobody")
    if (part.plural or part.size is not None) and (several := _named_several(stage, part)):
        return [(one, seen, "apposition") for one, seen in several], several[0][0].voice
    beside = named_beside(stage, part, single=part.kind == "nominal" or (part.kind == "number" and low in _ONE))
    if beside >= 0 and (player := stage.who[beside]) is not None and player not in stage.named_in(number, besides=beside):
        if part.lead == "the" and (part.kind == "nominal" or (part.kind == "organ" and player.kind == "person")):
            _name_described(stage, part, player)
        return [(player, stage.shown[beside], "apposition")], player.voice
    if part.kind == "nominal":
        return someone(stage, part)
    if low in _TOGETHER and (part.size is not None or part.lead == "both") and (joint := _together(stage, part)):
        seen = stage.see(part.first, part.core[1], "nominal", joint[0], "last_joint_speakers", "organisation_noun")
        return [(one, seen, "last_joint_speakers") for one in joint], "named_org"
    if part.kind == "organ" and low in _SIDES and (part.size == 2 or part.lead == "both"):
        seen = stage.see(part.first, part.core[1], "nominal", None, "both_sides", "organisation_noun")
        return [(None, seen, "both_sides")], "named_org"
    if part.lead == "whose" and possessor(stage, part) is None:
        return _nobody("relative_pronoun")
    read = _READERS.get(part.kind)
    return _nobody("not_a_speaker") if read is None else read(stage, part)


def _name_described(stage: Stage, part: Part, player: Player) -> None:
    """Who was told by a description alone is named: a coast guard official said. The official, Ann Smith, added."""
    if part.kind == "organ":
        met = stage.by_text.get(f"the {stage.reading.lows[part.head]}")  # the developer, Ann Smith
    else:
        met, _ = definite(stage, part._replace(stop=part.core[1], apposed=-1), speaks=False)
    is_one = met is not None and met.count in ({None, 1} if part.kind == "organ" else {1})
    if met is not None and not met.named and is_one and met not in stage.same and player.gender in {"-", met.gender, player.gender}:
        stage.same[met] = player


def _nobody(why: str) -> _Heard:
    return [(None, None, why)], "unknown"


def _pronoun(stage: Stage, part: Part, number: int) -> _Heard:
    players, method = pronoun_of(stage, part, number)
    seen = stage.see(part.head, part.head + 1, "pronoun", players[0] if players else None, method, "pronoun")
    if not players:
        return [(None, seen, method)], "narrator" if method == "first_person" else "unknown"
    return [(player, seen, method) for player in players], players[0].voice


def _name(stage: Stage, part: Part, number: int) -> _Heard:
    player = stage.who[part.name]
    if player is None:
        if (noun := _plain_noun(stage, part)) is not None:
            return _resolve(stage, noun, number)
        return [(None, stage.shown[part.name], stage.how[part.name] or "not_an_actor")], "unknown"
    if player.kind == "person" and part.head > part.core[0] and not player.described:
        player.described = True
        read_roles(stage, stage.names[part.name], player)
        named_later(stage, stage.names[part.name], player)
    return [(player, stage.shown[part.name], stage.how[part.name])], player.voice


def _organ(stage: Stage, part: Part) -> _Heard:
    if part.lead in INDEFINITE and stage.reading.lows[part.head] in NOUNS:
        return someone(stage, part._replace(kind="nominal"))  # an executive
    return _nobody("bare_noun") if _is_bare_noun(stage, part) else _body(stage, part)


def _body(stage: Stage, part: Part) -> _Heard:
    player, method = body_of(stage, part)
    seen = stage.see(part.first, part.core[1], "nominal", player, method, "organisation_noun")
    return [(player, seen, method)], "media_report" if part.kind == "media" else player.voice


def _people(stage: Stage, part: Part) -> _Heard:
    """A people by its name, or the one of them who has spoken: the American, of a U.S. official."""
    name = stage.names[stage.at[part.head]]
    if part.lead == "the" and stage.reading.lows[name.stop - 1].endswith(_OF_ONE):
        one = _compatriot(stage, name) or _of_no_country(stage)
        seen = stage.see(part.first, name.stop, "nominal", one, "demonym" if one is not None else "no_antecedent", "demonym")
        return [(one, seen, seen.method)], "unknown" if one is None else one.voice
    player = stage.known(name.entry)
    seen = stage.see(part.first, name.stop, "name", player, "demonym", "demonym")
    return [(player, seen, "demonym")], player.voice if part.lead in {"the", "both"} else "anonymous_collective"


def _number(stage: Stage, part: Part) -> _Heard:
    """Some, all or one of those told of before, or so many of others."""
    low = stage.reading.lows[part.head]
    if not (low.isalpha() or low.isdigit()) or not (part.plural or part.lead or low in COUNTS or low in _SOME):
        return _nobody("not_a_speaker")
    if part.lead in {"the", "all"} and not _REST.isdisjoint(stage.reading.lows[part.first : part.head]):
        return _nobody("no_antecedent")  # the other two are not those who have spoken
    if low == "both" or (part.lead in {"the", "all"} and part.head > part.first and low not in _ONE and low != "others"):
        players = last_several(stage) or (two_before(stage) if low == "both" or part.size == 2 else [])
        method = "last_plural" if players else "no_antecedent"
        seen = stage.see(part.first, part.head + 1, "pronoun", players[0] if players else None, method, "number")
        return ([(one, seen, method) for one in players], players[0].voice) if players else ([(None, seen, method)], "unknown")
    voice = "anonymous_described" if low in _ONE else "anonymous_collective"
    described = _described_beside(stage, part) if low in _ONE else None
    if part.behind or part.behind_head >= 0:
        player = unnamed(stage, part, plural=low not in _ONE, voice=voice)
    elif described is not None and _unnamed_several(stage, low) is None:
        return someone(stage, described)
    elif (several := _unnamed_several(stage, low)) is not None:
        player = one_of(stage, part, several, voice)
    else:
        seen = stage.see(part.first, part.head + 1, "pronoun", None, "indefinite_pronoun", "number")
        return [(None, seen, "indefinite_pronoun")], voice
    if low in _ONE:
        player.count = 1
    seen = stage.see(part.first, part.head + 1, "nominal", player, "own_description", "number")
    return [(player, seen, "own_description")], player.voice


def _described_beside(stage: Stage, part: Part) -> Part | None:
    """The description that stands between commas behind a number: the other, a retired judge, said."""
    comma = part.core[1]
    if comma + 2 >= part.stop or stage.reading.words[comma] != "," or stage.reading.lows[comma + 1] not in INDEFINITE:
        return None
    found = stage.parts_of(comma + 1, part.stop)
    return found[0] if len(found) == 1 and found[0].kind == "nominal" and not found[0].plural else None


def _named_several(stage: Stage, part: Part) -> list[tuple[Player, Seen | None]]:
    """Those whose names stand behind what they are together: the other two banks, the Northern and Acme, did not respond."""
    lows, at = stage.reading.lows, part.core[1]
    if lows[at : at + 1] != [","]:
        return []
    found: list[tuple[Player, Seen | None]] = []
    while at < part.stop:
        number = stage.at.get(at, -1)
        if number < 0:
            if lows[at] not in {",", "and", "the", "&"}:
                return []
            at += 1
            continue
        player = stage.who[number]
        if player is None:
            return []
        found.append((player, stage.shown[number]))
        at = stage.names[number].stop
    return found if len(found) > 1 and part.size in {None, len(found)} else []


def _unnamed_several(stage: Stage, low: str) -> Player | None:
    """Those without names of whom one or some speak: diplomats said. ... Another said."""
    several = last_several(stage)
    if low in _BESIDES and (whole := whole_of_several(stage)) is not None:
        several = [whole]
    if len(several) == 1 and not several[0].named:
        return several[0]
    met = several_before(stage)
    return met if met is not None and not met.named else None


_READERS: dict[str, Callable[[Stage, Part], _Heard]] = {
    "organ": _organ,
    "media": _body,
    "statement": author_of,
    "document": author_of,
    "people": _people,
    "number": _number,
}


def _capital_noun(stage: Stage, part: Part) -> Player | None:
    """The organisation met before whose name has the capital noun: the Fund, of the International Monetary Fund."""
    word = stage.reading.words[part.head]
    if part.head != part.first + 1 or not word[0].isupper() or word.isupper() or part.core[1] != part.head + 1:
        return None
    if part.name >= 0 and stage.who[part.name] is not None:
        return None
    return capital_body(stage, word)


def _together(stage: Stage, part: Part) -> list[Player]:
    """Which states `both countries`, `the three capitals` are."""
    size = part.size or 2
    openers = openers_before(stage, part.first)
    return openers if len(openers) == size else _joint(stage, size)


def _joint(stage: Stage, size: int) -> list[Player]:
    """The states and bodies, `size` of them, that spoke together last."""
    for at in range(len(stage.traces) - 1, max(-1, len(stage.traces) - TRACES), -1):
        trace = stage.traces[at]
        if trace.spoke and trace.player.kind not in PEOPLE_KINDS:
            sentence = trace.sentence
            found = [one.player for one in stage.traces[max(0, at - 12) : at + 1] if one.spoke and one.sentence == sentence]
            together = list(dict.fromkeys(player for player in found if player.kind not in PEOPLE_KINDS))
            if len(together) == size:
                return together
    return []


def _compatriot(stage: Stage, name: Name) -> Player | None:
    """The one person of a country who has spoken: of several, nobody."""
    country = stage.reference.entries[name.entry].country
    found = {trace.player for trace in stage.traces[-TRACES:] if trace.spoke and trace.sentence >= stage.sentence - _RECENT}
    of_there = [one for one in found if one.kind in PEOPLE_KINDS and not one.plural and one.country == country]
    described = [one for one in of_there if not one.named] or of_there
    return described[0] if len(described) == 1 else None


def _of_no_country(stage: Stage) -> Player | None:
    """Who has just spoken, and of whose country nothing has been told: Ann Smith said no. The American added."""
    last = next((trace for trace in reversed(stage.traces[-TRACES:]) if trace.spoke), None)
    if last is None or last.sentence < stage.sentence - 1 or last.player.kind != "person" or last.player.country is not None:
        return None
    return last.player


def _plain_noun(stage: Stage, part: Part) -> Part | None:
    """A name that is none, but a noun for people: Survivors said, with a sentence's capital; the South Carolinian."""
    last = part.core[1] - 1
    native = NOUNS.get(stage.reading.lows[last])
    is_bare = (
        part.lead == "the" and part.core[1] == part.stop and all(stage.reading.words[at][0].isupper() for at in range(part.first + 1, last))
    )
    if is_bare and native is not None and not native.plural and native.role == "people":
        return part._replace(kind="nominal", name=-1, head=last, size=1, core=(last, last + 1), inside=())  # the South Carolinian
    noun = NOUNS.get(stage.reading.lows[part.head]) if part.core[1] - part.core[0] == 1 else None
    if noun is None or not noun.plural or not stage.opens(part.first):
        return None
    return part._replace(kind="nominal", name=-1, plural=True, size=None)


def _is_bare_noun(stage: Stage, part: Part) -> bool:
    """Whether one countable noun stands alone, as only headlines have it: Campaign says."""
    low = stage.reading.lows[part.head]
    return (
        part.lead == ""
        and part.core[1] - part.core[0] == 1
        and part.owner < 0
        and part.owner_head < 0
        and not low.endswith("s")
        and low in ORGANS
        and ORGANS[low].kind in {"organization", "state", "company"}
    )
