"""Phrases that may name who is counted: "at least 12 people", "a policeman", "his wife", "five of them".

Belongs here: finding such phrases in a sentence, and what the phrase itself tells: number, noun, persons. Does not belong here: what they
are to each other (`parts`), and what happened to them (`harm`).
"""

from transforms.text.casualties.countable import is_rate, may_count
from transforms.text.casualties.parts import join_predicates, mark_details, mark_parts, mark_speakers
from transforms.text.casualties.phrase import Passage, Phrase
from transforms.text.quantities.classes import (
    ALPHABET,
    AND,
    BE,
    COMMA,
    DASH,
    DEMONYM,
    DET,
    ED_ING,
    EVENTISH,
    GEN,
    MEASURES,
    MODIFIER,
    NAME,
    NOUNISH,
    ORDINAL,
    PARTITIVES,
    PLURAL,
    RUN,
    RUN_ON,
    SAY,
    SETS,
    TITLE,
    UNIT,
    VICTIM,
)
from transforms.text.quantities.number import Number, numbers
from transforms.text.reading import Reading

_having = ALPHABET.having
_AGED = _having("AGED")
_OTHER_FORCE = DEMONYM | NAME | _having("COUNTRY", "AGENT")  # "Afghan and NATO troops"
_SINGULAR = _having("SINGULAR")
_SIDE = ((DEMONYM | _SINGULAR) & (VICTIM - PLURAL)) | _having("ADJ", "AGENT") | NAME
_COLLECTIVE = _having("COLLECTIVE")
_NUMBER = _having("DIGITS", "CARDINAL", "TENS")
_COUNT = _having("M_COUNT", "M_BODY", "M_CAPTIVES", "M_LIVES")
_DESCRIBES = _having("DEMONYM", "ADJ", "ATTACKER", "FAMILY", "POLICE")
_OLD = _having("ADJ")
_OF_WHOM = _having("DET", "PLURALREF", "them", "us")
_COUNTED = SETS["counted"]
_GOES_ON = BE | EVENTISH | _having("HAVE", "AUX")
_QUOTE = _having("QUOTE") - _having("GEN")
_LY = _having("LY") | _having("critically", "seriously")
_PERSON = ALPHABET.compile("{VICTIM}|{AGED}(?!{NAME|WORD|ADJ|VICTIM|UNIT|TITLE|DEMONYM})")
_BRACKETS = _having("OPEN", ":", ";", "DASH")
_DESCRIBE_SIDES = SETS["describe_sides"]
_NOUNS = _having("VICTIM", "UNIT", "NAME", "WORD")
_LISTED_NAMES = ALPHABET.compile(
    r"<one>(?:(?:{COMMA|;}{and}?|{and})<one>){1,40}(?!{WORD|VICTIM|UNIT|ADJ|GEN|NAME|M_COUNT|DASH})",
    one=r"{TITLE}{0,2}{NAME}{1,5}(?:{COMMA}{aged}?{DIGITS}|{OPEN}{DIGITS|aged|age|years|year|old|-}{1,4}{CLOSE})?",
)
_CONFIRMED = _having("confirmed", "reported", "ADJ")
_TOLD = _having("M_abducted", "M_missing")
_OWNING = _having("POSS")
_BOUNDS = frozenset(("more", "nearly", "almost", "some", "approximately", "estimated"))
_WORD = _having("WORD")
AGENT_ENDINGS = ("er", "or", "ar", "ist", "ian", "ant", "ent", "man", "men", "eer")  # of nouns that name people by what they do
_TAKES = _having("TAKE", "HOLD", "held")
_HELD = frozenset(("hostage", "captive", "prisoner"))


class Phrases(Passage):
    """The phrases of one sentence."""

    __slots__ = ("counted",)

    def __init__(self, reading: Reading, words: list[str], tags: str, first: int, stop: int) -> None:
        super().__init__(reading, words, tags, first, stop)
        self.counted: str | None = None  # the measure that was counted last

    def read_phrases(self) -> list[Phrase]:
        """The phrases of the sentence in order, each marked as what it is to those before it."""
        tags = self.tags
        groups: list[Phrase] = []
        covered = self.first
        for number in numbers(self.lows, tags, self.first, self.stop):
            if number.first < covered:
                continue
            group = self._numbered(number, covered)
            if group is not None:
                if _PERSON.search(tags, covered, group.first):
                    groups += self._bare(covered, group.first)
                groups.append(group)
                covered = group.stop
        if _PERSON.search(tags, covered, self.stop):
            groups += self._bare(covered, self.stop)
        if any(group.partitive for group in groups):
            groups = join_predicates(self, groups)
        mark_parts(self, groups)
        mark_speakers(self, groups)
        if len(groups) > 1 and not _BRACKETS.isdisjoint(self.present):
            mark_details(self, groups)
        return groups

    def _numbered(self, number: Number, floor: int) -> Phrase | None:
        """The phrase that begins with the number, None where it counts no people."""
        if not may_count(self, number):
            return None
        at, tags = number.stop, self.tags
        if (
            at < self.stop
            and tags[at] in VICTIM
            and (at + 1 == self.stop or (tags[at + 1] not in RUN_ON and not (tags[at + 1] in AND and tags[at] in _SIDE)))
            and number.form != "both"
            and self.lows[at - 1] != "couple"
        ):
            group = Phrase(number.first, at + 1, at, number)  # "two people were": most phrases are as plain
            if tags[at] in _COUNT:
                group.measure = MEASURES[self.lows[at]]
        else:
            found = self._of_whom(number)
            if found is None:
                return None
            group = found
            if group.partitive and group.head < 0 and group.measure:
                return group  # "three of the dead"
        return None if is_rate(self, group.stop) or not self._begin(group, floor) else group

    def _of_whom(self, number: Number) -> Phrase | None:
        """The number with the words behind it that say whom it counts; None where it counts nobody."""
        tags, lows = self.tags, self.lows
        if number.form == "none" and number.stop < self.stop and lows[number.stop] == "else":
            return Phrase(number.first, number.stop + 1, -1, number._replace(stop=number.stop + 1))
        found = self._whole(number)
        if found is None:
            return None
        start, partitive, among = found
        if start + 1 < self.stop and tags[start] in _QUOTE and tags[start + 1] in VICTIM:
            start += 1  # 63 "terrorists"
        run = RUN.match(tags, start, self.stop)
        end = run.end() if run else start
        head = self.head_of(start, end)
        if (on := self._past_and(start, end)) is not None and number.best != 1:
            head, end = on
        if head == -2:
            return None
        while head == -1 and end > start and tags[end - 1] in _LY:
            end -= 1  # "another severely wounded"
        if start > number.stop and (dead := self._counted_dead(number, start)) is not None:
            return dead
        group = self._named(number, start, end, head, partitive=partitive)
        if group is None:
            return None
        group.among = among
        group.partitive = partitive or (head >= 0 and start > number.stop and lows[head] in _COUNTED)
        for at in range(start, head):
            if (tags[at] in EVENTISH and lows[at] in MEASURES) or lows[at] == "missing":
                group.adjective = MEASURES[lows[at]]
        return group

    def _past_and(self, start: int, end: int) -> tuple[int, int] | None:
        """The noun behind two words that say of which sides they are: "93 Druze and Bedouin civilians", "12 Indian and Pakistani troops".

        Where the run goes to, and its noun; None where no such words stand there.
        """
        tags, words = self.tags, self.words
        if end == start or end + 2 >= self.stop or tags[end] not in AND:
            return None
        for at in (end - 1, end + 1):
            if tags[at] not in _SIDE or not words[at][0].isupper():
                return None
        run = RUN.match(tags, end + 1, self.stop)
        head = self.head_of(end + 1, run.end()) if run else -1
        return (head, run.end()) if run and head > end + 1 and tags[head] in PLURAL and tags[head] not in DEMONYM else None

    def _whole(self, number: Number) -> tuple[int, bool, Number | None] | None:
        """Of whom a number counts some: where they are told, whether they have been told before, and how many of them there are."""
        tags, lows = self.tags, self.lows
        start = number.stop
        last = lows[start - 1]
        if last == "couple":
            return None  # "a couple were found": people
        if number.form == "both" and start < self.stop and tags[start] in DET:
            start += 1
        if lows[start : start + 2] == ["more", "of"]:
            start += 1  # "51 more of its soldiers"
        if last == "of":
            if lows[start : start + 1] == ["them"] and not (start + 1 < self.stop and tags[start + 1] in _GOES_ON):
                return None  # "many of them women"
            return start + (start < self.stop and tags[start] in DET), False, None
        if start >= self.stop or lows[start] != "of":
            return start, False, None
        start += 1 + (start + 1 < self.stop and tags[start + 1] in _OF_WHOM)
        partitive = lows[start - 1] in PARTITIVES
        start += partitive and lows[start : start + 1] in (["a"], ["an"])  # "one of them a child"
        among = None
        if start < self.stop and tags[start] in _NUMBER and (lows[start - 1] in {"the", "of"} or tags[start - 1] in _OWNING):
            if lows[start - 1] != "of":
                among = next(iter(numbers(lows, tags, start, min(self.stop, start + 3))), None)  # "three of the four hostages"
            start += 1
        elif start < self.stop and lows[start] in _BOUNDS and lows[start - 1] == "the":
            among = next(iter(numbers(lows, tags, start, min(self.stop, start + 5))), None)  # "30 of the more than 60 hostages"
            start = among.stop if among is not None and among.first == start else start
        return start, partitive, among

    def _counted_dead(self, number: Number, start: int) -> Phrase | None:
        """Some of those of whom has been told what was done to them: "three of the dead", "six of the victims were women"."""
        tags, lows = self.tags, self.lows
        if start >= self.stop or lows[start - 1] != "the" or lows[start] not in _COUNTED:
            return None
        measure = MEASURES.get(lows[start])
        if measure is None and (start + 1 >= self.stop or tags[start + 1] not in BE):
            return None
        measure = measure or self.counted
        if measure is None or (start + 1 < self.stop and tags[start + 1] in NOUNISH):
            return None
        group = Phrase(number.first, start + 1, -1, number)
        group.measure = measure
        group.partitive = True
        return group

    def _named(self, number: Number, start: int, end: int, head: int, *, partitive: bool) -> Phrase | None:
        """The number with the noun in the run of tokens behind it: a known one at `head`, an unknown one, or none."""
        tags, lows = self.tags, self.lows
        first, stop = number.first, number.stop
        if number.form == "one" and start == stop and "death" in lows[start : start + 2]:
            at = start + (lows[start] != "death")
            if at == start or tags[start] in _CONFIRMED:
                group = Phrase(first, at + 1, at, number)
                group.measure = "killed"
                return group
        if head >= 0:
            if number.form == "both" and head + 2 < self.stop and tags[head + 1] in AND and tags[head + 2] in PLURAL:
                return None  # "both soldiers and civilians"
            group = Phrase(first, head + 1, head, number)
            if tags[head] in _COUNT:
                group.measure = MEASURES[lows[head]]
            return group
        third = number.form == "ordinal" and lows[first] in {"a", "an"} and start == stop  # "a third escaped with burns"
        if end > start and not partitive and not (third and tags[start] in ED_ING):
            if number.form in {"ordinal", "none", "both"} or (start > stop and lows[start - 1] == "of"):
                return None
            # an unknown noun: it ends before what looks like a verb
            return Phrase(first, next((at for at in range(start + 1, end) if tags[at] in ED_ING), end), -1, number)
        if number.form == "none" and (lows[stop - 1] == "no" or tags[stop : stop + 1] in _LY):
            return None  # "20 were hurt, none seriously"
        if partitive:
            aged = end > start and tags[end - 1] in _AGED  # "one of them a 14-year-old"
            return Phrase(first, end if aged else max(stop, start), -1, number)
        group = Phrase(first, stop, -1, number)
        if number.form == "one" and lows[stop : stop + 1] == ["aged"] and tags[first - 1] in COMMA:
            group.subset = True  # "her two daughters, one aged four"
            return group
        group.subset = stop + 1 < self.stop and tags[stop] in _LY and tags[stop + 1] not in EVENTISH  # "eight others, two critically"
        return group

    def _begin(self, group: Phrase, floor: int) -> bool:
        """Take in the words before the number: "the other 12", "a group of 12"; False where what stands there counts no people."""
        tags, lows = self.tags, self.lows
        while group.first - 1 >= floor and (tags[group.first - 1] in DET or lows[group.first - 1] in {"other", "first", "all"}):
            group.first -= 1
            group.definite = True
        if group.first - 2 < floor or lows[group.first - 1] != "of":
            pass
        elif lows[group.first - 2] in {"all", "both"}:
            group.first -= 2
        elif lows[group.first - 2] in SETS["groups_of"]:
            if lows[group.first - 2] not in {"family", "crew", "total"} and group.head < 0:
                return False
            group.first -= 2
            while group.first - 1 >= floor and (tags[group.first - 1] in DET or lows[group.first - 1] in {"entire", "whole"}):
                group.first -= 1
        return True

    def head_of(self, start: int, end: int) -> int:
        """The head noun of the run of tokens: its index, -1 where unknown, -2 where it names no people."""
        if start == end:
            return -1
        tags = self.tags
        head = other = -1
        position = start
        while position < end:
            tag = tags[position]
            if head >= 0 and self.lows[position] in _HELD:
                break  # "11 sailors captive"
            if (
                head >= 0
                and tag in UNIT
                and tag not in VICTIM
                and tags[head] in PLURAL
                and tags[head] not in _DESCRIBES
                and head == position - 1
            ):
                break  # "militants attack": a plural begins no compound
            if tag in VICTIM or tag in UNIT or tag in _COUNT:
                if self.lows[position] == "other" and position + 1 < end:
                    other = position  # "seven other wounded people"
                elif not (position + 1 < end and tags[position + 1] in GEN):
                    head = position
            elif (head >= 0 and not (tags[head] in _DESCRIBES or (tags[head] in UNIT and tag not in ED_ING))) or (
                tag in ED_ING and head >= 0
            ):
                break
            position += 1
        head = other if head < 0 else head
        if head < 0:
            return -1
        tag = tags[head]
        if head < end - 1 and (tag in DEMONYM or self.lows[head] in _DESCRIBE_SIDES) and tag not in PLURAL and tags[head + 1] not in ED_ING:
            return -1  # "a British film maker", "a paramilitary sweep"
        if tag in UNIT and head + 2 == end and tags[head + 1] in _WORD and self.lows[head + 1].rstrip("s").endswith(AGENT_ENDINGS):
            return -1  # "a village registrar"
        return -2 if tag in UNIT and tag not in VICTIM and tag not in _COUNT else head

    def _bare(self, start: int, end: int) -> list[Phrase]:
        """Phrases without a number whose head is a person: "a policeman", "his wife", "soldiers"."""
        tags = self.tags
        groups = []
        position = start
        while position < end:
            match = _PERSON.search(tags, position, end)
            if match is None:
                break
            position = match.start()
            stop = position + 1
            while stop < end and stop < position + 6 and tags[stop] in NOUNISH:
                stop += 1
            head = position if tags[position] in _AGED else self.head_of(position, stop)
            if head < 0:
                position = stop
                continue
            if not self._is_no_person(head):
                first = self._bare_begin(position, start)
                is_one_of_many = first - 1 > start and tags[first - 1] in ORDINAL and self.lows[first - 2] == "the"
                if not is_one_of_many:  # but: "the second member killed in a week"
                    groups.append(self._described(first, head, start, end))
            position = head + 1
        return groups

    def _is_no_person(self, head: int) -> bool:
        """Whether what stands beside a noun for a person shows that it is none, or none that is counted for itself."""
        tags, lows = self.tags, self.lows
        tag, after = tags[head], head + 1
        if lows[head] in _HELD and head > self.first and tags[head - 1] in _TAKES:
            return True  # "four traders taken hostage were killed"
        if tag in _COUNT:
            return True
        if after >= self.stop:
            return False
        behind = tags[after]
        if behind in _COUNT or behind in GEN:
            return True
        if lows[head] == "suspect" and lows[after] == "that":
            return True  # "officials suspect that ..."
        is_people = tag in DEMONYM and tag in _SINGULAR
        if is_people and (behind in NOUNISH or (behind in AND and tags[after + 1 : after + 2] in _OTHER_FORCE)):
            return True
        starts, ends = self.reading.starts, self.reading.ends
        return behind in DASH and after + 1 < self.stop and starts[after] == ends[head] and starts[after + 1] == ends[after]

    def _bare_begin(self, position: int, start: int) -> int:
        """Where the words begin, not before `start`, that describe the noun at `position`."""
        tags, lows = self.tags, self.lows
        first = position
        while first > start and first > position - 7:
            if tags[first - 1] in MODIFIER and not (tags[first - 1] in ED_ING and first - 2 >= start and tags[first - 2] in _NOUNS):
                first -= 1
            elif first - 3 >= start and tags[first - 1] in _OLD and lows[first - 2] in {"-", "year"} and lows[first - 3][0].isdigit():
                first -= 3
            elif first - 2 >= start and lows[first - 1] == "-" and lows[first - 2][0].isdigit():
                first -= 2
            else:
                break
        if (
            first - 1 >= start
            and tags[first - 1] in _TOLD
            and (first - 1 == self.first or tags[first - 2] in DET or lows[first - 2] == "of")
        ):
            first -= 1  # "the body of a kidnapped trader"
        elif first - 2 >= start and lows[first - 1] == "dead" and tags[first - 2] in DET:
            first -= 1  # "the clash left a dead soldier"
        return first - (first > start and lows[first - 1] == "night")  # "a night watchman"

    def _described(self, first: int, head: int, start: int, end: int) -> Phrase:
        """The phrase of the person at `head`, from the describing words at `first` on, with the determiner before and the names behind."""
        tags, lows = self.tags, self.lows
        tag = tags[head]
        determiner = lows[first - 1] if first > start and (tags[first - 1] in DET or tags[first - 1] in GEN) else ""
        if determiner == "that" and (self.words[first][0].isupper() or (first - 2 >= self.first and tags[first - 2] in SAY)):
            determiner = ""  # "said that journalist ... had died"
        stop = head + 1
        named = 0
        if not determiner and tag in _SINGULAR:
            while stop < end and stop < head + 5 and (tags[stop] in NAME or tags[stop] in TITLE):
                stop += 1  # "Judge Amina Torr"
        elif tag in PLURAL and stop < end and tags[stop] in NAME and tag not in DEMONYM:
            stop, named = self.names(stop)  # "brothers Ali and Omar Torr"
        group = Phrase(first - 1 if determiner else first, stop, head, None)
        count = self._persons(head, stop, determiner, named)
        group.low = group.best = group.high = count
        group.quantifier = "exact" if count else "unknown_number"
        if tags[first] in _TOLD or lows[first] == "dead":
            group.adjective = MEASURES[lows[first]]
        group.definite = determiner in {"the", "his", "her", "their", "that", "this"}
        return group

    def _persons(self, head: int, stop: int, determiner: str, named: int) -> int | None:
        """How many persons a noun without a number names; None where it does not tell."""
        low, tag = self.lows[head], self.tags[head]
        if tag in _COLLECTIVE:
            return 2 if low == "couple" else None
        if low == "parents":
            behind = self.lows[stop : stop + 2]
            if behind == ["and", "their"] or (determiner in {"his", "her", "their", "the"} and behind[:1] != ["of"]):
                return 2
        if (tag in _SINGULAR and tag not in PLURAL) or (tag in _AGED and low.endswith("old")):
            return 1
        return named or None

    def names(self, at: int) -> tuple[int, int]:
        """The list of names of persons that begins at the token `at`: where it ends, and how many it names; 0 where there is none."""
        match = _LISTED_NAMES.match(self.tags, at, self.stop)
        if match is None:
            return at, 0
        joints = [
            to
            for to in range(at, match.end())
            if (self.tags[to] in NAME or self.tags[to] in TITLE)
            and (to == at or not (self.tags[to - 1] in NAME or self.tags[to - 1] in TITLE))
        ]
        if len(joints) == 2:
            joint = self.tags[at : joints[1]]
            if not any(tag in AND for tag in (*joint, *self.tags[match.end() : match.end() + 1])):
                return at, 0  # "Ahmed Ali, Kabul"
            if joint[-1] in AND and joint[-2] in COMMA and joint[-3] in NAME:
                return at, 0  # "the death of Omar Said, and Republicans have ..."
        return match.end(), len(joints)
