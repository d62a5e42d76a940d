"""Which drafts are statements: the likely ones, with the edges of source and content settled, none inside what another says.

Belongs here: the choice among the drafts of a sentence, and what each choice means for the others. Does not belong here: making drafts
(`drafting`), the places where content may end (`content`) and sources begin (`source`), and the rows made of them (`statement`).
"""

import re
from bisect import bisect_right

from transforms import lexicon
from transforms.text.closed import RELATIVES, SELVES
from transforms.text.statements import content as contents
from transforms.text.statements import drafting, sharing, weighing
from transforms.text.statements import source as sources
from transforms.text.statements.draft import SETTLED, Draft
from transforms.text.statements.formula import REACHED
from transforms.text.statements.frame import STATED
from transforms.text.statements.placing import is_taken_up
from transforms.text.statements.scan import PEOPLE, Range, Scan
from transforms.text.weight import ENDS, SOURCES

_SETS = lexicon.sets("word_sets")
_NAMELESS = _SETS["not named"]
_ENTITLED = _SETS["entitled"]
# Passives that need somebody who believes: without one, it is the narrator who speaks.
_BELIEVED = _SETS["believed"]
# Participles by which the narrator explains what a quotation is about.
_EXPLAINING = frozenset(("refer", "allude"))
_OPENING = re.compile(r"[CR,]{0,2}[FGUT][^MIHKVEQW.;:<>]*")
_SUBJECT_NOUN = re.compile(r"[CR,]{0,2}[^MIHKVEQWFGUTz,.;:<>]*")
_PLAIN = re.compile(r"[PWQ]|[dpJNSXLbnso]+")
_WORDY = re.compile(r"[dpJNSXLbzntEGVBMIHKPOTFoAYRCUWQ]")
_LISTED = re.compile(r"(?:dX{1,4}|X{1,4}),(?:d?X{1,4},){0,5}")
_BY_NAME = frozenset(("name", "himself", "herself", "themselves", "identified", "known"))
_OPENED = re.compile(r"(?:R|G(?=[FTAYdpR])[^,MIHKVWQ]*),(?=[dpPXL])")
_BESIDE = re.compile(r"(?:d|n|p)?[JNX]{0,4}[NSz]\Z")
_NAMES = _SETS["names"]
_UNNAMED = (["to", "remain", "anonymous"], ["to", "stay", "anonymous"], ["to", "remain", "unnamed"])
_INNER = ("relend", "contact")  # what is said of a thing inside its phrase ends nothing: the man who the army said was armed
_DOUBTFUL = 0.5  # a score that is hardly above the threshold
# Behind these no clause begins, and so no subject of a finite verb.
_PREPOSITIONS = _SETS["inner prepositions"]
_SINCE = frozenset(("after", "before"))
_OBJECTS = lexicon.sets("word_sets")["objects"]
_HEAD = re.compile(r"d[nJNEG]*[NSz](?![sNSz])")  # the last word of a plain phrase: the old dam, of the old dam in the hills
_QUOTING = lexicon.sets("word_sets")["quoting"]


def accepted(scan: Scan) -> list[Draft]:
    """The drafts that are statements, contents settled, none inside another's content."""
    drafts = [
        draft
        for draft in drafting.drafts(scan)
        if weighing.is_likely(draft) and (draft.pieces or draft.starts >= 0) and not _idle(scan, draft)
    ]
    by_sentence: dict[Range, list[Draft]] = {}
    for draft in drafts:
        by_sentence.setdefault(draft.sentence, []).append(draft)
    kept: list[Draft] = []
    for group in by_sentence.values():
        if len(group) > 1:
            group.sort(key=lambda draft: draft.cand.at)
        settled = _settle(scan, group)
        sharing.share(scan, settled)
        kept.extend(settled)
    return kept


def _settle(scan: Scan, group: list[Draft]) -> list[Draft]:
    kept = _told_apart(scan, group) if len(group) > 1 else group
    closed = [draft for draft in kept if draft.pieces and (draft.starts < 0 or draft.frame[:3] == "mid")]
    covered = [piece for draft in closed for piece in draft.pieces]
    out: list[Draft] = []
    for draft in kept:
        if draft.shared:
            draft.source = draft.source or sharing.coordinate(scan, draft)
        else:
            refine(scan, draft)
        if draft.source and draft.source[1] <= draft.cue[0]:
            draft.source = (sources.behind_time(scan.marks, scan.lows, *draft.source), draft.source[1])
    near = nearby(kept)
    # He had hinted at a reason: "...," he told the council.
    taken = [draft.pieces[0][0] for draft in kept if draft.frame in ("pq", "iq") and scan.marks[draft.pieces[0][0] - 1] == ":"]
    for draft in kept:
        if draft.starts >= 0 and not (draft.pieces and draft.frame in ("iq", "pq")):
            if _within(draft.cue, covered):
                continue
            limit = next((at - 1 for at in taken if at > draft.starts + 1), draft.sentence[1])
            _close(scan, draft, kept, near, limit)
            if not draft.pieces:
                continue
            covered.extend(draft.pieces)
        elif _within(draft.cue, [piece for other in out for piece in other.pieces]) or any(
            _within(draft.cue, other.pieces) for other in closed if other is not draft
        ):
            continue
        out.append(draft)
    return out


def _told_apart(scan: Scan, group: list[Draft]) -> list[Draft]:
    """Those of the drafts of a sentence that say something of their own."""
    kept: list[Draft] = []
    # Words of one cue: declined to comment. The likelier wins.
    for draft in group:
        if kept and draft.cue[0] < kept[-1].cue[1] and kept[-1].cue[0] < draft.cue[1]:
            if draft.score > kept[-1].score:
                kept[-1] = draft
            continue
        kept.append(draft)
    return [draft for draft in kept if not any(adds_nothing(scan, draft, kept) for adds_nothing in _NOTHING_NEW)]


def _within(cue: Range, pieces: list[Range]) -> bool:
    at = cue[0]
    for first, stop in pieces:  # noqa: SIM110 (asked of every cue: a generator costs more than the answer)
        if first <= at < stop:
            return True
    return False


_THROUGH = _SETS["through"]
_GIVING = frozenset(("offer", "give", "provide"))
_REPLYING = _SETS["replying"]
_USUALLY = _SETS["usually"]
_CALLED_HOME = _SETS["called home"]
_LETTING = _SETS["letting"]
_DATED = re.compile(r"(?<=[NSXGOt])t+N?\Z")
_MEDIUM = re.compile(r"F[dp]J{0,2}[NXE]{0,2}N(?:E[FYT][dpJNXSt]{1,6})?\Z")
_MEDIA = STATED | {"email", "e-mail", "column", "article", "video", "broadcast", "address", "memo"}
_FINITE = re.compile("[MIHKV]")
_NOMINEE = re.compile(r"X{1,4}A")
_TALK = _SETS["talking"]
_CONVERSING = _SETS["conversing"]
_TALKING_TO = _SETS["talking to"]
_PUT_TO = frozenset(("asked", "questioned", "quizzed"))
_ISSUES = {row[0] for row in lexicon.rows("issue_nouns")} | {"trip", "trips", "journey"}
_CALLED = _SETS["called up"]
_OPEN = frozenset(("whether", "unless"))  # what follows has not been said
_IDLE = _PUT_TO | {
    "known",
    "calling",
    "named",
    "seen",
    "confirm",
    "called",
    "calls",
    "call",
    "add",
    "adds",
    "added",
    "adding",
    "recall",
    "recalled",
    "recalling",
    "recalls",
    "offer",
    "offers",
    "offered",
    "offering",
}  # a man known as, a group calling itself the Front, a teacher named Ann Smith


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
    if draft.source and cand.voice == "a":
        if lows[draft.source[0]] in ("no", "nobody"):
            return True  # no group has claimed it
        if draft.source[0] > draft.sentence[0] and lows[draft.source[0] - 1] in _OPEN and draft.source[1] <= cand.first:
            return True  # asked whether Moscow would recognise it; unless it agreed
        if cand.word.kind == "v" and _is_object_alone(scan, draft.source):
            return True  # the dam threatened to burst, the clock showed ten
    if cand.word.lemma == "comment" and not _USUALLY.isdisjoint(lows[cand.first : cand.at]):
        return True  # does not usually comment on strikes
    if cand.word.lemma == "claim" and draft.frame[-4:] == "prep" and lows[cand.stop : cand.stop + 2][-1:] == ["own"]:
        return True  # an island that it claims as its own
    if cand.word.lemma in _REPLYING and draft.frame == "prep" and lows[cand.stop - 1] == "by":
        return True  # replied by recalling its envoy
    if cand.word.lemma in _CONVERSING and draft.frame == "prep" and lows[cand.stop - 1] in _TALKING_TO:
        return lows[cand.stop : cand.stop + 1] not in (["favour"], ["favor"], ["support"])  # spoke to the crowd, talked over them
    if cand.word.kind == "a" and draft.frame == "prep" and lows[cand.stop - 1] in _THROUGH:
        return True  # kept silent throughout the dispute
    if cand.voice == "a" and scan.marks[cand.at] in "BbVN" and cand.first == cand.at and _is_let(scan, cand.at):
        return True  # lets parliament dismiss judges
    if cand.voice == "g" and cand.first > 1 and lows[cand.first - 1] == "of" and lows[cand.first - 2] == "short":
        return True  # stopping short of blaming
    if cand.word.lemma in _TALK and draft.starts >= 0 and lows[draft.starts] in ("if", "once", "unless"):
        return True  # ready to talk if the raids stop
    return (lows[cand.at] in _IDLE and _idles(scan, draft)) or _nameless(scan, draft)


def _is_let(scan: Scan, at: int) -> bool:
    """Whether a verb is what somebody lets another do: lets parliament dismiss."""
    before = at - 1
    while before > 0 and at - before < 6 and scan.marks[before] in "dpJNSXO":
        before -= 1
    return before + 1 < at and scan.lows[before] in _LETTING


def _is_object_alone(scan: Scan, source: Range) -> bool:
    """Whether what speaks is a thing on which nothing is written."""
    head = _HEAD.match(scan.marks, *source)
    return head is not None and scan.lows[head.end() - 1] in _OBJECTS


def _idles(scan: Scan, draft: Draft) -> bool:
    """Whether nobody says anything by a word that often says nothing."""
    cand = draft.cand
    lows = scan.lows
    low = lows[cand.at]
    if cand.word.lemma == "add" and cand.frame == "np":
        return True  # added nine firms to its list
    if cand.word.lemma == "recall" and cand.frame == "np" and not _CALLED_HOME.isdisjoint(lows[cand.start : cand.start + 5]):
        return True  # recalled its ambassador
    if low == "known" and cand.frame == "prep" and cand.first == cand.at and lows[cand.stop - 1] == "as":
        return True  # a man known as
    if low in _PUT_TO and cand.voice == "a" and cand.first > 0 and scan.marks[cand.first - 1] == ",":
        closing = scan.marks.find(",", cand.stop, min(draft.sentence[1] - 1, cand.stop + 30))
        if closing > 0 and scan.marks[closing + 1] in "VE" and draft.source is not None:
            return True  # the envoy, asked whether he would go, said no
    if lows[cand.at : cand.at + 2] == ["seen", "by"] and cand.voice == "p" and "as" not in lows[cand.stop : cand.stop + 6]:
        return True  # according to notes seen by the agency
    if cand.word.lemma == "call" and "".join(lows[cand.at + 1 : cand.at + 2]) in _CALLED:
        # called up reservists, called off a tour; but: called off a visit
        return lows[cand.at + 1] != "off" or _ISSUES.isdisjoint(lows[cand.at + 2 : cand.at + 8])
    if low == "confirm" and cand.voice == "t" and draft.starts >= 0 and _NOMINEE.match(scan.marks, draft.starts):
        return True  # voted to confirm Ann Smith as
    if cand.word.lemma in _GIVING and cand.frame == "np" and lows[cand.start] == "no":
        return True  # offered no evidence
    if cand.word.lemma == "call" and lows[cand.at + 1 : cand.at + 2] and lows[cand.at + 1] in SELVES and scan.marks[cand.at + 2] != "<":
        return True  # a group calling itself the Front
    return low == "named" and cand.first > 0 and scan.marks[cand.first - 1] in "NSX" and scan.marks[cand.stop : cand.stop + 1] == "X"


def _nameless(scan: Scan, draft: Draft) -> bool:
    """Declined to be named, asked not to be identified: how somebody speaks, not what is said."""
    if "anonymity" in scan.lows[draft.cue[1] : draft.cue[1] + 2]:
        return True  # requested anonymity, insisting on anonymity
    begin = draft.cue[0]
    if scan.marks[begin] == "T":
        begin += 1
    if scan.marks[begin - 1] == "T" and (
        scan.lows[begin - 2] in _ENTITLED or (draft.cand.voice == "p" and scan.lows[draft.cand.at] in _NAMELESS)
    ):
        return True  # not authorised to discuss it; asked not to be named
    if scan.lows[draft.cand.start : draft.cand.start + 3] in _UNNAMED:
        return True
    if draft.cand.word.lemma == "want" and not _NAMES.isdisjoint(scan.lows[draft.cand.start : draft.cand.start + 3]):
        return True  # did not want his name printed
    if draft.cand.frame not in ("to", "other"):
        return False
    if draft.cand.word.lemma == "ask" and scan.lows[draft.cand.start : draft.cand.start + 3] == ["to", "be", "called"]:
        return True
    begins = scan.lows[draft.cand.start : draft.cand.start + 5]
    if not _NAMES.isdisjoint(begins) and "give" in begins:
        return True
    return "be" in begins[:4] and not _NAMELESS.isdisjoint(begins[:4])


# Why a draft says nothing that another of its sentence does not say.


def _explains(scan: Scan, draft: Draft, kept: list[Draft]) -> bool:
    """Whether a participle only tells what a quotation is about, or how another thing was said.

    "...," he said, referring to the talks; signalled its consent by repeating its offer.
    """
    if draft.cand.voice != "g":
        return False
    begin = draft.cue[0]
    if draft.frame == "np" and scan.lows[begin - 1] == "by":
        return any(one.cue[1] <= one.starts < begin for one in kept)
    return draft.cand.word.lemma in _EXPLAINING and any(
        one.quote is not None and one.frame in SETTLED and one.cue[0] < begin for one in kept
    )


def _brings_in(scan: Scan, draft: Draft, kept: list[Draft]) -> bool:
    """Whether it only says that somebody is quoted: quoted the governor as saying."""
    return scan.lows[draft.cand.at] in _QUOTING and any(one.source is not None and one.source[0] == draft.cand.at + 1 for one in kept)


def _is_object(_scan: Scan, draft: Draft, kept: list[Draft]) -> bool:
    """Whether a noun is what a verb of saying speaks of: withdrew his earlier claim that ..."""
    if draft.cand.word.kind != "n":
        return False
    begins = (draft.cue[0], draft.source[0] if draft.source else draft.cue[0])
    return any(one.starts in begins for one in kept if one.cand.word.kind == "v")


def _is_doubtful(_scan: Scan, draft: Draft, kept: list[Draft]) -> bool:
    """Whether an unlikely cue stands in what a likelier one may say: denied it, saying the shells they found were old."""
    return (
        draft.frame in ("pc", "ic")
        and draft.score < _DOUBTFUL
        and any(one.cand.voice == "g" and 0 <= one.starts <= draft.cue[0] and _within(one.cue, draft.pieces) for one in kept)
    )


def _announces_another(_scan: Scan, draft: Draft, kept: list[Draft]) -> bool:
    """Whether the colon behind it opens what another says: businesses reacted with despair: the federation said."""
    return draft.frame == "colon" and any(
        one.source is not None and one.source[0] == draft.starts and one.score > 1.0 and one.cand.first < draft.starts + 12 for one in kept
    )


def _only_leads(_scan: Scan, draft: Draft, kept: list[Draft]) -> bool:
    """Whether a nearer cue opens the same content: pivoted to arguing that; shouted at the crowd, telling it that."""
    return draft.starts >= 0 and any(one.starts == draft.starts and one.cand.at > draft.cand.at for one in kept)


_NOTHING_NEW = (_only_leads, _is_doubtful, _explains, _brings_in, _is_object, _announces_another)


def refine(scan: Scan, draft: Draft) -> None:
    """The likeliest edges of a source that stands to the left of its verb."""
    cand = draft.cand
    if cand.voice not in "ah" or cand.word.kind != "v" or draft.frame in SETTLED or (draft.source and draft.source[1] > cand.first):
        return
    if draft.frame[:4] == "seem" or draft.frame in ("taken_up", "contact"):
        return
    if draft.source and draft.source[1] == cand.first:
        begin = draft.source[0]
        if (begin == draft.sentence[0] or scan.marks[begin - 1] in "WQU") and _PLAIN.fullmatch(scan.marks, begin, cand.first):
            return  # nothing to choose
    if scan.marks[cand.first - 1] == "C":
        return
    best: Range | None = None
    most = -1e9
    found = sources.candidates(scan.marks, scan.lows, cand.first, draft.sentence[0])
    if len(found) == 1:
        best = found[0][:2]
    else:
        for start, end, keys in found:
            if cand.voice == "a" and scan.lows[start - 1] in _PREPOSITIONS and scan.marks[start - 2] in "NSXz":
                continue  # an official with knowledge of the talks told reporters
            if cand.voice == "a" and not _SINCE.isdisjoint(scan.lows[start + 1 : min(start + 3, end)]):
                continue  # hours after the army declared
            score = SOURCES.total(keys)
            if score > most:
                most = score
                best = (start, end)
    whole = draft.source
    if best and whole and best[0] == whole[0] and best[1] < whole[1] == cand.first and scan.lows[best[1] + 1] in RELATIVES:
        best = whole  # the engineer, who asked not to be named, said
    elif best and whole and whole[0] < best[0] and best[1] == whole[1] == cand.first and _is_office(scan, whole[0], best[0] - 1):
        best = whole  # Iran's ambassador, Ann Smith, who was unhurt, said
    if best:
        best = _whole_subject(scan, best, draft.sentence[0])
        if cand.voice == "h":
            best = (best[0], sources.before_verb(scan.marks, *best))
        draft.source = best


def _is_office(scan: Scan, first: int, comma: int) -> bool:
    """Whether a plain description of somebody stands before the comma that opens their name."""
    return scan.marks[comma] == "," and scan.lows[comma - 1] in PEOPLE and _PLAIN.fullmatch(scan.marks, first, comma) is not None


def _whole_subject(scan: Scan, found: Range, first: int) -> Range:
    """A subject with the names listed before it, and without a phrase that a preposition before it governs."""
    start, end = found
    if "C" in scan.marks[start:end] and _LISTED.fullmatch(scan.marks, first, start):
        return (first, end)  # the U.S., China and the United Nations
    if start > first + 1 and scan.lows[start - 1] == "as" and (who := _named_as(scan, start, first)) >= 0:
        return (who, end)  # a resident who gave her name only as Rana said
    if start == first and (comma := _OPENED.match(scan.marks, start, end)) is not None:
        start = comma.end()  # meanwhile, an official who ... said; speaking in Cairo, an official who
        found = (start, end)
    if start - 2 > first and scan.marks[start - 1] == "C" and (scan.marks[start - 2] in "NSX" or scan.lows[start - 2] in PEOPLE):
        beside = _BESIDE.search(scan.marks, max(first, start - 8), start - 1)
        if beside and (beside.start() == first or scan.marks[beside.start() - 1] == ","):
            return (beside.start(), end)  # ..., two diplomats and an official briefed on it said
    if start > first and scan.marks[start - 1] in "FUA":
        own = max(scan.marks.rfind(sign, start + 2, end) for sign in "dp")
        if own > 0 and scan.marks[own - 1] in "NSt":
            return (own, end)  # after a summit its leaders said
    return found


def _named_as(scan: Scan, name: int, first: int) -> int:
    """Where somebody's description begins behind whose relative clause a name stands: a resident who gave her name as; -1."""
    floor = max(first, name - 8)
    who = scan.marks.rfind("W", floor, name)
    if who <= first or _BY_NAME.isdisjoint(scan.lows[who:name]):
        return -1
    described = sources.subject(scan.marks, scan.lows, who - (scan.marks[who - 1] == ","), first)
    return described[0] if described else -1


def nearby(drafts: list[Draft]) -> dict[int, str]:
    """Where the cues of a sentence and their sources begin."""
    found: dict[int, str] = {}
    drafts = [draft for draft in drafts if draft.frame not in _INNER]
    for draft in drafts:
        # What blames or praises hardly ever belongs to what is said before it: said A and accused them of B.
        loud = "!" if draft.cand.word.group in ("judge", "support", "oppose", "ask") else ""
        found[draft.cue[0]] = ("p" if draft.pieces else draft.cand.voice + loud) + ("~" if draft.cand.word is REACHED else "")
    for draft in drafts:
        if draft.source:
            found.setdefault(draft.source[0], "s" if draft.pieces else "r")
    return found


def _later(drafts: list[Draft], draft: Draft) -> list[tuple[int, float]]:
    """The cues that begin behind the content of `draft` begins, and how sure they are."""
    return [(one.cue[0], one.score) for one in drafts if one is not draft and one.cue[0] > draft.starts and one.frame not in _INNER]


def _family(draft: Draft) -> str:
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


def ends(scan: Scan, draft: Draft, group: list[Draft], near: dict[int, str], stop: int) -> list[contents.End]:
    """Where the open content of `draft` may end."""
    start = draft.starts
    cand = draft.cand
    marks = scan.marks
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
    elif cand.voice == "h" and source and draft.frame == "that" and (source[0] == first or marks[source[0] - 1] in "C,"):
        context = "s"  # messages claiming that A are false
    else:
        context = "-"
    key = marks[cand.at] + cand.word.lemma if cand.word.kind == "v" else "n" + cand.word.kind
    return contents.ends(marks, scan.lows, start, stop, _family(draft), near, key, context, _later(group, draft))


def _without_setting(scan: Scan, start: int, stop: int) -> int:
    """The end of a phrase without the day on which, or the letter in which, it was said: ruled out a coup on Monday in an email."""
    marks = scan.marks
    if _FINITE.search(marks, start, stop):
        return stop
    for _ in range(2):
        found = _DATED.search(marks, start + 1, stop) or _MEDIUM.search(marks, start + 1, stop)
        if found is None:
            break
        words = scan.lows[found.start() : stop]
        if marks[found.start()] == "F" and (words[0] != "in" or _MEDIA.isdisjoint(words)):
            break
        stop = found.start()
    return stop


def _close(scan: Scan, draft: Draft, group: list[Draft], near: dict[int, str], limit: int) -> None:
    """Settle where the open content of `draft` ends, at the latest before `limit`."""
    start = draft.starts
    marks = scan.marks
    if draft.frame[:3] == "mid" and (
        is_taken_up(scan, start)
        or any(one.frame == "contact" and one.pieces[0][0] == start for one in group)
        or contents.is_answer(marks, scan.lows, start, _later(group, draft))
    ):
        draft.starts = -1
        return
    if draft.quote is not None and marks[start] == "<" and draft.quote.first == start and _family(draft) == "q":
        quote = draft.quote
        after = quote.stop
        if after - quote.first > 6 or after >= draft.sentence[1] - 1 or marks[after] in ".,;C" or marks[after - 2] == ",":
            if marks[after : after + 2] == "C<" or marks[after : after + 3] == "C,<":
                more = scan.opening.get(after + (1 if marks[after + 1] == "<" else 2))
                if more and more.stop - more.first > 4:
                    after = more.stop
            draft.pieces.append((quote.first, after))
            return
    options = ends(scan, draft, group, near, limit)
    told = draft.cand.addressee
    if told and draft.frame == "prep" and told[0] == start and marks[told[1] : told[1] + 1] == "T":
        options = [one for one in options if one[0] > told[1] + 1]  # called on NATO and its allies to react
    stop = options[0][0] if len(options) == 1 else contents.expected_end(start, [(end, ENDS.total(keys)) for end, keys in options])
    # A quotation that content runs into belongs to it whole.
    if scan.inside[stop - 1] and marks[stop - 1] != ">":
        quote = scan.quotes[bisect_right(scan.quotes, (stop,)) - 1]
        if quote.first < stop < quote.stop:
            stop = quote.stop
    if draft.frame in ("np", "prep"):
        stop = _without_setting(scan, start, stop)
    if stop > start and _WORDY.search(marks, start, stop):
        draft.pieces.append((start, stop))
