"""What speaks for and against a draft.

Belongs here: what each cue word alone weighs, and the keys of a draft that come from what stands around its cue. Does not
belong here: the keys of the cue in its frame (`cue`), of ends (`content`), of sources (`source`) and of subjects shared (`sharing`).
"""

import re
from collections.abc import Mapping

from transforms import lexicon
from transforms.text.statements import cue as cues
from transforms.text.statements.cue_word import AS_NOUN, WORDS, Word
from transforms.text.statements.draft import SETTLED, Draft
from transforms.text.statements.scan import PEOPLE, SAY, Scan
from transforms.text.weight import CUES, ENDS, SHARED, SOURCES, Key

_YES = ("0", "1")
_POLLS = frozenset(("poll", "polls", "survey", "surveys", "study", "inquiry", "audit", "census"))
_FINDING = frozenset(("find", "show", "suggest", "put"))
THRESHOLD = {"v": -0.4, "a": -0.4, "p": -0.4, "n": -0.2, "c": -0.2}  # what a draft with a verb, an adjective, ... must weigh more than
_SOURCELESS = 0.25  # how much likelier a draft must be that names nobody
_PASSIVE = 0.3  # ... or tells of what is done to its subject
_OBJECT = -0.2  # and how much less so one of a verb with an object
_RELATED = 0.4  # but more so of one whose subject is "who" or "which"
HOPELESS = -2.3  # what speaks against a candidate more than this before its source is known is not looked at
ANYTHING = -99.0  # no candidate weighs less
ALONE: dict[str, float] = {}
ALONE_NOUN: dict[str, float] = {}
COLON = Word("c", ":", "colon", "assert", speech=True, prior=5, known=2)
# What the last word of a phrase names, the last kind first that knows the word.
_NAMED: dict[str, str] = {
    **dict.fromkeys(WORDS, "word"),
    **{row[0]: "issue" for row in lexicon.rows("issue_nouns")},
    **{row[0]: "document" for row in lexicon.rows("document_nouns")},
    **{row[0]: "body" for row in lexicon.rows("organisation_nouns")},
    **dict.fromkeys(PEOPLE, "people"),
}
_NOMINAL = re.compile(r"[dpnJNSEGbzRXLtsPWQO$]+")
_FINITE = re.compile("[MIHKV]")
_SIZES = ("0", *("1",) * 5, *("6",) * 6, *("12",) * 13)


def is_likely(draft: Draft) -> bool:
    """Whether a draft is likely enough to be a statement."""
    kind, frame = draft.cand.word.kind, draft.frame
    least = THRESHOLD[kind]
    if frame[:4] == "pass":
        least += _PASSIVE
    elif draft.source is None:
        least += _SOURCELESS
    elif frame == "np" and kind == "v":
        least += _RELATED if draft.related else _OBJECT
    return draft.score > least


def _weigh_words() -> None:
    """What each cue word alone weighs."""
    for low, word in (*WORDS.items(), (":", COLON)):
        ALONE[low] = CUES.total(cues.word_keys(low, word))
    for low, word in AS_NOUN.items():
        ALONE_NOUN[low] = CUES.total(cues.word_keys(low, word))


def use(tables: Mapping[str, Mapping[Key, float]] | None = None) -> None:
    """Take these fitted weights instead of those of the lexicon, for fitting them; or those of the lexicon again."""
    for weights in (CUES, SOURCES, SHARED, ENDS):
        if tables is None or weights.name in tables:
            weights.use(None if tables is None else tables[weights.name])
    _weigh_words()


_weigh_words()


def _names(marks: str, lows: list[str], first: int, stop: int) -> str:
    """What a phrase names, by its last word."""
    found = _NOMINAL.match(marks, first, stop)
    if found is None:
        return "?"
    last = found.end() - 1
    return marks[last] if marks[last] in "PWQOXLn" else _NAMED.get(lows[last], "thing")


def weigh(scan: Scan, draft: Draft, alone: float, more: list[Key]) -> None:
    """Score `draft`, whose word alone weighs `alone`: add `more` and what stands around it to what it is known by."""
    cand, frame, source = draft.cand, draft.frame, draft.source
    first, stop = draft.sentence
    word = cand.word
    if not draft.keys or frame != cand.frame:
        draft.keys = cues.keys(cand, frame, scan.marks, scan.lows, first, stop)
        draft.score = alone + CUES.total(draft.keys)
    marks = scan.marks
    opens = marks[draft.starts : draft.starts + 1] if draft.starts >= 0 else ""
    more += (
        ("st", frame, opens),  # content opens with a word of this class
        ("Q", word.lemma, _YES[opens == "<" or frame in SETTLED], _YES[opens != ""]),
    )
    if scan.tells_of_force:
        more.append(("force", scan.lows[cand.at]))  # rebels attacked the town; the senator attacked the plan
    if draft.extra:
        more += (("e", frame, draft.extra), ("e", frame, _YES[word.lemma in SAY], draft.extra[-1]))
    begins = draft.starts if draft.starts >= 0 else draft.pieces[0][0] if draft.pieces else stop
    ends = draft.pieces[0][1] if draft.pieces else stop
    rest = stop - draft.starts if draft.starts >= 0 else 0
    more += (
        ("verb", frame, _YES[_FINITE.search(marks, begins, ends) is not None]),
        ("rest", _SIZES[rest] if rest < 25 else "25"),
        ("aux", marks[cand.first : min(cand.at, cand.first + 3)]),
    )
    if source is None:
        more.append(("no_source", frame))
    else:
        speech = _YES[word.speech]
        more.append(("who", _names(marks, scan.lows, *source), speech))
        head = source[1] - 1
        tag = marks[head]
        more += (
            ("src_behind", marks[source[0] - 1] if source[0] > first else "^"),
            ("src_frame", tag, frame),
        )
        draft.related = tag in "WQ"
        if tag in "PO" and head == source[0]:
            more.append(("src_word", scan.lows[head]))
        if word.lemma in _FINDING and not _POLLS.isdisjoint(scan.lows[source[0] : source[0] + 3]):
            draft.score += 1.5  # a survey found half in favour
    draft.keys += more
    draft.score += CUES.total(more)
