"""Answering: claims that answer another without a word that relates them: "We never asked for a toll", "The airspace is open".

What was said is answered with a no (`_negate`, for one of `_REASONS`); was not there, and is, or is another count (`_differ`); or is one
pole of a thing whose other pole is told now (`_oppose`). Belongs here: contradictions that follow from what two sides say, told next to
each other. Does not belong here: answers by a word that relates (`claim`, `refuting`), and any guess from likeness alone.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import takewhile

from transforms import lexicon
from transforms.text.links.counting import is_count
from transforms.text.links.stem import numbers, stems
from transforms.text.links.web import DENYING, Web
from transforms.text.links.word import ASSERTING, DECIDED, NEGATIVE, OPEN, SETS, words_of

_SILENT, _RESUMING, _CONCEDING, _CONTRASTING, _REAL = (SETS[name] for name in ("silent", "resuming", "conceding", "contrasting", "real"))
_COUNT = re.compile(rf"\b(?:{'|'.join(sorted(_REAL))}) (?:{'|'.join(sorted(SETS['count']))})\b")
_AGREED = (OPEN | DECIDED) - {"final", "settled", "such"}
# A word -> what it is one pole of, and which: "open" and "blocked" are +1 and -1 of one thing.
_POLES = {
    word: (use.removeprefix("pole:").removeprefix("-"), -1 if use.startswith("pole:-") else 1)
    for word, use in lexicon.rows("claim_words")
    if use.startswith("pole:")
}
_OF_PEOPLE = frozenset(("military", "free", "alive"))  # poles of which some people may be one, and some the other
_WILLING = frozenset(("will", "would", "can", "could"))
_OPENING = 8  # words of an answer in which its negation stands
_BEGINNING = 200  # characters that hold them
_POLAR = 400  # characters of a claim in which a pole stands
WORDS = NEGATIVE | _REAL | _POLES.keys()


def answer(web: Web, words: Sequence[int]) -> None:
    """Link the statements that answer another; `words` are the tokens of the text that are among `WORDS`."""
    lows, starts = web.reading.lows, web.reading.starts
    for source in sorted(web.beginning_with(_negations(web, words), _BEGINNING), key=web.extents.__getitem__):
        _negate(web, source)
    absent = web.beginning_with([starts[at] for at in words if lows[at] == "no"], _BEGINNING)
    counted = web.beginning_with([starts[at] for at in words if lows[at] in _REAL], _BEGINNING)
    if absent or counted:
        _differ(web, absent, counted)
    poles = [at for at in words if lows[at] in _POLES]
    if _are_opposed([_POLES[lows[at]] for at in poles]):
        _oppose(web, web.beginning_with([starts[at] for at in poles], _POLAR))


def _negations(web: Web, words: Sequence[int]) -> list[int]:
    """Where the words begin that negate, of those at the tokens `words`, and the endings that do."""
    lows, starts, folded = web.reading.lows, web.reading.starts, web.reading.folded
    found = [starts[at] for at in words if lows[at] in NEGATIVE]
    for ending in ("n't", "N'T"):
        at = folded.find(ending)
        while at >= 0:
            found.append(at)
            at = folded.find(ending, at + 3)
    return found


# Answered with a no.


class _Negated:
    """A statement that begins with a no, and one that it may answer."""

    def __init__(self, web: Web, source: int, target: int, words: list[str], no: int) -> None:
        self.web = web
        self.source = source
        self.target = target
        self.words = words
        self.no = words[no]
        self.before_no = words[no - 1] if no else ""
        self.denied = words[no + 1 : no + 6]
        self.between = self._between()  # the words between the two in one sentence
        self.is_assertion = web.statements[source].speech_act in ASSERTING

    @cached_property
    def wanted(self) -> frozenset[str]:
        """The content words of its beginning."""
        return stems(" ".join(self.words[:24]))

    @cached_property
    def shared(self) -> frozenset[str]:
        """Those that both have, without names."""
        return _matter(self.web, self.wanted, self.target, self.source)

    @property
    def is_next(self) -> bool:
        """Whether the answer says what is so, right behind."""
        return self.is_assertion and self.web.is_adjacent(self.target, self.source)

    @property
    def is_will_of_another(self) -> bool:
        """Whether it says what somebody would not do of whom the other does not tell: they would accept, but Israel would not."""
        if self.before_no not in _WILLING and not self.no.startswith(("wo", "ca")):
            return False
        who = self.web.first_in(self.source)
        return who is not None and who not in self.web.actors_in(*self.web.extents[self.target])

    def _between(self) -> frozenset[str]:
        reading, first, stop = self.web.reading, self.web.extents[self.target][1], self.web.extents[self.source][0]
        if not first <= stop < first + 60 or "." in reading.text[first:stop]:
            return frozenset()
        return frozenset(words_of(reading.folded[first:stop]))


def _is_set_against(negated: _Negated) -> bool:
    """The crew was freed for a ransom, they said, although B said that no money was paid."""
    return not _CONCEDING.isdisjoint(negated.between)


def _is_contrasted(negated: _Negated) -> bool:
    """A has signed, they said, but B said that nobody had signed."""
    return negated.is_assertion and not _CONTRASTING.isdisjoint(negated.between) and bool(negated.shared) and not negated.is_will_of_another


def _is_accused(negated: _Negated) -> bool:
    """A accused B of shelling the market; B said that it fired on nobody."""
    return negated.is_assertion and _accuses(negated.web, negated.target, negated.source)


def _is_untold(negated: _Negated) -> bool:
    """Three flew by, A said; B said that he had not been told of any."""
    return negated.words[-1] == "any" and "any" in negated.denied and negated.is_next


def _is_gone(negated: _Negated) -> bool:
    """A said that two trucks were on the list; B said that no list had been signed."""
    if negated.no != "no" or not negated.is_next or negated.web.statements[negated.target].speech_act not in ASSERTING:
        return False
    return not negated.shared.isdisjoint(stems(" ".join(negated.denied[:3])))


def _is_nothing(negated: _Negated) -> bool:
    """A has rejected it, they said; B said that nothing had been rejected."""
    if negated.no not in ("nothing", "nobody", "none") or not negated.is_next:
        return False
    words = takewhile(lambda word: word not in ("and", "but"), negated.words)
    clause = stems(" ".join(word for word in words if word not in NEGATIVE))
    return bool(clause & negated.shared) and clause <= negated.web.stems(negated.target)


def _is_such(negated: _Negated) -> bool:
    """A said that they had met; B said that they never held such a meeting."""
    return "such" in negated.denied and bool(negated.shared)


def _is_undecided(negated: _Negated) -> bool:
    """A has agreed to the pact, they said; B said that no decision had been made."""
    if OPEN.isdisjoint(negated.denied) or DECIDED.isdisjoint(negated.web.told(negated.target)):
        return False
    return bool(negated.shared) or not _CONTRASTING.isdisjoint(negated.between) or negated.web.is_about(negated.target, negated.source)


def _is_meant(negated: _Negated) -> bool:
    """They said that B had asked for a bribe; B said "I never asked for any bribe"."""
    return negated.web.is_about(negated.target, negated.source) and len(negated.shared) * 3 >= len(negated.wanted)


_REASONS: tuple[Callable[[_Negated], bool], ...] = (
    _is_set_against,
    _is_accused,
    _is_untold,
    _is_gone,
    _is_contrasted,
    _is_nothing,
    _is_such,
    _is_undecided,
    _is_meant,
)


def _negate(web: Web, source: int) -> None:
    """Link a statement that begins with a no with what it answers."""
    made = web.statements[source]
    if made.negated or made.quotation_type == "narrated_act" or web.denied(source):
        return
    words = web.words(source, _BEGINNING)
    no = next((number for number, word in enumerate(words[: 3 * _OPENING]) if word in NEGATIVE or word.endswith("n't")), -1)
    if no < 0 or not _SILENT.isdisjoint(words[no + 1 : no + 4]):
        return
    before = web.before(source)
    if no >= _OPENING:  # a no far behind answers only an accusation
        target = before[-1] if before and made.speech_act in ASSERTING and _accuses(web, before[-1], source) else None
    elif before and _goes_on(web, before[-1], source, words, no):
        return
    else:
        others = (one for one in reversed(before[-3:]) if not web.is_one_side(one, source) and web.may_be_answered(one))
        target = next((one for one in others if _is_answered(_Negated(web, source, one, words, no))), None)
    web.add("contradicts", source, target, web.begin(source), "answered_no")


def _is_answered(negated: _Negated) -> bool:
    """Whether anything says that the no answers the other, which begins with no such word itself."""
    return any(reason(negated) for reason in _REASONS) and not negated.web.is_negative(negated.target)


def _goes_on(web: Web, before: int, source: int, words: list[str], no: int) -> bool:
    """Whether it goes on behind a denial, and then denies the same: denied this. "Not a name has changed," he said."""
    is_open, is_own = not OPEN.isdisjoint(words[no + 1 : no + 6]), web.is_one_side(before, source)
    denied = web.denied(before)
    if not denied or not (is_open or is_own) or not web.is_adjacent(before, source):
        return False
    target = denied[0]
    if (is_open and (is_own or not _AGREED.isdisjoint(web.told(target)))) or (
        stems(" ".join(words[:24])) & (web.stems(target) | web.stems(before))
    ):
        web.add("denies", source, target, web.begin(source), "goes_on")
    return True


def _accuses(web: Web, target: int, source: int) -> bool:
    """Whether `target`, told right before, accuses those who make `source`."""
    if web.statements[target].speech_act != "accuse" or web.is_one_side(target, source) or web.is_of_its_state(target, source):
        return False
    return web.is_adjacent(target, source) and web.implicates(target, source)


# What was not there, and other counts.


def _differ(web: Web, absent: frozenset[int], counted: frozenset[int]) -> None:
    """Link neighbours that differ, of the statements by which something is `absent`, and those that call a count real."""
    for target, source in _neighbours(web):
        if (target not in absent and source not in counted) or not _may_differ(web, target, source):
            continue
        words, told = web.words(source, _BEGINNING), web.words(target, _BEGINNING)
        if "no" in told[:_OPENING] and NEGATIVE.isdisjoint(words):
            if _is_affirmed(web, told, source):
                web.add("contradicts", source, target, web.begin(source), "affirmed")
        elif _COUNT.search(" ".join(words)) and is_count(web, target) and _is_other_count(web, target, source):
            web.add("contradicts", source, target, web.begin(source), "other_count")


def _neighbours(web: Web) -> Iterator[tuple[int, int]]:
    """Each statement behind the nearest that begins before it."""
    target = latest = begin = -1
    for source in web.order:
        if web.extents[source][0] > begin:
            target, begin = latest, web.extents[source][0]
        latest = source
        if target >= 0:
            yield target, source


def _may_differ(web: Web, target: int, source: int) -> bool:
    """Whether two sides say what is so, one right behind the other, and no link says yet that they differ."""
    made, told = web.statements[source], web.statements[target]
    if made.speech_act not in ASSERTING or told.speech_act not in ASSERTING or made.negated or not web.sides[source]:
        return False
    if web.is_one_side(target, source) or not web.is_adjacent(target, source):
        return False
    return not any((relation, source, target) in web.found for relation in DENYING)


def _is_affirmed(web: Web, told: list[str], source: int) -> bool:
    """Had received no offer; an offer had been made."""
    no = told.index("no")
    return not (web.stems(source) - web.name_stems(source)).isdisjoint(stems(" ".join(told[no + 1 : no + 3])))


def _is_other_count(web: Web, target: int, source: int) -> bool:
    """Nine were killed; the real figure was above thirty."""
    mine = numbers(web.content(source))
    return bool(mine) and mine.isdisjoint(numbers(web.content(target)))


# Two poles of one thing.


def _are_opposed(poles: Iterable[tuple[str, int]]) -> bool:
    """Whether both poles of anything are among these."""
    held = set(poles)
    return any((name, -pole) in held for name, pole in held)


def _oppose(web: Web, polar: frozenset[int]) -> None:
    """As in "The airspace is open" after the other side said that it had been closed: both cannot be true of what they share.

    `polar`: the statements with a word that is a pole of anything.
    """
    poles: dict[int, frozenset[tuple[str, int]]] = {}
    for source in web.order:
        made = web.statements[source]
        if source not in polar or made.speech_act not in ASSERTING or made.negated:
            continue
        words = web.words(source, _POLAR)
        told = {_POLES[word] for word in words if word in _POLES}
        poles[source] = frozenset((name, pole) for name, pole in told if (name, -pole) not in told)
        if not poles[source] or not NEGATIVE.isdisjoint(words) or not web.sides[source]:
            continue
        target = next((one for one in reversed(web.before(source)[-3:]) if one in poles and _is_opposite(web, poles, one, source)), None)
        if target is None:
            continue
        first = next((word for word in words if word != "that"), "")
        if first in _RESUMING or _matter(web, web.stems(source), target, source):
            web.add("contradicts", source, target, web.begin(source), "opposite")


def _is_opposite(web: Web, poles: dict[int, frozenset[tuple[str, int]]], target: int, source: int) -> bool:
    """Whether two sides tell two poles of one thing, one answered by the other."""
    opposed = {name for name, pole in poles[source] if (name, -pole) in poles[target]}
    if web.is_one_side(target, source) or not opposed or (opposed <= _OF_PEOPLE and _are_others(web, target, source)):
        return False
    return _is_answered_by(web, target, source) and not web.is_negative(target)


def _are_others(web: Web, target: int, source: int) -> bool:
    """Whether each counts people, and no number is the same: nine rebels were killed, and twelve children."""
    mine, theirs = numbers(web.content(source)), numbers(web.content(target))
    return bool(mine) and bool(theirs) and mine.isdisjoint(theirs)


def _is_answered_by(web: Web, target: int, source: int) -> bool:
    """Whether `source` follows `target`, with nothing but words of their own sides between them."""
    between = web.before(source)
    between = between[between.index(target) + 1 :]
    voices = web.sides[source] | web.sides[target]
    return web.sentences_between(target, source) <= 1 + len(between) and all(web.sides[one] & voices for one in between)


def _matter(web: Web, wanted: frozenset[str], target: int, source: int) -> frozenset[str]:
    """The words `wanted` that `target` has, without the names in both: sharing a name is not sharing a matter."""
    return (wanted & web.stems(target)) - web.name_stems(target) - web.name_stems(source)
