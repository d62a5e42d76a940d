"""Cues: the words that attribute, and the frame in which each stands: what follows it, and where content could begin.

Belongs here: finding candidate cues by lexicon, the extent of their words, their frame, and how likely they attribute. Does not belong
here: who speaks (`source`), how far content runs (`content`), and the choice among candidates (`settling`).
"""

import re
from dataclasses import dataclass, field, replace
from math import log

from transforms import lexicon
from transforms.text.weight import Key


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """What the lexicon knows of one cue word."""

    kind: str  # v verb, n noun, a adjective, p preposition
    lemma: str
    group: str  # verbs that behave alike: say, think, want, show, call, judge ...
    act: str
    speech: bool
    prior: int  # how surely it attributes when it stands outside of contents: 0 hardly ever ... 9 always
    known: int  # how often it was counted: 0 never, 1 a few times, 2 often
    kin: int = 3  # the prior of all forms of its lemma together
    rank: str = field(init=False)  # kind and prior
    kin_rank: str = field(init=False)  # kind and kin

    def __post_init__(self) -> None:
        object.__setattr__(self, "rank", f"{self.kind}{self.prior}")
        object.__setattr__(self, "kin_rank", f"{self.kind}{self.kin}")


def _words() -> dict[str, Word]:
    rows = lexicon.rows("cue")
    kin: dict[tuple[str, str], list[int]] = {}
    for _, kind, lemma, _, _, _, inside, total in rows:
        counts = kin.setdefault((kind, lemma), [0, 0])
        counts[0] += int(inside)
        counts[1] += int(total)
    found: dict[str, Word] = {}
    for low, kind, lemma, group, act, speech, inside, total in rows:
        counts = kin[kind, lemma]
        usual = (counts[0] + 0.3) / (counts[1] + 1)
        prior = (int(inside) + 0.3) / (int(total) + 1) if int(total) else usual
        known = min(2, int(log(int(total) + 1, 4)))
        found[low] = Word(kind, lemma, group, act, speech == "1", round(9 * prior), known, round(9 * usual))
    return found


WORDS: dict[str, Word] = _words()
# A verb's form that stands as a noun: the call, their vows.
AS_NOUN: dict[str, Word] = {low: replace(word, kind="n") for low, word in WORDS.items() if word.kind == "v"}

RULE_OUT = WORDS["rejected"]  # ruled out talks

_SETS = lexicon.sets("word_sets")
# Verbs whose object hears: told reporters that, urged voters to.
_TELL = _SETS["tell"]
# Verbs whose object belongs to what is wished or thought: wants him to go.
_WANT = _SETS["want"]
# Verbs whose object is asked to do what the infinitive says: urged voters to.
_ASK = _SETS["ask"]
# Of these, only what is to be done is content: told them to leave; but: urged them to leave, whole.
_TOLD_TO = frozenset(("tell", "warn", "advise", "push", "remind"))
_WHETHER = _SETS["whether"]
# Verbs before an infinitive that belong to the cue: went on to say, declined to say.
_CHAIN = _SETS["chain"]


# After *declined to*, *refused to*: to say nothing on something is one cue, and what it is about is content.
_SILENT = _SETS["silent"]
SILENT_WORDS = _SILENT - {"provide", "address", "explain"}
SILENT = frozenset(("decline", "refuse"))


@dataclass(slots=True)
class Candidate:
    """A word that may attribute, in its frame. Numbers are tokens."""

    at: int  # the word
    first: int  # first token of the cue's words: auxiliaries, adverbs
    stop: int  # after the last token of the cue's words
    word: Word
    frame: str  # what follows
    start: int  # where content to the right begins; -1: there is none
    voice: str  # a active, p passive, g bare -ing, h -ing behind its subject, t bare infinitive, n noun
    addressee: tuple[int, int] | None


_NP = r"(?:[dpJNSXLbn$tsRz<>EG]++(?<=[NSXLbntz>EG])|[PO])"
_PP = rf"(?:[FTYAo]{_NP}(?:[oC](?!E){_NP})?)"
_ADVERBIAL = rf"(?:,?(?:[Rt]|{_PP}))"
_SKIP = re.compile(rf"{_ADVERBIAL}{{1,3}}+,?")
_TOLD = re.compile(r"(?:[OP]|[dpJNSXLbn$tsz<>]++)(?:[oFC][dpJNSXLbn$tsz<>]++){0,2}+")
# told Reuters 78 people were ..., told the BBC the troops would ...: who hears ends where the next phrase begins
_TOLD_SHORT = re.compile(r"(?:O|d?[JN]*X+|d?[JNX]*[NS])(?=[dpPn$<])")
_TOLD_LONG = re.compile(r"[dpJNSXLbn$tszOo][dpJNSXLbn$tszFToCARGEU,]{0,24}?(?:Q|[,:]<)")
# on Friday; in early May; by late 2015
_DATED = re.compile(r"F[dJ]?[RJ]?t+(?:n|[tN](?![NS]))*")
# said in a statement, at a rally in Iowa, to reporters: where and to whom it is said
_PLACED = _SETS["placed"]
_WHEN = frozenset(("this", "last", "next"))
_PERIOD = frozenset(("week", "weekend", "month", "year", "night", "morning", "afternoon", "evening", "fall", "spring", "summer", "winter"))
_QUESTIONS = frozenset(("whether", "what", "how", "why"))
_TO_WHOM = _SETS["to whom"]
_SETTINGS = _SETS["settings"]
_SETTING = re.compile(
    r"[FT](?:[dpJnLs]*[NSXt]+(?:s[JNSX]+)?|[O])(?:[Fo](?:[dpJnLs]*[NSXt]+))?(?:t+|F[dJ]?t+)?(?:E(?:[YFT][dpJnLs]*[NSXt]+|t+){1,2})?"
)
# wrote to the envoy about
_ABOUT = re.compile(r"T[dpJnLsNSXtO]{1,7}(?:F[dpJnLsNSXt]{1,5})?F")
# said after a visit on Friday that
_LATE = re.compile(r"U[dpJNSXLbn$tFoG]{0,12},?(?=Q|<)")
# said on Sunday, hours after talks in Cairo, that: the clause may stand far behind the verb
_REMOTE = re.compile(r"[tFTUA,-](?:[dpJNSXLbn$tsFoGRAYTOCU-]|,(?!G)|(?<=[NSX])E(?=[YFT])){1,24}?(?=Q)")
# for the first time; in principle: by their first word, what follows it
_IDIOMS: dict[str, list[list[str]]] = {}
for _idiom in sorted(_SETS["idioms"]):
    _IDIOMS.setdefault(_idiom.split("-")[0], []).append(_idiom.split("-")[1:])
# assured residents of its support: what stands behind *of* is what they were told
_HEARERS = _SETS["hearers"]
_OF = frozenset(("of", "about", "against", "over"))
_OF_WHAT = frozenset(("assure", "reassure", "inform", "notify", "warn", "remind", "convince", "persuade"))
# Hamas said so too: what was said before is said again
_SO = frozenset(("so", "otherwise"))
_SO_BEHIND = frozenset(("too", "himself", "herself", "itself", "themselves", "again", "in", "on", "at", "this", "last"))
# called on both sides to; appealed to the rebels not to: who hears
_CALLED_ON = re.compile(r"(?:[OP]|[dpJNSXLbn$tsz]++)(?:[oC][dpJNSXLbn$tsz]++){0,2}(?=R?T[RBbIHN])")
_JUDGING = frozenset(("judge", "support", "oppose"))
_CALLING = frozenset(("call", "appeal"))
_HEARING = frozenset(("on", "upon", "to"))
# urged Israel, which says it will stay, to withdraw
_ASIDE = re.compile(r",W[^,;:.<>]{1,24},(?=R?T[RBbIHN])")
# what is claimed as one's own, and is no clause: claimed responsibility for the bombing in a message sent to
_OWNED = frozenset(("responsibility", "credit", "victory"))
# said despite the truce, shelling went on: what limits what is said belongs to it
_FRAMING = _SETS["framing"]
_FRAMED = re.compile(r"[FU][dpJNSXLbn$tsRGOoFCE]{1,16},?[dpJNSXLbn$tsRGoFC]{0,16}[PMIHKVE]")
_GAP = re.compile(rf"{_ADVERBIAL}{{0,3}}+,?")
# A bare clause: a noun phrase (with what hangs on it) and then a verb that can only be finite, or one that may be.
_CLAUSE = re.compile(
    r"[dpJNSXLbn$ts<>RG]*+(?:(?:[FoCY,]|T(?![RBb]))[dpJNSXLbn$ts<>ROPG]++){0,3}+"
    r"(?:(?P<sure>[PMIHKV]|,W[^,.;:<>]{1,25}+,[MIHKV]|(?<=[tn]),[MIHKV])|(?P<maybe>[Ez]))"
)
_CONTENT_STARTS = frozenset("dpJNSXLbnO$tzE<PB")
_WINDOW = 40


def frame(marks: str, lows: list[str], at: int, stop: int, word: Word) -> tuple[str, int, int, tuple[int, int] | None]:
    """What follows the cue word before `at`: (frame, start of content or -1, end of the cue's words, who is told)."""
    limit = min(stop, at + _WINDOW)
    end = at
    if at < limit and lows[at] in _SO and (at + 1 >= limit or marks[at + 1] in ".,;C-)" or lows[at + 1] in _SO_BEHIND):
        return "np", at, end, None
    while at < limit and marks[at] == "R" and lows[at] != "not":
        at += 1
    if at >= limit:
        return "end", -1, end, None
    tag = marks[at]
    if tag == "F" and lows[at] in _IDIOMS:
        idiom = next((idiom for idiom in _IDIOMS[lows[at]] if lows[at + 1 : at + 1 + len(idiom)] == idiom), None)
        if idiom and at + 1 + len(idiom) < limit:
            at += 1 + len(idiom)
            tag = marks[at]
    if tag in "dJ" and at + 1 < limit and lows[at] in _WHEN and lows[at + 1] in _PERIOD:
        later = frame(marks, lows, at + 2, stop, word)
        return later[0], later[1], end, later[3]
    if tag == "<":
        close = marks.find(">", at + 1, min(limit, at + 8)) if word.group in _JUDGING else -1
        if 0 < close + 1 < limit and marks[close + 1] in "FTAo":
            return "np", at, end, None  # blamed "foreign hands" for the blast
        return "q", at, end, None
    if tag in ",:":
        if at + 1 < limit and marks[at + 1] == "<":
            return "q", at + 1, at + 1 if tag == ":" and end == at else end, None
        if tag == ":" and at + 1 < limit:
            return "colon", at + 1, at + 1, None
        if tag == "," and at + 1 < limit and marks[at + 1] in "FRt":
            skipped = _SKIP.match(marks, at + 1, limit)
            if skipped and marks[skipped.end() : skipped.end() + 1] in ("Q", "<") and skipped.end() < limit:
                return ("that" if marks[skipped.end()] == "Q" else "q"), skipped.end(), end, None
        return "end", -1, end, None
    if tag == "Q":
        return "that", at, end, None
    if tag == "W":
        return "wh", at, end, None
    if tag == "U" and lows[at] == "if":
        return ("wh" if word.lemma in _WHETHER else "0"), at, end, None
    if tag == "T":
        after = marks[at + 1 : at + 3]
        if after[:1] and (after[0] in "BbIHK" or (after[0] == "R" and after[1:] in tuple("BbIHK"))):
            return "to", at, end, None
    if tag == "G" or (tag in "IH" and lows[at] in ("being", "having")):
        return "ing", at, end, None
    if tag == "P" and word.lemma not in _TELL:
        return "0", at, end, None
    if tag == "t" and marks[at + 1 : at + 2] == "s":
        return "0", at, end, None
    if tag in "tFTUA," and word.group == "say" and word.kind == "v":
        remote = _REMOTE.match(marks, at, limit)
        if remote and remote.end() < limit:
            return "that", remote.end(), end, None
    if tag == "U":
        late = _LATE.match(marks, at, limit)
        if late and late.end() < limit:
            k = late.end()
            return ("that" if marks[k] == "Q" else "q"), k, end, None
    if tag in ".;)-U>(?CVMIHK":
        return "end", -1, end, None
    if tag == "F":
        dated = _DATED.match(marks, at, limit)
        if dated and dated.end() < limit:
            # said on Friday he would ...: what follows the day is what counts
            later = frame(marks, lows, dated.end(), stop, word)
            if later[0] not in ("prep", "other", "np", "colon"):
                return later[0], later[1], end, later[3]
        elif dated:
            return "end", -1, end, None
    if (tag == "F" and word.lemma in _PLACED and lows[at] in _SETTINGS) or (tag == "T" and word.lemma in _TO_WHOM):
        setting = _SETTING.match(marks, at, limit)
        if setting:
            k = setting.end()
            heard = (at + 1, k) if tag == "T" else None
            if k >= limit or marks[k] in ".;)-,":
                if k + 1 >= limit or marks[k] != "," or marks[k + 1] not in "<Q":
                    return "end", -1, end, heard
            elif marks[k] in "PdpNSXJLn":
                clause = _CLAUSE.match(marks, k, limit)
                if clause and clause.lastgroup == "sure" and marks[k - 1] != "t":
                    return "0", k, end, heard
    if tag in "FT" and word.lemma in _CALLING and lows[at] in _HEARING:
        called = _CALLED_ON.match(marks, at + 1, limit)
        if called:
            return "prep", at + 1, at + 1, (at + 1, called.end())
    if tag == "T" and word.group in ("say", "talk"):
        about = _ABOUT.match(marks, at, limit)
        if about and about.end() < limit and lows[about.end() - 1] == "about":
            return "prep", about.end(), about.end(), (at + 1, about.end() - 1)
    if tag in "FU" and word.group == "say" and lows[at] in _FRAMING and _FRAMED.match(marks, at, limit):
        return "0", at, end, None
    if tag in "tFYToA":
        skipped = _SKIP.match(marks, at, limit)
        if skipped:
            k = skipped.end()
            if k < limit:
                following = marks[k]
                heard = (at + 1, k) if lows[at] == "to" else None
                placed = lows[at] in _SETTINGS or lows[at] in ("to", "with", "by") or tag == "t"
                if following == "Q" and word.kind == "v" and placed and marks[k - 1] not in "EV":
                    return "that", k, end, heard
                if following == "W" and placed and lows[k] in _QUESTIONS:
                    return "wh", k, end, heard
                if following == "<" and marks[k - 1] not in "EV":
                    return "q", k, end, heard
                if following == ":" and k + 1 < limit:
                    return ("q" if marks[k + 1] == "<" else "colon"), k + 1, end, heard
                if (tag == "t" or following == ".") and tag == "t":
                    if following in "dpJNSXLnP":
                        clause = _CLAUSE.match(marks, k, limit)
                        if clause:
                            return ("0" if clause.lastgroup == "sure" else "0e"), k, end, heard
                    if following == "W":
                        return "wh", k, end, heard
                    if following == "T":
                        return "to", k, end, heard
                    return "end", -1, end, heard
            elif tag == "t":
                return "end", -1, end, None
        if tag == "t":
            return "np", at, end, None
        if at + 2 < limit and marks[at + 1] == ",":
            return (
                ("q", at + 2, at + 1, None) if marks[at + 2] == "<" else ("end", -1, end, None)
            )  # pointed out, "..."; voted against, said
        return "prep", at + 1, at + 1, None
    if tag in _CONTENT_STARTS:
        if word.lemma in _TELL:
            short = _TOLD_SHORT.match(marks, at, limit)
            if short and short.end() < limit:
                k = short.end()
                if marks[k] == "<":
                    return "np_q", k, end, (at, k)
                if _CLAUSE.match(marks, k, limit):
                    return "np_0", k, end, (at, k)
            # Who is told may be long: customers at a popular breakfast spot, that ...
            found = _TOLD_LONG.match(marks, at, limit)
            if found:
                k = found.end() - 1
                return ("np_that" if marks[k] == "Q" else "np_q"), k, end, (at, _heard(marks, at, k))
        told = _TOLD.match(marks, at, limit)
        if told:
            k = told.end()
            gap = _GAP.match(marks, k, limit)
            far = gap.end() if gap else k
            to = k + 1 if k < limit and lows[k] == "not" else k  # warned them not to return
            infinitive = to + 1 < limit and marks[to] == "T"
            aside = _ASIDE.match(marks, k, limit) if word.lemma in _ASK else None
            if aside:
                return "np_to", aside.end(), end, (at, k)
            if word.lemma in _TELL:
                if infinitive and marks[to + 1] in "BbIHR":
                    return "np_to", (k if word.lemma in _TOLD_TO else at), end, (at, k)
                if word.lemma in _OF_WHAT and (far >= limit or marks[far] not in "Q<W:P"):
                    of = next((one for one in range(at + 1, min(k + 1, limit)) if lows[one] in _OF), -1)
                    if of > 0:
                        return "np", of, end, (at, of)
                if far < limit:
                    following = marks[far]
                    if marks[far - 1] == "," and following in "dpPNSXJ" and _CLAUSE.match(marks, far, limit):
                        return "np_c", far, end, (at, k)
                    if following == "Q":
                        return "np_that", far, end, (at, k)
                    if following == "<":
                        return "np_q", far, end, (at, k)
                    if (following == "W" and lows[far][:3] not in ("who", "whi")) or (following == "U" and lows[far] == "if"):
                        return "np_wh", far, end, (at, k)
                    if following == ":" and far + 1 < limit:
                        return "np_q", far + 1, end, (at, k)
                    if following == "P" and lows[far] != "it":
                        return "np_0", far, end, (at, k)
                    if following == "T":
                        return "np_to", (far if word.lemma in _TOLD_TO else at), end, (at, k)
                    if following == "," and marks[far + 1 : far + 2] in tuple("dpPNSXJ") and _CLAUSE.match(marks, far + 1, limit):
                        return "np_c", far + 1, end, (at, k)
                    if following in "FUGRA" and word.lemma == "tell" and (marks[k - 1] == "X" or lows[k - 1] in _HEARERS):
                        return "np_end", -1, end, (at, k)  # told Radio Sahara from her bed
                    if following in ".,;-)" or marks[far - 1] == ",":
                        return "np_end", -1, end, (at, k)
                else:
                    return "np_end", -1, end, (at, k)
            if far < limit and marks[far] == "Q" and word.kind == "v" and word.lemma not in _WANT:
                pass
            if infinitive and marks[to + 1] in "BbIH":
                if word.lemma in _WANT:
                    return "np_to", at, end, None
                if word.lemma in _ASK:
                    return "np_to", (k if word.lemma in _TOLD_TO else at), end, (at, k)
            if far < limit and marks[far] == "<" and far > at and marks[far - 1] == ",":
                return "np_q", far, end, (at, k)
        clause = None if word.lemma == "claim" and lows[at] in _OWNED else _CLAUSE.match(marks, at, limit)
        if clause:
            return ("0" if clause.lastgroup == "sure" else "0e"), at, end, None
        return "np", at, end, None
    return "other", at, end, None


def _heard(marks: str, first: int, stop: int) -> int:
    """The end of the noun phrase that is told."""
    k = first + 1
    while k < stop and marks[k] in "dpJNSXLbn$tszo":
        k += 1
    return k


def verb(marks: str, lows: list[str], at: int, first: int, stop: int, word: Word) -> Candidate:
    """The verb at `at`, in the sentence from `first` to `stop`, with its auxiliaries and its frame."""
    begin = at
    floor = max(first, at - 12)
    voice = "a"
    tag = marks[at]
    be = have = False
    while begin > floor:
        before = marks[begin - 1]
        if before == "I":
            be = True
        elif before == "H":
            have = True
        elif before == "T":
            begin -= 1
            k = begin
            while k > floor and marks[k - 1] == "R":
                k -= 1
            if k > floor and (lows[k - 1] in _CHAIN or marks[k - 1] in "HI"):
                begin = k - 1
                be = be or marks[begin] == "I"
                continue
            if tag in "Bb":
                voice = "t"
            break
        elif before == "A" and tag == "G" and begin - 3 > floor and lows[begin - 2] in ("quoted", "cited"):
            begin -= 2  # was quoted as saying
            continue
        elif before == "," and begin - 4 > floor and marks[begin - 2] == "R" and marks[begin - 3] == "," and marks[begin - 4] in "HIM":
            begin -= 3  # has, however, revealed
            continue
        elif before == "C" and lows[begin - 1] == "nor" and "neither" in lows[max(floor, begin - 4) : begin]:
            begin = lows.index("neither", max(floor, begin - 4))  # has neither accepted nor rejected
            continue
        elif before == "d" and lows[begin - 1] in ("both", "all", "each") and begin - 2 > floor and marks[begin - 2] in "HIM":
            pass
        elif before not in "RMK":
            break
        begin -= 1
    if tag == "E" and not be and marks[at + 1 : at + 2] == "Y" and word.lemma != "stand":
        voice = "p"  # a plan backed by mediators
    elif tag == "G" and not be:
        # groups backing him, with allies saying ...: the noun before it is the subject
        voice = "h" if begin > first and marks[begin - 1] in "NSXLO" else "g"
    elif (be and not have and (tag == "E" or lows[at] == "said")) or (tag == "E" and lows[at - 1] == "been"):
        voice = "p"
    elif tag == "E" and begin == at and (at == first or marks[at - 1] == "U") and word.lemma == "ask":
        voice = "p"  # Asked about ..., when asked whether ...
    elif tag == "E" and be and have:
        voice = "p" if "been" in lows[begin:at] else "a"
    behind = at + 1
    if word.lemma == "rule" and behind < stop and lows[behind] == "out":
        word = RULE_OUT
        behind += 1
    kind, start, end, addressee = frame(marks, lows, behind, stop, word)
    if start >= stop:
        kind, start = "end", -1
    if (
        kind == "to"
        and word.lemma in SILENT
        and start + 1 < stop
        and lows[start + 1] in _SILENT
        and marks[start + 2 : start + 3] not in ("", ".", ",", ";")
    ):
        following = frame(marks, lows, start + 2, stop, WORDS.get(lows[start + 1], word))
        if following[1] >= 0 and following[0] in ("prep", "np", "wh", "0e", "that", "0"):
            return Candidate(at, begin, following[2], word, following[0], following[1], voice, following[3])
    return Candidate(at, begin, end, word, kind, start, voice, addressee)


def noun(marks: str, lows: list[str], at: int, first: int, stop: int, word: Word) -> Candidate:
    """The noun or adjective at `at`, with its modifiers and its frame."""
    begin = at
    floor = max(first, at - 6)
    left = "JRNEGn" if word.kind == "n" else "RIMHKJ"
    while begin > floor and marks[begin - 1] in left:
        begin -= 1
    if word.kind == "n" and begin > floor and marks[begin - 1] == "d":
        begin -= 1
    kind, start, end, addressee = frame(marks, lows, at + 1, stop, word)
    if start >= stop:
        kind, start = "end", -1
    return Candidate(at, begin, end, word, kind, start, "n", addressee)


_OBJECTS = frozenset(("np", "0e", "prep"))
# The last word of the phrase that follows, where it is a noun.
_THING = re.compile(r"(?:[^PO](?=[dpJNSXLbn$tsz]))*+[NSbz]")


def word_keys(low: str, word: Word) -> list[Key]:
    """What the word alone says of whether it attributes."""
    return [("bias",), ("p", word.rank), ("pk", word.rank, str(word.known)), ("k", word.kin_rank), ("w", low), ("l", word.lemma)]


def keys(candidate: Candidate, frame: str, marks: str, lows: list[str], first: int, stop: int) -> list[Key]:
    """What the likelihood that `candidate` attributes depends on, when its content is where `frame` says."""
    word, at, voice = candidate.word, candidate.at, candidate.voice
    tag = marks[at]
    before = marks[candidate.first - 1] if candidate.first > first else "^"
    behind = marks[at + 1] if at + 1 < stop else "$"
    found: list[Key] = [
        ("l", word.lemma, frame),
        ("p", word.rank, frame),
        ("k", word.kin_rank, frame),
        ("f", word.kind, frame, voice),
        ("s", tag, voice),
        ("b", word.kind, before),
        ("g", word.group, tag, voice, before),
        ("sa", tag, voice, behind),
    ]
    if frame in _OBJECTS and candidate.start >= 0:
        # echoed the denial of: what follows is itself something said
        thing = _THING.match(marks, candidate.start, stop)
        if thing and lows[thing.end() - 1] in WORDS:
            found.append(("thing_said",))
    if frame[-4:] == "prep" and candidate.start > 0:
        found.append(("lp", word.lemma, lows[candidate.start - 1]))
    if behind in "FAoYUR":
        found.append(("n", lows[at + 1]))
    return found
