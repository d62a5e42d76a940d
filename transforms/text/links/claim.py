"""Claim links: which claim denies, echoes, confirms ... which, within one text.

Belongs here: links by stated evidence only: words that relate ("denied", "echoed al-Rishq's denial") and what they point at. Does not
belong here: what the claims are about (`position`, `issue`), claims of different texts (`across`), and any guess from likeness alone.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from transforms import lexicon
from transforms.text.actors.cast import Cast, mentions_in
from transforms.text.links.stem import DEATHS, FUNCTION, NUMBER, name_stems, numbers, stems
from transforms.text.reading import Reading, lower
from transforms.text.statements.statement import Span, Statement
from transforms.text.word import RELATES


class Link(NamedTuple):
    """A relation from one statement to another."""

    relation: str  # denies, contradicts, echoes, confirms, elaborates, same_claim, updates, supersedes, corrects
    source: int  # index of the statement that relates
    target: int  # index of the statement it relates to
    span: Span  # evidence
    rule: str


def _uses(use: str) -> frozenset[str]:
    return frozenset(word for word, role in lexicon.rows("claim_words") if role == use)


_DENIES, _ECHOES, _CONFIRMS, _CONTRADICTS, _CORRECTS = map(_uses, ("denies", "echoes", "confirms", "contradicts", "corrects"))
_ELABORATES, _REPEATS, _UPHOLDS, _BRANDS = map(_uses, ("elaborates", "repeats", "upholds", "brands"))
_ECHOED, _PARTS, _OPEN, _DECIDED = map(_uses, ("echoed", "part", "open", "decided"))
_REPORTS, _ACCUSATIONS, _DENIALS, _VOID = map(_uses, ("report", "accusation", "denial", "void"))
_RELATION: dict[str, str] = {
    **dict.fromkeys(_DENIES, "denies"),
    **dict.fromkeys(_ECHOES, "echoes"),
    **dict.fromkeys(_CONFIRMS, "confirms"),
    **dict.fromkeys(_CONTRADICTS, "contradicts"),
    **dict.fromkeys(_CORRECTS, "corrects"),
    **dict.fromkeys(_ELABORATES, "elaborates"),
    **dict.fromkeys(_REPEATS, "same_claim"),
    **dict.fromkeys(_UPHOLDS, "confirms"),
    **dict.fromkeys(_BRANDS, "denies"),
}
# A word -> what it is one pole of, and which: "open" and "blocked" are +1 and -1 of one thing.
_POLES = {
    word: (use.removeprefix("pole:").removeprefix("-"), -1 if use.startswith("pole:-") else 1)
    for word, use in lexicon.rows("claim_words")
    if use.startswith("pole:")
}
_STRONG = frozenset(("denies", "contradicts"))
_ALWAYS_DENY = frozenset(word for word in _DENIES if word.startswith(("den", "ref", "disput", "rebut")))
_WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")
_UNSAID = re.compile(r"\b(?:refus|declin|not\b|n't\b|never\b|neither\b|cannot\b|could\b|would\b|if\b)")
_VOIDS = _VOID | {"nothing", "there", "such"}
_HINDERS = frozenset(("neither", "nobody", "none", "not", "unable", "available", "cannot", "couldn't", "could", "never"))
_NEGATIVE = frozenset(("no", "not", "never", "nobody", "none", "nothing", "neither"))
_PEOPLE = lexicon.words("person_nouns")
_AGREED = (_OPEN | _DECIDED) - {"final", "settled", "such"}
_WRONG = _uses("wrong")
_SILENT = frozenset(("add", "comment", "say"))  # nothing to add
_ASSERTS = frozenset(("assert", "deny", "accuse", "announce", "confirm", "concede", "warn"))
_OPENING = 8  # words of an answer in which its negation stands
_BEGINNING = 200  # characters that hold them
_POLAR = 400  # characters of a claim in which a pole stands
_PIECES = 4  # pieces of a claim that are looked at
_ANAPHORIC = frozenset(("they", "these", "those", "he", "she", "it"))
_REAL = frozenset(("real", "true", "actual", "correct"))
_COUNT = re.compile(r"\b(?:real|true|actual|correct) (?:figure|number|toll|count|total)\b")
_PLACE = re.compile(r"(?:\b(?:in|at|near) (?:the )?(?:[a-z]+ )?)([A-Z]\w+)")
_EARLIER = frozenset(("earlier", "initially", "previously"))
_MOVES = _uses("moves")
WORDS = frozenset(_RELATION) | _VOIDS | _EARLIER | _MOVES | _NEGATIVE | _WRONG | _REAL | _POLES.keys()
_JOINED = _uses("joined")
_CONCEDES = frozenset(("although", "though"))
_AGAINST = frozenset(("but", "although", "though", "while", "yet", "however"))
_ACCUSED = frozenset(("accused", "accuses", "alleged", "blamed", "charged", "suspected"))
_STATES = frozenset(("state", "government", "military"))
_LONGEST = 800  # characters of a claim that are looked at
_DISTANCE = 12  # statements that a relation may look back over
_DEFINITE = frozenset(("the", "this", "that", "these", "those", "such", "his", "her", "their", "its", "all"))
_THINGS = (["this"], ["that"], ["it"])
_PLAIN = frozenset(("it", "this", "that", "them", "so", ""))


def links(reading: Reading, statements: Sequence[Statement], cast: Cast) -> list[Link]:
    """The links between the statements of `reading`."""
    lows = reading.lows
    if len(statements) < 2:
        return []
    words = reading.marked(RELATES)
    web = _Web(reading, statements, cast)
    for at in words:
        low = lows[at]
        if low in _RELATION:
            web.relate(at)
        elif low in _EARLIER:
            web.count_again(at)
        elif low in _MOVES:
            web.count_on(at)
        elif (low in _VOIDS or low in _WRONG) and _may_refute(low, at, lows):
            web.refute(at)
    starts = reading.starts
    web.answer(web.beginning_with(_negations(reading, words), _BEGINNING))
    web.differ(
        web.beginning_with([starts[at] for at in words if lows[at] == "no"], _BEGINNING),
        web.beginning_with([starts[at] for at in words if lows[at] in _REAL], _BEGINNING),
    )
    poles = [at for at in words if lows[at] in _POLES]
    if _are_opposed([lows[at] for at in poles]):
        web.oppose(web.beginning_with([starts[at] for at in poles], _POLAR))
    return sorted(web.found.values(), key=lambda link: (link.source, link.target, link.relation))


def _are_opposed(words: Iterable[str]) -> bool:
    """Whether both poles of anything are among `words`."""
    held = set(map(_POLES.__getitem__, words))
    return any((name, -pole) in held for name, pole in held)


def _negations(reading: Reading, words: Sequence[int]) -> list[int]:
    """Where the words begin that negate, of those at the tokens `words`, and the endings that do."""
    lows, starts, folded = reading.lows, reading.starts, reading.folded
    found = [starts[at] for at in words if lows[at] in _NEGATIVE]
    for ending in ("n't", "N'T"):
        at = folded.find(ending)
        while at >= 0:
            found.append(at)
            at = folded.find(ending, at + 3)
    return found


def _may_refute(low: str, at: int, lows: list[str]) -> bool:
    if low == "such":
        return at > 0 and lows[at - 1] == "no"
    if low == "there":
        return lows[at + 2 : at + 3] == ["no"]
    if low == "nothing":
        return lows[at + 1 : at + 4] == ["to", "do", "with"]
    return True


def denials(reading: Reading, statements: Sequence[Statement], cast: Cast) -> list[Link]:
    """The links by which a statement denies or contradicts another."""
    return [link for link in links(reading, statements, cast) if link.relation in _STRONG]


class _Web:
    """The claims of one text while they are linked."""

    def __init__(self, reading: Reading, statements: Sequence[Statement], cast: Cast) -> None:
        self.reading = reading
        self.statements = statements
        self.cast = cast
        self.found: dict[tuple[str, int, int], Link] = {}
        self._by_source: dict[int, list[Link]] = {}
        self._stems: dict[int, frozenset[str]] = {}
        self._names: dict[int, frozenset[str]] = {}

    @cached_property
    def speakers(self) -> list[set[int]]:
        """Who makes each statement."""
        found: list[set[int]] = [set() for _ in self.statements]
        for speaker in self.cast.speakers:
            if speaker.actor is not None:
                found[speaker.statement].add(speaker.actor)
        return found

    @cached_property
    def sides(self) -> list[set[int]]:
        """Who makes each statement, with their organisations."""
        organisations: dict[int, set[int]] = {}
        for affiliation in self.cast.affiliations:
            if affiliation.organisation is not None:
                organisations.setdefault(affiliation.actor, set()).add(affiliation.organisation)
        return [actors.union(*(organisations.get(actor, ()) for actor in actors)) if organisations else actors for actors in self.speakers]

    @cached_property
    def _extents(self) -> list[Span]:
        return [_extent(statement) for statement in self.statements]

    @cached_property
    def _order(self) -> list[int]:
        return sorted(range(len(self.statements)), key=self._extents.__getitem__)

    @cached_property
    def _begins(self) -> list[int]:
        return [self._extents[index][0] for index in self._order]

    @cached_property
    def _cues(self) -> list[tuple[Span, int]]:
        return sorted((statement.cue, index) for index, statement in enumerate(self.statements) if statement.cue is not None)

    @cached_property
    def _opened(self) -> list[tuple[Span, int]]:
        return sorted((piece, index) for index, statement in enumerate(self.statements) for piece in statement.content[:_PIECES])

    @cached_property
    def _openings(self) -> list[int]:
        return [piece[0] for piece, _ in self._opened]

    @cached_property
    def _pieces(self) -> list[tuple[Span, int]]:
        return sorted((piece, index) for index, statement in enumerate(self.statements) for piece in statement.content)

    def content(self, index: int) -> str:
        """The words of statement `index`."""
        pieces = self.statements[index].content
        if len(pieces) == 1:
            return self.reading.folded[pieces[0][0] : min(pieces[0][1], pieces[0][0] + _LONGEST)]
        return " ".join(self.reading.folded[first : min(stop, first + _LONGEST)] for first, stop in pieces[:_PIECES])

    def stems(self, index: int) -> frozenset[str]:
        """The content words of statement `index`."""
        found = self._stems.get(index)
        if found is None:
            found = self._stems[index] = stems(self.content(index))
        return found

    def _add(self, relation: str, source: int, target: int | None, at: int, rule: str) -> None:
        if target is None or target == source:
            return
        starts, ends = self.reading.starts, self.reading.ends
        first, stop = self._extents[source]
        span = (min(first, starts[at]), max(stop, ends[at]))
        if (relation, source, target) not in self.found:
            link = self.found[relation, source, target] = Link(relation, source, target, span, rule)
            self._by_source.setdefault(source, []).append(link)

    def _denied(self, index: int) -> list[int]:
        """What the statement denies or contradicts, as far as it has been read."""
        return [link.target for link in self._by_source.get(index, ()) if link.relation in _STRONG]

    def _by_cue(self, at: int) -> int | None:
        """The statement whose cue holds the token `at`."""
        offset = self.reading.starts[at]
        last = bisect_right(self._cues, ((offset, len(self.reading.text) + 1), 0))
        for cue, index in reversed(self._cues[max(0, last - 3) : last]):
            if cue[0] <= offset < cue[1]:
                return index
        return None

    def _by_sentence(self, at: int) -> int | None:
        """The last statement before the token `at` whose cue lies in its sentence."""
        first, _ = self.reading.sentences[self.reading.sentence_of(at)]
        begin, offset = self.reading.starts[first], self.reading.starts[at]
        last = bisect_left(self._cues, ((offset, 0), 0))
        return self._cues[last - 1][1] if last and self._cues[last - 1][0][0] >= begin else None

    def relate(self, at: int) -> None:
        """Link the statement that the word `at` belongs to with what the word points at."""
        low = self.reading.lows[at]
        relation = _RELATION[low]
        source = self._by_cue(at)
        if relation == "denies" and at and self.reading.lows[at - 1] == "nor":
            return  # would neither confirm nor deny it
        if relation == "confirms" and not _HINDERS.isdisjoint(self.reading.lows[max(0, at - 4) : at]):
            return  # was not available to confirm
        inside = self._within(at) if source is None and relation == "denies" and low in _ALWAYS_DENY else None
        if inside is not None and not self.statements[inside].negated and self.statements[inside].quotation_type != "narrated_act":
            source = inside  # told AP that the group "categorically denies" it
            after, stop = self._phrase_after(at)
        elif source is None:
            if relation == "contradicts" and (saying := self._says_behind(at)) is not None:
                before = self._before(saying)[-1:]
                if before and self._is_adjacent(before[0], saying) and not self.sides[before[0]] & self.sides[saying]:
                    self._add(relation, saying, before[0], at, "disagrees")  # the doctors disagreed, saying they had seen it
                return
            if not low.endswith("ing") or at == 0 or self.reading.words[at - 1] != ",":
                return
            source = self._by_sentence(at)
            if source is None:
                return
            after, stop = self._phrase_after(at)
        else:
            made = self.statements[source]
            if made.negated or (made.cue is not None and _UNSAID.search(self.reading.folded[slice(*made.cue)])):
                return
            after, stop = made.content[0][0], made.content[-1][1]
            if self.reading.starts[at] > after:
                after, stop = self._phrase_after(at) if low.endswith("ing") else (after, stop)
        if relation == "elaborates":
            self._add(relation, source, self._same_voice_before(source), at, "added")
            return
        if relation == "same_claim":
            self._add(relation, source, self._repeated(source), at, "repeated")
            return
        words = _first_clause(_WORD.findall(self.reading.folded[after : min(stop, after + _LONGEST)].lower())[:40])
        if relation == "denies" and words == ["which"] and (told := self._before(source)[-1:]) and self._is_one_sentence(told[0], source):
            if self.statements[told[0]].speech_act == "accuse" and not self.speakers[told[0]] & self.speakers[source]:
                self._add(relation, source, told[0], at, "which")  # accused him of hiding the dead, which he rejected
            return
        if low in _BRANDS or (relation == "denies" and low not in _ALWAYS_DENY):
            words = _branded(words) if low in _BRANDS else _branded(words) or words
        if (low in _BRANDS or low in _UPHOLDS or (relation == "denies" and low not in _ALWAYS_DENY)) and not (
            self._is_report(words) or words in _THINGS
        ):
            return
        targets, rule = self._pointed_at(source, relation, after, stop, words)
        for target in map(self._substance, targets):
            if relation == "echoes" and rule == "same_matter":
                continue
            if relation == "confirms" and rule != "their_words" and self._is_negative(source) != self._is_negative(target):
                continue
            self._add(relation, source, target, at, rule)
        if relation == "echoes" and targets and any(word in _DENIALS for word in words):
            denied = self._denied_by(targets[0], source)
            self._add("denies", source, denied, at, "echoed_denial")

    def _substance(self, target: int) -> int:
        """The claim itself, where `target` only tells to whom it was made or whom it cites: "told the newspaper on Friday"."""
        made = self.statements[target]
        if made.quotation_type != "narrated_act" or made.speech_act != "assert" or made.cue is None:
            return target
        earlier = self._before(target)[-1:]
        begin = self.reading.sentence_of(self.reading.token_at(made.cue[0]))
        if earlier and self.reading.sentence_of(self.reading.token_at(self._extents[earlier[0]][0])) == begin:
            return earlier[0]
        return target

    def _within(self, at: int) -> int | None:
        """The statement whose content holds the token `at`, in its first words."""
        offset = self.reading.starts[at]
        last = bisect_right(self._pieces, ((offset, len(self.reading.text) + 1), 0))
        for (first, stop), index in reversed(self._pieces[max(0, last - 2) : last]):
            if first <= offset < min(stop, first + 60):
                return index
        return None

    def _says_behind(self, at: int) -> int | None:
        """The statement by the subject of the verb `at` that begins right behind it."""
        begin = self.reading.starts[at]
        number = bisect_left(self._cues, ((begin, 0), 0))
        for cue, index in self._cues[number : number + 1]:
            source = self.statements[index].source
            if source is not None and source[1] <= begin and cue[0] < begin + 30:
                return index
        return None

    def _is_negative(self, index: int) -> bool:
        return not _NEGATIVE.isdisjoint(_WORD.findall(self.content(index).lower()[:120])[:10])

    def _existential(self, source: int, at: int) -> None:
        """As in "There was no coup plot" after somebody spoke of a coup plot."""
        wanted = self.stems(source) - DEATHS
        if not 2 <= len(wanted) <= 8:
            return
        for index in reversed(self._before(source)[-4:]):
            if self.sides[index] & self.sides[source]:
                continue
            if len(wanted & self.stems(index)) >= 2 and len(wanted & self.stems(index)) * 3 >= 2 * len(wanted):
                self._add("contradicts", source, index, at, "there_is_no")
                return

    def _counted(self, at: int) -> int | None:
        """The statement with a count that the word at `at` belongs to: that of its cue, else the first of its sentence."""
        index = self._by_cue(at)
        if index is None:
            return next((index for index in self._in_sentence(at) if self._counts(index)), None)
        return index if self._counts(index) else None

    def count_again(self, at: int) -> None:
        """As in "Officials had earlier said nine people died": the figure told before it in the text updates theirs."""
        old = self._counted(at)
        if old is None:
            return
        begin = self.reading.starts[at]
        newer = [index for index in self._before(old)[-3:] if self._counts(index) and self._extents[index][1] <= begin]
        places = [set(_PLACE.findall(self.content(index))) for index in (newer[-1], old)] if newer else []
        if places and all(places) and not places[0] & places[1]:
            return  # nine in one town, three in another
        if newer and self.stems(newer[-1]) & self.stems(old) - DEATHS and numbers(self.content(newer[-1])) != numbers(self.content(old)):
            self._add("updates", newer[-1], old, at, "earlier_toll")

    def count_on(self, at: int) -> None:
        """As in "The ministry later put the number of dead at seven": the figure that it told before is updated."""
        newer = self._counted(at)
        if newer is None:
            return
        for index in reversed(self._before(newer)[-4:]):
            if self._counts(index) and self.sides[index] & self.sides[newer]:
                if numbers(self.content(index)) != numbers(self.content(newer)) and self.stems(index) & self.stems(newer) & DEATHS:
                    self._add("updates", newer, index, at, "later_toll")
                return

    def _in_sentence(self, at: int) -> list[int]:
        first, stop = self.reading.sentences[self.reading.sentence_of(at)]
        begin, end = self.reading.starts[first], self.reading.ends[stop - 1]
        number = bisect_left(self._begins, begin)
        return [index for index in self._order[number : number + _DISTANCE] if self._extents[index][1] <= end]

    def _counts(self, index: int) -> bool:
        return NUMBER.search(self.content(index).lower()) is not None and not DEATHS.isdisjoint(self.stems(index))

    def _phrase_after(self, at: int) -> tuple[int, int]:
        _first, stop = self.reading.sentences[self.reading.sentence_of(at)]
        end = at + 1
        while end < min(stop, at + 25) and self.reading.words[end] not in (".", ";", ","):
            end += 1
        return self.reading.ends[at], self.reading.ends[end - 1]

    def _is_report(self, words: Sequence[str]) -> bool:
        return any(word in _REPORTS or word in _ACCUSATIONS for word in words[:6])

    def _pointed_at(self, source: int, relation: str, after: int, stop: int, words: Sequence[str]) -> tuple[list[int], str]:
        """The statements that the phrase behind a relating word points at, and how."""
        if relation == "corrects":
            # One corrects what one has said oneself.
            wanted = stems(" ".join(words))
            own = [index for index in self._before(source) if self.sides[index] & self.sides[source] and wanted & self.stems(index)]
            return own[-1:], "own_words"
        before = [index for index in self._before(source) if not (self.speakers[index] & self.speakers[source])]
        head = words[:6]
        named = self._actors_in(after, stop)
        own = [index for index in before if self.speakers[index] & named]
        noun = next((word for word in head if word in _REPORTS or word in _ACCUSATIONS or word in _DENIALS), "")
        if noun or words[:1] == ["what"]:
            theirs = own or self._described(before, words)
            if relation == "denies" and noun in _ACCUSATIONS:
                accusing = [index for index in (theirs or before) if self.statements[index].speech_act == "accuse"]
                theirs = accusing or theirs
            if theirs and noun in _DENIALS:
                return [self._denial_of(theirs)], "their_words"
            if theirs:
                target = self._closest(theirs, stems(" ".join(words)) - {"what"})
                spelt = words[words.index("that") + 1 :] if noun and "that" in words[1:8] else []
                return ([target] if not spelt or stems(" ".join(spelt)) & self.stems(target) else []), "their_words"
            if noun in _PARTS and relation == "denies":
                implicating = [index for index in before[-3:] if self._implicates(index, source) and not self._is_answer(index)]
                if implicating:
                    return implicating[-1:], "no_part"
            anaphoric = words[0] in _DEFINITE or (len(words) < 4 and words[0] in ("a", "an"))
            if noun in words[:3] and len(words) <= 4 and anaphoric and before and relation != "echoes":
                target = before[-1]
                denied = [
                    index
                    for index in before
                    if self.statements[index].speech_act == "deny" and self._is_report(_words(self.content(index)))
                ]
                if denied:
                    again = [answered for index in denied for answered in self._denied(index)]
                    return again[-1:], "the_report"
                if noun in _ACCUSATIONS and self._is_accused_before(source, target):
                    return [], ""
                if self._is_adjacent(target, source) and not self._is_answer(target):
                    return [target], "the_report"
        if relation == "echoes":
            said = any(word in _ECHOED or word in _REPORTS for word in head)
            if own and (said or (len(words) <= 3 and "'" not in self.reading.folded[after:stop])):
                return [own[-1]], "their_words"
            if words in (["him"], ["her"], ["them"]) and before and self._is_adjacent(before[-1], source):
                return [before[-1]], "their_words"
            somebody = said or (words[-1:] and words[-1] in _PEOPLE)  # echoed the aid chief
            resumed = somebody and bool(before) and words[0] in _DEFINITE and len(words) <= 4 and self._is_adjacent(before[-1], source)
            return ([before[-1]], "the_report") if resumed else ([], "")
        if relation == "contradicts" and len(words) <= 4:
            theirs = own or self._described(before, words)
            if theirs:
                return [theirs[-1]], "their_words"
            if words[:1] in (["the"], ["him"], ["her"], ["them"]) and before and self._is_adjacent(before[-1], source):
                return [before[-1]], "their_words"
        if (
            len(words) <= 1
            and " ".join(words) in _PLAIN
            and before
            and self._is_adjacent(before[-1], source)
            and not self._is_answer(before[-1])
        ):
            return [before[-1]], "the_report"
        wanted = stems(" ".join(words))
        best: tuple[int, int] | None = None
        for index in before:
            shared = len(wanted & self.stems(index))
            accused = self.statements[index].speech_act == "accuse"
            enough = shared >= 2 and (shared * 5 >= 2 * len(wanted) or shared >= 4 or (accused and shared * 3 >= len(wanted)))
            if enough and relation == "denies" and not accused and not (shared >= 3 and shared * 5 >= 3 * len(wanted)):
                enough = self._implicates(index, source)
            if enough and (best is None or shared >= best[0]) and (wanted & self.stems(index)) - self._name_stems(index):
                best = (shared, index)
        if best is None and relation == "denies" and before and self._is_adjacent(before[-1], source):
            claimed = _words(self.reading.text[slice(*self._extents[before[-1]])][:200])
            if not _OPEN.isdisjoint(words[:5]) and not _DECIDED.isdisjoint(claimed) and not self._is_answer(before[-1]):
                return [before[-1]], "answers"  # denied that a deal had been struck
        if best is None and relation == "denies" and 0 < len(wanted) <= 3:
            for index in reversed(before[-2:]):
                # denied that mortars were used, after one sentence on another matter
                common = (wanted & self.stems(index)) - self._name_stems(index)
                if common and self._implicates(index, source) and not self._is_answer(index):
                    return [index], "answers"
        if best is None and before and self._is_adjacent(before[-1], source) and relation in ("denies", "confirms"):
            # The claim just before speaks of the side that answers it, and shares what happened.
            common = (wanted & self.stems(before[-1])) - self._name_stems(before[-1])
            told = relation == "denies" and self._in_paragraph(before[-1], source) and not self._is_answer(before[-1])
            if (told or (common and len(common) * 3 >= len(wanted))) and self._implicates(before[-1], source):
                return [before[-1]], "answers"
        if best is not None:
            return [best[1]], "same_matter"
        if noun in _ACCUSATIONS and relation == "denies":
            accusing = [index for index in before if self.statements[index].speech_act == "accuse"]
            if accusing:
                return [accusing[-1]], "the_accusation"
        if relation == "denies" and (behind := self._told_after(source)) is not None:
            return [behind], "told_after"
        if relation == "denies" and noun:
            told_later = self._told_later(source)
            if told_later is not None:
                return [told_later], "told_later"
        return [], ""

    def _is_accused_before(self, source: int, target: int) -> bool:
        """As in "Rwanda, accused of arming the rebels, rejects the allegation": its own sentence, not `target`, tells what it is."""
        cue = self.statements[source].cue
        if cue is None:
            return False
        at = self.reading.token_at(cue[0])
        first, _ = self.reading.sentences[self.reading.sentence_of(at)]
        begins_before = self._extents[target][0] < self.reading.starts[first]
        return begins_before and not _ACCUSED.isdisjoint(self.reading.lows[max(first, at - 40) : at])

    def _told_after(self, source: int) -> int | None:
        """What a denial answers, told in its own sentence: Kenya denied arming the tribes, a day after Chad said it had found rifles."""
        number = bisect_right(self._begins, self._extents[source][0])
        for index in self._order[number : number + 2]:
            first, stop = self._extents[source][0], self._extents[index][0]
            between = _words(self.reading.folded[first : min(stop, first + _LONGEST)])
            if "after" in between[-12:] and self._is_one_sentence(index, source) and not self.sides[index] & self.sides[source]:
                return index
        return None

    def _told_later(self, source: int) -> int | None:
        """What a denial answers, told behind it: "Kyiv rejected the claims. Moscow had accused it of ..."."""
        number = bisect_right(self._begins, self._extents[source][0])
        for index in self._order[number : number + 2]:
            made = self.statements[index]
            if (
                made.cue is None
                or "had " not in self.reading.folded[slice(*made.cue)] + " "
                or self.speakers[index] & self.speakers[source]
            ):
                continue
            if (made.speech_act == "accuse" or len(self.stems(index) & self.stems(source)) >= 2) and self._implicates(index, source):
                return index
        return None

    def _before(self, source: int) -> list[int]:
        """The statements that begin before `source`, in order of the text, the nearest ones."""
        number = bisect_left(self._begins, self._extents[source][0])
        return [index for index in self._order[max(0, number - _DISTANCE) : number] if index != source]

    def _implicates(self, target: int, source: int) -> bool:
        """Whether the statement `target` speaks of the side that makes `source`."""
        spoken_of = self._actors_in(*self._extents[target]) - self.speakers[target]
        if spoken_of & (self.sides[source] | self._actors_in(*self._extents[source])):
            return True
        if any(self._is_of_state(actor, source) for actor in spoken_of):
            return True
        made = self.statements[source].source
        return made is not None and bool(stems(self.reading.folded[slice(*made)].removeprefix("The ")) & self.stems(target))

    def _is_about(self, target: int, source: int) -> bool:
        """Whether the first that the statement `target` speaks of is the side that makes `source`."""
        first, stop = self.statements[target].content[0]
        mine = self.statements[target].source
        if self.statements[target].quotation_type == "narrated_act" and mine is not None:
            first, stop = mine
        actor = next((actor for _, actor in mentions_in(self.cast, first, min(stop, first + 12))), None)
        return actor is not None and (actor in self.sides[source] or self._is_of_state(actor, source))

    def _is_opposed(self, target: int, source: int, *, conceded: bool) -> bool:
        """Whether one sentence sets `source` against `target`: A left, they said, but B said that no decision had been made.

        Where it is `conceded`, only "although" does: A was freed for a ransom, they said, although B said that no money was paid.
        """
        first, stop = self._extents[target][1], self._extents[source][0]
        between = _words(self.reading.folded[first:stop]) if first <= stop < first + 60 else []
        return not (_CONCEDES if conceded else _AGAINST).isdisjoint(between) and "." not in self.reading.text[first:stop]

    def _is_of_state(self, actor: int, source: int) -> bool:
        actors = self.cast.actors
        country = actors[actor].country if actors[actor].kind in _STATES else None
        return country is not None and any(actors[one].country == country and actors[one].kind in _STATES for one in self.sides[source])

    def _name_stems(self, index: int) -> frozenset[str]:
        """The stems of the names in the statement: sharing a name is not sharing a matter."""
        if index in self._names:
            return self._names[index]
        first, stop = self._extents[index]
        found: set[str] = set()
        for span, _ in mentions_in(self.cast, first, min(stop, first + _LONGEST)):
            found |= name_stems(self.reading.folded[slice(*span)])
        self._names[index] = frozenset(found)
        return self._names[index]

    def _denial_of(self, own: Sequence[int]) -> int:
        """Of what somebody said, the denial: what denies, else what follows a denial first, else the last."""
        said = [index for index in own if self.statements[index].quotation_type != "narrated_act"] or list(own)
        first = self._begins.index(self._extents[said[0]][0])
        denying = [index for index in self._order[max(0, first - _DISTANCE) : first + _DISTANCE] if self._denied(index)]
        for index in said:
            if index in denying or self.statements[index].speech_act == "deny":
                return index
        after = [index for index in said if any(self._extents[source] < self._extents[index] for source in denying)]
        return after[0] if after else said[-1]

    def _is_answer(self, index: int) -> bool:
        """Whether the statement itself denies, or goes on after a denial by the same voice: what is denied next is not what it says."""
        if self.statements[index].speech_act == "deny" or self._denied(index):
            return True
        return any(
            self.statements[other].speech_act == "deny" and self.sides[other] & self.sides[index] and other != index
            for other in self._before(index)[-3:]
        )

    def _is_adjacent(self, target: int, source: int) -> bool:
        sentence_of, token_at = self.reading.sentence_of, self.reading.token_at
        return sentence_of(token_at(self._extents[source][0])) - sentence_of(token_at(max(0, self._extents[target][1] - 1))) <= 1

    def _is_accusation(self, target: int, source: int) -> bool:
        """Whether `target`, told right before, accuses those who make `source`."""
        if self.statements[target].speech_act != "accuse" or self.sides[target] & self.sides[source]:
            return False
        return self._is_adjacent(target, source) and self._implicates(target, source)

    def _is_one_sentence(self, target: int, source: int) -> bool:
        sentence_of, token_at = self.reading.sentence_of, self.reading.token_at
        return sentence_of(token_at(self._extents[target][0])) == sentence_of(token_at(self._extents[source][0]))

    def _in_paragraph(self, target: int, source: int) -> bool:
        first, stop = self._extents[target][1], self._extents[source][0]
        return first <= stop < first + _LONGEST and "\n\n" not in self.reading.text[first:stop]

    def _closest(self, candidates: Sequence[int], wanted: frozenset[str]) -> int:
        return max(candidates, key=lambda index: (len(wanted & self.stems(index)), index))

    def _actors_in(self, first: int, stop: int) -> set[int]:
        return {actor for _, actor in mentions_in(self.cast, first, min(stop, first + _LONGEST))}

    def _described(self, before: Sequence[int], words: Sequence[str]) -> list[int]:
        """Statements by "the sources", "the officials", "the employees": the source's own noun taken up again."""
        found = []
        plain = [word[:-2] if word.endswith("'s") else word.rstrip("'") for word in words[:8]]
        for index in before:
            source = self.statements[index].source
            if source is None:
                continue
            nouns = _WORD.findall(self.reading.folded[source[0] : source[1]].lower())
            if any(noun in plain for noun in nouns if noun not in FUNCTION and len(noun) > 3):
                found.append(index)
        return found

    def _same_voice_before(self, source: int) -> int | None:
        before = self._before(source)
        if not before or not self.speakers[source]:
            return None
        last = before[-1]
        return last if self.speakers[last] == self.speakers[source] else None

    def _repeated(self, source: int) -> int | None:
        wanted = self.stems(source)
        if len(wanted) < 3:
            return None
        for index in reversed(self._before(source)):
            if self.sides[index] & self.sides[source] and len(wanted & self.stems(index)) * 10 >= 6 * len(wanted):
                return index
        return None

    def _denied_by(self, echoed: int, source: int) -> int | None:
        """What the echoed speaker denied: the target of the last denial before the echo."""
        earlier = [index for index in self._before(source) if self._denied(index)]
        own = [index for index in earlier if self.speakers[index] & self.speakers[echoed]]
        chosen = own or earlier
        return self._denied(chosen[-1])[-1] if chosen else None

    def beginning_with(self, offsets: Iterable[int], reach: int) -> frozenset[int]:
        """The statements in which one of `offsets` lies, in the first `reach` characters of a piece of what is said."""
        found: set[int] = set()
        for offset in offsets:
            first, stop = bisect_right(self._openings, offset - reach), bisect_right(self._openings, offset)
            found.update([index for (_, end), index in self._opened[first:stop] if offset < end])
        return frozenset(found)

    def answer(self, negated: Iterable[int]) -> None:
        """As in "We never asked for a toll" after somebody said that they had asked for one: what is said is answered with a no."""
        for source in sorted(negated, key=self._extents.__getitem__):
            made = self.statements[source]
            if made.negated or made.quotation_type == "narrated_act" or self._denied(source):
                continue
            words = _words(self.content(source)[:_BEGINNING])
            no = next((number for number, word in enumerate(words[: 3 * _OPENING]) if word in _NEGATIVE or word.endswith("n't")), -1)
            if no >= 0 and _SILENT.isdisjoint(words[no + 1 : no + 4]):
                self._answer(source, words, no, self.reading.token_at(made.content[0][0]))

    def _answer(self, source: int, words: Sequence[str], no: int, at: int) -> None:
        denied = words[no + 1 : no + 6]
        asserts = self.statements[source].speech_act in _ASSERTS
        if no >= _OPENING:  # a no far behind answers only an accusation
            for target in self._before(source)[-1:]:
                if asserts and self._is_accusation(target, source):
                    self._add("contradicts", source, target, at, "answered_no")
            return
        before = self._before(source)
        settles = not _OPEN.isdisjoint(denied)
        if before and self._is_adjacent(before[-1], source) and (settles or self.sides[before[-1]] & self.sides[source]):
            for target in self._denied(before[-1]):
                told = _words(self.reading.folded[slice(*self._extents[target])][:200])
                own = self.sides[before[-1]] & self.sides[source] or not _AGREED.isdisjoint(told)
                if (settles and own) or stems(" ".join(words[:24])) & (self.stems(target) | self.stems(before[-1])):
                    self._add("denies", source, target, at, "goes_on")  # denied this. "Not a name has changed," he said
                return
        for target in reversed(before[-3:]):
            made = self.statements[target]
            if made.speech_act == "ask" or self.sides[target] & self.sides[source]:
                continue
            adjacent = asserts and self._is_adjacent(target, source)
            gone = adjacent and words[no] == "no" and made.speech_act in _ASSERTS
            untold = adjacent and "any" in denied and words[-1:] == ["any"]
            contrary = asserts and self._is_opposed(target, source, conceded=False)
            accused = asserts and self._is_accusation(target, source)
            about, conceded = self._is_about(target, source), self._is_opposed(target, source, conceded=True)
            if not (about or settles or conceded or "such" in denied or gone or untold or contrary or accused):
                continue
            if self._is_negative(target):
                continue
            wanted = stems(" ".join(words[:24]))
            shared = (wanted & self.stems(target)) - self._name_stems(target) - self._name_stems(source)
            # A said that the list was long; B said that no list had been signed.
            gone = gone and not shared.isdisjoint(stems(" ".join(denied[:3])))
            # Kenya has signed, A said, but B said nobody had signed; three flew by, A said. B said he had never been told of any.
            gone = gone or (contrary and bool(shared)) or untold
            such = "such" in denied and bool(shared)
            undecided = settles and not _DECIDED.isdisjoint(_words(self.reading.folded[slice(*self._extents[target])][:200]))
            opposed = conceded or (undecided and self._is_opposed(target, source, conceded=False))
            if gone or accused or such or opposed or (undecided and shared) or (about and (undecided or len(shared) * 3 >= len(wanted))):
                self._add("contradicts", source, target, at, "answered_no")
                return

    def differ(self, absent: frozenset[int], counted: frozenset[int]) -> None:
        """As in "He had received no offer"; "An offer had been made"; and as in "the real figure was above thirty".

        `absent`, `counted`: the statements by which something is not there, and those that call a count real.
        """
        if not absent and not counted:
            return
        target = latest = begin = -1
        for source in self._order:
            if self._extents[source][0] > begin:
                target, begin = latest, self._extents[source][0]  # the nearest that begins before
            latest = source
            if target < 0 or not (target in absent or source in counted):
                continue
            made = self.statements[source]
            if made.speech_act not in _ASSERTS or made.negated or not self.sides[source]:
                continue
            if self.sides[target] & self.sides[source] or not self._is_adjacent(target, source):
                continue
            if self.statements[target].speech_act not in _ASSERTS or self.found.keys() & {
                (relation, source, target) for relation in _STRONG
            }:
                continue
            words, told = _words(self.content(source)[:_BEGINNING]), _words(self.content(target)[:_BEGINNING])
            no = next((number for number, word in enumerate(told[:_OPENING]) if word == "no"), -1)
            if no >= 0 and _NEGATIVE.isdisjoint(words):
                if stems(" ".join(told[no + 1 : no + 3])) & self.stems(source) - self._name_stems(source):
                    self._add("contradicts", source, target, self.reading.token_at(made.content[0][0]), "affirmed")
            elif _COUNT.search(" ".join(words)) and self._counts(target):
                mine = numbers(self.content(source))
                if mine and mine.isdisjoint(numbers(self.content(target))):
                    self._add("contradicts", source, target, self.reading.token_at(made.content[0][0]), "other_count")

    def oppose(self, polar: frozenset[int]) -> None:
        """As in "The airspace is open" after the other side said that it had been closed: both cannot be true of what they share.

        `polar`: the statements with a word that is a pole of anything.
        """
        poles: dict[int, frozenset[tuple[str, int]]] = {}
        for source in self._order:
            made = self.statements[source]
            if made.speech_act not in _ASSERTS or made.negated or source not in polar:
                continue
            words = _words(self.content(source)[:_POLAR])
            poles[source] = frozenset(_POLES[word] for word in words if word in _POLES)
            if not poles[source] or not _NEGATIVE.isdisjoint(words) or not self.sides[source]:
                continue
            for target in reversed(self._before(source)[-3:]):
                if target not in poles or self.sides[target] & self.sides[source]:
                    continue
                against = {name for name, pole in poles[source] if (name, -pole) in poles[target]}
                if not against or not self._is_answered_by(target, source) or self._is_negative(target):
                    continue
                shared = (self.stems(source) & self.stems(target)) - self._name_stems(source) - self._name_stems(target)
                if shared or next((word for word in words if word != "that"), "") in _ANAPHORIC:
                    self._add("contradicts", source, target, self.reading.token_at(made.content[0][0]), "opposite")
                break

    def _is_answered_by(self, target: int, source: int) -> bool:
        """Whether `source` follows `target`, with nothing but words of their own sides between them."""
        between = self._before(source)
        between = between[between.index(target) + 1 :]
        sentence_of, token_at = self.reading.sentence_of, self.reading.token_at
        far = sentence_of(token_at(self._extents[source][0])) - sentence_of(token_at(max(0, self._extents[target][1] - 1)))
        voices = self.sides[source] | self.sides[target]
        return far <= 1 + len(between) and all(self.sides[one] & voices for one in between)

    def refute(self, at: int) -> None:
        """As in "These are lies", "there is no such agreement": the claim before is denied."""
        offset = self.reading.starts[at]
        last = bisect_right(self._pieces, ((offset, len(self.reading.text) + 1), 0))
        source = next(
            (
                index
                for (first, stop), index in reversed(self._pieces[max(0, last - 4) : last])
                if first <= offset < stop and stop - first < 200
            ),
            None,
        )
        if source is None:
            return
        first, _ = self.reading.sentences[self.reading.sentence_of(at)]
        if at - first > 30:
            return
        first = max(first, self.reading.token_at(self.statements[source].content[0][0]))
        words = self.reading.lows[first : at + 1]
        if self.reading.lows[at] == "nothing":
            if self.reading.lows[at + 1 : at + 4] != ["to", "do", "with"]:
                return
            accusing = [index for index in self._before(source) if self.statements[index].speech_act == "accuse"]
            accusing = [index for index in accusing if self._actors_in(*self._extents[index]) & self.sides[source]]
            if accusing and not self.sides[accusing[-1]] & self.speakers[source]:
                self._add("denies", source, accusing[-1], at, "nothing_to_do_with")
            return
        if self.reading.lows[at] == "there":
            if self.reading.lows[at + 1 : at + 3] in (["is", "no"], ["was", "no"], ["were", "no"], ["are", "no"], ["'s", "no"]):
                self._existential(source, at)
            return
        if self.reading.lows[at] != "such":
            opening = [word for word in words if word not in ('"', "'")]
            copulas = ("is", "are", "was", "were", "'s")
            if not any(word in copulas for word in words[-5:-1]) or len(opening) > 14 or "not" in words[-4:]:
                return
            if words[-1] in _WRONG and len(opening) <= 6:
                earlier = self._before(source)[-1:]
                if earlier and self._is_adjacent(earlier[0], source) and not self.sides[earlier[0]] & self.sides[source]:
                    named = self._actors_in(*self.statements[source].content[0]) & self.sides[earlier[0]]
                    if named or self._described(earlier, opening) or opening[0] in ("they", "he", "she", "it"):
                        self._add("denies", source, earlier[0], at, "called_wrong")
                return
            if opening[0] not in ("this", "these", "that", "it", "what", "the", "those", "all"):
                return
            if opening[0] == "the" and not self._is_report(opening[:5]):
                return
        begin, stop = self.statements[source].content[0]
        named = self._actors_in(begin, stop)
        before = [index for index in self._before(source) if not (self.speakers[index] & self.speakers[source])]
        own = [index for index in before if self.speakers[index] & named] or (self._described(before, words) if "what" in words[:3] else [])
        if own:
            self._add("denies", source, own[-1], at, "called_untrue")
        elif before and self._is_adjacent(before[-1], source) and not (self.sides[before[-1]] & self.sides[source]):
            target = before[-1]
            if not self._denied(target) and self.statements[target].speech_act != "deny":
                self._add("denies", source, target, at, "called_untrue")
        else:
            # The denier's own side has just denied it: what they denied.
            for index in reversed(self._before(source)[-3:]):
                denied = self._denied(index) if self.sides[index] & self.sides[source] else []
                if denied:
                    self._add("denies", source, denied[-1], at, "called_untrue")
                    break


def _branded(words: list[str]) -> list[str]:
    """What is called untrue: the words up to the one that calls it so; none if no word does."""
    found = next((words[:number] for number, word in enumerate(words[:14]) if word in _VOID), [])
    while found and found[-1] in ("as", "a", "an", "pure", "complete", "total", "utter", "sheer"):
        found.pop()
    return found


def _words(folded: str) -> list[str]:
    """The words of the text `folded` in order, in lower case."""
    return _WORD.findall(lower(folded))


def _first_clause(words: list[str]) -> list[str]:
    """`words` up to where a further verb of speech is joined: "attacking the post and accused the army"; "it at the time" is it."""
    if words[:1] in _THINGS and words[1:2] and words[1] in ("at", "on", "in", "last", "later", "earlier", "immediately", "outright"):
        return words[:1]
    for number, word in enumerate(words[:-1]):
        if word == "and" and words[number + 1] in _JOINED:
            return words[:number]
    return words


def _extent(statement: Statement) -> Span:
    first, stop = statement.content[0][0], statement.content[-1][1]
    cue, source = statement.cue or statement.content[0], statement.source or statement.content[0]
    return min(first, cue[0], source[0]), max(stop, cue[1], source[1])
