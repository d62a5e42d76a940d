"""Phrases that may name who is counted: "at least 12 people", "a policeman", "his wife", "five of them".

Belongs here: finding such phrases in a sentence, and what the phrase itself tells (number, noun, being part of another or the object of a
preposition). Does not belong here: what happened to them (`harm`).
"""

from itertools import islice

from transforms.lexicon import rows
from transforms.text.quantities.classes import (
    ADV,
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
    INCLUDE,
    MEASURES,
    MODIFIER,
    MONTH,
    NAME,
    NOUNISH,
    OPEN,
    ORDINAL,
    PARTITIVES,
    PLURAL,
    PREP,
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
_ATTACKER = _having("ATTACKER")
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
_CLOSE = _having("CLOSE")
_SPEAKS = ALPHABET.compile(
    r"{NAME|TITLE}{0,5}(?:{OPEN}(?:{^STOP|CLOSE|MEASURE|SAY|NUMBER}){1,6}{CLOSE})?(?:{PREP}(?:{^STOP|COMMA|MEASURE|SAY|SUB|NUMBER}){1,8})?(?:{COMMA}(?!{SAY}{NAME|TITLE|DET|DEMONYM}))?(?:{ADV|HAVE}){0,2}(?!{report|reports}){SAY}(?!{to|dead|M_PP})"
)
_NAMED = ALPHABET.compile("{NAME|TITLE}{0,5}{COMMA}?(?:{ADV|HAVE}){0,2}")
# Verbs of saying in the past or present, as statements know them.
SAYING = frozenset(row[0] for row in rows("cue") if row[1] == "v" and row[5] == "1" and row[0].endswith(("d", "s", "t", "e")))
_SPEAKER = NAME | TITLE | DET | DEMONYM
_UNHARMED = frozenset(("dead", "missing", "killed", "wounded", "injured", "to"))  # reported dead: not somebody who reports
_NUMBERED = frozenset(("$", "£", "€", "#", ".", "aged", "age", "no.", "number", "highway", "route"))
_DENIED = frozenset(("not", "neither", "nor"))
_MEASURED = frozenset(("%", "p.m.", "a.m.", "pm", "am", "percent"))
# The words after and before which a number may be none that counts: most have none of them beside them.
_BEFORE_NO_COUNT = frozenset(ALPHABET.tags((*_NUMBERED, "and", "of", ",", "(", ":"))) | MONTH | NAME
_AFTER_NO_COUNT = frozenset(ALPHABET.tags((*_MEASURED, "a", "p", "year", "years", ":", ".", "/", "-"))) | MONTH
_PASSED_WORDS = frozenset(("at", "least", "also", "many", "mostly", "notably", "all", "-"))
_PASSED = frozenset(ALPHABET.tags(sorted(_PASSED_WORDS))) | ADV | COMMA
# What may say before a phrase that it is a part or hangs on another.
_LEADS = frozenset(ALPHABET.tags(("with", "among", "them", "whom", "which", "as", "on", "off", "of"))) | INCLUDE | PREP | OPEN
_PERSON = ALPHABET.compile("{VICTIM}|{AGED}(?!{NAME|WORD|ADJ|VICTIM|UNIT|TITLE|DEMONYM})")
_AGED = ALPHABET.having("AGED")
_FURTHER = _having("other", "others", "another", "additional", "further", "more", "extra")
_BRACKETS = _having("OPEN", ":", ";", "DASH")
_PLACE = _having("PLACE", "DEMONYM")
_RANKED = frozenset(("victim", "body", "corpse", "fatality"))
_WHERE = frozenset(("in", "at", "near"))
_UNDERGOES = _having("LOSE", "SUSTAIN")  # "the fourth lost her sight"
_DESCRIBE_SIDES = SETS["describe_sides"]
_NOUNS = _having("VICTIM", "UNIT", "NAME", "WORD")
_LISTED_NAMES = ALPHABET.compile(
    r"<one>(?:(?:{COMMA|;}{and}?|{and})<one>){1,40}(?!{WORD|VICTIM|UNIT|ADJ|GEN|NAME|M_COUNT|DASH})",
    one=r"{TITLE}{0,2}{NAME}{1,5}(?:{COMMA}{aged}?{DIGITS}|{OPEN}{DIGITS|aged|age|years|year|old|-}{1,4}{CLOSE})?",
)
_CONFIRMED = _having("confirmed", "reported", "ADJ")
_TOLD = _having("M_abducted", "M_missing")
_OWNING = _having("POSS")
_AGES = _having("DIGITS", "CARDINAL", "ONE", "TENS")
_BEGINS_PART = _having("NUMBER", "DET", "COMMA", "at")
_KILLED = _having("M_PP", "M_PARTICIPLE", "M_DEAD")
_MOSTLY = frozenset(("mostly", "mainly", "largely", "predominantly"))
_BOUNDS = frozenset(("more", "nearly", "almost", "some", "approximately", "estimated"))
EACH = frozenset(("a", "per", "each", "every"))
_PERIODS = frozenset(("day", "week", "month", "year", "night", "hour"))
_BEFORE_DETAILS = frozenset((":", ";", "-", "–", "—", "--"))
_WORD = _having("WORD")
AGENT_ENDINGS = ("er", "or", "ar", "ist", "ian", "ant", "ent", "man", "men", "eer")  # of nouns that name people by what they do
_ONE_OF_KIND = frozenset(("man", "woman", "boy", "girl", "child", "youth", "teenager", "baby"))
_TAKES = _having("TAKE", "HOLD", "held")
_HELD = frozenset(("hostage", "captive", "prisoner"))


class Phrase:
    """A phrase that may be what is counted."""

    __slots__ = (
        "adjective",
        "among",
        "attacker",
        "best",
        "definite",
        "first",
        "head",
        "high",
        "low",
        "measure",
        "number",
        "other",
        "partitive",
        "prep",
        "quantifier",
        "speaker",
        "stop",
        "subset",
        "taken",
        "whole",
    )  # fmt: skip

    def __init__(self, first: int, stop: int, head: int, number: Number | None) -> None:
        self.first = first
        self.stop = stop
        self.head = head  # the noun, -1 where there is none or it is unknown
        self.number = number
        self.low: int | None = None
        self.best: int | None = None
        self.high: int | None = None
        self.quantifier = "exact"
        if number is not None:
            self.low, self.best, self.high, self.quantifier = number.low, number.best, number.high, number.quantifier
        self.subset = False
        self.among: Number | None = None  # of how many it is a part: "two of the six priests"
        self.whole: Phrase | None = None  # the phrase that it tells in detail
        self.partitive = False  # "two of them": a subset where they were counted before
        self.prep = False
        self.attacker = False
        self.measure: str | None = None
        self.other = False
        self.taken = False
        self.speaker = False
        self.definite = False
        self.adjective: str | None = None

    @property
    def is_weak(self) -> bool:
        return self.number is None and self.best is None


def lone(first: int, stop: int) -> Phrase:
    """One person whom no phrase describes: a name, a pronoun, a word that is not known."""
    group = Phrase(first, stop, -1, None)
    group.low = group.best = group.high = 1
    group.definite = True
    return group


class Phrases:
    """The phrases of one sentence: the tokens `first` up to `stop`, of which `tags` are the characters."""

    __slots__ = ("counted", "first", "lows", "present", "reading", "stop", "tags", "vocabulary", "words")

    def __init__(self, reading: Reading, words: list[str], tags: str, first: int, stop: int) -> None:
        self.reading = reading
        self.words = words  # as printed, or as other print would have them
        self.lows = reading.lows
        self.tags = tags
        self.first = first
        self.stop = stop
        # What is not among its characters or words need not be looked for.
        self.present = frozenset(tags[first:stop])
        self.vocabulary = frozenset(reading.lows[first:stop])
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
            groups = self._join_predicates(groups)
        self._mark_parts(groups)
        self._mark_speakers(groups)
        if len(groups) > 1 and not _BRACKETS.isdisjoint(self.present):
            self._details(groups)
        return groups

    def _mark_parts(self, groups: list[Phrase]) -> None:
        """Mark each phrase by the words before it, and by the phrase before it: parts of another, further ones, objects of prepositions."""
        tags = self.tags
        previous: Phrase | None = None
        further = not _FURTHER.isdisjoint(self.present)
        for index, group in enumerate(groups):
            group.other = further and not _FURTHER.isdisjoint(tags[group.first : group.stop + 1])
            apart = previous is not None and not previous.subset
            self._mark(group, previous)
            if apart and previous is not None and previous.subset:
                self._mark_list(groups, index - 1)
            previous = group

    def _mark_speakers(self, groups: list[Phrase]) -> None:
        """Mark those who speak, and are not counted."""
        tags, lows = self.tags, self.lows
        for group in groups if "or" in self.vocabulary and "according" in self.vocabulary else ():
            if group.first > self.first and lows[group.first - 1] == "or" and lows[group.stop : group.stop + 1] == ["according"]:
                group.speaker = True  # "three were killed, or five according to the mayor": who speaks tells of the same
        if SAY.isdisjoint(self.present) and SAYING.isdisjoint(self.vocabulary):
            return
        following: Phrase | None = None
        for group in reversed(groups):
            if not group.prep and (_SPEAKS.match(tags, group.stop, self.stop) or (group.number is None and self._says(group.stop))):
                group.speaker = True
            elif following is not None and following.speaker:
                gap = tags[group.stop : following.first]
                opens = group.number is None or group.first == self.first or tags[group.first - 1] in COMMA
                group.speaker = opens and len(gap) == 1 and gap in AND  # "two survivors and an aid worker told"
            following = group

    def _mark_list(self, groups: list[Phrase], last: int) -> None:
        """Make those parts that are told in one list with the phrase of that index: "a monk, two nuns and a cook were among nine ..."."""
        while last > 0:
            gap = self.tags[groups[last - 1].stop : groups[last].first]
            if not 0 < len(gap) <= 2 or any(tag not in AND and tag not in COMMA for tag in gap):
                return
            last -= 1
            if groups[last].subset:
                return
            groups[last].subset = True

    def _says(self, at: int) -> bool:
        """Whether a verb of saying stands at `at`, behind a name at most: governor Samuel Kato wrote."""
        behind = _NAMED.match(self.tags, at, self.stop)
        at = behind.end() if behind else at
        if at >= self.stop or self.lows[at] not in SAYING:
            return False
        if at + 1 == self.stop:
            return True
        turned = self.tags[at - 1] in COMMA and self.tags[at + 1] in _SPEAKER  # "... and a nurse, said Omar Torr"
        return not turned and self.lows[at + 1] not in _UNHARMED

    def _details(self, groups: list[Phrase]) -> None:
        """What stands in brackets, or after a colon and comes to the number before it, tells that number in detail."""
        tags, lows = self.tags, self.lows
        for index, group in enumerate(groups):
            if index == 0:
                continue
            before = next(
                (
                    other
                    for other in islice(reversed(groups), len(groups) - index, len(groups) - index + 40)
                    if not other.prep and not other.subset
                ),
                groups[index - 1],
            )
            if before.measure == "killed_or_injured":
                continue  # "30 casualties: nine killed and 21 injured"
            if before.number is not None and before.best and lows[group.first - 1] in _BEFORE_DETAILS and group.first - before.stop <= 12:
                total = 0
                for stop in range(index, min(len(groups), index + 6)):
                    total += (groups[stop].best or 0) if lows[groups[stop].first - 1] != "by" else 0
                    if total >= before.best:
                        break
                details = [detail for detail in groups[index : stop + 1] if lows[detail.first - 1] != "by"]
                if total == before.best and not any(self._is_told_of(detail) for detail in details):
                    for detail in details:
                        detail.subset, detail.whole = True, before
            for at in range(group.first - 1, max(self.first, group.first - 15) - 1, -1):
                if tags[at] in _CLOSE or tags[at] in EVENTISH:
                    break
                if tags[at] in OPEN:
                    close = next(
                        (to for to in range(group.stop, min(self.stop, group.stop + 20)) if tags[to] in _CLOSE or tags[to] in EVENTISH), -1
                    )
                    if close >= 0 and tags[close] in _CLOSE:
                        group.subset = True
                    break

    def _is_told_of(self, group: Phrase) -> bool:
        """Whether the text goes on to say what the phrase says or what was done to it: "11 died and the other nine were injured"."""
        after = self.tags[group.stop] if group.stop < self.stop else ""
        return group.speaker or after in EVENTISH or after in BE or (self.lows[group.first - 1] == ";" and after in AND)

    def _may_count(self, number: Number) -> bool:
        """Whether the number may count people: years, ages, days, hours, sums of money and numbers of roads do not."""
        tags, lows = self.tags, self.lows
        first, core, stop = number.first, number.core, number.stop
        digits = lows[core][0].isdigit()
        if number.form == "both" and stop + 1 < self.stop and lows[stop].isdigit() and tags[stop + 1] in COMMA:
            return False  # "a husband and wife, both 81, were found dead"
        if first > self.first + 1 and lows[first - 2 : first] == ["all", "but"]:
            return False  # "all but three of the dead were women"
        if first > self.first and lows[first - 1] in _DENIED and number.quantifier == "exact":
            return False  # "two of them, not five as the army claimed"
        if first > self.first and lows[first - 1] in {"aged", "ages", "and"} and self._is_in_ages(first - 1, stop):
            return False
        if digits:
            if (
                first - 1 > self.first
                and lows[first - 1] in {"both", "each"}
                and tags[first - 2] in COMMA
                and tags[stop : stop + 1] in COMMA
            ):
                return False  # "a husband and wife, both 81, were found dead"
            if first > self.first and tags[first - 1] in _BEFORE_NO_COUNT and self._is_of_what_stands_before(number):
                return False
            year = lows[core]
            if len(year) == 4 and year.isdigit() and "1900" <= year <= "2099" and number.quantifier == "exact":
                before = tags[first - 1] if first > self.first else ""
                if (before in MONTH or before in DET) and stop < self.stop and tags[stop] in _COUNT:
                    return False  # "the 2014 killings of three teenagers", "the May 2014 deaths"
                return self._people_follow(stop) and (first == self.first or lows[first - 1] not in {"in", "since", "during"})
        if stop < self.stop and tags[stop] in _AFTER_NO_COUNT and self._is_of_what_follows(stop, digits=digits):
            return False
        if number.form != "ordinal" or lows[first] in {"a", "an"}:
            return number.form != "ordinal" or "of" not in lows[stop - 1 : min(stop + 1, self.stop)]  # "a third of the hostages"
        if lows[first] != "the" or stop == self.stop:
            return False
        ranked = lows[stop] in _RANKED  # "the 45th victim was found"
        return ranked or tags[stop] in BE or tags[stop] in EVENTISH or tags[stop] in _UNDERGOES

    def _is_of_what_stands_before(self, number: Number) -> bool:
        """Whether the words before say what the number is: "May 12", "aged 12", "$12", "Ahmed Ali, 35, ..."."""
        tags, lows = self.tags, self.lows
        before, stop = number.first - 1, number.stop
        low = lows[before]
        inner = before > self.first
        if low in _NUMBERED or (low in {"and", ","} and self._is_in_ages(before, stop)):
            return True
        if low == ":":
            starts, ends = self.reading.starts, self.reading.ends
            return inner and lows[before - 1][0].isdigit() and starts[number.first] == ends[before]
        if low == "of":
            return inner and lows[before - 1] in _ONE_OF_KIND and not self._people_follow(stop)  # "a boy of 12"
        if tags[before] in MONTH and (low != "may" or self.words[before] == "May"):
            return not self._people_follow(stop)
        after = stop if stop < self.stop else -1
        if tags[before] in NAME:
            told = after >= 0 and (tags[after] in EVENTISH or tags[after] in BE)
            return inner and number.core == number.first and not told and not self._people_follow(stop)
        if after < 0 or not inner:
            return False
        if low in {",", "("}:
            set_off = lows[after] in {",", ")", "."} or (tags[after] in DASH and tags[before - 1] in NAME)
            named = before - 1 - (lows[before - 1] == ".")  # "Ivo M., 63, ..."
            if set_off and (tags[named] in NAME or tags[named] in _SINGULAR):
                return True  # an age
        return self._is_of_ages(before, after)

    def _is_of_what_follows(self, after: int, *, digits: bool) -> bool:
        """Whether what follows at the token `after` says what the number is: "12 May", "12 %", "12:30", "12-year", "12 years old"."""
        lows = self.lows
        mark = lows[after]
        if mark in _MEASURED:
            return True
        if self.tags[after] in MONTH:
            return not (mark == "may" and lows[after + 1 : after + 2] in (["have"], ["be"], ["also"]))  # "200 may have died"
        if after + 1 == self.stop:
            return False
        if mark in {"a", "p"} and lows[after + 1 : after + 3] == [".", "m"]:
            return True
        if mark in {"year", "years"}:
            return digits and lows[after + 1] == "old"
        starts, ends = self.reading.starts, self.reading.ends
        if starts[after + 1] != ends[after]:
            return False
        figures = lows[after + 1][0].isdigit()
        return (mark in {":", ".", "/"} and figures) or (mark == "-" and not figures and ends[after - 1] == starts[after])

    def _numbered(self, number: Number, floor: int) -> Phrase | None:
        """The phrase that begins with the number, None where it counts no people."""
        if not self._may_count(number):
            return None
        at, tags = number.stop, self.tags
        if (
            at < self.stop
            and tags[at] in VICTIM
            and (at + 1 == self.stop or tags[at + 1] not in RUN_ON)
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
        return None if self._is_rate(group.stop) or not self._begin(group, floor) else group

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
        if end > start and not partitive:
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

    def _is_rate(self, at: int) -> bool:
        """Whether "a day" or "per week" follows at the token `at`, and no "a day after"."""
        lows = self.lows
        if at + 1 >= self.stop or lows[at] not in EACH or lows[at + 1] not in _PERIODS:
            return False
        return lows[at] != "a" or lows[at + 2 : at + 3] not in (["after"], ["before"], ["earlier"], ["later"], ["ago"])

    def _people_follow(self, start: int) -> bool:
        end = start
        while end < min(self.stop, start + 4):
            tag = self.tags[end]
            if tag in VICTIM or tag in _COUNT:
                return True
            if tag not in MODIFIER:
                return False
            end += 1
        return False

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

    def _mark(self, group: Phrase, previous: Phrase | None) -> None:
        """Mark a phrase that is a part of what was told before it, or hangs on a preposition."""
        tags, lows = self.tags, self.lows
        before = group.first - 1
        group.attacker = group.head >= 0 and tags[group.head] in _ATTACKER
        if group.number is None and before > self.first and (lows[before] in _MOSTLY or lows[group.first] in _MOSTLY):
            group.subset = True  # "40 people, mostly women"
        if before > self.first and lows[before] == "of" and lows[before - 1] in {"those", "bodies"}:
            before -= 2  # "141 bodies, among them those of 36 children"
        while (
            before > self.first
            and tags[before] in _PASSED
            and (lows[before] in _PASSED_WORDS or tags[before] in ADV or (tags[before] in COMMA and lows[before - 1] == "them"))
        ):
            before -= 1
        if before >= self.first and (tags[before] in _LEADS or tags[group.first] in GEN):
            self._mark_led(group, previous, before)
        after = group.stop + 2
        if after <= self.stop and lows[group.stop] == "among" and lows[after - 1] == "them":
            group.subset = group.subset or after == self.stop or tags[after] not in _BEGINS_PART
        if previous is not None and (previous.subset or previous.partitive) and not group.subset and not group.prep:
            group.subset = self._goes_on(group, previous) and (previous.subset or not (group.other or tags[group.first] in _OWNING))

    def _mark_led(self, group: Phrase, previous: Phrase | None, before: int) -> None:
        """Mark a phrase by the word `before` it that leads it: including, among, of, with."""
        tags, lows = self.tags, self.lows
        low, tag = lows[before], tags[before]
        if low == "with" and lows[before - 1] in {"along", "together"}:
            return
        if low == "among" and tags[before - 1] in BE:
            if previous is not None and previous.stop >= before - 2:
                previous.subset = True  # "three children were among 15 people killed"
                return
            if group.number is not None and tags[group.stop : group.stop + 1] in _KILLED:
                return  # "he was among 12 people killed"
        if self._begins_part(before):
            group.subset = True
        elif tags[group.first] in GEN and self._possessor_is_object(group.first - 1):
            group.prep = True  # "two members of the judge's escort"
        elif (low in {"on", "off"} and lows[group.first] == "duty") or (low == "of" and self._is_of_name(group)):
            pass  # "an off duty officer"
        elif tag in PREP:
            group.prep = low not in {"alongside", "after", "before", "since", "until", "as"}
        elif low == "as" and lows[before - 1] in SETS["poses"]:
            group.prep = True  # "men dressed as policemen"
        elif tag in OPEN and previous is not None and previous.stop >= before - 1:
            group.subset = previous.measure != "killed_or_injured"

    def _begins_part(self, before: int) -> bool:
        """Whether the word `before` a phrase says that it is a part: including, among, among whom, such as."""
        low, above = self.lows[before], self.lows[before - 1]
        return (
            self.tags[before] in INCLUDE
            or low == "among"
            or (low in {"them", "whom", "which"} and before > self.first and above in {"among", "of"})
            or (low == "as" and above == "such")
        )

    def _goes_on(self, group: Phrase, previous: Phrase) -> bool:
        """Whether a list of parts goes on with the phrase: "including two nuns and a cook"."""
        tags, lows = self.tags, self.lows
        gap = tags[previous.stop + self._told_of(previous, group) : group.first]
        if not 0 < len(gap) <= 2 or any(tag not in AND and tag not in COMMA for tag in gap) or (group.other and not previous.other):
            return False
        if group.stop < self.stop and group.head < 0 and (tags[group.stop] in EVENTISH or tags[group.stop] in BE):
            return False  # what was done to them is told of themselves
        bare = group.head < 0 and group.number is not None and previous.stop + len(gap) == group.first and previous.head >= 0
        if bare and group.stop < self.stop and lows[group.stop] in _WHERE:
            return False  # "seven died in Oulo, including a baby, two in Tensi and one in Bara"
        if tags[self.first] in INCLUDE and previous.first <= self.first + 2:
            return False  # "Including the bomber, four people ..."
        if previous.partitive and previous.head > 0 and tags[previous.head - 1] in BE:
            return False  # "19 people, two of whom were children, and two guards"
        if group.number is not None and group.head < 0 and previous.head >= 0 and self._is_somewhere(group) > self._is_somewhere(previous):
            return False  # "have died in Bara, including 66 children, and 12 in Oulo"
        return group.number is None or not (
            (len(gap) > 1 and self._is_new_clause(group, previous)) or _MOSTLY.intersection(lows[previous.first - 1 : previous.first + 1])
        )

    def _is_somewhere(self, group: Phrase) -> bool:
        """Whether a place is named right behind the phrase: "12 in Oulo"."""
        at = group.stop
        return at + 1 < self.stop and self.lows[at] in {"in", "at", "near"} and self.tags[at + 1] in NAME

    def _told_of(self, part: Phrase, group: Phrase) -> int:
        """How many words behind the part say of what it is: "among them the mayor of Tarn and four members ..."."""
        at = part.stop
        if group.first - at < 3 or self.lows[at] not in {"of", "from", "in"}:
            return 0
        at += 1
        while at < group.first and (self.tags[at] in NAME or self.tags[at] in DET or self.tags[at] in _PLACE):
            at += 1
        return at - part.stop

    def _is_new_clause(self, group: Phrase, previous: Phrase) -> bool:
        """Whether another clause begins with it behind a part: "31 died, including nine children, and 70 people were injured"."""
        led = previous.first > self.first and (self.tags[previous.first - 1] in INCLUDE or self.lows[previous.first - 1] == "them")
        return led and group.stop < self.stop and self.tags[group.stop] in BE

    def _join_predicates(self, groups: list[Phrase]) -> list[Phrase]:
        """The phrases, in which "two of whom were children" between commas is one, and a part."""
        tags = self.tags
        kept = groups[:1]
        for group in groups[1:]:
            part = kept[-1]
            set_off = part.first > self.first and tags[part.first - 1] in COMMA and group.stop < self.stop and tags[group.stop] in COMMA
            if set_off and part.partitive and group.number is None and group.first == part.stop + 1 and tags[part.stop] in BE:
                part.subset, part.head, part.stop = True, group.head, group.stop
                continue
            kept.append(group)
        return kept

    def _is_in_ages(self, at: int, stop: int) -> bool:
        """Whether the list that goes on at the token `at` is one of ages: "aged 19, 22 and 31"; not "aged eight, and 59 people"."""
        lows = self.lows
        if lows[at] not in {"aged", "ages"} and self._people_follow(stop):
            return False
        while at > self.first and (lows[at] in {"and", ","} or self.tags[at] in _AGES):
            at -= 1
        return lows[at] in {"aged", "ages"}

    def _is_of_ages(self, before: int, after: int) -> bool:
        """Whether the number between the two tokens is an age: "two girls, 7 and 9, ..."."""
        lows = self.lows
        if lows[before] == "," and lows[after] == "and" and before > self.first and after + 2 < self.stop:
            return self._may_have_ages(before - 1) and lows[after + 1][0].isdigit() and lows[after + 2] == ","
        if lows[before] == "and" and lows[after] == "," and before - 3 >= self.first:
            return lows[before - 1][0].isdigit() and lows[before - 2] == "," and self._may_have_ages(before - 3)
        return False

    def _may_have_ages(self, at: int) -> bool:
        """Whether several persons are told there: "two girls, 7 and 9, ...", "Rana and Nour Torr, 22 and 19, ..."."""
        return self.tags[at] in NAME or (self.tags[at] in PLURAL and self.tags[at] in VICTIM)

    def _is_of_name(self, group: Phrase) -> bool:
        """Whether "of" belongs to a name before the noun ("a Police Force of Upper Vale officer"): the phrase begins at its article."""
        if group.number is not None or group.best != 1 or self.tags[group.first] in DET or group.stop - group.first < 2:
            return False
        at = group.first - 2
        while at > self.first and at > group.first - 8 and (self.tags[at] in NAME or self.words[at][0].isupper()):
            at -= 1
        if at == group.first - 2 or self.lows[at] not in {"a", "an"}:
            return False
        group.first = at
        return True

    def _possessor_is_object(self, at: int) -> bool:
        """Whether the phrase that ends with the token `at` stands after a preposition."""
        while at > self.first and (self.tags[at] in NOUNISH or self.tags[at] in DET):
            at -= 1
        return self.tags[at] in PREP
