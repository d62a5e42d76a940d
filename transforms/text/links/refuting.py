"""Refuting: what is said calls the claim before untrue: "these are lies", "there was no such plot", "it had nothing to do with that".

Each word that can do so has its reader (`READERS`), which looks at its neighbours before it looks up who says it. Belongs here: claims
denied in what is said, by a word of it. Does not belong here: verbs that relate, also to what they call a lie (`claim`), and plain
answers with a no (`answering`).
"""

from collections.abc import Callable
from typing import NamedTuple

from transforms.text.links.stem import DEATHS
from transforms.text.links.web import Web
from transforms.text.links.word import SETS, VOID, is_claim, used

_WRONG = used("wrong")
_COPULA = SETS["copula"]
_POINTING = SETS["pointing"]
_PERSONAL = SETS["personal"]
_REACH = 30  # words of a sentence in which it refutes
_CLAIM_OF = 8  # words behind "contrary to" in which it is said whose claim it was
_SHORT = 200  # characters of a piece that refutes


_NOT = frozenset(("not", "never", "hardly", "simply"))
_RELATIVE = frozenset(("that", "which", "who"))
_GRANTS = frozenset(("concede", "confirm", "accept", "support"))


class _Said(NamedTuple):
    """A statement, and its words up to the one that refutes."""

    source: int
    words: list[str]
    opening: list[str]  # the same without quotation marks


def _said(web: Web, at: int) -> _Said | None:
    """The statement that says the word `at`, if it is short enough to refute."""
    reading = web.reading
    source = next((index for (first, stop), index in web.holding(at) if stop - first < _SHORT), None)
    first, _ = reading.sentences[reading.sentence_of(at)]
    if source is None or at - first > _REACH:
        return None
    words = reading.lows[max(first, web.begin(source)) : at + 1]
    return _Said(source, words, [word for word in words if word not in ('"', "'")])


def _nothing_to_do_with(web: Web, at: int) -> None:
    """Chad had nothing to do with it: said of the last accusation of that side."""
    if web.reading.lows[at + 1 : at + 4] != ["to", "do", "with"] or not (said := _said(web, at)):
        return
    side = web.sides[said.source]
    accusing = [index for index in web.before(said.source) if web.statements[index].speech_act == "accuse"]
    accusing = [index for index in accusing if web.actors_in(*web.extents[index]) & side]
    if accusing and not web.sides[accusing[-1]] & web.speakers[said.source]:
        web.add("denies", said.source, accusing[-1], at, "nothing_to_do_with")


def _there_is_no(web: Web, at: int) -> None:
    """There was no coup plot: said after another side spoke of a coup plot."""
    lows = web.reading.lows
    if lows[at + 2 : at + 3] != ["no"] or lows[at + 1] not in _COPULA or not (said := _said(web, at)):
        return
    source = said.source
    wanted = web.stems(source) - DEATHS
    if not 2 <= len(wanted) <= 8:
        return
    for index in reversed(web.before(source)[-4:]):
        shared = len(wanted & web.stems(index))
        if not web.is_one_side(index, source) and shared >= 2 and shared * 3 >= 2 * len(wanted):
            web.add("contradicts", source, index, at, "there_is_no")
            return


def _no_such(web: Web, at: int) -> None:
    """No such agreement exists."""
    if at and web.reading.lows[at - 1] == "no" and (said := _said(web, at)):
        _call_untrue(web, said, at)


def _is_wrong(web: Web, at: int) -> None:
    """The agency was exaggerating: whoever made the claim before is wrong, or else the claim."""
    said = _said(web, at)
    if not said or not _is_predicate(said):
        return
    if len(said.opening) > 6:
        _is_untrue(web, at)
        return
    source = said.source
    earlier = web.before(source)[-1:]
    if earlier and web.is_adjacent(earlier[0], source) and not web.is_one_side(earlier[0], source):
        named = web.actors_in(*web.statements[source].content[0]) & web.sides[earlier[0]]
        if named or web.described(earlier, said.opening) or (said.opening[0] in _PERSONAL and "been" not in said.opening):
            web.add("denies", source, earlier[0], at, "called_wrong")


def _is_untrue(web: Web, at: int) -> None:
    """These are lies; what the officials say is untrue."""
    said = _said(web, at)
    if not said or not _is_predicate(said) or said.opening[0] not in _POINTING:
        return
    if said.opening[0] != "the" or is_claim(said.opening[:5]):
        _call_untrue(web, said, at)


def _is_not_true(web: Web, at: int) -> None:
    """That was not true; but not "it is not true that", which says itself what is not."""
    lows = web.reading.lows
    if not (lows[at - 1] in _NOT or lows[at - 1].endswith("n't")) or lows[at + 1 : at + 2] == ["that"] or not (said := _said(web, at)):
        return
    if 2 < len(said.opening) <= 6 and (said.opening[0] in _POINTING or said.opening[:2] == ["that", "that"]):
        _call_untrue(web, said, at)


def _is_predicate(said: _Said) -> bool:
    """Whether the last word is said of what the sentence begins with: "that is a lie", but not "that is not a lie"."""
    at = next((at for at in range(len(said.opening) - 2, max(-1, len(said.opening) - 6), -1) if said.opening[at] in _COPULA), -1)
    if at >= 0 and said.opening[at] == "been" and at < len(said.opening) - 3:
        return False  # had been sent to the wrong town
    described = at > 1 and said.opening[at - 1] in _RELATIVE  # "reinforced stereotypes that are untrue"
    return at >= 0 and not described and len(said.opening) <= 14 and "not" not in said.words[-4:]


def _contrary(web: Web, at: int) -> None:
    """Had not decided, contrary to what Melia had said: the last claim of whom it names."""
    reading = web.reading
    source = next((index for _, index in web.holding(at)), None)
    if source is None or reading.lows[at + 1 : at + 2] != ["to"]:
        return
    stop = reading.sentences[reading.sentence_of(at)][1]
    named = web.actors_in(reading.ends[at], reading.ends[min(stop, at + _CLAIM_OF) - 1])
    theirs = [index for index in web.before(source) if web.speakers[index] & named and not web.is_one_voice(index, source)]
    web.add("contradicts", source, theirs[-1] if theirs else None, at, "contrary_to")


def _call_untrue(web: Web, said: _Said, at: int) -> None:
    """The claim is that of whom it names, else that of the other side right before, else what its own side has just denied."""
    source = said.source
    if web.statements[source].speech_act in _GRANTS:
        return  # "admitted that the name in his book was inaccurate"
    named = web.actors_in(*web.statements[source].content[0])
    before = [index for index in web.before(source) if not web.is_one_voice(index, source)]
    before = [index for index in before if web.may_be_answered(index)]
    theirs = [index for index in before if web.speakers[index] & named]
    if not theirs and "what" in said.words[:3]:
        theirs = web.described(before, said.words)
    last = before[-1] if before and web.is_next(before[-1], source) and not web.is_one_side(before[-1], source) else None
    target = None
    if theirs:
        target = theirs[-1]
    elif last is None:
        own = (web.denied(index) for index in reversed(web.before(source)[-3:]) if web.is_one_side(index, source))
        target = next((denied[-1] for denied in own if denied), None)
    elif not web.denied(last) and web.statements[last].speech_act != "deny":
        target = last
    web.add("denies", source, target, at, "called_untrue")


READERS: dict[str, Callable[[Web, int], None]] = {
    **dict.fromkeys(_WRONG, _is_wrong),
    **dict.fromkeys(VOID, _is_untrue),
    **dict.fromkeys(("true", "correct", "accurate"), _is_not_true),
    "contrary": _contrary,
    "nothing": _nothing_to_do_with,
    "there": _there_is_no,
    "such": _no_such,
}
