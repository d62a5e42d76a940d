"""One person without a number: "Ahmed Ali was shot dead", "an unknown trader was killed", "he died".

Belongs here: subjects that no phrase describes. Does not belong here: described phrases (`victim`) and what stands
behind a verb (`object`).
"""

from transforms.lexicon import rows
from transforms.text.casualties.phrase import lone
from transforms.text.casualties.sentence import Harm, Sentence
from transforms.text.casualties.taken import take
from transforms.text.quantities.classes import (
    ALPHABET,
    ARTICLE,
    BE,
    COMMA,
    EVENTISH,
    ING,
    LEAVE,
    NAME,
    NOUNISH,
    PREP,
    PRON1,
    RUN,
    SETS,
    STOP,
    SUB,
    TITLE,
)

_GIVEN = frozenset(row[0].lower() for row in rows("first_names"))
_NO_NOUNS = frozenset(("latest", "last", "next", "first", "same", "rest", "most"))
_EVERYBODY = frozenset(("everyone", "everybody", "nobody"))
_REMAINS = frozenset(("is", "was", "remains", "remained"))
_AIMED = frozenset(("over", "from", "into", "towards", "toward"))  # "Shot over the bar."
_ENTRY = 16  # words
_TELLS = EVENTISH | BE | ALPHABET.having("SAY", "HAVE")
_BES = ALPHABET.having("BES")


def take_single(parse: Sentence, event: Harm, floor: int) -> None:
    """Nobody is described, but somebody may be named: "Ahmed Ali was shot dead"."""
    tags = parse.tags
    if event.form == "dead" and not event.be:
        for at in range(event.first - 1, max(parse.first, event.first - 40) - 1, -1):
            if tags[at] in LEAVE and tags[at + 1] in NAME:  # "leaving Ali Torr, 35, and Omar Said dead"
                end, names = parse.names(at + 1)
                if end >= event.first - 1:
                    group = lone(at + 1, event.first)
                    group.low = group.best = group.high = names or 1
                    take(parse, [group], event, "name")
                return
            if tags[at] in STOP:
                return
    if event.first == parse.first and parse.index and event.measure == "killed" and _is_of_entry(parse, event):
        take(parse, [lone(event.start, event.stop)], event, "elided")
        return
    if not (event.form == "die" or (event.passive and event.be) or (event.kind == "dead" and event.be) or event.kind == "captivity"):
        return
    stop = event.first
    start = max(floor, stop - 30)
    for at in range(stop - 2, start - 1, -1):
        if tags[at] in STOP or (tags[at] in SUB and parse.lows[at] != "as"):
            start = at + 1
            break
    single = event.form == "die" or any(tag in _BES for tag in tags[event.first : event.start]) or parse.lows[event.first] == "has"
    if event.kind == "sustain" and any(start <= other.start < stop and other.measure == "bodies_recovered" for other in parse.events):
        return  # "they saw the body of a man with shrapnel wounds"
    single = single or (event.kind == "captivity" and parse.lows[event.start] in _REMAINS)
    if single and not event.relative:
        for at in range(start, stop):
            if tags[at] in ARTICLE and (at == parse.first or tags[at - 1] not in PREP):
                run = RUN.match(tags, at + 1, stop)
                end = run.end() if run else at + 1
                end = next((to for to in range(at + 2, end) if tags[to] in ING), end)  # "the traders going to market"
                if (
                    end > at + 1
                    and parse.head_of(at + 1, end) == -1
                    and parse.lows[end - 1][-1] != "s"
                    and event.measure in {"killed", "injured", "abducted"}
                    and tags[end - 1] not in NAME
                    and parse.lows[end - 1] not in _NO_NOUNS
                ):
                    group = lone(at, end)
                    group.definite = False
                    take(parse, [group], event, "unknown_noun")
                    return
    for at in range(start, stop):
        if tags[at] in PRON1 and not event.relative and not (parse.lows[at] == "her" and tags[at + 1] in NOUNISH):
            take(parse, [lone(at, at + 1)], event, "pronoun")
            return
        if (
            tags[at] in NAME
            and (at == parse.first or tags[at - 1] not in PREP)
            and not (at > parse.first and parse.lows[at - 1] in {"the", "an"})
            and parse.lows[at] not in _EVERYBODY
            # not of "seized at Torr School, Oulo, regained"
            and not (at > start + 1 and tags[at - 1] in COMMA and parse.words[at - 2][0].isupper())
        ):
            if event.kind == "captivity" and parse.lows[at] not in _GIVEN and tags[at] not in TITLE:
                return  # "Oulo is still in the hands of the rebels"
            end, names = parse.names(at)
            if not names:
                end = at + 1
                while end < stop and tags[end] in NAME:
                    end += 1
            group = lone(at, min(end, stop))
            if names < 2 and not single:
                return
            if event.relative and _is_of_a_noun(parse, stop - 2):
                return  # "Torr rejected the figure, saying that it included people who had died"
            if names > 1 and (not single or event.form == "die"):
                group.low = group.best = group.high = names
            take(parse, [group], event, "name")
            return


def _is_of_a_noun(parse: Sentence, at: int) -> bool:
    """Whether a plain noun, and no name, stands before the relative pronoun behind `at`."""
    at -= parse.tags[at] in COMMA
    return parse.tags[at] not in NAME and parse.lows[at].isalpha()


def _is_of_entry(parse: Sentence, event: Harm) -> bool:
    """Whether the sentence before only names who died: "Ivo Torr (27), baker. Shot outside his home by loyalists."."""
    if (
        event.stop == parse.stop
        or parse.tags[event.stop] not in PREP
        or parse.lows[event.stop] in _AIMED
        or SETS["elided"].isdisjoint(parse.vocabulary)
    ):
        return False
    first, stop = parse.reading.sentences[parse.index - 1]
    named = parse.tags[first:stop]
    return stop - first <= _ENTRY and bool(named) and named[0] in NAME and _TELLS.isdisjoint(named)
