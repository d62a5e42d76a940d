"""Statements: who said what, by which words, with spans into the text.

Each cue word outside of quotations is read in every way that its place allows (`Scan.verbs`, `Scan.place_noun`, `Scan.according`,
`Scan.colons`, ...): a `Draft` with its source and where its content is. Tables of weights say which drafts attribute (`CUES`), where open
content ends (`ENDS`), which phrase is the source (`SOURCES`), and whose subject a verb without one shares (`SHARED`); of drafts within
one another's content only the outermost stays.
Belongs here: the record, the readings of a cue and the choice among them. Does not belong here: frames (`cue`), phrases (`source`),
ends (`content`), marks (`quote`), or whom a source means (`mention`).
"""

import re
from bisect import bisect_right
from dataclasses import replace
from itertools import compress, pairwise
from typing import NamedTuple

from transforms import lexicon
from transforms.text import content as contents
from transforms.text import cue as cues
from transforms.text import source as sources
from transforms.text.cue import Candidate
from transforms.text.quote import Quote, quotes
from transforms.text.reading import Reading
from transforms.text.tag import tags
from transforms.text.weight import Facet, Weights

Span = tuple[int, int]
Range = tuple[int, int]


class Statement(NamedTuple):
    """One attributed speech act. Spans are character offsets into the text read, end exclusive."""

    source: Span | None  # the noun phrase that speaks, as printed: "Izzat al-Rishq, a member of Hamas' political bureau,"
    cue: Span | None  # the words that attribute: "added:", "declined to comment on", "according to"
    content: tuple[Span, ...]  # what is said, in text order; one or more pieces
    quotation_type: str  # direct, indirect, mixed, narrated_act
    speech_act: str  # DOMAIN vocabulary
    negated: bool  # "did not say that ..."
    hedge: str | None  # the hedging word of the cue or content ("reportedly", "allegedly", "appeared to"), else None
    addressee: Span | None  # "Reuters" in "told Reuters"
    rule: str  # which rule found it


_RELATIVES = frozenset(("who", "whom", "which", "what"))
_CLAUSES = frozenset(("that", "0", "wh", "to", "np_that", "np_to", "np_wh", "colon"))
_NAMELESS = frozenset(("named", "identified", "quoted", "anonymity"))
# Passives that need somebody who believes: without one, it is the narrator who speaks.
_BELIEVED = frozenset(("believe", "think", "fear", "presume", "assume", "confirm", "find", "say", "know"))
# Participles by which the narrator explains what a quotation is about.
_EXPLAINING = frozenset(("refer", "allude"))
_QUANTIFIERS = frozenset(("about", "around", "over", "under", "between", "nearly", "almost", "roughly"))
_NUMBER = re.compile(r"[n$]")
_MAKE = frozenset(("made", "make", "makes", "making"))
_EXPLETIVE = frozenset(("it", "there"))
_PEOPLE = frozenset(form.lower() for row in lexicon.rows("person_nouns") for form in row[:2])
# Between a quotation and the verb of saying: a subject, with its titles, appositions and relative clause.
_REGION = re.compile(r"[^.;:<>MIHKVUW\"]*(?:W[^.;:<>\"]*)?")
_CLAUSE = re.compile(r"[NSXPOnLt>)WbR](?:[MIHKV]|[Ez](?:(?![NSXFo])|(?=X{1,4}s)))")
# ", a charge that Kigali" before "denied": the claim, and who answers it.
_TAKEN_UP = re.compile(r"([dn]J{0,2}[NSz])[QW]?((?:[dp]?[JNXSs]{0,4}[NSX]|P)R*)")
_TAKEN = re.compile(r"[dn]J{0,2}[NSz](?=[dpQWXP])")
_CLAIMS = frozenset(word for word, use in lexicon.rows("claim_words") if use in ("report", "accusation"))
_ANSWERS = frozenset(("deny", "reject", "dispute", "dismiss", "refute", "confirm", "contradict", "echo", "rebut", "repeat"))
_BRANDS = frozenset(("call", "describe", "label", "brand", "denounce"))
_ANSWERED = frozenset(low for low, word in cues.WORDS.items() if word.lemma in _ANSWERS)
_OPENING = re.compile(r"[CR,]{0,2}[FGUT][^MIHKVEQW.;:<>]*")
_SUBJECT_NOUN = re.compile(r"[CR,]{0,2}[^MIHKVEQWFGUTz,.;:<>]*")
_VERB_NEXT = re.compile("R?[Ez]")
_SETS = lexicon.sets("word_sets")
_SAY = _SETS["say"]
_SAY_FORMS = frozenset(low for low, word in cues.WORDS.items() if word.lemma in _SAY)


CUES = Weights("cue_weights")
ENDS = Weights("end_weights")
SOURCES = Weights("source_weights")
SHARED = Weights("shared_weights")
THRESHOLD = -0.2
HOPELESS = -2.3  # what speaks against a candidate more than this before its source is known is not looked at
_LONG = 300
_MOST_HOSTS = 8  # verbs whose subject another one may share
_FINITE = frozenset("MIHKVEz")
_MOST_CUES = 30  # words that may attribute, in one sentence
ALONE: dict[str, float] = {}


ALONE_NOUN: dict[str, float] = {}
HOPEFUL: set[str] = set()  # the words that are looked at
_VERBAL = frozenset("VEGBbz")
_PLAIN = re.compile(r"[PWQ]|[dpJNSXLbnso]+")
_WORDY = re.compile(r"[dpJNSXLbzntEGVBMIHKPOTFoAYRCUWQ]")


def weigh_words() -> None:
    """What each cue word alone weighs."""
    for low, word in (*cues.WORDS.items(), (":", _COLON)):
        ALONE[low] = CUES.total(cues.word_features(low, word))
    for low, word in cues.AS_NOUN.items():
        ALONE_NOUN[low] = CUES.total(cues.word_features(low, word))
    HOPEFUL.clear()
    HOPEFUL.update(low for low in cues.WORDS if max(ALONE[low], ALONE_NOUN.get(low, -99.0)) >= HOPELESS)
    HOPEFUL.update(_SPECIAL_WORDS)


_BEFORE = frozenset(("end", "np_end", "prep", "q", "np_q", "np"))
_SETTLED = frozenset(("pq", "wq", "iq", "ic"))
_WORDED = re.compile(r"[dpJNSXLbzntEGVBMIHKPOTFoAYRUWQ]")
_DATELINE = re.compile(r"[XLtns,.*']{1,14}(?:\([XNA]{1,3}\))?-")
_APPOSED = re.compile(r",d[JNXSLo]{1,8},")
_CITY = re.compile(r"X{1,3}(?:,X{1,2})?:")
# MODERATOR: so many make a transcript; a turn runs on over paragraphs that begin as prose does
_TURN = re.compile(r"[XL]{1,4}:")
_FEWEST_TURNS = 2
_PROSE = frozenset("dpJNSXLbnO$tzERPCTFUAWVMIHKG<")
_DOUBTFUL = 0.5  # a score that is hardly above the threshold
_SURE = 4  # the prior of a word behind which a quotation needs no other reason
# put the number of dead at about 20
_TOLL = re.compile(r"[dpJNSXLbzsEG]+(?:o[dpJNSXLbzEG]+)?F[dRFTJ]*[n$][dnJNSCT]*")


_ANSWER = _SETS["answer"]
_QUESTIONS = _SETS["questions"]
_QUOTING = _SETS["quoting"]
_ASKED = re.compile(r"[dpJEGNSXn]*[NSbz]")
_SILENT = _ANSWER | {"reached", "available", "comment", "commented"}
_NOT = frozenset(("not", "cannot", "yet", "no"))
_POLLS = frozenset(("poll", "survey", "tally"))
_POLLING = re.compile(r"[^MIHKVPWQ.;:]*")
_SPECIAL_WORDS = _SILENT | _POLLS | {"put", "puts", "placed", "places"}
_SPECIAL_WORDS |= {"rule", "rules", "ruled", "ruling"}
_REACHED = cues.Word("v", "reach", "say", "no_comment", speech=True, prior=5, known=0)
_PUT = cues.Word("v", "put", "say", "assert", speech=True, prior=5, known=0)
_COLON = cues.Word("c", ":", "colon", "assert", speech=True, prior=5, known=2)


def use(tables: dict[str, dict[str, float]] | None = None) -> None:
    """Take these fitted weights instead of those of the lexicon, for fitting them; or those of the lexicon again."""
    for weights in (CUES, SOURCES, SHARED, ENDS):
        if tables is None or weights.name in tables:
            weights.use(None if tables is None else tables[weights.name])
    weigh_words()


weigh_words()


def _chunks(sentences: list[Range]) -> list[Range]:
    """`sentences`, the overlong ones cut: what is no prose costs no more than prose."""
    if all(stop - first <= _LONG for first, stop in sentences):
        return list(sentences)
    return [(cut, min(cut + _LONG, stop)) for first, stop in sentences for cut in range(first, stop, _LONG)]


class Draft:
    """A candidate with its place in the sentence worked out."""

    __slots__ = ("cand", "cue", "extra", "facets", "frame", "pieces", "quote", "score", "sentence", "shared", "source", "starts")

    def __init__(self, cand: Candidate, sentence: Range) -> None:
        self.cand = cand
        self.sentence = sentence
        self.cue: Range = (cand.first, cand.stop)
        self.frame = cand.frame
        self.source: Range | None = None
        self.pieces: list[Range] = []  # contents whose both ends are known
        self.starts = -1  # content to the right begins here, and its end is open
        self.quote: Quote | None = None
        self.score = 0.0
        self.facets: list[Facet] = []
        self.shared = False  # its subject is that of another verb of the sentence
        self.extra = ""  # more on how content stands before the cue


def _standing(frame: str, extra: str, says: bool) -> list[str]:  # noqa: FBT001 (the values of a facet have no names)
    return [f"e{frame}{extra}", f"e{frame}{says}{extra[-1]}"]


def _spoken(tag: str, voice: str, group: str, before: str) -> list[str]:
    return [f"src{tag}{voice}", f"src{tag}{group}", f"src<{before}"]


def _hosted(lead: str, before: str, head: str, count: int, commas: int, said: bool, verb: str) -> list[str]:  # noqa: FBT001 (as above)
    """The `count`th subject from the cue, behind `before`, with its last word, of a verb that is a cue itself or not."""
    return [
        f"{lead}{count}",
        f"{lead}{count}{said:d}",
        f"{lead[0]}{before}{said:d}",
        f"{lead}<{before}",
        f"{lead}h{head}",
        f"{lead},{commas}{said:d}",
        f"{lead[0]}v{verb}",
        f"h{head}{count}",
        f"{lead}{before}{count}{said:d}",
    ]


def _beside(frame: str, opens: str, after: bool, before: bool) -> list[str]:  # noqa: FBT001 (as above)
    """Content opens with a word of this class; a quotation stands before or behind the cue in its sentence."""
    return [f"st{frame}|{opens}", f"q{frame}{after:d}{before:d}"]


class Scan:
    """One reading with what statements are found by."""

    __slots__ = ("closing", "inside", "least", "lows", "marks", "opening", "quotes", "reading", "sentences", "turns")

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
        # "said on Monday" is read as "said Monday".
        at = classes.find("t", 1)
        while at >= 0:
            if self.lows[at - 1] == "on":
                marks[at - 1] = "t"
            at = classes.find("t", at + 1)
        self.quantify(marks)
        self.marks = "".join(marks)
        self.least = HOPELESS
        self.sentences = _chunks(reading.sentences)
        for index, (first, stop) in enumerate(self.sentences[:8]):
            if reading.words[first].isupper() or self.marks[first + 1 : first + 2] == "(":
                dateline = _DATELINE.match(self.marks, first, min(stop, first + 20))
                if not dateline and len(reading.words[first]) > 3:
                    dateline = _CITY.match(self.marks, first, stop)
                if dateline and dateline.end() < stop:
                    self.sentences[index] = (dateline.end(), stop)
        self.turns = self.spoken()

    def spoken(self) -> list[tuple[int, int, int]]:
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

    def quantify(self, marks: list[str]) -> None:
        """Read words of measure before a number as determiners: said at least 20 had died."""
        lows = self.lows
        for number in _NUMBER.finditer(self.reading.tags, 1):
            at = number.start() - 1
            first = at
            low = lows[at]
            if low == "to" and at and lows[at - 1] in ("up", "close"):
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

    def drafts(self) -> list[Draft]:
        """Every candidate outside of quotations, worked out and scored, in text order."""
        lows, inside, marks = self.lows, self.inside, self.marks
        known = cues.WORDS
        looked_at = HOPEFUL if self.least >= HOPELESS else known.keys() | _SPECIAL
        found: list[Draft] = []
        hits = [at for at in compress(range(len(lows)), map(looked_at.__contains__, lows)) if not inside[at]]
        sentences = self.sentences
        self.colons(found)
        index = met = 0
        for at in hits:
            while sentences[index][1] <= at:
                index += 1
                met = 0
            met += 1
            if met > _MOST_CUES:
                continue  # no prose
            first, stop = sentences[index]
            low = lows[at]
            special = _SPECIAL.get(low)
            if special:
                draft = special(self, at, (first, stop))
                if draft:
                    found.append(draft)
                if draft or low not in cues.WORDS or low == "reached":
                    continue
            word = known[low]
            if word.kind == "v" and marks[at] not in _VERBAL:
                word = cues.AS_NOUN[low]
                alone = ALONE_NOUN[low]
            else:
                alone = ALONE[low]
            if word.lemma == "rule" and word.kind == "v" and lows[at + 1 : at + 2] == ["out"]:
                alone = ALONE["rejected"]
            if alone < self.least:
                continue
            if word.kind == "v":
                drafts = self.verbs(at, (first, stop), word, alone)
            elif word.kind == "p":
                drafts = [self.according(at, first, stop, word)]
            else:
                cand = cues.noun(marks, lows, at, first, stop, word)
                if cand.start < 0 and self.least >= HOPELESS:
                    continue
                draft = Draft(cand, (first, stop))
                draft.facets = cues.facets(cand, draft.frame, marks, lows, first, stop)
                draft.score = alone + CUES.total(draft.facets)
                if draft.score < self.least:
                    continue
                self.place_noun(draft)
                drafts = [draft]
            for draft in drafts:
                if draft.shared:
                    draft.source = self.coordinate(draft)
                others = [other.frame for other in drafts if other is not draft] if len(drafts) > 1 else ()
                self.weigh(draft, alone, [f"or {draft.frame}|{other}" for other in others] if others else [])
                found.append(draft)
        self.announced(found)
        return found

    def silent(self, at: int, sentence: Range) -> Draft | None:
        """Could not be reached for comment, was not available to comment, made no comment on it, has yet to answer calls."""
        marks, lows = self.marks, self.lows
        first, stop = sentence
        low, following = lows[at], lows[at + 1] if at + 1 < stop else "."
        begin = at
        if marks[begin - 1] == "T" and lows[begin - 2] == "yet":
            begin -= 1
        elif lows[begin - 1] == "no" and marks[begin - 2] in "VEH":
            begin -= 2
        while begin > first and marks[begin - 1] in "RIMHK":
            begin -= 1
        if begin < first or not self.is_negated(begin, at):
            return None
        end = starts = at + 1
        if low == "available":
            if following not in ("to", "for") or lows[at + 2 : at + 3] != ["comment"]:
                return None
        elif low in ("comment", "commented") and following not in ("on", "about"):
            if at + 1 < stop and marks[at + 1] not in ".,;C-)t":
                return None
            end = starts = at
        elif low in _ANSWER:
            end = starts = at + 2 if following == "to" else at + 1
            asked = _ASKED.match(marks, starts, stop)
            if not asked or lows[asked.end() - 1] not in _QUESTIONS:
                return None
        else:
            if low == "reached" and following != "for":
                return None
            end = starts = at + 2
        draft = Draft(Candidate(at, begin, end, _REACHED, "prep", starts, "a", None), sentence)
        draft.source = sources.subject(marks, begin, first) or self.coordinate(draft)
        if low == "available" or end == at:
            draft.pieces = [(starts, at + 3 if low == "available" else at + 1)]
        else:
            draft.starts = starts
        draft.score = 3.0
        return draft

    def polled(self, at: int, sentence: Range) -> Draft | None:
        """In a survey of voters, half said ...: it is the survey that says it."""
        marks = self.marks
        first, stop = sentence
        comma = marks.find(",", at, min(stop - 1, at + 10))
        if comma < 0 or self.lows[first] not in ("in", "by") or not _POLLING.fullmatch(marks, first + 1, comma):
            return None
        draft = Draft(Candidate(first, first, first + 1, cues.WORDS["according"], "acc0", comma + 1, "a", None), sentence)
        draft.source = (first + 1, comma)
        draft.starts = comma + 1
        draft.score = 3.0
        return draft

    def tolled(self, at: int, sentence: Range) -> Draft | None:
        """Put the toll at 12."""
        marks = self.marks
        first, stop = sentence
        begin = at
        while begin > first and marks[begin - 1] in "RIMHK":
            begin -= 1
        told = _TOLL.match(marks, at + 1, min(stop, at + 24))
        if not told or "at" not in self.lows[at + 2 : told.end()] or marks[at] not in "VEBbzN":
            return None
        draft = Draft(Candidate(at, begin, at + 1, _PUT, "0", at + 1, "a", None), sentence)
        draft.source = sources.subject(marks, begin, first)
        if draft.source is None:
            draft.source = self.coordinate(draft)
        if draft.source is None:
            return None
        draft.pieces = [(at + 1, told.end())]
        draft.score = 2.0
        return draft

    def is_negated(self, first: int, stop: int) -> bool:
        """Whether one of the words says not, or not yet."""
        return any(low in _NOT or low.endswith("n't") for low in self.lows[first:stop])

    def colons(self, found: list[Draft]) -> None:
        """Name: what is said. In headlines and transcripts."""
        marks = self.marks
        for first, colon, stop in self.turns:
            turn = Draft(Candidate(colon, colon, colon + 1, _COLON, "turn", -1, "n", None), (first, stop))
            turn.source = (first, colon)
            turn.pieces = [(colon + 1, stop)]
            turn.score = 5.0
            found.append(turn)
        colons = {colon for _, colon, _ in self.turns}
        for first, stop in self.sentences:
            if marks[first] not in 'XLS"<d':
                continue
            at = marks.find(":", first + 1, min(stop, first + 14))
            if at < 0 or at + 2 >= stop or at in colons:
                continue
            head = sources.phrase(marks, first, at)
            if head is None or not (first == 0 or (head[1] == at and at - first < 6)):
                continue
            if head[1] < at and marks[head[1]] in "VSzMIHKE":
                continue  # Paris attacks: toll passes 400
            if marks[head[1] - 1] == "E":
                continue  # The mayor seemed to expect it: no headline
            if marks[head[1] - 1] in "Sz" and self.lows[head[1] - 1] not in _PEOPLE:
                continue  # Capital protests: toll passes 400
            draft = Draft(Candidate(at, at, at + 1, _COLON, "head" if first == 0 else "name", at + 1, "n", None), (first, stop))
            draft.source = head
            draft.starts = at + 1
            self.weigh(draft, ALONE[":"], [f"i{self.lows[head[1] - 1]}", f"len{at - first}" if head[1] == at else "more"])
            found.append(draft)

    def announced(self, found: list[Draft]) -> None:
        """A quotation behind a colon where no verb of saying stands: went even further: "..."; more from Anna Veld: "..."."""
        marks = self.marks
        begun = {draft.starts for draft in found if draft.cand.word.prior >= _SURE}
        for quote in self.quotes:
            colon = quote.first - 1
            if colon < 1 or marks[colon] != ":" or not quote.opened or quote.first in begun or self.inside[colon]:
                continue
            first, stop = self.sentences[bisect_right(self.sentences, (colon, len(marks))) - 1]
            begin = colon
            while begin > first and marks[begin - 1] in "XLC":
                begin -= 1
            if begin == colon or (begin > first and marks[begin - 1] not in "-F>"):
                begin = colon
            draft = Draft(Candidate(colon, begin, colon + 1, _COLON, "q", quote.first, "n", None), (first, stop))
            if begin < colon:
                draft.source = (begin, colon)
                draft.cue = (colon, colon + 1)
            else:
                draft.source = sources.clause_subject(marks, self.inside, first, colon)
                draft.cue = (draft.source[1] if draft.source else colon, colon + 1)
            draft.starts = quote.first
            draft.quote = quote
            self.weigh(draft, ALONE[":"], [])
            found.append(draft)

    def weigh(self, draft: Draft, alone: float, more: list[Facet]) -> None:
        """Score `draft`, whose word alone weighs `alone`: add `more` and what stands around it to what it is known by."""
        cand, frame, source = draft.cand, draft.frame, draft.source
        first, stop = draft.sentence
        if not draft.facets or frame != cand.frame:
            draft.facets = cues.facets(cand, frame, self.marks, self.lows, first, stop)
            draft.score = alone + CUES.total(draft.facets)
        opens = self.marks[draft.starts] if draft.starts >= 0 else ""
        more.append((_beside, frame, opens, self.inside.find(1, first, cand.at) >= 0, self.inside.find(1, cand.at, stop) >= 0))
        more.append(f"Q{cand.word.lemma}|{'1' if opens == '<' or frame in _SETTLED else '0'}{'1' if opens else '0'}")
        if draft.extra:
            more.append((_standing, frame, draft.extra, cand.word.lemma in _SAY))
        if source is None:
            more.append(f"nosource{frame}")
        else:
            head = source[1] - 1
            tag = self.marks[head]
            more.append((_spoken, tag, cand.voice, cand.word.group, self.marks[source[0] - 1] if source[0] > first else "^"))
            more.append(f"src{tag}|{frame}")
            if source[1] - source[0] == 1 and tag in "PO":
                more.append(f"src{self.lows[head]}")
        draft.facets += more
        draft.score += CUES.total(more)

    # -- placing ------------------------------------------------------------------------------------------------------------

    def verbs(self, at: int, sentence: Range, word: cues.Word, alone: float) -> list[Draft]:
        """The readings of a verb: its content behind it, or before it when the verb comes after what is said."""
        marks, lows = self.marks, self.lows
        first, stop = sentence
        cand = cues.verb(marks, lows, at, first, stop, word)
        if cand.start > cand.stop and lows[cand.start - 1] == "," and self.is_taken_up(cand.start):
            cand = replace(cand, start=-1, frame="end")  # the mayor left, he said on Monday, a claim the army denied
        frame = cand.frame
        begin = cand.first
        found: list[Draft] = []
        if cand.voice == "p" and begin > first and marks[begin - 1] == "," and "I" not in marks[begin:at]:
            return found  # a plan, also backed by mediators, that would ...: part of the phrase it stands in
        facets = cues.facets(cand, frame, marks, lows, first, stop)
        score = alone + CUES.total(facets)
        hopeless = score < self.least
        if hopeless and cand.voice != "a":
            return found
        right = Draft(cand, sentence)
        right.starts = cand.start
        right.facets, right.score = facets, score
        if cand.voice == "a":
            left = marks[begin - 1] if begin > 0 else "^"
            finite = marks[at] in "VE" and begin == at
            quoted = marks.rfind(">", max(0, begin - 45), begin)
            if quoted >= 0 and not self.same_paragraph(quoted, begin):
                quoted = -1
            if finite and (left == ">" or left == "," or begin == first):
                draft = Draft(cand, sentence)
                if self.place_inverted(draft, quoted):
                    found.append(draft)
            if 0 <= quoted < begin - 1:
                edge = quoted + 2 if marks[quoted + 1] == "," else quoted + 1
                if edge < begin and _REGION.fullmatch(marks, edge, begin):
                    strong = edge == quoted + 2 or lows[quoted - 1] == ","
                    if strong or marks[quoted - 1] in ".-'" or frame in ("end", "np_end"):
                        draft = Draft(cand, sentence)
                        draft.source = (edge, sources.trimmed(marks, edge, begin))
                        self.place_before(draft, edge, "p" if strong else "w", self.after(cand))
                        if draft.pieces:
                            draft.extra = f"{frame}{'b' if self.closing[quoted].first <= first else 'm'}"
                            found.append(draft)
            before = (
                frame in _BEFORE
                and not found
                and (word.lemma in _SAY or frame == "end")
                and (marks.find(",", first, begin) >= 0 or marks.find("-", first, begin) >= 0)
            )
            if hopeless and not before:
                return found
            brands = word.lemma in _BRANDS and right.starts >= 0
            answered = self.taken_up(begin, first) if brands or (frame == "end" and word.lemma in _ANSWERS) else None
            if answered:
                right.pieces, right.source, right.frame = [answered[0]], answered[1], "taken_up"
                return [right]
            subject = sources.subject(marks, begin, first)
            right.source = subject
            if subject is None and left == "C":
                right.shared = True
            elif subject is None and first < begin:
                right.source = sources.clause_subject(marks, self.inside, first, begin)
            if subject and before and marks[subject[0]] != "G":  # ", denying what the envoy said" stands behind what is said
                edge = subject[0]
                if edge > first and marks[edge - 1] in ",-":
                    draft = Draft(cand, sentence)
                    draft.source = subject
                    self.place_before(draft, edge, "p", self.after(cand))
                    if draft.pieces:
                        main = marks.find(",", first, edge - 1) if marks[first] in "FUGT" else first
                        verbal = "v" if main >= 0 and _CLAUSE.search(marks, main, edge - 1) else "n"
                        draft.extra = f"{frame}{verbal}"
                        found.append(draft)
                        if frame == "q" and self.goes_on(cand):
                            return found
            if (
                subject
                and subject[0] > first
                and marks[subject[0] - 1] == "W"
                and lows[subject[0] - 1] in _RELATIVES
                and frame not in _CLAUSES
            ):
                # whom the envoy called a liar: the pronoun stands for a part of the content
                right.pieces = [(subject[0] - 1, subject[0])]
                right.frame = "rel" + frame
            if word.lemma in ("seem", "appear") and right.starts >= 0:
                # The mayor seemed to rely on ...: nobody speaks, and the subject belongs to what seems
                right.source = None
                if subject and lows[subject[0]] not in _EXPLETIVE:
                    right.pieces = [subject]
                    right.frame = "seem" + frame
        elif cand.voice == "h":
            right.source = sources.subject(marks, begin, first)
            right.shared = right.source is None
        elif cand.voice in "gt":
            right.source = self.quoted_one(begin, first)
            right.shared = right.source is None
        elif cand.voice == "p":
            self.place_passive(right)
        if frame == "end" and stop - cand.stop < 2 and marks[stop - 1] == ":" and cand.voice in "agt" and stop in self.opening:
            # He went on to say: and the quotation is a paragraph of its own
            right.quote = self.opening[stop]
            right.pieces = [(right.quote.first, right.quote.stop)]
            right.frame = "q"
        if right.starts < 0 and right.source and frame == "end" and marks[cand.stop : cand.stop + 1] == ",":
            opening = right.source[0] - 1
            if opening >= first and marks[opening] in "AU" and opening - first < 2 and cand.stop + 2 < stop:
                # As the official said, the talks ...
                right.starts = cand.stop + 1
                right.frame = "as" + marks[opening]
        if right.starts >= 0 or right.pieces:
            if 0 <= right.starts < len(marks) and marks[right.starts] == "<" and cand.frame in ("q", "np_q", "colon"):
                right.quote = self.opening.get(right.starts)
            found.append(right)
        return found

    def goes_on(self, cand: Candidate) -> bool:
        """Whether a quotation behind the cue goes on with the sentence before it: the truce, she said, "is not over"."""
        return self.marks[cand.start - 1] == "," and self.reading.words[cand.start + 1][:1].islower()

    def same_paragraph(self, one: int, other: int) -> bool:
        """Whether two tokens stand in one paragraph."""
        paragraphs = self.reading.paragraphs
        return other < paragraphs[self.reading.paragraph_of(one)][1]

    def is_taken_up(self, start: int) -> bool:
        """Whether ", a report the army called false" takes up what was said before it."""
        found = _TAKEN.match(self.marks, start)
        return found is not None and self.lows[found.end() - 1] in _CLAIMS

    def taken_up(self, begin: int, first: int) -> tuple[Range, Range] | None:
        """The claim, and who answers it, in "..., a charge that Kigali" before a verb that begins at `begin`."""
        comma = max(self.marks.rfind(sign, max(first, begin - 14), begin) for sign in ",-")
        found = _TAKEN_UP.fullmatch(self.marks, comma + 1, begin) if comma > first else None
        if not found or self.lows[found.end(1) - 1] not in _CLAIMS:
            return None
        return found.span(1), (found.start(2), begin)

    def place_inverted(self, draft: Draft, quoted: int) -> bool:
        """The source follows the verb: said Mira Solano."""
        marks, lows = self.marks, self.lows
        cand = draft.cand
        first, stop = draft.sentence
        begin = cand.first
        after_quote = quoted >= 0 and (quoted == begin - 1 or (quoted == begin - 2 and marks[begin - 1] == ","))
        if (
            cand.stop >= stop
            or marks[cand.stop] not in "dpJNSXLnP<"
            or (cand.frame == "np" and lows[cand.stop] in ("last", "this", "next"))
        ):
            return False
        if not after_quote and quoted >= first and _REGION.fullmatch(marks, quoted + 1, begin):
            return False
        if not after_quote:
            if marks[begin - 1 : begin] != "," or begin - 1 <= first or cand.frame not in ("np", "0e", "np_end"):
                return False
            if not _CLAUSE.search(marks, first, begin - 1) or sources.SUBJECT.fullmatch(marks, first, begin):
                return False
        heard = sources.inverted(marks, lows, cand.stop, stop)
        if heard and (heard[1] >= stop or marks[heard[1]] in ".,;:-<()FUG"):
            draft.source = heard
            self.place_before(draft, begin, "i", heard[1])
            if draft.pieces:
                return True
            draft.source = None
        return False

    def after(self, cand: Candidate) -> int:
        """The token behind a cue that closes an attribution, past adverbials and who is told."""
        if cand.addressee:
            return cand.addressee[1]
        return cand.stop

    def place_before(self, draft: Draft, edge: int, order: str, after: int) -> None:
        """Content that stands before the attribution that begins at `edge`: a quotation or a clause."""
        marks = self.marks
        first, _stop = draft.sentence
        if edge == 0:
            return
        left = marks[edge - 1]
        comma = False
        if left == "," and edge > 1 and marks[edge - 2] == ">":
            edge -= 1
            left = ">"
            comma = True
        if left == ">":
            quote = self.closing.get(edge - 1)
            if quote is None or not self.same_paragraph(edge - 1, draft.cand.at):
                return
            last = self.reading.words[edge - 2]
            if not comma and edge - 2 >= 0 and last not in ",.!?-—–…'" and marks[edge - 2] not in ".,-'":
                return
            begin = quote.first
            if first < begin:
                begin = self.clause_start(first, begin)
            draft.pieces = [(begin, edge)]
            draft.frame = order + "q"
            draft.quote = quote
        elif left in ",-" and edge - 1 > first:
            begin = first
            while begin < edge - 1 and marks[begin] == "<":
                begin += 1
            if marks[begin] == "R" and marks[begin + 1] == "," and begin + 2 < edge - 1:
                begin += 2
            colon = marks.rfind(":", begin, edge - 2)
            if colon > begin and not self.inside[colon]:
                begin = colon + 1  # Moscow had another account: jets, it said, ...
            if begin < edge - 1 and self.lows[begin] != "asked":
                draft.pieces = [(begin, edge - 1)]
                draft.frame = order + "c"
        if draft.pieces:
            self.resume(draft, after)

    def clause_start(self, first: int, quoted: int) -> int:
        """Where content that ends in a quotation begins, when words stand before the mark."""
        marks = self.marks
        if marks[quoted - 1] in "(:":
            return quoted
        begin = first
        if marks[begin] == "R" and marks[begin + 1] == "," and begin + 2 < quoted:
            begin += 2
        return begin

    def resume(self, draft: Draft, after: int) -> None:
        """Content that goes on behind an attribution in its midst."""
        marks, lows = self.marks, self.lows
        stop = draft.sentence[1]
        skipped = cues._SKIP.match(marks, after, stop) if after < stop and marks[after] in "RtFTYAo" else None
        if skipped and skipped.end() <= stop:
            after = skipped.end()
            if marks[after - 1] == ",":
                after -= 1
        if after + 1 < stop and marks[after] in ",.:-":
            if marks[after + 1] == "<":
                quote = self.opening.get(after + 1)
                if quote:
                    draft.pieces.append((quote.first, quote.stop))
            elif (
                (
                    marks[after] == ","
                    and draft.frame in ("pc", "pq")
                    and (
                        marks[after + 1] in "QTMIHKV"
                        or (draft.frame == "pc" and marks[after + 1] == "W")
                        or (draft.frame == "pc" and _VERB_NEXT.match(marks, after + 1) and not _CLAUSE.search(marks, *draft.pieces[0]))
                        or (draft.frame == "pc" and marks[after + 1] in "PdpXNSUFJLn")
                        or (draft.frame == "pc" and marks[after + 1] == "C" and marks[after + 2 : after + 3] not in tuple("VEzbG"))
                    )
                )
                and not (lows[after + 2 : after + 3] == ["what"] and marks[after + 1] == "F")  # officials said, in what would be the worst
                and not (marks[after + 1] == "n" and "into" in lows[after + 2 : after + 4])
                and marks[after + 1] not in ".;:"
                and after + 3 < stop
            ):
                draft.starts = after + 1
                draft.frame = "mid" + marks[after + 1]

    def quoted_one(self, begin: int, first: int) -> Range | None:
        """The governor in "quoted the governor as saying", where "saying" stands at `begin`: not who quotes speaks, but who is quoted."""
        if self.lows[begin - 1] == "as":
            for at in range(begin - 3, max(first, begin - 16), -1):
                if self.lows[at] in _QUOTING:
                    return (at + 1, begin - 1)
        return None

    def place_passive(self, draft: Draft) -> None:
        """He was accused of ...: what is done to the subject is content; the source stands after *by*."""
        marks, lows = self.marks, self.lows
        cand = draft.cand
        first, stop = draft.sentence
        subject = sources.subject(marks, cand.first, first)
        if subject and "according" in lows[subject[0] + 2 : subject[1]]:
            subject = (subject[0], lows.index("according", subject[0]) - 1)
        by = marks.find("Y", cand.at + 1, min(stop, cand.stop + 12))
        beyond = -1
        if by >= 0:
            draft.source = sources.phrase(marks, by + 1, stop)
            if by == cand.stop - 1 and draft.source:
                # was criticized by his rivals for failing: what follows the source is content
                beyond = draft.source[1]
        if subject and lows[subject[0]] in _EXPLETIVE and cand.frame in ("that", "wh"):
            return
        if cand.frame in ("to", "np", "prep", "end", "that", "0", "0e", "ing") and subject:
            draft.pieces = [subject]
            draft.frame = "pass" + cand.frame
            draft.starts = -1
            if beyond > 0:
                if beyond < stop and marks[beyond] in "FoTAQ":
                    draft.starts = beyond
            elif cand.start >= 0 and cand.frame != "end":
                draft.starts = cand.start

    def place_noun(self, draft: Draft) -> None:
        """A noun or adjective: his belief that, criticism of; is confident that."""
        marks, lows = self.marks, self.lows
        cand = draft.cand
        first, stop = draft.sentence
        before = marks[cand.first - 1] if cand.first > first else "^"
        if before in ",-" and lows[cand.at] in _CLAIMS:
            answers = next((at for at in range(cand.stop, min(stop, cand.stop + 10)) if marks[at] in "VEz"), first)
            if answers > first and lows[answers] in _ANSWERED and self.taken_up(answers, first):
                return  # a claim that Kigali denied: not what it claims
        draft.starts = cand.start
        if cand.word.kind == "a":
            draft.source = sources.subject(marks, cand.first, first)
            if before == "P" and lows[cand.first - 1] == "it":
                verb = cues.verb(marks, lows, cand.first - 2, first, stop, cand.word) if cand.first - 2 > first else None
                if verb and lows[verb.at] in _MAKE:
                    # made it clear that
                    draft.source = sources.subject(marks, verb.first, first) if verb.voice == "a" else self.coordinate(draft)
                    draft.cue = (verb.first, cand.stop)
                else:
                    draft.source = None
            elif draft.source and lows[draft.source[0]] in _EXPLETIVE:
                draft.source = None
            return
        if before == "F" and cand.first - 2 > first and marks[cand.first - 2] in "VEz":
            before = marks[cand.first - 2]
            draft.cand = cand = replace(cand, first=cand.first - 1)
        if before == "p" and cand.first - 2 > first and marks[cand.first - 2] in "VEGBz" and lows[cand.at] == "support":
            # threw her support behind
            before = marks[cand.first - 2]
            draft.cand = cand = replace(cand, first=cand.first - 1)
        if before == "p":
            draft.source = (cand.first - 1, cand.first)
        elif before == "s":
            begin = cand.first - 1
            while begin > first and marks[begin - 1] in "dpJNSXLbn":
                begin -= 1
            draft.source = (begin, cand.first)
        elif before in "VEGBbzMIHK" and cand.first > first:
            verb = cues.verb(marks, lows, cand.first - 1, first, stop, cand.word)
            if verb.voice == "a":
                draft.source = sources.subject(marks, verb.first, first)
            else:
                draft.source = self.coordinate(draft)
            draft.cue = (verb.first, cand.stop)

    def according(self, at: int, first: int, stop: int, word: cues.Word) -> Draft:
        """According to X: the source follows; content stands before, or after the comma when the words open the sentence."""
        marks, lows = self.marks, self.lows
        end = at + 1
        if lows[at] == "according" and end < stop and lows[end] == "to":
            end += 1
        draft = Draft(Candidate(at, at, end, word, "acc", -1, "a", None), (first, stop))
        draft.source = sources.phrase(marks, end, stop)
        if draft.source:
            after = draft.source[1]
            if at - first > 2:
                edge = at - 1 if marks[at - 1] in ",-" else at
                draft.pieces = [(first, edge)]
                draft.frame = "acc"
                if marks[edge - 1] == ">":
                    quote = self.closing.get(edge - 1)
                    if quote and quote.first < first:
                        draft.pieces = [(quote.first, edge)]
                elif marks[at - 1] == marks[after : after + 1] == "," and after + 2 < stop and not _CLAUSE.search(marks, first, edge):
                    apposed = _APPOSED.match(marks, after, stop)
                    if apposed:  # according to Ann Smith, a doctor, ...
                        after = apposed.end() - 1
                        draft.source = (draft.source[0], after)
                    draft.pieces.append((after + 1, stop - (marks[stop - 1] == ".")))  # The talks, according to the envoy, have failed.
            else:
                comma = marks.find(",", after, stop)
                if comma >= 0 and comma + 1 < stop:
                    draft.source = (draft.source[0], comma) if comma - after < 12 else draft.source
                    draft.starts = comma + 1
                    draft.frame = "acc0"
        return draft

    def coordinate(self, draft: Draft) -> Range | None:
        """The subject shared with an earlier verb of the sentence: said A and added B; said A, adding B."""
        first, stop = draft.sentence
        if draft.cand.first <= first + 1:
            comma = self.marks.find(",", draft.cand.stop, stop)
            if comma > 0:
                found = sources.clause_subject(self.marks, self.inside, comma + 1, stop)
                if found:
                    return found
        found = sources.clause_subject(self.marks, self.inside, first, draft.cand.first)
        return None if found and self.lows[found[0]] in _EXPLETIVE and found[1] - found[0] == 1 else found

    def refine(self, draft: Draft) -> None:
        """The likeliest edges of a source that stands to the left of its verb."""
        cand = draft.cand
        if cand.voice not in "ah" or cand.word.kind != "v" or draft.frame in _SETTLED or (draft.source and draft.source[1] > cand.first):
            return
        if draft.frame[:4] == "seem" or draft.frame == "taken_up":
            return
        if draft.source and draft.source[1] == cand.first:
            begin = draft.source[0]
            if (begin == draft.sentence[0] or self.marks[begin - 1] in "WQU") and _PLAIN.fullmatch(self.marks, begin, cand.first):
                return  # nothing to choose
        if self.marks[cand.first - 1] == "C":
            return
        best: Range | None = None
        most = -1e9
        found = sources.candidates(self.marks, self.lows, cand.first, draft.sentence[0])
        if len(found) == 1:
            best = found[0][:2]
        else:
            for start, end, facets in found:
                score = SOURCES.total(facets)
                if score > most:
                    most = score
                    best = (start, end)
        if best:
            if cand.voice == "h":
                best = (best[0], sources.before_verb(self.marks, *best))
            draft.source = best

    def subject(self, at: int, first: int) -> Range | None:
        """The likeliest subject of the verb whose words begin at `at`."""
        found = sources.candidates(self.marks, self.lows, at, first)
        best = max(found, key=lambda one: SOURCES.total(one[2]), default=None) if len(found) != 1 else found[0]
        return best[:2] if best else None

    def hosts(self, draft: Draft, known: dict[int, Range]) -> list[tuple[Range | None, list[Facet]]]:
        """Whose subject `draft` may share, nobody's first: of verbs before it, or behind when it opens the sentence.

        `known` are the sources of the other statements of the sentence, at their cue words.
        """
        marks = self.marks
        first, stop = draft.sentence
        cand = draft.cand
        lead = cand.voice + (marks[cand.first - 1] if cand.first > first else "^")
        found: list[tuple[Range | None, list[Facet]]] = [(None, [f"{lead}none"])]
        seen: set[Range] = set()
        for at in range(cand.first - 1, first, -1):
            host = known.get(at)
            said = host is not None
            if host is None:
                if marks[at] not in _FINITE or self.inside[at] or marks[at - 1] in "MIHKT":
                    continue
                host = self.subject(at, first)
            if host is None or host in seen or (not said and host[1] > at):
                continue
            seen.add(host)
            before = marks[host[0] - 1] if host[0] > first else "^"
            commas = min(marks.count(",", at, cand.first), 3)
            found.append((host, [(_hosted, lead, before, marks[host[1] - 1], min(len(seen), 4), commas, said, marks[at : at + 2])]))
            if len(seen) == _MOST_HOSTS:
                break
        if not seen and cand.first - first < _MOST_HOSTS:
            comma = marks.find(",", cand.stop, stop)
            for at in range(comma + 1, stop) if comma > 0 else ():
                if marks[at] in _FINITE and not self.inside[at] and marks[at - 1] not in "MIHKT":
                    host = known.get(at) or self.subject(at, comma)
                    if host and host[0] > comma and host not in seen:
                        seen.add(host)
                        found.append((host, [(_hosted, f"{lead}+", marks[host[0] - 1], marks[host[1] - 1], len(seen), 0, at in known, "")]))
                        if len(seen) == 3:
                            break
        return found

    # -- choosing -----------------------------------------------------------------------------------------------------------

    def family(self, draft: Draft) -> str:
        """The kind of content, as far as its end goes."""
        frame = draft.frame
        if frame in ("q", "np_q"):
            return "q"
        if frame[:3] == "mid":
            return "cl"
        if frame in ("that", "0", "0e", "np_that", "np_0", "np_c", "acc0", "colon", "head", "name", "asA", "asU"):
            return "cl"
        if frame in ("wh", "np_wh"):
            return "wh"
        if frame in ("to", "np_to", "ing"):
            return "to"
        return "np"

    def ends(self, draft: Draft, group: list[Draft], near: dict[int, str], stop: int) -> list[contents.End]:
        """Where the open content of `draft` may end."""
        start = draft.starts
        cand = draft.cand
        marks = self.marks
        first = draft.sentence[0]
        source = draft.source
        if cand.first <= first + 2 and (
            cand.voice == "g" or (marks[cand.at] == "E" and (source is None or source[0] > cand.first or cand.voice == "p"))
        ):
            context = "g"
        elif source and source[1] <= cand.first and marks[source[0]] in "WQ" and source[1] - source[0] == 1:
            context = "w"
        elif source and source[1] <= cand.first and source[0] > first and marks[source[0] - 1] in "UAF":
            context = "u" if source[0] - first < 3 else "v"
        elif source and source[1] <= cand.first and source[0] > first and marks[source[0] - 1] in "WQ":
            context = "x"  # in which they say A
        elif cand.voice in "ghn" and _OPENING.fullmatch(marks, first, cand.first):
            context = "u"  # in a report blaming B
        elif cand.word.kind == "n" and _SUBJECT_NOUN.fullmatch(marks, first, cand.at):
            context = "s"  # his claim that A was rejected
        else:
            context = "-"
        key = marks[cand.at] + cand.word.lemma if cand.word.kind == "v" else "n" + cand.word.kind
        return contents.ends(marks, self.lows, start, stop, self.family(draft), near, key, context, later(group, draft))

    def close(self, draft: Draft, group: list[Draft], near: dict[int, str], limit: int) -> None:
        """Settle where the open content of `draft` ends, at the latest before `limit`."""
        start = draft.starts
        marks = self.marks
        if draft.frame[:3] == "mid" and (self.is_taken_up(start) or contents.is_answer(marks, self.lows, start, later(group, draft))):
            draft.starts = -1
            return
        if draft.quote is not None and marks[start] == "<" and draft.quote.first == start and self.family(draft) == "q":
            quote = draft.quote
            after = quote.stop
            if after - quote.first > 6 or after >= draft.sentence[1] - 1 or marks[after] in ".,;C" or marks[after - 2] == ",":
                if marks[after : after + 2] == "C<" or marks[after : after + 3] == "C,<":
                    more = self.opening.get(after + (1 if marks[after + 1] == "<" else 2))
                    if more and more.stop - more.first > 4:
                        after = more.stop
                draft.pieces.append((quote.first, after))
                return
        options = self.ends(draft, group, near, limit)
        stop = options[-1].at
        if len(options) > 1:
            most = -1e9
            for end in options:
                score = ENDS.total(end.facets)
                if score >= most:
                    most = score
                    stop = end.at
        # A quotation that content runs into belongs to it whole.
        if self.inside[stop - 1] and marks[stop - 1] != ">":
            quote = self.quotes[bisect_right(self.quotes, (stop,)) - 1]
            if quote.first < stop < quote.stop:
                stop = quote.stop
        if stop > start and _WORDY.search(marks, start, stop):
            draft.pieces.append((start, stop))


_SPECIAL = {
    **dict.fromkeys(_SILENT, Scan.silent),
    **dict.fromkeys(_POLLS, Scan.polled),
    **dict.fromkeys(("put", "puts", "placed", "places"), Scan.tolled),
}


def accepted(scan: Scan) -> list[Draft]:
    """The drafts that are statements, contents settled, none inside another's content."""
    drafts = [
        draft for draft in scan.drafts() if draft.score > THRESHOLD and (draft.pieces or draft.starts >= 0) and not _idle(scan, draft)
    ]
    by_sentence: dict[Range, list[Draft]] = {}
    for draft in drafts:
        by_sentence.setdefault(draft.sentence, []).append(draft)
    kept: list[Draft] = []
    for group in by_sentence.values():
        if len(group) > 1:
            group.sort(key=lambda draft: draft.cand.at)
        settled = _settle(scan, group)
        _share(scan, settled)
        kept.extend(settled)
    return kept


def _idle(scan: Scan, draft: Draft) -> bool:
    """Whether nobody says anything by it, though the words are those of saying."""
    cand = draft.cand
    lows = scan.lows
    if (
        cand.voice == "p"
        and draft.source is None
        and cand.word.lemma in _BELIEVED
        and draft.frame in ("passto", "passnp", "pass0e", "passend")
    ):
        return True  # they are believed to be held; four were confirmed dead
    if draft.source and lows[draft.source[0]] in ("no", "nobody") and cand.voice == "a":
        return True  # no group has claimed it
    if cand.voice == "g" and cand.first > 1 and lows[cand.first - 1] == "of" and lows[cand.first - 2] == "short":
        return True  # stopping short of blaming
    if lows[cand.at] == "known" and cand.frame == "prep" and cand.first == cand.at and lows[cand.stop - 1] == "as":
        return True  # a man known as
    return _nameless(scan, draft)


def _explains(scan: Scan, draft: Draft, settled: list[Draft]) -> bool:
    """Whether a participle only tells what a quotation is about, or how another thing was said.

    "...," he said, referring to the talks; signalled its consent by repeating its offer.
    """
    if draft.cand.voice != "g":
        return False
    begin = draft.cue[0]
    if draft.frame == "np" and scan.lows[begin - 1] == "by":
        return any(one.cue[1] <= one.starts < begin for one in settled)
    return draft.cand.word.lemma in _EXPLAINING and any(
        one.quote is not None and one.frame in _SETTLED and one.cue[0] < begin for one in settled
    )


def _brings_in(scan: Scan, draft: Draft, settled: list[Draft]) -> bool:
    """Whether it only says that somebody is quoted: quoted the governor as saying."""
    return scan.lows[draft.cand.at] in _QUOTING and any(one.source is not None and one.source[0] == draft.cand.at + 1 for one in settled)


def _is_object(draft: Draft, begun: set[int]) -> bool:
    """Whether a noun is what a verb of saying speaks of: withdrew his earlier claim that ..."""
    return draft.cand.word.kind == "n" and (draft.cue[0] in begun or (draft.source is not None and draft.source[0] in begun))


def _is_doubtful(draft: Draft, kept: list[Draft]) -> bool:
    """Whether an unlikely cue stands in what a likelier one may say: denied it, saying the shells they found were old."""
    return (
        draft.frame in ("pc", "ic")
        and draft.score < _DOUBTFUL
        and any(one.cand.voice == "g" and 0 <= one.starts <= draft.cue[0] and _within(one.cue, draft.pieces) for one in kept)
    )


def _nameless(scan: Scan, draft: Draft) -> bool:
    """Declined to be named, asked not to be identified: how somebody speaks, not what is said."""
    if draft.cand.word.lemma in ("request", "demand") and "anonymity" in scan.lows[draft.cue[1] : draft.cue[1] + 2]:
        return True
    if draft.frame not in ("to", "other"):
        return False
    begins = scan.lows[draft.starts : draft.starts + 5]
    if "name" in begins and "give" in begins:
        return True
    return not _NAMELESS.isdisjoint(scan.lows[draft.starts : draft.starts + 4]) and "be" in scan.lows[draft.starts : draft.starts + 4]


def _share(scan: Scan, settled: list[Draft]) -> None:
    """One source for all that it says in a sentence: said A, adding B; saying A, he added B."""
    for index, draft in enumerate(settled):
        cand = draft.cand
        if draft.source and draft.source[1] <= cand.first:
            # Kelly speculated about one, referred to the other: no clause is its own subject
            for one in settled[:index]:
                if draft.source[0] < one.cue[0] < draft.source[1] and one.source and one.source[0] == draft.source[0]:
                    draft.source = one.source
        if draft.shared:
            others = (one for at, one in enumerate(settled) if one.cand.word.kind == "v" and (at < index or not one.shared))
            known = {one.cand.at: one.source for one in others if one.source}
            draft.source = max(scan.hosts(draft, known), key=lambda host: SHARED.total(host[1]))[0]


def is_settled(draft: Draft) -> bool:
    """Whether the source of `draft` is given by where its content stands."""
    return draft.frame in _SETTLED


def later(drafts: list[Draft], draft: Draft) -> list[tuple[int, float]]:
    """The cues that begin behind the content of `draft` begins, and how sure they are."""
    return [(one.cue[0], one.score) for one in drafts if one is not draft and one.cue[0] > draft.starts]


def nearby(drafts: list[Draft]) -> dict[int, str]:
    """Where the cues of a sentence and their sources begin."""
    found: dict[int, str] = {}
    for draft in drafts:
        # What blames or praises hardly ever belongs to what is said before it: said A and accused them of B.
        loud = "!" if draft.cand.word.group in ("judge", "support", "oppose", "ask") else ""
        found[draft.cue[0]] = "p" if draft.pieces else draft.cand.voice + loud
    for draft in drafts:
        if draft.source:
            found.setdefault(draft.source[0], "s" if draft.pieces else "r")
    return found


def _settle(scan: Scan, group: list[Draft]) -> list[Draft]:
    kept: list[Draft] = []
    # Words of one cue: declined to comment. The likelier wins.
    for draft in group:
        if kept and draft.cue[0] < kept[-1].cue[1] and kept[-1].cue[0] < draft.cue[1]:
            if draft.score > kept[-1].score:
                kept[-1] = draft
            continue
        kept.append(draft)
    kept = [draft for draft in kept if not _is_doubtful(draft, kept)]
    closed = [draft for draft in kept if draft.pieces and (draft.starts < 0 or draft.frame[:3] == "mid")]
    covered = [piece for draft in closed for piece in draft.pieces]
    out: list[Draft] = []
    if len(kept) > 1:
        begun = {draft.starts for draft in kept if draft.cand.word.kind == "v"}
        kept = [draft for draft in kept if not (_explains(scan, draft, kept) or _brings_in(scan, draft, kept) or _is_object(draft, begun))]
    for draft in kept:
        if draft.shared:
            draft.source = draft.source or scan.coordinate(draft)
        else:
            scan.refine(draft)
    near = nearby(kept)
    # He had hinted at a reason: "...," he told the council.
    taken = [draft.pieces[0][0] for draft in kept if draft.frame in ("pq", "iq") and scan.marks[draft.pieces[0][0] - 1] == ":"]
    for draft in kept:
        if draft.starts >= 0 and not (draft.pieces and draft.frame in ("iq", "pq")):
            if _within(draft.cue, covered):
                continue
            limit = next((at - 1 for at in taken if at > draft.starts + 1), draft.sentence[1])
            scan.close(draft, kept, near, limit)
            if not draft.pieces:
                continue
            covered.extend(draft.pieces)
        elif _within(draft.cue, [piece for other in out for piece in other.pieces]) or any(
            _within(draft.cue, other.pieces) for other in closed if other is not draft
        ):
            continue
        out.append(draft)
    return out


def _within(cue: Range, pieces: list[Range]) -> bool:
    at = cue[0]
    for first, stop in pieces:  # noqa: SIM110 (asked of every cue: a generator costs more than the answer)
        if first <= at < stop:
            return True
    return False


def statements(reading: Reading) -> list[Statement]:
    """The statements of `reading`, in the order of their first character of content."""
    if not reading.words:
        return []
    scan = Scan(reading)
    drafts = accepted(scan)
    _continue(scan, drafts)
    for draft in drafts:
        if draft.source and not _is_worded(scan, *draft.source):
            draft.source = None
        if not all(_is_worded(scan, *piece) for piece in draft.pieces):
            draft.pieces = [piece for piece in draft.pieces if _is_worded(scan, *piece)]
    drafts = [draft for draft in drafts if draft.pieces]
    found = [_statement(scan, draft) for draft in drafts]
    found.sort(key=lambda one: (one.content, one.cue or (0, 0)))
    return found


def _is_worded(scan: Scan, first: int, stop: int) -> bool:
    """Whether a letter or a digit stands in these tokens."""
    if stop - first > 1:
        return _WORDED.search(scan.marks, first, stop) is not None
    return any(map(str.isalnum, scan.reading.words[first]))


def _continue(scan: Scan, drafts: list[Draft]) -> None:
    """Give each unattributed quotation to the speaker of the quotation before it."""
    reading = scan.reading
    used: list[Range] = sorted(piece for draft in drafts for piece in draft.pieces)
    ordered = sorted((max(piece[1] for piece in draft.pieces), index) for index, draft in enumerate(drafts) if draft.pieces)
    pointer = 0
    upto = 0
    last: Draft | None = None
    for quote in scan.quotes:
        while pointer < len(used) and used[pointer][1] <= quote.first:
            pointer += 1
        if pointer < len(used) and used[pointer][0] < quote.stop:
            continue
        sentence = reading.sentences[reading.sentence_of(quote.first)]
        if (
            sentence[0] != quote.first
            or quote.stop - quote.first < 4
            or reading.sentences[reading.sentence_of(quote.stop - 1)][1] > quote.stop + 1
        ):
            continue  # it does not stand alone, or is too slight to
        while upto < len(ordered) and ordered[upto][0] <= quote.first:
            last = drafts[ordered[upto][1]]
            upto += 1
        if last is None:
            continue
        near = [drafts[index] for _, index in ordered[max(0, upto - 4) : upto] if drafts[index].sentence == last.sentence]
        last = next((draft for draft in near if draft.quote is not None), last)
        here = reading.paragraph_of(quote.first)
        there = reading.paragraph_of(last.cand.at)
        end = max(piece[1] for piece in last.pieces)
        if here - reading.paragraph_of(end - 1) > 1:
            continue
        if here == there or (quote.stop - quote.first > 5 and reading.paragraphs[here][0] == quote.first):
            last.pieces.append((quote.first, quote.stop))


def _chars(reading: Reading, first: int, stop: int) -> Span:
    return (reading.starts[first], reading.ends[stop - 1])


_HEDGES = _SETS["hedges"]
_NEGATIONS = frozenset(("not", "never", "no", "neither", "nor", "without"))
# Frames in which what is told is an act towards a thing, not a proposition: rejected the offer, declined to comment on it.
_ACTS = frozenset(("np", "0e", "prep", "np_end", "ing", "passprep", "passnp", "passend", "other"))
_FINITE_VERB = re.compile("[MIHKV]")
_CONDITIONAL = frozenset(("only", "unless", "until", "without", "before", "condition", "provided", "long"))
_CONDITION = re.compile(
    r"\bonly (?:if|when|after|once)\b|\bunless\b|\bprovided (?:that )?|\bas long as\b|\bon (?:the )?condition that\b"
    r"|\b(?:no|not|never|nothing|cannot|[a-z]+n't)\b[^.]{0,80}\b(?:until|unless|without|before)\b"
)


def _statement(scan: Scan, draft: Draft) -> Statement:
    reading = scan.reading
    cand = draft.cand
    pieces = sorted(draft.pieces)
    spans = tuple([_chars(reading, first, stop) for first, stop in pieces])
    lows = scan.lows
    cue_words = lows[draft.cue[0] : draft.cue[1]]
    negated = any(word in _NEGATIONS or word[-3:] == "n't" for word in cue_words)
    kind = _quotation_type(scan, draft, pieces)
    content_words: list[str] = []
    for first, stop in pieces:
        content_words += lows[first : min(stop, first + 60)]
    hedge = None
    if not _HEDGES.isdisjoint(content_words) or not _HEDGES.isdisjoint(cue_words):
        hedge = next(word for word in (*cue_words, *content_words) if word in _HEDGES)
    elif cand.word.lemma in ("seem", "appear"):
        hedge = lows[cand.at]
    return Statement(
        _chars(reading, *draft.source) if draft.source else None,
        _chars(reading, *draft.cue),
        spans,
        kind,
        _speech_act(draft, cue_words, content_words, kind, negated=negated),
        negated,
        hedge,
        _addressee(scan, draft),
        f"{_KINDS[cand.word.kind]}:{draft.frame}",
    )


_KINDS = {"v": "verb", "n": "noun", "a": "adjective", "p": "preposition", "c": "colon"}


def _quotation_type(scan: Scan, draft: Draft, pieces: list[Range]) -> str:
    """Whether content is quoted throughout, in part or not at all, or no proposition but an act is told."""
    inside = scan.inside
    total = quoted = longest = 0
    for first, stop in pieces:
        total += stop - first
        here = inside.count(1, first, stop)
        if here:
            quoted += here
            longest = max([longest, *map(len, bytes(inside[first:stop]).split(b"\0"))])
    if quoted and quoted == total:
        return "direct"
    act = draft.frame in _ACTS and draft.cand.word.kind in "vn" and not (draft.frame == "0e" and draft.cand.word.group in ("say", "think"))
    if act and draft.frame == "np" and draft.cand.word.lemma in _SAY and any(_FINITE_VERB.search(scan.marks, *piece) for piece in pieces):
        act = False  # said 14 people, including three children, had died
    if quoted and not (act and longest <= 6):
        return "mixed"
    return "narrated_act" if act else "indirect"


def _speech_act(draft: Draft, cue_words: list[str], content_words: list[str], kind: str, *, negated: bool) -> str:
    """What is done by saying it."""
    word = draft.cand.word
    act = word.act
    last = cue_words[-1] if cue_words else ""
    if act == "no_comment":
        # declined to comment; declined the offer
        told = {*cue_words, *content_words[:4]}
        return "no_comment" if word is _REACHED or told & cues.SILENT_WORDS else "reject"
    if set(cue_words) & cues.SILENT_WORDS and any(cues.WORDS[low].lemma in cues.SILENT for low in cue_words if low in cues.WORDS):
        return "no_comment"
    if (
        word.lemma in ("respond", "reply", "answer", "return", "reach")
        and negated
        and {"comment", "calls", "call", "questions", "requests"} & {*cue_words, *content_words}
    ):
        return "no_comment"
    if word.lemma == "comment" and negated:
        return "no_comment"
    if word.lemma == "call" and last == "for":
        return "demand"
    if word.lemma == "call" and last in ("on", "upon"):
        return "appeal"
    if word.lemma == "ask" and (last == "for" or draft.frame in ("np_to", "to")):
        return "appeal"
    if word.lemma == "claim" and content_words[:1] == ["responsibility"]:
        return "claim_responsibility"
    if word.lemma == "rule" and "out" in (last, *content_words[:1]):
        return "reject"
    if act == "assert" and kind != "narrated_act" and word.group in ("say", "colon") and not _CONDITIONAL.isdisjoint(content_words):
        return "set_condition" if _CONDITION.search(" ".join(content_words)) else act
    return act


def _addressee(scan: Scan, draft: Draft) -> Span | None:
    """Who is told, without the day on which."""
    if draft.cand.addressee is None:
        return None
    first, stop = draft.cand.addressee
    while stop > first + 1 and scan.marks[stop - 1] in "tR,":
        stop -= 1
    return _chars(scan.reading, first, stop)
