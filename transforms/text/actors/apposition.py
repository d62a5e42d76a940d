"""Appositions: who is named beside a description that speaks.

Belongs here: a pilgrim, Ann Smith; a group calling itself the Front; his party, the Northern Front. Does not belong here: what is said of
somebody who is named first (`roles`).
"""

from collections.abc import Iterator

from transforms.text.actors.evidence import NAMED_BY, RUNS_BUSINESS
from transforms.text.actors.nouns import NOUNS
from transforms.text.actors.phrase import Part, noun_at
from transforms.text.actors.player import PEOPLE_KINDS, Player
from transforms.text.actors.roles import call_body
from transforms.text.actors.stage import Stage
from transforms.text.closed import SELVES

_HEADING = frozenset(("representing", "leading", "heading", "commanding", "overseeing", "coordinating", "chairing"))
_BARELY = frozenset(("only", "simply", "just", "publicly", "locally"))
_HANGING = 12  # tokens that may hang on a description before the name behind its comma


def named_beside(stage: Stage, part: Part, *, single: bool) -> int:
    """The name of somebody that stands beside the description of them; `single` if the description is one person's; -1."""
    for number, is_person in _beside(stage, part, single=single):
        player = stage.who[number] if number >= 0 else None
        if player is not None:
            if is_person:
                _has_gender(stage, player, part)
            if part.kind == "organ":
                call_body(player, noun_at(stage.reading.lows, part.head))
            return number
    return -1


def _beside(stage: Stage, part: Part, *, single: bool) -> Iterator[tuple[int, bool]]:
    """The names that may be those of whom a description speaks, likeliest first, and whether it then tells their gender."""
    if single and not part.plural and part.apposed < 0:
        yield _apposed_behind(stage, part), True
    if part.kind in {"nominal", "organ"}:
        yield _called_behind(stage, part), False
    trades = part.kind == "nominal" and stage.reading.lows[part.head] in RUNS_BUSINESS  # its operator, Acme Corp.
    if part.kind in {"organ", "media"} or trades or (single and part.kind == "number"):
        yield _body_behind(stage, part), False
    if part.apposed >= 0 and not _names_another(stage, part, stage.names[part.apposed].first):
        player = stage.who[part.apposed]
        if not (part.plural and player is not None and player.kind == "person"):  # lawyers for the accused, Ann Smith, said
            yield part.apposed, True


def _apposed_behind(stage: Stage, part: Part) -> int:
    """The person whose name follows the description and its comma: a pilgrim, Ann Smith, 45, who escaped; -1 where there is none."""
    words, lows, classes = stage.reading.words, stage.reading.lows, stage.tags
    comma = part.core[1]
    while comma < min(part.core[1] + _HANGING, len(words) - 1) and (
        (
            classes[comma] in "noFOdpJNSXsR"
            and (lows[comma] not in NOUNS or NOUNS[lows[comma]].plural or part.lead in {"a", "an", "another"})
        )
        or lows[comma] in _HEADING
        or (classes[comma] in "EY" and comma + 2 < part.stop and classes[comma + 1] in "YdpX")  # a doctor hired by the family,
    ):
        comma += 1  # the mediator in the border dispute,
    if _names_another(stage, part, comma):
        return -1
    if comma < len(words) and lows[comma] in {"who", "that"} and part.lead in {"the", "a", "an", "another"}:
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
    while part.kind == "nominal" and comma < min(part.core[1] + 6, len(words) - 1) and stage.tags[comma] in "oFdJNSX":
        comma += 1  # the owner of the vessel, Acme,
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
            first = token + 1 + (lows[token + 1] in _BARELY)
            first += lows[first] == "as" or lows[first] in SELVES
            return stage.at.get(first + (lows[first] == "the"), -1)
        if stage.tags[token] not in "FOodpJNXs," or (stage.reading.words[token - 1] == "," and token in stage.at):
            break  # a lawyer, Ann Smith, called Jones a liar
    return -1


def _has_gender(stage: Stage, player: Player, part: Part) -> None:
    """What a description says of somebody's gender is surer than a given name: a spokeswoman, Ann Smith."""
    noun = NOUNS.get(stage.reading.lows[part.head])
    if noun is not None and noun.gender != "-" and player.kind == "person":
        player.gender = noun.gender
