"""What a colon attributes: in headlines and transcripts (Name: what is said), and where a quotation stands behind it.

Belongs here: drafts that have no word of saying. Does not belong here: a colon behind a cue word, which is a part of its frame (`cue`).
"""

from bisect import bisect_right

from transforms import lexicon
from transforms.text.statements import source as sources
from transforms.text.statements.cue import Candidate
from transforms.text.statements.draft import Draft
from transforms.text.statements.scan import PEOPLE, Scan
from transforms.text.statements.weighing import ALONE, COLON, weigh

_PLACES = lexicon.words("places")
_EVENTS = lexicon.sets("word_sets")["events"]
_PLACED = 4  # tokens
_SURE = 4  # the prior of a word behind which a quotation needs no other reason


def named(scan: Scan, found: list[Draft]) -> None:
    """Name: what is said. In headlines and transcripts."""
    marks = scan.marks
    for first, colon, stop in scan.turns:
        turn = Draft(Candidate(colon, colon, colon + 1, COLON, "turn", -1, "n", None), (first, stop))
        turn.source = (first, colon)
        turn.pieces = [(colon + 1, stop)]
        turn.score = 5.0
        found.append(turn)
    colons = {colon for _, colon, _ in scan.turns}
    for first, stop in scan.sentences:
        if marks[first] not in 'XLS"<d':
            continue
        at = marks.find(":", first + 1, min(stop, first + 14))
        if at < 0 or at + 2 >= stop or at in colons:
            continue
        if marks[at - 1] == marks[at + 1] == "n":
            continue  # 3:10 PM
        head = sources.phrase(marks, first, at)
        if head is None or not (first == 0 or (head[1] == at and at - first < 6)):
            continue
        if head[1] < at and marks[head[1]] in "VSzMIHKE":
            continue  # Paris attacks: toll passes 400
        if not _EVENTS.isdisjoint(scan.lows[head[0] : head[1]]):
            continue  # Harbour bombing: 12 people were killed
        if marks.find("E", *head) >= 0:
            continue  # The mayor seemed to expect it: no headline
        if marks[head[1] - 1] in "Sz" and scan.lows[head[1] - 1] not in PEOPLE:
            continue  # Capital protests: toll passes 400
        if first == 0 and at - first < _PLACED and " ".join(scan.reading.words[first:at]).isupper() and _is_place(scan, first, at):
            continue  # NEW DELHI: The court said
        draft = Draft(Candidate(at, at, at + 1, COLON, "head" if first == 0 else "name", at + 1, "n", None), (first, stop))
        draft.source = head
        draft.starts = at + 1
        weigh(scan, draft, ALONE[":"], [("i", scan.lows[head[1] - 1]), ("len", str(at - first)) if head[1] == at else ("more",)])
        found.append(draft)


def _is_place(scan: Scan, first: int, stop: int) -> bool:
    """Whether words in upper case are where a story is from: several words, or a long one that is no body's letters."""
    return stop - first > 1 or scan.reading.words[first].title() in _PLACES


def announced(scan: Scan, found: list[Draft]) -> None:
    """A quotation behind a colon where no verb of saying stands: went even further: "..."; more from Anna Veld: "..."."""
    marks = scan.marks
    begun = {draft.starts for draft in found if draft.cand.word.prior >= _SURE}
    for quote in scan.quotes:
        colon = quote.first - 1
        if colon < 1 or marks[colon] != ":" or not quote.opened or quote.first in begun or scan.inside[colon]:
            continue
        first, stop = scan.sentences[bisect_right(scan.sentences, (colon, len(marks))) - 1]
        begin = colon
        while begin > first and marks[begin - 1] in "XLC":
            begin -= 1
        if begin == colon or (begin > first and marks[begin - 1] not in "-F>"):
            begin = colon
        draft = Draft(Candidate(colon, begin, colon + 1, COLON, "q", quote.first, "n", None), (first, stop))
        if begin < colon:
            draft.source = (begin, colon)
            draft.cue = (colon, colon + 1)
        else:
            draft.source = sources.clause_subject(marks, scan.lows, scan.inside, first, colon)
            draft.cue = (draft.source[1] if draft.source else colon, colon + 1)
        draft.starts = quote.first
        draft.quote = quote
        weigh(scan, draft, ALONE[":"], [])
        found.append(draft)
