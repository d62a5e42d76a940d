"""Casting: the walk through a text in which everybody is met, and the speakers of its statements are told.

Belongs here: the order of the walk, the kind of voice that speaks, and the records that come out. Does not belong here: whom words mean
(`meaning`).
"""

import re
from bisect import bisect_left
from operator import attrgetter

from transforms.text.actors.body import FIRST_TOLD, body_of, organ_behind, organ_of, possessor
from transforms.text.actors.cast import Actor, Affiliation, Cast, Mention, Speaker, Voice
from transforms.text.actors.evidence import NAMED_BY, RUNS_BUSINESS, SELVES, VERB_TAGS
from transforms.text.actors.meaning import (
    Meant,
    author_of,
    definite,
    last_several,
    one_of,
    same_description,
    several_before,
    someone,
    unnamed,
    whole_of_several,
)
from transforms.text.actors.name import Name
from transforms.text.actors.naming import name_players
from transforms.text.actors.nouns import NOUNS, ORGANS, THE, words_of
from transforms.text.actors.phrase import COUNTS, PRONOUNS, SECONDS, Part, noun_at
from transforms.text.actors.player import PEOPLE_KINDS, Player, Seen, Trace
from transforms.text.actors.pronoun import openers_before, pronoun_of
from transforms.text.actors.reference import Known
from transforms.text.actors.roles import call_body, read_called, read_demonym, read_roles
from transforms.text.actors.stage import TRACES, Stage
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


def cast(stage: Stage) -> Cast:
    """The whole cast."""
    name_players(stage)
    _walk(stage)
    _anonymity(stage)
    return _result(stage)


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
        if lows[first] in THE and first not in inside:
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
            _speak(stage, number, bounds)
        else:
            _continue(stage, number)
    _pass_names(stage, len(lows), inside)


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
            elif name.method == "demonym" and first not in inside:
                read_demonym(stage, name)
            continue
        stage.move(first)
        seen = stage.shown[number] = Seen(first, stop, "metonym" if how == "metonym" else "name", player, how, "name")
        stage.seen.append(seen)
        stage.traces.append(Trace(stage.sentence, first, player, spoke=False))
        if player.kind == "person":
            if not player.described and (stop - first > 1 or name.title is not None):
                player.described = True
                read_roles(stage, name, player)
                _named_later(stage, name, player)
        elif stop + 1 >= len(words):
            pass
        elif player.organs and words[stop] == "," and stop + 2 < len(words):
            read_called(stage, name, player)
        elif player.kind == "state" and words[stop] == "'s":
            _possessed(stage, name, player, inside)


def _possessed(stage: Stage, name: Name, state: Player, inside: set[int]) -> None:
    """`Egypt's foreign ministry` names an organ of the state."""
    stop = organ_behind(stage, name.stop + 1)
    if stop and name.first not in inside and state.entry >= 0:
        organ = stage.organ(state.entry, " ".join(stage.reading.lows[name.stop + 1 : stop]))
        stage.see(name.first, stop, "nominal", organ, "state_and_organ", "possessive")
        stage.trace(name.first, organ, spoke=False)
    elif not stop and name.first not in inside and (stop := _office_behind(stage, name.stop + 1)):
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


def _named_later(stage: Stage, name: Name, player: Player) -> None:
    """Who was told by an office alone is named now: its foreign minister said; the minister, Ann Smith, said."""
    posts = [_post(role) for one, _, _, role, _, _, _ in stage.affiliations[-_POSTS:] if one is player]
    speaks = name.first in stage.heads
    bare = (
        not posts
        and name.title is None
        and speaks
        and (_opens_second(stage, name) or (name.first in stage.openings and _follows_office(stage, name)))
    )
    ranked = not bare and name.title is not None and "officer" in player.nouns and _follows_office(stage, name)
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
        if bare or (is_post and (ranked or any(map(words.issuperset, posts)))):
            found.append(one)
    if len(found) == 1:
        one = found[0]
        stage.same[one] = player
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
    last = next((one for one in reversed(stage.traces[-_NAMED_WITHIN:]) if one.spoke), None)
    if last is None or last.player.kind != "role" or last.player.named or last.player.nouns.isdisjoint(_HEADS) or name.entry >= 0:
        return False
    after = stage.reading.words[name.stop : name.stop + 1]
    if any(
        bounds is not None and bounds[0] == name.first and statement.speech_act in _CONTRARY
        for statement, bounds in zip(stage.statements, stage.sources, strict=True)
    ):
        return False  # the mayor said so. Ann Smith denied it
    return name.stop - name.first > 1 and 0 < stage.sentence - last.sentence < _REACH and after not in ([","], ["("])


def _nominal(stage: Stage, first: int, stop: int) -> None:
    """A description that does not speak: the group, the Islamist group, the minister."""
    if stop - first == 2:
        low = stage.reading.lows[stop - 1]
        noun = NOUNS.get(low)
        plural = noun is not None and noun.plural
        kind = "organ" if noun is None else "nominal"
        found = [Part(first, stop, kind, stop - 1, -1, stage.reading.lows[first], None, plural, (), -1, -1, (), -1, -1, (stop - 1, stop))]
    else:
        found = stage.parts_of(first, stop)
        if len(found) != 1 or found[0].kind not in {"nominal", "organ"}:
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


def _speak(stage: Stage, number: int, bounds: tuple[int, int]) -> None:
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
    for player, seen, _ in spoken:
        if player is not None:
            stage.trace(seen.first if seen is not None else bounds[0], player, spoke=True)
    stage.voices[number] = (_voice(stage, number, kinds[0], spoken[0][0]), count)
    stage.heard[bounds[0]] = (number, kinds[0])


def _speak_by_name(stage: Stage, number: int, first: int, named: int, player: Player) -> None:
    """A source that is nothing but the name `named`, and the title before it."""
    stage.spoken[number].append((player, stage.shown[named], stage.how[named]))
    stage.trace(stage.names[named].first, player, spoke=True)
    count = player.count if not player.named else 1 if player.kind == "person" else None
    stage.voices[number] = (_voice(stage, number, player.voice, player), count)
    stage.heard[first] = (number, player.voice)


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


def _apposed_behind(stage: Stage, part: Part) -> int:
    """The person whose name follows the description and its comma: a pilgrim, Ann Smith, 45, who escaped; -1 where there is none."""
    words, lows, classes = stage.reading.words, stage.reading.lows, stage.tags
    comma = part.core[1]
    while comma < min(part.core[1] + _HANGING, len(words) - 1) and (
        (classes[comma] in "oFOdpJNSXsR" and (lows[comma] not in NOUNS or NOUNS[lows[comma]].plural or part.lead in {"a", "an", "another"}))
        or lows[comma] in _HEADING
    ):
        comma += 1  # the mediator in the border dispute,
    if _names_another(stage, part, comma):
        return -1
    if comma < len(words) and lows[comma] == "who" and part.lead in {"the", "a", "an", "another"}:
        # the cleric who blessed the march, Ann Smith,
        comma = next((at for at in range(comma, min(comma + _HANGING, len(words) - 1)) if words[at] == ","), comma)
        number = stage.at.get(comma + 1, -1)
        return number if number >= 0 and words[stage.names[number].stop : stage.names[number].stop + 1] == [","] else -1
    if comma + 1 >= len(words) or words[comma] != "," or (comma > part.core[1] and comma + 1 < part.stop < comma + 3):
        return -1
    first = comma + 1
    named = False
    for token in range(first, min(comma + _HANGING, len(words) - 1)):
        number = stage.at.get(token, -1)
        player = stage.who[number] if number >= 0 else None
        if player is not None and player.kind == "person" and (named or "F" not in classes[first:token]):
            break
        named = lows[token] in NAMED_BY or (named and lows[token] == "as")
        if not (named or classes[token] in "dJNXFoL"):
            return -1
    else:
        return -1
    stop = stage.names[number].stop
    closed = words[stop] == "," or (named and words[stop] == ".") or first < stop < part.stop
    return number if closed and stop + 1 < len(words) and lows[stop + 1] not in {"and", "or"} else -1


def _names_another(stage: Stage, part: Part, stop: int) -> bool:
    """Whether it is somebody behind the description who is named: a lawyer for his opponent, Ann Smith, said."""
    if part.kind != "nominal" or part.lead not in {"a", "an", "another"}:
        return False
    lows = stage.reading.lows
    for at in range(part.core[1], stop):
        if lows[at] == ",":
            return False
        noun = NOUNS.get(lows[at])
        if noun is not None and not noun.plural and lows[at - 1] in {"his", "her", "their"}:
            return True
    return False


def _body_behind(stage: Stage, part: Part) -> int:
    """The organisation's name that stands between commas behind its description: his party, the Northern Front, said; else -1."""
    words, comma = stage.reading.words, part.core[1]
    while part.kind == "number" and comma < min(part.core[1] + 6, len(words) - 1) and stage.tags[comma] in "odpJNS":
        comma += 1  # one of the firms, Dubai-based Acme,
    if "".join(stage.reading.lows[comma + 1 : comma + 2]).endswith("-based"):
        return _bearer(stage, comma + 2, part)
    if words[comma : comma + 1] != [","]:
        return -1
    return _bearer(stage, comma + 1 + (words[comma + 1 : comma + 2] == ["the"]), part)


def _bearer(stage: Stage, first: int, part: Part) -> int:
    """The organisation whose name begins at `first` and ends where the apposition or the source does; else -1."""
    number = stage.at.get(first, -1)
    player = stage.who[number] if number >= 0 else None
    if player is None or player.kind in PEOPLE_KINDS:
        return -1
    stop = stage.names[number].stop
    return number if stop >= part.stop or stage.reading.words[stop] == "," else -1


def _called_behind(stage: Stage, part: Part) -> int:
    """The name that a description is said to bear: a group calling itself the Front, a teacher named Ann Smith; else -1."""
    lows = stage.reading.lows
    for token in range(part.core[1], min(part.core[1] + _HANGING, part.stop + 3, len(lows) - 3)):
        if lows[token] in NAMED_BY or lows[token] == "calling":
            first = token + 1 + (lows[token + 1] == "as" or lows[token + 1] in SELVES)
            return stage.at.get(first + (lows[first] == "the"), -1)
        if stage.tags[token] not in "FOodpJNXs,":
            break
    return -1


def _voice(stage: Stage, number: int, kind: str, player: Player | None) -> str:
    """The attribution type of a statement whose source reads as `kind`."""
    statement = stage.statements[number]
    if player is not None and kind == "named_org" and statement.speech_act in _NARRATED and _is_narrated(stage, statement):
        return "narrator"
    if kind == "named_org" and _in_statement(stage, number):
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


def _in_statement(stage: Stage, number: int) -> bool:
    """`said in a statement`: in the cue or right behind it."""
    cue = stage.statements[number].cue
    if cue is None:
        return False
    folded = stage.reading.folded
    return _ISSUED.search(folded[slice(*cue)].lower()) is not None or _IN_STATEMENT.match(folded, cue[1], cue[1] + 80) is not None


def _resolve(stage: Stage, part: Part, number: int) -> tuple[Meant, str]:
    """Whom `part` means, and what kind of source it is."""
    lows = stage.reading.lows
    kind = part.kind
    if part.lead == "the" and (body := _capital_noun(stage, part)) is not None:
        return [(body, stage.see(part.first, part.core[1], "name", body, "short_name", "name"), "short_name")], body.voice
    if kind == "pronoun":
        players, method = pronoun_of(stage, part, number)
        seen = stage.see(part.head, part.head + 1, "pronoun", players[0] if players else None, method, "pronoun")
        if not players:
            return [(None, seen, method)], "narrator" if method == "first_person" else "unknown"
        return [(player, seen, method) for player in players], players[0].voice
    if kind == "name":
        player = stage.who[part.name]
        if player is not None:
            if part.core[1] - part.core[0] > 0 and player.kind == "person" and part.head > part.core[0] and not player.described:
                player.described = True
                read_roles(stage, stage.names[part.name], player)
                _named_later(stage, stage.names[part.name], player)
            return [(player, stage.shown[part.name], stage.how[part.name])], player.voice
        if (noun := _plain_noun(stage, part)) is not None:
            return _resolve(stage, noun, number)
        method = stage.how[part.name] or "not_an_actor"
        return [(None, stage.shown[part.name], method)], "unknown"
    if part.lead == "no" or lows[part.first] == "neither":
        return [(None, None, "nobody")], "unknown"
    single = kind == "nominal" or (kind == "number" and lows[part.head] in _ONE)
    if single and not part.plural and part.apposed < 0 and (aged := _apposed_behind(stage, part)) >= 0:
        player = stage.who[aged]
        if player is not None:
            _has_gender(stage, player, part)
            return [(player, stage.shown[aged], "apposition")], player.voice
    if kind in {"nominal", "organ"} and (called := _called_behind(stage, part)) >= 0 and (player := stage.who[called]) is not None:
        if kind == "organ":
            call_body(player, noun_at(lows, part.head))
        return [(player, stage.shown[called], "apposition")], player.voice
    trades = kind == "nominal" and lows[part.head] in RUNS_BUSINESS  # its operator, Acme Corp.
    if (
        (kind == "organ" or trades or (single and kind == "number"))
        and (bearer := _body_behind(stage, part)) >= 0
        and (player := stage.who[bearer]) is not None
    ):
        if kind == "organ":
            call_body(player, noun_at(lows, part.head))
        return [(player, stage.shown[bearer], "apposition")], player.voice
    apposed = part.apposed if part.apposed >= 0 and not _names_another(stage, part, stage.names[part.apposed].first) else -1
    if apposed >= 0 and (player := stage.who[apposed]) is not None:
        _has_gender(stage, player, part)
        if kind == "organ":
            call_body(player, noun_at(lows, part.head))
        return [(player, stage.shown[apposed], "apposition")], player.voice
    if kind == "nominal":
        return someone(stage, part)
    if lows[part.head] in _TOGETHER and (part.size is not None or part.lead == "both") and (joint := _together(stage, part)):
        seen = stage.see(part.first, part.core[1], "nominal", joint[0], "last_joint_speakers", "organisation_noun")
        return [(one, seen, "last_joint_speakers") for one in joint], "named_org"
    if kind == "organ" and lows[part.head] in {"sides", "parties"} and (part.size == 2 or part.lead == "both"):
        seen = stage.see(part.first, part.core[1], "nominal", None, "both_sides", "organisation_noun")
        return [(None, seen, "both_sides")], "named_org"
    if part.lead == "whose" and possessor(stage, part) is None:
        return [(None, None, "relative_pronoun")], "unknown"
    if kind == "organ" and (lows[part.head] in NOUNS and part.lead in {"a", "an", "another"}):
        return someone(stage, part._replace(kind="nominal"))  # an executive
    if kind == "organ" and _is_bare_noun(stage, part):
        return [(None, None, "bare_noun")], "unknown"
    if kind in {"organ", "media"}:
        player, method = body_of(stage, part)
        seen = stage.see(part.first, part.core[1], "nominal", player, method, "organisation_noun")
        return [(player, seen, method)], "media_report" if kind == "media" else player.voice if player is not None else "unknown"
    if kind in {"statement", "document"}:
        return author_of(stage, part)
    if kind == "people":
        name = stage.names[stage.at[part.head]]
        if part.lead == "the" and lows[part.head].endswith(_OF_ONE) and (one := _compatriot(stage, name)) is not None:
            seen = stage.see(part.first, name.stop, "nominal", one, "demonym", "demonym")
            return [(one, seen, "demonym")], one.voice  # the American, of a U.S. official who has spoken
        player = stage.known(name.entry)
        seen = stage.see(part.first, name.stop, "name", player, "demonym", "demonym")
        return [(player, seen, "demonym")], "anonymous_collective" if part.lead not in {"the", "both"} else player.voice
    if (
        kind == "number"
        and (lows[part.head].isalpha() or lows[part.head].isdigit())
        and (
            part.plural or part.lead or lows[part.head] in COUNTS or lows[part.head] in {"some", "others", "many", "several", "few", "most"}
        )
    ):
        low = lows[part.head]
        if low == "both" or (part.lead in {"the", "all"} and part.head > part.first and low not in _ONE and low != "others"):
            players = last_several(stage)
            seen = stage.see(
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
            several = last_several(stage)
            if lows[part.head] in _BESIDES and (whole := whole_of_several(stage)) is not None:
                several = [whole]
            if (len(several) != 1 or several[0].named) and (met := several_before(stage)) is not None:
                several = [met]
            if len(several) != 1 or several[0].named:
                seen = stage.see(part.first, part.head + 1, "pronoun", None, "indefinite_pronoun", "number")
                return [(None, seen, "indefinite_pronoun")], voice
            player = one_of(stage, part, several[0], voice)
        else:
            player = unnamed(stage, part, plural=low not in _ONE, voice=voice)
        if low in _ONE:
            player.count = 1
        seen = stage.see(part.first, part.head + 1, "nominal", player, "own_description", "number")
        return [(player, seen, "own_description")], player.voice
    return [(None, None, "not_a_speaker")], "unknown"


def _has_gender(stage: Stage, player: Player, part: Part) -> None:
    """What a description says of somebody's gender is surer than a given name: a spokeswoman, Ann Smith."""
    noun = NOUNS.get(stage.reading.lows[part.head])
    if noun is not None and noun.gender != "-" and player.kind == "person":
        player.gender = noun.gender


def _capital_noun(stage: Stage, part: Part) -> Player | None:
    """The organisation met before whose name has the capital noun: the Fund, of the International Monetary Fund."""
    word = stage.reading.words[part.head]
    if part.head != part.first + 1 or not word[0].isupper() or word.isupper() or part.core[1] != part.head + 1:
        return None
    if part.name >= 0 and stage.who[part.name] is not None:
        return None
    for trace in reversed(stage.traces[-TRACES:]):
        player = trace.player
        if player.kind in PEOPLE_KINDS or player.kind == "state" or not player.named:
            continue
        known = stage.reference.entries[player.entry].aliases if player.entry >= 0 else ()
        if any(word in form.split(" ")[1:] for form in (player.name, *player.aliases, *(form for form, _ in known))):
            return player
    return None


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


def _plain_noun(stage: Stage, part: Part) -> Part | None:
    """A name that is none, but a plural noun for people with a sentence's capital: Survivors said."""
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


def _continue(stage: Stage, number: int) -> None:
    """A statement without a source: a quotation that goes on, or one that nobody is named for."""
    statement = stage.statements[number]
    if statement.quotation_type == "direct" and statement.cue is None:
        for trace in reversed(stage.traces[-TRACES:]):
            if trace.spoke:
                if stage.sentence - trace.sentence > 6:
                    break
                stage.spoken[number].append((trace.player, None, "continued_quotation"))
                stage.voices[number] = (
                    trace.player.voice,
                    trace.player.count if not trace.player.named else 1 if trace.player.kind == "person" else None,
                )
                return
        stage.spoken[number].append((None, None, "no_antecedent"))
        return
    stage.spoken[number].append((None, None, "no_source"))


def _anonymity(stage: Stage) -> None:
    """`on condition of anonymity because ...`: whose it is, and the reason as printed."""
    spoken: dict[int, list[Trace]] = {}
    for trace in stage.traces:
        if trace.spoke and not trace.player.named:
            spoken.setdefault(trace.sentence, []).append(trace)
    if not spoken:
        return
    folded, lows = stage.reading.folded, stage.reading.lows
    starts, ends, sentences = stage.reading.starts, stage.reading.ends, stage.reading.sentences
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
        reason = " ".join(stage.reading.text[match.start() : stop].split()).rstrip(" ,")
        here = spoken.get(sentence) or (spoken.get(sentence - 1) or spoken.get(sentence - 2) or [])[-1:]
        if here:
            token = stage.reading.token_at(match.start())
            player = min(here, key=lambda trace: abs(trace.token - token)).player
            if player.anonymity is None:
                player.anonymity = reason
            player.voice = "anonymous_explicit"


def _result(stage: Stage) -> Cast:
    starts, ends = stage.reading.starts, stage.reading.ends
    if stage.same:
        _unite(stage)
    stage.seen.sort(key=_PLACE)
    mentions = []
    used: list[Player] = []
    for number, (seen, player) in enumerate([(seen, seen.player) for seen in stage.seen]):
        seen.index = number
        if player is not None and player.index < 0:
            player.index = len(used)
            used.append(player)
        span = (starts[seen.first], ends[seen.stop - 1])
        mentions.append(Mention(span, seen.kind, None if player is None else player.index, seen.method, seen.rule))
    for player in stage.players:
        if player.index < 0:
            player.index = len(used)
            used.append(player)
    actors = []
    for player in used:
        known = stage.reference.entries[player.entry] if player.entry >= 0 else None
        aliases = () if known is None else known.aliases
        if player.aliases:
            aliases = tuple({**dict(aliases), **player.aliases}.items())
        identifier = None if known is None else known.id
        office = None if known is None or known.organisation is None else _in_office(stage, known)
        actors.append(Actor(player.name, player.kind, player.named, identifier, player.country, player.sectors, aliases, office))
    speakers = [
        Speaker(number, None if player is None else player.index, None if seen is None else seen.index, method)
        for number, spoken in enumerate(stage.spoken)
        for player, seen, method in spoken
    ]
    voices = []
    for number, (voice, count) in enumerate(stage.voices):
        kind = voice
        speaker = stage.spoken[number][0][0] if stage.spoken[number] else None
        reason = None
        if speaker is not None and speaker.voice == "anonymous_explicit" and kind.startswith("anonymous"):
            kind, reason = speaker.voice, speaker.anonymity
        addressee = stage.statements[number].addressee
        voices.append(Voice(kind, count, reason, None if addressee is None else _addressee(stage, addressee)))
    affiliations = [
        Affiliation(player.index, None if body is None else body.index, relation, role, (starts[first], ends[stop - 1]), rule)
        for player, body, relation, role, first, stop, rule in stage.affiliations
    ]
    return Cast(actors, mentions, affiliations, speakers, voices)


def _unite(stage: Stage) -> None:
    """Put who was named only later in the place of the office that was told first."""
    same = stage.same
    for seen in stage.seen:
        if seen.player in same:
            seen.player, seen.method = same[seen.player], "named_later"
    for number, spoken in enumerate(stage.spoken):
        if any(player in same for player, _, _ in spoken if player is not None):
            first = spoken[0][0]
            if first in same and stage.voices[number][0] == "role_only":
                stage.voices[number] = (same[first].voice, stage.voices[number][1])
            spoken[:] = [
                (same[player], seen, "named_later") if player is not None and player in same else (player, seen, method)
                for player, seen, method in spoken
            ]
    stage.affiliations = [(same.get(player, player), *rest) for player, *rest in stage.affiliations]  # type: ignore[misc]
    stage.players = [player for player in stage.players if player not in same]


def _in_office(stage: Stage, known: Known) -> str | None:
    """For which organisation a known person speaks on the day of the text; None where the office was not held then."""
    day = stage.reading.published
    if day is None:
        return None if known.valid_to else known.organisation
    today = day.isoformat()
    if (known.valid_from or "") > today or (known.valid_to or "9999") < today:
        return None
    return known.organisation


def _addressee(stage: Stage, span: Span) -> int | None:
    first = stage.reading.token_at(span[0])
    stop = stage.reading.token_at(span[1] - 1) + 1
    for token in range(first, min(stop, first + 12)):
        number = stage.at.get(token, -1)
        player = stage.who[number] if number >= 0 else None
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
