"""Verbs that attribute: the readings of each, with where its source and its content stand.

Belongs here: what a verb's voice and frame say of who speaks and what is said: content behind the verb, before it, or on both sides;
source before it, behind it or after *by*. Does not belong here: content before a cue (`placing`), nouns and adjectives (`nominal`).
"""

import re
from dataclasses import replace

from transforms import lexicon
from transforms.text.closed import A_AN
from transforms.text.statements import cue as cues
from transforms.text.statements import source as sources
from transforms.text.statements.cue import Candidate
from transforms.text.statements.cue_word import Word
from transforms.text.statements.draft import Draft
from transforms.text.statements.placing import ANSWERS, EXPLETIVE, after_told, contact, is_taken_up, place_before, taken_up
from transforms.text.statements.scan import CLAUSE, SAY, Range, Scan
from transforms.text.weight import CUES

_RELATIVES = frozenset(("who", "whom", "which", "what"))
_CLAUSES = frozenset(("that", "0", "wh", "to", "np_that", "np_to", "np_wh", "colon"))
# Between a quotation and the verb of saying: a subject, with its titles, appositions and relative clause.
_REGION = re.compile(r"[^.;:<>MIHKVUW\"]*(?:W[^.;:<>\"]*)?")
_OF_THINGS = frozenset(("blame", "describe", "hail", "dismiss", "denounce", "condemn", "portray", "brand", "label"))
_ANSWERING = frozenset(("accept", "reject", "propose", "demand", "deny", "promise"))
_BRANDS = frozenset(("call", "describe", "label", "brand", "denounce"))
_OF_WHOM = re.compile(r"[Wp][JN]{0,2}[NS](?:d|X|P|p)")
_NO_SUBJECT = frozenset("dFYopU")
_NOUN_FOLLOWS = frozenset("NSXJnz")
_LIVES = frozenset(("life", "lives"))
_SAID_OF_THINGS = frozenset(("alleged", "suspected"))
_NAMED = re.compile(r"(?:[XdJN]*X|<[^<>]*>)[VEzIHM,.F)C]")
# "Three people died in the church, said Mira Solano": nobody says a person.
_MAY_BE_CLAUSE = re.compile(r"[dpJNSXLno$tP]*[NSXPd](?:E[Fdp.,RCAY]|E?[MIHKV])")
# The last of what stands between commas: a name and what it is the name of.
_LAST = re.compile(r"[,-]((?:[dp][JNXSsL]{0,6}[NS](?:[oF][dJNXSsL]{1,5})?,X{1,5},)|(?:X{2,5},[dp][dJNXSsLoF]{1,12},))\Z")
_PARTED = re.compile(r"[NSXO,]E(?:b|d|n|[JR]?[NS]|[FT])")
_TAIL = 32  # tokens
_FINITE = re.compile("[VMIHK]")
_PERSON = re.compile(r"X{2,4}[,.;]")  # nobody says a person
_SOME = re.compile(r"(?:d[NJX]*(?:o[NJXS]+)*N(?:on)?|\()$")
# up from eight (deaths) reported a day earlier; but: envoys from three towns reported
_COMPARED = re.compile(r"F(d?R?[n$])[JNS]{0,3}\Z")
_MOVED = frozenset(("up", "down", "rise", "increase", "jump", "drop", "decline", "rose", "fell", "climbed", "jumped", "dropped"))
_HELPING = frozenset("IHMK")
# What stands behind a participle only in a passive.
_FATES = frozenset(("dead", "killed", "injured", "wounded", "missing", "abducted", "kidnapped", "arrested", "shot"))
_PASSIVE_BEFORE = {
    **dict.fromkeys(("suspected", "thought", "said", "identified", "alleged", "considered"), ("to",)),
    **dict.fromkeys(("believed", "presumed", "reported", "confirmed", "feared"), ("to", *_FATES)),
    "accused": ("of",),
    "known": ("as", "for", "to"),
}
_PLEADING = frozenset(("plead", "pleaded"))
_PLEAS = frozenset(("guilty", "innocent"))
_PLAIN = re.compile(r"[dpJNXSL]{1,6}R?")
_ARTICLES = A_AN | {"the"}
_BEFORE = frozenset(("end", "np_end", "prep", "q", "np_q", "np"))
_QUOTING = lexicon.sets("word_sets")["quoting"]


def readings(scan: Scan, at: int, sentence: Range, word: Word, alone: float, least: float) -> list[Draft]:
    """The readings of a verb: its content behind it, or before it when the verb comes after what is said."""
    marks, lows = scan.marks, scan.lows
    first, stop = sentence
    cand = cues.verb(marks, lows, at, first, stop, word)
    if _attributes_nothing(marks, lows, cand, first, stop):
        return []
    if cand.start > cand.stop and lows[cand.start - 1] == "," and is_taken_up(scan, cand.start):
        cand = replace(cand, start=-1, frame="end")  # the mayor left, he said on Monday, a claim the army denied
    keys = cues.keys(cand, cand.frame, marks, lows, first, stop)
    score = alone + CUES.total(keys)
    if score < least and cand.voice != "a":
        return []
    right = Draft(cand, sentence)
    right.starts = cand.start
    right.keys, right.score = keys, score
    if cand.frame == "np_to" and cand.addressee and marks[cand.addressee[1]] == ",":
        right.pieces = [cand.addressee]  # urged Israel, which says it will stay, to withdraw
    if word.lemma in _PLEADING and (plea := next((k for k in range(at + 1, min(at + 4, stop)) if lows[k] in _PLEAS), -1)) > 0:
        right.pieces, right.starts = [(at + 1, plea + 1)], -1  # pleaded not guilty
    found: list[Draft] = []
    if cand.voice == "a":
        found, is_open = _active(scan, right, hopeless=score < least)
        if not is_open:
            return found
    elif cand.voice == "p":
        _place_passive(scan, right)
    elif cand.voice in "gt":
        _place_bare(scan, right)
    else:
        right.source = sources.subject(marks, lows, cand.first, first)
        right.shared = right.source is None
    if cand.frame == "end":
        _place_apart(scan, right, alone=not found)
    if cand.voice == "a" and cand.frame == "prep" and not right.pieces:
        _place_blamed(scan, right)
    if right.starts >= 0 or right.pieces:
        if cand.frame in ("q", "np_q", "colon") and 0 <= right.starts < len(marks) and marks[right.starts] == "<":
            right.quote = scan.opening.get(right.starts)
        found.append(right)
    return found


def _attributes_nothing(marks: str, lows: list[str], cand: Candidate, first: int, stop: int) -> bool:
    """Whether the verb only describes, or stands in a phrase of its own meaning."""
    at, begin = cand.at, cand.first
    if lows[at - 1] == "to" and lows[at - 2 : at - 1] == ["contrary"]:
        return True  # contrary to reports that ...
    if cand.word.lemma == "claim" and not _LIVES.isdisjoint(lows[at + 1 : at + 7]):
        return True  # the war has claimed 150 lives
    if marks[at] in "EV" and _HELPING.isdisjoint(marks[begin:at]) and _describes(marks, lows, at, first, stop):
        return True
    if marks[at] == "E" and begin == at and at > first and lows[at - 1] in _ARTICLES:
        return True  # an alleged strike
    # a plan, also backed by mediators, that would ...: part of the phrase it stands in
    return cand.voice == "p" and begin > first and marks[begin - 1] == "," and "I" not in marks[begin:at]


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
    if marks[at] == "E" and (compared := _COMPARED.search(marks, max(first, at - 6), at)) and lows[compared.start()] == "from":
        return compared.end(1) == at or lows[compared.start() - 1] in _MOVED
    following = lows[at + 1]
    return following in _PASSIVE_BEFORE.get(lows[at], ()) and (following != "to" or lows[at + 2 : at + 3] in (["be"], ["have"]))


def _active(scan: Scan, right: Draft, *, hopeless: bool) -> tuple[list[Draft], bool]:
    """The readings of an active verb, and whether `right`, whose content stands behind it, is still open to be one."""
    marks, lows = scan.marks, scan.lows
    cand, (first, _stop) = right.cand, right.sentence
    begin, frame, word = cand.first, cand.frame, cand.word
    found = _behind_quotation(scan, cand, right.sentence)
    before = (
        frame in _BEFORE
        and not found
        and (word.lemma in SAY or frame == "end")
        and (marks.find(",", first, begin) >= 0 or marks.find("-", first, begin) >= 0)
    )
    if hopeless and not before:
        return found, False
    brands = word.lemma in _BRANDS and right.starts >= 0
    answered = taken_up(scan, begin, first) if brands or (frame == "end" and word.lemma in ANSWERS) else None
    if answered:
        right.pieces, right.source, right.frame = [answered[0]], answered[1], "taken_up"
        return [right], False
    right.source = subject = sources.subject(marks, lows, begin, first)
    last = _LAST.search(marks, max(first, begin - _TAIL), begin) if before and subject and subject[0] == first else None
    if last is not None and _PARTED.search(marks, first, last.start()):
        right.source = subject = (last.start(1), begin)  # gunmen opened fire on traders, the mayor, Ann Smith, said
    behind = marks[cand.stop : cand.stop + 1]
    that = marks.rfind("Q", max(first + 1, begin - 7), begin) if behind in tuple("EV") else -1
    related = that > 0 and _PLAIN.fullmatch(marks, that + 1, begin) is not None
    if related:
        right.source = subject = (that + 1, begin)  # a quake that the agency says killed ten
    if not found and ((frame == "end" and behind in tuple("MIHK")) or (frame in ("0e", "other") and behind in tuple("EV") and related)):
        _place_around(scan, right)  # a budget that ministers said would be fair
        if right.pieces:
            return [right], False
    if subject is None:
        right.shared = begin > 0 and marks[begin - 1] == "C"
        if not right.shared and first < begin:
            right.source = sources.clause_subject(marks, lows, scan.inside, first, begin)
    else:
        if lows[subject[0]] == "whose" and _OF_WHOM.match(marks, *subject):
            return [], False  # a court whose rulings the government rejects
        clause = _behind_clause(scan, cand, right.sentence, subject) if before else None
        if clause is not None:
            found.append(clause)
            if frame == "q" and _goes_on(scan, cand):
                return found, False
        if subject[0] > first and marks[subject[0] - 1] == "W" and lows[subject[0] - 1] in _RELATIVES and frame not in _CLAUSES:
            # whom the envoy called a liar: the pronoun stands for a part of the content
            right.pieces = [(subject[0] - 1, subject[0])]
            right.frame = "rel" + frame
    if word.lemma in ("seem", "appear") and right.starts >= 0:
        # The mayor seemed to rely on ...: nobody speaks, and the subject belongs to what seems
        right.source = None
        if subject and lows[subject[0]] not in EXPLETIVE:
            right.pieces = [subject]
            right.frame = "seem" + frame
    return found, True


def _behind_quotation(scan: Scan, cand: Candidate, sentence: Range) -> list[Draft]:
    """The readings of a verb that stands behind a quotation, or before its subject: "...," said Mira Solano; "...," the envoy said."""
    marks, lows = scan.marks, scan.lows
    first = sentence[0]
    begin = cand.first
    found: list[Draft] = []
    quoted = marks.rfind(">", max(0, begin - 45), begin)
    if quoted >= 0 and not scan.same_paragraph(quoted, begin):
        quoted = -1
    is_finite = marks[cand.at] in "VE" and begin == cand.at
    if is_finite and (begin == first or marks[begin - 1] in ">,") and cand.word.lemma != "tell":
        draft = Draft(cand, sentence)
        if _place_inverted(scan, draft, quoted):
            found.append(draft)
    if not 0 <= quoted < begin - 1:
        return found
    edge = quoted + 2 if marks[quoted + 1] == "," else quoted + 1
    if (
        edge < begin
        and taken_up(scan, begin, first) is None
        and marks[edge] not in "CVE"
        and marks[edge : edge + 2] not in ("TW", "FW")
        and _REGION.fullmatch(marks, edge, begin)
    ):
        strong = edge == quoted + 2 or lows[quoted - 1] == ","
        closes = cand.frame in ("end", "np_end") and marks[cand.stop : cand.stop + 1] != "U"
        # "They never wanted peace." Neither capital said when talks might resume: a sentence with content of its own
        if strong or closes or (marks[quoted - 1] in ".-'" and quoted >= first):
            draft = Draft(cand, sentence)
            draft.source = (edge, sources.trimmed(marks, edge, begin))
            place_before(scan, draft, edge, "p" if strong else "w", after_told(cand))
            if draft.pieces:
                draft.extra = f"{cand.frame}{'b' if scan.closing[quoted].first <= first else 'm'}"
                found.append(draft)
    return found


def _place_inverted(scan: Scan, draft: Draft, quoted: int) -> bool:
    """The source follows the verb: said Mira Solano."""
    marks, lows = scan.marks, scan.lows
    cand = draft.cand
    first, stop = draft.sentence
    begin = cand.first
    after_quote = quoted >= 0 and (quoted == begin - 1 or (quoted == begin - 2 and marks[begin - 1] == ","))
    is_noun = marks[cand.stop : cand.stop + 1] == "b" and marks[cand.stop + 1 : cand.stop + 2] in tuple("NX")  # said lead author
    if (
        cand.stop >= stop
        or not (marks[cand.stop] in "dpJNSXLnP<" or is_noun)
        or (cand.frame == "np" and lows[cand.stop] in ("last", "this", "next"))
    ):
        return False
    if not after_quote and quoted >= first and _REGION.fullmatch(marks, quoted + 1, begin):
        return False
    if not after_quote:
        if marks[begin - 1 : begin] != "," or begin - 1 <= first or cand.frame not in ("np", "0e", "np_end"):
            return False
        told = cand.word.lemma == "say" and cand.frame == "np" and _MAY_BE_CLAUSE.match(marks, first, begin - 1) is not None
        named = (
            cand.word.lemma == "say" and _PERSON.match(marks, cand.stop) is not None and _FINITE.search(marks, first, begin - 1) is not None
        )
        if not (told or named) and (not CLAUSE.search(marks, first, begin - 1) or sources.SUBJECT.fullmatch(marks, first, begin)):
            return False
    heard = sources.inverted(marks, lows, cand.stop, stop)
    if heard and (heard[1] >= stop or marks[heard[1]] in ".,;:-<()FUG"):
        draft.source = heard
        place_before(scan, draft, begin, "i", heard[1])
        if draft.pieces:
            return True
        draft.source = None
    return False


def _behind_clause(scan: Scan, cand: Candidate, sentence: Range, subject: Range) -> Draft | None:
    """The reading of a verb that stands with its `subject` behind what is said: the talks had failed, the envoy said."""
    marks, edge = scan.marks, subject[0]
    first = sentence[0]
    if (marks[edge] == "G" and scan.lows[edge] != "acting") or edge <= first or marks[edge - 1] not in ",-":
        return None  # ", denying what the envoy said" stands behind what is said
    if "Q" in marks[edge : cand.first]:
        return None  # ", an offer that Egypt has yet to answer"
    draft = Draft(cand, sentence)
    draft.source = subject
    place_before(scan, draft, edge, "p", after_told(cand))
    if not draft.pieces:
        return draft if draft.starts > 0 else None
    main = marks.find(",", first, edge - 1) if marks[first] in "FUGT" else first
    verbal = "v" if main >= 0 and CLAUSE.search(marks, main, edge - 1) else "n"
    draft.extra = f"{cand.frame}{verbal}"
    return draft


def _place_around(scan: Scan, draft: Draft) -> None:
    """The clause of which something is said stands around the cue: a convoy (that) the group said was carrying food."""
    cand = draft.cand
    begin, first = cand.first, draft.sentence[0]
    if cand.word.group != "say" or draft.source is None or draft.source[0] <= first:
        return
    before = draft.source[0] - 1
    if scan.marks[before] in "QW":
        draft.pieces, draft.frame = [(before, before + 1)], "relend"
    elif clause := contact(scan, begin, first):
        draft.pieces, draft.source, draft.frame = [clause[0]], clause[1], "contact"
    else:
        return
    draft.starts = cand.stop


def _goes_on(scan: Scan, cand: Candidate) -> bool:
    """Whether a quotation behind the cue goes on with the sentence before it: the truce, she said, "is not over"."""
    return scan.marks[cand.start - 1] == "," and "".join(scan.reading.words[cand.start + 1 : cand.start + 2])[:1].islower()


def _place_bare(scan: Scan, draft: Draft) -> None:
    """A verb without a subject of its own: it is that of another verb, or of who is quoted."""
    cand, first = draft.cand, draft.sentence[0]
    draft.source = _quoted_one(scan, cand.first, first)
    draft.shared = draft.source is None
    if draft.source and cand.frame == "end":
        quoting = sources.subject(scan.marks, scan.lows, draft.source[0] - 1, first)
        if quoting and quoting[0] > first and scan.marks[quoting[0] - 1] in ",-":
            place_before(scan, draft, quoting[0], "p", after_told(cand))  # ..., the agency quoted a source as saying


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
            charge = marks.find("oG", *draft.source) if cand.word.lemma == "accuse" else -1
            if charge > 0:
                draft.source = (by + 1, charge)  # accused by prosecutors of taking bribes
            beyond = draft.source[1]
    if subject and lows[subject[0]] in EXPLETIVE and cand.frame in ("that", "wh"):
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
    elif draft.source and draft.source[0] <= draft.starts < draft.source[1]:
        draft.starts = -1  # rejected by three countries: what they rejected is told nowhere


def _place_apart(scan: Scan, draft: Draft, *, alone: bool) -> None:
    """What is said where nothing follows the verb itself: a quotation of its own paragraph, the thing said of it, a clause behind "as"."""
    marks, cand = scan.marks, draft.cand
    first, stop = draft.sentence
    if stop - cand.stop < 2 and marks[stop - 1] == ":" and cand.voice in "agt" and stop in scan.opening:
        # He went on to say: and the quotation is a paragraph of its own
        draft.quote = scan.opening[stop]
        draft.pieces = [(draft.quote.first, draft.quote.stop)]
        draft.frame = "q"
    if alone and cand.voice == "a" and not draft.pieces and cand.word.act in _ANSWERING:
        clause = contact(scan, cand.first, first)
        if clause:
            draft.pieces, draft.source, draft.frame = [clause[0]], clause[1], "contact"
    elif draft.starts < 0 and draft.source and marks[cand.stop : cand.stop + 1] == ",":
        opening = draft.source[0] - 1
        if opening >= first and marks[opening] in "AU" and opening - first < 2 and cand.stop + 2 < stop:
            # As the official said, the talks ...
            draft.starts = cand.stop + 1
            draft.frame = "as" + marks[opening]


def _place_blamed(scan: Scan, draft: Draft) -> None:
    """What is blamed on somebody, or described as something, stands before the verb: an attack the president blamed on the rebels."""
    cand = draft.cand
    if cand.word.lemma in _OF_THINGS and scan.lows[cand.stop - 1] in ("on", "as"):
        clause = contact(scan, cand.first, draft.sentence[0])
        if clause and scan.marks[clause[0][0]] == "d":
            draft.pieces, draft.source, draft.frame = [clause[0]], clause[1], "contact"


def _quoted_one(scan: Scan, begin: int, first: int) -> Range | None:
    """The governor in "quoted the governor as saying", where "saying" stands at `begin`: not who quotes speaks, but who is quoted."""
    if scan.lows[begin - 1] == "as":
        for at in range(begin - 3, max(first, begin - 16), -1):
            if scan.lows[at] in _QUOTING:
                return (at + 1, begin - 1)
    return None
