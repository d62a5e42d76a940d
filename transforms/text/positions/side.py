"""Sides: who holds or speaks in a clause, as actors of the cast, and how the statement around it asserts it.

Belongs here: from ranges of tokens to actors (coordination, possessors, "we", "it"), the statement around a word, and the basis of an
assertion. Does not belong here: who a mention means (`mention`), who is on whose side (`allegiance`), word order (`clause`), stances
(`position`).
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate
from operator import attrgetter, itemgetter

from transforms import lexicon
from transforms.text.actors.cast import Cast, Mention, mentions_in
from transforms.text.actors.player import PEOPLE_KINDS, STATE_KINDS
from transforms.text.clause import PERIODS, Clauses
from transforms.text.positions.allegiance import GOVERNING, Allegiances
from transforms.text.positions.word import SETS, SIDE
from transforms.text.reading import Reading, lower
from transforms.text.statements.statement import Span, Statement

Holder = tuple[int | None, Span, str]  # actor, the words that stand for it, how: "" named or described; "we", "I", "it", "side"

_HEADS = lexicon.words("organisation_nouns") | lexicon.words("person_nouns") | SIDE
# The party, the army: the kinds of organisation that each means.
_OWN_HEADS = {
    word: frozenset(use.removeprefix("own:").split("|")) for word, use in lexicon.rows("stance_helpers") if use.startswith("own:")
}
# Single quotation marks around what somebody is quoted to have said: in plain print, as the reading folds them.
_OPENS = re.compile(r"(?<=[\s,:(])'(?=\w)")
_CLOSES = re.compile(r"(?<=[\w.,!?])'(?=[\s.,;!?\"]|$)")
_QUOTED_WITHIN = 300  # characters
_PARTIES = STATE_KINDS | {"armed_group", "igo", "party", "organization", "people"}
# Whoever denies or demands says so; that somebody rejects or supports is the narrator's word.
_SPOKEN = frozenset(("denies_report", "demands"))
_DISOWNED = frozenset(("deny", "ask", "predict", "no_comment", "demand", "appeal", "propose", "order"))
_ACTS = frozenset(("propose", "support", "accept", "reject", "no_comment"))
JOINED = frozenset(word for word, use in lexicon.rows("claim_words") if use == "joined")
_OUTLETS, _REPORTING = SETS["outlets"], SETS["reporting"]
_LOOK_BACK = 8
_LONGEST_SOURCE = 40  # tokens
_NEAR = 400  # characters
_COUNSEL = frozenset(("lawyer", "lawyers", "attorney", "attorneys", "solicitor", "solicitors", "barrister", "barristers", "counsel"))
_OF_THEM = frozenset(("his", "her"))
_OF_WHOM = _OF_THEM | {"for", "'s"}
_MEANT_BY = {"he": frozenset(("him", "his")), "she": frozenset(("her",))}


class Sides:
    """The holders, speakers and statements of one reading."""

    def __init__(self, reading: Reading, statements: Sequence[Statement], cast: Cast) -> None:
        self.reading = reading
        self.statements = statements
        self.cast = cast
        self.allegiances = Allegiances(reading, cast)
        self.lows = reading.lows
        self.clauses = Clauses(reading)
        self.tags = self.clauses.tags
        pieces = [
            (first, stop, index)
            for index, statement in enumerate(statements)
            if _is_asserted(statement, reading)
            for first, stop in statement.content
        ]
        pieces.sort()
        self._tails: set[tuple[int, int, int]] = set()  # what is asserted behind what is denied or asked for
        for number, (begin, end, index) in enumerate(pieces):
            joint = self._joint(begin, end) if statements[index].speech_act in _DISOWNED else end
            if joint < end:
                pieces[number] = (begin, joint, index)
                self._tails.add((joint, end, index))
        if self._tails:
            pieces = sorted([*pieces, *self._tails])
        self._pieces = pieces
        self._piece_starts = list(map(itemgetter(0), pieces))
        self._furthest = list(accumulate(map(itemgetter(1), pieces), max))
        self._sentence_starts = list(map(itemgetter(0), reading.sentences))
        self._piece_of: dict[int, tuple[int, int, int] | None] = {}

    @cached_property
    def _cues(self) -> list[tuple[int, int, int]]:
        return sorted([(made.cue[0], made.cue[1], index) for index, made in enumerate(self.statements) if made.cue is not None])

    @cached_property
    def _speakers(self) -> dict[int, list[int]]:
        """Who makes each statement."""
        found: dict[int, list[int]] = {}
        for statement, actor, _, _ in self.cast.speakers:
            if actor is not None:
                found.setdefault(statement, []).append(actor)
        return found

    @cached_property
    def _mentions(self) -> list[Mention]:
        return sorted(self.cast.mentions, key=_from_the_longest)

    @cached_property
    def _mention_starts(self) -> list[int]:
        return [span[0] for span in map(attrgetter("span"), self._mentions)]

    # -- where a word stands

    def characters(self, tokens: tuple[int, int]) -> Span:
        """The characters of a range of tokens."""
        return (self.reading.starts[tokens[0]], self.reading.ends[tokens[1] - 1])

    def sentence(self, at: int) -> tuple[int, int]:
        """The sentence of the token `at`."""
        return self.reading.sentences[bisect_right(self._sentence_starts, at) - 1]

    def _joint(self, first: int, stop: int) -> int:
        """Where a further verb of speech is joined to a content: urged both sides to stop / and proposed a committee."""
        begin, end = self.reading.token_at(first), self.reading.token_at(stop - 1)
        for at in range(begin + 2, min(end, begin + 60)):
            if self.tags[at] == "C" and self.lows[at + 1] in JOINED and self.tags[at + 1] in "VE":
                return self.reading.starts[at]
        return stop

    def _piece_at(self, at: int) -> tuple[int, int, int] | None:
        """The piece of content that holds the token `at`; the shortest one, if contents are nested."""
        if at in self._piece_of:
            return self._piece_of[at]
        offset = self.reading.starts[at]
        last = bisect_right(self._piece_starts, offset)
        best: tuple[int, int, int] | None = None
        if last and self._furthest[last - 1] > offset:
            for piece in self._pieces[max(0, last - _LOOK_BACK) : last]:
                if piece[1] > offset and (best is None or piece[1] - piece[0] <= best[1] - best[0]):
                    best = piece
        self._piece_of[at] = best
        return best

    def is_disowned(self, at: int) -> bool:
        """Whether the token `at` stands in words that their speaker denies, asks or expects rather than asserts."""
        piece = self._piece_at(at)
        if piece is None or piece in self._tails:
            return False
        made = self.statements[piece[2]]
        return made.negated or made.speech_act == "deny" or (made.quotation_type != "direct" and made.speech_act in _DISOWNED)

    def statement_at(self, at: int) -> int | None:
        """The statement whose content holds the token `at`."""
        piece = self._piece_at(at)
        return piece[2] if piece is not None else None

    def cue_at(self, at: int) -> int | None:
        """The statement whose cue holds the token `at`."""
        offset = self.reading.starts[at]
        last = bisect_right(self._cues, offset, key=itemgetter(0))
        return next((index for _, stop, index in reversed(self._cues[max(0, last - 3) : last]) if stop > offset), None)

    def bounds(self, at: int) -> tuple[int, int]:
        """The tokens that belong to one clause-complex with `at`: its sentence, inside the piece of content that holds it."""
        low, high = self.sentence(at)
        piece = self._piece_at(at)
        if piece is not None:
            starts, ends = self.reading.starts, self.reading.ends
            low = max(low, bisect_left(starts, piece[0], low, high))
            high = min(high, bisect_right(ends, piece[1], low, high))
        return low, max(high, at + 1)

    # -- who

    def speakers(self, statement: int) -> list[Holder]:
        """Those who make `statement`, as holders."""
        made = self.statements[statement]
        text = made.source or made.cue or made.content[0]
        return [(actor, text, "I") for actor in self._speakers.get(statement, ())] or (
            [(None, text, "I")] if made.source is not None else []
        )

    def sources(self, at: int, first: int, stop: int) -> list[Holder]:
        """Who speaks by the cue `at`, where the tokens `first` to `stop` are only the end of who that is: a source close to / the army."""
        cue = self.cue_at(at)
        source = self.statements[cue].source if cue is not None else None
        if cue is None or source is None:
            return []
        begin, end = self.reading.starts[first], self.reading.ends[stop - 1]
        if not source[0] < begin <= end <= source[1] or "," in self.reading.folded[source[0] : begin]:
            return []
        return [(actor, text, "") for actor, text, _ in self.speakers(cue)]

    def speaking_side(self, at: int) -> list[Holder]:
        """The side for which the words around the token `at` are spoken: the speaker's organisation, or the speaker."""
        statement = self.statement_at(at)
        if statement is None:
            statement = self.cue_at(at)
        if statement is None:
            return []
        made = self.statements[statement]
        text = made.source or made.cue or made.content[0]
        found: dict[int, Holder] = {}
        for actor in self._speakers.get(statement, ()):
            organisations = self.allegiances.organisations.get(actor, ()) if self.cast.actors[actor].kind in PEOPLE_KINDS else ()
            for organisation in organisations[:1]:
                found.setdefault(organisation, (organisation, self._named_in(actor, organisation) or text, "side"))
            if not organisations:
                found.setdefault(actor, (actor, text, "side"))
        return list(found.values())

    def _named_in(self, actor: int, organisation: int) -> Span | None:
        span = next((tie.span for tie in self.cast.affiliations if tie.actor == actor and tie.organisation == organisation), None)
        if span is None:
            return None
        number = bisect_left(self._mention_starts, span[0])
        while number < len(self._mentions) and self._mentions[number].span[0] < span[1]:
            if self._mentions[number].actor == organisation:
                return self._mentions[number].span
            number += 1
        return span

    def demonym(self, at: int) -> int | None:
        """The actor that the adjective `at` names: "Qatari"."""
        offset = self.reading.starts[at]
        number = bisect_left(self._mention_starts, offset)
        while number < len(self._mentions) and self._mentions[number].span[0] == offset:
            if self._mentions[number].span[1] <= self.reading.ends[at] and self._mentions[number].actor is not None:
                return self._mentions[number].actor
            number += 1
        return None

    def is_party(self, actor: int) -> bool:
        """Whether the actor is a state or an organisation, of which one can demand something."""
        return self.cast.actors[actor].kind in _PARTIES

    def is_person(self, first: int, stop: int) -> bool:
        """Whether one person's name is all that stands from the token `first` to `stop`."""
        found = self.holders(first, stop, first, agent=True)
        return len(found) == 1 and found[0][0] is not None and self.cast.actors[found[0][0]].kind == "person"

    def holders(self, first: int, stop: int, at: int, *, agent: bool = False) -> list[Holder]:
        """Who the noun phrase `first` to `stop` stands for: each of "Hamas and the allied Islamic Jihad"."""
        if first >= stop:
            return []
        if self.tags[first] in "PO" or (self.tags[first] == "p" and stop - first == 1):
            return self._pronoun(first, at)
        starts, ends = self.reading.starts, self.reading.ends
        found: list[Holder] = []
        begin = first
        if stop - first > 2 and self.tags[first] in "ndN" and self.tags[first + 1] == "o":
            # One of its sources: a part, which is an actor of its own if the cast has it.
            part = self._described(first)
            return [part] if part is not None else [(None, (starts[first], ends[stop - 1]), "")]
        while begin < stop and len(found) < 6:
            if self.tags[begin] == "d" and self.lows[begin] in ("both", "neither", "either"):
                begin += 1
            end = begin
            while end < stop and self.tags[end] not in "CFoYWQT,":
                end += 1
            if end == begin:
                if self.tags[begin] not in "C,":
                    break
                begin += 1
                continue
            item = self._item(begin, end, starts[begin], ends[end - 1])
            if item is not None and item[0] is None and begin > first and self.lows[begin - 1] in ("neither", "either"):
                item = (None, (starts[begin - 1], item[1][1]), item[2])  # neither side
            if item is not None:
                found.append(item)
            elif not found and not agent and end < stop and self.tags[end] == "C":
                return []
            if item is None and found:
                break
            # A preposition behind an item ends the row of items: "officials from Hamas and Islamic Jihad" are one.
            if end < stop and self.tags[end] not in "C,":
                if (joint := self._beside(begin, end, stop)) and found:
                    found[-1] = self._described(begin) or (None, (starts[begin], ends[joint - 1]), found[-1][2])
                    begin = joint
                    continue
                if found and found[-1][0] is None:
                    whole = (found[-1][1][0], ends[stop - 1]) if self.tags[end] == "o" else found[-1][1]  # an alliance of tribes
                    found[-1] = self._described(begin) or (None, whole, found[-1][2])
                break
            begin = end
        return found

    def _beside(self, begin: int, end: int, stop: int) -> int:
        """Where another side is joined to a government: the army of Chad / and the Lake Front; 0 if none is."""
        if self.lows[end] != "of" or self.lows[end - 1] not in GOVERNING or end - begin > 3:
            return 0
        joint = self.tags.find("C", end, stop)
        is_side = joint > 0 and self.lows[joint : joint + 2] == ["and", "the"] and self.tags[joint + 2 : joint + 3] == "X"
        return joint if is_side and not self.tags[end + 1 : joint].strip("X") else 0

    def _described(self, begin: int) -> Holder | None:
        """The actor of the longest description that begins at `begin`: "officials from Hamas"."""
        offset = self.reading.starts[begin]
        number = bisect_left(self._mention_starts, offset)
        while number < len(self._mentions) and self._mentions[number].span[0] == offset:
            if self._mentions[number].actor is not None:
                return (self._mentions[number].actor, self._mentions[number].span, "")
            number += 1
        return None

    def _item(self, begin: int, end: int, first: int, last: int) -> Holder | None:
        """The holder that one item of a row names."""
        number = bisect_left(self._mention_starts, first)
        inside = self._mentions_until(number, last)
        at = self._head_at(begin, end)
        if self.tags[at] in "PO":
            held = self._pronoun(at, at)
            return held[0] if held else None
        stop = self.reading.ends[at]
        if not inside and number and self._mentions[number - 1].span[1] == stop:
            inside = [self._mentions[number - 1]]  # the Red Cross, of "the International Committee of the Red Cross"
        for mention in reversed(inside):
            # A mention that reaches the head is the holder.
            if mention.span[1] >= stop and (mention.actor is not None or len(inside) == 1):
                if mention.actor is None and self.lows[at] not in _HEADS and mention.kind != "name":
                    return None
                return (mention.actor, mention.span, "")
        head, span = self.lows[at], (first, stop)
        if inside and inside[-1].actor is not None and head in SIDE:
            return (inside[-1].actor, span, "")
        if head in ("we", "us"):
            return None
        return self._own_organisation(begin, at, span) or (
            self._side_of(begin, head, span) if self.tags[begin] == "p" and head in SIDE else self._unnamed(at, span)
        )

    def _mentions_until(self, number: int, stop: int) -> list[Mention]:
        """The mentions from that `number` on that begin before the character `stop`, without those inside others."""
        found: list[Mention] = []
        reach = -1
        while number < len(self._mentions) and self._mentions[number].span[0] < stop:
            mention = self._mentions[number]
            if mention.span[0] >= reach:
                found.append(mention)
                reach = mention.span[1]
            number += 1
        return found

    def _head_at(self, begin: int, end: int) -> int:
        """The last word of an item, without adverbs, quotation marks and times behind it."""
        at = end - 1
        while at > begin and self.tags[at] in "Rt)'\"":
            at -= 1
        if at - 2 >= begin and self.lows[at] in PERIODS and self.lows[at - 1] in ("last", "this", "next"):
            at -= 2
        return at

    def _own_organisation(self, begin: int, at: int, span: Span) -> Holder | None:
        """The party, said its spokeswoman, saw no need: the one organisation of that kind for which the speaker speaks."""
        kinds = _OWN_HEADS.get(self.lows[at])
        if kinds is None or at != begin + 1 or self.lows[begin] != "the":
            return None
        own = [actor for actor, _, _ in self.speaking_side(begin) if actor is not None and self.cast.actors[actor].kind in kinds]
        return (own[0], span, "side") if len(own) == 1 else None

    def _unnamed(self, at: int, span: Span) -> Holder | None:
        """Somebody whom the cast does not have."""
        return (None, span, "") if self.lows[at] in _HEADS or self.tags[at] == "X" else None

    def _side_of(self, begin: int, head: str, span: Span) -> Holder | None:
        """Our side, her government: the organisation of whom the pronoun means."""
        if self.lows[begin] in ("our", "my"):
            side = self.speaking_side(begin)
            return (side[0][0], span, "side") if side else None
        owner = self._pronoun(begin, begin)
        if not owner:
            return (None, span, "")
        actor = owner[0][0]
        if actor is None or self.cast.actors[actor].kind not in PEOPLE_KINDS:
            return (actor, span, "")
        organisations = self.allegiances.organisations.get(actor, ())
        statement = self.statement_at(begin)
        spoken = statement is not None and actor in self._speakers.get(statement, ())
        alone = actor if head in ("side", "team", "camp") else None
        return (organisations[0] if organisations else alone, span, "side" if spoken else "")

    def _is_quoted_again(self, statement: int, at: int) -> bool:
        """Whether the character stands between single quotation marks within what the statement says."""
        begin = next((first for first, stop in self.statements[statement].content if first <= at < stop), at)
        opened = max(
            (mark.start() for mark in _OPENS.finditer(self.reading.folded, max(begin + 1, at - _QUOTED_WITHIN), at + 1)), default=-1
        )
        return opened >= 0 and _CLOSES.search(self.reading.folded, opened + 1, at) is None

    def _pronoun(self, token: int, at: int) -> list[Holder]:
        low = self.lows[token]
        span = (self.reading.starts[token], self.reading.ends[token])
        if low in ("i", "me", "my"):
            statement = self.statement_at(token)
            if statement is not None and self._is_quoted_again(statement, span[0]):
                return []  # "She told me, 'I will never sign'": somebody else's I
            return [(actor, span, "I") for actor, _, _ in self.speakers(statement)] if statement is not None else []
        if low in ("we", "us", "our"):
            return [(actor, span, "we") for actor, _, _ in self.speaking_side(token)]
        if low in ("it", "he", "she", "they", "him", "them", "its", "his", "her", "their"):
            number = bisect_left(self._mention_starts, span[0])
            while number < len(self._mentions) and self._mentions[number].span[0] == span[0]:
                actor = self._mentions[number].actor
                if actor is not None and self._mentions[number].span[1] == span[1]:
                    return self._reported_on(token, span) if self._is_reporter(actor, token) else [(actor, span, "")]
                number += 1
            if low in ("it", "its"):
                return self._thing(token, at, span)
            piece = self._piece_at(token)
            if piece is not None and low in _MEANT_BY:
                if (held := self._speakers.get(piece[2], [])) and held[0] in self._clients:
                    return [(self._clients[held[0]], span, "")]
                if self._is_told_of(piece[2], _MEANT_BY[low]) or self._is_other(piece[2], low):
                    return []
            if piece is not None and token - self.reading.token_at(piece[0]) < 3 and self.statements[piece[2]].quotation_type != "direct":
                held = self._speakers.get(piece[2], [])
                if len(held) == 1 or low == "they":
                    return [(one, span, "it") for one in held]
            cue = self.cue_at(at)
            if cue is not None:
                held = self._speakers.get(cue, [])
                if len(held) == 1:
                    return [(held[0], span, "it")]
        return []

    def _is_told_of(self, statement: int, words: frozenset[str]) -> bool:
        """Whether the source tells of somebody by one of the pronouns `words`: a source close to him said he would resign."""
        source = self.statements[statement].source
        return source is not None and self._has_word(source, words)

    def _has_word(self, source: Span, words: frozenset[str]) -> bool:
        first, stop = self.reading.token_at(source[0]), self.reading.token_at(source[1] - 1) + 1
        return not words.isdisjoint(self.lows[first : min(stop, first + _LONGEST_SOURCE)])

    def _is_other(self, statement: int, low: str) -> bool:
        """Whether who speaks is not whom the pronoun `low` means: she said that he would go."""
        source = self.statements[statement].source
        return source is not None and low != (own := lower(self.reading.folded[slice(*source)])) and own in _MEANT_BY

    @cached_property
    def _clients(self) -> dict[int, int | None]:
        """For whom the lawyers speak: who is named in their description, else the one other person told of right before."""
        found: dict[int, int | None] = {}
        for index, made in enumerate(self.statements):
            if made.source is None or not self._has_word(made.source, _COUNSEL):
                continue
            speakers = self._speakers.get(index, [])
            clients = self._people_in(made.source[0], min(made.source[1], made.source[0] + _NEAR)).difference(speakers)
            if not clients and self._has_word(made.source, _OF_THEM):
                token = self.reading.token_at(made.source[0])
                first, _ = self.sentence(token)
                before, _ = self.sentence(max(0, first - 1))
                near = max(self.reading.starts[before], made.source[0] - _NEAR)
                clients = self._people_in(near, made.source[0]).difference(speakers)
            if clients or self._has_word(made.source, _OF_WHOM):
                found.update(dict.fromkeys(speakers, min(clients) if len(clients) == 1 else None))
        return found

    def _people_in(self, first: int, stop: int) -> set[int]:
        """The persons who are mentioned between two characters."""
        actors = self.cast.actors
        return {actor for _, actor in mentions_in(self.cast, first, stop) if actors[actor].kind == "person"}

    def _thing(self, token: int, at: int, span: Span) -> list[Holder]:
        """Whom "it" means, if nobody is mentioned by it: who speaks, or the organisation of the person who does."""
        piece = self._piece_at(token)
        near = piece is not None and token - self.reading.token_at(piece[0]) < 3 and self.statements[piece[2]].quotation_type != "direct"
        statement = piece[2] if near and piece is not None else self.cue_at(at)
        held = self._speakers.get(statement, []) if statement is not None else []
        if len(held) != 1:
            return []
        if self._is_reporter(held[0], token):
            return self._reported_on(token, span)
        if self.cast.actors[held[0]].kind not in PEOPLE_KINDS:
            return [(held[0], span, "it")]
        organisations = self.allegiances.organisations.get(held[0], ())
        return [(organisations[0] if organisations else None, span, "side")]

    def _is_reporter(self, actor: int, token: int) -> bool:
        """Whether the actor is an outlet that reports the words around `token`: who is ready, it reported, is somebody else."""
        statement = self.statement_at(token)
        made = self.statements[statement] if statement is not None else None
        if statement is None or made is None or made.cue is None or actor not in self._speakers.get(statement, ()):
            return False
        row = self.cast.actors[actor]
        is_outlet = row.kind == "media" or not _OUTLETS.isdisjoint(lower(row.name).split())
        return (
            is_outlet
            and made.quotation_type == "indirect"
            and not _REPORTING.isdisjoint(lower(self.reading.text[slice(*made.cue)]).split())
        )

    def _reported_on(self, token: int, span: Span) -> list[Holder]:
        """Who is meant by "it" in what an outlet reports: the side that denies in the same sentence, else nobody known."""
        first, _ = self.sentence(token)
        begin = self.reading.starts[first]
        number = bisect_left(self._cues, (begin, 0, 0))
        for cue, _stop, index in self._cues[number : number + 4]:
            if cue >= span[0]:
                break
            denying = self._speakers.get(index, ())
            if self.statements[index].speech_act in ("deny", "reject") and len(denying) == 1 and self.is_party(denying[0]):
                return [(denying[0], span, "")]
        return [(None, span, "")]

    # -- on what basis

    def asserted_by(self, at: int, stance: str) -> tuple[int | None, bool]:
        """The statement that asserts what the token `at` tells (None: the narrator), and whether it tells it by its own cue."""
        cue = self.cue_at(at)
        if cue is not None:
            made = self.statements[cue]
            if stance in _SPOKEN and made.quotation_type != "narrated_act" and self.statement_at(at) is None:
                return cue, True
        return self.statement_at(at), False

    def basis(self, statement: int | None, holder: int | None, text: Span, how: str, *, spoken: bool) -> str:
        """How whoever makes `statement` stands to `holder`, for whom the words `text` stand."""
        if statement is None:
            return "narrator"
        if spoken:
            return "self"
        speakers = self._speakers.get(statement, [])
        if holder in speakers:
            return "self"
        if how in ("we", "side"):
            return "own_side"
        if self._is_its_own(statement, holder) or (holder is not None and any(self._clients.get(one) == holder for one in speakers)):
            return "own_side"
        if holder is None and how != "I" and any(self.allegiances.is_at_home(speaker, text) for speaker in speakers):
            return "own_side"
        if holder is None or not speakers:
            return "self" if how == "I" else "third_party"
        if any(self.allegiances.is_own_side(speaker, holder) for speaker in speakers):
            return "own_side"
        if any(self.allegiances.is_adversary(speaker, holder) for speaker in speakers):
            return "adversary"
        return "third_party"

    def speaks_for(self, statement: int, holder: int) -> bool:
        """Whether `holder`, or somebody of the same side, makes `statement`."""
        return any(one == holder or self.allegiances.is_own_side(one, holder) for one in self._speakers.get(statement, ()))

    def _is_its_own(self, statement: int, holder: int | None) -> bool:
        """Whether the source is somebody's own: Hamas would not yield, its negotiator said; the president would stay, his aide said."""
        source = self.statements[statement].source
        if source is None:
            return False
        lead = self.lows[self.reading.token_at(source[0])]
        person = holder is not None and self.cast.actors[holder].kind in PEOPLE_KINDS
        return lead in ("his", "her") if person else lead in ("its", "their")


def _from_the_longest(mention: Mention) -> Span:
    return mention.span[0], -mention.span[1]


def _is_asserted(statement: Statement, reading: Reading) -> bool:
    """Whether the content is what somebody says: what is proposed, rejected or threatened in the narrator's words is not."""
    if statement.quotation_type == "narrated_act":
        return False
    if statement.quotation_type == "direct":
        return True
    begin = statement.content[0][0]
    return statement.speech_act not in _ACTS and not reading.folded[begin : begin + 6].lower().startswith(("to ", "which "))
