"""A reading as statements are looked for in it: the class of each token with what is known of quotation, and the stretches that are one.

Belongs here: the marks (the tags of `tag`, where `<` opens a quotation and `>` closes it), where quotations and the turns of a transcript
stand, and the sentences without their datelines. Does not belong here: cue words and what is made of them (`drafting`).
"""

import re
from itertools import pairwise

from transforms import lexicon
from transforms.text.quote import Quote, quotes
from transforms.text.reading import Reading
from transforms.text.statements.cue_word import WORDS
from transforms.text.tag import tags

Range = tuple[int, int]

_QUANTIFIERS = frozenset(("about", "around", "over", "under", "between", "nearly", "almost", "roughly"))
_NUMBER = re.compile(r"[n$]")
_LONG = 300
_HOURS = frozenset(("night", "morning", "afternoon", "evening"))
_DATELINE = re.compile(r"[XLtns,.*']{1,14}(?:\([XNA]{1,3}\))?-")
_CITY = re.compile(r"X{1,3}(?:,X{1,2})?:")
# MODERATOR: so many make a transcript; a turn runs on over paragraphs that begin as prose does
_TURN = re.compile(r"[XL]{1,4}:")
_FEWEST_TURNS = 2
_PROSE = frozenset("dpJNSXLbnO$tzERPCTFUAWVMIHKG<")
PEOPLE = frozenset(form.lower() for row in lexicon.rows("person_nouns") for form in row[:2])
_SETS = lexicon.sets("word_sets")
_FORCE = _SETS["force"]
SAY = _SETS["say"]
_SAY_FORMS = frozenset(low for low, word in WORDS.items() if word.lemma in SAY)
# Whether a clause stands in these marks.
CLAUSE = re.compile(r"[NSXPOnLt>)WbR](?:[MIHKV]|[Ez](?:(?![NSXFo])|(?=X{1,4}s|F(?:[,.]|$))))")


def _chunks(sentences: list[Range]) -> list[Range]:
    """`sentences`, the overlong ones cut: what is no prose costs no more than prose."""
    if all(stop - first <= _LONG for first, stop in sentences):
        return list(sentences)
    return [(cut, min(cut + _LONG, stop)) for first, stop in sentences for cut in range(first, stop, _LONG)]


class Scan:
    """One reading with what statements are found by."""

    __slots__ = ("closing", "inside", "lows", "marks", "opening", "quotes", "reading", "sentences", "tells_of_force", "turns")

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.lows = reading.lows
        self.quotes = quotes(reading)
        classes = tags(reading)
        marks = list(classes)
        self.inside = bytearray(len(marks) + 1)
        self.opening: dict[int, Quote] = {}
        self.closing: dict[int, Quote] = {}
        for quote in self.quotes:
            first, stop = quote.first, quote.stop
            if quote.opened:
                marks[first] = "<"
            if quote.closed:
                marks[stop - 1] = ">"
            self.inside[first:stop] = b"\1" * (stop - first)
            self.opening[first] = quote
            self.closing[stop - 1] = quote
            if quote.closed and self.lows[stop - 2] == ",":
                self._read_verb(marks, stop)
        # "said on Monday" is read as "said Monday".
        at = classes.find("t", 1)
        while at >= 0:
            if self.lows[at - 1] == "on":
                marks[at - 1] = "t"
            if self.lows[at + 1 : at + 2] and self.lows[at + 1] in _HOURS and marks[at + 1] != "X":
                marks[at + 1] = "t"
            at = classes.find("t", at + 1)
        self._tell_the_time(marks)
        self._quantify(marks)
        self.marks = "".join(marks)
        self.sentences = _chunks(reading.sentences)
        for index, (first, stop) in enumerate(self.sentences[:8]):
            if reading.words[first].isupper() or self.marks[first + 1 : first + 2] == "(":
                dateline = _DATELINE.match(self.marks, first, min(stop, first + 20))
                if not dateline and len(reading.words[first]) > 3:
                    dateline = _CITY.match(self.marks, first, stop)
                if dateline and dateline.end() < stop:
                    self.sentences[index] = (dateline.end(), stop)
        self.turns = self._spoken()
        self.tells_of_force = len(self.lows) < _LONG or len(_FORCE.intersection(self.lows)) > 1

    def _tell_the_time(self, marks: list[str]) -> None:
        """Read the signs of a time of day as parts of it: at 2:45 p.m., the mayor said."""
        lows, (starts, ends) = self.lows, (self.reading.starts, self.reading.ends)
        for at in [at for at, low in enumerate(lows) if low == ":"] if ":" in lows else ():
            if (
                0 < at < len(lows) - 1
                and lows[at - 1].isdigit()
                and lows[at + 1].isdigit()
                and ends[at - 1] == starts[at] == starts[at + 1] - 1
            ):
                marks[at] = "n"
        for at in [at for at, low in enumerate(lows) if low == "m"] if "m" in lows else ():
            if at > 2 and lows[at - 2] in ("a", "p") and lows[at - 1] == "." and marks[at - 3] == "n":
                marks[at - 2 : at + 1] = "ttt"
                if lows[at + 1 : at + 2] == ["."] and at + 2 < len(lows) and not self.reading.words[at + 2][0].isupper():
                    marks[at + 1] = "t"

    def _read_verb(self, marks: list[str], at: int) -> None:
        """Read the verb as one behind a quotation and a name, where its form may be a noun: "...," Conway notes."""
        name = at
        while at < len(marks) and marks[at] == "X":
            at += 1
        if name < at < len(marks) and marks[at] == "S" and self.lows[at] in WORDS and WORDS[self.lows[at]].kind == "v":
            marks[at] = "V"

    def _spoken(self) -> list[tuple[int, int, int]]:
        """The turns of a transcript, MODERATOR: ..., each with its colon; what they say is read as quotations are."""
        marks, words, paragraphs = self.marks, self.reading.words, self.reading.paragraphs
        opened = [
            (index, turn.end() - 1)
            for index, (first, stop) in enumerate(paragraphs)
            if words[first].isupper() and (turn := _TURN.match(marks, first, min(stop, first + 8)))
            if all(map(str.isupper, filter(str.isalpha, words[first : turn.end() - 1])))
        ]
        found: list[tuple[int, int, int]] = []
        if len(opened) < _FEWEST_TURNS:
            return found
        for (index, colon), (following, _) in pairwise([*opened, (opened[-1][0] + 1, 0)]):
            last = index
            while last + 1 < following and marks[paragraphs[last + 1][0]] in _PROSE:
                last += 1
            stop = paragraphs[last][1]
            if stop > colon + 1:
                found.append((paragraphs[index][0], colon, stop))
                self.inside[colon + 1 : stop] = b"\1" * (stop - colon - 1)
        return found

    def _quantify(self, marks: list[str]) -> None:
        """Read words of measure before a number as determiners: said at least 20 had died."""
        lows = self.lows
        for number in _NUMBER.finditer(self.reading.tags, 1):
            at = number.start() - 1
            first = at
            low = lows[at]
            if low == "as" and at > 1 and lows[at - 1] in ("many", "few", "much") and lows[at - 2] == "as":
                first = at - 2  # as many as 20
            elif low == "to" and at and lows[at - 1] in ("up", "close"):
                first = at - 1
            elif low in ("least", "most"):
                if at == 0 or lows[at - 1] != "at":
                    continue
                first = at - 1
            elif low not in _QUANTIFIERS or (
                low not in ("nearly", "almost", "roughly") and (at == 0 or (lows[at - 1] not in _SAY_FORMS and marks[at - 1] not in "Qt"))
            ):
                continue
            marks[first : at + 1] = "d" * (at + 1 - first)
            if low == "between" and marks[at + 2 : at + 4] == ["C", "n"]:
                marks[at + 2] = "n"

    def same_paragraph(self, one: int, other: int) -> bool:
        """Whether two tokens stand in one paragraph."""
        paragraphs = self.reading.paragraphs
        return other < paragraphs[self.reading.paragraph_of(one)][1]
