"""Pointed: what the phrase behind a relating word points at: denied the report, echoed al-Rishq's denial, confirmed that they had left.

Each relation has its ways (`_WAYS`), which are tried in turn; the first that answers wins, also with nothing: then the phrase is known to
point at no statement of the text. Belongs here: ways to find the claim that a phrase stands for. Does not belong here: which words relate,
and how far their phrase runs (`claim`).
"""

import re
from collections.abc import Callable, Sequence
from functools import cached_property

from transforms import lexicon
from transforms.text.links.stem import stems
from transforms.text.links.web import LONGEST, Web
from transforms.text.links.word import (
    ACCUSATIONS,
    CLAIMLESS,
    CLAIMS,
    DECIDED,
    DEFINITE,
    DENIALS,
    OPEN,
    REPORTS,
    SETS,
    is_claim,
    used,
    words_of,
)
from transforms.text.reading import lower

_PARTS = used("part")
_ECHOED = used("echoed") | REPORTS
_ACCUSED = SETS["accused"]
_PEOPLE = lexicon.words("person_nouns")
_DUE = re.compile(r"\b(?:must|should|ought to|(?:need|needs|have|has|had) to)\b")
_SOON = 4  # statements
_ANY = frozenset(("any", "anyone", "anybody", "anything"))
# The stems of nouns for what somebody does by saying it.
_ACTS_OF = {
    "threat": "threaten",
    "offer": "propose",
    "propose": "propose",
    "demand": "demand",
    "promis": "promise",
    "pledg": "promise",
    "warn": "warn",
    "order": "order",
    "appeal": "appeal",
    "accusation": "accuse",
    "allegation": "accuse",
    "accept": "accept",
}
_PLAIN = frozenset(("it", "this", "that", "them", "so"))
_ALL = _PLAIN | {"all", "everything", "of"}


class Phrase:
    """The phrase behind a relating word of the statement `source`, and the statements that it may point at."""

    def __init__(self, web: Web, source: int, after: int, stop: int, words: list[str]) -> None:
        self.web = web
        self.source = source
        self.span = (after, stop)
        self.words = words

    @cached_property
    def noun(self) -> str:
        """The noun for a claim, an accusation or a denial that it begins with, empty if there is none."""
        return next((word for word in self.words[:6] if word in CLAIMS or word in DENIALS), "")

    @cached_property
    def stems(self) -> frozenset[str]:
        """Its content words."""
        return stems(" ".join(self.words))

    @cached_property
    def before(self) -> list[int]:
        """What other voices say before it."""
        return [index for index in self.web.before(self.source) if not self.web.is_one_voice(index, self.source)]

    @cached_property
    def last(self) -> int | None:
        """What another voice says right before it."""
        return self.before[-1] if self.before and self.web.is_adjacent(self.before[-1], self.source) else None

    @cached_property
    def unanswered(self) -> int | None:
        """What another voice says right before it, if that answers nothing itself."""
        return self.last if self.last is not None and not self.web.is_answer(self.last) else None

    @cached_property
    def claim(self) -> int | None:
        """What another voice said last that says what is so, if it stands near and answers nothing itself."""
        web = self.web
        last = next((index for index in reversed(self.before) if web.statements[index].speech_act not in CLAIMLESS), None)
        if last is None or web.is_answer(last):
            return None
        is_near = web.is_next(last, self.source) or (last == self.before[-1] and web.sentences_between(last, self.source) <= 2)
        return last if is_near else None

    @cached_property
    def named(self) -> list[int]:
        """What those say whom it names."""
        actors = self.web.actors_in(*self.span)
        return [index for index in self.before if self.web.speakers[index] & actors]

    @cached_property
    def theirs(self) -> list[int]:
        """What those say whom it names, or takes up by their noun."""
        return self.named or self.web.described(self.before, self.words)

    def shared(self, index: int) -> frozenset[str]:
        """The content words that it shares with a statement."""
        return self.stems & self.web.stems(index)

    def matter(self, index: int) -> frozenset[str]:
        """Of these, those that name nobody."""
        return self.shared(index) - self.web.name_stems(index)

    def accusing(self, among: Sequence[int]) -> list[int]:
        """Those `among` the statements that accuse."""
        return [index for index in among if self.web.statements[index].speech_act == "accuse"]


Targets = list[int] | None  # None: this way knows nothing
Way = Callable[[Phrase], Targets]


def pointed_at(phrase: Phrase, relation: str) -> tuple[list[int], str]:
    """The statements that the phrase behind a word of this relation points at, and the rule that found them."""
    for rule, way in _WAYS[relation]:
        targets = way(phrase)
        if targets is not None:
            return targets, rule
    return [], ""


def _own(phrase: Phrase) -> Targets:
    """One corrects what one has said oneself."""
    web, source = phrase.web, phrase.source
    return [index for index in web.before(source) if web.is_one_side(index, source) and phrase.shared(index)][-1:]


def _accused_by_them(phrase: Phrase) -> Targets:
    """Chad's accusation; the allegations, with nobody named."""
    if phrase.noun not in ACCUSATIONS:
        return None
    accusing = phrase.accusing(phrase.theirs) if phrase.theirs else _own_accusers(phrase)
    return _closest(phrase, accusing) if accusing else None


def _own_accusers(phrase: Phrase) -> list[int]:
    """The accusations of the side that denies, or else the one right before: not those of somebody else, told long before."""
    accusing = phrase.accusing(phrase.before)
    own = [index for index in accusing if phrase.web.implicates(index, phrase.source)]
    return own or [index for index in accusing[-1:] if phrase.web.is_adjacent(index, phrase.source)]


def _said_by_them(phrase: Phrase) -> Targets:
    """The report of the diplomat; what the officials said; al-Rishq's denial."""
    if not phrase.theirs or not (phrase.noun or phrase.words[:1] == ["what"]):
        return None
    if phrase.noun in DENIALS:
        return [_denial_of(phrase.web, phrase.theirs)]
    return _closest(phrase, phrase.theirs)


def _closest(phrase: Phrase, candidates: Sequence[int]) -> list[int]:
    """The one that shares most with the phrase; none where the phrase spells out another claim."""
    web, words = phrase.web, phrase.words
    wanted = phrase.stems - {"what"}
    target = max(candidates, key=lambda index: (len(wanted & web.stems(index)), not web.is_added(index), index))
    spelt = words[words.index("that") + 1 :] if phrase.noun and "that" in words[1:8] else []
    return [target] if not spelt or stems(" ".join(spelt)) & web.stems(target) else []


def _denial_of(web: Web, own: Sequence[int]) -> int:
    """Of what somebody said, the denial: what denies, else what follows a denial first, else the last."""
    said = [index for index in own if web.statements[index].quotation_type != "narrated_act"] or list(own)
    denying = [index for index in web.around(said[0]) if web.denied(index)]
    for index in said:
        if index in denying or web.statements[index].speech_act == "deny":
            return index
    after = [index for index in said if any(web.extents[source] < web.extents[index] for source in denying)]
    return after[0] if after else said[-1]


def denial_meant(phrase: Phrase) -> int | None:
    """Rejected that denial, the group's denial: that of whom it names, else the last that another voice made."""
    if phrase.theirs:
        return _denial_of(phrase.web, phrase.theirs)
    return next((index for index in reversed(phrase.before) if phrase.web.statements[index].speech_act == "deny"), None)


def _part(phrase: Phrase) -> Targets:
    """Any role in the attack, any link to it: what implicates them."""
    if phrase.noun not in _PARTS:
        return None
    web = phrase.web
    return [index for index in phrase.before[-3:] if web.implicates(index, phrase.source) and not web.is_answer(index)][-1:] or None


def _report(phrase: Phrase) -> Targets:
    """The report, these claims, an accusation: what was told last, with nobody named."""
    web, words = phrase.web, phrase.words
    if not phrase.noun or phrase.noun not in words[:3] or len(words) > 4 or not phrase.before:
        return None
    if words[0] not in DEFINITE and not (len(words) < 4 and words[0] in ("a", "an")):
        return None
    denials = [index for index in phrase.before if web.statements[index].speech_act == "deny" and is_claim(web.words(index, LONGEST))]
    if denials:
        return [answered for index in denials for answered in web.denied(index)][-1:]
    if phrase.noun in ACCUSATIONS and _is_accused_before(phrase, phrase.before[-1]):
        return []
    return None if phrase.claim is None else [phrase.claim]


def _is_accused_before(phrase: Phrase, target: int) -> bool:
    """As in "Rwanda, accused of arming the rebels, rejects the allegation": words behind `target`, not `target`, tell what it is."""
    reading, cue = phrase.web.reading, phrase.web.statements[phrase.source].cue
    if cue is None:
        return False
    at = reading.token_at(cue[0])
    behind = reading.token_at(phrase.web.extents[target][1] - 1) + 1
    return not _ACCUSED.isdisjoint(reading.lows[max(behind, at - 60) : at])


def _echoed(phrase: Phrase) -> Targets:
    """The senator's call; the senator."""
    apart = len(phrase.words) <= 3 and "'" not in phrase.web.reading.folded[slice(*phrase.span)]
    return phrase.named[-1:] if phrase.named and (apart or _is_echoed(phrase)) else None


def _is_echoed(phrase: Phrase) -> bool:
    return not _ECHOED.isdisjoint(phrase.words[:6])


def _them(phrase: Phrase) -> Targets:
    """Echoed him: what was said right before."""
    return [phrase.last] if phrase.last is not None and phrase.words in (["him"], ["her"], ["them"]) else None


def _resumed(phrase: Phrase) -> Targets:
    """That call; the aid chief."""
    words = phrase.words
    if phrase.last is None or not words or len(words) > 4 or words[0] not in DEFINITE:
        return None
    return [phrase.last] if _is_echoed(phrase) or words[-1] in _PEOPLE else None


def _contradicted(phrase: Phrase) -> Targets:
    """The officials; him; the official version."""
    if len(phrase.words) > 4:
        return None
    if phrase.theirs:
        return phrase.theirs[-1:]
    return [phrase.last] if phrase.last is not None and phrase.words[:1] in (["the"], ["him"], ["her"], ["them"]) else None


def _plain(phrase: Phrase) -> Targets:
    """It, this, all of it: what was said right before."""
    words, target = phrase.words, phrase.unanswered
    if target is None or len(words) > 3 or not (_PLAIN if len(words) <= 1 else _ALL).issuperset(words):
        return None
    return [target] if phrase.web.statements[target].speech_act != "no_comment" else []


def _matter(phrase: Phrase) -> Targets:
    """That the troops had left: who spoke of that before."""
    return _most_shared(phrase, [index for index in phrase.before if _is_same_matter(phrase, index)])


def _most_shared(phrase: Phrase, same: Sequence[int]) -> Targets:
    """The last of those that share most words with it."""
    return [max(reversed(same), key=lambda index: len(phrase.shared(index)))] if same else None


def _is_same_matter(phrase: Phrase, index: int) -> bool:
    shared, wanted = len(phrase.shared(index)), len(phrase.stems)
    if shared < 2:
        return False
    is_accusing = phrase.web.statements[index].speech_act == "accuse"
    return (shared * 5 >= 2 * wanted or shared >= 4 or (is_accusing and shared * 3 >= wanted)) and bool(phrase.matter(index))


def _matter_denied(phrase: Phrase) -> Targets:
    """The same of a denial, which answers who accuses or implicates its side, or who said nearly the same."""
    return _most_shared(phrase, [index for index in phrase.before if _is_same_matter(phrase, index) and _is_deniable(phrase, index)])


def _is_deniable(phrase: Phrase, index: int) -> bool:
    shared = len(phrase.shared(index))
    if phrase.web.statements[index].speech_act == "accuse" or (shared >= 3 and shared * 5 >= 3 * len(phrase.stems)):
        return True
    return phrase.web.implicates(index, phrase.source)


def _covered(phrase: Phrase) -> Targets:
    """Attacking the post, where somebody said that rebels attacked it: all that is denied, but for the names of the side that denies."""
    web, source = phrase.web, phrase.source
    rest = phrase.stems - web.own_stems(source)
    for index in reversed(phrase.before[-_SOON:]):
        if (len(rest) > 1 or (rest and index == phrase.last)) and rest <= web.stems(index) and phrase.matter(index):
            return None if web.is_own_act(index) or web.is_negative(index) else [index]
    return None


def _same_thing(phrase: Phrase) -> Targets:
    """The extension, which somebody announced; not the attack, which somebody condemned."""
    if not phrase.stems:
        return None
    told = (index for index in reversed(phrase.before[-_SOON:]) if phrase.web.statements[index].speech_act not in CLAIMLESS)
    return next(([index] for index in told if phrase.web.stems(index) == phrase.stems), None)


def _also(phrase: Phrase) -> Targets:
    """B also denied that it kept arms there: what A, right before, denied, if it is on B or on that."""
    web, source = phrase.web, phrase.source
    cue = web.statements[source].cue
    if cue is None or phrase.last is None or not web.denied(phrase.last) or "also" not in words_of(web.reading.folded[slice(*cue)]):
        return None
    target = web.denied(phrase.last)[-1]
    if web.is_one_side(target, source) or not (web.implicates(target, source) or phrase.matter(target)):
        return None
    return [target]


def _decided(phrase: Phrase) -> Targets:
    """That a deal had been struck, where somebody is said to have agreed."""
    if phrase.unanswered is None or OPEN.isdisjoint(phrase.words[:5]) or DECIDED.isdisjoint(phrase.web.told(phrase.unanswered)):
        return None
    return [phrase.unanswered]


def _any(phrase: Phrase) -> Targets:
    """That anybody had told them, where somebody just said that they had been told."""
    target = phrase.unanswered
    if target is None or _ANY.isdisjoint(phrase.words[:3]):
        return None
    if phrase.web.is_negative(target) or phrase.web.statements[target].speech_act == "reject":
        return None
    common = phrase.matter(target)
    return [target] if common and len(common) * 2 >= len(phrase.stems - _ANY) else None


def _such(phrase: Phrase) -> Targets:
    """That it had made such a threat: what was threatened, or told of a threat, just before."""
    words, target = phrase.words, phrase.unanswered
    at = words.index("such") if "such" in words else -1
    if at < 0 or target is None:
        return None
    nouns = stems(" ".join(words[at + 1 : at + 4]))
    act = phrase.web.statements[target].speech_act
    return [target] if nouns & phrase.web.stems(target) or act in {_ACTS_OF[noun] for noun in nouns if noun in _ACTS_OF} else None


def _used(phrase: Phrase) -> Targets:
    """That mortars were used, after one sentence on another matter."""
    web = phrase.web
    if not 0 < len(phrase.stems) <= 3:
        return None
    for index in reversed(phrase.before[-2:]):
        if phrase.matter(index) and web.implicates(index, phrase.source) and not web.is_answer(index):
            return [index]
    return None


def _shared_by_last(phrase: Phrase) -> Targets:
    """The claim just before speaks of the side that answers it, and shares what happened."""
    if phrase.last is None:
        return None
    common = phrase.matter(phrase.last)
    return [phrase.last] if common and len(common) * 3 >= len(phrase.stems) and phrase.web.implicates(phrase.last, phrase.source) else None


def _told_by_last(phrase: Phrase) -> Targets:
    """The claim just before, in the same paragraph, speaks of the side that denies."""
    web, target = phrase.web, phrase.claim
    if target is None or not web.is_one_paragraph(target, phrase.source) or not web.implicates(target, phrase.source):
        return None
    if _DUE.search(lower(web.content(target))) and not phrase.matter(target):
        return None  # what ought to be done is no claim that sending arms would answer
    return [target]


def _accusation(phrase: Phrase) -> Targets:
    """The accusation, whatever it was: the last."""
    return _own_accusers(phrase)[-1:] or None if phrase.noun in ACCUSATIONS else None


def _in_outlet(phrase: Phrase) -> Targets:
    """A report in the Courier: what the Courier is told to have reported, here or behind it, and nothing else."""
    web = phrase.web
    outlets = {actor for actor in web.actors_in(*phrase.span) if web.cast.actors[actor].kind == "media"} - web.sides[phrase.source]
    if not outlets or phrase.noun not in REPORTS or phrase.theirs:
        return None
    told = [index for index in web.around(phrase.source) if web.extents[index] > web.extents[phrase.source]]
    return [index for index in told[:_SOON] if web.speakers[index] & outlets][:1]


def _told_after(phrase: Phrase) -> Targets:
    """What a denial answers, told in its own sentence: Kenya denied arming the tribes, a day after Chad said it had found rifles."""
    web, source = phrase.web, phrase.source
    first = web.extents[source][0]
    for index in web.behind(source):
        between = words_of(web.reading.folded[first : min(web.extents[index][0], first + LONGEST)])
        if "after" in between[-12:] and web.is_one_sentence(index, source) and not web.is_one_side(index, source):
            return [index]
    return None


def _told_later(phrase: Phrase) -> Targets:
    """What a denial answers, told behind it: "Kyiv rejected the claims. Moscow had accused it of ..."."""
    web, source = phrase.web, phrase.source
    for index in web.behind(source):
        made = web.statements[index]
        if made.cue is None or "had " not in web.reading.folded[slice(*made.cue)] + " " or web.is_one_side(index, source):
            continue
        covered = bool(phrase.matter(index)) and stems(" ".join(word for word in phrase.words if word not in _ANY)) <= web.stems(index)
        if made.speech_act != "accuse" and len(phrase.shared(index)) < 2 and not covered:
            continue
        if web.implicates(index, source) if phrase.noun else len(phrase.matter(index)) >= 2 or covered:
            return [index]
    return None


_WAYS: dict[str, tuple[tuple[str, Way], ...]] = {
    "corrects": (("own_words", _own),),
    "echoes": (
        ("their_words", _said_by_them),
        ("their_words", _echoed),
        ("their_words", _them),
        ("the_report", _resumed),
    ),
    "contradicts": (
        ("their_words", _said_by_them),
        ("the_report", _report),
        ("their_words", _contradicted),
        ("the_report", _plain),
        ("same_matter", _matter),
    ),
    "confirms": (
        ("their_words", _said_by_them),
        ("the_report", _report),
        ("the_report", _plain),
        ("same_thing", _same_thing),
        ("same_matter", _matter),
        ("answers", _shared_by_last),
    ),
    "denies": (
        ("the_outlet", _in_outlet),
        ("their_words", _accused_by_them),
        ("their_words", _said_by_them),
        ("no_part", _part),
        ("the_report", _report),
        ("the_report", _plain),
        ("same_matter", _matter_denied),
        ("same_matter", _covered),
        ("answers", _decided),
        ("answers", _such),
        ("answers", _any),
        ("answers", _also),
        ("answers", _used),
        ("answers", _told_by_last),
        ("answers", _shared_by_last),
        ("the_accusation", _accusation),
        ("told_after", _told_after),
        ("told_later", _told_later),
    ),
}
