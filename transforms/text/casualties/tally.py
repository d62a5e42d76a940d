"""How each count of a text stands to those told before it, and what they come to.

Belongs here: a count, the signals by which it is taken, and the adding up. Does not belong here: which figures are counts of the day's
event, and the choice among relations (`toll`); the words that signal (`signal_words`).
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from transforms.text.casualties.signal_words import (
    ALL_OVER,
    ATTACKERS,
    DEFINITE,
    DEFINITE_ENDS,
    ENTRY,
    HEADLINE,
    HIS_KIN,
    INITIALLY,
    LABEL,
    LATER,
    LINK,
    LOWERED,
    OF_WOUNDS,
    OWN_LOSSES,
    RANKED,
    RANKS,
    SERIES,
    SOME_OF,
    SUMS_UP,
    TELLING,
    THE_OTHER,
    TOLD_IN_ALL,
    signalled,
)
from transforms.text.quantities.classes import GENERIC, SETS
from transforms.text.reading import Reading, lower

if TYPE_CHECKING:
    from transforms.text.casualties.figure import Figure


_MORE_DIED = frozenset(("more", "others", "then", "apart"))
_NOT_TOLD = frozenset(("other victims", "unnamed"))
_FEWEST = 3  # so many are not met again by chance a paragraph later
_AS_MANY = frozenset(("alike", "equal"))
_RULE_SIGNALS = {"alternative": "disagree", "pronoun": "pronoun"}
_PLACES = frozenset(("elsewhere", "other place", "joined other place", "side by side"))
_NEW_CLAUSE = frozenset(("while", "whereas", "but", ";"))
_ANYBODY = frozenset(("people", "persons", "person", "individuals", "lives", "souls", "victims"))
_LONGEST = 80  # words of a sentence in which a name is looked for
_MANY = 9  # a number above it is not met twice by chance


class Total(NamedTuple):
    """The document's own count of the day's event for one measure, and the figures it was added up from."""

    low: int | None
    best: int | None
    high: int | None
    parts: tuple[int, ...]  # indices of figures


class Count:
    """One count of the text: the figures of one chain, and what they come to."""

    __slots__ = ("attackers", "best", "detail", "end", "groups", "high", "low", "parts", "sentence", "start")

    def __init__(self, parts: list[int], figures: Sequence["Figure"], sentence: int) -> None:
        self.parts = parts
        self.attackers = False  # who died while they attacked, and stand apart from others who died
        self.detail = False  # one of those right behind the first count that come to it
        self.best = 0
        self.low: int | None = 0
        self.high: int | None = 0
        self.groups: set[str] = set()
        for index in parts:
            figure = figures[index]
            self.best += figure.value_best or 0
            self.low = _sum(self.low, figure.value_low)
            self.high = _sum(self.high, figure.value_high)
            if figure.victim_group:
                self.groups.add(figure.victim_group.lower())
        self.sentence = sentence
        self.start, self.end = figures[parts[0]].evidence


def _sum(one: int | None, two: int | None) -> int | None:
    """The sum of two ends, which is open where one of them is."""
    return None if one is None or two is None else one + two


def lost_by_a_side(text: str, figures: Sequence["Figure"], count: Count) -> bool:
    """Whether a side in a fight is told to have lost them: "the army had two dead"."""
    lost = OWN_LOSSES.search(text, max(0, count.start - 90), count.end)
    return lost is not None and count.start <= lost.end() <= figures[count.parts[0]].number[1]


class Tally:
    """What the counts told so far come to."""

    __slots__ = (
        *("anchor", "apart", "best", "details", "figures", "generic", "groups", "high", "last"),
        *("is_series", "low", "parts", "places", "reading", "seen", "sentences", "since", "text", "told"),
    )

    def __init__(self, reading: Reading, figures: Sequence["Figure"], count: Count) -> None:
        self.reading = reading
        self.figures = figures
        self.text = lower(reading.folded)
        self.seen: set[int] = set()
        self.sentences: set[int] = set()
        self.places: set[str] = set()
        self._start(count)

    def copy(self) -> "Tally":
        """Another that stands where this one does."""
        other = Tally.__new__(Tally)
        for name in self.__slots__:
            value = getattr(self, name)
            setattr(other, name, value.copy() if isinstance(value, list | set) and name != "figures" else value)
        return other

    def _start(self, count: Count) -> None:
        self.anchor = self.last = count  # the anchor stands for the event, or is the first of those that add up
        self._stand()
        self.groups = set(count.groups)
        self.generic = self.groups <= GENERIC
        self.since: list[int] = []  # what was told after the anchor, and what it comes to
        self.told = 0
        self.details: list[int] = []
        self.apart = False  # whether any of those was told as of another incident, so that none of them are details
        self.is_series: bool | None = None  # whether the anchor is a headline of several attacks, once asked
        self._see(count)

    def _stand(self) -> None:
        """The anchor alone is the count."""
        self.low, self.best, self.high, self.parts = self.anchor.low, self.anchor.best, self.anchor.high, list(self.anchor.parts)

    def _see(self, count: Count) -> None:
        self.seen.add(count.best)
        self.sentences.add(count.sentence)
        self.places |= self._places(count) or self._inherited(count)
        self.last = count

    def _places(self, count: Count) -> set[str]:
        """The places that the count's own sentence names for it."""
        begin = self.reading.starts[self.reading.sentences[count.sentence][0]]
        spans = [self.figures[index].place for index in count.parts]
        return {self.text[span[0] : span[1]] for span in spans if span is not None and span[0] >= begin}

    def _inherited(self, count: Count) -> set[str]:
        """The places of the count that sentences before named."""
        spans = [self.figures[index].place for index in count.parts]
        return {self.text[span[0] : span[1]] for span in spans if span is not None}

    def take(self, count: Count, relation: str, *, disagrees: bool, apart: bool = False) -> None:
        """Take the next count for what it is; whether it disagrees with what was told, or is told apart, are signals of it."""
        if relation == "replace":
            self._start(count)
            return
        if relation == "add":
            self.apart = self.apart or (apart and count.best > 1)
            self.low, self.best, self.high = _sum(self.low, count.low), self.best + count.best, _sum(self.high, count.high)
            self.parts += count.parts
            self.groups |= count.groups
            self.generic = self.generic and count.groups <= GENERIC
        elif self._completes(count):
            self._stand()
        elif disagrees and not count.attackers:
            ends = [self.best, count.best, *(end for end in (self.low, self.high, count.low, count.high) if end)]
            self.low, self.high = min(ends), max(ends)
        self.since.append(count.best)
        self.told += count.best
        self.details += count.parts
        self._see(count)

    def total(self) -> Total:
        """What the counts come to."""
        told, whole = self.told, self.figures[self.anchor.parts[0]]
        if (
            len(self.details) > 1
            and len(self.anchor.parts) == 1
            and whole.rule != "toll"
            and whole.quantifier in {"nearly", "about", "more_than"}
            and told != self.anchor.best
            and abs(told - self.anchor.best) * 20 <= self.anchor.best
        ):
            return Total(told, told, told, tuple(self.details))  # "nearly 80 ...: 68 in one village, 11 in another"
        return Total(self.low, self.best, self.high, tuple(self.parts))

    def _sentence(self, count: Count) -> str:
        first, stop = self.reading.sentences[count.sentence]
        begin = self.reading.starts[first]
        return self.text[begin : min(self.reading.ends[stop - 1], begin + 400)]

    def signals(self, count: Count) -> list[str]:
        """What the text says of how `count` stands to what was told before."""
        joined = count.sentence == self.last.sentence and not HEADLINE.match(self.reading.text, self.last.end, count.start)
        told, windows = self._told_beside(count, joined=joined)
        where = self._link(windows["between"], windows["own"]) if joined else "next" if count.sentence == self.last.sentence + 1 else "far"
        size, victims = self._size(count), self._victims(count)
        found = ["any", where, size, victims, *signalled(told, windows)]
        if victims == "wider" and _MORE_DIED.isdisjoint(found):
            found += ("whole",) if size == "larger" else ("told again",) if size in _AS_MANY else ()
        if victims == "same victims" and size in _AS_MANY and where == "far" and _MORE_DIED.isdisjoint(found) and count.best > _FEWEST:
            found.append("told again")  # a paragraph later
        is_more = self.figures[count.parts[0]].quantifier == "up_to" and count.best > self.best
        if is_more and (victims != "other victims" or {"others", "then"}.isdisjoint(found)):
            found.append("disagree")
        found += self._retold(count, told, windows, is_earlier="earlier" in found, joined=joined)
        if self._is_said_apart(count) and "more" not in found:
            found += ("said apart", "same victims said apart") if victims == "same victims" else ("said apart",)
            if joined and self.figures[self.last.parts[0]].statement == self.figures[count.parts[0]].statement:
                found.append("same teller")  # of whose counts the one before did not add either
        if where == "side by side" and self.last.parts[0] not in self.parts:
            found.append("beside a part")
        found += self._elsewhere(count, windows, victims, joined=joined)
        found += self._by_kind(count, joined=joined)
        found += self._by_rank(count, windows["leader"])
        if self.figures[self.anchor.parts[0]].rule == "toll":
            if "died later" in found and _MORE_DIED.isdisjoint(found) and self._has_risen():
                found.remove("died later")  # "The toll climbed to 71. Seventeen died of their wounds overnight."
            found += ("stands", "explains") if where == "hanging" else ("stands",)
        if (
            "goes on" in found
            and self.figures[count.parts[0]].rule != "toll"
            and OF_WOUNDS.search(self.text, self.anchor.start, self.anchor.end)
        ):
            found.append("died after")  # "A woman died of her wounds on Friday. The bombing on Thursday had killed five."
        if self._completes(count):
            is_sure = HEADLINE.match(self.reading.text, self.anchor.end) is not None
            is_sure = is_sure or (self.anchor.best > 4 and (victims != "other victims" or count.groups <= GENERIC))
            found.append("completes" if is_sure else "completes few")
        elif self._is_of_series(count):
            more = ["more of a series"] if "more" in found else []
            found = ["of a series", *more, *(signal for signal in found if signal not in _PLACES)]
        return found

    def _told_beside(self, count: Count, *, joined: bool) -> tuple[frozenset[str], dict[str, str]]:
        """The words around a count that tell of counts, and the stretches of text in which they may stand."""
        reading, text, figure = self.reading, self.text, self.figures[count.parts[0]]
        first, stop = reading.sentences[count.sentence]
        begin, end = min(max(self.last.end, count.start - 400), count.start), max(count.end, min(reading.ends[stop - 1], count.end + 80))
        number, victim = figure.number, figure.victim
        told = TELLING.intersection(reading.lows[reading.token_at(begin) : reading.token_at(end - 1) + 1])
        return told, {
            "between": text[begin : count.start],
            "near": text[max(begin, count.start - 160) : count.start],
            "opening": "" if joined else text[reading.starts[first] : min(count.start, reading.starts[first] + 80)],
            "own": text[count.start : count.end],
            "inside": text[count.start : end],
            "leader": text[number[0] : max(number[1] + 6, victim[1] if victim else 0)],
        }

    def _retold(self, count: Count, told: frozenset[str], windows: dict[str, str], *, is_earlier: bool, joined: bool) -> Iterator[str]:
        """What says that a count tells anew of those told before, or is a toll of them all."""
        figure, between, own = self.figures[count.parts[0]], windows["between"], windows["own"]
        if LATER(told, between) and INITIALLY.match(self._sentence(self.last)):
            yield "initially"
        number = figure.number[0]
        before = max(0, number - 12)
        is_the = self.text.endswith(DEFINITE_ENDS, before, number) and DEFINITE.search(self.text[before:number]) is not None
        if is_the or windows["leader"].startswith(("all", "both")):
            yield "definite"
        if count.best < self.best and THE_OTHER.search(self.text, count.end, count.end + 120):
            yield "one of those"  # "A woman died when a house fell and the other victim was hit by debris."
        if not joined and "alone" in self._sentence(self.last):
            yield "after alone"
        summed = SUMS_UP.match(self.text, count.end) is not None or (
            windows["leader"].startswith("all") and not count.groups and count.best > self.best
        )
        if not is_earlier and (summed or figure.rule == "toll" or TOLD_IN_ALL(told, between) or TOLD_IN_ALL(told, own)):
            falls = "smaller" if count.best < self.best else "larger"
            yield "toll lowered" if LOWERED(told, between + own) else f"toll {falls}"

    def _is_said_apart(self, count: Count) -> bool:
        """Whether a count and the one before it are told by two statements."""
        one, other = self.figures[count.parts[0]].statement, self.figures[self.parts[-1]].statement
        return one is not None and other is not None and one != other

    def _elsewhere(self, count: Count, windows: dict[str, str], victims: str, *, joined: bool) -> Iterator[str]:
        """What the places of a count, and entries of a log, say."""
        places = self._places(count)
        elsewhere = False
        if places and self.places:
            elsewhere = not places & self.places
            yield ("joined " if joined else "") + ("other place" if elsewhere else "same place")
        is_new = (elsewhere and victims in _NOT_TOLD) or (joined and count.groups and ";" in windows["between"])
        is_new = is_new or (not joined and victims == "other victims" and self.best == 1)  # "A guard was hurt. A neighbour suffered cuts."
        if self.best == 1 and HIS_KIN.match(windows["leader"]):
            yield "someone beside"
        if is_new and count.best == 1 and windows["leader"].startswith(("a ", "an ")):
            yield "someone new"
        if not joined and self._is_of_another_entry(count):
            yield "entry"

    def _is_in_brackets(self, count: Count) -> bool:
        """Whether it tells the first count in detail: "three were killed and seven wounded (two killed by mines, one by a sniper)"."""
        between = self.text[self.anchor.end : count.start]
        return between.rfind("(") > between.rfind(")")

    def _by_rank(self, count: Count, leader: str) -> Iterator[str]:
        """What the rank of one of them says: "two of the three died at once, the third in hospital", "a fourth body was found"."""
        rank = RANKED.match(leader) if count.best == 1 else None
        if rank is None:
            return
        nth = RANKS[rank["nth"]]
        ranked = {self.figures[index].value_best for index in self.parts if self.figures[index].victim_group} | {self.best}
        if nth - 1 in ranked:
            yield "next in rank"  # "killed nine soldiers and two civilians; a tenth soldier died in hospital"
        elif nth <= self.best and rank["the"]:
            yield "one of those"

    def _by_kind(self, count: Count, *, joined: bool) -> Iterator[str]:
        """What the kind of the count says."""
        figure = self.figures[count.parts[0]]
        rule, whole = figure.rule, self.figures[self.anchor.parts[0]].rule
        if count.attackers:
            yield "attackers"
        if lost_by_a_side(self.text, self.figures, count) and not self._is_said_apart(count):
            yield "own losses"
        if not joined and (label := self._label(count)) and (label_before := self._label(self.last)) and label != label_before:
            yield "other label"
        at = count.parts[0]
        if at and self.figures[at - 1].measure == "injured" and SOME_OF.search(self.text[count.start : count.end]):
            hurt = self.reading.token_at(self.figures[at - 1].number[0])
            if self.reading.sentence_of(hurt) == count.sentence:
                yield "died later"  # "19 were hospitalised, two of whom died"
        if self.anchor.sentence == count.sentence and self._is_in_brackets(count):
            yield "in brackets"
        parted = len(count.parts) > 1 and count.best == self.best > 2 and len(self.parts) == 1 and not joined
        if (
            parted
            and all(self.figures[index].measure == "killed" for index in count.parts)
            and self.figures[count.parts[-1]].victim is None
        ):
            yield "in detail"  # "killed three people. Two people died in Oulo, one in Tensi."
        if count.detail and not self.apart:
            yield "in detail"
        if rule == "name" and count.best == 1 and self._is_named_again(count):
            yield "named again"
        if rule in _RULE_SIGNALS:
            yield _RULE_SIGNALS[rule]
        if figure.measure == "bodies_recovered" and rule != "logged":
            yield "bodies"
        if len(self.parts) > len(self.anchor.parts):
            yield "listing"
        if rule == whole == "logged":
            yield "logged"
        if figure.count_basis == "claimed" and not joined:
            yield "claimed"

    def _label(self, count: Count) -> str:
        """What the sentence begins with before a colon: "Police: 2 dead. Civilians: 1 dead."."""
        label = LABEL.match(self._sentence(count))
        return label[0] if label is not None else ""

    def _is_named_again(self, count: Count) -> bool:
        """Whether the last of the names stands in a sentence that counted somebody before: "Torr, 45, had worked there since May"."""
        start, end = self.figures[count.parts[0]].number
        names = [word for word in self.text[start:end].split() if len(word) > 3 and word.isalpha()]
        if not names or count.sentence in self.sentences:
            return False
        return any(names[-1] in self._words_of(sentence) for sentence in self.sentences)

    def _words_of(self, sentence: int) -> frozenset[str]:
        first, stop = self.reading.sentences[sentence]
        return frozenset(self.reading.lows[first : min(stop, first + _LONGEST)])

    def _link(self, between: str, own: str) -> str:
        links = [link["and"] for link in LINK.finditer(between + own[: own.find(" ") + 1])]
        listed = between.rstrip().endswith(",") and not own[: own.find(" ")].endswith("ing")  # "three died, four were shot"
        return "side by side" if listed or (links and (links[-1] or not _NEW_CLAUSE.isdisjoint(links))) else "hanging"

    def _is_of_another_entry(self, count: Count) -> bool:
        """Whether an entry of a log begins between the last count and this one."""
        reading = self.reading
        begins = (reading.starts[reading.sentences[index][0]] for index in range(self.last.sentence + 1, count.sentence + 1))
        return any(ENTRY.match(self.text, begin, begin + 24) for begin in begins)

    def _has_risen(self) -> bool:
        """Whether the anchor is a toll that changed: what is told of deaths behind it says why."""
        return not SETS["revises"].isdisjoint(self.text[self.anchor.start : self.anchor.end].split())

    def _is_of_series(self, count: Count) -> bool:
        """Whether it is counted after a headline of several attacks, and not more than that."""
        anchor = self.anchor
        if self.told + count.best > anchor.best or count.sentence == anchor.sentence:
            return False
        if count.groups and count.groups.isdisjoint(ATTACKERS) and anchor.groups and anchor.groups <= ATTACKERS:
            return False  # "Ten militants were killed in raids across the country. Three policemen were also killed."
        if self.figures[anchor.parts[0]].place is not None and ALL_OVER.search(self.text, self.last.end, count.end):
            return False  # "A series of attacks in Oulo killed 31. Other incidents across the country killed two."
        if self.is_series is None:
            self.is_series = SERIES.search(self._sentence(anchor)) is not None
        return self.is_series

    def _completes(self, count: Count) -> bool:
        """Whether what was told last comes to the anchor with it: the same count in detail."""
        since = self.since
        return bool(since) and not self.apart and self.anchor.best - count.best in {self.told, since[-1], sum(since[-2:])}

    def _size(self, count: Count) -> str:
        if count.best in self.seen or count.best == self.best:
            return "equal" if count.best > _MANY else "alike" if count.best > 1 else "one again"
        if count.best > self.best:
            return "larger" if count.best <= 5 * self.best else "order above"
        return "smaller" if count.best * 5 >= self.best else "order below"

    def _victims(self, count: Count) -> str:
        named = self.figures[self.anchor.parts[0]]
        if not self.groups and len(self.parts) == 1 and named.rule == "name" and count.groups:
            return "wider" if count.groups <= GENERIC else "other victims"
        if not count.groups or not self.groups:
            return "unnamed"
        if not count.groups.isdisjoint(self.groups):
            return "same victims"
        after = count.groups <= GENERIC
        if self.generic and (not after or not self.groups.isdisjoint(_ANYBODY)):
            return "narrower"
        return "wider" if after and (not self.generic or not count.groups.isdisjoint(_ANYBODY)) else "other victims"
