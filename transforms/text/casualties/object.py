"""Who stands behind a harm: "killed 12 people", "the deaths of two nurses", "wounding her".

Belongs here: finding the phrase, or making one of a name or pronoun that stands in its place. Does not belong here: who stands before
a harm (`subject`), and who is told with the phrase (`chain`).
"""

from transforms.text.casualties.chain import chain_of, claimed_later, elided_after
from transforms.text.casualties.phrase import Phrase, lone
from transforms.text.casualties.sentence import Harm, Sentence
from transforms.text.casualties.taken import SAME_NUMBER, add, take
from transforms.text.casualties.voice import AGED, BEFORE_OBJECT
from transforms.text.closed import POSSESSIVES
from transforms.text.quantities.classes import (
    ALPHABET,
    AND,
    ARTICLE,
    COMMA,
    EVENTISH,
    GEN,
    MODIFIER,
    NAME,
    PREP,
    PRON1,
    RUN,
    SELF,
    SETS,
    STOP,
    STRUCK,
    SUB,
    TITLE,
    VICTIMS,
)

_OWN = POSSESSIVES | {"our"}
_OPENS_CLAUSE = COMMA | AND | SUB | STOP
_MANY = frozenset(("number", "amount", "quantity", "average", "estimated", "total"))
_OWNER = ALPHABET.compile("{DET}(?:{WORD|ADJ|VICTIM|UNIT}){1,3}{GEN}")


def _object(parse: Sentence, event: Harm) -> int:
    """The index of the group that begins right after the event, -1 where there is none; a name in that place becomes a group."""
    tags = parse.tags
    match = BEFORE_OBJECT.match(tags, event.stop, parse.stop)
    start = match.end() if match else event.stop
    if start + 1 < parse.stop and (tags[start] in AND or parse.lows[start] in {"or", "/"}) and tags[start + 1] in EVENTISH:
        start += 2  # "killed and wounded five"
    elif start + 2 < parse.stop and (tags[start] in AND or parse.lows[start] == "or") and tags[start + 1] in STRUCK and event.form == "pp":
        start += 2 * any(group.first == start + 2 and group.number for group in parse.groups)  # "beheaded or burned 34 rivals"
    if start + 1 < parse.stop and tags[start] in SELF and (tags[start + 1] in AND or tags[start + 1] in PREP):
        group = lone(start, start + 1)
        index = next((index for index, other in enumerate(parse.groups) if other.first > start), len(parse.groups))
        parse.groups.insert(index, group)
        return index
    owner = _OWNER.match(tags, start, parse.stop)
    if owner is not None:  # "killed the man's wife"
        index = next((index for index, group in enumerate(parse.groups) if group.first >= owner.end() - 1), -1)
        if index >= 0 and parse.groups[index].first <= owner.end():
            return index
    aged = AGED.match(tags, start, parse.stop)
    at = start = aged.end() if aged else start
    while at < parse.stop and at < start + 6 and (tags[at] in NAME or tags[at] in TITLE or tags[at] in GEN):
        at += 1
    for index, group in enumerate(parse.groups):
        if group.first >= event.stop:
            if group.first <= start or group.first <= at:
                return index
            break
    else:
        index = len(parse.groups)
    if (
        at == start
        and start + 1 < parse.stop
        and tags[start] in ARTICLE
        and not parse.lows[start + 1][0].isdigit()
        and (event.measure in {"killed", "injured", "abducted"} or parse.lows[event.start] == "body")
    ):
        run = RUN.match(tags, start + 1, parse.stop)
        end = run.end() if run else start + 1
        plural = any(word[-1] == "s" for word in parse.lows[start + 1 : end])
        inside = parse.lows[start + 1 : end + 1]
        many = not _MANY.isdisjoint(inside) and tuple(parse.lows[start : start + 3]) not in SAME_NUMBER  # "an unclear number", "an average"
        if end > start + 1 and parse.head_of(start + 1, end) == -1 and not plural and not many:
            group = lone(start, end)
            group.definite = False
            parse.groups.insert(index, group)
            return index
    end, names = parse.names(start)
    if names:
        group = lone(start, end)
        group.low = group.best = group.high = names
        parse.groups.insert(index, group)
        return index
    if at > start or (
        start < parse.stop and parse.lows[start] in {"him", "her"} and (start + 1 == parse.stop or tags[start + 1] not in MODIFIER)
    ):
        group = lone(start, max(at, start + 1))
        parse.groups.insert(index, group)
        return index
    return -1


def _meant_by_them(parse: Sentence, event: Harm) -> Phrase | None:
    """Whom the sentence counted last, where it is no subject: "they stopped five peasants on the road and shot them"."""
    for group in reversed(parse.groups):
        if group.stop > event.start or group.subset or group.head < 0 or group.attacker or group.taken:
            continue
        if group.number is None or (group.best or 0) < 2 or group.first == parse.first:
            return None
        before = parse.tags[group.first - 1]
        led = before in PREP and parse.lows[group.first - 1] != "by"
        return group if led or not (before in _OPENS_CLAUSE or before in PREP) else None
    return None


def _is_losable(parse: Sentence, group: Phrase) -> bool:
    """Whether it tells how many of its own somebody lost: "lost 12 soldiers", "lost 28 of their number"."""
    if group.number is None:
        return False
    own = parse.lows[group.number.stop : group.number.stop + 3]
    if len(own) == 3 and own[0] == "of" and own[1] in _OWN and own[2] in {"number", "own"}:
        return True
    row = VICTIMS.get(parse.lows[group.head]) if group.head >= 0 else None
    return row is not None and (row[2] == "combatant" or row[3] == "police" or parse.lows[group.head] in SETS["losable"])


def take_object(parse: Sentence, event: Harm) -> None:
    index = _object(parse, event)
    if index < 0 and event.stop < parse.stop and parse.lows[event.stop] in {"them", "all"}:
        last = next(
            (item for item in parse.recent() if item.sentence >= parse.index - 1 and item.measure in {"abducted", "held_captive"}),
            None,
        )
        if last is not None and event.measure != last.measure:
            add(parse, [last.group], event, event.measure, "pronoun_them")
        elif last is None and parse.lows[event.stop] == "them" and event.measure == "killed":
            group = _meant_by_them(parse, event)
            if group is not None:
                add(parse, [group], event, event.measure, "pronoun_them")
        return
    if index < 0 or (claimed_later(parse, parse.groups[index], event) and parse.groups[index].number is None):
        return
    if parse.lows[event.start] == "body" and (parse.groups[index].best or 0) > 1 and parse.groups[index].number is not None:
        return  # "a body of 12 judges"
    if parse.groups[index].prep and event.form != "of" and parse.groups[index].first != event.stop:
        return
    if event.kind == "lost" and not any(_is_losable(parse, group) for group in chain_of(parse, index, event)):
        return  # "lost 12 soldiers" and no "lost two sponsors"
    if (
        parse.groups[index].taken
        and parse.groups[index].measure is None
        and not (parse.tags[event.start - 1] in AND or parse.lows[event.start - 1] in {"or", "/"})
    ):
        return
    group, tag = parse.groups[index], parse.tags[parse.groups[index].first]
    rule = (
        "object"
        if group.head >= 0 or group.number
        else "name"
        if tag in NAME or tag in TITLE
        else "pronoun"
        if tag in PRON1
        else "unknown_noun"
    )
    if parse.lows[event.stop - 1] == "to" and (rule == "unknown_noun" or parse.lows[group.head] == "head"):
        return  # "wounds to the head", "injuries to the skull"
    chain = chain_of(parse, index, event)
    if group.number is not None and event.form != "of":
        chain += elided_after(parse, chain[-1].stop)
    take(parse, chain, event, rule)
