"""Frames: what follows a cue word, told by the class of the first word behind it.

Each class has its readers (`_READERS`), which are asked in turn; the first that knows what follows says so. Belongs here: the frames,
where content could begin, and who is told. Does not belong here: the cue and its own words (`cue`), and how far content runs (`content`).

| frame | what follows | frame | what follows |
|---|---|---|---|
| `that` | that the talks failed | `0`, `0e` | the talks failed; what may be such a clause |
| `wh` | whether, what, how | `q` | a quotation |
| `to`, `ing` | to leave, leaving | `np` | a phrase |
| `prep` | about, of, for something | `colon` | a colon and no quotation |
| `np_that`, `np_0`, `np_c`, `np_wh`, `np_to`, `np_q`, `np_end` | who is told, and then these | `end` | nothing more |
| `other` | anything else | | |
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from transforms import lexicon
from transforms.text.closed import DEICTIC
from transforms.text.statements.cue_word import Word

Range = tuple[int, int]


class Following(NamedTuple):
    """What follows a cue word. Numbers are tokens."""

    frame: str
    start: int  # where content to the right begins; -1: there is none
    stop: int  # after the last word of the cue
    told: Range | None = None  # who is told


class Behind:
    """The words behind a cue word, up to where they are looked at; `at` stands on the first that counts."""

    __slots__ = ("at", "end", "limit", "lows", "marks", "stop", "word")

    def __init__(self, marks: str, lows: list[str], at: int, end: int, limit: int, stop: int, word: Word) -> None:
        self.marks = marks
        self.lows = lows
        self.at = at
        self.end = end  # of the cue's own words
        self.limit = limit
        self.stop = stop  # of the sentence
        self.word = word

    def found(self, frame: str, start: int, told: Range | None = None) -> Following:
        """The frame of that name behind the cue word."""
        return Following(frame, start, self.end, told)

    def mark(self, at: int) -> str:
        """The class of the token `at`, empty beyond the limit."""
        return self.marks[at] if at < self.limit else ""


Reader = Callable[[Behind], Following | None]

_WINDOW = 40
_SETS = lexicon.sets("word_sets")
# Verbs whose object hears: told reporters that, urged voters to.
_TELL = _SETS["tell"]
# Verbs whose object belongs to what is wished or thought: wants him to go.
_WANT = _SETS["want"]
# Verbs whose object is asked to do what the infinitive says: urged voters to.
_ASK = _SETS["ask"]
# Of these, only what is to be done is content: told them to leave; but: urged them to leave, whole.
_TOLD_TO = frozenset(("tell", "warn", "advise", "push", "remind"))
# assured residents of its support: what stands behind *of* is what they were told
_OF_WHAT = frozenset(("assure", "reassure", "inform", "notify", "warn", "remind", "convince", "persuade"))
_OF = frozenset(("of", "about", "against", "over"))
_MOMENTS = frozenset(("moments", "minutes", "hours", "days", "weeks", "months", "shortly"))
_OF_PHRASES = frozenset(("support", "oppose"))  # verbs that no bare clause follows: a lawyer who defended her begged
_NAMING = frozenset(("call", "label", "brand", "term", "dub", "deem", "pronounce", "declare"))
_TO_SOMEBODY = frozenset(("promise",))  # what stands alone behind these is promised, not told
_HEARERS = _SETS["hearers"]
_ADDING = _SETS["adding"]
STATED = frozenset(("statement", "communique", "interview", "speech", "letter", "briefing", "post", "tweet", "message", "note"))
_BY_WIRE = frozenset(("phone", "telephone", "email", "e-mail", "text", "video", "radio", "television", "anonymity", "papers", "filing"))
_LATE_OR_EARLY = frozenset(("late", "early", "later", "earlier"))
_NOW = frozenset(("now", "today", "tomorrow", "here", "there"))
_WHETHER = _SETS["whether"]
# said in a statement, at a rally in Iowa, to reporters: where and to whom it is said
_PLACED = _SETS["placed"]
_TO_WHOM = _SETS["to whom"]
_SETTINGS = _SETS["settings"]
_UNDERTAKING = frozenset(("vow", "pledge", "promise", "threaten", "offer", "agree", "undertake", "swear", "refuse", "vote", "decide"))
# said despite the truce, shelling went on: what limits what is said belongs to it
_FRAMING = _SETS["framing"]
_PERIOD = frozenset(("week", "weekend", "month", "year", "night", "morning", "afternoon", "evening", "fall", "spring", "summer", "winter"))
_QUESTIONS = frozenset(("whether", "what", "how", "why"))
# what is claimed as one's own, and is no clause: claimed responsibility for the bombing in a message sent to
_OWNED = frozenset(("responsibility", "credit", "victory"))
# Hamas said so too: what was said before is said again
_SO = frozenset(("so", "otherwise"))
_SO_BEHIND = frozenset(("too", "himself", "herself", "itself", "themselves", "again", "in", "on", "at", "this", "last"))
_JUDGING = frozenset(("judge", "support", "oppose"))
_CALLING = frozenset(("call", "appeal"))
_HEARING = frozenset(("on", "upon", "to"))
# for the first time; in principle: by their first word, what follows it
_IDIOMS: dict[str, list[list[str]]] = {}
for _idiom in sorted(_SETS["idioms"]):
    _IDIOMS.setdefault(_idiom.split("-")[0], []).append(_idiom.split("-")[1:])

_NP = r"(?:[dpJNSXLbn$tsRz<>EG]++(?<=[NSXLbntz>EG])|[PO])"
_PP = rf"(?:[FTYAo]{_NP}(?:[oC](?!E){_NP})?)"
_ADVERBIAL = rf"(?:,?(?:[Rt]|{_PP}))"
ADVERBIALS = re.compile(rf"{_ADVERBIAL}{{1,4}}+,?")
_GAP = re.compile(rf"{_ADVERBIAL}{{0,3}}+,?")
_TOLD = re.compile(r"(?:[OP]|[dpJNSXLbn$tsz<>]++)(?:[oFC][dpJNSXLbn$tsz<>]++){0,2}+")
# told Reuters 78 people were ..., told the BBC the troops would ...: who hears ends where the next phrase begins
_TOLD_SHORT = re.compile(r"(?:O|d?[JN]*X+|d?[JNX]*[NS])(?=[dpPn$<])")
_PLACE = re.compile(r"F[dJ]*X+")
_HEARD = re.compile(r"O|d?[dpJNSX]{1,5}(?<=[XNS])(?!s)")
_TOLD_LONG = re.compile(r"[dpJNSXLbn$tszOo][dpJNSXLbn$tszFToCARGEU,]{0,24}?(?:Q|[,:]<)")
_HEARER = re.compile(r".[dpJNSXLbn$tszo]*")
# called on both sides to; appealed to the rebels not to: who hears
_CALLED_ON = re.compile(r"(?:[OP]|[dpJNSXLbn$tsz]++)(?:[oC][dpJNSXLbn$tsz]++){0,2}(?=R?T[RBbIHN])")
# urged Israel, which says it will stay, to withdraw
_ASIDE = re.compile(r",W[^,;:.<>]{1,24},(?=R?T[RBbIHN])")
_ASIDE_THAT = re.compile(r",W[^,;:.<>]{1,24},(?=Q)")  # told the envoy, who had asked, that
# on Friday; in early May; by late 2015
_DATED = re.compile(r"F[dJ]?[RJ]?t+(?:n|[tN](?![NS]))*")
_SETTING = re.compile(
    r"[FT](?:[dpJnLs]*[NSXt]+(?:s[JNSX]+)?|[O])(?:[Fo](?:[dpJnLs]*[NSXt]+))?(?:t+|F[dJ]?t+)?(?:E(?:[YFT][dpJnLs]*[NSXtJ]+|t+){1,2})?"
)
# wrote to the envoy about
_ABOUT = re.compile(r"T[dpJnLsNSXtO]{1,7}(?:F[dpJnLsNSXt]{1,5})?F")
# said after a visit on Friday that
_LATE = re.compile(r"U[dpJNSXLbn$tFoG]{0,12},?(?=Q|<)")
# said on Sunday, hours after talks in Cairo, that: the clause may stand far behind the verb
_REMOTE = re.compile(r"[tFTUA-](?:[dpJNSXLbn$tsFoGRAYTOCU-]|,(?!G)|(?<=[NSX])E(?=[YFT])){1,24}?(?=Q)")
_FRAMED = re.compile(r"F[dpJNSXLbn$tsRGOoFCE]{1,16},?[dpJNSXLbn$tsRGoFC]{0,16}[PMIHKVE]")
_INFINITIVE = re.compile(r"T<?R?[BbIHK]")  # vowed to "avenge" it
# said on Friday, as the army rejected claims by the Front that: the clause belongs to what another did
_MEANWHILE = re.compile(r",?[AU][^,]*[NSXLOz]E[^,]*\Z")
# said on Friday, a breakthrough that the envoy hailed; despite a fall in prices that has hurt it
_APPOSED = re.compile(r",[dn]J{0,2}N\Z")
_RELATED = re.compile("Q[MIHKV]")
# A bare clause: a noun phrase (with what hangs on it) and then a verb that can only be finite, or one that may be.
_CLAUSE = re.compile(
    r"(?:[dpJNSXLbn$ts<>RG]|z(?=[MIHKE]))*+(?:(?:[FoCY,]|T(?![RBb]))[dpJNSXLbn$ts<>ROPG]++){0,3}+"
    r"(?:(?P<sure>[PMIHKV]|,W[^,.;:<>]{1,25}+,[MIHKV]|(?<=[tn]),[MIHKV]|(?<=[NSXL]),[MIHK]|,[dpJNSXLbn$tsoFC]{1,14},[MIHKV])"
    r"|(?P<maybe>[Ez]))"
)


# Behind a hearer or a setting: when, where and by what it was said, each of which a clause may follow.
_SET = re.compile(r"(?:t+|[FYT][dpJnLs]{0,3}[JNSXt]{1,4}(?:[Fo][dpJnLs]{0,3}[JNSXt]{1,3})?|[JN]t+)")
_OPENS = re.compile("[PdpJNSXLn$]|G(?=[MIHK])|z(?=[MIHKE])|ts")
# Behind a name only what cannot be part of it: told the BBC troops had left, told Al Jazeera Iran was ready; but: in the Acme Forum hall
_BEHIND_NAME = re.compile("[PdpSLn$]|X{1,3}[MIHKV]|G(?=[MIHK])|z(?=[MIHKE])|ts")


def _clause_in(behind: Behind, first: int, stop: int) -> tuple[str, int] | None:
    """The bare clause that begins behind a word that ends a setting, in the tokens from `first` to `stop`: its frame and place.

    In "at a hearing in Cairo Iran was blamed" it begins behind Cairo, in "in a statement security forces fired" behind statement.
    """
    marks, lows = behind.marks, behind.lows
    for k in range(min(stop, behind.limit - 1), first, -1):
        before = marks[k - 1]
        is_firm = before == "t" or lows[k - 1] in STATED or lows[k - 1] in _HEARERS or lows[k - 1] in _BY_WIRE
        opens = (_BEHIND_NAME if before == "X" else _OPENS).match(marks, k) if is_firm or before == "X" else None
        if opens and not (before == "t" and lows[k] in _PERIOD):
            clause = _CLAUSE.match(marks, k, behind.limit)
            if clause and (clause.lastgroup == "sure" or is_firm):
                return ("0" if clause.lastgroup == "sure" else "0e"), k
    return None


def frame(marks: str, lows: list[str], at: int, stop: int, word: Word) -> Following:
    """What follows the cue word `word` before the token `at`, in a sentence that ends at `stop`."""
    limit = min(stop, at + _WINDOW)
    end = at
    if at < limit and lows[at] in _SO and (at + 1 >= limit or marks[at + 1] in ".,;C-)" or lows[at + 1] in _SO_BEHIND):
        return Following("np", at, end)
    while at < limit and marks[at] == "R" and lows[at] != "not":
        at += 1
    if at >= limit:
        return Following("end", -1, end)
    if at > end and marks[at] in "MIHK" and lows[at - 1] in _NOW:
        return Following("0", at - 1, end)  # said now was not the time
    if lows[at] in _LATE_OR_EARLY and at + 1 < limit and marks[at + 1] == "t":
        at += 1  # said late on Monday
    if marks[at] == "F" and lows[at] in _IDIOMS:
        idiom = next((idiom for idiom in _IDIOMS[lows[at]] if lows[at + 1 : at + 1 + len(idiom)] == idiom), None)
        if idiom and at + 1 + len(idiom) < limit:
            at += 1 + len(idiom)
    if marks[at] == "G" and word.lemma in _TELL and at + 1 < limit and lows[at + 1] in _HEARERS:
        at += 1  # told waiting journalists
    tag = marks[at]
    if tag in _AT_ONCE:
        return Following(_AT_ONCE[tag], at, end)
    if tag not in _ENDS:
        behind = Behind(marks, lows, at, end, limit, stop, word)
        for reader in _READERS.get(tag, ()):
            following = reader(behind)
            if following is not None:
                return following
        if tag not in _MAY_END:
            return Following("other", at, end)
    return Following("end", -1, end)


def _quotation(behind: Behind) -> Following:
    at = behind.at
    if behind.word.group in _JUDGING:
        close = behind.marks.find(">", at + 1, min(behind.limit, at + 8))
        if close >= 0 and behind.mark(close + 1) in tuple("FTAo"):
            return behind.found("np", at)  # blamed "foreign hands" for the blast
    return behind.found("q", at)


def _comma(behind: Behind) -> Following:
    at = behind.at + 1
    if behind.mark(at) == "<":
        return behind.found("q", at)
    if behind.mark(at) in tuple("FRt"):
        skipped = ADVERBIALS.match(behind.marks, at, behind.limit)
        if skipped and behind.mark(skipped.end()) in ("Q", "<"):
            return behind.found("that" if behind.marks[skipped.end()] == "Q" else "q", skipped.end())
    return behind.found("end", -1)


def _colon(behind: Behind) -> Following:
    at = behind.at + 1
    if behind.mark(at) == "<":
        return Following("q", at, at if behind.end == at - 1 else behind.end)
    return Following("colon", at, at) if at < behind.limit else behind.found("end", -1)


def _being(behind: Behind) -> Following | None:
    return behind.found("ing", behind.at) if behind.lows[behind.at] in ("being", "having") else None


def _whether(behind: Behind) -> Following | None:
    if behind.lows[behind.at] != "if":
        return None
    return behind.found("wh" if behind.word.lemma in _WHETHER else "0", behind.at)


def _infinitive(behind: Behind) -> Following | None:
    return behind.found("to", behind.at) if _INFINITIVE.match(behind.marks, behind.at) else None


def _pronoun(behind: Behind) -> Following | None:
    if behind.word.lemma in _NAMING and behind.mark(behind.at + 1) in tuple("dJNX<"):
        return behind.found("np", behind.at)  # called it a coup
    return behind.found("0", behind.at) if behind.word.lemma not in _TELL else None


def _of_a_day(behind: Behind) -> Following | None:
    """Friday's talks."""
    return behind.found("0", behind.at) if behind.marks[behind.at + 1 : behind.at + 2] == "s" else None


def _period(behind: Behind) -> Following | None:
    """Said this week that ...: what follows the time is what counts."""
    at, lows = behind.at, behind.lows
    if at + 1 < behind.limit and lows[at] in DEICTIC and lows[at + 1] in _PERIOD:
        return frame(behind.marks, lows, at + 2, behind.stop, behind.word)._replace(stop=behind.end)
    return None


def _remote(behind: Behind) -> Following | None:
    if behind.word.group != "say" or behind.word.kind != "v":
        return None
    remote = _REMOTE.match(behind.marks, behind.at, behind.limit)
    if not remote or remote.end() == behind.limit or _RELATED.match(behind.marks, remote.end()):
        return None
    return None if _APPOSED.search(behind.marks, behind.at, remote.end()) else behind.found("that", remote.end())


def _late(behind: Behind) -> Following | None:
    late = _LATE.match(behind.marks, behind.at, behind.limit)
    if not late or late.end() == behind.limit:
        return None
    return behind.found("that" if behind.marks[late.end()] == "Q" else "q", late.end())


def _dated(behind: Behind) -> Following | None:
    """Said on Friday he would ...: what follows the day is what counts."""
    dated = _DATED.match(behind.marks, behind.at, behind.limit)
    if not dated:
        return None
    if dated.end() == behind.limit:
        return behind.found("end", -1)
    later = frame(behind.marks, behind.lows, dated.end(), behind.stop, behind.word)
    return None if later.frame in ("prep", "other", "np", "colon") else later._replace(stop=behind.end)


def _placed(behind: Behind) -> Following | None:
    """Said in a statement (that) ..., wrote to the envoy (that) ..."""
    at, marks = behind.at, behind.marks
    is_to = marks[at] == "T"
    if behind.word.lemma not in (_TO_WHOM if is_to else _PLACED) or not (is_to or behind.lows[at] in _SETTINGS):
        return None
    setting = _SETTING.match(marks, at, behind.limit)
    if not setting:
        return None
    k = setting.end()
    told = (at + 1, k) if is_to else None
    if behind.mark(k) and behind.lows[k] in _LATE_OR_EARLY and behind.mark(k + 1) == "t":
        k += 1  # said in a statement late on Thursday
        while behind.mark(k) == "t":
            k += 1
    following = behind.mark(k)
    if following in ".;)-,":
        if following != "," or behind.mark(k + 1) not in ("<", "Q"):
            return behind.found("end", -1, told)
        return None
    clause = _clause_in(behind, at + 1, k)
    return behind.found(clause[0], clause[1], told) if clause else None


def _called_on(behind: Behind) -> Following | None:
    at = behind.at
    if behind.word.lemma not in _CALLING or behind.lows[at] not in _HEARING:
        return None
    called = _CALLED_ON.match(behind.marks, at + 1, behind.limit)
    return Following("prep", at + 1, at + 1, (at + 1, called.end())) if called else None


def _about(behind: Behind) -> Following | None:
    if behind.word.group not in ("say", "talk"):
        return None
    about = _ABOUT.match(behind.marks, behind.at, behind.limit)
    if not about or about.end() == behind.limit or behind.lows[about.end() - 1] != "about":
        return None
    return Following("prep", about.end(), about.end(), (behind.at + 1, about.end() - 1))


def _framed(behind: Behind) -> Following | None:
    if behind.word.group != "say" or behind.lows[behind.at] not in _FRAMING:
        return None
    return behind.found("0", behind.at) if _FRAMED.match(behind.marks, behind.at, behind.limit) else None


def _adverbial(behind: Behind) -> Following:
    """What follows where and when it is said; else what it is about."""
    at, marks, lows = behind.at, behind.marks, behind.lows
    is_day = marks[at] == "t"
    skipped = ADVERBIALS.match(marks, at, behind.limit)
    if skipped and skipped.end() < behind.limit:
        k = skipped.end()
        following = marks[k]
        told = (at + 1, k) if lows[at] == "to" else None
        placed = is_day or lows[at] in _SETTINGS or lows[at] in ("to", "with", "by")
        is_clause = marks[k - 1] in "EV"
        if following == "Q" and behind.word.kind == "v" and placed and not is_clause:
            joint = max(marks.rfind(sign, at, k) for sign in "AU")
            if joint < 0 or not _MEANWHILE.match(marks, joint, k):
                return behind.found("that", k, told)
        if following == "T" and behind.word.lemma in _UNDERTAKING and lows[at] in _SETTINGS and not is_day and not is_clause:
            return behind.found("to", k)  # vowed in a speech to return
        if following == "W" and placed and lows[k] in _QUESTIONS:
            return behind.found("wh", k, told)
        if following == "<" and not is_clause:
            return behind.found("q", k, told)
        if marks[at] == "Y" and behind.word.group == "say" and not is_clause and (bare := _clause_in(behind, at + 1, k)):
            return behind.found("0", bare[1], told)  # said by phone she had counted them
        if following == ":" and k + 1 < behind.limit:
            return behind.found("q" if marks[k + 1] == "<" else "colon", k + 1, told)
        if is_day:
            clause = _CLAUSE.match(marks, k, behind.limit) if following in "dpJNSXLnPz" else None
            if clause:
                return behind.found("0" if clause.lastgroup == "sure" else "0e", k, told)
            if bare := _clause_in(behind, at, k):
                return behind.found(*bare, told)
            if following in "WT" and not is_clause:
                return behind.found("wh" if following == "W" else "to", k, told)
            return behind.found("end", -1, told)
    elif is_day and skipped:
        return behind.found("end", -1)
    if is_day:
        return behind.found("np", at)
    if at + 2 < behind.limit and marks[at + 1] == ",":  # pointed out, "..."; voted against, said
        return Following("q", at + 2, at + 1) if marks[at + 2] == "<" else behind.found("end", -1)
    return Following("prep", at + 1, at + 1)


def _told_at_once(behind: Behind) -> Following | None:
    """Told Reuters (that) the army left; told customers at a popular breakfast spot that ..."""
    if behind.word.lemma not in _TELL:
        return None
    at, marks = behind.at, behind.marks
    if behind.lows[at] in _HEARERS and behind.mark(at + 1) == "X" and _CLAUSE.match(marks, at + 1, behind.limit):
        return behind.found("np_0", at + 1, (at, at + 1))  # told journalists Paris saw no reason
    if hearer := _HEARD.match(marks, at, behind.limit):
        k = next(
            (k for k in range(hearer.end(), at, -1) if behind.lows[k - 1] in _HEARERS or marks[k - 1] in "XO" or marks[k : k + 1] == "t"),
            at,
        )
        stop = k
        while k > at and (setting := _SET.match(marks, stop, behind.limit)):
            stop = setting.end()
        clause = _clause_in(behind, k if stop > k else at, stop) if k > at else None
        if clause:  # told Reuters on Friday the army had left
            return behind.found("np_0", clause[1], (at, min(k, clause[1])))
    placed = _PLACE.match(marks, at + 1, behind.limit) if behind.lows[at] in _HEARERS else None
    if placed and behind.mark(placed.end()) in tuple("dpP") and _CLAUSE.match(marks, placed.end(), behind.limit):
        return behind.found("np_0", placed.end(), (at, at + 1))  # told lawmakers in Edinburgh the mandate was clear
    short = _TOLD_SHORT.match(marks, at, behind.limit)
    if short and short.end() < behind.limit:
        k = short.end()
        if marks[k] == "<":
            return behind.found("np_q", k, (at, k))
        if _CLAUSE.match(marks, k, behind.limit) or (marks[k - 1] == "X" and marks[k] in "dp"):
            return behind.found("np_0", k, (at, k))
    long = _TOLD_LONG.match(marks, at, behind.limit)
    if not long or _is_parted(behind, long.end()):
        return None  # told parliament, adding that
    k = long.end() - 1
    hearer = _HEARER.match(marks, at, k)
    return behind.found("np_that" if marks[k] == "Q" else "np_q", k, (at, hearer.end() if hearer else k))


def _told(behind: Behind) -> Following | None:
    """Who is told, urged or wanted, and then what: urged both sides to leave."""
    at, marks, lemma = behind.at, behind.marks, behind.word.lemma
    found = _TOLD.match(marks, at, behind.limit)
    if not found:
        return None
    k = found.end()
    if lemma == "tell" and k - at > 1 and behind.lows[k - 1] in _MOMENTS:
        return behind.found("np_end", -1, (at, k - 1))  # told lawmakers minutes after the vote
    told = (at, k)
    gap = _GAP.match(marks, k, behind.limit)
    far = gap.end() if gap else k
    to = k + 1 if k < behind.limit and behind.lows[k] == "not" else k  # warned them not to return
    verb = marks[to + 1 : to + 3].lstrip("<")[:1] if to + 2 < behind.limit and marks[to] == "T" else ""
    aside = _ASIDE.match(marks, k, behind.limit) if lemma in _ASK else None
    if aside:
        return behind.found("np_to", aside.end(), told)
    aside = _ASIDE_THAT.match(marks, k, behind.limit) if lemma in _TELL else None
    if aside:
        return behind.found("np_that", aside.end(), told)
    if lemma in _TELL:
        if verb and verb in "BbIHR":
            return behind.found("np_to", k if lemma in _TOLD_TO else at, told)
        if lemma in _OF_WHAT and behind.mark(far) not in tuple("Q<W:P"):
            of = next((one for one in range(at + 1, min(k + 1, behind.limit)) if behind.lows[one] in _OF), -1)
            if of < 0 and behind.mark(k) in tuple("YFt"):  # assured him by telephone of its support
                of = next((one for one in range(k + 1, min(k + 5, behind.limit)) if behind.lows[one] == "of"), -1)
            if of > 0:
                return behind.found("np", of, (at, of))
        hears = _hears(behind, told, far)
        if hears is not None and not (hears.frame == "np_end" and lemma in _TO_SOMEBODY and marks[at] not in "OP"):
            return hears
    if verb and verb in "BbIH" and lemma in _WANT:
        return behind.found("np_to", at)
    if verb and verb in "BbIH" and lemma in _ASK:
        return behind.found("np_to", k if lemma in _TOLD_TO else at, told)
    if behind.mark(far) == "<" and far > at and marks[far - 1] == ",":
        return behind.found("np_q", far, told)
    return None


def _hears(behind: Behind, told: Range, far: int) -> Following | None:
    """What is told to those who are `told`, where it begins at `far`."""
    if far >= behind.limit:
        return behind.found("np_end", -1, told)
    marks, lows = behind.marks, behind.lows
    following = marks[far]
    is_apart = marks[far - 1] == ","
    if is_apart and following in "dpPNSXJ" and _CLAUSE.match(marks, far, behind.limit):
        return behind.found("np_c", far, told)
    if following == "Q":
        return behind.found("np_that", far, told)
    if following == "<":
        return behind.found("np_q", far, told)
    if (following == "W" and lows[far][:3] not in ("who", "whi")) or (following == "U" and lows[far] == "if"):
        return behind.found("np_wh", far, told)
    if following == ":" and far + 1 < behind.limit:
        return behind.found("np_q", far + 1, told)
    if following == "P" and lows[far] != "it":
        return behind.found("np_0", far, told)
    if following == "T":
        return behind.found("np_to", far if behind.word.lemma in _TOLD_TO else behind.at, told)
    if following == "," and marks[far + 1 : far + 2] in tuple("dpPNSXJ") and _CLAUSE.match(marks, far + 1, behind.limit):
        return behind.found("np_c", far + 1, told)
    hearer = told[1] - 1
    is_named = behind.word.lemma == "tell" and (marks[hearer] == "X" or lows[hearer] in _HEARERS)
    if following in "FUGRA" and is_named:
        return behind.found("np_end", -1, told)  # told Radio Sahara from her bed
    return behind.found("np_end", -1, told) if following in ".,;-)" or is_apart else None


def _clause(behind: Behind) -> Following:
    """A clause without "that", or a phrase."""
    owned = behind.word.lemma == "claim" and behind.lows[behind.at] in _OWNED
    clause = None if owned else _CLAUSE.match(behind.marks, behind.at, behind.limit)
    marks = behind.marks
    is_related = marks.find("W", max(0, behind.end - 4), behind.end) >= 0
    if clause and is_related and marks.find(",", behind.at, clause.end()) == clause.end() - 2:
        clause = None  # the union, which denounced the offer, has gone to court
    if not clause or _is_parted(behind, clause.end()) or (clause.lastgroup == "maybe" and behind.word.group in _OF_PHRASES):
        return behind.found("np", behind.at)
    return behind.found("0" if clause.lastgroup == "sure" else "0e", behind.at)


def _is_parted(behind: Behind, stop: int) -> bool:
    """Whether a participle that says more parts the phrase from the verb: another coup, saying soldiers have no business there."""
    found = behind.marks.find(",G", behind.at, stop)
    return found >= 0 and behind.lows[found + 1] in _ADDING


_AT_ONCE = {"Q": "that", "W": "wh", "G": "ing"}
_ENDS = frozenset(".;)->(?CVMK")  # nothing can follow
_MAY_END = frozenset("IHU")  # if no reader knows better
_PHRASE: tuple[Reader, ...] = (_told_at_once, _told, _clause)
_READERS: dict[str, tuple[Reader, ...]] = {
    "<": (_quotation,),
    ",": (_comma,),
    ":": (_colon,),
    **dict.fromkeys("IH", (_being,)),
    "U": (_whether, _remote, _late),
    "T": (_infinitive, _remote, _placed, _called_on, _about, _adverbial),
    "t": (_of_a_day, _remote, _adverbial),
    "F": (_remote, _dated, _placed, _called_on, _framed, _adverbial),
    "A": (_remote, _adverbial),
    "P": (_pronoun, *_PHRASE),
    **dict.fromkeys("Yo", (_adverbial,)),
    **dict.fromkeys("dJ", (_period, *_PHRASE)),
    **dict.fromkeys("pNSXLbnO$zEB", _PHRASE),
}
