"""Who stands beside a harm, by the form of its words.

Belongs here: where to look, and the forms that have a place of their own (lists, bodies, names). Does not belong here: objects and
subjects themselves (`object`, `subject`, `single`), counts without a harm beside them (`count`).
"""

from transforms.text.casualties.chain import JOIN, adjacent_left, chain_of, is_among, parts_after
from transforms.text.casualties.count import take_toll
from transforms.text.casualties.object import take_object
from transforms.text.casualties.phrase import lone
from transforms.text.casualties.roll import roll
from transforms.text.casualties.sentence import Harm, Sentence
from transforms.text.casualties.subject import take_subject, take_told_by
from transforms.text.casualties.taken import add, take
from transforms.text.casualties.voice import object_follows
from transforms.text.quantities.classes import ALPHABET, AND, COMMA, DET, INCLUDE, MODIFIER, NUMBERS, PRON1, SETS

_PRON_ONE = ALPHABET.having("himself", "herself")
_LISTED = ALPHABET.compile(
    r"{INCLUDE|was|were|are}|{there}{was|were|are|is}|{in|by|during}(?:{^STOP|COMMA|NUMBER|BE|MEASURE}){1,6}{was|were|are}"
)
_BEGINS_LIST = INCLUDE | ALPHABET.having("was", "were", "are", "there", "in", "by", "during")
_LISTS = COMMA | AND
_CAPTIVES = SETS["captives"]


def take_beside(parse: Sentence, event: Harm, position: int) -> None:
    """Count who stands beside the harm, which is the one at `position` of those of the sentence."""
    form = event.form
    if form in {"pp", "dead", "participle"} and not event.passive and _take_listed(parse, event):
        return
    if form in {"pp", "past"} and take_told_by(parse, event):
        return
    inside = event.kind in {"strike", "captive", "expel", "taken", "todeath", "arrested", "disabled"} and event.stop - event.start > 2
    if inside and _take_inside(parse, event):
        return
    if form == "possessed":
        owners = [group for group in parse.groups if group.stop == event.start - 1 and group.number and group.head >= 0]
        if owners:
            take(parse, owners, event, "possessor")  # "the six monks' slaying"
    elif form == "self":
        if parse.tags[event.stop - 1] in _PRON_ONE:
            add(parse, [lone(event.stop - 1, event.stop)], event, event.measure, "self")
    elif form == "throat":
        add(parse, [lone(event.start + 1, event.start + 2)], event, event.measure, "pronoun")
    elif form == "corpse":
        _add_corpse(parse, event)
    elif form == "named":
        _take_named(parse, event)
    elif form == "toll":
        take_toll(parse, event)
    elif form in {"ing", "base", "of", "past"}:
        take_object(parse, event)
    elif form in {"die", "dying", "dead"} or event.passive or form == "adjective":
        take_subject(parse, event, position)
    elif object_follows(parse, event):
        take_object(parse, event)
    elif not _follows_thing(parse, event):
        take_subject(parse, event, position)


def _take_listed(parse: Sentence, event: Harm) -> bool:
    """Whether it is told who those were: "the dead were two nurses", "among those killed were ..."; they are counted."""
    listed = event.stop < parse.stop and parse.tags[event.stop] in _BEGINS_LIST
    match = _LISTED.match(parse.tags, event.stop, parse.stop) if listed else None
    left = adjacent_left(parse, event) if match is not None else None
    among = left is not None and left.subset and left.number is None and parse.lows[left.first - 1] == "among"
    if match is not None and (left is None or among):
        index = next((index for index, group in enumerate(parse.groups) if group.first >= event.stop), -1)
        if index >= 0 and parse.groups[index].first == match.end():
            chain = (roll(parse, match.end(), parse.stop) if ";" in parse.vocabulary else []) or chain_of(parse, index, event)
            if among or parse.tags[event.stop] in INCLUDE or parse.lows[max(parse.first, event.start - 1)] in {"the", "those", "among"}:
                is_part = among or parse.tags[event.stop] in INCLUDE or is_among(parse, event)
                for group in chain:
                    group.subset = is_part
                    group.partitive = True  # "the dead are ...": all of them, where nobody was counted before
            take(parse, chain, event, "listed")
            return True
    return False


def _take_inside(parse: Sentence, event: Harm) -> bool:
    """Whether those who are counted stand between the words of the harm: "beat two men to death", "took 12 pupils hostage"."""
    inside = [
        group
        for group in parse.groups
        if event.start < group.first
        and group.stop <= event.stop
        and not group.prep
        and (group.number or event.kind == "strike" or group.best)
        and (parse.lows[group.head] not in _CAPTIVES or (group.number and group.stop == event.stop))
    ]
    if inside:
        before = inside[0].first - 1
        if before - 1 > event.start and parse.tags[before] in _LISTS and parse.tags[before - 1] in PRON1:
            inside.insert(0, lone(before - 1, before))  # "stabbed her, her parents and two siblings to death"
        if inside[-1].stop == event.stop and parse.groups[-1].first >= event.stop:
            inside += parts_after(parse, event)  # "is holding 18 captives, among them two nuns"
        take(parse, inside, event, "object_inside")
        return True
    if any(tag in PRON1 for tag in parse.tags[event.start : event.stop]):
        take(parse, [lone(event.start, event.stop)], event, "pronoun")
        return True
    return event.kind == "taken"


def _add_corpse(parse: Sentence, event: Harm) -> None:
    """Count "the trader's body was found", and nobody anew in "his body was found"."""
    if any(group.taken and group.first <= event.start < group.stop for group in parse.groups):
        return  # "a fourth miner's body"
    first = event.start
    while first > parse.first and (parse.tags[first - 1] in MODIFIER or parse.lows[first - 1] == "-"):
        first -= 1
    before = parse.tags[first - 1] if first > parse.first else ""
    if before not in NUMBERS:  # "his body was found": somebody who is told already
        told = before in DET and parse.lows[first - 1] != "a"
        add(parse, [lone(event.start, event.start + 1)], event, event.measure, "pronoun" if told else "corpse")


def _take_named(parse: Sentence, event: Harm) -> None:
    """Count those who are named: "the dead were named as Omar Sand and Ivo Lund"."""
    end, names = parse.names(event.stop)
    if ";" in parse.lows[end : parse.stop]:
        listed = roll(parse, event.stop + (parse.lows[event.stop] == ":"), parse.stop)
        for group in listed:
            group.partitive = True  # all of them, where nobody was counted before
        if listed:
            add(parse, listed, event, event.measure, "listed")
            return
    index = next((index for index, group in enumerate(parse.groups) if event.stop <= group.first <= event.stop + 2 and group.best), -1)
    if index >= 0:
        chain = chain_of(parse, index, event)
        for group in chain:
            group.partitive = True
        take(parse, chain, event, "listed")
    elif names:
        group = lone(event.stop, end)
        group.low = group.best = group.high = names
        chain = [group]
        index = next((index for index, other in enumerate(parse.groups) if other.first >= end), -1)
        joint = JOIN.fullmatch(parse.tags, end, parse.groups[index].first) if index >= 0 else None
        if joint is not None and joint["j"][0] in AND:
            chain += chain_of(parse, index, event)
        for other in chain:
            other.partitive = True  # all of them, where nobody was counted before
        take(parse, chain, event, "name")
    elif parse.lows[event.stop - 1] == ":" and event.stop < parse.stop:
        add(parse, [lone(event.stop, event.stop + 1)], event, event.measure, "name")  # "Shot dead: Ivo Torr, 44, on his doorstep."


def _follows_thing(parse: Sentence, event: Harm) -> bool:
    """Whether things are counted right behind the verb: "the director shot two films", and not "a man shot five times"."""
    at = event.stop
    return event.kind == "shot" and at + 1 < parse.stop and parse.tags[at] in NUMBERS and parse.lows[at + 1] not in {"times", "at", "in"}
