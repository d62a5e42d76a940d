"""Drafts: every reading of every cue word outside of quotations, with where its source and its content stand.

Belongs here: which cue words are read, and as what. Does not belong here: the readings of verbs (`verbal`), of nouns and adjectives
(`nominal`), set phrases (`formula`), what a colon attributes (`colon`), how likely a draft is (`weighing`), and which of them stay
(`settling`).
"""

from transforms.text.statements import colon, nominal, sharing, verbal
from transforms.text.statements.cue_word import AS_NOUN, WORDS
from transforms.text.statements.draft import Draft
from transforms.text.statements.formula import FORMULAS, according
from transforms.text.statements.scan import Scan
from transforms.text.statements.weighing import ALONE, ALONE_NOUN, ANYTHING, HOPELESS, weigh
from transforms.text.word import CUE

_MOST_CUES = 30  # words that may attribute, in one sentence
_PARTICIPLES = {"ruling": "declaring", "finding": "concluding"}  # nouns that are verbs where "that" follows: freed them, ruling that
_VERBAL = frozenset("VEGBbz")
_LETTING = frozenset(("helped", "help", "let", "made", "make", "saw", "see", "heard", "had", "did", "does"))


def drafts(scan: Scan, *, every: bool = False) -> list[Draft]:
    """The candidates outside of quotations, worked out and scored, in text order: those with some hope, or `every` one."""
    lows, inside, marks = scan.lows, scan.inside, scan.marks
    least = ANYTHING if every else HOPELESS
    found: list[Draft] = []
    sentences = scan.sentences
    colon.named(scan, found)
    index = met = 0
    for at in scan.reading.marked(CUE):
        if inside[at]:
            continue
        while sentences[index][1] <= at:
            index += 1
            met = 0
        met += 1
        if met > _MOST_CUES:
            continue  # no prose
        first, stop = sentences[index]
        low = lows[at]
        special = FORMULAS.get(low)
        if special:
            draft = special(scan, at, (first, stop))
            if draft:
                found.append(draft)
            if draft or low not in WORDS or low == "reached":
                continue
        word = WORDS[low]
        if word.kind == "v" and (marks[at] not in _VERBAL or (marks[at] in "bz" and at > first and _governs(marks, lows, at - 1))):
            word = AS_NOUN[low]
            alone = ALONE_NOUN[low]
        elif marks[at] == "G" and low in _PARTICIPLES:
            word, alone = WORDS[_PARTICIPLES[low]], ALONE[_PARTICIPLES[low]]
        else:
            alone = ALONE[low]
        if word.lemma == "rule" and word.kind == "v" and lows[at + 1 : at + 2] == ["out"]:
            alone = ALONE["rejected"]
        if alone < least:
            continue
        if word.kind == "p":
            drafts = [according(scan, at, first, stop, word)]
        else:
            drafts = (verbal if word.kind == "v" else nominal).readings(scan, at, (first, stop), word, alone, least)
        for draft in drafts:
            if draft.shared:
                draft.source = sharing.coordinate(scan, draft)
            others = [("or", draft.frame, other.frame) for other in drafts if other is not draft]
            weigh(scan, draft, alone, [*others, ("of", str(len(drafts)))])
            found.append(draft)
    colon.announced(scan, found)
    return found


def _governs(marks: str, lows: list[str], at: int) -> bool:
    """Whether a noun rather than a verb follows the word at `at`: traded blame, voiced concern, two guides; but: helped clear."""
    return marks[at] == "n" or (marks[at] in "EV" and lows[at] not in _LETTING)
