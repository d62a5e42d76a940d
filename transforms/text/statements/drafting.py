"""Drafts: every reading of every cue word outside of quotations, with where its source and its content stand.

Belongs here: the places that a verb, a noun or an adjective gives to who speaks and what is said: content behind the cue, before it, or
on both sides; source before it, behind it or after *by*. Does not belong here: set phrases (`formula`), what a colon attributes
(`colon`), how likely a draft is (`weighing`), and which of them stay (`settling`).
"""

import re
from dataclasses import replace

from transforms import lexicon
from transforms.text.statements import colon, sharing
from transforms.text.statements import cue as cues
from transforms.text.statements import source as sources
from transforms.text.statements.content import WITHHOLDING
from transforms.text.statements.cue import Candidate
from transforms.text.statements.cue_word import AS_NOUN, WORDS, Word
from transforms.text.statements.draft import Draft
from transforms.text.statements.formula import FORMULAS, according
from transforms.text.statements.frame import ADVERBIALS
from transforms.text.statements.scan import CLAUSE, PEOPLE, SAY, Range, Scan
from transforms.text.statements.weighing import ALONE, ALONE_NOUN, HOPELESS, weigh
from transforms.text.weight import CUES, Key
from transforms.text.word import CUE

_RELATIVES = frozenset(("who", "whom", "which", "what"))
_CLAUSES = frozenset(("that", "0", "wh", "to", "np_that", "np_to", "np_wh", "colon"))
_MAKE = frozenset(("made", "make", "makes", "making"))
_EXPLETIVE = frozenset(("it", "there"))
# Between a quotation and the verb of saying: a subject, with its titles, appositions and relative clause.
_REGION = re.compile(r"[^.;:<>MIHKVUW\"]*(?:W[^.;:<>\"]*)?")
# ", a charge that Kigali" before "denied": the claim, and who answers it.
_TAKEN_UP = re.compile(r"([dn]J{0,2}[NSz]|N)[QW]?((?:[dpn]?[JNXSs]{0,4}[NSX]|P)R*)")
# The offer (that) both sides accepted: what is accepted stands before who accepts it.
_CONTACT = re.compile(
    r"((?:d?[JN]{0,2}[NSz]|O)Q?)((?:d[dnJ]{0,2}[NSX]{1,3}|X{1,4}(?:sJ?[NS]{1,2})?|X{0,3}[JN]{1,2}X{1,4}|(?<=[QS])J{0,2}S|p[JN]?[NS]{1,2}|[PO])R*)"
)
_TAKEN = re.compile(r"[dn]J{0,2}[NSz](?=[dpQWXP])")
_CLAIMS = frozenset(word for word, use in lexicon.rows("claim_words") if use in ("report", "accusation"))
_WHOLE = frozenset(("something",))  # what takes up all that was said: something his party denies
_ANSWERS = frozenset(
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
    )
)
_RANKS = frozenset(
    ("first", "second", "third", "fourth", "fifth", "latest", "last", "worst", "most", "largest", "biggest", "highest", "lowest")
)
_ANSWERING = frozenset(("accept", "reject", "propose", "demand", "deny", "promise"))
_OF_THINGS = frozenset(("blame", "describe", "hail", "dismiss", "denounce", "condemn", "portray", "brand", "label"))
_BRANDS = frozenset(("call", "describe", "label", "brand", "denounce"))
_ANSWERED = frozenset(low for low, word in WORDS.items() if word.lemma in _ANSWERS)
_VERB_NEXT = re.compile("R?[Ez]")
_OF_WHOM = re.compile(r"[Wp][JN]{0,2}[NS](?:d|X|P|p)")
_ANY = -99.0
_NO_SUBJECT = frozenset("dFYopU")
_NOUN_FOLLOWS = frozenset("NSXJnz")
_LIVES = frozenset(("life", "lives"))
_SAID_OF_THINGS = frozenset(("alleged", "suspected"))
_NAMED = re.compile(r"(?:[XdJN]*X|<[^<>]*>)[VEzIHM,.F)C]")
_SOME = re.compile(r"(?:d[NJX]*(?:o[NJXS]+)*N|\()$")
_HELPING = frozenset("IHMK")
# What stands behind a participle only in a passive.
_FATES = frozenset(("dead", "killed", "injured", "wounded", "missing", "abducted", "kidnapped", "arrested", "shot"))
_PASSIVE_BEFORE = {
    **dict.fromkeys(("suspected", "thought", "said", "identified", "alleged", "considered"), ("to",)),
    **dict.fromkeys(("believed", "presumed", "reported", "confirmed", "feared"), ("to", *_FATES)),
    "accused": ("of",),
    "known": ("as", "for", "to"),
}
_MOST_CUES = 30  # words that may attribute, in one sentence
_VERBAL = frozenset("VEGBbz")
_ARTICLES = frozenset(("a", "an", "the"))
_LETTING = frozenset(("helped", "help", "let", "made", "make", "saw", "see", "heard", "had", "did", "does"))
_BEFORE = frozenset(("end", "np_end", "prep", "q", "np_q", "np"))
_QUOTING = lexicon.sets("word_sets")["quoting"]


def drafts(scan: Scan, *, every: bool = False) -> list[Draft]:
    """The candidates outside of quotations, worked out and scored, in text order: those with some hope, or `every` one."""
    lows, inside, marks = scan.lows, scan.inside, scan.marks
    known = WORDS
    least = _ANY if every else HOPELESS
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
        word = known[low]
        if word.kind == "v" and (marks[at] not in _VERBAL or (marks[at] in "bz" and at > first and _governs(marks, lows, at - 1))):
            word = AS_NOUN[low]
            alone = ALONE_NOUN[low]
        else:
            alone = ALONE[low]
        if word.lemma == "rule" and word.kind == "v" and lows[at + 1 : at + 2] == ["out"]:
            alone = ALONE["rejected"]
        if alone < least:
            continue
        if word.kind == "v":
            drafts = _verbs(scan, at, (first, stop), word, alone, least)
        elif word.kind == "p":
            drafts = [according(scan, at, first, stop, word)]
        else:
            cand = cues.noun(marks, lows, at, first, stop, word)
            if cand.start < 0 and not every:
                continue
            draft = Draft(cand, (first, stop))
            draft.keys = cues.keys(cand, draft.frame, marks, lows, first, stop)
            draft.score = alone + CUES.total(draft.keys)
            if draft.score < least:
                continue
            _place_noun(scan, draft)
            drafts = [draft]
        for draft in drafts:
            if draft.shared:
                draft.source = sharing.coordinate(scan, draft)
            others: list[Key] = [("or", draft.frame, other.frame) for other in drafts if other is not draft] if len(drafts) > 1 else []
            weigh(scan, draft, alone, others)
            found.append(draft)
    colon.announced(scan, found)
    return found


def _governs(marks: str, lows: list[str], at: int) -> bool:
    """Whether a noun rather than a verb follows the word at `at`: traded blame, voiced concern, two guides; but: helped clear."""
    return marks[at] == "n" or (marks[at] in "EV" and lows[at] not in _LETTING)


def _verbs(scan: Scan, at: int, sentence: Range, word: Word, alone: float, least: float) -> list[Draft]:
    """The readings of a verb: its content behind it, or before it when the verb comes after what is said."""
    marks, lows = scan.marks, scan.lows
    first, stop = sentence
    cand = cues.verb(marks, lows, at, first, stop, word)
    if lows[at - 1] == "to" and lows[at - 2 : at - 1] == ["contrary"]:
        return []  # contrary to reports that ...
    if word.lemma == "claim" and not _LIVES.isdisjoint(lows[at + 1 : at + 7]):
        return []  # the war has claimed 150 lives
    if marks[at] in "EV" and _HELPING.isdisjoint(marks[cand.first : at]) and _describes(marks, lows, at, first, stop):
        return []
    if cand.start > cand.stop and lows[cand.start - 1] == "," and is_taken_up(scan, cand.start):
        cand = replace(cand, start=-1, frame="end")  # the mayor left, he said on Monday, a claim the army denied
    frame = cand.frame
    begin = cand.first
    found: list[Draft] = []
    if marks[at] == "E" and begin == at and at > first and lows[at - 1] in _ARTICLES:
        return found  # an alleged strike
    if cand.voice == "p" and begin > first and marks[begin - 1] == "," and "I" not in marks[begin:at]:
        return found  # a plan, also backed by mediators, that would ...: part of the phrase it stands in
    keys = cues.keys(cand, frame, marks, lows, first, stop)
    score = alone + CUES.total(keys)
    hopeless = score < least
    if hopeless and cand.voice != "a":
        return found
    right = Draft(cand, sentence)
    right.starts = cand.start
    right.keys, right.score = keys, score
    if cand.frame == "np_to" and cand.addressee and marks[cand.addressee[1]] == ",":
        right.pieces = [cand.addressee]  # urged Israel, which says it will stay, to withdraw
    if cand.voice == "a":
        left = marks[begin - 1] if begin > 0 else "^"
        finite = marks[at] in "VE" and begin == at
        quoted = marks.rfind(">", max(0, begin - 45), begin)
        if quoted >= 0 and not scan.same_paragraph(quoted, begin):
            quoted = -1
        if finite and (left == ">" or left == "," or begin == first) and word.lemma != "tell":
            draft = Draft(cand, sentence)
            if _place_inverted(scan, draft, quoted):
                found.append(draft)
        if 0 <= quoted < begin - 1:
            edge = quoted + 2 if marks[quoted + 1] == "," else quoted + 1
            if edge < begin and marks[edge] != "C" and marks[edge : edge + 2] not in ("TW", "FW") and _REGION.fullmatch(marks, edge, begin):
                strong = edge == quoted + 2 or lows[quoted - 1] == ","
                if strong or marks[quoted - 1] in ".-'" or frame in ("end", "np_end"):
                    draft = Draft(cand, sentence)
                    draft.source = (edge, sources.trimmed(marks, edge, begin))
                    _place_before(scan, draft, edge, "p" if strong else "w", _after(cand))
                    if draft.pieces:
                        draft.extra = f"{frame}{'b' if scan.closing[quoted].first <= first else 'm'}"
                        found.append(draft)
        before = (
            frame in _BEFORE
            and not found
            and (word.lemma in SAY or frame == "end")
            and (marks.find(",", first, begin) >= 0 or marks.find("-", first, begin) >= 0)
        )
        if hopeless and not before:
            return found
        brands = word.lemma in _BRANDS and right.starts >= 0
        answered = _taken_up(scan, begin, first) if brands or (frame == "end" and word.lemma in _ANSWERS) else None
        if answered:
            right.pieces, right.source, right.frame = [answered[0]], answered[1], "taken_up"
            return [right]
        subject = sources.subject(marks, lows, begin, first)
        right.source = subject
        if frame == "end" and not found and marks[cand.stop : cand.stop + 1] in tuple("MIHK"):
            _place_around(scan, right)  # a budget that ministers said would be fair
            if right.pieces:
                return [right]
        if subject and lows[subject[0]] == "whose" and _OF_WHOM.match(marks, *subject):
            return []  # a court whose rulings the government rejects
        if subject is None and left == "C":
            right.shared = True
        elif subject is None and first < begin:
            right.source = sources.clause_subject(marks, scan.lows, scan.inside, first, begin)
        if subject and before and marks[subject[0]] != "G":  # ", denying what the envoy said" stands behind what is said
            edge = subject[0]
            if edge > first and marks[edge - 1] in ",-" and "Q" not in marks[edge:begin]:  # but: ", an offer that Egypt has yet to answer"
                draft = Draft(cand, sentence)
                draft.source = subject
                _place_before(scan, draft, edge, "p", _after(cand))
                if draft.pieces:
                    main = marks.find(",", first, edge - 1) if marks[first] in "FUGT" else first
                    verbal = "v" if main >= 0 and CLAUSE.search(marks, main, edge - 1) else "n"
                    draft.extra = f"{frame}{verbal}"
                    found.append(draft)
                    if frame == "q" and _goes_on(scan, cand):
                        return found
        if subject and subject[0] > first and marks[subject[0] - 1] == "W" and lows[subject[0] - 1] in _RELATIVES and frame not in _CLAUSES:
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
        right.source = sources.subject(marks, lows, begin, first)
        right.shared = right.source is None
    elif cand.voice in "gt":
        right.source = _quoted_one(scan, begin, first)
        right.shared = right.source is None
        if right.source and frame == "end":
            quoting = sources.subject(marks, lows, right.source[0] - 1, first)
            if quoting and quoting[0] > first and marks[quoting[0] - 1] in ",-":
                _place_before(scan, right, quoting[0], "p", _after(cand))  # ..., the agency quoted a source as saying
    elif cand.voice == "p":
        _place_passive(scan, right)
    if frame == "end" and stop - cand.stop < 2 and marks[stop - 1] == ":" and cand.voice in "agt" and stop in scan.opening:
        # He went on to say: and the quotation is a paragraph of its own
        right.quote = scan.opening[stop]
        right.pieces = [(right.quote.first, right.quote.stop)]
        right.frame = "q"
    if frame == "end" and cand.voice == "a" and not found and not right.pieces and word.act in _ANSWERING:
        contact = _contact(scan, begin, first)
        if contact:
            right.pieces, right.source, right.frame = [contact[0]], contact[1], "contact"
    elif right.starts < 0 and right.source and frame == "end" and marks[cand.stop : cand.stop + 1] == ",":
        opening = right.source[0] - 1
        if opening >= first and marks[opening] in "AU" and opening - first < 2 and cand.stop + 2 < stop:
            # As the official said, the talks ...
            right.starts = cand.stop + 1
            right.frame = "as" + marks[opening]
    if word.lemma in _OF_THINGS and cand.voice == "a" and frame == "prep" and lows[cand.stop - 1] in ("on", "as") and not right.pieces:
        contact = _contact(scan, begin, first)
        if contact and marks[contact[0][0]] == "d":  # an attack the president blamed on
            right.pieces, right.source, right.frame = [contact[0]], contact[1], "contact"
    if right.starts >= 0 or right.pieces:
        if cand.frame in ("q", "np_q", "colon") and 0 <= right.starts < len(marks) and marks[right.starts] == "<":
            right.quote = scan.opening.get(right.starts)
        found.append(right)
    return found


def _describes(marks: str, lows: list[str], at: int, first: int, stop: int) -> bool:
    """Whether a participle without a helping verb describes a noun: by suspected rebels, men believed to be rebels, a man accused of."""
    if at + 1 == stop:
        return False
    before = marks[at - 1] if at > first else "."
    if lows[at] in _SAID_OF_THINGS and before not in "PNSX" and marks[at + 1] not in "Q,.:TP":
        return True
    if marks[at] == "E" and before in _NO_SUBJECT and marks[at + 1] in _NOUN_FOLLOWS:
        return True
    if lows[at] == "called" and _NAMED.match(marks, at + 1) and _SOME.search(marks, max(first, at - 8), at):
        return True  # a town called Yeri
    following = lows[at + 1]
    return following in _PASSIVE_BEFORE.get(lows[at], ()) and (following != "to" or lows[at + 2 : at + 3] in (["be"], ["have"]))


def _goes_on(scan: Scan, cand: Candidate) -> bool:
    """Whether a quotation behind the cue goes on with the sentence before it: the truce, she said, "is not over"."""
    return scan.marks[cand.start - 1] == "," and "".join(scan.reading.words[cand.start + 1 : cand.start + 2])[:1].islower()


def is_taken_up(scan: Scan, start: int) -> bool:
    """Whether ", a report the army called false" takes up what was said before it."""
    found = _TAKEN.match(scan.marks, start)
    return found is not None and scan.lows[found.end() - 1] in _CLAIMS


def _taken_up(scan: Scan, begin: int, first: int) -> tuple[Range, Range] | None:
    """The claim, and who answers it, in "..., a charge that Kigali" before a verb that begins at `begin`."""
    comma = max(scan.marks.rfind(sign, max(first, begin - 14), begin) for sign in ",-")
    found = _TAKEN_UP.fullmatch(scan.marks, comma + 1, begin) if comma > first else None
    if not found:
        return None
    noun = scan.lows[found.end(1) - 1]
    if found.end(1) - found.start(1) == 1:
        return (found.span(1), (found.start(2), begin)) if noun in _WHOLE else None
    if noun not in _CLAIMS and (noun in PEOPLE or scan.marks[found.start(2)] not in "dpnPX" or scan.marks[found.start(1)] == "n"):
        return None
    return found.span(1), (found.start(2), begin)


def _contact(scan: Scan, begin: int, first: int) -> tuple[Range, Range] | None:
    """What is said and who says it, in a clause without its pronoun: the offer both sides accepted."""
    marks = scan.marks
    for at in range(max(first, begin - 9), begin - 1):
        if at == first or marks[at - 1] not in "dpJNSXLsn":
            found = _CONTACT.fullmatch(marks, at, begin)
            if found:
                return found.span(1), (found.start(2), begin)
    return None


def _place_around(scan: Scan, draft: Draft) -> None:
    """The clause of which something is said stands around the cue: a convoy (that) the group said was carrying food."""
    cand = draft.cand
    begin, first = cand.first, draft.sentence[0]
    if cand.word.group != "say" or draft.source is None or draft.source[0] <= first:
        return
    before = draft.source[0] - 1
    if scan.marks[before] in "QW":
        draft.pieces, draft.frame = [(before, before + 1)], "relend"
    elif contact := _contact(scan, begin, first):
        draft.pieces, draft.source, draft.frame = [contact[0]], contact[1], "contact"
    else:
        return
    draft.starts = cand.stop


def _place_inverted(scan: Scan, draft: Draft, quoted: int) -> bool:
    """The source follows the verb: said Mira Solano."""
    marks, lows = scan.marks, scan.lows
    cand = draft.cand
    first, stop = draft.sentence
    begin = cand.first
    after_quote = quoted >= 0 and (quoted == begin - 1 or (quoted == begin - 2 and marks[begin - 1] == ","))
    if cand.stop >= stop or marks[cand.stop] not in "dpJNSXLnP<" or (cand.frame == "np" and lows[cand.stop] in ("last", "this", "next")):
        return False
    if not after_quote and quoted >= first and _REGION.fullmatch(marks, quoted + 1, begin):
        return False
    if not after_quote:
        if marks[begin - 1 : begin] != "," or begin - 1 <= first or cand.frame not in ("np", "0e", "np_end"):
            return False
        if not CLAUSE.search(marks, first, begin - 1) or sources.SUBJECT.fullmatch(marks, first, begin):
            return False
    heard = sources.inverted(marks, lows, cand.stop, stop)
    if heard and (heard[1] >= stop or marks[heard[1]] in ".,;:-<()FUG"):
        draft.source = heard
        _place_before(scan, draft, begin, "i", heard[1])
        if draft.pieces:
            return True
        draft.source = None
    return False


def _after(cand: Candidate) -> int:
    """The token behind a cue that closes an attribution, past adverbials and who is told."""
    if cand.addressee:
        return cand.addressee[1]
    return cand.stop


def _place_before(scan: Scan, draft: Draft, edge: int, order: str, after: int) -> None:
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
        if begin < edge - 1 and scan.lows[begin] != "asked":
            draft.pieces = [(begin, edge - 1)]
            draft.frame = order + "c"
    if draft.pieces:
        _resume(scan, draft, after)


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
    marks, lows = scan.marks, scan.lows
    stop = draft.sentence[1]
    skipped = ADVERBIALS.match(marks, after, stop) if after < stop and marks[after] in "RtFTYAo" else None
    if skipped and skipped.end() <= stop:
        after = skipped.end()
        if marks[after - 1] == ",":
            after -= 1
    if after + 1 < stop and marks[after] in ",.:-":
        if marks[after + 1] == "<":
            quote = scan.opening.get(after + 1)
            if quote:
                draft.pieces.append((quote.first, quote.stop))
        elif (
            (
                marks[after] == ","
                and draft.frame in ("pc", "pq")
                and (
                    marks[after + 1] in "QTMIHKV"
                    or (draft.frame == "pc" and marks[after + 1] == "W")
                    or (draft.frame == "pc" and _VERB_NEXT.match(marks, after + 1) and not CLAUSE.search(marks, *draft.pieces[0]))
                    or (draft.frame == "pc" and marks[after + 1] in "PdpXNSUFJLn")
                    or (draft.frame == "pc" and marks[after + 1] == "C" and marks[after + 2 : after + 3] not in tuple("VEzbG"))
                )
            )
            and not (marks[after + 1] == "F" and _is_narrators(lows[after + 1 : after + 5]))
            and not (marks[after + 1] == "n" and "into" in lows[after + 2 : after + 4])
            and marks[after + 1] not in ".;:"
            and after + 3 < stop
        ):
            draft.starts = after + 1
            draft.frame = "mid" + marks[after + 1]


def _is_narrators(following: list[str]) -> bool:
    """Whether the narrator ranks what happened (in what would be, in the deadliest attack) or misses something (without elaborating)."""
    if following[0] == "without":
        return following[1:2] != [] and following[1] in WITHHOLDING
    return following[1:2] == ["what"] or any(low in _RANKS or (low[-4:] == "iest" and low != "priest") for low in following[2:])


def _quoted_one(scan: Scan, begin: int, first: int) -> Range | None:
    """The governor in "quoted the governor as saying", where "saying" stands at `begin`: not who quotes speaks, but who is quoted."""
    if scan.lows[begin - 1] == "as":
        for at in range(begin - 3, max(first, begin - 16), -1):
            if scan.lows[at] in _QUOTING:
                return (at + 1, begin - 1)
    return None


def _place_passive(scan: Scan, draft: Draft) -> None:
    """He was accused of ...: what is done to the subject is content; the source stands after *by*."""
    marks, lows = scan.marks, scan.lows
    cand = draft.cand
    first, stop = draft.sentence
    subject = sources.subject(marks, lows, cand.first, first)
    by = marks.find("Y", cand.at + 1, min(stop, cand.stop + 12))
    beyond = -1
    if by >= 0 and _FATES.isdisjoint(lows[cand.at + 1 : by]):  # were reported killed by rebels: who kills does not report
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


def _place_noun(scan: Scan, draft: Draft) -> None:
    """A noun or adjective: his belief that, criticism of; is confident that."""
    marks, lows = scan.marks, scan.lows
    cand = draft.cand
    first, stop = draft.sentence
    before = marks[cand.first - 1] if cand.first > first else "^"
    if before in ",-" and lows[cand.at] in _CLAIMS:
        answers = next((at for at in range(cand.stop, min(stop, cand.stop + 10)) if marks[at] in "VEz"), first)
        if answers > first and lows[answers] in _ANSWERED and _taken_up(scan, answers, first):
            return  # a claim that Kigali denied: not what it claims
    draft.starts = cand.start
    if cand.word.kind == "a":
        draft.source = sources.subject(marks, lows, cand.first, first)
        if before == "P" and lows[cand.first - 1] == "it":
            verb = cues.verb(marks, lows, cand.first - 2, first, stop, cand.word) if cand.first - 2 > first else None
            if verb and lows[verb.at] in _MAKE:
                # made it clear that
                draft.source = sources.subject(marks, lows, verb.first, first) if verb.voice == "a" else sharing.coordinate(scan, draft)
                draft.cue = (verb.first, cand.stop)
            else:
                draft.source = None
        elif cand.first - 1 > first and lows[cand.first - 1] in _MAKE:
            # has made clear that
            verb = cues.verb(marks, lows, cand.first - 1, first, stop, cand.word)
            draft.source = sources.subject(marks, lows, verb.first, first) if verb.voice == "a" else sharing.coordinate(scan, draft)
            draft.cue = (verb.first, cand.stop)
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
    elif before in "NSXLOPH" and cand.first > first and marks[cand.first] == "E" and cand.first < cand.at:
        # both sides traded blame: no blame that was traded
        verb = cues.verb(marks, lows, cand.first, first, stop, cand.word)
        draft.source = sources.subject(marks, lows, verb.first, first)
        draft.cue = (verb.first, cand.stop)
    elif before in "VEGBbzMIHK" and cand.first > first:
        verb = cues.verb(marks, lows, cand.first - 1, first, stop, cand.word)
        if verb.voice == "a":
            draft.source = sources.subject(marks, lows, verb.first, first)
        else:
            draft.source = sharing.coordinate(scan, draft)
        draft.cue = (verb.first, cand.stop)
    if draft.source and lows[draft.source[0]] == "there":
        draft.source = None
