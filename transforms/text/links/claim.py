"""Claim links: which claim denies, echoes, confirms ... which, within one text.

Belongs here: the way through a text, and links by a verb that relates ("denied", "echoed al-Rishq's denial"): whose it is, and which words
behind it say what it relates to. Does not belong here: which claim those words stand for (`pointed`), links without such a verb
(`refuting`, `answering`, `counting`), what the claims are about (`positions`), claims of different texts (`across`), and any guess from
likeness alone.
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from transforms.text.actors.cast import Cast
from transforms.text.links import answering, counting, refuting
from transforms.text.links.pointed import Phrase, denial_meant, pointed_at
from transforms.text.links.web import DENYING, LONGEST, Link, Web
from transforms.text.links.word import DENIALS, OFFERS, SETS, VOID, is_claim, used, words_of
from transforms.text.reading import Reading, lower
from transforms.text.statements.statement import Statement
from transforms.text.word import RELATES


class _Verb(NamedTuple):
    """What a verb that relates does."""

    relation: str
    needs_claim: bool = False  # only before a claim: rejected the report
    needs_void: bool = False  # only before a word that calls it untrue: called the report a lie


_USES = {
    **{use: _Verb(use) for use in ("denies", "echoes", "confirms", "contradicts", "corrects", "elaborates")},
    "repeats": _Verb("same_claim"),
    "rejects": _Verb("denies", needs_claim=True),
    "brands": _Verb("denies", needs_claim=True, needs_void=True),
    "upholds": _Verb("confirms", needs_claim=True),
}
_VERBS = {word: verb for use, verb in _USES.items() for word in used(use)}
_UNSAID = re.compile(r"\b(?:refus|declin|not\b|n't\b|never\b|neither\b|cannot\b|could\b|would\b|if\b)")
_HINDERED = SETS["hindered"]
_REINFORCING = SETS["reinforcing"]
_LATER = SETS["later"]
_REFUSED, _FINITE = SETS["refused"], SETS["finite"]
_JOINED = used("joined")
_OURS = frozenset(("we", "i"))  # we reject such accusations
_OPENING = 60  # characters in which what is said begins
_THINGS = (["this"], ["that"], ["it"])
_ALONE = re.compile(r"\W*(this|that|it),")  # denied that, saying


def links(reading: Reading, statements: Sequence[Statement], cast: Cast) -> list[Link]:
    """The links between the statements of `reading`."""
    if len(statements) < 2:
        return []
    lows, words = reading.lows, reading.marked(RELATES)
    web = Web(reading, statements, cast)
    for at in words:
        read = _READERS.get(lows[at])
        if read is not None:
            read(web, at)
    answering.answer(web, words)
    return sorted(web.found.values(), key=lambda link: (link.source, link.target, link.relation))


def denials(reading: Reading, statements: Sequence[Statement], cast: Cast) -> list[Link]:
    """The links by which a statement denies or contradicts another."""
    return [link for link in links(reading, statements, cast) if link.relation in DENYING]


class _Related(NamedTuple):
    """The statement that a verb relates, and the characters behind the verb that say to what."""

    source: int
    after: int
    stop: int


def _relate(web: Web, at: int) -> None:
    """Link the statement that the verb `at` belongs to with what the verb points at."""
    verb, lows = _VERBS[web.reading.lows[at]], web.reading.lows
    if verb.relation == "denies" and at and lows[at - 1] == "nor":
        return  # would neither confirm nor deny it
    if verb.relation == "confirms" and not _HINDERED.isdisjoint(lows[max(0, at - 4) : at]):
        return  # was not available to confirm
    related = _related(web, verb, at)
    if related is None:
        return
    if verb.relation == "elaborates":
        web.add(verb.relation, related.source, _same_voice_before(web, related.source), at, "added")
    elif verb.relation == "same_claim":
        web.add(verb.relation, related.source, _repeated(web, related.source), at, "repeated")
    else:
        _point(web, verb, related, at)


def _related(web: Web, verb: _Verb, at: int) -> _Related | None:
    """Whose verb it is; None if it relates nothing, or has been read."""
    source = web.by_cue(at)
    if source is not None:
        return _by_cue(web, source, at)
    if verb.relation == "denies" and (not verb.needs_claim or not _OURS.isdisjoint(web.reading.lows[max(0, at - 2) : at])):
        source = _quoted(web, at)
    elif verb.relation == "contradicts" and _disagrees(web, at):
        return None
    if source is None and web.reading.lows[at].endswith("ing") and at and web.reading.words[at - 1] == ",":
        source = web.by_cue_before(at)  # he said, denying the report
    return None if source is None else _Related(source, *_behind(web, at))


def _by_cue(web: Web, source: int, at: int) -> _Related | None:
    """The verb is the cue of what it relates, unless it is not done: refused to confirm."""
    reading, made = web.reading, web.statements[source]
    if made.negated or (made.cue is not None and _UNSAID.search(reading.folded[slice(*made.cue)])):
        return None
    after, stop = made.content[0][0], made.content[-1][1]
    if reading.starts[at] > after and reading.lows[at].endswith("ing"):
        return _Related(source, *_behind(web, at))
    return _Related(source, after, stop)


def _quoted(web: Web, at: int) -> int | None:
    """The statement that begins with the verb: told AP that the group "categorically denies" it."""
    begin = web.reading.starts[at]
    if at and web.reading.lows[at - 1] == "who":
        return None  # Smith, who denies the charges, will appeal, he said
    sentence, _ = web.reading.sentences[web.reading.sentence_of(at)]
    if "which" in web.reading.lows[max(sentence, at - 6) : at]:
        return None  # said the police had beaten them, which the police denied
    source = next((index for (first, _), index in web.holding(at) if begin < first + _OPENING), None)
    if source is None or web.statements[source].negated or web.statements[source].quotation_type == "narrated_act":
        return None
    return source


def _disagrees(web: Web, at: int) -> bool:
    """Whether the verb leads to one of saying, which is linked: the doctors disagreed, saying that they had seen it."""
    saying = web.by_cue_behind(at)
    if saying is None:
        return False
    before = web.before(saying)[-1:]
    if before and web.is_adjacent(before[0], saying) and not web.is_one_side(before[0], saying):
        web.add("contradicts", saying, before[0], at, "disagrees")
    return True


def _behind(web: Web, at: int) -> tuple[int, int]:
    """The characters behind the word `at`, up to the next stop or comma."""
    reading = web.reading
    _first, stop = reading.sentences[reading.sentence_of(at)]
    end = at + 1
    while end < min(stop, at + 25) and reading.words[end] not in (".", ";", ","):
        end += 1
    return reading.ends[at], reading.ends[end - 1]


def _same_voice_before(web: Web, source: int) -> int | None:
    """What the same speakers said last."""
    before = web.before(source)[-1:]
    return before[0] if before and web.speakers[source] and web.speakers[before[0]] == web.speakers[source] else None


def _repeated(web: Web, source: int) -> int | None:
    """What the same side said before in nearly the same words."""
    wanted = web.stems(source)
    if len(wanted) < 3:
        return None
    for index in reversed(web.before(source)):
        if web.is_one_side(index, source) and len(wanted & web.stems(index)) * 10 >= 6 * len(wanted):
            return index
    return None


def _point(web: Web, verb: _Verb, related: _Related, at: int) -> None:
    """Link the source with what the words behind the verb point at."""
    source, after, stop = related
    words = _words(web, after, stop)
    if verb.relation == "denies" and _is_refused(words):
        return
    if words in _THINGS:
        stop = min(stop, after + len(words[0]) + 2)  # contradicted that later, saying
    if verb.relation == "denies" and words == ["which"] and (told := _in_sentence_before(web, source)) is not None:
        if web.statements[told].speech_act == "accuse" and not web.is_one_voice(told, source):
            web.add(verb.relation, source, told, at, "which")  # accused him of hiding the dead, which he rejected
        return
    if verb.needs_claim:
        if verb.relation == "denies" and not verb.needs_void and not DENIALS.isdisjoint(words[:4]):
            web.add("contradicts", source, denial_meant(Phrase(web, source, after, stop, words)), at, "rejected_denial")
            return
        words = _claim(verb, words)
        if not words or (words in _THINGS and _is_offered(web, source)):
            return
    if words[:1] in (["a"], ["an"]) and (told := _in_sentence_before(web, source)) is not None and web.extents[told][1] + 2 >= after:
        if not web.is_one_voice(told, source):
            web.add(verb.relation, source, told, at, "apposed")  # said it had killed 18, a figure the rebels call a lie
        return
    targets, rule = pointed_at(Phrase(web, source, after, stop, words), verb.relation)
    for target in (_substance(web, target) for target in targets):
        if verb.relation == "confirms" and rule != "their_words" and web.is_negative(source) != web.is_negative(target):
            continue
        web.add(verb.relation, source, target, at, rule)
    if verb.relation == "echoes" and targets and not DENIALS.isdisjoint(words):
        web.add("denies", source, _denied_by(web, targets[0], source), at, "echoed_denial")


def _words(web: Web, after: int, stop: int) -> list[str]:
    """The words behind a verb that say what it relates to."""
    alone = _ALONE.match(lower(web.reading.folded[after : min(stop, after + 12)]))
    return [alone[1]] if alone else _first_clause(words_of(web.reading.folded[after : min(stop, after + LONGEST)])[:40])


def _is_refused(words: list[str]) -> bool:
    """Whether it is a request that is denied, and not that there was one: denied the motion; denied a request had been made."""
    at = next((number for number, word in enumerate(words[:4]) if word in _REFUSED), -1)
    return at >= 0 and _FINITE.isdisjoint(words[at + 1 : at + 2]) and "that" not in words[:at]


def _is_offered(web: Web, source: int) -> bool:
    """Whether another voice right before offers or asks for something: to reject it denies nothing."""
    before = [index for index in web.before(source) if not web.is_one_voice(index, source)]
    return bool(before) and web.statements[before[-1]].speech_act in OFFERS


def _in_sentence_before(web: Web, source: int) -> int | None:
    """What is told before it in its sentence."""
    before = web.before(source)[-1:]
    return before[0] if before and web.is_one_sentence(before[0], source) else None


def _claim(verb: _Verb, words: list[str]) -> list[str]:
    """The words for a claim that the verb stands before, without those that call it untrue; none if it stands before anything else."""
    if verb.relation == "denies":
        words = _branded(words) or ([] if verb.needs_void else words)
    return words if is_claim(words) or words in _THINGS else []


def _branded(words: list[str]) -> list[str]:
    """What is called untrue: the words up to the one that calls it so; none if no word does."""
    found = next((words[:number] for number, word in enumerate(words[:14]) if word in VOID), [])
    while found and found[-1] in _REINFORCING:
        found.pop()
    return found


def _first_clause(words: list[str]) -> list[str]:
    """`words` up to where a further verb of speech is joined: "attacking the post and accused the army"; "it at the time" is it."""
    if words[:1] in _THINGS and words[1:2] and words[1] in _LATER:
        return words[:1]
    for number, word in enumerate(words[:-1]):
        if word == "and" and words[number + 1] in _JOINED:
            return words[:number]
    return words


def _substance(web: Web, target: int) -> int:
    """The claim itself, where `target` only tells to whom it was made or whom it cites: "told the newspaper on Friday"."""
    made = web.statements[target]
    if made.quotation_type != "narrated_act" or made.speech_act != "assert" or made.cue is None:
        return target
    earlier = web.before(target)[-1:]
    return earlier[0] if earlier and web.sentence_of(web.extents[earlier[0]][0]) == web.sentence_of(made.cue[0]) else target


def _denied_by(web: Web, echoed: int, source: int) -> int | None:
    """What the echoed speaker denied: the target of the last denial before the echo."""
    earlier = [index for index in web.before(source) if web.denied(index)]
    own = [index for index in earlier if web.is_one_voice(index, echoed)]
    chosen = own or earlier
    return web.denied(chosen[-1])[-1] if chosen else None


_READERS: dict[str, Callable[[Web, int], None]] = {
    **refuting.READERS,
    **counting.READERS,
    **dict.fromkeys(_VERBS, _relate),
}
WORDS = _READERS.keys() | answering.WORDS
