"""Statements: who said what, by which words, with spans into the text.

Of a text read (`scan`), each cue word outside of quotations is read in every way that its place allows (`drafting`, `formula`, `colon`):
a `draft`. Tables of weights (`weighing`) say which drafts attribute, where open content ends, which phrase is the source and whose
subject a verb without one shares; of drafts within one another's content only the outermost stays (`settling`).
Belongs here: the record, and what a row says besides its spans: kind of quotation, speech act, negation, hedge, addressee. Does not
belong here: any of the above, or whom a source means (`mention`).
"""

import re
from typing import NamedTuple

from transforms import lexicon
from transforms.text.closed import DEICTIC
from transforms.text.reading import Reading
from transforms.text.statements import continuing
from transforms.text.statements import cue as cues
from transforms.text.statements.cue_word import WORDS
from transforms.text.statements.draft import Draft
from transforms.text.statements.formula import REACHED
from transforms.text.statements.scan import SAY, Range, Scan
from transforms.text.statements.settling import accepted

Span = tuple[int, int]


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


_EVENTS = lexicon.sets("word_sets")["events"]
_DEED_WITHIN = 4  # words of a content in which the deed is named
_WORDED = re.compile(r"[dpJNSXLbzntEGVBMIHKPOTFoAYRUWQ]")
_HEDGES = lexicon.sets("word_sets")["hedges"]
_NEGATIONS = frozenset(("not", "never", "no", "neither", "nor", "without"))
_NOBODY = frozenset(("neither", "none", "nobody"))
# Frames in which what is told is an act towards a thing, not a proposition: rejected the offer, declined to comment on it.
_ACTS = frozenset(("np", "0e", "prep", "np_end", "ing", "passprep", "passnp", "passend", "other"))
_FINITE_VERB = re.compile("[MIHKV]")
_REFUSING = frozenset(("would", "will", "wouldn't", "won't"))
_UNSAID = frozenset(("drawn", "comment", "say", "answer", "discuss", "elaborate", "disclose", "speculate", "reveal"))
_CONDITIONAL = frozenset(("only", "unless", "until", "without", "before", "condition", "provided", "long"))
_DETAILS = frozenset(("name", "drawn", "details", "names", "figures", "specifics", "timetable", "information", "reasons", "interview"))
_CONDITION = re.compile(
    r"\bonly (?:if|when|after|once)\b|\bunless\b|\bprovided (?:that )?|\bas long as\b|\bon (?:the )?condition that\b"
    r"|\b(?:no|not|never|nothing|cannot|[a-z]+n't)\b[^.]{0,80}\b(?:until|unless|without|before)\b"
)
_KINDS = {"v": "verb", "n": "noun", "a": "adjective", "p": "preposition", "c": "colon"}


def statements(reading: Reading) -> list[Statement]:
    """The statements of `reading`, in the order of their first character of content."""
    if not reading.words:
        return []
    scan = Scan(reading)
    drafts = accepted(scan)
    continuing.attribute(scan, drafts)
    for draft in drafts:
        if draft.source and not _is_worded(scan, *draft.source):
            draft.source = None
        draft.pieces = [piece for piece in draft.pieces if _is_worded(scan, *piece)]
    drafts = [draft for draft in drafts if draft.pieces]
    found = [_statement(scan, draft) for draft in drafts]
    found.sort(key=lambda one: (one.content, one.cue or (0, 0)))
    return found


def _is_worded(scan: Scan, first: int, stop: int) -> bool:
    """Whether a letter or a digit stands in these tokens."""
    if stop - first > 1:
        return _WORDED.search(scan.marks, first, stop) is not None
    return first < stop and any(map(str.isalnum, scan.reading.words[first]))


def _chars(reading: Reading, first: int, stop: int) -> Span:
    return (reading.starts[first], reading.ends[stop - 1])


def _statement(scan: Scan, draft: Draft) -> Statement:
    reading = scan.reading
    cand = draft.cand
    starts, ends = reading.starts, reading.ends
    pieces = sorted(draft.pieces)
    spans = tuple([(starts[first], ends[stop - 1]) for first, stop in pieces])
    lows = scan.lows
    cue_words = lows[draft.cue[0] : draft.cue[1]]
    negated = not _NEGATIONS.isdisjoint(cue_words) or "n't" in " ".join(cue_words)
    if draft.source and lows[draft.source[0]] in _NOBODY:
        negated = True
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


def _quotation_type(scan: Scan, draft: Draft, pieces: list[Range]) -> str:
    """Whether content is quoted throughout, in part or not at all, or no proposition but an act is told."""
    inside = scan.inside
    total = quoted = 0
    for first, stop in pieces:
        total += stop - first
        quoted += inside.count(1, first, stop)
    if quoted and quoted == total:
        return "direct"
    act = draft.frame in _ACTS and draft.cand.word.kind in "vn" and not (draft.frame == "0e" and draft.cand.word.group in ("say", "think"))
    if (
        act
        and draft.frame == "np"
        and (draft.cand.word.lemma in SAY or draft.cand.word.group == "think")
        and any(_FINITE_VERB.search(scan.marks, *piece) for piece in pieces)
    ):
        act = False  # said 14 people, including three children, had died
    if quoted and not (act and max(len(run) for piece in pieces for run in bytes(inside[slice(*piece)]).split(b"\0")) <= 6):
        return "mixed"
    return "narrated_act" if act else "indirect"


def _speech_act(draft: Draft, cue_words: list[str], content_words: list[str], kind: str, *, negated: bool) -> str:
    """What is done by saying it."""
    word = draft.cand.word
    act, lemma = word.act, word.lemma
    if draft.frame == continuing.ANNOUNCED:
        return "assert"
    last = cue_words[-1] if cue_words else ""
    if act == "no_comment":
        # declined to comment; declined the offer
        told = {*cue_words, *content_words[:4]}
        return "no_comment" if word is REACHED or told & cues.SILENT_WORDS or told & _DETAILS else "reject"
    if not cues.SILENT_WORDS.isdisjoint(cue_words) and any(WORDS[low].lemma in cues.SILENT for low in cue_words if low in WORDS):
        return "no_comment"
    if (
        negated
        and lemma in ("respond", "reply", "answer", "return", "reach")
        and {"comment", "calls", "call", "questions", "requests"} & {*cue_words, *content_words}
    ):
        return "no_comment"
    if lemma in ("comment", "react") and negated:
        return "no_comment"
    if lemma == "say" and draft.frame == "wh" and negated and len(content_words) > 2 and not _REFUSING.isdisjoint(cue_words):
        return "no_comment"  # would not say whether
    if lemma == "refuse" and not _UNSAID.isdisjoint(content_words[:4]):
        return "no_comment"  # refused to be drawn on it
    if lemma == "say" and draft.frame == "np" and content_words[:1] == ["nothing"]:
        return "no_comment"
    if lemma == "call" and last == "for":
        return "demand"
    if lemma == "call" and last in ("on", "upon"):
        return "appeal"
    if lemma in ("plead", "pleaded") and (last in ("for", "with") or draft.frame in ("to", "np_to")):
        return "appeal"  # but: pleaded guilty
    if lemma == "ask" and (last == "for" or draft.frame in ("np_to", "to")):
        return "appeal"
    if lemma == "claim" and content_words[:1] == ["responsibility"]:
        return "claim_responsibility"
    if lemma == "claim" and last == "by" and not _EVENTS.isdisjoint(content_words[:_DEED_WITHIN]):
        return "claim_responsibility"  # the attack was claimed by the brigade
    if lemma == "rule" and "out" in (last, *content_words[:1]):
        return "reject"
    if act == "assert" and kind != "narrated_act" and word.group in ("say", "colon") and not _CONDITIONAL.isdisjoint(content_words):
        return "set_condition" if _CONDITION.search(" ".join(content_words)) else act
    return act


def _addressee(scan: Scan, draft: Draft) -> Span | None:
    """Who is told, without the day on which."""
    if draft.cand.addressee is None:
        return None
    first, stop = draft.cand.addressee
    for sign in "Ft":
        placed = scan.marks.find(sign, first + 1, stop)
        if placed > 0:
            stop = placed  # told reporters in Cairo, told state television on Friday night
    period = next((at for at in range(first + 1, stop - 1) if scan.lows[at] in DEICTIC), stop)
    stop = min(stop, period)  # told senators last week
    while stop > first + 1 and scan.marks[stop - 1] in "tR,":
        stop -= 1
    return _chars(scan.reading, first, stop)
