"""The web: the statements of one text, how they stand to one another, and the links between them that have been found.

Belongs here: who makes a statement, where it stands, which words it has and whom it speaks of, as whatever links statements asks it.
Does not belong here: what links two of them (`claim`, `pointed`, `refuting`, `answering`, `counting`).
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from transforms.text.actors.cast import Cast, mentions_in
from transforms.text.links.stem import FUNCTION, name_stems, stems
from transforms.text.links.word import CLAIMLESS, NEGATIVE, SETS, words_of
from transforms.text.reading import Reading
from transforms.text.statements.statement import Span, Statement

LONGEST = 800  # characters of a claim that are looked at
PIECES = 4  # pieces of a claim that are looked at
_DISTANCE = 12  # statements that a relation may look back over
_STATES = frozenset(("state", "government", "military"))
_LAND_OF = re.compile(rf"(?<![\w-])([\w-]+)'s (?:[\w-]+ ){{0,2}}(?:{'|'.join(sorted(SETS['land']))})\b")  # Sudan's western region
_OWN = frozenset(("it", "its", "they", "their", "he", "his", "she", "her", "we", "our", "i", "my"))
DENYING = frozenset(("denies", "contradicts"))


class Link(NamedTuple):
    """A relation from one statement to another."""

    relation: str  # denies, contradicts, echoes, confirms, elaborates, same_claim, updates, supersedes, corrects
    source: int  # index of the statement that relates
    target: int  # index of the statement it relates to
    span: Span  # evidence
    rule: str


class Web:
    """The statements of one text while they are linked; each is known by its index."""

    def __init__(self, reading: Reading, statements: Sequence[Statement], cast: Cast) -> None:
        self.reading = reading
        self.statements = statements
        self.cast = cast
        self.found: dict[tuple[str, int, int], Link] = {}
        self._by_source: dict[int, list[Link]] = {}
        self._stems: dict[int, frozenset[str]] = {}
        self._names: dict[int, frozenset[str]] = {}

    # The links.

    def add(self, relation: str, source: int, target: int | None, at: int, rule: str) -> None:
        """Link `source` with `target` by the word `at`; nothing if there is no target, or the link is there."""
        if target is None or target == source or (relation, source, target) in self.found:
            return
        first, stop = self.extents[source]
        span = (min(first, self.reading.starts[at]), max(stop, self.reading.ends[at]))
        link = self.found[relation, source, target] = Link(relation, source, target, span, rule)
        self._by_source.setdefault(source, []).append(link)

    def is_added(self, index: int) -> bool:
        """Whether the statement only adds to one before it."""
        return any(link.relation == "elaborates" for link in self._by_source.get(index, ()))

    def denied(self, index: int) -> list[int]:
        """What the statement denies or contradicts, as far as it has been read."""
        return [link.target for link in self._by_source.get(index, ()) if link.relation in DENYING]

    # Where the statements stand.

    @cached_property
    def extents(self) -> list[Span]:
        """The characters of each statement, from the first to the last of its words, its cue and its source."""
        return [_extent(statement) for statement in self.statements]

    @cached_property
    def order(self) -> list[int]:
        """The statements as they stand in the text."""
        return sorted(range(len(self.statements)), key=self.extents.__getitem__)

    @cached_property
    def _begins(self) -> list[int]:
        return [self.extents[index][0] for index in self.order]

    @cached_property
    def _cues(self) -> list[tuple[Span, int]]:
        return sorted((statement.cue, index) for index, statement in enumerate(self.statements) if statement.cue is not None)

    @cached_property
    def _pieces(self) -> list[tuple[Span, int]]:
        return sorted((piece, index) for index, statement in enumerate(self.statements) for piece in statement.content)

    @cached_property
    def _opened(self) -> list[tuple[Span, int]]:
        return sorted((piece, index) for index, statement in enumerate(self.statements) for piece in statement.content[:PIECES])

    @cached_property
    def _openings(self) -> list[int]:
        return [piece[0] for piece, _ in self._opened]

    def begin(self, index: int) -> int:
        """The token at which what is said begins."""
        return self.reading.token_at(self.statements[index].content[0][0])

    def before(self, source: int) -> list[int]:
        """The statements that begin before `source`, in order of the text, the nearest ones."""
        number = bisect_left(self._begins, self.extents[source][0])
        return [index for index in self.order[max(0, number - _DISTANCE) : number] if index != source]

    def behind(self, source: int) -> list[int]:
        """The two statements that begin behind the beginning of `source`."""
        number = bisect_right(self._begins, self.extents[source][0])
        return self.order[number : number + 2]

    def around(self, index: int) -> list[int]:
        """The statements about `index`, in order of the text."""
        number = self._begins.index(self.extents[index][0])
        return self.order[max(0, number - _DISTANCE) : number + _DISTANCE]

    def by_cue(self, at: int) -> int | None:
        """The statement whose cue holds the token `at`."""
        offset = self.reading.starts[at]
        last = bisect_right(self._cues, ((offset, len(self.reading.text) + 1), 0))
        for cue, index in reversed(self._cues[max(0, last - 3) : last]):
            if cue[0] <= offset < cue[1]:
                return index
        return None

    def by_cue_before(self, at: int) -> int | None:
        """The last statement before the token `at` whose cue lies in its sentence."""
        first, _ = self.reading.sentences[self.reading.sentence_of(at)]
        last = bisect_left(self._cues, ((self.reading.starts[at], 0), 0))
        return self._cues[last - 1][1] if last and self._cues[last - 1][0][0] >= self.reading.starts[first] else None

    def by_cue_behind(self, at: int) -> int | None:
        """The statement by the subject of the verb `at` that begins right behind it: disagreed, saying ..."""
        begin = self.reading.starts[at]
        number = bisect_left(self._cues, ((begin, 0), 0))
        for cue, index in self._cues[number : number + 1]:
            source = self.statements[index].source
            if source is not None and source[1] <= begin and cue[0] < begin + 30:
                return index
        return None

    def holding(self, at: int) -> Iterator[tuple[Span, int]]:
        """The pieces of what is said that hold the token `at`, each with its statement, the nearest first."""
        offset = self.reading.starts[at]
        last = bisect_right(self._pieces, ((offset, len(self.reading.text) + 1), 0))
        for (first, stop), index in reversed(self._pieces[max(0, last - PIECES) : last]):
            if first <= offset < stop:
                yield (first, stop), index

    def beginning_with(self, offsets: Iterable[int], reach: int) -> frozenset[int]:
        """The statements in which one of `offsets` lies, in the first `reach` characters of a piece of what is said."""
        found: set[int] = set()
        for offset in offsets:
            first, stop = bisect_right(self._openings, offset - reach), bisect_right(self._openings, offset)
            found.update([index for (_, end), index in self._opened[first:stop] if offset < end])
        return frozenset(found)

    def in_sentence(self, at: int) -> list[int]:
        """The statements that lie in the sentence of the token `at`."""
        first, stop = self.reading.sentences[self.reading.sentence_of(at)]
        end = self.reading.ends[stop - 1]
        number = bisect_left(self._begins, self.reading.starts[first])
        return [index for index in self.order[number : number + _DISTANCE] if self.extents[index][1] <= end]

    def sentence_of(self, offset: int) -> int:
        """The sentence in which a character lies."""
        return self.reading.sentence_of(self.reading.token_at(offset))

    def sentences_between(self, target: int, source: int) -> int:
        """How many sentences behind the end of `target` the statement `source` begins."""
        return self.sentence_of(self.extents[source][0]) - self.sentence_of(max(0, self.extents[target][1] - 1))

    def is_adjacent(self, target: int, source: int) -> bool:
        """Whether `source` begins in the sentence in which `target` ends, or in the next."""
        return self.sentences_between(target, source) <= 1

    def is_next(self, target: int, source: int) -> bool:
        """Whether `source` follows `target`, with nothing between them but what claims nothing: an appeal, a refusal to comment."""
        before = self.before(source)
        between = before[before.index(target) + 1 :]
        if any(self.statements[one].speech_act not in CLAIMLESS for one in between):
            return False
        return self.sentences_between(target, source) <= 1 + len(between)

    def is_one_sentence(self, target: int, source: int) -> bool:
        """Whether both begin in one sentence."""
        return self.sentence_of(self.extents[target][0]) == self.sentence_of(self.extents[source][0])

    def is_one_paragraph(self, target: int, source: int) -> bool:
        """Whether no paragraph ends between `target` and `source`."""
        first, stop = self.extents[target][1], self.extents[source][0]
        return first <= stop < first + LONGEST and "\n\n" not in self.reading.text[first:stop]

    # Who makes them, and whom they speak of.

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

    def is_one_voice(self, one: int, other: int) -> bool:
        """Whether somebody makes both."""
        return not self.speakers[one].isdisjoint(self.speakers[other])

    def is_one_side(self, one: int, other: int) -> bool:
        """Whether somebody makes both, or one organisation does."""
        return not self.sides[one].isdisjoint(self.sides[other])

    def actors_in(self, first: int, stop: int) -> set[int]:
        """Who is mentioned between two characters."""
        return {actor for _, actor in mentions_in(self.cast, first, min(stop, first + LONGEST))}

    def implicates(self, target: int, source: int) -> bool:
        """Whether the statement `target` speaks of the side that makes `source`, and not only of its land."""
        first, stop = self.extents[target]
        stop = min(stop, first + LONGEST)
        land = {found.end(1): found[1] for found in _LAND_OF.finditer(self.reading.folded, first, stop)}
        spoken_of = {actor for span, actor in mentions_in(self.cast, first, stop) if span[1] not in land} - self.speakers[target]
        if spoken_of & (self.sides[source] | self.actors_in(*self.extents[source])):
            return True
        if any(self._is_of_state(actor, source) for actor in spoken_of):
            return True
        made = self.statements[source].source
        if made is None:
            return False
        words = stems(self.reading.folded[slice(*made)].removeprefix("The ")).difference(*map(name_stems, land.values()))
        return not words.isdisjoint(self.stems(target))

    def is_about(self, target: int, source: int) -> bool:
        """Whether the first that the statement `target` speaks of is the side that makes `source`."""
        actor = self.first_in(target)
        return actor is not None and (actor in self.sides[source] or self._is_of_state(actor, source))

    def first_in(self, index: int) -> int | None:
        """Who is the first that the statement speaks of, if it begins with somebody."""
        first, stop = self.statements[index].content[0]
        source = self.statements[index].source
        if self.statements[index].quotation_type == "narrated_act" and source is not None:
            first, stop = source
        return next((actor for _, actor in mentions_in(self.cast, first, min(stop, first + 12))), None)

    def is_of_its_state(self, target: int, source: int) -> bool:
        """Whether both are made by the state, the government or the army of one country, or by who governs it."""
        actors = self.cast.actors
        states = {actors[one].country for one in self.speakers[target] if actors[one].kind in _STATES} - {None}
        return any(
            actors[one].country in states and (actors[one].kind in _STATES or "GOV" in actors[one].sectors) for one in self.sides[source]
        )

    def _is_of_state(self, actor: int, source: int) -> bool:
        """Whether `actor` and one of those who make `source` are the state, the government or the army of one country."""
        actors = self.cast.actors
        country = actors[actor].country if actors[actor].kind in _STATES else None
        return country is not None and any(actors[one].country == country and actors[one].kind in _STATES for one in self.sides[source])

    def described(self, among: Sequence[int], words: Sequence[str]) -> list[int]:
        """Those `among` the statements whose source's own noun `words` take up: the sources, the officials, the employees."""
        found = []
        plain = [word[:-2] if word.endswith("'s") else word.rstrip("'") for word in words[:8]]
        for index in among:
            source = self.statements[index].source
            if source is None:
                continue
            nouns = words_of(self.reading.folded[slice(*source)])
            if any(noun in plain for noun in nouns if noun not in FUNCTION and len(noun) > 3):
                found.append(index)
        return found

    # What they say.

    def content(self, index: int) -> str:
        """What is said."""
        pieces = self.statements[index].content
        if len(pieces) == 1:
            return self.reading.folded[pieces[0][0] : min(pieces[0][1], pieces[0][0] + LONGEST)]
        return " ".join(self.reading.folded[first : min(stop, first + LONGEST)] for first, stop in pieces[:PIECES])

    def words(self, index: int, reach: int) -> list[str]:
        """The words of the first `reach` characters of what is said."""
        return words_of(self.content(index)[:reach])

    def told(self, index: int) -> list[str]:
        """The first words of the statement, with its source and its cue."""
        first, stop = self.extents[index]
        return words_of(self.reading.folded[first : min(stop, first + 200)])

    def stems(self, index: int) -> frozenset[str]:
        """The content words of what is said."""
        found = self._stems.get(index)
        if found is None:
            found = self._stems[index] = stems(self.content(index))
        return found

    def name_stems(self, index: int) -> frozenset[str]:
        """The stems of the names in the statement: sharing a name is not sharing a matter."""
        if index not in self._names:
            first, stop = self.extents[index]
            spans = [span for span, _ in mentions_in(self.cast, first, min(stop, first + LONGEST))]
            self._names[index] = frozenset().union(*(name_stems(self.reading.folded[slice(*span)]) for span in spans))
        return self._names[index]

    def own_stems(self, index: int) -> frozenset[str]:
        """The content words of the names in the statement that mean its own side."""
        first, stop = self.extents[index]
        spans = [span for span, actor in mentions_in(self.cast, first, min(stop, first + LONGEST)) if actor in self.sides[index]]
        return frozenset().union(*(name_stems(self.reading.folded[slice(*span)]) for span in spans))

    def is_own_act(self, index: int) -> bool:
        """Whether the statement tells of its own side: that it had attacked the post."""
        return not _OWN.isdisjoint([word for word in self.words(index, 24) if word != "that"][:1]) or self.is_about(index, index)

    def may_be_answered(self, index: int) -> bool:
        """Whether the statement says anything that can be untrue: not what is asked (told them to speak up), or only refused."""
        act = self.statements[index].speech_act
        return act not in CLAIMLESS and act != "reject" and not (act == "assert" and self.words(index, 4)[:1] == ["to"])

    def is_negative(self, index: int) -> bool:
        """Whether what is said begins with a no, or is denied."""
        made = self.statements[index]
        return (made.speech_act == "deny" and not made.negated) or not NEGATIVE.isdisjoint(self.words(index, 120)[:10])

    def is_answer(self, index: int) -> bool:
        """Whether the statement itself denies, or goes on after a denial by the same voice: what is denied next is not what it says."""
        if self.statements[index].speech_act == "deny" or self.denied(index):
            return True
        return any(self.statements[other].speech_act == "deny" and self.is_one_side(other, index) for other in self.before(index)[-3:])


def _extent(statement: Statement) -> Span:
    first, stop = statement.content[0][0], statement.content[-1][1]
    cue, source = statement.cue or statement.content[0], statement.source or statement.content[0]
    return min(first, cue[0], source[0]), max(stop, cue[1], source[1])
