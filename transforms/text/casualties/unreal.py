"""What a sentence tells that did not happen: what it calls untrue, what a drill plays, a film or novel tells, what a morgue has room for.

Belongs here: which words of a sentence tell no facts. Does not belong here: verbs that are negated, wished or planned (`voice`), and words
that tell no harm (`literal`).
"""

from collections.abc import Iterator

from transforms.text.casualties.parts import SAYING
from transforms.text.casualties.sentence import Sentence
from transforms.text.quantities.classes import ADV, ALPHABET, AND, BE, COMMA, DET, NAME, REL, SAY, SETS, STOP, SUB

_REFUTES, _DENIES, _FALSE, _CLAIMS = SETS["refutes"], SETS["denies"], SETS["false"], SETS["claim_nouns"]
_DENIED = _CLAIMS | SETS["denied"]
_CALLS, _ACTS, _DRILLS, _SIMULATES = SETS["calls"], SETS["play_acting"], SETS["drills"], SETS["simulates"]
_WRONGLY, _SUPPOSES = SETS["wrongly"], SETS["supposes"]
_FICTION, _TELLS, _STORES, _ROOM = SETS["fiction"], SETS["fiction_tells"], SETS["stores"], SETS["room"]
_CUES = frozenset(("how", "twice", "true", "truth")).union(
    *(_REFUTES, _DENIES, _FALSE, _WRONGLY, _SUPPOSES, _ACTS, _DRILLS, _SIMULATES, _FICTION, _STORES, _ROOM)
)
_ENDS_DENIAL = SETS["ends_denial"]
_NOT = frozenset(("not", "isn't", "wasn't", "aren't", "never", "neither", "n't"))
_TURNS_OUT = frozenset(("proved", "proven", "be", "out", "as"))
_CAN = frozenset(("can", "could", "cannot"))
_COUNTED = frozenset(("counted", "listed", "registered", "included", "recorded"))
_WITHIN = frozenset(("in", "during", "at"))
_QUOTE = ALPHABET.having("QUOTE")
_QUALIFIES = ADV | DET | _QUOTE | ALPHABET.having("WORD", "ADJ")
_MEASURE = ALPHABET.having("MEASURE")
_TOLD = 5  # words behind a verb of denying in which it is said what is denied
_REACH = 40  # words
_HELD = 6  # words of what there is room for
_OPENING = 6
_TITLE = 10  # words
_SMALL = frozenset(("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"))

Words = tuple[int, int]


def unreal(parse: Sentence) -> list[Words]:
    """The words of the sentence that tell what did not happen, as token ranges."""
    cues = _CUES & parse.vocabulary
    found: list[Words] = [] if _QUOTE.isdisjoint(parse.present) else list(_titles(parse))
    if not cues:
        return found
    for at in range(parse.first, parse.stop):
        if parse.lows[at] in cues:
            found += _told_by(parse, at)
    return found


def _told_by(parse: Sentence, at: int) -> Iterator[Words]:
    word = parse.lows[at]
    if (word in _DENIES or word in _REFUTES) and _is_refuted(parse, at):
        yield at, _end_of_denial(parse, at)
    if word == "how" and parse.lows[at + 1 : at + 2] == ["many"]:
        yield at, _end_of_denial(parse, at)  # "did not say how many had been killed"
    if word == "twice" and not _COUNTED.isdisjoint(parse.lows[max(parse.first, at - 2) : at]):
        begins = [to for to in range(parse.first, at) if parse.tags[to] in SUB or parse.tags[to] in COMMA or parse.lows[to] == "that"]
        yield begins[-1] if begins else parse.first, at  # "because four bodies were counted twice"
    if word in _FALSE or word in {"true", "truth"}:
        yield from _called_false(parse, at)
    if word in _FICTION:
        yield from _told_in_fiction(parse, at)
    if word in _WRONGLY and at + 1 < parse.stop and (parse.tags[at + 1] in SAY or parse.lows[at + 1] in SAYING):
        yield at, _end_of_denial(parse, at)  # "wrongly reported that 11 had died"
    if word in _SUPPOSES and not _DRILLS.isdisjoint(parse.lows[parse.first : at]):
        yield at, parse.stop  # "the drill assumes that ..."
    if word in _ACTS or (word in _DRILLS and _is_in_quotes(parse)):
        yield parse.first, parse.stop
    lead = parse.lows[max(parse.first, at - 2) : at]
    if word in _SIMULATES:
        if "by" in lead:
            yield parse.first, parse.stop  # "25 were killed by a simulated bomb"
        elif _WITHIN.isdisjoint(lead):
            yield at, parse.stop  # and no "two recruits died in a simulated attack"
    held = word in _STORES and (not _CAN.isdisjoint(lead) or (lead[1:] == ["to"] and (lead[0] in _ROOM or lead[0] == "able")))
    if held or (word in _ROOM and parse.lows[at + 1 : at + 2] in (["for"], ["of"])):
        yield at, min(parse.stop, at + _HELD)


def _is_refuted(parse: Sentence, at: int) -> bool:
    """Whether a claim is what is denied: "denied reports that ...", "dismissed the figure of 40 dead", "denied killing anybody"."""
    told = parse.lows[at + 1 : min(parse.stop, at + 1 + _TOLD)]
    if not SETS["share"].isdisjoint(told):
        return False  # "denied any part in the murder of two nuns"
    return not (_DENIED if parse.lows[at] in _DENIES else _CLAIMS).isdisjoint(told) or told[:1] == ["that"]


def _end_of_denial(parse: Sentence, at: int) -> int:
    tags, lows = parse.tags, parse.lows
    for to in range(at + 1, min(parse.stop, at + _REACH)):
        if tags[to] in COMMA or tags[to] in STOP or lows[to] in _ENDS_DENIAL or (tags[to] in REL and lows[to] != "that"):
            return to
        if lows[to] == "that" and to > at + _TOLD and "the" in lows[to - 3 : to]:
            return to  # "denied that it had carried out the attack that killed 12"
        if tags[to] in AND and to + 1 < parse.stop and (tags[to + 1] in SAY or lows[to + 1] in SAYING):
            return to
    return parse.stop


def _called_false(parse: Sentence, at: int) -> Iterator[Words]:
    """What the word at `at` calls untrue: "reports that five died are false", "it is not true that ...", "called reports of ... lies"."""
    tags, lows = parse.tags, parse.lows
    behind = at + 1
    before = at - 1
    while before > parse.first and before > at - 4 and tags[before] in _QUALIFIES and lows[before] not in _NOT and tags[before] not in BE:
        before -= 1
    negated = lows[before] in _NOT or (lows[at] == "truth" and lows[at - 1] == "no")
    if lows[at] in {"true", "truth"} and not negated:
        return
    no_fact = (negated and lows[at] in {"true", "truth"}) or (tags[before] in BE and lows[before - 1] == "it")
    if no_fact and (lows[behind : behind + 1] == ["that"] or lows[at] == "truth"):
        yield at, _end_of_denial(parse, at)
    if negated and lows[at] not in {"true", "truth"}:
        return
    claim = next((to for to in range(before, max(parse.first, before - _REACH) - 1, -1) if _is_claim(parse, to)), -1)
    if claim < 0:
        return
    said = tags[before] in BE or lows[before] in _TURNS_OUT or negated
    if said or not _CALLS.isdisjoint(lows[max(parse.first, claim - 3) : claim]):
        yield claim, at


def _is_claim(parse: Sentence, at: int) -> bool:
    """Whether the noun at `at` has a content: "reports of ...", "claims that circulate on social media that ..."."""
    if parse.lows[at] not in _CLAIMS:
        return False
    if parse.lows[at + 1] in {"that", "of"}:
        return True
    ahead = range(at + 1, min(parse.stop, at + _TOLD + 2))
    end = next((to for to in ahead if parse.tags[to] in COMMA or parse.tags[to] in STOP or parse.lows[to] == "that"), at)
    return parse.lows[end] == "that"


def _is_in_quotes(parse: Sentence) -> bool:
    """Whether a word of harm alone stands in quotation marks: 25 passengers were "killed"."""
    tags = parse.tags
    return any(tags[at] in _MEASURE and tags[at - 1] in _QUOTE and tags[at + 1] in _QUOTE for at in range(parse.first + 1, parse.stop - 1))


def _told_in_fiction(parse: Sentence, at: int) -> Iterator[Words]:
    """What a film or novel tells: "the thriller, in which a sniper kills 11 people, ...", "in the novel, a bomb kills ..."."""
    tags, lows = parse.tags, parse.lows
    to = at + 1
    if to < parse.stop and tags[to] in _QUOTE:  # its title
        to = next((end + 1 for end in range(to + 1, min(parse.stop, to + _TITLE)) if tags[end] in _QUOTE), to)
    while to < parse.stop and to < at + _TITLE and (tags[to] in NAME or tags[to] in _QUOTE or lows[to] in {"by", "the", "of"}):
        to += 1
    if to >= parse.stop:
        return
    if tags[to] in COMMA and lows[parse.first] == "in" and at - parse.first < _OPENING:
        yield to, parse.stop
        return
    aside = tags[to] in COMMA
    to += aside
    if to == parse.stop or not (lows[to] in _TELLS or lows[to : to + 2] == ["in", "which"]):
        return
    if at - parse.first < _OPENING and not aside and lows[to] not in {"about", "where", "in"}:
        yield to, parse.stop  # "her film follows a policewoman who, after ..., ..."
        return
    yield to, next((end for end in range(to, parse.stop) if tags[end] in COMMA or tags[end] in STOP), parse.stop)


def _is_title(words: list[str]) -> bool:
    """Whether all words but the small ones begin with a capital, as in a title, and not in a text of capitals."""
    capital = all(word[0].isupper() or word in _SMALL for word in words)
    return capital and words[-1][0].isupper() and not all(word.isupper() for word in words)


def _titles(parse: Sentence) -> Iterator[Words]:
    """Titles of works in quotation marks: "The Death of Marat", and not "Two soldiers were killed"."""
    words, opened = parse.words, -1
    for at in range(parse.first, parse.stop):
        if parse.tags[at] not in _QUOTE:
            continue
        told = words[opened + 1 : at]
        if opened >= 0 and 1 < len(told) < _TITLE and _is_title(told):
            yield opened, at
        opened = at
