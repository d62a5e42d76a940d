"""Placing: the content of a draft that stands before its cue, or around it.

Belongs here: content that ends where an attribution begins, what goes on behind it, and what is taken up by a noun or stands before a
clause of its own. Does not belong here: which cue is read how (`verbal`, `nominal`), and where open content ends (`content`).
"""

import re

from transforms import lexicon
from transforms.text.statements.content import WITHHOLDING
from transforms.text.statements.cue import Candidate
from transforms.text.statements.draft import Draft
from transforms.text.statements.frame import ADVERBIALS
from transforms.text.statements.scan import CLAUSE, PEOPLE, SAY, Range, Scan

EXPLETIVE = frozenset(("it", "there"))
# ", a charge that Kigali" before "denied": the claim, and who answers it.
_TAKEN_UP = re.compile(r"([dn]J{0,2}[NSz]|N)[QW]?((?:[dpn]?[JNXSs]{0,4}[NSX]|P)R*)")
# The offer (that) both sides accepted: what is accepted stands before who accepts it.
_CONTACT = re.compile(
    r"((?:d?[JN]{0,2}[NSz]|O)Q?)((?:d[dnJ]{0,2}[NSX]{1,3}|X{1,4}(?:sJ?[NS]{1,2})?|X{0,3}[JN]{1,2}X{1,4}|(?<=[QS])J{0,2}S|p[JN]?[NS]{1,2}|[PO])R*)"
)
_TAKEN = re.compile(r"[dn]J{0,2}[NSz](?=[dpQWXP])")
CLAIMS = frozenset(word for word, use in lexicon.rows("claim_words") if use in ("report", "accusation"))
_WHOLE = frozenset(("something",))  # what takes up all that was said: something his party denies
ANSWERS = frozenset(
    (
        "deny",
        "reject",
        "dispute",
        "dismiss",
        "refute",
        "confirm",
        "contradict",
        "echo",
        "rebut",
        "repeat",
        "support",
        "back",
        "endorse",
        "share",
        "contest",
        "question",
        "corroborate",
        "make",
        "verify",
        "accept",
        "spurn",
        "rebuff",
        "refuse",
        "decline",
        "welcome",
    )
)
_RANKS = frozenset(
    ("first", "second", "third", "fourth", "fifth", "latest", "last", "worst", "most", "largest", "biggest", "highest", "lowest")
)
_LAPSE = re.compile(r"(?:[dnJR]{0,3}[tNS]{1,2}|R?)(?=[UF])")
_NOTHING_FOLLOWS = frozenset(("end", "np_end"))
_VERB_NEXT = re.compile("R?[Ez]")


def is_taken_up(scan: Scan, start: int) -> bool:
    """Whether ", a report the army called false" takes up what was said before it."""
    found = _TAKEN.match(scan.marks, start)
    return found is not None and scan.lows[found.end() - 1] in CLAIMS


def taken_up(scan: Scan, begin: int, first: int) -> tuple[Range, Range] | None:
    """The claim, and who answers it, in "..., a charge that Kigali" before a verb that begins at `begin`."""
    comma = max(scan.marks.rfind(sign, max(first, begin - 14), begin) for sign in ",-")
    found = _TAKEN_UP.fullmatch(scan.marks, comma + 1, begin) if comma > first else None
    if not found:
        return None
    noun = scan.lows[found.end(1) - 1]
    if found.end(1) - found.start(1) == 1:
        return (found.span(1), (found.start(2), begin)) if noun in _WHOLE else None
    if noun not in CLAIMS and (noun in PEOPLE or scan.marks[found.start(2)] not in "dpnPX" or scan.marks[found.start(1)] == "n"):
        return None
    return found.span(1), (found.start(2), begin)


def contact(scan: Scan, begin: int, first: int) -> tuple[Range, Range] | None:
    """What is said and who says it, in a clause without its pronoun: the offer both sides accepted."""
    marks = scan.marks
    for at in range(max(first, begin - 9), begin - 1):
        if at == first or marks[at - 1] not in "dpJNSXLsn":
            found = _CONTACT.fullmatch(marks, at, begin)
            if found:
                return found.span(1), (found.start(2), begin)
    return None


def after_told(cand: Candidate) -> int:
    """The token behind a cue that closes an attribution, past adverbials and who is told."""
    if cand.addressee:
        return cand.addressee[1]
    return cand.at + 1 if cand.frame == "prep" and cand.word.lemma in SAY else cand.stop


def place_before(scan: Scan, draft: Draft, edge: int, order: str, after: int) -> None:
    """Content that stands before the attribution that begins at `edge`: a quotation or a clause."""
    marks = scan.marks
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
        quote = scan.closing.get(edge - 1)
        if quote is None or not scan.same_paragraph(edge - 1, draft.cand.at):
            return
        last = scan.reading.words[edge - 2]
        if not comma and edge - 2 >= 0 and last not in ",.!?-—–…'" and marks[edge - 2] not in ".,-'":
            return
        begin = quote.first
        if first < begin:
            begin = _clause_start(scan, first, begin)
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
        if colon > begin and not scan.inside[colon]:
            begin = colon + 1  # Moscow had another account: jets, it said, ...
        if marks[edge - 2] == "W" and edge - 2 > begin and marks[after : after + 1] == ",":
            draft.starts, draft.frame = after + 1, "mid" + marks[after + 1]  # ..., where, analysts say, the state is weak
        elif begin < edge - 1 and scan.lows[begin] != "asked" and not (edge - 1 - begin == 1 and marks[begin] in "RF"):
            draft.pieces = [(begin, edge - 1)]
            draft.frame = order + "c"
    if draft.pieces:
        if draft.cand.frame == "prep" and draft.cand.word.lemma in SAY:
            draft.cue = (draft.cand.first, draft.cand.at + 1)
        _resume(scan, draft, after)
        if _is_setting(scan, draft):
            draft.pieces.clear()


def _is_setting(scan: Scan, draft: Draft) -> bool:
    """Whether what stands before the attribution only tells where or when: in an interview with "Fox and Friends," he pointed to."""
    if draft.starts >= 0 or len(draft.pieces) > 1 or draft.cand.frame in _NOTHING_FOLLOWS:
        return False
    return scan.marks[draft.pieces[0][0]] == "F" and not CLAUSE.search(scan.marks, *draft.pieces[0])


def _clause_start(scan: Scan, first: int, quoted: int) -> int:
    """Where content that ends in a quotation begins, when words stand before the mark."""
    marks = scan.marks
    if marks[quoted - 1] in "(:":
        return quoted
    begin = first
    if marks[begin] == "R" and marks[begin + 1] == "," and begin + 2 < quoted:
        begin += 2
    return begin


def _resume(scan: Scan, draft: Draft, after: int) -> None:
    """Content that goes on behind an attribution in its midst."""
    marks = scan.marks
    stop = draft.sentence[1]
    skipped = ADVERBIALS.match(marks, after, stop) if after < stop and marks[after] in "RtFTYAo" else None
    if skipped:
        after = skipped.end() - (marks[skipped.end() - 1] == ",")
    if after + 1 >= stop or marks[after] not in ",.:-":
        return
    if marks[after + 1] == "<":
        quote = scan.opening.get(after + 1)
        if quote:
            draft.pieces.append((quote.first, quote.stop))
    elif marks[after] == "," and after + 3 < stop and _goes_on(scan, draft, after + 1):
        if skipped is not None and _is_day_after(scan, after + 1):
            return  # said on Thursday, a day after the talks collapsed
        draft.starts = after + 1
        draft.frame = "mid" + marks[after + 1]


def _is_day_after(scan: Scan, at: int) -> bool:
    """Whether the narrator tells by what the day of the attribution was: a day after, hours before."""
    lapse = _LAPSE.match(scan.marks, at)
    return lapse is not None and scan.lows[lapse.end() : lapse.end() + 1] in (["after"], ["before"], ["since"])


def _goes_on(scan: Scan, draft: Draft, at: int) -> bool:
    """Whether what is said goes on at the token `at`, behind the comma that ends an attribution."""
    marks, lows = scan.marks, scan.lows
    opens = marks[at]
    if opens == "F" and _is_narrators(lows[at : at + 4]):
        return False
    if opens == "d" and lows[at] == "the" and _ranks(lows[at + 1 : at + 4]) and not CLAUSE.search(marks, at, draft.sentence[1]):
        return False  # fired missiles, the army said, the third such launch in a week
    if opens == "n" and "into" in lows[at + 1 : at + 3]:
        return False  # said she, six months into the war
    if draft.frame == "pq":
        return opens in "QMIHKV" or (opens == "T" and marks[at + 1] not in "NSX")  # "...," she said, to laughter
    if draft.frame != "pc":
        return False
    if opens == "C":
        return marks[at + 1] not in "VEzbG"
    if _VERB_NEXT.match(marks, at) and not CLAUSE.search(marks, *draft.pieces[0]):
        return True  # the verb of a clause that the attribution parts
    return opens in "QTMIHKVWPdpXNSUFJLn"


def _is_narrators(following: list[str]) -> bool:
    """Whether the narrator ranks what happened (in what would be, in the deadliest attack) or misses something (without elaborating)."""
    if following[0] == "without":
        return following[1:2] != [] and following[1] in WITHHOLDING
    return following[1:2] == ["what"] or _ranks(following[2:])


def _ranks(words: list[str]) -> bool:
    return any(low in _RANKS or (low[-4:] == "iest" and low != "priest") for low in words)
